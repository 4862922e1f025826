//! Values: assigned once, as a whole, before every use in the order of dominance, and never addressed.

use super::*;
use crate::flow::visit::{Use, get, stmt_places, term_places};
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
                StmtKind::Nop | StmtKind::Check { .. } | StmtKind::Intrinsic { .. } => continue,
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

/// Which block is on every path to which, after Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"
/// (2001).
struct Dominators {
    /// By block: its place in an order of the dominator tree, and that of the last block below it. The first is 0 for
    /// blocks that nothing reaches.
    enter: Vec<u32>,
    leave: Vec<u32>,
}

impl Dominators {
    fn new(body: &Body) -> Dominators {
        let order = reverse_postorder(body);
        let count = body.blocks.len();
        let mut rank = vec![u32::MAX; count];
        for (number, &block) in order.iter().enumerate() {
            rank[block as usize] = number as u32;
        }
        let preds = predecessors(body, &order, &rank);
        let idom = immediate_dominators(&preds);
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

/// The successors of a block, in order.
fn successors(body: &Body, block: &Block, f: &mut impl FnMut(u32)) {
    match block.term {
        Terminator::Goto(to) => f(index(to) as u32),
        Terminator::Branch { then, els, .. } => {
            f(index(then) as u32);
            f(index(els) as u32);
        }
        Terminator::Switch { cases, default, .. } => {
            get(&body.cases, cases).iter().for_each(|(_, to)| f(index(*to) as u32));
            f(index(default) as u32);
        }
        Terminator::Return | Terminator::Unreachable => {}
    }
}

fn reverse_postorder(body: &Body) -> Vec<u32> {
    let blocks: Vec<&Block> = body.blocks.values().collect();
    let mut seen = vec![false; blocks.len()];
    let mut order = Vec::with_capacity(blocks.len());
    let mut stack: Vec<(u32, bool)> = vec![(0, false)];
    while let Some((block, done)) = stack.pop() {
        if done {
            order.push(block);
        } else if !std::mem::replace(&mut seen[block as usize], true) {
            stack.push((block, true));
            successors(body, blocks[block as usize], &mut |to| stack.push((to, false)));
        }
    }
    order.reverse();
    order
}

/// By rank, the ranks of the blocks that jump there.
fn predecessors(body: &Body, order: &[u32], rank: &[u32]) -> Vec<Vec<u32>> {
    let mut preds = vec![Vec::new(); order.len()];
    for (block, data) in body.blocks.values().enumerate() {
        let from = rank[block];
        if from != u32::MAX {
            successors(body, data, &mut |to| preds[rank[to as usize] as usize].push(from));
        }
    }
    preds
}

fn immediate_dominators(preds: &[Vec<u32>]) -> Vec<u32> {
    let mut idom = vec![u32::MAX; preds.len()];
    idom[0] = 0;
    let mut changed = true;
    while changed {
        changed = false;
        for (block, preds) in preds.iter().enumerate().skip(1) {
            let known = preds.iter().copied().filter(|&p| idom[p as usize] != u32::MAX);
            let Some(new) = known.reduce(|a, b| intersect(&idom, a, b)) else { continue };
            changed |= std::mem::replace(&mut idom[block], new) != new;
        }
    }
    idom
}

fn intersect(idom: &[u32], mut a: u32, mut b: u32) -> u32 {
    while a != b {
        while a > b {
            a = idom[a as usize];
        }
        while b > a {
            b = idom[b as usize];
        }
    }
    a
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
