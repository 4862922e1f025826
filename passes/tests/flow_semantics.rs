//! Random Flow functions mean the same before `check-insert`, after it, and after `flow-simplify`: an interpreter runs
//! them and compares what can be observed.

#[path = "common/random.rs"]
mod random;

use random::Random;
use std::fmt::Write;
use vex_ir::Cx;
use vex_ir::arith::{sign_extend, truncate};
use vex_ir::cx::Options;
use vex_ir::flow::interp::{Answer, ErrorKind, Host, HostCall, Limits, Machine, Memory, Options as Rules, Value};
use vex_ir::flow::print::print;
use vex_ir::flow::read::read;
use vex_ir::flow::verify_flow;
use vex_ir::flow::{FnId, Program};
use vex_ir::lang::{Grammar, Production};
use vex_ir::target::Target;
use vex_ir::ty::{IntTy, Ty};

const INTS: [&str; 6] = ["i8", "u8", "i32", "u32", "i64", "usize"];

/// Writes a function whose statements are random, but well-typed.
struct Generator {
    random: Random,
    locals: String,
    count: usize,
    /// Values that may be used: number and type.
    values: Vec<(usize, String)>,
    text: String,
}

/// Variables: two for each type, then an array, and a slice of it that is one shorter.
const FIRST_VALUE: usize = 2 * INTS.len() + 2 + 2;
const ARRAY: usize = 2 * INTS.len() + 2;
const SLICE: usize = ARRAY + 1;

impl Generator {
    fn function(seed: u64) -> String {
        let mut g = Generator {
            random: Random(seed),
            locals: String::new(),
            count: FIRST_VALUE,
            values: Vec::new(),
            text: String::new(),
        };
        let blocks = 3 + g.random.below(6);
        for block in 0..blocks {
            let shared = g.values.len();
            let _ = writeln!(g.text, "bb{block}:");
            if block == 0 {
                g.setup();
            }
            for _ in 0..1 + g.random.below(7) {
                g.stmt();
            }
            g.terminator(blocks);
            // What the entry assigns is known everywhere, the rest only in its block.
            if block > 0 {
                g.values.truncate(shared);
            }
        }
        g.finish()
    }

    fn finish(self) -> String {
        let mut out = String::new();
        for ty in INTS.iter().chain(&["bool"]) {
            let _ = writeln!(out, "import fn @input_{ty}() -> {ty};\nimport fn @observe_{ty}({ty});");
        }
        out.push_str("fn @f() {\n");
        for (number, ty) in INTS.iter().chain(&["bool"]).flat_map(|ty| [ty, ty]).enumerate() {
            let _ = writeln!(out, "var _{number}: {ty};");
        }
        let _ = writeln!(out, "var _{ARRAY}: [i32; 4];\nvar _{SLICE}: &[i32];");
        out.push_str(&self.locals);
        out.push_str(&self.text);
        out.push_str("}\n");
        out
    }

    fn setup(&mut self) {
        for number in 0..2 * INTS.len() {
            let ty = INTS[number / 2];
            let value = self.constant(ty);
            let _ = writeln!(self.text, "_{number} = {value};");
        }
        let address = self.value("*i32");
        let slice = self.value("&[i32]");
        let _ = writeln!(self.text, "_{} = false;\n_{} = true;", 2 * INTS.len(), 2 * INTS.len() + 1);
        let _ = writeln!(self.text, "_{ARRAY} = [7i32; 4];\n_{address} = &_{ARRAY}[0usize];");
        let _ = writeln!(self.text, "_{slice} = fat _{address}, 3usize;\n_{SLICE} = _{slice};");
    }

    fn value(&mut self, ty: &str) -> usize {
        let number = self.count;
        self.count += 1;
        let _ = writeln!(self.locals, "let _{number}: {ty};");
        self.values.push((number, ty.to_string()));
        number
    }

    fn constant(&mut self, ty: &str) -> String {
        let int = IntTy::from_name(ty).expect("an integer type");
        let bits = int.bits(64);
        let near = self.random.below(9) as u128;
        let value = match self.random.below(4) {
            0 => near.wrapping_neg(),
            1 if int.signed() => (1 << (bits - 1)) + near,
            1 => u128::MAX - near,
            _ => near,
        };
        let value = truncate(value, bits);
        if int.signed() { format!("{}{ty}", sign_extend(value, bits)) } else { format!("{value}{ty}") }
    }

