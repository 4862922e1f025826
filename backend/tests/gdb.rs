//! What a debugger shows of an unoptimised program with debug information: gdb runs it and prints.

mod common;

use common::{read_flow, session};
use std::process::Command;
use vex_backend::Options;

/// Line 20 is the first statement of `area`.
const PROGRAM: &str = r#"main = @main;
struct Point { x: f64, y: f64 }
struct Rect { min: Point, color: Color, next: *mut Rect }
enum Color: i32 { Red = 0, Green = 5 }
unnamed static @text: [u8; 3] = <[u8; 3]> b"vex";
static mut @COUNT: u64 name "m::COUNT" = 7u64;
abi 0 = fast(direct, pair, direct, direct zext) -> direct;
abi 1 = fast() -> direct;
fn @area(&Rect, &str, i32, bool) -> i32 name "m::area" tag(none) abi(0) {
    params _0, _1, _2, _3;
    ret _4;
    let _0: &Rect "rect";
    let _1: &str "label";
    let _2: i32 "times";
    let _3: bool "fast";
    var _4: i32;
    let _5: i32 "doubled";
    var _6: [i32; 3] "table";
bb0:
    _5 = mul _2, 2i32;
    _6 = [9i32; 3];
    _6[1usize] = _5;
    _4 = _6[1usize];
    return;
}
fn @main() -> i32 name "main" tag(none) abi(1) {
    ret _0;
    var _0: i32;
    var _1: Rect "whole";
    let _2: &Rect;
bb0:
    _1 = <Rect> zero;
    _1.0.1 = 2.5f64;
    _1.1 = <Color> 5;
    _2 = &_1;
    _0 = call @area(_2, <&str> @text[..3], 21i32, true) as fn(&Rect, &str, i32, bool) -> i32 abi(0);
    _0 = 0i32;
    return;
}
"#;

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{command:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn gdb_shows_names_types_and_lines() {
    let dir = tempfile::tempdir().expect("a directory");
    let source = dir.path().join("test.vx");
    std::fs::write(&source, PROGRAM).expect("the source is written");
    let directory = dir.path().to_string_lossy().into_owned();
    let options = Options { debug: true, directory, ..Options::default() };
    let (cx, program) = read_flow(PROGRAM, &options, "x86_64-unknown-linux-gnu");
    let session = session(&cx, options);
    let module = session.emit(&cx, &program).expect("the program is valid");
    let object = dir.path().join("test.o");
    std::fs::write(&object, module.object().expect("code")).expect("the object is written");
    let exe = dir.path().join("test");
    run(Command::new("cc").arg("-o").arg(&exe).arg(&object));
    let commands = [
        "break m::area",
        "run",
        "info args",
        "break test.vx:24",
        "continue",
        "info locals",
        "print *rect",
        "print rect.min.y",
        "print table",
        "print label",
        "print m::COUNT",
        "ptype *rect",
        "ptype rect",
        "backtrace",
        "continue",
    ];
    let mut gdb = Command::new("gdb");
    gdb.args(["-nx", "-batch", "-iex", "set debuginfod enabled off"]).current_dir(dir.path());
    for command in commands {
        gdb.args(["-ex", command]);
    }
    let shown = run(gdb.arg(&exe));
    for expected in [
        "test.vx:20",
        "times = 21",
        "fast = true",
        "20\t    _5 = mul _2, 2i32;",
        "doubled = 42",
        "table = [9, 42, 9]",
        "Rect {min: Point {x: 0, y: 2.5}, color: Green, next: 0x0}",
        "= 2.5",
        "\"vex\"",
        "= 7",
        "struct Rect {",
        "  next: *mut Rect",
        "type = *mut Rect",
        "in main () at test.vx:36",
        "exited normally",
    ] {
        assert!(shown.contains(expected), "gdb does not show {expected:?}, but:\n{shown}");
    }
}
