//! The walk over tokens that do not match: pairs what belongs together, reports the rest, and adds what is missing.

use super::{MAX_NESTING, too_deep};
use crate::lexer::Tokens;
use crate::token::T;
use vex_ir::{Code, Diagnostic, Span};

const UNCLOSED_DELIMITER: Code = Code("E0010");
pub(crate) const UNEXPECTED_CLOSING_DELIMITER: Code = Code("E0011");

/// An opening delimiter that is not closed yet.
pub(super) struct Open {
    pub(super) kind: T,
    pub(super) span: Span,
    /// Its position among the repaired tokens.
    pub(super) at: usize,
    /// The indentation of its line.
    pub(super) indent: u32,
    /// For `[`: whether a `;` was seen in it.
    pub(super) semi: bool,
    /// For `{`: whether it begins like the fields of a struct literal or pattern, which no `;` separates.
    pub(super) fields: bool,
}

/// Where something begins that has a body in braces.
pub(super) struct Header {
    pub(super) keyword: T,
    pub(super) indent: u32,
    /// How many groups it stands in.
    pub(super) level: usize,
}

pub(super) struct Repair<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) text: &'a str,
    pub(super) base: u32,
    /// Offsets of the lines of the text.
    pub(super) lines: Vec<u32>,
    pub(super) out: Tokens,
    pub(super) stack: Vec<Open>,
    /// How many closing braces are too many, as far as known.
    pub(super) surplus: Option<i64>,
    /// Whether all delimiters match, and there is nothing to guess.
    pub(super) matched: bool,
    pub(super) too_deep: bool,
    /// The head of a function, loop or type whose brace has not come yet.
    pub(super) header: Option<Header>,
    /// Whether what is open at the end was swallowed by a comment.
    pub(super) quiet_end: bool,
    /// The stray delimiters reported last, to which directly following ones belong.
    pub(super) stray: Option<Span>,
    pub(super) errors: Vec<Diagnostic>,
    pub(super) repaired: Vec<(u32, u32)>,
}

