//! What programmers write who know another language better: better messages than "expected this, found that".

use super::*;

const E0025: Code = Code("E0025");
const E0026: Code = Code("E0026");

/// Types that C, and those who come from it, call otherwise.
pub(super) fn vex_type(c_name: &str) -> Option<&'static str> {
    Some(match c_name {
        "int" => "i32",
        "unsigned" | "uint" => "u32",
        "long" => "i64",
        "short" => "i16",
        "float" => "f32",
        "double" => "f64",
        "uint8_t" => "u8",
        "uint16_t" => "u16",
        "uint32_t" => "u32",
        "uint64_t" => "u64",
        "int8_t" => "i8",
        "int16_t" => "i16",
        "int32_t" => "i32",
        "int64_t" => "i64",
        "size_t" => "usize",
        // Every other name is the same here, or unknown.
        _ => return None,
    })
}

fn is_type_name(name: &str) -> bool {
    vex_type(name).is_some()
        || vex_ir::ty::IntTy::from_name(name).is_some()
        || matches!(name, "f32" | "f64" | "bool" | "char" | "void" | "str")
}

fn looks_like_type(name: &str) -> bool {
    is_type_name(name) || name.starts_with(|c: char| c.is_uppercase())
}

/// Makes "expected X, found Y" say more where it is clear what was meant.
pub(super) fn explain(p: &Parser<'_>, diagnostic: Diagnostic) -> Diagnostic {
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
fn decrement(p: &Parser<'_>) -> Option<Diagnostic> {
    let i = p.pos;
    let minus = i >= 2 && p.tokens.kinds[i - 1] == T::Minus && p.tokens.kinds[i - 2] == T::Minus;
    if !minus || p.tokens.spans[i - 2].hi != p.tokens.spans[i - 1].lo {
        return None;
    }
    let span = p.tokens.spans[i - 2].to(p.tokens.spans[i - 1]);
    Some(Diagnostic::error(E0025, span, "there is no operator `--`").suggest(span, " -= 1", "subtract one with `-= 1`"))
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
    let ty = is_type_name(name).then(|| vex_type(name).unwrap_or(name))?;
    let span = p.tokens.spans[i - 3].to(p.tokens.spans[i - 1]);
    let whole = span.to(p.span());
    let fixed = format!("{} as {ty}", p.cur_text());
    Some(Diagnostic::error(E0026, span, "a cast is written behind its operand").suggest(
        whole,
        fixed,
        format!("write `e as {ty}`"),
    ))
}

/// What to say instead of "expected `;`".
pub(super) fn instead_of_semi(p: &Parser<'_>) -> Option<Diagnostic> {
    if p.on_new_line() { None } else { decrement(p).or_else(|| c_cast(p)) }
}

/// An operator that is a word elsewhere, where a binary operator may stand: reported. Returns what it means.
pub(super) fn word_operator(p: &mut Parser<'_>) -> Option<T> {
    let (kind, ours) = match p.cur_text() {
        "and" => (T::AndAnd, "&&"),
        "or" => (T::OrOr, "||"),
        "is" => (T::EqEq, "=="),
        // Every other name begins something else.
        _ => return None,
    };
    if p.on_new_line() || !(matches!(p.nth(1), T::Ident | T::LParen | T::Bang) || p.nth(1).is_literal()) {
        return None;
    }
    p.report(|p| {
        Diagnostic::error(E0025, p.span(), format!("there is no operator `{}`", p.cur_text())).fix(
            p.span(),
            ours,
            format!("use `{ours}`"),
        )
    });
    Some(kind)
}

/// `elif`, `elsif`, `elseif`: reported. Returns whether it is there; the parser stands on it, as it would on `if`.
pub(super) fn else_if(p: &mut Parser<'_>) -> bool {
    let there = p.at(T::Ident) && matches!(p.cur_text(), "elif" | "elsif" | "elseif") && p.nth(1) != T::Eq;
    if there {
        p.report(|p| {
            Diagnostic::error(E0025, p.span(), format!("there is no `{}`", p.cur_text())).fix(
                p.span(),
                "else if",
                "write `else if`",
            )
        });
        p.reported = 0;
    }
    there
}

/// A declaration as C, Go or JavaScript writes it, where a statement begins: reported and skipped.
pub(super) fn declaration(p: &mut Parser<'_>) -> bool {
    if !matches!(p.cur(), T::Ident | T::Mut) {
        return false;
    }
    let first = p.cur_text();
    let found = match (p.cur(), p.nth(1)) {
        (T::Mut, T::Ident) => Some((1, None)),
        (T::Ident, T::Ident) if matches!(first, "var" | "auto" | "val") => Some((1, None)),
        (T::Ident, T::Ident)
            if p.nth(2) == T::Eq || (looks_like_type(first) && matches!(p.nth(2), T::Semi | T::LBracket)) =>
        {
            Some((1, Some(String::new())))
        }
        (T::Ident, T::Star) if is_type_name(first) && p.nth(2) == T::Ident => Some((2, Some("*mut ".to_string()))),
        (T::Ident, T::Colon) if p.nth(2) == T::Eq && p.glued(2) => return short_declaration(p),
        // It looks like nothing that another language would have.
        _ => None,
    };
    let Some((name_at, ty)) = found else { return false };
    let name_span = p.tokens.spans[p.pos + name_at];
    if p.text_of(p.span().to(name_span)).contains('\n') {
        return false;
    }
    let whole = p.span().to(name_span);
    let name = p.text_of(name_span);
    let fixed = match ty {
        Some(pointer) => format!("let mut {name}: {pointer}{}", vex_type(first).unwrap_or(first)),
        None => format!("let mut {name}"),
    };
    p.report(|_| {
        Diagnostic::error(E0026, whole, "a variable is declared with `let`").suggest(
            whole,
            fixed,
            "write `let`, and `mut` if it changes",
        )
    });
    p.sync_stmt();
    true
}

/// `x := 5`
fn short_declaration(p: &mut Parser<'_>) -> bool {
    let name = p.cur_text();
    let whole = p.span().to(p.tokens.spans[p.pos + 2]);
    p.report(|_| {
        Diagnostic::error(E0026, whole, "a variable is declared with `let`").suggest(
            whole,
            format!("let {name} ="),
            "write `let` and `=`",
        )
    });
    p.sync_stmt();
    true
}
