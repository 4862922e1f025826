//! Patterns without parts: all of them ask for the same number.
//!
//! The arms are gone through twice. Forward, the numbers that are taken so far say which alternatives take none any more, and at
//! the end what is missing. Backward, a map knows which of the arms from here on is the first for each number: at an arm with a guard it says where
//! the numbers of the arm go if the guard fails, then the arm takes its numbers in the map. Each of the pieces that an arm finds in the map is
//! replaced by the arm, so there are not more of them, taken together, than the arms have ranges.

use super::interval::{Map, Set};
use super::*;

/// The numbers that are matched: see [`Domain::Numbers`].
pub(super) struct Column<'a> {
    pub(super) ranges: &'a [(u128, u128)],
    pub(super) largest: u128,
    pub(super) foreign: bool,
}

pub(super) fn build(column: &Column<'_>, arms: &[Arm], tags: usize, missing: usize) -> Tree {
    let mut positions = Arena::new();
    let root = positions.alloc(Position::Root);
    let mut nodes = Arena::with_capacity(arms.len() + 3);
    let (fail, never) = (nodes.alloc(Node::Fail), nodes.alloc(Node::Never));
    let mut reached = vec![false; tags];
    let forward = Forward::run(column, arms, &mut reached);
    let missing = forward.missing(column, missing);

    let mut map = Map::new(column.largest, if column.foreign { fail } else { never });
    for &(lo, hi) in column.ranges {
        map.set(lo, hi, never);
        forward.taken.gaps(lo, hi).for_each(|(lo, hi)| map.set(lo, hi, fail));
    }
    let dispatch = |nodes: &mut Arena<Node>, pieces: Vec<Piece>| match pieces[..] {
        [] => never,
        [one] => one.to,
        _ => nodes.alloc(Node::Dispatch { on: root, pieces }),
    };
    for (index, arm) in arms.iter().enumerate().rev() {
        let ranges = &forward.ranges[forward.of_arm[index].clone()];
        if ranges.is_empty() {
            continue;
        }
        let otherwise = arm.guard.then(|| {
            let mut found = Vec::new();
            for &(lo, hi) in ranges {
                map.pieces(lo, hi, |piece| found.push(piece));
                found.extend(hi.checked_add(1).map(|from| Piece { from, to: never }));
            }
            let pieces = simplify(&nodes, found);
            dispatch(&mut nodes, pieces)
        });
        let mut bindings = Vec::new();
        if let Some(first) = arm.alternatives.first() {
            names(&first.pat, root, &mut bindings);
        }
        let node = nodes.alloc(Node::Arm { arm: index as u32, bindings, otherwise });
        ranges.iter().for_each(|&(lo, hi)| map.set(lo, hi, node));
    }
    let mut found = Vec::new();
    map.pieces(0, column.largest, |piece| found.push(piece));
    let pieces = simplify(&nodes, found);
    let root = dispatch(&mut nodes, pieces);
    Tree { nodes, positions, root, reached, missing, unknown: forward.unknown }
}

/// The names that a pattern without parts gives to what it matches.
fn names(pat: &Pat, on: Occurrence, out: &mut Vec<(LocalId, Occurrence)>) {
    match pat {
        Pat::Bind(local, inner) => {
            out.push((*local, on));
            names(inner, on, out);
        }
        // The same in each.
        Pat::Or(alternatives) => alternatives.iter().take(1).for_each(|a| names(&a.pat, on, out)),
        Pat::Any | Pat::Range(..) | Pat::Constructor(..) | Pat::Unknown => {}
    }
}

struct Forward {
    /// The values of the type, in order.
    values: Vec<(u128, u128)>,
    /// What the arms without guards take, and what is no value of the type.
    taken: Set,
    /// The ranges of those alternatives that are reached, in order and without overlap within an arm.
    ranges: Vec<(u128, u128)>,
    /// By arm: which ranges are its own.
    of_arm: Vec<std::ops::Range<usize>>,
    /// Whether one of them takes what is foreign, too: then all numbers are taken.
    everything: bool,
    unknown: bool,
}

