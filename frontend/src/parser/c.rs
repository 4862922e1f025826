//! Declarations as C writes them, and what they are in Vex: prototypes, functions, variables, structs, `typedef`, parameters,
//! fields, casts.

use super::*;

const E0025: Code = Code("E0025");
const E0026: Code = Code("E0026");

/// How many tokens of a declaration are looked at: none that somebody wrote has more.
const LIMIT: usize = 300;

/// A type's specifiers and stars.
struct Base {
    /// In Vex.
    text: String,
    /// Whether it can only be a type of C: it has a keyword, a known name or a star.
    sure: bool,
}

/// A name and its type.
struct Declarator {
    /// The token that is the name; `None` where a prototype leaves it out.
    name: Option<usize>,
    ty: String,
    sure: bool,
}

/// A cursor over the tokens in front of the parser, which stays where it is.
struct Ahead<'p, 'a> {
    p: &'p Parser<'a>,
    at: usize,
}

impl<'p, 'a> Ahead<'p, 'a> {
    fn cur(&self) -> T {
        if self.at > LIMIT { T::Eof } else { self.p.nth(self.at) }
    }

    fn text(&self) -> &'a str {
        self.p.tokens.spans.get(self.p.pos + self.at).map_or("", |s| self.p.text_of(*s))
    }

    fn eat(&mut self, kind: T) -> bool {
        let there = self.cur() == kind;
        self.at += usize::from(there);
        there
    }

    /// `const unsigned char *const *`
    fn base(&mut self) -> Option<Base> {
        let (mut words, mut sure, mut read_only) = (Vec::new(), false, false);
        let mut named = false;
        loop {
            let text = self.text();
            match self.cur() {
                T::Const => read_only = true,
                T::Struct | T::Enum if !named => {
                    self.at += 1;
                    if self.cur() != T::Ident {
                        return None;
                    }
                    words = vec![self.text()];
                    (named, sure) = (true, true);
                }
                T::Extern | T::Static if words.is_empty() => {}
                T::Ident if text == "constexpr" => read_only = true,
                T::Ident
                    if matches!(
                        text,
                        "volatile"
                            | "register"
                            | "inline"
                            | "restrict"
                            | "__restrict"
                            | "__inline"
                            | "_Noreturn"
                            | "thread_local"
                            | "_Thread_local"
                            | "constinit"
                    ) => {}
                T::Ident if matches!(text, "unsigned" | "signed" | "long" | "short") => {
                    words.push(text);
                    sure = true;
                }
                T::Ident if !named && (words.is_empty() || matches!(text, "int" | "char" | "double")) => {
                    words.push(text);
                    named = true;
                }
                _ => break,
            }
            self.at += 1;
        }
        let last = *words.last()?;
        sure |= hints::is_type_name(last);
        let mut stars = 0;
        loop {
            match self.cur() {
                T::Star => stars += 1,
                T::Const => {}
                T::Ident if stars > 0 && self.text().trim_matches('_') == "restrict" => {}
                _ => break,
            }
            self.at += 1;
        }
        Some(Base { text: hints::in_vex(&words, stars, read_only), sure: sure || stars > 0 })
    }

    /// `int n`, `char *argv[]`, `int (*cmp)(const void *, const void *)`, with or without a name.
    fn declarator(&mut self) -> Option<Declarator> {
        let base = self.base()?;
        if self.cur() == T::LParen && self.p.nth(self.at + 1) == T::Star {
            self.at += 2;
            let name = (self.cur() == T::Ident).then_some(self.at);
            self.at += usize::from(name.is_some());
            if !self.eat(T::RParen) {
                return None;
            }
            let params: Vec<String> = self.params()?.into_iter().map(|(_, ty)| ty).collect();
            let ty = format!("extern \"C\" fn({}){}", params.join(", "), result(&base.text));
            return Some(Declarator { name, ty, sure: true });
        }
        let name = (self.cur() == T::Ident).then_some(self.at);
        self.at += usize::from(name.is_some());
        Some(Declarator { name, ty: base.text, sure: base.sure })
    }

    /// `(int a, const char *, ...)`: names and types.
    fn params(&mut self) -> Option<Vec<(String, String)>> {
        if !self.eat(T::LParen) {
            return None;
        }
        let mut params = Vec::new();
        if self.cur() == T::Ident && self.text() == "void" && self.p.nth(self.at + 1) == T::RParen {
            self.at += 1;
        }
        while self.cur() != T::RParen {
            if self.eat(T::Ellipsis) {
                params.push((String::new(), "...".to_string()));
            } else {
                let found = self.declarator()?;
                let name = found.name.map_or("_", |at| self.p.text_of(self.p.tokens.spans[self.p.pos + at]));
                let mut ty = found.ty;
                while self.cur() == T::LBracket {
                    ty = format!("*mut {ty}");
                    while !matches!(self.cur(), T::RBracket | T::Eof) {
                        self.at += 1;
                    }
                    self.at += 1;
                }
                params.push((name.to_string(), ty));
            }
            if !self.eat(T::Comma) {
                break;
            }
        }
        self.eat(T::RParen).then_some(params)
    }

    /// `[4]` or `[]` behind a declarator, around `ty`.
    fn dimensions(&mut self, ty: &str) -> Option<String> {
        let mut lengths = Vec::new();
        while self.eat(T::LBracket) {
            let length = self.text();
            if !matches!(self.cur(), T::Int | T::Ident) {
                return None;
            }
            self.at += 1;
            lengths.push(length);
            if !self.eat(T::RBracket) {
                return None;
            }
        }
        // Of arrays, a `char` is a byte of a text.
        let ty = if ty == "char" && !lengths.is_empty() { "u8" } else { ty };
        // The last brackets are those of the innermost array.
        Some(lengths.iter().rev().fold(ty.to_string(), |ty, length| format!("[{ty}; {length}]")))
    }

    /// `{ int x, y; }` from the brace on: the same fields in Vex, with all that stands between them, and their names.
    fn fields(&mut self) -> Option<(String, Vec<Span>)> {
        let (mut text, mut names) = (String::from("{"), Vec::new());
        let mut taken = self.here().end();
        if !self.eat(T::LBrace) {
            return None;
        }
        while self.cur() != T::RBrace {
            text.push_str(self.p.text_of(Span::new(taken.lo, self.here().lo)));
            let first = self.at;
            let base = self.base()?;
            let base_end = self.at;
            loop {
                let stars = (first..base_end).filter(|at| self.p.nth(*at) == T::Star).count();
                let (name, ty) = if self.at == base_end {
                    self.at = first;
                    let field = self.declarator()?;
                    (field.name?, field.ty)
                } else {
                    // `int *p, *q;` has a star for each; one without says something else than its neighbours.
                    if self.eat_stars() != stars || self.cur() != T::Ident {
                        return None;
                    }
                    self.at += 1;
                    (self.at - 1, base.text.clone())
                };
                let name = self.p.tokens.spans[self.p.pos + name];
                names.push(name);
                let ty = self.dimensions(&ty)?;
                // A `char` of C is a byte with a sign.
                let ty = if ty == "char" { "i8" } else { &ty };
                text.push_str(&format!("{}: {ty},", self.p.text_of(name)));
                if !self.eat(T::Comma) {
                    break;
                }
                text.push(' ');
            }
            if self.cur() != T::Semi {
                return None;
            }
            taken = self.here().end();
            self.at += 1;
        }
        let gap = self.p.text_of(Span::new(taken.lo, self.here().lo));
        if !gap.contains('\n') {
            text.truncate(text.trim_end_matches(',').len());
        }
        text.push_str(gap);
        text.push('}');
        self.at += 1;
        (!names.is_empty()).then_some((text, names))
    }

    /// `{1, 2}`, as the initializer of an array, from the brace on: the same in Vex. `None` where it names what it initializes;
    /// the cursor is behind it all the same.
    fn list(&mut self) -> Option<String> {
        let (open, close) = (self.p.pos + self.at, self.p.closing(self.p.pos + self.at));
        self.at = close + 1 - self.p.pos;
        let (kinds, spans) = (&self.p.tokens.kinds, &self.p.tokens.spans);
        if kinds[open..close].contains(&T::Eq) {
            return None;
        }
        let (mut text, mut taken) = (String::new(), spans[open].lo);
        for at in open..=close {
            let ours = match kinds[at] {
                T::LBrace => "[",
                T::RBrace => "]",
                // Everything else is written alike.
                _ => continue,
            };
            text.push_str(self.p.text_of(Span::new(taken, spans[at].lo)));
            text.push_str(ours);
            taken = spans[at].hi;
        }
        Some(text)
    }

    fn eat_stars(&mut self) -> usize {
        let from = self.at;
        while self.eat(T::Star) {}
        self.at - from
    }

    fn here(&self) -> Span {
        self.p.tokens.spans.get(self.p.pos + self.at).copied().unwrap_or_else(|| self.p.span())
    }

    /// From the parser's token to the one in front of the cursor.
    fn span(&self) -> Span {
        self.p.span().to(self.p.tokens.spans[self.p.pos + self.at - 1])
    }
}

