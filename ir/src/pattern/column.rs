//! Patterns without parts: all of them ask for the same number.
//!
//! The numbers where patterns begin and end make [`Cells`]; within one, all numbers are alike. The arms are gone through twice.
//! First, the cells that earlier arms have left say which alternatives take none any more, and at the end what is missing.
//! Then every cell gets the first arm that takes it.
//!
//! Where there are guards, that goes backward: a map knows which of the arms from here on is the first for each cell. At an arm with
//! a guard it says where the cells of the arm go if the guard fails, then the arm takes its cells in the map. Each of the pieces that
//! an arm finds in the map is replaced by the arm, so there are not more of them, taken together, than the arms have ranges.

use super::interval::{Cells, Left, Map, Set, Span};
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
    let cells = column.cells(arms);
    let mut forward = Forward::run(column, &cells, arms, tags);
    let coverage = forward.coverage(column, missing);

    // Without the arms.
    let mut to = vec![if column.foreign { fail } else { never }; cells.len()];
    for &(from, end) in &forward.values {
        to[from as usize..end as usize].fill(never);
        forward.left.spans((from, end)).for_each(|(from, end)| to[from as usize..end as usize].fill(fail));
    }
    let piece = |(cell, to)| Piece { from: cells.start(cell), to };
    let dispatch = |nodes: &mut Arena<Node>, pieces: &mut dyn Iterator<Item = Piece>| {
        let pieces = simplify(nodes, pieces);
        match pieces[..] {
            [] => never,
            [one] => one.to,
            _ => nodes.alloc(Node::Dispatch { on: root, pieces }),
        }
    };
    let node = |nodes: &mut Arena<Node>, arm: usize, otherwise: Option<NodeId>| {
        let mut bindings = Vec::new();
        if let Some(first) = arms[arm].alternatives.first() {
            names(&first.pat, root, &mut bindings);
        }
        nodes.alloc(Node::Arm { arm: arm as u32, bindings, otherwise })
    };
    let root = if arms.iter().any(|arm| arm.guard) {
        let mut map = Map::new(&to);
        for (arm, spans) in forward.arms().enumerate().rev().filter(|(_, spans)| !spans.is_empty()) {
            let otherwise = arms[arm].guard.then(|| {
                let mut found = Vec::new();
                for &(from, end) in spans {
                    map.pieces((from, end), |from, to| found.push(piece((from, to))));
                    found.extend((end < cells.len() as u32).then(|| piece((end, never))));
                }
                dispatch(&mut nodes, &mut found.into_iter())
            });
            let node = node(&mut nodes, arm, otherwise);
            spans.iter().for_each(|span| map.set(*span, node));
        }
        let mut found = Vec::new();
        map.pieces((0, cells.len() as u32), |from, to| found.push(piece((from, to))));
        dispatch(&mut nodes, &mut found.into_iter())
    } else {
        let mut left = Left::all(cells.len());
        for (arm, spans) in forward.arms().enumerate().filter(|(_, spans)| !spans.is_empty()) {
            let node = node(&mut nodes, arm, None);
            spans.iter().for_each(|span| left.take(*span, |cell| to[cell as usize] = node));
        }
        dispatch(&mut nodes, &mut (0..).zip(to).map(piece))
    };
    Tree { nodes, positions, root, coverage }
}

pub(super) fn cover(column: &Column<'_>, arms: &[Arm], tags: usize, missing: usize) -> Coverage {
    Forward::run(column, &column.cells(arms), arms, tags).coverage(column, missing)
}

/// The names that a pattern without parts gives to what it matches.
fn names(pat: &Pat, on: Occurrence, out: &mut Vec<(Name, Occurrence)>) {
    match pat {
        Pat::Bind(name, inner) => {
            out.push((*name, on));
            names(inner, on, out);
        }
        // The same in each.
        Pat::Or(alternatives) => alternatives.iter().take(1).for_each(|a| names(&a.pat, on, out)),
        Pat::Any | Pat::Range(..) | Pat::Constructor(..) | Pat::Unknown => {}
    }
}

impl Column<'_> {
    fn cells(&self, arms: &[Arm]) -> Cells {
        let mut starts = Vec::with_capacity(2 * (arms.len() + self.ranges.len()) + 1);
        starts.push(0);
        arms.iter().flat_map(|arm| &arm.alternatives).for_each(|a| bounds(&a.pat, &mut starts));
        self.ranges.iter().for_each(|&(lo, hi)| bounds(&Pat::Range(lo, hi), &mut starts));
        Cells::new(starts, self.largest)
    }
}

