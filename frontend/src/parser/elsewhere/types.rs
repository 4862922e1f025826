//! Types as Go, Zig, C++, Swift and others write them.

use super::*;

/// How deep types are looked into.
const DEPTH: usize = 16;

/// A type as another language writes it.
pub(in crate::parser) struct Found {
    /// In Vex, where it has such a type.
    pub text: Option<String>,
    /// How many tokens ahead the first one behind it is.
    pub end: usize,
}

/// What a type's name in another language is called in Vex.
pub(in crate::parser) fn name(text: &str) -> Option<&'static str> {
    vex_ir::c_names::type_elsewhere(text).map(|(ours, _)| ours)
}

/// The type that begins `n` tokens ahead, in whatever language.
pub(in crate::parser) fn at(p: &Parser<'_>, n: usize) -> Option<Found> {
    ty(p, n, 0)
}

pub(in crate::parser) fn ty(p: &Parser<'_>, n: usize, depth: usize) -> Option<Found> {
    if depth > DEPTH {
        return None;
    }
    let inner = |n: usize| ty(p, n, depth + 1);
    match p.nth(n) {
        T::Star => {
            let read_only = p.nth(n + 1) == T::Const;
            let found = inner(n + 1 + usize::from(read_only || p.nth(n + 1) == T::Mut))?;
            let star = if read_only { "*" } else { "*mut " };
            Some(Found { text: found.text.map(|ty| format!("{star}{ty}")), end: found.end })
        }
        T::And => {
            let mutable = p.nth(n + 1) == T::Mut;
            let found = inner(n + 1 + usize::from(mutable))?;
            let and = if mutable { "&mut " } else { "&" };
            Some(Found { text: found.text.map(|ty| format!("{and}{ty}")), end: found.end })
        }
        T::Question | T::Bang => Some(Found { text: None, end: inner(n + 1)?.end }),
        T::LBracket => bracketed(p, n, depth),
        T::LParen => Some(Found { text: None, end: p.close_at(n) + 1 }),
        T::Fn if p.nth(n + 1) == T::LParen => function(p, n + 1, depth),
        T::Struct | T::Enum if p.nth(n + 1) == T::LBrace => Some(Found { text: None, end: p.close_at(n + 1) + 1 }),
        T::Ident => named(p, n, depth),
        // Nothing else begins a type.
        _ => None,
    }
}

pub(in crate::parser) fn named(p: &Parser<'_>, n: usize, depth: usize) -> Option<Found> {
    let text = p.text_at(n);
    match (text, p.nth(n + 1)) {
        ("map" | "dict", T::LBracket) => {
            let end = p.close_at(n + 1) + 1;
            return Some(Found { text: None, end: ty(p, end, depth + 1).map_or(end, |value| value.end) });
        }
        ("chan", T::Ident | T::Star | T::LBracket) => {
            return Some(Found { text: None, end: ty(p, n + 1, depth + 1)?.end });
        }
        ("func" | "fun" | "Fn" | "FnMut" | "FnOnce", T::LParen) => return function(p, n + 1, depth),
        ("interface", T::LBrace) => return Some(Found { text: None, end: p.close_at(n + 1) + 1 }),
        _ => {}
    }
    let mut words = Vec::new();
    let mut end = n;
    while p.nth(end) == T::Ident && matches!(p.text_at(end), "unsigned" | "signed" | "long" | "short") {
        words.push(p.text_at(end));
        end += 1;
    }
    if !words.is_empty() {
        if p.nth(end) == T::Ident && matches!(p.text_at(end), "int" | "char" | "double") {
            words.push(p.text_at(end));
            end += 1;
        }
        return Some(Found { text: Some(in_vex(&words, 0, false)), end });
    }
    end += 1;
    let mut last = text;
    while matches!(p.nth(end), T::ColonColon | T::Dot) && p.nth(end + 1) == T::Ident {
        last = p.text_at(end + 1);
        end += 2;
    }
    // What stands in `std` elsewhere has another name here, or no module.
    let plain = end == n + 1;
    let ours = match last {
        _ if !plain && text == "std" => name(last),
        "error" | "number" | "any" | "anytype" | "object" | "String" | "List" | "Array" if plain => None,
        _ if plain => Some(name(last).unwrap_or(last)),
        _ => None,
    };
    let mut text = ours.map(String::from);
    if p.nth(end) == T::Lt {
        text = None;
        end = arguments(p, end)?;
    }
    Some(Found { text, end })
}

