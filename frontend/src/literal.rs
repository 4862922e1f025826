//! What literals mean: numbers, characters and strings, from the text of their tokens.

use vex_ir::tree::Suffix;
use vex_ir::ty::{FloatTy, IntTy};
use vex_ir::{Code, Diagnostic, Span};

pub(crate) const NOT_ONE_CHARACTER: Code = Code("E0004");
const INVALID_ESCAPE: Code = Code("E0005");
const INVALID_UNICODE_ESCAPE: Code = Code("E0006");
const INVALID_NUMBER: Code = Code("E0007");
const INTEGER_TOO_LARGE: Code = Code("E0008");
const UNREPRESENTABLE_CHARACTER: Code = Code("E0009");
/// A hexadecimal float without `p` and an exponent.
const POWER_MISSING: Code = Code("E0046");

/// An integer or float literal.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Number {
    Int(u128, Suffix),
    /// The digits, without underscores and suffix.
    Float(String, Suffix),
}

/// Reads an integer literal; `span` is the span of `text`.
pub(crate) fn int(text: &str, span: Span) -> Result<Number, Box<Diagnostic>> {
    let (radix, name, start) = match text.as_bytes() {
        [b'0', b'x', ..] => (16, "hexadecimal", 2),
        [b'0', b'o', ..] => (8, "octal", 2),
        [b'0', b'b', ..] => (2, "binary", 2),
        [b'0', b'X' | b'O' | b'B', ..] => return Err(Box::new(upper_prefix(text, span))),
        // Everything else is decimal.
        _ => (10, "decimal", 0),
    };
    let body = &text[start..];
    let is_suffix = |c: char| if radix == 16 { !c.is_ascii_hexdigit() && c != '_' } else { c.is_ascii_alphabetic() };
    let split = body.find(is_suffix).unwrap_or(body.len());
    let (digits, suffix) = body.split_at(split);
    if !digits.bytes().any(|b| b.is_ascii_hexdigit()) {
        let message = format!("{name} literal without digits");
        return Err(Box::new(Diagnostic::error(INVALID_NUMBER, span, message).label("no digits after the prefix")));
    }
    if let Some(bad) = digits.find(|c: char| c != '_' && !c.is_digit(radix)) {
        let at = Span::new(span.lo + (start + bad) as u32, span.lo + (start + bad + 1) as u32);
        let message = format!("invalid digit in {} {name} literal", if radix == 8 { "an" } else { "a" });
        return Err(Box::new(Diagnostic::error(INVALID_NUMBER, at, message)));
    }
    if matches!((radix, suffix), (10, "e" | "E") | (16, "p" | "P")) {
        return Err(Box::new(no_exponent(span)));
    }
    let suffix_span = Span::new(span.lo + (start + split) as u32, span.hi);
    let suffix = number_suffix(suffix, suffix_span, "integer")?;
    if let Suffix::Float(_) = suffix {
        return float_from_int(digits, radix, suffix, span);
    }
    let value = parse_digits(digits, radix).ok_or_else(|| Box::new(too_large(span)))?;
    Ok(Number::Int(value, suffix))
}

fn float_from_int(digits: &str, radix: u32, suffix: Suffix, span: Span) -> Result<Number, Box<Diagnostic>> {
    if radix != 10 {
        let message = "a float literal can only be decimal, or hexadecimal with an exponent: `0x1.8p3`";
        return Err(Box::new(Diagnostic::error(INVALID_NUMBER, span, message)));
    }
    Ok(Number::Float(digits.replace('_', ""), suffix))
}

fn parse_digits(digits: &str, radix: u32) -> Option<u128> {
    let mut value = 0u64;
    let mut bytes = digits.bytes().filter(|&b| b != b'_');
    // Nearly every literal fits 64 bits, where arithmetic is cheap.
    for b in bytes.by_ref() {
        let digit = u64::from((b as char).to_digit(radix)?);
        match value.checked_mul(u64::from(radix)).and_then(|v| v.checked_add(digit)) {
            Some(v) => value = v,
            None => {
                let wide = u128::from(value).checked_mul(radix.into())?.checked_add(digit.into())?;
                return parse_wide(wide, bytes, radix);
            }
        }
    }
    Some(value.into())
}

