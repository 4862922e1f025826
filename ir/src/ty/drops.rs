//! Which values something is done with where they end.

use super::{AdtId, Ty, TyKind, Types};
use rustc_hash::FxHashSet;

impl Types {
    /// Says that a definition has a drop function, with whatever arguments it takes.
    pub fn add_drop_fn(&mut self, of: AdtId) {
        self.dropped.insert(of);
    }

    /// Whether any type has one.
    pub fn any_drop_fn(&self) -> bool {
        !self.dropped.is_empty()
    }

    /// Whether a type has one itself.
    pub fn has_drop_fn(&self, ty: Ty) -> bool {
        self.any_drop_fn()
            && matches!(self.kind(ty), TyKind::Adt(id) | TyKind::Apply(id, _) if self.dropped.contains(id))
    }

    /// Whether anything is done where a value of a type is dropped: the type, or that of a part, has a drop function. What a parameter
    /// stands for may have one.
    pub fn needs_drop(&self, ty: Ty) -> bool {
        self.any_drop_fn()
            && self.is_held(ty, false, &mut |held| match self.kind(held) {
                TyKind::Param(..) | TyKind::Assoc(..) => true,
                _ => self.has_drop_fn(held),
            })
    }

    /// Whether something is true of a type, or of that of a part that its values hold; or may hold, if `unions` count.
    pub(super) fn is_held(&self, ty: Ty, unions: bool, is: &mut dyn FnMut(Ty) -> bool) -> bool {
        // Most types: nothing has to be made for them.
        if !self.any_drop_fn() && !self.mentions_generic(ty) {
            return false;
        }
        let (mut left, mut seen) = (vec![ty], FxHashSet::default());
        while let Some(ty) = left.pop() {
            // Without either, nothing has to be looked at.
            if !self.any_drop_fn() && !self.mentions_generic(ty) {
                continue;
            }
            if is(ty) {
                return true;
            }
            match self.kind(ty) {
                TyKind::Array(_, 0) => {}
                TyKind::Array(of, _) | TyKind::OpenArray(of, _) => left.push(*of),
                TyKind::Adt(_) | TyKind::Apply(..) if !unions && self.is_union(ty) => {}
                TyKind::Tuple(_) | TyKind::Adt(_) | TyKind::Apply(..) if seen.insert(ty) => {
                    left.extend(self.field_types(ty));
                }
                // Owns nothing.
                _ => {}
            }
        }
        false
    }
}
