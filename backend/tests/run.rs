//! What emitted code computes, executed in memory at `-O0` and `-O3`.

mod common;

use common::{read_flow, session};
use std::fmt::Write;
use std::process::Command;
use vex_backend::jit::{self, JitError, Job};
use vex_backend::{NATIVE, Options};
use vex_ir::cx::OptLevel;

const HOST: &str = "x86_64-unknown-linux-gnu";

fn options(opt: OptLevel) -> Options {
    Options { opt, cpu: Some(NATIVE.into()), ..Options::default() }
}

/// What the standard library has for checks that fail.
const RUNTIME: &str = r#"
abi PANIC = c(direct, direct, direct, direct, direct, direct) -> ignore;
abi EXIT = c(direct) -> ignore;
import extern "C" fn @_exit(i32) -> ! tag(none) abi(EXIT);
extern "runtime" fn @__vex_panic(*u8, usize, *u8, usize, u32, u32) -> ! cold tag(none) abi(PANIC) {
    params _0, _1, _2, _3, _4, _5;
    let _0: *u8;
    let _1: usize;
    let _2: *u8;
    let _3: usize;
    let _4: u32;
    let _5: u32;
bb0:
    call @_exit(101i32) as extern "C" fn(i32) -> ! abi(EXIT);
    unreachable;
}
extern "runtime" fn @__vex_panic_bounds(usize, usize, *u8, usize, u32, u32) -> ! cold tag(none) abi(PANIC) {
    params _0, _1, _2, _3, _4, _5;
    let _0: usize;
    let _1: usize;
    let _2: *u8;
    let _3: usize;
    let _4: u32;
    let _5: u32;
bb0:
    call @_exit(101i32) as extern "C" fn(i32) -> ! abi(EXIT);
    unreachable;
}
"#;

/// Compiles and runs Flow text.
fn run_with(text: &str, opt: OptLevel, job: Job) -> Result<i32, JitError> {
    let options = options(opt);
    let abis = text.lines().filter(|l| l.starts_with("abi ")).count();
    let (panic, exit) = (abis.to_string(), (abis + 1).to_string());
    let runtime = RUNTIME.replace("PANIC", &panic).replace("EXIT", &exit);
    let (cx, program) = read_flow(&format!("{text}{runtime}"), &options, HOST);
    let session = session(&cx, options);
    let module = session.emit(&cx, &program).unwrap_or_else(|e| panic!("{e}"));
    module.optimize().expect("the pipeline runs");
    module.verify().expect("the optimised module is valid");
    let mut job = job;
    job.objects.push(module.object().expect("code"));
    jit::run(&job)
}

fn both(text: &str, expected: i32) {
    for opt in [OptLevel::O0, OptLevel::O3] {
        assert_eq!(run_with(text, opt, Job::default()), Ok(expected), "at {opt:?}:\n{text}");
    }
}

/// A case: the type of the result, what the operands `a`, `b`, `c` are, the operation, and its result.
type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c str, &'c str);

