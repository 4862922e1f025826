//! Every constant is what the same expression is at run time: constants, statics, array lengths, discriminants and patterns of
//! generated expressions, against the expression with its literals hidden from the optimiser.
//!
//! In a constant, overflow is an error, so the generator knows the value of what it writes: it chooses arithmetic that holds.

mod common;

use common::{Random, run, vexc};
use std::fmt::Write;

/// A type of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Int { bits: u32, signed: bool },
    Float { bits: u32 },
}

const TYPES: [Type; 12] = {
    const fn int(bits: u32, signed: bool) -> Type {
        Type::Int { bits, signed }
    }
    [
        int(8, false),
        int(8, true),
        int(16, false),
        int(16, true),
        int(32, false),
        int(32, true),
        int(64, false),
        int(64, true),
        int(128, false),
        int(128, true),
        Type::Float { bits: 32 },
        Type::Float { bits: 64 },
    ]
};
/// How many of them are integers: these stand first.
const INTS: usize = 10;

impl Type {
    fn name(self) -> String {
        match self {
            Type::Int { bits, signed } => format!("{}{bits}", if signed { 'i' } else { 'u' }),
            Type::Float { bits } => format!("f{bits}"),
        }
    }

    fn bits(self) -> u32 {
        let (Type::Int { bits, .. } | Type::Float { bits }) = self;
        bits
    }
}

/// A number: of an integer, its sign and size; of a float, its value as `f64`.
#[derive(Clone, Copy)]
enum Value {
    Int { negative: bool, size: u128 },
    Float(f64),
}

/// An expression as a constant and as it is computed at run time, with its value.
struct Expr {
    ty: Type,
    constant: String,
    hidden: String,
    value: Value,
}

/// The value as an integer of a type, if that holds it.
fn fitted(negative: bool, size: u128, ty: Type) -> Option<Value> {
    let Type::Int { bits, signed } = ty else { return None };
    let all = u128::MAX >> (128 - bits);
    let limit = match (signed, negative) {
        (true, true) => all / 2 + 1,
        (true, false) => all / 2,
        (false, true) => 0,
        (false, false) => all,
    };
    (size <= limit).then_some(Value::Int { negative: negative && size > 0, size })
}

/// The bits of an integer, as two's complement of 128 bits.
fn bits_of(value: Value) -> u128 {
    match value {
        Value::Int { negative: true, size } => size.wrapping_neg(),
        Value::Int { size, .. } => size,
        Value::Float(_) => unreachable!("only integers have these"),
    }
}

/// An integer of a type from the low bits of another.
fn truncated(bits: u128, ty: Type) -> Value {
    let Type::Int { bits: width, signed } = ty else { unreachable!("only integers are truncated") };
    let low = bits & (u128::MAX >> (128 - width));
    if signed && low >> (width - 1) != 0 {
        let all = u128::MAX >> (128 - width);
        return Value::Int { negative: true, size: (all - low) + 1 };
    }
    Value::Int { negative: false, size: low }
}

/// A float of a type: `f32` is rounded.
fn rounded(value: f64, ty: Type) -> Value {
    Value::Float(if ty.bits() == 32 { f64::from(value as f32) } else { value })
}

fn cast(value: Value, to: Type) -> Value {
    match (value, to) {
        (Value::Int { .. }, Type::Int { .. }) => truncated(bits_of(value), to),
        (Value::Int { negative, size }, Type::Float { bits }) => {
            let size = if bits == 32 { f64::from(size as f32) } else { size as f64 };
            Value::Float(if negative { -size } else { size })
        }
        (Value::Float(x), Type::Int { bits, signed }) => {
            let max = u128::MAX >> (128 - bits);
            let limit = if x < 0.0 {
                if signed { max / 2 + 1 } else { 0 }
            } else if signed {
                max / 2
            } else {
                max
            };
            let size = (x.abs() as u128).min(limit);
            Value::Int { negative: x < 0.0 && size > 0, size }
        }
        (Value::Float(x), Type::Float { .. }) => rounded(x, to),
    }
}

