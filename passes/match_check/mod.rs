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
use vex_ir::pattern::source::{self, Match};
use vex_ir::pattern::{Coverage, TooIntricate, Witness};
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const MATCH_NOT_EXHAUSTIVE: Code = Code("E0506");
const UNREACHABLE_PATTERN: Code = Code("E0507");
const REFUTABLE_PATTERN: Code = Code("E0508");
const ALWAYS_MATCHES: Code = Code("E0531");
const TOO_INTRICATE: Code = Code("E0530");

/// Checks the matches of one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Valued>) {
    let item = &sigs.items[id];
    if body.root.is_none() {
        return;
    }
    if !body.may_have(Shapes::MATCH) && !body.may_have(Shapes::REFUTABLE) {
        return;
    }
    let mut visitor = MatchVisitor { cx, sigs, id, body };
    if let (Some(function), ItemTy::Fn(ty)) = (item.as_fn(), sigs.item_ty(id)) {
        let types = sigs.types.sig(ty).map_or(&[][..], |sig| &sig.params);
        function.params.iter().zip(types).for_each(|(param, ty)| visitor.irrefutable(param.pat, *ty));
    }
    let mut found = Vec::new();
    item.walk(body.get(), &mut |node| {
        if let walk::Node::Expr(expr) = node {
            match body.kind(expr) {
                ExprKind::Match(..) => found.push(expr),
                ExprKind::Let(pat, value) => visitor.refutable(pat, body.expr_ty(value)),
                ExprKind::For { pat, iter, .. } => visitor.irrefutable(pat, visitor.iterated(iter)),
                ExprKind::Block(block) => {
                    for stmt in &body.stmts[block.stmts] {
                        if let StmtKind::Let { pat, ty, init, els } = stmt.kind {
                            let declared = || ty.map_or(Ty::ERROR, |ty| body.meaning(ty));
                            let ty = init.map_or_else(declared, |init| body.expr_ty(init));
                            if els.is_some() { visitor.refutable(pat, ty) } else { visitor.irrefutable(pat, ty) }
                        }
                    }
                }
                _ => {}
            }
        }
    });
    for expr in found {
        visitor.check(expr);
    }
}

struct MatchVisitor<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    id: ItemId,
    body: Read<'a, Valued>,
}

/// How many of the values that are not covered are named.
const GAPS: usize = 3;

