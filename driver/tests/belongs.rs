//! What is linked belongs to the target: its architecture, its format and its C library, wherever it comes from.
//!
//! None of this needs another machine's files: Clang makes objects for all of them, and a library of another C library's is one
//! that says so.

mod common;

use common::{Done, path, run, vexc};
use std::path::Path;
use std::process::Command;

const MUSL: &str = "--target=x86_64-unknown-linux-musl";
/// Whatever the machine at hand is called, this is what its objects are.
const GNU: &str = "--target=x86_64-unknown-linux-gnu";
const HELPER: &str = "int helper(void) { return 4; }\n";
const PROGRAM: &str = "extern \"C\" { fn helper() -> i32; }\nfn main() -> i32 {\n    return unsafe { helper() };\n}\n";

struct Dir(tempfile::TempDir);

impl Dir {
    fn new() -> Dir {
        let dir = Dir(tempfile::tempdir().unwrap());
        dir.write("main.vx", PROGRAM);
        dir.write("helper.c", HELPER);
        dir.write("alone.vx", "fn main() -> i32 { return 3; }\n");
        dir
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.0.path().join(name), text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        path(self.0.path(), name)
    }

    fn clang(&self, args: &[&str]) {
        run(Command::new("clang-19").current_dir(self.0.path()).args(args)).expect(0);
    }

    fn archive(&self, file: &str, members: &[&str]) {
        run(Command::new("ar").current_dir(self.0.path()).args(["rcs", file]).args(members)).expect(0);
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = vexc();
        command.current_dir(self.0.path()).args(args);
        command
    }

    fn vexc(&self, args: &[&str]) -> Done {
        run(&mut self.command(args))
    }

    /// A `PATH` of these programs alone.
    fn tools(&self, names: &[&str]) -> String {
        let dir = self.0.path().join("tools");
        let _ = std::fs::create_dir(&dir);
        let all = std::env::var_os("PATH").unwrap_or_default();
        for name in names {
            let found = std::env::split_paths(&all).map(|dir| dir.join(name)).find(|path| path.is_file());
            std::os::unix::fs::symlink(found.unwrap_or_else(|| panic!("{name} is installed")), dir.join(name)).unwrap();
        }
        dir.to_string_lossy().into_owned()
    }

    /// A shared library that needs the C library of this name.
    fn needs(&self, libc: &str, file: &str) {
        self.write("libc.c", "int helper_of_libc(void) { return 4; }");
        let name = format!("-Wl,-soname,{libc}");
        self.clang(&["-shared", "-nostdlib", "-fuse-ld=lld", &name, "libc.c", "-o", "libc_of_another.so"]);
        self.write("user.c", "int helper_of_libc(void); int helper(void) { return helper_of_libc(); }");
        self.clang(&["-shared", "-nostdlib", "-fuse-ld=lld", "-fPIC", "user.c", "./libc_of_another.so", "-o", file]);
    }
}

#[track_caller]
fn has(done: &Done, all: &[&str]) {
    for text in all {
        assert!(done.stderr.contains(text), "`{text}` is not in:\n{}", done.stderr);
    }
}

fn exists(dir: &Dir, name: &str) -> bool {
    Path::new(&dir.path(name)).exists()
}

