//! What debuggers and panics say of places: DWARF beside that of Clang for the same program in C, and where each kind of panic
//! says that it happened, wherever its expression stands.

mod common;

use common::{run, vexc_in};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

const C: &str = "
int puts(const char *); int getpid(void); extern char text[]; // Clang counts a string as a variable without a name.
struct P { int x; int y; };
static int helper(int a) { int b = a * 3; if (b > 10) { int c = b - getpid(); return c; } return b; }
static int sum(struct P *p, int n) {
    int t = 0;
    for (int i = 0; i < n; i++) t += (p->x * i) ^ p->y;
    return t;
}
int main(void) {
    struct P p = { getpid(), 2 };
    int x = helper(getpid());
    int y = x + sum(&p, getpid());
    puts(text);
    return y;
}
";

const VEX: &str = "extern \"C\" { fn puts(s: *u8) -> i32; fn getpid() -> i32; }
struct P { x: i32, y: i32 }
fn helper(a: i32) -> i32 { let b = a * 3; if b > 10 { let c = b - unsafe { getpid() }; return c; } return b; }
fn sum(p: &P, n: i32) -> i32 {
    let mut t = 0;
    let mut i = 0;
    while i < n { t += (p.x * i) ^ p.y; i += 1; }
    return t;
}
fn main() -> i32 {
    let p = P { x: unsafe { getpid() }, y: 2 };
    let x = helper(unsafe { getpid() });
    let y = x + sum(&p, unsafe { getpid() });
    unsafe { puts(c\"hi\"); }
    return y;
}
";

/// What `llvm-dwarfdump --statistics` counts in an object.
fn statistics(dir: &Path, object: &str) -> Value {
    let done = run(Command::new("llvm-dwarfdump-19").current_dir(dir).args(["--statistics", object])).expect(0);
    serde_json::from_str(&done.stdout).expect("statistics are JSON")
}

/// An object that the verifier of DWARF likes.
fn object(dir: &Path, flags: &[&str], name: &str) -> Value {
    vexc_in(dir, &[flags, &["-g", "-c", "twin.vx", "-o", name]].concat()).expect(0);
    run(Command::new("llvm-dwarfdump-19").current_dir(dir).args(["--verify", name])).expect(0);
    statistics(dir, name)
}

#[test]
fn dwarf_tells_what_clangs_tells() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    std::fs::write(dir.join("twin.c"), C).unwrap();
    std::fs::write(dir.join("twin.vx"), VEX).unwrap();
    for level in ["-O0", "-O1", "-O2", "-O3"] {
        let c = ["-g", level, "-c", "twin.c", "-o", "c.o"];
        run(Command::new("clang-19").current_dir(dir).args(c)).expect(0);
        // Overflow is checked in neither: the checks would be calls.
        let (c, vex) = (statistics(dir, "c.o"), object(dir, &[level, "--overflow-checks=off"], "vex.o"));
        let count = |of: &Value, what: &str| of[what].as_u64().unwrap_or_else(|| panic!("no {what}: {of}"));
        for what in [
            "#functions",
            "#functions with location",
            "#inlined functions",
            "#source variables with location",
            "#call site DIEs",
            "#local vars with binary location",
        ] {
            assert!(count(&vex, what) >= count(&c, what), "{level} {what}: {} of {}", vex[what], c[what]);
        }
        // Of the bytes where a variable could be seen, it can be in as many.
        let covered = |of: &Value| {
            let sum = |what: &str| count(of, &format!("sum_all_variables({what})")) as f64;
            sum("#bytes in parent scope covered by DW_AT_location") / sum("#bytes in parent scope")
        };
        assert!(covered(&vex) > covered(&c) - 0.15, "{level}: {} of {}", covered(&vex), covered(&c));
    }
}

/// What each spelling of `-g` leaves in the object.
#[test]
fn kinds_of_debug_information() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    std::fs::write(dir.join("twin.vx"), VEX).unwrap();
    let dump = |flags: &[&str]| {
        vexc_in(dir, &[flags, &["-O2", "-c", "twin.vx", "-o", "twin.o"]].concat()).expect(0);
        let verify = ["--verify", "twin.o"];
        run(Command::new("llvm-dwarfdump-19").current_dir(dir).args(verify)).expect(0);
        run(Command::new("llvm-dwarfdump-19").current_dir(dir).args(["--debug-info", "twin.o"])).expect(0).stdout
    };
    for (flags, version, variables) in [
        (&["-g"][..], "0x0005", true),
        (&["-gdwarf-5"], "0x0005", true),
        (&["-gdwarf-4"], "0x0004", true),
        (&["-g", "-gdwarf-4"], "0x0004", true),
        (&["-gdwarf-4", "-g"], "0x0004", true),
        (&["-gdwarf"], "0x0005", true),
        (&["-g1"], "0x0005", false),
        (&["-gline-tables-only", "-gdwarf-4"], "0x0004", false),
        (&["-g1", "-ggdb"], "0x0005", true),
        (&["-g0", "-g3"], "0x0005", true),
        (&["-C", "debuginfo=line-tables-only"], "0x0005", false),
    ] {
        let shown = dump(flags);
        assert!(shown.contains(&format!("version = {version}")), "{flags:?}: {shown}");
        assert_eq!(shown.contains("DW_TAG_variable"), variables, "{flags:?}: {shown}");
        assert!(shown.contains("DW_TAG_inlined_subroutine"), "{flags:?}: {shown}");
    }
    for flags in [&["-g0"][..], &["-g", "-g0"], &["-C", "debuginfo=0"]] {
        assert!(!dump(flags).contains("DW_TAG_compile_unit"), "{flags:?}");
    }
    vexc_in(dir, &["-gdwarf-7", "-c", "twin.vx"]).expect(2);
}

