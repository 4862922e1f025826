//! Tokens: where the parser stands, and what is ahead.

use super::*;

impl<'a> Parser<'a> {
    pub(super) fn cur(&self) -> T {
        self.tokens.kinds[self.pos]
    }

    pub(super) fn nth(&self, n: usize) -> T {
        self.tokens.kinds.get(self.pos + n).copied().unwrap_or(T::Eof)
    }

    pub(super) fn span(&self) -> Span {
        self.tokens.spans[self.pos]
    }

    pub(super) fn prev_span(&self) -> Span {
        match self.pos {
            0 => Span::new(self.base, self.base),
            pos => self.tokens.spans[pos - 1],
        }
    }

    pub(super) fn prev(&self) -> T {
        if self.pos == 0 { T::Eof } else { self.tokens.kinds[self.pos - 1] }
    }

    /// From the start of a construct to the last token taken.
    pub(super) fn since(&self, start: Span) -> Span {
        Span::new(start.lo, self.prev_span().hi.max(start.lo))
    }

    pub(super) fn at(&self, kind: T) -> bool {
        self.cur() == kind
    }

    pub(super) fn bump(&mut self) {
        if self.pos + 1 < self.tokens.len() {
            self.pos += 1;
        }
    }

    pub(super) fn eat(&mut self, kind: T) -> bool {
        let there = self.at(kind);
        if there {
            self.bump();
        }
        there
    }

    pub(super) fn text_of(&self, span: Span) -> &'a str {
        let text: &'a str = self.text;
        text.get((span.lo - self.base) as usize..(span.hi - self.base) as usize).unwrap_or("")
    }

    pub(super) fn cur_text(&self) -> &'a str {
        self.text_of(self.span())
    }

    pub(super) fn symbol_of(&mut self, span: Span) -> Symbol {
        let text = self.text_of(span);
        *self.symbols.entry(text).or_insert_with(|| self.cx.interner.intern_name(text))
    }

    /// Whether the token `n` ahead stands directly behind the one before it.
    pub(super) fn glued(&self, n: usize) -> bool {
        let at = self.pos + n;
        at > 0
            && at < self.tokens.len()
            && self.tokens.spans[at - 1].hi == self.tokens.spans[at].lo
            && !self.is_made_up(at)
    }

    /// Whether a line break stands before the current token.
    pub(super) fn on_new_line(&self) -> bool {
        let gap = Span::new(self.prev_span().hi.min(self.span().lo), self.span().lo);
        self.at(T::Eof) || self.pos == 0 || self.text_of(gap).contains('\n')
    }

    /// Whether the token `ahead` tokens from here begins a line.
    pub(super) fn on_new_line_at(&self, ahead: usize) -> bool {
        let at = self.pos + ahead;
        let (Some(before), Some(this)) = (self.tokens.spans.get(at.wrapping_sub(1)), self.tokens.spans.get(at)) else {
            return false;
        };
        self.text_of(Span::new(before.hi.min(this.lo), this.lo)).contains('\n')
    }

    /// Takes the first `len` bytes off the current token, leaving `rest`: `>>` becomes `>`.
    pub(super) fn split(&mut self, len: u32, rest: T) -> Span {
        let span = self.span();
        self.tokens.kinds[self.pos] = rest;
        self.tokens.spans[self.pos].lo += len;
        Span::new(span.lo, span.lo + len)
    }

    /// The tokens `from` ahead and on that are in no group inside of the one around them, each with how far ahead it is: up to
    /// the end of that group, and to the token `end` ahead at most. Of a group inside, there is the delimiter that opens it.
    pub(super) fn level(&self, from: usize, end: usize) -> impl Iterator<Item = (usize, T)> {
        let (mut n, mut depth) = (from, 0usize);
        std::iter::from_fn(move || {
            while n < end {
                let found = (n, self.nth(n));
                n += 1;
                match found.1 {
                    T::Eof => return None,
                    kind if kind.is_open() => {
                        depth += 1;
                        if depth == 1 {
                            return Some(found);
                        }
                    }
                    kind if kind.is_close() && depth == 0 => return None,
                    kind if kind.is_close() => depth -= 1,
                    _ if depth == 0 => return Some(found),
                    // Everything else is inside.
                    _ => {}
                }
            }
            None
        })
    }

    /// Whether a `{` comes before the end of the line, outside of other groups and before any `;`.
    pub(super) fn brace_on_line(&self) -> bool {
        let mut depth = 0usize;
        // The head of a statement has hardly more tokens than this.
        for at in self.pos..self.tokens.len().min(self.pos + 200) {
            let kind = self.tokens.kinds[at];
            let gap = match at {
                at if at == self.pos => false,
                at => self.text_of(Span::new(self.tokens.spans[at - 1].hi, self.tokens.spans[at].lo)).contains('\n'),
            };
            match kind {
                _ if gap => return false,
                T::LBrace if depth == 0 => return true,
                T::Semi | T::FatArrow | T::Let | T::Eof if depth == 0 => return false,
                kind if kind.is_open() => depth += 1,
                kind if kind.is_close() && depth == 0 => return false,
                kind if kind.is_close() => depth -= 1,
                // Everything else is passed over.
                _ => {}
            }
        }
        false
    }

    /// Whether the line goes on to a brace, over semicolons too.
    pub(super) fn brace_behind_head(&self) -> bool {
        // A head has hardly more tokens than this.
        let line = (1..60).take_while(|n| self.nth(*n) != T::Eof && !self.on_new_line_at(*n));
        line.into_iter().any(|n| self.nth(n) == T::LBrace)
    }

    /// The position of the delimiter that closes the group which opens at `open`.
    pub(super) fn closing(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (at, kind) in self.tokens.kinds.iter().enumerate().skip(open) {
            if kind.is_open() {
                depth += 1;
            } else if kind.is_close() {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        open
    }

    /// Where `else` follows on the line, before any `;`.
    pub(super) fn before_else(&self) -> Option<usize> {
        let line =
            (1..60).take_while(|n| !self.on_new_line_at(*n) && !matches!(self.nth(*n), T::Semi | T::Eof | T::LBrace));
        line.into_iter().find(|n| self.nth(*n) == T::Else).map(|n| self.pos + n)
    }
}
