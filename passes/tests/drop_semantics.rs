//! Random Flow functions drop the same before `drop-elaborate`, where the interpreter finds out what has a value, after it, where
//! nothing is marked as moved any more, and after `monomorphise`, where drops are calls.

#[path = "common/random.rs"]
mod random;

use random::Random;
use std::fmt::Write;
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::flow::interp::{Answer, ErrorKind, Host, HostCall, Limits, Machine, Memory, Options as Rules, Value};
use vex_ir::flow::print::print;
use vex_ir::flow::read::read;
use vex_ir::flow::verify_flow;
use vex_ir::flow::{FnId, Program};
use vex_ir::lang::{Graph, Language, Monomorphic, Step};
use vex_ir::target::Target;

const HEAD: &str = "
drop = @Drop::drop;
struct Noisy { n: u64 }
struct Pair { a: Noisy, n: u64, b: Noisy }
struct Outer { a: Noisy, b: Noisy }
enum Maybe { None, One { 0: Noisy }, Two { 0: u64, 1: Noisy, 2: Noisy } }
static mut @LOG: u64 = 0u64;
static mut @COINS: u64 = 0u64;
impl Drop for Noisy { fn @Drop::drop = @noisy; }
impl Drop for Outer { fn @Drop::drop = @outer; }
fn @Drop::drop<Self>(&mut Self);
fn @noisy(&mut Noisy) {
    params _0;
    let _0: &mut Noisy;
    let _1: u64;
bb0:
    _1 = mul @LOG, 31u64;
    @LOG = add _1, _0.*.0;
    return;
}
fn @outer(&mut Outer) {
    params _0;
    let _0: &mut Outer;
    let _1: u64;
bb0:
    _1 = mul @LOG, 37u64;
    @LOG = add _1, 5u64;
    return;
}
fn @take(Noisy) {
    params _0;
    var _0: Noisy;
bb0:
    drop _0;
    return;
}
";

/// Variables by number: two of each type.
const TYPES: [&str; 4] = ["Noisy", "Pair", "Outer", "Maybe"];
const VARIABLES: usize = 2 * TYPES.len();

fn noisy(random: &mut Random) -> String {
    format!("<Noisy> {{{}u64}}", 1 + random.below(1000))
}

/// A value, and what may be moved out of a variable that has it.
fn value(random: &mut Random, ty: &str) -> (String, &'static [&'static str]) {
    let (a, b) = (noisy(random), noisy(random));
    match (ty, random.below(3)) {
        ("Pair", _) => (format!("<Pair> {{{a}, 0u64, {b}}}"), &[".0", ".2"]),
        ("Outer", _) => (format!("<Outer> {{{a}, {b}}}"), &[]),
        ("Maybe", 0) => ("<Maybe> .None".to_string(), &[]),
        ("Maybe", 1) => (format!("<Maybe> .One {{{a}}}"), &[".One.0"]),
        ("Maybe", _) => (format!("<Maybe> .Two {{0u64, {a}, {b}}}"), &[".Two.1", ".Two.2"]),
        _ => (a, &[""]),
    }
}

fn statements(random: &mut Random, out: &mut String) {
    let number = random.below(VARIABLES);
    let ty = TYPES[number / 2];
    let (value, parts) = value(random, ty);
    match random.below(8) {
        0..3 => {
            let _ = writeln!(out, "drop _{number};");
        }
        3 if ty == "Pair" => {
            let _ = writeln!(out, "drop _{number}.{};", random.pick(&[0, 2]));
        }
        4 if ty == "Outer" || ty == "Pair" => {
            let _ = writeln!(out, "drop _{number};\n_{number}.0 = {};", noisy(random));
            let _ = writeln!(out, "_{number}.1 = {};", if ty == "Pair" { "0u64".to_string() } else { noisy(random) });
            if ty == "Pair" {
                let _ = writeln!(out, "_{number}.2 = {};", noisy(random));
            }
        }
        5 => {
            let _ = writeln!(out, "drop _{number};\nmark declared _{number};");
        }
        // Moved as a whole.
        6 => {
            let to = number ^ 1;
            let _ = writeln!(out, "drop _{number};\n_{number} = {value};\ndrop _{to};\n_{to} = move _{number};");
        }
        // Assigned, and perhaps moved out of.
        _ => {
            let _ = writeln!(out, "drop _{number};\n_{number} = {value};");
            for part in parts {
                if random.below(2) == 0 {
                    let _ = writeln!(out, "call @take(move _{number}{part});");
                }
            }
        }
    }
}

