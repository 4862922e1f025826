//! Parameters of items, and what is said of them.

use super::{GenericParam, Item, ItemId};
use crate::ty::{Ty, TyKind, Types};
use crate::{Code, Cx, Diagnostic, Span};
use la_arena::Arena;

/// A type whose values are moved is given where they have to be copied.
pub const BOUND_NOT_MET: Code = Code("E0348");

/// A number where a type is wanted, or the other way round.
pub const WRONG_KIND: Code = Code("E0355");

/// A number that is no value of the type of its parameter.
const WRONG_NUMBER: Code = Code("E0356");

/// More or fewer arguments than there are parameters.
const WRONG_NUMBER_OF_ARGUMENTS: Code = Code("E0347");

/// Says that an item does not take so many arguments.
pub fn wrong_number(cx: &Cx, item: &Item, given: usize, span: Span) -> Diagnostic {
    let (wanted, name) = (item.params().len(), cx.text(item.name.name));
    let plural = if wanted == 1 { "" } else { "s" };
    let what = if item.params().iter().any(|param| param.number.is_some()) { "" } else { "type " };
    let message = format!("`{name}` takes {wanted} {what}argument{plural}, {given} given");
    let names: Vec<&str> = item.params().iter().map(|param| cx.text(param.name.name)).collect();
    // Behind the name of a value, `<` is an operator.
    let before = if item.as_fn().is_some() { "::<" } else { "<" };
    let label = match names.is_empty() {
        true => "not generic".to_string(),
        false => format!("as in `{name}{before}{}>`", names.join(", ")),
    };
    Diagnostic::error(WRONG_NUMBER_OF_ARGUMENTS, span, message).label(label).secondary(item.name.span, "declared here")
}

/// What is given for a parameter of an item.
#[derive(Clone, Copy)]
pub struct Given {
    /// The item, which of the parameters that it has in scope, and the type of that, if it is a number.
    pub of: (ItemId, usize),
    pub wanted: Option<Ty>,
    pub arg: Ty,
    /// The type of a constant that it is.
    pub constant: Option<Ty>,
    pub span: Span,
}

/// Says that something cannot be given for a parameter; `own`: the parameters that are in scope where it is.
pub fn wrong_kind(
    cx: &Cx,
    types: &Types,
    items: &Arena<Item>,
    given: Given,
    own: &[crate::ty::GenericParam],
) -> Option<Diagnostic> {
    let Given { of: (item, position), wanted, arg, constant, span } = given;
    if types.mentions_error(arg) || wanted == Some(Ty::ERROR) {
        return None;
    }
    let of = match types.kind(arg) {
        TyKind::Number(_) => Some(constant),
        TyKind::Param(position, _) => own.get(*position as usize).and_then(|param| param.number).map(Some),
        // A type.
        _ => None,
    };
    let param = at(items, item, position)?;
    let (shown, name) = (types.show(&cx.interner, arg), cx.text(param.name.name));
    let show = |ty: Ty| types.show(&cx.interner, ty);
    let diagnostic = match (wanted, of) {
        (None, None) => return None,
        (None, Some(_)) => {
            let message = format!("`{shown}` is a number, and `{name}` is a type");
            Diagnostic::error(WRONG_KIND, span, message).label("not a type")
        }
        (Some(number), None) => {
            let message = format!("`{shown}` is a type, and `{name}` is a number, of type `{}`", show(number));
            Diagnostic::error(WRONG_KIND, span, message).label("not a number")
        }
        (Some(number), Some(Some(of))) if of != number && !widens(of, number, types.kind(arg)) => {
            let message = format!("`{name}` is of type `{}`, and this is of type `{}`", show(number), show(of));
            Diagnostic::error(WRONG_NUMBER, span, message).label("another type")
        }
        (Some(number), Some(_)) => {
            let TyKind::Number(value) = types.kind(arg) else { return None };
            if value.fits(number, cx.target.pointer_bits) {
                return None;
            }
            let message = format!("`{shown}` is no value of `{}`, the type of `{name}`", show(number));
            Diagnostic::error(WRONG_NUMBER, span, message).label("not possible here")
        }
    };
    Some(diagnostic.secondary(param.name.span, "declared here"))
}

/// Whether a constant is converted to the type of a parameter. What stands for a parameter has its type already.
fn widens(from: Ty, to: Ty, arg: &TyKind) -> bool {
    match (from.as_int(), to.as_int()) {
        (Some(from), Some(to)) => from.widens_to(to) && matches!(arg, TyKind::Number(_)),
        _ => false,
    }
}

/// Says that a parameter cannot be the length of an array, if it can't.
pub fn wrong_length(
    cx: &Cx,
    types: &Types,
    items: &Arena<Item>,
    (id, position): (ItemId, u32),
    number: Option<Ty>,
    span: Span,
) -> Option<Diagnostic> {
    let number = number.filter(|ty| *ty != Ty::USIZE && *ty != Ty::ERROR)?;
    let param = at(items, id, position as usize)?;
    let (name, shown) = (cx.text(param.name.name), types.show(&cx.interner, number));
    let message = format!("the length of an array is a `usize`, and `{name}` is of type `{shown}`");
    let diagnostic = Diagnostic::error(WRONG_NUMBER, span, message).label("another type");
    Some(diagnostic.secondary(param.name.span, "declared here"))
}

/// The parameters that are in scope in an item: those of what it is a member of, then its own.
pub fn in_scope(items: &Arena<Item>, id: ItemId) -> impl Iterator<Item = &GenericParam> {
    let around = items[id].member_of.map_or(&[][..], |around| items[around].params());
    around.iter().chain(items[id].params())
}

/// The parameter of a position that is in scope in an item; that of a trait at 0 is what has it, and not written.
fn at(items: &Arena<Item>, id: ItemId, position: usize) -> Option<&GenericParam> {
    let of_trait = items[id].is_trait() || items[id].member_of.is_some_and(|around| items[around].is_trait());
    in_scope(items, id).nth(position.checked_sub(usize::from(of_trait))?)
}

/// Says that values of a type are moved, where an item's parameters are in scope and a bound wants values to be copied.
pub fn not_copy(cx: &Cx, types: &Types, items: &Arena<Item>, (id, ty): (ItemId, Ty), span: Span) -> Diagnostic {
    let shown = types.show(&cx.interner, ty);
    let diagnostic = Diagnostic::error(BOUND_NOT_MET, span, format!("values of `{shown}` may have to be moved"))
        .label("the bound `Copy` is not met");
    match types.kind(ty) {
        TyKind::Param(position, _) => bound_with(cx, items, (id, *position), "Copy", diagnostic),
        _ if types.needs_drop(ty) => {
            diagnostic.note("something is done where they end, once: they, or a part, have `Drop`")
        }
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
