//! Declarations as C writes them, and what they are in Vex: prototypes in extern blocks, parameters, fields, casts.

use super::*;

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
                T::Ident if matches!(text, "volatile" | "register" | "inline" | "restrict" | "__restrict") => {}
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
    let fixed = format!("{}: {}", p.text_of(name), found.ty);
    replace(p, whole, count, "the name of a parameter comes before its type", fixed, "write `name: type`");
    Some(name)
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
    if ahead.eat(T::LBracket) {
        let length = ahead.text();
        if !matches!(ahead.cur(), T::Int | T::Ident) {
            return None;
        }
        ahead.at += 1;
        if !ahead.eat(T::RBracket) {
            return None;
        }
        ty = format!("[{ty}; {length}]");
    }
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
