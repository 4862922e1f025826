//! Declarations of C++: references, and variables whose type is in a namespace or has arguments.

use super::*;

/// What stands in front of a statement's name.
pub(in crate::parser) struct Head {
    /// How many tokens ahead the name is.
    name: usize,
    ty: Option<String>,
    reference: bool,
    read_only: bool,
}

/// `int& r = x;`, `std::vector<int> v;`, `P p(1, 2);` where a statement begins: reported, and its name is declared.
pub(in crate::parser) fn declaration(p: &mut Parser<'_>, start: Span) -> bool {
    if !may_begin(p) {
        return false;
    }
    let Some(head) = head(p) else { return false };
    let end = p.level(head.name + 1, head.name + 1000).find(|(_, kind)| *kind == T::Semi).map(|(n, _)| n);
    let name = p.span_at(head.name);
    let fixed = end.and_then(|end| in_vex(p, &head, end));
    let whole = p.span().to(p.span_at(end.map_or(head.name, |end| end - 1)));
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, start.to(name), "a variable is declared with `let`");
        match fixed {
            Some(fixed) => diagnostic.suggest(whole, fixed, "write it like this"),
            None => diagnostic.note("it is written `let name: T = value;`, with `mut` if it changes"),
        }
    });
    p.declare(name, start);
    p.skip_tokens(head.name);
    p.sync_stmt();
    true
}

/// Whether a statement may be such a declaration, going by a few tokens.
fn may_begin(p: &Parser<'_>) -> bool {
    let begins = |kind: T| matches!(kind, T::Ident | T::And | T::AndAnd | T::Lt | T::Const | T::Star);
    match p.cur() {
        T::Const | T::Static => p.nth(2) != T::Colon,
        T::Ident => {
            let mut n = 1;
            while p.nth(n) == T::ColonColon && p.nth(n + 1) == T::Ident {
                n += 2;
            }
            begins(p.nth(n)) || p.nth(n) == T::LBracket && (p.nth(n + 1), p.nth(n + 2)) == (T::RBracket, T::Ident)
        }
        _ => false,
    }
}

pub(in crate::parser) fn head(p: &Parser<'_>) -> Option<Head> {
    let mut n = 0;
    let mut read_only = false;
    while p.nth(n) == T::Const || p.nth(n) == T::Static || p.nth(n) == T::Ident && is_specifier(p, n) {
        read_only |= p.nth(n) == T::Const || p.text_at(n) == "constexpr";
        n += 1;
    }
    if p.nth(n) != T::Ident {
        return None;
    }
    let specifiers = n > 0;
    let first = p.text_at(n);
    let auto = first == "auto";
    let found = types::at(p, n)?;
    let mut end = found.end;
    let path = (n..end).any(|at| p.nth(at) == T::ColonColon);
    let generic = p.nth(end - 1) == T::Gt || p.nth(end - 1) == T::Shr;
    if p.nth(end) == T::Const {
        read_only = true;
        end += 1;
    }
    let array = (p.nth(end), p.nth(end + 1)) == (T::LBracket, T::RBracket);
    end += 2 * usize::from(array);
    let stars = array || p.nth(end) == T::Star;
    while p.nth(end) == T::Star {
        end += 1;
    }
    let reference = matches!(p.nth(end), T::And | T::AndAnd);
    end += usize::from(reference);
    if p.nth(end) != T::Ident || p.text_of(p.span().to(p.span_at(end))).contains('\n') {
        return None;
    }
    let is_type = types::is_type_name(first) || first.starts_with(|c: char| c.is_uppercase());
    let fits = match p.nth(end + 1) {
        T::Eq => array || reference || path || generic || specifiers && p.nth(n + 1) != T::Colon,
        T::Semi => array || path || generic,
        // `P p(1);` or `int n{3};`
        T::LParen | T::LBrace => {
            !stars && !reference && (path || generic || is_type || auto) && p.nth(p.close_at(end + 1) + 1) == T::Semi
        }
        // `auto x : v`
        _ => false,
    };
    if !fits {
        return None;
    }
    let ty = if stars { None } else { found.text };
    Some(Head { name: end, ty, reference, read_only })
}

fn is_specifier(p: &Parser<'_>, n: usize) -> bool {
    matches!(p.text_at(n), "constexpr" | "constinit" | "thread_local" | "final" | "volatile" | "register" | "inline")
        && matches!(p.nth(n + 1), T::Ident | T::Const | T::Static)
}

