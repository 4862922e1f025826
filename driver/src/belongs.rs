//! Whether what is linked belongs to the target: its architecture, its format, its C library.
//!
//! Linkers ask for the architecture at most, and a C compiler without the target's files may take those of the machine at hand.
//! So files that were given are looked at before they are linked, those that the linker found by itself when it has said
//! which, and in the end what it made.

use crate::emit;
use crate::execute;
use crate::libraries;
use crate::pipeline::{Failure, fail};
use crate::plan::Plan;
use crate::tools;
use object::read::ReadCache;
use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::binary::{self, Content, Libc, Misfit};
use vex_backend::kinds;
use vex_backend::link::{self, Foreign};
use vex_ir::span::Span;
use vex_ir::tree::LinkKind;
use vex_ir::{Cx, Diagnostic, flow};

/// What C compilers link without being asked: whose it is says which system they link for.
const SYSTEM: &[&str] = &["c", "m", "pthread", "dl", "rt", "util", "resolv", "gcc", "gcc_s", "gcc_eh", "atomic"];

/// What is in a file; `None` if it is none or cannot be read.
pub fn content(path: &Path) -> Option<Content> {
    Some(binary::identify(&ReadCache::new(libraries::open(path)?)))
}

fn misfit(plan: &Plan, path: &Path) -> Option<Misfit> {
    content(path)?.misfit(&plan.target)
}

/// Whether a C compiler is to say which headers a source included: if it may not be one of the target's.
pub fn lists_headers(plan: &Plan, source: &Path) -> bool {
    let is_c = source.extension().is_some_and(|e| ["c", "cc", "cpp", "cxx"].iter().any(|c| e == *c));
    let chosen = std::env::var_os("CC").is_some_and(|cc| !cc.is_empty());
    is_c && (chosen || !plan.native) && Libc::of(&plan.target).is_some()
}

/// Whether the headers that a C source included are those of the target's C library; their `list` is in the syntax of `make`.
///
/// Both of Linux's C libraries have a `features.h`, which most of their headers include, and which is known by what it defines.
pub fn check_headers(plan: &Plan, source: &Path, list: &Path, command: &[OsString]) -> Result<(), Box<Diagnostic>> {
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
        if let Some(own) = Libc::of(&plan.target).filter(|own| *own != which) {
            let cc = std::env::var("CC").ok().filter(|cc| !cc.is_empty());
            let error = link::foreign_headers(&plan.target, source, &header, (which, own), cc.as_deref());
            return Err(Box::new(error.note(format!("the command was: {}", tools::shell(command)))));
        }
    }
    Ok(())
}

/// Before anything is linked: the objects of C sources, and the files of the command line. What is neither an object nor a
/// library may be a script that the linker knows what to do with.
pub fn check_given(cx: &mut Cx, plan: &Plan, of_sources: &[PathBuf]) -> Result<(), Failure> {
    let made = plan.c_sources.iter().zip(of_sources);
    let made = made.map(|(source, object)| (object, format!("the object that was made of `{}`", source.display())));
    let given = plan.objects.iter().map(|path| (path, format!("`{}`", path.display())));
    let mut errors = Vec::new();
    for (path, name) in made.chain(given) {
        if let Some(misfit) = misfit(plan, path).filter(|misfit| !matches!(misfit, Misfit::Nothing(_))) {
            errors.push(link::foreign_file(&plan.target, &Foreign { name, misfit, asked: None }));
        }
    }
    report(cx, errors)
}

fn report(cx: &mut Cx, errors: Vec<Diagnostic>) -> Result<(), Failure> {
    let Some((last, others)) = errors.split_last() else { return Ok(()) };
    others.iter().for_each(|error| cx.emit(error.clone()));
    Err(fail(cx, Box::new(last.clone())))
}

/// The shared libraries that are loaded to execute a program in memory.
pub fn check_loaded(cx: &mut Cx, plan: &Plan, program: &flow::Program, libraries: &[PathBuf]) -> Result<(), Failure> {
    let foreign = |path: &PathBuf| {
        let misfit = misfit(plan, path)?;
        let shown = plan.objects.iter().find(|given| execute::absolute(given) == *path).unwrap_or(path);
        Some(link::foreign_file(&plan.target, &named(cx, plan, program, shown, misfit)))
    };
    let errors = libraries.iter().filter_map(foreign).collect();
    report(cx, errors)
}

/// The files that a linker took, and what it `made` if it ended well; from what it said, in standard output and error.
pub fn check_linked(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    (read, said): (&str, &str),
    made: Option<&Path>,
) -> Result<(), Failure> {
    let mut files: Vec<PathBuf> = kinds::traced(read).into_iter().map(|(file, _)| file.into()).collect();
    if made.is_none() {
        // What the linker refuses it does not list.
        files.extend(link::named_files(said));
    }
    // A linker names a file in each of its complaints.
    let (mut named_before, mut seen) = (HashSet::new(), HashSet::new());
    let mut errors = Vec::new();
    let mut system = Vec::new();
    for path in files {
        if !named_before.insert(path.clone()) {
            continue;
        }
        let real = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if !seen.insert(real.clone()) {
            continue;
        }
        let Some(misfit) = misfit(plan, &real) else { continue };
        let of_command = plan.objects.iter().any(|given| execute::absolute(given) == execute::absolute(&path));
        match (asked_for(cx, plan, program, &path), misfit) {
            (None, Misfit::Libc(libc)) if !of_command => system.push((real, libc)),
            // A linker that went on knew what to do with it.
            (_, Misfit::Nothing(_)) if made.is_some() => {}
            (_, misfit) => {
                let foreign = named(cx, plan, program, &path, misfit);
                errors.push(link::foreign_file(&plan.target, &foreign));
            }
        }
    }
    if !system.is_empty() {
        errors.push(link::foreign_system(&plan.target, &system, plan.linker.as_deref()));
    }
    if let Some(misfit) = made.filter(|_| errors.is_empty()).and_then(|made| misfit(plan, made)) {
        // A linker may be told to write something else.
        if !matches!(misfit, Misfit::Nothing(_)) {
            errors.push(link::foreign_output(&plan.target, &misfit));
        }
    }
    report(cx, errors)
}

fn named(cx: &Cx, plan: &Plan, program: &flow::Program, path: &Path, misfit: Misfit) -> Foreign {
    let asked = asked_for(cx, plan, program, path).flatten();
    Foreign { name: format!("`{}`", path.display()), misfit, asked }
}

/// Whether the program or the command line asks for the library in a file, and where.
fn asked_for(cx: &Cx, plan: &Plan, program: &flow::Program, path: &Path) -> Option<Option<Span>> {
    let file = path.file_name()?.to_str()?;
    let target = &plan.target;
    let is_it = |name: &str| {
        let import = target.import_lib.is_some_and(|(before, after)| file == format!("{before}{name}{after}"));
        let archive = file == target.staticlib(name);
        target.is_dylib(name, file) || archive || import || name.strip_prefix(':') == Some(file)
    };
    let libs = emit::libraries(cx, plan, program);
    let lib = libs
        .iter()
        .find(|lib| lib.kind != LinkKind::Bitcode && !SYSTEM.contains(&lib.name.as_str()) && is_it(&lib.name))?;
    Some(program.libs.iter().find(|l| cx.text(l.name) == lib.name).map(|l| l.span))
}
