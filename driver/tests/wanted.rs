//! A wanted type never reaches into an operand: generated programs in which types are wanted of values that were computed in
//! narrower ones, against what Clang makes of the same arithmetic, in C, where every operation says its type with a cast.
//!
//! The generator knows the type of each expression from the expression alone, as the language has it (`docs/reference.md`,
//! Expressions). It then puts the value where a wider type is wanted: behind `let`, assignments, arguments, results, fields,
//! elements. Arithmetic wraps, so an operand that had the wider type would show.

mod common;

use common::{Random, run, vexc};
use std::fmt::Write;
use std::process::Command;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Type {
    vex: &'static str,
    c: &'static str,
    float: bool,
    signed: bool,
    /// On any supported target, at least and at most.
    bits: (u32, u32),
}

const fn int(vex: &'static str, c: &'static str, signed: bool, bits: (u32, u32)) -> Type {
    Type { vex, c, float: false, signed, bits }
}

const TYPES: [Type; 14] = [
    int("u8", "uint8_t", false, (8, 8)),
    int("i8", "int8_t", true, (8, 8)),
    int("u16", "uint16_t", false, (16, 16)),
    int("i16", "int16_t", true, (16, 16)),
    int("u32", "uint32_t", false, (32, 32)),
    int("i32", "int32_t", true, (32, 32)),
    int("u64", "uint64_t", false, (64, 64)),
    int("i64", "int64_t", true, (64, 64)),
    int("u128", "u128", false, (128, 128)),
    int("i128", "i128", true, (128, 128)),
    int("usize", "size_t", false, (32, 64)),
    int("isize", "ptrdiff_t", true, (32, 64)),
    Type { vex: "f32", c: "float", float: true, signed: true, bits: (32, 32) },
    Type { vex: "f64", c: "double", float: true, signed: true, bits: (64, 64) },
];
const INTS: usize = 12;

impl Type {
    /// Whether a value is converted to a type without being asked for.
    fn widens(self, to: Type) -> bool {
        if self == to {
            return true;
        }
        match (self.float, to.float) {
            (true, true) => self.bits < to.bits,
            (false, false) if self.signed == to.signed => self.bits.1 <= to.bits.0,
            (false, false) => to.signed && self.bits.1 < to.bits.0,
            _ => false,
        }
    }

    fn narrower(self) -> Vec<Type> {
        TYPES.into_iter().filter(|from| from.widens(self)).collect()
    }

    /// How many bits it has here.
    fn width(self) -> u32 {
        self.bits.1
    }
}

/// The same expression in both languages.
#[derive(Clone)]
struct Expr {
    ty: Type,
    vex: String,
    c: String,
}

struct Generator {
    random: Random,
    labels: u32,
}

/// How many variables there are of each type.
const VARIABLES: usize = 3;

