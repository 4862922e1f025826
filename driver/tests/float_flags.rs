//! Floating-point operations raise the flags that they raise in C, in every rounding mode, and give the same results: each
//! operation, method and recognised function on pairs of special numbers, beside the same in C, compiled by Clang.

mod common;

use common::{run, vexc_in};
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// `f64` by their bits, as texts in both languages. `f32` are the nearest ones, NaNs apart.
const NUMBERS: &[u64] = &[
    0,
    1 << 63,
    0x3ff0000000000000,
    0xbff0000000000000,
    0x3fe0000000000000,
    0x4004000000000000,
    0xc004000000000000,
    0x3fb999999999999a,
    0x4008000000000000,
    0x7e37e43c8800759c,
    0xfe37e43c8800759c,
    0x01a56e1fc2f8f359,
    0x00001268c1a5d3c2,
    0x4170000010000000,
    0x41e0000000100000,
    0xc1e0000000200000,
    0x41f0000000100000,
    0x43e0218ffc0f0000,
    0xc3e0218ffc0f0000,
    0x3fdfffffffffffff,
    0x7ff0000000000000,
    0xfff0000000000000,
    0x7ff8000000000000,
    0x7ff4000000000000,
];

/// In the range of every integer type: the cast of others is undefined in C.
const SMALL: &[u64] = &[
    0,
    1 << 63,
    0x3ff0000000000000,
    0x3fe0000000000000,
    0x4004000000000000,
    0x3fb999999999999a,
    0x01a56e1fc2f8f359,
    0x00001268c1a5d3c2,
    0x4059100000000000,
    0x405fbff7ced91687,
    0x405fc00000000000,
];

const INTS: &[u64] = &[
    0,
    1,
    u64::MAX,
    1 << 63,
    u64::MAX >> 1,
    (1 << 53) + 1,
    (1 << 24) + 1,
    0x80,
    0x8000,
    0xffff_ffff,
    (1 << 63) + 1025,
];

