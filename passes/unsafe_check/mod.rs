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

use vex_ir::lang::Typed;
use vex_ir::pool::List;
use vex_ir::stack::deep;
use vex_ir::tree::methods::Safety;
use vex_ir::tree::place::Step;
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const UNSAFE_REQUIRED: Code = Code("E0520");
const NEEDLESS_UNSAFE: Code = Code("E0521");

/// Checks one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Typed>) {
    let item = &sigs.items[id];
    let Some(root) = body.root else { return };
    let inside = item.as_fn().is_some_and(|f| f.is_unsafe);
    let mut visitor = UnsafetyVisitor { cx, sigs, id, body, contexts: Vec::new(), whole: None };
    if inside {
        visitor.contexts.push(true);
    }
    visitor.expr(root);
}

struct UnsafetyVisitor<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    id: ItemId,
    body: Read<'a, Typed>,
    /// For each `unsafe` around: whether something needed it.
    contexts: Vec<bool>,
    /// The expression around a place that reads or writes it. `unsafe { … }` around the place alone would be a value, not the place.
    whole: Option<Span>,
}

/// An operation that needs `unsafe`. It is turned into text only when it is reported.
#[derive(Clone, Copy)]
enum What {
    Text(&'static str),
    /// Something done with an item.
    Item(&'static str, ItemId),
    /// Using an extern function as a value.
    Value(ItemId),
    Method(Method),
}

impl UnsafetyVisitor<'_> {
    fn expr(&mut self, id: ExprId) {
        deep(|| self.expr_here(id));
    }

    // Long because it has an arm for each kind of expression.
    fn expr_here(&mut self, id: ExprId) {
        let span = self.body.exprs[id].span;
        let reported = match self.body.kind(id) {
            ExprKind::Block(block) if block.is_unsafe => return self.unsafe_block(id, span),
            ExprKind::Call(callee, args) => return self.call(id, callee, args, span),
            // An access in error is reported already.
            ExprKind::Deref(_) | ExprKind::Field(..) | ExprKind::Index(..) if self.body.expr_ty(id) == Ty::ERROR => {
                false
            }
            ExprKind::Deref(pointer) if self.is_raw(pointer) => self.deref(span),
            // A dereference that was not written has the span of the pointer alone.
            ExprKind::Field(base, _) | ExprKind::Index(base, _) if self.is_implied(base) => self.deref(span),
            ExprKind::Item(item, _) => self.item(item, span),
            ExprKind::Cast(from, _) if self.makes_function(from, id) => {
                self.need(span, What::Text("casting to a function"), "a call goes wherever the pointer leads")
            }
            ExprKind::Field(base, _) if self.is_union(base) => {
                self.need(span, What::Text("reading a union field"), "the union may hold another field")
            }
            ExprKind::Assign(place, value) => {
                self.place(place, span, true);
                return self.expr(value);
            }
            ExprKind::AssignOp(_, place, value) => {
                self.place(place, span, false);
                return self.expr(value);
            }
            ExprKind::Ref(_, place) => return self.place(place, span, false),
            ExprKind::Method(method, _) => self.method(method, span),
            // Most expressions have nothing in them.
            ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Param(..)
            | ExprKind::Variant(..) => return,
            // Asking for children costs as much as looking at them.
            ExprKind::Binary(_, a, b) | ExprKind::And(a, b) | ExprKind::Or(a, b) => {
                return self.values([Some(a), Some(b), None]);
            }
            ExprKind::Unary(_, a) | ExprKind::Cast(a, _) => return self.values([Some(a), None, None]),
            ExprKind::If { cond, then, els } => return self.values([Some(cond), Some(then), els]),
            // No other expression needs `unsafe`. The list is complete so that the compiler asks about a new one.
            ExprKind::Error(_)
            | ExprKind::Builtin(..)
            | ExprKind::Deref(_)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Convert(_)
            | ExprKind::Block(_)
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
            | ExprKind::OffsetOf(..) => false,
        };
        self.inside(reported, |c| c.children(id));
    }

    /// Looks at what is in an expression. What `unsafe` around the whole would allow is not reported again.
    fn inside(&mut self, reported: bool, look: impl FnOnce(&mut Self)) {
        if !reported {
            return look(self);
        }
        self.contexts.push(true);
        look(self);
        self.contexts.pop();
    }

    /// Looks at the operands of an expression that is no place.
    fn values(&mut self, parts: [Option<ExprId>; 3]) {
        let whole = self.whole.take();
        parts.into_iter().flatten().for_each(|part| self.expr(part));
        self.whole = whole;
    }

    fn children(&mut self, id: ExprId) {
        let keeps = match self.body.kind(id) {
            ExprKind::Field(..) | ExprKind::Deref(_) => true,
            // What was `&s[a..b]`.
            ExprKind::Convert(e) => self.body.expr_ty(e) == self.body.expr_ty(id),
            _ => false,
        };
        let whole = if keeps { self.whole } else { self.whole.take() };
        let body = self.body;
        body.children(id.into(), &mut |node| {
            if let Node::Expr(e) = node {
                self.expr(e);
            }
        });
        self.whole = whole;
    }

    /// Looks at a place for the expression with the span `whole`.
    fn place(&mut self, place: ExprId, whole: Span, written: bool) {
        let outer = self.whole.replace(whole);
        if written {
            self.written(place);
        } else {
            self.expr(place)
        }
        self.whole = outer;
    }

    /// Writing a field of a union, or a part of one, looks at nothing that was there.
    fn written(&mut self, place: ExprId) {
        match self.body.place_step(place, |base| self.sigs.types.is_fat(self.body.expr_ty(base))) {
            Step::Part(base) if !self.is_implied(base) => {
                deep(|| self.written(base));
                if let ExprKind::Index(_, index) = self.body.kind(place) {
                    let whole = self.whole.take();
                    self.expr(index);
                    self.whole = whole;
                }
            }
            Step::Part(_) | Step::Root(_) => self.expr(place),
        }
    }

    /// Whether a cast makes a function of another value, or of a function of another type.
    fn makes_function(&self, from: ExprId, to: ExprId) -> bool {
        let (from, to) = (self.body.expr_ty(from), self.body.expr_ty(to));
        from != to && self.sigs.types.sig(to).is_some()
    }

    fn is_raw(&self, pointer: ExprId) -> bool {
        self.sigs.types.is_raw_ptr(self.body.expr_ty(pointer))
    }

    /// Whether it is a dereference of a raw pointer that `type-check` added.
    fn is_implied(&self, id: ExprId) -> bool {
        let ExprKind::Deref(pointer) = self.body.kind(id) else { return false };
        self.is_raw(pointer) && self.body.span(pointer) == self.body.span(id)
    }

    fn deref(&mut self, span: Span) -> bool {
        self.need(span, What::Text("dereferencing a raw pointer"), "the pointer may be null, dangling or unaligned")
    }

    fn is_union(&self, base: ExprId) -> bool {
        self.sigs.types.is_union(self.body.expr_ty(base))
    }

    fn unsafe_block(&mut self, id: ExprId, span: Span) {
        self.contexts.push(false);
        self.children(id);
        let needed = self.contexts.pop().unwrap_or(true);
        if needed {
            // In an `unsafe fn` and inside another `unsafe` block, an inner one that something needs is fine style.
            return self.mark();
        }
        let head = Span::new(span.lo, (span.lo + "unsafe".len() as u32).min(span.hi));
        let diagnostic = Diagnostic::warning(NEEDLESS_UNSAFE, "unused_unsafe", head, "unnecessary `unsafe` block")
            .label("nothing in it needs `unsafe`");
        self.cx.emit(diagnostic);
    }

    fn call(&mut self, id: ExprId, callee: ExprId, args: List<ExprId>, span: Span) {
        let reported = match self.body.kind(callee) {
            ExprKind::Item(item, _)
                if self.sigs.items[item].is_foreign() && self.sigs.items[item].as_fn().is_some() =>
            {
                let what = What::Item("calling the extern function", item);
                let reported = self.need(span, what, "the compiler cannot see what it does");
                return self.inside(reported, |c| c.arguments(args));
            }
            _ => {
                let ty = self.body.expr_ty(callee);
                self.sigs.types.sig(ty).is_some_and(|sig| sig.is_unsafe)
                    && self.need(
                        span,
                        What::Text("calling an `unsafe fn`"),
                        "its documentation says what the caller has to see to",
                    )
            }
        };
        self.inside(reported, |c| c.children(id));
    }

    fn arguments(&mut self, args: List<ExprId>) {
        let whole = self.whole.take();
        let body = self.body;
        body.expr_lists[args].iter().for_each(|arg| self.expr(*arg));
        self.whole = whole;
    }

    fn item(&mut self, item: ItemId, span: Span) -> bool {
        let definition = &self.sigs.items[item];
        match definition.kind::<Typed>() {
            // In a constant, `const-eval` says that statics have no value.
            ItemKind::Static { mutable: true, .. } if self.sigs.items[self.id].as_fn().is_some() => {
                return self.need(
                    span,
                    What::Item("touching the `static mut`", item),
                    "another thread may be writing it",
                );
            }
            ItemKind::Static { mutable: true, .. } => self.mark(),
            // What C code does with its variables is not known: an `unsafe` around them is never called needless.
            ItemKind::Static { .. } if definition.is_foreign() => self.mark(),
            ItemKind::Fn(_) if definition.is_foreign() => {
                let what = What::Value(item);
                return self.need(span, what, "calls through the pointer need no `unsafe` any more");
            }
            _ => {}
        }
        false
    }

    fn method(&mut self, method: Method, span: Span) -> bool {
        match method.declaration().safety {
            Safety::Safe => false,
            Safety::Unchecked => {
                self.mark();
                false
            }
            Safety::Unsafe => self.need(span, What::Method(method), "the pointer may be null or dangling"),
        }
    }

    fn mark(&mut self) {
        if let Some(last) = self.contexts.last_mut() {
            *last = true;
        }
    }

    /// Notes that `unsafe` is needed; true if there is none around and that was reported.
    fn need(&mut self, span: Span, what: What, why: &str) -> bool {
        if !self.contexts.is_empty() {
            self.mark();
            return false;
        }
        let what = match what {
            What::Text(text) => text.to_string(),
            What::Item(text, item) => format!("{text} `{}`", self.cx.text(self.sigs.items[item].name.name)),
            What::Value(item) => {
                format!("using the extern function `{}` as a value", self.cx.text(self.sigs.items[item].name.name))
            }
            What::Method(method) => format!("`{}` dereferences a raw pointer, which", method.name()),
        };
        let whole = self.whole.unwrap_or(span);
        let text = format!("unsafe {{ {} }}", self.cx.snippet(whole));
        let text = if self.begins_longer_statement(whole) { format!("({text})") } else { text };
        let diagnostic = Diagnostic::error(UNSAFE_REQUIRED, span, format!("{what} needs an `unsafe` block"))
            .label("needs `unsafe`")
            .note(why)
            .suggest(whole, text, "say that you have made sure");
        self.cx.emit(diagnostic);
        true
    }

    /// Whether an expression stands at the start of a statement and an operator follows it: a block in its place would end the
    /// statement.
    fn begins_longer_statement(&self, span: Span) -> bool {
        let Some(file) = self.cx.sources.file(span) else { return false };
        let (Some(before), Some(behind)) =
            (file.text.get(..(span.lo - file.base) as usize), file.text.get((span.hi - file.base) as usize..))
        else {
            return false;
        };
        let begins = before.trim_end().ends_with(['{', '}', ';']);
        let behind = behind.trim_start();
        begins && !behind.starts_with([';', '}', ')', ',', '.', '?']) && !behind.is_empty() && !behind.starts_with("//")
    }
}
