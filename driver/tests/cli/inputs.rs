//! Where the words and the program come from: files, standard input, arguments in files, C sources.

use crate::*;

#[test]
fn standard_input() {
    assert_eq!(vexc_stdin(&["run", "-"], HELLO).expect(0).stdout, "hello\n");
    assert_eq!(vexc_stdin(&["run", "-", "a", "-O"], ARGS).expect(3).stdout, "a\n-O\n");
    let done = vexc_stdin(&["check", "-"], "fn main() { x }").expect(1);
    assert!(done.stderr.contains("--> <stdin>:1:13"), "{}", done.stderr);
    let dir = dir(&[]);
    vexc_stdin(&["-", "-o", &path(dir.path(), "out")], HELLO).expect(0);
    assert_eq!(execute(&dir, "out").expect(0).stdout, "hello\n");
}

#[test]
fn options_stand_anywhere() {
    let dir = dir(&[("args.vx", ARGS)]);
    for args in [
        &["-O2", "run", "args.vx", "x"][..],
        &["run", "-O2", "args.vx", "x"],
        &["run", "-O", "-g", "--", "args.vx", "x"],
    ] {
        assert_eq!(vexc_in(dir.path(), args).expect(3).stdout, "x\n", "{args:?}");
    }
    let behind = vexc_in(dir.path(), &["run", "args.vx", "x", "-O2", "--help", "--", "y.c"]).expect(3);
    assert_eq!(behind.stdout, "x\n-O2\n--help\n--\ny.c\n");
    let first = vexc_in(dir.path(), &["run", "args.vx", "-O2", "y.c", "-lz", "--", "z.vx"]).expect(3);
    assert_eq!(first.stdout, "-O2\ny.c\n-lz\n--\nz.vx\n");
    vexc_in(dir.path(), &["args.vx", "-O", "-g", "-o", "out"]).expect(0);
    vexc_in(dir.path(), &["-o", "out", "-Os", "args.vx"]).expect(0);
}

#[test]
fn words_in_files() {
    let dir = dir(&[
        ("a b.vx", HELLO),
        ("args.vx", ARGS),
        ("words", "\u{feff}-c\n'a b.vx' @more\n"),
        ("more", "-o \"x y.o\"\n"),
        ("run", "-O2\nargs.vx"),
        ("loop", "-c @loop @loop"),
        ("quote", "-o 'x"),
    ]);
    vexc_in(dir.path(), &["@words"]).expect(0);
    assert!(names(dir.path()).contains(&"x y.o".to_string()));
    // The program's own arguments are left alone.
    for words in [&["run", "args.vx", "@more", "@"][..], &["run", "-O", "args.vx", "@more", "@"]] {
        assert_eq!(vexc_in(dir.path(), words).expect(3).stdout, "@more\n@\n");
    }
    assert_eq!(vexc_in(dir.path(), &["run", "@run"]).expect(3).stdout, "");
    for (word, what) in [
        ("@nowhere", "the arguments in `nowhere` cannot be read: no such file"),
        ("@loop", "a file that includes itself"),
        ("@quote", "a quote in `quote` is not closed"),
    ] {
        let done = vexc_in(dir.path(), &[word]).expect(2);
        assert!(done.stderr.contains(what), "{}", done.stderr);
    }
}

#[test]
fn c_sources_belong_to_the_program() {
    let main = root().join("examples/mixed/main.vx").display().to_string();
    let helper = root().join("examples/mixed/helper.c").display().to_string();
    let dir = dir(&[]);
    let done = vexc_in(dir.path(), &["-v", &main, &helper, "-o", "mixed", "-O2"]).expect(0);
    check(&done.stderr, &["check: -O2 $(=.*)-c $(=.*)helper.c", "check: -o $(=.*)mixed"]);
    let printed = execute(&dir, "mixed").expect(0).stdout;
    assert_eq!(vexc_with(&["run", &helper, &main]).expect(0).stdout, printed);
    assert_eq!(names(dir.path()), ["mixed"]);
    vexc_in(dir.path(), &["-c", &main, &helper]).expect(0);
    assert_eq!(names(dir.path()), ["helper.o", "main.o", "mixed"]);
    vexc_in(dir.path(), &["run", "helper.o", &main]).expect(0);
}

