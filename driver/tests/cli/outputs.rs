//! What is written, under which name, and what is not.

use crate::*;

#[test]
fn an_executable_is_named_after_the_program() {
    let dir = dir(&[("hello.vx", HELLO)]);
    vexc_in(dir.path(), &["hello.vx"]).expect(0);
    assert_eq!(names(dir.path()), ["hello", "hello.vx"]);
    assert_eq!(execute(&dir, "hello").expect(0).stdout, "hello\n");
}

#[test]
fn each_kind_has_its_name() {
    for (flags, name, start) in [
        (&["-c"][..], "hello.o", "\x7fELF"),
        (&["-S"], "hello.s", "\t"),
        (&["--emit-asm"], "hello.s", "\t"),
        (&["--emit-llvm"], "hello.ll", "; ModuleID"),
        (&["-S", "-emit-llvm"], "hello.ll", "; ModuleID"),
        (&["-c", "--emit-llvm"], "hello.bc", "BC"),
        (&["--emit=llvm-bc"], "hello.bc", "BC"),
        (&["--emit=obj"], "hello.o", "\x7fELF"),
        (&["--emit=tree"], "hello.tree.vx", ""),
        (&["--emit=flow"], "hello.flow", ""),
        (&["--shared"], "libhello.so", "\x7fELF"),
        (&["-shared"], "libhello.so", "\x7fELF"),
        (&["--crate-type=cdylib"], "libhello.so", "\x7fELF"),
        (&["--static-lib"], "libhello.a", "!<arch>"),
        (&["--crate-type=staticlib"], "libhello.a", "!<arch>"),
    ] {
        let dir = dir(&[("hello.vx", HELLO)]);
        vexc_in(dir.path(), &[flags, &["hello.vx", "--target-cpu=generic"]].concat()).expect(0);
        let mut expected = [name, "hello.vx"];
        expected.sort();
        assert_eq!(names(dir.path()), expected, "{flags:?}");
        assert!(read(&dir, name).starts_with(start), "{flags:?}");
    }
}

#[test]
fn several_kinds_at_once() {
    let dir = dir(&[("hello.vx", HELLO)]);
    vexc_in(dir.path(), &["--emit=asm,llvm-ir,obj=other.o,link", "hello.vx"]).expect(0);
    assert_eq!(names(dir.path()), ["hello", "hello.ll", "hello.s", "hello.vx", "other.o"]);
    assert_eq!(execute(&dir, "hello").expect(0).stdout, "hello\n");
    vexc_in(dir.path(), &["--emit=asm,link", "hello.vx", "-o", "named"]).expect(0);
    assert!(names(dir.path()).contains(&"named".to_string()) && names(dir.path()).contains(&"named.s".to_string()));
    let wrong = vexc_in(dir.path(), &["--emit=lvm-ir", "hello.vx"]).expect(2);
    check(&wrong.stderr, &["check: unknown kind of output `lvm-ir`", "sameln: did you mean `llvm-ir`"]);
}

#[test]
fn standard_output_is_a_dash() {
    let dir = dir(&[("hello.vx", HELLO)]);
    let done = vexc_in(dir.path(), &["-S", "hello.vx", "-o", "-"]).expect(0);
    check(&done.stdout, &["check: $()main:"]);
    assert!(vexc_in(dir.path(), &["hello.vx", "-o", "-"]).expect(0).stdout.starts_with("\x7fELF"));
    assert_eq!(names(dir.path()), ["hello.vx"]);
}

#[test]
fn shared_libraries_are_loaded_and_linked() {
    let library = "#[no_mangle]\npub extern \"C\" fn twice(x: i32) -> i32 {\n    return x * 2;\n}\n";
    let user = "#[link(name = \"twice\")]\nextern \"C\" {\n    fn twice(x: i32) -> i32;\n}\n\n\
                fn main() -> i32 {\n    return unsafe { twice(21) };\n}\n";
    for kind in ["--shared", "--static-lib"] {
        let dir = dir(&[("twice.vx", library), ("user.vx", user)]);
        vexc_in(dir.path(), &[kind, "-O", "twice.vx"]).expect(0);
        vexc_in(dir.path(), &["run", "-L.", "user.vx"]).expect(42);
        let rpath = format!("-Wl,-rpath,{}", dir.path().display());
        vexc_in(dir.path(), &["user.vx", "-L", ".", "--link-arg", &rpath]).expect(0);
        execute(&dir, "user").expect(42);
    }
}

#[test]
fn static_libraries_hold_objects() {
    let dir = dir(&[("one.vx", "pub fn one() -> i32 { return 1; }\n"), ("two.c", "int two(void) { return 2; }\n")]);
    vexc_in(dir.path(), &["--static-lib", "one.vx", "two.c", "-o", "libboth.a"]).expect(0);
    let user =
        "extern \"C\" { fn one() -> i32; fn two() -> i32; }\nfn main() -> i32 { return unsafe { one() + two() }; }\n";
    fs::write(dir.path().join("user.vx"), user).unwrap();
    vexc_in(dir.path(), &["run", "libboth.a", "user.vx"]).expect(3);
    // Linkers do not look into archives inside of archives.
    let nested = vexc_in(dir.path(), &["--static-lib", "one.vx", "libboth.a", "-o", "libmore.a"]).expect(2);
    check(&nested.stderr, &["check: give `libboth.a` where"]);
}