/// A program whose `main` returns 0 if every case holds, else the number of the first that does not, from 1.
fn program(cases: &[Case<'_>]) -> String {
    let mut locals = "    ret _0;\n    var _0: i32;\n".to_string();
    let mut blocks = String::new();
    let mut next = 1;
    for (i, (ty, operands, op, expected)) in cases.iter().enumerate() {
        let mut op = op.to_string();
        let _ = writeln!(blocks, "bb{i}:\n    _0 = {}i32;", i + 1);
        for (name, (ty, value)) in ["$a", "$b", "$c"].iter().zip(*operands) {
            let _ = writeln!(locals, "    let _{next}: {ty};");
            // Hidden, so that nothing is folded before the code that is tested.
            let _ = writeln!(blocks, "    _{next} = black_box {value};");
            op = op.replace(name, &format!("_{next}"));
            next += 1;
        }
        let _ = writeln!(locals, "    let _{next}: {ty};\n    let _{}: bool;", next + 1);
        let _ = writeln!(blocks, "    _{next} = {op};\n    _{} = eq _{next}, {expected};", next + 1);
        let _ = writeln!(blocks, "    if _{} goto bb{} else bb{};\n", next + 1, i + 1, cases.len() + 1);
        next += 2;
    }
    let n = cases.len();
    let end = format!("bb{n}:\n    _0 = 0i32;\n    return;\n\nbb{}:\n    return;\n", n + 1);
    format!(
        "main = @vex::main;\nabi 0 = fast() -> direct;\nfn @vex::main() -> i32 abi(0) {{\n{locals}\n{blocks}{end}}}\n"
    )
}

#[test]
fn arithmetic() {
    let i32s = |a, b| [("i32", a), ("i32", b)];
    let cases: &[Case<'_>] = &[
        ("i32", &i32s("2147483647i32", "1i32"), "add $a, $b", "-2147483648i32"),
        ("i32", &i32s("7i32", "-2i32"), "div $a, $b", "-3i32"),
        ("i32", &i32s("7i32", "-2i32"), "rem $a, $b", "1i32"),
        ("u32", &[("u32", "4294967294u32"), ("u32", "2u32")], "div $a, $b", "2147483647u32"),
        ("u32", &[("u32", "4294967295u32"), ("u32", "10u32")], "rem $a, $b", "5u32"),
        ("i8", &[("i8", "-128i8"), ("u8", "2u8")], "shr $a, $b", "-32i8"),
        ("u8", &[("u8", "128u8"), ("i64", "2i64")], "shr $a, $b", "32u8"),
        ("u8", &[("u8", "129u8"), ("u128", "1u128")], "shl $a, $b", "2u8"),
        ("i128", &[("i128", "-1i128"), ("i128", "3i128")], "mul $a, $b", "-3i128"),
        (
            "u128",
            &[("u128", "340282366920938463463374607431768211455u128"), ("u128", "10u128")],
            "div $a, $b",
            "34028236692093846346337460743176821145u128",
        ),
        ("bool", &i32s("-1i32", "1i32"), "lt $a, $b", "true"),
        ("bool", &[("u32", "4294967295u32"), ("u32", "1u32")], "lt $a, $b", "false"),
        ("bool", &[("bool", "true"), ("bool", "false")], "xor $a, $b", "true"),
        ("bool", &[("bool", "true")], "not $a", "false"),
        ("i16", &[("i16", "5i16")], "neg $a", "-5i16"),
        ("u16", &[("u16", "5u16")], "not $a", "65530u16"),
        ("f64", &[("f64", "1.0f64"), ("f64", "4.0f64")], "div $a, $b", "0.25f64"),
        ("f64", &[("f64", "5.5f64"), ("f64", "2.0f64")], "rem $a, $b", "1.5f64"),
        ("f32", &[("f32", "5.5f32")], "neg $a", "-5.5f32"),
        ("bool", &[("f64", "<f64> float 0x7ff8000000000000")], "ne $a, $a", "true"),
        ("bool", &[("f64", "<f64> float 0x7ff8000000000000")], "le $a, $a", "false"),
        ("bool", &[("char", "'a'"), ("char", "'\\u{1f600}'")], "lt $a, $b", "true"),
        ("i32", &i32s("40i32", "2i32"), "checked add $a, $b", "42i32"),
        ("u64", &[("u64", "6u64"), ("u64", "7u64")], "checked mul $a, $b", "42u64"),
        ("i128", &[("i128", "6i128"), ("i128", "7i128")], "checked mul $a, $b", "42i128"),
    ];
    both(&program(cases), 0);
}

#[test]
fn casts() {
    let cases: &[Case<'_>] = &[
        ("u8", &[("i32", "-1i32")], "cast $a", "255u8"),
        ("i64", &[("i8", "-1i8")], "cast $a", "-1i64"),
        ("u64", &[("i8", "-1i8")], "cast $a", "18446744073709551615u64"),
        ("i64", &[("u8", "255u8")], "cast $a", "255i64"),
        ("i32", &[("bool", "true")], "cast $a", "1i32"),
        ("i32", &[("f64", "1e10f64")], "cast $a", "2147483647i32"),
        ("i32", &[("f64", "-1e10f64")], "cast $a", "-2147483648i32"),
        ("i32", &[("f64", "-1.9f64")], "cast $a", "-1i32"),
        ("u8", &[("f32", "-5.0f32")], "cast $a", "0u8"),
        ("u8", &[("f32", "300.0f32")], "cast $a", "255u8"),
        ("i64", &[("f64", "<f64> float 0x7ff8000000000000")], "cast $a", "0i64"),
        ("u128", &[("f64", "1e300f64")], "cast $a", "340282366920938463463374607431768211455u128"),
        ("f64", &[("u64", "18446744073709551615u64")], "cast $a", "18446744073709551616.0f64"),
        ("f32", &[("i32", "-3i32")], "cast $a", "-3.0f32"),
        ("f32", &[("f64", "0.5f64")], "cast $a", "0.5f32"),
        ("f64", &[("f32", "0.5f32")], "cast $a", "0.5f64"),
        ("usize", &[("*u8", "<*u8> 0x1234")], "cast $a", "4660usize"),
        ("*u8", &[("usize", "4660usize")], "cast $a", "<*u8> 0x1234"),
        ("u32", &[("char", "'a'")], "cast $a", "97u32"),
        ("char", &[("u8", "97u8")], "cast $a", "'a'"),
    ];
    both(&program(cases), 0);
}

#[test]
fn intrinsics() {
    let cases: &[Case<'_>] = &[
        ("f64", &[("f64", "2.25f64")], "intrinsic sqrt($a)", "1.5f64"),
        ("f32", &[("f32", "-2.5f32")], "intrinsic fabs($a)", "2.5f32"),
        ("f64", &[("f64", "-2.5f64")], "intrinsic floor($a)", "-3.0f64"),
        ("f64", &[("f64", "-2.5f64")], "intrinsic ceil($a)", "-2.0f64"),
        ("f64", &[("f64", "-2.5f64")], "intrinsic trunc($a)", "-2.0f64"),
        ("f64", &[("f64", "-2.5f64")], "intrinsic round($a)", "-3.0f64"),
        ("f64", &[("f64", "2.5f64")], "intrinsic rint($a)", "2.0f64"),
        ("f64", &[("f64", "2.0f64"), ("f64", "3.0f64"), ("f64", "4.0f64")], "intrinsic fma($a, $b, $c)", "10.0f64"),
        ("f64", &[("f64", "2.0f64"), ("f64", "<f64> float 0x7ff8000000000000")], "intrinsic minnum($a, $b)", "2.0f64"),
        ("f64", &[("f64", "2.0f64"), ("f64", "3.0f64")], "intrinsic maxnum($a, $b)", "3.0f64"),
        ("f64", &[("f64", "2.0f64"), ("f64", "-3.0f64")], "intrinsic copysign($a, $b)", "-2.0f64"),
        ("f64", &[("f64", "0.0f64")], "intrinsic sin($a)", "0.0f64"),
        ("f64", &[("f64", "0.0f64")], "intrinsic cos($a)", "1.0f64"),
        ("f64", &[("f64", "0.0f64")], "intrinsic exp($a)", "1.0f64"),
        ("f64", &[("f64", "3.0f64")], "intrinsic exp2($a)", "8.0f64"),
        ("f64", &[("f64", "1.0f64")], "intrinsic log($a)", "0.0f64"),
        ("f64", &[("f64", "8.0f64")], "intrinsic log2($a)", "3.0f64"),
        ("f64", &[("f64", "1000.0f64")], "intrinsic log10($a)", "3.0f64"),
        ("f64", &[("f64", "2.0f64"), ("f64", "10.0f64")], "intrinsic pow($a, $b)", "1024.0f64"),
        ("i32", &[("i32", "-5i32")], "intrinsic abs($a)", "5i32"),
        ("i32", &[("i32", "-2147483648i32")], "intrinsic abs($a)", "-2147483648i32"),
        ("i32", &[("u64", "1u64")], "intrinsic ctlz($a)", "63i32"),
        ("u32", &[("u16", "0u16")], "intrinsic cttz($a)", "16u32"),
        ("u32", &[("u8", "255u8")], "intrinsic ctpop($a)", "8u32"),
        ("u32", &[("u32", "16909060u32")], "intrinsic bswap($a)", "67305985u32"),
        ("u8", &[("u8", "129u8"), ("u32", "1u32")], "intrinsic rotl($a, $b)", "3u8"),
        ("u8", &[("u8", "129u8"), ("u32", "1u32")], "intrinsic rotr($a, $b)", "192u8"),
        ("i32", &[("i64", "0i64")], "intrinsic ffs($a)", "0i32"),
        ("i32", &[("i64", "8i64")], "intrinsic ffs($a)", "4i32"),
        ("i32", &[("u32", "7u32")], "intrinsic parity($a)", "1i32"),
        ("i8", &[("i8", "100i8"), ("i8", "100i8")], "intrinsic sat_add($a, $b)", "127i8"),
        ("u8", &[("u8", "1u8"), ("u8", "2u8")], "intrinsic sat_sub($a, $b)", "0u8"),
        ("i8", &[("i8", "100i8"), ("i8", "-2i8")], "intrinsic sat_mul($a, $b)", "-128i8"),
        ("i8", &[("i8", "-100i8"), ("i8", "-2i8")], "intrinsic sat_mul($a, $b)", "127i8"),
        ("u8", &[("u8", "100u8"), ("u8", "3u8")], "intrinsic sat_mul($a, $b)", "255u8"),
        ("u8", &[("u8", "100u8"), ("u8", "2u8")], "intrinsic sat_mul($a, $b)", "200u8"),
        ("i32", &[("i32", "-1i32"), ("i32", "1i32")], "intrinsic min($a, $b)", "-1i32"),
        ("u32", &[("u32", "4294967295u32"), ("u32", "1u32")], "intrinsic min($a, $b)", "1u32"),
        ("i64", &[("i64", "-3i64"), ("u32", "5u32")], "intrinsic int_pow($a, $b)", "-243i64"),
        ("i64", &[("i64", "7i64"), ("u32", "0u32")], "intrinsic int_pow($a, $b)", "1i64"),
        ("bool", &[("f64", "<f64> float 0x7ff8000000000000")], "intrinsic is_nan($a)", "true"),
        ("i32", &[("f64", "<f64> float 0xfff0000000000000")], "intrinsic is_infinite($a)", "1i32"),
        ("bool", &[("f64", "<f64> float 0x7ff8000000000000")], "intrinsic is_finite($a)", "false"),
        ("bool", &[("f32", "1.0f32")], "intrinsic is_finite($a)", "true"),
    ];
    both(&program(cases), 0);
}

/// Aggregates, places and constants: the sum says whether every byte was where it belongs.
#[test]
// Long because it is one program in Flow text.
fn aggregates_and_places() {
    let text = r#"main = @vex::main;
struct Packed packed(1) { tag: u8, value: u32, rest: [u16; 3] }
struct Outer { a: u8, p: Packed, b: i64 }
union Bits { f: f32, u: u32 }
unnamed static @data: [u32; 4] = <[u32; 4]> {1u32, 2u32, 4u32, 8u32};
static @OUTER: Outer = <Outer> {1u8, <Packed> {2u8, 1000u32, <[u16; 3]> {10u16, 20u16, 30u16}}, 7i64};
static mut @COPY: Outer = <Outer> zero;
static @TABLE: [fn(u64) -> u64; 2] = <[fn(u64) -> u64; 2]> {<fn(u64) -> u64> @twice, <fn(u64) -> u64> @thrice};
abi 0 = fast() -> direct;
abi 1 = fast(direct) -> direct;
abi 2 = fast(pair) -> direct;
fn @twice(u64) -> u64 tag(none) abi(1) {
    params _0;
    ret _1;
    let _0: u64;
    let _1: u64;
bb0:
    _1 = mul _0, 2u64;
    return;
}
fn @thrice(u64) -> u64 tag(none) abi(1) {
    params _0;
    ret _1;
    let _0: u64;
    let _1: u64;
bb0:
    _1 = mul _0, 3u64;
    return;
}
fn @sum(&[u32]) -> u64 tag(none) abi(2) {
    params _0;
    ret _1;
    let _0: &[u32];
    var _1: u64;
    var _2: usize;
    let _3: usize;
    let _4: bool;
    let _5: u64;
bb0:
    _1 = 0u64;
    _2 = 0usize;
    _3 = fat_len _0;
    goto bb1;
bb1:
    _4 = lt _2, _3;
    if _4 goto bb2 else bb3;
bb2:
    check _4 else bounds(_2, _3);
    _5 = cast _0.*[_2];
    _1 = add _1, _5;
    _2 = checked add _2, 1usize;
    goto bb1;
bb3:
    return;
}
fn @vex::main() -> i32 tag(none) abi(0) {
    ret _0;
    var _0: i32;
    var _1: Outer;
    var _2: Bits;
    let _3: u64;
    let _4: usize;
    let _5: u64;
    let _6: u64;
    let _7: u64;
    var _8: [u16; 3];
    let _9: &Outer;
    var _10: [Packed; 3];
    let _11: *Packed;
    let _12: *Packed;
    let _13: isize;
    let _14: u64;
    var _15: u64;
    let _16: u64;
    let _17: u64;
    let _18: u64;
bb0:
    @COPY = @OUTER;
    _1 = @COPY;
    _2.0 = 1.0f32;
    _3 = call @sum(<&[u32]> @data[..4]) as fn(&[u32]) -> u64 abi(2);
    _4 = black_box 1usize;
    _5 = cast _1.1.2[_4];
    _6 = cast _1.1.1;
    _7 = call (@TABLE[_4])(_3) as fn(u64) -> u64 abi(1);
    _8 = _1.1.2;
    _9 = &_1;
    _10 = [_9.*.1; 3];
    _11 = &_10[0usize];
    _12 = ptr_add _11, 2i32 of Packed;
    _13 = ptr_diff _12, _11 of Packed;
    _14 = cast _12.*.2[2usize];
    _15 = _3;
    _15 = add _15, _5;
    _15 = add _15, _6;
    _15 = add _15, _7;
    _15 = add _15, _14;
    _16 = cast _13;
    _15 = add _15, _16;
    _17 = cast _2.1;
    _18 = shr _17, 23i32;
    _15 = add _15, _18;
    _0 = cast _15;
    return;
}
"#;
    // 15 + 20 + 1000 + 45 + 30 + 2 + 127
    both(text, 1239);
}

/// The order of blocks is not that of dominance, the entry is a loop, and a switch has negative and wide cases.
#[test]
fn control_flow() {
    let text = r#"main = @vex::main;
abi 0 = fast() -> direct;
fn @vex::main() -> i32 tag(none) abi(0) {
    ret _0;
    var _0: i32;
    var _1: i64;
    let _2: i64;
    let _3: bool;
    let _4: i128;
bb0:
    _3 = lt @I, 5i64;
    @I = add @I, 1i64;
    if _3 goto bb0 else bb4;
bb1:
    _0 = cast _2;
    return;
bb2:
    _0 = 99i32;
    return;
bb3:
    _4 = black_box 18446744073709551617i128;
    switch _4 { 1i128 => bb2, 18446744073709551617i128 => bb1, else => bb2 };
bb4:
    _2 = mul @I, 7i64;
    _1 = neg _2;
    switch _1 { -42i64 => bb3, 42i64 => bb2, else => bb2 };
}
static mut @I: i64 = 0i64;
"#;
    for opt in [OptLevel::O0, OptLevel::O3] {
        assert_eq!(run_with(text, opt, Job::default()), Ok(42));
    }
}

/// Compiles C to an object.
fn c_object(source: &str) -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a directory");
    let (c, o) = (dir.path().join("a.c"), dir.path().join("a.o"));
    std::fs::write(&c, source).expect("the source is written");
    let status = Command::new("cc").args(["-O1", "-fPIC", "-c", "-o"]).arg(&o).arg(&c).status().expect("cc runs");
    assert!(status.success());
    std::fs::read(o).expect("the object is there")
}

