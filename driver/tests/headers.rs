//! The headers that `#[link(header = "…")]` names are there, whatever `vexc` is asked to do.

mod common;

use common::{Done, path, run, vexc};

struct Dir(tempfile::TempDir);

impl Dir {
    fn new() -> Dir {
        Dir(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn vexc(&self, args: &[&str], cc: Option<&str>) -> Done {
        let mut command = vexc();
        command.current_dir(self.0.path()).args(args).env_remove("CC");
        run(command.envs(cc.map(|cc| ("CC", cc))))
    }

    /// For a program with this header: `check`, `run` and objects.
    fn each(&self, header: &str, check: impl Fn(Done)) {
        let program = format!(
            "#[link(name = \"c\", header = \"{header}\")]\nextern \"C\" {{\n    fn abs(x: i32) -> i32;\n}}\n\n\
             fn main() -> i32 {{\n    return unsafe {{ abs(-4) }} - 4;\n}}\n"
        );
        self.write("program.vx", &program);
        for args in [&["check", "-Iinc"][..], &["run", "-Iinc"], &["-c", "-Iinc", "-o", "out.o"]] {
            let _ = std::fs::remove_file(self.0.path().join("out.o"));
            let done = self.vexc(&[args, &["program.vx"]].concat(), None);
            assert_eq!(
                std::path::Path::new(&path(self.0.path(), "out.o")).exists(),
                args[0] == "-c" && done.status == Some(0)
            );
            check(done);
        }
    }
}

#[track_caller]
fn has(done: &Done, all: &[&str]) {
    for text in all {
        assert!(done.stderr.contains(text), "`{text}` is not in:\n{}", done.stderr);
    }
}

#[test]
fn headers_that_are_there() {
    let dir = Dir::new();
    dir.write("beside.h", "");
    dir.write("sub/beside.h", "#error not read");
    dir.write("inc/included.h", "");
    for header in ["stdlib.h", "sys/types.h", "beside.h", "sub/beside.h", "included.h"] {
        dir.each(header, |done| _ = done.expect(0));
    }
}

#[test]
fn headers_that_are_not_there() {
    let dir = Dir::new();
    dir.write("inc/Mixed.h", "");
    dir.write("sub.h/file", "");
    for header in ["no_such_header.h", "vex/no.h", "sub.h", "..", "/", " ", "", "a\\nb", "stdlib.h> \\n#error <", "\\0"]
    {
        dir.each(header, |done| {
            has(&done.expect(1), &["error[E0329]: the header `", "program.vx:1:29", "`-I DIR` adds"])
        });
    }
    for (written, meant) in [
        ("stdlib", "stdlib.h"),
        ("<stdlib.h>", "stdlib.h"),
        ("#include <stdlib.h>", "stdlib.h"),
        ("STDLIB.H", "stdlib.h"),
        ("sys\\\\types.h", "sys/types.h"),
        ("<Mixed>", "Mixed.h"),
    ] {
        dir.each(written, |done| {
            has(&done.expect(1), &["error[E0329]", "there is one of this name", &format!("\"{meant}\"")])
        });
    }
}

/// Each where it is named; those that are pruned, and those of files that do not compile otherwise, too.
#[test]
fn every_header_is_looked_for() {
    let dir = Dir::new();
    let block = |header: &str, function: &str| {
        format!("#[link(name = \"c\", header = \"{header}\")]\nextern \"C\" {{ pub fn {function}() -> i32; }}\n")
    };
    dir.write("lib/util.vx", &(block("near.h", "rand") + &block("none_1.h", "getpid")));
    dir.write("lib/near.h", "");
    let main = format!(
        "import {{ rand }} from \"./lib/util\";\n#[cfg(windows)]\n{}{}fn main() -> i32 {{\n    {}    return unsafe {{ rand() }};\n}}\n",
        block("pruned.h", "a"),
        block("none_2.h", "getppid"),
        "#[link(name = \"m\", header = \"none_3.h\")]\n    extern \"C\" { fn getuid() -> u32; }\n",
    );
    dir.write("main.vx", &main);
    let done = dir.vexc(&["check", "main.vx"], None).expect(1);
    has(&done, &["lib/util.vx:3:29", "main.vx:5:29", "main.vx:8:", "`none_1.h`", "`none_2.h`", "`none_3.h`"]);
    assert_eq!(done.stderr.matches("E0329]").count(), 3, "{}", done.stderr);
    dir.write("main.vx", &main.replace("return unsafe { rand() }", "return true"));
    let done = dir.vexc(&["check", "main.vx"], None).expect(1);
    has(&done, &["`none_2.h`", "error[E0401]"]);
}

/// The C compiler is the one of C sources, for the target.
#[test]
fn the_c_compiler_is_asked() {
    let dir = Dir::new();
    dir.each("stdlib.h", |done| _ = done.expect(0));
    has(&dir.vexc(&["check", "program.vx"], Some("clang-19 -nostdinc")).expect(1), &["`clang-19`, does not find it"]);
    has(&dir.vexc(&["check", "program.vx"], Some("no-such-compiler")).expect(1), &["E0904"]);
    has(
        &dir.vexc(&["check", "program.vx"], Some("false")).expect(1),
        &["error[E0903]: the C compiler does not look for headers"],
    );
    let mut command = vexc();
    command.current_dir(dir.0.path()).args(["check", "--target=wasm32-unknown-unknown", "program.vx"]).env_remove("CC");
    has(&run(&mut command).expect(1), &["error[E0329]: the header `stdlib.h` is not found"]);
    // Without one, it cannot be found out.
    std::fs::create_dir(dir.0.path().join("empty")).unwrap();
    let mut command = vexc();
    command.current_dir(dir.0.path()).args(["check", "program.vx"]).env_remove("CC");
    run(command.env("PATH", dir.0.path().join("empty"))).expect(0);
}
