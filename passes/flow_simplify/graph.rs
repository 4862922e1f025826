//! Blocks: jumps to jumps, chains, and the removal of what is not reached.

use super::index;
use la_arena::{Arena, Idx};
use vex_ir::flow::visit::successors;
use vex_ir::flow::{Block, BlockId, Body, Terminator};

/// Joins chains of blocks, and drops the blocks that are not reached. `live` says which were visited.
pub(super) fn compact(body: &mut Body, mut live: Vec<bool>) {
    if live.len() > 1 {
        join(body, &mut live);
        drop_dead(body, &live);
    }
}

fn id(number: usize) -> BlockId {
    Idx::from_raw((number as u32).into())
}

/// Lets jumps to blocks that only jump on go where those lead.
pub(super) fn thread(body: &mut Body, live: &[bool]) {
    let jumps_on = |block: &Block| block.stmts.is_empty() && matches!(block.term, Terminator::Goto(_));
    if !body.blocks.iter().any(|(block, data)| live[index(block)] && jumps_on(data)) {
        return;
    }
    let mut leads_to: Vec<Option<BlockId>> = vec![None; live.len()];
    let mut path = Vec::new();
    for block in (0..live.len()).filter(|&block| live[block]).map(id) {
        let mut at = block;
        let end = loop {
            if let Some(known) = leads_to[index(at)] {
                break known;
            }
            // Marks the path, so that an empty endless loop is the end of it.
            leads_to[index(at)] = Some(at);
            path.push(at);
            match body.blocks[at].term {
                Terminator::Goto(to) if body.blocks[at].stmts.is_empty() => at = to,
                _ => break at,
            }
        };
        path.drain(..).for_each(|on_path| leads_to[index(on_path)] = Some(end));
    }
    for block in (0..live.len()).filter(|&block| live[block]).map(id) {
        body.retarget(block, |to| leads_to[index(to)].unwrap_or(to));
        let same = match body.blocks[block].term {
            Terminator::Branch { then, els, .. } if then == els => Some(then),
            Terminator::Switch { cases, default, .. } if body.cases[cases].iter().all(|c| c.1 == default) => {
                Some(default)
            }
            // Leads to different blocks, or to none.
            _ => None,
        };
        if let Some(to) = same {
            body.blocks[block].term = Terminator::Goto(to);
        }
    }
}

/// Appends blocks that are reached only by a jump from the end of one other block to that block.
fn join(body: &mut Body, live: &mut [bool]) {
    // What threading has bypassed is not reached any more, and its jumps do not count.
    let mut jumps = vec![0u32; live.len()];
    live.fill(false);
    jumps[0] = 1;
    let mut stack = vec![id(0)];
    while let Some(block) = stack.pop() {
        if !std::mem::replace(&mut live[index(block)], true) {
            successors(body, &body.blocks[block].term, &mut |to| {
                jumps[index(to)] += 1;
                stack.push(to);
            });
        }
    }
    for block in (0..live.len()).map(id) {
        if !live[index(block)] {
            continue;
        }
        while let Terminator::Goto(next) = body.blocks[block].term
            && next != block
            && jumps[index(next)] == 1
        {
            live[index(next)] = false;
            let stmts = std::mem::take(&mut body.blocks[next].stmts);
            let (term, term_span) = (body.blocks[next].term, body.blocks[next].term_span);
            let to = &mut body.blocks[block];
            to.stmts.extend(stmts);
            (to.term, to.term_span) = (term, term_span);
        }
    }
}

/// Renumbers the blocks that are left, in their order.
fn drop_dead(body: &mut Body, live: &[bool]) {
    if live.iter().all(|live| *live) {
        return;
    }
    let mut numbers = vec![id(0); live.len()];
    let mut blocks: Arena<Block> = Arena::with_capacity(live.iter().filter(|live| **live).count());
    let empty = || Block { stmts: Vec::new(), term: Terminator::Unreachable, term_span: Default::default() };
    for number in (0..live.len()).filter(|&number| live[number]) {
        numbers[number] = blocks.alloc(std::mem::replace(&mut body.blocks[id(number)], empty()));
    }
    body.blocks = blocks;
    for block in (0..body.blocks.len()).map(id) {
        body.retarget(block, |to| numbers[index(to)]);
    }
}
