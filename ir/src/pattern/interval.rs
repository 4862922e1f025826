//! Sets of numbers, and what each number leads to, as intervals.

use super::{NodeId, Piece};
use std::collections::BTreeMap;

/// A set of numbers: where intervals that do not touch begin and end.
#[derive(Default)]
pub(super) struct Set(BTreeMap<u128, u128>);

impl Set {
    /// Adds the numbers from `lo` to `hi`.
    pub(super) fn add(&mut self, mut lo: u128, mut hi: u128) {
        let before = self.0.range(..lo).next_back().map(|(a, b)| (*a, *b));
        if let Some((start, end)) = before.filter(|(_, end)| *end >= lo - 1) {
            (lo, hi) = (start, hi.max(end));
        }
        while let Some((&start, &end)) = self.0.range(lo..=hi.saturating_add(1)).next() {
            hi = hi.max(end);
            self.0.remove(&start);
        }
        self.0.insert(lo, hi);
    }

    /// The numbers from `lo` to `hi` that it lacks, in order.
    pub(super) fn gaps(&self, lo: u128, hi: u128) -> impl Iterator<Item = (u128, u128)> {
        let mut from = Some(lo);
        std::iter::from_fn(move || {
            let gap = self.gap(from?, hi)?;
            from = gap.1.checked_add(1);
            Some(gap)
        })
    }

    /// The first numbers from `lo` to `hi` that it lacks.
    fn gap(&self, lo: u128, hi: u128) -> Option<(u128, u128)> {
        let mut from = lo;
        if let Some((_, &end)) = self.0.range(..=lo).next_back()
            && end >= lo
        {
            from = end.checked_add(1)?;
        }
        if from > hi {
            return None;
        }
        // What touches is one, so there is nothing at `from`.
        let next = self.0.range(from..=hi).next();
        Some((from, next.map_or(hi, |(start, _)| start - 1)))
    }
}

/// What each number up to a largest one leads to: by the number from which on it does.
pub(super) struct Map {
    starts: BTreeMap<u128, NodeId>,
    largest: u128,
}

impl Map {
    pub(super) fn new(largest: u128, to: NodeId) -> Map {
        Map { starts: BTreeMap::from([(0, to)]), largest }
    }

    fn at(&self, number: u128) -> Option<NodeId> {
        self.starts.range(..=number).next_back().map(|(_, to)| *to)
    }

    /// Has the numbers from `lo` to `hi` lead somewhere else.
    pub(super) fn set(&mut self, lo: u128, hi: u128, to: NodeId) {
        let hi = hi.min(self.largest);
        if lo > hi {
            return;
        }
        if let Some(next) = hi.checked_add(1).filter(|next| *next <= self.largest)
            && let Some(after) = self.at(hi)
        {
            self.starts.entry(next).or_insert(after);
        }
        while let Some((&start, _)) = self.starts.range(lo..=hi).next() {
            self.starts.remove(&start);
        }
        self.starts.insert(lo, to);
    }

    /// What the numbers from `lo` to `hi` lead to, in order.
    pub(super) fn pieces(&self, lo: u128, hi: u128, mut f: impl FnMut(Piece)) {
        if lo > hi.min(self.largest) {
            return;
        }
        if let Some(to) = self.at(lo) {
            f(Piece { from: lo, to });
        }
        if let Some(next) = lo.checked_add(1).filter(|next| *next <= hi) {
            self.starts.range(next..=hi).for_each(|(from, to)| f(Piece { from: *from, to: *to }));
        }
    }
}
