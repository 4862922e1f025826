//! Functions as values: closures, lambdas, arrows.

use super::*;

/// A function as a value, if one begins here: reported and skipped.
pub(in crate::parser) fn literal(p: &mut Parser<'_>) -> Option<ExprId> {
    let end = match p.cur() {
        T::Ident => named(p),
        T::LBracket => cpp(p),
        T::LBrace => block(p),
        // Nothing else begins one.
        _ => None,
    }?;
    let start = p.span();
    report(p);
    match end {
        Body::Braces(at) => {
            p.skip_tokens(at);
            p.skip_tree();
        }
        Body::Expr(at) => {
            p.skip_tokens(at);
            let broken = std::mem::replace(&mut p.broken, true);
            p.expr_here();
            p.broken = broken;
        }
        Body::Group => p.skip_tree(),
    }
    let span = p.since(start);
    Some(p.error_expr(span))
}

pub(in crate::parser) fn report(p: &mut Parser<'_>) {
    p.report(|p| {
        Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "there are no closures in Vex")
            .note("a function can be declared where it is used, and passed by its name")
    });
}

/// What a function does, and how many tokens ahead it begins.
pub(in crate::parser) enum Body {
    Braces(usize),
    Expr(usize),
    /// The whole function is a group.
    Group,
}

/// `func(x int) int { … }`, `function (x) { … }`, `fun(x: Int): Int { … }`, `async () => …`, `x => …`.
pub(in crate::parser) fn named(p: &Parser<'_>) -> Option<Body> {
    let word = p.cur_text();
    if matches!(word, "func" | "function" | "fun" | "proc") {
        let open = 1 + usize::from(word == "function" && p.nth(1) == T::Ident);
        if p.nth(open) != T::LParen {
            return None;
        }
        // In a head, the brace behind a call of that name begins the body.
        return braces(p, p.close_at(open) + 1).filter(|_| !p.context.no_struct);
    }
    if word == "async" && !p.on_new_line_at(1) && matches!(p.nth(1), T::LParen | T::Ident) {
        return arrow(p, 1);
    }
    if word == "lambda" && !p.on_new_line_at(1) {
        let colon = p.level(1, 60).find(|(_, kind)| !matches!(kind, T::Ident | T::Comma | T::Star | T::Eq | T::Int))?;
        return (colon.1 == T::Colon).then_some(Body::Expr(colon.0 + 1));
    }
    arrow(p, 0)
}

/// `x => …`, `(x, y) => …`, of which the parameters begin `n` tokens ahead.
pub(in crate::parser) fn arrow(p: &Parser<'_>, n: usize) -> Option<Body> {
    // In a guard, the arrow is that of the arm.
    let value = matches!(p.prev(), T::LParen | T::Comma | T::Eq | T::Return | T::LBracket | T::Colon);
    if p.context != Context::FREE || n == 0 && !value {
        return None;
    }
    let behind = match p.nth(n) {
        T::LParen => p.close_at(n) + 1,
        _ => n + 1,
    };
    let several =
        p.nth(n) == T::LParen && (behind == n + 2 || p.level(n + 1, behind).any(|(_, kind)| kind == T::Comma));
    match p.nth(behind) {
        // `a => 1` may be a comparison that is mistyped.
        T::FatArrow if p.nth(n) == T::Ident && p.nth(behind + 1) != T::LBrace => {
            let uses = |(at, _): (usize, T)| p.nth(at) == T::Ident && p.text_at(at) == p.text_at(n);
            let ends = |kind: T| matches!(kind, T::Semi | T::Comma);
            if !p.level(behind + 1, behind + 100).take_while(|(_, kind)| !ends(*kind)).any(uses) {
                return None;
            }
        }
        T::FatArrow => {}
        // `(p)->x` is a field, in C.
        T::Arrow if several => {}
        // TypeScript has the type of the result there.
        T::Colon if p.nth(n) == T::LParen => {
            let arrow = p.level(behind, behind + 20).find(|(_, kind)| *kind == T::FatArrow)?;
            return body(p, arrow.0 + 1);
        }
        _ => return None,
    }
    body(p, behind + 1)
}

pub(in crate::parser) fn body(p: &Parser<'_>, at: usize) -> Option<Body> {
    Some(if p.nth(at) == T::LBrace { Body::Braces(at) } else { Body::Expr(at) })
}

/// `[&, x](int y) -> int { … }`, `[] { … }`
fn cpp(p: &Parser<'_>) -> Option<Body> {
    let captures = |kind: T| {
        matches!(kind, T::Ident | T::And | T::AndAnd | T::Eq | T::Star | T::Comma | T::SelfValue | T::Ellipsis)
    };
    let close = (1..60).find(|n| !captures(p.nth(*n))).filter(|n| p.nth(*n) == T::RBracket)?;
    if p.nth(close + 1) == T::LParen {
        return braces(p, p.close_at(close + 1) + 1);
    }
    (p.nth(close + 1) == T::LBrace && !p.context.no_struct).then_some(Body::Braces(close + 1))
}

/// The braces that follow a list of parameters, behind the type of the result.
pub(in crate::parser) fn braces(p: &Parser<'_>, from: usize) -> Option<Body> {
    let end = p.level(from, from + 60).find(|(n, kind)| {
        matches!(kind, T::LBrace | T::Semi | T::Comma | T::Dot | T::Eq) || p.on_new_line_at(*n) && *kind != T::LBrace
    })?;
    (end.1 == T::LBrace).then_some(Body::Braces(end.0))
}

/// `{ x in … }`, `{ (x: Int) -> Int in … }`, `{ x -> … }` where a value stands.
pub(in crate::parser) fn block(p: &Parser<'_>) -> Option<Body> {
    let value = matches!(p.prev(), T::LParen | T::Comma | T::Eq | T::RParen | T::Ident);
    if !value || p.context != Context::FREE {
        return None;
    }
    let params = p.level(1, 30).find(|(_, kind)| !matches!(kind, T::Ident | T::Comma | T::LParen | T::Arrow))?;
    let arrow = matches!(p.prev(), T::LParen | T::Comma | T::Eq) && (p.nth(1), p.nth(2)) == (T::Ident, T::Arrow);
    let swift = params.1 == T::In && params.0 > 1;
    (swift || arrow).then_some(Body::Group)
}

/// What stands behind `(x, y)`, from the arrow on: reported and skipped.
pub(in crate::parser) fn arrow_body(p: &mut Parser<'_>, start: Span) -> ExprId {
    p.report(|p| {
        Diagnostic::error(NOT_TAKEN_FROM_RUST, start.to(p.span()), "there are no closures in Vex")
            .note("a function can be declared where it is used, and passed by its name")
    });
    p.bump();
    if p.at(T::LBrace) {
        p.skip_tree();
    } else {
        let broken = std::mem::replace(&mut p.broken, true);
        p.expr_here();
        p.broken = broken;
    }
    let span = p.since(start);
    p.error_expr(span)
}
