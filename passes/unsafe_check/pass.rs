//! Reports what needs `unsafe` and stands outside, and `unsafe` blocks without need.
//!
//! Language: Typed -> Typed
//! Establishes: nothing; reports.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! unsafe fn read(p: *i32) -> i32 {
//!     *p
//! }
//! ```
//! After:
//! ```vex
//! unsafe fn read(p: *i32) -> i32 {
//!     *p
//! }
//! ```

use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const E0520: Code = Code("E0520");
const E0521: Code = Code("E0521");

/// Checks one item.
pub fn run(cx: &mut Cx, ir: &mut Program, id: ItemId) {
    let item = &ir.items[id];
    let Some(root) = item.body.root else { return };
    let inside = item.as_fn().is_some_and(|f| f.is_unsafe);
    let quiet = allows(cx, item);
    let mut checker = Checker { cx, ir, body: &item.body, contexts: Vec::new(), quiet };
    if inside {
        checker.contexts.push(true);
    }
    checker.expr(root);
}

/// Whether the item says that needless `unsafe` is fine.
fn allows(cx: &Cx, item: &Item) -> bool {
    item.has_attr(|a| matches!(a, AttrKind::Lint { level: LintLevel::Allow, name } if cx.text(name.name) == "unused_unsafe"))
}

struct Checker<'a> {
    cx: &'a mut Cx,
    ir: &'a Program,
    body: &'a Body,
    /// For each `unsafe` around: whether something needed it.
    contexts: Vec<bool>,
    quiet: bool,
}

impl Checker<'_> {
    fn expr(&mut self, id: ExprId) {
        let Expr { kind, span } = self.body.exprs[id];
        match kind {
            ExprKind::Block(block) if block.is_unsafe => return self.unsafe_block(id, span),
            ExprKind::Call(callee, _) => self.call(callee, span),
            ExprKind::Deref(pointer) if self.ir.types.is_raw_ptr(self.body.expr_ty(pointer)) => {
                self.need(span, "dereferencing a raw pointer", "the pointer may be null, dangling or unaligned");
            }
            ExprKind::Item(item, _) => self.item(item, span),
            ExprKind::Field(base, _) if self.is_union(base) => {
                self.need(span, "reading a union field", "the union may hold another field");
            }
            // Writing a field of a union looks at nothing that was there.
            ExprKind::Assign(place, value) => {
                self.written(place);
                return self.expr(value);
            }
            ExprKind::Method(method, _) => self.method(method, span),
            // Half of all expressions have nothing inside.
            ExprKind::Local(_) | ExprKind::Int { .. } | ExprKind::Str { .. } | ExprKind::Bool(_) => return,
            // Nothing else needs it.
            _ => {}
        }
        self.children(id);
    }

    fn children(&mut self, id: ExprId) {
        let body = self.body;
        body.children(id.into(), &mut |node| {
            if let Node::Expr(e) = node {
                self.expr(e);
            }
        });
    }

    fn written(&mut self, place: ExprId) {
        match self.body.exprs[place].kind {
            ExprKind::Field(base, _) if self.is_union(base) => self.written(base),
            ExprKind::Paren(inner) => self.written(inner),
            _ => self.expr(place),
        }
    }

    fn is_union(&self, base: ExprId) -> bool {
        let ty = self.body.expr_ty(base);
        self.ir.types.adt(ty).is_some_and(|adt| matches!(adt.kind, AdtKind::Union(_)))
    }

    fn unsafe_block(&mut self, id: ExprId, span: Span) {
        let nested = !self.contexts.is_empty();
        self.contexts.push(false);
        self.children(id);
        let needed = self.contexts.pop().unwrap_or(true);
        let head = Span::new(span.lo, (span.lo + "unsafe".len() as u32).min(span.hi));
        if self.quiet || needed && !nested {
            return;
        }
        // In an `unsafe fn` and inside another `unsafe` block, an inner one that something needs is fine style.
        if !needed {
            let diagnostic = Diagnostic::warning(E0521, "unused_unsafe", head, "unnecessary `unsafe` block")
                .label("nothing in it needs `unsafe`");
            self.cx.emit(diagnostic);
        }
    }

    fn call(&mut self, callee: ExprId, span: Span) {
        let ty = self.body.expr_ty(callee);
        if let ExprKind::Item(item, _) = self.body.exprs[callee].kind
            && self.ir.items[item].is_foreign()
        {
            let name = self.cx.text(self.ir.items[item].name.name).to_string();
            return self.need(span, &format!("calling the extern function `{name}`"), "the compiler cannot see what it does");
        }
        if self.ir.types.sig(ty).is_some_and(|sig| sig.is_unsafe) {
            self.need(span, "calling an `unsafe fn`", "its documentation says what the caller has to see to");
        }
    }

    fn item(&mut self, item: ItemId, span: Span) {
        let definition = &self.ir.items[item];
        match definition.kind {
            ItemKind::Static { mutable: true, .. } => {
                let name = self.cx.text(definition.name.name).to_string();
                self.need(span, &format!("touching the `static mut` `{name}`"), "another thread may be writing it");
            }
            // What C code does with its variables nobody knows: an `unsafe` around them is never called needless.
            ItemKind::Static { .. } if definition.is_foreign() => self.mark(),
            _ => {}
        }
    }

    fn method(&mut self, method: Method, span: Span) {
        match method {
            Method::Read
            | Method::Write
            | Method::ReadUnaligned
            | Method::WriteUnaligned
            | Method::ReadVolatile
            | Method::WriteVolatile => {
                let what = format!("`{}` dereferences a raw pointer, which", method.text());
                self.need(span, &what, "the pointer may be null or dangling");
            }
            // They stay in the object that the pointer leads to, which the compiler does not check.
            Method::PtrAdd | Method::PtrSub | Method::PtrOffset | Method::OffsetFrom => self.mark(),
            _ => {}
        }
    }

    fn mark(&mut self) {
        if let Some(last) = self.contexts.last_mut() {
            *last = true;
        }
    }

    fn need(&mut self, span: Span, what: &str, why: &str) {
        if !self.contexts.is_empty() {
            return self.mark();
        }
        let text = self.cx.snippet(span).to_string();
        let diagnostic = Diagnostic::error(E0520, span, format!("{what} needs an `unsafe` block"))
            .label("needs `unsafe`")
            .note(why)
            .suggest(span, format!("unsafe {{ {text} }}"), "say that you have made sure");
        self.cx.emit(diagnostic);
    }
}
