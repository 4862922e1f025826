//! Reports every construct of the language that no later pass takes yet, and takes it out.
//!
//! Language: Pruned -> Core
//! Establishes: no format string, `?` or `make` is left.
//! Preserves: everything else.
//!
//! Before:
//! ```vex
//! struct Point {
//!     x: i32,
//! }
//!
//! fn norm(p: &Point) -> i32 {
//!     p.x
//! }
//! ```
//! After:
//! ```vex
//! struct Point {
//!     x: i32,
//! }
//!
//! fn norm(p: &Point) -> i32 {
//!     p.x
//! }
//! ```

use vex_ir::lang::{Core, Pruned, Step};
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// A construct that this version does not support.
const NOT_SUPPORTED: Code = Code("E0299");

/// A body of which constructs are taken out.
type Gating<'a> = Write<Pruned, Core, &'a mut Body>;

pub fn run(cx: &mut Cx, mut ir: Step<Pruned, Core, &mut Program>) {
    let (Sigs { modules, items, .. }, mut bodies) = ir.split();
    for (_, module) in modules.iter() {
        let mut todo: Vec<ItemId> = module.items.iter().rev().copied().collect();
        while let Some(id) = todo.pop() {
            let mut inside = bodies.get_mut(id);
            let item = &items[id];
            if inside.may_have(Shapes::RICH) {
                body(cx, item, &mut inside);
            }
            todo.extend(item.inner_items(&inside).into_iter().rev());
        }
    }
}

fn report(cx: &mut Cx, span: Span, what: &str) {
    let message = format!("{what} not supported by this version of vexc");
    cx.emit(Diagnostic::error(NOT_SUPPORTED, span, message).label("not supported yet"));
}

/// What an expression is that cannot be taken, with its verb. Complete: what is added to the language stands in one of the arms.
fn unsupported_expr(kind: ExprKind<Pruned>) -> Option<&'static str> {
    Some(match kind {
        ExprKind::Format(_) => "format strings are",
        ExprKind::Try(_) => "the operator `?` is",
        ExprKind::Make(..) => "`make` is",
        ExprKind::Error(_)
        | ExprKind::Int { .. }
        | ExprKind::Float { .. }
        | ExprKind::Bool(_)
        | ExprKind::Char(_)
        | ExprKind::Str { .. }
        | ExprKind::Null
        | ExprKind::Path(_)
        | ExprKind::Member { .. }
        | ExprKind::Unary(..)
        | ExprKind::Binary(..)
        | ExprKind::And(..)
        | ExprKind::Or(..)
        | ExprKind::Assign(..)
        | ExprKind::AssignOp(..)
        | ExprKind::Call(..)
        | ExprKind::MethodCall { .. }
        | ExprKind::Field(..)
        | ExprKind::Index(..)
        | ExprKind::Cast(..)
        | ExprKind::Ref(..)
        | ExprKind::Deref(_)
        | ExprKind::Block(_)
        | ExprKind::If { .. }
        | ExprKind::While { .. }
        | ExprKind::Loop { .. }
        | ExprKind::For { .. }
        | ExprKind::Match(..)
        | ExprKind::Let(..)
        | ExprKind::Break { .. }
        | ExprKind::Continue { .. }
        | ExprKind::Return(_)
        | ExprKind::Range { .. }
        | ExprKind::Tuple(_)
        | ExprKind::Array(_)
        | ExprKind::Repeat(..)
        | ExprKind::Struct { .. }
        | ExprKind::OffsetOf(..) => return None,
    })
}

/// Looks at what is reachable: what `cfg-prune` took out is still in the arenas.
fn body(cx: &mut Cx, item: &Item, body: &mut Gating<'_>) {
    // With what has been reported around a node.
    let mut todo: Vec<(Node, Option<&str>)> = Vec::new();
    item.roots(body, &mut |node| todo.push((node, None)));
    todo.reverse();
    let mut found: Vec<ExprId> = Vec::new();
    while let Some((node, mut said)) = todo.pop() {
        if let Node::Expr(id) = node
            && let Some(what) = unsupported_expr(body.as_input().kind(id))
        {
            // `x??` is one thing to know.
            if said != Some(what) {
                report(cx, body.span(id), what);
            }
            said = Some(what);
            found.push(id);
        }
        let from = todo.len();
        body.children(node, &mut |child| todo.push((child, said)));
        todo[from..].reverse();
    }
    found.into_iter().for_each(|id| fail(body, id));
}

/// An expression becomes an error that keeps what is in it, for the names there.
fn fail(body: &mut Gating<'_>, id: ExprId) {
    let mut inner = Vec::new();
    body.children(id.into(), &mut |node| {
        if let Node::Expr(expr) = node {
            inner.push(expr);
        }
    });
    let inner = body.expr_lists.alloc(inner);
    body.set(id, ExprKind::Error(inner));
}
