//! Conditions as other languages write them: `elif`, `a if c else b`.

use super::*;

/// `elif`, `elsif`, `elseif`: reported. Returns whether it is there; the parser stands on it, as it would on `if`.
pub(in crate::parser) fn else_if(p: &mut Parser<'_>) -> bool {
    let there = p.at(T::Ident) && matches!(p.cur_text(), "elif" | "elsif" | "elseif") && p.nth(1) != T::Eq;
    if there {
        p.report(|p| {
            Diagnostic::error(FOREIGN_SYNTAX, p.span(), format!("there is no `{}`", p.cur_text())).fix(
                p.span(),
                "else if",
                "write `else if`",
            )
        });
        p.reported = 0;
    }
    there
}

/// `c ? a : b`, standing behind the `?`: all of it, and what it is in Vex, if the condition shows that it is of type `bool`.
pub(in crate::parser) fn ternary(p: &Parser<'_>) -> Option<(Span, String)> {
    let question = p.pos - 1;
    let (colon, _) = p.level(0, 100).find(|(_, kind)| matches!(kind, T::Colon | T::Question | T::Semi))?;
    let ends = |kind: T| matches!(kind, T::Semi | T::Comma | T::Colon | T::Question);
    let behind = p.level(colon + 1, colon + 100).take_while(|(_, kind)| !ends(*kind)).last()?;
    let last = if behind.1.is_open() { p.close_at(behind.0) } else { behind.0 };
    let whole_rest = matches!(p.nth(last + 1), T::Semi | T::Comma) || p.nth(last + 1).is_close();
    let from = operators::operand_start(p, question);
    if p.nth(colon) != T::Colon || colon == 0 || !whole_rest || !operators::is_bool(p, from, question) {
        return None;
    }
    let text = |from: usize, to: usize| p.text_of(p.tokens.spans[from].to(p.tokens.spans[to]));
    let (colon, last) = (p.pos + colon, p.pos + last);
    let (cond, one, two) = (text(from, question - 1), text(p.pos, colon - 1), text(colon + 1, last));
    Some((p.tokens.spans[from].to(p.tokens.spans[last]), format!("if {cond} {{ {one} }} else {{ {two} }}")))
}

/// `a if c else b`, standing at `if` behind `value`: reported.
pub(in crate::parser) fn conditional(p: &mut Parser<'_>, value: ExprId) -> ExprId {
    if p.before_else().is_none() {
        return value;
    }
    let (at, silent) = (p.span(), p.silent());
    p.bump();
    let first = p.pos;
    let cond = p.condition(true);
    let condition = elsewhere::operators::is_bool(p, first, p.pos);
    if !p.eat(T::Else) {
        return value;
    }
    // Another one in the place of the last value is the same mistake.
    let broken = std::mem::replace(&mut p.broken, true);
    let other = p.expr();
    p.broken = broken;
    let nested = p.is_error(other) || p.is_error(value);
    let [a, c, b] = [value, cond, other].map(|e| p.body.exprs[e].span);
    if !silent {
        let fixed = format!("if {} {{ {} }} else {{ {} }}", p.text_of(c), p.text_of(a), p.text_of(b));
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, at, "`if` stands before both values");
        p.emit(match condition && !nested {
            true => diagnostic.suggest(a.to(b), fixed, "write it like this"),
            false => diagnostic.note("it is written `if a > 0 { b } else { c }`, with a condition of type `bool`"),
        });
    }
    p.error_expr(a.to(b))
}
