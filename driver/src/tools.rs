//! Programs that help: the C compiler for C sources, for linking, and the archiver.

use crate::belongs;
use crate::files::reason;
use crate::paths;
use crate::pipeline::{Failure, fail};
use crate::plan::{Kind, Plan};
use crate::report::eprint;
use crate::scratch::{Pending, Scratch};
use crate::signals;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use vex_ir::span::Span;
use vex_ir::target::{Arch, Os, Target};
use vex_ir::{Code, Cx, Diagnostic};

/// The C compiler refuses a source, or there is none.
const E0903: Code = Code("E0903");
/// A tool cannot be started, or fails for a reason of its own.
const E0904: Code = Code("E0904");

/// A tool that a signal ended.
const ENDED_BY_SIGNAL: Code = Code("E0816");
/// Says that it has done its work, and has not.
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

/// A path as an operand of a command: no option, and no file with further arguments.
pub fn operand(path: &Path) -> PathBuf {
    match path.as_os_str().as_encoded_bytes().first() {
        Some(b'-' | b'@') => Path::new(".").join(path),
        Some(_) | None => path.to_path_buf(),
    }
}

/// The beginning of a name: of those that are as long as names may be there is none with an ending.
pub fn short(name: &str) -> &str {
    const MOST: usize = 200;
    name.char_indices().find(|(at, c)| at + c.len_utf8() > MOST).map_or(name, |(at, _)| &name[..at])
}

