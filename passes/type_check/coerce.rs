//! Implicit conversions: those of section 2 of the language reference, and no others.
//!
//! A conversion from or to a type that an obligation has yet to find waits for it: only then it is known whether there is
//! anything to convert. One from or to a type that nothing has determined determines it.

use super::pending::{CoercionSite, Todo};
use super::want::Want;
use super::*;

impl TypeChecker<'_> {
    /// Checks an expression where a type is wanted.
    pub(super) fn check(&mut self, id: ExprId, wanted: Term) {
        let found = self.infer(id, Want::Value(wanted));
        self.coerce(id, found, wanted);
    }

    /// Converts an expression to the wanted type, or reports that it can't be.
    pub(super) fn coerce(&mut self, id: ExprId, found: Term, wanted: Term) {
        if !self.try_coerce(id, found, wanted) {
            self.mismatch(id, found, wanted);
        }
    }

    /// Converts an expression to the wanted type, if possible. A conversion that waits for a type counts as possible.
    pub(super) fn try_coerce(&mut self, id: ExprId, found: Term, wanted: Term) -> bool {
        let (found, wanted) = (self.resolve(found), self.resolve(wanted));
        if found == wanted {
            return true;
        }
        if found == Ty::ERROR || wanted == Ty::ERROR {
            return self.unify(found, wanted);
        }
        if found == Ty::NEVER {
            self.convert(id, wanted);
            return true;
        }
        if found.finished().is_none() || wanted.finished().is_none() {
            return self.coerce_open(id, found, wanted);
        }
        if self.converts(found, wanted) || self.literal_to_pointer(id, wanted) {
            self.convert(id, wanted);
            return true;
        }
        self.slice_to_write(id, found, wanted)
    }

    /// The same where something is not known of one of the types.
    #[cold]
    fn coerce_open(&mut self, id: ExprId, found: Term, wanted: Term) -> bool {
        if let Some(on) = self.conversion_waits(found, wanted) {
            self.queue(Todo::Coerce { expr: id, found, site: CoercionSite::Value }, wanted, on);
            return true;
        }
        match (self.var_kind(found), self.var_kind(wanted)) {
            (None, Some(VarKind::Any | VarKind::Pointer)) if found == Ty::NULL => {
                self.null_pointer(id, wanted, CoercionSite::Value)
            }
            (None, Some(VarKind::Pointer)) => {
                let Shape::Ref(m, to) = self.terms.shape(found) else { return self.unify(found, wanted) };
                let pointer = self.terms.ptr(m, to);
                self.convert(id, pointer);
                self.unify(pointer, wanted)
            }
            (None, None) => {
                if self.converts(found, wanted) || self.literal_to_pointer(id, wanted) {
                    self.convert(id, wanted);
                    return true;
                }
                self.unify(found, wanted) || self.slice_to_write(id, found, wanted)
            }
            _ => self.unify(found, wanted),
        }
    }

    /// `null` whose pointee is not known yet: another use of the pointer decides it.
    pub(super) fn null_pointer(&mut self, id: ExprId, wanted: Term, site: CoercionSite) -> bool {
        let pointer = self.fresh(VarKind::Pointer, self.body.exprs[id].span);
        let fits = self.unify(wanted, pointer);
        let on = self.resolve(pointer);
        self.queue(Todo::Coerce { expr: id, found: Ty::NULL.into(), site }, on, on);
        fits
    }

    /// The variable that a conversion waits for: what an obligation will find, itself or behind a pointer; or what a
    /// reference leads to that may have to lose its length.
    pub(super) fn conversion_waits(&mut self, found: Term, wanted: Term) -> Option<Term> {
        let later = |c: &mut Self, ty: Term| {
            let ty = c.resolve(ty);
            (c.var_kind(ty) == Some(VarKind::Later)).then_some(ty)
        };
        if let Some(on) = later(self, found).or_else(|| later(self, wanted)) {
            return Some(on);
        }
        let (from, to) = (self.terms.pointee(found)?, self.terms.pointee(wanted)?);
        if to == Ty::VOID && matches!(self.terms.shape(wanted), Shape::Ptr(..)) {
            return None;
        }
        let from = self.resolve(from);
        match self.var_kind(from) {
            Some(VarKind::Any) if self.terms.is_unsized(to) => Some(from),
            _ => later(self, from).or_else(|| later(self, to)),
        }
    }

    fn convert(&mut self, id: ExprId, ty: Term) {
        self.wrap(id, ty, ExprKind::Convert);
    }

    /// A string literal stands for its own address in C: it has a NUL behind it.
    pub(super) fn literal_to_pointer(&self, id: ExprId, wanted: Term) -> bool {
        let literal = matches!(self.body.kind(id), ExprKind::Str { kind: StrKind::Str, .. });
        literal
            && matches!(self.terms.shape(wanted), Shape::Ptr(Mutability::Const, to) if to == Ty::U8 || to == Ty::I8 || to == Ty::VOID)
    }

    /// Whether values convert without being asked to. Binds variables inside pointers on the way.
    pub(super) fn converts(&mut self, found: Term, wanted: Term) -> bool {
        if let (Some(from), Some(to)) = (found.as_int(), wanted.as_int()) {
            return from.widens_to(to);
        }
        match (self.terms.shape(found), self.terms.shape(wanted)) {
            (Shape::Other(Ty::F32), Shape::Other(Ty::F64)) => true,
            (Shape::Other(Ty::NULL), Shape::Ptr(..)) => true,
            (Shape::Ref(m, from), Shape::Ref(n, to)) => {
                permits(m, n) && (self.unify(from, to) || self.unsizes(from, to))
            }
            // A pointer with a length is more than an address: dropping it takes `as_ptr`.
            (Shape::Ref(m, from) | Shape::Ptr(m, from), Shape::Ptr(n, to)) if to == Ty::VOID => {
                permits(m, n) && !self.terms.is_unsized(from)
            }
            (Shape::Ref(m, from) | Shape::Ptr(m, from), Shape::Ptr(n, to)) => permits(m, n) && self.unify(from, to),
            // No other pair converts by itself.
            _ => false,
        }
    }

    /// `[T; N]` behind a reference is a slice.
    fn unsizes(&mut self, from: Term, to: Term) -> bool {
        match (self.terms.shape(from), self.terms.shape(to)) {
            (Shape::Array(a, _), Shape::Slice(b)) => self.unify(a, b),
            _ => false,
        }
    }
}

/// Whether a pointer of permission `from` may be used as one of permission `to`.
fn permits(from: Mutability, to: Mutability) -> bool {
    from == Mutability::Mut || to == Mutability::Const
}
