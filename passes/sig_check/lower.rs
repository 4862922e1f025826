//! What type expressions mean.

use super::*;
use vex_ir::pool::List;
use vex_ir::tree::traits::CYCLIC_ALIAS;

pub(super) const TYPE_NOT_WRITTEN: Code = Code("E0311");

const VARIADIC_FUNCTION_TYPE: Code = Code("E0323");

impl SignatureBuilder<'_> {
    /// The type that a type expression of an item means.
    pub(super) fn lower(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let known = self.ir.bodies[owner].meaning(id);
        if known != UNKNOWN {
            return known;
        }
        let ty = self.mean(owner, id);
        self.ir.bodies[owner].type_ty[type_index(id)] = ty;
        ty
    }

    /// The type that an expression in the item itself means, where `_` stands for nothing: it is reported.
    pub(super) fn lower_written(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let ty = self.lower(owner, id);
        if ty == Ty::HOLE { Ty::ERROR } else { ty }
    }

    // Long because it has an arm for each kind of type.
    fn mean(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let expr = self.ir.bodies[owner].types[id];
        let span = expr.span;
        // What nothing reaches is not resolved.
        let Some(kind) = expr.raw().narrow::<Closed>() else { return Ty::ERROR };
        match kind {
            TypeKind::Error => Ty::ERROR,
            TypeKind::Variant(item, _, None) => self.named(item, span),
            TypeKind::Variant(_, _, Some(of)) => self.lower(owner, of),
            TypeKind::Prim(ty) => ty,
            TypeKind::Never => Ty::NEVER,
            TypeKind::Param(position, name) => self.ir.types.intern(TyKind::Param(position, name)),
            TypeKind::SelfType(block) => self.self_type(block, span),
            // It bounds a parameter, and is no type.
            TypeKind::Marker(_) | TypeKind::Trait(..) | TypeKind::Equal(..) => Ty::ERROR,
            // What has a trait is a type like others.
            TypeKind::As(ty, of) => {
                let ty = self.lower(owner, ty);
                self.trait_ref(owner, ty, of);
                ty
            }
            TypeKind::Assoc(of, name) => self.assoc(owner, (of, name), span),
            TypeKind::Number(value) => self.number_arg(value),
            TypeKind::Item(item, _) if matches!(self.ir.items[item].kind::<Closed>(), ItemKind::Const { .. }) => {
                self.constant_arg(item, span)
            }
            TypeKind::Item(item, args) => {
                let named = self.named(item, span);
                self.applied(owner, (item, named), args, span)
            }
            TypeKind::Ptr(m, to) => {
                let to = self.lower(owner, to);
                if to == Ty::HOLE { to } else { self.ir.types.ptr(m, to) }
            }
            TypeKind::Ref(m, to) => {
                let to = self.lower(owner, to);
                if to == Ty::HOLE {
                    return to;
                }
                let to = if to == Ty::VOID || to == Ty::NEVER {
                    self.sized(to, span, "the target of a reference")
                } else {
                    to
                };
                if to == Ty::ERROR { to } else { self.ir.types.reference(m, to) }
            }
            TypeKind::Slice(of) => {
                let of = self.element(owner, of);
                if of == Ty::HOLE { of } else { self.ir.types.slice(of) }
            }
            TypeKind::Array(of, len) => {
                let of = self.element(owner, of);
                let len = self.length(owner, len, span);
                if of == Ty::HOLE && len != Ty::ERROR { of } else { self.ir.types.array_of(of, len) }
            }
            TypeKind::Tuple(list) => {
                let parts: Vec<TypeId> = self.ir.bodies[owner].type_lists[list].to_vec();
                let parts: Vec<Ty> = parts.into_iter().map(|t| self.element(owner, t)).collect();
                if parts.is_empty() {
                    return Ty::VOID;
                }
                if parts.contains(&Ty::HOLE) {
                    return Ty::HOLE;
                }
                let ty = self.ir.types.intern(TyKind::Tuple(parts.into()));
                self.extent(ty, span)
            }
            TypeKind::Fn(sig) => {
                let ty = self.function_type(owner, sig, span);
                if ty == Ty::HOLE { ty } else { self.extent(ty, span) }
            }
            // `type-check` infers it.
            TypeKind::Infer => Ty::HOLE,
        }
    }

    /// The type, unless it is made of too many others to be written out.
    fn extent(&mut self, ty: Ty, span: Span) -> Ty {
        if self.ir.types.extent(ty) <= Types::MAX_EXTENT {
            return ty;
        }
        let diagnostic =
            Diagnostic::error(TYPE_TOO_LARGE, span, "this type is too large").label("made of too many types");
        self.cx.emit(diagnostic);
        Ty::ERROR
    }

    /// The length of an array: a number, or a parameter.
    fn length(&mut self, owner: ItemId, len: AnonConst, span: Span) -> Ty {
        if let AnonConst::Param(position, name) = len {
            let number = self.generics(owner).get(position as usize).and_then(|param| param.number);
            let (types, items) = (&self.ir.types, &self.ir.items);
            let wrong = generic::wrong_length(self.cx, types, items, (owner, position), number, span);
            return match wrong {
                Some(diagnostic) => {
                    self.cx.emit(diagnostic);
                    Ty::ERROR
                }
                None => types.intern(TyKind::Param(position, name)),
            };
        }
        let len = self.anon(len, Ty::USIZE, None).and_then(|len| u64::try_from(len).ok());
        len.map_or(Ty::ERROR, |len| self.ir.types.len_number(len))
    }

    fn element(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let ty = self.lower(owner, id);
        let span = self.ir.bodies[owner].types[id].span;
        self.sized(ty, span, "an element")
    }

    /// What a struct, union, enum or alias is with what is given for its parameters.
    fn applied(&mut self, owner: ItemId, (item, named): (ItemId, Ty), args: List<TypeId>, span: Span) -> Ty {
        if self.ir.items[item].params().is_empty() {
            // Arguments of what takes none are reported.
            return named;
        }
        let generics = self.generics(item).to_vec();
        let written: Vec<TypeId> = self.ir.bodies[owner].type_lists[args].to_vec();
        if written.len() != generics.len() {
            for arg in written.iter() {
                self.lower(owner, *arg);
            }
            let diagnostic = generic::wrong_number(self.cx, &self.ir.items[item], written.len(), span);
            self.cx.emit(diagnostic);
            return Ty::ERROR;
        }
        self.type_numbers(owner, args, &generics);
        let positions = written.iter().zip(&generics).enumerate();
        let given: Vec<Ty> =
            positions.map(|(at, (arg, param))| self.argument(owner, *arg, (item, at), param.number)).collect();
        if named == Ty::ERROR || given.contains(&Ty::ERROR) {
            return Ty::ERROR;
        }
        if given.contains(&Ty::HOLE) {
            return Ty::HOLE;
        }
        if generics.iter().any(|param| param.copy) || !self.ir.traits.predicates(item).is_empty() {
            let args = self.ir.types.make_args(given.clone());
            self.applications.push(Application { owner, item, args, written, span });
        }
        let ty = match *self.ir.types.kind(named) {
            TyKind::Adt(adt)
                if !self.ir.types.adts[adt].generics.is_empty() && self.adts.get(&named) == Some(&item) =>
            {
                let args = self.ir.types.make_args(given);
                self.ir.types.intern(TyKind::Apply(adt, args))
            }
            // An alias.
            _ => {
                let ty = self.ir.types.substitute(named, &given);
                self.normal(owner, ty)
            }
        };
        self.extent(ty, span)
    }

    /// A type or number that is given for a parameter.
    pub(super) fn argument(&mut self, owner: ItemId, id: TypeId, of: (ItemId, usize), wanted: Option<Ty>) -> Ty {
        let arg = self.lower(owner, id);
        let span = self.ir.bodies[owner].types[id].span;
        let arg = match arg == Ty::HOLE {
            true => return arg,
            false => self.sized(arg, span, "what is given for a type parameter"),
        };
        let given =
            generic::Given { of, wanted, arg, constant: self.ir.constant_type(&self.ir.bodies[owner], id), span };
        let wrong = generic::wrong_kind(self.cx, &self.ir.types, &self.ir.items, given, self.generics(owner));
        match wrong {
            Some(diagnostic) => {
                self.cx.emit(diagnostic);
                Ty::ERROR
            }
            None => arg,
        }
    }

    /// Reports a type whose values are moved where one is bound to be copied.
    pub(super) fn not_copy(&mut self, owner: ItemId, ty: Ty, span: Span) {
        let diagnostic = generic::not_copy(self.cx, &self.ir.types, &self.ir.items, (owner, ty), span);
        self.cx.emit(diagnostic);
    }

    /// The type that an item names; aliases are followed.
    fn named(&mut self, item: ItemId, span: Span) -> Ty {
        if matches!(self.ir.items[item].kind::<Closed>(), ItemKind::Alias { .. }) {
            match self.state[item_index(item)] {
                State::Running => return self.alias_cycle(item, span),
                State::Done => {}
                State::Waiting if self.depth >= 200 => return self.alias_cycle(item, span),
                State::Waiting => {
                    self.depth += 1;
                    self.item(item);
                    self.depth -= 1;
                }
            }
        }
        match self.ir.item_ty(item) {
            ItemTy::Type(ty) => ty,
            ItemTy::None | ItemTy::Fn(_) | ItemTy::Value(_) => Ty::ERROR,
        }
    }

    fn alias_cycle(&mut self, item: ItemId, span: Span) -> Ty {
        let name = self.ir.items[item].name;
        let message = format!("type `{}` expands to itself, or through more than 200 others", self.cx.text(name.name));
        let diagnostic =
            Diagnostic::error(CYCLIC_ALIAS, name.span, message).label("declared here").secondary(span, "used here");
        self.cx.emit(diagnostic);
        Ty::ERROR
    }

    fn function_type(&mut self, owner: ItemId, sig: FnTypeExpr, span: Span) -> Ty {
        let params: Vec<TypeId> = self.ir.bodies[owner].type_lists[sig.params].to_vec();
        let params: Vec<Ty> = params
            .into_iter()
            .map(|t| {
                let ty = self.lower(owner, t);
                let span = self.ir.bodies[owner].types[t].span;
                self.sized(ty, span, "a parameter")
            })
            .collect();
        let ret = sig.ret.map_or(Ty::VOID, |t| {
            let ty = self.lower(owner, t);
            let span = self.ir.bodies[owner].types[t].span;
            if ty == Ty::VOID || ty == Ty::NEVER { ty } else { self.sized(ty, span, "a result") }
        });
        if ret == Ty::HOLE || params.contains(&Ty::HOLE) {
            return Ty::HOLE;
        }
        let conv = sig.abi.conv();
        if sig.variadic && (!matches!(conv, Conv::C | Conv::Runtime) || params.is_empty()) {
            let diagnostic =
                Diagnostic::error(VARIADIC_FUNCTION_TYPE, span, "`...` needs a C convention and a parameter before it")
                    .label("as in `extern \"C\" fn(*u8, ...) -> i32`");
            self.cx.emit(diagnostic);
        }
        // Calling through a pointer to a C function needs no `unsafe` beyond what made the pointer; only `unsafe fn` does.
        let is_unsafe = sig.is_unsafe;
        self.ir.types.intern(TyKind::Fn(Box::new(FnSig { params, ret, conv, variadic: sig.variadic, is_unsafe })))
    }
}
