//! Paths with bytes that are no UTF-8, as Unix has them.
#![cfg(target_os = "linux")]

mod common;
use common::{Done, run, vexc};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::process::Command;
use tempfile::TempDir;

/// A word in which `%` and two digits stand for a byte.
fn word(text: &str) -> OsString {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
        }
    }
    OsString::from_vec(bytes)
}

fn project() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(word(name));
    for name in ["src%ff", "inc%fe", "lib%fd"] {
        fs::create_dir(at(name)).unwrap();
    }
    let main = "import { f } from \"./util\";\nimport { g } from \"other\";\n\
                #[link(name = \"nine\")]\nextern \"C\" { fn h() -> i32; fn k() -> i32; }\n\
                fn main() -> i32 { return unsafe { f() + g() + h() + k() }; }\n";
    for (name, text) in [
        ("src%ff/m%80.vx", main),
        ("src%ff/util.vx", "pub fn f() -> i32 { return 1; }\n"),
        ("inc%fe/other.vx", "pub fn g() -> i32 { return 2; }\n"),
        ("src%ff/c%c3.c", "#include \"x.h\"\nint h(void) { return X; }\n"),
        ("inc%fe/x.h", "#define X 4\n"),
        ("k.c", "int k(void) { return 8; }\n"),
    ] {
        fs::write(at(name), text).unwrap();
    }
    run_line(&dir, "cc", "-shared -fPIC k.c -o lib%fd/libnine.so").expect(0);
    dir
}

fn run_line(dir: &TempDir, program: impl AsRef<OsStr>, line: &str) -> Done {
    let mut command = Command::new(program);
    run(command.current_dir(dir.path()).env("LD_LIBRARY_PATH", word("lib%fd")).args(line.split(' ').map(word)))
}

fn vexc_line(dir: &TempDir, line: &str) -> Done {
    run_line(dir, vexc().get_program(), line)
}

/// Everything of the project, and its sources in C and in Vex.
const ALL: &str = "-Iinc%fe -Llib%fd src%ff/c%c3.c src%ff/m%80.vx";

#[test]
fn inputs_and_outputs() {
    let dir = project();
    vexc_line(&dir, &format!("run {ALL}")).expect(15);
    for (line, made) in [
        (ALL.to_string(), "m%80"),
        (format!("{ALL} -o out%ff"), "out%ff"),
        (format!("{ALL} --emit=link=link%ff"), "link%ff"),
        (format!("{ALL} --linker cc%ff"), "m%80"),
    ] {
        // A linker may have such a name, too.
        let linker = dir.path().join(word("cc%ff"));
        fs::write(&linker, "#!/bin/sh\nexec cc \"$@\"\n").unwrap();
        run(Command::new("chmod").arg("+x").arg(&linker)).expect(0);
        let line = line.replace("--linker cc", "--linker ./cc");
        vexc_line(&dir, &line).expect(0);
        let program = dir.path().join(word(made));
        run(Command::new(&program).env("LD_LIBRARY_PATH", dir.path().join(word("lib%fd")))).expect(15);
        fs::remove_file(program).unwrap();
    }
    for (options, made) in [
        ("-c", &["m%80.o", "c%c3.o"][..]),
        ("-S", &["m%80.s", "c%c3.s"]),
        ("--emit=llvm-ir,tree", &["m%80.ll", "c%c3.ll", "m%80.tree.vx"]),
    ] {
        vexc_line(&dir, &format!("{options} {ALL}")).expect(0);
        for name in made {
            let made = dir.path().join(word(name));
            assert!(fs::metadata(&made).is_ok_and(|meta| meta.len() > 0), "{made:?}");
        }
    }
    // What was made is taken, too; a library has its name around that of the source.
    vexc_line(&dir, "--static-lib src%ff/util.vx -o lib%ff.a").expect(0);
    vexc_line(&dir, "-Iinc%fe -Llib%fd src%ff/m%80.vx c%c3.o lib%ff.a -o objects%ff").expect(0);
    run_line(&dir, dir.path().join(word("objects%ff")), "x").expect(15);
    vexc_line(&dir, "run -Iinc%fe -Llib%fd c%c3.o src%ff/m%80.vx").expect(15);
    vexc_line(&dir, "check -Iinc%fe src%ff/m%80.vx --dump-after=all --dump-dir dump%ff").expect(0);
    assert!(dir.path().join(word("dump%ff")).is_dir());
    // The directory around is such a one.
    let inside = |line: &str| {
        let mut command = vexc();
        run(command.current_dir(dir.path().join(word("src%ff"))).args(line.split(' ').map(word)))
    };
    inside("-I../inc%fe -L../lib%fd c%c3.c m%80.vx -o out").expect(0);
    inside("run -I../inc%fe -L../lib%fd c%c3.c m%80.vx").expect(15);
}

#[test]
fn arguments_in_files() {
    let dir = project();
    for (name, text) in [("args%ff", format!("{ALL} -o 'out%fe'")), ("more", "@args%ff".into())] {
        fs::write(dir.path().join(word(name)), word(&text).as_bytes()).unwrap();
    }
    for line in ["@args%ff", "@more"] {
        vexc_line(&dir, line).expect(0);
        let program = dir.path().join(word("out%fe"));
        run_line(&dir, &program, "x").expect(15);
        fs::remove_file(program).unwrap();
    }
    vexc_line(&dir, "@nowhere%ff").expect(2);
}

/// What people read tells such names apart, and what they paste is the very name.
#[test]
fn messages() {
    let dir = project();
    for (line, said) in [
        ("check src%ff/m%80.vx", "src\u{fffd}ff/m\u{fffd}80.vx:2:19"),
        ("no%ff.vx", "cannot read `no\u{fffd}ff.vx`: no such file"),
        ("check src%ff/c%c3.vx", "cannot read `src\u{fffd}ff/c\u{fffd}c3.vx`"),
    ] {
        let done = vexc_line(&dir, line).expect(1);
        assert!(done.stderr.contains(said), "{}", done.stderr);
    }
    let text = vexc_line(&dir, &format!("-v {ALL}")).expect(0).stderr;
    let link = text.lines().last().unwrap();
    assert!(link.contains("$'-Llib\\375'"), "{link}");
    let printed = run(Command::new("bash").current_dir(dir.path()).args(["-c", &format!("printf '%s\\0' {link}")]));
    assert!(printed.expect(0).stdout.contains("-Llib\u{fffd}\0"));
    // A name that looks like what such a name is shown as is another one.
    fs::write(dir.path().join("same\u{fffd}ff.vx"), "fn main() -> i32 { return 1; }\n").unwrap();
    fs::write(dir.path().join(word("same%ff.vx")), "fn main() -> i32 { return 2; }\n").unwrap();
    vexc_line(&dir, "run same\u{fffd}ff.vx").expect(1);
    vexc_line(&dir, "run same%ff.vx").expect(2);
    let source = "import { f } from \"./src\u{fffd}ff/util\";\nfn main() -> i32 { return f(); }\n";
    fs::write(dir.path().join("by_text.vx"), source).unwrap();
    vexc_line(&dir, "run by_text.vx").expect(1);
}
