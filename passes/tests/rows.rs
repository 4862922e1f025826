//! Rows of any length: what stands side by side in the source is a tree as high as the row is long, and no pass, verifier or
//! printer may need more stack for it than there is, nor more time than in proportion.

#[allow(dead_code)]
mod common;

use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, Stop, position};

/// High enough that a recursion with the smallest of frames needs more than [`STACK`].
const N: usize = 30_000;
/// Little more than what `vex_ir::stack` keeps in reserve.
const STACK: usize = 5 << 20;

/// A row of each kind, as the body of a function.
// Long because it has a row of each kind.
fn rows(n: usize) -> Vec<(&'static str, String)> {
    let row = |first: &str, more: &str, last: &str| format!("{first}{}{last}", more.repeat(n));
    let counted = |more: &dyn Fn(usize) -> String| (0..n).map(more).collect::<String>();
    let mut rows: Vec<(&str, String)> = Vec::new();
    for op in ["+", "%", "<<", "^"] {
        rows.push((op, row("let r = a", &format!(" {op} a"), "; black_box(r);")));
    }
    rows.extend([
        ("sum of floats", row("let r = f", " + f", "; black_box(r);")),
        ("widening", row("let r: i64 = c", " + c", " + a; black_box(r);")),
        ("precedences", row("let r = a", " * 2 + a - 3 ^ 5 | 1", "; black_box(r);")),
        ("literals", row("let r: i64 = 1", " + 1", "; black_box(r);")),
        ("||", row("let r = a == 2", " || a == 3", "; black_box(r);")),
        ("&&", row("let r = b", " && b", "; black_box(r);")),
        ("|| and &&", row("let r = b", " || b && !b", "; black_box(r);")),
        ("condition", row("if a == 2", " || a == 3", " { black_box(1); }")),
        ("loop", row("while (a == 2", " && a == 3", ") { black_box(1); }")),
        ("effect", row("b", " || b", ";")),
        ("never", row("let r = (return)", " || b", "; black_box(r);")),
        ("casts", row("let r = a", " as i32 as i64", "; black_box(r);")),
        ("casts of a literal", row("let r = 1", " as i32 as i64", "; black_box(r);")),
        ("casts of pointers", row("let r = &a as *i64", " as *u8 as *i64", "; black_box(r);")),
        ("methods", row("let r = a", ".wrapping_add(1)", "; black_box(r);")),
        ("methods of pointers", row("let p: *i64 = &a; let r = unsafe { p", ".add(1)", ".read() }; black_box(r);")),
        (
            "methods of what is known later",
            row("let u = default(); let r = u", ".max(1)", "; let v: i64 = u; black_box(r);"),
        ),
        (
            "operators on what is known later",
            row("let u = default(); let r = u.max(1)", " + 1", "; let v: i64 = u; black_box(r);"),
        ),
        (
            "operators on two such",
            row(
                "let u = default(); let w = default(); let r = u",
                " + w",
                "; let v: i64 = u; let x: i32 = w; black_box(r);",
            ),
        ),
        (
            "fields of what is known later",
            row("let mut u = null(); let v = unsafe { u", ".next", ".x }; u = s; black_box(v);"),
        ),
        (
            "elements of what is known later",
            row("let mut u = null(); let r = unsafe { u", ".all[0]", ".x }; u = s; black_box(r);"),
        ),
        (
            "variables known later",
            format!(
                "let mut v0 = default(); {} let r: i64 = v{n}; let t: i32 = v0; black_box(r);",
                counted(&|i| format!("let v{} = v{i}.max(1); v0 += v{i}; ", i + 1))
            ),
        ),
        (
            "branches known later",
            row(
                "let u = default(); let r = if a == 2 { u.max(1) }",
                " else if a == 3 { u.max(1) }",
                " else { 3i64 }; let v: i64 = u; black_box(r);",
            ),
        ),
        (
            "arms known later",
            format!(
                "let u = default(); let r = match a {{ {}_ => 1 }}; let v: i64 = u; black_box(r);",
                counted(&|i| format!("{i} => u.max(1), "))
            ),
        ),
        ("fields", row("let r = unsafe { s", ".next", ".x }; black_box(r);")),
        ("assigned fields", row("unsafe { s", ".next", ".x = 3; }")),
        ("lent fields", row("let r = unsafe { &mut s", ".next", ".x }; *r = 1;")),
        ("elements", row("let r = unsafe { s", ".all[0]", ".x }; black_box(r);")),
        ("slices", row("let r = d", "[0..]", "[0]; black_box(r);")),
        ("else if, values", row("let r = if a == 2 { 1 }", " else if a == 3 { 2 }", " else { 3 }; black_box(r);")),
        ("else if", row("if a == 2 { a = 1; }", " else if a == 3 { a = 2; }", "")),
        ("else if, never", row("if a == 2 { return; }", " else if a == 3 { return; }", " else { return; }")),
        ("alternatives", format!("match a {{ {}-1 => {{}} _ => {{}} }}", counted(&|i| format!("{i} | ")))),
        (
            "ranges",
            format!("match a {{ {}-1 => {{}} _ => {{}} }}", counted(&|i| format!("{}..={} | ", 3 * i, 3 * i + 1))),
        ),
        ("arms", format!("let r = match a {{ {}_ => 1 }}; black_box(r);", counted(&|i| format!("{i} => 2, ")))),
        ("guard", row("match a { x if x == 1", " || x == 2", " => {} _ => {} }")),
        ("arguments", row("black_box(a", " + a", ");")),
        ("index", row("black_box(d[0", " + 0", "]);")),
        ("elements of an array", row("let r = [", "a, ", "]; black_box(r[1]);")),
        ("statements", row("", "a = a + 1; ", "")),
        ("shadows", row("", "let a = a + 1; ", "black_box(a);")),
        ("constant", row("const C: i64 = 1", " + 1", "; black_box(C);")),
        ("constant of truth", row("const C: bool = false", " || false", "; black_box(C);")),
        ("constant casts", row("const C: i64 = 1", " as i32 as i64", "; black_box(C);")),
        (
            "constant else if",
            row("const C: i64 = if false { 1 }", " else if false { 2 }", " else { 3 }; black_box(C);"),
        ),
        ("static", row("static C: i64 = 1", " + 1", "; black_box(C);")),
        ("length", row("let r: [u8; 1", " + 0", "] = default(); black_box(r[0]);")),
        ("length of casts", row("let r: [u8; 1", " as u8 as usize", "] = default(); black_box(r[0]);")),
        (
            "length of else if",
            row("let r: [u8; if false { 1 }", " else if false { 2 }", " else { 3 }] = default(); black_box(r[0]);"),
        ),
        ("repetition", row("let r = [1u8; 1", " + 0", "]; black_box(r[0]);")),
        ("discriminant", row("enum E { A = 1", " + 1", " } black_box(E::A as i32);")),
    ]);
    rows
}

