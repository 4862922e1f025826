//! What the body of an item mentions: the constants that it needs before it can be built, and the statics that have no value yet.

use rustc_hash::FxHashMap;
use vex_ir::Span;
use vex_ir::flow::GlobalId;
use vex_ir::lang::Declared;
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::ty::Ty;

/// How an initializer mentions a static: where it reads it, or else takes its address.
pub(super) enum Mention {
    Read(Span),
    Address(Span),
}

/// The first mention of a static. Statements do not say it: a variable is read where its value is used.
pub(super) fn of_static(ir: &Program, id: ItemId, global: GlobalId) -> Option<Mention> {
    let (item, body) = (&ir.items[id], &ir.bodies[id]);
    let is_it = |id: ExprId| match body.exprs[id].kind {
        ExprKind::Item(item, _) => {
            matches!(ir.items[item].kind, ItemKind::Static { .. }) && ir.defs.global(item) == Some(global)
        }
        // Mentions no item.
        _ => false,
    };
    let places = Read::<Declared>::new(body);
    let mut addressed = FxHashMap::default();
    let (mut read, mut address) = (None, None);
    item.walk(body, &mut |node| {
        let Node::Expr(id) = node else { return };
        if let ExprKind::Ref(_, place) = body.exprs[id].kind {
            // Parents come first.
            addressed.insert(places.place_root(&ir.types, place).0, body.exprs[id].span);
        }
        if is_it(id) {
            match addressed.get(&id) {
                Some(span) => address = address.or(Some(*span)),
                None => read = read.or(Some(body.exprs[id].span)),
            }
        }
    });
    read.map(Mention::Read).or(address.map(Mention::Address))
}

/// The constants that an item mentions, with where. `None` if the item has errors.
pub(super) fn constants(ir: &Program, id: ItemId) -> Option<Vec<(ItemId, Span)>> {
    let (item, body) = (&ir.items[id], &ir.bodies[id]);
    let mut found = Vec::new();
    let mut broken = false;
    item.walk(body, &mut |node| match node {
        Node::Expr(id) => {
            let Expr { kind, span } = body.exprs[id];
            match kind {
                ExprKind::Error(_) => broken = true,
                ExprKind::Item(item, _) if matches!(ir.items[item].kind, ItemKind::Const { .. }) => {
                    found.push((item, span));
                }
                // Mentions no constant.
                _ => {}
            }
            broken |= body.expr_ty(id) == Ty::ERROR;
        }
        Node::Pat(id) => broken |= matches!(body.pats[id].kind, PatKind::Error),
        Node::Type(id) => broken |= matches!(body.types[id].kind, TypeKind::Error),
    });
    // Of another type: `type-check` said so.
    let of_its_type = match ir.item_ty(id) {
        ItemTy::Value(ty) => body.root.is_some_and(|root| body.expr_ty(root) == ty),
        ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => true,
    };
    (!broken && of_its_type).then_some(found)
}
