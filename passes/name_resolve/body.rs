//! Bodies: what each statement and expression brings into scope and looks up.

use super::jump::JUMP_OUTSIDE_LOOP;
use super::pattern::PatMode;
use super::scope::{Label, LabelKind, Locals, Shadow};
use super::*;
use la_arena::Arena;
use vex_ir::pool::List;
use vex_ir::stack::deep;

impl Resolver<'_, '_> {
    pub(super) fn item_body(&mut self, id: ItemId) {
        let Some(body) = self.nest.take(id) else { return };
        // At most as many variables as patterns.
        body.locals = Arena::with_capacity(body.pats.len());
        let mut body = Resolving::new(body);
        let (floor, outer) = (self.locals.floor, self.locals.stack.len());
        let labels = std::mem::take(&mut self.locals.labels);
        let missed = std::mem::take(&mut self.missed);
        let in_function = std::mem::replace(&mut self.in_function, self.ir.items[id].as_fn().is_some());
        let in_anon =
            std::mem::replace(&mut self.in_anon, matches!(self.ir.items[id].kind::<Scoped>(), ItemKind::Anon));
        self.locals.floor = outer;
        let item = &self.ir.items[id];
        let own_items = self.enter_params(id);
        let mut roots = Vec::new();
        let mut params = Vec::new();
        let mut result = None;
        match item.kind::<Scoped>() {
            ItemKind::Fn(function) => {
                params.extend(function.params.iter().map(|p| (p.pat, p.ty)));
                roots.extend(item.wheres().iter().map(|pred| pred.ty));
                result = function.ret;
            }
            _ => item.roots(&body, &mut |node| match node {
                walk::Node::Type(ty) => roots.push(ty),
                walk::Node::Expr(_) | walk::Node::Pat(_) => {}
            }),
        }
        self.params_of(&mut body, item, &mut roots);
        let discriminants: Vec<AnonConst> = match item.kind::<Scoped>() {
            ItemKind::Enum(e) => e.variants.iter().filter_map(|v| v.discriminant).collect(),
            _ => Vec::new(),
        };
        for ty in roots {
            self.ty(&mut body, ty);
        }
        self.note_self(&body, item);
        discriminants.into_iter().for_each(|value| self.anon(&mut body, value));
        for (pat, ty) in params {
            self.ty(&mut body, ty);
            self.param(&mut body, pat, outer);
        }
        if let Some(result) = result {
            self.ty(&mut body, result);
        }
        if let Some(root) = body.root {
            self.expr(&mut body, root);
        }
        self.locals.truncate(outer);
        self.locals.floor = floor;
        self.locals.labels = labels;
        self.leave_params(own_items);
        self.missed = missed;
        self.in_function = in_function;
        self.in_anon = in_anon;
        // The members of an `impl` come after its own body.
        if id == self.nest.outer || item.member_of == Some(self.nest.outer) {
            body.unknown = std::mem::take(&mut self.unknown);
        }
    }

    /// Notes what an implementation is for.
    fn note_self(&mut self, body: &Resolving<'_>, item: &Item) {
        if let ItemKind::Impl(def) = item.kind::<Scoped>() {
            self.self_item = match body.type_expr(def.self_ty) {
                TypeKind::Item(item, _) => Some(item),
                // Only enums have variants to be found.
                _ => None,
            };
        }
    }

    /// A length or discriminant, which sees the items of the blocks around it, and no variables.
    pub(super) fn anon(&mut self, body: &mut Resolving<'_>, value: AnonConst) {
        if let AnonConst::Item(id) = value {
            // It may stand among the arguments of a callee.
            let calling = self.calling.take();
            self.item_body(id);
            self.calling = calling;
            self.captured_from(body);
        }
    }

    /// Variables that an inner item tried to capture: that is reported, and they are not reported as unused.
    fn captured_from(&mut self, body: &mut Resolving<'_>) {
        let Locals { captured, stack, floor, .. } = &mut self.locals;
        captured.retain(|position| {
            let is_own = position >= floor;
            if is_own && let Some(shadow) = stack.get(*position) {
                body.locals[shadow.local].synthetic = true;
            }
            !is_own
        });
    }

