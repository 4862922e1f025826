//! Blocks, branches, loops and jumps.

use super::exits::{Deferred, Exit};
use super::expr::declares;
use super::function::{FnBuilder, Target};
use vex_ir::flow::*;
use vex_ir::tree::{self, ExprId, ExprKind, PatKind, Shapes, StmtKind as TreeStmt};
use vex_ir::ty::Ty;
use vex_ir::{Span, Symbol};

impl FnBuilder<'_> {
    pub(super) fn block(&mut self, block: tree::Block, dest: Option<Place>, span: Span) {
        if block.label == Symbol::EMPTY {
            return self.scoped(block, dest, span, Exit::End);
        }
        let exit = self.new_block();
        let depth = self.scopes.len();
        self.targets.push(Target { label: block.label, is_loop: false, exit, again: None, dest, depth, used: false });
        self.scoped(block, dest, span, Exit::Jump { to: exit, depth });
        let target = self.targets.pop();
        if target.is_some_and(|t| t.used) {
            self.goto(exit, span);
            self.enter(exit);
        }
    }

    /// A block whose value needs no memory of its own: nothing but its end gives it.
    pub(super) fn block_value(&mut self, block: tree::Block, ty: Ty, span: Span) -> Operand {
        let tail = self.src.tail(block);
        let opens = self.src.stmts[block.stmts].iter().any(declares);
        if opens {
            self.open_scope(span);
        }
        self.statements_until(block, tail);
        let mut value = match tail {
            Some(tail) => self.operand(tail),
            None => self.constant(ty, ConstData::Undef),
        };
        if opens {
            // What is deferred may change what the value is read from.
            if !self.dead {
                // Read where it stands, for debuggers: not at the start of the block.
                value = self.settle(value, ty, tail.map_or(span, |t| self.span(t)));
                value = self.past_joins(value, ty, span);
            }
            self.close_scope(Exit::End);
        }
        value
    }

    /// The statements of a block but for its tail.
    fn statements_until(&mut self, block: tree::Block, tail: Option<ExprId>) {
        for position in block.stmts.range() {
            if self.dead {
                return;
            }
            let stmt = *self.src.stmts.at(position);
            match stmt.kind {
                TreeStmt::Expr { expr, .. } if Some(expr) == tail => {}
                _ => self.statement(stmt),
            }
        }
    }

    /// The body of a function or loop, whose end leads where ways out of it may lead, too.
    pub(super) fn body_block(&mut self, id: ExprId, dest: Option<Place>, end: Exit) {
        self.open_frame(self.span(id), true);
        match self.src.kind(id) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !self.dead => {
                self.scoped(block, dest, self.span(id), end);
            }
            _ => self.branch_value(id, dest),
        }
        self.close_scope(end);
    }

    fn scoped(&mut self, block: tree::Block, dest: Option<Place>, span: Span, end: Exit) {
        let opens = self.src.stmts[block.stmts].iter().any(declares);
        if opens {
            self.open_scope(span);
        }
        self.statements(block, dest);
        if opens {
            self.close_scope(end);
        }
    }

    fn statements(&mut self, block: tree::Block, dest: Option<Place>) {
        let last = block.stmts.range().next_back();
        for position in block.stmts.range() {
            if self.dead {
                return;
            }
            let stmt = *self.src.stmts.at(position);
            match stmt.kind {
                // What it needs lives as long as what stands around the block.
                TreeStmt::Expr { expr, semi: false } if Some(position) == last => self.branch_value(expr, dest),
                _ => self.statement(stmt),
            }
        }
    }

    fn statement(&mut self, stmt: tree::Stmt) {
        match stmt.kind {
            TreeStmt::Let { pat, init, els, .. } => {
                if let Some(init) = init.filter(|_| self.any_drops) {
                    self.extend(init);
                }
                self.with_temporaries(stmt.span, |f| match (init, els) {
                    (Some(init), Some(els)) => f.let_else(pat, init, els),
                    _ => f.let_statement(pat, init),
                });
                self.extended.clear();
            }
            TreeStmt::Expr { expr, .. } => self.with_temporaries(self.span(expr), |f| match f.is_moved_place(expr) {
                true => drop(f.value(expr)),
                false => f.effect(expr),
            }),
            TreeStmt::Defer(expr) => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.deferred.push(Deferred::Run(expr));
                }
            }
            TreeStmt::Item(_) => {}
        }
    }

    /// Whether naming it as a statement takes the value away.
    fn is_moved_place(&self, expr: ExprId) -> bool {
        self.is_dropped(self.ty(expr)) && self.is_place(expr)
    }

    /// Finds what a variable's initializer refers to, which lives as long as the variable.
    fn extend(&mut self, init: ExprId) {
        let src = self.src.get();
        match self.src.kind(init) {
            ExprKind::Ref(_, to) => {
                let mut base = to;
                while let ExprKind::Field(of, _) | ExprKind::Index(of, _) = self.src.kind(base) {
                    base = of;
                }
                self.extended.push(base);
                self.extend(to);
            }
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => self.extend(e),
            ExprKind::Tuple(list) | ExprKind::Array(list) => src.expr_lists[list].iter().for_each(|e| self.extend(*e)),
            ExprKind::Struct { fields, .. } => src.fields[fields].iter().for_each(|field| self.extend(field.value)),
            ExprKind::Block(block) => {
                if let Some(tail) = self.src.tail(block) {
                    self.extend(tail);
                }
            }
            // Gives a value, whatever it was made of.
            _ => {}
        }
    }

    fn let_statement(&mut self, pat: tree::PatId, init: Option<ExprId>) {
        match (self.src.pat(pat), init) {
            (PatKind::Local(local, None), Some(init)) => self.declare(local, init),
            (PatKind::Local(local, None), None) => self.declare_late(local),
            (PatKind::Wild, Some(init)) => self.effect(init),
            (PatKind::Wild, None) => {}
            (_, Some(init)) => self.let_pattern(pat, init),
            (_, None) => self.let_late(pat),
        }
    }

    /// `let pat = init else { els };`
    fn let_else(&mut self, pat: tree::PatId, init: ExprId, els: ExprId) {
        let (matched, failed) = (self.new_block(), self.new_block());
        if !self.let_condition(pat, init, matched, failed) {
            return;
        }
        self.enter(failed);
        self.effect(els);
        self.enter(matched);
    }

    pub(super) fn if_else(&mut self, cond: ExprId, then: ExprId, els: Option<ExprId>, dest: Option<Place>, span: Span) {
        if self.has_let(cond) {
            return self.with_temporaries(span, |f| f.if_let(cond, then, els, dest, span));
        }
        let (yes, end) = (self.new_block(), self.new_block());
        let no = if els.is_some() { self.new_block() } else { end };
        self.condition(cond, yes, no);
        if self.dead && matches!(self.src.kind(cond), ExprKind::Return(_) | ExprKind::Break { .. }) {
            return;
        }
        self.enter(yes);
        self.with_temporaries(self.span(then), |f| f.branch_value(then, dest));
        self.end_if(els, [no, end], dest, span);
    }

    /// The other branch of an `if`, and what comes behind it.
    fn end_if(&mut self, els: Option<ExprId>, [no, end]: [BlockId; 2], dest: Option<Place>, span: Span) {
        let mut reached = !self.dead || els.is_none();
        self.goto(end, span);
        if let Some(els) = els {
            self.enter(no);
            self.with_temporaries(self.span(els), |f| f.branch_value(els, dest));
            reached |= !self.dead;
            self.goto(end, span);
        }
        if reached {
            self.enter(end);
        }
    }

    /// Whether a condition has names.
    fn has_let(&self, mut cond: ExprId) -> bool {
        if !self.src.may_have(Shapes::MATCH) {
            return false;
        }
        loop {
            match self.src.kind(cond) {
                ExprKind::Let(..) => return true,
                ExprKind::And(_, last) if let ExprKind::Let(..) = self.src.kind(last) => return true,
                ExprKind::And(first, _) => cond = first,
                // Nothing else has a `let` that is part of the condition.
                _ => return false,
            }
        }
    }

    /// The names of the condition end where the branch does, or where the rest of the condition fails.
    fn if_let(&mut self, cond: ExprId, then: ExprId, els: Option<ExprId>, dest: Option<Place>, span: Span) {
        let (yes, failed, end) = (self.new_block(), self.new_block(), self.new_block());
        let no = if els.is_some() { self.new_block() } else { end };
        let depth = self.scopes.len();
        self.open_frame(self.span(then), false);
        self.condition(cond, yes, failed);
        self.enter(failed);
        self.leave(Exit::Jump { to: no, depth }, span);
        self.enter(yes);
        self.with_temporaries(self.span(then), |f| f.branch_value(then, dest));
        self.close_scope(Exit::End);
        self.end_if(els, [no, end], dest, span);
    }

    fn branch_value(&mut self, id: ExprId, dest: Option<Place>) {
        match dest {
            Some(dest) => self.into(id, dest),
            None => self.effect(id),
        }
    }

    pub(super) fn arm_value(&mut self, id: ExprId, dest: Option<Place>) {
        self.with_temporaries(self.span(id), |f| f.branch_value(id, dest));
    }

    pub(super) fn endless(&mut self, label: Symbol, body: ExprId, dest: Option<Place>, span: Span) {
        let (again, exit) = (self.new_block(), self.new_block());
        self.goto(again, span);
        self.enter(again);
        let depth = self.scopes.len();
        self.targets.push(Target { label, is_loop: true, exit, again: Some(again), dest, depth, used: false });
        self.body_block(body, None, Exit::Jump { to: again, depth });
        self.goto(again, span);
        let target = self.targets.pop();
        if target.is_some_and(|t| t.used) {
            self.enter(exit);
        }
    }

    fn target(&self, label: Symbol) -> Option<usize> {
        self.targets.iter().rposition(|t| if label == Symbol::EMPTY { t.is_loop } else { t.label == label })
    }

    pub(super) fn break_to(&mut self, label: Symbol, value: Option<ExprId>, span: Span) {
        let Some(index) = self.target(label) else { return self.terminate(Terminator::Unreachable, span) };
        let (exit, dest, depth) = (self.targets[index].exit, self.targets[index].dest, self.targets[index].depth);
        if let Some(value) = value {
            self.branch_value(value, dest);
        }
        if self.dead {
            return;
        }
        self.targets[index].used = true;
        self.leave(Exit::Jump { to: exit, depth }, span);
    }

    pub(super) fn continue_to(&mut self, label: Symbol, span: Span) {
        let Some(index) = self.target(label) else { return self.terminate(Terminator::Unreachable, span) };
        let (again, depth) = (self.targets[index].again, self.targets[index].depth);
        match again {
            Some(again) => self.leave(Exit::Jump { to: again, depth }, span),
            None => self.terminate(Terminator::Unreachable, span),
        }
    }

    pub(super) fn return_value(&mut self, value: Option<ExprId>, span: Span) {
        if let Some(value) = value {
            match self.body.ret {
                Some(local) if self.ty(value) != Ty::NEVER => {
                    // The result may be made from what it is assigned to.
                    let place = self.whole(local);
                    self.into(value, place);
                }
                _ => self.effect(value),
            }
        }
        self.leave(Exit::Return, span);
    }
}
