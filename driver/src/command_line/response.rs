//! `@FILE` on the command line stands for the words in a file, for command lines that are longer than systems allow.
//!
//! Words are separated and quoted as in a shell, as `clang` and `gcc` do it. What `rustc` reads, one word a line, is read
//! alike unless a word has blanks in it or quotes.

use crate::command_line::border::Border;
use crate::command_line::cli::{Usage, usage_error};
use crate::system::files::read_limited;
use crate::system::io_error::reason;
use crate::system::paths;
use std::ffi::OsString;
use std::io;

/// A file may name another one; so many deep, they name each other.
const MAX_DEPTH: u32 = 16;

/// A command line: the words of `vexc`, with those of response files in their places, and those of the program that it runs.
pub struct Words {
    pub ours: Vec<OsString>,
    pub program: Vec<OsString>,
}

/// Takes a command line apart. What `vexc run` passes on to the program is not looked at.
pub fn expand(words: Vec<OsString>) -> Usage<Words> {
    // Only `run` passes words on, and only `@FILE` stands for others.
    if !words.iter().any(|word| word == "run" || file_of(word).is_some()) {
        return Ok(Words { ours: words, program: Vec::new() });
    }
    let mut all = Reading { border: Border::new(), words: Words { ours: Vec::new(), program: Vec::new() } };
    let mut words = words.into_iter();
    all.words.ours.extend(words.next());
    words.try_for_each(|word| all.add(word, 0))?;
    Ok(all.words)
}

struct Reading {
    border: Border,
    words: Words,
}

/// The path behind the `@`, as text.
fn file_of(word: &OsString) -> Option<String> {
    let is_file = word.len() > 1 && word.as_encoded_bytes().starts_with(b"@");
    is_file.then(|| paths::text(word)[1..].to_string())
}

impl Reading {
    fn add(&mut self, word: OsString, depth: u32) -> Usage<()> {
        if self.border.is_behind() {
            self.words.program.push(word);
            return Ok(());
        }
        let Some(path) = file_of(&word) else {
            self.border.read(&word);
            self.words.ours.push(word);
            return Ok(());
        };
        if depth == MAX_DEPTH {
            return Err(usage_error(format!("the arguments in `{path}` are those of a file that includes itself")));
        }
        let text = read_limited(&paths::path(&path))
            .and_then(decode)
            .map_err(|e| usage_error(format!("the arguments in `{path}` cannot be read: {}", reason(&e))))?;
        let words = shlex::split(&text).ok_or_else(|| usage_error(format!("a quote in `{path}` is not closed")))?;
        words.into_iter().try_for_each(|word| self.add(paths::word(&word), depth + 1))
    }
}

/// The text in a file, without the byte order mark that editors on Windows begin it with: UTF-16, if the mark says so, else
/// UTF-8, with paths that may be neither.
fn decode(bytes: Vec<u8>) -> io::Result<String> {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => Ok(paths::text_of(rest)),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> io::Result<String> {
    let (pairs, rest) = bytes.as_chunks();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().ok().filter(|_| rest.is_empty());
    text.ok_or_else(|| io::Error::other("it begins like UTF-16, and is not"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks() {
        let text = "-o \u{e4}\u{1f600}";
        let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [text.into(), format!("\u{feff}{text}").into(), units(u16::to_le_bytes), units(u16::to_be_bytes)] {
            assert_eq!(decode(bytes).unwrap(), text);
        }
        assert_eq!(decode(Vec::new()).unwrap(), "");
        for wrong in [&b"\xff\xfea"[..], b"\xff\xfe\0\xd8", b"\xfe\xff\xdc\0a\0"] {
            assert!(decode(wrong.into()).is_err());
        }
    }
}
