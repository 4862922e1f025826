//! Reports variables that are used before they have a value, and immutable ones that get two.
//!
//! Language: Typed -> Typed
//! Establishes: nothing; reports. A variable without an initializer is written before it is read, on every way.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! fn sign(x: i32) -> i32 {
//!     let s: i32;
//!     if x < 0 {
//!         s = -1;
//!     } else {
//!         s = 1;
//!     }
//!     s
//! }
//! ```
//! After:
//! ```vex
//! fn sign(x: i32) -> i32 {
//!     let s: i32;
//!     if x < 0 {
//!         s = -1;
//!     } else {
//!         s = 1;
//!     }
//!     s
//! }
//! ```

use vex_ir::bits::BitSet;
use vex_ir::lang::Typed;
use vex_ir::stack::deep;
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::ty::Ty;
use vex_ir::{Cx, Span, Symbol, unset};

/// Checks one item.
pub fn run(cx: &mut Cx, _: &Sigs, _: ItemId, body: Read<'_, Typed>) {
    let Some(root) = body.root else { return };
    // Nearly every variable is declared with its value.
    let late: Vec<LocalId> = body.stmts.all().iter().filter_map(|s| late_local(body, s)).collect();
    if late.is_empty() {
        return;
    }
    let start = State { sure: BitSet::new(late.len()), maybe: BitSet::new(late.len()) };
    let mut index = vec![None; body.locals.len()];
    late.iter().enumerate().for_each(|(i, local)| index[local_index(*local)] = Some(i as u32));
    let mut analysis = InitAnalysis { cx, body, index, state: Some(start), targets: Vec::new() };
    analysis.expr(root);
}

/// The variable that a statement declares without a value.
fn late_local(body: Read<'_, Typed>, stmt: &Stmt) -> Option<LocalId> {
    let StmtKind::Let { pat, init: None, .. } = stmt.kind else { return None };
    match body.raw().pat(pat) {
        PatKind::Local(local, _) => Some(local),
        _ => None,
    }
}

/// Which of the late variables have a value on every way here, and on some way.
#[derive(Clone, PartialEq)]
struct State {
    sure: BitSet,
    maybe: BitSet,
}

fn local_index(id: LocalId) -> usize {
    id.into_raw().into_u32() as usize
}

/// What is true where two ways meet; a way that nothing takes says nothing.
fn join(a: Option<State>, b: Option<State>) -> Option<State> {
    match (a, b) {
        (None, state) | (state, None) => state,
        (Some(mut a), Some(b)) => {
            a.sure.intersect(&b.sure);
            a.maybe.union(&b.maybe);
            Some(a)
        }
    }
}

/// What `break` leads out of.
struct JumpTarget {
    label: Symbol,
    is_loop: bool,
    /// The state behind it, over the `break`s so far.
    exit: Option<State>,
    /// The state at its start, over the `continue`s so far.
    again: Option<State>,
}

struct InitAnalysis<'a> {
    cx: &'a mut Cx,
    body: Read<'a, Typed>,
    /// By variable: its number among those declared without a value.
    index: Vec<Option<u32>>,
    /// `None` where control does not get.
    state: Option<State>,
    targets: Vec<JumpTarget>,
}

