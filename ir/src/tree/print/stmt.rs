//! Statements, blocks, and what has blocks.

use super::expr::At;
use super::*;

impl<'a> Printer<'a> {
    /// `if`, and all its `else if` without recursion. As a value it may be on one line.
    pub(super) fn if_else(&self, id: ExprId, value: bool) -> Doc<'a> {
        let mut parts = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next {
            let ExprKind::If { cond, then, els } = *self.kind(id) else {
                parts.push(self.body_block(id, value));
                break;
            };
            // An `if` without `else` is no value.
            let value = value && (els.is_some() || !parts.is_empty());
            let head = self.text("if ").append(self.head(cond)).append(" ");
            parts.push(head.append(self.body_block(then, value)));
            if els.is_some() {
                parts.push(self.text(" else "));
            }
            next = els;
        }
        self.seq(parts)
    }

    /// A block that has to stand in braces without anything before them.
    pub(super) fn body_block(&self, id: ExprId, one_line: bool) -> Doc<'a> {
        match *self.kind(id) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !block.is_unsafe => self.block(block, one_line),
            // A pass put something else there.
            _ if one_line => self.braced(id),
            _ => {
                let inner = self.deeper(|| self.tail(id));
                self.text("{")
                    .append(self.indented(self.docs.hardline().append(inner)))
                    .append(self.docs.hardline())
                    .append("}")
            }
        }
    }

    /// An expression in braces, on one line if it fits.
    fn braced(&self, id: ExprId) -> Doc<'a> {
        let line = self.docs.line();
        let inner = self.deeper(|| self.stmt_expr(id));
        let inner = self.indented(line.clone().append(inner)).append(line);
        self.text("{").append(inner).append("}").group()
    }

    /// A block. If it is one expression and may be, on one line.
    pub(super) fn block(&self, block: Block, one_line: bool) -> Doc<'a> {
        let head = self.label(block.label).append(if block.is_unsafe { "unsafe " } else { "" });
        let stmts = &self.body.stmts[block.stmts];
        if one_line
            && let [Stmt { attrs, kind: StmtKind::Expr { expr, semi: false }, .. }] = stmts
            && attrs.is_empty()
        {
            return head.append(self.braced(*expr));
        }
        let last = stmts.len().saturating_sub(1);
        let value = |i: usize| i == last || self.is_conditional(&stmts[i]) && self.is_conditional(&stmts[i + 1]);
        let lines = stmts.iter().enumerate();
        head.append(self.lines(self.deeper(|| lines.map(|(i, stmt)| self.stmt(stmt, value(i))).collect())))
    }

    /// Whether `cfg` may still remove a statement: values of a block stand side by side then.
    fn is_conditional(&self, stmt: &Stmt) -> bool {
        self.body.attrs[stmt.attrs].iter().any(|attr| match &attr.kind {
            AttrData::Cfg(_) | AttrData::CfgAttr(..) => true,
            AttrData::Raw(raw) => matches!(self.cx.text(raw.name.name), "cfg" | "cfg_attr"),
            // No other attribute removes anything.
            _ => false,
        })
    }

    /// A statement, and whether it may be the value of its block.
    fn stmt(&self, stmt: &Stmt, value: bool) -> Doc<'a> {
        let attrs = self.attr_lines(&self.body.attrs[stmt.attrs]);
        attrs.append(match stmt.kind {
            StmtKind::Let { pat, ty, init, els } => self.let_stmt(pat, ty, init, els),
            StmtKind::Expr { expr, semi } => {
                // Only values can do without; what ends in its own block, too.
                let semi = semi || !value && !self.kind(expr).is_block_like();
                self.stmt_expr(expr).append(if semi { ";" } else { "" })
            }
            StmtKind::Defer(expr) if self.kind(expr).is_block_like() => {
                self.text("defer ").append(self.stmt_expr(expr)).append(";")
            }
            StmtKind::Defer(expr) => {
                self.text("defer ").append(self.expr(expr, At { start: true, head: false })).append(";")
            }
            StmtKind::Item(item) => self.item_in(item, item::Around::Stmt),
        })
    }

    /// An expression that is all of a block.
    pub(super) fn tail(&self, id: ExprId) -> Doc<'a> {
        self.expr(id, At { start: true, head: false })
    }

    /// An expression that is a statement, without its semicolon.
    fn stmt_expr(&self, id: ExprId) -> Doc<'a> {
        match *self.kind(id) {
            ExprKind::If { .. } => self.if_else(id, false),
            ExprKind::Block(block) => self.block(block, block.is_unsafe),
            ref kind if kind.is_block_like() => self.expr(id, At::default()),
            _ => self.tail(id),
        }
    }

    fn let_stmt(&self, pat: PatId, ty: Option<TypeId>, init: Option<ExprId>, els: Option<ExprId>) -> Doc<'a> {
        let mut doc = self.text("let ").append(self.inner_pat(pat));
        if let Some(ty) = ty {
            doc = doc.append(": ").append(self.ty(ty, false));
        }
        if let Some(init) = init {
            let value = self.expr(init, At::default());
            // The `else` would be read as that of the `if`.
            let apart = els.is_some() && self.ends_in_if(init);
            doc = doc.append(" = ").append(if apart { self.parens(value) } else { value });
        }
        if let Some(els) = els {
            doc = doc.append(" else ").append(self.body_block(els, false));
        }
        doc.append(";")
    }

    fn ends_in_if(&self, mut id: ExprId) -> bool {
        loop {
            id = match *self.kind(id) {
                ExprKind::If { .. } => return true,
                ExprKind::Binary(_, _, e)
                | ExprKind::And(_, e)
                | ExprKind::Or(_, e)
                | ExprKind::Assign(_, e)
                | ExprKind::AssignOp(_, _, e)
                | ExprKind::Unary(_, e)
                | ExprKind::Ref(_, e)
                | ExprKind::Deref(e)
                | ExprKind::Return(Some(e))
                | ExprKind::Break { value: Some(e), .. }
                | ExprKind::Range { hi: Some(e), .. } => e,
                _ => return false,
            }
        }
    }

    pub(super) fn arm(&self, arm: &Arm) -> Doc<'a> {
        let mut doc = self.attr_lines(&self.body.attrs[arm.attrs]).append(self.pat(arm.pat));
        if let Some(guard) = arm.guard {
            doc = doc.append(" if ").append(self.expr(guard, At::default()));
        }
        let body = match *self.kind(arm.body) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !block.is_unsafe => self.block(block, false),
            _ => self.stmt_expr(arm.body).append(","),
        };
        doc.append(" => ").append(body)
    }
}
