//! Names of LLVM's, `llvm.…`, which only the standard library and Flow texts may give: LLVM takes them at their word, and aborts later.

use super::*;
use inkwell::builder::Builder;
use inkwell::targets::TargetMachine;
use inkwell::types::{BasicMetadataTypeEnum, BasicTypeEnum};
use inkwell::values::BasicMetadataValueEnum;
use vex_ir::{Code, Diagnostic};

/// An operation of LLVM's that it does not have, or has with another type.
const NO_OPERATION: Code = Code("E0646");
/// A definition or a variable under a name of LLVM's.
const NOT_OURS: Code = Code("E0647");

/// What is wrong about the program's names of LLVM's. To be asked before [`run`].
pub fn check_names(
    cx: &Cx,
    program: &Program,
    config: &Config,
    context: &Context,
    machine: &TargetMachine,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for function in program.fns.values() {
        let name = cx.text(function.symbol);
        if !libfuncs::bare(name).starts_with("llvm.") {
            continue;
        }
        if !function.is_import() || name.starts_with('\x01') {
            found.push(not_ours(name, function.span, "functions under it are operations of the code generator"));
        } else if let Some(why) = wrong_operation(cx, program, config, context, machine, function, name) {
            let error = Diagnostic::error(
                NO_OPERATION,
                function.span,
                format!("`{name}` is not an operation of LLVM's as it is declared"),
            );
            found.push(error.label(why));
        }
    }
    for global in program.globals.values().filter(|g| !g.unnamed) {
        let name = cx.text(global.symbol);
        if libfuncs::bare(name).starts_with("llvm.") {
            found.push(not_ours(name, global.span, "variables under it are lists that the code generator reads"));
        }
    }
    found
}

fn not_ours(name: &str, span: vex_ir::Span, why: &str) -> Diagnostic {
    Diagnostic::error(NOT_OURS, span, format!("the symbol `{name}` is LLVM's")).label(why.to_string())
}

/// Why LLVM's verifier refuses a call of what a declaration says; `None` if it does not.
fn wrong_operation(
    cx: &Cx,
    program: &Program,
    config: &Config,
    context: &Context,
    machine: &TargetMachine,
    function: &Function,
    name: &str,
) -> Option<String> {
    if inkwell::intrinsics::Intrinsic::find(name).is_none() {
        return Some("there is none of this name".to_string());
    }
    let module = context.create_module("names");
    module.set_data_layout(&machine.get_target_data().get_data_layout());
    // SAFETY: the context outlives the module, and the module the emitter.
    let raw = unsafe { LLVMGetModuleContext(module.as_mut_ptr()) };
    let mut emitter = Module::new(cx, program, config, raw, module.as_mut_ptr());
    let ty = emitter.sig(function.abi?, function.ty).ty;
    let c_name = c_string(name);
    // SAFETY: module and type are alive; LLVM copies the name. What LLVM knows of the operation is added by itself.
    unsafe { LLVMAddFunction(emitter.raw, c_name.as_ptr(), ty.0) };
    drop(emitter);
    let callee = module.get_function(name)?;
    let caller = module.add_function("caller", context.void_type().fn_type(&[], false), None);
    let builder: Builder<'_> = context.create_builder();
    builder.position_at_end(context.append_basic_block(caller, ""));
    // Some take constants alone.
    let args: Option<Vec<_>> = callee.get_type().get_param_types().into_iter().map(zero_of).collect();
    builder.build_call(callee, &args?, "").ok()?;
    builder.build_return(None).ok()?;
    let said = module.verify().err()?.to_string();
    // It also has something to say of the values, which do not count here.
    let of_type = |line: &&str| line.starts_with("Intrinsic ") || line.starts_with("Callsite was not");
    // What LLVM knows of a parameter that is not there, or is of a type that cannot have it.
    let of_attribute = |line: &&str| line.starts_with("Attribute") || line.starts_with("Wrong types");
    let Some(line) = said.lines().find(of_type) else {
        return said.lines().find(of_attribute).map(|_| "it has another type of a parameter".to_string());
    };
    let mut line = line.trim_end_matches('!').replace("Intrinsic ", "it ").replace("Callsite ", "it ");
    if let Some((_, should)) = line.split_once("Should be: ") {
        line = format!("with these types it is `{should}`");
    }
    Some(line.replace("has incorrect", "has another").replace("argument type", "type of a parameter"))
}

fn zero_of(ty: BasicMetadataTypeEnum<'_>) -> Option<BasicMetadataValueEnum<'_>> {
    BasicTypeEnum::try_from(ty).ok().map(|ty| ty.const_zero().into())
}