fn program(body: &str) -> String {
    format!(
        "struct S {{ x: i64, next: *mut S, all: [*mut S; 1] }}\n\
         pub fn row(n: i64, b: bool, f: f64, c: i32, s: &mut S, d: &mut [i64]) {{\n\
         let mut a = n;\n{body}\nblack_box(a); black_box(f); black_box(c); black_box(s); black_box(d); black_box(b);\n}}\n"
    )
}

/// Runs all passes, prints what each leaves, and verifies it.
fn all_passes(name: &str, text: &str) {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").expect("it is known"), Options::default());
    let program = vex_frontend::parse_module(&mut cx, "row.vx", text);
    let config = Config {
        dump_after: Selection::All,
        stop_after: position("abi-lower"),
        verify_each: true,
        ..Config::default()
    };
    let mut sink = |dump: Dump| assert!(!dump.text.is_empty(), "{name}: nothing is printed");
    let mut runner = Runner::new(&config, DumpStyle { whole_program: true, spans: false }, &mut sink);
    let stopped = vex_passes::run(&mut runner, &mut cx, In::new(program)).err();
    assert!(!cx.diags.has_errors(), "{name}:\n{:.2000}", common::render(&cx));
    assert!(matches!(stopped, Some(Stop::Asked)), "{name}: {stopped:?}");
}

fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(STACK).spawn(work).expect("threads start").join().expect("it ends");
}

#[test]
fn of_any_length_pass_through() {
    on_a_small_stack(|| {
        for (name, body) in rows(N) {
            all_passes(name, &program(&body));
        }
    });
}