/// Arithmetic, where the type holds the result.
fn computed(op: &str, a: Value, b: Value, ty: Type) -> Option<Value> {
    let ((an, a), (bn, b)) = match (a, b) {
        (Value::Float(a), Value::Float(b)) => {
            // What an `f64` has rounded once more is what `f32` arithmetic gives: 53 bits are more than twice 24.
            let value = match op {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                "/" => a / b,
                _ => return None,
            };
            return value
                .is_finite()
                .then(|| rounded(value, ty))
                .filter(|v| matches!(v, Value::Float(x) if x.is_finite()));
        }
        (Value::Int { negative: an, size: a }, Value::Int { negative: bn, size: b }) => ((an, a), (bn, b)),
        _ => return None,
    };
    let add = |an: bool, a: u128, bn: bool, b: u128| match (an == bn, a >= b) {
        (true, _) => Some((an, a.checked_add(b)?)),
        (false, true) => Some((an, a - b)),
        (false, false) => Some((bn, b - a)),
    };
    let (negative, size) = match op {
        "+" => add(an, a, bn, b)?,
        "-" => add(an, a, !bn, b)?,
        "*" => (an != bn, a.checked_mul(b)?),
        "/" => (an != bn, a.checked_div(b)?),
        "%" => {
            // `MIN % -1` overflows as `MIN / -1` does.
            fitted(an != bn, a.checked_div(b)?, ty)?;
            (an, a % b)
        }
        _ => return None,
    };
    fitted(negative, size, ty)
}

struct Generator {
    random: Random,
}

