//! The machine on Flow that is written by hand, and its arithmetic.

use super::num::{self, Nans};
use super::shape::Int;
use super::*;
use crate::arith::{ArithError, truncate};
use crate::cx::{Cx, Options as CxOptions};
use crate::flow::Program;
use crate::flow::print::PrintOptions;
use crate::flow::read::read;
use crate::flow::verify_flow;
use crate::lang::{Grammar, Production};
use crate::target::Target;

fn program(text: &str, triple: &str) -> (Cx, Program) {
    let mut cx = Cx::new(Target::parse(triple).unwrap(), CxOptions::default());
    let base = cx.sources.add("in.flow".into(), text.into()).map(|i| cx.sources.files()[i].base).unwrap();
    let program = read(&mut cx, text, base).unwrap_or_else(|e| panic!("{}: {}", cx.snippet(e.primary.span), e.message));
    let grammar = [Production::Open, Production::Drop, Production::Symbolic, Production::Arith, Production::Checked];
    let grammar = grammar.into_iter().fold(Grammar::NONE, Grammar::with);
    verify_flow(&program, grammar).unwrap_or_else(|v| panic!("{}: {}", cx.snippet(v.span), v.what));
    (cx, program)
}

const X86: &str = "x86_64-unknown-linux-gnu";

/// Foreign functions of the tests, and what was called.
#[derive(Default)]
struct World {
    log: Vec<String>,
    strict: bool,
    callback: Option<u64>,
}

impl Host for World {
    fn call(&mut self, memory: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        let scalars: Vec<u128> = call.args.iter().filter_map(|(_, value)| value.as_scalar()).collect();
        self.log.push(format!("{scalars:?}"));
        Ok(match *scalars.as_slice() {
            [0] => Answer::Return(Some(Value::Scalar(memory.allocate(64, 16)?.into()))),
            [1, at] => {
                memory.release(at as u64)?;
                Answer::Return(Some(Value::Scalar(0)))
            }
            [2, function] => {
                self.callback = Some(function as u64);
                Answer::Call { address: function as u64, args: vec![Value::Scalar(20)] }
            }
            _ => return Err(ErrorKind::Foreign(call.id, "no such service".into())),
        })
    }

    fn resume(&mut self, _: &mut Memory<'_>, result: Option<Value>) -> Result<Answer, ErrorKind> {
        match (self.callback.take(), result) {
            (Some(address), Some(Value::Scalar(n))) if n < 100 => {
                Ok(Answer::Call { address, args: vec![Value::Scalar(n * 10)] })
            }
            (_, result) => Ok(Answer::Return(result)),
        }
    }

    fn foreign_static(&mut self, _: &mut Memory<'_>, global: &Global) -> Option<Vec<u8>> {
        (global.ty == Ty::I32).then(|| vec![9, 0, 0, 0])
    }

    fn intercepts(&mut self, function: &Function) -> bool {
        function.cold
    }

    fn addresses_are_numbers(&self) -> bool {
        !self.strict
    }
}

/// Calls the last function of a text, which has no parameters.
fn run_with(text: &str, world: World, limits: Limits) -> Result<Option<Value>, (ErrorKind, String)> {
    let (cx, program) = program(text, X86);
    let target = cx.target.clone();
    let mut machine = Machine::new(&program, &target, world, limits, Options::default());
    let last = program.bodies.iter().last().unwrap().0;
    let result = machine.call(last, &[]);
    // Whatever happened, the machine can go on.
    assert_eq!(machine.call(last, &[]).is_ok(), result.is_ok());
    result.map_err(|e| (e.kind, cx.snippet(e.span).to_string()))
}

fn run(text: &str) -> Result<Option<Value>, (ErrorKind, String)> {
    run_with(text, World::default(), Limits::default())
}

/// The bits that a body computes in `_0`, a variable of type `ty`.
fn computed(ty: &str, body: &str) -> u128 {
    match run(&format!("fn @f() -> {ty} {{ ret _0; var _0: {ty};\n{body}\n}}")) {
        Ok(Some(Value::Scalar(bits))) => bits,
        other => panic!("{body}: {other:?}"),
    }
}

#[track_caller]
fn fails(text: &str, kind: impl Into<ErrorKind>, at: &str) {
    let (found, place) = run(text).expect_err("it must fail");
    assert_eq!((found, place.as_str()), (kind.into(), at));
}

#[test]
fn narrow_arithmetic_is_that_of_every_width() {
    let ops = [BinOp::Add, BinOp::Sub, BinOp::Mul, BinOp::Div, BinOp::Rem, BinOp::And, BinOp::Or, BinOp::Xor];
    let compared = [BinOp::Eq, BinOp::Ne, BinOp::Lt, BinOp::Le, BinOp::Gt, BinOp::Ge];
    let mut seed = 1u64;
    let mut next = || {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        seed ^ seed >> 29
    };
    for bits in [8, 16, 32, 64] {
        for signed in [false, true] {
            let int = Int { bits, signed };
            let near = [0, 1, 2, u64::MAX, u64::MAX - 1, 1 << (bits - 1), (1 << (bits - 1)) - 1];
            let values: Vec<u64> = near.into_iter().chain((0..40).map(|_| next())).map(|v| num::low(v, bits)).collect();
            for (&a, &b) in values.iter().flat_map(|a| values.iter().map(move |b| (a, b))) {
                for op in ops {
                    let wide = num::wide(op, int, a.into(), b.into());
                    let narrow = num::narrow(op, int, a, b).map(|(v, o)| (u128::from(v), o));
                    assert_eq!(narrow, wide, "{a} {op:?} {b}, {int:?}");
                }
                for op in compared {
                    let wide = num::wide(op, int, a.into(), b.into());
                    assert_eq!(wide, Ok((num::narrow_compare(op, int, a, b).into(), false)), "{a} {op:?} {b}, {int:?}");
                }
            }
        }
    }
    assert_eq!(num::narrow(BinOp::Div, Int { bits: 8, signed: true }, 1, 0), Err(ArithError::DivisionByZero));
}

