//! The arenas of the item that is being parsed.

use super::*;

/// Arenas without nodes.
pub(super) fn empty() -> Nodes {
    let mut body = Body::default();
    body.begin_shapes();
    Nodes::new(body)
}

/// Empties the arenas that parsing fills, and keeps their room.
pub(super) fn clear(body: &mut Body) {
    body.exprs.clear();
    body.pats.clear();
    body.types.clear();
    body.expr_lists.clear();
    body.pat_lists.clear();
    body.type_lists.clear();
    body.stmts.clear();
    body.arms.clear();
    body.fields.clear();
    body.field_pats.clear();
    body.segments.clear();
    body.strings.clear();
    body.fmt_pieces.clear();
    body.root = None;
    body.begin_shapes();
}

/// How many items there may be: one for each token that may begin one, and some for extern blocks and whatever else there is.
pub(super) fn items(tokens: &[T]) -> usize {
    let begins = |t: &&T| matches!(t, T::Fn | T::Struct | T::Enum | T::Const | T::Static | T::Type | T::Import);
    tokens.iter().filter(begins).count() * 9 / 8 + 8
}

impl Parser<'_> {
    #[inline(always)]
    pub(super) fn mk(&mut self, kind: ExprKind<Surface>, span: Span) -> ExprId {
        self.body.alloc(kind, span)
    }

    pub(super) fn error_expr(&mut self, span: Span) -> ExprId {
        self.mk(ExprKind::ERROR, span)
    }

    /// Whether an expression could not be parsed.
    pub(super) fn is_error(&self, id: ExprId) -> bool {
        matches!(self.body.kind(id), ExprKind::Error(_))
    }

    /// Moves what was pushed since `from` into the pool.
    pub(super) fn take_exprs(&mut self, from: usize) -> vex_ir::pool::List<ExprId> {
        self.body.expr_lists.alloc(self.expr_stack.drain(from..))
    }

    pub(super) fn take_types(&mut self, from: usize) -> vex_ir::pool::List<TypeId> {
        self.body.type_lists.alloc(self.type_stack.drain(from..))
    }

    pub(super) fn take_pats(&mut self, from: usize) -> vex_ir::pool::List<PatId> {
        self.body.pat_lists.alloc(self.pat_stack.drain(from..))
    }

    /// Begins an item, which has arenas of its own. The state of the item around it waits on the heap: items may nest, and with
    /// arenas on the stack, each level would take far more of it.
    #[inline(never)]
    pub(super) fn begin_body(&mut self) {
        let fresh = self.spare.pop().unwrap_or_else(empty);
        self.outer.push(Outer {
            body: std::mem::replace(&mut self.body, fresh),
            deep: std::mem::replace(&mut self.deep, self.deep_file),
            context: std::mem::replace(&mut self.context, Context::FREE),
            lost: std::mem::take(&mut self.lost),
        });
    }

    /// Ends an item, and returns its arenas.
    #[inline(never)]
    pub(super) fn end_body(&mut self) -> Body {
        let Some(outer) = self.outer.pop() else { return Body::default() };
        self.context = outer.context;
        self.deep = outer.deep;
        if let Some(root) = self.body.root.filter(|_| self.lost.of_arrays || self.lost.of_rest) {
            self.body.fail(root);
        }
        self.lost = outer.lost;
        // The item gets arenas of just its size; those that have grown serve the next one.
        let mut kept = std::mem::replace(&mut self.body, outer.body);
        let grown = &mut *kept;
        let attrs = std::mem::take(&mut grown.attrs);
        // Types give some expressions a conversion around them: with room for those, the arena need not move.
        let all = std::mem::take(&mut grown.exprs);
        let mut exprs = Arena::with_capacity(all.len() + all.len() / 8 + 4);
        exprs.extend(all.values().copied());
        let mut body = grown.clone();
        (body.attrs, body.exprs) = (attrs, exprs);
        body.note_statements();
        grown.exprs = all;
        clear(grown);
        self.spare.push(kept);
        body
    }
}
