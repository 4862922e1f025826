//! Which file a library is, for execution in memory: what a linker and the dynamic loader do between them.

use crate::link::Lib;
use std::path::{Path, PathBuf};
use vex_ir::target::Target;
use vex_ir::tree::LinkKind;

/// The file system, as far as a search needs it.
pub trait Files {
    fn is_file(&self, path: &Path) -> bool;
    /// The names in a directory; none if there is no such directory.
    fn list(&self, dir: &Path) -> Vec<String>;
    /// The first bytes of a file, a few thousand at most.
    fn head(&self, path: &Path) -> Vec<u8>;
}

/// Where a library was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Located {
    /// Part of the C library, which every process has.
    Process,
    /// To be loaded; see [`crate::jit::Job::libraries`].
    Shared(PathBuf),
    /// To be searched for what is missing; see [`crate::jit::Job::archives`].
    Archive(PathBuf),
    /// Bitcode, which is part of the module; see [`crate::Module::link_bitcode`].
    Bitcode(PathBuf),
    Missing,
}

/// What glibc, musl and Apple's C library have, whatever of it is a file of its own.
const IN_PROCESS: &[&str] = &["c", "m", "pthread", "dl", "rt", "util", "System"];

/// Finds a library in the directories of `-L`, then in the system's.
pub fn locate(lib: &Lib, search: &[PathBuf], target: &Target, files: &dyn Files) -> Located {
    if IN_PROCESS.contains(&lib.name.as_str()) && lib.kind != LinkKind::Static && lib.kind != LinkKind::Bitcode {
        return Located::Process;
    }
    let system = system_dirs(target);
    for dir in search.iter().chain(&system) {
        if let Some(found) = in_dir(lib, dir, target, files) {
            return found;
        }
    }
    Located::Missing
}

fn system_dirs(target: &Target) -> Vec<PathBuf> {
    let dirs: Vec<String> = match target.os {
        "macos" => vec!["/usr/local/lib".into(), "/opt/homebrew/lib".into(), "/usr/lib".into()],
        "windows" | "wasi" | "none" | "unknown" => Vec::new(),
        _ => {
            let multiarch =
                format!("{}-{}-{}", target.arch, target.os, if target.env.is_empty() { "gnu" } else { target.env });
            let ours = ["/usr/local/lib", "/lib", "/usr/lib"].map(|d| format!("{d}/{multiarch}"));
            ours.into_iter()
                .chain(["/lib64", "/usr/lib64", "/usr/local/lib", "/lib", "/usr/lib"].map(String::from))
                .collect()
        }
    };
    dirs.into_iter().map(PathBuf::from).collect()
}

fn in_dir(lib: &Lib, dir: &Path, target: &Target, files: &dyn Files) -> Option<Located> {
    match lib.kind {
        LinkKind::Static => archive(lib, dir, target, files),
        LinkKind::Bitcode => [format!("{}.bc", lib.name), format!("lib{}.bc", lib.name)]
            .into_iter()
            .map(|n| dir.join(n))
            .find(|p| files.is_file(p))
            .map(Located::Bitcode),
        LinkKind::Framework => {
            let path = dir.join(format!("{0}.framework/{0}", lib.name));
            // Apple's own are in the loader's cache, not in the file system.
            let system = PathBuf::from(format!("/System/Library/Frameworks/{0}.framework/{0}", lib.name));
            Some(Located::Shared(if files.is_file(&path) { path } else { system }))
        }
        LinkKind::Dylib => shared(lib, dir, target, files),
        LinkKind::Default => shared(lib, dir, target, files).or_else(|| archive(lib, dir, target, files)),
    }
}

fn archive(lib: &Lib, dir: &Path, target: &Target, files: &dyn Files) -> Option<Located> {
    let path = dir.join(format!("{}{}{}", target.staticlib_prefix, lib.name, target.staticlib_suffix));
    files.is_file(&path).then_some(Located::Archive(path))
}

