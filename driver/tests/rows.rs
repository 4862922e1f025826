//! Rows of any length are compiled and executed, at every level: LLVM gets them as they are.

mod common;

use common::{run, vexc};

const N: usize = 5_000;

/// A program that prints what each row is, and what that should be.
fn program() -> (String, String) {
    let row = |first: &str, more: &str, last: &str| format!("{first}{}{last}", more.repeat(N));
    let rows = [
        (row("a", " + a", ""), N as i64 + 1),
        (row("a", " - 2", ""), 1 - 2 * N as i64),
        (row("(f", " + f", ") as i64"), N as i64 + 1),
        (row("(a == 2", " || a == 3", ") as i64"), 0),
        (row("(b", " && a == 1", ") as i64"), 1),
        (row("if a == 2", " || a == 3", " { 1 } else { 2 }"), 2),
        (row("a", " as i32 as i64", ""), 1),
        (row("a", ".wrapping_add(1)", ""), N as i64 + 1),
        (row("unsafe { s", ".next", ".x }"), 7),
        (row("match a { 5", " | 6", " => 1, _ => 2 }"), 2),
    ];
    let prints: String =
        rows.iter().map(|(row, _)| format!("    unsafe {{ printf(c\"%lld\\n\", ({row}) as i64); }}\n")).collect();
    let text = format!(
        "import {{ printf }} from \"std/libc\";\n\
         struct S {{ x: i64, next: *S }}\n\
         fn main() {{\n    let a: i64 = black_box(1);\n    let b = black_box(true);\n    let f: f64 = black_box(1.0);\n    \
         let mut s = S {{ x: 7, next: null }};\n    s.next = &s;\n{prints}}}\n"
    );
    (text, rows.iter().map(|(_, value)| format!("{value}\n")).collect())
}

#[test]
fn are_executed_at_every_level() {
    let (text, expected) = program();
    let dir = tempfile::tempdir().expect("there is room");
    let path = dir.path().join("rows.vx");
    std::fs::write(&path, text).expect("it can be written");
    for level in ["-O0", "-O3"] {
        let done = run(vexc().args(["run", level, "-Awarnings"]).arg(&path));
        assert_eq!(done.status, Some(0), "{level}: {:.2000}", done.stderr);
        assert_eq!(done.stdout, expected, "{level}");
    }
}
