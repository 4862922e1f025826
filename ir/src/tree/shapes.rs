//! What kinds of nodes a body has.

use super::*;

/// Kinds of nodes that some pass looks for and most bodies have none of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shapes(u8);

impl Shapes {
    /// [`ExprKind::Format`], [`ExprKind::Try`], [`ExprKind::Make`]
    pub const RICH: Shapes = Shapes(1);
    /// [`ExprKind::Match`], [`ExprKind::Let`], `let … else`
    pub const MATCH: Shapes = Shapes(2);
    /// Patterns that need not match.
    pub const REFUTABLE: Shapes = Shapes(4);
    /// [`AnonConst::Item`]
    pub const ANON: Shapes = Shapes(8);
    /// [`StmtKind::Item`]
    pub const ITEM: Shapes = Shapes(16);
    /// Patterns that look into a value.
    pub const DEEP: Shapes = Shapes(64);
    /// [`TypeKind::Fn`] with `extern`
    pub const EXTERN_FN: Shapes = Shapes(32);

    const NONE: Shapes = Shapes(0);

    #[inline(always)]
    fn with(self, other: Shapes) -> Shapes {
        Shapes(self.0 | other.0)
    }
}

impl Default for Shapes {
    /// Not known: there may be anything.
    fn default() -> Self {
        Shapes(u8::MAX)
    }
}

impl Body {
    /// Whether there may be nodes of these kinds. A glance, where a walk would have to fetch the whole body from memory.
    pub fn may_have(&self, shapes: Shapes) -> bool {
        self.shapes.0 & shapes.0 != 0
    }

    /// There is nothing in the body yet. From here on, expressions, patterns and types are noted as they are made: all that was ever part of
    /// the body.
    pub fn begin_shapes(&mut self) {
        self.shapes = Shapes::NONE;
    }

    /// Notes statements, which are made in their pool.
    pub fn note_statements(&mut self) {
        self.shapes = self.stmts.all().iter().map(|s| of_stmt(&s.kind)).fold(self.shapes, Shapes::with);
    }

    /// Whether it is noted what a node is, and what its statements are.
    pub(super) fn is_noted(&self, node: walk::Node) -> bool {
        let shape = match node {
            walk::Node::Expr(id) => match self.exprs[id].kind {
                ExprKind::Block(block) => {
                    self.stmts[block.stmts].iter().map(|s| of_stmt(&s.kind)).fold(Shapes::NONE, Shapes::with)
                }
                kind => of_expr(&kind),
            },
            walk::Node::Pat(id) => of_pat(&self.pats[id].kind),
            walk::Node::Type(id) => of_type(&self.types[id].kind),
        };
        self.shapes.with(shape) == self.shapes
    }

    #[inline(always)]
    pub fn add_shape(&mut self, shape: Shapes) {
        self.shapes = self.shapes.with(shape);
    }
}

#[inline(always)]
pub(super) fn of_expr(kind: &ExprKind) -> Shapes {
    match kind {
        ExprKind::Format(_) | ExprKind::Try(_) | ExprKind::Make(..) => Shapes::RICH,
        ExprKind::Match(..) | ExprKind::Let(..) => Shapes::MATCH,
        ExprKind::Repeat(_, AnonConst::Item(_)) => Shapes::ANON,
        // No pass looks for other kinds.
        _ => Shapes::NONE,
    }
}

#[inline(always)]
pub(super) fn of_pat(kind: &PatKind) -> Shapes {
    match kind {
        PatKind::Tuple(_) | PatKind::Borrow(..) | PatKind::Ref(_) => Shapes::DEEP,
        // It may name a variant.
        PatKind::TupleStruct { .. } | PatKind::Struct { .. } => Shapes::DEEP.with(Shapes::REFUTABLE),
        PatKind::Value(_) | PatKind::Range { .. } | PatKind::Or(_) => Shapes::REFUTABLE,
        PatKind::Error | PatKind::Wild | PatKind::Bind { .. } | PatKind::Local(..) => Shapes::NONE,
    }
}

#[inline(always)]
pub(super) fn of_type(kind: &TypeKind) -> Shapes {
    match kind {
        TypeKind::Array(_, AnonConst::Item(_)) | TypeKind::Number(AnonConst::Item(_)) => Shapes::ANON,
        TypeKind::Fn(sig) if sig.abi != Abi::VEX => Shapes::EXTERN_FN,
        // No pass looks for other kinds.
        _ => Shapes::NONE,
    }
}

fn of_stmt(kind: &StmtKind) -> Shapes {
    match kind {
        StmtKind::Item(_) => Shapes::ITEM,
        StmtKind::Let { els: Some(_), .. } => Shapes::MATCH,
        StmtKind::Let { els: None, .. } | StmtKind::Expr { .. } | StmtKind::Defer(_) => Shapes::NONE,
    }
}
