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

use rustc_hash::FxHashSet;
use vex_ir::lang::Valued;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::value::{ConstKind, sign_extend};
use vex_ir::{Code, Cx, Diagnostic, Span};

const E0506: Code = Code("E0506");
const E0507: Code = Code("E0507");
const E0508: Code = Code("E0508");

/// Checks the matches of one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Valued>) {
    let item = &sigs.items[id];
    if body.root.is_none() {
        return;
    }
    if !body.may_have(Shapes::MATCH) && !body.may_have(Shapes::REFUTABLE) {
        return;
    }
    if let Some(function) = item.as_fn() {
        function.params.iter().for_each(|p| irrefutable(cx, body, p.pat));
    }
    let mut found = Vec::new();
    item.walk(body.get(), &mut |node| {
        if let walk::Node::Expr(expr) = node {
            match body.kind(expr) {
                ExprKind::Match(..) => found.push(expr),
                ExprKind::For { pat, .. } => irrefutable(cx, body, pat),
                ExprKind::Block(block) => {
                    for stmt in &body.stmts[block.stmts] {
                        if let StmtKind::Let { pat, .. } = stmt.kind {
                            irrefutable(cx, body, pat);
                        }
                    }
                }
                _ => {}
            }
        }
    });
    for expr in found {
        Checker { cx, sigs, body }.check(expr);
    }
}

/// `let`, `for` and parameters must take every value.
fn irrefutable(cx: &mut Cx, body: Read<'_, Valued>, mut pat: PatId) {
    while let PatKind::Local(_, Some(sub)) = body.pat(pat) {
        pat = sub;
    }
    let Pat { kind, span } = body.pats[pat];
    if let PatKind::Value(value) = kind
        && matches!(body.kind(value), ExprKind::Error(_))
    {
        // What was meant is unknown.
        return;
    }
    if matches!(kind, PatKind::Value(_) | PatKind::Range { .. } | PatKind::Or(_)) {
        let diagnostic = Diagnostic::error(E0508, span, "this pattern does not match every value")
            .label("may not match")
            .note("`match` decides between values");
        cx.emit(diagnostic);
    }
}

/// Values from `lo` to `hi`, both included, in the order of the type: those of `u128` with their highest bit flipped.
type Range = (i128, i128);

struct Checker<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    body: Read<'a, Valued>,
}

/// What the arms so far match.
#[derive(Default)]
struct Covered<'a> {
    ranges: Vec<Range>,
    texts: FxHashSet<&'a [u8]>,
    everything: bool,
    /// Whether something in error may match what the rest does not.
    unknown: bool,
    /// How many of the ranges that make up the type are known to be covered, from the first.
    full: usize,
}

impl<'a> Covered<'a> {
    /// Whether nothing of the type is left.
    fn is_full(&mut self, all: Option<&[Range]>) -> bool {
        let Some(all) = all else { return self.everything };
        while self.full < all.len() && is_covered(&self.ranges, all[self.full]) {
            self.full += 1;
        }
        self.everything || self.full == all.len()
    }

    /// Whether it has all that a pattern matches.
    fn has(&self, matched: &Matched<'a>) -> bool {
        self.everything
            || match matched {
                Matched::Range(range) => is_covered(&self.ranges, *range),
                Matched::Text(text) => self.texts.contains(text),
                Matched::Everything | Matched::Unknown => false,
            }
    }

    fn take(&mut self, matched: Matched<'a>) {
        match matched {
            Matched::Everything => self.everything = true,
            Matched::Range(range) => add(&mut self.ranges, range),
            Matched::Text(text) => drop(self.texts.insert(text)),
            Matched::Unknown => self.unknown = true,
        }
    }

    fn take_all(&mut self, other: Covered<'a>) {
        other.ranges.into_iter().for_each(|range| add(&mut self.ranges, range));
        self.texts.extend(other.texts);
        self.everything |= other.everything;
        self.unknown |= other.unknown;
    }
}

/// How many of the values that are not covered are named.
const GAPS: usize = 3;

