//! Arithmetic as the target does it, on the bits of values.
//!
//! Floating-point numbers follow IEEE 754 with the usual rounding. What it leaves open is the payload of a NaN:
//!
//! - x86-64 (Intel SDM, volume 1, section 4.8.3.5): of two operands that are NaNs the first one, made quiet; an invalid
//!   operation gives the NaN with the sign set and no other bit of the payload.
//! - AArch64 (Arm ARM, section A1.5.5, `FPProcessNaNs`): the first signalling operand, made quiet, else the first quiet one; an
//!   invalid operation gives the NaN without a sign.
//! - RISC-V (unprivileged ISA, section 11.3) and everything else: always the NaN without a sign.
//!
//! Optimisers may exchange the operands of `+` and `*`, and compute with constants as no machine would: what holds bit for bit is
//! what code does that is not optimised. Of zeros with different signs, `minnum` takes the negative one and `maxnum` the positive
//! one, as AArch64 does and LLVM when it folds; x86-64 gives either.

use crate::arith::{self, Int, sign_extend};
use crate::flow::{BinOp, Intrinsic};
use crate::target::Arch;
use crate::ty::FloatTy;

pub(super) use crate::arith::{binary as wide, int_intrinsic, low, narrow, signed};

/// Which NaN an operation gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Nans {
    X86,
    Arm,
    Canonical,
}

impl Nans {
    pub(super) fn of(arch: Arch) -> Nans {
        match arch {
            Arch::X86_64 => Nans::X86,
            Arch::Aarch64 => Nans::Arm,
            Arch::Riscv64 | Arch::Wasm32 => Nans::Canonical,
        }
    }

    fn default<F: Float>(self) -> F {
        F::from_bits(if self == Nans::X86 { F::QUIET_NAN | F::SIGN } else { F::QUIET_NAN })
    }

    /// What an operation gives of whose operands one is a NaN.
    fn of_operands<F: Float>(self, operands: &[F]) -> F {
        let quiet = |x: &F| F::from_bits(x.bits() | F::QUIET);
        let is_nan = |x: &&F| x.is_nan();
        let signalling = |x: &&F| x.is_nan() && x.bits() & F::QUIET == 0;
        let found = match self {
            Nans::X86 => operands.iter().find(is_nan),
            Nans::Arm => operands.iter().find(signalling).or_else(|| operands.iter().find(is_nan)),
            Nans::Canonical => None,
        };
        found.map_or_else(|| self.default(), quiet)
    }

    /// The result of an operation that was computed as if there were one NaN.
    fn settle<F: Float>(self, operands: &[F], result: F) -> F {
        if !result.is_nan() {
            result
        } else if operands.iter().any(|x| x.is_nan()) {
            self.of_operands(operands)
        } else {
            self.default()
        }
    }
}

/// `f32` and `f64`.
trait Float: Copy + PartialOrd {
    const SIGN: u64;
    /// The bit that makes a NaN quiet.
    const QUIET: u64;
    const QUIET_NAN: u64;
    fn from_bits(bits: u64) -> Self;
    fn bits(self) -> u64;
    fn is_nan(self) -> bool;
    fn is_finite(self) -> bool;
    fn is_infinite(self) -> bool;
    fn arith(op: BinOp, a: Self, b: Self) -> Self;
    fn unary(op: Intrinsic, a: Self) -> Option<Self>;
    fn fma(a: Self, b: Self, c: Self) -> Self;
}

macro_rules! float {
    ($ty:ident, $bits:ident, $fraction:literal) => {
        impl Float for $ty {
            const SIGN: u64 = 1 << ($bits::BITS - 1);
            const QUIET: u64 = 1 << ($fraction - 1);
            const QUIET_NAN: u64 = Self::SIGN - Self::QUIET;
            fn from_bits(bits: u64) -> Self {
                $ty::from_bits(bits as $bits)
            }
            fn bits(self) -> u64 {
                self.to_bits().into()
            }
            fn is_nan(self) -> bool {
                self.is_nan()
            }
            fn is_finite(self) -> bool {
                self.is_finite()
            }
            fn is_infinite(self) -> bool {
                self.is_infinite()
            }
            fn arith(op: BinOp, a: Self, b: Self) -> Self {
                match op {
                    BinOp::Add => a + b,
                    BinOp::Sub => a - b,
                    BinOp::Mul => a * b,
                    BinOp::Div => a / b,
                    // The verifier lets no other through.
                    _ => a % b,
                }
            }
            fn unary(op: Intrinsic, a: Self) -> Option<Self> {
                Some(match op {
                    Intrinsic::Sqrt => a.sqrt(),
                    Intrinsic::Floor => a.floor(),
                    Intrinsic::Ceil => a.ceil(),
                    Intrinsic::Trunc => a.trunc(),
                    Intrinsic::Round => a.round(),
                    Intrinsic::Rint | Intrinsic::Nearbyint => a.round_ties_even(),
                    // Bits, or not computed here.
                    _ => return None,
                })
            }
            fn fma(a: Self, b: Self, c: Self) -> Self {
                a.mul_add(b, c)
            }
        }
    };
}

float!(f32, u32, 23);
float!(f64, u64, 52);

// Integers.

#[inline]
pub(super) fn narrow_compare(op: BinOp, int: Int, a: u64, b: u64) -> bool {
    let order = if int.signed { signed(a, int.bits).cmp(&signed(b, int.bits)) } else { a.cmp(&b) };
    arith::compare(op, order)
}

// Floating-point numbers.

