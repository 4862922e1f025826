//! Reports matches that do not cover every value, and arms that nothing reaches.
//!
//! Language: Valued -> Valued
//! Establishes: nothing; reports. Every `match` that is left covers every value of its type.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! fn name(n: bool) -> i32 {
//!     match n {
//!         true => 1,
//!         false => 0,
//!     }
//! }
//! ```
//! After:
//! ```vex
//! fn name(n: bool) -> i32 {
//!     match n {
//!         true => 1,
//!         false => 0,
//!     }
//! }
//! ```

use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::value::{ConstKind, sign_extend};
use vex_ir::{Code, Cx, Diagnostic, Span};

const E0506: Code = Code("E0506");
const E0507: Code = Code("E0507");
const E0508: Code = Code("E0508");

/// Checks the matches of one item.
pub fn run(cx: &mut Cx, ir: &mut Program, id: ItemId) {
    let item = &ir.items[id];
    if item.body.root.is_none() {
        return;
    }
    // Most bodies have neither: nothing to walk for.
    let matches = item.body.exprs.iter().any(|(_, e)| matches!(e.kind, ExprKind::Match(..)));
    let refutable_pats = item.body.pats.iter().any(|(_, p)| !matches!(p.kind, PatKind::Local(_, None) | PatKind::Wild));
    if !matches && !refutable_pats {
        return;
    }
    let mut found = Vec::new();
    item.walk(&mut |node| {
        if let walk::Node::Expr(expr) = node {
            match item.body.exprs[expr].kind {
                ExprKind::Match(..) => found.push(expr),
                ExprKind::Block(block) => {
                    item.body.stmts[block.stmts].iter().for_each(|s| refutable(cx, &item.body, s));
                }
                _ => {}
            }
        }
    });
    for expr in found {
        Checker { cx, ir, id, body: &item.body }.check(expr);
    }
}

/// A `let` must take every value.
fn refutable(cx: &mut Cx, body: &Body, stmt: &Stmt) {
    let StmtKind::Let { pat, .. } = stmt.kind else { return };
    let Pat { kind, span } = body.pats[pat];
    if matches!(kind, PatKind::Value(_) | PatKind::Range { .. } | PatKind::Or(_)) {
        let diagnostic = Diagnostic::error(E0508, span, "this pattern does not match every value")
            .label("may not match")
            .note("`match` decides between values");
        cx.emit(diagnostic);
    }
}

/// Values from `lo` to `hi`, both included.
type Range = (i128, i128);

struct Checker<'a> {
    cx: &'a mut Cx,
    ir: &'a Program,
    id: ItemId,
    body: &'a Body,
}

