//! What can be passed to C. Rejected is only what has no meaning there; where C code would be fine, this is silent.

use super::*;

impl Merger<'_> {
    /// Checks the parameters and the result of a function with a C convention.
    pub(super) fn check_signature(&mut self, id: ItemId) {
        let (item, body) = (&self.ir.items[id], &self.ir.bodies[id]);
        let ItemTy::Fn(ty) = self.ir.item_ty(id) else { return };
        let (Some(function), Some(sig)) = (item.as_fn(), self.ir.types.sig(ty)) else { return };
        let params = function.params.iter().zip(&sig.params).map(|(p, ty)| (*ty, type_span(body, p.ty)));
        let ret = function.ret.map(|r| (sig.ret, type_span(body, r)));
        let found: Vec<(Ty, Span)> = params.chain(ret).collect();
        found.into_iter().for_each(|(ty, span)| self.passable(ty, span, 0));
    }

    /// Checks the type of a variable that C and Vex share. Arrays are allowed.
    pub(super) fn check_static(&mut self, id: ItemId, ty: TypeId) {
        let ItemTy::Value(found) = self.ir.item_ty(id) else { return };
        let span = type_span(&self.ir.bodies[id], ty);
        self.passable(found, span, 1);
    }

    /// Checks the type of a function with a C convention, as one is written.
    pub(super) fn check_function_type(&mut self, id: ItemId, ty: TypeId) {
        let body = &self.ir.bodies[id];
        let TypeKind::Fn(sig) = Read::<Signed>::new(body).type_expr(ty) else { return };
        let parts = body.type_lists[sig.params].iter().copied().chain(sig.ret);
        let found: Vec<(Ty, Span)> = parts.map(|t| (body.meaning(t), body.types[t].span)).collect();
        found.into_iter().for_each(|(ty, span)| self.passable(ty, span, 0));
    }

    fn passable(&mut self, ty: Ty, span: Span, depth: u32) {
        let Some((reason, instead)) = not_passable(&self.ir.types, ty, depth, &mut self.not_passable) else {
            return;
        };
        let shown = self.ir.types.show(&self.cx.interner, ty);
        let diagnostic = Diagnostic::error(TYPE_NOT_FOR_C, span, format!("`{shown}` cannot be passed to C"))
            .label(reason)
            .note(instead);
        self.cx.emit(diagnostic);
    }
}

/// Why an enum whose variants have fields cannot cross to C, and what to use instead.
const SUM: (&str, &str) = (
    "an enum with fields, whose layout C does not know",
    "use a struct of a `#[repr(i32)]` enum and a union, or a pointer; of enums with fields, C knows those of nothing and a reference or a \
     function, which are pointers that may be null",
);

/// Why a type cannot cross to C by value, and what to use instead.
fn not_passable(
    types: &Types,
    ty: Ty,
    depth: u32,
    known: &mut FxHashMap<Ty, bool>,
) -> Option<(&'static str, &'static str)> {
    match types.kind(ty) {
        TyKind::Ref(_, to) | TyKind::Ptr(_, to) if *to == Ty::STR => Some((
            "a pointer with a length, which C does not know",
            "use `*u8` for a C string, and pass a length beside it if C wants one",
        )),
        TyKind::Ref(_, to) | TyKind::Ptr(_, to) if types.is_unsized(*to) => Some((
            "a pointer with a length, which C does not know",
            "use a raw pointer to the first element, and a length",
        )),
        TyKind::Char => Some(("a Unicode scalar value, which C's `char` is not", "use `u32`, or `u8` for C's `char`")),
        TyKind::Tuple(_) => Some(("tuples have no C counterpart", "use a struct")),
        TyKind::Array(..) if depth == 0 => Some((
            "C passes arrays by pointer",
            "use `*T` or `*mut T` to the first element, or put the array in a struct",
        )),
        TyKind::Array(of, _) => not_passable(types, *of, depth + 1, known),
        TyKind::Fn(sig) if sig.conv == Conv::Vex => {
            Some(("a Vex function, whose convention C does not know", "use `extern \"C\" fn(…)`"))
        }
        TyKind::Adt(_) | TyKind::Apply(..) if let Some(pointer) = types.nullable(ty) => {
            not_passable(types, pointer, depth, known)
        }
        TyKind::Adt(_) | TyKind::Apply(..) if types.applied(ty).0.is_some_and(AdtDef::is_sum) => Some(SUM),
        TyKind::Adt(_) | TyKind::Apply(..) => {
            // A type that contains itself is reported elsewhere.
            let bad = match known.insert(ty, false) {
                Some(bad) => bad,
                None => types.fields_of(ty).any(|f| not_passable(types, f.ty, depth + 1, known).is_some()),
            };
            known.insert(ty, bad);
            bad.then_some((
                "has a field that C cannot have",
                "use raw pointers, integers, floats, `bool`, structs and unions in it",
            ))
        }
        TyKind::Error
        | TyKind::Param(..)
        | TyKind::Assoc(..)
        | TyKind::OpenArray(..)
        | TyKind::Number(_)
        | TyKind::Void
        | TyKind::Never
        | TyKind::Bool
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Str
        | TyKind::Null
        | TyKind::Ptr(..)
        | TyKind::Ref(..)
        | TyKind::Slice(_)
        | TyKind::Fn(_) => None,
    }
}
