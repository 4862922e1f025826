//! `vexc run`: finding the libraries of a program, and executing it in this process.

use crate::emit;
use crate::files;
use crate::pipeline::{Failure, fail};
use crate::plan::Plan;
use crate::timing::Timings;
use crate::tools;
use std::path::{Path, PathBuf};
use vex_backend::jit::{self, JitError, Job};
use vex_backend::link::{self, Lib, Problem};
use vex_ir::span::Span;
use vex_ir::target::ObjectFormat;
use vex_ir::tree::LinkKind;
use vex_ir::{Code, Cx, Diagnostic, flow};

/// The program cannot be executed in memory.
const E0906: Code = Code("E0906");

/// Everything but the execution itself.
pub fn prepare(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    args: &[String],
    times: &mut Timings,
) -> Result<Job, Failure> {
    let mut job = Job::default();
    job.objects.push(emit::object(cx, plan, program, times)?);
    job.args.push(if plan.root == "-" { "<stdin>".into() } else { plan.root.clone() });
    job.args.extend(args.iter().cloned());
    if !plan.c_sources.is_empty() {
        let dir = emit::temporary_dir().map_err(|error| fail(cx, error))?;
        for path in tools::compile_c(cx, plan, dir.path())? {
            job.objects.push(read_object(cx, plan, &path)?);
        }
    }
    for path in &plan.objects {
        match path.extension().and_then(|e| e.to_str()) {
            Some("o" | "obj") => job.objects.push(read_object(cx, plan, path)?),
            Some("a" | "lib") => job.archives.push(path.clone()),
            // What is left of the endings that an input may have.
            _ => job.libraries.push(absolute(path)),
        }
    }
    for lib in emit::libraries(cx, plan, program) {
        add_library(plan, &lib, &mut job);
    }
    Ok(job)
}

/// Executes; what went wrong is about the program's declarations.
pub fn execute(cx: &mut Cx, program: &flow::Program, job: &Job) -> Result<i32, Failure> {
    default_signals();
    jit::run(job).map_err(|error| {
        let problems = match &error {
            JitError::Missing(symbols) => symbols.iter().map(|s| Problem::MissingSymbol(s.clone())).collect(),
            JitError::Library(path, _) => {
                library_of(cx, program, path).into_iter().map(Problem::MissingLibrary).collect()
            }
            JitError::Llvm(_) => Vec::new(),
        };
        if problems.is_empty() {
            return fail(cx, Box::new(Diagnostic::error(E0906, Span::NONE, error.to_string())));
        }
        for problem in &problems {
            let mut diagnostic = link::explain(cx, program, problem);
            if let JitError::Library(_, why) = &error {
                diagnostic = diagnostic.note(why.as_str());
            }
            cx.emit(diagnostic);
        }
        Failure::Errors
    })
}

fn read_object(cx: &mut Cx, plan: &Plan, path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = std::fs::read(path).map_err(|e| {
        let message = format!("cannot read `{}`: {}", path.display(), files::reason(&e));
        fail(cx, Box::new(Diagnostic::error(Code("E0901"), Span::NONE, message)))
    })?;
    let magic: &[u8] = match plan.target.object {
        ObjectFormat::Elf => b"\x7fELF",
        ObjectFormat::MachO => b"\xcf\xfa\xed\xfe",
        ObjectFormat::Wasm => b"\0asm",
        // It begins with the machine, of which there are many.
        ObjectFormat::Coff => b"",
    };
    if !bytes.starts_with(magic) {
        let message = format!("`{}` is no object file of this machine", path.display());
        return Err(fail(cx, Box::new(Diagnostic::error(E0906, Span::NONE, message))));
    }
    Ok(bytes)
}

/// The loader looks for names without a `/` elsewhere.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Libraries that every process has.
const PART_OF_LIBC: &[&str] = &["c", "pthread", "dl", "rt", "util", "System"];

