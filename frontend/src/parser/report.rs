//! Reports: what should stand here, and what need not be said again.

use super::*;

/// Brings what was reported since `from` into the order of the text: the lexer, the repair of delimiters and the parser
/// each went over all of it. Where a line has a mistake, a closing delimiter too many behind it is the consequence: what
/// would have opened it is what the parser missed.
pub(super) fn tidy_diagnostics(cx: &mut Cx, from: usize, text: &str, base: u32) {
    if cx.diags.list().len() < from + 2 {
        return;
    }
    let mut all = cx.diags.take();
    let mut new = all.split_off(from);
    new.sort_by_key(|d| d.primary.span.lo);
    for diagnostic in all {
        cx.emit(diagnostic);
    }
    let mut last: Option<Span> = None;
    for diagnostic in new {
        let span = diagnostic.primary.span;
        let stray = diagnostic.code == UNEXPECTED_CLOSING_DELIMITER;
        if stray && last.is_some_and(|last| on_one_line(text, base, last, span)) {
            continue;
        }
        if !stray {
            last = Some(span);
        }
        cx.emit(diagnostic);
    }
}

/// Whether no line break separates two places, of which the second is not before the first.
fn on_one_line(text: &str, base: u32, first: Span, second: Span) -> bool {
    // Lines are not longer than this, and files that are one line are not searched again and again.
    let near = second.lo.saturating_sub(first.lo) < 1000;
    let between = text.get((first.lo - base) as usize..(second.lo.max(first.lo) - base) as usize);
    near && between.is_some_and(|t| !t.contains('\n'))
}

impl<'a> Parser<'a> {
    pub(super) fn is_made_up(&self, at: usize) -> bool {
        let span = self.tokens.spans[at];
        span.lo == span.hi && self.tokens.kinds[at] != T::Eof
    }

    /// Whether a mistake at the current token is the consequence of one that is reported already.
    pub(super) fn silent(&self) -> bool {
        let made_up = |at: usize| self.is_made_up(at) || matches!(self.tokens.kinds[at], T::Unknown | T::BadLit);
        self.muted.is_some()
            || self.broken
            || self.reported == self.pos + 1
            || made_up(self.pos)
            || (self.pos > 0 && made_up(self.pos - 1))
            || self.repaired.iter().any(|&(open, close)| (open as usize..=close as usize + 1).contains(&self.pos))
    }

