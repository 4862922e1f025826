//! `match`: code from its decision tree. Each arm is built once, and so is each question.

use super::function::FnBuilder;
use la_arena::ArenaMap;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pattern::source::{self, Match};
use vex_ir::pattern::{Node, NodeId, Piece, Tree};
use vex_ir::pool::List;
use vex_ir::tree::{Arm, BinOp, ExprId};
use vex_ir::ty::*;

/// A `match` that is being built.
struct Matching<'a> {
    read: Match<'a>,
    tree: Tree,
    on: Operand,
    ty: Ty,
    span: Span,
    /// By node: where its code begins.
    blocks: ArenaMap<NodeId, BlockId>,
    /// Nodes with a block, whose code is still to be built.
    open: Vec<NodeId>,
}

impl FnBuilder<'_> {
    pub(super) fn match_arms(&mut self, id: ExprId, on: ExprId, arms: List<Arm>, dest: Option<Place>) {
        let span = self.span(id);
        let ty = self.ty(on);
        let value = self.value(on);
        if self.dead {
            return;
        }
        let end = self.new_block();
        let read = source::read(self.src.get(), self.tree, self.cx.target.pointer_bits, ty, arms);
        let tree = read.tree();
        let mut m = Matching { read, tree, on: value, ty, span, blocks: ArenaMap::new(), open: Vec::new() };
        let mut taken: Vec<NodeId> =
            m.tree.nodes.iter().filter(|(_, n)| matches!(n, Node::Arm { .. })).map(|(id, _)| id).collect();
        taken.sort_unstable_by_key(|id| match m.tree.nodes[*id] {
            Node::Arm { arm, .. } => arm,
            Node::Fail | Node::Never | Node::Dispatch { .. } => 0,
        });
        for id in &taken {
            m.blocks.insert(*id, self.new_block());
        }
        let root = m.tree.root;
        self.question(&mut m, root);
        self.questions(&mut m);
        let mut reached = false;
        for id in taken {
            self.enter(m.blocks[id]);
            self.arm(&mut m, id, arms, dest);
            reached |= !self.dead;
            self.goto(end, span);
            self.questions(&mut m);
        }
        if reached { self.enter(end) } else { self.dead = true }
    }

    /// The code of an arm, up to its end.
    fn arm(&mut self, m: &mut Matching<'_>, id: NodeId, arms: List<Arm>, dest: Option<Place>) {
        let Node::Arm { arm, bindings, otherwise } = &m.tree.nodes[id] else { return };
        let arm = self.src.get().arms[arms][*arm as usize];
        // Patterns have no parts yet: what is named is what is matched.
        for (local, _) in bindings {
            self.declare_operand(*local, m.on);
        }
        if let (Some(guard), Some(otherwise)) = (arm.guard, *otherwise) {
            let inner = self.new_block();
            let otherwise = self.block_of(m, otherwise);
            self.condition(guard, inner, otherwise);
            self.enter(inner);
        }
        self.arm_value(arm.body, dest);
    }

    fn block_of(&mut self, m: &mut Matching<'_>, id: NodeId) -> BlockId {
        if let Some(known) = m.blocks.get(id) {
            return *known;
        }
        let made = self.new_block();
        m.blocks.insert(id, made);
        m.open.push(id);
        made
    }

    /// Builds what has a block but no code.
    fn questions(&mut self, m: &mut Matching<'_>) {
        while let Some(next) = m.open.pop() {
            self.enter(m.blocks[next]);
            self.question(m, next);
        }
    }

    /// Goes to the arm that takes the value.
    fn question(&mut self, m: &mut Matching<'_>, id: NodeId) {
        match &m.tree.nodes[id] {
            Node::Arm { .. } => {
                let to = self.block_of(m, id);
                self.goto(to, m.span);
            }
            // A value that is none of its type's: C can make one of any enum.
            Node::Fail | Node::Never => self.panic("the value is not one of its type", m.span),
            Node::Dispatch { pieces, .. } => {
                let pieces = pieces.clone();
                let bounds: Vec<(u128, BlockId)> =
                    pieces.iter().map(|Piece { from, to }| (*from, self.block_of(m, *to))).collect();
                match m.ty {
                    Ty::REF_STR => self.texts(m, &bounds),
                    Ty::BOOL => self.branch(m.on, bounds[1].1, bounds[0].1, m.span),
                    _ => self.numbers(m.on, m.ty, m.read.numbers, &bounds, m.span),
                }
            }
        }
    }

    /// One comparison after another; what is none of the texts is in the last piece.
    fn texts(&mut self, m: &Matching<'_>, bounds: &[(u128, BlockId)]) {
        let Some(&(_, others)) = bounds.last() else { return };
        let tested = bounds.windows(2).filter(|two| two[0].1 != others);
        let mut tests = tested.flat_map(|two| (two[0].0..two[1].0).map(|number| (number, two[0].1))).peekable();
        while let Some((number, to)) = tests.next() {
            let (_, expr) = m.read.texts[number as usize];
            let text = self.operand(expr);
            let same = self.compare(BinOp::Eq, m.ty, m.on, text, m.span);
            let next = if tests.peek().is_some() { self.new_block() } else { others };
            self.branch(same, to, next, m.span);
            if next != others {
                self.enter(next);
            }
        }
    }
}
