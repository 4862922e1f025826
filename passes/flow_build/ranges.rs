//! `match` on many ranges: a tree of comparisons, as deep as the logarithm of how many there are.
//!
//! One test after another takes time in proportion to the arms when the program runs, and LLVM's passes more than that.

use super::function::FnBuilder;
use std::collections::BTreeMap;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pool::List;
use vex_ir::tree::{Arm, BinOp, PatId, PatKind};
use vex_ir::ty::*;

/// From so many ranges on, the tree has fewer comparisons on the way to an arm than the tests before it.
const MANY: usize = 8;

/// What is matched from this value on, up to the next: an arm, or nothing.
type Bound = (u128, Option<usize>);

/// Which arm takes which values; the first that matches one does. Values are in the order of their type, from 0.
#[derive(Default)]
struct Coverage {
    /// What some arm takes: where it begins, and where it ends.
    taken: BTreeMap<u128, u128>,
    pieces: Vec<(u128, u128, usize)>,
}

impl Coverage {
    /// Gives an arm what no earlier one takes of the values from `lo` to `hi`.
    fn take(&mut self, lo: u128, hi: u128, arm: usize) {
        if lo > hi {
            return;
        }
        let before = self.taken.range(..lo).next_back().filter(|(_, end)| **end >= lo);
        let taken: Vec<(u128, u128)> = before.into_iter().chain(self.taken.range(lo..=hi)).map(|(a, b)| (*a, *b)).collect();
        let (mut start, mut end, mut free) = (lo, hi, Some(lo));
        for (from, to) in taken {
            if let Some(free) = free.filter(|free| *free < from) {
                self.pieces.push((free, from - 1, arm));
            }
            free = to.checked_add(1);
            (start, end) = (start.min(from), end.max(to));
            self.taken.remove(&from);
        }
        if let Some(free) = free.filter(|free| *free <= hi) {
            self.pieces.push((free, hi, arm));
        }
        self.taken.insert(start, end);
    }

    /// All values in order, neighbours with the same arm as one.
    fn bounds(mut self, largest: u128) -> Vec<Bound> {
        self.pieces.sort_unstable();
        let mut bounds: Vec<Bound> = Vec::with_capacity(self.pieces.len());
        let mut add = |from: u128, arm: Option<usize>| {
            if bounds.last().is_none_or(|(_, last)| *last != arm) {
                bounds.push((from, arm));
            }
        };
        let mut next = Some(0);
        for (lo, hi, arm) in self.pieces {
            if let Some(next) = next.filter(|next| *next < lo) {
                add(next, None);
            }
            add(lo, Some(arm));
            next = hi.checked_add(1);
        }
        if let Some(next) = next.filter(|next| *next <= largest) {
            add(next, None);
        }
        bounds
    }
}

impl FnBuilder<'_, '_> {
    /// What each value leads to, where there are many ranges, and nothing but integers decides.
    pub(super) fn bounds(&self, ty: Ty, arms: List<Arm>) -> Option<Vec<Bound>> {
        self.types().repr_int(ty)?;
        let arms = &self.src.arms[arms];
        let mut coverage = Coverage::default();
        let mut ranges = 0;
        for (position, arm) in arms.iter().enumerate() {
            if arm.guard.is_some() {
                return None;
            }
            ranges += self.take_pattern(arm.pat, ty, position, &mut coverage)?;
        }
        (ranges > MANY).then(|| coverage.bounds(self.largest(ty)))
    }

    fn largest(&self, ty: Ty) -> u128 {
        u128::MAX >> (128 - self.bits(ty))
    }

    /// The sign's bit, if there is one: with it changed, bits have the order of the values.
    pub(super) fn sign(&self, ty: Ty) -> u128 {
        let signed = self.types().repr_int(ty).is_some_and(|int| int.signed());
        u128::from(signed) << (self.bits(ty) - 1)
    }