impl Repair<'_> {
    pub(super) fn run(&mut self) {
        for i in 0..self.tokens.len() {
            let (kind, span) = (self.tokens.kinds[i], self.tokens.spans[i]);
            if !self.matched && self.stack.len() <= MAX_NESTING {
                self.headers(i, kind, span);
                self.layout(i, kind, span);
                if kind == T::RBrace && self.is_surplus(i, span) {
                    self.report_stray(kind, span);
                    continue;
                }
            }
            if kind.is_open() {
                let fields = !self.matched && self.begins_fields(i);
                self.open(kind, span, fields);
            } else if kind.is_close() {
                self.close(i, kind, span);
            } else {
                if kind == T::Eof {
                    self.end(span);
                }
                self.emit(kind, span);
            }
            if !kind.is_close() {
                self.stray = None;
            }
        }
    }

    /// Adds a token, unless it stands too deep.
    pub(super) fn emit(&mut self, kind: T, span: Span) {
        if self.stack.len() <= MAX_NESTING {
            self.out.push(kind, span);
        }
    }

    fn open(&mut self, kind: T, span: Span, fields: bool) {
        let indent = self.line_indent(span.lo);
        self.emit(kind, span);
        let at = self.out.len().saturating_sub(1);
        self.stack.push(Open { kind, span, at, indent, semi: false, fields });
        if self.stack.len() == MAX_NESTING + 1 {
            if !self.too_deep {
                self.too_deep = true;
                self.errors.push(too_deep(span));
            }
            // The group that is left out counts as an operand in error, so that it can be the value of a block.
            self.out.push(T::BadLit, span);
        }
    }

    fn close(&mut self, i: usize, kind: T, span: Span) {
        match self.stack.last() {
            Some(top) if top.kind.closer() == kind => {
                self.pop_and_emit(kind, span);
            }
            Some(_) => self.mismatch(i, kind, span),
            None => self.report_stray(kind, span),
        }
    }

    fn pop_and_emit(&mut self, kind: T, span: Span) {
        self.stack.pop();
        self.emit(kind, span);
    }

    fn mismatch(&mut self, i: usize, kind: T, span: Span) {
        let brace = self.innermost(|o| o.kind == T::LBrace);
        let opener = self.innermost(|o| o.kind.closer() == kind);
        match (opener, brace) {
            // `}` closes its brace over parentheses that lack theirs.
            (Some(opener), _) if kind == T::RBrace => {
                self.close_down_to(opener + 1, span, "expected before this");
                self.pop_and_emit(kind, span);
            }
            // `)` closes its parenthesis over brackets that lack theirs, but not over a block.
            (Some(opener), brace) if brace.is_none_or(|b| b < opener) => {
                self.close_down_to(opener + 1, span, "expected before this");
                self.pop_and_emit(kind, span);
            }
            // No opener is near enough.
            _ => self.wrong_or_stray(i, kind, span),
        }
    }

    /// The innermost open delimiter that `wanted` takes, not looked for further out than code may nest.
    pub(super) fn innermost(&self, wanted: impl Fn(&Open) -> bool) -> Option<usize> {
        let from = self.stack.len().saturating_sub(2 * MAX_NESTING);
        self.stack[from..].iter().rposition(wanted).map(|i| from + i)
    }

    /// A closing delimiter that nothing nearby opened: the wrong one for the innermost group, or too many.
    fn wrong_or_stray(&mut self, i: usize, kind: T, span: Span) {
        let Some(top) = self.stack.last() else { return self.report_stray(kind, span) };
        let expected = top.kind.closer();
        let follows = self.tokens.kinds.get(i + 1) == Some(&expected);
        if top.kind == T::LBrace || kind == T::RBrace || follows {
            return self.report_stray(kind, span);
        }
        let message = format!("mismatched closing delimiter: `{}`", kind.text());
        let label = format!("expected `{}`", expected.text());
        let diagnostic = Diagnostic::error(UNEXPECTED_CLOSING_DELIMITER, span, message)
            .label(label)
            .secondary(top.span, "for this delimiter")
            .suggest(span, expected.text(), format!("close it with `{}`", expected.text()));
        self.errors.push(diagnostic);
        self.repaired.push((top.at as u32, self.out.len() as u32));
        self.pop_and_emit(expected, Span::new(span.hi, span.hi));
    }

    /// Whether a string without an end swallowed a delimiter, so that the other half of the pair is no mistake of its own.
    fn swallowed(&self, from: usize, delimiter: T) -> bool {
        let strings =
            self.out.kinds[from.min(self.out.len())..].iter().zip(&self.out.spans[from.min(self.out.len())..]);
        strings.rev().take(1000).any(|(kind, span)| {
            let text = &self.text[(span.lo - self.base) as usize..(span.hi - self.base) as usize];
            *kind == T::BadLit && text.contains(delimiter.text())
        })
    }

    fn report_stray(&mut self, kind: T, span: Span) {
        self.surplus = self.surplus.map(|s| s - i64::from(kind == T::RBrace));
        if self.swallowed(0, kind.opener()) {
            return;
        }
        if let (Some(before), Some(error)) = (self.stray, self.errors.last_mut()) {
            self.stray = Some(before.to(span));
            error.primary.span = before.to(span);
            error.message = "unexpected closing delimiters".to_string();
            error.suggestion = None;
            return;
        }
        self.stray = Some(span);
        let mut diagnostic = Diagnostic::error(
            UNEXPECTED_CLOSING_DELIMITER,
            span,
            format!("unexpected closing delimiter: `{}`", kind.text()),
        )
        .label("nothing is open that it could close");
        if let Some(top) = self.stack.last() {
            diagnostic.primary.text = "it closes nothing".to_string();
            diagnostic = diagnostic.secondary(top.span, "the innermost open delimiter is this");
        }
        self.errors.push(diagnostic.suggest(span, "", "remove it"));
    }

    /// Closes all but the outermost `keep` groups, with one report.
    pub(super) fn close_down_to(&mut self, keep: usize, before: Span, why: &str) {
        let Some(innermost) = self.stack.last().filter(|_| self.stack.len() > keep) else { return };
        // The token that is missing goes right behind what precedes it, where a fix would put it.
        let end = self.out.spans.last().map_or(before.lo, |s| s.hi);
        let missing = innermost.kind.closer().text();
        let mut diagnostic = Diagnostic::error(
            UNCLOSED_DELIMITER,
            innermost.span,
            format!("this `{}` is never closed", innermost.kind.text()),
        )
        .label("unclosed delimiter")
        .secondary(before, format!("`{missing}` {why}"));
        let quiet = self.swallowed(innermost.at, innermost.kind.closer());
        let others = self.stack.len() - keep - 1;
        for outer in self.stack[keep..].iter().rev().skip(1).take(3) {
            diagnostic = diagnostic.secondary(outer.span, "nor is this one");
        }
        if others == 0 && innermost.kind != T::LBrace {
            diagnostic = diagnostic.suggest(Span::new(end, end), missing, format!("add `{missing}`"));
        }
        if !quiet {
            self.errors.push(diagnostic);
        }
        while self.stack.len() > keep {
            let Some(open) = self.stack.pop() else { break };
            if open.kind != T::LBrace && self.stack.len() < MAX_NESTING {
                self.repaired.push((open.at as u32, self.out.len() as u32));
            }
            self.emit(open.kind.closer(), Span::new(end, end));
        }
    }

    fn end(&mut self, span: Span) {
        let reports = self.errors.len();
        self.close_down_to(0, span, "expected before the end of the file");
        if self.quiet_end {
            self.errors.truncate(reports);
        }
    }
}
