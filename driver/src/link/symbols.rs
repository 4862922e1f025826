//! Symbols whose kind or size in the linked files may differ from their declarations in the program.

use crate::session::Session;
use crate::system::files;
use std::path::Path;
use vex_backend::kinds;
use vex_ir::flow;

/// The symbols of which the files that are linked may say something else than the program. What the standard library that the
/// compiler brings along says of C was held against C's headers.
pub fn shared(session: &Session, program: &flow::Program) -> kinds::Names {
    let cx = &session.cx;
    let of_std: Vec<bool> =
        cx.sources.files().iter().map(|file| session.source.own_std().is_none() && files::is_std(file)).collect();
    kinds::shared(cx, program, |span| cx.sources.file_index(span).is_some_and(|index| of_std[index]))
}

/// What a linked file defines or uses of these symbols; `None` if it cannot be read.
pub fn of_file(file: &str, member: Option<&str>, names: &kinds::Names) -> Option<kinds::File> {
    // An unreadable file is the linker's to report.
    let bytes = std::fs::read(file).ok()?;
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
    let shown = member.map_or_else(|| format!("`{name}`"), |member| format!("`{name}({member})`"));
    Some((shown, kinds::read(&bytes, member, names)))
}
