//! Parameters of items, and what is said of them.

use super::{GenericParam, Item};
use crate::ty::{Ty, TyKind, Types};
use crate::{Code, Cx, Diagnostic, Span};

/// A type whose values are moved is given where they have to be copied.
const BOUND_NOT_MET: Code = Code("E0348");

/// More or fewer arguments than there are parameters.
const WRONG_NUMBER_OF_ARGUMENTS: Code = Code("E0347");

/// Says that an item does not take so many arguments.
pub fn wrong_number(cx: &Cx, item: &Item, given: usize, span: Span) -> Diagnostic {
    let (wanted, name) = (item.params().len(), cx.text(item.name.name));
    let plural = if wanted == 1 { "" } else { "s" };
    let message = format!("`{name}` takes {wanted} type argument{plural}, {given} given");
    let names: Vec<&str> = item.params().iter().map(|param| cx.text(param.name.name)).collect();
    // Behind the name of a value, `<` is an operator.
    let before = if item.as_fn().is_some() { "::<" } else { "<" };
    Diagnostic::error(WRONG_NUMBER_OF_ARGUMENTS, span, message)
        .label(format!("as in `{name}{before}{}>`", names.join(", ")))
        .secondary(item.name.span, "declared here")
}

/// Says that values of a type are moved, where these parameters are in scope and a bound wants values to be copied.
pub fn not_copy(cx: &Cx, types: &Types, params: &[GenericParam], ty: Ty, span: Span) -> Diagnostic {
    let shown = types.show(&cx.interner, ty);
    let diagnostic = Diagnostic::error(BOUND_NOT_MET, span, format!("values of `{shown}` may have to be moved"))
        .label("the bound `Copy` is not met");
    let TyKind::Param(position, _) = types.kind(ty) else { return diagnostic };
    match params.get(*position as usize) {
        Some(param) if param.bounds.is_empty() => {
            let text = format!("{}: Copy", cx.text(param.name.name));
            diagnostic.fix(param.name.span, text, "bind the parameter")
        }
        _ => diagnostic,
    }
}
