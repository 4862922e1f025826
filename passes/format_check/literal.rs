//! Where the bytes of a string literal stand in the source.
//!
//! Escapes are longer than what they mean. The text of the literal is read as the lexer reads it; whatever does not come out as
//! the bytes that the lexer made of it has no places, and messages then show the literal as a whole.

use std::ops::Range;
use vex_ir::Span;

/// For each byte of a literal, the span of the source that stands for it. `source` is the literal as written, at `lo`.
pub(super) fn places(source: &str, lo: u32, bytes: &[u8]) -> Option<Vec<Span>> {
    let open = source.find('"')?;
    let prefix = &source[..open];
    let close = source.rfind('"').filter(|close| *close > open)?;
    let mut reader = Reader { text: &source[open + 1..close], at: 0, lo: lo + open as u32 + 1, bytes, out: Vec::new() };
    reader.run(prefix.contains('r'))?;
    (reader.out.len() == bytes.len()).then_some(reader.out)
}

/// The span of a range of bytes; an empty range is the place before its start.
pub(super) fn span(places: &[Span], range: &Range<usize>) -> Option<Span> {
    if range.is_empty() {
        return Some(places.get(range.start)?.start());
    }
    Some(places.get(range.start)?.to(*places.get(range.end - 1)?))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    lo: u32,
    bytes: &'a [u8],
    out: Vec<Span>,
}

impl Reader<'_> {
    fn run(&mut self, raw: bool) -> Option<()> {
        while let Some(c) = self.text[self.at..].chars().next() {
            let start = self.at;
            self.at += c.len_utf8();
            match c {
                '\r' if self.text[self.at..].starts_with('\n') => {}
                '\\' if !raw => self.escape(start)?,
                c => self.emit(c.encode_utf8(&mut [0; 4]).as_bytes(), start)?,
            }
        }
        Some(())
    }

    /// Notes that the source from `start` on stands for these bytes, if that is so.
    fn emit(&mut self, meant: &[u8], start: usize) -> Option<()> {
        let from = self.out.len();
        if self.bytes.get(from..from + meant.len())? != meant {
            return None;
        }
        let span = Span::new(self.lo + start as u32, self.lo + self.at as u32);
        // The bytes of a plain character have places of their own.
        let plain = self.at - start == meant.len();
        for i in 0..meant.len() as u32 {
            self.out.push(if plain { Span::new(span.lo + i, span.lo + i + 1) } else { span });
        }
        Some(())
    }

    fn escape(&mut self, start: usize) -> Option<()> {
        let c = self.text[self.at..].chars().next()?;
        self.at += c.len_utf8();
        let byte = match c {
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            '0' => 0,
            '\\' | '"' | '\'' => c as u8,
            'x' => {
                let digits = self.text.get(self.at..self.at + 2)?;
                self.at += 2;
                u8::from_str_radix(digits, 16).ok()?
            }
            'u' => {
                let rest = self.text[self.at..].strip_prefix('{')?;
                let digits = &rest[..rest.find('}')?];
                self.at += digits.len() + 2;
                let c = char::from_u32(u32::from_str_radix(&digits.replace('_', ""), 16).ok()?)?;
                return self.emit(c.encode_utf8(&mut [0; 4]).as_bytes(), start);
            }
            // The line is joined with the next.
            '\n' | '\r' => {
                let rest = &self.text[self.at..];
                self.at += rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
                return Some(());
            }
            _ => return None,
        };
        self.emit(&[byte], start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, bytes: &[u8], range: Range<usize>) -> Option<String> {
        let span = span(&places(source, 0, bytes)?, &range)?;
        Some(source[span.lo as usize..span.hi as usize].to_string())
    }

    #[test]
    fn escapes_shift_what_follows() {
        assert_eq!(shown(r#"c"a\n%d""#, b"a\n%d", 2..4).as_deref(), Some("%d"));
        assert_eq!(shown(r#""\u{e9}\x25d""#, "é%d".as_bytes(), 2..4).as_deref(), Some(r"\x25d"));
        assert_eq!(shown(r##"r#"\n%"s"#"##, br#"\n%"s"#, 2..4).as_deref(), Some("%\""));
        assert_eq!(shown("\"a\\\n   %d\"", b"a%d", 1..3).as_deref(), Some("%d"));
        assert_eq!(shown("\"a\r\n%d\"", b"a\n%d", 2..4).as_deref(), Some("%d"));
        assert_eq!(shown("\"é%d\"", "é%d".as_bytes(), 2..4).as_deref(), Some("%d"));
    }

    #[test]
    fn what_means_something_else_has_no_places() {
        assert_eq!(shown(r#""a%d""#, b"b%d", 1..3), None);
        assert_eq!(shown(r#""a%d""#, b"a%d!", 1..3), None);
        assert_eq!(shown("name", b"a%d", 1..3), None);
    }
}
