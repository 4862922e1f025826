//! Which `continue` leads to which loop.

use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::Symbol;
use vex_ir::lang::Valued;
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;

/// What jumps in a body have to do with its loops.
#[derive(Default)]
pub(super) struct Jumps {
    /// By loop.
    continues: FxHashMap<ExprId, Vec<ExprId>>,
    /// Every label that is written.
    labels: FxHashSet<Symbol>,
}

/// A loop around what is being looked at.
struct Frame {
    expr: ExprId,
    label: Symbol,
    /// The next one outwards.
    outer: Option<usize>,
}

impl Jumps {
    /// Looks at a body as it was written, before any loop is rewritten.
    pub(super) fn of(body: Read<'_, Valued>) -> Jumps {
        let mut jumps = Jumps::default();
        if !body.exprs.values().any(|e| matches!(e.raw(), ExprKind::Continue { .. })) {
            return jumps;
        }
        let mut frames: Vec<Frame> = Vec::new();
        let mut todo: Vec<(Node, Option<usize>)> = body.root.map(|root| (root.into(), None)).into_iter().collect();
        while let Some((node, around)) = todo.pop() {
            let mut inside = around;
            let mut outside = None;
            if let Node::Expr(expr) = node {
                let kind = body.kind(expr);
                if let Some((label, before)) = kind.as_loop() {
                    frames.push(Frame { expr, label, outer: around });
                    inside = Some(frames.len() - 1);
                    outside = before.map(Node::Expr);
                    jumps.labels.insert(label);
                }
                match kind {
                    ExprKind::Block(Block { label, .. }) => {
                        jumps.labels.insert(label);
                    }
                    ExprKind::Continue { label } => jumps.note(&frames, around, label, expr),
                    // No label and no jump.
                    _ => {}
                }
            }
            body.children(node, &mut |child| todo.push((child, if outside == Some(child) { around } else { inside })));
        }
        jumps
    }

    fn note(&mut self, frames: &[Frame], around: Option<usize>, label: Symbol, jump: ExprId) {
        let mut at = around;
        while let Some(frame) = at.map(|i| &frames[i]) {
            if label == Symbol::EMPTY || label == frame.label {
                self.continues.entry(frame.expr).or_default().push(jump);
                return;
            }
            at = frame.outer;
        }
    }

    /// The jumps to the next round of a loop.
    pub(super) fn take(&mut self, of: ExprId) -> Vec<ExprId> {
        self.continues.remove(&of).unwrap_or_default()
    }

    /// A label that is not used in the body; `name` makes a candidate from a number.
    pub(super) fn fresh(&mut self, mut name: impl FnMut(usize) -> Symbol) -> Symbol {
        let free = (0..).map(&mut name).find(|label| !self.labels.contains(label)).unwrap_or(Symbol::EMPTY);
        self.labels.insert(free);
        free
    }
}