impl InitAnalysis<'_> {
    fn index(&self, local: LocalId) -> Option<usize> {
        self.index[local_index(local)].map(|i| i as usize)
    }

    fn expr(&mut self, id: ExprId) {
        deep(|| self.expr_here(id));
    }

    fn expr_here(&mut self, id: ExprId) {
        let Expr { kind, span } = self.body.exprs[id];
        match kind {
            ExprKind::Local(local) => self.read(local, span),
            ExprKind::Assign(place, value) => self.assign(place, value),
            // The target is read before it is written, so it is looked at like any operand.
            ExprKind::Block(block) => self.block(block),
            ExprKind::And(a, b) | ExprKind::Or(a, b) => {
                self.expr(a);
                let before = self.state.clone();
                self.expr(b);
                self.state = join(before, self.state.take());
            }
            ExprKind::If { cond, then, els } => {
                self.expr(cond);
                let before = self.state.clone();
                self.expr(then);
                let after = std::mem::replace(&mut self.state, before);
                if let Some(els) = els {
                    self.expr(els);
                }
                self.state = join(after, self.state.take());
            }
            ExprKind::Match(on, arms) => self.arms(on, arms),
            ExprKind::While { label, cond, body } => self.repeat(label, Some(cond), body, false),
            ExprKind::For { label, iter, body, .. } => {
                self.expr(iter);
                self.repeat(label, None, body, false);
            }
            ExprKind::Loop { label, body } => self.repeat(label, None, body, true),
            ExprKind::Break { label, value } => {
                value.into_iter().for_each(|v| self.expr(v));
                let state = self.state.take();
                if let Some(target) = self.target(label) {
                    target.exit = join(target.exit.take(), state);
                }
            }
            ExprKind::Continue { label } => {
                let state = self.state.take();
                if let Some(target) = self.target(label) {
                    target.again = join(target.again.take(), state);
                }
            }
            // The children in order, then perhaps no way on.
            _ => {
                let body = self.body;
                body.children(id.into(), &mut |node| {
                    if let Node::Expr(e) = node {
                        self.expr(e);
                    }
                });
                if self.body.expr_ty(id) == Ty::NEVER {
                    self.state = None;
                }
            }
        }
    }

    fn target(&mut self, label: Symbol) -> Option<&mut JumpTarget> {
        self.targets.iter_mut().rev().find(|t| if label == Symbol::EMPTY { t.is_loop } else { t.label == label })
    }

    fn read(&mut self, local: LocalId, span: Span) {
        let Some(index) = self.index(local) else { return };
        let Some(state) = &mut self.state else { return };
        if state.sure.contains(index) {
            return;
        }
        // One report is enough.
        state.sure.insert(index);
        let some = state.maybe.contains(index);
        let info = self.body.locals[local];
        let diagnostic = unset::used(self.cx.text(info.name), span, info.span, some);
        self.cx.emit(diagnostic);
    }

    fn assign(&mut self, place: ExprId, value: ExprId) {
        self.expr(value);
        let ExprKind::Local(local) = self.body.kind(place) else { return self.expr(place) };
        let (Some(index), info) = (self.index(local), self.body.locals[local]) else { return };
        let Some(state) = &mut self.state else { return };
        let again = state.maybe.contains(index);
        state.maybe.insert(index);
        state.sure.insert(index);
        if again && !info.mutable {
            let span = self.body.exprs[place].span;
            let diagnostic = unset::assigned_twice(self.cx.text(info.name), span, info.span);
            self.cx.emit(diagnostic);
        }
    }

    fn block(&mut self, block: Block) {
        let labelled = block.label != Symbol::EMPTY;
        if labelled {
            self.targets.push(JumpTarget { label: block.label, is_loop: false, exit: None, again: None });
        }
        let body = self.body;
        for stmt in &body.stmts[block.stmts] {
            match stmt.kind {
                StmtKind::Let { init, .. } => {
                    init.into_iter().for_each(|e| self.expr(e));
                    self.declare(stmt);
                }
                StmtKind::Expr { expr, .. } => self.expr(expr),
                // It runs at the end of the scope; that it runs at all is not sure.
                StmtKind::Defer(expr) => {
                    let before = self.state.clone();
                    self.expr(expr);
                    self.state = before;
                }
                StmtKind::Item(_) => {}
            }
        }
        if labelled && let Some(target) = self.targets.pop() {
            self.state = join(self.state.take(), target.exit);
        }
    }

    /// In a loop, a declaration starts anew.
    fn declare(&mut self, stmt: &Stmt) {
        let Some(index) = late_local(self.body, stmt).and_then(|l| self.index(l)) else { return };
        if let Some(state) = &mut self.state {
            state.sure.remove(index);
            state.maybe.remove(index);
        }
    }

    fn arms(&mut self, on: ExprId, arms: vex_ir::pool::List<Arm>) {
        self.expr(on);
        let before = self.state.clone();
        let mut after = None;
        for arm in &self.body.get().arms[arms] {
            self.state = before.clone();
            arm.guard.into_iter().for_each(|g| self.expr(g));
            self.expr(arm.body);
            after = join(after, self.state.take());
        }
        self.state = after;
    }

    /// A loop is looked at twice: what one round may have assigned, the next one meets.
    fn repeat(&mut self, label: Symbol, cond: Option<ExprId>, inner: ExprId, endless: bool) {
        let entry = self.state.clone();
        let mut exit = None;
        for _ in 0..2 {
            self.targets.push(JumpTarget { label, is_loop: true, exit: None, again: None });
            cond.into_iter().for_each(|c| self.expr(c));
            let skipped = if endless { None } else { self.state.clone() };
            self.expr(inner);
            let Some(target) = self.targets.pop() else { return };
            exit = join(skipped, target.exit);
            let round = join(self.state.take(), target.again);
            self.state = join(entry.clone(), round);
        }
        self.state = exit;
    }
}
