//! ABI strings become conventions.

use rustc_hash::FxHashMap;
use vex_ir::diag::closest;
use vex_ir::lang::{Desugared, Surface};
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::ty::Conv;
use vex_ir::{Code, Cx, Diagnostic};

const UNKNOWN_ABI: Code = Code("E0301");

/// Those of an item and of the function types in it.
pub(super) fn decide(cx: &mut Cx, item: &mut Item, body: &mut Write<Surface, Desugared, &mut Body>) {
    let own = match item.raw_mut() {
        ItemData::Fn(function) => convention(cx, &mut function.abi),
        ItemData::ExternBlock(block) => convention(cx, &mut block.abi),
        // The others have none, and what is in an extern block has the block's.
        _ => None,
    };
    if let Some(unknown) = own {
        report(cx, unknown);
    }
    if !body.may_have(Shapes::EXTERN_FN) {
        return;
    }
    let mut unknown = FxHashMap::default();
    for index in 0..body.types.len() {
        let id = TypeId::from_raw((index as u32).into());
        let TypeKind::Fn(mut sig) = body.type_expr(id) else { continue };
        unknown.extend(convention(cx, &mut sig.abi).map(|text| (id, text)));
        body.set_type(id, TypeKind::Fn(sig));
    }
    // Unreachable types belong to statements that could not be parsed; those are reported already.
    if !unknown.is_empty() {
        item.walk(body, &mut |node| match node {
            Node::Type(id) => unknown.get(&id).into_iter().for_each(|text| report(cx, *text)),
            Node::Expr(_) | Node::Pat(_) => {}
        });
    }
}

/// Replaces an ABI string by the convention that it names, or else by C's. Returns a string that names no convention.
fn convention(cx: &Cx, abi: &mut Abi) -> Option<Ident> {
    let Abi::Raw(text) = *abi else { return None };
    let known = Conv::from_name(cx.text(text.name));
    *abi = Abi::Conv(known.unwrap_or(Conv::C));
    known.is_none().then_some(text)
}

fn report(cx: &mut Cx, abi: Ident) {
    let text = cx.text(abi.name);
    let names: Vec<String> = Conv::NAMES.iter().map(|(n, _)| format!("\"{n}\"")).collect();
    let mut diagnostic = Diagnostic::error(UNKNOWN_ABI, abi.span, format!("invalid ABI: found \"{text}\""))
        .label("invalid ABI")
        .note(format!("the ABIs are {}", names.join(", ")));
    if let Some(close) = closest(text, Conv::NAMES.iter().map(|(n, _)| *n)) {
        diagnostic = diagnostic.fix(abi.span, format!("\"{close}\""), "there is an ABI with a similar name");
    }
    cx.emit(diagnostic);
}