    fn param(&mut self, body: &mut Resolving<'_>, pat: PatId, outer: usize) {
        let own = self.locals.stack.len();
        self.pat(body, pat, PatMode::Bind);
        for position in own..self.locals.stack.len() {
            let Shadow { name, local, before } = self.locals.stack[position];
            // It shadows what had the name before: nothing, or a parameter.
            let shadowed = (before as usize).checked_sub(outer + 1);
            let Some(first) = shadowed.filter(|_| name != sym::UNDERSCORE) else { continue };
            let first = self.locals.stack[outer + first].local;
            let text = self.cx.text(name);
            let diagnostic = Diagnostic::error(
                DUPLICATE_NAME,
                body.locals[local].span,
                format!("two parameters have the name `{text}`"),
            )
            .label(format!("`{text}` again"))
            .secondary(body.locals[first].span, "first here");
            self.cx.emit(diagnostic);
        }
    }

    fn block(&mut self, body: &mut Resolving<'_>, block: Block) {
        let locals = self.locals.stack.len();
        let items = self.block_items.stack.len();
        if block.label != Symbol::EMPTY {
            self.locals.labels.push(Label { name: block.label, kind: LabelKind::Block });
        }
        for i in block.stmts.range() {
            if let StmtKind::Item(id) = body.stmts.at(i).kind {
                self.block_item(id, items);
            }
        }
        // Most blocks have no items.
        for i in items..self.block_items.stack.len() {
            self.alias(self.block_items.stack[i].2);
        }
        for i in block.stmts.range() {
            self.stmt(body, i);
        }
        if block.label != Symbol::EMPTY {
            self.locals.labels.pop();
        }
        self.locals.truncate(locals);
        self.block_items.truncate(items);
    }

    fn block_item(&mut self, id: ItemId, from: usize) {
        if let ItemKind::ExternBlock(block) = self.ir.items[id].kind::<Scoped>() {
            for &member in &block.members {
                let member_item = &self.ir.items[member];
                if let Some(namespace) = Namespace::of(member_item.raw()) {
                    self.block_items.push(member_item.name.name, namespace, member);
                }
            }
            return;
        }
        let name = self.ir.items[id].name.name;
        let Some(namespace) = Namespace::of(self.ir.items[id].raw()) else { return };
        if let Some(earlier) = self.block_items.get(name, namespace, from) {
            if let Some(diagnostic) = self.ir.check_redefinition(self.cx, earlier, id) {
                self.cx.emit(diagnostic);
            }
            return;
        }
        self.block_items.push(name, namespace, id);
    }

    fn stmt(&mut self, body: &mut Resolving<'_>, index: usize) {
        match body.stmts.at(index).kind {
            StmtKind::Let { pat, ty, init, els } => {
                if let Some(ty) = ty {
                    self.ty(body, ty);
                }
                if let Some(init) = init {
                    self.expr(body, init);
                }
                if let Some(els) = els {
                    self.expr(body, els);
                }
                self.pat(body, pat, if els.is_some() { PatMode::Match } else { PatMode::Bind });
            }
            StmtKind::Expr { expr, .. } => self.expr(body, expr),
            StmtKind::Defer(expr) => {
                self.locals.labels.push(Label { name: Symbol::EMPTY, kind: LabelKind::Defer });
                self.expr(body, expr);
                self.locals.labels.pop();
            }
            StmtKind::Item(id) => {
                self.item(id);
                self.captured_from(body);
            }
        }
    }

    pub(super) fn expr(&mut self, body: &mut Resolving<'_>, id: ExprId) {
        deep(|| self.expr_here(body, id));
    }

