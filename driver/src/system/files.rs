//! Files: reading sources, the embedded standard library, and writing outputs whole or not at all.

use crate::system::io_error::{cannot_read, cannot_write, reason};
use crate::system::{paths, scratch, streams};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vex_ir::Diagnostic;
use vex_ir::span::SourceFile;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The largest text that is read from a file, in bytes.
const MAX_FILE: u64 = 1 << 30;
/// The largest text that is read from what need not end (a device, a pipe, standard input), in bytes.
const MAX_STREAM: u64 = 1 << 26;

/// The files of this machine and those that the compiler brings along.
pub struct Disk;

impl vex_frontend::Files for Disk {
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String> {
        match read_limited(&paths::path(path)) {
            Ok(bytes) => text(bytes).map(Some),
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            // The name is longer than any file's, so there is no such file here; another directory may have a shorter path.
            Err(e) if e.kind() == io::ErrorKind::InvalidFilename => Ok(None),
            // `a/` may be a module of its own in `a/mod.vx`.
            Err(e) if e.kind() == io::ErrorKind::IsADirectory => Ok(None),
            Err(e) => Err(reason(&e)),
        }
    }

    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        embedded(path).map(Into::into)
    }
}

/// Whether a source is a file of the standard library which the compiler brings along: those have paths as if they stood in the
/// current directory, where others may be of the same name.
pub fn is_std(file: &SourceFile) -> bool {
    embedded(&file.path).is_some_and(|text| *text == *file.text)
}

fn embedded(path: &str) -> Option<&'static str> {
    STD.binary_search_by(|(p, _)| (*p).cmp(path)).ok().map(|index| STD[index].1)
}

/// The text of the root, and the name by which diagnostics call it.
pub fn read_root(path: &str) -> Result<(String, Arc<str>), Box<Diagnostic>> {
    let (name, bytes) = if path == "-" {
        ("<stdin>".to_string(), read_at_most(io::stdin().lock(), 0, MAX_STREAM))
    } else {
        (path.to_string(), read_limited(&paths::path(path)))
    };
    let cannot = |why: String| cannot_read(&name, &why);
    let bytes = bytes.map_err(|e| {
        let error = cannot(reason(&e));
        match e.kind() == io::ErrorKind::NotFound && paths::path(&format!("{path}.vx")).exists() {
            true => Box::new(error.note(format!("there is a file `{path}.vx`"))),
            false => error,
        }
    })?;
    Ok((name.clone(), text(bytes).map_err(cannot)?))
}

/// Finds out before anything is done for it whether a file can be read that another tool will read.
pub fn check_readable(path: &Path) -> Result<(), Box<Diagnostic>> {
    let cannot = |why: &str| Err(cannot_read(&path.display().to_string(), why));
    match File::open(path).and_then(|file| file.metadata()) {
        Ok(meta) if meta.is_dir() => cannot("is a directory"),
        Ok(_) => Ok(()),
        Err(e) => cannot(&reason(&e)),
    }
}

/// What a file has in it. What may not end is read to a limit, so that `/dev/zero` takes no more memory than a large source.
pub fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let meta = file.metadata()?;
    read_at_most(file, meta.len(), if meta.is_file() { MAX_FILE } else { MAX_STREAM })
}

/// Reads at most `limit` bytes, of which `expected` are said to be there.
fn read_at_most(from: impl Read, expected: u64, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more shows that the end is there, and tells what is too long from what just fits.
    bytes.try_reserve_exact(expected.min(limit) as usize + 1)?;
    from.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let message = format!("it has more than {} MiB, too much for a text", limit >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<Arc<str>, String> {
    String::from_utf8(bytes).map(Arc::from).map_err(|e| {
        let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = good.iter().filter(|b| **b == b'\n').count() + 1;
        format!("line {line} is not UTF-8")
    })
}

/// The modules of the standard library that programs import, by their paths in there: `libc`, `time`. The runtime, `rt`, is
/// part of every program, and so is the prelude, `core`: no program imports them.
pub fn std_modules(dir: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = match dir {
        None => STD.iter().filter_map(|(path, _)| module_name(path.strip_prefix("std/")?)).collect(),
        Some(dir) => {
            let entries = fs::read_dir(paths::path(dir)).into_iter().flatten().flatten();
            entries.filter_map(|e| top_module(&e.path())).collect()
        }
    };
    names.retain(|name| name != "rt" && name != "core");
    names.sort();
    names.dedup();
    names
}

/// `time.vx` and `libc/mod.vx` are modules; what is deeper inside is not suggested.
fn module_name(path: &str) -> Option<String> {
    let name = path.strip_suffix("/mod.vx").or_else(|| path.strip_suffix(".vx"))?;
    (!name.contains('/')).then(|| name.to_string())
}

fn top_module(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    let module = path.extension().is_some_and(|e| e == "vx") || path.join("mod.vx").is_file();
    module.then_some(name)
}

/// Opens a path for reading if it is a regular file: opening another one may wait, or have an effect.
pub fn open(path: &Path) -> Option<File> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    File::open(path).ok()
}

/// Where an output is written.
#[derive(Clone, PartialEq, Debug)]
pub enum Dest {
    Stdout,
    File(PathBuf),
}

/// Writes an output: all of it, or nothing.
pub fn write(dest: &Dest, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    match dest {
        Dest::Stdout => streams::print(bytes),
        Dest::File(path) => scratch::write(path, bytes),
    }
}

/// Makes a directory for dumps.
pub fn create_dir(path: &Path) -> Result<(), Box<Diagnostic>> {
    fs::create_dir_all(path).map_err(|e| cannot_write(path, &reason(&e)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_files_are_sorted() {
        assert!(STD.is_sorted_by_key(|(path, _)| *path));
        assert!(ERRORS.is_sorted_by_key(|(path, _)| *path));
        assert!(std_modules(None).contains(&"libc".to_string()));
    }
}
