//! Embeds the standard library and the explanations of error codes, and says how `vexc` is linked.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let root = here.parent().expect("driver/ is in the workspace");
    let mut code = String::new();
    table(root, "std", "vx", "STD", &mut code);
    table(root, "docs/errors", "md", "ERRORS", &mut code);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("embedded.rs"), code).expect("OUT_DIR is writable");
    // LLVM has more than 200,000 pointers in its tables. In an executable that can be anywhere each has to be relocated at
    // every start, which touches 4 MiB: a third of the time of a small compilation.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-link-arg-bin=vexc=-no-pie");
        // What runs once at the start, hundreds of constructors of LLVM's options, is in one place then, and not on as many pages.
        println!("cargo::rustc-link-arg-bin=vexc=-Wl,-z,keep-text-section-prefix");
        // What is linked from archives is nobody else's: a program that is executed in this process has its own zlib.
        println!("cargo::rustc-link-arg-bin=vexc=-Wl,--exclude-libs,libstdc++.a:libz.a:libzstd.a");
    }
}

/// Writes a table of all files below `dir` with an extension: their paths from the root, sorted, and their texts.
fn table(root: &Path, dir: &str, extension: &str, name: &str, code: &mut String) {
    let mut files = Vec::new();
    walk(&root.join(dir), extension, &mut files);
    files.sort();
    let _ = writeln!(code, "pub static {name}: &[(&str, &str)] = &[");
    for file in &files {
        let relative = file.strip_prefix(root).expect("it is below the root").to_string_lossy().replace('\\', "/");
        let _ = writeln!(code, "    ({relative:?}, include_str!({:?})),", file.display().to_string());
    }
    code.push_str("];\n");
}

fn walk(dir: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    println!("cargo::rerun-if-changed={}", dir.display());
    let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            walk(&path, extension, files);
        } else if path.extension().is_some_and(|e| e == extension) {
            files.push(path);
        }
    }
}
