//! Data-flow analyses: what holds at each block, whatever way leads there.
//!
//! An [`Analysis`] says what statements do with a state; [`solve`] finds the states at the blocks, the least that agree with what the
//! statements do and with each other where ways meet. Blocks wait in reverse postorder (postorder where the analysis goes against the
//! control flow), so that what has no loop is looked at once. States are kept for the starts of blocks alone; [`Solution::visit`] goes through the
//! statements of one again.
//!
//! States are [`BitSet`]s, which share what they have in common, or anything else that can be joined: a function of many blocks and
//! variables takes memory for what changes, not for their product.

use super::*;
use crate::bits::BitSet;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Which way a state goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// With the control flow: what has happened.
    Forward,
    /// Against it: what will.
    Backward,
}

/// What is known at a place, and what remains of it where ways meet.
pub trait State: Clone {
    /// Takes what comes on another way; whether that changes anything. Must not go back and forth: a state that has been joined with another one
    /// stays as it is when it is joined with it again, and there are no endless rows of states that each join changes.
    fn join(&mut self, other: &Self) -> bool;
}

/// What holds on some way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct May(pub BitSet);

/// What holds on every way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Must(pub BitSet);

impl State for May {
    fn join(&mut self, other: &May) -> bool {
        self.0.union(&other.0)
    }
}

impl State for Must {
    fn join(&mut self, other: &Must) -> bool {
        self.0.intersect(&other.0)
    }
}

impl<A: State, B: State> State for (A, B) {
    fn join(&mut self, other: &(A, B)) -> bool {
        let first = self.0.join(&other.0);
        self.1.join(&other.1) || first
    }
}

/// An analysis of one body.
pub trait Analysis {
    type State: State;
    const DIRECTION: Direction;

    /// What holds where the state begins: at the entry of a function, or, against the control flow, at every end of it.
    fn start(&self) -> Self::State;

    /// What changes nothing where it is joined. Against the control flow it holds where a loop never ends; with it, it is not asked for.
    fn neutral(&self) -> Self::State;

    /// What a statement does.
    fn stmt(&self, state: &mut Self::State, at: Location, stmt: &Stmt);

    /// What the end of a block does.
    fn term(&self, state: &mut Self::State, block: BlockId, term: &Terminator);
}

/// A statement: the one with this index in its block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Location {
    pub block: BlockId,
    pub index: usize,
}

/// What [`solve`] found.
pub struct Solution<S> {
    /// By block: what holds before its first statement, or, against the control flow, after its end. `None` for blocks that the
    /// entry does not lead to.
    pub blocks: ArenaMap<BlockId, S>,
}

/// What holds at each block that the entry leads to.
pub fn solve<A: Analysis>(body: &Body, analysis: &A) -> Solution<A::State> {
    let graph = Graph::new(body, A::DIRECTION);
    let mut blocks: ArenaMap<BlockId, A::State> = ArenaMap::with_capacity(body.blocks.len());
    let mut waiting = BinaryHeap::new();
    let mut is_waiting = vec![false; graph.order.len()];
    if graph.order.is_empty() {
        return Solution { blocks };
    }
    match A::DIRECTION {
        Direction::Forward => {
            blocks.insert(body.entry(), analysis.start());
            waiting.push(Reverse(0));
            is_waiting[0] = true;
        }
        Direction::Backward => {
            // Copies share what they have.
            let (start, neutral) = (analysis.start(), analysis.neutral());
            for (position, &block) in graph.order.iter().enumerate() {
                let ends = matches!(body.blocks[block].term, Terminator::Return | Terminator::Unreachable);
                blocks.insert(block, if ends { start.clone() } else { neutral.clone() });
                waiting.push(Reverse(position as u32));
                is_waiting[position] = true;
            }
        }
    }
    while let Some(Reverse(position)) = waiting.pop() {
        is_waiting[position as usize] = false;
        let block = graph.order[position as usize];
        let Some(state) = blocks.get(block) else { continue };
        let mut state = state.clone();
        apply(body, analysis, block, &mut state, &mut |_, _| {});
        for &next in graph.next(position) {
            let to = graph.order[next as usize];
            let changed = match blocks.get_mut(to) {
                Some(known) => known.join(&state),
                None => {
                    blocks.insert(to, state.clone());
                    true
                }
            };
            if changed && !std::mem::replace(&mut is_waiting[next as usize], true) {
                waiting.push(Reverse(next));
            }
        }
    }
    Solution { blocks }
}

