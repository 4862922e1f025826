//! Methods of integers, arrays and strings whose value is known at compile time.

use super::*;
use vex_ir::pool::List;
use vex_ir::value::*;

impl Evaluator<'_> {
    pub(super) fn method(&mut self, method: Method, args: List<ExprId>, ty: Ty, span: Span) -> ConstId {
        let args: Vec<ExprId> = self.body().expr_lists[args].to_vec();
        let receiver = self.body().expr_ty(args[0]);
        if let Method::Len | Method::IsEmpty = method {
            return match self.length(args[0], receiver) {
                Ok(len) if method == Method::Len => self.int(ty, len),
                Ok(len) => self.int(ty, u128::from(len == 0)),
                Err(error) if self.is_error(error) => error,
                Err(_) => self.not_constant(span),
            };
        }
        let values: Vec<ConstId> = args.iter().map(|e| self.expr(*e)).collect();
        if let Some(&error) = values.iter().find(|v| self.is_error(**v)) {
            return error;
        }
        let numbers: Option<Vec<u128>> = values.iter().map(|v| self.as_int(*v)).collect();
        let (Some(int), Some(numbers)) = (self.int_ty(receiver), numbers) else { return self.not_constant(span) };
        match (numbers.as_slice(), args.len()) {
            (&[a], _) => self.unary_method(method, int, a, ty, span),
            (&[a, b], _) => self.binary_method(method, int, a, b, ty, span),
            _ => self.not_constant(span),
        }
    }

    /// The number of elements, if the type or the value says it; else the value.
    fn length(&mut self, of: ExprId, ty: Ty) -> Result<u128, ConstId> {
        let array = self.ir.types.pointee(ty).unwrap_or(ty);
        if let TyKind::Array(_, len) = *self.ir.types.kind(array) {
            return Ok(len.into());
        }
        let value = self.expr(of);
        match self.kind(value) {
            ConstKind::Str(bytes) => Ok(bytes.len() as u128),
            ConstKind::Slice(_, len) | ConstKind::SliceOf(_, len) => Ok(u128::from(*len)),
            _ => Err(value),
        }
    }

    fn unary_method(&mut self, method: Method, int: IntTy, a: u128, ty: Ty, span: Span) -> ConstId {
        let bits = self.bits(int);
        // The value stands in the low bits; everything above them is zero.
        let value = match method {
            Method::WrappingNeg => a.wrapping_neg(),
            Method::LeadingZeros => u128::from(a.leading_zeros() + bits - 128),
            Method::TrailingZeros => u128::from(a.trailing_zeros().min(bits)),
            Method::CountOnes => u128::from(a.count_ones()),
            Method::SwapBytes => a.swap_bytes() >> (128 - bits),
            Method::Abs if !int.signed() || sign_extend(a, bits) >= 0 => a,
            Method::Abs if a == 1 << (bits - 1) => return self.arithmetic(span, ArithError::Overflow),
            Method::Abs => a.wrapping_neg(),
            _ => return self.not_constant(span),
        };
        self.int(ty, value)
    }

    fn binary_method(&mut self, method: Method, int: IntTy, a: u128, b: u128, ty: Ty, span: Span) -> ConstId {
        let (bits, pointer) = (self.bits(int), self.cx.target.pointer_bits);
        let amount = (b % u128::from(bits)) as u32;
        let less = int_binary(BinOp::Lt, int, pointer, a, b).is_ok_and(|r| r.0 != 0);
        let value = match method {
            Method::Min => {
                if less {
                    a
                } else {
                    b
                }
            }
            Method::Max => {
                if less {
                    b
                } else {
                    a
                }
            }
            Method::WrappingShl => a << amount,
            Method::WrappingShr if int.signed() => (sign_extend(a, bits) >> amount) as u128,
            Method::WrappingShr => a >> amount,
            Method::RotateLeft => rotate_left(a, amount, bits),
            Method::RotateRight => rotate_left(a, (bits - amount) % bits, bits),
            Method::Pow => return self.power(int, a, b, ty, span),
            _ => return self.arithmetic_method(method, int, a, b, ty, span),
        };
        self.int(ty, value)
    }

    fn arithmetic_method(&mut self, method: Method, int: IntTy, a: u128, b: u128, ty: Ty, span: Span) -> ConstId {
        let op = match method {
            Method::WrappingAdd | Method::SaturatingAdd => BinOp::Add,
            Method::WrappingSub | Method::SaturatingSub => BinOp::Sub,
            Method::WrappingMul | Method::SaturatingMul => BinOp::Mul,
            Method::WrappingDiv => BinOp::Div,
            Method::WrappingRem => BinOp::Rem,
            _ => return self.not_constant(span),
        };
        let saturates = matches!(method, Method::SaturatingAdd | Method::SaturatingSub | Method::SaturatingMul);
        match int_binary(op, int, self.cx.target.pointer_bits, a, b) {
            Ok((_, true)) if saturates => {
                let value = self.limit(op, int, a, b);
                self.int(ty, value)
            }
            Ok((value, _)) => self.int(ty, value),
            Err(error) => self.arithmetic(span, error),
        }
    }

    /// The end of the type's range that a result lies beyond.
    fn limit(&self, op: BinOp, int: IntTy, a: u128, b: u128) -> u128 {
        let bits = self.bits(int);
        if !int.signed() {
            return if op == BinOp::Sub { 0 } else { truncate(u128::MAX, bits) };
        }
        let (negative, other) = (sign_extend(a, bits) < 0, sign_extend(b, bits) < 0);
        let below = if op == BinOp::Mul { negative != other } else { negative };
        if below { 1 << (bits - 1) } else { (1 << (bits - 1)) - 1 }
    }

    fn power(&mut self, int: IntTy, base: u128, exponent: u128, ty: Ty, span: Span) -> ConstId {
        let pointer = self.cx.target.pointer_bits;
        let (mut value, mut square, mut left) = (1, base, exponent);
        while left > 0 {
            if left & 1 == 1 {
                match int_binary(BinOp::Mul, int, pointer, value, square) {
                    Ok((product, false)) => value = product,
                    _ => return self.arithmetic(span, ArithError::Overflow),
                }
            }
            left >>= 1;
            if left > 0 {
                match int_binary(BinOp::Mul, int, pointer, square, square) {
                    Ok((product, false)) => square = product,
                    _ => return self.arithmetic(span, ArithError::Overflow),
                }
            }
        }
        self.int(ty, value)
    }
}

fn rotate_left(value: u128, amount: u32, bits: u32) -> u128 {
    if amount == 0 { value } else { truncate(value << amount, bits) | value >> (bits - amount) }
}