/// Structs by value in both directions, against C compiled by the system's compiler.
#[test]
// Long because it is one program in Flow text.
fn structs_to_and_from_c() {
    let c = r#"
#include <stdarg.h>
#include <stdbool.h>
typedef struct { double x, y; } Point;
typedef struct { unsigned char a, b, c; } Three;
typedef struct { float a, b, c; } Floats;
typedef struct { long a, b, c; } Big;
typedef struct { long a; int b; } Twelve;
Floats pieces(Point p, Three t, Floats f) {
    f.a += p.x; f.b += p.y; f.c += t.a + 10 * t.b + 100 * t.c; return f;
}
Big memory(Big b, signed char s, bool z) { b.a += s; b.b += z; b.c = 3; return b; }
__int128 wide(__int128 w, Twelve t) { return w + t.a + t.b; }
int many(int n, ...) { va_list v; va_start(v, n); double d = 0; while (n--) d += va_arg(v, double); return d; }
Big back(Big b, signed char s, bool z);
Floats back_pieces(Point p, Three t, Floats f);
__int128 back_wide(__int128 w, Twelve t);
long call_back(void) {
    Big b = { 1, 2, 3 }; b = back(b, -1, true);
    Point p = { 1, 2 }; Three t = { 1, 2, 3 }; Floats f = { 1, 2, 3 }; f = back_pieces(p, t, f);
    Twelve w = { 1, 2 };
    return b.a + 10 * b.b + 100 * b.c + 1000 * (long)(f.a + f.b + f.c) + (long)(back_wide((__int128)1 << 64, w) >> 64) * 100000;
}
"#;
    let text = r#"main = @vex::main;
struct Point { x: f64, y: f64 }
struct Three { a: u8, b: u8, c: u8 }
struct Floats { a: f32, b: f32, c: f32 }
struct Big { a: i64, b: i64, c: i64 }
struct Twelve { a: i64, b: i32 }
abi 0 = c(cast {f64 + 0, f64 + 8}, cast {int 24 + 0}, cast {vec 2 + 0, f32 + 8}) -> cast {vec 2 + 0, f32 + 8};
abi 1 = c(indirect 8 byval, direct sext, direct zext) -> indirect 8;
abi 2 = c(direct, direct, direct, ...) -> direct;
abi 3 = c(cast {int 64 + 0, int 64 + 8}, cast {int 64 + 0, int 64 + 8}) -> cast {int 64 + 0, int 64 + 8};
abi 4 = fast() -> direct;
abi 5 = c() -> direct;
abi 6 = c(direct, ...) -> direct;
import extern "C" fn @pieces(Point, Three, Floats) -> Floats tag(none) abi(0);
import extern "C" fn @memory(Big, i8, bool) -> Big tag(none) abi(1);
import extern "C" fn @many(i32, ...) -> i32 tag(none) abi(6);
import extern "C" fn @wide(i128, Twelve) -> i128 tag(none) abi(3);
import extern "C" fn @call_back() -> i64 tag(none) abi(5);
export extern "C" fn @back(Big, i8, bool) -> Big tag(none) abi(1) {
    params _0, _1, _2;
    ret _3;
    var _0: Big;
    let _1: i8;
    let _2: bool;
    var _3: Big;
    let _4: i64;
    let _5: i64;
bb0:
    _3 = call @memory(_0, _1, _2) as extern "C" fn(Big, i8, bool) -> Big abi(1);
    _4 = cast _1;
    _5 = cast _2;
    _3.2 = add _4, _5;
    return;
}
export extern "C" fn @back_pieces(Point, Three, Floats) -> Floats tag(none) abi(0) {
    params _0, _1, _2;
    ret _3;
    var _0: Point;
    var _1: Three;
    var _2: Floats;
    var _3: Floats;
bb0:
    _3 = call @pieces(_0, _1, _2) as extern "C" fn(Point, Three, Floats) -> Floats abi(0);
    return;
}
export extern "C" fn @back_wide(i128, Twelve) -> i128 tag(none) abi(3) {
    params _0, _1;
    ret _2;
    let _0: i128;
    var _1: Twelve;
    let _2: i128;
bb0:
    _2 = call @wide(_0, _1) as extern "C" fn(i128, Twelve) -> i128 abi(3);
    return;
}
fn @vex::main() -> i32 tag(none) abi(4) {
    ret _0;
    var _0: i32;
    let _1: i64;
    let _2: bool;
    let _3: i32;
    let _4: bool;
bb0:
    _1 = call @call_back() as extern "C" fn() -> i64 abi(5);
    _0 = cast _1;
    _3 = call @many(2i32, 1.5f64, 2.5f64) as extern "C" fn(i32, ...) -> i32 abi(2);
    _0 = add _0, _3;
    return;
}
"#;
    // b = {0, 3, 0}, the floats sum to 330, the high half of the wide one is 1; 4 for the variadic call.
    for opt in [OptLevel::O0, OptLevel::O3] {
        let job = Job { objects: vec![c_object(c)], ..Job::default() };
        assert_eq!(run_with(text, opt, job), Ok(100_000 + 330_000 + 30 + 4), "at {opt:?}");
    }
}

