//! What is said of an initializer that has no value.

use super::*;
use rustc_hash::FxHashSet;
use vex_ir::flow::interp::{Fault, Panic};
use vex_ir::flow::{PointeeData, visit};

const NOT_CONSTANT: Code = Code("E0501");
const CONSTANT_WITHOUT_VALUE: Code = Code("E0503");
/// The address of a thread-local static in a constant.
const THREAD_LOCAL_ADDRESS: Code = Code("E0344");

/// An error about a value that was computed, but is none of a constant.
pub(super) fn unreadable(ir: &Program, id: ItemId, root: ExprId, initializer: FnId, kind: ErrorKind) -> Error {
    let span = ir.bodies[id].exprs[root].span;
    Error { kind, span, calls: vec![(initializer, span)] }
}

impl Engine {
    /// Reports what needs an instance that cannot be made.
    pub(super) fn report_no_instance(&self, cx: &mut Cx, span: Span, why: String) {
        if !self.reported_later {
            cx.emit(Diagnostic::error(NOT_CONSTANT, span, "this has no value at compile time").label(why));
        }
    }

    /// The value of a constant, unless it leads to memory that every use of it could change.
    pub(super) fn held(&self, cx: &mut Cx, ir: &Program, id: ItemId, root: ExprId, value: Const) -> Option<Const> {
        let is_static = matches!(ir.items[id].kind::<Closed>(), ItemKind::Static { .. });
        if is_static || !writes(ir, &value) {
            return Some(value);
        }
        if self.reported_later {
            return None;
        }
        let span = ir.bodies[id].exprs[root].span;
        let diagnostic = Diagnostic::error(NOT_CONSTANT, span, "a constant cannot hold a `&mut`")
            .label("every use of the constant would change the same memory")
            .note("a `static` can hold it");
        cx.emit(diagnostic);
        None
    }

    /// Where the initializer mentions the static that an error is about, and whether it is read.
    fn exactly(&self, ir: &Program, id: ItemId, error: &Error, depth: usize, span: Span) -> (Span, bool) {
        let (ErrorKind::ForeignStatic(global) | ErrorKind::ThreadLocal(global)) = error.kind else {
            return (span, false);
        };
        let is_read = matches!(error.kind, ErrorKind::ForeignStatic(_));
        if error.calls.get(depth).is_none_or(|(function, _)| Some(*function) != self.initializer) {
            return (span, is_read);
        }
        match mentions::of_static(ir, id, global) {
            Some(mentions::StaticMention::Read(span)) => (span, true),
            Some(mentions::StaticMention::Address(span)) => (span, is_read),
            None => (span, is_read),
        }
    }

    /// Reports where and why there is no value.
    // Long because it has an arm for each reason.
    pub(super) fn report(&self, cx: &mut Cx, ir: &Program, id: ItemId, error: &Error) -> Option<Const> {
        if self.reported_later {
            return None;
        }
        // What the standard library does is reported where it is asked to.
        let is_std = |function: FnId| ir.defs.on_demand.contains_idx(function);
        let depth = error.calls.iter().position(|(function, _)| !is_std(*function)).unwrap_or(0);
        let span = error.calls.get(depth).map_or(error.span, |(_, span)| *span);
        let (span, is_read) = self.exactly(ir, id, error, depth, span);
        let mut diagnostic = match &error.kind {
            ErrorKind::Panic(panic) => {
                let (what, label) = panicking(*panic);
                Diagnostic::error(CONSTANT_WITHOUT_VALUE, span, format!("{what} in a constant")).label(label)
            }
            // What the standard library does is not the reader's: printing, for one.
            ErrorKind::ForeignStatic(_) | ErrorKind::ThreadLocal(_) | ErrorKind::Foreign(..) if depth > 0 => {
                Diagnostic::error(NOT_CONSTANT, span, "this has no value at compile time")
                    .label("this can be done only when the program runs")
            }
            ErrorKind::ForeignStatic(global) | ErrorKind::ThreadLocal(global) if is_read => {
                let note = match ir.defs.sigs.globals[*global].thread_local {
                    true => "a `const` has a value",
                    false => "its address is known: `&NAME`; a `const` has a value",
                };
                Diagnostic::error(NOT_CONSTANT, span, "the content of a static is not known at compile time")
                    .label("may have changed by then")
                    .note(note)
            }
            ErrorKind::ForeignStatic(global) | ErrorKind::ThreadLocal(global) => {
                let global = &ir.defs.sigs.globals[*global];
                let message = format!("the address of `{}` is not known at compile time", cx.text(global.name));
                Diagnostic::error(THREAD_LOCAL_ADDRESS, span, message)
                    .label("every thread has another address for it")
                    .secondary(global.span, "declared `#[thread_local]` here")
                    .note("a function can take the address, for the thread that calls it")
            }
            ErrorKind::StepLimit => {
                let label = format!("more than {} steps to get here", LIMITS.steps);
                Diagnostic::error(NOT_CONSTANT, span, "this takes too long for a constant").label(label)
            }
            kind => {
                let diagnostic =
                    Diagnostic::error(NOT_CONSTANT, span, "this has no value at compile time").label(kind.text());
                match kind {
                    ErrorKind::Foreign(..) | ErrorKind::Fault(Fault::AddressAsNumber) => {
                        diagnostic.note("`main` or a function can compute it at run time")
                    }
                    // No more than when the program runs.
                    _ => diagnostic,
                }
            }
        };
        // The call in the initializer, and those on the way, innermost first.
        let calls = error.calls.get(depth + 1..).unwrap_or(&[]);
        let (first, rest) = calls.split_at(calls.len().min(2));
        for (caller, at) in first.iter().chain(rest.last()) {
            let label = match Some(*caller) == self.initializer {
                true => "needed by this constant".to_string(),
                false => format!("in this call, in `{}`", cx.text(ir.defs.sigs.fns[*caller].name)),
            };
            diagnostic = diagnostic.secondary(*at, label);
        }
        cx.emit(diagnostic);
        None
    }
}

/// Whether a value leads to memory of its own that its type allows to write.
fn writes(ir: &Program, value: &Const) -> bool {
    let mut writes = false;
    visit::constants(value, &mut FxHashSet::default(), &mut |part| {
        writes |= matches!(
            part.raw(),
            ConstData::Addr(PointeeData::Const(_), _) | ConstData::Slice(PointeeData::Const(_), ..)
        ) && matches!(ir.types.kind(part.ty), TyKind::Ref(Mutability::Mut, _));
    });
    writes
}

/// What happens, and what that means for where it happens.
fn panicking(panic: Panic) -> (String, &'static str) {
    match panic {
        Panic::Overflow(_) | Panic::DivisionOverflow => ("arithmetic overflow".into(), "has no value"),
        Panic::DivisionByZero | Panic::RemainderByZero => ("division by zero".into(), "has no value"),
        Panic::Shift => ("shift out of range".into(), "has no value"),
        Panic::Bounds { .. } => ("index out of bounds".into(), "out of bounds"),
        Panic::SliceOrder { .. } => (panic.text(), "has no value"),
    }
}