impl Checker<'_> {
    fn check(&mut self, expr: ExprId) {
        let Expr { kind: ExprKind::Match(on, arms), span } = self.body.exprs[expr] else { return };
        let ty = self.body.expr_ty(on);
        if ty == Ty::ERROR || ty == Ty::NEVER {
            return;
        }
        let all = self.universe(ty);
        let mut covered: Vec<Range> = Vec::new();
        let mut everything = false;
        for arm in &self.body.arms[arms] {
            let mut ranges = Vec::new();
            let any = self.ranges(arm.pat, ty, &mut ranges);
            let full = all.as_ref().is_some_and(|all| all.iter().all(|r| is_covered(&covered, *r)));
            let useless = everything || full || (!any && !ranges.is_empty() && ranges.iter().all(|r| is_covered(&covered, *r)));
            if useless && all.is_some() || everything {
                self.unreachable(self.body.pats[arm.pat].span);
            }
            if arm.guard.is_none() {
                everything |= any;
                add(&mut covered, ranges);
            }
        }
        if everything {
            return;
        }
        let missing = match &all {
            None => Some("_".to_string()),
            Some(all) => all.iter().find_map(|r| gap(&covered, *r)).map(|value| self.show(ty, value)),
        };
        if let Some(missing) = missing {
            self.missing(span, on, ty, &missing);
        }
    }

    fn unreachable(&mut self, span: Span) {
        let diagnostic = Diagnostic::warning(E0507, "unreachable_patterns", span, "this arm is never reached")
            .label("earlier arms match all its values");
        if let Some(diagnostic) = self.ir.lint(self.cx, self.id, diagnostic) {
            self.cx.emit(diagnostic);
        }
    }

    fn missing(&mut self, span: Span, on: ExprId, ty: Ty, missing: &str) {
        let shown = self.ir.types.show(&self.cx.interner, ty);
        let what = if missing == "_" { "other values".to_string() } else { format!("`{missing}`") };
        let head = Span::new(span.lo, self.body.exprs[on].span.hi);
        let end = Span::new(span.hi.saturating_sub(1), span.hi.saturating_sub(1));
        let diagnostic = Diagnostic::error(E0506, head, format!("this `match` does not cover {what}"))
            .label(format!("of type `{shown}`"))
            .suggest(end, format!("    {missing} => unreachable(),\n"), "add an arm");
        self.cx.emit(diagnostic);
    }

    /// Every value of a type, if they can be listed as ranges.
    fn universe(&self, ty: Ty) -> Option<Vec<Range>> {
        match self.ir.types.kind(ty) {
            TyKind::Bool => Some(vec![(0, 1)]),
            // The surrogates are no scalar values (Unicode 3.9, D76).
            TyKind::Char => Some(vec![(0, 0xd7ff), (0xe000, 0x10_ffff)]),
            TyKind::Int(int) => {
                let bits = int.bits(self.cx.target.pointer_bits);
                Some(vec![match (int.signed(), bits) {
                    (true, 128) => (i128::MIN, i128::MAX),
                    // Values beyond do not fit; a pattern there needs `_` anyway.
                    (false, 128) => return None,
                    (true, _) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
                    (false, _) => (0, (1 << bits) - 1),
                }])
            }
            TyKind::Adt(id) => match &self.ir.types.adts[*id].kind {
                AdtKind::Enum { variants, .. } => Some(variants.iter().map(|v| (v.1, v.1)).collect()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Adds what a pattern matches; true if that is everything.
    fn ranges(&mut self, pat: PatId, ty: Ty, out: &mut Vec<Range>) -> bool {
        let Pat { kind, span } = self.body.pats[pat];
        match kind {
            PatKind::Wild | PatKind::Local(_, None) => true,
            PatKind::Local(_, Some(sub)) => self.ranges(sub, ty, out),
            PatKind::Value(expr) => {
                out.extend(self.value(expr, ty).map(|v| (v, v)));
                false
            }
            PatKind::Range { lo, hi, inclusive } => {
                let (least, most) = self.bounds(ty);
                let lo = lo.map_or(Some(least), |e| self.value(e, ty));
                let hi = match hi {
                    None => Some(most),
                    Some(e) => self.value(e, ty).map(|v| if inclusive { v } else { v.saturating_sub(1) }),
                };
                if let (Some(lo), Some(hi)) = (lo, hi) {
                    if lo > hi {
                        let diagnostic =
                            Diagnostic::error(E0508, span, "this range is empty").label("matches no value");
                        self.cx.emit(diagnostic);
                    }
                    out.push((lo, hi));
                }
                false
            }
            PatKind::Or(list) => {
                self.body.pat_lists[list].iter().fold(false, |any, p| self.ranges(*p, ty, out) || any)
            }
            // In error, or gone since `feature-gate`.
            PatKind::Error
            | PatKind::Bind { .. }
            | PatKind::Tuple(_)
            | PatKind::TupleStruct { .. }
            | PatKind::Struct { .. }
            | PatKind::Ref(_) => true,
        }
    }

    fn bounds(&self, ty: Ty) -> Range {
        let all = self.universe(ty).unwrap_or_default();
        let least = all.first().map_or(0, |r| r.0);
        (least, all.last().map_or(i128::MAX, |r| r.1))
    }

    fn value(&self, expr: ExprId, ty: Ty) -> Option<i128> {
        match self.body.exprs[expr].kind {
            ExprKind::Int { low, high, .. } => i128::try_from(BigInt::join(low, high)).ok(),
            ExprKind::Bool(b) => Some(b.into()),
            ExprKind::Char(c) => Some(u32::from(c).into()),
            ExprKind::Paren(e) | ExprKind::Convert(e) => self.value(e, ty),
            ExprKind::Unary(UnOp::Neg, e) => self.value(e, ty).map(i128::wrapping_neg),
            ExprKind::Variant(_, index) => match &self.ir.types.adt(ty)?.kind {
                AdtKind::Enum { variants, .. } => variants.get(index as usize).map(|v| v.1),
                _ => None,
            },
            ExprKind::Item(item, _) => {
                let value = self.ir.consts.values.get(item_index(item)).copied().flatten()?;
                let ConstKind::Int(bits) = self.ir.consts.data[value].kind else { return None };
                let int = self.ir.types.repr_int(ty)?;
                let width = int.bits(self.cx.target.pointer_bits);
                Some(if int.signed() { sign_extend(bits, width) } else { bits as i128 })
            }
            _ => None,
        }
    }

    /// A value as a pattern.
    fn show(&self, ty: Ty, value: i128) -> String {
        match self.ir.types.kind(ty) {
            TyKind::Bool => (value != 0).to_string(),
            TyKind::Char => char::from_u32(value as u32).map_or("_".to_string(), |c| format!("{c:?}")),
            TyKind::Adt(id) => {
                let adt = &self.ir.types.adts[*id];
                let AdtKind::Enum { variants, .. } = &adt.kind else { return "_".to_string() };
                let name = variants.iter().find(|v| v.1 == value).map_or("_", |v| self.cx.text(v.0));
                format!("{}::{name}", self.cx.text(adt.name))
            }
            // Naming one of very many integers helps nobody.
            _ if value <= i128::from(i64::MIN) => "_".to_string(),
            _ => value.to_string(),
        }
    }
}

/// Adds ranges to a sorted list of ranges that do not touch.
fn add(covered: &mut Vec<Range>, ranges: Vec<Range>) {
    for (mut lo, mut hi) in ranges.into_iter().filter(|r| r.0 <= r.1) {
        let from = covered.partition_point(|r| r.1 < lo.saturating_sub(1));
        let mut to = from;
        while to < covered.len() && covered[to].0 <= hi.saturating_add(1) {
            lo = lo.min(covered[to].0);
            hi = hi.max(covered[to].1);
            to += 1;
        }
        covered.splice(from..to, [(lo, hi)]);
    }
}

fn is_covered(covered: &[Range], range: Range) -> bool {
    let at = covered.partition_point(|r| r.1 < range.0);
    covered.get(at).is_some_and(|r| r.0 <= range.0 && range.1 <= r.1)
}

/// The first value of a range that is not covered.
fn gap(covered: &[Range], range: Range) -> Option<i128> {
    let at = covered.partition_point(|r| r.1 < range.0);
    match covered.get(at) {
        Some(r) if r.0 <= range.0 => (r.1 < range.1).then(|| r.1 + 1),
        _ => Some(range.0),
    }
}
