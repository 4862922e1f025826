//! `@FILE` on the command line stands for the words in a file, for command lines that are longer than systems allow.
//!
//! Words are separated and quoted as in a shell, as `clang` and `gcc` do it. What `rustc` reads, one word a line, is read
//! alike unless a word has blanks in it or quotes.

use crate::border::Border;
use crate::files::{read_limited, reason};
use crate::plan::Usage;
use std::ffi::OsString;
use std::path::Path;

/// A file may name another one; so many deep, they name each other.
const MAX_DEPTH: u32 = 16;

/// A command line: the words of `vexc`, with those of response files in their places, and those of the program that it runs.
pub struct Words {
    pub ours: Vec<OsString>,
    pub program: Vec<OsString>,
}

/// Takes a command line apart. What `vexc run` passes on is nobody's business but the program's.
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

fn file_of(word: &OsString) -> Option<&str> {
    word.to_str()?.strip_prefix('@').filter(|path| !path.is_empty())
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
        let error = |what: String| crate::args::usage_error(what);
        if depth == MAX_DEPTH {
            return Err(error(format!("the arguments in `{path}` are those of a file that includes itself")));
        }
        let text = read_limited(Path::new(path))
            .and_then(|bytes| String::from_utf8(bytes).map_err(|_| std::io::Error::other("it is not UTF-8")))
            .map_err(|e| error(format!("the arguments in `{path}` cannot be read: {}", reason(&e))))?;
        // Editors on Windows begin files with a byte order mark, which is no part of the first word.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let words = shlex::split(text).ok_or_else(|| error(format!("a quote in `{path}` is not closed")))?;
        words.into_iter().try_for_each(|word| self.add(word.into(), depth + 1))
    }
}
