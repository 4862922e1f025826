//! Parameters of items, and what is said of them.

use super::{GenericParam, Item, ItemId};
use crate::ty::{Ty, TyKind, Types};
use crate::{Code, Cx, Diagnostic, Span};
use la_arena::Arena;

/// A type whose values are moved is given where they have to be copied.
pub const BOUND_NOT_MET: Code = Code("E0348");

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
    let label = match names.is_empty() {
        true => "not generic".to_string(),
        false => format!("as in `{name}{before}{}>`", names.join(", ")),
    };
    Diagnostic::error(WRONG_NUMBER_OF_ARGUMENTS, span, message).label(label).secondary(item.name.span, "declared here")
}

/// The parameters that are in scope in an item: those of what it is a member of, then its own.
pub fn in_scope(items: &Arena<Item>, id: ItemId) -> impl Iterator<Item = &GenericParam> {
    let around = items[id].member_of.map_or(&[][..], |around| items[around].params());
    around.iter().chain(items[id].params())
}

/// Says that values of a type are moved, where an item's parameters are in scope and a bound wants values to be copied.
pub fn not_copy(cx: &Cx, types: &Types, items: &Arena<Item>, (id, ty): (ItemId, Ty), span: Span) -> Diagnostic {
    let shown = types.show(&cx.interner, ty);
    let diagnostic = Diagnostic::error(BOUND_NOT_MET, span, format!("values of `{shown}` may have to be moved"))
        .label("the bound `Copy` is not met");
    match types.kind(ty) {
        TyKind::Param(position, _) => bound_with(cx, items, (id, *position), "Copy", diagnostic),
        // What has no bounds of its own.
        _ => diagnostic,
    }
}

/// Offers to bind a parameter that is in scope in an item.
pub fn bound_with(
    cx: &Cx,
    items: &Arena<Item>,
    (id, position): (ItemId, u32),
    bound: &str,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let around = items[id].member_of.filter(|around| items[*around].is_trait()).or(items[id].is_trait().then_some(id));
    let Some(position) = (position as usize).checked_sub(usize::from(around.is_some())) else {
        return bound_trait(cx, items, around, bound, diagnostic);
    };
    let Some(param) = in_scope(items, id).nth(position) else { return diagnostic };
    if param.bounds.is_empty() {
        return diagnostic.fix(param.name.span, format!("{}: {bound}", cx.text(param.name.name)), "bind the parameter");
    }
    // In front of the bounds that it has.
    let from = param.name.span.hi;
    let declared =
        items[id].member_of.into_iter().chain([id]).map(|item| items[item].span).find(|s| s.lo <= from && from <= s.hi);
    let colon = declared.and_then(|span| cx.snippet(Span::new(from, span.hi)).find(':'));
    match colon {
        Some(at) => {
            let after = from + at as u32 + 1;
            diagnostic.fix(Span::new(after, after), format!(" {bound} +"), "bind the parameter")
        }
        None => diagnostic,
    }
}

/// Offers to make a trait one that only what has another has.
fn bound_trait(
    cx: &Cx,
    items: &Arena<Item>,
    around: Option<ItemId>,
    bound: &str,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let Some(item) = around.map(|around| &items[around]) else { return diagnostic };
    let name = cx.text(item.name.name);
    diagnostic.note(format!("`trait {name}: {bound}` asks it of every type that has `{name}`"))
}