/// As Clang does with several inputs.
#[test]
fn c_sources_become_what_the_program_becomes() {
    let sources = ["main.vx", "helper.c", "plain.s"];
    for (flags, made) in [
        (&["-S"][..], &["helper.s", "main.s"][..]),
        (&["--emit-llvm"], &["helper.ll", "main.ll"]),
        (&["--emit-llvm", "-c"], &["helper.bc", "main.bc"]),
        (&["--emit=obj,asm"], &["helper.o", "helper.s", "main.o", "main.s", "plain.o"]),
    ] {
        let dir = dir(&[("main.vx", HELLO), ("helper.c", "int helper(void) { return 1; }\n"), ("plain.s", "\n")]);
        let done = vexc_in(dir.path(), &[flags, &sources].concat()).expect(0);
        let new: Vec<String> = names(dir.path()).into_iter().filter(|n| !sources.contains(&n.as_str())).collect();
        assert_eq!(new, made, "{flags:?}");
        check(&done.stderr, &["check: warning[E0908]: `plain.s` is not used"]);
        check(&vexc_in(dir.path(), &[flags, &sources, &["-o", "x"]].concat()).expect(2).stderr, &["check: `-o`"]);
    }
    let dir = dir(&[("main.vx", HELLO), ("some.o", "")]);
    check(&vexc_in(dir.path(), &["-S", "main.vx", "some.o"]).expect(0).stderr, &["check: `some.o` is not used"]);
}

/// What has to happen before `main`, after it, and for each thread, and code that calls back: as in an executable.
#[test]
fn helpers_in_c_and_cxx_are_whole_programs() {
    let main = "extern \"C\" { fn helper(x: i32) -> i32; }\n\
                #[no_mangle] pub extern \"C\" fn callback(x: i32) -> i32 { return x * 2; }\n\
                fn main() -> i32 { return unsafe { helper(7) }; }\n";
    let c = "#include <errno.h>\n#include <stdio.h>\n_Thread_local int of_thread = 5;\nint callback(int x);\n\
             static int ready;\n\
             __attribute__((constructor)) static void up(void) { ready = 100; }\n\
             __attribute__((destructor)) static void down(void) { puts(\"down\"); }\n\
             int helper(int x) { of_thread += x; errno = 3; return ready + callback(of_thread) + errno; }\n";
    let cxx = "#include <string>\nstatic std::string name = \"made before main, and too long to be short\";\n\
               extern \"C\" int callback(int x);\n\
               extern \"C\" int helper(int x) { try { throw x; } catch (int y) { return callback(y) + (int)name.size(); } }\n";
    let dir = dir(&[("main.vx", main), ("helper.c", c), ("cxx.cpp", cxx)]);
    let behind = vexc_in(dir.path(), &["run", "main.vx", "helper.c"]).expect(1).stderr;
    assert!(behind.contains("`helper.c` stands behind the program's file"), "{behind}");
    let done = vexc_in(dir.path(), &["run", "helper.c", "main.vx"]).expect(127);
    assert_eq!((done.stdout.as_str(), done.stderr.as_str()), ("down\n", ""));
    vexc_in(dir.path(), &["-c", "main.vx", "helper.c"]).expect(0);
    vexc_in(dir.path(), &["run", "helper.o", "main.vx"]).expect(127);
    run(std::process::Command::new("ar").current_dir(dir.path()).args(["rcs", "libhelp.a", "helper.o"])).expect(0);
    vexc_in(dir.path(), &["run", "-L.", "-lhelp", "main.vx"]).expect(127);
    vexc_in(dir.path(), &["run", "cxx.cpp", "main.vx"]).expect(56);
    vexc_in(dir.path(), &["main.vx", "cxx.cpp"]).expect(0);
    execute(&dir, "main").expect(56);
}

#[test]
fn a_c_source_with_errors() {
    let dir = dir(&[("hello.vx", HELLO), ("bad.c", "int f( {\n")]);
    let done = vexc_in(dir.path(), &["hello.vx", "bad.c"]).expect(1);
    check(&done.stderr, &["check: error[E0903]: the C compiler refuses `bad.c`", "check: bad.c:1"]);
    let mut command = vexc();
    command.current_dir(dir.path()).env("CC", "no-such-compiler -x").args(["hello.vx", "bad.c"]);
    check(&run(&mut command).expect(1).stderr, &["check: error[E0904]: cannot start `no-such-compiler`"]);
}