/// What one pattern matches.
enum Matched<'a> {
    Everything,
    Range(Range),
    Text(&'a [u8]),
    /// In error, or an empty range.
    Unknown,
}

impl<'a> Checker<'a> {
    fn check(&mut self, expr: ExprId) {
        let Expr { kind: ExprKind::Match(on, arms), span } = self.body.exprs[expr] else { return };
        let ty = self.body.expr_ty(on);
        if ty == Ty::ERROR || ty == Ty::NEVER {
            return;
        }
        let all = self.universe(ty);
        let mut covered = Covered::default();
        for arm in &self.body.get().arms[arms] {
            self.arm(arm, ty, all.as_deref(), &mut covered);
        }
        if covered.everything || covered.unknown {
            return;
        }
        let missing = match &all {
            None => vec!["_".to_string()],
            Some(all) => self.gaps(ty, all, &mut covered),
        };
        if !missing.is_empty() {
            self.missing(span, on, ty, &missing);
        }
    }

    /// The first few values of a type that are not covered, which are covered then.
    fn gaps(&self, ty: Ty, all: &[Range], covered: &mut Covered<'_>) -> Vec<String> {
        let mut found = Vec::new();
        for range in all {
            while let Some(next) = gap(&covered.ranges, *range) {
                if found.len() == GAPS + 1 {
                    return found;
                }
                found.push(self.show(ty, next));
                add(&mut covered.ranges, next);
            }
        }
        found
    }

    /// Adds what an arm matches, and reports those of its alternatives that match nothing any more.
    fn arm(&mut self, arm: &Arm, ty: Ty, all: Option<&[Range]>, covered: &mut Covered<'a>) {
        let mut alternatives = Vec::new();
        self.alternatives(arm.pat, &mut alternatives);
        let before = covered.is_full(all);
        let mut own = Covered::default();
        for pat in alternatives {
            let matched = self.matched(pat, ty);
            if before || covered.has(&matched) || own.has(&matched) {
                self.unreachable(self.body.pats[pat].span);
            }
            own.take(matched);
        }
        if arm.guard.is_none() {
            covered.take_all(own);
        }
    }

    /// The patterns between `|`s.
    fn alternatives(&self, pat: PatId, out: &mut Vec<PatId>) {
        match self.body.pat(pat) {
            PatKind::Or(list) => self.body.pat_lists[list].iter().for_each(|p| self.alternatives(*p, out)),
            PatKind::Local(_, Some(sub)) => self.alternatives(sub, out),
            _ => out.push(pat),
        }
    }

    fn unreachable(&mut self, span: Span) {
        let diagnostic = Diagnostic::warning(E0507, "unreachable_patterns", span, "this pattern is never reached")
            .label("earlier ones match all its values");
        self.cx.emit(diagnostic);
    }

    fn missing(&mut self, span: Span, on: ExprId, ty: Ty, missing: &[String]) {
        let shown = self.sigs.types.show(&self.cx.interner, ty);
        let named = missing[..missing.len().min(GAPS)].join("`, `");
        let (what, missing) = match missing {
            [all] if all == "_" => ("other values".to_string(), "_".to_string()),
            many if many.len() > GAPS => (format!("`{named}` and others"), "_".to_string()),
            few => (format!("`{named}`"), few.join(" | ")),
        };
        let head = Span::new(span.lo, self.body.exprs[on].span.hi);
        let text = self.cx.snippet(Span::new(span.lo, span.hi.saturating_sub(1)));
        let arms = text.trim_end();
        let comma = if arms.ends_with([',', '{', '}']) { "" } else { "," };
        // On a line of its own, if the brace has one.
        let (at, arm) = match text[arms.len()..].rsplit_once('\n') {
            Some((_, indent)) if comma.is_empty() => {
                (text.len() - indent.len(), format!("{indent}    {missing} => unreachable(),\n"))
            }
            _ => (arms.len(), format!("{comma} {missing} => unreachable()")),
        };
        let at = span.lo + at as u32;
        let diagnostic = Diagnostic::error(E0506, head, format!("this `match` does not cover {what}"))
            .label(format!("of type `{shown}`"))
            .suggest(Span::new(at, at), arm, "add an arm");
        let removed = self.sigs.removed.from_expr(span);
        let diagnostic = self.sigs.removed.explain(self.cx, diagnostic, &removed);
        self.cx.emit(diagnostic);
    }

