//! Scalars in C conventions: who extends what is narrower than a register. Aggregates are an error here.

use super::View;
use super::error::{Problem, Role};
use vex_ir::flow::{ArgAbi, Ext, FnAbi, MachineConv, Reg, RegKind};
use vex_ir::target::CAbi;
use vex_ir::ty::{IntTy, Ty, TyKind};

/// How the parameters and the result are passed where aggregates are not supported; the first of these is the problem.
pub(super) fn lower(view: &View<'_>, params: &[Ty], ret: Ty) -> (Vec<ArgAbi>, ArgAbi, Option<Problem>) {
    let mut problem = None;
    let mut pass = |ty, role| {
        supported(view, ty).unwrap_or_else(|| {
            problem.get_or_insert(Problem::ByValue(ty, role));
            ArgAbi::Ignore
        })
    };
    let found = params.iter().map(|ty| pass(*ty, Role::Argument)).collect();
    let ret = if ret == Ty::VOID || ret == Ty::NEVER { ArgAbi::Ignore } else { pass(ret, Role::Result) };
    (found, ret, problem)
}

/// What stands in for a convention that the target does not have.
pub(super) fn nothing(params: &[Ty], variadic: bool) -> FnAbi {
    FnAbi { params: vec![ArgAbi::Ignore; params.len()], ret: ArgAbi::Ignore, variadic, conv: MachineConv::C }
}

fn supported(view: &View<'_>, ty: Ty) -> Option<ArgAbi> {
    let by_pointer = view.target.c_abi == CAbi::Win64;
    if by_pointer && matches!(view.types.repr_int(ty), Some(IntTy::I128 | IntTy::U128)) {
        return None;
    }
    scalar(view, view.target.c_abi, ty)
}

/// How a scalar, a pointer with a length, or an enum that is a pointer, is passed. `None` for aggregates.
pub(super) fn scalar(view: &View<'_>, c_abi: CAbi, ty: Ty) -> Option<ArgAbi> {
    if view.types.is_fat(ty) {
        return Some(ArgAbi::Pair);
    }
    if view.types.nullable(ty).is_some() {
        return Some(ArgAbi::Cast(vec![Reg { kind: RegKind::Ptr, offset: 0 }]));
    }
    if !view.types.is_scalar(ty) {
        return None;
    }
    let Some(int) = view.types.repr_int(ty) else { return Some(ArgAbi::Direct(Ext::None)) };
    let is_bool = *view.types.kind(ty) == TyKind::Bool;
    Some(ArgAbi::Direct(extension(c_abi, int, view.target.pointer_bits, is_bool)))
}

fn extension(c_abi: CAbi, int: IntTy, pointer_bits: u32, is_bool: bool) -> Ext {
    let by_sign = if int.signed() { Ext::Sign } else { Ext::Zero };
    let bits = int.bits(pointer_bits);
    match c_abi {
        CAbi::SysV64 | CAbi::AppleArm64 | CAbi::Wasm if bits < 32 => by_sign,
        // RISC-V extends 32-bit integers by their sign whether they have one or not.
        CAbi::Lp64d if bits == 32 => Ext::Sign,
        CAbi::Lp64d if bits < 32 => by_sign,
        CAbi::Win64 if is_bool => Ext::Zero,
        CAbi::SysV64 | CAbi::AppleArm64 | CAbi::Wasm | CAbi::Lp64d | CAbi::Win64 | CAbi::Aapcs64 | CAbi::WinArm64 => {
            Ext::None
        }
    }
}
