//! What is to be said differently where a program is linked to be executed at once.

use crate::command_line::inputs::is_input;
use std::ffi::OsString;
use vex_ir::Diagnostic;

/// What is linked to be executed at once.
pub struct Execution<'a> {
    pub args: &'a [OsString],
    /// Why it is linked, where that does not show in the command line.
    pub why: Option<String>,
    /// It would be executed in memory if a library defined everything that it needs.
    pub only_missing: bool,
}

impl Execution<'_> {
    /// Adds to a complaint of the linker's.
    pub fn explain(&self, diagnostic: Diagnostic) -> Diagnostic {
        with_misplaced_input(diagnostic, self.args)
    }

    /// Whether libraries that are offered are for the linker to find, or for the loader.
    pub fn searches_as_linker(&self) -> bool {
        !self.only_missing
    }

    /// There is nothing to link with.
    pub fn without_linker(&self, mut error: Diagnostic) -> Diagnostic {
        // A note that suggests `vexc run` instead of linking would be wrong here.
        error.notes.retain(|note| !note.contains("vexc run"));
        match &self.why {
            Some(why) => error.note(format!("the program cannot be executed without being linked: {why}")),
            None => error,
        }
    }
}

/// Users of other compilers may put inputs in any order, but `vexc run` passes those behind the program to the program.
pub fn with_misplaced_input(diagnostic: Diagnostic, args: &[OsString]) -> Diagnostic {
    match args.iter().skip(1).filter_map(|arg| arg.to_str()).find(|arg| is_input(arg)) {
        Some(input) => diagnostic.note(format!(
            "`{input}` stands behind the program's file and is an argument of the program; what is to be linked stands before"
        )),
        None => diagnostic,
    }
}
