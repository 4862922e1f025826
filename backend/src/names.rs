//! Symbols that mean something to LLVM: those that begin with `llvm.` name its intrinsics, which have types of their own, and
//! variables that it reads.
//!
//! Source may not have them outside of the standard library; Flow text and another standard library may have anything.

use crate::BackendError;
use inkwell::AddressSpace;
use inkwell::context::Context;
use inkwell::intrinsics::Intrinsic;
use inkwell::types::{BasicType, BasicTypeEnum, FunctionType};
use vex_ir::Cx;
use vex_ir::flow::{Function, Linkage, Program};
use vex_ir::ty::{FloatTy, Ty, TyKind};

/// Refuses what LLVM would not survive.
pub(crate) fn check(cx: &Cx, program: &Program, context: &Context) -> Result<(), BackendError> {
    let of_llvm = |symbol| cx.text(symbol).trim_start_matches('\x01').starts_with("llvm.");
    for global in program.globals.values().filter(|global| of_llvm(global.symbol)) {
        return Err(refused(cx.text(global.symbol), "is a name that LLVM reads: no static can have it"));
    }
    for function in program.fns.values().filter(|function| of_llvm(function.symbol)) {
        let name = cx.text(function.symbol);
        if function.linkage != Linkage::Import {
            return Err(refused(name, "names an operation of LLVM's: no function can have it"));
        }
        let Some(found) = Intrinsic::find(name).filter(|found| !found.is_overloaded()) else {
            return Err(refused(name, "is no operation of LLVM's that has one type"));
        };
        // In a module of its own: the name would be taken.
        let module = context.create_module("names");
        let theirs = found.get_declaration(&module, &[]).map(|declared| declared.get_type());
        let fits = theirs.is_some() && signature(cx, program, context, function) == theirs;
        if !fits {
            let theirs = theirs.map_or(String::new(), |ty| ty.print_to_string().to_string());
            return Err(refused(name, &format!("has the type `{theirs}` in LLVM, and is declared with another")));
        }
    }
    Ok(())
}

fn refused(name: &str, why: &str) -> BackendError {
    BackendError::Llvm(format!("`{name}` {why}"))
}

/// Its type in LLVM, where all of it are scalars.
fn signature<'c>(cx: &Cx, program: &Program, context: &'c Context, function: &Function) -> Option<FunctionType<'c>> {
    let sig = program.types.sig(function.ty).filter(|sig| !sig.variadic)?;
    let scalar = |ty: Ty| -> Option<BasicTypeEnum<'c>> {
        Some(match program.types.kind(ty) {
            TyKind::Bool => context.bool_type().into(),
            TyKind::Int(int) => {
                let bits = std::num::NonZeroU32::new(int.bits(cx.target.pointer_bits))?;
                context.custom_width_int_type(bits).ok()?.into()
            }
            TyKind::Float(FloatTy::F32) => context.f32_type().into(),
            TyKind::Float(FloatTy::F64) => context.f64_type().into(),
            TyKind::Ptr(..) => context.ptr_type(AddressSpace::default()).into(),
            // The rest is more than one value, or none.
            _ => return None,
        })
    };
    let params = sig.params.iter().map(|ty| scalar(*ty).map(Into::into)).collect::<Option<Vec<_>>>()?;
    let returns_nothing = [Ty::VOID, Ty::NEVER].contains(&sig.ret);
    Some(if returns_nothing {
        context.void_type().fn_type(&params, false)
    } else {
        scalar(sig.ret)?.fn_type(&params, false)
    })
}