#[test]
fn intrinsics_on_integers() {
    let i8s = Int { bits: 8, signed: true };
    let u8s = Int { bits: 8, signed: false };
    let u128s = Int { bits: 128, signed: false };
    let of = |op, int, a: i128, b: i128| {
        num::int_intrinsic(op, int, truncate(a as u128, int.bits), truncate(b as u128, int.bits)).unwrap()
    };
    use Intrinsic::*;
    assert_eq!(of(Abs, i8s, -5, 0), 5);
    assert_eq!(of(Abs, i8s, -128, 0), 128);
    assert_eq!(of(Ctlz, u8s, 1, 0), 7);
    assert_eq!(of(Ctlz, u8s, 0, 0), 8);
    assert_eq!(of(Ctlz, u128s, 0, 0), 128);
    assert_eq!(of(Cttz, u8s, 0, 0), 8);
    assert_eq!(of(Cttz, u128s, 1 << 100, 0), 100);
    assert_eq!(of(Bswap, u128s, 1, 0), 1 << 120);
    assert_eq!(of(RotateLeft, u8s, 0x81, 9), 3);
    assert_eq!(of(RotateRight, u8s, 0x81, 1), 0xc0);
    assert_eq!(of(RotateRight, u8s, 0x81, 16), 0x81);
    assert_eq!(of(SatAdd, i8s, 100, 100), 127);
    assert_eq!(of(SatAdd, i8s, -100, -100), 128);
    assert_eq!(of(SatSub, u8s, 1, 2), 0);
    assert_eq!(of(SatMul, i8s, -100, 2), 128);
    assert_eq!(of(SatMul, i8s, -100, -2), 127);
    assert_eq!(of(SatMul, u8s, 100, 3), 255);
    assert_eq!(of(Min, i8s, -1, 1), 255);
    assert_eq!(of(Max, u8s, 255, 1), 255);
    assert_eq!(of(IntPow, i8s, 3, 5), 243);
    assert_eq!(of(Ffs, u8s, 0x10, 0), 5);
    assert_eq!(of(Parity, u8s, 7, 0), 1);
    assert_eq!(of(Ctpop, i8s, -1, 0), 8);
}

/// Which NaN comes out, on each architecture.
#[test]
fn nans() {
    let (quiet, signalling, negative) = (0x7ff8_0000_0000_0007u64, 0x7ff0_0000_0000_0001, 0xfff8_0000_0000_0000);
    let f = |nans, a: u64, b: u64| num::float_arith(nans, BinOp::Add, FloatTy::F64, a, b);
    let made_quiet = signalling | 1 << 51;
    assert_eq!(f(Nans::X86, quiet, signalling), quiet);
    assert_eq!(f(Nans::X86, signalling, quiet), made_quiet);
    assert_eq!(f(Nans::Arm, quiet, signalling), made_quiet);
    assert_eq!(f(Nans::Arm, 0, quiet), quiet);
    assert_eq!(f(Nans::Canonical, quiet, signalling), 0x7ff8_0000_0000_0000);
    let infinity = f64::INFINITY.to_bits();
    let invalid = |nans| num::float_arith(nans, BinOp::Sub, FloatTy::F64, infinity, infinity);
    assert_eq!([invalid(Nans::X86), invalid(Nans::Arm)], [negative, 0x7ff8_0000_0000_0000]);
    let root = |nans| num::float_intrinsic(nans, Intrinsic::Sqrt, FloatTy::F32, &[(-1f32).to_bits().into()]);
    assert_eq!([root(Nans::X86), root(Nans::Arm)], [Some(0xffc0_0000), Some(0x7fc0_0000)]);
    assert_eq!(num::float_to_float(Nans::X86, 0xffa0_0001, FloatTy::F32, FloatTy::F64), 0xfffc_0000_2000_0000);
    assert_eq!(num::float_to_float(Nans::Arm, 0x7ff0_0000_2000_0000, FloatTy::F64, FloatTy::F32), 0x7fc0_0001);
    assert_eq!(Nans::of(crate::target::Arch::Riscv64), Nans::Canonical);
    // Operations on bits leave NaNs as they are.
    assert_eq!(num::float_neg(FloatTy::F64, signalling), signalling | 1 << 63);
    assert_eq!(
        num::float_intrinsic(Nans::X86, Intrinsic::Fabs, FloatTy::F64, &[negative | 1]),
        Some(0x7ff8_0000_0000_0001)
    );
    let least =
        |a: f64, b: f64| num::float_intrinsic(Nans::X86, Intrinsic::Minnum, FloatTy::F64, &[a.to_bits(), b.to_bits()]);
    assert_eq!(least(f64::NAN, 2.0), Some(2f64.to_bits()));
    assert_eq!(least(0.0, -0.0), Some((-0f64).to_bits()));
}

#[test]
fn computes() {
    assert_eq!(computed("i32", "bb0: _0 = arith add 40i32, 2i32; return;"), 42);
    assert_eq!(computed("u8", "bb0: _0 = add 250u8, 10u8; return;"), 4);
    assert_eq!(
        computed("i128", "bb0: _0 = arith mul -3i128, 18446744073709551616i128; return;"),
        truncate((-3i128 << 64) as u128, 128)
    );
    assert_eq!(computed("u128", "bb0: _0 = shl 1u128, 100i32; _0 = arith shr _0, 3u8; return;"), 1 << 97);
    assert_eq!(computed("i16", "bb0: _0 = arith shr -8i16, 1i64; return;"), 0xfffc);
    assert_eq!(computed("bool", "bb0: _0 = not true; return;"), 0);
    assert_eq!(computed("u8", "bb0: _0 = not 1u8; return;"), 0xfe);
    assert_eq!(computed("f64", "bb0: _0 = div 1.0f64, 3.0f64; return;"), (1.0f64 / 3.0).to_bits().into());
    assert_eq!(computed("u8", "bb0: _0 = cast 300.7f32; return;"), 255);
    assert_eq!(computed("f32", "bb0: _0 = cast 16777217i32; return;"), (16777216f32).to_bits().into());
    assert_eq!(computed("i64", "bb0: _0 = cast -1i8; return;"), u64::MAX.into());
    assert_eq!(computed("u32", "bb0: _0 = cast -1i128; return;"), u32::MAX.into());
    assert_eq!(computed("u32", "bb0: _0 = intrinsic ctlz(1u16); return;"), 15);
    assert_eq!(computed("bool", "bb0: _0 = intrinsic is_nan(1.0f64); return;"), 0);
    assert_eq!(computed("bool", "bb0: _0 = lt -1i32, 1i32; return;"), 1);
}

