//! Outputs and what is made on the way to them: written whole or not at all, and nothing else is left, whatever happens.

#![cfg(target_os = "linux")]

mod common;

use common::{Done, dir, names, run, stripped, vexc, vexc_in};
use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const HELLO: &str = "fn main() { println(\"hello\"); }\n";
const VEXC: &str = env!("CARGO_BIN_EXE_vexc");

fn script(dir: &TempDir, name: &str, text: &str) {
    let path = dir.path().join(name);
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// `vexc` started by a shell that does something before.
fn after(dir: &TempDir, shell: &str, args: &[&str]) -> Done {
    let script = format!("{shell}; exec \"$@\"");
    run(Command::new("sh").current_dir(dir.path()).args(["-c", &script, "sh", VEXC]).args(args).stdin(Stdio::null()))
}

fn says(done: &Done, what: &str) {
    assert!(done.stderr.contains(what), "`{what}` is not in:\n{}", done.stderr);
}

/// What a killed process with the same number has left does not matter.
#[test]
fn stale_temporaries_block_nothing() {
    let dir = dir(&[("hello.vx", HELLO)]);
    for args in [&["-c", "hello.vx", "-o", "out"][..], &["hello.vx", "-o", "out"]] {
        after(&dir, "touch .out.vexc-$$-0 .out.vexc-$$-1 .out.vexc-$$-2 .vexc-$$", args).expect(0);
    }
}

#[test]
fn names_may_be_as_long_as_the_system_has_them() {
    for length in [200, 239, 240, 254, 255] {
        let dir = dir(&[("hello.vx", HELLO), ("one.vx", "pub fn one() -> i32 { return 1; }\n")]);
        let name = "n".repeat(length);
        vexc_in(dir.path(), &["hello.vx", "-o", &name]).expect(0);
        assert_eq!(run(&mut Command::new(dir.path().join(&name))).expect(0).stdout, "hello\n");
        for kind in ["-c", "-S", "--shared", "--static-lib"] {
            vexc_in(dir.path(), &[kind, "one.vx", "-o", &name]).expect(0);
        }
        assert_eq!(names(dir.path()), ["hello.vx", &name, "one.vx"]);
    }
    // Sources, too, in C and in Vex, and with characters of more than a byte.
    let (vex, c) = (format!("{}.vx", "ö".repeat(126)), format!("{}.c", "é".repeat(126)));
    let dir = dir(&[(&vex, HELLO), (&c, "int unused;\n")]);
    vexc_in(dir.path(), &[&vex, &c, "-o", "out"]).expect(0);
    vexc_in(dir.path(), &["-c", &vex, &c]).expect(0);
    let long = "n".repeat(256);
    says(&vexc_in(dir.path(), &["-c", &vex, "-o", &long]).expect(1), "error[E0902]");
    assert_eq!(names(dir.path()).len(), 5);
}

/// Whatever ends the process while the linker works ends the linker and what that has started, and nothing is left.
#[test]
fn signals_leave_nothing() {
    for signal in ["HUP", "INT", "QUIT", "PIPE", "ALRM", "TERM", "USR1", "USR2", "XCPU"] {
        let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n")]);
        let temporary = tempfile::tempdir().unwrap();
        let linker = "while [ \"$1\" != -o ]; do shift; done\ntouch \"$2\" \"$2.part\" \"$2.map\"\n\
                      sleep 1000 &\necho $! > child\nmv child started\nwait";
        script(&dir, "linker", linker);
        let mut command = vexc();
        command.current_dir(dir.path()).env("TMPDIR", temporary.path());
        command.args(["hello.vx", "x.c", "--linker=./linker"]);
        let mut vexc = command.spawn().unwrap();
        while !dir.path().join("started").exists() {
            assert_eq!(vexc.try_wait().unwrap(), None);
            std::thread::yield_now();
        }
        let kill = format!("kill -{signal} {}", vexc.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert!(vexc.wait().unwrap().signal().is_some(), "{signal}");
        assert_eq!(names(temporary.path()), [""; 0], "{signal}");
        assert_eq!(names(dir.path()), ["hello.vx", "linker", "started", "x.c"], "{signal}");
        // A process that has ended may be a zombie until its parent has waited for it.
        let child = fs::read_to_string(dir.path().join("started")).unwrap();
        let stat = format!("/proc/{}/stat", child.trim());
        while fs::read_to_string(&stat).is_ok_and(|stat| !stat.contains(") Z ")) {
            std::thread::yield_now();
        }
    }
}

/// Ends `vexc` by a signal before one of the calls that it makes to the system for files and processes.
const INTERRUPTS: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
static void step(void) {
    static int count;
    const char *when = getenv("STEP");
    if (when && !strcmp(program_invocation_short_name, "vexc") && ++count == atoi(when)) kill(getpid(), SIGTERM);
}
#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); step()
int mkdir(const char *p, mode_t m) { REAL(mkdir); return real(p, m); }
int rename(const char *p, const char *q) { REAL(rename); return real(p, q); }
int open64(const char *p, int f, ...) { REAL(open64); return real(p, f, 0666); }
int openat64(int d, const char *p, int f, ...) { REAL(openat64); return real(d, p, f, 0666); }
int unlinkat(int d, const char *p, int f) { REAL(unlinkat); return real(d, p, f); }
int rmdir(const char *p) { REAL(rmdir); return real(p); }
int unlink(const char *p) { REAL(unlink); return real(p); }
ssize_t write(int d, const void *b, size_t n) { REAL(write); return real(d, b, n); }
pid_t waitpid(pid_t p, int *s, int o) { REAL(waitpid); return real(p, s, o); }
"#;

/// Nor at any other moment, with the system's linker: before each call there is.
#[test]
fn signals_leave_nothing_at_any_time() {
    let library = dir(&[("interrupts.c", INTERRUPTS)]);
    let at = |name: &str| library.path().join(name).display().to_string();
    run(Command::new("cc").args(["-shared", "-fPIC", "-o", &at("interrupts.so"), &at("interrupts.c"), "-ldl"]))
        .expect(0);
    let temporary = tempfile::tempdir().unwrap();
    for (args, out) in [(&["hello.vx"][..], "hello"), (&["-c", "hello.vx"], "hello.o")] {
        let mut ended = 0;
        for step in 1.. {
            let dir = dir(&[("hello.vx", HELLO)]);
            let mut command = vexc();
            command.current_dir(dir.path()).env("TMPDIR", temporary.path()).args(args);
            command.env("LD_PRELOAD", at("interrupts.so")).env("STEP", step.to_string());
            let status = command.output().unwrap().status;
            let left = names(dir.path());
            assert!(left == ["hello.vx"] || left == [out, "hello.vx"] || left == ["hello.vx", out], "{step}: {left:?}");
            assert_eq!(names(temporary.path()), [""; 0], "{step}");
            if status.success() {
                break;
            }
            assert_eq!(status.signal(), Some(15), "{step}");
            ended += 1;
        }
        assert!(ended > 5, "{args:?}: only {ended} calls were interrupted");
    }
}

/// `nohup` and the like.
#[test]
fn ignored_signals_stay_ignored() {
    let dir = dir(&[("hello.vx", HELLO)]);
    script(&dir, "linker", "kill -HUP $PPID; kill -TERM $PPID\nexec cc \"$@\"");
    after(&dir, "trap '' HUP TERM", &["hello.vx", "--linker=./linker"]).expect(0);
    assert_eq!(names(dir.path()), ["hello", "hello.vx", "linker"]);
}

/// Tools that say that all is well, and have made nothing.
#[test]
fn tools_that_make_nothing() {
    let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n"), ("hello", "old")]);
    let output = "while [ \"$1\" != -o ]; do shift; done\n";
    for (tool, why) in [
        ("exit 0".to_string(), "it wrote no file"),
        (format!("{output}: > \"$2\""), "the file it wrote is empty"),
        (format!("{output}mkdir \"$2\""), "what it made is not a file"),
    ] {
        script(&dir, "tool", &tool);
        let linked = vexc_in(dir.path(), &["hello.vx", "--linker=./tool"]).expect(1);
        says(&linked, "error[E0815]: `./tool` reports success, but");
        says(&linked, why);
        says(&vexc_in(dir.path(), &["run", "--linker=./tool", "hello.vx"]).expect(1), why);
        for args in
            [&["hello.vx", "x.c"][..], &["-c", "hello.vx", "x.c", "--emit=asm"], &["--static-lib", "hello.vx", "x.c"]]
        {
            says(&run(vexc().current_dir(dir.path()).env("CC", "./tool").args(args)).expect(1), why);
        }
        fs::create_dir_all(dir.path().join("bin")).unwrap();
        script(&dir, "bin/ar", "exit 0");
        let archive = run(vexc().current_dir(dir.path()).env("PATH", "bin").args(["--static-lib", "hello.vx"]));
        says(&archive.expect(1), "error[E0815]: `ar`");
    }
    assert_eq!(fs::read_to_string(dir.path().join("hello")).unwrap(), "old");
    assert!(!names(dir.path()).iter().any(|name| name.starts_with(".vexc")));
}

/// A tool that crashes, whatever it has written before.
#[test]
fn tools_that_a_signal_ends() {
    let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n"), ("hello", "old")]);
    for (signal, how) in
        [("SEGV", "signal 11 (SIGSEGV)"), ("KILL", "signal 9 (SIGKILL)"), ("TERM", "signal 15 (SIGTERM)")]
    {
        let crash = |find: &str| format!("{find}\necho half | tee \"$2\" >&2\nulimit -c 0\nkill -{signal} $$");
        script(&dir, "tool", &crash("while [ \"$1\" != -o ]; do shift; done"));
        fs::create_dir_all(dir.path().join("bin")).unwrap();
        // The archive is its second argument.
        script(&dir, "bin/ar", &crash(""));
        let linked = vexc_in(dir.path(), &["hello.vx", "--linker=./tool"]);
        let compiled = run(vexc().current_dir(dir.path()).env("CC", "./tool").args(["hello.vx", "x.c"]));
        let archived = run(vexc().current_dir(dir.path()).env("PATH", "bin:/bin").args(["--static-lib", "hello.vx"]));
        for (done, tool) in [(linked, "./tool"), (compiled, "./tool"), (archived, "ar")] {
            let done = done.expect(1);
            says(&done, &format!("error[E0816]: `{tool}` was ended by {how}"));
            says(&done, "the command was: ");
        }
    }
    assert_eq!(fs::read_to_string(dir.path().join("hello")).unwrap(), "old");
    assert_eq!(names(dir.path()), ["bin", "hello", "hello.vx", "tool", "x.c"]);
}

/// More arguments than a process may start with, in names that have to be quoted.
#[test]
fn more_arguments_than_a_process_may_have() {
    let dir = dir(&[("hello.vx", HELLO), ("e.c", "static int unused;\n"), ("it's \"\\a.c", "int a;\n")]);
    run(Command::new("cc").current_dir(dir.path()).args(["-c", "e.c"])).expect(0);
    let mut list = String::from("\"it's \\\"\\\\a.c\"\n");
    // Each name has 256 bytes; the limit for all is a quarter of the stack's.
    for i in 0..600 {
        let name = format!("{i:03} {}'.o", "z".repeat(246));
        fs::hard_link(dir.path().join("e.o"), dir.path().join(&name)).unwrap();
        list += &format!("\"{name}\"\n");
    }
    fs::write(dir.path().join("objects"), list).unwrap();
    let small = "ulimit -s 512";
    after(&dir, small, &["hello.vx", "@objects", "-o", "out"]).expect(0);
    assert_eq!(run(&mut Command::new(dir.path().join("out"))).expect(0).stdout, "hello\n");
    after(&dir, small, &["--static-lib", "hello.vx", "@objects", "-o", "lib.a"]).expect(0);
    let members = run(Command::new("ar").current_dir(dir.path()).args(["t", "lib.a"])).expect(0).stdout;
    assert_eq!(members.lines().count(), 602);
    after(&dir, small, &["run", "@objects", "hello.vx"]).expect(0);
}

/// Paths with as many bytes as Linux takes, in which there is no room for anything more.
#[test]
fn paths_may_be_as_long_as_the_system_has_them() {
    let dir = dir(&[("hello.vx", HELLO)]);
    let within = |shell: &str| run(Command::new("bash").current_dir(dir.path()).args(["-c", shell])).expect(0).stdout;
    let make = "d=$(printf 'd%.0s' {1..200}); p=$PWD\n\
                while [ $((${#p} + 201)) -lt 4080 ]; do mkdir $d; cd $d; p=$p/$d; done\n\
                r=$((4080 - ${#p} - 1)); e=$(printf \"%0${r}d\" 0); mkdir $e; cd $e; echo -n $p/$e";
    let deep = within(make);
    assert_eq!(deep.len(), 4080);
    let hello = dir.path().join("hello.vx").display().to_string();
    let source = format!("{deep}/h.vx");
    fs::copy(&hello, &source).unwrap();
    for args in [&["-c"][..], &[], &["--static-lib"]] {
        let out = format!("{deep}/{}", "o".repeat(4095 - 4081));
        vexc_in(dir.path(), &[args, &[&source, "-o", &out]].concat()).expect(0);
        assert!(fs::metadata(&out).unwrap().len() > 0);
        fs::remove_file(&out).unwrap();
        says(
            &vexc_in(dir.path(), &[args, &[&source, "-o", &format!("{out}o")]].concat()).expect(1),
            "file name too long",
        );
    }
    assert_eq!(vexc_in(dir.path(), &["run", &source]).expect(0).stdout, "hello\n");
    assert_eq!(names(Path::new(&deep)), ["h.vx"]);
    // A directory as deep as this is not removed by its path.
    run(Command::new("rm").current_dir(dir.path()).args(["-r", &"d".repeat(200)])).expect(0);
}

/// Files in the current directory came with the sources: they are only executed if `PATH` names the directory.
#[test]
fn no_tool_comes_from_the_current_directory_unasked() {
    let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n")]);
    for name in ["cc", "gcc", "clang", "clang-19", "ld", "ld.lld", "ar", "as", "own"] {
        script(&dir, name, "touch ran");
    }
    for path in [Some(""), Some(":"), Some("::/nonexistent:"), None] {
        let vexc = |args: &[&str]| {
            let mut command = vexc();
            command.current_dir(dir.path()).args(args);
            match path {
                Some(path) => run(command.env("PATH", path)),
                None => run(command.env_remove("PATH")),
            }
        };
        let runs = [
            vexc(&["hello.vx"]),
            vexc(&["hello.vx", "x.c"]),
            vexc(&["--static-lib", "hello.vx"]),
            vexc(&["run", "x.c", "hello.vx"]),
            vexc(&["hello.vx", "--linker=own"]),
        ];
        assert!(!dir.path().join("ran").exists(), "{path:?}: {runs:?}");
        if path.is_some() {
            runs[..2].iter().for_each(|done| assert_eq!(done.status, Some(1), "{path:?}: {done:?}"));
            says(&runs[0], "error[E0805]");
        }
        says(&runs[4], "error[E0904]: cannot start `own`: no such file or directory");
    }
    vexc_in(dir.path(), &["hello.vx", "--linker=./own"]).expect(1);
    assert!(dir.path().join("ran").exists());
}

/// Paths that look like options are paths, wherever they go.
#[test]
fn paths_that_look_like_options() {
    let main = "extern \"C\" { fn helper() -> i32; }\nfn main() -> i32 { return unsafe { helper() }; }\n";
    let helper = "int helper(void) { return 42; }\n";
    for start in ["-", "--", "-o", "@"] {
        let (vex, c) = (format!("{start}p.vx"), format!("{start}h.c"));
        let (object, exe) = (format!("{start}h.o"), format!("{start}p"));
        let dir = dir(&[(&vex, main), (&c, helper)]);
        // Only what begins with `-` needs the `--`; what begins with `@` is a file of words unless it has a directory.
        let own = |name: &str| if start == "@" { format!("./{name}") } else { name.to_string() };
        let (vex, c, object) = (own(&vex), own(&c), own(&object));
        vexc_in(dir.path(), &["--", &vex, &c]).expect(0);
        run(&mut Command::new(dir.path().join(&exe))).expect(42);
        vexc_in(dir.path(), &["-c", "--", &vex, &c]).expect(0);
        vexc_in(dir.path(), &["--", &vex, &object]).expect(0);
        run(&mut Command::new(dir.path().join(&exe))).expect(42);
        vexc_in(dir.path(), &["--static-lib", "--", &vex, &object]).expect(0);
        vexc_in(dir.path(), &["run", "--", &object, &vex]).expect(42);
        vexc_in(dir.path(), &["run", "--", &c, &vex]).expect(42);
    }
    let dir = dir(&[("p.vx", HELLO)]);
    vexc_in(dir.path(), &["p.vx", "-o", "./-out"]).expect(0);
    let words: [&[&str]; 3] = [&["p.vx"], &["-c", "p.vx"], &["--static-lib", "p.vx"]];
    for words in words {
        run(vexc().current_dir(dir.path()).env("TMPDIR", ".").args(words)).expect(0);
    }
}

/// What an output may be that is no file of its own.
#[test]
fn devices_pipes_and_links() {
    let dir = dir(&[("hello.vx", HELLO), ("old", "old")]);
    let at = |name: &str| dir.path().join(name);
    for args in [&["-c", "hello.vx"][..], &["hello.vx"], &["--static-lib", "hello.vx"]] {
        let to = |name: &str| vexc_in(dir.path(), &[args, &["-o", name]].concat());
        to("/dev/null").expect(0);
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
        says(&to("/dev/full").expect(1), "error[E0902]: cannot write `/dev/full`: no space left on device");
        says(&to(".").expect(1), "it is a directory");
        says(&to("no/such/directory").expect(1), "no such file or directory");
        symlink("old", at("link")).unwrap();
        to("link").expect(0);
        assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink() && fs::read(at("old")).unwrap() != b"old");
        fs::remove_file(at("old")).unwrap();
        to("link").expect(0);
        assert!(fs::metadata(at("old")).unwrap().is_file(), "what the link leads to is made");
        fs::write(at("old"), "old").unwrap();
        fs::remove_file(at("link")).unwrap();
        let shell = format!("mkfifo pipe; cat pipe > got & {VEXC} {} -o pipe; wait; rm pipe", args.join(" "));
        run(Command::new("sh").current_dir(dir.path()).args(["-c", &shell])).expect(0);
        assert!(fs::metadata(at("got")).unwrap().len() > 0);
        symlink("/dev/stdout", at("open")).unwrap();
        for open in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/proc/thread-self/fd/1", "open"] {
            // What has no name any more is written all the same.
            let shell =
                format!("{VEXC} {} -o {open} > got; exec 3< got; rm got; cat <&3 > read; test -s read", args.join(" "));
            run(Command::new("sh").current_dir(dir.path()).args(["-c", &shell])).expect(0);
            let shell = format!("exec 3<> got; rm got; {VEXC} {} -o {open} >&3; test -s /dev/fd/3", args.join(" "));
            run(Command::new("sh").current_dir(dir.path()).args(["-c", &shell])).expect(0);
        }
        fs::remove_file(at("open")).unwrap();
        fs::rename(at("read"), at("got")).unwrap();
        fs::remove_file(at("got")).unwrap();
    }
    assert_eq!(names(dir.path()), ["hello.vx", "old"]);
}

