//! The interpreter of Flow against compiled code: random programs over all numbers, conversions, structs, unions, arrays, slices, loops,
//! calls and pointers do the same when they are interpreted (as `flow-build` leaves them, and as they are before LLVM) and when they
//! are compiled and executed, at `-O0` and `-O3`, with overflow checks and without. Panics among them.
//!
//! NaNs have the same bits at `-O0`; optimisers may choose others, so that at `-O3` programs print what is no number as such.

mod common;
#[path = "../../passes/tests/common/world.rs"]
mod world;

use common::{Random, run, vexc};
use std::fmt::Write;
use world::{flow_of, interpret};

const INTS: [&str; 12] = ["i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "i128", "u128", "isize", "usize"];
const NUMBERS: [&str; 14] =
    ["i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "i128", "u128", "isize", "usize", "f32", "f64"];
/// Of which the structs and tables of programs are made.
const FIELDS: [&str; 6] = ["u8", "i32", "i64", "u128", "f32", "f64"];

fn bits(ty: &str) -> u32 {
    ty[1..].parse().unwrap_or(64)
}

fn is_float(ty: &str) -> bool {
    ty.starts_with('f')
}

struct Generator {
    random: Random,
    text: String,
    /// Functions that can be called: parameters and result.
    functions: Vec<(Vec<&'static str>, &'static str)>,
    /// Variables in scope.
    variables: Vec<(String, &'static str)>,
    names: usize,
    /// Whether everything is exact to the bit, NaNs included.
    exact: bool,
}

impl Generator {
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.below(from.len())]
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.random.below(one_in) == 0
    }

    fn literal(&mut self, ty: &str) -> String {
        if ty == "bool" {
            return self.pick(&["true", "false"]).into();
        }
        if is_float(ty) {
            let special = if ty == "f32" {
                ["0.0", "-0.0", "1.5", "3.4028235e38", "1e-45", "16777217.0", "-2.5", "0.1"]
            } else {
                ["0.0", "-0.0", "1.5", "1.7976931348623157e308", "5e-324", "9007199254740993.0", "-2.5", "0.1"]
            };
            let number = match self.random.below(3) {
                0 => self.pick(&special).to_string(),
                1 => format!("{}{}.{:03}", self.pick(&["", "-"]), self.random.below(100_000), self.random.below(1000)),
                _ => format!("{}e{}", 1 + self.random.below(99), self.random.below(60) as i32 - 30),
            };
            let number = if number.contains(['.', 'e']) { number } else { format!("{number}.0") };
            return format!("black_box({number}{ty})");
        }
        let width = bits(ty);
        let max = (u128::MAX >> (128 - width)) >> u32::from(ty.starts_with('i'));
        let any = u128::from(self.random.next()) << 64 | u128::from(self.random.next());
        let near = u128::from(self.random.next() % 4);
        let size = match self.random.below(8) {
            0 => max - near,
            1 => any & max,
            2 | 3 => (any & max) >> self.random.below(width as usize),
            _ => near + u128::from(self.random.next() % 30),
        };
        let sign = if ty.starts_with('i') && self.chance(3) { "-" } else { "" };
        let text = format!("{sign}{size}{ty}");
        if self.chance(3) { format!("({text})") } else { format!("black_box({text})") }
    }

    fn variable(&mut self, ty: &str) -> Option<String> {
        let fitting: Vec<String> =
            self.variables.iter().filter(|(_, of)| *of == ty).map(|(name, _)| name.clone()).collect();
        (!fitting.is_empty()).then(|| fitting[self.random.below(fitting.len())].clone())
    }

    fn index(&mut self, len: usize) -> String {
        let index = self.expression("usize", 1);
        // Out of bounds once in a while.
        if self.chance(40) { index } else { format!("({index} % {len})") }
    }

    fn condition(&mut self, depth: u32) -> String {
        let ty = self.pick(&NUMBERS);
        let (a, b) = (self.expression(ty, depth), self.expression(ty, depth));
        let op = self.pick(&["==", "!=", "<", "<=", ">", ">="]);
        let test = format!("({a} {op} {b})");
        match self.random.below(4) {
            0 => {
                let other = self.variable("bool").unwrap_or("true".into());
                format!("({test} {} {other})", self.pick(&["&&", "||", "&", "|", "^"]))
            }
            1 => format!("(!{test})"),
            _ => test,
        }
    }

    /// An expression of a type.
    // Long because it is a table of what there is.
    fn expression(&mut self, ty: &'static str, depth: u32) -> String {
        if ty == "bool" {
            return if depth == 0 { self.literal(ty) } else { self.condition(depth - 1) };
        }
        if depth == 0 || self.chance(5) {
            return match (self.chance(4), self.variable(ty)) {
                (false, Some(name)) => name,
                _ => self.literal(ty),
            };
        }
        let one = depth - 1;
        match self.random.below(16) {
            0 | 1 => {
                let from = self.pick(&NUMBERS);
                format!("({} as {ty})", self.expression(from, one))
            }
            2 => {
                let (c, a, b) = (self.condition(one), self.expression(ty, one), self.expression(ty, one));
                format!("(if {c} {{ {a} }} else {{ {b} }})")
            }
            3 if FIELDS.contains(&ty) => {
                let place = self.pick(&["s", "r", "t[1]", "q.*"]);
                if place == "q.*" { format!("unsafe {{ (*q).{ty}_ }}") } else { format!("{place}.{ty}_") }
            }
            4 if ty == "i32" => {
                let index = self.index(8);
                let place = self.pick(&["a", "p", "GLOBAL"]);
                if place == "GLOBAL" { format!("unsafe {{ GLOBAL[{index}] }}") } else { format!("{place}[{index}]") }
            }
            5 if ty == "usize" => self.pick(&["p.len()", "a.len()"]).into(),
            6 => {
                let fitting: Vec<usize> = (0..self.functions.len()).filter(|f| self.functions[*f].1 == ty).collect();
                if fitting.is_empty() {
                    return self.literal(ty);
                }
                let function = fitting[self.random.below(fitting.len())];
                self.call(function)
            }
            7 if is_float(ty) => format!("(-{})", self.expression(ty, one)),
            8 if is_float(ty) => {
                let method = self.pick(&["sqrt", "floor", "ceil", "trunc", "round", "abs"]);
                format!("{}.{method}()", self.expression(ty, one))
            }
            9 if is_float(ty) => {
                let (a, b) = (self.expression(ty, one), self.expression(ty, one));
                if self.exact || self.chance(2) {
                    let c = self.expression(ty, one);
                    format!("{a}.mul_add({b}, {c})")
                } else {
                    // The sign of the lesser zero is the machine's choice.
                    format!("({a} + 1.0).max({b} + 2.0)")
                }
            }
            _ if is_float(ty) => {
                let op = self.pick(&["+", "-", "*", "/", "%"]);
                format!("({} {op} {})", self.expression(ty, one), self.expression(ty, one))
            }
            7 => format!("(!{})", self.expression(ty, one)),
            8 if ty.starts_with('i') => format!("(-{})", self.expression(ty, one)),
            9 => {
                let by = self.pick(&INTS);
                let amount = if self.chance(12) {
                    self.expression(by, one)
                } else {
                    format!("{}{by}", self.random.below(bits(ty) as usize).min(100))
                };
                format!("({} {} {amount})", self.expression(ty, one), self.pick(&["<<", ">>"]))
            }
            10 => self.int_method(ty, one),
            11 => {
                let op = self.pick(&["&", "|", "^"]);
                format!("({} {op} {})", self.expression(ty, one), self.expression(ty, one))
            }
            12 => {
                let op = self.pick(&["/", "%"]);
                let divisor = self.expression(ty, one);
                // By zero once in a while.
                let divisor = if self.chance(10) { divisor } else { format!("({divisor} | 1)") };
                format!("({} {op} {divisor})", self.expression(ty, one))
            }
            _ if self.chance(3) => {
                let op = self.pick(&["+", "-", "*"]);
                format!("({} {op} {})", self.expression(ty, one), self.expression(ty, one))
            }
            _ => {
                let op = self.pick(&["wrapping_add", "wrapping_sub", "wrapping_mul"]);
                format!("{}.{op}({})", self.expression(ty, one), self.expression(ty, one))
            }
        }
    }

    fn int_method(&mut self, ty: &'static str, depth: u32) -> String {
        let a = self.expression(ty, depth);
        match self.random.below(8) {
            0 => format!("({a}.{}() as {ty})", self.pick(&["leading_zeros", "trailing_zeros", "count_ones"])),
            1 => format!("{a}.{}()", self.pick(&["swap_bytes", "wrapping_neg"])),
            2 => format!("{a}.{}({})", self.pick(&["rotate_left", "rotate_right"]), self.expression("u32", depth)),
            3 => format!("{a}.{}({})", self.pick(&["wrapping_shl", "wrapping_shr"]), self.expression("u32", depth)),
            4 => {
                let method = self.pick(&["saturating_add", "saturating_sub", "saturating_mul"]);
                format!("{a}.{method}({})", self.expression(ty, depth))
            }
            5 => format!("{a}.{}({})", self.pick(&["min", "max"]), self.expression(ty, depth)),
            6 if self.chance(4) => format!("{a}.pow({}u32)", self.random.below(4)),
            _ => {
                let divisor = format!("({} | 1)", self.expression(ty, depth));
                format!("{a}.{}({divisor})", self.pick(&["wrapping_div", "wrapping_rem"]))
            }
        }
    }

    fn call(&mut self, function: usize) -> String {
        let params = self.functions[function].0.clone();
        let args: Vec<String> = params.iter().map(|ty| self.expression(ty, 1)).collect();
        let by_pointer = if self.chance(3) { format!("table_{function}[0]") } else { format!("f{function}") };
        let comma = if args.is_empty() { "" } else { ", " };
        format!("{by_pointer}({}{comma}s, a)", args.join(", "))
    }

    // Long because it is a table of what there is.
    fn statement(&mut self, depth: u32, out: &mut String) {
        match self.random.below(14) {
            0..4 => {
                let ty = self.pick(&NUMBERS);
                let ty = if self.chance(10) { "bool" } else { ty };
                let value = self.expression(ty, 3);
                self.names += 1;
                let name = format!("v{}", self.names);
                _ = writeln!(out, "let mut {name}: {ty} = {value};");
                _ = writeln!(out, "show_{ty}({name});");
                self.variables.push((name, ty));
            }
            4 | 5 => {
                let ty = self.pick(&NUMBERS);
                let value = self.expression(ty, 3);
                if let Some(name) = self.variable(ty) {
                    _ = writeln!(out, "{name} = {value}; show_{ty}({name});");
                }
            }
            6 => {
                let ty = self.pick(&FIELDS);
                let value = self.expression(ty, 2);
                let place = self.pick(&["s", "r", "t[0]", "t[1]"]);
                _ = writeln!(out, "{place}.{ty}_ = {value}; show_{ty}({place}.{ty}_);");
            }
            7 => {
                let (index, value) = (self.index(8), self.expression("i32", 2));
                let place = self.pick(&["a", "p"]);
                _ = writeln!(out, "{place}[{index}] = {value};");
                _ = writeln!(out, "unsafe {{ GLOBAL[{} % 8] = GLOBAL[0] ^ {value}; }}", self.random.below(8));
            }
            8 => {
                let (from, to) = (self.random.below(5), 4 + self.random.below(5));
                let sum = self.expression("i32", 1);
                _ = writeln!(
                    out,
                    "for x in &a[{from}..{to}] {{ a[0] = a[0].wrapping_add(*x).wrapping_mul({sum}); }} show_i32(a[0]);"
                );
            }
            9 => {
                // Copies, and what a union makes of floats.
                _ = writeln!(
                    out,
                    "t[0] = s; t[1] = t[0]; w = t; u.f = s.f64_ + 1.0; show_u64(unsafe {{ u.bytes[7] as u64 ^ u.n >> 60 }}); s = w[1];"
                );
            }
            10 if depth > 0 => {
                let count = 1 + self.random.below(6);
                let known = self.variables.len();
                let mut body = String::new();
                for _ in 0..2 {
                    self.statement(depth - 1, &mut body);
                }
                self.variables.truncate(known);
                _ = writeln!(
                    out,
                    "for i{depth} in 0usize..{count} {{\n a[i{depth}] = a[7 - i{depth}].wrapping_add(i{depth} as i32);\n{body}}}"
                );
            }
            11 if depth > 0 => {
                let condition = self.condition(1);
                let known = self.variables.len();
                let mut bodies = [String::new(), String::new()];
                for body in &mut bodies {
                    self.statement(depth - 1, body);
                    self.variables.truncate(known);
                }
                _ = writeln!(out, "if {condition} {{\n{}}} else {{\n{}}}", bodies[0], bodies[1]);
            }
            12 => {
                let ty = self.pick(&["u8", "i32", "i64", "u128"]);
                let on = self.expression(ty, 2);
                let (x, y) = (self.random.below(20), 20 + self.random.below(100));
                let (a, b, c) = (self.expression("i32", 1), self.expression("i32", 1), self.expression("i32", 1));
                _ = writeln!(out, "a[1] = match {on} {{ {x} => {a}, {y}..=125 => {b}, _ => {c} }}; show_i32(a[1]);");
            }
            _ => {
                _ = writeln!(out, "q = &mut t[{}]; show_i64(unsafe {{ (*q).i64_ }});", self.random.below(2));
                _ = writeln!(
                    out,
                    "color = if {} {{ Color::Red }} else {{ Color::Blue }}; show_i32(color as i32);",
                    self.condition(1)
                );
            }
        }
    }

    fn body(&mut self, statements: usize) -> String {
        let mut out = String::from(
            "let mut t: [S; 2] = [s, s]; let mut w = t; let mut u = U { n: 0 }; let mut r: &mut S = &mut w[0]; let mut q: *mut S = &mut t[0];\n\
             let mut color = Color::Red; let p: &mut [i32] = unsafe { &mut SPARE[..] };\n",
        );
        for _ in 0..statements {
            self.statement(2, &mut out);
        }
        out.push_str("show_u8(t[1].u8_ ^ w[0].u8_); show_i32(p[0]); show_i32(color as i32);\n");
        out
    }

    fn program(mut self) -> String {
        let fields: Vec<String> = FIELDS.iter().map(|ty| format!("{ty}_: {ty}")).collect();
        _ = writeln!(self.text, "{PRELUDE}\nstruct S {{ {} }}", fields.join(", "));
        for number in 0..4 {
            let params: Vec<&'static str> = (0..self.random.below(4)).map(|_| self.pick(&NUMBERS)).collect();
            let result = self.pick(&NUMBERS);
            self.variables = params.iter().enumerate().map(|(i, ty)| (format!("x{i}"), *ty)).collect();
            let list: Vec<String> = params.iter().enumerate().map(|(i, ty)| format!("mut x{i}: {ty}, ")).collect();
            let body = self.body(3);
            let value = self.expression(result, 3);
            let list = list.concat();
            _ = writeln!(
                self.text,
                "fn f{number}({list}mut s: S, a: &mut [i32; 8]) -> {result} {{\nif !spend() {{ return 0 as {result}; }}\n{body}return {value};\n}}"
            );
            let types: String = params.iter().map(|ty| format!("{ty}, ")).collect();
            _ = writeln!(
                self.text,
                "static table_{number}: [fn({types}S, &mut [i32; 8]) -> {result}; 1] = [f{number}];"
            );
            self.functions.push((params, result));
        }
        self.variables.clear();
        let values: Vec<String> = FIELDS.iter().map(|ty| format!("{ty}_: {}", self.literal(ty))).collect();
        let body = self.body(14);
        _ = writeln!(
            self.text,
            "fn main() {{\nlet mut s = S {{ {} }};\nlet mut numbers: [i32; 8] = [1, 2, 3, 4, 5, 6, 7, 8];\nlet a: &mut [i32; 8] = &mut numbers;\n{body}}}",
            values.join(", ")
        );
        self.text.replace("EXACT", if self.exact { "true" } else { "false" })
    }
}

/// What shows values; and calls are not too many.
const PRELUDE: &str = r#"
extern "C" { fn printf(format: *u8, ...) -> i32; }
#[repr(i32)] enum Color { Red = -3, Green, Blue = 70000 }
union U { f: f64, n: u64, bytes: [u8; 8] }
static mut GLOBAL: [i32; 8] = [8, 7, 6, 5, 4, 3, 2, 1];
static mut SPARE: [i32; 8] = [0; 8];
static mut FUEL: i32 = 300;
fn spend() -> bool { unsafe { FUEL = FUEL.wrapping_sub(1); FUEL > 0 } }
fn show_u64(x: u64) { unsafe { printf(c"%llx\n", x); } }
fn show_i64(x: i64) { show_u64(x as u64); }
fn show_u128(x: u128) { unsafe { printf(c"%llx %llx\n", (x >> 64) as u64, x as u64); } }
fn show_i128(x: i128) { show_u128(x as u128); }
fn show_i8(x: i8) { show_u64(x as u64); }
fn show_u8(x: u8) { show_u64(x); }
fn show_i16(x: i16) { show_u64(x as u64); }
fn show_u16(x: u16) { show_u64(x); }
fn show_i32(x: i32) { show_u64(x as u64); }
fn show_u32(x: u32) { show_u64(x); }
fn show_isize(x: isize) { show_u64(x as u64); }
fn show_usize(x: usize) { show_u64(x); }
fn show_bool(x: bool) { show_u64(x as u64); }
fn show_f32(x: f32) { if x == x || EXACT { show_u64(x.to_bits()); } else { show_u64(77); } }
fn show_f64(x: f64) { if x == x || EXACT { show_u64(x.to_bits()); } else { show_u64(77); } }
"#;

fn generated(seed: u64, exact: bool) -> String {
    let random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
    let generator =
        Generator { random, text: String::new(), functions: Vec::new(), variables: Vec::new(), names: 0, exact };
    generator.program()
}

#[test]
fn interpreted_as_compiled() {
    let seeds = std::env::var("VEXC_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(24u64);
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("program.vx");
    let name = path.to_string_lossy().into_owned();
    let (mut panics, mut ends, mut lines) = (0, 0, 0);
    for seed in 1..=seeds {
        let exact = seed % 2 == 0;
        let text = generated(seed, exact);
        std::fs::write(&path, &text).expect("written");
        for checks in ["--overflow-checks=on", "--overflow-checks=off"] {
            let mut interpreted = None;
            for stage in ["flow-build", "inline-tag"] {
                let (cx, program) = flow_of(&name, &text, checks, stage).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
                let done = interpret(&cx, &program).unwrap_or_else(|e| panic!("seed {seed}, {stage}, {checks}: {e}"));
                if let Some(before) = &interpreted {
                    assert_eq!(before, &done, "seed {seed}, {stage}, {checks}");
                }
                interpreted = Some(done);
            }
            let interpreted = interpreted.expect("it was interpreted");
            for level in if exact { &["-O0"][..] } else { &["-O0", "-O3"] } {
                let compiled = run(vexc().arg("run").arg(level).arg(checks).arg(&path));
                let context = format!("seed {seed}, {level}, {checks}");
                assert_eq!(compiled.status, Some(interpreted.status), "{context}\n{}", compiled.stderr);
                let same = compiled.stdout == interpreted.out;
                let diff =
                    || similar::TextDiff::from_lines(&compiled.stdout, &interpreted.out).unified_diff().to_string();
                assert!(same, "{context}:\n{}", diff());
                let message = compiled.stderr.lines().find(|l| l.starts_with("panicked")).unwrap_or("");
                assert_eq!(message, interpreted.err.trim_end(), "{context}");
            }
            panics += usize::from(interpreted.status == 101);
            ends += usize::from(interpreted.status == 0);
            lines += interpreted.out.lines().count();
        }
    }
    // The generator is worth something only if both happen, and much is shown.
    assert!(panics * 10 > seeds as usize && ends * 10 > seeds as usize, "{panics} panics, {ends} ends");
    assert!(lines > 20 * seeds as usize, "{lines} lines");
}
