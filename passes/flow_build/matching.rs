//! `match`: code from its decision tree. Each arm is built once, and so is each question.

use super::exits::Exit;
use super::function::FnBuilder;
use super::pattern::{How, Subject};
use la_arena::{Arena, ArenaMap};
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pattern::source::{self, Match};
use vex_ir::pattern::{Name, Node, NodeId, Occurrence, Piece, Position, TooIntricate};
use vex_ir::pool::List;
use vex_ir::tree::{Arm, BinOp, ExprId, PatId};
use vex_ir::ty::*;

/// A `match` that is being built.
struct Matching<'a> {
    read: Match<'a>,
    nodes: Arena<Node>,
    positions: Arena<Position>,
    /// By what is looked at: its type.
    types: ArenaMap<Occurrence, Ty>,
    on: Subject,
    span: Span,
    /// By node: where its code begins.
    blocks: ArenaMap<NodeId, BlockId>,
    /// Nodes with a block, whose code is still to be built.
    open: Vec<NodeId>,
}

/// The names of an arm, and what they are given to.
type Bindings = Vec<(Name, Occurrence)>;

/// A node of an arm: with its names, and where it goes on if the guard fails.
type Leaf = (NodeId, Bindings, Option<NodeId>);

impl FnBuilder<'_> {
    pub(super) fn match_arms(&mut self, id: ExprId, on: ExprId, arms: List<Arm>, dest: Option<Place>) {
        let span = self.span(id);
        let ty = self.ty(on);
        let list = &self.src.get().arms[arms];
        let guarded = list.iter().any(|arm| arm.guard.is_some());
        let parts = list.iter().all(|arm| self.takes_parts(arm.pat));
        let lent = list.iter().any(|arm| self.borrows(arm.pat));
        let subject = self.subject(on, How { parts, guarded, lent });
        if self.dead {
            return;
        }
        let end = self.new_block();
        let read = source::read(self.src.get(), (self.tree, self.id), self.cx.target.pointer_bits, ty, arms);
        let Some((mut m, root)) = self.matching(read, subject, span) else { return };
        let taken = self.leaves(&mut m);
        self.question(&mut m, root);
        self.questions(&mut m);
        let mut reached = false;
        for (arm, leaves) in taken {
            let arm = list[arm as usize];
            self.arm(&mut m, &arm, &leaves, dest);
            reached |= !self.dead;
            self.goto(end, span);
            self.questions(&mut m);
        }
        if reached { self.enter(end) } else { self.dead = true }
    }

    /// Gives the names of a pattern that takes every value what they stand for.
    pub(super) fn bind_all(&mut self, pat: PatId, ty: Ty, subject: Subject, span: Span) {
        let read = source::read_pattern(self.src.get(), (self.tree, self.id), self.cx.target.pointer_bits, ty, pat);
        let Some((mut m, root)) = self.matching(read, subject, span) else { return };
        if let Node::Arm { bindings, .. } = &m.nodes[root] {
            let bindings = bindings.clone();
            return self.declare_bound(&mut m, &bindings, false);
        }
        let taken = self.leaves(&mut m);
        let [(_, leaves)] = &taken[..] else { return self.panic("the value is not one of its type", span) };
        // Which alternative it is decides where the names are.
        let end = self.new_block();
        self.question(&mut m, root);
        self.questions(&mut m);
        for (leaf, bindings, _) in leaves {
            self.enter(m.blocks[*leaf]);
            self.assign_bound(&mut m, bindings, false);
            self.goto(end, span);
            self.questions(&mut m);
        }
        self.enter(end);
        self.drop_bound(leaves);
    }

    /// Goes to one of two blocks: where a pattern matches, its names have what they stand for. Whether control comes to it.
    pub(super) fn let_condition(&mut self, pat: PatId, on: ExprId, then: BlockId, els: BlockId) -> bool {
        let (ty, span) = (self.ty(on), self.src.pats[pat].span);
        let how = How { parts: self.takes_parts(pat), guarded: false, lent: self.borrows(pat) };
        let subject = self.subject(on, how);
        if self.dead {
            return false;
        }
        let read = source::read_pattern(self.src.get(), (self.tree, self.id), self.cx.target.pointer_bits, ty, pat);
        let Some((mut m, root)) = self.matching(read, subject, span) else { return false };
        let fails: Vec<NodeId> = m.nodes.iter().filter(|(_, node)| **node == Node::Fail).map(|(id, _)| id).collect();
        fails.into_iter().for_each(|fail| _ = m.blocks.insert(fail, els));
        let taken = self.leaves(&mut m);
        match m.nodes[root] {
            Node::Fail => self.goto(els, span),
            _ => self.question(&mut m, root),
        }
        self.questions(&mut m);
        let leaves = taken.first().map_or(&[][..], |(_, leaves)| leaves);
        for (number, (leaf, bindings, _)) in leaves.iter().enumerate() {
            self.enter(m.blocks[*leaf]);
            match leaves.len() {
                1 => self.declare_bound(&mut m, bindings, false),
                // Which alternative it is decides where the names are.
                _ => self.assign_bound(&mut m, bindings, false),
            }
            if leaves.len() > 1 && number == 0 {
                self.drop_bound(leaves);
            }
            self.goto(then, span);
            self.questions(&mut m);
        }
        true
    }

    /// The tree of a match, and its root. `None` if there is no tree, which `match-check` reports: then nothing is matched.
    fn matching<'m>(&mut self, read: Match<'m>, on: Subject, span: Span) -> Option<(Matching<'m>, NodeId)> {
        let tree = match read.tree() {
            Ok(tree) => tree,
            Err(TooIntricate) => {
                self.panic("the match is too intricate", span);
                return None;
            }
        };
        let types = read.types(&tree.positions);
        let (blocks, open) = (ArenaMap::new(), Vec::new());
        let m = Matching { read, nodes: tree.nodes, positions: tree.positions, types, on, span, blocks, open };
        Some((m, tree.root))
    }

    /// The nodes of the arms, each with a block: by arm, in their order.
    fn leaves(&mut self, m: &mut Matching<'_>) -> Vec<(u32, Vec<Leaf>)> {
        let mut found: Vec<(u32, Vec<Leaf>)> = Vec::new();
        for (id, node) in m.nodes.iter() {
            if let Node::Arm { arm, bindings, otherwise } = node {
                found.push((*arm, vec![(id, bindings.clone(), *otherwise)]));
            }
        }
        found.sort_by_key(|(arm, _)| *arm);
        found.dedup_by(|(next, leaves), (arm, before)| {
            let same = next == arm;
            if same {
                before.append(leaves);
            }
            same
        });
        for (id, ..) in found.iter().flat_map(|(_, leaves)| leaves) {
            let block = self.new_block();
            m.blocks.insert(*id, block);
        }
        found
    }

    /// The code of an arm, up to its end.
    fn arm(&mut self, m: &mut Matching<'_>, arm: &Arm, leaves: &[Leaf], dest: Option<Place>) {
        let [(leaf, bindings, otherwise)] = leaves else { return self.shared_arm(m, arm, leaves, dest) };
        self.enter(m.blocks[*leaf]);
        self.open_frame(self.span(arm.body), false);
        match (arm.guard, *otherwise) {
            (Some(guard), Some(otherwise)) => {
                self.declare_bound(m, bindings, true);
                let inner = self.new_block();
                let otherwise = self.block_of(m, otherwise);
                self.condition(guard, inner, otherwise);
                self.enter(inner);
                let moved = self.moved(m, bindings);
                self.declare_bound(m, &moved, false);
            }
            _ => self.declare_bound(m, bindings, false),
        }
        self.arm_value(arm.body, dest);
        self.close_scope(Exit::End);
    }

    /// An arm whose names are at different places, by the alternative: they are given to them in front of its code. Where the
    /// guard fails depends on the alternative, too.
    fn shared_arm(&mut self, m: &mut Matching<'_>, arm: &Arm, leaves: &[Leaf], dest: Option<Place>) {
        let start = self.new_block();
        let which = arm.guard.map(|_| self.new_local(vex_ir::Symbol::EMPTY, Ty::U32, LocalKind::Memory, m.span));
        for (number, (leaf, bindings, _)) in (0..).zip(leaves) {
            self.enter(m.blocks[*leaf]);
            self.assign_bound(m, bindings, arm.guard.is_some());
            if let Some(which) = which {
                let number = self.int(number, Ty::U32);
                self.assign(self.whole(which), Rvalue::Use(number), m.span);
            }
            self.goto(start, m.span);
        }
        self.enter(start);
        if let (Some(guard), Some(which)) = (arm.guard, which) {
            let (inner, failed) = (self.new_block(), self.new_block());
            self.condition(guard, inner, failed);
            self.enter(failed);
            let otherwise = leaves.iter().filter_map(|leaf| leaf.2).map(|next| self.block_of(m, next)).collect();
            self.by_number(which, otherwise, m.span);
            self.enter(inner);
            if leaves.iter().any(|(_, bindings, _)| !self.moved(m, bindings).is_empty()) {
                let ways: Vec<BlockId> = leaves.iter().map(|_| self.new_block()).collect();
                let end = self.new_block();
                self.by_number(which, ways.clone(), m.span);
                for ((_, bindings, _), way) in leaves.iter().zip(ways) {
                    self.enter(way);
                    let moved = self.moved(m, bindings);
                    self.assign_bound(m, &moved, false);
                    self.goto(end, m.span);
                }
                self.enter(end);
            }
        }
        self.open_frame(self.span(arm.body), false);
        self.drop_bound(leaves);
        self.arm_value(arm.body, dest);
        self.close_scope(Exit::End);
    }

    /// Has the variables of names dropped that several ways gave a value.
    fn drop_bound(&mut self, leaves: &[Leaf]) {
        for (name, _) in leaves.first().map_or(&[][..], |(_, bindings, _)| bindings) {
            let local = self.local(name.local);
            self.drop_with_block(local);
        }
    }

    /// Goes to the block with a number.
    fn by_number(&mut self, which: LocalId, blocks: Vec<BlockId>, span: Span) {
        let on = self.compute(Ty::U32, Rvalue::Use(self.copy(which)), span);
        let Some((last, others)) = blocks.split_last() else { return };
        let cases = self.body.cases.alloc((0..).zip(others.iter().copied()));
        self.terminate(Terminator::Switch { on, cases, default: *last }, span);
    }

    /// The names whose values are moved: that happens when the guard has held.
    fn moved(&self, m: &Matching<'_>, bindings: &Bindings) -> Bindings {
        bindings.iter().filter(|(name, on)| name.by.is_none() && !self.is_copy(m.types[*on])).copied().collect()
    }

    /// Declares names with what they are given to; for a guard, without taking it away.
    fn declare_bound(&mut self, m: &mut Matching<'_>, bindings: &Bindings, lent: bool) {
        for (name, on) in bindings {
            let value = self.bound(m, *name, *on, lent);
            let made = self.declare_operand(name.local, value);
            if !lent {
                self.drop_with_block(made);
            }
        }
    }

    /// The same where several ways give them a value.
    fn assign_bound(&mut self, m: &mut Matching<'_>, bindings: &Bindings, lent: bool) {
        for (name, on) in bindings {
            let value = self.bound(m, *name, *on, lent);
            let local = self.local(name.local);
            let span = self.body.locals[local].span;
            self.assign(self.whole(local), Rvalue::Use(value), span);
        }
    }

    fn bound(&mut self, m: &mut Matching<'_>, name: Name, on: Occurrence, lent: bool) -> Operand {
        let ty = m.types[on];
        if let Some(by) = name.by {
            let place = match self.subject_at(m, on) {
                Subject::Place(place) => place,
                Subject::Value(value) => self.spilled(value, ty, m.span),
                // Only what is not named as a whole is in parts.
                Subject::Parts(_) => self.slot(ty, m.span),
            };
            let reference = self.types().reference(by, ty);
            return self.compute(reference, Rvalue::AddrOf(place), m.span);
        }
        match self.subject_at(m, on) {
            Subject::Value(value) => value,
            Subject::Place(place) if lent => Operand::Copy(place),
            Subject::Place(place) => self.read(place, ty),
            // Only what is not named as a whole is in parts.
            Subject::Parts(_) => self.constant(ty, ConstData::Undef),
        }
    }

    /// New memory with a value.
    fn spilled(&mut self, value: Operand, ty: Ty, span: Span) -> Place {
        let slot = self.slot(ty, span);
        self.assign(slot, Rvalue::Use(value), span);
        slot
    }

    /// What a tree looks at.
    fn subject_at(&mut self, m: &Matching<'_>, on: Occurrence) -> Subject {
        let mut way = Vec::new();
        let mut at = on;
        while let Position::Field { of, constructor, field } = m.positions[at] {
            way.push((m.types[of], constructor, field));
            at = of;
        }
        let mut subject = m.on.clone();
        for (ty, variant, field) in way.into_iter().rev() {
            subject = match subject {
                Subject::Value(value) if let TyKind::Ref(..) = self.types().kind(ty) => {
                    let pointer = match value.place() {
                        Some(place) => place,
                        None => self.spilled(value, ty, m.span),
                    };
                    Subject::Place(self.project(pointer, Proj::Deref))
                }
                Subject::Place(place) if let TyKind::Ref(..) = self.types().kind(ty) => {
                    Subject::Place(self.project(place, Proj::Deref))
                }
                Subject::Parts(mut parts) if (field as usize) < parts.len() => parts.swap_remove(field as usize),
                Subject::Parts(_) | Subject::Value(_) => return subject,
                Subject::Place(place) => {
                    let is_sum = !self.types().variants(ty).is_empty();
                    let proj = if is_sum { Proj::Payload { variant, field } } else { Proj::Field(field) };
                    Subject::Place(self.project(place, proj))
                }
            };
        }
        subject
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
        match &m.nodes[id] {
            Node::Arm { .. } => {
                let to = self.block_of(m, id);
                self.goto(to, m.span);
            }
            // A value that is none of its type's: C can make one of any enum.
            Node::Fail | Node::Never => self.panic("the value is not one of its type", m.span),
            Node::Dispatch { on, pieces } => {
                let (on, pieces) = (*on, pieces.clone());
                let bounds: Vec<(u128, BlockId)> =
                    pieces.iter().map(|Piece { from, to }| (*from, self.block_of(m, *to))).collect();
                let (value, ty) = self.asked(m, on);
                match ty {
                    Ty::REF_STR => self.texts(m, value, &bounds),
                    Ty::BOOL => self.branch(value, bounds[1].1, bounds[0].1, m.span),
                    _ => self.numbers(value, ty, m.read.numbers(ty), &bounds, m.span),
                }
            }
        }
    }

    /// What is compared with numbers, and its type.
    fn asked(&mut self, m: &Matching<'_>, on: Occurrence) -> (Operand, Ty) {
        let ty = m.types[on];
        match self.subject_at(m, on) {
            Subject::Value(value) => (value, ty),
            Subject::Place(place) if !self.types().variants(ty).is_empty() => {
                (self.compute(Ty::U32, Rvalue::Variant(place), m.span), Ty::U32)
            }
            Subject::Place(place) => (self.compute(ty, Rvalue::Use(Operand::Copy(place)), m.span), ty),
            // Nothing is asked of a tuple as a whole.
            Subject::Parts(_) => (self.constant(ty, ConstData::Undef), ty),
        }
    }

    /// One comparison after another; what is none of the texts is in the last piece.
    fn texts(&mut self, m: &Matching<'_>, on: Operand, bounds: &[(u128, BlockId)]) {
        let Some(&(_, others)) = bounds.last() else { return };
        let tested = bounds.windows(2).filter(|two| two[0].1 != others);
        let mut tests = tested.flat_map(|two| (two[0].0..two[1].0).map(|number| (number, two[0].1))).peekable();
        while let Some((number, to)) = tests.next() {
            let (_, expr) = m.read.texts[number as usize];
            let text = self.operand(expr);
            let same = self.compare(BinOp::Eq, Ty::REF_STR, on, text, m.span);
            let next = if tests.peek().is_some() { self.new_block() } else { others };
            self.branch(same, to, next, m.span);
            if next != others {
                self.enter(next);
            }
        }
    }
}
