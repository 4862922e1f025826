//! Items of C: prototypes, functions, variables, `typedef`.

use super::declarator::Ahead;
use super::*;

/// `int puts(const char *s);`, `extern int errno;` where a member of an extern block begins: reported and skipped. Returns where
/// its name is.
pub(in crate::parser) fn prototype(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name_span = declarator::p_span(p, found.name?);
    let name = p.text_of(name_span);
    let (fixed, what) = if ahead.cur() == T::LParen {
        let params = ahead.params()?;
        let each = |(name, ty): &(String, String)| {
            if name.is_empty() { ty.clone() } else { format!("{name}: {}", if ty == "char" { "i8" } else { ty }) }
        };
        let list: Vec<String> = params.iter().map(each).collect();
        // A `char` of C is a byte with a sign.
        let ret = if found.ty == "char" { "i8" } else { &found.ty };
        (format!("fn {name}({}){};", list.join(", "), declarator::result(ret)), "a function is declared with `fn`")
    } else {
        (format!("static mut {name}: {};", found.ty), "a variable of C is declared with `static`")
    };
    if !ahead.eat(T::Semi) {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    declarator::replace(p, whole, count, what, fixed, "write it like this");
    Some(name_span)
}

/// `int add(int a, int b) { … }`, `int puts(const char *);`, `static int n = 3;` where an item begins: reported and skipped.
/// Returns where its name is.
pub(in crate::parser) fn item(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = declarator::p_span(p, found.name?);
    if !found.sure || p.on_new_line_at(found.name?) {
        return None;
    }
    let at = ahead.at;
    if ahead.cur() == T::LParen {
        function(p, at, &found.ty, name)?
    } else {
        variable(p, at, &found.ty, name)
    }
    Some(name)
}

/// A function of C, of which the parameters begin `at` tokens ahead.
pub(in crate::parser) fn function(p: &mut Parser<'_>, at: usize, returns: &str, name: Span) -> Option<()> {
    let mut ahead = Ahead { p, at };
    let name = p.text_of(name);
    let params = ahead.params()?;
    let body = match ahead.cur() {
        T::LBrace => true,
        T::Semi => false,
        // C has nothing else behind its parameters.
        _ => return None,
    };
    ahead.at += usize::from(!body);
    let each = |(name, ty): &(String, String)| {
        if name.is_empty() { ty.clone() } else { format!("{name}: {ty}") }
    };
    let list = params.iter().map(each).collect::<Vec<_>>().join(", ");
    let list = if name == "main" { "" } else { &list };
    let mut fixed = format!("fn {name}({list}){}", declarator::result(returns));
    if !body {
        fixed = format!("extern \"C\" {{ {fixed}; }}");
    }
    let (whole, count) = (ahead.span(), ahead.at);
    let variadic = body && params.iter().any(|(name, _)| name.is_empty());
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "a function is declared with `fn`");
        match variadic {
            true => diagnostic.note("a function of Vex takes as many arguments as it declares"),
            false => diagnostic.suggest(whole, fixed, "write it like this"),
        }
    });
    (0..count).for_each(|_| p.bump());
    if body {
        p.skip_tree();
    }
    Some(())
}

/// A variable of C, of which the dimensions or the initializer stand `at` tokens ahead.
pub(in crate::parser) fn variable(p: &mut Parser<'_>, at: usize, ty: &str, name: Span) {
    let mut ahead = Ahead { p, at };
    let name = p.text_of(name);
    let constant = (p.at(T::Const)
        || p.at(T::Static) && p.nth(1) == T::Const
        || p.cur_text() == "constexpr"
        || p.nth(1) == T::Ident && p.text_of(declarator::p_span(p, 1)) == "constexpr")
        && !ty.starts_with('*');
    let word = if constant { "const" } else { "static mut" };
    let ty = ahead.dimensions(ty);
    // An initializer stays as it is, but for the brackets of an array.
    let value = match ahead.cur() {
        T::Semi => ty.as_deref().and_then(declarator::zero).map(|zero| format!(" = {zero}")),
        T::Eq if p.nth(ahead.at + 1) == T::LBrace => {
            ahead.at += 1;
            let list = ahead.list();
            list.filter(|_| ty.as_deref().is_some_and(|ty| ty.starts_with('['))).map(|list| format!(" = {list}"))
        }
        T::Eq if p.text_of(declarator::p_span(p, ahead.at + 1)) == "NULL" && p.nth(ahead.at + 2) == T::Semi => {
            ahead.at += 2;
            Some(" = null".to_string())
        }
        T::Eq => Some(String::new()),
        // Several variables, or no declaration of C.
        _ => None,
    };
    let (whole, count) = (ahead.span(), ahead.at);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "a type stands behind the name");
        match (ty, value) {
            (Some(ty), Some(value)) => {
                diagnostic.suggest(whole, format!("{word} {name}: {ty}{value}"), "write it like this")
            }
            _ => diagnostic.note(format!("a value for the whole program is written `{word} name: T = …;`")),
        }
    });
    (0..count).for_each(|_| p.bump());
    p.skip_item();
}

