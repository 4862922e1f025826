//! Where libraries are searched for, by linkers and by the loader.

use crate::flags::linking::Linking;
use crate::system::paths::absolute;
use std::path::{Path, PathBuf};
use vex_backend::elf::is_elf;
use vex_backend::link::Lib;
use vex_ir::target::Target;
use vex_ir::tree::LinkKind;
use vex_ir::{Cx, flow};

/// Endings of files that are linked into a program, not loaded by it.
const STATIC: &[&str] = &["o", "obj", "a", "lib"];

/// Libraries that every process has.
const PART_OF_LIBC: &[&str] = &["c", "pthread", "dl", "rt", "util", "System"];

/// The shared libraries of a program that consists of nothing else but its own object; `None`, if there is more.
pub fn shared_alone(linking: &Linking, target: &Target, libs: &[Lib]) -> Option<Vec<PathBuf>> {
    let is_shared = |path: &PathBuf| !path.extension().is_some_and(|e| STATIC.iter().any(|s| e == *s));
    let plain = linking.c_sources.is_empty() && linking.args.is_empty() && linking.linker.is_none();
    if !plain || !linking.objects.iter().all(is_shared) {
        return None;
    }
    let mut libraries: Vec<PathBuf> = linking.objects.iter().map(|path| absolute(path)).collect();
    for lib in libs {
        libraries.extend(shared_library(linking, target, lib)?);
    }
    Some(libraries)
}

/// The files of a shared library. `None`: it is there as an archive or as bitcode.
fn shared_library(linking: &Linking, target: &Target, lib: &Lib) -> Option<Vec<PathBuf>> {
    if PART_OF_LIBC.contains(&lib.name.as_str()) {
        return Some(Vec::new());
    }
    if lib.kind == LinkKind::Framework {
        return Some(vec![format!("/System/Library/Frameworks/{0}.framework/{0}", lib.name).into()]);
    }
    if matches!(lib.kind, LinkKind::Static | LinkKind::Bitcode) {
        return None;
    }
    let dirs = library_dirs(&linking.dirs);
    // As GNU's linkers have it, a file of just this name.
    if let Some(file) = lib.name.strip_prefix(':') {
        let found = dirs.iter().map(|dir| dir.join(file)).find(|path| path.is_file());
        let is_static = STATIC.iter().any(|end| Path::new(file).extension().is_some_and(|e| e == *end));
        return if is_static { None } else { Some(vec![found.unwrap_or_else(|| file.into())]) };
    }
    let (archive, shared) = (target.staticlib(&lib.name), target.dylib(&lib.name));
    let has_one = |dir: &PathBuf| dir.join(&shared).is_file() || dir.join(&archive).is_file();
    // Each program in memory has the system's, but there may be another one.
    let others = [linking.dirs.clone(), dirs_in("LIBRARY_PATH"), dirs_in("LD_LIBRARY_PATH")];
    if lib.name == "m" && !others.iter().flatten().any(has_one) {
        return Some(Vec::new());
    }
    // As linkers do: the first directory that has either counts.
    for dir in &dirs {
        if dir.join(&shared).is_file() {
            return behind_script(&dir.join(shared), &dirs, target);
        }
        if dir.join(&archive).is_file() {
            return None;
        }
    }
    // The loader may know more places; if not, it says so.
    Some(vec![versioned(&dirs, &shared).unwrap_or(shared.into())])
}

/// Where linkers look, without asking one.
pub fn library_dirs(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = given.iter().map(|dir| absolute(dir)).collect();
    dirs.extend(dirs_in("LIBRARY_PATH"));
    dirs.extend(loader_dirs());
    dirs
}

fn dirs_in(variable: &str) -> Vec<PathBuf> {
    let value = std::env::var_os(variable).unwrap_or_default();
    std::env::split_paths(&value).filter(|dir| dir.is_absolute()).collect()
}

