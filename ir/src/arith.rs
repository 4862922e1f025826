//! Arithmetic on values as the target does it. `sig-check`, `const-eval`, `flow-simplify` and the interpreter of Flow share this, so
//! that an array length, a constant and a folded expression can never disagree.

use crate::intrinsic::Intrinsic;
use crate::op::BinOp;
use crate::ty::IntTy;

/// Why arithmetic has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArithError {
    Overflow,
    DivisionByZero,
    ShiftOutOfRange,
}

impl ArithError {
    pub fn text(self) -> &'static str {
        match self {
            ArithError::Overflow => "arithmetic overflow",
            ArithError::DivisionByZero => "division by zero",
            ArithError::ShiftOutOfRange => "shift out of range",
        }
    }
}

/// An integer type as arithmetic sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Int {
    pub bits: u32,
    pub signed: bool,
}

impl Int {
    pub fn new(ty: IntTy, pointer_bits: u32) -> Int {
        Int { bits: ty.bits(pointer_bits), signed: ty.signed() }
    }
}

/// Whether `value` is one of the values of `int`.
pub fn fits(value: i128, int: IntTy, pointer_bits: u32) -> bool {
    let bits = int.bits(pointer_bits);
    match (int.signed(), bits) {
        (true, 128) => true,
        (false, 128) => value >= 0,
        (true, _) => value >= -(1 << (bits - 1)) && value < 1 << (bits - 1),
        (false, _) => value >= 0 && value < 1 << bits,
    }
}

/// Arithmetic on numbers in so many bits of a machine integer: functions that differ in the width that they compute in.
macro_rules! arithmetic {
    ($vis:vis $low:ident, $extend:ident, $binary:ident: $unsigned:ident, $signed:ident) => {
        /// The low `bits` of `value`.
        #[inline]
        $vis fn $low(value: $unsigned, bits: u32) -> $unsigned {
            value & ($unsigned::MAX >> ($unsigned::BITS - bits.clamp(1, $unsigned::BITS)))
        }

        /// The low `bits` of `value` as a signed number.
        #[inline]
        $vis fn $extend(value: $unsigned, bits: u32) -> $signed {
            let shift = $unsigned::BITS - bits.clamp(1, $unsigned::BITS);
            ((value << shift) as $signed) >> shift
        }

        /// `+ - * / % & | ^` on values of type `int`, operands and result as bits. The result wraps, and the flag says that it did.
        #[inline]
        pub(crate) fn $binary(op: BinOp, int: Int, a: $unsigned, b: $unsigned) -> Result<($unsigned, bool), ArithError> {
            let bits = int.bits;
            if int.signed {
                let (x, y) = ($extend(a, bits), $extend(b, bits));
                let (value, lost) = match op {
                    BinOp::Add => x.overflowing_add(y),
                    BinOp::Sub => x.overflowing_sub(y),
                    BinOp::Mul => x.overflowing_mul(y),
                    BinOp::Div | BinOp::Rem if y == 0 => return Err(ArithError::DivisionByZero),
                    BinOp::Div => x.overflowing_div(y),
                    BinOp::Rem if y == -1 => (0, x == $extend(1 << (bits - 1), bits)),
                    BinOp::Rem => (x % y, false),
                    BinOp::And => (x & y, false),
                    BinOp::Or => (x | y, false),
                    BinOp::Xor => (x ^ y, false),
                    // Shifts and comparisons are elsewhere.
                    _ => (0, false),
                };
                let wrapped = $low(value as $unsigned, bits);
                Ok((wrapped, lost || $extend(wrapped, bits) != value))
            } else {
                let (value, lost) = match op {
                    BinOp::Add => a.overflowing_add(b),
                    BinOp::Sub => a.overflowing_sub(b),
                    BinOp::Mul => a.overflowing_mul(b),
                    BinOp::Div | BinOp::Rem if b == 0 => return Err(ArithError::DivisionByZero),
                    BinOp::Div => (a / b, false),
                    BinOp::Rem => (a % b, false),
                    BinOp::And => (a & b, false),
                    BinOp::Or => (a | b, false),
                    BinOp::Xor => (a ^ b, false),
                    // As above.
                    _ => (0, false),
                };
                let wrapped = $low(value, bits);
                Ok((wrapped, lost || wrapped != value))
            }
        }
    };
}

