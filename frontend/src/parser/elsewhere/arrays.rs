//! Array literals with their type in front, as Go and Zig write them: `[3]int{1, 2, 3}`, `[_]u8{0} ** 16`.

use super::*;
use vex_ir::ty::IntTy;

/// The literal here, if it is one: reported and skipped.
pub(in crate::parser) fn literal(p: &mut Parser<'_>) -> Option<ExprId> {
    // At most one token stands in the brackets of a type, so that lists are not searched for their end.
    let close = (1..=2).find(|n| p.nth(*n) == T::RBracket)?;
    let begins = matches!(p.nth(close + 1), T::Ident | T::Star | T::And | T::LBracket | T::Const | T::Question);
    if !begins || p.on_new_line_at(close + 1) || p.level(1, close).any(|(_, kind)| kind == T::Semi) {
        return None;
    }
    // `[a][i]` is an element of an array.
    if p.nth(close + 1) == T::LBracket && !matches!(p.nth(p.close_at(close + 1) + 1), T::Ident | T::Star | T::LBracket)
    {
        return None;
    }
    let (element, end, depth) = element(p)?;
    // `[1, 2][i] * f(x)` multiplies.
    let begin = (0..end).rev().find(|n| p.nth(*n) == T::RBracket).map_or(0, |n| n + 1);
    if matches!(p.nth(begin), T::Star | T::And)
        && (p.context.no_struct || p.nth(end) != T::LBrace || !p.glued(begin) || !p.glued(begin + 1))
    {
        return None;
    }
    match p.nth(end) {
        T::LBrace => {}
        T::LParen => return Some(conversion(p, end)),
        // It goes on as no literal does.
        _ => return None,
    }
    let last = p.close_at(end);
    let fixed = elements(p, end, last, element.as_deref(), depth);
    let (fixed, last) = repeated(p, last, fixed);
    let whole = p.span().to(p.span_at(last));
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "an array literal has no type in front of it");
        match fixed {
            Some(fixed) => diagnostic.suggest(whole, fixed, "its elements stand in brackets"),
            None => diagnostic.note("its elements stand in brackets: `[1, 2, 3]`, `[0; 16]`"),
        }
    });
    p.skip_tokens(last + 1);
    Some(p.error_expr(whole))
}

/// The element type of the brackets here, where it ends, and how many brackets there are.
pub(in crate::parser) fn element(p: &Parser<'_>) -> Option<(Option<String>, usize, usize)> {
    let (mut n, mut depth) = (0, 0);
    while p.nth(n) == T::LBracket {
        n = p.close_at(n) + 1;
        n += usize::from(p.nth(n) == T::Const);
        depth += 1;
    }
    let found = types::at(p, n)?;
    Some((found.text, found.end, depth))
}

/// `{1, 2}`, `n` tokens ahead, with brackets in place of the braces of arrays.
pub(in crate::parser) fn elements(
    p: &Parser<'_>,
    n: usize,
    last: usize,
    element: Option<&str>,
    depth: usize,
) -> Option<String> {
    if last == n + 1 {
        let length = (p.nth(1) == T::Int && depth == 1).then(|| p.text_at(1))?;
        let zero = declarator::zero(element?)?;
        let zero = if zero == "0" { typed(&zero, element) } else { zero };
        return Some(format!("[{zero}; {length}]"));
    }
    let (mut text, mut taken, mut level, mut first) = (String::new(), p.span_at(n).lo, 0, true);
    let mut at = n;
    while at <= last {
        let span = p.span_at(at);
        let ours = match p.nth(at) {
            T::LBrace if at == n || matches!(p.nth(at - 1), T::LBrace | T::Comma) => {
                level += 1;
                // The braces of a struct, whose type is left out.
                if level > depth {
                    return None;
                }
                "[".to_string()
            }
            T::RBrace => {
                level -= 1;
                "]".to_string()
            }
            kind if kind.is_open() => {
                let named = (p.nth(at + 1), p.nth(at + 2)) == (T::Ident, T::Colon);
                if kind == T::LBrace && !named {
                    return None;
                }
                at = p.close_at(at) + 1;
                continue;
            }
            // An element has its place in front, or its field.
            T::Colon | T::Eq => return None,
            T::Int if matches!(element, Some("f32" | "f64")) && alone(p, at) => format!("{}.0", p.text_at(at)),
            T::Int | T::Float if alone(p, at) && std::mem::take(&mut first) => typed(p.text_at(at), element),
            _ => {
                at += 1;
                continue;
            }
        };
        text.push_str(p.text_of(Span::new(taken, span.lo)));
        text.push_str(&ours);
        taken = span.hi;
        at += 1;
    }
    Some(text)
}