/// Objects of every target, given to the linkers of two of them, to the archiver and to `run`.
#[test]
fn objects_for_other_machines() {
    let dir = Dir::new();
    let targets = run(vexc().arg("--print=targets")).stdout;
    dir.write("helper.vx", "#[no_mangle] pub extern \"C\" fn helper() -> i32 { return 4; }\n");
    for target in targets.lines() {
        dir.vexc(&["-c", "--target", target, "helper.vx", "-o", "helper.o"]).expect(0);
        let fits = target.starts_with("x86_64-unknown-linux") || target == "x86_64-unknown-none";
        for command in [&[GNU, "-o", "out"][..], &[GNU, "--crate-type=staticlib", "-o", "out.a"], &["run"]] {
            let done = dir.vexc(&[command, &["helper.o", "main.vx"]].concat());
            if fits {
                done.expect(if command == ["run"] { 4 } else { 0 });
                continue;
            }
            let done = done.expect(1);
            let arch = if target.starts_with("riscv") { "riscv64" } else { target.split('-').next().unwrap_or("") };
            has(&done, &["error[E0809]: `helper.o` is not for `x86_64-", &format!("object for {arch}")]);
            assert!(!done.stderr.contains("E0804"), "{}", done.stderr);
        }
    }
    // For another machine, those of this one are the foreign ones, whether or not there is a linker for it.
    dir.clang(&["--target=x86_64-linux-gnu", "-c", "helper.c", "-o", "helper.o"]);
    for target in
        ["aarch64-unknown-linux-gnu", "x86_64-apple-darwin", "x86_64-pc-windows-gnu", "x86_64-unknown-freebsd"]
    {
        let done = dir.vexc(&["--target", target, "helper.o", "main.vx", "-o", "out"]);
        if target.contains("freebsd") {
            // Its objects are marked, but others may be linked with them.
            assert!(!done.stderr.contains("E0809"), "{}", done.stderr);
        } else {
            has(
                &done.expect(1),
                &[&format!("error[E0809]: `helper.o` is not for `{target}`"), "an ELF object for x86_64"],
            );
        }
    }
}

/// Of the same architecture, and yet of another machine.
#[test]
fn conventions_are_part_of_the_machine() {
    let dir = Dir::new();
    let arm = "--target=aarch64-unknown-linux-gnu";
    let riscv = "--target=riscv64gc-unknown-linux-gnu";
    for (compiler, target, what) in [
        (&["--target=x86_64-linux-gnux32"][..], GNU, "x86_64 with 32-bit pointers (x32)"),
        (&["--target=i686-linux-gnu"], GNU, "32-bit x86"),
        (&["--target=aarch64_be-linux-gnu"], arm, "an ELF object for big-endian aarch64"),
        (&["--target=arm-linux-gnueabihf"], arm, "32-bit arm"),
        (&["--target=riscv64-linux-gnu", "-mabi=lp64"], riscv, "riscv64 (floats in integer registers: LP64)"),
        (
            &["--target=riscv64-linux-gnu", "-march=rv64imaf", "-mabi=lp64f"],
            riscv,
            "riscv64 (doubles in integer registers: LP64F)",
        ),
        (&["--target=riscv32-linux-gnu"], riscv, "riscv32"),
    ] {
        dir.clang(&[compiler, &["-c", "helper.c", "-o", "helper.o"]].concat());
        let done = dir.vexc(&[target, "helper.o", "main.vx", "-o", "out"]).expect(1);
        has(&done, &["error[E0809]: `helper.o` is not for `", what]);
    }
    dir.clang(&["--target=riscv64-linux-gnu", "-c", "helper.c", "-o", "helper.o"]);
    let done = dir.vexc(&[riscv, "helper.o", "main.vx", "-o", "out"]);
    assert!(!done.stderr.contains("E0809"), "{}", done.stderr);
}