    /// Reports at the current token, unless that would repeat what is known.
    pub(super) fn report(&mut self, make: impl FnOnce(&Parser<'a>) -> Diagnostic) {
        if !self.silent() {
            let diagnostic = make(self);
            self.cx.emit(diagnostic);
        }
        self.reported = self.pos + 1;
    }

    /// Reports something that is wrong wherever the parser stands.
    pub(super) fn emit(&mut self, diagnostic: Diagnostic) {
        let repaired = diagnostic.primary.span;
        let inside = |&(open, close): &(u32, u32)| {
            let (open, close) = (self.tokens.spans[open as usize], self.tokens.spans[close as usize]);
            open.lo <= repaired.lo && repaired.lo <= close.hi
        };
        if self.muted.is_none() && !self.broken && !self.repaired.iter().any(inside) {
            self.cx.emit(diagnostic);
        }
    }

    /// The current token as messages name it.
    pub(super) fn found(&self) -> String {
        match self.cur() {
            T::Eof if self.in_string => "the end of the expression".to_string(),
            T::Eof => "the end of the file".to_string(),
            kind if kind.is_keyword() => format!("keyword `{}`", self.cur_text()),
            kind if kind.is_literal() && self.cur_text().len() > 20 => "a literal".to_string(),
            _ if self.is_made_up(self.pos) => format!("`{}`", self.cur().text()),
            // Everything else is quoted.
            _ => format!("`{}`", self.cur_text()),
        }
    }

    /// Reports that something else should stand here.
    pub(super) fn expected(&mut self, what: &str) {
        if let Some(decrement) = elsewhere::messages::decrement(self).filter(|_| !self.silent()) {
            self.report_step(|_| decrement);
        } else {
            self.report(|p| {
                let message = format!("expected {what}, found {}", p.found());
                let diagnostic =
                    Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label(format!("expected {what}"));
                elsewhere::messages::explain(p, diagnostic)
            });
        }
        self.broken = true;
    }

    /// Takes a token that must be here.
    pub(super) fn expect(&mut self, kind: T) -> bool {
        if self.eat(kind) {
            return true;
        }
        self.expected(&format!("`{}`", kind.text()));
        false
    }

    /// Takes the bracket that closes what was parsed. What stands in front of it is reported and left out.
    pub(super) fn close(&mut self, bracket: T, expected: &str) {
        if !self.at(bracket) {
            self.expected(expected);
            self.skip_to(&[]);
        }
        self.eat(bracket);
    }

    /// Takes a token that must be here, and offers to insert it where it is missing.
    pub(super) fn expect_insert(&mut self, kind: T) -> bool {
        if self.eat(kind) {
            return true;
        }
        let text = kind.text();
        self.report(|p| {
            let at = p.prev_span().end();
            let message = format!("expected `{text}`, found {}", p.found());
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label(format!("expected `{text}`"));
            elsewhere::messages::explain(p, diagnostic.suggest(at, text, format!("add `{text}`")))
        });
        false
    }

    /// Takes a semicolon. One that is missing is reported where it belongs, behind the last token.
    pub(super) fn expect_semi(&mut self) -> bool {
        if self.eat(T::Semi) {
            return true;
        }
        if let Some(decrement) = elsewhere::messages::decrement(self).filter(|_| !self.silent() && !self.on_new_line())
        {
            self.report_step(|_| decrement);
            return false;
        }
        self.report(|p| {
            let at = p.prev_span().end();
            if let Some(better) = elsewhere::messages::instead_of_semi(p) {
                return better;
            }
            let message = format!("expected `;`, found {}", p.found());
            let diagnostic = Diagnostic::error(MISSING_SEMICOLON, at, message).label("expected `;`");
            match p.at_statement_end() {
                true => diagnostic.fix(at, ";", "add `;`"),
                false if p.begins_assignment_or_call() => diagnostic.suggest(at, ";", "add `;`"),
                false => diagnostic,
            }
        });
        self.broken |= !self.at_statement_end() && !self.begins_assignment_or_call();
        false
    }

    /// Whether a statement that lacks its semicolon ends here.
    pub(super) fn at_statement_end(&self) -> bool {
        let follows = self.cur().starts_statement() && (!self.at(T::If) || self.prev() == T::RBrace);
        self.on_new_line() || self.at(T::RBrace) || follows
    }

    /// Whether what stands here goes on like a statement: `x = …`, `f(…)`, `a.b`.
    pub(super) fn begins_assignment_or_call(&self) -> bool {
        let goes_on = matches!(self.nth(1), T::Eq | T::LParen | T::Dot | T::ColonColon | T::LBracket);
        self.at(T::Ident) && self.prev() != T::Ident && (goes_on || expr::assign_op(self.nth(1)).is_some())
    }

    /// A name. A keyword in its place is reported and taken for one.
    pub(super) fn ident(&mut self, what: &str) -> Ident {
        let span = self.span();
        match self.cur() {
            T::Ident => {
                self.bump();
                Ident { name: self.symbol_of(span), span }
            }
            kind if kind.is_keyword() && self.keyword_for_name() => {
                self.keyword_as_name(what);
                self.bump();
                Ident { name: self.symbol_of(span), span }
            }
            // Everything else is no name.
            _ => {
                self.expected(what);
                Ident { name: Symbol::EMPTY, span: self.prev_span().end() }
            }
        }
    }

    /// Whether the keyword here stands for a name: what follows it does, and it begins nothing itself.
    fn keyword_for_name(&self) -> bool {
        let as_name = matches!(self.nth(1), T::Colon | T::Comma | T::Eq | T::RBrace);
        let begins = self.on_new_line() && self.cur().starts_statement() && !as_name;
        let before_operand = matches!(self.nth(1), T::Ident | T::Minus) || self.nth(1).is_literal();
        !begins && !before_operand
    }

    pub(super) fn keyword_as_name(&mut self, what: &str) {
        self.report(|p| {
            let text = p.cur_text();
            let message = format!("expected {what}, found keyword `{text}`");
            Diagnostic::error(KEYWORD_AS_NAME, p.span(), message).label("a keyword cannot be a name").suggest(
                p.span(),
                format!("{text}_"),
                "choose another name",
            )
        });
    }
}