/// Whether a token is all of an element.
pub(in crate::parser) fn alone(p: &Parser<'_>, at: usize) -> bool {
    matches!(p.nth(at - 1), T::LBrace | T::Comma) && matches!(p.nth(at + 1), T::Comma | T::RBrace)
}

/// A number with its type, where that is not the one which it has anyway.
pub(in crate::parser) fn typed(number: &str, element: Option<&str>) -> String {
    let plain = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match element {
        Some(ty)
            if plain && ty != "i32" && (IntTy::from_name(ty).is_some() && !number.contains('.') || ty == "f32") =>
        {
            format!("{number}{ty}")
        }
        _ => number.to_string(),
    }
}

/// `** 16` behind a literal of Zig's, whose last token is `last` ahead.
fn repeated(p: &Parser<'_>, last: usize, fixed: Option<String>) -> (Option<String>, usize) {
    let times = (p.nth(last + 1), p.nth(last + 2)) == (T::Star, T::Star) && p.glued(last + 2);
    if !times || !matches!(p.nth(last + 3), T::Int | T::Ident) {
        return (fixed, last);
    }
    let single = fixed.filter(|fixed| !fixed.contains(',') && fixed.len() > 2);
    let fixed = single.map(|fixed| format!("{}; {}]", fixed[..fixed.len() - 1].trim_end(), p.text_at(last + 3)));
    (fixed, last + 3)
}

/// `[]byte("text")`
pub(in crate::parser) fn conversion(p: &mut Parser<'_>, open: usize) -> ExprId {
    let close = p.close_at(open);
    let whole = p.span().to(p.span_at(close));
    let bytes = p.text_at(open - 1) == "byte" && p.nth(open + 1) == T::Str && close == open + 2;
    p.report(|p| {
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, whole, "a type is no function");
        match bytes {
            true => diagnostic.suggest(whole, format!("b{}", p.text_at(open + 1)), "bytes are written `b\"…\"`"),
            false => diagnostic.note("a cast is written `e as T`; the bytes of a string are `s.as_bytes()`"),
        }
    });
    p.skip_tokens(close + 1);
    p.error_expr(whole)
}

/// `[x for x in v]`, standing at `for`: reported and skipped.
pub(in crate::parser) fn comprehension(p: &mut Parser<'_>, start: Span) -> ExprId {
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span(), "there are no comprehensions")
            .note("a loop fills an array: `for i in 0..n { v[i] = f(i); }`")
    });
    p.skip_to(&[]);
    p.eat(T::RBracket);
    let span = p.since(start);
    p.error_expr(span)
}

/// `{a: 1, "b": 2}`, `{ x -> … }` where a value stands: reported and skipped.
pub(in crate::parser) fn braced(p: &mut Parser<'_>) -> Option<ExprId> {
    let key = p.at(T::LBrace) && (p.nth(1) == T::Ident || p.nth(1).is_literal()) && p.nth(2) == T::Colon;
    if !key {
        return functions::literal(p);
    }
    let start = p.span();
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span_at(1), "there are no literals of maps or objects")
            .note("a struct literal is written `P { x: 1, y: 2 }`")
    });
    p.skip_tree();
    let span = p.since(start);
    Some(p.error_expr(span))
}