/// A limit on the size of files is an error with a message, not the end by a signal.
#[test]
fn files_that_are_too_large() {
    let dir = dir(&[("hello.vx", HELLO)]);
    for args in [&["-c", "hello.vx", "-o", "out"][..], &["-S", "hello.vx", "-o", "out"]] {
        says(&after(&dir, "ulimit -f 1", args).expect(1), "error[E0902]: cannot write `out`: file too large");
    }
    assert_eq!(names(dir.path()), ["hello.vx"]);
}

/// Files that are opened where a standard stream is closed do not become that stream.
#[test]
fn closed_streams_do_not_become_outputs() {
    let dir = dir(&[("hello.vx", HELLO), ("bad.vx", "fn main() { x }")]);
    vexc_in(dir.path(), &["-c", "hello.vx", "-o", "expected"]).expect(0);
    let expected = fs::read(dir.path().join("expected")).unwrap();
    for closed in ["exec <&-", "exec >&-", "exec 2>&-", "exec <&- >&- 2>&-"] {
        after(&dir, closed, &["-c", "hello.vx", "-v", "-o", "out"]).expect(0);
        assert_eq!(fs::read(dir.path().join("out")).unwrap(), expected, "{closed}");
        after(&dir, closed, &["hello.vx", "-v", "-o", "linked"]).expect(0);
        assert_eq!(run(&mut Command::new(dir.path().join("linked"))).expect(0).stdout, "hello\n");
        after(&dir, closed, &["check", "bad.vx"]).expect(1);
    }
    // What is said is lost; the status and the outputs are not.
    after(&dir, "exec 2> /dev/full", &["-c", "hello.vx", "-v", "-o", "out"]).expect(0);
    assert_eq!(fs::read(dir.path().join("out")).unwrap(), expected);
    after(&dir, "exec 2> /dev/full", &["check", "bad.vx"]).expect(1);
    after(&dir, "exec 2> /dev/full", &["--no-such-option"]).expect(2);
    for args in [
        &["-c", "hello.vx", "-o", "-"][..],
        &["hello.vx", "-o", "-"],
        &["--emit=tree=-", "hello.vx"],
        &["--dump-after=loop-lower", "hello.vx"],
        &["--print=link-args", "hello.vx"],
    ] {
        says(&after(&dir, "exec >&-", args).expect(1), "cannot write `<stdout>`: standard output is closed");
        says(&after(&dir, "exec > /dev/full", args).expect(1), "cannot write `<stdout>`: no space left on device");
    }
}

