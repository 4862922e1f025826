//! Names of LLVM's in Flow text and in another standard library: the type is LLVM's, or there is an error.

mod common;

use common::{run, vexc};

/// What is said of a text of Flow; `None` if it is compiled.
fn said(flow: &str) -> Option<String> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("p.flow"), flow).unwrap();
    let done = run(vexc().current_dir(dir.path()).args(["--start-after=monomorphise", "-c", "p.flow", "-o", "p.o"]));
    assert!(matches!(done.status, Some(0 | 1)), "{flow}: {}", done.stderr);
    (done.status == Some(1)).then_some(done.stderr)
}

#[test]
fn types_are_those_of_llvm() {
    let calls = |declared: &str, call: &str| {
        format!(
            "import extern \"C\" fn @\"llvm.{declared};\nfn @f() {{\nbb0:\n    call @\"llvm.{call};\n    return;\n}}\n"
        )
    };
    assert_eq!(said(&calls("trap\"() -> !", "trap\"()")), None);
    assert_eq!(said(&calls("debugtrap\"()", "debugtrap\"()")), None);
    assert_eq!(said(&calls("donothing\"()", "donothing\"()")), None);
    for (declared, why) in [
        ("trap\"(i32) -> !", "it has another type of a parameter"),
        ("readcyclecounter\"() -> i32", "it has another return type"),
        ("eh.typeid.for.p0\"(f64) -> i32", "it has another type of a parameter"),
        ("ctpop.i32\"(f64) -> i32", "it has another type of a parameter"),
        ("memcpy\"(*u8) -> f64", "it has another return type"),
        ("nothing.of.the.kind\"()", "there is none of this name"),
        ("trap\"(...) -> !", "it was not defined with variable arguments"),
    ] {
        let text = format!("import extern \"C\" fn @\"llvm.{declared};\n");
        let error = said(&text).unwrap_or_default();
        assert!(error.starts_with("error[E0646]: `llvm.") && error.contains(why), "{text}: {error}");
    }
}

#[test]
fn nothing_else_has_their_names() {
    let function = said("fn @\"llvm.trap\"() {\nbb0:\n    return;\n}\n").unwrap_or_default();
    assert!(function.contains("error[E0647]: the symbol `llvm.trap` is LLVM's"), "{function}");
    for name in ["llvm.used", "llvm.global_ctors", "llvm.foo"] {
        let error = said(&format!("static @\"{name}\": i32 = 3i32;\n")).unwrap_or_default();
        assert!(error.contains("error[E0647]: the symbol `llvm."), "{error}");
    }
}

#[test]
fn another_standard_library_is_held_to_it() {
    let dir = tempfile::tempdir().unwrap();
    let rt = std::fs::read_to_string(common::root().join("std/rt.vx")).unwrap();
    std::fs::create_dir(dir.path().join("std")).unwrap();
    let wrong = rt.replacen("#[link_name = \"llvm.trap\"]", "#[link_name = \"llvm.readcyclecounter\"]", 1);
    assert_ne!(rt, wrong);
    std::fs::write(dir.path().join("std/rt.vx"), wrong).unwrap();
    std::fs::write(dir.path().join("p.vx"), "fn main() { let a = [1, 2]; let _ = a[black_box(2usize)]; }\n").unwrap();
    let done = run(vexc().current_dir(dir.path()).args([
        "--std",
        "std",
        "--target=wasm32-unknown-unknown",
        "p.vx",
        "-c",
        "-o",
        "p.o",
    ]));
    assert_eq!(done.status, Some(1), "{}", done.stderr);
    assert!(
        done.stderr.contains("`llvm.readcyclecounter` is not an operation of LLVM's as it is declared"),
        "{}",
        done.stderr
    );
}