#[test]
fn loops_and_calls() {
    let text = "fn @fib(u64) -> u64 { params _0; ret _1; let _0: u64; var _1: u64; let _2: bool; let _3: u64; let _4: u64; let _5: u64; let _6: u64;
bb0: _2 = lt _0, 2u64; if _2 goto bb1 else bb2;
bb1: _1 = _0; return;
bb2: _3 = arith sub _0, 1u64; _4 = call @fib(_3); _5 = arith sub _0, 2u64; _6 = call @fib(_5); _1 = arith add _4, _6; return;
}
fn @f() -> u64 { ret _0; var _0: u64; var _1: u64; let _2: bool; let _3: u64;
bb0: _0 = 0u64; _1 = 0u64; goto bb1;
bb1: _2 = lt _1, 10u64; if _2 goto bb2 else bb3;
bb2: _3 = call @fib(_1); _0 = arith add _0, _3; _1 = arith add _1, 1u64; goto bb1;
bb3: return;
}";
    assert_eq!(run(text), Ok(Some(Value::Scalar(88))));
}

#[test]
fn memory_and_places() {
    let text = "struct S { a: u8, b: u32, c: [u16; 3] } union U { f: f32, u: u32 }
static mut @G: S = <S> {1u8, 2u32, <[u16; 3]> {3u16, 4u16, 5u16}};
unnamed static @text: [u8; 4] = <[u8; 4]> b\"abc\\x00\";
fn @sum(S, &[u16]) -> u32 { params _0, _1; ret _2; var _0: S; let _1: &[u16]; var _2: u32; let _3: u32; let _4: u32; let _5: usize;
bb0: _3 = cast _0.2[1usize]; _4 = cast _1.*[2usize]; _5 = fat_len _1; _2 = cast _5; _2 = add _2, _3; _2 = add _2, _4; _2 = add _2, _0.1; return; }
fn @f() -> u32 { ret _0; var _0: u32; var _1: S; let _2: *[u16; 3]; let _3: &[u16]; let _4: u32; var _5: U; let _6: &[u8]; let _7: u32; var _8: usize; let _9: *mut S;
bb0: _1 = @G; _1.2[0usize] = 10u16; _2 = &_1.2; _3 = fat _2, 3usize; _4 = call @sum(_1, _3);
 _5.0 = 1.0f32; _6 = <&[u8]> @text[..3]; _8 = 2usize; _7 = cast _6.*[_8]; _9 = &@G; _9.*.1 = 100u32;
 _0 = add _4, _7; _0 = add _0, @G.1; _0 = add _0, _5.1; return; }";
    // 3 + 4 + 5 + 2, 'c', 100, the bits of 1.0
    assert_eq!(run(text), Ok(Some(Value::Scalar(14 + 99 + 100 + 0x3f80_0000))));
}

#[test]
fn aggregates_come_back() {
    let text = "struct S { a: u8, b: u32 } fn @make(u32) -> S { params _0; ret _1; let _0: u32; var _1: S; bb0: _1.0 = 7u8; _1.1 = _0; return; }
fn @f() -> [S; 2] { ret _0; var _0: [S; 2]; var _1: usize; bb0: _1 = 1usize; _0[_1] = call @make(5u32); _0[0usize] = _0[1usize]; return; }";
    let Ok(Some(Value::Bytes(bytes))) = run(text) else { panic!("bytes") };
    let one = [Some(7), None, None, None, Some(5), Some(0), Some(0), Some(0)];
    assert_eq!(bytes.iter().collect::<Vec<_>>(), [one, one].concat());
}

#[test]
fn pointers_to_functions_and_switches() {
    let text = "fn @one(i32) -> i32 { params _0; ret _0; let _0: i32; bb0: return; }
fn @two(i32) -> i32 { params _0; ret _1; let _0: i32; var _1: i32; bb0: _1 = arith add _0, _0; return; }
fn @f() -> i32 { ret _0; var _0: i32; var _1: [fn(i32) -> i32; 2]; var _2: i32; let _3: i32;
bb0: _1[0usize] = <fn(i32) -> i32> @one; _1[1usize] = <fn(i32) -> i32> @two; _2 = call (_1[1usize])(21i32) as fn(i32) -> i32;
switch _2 { 41i32 => bb1, 42i32 => bb2, -1i32 => bb1, else => bb1 };
bb1: unreachable;
bb2: _3 = call (_1[0usize])(_2) as fn(i32) -> i32; _0 = _3; return; }";
    assert_eq!(run(text), Ok(Some(Value::Scalar(42))));
}

#[test]
fn what_overflows_is_an_error() {
    let body = |stmt: &str| format!("fn @f() -> i32 {{ ret _0; var _0: i32; bb0: {stmt}; return; }}");
    fails(
        &body("_0 = arith add 2147483647i32, 1i32"),
        ErrorKind::Panic(Panic::Overflow(Some(BinOp::Add))),
        "_0 = arith add 2147483647i32, 1i32",
    );
    fails(
        &body("_0 = checked sub -2147483648i32, 1i32"),
        ErrorKind::Panic(Panic::Overflow(Some(BinOp::Sub))),
        "_0 = checked sub -2147483648i32, 1i32",
    );
    fails(
        &body("_0 = arith neg -2147483648i32"),
        ErrorKind::Panic(Panic::Overflow(None)),
        "_0 = arith neg -2147483648i32",
    );
    fails(&body("_0 = arith div 1i32, 0i32"), ErrorKind::Panic(Panic::DivisionByZero), "_0 = arith div 1i32, 0i32");
    fails(&body("_0 = arith rem 1i32, 0i32"), ErrorKind::Panic(Panic::RemainderByZero), "_0 = arith rem 1i32, 0i32");
    fails(
        &body("_0 = arith div -2147483648i32, -1i32"),
        ErrorKind::Panic(Panic::DivisionOverflow),
        "_0 = arith div -2147483648i32, -1i32",
    );
    fails(&body("_0 = arith shl 1i32, 32u8"), ErrorKind::Panic(Panic::Shift), "_0 = arith shl 1i32, 32u8");
    fails(&body("_0 = arith shl 1i32, -1i8"), ErrorKind::Panic(Panic::Shift), "_0 = arith shl 1i32, -1i8");
    fails(
        &body("_0 = shl 1i32, 32i32"),
        ErrorKind::Undefined("a shift is by the width or more"),
        "_0 = shl 1i32, 32i32",
    );
    fails(&body("_0 = div 1i32, 0i32"), ErrorKind::Undefined("a division is by zero"), "_0 = div 1i32, 0i32");
    fails(&body("check false else shift"), ErrorKind::Panic(Panic::Shift), "check false else shift");
    fails(
        &body("check false else bounds(5usize, 3usize)"),
        ErrorKind::Panic(Panic::Bounds { index: 5, len: 3 }),
        "check false else bounds(5usize, 3usize)",
    );
    fails(
        "fn @f() { var _0: [u8; 2]; var _1: usize; bb0: _1 = 2usize; _0[_1] = 1u8; return; }",
        ErrorKind::Panic(Panic::Bounds { index: 2, len: 2 }),
        "_0[_1] = 1u8",
    );
}

