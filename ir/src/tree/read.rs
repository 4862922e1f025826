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
use crate::lang::{self, Any, In, Lang, Step, Union};
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
        let kind = kind.widen();
        self.add_shape(shapes::of_expr(&kind));
        self.exprs[id].kind = kind;
    }
    #[inline(always)]
    pub fn set_pat(&mut self, id: PatId, kind: PatKind<B>) {
        let kind = kind.widen();
        self.add_shape(shapes::of_pat(&kind));
        self.pats[id].kind = kind;
    }
    #[inline(always)]
    pub fn set_type(&mut self, id: TypeId, kind: TypeKind<B>) {
        let kind = kind.widen();
        self.add_shape(shapes::of_type(&kind));
        self.types[id].kind = kind;
    }
    /// Adds a pattern.
    #[inline(always)]
    pub fn alloc_pat(&mut self, kind: PatKind<B>, span: Span) -> PatId {
        let kind = kind.widen();
        self.add_shape(shapes::of_pat(&kind));
        self.pats.alloc(Pat { kind, span })
    }
    /// Adds a type expression.
    #[inline(always)]
    pub fn alloc_type(&mut self, kind: TypeKind<B>, span: Span) -> TypeId {
        let kind = kind.widen();
        self.add_shape(shapes::of_type(&kind));
        self.types.alloc(TypeExpr { kind, span })
    }
    /// Adds an expression.
    #[inline(always)]
    pub fn alloc(&mut self, kind: ExprKind<B>, span: Span) -> ExprId {
        let kind = kind.widen();
        self.add_shape(shapes::of_expr(&kind));
        self.exprs.alloc(Expr { kind, span })
    }
    /// Adds an expression whose type is known.
    pub fn add(&mut self, kind: ExprKind<B>, ty: Ty, span: Span) -> ExprId {
        self.typed(kind.widen(), ty, span)
    }
}

impl Body {
    /// What is in the place of an expression becomes an error, which belongs to every language.
    pub fn fail(&mut self, id: ExprId) {
        self.exprs[id].kind = ExprKind::ERROR;
    }
    pub fn fail_pat(&mut self, id: PatId) {
        self.pats[id].kind = PatKind::Error;
    }
    pub fn fail_type(&mut self, id: TypeId) {
        self.types[id].kind = TypeKind::Error;
    }

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

/// The bodies of a program that is rewritten from the language `A` into `B`.
pub struct Bodies<'a, A, B> {
    bodies: &'a mut ArenaMap<ItemId, Box<Body>>,
    languages: PhantomData<(A, B)>,
}

impl<A: Lang, B: Lang> Bodies<'_, A, B> {
    pub fn get(&self, id: ItemId) -> Read<'_, Union<A, B>> {
        Read::new(&self.bodies[id])
    }
    pub fn get_mut(&mut self, id: ItemId) -> Write<A, B, &mut Body> {
        Write::new(&mut self.bodies[id])
    }
    /// The body, to be given [back](Self::put): so that others can be seen meanwhile.
    pub fn take(&mut self, id: ItemId) -> Write<A, B, Body> {
        Write::new(std::mem::take(&mut self.bodies[id]))
    }
    pub fn put(&mut self, id: ItemId, body: Write<A, B, Body>) {
        *self.bodies[id] = body.into_inner();
    }
}

impl<A: Lang, B: Lang> Step<A, B, &mut Program> {
    /// The bodies, and what the program consists of besides.
    pub fn split(&mut self) -> (&mut Sigs, Bodies<'_, A, B>) {
        let Program { sigs, bodies } = &mut **self;
        (sigs, Bodies { bodies, languages: PhantomData })
    }
}

impl<'a, L: Lang> In<L, &'a Program> {
    /// The body of an item, in the language.
    pub fn body(self, id: ItemId) -> Read<'a, L> {
        Read::new(&self.into_inner().bodies[id])
    }
}