    fn operand(&mut self, ty: &str) -> String {
        let known: Vec<usize> = self.values.iter().filter(|v| v.1 == ty).map(|v| v.0).collect();
        match self.random.below(4) {
            0 if ty == "bool" => self.random.pick(&["true", "false"]).to_string(),
            0 => self.constant(ty),
            1 | 2 if !known.is_empty() => format!("_{}", self.random.pick(&known)),
            _ => self.variable(ty),
        }
    }

    fn variable(&mut self, ty: &str) -> String {
        let kind = INTS.iter().position(|t| *t == ty).unwrap_or(INTS.len());
        format!("_{}", 2 * kind + self.random.below(2))
    }

    /// A place that is assigned: a variable, or a new value.
    fn dest(&mut self, ty: &str) -> String {
        if self.random.below(2) == 0 { self.variable(ty) } else { format!("_{}", self.value(ty)) }
    }

    fn element(&mut self) -> String {
        let index = match self.random.below(3) {
            0 => format!("{}usize", self.random.below(5)),
            _ => self.operand("usize"),
        };
        match self.random.below(3) {
            0 => format!("_{ARRAY}[{index}]"),
            1 => format!("_{SLICE}.*[{index}]"),
            // The slice that is a value.
            _ => format!("_{}.*[{index}]", FIRST_VALUE + 1),
        }
    }

    fn stmt(&mut self) {
        let ty = self.random.pick(&INTS);
        let (a, b) = (self.operand(ty), self.operand(ty));
        let line = match self.random.below(12) {
            0..3 => {
                let op = self.random.pick(&["add", "sub", "mul", "div", "rem"]);
                format!("{} = arith {op} {a}, {b}", self.dest(ty))
            }
            3 => {
                let by = self.random.pick(&INTS);
                let (op, amount) = (self.random.pick(&["shl", "shr"]), self.operand(by));
                format!("{} = arith {op} {a}, {amount}", self.dest(ty))
            }
            4 => {
                let op = self.random.pick(&["add", "sub", "mul", "and", "or", "xor"]);
                format!("{} = {op} {a}, {b}", self.dest(ty))
            }
            5 => {
                let op = self.random.pick(&["eq", "ne", "lt", "le", "gt", "ge"]);
                format!("{} = {op} {a}, {b}", self.dest("bool"))
            }
            6 => {
                let (op, a, b) =
                    (self.random.pick(&["and", "or", "xor", "eq"]), self.operand("bool"), self.operand("bool"));
                format!("{} = {op} {a}, {b}", self.dest("bool"))
            }
            7 => {
                let to = self.random.pick(&INTS);
                format!("{} = cast {a}", self.dest(to))
            }
            8 if ty.starts_with('i') => {
                format!("{} = {} {a}", self.dest(ty), self.random.pick(&["arith neg", "neg", "not"]))
            }
            8 => format!("{} = call @input_{ty}()", self.dest(ty)),
            9 => {
                let element = self.element();
                format!("{} = {element}", self.dest("i32"))
            }
            10 => {
                let (element, value) = (self.element(), self.operand("i32"));
                format!("{element} = {value}")
            }
            _ => format!("call @observe_{ty}({a})"),
        };
        let _ = writeln!(self.text, "{line};");
    }

    fn terminator(&mut self, blocks: usize) {
        let mut to = || 1 + self.random.below(blocks - 1);
        let (x, y, z) = (to(), to(), to());
        let line = match self.random.below(8) {
            0 => "return".to_string(),
            1..3 => format!("goto bb{x}"),
            3 => {
                let on = self.operand("u8");
                format!("switch {on} {{ 0u8 => bb{x}, 1u8 => bb{y}, else => bb{z} }}")
            }
            _ => {
                let cond = self.operand("bool");
                format!("if {cond} goto bb{x} else bb{y}")
            }
        };
        let _ = writeln!(self.text, "{line};");
    }
}

/// Why a run ended.
#[derive(Clone, Debug, PartialEq)]
enum End {
    Return,
    Panic(String),
    /// It took too long.
    Cut,
}

/// What functions get from outside, and what they let be seen.
#[derive(Default)]
struct World {
    inputs: u64,
    trace: Vec<u128>,
}

