//! Values that are written out: literals, and what is made of nothing else. A reference to one leads to read-only memory
//! that lasts as long as the program.

use super::*;

impl Body {
    /// Whether an expression is made of literals, constants and functions alone, without an operation that could fail.
    pub fn is_written_out(&self, items: &la_arena::Arena<Item>, id: ExprId) -> bool {
        let all = |list: &[ExprId]| list.iter().all(|e| self.is_written_out(items, *e));
        match self.exprs[id].kind {
            ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Null
            | ExprKind::Variant(..) => true,
            ExprKind::Call(callee, args) => {
                matches!(self.exprs[callee].kind, ExprKind::Variant(..)) && all(&self.expr_lists[args])
            }
            ExprKind::Item(item, args) => match items[item].kind {
                ItemData::Fn(_) => true,
                ItemData::Const { .. } => args.is_empty(),
                _ => false,
            },
            ExprKind::Ref(Mutability::Const, e) => self.is_written_out(items, e),
            ExprKind::Unary(UnOp::Neg, e) => {
                matches!(self.exprs[e].kind, ExprKind::Int { .. } | ExprKind::Float { .. })
            }
            // A string as a C string, `null` as any pointer, an array's address as a slice.
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => {
                let plain = matches!(self.exprs[e].kind, ExprKind::Str { .. } | ExprKind::Null | ExprKind::Ref(..));
                plain && self.is_written_out(items, e)
            }
            ExprKind::Tuple(list) | ExprKind::Array(list) => all(&self.expr_lists[list]),
            ExprKind::Repeat(value, _) => self.is_written_out(items, value),
            ExprKind::Struct { fields, base: None, .. } => {
                self.fields[fields].iter().all(|f| self.is_written_out(items, f.value))
            }
            // Everything else is computed when the program runs.
            _ => false,
        }
    }
}