#[test]
fn what_memory_does_not_hold_is_an_error() {
    let body = |locals: &str, stmts: &str| {
        format!("fn @f() -> i32 {{ ret _0; var _0: i32; {locals}; bb0: {stmts}; return; }}")
    };
    fails(&body("var _1: i32", "_0 = arith add _1, 1i32"), Fault::Unset, "_0 = arith add _1, 1i32");
    fails(&body("var _1: [i32; 2]", "_1[0usize] = 1i32; _0 = _1[1usize]"), Fault::Unset, "_0 = _1[1usize]");
    fails(&body("var _1: *i32", "_1 = <*i32> zero; _0 = _1.*"), Fault::Null, "_0 = _1.*");
    fails(&body("var _1: *i32", "_1 = <*i32> 65536; _0 = _1.*"), Fault::Nowhere, "_0 = _1.*");
    fails(
        &body(
            "var _1: i32; let _2: *i32; let _3: *i32",
            "_1 = 1i32; _2 = &_1; _3 = ptr_add _2, 1usize of i32; _0 = _3.*",
        ),
        Fault::OutOfBounds,
        "_0 = _3.*",
    );
    fails(
        &body(
            "var _1: i32; let _2: *i32; let _3: *i32",
            "_1 = 1i32; _2 = &_1; _3 = ptr_add _2, 2usize of i32; _0 = _3.*",
        ),
        ErrorKind::Undefined("a pointer leaves its object"),
        "_3 = ptr_add _2, 2usize of i32",
    );
    fails(
        &body(
            "var _1: [i32; 2]; let _2: *[i32; 2]; let _3: *u8; let _4: *u8; let _5: *i32",
            "_1 = [1i32; 2]; _2 = &_1; _3 = cast _2; _4 = ptr_add _3, 1usize of u8; _5 = cast _4; _0 = _5.*",
        ),
        Fault::Misaligned,
        "_0 = _5.*",
    );
    fails(
        &body(
            "var _1: bool; let _2: *bool; let _3: *mut u8; let _4: i32",
            "_2 = &_1; _3 = cast _2; _3.* = 2u8; _4 = cast _1; _0 = _4",
        ),
        Fault::NotBool(2),
        "_4 = cast _1",
    );
    fails("static @G: i32 = 1i32; fn @f() { bb0: @G = 2i32; return; }", Fault::ReadOnly, "@G = 2i32");
    let dangling = "fn @leak() -> *i32 { ret _1; var _0: i32; var _1: *i32; bb0: _0 = 5i32; _1 = &_0; return; }
fn @f() -> i32 { ret _1; let _0: *i32; var _1: i32; bb0: _0 = call @leak(); _1 = _0.*; return; }";
    fails(dangling, Fault::Dangling, "_1 = _0.*");
    fails(
        "fn @f() -> char { ret _0; var _0: char; let _1: *char; let _2: *mut u32; bb0: _1 = &_0; _2 = cast _1; _2.* = 55296u32; return; }",
        Fault::NotChar(0xd800),
        "return",
    );
    fails(
        "fn @f() { var _0: [u8; 8]; let _1: *u8; let _2: *u8; bb0: _0 = [1u8; 8]; _1 = &_0[0usize]; _2 = &_0[1usize]; intrinsic memcpy(_1, _2, 4usize); return; }",
        Fault::Overlap,
        "intrinsic memcpy(_1, _2, 4usize)",
    );
}

/// A variable that only some ways write is read where it was written, and an error where it was not.
#[test]
fn variables_that_may_be_unset() {
    let text = |cond: &str| {
        format!(
            "fn @f() -> i32 {{ ret _0; var _0: i32; var _1: i32; bb0: if {cond} goto bb1 else bb2; bb1: _1 = 3i32; goto bb2; bb2: _0 = _1; return; }}"
        )
    };
    assert_eq!(run(&text("true")), Ok(Some(Value::Scalar(3))));
    fails(&text("false"), Fault::Unset, "_0 = _1");
}

