//! Whether a program that is executed in this process finds each symbol where it finds it as an executable, and so do the
//! libraries that it uses. From the symbol tables, before anything is loaded.
//!
//! An executable comes first where its libraries look for symbols: what it exports replaces what the C library has, and is
//! there for a library that calls it back. In memory only the program itself sees what it defines. `vexc` in turn has
//! libraries of its own in this process, which executables have not. Where that makes a difference, or the loader has to do
//! something for the program that LLVM's linker in memory does not, the program is linked by the system's linker, and is right by definition.

use crate::link::search::loader_dirs;
use crate::system::paths::absolute;
use std::collections::{HashMap, HashSet, VecDeque};
use std::ffi::{CString, OsStr};
use std::fs::{File, Metadata};
use std::path::{Path, PathBuf};
use vex_backend::elf::symbols::{Library, Need, Object, ReadCache};
use vex_backend::elf::{is_elf, sound};
use vex_backend::jit::{self, SymbolLocation, System};

/// Where a program is to be executed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    InMemory,
    /// As an executable that the system's linker makes, because of this.
    Linked(String),
    /// No shared library has the symbol. The system's linker may still find it: in archives that are linked into every program
    /// (`libgcc.a`, `libc_nonshared.a`), or among the symbols that it defines itself; otherwise the program is wrong.
    Missing(String),
}

/// Functions that report on the process they are called in: its files, its stack.
const ABOUT_PROCESS: &[&str] = &[
    "_dl_find_object",
    "backtrace",
    "backtrace_symbols",
    "backtrace_symbols_fd",
    "dl_iterate_phdr",
    "dladdr",
    "dladdr1",
    "dlinfo",
    "dlmopen",
    "dlopen",
    "dlsym",
    "dlvsym",
    "elf_aux_info",
    "getauxval",
];

/// Decides for a program's object, and the libraries that it is linked with, in order.
pub fn choose(object: &[u8], libraries: &[PathBuf]) -> Choice {
    let Some(object) = Object::read(object) else { return Choice::InMemory };
    if object.needs_loader {
        return Choice::Linked("it has constructors or thread-local variables".into());
    }
    if let Some(name) = about_process(&object.needs) {
        return Choice::Linked(format!("it calls `{name}`"));
    }
    // C's startup code calls it in each process.
    let exported = || object.defined.iter().filter(|name| **name != b"main");
    if let Some(name) = exported().find(|name| symbol_location(name) != SymbolLocation::Nowhere) {
        return Choice::Linked(format!("it defines `{}`, which the C library may have too", text(name)));
    }
    match Libraries::find(libraries).and_then(|libraries| libraries.check(&object)) {
        Ok(None) => Choice::InMemory,
        Ok(Some(missing)) => Choice::Missing(missing),
        Err(why) => Choice::Linked(why),
    }
}

/// The first of these symbols that reports on the process.
fn about_process(needs: &[Need]) -> Option<String> {
    let need = needs.iter().find(|need| ABOUT_PROCESS.iter().any(|name| name.as_bytes() == need.name))?;
    Some(text(need.name))
}

fn text(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn symbol_location(name: &[u8]) -> SymbolLocation {
    CString::new(name).map_or(SymbolLocation::Nowhere, |name| jit::symbol_location(&name))
}

/// What makes a file itself, whatever its name.
type Id = (u64, u64);

#[cfg(unix)]
fn id_of(file: &Metadata) -> Id {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino())
}

#[cfg(not(unix))]
fn id_of(_: &Metadata) -> Id {
    (0, 0)
}

fn id(path: &Path) -> Option<Id> {
    std::fs::metadata(path).ok().map(|file| id_of(&file))
}

/// Whether each process has a library, an executable too: the C library's parts, the loader, the kernel's.
fn is_system(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let parts = ["libc", "libm", "libpthread", "libdl", "librt", "libutil", "libgcc_s", "libthr"];
    let part = name.split(".so").next().unwrap_or("");
    name.contains(".so") && (parts.contains(&part) || part.starts_with("ld-") || part.starts_with("linux-vdso"))
}

/// A library that this process has not loaded yet.
struct New {
    path: PathBuf,
    /// The number of the library for whose sake it is loaded, of those that the program names.
    turn: usize,
    /// Whether the program names it itself.
    direct: bool,
    content: ReadCache<File>,
}

/// All that the program is linked with, and what that needs.
struct Libraries {
    new: Vec<New>,
    /// Those of them that `vexc` has loaded for itself, and whether the program names them.
    shared: HashMap<Id, (ReadCache<File>, bool)>,
    system: System,
}

