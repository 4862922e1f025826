//! What a program says of C's symbols is held against what it is linked with: objects, archives, shared libraries, bitcode; by
//! LLVM's linker and by GNU's; and in memory.

mod common;

use common::{Done, run, vexc};
use std::path::Path;
use std::process::Command;

/// C's side.
const C: &str = r#"
__thread int tls_var = 3;
int plain_var = 4;
int function(void) { return 5; }
static int impl(void) { return 6; }
static int (*resolve(void))(void) { return impl; }
int chosen(void) __attribute__((ifunc("resolve")));
char four[4] = "abc";
__attribute__((weak)) int weak_var = 9;
static char text[8] = "hidden";
char *get(void) { return text; }
"#;

/// What is right: the sum is 3 + 4 + 5 + 6 + 97 + 9 + 1.
const RIGHT: &str = r#"
extern "C" {
    #[thread_local] static mut tls_var: i32;
    static plain_var: i32;
    fn function() -> i32;
    fn chosen() -> i32;
    static four: [u8; 2];
    static weak_var: i32;
    #[link_name = "get"] fn text() -> *mut u8;
}
fn main() -> i32 {
    unsafe {
        let more = weak_var + (*text() == 'h' as u8) as i32;
        return tls_var + plain_var + function() + chosen() + four[0] as i32 + more;
    }
}
"#;

/// Declarations that are wrong, one use of each, and what is said of each.
const WRONG: &[(&str, &str, &str)] = &[
    ("static mut tls_var: i32;", "tls_var", "error[E0820]: `tls_var` is thread-local"),
    ("#[thread_local] static plain_var: i32;", "plain_var", "error[E0820]: `plain_var` is not thread-local"),
    ("static function: i32;", "function", "error[E0819]: `function` is a function"),
    ("static chosen: u8;", "chosen as i32", "error[E0819]: `chosen` is a function"),
    ("#[thread_local] static get: u8;", "get as i32", "error[E0819]: `get` is a function"),
    ("fn plain_var() -> i32;", "plain_var()", "error[E0819]: `plain_var` is a variable"),
    ("fn tls_var() -> i32;", "tls_var()", "error[E0819]: `tls_var` is a thread-local variable"),
    ("#[link_name = \"weak_var\"] fn other() -> i32;", "other()", "error[E0819]: `weak_var` is a variable"),
    ("static four: [u8; 5];", "four[0] as i32", "error[E0821]: `four` has 4 bytes, and is declared with 5 bytes"),
    ("static mut errno: i32;", "errno", "error[E0820]: `errno` is thread-local"),
    ("static gnu_get_libc_version: u8;", "gnu_get_libc_version as i32", "error[E0819]: `gnu_get_libc_version` is a"),
];

fn must(command: &mut Command) {
    let done = run(command);
    assert_eq!(done.status, Some(0), "{command:?}: {}", done.stderr);
}

fn vexc_in(dir: &Path) -> Command {
    let mut command = vexc();
    command.current_dir(dir);
    command
}

/// A program with one of the wrong declarations.
fn wrong((declaration, used, _): &(&str, &str, &str)) -> String {
    format!("extern \"C\" {{ {declaration} }}\nfn main() -> i32 {{ return unsafe {{ {used} }}; }}\n")
}

fn set_up(dir: &Path) {
    std::fs::write(dir.join("k.c"), C).unwrap();
    std::fs::write(dir.join("right.vx"), RIGHT).unwrap();
    let in_dir = |tool: &str, args: &str| must(Command::new(tool).args(args.split(' ')).current_dir(dir));
    in_dir("clang-19", "-fPIC -c k.c -o k.o");
    in_dir("ar", "rcsD libka.a k.o");
    in_dir("clang-19", "-shared k.o -o libks.so");
    in_dir("clang-19", "-O1 -fPIC -emit-llvm -c k.c -o libkb.bc");
}

/// The ways in which C's side comes.
const WAYS: &[&str] = &[
    "k.o",
    "-L. -l static=ka",
    "-L. -l ks",
    "-L. -l bitcode=kb",
    "k.o --linker=cc",
    "-L. -l static=ka --linker=cc",
    "-L. -l ks --linker=cc",
];

#[test]
fn what_is_right_works() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    for way in WAYS {
        let exe = dir.path().join("program");
        must(vexc_in(dir.path()).args(way.split(' ')).args(["-O2", "right.vx", "-o", "program"]));
        let status = |done: Done| assert_eq!(done.status, Some(125), "{way}: {}", done.stderr);
        status(run(Command::new(&exe).env("LD_LIBRARY_PATH", dir.path())));
        status(run(vexc_in(dir.path()).arg("run").args(way.split(' ')).arg("right.vx")));
    }
}