#[test]
fn archives_and_libraries_for_other_machines() {
    let dir = Dir::new();
    let arm = "--target=aarch64-linux-gnu";
    dir.clang(&[arm, "-c", "helper.c", "-o", "arm.o"]);
    dir.archive("libarm.a", &["arm.o"]);
    dir.clang(&[arm, "-nostdlib", "-fuse-ld=lld", "-shared", "-fPIC", "helper.c", "-o", "libshared.so"]);
    let link = |name: &str, kind: &str| format!("#[link(name = \"{name}\"{kind})]\n{PROGRAM}");
    dir.write("shared.vx", link("shared", ""));
    dir.write("static.vx", link("arm", ", kind = \"static\""));
    for linker in ["--linker=clang-19", "--linker=gcc", "--link-arg=-fuse-ld=lld"] {
        let all: &[(&[&str], &str)] = &[
            (&["libarm.a", "main.vx"], "error[E0809]: `libarm.a` is not for"),
            (&["libshared.so", "main.vx"], "error[E0809]: `libshared.so` is not for"),
            (&["-L.", "shared.vx"], "libshared.so` is"),
            (&["-L.", "static.vx"], "libarm.a` is"),
            (&["-L.", "-lshared", "main.vx"], "libshared.so` is"),
        ];
        for (args, message) in all {
            let done = dir.vexc(&[&["-o", "out", linker], *args].concat()).expect(1);
            has(&done, &[message, "for aarch64, and ELF for x86_64 is needed"]);
            assert!(!exists(&dir, "out"));
        }
    }
    for args in
        [&["run", "libshared.so", "main.vx"][..], &["run", "-L.", "shared.vx"], &["run", "-L.", "-lshared", "main.vx"]]
    {
        let done = dir.vexc(args).expect(1);
        has(&done, &["error[E0809]: `", "libshared.so` is not for", "shared library for aarch64"]);
    }
    has(&dir.vexc(&["run", "-L.", "shared.vx"]), &["shared.vx:1:15", "asked for here"]);
    // A linker takes what it needs: an archive for two machines is good for both.
    dir.clang(&["-c", "helper.c", "-o", "own.o"]);
    dir.archive("libboth.a", &["own.o", "arm.o"]);
    let done = dir.vexc(&["libboth.a", "main.vx", "-o", "out"]);
    assert!(!done.stderr.contains("E0809: `libboth.a`"), "{}", done.stderr);
}

/// What is no object at all; a linker knows best what to do with text.
#[test]
fn files_that_are_nothing() {
    let dir = Dir::new();
    dir.write("text.o", "no object");
    dir.write("noise.o", [0u8, 159, 3, 200].repeat(50));
    dir.clang(&["-c", "helper.c", "-o", "own.o"]);
    let whole = std::fs::read(dir.path("own.o")).unwrap();
    dir.write("cut.o", &whole[..whole.len() / 2]);
    for linker in ["--linker=gcc", "--link-arg=-fuse-ld=lld"] {
        for (file, what) in
            [("text.o", "it is text"), ("noise.o", "its format is not known"), ("cut.o", "it is damaged")]
        {
            let done = dir.vexc(&["-o", "out", linker, file, "main.vx"]).expect(1);
            has(&done, &[&format!("error[E0809]: `{file}` is nothing that can be linked"), what]);
        }
    }
    dir.write("script.o", format!("INPUT({})\n", dir.path("own.o")));
    for linker in ["--linker=gcc", "--link-arg=-fuse-ld=lld"] {
        dir.vexc(&["-o", "out", linker, "script.o", "main.vx"]).expect(0);
    }
}

/// Without a compiler of musl's, Clang finds the files of the machine at hand.
#[test]
fn another_c_library_is_not_linked() {
    let dir = Dir::new();
    let tools = dir.tools(&["clang-19", "ld.lld-19"]);
    for extra in [&[][..], &["--link-arg=-static"], &["--crate-type=cdylib"]] {
        let mut command = dir.command(&[MUSL, "alone.vx", "-o", "out"]);
        let done = run(command.args(extra).env("PATH", &tools)).expect(1);
        has(
            &done,
            &[
                "error[E0810]: this links glibc, and the C library of `x86_64-unknown-linux-musl` is musl",
                "`--target=x86_64-unknown-linux-gnu` compiles for glibc",
                "install x86_64-linux-musl-gcc",
            ],
        );
        assert!(!exists(&dir, "out"));
    }
    for args in
        [&[MUSL, "--linker=gcc"][..], &["--target=x86_64-unknown-none", "--linker=gcc", "-C", "relocation-model=pic"]]
    {
        let done = dir.vexc(&[args, &["alone.vx", "-o", "out"]].concat()).expect(1);
        has(&done, &["error[E0810]: this links glibc, and ", "`--linker=gcc` links"]);
        assert!(!exists(&dir, "out"));
    }
    // What stops before linking is not concerned, nor what links nothing of the system's.
    dir.vexc(&[MUSL, "-c", "alone.vx", "-o", "out.o"]).expect(0);
}