fn parse_wide(mut value: u128, bytes: impl Iterator<Item = u8>, radix: u32) -> Option<u128> {
    for b in bytes {
        let digit = (b as char).to_digit(radix)?;
        value = value.checked_mul(radix.into())?.checked_add(digit.into())?;
    }
    Some(value)
}

fn too_large(span: Span) -> Diagnostic {
    Diagnostic::error(INTEGER_TOO_LARGE, span, "integer literal is too large")
        .note(format!("the largest is `{}` (`u128`)", u128::MAX))
}

fn upper_prefix(text: &str, span: Span) -> Diagnostic {
    let at = Span::new(span.lo + 1, span.lo + 2);
    let lower = text[1..2].to_ascii_lowercase();
    Diagnostic::error(INVALID_NUMBER, at, "the prefix of a number is written in lower case").fix(
        at,
        lower.clone(),
        format!("write `0{lower}`"),
    )
}

/// An integer literal without a suffix as a float literal, with the given suffix or without one.
pub(crate) fn int_as_float(text: &str, suffix: &str) -> String {
    let value = match int(text, Span::NONE) {
        Ok(Number::Int(value, _)) => value,
        // An invalid literal is reported where it stands; a literal with decimal digits keeps all of them.
        Ok(Number::Float(..)) | Err(_) if text.starts_with("0o") || text.starts_with("0b") => return text.to_string(),
        Ok(Number::Float(..)) | Err(_) => 0,
    };
    format!("{}{suffix}", vex_ir::float::of_int_literal(text, value))
}

/// Reads a float literal.
pub(crate) fn float(text: &str, span: Span) -> Result<Number, Box<Diagnostic>> {
    if text.starts_with("0x") || text.starts_with("0X") {
        return hex_float(text, span);
    }
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let exponent = matches!(bytes[end], b'e' | b'E');
        let sign = exponent && matches!(bytes.get(end + 1), Some(b'+' | b'-'));
        if !(bytes[end].is_ascii_digit() || matches!(bytes[end], b'_' | b'.') || exponent) {
            break;
        }
        end += 1 + usize::from(sign);
    }
    let (digits, suffix) = text.split_at(end);
    let digits = digits.replace('_', "");
    if digits.ends_with(['e', 'E', '+', '-']) || digits.matches(['e', 'E']).count() > 1 {
        return Err(Box::new(no_exponent(span)));
    }
    with_float_suffix(digits, suffix, span)
}

/// A float literal without its suffix and underscores, and what stands behind it.
fn with_float_suffix(digits: String, suffix: &str, span: Span) -> Result<Number, Box<Diagnostic>> {
    match number_suffix(suffix, Span::new(span.hi - suffix.len() as u32, span.hi), "float")? {
        Suffix::Int(ty) => {
            let message = format!("a float literal cannot have the type `{}`", ty.name());
            Err(Box::new(Diagnostic::error(INVALID_NUMBER, span, message).note("convert it with `as`")))
        }
        suffix => Ok(Number::Float(digits, suffix)),
    }
}

