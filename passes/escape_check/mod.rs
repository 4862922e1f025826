//! Reports functions that return the address of one of their own variables.
//!
//! Language: Typed -> Typed
//! Establishes: nothing; reports.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! fn first(p: &[i32]) -> &i32 {
//!     &p[0]
//! }
//! ```
//! After:
//! ```vex
//! fn first(p: &[i32]) -> &i32 {
//!     &p[0]
//! }
//! ```

use vex_ir::lang::Typed;
use vex_ir::stack::deep;
use vex_ir::tree::place::Root;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic};

const LOCAL_ADDRESS_RETURNED: Code = Code("E0527");

/// Checks one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Typed>) {
    let item = &sigs.items[id];
    let (Some(root), Some(_), ItemTy::Fn(ty)) = (body.root, item.as_fn(), sigs.item_ty(id)) else { return };
    let returns_address = sigs.types.sig(ty).is_some_and(|sig| sigs.types.pointee(sig.ret).is_some());
    if !returns_address {
        return;
    }
    let mut visitor = EscapeVisitor { cx, types: &sigs.types, items: &sigs.items, body };
    visitor.value(root);
    item.walk(body.get(), &mut |node| {
        if let walk::Node::Expr(id) = node
            && let ExprKind::Return(Some(value)) = body.kind(id)
        {
            visitor.value(value);
        }
    });
}

struct EscapeVisitor<'a> {
    cx: &'a mut Cx,
    types: &'a Types,
    items: &'a la_arena::Arena<Item>,
    body: Read<'a, Typed>,
}

impl EscapeVisitor<'_> {
    /// Looks at what an expression gives, wherever that stands.
    fn value(&mut self, id: ExprId) {
        deep(|| self.value_here(id));
    }

    fn value_here(&mut self, id: ExprId) {
        match self.body.kind(id) {
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => self.value(e),
            ExprKind::Block(block) => {
                if let Some(tail) = self.body.tail(block) {
                    self.value(tail);
                }
            }
            ExprKind::If { then, els, .. } => {
                self.value(then);
                els.into_iter().for_each(|e| self.value(e));
            }
            ExprKind::Match(_, arms) => {
                for arm in &self.body.get().arms[arms] {
                    self.value(arm.body);
                }
            }
            ExprKind::Ref(_, place) => self.place(id, place),
            ExprKind::Index(base, index) if matches!(self.body.kind(index), ExprKind::Range { .. }) => {
                self.place(id, base);
            }
            ExprKind::Method(method, args) if method.lends() => {
                let receiver = self.body.expr_lists[args][0];
                if let TyKind::Array(..) | TyKind::OpenArray(..) = self.types.kind(self.body.expr_ty(receiver)) {
                    self.place(id, receiver);
                }
            }
            // Where any other value comes from does not show here.
            _ => {}
        }
    }

    /// Reports a place that is gone when the function has returned.
    fn place(&mut self, id: ExprId, place: ExprId) {
        match self.body.place_root(self.types, place) {
            (_, Root::Local(local)) if self.types.is_fat(self.body.locals[local].ty) => {}
            (_, Root::Local(local)) => {
                let info = self.body.locals[local];
                let text = self.cx.text(info.name);
                let message = format!("the address of `{text}` does not outlive the function");
                let diagnostic = Diagnostic::error(LOCAL_ADDRESS_RETURNED, self.body.exprs[id].span, message)
                    .label(format!("`{text}` is gone when the function has returned"))
                    .secondary(info.span, "a variable of the function")
                    .note("return the value itself, or write to memory that the caller gives");
                self.cx.emit(diagnostic);
            }
            // Memory that does not belong to the function, and places in error.
            (_, Root::Behind(_) | Root::Item(_) | Root::Error) => {}
            (value, Root::Value) => self.temporary(id, value),
        }
    }

    /// Reports a value that was computed on the way. What is written out lasts as long as the program.
    fn temporary(&mut self, id: ExprId, value: ExprId) {
        let reads = matches!(self.body.kind(id), ExprKind::Ref(Mutability::Const, _));
        if self.body.expr_ty(value) == Ty::ERROR || reads && self.body.is_written_out(self.items, value) {
            return;
        }
        let span = self.body.exprs[id].span;
        let diagnostic = Diagnostic::error(
            LOCAL_ADDRESS_RETURNED,
            span,
            "the address of a temporary value does not outlive the function",
        )
        .label("the value is gone when the function has returned")
        .note("return the value itself, or write to memory that the caller gives");
        self.cx.emit(diagnostic);
    }
}
