//! `@FILE` on the command line stands for the words in a file, for command lines that are longer than systems allow.
//!
//! Words are separated and quoted as in a shell, as `clang` and `gcc` do it. What `rustc` reads, one word a line, is read
//! alike unless a word has blanks in it or quotes.

use crate::cli::{Cli, Command};
use crate::files::reason;
use crate::plan::Usage;
use clap::{CommandFactory, FromArgMatches};
use std::ffi::OsString;

/// A file may name another one; so many deep, they name each other.
const MAX_DEPTH: u32 = 16;

/// The words of a command line with those of response files in their places.
pub fn expand(words: Vec<OsString>) -> Usage<Vec<OsString>> {
    if words.iter().all(|word| file_of(word).is_none()) {
        return Ok(words);
    }
    // What `vexc run` passes on is nobody's business but the program's.
    let ours = words.len() - program_args(&words);
    let mut all = Vec::with_capacity(words.len());
    let mut words = words.into_iter();
    for word in words.by_ref().take(ours) {
        add(word, 0, &mut all)?;
    }
    all.extend(words);
    Ok(all)
}

/// How many of the words, at the end, are the arguments of a program.
fn program_args(words: &[OsString]) -> usize {
    let matches = Cli::command().try_get_matches_from(words.iter().cloned().map(crate::args::respell));
    match matches.and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(Cli { command: Some(Command::Run { args, .. }), .. }) => args.len(),
        // Other commands pass nothing on; what is wrong with the words may be in their files.
        Ok(_) | Err(_) => 0,
    }
}

fn file_of(word: &OsString) -> Option<&str> {
    word.to_str()?.strip_prefix('@').filter(|path| !path.is_empty())
}

fn add(word: OsString, depth: u32, all: &mut Vec<OsString>) -> Usage<()> {
    let Some(path) = file_of(&word) else {
        all.push(word);
        return Ok(());
    };
    let error = |what: String| crate::args::usage_error(what);
    if depth == MAX_DEPTH {
        return Err(error(format!("the arguments in `{path}` are those of a file that includes itself")));
    }
    let text = std::fs::read_to_string(path)
        .map_err(|e| error(format!("the arguments in `{path}` cannot be read: {}", reason(&e))))?;
    let words = shlex::split(&text).ok_or_else(|| error(format!("a quote in `{path}` is not closed")))?;
    words.into_iter().try_for_each(|word| add(word.into(), depth + 1, all))
}