#[test]
fn what_is_wrong_is_said() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    for case in WRONG {
        std::fs::write(dir.path().join("wrong.vx"), wrong(case)).unwrap();
        let libc = case.0.contains("errno") || case.0.contains("gnu");
        let check = |how: &str, done: Done| {
            let said = done.stderr;
            assert!(said.starts_with(case.2), "{how}: {}\n{said}", case.0);
            assert_eq!(said.matches("error[").count(), 1, "{how}: {said}");
        };
        // What the C library has is found in whatever way the rest comes.
        for way in WAYS.iter().filter(|way| !libc || **way == "k.o" || **way == "k.o --linker=cc") {
            let exe = dir.path().join("out");
            let done = run(vexc_in(dir.path()).args(way.split(' ')).args(["wrong.vx", "-o", "out"]));
            assert_eq!((done.status, exe.exists()), (Some(1), false), "{way}: {}", done.stderr);
            check(way, done);
            let _ = std::fs::remove_file(exe);
        }
        for way in ["-L. -l ks", "k.o"] {
            let done = run(vexc_in(dir.path()).arg("run").args(way.split(' ')).arg("wrong.vx"));
            assert_eq!(done.status, Some(1), "run {way}: {}", done.stderr);
            check(way, done);
        }
    }
}

#[test]
fn statics_of_ours_are_used_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let c = "extern __thread int plain; extern int local; int use(void) { return plain + local; }";
    std::fs::write(dir.path().join("k.c"), c).unwrap();
    let declared =
        "#[no_mangle] pub static mut plain: i32 = 1; #[thread_local] #[no_mangle] pub static mut local: i32 = 2;";
    let program = format!(
        "{declared} extern \"C\" {{ #[link_name = \"use\"] fn uses() -> i32; }} fn main() -> i32 {{ return unsafe {{ plain + local + uses() }}; }}"
    );
    std::fs::write(dir.path().join("p.vx"), program).unwrap();
    for linker in [&[][..], &["--linker=cc"]] {
        let done = run(vexc_in(dir.path()).args(linker).args(["k.c", "p.vx", "-o", "p"]));
        assert_eq!(done.status, Some(1));
        assert!(done.stderr.contains("error[E0820]: `plain` is used as thread-local"), "{}", done.stderr);
        assert!(done.stderr.contains("error[E0820]: `local` is defined with `#[thread_local]`"), "{}", done.stderr);
    }
}

/// A shared library in Vex with thread-local statics, used by C, and at every relocation model.
#[test]
fn thread_local_statics_in_a_shared_library() {
    let dir = tempfile::tempdir().unwrap();
    let c = r#"
#include <pthread.h>
extern __thread long shared;
int bump(void);
static void *work(void *p) { shared += 1; *(int *)p = bump() * 100 + (int)shared; return p; }
int main(void) {
    int there = 0;
    pthread_t t;
    shared = 50;
    bump();
    pthread_create(&t, 0, work, &there);
    pthread_join(t, 0);
    return there == 806 && bump() == 9 && shared == 50 ? 7 : 1;
}
"#;
    let program = "#[thread_local] #[no_mangle] pub static mut shared: i64 = 5;\n\
                   #[thread_local] static mut OWN: i32 = 7;\n\
                   #[no_mangle] pub extern \"C\" fn bump() -> i32 { unsafe { OWN += 1; return OWN; } }\n";
    std::fs::write(dir.path().join("m.c"), c).unwrap();
    std::fs::write(dir.path().join("p.vx"), program).unwrap();
    for level in ["-O0", "-O3"] {
        must(vexc_in(dir.path()).args([level, "--shared", "p.vx", "-o", "libp.so"]));
        must(Command::new("clang-19").args(["m.c", "-L.", "-lp", "-o", "m"]).current_dir(dir.path()));
        let done = run(Command::new(dir.path().join("m")).env("LD_LIBRARY_PATH", dir.path()));
        assert_eq!(done.status, Some(7), "{level}, shared");
        for model in ["static", "pic"] {
            must(vexc_in(dir.path()).args([level, &format!("--relocation-model={model}"), "-c", "p.vx", "-o", "p.o"]));
            let pie = if model == "static" { "-no-pie" } else { "-pie" };
            must(Command::new("clang-19").args([pie, "m.c", "p.o", "-o", "m"]).current_dir(dir.path()));
            assert_eq!(run(&mut Command::new(dir.path().join("m"))).status, Some(7), "{level}, {model}");
        }
    }
}
