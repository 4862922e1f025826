//! The command line: every flag, the exit status, what is written where.

mod common;

use common::{Done, filecheck, path, root, run, vexc, vexc_in, vexc_stdin, vexc_with};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const HELLO: &str = "fn main() {\n    println(\"hello\");\n}\n";

/// Prints its arguments, one a line, and ends with the status 3.
const ARGS: &str = "import { env, libc } from \"std\";\n\nfn main() -> i32 {\n    for i in 1..env.arg_count() {\n        \
                    unsafe { libc.puts(env.arg(i)); }\n    }\n    return 3;\n}\n";

/// A directory with files.
fn dir(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// The names in a directory.
fn names(dir: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(dir.path()).unwrap();
    let set: BTreeSet<String> = entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    set.into_iter().collect()
}

fn read(dir: &TempDir, name: &str) -> String {
    String::from_utf8_lossy(&fs::read(dir.path().join(name)).unwrap()).into_owned()
}

fn example(name: &str) -> String {
    fs::read_to_string(root().join("examples").join(name)).unwrap()
}

fn execute(dir: &TempDir, name: &str) -> Done {
    run(&mut std::process::Command::new(dir.path().join(name)))
}

fn check(text: &str, directives: &[&str]) {
    filecheck(text, directives).unwrap_or_else(|why| panic!("{why}"));
}

/// The lines of a function in assembly.
fn function<'a>(assembly: &'a str, name: &str) -> &'a str {
    let start = assembly.find(&format!("\n{name}:")).unwrap_or_else(|| panic!("no function {name}:\n{assembly}"));
    let rest = &assembly[start..];
    &rest[..rest.find(".cfi_endproc").unwrap_or(rest.len())]
}

mod plan {
    //! The commands of the plan, as it writes them.

    use super::*;

    #[test]
    fn llvm_ir_declares_malloc_and_calls_it() {
        let dir = dir(&[("ffi_test.vx", &example("ffi_test.vx"))]);
        vexc_in(dir.path(), &["--emit-llvm", "ffi_test.vx", "-o", "ffi_test.ll"]).expect(0);
        let ir = read(&dir, "ffi_test.ll");
        check(&ir, &["check: call ptr @malloc(i64", "check: declare$(=[a-z ]*) ptr @malloc(i64"]);
        assert_eq!(ir.matches("@malloc(").count(), 2, "a wrapper?");
        assert_eq!(names(&dir), ["ffi_test.ll", "ffi_test.vx"]);
    }

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn assembly_calls_malloc_directly() {
        let dir = dir(&[("ffi_test.vx", &example("ffi_test.vx"))]);
        vexc_in(dir.path(), &["-O3", "ffi_test.vx", "-o", "ffi_test.s", "--emit-asm"]).expect(0);
        check(&read(&dir, "ffi_test.s"), &["check: call$(=[q \t]*)malloc@PLT"]);
    }

    #[test]
    fn memcpy_becomes_vector_moves() {
        let dir = dir(&[("memcpy_test.vx", &example("memcpy_test.vx"))]);
        vexc_in(dir.path(), &["-O3", "memcpy_test.vx", "-o", "memcpy_test.s", "--emit-asm"]).expect(0);
        let x86 = ["-O3", "--target=x86_64-unknown-linux-gnu", "--target-cpu=x86-64-v3"];
        vexc_in(dir.path(), &[&x86[..], &["memcpy_test.vx", "-o", "v3.s", "--emit-asm"]].concat()).expect(0);
        for name in ["memcpy_test.s", "v3.s"] {
            let text = read(&dir, name);
            let copy = function(&text, "vex.copy_data");
            assert!(!copy.contains("call") && !copy.contains("rep"), "{name}: {copy}");
            let avx = name == "v3.s" || cpu_has_avx();
            let moves = copy.lines().filter(|l| l.contains("vmovups") || l.contains("vmovdqu"));
            let wide = moves.filter(|l| l.contains("%ymm") || l.contains("%zmm")).count();
            assert!(!avx || wide >= 32, "{name}: {wide} vector moves\n{copy}");
        }
    }

    fn cpu_has_avx() -> bool {
        fs::read_to_string("/proc/cpuinfo").unwrap_or_default().contains(" avx ")
    }

    #[test]
    fn the_pruned_program_is_vex_source() {
        let dir = dir(&[("platform.vx", &example("platform.vx"))]);
        let done = vexc_in(dir.path(), &["--dump-after=cfg-prune", "platform.vx"]).expect(0);
        check(
            &done.stdout,
            &["not: windows", "check: c\"Linux\"", "not: c\"macOS\"", "check: libc.mmap(", "not: VirtualAlloc"],
        );
        assert_eq!(names(&dir), ["platform.vx"]);
        // It is source again, with the same meaning.
        fs::write(dir.path().join("again.vx"), &done.stdout).unwrap();
        let again = vexc_in(dir.path(), &["--dump-after=cfg-prune", "again.vx"]).expect(0);
        assert_eq!(again.stdout, done.stdout);
        let windows = ["--dump-after=cfg-prune", "--target=x86_64-pc-windows-gnu", "platform.vx"];
        check(&vexc_in(dir.path(), &windows).expect(0).stdout, &["not: mmap", "check: VirtualAlloc"]);
    }
}

mod outputs {
    use super::*;