/// Reads `0x1.8p3`, `0x1.8p-3f32`: hexadecimal digits, times a power of two (C17 6.4.4.2).
fn hex_float(text: &str, span: Span) -> Result<Number, Box<Diagnostic>> {
    let at = |from: usize, to: usize| Span::new(span.lo + from as u32, span.lo + to as u32);
    if text.starts_with("0X") {
        return Err(Box::new(upper_prefix(text, span)));
    }
    let Some(p) = text.find(['p', 'P']) else { return Err(Box::new(no_power(text, span))) };
    let is_digit = |c: char| c.is_ascii_hexdigit();
    if let Some(bad) = text[2..p].find(|c| !is_digit(c) && !matches!(c, '_' | '.')) {
        let message = "invalid digit in a hexadecimal literal";
        return Err(Box::new(Diagnostic::error(INVALID_NUMBER, at(2 + bad, 3 + bad), message)));
    }
    let point = text[..p].find('.');
    let (whole, fraction) = (&text[2..point.unwrap_or(p)], &text[point.map_or(p, |point| point + 1)..p]);
    match (whole.contains(is_digit), point, fraction.contains(is_digit)) {
        (true, None, _) | (true, Some(_), true) => {}
        (true, Some(point), false) => {
            let error =
                Diagnostic::error(INVALID_NUMBER, at(point, p), "a float literal needs a digit after its point");
            return Err(Box::new(error.fix(at(point, p), "", "leave the point out")));
        }
        (false, _, true) => {
            let error = Diagnostic::error(INVALID_NUMBER, at(0, p), "a float literal needs a digit before its point");
            return Err(Box::new(error.fix(at(2, 2 + whole.len()), "0", "write a zero")));
        }
        (false, _, false) => {
            let error = Diagnostic::error(INVALID_NUMBER, span, "hexadecimal literal without digits");
            return Err(Box::new(error.label("no digits after the prefix")));
        }
    }
    let exponent = &text[p + 1..];
    let sign = usize::from(exponent.starts_with(['+', '-']));
    let len = exponent[sign..].find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(exponent.len() - sign);
    let (digits, suffix) = text.split_at(p + 1 + sign + len);
    if !digits[p..].contains(|c: char| c.is_ascii_digit()) {
        return Err(Box::new(no_exponent(span)));
    }
    with_float_suffix(digits.replace('_', ""), suffix, span)
}

/// `0x1.8`: C has no such literals either.
fn no_power(text: &str, span: Span) -> Diagnostic {
    let error = Diagnostic::error(POWER_MISSING, span, "a hexadecimal float literal needs an exponent");
    // The letter of a suffix may be meant as a digit: `0x1.8f32`.
    if text[2..].contains(|c: char| !c.is_ascii_hexdigit() && !matches!(c, '.' | '_'))
        || ["f32", "f64"].iter().any(|suffix| text.ends_with(suffix))
    {
        return error.note("`p` and a power of two stand before the suffix: `0x1.8p0f32` is 1.5");
    }
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let whole = if whole[2..].contains(|c: char| c.is_ascii_hexdigit()) { whole } else { "0x0" };
    error.fix(span, format!("{whole}{rest}p0"), "`p` and a power of two stand behind the digits")
}

fn no_exponent(span: Span) -> Diagnostic {
    Diagnostic::error(INVALID_NUMBER, span, "the exponent of this float literal has no digits")
}

fn number_suffix(suffix: &str, span: Span, kind: &str) -> Result<Suffix, Box<Diagnostic>> {
    let float = |ty: FloatTy| Ok(Suffix::Float(ty));
    match suffix {
        "" => Ok(Suffix::None),
        "f32" => float(FloatTy::F32),
        "f64" => float(FloatTy::F64),
        // The remaining suffixes are integer types, or unknown.
        _ => match IntTy::from_name(suffix) {
            Some(ty) => Ok(Suffix::Int(ty)),
            None => Err(Box::new(bad_suffix(suffix, span, kind))),
        },
    }
}

fn bad_suffix(suffix: &str, span: Span, kind: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(INVALID_NUMBER, span, format!("invalid suffix `{suffix}` for a number"));
    let names = || IntTy::ALL.iter().map(|t| t.name()).chain(["f32", "f64"]);
    match (suffix, kind) {
        ("u" | "U", "integer") => diagnostic.suggest(span, "u32", "unsigned literals name their type"),
        ("l" | "L", "integer") => diagnostic.suggest(span, "i64", "literals name their type"),
        ("ul" | "UL" | "ull" | "ULL", "integer") => diagnostic.suggest(span, "u64", "literals name their type"),
        ("f" | "F", _) => diagnostic.suggest(span, "f32", "literals name their type"),
        // Every other suffix is a typing mistake.
        _ => match vex_ir::diag::closest(suffix, names()) {
            Some(name) => diagnostic.suggest(span, name, "a type of that name exists"),
            None => diagnostic.note("a suffix is the name of an integer or float type: `42u8`, `1.5f32`"),
        },
    }
}

/// What a string or character literal may contain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Content {
    /// Unicode; `\x` up to 7F.
    Text,
    /// ASCII, and any `\x`.
    Bytes,
    /// Unicode and any `\x`, but no NUL.
    C,
}

