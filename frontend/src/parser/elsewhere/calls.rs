//! Calls and lists as other languages write them: named arguments, `new`, `sizeof`, macros.

use super::*;

/// `x = 1, y = 2`, `.x = 1` and, among arguments, `x: 1`, standing at an element of a list: reported once for all the elements
/// from here on, of which each becomes `x: …`. `ours`: what Vex has in front of the value of a name.
pub(in crate::parser) fn named_values(p: &mut Parser<'_>, what: &str, ours: impl Fn(&str) -> String) {
    let arguments = ours("x").is_empty();
    // How many tokens stand in front of the value, and which of them is the name.
    let named = |p: &Parser<'_>, n: usize| match (p.nth(n), p.nth(n + 1), p.nth(n + 2)) {
        (T::Dot, T::Ident, T::Eq) => Some((3, 1)),
        (T::Ident, T::Eq, _) => Some((2, 0)),
        (T::Ident, T::Colon, _) if arguments => Some((2, 0)),
        // It has no name, or its name stands where it should.
        _ => None,
    };
    if named(p, 0).is_none() || p.pos < p.mended {
        return;
    }
    let (start, mut end, mut taken) = (p.span(), p.span(), p.span().start());
    let mut fixed = String::new();
    let behind_commas = p.level(0, usize::MAX).filter(|(_, kind)| *kind == T::Comma).map(|(n, _)| n + 1);
    let elements: Vec<usize> = [0].into_iter().chain(behind_commas).collect();
    for n in elements {
        let Some((count, name)) = named(p, n) else { continue };
        let (first, last) = (p.pos + n, p.pos + n + count - 1);
        fixed.push_str(p.text_of(Span::new(taken.hi, p.tokens.spans[first].lo)));
        fixed.push_str(&ours(p.text_of(p.tokens.spans[first + name])));
        (end, taken) = (p.tokens.spans[last], p.tokens.spans[last].end());
        // The space in front of the value goes with a name that goes.
        let value = p.tokens.spans[last + 1].start();
        if arguments {
            (end, taken) = (end.to(value), value);
        }
        p.tokens.kinds[last] = T::Colon;
        p.mended = last + 1;
    }
    let code = if arguments { FOREIGN_SYNTAX } else { UNEXPECTED_TOKEN };
    let first = start.to(p.tokens.spans[p.pos + if p.at(T::Dot) { 2 } else { 1 }]);
    p.report(|_| {
        let how = if arguments { "leave it out" } else { "write it like this" };
        Diagnostic::error(code, first, what).fix(start.to(end), fixed, how)
    });
}

/// `new P()`: reported and skipped.
pub(in crate::parser) fn operand(p: &mut Parser<'_>) -> Option<ExprId> {
    if !p.at(T::Ident) {
        return None;
    }
    // Most names are followed by nothing that another language would have there.
    match p.nth(1) {
        T::Dot | T::Arrow => return elsewhere::references::this(p),
        T::Ident | T::LParen | T::FatArrow | T::Colon => {
            if let Some(function) = elsewhere::functions::literal(p) {
                return Some(function);
            }
        }
        T::Or | T::OrOr if p.cur_text() == "move" => {
            p.bump();
            return Some(p.closure());
        }
        T::LBracket if p.cur_text() == "map" => return elsewhere::types::map_literal(p),
        _ => {}
    }
    if p.at(T::Ident) && p.nth(1) == T::LParen && matches!(p.cur_text(), "sizeof" | "_Alignof" | "alignof") {
        return c_exprs::size_of(p);
    }
    if p.at(T::Ident) && p.nth(1) == T::Lt && p.cur_text().ends_with("_cast") {
        return c_exprs::named_cast(p);
    }
    if !p.at(T::Ident) || p.cur_text() != "new" || p.nth(1) != T::Ident || p.on_new_line_at(1) {
        return None;
    }
    let start = p.span();
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span(), "there is no `new`")
            .note("a value of a struct is written `P { x: 1 }`; memory comes from an allocator such as `malloc`")
    });
    p.bump();
    p.bump();
    while p.cur().is_open() {
        p.skip_tree();
    }
    Some(p.error_expr(start))
}

/// `println!(…)`: reported; the parser stands on the `!`. What a macro would do with its arguments is not known.
pub(in crate::parser) fn macro_call(p: &mut Parser<'_>, name: Span) -> ExprId {
    let bang = p.span();
    let text = p.text_of(name);
    let known = vex_ir::tree::Builtin::ALL.iter().any(|b| b.text() == text) && p.nth(1) == T::LParen;
    // With arguments to format, there is more to change than the `!`.
    let formats = p.nth(2) == T::Str && (p.nth(3) != T::RParen || p.text_of(p.tokens.spans[p.pos + 2]).contains('{'));
    let function = known && !formats;
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, name.to(bang), "there are no macros in Vex");
        match function {
            true => diagnostic.suggest(
                bang,
                "",
                format!("`{text}` is a function; numbers are printed by `printf` of \"std/libc\""),
            ),
            false if known => diagnostic
                .note(format!("`{text}` is a function of one string; numbers are printed by `printf` of \"std/libc\"")),
            false => diagnostic,
        }
    });
    p.bump();
    p.skip_tree();
    p.error_expr(name)
}
