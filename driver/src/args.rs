//! From the words of the command line to [`Cli`]: spellings that `clap` would not take.

use crate::cli::Cli;
use crate::elsewhere::option;
use crate::{files, paths, response};
use clap::error::ErrorKind;
use clap::{ArgMatches, ColorChoice, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::io::Write;

/// `-O` without a level, `-g` without more. No argument that a user can write contains a NUL.
pub const BARE_O: &str = "\0";

/// A command line that is understood.
pub struct Args {
    pub cli: Cli,
    /// `-A`, `-W`, `-D` in order: the letter and the lint.
    pub lints: Vec<(char, String)>,
    /// What stands behind the program's file in `vexc run`.
    pub program: Vec<OsString>,
}

/// Reads the command line. An error prints itself and ends the process; so does `--help`.
pub fn read(words: Vec<OsString>) -> Args {
    let response::Words { ours: mut words, program } = response::expand(words).unwrap_or_else(|e| e.exit());
    if words.get(1).is_some_and(|word| word == "help") {
        // `vexc help run`: a command that need not be in a list.
        words.remove(1);
        words.insert(words.len().min(2), "--help".into());
    }
    let mut command = Cli::command().color(color(&words));
    let words: Vec<OsString> = words.into_iter().map(|word| paths::text(&respell(word)).into()).collect();
    let matches = command.try_get_matches_from_mut(&words).unwrap_or_else(|e| {
        let unknown = [ErrorKind::UnknownArgument, ErrorKind::ArgumentConflict].contains(&e.kind());
        let foreign = unknown.then(|| words.iter().find_map(|w| option(w.to_str()?)));
        end(&foreign.flatten().map_or(e, usage_error))
    });
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|e| e.format(&mut command).exit());
    let lints = lints(&matches);
    if let Some((_, macro_)) = lints.iter().find(|(letter, lint)| *letter == 'D' && lint.contains('=')) {
        let what = format!("`-D` makes errors of a lint, and `{macro_}` is none; `--cfg {macro_}` is for `#[cfg]`");
        usage_error(what).exit();
    }
    Args { cli, lints, program }
}

/// Ends the process with an error, or with what `--help` says.
fn end(said: &clap::Error) -> ! {
    if said.use_stderr() {
        said.exit();
    }
    // Where it is closed, nothing is printed, which is an error.
    let open = files::print(&[]);
    let printed = || said.print().and_then(|()| std::io::stdout().flush()).map_err(|e| files::stdout_error(&e));
    let status = open.and_then(|()| printed()).map_or_else(|e| crate::unsaid(&e), |()| 0);
    std::process::exit(status)
}

/// Ends the process with an error about the command line.
pub fn usage_error(message: impl std::fmt::Display) -> clap::Error {
    Cli::command().color(color(crate::process::words())).error(ErrorKind::ValueValidation, message)
}

/// Other compilers' spellings of options.
pub fn respell(word: OsString) -> OsString {
    match word.to_str() {
        Some("-O") => format!("-O{BARE_O}").into(),
        Some("-g") => format!("-g{BARE_O}").into(),
        Some("-shared") => "--shared".into(),
        Some("-emit-llvm") => "--emit-llvm".into(),
        Some("-static-lib" | "--staticlib") => "--static-lib".into(),
        _ => word,
    }
}

/// What `--color` says, before anything else is read: errors in the command line are coloured too.
fn color(words: &[OsString]) -> ColorChoice {
    let mut choice = ColorChoice::Auto;
    for (i, word) in words.iter().enumerate() {
        let value = match word.to_str() {
            Some("--color") => words.get(i + 1).and_then(|w| w.to_str()),
            Some("--") => break,
            Some(word) => word.strip_prefix("--color="),
            None => None,
        };
        match value {
            Some("always") => choice = ColorChoice::Always,
            Some("never") => choice = ColorChoice::Never,
            Some("auto") => choice = ColorChoice::Auto,
            // Not the option, or a value that the parser refuses.
            Some(_) | None => {}
        }
    }
    choice
}

/// Lint levels in the order of the command line: the last word on a lint counts.
fn lints(matches: &ArgMatches) -> Vec<(char, String)> {
    let mut all = Vec::new();
    for (id, letter) in [("allow", 'A'), ("warn", 'W'), ("deny", 'D')] {
        let values = matches.get_many::<String>(id).into_iter().flatten().cloned();
        all.extend(matches.indices_of(id).into_iter().flatten().zip(values).map(|(i, v)| (i, letter, v)));
    }
    all.sort();
    all.into_iter().map(|(_, letter, lint)| (letter, lint.replace('-', "_"))).collect()
}