/// Decodes the text between the quotes of a literal, of which `lo` is the offset, and appends it to `out`.
pub(crate) fn unescape(inner: &str, lo: u32, content: Content, out: &mut Vec<u8>, errors: &mut Vec<Diagnostic>) {
    let plain = !inner.bytes().any(|b| matches!(b, b'\\' | b'\r' | 0) || b >= 0x80);
    if plain {
        return out.extend_from_slice(inner.as_bytes());
    }
    let mut unescape = Unescape { text: inner, lo, at: 0, content, out, errors };
    unescape.run();
}

/// Decodes a raw string, which has no escapes.
pub(crate) fn raw(inner: &str, lo: u32, content: Content, out: &mut Vec<u8>, errors: &mut Vec<Diagnostic>) {
    let mut unescape = Unescape { text: inner, lo, at: 0, content, out, errors };
    while let Some(c) = unescape.next() {
        unescape.plain(c);
    }
}

struct Unescape<'a> {
    text: &'a str,
    lo: u32,
    at: usize,
    content: Content,
    out: &'a mut Vec<u8>,
    errors: &'a mut Vec<Diagnostic>,
}

impl Unescape<'_> {
    fn run(&mut self) {
        while let Some(c) = self.next() {
            if c == '\\' { self.escape() } else { self.plain(c) }
        }
    }

    fn next(&mut self) -> Option<char> {
        let c = self.text[self.at..].chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn span_from(&self, start: usize) -> Span {
        Span::new(self.lo + start as u32, self.lo + self.at as u32)
    }

    fn error(&mut self, code: Code, start: usize, message: impl Into<String>) -> &mut Diagnostic {
        let span = self.span_from(start);
        self.errors.push(Diagnostic::error(code, span, message));
        let last = self.errors.len() - 1;
        &mut self.errors[last]
    }

    /// A character that stands for itself.
    fn plain(&mut self, c: char) {
        let start = self.at - c.len_utf8();
        match c {
            // Line breaks are `\n`, whatever the editor writes.
            '\r' if self.peek() == Some('\n') => return,
            '\0' if self.content == Content::C => {
                self.error(UNREPRESENTABLE_CHARACTER, start, "a C string cannot contain NUL");
            }
            c if !c.is_ascii() && self.content == Content::Bytes => {
                self.error(UNREPRESENTABLE_CHARACTER, start, "a byte literal can only contain ASCII")
                    .notes
                    .push("write other bytes as `\\xNN`".into());
            }
            // Everything else may stand in every literal.
            _ => {}
        }
        self.push(c);
    }

    fn push(&mut self, c: char) {
        self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    fn escape(&mut self) {
        let start = self.at - 1;
        let Some(c) = self.next() else {
            self.error(INVALID_ESCAPE, start, "incomplete escape");
            return;
        };
        match c {
            'n' => self.out.push(b'\n'),
            'r' => self.out.push(b'\r'),
            't' => self.out.push(b'\t'),
            '\\' | '"' | '\'' => self.out.push(c as u8),
            '0' => self.byte(0, start),
            'x' => self.hex(start),
            'u' => self.unicode(start),
            '\n' => self.skip_line_start(),
            '\r' if self.peek() == Some('\n') => self.skip_line_start(),
            // No other escape exists.
            _ => self.unknown(c, start),
        }
    }

    fn unknown(&mut self, c: char, start: usize) {
        let shown = if c.is_control() { format!("U+{:04X}", c as u32) } else { format!("`\\{c}`") };
        let replacement = match c {
            'a' => Some("\\x07"),
            'b' => Some("\\x08"),
            'e' => Some("\\x1b"),
            'f' => Some("\\x0c"),
            'v' => Some("\\x0b"),
            // Every other character has no common meaning.
            _ => None,
        };
        let span = self.span_from(start);
        let mut diagnostic = Diagnostic::error(INVALID_ESCAPE, span, format!("unknown escape {shown}"));
        diagnostic = match replacement {
            Some(hex) => diagnostic.fix(span, hex, "write its number"),
            None => diagnostic.note("the escapes are `\\n \\r \\t \\\\ \\\" \\' \\0 \\xNN \\u{…}`"),
        };
        self.errors.push(diagnostic);
    }

    /// A backslash at the end of a line joins it with the next, without that one's indentation.
    fn skip_line_start(&mut self) {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace()) {
            self.next();
        }
    }

    fn byte(&mut self, value: u8, start: usize) {
        if value == 0 && self.content == Content::C {
            self.error(UNREPRESENTABLE_CHARACTER, start, "a C string cannot contain NUL")
                .notes
                .push("C would take it for the end".into());
        }
        self.out.push(value);
    }

    fn hex(&mut self, start: usize) {
        let digits = &self.text.as_bytes()[self.at..];
        let value = match digits {
            [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                u8::from_str_radix(&self.text[self.at..self.at + 2], 16).unwrap_or(0)
            }
            // Fewer than two digits.
            _ => {
                let given = digits.iter().take(1).filter(|d| d.is_ascii_hexdigit()).count();
                self.at += given;
                self.error(INVALID_ESCAPE, start, "`\\x` takes two hexadecimal digits");
                return;
            }
        };
        self.at += 2;
        if value > 0x7f && self.content == Content::Text {
            let span = self.span_from(start);
            let diagnostic = Diagnostic::error(INVALID_ESCAPE, span, "`\\x` goes up to 7F in text")
                .suggest(span, format!("\\u{{{value:x}}}"), format!("the character U+{value:04X} is"))
                .note("bytes are what `b\"…\"` and `c\"…\"` hold");
            self.errors.push(diagnostic);
            return;
        }
        self.byte(value, start);
    }

    fn unicode(&mut self, start: usize) {
        if self.peek() != Some('{') {
            self.error(INVALID_UNICODE_ESCAPE, start, "`\\u` takes its digits in braces")
                .notes
                .push("for example `\\u{1F600}`".into());
            return;
        }
        let Some(len) = self.text[self.at..].find('}') else {
            self.at = self.text.len();
            self.error(INVALID_UNICODE_ESCAPE, start, "this `\\u{` has no `}`");
            return;
        };
        let digits = self.text[self.at + 1..self.at + len].replace('_', "");
        self.at += len + 1;
        if self.content == Content::Bytes {
            self.error(INVALID_UNICODE_ESCAPE, start, "a byte literal has no `\\u{…}`")
                .notes
                .push("write the bytes as `\\xNN`".into());
            return;
        }
        let all_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        if digits.is_empty() || digits.len() > 6 || !all_hex {
            self.error(INVALID_UNICODE_ESCAPE, start, "`\\u{…}` takes one to six hexadecimal digits");
            return;
        }
        let value = u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX);
        match char::from_u32(value) {
            Some('\0') if self.content == Content::C => self.byte(0, start),
            Some(c) => self.push(c),
            None => self.not_scalar(value, start),
        }
    }

    fn not_scalar(&mut self, value: u32, start: usize) {
        let surrogate = (0xd800..0xe000).contains(&value);
        let why = if surrogate { "it is a surrogate" } else { "the last is U+10FFFF" };
        self.error(INVALID_UNICODE_ESCAPE, start, format!("U+{value:04X} is not a Unicode scalar value"))
            .notes
            .push(why.into());
    }
}

/// Reads a character or byte literal, quotes included.
pub(crate) fn char_value(text: &str, span: Span, content: Content, errors: &mut Vec<Diagnostic>) -> Option<char> {
    let open = text.find('\'').map_or(0, |i| i + 1);
    let inner = &text[open..text.len() - 1];
    let mut out = Vec::new();
    let before = errors.len();
    unescape(inner, span.lo + open as u32, content, &mut out, errors);
    if errors.len() > before {
        return None;
    }
    if content == Content::Bytes {
        if let [byte] = out[..] {
            return Some(char::from(byte));
        }
    } else if let Ok(decoded) = std::str::from_utf8(&out) {
        let mut chars = decoded.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Some(c);
        }
    }
    errors.push(
        Diagnostic::error(NOT_ONE_CHARACTER, span, "character literal with more than one character")
            .note("a string has double quotes"),
    );
    None
}
