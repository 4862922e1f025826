//! Vex's own convention: aggregates of two registers at most are taken apart, all others go by pointer to a copy.

use super::View;
use super::image::Class;
use vex_ir::flow::{ArgAbi, Ext, Reg};
use vex_ir::ty::Ty;

/// How a parameter or result is passed.
pub(super) fn pass(view: &mut View<'_>, ty: Ty) -> ArgAbi {
    if view.types.is_scalar(ty) {
        return ArgAbi::Direct(Ext::None);
    }
    if view.types.is_fat(ty) {
        return ArgAbi::Pair;
    }
    match view.layout(ty).size {
        0 => ArgAbi::Ignore,
        1..=16 => ArgAbi::Cast(registers(view, ty)),
        _ => view.by_pointer(ty),
    }
}

/// A register for each scalar if there are two at most, which saves packing and unpacking them; else one for each
/// eight bytes.
fn registers(view: &mut View<'_>, ty: Ty) -> Vec<Reg> {
    if let Some(leaves) = view.leaves(ty, 2) {
        return leaves;
    }
    let image = view.image(ty);
    let eightbytes = [0, 8].into_iter().filter(|offset| *offset < view.layout(ty).size);
    let mut regs = Vec::with_capacity(2);
    for offset in eightbytes.collect::<Vec<_>>() {
        let kind = match image.class(offset) {
            Class::Sse if image.is_aligned() => view.float_piece(ty, offset),
            Class::Sse | Class::Integer => view.bytes_piece(ty, offset),
            Class::None => continue,
        };
        regs.push(Reg { kind, offset });
    }
    regs
}
