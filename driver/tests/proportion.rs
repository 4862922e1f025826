//! Instructions grow in proportion to what is compiled: counted by valgrind at two sizes, without those of an empty program, or of the
//! shortest one with an error: after errors, passes are left out.
//! Where LLVM's optimiser does not, on what Clang gives it either, they are held against Clang's.

mod common;

use common::{run, stripped};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many times as large the second program is.
const TIMES: usize = 4;

/// What instructions may grow with, as a power of the size.
const MAX_EXPONENT: f64 = 1.2;

/// How many times as many instructions as Clang's there may be.
const MAX_RATIO: f64 = 1.2;

/// Programs whose optimisation grows faster than they do, as that of the same C does (Clang 19, four times as much: guards 1.85,
/// ranges 1.91, loops 1.50, copies 1.43 as a power of the size).
struct Twin {
    name: &'static str,
    size: usize,
    vex: fn(usize) -> String,
    c: fn(usize) -> String,
}

struct Family {
    name: &'static str,
    flags: &'static [&'static str],
    /// The smaller size.
    size: usize,
    program: fn(usize) -> String,
}

const CHECK: &[&str] = &["check"];
const OBJECT: &[&str] = &["-c", "-O0"];
const OPTIMISED: &[&str] = &["-c", "-O2"];

