//! Standard output and standard error.

use crate::system::io_error::{cannot_write, reason};
use crate::system::process;
use std::io::{self, Write};
use std::path::Path;
use vex_ir::Diagnostic;

/// Writes to standard output.
pub fn print(bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    if process::no_stdout() {
        return Err(cannot_write(Path::new("<stdout>"), "standard output is closed"));
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| stdout_error(&e))
}

pub fn stdout_error(error: &io::Error) -> Box<Diagnostic> {
    cannot_write(Path::new("<stdout>"), &reason(error))
}

/// Writes to standard error. Where it cannot be written, nothing can be reported.
pub fn eprint(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints the answer to a question about `vexc` itself; the exit status.
pub fn answer(text: &str) -> i32 {
    print(text.as_bytes()).map_or_else(|error| unanswered(&error), |()| 0)
}

/// Reports that an answer cannot be printed; the exit status.
pub fn unanswered(error: &Diagnostic) -> i32 {
    eprint(&format!("error[{}]: {}\n", error.code.0, error.message));
    process::ERRORS
}
