//! What is said of variables that are declared without a value.

use vex_ir::{Code, Diagnostic, Span};

const USED_BEFORE_INIT: Code = Code("E0525");
const ASSIGNED_TWICE: Code = Code("E0526");

/// A variable is used where it has no value: on no way, or, if it `may` have one, only on some.
pub(super) fn used(name: &str, at: Span, declared: Span, may: bool) -> Diagnostic {
    let label = if may { "has no value on some way here" } else { "has no value here" };
    Diagnostic::error(USED_BEFORE_INIT, at, format!("`{name}` is used before it has a value"))
        .label(label)
        .secondary(declared, "declared here, without a value")
        .note("`= default()` gives it the zero value of its type")
}

/// A variable that is not `mut` is given a value where it may have one.
pub(super) fn assigned_twice(name: &str, at: Span, declared: Span) -> Diagnostic {
    Diagnostic::error(ASSIGNED_TWICE, at, format!("`{name}` is given a value twice")).label("may have one already").fix(
        declared,
        format!("mut {name}"),
        "declare it `mut`",
    )
}
