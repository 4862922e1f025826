//! In which of some ranges is a number? By a switch, by comparisons, or both.

use super::function::FnBuilder;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pattern::source::Numbers;
use vex_ir::tree::BinOp;
use vex_ir::ty::*;

/// A range of up to so many values is a list of cases, as `case 1 ... 9:` is for Clang.
const MAX_CASES: u128 = 64;

/// So many cases there are in any switch, and so many more for each range: where there would be more, values are compared with
/// bounds.
const MAX_ALL: u128 = 1024;
const MAX_EACH: u128 = 8;

/// From so many blocks on to which short ranges lead, a switch over them comes before comparisons with the bounds of long ones.
const MANY_SHORT: usize = 8;

/// Where numbers from this one on lead, up to the next.
type Bound = (u128, BlockId);

/// A range: the first number, the last one, and where they lead.
type Range = (u128, u128, BlockId);

impl FnBuilder<'_> {
    /// Goes to where a number leads. The first of the bounds is 0.
    pub(super) fn numbers(&mut self, on: Operand, ty: Ty, numbers: Numbers, bounds: &[Bound], span: Span) {
        let ends = bounds.iter().skip(1).map(|(from, _)| from - 1).chain([numbers.largest()]);
        let ranges: Vec<Range> = bounds.iter().zip(ends).map(|((lo, to), hi)| (*lo, hi, *to)).collect();
        let (long, mut short): (Vec<Range>, Vec<Range>) = ranges.iter().partition(|(lo, hi, _)| hi - lo >= MAX_CASES);
        let one_rest = long.windows(2).all(|two| two[0].2 == two[1].2);
        let rest = match long.first() {
            Some((.., to)) if one_rest => Some(*to),
            Some(_) => None,
            None => most(&ranges),
        };
        short.retain(|(.., to)| Some(*to) != rest);
        let cases: u128 = short.iter().map(|(lo, hi, _)| hi - lo + 1).sum();
        let too_many = cases > MAX_ALL + MAX_EACH * ranges.len() as u128;
        // What is between long ranges leads to one block: comparisons with their bounds find it.
        let mut targets: Vec<u32> = short.iter().map(|(.., to)| to.into_raw().into_u32()).collect();
        targets.sort_unstable();
        targets.dedup();
        if too_many || rest.is_none() && targets.len() < MANY_SHORT {
            return self.search(on, ty, numbers, bounds, span);
        }
        let default = rest.unwrap_or_else(|| self.new_block());
        let case = |number, to| (numbers.value(number), to);
        let cases = short.iter().flat_map(|&(lo, hi, to)| (lo..=hi).map(move |number| case(number, to)));
        let cases = self.body.cases.alloc(cases);
        self.terminate(Terminator::Switch { on, cases, default }, span);
        if rest.is_none() {
            self.enter(default);
            let mut left: Vec<Bound> = long.iter().map(|(lo, _, to)| (*lo, *to)).collect();
            left.dedup_by_key(|(_, to)| *to);
            self.search(on, ty, numbers, &left, span);
        }
    }

    /// A tree of comparisons, as deep as the logarithm of how many bounds there are: one test after another takes time in
    /// proportion to them when the program runs, and LLVM's passes more than that.
    fn search(&mut self, on: Operand, ty: Ty, numbers: Numbers, bounds: &[Bound], span: Span) {
        if let [(_, block)] = bounds {
            return self.goto(*block, span);
        }
        let (below, above) = bounds.split_at(bounds.len() / 2);
        let [left, right] = [below, above].map(|half| match half {
            [(_, block)] => *block,
            _ => self.new_block(),
        });
        let least = self.int(numbers.value(above[0].0), ty);
        let is_above = self.compare(BinOp::Ge, ty, on, least, span);
        self.branch(is_above, right, left, span);
        for (half, block) in [(below, left), (above, right)].into_iter().filter(|(half, _)| half.len() > 1) {
            self.enter(block);
            self.search(on, ty, numbers, half, span);
        }
    }
}

/// Where most of the numbers lead.
fn most(ranges: &[Range]) -> Option<BlockId> {
    let mut counts: Vec<(BlockId, u128)> = ranges.iter().map(|(lo, hi, to)| (*to, hi - lo + 1)).collect();
    counts.sort_unstable_by_key(|(to, _)| to.into_raw().into_u32());
    counts.dedup_by(|next, first| {
        let same = next.0 == first.0;
        first.1 += if same { next.1 } else { 0 };
        same
    });
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(to, _)| to)
}
