//! `match`: a switch where every arm is a list of integers, else one test after another.

use super::function::FnBuilder;
use rustc_hash::FxHashSet;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pool::List;
use vex_ir::tree::{Arm, BigInt, BinOp, ExprId, ExprKind, PatId, PatKind, UnOp, item_index};
use vex_ir::ty::*;
use vex_ir::value;

/// A range of up to so many values is a list of cases, as `case 1 ... 9:` is for Clang.
const MAX_CASES: u128 = 64;

/// So many cases come from the ranges of a match; where there would be more, values are compared with bounds.
const MAX_RANGE_CASES: u128 = 1024;

impl FnBuilder<'_, '_> {
    pub(super) fn match_arms(&mut self, id: ExprId, on: ExprId, arms: List<Arm>, dest: Option<Place>) {
        let span = self.span(id);
        let ty = self.ty(on);
        let value = self.value(on);
        if self.dead {
            return;
        }
        let end = self.new_block();
        let reached = if let Some(cases) = self.switch_cases(ty, arms) {
            self.switch(value, cases, arms, dest, end, span)
        } else if let Some(bounds) = self.bounds(ty, arms) {
            self.tree(value, ty, &bounds, arms, dest, end, span)
        } else {
            self.tests(value, ty, arms, dest, end, span)
        };
        if reached { self.enter(end) } else { self.dead = true }
    }

    /// The integers of each arm, if that is all there is to them; `None` in the list for an arm that takes the rest.
    fn switch_cases(&self, ty: Ty, arms: List<Arm>) -> Option<Vec<Option<Vec<u128>>>> {
        self.types().repr_int(ty)?;
        let mut cases = Vec::with_capacity(arms.len());
        let mut room = MAX_RANGE_CASES;
        for arm in &self.src.arms[arms] {
            if arm.guard.is_some() {
                return None;
            }
            let mut values = Vec::new();
            let rest = self.case_values(arm.pat, ty, &mut values, &mut room)?;
            cases.push(if rest { None } else { Some(values) });
        }
        Some(cases)
    }

    /// Adds the integers a pattern matches, those of ranges while there is room; whether it matches everything; `None` if it is
    /// neither.
    fn case_values(&self, pat: PatId, ty: Ty, out: &mut Vec<u128>, room: &mut u128) -> Option<bool> {
        match self.src.pat(pat) {
            PatKind::Wild | PatKind::Local(_, None) => Some(true),
            PatKind::Value(expr) => {
                out.push(self.pattern_int(expr, ty)?);
                Some(false)
            }
            PatKind::Range { .. } => {
                let (lo, hi) = self.range(pat, ty)?;
                let values = hi.map_or(0, |hi| hi.saturating_sub(lo).saturating_add(1));
                if values > MAX_CASES {
                    return None;
                }
                *room = room.checked_sub(values)?;
                let sign = self.sign(ty);
                hi.into_iter().for_each(|hi| out.extend((lo..=hi).map(|key| key ^ sign)));
                Some(false)
            }
            PatKind::Or(list) => {
                let mut rest = false;
                for inner in &self.src.pat_lists[list] {
                    rest |= self.case_values(*inner, ty, out, room)?;
                }
                Some(rest)
            }
            _ => None,
        }
    }

    pub(super) fn bits(&self, ty: Ty) -> u32 {
        self.types().repr_int(ty).map_or(64, |int| int.bits(self.b.cx.target.pointer_bits))
    }

