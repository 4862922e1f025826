//! Methods of integers, arrays and strings whose value is known at compile time.

use super::*;
use vex_ir::intrinsic::Intrinsic;
use vex_ir::pool::List;
use vex_ir::tree::methods::{Elements, Lowering};
use vex_ir::value::*;

impl Evaluator<'_> {
    pub(super) fn method(&mut self, method: Method, args: List<ExprId>, ty: Ty, span: Span) -> ConstId {
        let args: Vec<ExprId> = self.body().expr_lists[args].to_vec();
        let receiver = self.body().expr_ty(args[0]);
        let lowering = method.lowering();
        if let Lowering::Sequence(of @ (Elements::Len | Elements::IsEmpty)) = lowering {
            return match self.length(args[0], receiver) {
                Ok(len) if of == Elements::Len => self.int(ty, len),
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
        let [a, b] = [0, 1].map(|i| numbers.get(i).copied().unwrap_or(0));
        self.int_method(lowering, int, a, b, ty, span)
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

    /// Methods of integers; of those without an argument, `b` means nothing.
    fn int_method(&mut self, lowering: Lowering, int: IntTy, a: u128, b: u128, ty: Ty, span: Span) -> ConstId {
        let (bits, pointer_bits) = (self.bits(int), self.cx.target.pointer_bits);
        let number = Int::new(int, pointer_bits);
        let binary = |op, b| int_binary(op, int, pointer_bits, a, b).map(|(value, _)| value);
        let value = match lowering {
            Lowering::Unary(UnOp::Neg) => Ok(a.wrapping_neg()),
            Lowering::Unary(UnOp::Not) => Ok(!a),
            Lowering::Binary(op) | Lowering::Division(op) => binary(op, b),
            Lowering::Shift(op) => binary(op, b % u128::from(bits)),
            Lowering::Absolute if int.signed() && a == 1 << (bits - 1) => Err(ArithError::Overflow),
            Lowering::Absolute => int_intrinsic(Intrinsic::Abs, number, a, b).ok_or(ArithError::Overflow),
            Lowering::Power => self.power(int, a, b),
            Lowering::Intrinsic(op) | Lowering::Rotation(op) | Lowering::Count(op) => {
                match int_intrinsic(op, number, a, b) {
                    Some(value) => Ok(value),
                    None => return self.not_constant(span),
                }
            }
            // Methods of something else.
            _ => return self.not_constant(span),
        };
        match value {
            Ok(value) => self.int(ty, value),
            Err(error) => self.arithmetic(span, error),
        }
    }

    fn power(&self, int: IntTy, base: u128, exponent: u128) -> Result<u128, ArithError> {
        let product = |a, b| match int_binary(BinOp::Mul, int, self.cx.target.pointer_bits, a, b)? {
            (product, false) => Ok(product),
            (_, true) => Err(ArithError::Overflow),
        };
        let (mut value, mut square, mut left) = (1, base, exponent);
        while left > 0 {
            if left & 1 == 1 {
                value = product(value, square)?;
            }
            left >>= 1;
            if left > 0 {
                square = product(square, square)?;
            }
        }
        Ok(value)
    }
}
