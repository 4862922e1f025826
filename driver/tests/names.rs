//! Functions of the program's under names of C's, called from elsewhere: objects of C and of Vex, libraries in bitcode.

mod common;

use common::{run, vexc};
use std::path::Path;
use std::process::Command;

/// Functions with C's types and other meanings, all of which LLVM would fold, drop or replace.
const OWN: &str = r#"
#[no_mangle] pub extern "C" fn round(x: f64) -> f64 { return x * 100.0 + 1.0; }
#[no_mangle] pub extern "C" fn abs(x: i32) -> i32 { return x - 1; }
#[no_mangle] pub extern "C" fn isdigit(c: i32) -> i32 { return c + 2; }
#[export_name = "\x01toascii"] pub extern "C" fn low(c: i32) -> i32 { return c * 2; }
static mut CALLS: i32 = 0;
#[no_mangle] pub extern "C" fn strcspn(_a: *u8, _b: *u8) -> usize { unsafe { CALLS += 1; } return 42; }
#[no_mangle] pub extern "C" fn puts(_text: *u8) -> i32 { unsafe { CALLS += 10; } return 77; }
#[no_mangle] pub extern "C" fn putchar(_c: i32) -> i32 { unsafe { CALLS += 100; } return 78; }
#[no_mangle] pub extern "C" fn calls() -> i32 { return unsafe { CALLS }; }
"#;

/// The callers. `printf` must not become one of them.
const CALLER: &str = r#"
double round(double); int abs(int); int isdigit(int); int toascii(int); int calls(void);
unsigned long strcspn(const char *, const char *); int puts(const char *); int putchar(int);
int printf(const char *, ...);
int caller(int x) {
    printf("line\n"); printf("%s\n", "text"); printf("%c", 'c'); printf("\n");
    strcspn("abc", "c");
    int all = round(1.0) == 101.0 && abs(-3) == -4 && isdigit('5') == '5' + 2 && toascii(200) == 400
        && strcspn("", "") == 42 && puts("unseen") == 77 && putchar(x) == 78;
    return all ? calls() : 1;
}
"#;

/// Each of the two unused `strcspn` counts, `puts` and `putchar` once.
const RIGHT: i32 = 112;
const TEXT: &str = "line\ntext\nc\n";

fn must(dir: &Path, tool: &str, args: &str) {
    run(Command::new(tool).args(args.split(' ')).current_dir(dir)).expect(0);
}

fn vexc_in(dir: &Path, args: &str) -> Command {
    let mut command = vexc();
    command.args(args.split(' ')).current_dir(dir);
    command
}

fn set_up(dir: &Path) {
    let main = "extern \"C\" { fn caller(x: i32) -> i32; }\nfn main() -> i32 { return unsafe { caller(65) }; }\n";
    std::fs::write(dir.join("main.vx"), format!("{OWN}{main}")).unwrap();
    std::fs::write(dir.join("own.vx"), OWN).unwrap();
    std::fs::write(dir.join("caller.c"), CALLER).unwrap();
    for level in ["-O0", "-O2"] {
        // What Clang itself takes for C's is C's; so it must not.
        must(dir, "clang-19", &format!("{level} -fno-builtin -fPIC -c caller.c -o caller{level}.o"));
        must(dir, "clang-19", &format!("{level} -fPIC -emit-llvm -fno-builtin -c caller.c -o libno{level}.bc"));
    }
    // Without optimisation, Clang has not looked at what the names mean: the library does not say that they mean nothing.
    must(dir, "clang-19", "-O2 -Xclang -disable-llvm-passes -fPIC -emit-llvm -c caller.c -o libplain.bc");
    // `abs`, `round` and `isdigit` are operations of Clang's own there, so it calls them by their addresses.
    let plain = CALLER.replace(
        "int caller",
        "static double (*volatile r)(double) = round; static int (*volatile a)(int) = abs;\nint caller",
    );
    let plain = plain.replace("round(1.0)", "r(1.0)").replace("abs(-3)", "a(-3)");
    std::fs::write(dir.join("caller.c"), plain).unwrap();
    must(dir, "clang-19", "-O2 -Xclang -disable-llvm-passes -fPIC -emit-llvm -c caller.c -o libplain.bc");
}

#[test]
fn objects_and_bitcode_call_what_the_program_says() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    set_up(dir);
    let ways = ["caller-O0.o", "caller-O2.o", "-L. -l bitcode=no-O0", "-L. -l bitcode=no-O2", "-L. -l bitcode=plain"];
    for way in ways {
        for level in ["-O0", "-O1", "-O3"] {
            run(&mut vexc_in(dir, &format!("{level} {way} main.vx -o main"))).expect(0);
            let done = run(&mut Command::new(dir.join("main"))).expect(RIGHT);
            assert_eq!(done.stdout, TEXT, "{way} {level}");
            let done = run(&mut vexc_in(dir, &format!("run {level} {way} main.vx"))).expect(RIGHT);
            assert_eq!(done.stdout, TEXT, "run {way} {level}");
        }
    }
}