arithmetic!(pub truncate, sign_extend, wide: u128, i128);
// What fits in a register is computed in one: the interpreter lives on it.
arithmetic!(pub(crate) low, signed, narrow: u64, i64);

/// Arithmetic, shifts and comparisons on values of type `int`, operands and result as bits. Overflow wraps; the flag says that it did.
pub(crate) fn binary(op: BinOp, int: Int, a: u128, b: u128) -> Result<(u128, bool), ArithError> {
    let bits = int.bits;
    match op {
        BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => {
            let order = if int.signed { sign_extend(a, bits).cmp(&sign_extend(b, bits)) } else { a.cmp(&b) };
            Ok((compare(op, order).into(), false))
        }
        BinOp::Shl | BinOp::Shr if b >= bits.into() => Err(ArithError::ShiftOutOfRange),
        // Bits shifted out are no overflow.
        BinOp::Shl => Ok((truncate(a << b, bits), false)),
        BinOp::Shr if int.signed => Ok((truncate((sign_extend(a, bits) >> b) as u128, bits), false)),
        BinOp::Shr => Ok((a >> b, false)),
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem | BinOp::And | BinOp::Or | BinOp::Xor => {
            wide(op, int, a, b)
        }
    }
}

/// The same on values of an integer type.
pub fn int_binary(op: BinOp, int: IntTy, pointer_bits: u32, a: u128, b: u128) -> Result<(u128, bool), ArithError> {
    binary(op, Int::new(int, pointer_bits), a, b)
}

/// The intrinsics on integers, operands and result as bits; those with one operand ignore `b`. `None`: not an intrinsic on integers.
pub fn int_intrinsic(op: Intrinsic, int: Int, a: u128, b: u128) -> Option<u128> {
    let bits = int.bits;
    let all = truncate(u128::MAX, bits);
    let less = || binary(BinOp::Lt, int, a, b).is_ok_and(|result| result.0 != 0);
    let negative = |x: u128| int.signed && sign_extend(x, bits) < 0;
    let count = |n: u32| Some(u128::from(n));
    let value = match op {
        Intrinsic::Abs if negative(a) => a.wrapping_neg(),
        Intrinsic::Abs => a,
        Intrinsic::Ctlz => return count(a.leading_zeros().saturating_sub(128 - bits)),
        Intrinsic::Cttz => return count(a.trailing_zeros().min(bits)),
        Intrinsic::Ctpop => return count(a.count_ones()),
        Intrinsic::Ffs => return count(if a == 0 { 0 } else { a.trailing_zeros() + 1 }),
        Intrinsic::Parity => return count(a.count_ones() & 1),
        Intrinsic::Bswap => a.swap_bytes() >> (128 - bits),
        Intrinsic::RotateLeft => rotate_left(a, (b % u128::from(bits)) as u32, bits),
        Intrinsic::RotateRight => rotate_left(a, (bits - (b % u128::from(bits)) as u32) % bits, bits),
        Intrinsic::Min => return Some(if less() { a } else { b }),
        Intrinsic::Max => return Some(if less() { b } else { a }),
        Intrinsic::SatAdd | Intrinsic::SatSub | Intrinsic::SatMul => {
            let exact = match op {
                Intrinsic::SatAdd => BinOp::Add,
                Intrinsic::SatSub => BinOp::Sub,
                _ => BinOp::Mul,
            };
            let (value, overflows) = binary(exact, int, a, b).ok()?;
            let below = match op {
                Intrinsic::SatMul => negative(a) != negative(b),
                _ => negative(a) || !int.signed && op == Intrinsic::SatSub,
            };
            match (overflows, int.signed, below) {
                (false, ..) => value,
                (true, true, true) => 1 << (bits - 1),
                (true, true, false) => all >> 1,
                (true, false, true) => 0,
                (true, false, false) => all,
            }
        }
        Intrinsic::IntPow => {
            let (mut value, mut square, mut left) = (1u128, a, b);
            while left > 0 {
                if left & 1 == 1 {
                    value = value.wrapping_mul(square);
                }
                square = square.wrapping_mul(square);
                left >>= 1;
            }
            value
        }
        // On floating-point numbers, or on memory.
        _ => return None,
    };
    Some(truncate(value, bits))
}

