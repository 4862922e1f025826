//! Operators that are words elsewhere.

use super::*;

/// The operator that a word means.
pub(in crate::parser) fn meaning(word: &str) -> Option<(T, &'static str)> {
    Some(match word {
        "and" => (T::AndAnd, "&&"),
        "or" => (T::OrOr, "||"),
        "is" => (T::EqEq, "=="),
        "xor" => (T::Caret, "^"),
        "mod" => (T::Percent, "%"),
        "div" => (T::Slash, "/"),
        _ => return None,
    })
}

/// Whether an operand follows the word `n` tokens ahead.
fn operand_behind(p: &Parser<'_>, n: usize) -> bool {
    let next = p.nth(n + 1);
    matches!(next, T::Ident | T::LParen | T::Bang | T::SelfValue | T::Star | T::Minus | T::Tilde) || next.is_literal()
}

/// `a and b`, standing at the word: reported, with all that follow in the statement. Returns what it means; the parser stands
/// on it.
pub(in crate::parser) fn word(p: &mut Parser<'_>) -> Option<T> {
    if p.on_new_line() {
        return None;
    }
    // Of `is not`, which is reported, the parser takes the second word as the operator.
    if p.nth(1) == T::NotEq && p.cur_text() == "is" && p.text_at(1) == "not" {
        p.bump();
        return Some(T::NotEq);
    }
    let (kind, _, count) = at_word(p, 0)?;
    words(p);
    p.skip_tokens(count - 1);
    p.reported = 0;
    Some(kind)
}

/// The operator that the word `n` tokens ahead means between two operands.
fn at_word(p: &Parser<'_>, n: usize) -> Option<(T, &'static str, usize)> {
    if !matches!(p.nth(n), T::Ident | T::Mod) || p.pos + n == 0 || !ends_operand(p.tokens.kinds[p.pos + n - 1]) {
        return None;
    }
    let text = p.text_at(n);
    let (kind, ours) = meaning(text)?;
    if text == "is" && p.nth(n + 1) == T::Ident && p.text_at(n + 1) == "not" && operand_behind(p, n + 1) {
        return Some((T::NotEq, "!=", 2));
    }
    operand_behind(p, n).then_some((kind, ours, 1))
}

/// Reports the word here and those that follow in the statement, with one suggestion for all, and makes them what they mean.
pub(in crate::parser) fn words(p: &mut Parser<'_>) {
    // Where each stands, what it means, and what is written for it.
    let mut edits: Vec<(usize, T, usize, &'static str)> = Vec::new();
    let (mut depth, mut n, mut behind) = (0i32, 0, 0);
    while n < 400 {
        let kind = p.nth(n);
        let ends = matches!(kind, T::Semi | T::Eof | T::RBrace) || kind == T::LBrace && depth <= 0;
        if ends || n > 0 && p.on_new_line_at(n) && p.nth(n).starts_statement() {
            break;
        }
        depth += i32::from(kind.is_open()) - i32::from(kind.is_close());
        if is_not(p, n) && (n == behind || !ends_operand(p.nth(n - 1))) {
            behind = n + 1;
            edits.push((n, T::Bang, 1, "!"));
        } else if let Some((kind, ours, count)) = at_word(p, n) {
            edits.push((n, kind, count, ours));
            n += count - 1;
            behind = n + 1;
        }
        n += 1;
    }
    let Some(&(first, _, count, ours)) = edits.first() else { return };
    let logical = |kind: T| matches!(kind, T::AndAnd | T::OrOr);
    let certain = edits.iter().all(|(n, kind, ..)| !logical(*kind) || both_are_bool(p, *n));
    let here = p.span_at(first).to(p.span_at(first + count - 1));
    let name = p.text_of(here);
    // The space behind `not` goes with it.
    let span = |(n, kind, count, _): &(usize, T, usize, &str)| {
        let hi = if *kind == T::Bang { p.span_at(n + 1).lo } else { p.span_at(n + count - 1).hi };
        Span::new(p.span_at(*n).lo, hi)
    };
    let whole = here.to(edits.last().map_or(here, span));
    let (mut fixed, mut taken) = (String::new(), whole.lo);
    for edit in &edits {
        let span = span(edit);
        fixed.push_str(p.text_of(Span::new(taken, span.lo)));
        fixed.push_str(edit.3);
        taken = span.hi;
    }
    let other = edits.iter().find(|(_, kind, ..)| logical(*kind)).map_or(ours, |edit| edit.3);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, here, format!("there is no operator `{name}`"));
        match certain {
            true => diagnostic.fix(whole, fixed, format!("use `{ours}`")),
            false => {
                diagnostic.note(format!("`{other}` stands between values of type `bool`: `a != 0 {other} b != 0`"))
            }
        }
    });
    for (n, kind, count, _) in edits {
        let at = p.pos + n + count - 1;
        p.tokens.kinds[at] = kind;
    }
    if !certain {
        p.broken = true;
    }
}

