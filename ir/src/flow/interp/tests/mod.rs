//! The machine, on Flow that is written by hand.

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

mod drops;
mod failures;
mod results;

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