fn rotate_left(value: u128, amount: u32, bits: u32) -> u128 {
    if amount == 0 { value } else { truncate(value << amount, bits) | value >> (bits - amount) }
}

/// What a comparison gives for an order.
pub(crate) fn compare(op: BinOp, order: std::cmp::Ordering) -> bool {
    match op {
        BinOp::Eq => order.is_eq(),
        BinOp::Ne => order.is_ne(),
        BinOp::Lt => order.is_lt(),
        BinOp::Le => order.is_le(),
        BinOp::Gt => order.is_gt(),
        BinOp::Ge => order.is_ge(),
        // Not comparisons.
        _ => false,
    }
}

/// Float arithmetic; `None` for operators that floats do not have.
pub fn float_binary(op: BinOp, a: f64, b: f64) -> Option<f64> {
    Some(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::Div => a / b,
        BinOp::Rem => a % b,
        _ => return None,
    })
}

/// Float comparison; `None` for other operators.
pub fn float_compare(op: BinOp, a: f64, b: f64) -> Option<bool> {
    Some(match op {
        BinOp::Eq => a == b,
        BinOp::Ne => a != b,
        BinOp::Lt => a < b,
        BinOp::Le => a <= b,
        BinOp::Gt => a > b,
        BinOp::Ge => a >= b,
        _ => return None,
    })
}

/// Float to integer as `as` does it: towards zero, saturating, NaN to 0.
pub fn float_to_int(value: f64, int: Int) -> u128 {
    let bits = int.bits;
    if int.signed {
        let max = ((1u128 << (bits - 1)) - 1) as i128;
        truncate((value as i128).clamp(-max - 1, max) as u128, bits)
    } else {
        (value as u128).min(truncate(u128::MAX, bits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_and_says_so() {
        let op = |op, int, a: i128, b: i128| {
            int_binary(op, int, 64, truncate(a as u128, int.bits(64)), truncate(b as u128, int.bits(64)))
        };
        assert_eq!(op(BinOp::Add, IntTy::U8, 250, 10), Ok((4, true)));
        assert_eq!(op(BinOp::Add, IntTy::I8, 127, 1), Ok((0x80, true)));
        assert_eq!(op(BinOp::Sub, IntTy::U32, 0, 1), Ok((0xffff_ffff, true)));
        assert_eq!(op(BinOp::Div, IntTy::I32, i32::MIN.into(), -1), Ok((0x8000_0000, true)));
        assert_eq!(op(BinOp::Rem, IntTy::I32, i32::MIN.into(), -1), Ok((0, true)));
        assert_eq!(op(BinOp::Rem, IntTy::I32, -7, 3), Ok((0xffff_ffff, false)));
        assert_eq!(op(BinOp::Div, IntTy::I32, 1, 0), Err(ArithError::DivisionByZero));
        assert_eq!(op(BinOp::Shl, IntTy::U8, 0x81, 1), Ok((2, false)));
        assert_eq!(op(BinOp::Shl, IntTy::U8, 1, 8), Err(ArithError::ShiftOutOfRange));
        assert_eq!(op(BinOp::Mul, IntTy::I128, i128::MAX, 2), Ok((truncate(-2i128 as u128, 128), true)));
        assert_eq!(op(BinOp::Lt, IntTy::I16, -1, 1), Ok((1, false)));
        assert_eq!(op(BinOp::Shr, IntTy::I8, -2, 1), Ok((0xff, false)));
    }

    #[test]
    fn float_casts_saturate() {
        assert_eq!(float_to_int(1e10, Int::new(IntTy::I32, 64)), 0x7fff_ffff);
        assert_eq!(float_to_int(-1.0, Int::new(IntTy::U8, 64)), 0);
        assert_eq!(float_to_int(f64::NAN, Int::new(IntTy::I64, 64)), 0);
        assert_eq!(float_to_int(-1.9, Int::new(IntTy::I8, 64)), 0xff);
        assert_eq!(float_to_int(300.0, Int::new(IntTy::U8, 64)), 255);
    }
}
