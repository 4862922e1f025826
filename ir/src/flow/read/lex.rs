//! Tokens of Flow text.

/// What a token is. Its text is that of its range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `main`, `m::helper`, `_1`
    Word,
    /// Digits, possibly with a fraction, an exponent and a suffix.
    Number,
    /// `"…"`
    Str,
    /// `b"…"`
    Bytes,
    /// `c"…"`
    Text,
    /// `'…'`
    Char,
    /// A character, or `->`, `=>`, `..`, `...`.
    Punct,
    /// A quote without its end.
    Unclosed,
    End,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub lo: u32,
    pub hi: u32,
}

/// The tokens of a text that has fewer than 4 GiB, one of kind [`Kind::End`] last.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text: text.as_bytes(), at: 0 };
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4);
    loop {
        lexer.skip_blank();
        let lo = lexer.at;
        let after_dot = tokens.last().is_some_and(|t| t.hi as usize == lo && lexer.text.get(lo - 1) == Some(&b'.'));
        let kind = lexer.token(after_dot);
        if kind == Kind::Punct {
            // Never the middle of a character.
            while !text.is_char_boundary(lexer.at) {
                lexer.at += 1;
            }
        }
        tokens.push(Token { kind, lo: lo as u32, hi: lexer.at as u32 });
        if kind == Kind::End {
            return tokens;
        }
    }
}

struct Lexer<'a> {
    text: &'a [u8],
    at: usize,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn skip_blank(&mut self) {
        loop {
            match self.peek(0) {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'/' if self.peek(1) == b'/' => {
                    while self.at < self.text.len() && self.peek(0) != b'\n' {
                        self.at += 1;
                    }
                }
                _ => return,
            }
        }
    }

    fn token(&mut self, after_dot: bool) -> Kind {
        if self.at >= self.text.len() {
            return Kind::End;
        }
        match self.peek(0) {
            b'b' if self.peek(1) == b'"' => {
                self.at += 1;
                self.quoted(b'"', Kind::Bytes)
            }
            b'c' if self.peek(1) == b'"' => {
                self.at += 1;
                self.quoted(b'"', Kind::Text)
            }
            b'"' => self.quoted(b'"', Kind::Str),
            b'\'' => self.quoted(b'\'', Kind::Char),
            b'0'..=b'9' => {
                self.number(after_dot);
                Kind::Number
            }
            b if is_word_byte(b) => {
                self.word();
                Kind::Word
            }
            _ => {
                let rest = &self.text[self.at..];
                let len = if rest.starts_with(b"...") {
                    3
                } else if [b"->", b"=>", b".."].iter().any(|p| rest.starts_with(*p)) {
                    2
                } else {
                    1
                };
                self.at += len;
                Kind::Punct
            }
        }
    }

    /// A word, and those that `::` joins to it.
    fn word(&mut self) {
        loop {
            while is_word_byte(self.peek(0)) {
                self.at += 1;
            }
            let joined = self.peek(0) == b':' && self.peek(1) == b':' && is_word_start(self.peek(2));
            if !joined {
                return;
            }
            self.at += 2;
        }
    }

    /// A number. Behind a dot, as in `_1.0.1`, it has no fraction.
    fn number(&mut self, after_dot: bool) {
        let hex = self.peek(0) == b'0' && self.peek(1) == b'x';
        while is_word_byte(self.peek(0)) {
            self.at += 1;
            if !hex && matches!(self.text[self.at - 1], b'e' | b'E') && matches!(self.peek(0), b'+' | b'-') {
                self.at += 1;
            }
        }
        if !hex && !after_dot && self.peek(0) == b'.' && self.peek(1).is_ascii_digit() {
            self.at += 1;
            self.number(true);
        }
    }

    fn quoted(&mut self, quote: u8, kind: Kind) -> Kind {
        self.at += 1;
        while self.at < self.text.len() {
            let byte = self.text[self.at];
            self.at += 1;
            if byte == quote {
                return kind;
            }
            if byte == b'\n' {
                // Ends before the line does, so that the error shows one line.
                self.at -= 1;
                return Kind::Unclosed;
            }
            if byte == b'\\' && self.at < self.text.len() && self.text[self.at] != b'\n' {
                self.at += 1;
            }
        }
        Kind::Unclosed
    }
}

fn is_word_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$'
}

fn is_word_byte(byte: u8) -> bool {
    is_word_start(byte) || byte.is_ascii_digit()
}

/// What stands between quotes, with escapes resolved; `None` if one of them is wrong.
pub(super) fn unescape(quoted: &str) -> Option<String> {
    let mut out = String::with_capacity(quoted.len());
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            c @ ('\\' | '"' | '\'') => c,
            'u' => {
                let rest = chars.as_str().strip_prefix('{')?;
                let (digits, rest) = rest.split_once('}')?;
                chars = rest.chars();
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            _ => return None,
        });
    }
    Some(out)
}

/// What stands between the quotes of a byte string; `None` if an escape is wrong.
pub(super) fn unescape_bytes(quoted: &str) -> Option<Box<[u8]>> {
    let mut out = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        out.push(match bytes.next()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b @ (b'\\' | b'"') => b,
            b'x' => {
                let digit = |b: Option<u8>| char::from(b?).to_digit(16);
                (digit(bytes.next())? * 16 + digit(bytes.next())?) as u8
            }
            _ => return None,
        });
    }
    Some(out.into_boxed_slice())
}
