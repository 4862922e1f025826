//! The lexer: text to tokens, with comments kept aside.
//!
//! It never fails. What is no token becomes [`T::Unknown`] or [`T::BadLit`], with a diagnostic; the parser is silent about
//! both, so that one mistake is reported once.

use crate::bidi;
use crate::literal::NOT_ONE_CHARACTER;
use crate::token::T;
use logos::Logos;
use vex_ir::{Code, Diagnostic, Span};

const UNKNOWN_CHARACTER: Code = Code("E0001");
const UNTERMINATED_LITERAL: Code = Code("E0002");
const UNTERMINATED_COMMENT: Code = Code("E0003");

/// Tokens as two parallel vectors, ended by [`T::Eof`].
#[derive(Default, Clone)]
pub struct Tokens {
    pub kinds: Vec<T>,
    pub spans: Vec<Span>,
}

impl Tokens {
    pub fn push(&mut self, kind: T, span: Span) {
        self.kinds.push(kind);
        self.spans.push(span);
    }

    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    fn truncate(&mut self, len: usize) {
        self.kinds.truncate(len);
        self.spans.truncate(len);
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommentKind {
    /// `// …`
    Line,
    /// `/* … */`
    Block,
    /// `/// …`, which documents the item that follows
    Doc,
    /// `//! …`, which documents the file
    InnerDoc,
}

/// A comment, for formatters: what stands between tokens and is no white space.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Comment {
    pub kind: CommentKind,
    /// Without the line break that ends it.
    pub span: Span,
}

/// A text in tokens.
#[derive(Default)]
pub struct Lexed {
    pub tokens: Tokens,
    /// Every comment, in order. Together with the spans of tokens this is the whole layout.
    pub comments: Vec<Comment>,
    pub errors: Vec<Diagnostic>,
    /// Groups in parentheses or brackets of which a delimiter had to be made up, as positions of their delimiters.
    pub repaired: Vec<(u32, u32)>,
    /// Whether groups that nest too deeply were emptied.
    pub too_deep: bool,
    /// Whether a comment without an end goes on to the end of the text.
    pub endless_comment: bool,
}

impl Lexed {
    /// Whether the text has no mistakes that are found before it is parsed.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty() && self.repaired.is_empty() && !self.too_deep && !self.endless_comment
    }
}

/// What callbacks leave behind, in offsets from the start of the text.
#[derive(Default)]
pub struct Extras {
    base: u32,
    comments: Vec<Comment>,
    errors: Vec<Diagnostic>,
    /// Where a string began that the end of the text ended.
    unterminated: Option<usize>,
    /// The offset of the first string that goes on over a line break, probably by mistake.
    multiline: Option<usize>,
    endless_comment: bool,
    /// How many strings had no end. After the first two, none is looked for beyond its line.
    endless_strings: usize,
    /// The smallest number of `#` of a raw string without an end: later ones with as many or more have no end either.
    endless_raw: Option<usize>,
}

impl Extras {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start as u32, self.base + end as u32)
    }
}

/// Splits `text` into tokens whose spans start at `base`.
pub fn lex(text: &str, base: u32) -> Lexed {
    let mut lexer = T::lexer_with_extras(text, Extras { base, ..Extras::default() });
    lexer.bump(skip_prefix(text));
    let mut tokens = Tokens::default();
    // Dense code has a token for every three bytes. What stays unused was never touched, and costs nothing.
    tokens.kinds.reserve(text.len() / 3);
    tokens.spans.reserve(text.len() / 3);
    let mut went_back = false;
    while let Some(kind) = lexer.next() {
        let range = lexer.span();
        let span = lexer.extras.span(range.start, range.end);
        match kind {
            Ok(T::BadLit) if lexer.extras.unterminated.is_some() && !went_back => {
                went_back = true;
                lexer = restart(text, lexer, &mut tokens);
            }
            Ok(kind) => tokens.push(kind, span),
            Err(()) => unknown(text, &mut lexer, &mut tokens),
        }
    }
    let end = base + text.len() as u32;
    tokens.push(T::Eof, Span::new(end, end));
    let Extras { comments, errors, endless_comment, .. } = lexer.extras;
    let mut lexed = Lexed { tokens, comments, errors, repaired: Vec::new(), too_deep: false, endless_comment };
    bidi::check(text, base, &mut lexed);
    lexed
}

/// The length of a byte order mark and of a `#!` line for the shell, which are no part of the program.
fn skip_prefix(text: &str) -> usize {
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &text[bom..];
    if rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') {
        return bom + rest.find('\n').unwrap_or(rest.len());
    }
    bom
}

