//! When two declarations say the same to C: integers and floats exactly, pointers as far as C would be wrong to care.

use rustc_hash::FxHashSet;
use vex_ir::ty::*;

/// Whether C sees no difference between two types.
pub(super) fn same(types: &Types, a: Ty, b: Ty) -> bool {
    Comparison { types, pairs: FxHashSet::default() }.same(a, b)
}

struct Comparison<'a> {
    types: &'a Types,
    /// Structs and unions that are being compared, or were: types that lead back to themselves differ elsewhere or not at all.
    pairs: FxHashSet<(AdtId, AdtId)>,
}

impl Comparison<'_> {
    fn same(&mut self, a: Ty, b: Ty) -> bool {
        if a == b || a == Ty::ERROR || b == Ty::ERROR {
            return true;
        }
        let types = self.types;
        match (types.kind(a), types.kind(b)) {
            (TyKind::Ptr(_, x) | TyKind::Ref(_, x), TyKind::Ptr(_, y) | TyKind::Ref(_, y)) => {
                let opaque = |ty: Ty| ty == Ty::VOID || types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
                let byte = |ty: Ty| ty == Ty::U8 || ty == Ty::I8;
                opaque(*x) || opaque(*y) || byte(*x) && byte(*y) || self.same(*x, *y)
            }
            (TyKind::Fn(x), TyKind::Fn(y)) => {
                x.conv == y.conv
                    && x.variadic == y.variadic
                    && x.params.len() == y.params.len()
                    && x.params.iter().zip(&y.params).all(|(x, y)| self.same(*x, *y))
                    && self.same(x.ret, y.ret)
            }
            (TyKind::Array(x, m), TyKind::Array(y, n)) => m == n && self.same(*x, *y),
            // Two modules may each describe a struct of C.
            (TyKind::Adt(x), TyKind::Adt(y)) => !self.pairs.insert((*x, *y)) || self.same_adt(*x, *y),
            // C's enums are integers.
            (TyKind::Adt(x), TyKind::Int(int)) | (TyKind::Int(int), TyKind::Adt(x)) => {
                matches!(types.adts[*x].kind, AdtKind::Enum { repr, .. } if repr == *int)
            }
            _ => false,
        }
    }

    fn same_adt(&mut self, a: AdtId, b: AdtId) -> bool {
        let (a, b) = (&self.types.adts[a], &self.types.adts[b]);
        if (a.packed, a.align) != (b.packed, b.align) {
            return false;
        }
        match (&a.kind, &b.kind) {
            (AdtKind::Struct(x), AdtKind::Struct(y)) | (AdtKind::Union(x), AdtKind::Union(y)) => {
                x.len() == y.len() && x.iter().zip(y).all(|(x, y)| self.same(x.ty, y.ty))
            }
            (AdtKind::Enum { repr: x, .. }, AdtKind::Enum { repr: y, .. }) => x == y,
            (AdtKind::Opaque, AdtKind::Opaque) => true,
            _ => false,
        }
    }
}