    #[test]
    fn an_executable_is_named_after_the_program() {
        let dir = dir(&[("hello.vx", HELLO)]);
        vexc_in(dir.path(), &["hello.vx"]).expect(0);
        assert_eq!(names(&dir), ["hello", "hello.vx"]);
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
            assert_eq!(names(&dir), expected, "{flags:?}");
            assert!(read(&dir, name).starts_with(start), "{flags:?}");
        }
    }

    #[test]
    fn several_kinds_at_once() {
        let dir = dir(&[("hello.vx", HELLO)]);
        vexc_in(dir.path(), &["--emit=asm,llvm-ir,obj=other.o,link", "hello.vx"]).expect(0);
        assert_eq!(names(&dir), ["hello", "hello.ll", "hello.s", "hello.vx", "other.o"]);
        assert_eq!(execute(&dir, "hello").expect(0).stdout, "hello\n");
        vexc_in(dir.path(), &["--emit=asm,link", "hello.vx", "-o", "named"]).expect(0);
        assert!(names(&dir).contains(&"named".to_string()) && names(&dir).contains(&"named.s".to_string()));
        let wrong = vexc_in(dir.path(), &["--emit=lvm-ir", "hello.vx"]).expect(2);
        check(&wrong.stderr, &["check: unknown kind of output `lvm-ir`", "sameln: did you mean `llvm-ir`"]);
    }

    #[test]
    fn standard_output_is_a_dash() {
        let dir = dir(&[("hello.vx", HELLO)]);
        let done = vexc_in(dir.path(), &["-S", "hello.vx", "-o", "-"]).expect(0);
        check(&done.stdout, &["check: $()main:"]);
        assert!(vexc_in(dir.path(), &["hello.vx", "-o", "-"]).expect(0).stdout.starts_with("\x7fELF"));
        assert_eq!(names(&dir), ["hello.vx"]);
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
        let user = "extern \"C\" { fn one() -> i32; fn two() -> i32; }\nfn main() -> i32 { return unsafe { one() + two() }; }\n";
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
        assert_eq!(names(&dir), ["bad.vx", "missing.vx", "out"]);
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
        assert_eq!(names(&dir), ["hello.vx"]);
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
}

mod inputs {
    use super::*;

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
        assert!(names(&dir).contains(&"x y.o".to_string()));
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
        assert_eq!(names(&dir), ["mixed"]);
        vexc_in(dir.path(), &["-c", &main, &helper]).expect(0);
        assert_eq!(names(&dir), ["helper.o", "main.o", "mixed"]);
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
            let new: Vec<String> = names(&dir).into_iter().filter(|n| !sources.contains(&n.as_str())).collect();
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
}

mod options {
    use super::*;

    #[test]
    fn optimisation_levels() {
        let dir = dir(&[(
            "sum.vx",
            "fn double(x: i32) -> i32 { return x + x; }\n\nfn main() -> i32 { return double(4); }\n",
        )]);
        let ir = |level: &str| vexc_in(dir.path(), &[level, "--emit-llvm", "sum.vx", "-o", "-"]).expect(0).stdout;
        check(&ir("-O0"), &["check: call $(=.*)double"]);
        for level in ["-O", "-O1", "-O2", "-O3", "-Os", "-Oz"] {
            check(&ir(level), &["check: @main(", "not: double", "check: ret i32 8"]);
        }
        assert_eq!(ir("-O"), ir("-O2"));
        assert_eq!(
            vexc_in(dir.path(), &["-C", "opt-level=3", "--emit-llvm", "sum.vx", "-o", "-"]).expect(0).stdout,
            ir("-O3")
        );
        let done = vexc_in(dir.path(), &["-O9", "sum.vx"]).expect(2);
        check(&done.stderr, &["check: unknown optimisation level `-O9`"]);
    }

    #[test]
    fn overflow_checks() {
        let program = "fn main() -> i32 {\n    let x: u8 = black_box(255);\n    return (x + 1) as i32;\n}\n";
        let dir = dir(&[("o.vx", program)]);
        let status = |args: &[&str]| vexc_in(dir.path(), &[&["run"], args, &["o.vx"]].concat()).status;
        assert_eq!(status(&["-O0"]), Some(101));
        assert_eq!(status(&["-O1"]), Some(0));
        assert_eq!(status(&["-O0", "--overflow-checks=off"]), Some(0));
        assert_eq!(status(&["-O3", "--overflow-checks=on"]), Some(101));
        assert_eq!(status(&["-O3", "-Coverflow-checks=on"]), Some(101));
    }

    #[test]
    fn cfg_and_features() {
        let program = "#[cfg(fast)]\nconst A: i32 = 1;\n#[cfg(not(fast))]\nconst A: i32 = 0;\n\
                       #[cfg(all(level = \"high\", feature = \"net\"))]\nconst B: i32 = 2;\n\
                       #[cfg(not(all(level = \"high\", feature = \"net\")))]\nconst B: i32 = 0;\n\
                       fn main() -> i32 { return A + B; }\n";
        let dir = dir(&[("c.vx", program)]);
        let run = |args: &[&str]| vexc_in(dir.path(), &[&["run", "-A", "unexpected_cfgs"], args, &["c.vx"]].concat());
        run(&[]).expect(0);
        run(&["--cfg", "fast"]).expect(1);
        run(&["--cfg=fast", "--cfg", "level=\"high\"", "--feature=net"]).expect(3);
        run(&["--cfg", "level=high", "--feature", "net"]).expect(2);
        run(&["--cfg", "1x"]).expect(2);
    }

    #[test]
    fn assembly_syntax() {
        let dir = dir(&[("hello.vx", HELLO)]);
        let asm = |args: &[&str]| {
            let base = ["-S", "--target=x86_64-unknown-linux-gnu", "-o", "-", "hello.vx"];
            vexc_in(dir.path(), &[&base[..], args].concat()).expect(0).stdout
        };
        assert!(asm(&[]).contains("%r"));
        assert!(asm(&["--x86-asm-syntax=att"]).contains("%r"));
        let intel = asm(&["--x86-asm-syntax=intel"]);
        assert!(intel.contains(".intel_syntax noprefix") && !intel.contains("%r"));
    }

