//! Limits on nesting, and skipping what is not understood.

use super::*;

impl Parser<'_> {
    /// Skips one token, or a whole group in delimiters.
    pub(super) fn skip_tree(&mut self) {
        let mut depth = 0usize;
        loop {
            let kind = self.cur();
            if kind.is_open() {
                depth += 1;
            } else if kind.is_close() {
                depth = depth.saturating_sub(1);
            } else if kind == T::Eof {
                return;
            }
            self.bump();
            if depth == 0 {
                return;
            }
        }
    }

    /// Skips to one of `stop`, or to the end of the group.
    pub(super) fn skip_to(&mut self, stop: &[T]) {
        while !stop.contains(&self.cur()) && !self.cur().is_close() && !self.at(T::Eof) {
            self.skip_tree();
        }
    }

    /// Counts a level of recursion. `false` if it is one too many: it is reported, and the caller skips what it was to parse.
    pub(super) fn enter(&mut self) -> bool {
        self.depth += 1;
        if self.depth <= MAX_NESTING + 8 {
            return true;
        }
        self.depth -= 1;
        self.report_deep(self.span());
        self.muted.get_or_insert(self.statement_depth);
        false
    }

    /// Remembers where a statement or item begins: what follows in it after it proved too deep, or broken, is not reported.
    pub(super) fn begin_statement(&mut self) -> (usize, bool) {
        (std::mem::replace(&mut self.statement_depth, self.depth), std::mem::replace(&mut self.broken, false))
    }

    pub(super) fn end_statement(&mut self, outer: (usize, bool)) {
        self.muted = self.muted.filter(|&depth| depth < self.statement_depth);
        (self.statement_depth, self.broken) = outer;
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    pub(super) fn report_deep(&mut self, span: Span) {
        if !self.deep {
            self.deep = true;
            self.cx.emit(too_deep(span));
        }
    }

    /// Skips what nests too deeply: up to where a list, statement or group goes on.
    pub(super) fn skip_deep(&mut self) {
        self.skip_to(&[T::Comma, T::Semi, T::Eq, T::FatArrow, T::LBrace]);
        self.reported = self.pos + 1;
    }
}
