//! Where a delimiter was meant, by lines and their indentation, and by what begins an item or a body.

use super::repair::{Header, Open, Repair};
use crate::token::T;
use vex_ir::{Code, Diagnostic, Span};

pub(crate) const UNEXPECTED_TOKEN: Code = Code("E0020");

impl Repair<'_> {
    /// What the layout tells of a text in which delimiters are known not to match.
    pub(super) fn layout(&mut self, i: usize, kind: T, span: Span) {
        let Some(top) = self.stack.last() else { return };
        match kind {
            T::Semi if top.kind == T::LParen => self.close_group(span),
            T::Semi | T::FatArrow if top.fields => {
                self.close_down_to(self.stack.len() - 1, span, "expected before this")
            }
            T::Else if top.kind == T::LBrace && self.lacks_brace_before_else(i) => {
                self.missing_braces(self.stack.len() - 1, span);
            }
            T::Semi if top.kind == T::LBracket => self.semi_in_bracket(i, span),
            T::RBrace if self.first_on_line(i) => self.dedent(span),
            // Items and `let` at the start of a line, no further in than the line that opened the group.
            _ if self.first_on_line(i) && self.begins_anew(i, kind) => self.item(kind, span),
            // No other token says anything about layout.
            _ => {}
        }
    }

    pub(super) fn begins_fields(&self, i: usize) -> bool {
        let kinds = &self.tokens.kinds;
        let declares = i >= 2 && matches!(kinds[i - 2], T::Struct | T::Enum | T::Ident);
        let after_path = i >= 1 && matches!(kinds[i - 1], T::Ident | T::Gt);
        let field = matches!(kinds.get(i + 1..i + 3), Some([T::Ident, T::Colon | T::Comma] | [T::DotDot, _]));
        after_path && !declares && field
    }

    /// Whether `else` ends a branch rather than a `let`.
    fn lacks_brace_before_else(&self, i: usize) -> bool {
        // A statement has hardly more tokens than this.
        let statement = self.tokens.kinds[..i].iter().rev().take(200);
        let mut statement = statement.take_while(|k| !matches!(k, T::Semi | T::LBrace | T::RBrace));
        let declares = statement.any(|k| *k == T::Let);
        !declares && self.surplus.is_some_and(|s| s < 0) && self.out.kinds.last() != Some(&T::RBrace)
    }

    /// Closes parentheses and brackets down to the innermost brace.
    fn close_group(&mut self, span: Span) {
        let keep = self.stack.iter().rposition(|o| o.kind == T::LBrace).map_or(0, |b| b + 1);
        self.close_down_to(keep, span, "expected before this");
    }

    /// `[T; N]` has one `;`, with something behind it.
    fn semi_in_bracket(&mut self, i: usize, span: Span) {
        let last = self.first_on_line(i + 1);
        let Some(top) = self.stack.last_mut() else { return };
        if top.semi || last {
            self.close_group(span);
        } else {
            top.semi = true;
        }
    }

    /// A `}` further out than the line of the innermost brace belongs to an outer one that stands where it stands; one
    /// further in closes nothing, if there are too many.
    fn dedent(&mut self, span: Span) {
        let column = self.line_indent(span.lo);
        let Some(innermost) = self.innermost(|o| o.kind == T::LBrace) else { return };
        if column >= self.stack[innermost].indent {
            return;
        }
        let outer = self.stack[..innermost].iter().rposition(|o| o.kind == T::LBrace && o.indent == column);
        if let Some(outer) = outer.filter(|_| self.surplus.is_some_and(|s| s < 0)) {
            self.missing_braces(outer + 1, span);
        }
    }

    /// Notices heads, and adds the brace that the body of one lacks: where there are too many closing braces, and a statement
    /// further in than the head begins a line in its place.
    pub(super) fn headers(&mut self, i: usize, kind: T, span: Span) {
        let level = self.stack.len();
        if self.header.as_ref().is_some_and(|h| self.lacks_brace(h, i, kind, span)) {
            self.missing_open(span);
        }
        let ends = matches!(kind, T::LBrace | T::Semi | T::RBrace);
        if ends && self.header.as_ref().is_some_and(|h| h.level >= level) {
            self.header = None;
        }
        let begins = match kind {
            T::Fn => matches!(self.tokens.kinds.get(i + 1), Some(T::Ident)),
            // `extern "C" fn` has a head of its own, unless the line breaks before `fn`.
            T::Extern => match self.tokens.kinds.get(i + 1..i + 3) {
                Some([T::Fn, _]) => self.first_on_line(i + 1),
                Some([_, T::Fn]) => self.first_on_line(i + 2),
                // Whatever else follows is no function.
                _ => true,
            },
            T::If | T::While | T::For | T::Match | T::Loop | T::Else | T::Struct | T::Enum | T::Impl | T::Trait => true,
            // Nothing else has a body.
            _ => false,
        };
        if begins {
            self.header = Some(Header { keyword: kind, indent: self.line_indent(span.lo), level });
        }
    }

    fn lacks_brace(&self, header: &Header, i: usize, kind: T, span: Span) -> bool {
        if header.level != self.stack.len() || self.surplus.is_none_or(|s| s <= 0) || !self.first_on_line(i) {
            return false;
        }
        let before = i.checked_sub(1).map_or(T::Eof, |i| self.tokens.kinds[i]);
        let complete = before.is_literal()
            || matches!(before, T::RParen | T::RBracket | T::Ident | T::SelfType | T::SelfValue | T::Gt | T::Bang)
            || matches!(before, T::Else | T::Loop | T::Extern);
        let body = match header.keyword {
            T::Struct | T::Enum | T::Match => matches!(kind, T::Ident | T::Pub | T::Hash | T::Int | T::Underscore),
            T::Impl | T::Trait | T::Extern => matches!(kind, T::Fn | T::Pub | T::Hash | T::Static | T::Type),
            // The others hold statements.
            _ => kind.starts_statement() || matches!(kind, T::Ident | T::Label | T::Unsafe | T::SelfValue | T::Hash),
        };
        complete && body && self.line_indent(span.lo) > header.indent
    }

    fn missing_open(&mut self, span: Span) {
        let Some(header) = self.header.take() else { return };
        let end = self.out.spans.last().map_or(span.lo, |s| s.hi);
        let at = Span::new(end, end);
        self.errors.push(
            Diagnostic::error(UNEXPECTED_TOKEN, at, "expected `{`")
                .label("its body begins behind this")
                .suggest(at, " {", "add `{`"),
        );
        self.surplus = self.surplus.map(|s| s - 1);
        self.emit(T::LBrace, at);
        self.stack.push(Open {
            kind: T::LBrace,
            span: at,
            at: self.out.len() - 1,
            indent: header.indent,
            semi: false,
            fields: false,
        });
    }

    /// Whether a `}` is the one too many: at the start of a line further in than that of the brace it would close, or behind
    /// something on a line that holds no brace for it.
    pub(super) fn is_surplus(&self, i: usize, span: Span) -> bool {
        let too_many = self.surplus.is_some_and(|s| s > 0);
        let top = self.stack.last().filter(|o| o.kind == T::LBrace);
        let Some(top) = top.filter(|_| too_many) else { return false };
        match self.first_on_line(i) {
            true => self.line_indent(span.lo) > top.indent,
            false => self.line_start(top.span.lo) != self.line_start(span.lo),
        }
    }

    fn begins_anew(&self, i: usize, kind: T) -> bool {
        let function = kind == T::Unsafe && matches!(self.tokens.kinds.get(i + 1), Some(T::Fn | T::Extern));
        let union = kind == T::Ident
            && matches!(self.tokens.kinds.get(i + 1..i + 3), Some([T::Ident, T::LBrace]))
            && self.text_at(i) == "union";
        union || function || kind == T::Let || kind.starts_item() || (kind == T::Hash && self.attribute_of_item(i))
    }

    fn text_at(&self, i: usize) -> &str {
        let span = self.tokens.spans[i];
        &self.text[(span.lo - self.base) as usize..(span.hi - self.base) as usize]
    }

    /// Whether the attributes that begin at `i` stand before an item.
    fn attribute_of_item(&self, mut i: usize) -> bool {
        let kinds = &self.tokens.kinds;
        let limit = i + 200;
        while kinds.get(i) == Some(&T::Hash) && i < limit {
            i += 1;
            while i < limit && !matches!(kinds.get(i), Some(T::RBracket | T::Eof) | None) {
                i += 1;
            }
            i += 1;
        }
        kinds.get(i).is_some_and(|k| k.starts_item())
    }

    /// An item that begins a line no further in than the line of the innermost brace: that brace lacks its end.
    fn item(&mut self, kind: T, span: Span) {
        let column = self.line_indent(span.lo);
        let in_group = self.stack.last().is_some_and(|o| o.kind != T::LBrace);
        // `fn(…)`, `const` and `pub` may begin a line among parameters or fields; the rest does not.
        if in_group && matches!(kind, T::Let | T::Struct | T::Enum | T::Import | T::Impl | T::Trait | T::Static) {
            self.close_group(span);
        }
        if kind == T::Let {
            return;
        }
        let keep = self.stack.iter().position(|o| o.kind == T::LBrace && o.indent >= column);
        if let Some(keep) = keep.filter(|_| self.surplus.is_some_and(|s| s < 0)) {
            self.missing_braces(keep, span);
        }
    }

    fn missing_braces(&mut self, keep: usize, span: Span) {
        let braces = self.stack[keep..].iter().filter(|o| o.kind == T::LBrace).count();
        self.surplus = self.surplus.map(|s| s + braces as i64);
        self.close_down_to(keep, span, "expected before this");
    }

    fn line_start(&self, offset: u32) -> u32 {
        let at = offset - self.base;
        self.lines[self.lines.partition_point(|&l| l <= at) - 1]
    }

    pub(super) fn line_indent(&self, offset: u32) -> u32 {
        let line = self.line_start(offset) as usize;
        self.text[line..].bytes().take(MAX_INDENT).take_while(|b| matches!(b, b' ' | b'\t')).count() as u32
    }

    fn first_on_line(&self, i: usize) -> bool {
        let Some(span) = self.tokens.spans.get(i) else { return true };
        let at = span.lo - self.base;
        self.tokens.kinds[i] == T::Eof || self.line_start(span.lo) + self.line_indent(span.lo) == at
    }
}

/// Indentation beyond this is not compared: it carries no information, and counting it takes time.
const MAX_INDENT: usize = 1000;

pub(super) fn line_starts(text: &str) -> Vec<u32> {
    let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1);
    std::iter::once(0).chain(breaks).collect()
}