    /// The bits of a pattern's value.
    pub(super) fn pattern_int(&self, expr: ExprId, ty: Ty) -> Option<u128> {
        let bits = self.bits(ty);
        let value = match self.src.kind(expr) {
            ExprKind::Int { low, high, .. } => BigInt::join(low, high),
            ExprKind::Bool(b) => b.into(),
            ExprKind::Char(c) => u32::from(c).into(),
            ExprKind::Convert(e) => self.pattern_int(e, ty)?,
            ExprKind::Unary(UnOp::Neg, e) => self.pattern_int(e, ty)?.wrapping_neg(),
            ExprKind::Variant(_, index) => match &self.types().adt(ty)?.kind {
                AdtKind::Enum { variants, .. } => variants.get(index as usize)?.1 as u128,
                _ => return None,
            },
            ExprKind::Item(item, _) => {
                let id = self.b.tree.consts.values.get(item_index(item)).copied().flatten()?;
                match self.b.tree.consts.data[id].kind {
                    value::ConstKind::Int(bits) => bits,
                    value::ConstKind::Zero => 0,
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(value::truncate(value, bits))
    }

    fn switch(
        &mut self,
        on: Operand,
        cases: Vec<Option<Vec<u128>>>,
        arms: List<Arm>,
        dest: Option<Place>,
        end: BlockId,
        span: Span,
    ) -> bool {
        let mut table = Vec::new();
        let mut seen = FxHashSet::default();
        let mut default = None;
        let mut blocks = Vec::new();
        for values in &cases {
            let block = self.new_block();
            blocks.push(block);
            match values {
                Some(values) => table.extend(values.iter().filter(|v| seen.insert(**v)).map(|v| (*v, block))),
                None => default = default.or(Some(block)),
            }
        }
        let otherwise = default.unwrap_or_else(|| self.body.new_block());
        let cases = self.body.cases.alloc(table);
        self.terminate(Terminator::Switch { on, cases, default: otherwise }, span);
        if default.is_none() {
            self.enter(otherwise);
            self.no_variant(span);
        }
        self.arms_in(&blocks, on, arms, dest, end, span)
    }

    /// The code of the arms, each in its block.
    fn arms_in(
        &mut self,
        blocks: &[BlockId],
        on: Operand,
        arms: List<Arm>,
        dest: Option<Place>,
        end: BlockId,
        span: Span,
    ) -> bool {
        let mut reached = false;
        for (block, position) in blocks.iter().zip(arms.range()) {
            let arm = *self.src.arms.at(position);
            self.enter(*block);
            self.bind(arm.pat, on);
            self.arm_value(arm.body, dest);
            reached |= !self.dead;
            self.goto(end, span);
        }
        reached
    }

    /// A tree of comparisons.
    #[allow(clippy::too_many_arguments)]
    fn tree(
        &mut self,
        on: Operand,
        ty: Ty,
        bounds: &[(u128, Option<usize>)],
        arms: List<Arm>,
        dest: Option<Place>,
        end: BlockId,
        span: Span,
    ) -> bool {
        let blocks: Vec<BlockId> = arms.range().map(|_| self.new_block()).collect();
        let rest = bounds.iter().any(|(_, arm)| arm.is_none()).then(|| self.new_block());
        let led = |arm: Option<usize>| arm.map_or_else(|| rest.unwrap_or(end), |arm| blocks[arm]);
        let bounds: Vec<(u128, BlockId)> = bounds.iter().map(|(from, arm)| (*from, led(*arm))).collect();
        self.search(on, ty, &bounds, span);
        if let Some(rest) = rest {
            self.enter(rest);
            self.no_variant(span);
        }
        self.arms_in(&blocks, on, arms, dest, end, span)
    }

    /// A value that is none of its type's: C can make one of any enum.
    fn no_variant(&mut self, span: Span) {
        self.panic("the value is not one of its type", span);
    }

    fn tests(&mut self, on: Operand, ty: Ty, arms: List<Arm>, dest: Option<Place>, end: BlockId, span: Span) -> bool {
        let mut reached = false;
        for position in arms.range() {
            let arm = *self.src.arms.at(position);
            let (body, next) = (self.new_block(), self.new_block());
            self.test(arm.pat, on, ty, body, next);
            self.enter(body);
            self.bind(arm.pat, on);
            if let Some(guard) = arm.guard {
                let inner = self.new_block();
                self.condition(guard, inner, next);
                self.enter(inner);
            }
            self.arm_value(arm.body, dest);
            reached |= !self.dead;
            self.goto(end, span);
            self.enter(next);
        }
        self.no_variant(span);
        reached
    }

    /// Declares what a pattern names.
    fn bind(&mut self, pat: PatId, value: Operand) {
        if let PatKind::Local(local, sub) = self.src.pat(pat) {
            self.declare_operand(local, value);
            if let Some(sub) = sub {
                self.bind(sub, value);
            }
        }
    }

    /// Goes to `yes` if a value matches a pattern, else to `no`.
    fn test(&mut self, pat: PatId, on: Operand, ty: Ty, yes: BlockId, no: BlockId) {
        let span = self.src.pats[pat].span;
        match self.src.pat(pat) {
            PatKind::Local(_, Some(sub)) => self.test(sub, on, ty, yes, no),
            PatKind::Value(expr) => {
                let wanted = self.operand(expr);
                let same = self.compare(BinOp::Eq, ty, on, wanted, span);
                self.branch(same, yes, no, span);
            }
            PatKind::Range { lo, hi, inclusive } => {
                if let Some(lo) = lo {
                    let (least, more) = (self.operand(lo), self.new_block());
                    let above = self.compare(BinOp::Ge, ty, on, least, span);
                    self.branch(above, more, no, span);
                    self.enter(more);
                }
                let Some(hi) = hi else { return self.goto(yes, span) };
                let most = self.operand(hi);
                let below = self.compare(if inclusive { BinOp::Le } else { BinOp::Lt }, ty, on, most, span);
                self.branch(below, yes, no, span);
            }
            PatKind::Or(list) => {
                for position in list.range() {
                    let inner = *self.src.pat_lists.at(position);
                    let next = self.new_block();
                    self.test(inner, on, ty, yes, next);
                    self.enter(next);
                }
                self.goto(no, span);
            }
            // `_` and names match everything; the rest is gone since `feature-gate`.
            PatKind::Error
            | PatKind::Wild
            | PatKind::Bind { .. }
            | PatKind::Local(_, None)
            | PatKind::Tuple(_)
            | PatKind::TupleStruct { .. }
            | PatKind::Struct { .. }
            | PatKind::Ref(_) => self.goto(yes, span),
        }
    }
}