    /// Every value of a type, if they can be listed as ranges.
    fn universe(&self, ty: Ty) -> Option<Vec<Range>> {
        match self.sigs.types.kind(ty) {
            TyKind::Bool => Some(vec![(0, 1)]),
            // The surrogates are no scalar values (Unicode 3.9, D76).
            TyKind::Char => Some(vec![(0, 0xd7ff), (0xe000, 0x10_ffff)]),
            TyKind::Int(int) => {
                let bits = int.bits(self.cx.target.pointer_bits);
                Some(vec![match (int.signed(), bits) {
                    (_, 128) => (i128::MIN, i128::MAX),
                    (true, _) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
                    (false, _) => (0, (1 << bits) - 1),
                }])
            }
            TyKind::Adt(id) => match &self.sigs.types.adts[*id].kind {
                AdtKind::Enum { variants, .. } => Some(variants.iter().map(|v| (v.1, v.1)).collect()),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a pattern without alternatives matches.
    fn matched(&mut self, pat: PatId, ty: Ty) -> Matched<'a> {
        let Pat { kind, span } = self.body.pats[pat];
        match kind {
            PatKind::Value(expr) => match (self.value(expr, ty), self.text(expr)) {
                (Some(value), _) => Matched::Range((value, value)),
                (None, Some(text)) => Matched::Text(text),
                (None, None) => Matched::Unknown,
            },
            PatKind::Range { lo, hi, inclusive } => {
                let all = self.universe(ty).unwrap_or_default();
                let (least, most) = (all.first().map_or(0, |r| r.0), all.last().map_or(i128::MAX, |r| r.1));
                let lo = lo.map_or(Some(least), |e| self.value(e, ty));
                let hi = match hi {
                    None => Some(most),
                    Some(e) if inclusive => self.value(e, ty),
                    Some(e) => self.value(e, ty).map(|v| v.saturating_sub(1)),
                };
                match (lo, hi) {
                    (Some(lo), Some(hi)) if lo <= hi => Matched::Range((lo, hi)),
                    (Some(_), Some(_)) => {
                        let diagnostic =
                            Diagnostic::error(E0508, span, "this range is empty").label("matches no value");
                        self.cx.emit(diagnostic);
                        Matched::Unknown
                    }
                    _ => Matched::Unknown,
                }
            }
            PatKind::Error => Matched::Unknown,
            // Names and `_`; what is gone since `feature-gate` counts as if it matched.
            PatKind::Wild
            | PatKind::Local(..)
            | PatKind::Bind { .. }
            | PatKind::Or(_)
            | PatKind::Tuple(_)
            | PatKind::TupleStruct { .. }
            | PatKind::Struct { .. }
            | PatKind::Ref(_) => Matched::Everything,
        }
    }

    fn value(&self, expr: ExprId, ty: Ty) -> Option<i128> {
        match self.body.kind(expr) {
            ExprKind::Int { low, high, .. } => Some(ordered(ty, BigInt::join(low, high))),
            ExprKind::Bool(b) => Some(b.into()),
            ExprKind::Char(c) => Some(u32::from(c).into()),
            ExprKind::Convert(e) => self.value(e, ty),
            ExprKind::Unary(UnOp::Neg, e) => self.value(e, ty).map(i128::wrapping_neg),
            ExprKind::Variant(_, index) => match &self.sigs.types.adt(ty)?.kind {
                AdtKind::Enum { variants, .. } => variants.get(index as usize).map(|v| v.1),
                _ => None,
            },
            ExprKind::Item(item, _) => {
                let ConstKind::Int(bits) = *self.constant(item)? else { return None };
                let int = self.sigs.types.repr_int(ty)?;
                let width = int.bits(self.cx.target.pointer_bits);
                Some(if int.signed() { sign_extend(bits, width) } else { ordered(ty, bits) })
            }
            _ => None,
        }
    }

    fn constant(&self, item: ItemId) -> Option<&'a ConstKind> {
        let value = self.sigs.consts.values.get(item_index(item)).copied().flatten()?;
        Some(&self.sigs.consts.data[value].kind)
    }

    /// The bytes of a string.
    fn text(&self, expr: ExprId) -> Option<&'a [u8]> {
        match self.body.kind(expr) {
            ExprKind::Str { bytes, .. } => Some(&self.body.get().strings[bytes]),
            ExprKind::Convert(e) => self.text(e),
            ExprKind::Item(item, _) => match self.constant(item)? {
                ConstKind::Str(bytes) => Some(bytes),
                _ => None,
            },
            _ => None,
        }
    }

