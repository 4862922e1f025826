//! Compiles `shim/`, what LLVM's C interface has no function for, with LLVM's own headers.

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
}