impl MatchVisitor<'_> {
    /// `let`, `for` and parameters must take every value, of this type.
    fn irrefutable(&mut self, pat: PatId, ty: Ty) {
        // What most of them are.
        if matches!(self.body.pat(pat), PatKind::Local(_, None) | PatKind::Wild | PatKind::Error) || ty == Ty::ERROR {
            return;
        }
        let span = self.body.pats[pat].span;
        let found = source::read_pattern(self.body.get(), (self.sigs, self.id), self.cx.target.pointer_bits, ty, pat);
        let Some(Coverage { reached, missing, unknown }) = self.coverage(&found, 1, span) else { return };
        let shown = missing.first().map(|witness| self.show(&found, ty, witness));
        let Match { tags, empty, .. } = found;
        self.empty(empty);
        self.unreachable(&tags, &reached);
        if let Some(shown) = shown.filter(|_| !unknown) {
            let label = if shown == "_" { "may not match".to_string() } else { format!("does not match `{shown}`") };
            let diagnostic = Diagnostic::error(REFUTABLE_PATTERN, span, "this pattern does not match every value");
            self.cx.emit(
                diagnostic.label(label).note("`match` decides between values, and so do `if let` and `let … else`"),
            );
        }
    }

    /// `let` in conditions, and with `else`, may fail, and should be able to.
    fn refutable(&mut self, pat: PatId, ty: Ty) {
        if ty == Ty::ERROR || ty == Ty::NEVER {
            return;
        }
        let span = self.body.pats[pat].span;
        let found = source::read_pattern(self.body.get(), (self.sigs, self.id), self.cx.target.pointer_bits, ty, pat);
        let Some(Coverage { reached, missing, unknown }) = self.coverage(&found, 1, span) else { return };
        let Match { tags, empty, .. } = found;
        self.empty(empty);
        self.unreachable(&tags, &reached);
        if missing.is_empty() && !unknown {
            let message = "this pattern matches every value";
            let diagnostic = Diagnostic::warning(ALWAYS_MATCHES, "irrefutable_let_patterns", span, message);
            self.cx.emit(diagnostic.label("never fails").note("a `let` without condition or `else` does the same"));
        }
    }

    /// What a `for` loop gives.
    fn iterated(&self, iter: ExprId) -> Ty {
        if let ExprKind::Range { lo: Some(lo), .. } = self.body.kind(iter) {
            return self.body.expr_ty(lo);
        }
        let types = &self.sigs.types;
        let ty = self.body.expr_ty(iter);
        match (types.kind(ty), types.pointee(ty).map(|to| types.kind(to))) {
            (TyKind::Array(of, _), _) => *of,
            (TyKind::Ref(m, _), Some(TyKind::Array(of, _) | TyKind::Slice(of))) => types.reference(*m, *of),
            // In error.
            _ => Ty::ERROR,
        }
    }

    /// What arms take, unless finding it out would take too long, which is reported.
    fn coverage(&mut self, found: &Match<'_>, missing: usize, span: Span) -> Option<Coverage> {
        match found.coverage(missing) {
            Ok(coverage) => Some(coverage),
            Err(TooIntricate) => {
                let diagnostic = Diagnostic::error(TOO_INTRICATE, span, "these patterns are too intricate")
                    .label("telling them apart takes too many tests")
                    .note("match one part after another, each in a `match` of its own");
                self.cx.emit(diagnostic);
                None
            }
        }
    }

    fn empty(&mut self, empty: Vec<PatId>) {
        for pat in empty {
            let diagnostic = Diagnostic::error(REFUTABLE_PATTERN, self.body.pats[pat].span, "this range is empty")
                .label("matches no value");
            self.cx.emit(diagnostic);
        }
    }

    fn check(&mut self, expr: ExprId) {
        let ExprKind::Match(on, arms) = self.body.kind(expr) else { return };
        let span = self.body.span(expr);
        let ty = self.body.expr_ty(on);
        if ty == Ty::ERROR || ty == Ty::NEVER {
            return;
        }
        let found = source::read(self.body.get(), (self.sigs, self.id), self.cx.target.pointer_bits, ty, arms);
        let head = Span::new(span.lo, self.body.exprs[on].span.hi);
        let Some(Coverage { reached, missing, unknown }) = self.coverage(&found, GAPS + 1, head) else { return };
        let mut shown: Vec<String> = missing.iter().map(|witness| self.show(&found, ty, witness)).collect();
        shown.dedup();
        let Match { tags, empty, .. } = found;
        self.empty(empty);
        self.unreachable(&tags, &reached);
        if !unknown && !missing.is_empty() {
            self.missing(span, on, ty, &shown);
        }
    }

    fn unreachable(&mut self, tags: &[PatId], reached: &[bool]) {
        for (pat, _) in tags.iter().zip(reached).filter(|(_, reached)| !**reached) {
            let span = self.body.pats[*pat].span;
            let diagnostic =
                Diagnostic::warning(UNREACHABLE_PATTERN, "unreachable_patterns", span, "this pattern is never reached")
                    .label("earlier ones match all its values");
            self.cx.emit(diagnostic);
        }
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
    fn show(&self, found: &Match<'_>, ty: Ty, witness: &Witness) -> String {
        let (lo, hi) = match witness {
            Witness::Any => return "_".to_string(),
            Witness::Constructor(variant, parts) => return self.show_parts(found, ty, *variant, parts),
            Witness::Range(lo, hi) => (*lo, *hi),
        };
        let types = &self.sigs.types;
        let numbers = found.numbers(ty);
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

    /// What is made of parts, as a pattern.
    fn show_parts(&self, found: &Match<'_>, ty: Ty, variant: u32, parts: &[Witness]) -> String {
        let types = &self.sigs.types;
        // Patterns look behind references by themselves.
        if let (TyKind::Ref(_, to), [behind]) = (types.kind(ty), parts) {
            return self.show(found, *to, behind);
        }
        if let Some(declared) = types.variants(ty).get(variant as usize) {
            return self.show_variant(found, ty, (variant, declared), parts);
        }
        let of: Vec<Ty> = types.field_types(ty).into_iter().map(|ty| self.sigs.normal(self.id, ty)).collect();
        let shown: Vec<String> = parts.iter().zip(&of).map(|(part, ty)| self.show(found, *ty, part)).collect();
        if shown.iter().all(|part| part == "_") {
            return "_".to_string();
        }
        let Some(def) = types.applied(ty).0 else {
            let comma = if shown.len() == 1 { "," } else { "" };
            return format!("({}{comma})", shown.join(", "));
        };
        format!("{} {}", self.cx.text(def.name), self.show_fields(def.fields(), &shown))
    }

    fn show_fields(&self, fields: &[AdtField], shown: &[String]) -> String {
        let named = fields.iter().zip(shown).filter(|(_, part)| *part != "_");
        let mut named: Vec<String> = named.map(|(f, part)| format!("{}: {part}", self.cx.text(f.name))).collect();
        if named.len() < shown.len() {
            named.push("..".to_string());
        }
        format!("{{ {} }}", named.join(", "))
    }

    fn show_variant(
        &self,
        found: &Match<'_>,
        ty: Ty,
        (index, variant): (u32, &vex_ir::ty::Variant),
        parts: &[Witness],
    ) -> String {
        let types = &self.sigs.types;
        let field = |(i, part): (usize, &Witness)| {
            let of = types.variant_field(ty, index, i as u32).unwrap_or(Ty::ERROR);
            self.show(found, self.sigs.normal(self.id, of), part)
        };
        let shown: Vec<String> = parts.iter().enumerate().map(field).collect();
        let name = types.applied(ty).0.map_or("_", |def| self.cx.text(def.name));
        let path = format!("{name}::{}", self.cx.text(variant.name));
        match variant.fields.first() {
            None => path,
            // Those without names are numbered.
            Some(first) if self.cx.text(first.name) == "0" => format!("{path}({})", shown.join(", ")),
            Some(_) => format!("{path} {}", self.show_fields(&variant.fields, &shown)),
        }
    }
}
