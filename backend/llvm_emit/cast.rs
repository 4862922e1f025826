//! Casts, by the types on both sides; and values hidden from the optimiser.

use super::function::Emit;
use super::ll::{Op, Type, Value};
use super::place::{Addr, Val};
use super::types::Class;
use inkwell::llvm_sys::LLVMInlineAsmDialect;
use inkwell::llvm_sys::core::LLVMGetInlineAsm;
use vex_ir::flow::Operand;
use vex_ir::target::Arch;
use vex_ir::ty::{Ty, TyKind};

/// What a scalar is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Int,
    Float,
    Pointer,
}

impl Emit<'_, '_> {
    pub(super) fn cast(&mut self, operand: Operand, to: Ty) -> Val {
        let from = self.operand_ty(operand);
        let value = self.operand(operand);
        match (value, self.m.types.info(to).class) {
            (Val::Pair(..), Class::Fat) => value,
            // An array behind a thin reference becomes a slice: the type knows the length.
            (Val::One(ptr), Class::Fat) => Val::Pair(ptr, self.array_len(from)),
            (Val::One(v) | Val::Pair(v, _), Class::Scalar { value: ty, .. }) => {
                Val::One(self.cast_scalar(v, from, to, ty))
            }
            (_, Class::Void) => Val::Unit,
            (value, class) => {
                self.m.bug(format!("a cast of {value:?} to {class:?}"));
                Val::Unit
            }
        }
    }

    fn array_len(&mut self, from: Ty) -> Value {
        let pointee = self.m.types.types.pointee(from).map(|to| self.m.types.kind(to));
        let len = if let Some(TyKind::Array(_, len)) = pointee { *len } else { 0 };
        self.m.basic.usize_const(len)
    }

    fn kind_of(&self, ty: Ty) -> Kind {
        if ty.as_float().is_some() {
            Kind::Float
        } else if self.m.types.int(ty).is_some() {
            Kind::Int
        } else {
            Kind::Pointer
        }
    }

    fn cast_scalar(&mut self, value: Value, from: Ty, to: Ty, ty: Type) -> Value {
        let usize = self.m.basic.usize;
        match (self.kind_of(from), self.kind_of(to)) {
            (Kind::Int, Kind::Int) => self.int_to_int(value, from, to, ty),
            (Kind::Int, Kind::Float) => {
                let op = if self.m.types.signed(from) { Op::LLVMSIToFP } else { Op::LLVMUIToFP };
                let value = self.held(value);
                self.b.cast(op, value, ty)
            }
            (Kind::Float, Kind::Int) => self.float_to_int(value, to, ty),
            (Kind::Float, Kind::Float) if value.ty() == ty => value,
            (Kind::Float, Kind::Float) => {
                let op = if to == Ty::F64 { Op::LLVMFPExt } else { Op::LLVMFPTrunc };
                let value = self.held(value);
                self.b.cast(op, value, ty)
            }
            (Kind::Pointer, Kind::Pointer) => value,
            (Kind::Pointer, Kind::Int) => self.b.cast(Op::LLVMPtrToInt, value, ty),
            (Kind::Int, Kind::Pointer) => {
                let address = self.b.int_cast(value, usize, self.m.types.signed(from));
                self.b.cast(Op::LLVMIntToPtr, address, ty)
            }
            (Kind::Float, Kind::Pointer) | (Kind::Pointer, Kind::Float) => {
                self.m.bug("a cast between pointer and floating-point number");
                value
            }
        }
    }

    fn int_to_int(&mut self, value: Value, from: Ty, to: Ty, ty: Type) -> Value {
        if to == Ty::BOOL && from != Ty::BOOL {
            return self.b.icmp(super::ll::IntPred::LLVMIntNE, value, value.ty().int(0));
        }
        self.b.int_cast(value, ty, self.m.types.signed(from))
    }

    /// Towards zero, saturating, NaN to 0.
    fn float_to_int(&mut self, value: Value, to: Ty, ty: Type) -> Value {
        let name = if self.m.types.signed(to) { "llvm.fptosi.sat" } else { "llvm.fptoui.sat" };
        let value = self.held(value);
        self.m.call_intrinsic(&self.b, name, [Some(ty), Some(value.ty())], &[value])
    }

    pub(super) fn black_box(&mut self, operand: Operand) -> Val {
        match self.operand(operand) {
            Val::One(v) => Val::One(self.hide(v)),
            Val::Pair(ptr, len) => Val::Pair(self.hide(ptr), self.hide(len)),
            Val::Unit => Val::Unit,
            Val::Memory(addr) => {
                let at = self.address(addr);
                self.hide_memory(at);
                Val::Memory(Addr::new(at, addr.align))
            }
        }
    }

    /// Through a register that assembly might have changed.
    fn hide(&mut self, value: Value) -> Value {
        let basic = self.m.basic;
        let ty = value.ty();
        let float = ty == basic.f32 || ty == basic.f64;
        let class = match self.m.cx.target.arch {
            Arch::X86_64 if float => "x",
            Arch::Aarch64 if float => "w",
            Arch::Riscv64 if float => "f",
            Arch::X86_64 | Arch::Aarch64 | Arch::Riscv64 | Arch::Wasm32 => "r",
        };
        if ty == basic.i128 {
            let slot = self.alloca(16, 16);
            self.b.store(value, slot, 16);
            self.hide_memory(slot);
            return self.b.load(ty, slot, 16);
        }
        // Narrow integers have no register of their own everywhere.
        let narrow = [basic.i1, basic.i8, basic.i16].contains(&ty);
        let wide = if narrow { self.b.cast(Op::LLVMZExt, value, basic.i32) } else { value };
        let hidden = self.asm(&format!("={class},0,~{{memory}}"), wide.ty(), wide);
        if narrow { self.b.cast(Op::LLVMTrunc, hidden, ty) } else { hidden }
    }

    /// Memory that assembly might have changed.
    pub(super) fn hide_memory(&mut self, ptr: Value) {
        self.asm("r,~{memory}", self.m.basic.void, ptr);
    }

    /// Assembly without instructions, of which the optimiser assumes the worst.
    fn asm(&mut self, constraints: &str, result: Type, operand: Value) -> Value {
        let ty = result.function(&[operand.ty()], false);
        let dialect = LLVMInlineAsmDialect::LLVMInlineAsmDialectATT;
        // SAFETY: the type is alive, and LLVM copies both texts, the first of them empty.
        let asm = unsafe {
            let (text, len) = (constraints.as_ptr().cast(), constraints.len());
            Value(LLVMGetInlineAsm(ty.0, c"".as_ptr(), 0, text, len, 1, 0, dialect, 0))
        };
        self.b.call(ty, asm, &[operand])
    }
}
