//! `move-check` where other things are wrong, and on ways that the order of the text does not show.

use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, position};

/// Codes of what is reported, with their lines, as far as `until`. Whether passes run one by one, or all on one body after another.
fn said_by(text: &str, until: Option<&str>, one_by_one: bool) -> Vec<(u32, &'static str)> {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
    let program = vex_frontend::parse_module(&mut cx, "in.vx", text);
    let stop_after = until.map(|pass| position(pass).unwrap());
    let config = Config { stop_after, verify_each: one_by_one, ..Config::default() };
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let line = |d: &vex_ir::Diagnostic| cx.sources.location(d.primary.span).map_or(0, |(_, at)| at.line);
    let mut said: Vec<_> = cx.diags.list().iter().map(|d| (line(d), d.code.0)).collect();
    said.sort_unstable();
    said
}

fn said(text: &str) -> Vec<(u32, &'static str)> {
    let found = said_by(text, None, true);
    assert_eq!(said_by(text, None, false), found, "in\n{text}");
    found
}

#[test]
fn other_functions_may_have_errors() {
    let wrong = "pub fn tested() -> i32 {\nlet x: i32;\nx\n}\n";
    for (other, code) in [
        ("pub fn other() -> i32 { true }", "E0402"),
        ("pub fn other() { nothing(); }", "E0210"),
        ("pub fn other(x: Nothing) {}", "E0210"),
        ("pub fn other() { unsafe_one(); } unsafe fn unsafe_one() {}", "E0801"),
        ("struct S { x: Nothing }", "E0210"),
        ("const N: i32 = 1 / 0;", "E0601"),
        ("pub fn other() { match 1 { 1 => {} } }", "E0601"),
        ("pub fn other() { let y: i32; black_box(y); }", "E0525"),
        ("pub fn other() -> ! { }", "E0402"),
        ("pub fn 1", "E0402"),
    ] {
        let said = said(&format!("{wrong}{other}\n"));
        assert!(said.contains(&(3, "E0525")), "{other}: {said:?}");
        assert!(said.iter().any(|(line, _)| *line > 3), "{other} {code}: {said:?}");
    }
}

/// What was said of a body, or of what it depends on, leaves nothing to say of its variables.
#[test]
fn bodies_with_errors_are_not_looked_at() {
    for text in [
        "pub fn tested() -> i32 {\nlet x: i32;\nnothing();\nx\n}\n",
        "pub fn tested() -> i32 {\nlet x: i32;\nlet y: bool = 1;\nx\n}\n",
        "pub fn tested() -> i32 {\nlet x: i32;\nblack_box(s().y);\nx\n}\nfn s() -> S { default() }\nstruct S { y: Nothing }\n",
        "pub fn tested() -> i32 {\nlet x: i32;\nblack_box(N);\nx\n}\nconst N: i32 = Nothing;\n",
        "pub fn tested() -> i32 {\nlet x: i32;\nmatch 1 { 1 => {} }\nx\n}\n",
    ] {
        let said = said(text);
        assert!(!said.is_empty() && said.iter().all(|(_, code)| *code != "E0525"), "{text}: {said:?}");
    }
}

#[test]
fn initializers_are_looked_at() {
    let twice = "const N: i32 = {\nlet x: i32;\nx = 1;\nx = 2;\nx\n};\npub fn tested() -> i32 { N }\n";
    assert_eq!(said(twice), [(4, "E0526")]);
    let called =
        "const N: i32 = one();\nfn one() -> i32 {\nlet x: i32;\nx = 1;\nx = 2;\nx\n}\npub fn tested() -> i32 { N }\n";
    assert_eq!(said(called), [(5, "E0526")]);
}

/// Ways through `&&`, and what is deferred.
#[test]
fn follows_control_flow() {
    let check = |body: &str| {
        let text =
            format!("pub fn tested(n: i32) {{\nlet a: i32;\n{body}\n}}\npub fn sink(x: i32) {{ black_box(x); }}\n");
        let found = said_by(&text, Some("move-check"), true);
        assert!(found.iter().all(|(_, code)| *code == "E0525"));
        found.iter().map(|(line, _)| *line - 2).collect::<Vec<_>>()
    };
    assert_eq!(check("if n > 1 && { a = 1; true } {\nsink(a);\n}"), []);
    assert_eq!(check("if n > 1 || { a = 1; true } {\nsink(a);\n}"), [2]);
    assert_eq!(check("defer sink(a);\na = n;"), []);
    assert_eq!(check("defer sink(a);\nif n > 1 { return; }\na = n;"), [1]);
    assert_eq!(check("if n > 1 && a > 1 {\nreturn;\n}\nsink(a);"), [1, 4]);
    assert_eq!(check("if a > 1 || n > 1 {\nreturn;\n}\nsink(a);"), [1]);
}