impl Host for World {
    fn call(&mut self, _: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        self.trace.extend(call.args.iter().filter_map(|(_, value)| value.as_scalar()));
        if call.returns == Ty::VOID {
            return Ok(Answer::Return(None));
        }
        self.inputs += 1;
        let width = call.returns.as_int().expect("inputs are integers").bits(64);
        let bits = Random(self.inputs.wrapping_mul(0x9e37_79b9_7f4a_7c15)).below(usize::MAX) as u128;
        Ok(Answer::Return(Some(Value::Scalar(truncate(bits, width)))))
    }
}

fn behaviour(cx: &Cx, program: &Program, id: FnId, overflow_checks: bool) -> (Vec<u128>, End) {
    let limits = Limits { steps: 3000, ..Limits::default() };
    let mut machine = Machine::new(program, &cx.target, World::default(), limits, Rules { overflow_checks });
    let end = match machine.call(id, &[]) {
        Ok(_) => End::Return,
        Err(error) => match error.kind {
            ErrorKind::Panic(panic) => End::Panic(panic.text()),
            ErrorKind::StepLimit => End::Cut,
            other => panic!("{}: {}", other.text(), print(cx, program)),
        },
    };
    (machine.host.trace, end)
}

fn assert_same(a: &(Vec<u128>, End), b: &(Vec<u128>, End), context: &str) {
    let common = if a.1 == End::Cut || b.1 == End::Cut { a.0.len().min(b.0.len()) } else { usize::MAX };
    assert_eq!(a.0.iter().take(common).collect::<Vec<_>>(), b.0.iter().take(common).collect::<Vec<_>>(), "{context}");
    if a.1 != End::Cut && b.1 != End::Cut {
        assert_eq!(a.1, b.1, "{context}");
    }
}

#[test]
fn passes_preserve_what_random_functions_do() {
    let checked = Grammar::NONE.with(Production::Checked);
    let (mut panics, mut returns) = (0, 0);
    for seed in 1..3000u64 {
        let text = Generator::function(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
        let overflow_checks = seed % 2 == 0;
        let options = Options { overflow_checks: Some(overflow_checks), ..Options::default() };
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), options);
        let mut program = read(&mut cx, &text, 1).unwrap_or_else(|e| panic!("{}\n{text}", e.message));
        verify_flow(&program, Grammar::NONE.with(Production::Arith)).unwrap_or_else(|v| panic!("{}\n{text}", v.what));
        let id = program.bodies.iter().next().expect("one function has a body").0;
        let before = behaviour(&cx, &program, id, overflow_checks);
        vex_passes::check_insert::run(&mut cx, &program.sigs, id, vex_ir::lang::Step::new(&mut program.bodies[id]));
        verify_flow(&program, checked).unwrap_or_else(|v| panic!("{}\n{text}\n{}", v.what, print(&cx, &program)));
        let context = format!("{text}\n{}", print(&cx, &program));
        assert_same(&before, &behaviour(&cx, &program, id, overflow_checks), &context);
        vex_passes::flow_simplify::run(&mut cx, &program.sigs, id, vex_ir::lang::Step::new(&mut program.bodies[id]));
        verify_flow(&program, checked).unwrap_or_else(|v| panic!("{}\n{context}", v.what));
        assert_same(
            &before,
            &behaviour(&cx, &program, id, overflow_checks),
            &format!("{context}\n{}", print(&cx, &program)),
        );
        panics += usize::from(matches!(before.1, End::Panic(_)));
        returns += usize::from(before.1 == End::Return);
    }
    // The generator is worth something only if both happen often.
    assert!(panics > 300 && returns > 300, "{panics} panics, {returns} returns");
}

#[test]
fn the_interpreter_sees_a_difference() {
    let text = "import fn @observe_i32(i32);\nfn @f() {\nbb0:\n call @observe_i32(1i32);\n return;\n}\n";
    let run = |text: &str| {
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let program = read(&mut cx, text, 1).unwrap_or_else(|e| panic!("{}", e.message));
        let id = program.bodies.iter().next().unwrap().0;
        behaviour(&cx, &program, id, true)
    };
    assert_eq!(run(text), (vec![1], End::Return));
    assert_ne!(run(text), run(&text.replace("1i32", "2i32")));
}