/// A library that was made for another C library, asked for in each way.
#[test]
fn libraries_for_another_c_library() {
    let dir = Dir::new();
    dir.write("linked.vx", format!("#[link(name = \"user\")]\n{PROGRAM}"));
    for (libc, whose, target) in [
        ("libc.musl-x86_64.so.1", "musl", "--target=x86_64-unknown-linux-musl"),
        ("libc.so.7", "FreeBSD's C library", "--target=x86_64-unknown-freebsd"),
    ] {
        dir.needs(libc, "libuser.so");
        let because = format!("it is for {whose}: it needs `{libc}`, and the target's C library is glibc");
        for args in [&["libuser.so", "main.vx"][..], &["-L.", "linked.vx"], &["-L.", "-luser", "main.vx"]] {
            for command in [&["-o", "out"][..], &["-o", "out", "--linker=gcc"], &["run"]] {
                let done = dir.vexc(&[command, args].concat()).expect(1);
                has(&done, &["error[E0810]: `", "libuser.so` is not for the C library of `x86_64-", &because, target]);
                assert_eq!(done.stderr.contains("linked.vx:1:15"), args.contains(&"linked.vx"), "{}", done.stderr);
                assert!(!exists(&dir, "out"));
            }
        }
    }
    // The same library, for the target's own, is linked.
    dir.needs("libvex_part.so.6", "libuser.so");
    std::fs::copy(dir.path("libc_of_another.so"), dir.path("libvex_part.so.6")).unwrap();
    let mut command = dir.command(&["run", "-L.", "linked.vx"]);
    run(command.env("LD_LIBRARY_PATH", dir.0.path())).expect(4);
}

