//! Programs of which no instances can be made.

use super::Reach;
use vex_ir::flow::FnId;
use vex_ir::layout::LayoutError;
use vex_ir::ty::{Args, Ty};
use vex_ir::{Code, Diagnostic, Span, Symbol};

/// Instances that need other instances, and so on.
const WITHOUT_END: Code = Code("E0660");
/// A trait that is not implemented for the types of an instance.
const NOT_IMPLEMENTED: Code = Code("E0661");
/// An instance of a type that cannot be laid out.
const NO_LAYOUT: Code = Code("E0662");

/// How many steps of a chain are shown.
const SHOWN: usize = 4;

fn show(reach: &Reach<'_>, ty: Ty) -> String {
    reach.to.types.show(&reach.cx.interner, ty)
}

fn show_all(reach: &Reach<'_>, tys: &[Ty]) -> String {
    tys.iter().map(|ty| show(reach, *ty)).collect::<Vec<_>>().join(", ")
}

fn name(reach: &Reach<'_>, function: FnId) -> (String, Span) {
    let known = reach.fns[super::index(function)].as_ref();
    known.map_or_else(Default::default, |known| (reach.cx.text(known.name).to_string(), known.span))
}

fn instance(reach: &Reach<'_>, of: FnId, args: Args) -> String {
    format!("{}<{}>", name(reach, of).0, show_all(reach, reach.to.types.args(args)))
}

/// Says which instances led to what is looked at, the first ones first.
fn chain(reach: &Reach<'_>, mut error: Diagnostic) -> Diagnostic {
    let mut steps = Vec::new();
    let mut from = reach.open.current;
    while let Some(number) = from {
        let step = &reach.open.made[number as usize];
        steps.push(step);
        from = step.from;
    }
    let left = steps.len().saturating_sub(SHOWN);
    for (number, step) in steps.iter().rev().take(SHOWN).enumerate() {
        let text = instance(reach, step.of, step.args);
        error =
            error.note(if number == 0 { format!("it begins with `{text}`") } else { format!("which needs `{text}`") });
    }
    if left > 0 { error.note(format!("and so on, {left} more")) } else { error }
}

/// An instance of `of`, mentioned at `span`.
pub(super) fn without_end(reach: &Reach<'_>, of: FnId, args: Args, span: Span) -> Diagnostic {
    let (name, defined) = name(reach, of);
    let arguments = reach.to.types.args_extent(args);
    let label = match arguments {
        0..=8 => format!("asks for `{}`", instance(reach, of, args)),
        _ => "asks for one with larger arguments each time".to_string(),
    };
    let error = Diagnostic::error(WITHOUT_END, span, format!("`{name}` needs instances of itself without end"));
    chain(reach, error.label(label).secondary(defined, "defined here"))
}

/// A type that needs others, and so on.
pub(super) fn type_without_end(reach: &Reach<'_>, ty: Ty) -> Diagnostic {
    let first = reach.open.nesting.first().copied().unwrap_or(ty);
    let span = match *reach.to.types.kind(first) {
        vex_ir::ty::TyKind::Apply(id, _) => reach.to.types.adts[id].span,
        _ => current_span(reach),
    };
    let message = format!("the type `{}` needs others without end", show(reach, first));
    let mut error = Diagnostic::error(WITHOUT_END, span, message);
    for step in reach.open.nesting.iter().skip(1).take(SHOWN - 1) {
        error = error.note(format!("which needs `{}`", show(reach, *step)));
    }
    chain(reach, error)
}

/// A method of a trait that no implementation has for these types.
pub(super) fn no_method(reach: &Reach<'_>, method: FnId, args: &[Ty], span: Span) -> Diagnostic {
    let (name, defined) = name(reach, method);
    let message = format!("no implementation has `{name}` for `{}`", show_all(reach, args));
    let error = Diagnostic::error(NOT_IMPLEMENTED, span, message).label("is needed here");
    chain(reach, error.secondary(defined, "declared here"))
}

pub(super) fn no_associated(reach: &Reach<'_>, of: Symbol, name: Symbol, given: &[Ty]) -> Diagnostic {
    let (ty, rest) = given.split_first().unwrap_or((&Ty::ERROR, &[]));
    let rest = if rest.is_empty() { String::new() } else { format!("<{}>", show_all(reach, rest)) };
    let (of, name) = (reach.cx.text(of), reach.cx.text(name));
    let message = format!("no implementation of `{of}{rest}` for `{}` has `{name}`", show(reach, *ty));
    chain(reach, Diagnostic::error(NOT_IMPLEMENTED, current_span(reach), message))
}

/// An argument that cannot stand where its parameter does.
pub(super) fn no_type(reach: &Reach<'_>, ty: Ty) -> Diagnostic {
    let message = format!("`{}` is no type with these arguments", show(reach, ty));
    chain(reach, Diagnostic::error(NO_LAYOUT, current_span(reach), message))
}

pub(super) fn no_layout(reach: &Reach<'_>, ty: Ty, why: LayoutError) -> Diagnostic {
    let (of, reason) = why.reason();
    let known = [of, ty].into_iter().find_map(|ty| reach.to.types.adt(ty).map(|def| def.span));
    let message = format!("the type `{}` {reason}", show(reach, of));
    chain(reach, Diagnostic::error(NO_LAYOUT, known.unwrap_or_else(|| current_span(reach)), message))
}

/// The function whose instance is looked at.
fn current_span(reach: &Reach<'_>) -> Span {
    let of = reach.open.current.map(|number| reach.open.made[number as usize].of);
    of.map_or(Span::NONE, |of| name(reach, of).1)
}
