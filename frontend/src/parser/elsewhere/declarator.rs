//! Types, declarators, parameters and fields of C, read from the tokens in front of the parser.

use super::*;

/// The number of tokens of a declaration that are looked at. Longer ones do not occur in practice.
const LIMIT: usize = 300;

/// A type's specifiers and stars.
pub(in crate::parser) struct Base {
    /// In Vex.
    pub(in crate::parser) text: String,
    /// Whether it can only be a type of C: it has a keyword, a known name or a star.
    pub(in crate::parser) sure: bool,
}

/// A name and its type.
pub(in crate::parser) struct Declarator {
    /// The token that is the name; `None` where a prototype leaves it out.
    pub(in crate::parser) name: Option<usize>,
    pub(in crate::parser) ty: String,
    /// Whether it can only be a declaration of C: its type is one of C's, or a type of the program stands in front of the name.
    pub(in crate::parser) sure: bool,
}

/// A cursor over the tokens in front of the parser, which stays where it is.
pub(in crate::parser) struct Ahead<'p, 'a> {
    pub(in crate::parser) p: &'p Parser<'a>,
    pub(in crate::parser) at: usize,
}

impl<'p, 'a> Ahead<'p, 'a> {
    pub(in crate::parser) fn cur(&self) -> T {
        if self.at > LIMIT { T::Eof } else { self.p.nth(self.at) }
    }

    pub(in crate::parser) fn text(&self) -> &'a str {
        self.p.tokens.spans.get(self.p.pos + self.at).map_or("", |s| self.p.text_of(*s))
    }

    pub(in crate::parser) fn eat(&mut self, kind: T) -> bool {
        let there = self.cur() == kind;
        self.at += usize::from(there);
        there
    }

    /// `const unsigned char *const *`
    pub(in crate::parser) fn base(&mut self) -> Option<Base> {
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
        sure |= types::is_type_name(last);
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
        Some(Base { text: types::in_vex(&words, stars, read_only), sure: sure || stars > 0 })
    }

    /// `int n`, `char *argv[]`, `int (*cmp)(const void *, const void *)`, with or without a name.
    pub(in crate::parser) fn declarator(&mut self) -> Option<Declarator> {
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
        let own = name.is_some_and(|at| {
            let behind = matches!(self.p.nth(at + 1), T::Semi | T::LBracket | T::LParen);
            behind
                && types::looks_like_type(&base.text)
                && !types::is_type_name(self.text())
                && !self.p.on_new_line_at(at)
        });
        self.at += usize::from(name.is_some());
        Some(Declarator { name, ty: base.text, sure: base.sure || own })
    }

    /// `(int a, const char *, ...)`: names and types.
    pub(in crate::parser) fn params(&mut self) -> Option<Vec<(String, String)>> {
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
    pub(in crate::parser) fn dimensions(&mut self, ty: &str) -> Option<String> {
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
    pub(in crate::parser) fn fields(&mut self) -> Option<(String, Vec<Span>)> {
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
                    // `int *p, *q;` has a star for each; a name without one has another type than the ones before.
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
    pub(in crate::parser) fn list(&mut self) -> Option<String> {
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

    pub(in crate::parser) fn here(&self) -> Span {
        self.p.tokens.spans.get(self.p.pos + self.at).copied().unwrap_or_else(|| self.p.span())
    }

    /// From the parser's token to the one in front of the cursor.
    pub(in crate::parser) fn span(&self) -> Span {
        self.p.span().to(self.p.tokens.spans[self.p.pos + self.at - 1])
    }
}

/// ` -> T`, or nothing for `void`.
pub(in crate::parser) fn result(ty: &str) -> String {
    if ty == "void" { String::new() } else { format!(" -> {ty}") }
}

/// The zero of a type, where it has a literal.
pub(in crate::parser) fn zero(ty: &str) -> Option<String> {
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

/// Reports what C writes in the next `count` tokens, offers what stands for it, and goes on behind them.
pub(in crate::parser) fn replace(p: &mut Parser<'_>, whole: Span, count: usize, what: &str, fixed: String, how: &str) {
    p.report(|_| Diagnostic::error(FOREIGN_DECLARATION, whole, what).suggest(whole, fixed, how));
    (0..count).for_each(|_| p.bump());
}

pub(in crate::parser) fn p_span(p: &Parser<'_>, ahead: usize) -> Span {
    p.tokens.spans[p.pos + ahead]
}