/// What a linker made is checked, whichever linker it was and whatever it reported.
#[test]
fn what_the_linker_made_belongs_to_the_target() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Dir::new();
    dir.clang(&["--target=aarch64-linux-gnu", "-nostdlib", "-fuse-ld=lld", "-shared", "helper.c", "-o", "arm.so"]);
    dir.write("linker", "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\ncp arm.so \"$2\"\n");
    std::fs::set_permissions(dir.path("linker"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let done = dir.vexc(&["--linker=./linker", "alone.vx", "-o", "out"]).expect(1);
    has(&done, &["error[E0811]: what the linker made is not for `x86_64-", "an ELF shared library for aarch64"]);
    assert!(!exists(&dir, "out"));
    // A linker may be told to make something that is no program, and one may not know what `--trace` is.
    dir.write("linker", "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\necho :0300300002337A1E > \"$2\"\n");
    dir.vexc(&["--linker=./linker", "alone.vx", "-o", "out"]).expect(0);
    dir.write(
        "linker",
        "#!/bin/sh\ncase \"$*\" in *--trace*) echo unknown: --trace >&2; exit 1;; esac\nexec gcc \"$@\"\n",
    );
    dir.vexc(&["--linker=./linker", "alone.vx", "-o", "out"]).expect(0);
    run(&mut Command::new(dir.path("out"))).expect(3);
}

/// The C compiler of C sources, too: its code, and its headers.
#[test]
fn c_sources_are_compiled_for_the_target() {
    let dir = Dir::new();
    dir.write("system.c", format!("#include <stdio.h>\n{HELPER}"));
    let tools = dir.tools(&["clang-19", "ld.lld-19"]);
    for extra in [&["-c"][..], &["-o", "out"], &["--crate-type=staticlib", "-o", "out"]] {
        let done = run(dir.command(&[MUSL, "system.c", "main.vx"]).args(extra).env("PATH", &tools)).expect(1);
        has(
            &done,
            &[
                "error[E0812]: `system.c` was compiled for glibc, and the C library of `x86_64-unknown-linux-musl` is musl",
                "features.h`: types, constants",
            ],
        );
    }
    // What includes nothing of a system's is for any.
    run(dir.command(&[MUSL, "-c", "helper.c", "main.vx"]).env("PATH", &tools)).expect(0);
    // And the other way round.
    std::fs::create_dir(dir.path("in clude")).unwrap();
    dir.write("in clude/features.h", "#ifndef _FEATURES_H\n#define _FEATURES_H\n#define __REDIR(x,y) x\n#endif\n");
    dir.write("cc", "#!/bin/sh\nexec clang-19 -nostdinc -I'in clude' \"$@\"\n");
    run(Command::new("chmod").args(["+x", &dir.path("cc")])).expect(0);
    dir.write("system.c", format!("#include <features.h>\n{HELPER}"));
    let done = run(dir.command(&["run", "system.c", "main.vx"]).env("CC", "./cc")).expect(1);
    has(&done, &["error[E0812]: `system.c` was compiled for musl", "`./cc` includes, which `CC` names"]);
    run(dir.command(&["run", "system.c", "main.vx"]).env("CC", "clang-19")).expect(4);
    let cc = "clang-19 --target=aarch64-linux-gnu";
    let done = run(dir.command(&["run", "--target-cpu=generic", "helper.c", "main.vx"]).env("CC", cc)).expect(1);
    has(&done, &["error[E0809]: the object that was made of `helper.c` is not for `x86_64-", "ELF object for aarch64"]);
}

/// With musl's wrapper of the system's compiler, what comes out is musl's alone, and runs.
#[test]
fn programs_for_musl() {
    let Ok(done) = Command::new("musl-gcc").arg("--version").output() else { return };
    assert!(done.status.success());
    let dir = Dir::new();
    dir.write("system.c", format!("#include <stdio.h>\n#ifdef __GLIBC__\n#error glibc\n#endif\n{HELPER}"));
    // Under this name alone, as where musl was not installed by a distribution.
    let tools = dir.tools(&["musl-gcc", "x86_64-linux-gnu-gcc", "ld", "as", "clang-19", "ld.lld-19"]);
    for extra in [&[][..], &["-O2"], &["--link-arg=-static"]] {
        let _ = std::fs::remove_file(dir.path("out"));
        let mut command = dir.command(&[MUSL, "system.c", "main.vx", "-o", "out"]);
        run(command.args(extra).env("PATH", &tools)).expect(0);
        run(&mut Command::new(dir.path("out"))).expect(4);
    }
    for extra in [&[][..], &["--link-arg=-static"]] {
        let done = run(dir.command(&[GNU, "--linker=musl-gcc", "alone.vx", "-o", "none"]).args(extra)).expect(1);
        has(&done, &["error[E0810]: this links musl, and the C library of `x86_64-unknown-linux-gnu` is glibc"]);
    }
    // A library that musl's compiler made is not for a program with glibc, whatever its name.
    run(Command::new("musl-gcc").current_dir(dir.0.path()).args(["-shared", "-fPIC", "system.c", "-o", "libuser.so"]))
        .expect(0);
    for command in [&["-o", "none"][..], &["run"]] {
        let done = dir.vexc(&[command, &["libuser.so", "main.vx"]].concat()).expect(1);
        has(&done, &["error[E0810]: `libuser.so` is not for the C library", "it is for musl: it needs `libc.so`"]);
    }
    let mut command = dir.command(&[MUSL, "libuser.so", "main.vx", "-o", "out", "--link-arg=-Wl,-rpath,."]);
    run(&mut command).expect(0);
    run(Command::new(dir.path("out")).current_dir(dir.0.path())).expect(4);
}