fn ends_operand(kind: T) -> bool {
    matches!(kind, T::Ident | T::SelfValue) || kind.is_close() || kind.is_literal()
}

/// Whether it shows that both operands of the word `n` tokens ahead are of type `bool`.
fn both_are_bool(p: &Parser<'_>, n: usize) -> bool {
    let at = p.pos + n;
    let boundary = |kind: T| matches!(kind, T::AndAnd | T::OrOr) || ends_operands(kind);
    let is_word = |at: usize| p.tokens.kinds[at] == T::Ident && matches!(p.text_of(p.tokens.spans[at]), "and" | "or");
    let from = back_to(p, at, |at| boundary(p.tokens.kinds[at]) || is_word(at));
    let right = p.level(n + 1, n + 300).find(|(n, kind)| boundary(*kind) || is_word(p.pos + n)).map(|(n, _)| p.pos + n);
    let end = right.unwrap_or_else(|| {
        let close = p.level(n + 1, n + 300).last().map_or(n + 1, |(n, _)| n + 1);
        p.pos + close
    });
    is_bool(p, from, at) && is_bool(p, at + 1, end)
}

/// Whether a token stands in front of an expression or behind one, and not inside of it.
fn ends_operands(kind: T) -> bool {
    matches!(kind, T::Semi | T::Comma | T::LBrace | T::Eq | T::If | T::While | T::Return | T::Else)
        || matches!(kind, T::Question | T::Eof | T::Colon | T::FatArrow)
}

/// Where the operands of the operator at `at` begin: the first token behind one at which `stops` is true, or an open delimiter.
fn back_to(p: &Parser<'_>, at: usize, stops: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut depth) = (at, 0usize);
    while from > 0 {
        let kind = p.tokens.kinds[from - 1];
        if kind.is_close() {
            depth += 1;
        } else if depth == 0 && (kind.is_open() || stops(from - 1)) {
            break;
        } else if kind.is_open() {
            depth -= 1;
        }
        from -= 1;
    }
    from
}

/// Where the condition begins that ends at the `?` at `at`. What stands on earlier lines behind a block is a statement.
pub(in crate::parser) fn operand_start(p: &Parser<'_>, at: usize) -> usize {
    let assigns = |text: &str| text.ends_with('=') && !matches!(text, "==" | "!=" | "<=" | ">=");
    back_to(p, at, |at| {
        let kind = p.tokens.kinds[at];
        ends_operands(kind) || matches!(kind, T::Break | T::In) || assigns(p.text_of(p.tokens.spans[at]))
    })
}

/// Whether the tokens from `from` to `to` are, as far as it shows, a value of type `bool`.
pub(in crate::parser) fn is_bool(p: &Parser<'_>, mut from: usize, mut to: usize) -> bool {
    let kinds = &p.tokens.kinds;
    let text = |at: usize| p.text_of(p.tokens.spans[at]);
    while from < to && (kinds[from] == T::Bang || kinds[from] == T::Ident && text(from) == "not") {
        from += 1;
    }
    while from + 1 < to && kinds[from] == T::LParen && p.closing(from) == to - 1 {
        (from, to) = (from + 1, to - 1);
    }
    let (mut depth, mut compares) = (0usize, false);
    for kind in &kinds[from..to] {
        depth += usize::from(kind.is_open());
        depth = depth.saturating_sub(usize::from(kind.is_close()));
        compares |= depth == 0 && matches!(kind, T::EqEq | T::NotEq | T::Lt | T::Gt | T::Le | T::Ge);
    }
    if compares {
        return true;
    }
    let name = |at: usize| kinds[at] == T::Ident;
    match to.saturating_sub(from) {
        1 => matches!(kinds[from], T::True | T::False) || name(from) && declared_bool(p, from),
        // `v.is_empty()`
        n if n > 2 && kinds[to - 1] == T::RParen => {
            let call = (from..to).rev().find(|at| kinds[*at] == T::LParen && p.closing(*at) == to - 1);
            call.is_some_and(|open| open > from && name(open - 1) && text(open - 1).starts_with("is_"))
        }
        _ => false,
    }
}