fn arith<F: Float>(nans: Nans, op: BinOp, a: u64, b: u64) -> u64 {
    let (a, b) = (F::from_bits(a), F::from_bits(b));
    nans.settle(&[a, b], F::arith(op, a, b)).bits()
}

/// `+ - * / %`
pub(super) fn float_arith(nans: Nans, op: BinOp, ty: FloatTy, a: u64, b: u64) -> u64 {
    match ty {
        FloatTy::F32 => arith::<f32>(nans, op, a, b),
        FloatTy::F64 => arith::<f64>(nans, op, a, b),
    }
}

pub(super) fn float_compare(op: BinOp, ty: FloatTy, a: u64, b: u64) -> bool {
    // Every `f32` is an `f64`.
    let [a, b] = [a, b].map(|bits| match ty {
        FloatTy::F32 => f64::from(f32::from_bits(bits as u32)),
        FloatTy::F64 => f64::from_bits(bits),
    });
    // The verifier lets through what is a comparison alone.
    arith::float_compare(op, a, b).unwrap_or(false)
}

pub(super) fn float_neg(ty: FloatTy, a: u64) -> u64 {
    a ^ sign(ty)
}

fn sign(ty: FloatTy) -> u64 {
    1 << (ty.bits() - 1)
}

/// Integer to floating-point number: the nearest.
pub(super) fn int_to_float(value: u128, int: Int, ty: FloatTy) -> u64 {
    let number = sign_extend(value, int.bits);
    match (ty, int.signed) {
        (FloatTy::F32, true) => (number as f32).to_bits().into(),
        (FloatTy::F32, false) => (value as f32).to_bits().into(),
        (FloatTy::F64, true) => (number as f64).to_bits(),
        (FloatTy::F64, false) => (value as f64).to_bits(),
    }
}

/// Towards zero, saturating, NaN to 0.
pub(super) fn float_to_int(bits: u64, ty: FloatTy, int: Int) -> u128 {
    let value = match ty {
        FloatTy::F32 => f64::from(f32::from_bits(bits as u32)),
        FloatTy::F64 => f64::from_bits(bits),
    };
    arith::float_to_int(value, int)
}

/// Between `f32` and `f64`. A NaN keeps the sign and as many bits of the payload as there is room for, and is quiet, but on
/// targets that know one NaN only.
pub(super) fn float_to_float(nans: Nans, bits: u64, from: FloatTy, to: FloatTy) -> u64 {
    match (from, to) {
        (FloatTy::F32, FloatTy::F32) | (FloatTy::F64, FloatTy::F64) => bits,
        (FloatTy::F32, FloatTy::F64) => {
            let value = f32::from_bits(bits as u32);
            match value.is_nan() {
                false => f64::from(value).to_bits(),
                true if nans == Nans::Canonical => f64::QUIET_NAN,
                true => (bits >> 31) << 63 | f64::QUIET_NAN | (bits & 0x7f_ffff) << 29,
            }
        }
        (FloatTy::F64, FloatTy::F32) => {
            let value = f64::from_bits(bits);
            match value.is_nan() {
                false => (value as f32).to_bits().into(),
                true if nans == Nans::Canonical => f32::QUIET_NAN,
                true => (bits >> 63) << 31 | f32::QUIET_NAN | (bits >> 29) & 0x7f_ffff,
            }
        }
    }
}

fn intrinsic<F: Float>(nans: Nans, op: Intrinsic, args: &[u64]) -> Option<u64> {
    let x = F::from_bits(*args.first()?);
    let y = args.get(1).map_or(x, |bits| F::from_bits(*bits));
    Some(match op {
        Intrinsic::Fabs | Intrinsic::Abs => x.bits() & !F::SIGN,
        Intrinsic::Copysign => x.bits() & !F::SIGN | y.bits() & F::SIGN,
        Intrinsic::IsNan => x.is_nan().into(),
        Intrinsic::IsInfinite => x.is_infinite().into(),
        Intrinsic::IsFinite => x.is_finite().into(),
        Intrinsic::Fma => {
            let z = F::from_bits(*args.get(2)?);
            // x86-64 takes the first of the factors, then the summand; Arm looks at the summand first (`FPProcessNaNs3`).
            let operands = if nans == Nans::Arm { [z, x, y] } else { [x, y, z] };
            nans.settle(&operands, F::fma(x, y, z)).bits()
        }
        Intrinsic::Minnum | Intrinsic::Maxnum | Intrinsic::Min | Intrinsic::Max => {
            let least = matches!(op, Intrinsic::Minnum | Intrinsic::Min);
            match (x.is_nan(), y.is_nan()) {
                (true, true) => nans.of_operands(&[x, y]).bits(),
                (true, false) => y.bits(),
                (false, true) => x.bits(),
                (false, false) if x == y => {
                    // The sign decides between zeros.
                    let x_is_negative = x.bits() & F::SIGN != 0;
                    if x_is_negative == least { x.bits() } else { y.bits() }
                }
                (false, false) => {
                    if (x < y) == least {
                        x.bits()
                    } else {
                        y.bits()
                    }
                }
            }
        }
        _ => nans.settle(&[x], F::unary(op, x)?).bits(),
    })
}

/// Intrinsics on floating-point numbers that every machine computes alike; classifications give 0 or 1. `None`: it is none of them.
pub(super) fn float_intrinsic(nans: Nans, op: Intrinsic, ty: FloatTy, args: &[u64]) -> Option<u64> {
    match ty {
        FloatTy::F32 => intrinsic::<f32>(nans, op, args),
        FloatTy::F64 => intrinsic::<f64>(nans, op, args),
    }
}