    // Long because it has an arm for each kind of expression.
    fn expr_here(&mut self, body: &mut Resolving<'_>, id: ExprId) {
        let span = body.span(id);
        match body.kind(id) {
            ExprKind::Path(path) => {
                let found = self.value_path(body, path, span);
                body.set(id, found);
            }
            ExprKind::Field(base, name) => self.field(body, id, base, name),
            ExprKind::MethodCall { generics, args, name } => self.method_call(body, id, name, generics, args),
            ExprKind::Block(block) => self.block(body, block),
            ExprKind::While { label, cond, body: inner } => {
                let locals = self.locals.stack.len();
                self.expr(body, cond);
                self.in_loop(body, label, inner);
                self.locals.truncate(locals);
            }
            // What it binds is in scope to the end of the branch or the round.
            ExprKind::Let(pat, value) => {
                self.expr(body, value);
                self.pat(body, pat, PatMode::Match);
            }
            ExprKind::Loop { label, body: inner } => self.in_loop(body, label, inner),
            ExprKind::For { label, pat, iter, body: inner } => {
                self.expr(body, iter);
                let locals = self.locals.stack.len();
                self.pat(body, pat, PatMode::Bind);
                self.in_loop(body, label, inner);
                self.locals.truncate(locals);
            }
            ExprKind::If { cond, then, els } => {
                let locals = self.locals.stack.len();
                self.expr(body, cond);
                self.expr(body, then);
                self.locals.truncate(locals);
                if let Some(els) = els {
                    self.expr(body, els);
                }
            }
            ExprKind::Match(on, arms) => self.arms(body, on, arms),
            ExprKind::Break { label, value } => {
                self.check_jump(label, span, "break");
                if let Some(value) = value {
                    self.expr(body, value);
                }
            }
            ExprKind::Continue { label } => self.check_jump(label, span, "continue"),
            ExprKind::Return(value) => {
                if !self.in_function {
                    let message = "`return` outside of a function";
                    self.cx.emit(Diagnostic::error(JUMP_OUTSIDE_LOOP, span, message).label("not inside a function"));
                    body.set(id, ExprKind::ERROR);
                }
                self.check_return(span);
                if let Some(value) = value {
                    self.expr(body, value);
                }
            }
            ExprKind::Int { .. } | ExprKind::Str { .. } | ExprKind::Bool(_) => {}
            // The most common ones directly: asking for children costs as much as looking at them.
            ExprKind::Binary(_, a, b)
            | ExprKind::Assign(a, b)
            | ExprKind::AssignOp(_, a, b)
            | ExprKind::And(a, b)
            | ExprKind::Or(a, b)
            | ExprKind::Index(a, b) => {
                self.expr(body, a);
                self.expr(body, b);
            }
            ExprKind::Unary(_, e) | ExprKind::Ref(_, e) | ExprKind::Deref(e) => self.expr(body, e),
            ExprKind::Cast(e, ty) => {
                self.expr(body, e);
                self.ty(body, ty);
            }
            ExprKind::Call(callee, args) => {
                if let ExprKind::Path(_) = body.kind(callee) {
                    self.calling = Some((id, args));
                    self.expr(body, callee);
                    // A callee that is no function is reported, and its argument resolved.
                    let said = self.calling.take().is_none() || self.size_of_value(body, id, callee, args);
                    if said {
                        body.set(id, ExprKind::ERROR);
                        return;
                    }
                } else {
                    self.expr(body, callee);
                }
                for i in args.range() {
                    let arg = *body.expr_lists.at(i);
                    self.expr(body, arg);
                }
            }
            // Everything else has no names of its own.
            ExprKind::Error(_)
            | ExprKind::Float { .. }
            | ExprKind::Char(_)
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Param(..)
            | ExprKind::Item(..)
            | ExprKind::Variant(..)
            | ExprKind::Member { .. }
            | ExprKind::Builtin(..)
            | ExprKind::Range { .. }
            | ExprKind::Tuple(_)
            | ExprKind::Array(_)
            | ExprKind::OffsetOf(..) => self.children(body, id),
            ExprKind::Struct { ty, fields, base } => {
                self.literal_type(body, ty);
                for i in fields.range() {
                    let value = body.fields.at(i).value;
                    self.expr(body, value);
                }
                if let Some(base) = base {
                    self.expr(body, base);
                }
            }
            ExprKind::Repeat(value, count) => {
                self.expr(body, value);
                let count = self.number(body, count);
                body.set(id, ExprKind::Repeat(value, count));
            }
        }
    }

    pub(super) fn children(&mut self, body: &mut Resolving<'_>, id: ExprId) {
        // Most expressions have at most two children; they fit without an allocation.
        let mut few = [None; 4];
        let mut count = 0;
        let mut many = Vec::new();
        body.children(id.into(), &mut |node| {
            if count < few.len() {
                few[count] = Some(node);
            } else {
                many.push(node);
            }
            count += 1;
        });
        for node in few.into_iter().flatten().chain(many) {
            match node {
                walk::Node::Expr(e) => self.expr(body, e),
                walk::Node::Type(t) => self.ty(body, t),
                walk::Node::Pat(p) => self.pat(body, p, PatMode::Match),
            }
        }
    }

    fn in_loop(&mut self, body: &mut Resolving<'_>, label: Symbol, inner: ExprId) {
        self.locals.labels.push(Label { name: label, kind: LabelKind::Loop });
        self.expr(body, inner);
        self.locals.labels.pop();
    }

    fn arms(&mut self, body: &mut Resolving<'_>, on: ExprId, arms: List<Arm>) {
        self.expr(body, on);
        for i in arms.range() {
            let arm = *body.arms.at(i);
            let locals = self.locals.stack.len();
            self.pat(body, arm.pat, PatMode::Match);
            if let Some(guard) = arm.guard {
                self.expr(body, guard);
            }
            self.expr(body, arm.body);
            self.locals.truncate(locals);
        }
    }
}