/// A tool that ended well has made something.
pub fn check_made(args: &[OsString], path: &Path) -> Result<(), Box<Diagnostic>> {
    let why = match std::fs::metadata(path) {
        Ok(meta) if meta.is_file() && meta.len() > 0 => return Ok(()),
        Ok(meta) if meta.is_file() => "the file it wrote is empty",
        Ok(_) => "what it made is no file",
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
pub fn output(args: &[OsString], verbose: bool) -> Result<Output, Box<Diagnostic>> {
    if verbose {
        eprint(&format!("{}\n", shell(args)));
    }
    let program = args.first().map_or(OsStr::new(""), OsString::as_os_str);
    let output = start(program, &args[1..]).map_err(|e| {
        let message = format!("cannot start `{}`: {}", program.to_string_lossy(), reason(&e));
        Box::new(Diagnostic::error(E0904, Span::NONE, message))
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

/// Compilers look for their own tools in `PATH`, and are to find there what we do.
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

/// Compiles C sources into objects in `dir`.
pub fn compile_c(cx: &mut Cx, plan: &Plan, dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut objects = Vec::new();
    for (number, source) in plan.c_sources.iter().enumerate() {
        let stem = source.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let object = dir.join(format!("{number}-{}{}", short(&stem), plan.target.object_suffix));
        compile_one(plan, source, Kind::Obj, &object).map_err(|error| fail(cx, error))?;
        objects.push(object);
    }
    Ok(objects)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending))
}

/// Why a source is not made into something of this kind, if it is not.
pub fn nothing_to_make(source: &Path, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Asm if has_ending(source, &["s"]) => Some("it is assembly already"),
        Kind::LlvmIr | Kind::LlvmBc if has_ending(source, &["s", "S"]) => Some("LLVM IR cannot be made of assembly"),
        Kind::LlvmIr if has_ending(source, &["ll"]) => Some("it is LLVM IR already"),
        Kind::LlvmBc if has_ending(source, &["bc"]) => Some("it is bitcode already"),
        Kind::Asm | Kind::LlvmIr | Kind::LlvmBc | Kind::Obj | Kind::Link | Kind::Tree | Kind::Flow => None,
    }
}

/// Whether a source is made into something of this kind.
pub fn makes(source: &Path, kind: Kind) -> bool {
    !matches!(kind, Kind::Tree | Kind::Flow) && nothing_to_make(source, kind).is_none()
}

/// Compiles one C source.
pub fn compile_one(plan: &Plan, source: &Path, kind: Kind, made: &Path) -> Result<(), Box<Diagnostic>> {
    let llvm = matches!(kind, Kind::LlvmIr | Kind::LlvmBc);
    let mut args = c_compiler(plan, source, llvm)?;
    args.push(format!("-O{}", plan.opt_letter).into());
    args.extend(cpu_args(&plan.target, &plan.backend));
    if plan.backend.debug {
        args.extend(plan.backend.dwarf.map(|version| format!("-gdwarf-{version}").into()));
        // Behind the version, which GCC takes to ask for everything.
        args.push(if plan.backend.lines_only { "-g1".into() } else { "-g".into() });
    }
    if !matches!(plan.target.os, Os::Windows | Os::None) && plan.backend.pic != vex_backend::PicMode::Static {
        args.push("-fPIC".into());
    }
    args.extend(plan.search.include.iter().map(|dir| paths::word(&format!("-I{dir}"))));
    args.push(if matches!(kind, Kind::Asm | Kind::LlvmIr) { "-S".into() } else { "-c".into() });
    if llvm {
        args.push("-emit-llvm".into());
    }
    let scratch = belongs::lists_headers(plan, source).then(Scratch::new).transpose()?;
    let list = scratch.as_ref().map(|dir| dir.path().join("headers.d"));
    if let Some(list) = &list {
        args.extend(["-MD".into(), "-MF".into(), list.into()]);
    }
    args.extend(["-o".into(), operand(made).into(), operand(source).into()]);
    let output = output(&args, plan.verbose)?;
    if output.status.success() {
        // Warnings are the C compiler's own affair, but nobody should miss them.
        eprint(&String::from_utf8_lossy(&output.stderr));
        check_made(&args, made)?;
        return list.map_or(Ok(()), |list| belongs::check_headers(plan, source, &list, &args));
    }
    Err(failed(format!("the C compiler refuses `{}`", source.display()), &output, &args))
}

/// The error for a C compiler that failed, with its words.
pub fn failed(message: String, output: &Output, args: &[OsString]) -> Box<Diagnostic> {
    let said = String::from_utf8_lossy(&output.stderr).trim_end().to_string();
    let mut error = Diagnostic::error(E0903, Span::NONE, message);
    if !said.is_empty() {
        error = error.note(said);
    }
    Box::new(error.note(format!("the command was: {}", shell(args))))
}

/// The C compiler for a source, with the arguments that make it compile for the target.
pub fn c_compiler(plan: &Plan, source: &Path, llvm: bool) -> Result<Vec<OsString>, Box<Diagnostic>> {
    if let Some(cc) = std::env::var_os("CC").filter(|cc| !cc.is_empty()) {
        let text = paths::text(&cc);
        return Ok(text.split_whitespace().map(paths::word).collect());
    }
    // LLVM IR is Clang's alone.
    let llvm = llvm || has_ending(source, &["ll", "bc"]);
    let candidates: &[&str] = if llvm { &["clang-19", "clang"] } else { &["cc", "clang", "gcc", "clang-19"] };
    let cross = vex_backend::link::cross_compilers(&plan.target, vex_backend::host_arch());
    if let Some(cc) = cross.iter().find(|cc| !plan.native && !llvm && installed(cc)) {
        return Ok(vec![cc.into()]);
    }
    let candidates = if plan.native { candidates } else { &["clang", "clang-19"] };
    let Some(cc) = candidates.iter().find(|cc| installed(cc)) else {
        let wanted = if plan.native { candidates.join(", ") } else { format!("{} or clang", cross[0]) };
        let message = format!("no C compiler is installed that could compile `{}`", source.display());
        let error = Diagnostic::error(E0903, Span::NONE, message);
        return Err(Box::new(error.note(format!("install {wanted}, or name one in `CC`"))));
    };
    let mut args: Vec<OsString> = vec![cc.into()];
    if !plan.native {
        args.push(format!("--target={}", plan.target.triple).into());
    }
    Ok(args)
}

/// The arguments by which a C compiler makes code for the same CPU: a function for a greater one could not be inlined into
/// ours, nor executed where ours can.
fn cpu_args(target: &Target, options: &vex_backend::Options) -> Vec<OsString> {
    // Clang and GCC agree: `-march` is the CPU on x86, the architecture's version elsewhere.
    let x86 = target.arch == Arch::X86_64;
    let option = if x86 { "-march" } else { "-mcpu" };
    let mut args: Vec<OsString> = options.cpu.iter().map(|cpu| format!("{option}={cpu}").into()).collect();
    if x86 || target.arch == Arch::Wasm32 {
        // Elsewhere features are a part of `-march`, each compiler's own.
        args.extend(options.features.split(',').filter_map(|feature| match feature.split_at_checked(1)? {
            ("+", name) => Some(format!("-m{name}").into()),
            ("-", name) => Some(format!("-mno-{name}").into()),
            _ => None,
        }));
    }
    args
}

/// Puts objects into a static library.
pub fn archive(plan: &Plan, inputs: &[PathBuf], output_path: &Path) -> Result<(), Box<Diagnostic>> {
    let pending = Pending::new(output_path)?;
    let made = operand(pending.path());
    let args = vex_backend::link::archive_command(&plan.target, plan.native, inputs, &made, &|name| installed(name));
    let output = output(&args, plan.verbose)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim_end().to_string();
        let message = format!("the archiver failed to make `{}`", output_path.display());
        return Err(Box::new(Diagnostic::error(E0904, Span::NONE, message).note(said)));
    }
    check_made(&args, &made)?;
    pending.commit()
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
    fn c_is_compiled_for_the_same_cpu() {
        let args = |triple: &str, cpu: Option<&str>, features: &str| {
            let options = vex_backend::Options {
                cpu: cpu.map(Into::into),
                features: features.into(),
                ..vex_backend::Options::default()
            };
            shell(&cpu_args(&Target::parse(triple).unwrap(), &options))
        };
        assert_eq!(args("x86_64-unknown-linux-gnu", Some("x86-64-v3"), ""), "-march=x86-64-v3");
        assert_eq!(args("x86_64-unknown-linux-gnu", None, "+avx2,-sse4.2"), "-mavx2 -mno-sse4.2");
        assert_eq!(args("aarch64-unknown-linux-gnu", Some("cortex-a72"), "+sve"), "-mcpu=cortex-a72");
        assert_eq!(args("riscv64gc-unknown-linux-gnu", None, ""), "");
    }

    #[test]
    fn finds_programs() {
        assert!(installed("sh"));
        assert!(installed("/bin/sh"));
        assert!(!installed("no-such-program-anywhere"));
        assert!(!installed("src/tools.rs") && !installed("./src"));
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

    #[test]
    fn long_names_become_short() {
        assert_eq!(short("name"), "name");
        assert_eq!(short(&"ö".repeat(127)), "ö".repeat(100));
        assert_eq!(short(&format!("x{}", "ö".repeat(127))).len(), 199);
    }
}
