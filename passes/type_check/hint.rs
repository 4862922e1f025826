//! What would make types match: suggestions for mismatches and invalid casts.

use super::*;

/// How a raw pointer becomes a reference.
const REFERENCE_TO_POINTEE: &str = "a reference to what a raw pointer leads to is `&*p` or `&mut *p`, in `unsafe`";

impl TypeChecker<'_> {
    /// What would make the types match.
    // Long because there are many.
    pub(super) fn hint(&mut self, diagnostic: Diagnostic, expr: ExprId, found: Term, wanted: Term) -> Diagnostic {
        if let Some(note) = self.bound_on_assoc(found, wanted).or_else(|| self.bound_on_assoc(wanted, found)) {
            return diagnostic.note(note);
        }
        let (kind, span) = (self.body.kind(expr), self.body.span(expr));
        if let ExprKind::Int { low: 0, high: BigInt(0, 0), .. } = kind
            && self.terms.is_raw_ptr(wanted)
        {
            return diagnostic.fix(span, "null", "the null pointer is `null`");
        }
        if kind == ExprKind::Null && self.var_kind(wanted).is_none() {
            return match self.terms.shape(wanted) {
                Shape::Ref(..) => diagnostic.note("a reference is never null: a raw pointer can be"),
                Shape::Other(ty) if self.types.sig(ty).is_some() => diagnostic.note("a function pointer is never null"),
                _ => diagnostic,
            };
        }
        if let Some(braces) = self.c_zero(expr, wanted) {
            return diagnostic.suggest(braces, "default()", "zero in every part is `default()`");
        }
        if let (ExprKind::Int { low, high, .. }, Some(float)) = (kind, wanted.as_float()) {
            let text = format!("{}.0", BigInt::join(low, high));
            return diagnostic.fix(span, text, format!("`{}` literals have a point", float.name()));
        }
        if wanted == Ty::BOOL
            && let Some((text, why)) = self.truth(expr, false)
        {
            return diagnostic.suggest(span, text, why);
        }
        if wanted == Ty::U8
            && let Some((span, text)) = self.as_byte(expr)
        {
            return diagnostic.suggest(span, text, "the literal of a byte begins with `b`");
        }
        if self.is_number(wanted) && (self.is_number(found) || self.is_coded(found) && wanted.as_int().is_some()) {
            let wanted = self.terms.defaulted(wanted).map_or(wanted, Term::from);
            let wanted = self.show(wanted);
            let text = format!("{} as {wanted}", self.operand_text(span));
            return diagnostic.suggest(span, text, "a conversion that may change the value takes `as`");
        }
        if wanted == Ty::CHAR && found == Ty::U8 {
            let text = format!("{} as char", self.operand_text(span));
            return diagnostic.suggest(span, text, "a byte becomes a character by `as`");
        }
        if let ExprKind::Assign(..) = kind {
            return diagnostic.note("an assignment has no value: `a = b = c` is `b = c; a = b`");
        }
        let is_place = self.is_place(expr);
        let found = if is_place || self.var_kind(found).is_none() { self.terms.defaulted(found) } else { None };
        let wanted = if self.var_kind(wanted).is_none() { self.terms.defaulted(wanted) } else { None };
        let (Some(found), Some(wanted)) = (found, wanted) else { return diagnostic };
        if found == Ty::REF_STR && self.types.pointee(wanted) == Some(Ty::U8) {
            return diagnostic.note(
                "only a string literal has a NUL behind it; any other `&str` has to be copied for C (`CString`)",
            );
        }
        if self.result_of(found.into()) == Some(wanted) {
            return diagnostic.suggest(span.end(), "()", "call it");
        }
        self.hint_pointer(diagnostic, expr, found, wanted)
    }

    /// `{0}` and `{}` where a struct, union or array is wanted, as C initializes them: the place of the braces.
    fn c_zero(&self, expr: ExprId, wanted: Term) -> Option<Span> {
        let fields = |ty: Ty| self.types.adt(ty).is_some_and(|adt| !adt.fields().is_empty());
        if !matches!(self.terms.shape(wanted), Shape::Array(..)) && !wanted.finished().is_some_and(fields) {
            return None;
        }
        let (kind, span) = (self.body.kind(expr), self.body.span(expr));
        if let ExprKind::Block(block) = kind {
            return (block.stmts.is_empty() && self.cx.snippet(span).starts_with('{')).then_some(span);
        }
        let ExprKind::Int { low: 0, high: BigInt(0, 0), .. } = kind else { return None };
        let file = self.cx.sources.file(span)?;
        let (at, end) = ((span.lo - file.base) as usize, (span.hi - file.base) as usize);
        let (before, behind) = (file.text.get(..at)?.trim_end(), file.text.get(end..)?);
        let close = behind.len() - behind.trim_start().len();
        let braces = before.ends_with('{') && behind[close..].starts_with('}');
        braces.then(|| Span::new(file.base + before.len() as u32 - 1, span.hi + close as u32 + 1))
    }

    /// What a function gives that is called without arguments.
    pub(super) fn result_of(&self, ty: Term) -> Option<Ty> {
        self.types.sig(ty.finished()?).filter(|sig| sig.params.is_empty() && !sig.variadic).map(|sig| sig.ret)
    }

    fn hint_pointer(&mut self, diagnostic: Diagnostic, expr: ExprId, found: Ty, wanted: Ty) -> Diagnostic {
        let span = self.body.span(expr);
        let mutable =
            matches!(self.types.kind(wanted), TyKind::Ptr(Mutability::Mut, _) | TyKind::Ref(Mutability::Mut, _));
        if self.is_sequence(found) && self.types.is_raw_ptr(wanted) {
            let text = self.operand_text(span);
            let text = text.trim_start_matches("(&mut ").trim_start_matches("(&").trim_end_matches(')').to_string();
            let method = if mutable { "as_mut_ptr" } else { "as_ptr" };
            return diagnostic.suggest(span, format!("{text}.{method}()"), "take the address of the first element");
        }
        if let (TyKind::Ptr(_, from), TyKind::Ptr(_, to)) = (self.types.kind(found), self.types.kind(wanted))
            && from != to
        {
            let text = format!("{} as {}", self.operand_text(span), self.types.show(&self.cx.interner, wanted));
            return diagnostic.suggest(span, text, "a conversion between pointers takes `as`");
        }
        if self.types.sig(found).is_some() && self.types.is_raw_ptr(wanted) && !self.types.is_fat(wanted) {
            let text = format!("{} as {}", self.operand_text(span), self.types.show(&self.cx.interner, wanted));
            return diagnostic.suggest(span, text, "the address of a function takes `as`");
        }
        if let (Some(ours), Some(theirs)) = (self.types.sig(found), self.types.sig(wanted))
            && ours.conv != theirs.conv
            && (&ours.params, ours.ret) == (&theirs.params, theirs.ret)
            && let Some(conv) = theirs.conv.name()
        {
            return diagnostic.note(format!("C calls what is declared with `extern \"{conv}\" fn`"));
        }
        self.hint_reference(diagnostic, expr, found, wanted)
    }

    fn hint_reference(&mut self, diagnostic: Diagnostic, expr: ExprId, found: Ty, wanted: Ty) -> Diagnostic {
        let (kind, span) = (self.body.kind(expr), self.body.span(expr));
        let mutable =
            matches!(self.types.kind(wanted), TyKind::Ptr(Mutability::Mut, _) | TyKind::Ref(Mutability::Mut, _));
        if found == Ty::REF_STR && self.types.pointee(wanted).is_some_and(|of| self.types.slice(Ty::U8) == of) {
            return diagnostic.suggest(span.end(), ".as_bytes()", "the bytes of a string are a slice");
        }
        let slice = match (self.types.kind(found), self.types.pointee(wanted)) {
            (TyKind::Array(of, _) | TyKind::OpenArray(of, _), Some(to)) => *self.types.kind(to) == TyKind::Slice(*of),
            _ => false,
        };
        let any =
            self.types.pointee(wanted) == Some(Ty::VOID) && self.is_place(expr) && self.types.pointee(found).is_none();
        if slice || any || self.types.pointee(wanted) == Some(found) {
            let text = format!("&{}{}", if mutable { "mut " } else { "" }, self.cx.snippet(span));
            return diagnostic.suggest(span, text, "take its address");
        }
        if let TyKind::Ref(_, of) = *self.types.kind(found)
            && of == wanted
        {
            return match kind {
                ExprKind::Ref(_, inner) => {
                    let text = self.cx.snippet(self.body.exprs[inner].span).to_string();
                    diagnostic.suggest(span, text, "the value itself, instead of its address")
                }
                _ => diagnostic.suggest(span, format!("*{}", self.operand_text(span)), "what it refers to"),
            };
        }
        if let ExprKind::Call(callee, args) = kind
            && args.is_empty()
            && self.expr_term(callee) == wanted
        {
            let text = self.cx.snippet(self.body.exprs[callee].span).to_string();
            return diagnostic.suggest(span, text, "the function itself, instead of its result");
        }
        if let ExprKind::Ref(Mutability::Const, inner) = kind
            && mutable
            && (self.types.pointee(found) == self.types.pointee(wanted) || self.types.pointee(wanted) == Some(Ty::VOID))
        {
            let text = format!("&mut {}", self.cx.snippet(self.body.exprs[inner].span));
            return diagnostic.suggest(span, text, "take its address for writing");
        }
        match (self.types.kind(found), self.types.kind(wanted)) {
            (TyKind::Ptr(_, from), TyKind::Ref(_, to)) if from == to => diagnostic.note(REFERENCE_TO_POINTEE),
            (
                TyKind::Ptr(_, from) | TyKind::Ref(_, from),
                TyKind::Ptr(Mutability::Mut, to) | TyKind::Ref(Mutability::Mut, to),
            ) if from == to => {
                diagnostic.note("it is read-only where it comes from: `*mut T` and `&mut T` may be written through")
            }
            _ => diagnostic,
        }
    }

    /// What helps where a cast makes no sense.
    pub(super) fn hint_cast(&mut self, diagnostic: Diagnostic, operand: ExprId, from: Ty, to: Ty) -> Diagnostic {
        let span = self.body.exprs[operand].span;
        if to == Ty::BOOL {
            return diagnostic.note("compare with zero: `x != 0`");
        }
        if to == Ty::CHAR {
            return diagnostic.note("only `u8` casts to `char`: not every integer is a character");
        }
        if self.types.repr_int(to).is_some() && to.as_int().is_none() {
            return diagnostic.note("not every integer is a variant: `match` on the integer");
        }
        if self.types.applied(from).0.is_some_and(AdtDef::is_sum) {
            return diagnostic
                .note("an enum whose variants have fields is no number: `match` tells its variants apart");
        }
        if self.is_coded(from.into()) && to.as_float().is_some() {
            return diagnostic.note("cast to an integer first");
        }
        let pointer = self.types.is_raw_ptr(to);
        if pointer && from.as_int().is_some() || self.types.is_raw_ptr(from) && to.as_int().is_some() {
            return diagnostic.note("cast to `usize` first");
        }
        if pointer && (from == Ty::REF_STR || self.is_sequence(from)) {
            let text = format!("{}.as_ptr()", self.operand_text(span));
            return diagnostic.suggest(span, text, "take the address of the first element");
        }
        match *self.types.kind(from) {
            TyKind::Ref(Mutability::Const, _) if pointer => diagnostic.note("writing through it takes `&mut`"),
            TyKind::Ref(_, of) if to == Ty::USIZE => {
                let of = self.show(of.into());
                diagnostic.note(format!("an address is a number by way of a raw pointer: `as *{of} as usize`"))
            }
            TyKind::Ptr(..) if matches!(self.types.kind(to), TyKind::Ref(..)) => diagnostic.note(REFERENCE_TO_POINTEE),
            _ => diagnostic,
        }
    }

    /// What to write for a number or pointer that stands where C asks whether it is zero, and what that does. `!n` on an
    /// integer means `n == 0` there.
    pub(super) fn truth(&mut self, mut e: ExprId, mut negated: bool) -> Option<(String, &'static str)> {
        while let ExprKind::Unary(UnOp::Not, inner) = self.body.kind(e) {
            (e, negated) = (inner, !negated);
        }
        let (kind, span) = (self.body.kind(e), self.body.span(e));
        if let ExprKind::Int { low, high, .. } = kind {
            let truth = ((low, high) != (0, BigInt(0, 0))) != negated;
            return Some((truth.to_string(), "a condition that is always the same"));
        }
        let ty = self.expr_term(e);
        if self.terms.is_raw_ptr(ty) {
            let sign = if negated { "" } else { "!" };
            return Some((format!("{sign}{}.is_null()", self.operand_text(span)), "ask whether it is null"));
        }
        let zero = match self.var_kind(ty) {
            Some(VarKind::Int) => "0",
            Some(VarKind::Float) => "0.0",
            _ if ty.as_int().is_some() => "0",
            _ if ty.as_float().is_some() => "0.0",
            _ => return None,
        };
        // Only these need parentheses as an operand of a comparison.
        let block = matches!(
            kind,
            ExprKind::Block(_)
                | ExprKind::If { .. }
                | ExprKind::Match(..)
                | ExprKind::Loop { .. }
                | ExprKind::Struct { .. }
        );
        let text = self.cx.bare_snippet(span);
        let text = if block { format!("({text})") } else { text.to_string() };
        Some((format!("{text} {} {zero}", if negated { "==" } else { "!=" }), "compare with zero"))
    }

    pub(super) fn is_number(&self, ty: Term) -> bool {
        let open = matches!(self.var_kind(ty), Some(VarKind::Int | VarKind::Float));
        ty.as_int().is_some() || ty.as_float().is_some() || open
    }

    /// Whether values are integers underneath without being any: `bool`, `char`, C-like enums.
    fn is_coded(&self, ty: Term) -> bool {
        ty.as_int().is_none() && self.repr_int(ty).is_some()
    }

    /// Whether it is an array, or leads to an array or slice.
    fn is_sequence(&mut self, ty: Ty) -> bool {
        let of = self.types.pointee(ty).unwrap_or(ty);
        matches!(self.types.kind(of), TyKind::Array(..) | TyKind::OpenArray(..) | TyKind::Slice(_))
    }

    /// The text of an expression, in parentheses where an operator behind it would take only its end.
    pub(super) fn operand_text(&self, span: Span) -> String {
        let text = self.cx.bare_snippet(span);
        let simple = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '(' | ')' | '[' | ']' | ':' | '\'' | '"');
        if text.chars().all(simple) { text.to_string() } else { format!("({text})") }
    }
}
