//! Methods of built-in types.

use super::function::FnBuilder;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pool::List;
use vex_ir::target::Family;
use vex_ir::tree::{BinOp, ExprId, Method, Mutability, UnOp};
use vex_ir::ty::*;

impl FnBuilder<'_, '_> {
    pub(super) fn method(&mut self, method: Method, args: List<ExprId>, ty: Ty, span: Span) -> Operand {
        let src = self.src;
        let list = &src.expr_lists[args];
        let receiver = self.ty(list[0]);
        if matches!(
            method,
            Method::Len | Method::IsEmpty | Method::AsPtr | Method::AsMutPtr | Method::AsBytes | Method::Iter
        ) {
            return self.sequence(method, list[0], ty, span);
        }
        let values = self.arguments(list);
        if self.dead {
            return self.constant(ty, ConstKind::Undef);
        }
        match method {
            Method::IsNull
            | Method::PtrAdd
            | Method::PtrSub
            | Method::PtrOffset
            | Method::OffsetFrom
            | Method::Read
            | Method::Write
            | Method::ReadUnaligned
            | Method::WriteUnaligned
            | Method::ReadVolatile
            | Method::WriteVolatile
            | Method::Cast => self.pointer_method(method, receiver, &values, ty, span),
            _ if receiver.as_float().is_some() => self.float_method(method, receiver, &values, ty, span),
            _ => self.int_method(method, receiver, &values, ty, span),
        }
    }

