//! Where the command line of `vexc run` ends and that of the program begins: behind the program's file, whatever stands
//! there. `go run` and `python` do the same.

use crate::command_line::cli::Cli;
use crate::command_line::elsewhere::respell;
use crate::command_line::inputs::is_input;
use clap::{ArgAction, CommandFactory};
use std::cell::OnceCell;
use std::ffi::OsString;

/// Reads the words of a command line one after another, the name of `vexc` not among them.
pub struct Border {
    /// Options whose value is the next word. Made for the first option before a program: most command lines never ask, and
    /// `clap` takes as long for this as for reading the command line.
    with_value: OnceCell<Vec<String>>,
    state: State,
    /// The next word is an option's value.
    value_next: bool,
    /// `--` was read: there are no more options.
    no_options: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// No command yet.
    Start,
    /// In the words of `run`, before the program's file.
    Run,
    /// Another command, or none: every word is for `vexc`.
    Ours,
    /// The program's file was read.
    Program,
}

impl Border {
    pub fn new() -> Border {
        Border { with_value: OnceCell::new(), state: State::Start, value_next: false, no_options: false }
    }

    /// Whether everything from here on is the program's.
    pub fn is_behind(&self) -> bool {
        self.state == State::Program
    }

    pub fn read(&mut self, word: &OsString) {
        if self.state == State::Program || std::mem::take(&mut self.value_next) {
            return;
        }
        // `-O` has its level in the same word.
        let word = respell(word.clone());
        let text = word.to_string_lossy();
        if !self.no_options && text.len() > 1 && text.starts_with('-') {
            self.no_options = text == "--";
            self.value_next = self.with_value.get_or_init(options_with_value).iter().any(|option| *option == text);
            return;
        }
        self.state = match self.state {
            State::Start if text == "run" && !self.no_options => State::Run,
            State::Run if is_input(&text) => State::Run,
            State::Run => State::Program,
            State::Start | State::Ours | State::Program => State::Ours,
        };
    }
}

fn options_with_value() -> Vec<String> {
    let mut command = Cli::command();
    command.build();
    let mut found = Vec::new();
    for option in command.get_opts() {
        // An option whose value may be left out takes it behind `=` alone.
        let always = option.get_num_args().is_none_or(|n| n.min_values() > 0) && !option.is_require_equals_set();
        if always && matches!(option.get_action(), ArgAction::Set | ArgAction::Append) {
            found.extend(option.get_long_and_visible_aliases().into_iter().flatten().map(|long| format!("--{long}")));
            found.extend(option.get_short_and_visible_aliases().into_iter().flatten().map(|short| format!("-{short}")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program_args(line: &str) -> String {
        let mut border = Border::new();
        let mut args = Vec::new();
        for word in line.split_whitespace() {
            if border.is_behind() {
                args.push(word);
            }
            border.read(&word.into());
        }
        args.join(" ")
    }

    #[test]
    fn everything_behind_the_file_is_the_programs() {
        assert_eq!(program_args("run a.vx -v --help -O3 -- x"), "-v --help -O3 -- x");
        assert_eq!(program_args("run a.vx b.c -lz b.vx"), "b.c -lz b.vx");
        assert_eq!(program_args("run - - -"), "- -");
        assert_eq!(program_args("run program x"), "x");
        assert_eq!(program_args("run p.flow x"), "x");
    }

    #[test]
    fn what_stands_before_the_file_is_ours() {
        assert_eq!(program_args("run help.c -O2 libx.so.1 a.vx x.c"), "x.c");
        assert_eq!(program_args("-O2 run -L dir -I dir.vx a.vx x"), "x");
        assert_eq!(program_args("run --target-cpu native a.vx x"), "x");
        assert_eq!(program_args("run --target-cpu=native -O a.vx x"), "x");
        assert_eq!(program_args("run -- a.vx -x"), "-x");
        assert_eq!(program_args("run -g -l z a.vx x"), "x");
    }

    #[test]
    fn other_commands_pass_nothing_on() {
        assert_eq!(program_args("check run a.vx x"), "");
        assert_eq!(program_args("a.vx run b.vx x"), "");
        assert_eq!(program_args("-o run a.vx x"), "");
    }
}
