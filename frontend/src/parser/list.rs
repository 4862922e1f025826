//! Lists of elements between commas.

use super::*;

impl Parser<'_> {
    /// Elements between commas up to `close`, which is taken. An element that does not move is skipped. With one that is broken,
    /// so is what the list belongs to; mistakes are reported again from the next line on.
    pub(super) fn comma_list(&mut self, close: T, element: impl FnMut(&mut Self)) {
        let outer = self.broken;
        if self.elements(close, false, element) {
            self.broken = true;
        } else {
            self.broken = outer;
        }
    }

    /// Elements between commas, of which each stands for itself: the caller looks whether it is broken.
    pub(super) fn separate_elements(&mut self, close: T, element: impl FnMut(&mut Self)) {
        let outer = self.broken;
        self.elements(close, true, element);
        self.broken = outer;
    }

    /// The elements between commas, of which each stands for itself. Where one of them is lost, what the list belongs to is broken.
    pub(super) fn separate_list<E>(&mut self, close: T, mut element: impl FnMut(&mut Self) -> Option<E>) -> Vec<E> {
        let mut list = Vec::new();
        let mut lost = false;
        self.separate_elements(close, |p| {
            let element = element(p);
            lost |= p.broken && element.is_none();
            list.extend(element);
        });
        self.broken |= lost;
        list
    }

    /// Returns whether an element is broken.
    pub(super) fn elements(&mut self, close: T, separate: bool, mut element: impl FnMut(&mut Self)) -> bool {
        let outer = self.broken;
        let mut broken = false;
        let mut semicolons = false;
        while !self.at(close) && !self.at(T::Eof) && !self.cur().is_close() {
            if self.broken != outer && (separate || self.on_new_line()) {
                self.broken = outer;
            }
            let before = self.pos;
            let errors = self.cx.diags.error_count();
            if self.at(T::Comma) {
                let span = self.span();
                self.report(|_| {
                    Diagnostic::error(UNEXPECTED_TOKEN, span, "one `,` too many").fix(span, "", "remove it")
                });
                self.bump();
                continue;
            }
            element(self);
            broken |= self.broken;
            // A field of C was taken with its semicolon.
            if self.eat(T::Comma) || self.pos > before && self.prev() == T::Semi {
                continue;
            }
            if self.at(close) {
                break;
            }
            // C separates fields by `;`: one report is enough, and none behind a field that is C in other ways, too.
            semicolons |= self.cx.diags.error_count() > errors;
            if self.at(T::Semi) && std::mem::replace(&mut semicolons, true) {
                self.bump();
                continue;
            }
            self.missing_comma(close, before);
            broken |= self.broken;
        }
        if separate {
            self.broken = outer;
        }
        self.expect(close);
        broken || self.broken
    }

    fn missing_comma(&mut self, close: T, before: usize) {
        let semicolon = self.at(T::Semi);
        if self.pos > before && (self.pos < self.mended || self.pos < self.words) {
            return;
        }
        if let Some((whole, fixed, count)) = self.without_commas(close).filter(|_| self.pos > before) {
            self.mended = self.pos + count;
            self.report(|p| {
                let message = format!("expected `,` or `{}`, found {}", close.text(), p.found());
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message)
                    .label("expected `,`")
                    .suggest(whole, fixed, "add `,`")
            });
            return;
        }
        self.report(|p| {
            let message = format!("expected `,` or `{}`, found {}", close.text(), p.found());
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message);
            let end = p.prev_span().end();
            if p.pos == before {
                return elsewhere::messages::explain(p, diagnostic);
            }
            match semicolon {
                true => {
                    let (whole, fixed) = p.with_commas();
                    diagnostic.fix(whole, fixed, "separate them with `,`")
                }
                false if p.on_new_line() => diagnostic.label("expected `,`").fix(end, ",", "add `,`"),
                false if p.at(T::Eq) && close == T::RParen => diagnostic.note("parameters have no values of their own"),
                false if p.comma_may_lack() => elsewhere::messages::explain(
                    p,
                    diagnostic.label("expected `,`").suggest(end, ",", "a `,` may be missing"),
                ),
                false => elsewhere::messages::explain(p, diagnostic),
            }
        });
        if semicolon {
            return self.bump();
        }
        // On a new line, or before a name, only the comma is missing.
        let field = self.at(T::Ident) && self.nth(1) == T::Colon;
        let next_element = self.pos > before && (self.on_new_line() || self.at(T::Hash) || field);
        if !next_element {
            self.broken = true;
            self.skip_to(&[T::Comma]);
            self.eat(T::Comma);
        }
    }

    /// Whether what stands here may be the next element of a list.
    fn comma_may_lack(&self) -> bool {
        let word = |text: &str| {
            matches!(
                text,
                "var"
                    | "val"
                    | "auto"
                    | "final"
                    | "new"
                    | "delete"
                    | "typeof"
                    | "await"
                    | "yield"
                    | "ref"
                    | "out"
                    | "case"
                    | "async"
                    | "select"
                    | "throw"
            )
        };
        let foreign = self.prev() == T::Ident && word(self.text_of(self.prev_span()));
        let keyword = self.cur().is_keyword() && !matches!(self.cur(), T::In | T::As | T::Else | T::For | T::If);
        !foreign && (self.begins_expr() && self.cur() != T::If || keyword)
    }

    /// `1 2 3`, standing at the second of elements that are all of one token, up to the end of the list: where they are, what
    /// they are with commas, and how many follow from here on.
    pub(super) fn without_commas(&self, close: T) -> Option<(Span, String, usize)> {
        let plain = |kind: T| kind == T::Ident || kind.is_literal();
        // Longer lists of single tokens are generated code.
        let count = (0..100).take_while(|n| plain(self.nth(*n))).count();
        let single = self.pos > 1
            && (matches!(self.tokens.kinds[self.pos - 2], T::Comma) || self.tokens.kinds[self.pos - 2].is_open());
        if count == 0 || self.nth(count) != close || !plain(self.prev()) || !single {
            return None;
        }
        let all = &self.tokens.spans[self.pos - 1..self.pos + count];
        let texts: Vec<&str> = all.iter().map(|span| self.text_of(*span)).collect();
        Some((self.prev_span().to(all[count]), texts.join(", "), count))
    }

    /// The rest of the list from the semicolon here to the last one, with commas in their places.
    fn with_commas(&self) -> (Span, String) {
        let (mut fixed, mut end) = (String::from(","), self.span());
        // Bounds the search; written lists have fewer tokens.
        for (n, _) in self.level(1, 1000).filter(|(_, kind)| *kind == T::Semi) {
            let span = self.tokens.spans[self.pos + n];
            fixed.push_str(self.text_of(Span::new(end.hi, span.lo)));
            fixed.push(',');
            end = span;
        }
        (self.span().to(end), fixed)
    }
}