/// `x = f(x)` where `f` writes its result before it has read its argument.
#[test]
fn results_in_memory_do_not_overwrite_what_is_still_read() {
    let text = r#"main = @vex::main;
struct Big { a: i64, b: i64, c: i64 }
abi 0 = fast(direct) -> indirect 8;
abi 1 = fast() -> direct;
fn @rotate(&Big) -> Big tag(never) abi(0) {
    params _0;
    ret _1;
    let _0: &Big;
    var _1: Big;
bb0:
    _1.0 = _0.*.1;
    _1.1 = _0.*.2;
    _1.2 = _0.*.0;
    return;
}
fn @vex::main() -> i32 tag(none) abi(1) {
    ret _0;
    var _0: i32;
    var _1: Big;
    let _2: &Big;
    let _3: i64;
    let _4: i64;
    let _5: i64;
bb0:
    _1 = <Big> {1i64, 2i64, 3i64};
    _2 = &_1;
    _1 = call @rotate(_2) as fn(&Big) -> Big abi(0);
    _3 = mul _1.0, 100i64;
    _4 = mul _1.1, 10i64;
    _5 = add _3, _4;
    _1.0 = add _5, _1.2;
    _0 = cast _1.0;
    return;
}
"#;
    both(text, 231);
}

/// Copies of a known size move every byte and no other.
#[test]
fn memory_is_copied_whole() {
    for size in [1usize, 255, 256, 257, 300, 511, 512, 513, 1000, 1024, 1025, 2048, 2049] {
        assert_eq!(copied(size), copied_by_rust(size), "of {size} bytes");
    }
}

