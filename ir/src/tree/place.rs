//! Places: what a field or an element is part of, and where that begins.

use super::*;
use crate::lang::{Has, Lang};

/// Where a place begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Root {
    Local(LocalId),
    /// A static; or a constant or function, which is a value. Those with arguments are others.
    Item(ItemId),
    /// What this pointer leads to, or an element of this slice or string.
    Behind(ExprId),
    /// The expression that was to be a place is in error.
    Error,
    /// Any other expression: a value, which has no place yet.
    Value,
}

/// What a single node says about a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// It is a field, an element or a range of elements of this expression.
    Part(ExprId),
    Root(Root),
}

impl<L: Lang<Resolved = Has>> Read<'_, L> {
    /// One step from a place to its root. `is_fat` says whether an expression is a reference to a slice or a string, whose elements
    /// are elsewhere.
    pub fn place_step(self, id: ExprId, is_fat: impl FnOnce(ExprId) -> bool) -> Step {
        Step::Root(match self.kind(id) {
            ExprKind::Field(base, _) => return Step::Part(base),
            ExprKind::Index(base, _) if !is_fat(base) => return Step::Part(base),
            ExprKind::Index(base, _) => Root::Behind(base),
            ExprKind::Deref(pointer) => Root::Behind(pointer),
            ExprKind::Local(local) => Root::Local(local),
            ExprKind::Item(item, args) if args.is_empty() => Root::Item(item),
            ExprKind::Error(_) => Root::Error,
            // No other expression names memory.
            _ => Root::Value,
        })
    }

    /// The expression where a place begins, and what it is. Types of expressions are known.
    pub fn place_root(self, types: &Types, mut id: ExprId) -> (ExprId, Root) {
        loop {
            match self.place_step(id, |base| types.is_fat(self.expr_ty(base))) {
                Step::Part(base) => id = base,
                Step::Root(root) => return (id, root),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Typed;
    use crate::ty::TyKind;

    struct Made {
        types: Types,
        body: Body,
    }

    impl Made {
        fn new() -> Made {
            Made { types: Types::default(), body: Body::default() }
        }
        fn expr(&mut self, kind: ExprKind, ty: Ty) -> ExprId {
            self.body.typed(kind, ty, Span::NONE)
        }
        fn local(&mut self, ty: Ty) -> (LocalId, ExprId) {
            let local = self.body.locals.alloc(Local {
                name: Symbol::EMPTY,
                ty,
                mutable: false,
                synthetic: false,
                span: Span::NONE,
            });
            (local, self.expr(ExprKind::Local(local), ty))
        }
        fn zero(&mut self) -> ExprId {
            self.expr(ExprKind::Int { low: 0, high: Default::default(), suffix: Suffix::None }, Ty::USIZE)
        }
        fn root(&self, id: ExprId) -> (ExprId, Root) {
            Read::<Typed>::new(&self.body).place_root(&self.types, id)
        }
    }

    #[test]
    fn parts_begin_where_the_whole_does() {
        let mut made = Made::new();
        let array = made.types.array(Ty::I32, 2);
        let pair = made.types.intern(TyKind::Tuple([array, Ty::I32].into()));
        let (local, whole) = made.local(pair);
        let field = made.expr(ExprKind::Field(whole, Symbol::EMPTY), array);
        let zero = made.zero();
        let element = made.expr(ExprKind::Index(field, zero), Ty::I32);
        for place in [whole, field, element] {
            assert_eq!(made.root(place), (whole, Root::Local(local)));
        }
        assert_eq!(Read::<Typed>::new(&made.body).place_step(element, |_| false), Step::Part(field));
    }

    #[test]
    fn what_a_pointer_leads_to_is_elsewhere() {
        let mut made = Made::new();
        let slice = made.types.slice(Ty::I32);
        let slice = made.types.reference(Mutability::Const, slice);
        let (_, elements) = made.local(slice);
        let zero = made.zero();
        let element = made.expr(ExprKind::Index(elements, zero), Ty::I32);
        assert_eq!(made.root(element), (element, Root::Behind(elements)));
        let pair = made.types.intern(TyKind::Tuple([Ty::I32, Ty::I32].into()));
        let pointer_ty = made.types.ptr(Mutability::Mut, pair);
        let (_, pointer) = made.local(pointer_ty);
        let pointee = made.expr(ExprKind::Deref(pointer), pair);
        let field = made.expr(ExprKind::Field(pointee, Symbol::EMPTY), Ty::I32);
        assert_eq!(made.root(field), (pointee, Root::Behind(pointer)));
    }

    #[test]
    fn values_and_errors_are_no_places() {
        let mut made = Made::new();
        let zero = made.zero();
        let list = made.body.expr_lists.alloc([zero]);
        let pair = made.types.intern(TyKind::Tuple([Ty::USIZE].into()));
        let value = made.expr(ExprKind::Tuple(list), pair);
        let field = made.expr(ExprKind::Field(value, Symbol::EMPTY), Ty::USIZE);
        assert_eq!(made.root(field), (value, Root::Value));
        let error = made.expr(ExprKind::ERROR, Ty::ERROR);
        let field = made.expr(ExprKind::Field(error, Symbol::EMPTY), Ty::ERROR);
        assert_eq!(made.root(field), (error, Root::Error));
    }
}
