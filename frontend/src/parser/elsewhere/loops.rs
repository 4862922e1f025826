//! Loops with the heads of other languages.

use super::*;

impl Parser<'_> {
    /// A loop with a head of another language, standing behind `for`.
    pub(in crate::parser) fn foreign_for(&mut self, start: Span, label: Symbol) -> Option<ExprId> {
        if elsewhere::multiple::captures(self) {
            self.body_block();
            let span = self.since(start);
            return Some(self.error_expr(span));
        }
        if self.at(T::LParen) && self.c_style_for() {
            let span = self.since(start);
            return Some(self.error_expr(span));
        }
        if let Some(pat) = elsewhere::multiple::range_loop(self) {
            let iter = self.error_expr(start);
            let body = self.body_block();
            let span = self.since(start);
            return Some(self.mk(ExprKind::For { label, pat, iter, body }, span));
        }
        if let Some(found) = self.foreach_of_c() {
            return Some(self.foreach_body(start, label, found));
        }
        let compares = matches!(self.nth(1), T::Lt | T::Gt | T::Le | T::Ge | T::EqEq | T::NotEq);
        if self.at(T::Ident) && compares {
            return Some(self.for_condition(start, label));
        }
        if let Some(pat) = elsewhere::multiple::in_parens(self) {
            let iter = self.error_expr(start);
            let body = self.body_block();
            let span = self.since(start);
            return Some(self.mk(ExprKind::For { label, pat, iter, body }, span));
        }
        None
    }

    /// `for a < b { … }`, standing behind `for`: Go's only loop.
    fn for_condition(&mut self, start: Span, label: Symbol) -> ExprId {
        let keyword = self.prev_span();
        self.report(|_| {
            Diagnostic::error(FOREIGN_SYNTAX, keyword, "a loop with a condition is a `while` loop").fix(
                keyword,
                "while",
                "write `while`",
            )
        });
        let cond = self.condition(true);
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::While { label, cond, body }, span)
    }

    /// `(auto x : v)`, `(const auto &x : v)`, standing at the parenthesis: how many tokens ahead the name of the variable is.
    fn foreach_of_c(&self) -> Option<usize> {
        if !self.at(T::LParen) {
            return None;
        }
        let colon = self.level(1, 12).find(|(_, kind)| !matches!(kind, T::Ident | T::Const | T::And | T::Star))?;
        let (n, kind) = colon;
        (kind == T::Colon && n > 1 && self.nth(n - 1) == T::Ident).then_some(n - 1)
    }

    fn foreach_body(&mut self, start: Span, label: Symbol, name: usize) -> ExprId {
        let close = self.closing(self.pos);
        let whole = self.span().to(self.tokens.spans[close]);
        let variable = self.text_of(self.tokens.spans[self.pos + name]);
        let of = Span::new(self.tokens.spans[self.pos + name + 1].hi, self.tokens.spans[close].lo);
        let fixed = format!("{variable} in {}", self.text_of(of).trim());
        self.report(|_| {
            let message = "a loop over elements is written with `in`";
            Diagnostic::error(FOREIGN_SYNTAX, whole, message).suggest(whole, fixed, "write it like this")
        });
        (0..name).for_each(|_| self.bump());
        let pat = self.pat_one();
        self.eat(T::Colon);
        let iter = self.expr();
        self.skip_to(&[]);
        self.eat(T::RParen);
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::For { label, pat, iter, body }, span)
    }

    /// `i = 0 to n`, `i = 0; i < n; i++`, `i := 0; …`, standing behind `i`: reported, up to the brace of the body.
    pub(in crate::parser) fn counting_for(&mut self) -> bool {
        let from = if self.at(T::Colon) && self.glued(1) { 1 } else { 0 };
        if self.nth(from) != T::Eq || !self.brace_behind_head() {
            return false;
        }
        let text = |n: usize| self.tokens.spans.get(self.pos + n).map_or("", |s| self.text_of(*s));
        let name = self.text_of(self.prev_span());
        let plain = |n: usize| matches!(self.nth(n), T::Ident | T::Int);
        let (at, whole) = (from + 1, self.prev_span());
        let (range, end) = if plain(at) && matches!(text(at + 1), "to" | "until" | "upto") && plain(at + 2) {
            let dots = if text(at + 1) == "until" { ".." } else { "..=" };
            (Some(format!("{name} in {}{dots}{}", text(at), text(at + 2))), at + 3)
        } else {
            (self.counting_range(from, name).map(|range| format!("{name} in {range}")), from + 10)
        };
        let range = range.filter(|_| self.nth(end) == T::LBrace);
        self.report(|p| {
            let diagnostic =
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), format!("expected `in`, found {}", p.found()));
            match range {
                Some(range) => {
                    let whole = whole.to(p.tokens.spans[p.pos + end - 1]);
                    diagnostic.suggest(whole, range, "a loop over numbers counts through a range")
                }
                None => {
                    diagnostic.note("a loop over numbers is `for i in 0..n { … }`; anything else is a `while` loop")
                }
            }
        });
        while !matches!(self.cur(), T::LBrace | T::Eof) && !self.cur().is_close() {
            self.skip_tree();
        }
        true
    }

    /// `for (i = 0; i < n; i++) { … }`: reported, and its body parsed.
    fn c_style_for(&mut self) -> bool {
        let mut n = 1;
        let mut depth = 1usize;
        while depth > 0 && n < 200 {
            match self.nth(n) {
                T::LParen | T::LBracket | T::LBrace => depth += 1,
                T::RParen | T::RBracket | T::RBrace => depth -= 1,
                T::Semi if depth == 1 => break,
                T::Eof => return false,
                // Everything else belongs to the parentheses.
                _ => {}
            }
            n += 1;
        }
        if self.nth(n) != T::Semi {
            return false;
        }
        let whole = self.span().to(self.tokens.spans[self.closing(self.pos)]);
        let range = self.counting_head();
        let endless = (self.nth(1), self.nth(2), self.nth(3)) == (T::Semi, T::Semi, T::RParen);
        let (silent, keyword) = (self.silent(), self.prev_span());
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, self.span(), "there is no `for` loop of three parts");
        self.skip_tree();
        // A statement in place of the body is mended along with the head.
        let (mut end, mut body) = (whole, String::new());
        if self.at(T::LBrace) {
            self.body_block();
        } else {
            let statement = self.span();
            self.one_stmt();
            end = self.prev_span();
            body = format!(" {{ {} }}", self.text_of(statement.to(end)));
        }
        if silent {
            return true;
        }
        self.emit(match range {
            _ if endless => {
                let how = "a loop without an end is a `loop`";
                diagnostic.suggest(keyword.to(end), format!("loop{body}"), how)
            }
            Some(range) => {
                diagnostic.suggest(whole.to(end), range + &body, "a loop over numbers counts through a range")
            }
            None => diagnostic.note("a loop over numbers is `for i in 0..n { … }`; anything else is a `while` loop"),
        });
        true
    }

    /// What `(int i = 0; i < n; i++)` is as a range, if it counts up by one from and to plain names or numbers.
    fn counting_head(&self) -> Option<String> {
        let mut n = 1;
        while matches!(self.nth(n), T::Ident | T::Mut | T::Let) && self.nth(n + 1) == T::Ident {
            n += 1;
        }
        let name = self.text_of(self.tokens.spans[self.pos + n]);
        let range =
            self.counting_range(n + 1, name).filter(|_| self.nth(n + 11) == T::RParen && self.nth(n) == T::Ident);
        range.map(|range| format!("{name} in {range}"))
    }

    /// `0..n` of `= 0; i < n; i++`, ten tokens of which the first is `n` tokens ahead.
    fn counting_range(&self, n: usize, name: &str) -> Option<String> {
        let text = |n: usize| self.tokens.spans.get(self.pos + n).map_or("", |s| self.text_of(*s));
        let plain = |n: usize| matches!(self.nth(n), T::Ident | T::Int);
        let range = match self.nth(n + 4) {
            T::Lt => "..",
            T::Le => "..=",
            // It counts down, or ends in another way.
            _ => return None,
        };
        let head = self.nth(n) == T::Eq && plain(n + 1) && self.nth(n + 2) == T::Semi;
        let test = text(n + 3) == name && plain(n + 5) && self.nth(n + 6) == T::Semi;
        let post = text(n + 7) == name && (self.nth(n + 8), self.nth(n + 9)) == (T::Plus, T::Plus);
        let pre = text(n + 9) == name && (self.nth(n + 7), self.nth(n + 8)) == (T::Plus, T::Plus);
        let add = text(n + 7) == name && self.nth(n + 8) == T::PlusEq && text(n + 9) == "1";
        (head && test && (post || pre || add)).then(|| format!("{}{range}{}", text(n + 1), text(n + 5)))
    }
}