/// A library in Vex under a program in C, as an archive and as a shared library.
#[test]
fn programs_of_c_call_it() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    set_up(dir);
    std::fs::write(dir.join("m.c"), "int caller(int); int main(void) { return caller(65); }").unwrap();
    for level in ["-O0", "-O3"] {
        run(&mut vexc_in(dir, &format!("{level} -c own.vx -o own.o"))).expect(0);
        must(dir, "clang-19", "m.c caller-O2.o own.o -o m");
        assert_eq!(run(&mut Command::new(dir.join("m"))).expect(RIGHT).stdout, TEXT, "{level}");
        run(&mut vexc_in(dir, &format!("{level} --shared own.vx -o libown.so"))).expect(0);
        must(dir, "clang-19", "m.c caller-O2.o -L. -lown -o m");
        let done = run(Command::new(dir.join("m")).env("LD_LIBRARY_PATH", dir)).expect(RIGHT);
        assert_eq!(done.stdout, TEXT, "{level}, shared");
    }
}

/// One Vex object defines, another calls: a declaration with `#[no_intrinsic]` calls the definition.
#[test]
fn names_across_objects_of_ours() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    set_up(dir);
    let other = "#[no_intrinsic] extern \"C\" { fn round(x: f64) -> f64; fn abs(x: i32) -> i32; fn strcspn(a: *u8, b: *u8) -> usize; }\n\
                 fn main() -> i32 { return unsafe { (round(1.0) as i32) + abs(-3) + strcspn(c\"\", c\"\") as i32 }; }\n";
    std::fs::write(dir.join("other.vx"), other).unwrap();
    for level in ["-O0", "-O3"] {
        run(&mut vexc_in(dir, &format!("{level} -c own.vx -o own.o"))).expect(0);
        run(&mut vexc_in(dir, &format!("{level} own.o other.vx -o other"))).expect(0);
        run(&mut Command::new(dir.join("other"))).expect(101 - 4 + 42);
        run(&mut vexc_in(dir, &format!("run {level} own.o other.vx"))).expect(101 - 4 + 42);
    }
}

/// C's functions with the loops that these have.
const LOOPS: &str = r#"
extern "C" { fn malloc(n: usize) -> *mut u8; }
// LLVM looks at the name of the function that the loop is in: it must not be the only thing that counts.
#[inline(never)] fn copy_bytes(to: *mut u8, from: *u8, n: usize) {
    unsafe { if to as usize + n <= from as usize || from as usize + n <= to as usize { for i in 0..n { *to.add(i) = *from.add(i); } } }
}
#[inline(never)] fn fill_bytes(to: *mut u8, byte: u8, n: usize) {
    for i in 0..n { unsafe { *to.add(i) = byte; } }
}
#[inline(never)] fn zeroed(n: usize) -> *mut u8 { unsafe { let p = malloc(n); memset(p, 0, n); return p; } }
#[no_mangle] #[inline(never)] pub extern "C" fn memcpy(to: *mut u8, from: *u8, n: usize) -> *mut u8 {
    copy_bytes(to, from, n);
    return to;
}
#[no_mangle] #[inline(never)] pub extern "C" fn memmove(to: *mut u8, from: *u8, n: usize) -> *mut u8 {
    unsafe {
        if (to as usize) < (from as usize) { for i in 0..n { *to.add(i) = *from.add(i); } }
        else { let mut i = n; while i > 0 { i -= 1; *to.add(i) = *from.add(i); } }
    }
    return to;
}
#[no_mangle] #[inline(never)] pub extern "C" fn memset(to: *mut u8, byte: i32, n: usize) -> *mut u8 {
    fill_bytes(to, byte as u8, n);
    return to;
}
#[no_mangle] #[inline(never)] pub extern "C" fn memcmp(a: *u8, b: *u8, n: usize) -> i32 {
    for i in 0..n { unsafe { if *a.add(i) != *b.add(i) { return *a.add(i) as i32 - *b.add(i) as i32; } } }
    return 0;
}
#[no_mangle] #[inline(never)] pub extern "C" fn bcmp(a: *u8, b: *u8, n: usize) -> i32 { return memcmp(a, b, n); }
#[no_mangle] #[inline(never)] pub extern "C" fn strlen(s: *u8) -> usize {
    let mut n = 0usize;
    unsafe { while *s.add(n) != 0 { n += 1; } }
    return n;
}
#[no_mangle] #[inline(never)] pub extern "C" fn calloc(n: usize, size: usize) -> *mut u8 {
    return zeroed(n * size);
}
struct Big { bytes: [u8; 300], n: u64 }
#[inline(never)] fn copy(b: &Big) -> Big { return *b; }
fn main() -> i32 {
    let mut a: Big = default();
    for i in 0..300 { a.bytes[i] = i as u8; }
    let b = copy(black_box(&a));
    unsafe {
        memmove(&mut a.bytes[1], &a.bytes[0], 299);
        let p = calloc(4, 4);
        let same = memcmp(&b.bytes[0], &a.bytes[1], 299) == 0 && *p.add(15) == 0;
        return if same { strlen(black_box(c"forty-two")) as i32 + b.bytes[299] as i32 } else { 1 };
    }
}
"#;

