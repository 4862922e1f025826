//! Bodies without errors, of which Flow can be made.

use super::walk::Node;
use super::*;

impl Sigs {
    /// The constants that a body mentions, with where: Flow can be made of it once they have values. `None` if the body has
    /// errors, or depends on something that has.
    pub fn constants_in(&self, id: ItemId, body: &Body) -> Option<Vec<(ItemId, Span)>> {
        let mut found = Vec::new();
        let mut broken = false;
        self.items[id].walk(body, &mut |node| match node {
            Node::Expr(id) => {
                let Expr { kind, span } = body.exprs[id];
                match kind {
                    ExprKind::Error(_) => broken = true,
                    ExprKind::Item(item, _) if matches!(self.items[item].kind, ItemKind::Const { .. }) => {
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
        let of_its_type = match self.item_ty(id) {
            ItemTy::Value(ty) => body.root.is_some_and(|root| body.expr_ty(root) == ty),
            ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => true,
        };
        (!broken && of_its_type).then_some(found)
    }

    /// Whether Flow can be made of a body now.
    pub fn is_sound(&self, id: ItemId, body: &Body) -> bool {
        self.constants_in(id, body).is_some_and(|all| all.iter().all(|(id, _)| self.defs.value(*id).is_some()))
    }
}
