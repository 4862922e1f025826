//! Paths as text. A path may have bytes that are no UTF-8, and everything but this crate takes text: such a byte becomes a
//! replacement character and its two digits, `�ff`, which people can read and [`path`] turns back.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// What shows that the two digits behind it are a byte.
const MARK: char = char::REPLACEMENT_CHARACTER;

/// The text of a word of the command line, or of a path. Different ones have different texts.
pub fn text(word: &OsStr) -> String {
    text_of(word.as_encoded_bytes())
}

/// The text of the bytes of words.
#[cfg(unix)]
pub fn text_of(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        let mut valid = chunk.valid();
        // A character that looks like an escaped byte is written as the three bytes of its encoding.
        while let Some((at, _)) = valid.match_indices(MARK).find(|(at, _)| byte_at(&valid[*at..]).is_some()) {
            text.push_str(&valid[..at]);
            push_bytes(&mut text, MARK.to_string().as_bytes());
            valid = &valid[at + MARK.len_utf8()..];
        }
        text.push_str(valid);
        push_bytes(&mut text, chunk.invalid());
    }
    text
}

#[cfg(unix)]
fn push_bytes(text: &mut String, bytes: &[u8]) {
    bytes.iter().for_each(|byte| text.push_str(&format!("{MARK}{byte:02x}")));
}

#[cfg(not(unix))]
pub fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The word that a text is of.
#[cfg(unix)]
pub fn word(text: &str) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(MARK) {
        bytes.extend(&rest.as_bytes()[..at]);
        let len = match byte_at(&rest[at..]) {
            Some(byte) => {
                bytes.push(byte);
                MARK.len_utf8() + 2
            }
            None => {
                bytes.extend(MARK.to_string().as_bytes());
                MARK.len_utf8()
            }
        };
        rest = &rest[at + len..];
    }
    bytes.extend(rest.as_bytes());
    OsString::from_vec(bytes)
}

#[cfg(not(unix))]
pub fn word(text: &str) -> OsString {
    text.into()
}

/// The path that a text is of.
pub fn path(text: &str) -> PathBuf {
    word(text).into()
}

/// The same for `clap`.
pub fn parse(text: &str) -> Result<PathBuf, std::convert::Infallible> {
    Ok(path(text))
}

/// The byte that a text begins with.
#[cfg(unix)]
fn byte_at(text: &str) -> Option<u8> {
    let digits = text.strip_prefix(MARK)?.as_bytes().get(..2)?;
    let lower = digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    lower.then(|| std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok()))?
}

/// An absolute path: the loader looks for names without a `/` elsewhere.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The name of a file without directory and ending; of standard input, a name that files made of it can have.
pub fn stem(path: &str) -> String {
    let stem = Path::new(path).file_stem().filter(|_| path != "-");
    stem.map_or("vex_out".into(), |stem| stem.to_string_lossy().into_owned())
}

pub fn extension(path: &str) -> &str {
    Path::new(path).extension().and_then(|e| e.to_str()).unwrap_or("")
}

/// The beginning of a name, at most 200 bytes: a name as long as the system allows takes no ending.
pub fn short(name: &str) -> &str {
    const MOST: usize = 200;
    name.char_indices().find(|(at, c)| at + c.len_utf8() > MOST).map_or(name, |(at, _)| &name[..at])
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;

    #[test]
    fn every_word_has_a_text_of_its_own() {
        let words: [&[u8]; 12] = [
            b"",
            b"plain",
            "\u{e4}\u{1f600}".as_bytes(),
            b"a\xff.vx",
            b"\xff\xfe",
            b"\xe2\x82",
            "\u{fffd}".as_bytes(),
            "\u{fffd}ff".as_bytes(),
            "\u{fffd}\u{fffd}0g\u{fffd}FF\u{fffd}ff\u{fffd}0a".as_bytes(),
            b"\xef\xbf\xbd\xff",
            b"\xefff",
            b"\xc3/\xa9",
        ];
        let texts = words.map(|bytes| text(OsStr::from_bytes(bytes)));
        for (bytes, text) in words.iter().zip(&texts) {
            assert_eq!(word(text).as_bytes(), *bytes, "{text}");
        }
        for (number, text) in texts.iter().enumerate() {
            assert!(!texts[..number].contains(text), "{text}");
        }
        assert_eq!(texts[3], "a\u{fffd}ff.vx");
        assert_eq!(texts[6], "\u{fffd}");
    }

    #[test]
    fn long_names_become_short() {
        assert_eq!(short("name"), "name");
        assert_eq!(short(&"ö".repeat(127)), "ö".repeat(100));
        assert_eq!(short(&format!("x{}", "ö".repeat(127))).len(), 199);
    }
}