fn shared(lib: &Lib, dir: &Path, target: &Target, files: &dyn Files) -> Option<Located> {
    let name = format!("{}{}{}", target.dylib_prefix, lib.name, target.dylib_suffix);
    let path = dir.join(&name);
    if files.is_file(&path) {
        let head = files.head(&path);
        // What linkers read in its place may be a text that names the real one.
        return Some(Located::Shared(if is_text(&head) { script_target(&head).unwrap_or(path) } else { path }));
    }
    // Without the package that linkers need, the loader's file is there all the same, under its version.
    let versioned = format!("{name}.");
    let mut versions: Vec<String> = files
        .list(dir)
        .into_iter()
        .filter(|n| n.strip_prefix(&versioned).is_some_and(|v| v.bytes().all(|b| b.is_ascii_digit() || b == b'.')))
        .collect();
    // The shortest name is the one that programs ask for: `libz.so.1` before `libz.so.1.2.13`.
    versions.sort_by_key(|n| (n.len(), n.clone()));
    versions.first().map(|n| Located::Shared(dir.join(n)))
}

fn is_text(head: &[u8]) -> bool {
    !head.is_empty() && std::str::from_utf8(head).is_ok() && !head.contains(&0)
}

/// The first shared library that a linker script names.
fn script_target(head: &[u8]) -> Option<PathBuf> {
    let text = std::str::from_utf8(head).ok()?;
    let words = text.split(|c: char| c.is_whitespace() || c == '(' || c == ')');
    words.filter(|w| w.starts_with('/') && w.contains(".so")).map(PathBuf::from).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    struct Fake(BTreeMap<&'static str, &'static [u8]>);

    impl Files for Fake {
        fn is_file(&self, path: &Path) -> bool {
            self.0.contains_key(&*path.to_string_lossy())
        }
        fn list(&self, dir: &Path) -> Vec<String> {
            let all = self.0.keys().map(Path::new).filter(|p| p.parent() == Some(dir));
            all.filter_map(|p| Some(p.file_name()?.to_string_lossy().into_owned())).collect()
        }
        fn head(&self, path: &Path) -> Vec<u8> {
            self.0.get(&*path.to_string_lossy()).map_or(Vec::new(), |b| b.to_vec())
        }
    }

    fn find(name: &str, kind: LinkKind, files: &[(&'static str, &'static [u8])]) -> Located {
        let target = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let lib = Lib { name: name.into(), kind };
        locate(&lib, &["own".into()], &target, &Fake(files.iter().copied().collect()))
    }

    const ELF: &[u8] = b"\x7fELF\x02\x01\x01\x00";

    #[test]
    fn finds_what_the_linker_would() {
        let system = ("/usr/lib/x86_64-linux-gnu/libz.so", ELF);
        assert_eq!(find("z", LinkKind::Default, &[system]), Located::Shared(system.0.into()));
        assert_eq!(
            find("z", LinkKind::Default, &[system, ("own/libz.so", ELF)]),
            Located::Shared("own/libz.so".into())
        );
        assert_eq!(
            find("z", LinkKind::Default, &[("own/libz.a", b"!<arch>\n")]),
            Located::Archive("own/libz.a".into())
        );
        assert_eq!(find("z", LinkKind::Dylib, &[("own/libz.a", b"!<arch>\n")]), Located::Missing);
        assert_eq!(find("z", LinkKind::Static, &[("own/libz.so", ELF)]), Located::Missing);
        assert_eq!(find("z", LinkKind::Bitcode, &[("own/z.bc", b"BC")]), Located::Bitcode("own/z.bc".into()));
        assert_eq!(find("m", LinkKind::Default, &[]), Located::Process);
    }

    #[test]
    fn finds_what_the_loader_would() {
        let versions = [("/lib/x86_64-linux-gnu/libz.so.1.2.13", ELF), ("/lib/x86_64-linux-gnu/libz.so.1", ELF)];
        assert_eq!(find("z", LinkKind::Default, &versions), Located::Shared("/lib/x86_64-linux-gnu/libz.so.1".into()));
        let script: &[u8] = b"/* GNU ld script */\nGROUP ( /lib/libreal.so.6 AS_NEEDED ( /lib/libother.so.2 ) )\n";
        assert_eq!(
            find("x", LinkKind::Default, &[("own/libx.so", script)]),
            Located::Shared("/lib/libreal.so.6".into())
        );
    }
}