/// How many tokens ahead the first one behind `<…>` is, of which the `<` is `n` ahead: only what types have may stand inside.
pub(in crate::parser) fn arguments(p: &Parser<'_>, n: usize) -> Option<usize> {
    let mut depth = 0i32;
    for at in n..n + 100 {
        depth += match p.nth(at) {
            T::Lt => 1,
            T::Gt => -1,
            T::Shr => -2,
            T::Ident | T::ColonColon | T::Dot | T::Star | T::And | T::Comma | T::Const | T::Int | T::Struct => 0,
            T::LParen | T::RParen | T::LBracket | T::RBracket => 0,
            _ => return None,
        };
        if depth <= 0 {
            return (depth == 0).then_some(at + 1);
        }
    }
    None
}

/// `(a, b int) int`, the rest of a type of functions, from the parenthesis on.
pub(in crate::parser) fn function(p: &Parser<'_>, n: usize, depth: usize) -> Option<Found> {
    let close = p.close_at(n);
    let mut params = Vec::new();
    let mut at = n + 1;
    while at < close {
        // A name, or a type without one.
        if p.nth(at) == T::Ident && matches!(p.nth(at + 1), T::Colon) {
            at += 2;
        } else if p.nth(at) == T::Ident
            && ty(p, at + 1, depth + 1).is_some_and(|found| ends_element(p, found.end, close))
        {
            at += 1;
        }
        let found = ty(p, at, depth + 1)?;
        params.push(found.text);
        if found.end == close {
            break;
        }
        if p.nth(found.end) != T::Comma {
            return None;
        }
        at = found.end + 1;
    }
    let arrow = matches!(p.nth(close + 1), T::Arrow | T::Colon | T::FatArrow);
    let result = ty(p, close + 1 + usize::from(arrow), depth + 1).filter(|_| arrow || !p.on_new_line_at(close + 1));
    let end = result.as_ref().map_or(close + 1, |found| found.end);
    let params: Option<Vec<String>> = params.into_iter().collect();
    let text = match result {
        None => params.map(|params| format!("fn({})", params.join(", "))),
        Some(Found { text: Some(result), .. }) => params.map(|params| format!("fn({}) -> {result}", params.join(", "))),
        Some(_) => None,
    };
    Some(Found { text, end })
}

fn ends_element(p: &Parser<'_>, at: usize, close: usize) -> bool {
    at == close || p.nth(at) == T::Comma
}

/// `[4]T`, `[]T`, `[]const T`, `[*]T`, `[*:0]const T`, `[_]T`, `[...]T`, from the bracket on, and Vex's own `[T; N]`.
fn bracketed(p: &Parser<'_>, n: usize, depth: usize) -> Option<Found> {
    let close = p.close_at(n);
    if p.level(n + 1, close).any(|(_, kind)| kind == T::Semi) {
        return Some(Found { text: Some(p.text_of(p.span_at(n).to(p.span_at(close))).to_string()), end: close + 1 });
    }
    let read_only = p.nth(close + 1) == T::Const;
    let element = ty(p, close + 1 + usize::from(read_only), depth + 1).filter(|_| !p.on_new_line_at(close + 1))?;
    let end = element.end;
    let text = match (p.nth(n + 1), element.text) {
        (_, None) => None,
        (T::RBracket | T::Colon, Some(ty)) => Some(format!("&[{ty}]")),
        (T::Star, Some(ty)) => Some(format!("*{}{ty}", if read_only { "" } else { "mut " })),
        (T::Int | T::Ident, Some(ty)) if close == n + 2 => Some(format!("[{ty}; {}]", p.text_at(n + 1))),
        // The length is not known, or more than a name.
        (T::Underscore | T::Ellipsis, Some(_)) if close == n + 2 => None,
        _ => return None,
    };
    Some(Found { text, end })
}

