//! Methods of built-in types.

use super::function::FnBuilder;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::pool::List;
use vex_ir::tree::methods::{Elements, Lowering};
use vex_ir::tree::{BinOp, ExprId, Method, Mutability, UnOp};
use vex_ir::ty::*;

impl FnBuilder<'_> {
    // Long because it has an arm for everything that a method becomes.
    pub(super) fn method(&mut self, method: Method, args: List<ExprId>, ty: Ty, span: Span) -> Operand {
        let src = self.src;
        let list = &src.expr_lists[args];
        let this = self.ty(list[0]);
        let lowering = method.lowering();
        if let Lowering::Sequence(of) = lowering {
            return self.sequence(of, list[0], ty, span);
        }
        let values = self.arguments(list);
        if self.dead {
            return self.constant(ty, ConstData::Undef);
        }
        let a = values[0];
        match lowering {
            Lowering::Unary(op) => self.compute(ty, Rvalue::Unary(op, a), span),
            Lowering::Binary(op) => self.compute(ty, Rvalue::Binary(op, a, values[1]), span),
            Lowering::Division(op) => self.wrapping_division(op, a, values[1], ty, span),
            Lowering::Shift(op) => self.wrapping_shift(op, a, values[1], ty, span),
            Lowering::Intrinsic(op) => self.intrinsic(op, &values, ty, span),
            Lowering::Rotation(op) => {
                let amount = self.compute(ty, Rvalue::Cast(values[1]), span);
                self.intrinsic(op, &[a, amount], ty, span)
            }
            Lowering::Count(op) => self.counted(op, a, this, ty, span),
            Lowering::Absolute => self.absolute(a, ty, span),
            Lowering::Power => self.power(a, values[1], ty, span),
            Lowering::Libm => self.libm(method, this, &values, span),
            Lowering::Cast => self.compute(ty, Rvalue::Cast(a), span),
            Lowering::Transmute => self.same_bits(this, a, ty, span),
            Lowering::IsNull => {
                let null = self.constant(this, ConstData::Zero);
                self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Eq, a, null), span)
            }
            Lowering::PtrOffset { negate } => {
                let elem = self.counted_in(this);
                self.compute(ty, Rvalue::PtrOffset { ptr: a, index: values[1], elem, negate }, span)
            }
            Lowering::PtrDiff => {
                let elem = self.counted_in(this);
                self.compute(ty, Rvalue::PtrDiff { a, b: values[1], elem }, span)
            }
            Lowering::Read => {
                let place = self.behind(a, this, span);
                self.settle(Operand::Copy(place), ty, span)
            }
            Lowering::Write => {
                let place = self.behind(a, this, span);
                self.assign(place, Rvalue::Use(values[1]), span);
                self.constant(ty, ConstData::Undef)
            }
            Lowering::Load(access) => {
                let place = self.behind(a, this, span);
                self.load(place, access, ty, span)
            }
            Lowering::Store(access) => {
                let place = self.behind(a, this, span);
                self.push(StmtKind::Store { place, value: values[1], access }, span);
                self.constant(ty, ConstData::Undef)
            }
            Lowering::Sequence(of) => self.sequence(of, list[0], ty, span),
        }
    }

    fn sequence(&mut self, of: Elements, base: ExprId, ty: Ty, span: Span) -> Operand {
        let (start, len, _) = self.parts(base, span);
        match of {
            Elements::Len => len,
            Elements::IsEmpty => {
                let zero = self.int(0, Ty::USIZE);
                self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Eq, len, zero), span)
            }
            Elements::Start => self.compute(ty, Rvalue::Cast(start), span),
            Elements::All => self.compute(ty, Rvalue::Fat(start, len), span),
        }
    }

    /// What a pointer of this type counts in. `void` counts in bytes, as GNU C does.
    fn counted_in(&self, pointer: Ty) -> Ty {
        self.types().pointee(pointer).filter(|to| *to != Ty::VOID).unwrap_or(Ty::U8)
    }

    /// The place a pointer leads to.
    fn behind(&mut self, pointer: Operand, ty: Ty, span: Span) -> Place {
        let place = match pointer.place() {
            Some(place) => place,
            None => match self.compute(ty, Rvalue::Use(pointer), span).place() {
                Some(place) => place,
                None => self.slot(ty, span),
            },
        };
        self.project(place, Proj::Deref)
    }

    fn load(&mut self, place: Place, access: Access, ty: Ty, span: Span) -> Operand {
        let value = Rvalue::Load { place, access };
        if self.is_value(ty) {
            return self.compute(ty, value, span);
        }
        let slot = self.slot(ty, span);
        self.assign(slot, value, span);
        self.read(slot, ty)
    }

    fn intrinsic(&mut self, op: Intrinsic, values: &[Operand], ty: Ty, span: Span) -> Operand {
        let args = self.body.operands.alloc(values.iter().copied());
        self.compute(ty, Rvalue::Intrinsic { op, args }, span)
    }

    /// LLVM counts bits in the operand's own type.
    fn counted(&mut self, op: Intrinsic, a: Operand, receiver: Ty, ty: Ty, span: Span) -> Operand {
        let count = self.intrinsic(op, &[a], receiver, span);
        if receiver == ty { count } else { self.compute(ty, Rvalue::Cast(count), span) }
    }

    fn wrapping_shift(&mut self, op: BinOp, a: Operand, amount: Operand, ty: Ty, span: Span) -> Operand {
        let bits = ty.as_int().map_or(64, |int| int.bits(self.cx.target.pointer_bits));
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
        let all = vex_ir::arith::truncate(u128::MAX, int.bits(self.cx.target.pointer_bits));
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

    /// The bits of a value as another type, through memory: `as` would convert a number.
    fn same_bits(&mut self, receiver: Ty, value: Operand, ty: Ty, span: Span) -> Operand {
        let slot = self.slot(receiver, span);
        self.assign(slot, Rvalue::Use(value), span);
        let from = self.tree.types.ptr(Mutability::Const, receiver);
        let to = self.tree.types.ptr(Mutability::Const, ty);
        let address = self.compute(from, Rvalue::AddrOf(slot), span);
        let bits = self.compute(to, Rvalue::Cast(address), span);
        let place = self.behind(bits, to, span);
        self.settle(Operand::Copy(place), ty, span)
    }

    /// What LLVM has no operation for, libm has a function for.
    fn libm(&mut self, method: Method, receiver: Ty, values: &[Operand], span: Span) -> Operand {
        let suffix = if receiver == Ty::F32 { "f" } else { "" };
        let symbol = format!("{}{suffix}", method.name());
        let function = self.tree.defs.libm.get(&self.cx.interner.intern(&symbol)).copied();
        self.call_known(function.expect("`flow-declare` declares what methods call"), values, span)
    }
}
