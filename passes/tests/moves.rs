//! `move-check` where other things are wrong, and on ways that the order of the text does not show; and held against what the interpreter
//! meets on the ways of random functions.

#[path = "common/random.rs"]
mod random;

use random::Random;
use vex_ir::cx::Options;
use vex_ir::flow::interp::{Constants, ErrorKind, Fault, Limits, Machine, Options as Rules, Value};
use vex_ir::flow::read::read;
use vex_ir::flow::verify_flow;
use vex_ir::lang::{Graph, In, Language};
use vex_ir::target::Target;
use vex_ir::{Cx, Span};
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
    assert_eq!(check("if n > 1 && { a = 1; a > 1 } {\nreturn;\n}\nsink(a);"), [4]);
    // What mends the first use mends the second.
    assert_eq!(check("if n > 1 && a > 1 {\nreturn;\n}\nsink(a);"), [1]);
    assert_eq!(check("if a > 1 || n > 1 {\nreturn;\n}\nsink(a);"), [1]);
}

/// What random functions are about: variables of these types, which all have values at the entry.
const PAIRS: [usize; 3] = [3, 4, 5];
const MAYBE: usize = 6;
const FIRST_VALUE: usize = 7;
/// How many bits decide where a function goes; then it returns.
const BITS: u32 = 9;

/// A function whose ways are decided by the bits of its argument, the lowest first, up to the highest one that is set.
fn random_function(random: &mut Random) -> String {
    let blocks = 2 + random.below(3);
    let pair = "<Pair> {1i64, <Inner> {2i64, 3u8}}";
    let mut code = String::new();
    let mut values = 0;
    code += "bb0:\n";
    PAIRS.iter().for_each(|local| code += &format!("    _{local} = {pair};\n"));
    code += &format!("    _{MAYBE} = <Maybe> .Some {{{pair}}};\n    _0 = 0i64;\n    _2 = _1;\n    goto bb1;\n\n");
    for block in 0..blocks {
        code += &format!("bb{}:\n", 2 * block + 1);
        for _ in 0..random.below(4) {
            let (a, b) = (PAIRS[random.below(3)], PAIRS[random.below(3)]);
            code += &match random.below(14) {
                0 => format!("    _{a} = {pair};\n"),
                1 => format!("    _{a}.1 = <Inner> {{1i64, 1u8}};\n"),
                2 => format!("    _{a}.0 = 4i64;\n"),
                3 | 4 => format!("    _{a} = move _{b};\n"),
                5 => format!("    _{a}.1 = move _{b}.1;\n"),
                6 => format!("    _{a} = _{b};\n"),
                7 => format!("    _0 = _{a}.0;\n"),
                8 => format!("    _0 = _{a}.1.0;\n"),
                9 => format!("    call @take(move _{a});\n"),
                10 => format!("    drop _{a};\n"),
                11 => format!("    _{MAYBE}.Some.0 = move _{a};\n    variant _{MAYBE} = Some;\n"),
                12 => format!("    _{a} = move _{MAYBE}.Some.0;\n"),
                _ => format!("    _0 = move _{a}.1.0;\n"),
            };
        }
        let (first, last) = (FIRST_VALUE + values, 2 * blocks + 1);
        let (then, els) = (2 * random.below(blocks) + 1, 2 * random.below(blocks) + 1);
        code += &format!("    _{first} = le _2, 1u64;\n    if _{first} goto bb{last} else bb{};\n\n", 2 * block + 2);
        code += &format!("bb{}:\n    _{} = and _2, 1u64;\n", 2 * block + 2, first + 1);
        code += &format!("    _{} = eq _{}, 1u64;\n    _2 = shr _2, 1u64;\n", first + 2, first + 1);
        code += &format!("    if _{} goto bb{then} else bb{els};\n\n", first + 2);
        values += 3;
    }
    code += &format!("bb{}:\n    _0 = 0i64;\n    return;\n", 2 * blocks + 1);
    let mut text =
        "struct Inner { c: i64, d: u8 }\nstruct Pair { a: i64, b: Inner }\nenum Maybe { None, Some { 0: Pair } }\n\n\
        fn @take(Pair) {\n    params _0;\n    var _0: Pair;\n\nbb0:\n    return;\n}\n\n\
        fn @tested(u64) -> i64 {\n    params _1;\n    ret _0;\n    var _0: i64;\n    let _1: u64;\n    var _2: u64;\n"
            .to_string();
    PAIRS.iter().for_each(|local| text += &format!("    var _{local}: Pair;\n"));
    text += &format!("    var _{MAYBE}: Maybe;\n");
    for value in 0..values {
        let ty = if value % 3 == 1 { "u64" } else { "bool" };
        text += &format!("    let _{}: {ty};\n", FIRST_VALUE + value);
    }
    text + "\n" + &code + "}\n"
}

/// What `move-check` reports of the last function of a text, and what happens on its ways: where each first uses what is gone.
fn compared(text: &str) -> (Vec<Span>, Vec<Span>, usize) {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
    let program = read(&mut cx, text, 0).unwrap_or_else(|e| panic!("{}\n{text}", e.message));
    verify_flow(&program, <Graph as Language>::GRAMMAR).unwrap_or_else(|v| panic!("{}\n{text}", v.what));
    let (id, body) = program.bodies.iter().last().unwrap();
    vex_passes::move_check::run(&mut cx, &program.sigs, id, In::new(body));
    let said = cx.diags.list().iter().map(|diagnostic| diagnostic.primary.span).collect();
    let mut met = Vec::new();
    let mut machine = Machine::new(&program, &cx.target, Constants, Limits::default(), Rules::default());
    for bits in 1 << BITS..2u128 << BITS {
        match machine.call(id, &[Value::Scalar(bits)]) {
            Ok(_) => {}
            Err(error) if error.kind == ErrorKind::Fault(Fault::Gone) => met.push(error.span),
            Err(error) => panic!("{}\n{text}", error.kind.text()),
        }
    }
    let moves = text.matches("move ").count() + text.matches("drop ").count();
    (said, met, moves)
}

/// A use of what is gone that some way meets is reported, and where something is reported some way fails.
#[test]
fn reports_are_what_ways_meet() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..400 {
        let text = random_function(&mut random);
        let (said, met, moves) = compared(&text);
        assert_eq!(said.is_empty(), met.is_empty(), "reported at {said:?}, met at {met:?} in\n{text}");
        // Of several uses of what one move took, the first is reported.
        if moves == 1 {
            assert!(met.iter().all(|span| said.iter().any(|said| said.lo <= span.lo)), "{said:?} {met:?} in\n{text}");
        }
        if said.is_empty() { right += 1 } else { wrong += 1 }
    }
    assert!(right > 80 && wrong > 80, "{right} {wrong}");
}