/// Where the loader looks.
pub fn loader_dirs() -> Vec<PathBuf> {
    let mut dirs = dirs_in("LD_LIBRARY_PATH");
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

/// In bytes.
const LONGEST_SCRIPT: u64 = 4096;

/// How many scripts may name each other.
const MOST_SCRIPTS: usize = 8;

/// A `.so` may be a text for the linker, which names the real ones: `GROUP ( /lib/libm.so.6 AS_NEEDED ( … ) )`,
/// `INPUT(libncurses.so.6 -ltinfo)`; and those may be such texts again. `None`: there is more to it than shared libraries.
pub fn behind_script(path: &Path, dirs: &[PathBuf], target: &Target) -> Option<Vec<PathBuf>> {
    let mut named = Vec::new();
    let mut scripts = 0;
    let mut todo = vec![path.to_path_buf()];
    while let Some(path) = todo.pop() {
        let Some(inner) = named_in_script(&path, dirs, target)? else {
            named.push(path);
            continue;
        };
        scripts += 1;
        if scripts > MOST_SCRIPTS {
            return None;
        }
        todo.extend(inner.into_iter().rev());
    }
    Some(named)
}

/// The libraries that a script names. `Some(None)`: it is no script; `None`: it names archives, too.
fn named_in_script(path: &Path, dirs: &[PathBuf], target: &Target) -> Option<Option<Vec<PathBuf>>> {
    // Reading anything but a file may wait.
    if !std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= LONGEST_SCRIPT) {
        return Some(None);
    }
    let Ok(bytes) = std::fs::read(path) else { return Some(None) };
    if is_elf(&bytes[..]) {
        return Some(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    let (prefix, suffix) = (target.dylib_prefix, target.dylib_suffix);
    let mut named = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "(),".contains(c)) {
        let file = match word.strip_prefix("-l") {
            Some(name) => format!("{prefix}{name}{suffix}"),
            None => word.to_string(),
        };
        if file.starts_with('/') && file.contains(suffix) {
            named.push(PathBuf::from(file));
        } else if file.ends_with(".a") {
            return None;
        } else if file.contains(suffix) {
            let found = dirs.iter().map(|dir| dir.join(&file)).find(|path| path.is_file());
            named.push(found.or_else(|| versioned(dirs, &file)).unwrap_or(file.into()));
        }
    }
    Some((!named.is_empty()).then_some(named))
}

/// The name by which the program asks for the library at a path.
pub fn library_of(cx: &Cx, linking: &Linking, program: &flow::Program, path: &Path) -> Option<String> {
    let file = path.file_name()?.to_string_lossy().into_owned();
    let asked = linking.libraries(cx, program);
    // `lib/usr/lib/libz.so.so`, where a path is given for a name.
    let whole = path.to_string_lossy().into_owned();
    let is_it = |name: &str| {
        let shared = |path: &str| cx.target.is_dylib(name, path);
        shared(&file) || shared(&whole) || name.strip_prefix(':') == Some(&file)
    };
    if let Some(lib) = asked.iter().find(|lib| is_it(&lib.name)) {
        return Some(lib.name.clone());
    }
    Some(file.strip_prefix("lib").unwrap_or(&file).split('.').next().unwrap_or("").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_name_libraries() {
        let dir = tempfile::tempdir().unwrap();
        let script = dir.path().join("libm.so");
        std::fs::write(&script, "/* GNU ld script */\nGROUP ( /lib/libm.so.6  AS_NEEDED ( /lib/libmvec.so.1 ) )\n")
            .unwrap();
        let linux = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let behind = |path: &Path| behind_script(path, &[dir.path().into()], &linux);
        let expected = ["/lib/libm.so.6", "/lib/libmvec.so.1"].map(PathBuf::from);
        assert_eq!(behind(&script), Some(expected.into()));
        let real = dir.path().join("libx.so");
        std::fs::write(&real, b"\x7fELF").unwrap();
        assert_eq!(behind(&real), Some(vec![real.clone()]));
        std::fs::write(&script, "INPUT(libx.so -lx -lno_such_library)").unwrap();
        assert_eq!(behind(&script), Some(vec![real.clone(), real, "libno_such_library.so".into()]));
        std::fs::write(&script, "INPUT(-lx libx_nonshared.a)").unwrap();
        assert_eq!(behind(&script), None);
        // Scripts may name scripts, and themselves.
        let outer = dir.path().join("libouter.so");
        std::fs::write(&outer, "INPUT(-lm -lno_such_library)").unwrap();
        std::fs::write(&script, "GROUP(/lib/libm.so.6)").unwrap();
        assert_eq!(behind(&outer), Some(["/lib/libm.so.6", "libno_such_library.so"].map(PathBuf::from).into()));
        std::fs::write(&script, "INPUT(-lm -lm)").unwrap();
        assert_eq!(behind(&script), None);
    }
}