#[test]
fn outputs_are_whole_or_not_at_all() {
    let dir = dir(&[
        ("bad.vx", "fn main() { undefined(); }"),
        ("missing.vx", "extern \"C\" { fn nowhere(); }\nfn main() { unsafe { nowhere(); } }"),
    ]);
    for program in ["bad.vx", "missing.vx"] {
        fs::write(dir.path().join("out"), "before").unwrap();
        vexc_in(dir.path(), &[program, "-o", "out"]).expect(1);
        assert_eq!(read(&dir, "out"), "before");
    }
    assert_eq!(names(dir.path()), ["bad.vx", "missing.vx", "out"]);
}

#[test]
fn what_cannot_be_written() {
    let dir = dir(&[("hello.vx", HELLO)]);
    for out in ["no/such/dir/x", "/", "."] {
        let done = vexc_in(dir.path(), &["-c", "hello.vx", "-o", out]).expect(1);
        assert!(done.stderr.contains("error[E0902]: cannot write"), "{}", done.stderr);
    }
    fs::write(dir.path().join("hello.c"), "int x;\n").unwrap();
    for (inputs, out) in [
        (&["hello.vx"][..], "hello.vx"),
        (&["hello.vx"], "./hello.vx"),
        (&["hello.vx"], "/proc/self/cwd/hello.vx"),
        (&["hello.vx", "hello.c"], "hello.c"),
    ] {
        let done = vexc_in(dir.path(), &[inputs, &["-o", out]].concat()).expect(2);
        assert!(done.stderr.contains("would replace the input"), "{}", done.stderr);
    }
    let done = vexc_in(dir.path(), &["-c", "hello.vx", "hello.c"]).expect(2);
    assert!(done.stderr.contains("two outputs would be written to `hello.o`"), "{}", done.stderr);
    vexc_in(dir.path(), &["--emit=asm=x,obj=x", "hello.vx"]).expect(2);
    fs::remove_file(dir.path().join("hello.c")).unwrap();
    assert_eq!(read(&dir, "hello.vx"), HELLO);
    vexc_in(dir.path(), &["hello.vx", "-o", "/dev/null"]).expect(0);
    assert!(!fs::metadata("/dev/null").unwrap().is_file(), "the device was replaced");
    assert_eq!(names(dir.path()), ["hello.vx"]);
}

#[test]
#[cfg(unix)]
fn a_link_is_followed_and_executables_can_be_executed() {
    let dir = dir(&[("hello.vx", HELLO), ("real", "")]);
    std::os::unix::fs::symlink("real", dir.path().join("link")).unwrap();
    vexc_in(dir.path(), &["hello.vx", "-o", "link"]).expect(0);
    assert!(fs::symlink_metadata(dir.path().join("link")).unwrap().is_symlink());
    assert_eq!(execute(&dir, "real").expect(0).stdout, "hello\n");
}

#[test]
fn equal_programs_give_equal_bytes() {
    let dir = dir(&[("hello.vx", &example("sqlite.vx"))]);
    for kind in ["-c", "-S", "--emit-llvm"] {
        vexc_in(dir.path(), &[kind, "-O2", "hello.vx", "-o", "one"]).expect(0);
        vexc_in(dir.path(), &[kind, "-O2", "hello.vx", "-o", "two"]).expect(0);
        assert_eq!(fs::read(dir.path().join("one")).unwrap(), fs::read(dir.path().join("two")).unwrap(), "{kind}");
    }
}

#[test]
fn what_writes_no_file_takes_no_output() {
    let dir = dir(&[("hello.vx", HELLO)]);
    for command in ["run", "check"] {
        for option in [&["-o", "x"][..], &["-c"], &["-S"], &["--emit=obj"], &["--emit-llvm"]] {
            let done = vexc_in(dir.path(), &[&[command][..], option, &["hello.vx"]].concat()).expect(2);
            check(&done.stderr, &["check: writes no file"]);
        }
    }
    vexc_in(dir.path(), &["run", "--shared", "hello.vx"]).expect(2);
    vexc_in(dir.path(), &["check", "--shared", "hello.vx"]).expect(0);
}

#[test]
fn nothing_is_left_in_the_temporary_directory() {
    let dir = dir(&[("hello.vx", HELLO), ("x.c", "int x;\n"), ("bad.c", "int\n")]);
    let temporary = tempfile::tempdir().unwrap();
    for args in
        [&["hello.vx", "x.c"][..], &["run", "x.c", "hello.vx"], &["hello.vx", "bad.c"], &["--shared", "hello.vx"]]
    {
        run(vexc().current_dir(dir.path()).env("TMPDIR", temporary.path()).args(args));
        let left: Vec<_> = fs::read_dir(temporary.path()).unwrap().map(|e| e.unwrap().path()).collect();
        assert!(left.is_empty(), "{args:?} left {left:?}");
    }
}
