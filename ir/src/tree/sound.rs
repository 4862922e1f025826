//! Bodies without errors, of which Flow can be made.

use super::walk::Node;
use super::*;

/// An item that a body mentions, and where; of an enum which variant.
#[derive(Clone, Copy)]
pub struct Mention {
    pub item: ItemId,
    pub variant: Option<u32>,
    pub span: Span,
}

impl Sigs {
    /// The items that expressions of a body mention: Flow can be made of it once constants and variants among them have values. `None`
    /// if the body has errors.
    pub fn mentions_in(&self, id: ItemId, body: &Body) -> Option<Vec<Mention>> {
        let mut found = Vec::new();
        let mut broken = body.broken;
        self.items[id].walk(body, &mut |node| match node {
            Node::Expr(id) => {
                let Expr { kind, span } = body.exprs[id];
                match kind {
                    ExprKind::Error(_) => broken = true,
                    ExprKind::Item(item, _) => found.push(Mention { item, variant: None, span }),
                    ExprKind::Variant(item, index, _) => found.push(Mention { item, variant: Some(index), span }),
                    // Mentions no item.
                    _ => {}
                }
                broken |= body.expr_ty(id) == Ty::ERROR;
            }
            Node::Pat(id) => broken |= matches!(body.pats[id].kind, PatKind::Error),
            Node::Type(id) => broken |= matches!(body.types[id].kind, TypeKind::Error),
        });
        (!broken).then_some(found)
    }

    /// Whether Flow can be made of a body now.
    pub fn is_sound(&self, id: ItemId, body: &Body) -> bool {
        let has_value = |mention: &Mention| match (&self.items[mention.item].kind, mention.variant) {
            (ItemData::Const { .. }, _) => self.is_open_const(mention.item) || self.defs.value(mention.item).is_some(),
            (_, Some(index)) => self.variant_has_value(mention.item, index),
            // The others can be mentioned without their value.
            _ => true,
        };
        self.mentions_in(id, body).is_some_and(|all| all.iter().all(has_value))
    }
}