    #[test]
    fn cpus_and_features() {
        let dir = dir(&[("sum.vx", &fs::read_to_string(root().join("testdata/cross/scalars.vx")).unwrap())]);
        let asm = |args: &[&str]| {
            let base = ["-S", "-O3", "-o", "-", "sum.vx"];
            vexc_in(dir.path(), &[&base[..], args].concat())
        };
        let x86 = "--target=x86_64-unknown-linux-gnu";
        assert!(!asm(&[x86]).expect(0).stdout.contains("vaddsd"));
        assert!(asm(&[x86, "--target-cpu=x86-64-v3"]).expect(0).stdout.contains("vaddsd"));
        assert!(asm(&[x86, "--target-feature=+avx"]).expect(0).stdout.contains("vaddsd"));
        assert!(asm(&[x86, "--target-cpu=x86-64-v3", "--target-feature", "-avx"]).expect(0).stdout.contains("\taddsd"));
        let unknown = asm(&[x86, "--target-cpu=pentium-ten"]).expect(1);
        check(&unknown.stderr, &["check: error[E0905]: unknown target CPU `pentium-ten`"]);
        asm(&["--target=aarch64-unknown-linux-gnu", "--target-cpu=native"]).expect(2);
        let riscv = "--target=riscv64gc-unknown-linux-gnu";
        for (target, feature, said) in [
            (x86, "+avx512q", "unknown target feature `avx512q`; there is one named `avx512dq`"),
            (x86, "avx2", "`avx2` in the target features begins with neither `+` nor `-`"),
            (x86, "-64bit", "the target feature `-64bit` cannot be chosen"),
            (riscv, "-d", "the target feature `-d` cannot be chosen"),
        ] {
            let stderr = asm(&[target, &format!("--target-feature={feature}")]).expect(1).stderr;
            // Nothing of LLVM's own before it.
            assert!(stderr.starts_with(&format!("error[E0905]: {said}")), "{stderr}");
        }
    }

    /// Files are for most machines, not for this one alone.
    #[test]
    #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
    fn written_files_are_for_other_machines_too() {
        let wanted = if cpu_is_v3() { "x86-64-v3" } else { "x86-64" };
        let dir = dir(&[
            ("sum.vx", &fs::read_to_string(root().join("testdata/cross/scalars.vx")).unwrap()),
            ("hello.vx", HELLO),
            ("x.c", "int x;"),
        ]);
        let ir = |args: &[&str]| {
            let base = ["--emit-llvm", "-O3", "sum.vx", "-o", "-"];
            vexc_in(dir.path(), &[&base[..], args].concat()).expect(0).stdout
        };
        let cpu = |name: &str| format!("\"target-cpu\"=\"{name}\"");
        let plain = ir(&[]);
        assert!(
            plain.contains(&cpu(wanted)) && !plain.contains("avx512") && !plain.contains("target-features"),
            "{plain}"
        );
        let host = vexc_with(&["--print=host-triple"]).expect(0).stdout;
        for generic in
            [&[&*format!("--target={}", host.trim())][..], &["--target-cpu=generic"], &["-C", "target-cpu=generic"]]
        {
            assert!(ir(generic).contains(&cpu("x86-64")), "{generic:?}");
        }
        let native = ir(&["--target-cpu=native"]);
        assert!(native.contains("\"target-features\"=\"+"), "{native}");
        // The same code as if it were asked for, byte for byte.
        let object = |args: &[&str]| {
            vexc_in(dir.path(), &[&["-O3", "-c", "sum.vx", "-o", "sum.o"], args].concat()).expect(0);
            fs::read(dir.path().join("sum.o")).unwrap()
        };
        assert_eq!(object(&[]), object(&[&format!("--target-cpu={wanted}")]));
        let cpus = vexc_with(&["--print=target-cpus"]).expect(0).stdout;
        let default = if cpu_is_v3() { "x86-64-v3" } else { "generic" };
        assert!(cpus.contains(&format!("\n{default}  (what written files are for)")) || !cpu_is_v3(), "{cpus}");
        // C sources are for the same CPU: they could not be inlined into ours otherwise.
        let said = |args: &[&str]| {
            let mut command = vexc();
            run(command.current_dir(dir.path()).env("CC", "cc").args(args)).expect(0).stderr
        };
        let march = |said: &str| said.split(' ').find_map(|w| w.strip_prefix("-march=").map(String::from));
        assert_eq!(march(&said(&["-v", "hello.vx", "x.c"])).as_deref(), cpu_is_v3().then_some(wanted));
        assert_eq!(march(&said(&["-v", "--target-cpu=generic", "hello.vx", "x.c"])), None);
        assert_eq!(march(&said(&["-v", "--target-cpu=x86-64-v2", "hello.vx", "x.c"])).as_deref(), Some("x86-64-v2"));
        // What is executed at once is for this machine.
        assert_eq!(march(&said(&["run", "-v", "x.c", "hello.vx"])).as_deref(), Some("native"));
    }

    /// What the psABI asks of an x86-64-v3, as Linux spells it.
    #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
    fn cpu_is_v3() -> bool {
        let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let flags = info.lines().find(|l| l.starts_with("flags")).unwrap_or_default();
        let has = |flag: &&str| flags.split(' ').any(|f| f == *flag);
        let wanted = "cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2 avx avx2 bmi1 bmi2 f16c fma abm movbe xsave";
        wanted.split(' ').collect::<Vec<_>>().iter().all(has)
    }

    #[test]
    fn unknown_targets_are_suggested() {
        let done = vexc_with(&["check", "examples/hello.vx", "--target=x86_64-unknown-linux-gun"]).expect(2);
        check(&done.stderr, &["check: unknown target", "sameln: did you mean `x86_64-unknown-linux-gnu`"]);
        let done = vexc_with(&["run", "--target=aarch64-apple-darwin", "examples/hello.vx"]).expect(2);
        check(&done.stderr, &["check: executes on this machine"]);
    }

    /// Debuggers show variables of the source, and none that a pass has made.
    #[test]
    fn debug_information_of_loops() {
        let program = "fn main() {\n    let all = [1, 2];\n    for number in 0..2 { black_box(number); }\n    \
                       for one in all { black_box(one); }\n}\n";
        let dir = dir(&[("loops.vx", program)]);
        let ir = vexc_in(dir.path(), &["-g", "--emit-llvm", "-o", "-", "loops.vx"]).expect(0).stdout;
        let names: Vec<&str> =
            ir.split("DILocalVariable(name: \"").skip(1).filter_map(|s| s.split('"').next()).collect();
        assert!(["all", "number", "one"].iter().all(|n| names.contains(n)), "{names:?}");
        assert!(!names.iter().any(|n| n.starts_with("__")), "{names:?}");
    }