/// Takes a state through a block. `f` is called with what holds before each statement, and before the end.
fn apply<A: Analysis>(
    body: &Body,
    analysis: &A,
    block: BlockId,
    state: &mut A::State,
    f: &mut impl FnMut(&mut A::State, Point<'_>),
) {
    let Block { stmts, term, .. } = &body.blocks[block];
    if A::DIRECTION == Direction::Backward {
        f(state, Point::Term(block, term));
        analysis.term(state, block, term);
    }
    for step in 0..stmts.len() {
        let index = if A::DIRECTION == Direction::Forward { step } else { stmts.len() - 1 - step };
        let at = Location { block, index };
        f(state, Point::Stmt(at, &stmts[index]));
        analysis.stmt(state, at, &stmts[index]);
    }
    if A::DIRECTION == Direction::Forward {
        f(state, Point::Term(block, term));
        analysis.term(state, block, term);
    }
}

/// What is at a place of a block.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Point<'a> {
    Stmt(Location, &'a Stmt),
    Term(BlockId, &'a Terminator),
}

impl<S: State> Solution<S> {
    /// Calls `f` for every statement of a block and its end, in the direction of the analysis, with what holds before it in that direction. What `f`
    /// changes of it holds from there on, in this block.
    pub fn visit<A: Analysis<State = S>>(
        &self,
        body: &Body,
        analysis: &A,
        block: BlockId,
        f: &mut impl FnMut(&mut S, Point<'_>),
    ) {
        let Some(state) = self.blocks.get(block) else { return };
        apply(body, analysis, block, &mut state.clone(), f);
    }
}

/// The blocks that the entry of a body leads to, in reverse postorder: each after those that dominate it, and before those that it leads
/// to, loops apart. Of two that a block leads to, the first one comes first.
pub fn reverse_postorder(body: &Body) -> Vec<BlockId> {
    Edges::of(body).reverse_postorder()
}

/// Lists of blocks for each block, one after another.
struct Edges {
    /// By block: where its list begins. One more says where the last one ends.
    starts: Vec<u32>,
    to: Vec<BlockId>,
}

fn index(block: BlockId) -> usize {
    block.into_raw().into_u32() as usize
}

impl Edges {
    /// Where each block leads.
    fn of(body: &Body) -> Edges {
        let mut edges =
            Edges { starts: Vec::with_capacity(body.blocks.len() + 1), to: Vec::with_capacity(body.blocks.len() * 2) };
        for (_, block) in body.blocks.iter() {
            edges.starts.push(edges.to.len() as u32);
            visit::successors(body, &block.term, &mut |to| edges.to.push(to));
        }
        edges.starts.push(edges.to.len() as u32);
        edges
    }

    fn list(&self, block: BlockId) -> &[BlockId] {
        &self.to[self.starts[index(block)] as usize..self.starts[index(block) + 1] as usize]
    }

    fn reverse_postorder(&self) -> Vec<BlockId> {
        let count = self.starts.len() - 1;
        let mut order = Vec::with_capacity(count);
        if count == 0 {
            return order;
        }
        let entry: BlockId = Idx::from_raw(0.into());
        let mut seen = vec![false; count];
        // The way here: blocks, each with those of its successors that have not been looked at.
        let mut way = vec![(entry, self.list(entry))];
        seen[0] = true;
        while let Some((block, left)) = way.last_mut() {
            let Some((&to, rest)) = left.split_last() else {
                order.push(*block);
                way.pop();
                continue;
            };
            *left = rest;
            if !std::mem::replace(&mut seen[index(to)], true) {
                way.push((to, self.list(to)));
            }
        }
        order.reverse();
        order
    }
}

/// The blocks that the entry leads to, in the order in which an analysis should look at them, and where their states go. Blocks are
/// known by their positions in that order.
struct Graph {
    order: Vec<BlockId>,
    /// By position: where its list begins.
    starts: Vec<u32>,
    next: Vec<u32>,
}

impl Graph {
    fn new(body: &Body, direction: Direction) -> Graph {
        let edges = Edges::of(body);
        let mut order = edges.reverse_postorder();
        if direction == Direction::Backward {
            order.reverse();
        }
        let mut positions = vec![None; body.blocks.len()];
        order.iter().enumerate().for_each(|(position, block)| positions[index(*block)] = Some(position as u32));
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(edges.to.len());
        for (from, &block) in order.iter().enumerate() {
            for to in edges.list(block).iter().filter_map(|to| positions[index(*to)]) {
                pairs.push(if direction == Direction::Forward { (from as u32, to) } else { (to, from as u32) });
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; order.len() + 1];
        pairs.iter().for_each(|(from, _)| starts[*from as usize + 1] += 1);
        for position in 1..starts.len() {
            starts[position] += starts[position - 1];
        }
        Graph { order, starts, next: pairs.into_iter().map(|(_, to)| to).collect() }
    }

    fn next(&self, position: u32) -> &[u32] {
        &self.next[self.starts[position as usize] as usize..self.starts[position as usize + 1] as usize]
    }
}

#[cfg(test)]
mod tests;