/// Optimised, what was inlined into the entry has frames, lines and variables.
#[test]
fn gdb_sees_inlined_frames() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    std::fs::write(dir.join("twin.vx"), VEX).unwrap();
    vexc_in(dir, &["-g", "-O1", "twin.vx", "-o", "twin"]).expect(0);
    let commands = [
        "break main",
        "run",
        "break sum",
        "continue",
        "backtrace",
        "up",
        "info locals",
        "break puts",
        "continue",
        "bt",
    ];
    let mut gdb = Command::new("gdb");
    gdb.args(["-nx", "-batch", "-iex", "set debuginfod enabled off"]).current_dir(dir);
    for command in commands {
        gdb.args(["-ex", command]);
    }
    let shown = run(gdb.arg("./twin")).expect(0).stdout;
    for expected in ["main () at twin.vx:1", "#0  sum (", "#1  main () at twin.vx:13", "x = ", "at twin.vx:14"] {
        assert!(shown.contains(expected), "gdb does not show {expected:?}, but:\n{shown}");
    }
}

/// What panics, and what it says.
const PANICS: &[(&str, &str)] = &[
    ("a[i]", "index out of bounds"),
    ("(a[i..].len() as i32)", "slice index"),
    ("(s[i].x)", "index out of bounds"),
    ("(take(s[i]))", "index out of bounds"),
    ("(*same(&a[i]))", "index out of bounds"),
    ("(m + k)", "add with overflow"),
    ("(n - k)", "subtract with overflow"),
    ("(m * 2)", "multiply with overflow"),
    ("(-n)", "negate with overflow"),
    ("(k / z)", "divide by zero"),
    ("(k % z)", "remainder with a divisor of zero"),
    ("(n / (z - 1))", "divide with overflow"),
    ("(k << (z + 32))", "shift"),
    ("m.pow(2)", "overflow"),
];

/// Where it stands: `@` is the expression, on a line of its own.
const POSITIONS: &[&str] = &[
    "black_box(\n@);\n0",
    "let\n q =\n@;\nq",
    "\n@\n",
    "let q = {\nlet w = 1;\n@\n};\nq",
    "three(1,\n@, 2)",
    "if 1 == 1 &&\n@ == 5 { 1 } else { 2 }",
    "return\n@;",
    "match k {\n1 =>\n@,\n_ => 0,\n}",
    "loop {\nbreak\n@;\n}",
    "while\n@ == 7 {}\n0",
    "let r: i64 =\n@;\nr as i32",
    "((\n@) as i64) as i32",
    "1 +\n@",
    "!\n@",
    "let mut q = 0; q =\n@;\nq",
    "let mut q = 0; q +=\n@;\nq",
    "let q = (1,\n@);\nq.1",
    "let q = [1,\n@];\nq[0]",
    "let q = S { x:\n@\n, y: [0; 4] };\nq.x",
    "if k == 1 {\n@\n} else { 0 }",
    "match\n@ { 1 => 2, _ => 3 }",
    "a[\n@ as usize]",
    "(\n(@\n))",
];

#[test]
fn panics_name_their_expression() {
    let mut text = String::from(
        "import { env, libc } from \"std\";
struct S { x: i32, y: [i64; 4] }
fn take(s: S) -> i32 { s.x }
fn three(a: i32, b: i32, c: i32) -> i32 { a + b + c }
fn same(p: &i32) -> &i32 { p }
",
    );
    let mut cases = Vec::new();
    let mut calls = String::new();
    for (expr, message) in PANICS {
        for position in POSITIONS {
            let number = cases.len();
            text.push_str(&format!(
                "fn f{number}(a: &[i32], s: &[S], i: usize, m: i32, n: i32, k: i32, z: i32) -> i32 {{\n"
            ));
            let at = text.len() + position.find('@').unwrap_or(0);
            text.push_str(&position.replace('@', expr));
            text.push_str("\n}\n");
            let before = &text[..at];
            let line = before.matches('\n').count() + 1;
            let col = at - before.rfind('\n').unwrap_or(0);
            cases.push((*expr, *message, *position, line, col));
            calls.push_str(&format!("if which == {number} {{ got = f{number}(&a, &s, i, m, n, k, z); }}\n"));
        }
    }
    text.push_str(&format!(
        "fn main() -> i32 {{
let a = [1, 2];
let s = [S {{ x: 1, y: [0; 4] }}; 1];
let i = black_box(7usize);
let m = black_box(2147483647);
let n = black_box(-2147483648);
let k = black_box(1);
let z = black_box(0);
let which = unsafe {{ libc.atoi(env.arg(1)) }};
let mut got = 0;
{calls}return got;
}}
"
    ));
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("panics.vx"), &text).unwrap();
    for level in ["-O0", "-O2"] {
        let build = [level, "--overflow-checks=on", "-A", "warnings", "panics.vx", "-o", "panics"];
        vexc_in(dir.path(), &build).expect(0);
        for (number, (expr, message, position, line, col)) in cases.iter().enumerate() {
            let said = run(Command::new("./panics").current_dir(dir.path()).arg(number.to_string())).expect(101).stderr;
            let place = said.strip_prefix("panicked at panics.vx:").unwrap_or_else(|| panic!("{said}"));
            let mut parts = place.splitn(3, ':');
            let mut next = || parts.next().and_then(|n| n.trim().parse::<usize>().ok()).unwrap_or(0);
            let (at_line, at_col) = (next(), next());
            let inside = at_line == *line && (*col..col + expr.len()).contains(&at_col);
            assert!(inside && said.contains(message), "{level} {expr} in {position:?}, wanted {line}:{col}:\n{said}");
        }
    }
}