/// Reports the type here, if it is written as in another language: `[]const u8`, `map[string]int`, `func(int) int`, `dyn T`.
pub(in crate::parser) fn foreign(p: &mut Parser<'_>) -> Option<TypeKind<Surface>> {
    let bracket = p.at(T::LBracket) && {
        let close = p.close_at(0);
        let ours = p.level(1, close).any(|(_, kind)| kind == T::Semi);
        // A type follows at once, on the same line.
        let begins =
            matches!(p.nth(close + 1), T::Ident | T::Star | T::And | T::LBracket | T::Fn | T::Const | T::Question);
        !ours && begins && !p.on_new_line_at(close + 1)
    };
    if p.at(T::Ident) && p.nth(1) == T::Ident && !p.on_new_line_at(1) && is_c_word(p.cur_text()) {
        return several_words(p);
    }
    let goes_on = matches!(p.nth(1), T::LBracket | T::LParen | T::LBrace | T::ColonColon | T::Ident | T::SelfType);
    let word = p.at(T::Ident)
        && goes_on
        && match (p.cur_text(), p.nth(1)) {
            ("map" | "dict" | "Dict", T::LBracket) | ("func" | "fun", T::LParen) => true,
            ("chan", T::Ident) => !p.on_new_line_at(1),
            ("dyn", T::Ident | T::LParen | T::SelfType) => return Some(trait_object(p)),
            ("interface", T::LBrace) => p.nth(2) == T::RBrace,
            ("Fn" | "FnMut" | "FnOnce", T::LParen) => true,
            // A path of Rust's is recognised by type arguments, or by a type that is known here under another name.
            ("std", T::ColonColon) => p.nth(3) == T::Lt || name(p.text_at(2)).is_some(),
            _ => false,
        };
    if !bracket && !word {
        return None;
    }
    let found = at(p, 0)?;
    let whole = p.span().to(p.span_at(found.end - 1));
    let word = p.cur_text();
    p.report(|_| {
        let (what, how) = match word {
            "func" | "fun" => ("the type of a function is `fn(A, B) -> R`", "write it like this"),
            "map" | "dict" | "Dict" => ("there is no type of maps", ""),
            "chan" => ("there are no channels", ""),
            "interface" => ("there is no type of all types", ""),
            "Fn" | "FnMut" | "FnOnce" => ("the type of a function is `fn(A, B) -> R`", "write it like this"),
            "std" => ("a type of another module is imported, and named without `std::`", "it is built in"),
            _ => ("the element type of an array or slice is inside its brackets", "arrays are `[T; N]`, slices `&[T]`"),
        };
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, what);
        match (found.text, word) {
            (Some(text), _) => diagnostic.suggest(whole, text, how),
            (None, "[") => diagnostic.note("arrays are `[T; N]`, slices `&[T]`, pointers `*T` and `*mut T`"),
            _ => diagnostic,
        }
    });
    p.skip_tokens(found.end);
    Some(TypeKind::Error)
}

/// A word of C's types that other words may follow.
fn is_c_word(text: &str) -> bool {
    matches!(text, "unsigned" | "signed" | "long" | "short")
}

/// `unsigned long`, where a type of Vex stands: reported and skipped.
fn several_words(p: &mut Parser<'_>) -> Option<TypeKind<Surface>> {
    if !is_c_word(p.text_at(1)) && !matches!(p.text_at(1), "int" | "char" | "double") {
        return None;
    }
    let mut ahead = super::declarator::Ahead { p, at: 0 };
    let base = ahead.base()?;
    let (whole, count) = (ahead.span(), ahead.at);
    p.report(|_| {
        Diagnostic::error(FOREIGN_DECLARATION, whole, "the name of a type is one word").suggest(
            whole,
            base.text,
            "in Vex, it is this",
        )
    });
    p.skip_tokens(count);
    Some(TypeKind::Error)
}

/// `impl Fn(A) -> R`, `impl Trait`, `mut T`, standing where a type should: reported and skipped. Returns whether one stood here.
pub(in crate::parser) fn marked(p: &mut Parser<'_>) -> bool {
    let begins = matches!(p.nth(1), T::Ident | T::Star | T::And | T::LBracket) && !p.on_new_line_at(1);
    if !begins || !matches!(p.cur(), T::Impl | T::Mut) {
        return false;
    }
    let (word, function) = (p.span(), matches!(p.text_at(1), "Fn" | "FnMut" | "FnOnce"));
    if p.at(T::Mut) {
        p.report(|_| {
            Diagnostic::error(UNEXPECTED_TOKEN, word, "expected a type, found keyword `mut`").suggest(
                word,
                "&mut",
                "a reference that may be written through is `&mut T`",
            )
        });
        p.bump();
        p.ty_no_bounds();
        return true;
    }
    if function && let Some(Found { text: Some(text), end }) = at(p, 1) {
        let whole = word.to(p.span_at(end - 1));
        p.report(|_| {
            Diagnostic::error(FOREIGN_DECLARATION, whole, "the type of a function is `fn(A, B) -> R`").suggest(
                whole,
                text,
                "write it like this",
            )
        });
        p.skip_tokens(end);
        return true;
    }
    p.report(|_| {
        Diagnostic::error(NOT_TAKEN_FROM_RUST, word, "there are no `impl Trait` types in Vex")
            .note("a function for every type with a trait has a type parameter: `fn f<T: Trait>(x: T)`")
    });
    p.bump();
    skip_bounds(p);
    true
}

