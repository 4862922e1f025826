//! What debuggers and panics say of places: DWARF beside that of Clang for the same program in C, and where each kind of panic
//! says that it happened, wherever its expression stands.

mod common;

use common::{run, vexc_in};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
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

/// What DWARF says of an object.
#[derive(Default)]
struct Told {
    /// By function, with those that are inlined into it behind a `/`, and name: how many variables have a place or a value.
    variables: BTreeMap<String, usize>,
    /// How often a function is inlined.
    inlined: BTreeMap<String, usize>,
    calls: usize,
    /// What calls hand over.
    arguments: usize,
    lines: BTreeSet<usize>,
}

impl Told {
    fn of(dir: &Path, object: &str) -> Told {
        let dump = |what| run(Command::new("llvm-dwarfdump-19").current_dir(dir).args([what, object])).expect(0).stdout;
        let mut told = Told::default();
        let entries = entries(&dump("--debug-info"));
        let by_offset: BTreeMap<&str, &Entry> = entries.iter().map(|e| (&*e.offset, e)).collect();
        for entry in &entries {
            let name = |of: &Entry| of.name(&by_offset).to_string();
            match &*entry.tag {
                "DW_TAG_inlined_subroutine" => *told.inlined.entry(name(entry)).or_default() += 1,
                "DW_TAG_call_site" => told.calls += 1,
                "DW_TAG_call_site_parameter" => told.arguments += 1,
                "DW_TAG_variable" | "DW_TAG_formal_parameter" => {
                    let mut path = Vec::new();
                    let mut at = entry.parent;
                    while let Some(outer) = at.map(|i| &entries[i]) {
                        if outer.tag == "DW_TAG_inlined_subroutine" || outer.tag == "DW_TAG_subprogram" {
                            path.push(name(outer));
                        }
                        // What is only ever inlined has no code of its own.
                        if outer.tag == "DW_TAG_subprogram" && !outer.has("DW_AT_low_pc") {
                            path.clear();
                        }
                        at = outer.parent;
                    }
                    path.reverse();
                    let is_there = entry.has("DW_AT_location") || entry.has("DW_AT_const_value");
                    if is_there && !path.is_empty() {
                        *told.variables.entry(format!("{}: {}", path.join("/"), name(entry))).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
        for row in dump("--debug-line").lines().filter(|row| row.starts_with("0x")) {
            told.lines.extend(row.split_whitespace().nth(1).and_then(|line| line.parse::<usize>().ok()));
        }
        told
    }

    /// How many of the other's variables are here, and how many there are, in functions that `choose` takes.
    fn share(&self, other: &Told, choose: impl Fn(&str) -> bool) -> (usize, usize) {
        let of_other = other.variables.iter().filter(|(path, _)| choose(path));
        of_other.fold((0, 0), |(here, all), (path, count)| {
            (here + (*count).min(self.variables.get(path).copied().unwrap_or(0)), all + count)
        })
    }
}

/// An entry of DWARF, as it is dumped.
struct Entry {
    offset: String,
    tag: String,
    depth: usize,
    parent: Option<usize>,
    attributes: BTreeMap<String, String>,
}

impl Entry {
    fn has(&self, attribute: &str) -> bool {
        self.attributes.contains_key(attribute)
    }

    /// Its own name, or that of what it is an instance of.
    fn name<'a>(&'a self, all: &BTreeMap<&str, &'a Entry>) -> &'a str {
        if let Some(name) = self.attributes.get("DW_AT_name") {
            return name.trim_matches(['(', ')', '"']);
        }
        let origin = self.attributes.get("DW_AT_abstract_origin").map(|at| at.trim_start_matches('('));
        let origin = origin.and_then(|at| at.split([' ', ')']).next()).and_then(|offset| all.get(offset));
        origin.map_or("", |of| of.name(all))
    }
}

fn entries(dump: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in dump.lines() {
        let text = line.trim_start();
        if let Some((offset, rest)) = line.split_once(':').filter(|_| line.starts_with("0x")) {
            let tag = rest.trim_start();
            if !tag.starts_with("DW_TAG_") {
                continue;
            }
            let depth = rest.len() - tag.len();
            let mut parent = entries.len().checked_sub(1);
            while let Some(i) = parent.filter(|i| entries[*i].depth >= depth) {
                parent = entries[i].parent;
            }
            let (offset, tag) = (offset.to_string(), tag.split_whitespace().next().unwrap_or("").to_string());
            entries.push(Entry { offset, tag, depth, parent, attributes: BTreeMap::new() });
        } else if let (Some(entry), true) = (entries.last_mut(), text.starts_with("DW_AT_")) {
            let (name, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
            entry.attributes.insert(name.to_string(), value.trim().to_string());
        }
    }
    entries
}

/// What Clang's DWARF tells of each program of `testdata/debug`, ours tells of its twin, which has the same on the same lines.
/// Names that begin with `_` are of variables that only C needs, and `entry` is where everything is inlined: which of its many
/// values the code generator keeps until their variables end is a little different for each.
#[test]
fn every_variable_line_and_call_of_the_twins() {
    let twins = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testdata/debug");
    let mut names: Vec<String> = std::fs::read_dir(&twins)
        .unwrap()
        .filter_map(|file| file.unwrap().file_name().to_str()?.strip_suffix(".c").map(String::from))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    for name in names {
        let (c_name, vex_name) = (format!("{name}.c"), format!("{name}.vx"));
        for file in [&c_name, &vex_name] {
            std::fs::copy(twins.join(file), dir.join(file)).unwrap();
        }
        let text = std::fs::read_to_string(dir.join(&c_name)).unwrap();
        for level in ["-O0", "-O1", "-O2", "-O3"] {
            // Neither has undefined overflow.
            let c = ["-g", level, "-fwrapv", "-c", &c_name, "-o", "c.o"];
            run(Command::new("clang-19").current_dir(dir).args(c)).expect(0);
            let vex = [
                "-g",
                level,
                "--overflow-checks=off",
                "--target-cpu=x86-64",
                "-A",
                "warnings",
                "-c",
                &vex_name,
                "-o",
                "v.o",
            ];
            vexc_in(dir, &vex).expect(0);
            run(Command::new("llvm-dwarfdump-19").current_dir(dir).args(["--verify", "v.o"])).expect(0);
            let (c, vex) = (Told::of(dir, "c.o"), Told::of(dir, "v.o"));
            let at = format!("{name} {level}");
            variables_are_told(&at, &c, &vex, level == "-O0");
            calls_are_told(&at, &c, &vex);
            lines_are_told(&at, &c, &vex, &text);
        }
    }
}

fn variables_are_told(at: &str, c: &Told, vex: &Told, everywhere: bool) {
    let own = |path: &str| !path.contains(": _");
    for (path, count) in c.variables.iter().filter(|(path, _)| own(path)) {
        if everywhere || !path.starts_with("entry") {
            let here = vex.variables.get(path).copied().unwrap_or(0);
            assert!(here >= *count, "{at} {path}: {here} of {count}");
        }
    }
    let (here, all) = vex.share(c, own);
    assert!(here * 100 >= all * 93, "{at}: {here} variables of {all}");
}

fn calls_are_told(at: &str, c: &Told, vex: &Told) {
    for (function, count) in &c.inlined {
        let here = vex.inlined.get(function).copied().unwrap_or(0);
        assert!(here >= *count, "{at} {function} is inlined {here} times of {count}");
    }
    assert!(vex.calls >= c.calls, "{at}: {} calls of {}", vex.calls, c.calls);
    let handed = vex.arguments * 100 >= c.arguments * 93;
    assert!(handed, "{at}: {} arguments of {}", vex.arguments, c.arguments);
}

fn lines_are_told(at: &str, c: &Told, vex: &Told, text: &str) {
    // Braces and heads of functions have instructions here and there.
    let is_code = |line: &usize| {
        let text = text.lines().nth(line - 1).unwrap_or("");
        !text.trim().trim_end_matches(';').ends_with('}') || text.contains(';')
    };
    let is_head = |line: &usize| text.lines().nth(line - 1).is_some_and(|text| !text.starts_with(' '));
    let missing: Vec<&usize> =
        c.lines.difference(&vex.lines).filter(|line| **line > 0 && is_code(line) && !is_head(line)).collect();
    assert!(missing.is_empty(), "{at}: lines {missing:?} are not there");
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

/// How many lines before what stands at `@` its parentheses begin: it has their place, as in rustc.
fn lines_of_parens(position: &str) -> usize {
    let before = position.split('@').next().unwrap_or("");
    let (rest, parens) = before.split_at(before.trim_end_matches(['(', '\n']).len());
    // Those of a call are not its argument's.
    if rest.ends_with(char::is_alphanumeric) || !parens.contains('(') { 0 } else { parens.matches('\n').count() }
}

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
            // What stands in parentheses begins with them, as in rustc.
            let inside = at_line == *line && (*col..col + expr.len()).contains(&at_col)
                || (*line - lines_of_parens(position)..*line).contains(&at_line);
            assert!(inside && said.contains(message), "{level} {expr} in {position:?}, wanted {line}:{col}:\n{said}");
        }
    }
}