/// What `one` makes of each number below `n`.
fn each(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

fn function(body: &str) -> String {
    format!("pub fn f(x: i32, p: *mut i32) -> i32 {{\n    let mut r = x;\n{body}    return r;\n}}\n")
}

fn ranges(n: usize, length: usize) -> String {
    function(&format!(
        "match x {{\n{} _ => {{}}\n}}\n",
        each(n, |i| { format!("{}..={} => {{ r += {i}; }}\n", i * 100, i * 100 + length) })
    ))
}

fn exits(n: usize) -> String {
    format!(
        "extern \"C\" {{ fn g(x: i32); }}\npub fn f(x: i32) {{\n{}}}\n",
        each(n, |i| format!("defer unsafe {{ g({i}); }}\nif x == {i} {{ return; }}\n"))
    )
}

fn guards(n: usize) -> String {
    function(&format!(
        "match x {{\n{} _ => {{}}\n}}\n",
        each(n, |i| { format!("{}..={} if r != {i} => {{ r += 1; }}\n", i * 10, i * 10 + 5) })
    ))
}

fn loops(n: usize) -> String {
    function(&each(n, |i| format!("for i in 0..x {{ if i == {i} {{ break; }} r += i; }}\n")))
}

fn copies(n: usize) -> String {
    format!(
        "struct S {{ a: i64, b: [u8; 100] }}\npub fn f(s: &S, to: &mut S) {{\n{}}}\n",
        each(n, |i| format!("let v{i} = *s; *to = v{i};\n"))
    )
}

fn c_function(body: &str) -> String {
    format!("int f(int x) {{\n    int r = x;\n{body}    return r;\n}}\n")
}

const TWINS: &[Twin] = &[
    Twin {
        name: "ranges",
        size: 200,
        vex: |n| ranges(n, 90),
        c: |n| {
            let case = |i| format!("case {} ... {}: r += {i}; break;\n", i * 100, i * 100 + 90);
            c_function(&format!("switch (x) {{\n{}default: break;\n}}\n", each(n, case)))
        },
    },
    Twin {
        name: "guards",
        size: 200,
        vex: guards,
        c: |n| {
            let arm = |i| format!("if (x >= {} && x <= {} && r != {i}) {{ r += 1; }} else ", i * 10, i * 10 + 5);
            c_function(&format!("{}{{}}\n", each(n, arm)))
        },
    },
    Twin {
        name: "loops",
        size: 80,
        vex: loops,
        c: |n| c_function(&each(n, |i| format!("for (int i = 0; i < x; i++) {{ if (i == {i}) break; r += i; }}\n"))),
    },
    Twin {
        name: "copies",
        size: 80,
        vex: copies,
        c: |n| {
            let copy = |i| format!("struct S v{i} = *s; *to = v{i};\n");
            let copies = each(n, copy);
            format!(
                "struct S {{ long a; unsigned char b[100]; }};\nvoid f(const struct S *s, struct S *to) {{\n{copies}}}\n"
            )
        },
    },
];

const FAMILIES: &[Family] = &[
    Family { name: "functions", flags: CHECK, size: 500, program: |n| each(n, |i| format!("pub fn f{i}() {{}}\n")) },
    Family { name: "small ranges", flags: OBJECT, size: 250, program: |n| ranges(n, 40) },
    Family { name: "large ranges", flags: OBJECT, size: 250, program: |n| ranges(n, 90) },
    Family { name: "guards", flags: OBJECT, size: 250, program: guards },
    Family { name: "exits of a scope", flags: OBJECT, size: 250, program: exits },
    Family { name: "exits of a scope, optimised", flags: OPTIMISED, size: 125, program: exits },
    Family {
        name: "items that cfg removes",
        flags: CHECK,
        size: 500,
        program: |n| each(n, |_| "#[cfg(windows)] pub fn f() {}\n".into()) + "pub fn g() { f(); }\n",
    },
    Family {
        name: "extern blocks",
        flags: CHECK,
        size: 500,
        program: |n| each(n, |i| format!("extern \"C\" {{ pub fn c{i}(x: i32); }}\n")),
    },
    Family {
        name: "members of an extern block",
        flags: CHECK,
        size: 500,
        program: |n| format!("extern \"C\" {{ {} }}\n", each(n, |i| format!("pub fn c{i}(x: i32);\n"))),
    },
    Family {
        name: "one symbol declared again and again",
        flags: CHECK,
        size: 500,
        program: |n| each(n, |i| format!("extern \"C\" {{ #[link_name = \"c\"] pub fn c{i}(x: i32); }}\n")),
    },
    Family {
        name: "rings of structs, declared twice",
        flags: CHECK,
        size: 500,
        program: |n| {
            each(n, |i| format!("struct A{i} {{ next: *A{0} }}\nstruct B{i} {{ next: *B{0} }}\n", (i + 1) % n))
                + &each(n, |i| format!("extern \"C\" {{ #[link_name = \"c{i}\"] pub fn a{i}(x: *A{i}); }}\n"))
                + &each(n, |i| format!("extern \"C\" {{ #[link_name = \"c{i}\"] pub fn b{i}(x: *B{i}); }}\n"))
        },
    },
    Family {
        name: "parameters",
        flags: OBJECT,
        size: 500,
        program: |n| format!("pub fn f({}) {{}}\n", each(n, |i| format!("a{i}: i32, "))),
    },
    Family {
        name: "arguments",
        flags: OBJECT,
        size: 250,
        program: |n| {
            let params = each(n, |i| format!("a{i}: i8, "));
            let args = each(n, |_| "x, ".into());
            format!("extern \"C\" {{ fn g({params}); }}\npub fn f(x: i8) {{ unsafe {{ g({args}); }} }}\n")
        },
    },
    Family {
        name: "structs that hold later ones",
        flags: CHECK,
        size: 500,
        program: |n| each(n, |i| format!("struct S{i} {{ x: S{} }}\n", i + 1)) + &format!("struct S{n} {{ x: i32 }}\n"),
    },
    Family {
        name: "long names that are unknown",
        flags: CHECK,
        size: 10_000,
        program: |n| format!("fn {0}() {{}}\nfn f() {{ {0}b(); }}\n", "a".repeat(n)),
    },
    // As many as are needed for the search of near names to be at its bound.
    Family {
        name: "names that are unknown",
        flags: CHECK,
        size: 500,
        program: |n| each(n, |i| format!("fn function{i}() {{ functoin{i}(); }}\n")),
    },
    Family { name: "sums", flags: OBJECT, size: 500, program: |n| function(&format!("r = x{};\n", " + x".repeat(n))) },
    Family {
        name: "conditions",
        flags: OBJECT,
        size: 500,
        program: |n| function(&format!("if x == 0{} {{ r = 1; }}\n", each(n, |i| format!(" || x == {i}")))),
    },
    Family {
        name: "else if",
        flags: OBJECT,
        size: 250,
        program: |n| function(&format!("if x < 0 {{}}{}\n", each(n, |i| format!(" else if x == {i} {{ r += {i}; }}")))),
    },
    Family {
        name: "arms",
        flags: OBJECT,
        size: 500,
        program: |n| function(&format!("match x {{ {} _ => {{}} }}\n", each(n, |i| format!("{i} => {{ r += {i}; }}")))),
    },
    Family {
        name: "locals",
        flags: OBJECT,
        size: 500,
        program: |n| function(&each(n, |i| format!("let v{i} = black_box(r); r = v{i};\n"))),
    },
    Family { name: "loops", flags: OBJECT, size: 250, program: loops },
    Family { name: "copies", flags: OBJECT, size: 250, program: copies },
    Family {
        name: "constants from constants",
        flags: CHECK,
        size: 500,
        program: |n| {
            "pub const C0: i64 = 1;\n".to_string() + &each(n, |i| format!("pub const C{}: i64 = C{i} + 1;\n", i + 1))
        },
    },
    Family {
        name: "array literals",
        flags: OBJECT,
        size: 1000,
        program: |n| format!("pub static A: [i32; {n}] = [{}];\n", each(n, |i| format!("{i}, "))),
    },
    Family {
        name: "lengths and discriminants",
        flags: CHECK,
        size: 250,
        program: |n| {
            let one = |i| {
                format!(
                    "struct S{i} {{ a: [u8; N + {}], b: [u16; up({})] }}\nenum E{i} {{ A = {i}, B = E{i}::A as i32 + 1, C }}\n",
                    i % 50,
                    i % 9
                )
            };
            let head = "const N: usize = 4;\nfn up(x: usize) -> usize { (x + 7) / 8 * 8 }\n";
            head.to_string() + &(0..n).map(one).collect::<String>()
        },
    },
    Family {
        name: "comments in comments",
        flags: CHECK,
        size: 20_000,
        program: |n| format!("{}{}\n", "/* ".repeat(n), " */".repeat(n)),
    },
    Family {
        name: "braces that are open",
        flags: CHECK,
        size: 1000,
        program: |n| format!("fn f() {}\n", "{".repeat(n)),
    },
    Family {
        name: "prints",
        flags: OBJECT,
        size: 250,
        program: |n| {
            format!(
                "import {{ printf }} from \"std/libc\";\npub fn f(x: i32) {{\n{}}}\n",
                each(n, |i| format!("unsafe {{ printf(c\"{i} %d\\n\", x); }}\n"))
            )
        },
    },
];

/// The instructions that a compiler takes for a file, and whether it finds errors.
fn instructions(compiler: &str, flags: &[&str], (file, text): (&str, &str)) -> (f64, bool) {
    let dir = tempfile::tempdir().expect("there is room");
    std::fs::write(dir.path().join(file), text).expect("it can be written");
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", compiler]);
    command.args(flags).arg(file).current_dir(dir.path()).env("RUST_BACKTRACE", "0");
    let done = run(&mut command);
    assert!(matches!(done.status, Some(0 | 1)), "{flags:?}: {:?}\n{:.3000}", done.status, done.stderr);
    let count = done.stderr.lines().find_map(|l| l.split_once("I   refs:").or(l.split_once("I refs:")));
    let (_, count) = count.unwrap_or_else(|| panic!("valgrind says no count\n{:.3000}", done.stderr));
    (count.trim().replace(',', "").parse().expect("a count is a number"), done.status != Some(0))
}

/// Calls `check` with every element, on all processors, and gives its complaints.
fn in_parallel<T: Sync>(list: &[T], check: impl Fn(&T) -> Option<String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(element) = list.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(check(element));
        }
        found
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|w| w.join().expect("no worker panics")).collect()
    })
}

