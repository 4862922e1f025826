//! The predicates of `cfg`.

use vex_ir::diag::closest;
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// A `cfg` predicate that is not well formed.
const MALFORMED_CFG: Code = Code("E0107");

/// What `#[cfg(…)]` holds. Reports whatever is wrong; the result is then `None`.
pub fn only_predicate(cx: &mut Cx, attr: &RawAttr, span: Span) -> Option<CfgPred> {
    let RawValue::List(list, parens) = &attr.value else {
        let place = if matches!(attr.value, RawValue::None) { attr.name.span } else { span };
        cx.emit(malformed(place, "`cfg` needs a predicate in parentheses").note(EXAMPLE));
        return None;
    };
    match list.as_slice() {
        [one] => predicate(cx, one),
        [] => {
            cx.emit(malformed(*parens, "`cfg` needs a predicate").note(EXAMPLE));
            None
        }
        _ => {
            let inside = cx.snippet(*parens).to_string();
            let mut diagnostic = malformed(*parens, "`cfg` takes one predicate");
            diagnostic = diagnostic.label("these are several");
            if inside.starts_with('(') {
                diagnostic =
                    diagnostic.suggest(*parens, format!("(all{inside})"), "to require each of them, use `all`");
            }
            cx.emit(diagnostic);
            None
        }
    }
}

const EXAMPLE: &str = "for example `#[cfg(unix)]` or `#[cfg(target_os = \"linux\")]`";

fn malformed(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(MALFORMED_CFG, span, message)
}

pub fn predicate(cx: &mut Cx, raw: &RawAttr) -> Option<CfgPred> {
    match &raw.value {
        RawValue::None if raw.name.name == sym::TRUE => Some(CfgPred::Const(true)),
        RawValue::None if raw.name.name == sym::FALSE => Some(CfgPred::Const(false)),
        RawValue::None => Some(CfgPred::Flag(raw.name)),
        RawValue::Str(_, span) | RawValue::Int(_, span) if cx.text(raw.name.name).is_empty() => {
            cx.emit(
                malformed(*span, "a literal is not a predicate")
                    .label("expected a name or `name = \"value\"`")
                    .note(EXAMPLE),
            );
            None
        }
        RawValue::Str(value, span) => Some(CfgPred::Pair(raw.name, value.clone(), *span)),
        RawValue::Int(value, span) => {
            let diagnostic = malformed(*span, "the value in a predicate must be a string").label("not a string");
            cx.emit(diagnostic.fix(*span, format!("\"{value}\""), "put it in quotes"));
            None
        }
        RawValue::List(list, parens) => combined(cx, raw.name, list, *parens),
    }
}

/// `all(…)`, `any(…)`, `not(…)`
fn combined(cx: &mut Cx, name: Ident, list: &[RawAttr], parens: Span) -> Option<CfgPred> {
    // Each operand is looked at, so that each problem is reported.
    let operands: Vec<Option<CfgPred>> = list.iter().map(|raw| predicate(cx, raw)).collect();
    let operands: Option<Vec<CfgPred>> = operands.into_iter().collect();
    match name.name {
        sym::ALL => operands.map(CfgPred::All),
        sym::ANY => operands.map(CfgPred::Any),
        sym::NOT if list.len() == 1 => operands?.pop().map(|operand| CfgPred::Not(Box::new(operand))),
        sym::NOT => {
            let count = if list.is_empty() { "none" } else { "several" };
            cx.emit(malformed(parens, "`not` takes one predicate").label(format!("{count} given")));
            None
        }
        _ => {
            let text = cx.text(name.name);
            let message = format!("`{text}(…)` is not a predicate");
            let mut diagnostic = malformed(name.span, message).label("expected `all`, `any` or `not`");
            if let Some(close) = closest(text, ["all", "any", "not"]) {
                diagnostic = diagnostic.suggest(name.span, close, "a similar name is known");
            }
            cx.emit(diagnostic);
            None
        }
    }
}
