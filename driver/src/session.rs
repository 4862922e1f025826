//! What every action on a program works with: the program as it is known so far, its files, the report, and the times.

use crate::command_line::cli::{Input, Options, TimeFormat};
use crate::flags::code::Machine;
use crate::flags::passes::Passes;
use crate::messages::fault::internal_error;
use crate::messages::report::Report;
use crate::messages::timing::Timings;
use crate::system::process::{ERRORS, INTERNAL};
use crate::system::{allocator, files, signals, streams, tools};
use std::ffi::OsString;
use std::process::Output;
use std::time::Instant;
use vex_frontend::{EVERY_PROGRAM, Search, Threads};
use vex_ir::span::Span;
use vex_ir::{Code, Cx, Diagnostic, cx};

/// Tests are asked for, and cannot be run.
const TESTS_NOT_RUN: Code = Code("E0642");

/// The work on one program.
pub struct Session {
    pub cx: Cx,
    pub source: Source,
    /// Whether the target is the machine at hand.
    pub native: bool,
    pub times: Timings,
    report: Report,
    show_times: Option<TimeFormat>,
    errors_are_internal: bool,
    verbose: bool,
}

/// Where the program is.
pub struct Source {
    /// The path of the root, `-` for standard input.
    pub root: String,
    /// Whether the root is Flow text.
    pub is_flow: bool,
    pub search: Search,
}

/// Why there is no result.
pub enum Failure {
    /// The program has errors. They are in the context, or were shown already.
    Errors,
    Internal(String),
}

impl Source {
    pub fn new(root: &str, passes: &Passes, input: &Input) -> Source {
        let (include, std) = (input.include.clone(), input.std.clone());
        let std_modules = files::std_modules(std.as_deref());
        let threads = Threads { count: passes.config.threads, ..Threads::default() };
        let always = EVERY_PROGRAM.map(String::from).to_vec();
        let search = Search { std_modules, include, std, always, threads };
        Source { root: root.into(), is_flow: passes.start_at_flow(), search }
    }

    /// What diagnostics call the root.
    pub fn name(&self) -> &str {
        if self.root == "-" { "<stdin>" } else { &self.root }
    }

    /// The directory of the standard library, where it is not the built-in one.
    pub fn own_std(&self) -> Option<&str> {
        self.search.std.as_deref()
    }
}

impl Session {
    pub fn new(
        source: Source,
        machine: Machine,
        meaning: cx::Options,
        options: &Options,
        lints: Vec<(char, String)>,
    ) -> Session {
        let (messages, passes) = (&options.messages, &options.passes);
        if passes.time_passes.is_some() {
            allocator::count();
        }
        let mut session = Session {
            cx: Cx::new(machine.target, meaning),
            source,
            native: machine.native,
            times: Timings::new(),
            report: Report::new(messages.message_format, messages.color, lints),
            show_times: passes.time_passes,
            errors_are_internal: passes.treat_err_as_bug,
            verbose: messages.verbose,
        };
        session.report.check_lints(&mut session.cx);
        session.tests_do_not_run();
        session
    }

    /// A program must not be taken for tested because nothing failed.
    fn tests_do_not_run(&mut self) {
        if self.cx.options.test {
            let message = "`--cfg test` keeps `#[test]` functions, but this version cannot run them";
            let warning = Diagnostic::warning(TESTS_NOT_RUN, "tests_not_run", Span::NONE, message);
            self.cx.emit(warning.note("they are checked like any other function, and nothing calls them"));
        }
    }

    /// Puts an error where the report finds it.
    pub fn fail(&mut self, error: Box<Diagnostic>) -> Failure {
        self.cx.emit(*error);
        Failure::Errors
    }

    /// Puts errors where the report finds them.
    pub fn refuse(&mut self, errors: Vec<Diagnostic>) -> Result<(), Failure> {
        let any = !errors.is_empty();
        errors.into_iter().for_each(|error| self.cx.emit(error));
        if any { Err(Failure::Errors) } else { Ok(()) }
    }

    /// Prints what has been found so far. Whether there is no error.
    pub fn flush(&mut self) -> bool {
        self.report.flush(&mut self.cx)
    }

    /// Runs a tool to its end and keeps what it says.
    pub fn tool(&self, args: &[OsString]) -> Result<Output, Box<Diagnostic>> {
        if self.verbose {
            streams::eprint(&format!("{}\n", tools::shell(args)));
        }
        tools::output(args)
    }

    /// Times a phase that is not a pass.
    pub fn phase<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Session) -> T) -> T {
        let start = Instant::now();
        let result = work(self);
        self.times.add(name, start.elapsed());
        result
    }

    /// Shows what a tool said, where the commands are shown, too.
    pub fn show_said(&self, said: &str) {
        if self.verbose {
            streams::eprint(said);
        }
    }

    /// The last lines on standard error, before a program that is executed has its say.
    pub fn finish(&self) {
        self.report.finish();
        if let Some(format) = self.show_times {
            streams::eprint(&self.times.show(format));
        }
    }

    /// Does the work of an action and reports. What the action hands out has its effect behind it; else there is the exit status.
    pub fn work<T>(mut self, action: impl FnOnce(&mut Session) -> Result<Option<T>, Failure>) -> Result<T, i32> {
        let result = action(&mut self);
        let result = self.conclude(result);
        // The process ends soon: taking names and types apart would only cost time.
        std::mem::forget(self);
        result
    }

    fn conclude<T>(&mut self, result: Result<Option<T>, Failure>) -> Result<T, i32> {
        if signals::came() {
            // What was begun is removed by now; the errors of a tool that was ended say nothing.
            return Err(ERRORS);
        }
        self.flush();
        if self.errors_are_internal && self.report.errors > 0 {
            internal_error("the program has errors, and `--treat-err-as-bug` is on");
            return Err(INTERNAL);
        }
        let status = match result {
            // It has finished by itself.
            Ok(Some(result)) => return Ok(result),
            Ok(None) => i32::from(self.report.errors > 0) * ERRORS,
            Err(Failure::Errors) => ERRORS,
            Err(Failure::Internal(what)) => {
                internal_error(&what);
                return Err(INTERNAL);
            }
        };
        self.finish();
        Err(status)
    }
}