    #[test]
    fn debug_information() {
        let dir = dir(&[("hello.vx", HELLO)]);
        let ir = |args: &[&str]| {
            vexc_in(dir.path(), &[&["--emit-llvm", "-o", "-", "hello.vx"], args].concat()).expect(0).stdout
        };
        check(&ir(&["-g"]), &["check: DICompileUnit", "check: DIFile(filename: \"hello.vx\""]);
        assert!(!ir(&[]).contains("DICompileUnit"));
    }

    #[test]
    fn libraries_and_linkers() {
        let program = "extern \"C\" { fn zlibVersion() -> *u8; fn puts(text: *u8) -> i32; }\n\
                       fn main() { unsafe { puts(zlibVersion()); } }\n";
        let dir = dir(&[("z.vx", program), ("hello.vx", HELLO)]);
        vexc_in(dir.path(), &["z.vx", "-lz"]).expect(0);
        assert!(!execute(&dir, "z").expect(0).stdout.is_empty());
        assert!(!vexc_in(dir.path(), &["run", "-lz", "z.vx"]).expect(0).stdout.is_empty());
        let missing = vexc_in(dir.path(), &["z.vx", "-lno_such_library"]).expect(1);
        check(&missing.stderr, &["check: error[E0802]", "sameln: no_such_library"]);
        let missing = vexc_in(dir.path(), &["run", "-lno_such_library", "z.vx"]).expect(1);
        check(&missing.stderr, &["check: error[E0802]", "sameln: no_such_library"]);
        // The compiler itself is linked with zlib; the program must not find those symbols.
        for undefined in [&["z.vx"][..], &["run", "z.vx"]] {
            let undefined = vexc_in(dir.path(), undefined).expect(1);
            check(&undefined.stderr, &["check: error[E0801]: undefined symbol `zlibVersion`", "check: z.vx:1:17"]);
        }
        check(&vexc_in(dir.path(), &["hello.vx", "--linker=no-such-cc"]).expect(1).stderr, &["check: error[E0904]"]);
        vexc_in(dir.path(), &["hello.vx", "-l", "strange=z"]).expect(2);
    }

    /// The remainder of floats is a call of libm, though no declaration says so.
    #[test]
    fn operators_that_are_functions_of_libm() {
        let program = "pub fn rest(x: f64, y: f64) -> f64 { return x % y; }\n\
                       fn main() -> i32 { return (rest(7.5, 2.0) * 10.0) as i32; }\n";
        let dir = dir(&[("rest.vx", program)]);
        vexc_in(dir.path(), &["rest.vx"]).expect(0);
        execute(&dir, "rest").expect(15);
        vexc_in(dir.path(), &["run", "rest.vx"]).expect(15);
    }

    #[test]
    fn bitcode_becomes_part_of_the_program() {
        let library = "int twice(int x) { return 2 * x; }\n";
        let program = "#[link(name = \"twice\", kind = \"bitcode\")]\nextern \"C\" {\n    fn twice(x: i32) -> i32;\n}\n\n\
                       fn main() -> i32 {\n    return unsafe { twice(21) };\n}\n";
        let dir = dir(&[("twice.c", library), ("user.vx", program)]);
        let missing = vexc_in(dir.path(), &["user.vx", "-L."]).expect(1);
        check(&missing.stderr, &["check: error[E0802]: the library `twice` is not found", "check: user.vx:1:15"]);
        let mut clang = std::process::Command::new("clang-19");
        run(clang.current_dir(dir.path()).args(["-O1", "-c", "-emit-llvm", "twice.c"])).expect(0);
        let ir = vexc_in(dir.path(), &["-O2", "--emit-llvm", "-o", "-", "-L.", "user.vx"]).expect(0).stdout;
        check(&ir, &["check: @main(", "not: call", "check: ret i32 42"]);
        vexc_in(dir.path(), &["run", "-L.", "user.vx"]).expect(42);
        vexc_in(dir.path(), &["user.vx", "-L."]).expect(0);
        execute(&dir, "user").expect(42);
    }

    #[test]
    fn the_commands_are_shown() {
        let dir = dir(&[("hello.vx", HELLO)]);
        let verbose = vexc_in(dir.path(), &["-v", "hello.vx", "-lm", "-L/opt/x"]).expect(0);
        check(&verbose.stderr, &["check: -o $(=.*)hello", "sameln: -L/opt/x", "sameln: -lm"]);
        let printed = vexc_in(dir.path(), &["--print=link-args", "hello.vx", "-lm"]).expect(0);
        check(&printed.stdout, &["check: -o $(=.*)hello", "sameln: -lm"]);
    }
}

mod messages {
    use super::*;

    const BAD: &str = "fn main() {\n    let unused = 1;\n    undefined();\n    let x: i32 = \"text\";\n}\n";
    const WARNS: &str = "fn main() {\n    let unused = 1;\n}\n";

    #[test]
    fn for_people() {
        let dir = dir(&[("bad.vx", BAD)]);
        let done = vexc_in(dir.path(), &["check", "bad.vx"]).expect(1);
        let lines = [
            "check: error[",
            "nextln: --> bad.vx:3:5",
            "check: --> bad.vx:4:18",
            "check: aborting due to 2 previous errors",
        ];
        check(&done.stderr, &lines);
        assert!(done.stdout.is_empty() && !done.stderr.contains('\x1b'));
        let colored = vexc_in(dir.path(), &["check", "bad.vx", "--color=always"]).expect(1);
        assert!(colored.stderr.contains("\x1b["));
        let usage = vexc_in(dir.path(), &["--color=always", "--no-such-option"]).expect(2);
        assert!(usage.stderr.contains("\x1b["));
    }

