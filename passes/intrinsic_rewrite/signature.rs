//! Whether a declaration has the signature that C gives a function, and what to say if it has not.

use super::table::{Row, Type};
use vex_ir::flow::Function;
use vex_ir::target::Target;
use vex_ir::ty::{Conv, FnSig, Ty, Types};
use vex_ir::{Code, Cx, Diagnostic};

const OTHER_C_SIGNATURE: Code = Code("E0650");

pub(super) fn is_right(types: &Types, target: &Target, row: &Row, sig: &FnSig) -> bool {
    let conv = match sig.conv {
        Conv::C | Conv::System | Conv::Runtime => true,
        Conv::Vex | Conv::Sysv64 | Conv::Win64 => false,
    };
    conv && !sig.variadic
        && sig.params.len() == row.params.len()
        && sig.params.iter().zip(row.params).all(|(ty, wanted)| is(types, target, *ty, *wanted))
        && is(types, target, sig.ret, row.ret)
}

/// Whether a type is what C has there. Pointers are alike whatever they point to.
fn is(types: &Types, target: &Target, ty: Ty, wanted: Type) -> bool {
    let int =
        |bits, signed| ty.as_int().is_some_and(|int| int.bits(target.pointer_bits) == bits && int.signed() == signed);
    match wanted {
        Type::MutPtr | Type::Ptr => types.pointee(ty).is_some() && !types.is_fat(ty),
        Type::Size => int(target.pointer_bits, false),
        Type::Int => int(32, true),
        Type::Long => int(target.long_bits, true),
        Type::ULong => int(target.long_bits, false),
        Type::LongLong => int(64, true),
        Type::U8 => int(8, false),
        Type::U16 => int(16, false),
        Type::U32 => int(32, false),
        Type::U64 => int(64, false),
        Type::Mode(bits) => int(bits, true) || int(bits, false),
        Type::F32 => ty == Ty::F32,
        Type::F64 => ty == Ty::F64,
    }
}

fn name(ty: Type) -> &'static str {
    match ty {
        Type::MutPtr => "*mut void",
        Type::Ptr => "*void",
        Type::Size => "usize",
        Type::Int => "i32",
        Type::Long => "c_long",
        Type::ULong => "c_ulong",
        Type::LongLong => "i64",
        Type::U8 => "u8",
        Type::U16 => "u16",
        Type::U32 | Type::Mode(32) => "u32",
        Type::U64 | Type::Mode(64) => "u64",
        Type::Mode(_) => "u128",
        Type::F32 => "f32",
        Type::F64 => "f64",
    }
}

/// Warns of a declaration that a body calls: however many do, it is one diagnostic.
pub(super) fn warn(cx: &mut Cx, types: &Types, row: &Row, function: &Function) {
    let params: Vec<&str> = row.params.iter().map(|ty| name(*ty)).collect();
    let right = format!("extern \"C\" fn({}) -> {}", params.join(", "), name(row.ret));
    let declared = types.show(&cx.interner, function.ty);
    let message = format!("`{}` is not declared as the C function is, so calls of it stay calls", row.name);
    let mut warning = Diagnostic::warning(OTHER_C_SIGNATURE, "intrinsic_signature", function.span, message)
        .label(format!("declared as `{declared}`"))
        .note(format!("in C, `{}` is `{right}`", row.name));
    if right.contains("c_") {
        let Target { long_bits, name, .. } = &cx.target;
        warning = warning.note(format!("on {name}, `c_long` and `c_ulong` have {long_bits} bits"));
    }
    cx.emit(warning.note("if another function is meant, say so with `#[no_intrinsic]`"));
}
