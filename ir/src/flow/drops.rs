//! What is done with values that end.

use super::*;

impl Sigs {
    /// The function that is called with a pointer to a value of a type when it is dropped, and what it takes, if the type has one: what its
    /// implementation of `Drop` is.
    pub fn drop_fn(&self, ty: Ty) -> Option<(FnId, Vec<Ty>)> {
        let method = self.drop?;
        // The evaluator of constants adds implementations for the types that it has instances for.
        self.impls.iter().rev().find_map(|item| {
            let (_, function) = item.fns.iter().find(|(of, _)| *of == method)?;
            let mut bound = vec![None; item.generics.len()];
            let pattern = *self.types.args(item.args).first()?;
            let is_for = self.types.matches(pattern, ty, &mut bound);
            is_for.then(|| (*function, bound.into_iter().map(|ty| ty.unwrap_or(Ty::ERROR)).collect()))
        })
    }
}
