//! Just enough of Rust's syntax to look at sources without being fooled by strings and comments.

/// The text with every comment, string and character literal blanked out: same length, same lines.
pub fn code_only(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment_end(bytes, at),
            b'"' => string_end(bytes, at),
            b'r' | b'b' | b'c' if !follows_word(bytes, at) => prefixed_end(bytes, at),
            b'\'' => char_end(bytes, at),
            _ => at,
        };
        if end == at {
            at += 1;
            continue;
        }
        out[at..end].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
        at = end;
    }
    // Whole characters were replaced by spaces.
    String::from_utf8(out).unwrap_or_default()
}

fn follows_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| at + i)
}

fn comment_end(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (b'/', Some(b'*')) => depth += 1,
            (b'*', Some(b'/')) => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut i = at + 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 2,
            b'"' => return i + 1,
            _ => i += 1,
        }
    }
    bytes.len()
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `b'…'`, `c"…"`; `at` itself if it is a plain word.
fn prefixed_end(bytes: &[u8], at: usize) -> usize {
    let mut i = at;
    while matches!(bytes.get(i), Some(b'r' | b'b' | b'c')) && i < at + 2 {
        i += 1;
    }
    let raw = bytes[at..i].contains(&b'r');
    let hashes = bytes[i..].iter().take_while(|b| **b == b'#').count();
    match bytes.get(i + hashes) {
        Some(b'"') if raw => {
            let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
            let inside = i + hashes + 1;
            let found = bytes[inside..].windows(close.len()).position(|w| w == close);
            found.map_or(bytes.len(), |p| inside + p + close.len())
        }
        Some(b'"') if hashes == 0 => string_end(bytes, i),
        Some(b'\'') if hashes == 0 && bytes[at..i] == *b"b" => char_end(bytes, i),
        Some(_) | None => at,
    }
}

/// The end of a character literal; `at` itself if it is a lifetime.
fn char_end(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at + 1) == Some(&b'\\') {
        return bytes[at + 3..].iter().position(|b| *b == b'\'').map_or(bytes.len(), |i| at + 3 + i + 1);
    }
    // One character of up to four bytes.
    let width = bytes.get(at + 1).map_or(0, |b| match b {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    });
    if bytes.get(at + 1 + width) == Some(&b'\'') { at + 2 + width } else { at }
}

/// The text without modules that are compiled for tests alone, as blank lines.
pub fn without_tests(text: &str) -> String {
    let code = code_only(text);
    let mut out = text.as_bytes().to_vec();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        let open = code[start..].find(['{', ';']).map_or(code.len(), |i| start + i);
        let end = if code.as_bytes().get(open) == Some(&b'{') { block_end(&code, open) } else { open };
        out[start..end].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
        from = end.max(start + 1);
    }
    String::from_utf8(out).unwrap_or_default()
}

/// The offset behind the brace that closes the one at `open`. The text has no strings and comments any more.
pub fn block_end(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (i, b) in code.bytes().enumerate().skip(open) {
        match b {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return i + 1;
        }
    }
    code.len()
}

/// A function: its name, its first line (from 1), and its last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Function {
    pub name: String,
    pub first: usize,
    pub last: usize,
}

/// All functions with a body.
pub fn functions(text: &str) -> Vec<Function> {
    let code = code_only(text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if follows_word(code.as_bytes(), at) {
            continue;
        }
        let name: String = code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() {
            continue;
        }
        let Some(open) = body_start(&code, at) else { continue };
        let line = |offset: usize| code[..offset].matches('\n').count() + 1;
        found.push(Function { name, first: line(at), last: line(block_end(&code, open)) });
    }
    found
}

/// The brace that opens the body of the function at `at`; `None` if it has none.
fn body_start(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0;
    for (i, b) in code.bytes().enumerate().skip(at) {
        match b {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(i),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_strings_and_comments() {
        assert_eq!(code_only("a \"{\\\"}\" b // {\nc"), "a        b     \nc");
        assert_eq!(code_only("/* /* { */ } */x"), "               x");
        assert_eq!(code_only("r#\"a\"b\"# + b'{' + '}' + 'a + '\\''"), "         +      +     + 'a +     ");
        assert_eq!(code_only("for x in r {}"), "for x in r {}");
        assert_eq!(code_only("'ö' {"), "     {");
    }

    #[test]
    fn finds_functions() {
        let text =
            "fn a() {\n  \"}\";\n}\ntrait T { fn b(&self);\nfn c<F: Fn(u8)>(x: [u8; 2])\n{ } }\nlet f: fn(u8) = x;";
        let function = |name: &str, first, last| Function { name: name.into(), first, last };
        assert_eq!(functions(text), [function("a", 1, 3), function("c", 5, 6)]);
    }

    #[test]
    fn leaves_tests_out() {
        assert_eq!(without_tests("a\n#[cfg(test)]\nmod t { x }\nb").split_whitespace().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(without_tests("#[cfg(test)]\nmod t;\nb").split_whitespace().collect::<Vec<_>>(), [";", "b"]);
    }
}
