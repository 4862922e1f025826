//! Places: fields, elements, what pointers lead to, and whether it may be written.

use super::member::Found;
use super::pending::{Access, Holder, Todo};
use super::variant::Named;
use super::want::Want;
use super::*;
use vex_ir::diag::closest;
use vex_ir::stack::deep;
use vex_ir::tree::place::{Root, Step};

const NO_SUCH_FIELD: Code = Code("E0412");
const NOT_INDEXABLE: Code = Code("E0413");
const NOT_DEREFERENCEABLE: Code = Code("E0414");
pub(super) const NOT_MUTABLE: Code = Code("E0415");
pub(super) const NOT_A_PLACE: Code = Code("E0416");

/// Among as many fields of a type a similar name is looked for: many errors about a type with many fields must not take long.
const NEAR_FIELDS: usize = 1000;

impl TypeChecker<'_> {
    pub(super) fn field(&mut self, id: ExprId, base: ExprId, name: Symbol) -> Term {
        self.infer(base, Want::Nothing);
        let found = self.field_of(id, base, name);
        self.or_later(found, id, || Todo::Field { id, base, name })
    }

    pub(super) fn field_of(&mut self, id: ExprId, base: ExprId, name: Symbol) -> Result<Term, Term> {
        let ty = self.expr_term(base);
        let (base, ty) = self.auto_deref(id, base, ty)?;
        self.body.set(id, ExprKind::Field(base, name));
        if ty == Ty::ERROR {
            return Ok(Term::ERROR);
        }
        let found = match self.terms.shape(ty) {
            Shape::Other(_) | Shape::Apply(_) => self.field_named(ty, name).map(|(_, ty)| ty),
            Shape::Tuple => self.name(name).parse::<usize>().ok().and_then(|i| self.terms.parts(ty).get(i).copied()),
            _ => None,
        };
        Ok(found.unwrap_or_else(|| {
            let span = self.body.exprs[id].span;
            let width = self.name(name).len() as u32;
            self.no_field(ty, name, Span::new(span.hi.saturating_sub(width).max(span.lo), span.hi));
            Term::ERROR
        }))
    }

    /// The type that a reference or pointer leads to, if that has a size.
    fn pointee(&mut self, ty: Term) -> Result<Option<Term>, Term> {
        let ty = self.open(ty)?;
        let (Shape::Ref(_, to) | Shape::Ptr(_, to)) = self.terms.shape(ty) else { return Ok(None) };
        let to = self.open(to)?;
        Ok((!self.terms.is_unsized(to)).then_some(to))
    }

    /// In how many steps a value leads to one with fields or elements.
    fn derefs(&mut self, mut ty: Term) -> Result<usize, Term> {
        let mut count = 0;
        while let Some(to) = self.pointee(ty)? {
            ty = to;
            count += 1;
        }
        Ok(count)
    }

    /// Makes the dereferences explicit that lead from `base` to a value with fields or elements.
    fn auto_deref(&mut self, id: ExprId, mut base: ExprId, mut ty: Term) -> Result<(ExprId, Term), Term> {
        let span = self.body.exprs[id].span;
        // Where one of the types is not known yet, nothing is changed.
        for _ in 0..self.derefs(ty)? {
            let Some(to) = self.pointee(ty)? else { break };
            let inner = self.body.exprs[base].span;
            base = self.body.alloc(ExprKind::Deref(base), if inner.is_none() { span } else { inner });
            ty = self.set(base, to);
        }
        Ok((base, self.resolve(ty)))
    }

    pub(super) fn no_field(&mut self, ty: Term, name: Symbol, span: Span) {
        self.no_field_in((ty, None), name, span);
    }

    /// The same of a variant.
    pub(super) fn no_field_in(&mut self, (ty, variant): (Term, Option<Named>), name: Symbol, span: Span) {
        let shown = variant.map_or_else(|| self.show(ty), |variant| self.show_variant(variant));
        let text = self.name(name).to_string();
        let mut diagnostic =
            Diagnostic::error(NO_SUCH_FIELD, span, format!("`{shown}` has no field `{text}`")).label("no such field");
        let ty = self.resolve(ty);
        let number = matches!(self.var_kind(ty), Some(VarKind::Int | VarKind::Float));
        if let Some((receiver, _)) = self.receiver(ty).filter(|_| !number) {
            if Method::named(&text, receiver).is_some() {
                diagnostic = diagnostic.suggest(span, format!("{text}()"), "methods are called");
            } else if let Some(ours) = Method::elsewhere(&text, receiver) {
                let ours = ours.name();
                diagnostic = diagnostic.suggest(span, format!("{ours}()"), format!("it is the method `{ours}` here"));
            }
        }
        if let (None, Ok(Found::One(member))) = (variant, self.member_named(ty, name))
            && let ItemKind::Const { .. } = self.items[member].kind::<Linked>()
        {
            return self.report(diagnostic.note(format!("it is a constant of the type: `{shown}::{text}`")));
        }
        if variant.is_none() && self.has_member(ty, name) {
            let diagnostic = diagnostic.suggest(span, format!("{text}()"), "methods are called");
            return self.report(diagnostic);
        }
        if let Some(adt) = self.adt(ty) {
            if let AdtKind::Opaque = adt.kind {
                diagnostic = diagnostic.note("it is an incomplete type: only C knows its fields");
            }
            let (items, of) = (self.items, adt.span);
            let is_it = |id: ItemId| items[id].name.span == of || items[id].span == of;
            let removed = self.removed.find(name, |from| matches!(from, RemovedFrom::Part(id) if is_it(id)));
            if !removed.is_empty() {
                diagnostic.suggestion = None;
                let diagnostic = self.removed.explain(self.cx, diagnostic, &removed);
                return self.report(diagnostic);
            }
            let fields = match variant {
                Some(variant) => self.fields_of_variant(ty, variant.index).unwrap_or_default(),
                None => adt.fields(),
            };
            if variant.is_none() && adt.is_sum() {
                diagnostic = diagnostic.note("which fields it has depends on the variant: `match` tells them apart");
            }
            let names: Vec<&str> = fields.iter().take(NEAR_FIELDS).map(|f| self.cx.text(f.name)).collect();
            if let Some(close) = closest(&text, names.iter().copied()) {
                diagnostic = diagnostic.suggest(span, close, "a field with a similar name exists");
            } else if !names.is_empty() && names.len() <= 8 {
                diagnostic = diagnostic.note(format!("its fields are: {}", names.join(", ")));
            }
        }
        self.report(diagnostic);
    }

    pub(super) fn index(&mut self, id: ExprId, base: ExprId, index: ExprId, want: Want) -> Term {
        self.infer(base, Want::Nothing);
        if let ExprKind::Range { lo, hi, .. } = self.body.kind(index) {
            self.set(index, Ty::VOID.into());
            for end in [lo, hi].into_iter().flatten() {
                self.check(end, Ty::USIZE.into());
            }
        } else {
            self.check(index, Ty::USIZE.into());
        }
        let found = self.index_of(id, base, index, want);
        self.or_later(found, id, || Todo::Index { id, base, index, want })
    }

    pub(super) fn index_of(&mut self, id: ExprId, base: ExprId, index: ExprId, want: Want) -> Result<Term, Term> {
        let outer = self.expr_term(base);
        let (base, ty) = self.auto_deref(id, base, outer)?;
        let outer = self.resolve(outer);
        self.body.set(id, ExprKind::Index(base, index));
        if ty == Ty::ERROR {
            return Ok(Term::ERROR);
        }
        if let ExprKind::Range { .. } = self.body.kind(index) {
            return Ok(self.slice(id, base, (outer, ty), want));
        }
        if let Some(of) = self.element(ty) {
            return Ok(of);
        }
        let shown = self.show(outer);
        let span = self.body.exprs[id].span;
        let mut diagnostic = Diagnostic::error(NOT_INDEXABLE, span, format!("`{shown}` cannot be indexed"))
            .label("not an array or slice");
        if ty == Ty::REF_STR {
            diagnostic = diagnostic.note("`.as_bytes()[i]` is a byte of it, `s[a..b]` a part of it");
        } else if self.terms.is_raw_ptr(outer) {
            diagnostic = diagnostic.note("`*p.add(i)` is the element `i` behind a pointer");
        } else if self.terms.shape(outer) == Shape::Tuple
            && let ExprKind::Int { low, .. } = self.body.kind(index)
            && low < self.terms.parts(outer).len() as u64
        {
            let brackets = self.body.exprs[base].span.end().to(span.end());
            diagnostic = diagnostic.suggest(brackets, format!(".{low}"), "fields of a tuple have numbers");
        }
        self.report(diagnostic);
        Ok(Term::ERROR)
    }

    /// What an array or slice has as elements.
    pub(super) fn element(&mut self, ty: Term) -> Option<Term> {
        match self.terms.shape(ty) {
            Shape::Array(of, _) | Shape::Slice(of) => Some(of),
            Shape::Ref(_, to) => match self.terms.shape(to) {
                Shape::Slice(of) => Some(of),
                _ => None,
            },
            _ => None,
        }
    }

    /// `s[a..b]` is a slice reference, with the permission that is wanted and that the place gives.
    fn slice(&mut self, id: ExprId, base: ExprId, (outer, ty): (Term, Term), want: Want) -> Term {
        let span = self.body.exprs[id].span;
        let inner =
            if ty == Ty::REF_STR { Some(Ty::STR.into()) } else { self.element(ty).map(|of| self.terms.slice(of)) };
        let Some(inner) = inner else {
            let shown = self.show(outer);
            let mut diagnostic = Diagnostic::error(NOT_INDEXABLE, span, format!("`{shown}` cannot be sliced"))
                .label("not an array, slice or string");
            if self.terms.is_raw_ptr(outer) {
                diagnostic = diagnostic.note("a pointer has no length: `*p.add(i)` is the element `i` behind it");
            }
            self.report(diagnostic);
            return Term::ERROR;
        };
        let mutable = want.value().is_some_and(|w| matches!(self.terms.shape(w), Shape::Ref(Mutability::Mut, _)));
        if mutable {
            self.require_slice(span, base, ty);
        }
        self.terms.reference(if mutable { Mutability::Mut } else { Mutability::Const }, inner)
    }

    /// What is sliced must be writable.
    fn require_slice(&mut self, span: Span, base: ExprId, ty: Term) {
        match self.terms.shape(ty) {
            Shape::Ref(Mutability::Const, _) => self.read_only(span, base),
            Shape::Ref(Mutability::Mut, _) => {}
            _ if self.is_place(base) => self.require_mutable(base, ty),
            _ => {}
        }
    }

    /// A slice that was looked at before it was known that it is to be written becomes one that may be.
    pub(super) fn slice_to_write(&mut self, id: ExprId, found: Term, wanted: Term) -> bool {
        let (Shape::Ref(Mutability::Const, from), Shape::Ref(Mutability::Mut, to)) =
            (self.terms.shape(found), self.terms.shape(wanted))
        else {
            return false;
        };
        // `&mut s[a..b]` has what it is from its place, `&s[a..b]` from what is written.
        if !self.is_slicing(id) || !self.terms.is_unsized(to) || !self.unify(from, to) {
            return false;
        }
        let ExprKind::Index(base, _) = self.body.kind(id) else { return false };
        let ty = self.expr_term(base);
        self.require_slice(self.body.exprs[id].span, base, ty);
        self.set(id, wanted);
        true
    }

    pub(super) fn reference(&mut self, id: ExprId, m: Mutability, e: ExprId, want: Want) -> Term {
        // `&s[a..b]` is the slice itself.
        if self.is_slicing(e) {
            let any = self.terms.slice(Term::ERROR);
            let hint = self.terms.reference(m, any);
            let ty = self.infer(e, Want::Value(hint));
            self.body.set(id, ExprKind::Convert(e));
            return ty;
        }
        let inner = want.value().and_then(|w| self.terms.pointee(w)).filter(|t| *t != Ty::VOID);
        let inner = inner
            .filter(|ty| self.var_kind(*ty).is_none() && !self.terms.is_unsized(*ty) || self.is_sequence_literal(e));
        let ty = self.infer(e, Want::part(inner));
        if m == Mutability::Mut {
            self.access(e, Access::Borrow);
        }
        let ty = self.resolve(ty);
        if ty == Ty::ERROR || !self.held(e, ty, Holder::Reference) {
            return Term::ERROR;
        }
        self.terms.reference(m, ty)
    }

    fn is_sequence_literal(&self, e: ExprId) -> bool {
        matches!(self.body.kind(e), ExprKind::Array(_) | ExprKind::Repeat(..))
    }

    fn is_slicing(&self, e: ExprId) -> bool {
        let ExprKind::Index(_, index) = self.body.kind(e) else { return false };
        matches!(self.body.kind(index), ExprKind::Range { .. })
    }

    pub(super) fn deref(&mut self, id: ExprId, e: ExprId) -> Term {
        self.infer(e, Want::Nothing);
        let found = self.deref_of(e, self.body.exprs[id].span);
        self.or_later(found, id, || Todo::Deref { id, e })
    }

    pub(super) fn deref_of(&mut self, e: ExprId, span: Span) -> Result<Term, Term> {
        let ty = self.expr_term(e);
        let ty = self.open(ty)?;
        if ty == Ty::ERROR {
            return Ok(Term::ERROR);
        }
        let Some(to) = self.terms.pointee(ty) else {
            let shown = self.show(ty);
            self.error(
                NOT_DEREFERENCEABLE,
                span,
                format!("`{shown}` cannot be dereferenced"),
                "not a pointer or reference",
            );
            return Ok(Term::ERROR);
        };
        let incomplete = to == Ty::VOID || self.adt(to).is_some_and(|adt| adt.kind == AdtKind::Opaque);
        if incomplete || self.terms.is_unsized(to) {
            let (shown, pointer) = (self.show(to), self.show(ty));
            let note = if to == Ty::VOID {
                "cast it to a pointer to what is there"
            } else {
                "it is usable only behind a pointer"
            };
            let message = format!("`{pointer}` cannot be dereferenced");
            let label = format!("`{shown}` has no size");
            let diagnostic = Diagnostic::error(NOT_DEREFERENCEABLE, span, message).label(label).note(note);
            self.report(diagnostic);
            return Ok(Term::ERROR);
        }
        Ok(to)
    }

    /// What a place is part of, as far as types are known, or where it begins.
    fn place_step(&self, e: ExprId) -> Step {
        self.body.as_either().place_step(e, |base| self.terms.is_fat(self.exprs[expr_index(base)]))
    }

    /// Whether an expression names memory, rather than a value.
    pub(super) fn is_place(&self, mut e: ExprId) -> bool {
        loop {
            match self.place_step(e) {
                Step::Part(base) => e = base,
                Step::Root(Root::Local(_) | Root::Behind(_)) => return true,
                Step::Root(Root::Item(item)) => {
                    return matches!(self.items[item].kind::<Linked>(), ItemKind::Static { .. });
                }
                Step::Root(Root::Error | Root::Value) => return false,
            }
        }
    }

    /// The variable that has to be decided before it is known whether an expression names memory.
    fn place_waits(&mut self, mut e: ExprId) -> Option<Term> {
        while let Step::Part(base) = self.place_step(e) {
            let ty = self.expr_term(base);
            if let Err(on) = self.derefs(ty) {
                return Some(on);
            }
            e = base;
        }
        None
    }

    /// Reports an access that a place does not permit, as soon as that is known.
    pub(super) fn access(&mut self, place: ExprId, access: Access) {
        if let Err(on) = self.writable(place, access) {
            self.queue(Todo::Writable { place, access }, on, on);
        }
    }

    pub(super) fn writable(&mut self, place: ExprId, access: Access) -> Result<(), Term> {
        if self.terms.is_ready() {
            self.settle();
        }
        let ty = self.expr_term(place);
        if access != Access::Change && !self.is_place(place) {
            if let Some(on) = self.place_waits(place) {
                return Err(on);
            }
            if access == Access::Assign && ty != Ty::ERROR {
                let span = self.body.exprs[place].span;
                self.error(NOT_A_PLACE, span, "this cannot be assigned to", "not a place in memory");
            }
            return Ok(());
        }
        if ty == Ty::ERROR || access == Access::Assign && self.is_late(place) {
            return Ok(());
        }
        match self.is_mutable(place) {
            Ok(()) => Ok(()),
            Err(Fixed::Open(on)) => Err(on),
            Err(why) => {
                self.not_mutable(place, why);
                Ok(())
            }
        }
    }

    /// Whether a place may be written; if not, why.
    pub(super) fn is_mutable(&mut self, mut e: ExprId) -> Result<(), Fixed> {
        let root = loop {
            match self.place_step(e) {
                Step::Part(base) => {
                    self.reached_by(base)?;
                    e = base;
                }
                Step::Root(root) => break root,
            }
        };
        match root {
            Root::Local(local) => {
                let info = self.body.locals[local];
                if info.mutable || info.synthetic { Ok(()) } else { Err(Fixed::Local(local)) }
            }
            Root::Item(item) => match self.items[item].kind::<Linked>() {
                ItemKind::Static { mutable: true, .. } => Ok(()),
                ItemKind::Static { .. } => Err(Fixed::Static(item)),
                _ => Err(Fixed::Value),
            },
            Root::Behind(pointer) => self.permits(pointer),
            Root::Error => Ok(()),
            Root::Value => Err(Fixed::Value),
        }
    }

    /// The base of a field or an element must have a known type: it may be a pointer, which makes the place another one.
    fn reached_by(&mut self, base: ExprId) -> Result<(), Fixed> {
        let ty = self.expr_term(base);
        if ty.finished().is_none() {
            self.derefs(ty).map_err(Fixed::Open)?;
        }
        Ok(())
    }

    fn permits(&mut self, pointer: ExprId) -> Result<(), Fixed> {
        let ty = self.expr_term(pointer);
        let ty = self.open(ty).map_err(Fixed::Open)?;
        match self.terms.shape(ty) {
            Shape::Ptr(Mutability::Const, _) | Shape::Ref(Mutability::Const, _) => Err(Fixed::Behind(pointer)),
            Shape::Ref(Mutability::Mut, _) => self.reached(pointer),
            _ => Ok(()),
        }
    }

    /// Whether a `&mut` may be written through where it stands: not behind a `&`, which others may hold too.
    fn reached(&mut self, mut place: ExprId) -> Result<(), Fixed> {
        loop {
            match self.place_step(place) {
                Step::Part(base) => {
                    self.reached_by(base)?;
                    place = base;
                }
                Step::Root(Root::Behind(pointer)) => return deep(|| self.permits(pointer)),
                Step::Root(Root::Local(_) | Root::Item(_) | Root::Error | Root::Value) => return Ok(()),
            }
        }
    }

    /// Reports a write to what may not be written.
    pub(super) fn require_mutable(&mut self, place: ExprId, ty: Term) {
        if self.resolve(ty) != Ty::ERROR {
            self.access(place, Access::Change);
        }
    }

    fn not_mutable(&mut self, place: ExprId, why: Fixed) {
        let span = self.body.exprs[place].span;
        let diagnostic =
            match why {
                Fixed::Open(_) => return,
                Fixed::Local(local) if self.read_only_locals.contains(&local) => return,
                Fixed::Local(local) => {
                    self.read_only_locals.push(local);
                    let info = self.body.locals[local];
                    let text = self.name(info.name).to_string();
                    Diagnostic::error(NOT_MUTABLE, span, format!("`{text}` is not mutable"))
                        .label("cannot be changed")
                        .fix(info.span, format!("mut {text}"), "declare it `mut`")
                }
                Fixed::Static(item) => {
                    let name = self.items[item].name;
                    let message = format!("static `{}` is not mutable", self.name(name.name));
                    Diagnostic::error(NOT_MUTABLE, span, message)
                        .label("cannot be changed")
                        .secondary(name.span, "declared here, without `mut`")
                }
                Fixed::Behind(pointer) => return self.read_only(span, pointer),
                Fixed::Value => Diagnostic::error(NOT_A_PLACE, span, "this is a value, not a place in memory")
                    .label("cannot be changed"),
            };
        self.report(diagnostic);
    }

    /// Reports a write through what permits none.
    pub(super) fn read_only(&mut self, span: Span, pointer: ExprId) {
        if let ExprKind::Local(local) = self.body.kind(pointer) {
            if self.read_only_locals.contains(&local) {
                return;
            }
            self.read_only_locals.push(local);
        }
        let ty = self.expr_term(pointer);
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(NOT_MUTABLE, span, format!("what is behind a `{shown}` cannot be changed"))
            .label("read-only")
            .note("it takes `*mut T` or `&mut T`");
        self.report(diagnostic);
    }

    pub(super) fn assign(&mut self, place: ExprId, value: ExprId) -> Term {
        let ty = self.infer(place, Want::Nothing);
        if let ExprKind::Local(_) = self.body.kind(place)
            && let Shape::Ptr(Mutability::Mut, to) | Shape::Ref(Mutability::Mut, to) = self.terms.shape(ty)
            && self.is_mutable(place).is_err()
            && !self.is_late(place)
        {
            return self.assign_behind(place, value, ty, to);
        }
        self.access(place, Access::Assign);
        self.check(value, ty);
        Ty::VOID.into()
    }

    /// `p = 5` for a pointer that is not mutable: what it leads to may be meant.
    fn assign_behind(&mut self, place: ExprId, value: ExprId, ty: Term, to: Term) -> Term {
        let found = self.infer(value, Want::Value(to));
        let found = self.resolve(found);
        let open = self.var_kind(found).is_some_and(VarKind::is_open);
        if open || self.converts(found, ty) || !self.try_coerce(value, found, to) {
            self.require_mutable(place, ty);
            self.coerce(value, found, ty);
            return Ty::VOID.into();
        }
        let (shown, wanted) = (self.show(found), self.show(ty));
        let span = self.body.exprs[place].span;
        let text = format!("*{}", self.cx.snippet(span));
        let diagnostic =
            Diagnostic::error(NOT_MUTABLE, span, format!("the pointer itself cannot be changed to `{shown}`"))
                .label(format!("`{wanted}`"))
                .suggest(span, text, "change what it leads to");
        self.report(diagnostic);
        Ty::VOID.into()
    }

    /// Whether the place is a variable that was declared without a value: `move-check` sees that it is given one once.
    fn is_late(&self, e: ExprId) -> bool {
        let ExprKind::Local(local) = self.body.kind(e) else { return false };
        self.late.get(local_index(local)).copied().unwrap_or(false)
    }
}

/// Why a place may not be written.
pub(super) enum Fixed {
    /// Not known before this variable is decided.
    Open(Term),
    Local(LocalId),
    Static(ItemId),
    /// Read-only behind this pointer.
    Behind(ExprId),
    /// Not in memory at all.
    Value,
}