#[test]
fn the_host_is_asked() {
    let text = "import extern \"C\" fn @service(i64, ...) -> *mut u8; import static @outside: i32; import static @unknown: i64;
fn @ten(i32) -> i32 { params _0; ret _1; let _0: i32; var _1: i32; bb0: _1 = arith add _0, 1i32; return; }
fn @f() -> i32 { ret _0; var _0: i32; let _1: *mut u8; let _2: *mut i32; let _3: *mut u8; let _4: *mut u8; let _5: usize; let _6: i32;
bb0: _1 = call @service(0i64); _2 = cast _1; _2.* = 30i32; _0 = _2.*; _3 = call @service(1i64, _1); _4 = call @service(2i64, <fn(i32) -> i32> @ten);
 _5 = cast _4; _6 = cast _5; _0 = arith add _0, _6; _0 = arith add _0, @outside; STMT return; }";
    // 20 + 1, then 210 + 1
    assert_eq!(run(&text.replace("STMT", "")), Ok(Some(Value::Scalar(30 + 211 + 9))));
    fails(&text.replace("STMT", "_0 = _2.*;"), Fault::Dangling, "_0 = _2.*");
    let twice = text.replace("STMT", "call @service(1i64, _1);");
    fails(&twice, Fault::Dangling, "call @service(1i64, _1)");
    let (kind, _) = run(&text.replace("STMT", "call @service(9i64, 1i32);")).unwrap_err();
    assert!(matches!(&kind, ErrorKind::Foreign(_, reason) if reason == "no such service"), "{kind:?}");
    let read = "import static @unknown: i64; fn @f() -> i64 { ret _0; var _0: i64; bb0: _0 = @unknown; return; }";
    assert!(matches!(run(read), Err((ErrorKind::ForeignStatic(_), _))));
    let address = "import static @unknown: i64; fn @f() -> bool { ret _0; var _0: bool; let _1: *i64; bb0: _1 = &@unknown; _0 = eq _1, <*i64> zero; return; }";
    assert_eq!(run(address), Ok(Some(Value::Scalar(0))));
    // A function that the host takes over.
    let taken = "fn @mine(i64) -> *mut u8 cold { params _0; ret _1; let _0: i64; var _1: *mut u8; bb0: _1 = <*mut u8> zero; return; }
fn @f() -> bool { ret _0; var _0: bool; let _1: *mut u8; bb0: _1 = call @mine(0i64); _0 = ne _1, <*mut u8> zero; return; }";
    assert_eq!(run(taken), Ok(Some(Value::Scalar(1))));
    let sin = "fn @f() -> f64 { ret _0; var _0: f64; bb0: _0 = intrinsic sin(1.0f64); return; }";
    fails(sin, ErrorKind::HostDependent(Intrinsic::Sin), "_0 = intrinsic sin(1.0f64)");
}

#[test]
fn addresses_are_no_numbers_in_constants() {
    let strict = |text: &str| run_with(text, World { strict: true, ..World::default() }, Limits::default());
    let body = |stmts: &str| {
        format!(
            "static @G: i32 = 1i32; static @H: i32 = 1i32; fn @f() -> usize {{ ret _0; var _0: usize; let _1: *i32; let _2: *i32; let _3: bool; bb0: _1 = &@G; _2 = &@H; {stmts} return; }}"
        )
    };
    let fails = |stmts: &str| assert_eq!(strict(&body(stmts)).unwrap_err().0, Fault::AddressAsNumber.into(), "{stmts}");
    fails("_0 = cast _1;");
    fails("_3 = lt _1, _2; _0 = 1usize;");
    fails("_3 = eq _1, _2; _0 = 1usize;");
    fails("_0 = 1usize; _3 = eq _1, <*i32> 65536;");
    assert_eq!(strict(&body("_3 = eq _1, <*i32> zero; _0 = cast _3;")), Ok(Some(Value::Scalar(0))));
    assert_eq!(strict(&body("_3 = eq _1, _1; _0 = cast _3;")), Ok(Some(Value::Scalar(1))));
    let punned = "union U { p: *i32, u: usize, b: [u8; 8] } static @G: i32 = 1i32; fn @f() -> BACK { ret _0; var _0: BACK; var _1: U; bb0: _1.0 = <*i32> &@G; _0 = _1.FIELD; return; }";
    assert_eq!(
        strict(&punned.replace("BACK", "usize").replace("FIELD", "1")).unwrap_err().0,
        Fault::AddressAsNumber.into()
    );
    assert_eq!(
        strict(&punned.replace("BACK", "u8").replace("FIELD", "2[3usize]")).unwrap_err().0,
        Fault::AddressAsNumber.into()
    );
    assert!(strict(&punned.replace("BACK", "*i32").replace("FIELD", "0")).is_ok());
}

#[test]
fn there_are_limits() {
    let limits = |steps, memory, depth| Limits { steps, memory, depth };
    let forever = "fn @f() { bb0: goto bb0; }";
    assert_eq!(run_with(forever, World::default(), limits(1000, 1 << 20, 100)).unwrap_err().0, ErrorKind::StepLimit);
    let deep = "fn @f() { bb0: call @f(); return; }";
    assert_eq!(run_with(deep, World::default(), limits(1 << 20, 1 << 30, 100)).unwrap_err().0, ErrorKind::DepthLimit);
    assert_eq!(
        run_with(deep, World::default(), limits(1 << 20, 1 << 12, 1 << 30)).unwrap_err().0,
        ErrorKind::MemoryLimit
    );
    let large = "fn @f() { var _0: [u8; 1000000]; bb0: return; }";
    assert_eq!(run_with(large, World::default(), limits(1 << 20, 1 << 20, 100)).unwrap_err().0, ErrorKind::MemoryLimit);
    let huge = "static @Z: [u8; 1000000000000] = <[u8; 1000000000000]> zero; fn @f() -> *u8 { ret _0; var _0: *u8; bb0: _0 = &@Z[5usize]; return; }";
    assert!(run(huge).is_ok());
    let copies = "fn @f() { var _0: [u8; 100000]; bb0: _0 = <[u8; 100000]> zero; goto bb0; }";
    let (kind, _) = run_with(copies, World::default(), limits(100_000, 1 << 20, 100)).unwrap_err();
    assert_eq!(kind, ErrorKind::StepLimit);
}

/// A million calls deep: the machine has its own stack. Frames that end leave nothing behind.
#[test]
fn frames_are_the_machines_own() {
    let deep = "fn @down(u32) -> u32 { params _0; ret _1; let _0: u32; var _1: u32; let _2: *u32; let _3: bool; let _4: u32; var _5: u32;
bb0: _5 = _0; _2 = &_5; _3 = eq _0, 0u32; if _3 goto bb1 else bb2; bb1: _1 = 0u32; return; bb2: _4 = arith sub _2.*, 1u32; _1 = call @down(_4); _1 = arith add _1, 1u32; return; }
fn @f() -> u32 { ret _0; var _0: u32; bb0: _0 = call @down(300000u32); return; }";
    let limits = Limits { depth: 1 << 20, ..Limits::default() };
    assert_eq!(run_with(deep, World::default(), limits), Ok(Some(Value::Scalar(300_000))));
    let many = "fn @leaf() -> i32 { ret _0; var _0: i32; let _1: *mut i32; bb0: _1 = &_0; _1.* = 1i32; return; }
