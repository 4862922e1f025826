//! Computes the values of constants and statics.
//!
//! Language: Typed -> Valued
//! Establishes: `consts.values` has a value for every constant and every static with an initializer.
//! Preserves: the tree itself.
//!
//! Before:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```
//! After:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```

mod expr;
mod method;

use vex_ir::lang::{Step, Typed, Valued};
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::value::{Const, ConstId, ConstKind};
use vex_ir::{Code, Cx, Diagnostic, Span};

const CYCLIC_CONSTANT: Code = Code("E0502");

/// Constants that refer to each other deeper than this are refused.
const MAX_DEPTH: u32 = 500;

/// Evaluates every constant and static of the program.
pub fn run(cx: &mut Cx, ir: Step<Typed, Valued, &mut Program>) {
    let ir = ir.into_inner();
    ir.consts.values = vec![None; ir.items.len()];
    let mut evaluator = Evaluator { cx, ir, running: vec![false; 0], depth: 0, owner: None };
    evaluator.running = vec![false; evaluator.ir.items.len()];
    for id in evaluator.ir.live.clone() {
        let item = &evaluator.ir.items[id];
        if matches!(item.kind, ItemKind::Const { .. } | ItemKind::Static { .. }) && evaluator.ir.bodies[id].root.is_some() {
            evaluator.item(id, Span::NONE);
        }
    }
}

struct Evaluator<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    /// By item: whether its value is being computed.
    running: Vec<bool>,
    depth: u32,
    /// The item whose body is being evaluated.
    owner: Option<ItemId>,
}

impl Evaluator<'_> {
    /// The value of a constant, computed on first use.
    fn item(&mut self, id: ItemId, used: Span) -> ConstId {
        if let Some(value) = self.ir.consts.values[item_index(id)] {
            return value;
        }
        let Some(root) = self.ir.bodies[id].root else { return self.error() };
        if self.running[item_index(id)] || self.depth >= MAX_DEPTH {
            return self.cycle(id, used);
        }
        self.running[item_index(id)] = true;
        self.depth += 1;
        let owner = self.owner.replace(id);
        let mut value = self.expr(root);
        // Of another type: `type-check` said so, and what is computed with it would only say it again.
        if let ItemTy::Value(ty) = self.ir.item_ty(id)
            && self.ir.consts.data[value].ty != ty
        {
            value = self.error();
        }
        self.owner = owner;
        self.depth -= 1;
        self.running[item_index(id)] = false;
        self.ir.consts.values[item_index(id)] = Some(value);
        value
    }

    fn cycle(&mut self, id: ItemId, used: Span) -> ConstId {
        let name = self.ir.items[id].name;
        let text = self.cx.text(name.name);
        let message = format!("the value of `{text}` depends on itself, or through more than {MAX_DEPTH} others");
        let diagnostic =
            Diagnostic::error(CYCLIC_CONSTANT, name.span, message).label("declared here").secondary(used, "needed here");
        self.cx.emit(diagnostic);
        self.error()
    }

    fn make(&mut self, ty: Ty, kind: ConstKind) -> ConstId {
        self.ir.consts.data.alloc(Const { ty, kind })
    }

    fn error(&mut self) -> ConstId {
        self.make(Ty::ERROR, ConstKind::Error)
    }

    fn kind(&self, id: ConstId) -> &ConstKind {
        &self.ir.consts.data[id].kind
    }
}