#[test]
fn what_cannot_be_read() {
    let dir = dir(&[("text.o", "no object"), ("hello.vx", HELLO)]);
    fs::write(dir.path().join("latin.vx"), b"fn main() {}\n// \xe9\n").unwrap();
    let read = |args: &[&str]| vexc_in(dir.path(), args).expect(1).stderr;
    check(&read(&["nothing.vx"]), &["check: error[E0901]: cannot read `nothing.vx`: no such file or directory"]);
    check(&read(&["check", "hello.v"]), &["check: error[E0901]: cannot read `hello.v`"]);
    check(&read(&["latin.vx"]), &["check: cannot read `latin.vx`: line 2 is not UTF-8"]);
    check(&read(&["run", "text.o", "hello.vx"]), &["check: error[E0809]: `text.o` is nothing that can be linked"]);
    check(&read(&["run", "none.o", "hello.vx"]), &["check: error[E0901]: cannot read `none.o`"]);
    check(&read(&["hello.vx", "none.so"]), &["check: error[E0901]: cannot read `none.so`"]);
}

#[test]
fn modules_are_found() {
    let dir = dir(&[
        (
            "main.vx",
            "import { one } from \"./near\";\nimport { two } from \"far\";\nfn main() -> i32 { return one() + two(); }\n",
        ),
        ("near.vx", "pub fn one() -> i32 { return 1; }\n"),
    ]);
    fs::create_dir(dir.path().join("lib")).unwrap();
    fs::write(dir.path().join("lib/far.vx"), "pub fn two() -> i32 { return 2; }\n").unwrap();
    vexc_in(dir.path(), &["run", "-I", "lib", "main.vx"]).expect(3);
    vexc_in(dir.path(), &["run", "-Ilib", "main.vx"]).expect(3);
    let done = vexc_in(dir.path(), &["run", "main.vx"]).expect(1);
    assert!(done.stderr.contains("far"), "{}", done.stderr);
}

#[test]
fn another_standard_library() {
    let dir = dir(&[("hello.vx", "import { extra } from \"std\";\nfn main() -> i32 { return extra.answer(); }\n")]);
    let own = dir.path().join("own");
    fs::create_dir(&own).unwrap();
    fs::copy(root().join("std/rt.vx"), own.join("rt.vx")).unwrap();
    fs::write(own.join("extra.vx"), "pub fn answer() -> i32 { return 42; }\n").unwrap();
    vexc_in(dir.path(), &["run", "--std=own", "hello.vx"]).expect(42);
    vexc_in(dir.path(), &["run", "hello.vx"]).expect(1);
    let none = vexc_in(dir.path(), &["run", "--std=none", "hello.vx"]).expect(1).stderr;
    assert!(none.starts_with("error[E0901]: cannot read `none/rt.vx`: no such file or directory\n"), "{none}");
}

/// What does not end is read to a limit, wherever a text may come from.
#[cfg(target_os = "linux")]
#[test]
fn devices_are_read_to_a_limit() {
    let limit = "it has more than 64 MiB";
    let dir = dir(&[("main.vx", "import { x } from \"./endless\";\nfn main() {}\n")]);
    std::os::unix::fs::symlink("/dev/zero", dir.path().join("endless.vx")).unwrap();
    for words in [&["check", "/dev/zero"][..], &["check", "main.vx"], &["check", "endless.vx"]] {
        let done = vexc_in(dir.path(), words).expect(1);
        assert!(done.stderr.contains(limit), "{}", done.stderr);
    }
    let done = vexc_in(dir.path(), &["@endless.vx"]).expect(2);
    assert!(done.stderr.contains(limit), "{}", done.stderr);
    vexc_in(dir.path(), &["check", "/dev/null"]).expect(0);
}

#[test]
fn sources_below_a_directory_keep_their_paths() {
    let dir = dir(&[]);
    let sub = dir.path().join("src");
    fs::create_dir(&sub).unwrap();
    fs::write(sub.join("main.vx"), "fn main() { x }").unwrap();
    let done = vexc_in(dir.path(), &["check", "src/main.vx"]).expect(1);
    assert!(done.stderr.contains(" src/main.vx:1:13"), "{}", done.stderr);
    assert!(Path::new(&sub).join("main.vx").exists());
}

#[test]
fn deep_programs_are_no_problem() {
    let deep = format!("fn main() -> i32 {{ return {}1{}; }}", "(".repeat(100_000), ")".repeat(100_000));
    let long = format!("fn main() -> i32 {{ return 0{}; }}", " + 0".repeat(100_000));
    let ladder = format!(
        "fn main() -> i32 {{ let x = 0; if x == 1 {{ return 1; }}{} return 0; }}",
        " else if x == 2 { return 2; }".repeat(100_000)
    );
    for program in [deep, long, ladder] {
        let done = vexc_stdin(&["check", "-"], &program);
        assert!(matches!(done.status, Some(0 | 1)), "{:?} {:.400}", done.status, done.stderr);
        assert!(done.status == Some(0) || done.stderr.starts_with("error["), "{:.400}", done.stderr);
    }
}
