//! Format strings: `f"…{expr:spec}…"`.

use super::*;
use crate::literal::{self, Content};
use vex_ir::pool::List;

impl Parser<'_> {
    /// The pieces of the format string here.
    pub(super) fn format_string(&mut self, span: Span) -> List<FmtPiece> {
        let inner = Span::new(span.lo + 2, span.hi - 1);
        let text = self.text_of(inner);
        let bytes = text.as_bytes();
        let mut pieces: Vec<FmtPiece> = Vec::new();
        let mut literal = Vec::new();
        let mut from = 0;
        let mut i = 0;
        while i < bytes.len() {
            match bytes[i] {
                // The braces of `\u{…}` are its own.
                b'\\' if bytes[i + 1..].starts_with(b"u{") => i += text[i..].find('}').map_or(2, |n| n + 1),
                b'\\' => i += 2,
                brace @ (b'{' | b'}') if bytes.get(i + 1) == Some(&brace) => {
                    self.format_text(text, inner.lo, from..i + 1, &mut literal);
                    i += 2;
                    from = i;
                }
                b'{' => {
                    self.format_text(text, inner.lo, from..i, &mut literal);
                    self.push_text(&mut pieces, &mut literal);
                    let end = self.format_arg(text, inner.lo, i, &mut pieces);
                    i = end;
                    from = end;
                }
                b'}' => {
                    let at = Span::new(inner.lo + i as u32, inner.lo + i as u32 + 1);
                    self.emit(Diagnostic::error(MALFORMED_FORMAT, at, "unmatched `}` in a format string").fix(
                        at,
                        "}}",
                        "a brace is written `}}`",
                    ));
                    i += 1;
                }
                // Every other byte stands for itself.
                _ => i += 1,
            }
        }
        self.format_text(text, inner.lo, from..bytes.len(), &mut literal);
        self.push_text(&mut pieces, &mut literal);
        self.body.fmt_pieces.alloc(pieces)
    }

    /// Skips what is left of a format string that a quote between its braces ended: `f"{x["key"]}"`.
    pub(super) fn skip_inner_quotes(&mut self, span: Span) {
        let broken = std::mem::replace(&mut self.broken_format, false);
        if !broken || self.span().lo != span.hi || matches!(self.cur(), T::RParen | T::Semi | T::Comma) {
            return;
        }
        while !self.on_new_line() {
            let string = matches!(self.cur(), T::Str | T::BadLit);
            self.bump();
            if string {
                return;
            }
        }
    }

    fn format_text(&mut self, text: &str, lo: u32, range: std::ops::Range<usize>, out: &mut Vec<u8>) {
        let mut errors = Vec::new();
        literal::unescape(&text[range.clone()], lo + range.start as u32, Content::Text, out, &mut errors);
        for error in errors {
            self.emit(error);
        }
    }

    fn push_text(&mut self, pieces: &mut Vec<FmtPiece>, literal: &mut Vec<u8>) {
        if !literal.is_empty() {
            pieces.push(FmtPiece::Text(self.body.strings.alloc(literal.drain(..))));
        }
    }

    /// `{expr:spec}` at `open`. Returns the offset behind it.
    fn format_arg(&mut self, text: &str, lo: u32, open: usize, pieces: &mut Vec<FmtPiece>) -> usize {
        let Some(parts) = Parts::find(text, open) else {
            let at = Span::new(lo + open as u32, lo + open as u32 + 1);
            self.emit(
                Diagnostic::error(MALFORMED_FORMAT, at, "this `{` is never closed in the format string")
                    .note("a brace is written `{{`")
                    .note("a quote between braces ends the string too: give a name to what needs one"),
            );
            self.broken_format = true;
            return text.len();
        };
        let span = Span::new(lo + open as u32, lo + parts.close as u32 + 1);
        let expr_span = Span::new(lo + open as u32 + 1, lo + parts.expr_end as u32);
        if text[open + 1..parts.expr_end].trim().is_empty() {
            self.emit(
                Diagnostic::error(MALFORMED_FORMAT, span, "expected an expression between the braces")
                    .note("what is formatted stands in the string: `f\"{x}\"`; a brace is written `{{`"),
            );
            return parts.close + 1;
        }
        let expr = self.sub_expr(expr_span);
        let spec = text.get(parts.expr_end + 1..parts.close).unwrap_or("");
        let spec = self.cx.interner.intern(spec);
        pieces.push(FmtPiece::Arg { expr, spec, span });
        parts.close + 1
    }

    /// Parses an expression out of a string.
    fn sub_expr(&mut self, span: Span) -> ExprId {
        let text = self.text_of(span);
        let mut lexed = lex(text, span.lo);
        balance(&mut lexed, text, span.lo);
        let failed = !lexed.errors.is_empty();
        for error in std::mem::take(&mut lexed.errors) {
            self.cx.emit(error);
        }
        let tokens = std::mem::replace(&mut self.tokens, lexed.tokens);
        let repaired = std::mem::replace(&mut self.repaired, lexed.repaired);
        let (pos, reported) = (self.pos, self.reported);
        (self.pos, self.reported) = (0, 0);
        let in_string = std::mem::replace(&mut self.in_string, true);
        let mut expr = self.expr();
        if !self.at(T::Eof) {
            if !failed {
                self.report(|p| {
                    let message = format!("expected `:` or `}}`, found {}", p.found());
                    Diagnostic::error(MALFORMED_FORMAT, p.span(), message).label("in this format string")
                });
            }
            expr = self.error_expr(span);
        }
        self.in_string = in_string;
        self.tokens = tokens;
        self.repaired = repaired;
        (self.pos, self.reported) = (pos, reported);
        expr
    }
}

/// Where the parts of `{expr:spec}` end.
struct Parts {
    /// The offset of `:`, or of `}` if there is none.
    expr_end: usize,
    close: usize,
}

impl Parts {
    /// Finds them without parsing: a spec may hold what no expression does.
    pub(super) fn find(text: &str, open: usize) -> Option<Parts> {
        let bytes = text.as_bytes();
        let mut depth = 0usize;
        let mut expr_end = None;
        let mut i = open + 1;
        while i < bytes.len() {
            match bytes[i] {
                // A character literal may be a delimiter.
                b'\'' if expr_end.is_none() && bytes.get(i + 2) == Some(&b'\'') => i += 2,
                b'(' | b'[' | b'{' if expr_end.is_none() => depth += 1,
                b'{' => depth += 1,
                b'}' if depth == 0 => return Some(Parts { expr_end: expr_end.unwrap_or(i), close: i }),
                b')' | b']' if expr_end.is_none() => depth = depth.saturating_sub(1),
                b'}' => depth -= 1,
                b':' if bytes.get(i + 1) == Some(&b':') && expr_end.is_none() => i += 1,
                b':' if depth == 0 && expr_end.is_none() => expr_end = Some(i),
                // Every other byte is part of the expression or spec.
                _ => {}
            }
            i += 1;
        }
        None
    }
}