/// A digest of memory after a `memcpy` from `FROM` to `TO + 1`, a `memmove` within `FROM` and a `memset` of `TO + 2100`.
// Long because it is one program in Flow text.
fn copied(size: usize) -> i32 {
    let text = format!(
        r#"main = @vex::main;
static mut @FROM: [u8; 5000] = <[u8; 5000]> zero;
static mut @TO: [u8; 5000] = <[u8; 5000]> zero;
abi 0 = fast() -> direct;
fn @vex::main() -> i32 tag(none) abi(0) {{
    ret _0;
    var _0: i32;
    let _1: *mut u8;
    let _2: *mut u8;
    var _3: usize;
    let _4: bool;
    let _5: u8;
    let _6: *mut u8;
    let _7: *mut u8;
    let _8: i32;
    let _9: i32;
    let _10: bool;
    let _11: i32;
    let _12: i32;
    let _13: *mut u8;
bb0:
    _1 = &@FROM[0usize];
    _2 = &@TO[1usize];
    _3 = 0usize;
    goto bb1;
bb1:
    _5 = cast _3;
    @FROM[_3] = or _5, 1u8;
    _3 = add _3, 1usize;
    _4 = lt _3, 5000usize;
    if _4 goto bb1 else bb2;
bb2:
    _6 = black_box _1;
    intrinsic memcpy(_2, _6, {size}usize);
    _7 = ptr_add _6, 3usize of u8;
    intrinsic memmove(_7, _6, {size}usize);
    _11 = 200i32;
    _13 = &@TO[2100usize];
    _12 = black_box _11;
    intrinsic memset(_13, _12, {size}usize);
    _0 = 0i32;
    _3 = 0usize;
    goto bb3;
bb3:
    _8 = cast @TO[_3];
    _0 = add _0, _8;
    _9 = cast @FROM[_3];
    _0 = xor _0, _9;
    _0 = mul _0, 31i32;
    _3 = add _3, 1usize;
    _10 = lt _3, 5000usize;
    if _10 goto bb3 else bb4;
bb4:
    return;
}}
"#
    );
    let results: Vec<i32> =
        [OptLevel::O0, OptLevel::O3].map(|opt| run_with(&text, opt, Job::default()).expect("it runs")).into();
    assert_eq!(results[0], results[1]);
    results[0]
}