fn @f() -> i32 { ret _0; var _0: i32; let _1: bool; let _2: i32; bb0: _0 = 0i32; goto bb1; bb1: _2 = call @leaf(); _0 = arith add _0, _2; _1 = lt _0, 300000i32; if _1 goto bb1 else bb2; bb2: return; }";
    let limits = Limits { memory: 1 << 14, ..Limits::default() };
    assert_eq!(run_with(many, World::default(), limits), Ok(Some(Value::Scalar(300_000))));
}

#[test]
fn errors_know_the_calls() {
    let text =
        "fn @inner(i32) -> i32 { params _0; ret _1; let _0: i32; var _1: i32; bb0: _1 = arith div 1i32, _0; return; }
fn @outer() -> i32 { ret _0; var _0: i32; bb0: _0 = call @inner(0i32); return; }";
    let (cx, program) = program(text, X86);
    let target = cx.target.clone();
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let outer = program.fns.iter().next_back().unwrap().0;
    let error = machine.call(outer, &[]).unwrap_err();
    let calls: Vec<_> =
        error.calls.iter().map(|(f, span)| (cx.text(program.fns[*f].name), cx.snippet(*span))).collect();
    assert_eq!(calls, [("inner", "_1 = arith div 1i32, _0"), ("outer", "_0 = call @inner(0i32)")]);
    assert_eq!(error.kind.text(), "attempt to divide by zero");
    let checks = Options { overflow_checks: false };
    let text = "fn @f() -> u8 { ret _0; var _0: u8; bb0: _0 = arith add 255u8, 2u8; _0 = arith shl _0, 9i32; return; }";
    let (_, program) = self::program(text, X86);
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), checks);
    assert_eq!(machine.call(program.fns.iter().next().unwrap().0, &[]), Ok(Some(Value::Scalar(2))));
}

#[test]
fn pointers_have_the_targets_width() {
    let text = "struct S { p: *i32, n: usize } static @G: i32 = 7i32; fn @f() -> i32 { ret _0; var _0: i32; var _1: S; let _2: usize; let _3: *i32; var _4: &[i32]; let _5: &[i32];
bb0: _1.0 = <*i32> &@G; _1.1 = arith add 4294967290usize, 5usize; _2 = cast _1.0; _3 = cast _2; _4 = fat _3, 1usize; _5 = _4; _0 = _5.*[0usize]; return; }";
    let (cx, program) = program(text, "wasm32-unknown-unknown");
    let target = cx.target.clone();
    let world = World::default();
    let mut machine = Machine::new(&program, &target, world, Limits::default(), Options::default());
    assert_eq!(machine.call(program.fns.iter().next().unwrap().0, &[]), Ok(Some(Value::Scalar(7))));
    let text = "fn @f() -> usize { ret _0; var _0: usize; bb0: _0 = arith add 4294967290usize, 6usize; return; }";
    let (_, program) = self::program(text, "wasm32-unknown-unknown");
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let error = machine.call(program.fns.iter().next().unwrap().0, &[]).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Panic(Panic::Overflow(Some(BinOp::Add))));
}

/// What a function gives, as a constant in text.
fn constant(text: &str) -> Result<String, ErrorKind> {
    let (cx, mut program) = program(text, X86);
    let target = cx.target.clone();
    let last = program.fns.iter().next_back().unwrap().0;
    let ty = program.types.sig(program.fns[last].ty).unwrap().ret;
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let value = machine.evaluate(last).map_err(|e| e.kind)?.unwrap();
    let found = machine.constant(ty, &value)?;
    drop(machine);
    // As the printer writes the initializer of a global.
    let symbol = cx.interner.intern("result");
    let linkage = crate::flow::Linkage::Internal;
    program.globals.alloc(Global { linkage, init: Some(found.clone()), ..Global::new(symbol, found.ty) });
    let printed = crate::flow::print::print_with(&cx, &program, PrintOptions::default());
    let line = printed.lines().find(|line| line.starts_with("static @result")).unwrap();
    Ok(line.split_once(" = ").unwrap().1.trim_end_matches(';').to_string())
}

#[test]
fn results_are_constants() {
    let text = "struct S { a: u8, p: *i32, s: &[u8], t: (bool, char), f: f32, g: fn(i32), n: *i32, z: [u64; 3], w: [u16; 4] }
static @G: [i32; 4] = <[i32; 4]> zero; unnamed static @text: [u8; 3] = <[u8; 3]> b\"hi\\x00\"; fn @g(i32) { params _0; let _0: i32; bb0: return; }
fn @f() -> S { ret _0; var _0: S; bb0: _0.0 = 3u8; _0.1 = <*i32> &@G + 8; _0.2 = <&[u8]> @text[..2]; _0.3.0 = true; _0.3.1 = 'x'; _0.4 = 1.5f32; _0.5 = <fn(i32)> @g; _0.6 = <*i32> 0x1000; _0.7 = <[u64; 3]> zero; _0.8 = [7u16; 4]; return; }";
    let printed = constant(text).unwrap();
    assert_eq!(
        printed,
        "<S> {3u8, <*i32> &@G + 8, <&[u8]> @text[..2], <(bool, char)> {true, 'x'}, 1.5f32, <fn(i32)> @g, <*i32> 0x1000, <[u64; 3]> zero, <[u16; 4]> [7u16; 4]}"
    );
    let unions = "union U { small: u8, p: *i32, n: u64 } static @G: i32 = 1i32; fn @f() -> [U; 4] { ret _0; var _0: [U; 4]; bb0: _0[0usize].0 = 1u8; _0[1usize].1 = <*i32> &@G; _0[2usize].2 = 5u64; return; }";
    let printed = constant(unions).unwrap();
    assert_eq!(printed, "<[U; 4]> {<U> {.0 = 1u8}, <U> {.1 = <*i32> &@G}, <U> {.1 = <*i32> 0x5}, <U> undef}");
}

