//! Whether the C compiler finds the headers that `#[link(header = "…")]` names.

use crate::c::compiler;
use crate::session::{Failure, Session};
use crate::system::io_error::{cannot_write, reason};
use crate::system::paths;
use crate::system::scratch::Scratch;
use std::ffi::OsString;
use std::path::Path;
use vex_ir::cx::HeaderUse;
use vex_ir::{Code, Cx, Diagnostic};

/// A C header that is not found.
const HEADER_NOT_FOUND: Code = Code("E0329");

/// Looks for the headers of the program's own files: beside the file that names one, as `#include "…"` does, then wherever the C
/// compiler looks. Without a C compiler this cannot be found out, and the program does not need one for it.
pub fn check(session: &mut Session) -> Result<(), Failure> {
    let uses: Vec<HeaderUse> = std::mem::take(&mut session.cx.headers);
    let uses: Vec<HeaderUse> = uses.into_iter().filter(|header| !is_beside(&session.cx, header)).collect();
    if uses.is_empty() {
        return Ok(());
    }
    let compiler = match compiler::find(session, Path::new("header.c"), false) {
        Ok(compiler) => compiler,
        Err(_) => return Ok(()),
    };
    // The names as they are written, then what may have been meant.
    let wanted: Vec<Vec<String>> = uses.iter().map(|header| spellings(&header.name)).collect();
    let names: Vec<&str> = wanted.iter().flatten().map(String::as_str).filter(|name| is_name(name)).collect();
    let found = ask(session, &compiler, &names).map_err(|error| session.fail(error))?;
    let found = |name: &String| names.iter().position(|n| n == name).is_some_and(|at| found[at]);
    let mut failed = false;
    for (header, spellings) in uses.iter().zip(&wanted) {
        if found(&spellings[0]) {
            continue;
        }
        failed = true;
        let cc = compiler[0].to_string_lossy();
        let error =
            Diagnostic::error(HEADER_NOT_FOUND, header.span, format!("the header `{}` is not found", header.name))
                .label(format!("the C compiler, `{cc}`, does not find it"));
        let error = match spellings[1..].iter().find(|name| found(name)) {
            Some(meant) => error.fix(header.span, format!("\"{meant}\""), "there is one of this name"),
            None => error.note("it is often in a package with `-dev` or `-devel` at the end of its name"),
        };
        session.cx.emit(error.note("`-I DIR` adds a directory to search"));
    }
    if failed { Err(Failure::Errors) } else { Ok(()) }
}

/// Whether the file is there beside the one that names it.
fn is_beside(cx: &Cx, header: &HeaderUse) -> bool {
    let Some(file) = cx.sources.file(header.span) else { return false };
    let dir = paths::path(&file.path);
    let dir = dir.parent().unwrap_or(Path::new(""));
    is_name(&header.name) && dir.join(header.name.as_str()).is_file()
}

/// Whether `#include <…>` can take it.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['<', '>', '"', '\n', '\r', '\0'])
}

/// The name as it is written, and what may have been meant: `<zlib.h>` and `#include <zlib.h>` are `zlib.h`, and so may be `zlib`.
fn spellings(name: &str) -> Vec<String> {
    let bare = name.trim().strip_prefix("#include").unwrap_or(name.trim()).trim();
    let bare = bare.trim_matches(['<', '>', '"', '\'']).trim();
    let lower = bare.to_lowercase();
    let mut all = vec![name.to_string()];
    for meant in [bare.to_string(), format!("{bare}.h"), lower.clone(), format!("{lower}.h"), bare.replace('\\', "/")] {
        if is_name(&meant) && !all.contains(&meant) {
            all.push(meant);
        }
    }
    all
}

/// Which of these headers the C compiler finds. One run is for all of them, and none is read.
fn ask(session: &Session, compiler: &[OsString], names: &[&str]) -> Result<Vec<bool>, Box<Diagnostic>> {
    /// What the answers begin with, as a name that no macro has.
    const ANSWER: &str = "vexc_header_is_found_";
    let mut text = String::new();
    for (number, name) in names.iter().enumerate() {
        text.push_str(&format!("#if __has_include(<{name}>)\n{ANSWER}{number}\n#endif\n"));
    }
    let scratch = Scratch::new()?;
    let source = scratch.path().join("headers.c");
    std::fs::write(&source, text).map_err(|e| cannot_write(&source, &reason(&e)))?;
    let mut args = compiler.to_vec();
    args.extend(compiler::include_flags(&session.source.search.include));
    args.extend(["-E".into(), "-x".into(), "c".into(), source.into()]);
    let output = session.tool(&args)?;
    if !output.status.success() {
        return Err(compiler::failed("the C compiler does not look for headers".into(), &output, &args));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<&str> = said.lines().map(str::trim).collect();
    Ok((0..names.len()).map(|number| lines.contains(&&*format!("{ANSWER}{number}"))).collect())
}
