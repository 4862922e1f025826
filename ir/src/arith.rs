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
    /// Some type of this width and sign, for [`int_binary`].
    pub fn ty(self) -> IntTy {
        match (self.bits, self.signed) {
            (8, false) => IntTy::U8,
            (8, true) => IntTy::I8,
            (16, false) => IntTy::U16,
            (16, true) => IntTy::I16,
            (32, false) => IntTy::U32,
            (32, true) => IntTy::I32,
            (64, false) => IntTy::U64,
            (64, true) => IntTy::I64,
            (_, false) => IntTy::U128,
            (_, true) => IntTy::I128,
        }
    }
}

/// The low `bits` of `value`.
pub fn truncate(value: u128, bits: u32) -> u128 {
    if bits >= 128 { value } else { value & ((1 << bits) - 1) }
}

/// The low `bits` of `value` as a signed number.
pub fn sign_extend(value: u128, bits: u32) -> i128 {
    let shift = 128 - bits.clamp(1, 128);
    ((value << shift) as i128) >> shift
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

/// Integer arithmetic on values of type `int`, operands and result as bits. Overflow wraps; the flag says that it did.
pub fn int_binary(op: BinOp, int: IntTy, pointer_bits: u32, a: u128, b: u128) -> Result<(u128, bool), ArithError> {
    let bits = int.bits(pointer_bits);
    if op.is_comparison() {
        let order = if int.signed() { sign_extend(a, bits).cmp(&sign_extend(b, bits)) } else { a.cmp(&b) };
        return Ok((u128::from(compare(op, order)), false));
    }
    if int.signed() {
        let (x, y) = (sign_extend(a, bits), sign_extend(b, bits));
        let (value, lost) = signed_binary(op, bits, x, y, b)?;
        let wrapped = truncate(value as u128, bits);
        Ok((wrapped, lost || sign_extend(wrapped, bits) != value))
    } else {
        let (value, lost) = unsigned_binary(op, bits, a, b)?;
        let wrapped = truncate(value, bits);
        Ok((wrapped, lost || wrapped != value))
    }
}

/// The intrinsics on integers, operands and result as bits; of those with one operand, `b` means nothing. `None`: it is no such.
pub fn int_intrinsic(op: Intrinsic, int: Int, a: u128, b: u128) -> Option<u128> {
    let bits = int.bits;
    let all = truncate(u128::MAX, bits);
    let less = || int_binary(BinOp::Lt, int.ty(), 64, a, b).is_ok_and(|result| result.0 != 0);
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
            let binary = match op {
                Intrinsic::SatAdd => BinOp::Add,
                Intrinsic::SatSub => BinOp::Sub,
                _ => BinOp::Mul,
            };
            let (value, overflows) = int_binary(binary, int.ty(), 64, a, b).ok()?;
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

fn signed_binary(op: BinOp, bits: u32, x: i128, y: i128, shift: u128) -> Result<(i128, bool), ArithError> {
    Ok(match op {
        BinOp::Add => x.overflowing_add(y),
        BinOp::Sub => x.overflowing_sub(y),
        BinOp::Mul => x.overflowing_mul(y),
        BinOp::Div | BinOp::Rem if y == 0 => return Err(ArithError::DivisionByZero),
        BinOp::Div => x.overflowing_div(y),
        BinOp::Rem => {
            let overflows = y == -1 && x == sign_extend(1 << (bits - 1), bits);
            (if y == -1 { 0 } else { x % y }, overflows)
        }
        BinOp::And => (x & y, false),
        BinOp::Or => (x | y, false),
        BinOp::Xor => (x ^ y, false),
        BinOp::Shl | BinOp::Shr if shift >= u128::from(bits) => return Err(ArithError::ShiftOutOfRange),
        // Bits shifted out are no overflow.
        BinOp::Shl => (sign_extend(truncate((x as u128) << shift, bits), bits), false),
        BinOp::Shr => (x >> shift, false),
        // Comparisons were answered before.
        _ => (0, false),
    })
}

fn unsigned_binary(op: BinOp, bits: u32, a: u128, b: u128) -> Result<(u128, bool), ArithError> {
    Ok(match op {
        BinOp::Add => a.overflowing_add(b),
        BinOp::Sub => a.overflowing_sub(b),
        BinOp::Mul => a.overflowing_mul(b),
        BinOp::Div | BinOp::Rem if b == 0 => return Err(ArithError::DivisionByZero),
        BinOp::Div => (a / b, false),
        BinOp::Rem => (a % b, false),
        BinOp::And => (a & b, false),
        BinOp::Or => (a | b, false),
        BinOp::Xor => (a ^ b, false),
        BinOp::Shl | BinOp::Shr if b >= u128::from(bits) => return Err(ArithError::ShiftOutOfRange),
        BinOp::Shl => (truncate(a << b, bits), false),
        BinOp::Shr => (a >> b, false),
        // Comparisons were answered before.
        _ => (0, false),
    })
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

/// Float comparison; `None` for what is no comparison.
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
pub fn float_to_int(value: f64, int: IntTy, pointer_bits: u32) -> u128 {
    let bits = int.bits(pointer_bits);
    if int.signed() {
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
        assert_eq!(float_to_int(1e10, IntTy::I32, 64), 0x7fff_ffff);
        assert_eq!(float_to_int(-1.0, IntTy::U8, 64), 0);
        assert_eq!(float_to_int(f64::NAN, IntTy::I64, 64), 0);
        assert_eq!(float_to_int(-1.9, IntTy::I8, 64), 0xff);
        assert_eq!(float_to_int(300.0, IntTy::U8, 64), 255);
    }
}
