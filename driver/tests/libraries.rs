//! What is said where a symbol or a library is missing: which installed library has it, under which name.

mod common;

use common::{Done, path, run, vexc, vexc_with};
use std::path::Path;
use std::process::Command;

/// A directory with libraries of C functions.
struct Dir(tempfile::TempDir);

impl Dir {
    fn new() -> Dir {
        Dir(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        path(self.0.path(), name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.0.path().join(name), text).unwrap();
        self.path(name)
    }

    fn clang(&self, args: &[&str]) {
        run(Command::new("clang-19").current_dir(self.0.path()).args(args)).expect(0);
    }

    /// A shared library in a file of this name.
    fn shared(&self, file: &str, code: &str) {
        self.write("shared.c", code);
        self.clang(&["-shared", "-fPIC", "shared.c", "-o", file]);
    }

    /// An archive in a file of this name.
    fn archive(&self, file: &str, code: &str) {
        self.write("archive.c", code);
        self.clang(&["-c", "archive.c", "-o", "archive.o"]);
        run(Command::new("ar").current_dir(self.0.path()).args(["rcs", file, "archive.o"])).expect(0);
    }

    /// In each way that a program becomes one: in memory, and with either linker.
    fn in_every_way(&self, program: &str, check: impl Fn(&str, Done)) {
        let file = self.write("program.vx", program);
        let dir = format!("-L{}", self.0.path().display());
        check("run", run(vexc().args(["run", &dir, &file])));
        let out = self.path("out");
        for linker in [None, Some("--linker=gcc")] {
            let mut command = vexc();
            command.args(linker).args([&dir, &file, "-o", &out]).env("LD_LIBRARY_PATH", self.0.path());
            let mut done = run(&mut command);
            if done.status == Some(0) {
                done = run(Command::new(&out).env("LD_LIBRARY_PATH", self.0.path()));
            }
            check(linker.unwrap_or("link"), done);
        }
    }
}

fn program(link: &str, functions: &[&str]) -> String {
    let declarations: String = functions.iter().map(|f| format!("    fn {f}() -> i32;\n")).collect();
    let calls = functions.iter().map(|f| format!("{f}()")).collect::<Vec<_>>().join(" + ");
    format!("{link}extern \"C\" {{\n{declarations}}}\n\nfn main() -> i32 {{\n    return unsafe {{ {calls} }};\n}}\n")
}

#[track_caller]
fn has(done: &Done, all: &[&str]) {
    for text in all {
        assert!(done.stderr.contains(text), "`{text}` is not in:\n{}", done.stderr);
    }
}

#[track_caller]
fn has_not(done: &Done, none: &[&str]) {
    for text in none {
        assert!(!done.stderr.contains(text), "`{text}` is in:\n{}", done.stderr);
    }
}

/// Shared and static; both functions of a block, with one fix; and the program that follows the advice.
#[test]
fn a_symbol_without_library_is_offered_the_one_that_defines_it() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; } int vex_b(void) { return 4; }");
    dir.archive("libvex_two.a", "int vex_c(void) { return 5; }");
    dir.in_every_way(&program("", &["vex_a", "vex_b"]), |_, done| {
        let done = done.expect(1);
        has(&done, &["undefined symbol `vex_a`", "undefined symbol `vex_b`", "1 + #[link(name = \"vex_one\")]"]);
        assert_eq!(done.stderr.matches("1 + #[link").count(), 1, "{}", done.stderr);
        has(&done, &["the installed library `vex_one` defines it, too"]);
    });
    dir.in_every_way(&program("", &["vex_c"]), |_, done| has(&done.expect(1), &["1 + #[link(name = \"vex_two\")]"]));
    dir.in_every_way(&program("#[link(name = \"vex_one\")]\n", &["vex_a", "vex_b"]), |_, done| _ = done.expect(7));
    dir.in_every_way(&program("#[link(name = \"vex_two\")]\n", &["vex_c"]), |_, done| _ = done.expect(5));
}