    #[test]
    fn for_tools() {
        let dir = dir(&[("bad.vx", BAD)]);
        let done = vexc_in(dir.path(), &["check", "bad.vx", "--message-format=json"]).expect(1);
        let messages: Vec<serde_json::Value> =
            done.stderr.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect();
        let error = messages.iter().find(|m| m["spans"][0]["line_start"] == 4).expect("the mismatch");
        assert_eq!(error["level"], "error");
        assert!(error["code"]["code"].as_str().is_some_and(|c| c.starts_with("E04")));
        let span = &error["spans"][0];
        assert_eq!(span["file_name"], "bad.vx");
        assert_eq!((span["column_start"].as_u64(), span["column_end"].as_u64()), (Some(18), Some(24)));
        let (start, end) = (span["byte_start"].as_u64().unwrap(), span["byte_end"].as_u64().unwrap());
        assert_eq!(&BAD[start as usize..end as usize], "\"text\"");
        assert_eq!(span["is_primary"], true);
        assert_eq!(span["text"][0]["text"], "    let x: i32 = \"text\";");
        assert!(error["rendered"].as_str().is_some_and(|r| r.starts_with("error[")));
        assert_eq!(messages.last().unwrap()["message"], "aborting due to 2 previous errors");
    }

    #[test]
    fn suggestions_for_tools() {
        let dir = dir(&[("warns.vx", WARNS)]);
        let done = vexc_in(dir.path(), &["check", "warns.vx", "--message-format", "json"]).expect(0);
        let message: serde_json::Value = serde_json::from_str(done.stderr.lines().next().unwrap()).unwrap();
        assert_eq!(message["level"], "warning");
        let help = message["children"].as_array().unwrap().iter().find(|c| c["level"] == "help").unwrap();
        assert_eq!(help["spans"][0]["suggested_replacement"], "_unused");
    }

    #[test]
    fn lint_levels() {
        let dir = dir(&[("warns.vx", WARNS)]);
        let check_with = |args: &[&str]| vexc_in(dir.path(), &[&["check", "warns.vx"], args].concat());
        check(&check_with(&[]).expect(0).stderr, &["check: warning", "check: 1 warning emitted"]);
        assert_eq!(check_with(&["-A", "unused_variables"]).expect(0).stderr, "");
        assert_eq!(check_with(&["-Aunused-variables"]).expect(0).stderr, "");
        assert_eq!(check_with(&["-A", "warnings"]).expect(0).stderr, "");
        check(&check_with(&["-D", "warnings"]).expect(1).stderr, &["check: error", "check: `-D warnings`"]);
        check(&check_with(&["-Werror"]).expect(1).stderr, &["check: error"]);
        check_with(&["--deny=unused_variables"]).expect(1);
        check_with(&["-D", "unused_variables", "-W", "unused_variables"]).expect(0);
        check_with(&["-Werror", "-A", "unused_variables"]).expect(0);
        assert_eq!(check_with(&["-Aunused"]).expect(0).stderr, "");
        let unknown = check_with(&["-A", "unused_variable"]).expect(0);
        check(&unknown.stderr, &["check: warning[E0907]: unknown lint", "sameln: did you mean `unused_variables`"]);
        // What is an error now is one for outputs as well.
        vexc_in(dir.path(), &["warns.vx", "-Werror"]).expect(1);
        assert_eq!(names(&dir), ["warns.vx"]);
    }

    #[test]
    fn what_other_tools_have_is_answered() {
        let dir = dir(&[("p.vx", "fn main() {}\n"), ("build", "fn main() {}\n")]);
        for (words, said) in [
            (&["-flto", "p.vx"][..], "kind = \"bitcode\""),
            (&["run", "-std=c99", "p.vx"], "the C compiler's default standard"),
            (&["-DDEBUG=1", "p.vx"], "`--cfg DEBUG=1`"),
            (&["fmt", "p.vx"], "there is no formatter yet"),
            (&["init"], "there is nothing to set up"),
        ] {
            let done = vexc_in(dir.path(), words).expect(2);
            assert!(done.stderr.contains(said), "{words:?}: {}", done.stderr);
        }
        // A file of that name is a program.
        vexc_in(dir.path(), &["build", "-o", "out"]).expect(0);
    }

    /// Lines end as Windows ends them: nothing of that is shown, in messages of one line and of several.
    #[test]
    fn carriage_returns_are_not_shown() {
        let text = "fn main() {\r\n    let x: i32 = \"a\";\r\n    let y: i32 = f(\r\n        1);\r\n    pritln(\"x\");\r\n}\r\n";
        let dir = dir(&[("crlf.vx", text), ("lf.vx", &text.replace('\r', ""))]);
        let said = |file: &str| {
            let done = vexc_in(dir.path(), &["check", "--color=never", file]).expect(1).stderr;
            let lines: Vec<String> = done.replace(file, "FILE").lines().map(|l| l.trim_end().to_string()).collect();
            lines.join("\n")
        };
        assert_eq!(said("crlf.vx"), said("lf.vx"));
    }

    #[test]
    fn warnings_come_before_the_output_of_the_program() {
        let dir = dir(&[("warns.vx", &WARNS.replace("= 1;", "= 1;\n    eprintln(\"from the program\");"))]);
        let done = vexc_in(dir.path(), &["run", "warns.vx"]).expect(0);
        check(&done.stderr, &["check: warning", "check: 1 warning emitted", "check: from the program"]);
    }
}

mod passes {
    use super::*;

    const PROGRAM: &str = "#[cfg(unix)]\nfn f(x: i32) -> i32 { return x + 1; }\n\nfn main() -> i32 {\n    \
                           let mut sum = 0;\n    for i in 0..3 {\n        sum = sum + f(i);\n    }\n    return sum;\n}\n";

    fn pass_names() -> Vec<String> {
        vexc_with(&["--print=passes"]).expect(0).stdout.lines().map(String::from).collect()
    }