/// ` -> T`, or nothing for `void`.
fn result(ty: &str) -> String {
    if ty == "void" { String::new() } else { format!(" -> {ty}") }
}

/// `int puts(const char *s);`, `extern int errno;` where a member of an extern block begins: reported and skipped. Returns where
/// its name is.
pub(super) fn prototype(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name_span = p_span(p, found.name?);
    let name = p.text_of(name_span);
    let (fixed, what) = if ahead.cur() == T::LParen {
        let params = ahead.params()?;
        let each = |(name, ty): &(String, String)| {
            if name.is_empty() { ty.clone() } else { format!("{name}: {}", if ty == "char" { "i8" } else { ty }) }
        };
        let list: Vec<String> = params.iter().map(each).collect();
        // A `char` of C is a byte with a sign.
        let ret = if found.ty == "char" { "i8" } else { &found.ty };
        (format!("fn {name}({}){};", list.join(", "), result(ret)), "a function is declared with `fn`")
    } else {
        (format!("static mut {name}: {};", found.ty), "a variable of C is declared with `static`")
    };
    if !ahead.eat(T::Semi) {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    replace(p, whole, count, what, fixed, "write it like this");
    Some(name_span)
}

/// The zero of a type, where it has a literal.
pub(super) fn zero(ty: &str) -> Option<String> {
    if let Some((element, length)) =
        ty.strip_prefix('[').and_then(|t| t.strip_suffix(']')).and_then(|t| t.rsplit_once("; "))
    {
        return Some(format!("[{}; {length}]", zero(element)?));
    }
    Some(
        match ty {
            "f32" | "f64" => "0.0",
            "bool" => "false",
            "char" => "'\\0'",
            _ if ty.starts_with('*') => "null",
            _ => vex_ir::ty::IntTy::from_name(ty).map(|_| "0")?,
        }
        .to_string(),
    )
}

/// `int add(int a, int b) { … }`, `int puts(const char *);`, `static int n = 3;` where an item begins: reported and skipped.
/// Returns where its name is.
pub(super) fn item(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = p_span(p, found.name?);
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
fn function(p: &mut Parser<'_>, at: usize, returns: &str, name: Span) -> Option<()> {
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
    let mut fixed = format!("fn {name}({list}){}", result(returns));
    if !body {
        fixed = format!("extern \"C\" {{ {fixed}; }}");
    }
    let (whole, count) = (ahead.span(), ahead.at);
    let variadic = body && params.iter().any(|(name, _)| name.is_empty());
    p.report(|_| {
        let diagnostic = Diagnostic::error(E0026, whole, "a function is declared with `fn`");
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
fn variable(p: &mut Parser<'_>, at: usize, ty: &str, name: Span) {
    let mut ahead = Ahead { p, at };
    let name = p.text_of(name);
    let constant = (p.at(T::Const)
        || p.cur_text() == "constexpr"
        || p.nth(1) == T::Ident && p.text_of(p_span(p, 1)) == "constexpr")
        && !ty.starts_with('*');
    let word = if constant { "const" } else { "static mut" };
    let ty = ahead.dimensions(ty);
    // An initializer stays as it is, but for the brackets of an array.
    let value = match ahead.cur() {
        T::Semi => ty.as_deref().and_then(zero).map(|zero| format!(" = {zero}")),
        T::Eq if p.nth(ahead.at + 1) == T::LBrace => {
            ahead.at += 1;
            let list = ahead.list();
            list.filter(|_| ty.as_deref().is_some_and(|ty| ty.starts_with('['))).map(|list| format!(" = {list}"))
        }
        T::Eq if p.text_of(p_span(p, ahead.at + 1)) == "NULL" && p.nth(ahead.at + 2) == T::Semi => {
            ahead.at += 2;
            Some(" = null".to_string())
        }
        T::Eq => Some(String::new()),
        // Several of them, or nothing that C has.
        _ => None,
    };
    let (whole, count) = (ahead.span(), ahead.at);
    p.report(|_| {
        let diagnostic = Diagnostic::error(E0026, whole, "a type stands behind the name");
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
pub(super) fn array(p: &Parser<'_>, at: usize, ty: &str) -> Option<(String, Span)> {
    let mut ahead = Ahead { p, at };
    let mut ty = ahead.dimensions(ty)?;
    match (ahead.cur(), p.nth(ahead.at + 1)) {
        (T::Semi, _) => ty.extend(zero(&ty).map(|zero| format!(" = {zero}"))),
        (T::Eq, T::LBrace) => {
            ahead.at += 1;
            ty = format!("{ty} = {}", ahead.list()?);
        }
        // The initializer is something else, and stays.
        _ => {}
    }
    Some((ty, p_span(p, ahead.at - 1)))
}

/// `typedef int number;`, `typedef struct { int x; } P;`, standing at its first word: reported and skipped. Returns where its
/// name is.
pub(super) fn typedef(p: &mut Parser<'_>) -> Option<Span> {
    let mut ahead = Ahead { p, at: 1 };
    let record = matches!(ahead.cur(), T::Struct | T::Enum) || ahead.cur() == T::Ident && ahead.text() == "union";
    let brace = 2 + usize::from(p.nth(2) == T::Ident);
    if let Some(found) = (record && p.nth(brace) == T::LBrace).then(|| bit_field(p, brace)).flatten() {
        let end = p.level(1, usize::MAX).find(|(_, kind)| *kind == T::Semi)?.0;
        let name = (p.nth(end - 1) == T::Ident).then(|| p_span(p, end - 1))?;
        report_bit_field(p, found);
        (0..=end).for_each(|_| p.bump());
        return Some(name);
    }
    let (name, fixed) = if record && p.nth(brace) == T::LBrace {
        let word = ahead.text();
        ahead.at = brace;
        let body = if word == "enum" {
            let close = p.closing(p.pos + brace);
            ahead.at = close + 1 - p.pos;
            p.text_of(p_span(p, brace).to(p.tokens.spans[close])).to_string()
        } else {
            ahead.fields()?.0
        };
        let name = (ahead.cur() == T::Ident).then_some(ahead.at)?;
        ahead.at += 1;
        (name, format!("{word} {} {body}", p.text_of(p_span(p, name))))
    } else {
        let found = ahead.declarator()?;
        let ty = ahead.dimensions(&found.ty)?;
        (found.name?, format!("type {} = {ty};", p.text_of(p_span(p, found.name?))))
    };
    if !ahead.eat(T::Semi) {
        return None;
    }
    let (whole, count, name) = (ahead.span(), ahead.at, p_span(p, name));
    let own = fixed.strip_prefix("type ").and_then(|t| t.trim_end_matches(';').split_once(" = "));
    if own.is_some_and(|(name, ty)| name == ty) {
        p.report(|_| {
            let diagnostic = Diagnostic::error(E0026, whole, "there is no `typedef`");
            diagnostic.suggest(whole, "", "a struct has its name without it")
        });
        (0..count).for_each(|_| p.bump());
        return None;
    }
    replace(p, whole, count, "there is no `typedef`", fixed, "write it like this");
    Some(name)
}

/// The first bit-field in the body of a struct whose brace is `at` tokens ahead: from its name, or type, to its width.
fn bit_field(p: &Parser<'_>, at: usize) -> Option<Span> {
    let text = |n: usize| p.text_of(p_span(p, n));
    // `a: 3` is a field whose type is wrong.
    let is_bits = |n: usize| {
        let ends = p.nth(n + 1) == T::Int && matches!(p.nth(n + 2), T::Semi | T::Comma | T::RBrace);
        let typed = matches!(p.nth(n - 2), T::Ident | T::Colon) || hints::is_type_name(text(n - 1));
        ends && p.nth(n - 1) == T::Ident && typed
    };
    let colon = p.level(at + 1, usize::MAX).find(|(n, kind)| *kind == T::Colon && *n >= at + 2 && is_bits(*n))?.0;
    Some(p_span(p, colon - 1).to(p_span(p, colon + 1)))
}

fn report_bit_field(p: &mut Parser<'_>, span: Span) {
    p.report(|_| {
        Diagnostic::error(E0025, span, "there are no bit-fields")
            .note("one integer holds them: `flags: u32`, of which `flags >> 3 & 0x7` is three bits")
    });
}

/// The body of a struct with bit-fields: reported and skipped. Returns where the names of its fields are.
pub(super) fn bit_fields(p: &mut Parser<'_>) -> Option<Vec<Span>> {
    let found = bit_field(p, 0)?;
    let ends = |kind: T| matches!(kind, T::Colon | T::Semi | T::Comma | T::LBracket | T::RBrace);
    let names: Vec<Span> = p
        .level(1, usize::MAX)
        .filter(|(n, kind)| *kind == T::Ident && ends(p.nth(n + 1)) && p.nth(n - 1) != T::Colon)
        .map(|(n, _)| p_span(p, n))
        .filter(|name| !hints::is_type_name(p.text_of(*name)))
        .collect();
    report_bit_field(p, found);
    p.skip_tree();
    Some(names)
}

/// `{ int x; float y; }`, the body of a struct, and the `;` that C has behind it: reported and skipped. Returns where the names
/// of the fields are.
pub(super) fn struct_body(p: &mut Parser<'_>) -> Option<Vec<Span>> {
    if matches!(p.nth(1), T::RBrace | T::Hash | T::Pub) || p.nth(2) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 1 };
    let (first, found) = (ahead.here(), ahead.declarator()?);
    if !found.sure || found.name.is_none() {
        return None;
    }
    let declared = first.to(p_span(p, ahead.at - 1));
    ahead.at = 0;
    let (fixed, names) = ahead.fields()?;
    ahead.eat(T::Semi);
    let (whole, count) = (ahead.span(), ahead.at);
    p.report(|_| {
        let diagnostic = Diagnostic::error(E0026, declared, "the name of a field comes before its type");
        diagnostic.suggest(whole, fixed, "write `name: type`")
    });
    (0..count).for_each(|_| p.bump());
    Some(names)
}

/// `sizeof(struct P)`, `sizeof(char *)`: reported and skipped.
pub(super) fn size_of(p: &mut Parser<'_>) -> Option<ExprId> {
    let function = if p.cur_text() == "sizeof" { "size_of" } else { "align_of" };
    let mut ahead = Ahead { p, at: 2 };
    let base = ahead.base()?;
    if !base.sure || !ahead.eat(T::RParen) {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    let ty = if base.text == "char" { "u8" } else { &base.text };
    let fixed = format!("{function}::<{ty}>()");
    replace(p, whole, count, "the size of a type is asked with `::<…>`", fixed, "write it like this");
    Some(p.error_expr(whole))
}

/// `(struct P){ .x = 1 }`, standing at the parenthesis: reported and skipped.
pub(super) fn compound_literal(p: &mut Parser<'_>) -> Option<ExprId> {
    let name = 1 + usize::from(p.nth(1) == T::Struct);
    let literal = (p.nth(name), p.nth(name + 1), p.nth(name + 2)) == (T::Ident, T::RParen, T::LBrace);
    if p.context.no_struct || !literal {
        return None;
    }
    let (open, close) = (p.pos + name + 2, p.closing(p.pos + name + 2));
    let mut fixed = format!("{} ", p.text_of(p_span(p, name)));
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
        let diagnostic = Diagnostic::error(E0026, whole, "a struct literal has no parentheses around its type");
        match named {
            true => diagnostic.suggest(whole, fixed, "write it like this"),
            false => diagnostic.note("it is written `P { x: 1, y: 2 }`"),
        }
    });
    (0..count).for_each(|_| p.bump());
    Some(p.error_expr(whole))
}

/// `static_cast<int>(e)`: reported and skipped.
pub(super) fn named_cast(p: &mut Parser<'_>) -> Option<ExprId> {
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
    replace(
        p,
        whole,
        count,
        "a cast is written behind its operand",
        format!("{inside} as {}", base.text),
        "write `e as T`",
    );
    Some(p.error_expr(whole))
}

/// Reports what C writes in the next `count` tokens, offers what stands for it, and goes on behind them.
fn replace(p: &mut Parser<'_>, whole: Span, count: usize, what: &str, fixed: String, how: &str) {
    p.report(|_| Diagnostic::error(E0026, whole, what).suggest(whole, fixed, how));
    (0..count).for_each(|_| p.bump());
}

fn p_span(p: &Parser<'_>, ahead: usize) -> Span {
    p.tokens.spans[p.pos + ahead]
}

/// `const char *s` where a parameter begins, up to `,` or `)`: reported and skipped. Returns where its name is.
pub(super) fn param(p: &mut Parser<'_>) -> Option<Span> {
    // A pattern and its type, as nearly always.
    if p.at(T::Ident) && p.nth(1) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = p_span(p, found.name?);
    if !matches!(ahead.cur(), T::Comma | T::RParen) || ahead.at < 2 {
        return None;
    }
    let (whole, count) = (ahead.span(), ahead.at);
    if p.pos >= p.mended {
        let (end, fixed) = params_from_here(p, whole, &format!("{}: {}", p.text_of(name), found.ty));
        p.mended = end;
        let all = p.span().to(p.tokens.spans[end - 1]);
        let what = "the name of a parameter comes before its type";
        p.report(|_| Diagnostic::error(E0026, whole, what).suggest(all, fixed, "write `name: type`"));
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
        text.push_str(p.text_of(Span::new(taken, p_span(p, start).lo)));
        text.push_str(&format!("{}: {ty}", p.text_of(p_span(p, name))));
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
pub(super) fn field(p: &mut Parser<'_>) -> Option<Span> {
    if p.at(T::Ident) && p.nth(1) == T::Colon {
        return None;
    }
    let mut ahead = Ahead { p, at: 0 };
    let found = ahead.declarator()?;
    let name = p_span(p, found.name?);
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
    replace(p, whole, count, "the name of a field comes before its type", fixed, "write `name: type`");
    Some(name)
}

/// `(char *)p`, standing at the parenthesis: reported. The operand is parsed; what the cast makes is not known.
pub(super) fn cast(p: &mut Parser<'_>) -> Option<ExprId> {
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
        let diagnostic = Diagnostic::error(E0026, span, "a cast is written behind its operand");
        p.emit(diagnostic.suggest(whole, fixed, message));
    }
    let whole = p.since(start);
    Some(p.error_expr(whole))
}
