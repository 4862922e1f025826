//! What kinds of nodes a body has.

use super::*;

/// Kinds of nodes that some pass looks for and most bodies have none of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shapes(u8);

impl Shapes {
    /// [`ExprKind::Let`], [`ExprKind::Format`], [`ExprKind::Try`], [`ExprKind::Make`], `let … else`, patterns that take a value
    /// apart.
    pub const RICH: Shapes = Shapes(1);
    pub const MATCH: Shapes = Shapes(2);
    /// Patterns that need not match.
    pub const REFUTABLE: Shapes = Shapes(4);
    /// [`AnonConst::Item`]
    pub const ANON: Shapes = Shapes(8);
    /// [`StmtKind::Item`]
    pub const ITEM: Shapes = Shapes(16);
    /// Calls that may have a format among their arguments (from `type-check` on): those with `...`, and those of foreign
    /// functions that may take a `va_list`.
    pub const FORMAT: Shapes = Shapes(32);
    /// [`TypeKind::Fn`] with `extern`
    pub const EXTERN_FN: Shapes = Shapes(64);

    const NONE: Shapes = Shapes(0);

    fn with(self, other: Shapes) -> Shapes {
        Shapes(self.0 | other.0)
    }
}

impl Default for Shapes {
    /// Not computed: there may be anything.
    fn default() -> Self {
        Shapes(u8::MAX)
    }
}

impl Body {
    /// Whether there may be nodes of these kinds. A glance, where a walk would have to fetch the whole body from memory.
    pub fn may_have(&self, shapes: Shapes) -> bool {
        self.shapes.0 & shapes.0 != 0
    }

    /// Notes what kinds of nodes there are, in all that was ever part of the body. A pass that adds one of them later says so
    /// with [`add_shape`](Self::add_shape).
    pub fn note_shapes(&mut self) {
        let exprs = self.exprs.values().map(|e| of_expr(&e.kind));
        let pats = self.pats.values().map(|p| of_pat(&p.kind));
        let types = self.types.values().map(|t| of_type(&t.kind));
        let stmts = self.stmts.all().iter().map(|s| of_stmt(&s.kind));
        self.shapes = exprs.chain(pats).chain(types).chain(stmts).fold(Shapes::NONE, Shapes::with);
    }

    pub fn add_shape(&mut self, shape: Shapes) {
        self.shapes = self.shapes.with(shape);
    }
}

fn of_expr(kind: &ExprKind) -> Shapes {
    match kind {
        ExprKind::Let(..) | ExprKind::Format(_) | ExprKind::Try(_) | ExprKind::Make(..) => Shapes::RICH,
        ExprKind::Match(..) => Shapes::MATCH,
        ExprKind::Repeat(_, AnonConst::Item(_)) => Shapes::ANON,
        // No pass asks for the others.
        _ => Shapes::NONE,
    }
}

fn of_pat(kind: &PatKind) -> Shapes {
    match kind {
        PatKind::Tuple(_) | PatKind::TupleStruct { .. } | PatKind::Struct { .. } | PatKind::Ref(_) => Shapes::RICH,
        PatKind::Value(_) | PatKind::Range { .. } | PatKind::Or(_) => Shapes::REFUTABLE,
        PatKind::Error | PatKind::Wild | PatKind::Bind { .. } | PatKind::Local(..) => Shapes::NONE,
    }
}

fn of_type(kind: &TypeKind) -> Shapes {
    match kind {
        TypeKind::Array(_, AnonConst::Item(_)) => Shapes::ANON,
        TypeKind::Fn(sig) if sig.abi != Abi::VEX => Shapes::EXTERN_FN,
        // No pass asks for the others.
        _ => Shapes::NONE,
    }
}

fn of_stmt(kind: &StmtKind) -> Shapes {
    match kind {
        StmtKind::Item(_) => Shapes::ITEM,
        StmtKind::Let { els: Some(_), .. } => Shapes::RICH,
        StmtKind::Let { els: None, .. } | StmtKind::Expr { .. } | StmtKind::Defer(_) => Shapes::NONE,
    }
}
