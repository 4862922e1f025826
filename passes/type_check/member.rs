//! Members of types of the program: functions and constants that implementations have, by path or as methods.

use super::*;
use vex_ir::diag::closest;
use vex_ir::pool::List;
use vex_ir::tree::generic;

pub(super) const NO_SUCH_MEMBER: Code = Code("E0450");
const NOT_A_METHOD: Code = Code("E0451");
const PRIVATE_MEMBER: Code = Code("E0452");
/// A drop function that is called.
const DROPPED_BY_HAND: Code = Code("E0453");

/// How a method takes its receiver.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SelfParam {
    Value,
    Ref(Mutability),
}

/// The member of a name that a type has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    None,
    One(ItemId),
    /// Several traits have one.
    Several(ItemId, ItemId),
}

impl<'a> TypeChecker<'a> {
    /// The member of a name that a type has. `Err`: which it is depends on a variable.
    pub(super) fn member_named(&self, ty: Term, name: Symbol) -> Result<Found, Term> {
        match self.own_member(ty, name)? {
            Some(member) => Ok(Found::One(member)),
            None => self.trait_member(ty, name),
        }
    }

    /// The member that implementations without a trait have.
    fn own_member(&self, ty: Term, name: Symbol) -> Result<Option<ItemId>, Term> {
        let Some(of) = self.terms.adt(ty) else { return Ok(None) };
        let mut fits = self
            .impls
            .named(of, name)
            .iter()
            .filter(|member| self.terms.may_match(self.impls.owner(&self.items[**member]), ty));
        let first = fits.next().copied();
        match fits.next().and_then(|_| self.terms.open_part(ty)) {
            Some(variable) => Err(variable),
            None => Ok(first),
        }
    }

    pub(super) fn has_member(&self, ty: Term, name: Symbol) -> bool {
        self.member_named(ty, name) != Ok(Found::None)
    }