/// `dyn A + B`
fn trait_object(p: &mut Parser<'_>) -> TypeKind<Surface> {
    p.report(|p| {
        Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "there are no trait objects in Vex")
            .note("a function for every type with a trait has a type parameter: `fn f<T: Trait>(x: T)`")
    });
    p.bump();
    p.broken = true;
    skip_bounds(p);
    TypeKind::Error
}

/// `A + B`, behind `dyn` or `impl`.
fn skip_bounds(p: &mut Parser<'_>) {
    loop {
        if p.at(T::Label) {
            p.bump();
        } else {
            p.ty_no_bounds();
            // `Fn(A) -> R`
            if p.at(T::LParen) {
                p.skip_tree();
                if p.eat(T::Arrow) {
                    p.ty_no_bounds();
                }
            }
        }
        if !p.eat(T::Plus) {
            break;
        }
    }
}

/// `map[K]V{ … }`, standing at `map`: reported and skipped.
pub(in crate::parser) fn map_literal(p: &mut Parser<'_>) -> Option<ExprId> {
    let close = p.close_at(1);
    if !matches!(p.nth(close + 1), T::Ident | T::Star | T::LBracket) || p.on_new_line_at(close + 1) {
        return None;
    }
    let found = at(p, 0)?;
    // `map[i] * x` and `map[i][j]` are elements of a variable of that name.
    if p.nth(close + 1) != T::Ident && (p.context.no_struct || p.nth(found.end) != T::LBrace) {
        return None;
    }
    let mut end = found.end;
    if p.nth(end).is_open() {
        end = p.close_at(end) + 1;
    }
    let whole = p.span().to(p.span_at(end - 1));
    p.report(|_| Diagnostic::error(FOREIGN_DECLARATION, whole, "there is no type of maps"));
    p.skip_tokens(end);
    Some(p.error_expr(whole))
}

/// `Fn(A) -> R` as a bound: reported and skipped.
pub(in crate::parser) fn function_bound(p: &mut Parser<'_>) -> bool {
    let there = p.at(T::Ident) && p.nth(1) == T::LParen && matches!(p.cur_text(), "Fn" | "FnMut" | "FnOnce");
    if there {
        let end = at(p, 0).map_or_else(|| p.close_at(1) + 1, |found| found.end);
        p.report(|p| {
            Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "there are no traits of functions in Vex")
                .note("a parameter that is a function has its type: `f: fn(i32) -> i32`")
        });
        p.skip_tokens(end);
    }
    there
}

pub(in crate::parser) fn is_type_name(name: &str) -> bool {
    vex_ir::c_names::vex_type(name).is_some()
        || vex_ir::ty::IntTy::from_name(name).is_some()
        || matches!(name, "f32" | "f64" | "bool" | "char" | "void" | "str")
}

pub(in crate::parser) fn looks_like_type(name: &str) -> bool {
    is_type_name(name) || name.starts_with(|c: char| c.is_uppercase())
}

/// The Vex type that C's words and stars mean.
pub(in crate::parser) fn in_vex(words: &[&str], stars: usize, is_const: bool) -> String {
    let unsigned = words.contains(&"unsigned");
    let base = match words.last().copied().unwrap_or("int") {
        "char" if stars > 0 => "u8",
        "char" if words.len() > 1 => "i8",
        "int" | "unsigned" | "signed" | "long" | "short" if words.contains(&"long") => "i64",
        "int" | "unsigned" | "signed" | "short" if words.contains(&"short") => "i16",
        "signed" => "i32",
        other => vex_ir::c_names::vex_type(other).unwrap_or(other),
    };
    let base = match base.strip_prefix('i') {
        Some(bits) if unsigned => format!("u{bits}"),
        _ => base.to_string(),
    };
    (0..stars).fold(base, |ty, _| format!("*{}{ty}", if is_const { "" } else { "mut " }))
}
