//! Other programs: how they are found and executed, and what is said where that fails.

use crate::system::io_error::reason;
use crate::system::scratch::Scratch;
use crate::system::signals;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use vex_ir::span::Span;
use vex_ir::{Code, Diagnostic};

/// A tool cannot be started, or fails for a reason of its own.
pub const TOOL_FAILED: Code = Code("E0904");
/// A tool that a signal ended.
const ENDED_BY_SIGNAL: Code = Code("E0816");
/// A tool that reports success, but has not written its output.
const NOTHING_MADE: Code = Code("E0815");

/// Whether a program of this name can be found; see [`find`].
pub fn installed(name: &str) -> bool {
    find(OsStr::new(name)).is_some()
}

/// The file of a program, where `execvp` would find it, but never in the current directory because an entry of `PATH` is
/// empty: what stands there came with the sources.
fn find(name: &OsStr) -> Option<PathBuf> {
    if name.as_encoded_bytes().contains(&b'/') || Path::new(name).is_absolute() {
        return Some(PathBuf::from(name)).filter(|path| is_executable(path));
    }
    let mut with_exe = name.to_os_string();
    with_exe.push(".exe");
    let files = |dir: PathBuf| [dir.join(name), dir.join(&with_exe)];
    path_entries().into_iter().flat_map(files).find(|path| is_executable(path))
}

/// The directories of `PATH`. Where it is not set, those that the system's `execvp` takes.
fn path_entries() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_else(|| if cfg!(unix) { "/bin:/usr/bin" } else { "" }.into());
    std::env::split_paths(&path).filter(|dir| !dir.as_os_str().is_empty()).collect()
}

/// A path as an operand of a command, not to be taken for an option or a response file.
pub fn operand(path: &Path) -> PathBuf {
    match path.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'@') => Path::new(".").join(path),
        Some(_) | None => path.to_path_buf(),
    }
}