impl Forward {
    fn run(column: &Column<'_>, arms: &[Arm], reached: &mut [bool]) -> Forward {
        let mut forward = Forward {
            values: Vec::new(),
            taken: Set::default(),
            ranges: Vec::new(),
            of_arm: Vec::with_capacity(arms.len()),
            everything: false,
            unknown: false,
        };
        forward.take_foreign(column);
        let mut own = Vec::new();
        for arm in arms {
            own.clear();
            let mut guarded = Set::default();
            for alternative in &arm.alternatives {
                forward.alternative(column, alternative, arm.guard, &mut guarded, &mut own, reached);
            }
            own.sort_unstable();
            let start = forward.ranges.len();
            for &(lo, hi) in &own {
                match forward.ranges[start..].last_mut() {
                    Some(last) if lo <= last.1.saturating_add(1) => last.1 = last.1.max(hi),
                    _ => forward.ranges.push((lo, hi)),
                }
            }
            forward.of_arm.push(start..forward.ranges.len());
        }
        forward
    }

    /// What is no value need not be taken.
    fn take_foreign(&mut self, column: &Column<'_>) {
        self.values = column.ranges.to_vec();
        self.values.sort_unstable();
        let mut next = Some(0);
        for &(lo, hi) in &self.values {
            if let Some(next) = next.filter(|next| *next < lo) {
                self.taken.add(next, lo - 1);
            }
            next = hi.checked_add(1);
        }
        if let Some(next) = next.filter(|next| *next <= column.largest) {
            self.taken.add(next, column.largest);
        }
    }

    /// Adds what an alternative, or one within it, matches to what its arm has, unless all of it is taken.
    fn alternative(
        &mut self,
        column: &Column<'_>,
        Alternative { tag, pat }: &Alternative,
        guard: bool,
        guarded: &mut Set,
        own: &mut Vec<(u128, u128)>,
        reached: &mut [bool],
    ) {
        let mut pat = pat;
        while let Pat::Bind(_, inner) = pat {
            pat = inner;
        }
        let (lo, hi) = match pat {
            Pat::Any | Pat::Bind(..) => (0, column.largest),
            Pat::Range(lo, hi) => (*lo, *hi),
            Pat::Or(alternatives) => {
                for inner in alternatives {
                    self.alternative(column, inner, guard, guarded, own, reached);
                    reached[*tag as usize] |= reached[inner.tag as usize];
                }
                return;
            }
            // Numbers have no constructors.
            Pat::Unknown | Pat::Constructor(..) => {
                self.unknown = true;
                reached[*tag as usize] |= self.is_left(0, column.largest, guarded);
                return;
            }
        };
        if self.is_left(lo, hi, guarded) {
            reached[*tag as usize] = true;
        } else if !(column.foreign && *pat == Pat::Any && !self.everything) {
            return;
        }
        match column.foreign {
            true => own.push((lo, hi)),
            // Nothing is asked about numbers that do not occur.
            false => {
                let from = self.values.partition_point(|value| value.1 < lo);
                let inside = self.values[from..].iter().take_while(|value| value.0 <= hi);
                own.extend(inside.map(|value| (value.0.max(lo), value.1.min(hi))));
            }
        }
        if guard {
            guarded.add(lo, hi)
        } else {
            self.taken.add(lo, hi)
        }
        self.everything |= *pat == Pat::Any && !guard;
    }

    /// Whether neither an arm before nor an alternative before takes some number of a range.
    fn is_left(&self, lo: u128, hi: u128, guarded: &Set) -> bool {
        self.taken.gaps(lo, hi).any(|(start, end)| guarded.gaps(start, end).next().is_some())
    }

    /// The first few of the ranges that no arm takes.
    fn missing(&self, column: &Column<'_>, limit: usize) -> Vec<Witness> {
        let gaps = column.ranges.iter().flat_map(|&(lo, hi)| self.taken.gaps(lo, hi));
        gaps.take(limit).map(|(start, end)| Witness::Range(start, end)).collect()
    }
}