    /// `T::name` as an expression: it becomes the item, with arguments for all of its parameters.
    pub(super) fn member(&mut self, id: ExprId, of: TypeId, name: Symbol, given: List<TypeId>) -> Term {
        if let TypeKind::As(this, of) = self.body.type_expr(of) {
            return self.member_of_trait(id, (this, of), name, given);
        }
        let ty = self.type_term(of);
        let ty = self.resolve(ty);
        let span = self.body.span(id);
        if ty == Ty::ERROR {
            self.body.set(id, ExprKind::ERROR);
            return Term::ERROR;
        }
        let found = if self.var_kind(ty).is_some() { Err(ty) } else { self.member_named(ty, name) };
        match found {
            Ok(Found::One(member)) => self.member_of_type(id, (member, ty), given, span),
            Ok(Found::Several(one, other)) => {
                self.several(ty, (one, other), span);
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
            Err(_) => {
                self.error(super::infer::TYPE_NOT_INFERRED, span, "the type cannot be inferred here", "write it out");
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
            Ok(Found::None) => {
                self.no_member(ty, name, span);
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
        }
    }

    /// `<T as Trait>::name`, `Trait::name`
    fn member_of_trait(&mut self, id: ExprId, (this, of): (TypeId, TypeId), name: Symbol, given: List<TypeId>) -> Term {
        let span = self.body.span(id);
        let this = self.type_term(this);
        let found = match self.body.type_expr(of) {
            TypeKind::Trait(of, list) if list.len() == self.items[of].params().len() => Some((of, list)),
            // Reported.
            _ => None,
        };
        let Some((of, list)) = found else {
            self.body.set(id, ExprKind::ERROR);
            self.body.broken = true;
            return Term::ERROR;
        };
        let is_value = |member: &ItemId| Namespace::of(self.items[*member].raw()) == Some(Namespace::Value);
        match self.sigs.traits.member(of, name).filter(is_value) {
            Some(member) => self.member_with(id, (member, this), Some(list), given, span),
            None => {
                self.terms.taint(this);
                self.no_such_in_trait(of, name, span);
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
        }
    }

    fn no_member(&mut self, ty: Term, name: Symbol, span: Span) {
        let (shown, text) = (self.show(ty), self.name(name).to_string());
        let at = Span::new(span.hi.saturating_sub(text.len() as u32).max(span.lo), span.hi);
        let message = format!("`{shown}` has no member `{text}`");
        let diagnostic = Diagnostic::error(NO_SUCH_MEMBER, at, message).label("not found");
        let diagnostic = match self.trait_with(diagnostic.clone(), ty, name) {
            Some(diagnostic) => diagnostic,
            None => self.similar_member(diagnostic, ty, &text, at),
        };
        self.report(diagnostic);
    }

    /// Offers a member of the type with a similar name.
    pub(super) fn similar_member(&self, diagnostic: Diagnostic, ty: Term, text: &str, at: Span) -> Diagnostic {
        let of = self.terms.adt(ty);
        let fits =
            |members: &[ItemId]| members.iter().any(|m| self.terms.may_match(self.impls.owner(&self.items[*m]), ty));
        let own = self.impls.all().filter(|(owner, _, members)| Some(*owner) == of && fits(members));
        let has = |name: &Symbol| self.trait_member(ty, *name) != Ok(Found::None);
        let of_traits = self.sigs.traits.all_named().filter(has);
        let mut names: Vec<&str> =
            own.map(|(_, name, _)| name).chain(of_traits).map(|name| self.cx.text(name)).collect();
        // The table has no order.
        names.sort_unstable();
        match closest(text, names) {
            Some(close) => diagnostic.suggest(at, close, "a member with a similar name exists"),
            None => diagnostic,
        }
    }

    /// Makes an expression a member of a type, and returns its type.
    fn member_of_type(&mut self, id: ExprId, member: (ItemId, Term), given: List<TypeId>, span: Span) -> Term {
        self.member_with(id, member, None, given, span)
    }

    /// The same, with what is given for the parameters of a trait that has the member.
    fn member_with(
        &mut self,
        id: ExprId,
        (member, ty): (ItemId, Term),
        of_trait: Option<List<TypeId>>,
        given: List<TypeId>,
        span: Span,
    ) -> Term {
        self.check_member_visible(member, span);
        if self.is_drop_fn(member) {
            let diagnostic = dropped_by_hand(span);
            self.report(diagnostic.note("`drop(x)` ends a value before its variable does"));
            self.terms.taint(ty);
            self.body.set(id, ExprKind::ERROR);
            return Term::ERROR;
        }
        let pattern = self.impls.owner(&self.items[member]);
        let block = self.items[member].member_of;
        let around = block.and_then(|block| self.generics_of.get(&block)).map_or(0, Vec::len);
        let own = self.items[member].params().len();
        let mut args = Vec::with_capacity(around + own);
        if block.is_some_and(|block| self.items[block].is_trait()) {
            args.push(self.known_arg(ty, span));
            args.extend(of_trait.map_or(&[][..], |list| &self.body.type_lists[list]));
        }
        for _ in args.len()..around {
            args.push(self.inferred_arg(span));
        }
        if given.is_empty() {
            for _ in 0..own {
                args.push(self.inferred_arg(span));
            }
        } else {
            args.extend(self.body.type_lists[given].to_vec());
        }
        if args.len() != around + own {
            let diagnostic = generic::wrong_number(self.cx, &self.items[member], given.len(), span);
            self.report(diagnostic);
            self.body.set(id, ExprKind::ERROR);
            return Term::ERROR;
        }
        let terms = self.arg_terms(member, &args);
        if !self.right_kinds(member, &args) {
            terms.iter().for_each(|arg| self.terms.taint(*arg));
            self.body.set(id, ExprKind::ERROR);
            return Term::ERROR;
        }
        let args = self.body.type_lists.alloc(args);
        let this = self.instantiate(pattern, &terms);
        self.unify(this, ty);
        self.body.set(id, ExprKind::Item(member, args));
        if let ItemKind::Const { .. } = self.items[member].kind::<Linked>() {
            self.constants.push(id);
        }
        self.bounded(member, &terms, span);
        match self.item_ty(member) {
            ItemTy::Fn(ty) | ItemTy::Value(ty) => self.instantiate(ty, &terms),
            ItemTy::None | ItemTy::Type(_) => Term::ERROR,
        }
    }

    /// Whether it is what the compiler calls where a value ends.
    fn is_drop_fn(&self, member: ItemId) -> bool {
        self.items[member].member_of.is_some_and(|of| self.sigs.scopes.lang_items.get(LangItem::Drop) == Some(of))
    }

    /// `x.drop()`, for `drop(x)`.
    fn dropped_method(&mut self, id: ExprId, receiver: ExprId, at: Span) {
        let diagnostic = dropped_by_hand(at);
        let ty = self.expr_term(receiver);
        let is_reference = matches!(self.terms.shape(ty), Shape::Ref(..));
        let diagnostic = match self.body.kind(receiver) {
            ExprKind::Local(_) if !is_reference => {
                let fixed = format!("drop({})", self.cx.snippet(self.body.span(receiver)));
                diagnostic.fix(self.body.span(id), fixed, "end the value like this")
            }
            // Somebody else has it.
            _ => diagnostic.note("what has the value ends it"),
        };
        self.report(diagnostic);
    }

    /// A type argument that is found out already.
    fn known_arg(&mut self, ty: Term, span: Span) -> TypeId {
        let arg = self.inferred_arg(span);
        self.holes.insert(arg, ty);
        arg
    }

    /// A type argument that is left out.
    fn inferred_arg(&mut self, span: Span) -> TypeId {
        let arg = self.body.alloc_type(TypeKind::Infer, span);
        self.body.type_ty.resize(type_index(arg) + 1, Ty::UNKNOWN);
        self.body.type_ty[type_index(arg)] = Ty::HOLE;
        arg
    }

    /// Members without `pub` are the file's own.
    fn check_member_visible(&mut self, member: ItemId, span: Span) {
        let (item, here) = (&self.items[member], self.items[self.id].module);
        // Those of a trait can be used where it can.
        let of_trait = item.member_of.filter(|around| self.items[*around].is_trait());
        if item.is_pub || item.module == here || of_trait.is_some_and(|of| self.items[of].is_pub) {
            return;
        }
        let text = self.cx.text(item.name.name);
        let diagnostic = Diagnostic::error(PRIVATE_MEMBER, span, format!("`{text}` is not `pub`"))
            .label("its file alone can call it")
            .secondary(item.name.span, "declared here");
        self.report(diagnostic);
    }

    /// The call of a method that an implementation has, if the receiver has one; `ty` is what it is behind references. `Err`: which it is
    /// depends on a variable.
    pub(super) fn method_of_type(
        &mut self,
        id: ExprId,
        (name, ty): (Symbol, Term),
        generics: List<TypeId>,
        args: List<ExprId>,
        inferred: bool,
    ) -> Result<Option<Term>, Term> {
        let receiver = self.body.expr_lists[args][0];
        let (this, found) = self.method_named(receiver, ty, name)?;
        let span = self.body.span(id);
        let text = self.name(name).len() as u32;
        let from = self.body.span(receiver).hi + 1;
        let at = Span::new(from.min(span.hi), (from + text).min(span.hi));
        let member = match found {
            Found::None => return Ok(None),
            Found::One(member) => member,
            Found::Several(one, other) => {
                self.several(this, (one, other), at);
                if !inferred {
                    self.infer_args(args, 1);
                }
                return Ok(Some(Term::ERROR));
            }
        };
        if self.is_drop_fn(member) {
            self.dropped_method(id, receiver, at);
            if !inferred {
                self.infer_args(args, 1);
            }
            return Ok(Some(Term::ERROR));
        }
        let callee = self.body.alloc(ExprKind::ERROR, at);
        let sig = self.member_of_type(callee, (member, this), generics, at);
        self.set(callee, sig);
        let how = self.self_param(member);
        if how.is_none() {
            self.no_receiver(member, at, ty);
        }
        let Some(how) = how.filter(|_| sig != Ty::ERROR) else {
            if !inferred {
                self.infer_args(args, 1);
            }
            return Ok(Some(Term::ERROR));
        };
        self.adjust_receiver(receiver, how, this);
        self.body.set(id, ExprKind::Call(callee, args));
        self.call_of(id, callee, args, 1, inferred).map(Some)
    }

    /// How a function takes `self`, if it does.
    fn self_param(&self, member: ItemId) -> Option<SelfParam> {
        self.items[member].as_fn()?.params.first().filter(|param| param.is_self)?;
        let ItemTy::Fn(ty) = self.item_ty(member) else { return None };
        let first = *self.types.sig(ty)?.params.first()?;
        Some(match self.types.kind(first) {
            TyKind::Ref(m, to) if *to == self.impls.owner(&self.items[member]) => SelfParam::Ref(*m),
            _ => SelfParam::Value,
        })
    }

    fn no_receiver(&mut self, member: ItemId, at: Span, ty: Term) {
        let (text, shown) = (self.name(self.items[member].name.name).to_string(), self.show(ty));
        let message = match self.items[member].as_fn() {
            Some(_) => format!("`{text}` takes no `self`: it is called as `{shown}::{text}(…)`"),
            None => format!("`{text}` is a constant: `{shown}::{text}`"),
        };
        let diagnostic = Diagnostic::error(NOT_A_METHOD, at, message).label("no method");
        let diagnostic = diagnostic.secondary(self.items[member].name.span, "declared here");
        self.report(diagnostic);
    }

    /// Makes a receiver what its method takes, which `this` has: dereferences it, or refers to it.
    fn adjust_receiver(&mut self, receiver: ExprId, how: SelfParam, this: Term) {
        loop {
            let ty = self.expr_term(receiver);
            let is_it = self.resolve(this) == ty;
            match (how, self.terms.shape(ty)) {
                (SelfParam::Value, _) if is_it => return,
                (SelfParam::Ref(wanted), Shape::Ref(m, to)) if !is_it && self.resolve(to) == self.resolve(this) => {
                    if wanted == Mutability::Mut && m == Mutability::Const {
                        self.read_only(self.body.span(receiver), receiver);
                        self.set(receiver, Term::ERROR);
                    }
                    return;
                }
                (SelfParam::Ref(wanted), _) if is_it => return self.refer_to(receiver, ty, wanted),
                (_, Shape::Ref(_, to)) => self.wrap(receiver, to, ExprKind::Deref),
                // An array whose elements as a slice have the method.
                (SelfParam::Ref(wanted), Shape::Array(..)) => {
                    self.refer_to(receiver, ty, wanted);
                    let slice = self.terms.reference(wanted, this);
                    let found = self.expr_term(receiver);
                    return self.coerce(receiver, found, slice);
                }
                _ => return,
            }
        }
    }

    /// Makes a receiver a reference to what it is.
    fn refer_to(&mut self, receiver: ExprId, ty: Term, wanted: Mutability) {
        if wanted == Mutability::Mut {
            self.require_mutable(receiver, ty);
        }
        let reference = self.terms.reference(wanted, ty);
        self.wrap(receiver, reference, |inner| ExprKind::Ref(wanted, inner));
    }
}

fn dropped_by_hand(at: Span) -> Diagnostic {
    let message = "`drop` is called where a value ends, and only there";
    Diagnostic::error(DROPPED_BY_HAND, at, message).label("called by hand")
}
