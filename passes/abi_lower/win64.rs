//! Microsoft's convention of x86-64: whatever is not 1, 2, 4 or 8 bytes goes by pointer.

use super::View;
use super::error::{Problem, Role};
use super::scalar;
use vex_ir::flow::{ArgAbi, Ext, Reg, RegKind};
use vex_ir::target::CAbi;
use vex_ir::ty::{IntTy, Ty};

/// How the parameters and the result are passed.
pub(super) fn lower(view: &View<'_>, params: &[Ty], ret: Ty) -> (Vec<ArgAbi>, ArgAbi, Option<Problem>) {
    let found = params.iter().map(|ty| pass(view, *ty)).collect();
    if is_i128(view, ret) {
        // It comes back in a vector register, which Flow cannot say.
        return (found, ArgAbi::Direct(Ext::None), Some(Problem::ByValue(ret, Role::Result)));
    }
    let ret = if ret == Ty::VOID || ret == Ty::NEVER { ArgAbi::Ignore } else { pass(view, ret) };
    (found, ret, None)
}

fn is_i128(view: &View<'_>, ty: Ty) -> bool {
    matches!(view.types.repr_int(ty), Some(IntTy::I128 | IntTy::U128))
}

fn pass(view: &View<'_>, ty: Ty) -> ArgAbi {
    if is_i128(view, ty) {
        return view.by_pointer(ty);
    }
    if let Some(abi) = scalar::scalar(view, CAbi::Win64, ty) {
        return abi;
    }
    match view.layout(ty).size {
        size @ (1 | 2 | 4 | 8) => ArgAbi::Cast(vec![Reg { kind: RegKind::Int(8 * size as u32), offset: 0 }]),
        _ => view.by_pointer(ty),
    }
}