impl Generator {
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.below(from.len())]
    }

    /// A literal, negative ones among them, more often one near the ends of its type than chance would have it.
    fn literal(&mut self, ty: Type) -> Expr {
        let (text, value) = match ty {
            Type::Int { bits, signed } => {
                let max = (u128::MAX >> (128 - bits)) >> u32::from(signed);
                let any = u128::from(self.random.next()) << 64 | u128::from(self.random.next());
                let near = u128::from(self.random.next() % 3);
                let size = match self.random.below(6) {
                    0 => max - near,
                    1 => near,
                    2 | 3 => (any & max) >> (self.random.below(bits as usize) as u32),
                    _ => any & max & 0x7f,
                };
                let negative = signed && self.random.below(2) == 0;
                // The least number has no positive one of its size.
                let size = if negative && size == max { max + 1 } else { size };
                let sign = if negative { "-" } else { "" };
                (format!("{sign}{size}{}", ty.name()), Value::Int { negative: negative && size > 0, size })
            }
            Type::Float { bits } => {
                let x = match self.random.below(4) {
                    0 => self.random.below(2000) as f64 / 8.0,
                    1 => self.random.next() as f64,
                    2 => 1.0 / (1 + self.random.below(1000)) as f64,
                    _ => self.random.below(1 << 20) as f64 * 1e-3,
                };
                let x = if bits == 32 { f64::from(x as f32) } else { x };
                let x = if self.random.below(3) == 0 { -x } else { x };
                (format!("{x:?}{}", ty.name()), Value::Float(x))
            }
        };
        let hidden = if text.starts_with('-') && self.random.below(2) == 0 {
            format!("(-black_box({}))", &text[1..])
        } else {
            format!("black_box({text})")
        };
        // The least integer is one literal with its sign; what is hidden is it as a whole.
        let least = matches!((ty, value), (Type::Int { bits, .. }, Value::Int { negative: true, size }) if size == 1 << (bits - 1));
        let hidden = if least { format!("black_box({text})") } else { hidden };
        let text = match self.random.below(4) {
            // A literal directly under `as` has the type, with its sign.
            0 => format!("({} as {})", text.trim_end_matches(&ty.name()), ty.name()),
            _ if text.starts_with('-') => format!("({text})"),
            _ => text,
        };
        Expr { ty, constant: text, hidden, value }
    }

    /// An expression of a type without overflow.
    // Long because it is a table of what there is.
    fn expression(&mut self, ty: Type, depth: u32) -> Expr {
        if depth == 0 || self.random.below(8) == 0 {
            return self.literal(ty);
        }
        let one = |e: Expr, ty: Type, value: Value, f: &dyn Fn(&str) -> String| Expr {
            ty,
            constant: f(&e.constant),
            hidden: f(&e.hidden),
            value,
        };
        let name = ty.name();
        match self.random.below(14) {
            0 => {
                let a = self.expression(ty, depth - 1);
                let value = a.value;
                one(a, ty, value, &|a| format!("{{ {a} }}"))
            }
            1 => {
                let a = self.expression(ty, depth - 1);
                match (a.value, ty) {
                    (Value::Int { .. }, Type::Int { .. }) => {
                        let value = truncated(!bits_of(a.value), ty);
                        one(a, ty, value, &|a| format!("(!{a})"))
                    }
                    (Value::Float(x), _) => one(a, ty, Value::Float(-x), &|a| format!("(-{a})")),
                    _ => a,
                }
            }
            2 => {
                let a = self.expression(ty, depth - 1);
                let (Value::Int { negative, size }, Type::Int { signed: true, .. }) = (a.value, ty) else { return a };
                match fitted(!negative, size, ty) {
                    Some(value) => one(a, ty, value, &|a| format!("(-{a})")),
                    None => a,
                }
            }
            3 if matches!(ty, Type::Int { .. }) => self.shift(ty, depth),
            4 | 5 if matches!(ty, Type::Int { .. }) => {
                let op = self.pick(&["&", "|", "^"]);
                let (a, b) = (self.expression(ty, depth - 1), self.expression(ty, depth - 1));
                let (x, y) = (bits_of(a.value), bits_of(b.value));
                let bits = match op {
                    "&" => x & y,
                    "|" => x | y,
                    _ => x ^ y,
                };
                two(op, a, b, ty, truncated(bits, ty))
            }
            6 | 7 => {
                let from = self.pick(&TYPES);
                let a = self.expression(from, depth - 1);
                let value = cast(a.value, ty);
                one(a, ty, value, &|a| format!("({a} as {name})"))
            }
            8 => {
                let from = self.pick(&TYPES);
                let (a, b) = (self.expression(from, depth - 1), self.expression(from, depth - 1));
                let (c, d) = (self.expression(ty, depth - 1), self.expression(ty, depth - 1));
                let less = match (a.value, b.value) {
                    (Value::Float(a), Value::Float(b)) => a < b,
                    // With the sign bit turned, two's complement is in order.
                    (a, b) => {
                        let turned =
                            |v| bits_of(v) ^ (u128::from(matches!(from, Type::Int { signed: true, .. })) << 127);
                        turned(a) < turned(b)
                    }
                };
                let text = |a: &str, b: &str, c: &str, d: &str| format!("(if {a} < {b} {{ {c} }} else {{ {d} }})");
                Expr {
                    ty,
                    constant: text(&a.constant, &b.constant, &c.constant, &d.constant),
                    hidden: text(&a.hidden, &b.hidden, &c.hidden, &d.hidden),
                    value: if less { c.value } else { d.value },
                }
            }
            _ => self.arithmetic(ty, depth),
        }
    }

    /// A shift by a literal, or by an expression of any type that is a small number.
    fn shift(&mut self, ty: Type, depth: u32) -> Expr {
        let a = self.expression(ty, depth - 1);
        let by = self.random.below(ty.bits() as usize) as u32;
        let by_ty = self.pick(&TYPES[..INTS]);
        let (bits, negative) = (bits_of(a.value), matches!(a.value, Value::Int { negative: true, .. }));
        let left = self.random.below(2) == 0;
        let value = match (left, negative) {
            (true, _) => truncated(bits << by, ty),
            (false, true) => truncated((bits as i128 >> by) as u128, ty),
            (false, false) => truncated(bits >> by, ty),
        };
        let op = if left { "<<" } else { ">>" };
        let (constant, hidden) = match self.random.below(2) {
            0 => (by.to_string(), by.to_string()),
            _ => (format!("{by}{}", by_ty.name()), format!("black_box({by}{})", by_ty.name())),
        };
        let b = Expr { ty: by_ty, constant, hidden, value: Value::Int { negative: false, size: u128::from(by) } };
        two(op, a, b, ty, value)
    }

    /// `+ - * / %` without overflow: where the operator that was chosen overflows, another one is.
    fn arithmetic(&mut self, ty: Type, depth: u32) -> Expr {
        // A narrower operand is widened.
        let narrower: Vec<Type> = TYPES.into_iter().filter(|from| widens(*from, ty)).collect();
        let (mut left, mut right) = (ty, ty);
        if !narrower.is_empty() && self.random.below(3) == 0 {
            let narrow = self.pick(&narrower);
            *self.pick_side(&mut left, &mut right) = narrow;
        }
        let (a, b) = (self.expression(left, depth - 1), self.expression(right, depth - 1));
        let first = self.random.below(5);
        for i in 0..5 {
            let op = ["+", "-", "*", "/", "%"][(first + i) % 5];
            if let Some(value) = computed(op, a.value, b.value, ty) {
                return two(op, a, b, ty, value);
            }
        }
        if left == ty { a } else { b }
    }

    fn pick_side<'a>(&mut self, a: &'a mut Type, b: &'a mut Type) -> &'a mut Type {
        if self.random.below(2) == 0 { a } else { b }
    }
}