    /// Values as a pattern.
    fn show(&self, ty: Ty, (lo, hi): Range) -> String {
        let one = |value: i128| match self.sigs.types.kind(ty) {
            TyKind::Bool => (value != 0).to_string(),
            TyKind::Char => char::from_u32(value as u32).map_or("_".to_string(), |c| format!("{c:?}")),
            TyKind::Adt(id) => {
                let adt = &self.sigs.types.adts[*id];
                let AdtKind::Enum { variants, .. } = &adt.kind else { return "_".to_string() };
                let name = variants.iter().find(|v| v.1 == value).map_or("_", |v| self.cx.text(v.0));
                format!("{}::{name}", self.cx.text(adt.name))
            }
            TyKind::Int(IntTy::U128) => (value as u128 ^ HIGHEST).to_string(),
            _ => value.to_string(),
        };
        if lo == hi || self.sigs.types.adt(ty).is_some() || ty == Ty::BOOL {
            return one(lo);
        }
        let all = self.universe(ty).unwrap_or_default();
        let (first, last) = (all.first().is_some_and(|r| r.0 == lo), all.last().is_some_and(|r| r.1 == hi));
        match (first, last) {
            (true, true) => "_".to_string(),
            (true, false) => format!("..={}", one(hi)),
            (false, true) => format!("{}..", one(lo)),
            (false, false) => format!("{}..={}", one(lo), one(hi)),
        }
    }
}

/// The highest bit of `u128`.
const HIGHEST: u128 = 1 << 127;

/// The bits of a literal as a number that is ordered as the type is.
fn ordered(ty: Ty, bits: u128) -> i128 {
    (if ty.as_int() == Some(IntTy::U128) { bits ^ HIGHEST } else { bits }) as i128
}

/// Adds a range to a sorted list of ranges that do not touch.
fn add(covered: &mut Vec<Range>, (mut lo, mut hi): Range) {
    let from = covered.partition_point(|r| r.1 < lo.saturating_sub(1));
    let mut to = from;
    while to < covered.len() && covered[to].0 <= hi.saturating_add(1) {
        lo = lo.min(covered[to].0);
        hi = hi.max(covered[to].1);
        to += 1;
    }
    covered.splice(from..to, [(lo, hi)]);
}

fn is_covered(covered: &[Range], range: Range) -> bool {
    let at = covered.partition_point(|r| r.1 < range.0);
    covered.get(at).is_some_and(|r| r.0 <= range.0 && range.1 <= r.1)
}

/// The first values of a range that are not covered.
fn gap(covered: &[Range], range: Range) -> Option<Range> {
    let at = covered.partition_point(|r| r.1 < range.0);
    let lo = match covered.get(at) {
        Some(r) if r.0 <= range.0 && r.1 >= range.1 => return None,
        Some(r) if r.0 <= range.0 => r.1 + 1,
        _ => range.0,
    };
    let next = covered.iter().find(|r| r.0 > lo).map_or(range.1, |r| (r.0 - 1).min(range.1));
    Some((lo, next))
}
