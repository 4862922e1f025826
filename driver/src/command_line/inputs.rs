//! The files of a command line, by what is done with them.

use crate::command_line::cli::{Usage, usage_error};
use crate::command_line::elsewhere;
use crate::system::paths::{self, extension};
use std::path::PathBuf;
use vex_ir::diag::closest;

/// The files that are given.
pub struct Inputs {
    /// The Vex program, `-` for standard input.
    pub root: String,
    /// Sources for the C compiler.
    pub c_sources: Vec<PathBuf>,
    /// Objects, archives and shared libraries.
    pub objects: Vec<PathBuf>,
}

impl Inputs {
    pub fn sort(all: Vec<String>) -> Usage<Inputs> {
        let (mut roots, mut c_sources, mut objects) = (Vec::new(), Vec::new(), Vec::new());
        for file in all {
            if file == "-" || matches!(extension(&file), "vx" | "flow") {
                roots.push(file);
            } else if is_c_source(&file) {
                c_sources.push(paths::path(&file));
            } else if is_object(&file) {
                objects.push(paths::path(&file));
            } else {
                unknown_file(&file)?;
                roots.push(file);
            }
        }
        Ok(Inputs { root: one_root(roots)?, c_sources, objects })
    }

    /// The files that other tools read.
    pub fn foreign(&self) -> impl Iterator<Item = &PathBuf> {
        self.c_sources.iter().chain(&self.objects)
    }

    /// All files but standard input.
    pub fn paths(&self) -> Vec<PathBuf> {
        let root = Some(&self.root).filter(|root| *root != "-").map(|root| paths::path(root));
        root.into_iter().chain(self.foreign().cloned()).collect()
    }
}

fn is_c_source(path: &str) -> bool {
    matches!(extension(path), "c" | "s" | "S" | "i" | "ll" | "bc" | "cc" | "cpp" | "cxx" | "m")
}

fn is_object(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(extension(path), "o" | "obj" | "a" | "so" | "dylib" | "lib" | "dll") || name.contains(".so.")
}

/// Whether a file goes to the C compiler or the linker.
pub fn is_input(path: &str) -> bool {
    is_c_source(path) || is_object(path)
}

/// A file of an unknown kind is taken for a program if it is there. If not, it may have been meant as a subcommand.
fn unknown_file(file: &str) -> Usage<()> {
    if paths::path(file).exists() || file.contains(['/', '.']) {
        return Ok(());
    }
    if matches!(file, "0" | "1" | "2" | "3" | "s" | "z" | "fast") {
        let meant = if file == "fast" { "3" } else { file };
        let what = format!("there is no file `{file}`; a level of optimisation has no blank before it: `-O{meant}`");
        return Err(usage_error(what));
    }
    if let Some(what) = elsewhere::command(file) {
        return Err(usage_error(format!("there is no file and no command `{file}`: {what}")));
    }
    match closest(file, ["run", "check", "passes", "opt", "explain"]) {
        Some(close) => Err(usage_error(format!("there is no file and no command `{file}`; did you mean `{close}`?"))),
        None => Ok(()),
    }
}

fn one_root(roots: Vec<String>) -> Usage<String> {
    match roots.as_slice() {
        [root] => Ok(root.clone()),
        [] => Err(usage_error("no Vex program is given: a `.vx` file, or `-` for standard input")),
        [first, second, ..] => Err(usage_error(format!(
            "`{first}` and `{second}` are two programs: give the one that has `main`, it imports the other modules"
        ))),
    }
}
