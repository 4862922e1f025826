//! Values: assigned once, as a whole, before every use in the order of dominance, and never addressed.

use super::*;
use crate::flow::visit::{Use, get, stmt_places, successors, term_places};
use crate::flow::{Block, Body, LocalId, LocalKind, Place, PlaceBase, Proj, StmtKind, Terminator};

/// Block and position of a value's assignment. The first statement is at position 1: parameters are assigned at 0.
type Def = (u32, u32);

pub(super) fn check(body: &Body) -> Check {
    let defs = definitions(body)?;
    let mut uses = Uses { body, defs, doms: None };
    for (block, data) in body.blocks.values().enumerate() {
        uses.block(block as u32, data)?;
    }
    Ok(())
}

/// The value that a place is, or lies behind.
fn value(body: &Body, place: Place) -> Option<LocalId> {
    match place.base {
        PlaceBase::Local(id) if body.locals[id].kind == LocalKind::Value => Some(id),
        PlaceBase::Local(_) | PlaceBase::Global(_) => None,
    }
}

fn is_behind(body: &Body, place: Place) -> bool {
    get(&body.projs, place.projs).first() == Some(&Proj::Deref)
}

fn definitions(body: &Body) -> Check<Vec<Option<Def>>> {
    let mut defs: Vec<Option<Def>> = vec![None; body.locals.len()];
    for &param in &body.params {
        defs[index(param)] = Some((0, 0));
    }
    for (block, data) in body.blocks.values().enumerate() {
        for (position, stmt) in data.stmts.iter().enumerate() {
            let dest = match stmt.kind {
                StmtKind::Assign(dest, _) => dest,
                StmtKind::Call(call) => match body.calls[call].dest {
                    Some(dest) => dest,
                    None => continue,
                },
                StmtKind::Store { place, .. } => place,
                // What is a value has no variants, and is not dropped.
                StmtKind::SetVariant(..) | StmtKind::Drop(_) => continue,
                StmtKind::Nop | StmtKind::Mark(..) | StmtKind::Check { .. } | StmtKind::Intrinsic { .. } => continue,
            };
            let Some(id) = value(body, dest) else { continue };
            if is_behind(body, dest) {
                continue;
            }
            let whole = dest.projs.is_empty() && !matches!(stmt.kind, StmtKind::Store { .. });
            ensure(whole, stmt.span, || format!("the value `_{}` is not assigned as a whole", index(id)))?;
            let before = defs[index(id)].replace((block as u32, position as u32 + 1));
            ensure(before.is_none(), stmt.span, || format!("the value `_{}` is assigned twice", index(id)))?;
        }
    }
    Ok(defs)
}

struct Uses<'a> {
    body: &'a Body,
    defs: Vec<Option<Def>>,
    /// Computed when a value is used in another block than its own for the first time.
    doms: Option<Dominators>,
}

impl Uses<'_> {
    fn block(&mut self, block: u32, data: &Block) -> Check {
        let body = self.body;
        for (position, stmt) in data.stmts.iter().enumerate() {
            let mut result = Ok(());
            stmt_places(body, &stmt.kind, &mut |place, usage| {
                if result.is_ok() {
                    result = self.place(place, usage, (block, position as u32 + 1), stmt.span);
                }
            });
            result?;
        }
        let at = (block, data.stmts.len() as u32 + 1);
        let mut result = Ok(());
        term_places(body, &data.term, &mut |place, usage| {
            if result.is_ok() {
                result = self.place(place, usage, at, data.term_span);
            }
        });
        result?;
        match (data.term, body.ret) {
            (Terminator::Return, Some(ret)) if body.locals[ret].kind == LocalKind::Value => {
                self.used(ret, at, data.term_span)
            }
            // Reads nothing.
            _ => Ok(()),
        }
    }

    fn place(&mut self, place: Place, usage: Use, at: Def, span: Span) -> Check {
        let Some(id) = value(self.body, place) else { return Ok(()) };
        if !is_behind(self.body, place) {
            if usage == Use::Write {
                return Ok(());
            }
            let whole = usage == Use::Read && place.projs.is_empty();
            ensure(whole, span, || format!("the value `_{}` is addressed, or used in part", index(id)))?;
        }
        self.used(id, at, span)
    }

    fn used(&mut self, id: LocalId, at: Def, span: Span) -> Check {
        let Some(def) = self.defs[index(id)] else {
            return Err(Violation::law(span, format!("the value `_{}` is never assigned", index(id))));
        };
        let before = if def.0 == at.0 {
            def.1 < at.1
        } else {
            self.doms.get_or_insert_with(|| Dominators::new(self.body)).dominates(def.0, at.0)
        };
        ensure(before, span, || format!("the value `_{}` may be used before it is assigned", index(id)))
    }
}

/// Which block is on every path to which.
struct Dominators {
    /// By block: its place in an order of the dominator tree, and that of the last block below it. The first is 0 for
    /// blocks that nothing reaches.
    enter: Vec<u32>,
    leave: Vec<u32>,
}