fn is_wanted(name: &str) -> bool {
    std::env::var("FAMILY").ok().is_none_or(|only| name.contains(&only))
}

#[test]
fn instructions_grow_with_what_is_compiled() {
    let dir = tempfile::tempdir().expect("there is room");
    let binary = stripped(dir.path());
    let count = |flags: &[&str], text: &str| instructions(&binary, &[flags, &["-Awarnings"]].concat(), ("p.vx", text));
    let flags = [CHECK, OBJECT, OPTIMISED];
    let empty = flags.map(|flags| ["", "fn"].map(|text| count(flags, text).0));
    let found = in_parallel(FAMILIES, |family| {
        if !is_wanted(family.name) {
            return None;
        }
        let [(small, _), (large, has_errors)] =
            [1, TIMES].map(|times| count(family.flags, &(family.program)(family.size * times)));
        let flags = flags.iter().position(|f| *f == family.flags).expect("each has been counted");
        let empty = empty[flags][usize::from(has_errors)];
        let exponent = ((large - empty) / (small - empty)).ln() / (TIMES as f64).ln();
        eprintln!("{exponent:5.2} {:11.0} {:11.0} {}", small - empty, large - empty, family.name);
        (exponent > MAX_EXPONENT).then(|| format!("{}: {exponent:.2}", family.name))
    });
    assert!(found.is_empty(), "out of proportion: {found:#?}");
}

#[test]
fn optimisation_takes_what_clang_takes() {
    let dir = tempfile::tempdir().expect("there is room");
    let binary = stripped(dir.path());
    let vex_flags = ["-c", "-O2", "-Awarnings"];
    let c_flags = ["-c", "-O2", "-march=x86-64-v3", "-fintegrated-cc1"];
    let clang = |text: &str| instructions("clang-19", &c_flags, ("p.c", text)).0;
    let ours = |text: &str| instructions(&binary, &vex_flags, ("p.vx", text)).0;
    let empty = (ours(""), clang(""));
    let found = in_parallel(TWINS, |twin| {
        if !is_wanted(twin.name) {
            return None;
        }
        let counts = (ours(&(twin.vex)(twin.size)) - empty.0, clang(&(twin.c)(twin.size)) - empty.1);
        let ratio = counts.0 / counts.1;
        eprintln!("{ratio:5.2} {:11.0} {:11.0} {}", counts.0, counts.1, twin.name);
        (ratio > MAX_RATIO).then(|| format!("{}: {ratio:.2}", twin.name))
    });
    assert!(found.is_empty(), "more than Clang takes: {found:#?}");
}
