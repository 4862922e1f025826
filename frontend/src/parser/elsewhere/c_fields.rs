//! Fields and parameters of C.

use super::declarator::{Ahead, Declarator};
use super::*;

/// The first bit-field in the body of a struct whose brace is `at` tokens ahead: from its name, or type, to its width.
pub(in crate::parser) fn bit_field(p: &Parser<'_>, at: usize) -> Option<Span> {
    let text = |n: usize| p.text_of(declarator::p_span(p, n));
    // `a: 3` is a field whose type is wrong.
    let is_bits = |n: usize| {
        let ends = p.nth(n + 1) == T::Int && matches!(p.nth(n + 2), T::Semi | T::Comma | T::RBrace);
        let typed = matches!(p.nth(n - 2), T::Ident | T::Colon) || types::is_type_name(text(n - 1));
        ends && p.nth(n - 1) == T::Ident && typed
    };
    let colon = p.level(at + 1, usize::MAX).find(|(n, kind)| *kind == T::Colon && *n >= at + 2 && is_bits(*n))?.0;
    Some(declarator::p_span(p, colon - 1).to(declarator::p_span(p, colon + 1)))
}

pub(in crate::parser) fn report_bit_field(p: &mut Parser<'_>, span: Span) {
    p.report(|_| {
        Diagnostic::error(FOREIGN_SYNTAX, span, "there are no bit-fields")
            .note("one integer holds them: `flags: u32`, of which `flags >> 3 & 0x7` is three bits")
    });
}

/// The body of a struct with bit-fields: reported and skipped. Returns where the names of its fields are.
pub(in crate::parser) fn bit_fields(p: &mut Parser<'_>) -> Option<Vec<Span>> {
    let found = bit_field(p, 0)?;
    let ends = |kind: T| matches!(kind, T::Colon | T::Semi | T::Comma | T::LBracket | T::RBrace);
    let names: Vec<Span> = p
        .level(1, usize::MAX)
        .filter(|(n, kind)| *kind == T::Ident && ends(p.nth(n + 1)) && p.nth(n - 1) != T::Colon)
        .map(|(n, _)| declarator::p_span(p, n))
        .filter(|name| !types::is_type_name(p.text_of(*name)))
        .collect();
    report_bit_field(p, found);
    p.skip_tree();
    Some(names)
}

/// `{ int x; float y; }`, the body of a struct, and the `;` that C has behind it: reported and skipped. Returns where the names
/// of the fields are.
pub(in crate::parser) fn struct_body(p: &mut Parser<'_>) -> Option<Vec<Span>> {
    if matches!(p.nth(1), T::RBrace | T::Hash | T::Pub) || p.nth(2) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 1 };
    let (first, found) = (ahead.here(), ahead.declarator()?);
    if !found.sure || found.name.is_none() {
        return None;
    }
    let declared = first.to(declarator::p_span(p, ahead.at - 1));
    ahead.at = 0;
    let (fixed, names) = ahead.fields()?;
    ahead.eat(T::Semi);
    let (whole, count) = (ahead.span(), ahead.at);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, declared, "the name of a field comes before its type");
        diagnostic.suggest(whole, fixed, "write `name: type`")
    });
    (0..count).for_each(|_| p.bump());
    Some(names)
}

/// `const char *s` where a parameter begins, up to `,` or `)`: reported and skipped. Returns where its name is.
pub(in crate::parser) fn param(p: &mut Parser<'_>) -> Option<Span> {
    // A pattern and its type, as nearly always.
    if p.at(T::Ident) && p.nth(1) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = declarator::p_span(p, found.name?);
    if !matches!(ahead.cur(), T::Comma | T::RParen) || ahead.at < 2 {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    if p.pos >= p.mended {
        let (end, fixed) = params_from_here(p, whole, &format!("{}: {}", p.text_of(name), found.ty));
        p.mended = end;
        let all = p.span().to(p.tokens.spans[end - 1]);
        let what = "the name of a parameter comes before its type";
        p.report(|_| Diagnostic::error(FOREIGN_DECLARATION, whole, what).suggest(all, fixed, "write `name: type`"));
    }
    (0..count).for_each(|_| p.bump());
    Some(name)
}

/// This parameter, and all up to the parenthesis that are C's, too: where they end, and what they are in Vex.
fn params_from_here(p: &Parser<'_>, first: Span, fixed: &str) -> (usize, String) {
    let mut ahead = Ahead { p, at: 0 };
    let (mut text, mut taken, mut end) = (String::new(), first.lo, p.pos);
    loop {
        let start = ahead.at;
        let Some(Declarator { name: Some(name), ty, .. }) = ahead.declarator() else { break };
        if !matches!(ahead.cur(), T::Comma | T::RParen) || ahead.at < start + 2 {
            break;
        }
        text.push_str(p.text_of(Span::new(taken, declarator::p_span(p, start).lo)));
        text.push_str(&format!("{}: {ty}", p.text_of(declarator::p_span(p, name))));
        end = p.pos + ahead.at;
        taken = p.tokens.spans[end - 1].hi;
        if !ahead.eat(T::Comma) {
            break;
        }
    }
    match text.is_empty() {
        true => (p.pos + 1, fixed.to_string()),
        false => (end, text),
    }
}

/// `char *name;`, `int n[4];` where a field begins: reported and skipped. Returns where its name is.
pub(in crate::parser) fn field(p: &mut Parser<'_>) -> Option<Span> {
    if p.at(T::Ident) && p.nth(1) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = declarator::p_span(p, found.name?);
    let mut ty = found.ty;
    if !found.sure {
        return None;
    }
    ty = ahead.dimensions(&ty)?;
    if !matches!(ahead.cur(), T::Semi | T::RBrace) {
        return None;
    }
    let semi = ahead.eat(T::Semi);
    let end = if ahead.cur() == T::RBrace || !semi { "" } else { "," };
    let (whole, count) = (ahead.span(), ahead.at);
    let fixed = format!("{}: {ty}{end}", p.text_of(name));
    declarator::replace(p, whole, count, "the name of a field comes before its type", fixed, "write `name: type`");
    Some(name)
}
