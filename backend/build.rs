//! Compiles `shim/`, what LLVM's C interface has no function for, with LLVM's own headers, and has the linker find the archives
//! of what LLVM needs.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=shim/llvm.cpp");
    // Said by `llvm-sys`, which has found it.
    let config = std::env::var("DEP_LLVM_19_CONFIG_PATH").expect("llvm-sys says where llvm-config is");
    let asked = Command::new(&config).arg("--includedir").output().unwrap_or_else(|e| panic!("{config}: {e}"));
    let include = String::from_utf8(asked.stdout).expect("a path that is text");
    cc::Build::new()
        .cpp(true)
        // `llvm-sys` links the one that LLVM wants.
        .cpp_link_stdlib(None)
        .std("c++17")
        // As LLVM is compiled.
        .flag_if_supported("-fno-rtti")
        .warnings(false)
        .include(include.trim())
        .file("shim/llvm.cpp")
        .compile("vex_llvm_shim");
    archives();
}

/// The libraries of LLVM itself that `llvm-sys` asks for: C++'s, and those of compressed sections.
const OF_LLVM: &[&str] = &["libstdc++", "libz", "libzstd"];

/// Puts a directory before those of the system in which only archives are. What is in the executable needs not be found,
/// mapped and bound at each start: of LLVM's tables, those of C++'s type information alone are on 130 pages, each of which
/// would be copied for the addresses of a shared libstdc++. Where a system has no archive, its shared library is linked.
fn archives() {
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
        return;
    }
    let dir = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("archives");
    std::fs::create_dir_all(&dir).expect("OUT_DIR is writable");
    let compiler = cc::Build::new().cpp(true).get_compiler();
    for library in OF_LLVM {
        let file = format!("{library}.a");
        // A compiler that does not know a file repeats its name.
        let found = compiler.to_command().arg(format!("-print-file-name={file}")).output().ok();
        let found = found.and_then(|o| String::from_utf8(o.stdout).ok()).map(|path| path.trim().to_owned());
        let Some(path) = found.filter(|path| Path::new(path).is_absolute()) else { continue };
        let link = dir.join(&file);
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(path, link).expect("OUT_DIR is writable");
    }
    println!("cargo::rustc-link-search=native={}", dir.display());
}
