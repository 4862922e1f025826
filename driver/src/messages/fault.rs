//! Internal errors, and LLVM when it cannot go on. They are reported like diagnostics, as text or as JSON.

use crate::command_line::cli::{Color, MessageFormat};
use crate::messages::json;
use crate::messages::report::Report;
use crate::system::process::{self, ERRORS, INTERNAL};
use crate::system::streams::eprint;
use std::sync::OnceLock;
use vex_backend::Fatal;
use vex_ir::{Code, Diagnostic, Span};

/// LLVM cannot do what was asked.
pub const LLVM_CANNOT: Code = Code("E0905");

/// How messages are to be shown, once the command line is read.
static STYLE: OnceLock<(MessageFormat, Color)> = OnceLock::new();

/// To be called when it is known how messages are shown, and before LLVM is used.
pub fn set_style(format: MessageFormat, color: Color) {
    let _ = STYLE.set((format, color));
    vex_backend::on_fatal(llvm_ends);
}

fn is_json() -> bool {
    STYLE.get().is_some_and(|(format, _)| matches!(format, MessageFormat::Json))
}

/// Reports an internal error.
pub fn internal_error(what: &str) {
    let notes = [
        "this is a fault of vexc, not of the program it compiles; please report it with the program and the command line"
            .to_string(),
        format!(
            "vexc {} was run as `{}`",
            env!("CARGO_PKG_VERSION"),
            process::words().iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
        ),
    ];
    let text = format!("internal error: {what}\nnote: {}\nnote: {}\n", notes[0], notes[1]);
    eprint(&if is_json() { format!("{}\n", json::internal_error(what, &notes, &text)) } else { text });
}

const NO_MEMORY: &str = "internal error: there is no memory left for LLVM\n";
const NO_MEMORY_JSON: &str = concat!(
    r#"{"$message_type":"diagnostic","message":"there is no memory left for LLVM","code":null,"#,
    r#""level":"error: internal compiler error","spans":[],"children":[],"#,
    r#""rendered":"internal error: there is no memory left for LLVM\n"}"#,
    "\n"
);

/// What LLVM calls when it cannot go on. It must not be returned to.
fn llvm_ends(why: Fatal) -> ! {
    let status = match why {
        Fatal::User(what) => {
            let (format, color) = STYLE.get().map_or((MessageFormat::Human, Color::Auto), |(f, c)| (*f, *c));
            Report::new(format, color, Vec::new()).last(&Diagnostic::error(LLVM_CANNOT, Span::NONE, what));
            ERRORS
        }
        Fatal::Internal(what) => {
            internal_error(&format!("LLVM: {what}"));
            INTERNAL
        }
        Fatal::Memory => {
            eprint(if is_json() { NO_MEMORY_JSON } else { NO_MEMORY });
            INTERNAL
        }
    };
    process::leave(status)
}