/// Reports a tool that succeeded without writing its output.
pub fn check_made(args: &[OsString], path: &Path) -> Result<(), Box<Diagnostic>> {
    let why = match std::fs::metadata(path) {
        Ok(meta) if meta.is_file() && meta.len() > 0 => return Ok(()),
        Ok(meta) if meta.is_file() => "the file it wrote is empty",
        Ok(_) => "what it made is not a file",
        Err(_) => "it wrote no file",
    };
    let program = args.first().map_or(OsStr::new(""), OsString::as_os_str).to_string_lossy();
    let message = format!("`{program}` reports success, but {why}");
    Err(Box::new(
        Diagnostic::error(NOTHING_MADE, Span::NONE, message).note(format!("the command was: {}", shell(args))),
    ))
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

/// A command as a shell takes it.
pub fn shell(args: &[OsString]) -> String {
    let quote = |arg: &OsString| {
        let Some(text) = arg.to_str() else {
            // POSIX.1-2024, 2.2.4.
            let escaped = arg.as_encoded_bytes().iter().map(|byte| match byte {
                b'\'' | b'\\' => format!("\\{}", char::from(*byte)),
                b' '..=b'~' => char::from(*byte).to_string(),
                _ => format!("\\{byte:03o}"),
            });
            return format!("$'{}'", escaped.collect::<String>());
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=+,:@%".contains(c);
        if !text.is_empty() && text.chars().all(plain) {
            text.to_string()
        } else {
            format!("'{}'", text.replace('\'', "'\\''"))
        }
    };
    args.iter().map(quote).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its end and keeps what it says. That a signal ended it is an error, whatever it has done before.
pub fn output(args: &[OsString]) -> Result<Output, Box<Diagnostic>> {
    let program = args.first().map_or(OsStr::new(""), OsString::as_os_str);
    let output = start(program, &args[1..]).map_err(|e| {
        let message = format!("cannot start `{}`: {}", program.to_string_lossy(), reason(&e));
        Box::new(Diagnostic::error(TOOL_FAILED, Span::NONE, message))
    })?;
    if output.status.code().is_some() {
        return Ok(output);
    }
    // "signal: 11 (SIGSEGV) (core dumped)"
    let how = output.status.to_string().replacen(": ", " ", 1);
    let message = format!("`{}` was ended by {how}", program.to_string_lossy());
    let error = Diagnostic::error(ENDED_BY_SIGNAL, Span::NONE, message);
    let said = String::from_utf8_lossy(&output.stderr).trim_end().to_string();
    let error = if said.is_empty() { error } else { error.note(said) };
    Err(Box::new(error.note(format!("the command was: {}", shell(args)))))
}

fn start(program: &OsStr, args: &[OsString]) -> io::Result<Output> {
    let file = find(program).ok_or_else(|| io::Error::other(not_found(program)))?;
    let run = |args: &[OsString]| signals::output(with_path(as_named(&mut Command::new(&file), program)).args(args));
    match run(args) {
        // Systems limit what a process starts with. All of these tools read files of arguments.
        Err(e) if e.kind() == io::ErrorKind::ArgumentListTooLong => {
            let scratch = Scratch::new().map_err(|error| io::Error::other(error.message))?;
            let list = scratch.path().join("arguments");
            std::fs::write(&list, response_file(args))?;
            let mut word = OsString::from("@");
            word.push(&list);
            run(&[word])
        }
        done => done,
    }
}

/// Arguments as GNU's and LLVM's tools read them from a file: a backslash keeps the meaning of any byte behind it.
fn response_file(args: &[OsString]) -> Vec<u8> {
    let mut text = Vec::new();
    for arg in args {
        if arg.is_empty() {
            text.extend(b"\"\"");
        }
        for &byte in arg.as_encoded_bytes() {
            if byte.is_ascii_whitespace() || matches!(byte, b'\\' | b'"' | b'\'' | 0x0b) {
                text.push(b'\\');
            }
            text.push(byte);
        }
        text.push(b'\n');
    }
    text
}

/// Programs look at the name that they are called by.
#[cfg(unix)]
fn as_named<'a>(command: &'a mut Command, name: &OsStr) -> &'a mut Command {
    std::os::unix::process::CommandExt::arg0(command, name)
}

#[cfg(not(unix))]
fn as_named<'a>(command: &'a mut Command, _: &OsStr) -> &'a mut Command {
    command
}

/// Compilers look for their own tools in `PATH`, and must find there what `vexc` finds.
fn with_path(command: &mut Command) -> &mut Command {
    match std::env::join_paths(path_entries()) {
        // Without any, they would look in the current directory.
        Ok(path) if path.is_empty() => command.env("PATH", "/nonexistent"),
        Ok(path) => command.env("PATH", path),
        Err(_) => command,
    }
}

fn not_found(program: &OsStr) -> &'static str {
    match std::fs::metadata(Path::new(program)) {
        Ok(_) if program.as_encoded_bytes().contains(&b'/') => "permission denied",
        Ok(_) | Err(_) => "no such file or directory",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_can_be_pasted_into_a_shell() {
        let args = ["cc", "-o", "a b", "it's", ""].map(OsString::from);
        assert_eq!(shell(&args), "cc -o 'a b' 'it'\\''s' ''");
    }

    #[test]
    fn finds_programs() {
        assert!(installed("sh"));
        assert!(installed("/bin/sh"));
        assert!(!installed("no-such-program-anywhere"));
        assert!(!installed("src/main.rs") && !installed("./src"));
    }

    #[test]
    fn paths_are_no_options() {
        let text = |path: &str| operand(Path::new(path)).display().to_string();
        assert_eq!(["-x.o", "@x.o", "x-@.o", "/-x", "a/-x"].map(text), ["./-x.o", "./@x.o", "x-@.o", "/-x", "a/-x"]);
    }

    #[test]
    fn arguments_in_a_file_stay_what_they_are() {
        let args = ["a b", "it's", "", "\"\\", "-x", "new\nline"].map(OsString::from);
        let text = String::from_utf8(response_file(&args)).unwrap();
        assert_eq!(text, "a\\ b\nit\\'s\n\"\"\n\\\"\\\\\n-x\nnew\\\nline\n");
    }
}