impl Generator {
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.below(from.len())]
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.random.below(one_in) == 0
    }

    /// An operation in C, which says its type.
    fn made(ty: Type, vex: String, c: String) -> Expr {
        Expr { ty, vex, c: format!("(({})({c}))", ty.c) }
    }

    fn variable(&mut self, ty: Type) -> Expr {
        let name = format!("{}_{}", ty.vex, self.random.below(VARIABLES));
        Expr { ty, vex: name.clone(), c: name }
    }

    /// A literal that says its type.
    fn literal(&mut self, ty: Type) -> Expr {
        if ty.float {
            let value = self.random.below(4000) as f64 / 16.0 + 0.1;
            return Self::made(
                ty,
                format!("{value:?}{}", ty.vex),
                format!("{value:?}{}", if ty.vex == "f32" { "f" } else { "" }),
            );
        }
        let limit = if ty.width() == 8 { if ty.signed { 128 } else { 256 } } else { 30000 };
        let value = self.random.below(limit);
        Self::made(ty, format!("{value}{}", ty.vex), value.to_string())
    }

    /// A literal that has its type from the other operand.
    fn bare(&mut self, ty: Type) -> Expr {
        if ty.float {
            let value = self.random.below(4000) as f64 / 16.0 + 0.1;
            return Self::made(
                ty,
                format!("{value:?}"),
                format!("{value:?}{}", if ty.vex == "f32" { "f" } else { "" }),
            );
        }
        let value = self.random.below(127);
        match ty.signed && self.chance(4) {
            true => Self::made(ty, format!("(-{value})"), format!("-{value}")),
            false => Self::made(ty, value.to_string(), value.to_string()),
        }
    }

    /// A type that converts to this one; often it itself.
    fn part_of(&mut self, ty: Type) -> Type {
        if self.chance(2) { ty } else { self.pick(&ty.narrower()) }
    }

    fn condition(&mut self, depth: u32) -> (String, String) {
        let ty = self.pick(&TYPES);
        let other = self.part_of(ty);
        let (a, b) = (self.expr(ty, depth), self.expr(other, depth));
        let op = self.pick(&["<", "<=", ">", ">=", "==", "!="]);
        // C's comparison converts as its own arithmetic does.
        (format!("{} {op} {}", a.vex, b.vex), format!("(({t}){} {op} ({t}){})", a.c, b.c, t = ty.c))
    }

    /// An expression whose type is this one whatever is wanted of it.
    fn expr(&mut self, ty: Type, depth: u32) -> Expr {
        if depth == 0 {
            return if self.chance(4) { self.literal(ty) } else { self.variable(ty) };
        }
        match self.random.below(12) {
            0 => self.variable(ty),
            1..=4 => self.arithmetic(ty, depth - 1),
            5 | 6 => self.way(ty, depth - 1),
            7 | 8 => self.cast(ty, depth - 1),
            9 => self.method(ty, depth - 1),
            10 => self.part(ty, depth - 1),
            _ => self.unary(ty, depth - 1),
        }
    }

    fn unary(&mut self, ty: Type, depth: u32) -> Expr {
        let a = self.expr(ty, depth);
        match ty.signed && (ty.float || self.chance(2)) {
            true => Self::made(ty, format!("(-{})", a.vex), format!("-{}", a.c)),
            false => Self::made(ty, format!("(!{})", a.vex), format!("~{}", a.c)),
        }
    }

    fn arithmetic(&mut self, ty: Type, depth: u32) -> Expr {
        if !ty.float && self.chance(4) {
            return self.shift(ty, depth);
        }
        let other = self.part_of(ty);
        let (a, b) = (self.expr(ty, depth), if self.chance(3) { self.bare(ty) } else { self.expr(other, depth) });
        let (a, b) = if self.chance(2) { (a, b) } else { (b, a) };
        let op = match ty.float {
            true => self.pick(&["+", "-", "*"]),
            false => self.pick(&["+", "-", "*", "&", "|", "^"]),
        };
        let (vex, c) = (format!("({} {op} {})", a.vex, b.vex), format!("({t}){} {op} ({t}){}", a.c, b.c, t = ty.c));
        if self.chance(6) {
            // Neither zero nor -1.
            let (by, op) = (3 + self.random.below(90), if ty.float { "/" } else { self.pick(&["/", "%"]) });
            let vex = if ty.float { format!("({vex} {op} {by}.0)") } else { format!("({vex} {op} {by})") };
            return Self::made(ty, vex, format!("(({t})({c})) {op} ({t}){by}", t = ty.c));
        }
        Self::made(ty, vex, c)
    }

    /// The amount has a type of its own.
    fn shift(&mut self, ty: Type, depth: u32) -> Expr {
        let a = self.expr(ty, depth);
        let (op, by_ty) = (self.pick(&["<<", ">>"]), self.pick(&TYPES[..INTS]));
        let mask = ty.width() - 1;
        let by = match self.chance(2) {
            true => {
                let by = self.random.below(ty.width() as usize).to_string();
                Expr { ty: by_ty, vex: by.clone(), c: by }
            }
            false => {
                let by = self.expr(by_ty, depth);
                Expr { ty: by_ty, vex: format!("({} & {mask})", by.vex), c: format!("({} & {mask})", by.c) }
            }
        };
        Self::made(ty, format!("({} {op} {})", a.vex, by.vex), format!("{} {op} {}", a.c, by.c))
    }

    /// Begins anew: of what is cast nothing is wanted.
    fn cast(&mut self, ty: Type, depth: u32) -> Expr {
        if self.chance(6) {
            return self.literals_alone(ty);
        }
        let from = self.pick(&TYPES);
        let a = self.expr(from, depth);
        let vex = format!("({} as {})", a.vex, ty.vex);
        match from.float && !ty.float {
            true => Expr { ty, vex, c: format!("to_{}({})", ty.vex, a.c) },
            false => Self::made(ty, vex, a.c),
        }
    }

    /// Nothing decides, so they are `i32` or `f64`, and then what they are cast to.
    fn literals_alone(&mut self, ty: Type) -> Expr {
        if ty.float || self.chance(3) {
            let (a, b) = (self.random.below(1 << 24) as f64 + 0.5, self.random.below(1 << 24) as f64 + 16777216.0);
            let (a, b) = if self.chance(2) { (a, b) } else { (b, a) };
            let (vex, c) = (format!("(({a:?} - {b:?}) as {})", ty.vex), format!("({a:?} - {b:?})"));
            return match ty.float {
                true => Self::made(ty, vex, c),
                false => Expr { ty, vex, c: format!("to_{}({c})", ty.vex) },
            };
        }
        let (a, b, op) = (self.random.below(40000), self.random.below(40000), self.pick(&["+", "-", "*", "^", "|"]));
        let c = format!("(int32_t)((int64_t){a} {op} (int64_t){b})");
        Self::made(ty, format!("(({a} {op} {b}) as {})", ty.vex), c)
    }

    /// One of several values, by the way that was taken. Each is converted to the widest where it stands.
    fn way(&mut self, ty: Type, depth: u32) -> Expr {
        let (x, y) = (ty, self.part_of(ty));
        let (a, b) = (self.expr(x, depth), self.expr(y, depth));
        let (a, b) = if self.chance(2) { (a, b) } else { (b, a) };
        let (on, c_on) = self.condition(depth.saturating_sub(1));
        self.labels += 1;
        let label = format!("'l{}", self.labels);
        let (va, vb) = (&a.vex, &b.vex);
        let chosen = |vex: String| Self::made(ty, vex, format!("{c_on} ? ({t}){} : ({t}){}", a.c, b.c, t = ty.c));
        // Only one of the two, which so must be of the type.
        let alone = if a.ty == ty { a.clone() } else { b.clone() };
        match self.random.below(11) {
            0 => chosen(format!("(if {on} {{ {va} }} else {{ {vb} }})")),
            1 => chosen(format!("(loop {{ if {on} {{ break {va}; }} break {vb}; }})")),
            2 => {
                chosen(format!("({label}: loop {{ loop {{ if {on} {{ break {label} {va}; }} break; }} break {vb}; }})"))
            }
            3 => chosen(format!("({label}: {{ if {on} {{ break {label} {va}; }} {vb} }})")),
            4 => chosen(format!("(match {on} {{ true => {va}, false => {vb} }})")),
            5 => {
                let (of, at) = (self.pick(&TYPES[..INTS]), self.random.below(100));
                let of = self.variable(of);
                let vex = format!("(match {} {{ 0..={at} => {va}, _ => {vb} }})", of.vex);
                Self::made(
                    ty,
                    vex,
                    format!("({v} >= 0 && {v} <= {at}) ? ({t}){} : ({t}){}", a.c, b.c, v = of.c, t = ty.c),
                )
            }
            6 => Expr { vex: format!("{{ {} }}", alone.vex), ..alone }.parenthesised(),
            7 => Expr { vex: format!("unsafe {{ danger(); {} }}", alone.vex), ..alone }.parenthesised(),
            8 => Expr { vex: format!("{{ let t: {} = {}; t }}", ty.vex, alone.vex), ..alone }.parenthesised(),
            9 => Expr { vex: format!("loop {{ break {}; }}", alone.vex), ..alone }.parenthesised(),
            _ => Expr { vex: format!("{label}: {{ break {label} {}; }}", alone.vex), ..alone }.parenthesised(),
        }
    }

    /// A receiver decides the type of a method's arguments, and nothing is wanted of it.
    fn method(&mut self, ty: Type, depth: u32) -> Expr {
        if ty.float {
            let a = self.expr(ty, depth);
            let f = if ty.vex == "f32" { "f" } else { "" };
            return match self.random.below(2) {
                0 => Self::made(ty, format!("{}.abs()", a.vex).receiver(), format!("fabs{f}({})", a.c)),
                _ => Self::made(ty, format!("{}.floor()", a.vex).receiver(), format!("floor{f}({})", a.c)),
            };
        }
        if ty.vex == "u32" && self.chance(2) {
            let of = self.pick(&TYPES[..INTS]);
            let a = self.expr(of, depth);
            let unsigned = format!("(unsigned_{})", of.vex);
            return match self.random.below(2) {
                0 => Self::made(ty, format!("{}.count_ones()", a.vex).receiver(), format!("ones({unsigned}{})", a.c)),
                _ => Self::made(
                    ty,
                    format!("{}.leading_zeros()", a.vex).receiver(),
                    format!("zeros({unsigned}{}, {})", a.c, of.width()),
                ),
            };
        }
        let other = self.part_of(ty);
        let (a, b) = (self.expr(ty, depth), self.expr(other, depth));
        let b = if self.chance(4) { self.bare(ty) } else { b };
        let (name, c) = match self.random.below(5) {
            0 => ("wrapping_add", format!("({t}){} + ({t}){}", a.c, b.c, t = ty.c)),
            1 => ("wrapping_sub", format!("({t}){} - ({t}){}", a.c, b.c, t = ty.c)),
            2 => ("wrapping_mul", format!("({t}){} * ({t}){}", a.c, b.c, t = ty.c)),
            3 => ("min", format!("({t}){a} < ({t}){b} ? ({t}){a} : ({t}){b}", a = a.c, b = b.c, t = ty.c)),
            _ => ("max", format!("({t}){a} > ({t}){b} ? ({t}){a} : ({t}){b}", a = a.c, b = b.c, t = ty.c)),
        };
        Self::made(ty, format!("{}.{name}({})", a.vex, b.vex).receiver(), c)
    }

    /// Parts of what is made on the spot, calls, indices.
    fn part(&mut self, ty: Type, depth: u32) -> Expr {
        let a = self.expr(ty, depth);
        match self.random.below(6) {
            0 => Expr { vex: format!("({}, 1u8).0", a.vex), ..a },
            1 => Expr { vex: format!("[{}; 2][1]", a.vex), ..a },
            2 => Expr { vex: format!("(*&{})", a.vex), ..a },
            3 => Expr { vex: format!("black_box({})", a.vex), ..a },
            4 => {
                let other = self.part_of(ty);
                let b = self.expr(other, depth);
                Self::made(ty, format!("pass_{}({})", ty.vex, b.vex), b.c)
            }
            _ => {
                // An index is a `usize` in the end, and is computed in its own type.
                let at = self.pick(&[TYPES[0], TYPES[2], TYPES[4], TYPES[10]]);
                let at = self.expr(at, depth);
                let v = |i: usize| format!("{}_{i}", ty.vex);
                let vex = format!("[{}, {}, {}][({} % 3)]", v(0), v(1), v(2), at.vex);
                Self::made(ty, vex, format!("(({}[]){{{}, {}, {}}})[({}) % 3]", ty.c, v(0), v(1), v(2), at.c))
            }
        }
    }

    /// A statement that wants a type of an expression, and shows the value.
    fn statement(&mut self, number: usize, all: &str) -> (String, String) {
        let wanted = self.pick(&TYPES);
        let from = self.pick(&wanted.narrower());
        let e = self.expr(from, 4);
        let (w, text) = (wanted.vex, &e.vex);
        let vex = match self.random.below(9) {
            0 => format!("let r: {w} = {text};"),
            1 => format!("let mut r: {w} = {w}_0; r = {text};"),
            2 => format!("let r = pass_{w}({text});"),
            3 => format!("let s: [{w}; 2] = [{w}_0, {text}]; let r = s[1];"),
            4 => format!("let s = S_{w} {{ a: {text} }}; let r = s.a;"),
            5 => format!("let s: (u8, {w}) = (1, {text}); let r = s.1;"),
            6 => format!("fn f() -> {w} {{ {} return {text}; }} let r = f();", variables_of(text, all)),
            7 => format!("fn f() -> {w} {{ {} {text} }} let r = f();", variables_of(text, all)),
            _ => format!("let mut r: {w} = {w}_0; r ^= {w}_0; r |= {text};"),
        };
        // Floats have no bits to be combined.
        let vex = if wanted.float { vex.replace(&format!("r ^= {w}_0; r |="), "r =") } else { vex };
        let vex = format!("    {{ {vex} show_{w}({number}, r); }}\n");
        (vex, format!("    show_{w}({number}, ({}){});\n", wanted.c, e.c))
    }
}

