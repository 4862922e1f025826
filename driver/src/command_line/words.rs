//! From the words of the command line to [`Cli`]: spellings that `clap` would not take.

use crate::command_line::cli::{Cli, color, usage_error};
use crate::command_line::elsewhere::{option, respell};
use crate::command_line::response;
use crate::system::{paths, streams};
use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::io::Write;

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
    // `clap` prints nothing, and reports nothing, when standard output is closed.
    let open = streams::print(&[]);
    let printed = || said.print().and_then(|()| std::io::stdout().flush()).map_err(|e| streams::stdout_error(&e));
    let status = open.and_then(|()| printed()).map_or_else(|e| streams::unanswered(&e), |()| 0);
    std::process::exit(status)
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
