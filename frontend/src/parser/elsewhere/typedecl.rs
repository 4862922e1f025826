//! Types as Go and others declare them: `type T struct { x int }`, `type T int`, `const T = struct { … }`.

use super::*;

/// What a declaration of a type was to be.
pub(in crate::parser) struct Declared {
    pub name: Span,
    /// The fields, if it is a struct.
    pub fields: Option<Vec<Span>>,
}

/// `type T struct { … }`, `type T int`, `type T = struct { … }`, standing at `type`: reported and skipped.
pub(in crate::parser) fn type_item(p: &mut Parser<'_>) -> Option<Declared> {
    if p.nth(1) != T::Ident {
        return None;
    }
    let eq = p.nth(2) == T::Eq;
    let n = 2 + usize::from(eq);
    let name = p.span_at(1);
    let text = p.text_at(1);
    let record = matches!(p.nth(n), T::Struct | T::Enum) && p.nth(n + 1) == T::LBrace;
    if record {
        return Some(record_item(p, name, n));
    }
    if p.nth(n) == T::Ident && p.text_at(n) == "interface" && p.nth(n + 1) == T::LBrace {
        let last = p.close_at(n + 1);
        p.report(|p| {
            Diagnostic::error(FOREIGN_DECLARATION, p.span().to(p.span_at(n)), "an interface is a trait")
                .note(format!("it is written `trait {text} {{ fn f(&self) -> i32; }}`"))
        });
        p.skip_tokens(last + 1);
        return Some(Declared { name, fields: None });
    }
    // Vex has its `=` there, unless an incomplete type ends.
    let foreign = !eq && matches!(p.nth(n), T::Ident | T::Star | T::LBracket | T::And | T::Fn) && !p.on_new_line_at(n);
    let found = types::at(p, n).filter(|_| foreign)?;
    let semi = p.nth(found.end) == T::Semi;
    let whole = p.span().to(p.span_at(found.end - 1 + usize::from(semi)));
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "an alias is written `type Name = T;`");
        match found.text {
            Some(ty) => diagnostic.suggest(whole, format!("type {text} = {ty};"), "write it like this"),
            None => diagnostic,
        }
    });
    p.skip_tokens(found.end + usize::from(semi));
    Some(Declared { name, fields: None })
}

/// `const T = struct { … };`, standing at `const`: reported and skipped.
pub(in crate::parser) fn const_item(p: &mut Parser<'_>) -> Option<Declared> {
    let mut n = 3;
    while p.nth(n) == T::Extern || p.nth(n) == T::Ident && matches!(p.text_at(n), "packed") {
        n += 1;
    }
    let record = (p.nth(1), p.nth(2)) == (T::Ident, T::Eq) && matches!(p.nth(n), T::Struct | T::Enum);
    let brace = if p.nth(n + 1) == T::LParen { p.close_at(n + 1) + 1 } else { n + 1 };
    (record && p.nth(brace) == T::LBrace).then(|| record_item(p, p.span_at(1), n))
}

/// A struct or enum whose keyword is `n` tokens ahead.
fn record_item(p: &mut Parser<'_>, name: Span, n: usize) -> Declared {
    let brace = if p.nth(n + 1) == T::LParen { p.close_at(n + 1) + 1 } else { n + 1 };
    let last = p.close_at(brace);
    let is_enum = p.nth(n) == T::Enum;
    let word = if is_enum { "enum" } else { "struct" };
    let body = match is_enum {
        true => Some(p.text_of(p.span_at(brace).to(p.span_at(last))).to_string()),
        false => fields(p, brace, last).map(|(text, _)| text),
    };
    let names = fields(p, brace, last).map(|(_, names)| names).filter(|_| !is_enum);
    let semi = p.nth(last + 1) == T::Semi;
    let whole = p.span().to(p.span_at(last + usize::from(semi)));
    let fixed = body.map(|body| format!("{word} {} {body}", p.text_of(name)));
    p.report(|p| {
        let message = format!("{} {word} begins with its keyword", if is_enum { "an" } else { "a" });
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, p.span().to(p.span_at(n)), message);
        match fixed {
            Some(fixed) => diagnostic.suggest(whole, fixed, "write it like this"),
            None => diagnostic.note(format!("it is written `{word} {} {{ … }}`", p.text_of(name))),
        }
    });
    p.skip_tokens(last + 1 + usize::from(semi));
    Declared { name, fields: names }
}