/// The variables that an expression uses, for a function of its own.
fn variables_of(text: &str, all: &str) -> String {
    let used = |line: &&str| {
        line.trim().strip_prefix("let ").and_then(|l| l.split(':').next()).is_some_and(|v| text.contains(v))
    };
    all.lines().filter(used).map(str::trim).collect::<Vec<_>>().join(" ")
}

trait Receiver {
    fn receiver(self) -> String;
}

impl Receiver for String {
    /// A call of a method, in parentheses so that it can be anything.
    fn receiver(self) -> String {
        format!("({self})")
    }
}

impl Expr {
    fn parenthesised(self) -> Expr {
        Expr { vex: format!("({})", self.vex), ..self }
    }
}

/// What C lacks: conversions that saturate, and counts of bits.
const PRELUDE: &str = "#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
typedef unsigned __int128 u128;
typedef __int128 i128;
static unsigned ones(u128 x) { return __builtin_popcountll(x) + __builtin_popcountll(x >> 64); }
static unsigned zeros(u128 x, unsigned width) { unsigned n = 0; while (n < width && !(x >> (width - 1 - n) & 1)) n++; return n; }
";

/// The program in Vex and its twin.
fn programs(seed: u64, count: usize) -> (String, String) {
    let mut generator = Generator { random: Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1), labels: 0 };
    let mut vex = "import { libc } from \"std\";\nunsafe fn danger() {}\n".to_string();
    let (mut c, mut c_variables, mut variables) = (PRELUDE.to_string(), String::new(), String::new());
    for ty in TYPES {
        let (t, ct) = (ty.vex, ty.c);
        _ = writeln!(vex, "fn pass_{t}(x: {t}) -> {t} {{ return x; }}\nstruct S_{t} {{ a: {t} }}");
        let (shown, c_shown) = match ty.float {
            true => ("c\"%d %a\\n\", n, r".to_string(), "\"%d %a\\n\", n, (double)r"),
            false => (
                "c\"%d %llx %llx\\n\", n, ((r as u128) >> 64) as u64, r as u64".to_string(),
                "\"%d %llx %llx\\n\", n, (unsigned long long)((u128)r >> 64), (unsigned long long)r",
            ),
        };
        _ = writeln!(vex, "fn show_{t}(n: i32, r: {t}) {{ unsafe {{ libc.printf({shown}); }} }}");
        _ = writeln!(c, "static void show_{t}(int n, {ct} r) {{ printf({c_shown}); }}");
        if !ty.float {
            let unsigned = format!("uint{}_t", ty.width()).replace("uint128_t", "u128");
            let (least, most) = match ty.signed {
                true => (
                    format!("({ct})(({unsigned})1 << {})", ty.width() - 1),
                    format!("({ct})((({unsigned})~({unsigned})0) >> 1)"),
                ),
                false => ("0".to_string(), format!("({ct})~({ct})0")),
            };
            _ = writeln!(c, "typedef {unsigned} unsigned_{t};");
            _ = writeln!(
                c,
                "static {ct} to_{t}(double x) {{ return x != x ? 0 : x <= (double)({least}) ? {least} : x >= (double)({most}) ? {most} : ({ct})x; }}"
            );
        }
        for i in 0..VARIABLES {
            let text = match ty.float {
                true => format!("{:?}", (generator.random.below(1 << 20) as f64 - 500_000.0) / 64.0 + 0.1),
                false => {
                    let most = (u64::MAX >> (64 - ty.width().min(64))) >> u32::from(ty.signed);
                    format!("{}", generator.random.next() & most)
                }
            };
            let suffix = if ty.float { "" } else { "u" };
            _ = writeln!(variables, "    let {t}_{i}: {t} = black_box({text});");
            _ = writeln!(c_variables, "    volatile {ct} {t}_{i} = ({ct}){text}{suffix};");
        }
    }
    _ = write!(vex, "fn main() {{\n{variables}");
    _ = write!(c, "int main(void) {{\n{c_variables}");
    for number in 0..count {
        let (statement, twin) = generator.statement(number, &variables);
        vex.push_str(&statement);
        c.push_str(&twin);
    }
    (vex + "}\n", c + "    return 0;\n}\n")
}