fn function(random: &mut Random) -> String {
    let mut out = format!("{HEAD}export fn @tested(u64) -> u64 {{\nparams _{VARIABLES};\nret _{};\n", VARIABLES + 1);
    for number in 0..VARIABLES {
        let _ = writeln!(out, "var _{number}: {};", TYPES[number / 2]);
    }
    let _ = writeln!(out, "let _{VARIABLES}: u64;\nvar _{}: u64;", VARIABLES + 1);
    let blocks = 2 + random.below(6);
    for block in 0..blocks {
        let _ = writeln!(out, "let _{}: bool;\nlet _{}: u64;", VARIABLES + 2 + 2 * block, VARIABLES + 3 + 2 * block);
    }
    let _ = writeln!(out, "bb0:\n@COINS = _{VARIABLES};\n@LOG = 1u64;\ngoto bb1;");
    for block in 0..blocks {
        let _ = writeln!(out, "bb{}:", block + 1);
        for _ in 0..1 + random.below(4) {
            statements(random, &mut out);
        }
        let (bit, coin) = (VARIABLES + 2 + 2 * block, VARIABLES + 3 + 2 * block);
        let _ = writeln!(out, "_{coin} = and @COINS, 1u64;\n_{bit} = eq _{coin}, 1u64;\n@COINS = shr @COINS, 1u64;");
        let _ = writeln!(out, "if _{bit} goto bb{} else bb{};", 1 + random.below(blocks), block + 2);
    }
    let _ = writeln!(out, "bb{}:", blocks + 1);
    for number in (0..VARIABLES).rev() {
        let _ = writeln!(out, "drop _{number};");
    }
    let _ = writeln!(out, "_{} = @LOG;\nreturn;\n}}", VARIABLES + 1);
    out
}

/// The functions have all they call; statics are their own.
struct World;

impl Host for World {
    fn call(&mut self, _: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        panic!("calls something else, with {:?}", call.args)
    }
}

/// What each way through a function drops.
fn traces(cx: &Cx, program: &Program, id: FnId) -> Vec<Result<Option<Value>, ErrorKind>> {
    let mut machine = Machine::new(program, &cx.target, World, Limits::default(), Rules::default());
    (0..64u128).map(|coins| machine.call(id, &[Value::Scalar(coins)]).map_err(|error| error.kind)).collect()
}

#[test]
fn drops_are_the_same() {
    let mut random = Random(0x1234_5678_9abc_def1);
    let (mut flags, mut opened, mut calls) = (0, 0, 0);
    for _ in 0..600 {
        let text = function(&mut random);
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let mut program = read(&mut cx, &text, 0).unwrap_or_else(|e| panic!("{}\n{text}", e.message));
        let id = program.bodies.iter().last().unwrap().0;
        let before = traces(&cx, &program, id);
        let ids: Vec<FnId> = program.bodies.iter().map(|(id, _)| id).collect();
        for id in ids {
            let body = Step::new(&mut program.bodies[id]);
            vex_passes::drop_elaborate::run(&mut cx, &program.sigs, id, body);
        }
        let after = print(&cx, &program);
        verify_flow(&program, <Graph as Language>::GRAMMAR).unwrap_or_else(|v| panic!("{}\n{text}\n{after}", v.what));
        assert!(!after.contains("move "), "{after}");
        assert!(before.iter().all(Result::is_ok), "{before:?}\n{text}");
        assert_eq!(before, traces(&cx, &program, id), "{text}\n{after}");
        let ids: Vec<FnId> = program.bodies.iter().map(|(id, _)| id).collect();
        for id in ids {
            vex_passes::check_insert::run(&mut cx, &program.sigs, id, Step::new(&mut program.bodies[id]));
        }
        vex_passes::monomorphise::run(&mut cx, Step::new(&mut program));
        let called = print(&cx, &program);
        let grammar = <Monomorphic as Language>::GRAMMAR;
        verify_flow(&program, grammar).unwrap_or_else(|v| panic!("{}\n{text}\n{called}", v.what));
        let id = program.fns.iter().find(|(_, function)| cx.text(function.symbol) == "tested").unwrap().0;
        assert_eq!(before, traces(&cx, &program, id), "{text}\n{called}");
        calls += called.matches("call @\"vex.drop<").count();
        flags += after.matches(" = false").count();
        opened += after.matches("drop _2.").count() + after.matches(".Two.2;").count();
    }
    assert!(flags > 1000 && opened > 100 && calls > 1000, "{flags} {opened} {calls}");
}
