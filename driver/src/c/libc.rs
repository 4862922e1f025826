//! Whose C library's headers a C source was compiled with.

use crate::session::Session;
use crate::system::tools;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::binary::Libc;
use vex_backend::link;
use vex_ir::Diagnostic;

/// Whether a C compiler is to say which headers a source included: if it may not be one of the target's.
pub fn lists_headers(session: &Session, source: &Path) -> bool {
    let is_c = source.extension().is_some_and(|e| ["c", "cc", "cpp", "cxx"].iter().any(|c| e == *c));
    let chosen = std::env::var_os("CC").is_some_and(|cc| !cc.is_empty());
    is_c && (chosen || !session.native) && Libc::of(&session.cx.target).is_some()
}

/// Whether the headers that a C source included are those of the target's C library; their `list` is in the syntax of `make`.
///
/// Both of Linux's C libraries have a `features.h`, which most of their headers include, and which is known by what it defines.
pub fn check_headers(
    session: &Session,
    source: &Path,
    list: &Path,
    command: &[OsString],
) -> Result<(), Box<Diagnostic>> {
    let target = &session.cx.target;
    let Ok(list) = std::fs::read_to_string(list) else { return Ok(()) };
    // Words end where a space has no backslash before it; the lines of the list do not matter.
    let list = list.replace("\\\n", " ").replace("\\ ", "\0");
    let headers = list.split_whitespace().map(|word| PathBuf::from(word.replace('\0', " ")));
    for header in headers.filter(|path| path.ends_with("features.h")) {
        let Ok(text) = std::fs::read_to_string(&header) else { continue };
        let defines = |name: &str| text.lines().any(|line| line.starts_with("#define") && line.contains(name));
        let which = match () {
            () if text.contains("__UCLIBC__") => continue,
            () if defines("__GLIBC__") => Libc::Glibc,
            () if defines("__REDIR(x,y)") => Libc::Musl,
            () => continue,
        };
        if let Some(own) = Libc::of(target).filter(|own| *own != which) {
            let cc = std::env::var("CC").ok().filter(|cc| !cc.is_empty());
            let error = link::foreign_headers(target, source, &header, (which, own), cc.as_deref());
            return Err(Box::new(error.note(format!("the command was: {}", tools::shell(command)))));
        }
    }
    Ok(())
}
