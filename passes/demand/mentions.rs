//! How an initializer mentions statics, which have no value yet.

use rustc_hash::FxHashMap;
use vex_ir::Span;
use vex_ir::flow::GlobalId;
use vex_ir::lang::{Closed, Declared};
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;

/// How an initializer mentions a static: where it reads it, or else takes its address.
pub(super) enum StaticMention {
    Read(Span),
    Address(Span),
}

/// The first mention of a static. Statements do not say it: a variable is read where its value is used.
pub(super) fn of_static(ir: &Program, id: ItemId, global: GlobalId) -> Option<StaticMention> {
    let (item, body) = (&ir.items[id], &ir.bodies[id]);
    let body = Read::<Declared>::new(body);
    let is_it = |id: ExprId| match body.kind(id) {
        ExprKind::Item(item, _) => {
            matches!(ir.items[item].kind::<Closed>(), ItemKind::Static { .. }) && ir.defs.global(item) == Some(global)
        }
        // Mentions no item.
        _ => false,
    };
    let mut addressed = FxHashMap::default();
    let (mut read, mut address) = (None, None);
    item.walk(&body, &mut |node| {
        let Node::Expr(id) = node else { return };
        if let ExprKind::Ref(_, place) = body.kind(id) {
            // Parents come first.
            addressed.insert(body.place_root(&ir.types, place).0, body.exprs[id].span);
        }
        if is_it(id) {
            match addressed.get(&id) {
                Some(span) => address = address.or(Some(*span)),
                None => read = read.or(Some(body.exprs[id].span)),
            }
        }
    });
    read.map(StaticMention::Read).or(address.map(StaticMention::Address))
}
