//! What is done with values that end.

use super::*;
use crate::ty::TyKind;
use rustc_hash::FxHashSet;

impl Sigs {
    /// The function that is called with a pointer to a value of a type when it is dropped, and what it takes, if the type has one: what its
    /// implementation of `Drop` is.
    pub fn drop_fn(&self, ty: Ty) -> Option<(FnId, Vec<Ty>)> {
        let method = self.drop?;
        self.impls.iter().find_map(|item| {
            let (_, function) = item.fns.iter().find(|(of, _)| *of == method)?;
            let mut bound = vec![None; item.generics.len()];
            let pattern = *self.types.args(item.args).first()?;
            let is_for = self.types.matches(pattern, ty, &mut bound);
            is_for.then(|| (*function, bound.into_iter().map(|ty| ty.unwrap_or(Ty::ERROR)).collect()))
        })
    }

    /// Whether anything is done where a value of a type is dropped: the type, or that of a part, has a drop function. What a parameter
    /// stands for may have one.
    pub fn needs_drop(&self, ty: Ty) -> bool {
        if self.drop.is_none() {
            return false;
        }
        let (mut left, mut seen) = (vec![ty], FxHashSet::default());
        while let Some(ty) = left.pop() {
            if !seen.insert(ty) {
                continue;
            }
            match self.types.kind(ty) {
                TyKind::Param(..) | TyKind::Assoc(..) => return true,
                TyKind::Array(_, 0) => {}
                TyKind::Array(of, _) | TyKind::OpenArray(of, _) => left.push(*of),
                TyKind::Tuple(parts) => left.extend(parts.iter().copied()),
                TyKind::Adt(_) | TyKind::Apply(..) => {
                    if self.drop_fn(ty).is_some() {
                        return true;
                    }
                    // What a union has is not known.
                    if !self.types.is_union(ty) {
                        left.extend(self.types.fields_of(ty).map(|field| field.ty));
                    }
                }
                // Owns nothing.
                _ => {}
            }
        }
        false
    }
}
