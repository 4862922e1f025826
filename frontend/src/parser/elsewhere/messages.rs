//! Messages that say more than "expected this, found that".

use super::*;

/// Makes "expected X, found Y" say more where it is clear what was meant.
pub(in crate::parser) fn explain(p: &Parser<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let span = p.span();
    if p.at(T::EqEq) {
        return diagnostic.suggest(span, "=", "did you mean `=`?");
    }
    if let Some(decrement) = decrement(p) {
        return decrement;
    }
    if let Some(cast) = c_cast(p) {
        return cast;
    }
    diagnostic
}

/// `x--` in front of the current token, which begins no operand.
pub(in crate::parser) fn decrement(p: &Parser<'_>) -> Option<Diagnostic> {
    let i = p.pos;
    let minus = i >= 2 && p.tokens.kinds[i - 1] == T::Minus && p.tokens.kinds[i - 2] == T::Minus;
    if !minus || p.tokens.spans[i - 2].hi != p.tokens.spans[i - 1].lo {
        return None;
    }
    let span = p.tokens.spans[i - 2].to(p.tokens.spans[i - 1]);
    let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, span, "there is no operator `--`");
    Some(match p.assignable_before(3) {
        true => diagnostic.suggest(span, " -= 1", "subtract one with `-= 1`"),
        false => diagnostic.note("subtract one with `-= 1`, in a statement of its own"),
    })
}

/// `(i32) x`, standing at `x`.
fn c_cast(p: &Parser<'_>) -> Option<Diagnostic> {
    let i = p.pos;
    let group = i >= 3 && p.tokens.kinds[i - 1] == T::RParen && p.tokens.kinds[i - 3] == T::LParen;
    let operand = matches!(p.cur(), T::Ident | T::SelfValue) || p.cur().is_literal();
    if !group || !operand || p.tokens.kinds[i - 2] != T::Ident {
        return None;
    }
    let name = p.text_of(p.tokens.spans[i - 2]);
    let ty = types::is_type_name(name).then(|| vex_ir::c_names::vex_type(name).unwrap_or(name))?;
    let span = p.tokens.spans[i - 3].to(p.tokens.spans[i - 1]);
    let whole = span.to(p.span());
    let fixed = format!("{} as {ty}", p.cur_text());
    Some(Diagnostic::error(FOREIGN_DECLARATION, span, "a cast is written behind its operand").suggest(
        whole,
        fixed,
        format!("write `e as {ty}`"),
    ))
}

/// What to say instead of "expected `;`".
pub(in crate::parser) fn instead_of_semi(p: &Parser<'_>) -> Option<Diagnostic> {
    if p.on_new_line() {
        None
    } else {
        c_cast(p).or_else(|| prefixed_string(p)).or_else(|| mistyped(p)).or_else(|| spaced(p))
    }
}

/// Keywords that begin statements.
const STATEMENTS: &[&str] =
    &["break", "continue", "defer", "for", "if", "let", "loop", "match", "return", "unsafe", "while"];

/// `retrun x`, standing behind the word that begins the statement.
fn mistyped(p: &Parser<'_>) -> Option<Diagnostic> {
    let begins = p.pos < 2 || matches!(p.tokens.kinds[p.pos - 2], T::LBrace | T::RBrace | T::Semi);
    if p.prev() != T::Ident || !begins || !p.begins_expr() && !p.at(T::LBrace) {
        return None;
    }
    let word = p.text_of(p.prev_span());
    let close = vex_ir::diag::closest(word, STATEMENTS.iter().copied())?;
    let message = format!("expected a statement, found `{word}`");
    Some(Diagnostic::error(UNEXPECTED_TOKEN, p.prev_span(), message).suggest(
        p.prev_span(),
        close,
        "a keyword is spelled like this",
    ))
}

/// `! =` behind an operand, `=>` for `>=`.
fn spaced(p: &Parser<'_>) -> Option<Diagnostic> {
    let (whole, ours, what) = match (p.cur(), p.nth(1)) {
        (T::Bang, T::Eq) => (p.span().to(p.tokens.spans[p.pos + 1]), "!=", "`!=` is written without a space"),
        (T::FatArrow, _) if p.prev() != T::RParen => (p.span(), ">=", "there is no operator `=>`"),
        // No other operator is split by a space.
        _ => return None,
    };
    Some(Diagnostic::error(FOREIGN_SYNTAX, whole, what).suggest(whole, ours, format!("write `{ours}`")))
}

/// `L"text"`, `print "text"`, standing at the string.
fn prefixed_string(p: &Parser<'_>) -> Option<Diagnostic> {
    if !p.cur().is_literal() || p.prev() != T::Ident {
        return None;
    }
    let (before, span) = (p.prev_span(), p.span());
    let name = p.text_of(before);
    if p.glued(0) {
        let message = format!("there are no string literals that begin with `{name}`");
        return Some(Diagnostic::error(FOREIGN_SYNTAX, before.to(span), message).suggest(
            before,
            "",
            "a string is text in UTF-8",
        ));
    }
    // Elsewhere, a call may do without parentheses.
    let whole =
        (p.pos < 2 || matches!(p.tokens.kinds[p.pos - 2], T::LBrace | T::RBrace | T::Semi)) && p.nth(1) == T::Semi;
    let called = matches!(name, "print" | "println" | "printf" | "puts" | "echo" | "panic" | "assert");
    (whole && called).then(|| {
        let text = format!("({})", p.text_of(span));
        Diagnostic::error(UNEXPECTED_TOKEN, span, "the arguments of a function stand in parentheses").suggest(
            Span::new(before.hi, span.hi),
            text,
            "add them",
        )
    })
}