/// `[2][3]`, `[3] = {1, 2, 3}` behind the name of a variable of type `ty`, `at` tokens ahead: its type and value in Vex, and
/// where they end.
pub(in crate::parser) fn array(p: &Parser<'_>, at: usize, ty: &str) -> Option<(String, Span)> {
    let mut ahead = Ahead { p, at };
    let mut ty = ahead.dimensions(ty)?;
    match (ahead.cur(), p.nth(ahead.at + 1)) {
        (T::Semi, _) => ty.extend(declarator::zero(&ty).map(|zero| format!(" = {zero}"))),
        (T::Eq, T::LBrace) => {
            ahead.at += 1;
            ty = format!("{ty} = {}", ahead.list()?);
        }
        // The initializer is something else, and stays.
        _ => {}
    }
    Some((ty, declarator::p_span(p, ahead.at - 1)))
}

/// `typedef int number;`, `typedef struct { int x; } P;`, standing at its first word: reported and skipped. Returns where its
/// name is.
pub(in crate::parser) fn typedef(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 1 };
    let record = matches!(ahead.cur(), T::Struct | T::Enum) || ahead.cur() == T::Ident && ahead.text() == "union";
    let brace = 2 + usize::from(p.nth(2) == T::Ident);
    if let Some(found) = (record && p.nth(brace) == T::LBrace).then(|| c_fields::bit_field(p, brace)).flatten() {
        let end = p.level(1, usize::MAX).find(|(_, kind)| *kind == T::Semi)?.0;
        let name = (p.nth(end - 1) == T::Ident).then(|| declarator::p_span(p, end - 1))?;
        c_fields::report_bit_field(p, found);
        (0..=end).for_each(|_| p.bump());
        return Some(name);
    }
    let (name, fixed) = if record && p.nth(brace) == T::LBrace {
        let word = ahead.text();
        ahead.at = brace;
        let body = if word == "enum" {
            let close = p.closing(p.pos + brace);
            ahead.at = close + 1 - p.pos;
            p.text_of(declarator::p_span(p, brace).to(p.tokens.spans[close])).to_string()
        } else {
            ahead.fields()?.0
        };
        let name = (ahead.cur() == T::Ident).then_some(ahead.at)?;
        ahead.at += 1;
        (name, format!("{word} {} {body}", p.text_of(declarator::p_span(p, name))))
    } else {
        let found = ahead.declarator()?;
        let ty = ahead.dimensions(&found.ty)?;
        (found.name?, format!("type {} = {ty};", p.text_of(declarator::p_span(p, found.name?))))
    };
    if !ahead.eat(T::Semi) {
        return None;
    }
    let (whole, count, name) = (ahead.span(), ahead.at, declarator::p_span(p, name));
    let own = fixed.strip_prefix("type ").and_then(|t| t.trim_end_matches(';').split_once(" = "));
    if own.is_some_and(|(name, ty)| name == ty) {
        p.report(|_| {
            let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "there is no `typedef`");
            diagnostic.suggest(whole, "", "a struct has its name without it")
        });
        (0..count).for_each(|_| p.bump());
        return None;
    }
    declarator::replace(p, whole, count, "there is no `typedef`", fixed, "write it like this");
    Some(name)
}