fn copied_by_rust(size: usize) -> i32 {
    let mut from: Vec<u8> = (0..5000).map(|i| i as u8 | 1).collect();
    let mut to = vec![0u8; 5000];
    to[1..=size].copy_from_slice(&from[..size]);
    from.copy_within(..size, 3);
    to[2100..2100 + size].fill(200);
    to.iter().zip(&from).fold(0i32, |sum, (t, f)| (sum.wrapping_add(i32::from(*t)) ^ i32::from(*f)).wrapping_mul(31))
}

const ARGS: &str = r#"main = @vex::main;
static mut @__vex_argc: i32 = 0i32;
static mut @__vex_argv: *mut *mut u8 = <*mut *mut u8> zero;
abi 0 = fast() -> direct;
abi 1 = c(direct) -> direct;
import extern "C" fn @atoi(*u8) -> i32 tag(none) abi(1);
fn @vex::main() -> i32 tag(none) abi(0) {
    ret _0;
    var _0: i32;
    let _1: *mut *mut u8;
    let _2: *u8;
    let _3: i32;
bb0:
    _1 = ptr_add @__vex_argv, 1i32 of *mut u8;
    _2 = cast _1.*;
    _3 = call @atoi(_2) as extern "C" fn(*u8) -> i32 abi(1);
    _0 = add _3, @__vex_argc;
    return;
}
"#;