/// The fix stands where the block begins, on its own line, whatever is around it.
#[test]
fn the_attribute_goes_before_the_block() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; }");
    let text = "/// Documented.\n#[cfg(unix)]\nextern \"C\" {\n    #[link_name = \"vex_a\"]\n    fn other() -> i32;\n}\n\
        fn main() -> i32 {\n    extern \"C\" {\n        fn vex_a() -> i32;\n    }\n    return unsafe { other() + vex_a() };\n}\n";
    let file = dir.write("program.vx", text);
    let search = format!("-L{}", dir.0.path().display());
    let done = vexc_with(&["run", &search, "--message-format=json", &file]).expect(1);
    let message: serde_json::Value = serde_json::from_str(done.stderr.lines().next().unwrap()).unwrap();
    let spans = message["children"].as_array().unwrap().iter().flat_map(|c| c["spans"].as_array().unwrap().clone());
    let fix = spans.into_iter().find(|s| s["suggested_replacement"].is_string()).expect("there is a fix");
    let (at, new) = (fix["byte_start"].as_u64().unwrap() as usize, fix["suggested_replacement"].as_str().unwrap());
    let mended = format!("{}{new}{}", &text[..at], &text[at..]);
    assert!(mended.contains("#[cfg(unix)]\n#[link(name = \"vex_one\")]\nextern"), "{mended}");
    let file = dir.write("mended.vx", &mended);
    vexc_with(&["run", &search, &file]).expect(6);
}

/// Names must be the same, and defined, for the same machine, for others to see.
#[test]
fn only_what_is_really_defined_counts() {
    let dir = Dir::new();
    dir.shared("libvex_longer.so", "int vex_a_longer(void) { return 1; }");
    dir.shared("libvex_user.so", "int vex_a(void); int vex_u(void) { return vex_a(); }");
    dir.shared("libvex_static.so", "static int vex_a(void) { return 1; } int vex_s(void) { return vex_a(); }");
    dir.shared("libvex_hidden.so", "__attribute__((visibility(\"hidden\"))) int vex_a(void) { return 1; }");
    dir.write("other.c", "int vex_a(void) { return 1; }");
    let cross =
        ["--target=aarch64-linux-gnu", "-nostdlib", "-fuse-ld=lld", "-shared", "other.c", "-o", "libvex_arm.so"];
    dir.clang(&cross);
    dir.write("libvex_text.so", "vex_a");
    dir.write("libvex_empty.a", "");
    dir.in_every_way(&program("", &["vex_a"]), |_, done| {
        let done = done.expect(1);
        has(&done, &["undefined symbol `vex_a`", "declared here, but defined nowhere"]);
        has_not(&done, &["#[link(name = \"vex", "the installed library"]);
    });
}

/// The linker's own directories count, and so does the order: what defines more comes first.
#[test]
fn several_are_named_in_order() {
    let dir = Dir::new();
    for name in ["b", "aa", "c", "dd", "ee"] {
        dir.shared(&format!("libvex_{name}.so"), "int vex_a(void) { return 3; }");
    }
    dir.in_every_way(&program("", &["vex_a"]), |_, done| {
        has(&done.expect(1), &["1 + #[link(name = \"vex_b\")]", "it is also defined by `vex_c`, `vex_aa` and 2 more"]);
    });
    dir.shared("libvex_most.so", "int vex_a(void) { return 3; } int vex_z(void) { return 3; }");
    dir.in_every_way(&program("", &["vex_a", "vex_z"]), |_, done| {
        has(
            &done.expect(1),
            &["1 + #[link(name = \"vex_most\")]", "it is also defined by `vex_b`, `vex_c` and 3 more"],
        );
    });
    dir.in_every_way(&program("", &["sqlite3_libversion"]), |_, done| {
        has(&done.expect(1), &["1 + #[link(name = \"sqlite3\")]"]);
    });
}

