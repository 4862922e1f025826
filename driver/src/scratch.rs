//! Files that are in the making: where they stand until they are whole, and how they come to their places.
//!
//! Everything that is made on the way, by this process or by a tool, is in a directory of its own with a name that nothing
//! else has. It goes as a whole, whatever a tool left in it, and signals wait until it is gone.

use crate::files::{cannot_write, reason};
use crate::signals::{self, Held};
use crate::tools::short;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tempfile::TempDir;
use vex_ir::Diagnostic;

/// The directories that are there now.
static THERE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A directory that is removed with everything in it.
pub struct Scratch {
    dir: TempDir,
    // Fields are dropped in order: first the directory goes, then signals have their way.
    _held: Held,
}

impl Scratch {
    /// Among the temporary files.
    pub fn new() -> Result<Scratch, Box<Diagnostic>> {
        let place = std::env::temp_dir();
        Scratch::within(&place, "vexc-").map_err(|e| {
            let mut error = cannot_write(&place, &reason(&e));
            error.notes.push("temporary files are made there: `TMPDIR` names another directory".into());
            error
        })
    }

    /// In a directory. Short names leave room for what tools make longer ones of.
    fn within(place: &Path, prefix: &str) -> io::Result<Scratch> {
        let held = Held::new();
        let dir = tempfile::Builder::new().prefix(prefix).tempdir_in(place)?;
        if let Ok(mut there) = THERE.lock() {
            there.push(dir.path().to_path_buf());
        }
        Ok(Scratch { dir, _held: held })
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Ok(mut there) = THERE.lock() {
            there.retain(|dir| dir != self.dir.path());
        }
    }
}

/// Removes what is there, for a process that ends where nothing is dropped.
pub fn abandon() {
    if let Ok(there) = THERE.try_lock() {
        for dir in there.iter() {
            // There is nobody to tell.
            let _ = fs::remove_dir_all(dir);
        }
    }
}

/// Whether bytes go into what is there instead of taking its place: devices, pipes, and what a process has open.
fn in_place(target: &Path) -> bool {
    let open = ["/dev/fd", "/dev/std", "/proc/self/fd"];
    let text = target.to_string_lossy();
    open.iter().any(|start| text.starts_with(start)) || fs::metadata(target).is_ok_and(|m| !m.is_file() && !m.is_dir())
}

/// What symbolic links lead to, even if it is not there yet: that is replaced, not the link.
fn followed(path: &Path) -> PathBuf {
    /// As many as Linux follows.
    const MOST: u32 = 40;
    let mut at = path.to_path_buf();
    for _ in 0..MOST {
        match fs::read_link(&at) {
            Ok(to) => at = at.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => break,
        }
    }
    at
}

/// Why nothing can be written to a path whatever it will be, if so.
fn check(target: &Path) -> Result<(), &'static str> {
    match fs::metadata(target) {
        Ok(meta) if meta.is_dir() => Err("it is a directory"),
        Ok(meta) if meta.permissions().readonly() => Err("it is write-protected"),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// A file that takes the place of another when it is complete.
pub struct Pending {
    target: PathBuf,
    made: PathBuf,
    in_place: bool,
    _scratch: Scratch,
}

impl Pending {
    pub fn new(path: &Path) -> Result<Pending, Box<Diagnostic>> {
        let cannot = |why: &str| cannot_write(path, why);
        // What is open somewhere has a link to it that is none of a path's.
        let target = if in_place(path) { path.to_path_buf() } else { followed(path) };
        check(&target).map_err(cannot)?;
        let mut in_place = in_place(&target);
        let beside = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        let scratch = if in_place {
            Scratch::new()?
        } else {
            match Scratch::within(beside, ".vexc-") {
                // Nobody may add a file to this directory, but this one may be written.
                Err(e) if refused(&e) && File::options().append(true).open(&target).is_ok() => {
                    in_place = true;
                    Scratch::new()?
                }
                made => made.map_err(|e| cannot(&reason(&e)))?,
            }
        };
        let made = scratch.path().join(name_for_tools(&target));
        Ok(Pending { target, made, in_place, _scratch: scratch })
    }

    /// Where to write. Nothing is there yet.
    pub fn path(&self) -> &Path {
        &self.made
    }

    /// Puts the file in its place.
    pub fn commit(self) -> Result<(), Box<Diagnostic>> {
        let cannot = |e: io::Error| cannot_write(&self.target, &reason(&e));
        if signals::came() {
            return Err(cannot(io::ErrorKind::Interrupted.into()));
        }
        if !self.in_place {
            return fs::rename(&self.made, &self.target).map_err(cannot);
        }
        let bytes = fs::read(&self.made).map_err(cannot)?;
        let target = self.target.clone();
        // Opening a pipe may take for ever, and need not be waited for.
        drop(self);
        into(&target, &bytes)
    }
}

/// A name by which people know the output in the commands that make it.
fn name_for_tools(target: &Path) -> String {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    // Compilers for Windows add an ending where there is none.
    let ending = target.extension().filter(|e| e.len() < 16).unwrap_or("tmp".as_ref());
    format!("{}.{}", short(&stem), ending.to_string_lossy())
}

fn refused(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn into(target: &Path, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    File::create(target).and_then(|mut file| file.write_all(bytes)).map_err(|e| cannot_write(target, &reason(&e)))
}

/// Writes a file: all of it, or nothing.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    if in_place(path) {
        return into(path, bytes);
    }
    let pending = Pending::new(path)?;
    fs::write(pending.path(), bytes).map_err(|e| cannot_write(path, &reason(&e)))?;
    pending.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("out");
        fs::write(&path, "old").unwrap();
        let pending = Pending::new(&path).unwrap();
        fs::write(pending.path(), "half").unwrap();
        fs::write(pending.path().with_file_name("of a tool"), "left").unwrap();
        drop(pending);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        write(&path, b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(write(dir.path(), b"").is_err());
    }

    #[test]
    #[cfg(unix)]
    fn links_are_followed() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        symlink("sub/file", at("one")).unwrap();
        symlink("one", at("two")).unwrap();
        for text in ["first", "second"] {
            write(&at("two"), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(at("sub/file")).unwrap(), text);
        }
        assert!(fs::symlink_metadata(at("two")).unwrap().is_symlink());
        symlink("ring", at("ring")).unwrap();
        assert!(write(&at("ring/x"), b"").is_err());
    }
}