#[test]
fn arguments_reach_the_program() {
    let job = || Job { args: vec!["prog".into(), "40".into()], ..Job::default() };
    assert_eq!(run_with(ARGS, OptLevel::O0, job()), Ok(42));
    assert_eq!(run_with(ARGS, OptLevel::O3, job()), Ok(42));
}

const CALLS: &str = r#"main = @vex::main;
abi 0 = fast() -> direct;
abi 1 = c() -> direct;
import extern "C" fn @answer() -> i32 tag(none) abi(1);
fn @vex::main() -> i32 tag(none) abi(0) {
    ret _0;
    let _0: i32;
bb0:
    _0 = call @answer() as extern "C" fn() -> i32 abi(1);
    return;
}
"#;

#[test]
fn missing_symbols_are_named() {
    let missing = run_with(CALLS, OptLevel::O0, Job::default());
    assert_eq!(missing, Err(JitError::Missing(vec!["answer".into()])));
    // LLVM is linked with zlib, the program is not.
    let missing = run_with(&CALLS.replace("answer", "zlibCompileFlags"), OptLevel::O0, Job::default());
    assert_eq!(missing, Err(JitError::Missing(vec!["zlibCompileFlags".into()])));
}

#[test]
fn missing_libraries_are_named() {
    let job = Job { libraries: vec!["libno-such-library.so".into()], ..Job::default() };
    match run_with(CALLS, OptLevel::O0, job) {
        Err(JitError::Library(path, _)) => assert_eq!(path.to_string_lossy(), "libno-such-library.so"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn shared_libraries_are_loaded() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = |name: &str| dir.path().join(name);
    std::fs::write(path("a.c"), "#include <stdlib.h>\nstatic void bye(void) {}\nint helper(void);\nint answer(void) { return atexit(bye) + helper(); }\n").unwrap();
    std::fs::write(path("b.c"), "int helper(void) { return 42; }\n").unwrap();
    let run = |args: &[&str]| {
        let status = Command::new("cc").args(args).current_dir(dir.path()).status().expect("it runs");
        assert!(status.success(), "{args:?}");
    };
    run(&["-fPIC", "-shared", "-o", "libb.so", "b.c"]);
    run(&["-fPIC", "-shared", "-o", "liba.so", "a.c", "-L.", "-lb", "-Wl,-rpath,$ORIGIN"]);
    let with = |libraries: &[&str]| Job { libraries: libraries.iter().map(|l| path(l)).collect(), ..Job::default() };
    assert_eq!(run_with(CALLS, OptLevel::O0, with(&["liba.so"])), Ok(42));
    // What a library needs is not the program's: a linker does not find it either.
    let helper = CALLS.replace("answer", "helper");
    let missing = Err(JitError::Missing(vec!["helper".into()]));
    assert_eq!(run_with(&helper, OptLevel::O0, with(&["liba.so"])), missing);
    assert_eq!(run_with(&helper, OptLevel::O0, with(&["liba.so", "libb.so"])), Ok(42));
}