/// `{ x, y int; z string }`: the same fields in Vex, with all that stands between them, and their names.
pub(in crate::parser) fn fields(p: &Parser<'_>, open: usize, close: usize) -> Option<(String, Vec<Span>)> {
    let (mut text, mut names) = (String::from("{"), Vec::new());
    let (mut at, mut taken) = (open + 1, p.span_at(open).hi);
    while at < close {
        text.push_str(p.text_of(Span::new(taken, p.span_at(at).lo)));
        let mut own = vec![at];
        while p.nth(at) == T::Ident && p.nth(at + 1) == T::Comma && p.nth(at + 2) == T::Ident {
            at += 2;
            own.push(at);
        }
        // C's type stands first.
        let first = p.nth(at + 1) == T::Ident && types::is_type_name(p.text_at(at));
        if p.nth(at) != T::Ident || first {
            return None;
        }
        let ty = at + 1 + usize::from(p.nth(at + 1) == T::Colon);
        let found = types::at(p, ty)?;
        let ours = found.text?;
        let all: Vec<String> = own.iter().map(|n| format!("{}: {ours}", p.text_at(*n))).collect();
        text.push_str(&all.join(", "));
        names.extend(own.iter().map(|n| p.span_at(*n)));
        at = found.end;
        taken = p.span_at(at - 1).hi;
        // A tag of Go's.
        if p.nth(at).is_literal() || p.nth(at) == T::BadLit {
            return None;
        }
        let separated = matches!(p.nth(at), T::Semi | T::Comma);
        if at < close && !separated && !p.on_new_line_at(at) {
            return None;
        }
        if separated {
            taken = p.span_at(at).hi;
            at += 1;
        }
        if at < close || p.text_of(Span::new(taken, p.span_at(close).lo)).contains('\n') {
            text.push(',');
        }
    }
    text.push_str(p.text_of(Span::new(taken, p.span_at(close).hi)));
    (!names.is_empty()).then_some((text, names))
}

/// `func add(a, b int) int { … }`, standing at `func`: what its head is in Vex, and how many tokens that has.
pub(in crate::parser) fn function(p: &Parser<'_>) -> (Option<String>, usize) {
    let word = (Some("fn".to_string()), 1);
    // A method, or something that is not recognised.
    if p.nth(1) != T::Ident || p.nth(2) != T::LParen {
        return if p.nth(1) == T::Ident { word } else { (None, 1) };
    }
    let close = p.close_at(2);
    let Some(brace) = p.level(close + 1, close + 60).find(|(n, kind)| *kind == T::LBrace || p.on_new_line_at(*n))
    else {
        return (None, 1);
    };
    if brace.1 != T::LBrace {
        return (None, 1);
    }
    let brace = brace.0;
    let fixed = params(p, 2, close).and_then(|params| {
        let result = match close + 1 == brace {
            true => String::new(),
            false => {
                let from = close + 1 + usize::from(matches!(p.nth(close + 1), T::Arrow | T::Colon));
                match types::at(p, from).filter(|found| found.end == brace)?.text? {
                    void if void == "void" => String::new(),
                    ty => format!(" -> {ty}"),
                }
            }
        };
        Some(format!("fn {}({params}){result}", p.text_at(1)))
    });
    (fixed, brace)
}

