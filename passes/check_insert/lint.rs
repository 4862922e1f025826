//! Warnings about what is certain to panic or overflow.

use vex_ir::arith::sign_extend;
use vex_ir::flow::BinOp;
use vex_ir::span::Span;
use vex_ir::ty::IntTy;
use vex_ir::{Code, Cx, Diagnostic};

/// An operation that panics whenever it is reached.
const UNCONDITIONAL_PANIC: Code = Code("E0601");
/// Arithmetic on constants that overflows.
const ARITHMETIC_OVERFLOW: Code = Code("E0602");

/// A constant as source writes it.
pub(super) fn show(int: IntTy, width: u32, bits: u128) -> String {
    if int.signed() { format!("{}_{}", sign_extend(bits, width), int.name()) } else { format!("{bits}_{}", int.name()) }
}

pub(super) fn out_of_bounds(cx: &mut Cx, span: Span, index: u128, len: u64) {
    let label = format!("index out of bounds: the length is {len} but the index is {index}");
    panics(cx, span, label);
}

pub(super) fn division_by_zero(cx: &mut Cx, span: Span, remainder: bool) {
    let what =
        if remainder { "attempt to calculate a remainder with a divisor of zero" } else { "attempt to divide by zero" };
    panics(cx, span, what.to_string());
}

fn panics(cx: &mut Cx, span: Span, label: String) {
    let warning =
        Diagnostic::warning(UNCONDITIONAL_PANIC, "unconditional_panic", span, "this operation will panic at runtime");
    cx.emit(warning.label(label));
}

pub(super) fn shift(cx: &mut Cx, span: Span, what: &str, amount: &str) {
    overflows(cx, span, format!("attempt to {what} by `{amount}`, which is not less than the number of bits"));
}

/// `left op right` does not fit, or what is done to `left` alone.
pub(super) fn overflow(cx: &mut Cx, span: Span, verb: &str, left: &str, right: Option<(BinOp, &str)>) {
    let term = match right {
        Some((op, right)) => format!("{left} {} {right}", op.text()),
        None => left.to_string(),
    };
    let label = format!("attempt to {verb} `{term}`, which would overflow");
    match right {
        // Checked always.
        Some((BinOp::Div | BinOp::Rem, _)) => panics(cx, span, label),
        Some(_) | None => overflows(cx, span, label),
    }
}

fn overflows(cx: &mut Cx, span: Span, label: String) {
    let message = "this arithmetic operation will overflow";
    cx.emit(Diagnostic::warning(ARITHMETIC_OVERFLOW, "arithmetic_overflow", span, message).label(label));
}
