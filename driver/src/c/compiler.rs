//! C sources become objects, or what is asked for instead.

use crate::c::libc;
use crate::flags::code::level_name;
use crate::flags::outputs::OutputKind;
use crate::session::{Failure, Session};
use crate::system::paths::{self, short};
use crate::system::scratch::Scratch;
use crate::system::streams::eprint;
use crate::system::tools::{check_made, installed, operand, shell};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;
use vex_backend::PicMode;
use vex_ir::span::Span;
use vex_ir::target::{Arch, Os, Target};
use vex_ir::{Code, Diagnostic};

/// The C compiler rejects a source, or no C compiler is installed.
const REFUSED: Code = Code("E0903");

/// The flags by which C is compiled like the program.
pub fn flags(target: &Target, backend: &vex_backend::Options, include: &[String]) -> Vec<OsString> {
    let mut flags: Vec<OsString> = vec![format!("-O{}", level_name(backend.opt)).into()];
    flags.extend(cpu_flags(target, backend));
    if backend.debug {
        flags.extend(backend.dwarf.map(|version| format!("-gdwarf-{version}").into()));
        // Behind the version, which GCC takes to ask for everything.
        flags.push(if backend.lines_only { "-g1".into() } else { "-g".into() });
    }
    let pic = match target.os {
        Os::Windows | Os::None => false,
        Os::Linux | Os::MacOs | Os::FreeBsd | Os::Wasi | Os::Unknown => backend.pic != PicMode::Static,
    };
    if pic {
        flags.push("-fPIC".into());
    }
    flags.extend(include_flags(include));
    flags
}

/// The directories of `-I`, as C compilers take them.
pub fn include_flags(include: &[String]) -> impl Iterator<Item = OsString> {
    include.iter().map(|dir| paths::word(&format!("-I{dir}")))
}

/// The flags by which a C compiler makes code for the same CPU: a function for a greater one could not be inlined into
/// one of the program, nor executed where the program can.
fn cpu_flags(target: &Target, options: &vex_backend::Options) -> Vec<OsString> {
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

/// Compiles C sources into objects in `dir`.
pub fn objects(
    session: &mut Session,
    sources: &[PathBuf],
    flags: &[OsString],
    dir: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let mut objects = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let stem = source.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let object = dir.join(format!("{number}-{}{}", short(&stem), session.cx.target.object_suffix));
        compile(session, source, flags, OutputKind::Obj, &object).map_err(|error| session.fail(error))?;
        objects.push(object);
    }
    Ok(objects)
}

/// Compiles one C source.
pub fn compile(
    session: &Session,
    source: &Path,
    flags: &[OsString],
    kind: OutputKind,
    made: &Path,
) -> Result<(), Box<Diagnostic>> {
    let llvm = matches!(kind, OutputKind::LlvmIr | OutputKind::LlvmBc);
    let mut args = find(session, source, llvm)?;
    args.extend(flags.iter().cloned());
    args.push(if matches!(kind, OutputKind::Asm | OutputKind::LlvmIr) { "-S".into() } else { "-c".into() });
    if llvm {
        args.push("-emit-llvm".into());
    }
    let scratch = libc::lists_headers(session, source).then(Scratch::new).transpose()?;
    let list = scratch.as_ref().map(|dir| dir.path().join("headers.d"));
    if let Some(list) = &list {
        args.extend(["-MD".into(), "-MF".into(), list.into()]);
    }
    args.extend(["-o".into(), operand(made).into(), operand(source).into()]);
    let output = session.tool(&args)?;
    if output.status.success() {
        // Warnings of the C compiler are shown as they are.
        eprint(&String::from_utf8_lossy(&output.stderr));
        check_made(&args, made)?;
        return list.map_or(Ok(()), |list| libc::check_headers(session, source, &list, &args));
    }
    Err(failed(format!("the C compiler refuses `{}`", source.display()), &output, &args))
}

/// The error for a C compiler that failed, with its words.
pub fn failed(message: String, output: &Output, args: &[OsString]) -> Box<Diagnostic> {
    let said = String::from_utf8_lossy(&output.stderr).trim_end().to_string();
    let mut error = Diagnostic::error(REFUSED, Span::NONE, message);
    if !said.is_empty() {
        error = error.note(said);
    }
    Box::new(error.note(format!("the command was: {}", shell(args))))
}

/// The C compiler for a source, with the arguments that make it compile for the target.
pub fn find(session: &Session, source: &Path, llvm: bool) -> Result<Vec<OsString>, Box<Diagnostic>> {
    if let Some(cc) = std::env::var_os("CC").filter(|cc| !cc.is_empty()) {
        let text = paths::text(&cc);
        return Ok(text.split_whitespace().map(paths::word).collect());
    }
    // LLVM IR is Clang's alone.
    let llvm = llvm || source.extension().is_some_and(|e| e == "ll" || e == "bc");
    let candidates: &[&str] = if llvm { &["clang-19", "clang"] } else { &["cc", "clang", "gcc", "clang-19"] };
    let cross = vex_backend::link::cross_compilers(&session.cx.target, vex_backend::host_arch());
    if let Some(cc) = cross.iter().find(|cc| !session.native && !llvm && installed(cc)) {
        return Ok(vec![cc.into()]);
    }
    let candidates = if session.native { candidates } else { &["clang", "clang-19"] };
    let Some(cc) = candidates.iter().find(|cc| installed(cc)) else {
        let wanted = if session.native { candidates.join(", ") } else { format!("{} or clang", cross[0]) };
        let message = format!("no C compiler is installed that could compile `{}`", source.display());
        let error = Diagnostic::error(REFUSED, Span::NONE, message);
        return Err(Box::new(error.note(format!("install {wanted}, or name one in `CC`"))));
    };
    let mut args: Vec<OsString> = vec![cc.into()];
    if !session.native {
        args.push(format!("--target={}", session.cx.target.triple).into());
    }
    Ok(args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c_is_compiled_for_the_same_cpu() {
        let args = |triple: &str, cpu: Option<&str>, features: &str| {
            let options = vex_backend::Options {
                cpu: cpu.map(Into::into),
                features: features.into(),
                ..vex_backend::Options::default()
            };
            shell(&cpu_flags(&Target::parse(triple).unwrap(), &options))
        };
        assert_eq!(args("x86_64-unknown-linux-gnu", Some("x86-64-v3"), ""), "-march=x86-64-v3");
        assert_eq!(args("x86_64-unknown-linux-gnu", None, "+avx2,-sse4.2"), "-mavx2 -mno-sse4.2");
        assert_eq!(args("aarch64-unknown-linux-gnu", Some("cortex-a72"), "+sve"), "-mcpu=cortex-a72");
        assert_eq!(args("riscv64gc-unknown-linux-gnu", None, ""), "");
    }
}
