//! When two declarations say the same to C: integers and floats exactly, pointers as far as C would be wrong to care.

use vex_ir::ty::*;

/// Deeper than this, types are not looked into.
const MAX_DEPTH: u32 = 16;

/// Whether C sees no difference between two types.
pub(super) fn same(types: &Types, a: Ty, b: Ty) -> bool {
    same_at(types, a, b, 0)
}

fn same_at(types: &Types, a: Ty, b: Ty, depth: u32) -> bool {
    if a == b || a == Ty::ERROR || b == Ty::ERROR || depth > MAX_DEPTH {
        return true;
    }
    match (types.kind(a), types.kind(b)) {
        (TyKind::Ptr(_, x) | TyKind::Ref(_, x), TyKind::Ptr(_, y) | TyKind::Ref(_, y)) => {
            let opaque = |ty: Ty| ty == Ty::VOID || types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
            let byte = |ty: Ty| ty == Ty::U8 || ty == Ty::I8;
            opaque(*x) || opaque(*y) || byte(*x) && byte(*y) || same_at(types, *x, *y, depth + 1)
        }
        (TyKind::Fn(x), TyKind::Fn(y)) => {
            x.conv == y.conv
                && x.variadic == y.variadic
                && x.params.len() == y.params.len()
                && x.params.iter().zip(&y.params).all(|(x, y)| same_at(types, *x, *y, depth + 1))
                && same_at(types, x.ret, y.ret, depth + 1)
        }
        (TyKind::Array(x, m), TyKind::Array(y, n)) => m == n && same_at(types, *x, *y, depth + 1),
        // Two modules may each describe a struct of C.
        (TyKind::Adt(x), TyKind::Adt(y)) => same_adt(types, &types.adts[*x], &types.adts[*y], depth),
        // C's enums are integers.
        (TyKind::Adt(x), TyKind::Int(int)) | (TyKind::Int(int), TyKind::Adt(x)) => {
            matches!(types.adts[*x].kind, AdtKind::Enum { repr, .. } if repr == *int)
        }
        _ => false,
    }
}

fn same_adt(types: &Types, a: &AdtDef, b: &AdtDef, depth: u32) -> bool {
    let fields = |x: &[AdtField], y: &[AdtField]| {
        x.len() == y.len() && x.iter().zip(y).all(|(x, y)| same_at(types, x.ty, y.ty, depth + 1))
    };
    if (a.packed, a.align) != (b.packed, b.align) {
        return false;
    }
    match (&a.kind, &b.kind) {
        (AdtKind::Struct(x), AdtKind::Struct(y)) | (AdtKind::Union(x), AdtKind::Union(y)) => fields(x, y),
        (AdtKind::Enum { repr: x, .. }, AdtKind::Enum { repr: y, .. }) => x == y,
        (AdtKind::Opaque, AdtKind::Opaque) => true,
        _ => false,
    }
}