#[test]
fn what_results_lead_to_is_part_of_them() {
    let text = "struct N { next: *N, v: &mut i32 } fn @f() -> (*N, *i32) { ret _0; var _0: (*N, *i32); var _1: N; var _2: N; var _3: i32; let _4: *mut [i32; 2]; var _5: [i32; 2]; let _6: &mut i32; let _7: *i32; let _8: *N; let _9: *N;
bb0: _3 = 5i32; _6 = &_3; _8 = &_1; _9 = &_2; _7 = &_5[1usize]; _1 = <N> undef; _1.0 = _9; _1.1 = _6; _2.0 = <*N> zero; _2.1 = _6; _5 = <[i32; 2]> {1i32, 2i32}; _0.0 = _8; _0.1 = _7; return; }";
    assert_eq!(
        constant(text).unwrap(),
        "<(*N, *i32)> {<*N> &ref <N> {<*N> &ref <N> {<*N> zero, <&mut i32> &ref $0 = 5i32}, <&mut i32> &ref $0}, <*i32> &ref <[i32; 2]> {1i32, 2i32} + 4}"
    );
    let literals = "fn @f() -> (*u8, &[u8], &[i32]) { ret _0; var _0: (*u8, &[u8], &[i32]); let _1: *u8; let _2: *i32; bb0: _1 = ptr_add <*u8> &c\"text\", 1usize of u8; _0.0 = _1; _0.1 = <&[u8]> c\"text\" + 2[..2]; _2 = <*i32> &ref <[i32; 2]> {1i32, 2i32}; _0.2 = fat _2, 2usize; return; }";
    assert_eq!(
        constant(literals).unwrap(),
        "<(*u8, &[u8], &[i32])> {<*u8> &c\"text\" + 1, <&[u8]> c\"text\" + 2[..2], <&[i32]> ref $0 = <[i32; 2]> {1i32, 2i32}[..2]}"
    );
    let constant_in_code = "fn @g() -> *[i32; 2] { ret _0; var _0: *[i32; 2]; var _1: [i32; 2]; bb0: _1 = <[i32; 2]> {3i32, 4i32}; _0 = &_1; return; } fn @f() -> *[i32; 2] { ret _0; var _0: *[i32; 2]; bb0: _0 = call @g(); return; }";
    assert_eq!(constant(constant_in_code), Err(Fault::Dangling.into()));
    let cycle =
        "struct N { next: *N } fn @f() -> *N { ret _0; var _0: *N; var _1: N; bb0: _0 = &_1; _1.0 = _0; return; }";
    assert_eq!(constant(cycle), Err(ErrorKind::Host("a constant refers to itself".into())));
    let local =
        "thread_local static mut @T: i32 = 1i32; fn @f() -> *i32 { ret _0; var _0: *i32; bb0: _0 = &@T; return; }";
    assert!(matches!(constant(local), Err(ErrorKind::ThreadLocal(_))));
    let unset = "fn @f() -> (u8, u8) { ret _0; var _0: (u8, u8); bb0: _0.0 = 1u8; return; }";
    assert_eq!(constant(unset), Err(Fault::Unset.into()));
    let text_inside = "unnamed static @text: [u8; 3] = <[u8; 3]> b\"hi\\x00\"; fn @f() -> *u8 { ret _0; var _0: *u8; bb0: _0 = &@text[1usize]; return; }";
    assert_eq!(constant(text_inside).unwrap(), "<*u8> &@text + 1");
}

const ENUMS: &str = r#"
enum Shape { Empty, Circle { r: i32 }, Rect { w: i32, h: u8 } }
enum Maybe { None, Some { 0: &i32 } }

static @ONE: i32 = 1i32;

fn @made(bool) -> (Shape, Maybe, Maybe) {
    params _1;
    ret _0;
    var _0: (Shape, Maybe, Maybe);
    let _1: bool;

bb0:
    _0.1.Some.0 = <&i32> &@ONE;
    variant _0.1 = Some;
    variant _0.2 = None;
    if _1 goto bb1 else bb2;

bb1:
    variant _0.0 = Empty;
    return;

bb2:
    _0.0.Rect.0 = 3i32;
    _0.0.Rect.1 = 4u8;
    variant _0.0 = Rect;
    return;
}

fn @tag(u8) -> u32 {
    params _1;
    ret _0;
    let _0: u32;
    let _1: u8;
    var _2: Shape;
    let _3: *mut Shape;
    let _4: *mut u8;

bb0:
    _3 = &_2;
    _4 = cast _3;
    _4.* = _1;
    _0 = variant _3.*;
    return;
}

fn @unset() -> u32 {
    ret _0;
    let _0: u32;
    var _1: Shape;

bb0:
    _0 = variant _1;
    return;
}
"#;

/// What a function gives, as text, or why it gives nothing.
fn constant_of(text: &str, function: &str, args: &[u128]) -> Result<String, ErrorKind> {
    let (cx, program) = program(text, X86);
    let target = cx.target.clone();
    let (id, data) = program.fns.iter().find(|(_, f)| cx.text(f.symbol) == function).unwrap();
    let ret = program.types.sig(data.ty).unwrap().ret;
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let args: Vec<Value> = args.iter().map(|bits| Value::Scalar(*bits)).collect();
    let value = machine.call(id, &args).map_err(|error| error.kind)?.unwrap();
    let constant = machine.constant(ret, &value)?;
    let mut made = Program { sigs: program.sigs, ..Program::default() };
    let global = made.sigs.globals.values_mut().next().unwrap();
    (global.ty, global.init) = (ret, Some(constant));
    let text = crate::flow::print::print(&cx, &made);
    Ok(text.lines().find_map(|line| line.split_once(" = ")).map_or(String::new(), |(_, is)| is.to_string()))
}

#[test]
fn variants_are_told_apart() {
    let made = |empty| constant_of(ENUMS, "made", &[empty]).unwrap();
    let maybes = "<Maybe> .Some {<&i32> &@ONE}, <Maybe> .None};";
    assert_eq!(made(1), format!("<(Shape, Maybe, Maybe)> {{<Shape> .Empty, {maybes}"));
    assert_eq!(made(0), format!("<(Shape, Maybe, Maybe)> {{<Shape> .Rect {{3i32, 4u8}}, {maybes}"));
    assert_eq!(constant_of(ENUMS, "tag", &[2]), Ok("2u32;".into()));
    assert_eq!(constant_of(ENUMS, "tag", &[3]), Err(NO_VARIANT));
    assert_eq!(constant_of(ENUMS, "unset", &[]), Err(Fault::Unset.into()));
}

const DROPS: &str = r#"
drop = @Drop::drop;