    /// Methods of slices, strings and arrays.
    fn sequence(&mut self, method: Method, base: ExprId, ty: Ty, span: Span) -> Operand {
        if method == Method::AsBytes {
            let value = self.operand(base);
            return self.compute(ty, Rvalue::Cast(value), span);
        }
        let (start, len, _) = self.parts(base, span);
        match method {
            Method::Len => len,
            Method::IsEmpty => {
                let zero = self.int(0, Ty::USIZE);
                self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Eq, len, zero), span)
            }
            Method::Iter => self.compute(ty, Rvalue::Fat(start, len), span),
            _ => self.compute(ty, Rvalue::Cast(start), span),
        }
    }

    /// The place a pointer leads to.
    fn behind(&mut self, pointer: Operand, ty: Ty, span: Span) -> Place {
        let place = match pointer {
            Operand::Copy(place) => place,
            Operand::Const(_) => match self.compute(ty, Rvalue::Use(pointer), span) {
                Operand::Copy(place) => place,
                Operand::Const(_) => self.slot(ty, span),
            },
        };
        self.project(place, Proj::Deref)
    }

    fn pointer_method(&mut self, method: Method, receiver: Ty, values: &[Operand], ty: Ty, span: Span) -> Operand {
        let elem = self.types().pointee(receiver).unwrap_or(Ty::U8);
        // `void` counts in bytes, as GNU C does.
        let elem = if elem == Ty::VOID { Ty::U8 } else { elem };
        let ptr = values[0];
        match method {
            Method::IsNull => {
                let null = self.constant(receiver, ConstKind::Zero);
                self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Eq, ptr, null), span)
            }
            Method::PtrAdd | Method::PtrSub | Method::PtrOffset => {
                let negate = method == Method::PtrSub;
                self.compute(ty, Rvalue::PtrOffset { ptr, index: values[1], elem, negate }, span)
            }
            Method::OffsetFrom => self.compute(ty, Rvalue::PtrDiff { a: ptr, b: values[1], elem }, span),
            Method::Read => {
                let place = self.behind(ptr, receiver, span);
                self.settle(Operand::Copy(place), ty, span)
            }
            Method::Write => {
                let place = self.behind(ptr, receiver, span);
                self.assign(place, Rvalue::Use(values[1]), span);
                self.constant(ty, ConstKind::Undef)
            }
            Method::ReadUnaligned | Method::ReadVolatile => {
                let access = if method == Method::ReadVolatile { Access::Volatile } else { Access::Unaligned };
                let place = self.behind(ptr, receiver, span);
                self.load(place, access, ty, span)
            }
            Method::WriteUnaligned | Method::WriteVolatile => {
                let access = if method == Method::WriteVolatile { Access::Volatile } else { Access::Unaligned };
                let place = self.behind(ptr, receiver, span);
                self.push(StmtKind::Store { place, value: values[1], access }, span);
                self.constant(ty, ConstKind::Undef)
            }
            _ => self.compute(ty, Rvalue::Cast(ptr), span),
        }
    }

    fn load(&mut self, place: Place, access: Access, ty: Ty, span: Span) -> Operand {
        let value = Rvalue::Load { place, access };
        if self.is_value(ty) {
            return self.compute(ty, value, span);
        }
        let slot = self.slot(ty, span);
        self.assign(slot, value, span);
        Operand::Copy(slot)
    }

    fn intrinsic(&mut self, op: Intrinsic, values: &[Operand], ty: Ty, span: Span) -> Operand {
        let args = self.body.operands.alloc(values.iter().copied());
        self.compute(ty, Rvalue::Intrinsic { op, args }, span)
    }

    fn int_method(&mut self, method: Method, receiver: Ty, values: &[Operand], ty: Ty, span: Span) -> Operand {
        let a = values[0];
        let wrapping = |op| Rvalue::Binary(op, a, values[1]);
        match method {
            Method::WrappingAdd => self.compute(ty, wrapping(BinOp::Add), span),
            Method::WrappingSub => self.compute(ty, wrapping(BinOp::Sub), span),
            Method::WrappingMul => self.compute(ty, wrapping(BinOp::Mul), span),
            Method::WrappingNeg => self.compute(ty, Rvalue::Unary(UnOp::Neg, a), span),
            Method::WrappingDiv => self.wrapping_division(BinOp::Div, a, values[1], ty, span),
            Method::WrappingRem => self.wrapping_division(BinOp::Rem, a, values[1], ty, span),
            Method::WrappingShl => self.wrapping_shift(BinOp::Shl, a, values[1], ty, span),
            Method::WrappingShr => self.wrapping_shift(BinOp::Shr, a, values[1], ty, span),
            Method::SaturatingAdd => self.intrinsic(Intrinsic::SatAdd, values, ty, span),
            Method::SaturatingSub => self.intrinsic(Intrinsic::SatSub, values, ty, span),
            Method::SaturatingMul => self.intrinsic(Intrinsic::SatMul, values, ty, span),
            Method::Min => self.intrinsic(Intrinsic::Min, values, ty, span),
            Method::Max => self.intrinsic(Intrinsic::Max, values, ty, span),
            Method::RotateLeft | Method::RotateRight => {
                let amount = self.compute(ty, Rvalue::Cast(values[1]), span);
                let op = if method == Method::RotateLeft { Intrinsic::RotateLeft } else { Intrinsic::RotateRight };
                self.intrinsic(op, &[a, amount], ty, span)
            }
            Method::LeadingZeros => self.counted(Intrinsic::Ctlz, a, receiver, ty, span),
            Method::TrailingZeros => self.counted(Intrinsic::Cttz, a, receiver, ty, span),
            Method::CountOnes => self.counted(Intrinsic::Ctpop, a, receiver, ty, span),
            // A byte is its own swap.
            Method::SwapBytes if ty.as_int().is_some_and(|i| i.bits(64) == 8) => a,
            Method::SwapBytes => self.intrinsic(Intrinsic::Bswap, values, ty, span),
            Method::Abs => self.absolute(a, ty, span),
            Method::Pow => self.power(a, values[1], ty, span),
            // The type checker lets no other through.
            _ => self.constant(ty, ConstKind::Undef),
        }
    }

    /// LLVM counts bits in the operand's own type.
    fn counted(&mut self, op: Intrinsic, a: Operand, receiver: Ty, ty: Ty, span: Span) -> Operand {
        let count = self.intrinsic(op, &[a], receiver, span);
        if receiver == ty { count } else { self.compute(ty, Rvalue::Cast(count), span) }
    }

    fn wrapping_shift(&mut self, op: BinOp, a: Operand, amount: Operand, ty: Ty, span: Span) -> Operand {
        let bits = ty.as_int().map_or(64, |int| int.bits(self.b.cx.target.pointer_bits));
        let mask = self.int(u128::from(bits - 1), Ty::U32);
        let amount = self.compute(Ty::U32, Rvalue::Binary(BinOp::And, amount, mask), span);
        self.compute(ty, Rvalue::Binary(op, a, amount), span)
    }

    /// Dividing by -1 is negating, which wraps; by zero it panics like any division.
    fn wrapping_division(&mut self, op: BinOp, a: Operand, b: Operand, ty: Ty, span: Span) -> Operand {
        let Some(int) = ty.as_int().filter(|int| int.signed()) else {
            return self.compute(ty, Rvalue::Arith(op, a, b), span);
        };
        let (a, b) = (self.settle(a, ty, span), self.settle(b, ty, span));
        let all = vex_ir::value::truncate(u128::MAX, int.bits(self.b.cx.target.pointer_bits));
        let minus_one = self.int(all, ty);
        let (negate, divide, end) = (self.new_block(), self.new_block(), self.new_block());
        let result = self.slot(ty, span);
        let is_minus_one = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Eq, b, minus_one), span);
        self.branch(is_minus_one, negate, divide, span);
        self.enter(negate);
        let negated = if op == BinOp::Div { Rvalue::Unary(UnOp::Neg, a) } else { Rvalue::Use(self.int(0, ty)) };
        self.assign(result, negated, span);
        self.goto(end, span);
        self.enter(divide);
        let zero = self.int(0, ty);
        let fine = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Ne, b, zero), span);
        let kind = if op == BinOp::Div { CheckKind::DivisionByZero } else { CheckKind::RemainderByZero };
        self.push(StmtKind::Check { cond: fine, kind }, span);
        let quotient = self.compute(ty, Rvalue::Binary(op, a, b), span);
        self.assign(result, Rvalue::Use(quotient), span);
        self.goto(end, span);
        self.enter(end);
        Operand::Copy(result)
    }

    /// Negating the least value overflows like any negation.
    fn absolute(&mut self, a: Operand, ty: Ty, span: Span) -> Operand {
        if !ty.as_int().is_some_and(IntTy::signed) {
            return a;
        }
        let a = self.settle(a, ty, span);
        let (negative, end) = (self.new_block(), self.new_block());
        let result = self.slot(ty, span);
        self.assign(result, Rvalue::Use(a), span);
        let zero = self.int(0, ty);
        let below = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Lt, a, zero), span);
        self.branch(below, negative, end, span);
        self.enter(negative);
        let negated = self.compute(ty, Rvalue::ArithNeg(a), span);
        self.assign(result, Rvalue::Use(negated), span);
        self.goto(end, span);
        self.enter(end);
        Operand::Copy(result)
    }

    /// Exponentiation by squaring; every product may overflow.
    fn power(&mut self, base: Operand, exponent: Operand, ty: Ty, span: Span) -> Operand {
        let (result, square, left) = (self.slot(ty, span), self.slot(ty, span), self.slot(Ty::U32, span));
        let (one, one_bit, no_bits) = (self.int(1, ty), self.int(1, Ty::U32), self.int(0, Ty::U32));
        self.assign(result, Rvalue::Use(one), span);
        self.assign(square, Rvalue::Use(base), span);
        self.assign(left, Rvalue::Use(exponent), span);
        let [head, odd, shift, again, end] = std::array::from_fn(|_| self.new_block());
        self.goto(head, span);
        self.enter(head);
        let bit = self.compute(Ty::U32, Rvalue::Binary(BinOp::And, Operand::Copy(left), one_bit), span);
        let is_odd = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Ne, bit, no_bits), span);
        self.branch(is_odd, odd, shift, span);
        self.enter(odd);
        let product = self.compute(ty, Rvalue::Arith(BinOp::Mul, Operand::Copy(result), Operand::Copy(square)), span);
        self.assign(result, Rvalue::Use(product), span);
        self.goto(shift, span);
        self.enter(shift);
        let rest = self.compute(Ty::U32, Rvalue::Binary(BinOp::Shr, Operand::Copy(left), one_bit), span);
        self.assign(left, Rvalue::Use(rest), span);
        let more = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Ne, rest, no_bits), span);
        self.branch(more, again, end, span);
        self.enter(again);
        let squared = self.compute(ty, Rvalue::Arith(BinOp::Mul, Operand::Copy(square), Operand::Copy(square)), span);
        self.assign(square, Rvalue::Use(squared), span);
        self.goto(head, span);
        self.enter(end);
        Operand::Copy(result)
    }

    fn float_method(&mut self, method: Method, receiver: Ty, values: &[Operand], ty: Ty, span: Span) -> Operand {
        let op = match method {
            Method::Abs => Intrinsic::Fabs,
            Method::Min => Intrinsic::Minnum,
            Method::Max => Intrinsic::Maxnum,
            Method::Sqrt => Intrinsic::Sqrt,
            Method::Floor => Intrinsic::Floor,
            Method::Ceil => Intrinsic::Ceil,
            Method::Trunc => Intrinsic::Trunc,
            Method::Round => Intrinsic::Round,
            Method::MulAdd => Intrinsic::Fma,
            Method::Copysign => Intrinsic::Copysign,
            Method::Sin => Intrinsic::Sin,
            Method::Cos => Intrinsic::Cos,
            Method::Exp => Intrinsic::Exp,
            Method::Exp2 => Intrinsic::Exp2,
            Method::Ln => Intrinsic::Log,
            Method::Log2 => Intrinsic::Log2,
            Method::Log10 => Intrinsic::Log10,
            Method::Powf => Intrinsic::Pow,
            Method::IsNan => Intrinsic::IsNan,
            Method::IsInfinite => Intrinsic::IsInfinite,
            Method::IsFinite => Intrinsic::IsFinite,
            Method::ToBits => return self.float_bits(receiver, values[0], ty, span),
            _ => return self.libm(method, receiver, values, span),
        };
        self.intrinsic(op, values, ty, span)
    }

    /// The bits of a float, through memory: `as` would convert the number.
    fn float_bits(&mut self, receiver: Ty, value: Operand, ty: Ty, span: Span) -> Operand {
        let slot = self.slot(receiver, span);
        self.assign(slot, Rvalue::Use(value), span);
        let from = self.b.made.out.types.ptr(Mutability::Const, receiver);
        let to = self.b.made.out.types.ptr(Mutability::Const, ty);
        let address = self.compute(from, Rvalue::AddrOf(slot), span);
        let bits = self.compute(to, Rvalue::Cast(address), span);
        let place = self.behind(bits, to, span);
        self.settle(Operand::Copy(place), ty, span)
    }

    /// What LLVM has no operation for, libm has a function for.
    fn libm(&mut self, method: Method, receiver: Ty, values: &[Operand], span: Span) -> Operand {
        let suffix = if receiver == Ty::F32 { "f" } else { "" };
        let symbol = format!("{}{suffix}", method.text());
        let m = self.b.cx.interner.intern("m");
        if !self.b.made.out.libs.iter().any(|l| l.name == m) && self.b.cx.target.family() == Some(Family::Unix) {
            let kind = vex_ir::tree::LinkKind::Default;
            self.b.made.out.libs.push(vex_ir::tree::LinkLib { name: m, kind, span });
        }
        let params = vec![receiver; values.len()];
        self.call_runtime(&symbol, &params, receiver, values, span)
    }
}
