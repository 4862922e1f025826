//! Makes delimiters match, before parsing.
//!
//! The parser never sees a missing or stray delimiter, nor groups nested more than [`MAX_NESTING`] deep: where the text has
//! such, this reports it once and repairs the tokens. What it adds is an empty token, at which the parser reports nothing.
//! A text without such mistakes, however it is laid out, costs one scan.

use crate::lexer::{Lexed, Tokens};
use crate::token::T;
use vex_ir::{Code, Diagnostic, Span};

const UNCLOSED_DELIMITER: Code = Code("E0010");
pub(crate) const UNEXPECTED_CLOSING_DELIMITER: Code = Code("E0011");
const NESTED_TOO_DEEPLY: Code = Code("E0012");
pub(crate) const UNEXPECTED_TOKEN: Code = Code("E0020");

/// How deep groups in delimiters, and whatever else the parser recurses for, may nest. A debug build of the parser and of
/// a recursive walker over what it makes fits a stack of 2 MiB with it.
pub const MAX_NESTING: usize = 500;

/// The diagnostic for code that nests too deeply.
pub(crate) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(NESTED_TOO_DEEPLY, span, "this code is nested too deeply")
        .label("the limit is reached here")
        .note("split it into several statements or functions")
}

/// Repairs what does not match.
pub(crate) fn balance(lexed: &mut Lexed, text: &str, base: u32) {
    match survey(&lexed.tokens) {
        Survey::Fine => {}
        Survey::Broken { surplus } => {
            let tokens = std::mem::take(&mut lexed.tokens);
            let mut repair = Repair {
                tokens: &tokens,
                text,
                base,
                lines: line_starts(text),
                out: Tokens::default(),
                stack: Vec::new(),
                surplus,
                matched: surplus.is_none(),
                too_deep: false,
                header: None,
                quiet_end: lexed.endless_comment,
                stray: None,
                errors: Vec::new(),
                repaired: Vec::new(),
            };
            repair.run();
            let Repair { out, errors, repaired, too_deep, .. } = repair;
            lexed.too_deep = too_deep;
            lexed.tokens = out;
            lexed.errors.extend(errors);
            lexed.repaired = repaired;
        }
    }
}

enum Survey {
    Fine,
    /// `surplus` is the number of closing braces over that of opening ones; none if all match and only nest too deeply.
    Broken {
        surplus: Option<i64>,
    },
}

fn survey(tokens: &Tokens) -> Survey {
    let mut stack: Vec<T> = Vec::new();
    let mut deepest = 0;
    let mut matched = true;
    let mut surplus = 0i64;
    for &kind in &tokens.kinds {
        if kind.is_open() {
            surplus -= i64::from(kind == T::LBrace);
            stack.push(kind.closer());
            deepest = deepest.max(stack.len());
        } else if kind.is_close() {
            surplus += i64::from(kind == T::RBrace);
            matched &= stack.pop() == Some(kind);
        }
    }
    matched &= stack.is_empty();
    match matched {
        true if deepest <= MAX_NESTING => Survey::Fine,
        true => Survey::Broken { surplus: None },
        false => Survey::Broken { surplus: Some(surplus) },
    }
}

/// An opening delimiter that is not closed yet.
struct Open {
    kind: T,
    span: Span,
    /// Its position among the repaired tokens.
    at: usize,
    /// The indentation of its line.
    indent: u32,
    /// For `[`: whether a `;` was seen in it.
    semi: bool,
    /// For `{`: whether it begins like the fields of a struct literal or pattern, which no `;` separates.
    fields: bool,
}

/// Where something begins that has a body in braces.
struct Header {
    keyword: T,
    indent: u32,
    /// How many groups it stands in.
    level: usize,
}

struct Repair<'a> {
    tokens: &'a Tokens,
    text: &'a str,
    base: u32,
    /// Offsets of the lines of the text.
    lines: Vec<u32>,
    out: Tokens,
    stack: Vec<Open>,
    /// How many closing braces are too many, as far as known.
    surplus: Option<i64>,
    /// Whether all delimiters match, and there is nothing to guess.
    matched: bool,
    too_deep: bool,
    /// The head of a function, loop or type whose brace has not come yet.
    header: Option<Header>,
    /// Whether what is open at the end was swallowed by a comment.
    quiet_end: bool,
    /// The stray delimiters reported last, to which directly following ones belong.
    stray: Option<Span>,
    errors: Vec<Diagnostic>,
    repaired: Vec<(u32, u32)>,
}

impl Repair<'_> {
    fn run(&mut self) {
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
    fn emit(&mut self, kind: T, span: Span) {
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
            // What is left out is an operand that could not be read: as the value of a block, it is one in error.
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
    fn innermost(&self, wanted: impl Fn(&Open) -> bool) -> Option<usize> {
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
    fn close_down_to(&mut self, keep: usize, before: Span, why: &str) {
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

    /// What the layout tells of a text in which delimiters are known not to match.
    fn layout(&mut self, i: usize, kind: T, span: Span) {
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

    fn begins_fields(&self, i: usize) -> bool {
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
    fn headers(&mut self, i: usize, kind: T, span: Span) {
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
    fn is_surplus(&self, i: usize, span: Span) -> bool {
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

    fn line_indent(&self, offset: u32) -> u32 {
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

fn line_starts(text: &str) -> Vec<u32> {
    let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1);
    std::iter::once(0).chain(breaks).collect()
}