    /// The least and the greatest value of a range, both in the order of their type; without a greatest one, it has none.
    pub(super) fn range(&self, pat: PatId, ty: Ty) -> Option<(u128, Option<u128>)> {
        let PatKind::Range { lo, hi, inclusive } = self.src.pat(pat) else { return None };
        let key = |expr| Some(self.pattern_int(expr, ty)? ^ self.sign(ty));
        let lo = lo.map_or(Some(0), key)?;
        let hi = match hi {
            None => Some(self.largest(ty)),
            Some(hi) if inclusive => Some(key(hi)?),
            // Nothing is below the least value.
            Some(hi) => key(hi)?.checked_sub(1),
        };
        Some((lo, hi))
    }

    /// How many ranges a pattern has; `None` if it decides by something else.
    fn take_pattern(&self, pat: PatId, ty: Ty, arm: usize, out: &mut Coverage) -> Option<usize> {
        let key = |expr| Some(self.pattern_int(expr, ty)? ^ self.sign(ty));
        match self.src.pat(pat) {
            PatKind::Wild | PatKind::Local(_, None) => {
                out.take(0, self.largest(ty), arm);
                Some(0)
            }
            PatKind::Local(_, Some(inner)) => self.take_pattern(inner, ty, arm, out),
            PatKind::Value(expr) => {
                let value = key(expr)?;
                out.take(value, value, arm);
                Some(0)
            }
            PatKind::Range { .. } => {
                let (lo, hi) = self.range(pat, ty)?;
                hi.into_iter().for_each(|hi| out.take(lo, hi, arm));
                Some(1)
            }
            PatKind::Or(list) => {
                let mut ranges = 0;
                for inner in &self.src.pat_lists[list] {
                    ranges += self.take_pattern(*inner, ty, arm, out)?;
                }
                Some(ranges)
            }
            _ => None,
        }
    }

    /// Leads to the block of the arm that takes the value.
    pub(super) fn search(&mut self, on: Operand, ty: Ty, bounds: &[(u128, BlockId)], span: Span) {
        let [(_, block)] = bounds else {
            let (below, above) = bounds.split_at(bounds.len() / 2);
            let (left, right) = (self.new_block(), self.new_block());
            let mut least = above[0].0 ^ self.sign(ty);
            // A surrogate is no `char` (Unicode 3.9, D76); none comes here, so the next value decides as well.
            if ty == Ty::CHAR && (0xd800..0xe000).contains(&least) {
                least = 0xe000;
            }
            let least = self.int(least, ty);
            let is_above = self.compare(BinOp::Ge, ty, on, least, span);
            self.branch(is_above, right, left, span);
            self.enter(left);
            self.search(on, ty, below, span);
            self.enter(right);
            return self.search(on, ty, above, span);
        };
        self.goto(*block, span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(ranges: &[(u128, u128)], largest: u128) -> Vec<Bound> {
        let mut coverage = Coverage::default();
        ranges.iter().enumerate().for_each(|(arm, (lo, hi))| coverage.take(*lo, *hi, arm));
        coverage.bounds(largest)
    }

    /// Every value goes to the first arm that has it.
    #[test]
    fn the_first_arm_wins() {
        let mut seed = 7u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            u128::from((seed >> 33) % below)
        };
        for _ in 0..500 {
            let ranges: Vec<(u128, u128)> = (0..random(12)).map(|_| (random(64), random(64))).collect();
            let found = bounds(&ranges, 63);
            assert!(found.is_sorted_by_key(|b| b.0) && found[0].0 == 0);
            for value in 0..64 {
                let wanted = ranges.iter().position(|(lo, hi)| (*lo..=*hi).contains(&value));
                let at = found.partition_point(|b| b.0 <= value) - 1;
                assert_eq!(found[at].1, wanted, "{value} in {ranges:?}: {found:?}");
            }
        }
    }

    #[test]
    fn the_largest_value_has_no_next() {
        assert_eq!(bounds(&[(5, u128::MAX), (0, u128::MAX)], u128::MAX), [(0, Some(1)), (5, Some(0))]);
        assert_eq!(bounds(&[], u128::MAX), [(0, None)]);
    }
}