impl Libraries {
    /// Finds the files as the loader does.
    fn find(libraries: &[PathBuf]) -> Result<Libraries, String> {
        let mut found = Libraries { new: Vec::new(), shared: HashMap::new(), system: System::open() };
        if libraries.is_empty() {
            return Ok(found);
        }
        let loaded = jit::loaded();
        let ids: HashSet<Id> = loaded.iter().filter_map(|path| id(path)).collect();
        let names: HashSet<&OsStr> = loaded.iter().filter_map(|path| path.file_name()).collect();
        let mut seen: HashSet<Id> = HashSet::new();
        for (turn, library) in libraries.iter().enumerate() {
            let mut queue = VecDeque::from([(library.clone(), true)]);
            while let Some((path, direct)) = queue.pop_front() {
                let file = File::open(&path).and_then(|file| Ok((id_of(&file.metadata()?), file)));
                // The loader complains of it, or knows a place that linkers do not.
                let Ok((id, file)) = file else { continue };
                if !seen.insert(id) {
                    continue;
                }
                let content = ReadCache::new(file);
                let unreadable = || format!("the symbols of `{}` cannot be read", path.display());
                let read = match Library::read(&content) {
                    Some(read) => read,
                    None if is_elf(&content) => return Err(unreadable()),
                    None => continue,
                };
                for name in &read.libraries {
                    let name = os_str(name);
                    if !is_system(&name) {
                        queue.push_back((needed(Path::new(&name), &path, read.path).ok_or_else(unreadable)?, false));
                    }
                }
                if ids.contains(&id) {
                    drop(read);
                    found.shared.insert(id, (content, direct));
                    continue;
                }
                if !sound::is_sound(&content) {
                    return Err(format!("`{}` may be damaged", path.display()));
                }
                let asked = read.name.map(os_str);
                if [asked.as_deref(), path.file_name()].into_iter().flatten().any(|name| names.contains(name)) {
                    return Err(format!("`vexc` uses another file than `{}` for itself", path.display()));
                }
                if read.has_static_tls {
                    return Err(format!("`{}` has variables that must be there from the start", path.display()));
                }
                drop(read);
                found.new.push(New { path, turn, direct, content });
            }
        }
        Ok(found)
    }

    /// A symbol that the object needs and no library has; or why the program is to be linked.
    fn check(&self, object: &Object) -> Result<Option<String>, String> {
        let new: Vec<(&New, Library)> =
            self.new.iter().filter_map(|new| Library::read(&new.content).map(|library| (new, library))).collect();
        let constructors = new.iter().filter(|(_, library)| library.has_constructors).count();
        if constructors > 1 && new.iter().filter(|(new, _)| new.direct).count() > 1 {
            return Err("the constructors of its libraries have an order".into());
        }
        let exported: HashSet<&[u8]> = object.defined.iter().copied().collect();
        let mut definer: HashMap<&[u8], usize> = HashMap::new();
        for (number, (file, library)) in new.iter().enumerate() {
            for definition in &library.defined {
                let name = definition.name;
                if exported.contains(name) || *definer.entry(name).or_insert(number) != number {
                    return Err(twice(file, name));
                }
                // This process already has another definition of that name.
                if symbol_location(name) != SymbolLocation::Nowhere {
                    return Err(twice(file, name));
                }
            }
        }
        for (file, library) in &new {
            if let Some(name) = about_process(&library.needs) {
                return Err(format!("`{}` calls `{name}`", file.path.display()));
            }
            for need in &library.needs {
                let name = need.name;
                if exported.contains(name) {
                    return Err(format!("`{}` needs its `{}`", file.path.display(), text(name)));
                }
                let found = match definer.get(name) {
                    // Each is loaded, and linked, before the next one.
                    Some(number) => new[*number].0.turn <= file.turn,
                    None => self.is_everywhere(name, need.weak),
                };
                if !found {
                    return Err(format!("`{}` needs `{}` of elsewhere", file.path.display(), text(name)));
                }
            }
        }
        let shared: Vec<Library> = self.shared_libraries(|direct| direct).collect();
        let direct = new.iter().filter(|(new, _)| new.direct).map(|(_, library)| library).chain(&shared);
        let defined: HashSet<&[u8]> =
            direct.flat_map(|library| library.defined.iter().filter(|d| !d.old).map(|d| d.name)).collect();
        let has = |name: &[u8]| defined.contains(name) || self.has_system(name);
        let missing = object.needs.iter().find(|need| !need.weak && !has(need.name));
        Ok(missing.map(|need| text(need.name)))
    }

    /// Whether a symbol that no new library defines is the same for one here as in an executable.
    fn is_everywhere(&self, name: &[u8], weak: bool) -> bool {
        match symbol_location(name) {
            SymbolLocation::Nowhere => weak,
            SymbolLocation::In(file) => {
                file.file_name().is_some_and(is_system) || id(&file).is_some_and(|id| self.shared.contains_key(&id))
            }
            // The loader reports no file for thread-local variables.
            SymbolLocation::Unnamed => {
                let mut shared = self.shared_libraries(|_| true);
                self.has_system(name) || shared.any(|library| library.defined.iter().any(|d| d.name == name))
            }
        }
    }

    fn has_system(&self, name: &[u8]) -> bool {
        CString::new(name).is_ok_and(|name| self.system.has(&name))
    }

    fn shared_libraries(&self, which: fn(bool) -> bool) -> impl Iterator<Item = Library<'_>> {
        self.shared.values().filter(move |(_, direct)| which(*direct)).filter_map(|(content, _)| Library::read(content))
    }
}

fn twice(file: &New, name: &[u8]) -> String {
    format!("`{}` is not alone in defining `{}`", file.path.display(), text(name))
}

#[cfg(unix)]
fn os_str(bytes: &[u8]) -> std::ffi::OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn os_str(bytes: &[u8]) -> std::ffi::OsString {
    text(bytes).into()
}

/// The file of a library that another one needs. `None`: not found, or in a place that the loader alone can tell.
fn needed(name: &Path, by: &Path, path: Option<&[u8]>) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return Some(absolute(name));
    }
    let by = std::fs::canonicalize(by).ok()?;
    let origin = by.parent()?.to_str()?;
    let mut dirs: Vec<PathBuf> = Vec::new();
    for dir in text(path.unwrap_or_default()).split(':').filter(|dir| !dir.is_empty()) {
        let dir = dir.replace("$ORIGIN", origin).replace("${ORIGIN}", origin);
        if dir.contains('$') {
            return None;
        }
        dirs.push(dir.into());
    }
    dirs.extend(loader_dirs());
    dirs.iter().map(|dir| dir.join(name)).find(|path| path.is_file())
}
