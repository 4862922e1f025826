//! Other machines: what their conventions for C lack yet is an error, and where there is a linker for one, programs link.

mod common;

use common::{path, vexc_with};
use std::process::Command;

const TARGETS: &[&str] = &[
    "aarch64-unknown-linux-gnu",
    "riscv64gc-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-gnu",
    "wasm32-unknown-unknown",
];

const BY_VALUE: &str = "
#[repr(C)]
struct Point { x: f64, y: f64 }
extern \"C\" { fn take(p: Point) -> i32; fn give() -> Point; }
#[no_mangle]
pub extern \"C\" fn ours(p: Point) -> f64 { return p.x; }
#[no_mangle]
pub extern \"C\" fn calls(x: f64) -> i32 {
    let p = unsafe { give() };
    return unsafe { take(Point { x: x, y: p.y }) };
}
";

#[test]
fn structs_by_value_are_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let (source, out) = (path(dir.path(), "p.vx"), path(dir.path(), "p.o"));
    std::fs::write(&source, BY_VALUE).unwrap();
    for target in TARGETS {
        let done = vexc_with(&["-c", "--target", target, &source, "-o", &out]).expect(1);
        assert_eq!(done.stderr.matches("error[E0701]").count(), 3, "{target}: {}", done.stderr);
        assert!(!std::path::Path::new(&out).exists(), "{target}");
    }
    vexc_with(&["-c", "--target=x86_64-unknown-linux-gnu", &source, "-o", &out]).expect(0);
}

/// Inside the program, structs go by value on every machine: that is no matter of C's.
#[test]
fn structs_by_value_stay_inside() {
    let dir = tempfile::tempdir().unwrap();
    let (source, out) = (path(dir.path(), "p.vx"), path(dir.path(), "p.o"));
    let program = "struct Point { x: f64, y: f64, z: f64 }\n\
        #[inline(never)] fn turn(p: Point) -> Point { return Point { x: p.y, y: p.x, z: p.z }; }\n\
        #[no_mangle] pub extern \"C\" fn f(x: f64) -> f64 { return turn(Point { x: x, y: 1.0, z: 2.0 }).y; }\n";
    std::fs::write(&source, program).unwrap();
    for target in TARGETS {
        vexc_with(&["-c", "--target", target, &source, "-o", &out]).expect(0);
    }
}

fn installed(name: &str) -> bool {
    Command::new(name).arg("--version").output().is_ok_and(|o| o.status.success())
}

/// With a linker for the other machine at hand, executables come out; with an emulator, they run.
#[test]
fn programs_link() {
    let machines: &[(&str, &str, &str, &[u8])] = &[
        ("x86_64-pc-windows-gnu", "x86_64-w64-mingw32-gcc", "wine", b"MZ"),
        ("aarch64-unknown-linux-gnu", "aarch64-linux-gnu-gcc", "qemu-aarch64", b"\x7fELF"),
        ("riscv64gc-unknown-linux-gnu", "riscv64-linux-gnu-gcc", "qemu-riscv64", b"\x7fELF"),
    ];
    let dir = tempfile::tempdir().unwrap();
    for (target, linker, emulator, magic) in machines {
        if !installed(linker) {
            continue;
        }
        for level in ["-O0", "-O2"] {
            let out = path(dir.path(), format!("{target}{level}.exe"));
            vexc_with(&[level, "--target", target, "--link-arg=-static", "testdata/cross/main.vx", "-o", &out])
                .expect(0);
            assert!(std::fs::read(&out).unwrap().starts_with(magic), "{target}");
            if installed(emulator) {
                let done = common::run(Command::new(emulator).arg(&out)).expect(3);
                assert_eq!(done.stdout.trim_end(), "hello", "{target} {level}");
            }
        }
    }
}