/// Loops that LLVM knows to be C's functions, in the bodies of these: they must not become calls to themselves.
#[test]
fn bodies_do_not_call_themselves() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    std::fs::write(dir.join("p.vx"), LOOPS).unwrap();
    for level in ["-O0", "-O1", "-O2", "-O3", "-Os", "-Oz"] {
        run(&mut vexc_in(dir, &format!("{level} p.vx -o p"))).expect(0);
        run(&mut Command::new(dir.join("p"))).expect(9 + 43);
    }
}

/// Declarations of LLVM's operations in a standard library of the user's, and what is said of them.
const OPERATIONS: &[(&str, &str)] = &[
    ("#[link_name = \"llvm.ctpop.i32\"] fn f(x: i32) -> i32;", ""),
    ("#[link_name = \"llvm.trap\"] fn f() -> !;", ""),
    ("#[link_name = \"llvm.memcpy.p0.p0.i64\"] fn f(to: *mut void, from: *void, n: u64, volatile: bool);", ""),
    ("#[link_name = \"llvm.prefetch.p0\"] fn f(p: *void, write: i32, locality: i32, cache: i32);", ""),
    ("#[link_name = \"llvm.ctpop.i32\"] fn f(x: f64) -> i32;", "E0646"),
    ("#[link_name = \"llvm.ctpop.i32\"] fn f(x: i64) -> i64;", "E0646"),
    ("#[link_name = \"llvm.ctpop.i32\"] fn f() -> i32;", "E0646"),
    ("#[link_name = \"llvm.ctpop.i32\"] fn f(x: i32);", "E0646"),
    ("#[link_name = \"llvm.ctpop.i32\"] fn f(x: i32, ...) -> i32;", "E0646"),
    ("#[link_name = \"llvm.fma.f64\"] fn f(x: f64, y: f64) -> f64;", "E0646"),
    ("#[link_name = \"llvm.memcpy.p0.p0.i64\"] fn f(to: i64, from: *void, n: u64, volatile: bool);", "E0646"),
    ("#[link_name = \"llvm.sadd.with.overflow.i32\"] fn f(x: i32, y: i32) -> i32;", "E0646"),
    ("#[link_name = \"llvm.no.such\"] fn f();", "E0646"),
    ("#[link_name = \"llvm.\"] fn f();", "E0646"),
    ("#[link_name = \"\\x01llvm.trap\"] fn f();", "E0647"),
    ("#[link_name = \"llvm.used\"] static f: i32;", "E0647"),
];

#[test]
fn operations_of_llvm_have_its_types() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let std = dir.join("std");
    must(dir, "cp", &format!("-r {} std", common::root().join("std").display()));
    std::fs::write(dir.join("m.vx"), "import { pointer } from \"std/ops\";\nfn main() { black_box(pointer()); }\n")
        .unwrap();
    for (declaration, code) in OPERATIONS {
        let used = if declaration.contains(" static ") {
            "&f as *i32 as usize"
        } else {
            "{ if black_box(false) { CALL; } 0usize }"
        };
        // The values do not matter: nothing is called.
        let args = declaration
            .split_once(" fn f(")
            .map_or("", |(_, rest)| rest.split_once(')').map_or("", |(params, _)| params));
        let values = args.split(", ").filter(|p| !p.is_empty() && *p != "...").map(|p| match p.split(": ").nth(1) {
            Some("f64") => "1.0",
            Some("bool") => "false",
            Some(ty) if ty.starts_with('*') => "null_mut()",
            _ => "1",
        });
        let call = format!("f({})", values.collect::<Vec<_>>().join(", "));
        let used = used.replace("CALL", &call);
        let text = format!("extern \"C\" {{ {declaration} }}\npub fn pointer() -> usize {{ unsafe {{ {used} }} }}\n");
        std::fs::write(std.join("ops.vx"), text).unwrap();
        for level in ["-O0", "-O3"] {
            let done = run(&mut vexc_in(dir, &format!("--std std {level} -c m.vx -o m.o")));
            let said = &done.stderr;
            if code.is_empty() {
                assert_eq!((done.status, said.as_str()), (Some(0), ""), "{declaration}");
            } else {
                assert_eq!(done.status, Some(1), "{declaration}: {said}");
                assert!(
                    said.starts_with(&format!("error[{code}]")) && said.matches("error[").count() == 1,
                    "{declaration}: {said}"
                );
            }
        }
        // In a program the names are LLVM's, whatever they say.
        std::fs::write(dir.join("own.vx"), format!("extern \"C\" {{ {declaration} }}\nfn main() {{}}\n")).unwrap();
        let said = run(&mut vexc_in(dir, "check own.vx")).expect(1).stderr;
        assert!(said.contains("error[E0327]"), "{declaration}: {said}");
    }
}
