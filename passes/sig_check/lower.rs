//! What type expressions mean.

use super::*;

const TYPE_NOT_WRITTEN: Code = Code("E0311");
const CYCLIC_ALIAS: Code = Code("E0313");
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

    fn mean(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let expr = self.ir.bodies[owner].types[id];
        let span = expr.span;
        // What nothing reaches is not resolved.
        let Some(kind) = expr.raw().narrow::<Closed>() else { return Ty::ERROR };
        match kind {
            TypeKind::Error | TypeKind::Variant(..) => Ty::ERROR,
            TypeKind::Prim(ty) => ty,
            TypeKind::Never => Ty::NEVER,
            TypeKind::Item(item, _) => self.named(item, span),
            TypeKind::Ptr(m, to) => {
                let to = self.lower(owner, to);
                self.ir.types.ptr(m, to)
            }
            TypeKind::Ref(m, to) => {
                let to = self.lower(owner, to);
                let to = if to == Ty::VOID || to == Ty::NEVER {
                    self.sized(to, span, "the target of a reference")
                } else {
                    to
                };
                if to == Ty::ERROR { to } else { self.ir.types.reference(m, to) }
            }
            TypeKind::Slice(of) => {
                let of = self.element(owner, of);
                self.ir.types.slice(of)
            }
            TypeKind::Array(of, len) => {
                let of = self.element(owner, of);
                match self.anon(len, IntTy::Usize, None).and_then(|len| u64::try_from(len).ok()) {
                    Some(len) => self.ir.types.array(of, len),
                    None => Ty::ERROR,
                }
            }
            TypeKind::Tuple(list) => {
                let parts: Vec<TypeId> = self.ir.bodies[owner].type_lists[list].to_vec();
                let parts: Vec<Ty> = parts.into_iter().map(|t| self.element(owner, t)).collect();
                if parts.is_empty() {
                    return Ty::VOID;
                }
                let ty = self.ir.types.intern(TyKind::Tuple(parts.into()));
                self.extent(ty, span)
            }
            TypeKind::Fn(sig) => {
                let ty = self.function_type(owner, sig, span);
                self.extent(ty, span)
            }
            // `type-check` infers it; it asks for the expression, not for this.
            TypeKind::Infer => self.infer(owner, id),
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

    fn element(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let ty = self.lower(owner, id);
        let span = self.ir.bodies[owner].types[id].span;
        self.sized(ty, span, "an element")
    }

    /// `_` is the whole type of a `let` or cast, or an error: found by asking whether another type contains it.
    fn infer(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let body = &self.ir.bodies[owner];
        let inner = body.types.iter().any(|(outer, _)| {
            let mut inside = false;
            body.children(outer.into(), &mut |node| inside |= node == walk::Node::Type(id));
            inside
        });
        let mut signature = false;
        self.ir.items[owner].roots(&self.ir.bodies[owner], &mut |node| signature |= node == walk::Node::Type(id));
        if inner || signature {
            let span = body.types[id].span;
            let diagnostic =
                Diagnostic::error(TYPE_NOT_WRITTEN, span, "the type must be written here").label("`_` is not enough");
            self.cx.emit(diagnostic);
        }
        Ty::ERROR
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
