//! How `vexc` and the program that it executes end.

use crate::*;

#[test]
fn the_status_of_the_program_is_kept() {
    for status in [0, 1, 7, 255] {
        let program = format!("fn main() -> i32 {{ return {status}; }}");
        vexc_stdin(&["run", "-"], &program).expect(status);
    }
    let done = vexc_stdin(&["run", "-"], "fn main() { panic(\"no more\"); }").expect(101);
    check(&done.stderr, &["check: panicked at <stdin>:1:13: no more"]);
}

#[test]
#[cfg(unix)]
fn a_reader_that_leaves_is_no_error() {
    use std::process::Stdio;
    let mut command = vexc();
    command.args(["--dump-after=all", "examples/sqlite.vx"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}

/// Nothing runs tests: a command that asks for it must not look as if they had passed.
#[test]
fn tests_are_said_not_to_run() {
    let tests = "#[test]\nfn fails() {\n    let x: i32 = \"no\";\n}\n\nfn main() {\n    println(\"hello\");\n}\n";
    let good = tests.replace("\"no\"", "1");
    let dir = dir(&[("tests.vx", tests), ("good.vx", &good)]);
    // A file of that name, and a directory, as many projects have, change nothing.
    for _ in 0..2 {
        for args in [&["test", "tests.vx"][..], &["test"], &["test", "-O2", "tests.vx", "--filter"]] {
            let said = vexc_in(dir.path(), args).expect(2).stderr;
            assert!(said.contains("`vexc test` is not there yet") && said.contains("check --cfg test"), "{said}");
        }
        let _ = fs::create_dir(dir.path().join("test"));
    }
    check(&vexc_in(dir.path(), &["--test", "tests.vx"]).expect(2).stderr, &["check: `--cfg test`"]);
    // Without, they are gone before anything is known about them; with, they are checked.
    assert_eq!(vexc_in(dir.path(), &["run", "tests.vx"]).expect(0).stderr, "");
    let said = vexc_in(dir.path(), &["check", "--cfg", "test", "tests.vx"]).expect(1).stderr;
    check(&said, &["check: warning[E0642]", "check: error[E0401]"]);
    check(&vexc_in(dir.path(), &["run", "--cfg=test", "good.vx"]).expect(0).stderr, &["check: warning[E0642]"]);
    assert_eq!(
        vexc_in(dir.path(), &["check", "--cfg", "test", "-A", "tests_not_run", "good.vx"])
            .expect(0)
            .stderr
            .lines()
            .filter(|l| l.contains("E0642"))
            .count(),
        0
    );
    vexc_in(dir.path(), &["check", "--cfg", "test", "-Dwarnings", "good.vx"]).expect(1);
    let cfg = vexc_with(&["--print=cfg", "--cfg", "test"]).expect(0).stdout;
    assert_eq!(cfg.lines().filter(|l| *l == "test").count(), 1, "{cfg}");
}

/// A linker that makes something else than an executable.
#[test]
#[cfg(unix)]
fn what_cannot_be_executed() {
    use std::os::unix::fs::PermissionsExt;
    let linker = "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\necho nothing > \"$2\"\n";
    let dir = dir(&[("hello.vx", HELLO), ("linker", linker)]);
    fs::set_permissions(dir.path().join("linker"), fs::Permissions::from_mode(0o755)).unwrap();
    let done = vexc_in(dir.path(), &["run", "--linker=./linker", "hello.vx"]).expect(1);
    check(&done.stderr, &["check: error[E0906]: cannot execute the program: exec format error"]);
}

/// Who is interrupted while the C compiler works ends it, leaves nothing, and ends by the signal.
#[test]
#[cfg(unix)]
fn interrupted_while_a_tool_works() {
    use std::os::unix::{fs::PermissionsExt, process::ExitStatusExt};
    let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n"), ("slow", "#!/bin/sh\ntouch started\nexec sleep 100\n")]);
    fs::set_permissions(dir.path().join("slow"), fs::Permissions::from_mode(0o755)).unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let mut command = vexc();
    command.current_dir(dir.path()).env("TMPDIR", temporary.path()).env("CC", "./slow").args(["hello.vx", "x.c"]);
    let mut child = command.spawn().unwrap();
    while !dir.path().join("started").exists() {
        assert_eq!(child.try_wait().unwrap(), None);
        std::thread::yield_now();
    }
    assert!(std::process::Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    assert_eq!(names(dir.path()), ["hello.vx", "slow", "started", "x.c"]);
}
