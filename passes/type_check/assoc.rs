//! Associated types of what is not known yet, and what bounds say that they are.

use super::pending::Todo;
use super::term::OpenAssoc;
use super::*;
use vex_ir::tree::traits::{CYCLIC_ALIAS, OTHER_TYPE, other_type};

impl TypeChecker<'_> {
    /// Has associated types looked for when it is known of what.
    pub(super) fn wait_for_assocs(&mut self) {
        while let Some((assoc, result)) = self.terms.assocs.pop() {
            match self.assoc_of(&assoc) {
                Ok(found) => self.terms.decide(result, found),
                Err(on) => self.queue(Todo::Assoc(Box::new(assoc)), result, on),
            }
        }
    }

    /// What an associated type is. `Err`: it depends on a variable.
    pub(super) fn assoc_of(&mut self, assoc: &OpenAssoc) -> Result<Term, Term> {
        let args: Vec<Term> = assoc.args.iter().map(|arg| self.resolve(*arg)).collect();
        if args.iter().any(|arg| self.terms.mentions_error(*arg)) {
            args.iter().for_each(|arg| self.terms.taint(*arg));
            return Ok(Term::ERROR);
        }
        let Some(of) = self.sigs.traits.with_name(assoc.of) else { return Ok(Term::ERROR) };
        if let Some(args) = args.iter().map(|arg| arg.finished()).collect::<Option<Vec<Ty>>>() {
            return Ok(self.finished_assoc(assoc, args));
        }
        if self.var_kind(args[0]).is_some_and(term::VarKind::is_open) {
            return Err(args[0]);
        }
        // What bounds say decides before implementations do.
        let is_bound = !self.bounds_for(of, &args).is_empty();
        let found = if is_bound { Vec::new() } else { self.implementations(of, &args) };
        match (&found[..], args.iter().find_map(|arg| self.terms.open_part(*arg))) {
            ([only], _) => Ok(self.assoc_by_implementation(*only, assoc, &args)),
            // That there is none is said of the trait.
            ([], _) if !is_bound => Ok(Term::ERROR),
            (_, Some(open)) => Err(open),
            (_, None) => Ok(Term::ERROR),
        }
    }

    fn finished_assoc(&mut self, assoc: &OpenAssoc, args: Vec<Ty>) -> Term {
        let args = self.types.make_args(args);
        let ty = self.sigs.normal(self.id, self.types.assoc(assoc.of, assoc.name, args));
        let TyKind::Assoc(_, _, left) = self.types.kind(ty) else { return ty.into() };
        let is_open = |this: &Ty| matches!(self.types.kind(*this), TyKind::Param(..) | TyKind::Assoc(..));
        if self.types.args(*left).first().is_none_or(is_open) {
            return ty.into();
        }
        if self.sigs.says_assoc(ty) {
            let message = "this type expands to itself, or through too many others";
            let shown = self.types.show(&self.cx.interner, ty);
            let label = format!("what `{shown}` is depends on others without end");
            self.report(Diagnostic::error(CYCLIC_ALIAS, assoc.span, message).label(label));
        }
        // That there is no implementation is said of the trait.
        Term::ERROR
    }

    /// The only implementation that may be meant says what it is.
    fn assoc_by_implementation(&mut self, id: ItemId, assoc: &OpenAssoc, args: &[Term]) -> Term {
        let member = self.sigs.traits.member(id, assoc.name);
        let Some(ItemTy::Type(ty)) = member.map(|member| self.item_ty(member)) else { return Term::ERROR };
        let Some(own) = self.for_args(id, args, assoc.span) else { return Term::ERROR };
        self.instantiate(ty, &own)
    }

    /// Has the associated types that an item asks for be what it asks for.
    pub(super) fn assocs_equal(&mut self, item: ItemId, args: &[Term], span: Span) {
        for &(assoc, wanted) in self.sigs.traits.equalities(item) {
            let [found, is] = [assoc, wanted].map(|ty| self.instantiate(ty, args));
            if self.unify(found, is) {
                continue;
            }
            let finished = [found, is].map(|term| self.resolve(term).finished());
            let assoc = self.terms.assoc_as_written(assoc, args);
            let diagnostic = match (finished, assoc) {
                ([Some(found), Some(is)], Some(assoc)) => other_type(self.cx, self.sigs, (assoc, found, is), span),
                _ => self.other_term((found, is), span),
            };
            self.report(diagnostic);
        }
    }

    /// Reports an associated type that turns out to be another than was wanted.
    pub(super) fn other_assoc(&mut self, assoc: &OpenAssoc, found: Term, wanted: Term) {
        let args: Option<Vec<Ty>> = assoc.args.iter().map(|arg| self.resolve(*arg).finished()).collect();
        let ends = [found, wanted].map(|term| self.resolve(term).finished());
        let diagnostic = match (args, ends) {
            (Some(args), [Some(found), Some(wanted)]) => {
                let args = self.types.make_args(args);
                let written = self.types.intern(TyKind::Assoc(assoc.of, assoc.name, args));
                other_type(self.cx, self.sigs, (written, found, wanted), assoc.span)
            }
            _ => self.other_term((found, wanted), assoc.span),
        };
        self.report(diagnostic);
    }

    /// How a bound would say that an associated type is another type.
    pub(super) fn bound_on_assoc(&self, assoc: Term, is: Term) -> Option<String> {
        let TyKind::Assoc(of, name, args) = self.types.kind(assoc.finished()?) else { return None };
        let ([this], of) = (self.types.args(*args), self.sigs.traits.with_name(*of)?) else { return None };
        let this = self.types.show(&self.cx.interner, *this);
        let is = self.types.show(&self.cx.interner, is.finished()?);
        let (of, name) = (self.name(self.items[of].name.name), self.name(*name));
        Some(format!("the bound `{this}: {of}<{name} = {is}>` says that they are the same"))
    }

    fn other_term(&mut self, (found, wanted): (Term, Term), span: Span) -> Diagnostic {
        let (found, wanted) = (self.show(found), self.show(wanted));
        let message = format!("an associated type is `{found}`, not `{wanted}`");
        Diagnostic::error(OTHER_TYPE, span, message).label(format!("a bound asks for `{wanted}`"))
    }

    /// `<Vec<_> as Trait>::Name`
    pub(super) fn assoc_with_hole(&mut self, of: TypeId, name: Symbol, span: Span) -> Term {
        let this = self.type_term(of);
        let TypeKind::As(_, bound) = self.body.type_expr(of) else { return Term::ERROR };
        let TypeKind::Trait(of, list) = self.body.type_expr(bound) else { return Term::ERROR };
        let given: Vec<TypeId> = self.body.type_lists[list].to_vec();
        let mut args = vec![this];
        args.extend(given.into_iter().map(|arg| self.type_term(arg)));
        let generics = self.generics_of.get(&of).map_or(0, Vec::len);
        if args.len() != generics {
            // Reported as a trait.
            return Term::ERROR;
        }
        let sigs = self.sigs;
        let own = sigs.traits.predicates(of).first().copied();
        let all = sigs.closure(own.as_slice());
        let has = |of: &&TraitRef| {
            let member = sigs.traits.member(of.of, name).map(|member| self.items[member].kind::<Linked>());
            matches!(member, Some(ItemKind::AssocType(_)))
        };
        let Some(found) = all.iter().find(has) else {
            self.no_such_in_trait(of, name, span);
            return Term::ERROR;
        };
        let args: Vec<Term> = self.types.args(found.args).iter().map(|ty| self.instantiate(*ty, &args)).collect();
        let result = self.terms.assoc(sigs.traits.name(found.of), name, args);
        self.wait_for_assocs();
        result
    }
}
