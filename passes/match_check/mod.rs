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

use vex_ir::arith::sign_extend;
use vex_ir::lang::Valued;
use vex_ir::pattern::source::{self, Match, Numbers};
use vex_ir::pattern::{Coverage, Witness};
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const MATCH_NOT_EXHAUSTIVE: Code = Code("E0506");
const UNREACHABLE_PATTERN: Code = Code("E0507");
const REFUTABLE_PATTERN: Code = Code("E0508");

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
                        if let StmtKind::Let { pat, .. } = stmt.kind::<Valued>() {
                            irrefutable(cx, body, pat);
                        }
                    }
                }
                _ => {}
            }
        }
    });
    for expr in found {
        MatchVisitor { cx, sigs, body }.check(expr);
    }
}

/// `let`, `for` and parameters must take every value.
fn irrefutable(cx: &mut Cx, body: Read<'_, Valued>, mut pat: PatId) {
    while let PatKind::Local(_, Some(sub)) = body.pat(pat) {
        pat = sub;
    }
    let (kind, span) = (body.pat(pat), body.pats[pat].span);
    if let PatKind::Value(value) = kind
        && matches!(body.kind(value), ExprKind::Error(_))
    {
        // The pattern is in error: what it should match is unknown.
        return;
    }
    if matches!(kind, PatKind::Value(_) | PatKind::Range { .. } | PatKind::Or(_)) {
        let diagnostic = Diagnostic::error(REFUTABLE_PATTERN, span, "this pattern does not match every value")
            .label("may not match")
            .note("`match` decides between values");
        cx.emit(diagnostic);
    }
}

struct MatchVisitor<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    body: Read<'a, Valued>,
}

/// How many of the values that are not covered are named.
const GAPS: usize = 3;

impl MatchVisitor<'_> {
    fn check(&mut self, expr: ExprId) {
        let ExprKind::Match(on, arms) = self.body.kind(expr) else { return };
        let span = self.body.span(expr);
        let ty = self.body.expr_ty(on);
        if ty == Ty::ERROR || ty == Ty::NEVER {
            return;
        }
        let found = source::read(self.body.get(), self.sigs, self.cx.target.pointer_bits, ty, arms);
        let Coverage { reached, missing, unknown } = found.coverage(GAPS + 1);
        let Match { numbers, tags, empty, .. } = found;
        for pat in empty {
            let diagnostic = Diagnostic::error(REFUTABLE_PATTERN, self.body.pats[pat].span, "this range is empty")
                .label("matches no value");
            self.cx.emit(diagnostic);
        }
        for (pat, _) in tags.iter().zip(reached).filter(|(_, reached)| !reached) {
            self.unreachable(self.body.pats[*pat].span);
        }
        if !unknown && !missing.is_empty() {
            let missing: Vec<String> = missing.iter().map(|witness| self.show(ty, numbers, witness)).collect();
            self.missing(span, on, ty, &missing);
        }
    }

    fn unreachable(&mut self, span: Span) {
        let diagnostic =
            Diagnostic::warning(UNREACHABLE_PATTERN, "unreachable_patterns", span, "this pattern is never reached")
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
        let diagnostic = Diagnostic::error(MATCH_NOT_EXHAUSTIVE, head, format!("this `match` does not cover {what}"))
            .label(format!("of type `{shown}`"))
            .suggest(Span::new(at, at), arm, "add an arm");
        let removed = self.sigs.removed.from_expr(span);
        let diagnostic = self.sigs.removed.explain(self.cx, diagnostic, &removed);
        self.cx.emit(diagnostic);
    }

    /// Values as a pattern.
    fn show(&self, ty: Ty, numbers: Numbers, witness: &Witness) -> String {
        // No type has parts that patterns look at yet.
        let &Witness::Range(lo, hi) = witness else { return "_".to_string() };
        let types = &self.sigs.types;
        let one = |number: u128| match types.kind(ty) {
            TyKind::Bool => (number != 0).to_string(),
            TyKind::Char => char::from_u32(number as u32).map_or("_".to_string(), |c| format!("{c:?}")),
            TyKind::Int(int) if int.signed() => sign_extend(numbers.value(number), numbers.bits).to_string(),
            TyKind::Int(_) => numbers.value(number).to_string(),
            TyKind::Adt(id) => {
                let adt = &types.adts[*id];
                let AdtKind::Enum { variants, .. } = &adt.kind else { return "_".to_string() };
                let name = variants.iter().find(|v| numbers.number(v.1 as u128) == number);
                format!("{}::{}", self.cx.text(adt.name), name.map_or("_", |v| self.cx.text(v.0)))
            }
            _ => "_".to_string(),
        };
        if lo == hi || types.repr_int(ty).is_none() {
            return one(lo);
        }
        let largest = if ty == Ty::CHAR { char::MAX.into() } else { numbers.largest() };
        match (lo == 0, hi == largest) {
            _ if ty == Ty::BOOL => one(lo),
            (true, true) => "_".to_string(),
            (true, false) => format!("..={}", one(hi)),
            (false, true) => format!("{}..", one(lo)),
            (false, false) => format!("{}..={}", one(lo), one(hi)),
        }
    }
}
