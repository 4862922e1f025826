//! Parameters: what is given for those of other items, and what is inferred.

use super::*;
use vex_ir::pool::List;
use vex_ir::tree::generic;

impl TypeChecker<'_> {
    /// What a type expression means, with a variable for each `_` in it.
    pub(super) fn type_term(&mut self, id: TypeId) -> Term {
        let known = self.body.meaning(id);
        if known != Ty::HOLE {
            return known.into();
        }
        if let Some(&term) = self.holes.get(&id) {
            return term;
        }
        let term = vex_ir::stack::deep(|| self.type_with_hole(id));
        self.holes.insert(id, term);
        term
    }

    fn type_with_hole(&mut self, id: TypeId) -> Term {
        let span = self.body.types[id].span;
        match self.body.type_expr(id) {
            TypeKind::Infer => self.fresh(VarKind::Any, span),
            TypeKind::Ptr(m, to) => {
                let to = self.type_term(to);
                self.terms.ptr(m, to)
            }
            TypeKind::Ref(m, to) => {
                let to = self.type_term(to);
                self.terms.reference(m, to)
            }
            TypeKind::Slice(of) => {
                let of = self.type_term(of);
                self.terms.slice(of)
            }
            TypeKind::Array(of, len) => {
                let of = self.type_term(of);
                match self.len_of(len, span) {
                    Some(len) => self.terms.array_of(of, len),
                    None => Term::ERROR,
                }
            }
            TypeKind::Tuple(list) => {
                let parts = self.type_terms(list);
                self.terms.tuple(&parts)
            }
            TypeKind::Fn(sig) => {
                let mut parts = self.type_terms(sig.params);
                parts.push(sig.ret.map_or(Ty::VOID.into(), |ret| self.type_term(ret)));
                let (conv, variadic, is_unsafe) = (sig.abi.conv(), sig.variadic, sig.is_unsafe);
                let params = vec![Ty::BOOL; parts.len() - 1];
                let like = FnSig { params, ret: Ty::BOOL, conv, variadic, is_unsafe };
                let like = self.types.intern(TyKind::Fn(Box::new(like)));
                self.terms.function(like, &parts)
            }
            TypeKind::Item(item, args) => {
                let given = self.body.type_lists[args].to_vec();
                let args = self.arg_terms(item, &given);
                self.bounded(item, &args, span);
                let ItemTy::Type(named) = self.item_ty(item) else { return Term::ERROR };
                match (self.items[item].kind::<Linked>(), self.types.kind(named)) {
                    (ItemKind::Struct(_) | ItemKind::Enum(_), TyKind::Adt(adt)) => self.terms.apply(*adt, &args),
                    // An alias.
                    _ => self.instantiate(named, &args),
                }
            }
            TypeKind::Variant(_, _, Some(of)) => self.type_term(of),
            TypeKind::As(ty, _) => self.type_term(ty),
            TypeKind::Assoc(of, name) => self.assoc_with_hole(of, name, span),
            // Nothing else has a part in which `_` could stand.
            _ => Term::ERROR,
        }
    }

    fn type_terms(&mut self, list: List<TypeId>) -> Vec<Term> {
        let list: Vec<TypeId> = self.body.type_lists[list].to_vec();
        list.into_iter().map(|ty| self.type_term(ty)).collect()
    }

    /// The type of a function that takes arguments for its parameters.
    #[cold]
    pub(super) fn generic_item(&mut self, item: ItemId, args: List<TypeId>, span: Span) -> Term {
        let ItemTy::Fn(ty) = self.item_ty(item) else { return Term::ERROR };
        let given = self.body.type_lists[args].to_vec();
        if given.len() != self.generics_of.get(&item).map_or(0, Vec::len) {
            let diagnostic = generic::wrong_number(self.cx, &self.items[item], given.len(), span);
            self.report(diagnostic);
            return Term::ERROR;
        }
        let args = self.arg_terms(item, &given);
        if !self.right_kinds(item, &given) {
            args.iter().for_each(|arg| self.terms.taint(*arg));
            return Term::ERROR;
        }
        self.bounded(item, &args, span);
        self.instantiate(ty, &args)
    }

    /// A type of another item, with arguments for the parameters of that.
    pub(super) fn instantiate(&mut self, ty: Ty, args: &[Term]) -> Term {
        let found = self.terms.instantiate(ty, args);
        self.wait_for_assocs();
        found
    }

    /// What is given for the parameters of an item, with a variable for each `_` in it.
    pub(super) fn arg_terms(&mut self, item: ItemId, args: &[TypeId]) -> Vec<Term> {
        let params = self.generics_of.get(&item).map_or(&[][..], |params| params);
        let is_number = |at: usize| params.get(at).is_some_and(|param| param.number.is_some());
        let terms = args.iter().enumerate().map(|(at, arg)| match self.body.type_expr(*arg) {
            TypeKind::Infer if is_number(at) => {
                let span = self.body.types[*arg].span;
                *self.holes.entry(*arg).or_insert_with(|| self.terms.fresh(VarKind::Number, span))
            }
            _ => self.type_term(*arg),
        });
        terms.collect()
    }

    /// Whether what is given for parameters are types and numbers as these; reports it if not.
    pub(super) fn right_kinds(&mut self, item: ItemId, args: &[TypeId]) -> bool {
        let params = self.generics_of.get(&item).map_or(&[][..], |params| params);
        let own = self.generics_of.get(&self.id).map_or(&[][..], |params| params);
        let mut right = true;
        for (at, (arg, param)) in args.iter().zip(params).enumerate() {
            let ty = self.body.meaning(*arg);
            if ty == Ty::HOLE {
                continue;
            }
            right &= ty != Ty::ERROR;
            let constant = self.sigs.constant_type(&self.body, *arg);
            let span = self.body.types[*arg].span;
            let given = generic::Given { of: (item, at), wanted: param.number, arg: ty, constant, span };
            if let Some(diagnostic) = generic::wrong_kind(self.cx, self.types, self.items, given, own) {
                self.report(diagnostic);
                right = false;
            }
        }
        right
    }

    /// The type of a parameter that is a number.
    pub(super) fn number_param(&self, position: u32) -> Option<Ty> {
        self.generics_of.get(&self.id)?.get(position as usize)?.number
    }

    /// Notes what bounds want of arguments.
    pub(super) fn bounded(&mut self, item: ItemId, args: &[Term], span: Span) {
        self.asks(item, args, 0, span);
    }

    /// Gives the types with `_` in them what was found, and looks at bounds.
    pub(super) fn finish_holes(&mut self) {
        for (id, term) in std::mem::take(&mut self.holes) {
            let ty = self.terms.close(term).unwrap_or(Ty::ERROR);
            self.body.type_ty[type_index(id)] = ty;
            if let TypeKind::Infer = self.body.type_expr(id) {
                self.body.set_type(id, TypeKind::Prim(ty));
            }
        }
        for (term, span) in std::mem::take(&mut self.bounds) {
            let ty = self.terms.close(term).unwrap_or(Ty::ERROR);
            if !self.types.mentions_error(ty) && !self.types.is_copy(ty, self.sigs.env(self.id).copied()) {
                let diagnostic = generic::not_copy(self.cx, self.types, self.items, (self.id, ty), span);
                self.report(diagnostic);
            }
        }
    }

    /// The length of an array, or the count of `[value; count]`.
    pub(super) fn len_of(&mut self, count: AnonConst, span: Span) -> Option<Len> {
        match count {
            AnonConst::Literal(count) => Some(Len::Known(count.into())),
            AnonConst::Item(item) => {
                let count = self.anon_values.get(&item)?;
                u64::try_from(*count).ok().map(Len::Known)
            }
            AnonConst::Param(position, name) => {
                let (number, of) = (self.number_param(position), (self.id, position));
                if let Some(wrong) = generic::wrong_length(self.cx, self.types, self.items, of, number, span) {
                    self.report(wrong);
                    return None;
                }
                Some(Len::Open(self.types.intern(TyKind::Param(position, name)).into()))
            }
        }
    }
}