/// A string without an end swallows what follows, and every later string turns inside out, until the last one meets the end
/// of the text. So the string to blame is the first that goes on over a line break with more text behind it: it is made to end with its line, and
/// lexing starts again there.
fn restart<'t>(text: &'t str, lexer: logos::Lexer<'t, T>, tokens: &mut Tokens) -> logos::Lexer<'t, T> {
    let mut extras = lexer.extras;
    let last = extras.unterminated.take().unwrap_or(text.len());
    let start = extras.multiline.filter(|&m| m < last).unwrap_or(last);
    let end = start + line_len(&text[start..]);
    let from = extras.span(start, start).lo;
    tokens.truncate(tokens.spans.partition_point(|s| s.lo < from));
    extras.comments.retain(|c| c.span.lo < from);
    extras.errors.retain(|d| d.primary.span.lo < from);
    extras.multiline = None;
    unterminated_string(&mut extras, text, start, end);
    tokens.push(T::BadLit, extras.span(start, end));
    let mut lexer = T::lexer_with_extras(text, extras);
    lexer.bump(end);
    lexer
}

fn unterminated_string(extras: &mut Extras, text: &str, start: usize, end: usize) {
    let quote = text[start..end].find('"').map_or(start, |i| start + i);
    let diagnostic = Diagnostic::error(UNTERMINATED_LITERAL, extras.span(start, end), "unterminated string literal")
        .label("this string has no closing quote")
        .note(format!("the opening quote is `{}`", &text[start..=quote]));
    extras.errors.push(diagnostic);
}

/// The length of the first line, without its line break.
fn line_len(text: &str) -> usize {
    let end = text.find('\n').unwrap_or(text.len());
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

/// Reports a run of characters that begin no token as one mistake.
fn unknown(text: &str, lexer: &mut logos::Lexer<'_, T>, tokens: &mut Tokens) {
    let range = lexer.span();
    let span = lexer.extras.span(range.start, range.end);
    let joins = tokens.kinds.last() == Some(&T::Unknown) && tokens.spans.last().is_some_and(|s| s.hi == span.lo);
    if joins && let (Some(last), Some(error)) = (tokens.spans.last_mut(), lexer.extras.errors.last_mut()) {
        last.hi = span.hi;
        error.primary.span.hi = span.hi;
        error.suggestion = None;
        return;
    }
    if text[range.clone()] == *"`" && backquoted(lexer, tokens) {
        return;
    }
    tokens.push(T::Unknown, span);
    let c = text[range].chars().next().unwrap_or('\0');
    let mut diagnostic = Diagnostic::error(UNKNOWN_CHARACTER, span, format!("unknown character {}", describe_char(c)));
    if let Some((plain, name)) = look_alike(c) {
        diagnostic = diagnostic.fix(span, plain, format!("it looks like {name} (`{plain}`), but is not"));
    } else if c == '\u{feff}' {
        diagnostic = diagnostic.fix(span, "", "remove this byte order mark: only the start of a file may have one");
    }
    lexer.extras.errors.push(diagnostic);
}

/// A string in back quotes on one line, from the first on: reported.
fn backquoted(lexer: &mut logos::Lexer<'_, T>, tokens: &mut Tokens) -> bool {
    let rest = lexer.remainder();
    let Some(len) = rest[..line_len(rest)].find('`') else { return false };
    let inner = &rest[..len];
    let (start, end) = (lexer.span().start, lexer.span().end + len + 1);
    let span = lexer.extras.span(start, end);
    let diagnostic = Diagnostic::error(UNKNOWN_CHARACTER, span, "a string has double quotes");
    let diagnostic = match inner.contains(['"', '\\']) {
        true => diagnostic,
        false => diagnostic.suggest(span, format!("\"{inner}\""), "write them"),
    };
    lexer.extras.errors.push(diagnostic);
    tokens.push(T::BadLit, span);
    lexer.bump(len + 1);
    true
}

fn describe_char(c: char) -> String {
    match c {
        '\0' => "NUL".to_string(),
        '\u{feff}' => "U+FEFF (byte order mark)".to_string(),
        c if c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
        {
            format!("U+{:04X}", c as u32)
        }
        c => format!("`{c}`"),
    }
}

/// Characters that editors and web pages put in the place of the ones that a language has.
fn look_alike(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ff02}' => ("\"", "a double quote"),
        '\u{2018}' | '\u{2019}' | '\u{ff07}' => ("'", "a quote"),
        '\u{2013}' | '\u{2014}' | '\u{2212}' | '\u{ff0d}' => ("-", "a minus"),
        '\u{37e}' | '\u{ff1b}' => (";", "a semicolon"),
        '\u{ff0c}' | '\u{201a}' => (",", "a comma"),
        '\u{ff1a}' => (":", "a colon"),
        '\u{ff08}' => ("(", "a parenthesis"),
        '\u{ff09}' => (")", "a parenthesis"),
        '\u{ff5b}' => ("{", "a brace"),
        '\u{ff5d}' => ("}", "a brace"),
        '\u{a0}' | '\u{3000}' | '\u{2007}' | '\u{202f}' => (" ", "a space"),
        '\u{d7}' => ("*", "an asterisk"),
        '\u{2026}' => ("...", "three dots"),
        // Other characters resemble no token.
        _ => return None,
    })
}