impl Dominators {
    fn new(body: &Body) -> Dominators {
        let (order, parents) = preorder(body);
        let count = body.blocks.len();
        let mut number = vec![u32::MAX; count];
        for (place, &block) in order.iter().enumerate() {
            number[block as usize] = place as u32;
        }
        let idom = Semi::new(parents).immediate_dominators(&predecessors(body, &order, &number));
        let (mut enter, mut leave) = (vec![0; count], vec![0; count]);
        number_tree(&idom, &order, &mut enter, &mut leave);
        Dominators { enter, leave }
    }

    fn dominates(&self, a: u32, b: u32) -> bool {
        let (a, b) = (a as usize, b as usize);
        // What nothing reaches does not run: there, everything holds.
        self.enter[b] == 0 || (self.enter[a] != 0 && self.enter[a] <= self.enter[b] && self.leave[b] <= self.leave[a])
    }
}

/// The blocks that are reached, in the preorder of a depth-first search, and by place in it that of the block that it
/// was reached from.
fn preorder(body: &Body) -> (Vec<u32>, Vec<u32>) {
    let blocks: Vec<&Block> = body.blocks.values().collect();
    let mut seen = vec![false; blocks.len()];
    let (mut order, mut parents) = (Vec::with_capacity(blocks.len()), Vec::with_capacity(blocks.len()));
    let mut stack: Vec<(u32, u32)> = vec![(0, 0)];
    while let Some((block, parent)) = stack.pop() {
        if !std::mem::replace(&mut seen[block as usize], true) {
            let place = order.len() as u32;
            order.push(block);
            parents.push(parent);
            successors(body, &blocks[block as usize].term, &mut |to| stack.push((index(to) as u32, place)));
        }
    }
    (order, parents)
}

/// By number, the numbers of the blocks that jump there.
fn predecessors(body: &Body, order: &[u32], number: &[u32]) -> Vec<Vec<u32>> {
    let mut preds = vec![Vec::new(); order.len()];
    for (block, data) in body.blocks.values().enumerate() {
        let from = number[block];
        if from != u32::MAX {
            successors(body, &data.term, &mut |to| preds[number[index(to)] as usize].push(from));
        }
    }
    preds
}

const NONE: u32 = u32::MAX;

/// Immediate dominators after Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph" (1979), the
/// simple version. Walking up the tree for each jump instead would take quadratic time for a `match` of many arms.
struct Semi {
    /// By number: the parent in the depth-first search.
    parents: Vec<u32>,
    /// The semidominator.
    semi: Vec<u32>,
    /// The forest of what has been visited: an ancestor there, and the number with the least semidominator on the way.
    ancestor: Vec<u32>,
    best: Vec<u32>,
    path: Vec<u32>,
}

impl Semi {
    fn new(parents: Vec<u32>) -> Semi {
        let count = parents.len() as u32;
        let ancestor = vec![NONE; parents.len()];
        Semi { parents, semi: (0..count).collect(), ancestor, best: (0..count).collect(), path: Vec::new() }
    }

    fn immediate_dominators(mut self, preds: &[Vec<u32>]) -> Vec<u32> {
        let count = preds.len();
        let mut idom = vec![0; count];
        let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); count];
        for block in (1..count).rev() {
            for &pred in &preds[block] {
                let best = self.least(pred);
                self.semi[block] = self.semi[block].min(self.semi[best as usize]);
            }
            waiting[self.semi[block] as usize].push(block as u32);
            let parent = self.parents[block];
            self.ancestor[block] = parent;
            for below in std::mem::take(&mut waiting[parent as usize]) {
                let best = self.least(below);
                let same = self.semi[best as usize] == self.semi[below as usize];
                idom[below as usize] = if same { parent } else { best };
            }
        }
        for block in 1..count {
            if idom[block] != self.semi[block] {
                idom[block] = idom[idom[block] as usize];
            }
        }
        idom
    }

    /// The number with the least semidominator between a block and the root of its tree in the forest; shortens the way.
    fn least(&mut self, block: u32) -> u32 {
        let above = |ancestor: &[u32], block: u32| Some(ancestor[block as usize]).filter(|&a| a != NONE);
        let mut at = block;
        while let Some(next) = above(&self.ancestor, at).filter(|&next| above(&self.ancestor, next).is_some()) {
            self.path.push(at);
            at = next;
        }
        while let Some(at) = self.path.pop() {
            let at = at as usize;
            let next = self.ancestor[at] as usize;
            if self.semi[self.best[next] as usize] < self.semi[self.best[at] as usize] {
                self.best[at] = self.best[next];
            }
            self.ancestor[at] = self.ancestor[next];
        }
        self.best[block as usize]
    }
}

/// Numbers the dominator tree so that what is below a block is numbered between its two numbers.
fn number_tree(idom: &[u32], order: &[u32], enter: &mut [u32], leave: &mut [u32]) {
    let mut children = vec![Vec::new(); idom.len()];
    for (block, &parent) in idom.iter().enumerate().skip(1) {
        children[parent as usize].push(block as u32);
    }
    let mut next = 1;
    let mut stack = vec![(0u32, false)];
    while let Some((block, done)) = stack.pop() {
        let number = order[block as usize] as usize;
        if done {
            leave[number] = next - 1;
            continue;
        }
        enter[number] = next;
        next += 1;
        stack.push((block, true));
        stack.extend(children[block as usize].iter().map(|&child| (child, false)));
    }
}
