//! Attributes, as written: `#[name]`, `#[name = value]`, `#[name(…)]`.

use super::*;
use crate::literal::{self, Content, Number};
use vex_ir::pool::List;

impl Parser<'_> {
    /// The attributes that stand here.
    pub(super) fn attrs(&mut self) -> Vec<Attr> {
        let mut attrs = Vec::new();
        while self.at(T::Hash) {
            // An error in an attribute does not break the item that it is on.
            let broken = std::mem::replace(&mut self.broken, false);
            attrs.extend(self.attr());
            self.broken = broken;
        }
        attrs
    }

    /// The attributes that stand here, as a list of the body.
    pub(super) fn attr_list(&mut self) -> List<Attr> {
        if !self.at(T::Hash) {
            return List::default();
        }
        let attrs = self.attrs();
        self.body.attrs.alloc(attrs)
    }

    fn attr(&mut self) -> Option<Attr> {
        let start = self.span();
        self.bump();
        if self.at(T::Bang) {
            self.inner_attr(start);
            return None;
        }
        self.attr_rest(start)
    }

    /// Notes what a line of the preprocessor would declare, so that uses of it are not reported.
    fn preprocessed_names(&mut self) {
        match self.cur_text() {
            "include" => self.program.modules[self.module].lost_imports = true,
            "define" if self.nth(1) == T::Ident => self.macros.push(self.tokens.spans[self.pos + 1]),
            // Any other word declares nothing.
            _ => {}
        }
    }

    /// What follows `#`, or `#!`.
    fn attr_rest(&mut self, start: Span) -> Option<Attr> {
        if !self.at(T::LBracket) {
            self.preprocessed_names();
            let instead = elsewhere::preprocessor::preprocessor(self).map(|(end, text)| (start.to(end), text));
            self.report(|p| {
                let diagnostic = Diagnostic::error(
                    MALFORMED_ATTRIBUTE,
                    p.span(),
                    format!("expected `[` after `#`, found {}", p.found()),
                );
                if let Some((whole, text)) = instead {
                    return diagnostic.suggest(whole, text, "there is no preprocessor: write it like this");
                }
                match p.cur_text() {
                    "include" | "define" | "if" | "ifdef" | "ifndef" | "pragma" | "endif" => diagnostic.note(
                        "there is no preprocessor: modules are imported, and `#[cfg(…)]` is conditional compilation",
                    ),
                    // Any other word is a name without its brackets.
                    _ => diagnostic.note("attributes are written `#[name]`"),
                }
            });
            // Either an attribute whose brackets are missing, or a line of the C preprocessor.
            self.eat(T::Ident);
            if self.at(T::LParen) {
                self.skip_tree();
            } else if !self.cur().starts_item() {
                while !self.on_new_line() && !self.cur().is_close() {
                    self.skip_tree();
                }
            }
            return None;
        }
        self.bump();
        if self.at(T::RBracket) {
            self.report(|p| {
                Diagnostic::error(MALFORMED_ATTRIBUTE, p.span(), "empty attribute")
                    .note("attributes are written `#[name]`")
            });
            self.bump();
            return None;
        }
        let raw = self.raw_attr(false);
        if !self.at(T::RBracket) {
            self.report(|p| {
                let diagnostic =
                    Diagnostic::error(MALFORMED_ATTRIBUTE, p.span(), format!("expected `]`, found {}", p.found()));
                match p.cur() {
                    T::Comma => diagnostic.note("write one attribute in each `#[…]`"),
                    // Nothing else shows what was meant.
                    _ => diagnostic,
                }
            });
            self.skip_to(&[]);
        }
        self.eat(T::RBracket);
        Some(Attr::new(AttrData::Raw(raw?), self.since(start)))
    }

    /// `#![…]` among other attributes: only the start of a file may have one.
    fn inner_attr(&mut self, start: Span) {
        self.bump();
        let attr = self.attr_rest(start);
        let span = self.since(start);
        if let Some(attr) = attr {
            let bang = Span::new(start.lo, start.lo + 2);
            let diagnostic =
                Diagnostic::error(MISPLACED_ATTRIBUTE, span, "an attribute of the whole file must be at its start")
                    .suggest(bang, "#", format!("`#[{}]` is an attribute of what follows", self.attr_name(&attr)));
            self.emit(diagnostic);
        }
    }

    fn attr_name(&self, attr: &Attr) -> String {
        let AttrKind::Raw(raw) = attr.kind::<Surface>();
        self.cx.text(raw.name.name).to_string()
    }

    /// `#![…]` at the start of the file. `#![cfg(…)]`, the only attribute that files have, holds for each of the items.
    pub(super) fn file_attrs(&mut self) -> Vec<Attr> {
        let mut attrs = Vec::new();
        while self.at(T::Hash) && self.nth(1) == T::Bang && self.nth(2) == T::LBracket {
            let start = self.span();
            self.bump();
            self.bump();
            let Some(attr) = self.attr_rest(start) else { continue };
            let name = self.attr_name(&attr);
            if name == "cfg" {
                attrs.push(attr);
                continue;
            }
            let diagnostic =
                Diagnostic::error(MISPLACED_ATTRIBUTE, attr.span, format!("`{name}` is no attribute of a file"))
                    .note("only `#![cfg(…)]` may stand at the start of a file")
                    .suggest(Span::new(start.lo, start.lo + 2), "#", "make it an attribute of the item that follows");
            self.emit(diagnostic);
        }
        attrs
    }

    /// Reports attributes where nothing follows that could have them.
    pub(super) fn no_attrs(&mut self, attrs: &[Attr], what: &str) {
        if let (Some(first), Some(last)) = (attrs.first(), attrs.last()) {
            let span = first.span.to(last.span);
            self.emit(Diagnostic::error(MISPLACED_ATTRIBUTE, span, format!("attributes are not allowed on {what}")));
        }
    }

    /// Reports attributes at the end of a group.
    pub(super) fn dangling_attrs(&mut self, attrs: &[Attr], what: &str) {
        if let Some(last) = attrs.last() {
            let span = last.span;
            self.report(|_| {
                Diagnostic::error(MISPLACED_ATTRIBUTE, span, format!("expected {what} after this attribute"))
            });
        }
    }

    /// `name`, `name = value`, `name(…)`; within parentheses also a bare value.
    fn raw_attr(&mut self, nested: bool) -> Option<RawAttr> {
        let start = self.span();
        if nested && self.cur().is_literal() && !matches!(self.cur(), T::True | T::False) {
            let value = self.attr_value()?;
            return Some(RawAttr { name: Ident { name: Symbol::EMPTY, span: start }, value });
        }
        let name = self.attr_path()?;
        let value = match self.cur() {
            T::Eq => {
                self.bump();
                self.attr_value()?
            }
            T::LParen => self.attr_args()?,
            // Anything else is what follows the attribute.
            _ => RawValue::None,
        };
        Some(RawAttr { name, value })
    }

    /// A name, which may be a keyword, and `::` between several.
    fn attr_path(&mut self) -> Option<Ident> {
        let start = self.span();
        loop {
            let named = matches!(self.cur(), T::Ident | T::True | T::False | T::SelfValue) || self.cur().is_keyword();
            if !named {
                self.report(|p| {
                    let message = format!("expected the name of an attribute, found {}", p.found());
                    Diagnostic::error(MALFORMED_ATTRIBUTE, p.span(), message)
                });
                return None;
            }
            self.bump();
            if !self.eat(T::ColonColon) {
                break;
            }
        }
        let span = self.since(start);
        Some(Ident { name: self.symbol_of(span), span })
    }

    fn attr_args(&mut self) -> Option<RawValue> {
        let open = self.span();
        self.bump();
        if !self.enter() {
            self.skip_to(&[]);
            self.eat(T::RParen);
            return None;
        }
        let mut list = Vec::new();
        let mut whole = true;
        self.comma_list(T::RParen, |p| match p.raw_attr(true) {
            Some(attr) => list.push(attr),
            None => whole = false,
        });
        self.leave();
        // Without one of its arguments, an attribute would say something else.
        whole.then(|| RawValue::List(list, self.since(open)))
    }

    fn attr_value(&mut self) -> Option<RawValue> {
        let span = self.span();
        let text = self.cur_text();
        let value = match self.cur() {
            T::Str | T::RawStr => self.attr_string(span),
            T::Int => match literal::int(text, span) {
                Ok(Number::Int(value, Suffix::None)) if value <= u64::MAX.into() => {
                    Some(RawValue::Int(value as u64, span))
                }
                Ok(_) => {
                    self.emit(Diagnostic::error(
                        MALFORMED_ATTRIBUTE,
                        span,
                        "an attribute takes plain integers of up to 64 bits",
                    ));
                    None
                }
                Err(error) => {
                    self.emit(*error);
                    None
                }
            },
            T::BadLit => None,
            // Nothing else is a value.
            _ => {
                self.report(|p| {
                    let diagnostic = Diagnostic::error(
                        MALFORMED_ATTRIBUTE,
                        p.span(),
                        format!("expected a string or an integer, found {}", p.found()),
                    );
                    if p.at(T::Ident) {
                        return diagnostic.suggest(p.span(), format!("\"{}\"", p.cur_text()), "put it in quotes");
                    }
                    diagnostic
                });
                return None;
            }
        };
        self.bump();
        value
    }

    fn attr_string(&mut self, span: Span) -> Option<RawValue> {
        self.plain_string(self.pos).map(|text| RawValue::Str(text, span))
    }

    /// The value of the string literal at a position, for where a string is part of the syntax.
    pub(super) fn plain_string(&mut self, at: usize) -> Option<SmolStr> {
        let (kind, span) = (self.tokens.kinds[at], self.tokens.spans[at]);
        let text = self.text_of(span);
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        if kind == T::RawStr {
            let hashes = text.bytes().skip(1).take_while(|&b| b == b'#').count();
            let inner = &text[hashes + 2..text.len() - hashes - 1];
            literal::raw(inner, span.lo + hashes as u32 + 2, Content::Text, &mut out, &mut errors);
        } else {
            literal::unescape(&text[1..text.len() - 1], span.lo + 1, Content::Text, &mut out, &mut errors);
        }
        let failed = !errors.is_empty();
        for error in errors {
            self.emit(error);
        }
        String::from_utf8(out).ok().filter(|_| !failed).map(SmolStr::from)
    }
}