/// Callbacks for what a regular expression cannot recognise, or not quickly.
pub(crate) mod scan {
    use super::*;
    use logos::{Filter, Lexer};

    pub fn line_comment(lexer: &mut Lexer<T>) -> Filter<T> {
        let rest = lexer.remainder();
        let len = line_len(rest);
        let kind = match rest.as_bytes() {
            [b'/', b'/', ..] => CommentKind::Line,
            [b'/', ..] => CommentKind::Doc,
            [b'!', ..] => CommentKind::InnerDoc,
            // Everything else is an ordinary comment, an empty one included.
            _ => CommentKind::Line,
        };
        lexer.bump(len);
        comment(lexer, kind)
    }

    fn comment(lexer: &mut Lexer<T>, kind: CommentKind) -> Filter<T> {
        let range = lexer.span();
        let span = lexer.extras.span(range.start, range.end);
        lexer.extras.comments.push(Comment { kind, span });
        Filter::Skip
    }

    pub fn block_comment(lexer: &mut Lexer<T>) -> Filter<T> {
        let bytes = lexer.remainder().as_bytes();
        let mut depth = 1usize;
        let mut i = 0;
        while depth > 0 {
            match &bytes[i..] {
                [b'*', b'/', ..] => (depth, i) = (depth - 1, i + 2),
                [b'/', b'*', ..] => (depth, i) = (depth + 1, i + 2),
                [] => return unterminated_comment(lexer, depth),
                [_, ..] => i += 1,
            }
        }
        lexer.bump(i);
        comment(lexer, CommentKind::Block)
    }

    fn unterminated_comment(lexer: &mut Lexer<T>, depth: usize) -> Filter<T> {
        let start = lexer.span().start;
        let open = lexer.extras.span(start, start + 2);
        let mut diagnostic = Diagnostic::error(UNTERMINATED_COMMENT, open, "unterminated block comment")
            .label("this comment is never closed");
        if depth > 1 {
            diagnostic = diagnostic.note("block comments nest: each `/*` needs its own `*/`");
        }
        lexer.extras.errors.push(diagnostic);
        lexer.extras.endless_comment = true;
        lexer.bump(lexer.remainder().len());
        comment(lexer, CommentKind::Block)
    }