fn add_library(plan: &Plan, lib: &Lib, job: &mut Job) {
    if PART_OF_LIBC.contains(&lib.name.as_str()) || lib.kind == LinkKind::Bitcode {
        return;
    }
    if lib.kind == LinkKind::Framework {
        job.libraries.push(format!("/System/Library/Frameworks/{0}.framework/{0}", lib.name).into());
        return;
    }
    let name = &lib.name;
    let archive = format!("{}{name}{}", plan.target.staticlib_prefix, plan.target.staticlib_suffix);
    let shared = format!("{}{name}{}", plan.target.dylib_prefix, plan.target.dylib_suffix);
    let dirs = library_dirs(&plan.library_path);
    let find = |file: &str| dirs.iter().map(|dir| dir.join(file)).find(|path| path.is_file());
    let found = match lib.kind {
        LinkKind::Static => find(&archive),
        LinkKind::Default | LinkKind::Dylib | LinkKind::Framework | LinkKind::Bitcode => {
            find(&shared).or_else(|| versioned(&dirs, &shared)).or_else(|| find(&archive))
        }
    };
    match found {
        Some(path) if path.extension().is_some_and(|e| e == "a" || e == "lib") => job.archives.push(path),
        Some(path) => job.libraries.extend(behind_script(&path)),
        // The loader may know more places; if not, it says so.
        None => job.libraries.push(shared.into()),
    }
}

/// Where linkers look, without asking one.
fn library_dirs(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = given.iter().map(|dir| absolute(dir)).collect();
    for variable in ["LIBRARY_PATH", "LD_LIBRARY_PATH"] {
        dirs.extend(std::env::split_paths(&std::env::var_os(variable).unwrap_or_default()).filter(|d| d.is_absolute()));
    }
    let multiarch = format!("{}-linux-gnu", std::env::consts::ARCH);
    let standard =
        ["/usr/local/lib", "/usr/lib/@", "/lib/@", "/usr/lib64", "/lib64", "/usr/lib", "/lib", "/opt/homebrew/lib"];
    dirs.extend(standard.iter().map(|d| PathBuf::from(d.replace('@', &multiarch))));
    dirs
}

/// `libz.so.1`, where only that is installed and not what linkers look for; the newest if there are several.
fn versioned(dirs: &[PathBuf], shared: &str) -> Option<PathBuf> {
    let prefix = format!("{shared}.");
    dirs.iter().find_map(|dir| {
        let entries = std::fs::read_dir(dir).ok()?.flatten();
        let names = entries.filter(|e| e.file_name().to_string_lossy().starts_with(&prefix)).map(|e| e.path());
        names.max()
    })
}

/// A `.so` may be a text for the linker, which names the real ones: `GROUP ( /lib/libm.so.6 AS_NEEDED ( … ) )`.
fn behind_script(path: &Path) -> Vec<PathBuf> {
    let Ok(bytes) = std::fs::read(path) else { return vec![path.to_path_buf()] };
    if bytes.len() > 4096 || bytes.starts_with(b"\x7fELF") {
        return vec![path.to_path_buf()];
    }
    let text = String::from_utf8_lossy(&bytes);
    let words = text.split(|c: char| c.is_whitespace() || "(),".contains(c));
    let named: Vec<PathBuf> = words.filter(|w| w.starts_with('/') && w.contains(".so")).map(PathBuf::from).collect();
    if named.is_empty() { vec![path.to_path_buf()] } else { named }
}

/// The name by which the program asks for the library at a path.
fn library_of(cx: &Cx, program: &flow::Program, path: &Path) -> Option<String> {
    let file = path.file_name()?.to_string_lossy().into_owned();
    let known = program.libs.iter().map(|l| cx.text(l.name).to_string());
    let name = file.strip_prefix("lib").unwrap_or(&file).split('.').next().unwrap_or("").to_string();
    known.into_iter().find(|l| *l == name).or(Some(name))
}

/// Gives signals their default meanings, which Rust's runtime has changed: the program is not to notice.
#[cfg(unix)]
fn default_signals() {
    for signal in [libc::SIGPIPE, libc::SIGSEGV, libc::SIGBUS] {
        // SAFETY: the default action of a signal is always a valid one.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
}

#[cfg(not(unix))]
fn default_signals() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_name_libraries() {
        let dir = tempfile::tempdir().unwrap();
        let script = dir.path().join("libm.so");
        std::fs::write(&script, "/* GNU ld script */\nGROUP ( /lib/libm.so.6  AS_NEEDED ( /lib/libmvec.so.1 ) )\n")
            .unwrap();
        assert_eq!(behind_script(&script), [PathBuf::from("/lib/libm.so.6"), PathBuf::from("/lib/libmvec.so.1")]);
        let real = dir.path().join("libx.so");
        std::fs::write(&real, b"\x7fELF").unwrap();
        assert_eq!(behind_script(&real), [real]);
    }
}