struct Noisy { n: i64 }
struct Outer { a: Noisy, b: Noisy }
enum Maybe { None, Some { 0: Noisy } }

static mut @LOG: i64 = 0i64;

impl Drop for Noisy { fn @Drop::drop = @noisy; }
impl Drop for Outer { fn @Drop::drop = @outer; }

fn @Drop::drop<Self>(&mut Self);

fn @noisy(&mut Noisy) {
    params _0;
    let _0: &mut Noisy;
    let _1: i64;

bb0:
    _1 = mul @LOG, 10i64;
    @LOG = add _1, _0.*.0;
    return;
}

fn @outer(&mut Outer) {
    params _0;
    let _0: &mut Outer;
    let _1: i64;

bb0:
    _1 = mul @LOG, 10i64;
    @LOG = add _1, 9i64;
    // What a drop function leaves is dropped.
    _0.*.0.0 = 8i64;
    return;
}

fn @take(Noisy) {
    params _0;
    var _0: Noisy;

bb0:
    drop _0;
    return;
}

// Each once, parts in order, what was moved not at all.
fn @all() -> i64 {
    ret _0;
    let _0: i64;
    var _1: Noisy;
    var _2: (Noisy, Noisy);
    var _3: [Noisy; 2];
    var _4: Maybe;
    var _5: Noisy;
    var _6: Outer;
    var _7: Noisy;
    var _8: Maybe;

bb0:
    _1 = <Noisy> {1i64};
    _2 = <(Noisy, Noisy)> {<Noisy> {2i64}, <Noisy> {3i64}};
    _3 = <[Noisy; 2]> {<Noisy> {4i64}, <Noisy> {5i64}};
    _4 = <Maybe> .Some {<Noisy> {6i64}};
    _6 = <Outer> {<Noisy> {1i64}, <Noisy> {2i64}};
    _7 = <Noisy> {7i64};
    _8 = <Maybe> .Some {<Noisy> {1i64}};
    _5 = move _2.0;
    _5 = move _5;
    call @take(move _7);
    _7 = move _8.Some.0;
    drop _8;
    variant _8 = None;
    drop _8;
    drop _7;
    drop _6;
    drop _5;
    drop _4;
    drop _3;
    drop _2;
    drop _1;
    drop _1;
    _0 = @LOG;
    return;
}
"#;

#[test]
fn what_is_dropped_is_dropped_once() {
    let value = run_with(DROPS, World::default(), Limits::default());
    assert_eq!(value, Ok(Some(Value::Scalar(71982264531))));
}

/// What statements do after something was moved: nothing, or they use it.
fn after_moves(stmts: &str) -> Result<String, ErrorKind> {
    let text = format!(
        "static @A: i64 = 0i64;
         struct Inner {{ c: i64, d: u8 }}
         struct Pair {{ a: u8, b: Inner }}
         enum Maybe {{ None, Some {{ 0: Pair }} }}
         fn @take(Inner) {{ params _0; var _0: Inner; bb0: return; }}
         fn @tested() -> i64 {{
             ret _0;
             var _0: i64;
             var _1: Pair;
             var _2: Pair;
             var _3: Maybe;
             var _4: i64;
             let _5: u32;
         bb0:
             _1 = <Pair> {{1u8, <Inner> {{2i64, 3u8}}}};
             _2 = <Pair> {{1u8, <Inner> {{2i64, 3u8}}}};
             _3 = <Maybe> .Some {{<Pair> {{1u8, <Inner> {{2i64, 3u8}}}}}};
             _4 = 4i64;
             _0 = 0i64;
             {stmts}
             return;
         }}"
    );
    constant_of(&text, "tested", &[])
}

#[test]
fn what_is_gone_is_not_used() {
    let gone = Err(Fault::Gone.into());
    for stmts in [
        "_2 = move _1; _2 = _1;",
        "_2 = move _1; _2 = move _1;",
        "_2 = move _1; _0 = _1.1.0;",
        "_2.1 = move _1.1; _2 = _1;",
        "_2.1 = move _1.1; _2.1 = _1.1;",
        "call @take(move _1.1); _0 = _1.1.0;",
        "call @take(move _1.1); call @take(move _1.1);",
        "_0 = move _4; _0 = _4;",
        "drop _1; _2 = _1;",
        "_2 = move _3.Some.0; _3 = _3;",
        "_3.Some.0 = move _1; variant _3 = Some; _2 = _1;",
        "_4 = move _0;",
    ] {
        assert_eq!(after_moves(stmts), gone, "{stmts}");
    }
    for stmts in [
        "_2 = move _1; _1 = move _2; _2 = _1;",
        "_1 = move _1; _2 = _1;",
        "_2.1 = move _1.1; _2.0 = _1.0;",
        // Padding is nothing that could be gone.
        "_2 = move _1; _1.0 = 1u8; _1.1.0 = 1i64; _1.1.1 = 1u8; _2 = _1;",
        "_2 = move _3.Some.0; variant _3 = None; _3 = _3;",
        "_2 = move _3.Some.0; _3.Some.0 = move _2; variant _3 = Some; _3 = _3;",
        "_0 = move _4; _4 = 1i64; _0 = _4;",
        "drop _1; drop _1;",
    ] {
        assert!(after_moves(stmts).is_ok(), "{stmts}: {:?}", after_moves(stmts));
    }
}

#[test]
fn instances_alone_are_executed() {
    let text = "static @A: i32 = 0i32;
        struct Pair<T> { a: T, b: T }
        fn @same<T>(T) -> T { params _1; ret _0; var _0: T; var _1: T; bb0: _0 = _1; return; }
        fn @calls() -> i32 { ret _0; var _0: i32; bb0: _0 = call @same<i32>(1i32); return; }
        fn @holds() -> i32 { ret _0; var _0: i32; var _1: Pair<i32>; bb0: _1 = <Pair<i32>> {1i32, 2i32}; _0 = _1.1; return; }
        fn @asks() -> usize { ret _0; let _0: usize; bb0: _0 = <usize> size_of Pair<i32>; return; }";
    for function in ["same", "calls", "holds", "asks"] {
        let args: &[u128] = if function == "same" { &[1] } else { &[] };
        assert_eq!(constant_of(text, function, args), Err(OPEN), "{function}");
    }
}
