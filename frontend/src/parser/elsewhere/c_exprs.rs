//! Expressions of C: casts, `sizeof`, compound literals.

use super::declarator::Ahead;
use super::*;

/// `sizeof(struct P)`, `sizeof(char *)`: reported and skipped.
pub(in crate::parser) fn size_of(p: &mut Parser<'_>) -> Option<ExprId> {
    let function = if p.cur_text() == "sizeof" { "size_of" } else { "align_of" };
    let mut ahead = Ahead { p, at: 2 };
    let base = ahead.base()?;
    if !base.sure || !ahead.eat(T::RParen) {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    let ty = if base.text == "char" { "u8" } else { &base.text };
    let fixed = format!("{function}::<{ty}>()");
    declarator::replace(p, whole, count, "the size of a type is asked with `::<…>`", fixed, "write it like this");
    Some(p.error_expr(whole))
}

/// `(struct P){ .x = 1 }`, standing at the parenthesis: reported and skipped.
pub(in crate::parser) fn compound_literal(p: &mut Parser<'_>) -> Option<ExprId> {
    let name = 1 + usize::from(p.nth(1) == T::Struct);
    let literal = (p.nth(name), p.nth(name + 1), p.nth(name + 2)) == (T::Ident, T::RParen, T::LBrace);
    if p.context.no_struct || !literal {
        return None;
    }
    let (open, close) = (p.pos + name + 2, p.closing(p.pos + name + 2));
    let mut fixed = format!("{} ", p.text_of(declarator::p_span(p, name)));
    let mut taken = p.tokens.spans[open].lo;
    let mut named = true;
    for at in open..close {
        let next = |n: usize| p.tokens.kinds[(at + n).min(close)];
        if !next(0).is_open() && next(0) != T::Comma || next(1) == T::RBrace {
            continue;
        }
        let field = (next(1), next(2), next(3)) == (T::Dot, T::Ident, T::Eq);
        named &= field;
        if field {
            fixed.push_str(p.text_of(Span::new(taken, p.tokens.spans[at + 1].lo)));
            fixed.push_str(&format!("{}:", p.text_of(p.tokens.spans[at + 2])));
            taken = p.tokens.spans[at + 3].hi;
        }
    }
    fixed.push_str(p.text_of(Span::new(taken, p.tokens.spans[close].hi)));
    let (whole, count) = (p.span().to(p.tokens.spans[close]), close + 1 - p.pos);
    p.report(|_| {
        let diagnostic =
            Diagnostic::error(FOREIGN_DECLARATION, whole, "a struct literal has no parentheses around its type");
        match named {
            true => diagnostic.suggest(whole, fixed, "write it like this"),
            false => diagnostic.note("it is written `P { x: 1, y: 2 }`"),
        }
    });
    (0..count).for_each(|_| p.bump());
    Some(p.error_expr(whole))
}

/// `static_cast<int>(e)`: reported and skipped.
pub(in crate::parser) fn named_cast(p: &mut Parser<'_>) -> Option<ExprId> {
    let mut ahead = Ahead { p, at: 2 };
    let base = ahead.base()?;
    if !ahead.eat(T::Gt) || ahead.cur() != T::LParen {
        return None;
    }
    let (open, close) = (p.pos + ahead.at, p.closing(p.pos + ahead.at));
    let (whole, count) = (p.span().to(p.tokens.spans[close]), close + 1 - p.pos);
    let inside = match close - open {
        2 => p.text_of(p.tokens.spans[open + 1]),
        _ => p.text_of(p.tokens.spans[open].to(p.tokens.spans[close])),
    };
    declarator::replace(
        p,
        whole,
        count,
        "a cast is written behind its operand",
        format!("{inside} as {}", base.text),
        "write `e as T`",
    );
    Some(p.error_expr(whole))
}

/// `(char *)p`, standing at the parenthesis: reported. The operand is parsed; what the cast makes is not known.
pub(in crate::parser) fn cast(p: &mut Parser<'_>) -> Option<ExprId> {
    let mut ahead = Ahead { p, at: 1 };
    let base = ahead.base()?;
    let sure = base.sure;
    if !ahead.eat(T::RParen) || !sure {
        return None;
    }
    let operand = matches!(ahead.cur(), T::Ident | T::SelfValue | T::LParen) || ahead.cur().is_literal();
    if !operand || p.on_new_line_at(ahead.at) {
        return None;
    }
    let (span, count, start) = (ahead.span(), ahead.at, p.span());
    let tight = matches!(p.prev(), T::Star | T::And | T::Minus | T::Bang);
    let silent = p.silent();
    let before = p.cx.diags.error_count();
    (0..count).for_each(|_| p.bump());
    let operand_start = p.span();
    let inner = p.primary();
    let inner = p.postfix(operand_start, inner);
    let whole = start.to(p.body.exprs[inner].span);
    if !silent && p.cx.diags.error_count() == before {
        let fixed = format!("{} as {}", p.text_of(p.body.exprs[inner].span), base.text);
        let fixed = if tight { format!("({fixed})") } else { fixed };
        let message = format!("write `e as {}`", base.text);
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, span, "a cast is written behind its operand");
        p.emit(diagnostic.suggest(whole, fixed, message));
    }
    let whole = p.since(start);
    Some(p.error_expr(whole))
}
