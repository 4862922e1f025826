//! What is too large for code, object files or the stack is an error of the compiler's own, with its place.

mod common;

use common::{Done, run, vexc};

fn build(text: &str, args: &[&str]) -> (Done, bool) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("p.vx"), text).unwrap();
    let done = run(vexc().current_dir(dir.path()).args(args).args(["p.vx", "-o", "out"]));
    (done, dir.path().join("out").exists())
}

/// One error with this code, this place and this text; and no output.
fn refused(text: &str, args: &[&str], expected: &str) {
    let (done, made) = build(text, args);
    assert_eq!((done.status, made), (Some(1), false), "{args:?}: {}", done.stderr);
    assert!(done.stderr.starts_with(expected), "{args:?}: {}", done.stderr);
    assert_eq!(done.stderr.matches("error[").count(), 1, "{}", done.stderr);
}

const FRAME: &str = "fn far() -> u8 {\n    let mut all: [u8; 0x1_0000_0000] = default();\n    \
                     let mut more: [u8; 64] = default();\n    all[3] = 1;\n    more[3] = 2;\n    return black_box(all[4]) + more[5];\n}\n\
                     fn main() -> i32 { return far() as i32; }\n";

#[test]
fn frames_beyond_what_code_addresses() {
    for target in ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-pc-windows-gnu"] {
        let target = format!("--target={target}");
        refused(FRAME, &[&target, "-c"], "error[E0339]: the variables of `vex.far` need 4294967");
        refused(FRAME, &[&target, "-S"], "error[E0339]: the variables of `vex.far` need 4294967");
    }
    refused(FRAME, &[], "error[E0339]");
    let json = build(FRAME, &["--message-format=json"]).0;
    assert!(json.stderr.lines().all(|line| line.starts_with('{')), "{}", json.stderr);
    assert!(json.stderr.contains("\"code\":\"E0339\""), "{}", json.stderr);
    // What needs no memory when it is optimised is fine.
    let unused = "fn main() -> i32 { let all: [u8; 0x2_0000_0000] = default(); return all[1] as i32; }\n";
    assert_eq!(build(unused, &["-O2"]).0.status, Some(0));
}

#[test]
fn statics_beyond_what_code_reaches() {
    for target in ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"] {
        let text = "pub static mut A: [u8; 0x8000_0000] = default();\n";
        refused(text, &[&format!("--target={target}"), "-c"], "error[E0337]: the static `A` has 2147483648 bytes");
    }
    // The initializer would take the memory of the compiler.
    refused("pub static A: [u16; 1 << 40] = [1; 1 << 40];\n", &["-c"], "error[E0337]");
    let (done, made) = build("pub static mut A: [u8; 0x7fff_ffff] = default();\n", &["-c"]);
    assert_eq!((done.status, made), (Some(0), true), "{}", done.stderr);
}

#[test]
fn statics_too_large_together() {
    let text = "static mut A: [u8; 0x7fff_0000] = default();\nstatic mut B: [u8; 0x7fff_1000] = default();\nstatic mut C: i32 = 3;\n\
                fn main() -> i32 { unsafe { A[3] = 1; B[0x7fff_0000] = 2; C += 1; return (A[3] + B[0x7fff_0000]) as i32 + C; } }\n";
    for linker in [&[][..], &["--linker=cc"]] {
        let (done, made) = build(text, linker);
        assert_eq!((done.status, made), (Some(1), false), "{linker:?}: {}", done.stderr);
        assert!(done.stderr.starts_with("error[E0338]: the statics of the program have 4294840"), "{}", done.stderr);
        assert!(done.stderr.contains("p.vx:2:12"), "{}", done.stderr);
    }
}

#[test]
fn parameters_and_arguments_without_end() {
    let params = |n: usize| (0..n).map(|i| format!("a{i}: i32")).collect::<Vec<_>>().join(", ");
    let args = |n: usize| vec!["1"; n].join(", ");
    let function = |n| format!("pub fn f({}) -> i32 {{ a0 }}\npub fn g() -> i32 {{ f({}) }}\n", params(n), args(n));
    let done = build(&function(4096), &["-c", "-A", "unused"]).0;
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let expected = "error[E0334]: a function has at most 4096 parameters, and this has 4097";
    refused(&function(4097), &["-c", "-A", "unused"], expected);
    let types = format!("pub type F = fn({});\npub fn f(f: F) {{}}\n", vec!["i32"; 4097].join(", "));
    refused(&types, &["-c", "-A", "unused"], "error[E0321]: this type is too large");
    let call = |n| {
        format!(
            "extern \"C\" {{ #[no_intrinsic] fn sum(n: i32, ...) -> i32; }}\npub fn f() -> i32 {{ unsafe {{ sum({}) }} }}\n",
            args(n)
        )
    };
    assert_eq!(build(&call(4096), &["-c"]).0.status, Some(0));
    refused(&call(4097), &["-c"], "error[E0335]: a call has at most 4096 arguments, and this has 4097");
}
