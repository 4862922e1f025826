//! Files that are in the making: where they stand until they are whole, and how they come to their places.
//!
//! Everything that is made on the way, by this process or by a tool, is in a directory of its own with a name that nothing
//! else has. It goes as a whole, whatever a tool left in it, and signals wait until it is gone.

use crate::system::io_error::{cannot_write, reason};
use crate::system::paths::short;
use crate::system::signals::{self, Held};
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
            // At this point, an error could not be reported.
            let _ = fs::remove_dir_all(dir);
        }
    }
}

/// Where the bytes of an output go.
struct Destination {
    /// What symbolic links lead to, even if it is not there yet: that is written, not the link.
    target: PathBuf,
    /// Whether bytes go into what is there instead of taking its place: devices, pipes, and what a process has open.
    in_place: bool,
}

impl Destination {
    fn of(path: &Path) -> Destination {
        /// As many as Linux follows.
        const MOST: u32 = 40;
        let mut target = path.to_path_buf();
        for _ in 0..MOST {
            // A link in `/proc/self/fd` need not be the path of the open file: that may be deleted, and has a position in it.
            if is_descriptor(&target) {
                return Destination { target, in_place: true };
            }
            match fs::read_link(&target) {
                Ok(to) => target = target.parent().unwrap_or(Path::new("")).join(to),
                Err(_) => break,
            }
        }
        let in_place = fs::metadata(&target).is_ok_and(|m| !m.is_file() && !m.is_dir());
        Destination { target, in_place }
    }
}

/// Whether the path names what a process has open: `/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3`.
fn is_descriptor(path: &Path) -> bool {
    let parts: Vec<&[u8]> = path.components().map(|part| part.as_os_str().as_encoded_bytes()).collect();
    matches!(
        parts.as_slice(),
        [b"/", b"dev", b"stdin" | b"stdout" | b"stderr"]
            | [b"/", b"dev", b"fd", _]
            | [b"/", b"proc", _, b"fd", _]
            | [b"/", b"proc", _, b"task", _, b"fd", _]
    )
}

/// Why nothing can be written to a path, whatever its contents.
fn check(target: &Path) -> Result<(), String> {
    match fs::metadata(target) {
        Ok(meta) if meta.is_dir() => Err("it is a directory".into()),
        Ok(meta) if meta.permissions().readonly() => Err("it is write-protected".into()),
        // The name is too long for the system; a shorter name for its directory would not help other programs to open it.
        Err(e) if e.kind() == io::ErrorKind::InvalidFilename => Err(reason(&e)),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The directory around a path, under a name to which other names can be added.
struct Around {
    path: PathBuf,
    /// What gives it this name.
    _open: Option<File>,
}

impl Around {
    fn of(target: &Path) -> io::Result<Around> {
        /// Linux's `PATH_MAX` without the NUL, and without what is added here and by tools.
        const LONGEST: usize = 4095 - 512;
        let path = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        if cfg!(target_os = "linux") && path.as_os_str().len() > LONGEST {
            return Around::open(path);
        }
        Ok(Around { path: path.to_path_buf(), _open: None })
    }

    /// What is open has a short name, which tools can use, too.
    #[cfg(unix)]
    fn open(path: &Path) -> io::Result<Around> {
        use std::os::fd::AsRawFd;
        let open = File::open(path)?;
        let path = format!("/proc/{}/fd/{}", std::process::id(), open.as_raw_fd());
        Ok(Around { path: path.into(), _open: Some(open) })
    }

    #[cfg(not(unix))]
    fn open(path: &Path) -> io::Result<Around> {
        Ok(Around { path: path.to_path_buf(), _open: None })
    }
}

/// A file that takes the place of another when it is complete.
pub struct Pending {
    /// The target as the user has it.
    named: PathBuf,
    target: PathBuf,
    made: PathBuf,
    in_place: bool,
    // Fields are dropped in order: the directory in the other goes first.
    _scratch: Scratch,
    _around: Around,
}

impl Pending {
    pub fn new(path: &Path) -> Result<Pending, Box<Diagnostic>> {
        let cannot = |why: &str| cannot_write(path, why);
        let Destination { target, mut in_place } = Destination::of(path);
        check(&target).map_err(|why| cannot(&why))?;
        let around = Around::of(&target).map_err(|e| cannot(&reason(&e)))?;
        let scratch = if in_place {
            Scratch::new()?
        } else {
            match Scratch::within(&around.path, ".vexc-") {
                // No file may be added to this directory, but this one may be written.
                Err(e) if refused(&e) && is_writable(&target) => {
                    in_place = true;
                    Scratch::new()?
                }
                made => made.map_err(|e| cannot(&reason(&e)))?,
            }
        };
        let made = scratch.path().join(name_for_tools(&target));
        let target = match target.file_name() {
            Some(name) if around._open.is_some() => around.path.join(name),
            Some(_) | None => target,
        };
        Ok(Pending { named: path.to_path_buf(), target, made, in_place, _scratch: scratch, _around: around })
    }

    /// Where to write. Nothing is there yet.
    pub fn path(&self) -> &Path {
        &self.made
    }

    /// Puts the file in its place.
    pub fn commit(self) -> Result<(), Box<Diagnostic>> {
        let cannot = |e: io::Error| cannot_write(&self.named, &reason(&e));
        if signals::came() {
            return Err(cannot(io::ErrorKind::Interrupted.into()));
        }
        if !self.in_place {
            match fs::rename(&self.made, &self.target) {
                Err(e) if cannot_replace(&e) && is_writable(&self.target) => {}
                moved => return moved.map_err(cannot),
            }
        }
        let bytes = fs::read(&self.made).map_err(cannot)?;
        let (named, target) = (self.named.clone(), self.target.clone());
        // Opening a pipe may block, and need not be waited for. No pipe's directory is open.
        drop(self);
        into(&target, &bytes).map_err(|e| cannot_write(&named, &reason(&e)))
    }
}

fn is_writable(target: &Path) -> bool {
    File::options().append(true).open(target).is_ok()
}

fn refused(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Whether what is there may stay, and be written all the same: another user's file in a directory like `/tmp`, or one that
/// is mounted.
fn cannot_replace(error: &io::Error) -> bool {
    refused(error) || matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices)
}

/// A name by which people know the output in the commands that make it.
fn name_for_tools(target: &Path) -> String {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    // Compilers for Windows add an ending where there is none.
    let ending = target.extension().filter(|e| e.len() < 16).unwrap_or("tmp".as_ref());
    format!("{}.{}", short(&stem), ending.to_string_lossy())
}

fn into(target: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create(target).and_then(|mut file| file.write_all(bytes))
}

/// Writes a file: all of it, or nothing.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    let destination = Destination::of(path);
    if destination.in_place {
        return into(&destination.target, bytes).map_err(|e| cannot_write(path, &reason(&e)));
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