fn widens(from: Type, to: Type) -> bool {
    match (from, to) {
        (Type::Int { bits: a, signed: s }, Type::Int { bits: b, signed: t }) => a < b && (!s || t),
        (Type::Float { bits: a }, Type::Float { bits: b }) => a < b,
        _ => false,
    }
}

fn two(op: &str, a: Expr, b: Expr, ty: Type, value: Value) -> Expr {
    let text = |a: &str, b: &str| format!("({a} {op} {b})");
    Expr { ty, constant: text(&a.constant, &b.constant), hidden: text(&a.hidden, &b.hidden), value }
}

/// A program that compares `count` expressions, which prints those that differ.
fn program(seed: u64, count: u32) -> String {
    let mut generator = Generator { random: Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1) };
    let (mut items, mut main) = (String::new(), String::new());
    for i in 0..count {
        let ty = generator.pick(&TYPES);
        let Expr { ty, constant, hidden, value } = generator.expression(ty, 4);
        let name = ty.name();
        // The generator knows it, too.
        let known = match value {
            Value::Int { negative, size } => format!("({}{size}{name})", if negative { "-" } else { "" }),
            Value::Float(x) if x.is_finite() => format!("({x:?}{name})"),
            // A cast can make it infinite.
            Value::Float(x) => format!("({}1.0{name} / 0.0)", if x < 0.0 { "-" } else { "" }),
        };
        // A literal in front of an operand without a type of its own.
        let in_front = matches!(ty, Type::Int { .. }) && generator.random.below(4) == 0;
        let (constant, hidden, known) = match in_front {
            true => (format!("(1 ^ {{ {constant} }})"), format!("(1 ^ {{ {hidden} }})"), format!("({known} ^ 1)")),
            false => (constant, hidden, known),
        };
        _ = writeln!(items, "const C{i}: {name} = {constant};\nstatic S{i}: {name} = {constant};");
        _ = writeln!(items, "const L{i}: usize = size_of::<[u8; ({constant}) as u8 as usize]>();");
        _ = writeln!(items, "#[repr(i32)] enum E{i} {{ X = ({constant}) as i32, Y = 77777777 }}");
        let types = format!("L{i} == v as u8 as usize && E{i}::X as i32 == v as i32");
        _ = writeln!(main, "    let v: {name} = {hidden}; let f: {name} = {constant};");
        let same = match ty {
            Type::Int { .. } => {
                _ = writeln!(main, "    let m = match v {{ C{i} => true, _ => false }};");
                format!("m && C{i} == v && S{i} == v && f == v && v == {known}")
            }
            // Zeros have signs.
            Type::Float { .. } => {
                let bits = "to_bits()";
                format!(
                    "C{i}.{bits} == v.{bits} && S{i}.{bits} == v.{bits} && f.{bits} == v.{bits} && {known}.{bits} == v.{bits}"
                )
            }
        };
        _ = writeln!(main, "    if !({same} && {types}) {{ println(\"{i}\"); }}");
    }
    format!("{items}\nfn main() {{\n{main}}}\n")
}

#[test]
fn are_what_they_are_at_run_time() {
    let seeds = std::env::var("VEXC_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6u64);
    let dir = tempfile::tempdir().expect("a directory");
    for seed in 1..=seeds {
        let path = dir.path().join("constants.vx");
        let text = program(seed, 40);
        std::fs::write(&path, &text).expect("written");
        for level in ["-O0", "-O2"] {
            let done = run(vexc().arg("run").arg(level).arg("--overflow-checks=on").arg(&path));
            let (out, err) = (&done.stdout, &done.stderr);
            let lines: Vec<&str> =
                out.lines().filter_map(|n| text.lines().find(|l| l.starts_with(&format!("const C{n}:")))).collect();
            assert!(done.status == Some(0) && out.is_empty(), "seed {seed}, {level}: differ: {lines:#?}\n{err}");
        }
    }
}