/// Of a library that only the loader can find, as of one that is behind a linker's script.
#[test]
fn files_that_are_not_libraries_themselves() {
    let dir = Dir::new();
    dir.shared("libvex_new.so.2", "int vex_v(void) { return 3; }");
    dir.shared("libvex_real.so.1", "int vex_s(void) { return 4; }");
    dir.write(
        "libvex_script.so",
        &format!("/* GNU ld script */\nINPUT({}/libvex_real.so.1)\n", dir.0.path().display()),
    );
    dir.in_every_way(&program("", &["vex_v"]), |how, done| match how {
        "run" => has(&done.expect(1), &["1 + #[link(name = \"vex_new\")]"]),
        _ => {
            let done = done.expect(1);
            has(&done, &["libvex_new.so.2` defines it, but a linker finds `vex_new` only by a file without a version"]);
            has_not(&done, &["+ #[link"]);
        }
    });
    dir.in_every_way(&program("", &["vex_s"]), |_, done| has(&done.expect(1), &["1 + #[link(name = \"vex_script\")]"]));
    dir.in_every_way(&program("#[link(name = \"vex_new\")]\n", &["vex_v"]), |how, done| match how {
        "run" => _ = done.expect(3),
        _ => has(&done.expect(1), &["libvex_new.so.2` is there, but a linker looks for a file without a version"]),
    });
}

/// A symbol that C uses has no declaration to put the attribute on.
#[test]
fn what_c_sources_need_is_named_too() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; }");
    let helper = dir.write("helper.c", "int vex_a(void); int vex_h(void) { return vex_a(); }");
    let file = dir.write("program.vx", &program("", &["vex_h"]));
    let search = format!("-L{}", dir.0.path().display());
    let done = vexc_with(&[&search, &helper, &file, "-o", &dir.path("out")]).expect(1);
    has(&done, &["undefined symbol `vex_a`", "the installed library `vex_one` defines it: link it with `-l vex_one`"]);
    vexc_with(&["run", &search, "-lvex_one", &helper, &file]).expect(3);
}

#[test]
fn every_library_that_was_searched_is_named() {
    let dir = Dir::new();
    dir.archive("libvex_two.a", "int vex_c(void) { return 5; }");
    dir.archive("libvex_three.a", "int vex_d(void) { return 5; }");
    let file = dir.write("program.vx", &program("#[link(name = \"vex_two\")]\n", &["vex_c", "vex_nowhere"]));
    let (search, archive) = (format!("-L{}", dir.0.path().display()), dir.path("libvex_three.a"));
    let out = dir.path("out");
    let done = vexc_with(&[&search, &archive, "-lz", "-Wl,-ldl", "--link-arg=-lrt", &file, "-o", &out]).expect(1);
    has(&done, &[&format!("linked libraries: `{archive}`, `vex_two`, `c`, `z`, `rt`, `dl`, `m`")]);
    let done = vexc_with(&["run", &search, "-lz", &file]).expect(1);
    has(&done, &["linked libraries: `vex_two`, `c`, `z`, `m`"]);
}

/// Whatever of a file's name was written with it.
#[test]
fn names_of_files_are_answered_with_the_name_of_the_library() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; }");
    std::fs::copy(dir.path("libvex_one.so"), dir.path("libvex_one.so.1")).unwrap();
    let whole = dir.path("libvex_one.so");
    for written in [
        "libvex_one.so",
        "libvex_one",
        "vex_one.so",
        "-lvex_one",
        "libvex_one.so.1",
        "libvex_one.a",
        "vex_one.dll",
        &whole,
    ] {
        dir.in_every_way(&program(&format!("#[link(name = \"{written}\")]\n"), &["vex_a"]), |how, done| {
            let done = done.expect(1);
            has(&done, &[&format!("the library `{written}` is not found"), "1 + #[link(name = \"vex_one\")]"]);
            assert!(done.stderr.contains("program.vx:1:15"), "{how}: {}", done.stderr);
        });
    }
    // A library that is really called so is found.
    std::fs::copy(dir.path("libvex_one.so"), dir.path("liblibvex_one.so")).unwrap();
    dir.in_every_way(&program("#[link(name = \"libvex_one\")]\n", &["vex_a"]), |_, done| _ = done.expect(3));
    // So is a file that is named as GNU's linkers want it.
    dir.in_every_way(&program("#[link(name = \":libvex_one.so.1\")]\n", &["vex_a"]), |_, done| _ = done.expect(3));
    let file = dir.write("program.vx", &program("", &["vex_a"]));
    let search = format!("-L{}", dir.0.path().display());
    for command in [&["run"][..], &["-o", &dir.path("out")]] {
        let done = run(vexc().args(command).args([&search, "-lvex_one.so", &file])).expect(1);
        has(&done, &["the library `vex_one.so` is not found", ": `-l vex_one`"]);
    }
}