/// The declaration in Vex, if that is clear: `end` is the semicolon.
pub(in crate::parser) fn in_vex(p: &Parser<'_>, head: &Head, end: usize) -> Option<String> {
    let name = p.text_at(head.name);
    let value = match p.nth(head.name + 1) {
        T::Eq => p.text_of(p.span_at(head.name + 2).to(p.span_at(end - 1))),
        T::LParen | T::LBrace if end == head.name + 4 => p.text_at(head.name + 2),
        // Of its constructor, nothing is known.
        _ => return None,
    };
    if p.nth(head.name + 2) == T::LBrace {
        return None;
    }
    if head.reference {
        // What has no place of its own is taken by value.
        let place = (head.name + 2..end).all(|n| matches!(p.nth(n), T::Ident | T::Dot | T::Int))
            && p.nth(head.name + 2) == T::Ident;
        if !place {
            return literal(p, head.name + 2, end).then(|| format!("let {name} = {value}"));
        }
        let mutable = !head.read_only && is_mutable(p, p.text_at(head.name + 2));
        return Some(format!("let {name} = &{}{value}", if mutable { "mut " } else { "" }));
    }
    let text = head.ty.as_deref()?;
    // A type that is written like this in Vex, too.
    let known = types::is_type_name(text) || text == "&str";
    let mutable = if head.read_only { "" } else { "mut " };
    known.then(|| format!("let {mutable}{name}: {text} = {value}"))
}

pub(in crate::parser) fn literal(p: &Parser<'_>, n: usize, end: usize) -> bool {
    end == n + 1 && p.nth(n).is_literal()
}

/// Whether a variable of this name is declared with `mut` in front of here.
fn is_mutable(p: &Parser<'_>, name: &str) -> bool {
    let from = p.pos.saturating_sub(5000);
    let declared = (from..p.pos).rev().find(|at| {
        p.tokens.kinds[*at] == T::Ident
            && p.text_of(p.tokens.spans[*at]) == name
            && *at > 0
            && matches!(p.tokens.kinds[*at - 1], T::Let | T::Mut)
    });
    declared.is_some_and(|at| p.tokens.kinds[at - 1] == T::Mut)
}

/// `this->x`, `this.x`, standing at `this`: reported; the parser stands behind what leads to the field.
pub(in crate::parser) fn this(p: &mut Parser<'_>) -> Option<ExprId> {
    if p.cur_text() != "this" || !matches!(p.nth(1), T::Arrow | T::Dot) || p.nth(2) != T::Ident {
        return None;
    }
    let whole = p.span().to(p.span_at(1));
    let method = in_method(p);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, whole, "there is no `this`");
        match method {
            true => diagnostic.fix(whole, "self.", "what a method is called on is `self`"),
            false => diagnostic.note("what a method is called on is its first parameter, `self`"),
        }
    });
    let span = p.span();
    p.tokens.kinds[p.pos + 1] = T::Dot;
    p.bump();
    Some(p.error_expr(span))
}

/// Whether the function around here has a parameter `self`.
fn in_method(p: &Parser<'_>) -> bool {
    let kinds = &p.tokens.kinds;
    let Some(function) = kinds[..p.pos].iter().rposition(|kind| *kind == T::Fn) else { return false };
    let Some(open) = kinds[function..p.pos].iter().position(|kind| *kind == T::LParen) else { return false };
    kinds[function + open..p.closing(function + open)].contains(&T::SelfValue)
}

/// `T&`, `T&&`, `T const*` where a type ends: reported. `ty` is what stands in front.
pub(in crate::parser) fn suffix(p: &mut Parser<'_>, ty: TypeId) -> bool {
    let span = p.body.types[ty].span;
    let ends = |kind: T| matches!(kind, T::Comma | T::RParen | T::Eq | T::Semi | T::RBrace | T::Gt | T::LBrace);
    let const_pointer = p.at(T::Const) && p.nth(1) == T::Star;
    if !(matches!(p.cur(), T::And | T::AndAnd) && ends(p.nth(1)) || const_pointer) || span.hi != p.prev_span().hi {
        return false;
    }
    let base = p.text_of(span);
    let base = types::name(base).unwrap_or(base);
    let (ours, last) = if const_pointer { ("*", 1) } else { ("&mut ", 0) };
    let whole = span.to(p.span_at(last));
    let (fixed, what) = (format!("{ours}{base}"), if const_pointer { "pointer" } else { "reference" });
    p.report(|_| {
        let message = format!("the sign of a {what} type comes first");
        let how = if const_pointer { "write `*T`" } else { "write `&T`, or `&mut T` to write through it" };
        Diagnostic::error(FOREIGN_DECLARATION, whole, message).suggest(whole, fixed, how)
    });
    p.skip_tokens(last + 1);
    p.body.fail_type(ty);
    true
}

/// `raw const x`, `raw mut x` behind `&`: reported. The parser stands behind `raw` or `raw const`.
pub(in crate::parser) fn raw(p: &mut Parser<'_>) {
    if p.cur_text() != "raw" {
        return;
    }
    let read_only = usize::from(p.nth(1) == T::Const);
    let gap = Span::new(p.span().lo, p.span_at(1 + read_only).lo);
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span(), "there is no `&raw`").fix(
            gap,
            "",
            "a reference becomes a pointer by itself",
        )
    });
    p.skip_tokens(1 + read_only);
    p.reported = 0;
}
