//! Rvalues: arithmetic, comparisons, addresses, aggregates.

use super::consts::is_zero;
use super::function::Emit;
use super::ll::{IntPred, Op, RealPred, Value};
use super::place::{Addr, Val};
use super::types::Class;
use vex_ir::Span;
use vex_ir::flow::{Access, BinOp, ConstData, Operand, Place, Rvalue, UnOp};
use vex_ir::lang::Lowered;
use vex_ir::ty::Ty;

impl Emit<'_, '_> {
    /// The value of an rvalue whose destination has type `ty`; not for aggregates that need a destination in memory.
    pub(super) fn rvalue(&mut self, rvalue: Rvalue<Lowered>, ty: Ty, span: Span) -> Val {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Load { place, access } => self.load_access(place, access),
            Rvalue::Unary(op, operand) => Val::One(self.unary(op, operand)),
            Rvalue::Binary(op, a, b) => Val::One(self.binary(op, a, b)),
            Rvalue::Checked(op, a, b) => Val::One(self.checked(op, a, b, span)),
            Rvalue::Cast(operand) => self.cast(operand, ty),
            Rvalue::AddrOf(place) => self.addr_of(place),
            Rvalue::Variant(place) => Val::One(self.variant(place)),
            Rvalue::Fat(ptr, len) => Val::Pair(self.scalar(ptr), self.scalar(len)),
            Rvalue::FatPtr(operand) => Val::One(self.pair(operand).0),
            Rvalue::FatLen(operand) => Val::One(self.fat_len(operand)),
            Rvalue::PtrOffset { ptr, index, elem, negate } => Val::One(self.ptr_offset(ptr, index, elem, negate)),
            Rvalue::PtrDiff { a, b, elem } => Val::One(self.ptr_diff(a, b, elem)),
            Rvalue::Repeat(..) => {
                self.m.bug("an array is built where there is no memory for it");
                Val::Unit
            }
            Rvalue::BlackBox(operand) => self.black_box(operand),
            Rvalue::Intrinsic { op, args } => Val::One(self.intrinsic(op, args, ty)),
        }
    }

    fn load_access(&mut self, place: Place, access: Access) -> Val {
        let ty = self.place_ty(place);
        let mut addr = self.place(place);
        if access == Access::Unaligned {
            addr.align = 1;
        }
        self.load(addr, ty, access == Access::Volatile)
    }

    fn addr_of(&mut self, place: Place) -> Val {
        let addr = self.place(place);
        let ptr = self.address(addr);
        match addr.len {
            Some(len) => Val::Pair(ptr, len),
            None => Val::One(ptr),
        }
    }

    /// Without loading the pointer beside it.
    fn fat_len(&mut self, operand: Operand) -> Value {
        self.pair(operand).1
    }

    fn unary(&mut self, op: UnOp, operand: Operand) -> Value {
        let float = self.operand_ty(operand).as_float().is_some();
        let value = self.scalar(operand);
        match op {
            UnOp::Neg if float => self.b.fneg(value),
            UnOp::Neg => self.b.neg(value),
            UnOp::Not => self.b.not(value),
        }
    }

    fn binary(&mut self, op: BinOp, a: Operand, b: Operand) -> Value {
        let ty = self.operand_ty(a);
        if self.m.types.info(ty).class == Class::Fat {
            return self.compare_fat(op, a, b);
        }
        let (x, y) = (self.scalar(a), self.scalar(b));
        if ty.as_float().is_some() {
            return self.float_binary(op, x, y);
        }
        let signed = self.m.types.signed(ty);
        if let Some(pred) = int_predicate(op, signed) {
            return self.b.icmp(pred, x, y);
        }
        if op.is_shift() {
            return self.shift(op, signed, x, y);
        }
        let op = match op {
            BinOp::Add => Op::LLVMAdd,
            BinOp::Sub => Op::LLVMSub,
            BinOp::Mul => Op::LLVMMul,
            BinOp::Div => [Op::LLVMUDiv, Op::LLVMSDiv][usize::from(signed)],
            BinOp::Rem => [Op::LLVMURem, Op::LLVMSRem][usize::from(signed)],
            BinOp::And => Op::LLVMAnd,
            BinOp::Or => Op::LLVMOr,
            // Shifts and comparisons were answered before.
            _ => Op::LLVMXor,
        };
        self.b.binary(op, x, y)
    }

    /// The amount may be of another type; it is in range, or a check has seen to it.
    fn shift(&mut self, op: BinOp, signed: bool, x: Value, amount: Value) -> Value {
        let amount = self.b.int_cast(amount, x.ty(), false);
        let op = match (op, signed) {
            (BinOp::Shl, _) => Op::LLVMShl,
            (_, true) => Op::LLVMAShr,
            (_, false) => Op::LLVMLShr,
        };
        self.b.binary(op, x, amount)
    }

    pub(super) fn bits(&self, value: Value) -> u32 {
        // SAFETY: callers have integers.
        unsafe { inkwell::llvm_sys::core::LLVMGetIntTypeWidth(value.ty().0) }
    }

    /// The same value, for an operation that is to be done when the program runs: LLVM computes what is done with constants while
    /// it builds it, as if no program changed the rounding mode or read flags. What is exact was folded before; the optimiser
    /// folds the rest, as it does for Clang.
    pub(super) fn held(&mut self, value: Value) -> Value {
        if self.m.optimising() || !value.is_constant() {
            return value;
        }
        // Enough for every scalar.
        let slot = self.alloca(16, 16);
        self.b.store(value, slot, 16);
        self.b.load(value.ty(), slot, 16)
    }

    fn float_binary(&mut self, op: BinOp, mut x: Value, y: Value) -> Value {
        if y.is_constant() && !op.is_comparison() {
            x = self.held(x);
        }
        let arith = |op| self.b.binary(op, x, y);
        let compare = |pred| self.b.fcmp(pred, x, y);
        match op {
            BinOp::Add => arith(Op::LLVMFAdd),
            BinOp::Sub => arith(Op::LLVMFSub),
            BinOp::Mul => arith(Op::LLVMFMul),
            BinOp::Div => arith(Op::LLVMFDiv),
            BinOp::Rem => arith(Op::LLVMFRem),
            BinOp::Eq => compare(RealPred::LLVMRealOEQ),
            BinOp::Ne => compare(RealPred::LLVMRealUNE),
            BinOp::Lt => compare(RealPred::LLVMRealOLT),
            BinOp::Le => compare(RealPred::LLVMRealOLE),
            BinOp::Gt => compare(RealPred::LLVMRealOGT),
            BinOp::Ge => compare(RealPred::LLVMRealOGE),
            BinOp::And | BinOp::Or | BinOp::Xor | BinOp::Shl | BinOp::Shr => {
                self.m.bug("a bit operation on floating-point numbers");
                x
            }
        }
    }

    /// Pointers with lengths are equal if both parts are.
    fn compare_fat(&mut self, op: BinOp, a: Operand, b: Operand) -> Value {
        let ((pa, la), (pb, lb)) = (self.pair(a), self.pair(b));
        let (pred, join) = match op {
            BinOp::Eq => (IntPred::LLVMIntEQ, Op::LLVMAnd),
            BinOp::Ne => (IntPred::LLVMIntNE, Op::LLVMOr),
            // Only equality is defined for them.
            _ => {
                self.m.bug("pointers with lengths are not ordered");
                (IntPred::LLVMIntEQ, Op::LLVMAnd)
            }
        };
        let (ptr, len) = (self.b.icmp(pred, pa, pb), self.b.icmp(pred, la, lb));
        self.b.binary(join, ptr, len)
    }

    fn ptr_offset(&mut self, ptr: Operand, index: Operand, elem: Ty, negate: bool) -> Value {
        let signed = self.m.types.signed(self.operand_ty(index));
        let (ptr, index) = (self.scalar(ptr), self.scalar(index));
        let size = self.m.types.info(elem).size;
        let mut index = self.b.int_cast(index, self.m.basic.usize, signed);
        if negate {
            index = self.b.neg(index);
        }
        // `*void` counts in bytes, as compilers for C have it.
        let void = self.m.types.info(elem).class == Class::Void;
        let memory = if void { self.m.basic.i8 } else { self.m.types.memory(elem) };
        if size == 0 && !void { ptr } else { self.b.gep(memory, ptr, index) }
    }

    fn ptr_diff(&mut self, a: Operand, b: Operand, elem: Ty) -> Value {
        let size = self.m.types.info(elem).size;
        let (a, b) = (self.scalar(a), self.scalar(b));
        let ints = self.m.basic.usize;
        let (a, b) = (self.b.cast(Op::LLVMPtrToInt, a, ints), self.b.cast(Op::LLVMPtrToInt, b, ints));
        let bytes = self.b.binary(Op::LLVMSub, a, b);
        if size <= 1 { bytes } else { self.b.exact_sdiv(bytes, ints.int(size)) }
    }

    /// An aggregate, built in its place.
    pub(super) fn assign_aggregate(&mut self, dest: Addr, ty: Ty, rvalue: Rvalue<Lowered>) {
        match rvalue {
            Rvalue::Use(Operand::Const(id)) => self.write_const(dest, ty, id),
            Rvalue::Use(operand @ (Operand::Copy(_) | Operand::Move(..))) => {
                if let Val::Memory(from) = self.operand(operand) {
                    self.copy(dest, from, ty, false);
                }
            }
            Rvalue::Load { place, access } => {
                if let Val::Memory(from) = self.load_access(place, access) {
                    self.copy(dest, from, ty, access == Access::Volatile);
                }
            }
            Rvalue::Repeat(element, count) => self.repeat(dest, element, count.get()),
            Rvalue::BlackBox(operand) => {
                if let Val::Memory(from) = self.operand(operand) {
                    self.copy(dest, from, ty, false);
                    let at = self.address(dest);
                    self.hide_memory(at);
                }
            }
            Rvalue::Cast(operand) => {
                if let Val::Memory(from) = self.operand(operand) {
                    self.copy(dest, from, ty, false);
                }
            }
            Rvalue::Unary(..)
            | Rvalue::Binary(..)
            | Rvalue::Checked(..)
            | Rvalue::AddrOf(_)
            | Rvalue::Variant(_)
            | Rvalue::Fat(..)
            | Rvalue::FatPtr(_)
            | Rvalue::FatLen(_)
            | Rvalue::PtrOffset { .. }
            | Rvalue::PtrDiff { .. }
            | Rvalue::Intrinsic { .. } => self.m.bug("an aggregate is assigned a scalar operation"),
        }
    }

    fn write_const(&mut self, dest: Addr, ty: Ty, id: vex_ir::flow::ConstId) {
        let constant = &self.body.consts[id];
        let info = self.m.types.info(ty);
        if info.size == 0 || *constant.raw() == ConstData::Undef {
            return;
        }
        if is_zero(constant) {
            return self.zero(dest, info.size);
        }
        if let Val::Memory(from) = self.operand(Operand::Const(id)) {
            self.copy(dest, from, ty, false);
        }
    }

    fn zero(&mut self, dest: Addr, size: u64) {
        let basic = self.m.basic;
        let at = self.address(dest);
        self.b.memset(at, dest.align, basic.i8.int(0), basic.usize_const(size));
    }

    fn repeat(&mut self, dest: Addr, element: Operand, count: u64) {
        let ty = self.operand_ty(element);
        let size = self.m.types.info(ty).size;
        if size == 0 || count == 0 {
            return;
        }
        let total = size * count;
        if let Operand::Const(id) = element
            && is_zero(&self.body.consts[id])
        {
            return self.zero(dest, total);
        }
        let value = self.operand(element);
        if let (Val::One(byte), 1) = (value, size) {
            let basic = self.m.basic;
            let byte = if byte.ty() == basic.i1 { self.b.cast(Op::LLVMZExt, byte, basic.i8) } else { byte };
            let at = self.address(dest);
            self.b.memset(at, dest.align, byte, basic.usize_const(total));
            return;
        }
        self.repeat_loop(dest, ty, value, count);
    }

    /// Stores the element `count` times, which is at least once.
    fn repeat_loop(&mut self, dest: Addr, ty: Ty, value: Val, count: u64) {
        let basic = self.m.basic;
        let base = self.address(dest);
        let size = self.m.types.info(ty).size;
        let memory = self.m.types.memory(ty);
        let before = self.b.block();
        let body = self.b.new_block_after();
        self.b.br(body);
        self.b.at_end(body);
        let index = self.b.phi(basic.usize, &[(basic.usize_const(0), before)]);
        let at = self.b.gep(memory, base, index);
        self.write_memory(Addr::new(at, super::types::align_at(dest.align, size)), ty, value, false);
        let next = self.b.binary(Op::LLVMAdd, index, basic.usize_const(1));
        self.b.add_incoming(index, next, self.b.block());
        let more = self.b.icmp(IntPred::LLVMIntNE, next, basic.usize_const(count));
        let after = self.b.new_block_after();
        self.b.cond_br(more, body, after);
        self.b.at_end(after);
    }
}

/// The comparison of integers and pointers that an operator is, if it is one.
fn int_predicate(op: BinOp, signed: bool) -> Option<IntPred> {
    use IntPred::*;
    let by_sign = |yes, no| if signed { yes } else { no };
    Some(match op {
        BinOp::Eq => LLVMIntEQ,
        BinOp::Ne => LLVMIntNE,
        BinOp::Lt => by_sign(LLVMIntSLT, LLVMIntULT),
        BinOp::Le => by_sign(LLVMIntSLE, LLVMIntULE),
        BinOp::Gt => by_sign(LLVMIntSGT, LLVMIntUGT),
        BinOp::Ge => by_sign(LLVMIntSGE, LLVMIntUGE),
        // Not comparisons.
        _ => return None,
    })
}