/// A name that is nearly right, or not at all, is answered by what its block declares.
#[test]
fn a_missing_library_is_known_by_its_functions() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; }");
    dir.shared("libfrobnicate.so", "int vex_f(void) { return 3; }");
    dir.in_every_way(&program("#[link(name = \"one\")]\n", &["vex_a"]), |_, done| {
        let why = "the installed library `vex_one` defines `vex_a`, which is declared here";
        has(&done.expect(1), &[why, "1 | #[link(name = \"vex_one\")]"]);
    });
    dir.in_every_way(&program("#[link(name = \"frobnicat\")]\n", &["vex_nowhere"]), |_, done| {
        has(&done.expect(1), &["a library with a similar name is installed", "1 | #[link(name = \"frobnicate\")]"]);
    });
    let link = "#[link(name = \"vex_one\", kind = \"static\")]\n";
    dir.in_every_way(&program(link, &["vex_a"]), |_, done| {
        has(&done.expect(1), &["libvex_one.so` is there, but `kind = \"static\"` wants an archive, `libvex_one.a`"]);
    });
}

#[test]
fn bitcode_is_named_without_its_ending() {
    let dir = Dir::new();
    dir.write("code.c", "int vex_a(void) { return 3; }");
    dir.clang(&["-O1", "-c", "-emit-llvm", "code.c", "-o", "libvex_code.bc"]);
    for written in ["vex_code.bc", "libvex_code.bc"] {
        let link = format!("#[link(name = \"{written}\", kind = \"bitcode\")]\n");
        dir.in_every_way(&program(&link, &["vex_a"]), |_, done| {
            has(&done.expect(1), &["1 + #[link(name = \"vex_code\", kind = \"bitcode\")]"]);
        });
    }
}

/// Damaged libraries in the directories that are searched say nothing, and do nothing.
#[test]
fn damaged_libraries_are_passed_over() {
    let dir = Dir::new();
    dir.shared("libvex_one.so", "int vex_a(void) { return 3; }");
    let whole = std::fs::read(dir.path("libvex_one.so")).unwrap();
    let mut random = common::Random(1);
    for number in 0..40 {
        let mut bytes = whole.clone();
        for _ in 0..20 {
            let at = random.below(bytes.len());
            bytes[at] = random.next() as u8;
        }
        bytes.truncate(random.below(bytes.len()) + 1);
        std::fs::write(dir.path(&format!("libvex_bad{number}.so")), bytes).unwrap();
    }
    std::fs::write(dir.path("libvex_not.a"), [b"!<arch>\n".as_slice(), &[b'9'; 200]].concat()).unwrap();
    let fifo = dir.path("libvex_fifo.so");
    run(Command::new("mkfifo").arg(&fifo)).expect(0);
    let file = dir.write("program.vx", &program("", &["vex_nowhere"]));
    let done = vexc_with(&["run", &format!("-L{}", dir.0.path().display()), &file]).expect(1);
    has(&done, &["undefined symbol `vex_nowhere`"]);
    assert!(Path::new(&fifo).exists());
}

/// However many symbols are missing, a hundred of them are explained, the others counted; and LLVM's linker says of its own
/// accord only twenty.
#[test]
fn many_missing_symbols_are_counted() {
    let dir = Dir::new();
    let names: Vec<String> = (0..130).map(|i| format!("vex_missing_{i}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let file = dir.write("program.vx", &program("", &names));
    let link = |words: &[&str]| run(vexc().args(words).args([&file, "-o", &dir.path("out")])).expect(1);
    for words in
        [&["--linker=gcc"][..], &["--linker=clang-19", "--link-arg=-fuse-ld=lld", "--link-arg=-Wl,--error-limit=0"]]
    {
        let done = link(words);
        assert_eq!(done.stderr.matches("declared here, but defined nowhere").count(), 100, "{}", done.stderr);
        has(&done, &["error[E0801]: 30 more symbols are undefined", "`--verbose` shows all"]);
    }
    let done = link(&["--linker=clang-19", "--link-arg=-fuse-ld=lld"]);
    assert_eq!(done.stderr.matches("declared here, but defined nowhere").count(), 20, "{}", done.stderr);
    has(&done, &["the linker stopped here and may have more to say"]);
    has_not(&done, &["more symbols are undefined"]);
}
