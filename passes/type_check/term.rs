//! Types while they are inferred: finished ones, and terms that belong to the body being checked.
//!
//! A [`Term`] is either the number of a finished, interned type, which costs nothing, or that of a node here: a variable, or a
//! type constructor with a variable somewhere inside. The interner never sees a variable. When a body is done each of its
//! terms is closed: every variable has been decided, and what it is made of is interned.

mod show;

use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use vex_ir::stack::deep;
use vex_ir::tree::{ItemId, Mutability, Sigs};
use vex_ir::ty::*;
use vex_ir::{Span, Symbol};

/// A finished type, or a node of [`Terms`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Term(u32);

impl Term {
    pub(super) const ERROR: Term = Term(0);
    /// Set in the number of a node.
    const NODE: u32 = 1 << 31;

    #[inline]
    fn node(self) -> Option<usize> {
        (self.0 & Self::NODE != 0).then_some((self.0 & !Self::NODE) as usize)
    }

    /// The type, if it is a finished one as it stands: a variable that has been decided is not, before it is resolved.
    #[inline]
    pub(super) fn finished(self) -> Option<Ty> {
        (self.0 & Self::NODE == 0).then(|| Ty::from_index(self.0 as usize))
    }

    /// Whether it is one of the types that have fixed numbers, which are all small.
    #[inline]
    pub(super) fn is_built_in(self) -> bool {
        self.0 as usize <= Ty::NULL.index()
    }

    pub(super) fn as_int(self) -> Option<IntTy> {
        self.finished()?.as_int()
    }

    pub(super) fn as_float(self) -> Option<FloatTy> {
        self.finished()?.as_float()
    }
}

impl From<Ty> for Term {
    fn from(ty: Ty) -> Term {
        // [`Ty::UNKNOWN`] stands for a type that was not found, which is reported where it was looked up.
        if ty == Ty::UNKNOWN { Term::ERROR } else { Term(ty.index() as u32) }
    }
}

impl PartialEq<Ty> for Term {
    fn eq(&self, ty: &Ty) -> bool {
        self.finished() == Some(*ty)
    }
}

/// What a variable may become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum VarKind {
    /// Any type that values have.
    Any,
    /// What an obligation that waits will find: conversions wait for it, too, and decide nothing.
    Later,
    /// Some raw pointer type: that of a variable that was given `null`.
    Pointer,
    /// Some integer type; `i32` if nothing decides.
    Int,
    /// Some float type; `f64` if nothing decides.
    Float,
    /// No type, but a number that stands for a parameter.
    Number,
}

impl VarKind {
    /// Whether so little is known that nothing can be looked up in it.
    pub(super) fn is_open(self) -> bool {
        matches!(self, VarKind::Any | VarKind::Later | VarKind::Pointer)
    }
}

/// The length of an array.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Len {
    Known(u64),
    /// A parameter, or a variable.
    Open(Term),
}

/// What is known of a type: its outermost constructor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Var(VarKind),
    Ptr(Mutability, Term),
    Ref(Mutability, Term),
    Slice(Term),
    Array(Term, Len),
    /// Its parts are those of [`Terms::parts`].
    Tuple,
    /// A definition with arguments, which are its parts.
    Apply(AdtId),
    /// The type of a function, of which something is not known: like this one, with its parts for what it takes, and what it gives.
    Fn(Ty),
    /// A type without parts that are terms.
    Other(Ty),
}

#[derive(Clone, Copy)]
enum Node {
    Var {
        kind: VarKind,
        /// Whether it was to be the same as something in error.
        tainted: bool,
        span: Span,
        /// The last of the ring of those that wait for it, in [`Terms::waits`].
        waits: u32,
    },
    Bound(Term),
    Ptr(Mutability, Term),
    Ref(Mutability, Term),
    Slice(Term),
    Array(Term, Len),
    /// A piece of [`Terms::lists`].
    Tuple(u32, u32),
    Apply(AdtId, u32, u32),
    Fn(Ty, u32, u32),
}

const NO_WAIT: u32 = u32::MAX;

struct Wait {
    obligation: u32,
    next: u32,
}

/// An associated type of what is not known yet: the trait, the name, and the type with the trait's own arguments behind it.
#[derive(Clone, Debug)]
pub(super) struct OpenAssoc {
    pub(super) of: Symbol,
    pub(super) name: Symbol,
    pub(super) args: Vec<Term>,
    pub(super) span: Span,
}

