//! Members of types of the program: functions and constants that implementations have, by path or as methods.

use super::*;
use vex_ir::diag::closest;
use vex_ir::pool::List;
use vex_ir::tree::generic;

const NO_SUCH_MEMBER: Code = Code("E0450");
const NOT_A_METHOD: Code = Code("E0451");
const PRIVATE_MEMBER: Code = Code("E0452");

/// How a method takes its receiver.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SelfParam {
    Value,
    Ref(Mutability),
}

impl<'a> TypeChecker<'a> {
    /// The member of a name that a type has. `Err`: which it is depends on a variable.
    fn member_named(&self, ty: Term, name: Symbol) -> Result<Option<ItemId>, Term> {
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
        self.member_named(ty, name) != Ok(None)
    }

    /// `T::name` as an expression: it becomes the item, with arguments for all of its parameters.
    pub(super) fn member(&mut self, id: ExprId, of: TypeId, name: Symbol, given: List<TypeId>) -> Term {
        let ty = self.type_term(of);
        let ty = self.resolve(ty);
        let span = self.body.span(id);
        if ty == Ty::ERROR {
            self.body.set(id, ExprKind::ERROR);
            return Term::ERROR;
        }
        let found = if self.var_kind(ty).is_some() { Err(ty) } else { self.member_named(ty, name) };
        match found {
            Ok(Some(member)) => self.member_of_type(id, (member, ty), given, span),
            Err(_) => {
                self.error(super::infer::TYPE_NOT_INFERRED, span, "the type cannot be inferred here", "write it out");
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
            Ok(None) => {
                self.no_member(ty, name, span);
                self.body.set(id, ExprKind::ERROR);
                Term::ERROR
            }
        }
    }

    fn no_member(&mut self, ty: Term, name: Symbol, span: Span) {
        if self.impls_removed {
            return self.body.broken = true;
        }
        let (shown, text) = (self.show(ty), self.name(name).to_string());
        let at = Span::new(span.hi.saturating_sub(text.len() as u32).max(span.lo), span.hi);
        let message = format!("`{shown}` has no member `{text}`");
        let diagnostic = Diagnostic::error(NO_SUCH_MEMBER, at, message).label("not found");
        let diagnostic = self.similar_member(diagnostic, ty, &text, at);
        self.report(diagnostic);
    }

    /// Offers a member of the type with a similar name.
    pub(super) fn similar_member(&self, diagnostic: Diagnostic, ty: Term, text: &str, at: Span) -> Diagnostic {
        let Some(of) = self.terms.adt(ty) else { return diagnostic };
        let fits =
            |members: &[ItemId]| members.iter().any(|m| self.terms.may_match(self.impls.owner(&self.items[*m]), ty));
        let own = self.impls.all().filter(|(owner, _, members)| *owner == of && fits(members));
        let mut names: Vec<&str> = own.map(|(_, name, _)| self.cx.text(name)).collect();
        // The table has no order.
        names.sort_unstable();
        match closest(text, names) {
            Some(close) => diagnostic.suggest(at, close, "a member with a similar name exists"),
            None => diagnostic,
        }
    }

    /// Makes an expression a member of a type, and returns its type.
    fn member_of_type(&mut self, id: ExprId, (member, ty): (ItemId, Term), given: List<TypeId>, span: Span) -> Term {
        self.check_member_visible(member, span);
        let pattern = self.impls.owner(&self.items[member]);
        let around = self.items[member].member_of.map_or(0, |block| self.items[block].params().len());
        let own = self.items[member].params().len();
        let mut args = Vec::with_capacity(around + own);
        for _ in 0..around {
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
        let terms: Vec<Term> = args.iter().map(|arg| self.type_term(*arg)).collect();
        let this = self.terms.instantiate(pattern, &terms);
        self.unify(this, ty);
        let args = self.body.type_lists.alloc(args);
        self.body.set(id, ExprKind::Item(member, args));
        self.bounded(member, &terms, span);
        match self.item_ty(member) {
            ItemTy::Fn(ty) | ItemTy::Value(ty) => self.terms.instantiate(ty, &terms),
            ItemTy::None | ItemTy::Type(_) => Term::ERROR,
        }
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
        if item.is_pub || item.module == here {
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
        let Some(member) = self.member_named(ty, name)? else { return Ok(None) };
        let receiver = self.body.expr_lists[args][0];
        let span = self.body.span(id);
        let text = self.name(name).len() as u32;
        let from = self.body.span(receiver).hi + 1;
        let at = Span::new(from.min(span.hi), (from + text).min(span.hi));
        let callee = self.body.alloc(ExprKind::ERROR, at);
        let sig = self.member_of_type(callee, (member, ty), generics, at);
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
        self.adjust_receiver(receiver, how);
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

    /// Makes a receiver what its method takes: dereferences it, or refers to it.
    fn adjust_receiver(&mut self, receiver: ExprId, how: SelfParam) {
        let SelfParam::Ref(wanted) = how else { return self.through_references(receiver) };
        // The last reference on the way is what is handed on.
        while let Shape::Ref(m, to) = self.shape_of(receiver) {
            if !matches!(self.terms.shape(to), Shape::Ref(..)) {
                if wanted == Mutability::Mut && m == Mutability::Const {
                    self.read_only(self.body.span(receiver), receiver);
                    self.set(receiver, Term::ERROR);
                }
                return;
            }
            self.wrap(receiver, to, ExprKind::Deref);
        }
        let ty = self.expr_term(receiver);
        if wanted == Mutability::Mut {
            self.require_mutable(receiver, ty);
        }
        let reference = self.terms.reference(wanted, ty);
        self.wrap(receiver, reference, |inner| ExprKind::Ref(wanted, inner));
    }

    fn shape_of(&mut self, expr: ExprId) -> Shape {
        let ty = self.expr_term(expr);
        self.terms.shape(ty)
    }
}