    #[test]
    fn they_are_listed() {
        let names = pass_names();
        let position = |name: &str| names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no {name}"));
        let order = ["attr-desugar", "cfg-prune", "extern-resolve", "intrinsic-rewrite", "inline-tag", "llvm-emit"];
        assert!(order.map(position).is_sorted());
        let table = vexc_with(&["passes"]).expect(0).stdout;
        assert!(names.iter().all(|name| table.contains(name.as_str())));
        check(&table, &["check: cfg-prune", "sameln: Desugared -> Pruned", "sameln: program", "sameln: CfgGate"]);
        check(
            &vexc_with(&["passes", "cfg-prune"]).expect(0).stdout,
            &["check: cfg-prune: ", "check: removes: $(=.*)CfgGate"],
        );
        check(&vexc_with(&["passes", "cfg-prone"]).expect(2).stderr, &["check: did you mean `cfg-prune`"]);
    }

    #[test]
    fn unknown_passes_are_suggested() {
        for flag in ["--dump-after", "--dump-before", "--stop-after", "--start-after"] {
            let done = vexc_with(&[flag, "cfg-prone", "examples/hello.vx"]).expect(2);
            check(&done.stderr, &["check: there is no pass `cfg-prone`", "sameln: did you mean `cfg-prune`"]);
        }
        check(&vexc_with(&["opt", "--passes=prune", "examples/hello.vx"]).expect(2).stderr, &["check: `cfg-prune`"]);
    }

    #[test]
    fn dumps_of_every_pass() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        for name in pass_names() {
            let done = vexc_in(dir.path(), &["--dump-after", &name, "p.vx"]).expect(0);
            assert!(done.stdout.len() > 50, "{name}: {}", done.stdout);
            let before = vexc_in(dir.path(), &["--dump-before", &name, "p.vx"]).expect(0);
            assert!(before.stdout.len() > 50, "{name}: {}", before.stdout);
        }
        let all = vexc_in(dir.path(), &["--dump-after=all", "p.vx"]).expect(0).stdout;
        let heads: Vec<String> = pass_names().iter().map(|n| format!("check: after {n}")).collect();
        check(&all, &heads.iter().map(String::as_str).collect::<Vec<_>>());
        check(
            &vexc_in(dir.path(), &["--dump-after=cfg-prune,type-check", "p.vx"]).expect(0).stdout,
            &[
                "not: after attr-desugar",
                "check: // after cfg-prune",
                "check: // after type-check",
                "not: after const-eval",
            ],
        );
        assert_eq!(names(&dir), ["p.vx"], "a dump alone writes nothing");
        vexc_in(dir.path(), &["--dump-after=cfg-prune", "p.vx", "-o", "out"]).expect(0);
        execute(&dir, "out").expect(6);
    }

    #[test]
    fn llvm_emit_is_dumped_as_it_leaves_the_program() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let alone = vexc_in(dir.path(), &["-O2", "--dump-after=llvm-emit", "p.vx"]).expect(0).stdout;
        for output in ["--emit=llvm-ir=out", "--emit=obj=out", "--emit=link=out"] {
            let done = vexc_in(dir.path(), &["-O2", "--dump-after=llvm-emit", output, "p.vx"]).expect(0);
            // The header has what differs: code for others has no CPU of its own.
            let body = |text: &str| text.lines().filter(|line| line.starts_with("  ")).count();
            assert_eq!(body(&done.stdout), body(&alone), "{output}:\n{}", done.stdout);
        }
        let run = vexc_in(dir.path(), &["run", "--dump-after=llvm-emit", "p.vx"]).expect(6).stdout;
        check(&run, &["check: define dso_local i32 @main("]);
    }

    #[test]
    fn dumps_that_cannot_come() {
        for args in [
            &["--start-after=type-check", "--dump-after=cfg-prune"][..],
            &["--start-after=type-check", "--dump-before=type-check"],
            &["--stop-after=cfg-prune", "--dump-after=type-check"],
        ] {
            let done = vexc_with(&[args, &["examples/hello.vx"]].concat()).expect(2);
            check(&done.stderr, &["check: prints nothing: with", "sameln: does not run"]);
        }
        let flow = vexc_with(&["--dump-after=flow-build", "examples/hello.vx"]).expect(0).stdout;
        let checked = vexc_stdin(&["opt", "--start-after=flow-build", "--passes=check-insert", "-"], &flow).expect(0);
        check(&checked.stdout, &["check: fn @\"vex.main\""]);
    }

    #[test]
    fn dumps_in_files() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let done = vexc_in(dir.path(), &["--dump-after=all", "--dump-dir=d/e", "p.vx"]).expect(0);
        assert_eq!(done.stdout, "");
        let files: BTreeSet<String> = fs::read_dir(dir.path().join("d/e"))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(files.len(), pass_names().len());
        assert!(files.contains("02-after-cfg-prune.vx"), "{files:?}");
        assert!(
            files.iter().any(|f| f.ends_with("-abi-lower.flow")) && files.iter().any(|f| f.ends_with("-llvm-emit.ll"))
        );
    }

    #[test]
    fn only_what_changed() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let done = vexc_in(dir.path(), &["--dump-changed", "p.vx"]).expect(0).stdout;
        check(&done, &["check: after cfg-prune", "check: after loop-lower"]);
        assert!(!done.contains("after unsafe-check"));
    }

    #[test]
    fn compilation_goes_on_from_any_dump() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let names = pass_names();
        for name in &names[..names.len() - 1] {
            let args = ["--dump-after", name, "--dump-modules=all", "--dump-spans", "p.vx"];
            let dump = vexc_in(dir.path(), &args).expect(0).stdout;
            let again = ["run", "--start-after", name, "dump.vx"];
            fs::write(dir.path().join("dump.vx"), &dump).unwrap();
            let done = vexc_in(dir.path(), &again);
            assert_eq!(done.status, Some(6), "{name}: {}\n{dump}", done.stderr);
        }
        vexc_in(dir.path(), &["--start-after=llvm-emit", "p.vx"]).expect(2);
        vexc_in(dir.path(), &["--start-after=type-check", "--stop-after=cfg-prune", "p.vx"]).expect(2);
    }

    #[test]
    fn stopping_early_writes_nothing() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        vexc_in(dir.path(), &["--stop-after=type-check", "p.vx", "-o", "out"]).expect(0);
        vexc_in(dir.path(), &["--stop-after=llvm-emit", "p.vx", "-c"]).expect(0);
        assert_eq!(names(&dir), ["p.vx"]);
    }

    #[test]
    fn single_passes_on_text() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let pruned = vexc_in(dir.path(), &["opt", "--passes=cfg-prune", "p.vx"]).expect(0).stdout;
        assert!(pruned.contains("fn f(") && !pruned.contains("cfg"), "{pruned}");
        let windows = ["opt", "--passes=cfg-prune", "--target=x86_64-pc-windows-gnu", "p.vx"];
        assert!(!vexc_in(dir.path(), &windows).expect(0).stdout.contains("fn f("));
        vexc_in(dir.path(), &["opt", "--passes=flow-build", "p.vx", "-o", "p.flow"]).expect(0);
        let checked = vexc_in(dir.path(), &["opt", "--passes=check-insert", "p.flow"]).expect(0).stdout;
        check(&checked, &["check: checked add"]);
        let folded = vexc_in(dir.path(), &["opt", "--passes=check-insert,flow-simplify", "p.flow"]).expect(0).stdout;
        assert_ne!(checked, folded);
        vexc_in(dir.path(), &["opt", "--passes=type-check,cfg-prune", "p.vx"]).expect(2);
        vexc_in(dir.path(), &["opt", "--passes=cfg-prune", "p.flow"]).expect(2);
        vexc_in(dir.path(), &["opt", "p.vx"]).expect(2);
        vexc_in(dir.path(), &["run", "p.flow"]).expect(2);
    }

    #[test]
    fn damaged_flow() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let flow = vexc_in(dir.path(), &["--dump-after=check-insert", "p.vx"]).expect(0).stdout;
        let broken = flow.replacen(": i32;", ": i64;", 1);
        assert_ne!(flow, broken);
        fs::write(dir.path().join("broken.flow"), broken).unwrap();
        for args in [&["opt", "--passes=flow-simplify"][..], &["-c", "--start-after=check-insert"]] {
            let done = vexc_in(dir.path(), &[args, &["broken.flow"]].concat()).expect(1);
            check(&done.stderr, &["check: error[E0641]: this is no Flow as `$(=.*)` leaves it", "check: broken.flow:"]);
        }
    }

    #[test]
    fn times() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        let table = vexc_in(dir.path(), &["-c", "--time-passes", "p.vx"]).expect(0).stderr;
        check(&table, &["check: load", "check: cfg-prune", "check: llvm-object", "check: total", "check: peak memory"]);
        let json = vexc_in(dir.path(), &["check", "--time-passes=json", "p.vx"]).expect(0).stderr;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let rows = json["passes"].as_array().unwrap();
        let row = rows.iter().find(|r| r["pass"] == "type-check").unwrap();
        assert!(
            row["time_ns"].as_u64().is_some()
                && row["nodes"].as_u64() > Some(10)
                && row["ns_per_node"].as_f64().is_some()
                && row["bytes"].as_u64() > Some(100)
        );
        // Each pass and the reading of the program are counted for themselves.
        assert!(rows.iter().all(|r| r["bytes"].as_u64().is_some()), "{json}");
        assert!(rows.iter().any(|r| r["bytes"] != row["bytes"]), "{json}");
    }

    #[test]
    fn verifying_and_bisecting() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        vexc_in(dir.path(), &["run", "--verify-each", "p.vx"]).expect(6);
        let flow = |limit: &str| {
            let args = ["--bisect-limit", limit, "--dump-after=flow-simplify", "p.vx"];
            vexc_in(dir.path(), &args).expect(0).stdout
        };
        assert_eq!(flow("1000"), vexc_in(dir.path(), &["--dump-after=flow-simplify", "p.vx"]).expect(0).stdout);
        assert_ne!(flow("0"), flow("1000"));
        vexc_in(dir.path(), &["run", "--bisect-limit=0", "p.vx"]).expect(6);
        vexc_in(dir.path(), &["run", "--bisect-limit=2", "p.vx"]).expect(6);
    }

    #[test]
    fn trees_and_flow_are_outputs() {
        let dir = dir(&[("p.vx", PROGRAM)]);
        vexc_in(dir.path(), &["--emit=tree,flow", "p.vx"]).expect(0);
        vexc_in(dir.path(), &["run", "--start-after=loop-lower", "p.tree.vx"]).expect(6);
        vexc_in(dir.path(), &["run", "--start-after=abi-lower", "p.flow"]).expect(6);
    }
}