    /// Scans to the closing quote; a backslash takes the next character with it.
    fn quoted(lexer: &mut Lexer<T>, kind: T) -> T {
        let bytes = lexer.remainder().as_bytes();
        let mut i = 0;
        let mut lines = false;
        loop {
            match bytes.get(i) {
                Some(b'"') => break,
                Some(b'\\') => i += 2,
                Some(b'\n') if lexer.extras.endless_strings > 1 => return unterminated(lexer),
                Some(b'\n') => (lines, i) = (true, i + 1),
                Some(_) => i += 1,
                None => return unterminated(lexer),
            }
        }
        // Text directly behind the closing quote suggests that this quote was meant to open another string.
        let odd = bytes
            .get(i + 1)
            .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'%' | b'\\' | b'"' | b'{'));
        if lines && odd {
            let start = lexer.span().start;
            lexer.extras.multiline.get_or_insert(start);
        }
        lexer.bump(i + 1);
        kind
    }

    fn unterminated(lexer: &mut Lexer<T>) -> T {
        let start = lexer.span().start;
        let len = line_len(lexer.remainder());
        lexer.bump(len);
        let end = lexer.span().end;
        let source = lexer.source();
        unterminated_string(&mut lexer.extras, source, start, end);
        lexer.extras.unterminated = Some(start);
        lexer.extras.endless_strings += 1;
        T::BadLit
    }

    /// Scans to the quote with as many `#` as the opening one has.
    fn raw(lexer: &mut Lexer<T>, kind: T) -> T {
        let hashes = lexer.slice().bytes().filter(|&b| b == b'#').count();
        let rest = lexer.remainder();
        let bytes = rest.as_bytes();
        let mut from = if lexer.extras.endless_raw.is_some_and(|n| n <= hashes) { bytes.len() } else { 0 };
        while let Some(found) = rest[from..].find('"') {
            let after = from + found + 1;
            if bytes[after..].iter().take(hashes).filter(|&&b| b == b'#').count() == hashes {
                lexer.bump(after + hashes);
                return kind;
            }
            from = after;
        }
        let range = lexer.span();
        let closing = format!("\"{}", "#".repeat(hashes.min(255)));
        let diagnostic = Diagnostic::error(
            UNTERMINATED_LITERAL,
            lexer.extras.span(range.start, range.end),
            "unterminated raw string literal",
        )
        .label("this string is never closed")
        .note(format!("it ends with `{closing}`"));
        lexer.extras.errors.push(diagnostic);
        lexer.extras.endless_raw = Some(lexer.extras.endless_raw.map_or(hashes, |n| n.min(hashes)));
        lexer.bump(line_len(rest));
        T::BadLit
    }

    pub fn string(lexer: &mut Lexer<T>) -> T {
        quoted(lexer, T::Str)
    }
    pub fn byte_string(lexer: &mut Lexer<T>) -> T {
        quoted(lexer, T::ByteStr)
    }
    pub fn c_string(lexer: &mut Lexer<T>) -> T {
        quoted(lexer, T::CStr)
    }
    pub fn format_string(lexer: &mut Lexer<T>) -> T {
        quoted(lexer, T::FormatStr)
    }
    pub fn raw_string(lexer: &mut Lexer<T>) -> T {
        raw(lexer, T::RawStr)
    }
    pub fn raw_byte_string(lexer: &mut Lexer<T>) -> T {
        raw(lexer, T::RawByteStr)
    }
    pub fn raw_c_string(lexer: &mut Lexer<T>) -> T {
        raw(lexer, T::RawCStr)
    }

    fn report(lexer: &mut Lexer<T>, code: Code, message: &str, note: &str) {
        let range = lexer.span();
        let span = lexer.extras.span(range.start, range.end);
        lexer.extras.errors.push(Diagnostic::error(code, span, message).note(note));
    }

    pub fn empty_char(lexer: &mut Lexer<T>) -> T {
        report(
            lexer,
            NOT_ONE_CHARACTER,
            "empty character literal",
            "a character literal holds exactly one character: `'a'`",
        );
        T::BadLit
    }

    pub fn long_char(lexer: &mut Lexer<T>) -> T {
        let range = lexer.span();
        let span = lexer.extras.span(range.start, range.end);
        if separator(lexer) {
            return T::BadLit;
        }
        let inner = lexer.slice().trim_start_matches('b').trim_matches('\'').to_string();
        let prefix = if lexer.slice().starts_with('b') { "b" } else { "" };
        let diagnostic = Diagnostic::error(NOT_ONE_CHARACTER, span, "character literal with more than one character")
            .fix(span, format!("{prefix}\"{inner}\""), "a string has double quotes");
        lexer.extras.errors.push(diagnostic);
        T::BadLit
    }

    /// `1'000`, where C++ separates digits: reported.
    fn separator(lexer: &mut Lexer<T>) -> bool {
        let range = lexer.span();
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'\'');
        let before = lexer.source()[..range.start].ends_with(|c: char| c.is_ascii_digit());
        let after = lexer.remainder().starts_with(|c: char| c.is_ascii_digit());
        if !before || !after || !digits(lexer.slice()) {
            return false;
        }
        let span = lexer.extras.span(range.start, range.end);
        let fixed = lexer.slice().replace('\'', "_");
        lexer.extras.errors.push(
            Diagnostic::error(NOT_ONE_CHARACTER, span, "digits are separated by `_`").fix(span, fixed, "write it"),
        );
        true
    }

    pub fn lone_quote(lexer: &mut Lexer<T>) -> T {
        if separator(lexer) {
            return T::BadLit;
        }
        report(
            lexer,
            UNTERMINATED_LITERAL,
            "unterminated character literal",
            "a character literal is one character between quotes: `'a'`; a quote itself is `'\\''`",
        );
        T::BadLit
    }
}
