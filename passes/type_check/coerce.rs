//! Implicit conversions: those of section 2 of the language reference, and no others.

use super::want::Want;
use super::*;

impl TypeChecker<'_> {
    /// Checks an expression where a type is wanted.
    pub(super) fn check(&mut self, id: ExprId, wanted: Ty) {
        let found = self.infer(id, Want::Value(wanted));
        self.coerce(id, found, wanted);
    }

    /// Converts an expression to the wanted type, or reports that it can't be.
    pub(super) fn coerce(&mut self, id: ExprId, found: Ty, wanted: Ty) {
        if !self.try_coerce(id, found, wanted) {
            self.mismatch(id, found, wanted);
        }
    }

    /// Converts an expression to the wanted type, if it can be.
    pub(super) fn try_coerce(&mut self, id: ExprId, found: Ty, wanted: Ty) -> bool {
        let (found, wanted) = (self.resolve(found), self.resolve(wanted));
        if found == wanted || found == Ty::ERROR || wanted == Ty::ERROR {
            return true;
        }
        if found == Ty::NEVER {
            self.convert(id, wanted);
            return true;
        }
        if found.as_var().is_some() || wanted.as_var().is_some() {
            return self.unify(found, wanted);
        }
        if self.converts(found, wanted) || self.literal_to_pointer(id, wanted) {
            self.convert(id, wanted);
            return true;
        }
        self.unify(found, wanted)
    }

    fn convert(&mut self, id: ExprId, ty: Ty) {
        self.wrap(id, ty, ExprKind::Convert);
    }

    /// A string literal stands for its own address in C: it has a NUL behind it.
    pub(super) fn literal_to_pointer(&mut self, id: ExprId, wanted: Ty) -> bool {
        let literal = matches!(self.body.kind(id), ExprKind::Str { kind: StrKind::Str, .. });
        literal
            && wanted.as_var().is_none()
            && matches!(self.types.kind(wanted), TyKind::Ptr(Mutability::Const, to) if *to == Ty::U8 || *to == Ty::I8 || *to == Ty::VOID)
    }

    /// Whether values convert without being asked to. Binds variables inside pointers on the way.
    pub(super) fn converts(&mut self, found: Ty, wanted: Ty) -> bool {
        if let (Some(from), Some(to)) = (found.as_int(), wanted.as_int()) {
            return from.widens_to(to);
        }
        if found.as_var().is_some() || wanted.as_var().is_some() {
            return false;
        }
        match (self.types.kind(found).clone(), self.types.kind(wanted).clone()) {
            (TyKind::Float(FloatTy::F32), TyKind::Float(FloatTy::F64)) => true,
            (TyKind::Null, TyKind::Ptr(..)) => true,
            (TyKind::Ref(m, from), TyKind::Ref(n, to)) => {
                permits(m, n) && (self.unify(from, to) || self.unsizes(from, to))
            }
            (TyKind::Ref(m, from) | TyKind::Ptr(m, from), TyKind::Ptr(n, to)) => {
                // A pointer with a length is more than an address: dropping it takes `as_ptr`.
                permits(m, n) && (self.unify(from, to) || to == Ty::VOID && !self.types.is_unsized(from))
            }
            // No other pair converts by itself.
            _ => false,
        }
    }

    /// `[T; N]` behind a reference is a slice.
    fn unsizes(&mut self, from: Ty, to: Ty) -> bool {
        let (from, to) = (self.resolve(from), self.resolve(to));
        if from.as_var().is_some() || to.as_var().is_some() {
            return false;
        }
        match (self.types.kind(from), self.types.kind(to)) {
            (TyKind::Array(a, _), TyKind::Slice(b)) => {
                let (a, b) = (*a, *b);
                self.unify(a, b)
            }
            _ => false,
        }
    }
}

/// Whether a pointer of permission `from` may be used as one of permission `to`.
fn permits(from: Mutability, to: Mutability) -> bool {
    from == Mutability::Mut || to == Mutability::Const
}
