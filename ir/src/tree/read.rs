//! Reading and writing Tree in a language: storage knows every node, a pass only those of its own languages.
//!
//! ```text
//! match body.kind(id) {                       // complete for the language
//!     ExprKind::Loop { label, body } => …,
//!     …
//! }
//! body.set(id, ExprKind::Loop { label, body });    // a node that the language lacks does not type-check
//! ```

use super::*;
use crate::lang::{self, Any, In, Lang, Union};
use std::borrow::{Borrow, BorrowMut};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// A body, read in the language `L`.
pub struct Read<'a, L> {
    body: &'a Body,
    language: PhantomData<L>,
}

impl<L> Clone for Read<'_, L> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<L> Copy for Read<'_, L> {}

impl<L> Deref for Read<'_, L> {
    type Target = Body;
    fn deref(&self) -> &Body {
        self.body
    }
}

impl<'a, L: Lang> Read<'a, L> {
    pub fn new(body: &'a Body) -> Read<'a, L> {
        Read { body, language: PhantomData }
    }
    /// The body in no language, for sweeps over its arenas: what nothing reaches any more may be of any.
    pub fn raw(self) -> Read<'a, Any> {
        Read::new(self.body)
    }
    /// The body, for as long as it is borrowed.
    pub fn get(self) -> &'a Body {
        self.body
    }
    #[inline(always)]
    pub fn kind(self, id: ExprId) -> ExprKind<L> {
        self.body.kind_in(id)
    }
    #[inline(always)]
    pub fn pat(self, id: PatId) -> PatKind<L> {
        self.body.pat_in(id)
    }
    #[inline(always)]
    pub fn type_expr(self, id: TypeId) -> TypeKind<L> {
        self.body.type_in(id)
    }
}

/// A body, or a reference to one, that is rewritten from the language `A` into `B` in place: what is read may be of either.
pub struct Write<A, B, T> {
    body: T,
    languages: PhantomData<(A, B)>,
}

impl<A, B, T: Borrow<Body>> Deref for Write<A, B, T> {
    type Target = Body;
    fn deref(&self) -> &Body {
        self.body.borrow()
    }
}
impl<A, B, T: BorrowMut<Body>> DerefMut for Write<A, B, T> {
    fn deref_mut(&mut self) -> &mut Body {
        self.body.borrow_mut()
    }
}

impl<A: Lang, B: Lang, T: BorrowMut<Body>> Write<A, B, T> {
    pub fn new(body: T) -> Write<A, B, T> {
        Write { body, languages: PhantomData }
    }
    pub fn into_inner(self) -> T {
        self.body
    }
    /// The body as it is taken, before anything is rewritten.
    pub fn as_input(&self) -> Read<'_, A> {
        Read::new(self.body.borrow())
    }
    /// The body while it is rewritten: each node is of either language.
    pub fn as_either(&self) -> Read<'_, Union<A, B>> {
        Read::new(self.body.borrow())
    }
    #[inline(always)]
    pub fn kind(&self, id: ExprId) -> ExprKind<Union<A, B>> {
        self.body.borrow().kind_in(id)
    }
    #[inline(always)]
    pub fn pat(&self, id: PatId) -> PatKind<Union<A, B>> {
        self.body.borrow().pat_in(id)
    }
    #[inline(always)]
    pub fn type_expr(&self, id: TypeId) -> TypeKind<Union<A, B>> {
        self.body.borrow().type_in(id)
    }
    /// Puts another expression in the place of one.
    #[inline(always)]
    pub fn set(&mut self, id: ExprId, kind: ExprKind<B>) {
        self.exprs[id].kind = kind.widen();
    }
    #[inline(always)]
    pub fn set_pat(&mut self, id: PatId, kind: PatKind<B>) {
        self.pats[id].kind = kind.widen();
    }
    #[inline(always)]
    pub fn set_type(&mut self, id: TypeId, kind: TypeKind<B>) {
        self.types[id].kind = kind.widen();
    }
    /// What is in the place of an expression becomes an error.
    pub fn fail(&mut self, id: ExprId) {
        self.set(id, ExprKind::ERROR);
    }
    /// Adds a pattern.
    pub fn alloc_pat(&mut self, kind: PatKind<B>, span: Span) -> PatId {
        self.pats.alloc(Pat { kind: kind.widen(), span })
    }
    /// Adds an expression.
    pub fn alloc(&mut self, kind: ExprKind<B>, span: Span) -> ExprId {
        self.exprs.alloc(Expr { kind: kind.widen(), span })
    }
    /// Adds an expression whose type is known.
    pub fn add(&mut self, kind: ExprKind<B>, ty: Ty, span: Span) -> ExprId {
        self.typed(kind.widen(), ty, span)
    }
}

impl Body {
    #[inline(always)]
    fn kind_in<L: Lang>(&self, id: ExprId) -> ExprKind<L> {
        let expr = &self.exprs[id];
        expr.kind.narrow().unwrap_or_else(|| lang::lacks::<L>(expr.kind.production(), expr.span))
    }

    #[inline(always)]
    fn pat_in<L: Lang>(&self, id: PatId) -> PatKind<L> {
        let pat = &self.pats[id];
        pat.kind.narrow().unwrap_or_else(|| lang::lacks::<L>(pat.kind.production(), pat.span))
    }

    #[inline(always)]
    fn type_in<L: Lang>(&self, id: TypeId) -> TypeKind<L> {
        let ty = &self.types[id];
        ty.kind.narrow().unwrap_or_else(|| lang::lacks::<L>(ty.kind.production(), ty.span))
    }
}

impl<'a, L: Lang> In<L, &'a Program> {
    /// The body of an item, in the language.
    pub fn body(self, id: ItemId) -> Read<'a, L> {
        Read::new(&self.into_inner().bodies[id])
    }
}