/// `(a, b int, c string)` as parameters of Vex.
pub(in crate::parser) fn params(p: &Parser<'_>, open: usize, close: usize) -> Option<String> {
    let mut list: Vec<String> = Vec::new();
    let mut at = open + 1;
    while at < close {
        let mut own = Vec::new();
        // Swift has a name for callers, too.
        at += usize::from(p.nth(at) == T::Underscore && p.nth(at + 1) == T::Ident);
        while p.nth(at) == T::Ident && p.nth(at + 1) == T::Comma && p.nth(at + 2) == T::Ident {
            own.push(at);
            at += 2;
        }
        if p.nth(at) != T::Ident {
            return None;
        }
        own.push(at);
        let found = types::at(p, at + 1 + usize::from(p.nth(at + 1) == T::Colon))?;
        let ours = found.text?;
        list.extend(own.iter().map(|n| format!("{}: {ours}", p.text_at(*n))));
        at = found.end;
        if at < close && p.nth(at) != T::Comma {
            return None;
        }
        at += 1;
    }
    Some(list.join(", "))
}

/// The body of a class, from the brace on: with functions, labels for access, or values of fields. Reported and skipped.
pub(in crate::parser) fn class_body(p: &mut Parser<'_>) -> bool {
    let label = |n: usize| {
        p.nth(n) == T::Ident && p.nth(n + 1) == T::Colon && matches!(p.text_at(n), "public" | "private" | "protected")
    };
    // Its first line shows whether it is one of Vex's.
    let first = match (p.nth(1), p.nth(2)) {
        (T::Ident, T::Colon) => label(1),
        (T::Ident, T::Ident | T::Star | T::And | T::Lt | T::ColonColon | T::LParen) | (T::Const | T::Static, _) => true,
        (T::Tilde, _) => true,
        _ => false,
    };
    if !first {
        return false;
    }
    let close = p.close_at(0);
    let found = p.level(1, close).find(|(n, kind)| {
        label(*n)
            || *kind == T::Eq
            || *kind == T::ColonColon
            || *kind == T::Tilde
            || *kind == T::LParen && p.nth(n - 1) == T::Ident && p.nth(n + 1) != T::Star
    });
    if found.is_none() {
        return false;
    }
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span_at(1), "a struct of Vex has fields alone, written `name: T`")
            .note("its functions stand in an `impl`, its values in literals: `P { x: 1 }`; `pub` stands in front of each field")
    });
    p.skip_tree();
    p.eat(T::Semi);
    true
}

/// `: T` behind the name of an enum, as C23 has it: reported and skipped. `start`: where the enum begins.
pub(in crate::parser) fn representation(p: &mut Parser<'_>, start: Span) {
    let Some(found) = types::at(p, 1).filter(|found| p.nth(found.end) == T::LBrace) else { return };
    let whole = p.span().to(p.span_at(found.end - 1));
    let head = p.text_of(start.to(p.prev_span())).to_string();
    p.report(|_| {
        let message = "the type of an enum's numbers stands in an attribute";
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, message).label("not behind its name");
        match found.text {
            Some(ty) => diagnostic.suggest(start.to(whole), format!("#[repr({ty})]\n{head}"), "write it like this"),
            None => diagnostic,
        }
    });
    p.skip_tokens(found.end);
}

/// `a int`, standing at the type of a parameter whose pattern is `pat`: reported and skipped.
pub(in crate::parser) fn param(p: &mut Parser<'_>, pat: PatId) -> Option<Span> {
    if !matches!(p.body.pat(pat), PatKind::Bind { .. }) || !types::is_type_name(p.cur_text()) {
        return None;
    }
    let found = types::at(p, 0).filter(|found| matches!(p.nth(found.end), T::Comma | T::RParen))?;
    let name = p.prev_span();
    if types::is_type_name(p.text_of(name)) {
        return None;
    }
    let whole = name.to(p.span_at(found.end - 1));
    if p.pos >= p.mended {
        // Those that follow are written alike.
        let close = p.level(0, 1000).last().map_or(1, |(n, _)| n + 1);
        let rest = if p.nth(found.end) == T::RParen { Some(String::new()) } else { params(p, found.end, close) };
        let (last, rest) = rest.map_or((found.end, None), |rest| (close, Some(rest)));
        let comma = if rest.as_ref().is_some_and(|rest| !rest.is_empty()) { ", " } else { "" };
        let fixed = found.text.map(|ty| format!("{}: {ty}{comma}{}", p.text_of(name), rest.unwrap_or_default()));
        let all = name.to(p.span_at(last - 1));
        p.mended = p.pos + last;
        p.report(|_| {
            let diagnostic =
                Diagnostic::error(FOREIGN_DECLARATION, whole, "a colon stands between a parameter and its type");
            match fixed {
                Some(fixed) => diagnostic.suggest(all, fixed, "write `name: type`"),
                None => diagnostic,
            }
        });
    }
    p.skip_tokens(found.end);
    Some(whole)
}