struct Forward<'a> {
    cells: &'a Cells,
    /// The values of the type, in order.
    values: Vec<Span>,
    /// The values that no arm without a guard takes.
    left: Left,
    /// The cells of those alternatives that are reached, in order and without overlap within an arm.
    spans: Vec<Span>,
    /// By arm: where in `spans` its own end.
    ends: Vec<usize>,
    /// Whether one of them takes what is foreign, too: then all numbers are taken.
    everything: bool,
    /// As in [`Coverage`].
    reached: Vec<bool>,
    unknown: bool,
}

impl<'a> Forward<'a> {
    fn run(column: &Column<'_>, cells: &'a Cells, arms: &[Arm], tags: usize) -> Forward<'a> {
        let mut values: Vec<Span> = column.ranges.iter().map(|&(lo, hi)| cells.span(lo, hi)).collect();
        values.sort_unstable();
        let mut forward = Forward {
            cells,
            left: Left::of(&values, cells.len()),
            values,
            spans: Vec::with_capacity(arms.len()),
            ends: Vec::with_capacity(arms.len()),
            everything: false,
            reached: vec![false; tags],
            unknown: false,
        };
        let mut own = Vec::new();
        for arm in arms {
            let mut guarded = arm.guard.then(Set::default);
            for alternative in &arm.alternatives {
                forward.alternative(column, alternative, &mut guarded, &mut own);
            }
            own.sort_unstable();
            let start = forward.spans.len();
            for (from, end) in own.drain(..) {
                match forward.spans[start..].last_mut() {
                    Some(last) if from <= last.1 => last.1 = last.1.max(end),
                    _ => forward.spans.push((from, end)),
                }
            }
            forward.ends.push(forward.spans.len());
        }
        forward
    }

    /// By arm: the cells of its alternatives that are reached.
    fn arms(&self) -> impl DoubleEndedIterator<Item = &[Span]> + ExactSizeIterator {
        (0..self.ends.len())
            .map(|arm| &self.spans[arm.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[arm]])
    }

    /// Adds what an alternative, or one within it, matches to what its arm has, unless all of it is taken.
    fn alternative(
        &mut self,
        column: &Column<'_>,
        Alternative { tag, pat }: &Alternative,
        guarded: &mut Option<Set>,
        own: &mut Vec<Span>,
    ) {
        let mut pat = pat;
        while let Pat::Bind(_, inner) = pat {
            pat = inner;
        }
        let all = (0, self.cells.len() as u32);
        let span = match pat {
            Pat::Any | Pat::Bind(..) => all,
            Pat::Range(lo, hi) => self.cells.span(*lo, *hi),
            Pat::Or(alternatives) => {
                for inner in alternatives {
                    self.alternative(column, inner, guarded, own);
                    self.reached[*tag as usize] |= self.reached[inner.tag as usize];
                }
                return;
            }
            // Numbers have no constructors.
            Pat::Unknown | Pat::Constructor(..) => {
                self.unknown = true;
                self.reached[*tag as usize] |= self.is_left(all, guarded);
                return;
            }
        };
        if self.is_left(span, guarded) {
            self.reached[*tag as usize] = true;
        } else if !(column.foreign && *pat == Pat::Any && !self.everything) {
            return;
        }
        match column.foreign {
            true => own.push(span),
            // Nothing is asked about numbers that do not occur.
            false => {
                let from = self.values.partition_point(|value| value.1 <= span.0);
                let inside = self.values[from..].iter().take_while(|value| value.0 < span.1);
                own.extend(inside.map(|value| (value.0.max(span.0), value.1.min(span.1))));
            }
        }
        match guarded {
            Some(guarded) => guarded.add(span),
            None => self.left.take(span, |_| {}),
        }
        self.everything |= *pat == Pat::Any && guarded.is_none();
    }

    /// Whether neither an arm before nor an alternative before takes some value of some cells.
    fn is_left(&mut self, span: Span, guarded: &Option<Set>) -> bool {
        match guarded {
            Some(guarded) => guarded.gaps(span).any(|gap| self.left.any(gap)),
            None => self.left.any(span),
        }
    }

    /// What was found, with the first few of the ranges that no arm takes.
    fn coverage(&mut self, column: &Column<'_>, limit: usize) -> Coverage {
        let left = |&(lo, hi): &(u128, u128)| self.left.spans(self.cells.span(lo, hi));
        let numbers = column.ranges.iter().flat_map(left).map(|span| self.cells.numbers(span));
        let missing = numbers.take(limit).map(|(lo, hi)| Witness::Range(lo, hi)).collect();
        Coverage { reached: std::mem::take(&mut self.reached), missing, unknown: self.unknown }
    }
}