/// Whether a variable or parameter in front of here has the name at `at`, and type `bool`.
fn declared_bool(p: &Parser<'_>, at: usize) -> bool {
    let (kinds, spans) = (&p.tokens.kinds, &p.tokens.spans);
    let name = p.text_of(spans[at]);
    let from = at.saturating_sub(5000);
    (from..at.saturating_sub(2)).rev().any(|n| {
        let typed = kinds[n + 1] == T::Colon && p.text_of(spans[n + 2]) == "bool";
        let literal = kinds[n + 1] == T::Eq && matches!(kinds[n + 2], T::True | T::False);
        kinds[n] == T::Ident && (typed || literal) && p.text_of(spans[n]) == name
    })
}

/// `as!`, `as?`, standing at the sign: reported and skipped.
pub(in crate::parser) fn checked_cast(p: &mut Parser<'_>) {
    let sign = p.span();
    p.report(|p| {
        let whole = p.prev_span().to(sign);
        let message = format!("there is no operator `as{}`", p.cur_text());
        Diagnostic::error(FOREIGN_SYNTAX, whole, message).fix(sign, "", "a cast is written `as`")
    });
    p.bump();
    p.reported = 0;
}

/// `v[a:b]`, standing at the colon: reported, and skipped with the rest of the brackets.
pub(in crate::parser) fn slice(p: &mut Parser<'_>, start: Span, base: ExprId, index: ExprId) -> ExprId {
    let colon = p.span();
    let several = p.level(1, 100).any(|(_, kind)| kind == T::Colon);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, colon, "a part of an array or slice is `v[a..b]`");
        match several {
            true => diagnostic,
            false => diagnostic.suggest(colon, "..", "write `..`"),
        }
    });
    let _ = (base, index);
    p.skip_to(&[]);
    p.eat(T::RBracket);
    let span = p.since(start);
    p.error_expr(span)
}

/// `not a`, standing at `not`: reported, with the words behind it. Returns whether it is there; the parser stands on it.
pub(in crate::parser) fn not(p: &mut Parser<'_>) -> bool {
    let there = is_not(p, 0);
    if there {
        words(p);
    }
    there
}

/// Whether `not` stands `n` tokens ahead, before an operand.
fn is_not(p: &Parser<'_>, n: usize) -> bool {
    // The kinds of tokens rule out nearly everything before any text is looked at.
    p.nth(n) == T::Ident
        && matches!(p.nth(n + 1), T::Ident | T::True | T::False | T::LParen | T::SelfValue)
        && p.text_at(n) == "not"
        && !p.on_new_line_at(n + 1)
        && (n == 0 || p.nth(n - 1) != T::Dot)
}

/// An operator that is a word elsewhere, or `=<`, where a binary operator may stand: reported. Returns what it means; the parser
/// stands on its last token.
pub(in crate::parser) fn foreign_operator(p: &mut Parser<'_>) -> Option<T> {
    if p.at(T::Eq) {
        let whole = p.span().to(p.tokens.spans[p.pos + 1]);
        return (p.nth(1) == T::Lt && p.glued(1)).then(|| {
            p.report(|_| {
                Diagnostic::error(FOREIGN_SYNTAX, whole, "there is no operator `=<`").suggest(whole, "<=", "write `<=`")
            });
            p.bump();
            T::Le
        });
    }
    elsewhere::operators::word(p)
}