/// The same in C and in Vex, where `a` and `b` are of the type; in C, `F` is `f` for `float` and nothing for `double`.
const OPERATIONS: &[(&str, &str)] = &[
    ("a + b", "a + b"),
    ("a - b", "a - b"),
    ("a * b", "a * b"),
    ("a / b", "a / b"),
    ("fmod@(a, b)", "a % b"),
    ("-a", "-a"),
    ("sqrt@(a)", "a.sqrt()"),
    ("floor@(a)", "a.floor()"),
    ("ceil@(a)", "a.ceil()"),
    ("trunc@(a)", "a.trunc()"),
    ("round@(a)", "a.round()"),
    ("fabs@(a)", "a.abs()"),
    ("copysign@(a, b)", "a.copysign(b)"),
    ("fmin@(a, b)", "a.min(b)"),
    ("fmax@(a, b)", "a.max(b)"),
    ("fma@(a, b, a)", "a.mul_add(b, a)"),
    ("sin@(a)", "a.sin()"),
    ("cos@(a)", "a.cos()"),
    ("tan@(a)", "a.tan()"),
    ("asin@(a)", "a.asin()"),
    ("acos@(a)", "a.acos()"),
    ("atan@(a)", "a.atan()"),
    ("atan2@(a, b)", "a.atan2(b)"),
    ("exp@(a)", "a.exp()"),
    ("exp2@(a)", "a.exp2()"),
    ("log@(a)", "a.ln()"),
    ("log2@(a)", "a.log2()"),
    ("log10@(a)", "a.log10()"),
    ("pow@(a, b)", "a.powf(b)"),
    ("sqrt@(a)", "unsafe { sqrt@(a) }"),
    ("fabs@(a)", "unsafe { fabs@(a) }"),
    ("floor@(a)", "unsafe { floor@(a) }"),
    ("ceil@(a)", "unsafe { ceil@(a) }"),
    ("trunc@(a)", "unsafe { trunc@(a) }"),
    ("round@(a)", "unsafe { round@(a) }"),
    ("rint@(a)", "unsafe { rint@(a) }"),
    ("nearbyint@(a)", "unsafe { nearbyint@(a) }"),
    ("fmin@(a, b)", "unsafe { fmin@(a, b) }"),
    ("fmax@(a, b)", "unsafe { fmax@(a, b) }"),
    ("copysign@(a, b)", "unsafe { copysign@(a, b) }"),
    ("fma@(a, b, a)", "unsafe { fma@(a, b, a) }"),
    ("a < b", "(a < b) as i32 as T"),
    ("a <= b", "(a <= b) as i32 as T"),
    ("a > b", "(a > b) as i32 as T"),
    ("a >= b", "(a >= b) as i32 as T"),
    ("a == b", "(a == b) as i32 as T"),
    ("a != b", "(a != b) as i32 as T"),
    ("__builtin_isnan(a)", "a.is_nan() as i32 as T"),
    ("!!__builtin_isinf(a)", "a.is_infinite() as i32 as T"),
    ("!!__builtin_isfinite(a)", "a.is_finite() as i32 as T"),
    ("(double)a", "a as f64 as T"),
    ("(float)a", "a as f32 as T"),
    // Constants, known without optimisation too.
    ("({ T x = 1, y = 3; x / y; })", "{ let x: T = 1.0; let y: T = 3.0; x / y }"),
    ("({ T x = 1, y = 0; x / y; })", "{ let x: T = 1.0; let y: T = 0.0; x / y }"),
    (
        "({ T x = 1e30@; x * x * x * x * x * x * x * x * x * x * x; })",
        "{ let x: T = 1e30; x * x * x * x * x * x * x * x * x * x * x }",
    ),
    (
        "({ T x = 1e-30@; x * x * x * x * x * x * x * x * x * x * x; })",
        "{ let x: T = 1e-30; x * x * x * x * x * x * x * x * x * x * x }",
    ),
    ("({ double x = 0.1; (float)x; })", "{ let x = 0.1; x as f32 as T }"),
    ("({ double x = 2.5; (int)x; })", "{ let x = 2.5; x as i32 as T }"),
    ("({ long x = 9007199254740993; (T)x; })", "{ let x = 9007199254740993i64; x as T }"),
    ("({ T x = 1, y = 1; x - y; })", "{ let x: T = 1.0; let y: T = 1.0; x - y }"),
    ("({ T x = 1, y = 1e-30@; x + y; })", "{ let x: T = 1.0; let y: T = 1e-30; x + y }"),
    ("({ T x = 5.5@, y = 2; fmod@(x, y); })", "{ let x: T = 5.5; let y: T = 2.0; x % y }"),
    ("({ T x = 2; sqrt@(x); })", "{ let x: T = 2.0; x.sqrt() }"),
];

const FOREIGN: &[(&str, usize)] = &[
    ("sqrt", 1),
    ("fabs", 1),
    ("floor", 1),
    ("ceil", 1),
    ("trunc", 1),
    ("round", 1),
    ("rint", 1),
    ("nearbyint", 1),
    ("fmin", 2),
    ("fmax", 2),
    ("copysign", 2),
    ("fma", 3),
];

/// What both do with a number `i` of operation, in one rounding mode, is a line: the operation, the mode, the operands, the bits
/// of the result (those of a NaN are not certain, nor is its sign), and the flags.
struct Twins {
    c: String,
    vex: String,
    c_main: String,
    vex_main: String,
}

impl Twins {
    fn new() -> Twins {
        let c = "#include <fenv.h>\n#include <math.h>\n#include <stdio.h>\n#include <string.h>\n".to_string();
        let mut vex = "extern \"C\" {\nfn printf(f: *u8, ...) -> i32;\nfn feclearexcept(w: i32) -> i32;\n\
                       fn fetestexcept(w: i32) -> i32;\nfn fesetround(w: i32) -> i32;\n"
            .to_string();
        for (name, count) in FOREIGN {
            for (suffix, ty) in [("", "f64"), ("f", "f32")] {
                let params =
                    &["a", "b", "c"][..*count].iter().map(|p| format!("{p}: {ty}")).collect::<Vec<_>>().join(", ");
                writeln!(vex, "fn {name}{suffix}({params}) -> {ty};").unwrap();
            }
        }
        vex.push_str("}\n");
        Twins { c, vex, c_main: String::new(), vex_main: String::new() }
    }