mod information {
    use super::*;

    #[test]
    fn help_fits_a_screen() {
        let help = vexc_with(&["-h"]).expect(0).stdout;
        assert!(help.lines().count() <= 40, "{} lines", help.lines().count());
        for line in help.lines() {
            assert!(line.chars().count() <= 80, "too wide: {line}");
        }
        let long = vexc_with(&["--help"]).expect(0).stdout;
        let flags = ["--dump-after", "--dump-before", "--dump-dir", "--dump-changed", "--stop-after", "--start-after"];
        let more = ["--time-passes", "--verify-each", "--bisect-limit", "--std", "--overflow-checks", "Exit status"];
        for flag in flags.iter().chain(&more) {
            assert!(long.contains(flag), "{flag}");
        }
        for command in ["run", "check", "passes", "opt", "explain"] {
            let help = vexc_with(&[command, "--help"]).expect(0).stdout;
            assert_eq!(vexc_with(&["help", command]).expect(0).stdout, help);
        }
        assert_eq!(vexc_with(&["help"]).expect(0).stdout, long);
        assert!(vexc_with(&[]).expect(2).stderr.contains("Usage: vexc"));
    }

    #[test]
    fn versions() {
        assert!(vexc_with(&["-V"]).expect(0).stdout.starts_with("vexc "));
        assert_eq!(vexc_with(&["--version"]).stdout, vexc_with(&["-V"]).stdout);
        check(&vexc_with(&["-vV"]).expect(0).stdout, &["check: host: ", "check: LLVM version: 19"]);
    }

