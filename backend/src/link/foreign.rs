//! What is linked and does not belong to the target: another machine, another C library.

use super::command::cross_compilers;
use crate::binary::{self, CLibrary, Libc, Misfit};
use std::path::{Path, PathBuf};
use vex_ir::diag::{Code, Diagnostic};
use vex_ir::span::Span;
use vex_ir::target::{Env, TARGETS, Target};

/// A file for another machine, or none that can be linked.
pub const FOREIGN_FILE: Code = Code("E0809");
/// A file for another C library.
pub const FOREIGN_LIBC: Code = Code("E0810");
/// What a linker made is for another machine or C library.
pub const FOREIGN_OUTPUT: Code = Code("E0811");
/// A C source that was compiled with another C library's headers.
pub const FOREIGN_HEADERS: Code = Code("E0812");

/// A file that is linked and does not belong to the target.
pub struct Foreign {
    /// As a message has it.
    pub name: String,
    pub misfit: Misfit,
    /// Where the program asks for it, if it does.
    pub asked: Option<Span>,
}

/// What to tell the user of a file that the command line or the program names.
pub fn foreign_file(target: &Target, file: &Foreign) -> Diagnostic {
    let Foreign { name, misfit, asked } = file;
    let (code, message) = match misfit {
        Misfit::Machine(_) => (FOREIGN_FILE, format!("{name} is not for `{}`", target.name)),
        Misfit::Libc(_) => (FOREIGN_LIBC, format!("{name} is not for the C library of `{}`", target.name)),
        Misfit::Nothing(_) => (FOREIGN_FILE, format!("{name} is nothing that can be linked")),
    };
    let error = Diagnostic::error(code, asked.unwrap_or(Span::NONE), message);
    let error = if asked.is_some_and(|span| !span.is_none()) { error.label("asked for here") } else { error };
    let error = error.note(binary::reason(misfit, target));
    match misfit {
        Misfit::Libc(libc) => other_target(error, target, libc.which),
        Misfit::Machine(_) | Misfit::Nothing(_) => error,
    }
}

/// What to tell the user where a C compiler linked what the system of another C library has, of its own accord.
pub fn foreign_system(target: &Target, files: &[(PathBuf, CLibrary)], cc: Option<&Path>) -> Diagnostic {
    const MOST: usize = 3;
    let theirs = files.first().map_or("another C library", |(_, libc)| libc.which.name());
    let message = match Libc::of(target) {
        Some(own) => format!("this links {theirs}, and the C library of `{}` is {}", target.name, own.name()),
        None => format!("this links {theirs}, and `{}` has no C library", target.name),
    };
    let mut error = Diagnostic::error(FOREIGN_LIBC, Span::NONE, message);
    for (path, libc) in files.iter().take(MOST) {
        error = error.note(format!("`{}` is for {}: {}", path.display(), libc.which.name(), libc.because));
    }
    if files.len() > MOST {
        error = error.note(format!("and {} more", files.len() - MOST));
    }
    error = match (cc, Libc::of(target)) {
        (Some(cc), _) => error.note(format!("that is what `--linker={}` links", cc.display())),
        (None, Some(_)) => error.note(format!(
            "install {}{}, name another C compiler that links for the target with `--linker`, or say with \
             `--link-arg=--sysroot=DIR` where the system's files are",
            cross_compilers(target, None)[0],
            if target.env == Env::Musl { " (on Debian and Ubuntu in the package `musl-tools`)" } else { "" }
        )),
        (None, None) => error.note("`--link-arg=-nostdlib` links no library that is not named"),
    };
    let error = match files.first() {
        Some((_, libc)) => other_target(error, target, libc.which),
        None => error,
    };
    error.note("`-c` stops before linking")
}

/// What to tell the user where a linker made something for another machine or C library.
pub fn foreign_output(target: &Target, misfit: &Misfit) -> Diagnostic {
    let message = format!("what the linker made is not for `{}`", target.name);
    Diagnostic::error(FOREIGN_OUTPUT, Span::NONE, message)
        .note(binary::reason(misfit, target))
        .note("`--linker` names a C compiler that links for the target")
}

/// What to tell the user of a C source that was compiled with another C library's headers.
pub fn foreign_headers(
    target: &Target,
    source: &Path,
    header: &Path,
    (theirs, own): (Libc, Libc),
    cc: Option<&str>,
) -> Diagnostic {
    let source = source.display();
    let message = format!(
        "`{source}` was compiled for {}, and the C library of `{}` is {}",
        theirs.name(),
        target.name,
        own.name()
    );
    let error = Diagnostic::error(FOREIGN_HEADERS, Span::NONE, message)
        .note(format!("it includes `{}`: types, constants and functions have other meanings there", header.display()));
    let error = error.note(match cc {
        Some(cc) => format!("that is what `{cc}` includes, which `CC` names"),
        None => format!("install {}, or name a C compiler of the target's in `CC`", cross_compilers(target, None)[0]),
    });
    other_target(error, target, theirs)
}

/// The target for which a file of another C library would be right.
fn other_target(error: Diagnostic, target: &Target, libc: Libc) -> Diagnostic {
    let all = TARGETS.iter().filter_map(|name| Target::parse(name).ok());
    let right = all.into_iter().find(|other| other.arch == target.arch && Libc::of(other) == Some(libc));
    match right {
        Some(other) => error.note(format!("`--target={}` compiles for {}", other.name, libc.name())),
        None => error,
    }
}