/// Where there is no more memory, that is said, and no signal ends the process: for our own allocations and for LLVM's.
#[test]
fn out_of_memory() {
    let functions = (0..4000)
        .map(|i| format!("pub fn f{i}(a: i32) -> i32 {{ let b = a * {i}; return b + f{}(b); }}\n", (i + 1) % 4000));
    let dir = dir(&[("big.vx", &functions.collect::<String>()), ("hello.vx", "fn main() { println(\"hello\"); }\n")]);
    // What the executable itself needs is not there to be limited; its debug information is never loaded.
    let own = fs::metadata(stripped(dir.path())).unwrap().len() / 1024;
    let mut exhausted = [0; 3];
    for more in (20_000..=260_000).step_by(30_000) {
        let commands: [&[&str]; 3] = [&["check", "big.vx"], &["-c", "big.vx", "-o", "o"], &["run", "hello.vx"]];
        for (count, args) in exhausted.iter_mut().zip(commands) {
            let done = after(&dir, &format!("ulimit -c 0; ulimit -v {}", own + more), args);
            match done.status {
                Some(0) => {}
                Some(70) => {
                    says(&done, "error: out of memory");
                    *count += 1;
                }
                // The loader's word, before `main`.
                Some(127) if done.stderr.contains("error while loading shared libraries") => {}
                _ => panic!("{more}: {args:?}: {done:?}"),
            }
        }
    }
    assert!(exhausted[0] > 0 && exhausted[1] > 0, "the limits were too high to be reached: {exhausted:?}");
    assert!(!names(dir.path()).iter().any(|name| name.starts_with(".vexc")));
}