    fn pool(&mut self, name: &str, values: &[u64]) {
        let list: Vec<String> = values.iter().map(|v| format!("{v:#x}")).collect();
        let list = list.join(", ");
        writeln!(self.c, "volatile unsigned long {name}[] = {{ {list} }};").unwrap();
        writeln!(self.vex, "static mut {name}: [u64; {}] = [{list}];", values.len()).unwrap();
    }

    /// A function of its own, so that nothing is known of its operands. `from` is a pool, its length, and how to have a number.
    fn case(&mut self, ty: (&str, &str), of: (&str, &str), from: (&str, usize), c: &str, vex: &str) {
        let number = self.vex.len();
        let (c_ty, vex_ty) = ty;
        let (c_of, vex_of) = of;
        writeln!(self.c, "__attribute__((noinline)) {c_ty} f{number}({c_of} a, {c_of} b) {{ return {c}; }}").unwrap();
        writeln!(self.vex, "#[inline(never)] fn f{number}(a: {vex_of}, b: {vex_of}) -> {vex_ty} {{ {vex} }}").unwrap();
        let (pool, len) = from;
        let is_float = vex_of.starts_with('f');
        let bits = if vex_ty == "f32" { "u32" } else { "u64" };
        let c_bits = if vex_ty == "f32" { "unsigned" } else { "unsigned long" };
        // The second one matters to operations on two only.
        let second = if vex.split(|c: char| !c.is_alphanumeric()).any(|word| word == "b")
            && is_float
            && !pool.starts_with("SMALL")
        {
            len
        } else {
            1
        };
        let c_read =
            |i| if is_float { format!("*(volatile {c_of} *)&{pool}[{i}]") } else { format!("({c_of}){pool}[{i}]") };
        let vex_read = |i| {
            if is_float {
                format!("*(&mut {pool}[{i}] as *mut u64 as *mut {vex_of})")
            } else {
                format!("{pool}[{i}] as {vex_of}")
            }
        };
        writeln!(
            self.c_main,
            "for (int i = 0; i < {len}; i++) for (int j = 0; j < {second}; j++) {{ volatile {c_of} a = {}, b = {}; \
             {c_of} x = a, y = b; feclearexcept(ALL); volatile {c_ty} r = f{number}(x, y); int e = fetestexcept(ALL); \
             {c_ty} s = r; {c_bits} bits; memcpy(&bits, &s, sizeof s); if (s != s) bits = 1; \
             printf(\"{number} %x %d %d %lx %x\\n\", modes[m], i, j, (unsigned long)bits, e); }}",
            c_read("i"),
            c_read("j")
        )
        .unwrap();
        writeln!(
            self.vex_main,
            "for i in 0..{len}usize {{ for j in 0..{second}usize {{ let x = black_box({}); let y = black_box({}); \
             feclearexcept(ALL); let r = black_box(f{number}(x, y)); let e = fetestexcept(ALL); \
             let mut bits = *(&r as *{vex_ty} as *{bits}) as u64; if r != r {{ bits = 1; }} \
             printf(c\"{number} %x %d %d %lx %x\\n\", modes[m], i as i32, j as i32, bits, e); }} }}",
            vex_read("i"),
            vex_read("j")
        )
        .unwrap();
    }

    fn write(self, dir: &Path) {
        // `FE_ALL_EXCEPT` but for x86's flag of denormal operands, which C does not know; `FE_TONEAREST` and the others.
        let (all, modes) = if cfg!(target_arch = "x86_64") {
            ("0x3d", "0, 0x400, 0x800, 0xc00")
        } else {
            ("0x1f", "0, 0x400000, 0x800000, 0xc00000")
        };
        let c = format!(
            "#define ALL {all}\n{}int main(void) {{\nstatic const int modes[] = {{ {modes} }};\n\
             printf(\"start %x\\n\", fetestexcept(ALL));\nfor (int m = 0; m < 4; m++) {{\nfesetround(modes[m]);\n{}}}\n}}\n",
            self.c, self.c_main
        );
        let vex = format!(
            "const ALL: i32 = {all};\n{}fn main() {{\nlet modes = [{modes}];\nunsafe {{\n\
             printf(c\"start %x\\n\", fetestexcept(ALL));\nfor m in 0..4usize {{\nfesetround(modes[m]);\n{}}}\n}}\n}}\n",
            self.vex, self.vex_main
        );
        std::fs::write(dir.join("twin.c"), c).unwrap();
        std::fs::write(dir.join("twin.vx"), vex).unwrap();
    }
}

