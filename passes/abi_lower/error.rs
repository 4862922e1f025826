//! What cannot be passed on the target, and how that is reported.

use vex_ir::flow::{Callee, FnId, Function, Program};
use vex_ir::lang::Tagged;
use vex_ir::span::Span;
use vex_ir::ty::{Conv, Ty};
use vex_ir::{Code, Cx, Diagnostic};

const AGGREGATE_BY_VALUE: Code = Code("E0701");
const CONVENTION_NOT_ON_TARGET: Code = Code("E0702");

/// Why a function cannot be called by its convention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Problem {
    /// This type is passed by value, which is not supported.
    ByValue(Ty, Role),
    /// The target does not have the convention.
    Convention(Conv),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Argument,
    Result,
}

/// A call whose convention has a problem.
pub(super) struct BadCall {
    pub(super) span: Span,
    pub(super) callee: Callee<Tagged>,
    pub(super) ty: Ty,
    pub(super) abi: u32,
}

/// One error for each declaration, with the first call of it; one for each type that is only called through pointers.
pub(super) fn report(cx: &mut Cx, ir: &Program, problems: &[Option<Problem>], bad: &[BadCall]) {
    if problems.iter().all(Option::is_none) {
        return;
    }
    let problem_of = |abi: Option<u32>| abi.and_then(|index| problems[index as usize]);
    for (id, function) in ir.fns.iter() {
        let Some(problem) = problem_of(function.abi) else { continue };
        let mut error = describe(cx, ir, problem, function.span);
        error = error.label(if function.is_import() { "declared here" } else { "defined here" });
        if let Some(call) = bad.iter().find(|call| call.callee == Callee::Fn(id)) {
            error = error.secondary(call.span, "called here");
        }
        cx.emit(error);
    }
    let mut seen = Vec::new();
    for call in bad {
        let declaration = declaration(ir, call.callee);
        let reported = declaration.is_some_and(|(_, function)| problem_of(function.abi).is_some());
        if reported || seen.contains(&(call.ty, declaration.map(|(id, _)| id))) {
            continue;
        }
        seen.push((call.ty, declaration.map(|(id, _)| id)));
        let Some(problem) = problem_of(Some(call.abi)) else { continue };
        let mut error = describe(cx, ir, problem, call.span).label("called here");
        if let Some((_, function)) = declaration {
            error = error.secondary(function.span, "declared here, with `...`");
        }
        cx.emit(error);
    }
}

fn declaration(ir: &Program, callee: Callee<Tagged>) -> Option<(FnId, &Function)> {
    match callee {
        Callee::Fn(id) => Some((id, &ir.fns[id])),
        Callee::Ptr(_) => None,
    }
}

fn describe(cx: &Cx, ir: &Program, problem: Problem, span: Span) -> Diagnostic {
    let triple = &cx.target.name;
    match problem {
        Problem::ByValue(ty, Role::Argument) => {
            let ty = ir.types.show(&cx.interner, ty);
            let message = format!("passing `{ty}` by value to C is not supported on {triple} yet");
            Diagnostic::error(AGGREGATE_BY_VALUE, span, message)
                .note(format!("pass a pointer instead: declare the parameter as `*{ty}` on both sides"))
        }
        Problem::ByValue(ty, Role::Result) => {
            let ty = ir.types.show(&cx.interner, ty);
            let message = format!("returning `{ty}` by value from C is not supported on {triple} yet");
            Diagnostic::error(AGGREGATE_BY_VALUE, span, message)
                .note(format!("let the function write its result through a parameter of type `*mut {ty}` instead"))
        }
        Problem::Convention(conv) => {
            let name = conv.name().unwrap_or("Vex");
            let message = format!("the calling convention `\"{name}\"` does not exist on {triple}");
            Diagnostic::error(CONVENTION_NOT_ON_TARGET, span, message)
                .note("it is one of x86-64; `\"C\"` is the convention of C functions on every target")
        }
    }
}