/// `var x: Int`, `case A` where a field or variant begins: the word is reported with all that follow in the braces, and taken.
pub(in crate::parser) fn words(p: &mut Parser<'_>, is_word: impl Fn(&str) -> bool) {
    if p.pos < p.words {
        return p.bump();
    }
    let word = p.cur_text();
    let begins = |n: usize| p.nth(n) == T::Ident && is_word(p.text_at(n)) && p.nth(n + 1) == T::Ident;
    let (mut edits, mut last) = (Vec::new(), 0);
    for (n, kind) in p.level(0, 10_000) {
        last = n;
        if !begins(n) {
            continue;
        }
        // Where a new line separates them, a comma does it here.
        let comma = n > 0 && p.on_new_line_at(n) && kind == T::Ident && !matches!(p.nth(n - 1), T::Comma | T::Semi);
        if comma {
            edits.push((p.span_at(n - 1).end(), ","));
        }
        let public = if p.text_at(n) == "public" { "pub " } else { "" };
        edits.push((Span::new(p.span_at(n).lo, p.span_at(n + 1).lo), public));
    }
    let whole = edits.first().map_or(Span::NONE, |edit| edit.0).to(edits.last().map_or(Span::NONE, |edit| edit.0));
    let (mut fixed, mut taken) = (String::new(), whole.lo);
    for (span, ours) in &edits {
        fixed.push_str(p.text_of(Span::new(taken, span.lo)));
        fixed.push_str(ours);
        taken = span.hi;
    }
    let gap = Span::new(p.span().lo, p.span_at(1).lo);
    p.report(|_| {
        let message = format!("there is no `{word}` in front of a name here");
        let how = if word == "public" { "it is `pub`" } else { "leave it out" };
        Diagnostic::error(UNEXPECTED_TOKEN, gap, message).fix(whole, fixed, how)
    });
    p.words = p.pos + last + 1;
    p.bump();
    p.reported = 0;
}

/// `var x = 3;`, `var x int`, standing at `var`: the head of a static, and what it stands for.
pub(in crate::parser) fn variable(p: &Parser<'_>) -> Option<(Span, String)> {
    if p.nth(1) != T::Ident {
        return None;
    }
    let name = p.text_at(1);
    let ends = |n: usize| p.nth(n) == T::Semi || p.nth(n) == T::Eof || p.on_new_line_at(n);
    let semi = |n: usize| if p.nth(n) == T::Semi { "" } else { ";" };
    if p.nth(2) == T::Eq {
        let ty = p.plain_type_of(3).filter(|_| ends(4))?;
        let whole = p.span().to(p.span_at(3));
        return Some((whole, format!("static mut {name}: {ty} = {}{}", p.text_at(3), semi(4))));
    }
    let found = types::at(p, 2 + usize::from(p.nth(2) == T::Colon))?;
    let ty = found.text?;
    let (value, last) = match p.nth(found.end) {
        T::Eq if p.plain_type_of(found.end + 1).is_some() => (p.text_at(found.end + 1).to_string(), found.end + 1),
        _ if ends(found.end) => (declarator::zero(&ty)?, found.end - 1),
        _ => return None,
    };
    ends(last + 1)
        .then(|| (p.span().to(p.span_at(last)), format!("static mut {name}: {ty} = {value}{}", semi(last + 1))))
}