    #[test]
    fn unknown_options_are_suggested() {
        let done = vexc_with(&["--emit-llmv", "examples/hello.vx"]).expect(2);
        check(&done.stderr, &["check: --emit-llmv", "check: --emit-llvm"]);
        check(&vexc_with(&["rnu", "examples/hello.vx"]).expect(2).stderr, &["check: did you mean `run`"]);
        vexc_with(&["-C", "opt-lvl=3", "examples/hello.vx"]).expect(2);
        vexc_with(&["examples/hello.vx", "examples/qsort.vx"]).expect(2);
        vexc_with(&["-O2"]).expect(2);
        vexc_with(&["--shared", "--static-lib", "examples/hello.vx"]).expect(2);
    }

    #[test]
    fn targets_and_cfg() {
        let targets = vexc_with(&["--print=targets"]).expect(0).stdout;
        assert!(targets.lines().any(|l| l == "x86_64-unknown-linux-gnu") && targets.lines().count() > 10);
        let cfg = vexc_with(&["--print=cfg", "--target=x86_64-pc-windows-gnu", "-O"]).expect(0).stdout;
        assert!(cfg.lines().any(|l| l == "target_os=\"windows\"") && !cfg.contains("debug_assertions"));
        let cfg = vexc_with(&["--print", "cfg", "--target=aarch64-apple-darwin", "--cfg", "k=\"v\""]).expect(0).stdout;
        let lines: Vec<&str> = cfg.lines().collect();
        for line in ["debug_assertions", "k=\"v\"", "target_os=\"macos\"", "unix"] {
            assert!(lines.contains(&line), "{line}: {cfg}");
        }
        let cpus = vexc_with(&["--print=target-cpus", "--target=aarch64-unknown-linux-gnu"]).expect(0).stdout;
        assert!(cpus.lines().any(|l| l == "cortex-a72") && !cpus.contains("haswell"));
        assert!(vexc_with(&["--print=host-triple"]).expect(0).stdout.contains('-'));
    }

    #[test]
    fn explanations() {
        let page = fs::read_to_string(root().join("docs/errors/E0901.md")).unwrap();
        assert_eq!(vexc_with(&["explain", "E0901"]).expect(0).stdout, page);
        assert_eq!(vexc_with(&["explain", "901"]).expect(0).stdout, page);
        assert!(vexc_with(&["explain"]).expect(0).stdout.lines().any(|l| l.starts_with("E0901: ")));
        check(&vexc_with(&["explain", "E9999"]).expect(2).stderr, &["check: there is no error code `E9999`"]);
    }
}

mod process {
    use super::*;

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

    #[test]
    #[cfg(target_os = "linux")]
    fn answers_that_cannot_be_given() {
        for question in ["--help", "-h", "-V", "explain", "passes", "--print=targets", "-c examples/hello.vx -o -"] {
            let full = fs::File::create("/dev/full").unwrap();
            let done = run(vexc().args(question.split(' ')).stdout(full)).expect(1);
            assert!(done.stderr.contains("error[E0902]: cannot write `<stdout>`: no space left"), "{question}");
        }
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

    /// What users of other compilers type first.
    #[test]
    fn options_of_other_compilers() {
        let dir = dir(&[("hello.vx", HELLO)]);
        for (option, here) in [
            ("-march=native", "--target-cpu=native"),
            ("-fPIC", "--relocation-model=pic"),
            ("-static", "--link-arg=-static"),
            ("--explain", "vexc explain"),
            ("-gdwarf-3", "-gdwarf-4"),
            ("-target", "--target="),
            ("--opt-level=3", "-O3"),
            ("-fuse-ld=lld", "--link-arg=-fuse-ld=lld"),
        ] {
            let said = vexc_in(dir.path(), &[option, "hello.vx"]).expect(2).stderr;
            assert!(said.contains(option) && said.contains(here) && !said.contains("to pass"), "{said}");
        }
        assert_eq!(vexc_in(dir.path(), &["check", "-Wall", "-Wextra", "hello.vx"]).expect(0).stderr, "");
        check(&vexc_in(dir.path(), &["check", "-DDEBUG", "hello.vx"]).expect(0).stderr, &["check: `--cfg`"]);
        check(&vexc_in(dir.path(), &["-O", "3", "hello.vx"]).expect(2).stderr, &["check: `-O3`"]);
        check(&vexc_in(dir.path(), &["-Ofast", "hello.vx"]).expect(2).stderr, &["check: `-O3`"]);
        assert_eq!(names(&dir), ["hello.vx"]);
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

    /// Who is interrupted while the C compiler works ends it, leaves nothing, and ends by the signal.
    #[test]
    #[cfg(unix)]
    fn interrupted_while_a_tool_works() {
        use std::os::unix::{fs::PermissionsExt, process::ExitStatusExt};
        let dir =
            dir(&[("hello.vx", HELLO), ("x.c", "int x;\n"), ("slow", "#!/bin/sh\ntouch started\nexec sleep 100\n")]);
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
        assert_eq!(names(&dir), ["hello.vx", "slow", "started", "x.c"]);
    }

    /// An internal error says so, and where.
    #[test]
    fn internal_errors_have_their_own_status() {
        let dir = dir(&[("broken.vx", "fn main() { x }")]);
        let done = vexc_in(dir.path(), &["--treat-err-as-bug", "broken.vx"]).expect(70);
        check(&done.stderr, &["check: error[E0210]", "check: internal error: ", "check: please report it"]);
        assert_eq!(names(&dir), ["broken.vx"]);
        let done = vexc_in(dir.path(), &["--treat-err-as-bug", "--message-format=json", "broken.vx"]).expect(70);
        assert!(done.stderr.lines().all(|line| line.starts_with('{') && line.ends_with('}')), "{}", done.stderr);
        check(&done.stderr, &["check: \"level\":\"error: internal compiler error\"", "check: please report it"]);
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
