//! Whether what is linked belongs to the target: its architecture, its format, its C library.
//!
//! Linkers ask for the architecture at most, and a C compiler without the target's files may take those of the machine at hand.
//! So files that were given are looked at before they are linked, those that the linker found by itself when it has said
//! which, and in the end what it made.

use crate::flags::linking::Linking;
use crate::session::{Failure, Session};
use crate::system::files;
use crate::system::paths::absolute;
use object::read::ReadCache;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use vex_backend::binary::{self, Content, Misfit};
use vex_backend::kinds;
use vex_backend::link::{self, Foreign};
use vex_ir::span::Span;
use vex_ir::target::Target;
use vex_ir::tree::LinkKind;
use vex_ir::{Cx, flow};

/// What C compilers link without being asked: whose it is says which system they link for.
const SYSTEM: &[&str] = &["c", "m", "pthread", "dl", "rt", "util", "resolv", "gcc", "gcc_s", "gcc_eh", "atomic"];

/// What is in a file; `None` if it is not a regular file or cannot be read.
pub fn content(path: &Path) -> Option<Content> {
    Some(binary::identify(&ReadCache::new(files::open(path)?)))
}

fn misfit(target: &Target, path: &Path) -> Option<Misfit> {
    content(path)?.misfit(target)
}

/// Before anything is linked: the objects of C sources, and the files of the command line. What is neither an object nor a
/// library may be a script that the linker knows what to do with.
pub fn check_given(session: &mut Session, linking: &Linking, of_sources: &[PathBuf]) -> Result<(), Failure> {
    let target = &session.cx.target;
    let made = linking.c_sources.iter().zip(of_sources);
    let made = made.map(|(source, object)| (object, format!("the object that was made of `{}`", source.display())));
    let given = linking.objects.iter().map(|path| (path, format!("`{}`", path.display())));
    let mut errors = Vec::new();
    for (path, name) in made.chain(given) {
        if let Some(misfit) = misfit(target, path).filter(|misfit| !matches!(misfit, Misfit::Nothing(_))) {
            errors.push(link::foreign_file(target, &Foreign { name, misfit, asked: None }));
        }
    }
    session.refuse(errors)
}

/// The shared libraries that are loaded to execute a program in memory.
pub fn check_loaded(
    session: &mut Session,
    linking: &Linking,
    program: &flow::Program,
    libraries: &[PathBuf],
) -> Result<(), Failure> {
    let (cx, target) = (&session.cx, &session.cx.target);
    let foreign = |path: &PathBuf| {
        let misfit = misfit(target, path)?;
        let shown = linking.objects.iter().find(|given| absolute(given) == *path).unwrap_or(path);
        Some(link::foreign_file(target, &named(cx, linking, program, shown, misfit)))
    };
    let errors = libraries.iter().filter_map(foreign).collect();
    session.refuse(errors)
}

/// The files that a linker took, and what it `made` if it ended well; from what it said, in standard output and error.
pub fn check_linked(
    session: &mut Session,
    linking: &Linking,
    program: &flow::Program,
    (read, said): (&str, &str),
    made: Option<&Path>,
) -> Result<(), Failure> {
    let (cx, target) = (&session.cx, &session.cx.target);
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
        let Some(misfit) = misfit(target, &real) else { continue };
        let of_command = linking.objects.iter().any(|given| absolute(given) == absolute(&path));
        match (asked_for(cx, linking, program, &path), misfit) {
            (None, Misfit::Libc(libc)) if !of_command => system.push((real, libc)),
            // The linker accepted the file, so it can read it.
            (_, Misfit::Nothing(_)) if made.is_some() => {}
            (_, misfit) => {
                let foreign = named(cx, linking, program, &path, misfit);
                errors.push(link::foreign_file(target, &foreign));
            }
        }
    }
    if !system.is_empty() {
        errors.push(link::foreign_system(target, &system, linking.linker.as_deref()));
    }
    if let Some(misfit) = made.filter(|_| errors.is_empty()).and_then(|made| misfit(target, made)) {
        // A linker may be told to write something else.
        if !matches!(misfit, Misfit::Nothing(_)) {
            errors.push(link::foreign_output(target, &misfit));
        }
    }
    session.refuse(errors)
}

fn named(cx: &Cx, linking: &Linking, program: &flow::Program, path: &Path, misfit: Misfit) -> Foreign {
    let asked = asked_for(cx, linking, program, path).flatten();
    Foreign { name: format!("`{}`", path.display()), misfit, asked }
}

/// Whether the program or the command line asks for the library in a file, and where.
fn asked_for(cx: &Cx, linking: &Linking, program: &flow::Program, path: &Path) -> Option<Option<Span>> {
    let file = path.file_name()?.to_str()?;
    let target = &cx.target;
    let is_it = |name: &str| {
        let import = target.import_lib.is_some_and(|(before, after)| file == format!("{before}{name}{after}"));
        let archive = file == target.staticlib(name);
        target.is_dylib(name, file) || archive || import || name.strip_prefix(':') == Some(file)
    };
    let libs = linking.libraries(cx, program);
    let lib = libs
        .iter()
        .find(|lib| lib.kind != LinkKind::Bitcode && !SYSTEM.contains(&lib.name.as_str()) && is_it(&lib.name))?;
    Some(program.libs.iter().find(|l| cx.text(l.name) == lib.name).map(|l| l.span))
}
