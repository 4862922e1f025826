//! Source positions. A [`Span`] is a pair of offsets into one space that all files of a compilation share, so that it
//! takes eight bytes and needs no file id; the [`SourceMap`] finds the file again.

use std::sync::{Arc, OnceLock};

/// A half-open byte range in the shared offset space of a [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Debug)]
pub struct Span {
    /// Offset of the first byte.
    pub lo: u32,
    /// Offset behind the last byte.
    pub hi: u32,
}

impl Span {
    /// The span of things that no source text stands for. No file begins at offset 0.
    pub const NONE: Span = Span { lo: 0, hi: 0 };

    pub fn new(lo: u32, hi: u32) -> Span {
        Span { lo, hi }
    }

    /// The smallest span that covers both.
    pub fn to(self, end: Span) -> Span {
        if self.is_none() {
            return end;
        }
        if end.is_none() {
            return self;
        }
        Span { lo: self.lo.min(end.lo), hi: self.hi.max(end.hi) }
    }

    pub fn is_none(self) -> bool {
        self == Span::NONE
    }

    /// The empty span just behind this one: where something is missing.
    pub fn end(self) -> Span {
        Span { lo: self.hi, hi: self.hi }
    }

    /// The empty span just before this one.
    pub fn start(self) -> Span {
        Span { lo: self.lo, hi: self.lo }
    }
}

/// One source text.
#[derive(Clone)]
pub struct SourceFile {
    /// As diagnostics, panics and debug information name it.
    pub path: String,
    pub text: Arc<str>,
    /// Offset of the first byte in the shared space.
    pub base: u32,
    /// Offsets, from `base`, of the first byte of each line: found when a place is asked for.
    lines: OnceLock<Vec<u32>>,
}

/// A place as people and debuggers count it: from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineCol {
    pub line: u32,
    pub col: u32,
}

impl SourceFile {
    pub fn line_col(&self, offset: u32) -> LineCol {
        let local = offset.saturating_sub(self.base).min(self.text.len() as u32);
        let lines = self.lines.get_or_init(|| {
            let breaks = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(breaks.map(|at| at as u32 + 1)).collect()
        });
        let line = lines.partition_point(|&start| start <= local).max(1) - 1;
        let start = lines[line] as usize;
        let mut end = local as usize;
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let col = self.text[start..end].chars().count() as u32 + 1;
        LineCol { line: line as u32 + 1, col }
    }
}

/// All source texts of a compilation. A clone shares them.
#[derive(Clone, Default)]
pub struct SourceMap {
    files: Arc<Vec<SourceFile>>,
}

/// The sources together exceed the 4 GiB that a [`Span`] can address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourcesTooLarge;

impl SourceMap {
    /// Adds a text and returns its index; spans in it start at its [`SourceFile::base`].
    pub fn add(&mut self, path: String, text: Arc<str>) -> Result<usize, SourcesTooLarge> {
        // One byte between files keeps the empty span at the end of one from being the start of the next, and offset 0 free.
        let base = self.files.last().map_or(1, |f| f.base + f.text.len() as u32 + 1);
        let len = u32::try_from(text.len()).map_err(|_| SourcesTooLarge)?;
        base.checked_add(len).and_then(|end| end.checked_add(1)).ok_or(SourcesTooLarge)?;
        Arc::make_mut(&mut self.files).push(SourceFile { path, text, base, lines: OnceLock::new() });
        Ok(self.files.len() - 1)
    }

    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    pub fn file(&self, span: Span) -> Option<&SourceFile> {
        self.file_index(span).map(|i| &self.files[i])
    }

    pub fn file_index(&self, span: Span) -> Option<usize> {
        if span.is_none() {
            return None;
        }
        self.files.partition_point(|f| f.base <= span.lo).checked_sub(1)
    }

    /// The text a span covers; empty if it covers none.
    pub fn snippet(&self, span: Span) -> &str {
        let Some(file) = self.file(span) else { return "" };
        let lo = (span.lo - file.base) as usize;
        let hi = (span.hi.max(span.lo) - file.base) as usize;
        file.text.get(lo..hi.min(file.text.len())).unwrap_or("")
    }

    /// `path:line:col` of the start of a span, as panics print it.
    pub fn location(&self, span: Span) -> Option<(&str, LineCol)> {
        let file = self.file(span)?;
        Some((&file.path, file.line_col(span.lo)))
    }
}

/// The text of an expression without parentheses around all of it. Those of a tuple or a call stay, and so do any where a literal
/// inside might contain one.
pub fn without_parens(text: &str) -> &str {
    let mut text = text;
    while let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        let mut depth = 0usize;
        for c in inner.bytes() {
            depth = match (c, depth) {
                (b'(' | b'[' | b'{', _) => depth + 1,
                // The first parenthesis ends before the text does; or this is a tuple, or has literals.
                (b')' | b']' | b'}' | b',', 0) | (b'"' | b'\'' | b'/', _) => return text,
                (b')' | b']' | b'}', _) => depth - 1,
                _ => depth,
            };
        }
        if inner.trim().is_empty() {
            return text;
        }
        text = inner.trim();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_file_and_line() {
        let mut map = SourceMap::default();
        map.add("a".into(), "one\ntwö x\n".into()).unwrap();
        let b = map.add("b".into(), "three".into()).unwrap();
        let base = map.files()[b].base;
        assert_eq!(map.location(Span::new(base + 2, base + 3)), Some(("b", LineCol { line: 1, col: 3 })));
        assert_eq!(map.location(Span::new(1 + 9, 1 + 10)), Some(("a", LineCol { line: 2, col: 5 })));
        assert_eq!(map.snippet(Span::new(1, 4)), "one");
        assert_eq!(map.file(Span::NONE).map(|f| &f.path), None);
    }

    #[test]
    fn parentheses_around_all_of_an_expression_go() {
        for (text, bare) in [
            ("(a + b)", "a + b"),
            ("((a))", "a"),
            ("( f(x) )", "f(x)"),
            ("(a) + (b)", "(a) + (b)"),
            ("(f)(x)", "(f)(x)"),
            ("(a, b)", "(a, b)"),
            ("(v[(1)], 2)", "(v[(1)], 2)"),
            ("()", "()"),
            ("(g(1, 2))", "g(1, 2)"),
            ("(\")\" + x)", "(\")\" + x)"),
            ("a", "a"),
        ] {
            assert_eq!(super::without_parens(text), bare);
        }
    }
}