#[test]
fn types_do_not_reach_into_operands() {
    let seeds = std::env::var("VEXC_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6u64);
    let dir = tempfile::tempdir().expect("a directory");
    let at = |name: &str| dir.path().join(name);
    for seed in 1..=seeds {
        let (vex, c) = programs(seed, 60);
        std::fs::write(at("wanted.vx"), &vex).expect("written");
        std::fs::write(at("wanted.c"), &c).expect("written");
        // Nothing is contracted in Vex.
        let flags = ["-w", "-fwrapv", "-ffp-contract=off", "wanted.c", "-lm", "-o", "wanted"];
        run(Command::new("clang-19").current_dir(dir.path()).args(flags)).expect(0);
        let wanted = run(&mut Command::new(at("wanted"))).expect(0).stdout.replace("-nan", "nan");
        for level in ["-O0", "-O2"] {
            let done = run(vexc().args(["run", level, "--overflow-checks=off", "-Aall"]).arg(at("wanted.vx")));
            assert_eq!(done.status, Some(0), "seed {seed}, {level}: {}", done.stderr);
            let given = done.stdout.replace("-nan", "nan");
            for (number, (given, wanted)) in given.lines().zip(wanted.lines()).enumerate() {
                let line = |text: &str| text.lines().find(|l| l.contains(&format!("({number}, "))).map(str::to_string);
                assert_eq!(given, wanted, "seed {seed}, {level}:\n{:?}\n{:?}", line(&vex), line(&c));
            }
            assert_eq!(given.lines().count(), 60, "seed {seed}, {level}");
        }
    }
}
