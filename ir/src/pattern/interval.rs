//! Sets of numbers, and what each number leads to, as intervals of cells.

use super::NodeId;
use std::collections::BTreeMap;

/// Cells from the first up to the second, which is not included.
pub(super) type Span = (u32, u32);

/// The numbers from 0 to a largest one, in cells of numbers that are alike: by the number with which each begins.
pub(super) struct Cells {
    starts: Vec<u128>,
    largest: u128,
}

impl Cells {
    pub(super) fn new(mut starts: Vec<u128>, largest: u128) -> Cells {
        starts.retain(|start| *start <= largest);
        starts.sort_unstable();
        starts.dedup();
        Cells { starts, largest }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The cells of the numbers from `lo` to `hi`, where one begins with `lo` and one ends with `hi`.
    pub(super) fn span(&self, lo: u128, hi: u128) -> Span {
        let from = self.starts.partition_point(|start| *start < lo);
        let rest = &self.starts[from..];
        // Most patterns are a single cell.
        let len = if rest.get(1).is_none_or(|start| *start > hi) {
            rest.len().min(1)
        } else {
            rest.partition_point(|start| *start <= hi)
        };
        (from as u32, (from + len) as u32)
    }

    pub(super) fn start(&self, cell: u32) -> u128 {
        self.starts[cell as usize]
    }

    /// The first and the last number in some cells.
    pub(super) fn numbers(&self, (from, to): Span) -> (u128, u128) {
        (self.start(from), self.starts.get(to as usize).map_or(self.largest, |next| next - 1))
    }
}

/// Cells of which some were taken. The entry of a cell that is left is its own number; that of another one is the number of a
/// later cell, not behind the next one that is left.
pub(super) struct Left(Vec<u32>);

impl Left {
    pub(super) fn all(len: usize) -> Left {
        Left((0..=len as u32).collect())
    }

    /// Some cells of `len`, in order.
    pub(super) fn of(spans: &[Span], len: usize) -> Left {
        let mut left = Left::all(len);
        let mut end = 0;
        for (from, to) in spans.iter().copied().chain([(len as u32, len as u32)]) {
            left.0[end as usize..from.max(end) as usize].fill(from);
            end = to.max(end);
        }
        left
    }

    /// The first cell from `cell` on that is left, or the number of cells.
    fn next(&mut self, mut cell: u32) -> u32 {
        loop {
            let next = self.0[cell as usize];
            if next == cell {
                return cell;
            }
            // Halving the way keeps all ways short.
            let behind = self.0[next as usize];
            self.0[cell as usize] = behind;
            cell = behind;
        }
    }

    /// Takes those of some cells that are left.
    pub(super) fn take(&mut self, (from, to): Span, mut f: impl FnMut(u32)) {
        let mut cell = self.next(from);
        while cell < to {
            f(cell);
            self.0[cell as usize] = cell + 1;
            cell = self.next(cell + 1);
        }
    }

    /// Whether one of some cells is left.
    pub(super) fn any(&mut self, (from, to): Span) -> bool {
        self.next(from) < to
    }

    /// What is left of some cells, in order.
    pub(super) fn spans(&self, (mut from, to): Span) -> impl Iterator<Item = Span> {
        std::iter::from_fn(move || {
            while from < to && self.0[from as usize] != from {
                from = self.0[from as usize];
            }
            let start = from;
            while from < to && self.0[from as usize] == from {
                from += 1;
            }
            (start < from).then_some((start, from))
        })
    }
}

/// A set of cells: where intervals that do not touch begin and end.
#[derive(Default)]
pub(super) struct Set(BTreeMap<u32, u32>);

impl Set {
    pub(super) fn add(&mut self, (mut from, mut to): Span) {
        let before = self.0.range(..from).next_back().map(|(a, b)| (*a, *b));
        if let Some((start, end)) = before.filter(|(_, end)| *end >= from) {
            (from, to) = (start, to.max(end));
        }
        while let Some((&start, &end)) = self.0.range(from..=to).next() {
            to = to.max(end);
            self.0.remove(&start);
        }
        self.0.insert(from, to);
    }

    /// What it lacks of some cells, in order.
    pub(super) fn gaps(&self, (mut from, to): Span) -> impl Iterator<Item = Span> {
        if let Some((_, &end)) = self.0.range(..=from).next_back() {
            from = from.max(end);
        }
        let mut inside = self.0.range(from..to.max(from));
        std::iter::from_fn(move || {
            if from >= to {
                return None;
            }
            let (start, end) = inside.next().map_or((to, to), |(start, end)| (*start, *end));
            let gap = (from, start);
            from = end;
            Some(gap)
        })
    }
}

/// What each cell leads to: by the cell from which on it does.
pub(super) struct Map(BTreeMap<u32, NodeId>);

impl Map {
    pub(super) fn new(cells: &[NodeId]) -> Map {
        let mut starts: Vec<(u32, NodeId)> = (0..).zip(cells.iter().copied()).collect();
        starts.dedup_by_key(|(_, to)| *to);
        Map(starts.into_iter().collect())
    }

    /// Has some cells lead somewhere else.
    pub(super) fn set(&mut self, (from, end): Span, to: NodeId) {
        if from >= end {
            return;
        }
        if let Some((_, &behind)) = self.0.range(..=end).next_back() {
            self.0.insert(end, behind);
        }
        while let Some((&start, _)) = self.0.range(from..end).next() {
            self.0.remove(&start);
        }
        self.0.insert(from, to);
    }

    /// What some cells lead to, in order.
    pub(super) fn pieces(&self, (from, end): Span, mut f: impl FnMut(u32, NodeId)) {
        if let Some((_, &to)) = self.0.range(..=from).next_back().filter(|_| from < end) {
            f(from, to);
            self.0.range(from + 1..end).for_each(|(from, to)| f(*from, *to));
        }
    }
}