fn write_twins(dir: &Path) {
    let mut twins = Twins::new();
    twins.pool("F64", NUMBERS);
    let narrow = |bits: &u64| match *bits {
        0x7ff8000000000000 => 0x7fc00000,
        0x7ff4000000000000 => 0x7fa00000,
        bits => u64::from((f64::from_bits(bits) as f32).to_bits()),
    };
    twins.pool("F32", &NUMBERS.iter().map(narrow).collect::<Vec<_>>());
    twins.pool("SMALL64", SMALL);
    twins.pool("SMALL32", &SMALL.iter().map(narrow).collect::<Vec<_>>());
    twins.pool("INT", INTS);
    for (c_ty, ty, pool, small, suffix) in
        [("double", "f64", "F64", "SMALL64", ""), ("float", "f32", "F32", "SMALL32", "f")]
    {
        let of = |text: &str| text.replace('@', suffix);
        let count = NUMBERS.len();
        for (c, vex) in OPERATIONS {
            let (c, vex) = (of(c).replace("T ", &format!("{c_ty} ")), of(vex));
            let (c, vex) = (c.replace("(T)", &format!("({c_ty})")), vex.replace(": T", &format!(": {ty}")));
            twins.case((c_ty, ty), (c_ty, ty), (pool, count), &c, &vex.replace("as T", &format!("as {ty}")));
        }
        for (c_int, int) in [
            ("signed char", "i8"),
            ("short", "i16"),
            ("int", "i32"),
            ("long", "i64"),
            ("unsigned char", "u8"),
            ("unsigned short", "u16"),
            ("unsigned", "u32"),
            ("unsigned long", "u64"),
        ] {
            twins.case((c_ty, ty), (c_int, int), ("INT", INTS.len()), &format!("({c_ty})a"), &format!("a as {ty}"));
            let (c, vex) = (format!("({c_int})a"), format!("a as {int} as {ty}"));
            twins.case((c_ty, ty), (c_ty, ty), (small, SMALL.len()), &c, &vex);
        }
    }
    twins.write(dir);
}

#[test]
fn flags_and_results_are_those_of_c() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    write_twins(dir);
    for (cpu, level) in
        [("x86-64", "-O0"), ("x86-64", "-O2"), ("x86-64-v3", "-O0"), ("x86-64-v3", "-O3"), ("native", "-O2")]
    {
        let (march, target) = match cfg!(target_arch = "x86_64") {
            true => (format!("-march={cpu}"), format!("--target-cpu={cpu}")),
            false => ("-mcpu=native".to_string(), "--target-cpu=native".to_string()),
        };
        let c = ["-w", level, &march, "twin.c", "-o", "c", "-lm"];
        run(Command::new("clang-19").current_dir(dir).args(c)).expect(0);
        let wanted = run(Command::new("./c").current_dir(dir)).expect(0).stdout;
        let flags = [level, "--overflow-checks=off", &target, "-A", "warnings"];
        vexc_in(dir, &[&flags[..], &["twin.vx", "-o", "vex"]].concat()).expect(0);
        let executed = run(Command::new("./vex").current_dir(dir)).expect(0).stdout;
        let in_memory = vexc_in(dir, &[&["run"], &flags[..], &["twin.vx"]].concat()).expect(0).stdout;
        for (how, got) in [("as an executable", executed), ("in memory", in_memory)] {
            let text = std::fs::read_to_string(dir.join("twin.vx")).unwrap();
            for (wanted, got) in wanted.lines().zip(got.lines()) {
                let number = wanted.split(' ').next().unwrap_or("");
                let function = text.lines().find(|line| line.contains(&format!(" f{number}("))).unwrap_or("");
                assert_eq!(wanted, got, "{cpu} {level} {how} (operation, mode, operands, bits, flags): {function}");
            }
            assert_eq!(wanted.lines().count(), got.lines().count(), "{cpu} {level} {how}");
        }
    }
}
