//! `inline`, `cold` and `no_intrinsic` on an extern block hold for each member that says nothing else.

use std::mem::{Discriminant, discriminant};
use vex_ir::lang::Desugared;
use vex_ir::tree::*;

pub fn over_members(ir: &mut Program) {
    for index in 0..ir.items.len() {
        let id = ItemId::from_raw((index as u32).into());
        // Blocks without attributes are the rule.
        if ir.items[id].attrs.is_empty() {
            continue;
        }
        let ItemKind::ExternBlock(block) = ir.items[id].kind::<Desugared>() else { continue };
        let members = block.members.clone();
        let spread: Vec<Attr> = ir.items[id].attrs.iter().filter_map(|attr| part(attr, true)).collect();
        if spread.is_empty() {
            continue;
        }
        ir.items[id].attrs = ir.items[id].attrs.iter().filter_map(|attr| part(attr, false)).collect();
        for member in members {
            let member = &mut ir.items[member];
            // Of the members, only functions are called.
            if member.as_fn().is_some() {
                let inherited: Vec<Attr> = spread.iter().filter_map(|attr| unless_said(attr, &member.attrs)).collect();
                member.attrs.extend(inherited);
            }
        }
    }
}

/// What of an attribute goes to the members, or what stays on the block.
fn part(attr: &Attr, to_members: bool) -> Option<Attr> {
    match attr.kind::<Desugared>() {
        AttrKind::CfgAttr(pred, attrs) => {
            let attrs: Vec<Attr> = attrs.iter().filter_map(|attr| part(attr, to_members)).collect();
            (!attrs.is_empty()).then(|| Attr::new(AttrData::CfgAttr(pred.clone(), attrs), attr.span))
        }
        AttrKind::Cfg(_) => (!to_members).then(|| attr.clone()),
        AttrKind::Typed(kind) => (for_members(kind) == to_members).then(|| attr.clone()),
    }
}

fn for_members(kind: &TypedAttr) -> bool {
    matches!(kind, TypedAttr::Inline(_) | TypedAttr::Cold | TypedAttr::NoIntrinsic)
}

/// The block's attribute as a member gets it: only where the member itself says nothing of the kind. What the member says
/// may depend on a condition; then the block's depends on the opposite.
fn unless_said(attr: &Attr, own: &[Attr]) -> Option<Attr> {
    let kind = match attr.kind::<Desugared>() {
        AttrKind::CfgAttr(pred, attrs) => {
            let attrs: Vec<Attr> = attrs.iter().filter_map(|attr| unless_said(attr, own)).collect();
            return (!attrs.is_empty()).then(|| Attr::new(AttrData::CfgAttr(pred.clone(), attrs), attr.span));
        }
        // Stays on the block.
        AttrKind::Cfg(_) => return None,
        AttrKind::Typed(kind) => kind,
    };
    let mut said = Vec::new();
    conditions(own, discriminant(kind), &[], &mut said);
    if said.iter().any(|condition| *condition == CfgPred::All(Vec::new())) {
        return None;
    }
    if said.is_empty() {
        return Some(attr.clone());
    }
    let opposite = CfgPred::Not(Box::new(if said.len() == 1 { said.remove(0) } else { CfgPred::Any(said) }));
    Some(Attr::new(AttrData::CfgAttr(opposite, vec![attr.clone()]), attr.span))
}

/// Under which conditions a list has an attribute of a kind; `all()` stands for always.
fn conditions(attrs: &[Attr], kind: Discriminant<TypedAttr>, under: &[CfgPred], out: &mut Vec<CfgPred>) {
    for attr in attrs {
        match attr.kind::<Desugared>() {
            AttrKind::CfgAttr(pred, attrs) => {
                let under = [under, std::slice::from_ref(pred)].concat();
                conditions(attrs, kind, &under, out);
            }
            AttrKind::Typed(own) if discriminant(own) == kind => out.push(match under {
                [only] => only.clone(),
                _ => CfgPred::All(under.to_vec()),
            }),
            AttrKind::Typed(_) | AttrKind::Cfg(_) => {}
        }
    }
}
