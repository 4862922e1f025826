//! What to say of files that cannot be read or written.

use std::io;
use std::path::Path;
use vex_ir::{Code, Diagnostic, Span};

const UNREADABLE: Code = Code("E0901");
const UNWRITABLE: Code = Code("E0902");

pub fn cannot_read(name: &str, why: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(UNREADABLE, Span::NONE, format!("cannot read `{name}`: {why}")))
}

pub fn cannot_write(path: &Path, why: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(UNWRITABLE, Span::NONE, format!("cannot write `{}`: {why}", path.display())))
}

/// What the system says, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    // A message of the standard library's with a path in it also ends with what the system says.
    if error.raw_os_error().is_none() && !text.contains(" (os error") {
        return text;
    }
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
