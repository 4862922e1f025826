//! The System V convention of x86-64 (section 3.2.3 of its supplement), in the form that Clang 19 gives it in LLVM IR.

use super::View;
use super::image::Class;
use super::scalar;
use vex_ir::flow::{ArgAbi, Ext, Reg, RegKind};
use vex_ir::target::CAbi;
use vex_ir::ty::{IntTy, Ty};

/// Registers that are left for arguments.
struct Free {
    int: u32,
    sse: u32,
}

/// How the parameters and the result are passed.
pub(super) fn lower(view: &mut View<'_>, params: &[Ty], ret: Ty) -> (Vec<ArgAbi>, ArgAbi) {
    let mut free = Free { int: 6, sse: 8 };
    let ret = result(view, ret);
    if matches!(ret, ArgAbi::Indirect { .. }) {
        free.int -= 1;
    }
    (params.iter().map(|ty| argument(view, &mut free, *ty)).collect(), ret)
}

fn result(view: &mut View<'_>, ty: Ty) -> ArgAbi {
    match pieces(view, ty) {
        Pieces::Scalar(abi, _) => abi,
        Pieces::Nothing => ArgAbi::Ignore,
        Pieces::Registers(regs) => ArgAbi::Cast(regs),
        Pieces::Memory => view.by_pointer(ty),
    }
}

fn argument(view: &mut View<'_>, free: &mut Free, ty: Ty) -> ArgAbi {
    match pieces(view, ty) {
        // LLVM itself puts a scalar on the stack when the registers are used up.
        Pieces::Scalar(abi, class) => {
            let left = if class == Class::Sse { &mut free.sse } else { &mut free.int };
            let needed = if abi == ArgAbi::Pair { 2 } else { 1 };
            *left = left.saturating_sub(needed);
            abi
        }
        Pieces::Nothing => ArgAbi::Ignore,
        Pieces::Registers(regs) => {
            let sse = regs.iter().filter(|r| is_sse(r.kind)).count() as u32;
            let int = regs.len() as u32 - sse;
            // What does not fit as a whole goes to memory as a whole, and leaves the registers to what follows.
            if int > free.int || sse > free.sse {
                return in_memory(view, free, ty);
            }
            free.int -= int;
            free.sse -= sse;
            ArgAbi::Cast(regs)
        }
        Pieces::Memory => in_memory(view, free, ty),
    }
}

fn is_sse(kind: RegKind) -> bool {
    match kind {
        RegKind::F32 | RegKind::F64 | RegKind::F32Vec(_) => true,
        RegKind::Int(_) | RegKind::Ptr | RegKind::Array(..) => false,
    }
}

fn in_memory(view: &View<'_>, free: &Free, ty: Ty) -> ArgAbi {
    let layout = view.layout(ty);
    // An `i128`. LLVM would put it on the stack by itself, but take the last register with it, which the supplement and GCC
    // leave to the next argument; Clang differs from both.
    if view.types.is_scalar(ty) {
        let takes_last = free.int == 1;
        return if takes_last { ArgAbi::Indirect { align: 16, by_val: true } } else { ArgAbi::Direct(Ext::None) };
    }
    // With no integer register left, an integer goes to the same place on the stack, and the optimiser sees through it.
    if free.int == 0 && layout.align <= 8 && layout.size <= 8 {
        return ArgAbi::Cast(vec![Reg { kind: RegKind::Int(8 * layout.size as u32), offset: 0 }]);
    }
    ArgAbi::Indirect { align: layout.align.max(8), by_val: true }
}

/// How a value is passed while there are registers.
enum Pieces {
    Nothing,
    Scalar(ArgAbi, Class),
    Registers(Vec<Reg>),
    Memory,
}

fn pieces(view: &mut View<'_>, ty: Ty) -> Pieces {
    let layout = view.layout(ty);
    if layout.size == 0 {
        return Pieces::Nothing;
    }
    if let Some(IntTy::I128 | IntTy::U128) = view.types.repr_int(ty) {
        return Pieces::Registers([0, 8].map(|offset| Reg { kind: RegKind::Int(64), offset }).to_vec());
    }
    if let Some(abi) = scalar::scalar(view, CAbi::SysV64, ty) {
        let class = if ty.as_float().is_some() { Class::Sse } else { Class::Integer };
        return Pieces::Scalar(abi, class);
    }
    if layout.size > 16 || !view.image(ty).is_aligned() {
        return Pieces::Memory;
    }
    let low = piece(view, ty, 0);
    let high = if layout.size > 8 { piece(view, ty, 8) } else { None };
    match (low, high) {
        (None, None) => Pieces::Nothing,
        (Some(reg), None) | (None, Some(reg)) => Pieces::Registers(vec![reg]),
        (Some(low), Some(high)) => Pieces::Registers(vec![widened(low, high), high]),
    }
}

fn piece(view: &mut View<'_>, ty: Ty, offset: u64) -> Option<Reg> {
    let kind = match view.image(ty).class(offset) {
        Class::None => return None,
        Class::Integer => view.int_piece(ty, offset),
        Class::Sse => view.float_piece(ty, offset),
    };
    Some(Reg { kind, offset })
}

/// The first of two pieces, as wide as it must be for the second one to stand at offset 8 of a struct of the two.
fn widened(low: Reg, high: Reg) -> Reg {
    let (low_size, _) = size_and_align(low.kind);
    let (_, high_align) = size_and_align(high.kind);
    if low_size.next_multiple_of(high_align) == 8 {
        return low;
    }
    Reg { kind: if low.kind == RegKind::F32 { RegKind::F64 } else { RegKind::Int(64) }, ..low }
}

fn size_and_align(kind: RegKind) -> (u32, u32) {
    match kind {
        RegKind::Int(bits) => {
            let size = bits.div_ceil(8).next_power_of_two();
            (size, size)
        }
        RegKind::F32 => (4, 4),
        RegKind::Ptr | RegKind::F64 | RegKind::F32Vec(_) => (8, 8),
        RegKind::Array(..) => unreachable!("System V passes nothing as an array"),
    }
}