/// The terms of one body.
pub(super) struct Terms<'a> {
    types: &'a Types,
    /// The item whose body it is, which knows of associated types.
    sigs: &'a Sigs,
    owner: ItemId,
    /// Associated types of what is not known yet, which nothing waits for yet.
    pub(super) assocs: Vec<(OpenAssoc, Term)>,
    nodes: Vec<Node>,
    lists: Vec<Term>,
    waits: Vec<Wait>,
    /// Obligations whose variable was decided, the oldest first.
    ready: BinaryHeap<Reverse<u32>>,
    /// Whether a type took more names than [`Types::MAX_EXTENT`] when it was closed.
    pub(super) too_large: bool,
}

impl<'a> Terms<'a> {
    pub(super) fn new(sigs: &'a Sigs, owner: ItemId) -> Terms<'a> {
        Terms {
            types: &sigs.types,
            sigs,
            owner,
            assocs: Vec::new(),
            nodes: Vec::new(),
            lists: Vec::new(),
            waits: Vec::new(),
            ready: BinaryHeap::new(),
            too_large: false,
        }
    }

    fn push(&mut self, node: Node) -> Term {
        self.nodes.push(node);
        Term((self.nodes.len() - 1) as u32 | Term::NODE)
    }

    pub(super) fn fresh(&mut self, kind: VarKind, span: Span) -> Term {
        self.push(Node::Var { kind, tainted: false, span, waits: NO_WAIT })
    }

    pub(super) fn ptr(&mut self, m: Mutability, to: Term) -> Term {
        let to = self.resolve(to);
        match to.finished() {
            Some(to) => self.types.ptr(m, to).into(),
            None => self.push(Node::Ptr(m, to)),
        }
    }

    pub(super) fn reference(&mut self, m: Mutability, to: Term) -> Term {
        let to = self.resolve(to);
        match to.finished() {
            Some(to) => self.types.reference(m, to).into(),
            None => self.push(Node::Ref(m, to)),
        }
    }

    pub(super) fn slice(&mut self, of: Term) -> Term {
        let of = self.resolve(of);
        match of.finished() {
            Some(of) => self.types.slice(of).into(),
            None => self.push(Node::Slice(of)),
        }
    }

    pub(super) fn array(&mut self, of: Term, len: u64) -> Term {
        self.array_of(of, Len::Known(len))
    }

    pub(super) fn array_of(&mut self, of: Term, len: Len) -> Term {
        let (of, len) = (self.resolve(of), self.len_root(len));
        match (of.finished(), len) {
            (Some(of), Len::Known(len)) => self.types.array(of, len).into(),
            (Some(of), Len::Open(len)) if len.finished().is_some() => self.types.array_of(of, self.ty_of(len)).into(),
            _ => self.push(Node::Array(of, len)),
        }
    }

    /// A length with what is known of it by now.
    fn len_root(&self, len: Len) -> Len {
        let Len::Open(term) = len else { return len };
        let root = self.root(term);
        let known = match root.finished().map(|ty| self.types.kind(ty)) {
            Some(TyKind::Number(number)) => u64::try_from(number.value()).ok(),
            _ => None,
        };
        known.map_or(Len::Open(root), Len::Known)
    }

    /// A length as a term.
    fn len_term(&self, len: Len) -> Term {
        match len {
            Len::Known(len) => self.types.len_number(len).into(),
            Len::Open(term) => term,
        }
    }

    fn ty_of(&self, term: Term) -> Ty {
        term.finished().unwrap_or(Ty::ERROR)
    }

    /// What stands for the length of a finished type of arrays.
    fn len_of(&self, len: Ty) -> Len {
        self.len_root(Len::Open(len.into()))
    }

    fn same_len(&mut self, one: Len, other: Len) -> bool {
        match (self.len_root(one), self.len_root(other)) {
            (Len::Known(one), Len::Known(other)) => one == other,
            (one, other) => {
                let (one, other) = (self.len_term(one), self.len_term(other));
                self.unify(one, other)
            }
        }
    }

    pub(super) fn tuple(&mut self, parts: &[Term]) -> Term {
        match self.all_finished(parts) {
            Some(parts) => self.types.intern(TyKind::Tuple(parts.into())).into(),
            None => {
                let (start, len) = self.list(parts);
                self.push(Node::Tuple(start, len))
            }
        }
    }

    /// A definition with arguments.
    pub(super) fn apply(&mut self, adt: AdtId, args: &[Term]) -> Term {
        match self.all_finished(args) {
            Some(args) => self.types.intern(TyKind::Apply(adt, self.types.make_args(args))).into(),
            None => {
                let (start, len) = self.list(args);
                self.push(Node::Apply(adt, start, len))
            }
        }
    }

    /// The type of a function like another one.
    pub(super) fn function(&mut self, like: Ty, parts: &[Term]) -> Term {
        match self.all_finished(parts) {
            Some(parts) => self.function_of(like, parts).into(),
            None => {
                let (start, len) = self.list(parts);
                self.push(Node::Fn(like, start, len))
            }
        }
    }

    fn function_of(&self, like: Ty, parts: Vec<Ty>) -> Ty {
        let mut parts = parts.into_iter();
        self.types.with_parts(like, &mut |part| parts.next().unwrap_or(part))
    }

    fn all_finished(&mut self, parts: &[Term]) -> Option<Vec<Ty>> {
        parts.iter().map(|part| self.resolve(*part).finished()).collect()
    }

    fn list(&mut self, parts: &[Term]) -> (u32, u32) {
        let start = self.lists.len() as u32;
        self.lists.extend_from_slice(parts);
        (start, parts.len() as u32)
    }

    fn listed(&self, (start, len): (u32, u32)) -> Vec<Term> {
        let list = &self.lists[start as usize..][..len as usize];
        list.iter().map(|part| self.root(*part)).collect()
    }

    /// A type of another item, with arguments for the parameters of that.
    pub(super) fn instantiate(&mut self, ty: Ty, args: &[Term]) -> Term {
        if !self.types.mentions_generic(ty) {
            return ty.into();
        }
        if let Some(args) = self.all_finished(args) {
            return self.normal(self.types.substitute(ty, &args)).into();
        }
        deep(|| self.instantiate_parts(ty, args))
    }

    fn instantiate_parts(&mut self, ty: Ty, args: &[Term]) -> Term {
        let types = self.types;
        match types.kind(ty) {
            TyKind::Param(position, _) => args.get(*position as usize).copied().unwrap_or(Term::ERROR),
            TyKind::Ptr(m, to) => {
                let to = self.instantiate(*to, args);
                self.ptr(*m, to)
            }
            TyKind::Ref(m, to) => {
                let to = self.instantiate(*to, args);
                self.reference(*m, to)
            }
            TyKind::Slice(of) => {
                let of = self.instantiate(*of, args);
                self.slice(of)
            }
            TyKind::Array(of, len) => {
                let of = self.instantiate(*of, args);
                self.array(of, *len)
            }
            TyKind::OpenArray(of, len) => {
                let (of, len) = (self.instantiate(*of, args), self.instantiate(*len, args));
                self.array_of(of, Len::Open(len))
            }
            TyKind::Tuple(parts) => {
                let parts: Vec<Term> = parts.iter().map(|part| self.instantiate(*part, args)).collect();
                self.tuple(&parts)
            }
            TyKind::Apply(adt, given) => {
                let given: Vec<Term> = types.args(*given).iter().map(|arg| self.instantiate(*arg, args)).collect();
                self.apply(*adt, &given)
            }
            TyKind::Fn(sig) => {
                let parts: Vec<Term> =
                    sig.params.iter().chain([&sig.ret]).map(|part| self.instantiate(*part, args)).collect();
                self.function(ty, &parts)
            }
            TyKind::Assoc(of, name, given) => {
                let given: Vec<Term> = types.args(*given).iter().map(|arg| self.instantiate(*arg, args)).collect();
                self.assoc(*of, *name, given)
            }
            // Nothing else mentions a parameter.
            _ => ty.into(),
        }
    }

    /// An associated type: a variable, where it is not known of what.
    pub(super) fn assoc(&mut self, of: Symbol, name: Symbol, args: Vec<Term>) -> Term {
        if let Some(args) = self.all_finished(&args) {
            return self.normal(self.types.assoc(of, name, self.types.make_args(args))).into();
        }
        let open = args.iter().find_map(|arg| self.open_part(*arg));
        let span = open.and_then(|open| self.undecided(open.node()?)).map_or(Span::NONE, |(_, _, span, _)| span);
        let result = self.fresh(VarKind::Any, span);
        self.assocs.push((OpenAssoc { of, name, args, span }, result));
        result
    }

    /// An associated type with arguments, as it is written.
    pub(super) fn assoc_as_written(&mut self, assoc: Ty, args: &[Term]) -> Option<Ty> {
        Some(self.types.assoc_as_written(assoc, &self.all_finished(args)?))
    }

    /// A type with what is known of the associated types in it.
    fn normal(&self, ty: Ty) -> Ty {
        self.sigs.normal(self.owner, ty)
    }

    /// The first variable in a term that is not decided.
    pub(super) fn open_part(&self, term: Term) -> Option<Term> {
        let root = self.root(term);
        if root.finished().is_some() {
            return None;
        }
        if let Shape::Var(_) = self.shape(root) {
            return Some(root);
        }
        self.parts(root).into_iter().find_map(|part| deep(|| self.open_part(part)))
    }

    /// Whether a term may become what a pattern is with some arguments.
    pub(super) fn may_match(&self, pattern: Ty, term: Term) -> bool {
        self.may_be_like(pattern, term, false)
    }

    /// Whether a term may become a type, whose parameters are those in scope.
    pub(super) fn may_become(&self, ty: Ty, term: Term) -> bool {
        self.may_be_like(ty, term, true)
    }

    fn may_be_like(&self, pattern: Ty, term: Term, closed: bool) -> bool {
        let root = self.root(term);
        if (closed || !self.types.mentions_generic(pattern)) && root.finished().is_some() {
            return root == pattern;
        }
        match (self.types.kind(pattern), self.shape(root)) {
            (TyKind::Param(..), _) if !closed => true,
            (_, Shape::Var(kind)) => match kind {
                VarKind::Int => pattern.as_int().is_some(),
                VarKind::Float => pattern.as_float().is_some(),
                VarKind::Number => matches!(self.types.kind(pattern), TyKind::Number(_) | TyKind::Param(..)),
                VarKind::Any | VarKind::Later | VarKind::Pointer => true,
            },
            (TyKind::Apply(one, args), Shape::Apply(other)) if *one == other => {
                let pairs = self.types.args(*args).iter().zip(self.parts(root));
                pairs.into_iter().all(|(pattern, part)| deep(|| self.may_be_like(*pattern, part, closed)))
            }
            (TyKind::Ptr(one, to), Shape::Ptr(other, part)) | (TyKind::Ref(one, to), Shape::Ref(other, part)) => {
                *one == other && self.may_be_like(*to, part, closed)
            }
            (TyKind::Slice(of), Shape::Slice(part)) => self.may_be_like(*of, part, closed),
            (TyKind::Array(of, _), Shape::Array(part, len)) | (TyKind::OpenArray(of, _), Shape::Array(part, len)) => {
                let wanted = match *self.types.kind(pattern) {
                    TyKind::OpenArray(_, len) => len,
                    TyKind::Array(_, len) => self.types.len_number(len),
                    _ => Ty::ERROR,
                };
                self.may_be_like(wanted, self.len_term(len), closed) && self.may_be_like(*of, part, closed)
            }
            (TyKind::Tuple(of), Shape::Tuple) => {
                let parts = self.parts(root);
                parts.len() == of.len()
                    && of.iter().zip(parts).all(|(pattern, part)| deep(|| self.may_be_like(*pattern, part, closed)))
            }
            // What is left has no parts that are open, but a function's.
            _ => matches!(self.shape(root), Shape::Fn(_)) || root == pattern,
        }
    }

    /// What a function takes, what it gives, and a function's type that is like its own.
    pub(super) fn signature(&self, term: Term) -> Option<(Vec<Term>, Term, &'a FnSig)> {
        let root = self.root(term);
        if let Some(ty) = root.finished() {
            let sig = self.types.sig(ty)?;
            return Some((sig.params.iter().map(|param| (*param).into()).collect(), sig.ret.into(), sig));
        }
        let Shape::Fn(like) = self.shape(root) else { return None };
        let mut parts = self.parts(root);
        let ret = parts.pop()?;
        Some((parts, ret, self.types.sig(like)?))
    }

    /// The type of a field of a struct or union.
    pub(super) fn field(&mut self, of: Term, position: usize) -> Option<Term> {
        let of = self.resolve(of);
        if let Some(ty) = of.finished() {
            return self.types.fields_of(ty).nth(position).map(|field| self.normal(field.ty).into());
        }
        let Shape::Apply(adt) = self.shape(of) else { return None };
        let ty = self.types.adts[adt].fields().get(position)?.ty;
        let args = self.parts(of);
        Some(self.instantiate(ty, &args))
    }

    /// The type of a field of a variant.
    pub(super) fn variant_field(&mut self, of: Term, variant: u32, field: usize) -> Option<Term> {
        let of = self.resolve(of);
        if let Some(ty) = of.finished() {
            return self.types.variant_field(ty, variant, field as u32).map(|ty| self.normal(ty).into());
        }
        let Shape::Apply(adt) = self.shape(of) else { return None };
        let ty = self.types.adts[adt].variants().get(variant as usize)?.fields.get(field)?.ty;
        let args = self.parts(of);
        Some(self.instantiate(ty, &args))
    }

    /// What a type names: a struct, union or enum, with its arguments or without.
    pub(super) fn adt(&self, term: Term) -> Option<AdtId> {
        match self.shape(term) {
            Shape::Apply(adt) => Some(adt),
            Shape::Other(ty) => match self.types.kind(ty) {
                TyKind::Adt(adt) => Some(*adt),
                _ => None,
            },
            _ => None,
        }
    }

    /// The same type with decided variables replaced at the top, not inside.
    #[inline]
    pub(super) fn resolve(&mut self, term: Term) -> Term {
        match term.node() {
            None => term,
            Some(_) => self.resolve_node(term),
        }
    }

    /// Variables on the way are bound to what is found directly: a row of them is as long as whatever was unified one by one.
    fn resolve_node(&mut self, term: Term) -> Term {
        let last = self.root(term);
        let mut at = term;
        while let Some(Node::Bound(next)) = at.node().map(|n| self.nodes[n]) {
            if let Some(n) = at.node() {
                self.nodes[n] = Node::Bound(last);
            }
            at = next;
        }
        last
    }

    #[inline]
    fn root(&self, mut term: Term) -> Term {
        while let Some(Node::Bound(next)) = term.node().map(|n| self.nodes[n]) {
            term = next;
        }
        term
    }

    /// The kind of a variable that is not decided.
    #[inline]
    pub(super) fn var_kind(&self, term: Term) -> Option<VarKind> {
        if term.finished().is_some() { None } else { self.node_kind(term) }
    }

    fn node_kind(&self, term: Term) -> Option<VarKind> {
        match self.nodes[self.root(term).node()?] {
            Node::Var { kind, .. } => Some(kind),
            // It is a type, or stands for one.
            _ => None,
        }
    }

    pub(super) fn shape(&self, term: Term) -> Shape {
        let term = self.root(term);
        let Some(node) = term.node() else {
            let ty = Ty::from_index(term.0 as usize);
            return match self.types.kind(ty) {
                TyKind::Ptr(m, to) => Shape::Ptr(*m, (*to).into()),
                TyKind::Ref(m, to) => Shape::Ref(*m, (*to).into()),
                TyKind::Slice(of) => Shape::Slice((*of).into()),
                TyKind::Array(of, len) => Shape::Array((*of).into(), Len::Known(*len)),
                TyKind::OpenArray(of, len) => Shape::Array((*of).into(), self.len_of(*len)),
                TyKind::Tuple(_) => Shape::Tuple,
                TyKind::Apply(adt, _) => Shape::Apply(*adt),
                TyKind::Error
                | TyKind::Void
                | TyKind::Never
                | TyKind::Bool
                | TyKind::Char
                | TyKind::Int(_)
                | TyKind::Float(_)
                | TyKind::Str
                | TyKind::Null
                | TyKind::Adt(_)
                | TyKind::Fn(_)
                | TyKind::Param(..)
                | TyKind::Assoc(..)
                | TyKind::Number(_) => Shape::Other(ty),
            };
        };
        match self.nodes[node] {
            Node::Var { kind, .. } => Shape::Var(kind),
            Node::Ptr(m, to) => Shape::Ptr(m, self.root(to)),
            Node::Ref(m, to) => Shape::Ref(m, self.root(to)),
            Node::Slice(of) => Shape::Slice(self.root(of)),
            Node::Array(of, len) => Shape::Array(self.root(of), self.len_root(len)),
            Node::Tuple(..) => Shape::Tuple,
            Node::Apply(adt, ..) => Shape::Apply(adt),
            Node::Fn(like, ..) => Shape::Fn(like),
            // Roots are never bound.
            Node::Bound(_) => Shape::Other(Ty::ERROR),
        }
    }

    /// What it is directly made of, as far as these may be terms: not what a finished function takes and gives.
    pub(super) fn parts(&self, term: Term) -> Vec<Term> {
        let root = self.root(term);
        match self.shape(root) {
            Shape::Ptr(_, part) | Shape::Ref(_, part) | Shape::Slice(part) | Shape::Array(part, Len::Known(_)) => {
                vec![part]
            }
            Shape::Array(part, Len::Open(len)) => vec![part, len],
            Shape::Tuple | Shape::Apply(_) | Shape::Fn(_) => match root.node().map(|n| self.nodes[n]) {
                Some(Node::Tuple(start, len) | Node::Apply(_, start, len) | Node::Fn(_, start, len)) => {
                    self.listed((start, len))
                }
                Some(_) => Vec::new(),
                None => match root.finished().map(|ty| self.types.kind(ty)) {
                    Some(TyKind::Tuple(parts)) => parts.iter().map(|part| (*part).into()).collect(),
                    Some(TyKind::Apply(_, args)) => self.types.args(*args).iter().map(|arg| (*arg).into()).collect(),
                    _ => Vec::new(),
                },
            },
            Shape::Var(_) | Shape::Other(_) => Vec::new(),
        }
    }

    pub(super) fn pointee(&self, term: Term) -> Option<Term> {
        match self.shape(term) {
            Shape::Ptr(_, to) | Shape::Ref(_, to) => Some(to),
            // Leads nowhere.
            _ => None,
        }
    }

    pub(super) fn is_raw_ptr(&self, term: Term) -> bool {
        matches!(self.shape(term), Shape::Ptr(..))
    }

    /// `str`, `[T]`: what a reference to it carries a length for.
    pub(super) fn is_unsized(&self, term: Term) -> bool {
        matches!(self.shape(term), Shape::Slice(_) | Shape::Other(Ty::STR))
    }

    /// Whether the type is a pointer with a length.
    pub(super) fn is_fat(&self, term: Term) -> bool {
        self.pointee(term).is_some_and(|to| self.is_unsized(to))
    }

    /// Whether something that it is made of satisfies `f`, itself included. Looks at each node once: what is made of one part
    /// twice, again and again, would be looked at exponentially often.
    fn any(&self, term: Term, f: impl Fn(Term) -> bool) -> bool {
        let (mut left, mut seen) = (vec![term], FxHashSet::default());
        while let Some(term) = left.pop() {
            let term = self.root(term);
            if f(term) {
                return true;
            }
            if term.node().is_some() && seen.insert(term) {
                left.extend(self.parts(term));
            }
        }
        false
    }

    /// Whether something in a type was reported already.
    pub(super) fn mentions_error(&self, term: Term) -> bool {
        match term.finished() {
            Some(ty) => self.types.mentions_error(ty),
            None => self.any(term, |part| part.finished().is_some_and(|ty| self.types.mentions_error(ty))),
        }
    }

    /// Makes two types equal, if they can be.
    pub(super) fn unify(&mut self, a: Term, b: Term) -> bool {
        let (a, b) = (self.resolve(a), self.resolve(b));
        if a == b {
            return true;
        }
        if a == Ty::ERROR || b == Ty::ERROR {
            self.taint(a);
            self.taint(b);
            return true;
        }
        match (self.var_kind(a), self.var_kind(b)) {
            (Some(x), Some(y)) => self.merge((a, x), (b, y)),
            (Some(kind), None) => self.bind(a, kind, b),
            (None, Some(kind)) => self.bind(b, kind, a),
            (None, None) => self.unify_parts(a, b),
        }
    }

    /// What is not decided by anything else is not reported: of the variables in it.
    pub(super) fn taint(&mut self, term: Term) {
        let (mut left, mut seen) = (vec![term], FxHashSet::default());
        while let Some(term) = left.pop() {
            let term = self.root(term);
            let Some(node) = term.node() else { continue };
            if let Node::Var { tainted, .. } = &mut self.nodes[node] {
                *tainted = true;
            } else if seen.insert(term) {
                left.extend(self.parts(term));
            }
        }
    }

    /// Makes two variables one.
    fn merge(&mut self, (a, x): (Term, VarKind), (b, y): (Term, VarKind)) -> bool {
        let (from, from_kind, to) = match (x, y) {
            (VarKind::Any, _) => (a, x, b),
            (_, VarKind::Any) => (b, y, a),
            (VarKind::Later, _) => (a, x, b),
            (_, VarKind::Later) => (b, y, a),
            _ if x == y => (b, y, a),
            _ => return false,
        };
        let (Some(f), Some(t)) = (from.node(), to.node()) else { return false };
        let Node::Var { tainted: taints, waits: theirs, .. } = self.nodes[f] else { return false };
        let Node::Var { tainted, waits, kind, .. } = &mut self.nodes[t] else { return false };
        *tainted |= taints;
        let unknown = |kind| matches!(kind, VarKind::Any | VarKind::Later);
        if theirs != NO_WAIT && unknown(from_kind) && !unknown(*kind) {
            self.nodes[f] = Node::Bound(to);
            self.wake(theirs);
            return true;
        }
        // Two rings are one when the ends are exchanged.
        if *waits == NO_WAIT {
            *waits = theirs;
        } else if theirs != NO_WAIT {
            let (one, two) = (*waits as usize, theirs as usize);
            let next = self.waits[one].next;
            self.waits[one].next = self.waits[two].next;
            self.waits[two].next = next;
        }
        self.nodes[f] = Node::Bound(to);
        true
    }

    fn bind(&mut self, var: Term, kind: VarKind, to: Term) -> bool {
        let fits = match kind {
            // `void` is no value's type, and a value has a size.
            VarKind::Any => to != Ty::VOID && !self.is_unsized(to) && !self.occurs(var, to),
            VarKind::Later => !self.is_unsized(to) && !self.occurs(var, to),
            VarKind::Pointer => self.is_raw_ptr(to) && !self.occurs(var, to),
            VarKind::Int => to.as_int().is_some(),
            VarKind::Float => to.as_float().is_some(),
            VarKind::Number => self.is_number(to),
        };
        if fits {
            self.decide(var, to);
        }
        fits
    }

    /// Whether a term is no type, but a number.
    fn is_number(&self, term: Term) -> bool {
        let kind = term.finished().map(|ty| self.types.kind(ty));
        matches!(kind, Some(TyKind::Number(_) | TyKind::Param(..)))
    }

    fn occurs(&self, var: Term, term: Term) -> bool {
        term.node().is_some() && self.any(term, |part| part == var)
    }

    fn unify_parts(&mut self, a: Term, b: Term) -> bool {
        if a.node().is_none() && b.node().is_none() {
            return false;
        }
        let same = match (self.shape(a), self.shape(b)) {
            (Shape::Ptr(m, x), Shape::Ptr(n, y)) | (Shape::Ref(m, x), Shape::Ref(n, y)) => {
                m == n && deep(|| self.unify(x, y))
            }
            (Shape::Slice(x), Shape::Slice(y)) => deep(|| self.unify(x, y)),
            (Shape::Array(x, m), Shape::Array(y, n)) => self.same_len(m, n) && deep(|| self.unify(x, y)),
            // Of a tuple or of a definition, which must be the same.
            (one @ (Shape::Tuple | Shape::Apply(_)), other) => {
                let (x, y) = (self.parts(a), self.parts(b));
                one == other && x.len() == y.len() && deep(|| x.into_iter().zip(y).all(|(x, y)| self.unify(x, y)))
            }
            (Shape::Fn(_), _) | (_, Shape::Fn(_)) => self.unify_functions(a, b),
            // Types without parts are equal only if they are the same.
            _ => false,
        };
        if same {
            // They are one from here on, so that their parts are not compared again.
            match (a.node(), b.node()) {
                (Some(node), _) => self.nodes[node] = Node::Bound(b),
                (None, Some(node)) => self.nodes[node] = Node::Bound(a),
                (None, None) => {}
            }
        }
        same
    }

    fn unify_functions(&mut self, a: Term, b: Term) -> bool {
        let (Some((xs, x, one)), Some((ys, y, other))) = (self.signature(a), self.signature(b)) else { return false };
        let alike = |sig: &FnSig| (sig.conv, sig.variadic, sig.is_unsafe, sig.params.len());
        alike(one) == alike(other)
            && deep(|| xs.into_iter().chain([x]).zip(ys.into_iter().chain([y])).all(|(x, y)| self.unify(x, y)))
    }

    /// Decides a variable, whatever it was to become.
    pub(super) fn decide(&mut self, var: Term, to: Term) {
        let Some(node) = var.node() else { return };
        let Node::Var { waits, .. } = self.nodes[node] else { return };
        self.nodes[node] = Node::Bound(to);
        if waits != NO_WAIT {
            self.wake(waits);
        }
    }

    fn wake(&mut self, last: u32) {
        let mut at = last;
        loop {
            self.ready.push(Reverse(self.waits[at as usize].obligation));
            at = self.waits[at as usize].next;
            if at == last {
                return;
            }
        }
    }

    /// Has an obligation looked at again when a variable is decided.
    pub(super) fn wait(&mut self, var: Term, obligation: u32) {
        let new = self.waits.len() as u32;
        let Some(Node::Var { waits, .. }) = self.root(var).node().map(|n| &mut self.nodes[n]) else {
            return self.ready.push(Reverse(obligation));
        };
        let last = std::mem::replace(waits, new);
        let next = if last == NO_WAIT { new } else { std::mem::replace(&mut self.waits[last as usize].next, new) };
        self.waits.push(Wait { obligation, next });
    }

    pub(super) fn is_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    pub(super) fn next_ready(&mut self) -> Option<u32> {
        self.ready.pop().map(|Reverse(obligation)| obligation)
    }

    /// The position of the node that a term is.
    pub(super) fn node_of(&self, term: Term) -> Option<usize> {
        self.root(term).node()
    }

    /// The number of nodes; none where all types were known from the start.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The variable at a position, if there is one that is not decided: its kind, where it stands, and whether it was to be
    /// the same as something in error.
    pub(super) fn undecided(&self, position: usize) -> Option<(Term, VarKind, Span, bool)> {
        match self.nodes[position] {
            Node::Var { kind, tainted, span, .. } => Some((Term(position as u32 | Term::NODE), kind, span, tainted)),
            // It is a type, or stands for one.
            _ => None,
        }
    }

    /// The finished type, interned, if everything in it is decided.
    pub(super) fn close(&mut self, term: Term) -> Option<Ty> {
        let term = self.resolve(term);
        let Some(node) = term.node() else { return term.finished() };
        let ty = deep(|| {
            Some(match self.nodes[node] {
                Node::Var { .. } | Node::Bound(_) => return None,
                Node::Ptr(m, to) => self.types.ptr(m, self.close(to)?),
                Node::Ref(m, to) => self.types.reference(m, self.close(to)?),
                Node::Slice(of) => self.types.slice(self.close(of)?),
                Node::Array(of, len) => {
                    let (of, len) = (self.close(of)?, self.len_term(len));
                    self.types.array_of(of, self.close(len)?)
                }
                Node::Tuple(..) => {
                    let parts: Option<Box<[Ty]>> = self.parts(term).into_iter().map(|part| self.close(part)).collect();
                    self.types.intern(TyKind::Tuple(parts?))
                }
                Node::Apply(adt, ..) => {
                    let args: Option<Vec<Ty>> = self.parts(term).into_iter().map(|arg| self.close(arg)).collect();
                    self.types.intern(TyKind::Apply(adt, self.types.make_args(args?)))
                }
                Node::Fn(like, ..) => {
                    let parts: Option<Vec<Ty>> = self.parts(term).into_iter().map(|part| self.close(part)).collect();
                    self.function_of(like, parts?)
                }
            })
        })?;
        let large = self.types.extent(ty) > Types::MAX_EXTENT;
        self.too_large |= large;
        let ty = if large { Ty::ERROR } else { ty };
        self.nodes[node] = Node::Bound(ty.into());
        Some(ty)
    }

    /// How many names it takes to write a term; more than [`Types::MAX_EXTENT`] at most by one.
    pub(super) fn extent(&self, term: Term) -> u32 {
        let (mut left, mut extent) = (vec![term], 0u32);
        while let Some(term) = left.pop() {
            let parts = self.parts(term);
            if let Some(ty) = self.root(term).finished() {
                extent = extent.saturating_add(self.types.extent(ty));
            } else if parts.is_empty() {
                extent = extent.saturating_add(1);
            } else {
                left.extend(parts);
            }
            if extent > Types::MAX_EXTENT {
                break;
            }
        }
        extent
    }

    /// The type with what its numbers become if nothing else decides; nothing if more than these is open.
    pub(super) fn defaulted(&self, term: Term) -> Option<Ty> {
        match self.root(term).finished() {
            Some(ty) => Some(ty),
            None if self.extent(term) > Types::MAX_EXTENT => None,
            None => self.with_defaults(term),
        }
    }

    fn with_defaults(&self, term: Term) -> Option<Ty> {
        deep(|| match self.shape(term) {
            Shape::Var(VarKind::Int) => Some(Ty::I32),
            Shape::Var(VarKind::Float) => Some(Ty::F64),
            Shape::Var(VarKind::Any | VarKind::Later | VarKind::Pointer | VarKind::Number) => None,
            Shape::Ptr(m, to) => Some(self.types.ptr(m, self.with_defaults(to)?)),
            Shape::Ref(m, to) => Some(self.types.reference(m, self.with_defaults(to)?)),
            Shape::Slice(of) => Some(self.types.slice(self.with_defaults(of)?)),
            Shape::Array(of, len) => {
                Some(self.types.array_of(self.with_defaults(of)?, self.with_defaults(self.len_term(len))?))
            }
            Shape::Tuple => {
                let parts = self.parts(term).into_iter().map(|part| self.with_defaults(part));
                let parts: Option<Box<[Ty]>> = parts.collect();
                Some(self.types.intern(TyKind::Tuple(parts?)))
            }
            Shape::Apply(adt) => {
                let args: Option<Vec<Ty>> = self.parts(term).into_iter().map(|arg| self.with_defaults(arg)).collect();
                Some(self.types.intern(TyKind::Apply(adt, self.types.make_args(args?))))
            }
            Shape::Fn(like) => {
                let parts: Option<Vec<Ty>> =
                    self.parts(term).into_iter().map(|part| self.with_defaults(part)).collect();
                Some(self.function_of(like, parts?))
            }
            Shape::Other(ty) => Some(ty),
        })
    }
}
