//! Which variables of a function are held in cells: those that have one or two machine values, no address, and are written
//! before they are read on every way. All others are in memory, where what is unset is seen.

use crate::flow::visit::{Use, get, stmt_places, term_places};
use crate::flow::{Block, Body, LocalId, LocalKind, Place, PlaceBase, Proj, Terminator};

/// So many words of bit sets are no effort; in larger functions variables are in memory.
const MOST: usize = 1 << 20;

fn index<T>(id: la_arena::Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

/// By local. `scalar` says whether its type is that of one or two machine values.
pub(super) fn in_cells(body: &Body, scalar: impl Fn(LocalId) -> bool) -> Vec<bool> {
    let mut held: Vec<bool> = body.locals.iter().map(|(id, _)| scalar(id)).collect();
    let candidates = body.locals.iter().filter(|(id, local)| local.kind == LocalKind::Memory && held[index(*id)]);
    let mut numbers: Vec<Option<usize>> = vec![None; held.len()];
    let mut ids = Vec::new();
    for (id, _) in candidates {
        numbers[index(id)] = Some(ids.len());
        ids.push(id);
    }
    if ids.is_empty() {
        return held;
    }
    let words = ids.len().div_ceil(64);
    if words.saturating_mul(body.blocks.len()) > MOST {
        ids.iter().for_each(|id| held[index(*id)] = false);
        return held;
    }
    let mut sets = Sets {
        numbers,
        words,
        written: vec![0; words * body.blocks.len()],
        exposed: vec![0; words * body.blocks.len()],
        addressed: vec![0; words],
    };
    for (number, block) in body.blocks.values().enumerate() {
        sets.block(body, number, block);
    }
    let bad = sets.solve(body);
    for (number, id) in ids.iter().enumerate() {
        if bad[number / 64] >> (number % 64) & 1 == 1 {
            held[index(*id)] = false;
        }
    }
    held
}

struct Sets {
    /// By local: its bit.
    numbers: Vec<Option<usize>>,
    words: usize,
    /// By block: what it writes, and what it reads before it has written it.
    written: Vec<u64>,
    exposed: Vec<u64>,
    addressed: Vec<u64>,
}

impl Sets {
    fn block(&mut self, body: &Body, number: usize, block: &Block) {
        for stmt in &block.stmts {
            stmt_places(body, &stmt.kind, &mut |place, usage| self.place(body, number, place, usage));
        }
        term_places(body, &block.term, &mut |place, usage| self.place(body, number, place, usage));
        if let (Terminator::Return, Some(ret)) = (block.term, body.ret) {
            self.read(number, ret);
        }
    }

    fn place(&mut self, body: &Body, block: usize, place: Place, usage: Use) {
        let PlaceBase::Local(local) = place.base else { return };
        let Some(bit) = self.numbers[index(local)] else { return };
        let (word, mask) = (bit / 64, 1 << (bit % 64));
        match (get(&body.projs, place.projs).first(), usage) {
            (Some(Proj::Deref), _) | (None, Use::Read) => self.read(block, local),
            (None, Use::Write) => self.written[block * self.words + word] |= mask,
            // It is in memory, whatever it is.
            (None, Use::Address | Use::Move | Use::Drop)
            | (Some(Proj::Field(_) | Proj::Payload { .. } | Proj::Index(_)), _) => self.addressed[word] |= mask,
        }
    }

    fn read(&mut self, block: usize, local: LocalId) {
        let Some(bit) = self.numbers[index(local)] else { return };
        let at = block * self.words + bit / 64;
        self.exposed[at] |= (1 << (bit % 64)) & !self.written[at];
    }

    /// The variables that may be read before they are written, or have an address.
    fn solve(&self, body: &Body) -> Vec<u64> {
        let (words, blocks) = (self.words, body.blocks.len());
        let mut bad = self.addressed.clone();
        let mut before = vec![u64::MAX; words * blocks];
        let mut seen = vec![false; blocks];
        before[..words].fill(0);
        for param in &body.params {
            if let Some(bit) = self.numbers[index(*param)] {
                before[bit / 64] |= 1 << (bit % 64);
            }
        }
        let mut todo = vec![0];
        seen[0] = true;
        while let Some(block) = todo.pop() {
            let at = block * words;
            let after: Vec<u64> = (0..words).map(|w| before[at + w] | self.written[at + w]).collect();
            let mut go = |to: usize| {
                let mut changed = !std::mem::replace(&mut seen[to], true);
                for (word, after) in before[to * words..][..words].iter_mut().zip(&after) {
                    let less = *word & after;
                    changed |= less != *word;
                    *word = less;
                }
                if changed {
                    todo.push(to);
                }
            };
            match body.blocks[la_arena::Idx::from_raw((block as u32).into())].term {
                Terminator::Goto(to) => go(index(to)),
                Terminator::Branch { then, els, .. } => {
                    go(index(then));
                    go(index(els));
                }
                Terminator::Switch { cases, default, .. } => {
                    get(&body.cases, cases).iter().for_each(|case| go(index(case.1)));
                    go(index(default));
                }
                Terminator::Return | Terminator::Unreachable => {}
            }
        }
        for (block, _) in seen.iter().enumerate().filter(|(_, seen)| **seen) {
            for word in 0..words {
                bad[word] |= self.exposed[block * words + word] & !before[block * words + word];
            }
        }
        bad
    }
}
