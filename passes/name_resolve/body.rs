//! Names in bodies: variables, labels, paths of expressions, patterns and types.

use super::*;
use vex_ir::pool::List;
use vex_ir::stack::deep;

/// A body whose names are being resolved.
pub(super) type Resolving = Write<Core, Resolved, Body>;

const STATIC_IN_PATTERN: Code = Code("E0217");

const OUTER_VARIABLE: Code = Code("E0205");
const UNDECLARED_LABEL: Code = Code("E0206");
const JUMP_OUTSIDE_LOOP: Code = Code("E0207");
const JUMP_OUT_OF_DEFER: Code = Code("E0208");
const UNEXPECTED_TYPE_ARGUMENTS: Code = Code("E0209");
pub(super) const NAME_NOT_FOUND: Code = Code("E0210");

/// The variables in scope. Looking one up is an index, not a search: `current` has the innermost of each name.
#[derive(Default)]
pub(super) struct Locals {
    /// By symbol: position in `stack` plus one.
    current: Vec<u32>,
    stack: Vec<Shadow>,
    labels: Vec<Label>,
    /// Variables below this belong to a function around the one being resolved.
    floor: usize,
}

struct Shadow {
    name: Symbol,
    local: LocalId,
    /// What `current` was for the name.
    before: u32,
}

#[derive(Clone, Copy)]
struct Label {
    name: Symbol,
    kind: LabelKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LabelKind {
    Loop,
    Block,
    /// Control flow may not leave what is inside: `defer`.
    Defer,
}

impl Locals {
    fn push(&mut self, name: Symbol, local: LocalId) {
        if self.current.len() <= name.index() {
            self.current.resize(name.index() + 64, 0);
        }
        let before = self.current[name.index()];
        self.stack.push(Shadow { name, local, before });
        self.current[name.index()] = self.stack.len() as u32;
    }

    /// The names that can be seen, the innermost first.
    pub(super) fn names(&self) -> impl Iterator<Item = Symbol> {
        self.stack[self.floor..].iter().rev().map(|shadow| shadow.name)
    }

    fn truncate(&mut self, len: usize) {
        while self.stack.len() > len {
            let Some(shadow) = self.stack.pop() else { break };
            self.current[shadow.name.index()] = shadow.before;
        }
    }

    /// The variable of that name; `Err` if it belongs to a function around this one.
    pub(super) fn get(&self, name: Symbol) -> Option<Result<LocalId, ()>> {
        let position = (*self.current.get(name.index())? as usize).checked_sub(1)?;
        let shadow = &self.stack[position];
        Some(if position < self.floor { Err(()) } else { Ok(shadow.local) })
    }
}

/// The items of the blocks around. Looking one up is an index, not a search.
#[derive(Default)]
pub(super) struct BlockItems {
    /// Innermost last.
    stack: Vec<(Symbol, Namespace, ItemId)>,
    /// Positions in `stack`, innermost last.
    named: FxHashMap<(Symbol, Namespace), Vec<u32>>,
}

impl BlockItems {
    fn push(&mut self, name: Symbol, namespace: Namespace, id: ItemId) {
        self.named.entry((name, namespace)).or_default().push(self.stack.len() as u32);
        self.stack.push((name, namespace, id));
    }

    fn truncate(&mut self, len: usize) {
        for (name, namespace, _) in self.stack.drain(len..) {
            self.named.get_mut(&(name, namespace)).and_then(Vec::pop);
        }
    }

    /// The innermost item of that name at `from` or behind.
    pub(super) fn get(&self, name: Symbol, namespace: Namespace, from: usize) -> Option<ItemId> {
        // Most functions have none.
        if self.stack.is_empty() {
            return None;
        }
        let position = *self.named.get(&(name, namespace))?.last()? as usize;
        (position >= from).then(|| self.stack[position].2)
    }
}

/// How names in a pattern bind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PatMode {
    /// `let`, parameters, `for`: a name alone is a new variable.
    Bind,
    /// `match`: a name alone may be a constant.
    Match,
}

impl Resolver<'_> {
    pub(super) fn item_body(&mut self, id: ItemId) {
        let mut body = Resolving::new(std::mem::take(&mut self.ir.bodies[id]));
        let (floor, outer) = (self.locals.floor, self.locals.stack.len());
        let labels = std::mem::take(&mut self.locals.labels);
        let missed = std::mem::take(&mut self.missed);
        let in_function = std::mem::replace(&mut self.in_function, self.ir.items[id].as_fn().is_some());
        self.locals.floor = outer;
        let mut roots = Vec::new();
        let mut params = Vec::new();
        let mut result = None;
        let item = &self.ir.items[id];
        match &item.kind {
            ItemKind::Fn(function) => {
                params.extend(function.params.iter().map(|p| (p.pat, p.ty)));
                result = function.ret;
            }
            _ => item.roots(&body, &mut |node| match node {
                walk::Node::Type(ty) => roots.push(ty),
                walk::Node::Expr(_) | walk::Node::Pat(_) => {}
            }),
        }
        let discriminants = match &item.kind {
            ItemKind::Enum(e) => e.variants.iter().filter_map(|v| v.discriminant).collect(),
            _ => Vec::new(),
        };
        for ty in roots {
            self.ty(&mut body, ty);
        }
        for expr in discriminants {
            self.expr(&mut body, expr);
        }
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
        self.missed = missed;
        self.in_function = in_function;
        self.ir.bodies[id] = body.into_inner();
    }

    fn param(&mut self, body: &mut Resolving, pat: PatId, outer: usize) {
        self.pat(body, pat, PatMode::Bind);
        let PatKind::Local(local, _) = body.pat(pat) else { return };
        let name = body.locals[local].name;
        // It shadows what had the name before: nothing, or a parameter.
        let shadowed = self.locals.stack.last().and_then(|s| (s.before as usize).checked_sub(outer + 1));
        if let Some(first) = shadowed.filter(|_| name != sym::UNDERSCORE) {
            let first = self.locals.stack[outer + first].local;
            let text = self.cx.text(name);
            let diagnostic =
                Diagnostic::error(DUPLICATE_NAME, body.locals[local].span, format!("two parameters have the name `{text}`"))
                    .label(format!("`{text}` again"))
                    .secondary(body.locals[first].span, "first here");
            self.cx.emit(diagnostic);
        }
    }

    fn block(&mut self, body: &mut Resolving, block: Block) {
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
        if let ItemKind::ExternBlock(block) = &self.ir.items[id].kind {
            for member in block.members.clone() {
                let member_item = &self.ir.items[member];
                if let Some(namespace) = namespace(&member_item.kind) {
                    self.block_items.push(member_item.name.name, namespace, member);
                }
            }
            return;
        }
        let name = self.ir.items[id].name.name;
        let Some(namespace) = namespace(&self.ir.items[id].kind) else { return };
        if let Some(earlier) = self.block_items.get(name, namespace, from) {
            return self.redefinition(earlier, id);
        }
        self.block_items.push(name, namespace, id);
    }

    fn stmt(&mut self, body: &mut Resolving, index: usize) {
        match body.stmts.at(index).kind {
            StmtKind::Let { pat, ty, init, els } => {
                if let Some(ty) = ty {
                    self.ty(body, ty);
                }
                for expr in [init, els].into_iter().flatten() {
                    self.expr(body, expr);
                }
                self.pat(body, pat, PatMode::Bind);
            }
            StmtKind::Expr { expr, .. } => self.expr(body, expr),
            StmtKind::Defer(expr) => {
                self.locals.labels.push(Label { name: Symbol::EMPTY, kind: LabelKind::Defer });
                self.expr(body, expr);
                self.locals.labels.pop();
            }
            StmtKind::Item(id) => {
                let module = self.module;
                self.item(id);
                self.module = module;
            }
        }
    }

    pub(super) fn expr(&mut self, body: &mut Resolving, id: ExprId) {
        deep(|| self.expr_here(body, id));
    }

    // Long because it has an arm for each kind of expression.
    fn expr_here(&mut self, body: &mut Resolving, id: ExprId) {
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
                self.expr(body, cond);
                self.in_loop(body, label, inner);
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
                    // What is no function was looked at with its argument.
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
            | ExprKind::Item(..)
            | ExprKind::Variant(..)
            | ExprKind::Builtin(..)
            | ExprKind::Range { .. }
            | ExprKind::Tuple(_)
            | ExprKind::Array(_)
            | ExprKind::Repeat(..)
            | ExprKind::Struct { .. }
            | ExprKind::OffsetOf(..) => self.children(body, id),
        }
    }

    fn children(&mut self, body: &mut Resolving, id: ExprId) {
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

    fn in_loop(&mut self, body: &mut Resolving, label: Symbol, inner: ExprId) {
        self.locals.labels.push(Label { name: label, kind: LabelKind::Loop });
        self.expr(body, inner);
        self.locals.labels.pop();
    }

    fn arms(&mut self, body: &mut Resolving, on: ExprId, arms: List<Arm>) {
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

    fn check_jump(&mut self, label: Symbol, span: Span, what: &str) {
        let fits = |l: &&Label| {
            if label == Symbol::EMPTY {
                l.kind == LabelKind::Loop
            } else {
                l.name == label && l.kind != LabelKind::Defer
            }
        };
        let reachable = self.locals.labels.iter().rev().take_while(|l| l.kind != LabelKind::Defer).find(fits);
        if let Some(found) = reachable {
            if what == "continue" && found.kind == LabelKind::Block {
                let message = format!("`continue` to the label of a block: `'{}`", self.cx.text(label));
                self.cx.emit(Diagnostic::error(JUMP_OUTSIDE_LOOP, span, message).label("only loops continue"));
            }
            return;
        }
        if self.locals.labels.iter().any(|l| fits(&l)) {
            let message = format!("`{what}` leaves a `defer`");
            self.cx.emit(Diagnostic::error(JUMP_OUT_OF_DEFER, span, message).label("control flow must end inside"));
        } else if label == Symbol::EMPTY {
            let message = format!("`{what}` outside of a loop");
            self.cx.emit(Diagnostic::error(JUMP_OUTSIDE_LOOP, span, message).label("not inside a loop"));
        } else {
            let text = self.cx.text(label).to_string();
            let names = self.locals.labels.iter().map(|l| self.cx.text(l.name));
            let close = closest(&text, names).map(|c| format!("'{c}"));
            let at = self.label_span(span, &text);
            let mut diagnostic =
                Diagnostic::error(UNDECLARED_LABEL, at, format!("there is no label `'{text}` here")).label("undeclared label");
            if let Some(close) = close {
                diagnostic = diagnostic.suggest(at, close, "a label with a similar name is in scope");
            }
            self.cx.emit(diagnostic);
        }
    }

    /// Where the label stands in a `break` or `continue`.
    fn label_span(&self, jump: Span, label: &str) -> Span {
        let Some(at) = self.cx.snippet(jump).find('\'') else { return jump };
        let lo = jump.lo + at as u32;
        Span::new(lo, (lo + 1 + label.len() as u32).min(jump.hi))
    }

    fn check_return(&mut self, span: Span) {
        if self.locals.labels.iter().any(|l| l.kind == LabelKind::Defer) {
            let diagnostic =
                Diagnostic::error(JUMP_OUT_OF_DEFER, span, "`return` leaves a `defer`").label("control flow must end inside");
            self.cx.emit(diagnostic);
        }
    }

    /// `module.item` is no field access.
    fn field(&mut self, body: &mut Resolving, id: ExprId, base: ExprId, name: Symbol) {
        let Some(module) = self.module_of(body, base) else {
            if !self.dotted_variant(body, id, base, name) {
                self.expr(body, base);
            }
            return;
        };
        let span = body.exprs[id].span;
        let name = Ident { name, span: Span::new(body.exprs[base].span.hi + 1, span.hi) };
        body.set(id, self.module_member(module, name));
    }

    /// `Color.Red`, for `Color::Red`: reported, and taken for that.
    fn dotted_variant(&mut self, body: &mut Resolving, id: ExprId, base: ExprId, name: Symbol) -> bool {
        let ExprKind::Path(path) = body.kind(base) else { return false };
        let [segment] = &body.segments[path.segments] else { return false };
        let ty = segment.name;
        if path.absolute || self.plain_value(ty.name) {
            return false;
        }
        let Some(item) = self.type_named(ty.name) else { return false };
        let ItemKind::Enum(def) = &self.ir.items[item].kind else { return false };
        let Some(index) = variant_index(&mut self.variants, item, def, name) else { return false };
        let span = body.exprs[id].span;
        let (ty, variant) = (self.cx.text(ty.name), self.cx.text(name));
        let message = format!("`{ty}` is a type: its variants stand behind `::`");
        let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, message);
        self.cx.emit(diagnostic.fix(span, format!("{ty}::{variant}"), "write it like this"));
        body.set(id, ExprKind::Variant(item, index));
        true
    }

    /// Whether a name alone is a value here.
    fn plain_value(&mut self, name: Symbol) -> bool {
        self.locals.get(name).is_some()
            || self.block_item_named(name, Namespace::Value).is_some()
            || self.scopes[module_index(self.module)].values.contains_key(&name)
    }

    /// `module.function(args)` is no method call.
    fn method_call(&mut self, body: &mut Resolving, id: ExprId, name: Symbol, generics: List<TypeId>, args: List<ExprId>) {
        let Some(&receiver) = body.expr_lists[args].first() else { return };
        let Some(module) = self.module_of(body, receiver) else { return self.children(body, id) };
        let base = body.exprs[receiver].span;
        let width = self.cx.text(name).len() as u32;
        let ident = Ident { name, span: Span::new(base.hi + 1, base.hi + 1 + width) };
        let kind = self.module_member(module, ident);
        self.no_generics(body, generics, ident.span);
        let callee = body.alloc(kind, base.to(ident.span));
        body.set(id, ExprKind::Call(callee, args.rest()));
        for i in args.rest().range() {
            let arg = *body.expr_lists.at(i);
            self.expr(body, arg);
        }
    }

    /// The module that an expression names, if it is a name that is nothing else here.
    fn module_of(&mut self, body: &Resolving, id: ExprId) -> Option<ModuleId> {
        let ExprKind::Path(path) = body.kind(id) else { return None };
        let [segment] = &body.segments[path.segments] else { return None };
        let name = segment.name.name;
        if path.absolute || self.locals.get(name).is_some() || self.block_item_named(name, Namespace::Value).is_some() {
            return None;
        }
        if self.scopes[module_index(self.module)].values.contains_key(&name) {
            return None;
        }
        self.lookup_module(name)
    }

    fn module_member(&mut self, module: ModuleId, name: Ident) -> ExprKind<Resolved> {
        let found = self.scopes[module_index(module)].values.get(&name.name).filter(|b| b.import.is_none()).copied();
        match found {
            Some(binding) => {
                self.check_visible(binding.item, name.span);
                ExprKind::Item(binding.item, List::default())
            }
            None => {
                self.missing_item(module, name);
                ExprKind::ERROR
            }
        }
    }

    pub(super) fn block_item_named(&self, name: Symbol, wanted: Namespace) -> Option<ItemId> {
        self.block_items.get(name, wanted, 0)
    }

    fn no_generics(&mut self, body: &mut Resolving, generics: List<TypeId>, span: Span) {
        for i in generics.range() {
            let ty = *body.type_lists.at(i);
            self.ty(body, ty);
        }
        if !generics.is_empty() {
            self.cx.emit(Diagnostic::error(UNEXPECTED_TYPE_ARGUMENTS, span, "this takes no type arguments").label("not generic"));
        }
    }

    /// What a path in an expression stands for.
    fn value_path(&mut self, body: &mut Resolving, path: Path, span: Span) -> ExprKind<Resolved> {
        let segments = path.segments;
        let last = body.segments[segments][segments.len() - 1];
        if segments.len() == 1 && !path.absolute {
            if let Some(kind) = self.plain_name(body, last, span) {
                return kind;
            }
            if !self.call_of_type(body, last) {
                self.unresolved_value(last.name, span);
            }
            return ExprKind::ERROR;
        }
        let Some((module, used)) = self.path_module(body, path) else { return ExprKind::ERROR };
        let names: Vec<PathSegment> = body.segments[segments][used..].to_vec();
        self.no_generics(body, last.generics, last.name.span);
        match names[..] {
            [name] => {
                let own = module == self.module;
                match self.member(module, Namespace::Value, name.name.name, own) {
                    Some(item) => {
                        self.check_visible(item, name.name.span);
                        ExprKind::Item(item, List::default())
                    }
                    None => {
                        self.missing_item(module, name.name);
                        ExprKind::ERROR
                    }
                }
            }
            [ty, variant] => self.variant_path(module, used == 0 && !path.absolute, ty.name, variant.name),
            _ => {
                self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, span, "this path leads nowhere").label("too many parts"));
                ExprKind::ERROR
            }
        }
    }

    /// The module in which the rest of a path is to be looked up, and how many segments led there.
    fn path_module(&mut self, body: &Resolving, path: Path) -> Option<(ModuleId, usize)> {
        let segments = &body.segments[path.segments];
        let first = segments[0].name;
        if path.absolute {
            return match self.module_names.get(&first.name) {
                Some(&module) if segments.len() > 1 => Some((module, 1)),
                _ => Some((self.ir.root(), 0)),
            };
        }
        // Only enums have something inside: any other type leaves the name to a module.
        let own = self.type_named(first.name);
        let is_enum = own.is_some_and(|id| matches!(self.ir.items[id].kind, ItemKind::Enum(_) | ItemKind::Alias { .. }));
        if segments.len() > 1
            && !is_enum
            && let Some(module) = self.lookup_module(first.name)
        {
            return Some((module, 1));
        }
        if segments.len() > 1 && own.is_none() {
            self.unresolved_type(first, "type or module");
            return None;
        }
        Some((self.module, 0))
    }

    /// A member of a module; what the module imports counts only inside it.
    fn member(&mut self, module: ModuleId, namespace: Namespace, name: Symbol, own: bool) -> Option<ItemId> {
        if own && let Some(item) = self.block_item_named(name, namespace) {
            return Some(item);
        }
        let scope = &self.scopes[module_index(module)];
        let map = if namespace == Namespace::Type { &scope.types } else { &scope.values };
        if map.get(&name)?.import.is_some() && !own {
            return None;
        }
        self.lookup(module, namespace, name)
    }

    fn variant_path(&mut self, module: ModuleId, own: bool, ty: Ident, variant: Ident) -> ExprKind<Resolved> {
        let Some(item) = self.member(module, Namespace::Type, ty.name, own || module == self.module) else {
            self.missing_item(module, ty);
            return ExprKind::ERROR;
        };
        self.check_visible(item, ty.span);
        let item = self.behind_aliases(item);
        let ItemKind::Enum(e) = &self.ir.items[item].kind else {
            let message = format!("`{}` is no enum and has no `{}`", self.cx.text(ty.name), self.cx.text(variant.name));
            self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, variant.span, message).label("not found"));
            return ExprKind::ERROR;
        };
        if let Some(index) = variant_index(&mut self.variants, item, e, variant.name) {
            return ExprKind::Variant(item, index);
        }
        let text = self.cx.text(variant.name);
        let message = format!("enum `{}` has no variant `{text}`", self.cx.text(ty.name));
        let text = text.to_string();
        let mut diagnostic = Diagnostic::error(NO_SUCH_ITEM, variant.span, message).label("no such variant");
        let removed = self.ir.removed.find(variant.name, |from| from == RemovedFrom::Part(item));
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else {
            let among = Among::Variants(item);
            self.emit_near(diagnostic, &text, among, "a variant with a similar name exists");
            return ExprKind::ERROR;
        }
        self.cx.emit(diagnostic);
        ExprKind::ERROR
    }

    /// The item that a chain of aliases ends with. Bodies of aliases may be resolved already, or not yet.
    fn behind_aliases(&mut self, mut item: ItemId) -> ItemId {
        for _ in 0..200 {
            let ItemKind::Alias { ty, .. } = self.ir.items[item].kind else { break };
            let next = match self.ir.bodies[item].types[ty].kind {
                TypeKind::Item(next, _) => Some(next),
                TypeKind::Path(Path { segments, absolute: false }) => {
                    let names = &self.ir.bodies[item].segments[segments];
                    let (name, module) = (names[0].name.name, self.ir.items[item].module);
                    if names.len() == 1 { self.lookup(module, Namespace::Type, name) } else { None }
                }
                _ => None,
            };
            match next {
                Some(next) => item = next,
                None => break,
            }
        }
        item
    }

    fn plain_name(&mut self, body: &mut Resolving, segment: PathSegment, span: Span) -> Option<ExprKind<Resolved>> {
        let name = segment.name.name;
        if let Some(found) = self.locals.get(name) {
            self.no_generics(body, segment.generics, span);
            return Some(match found {
                Ok(local) => ExprKind::Local(local),
                Err(()) => self.captured(name, span),
            });
        }
        let item = match self.block_item_named(name, Namespace::Value) {
            Some(item) => Some(item),
            None => self.lookup(self.module, Namespace::Value, name),
        };
        if let Some(item) = item {
            self.no_generics(body, segment.generics, span);
            return Some(ExprKind::Item(item, List::default()));
        }
        let builtin = *self.builtin_fns.get(&name)?;
        for i in segment.generics.range() {
            let ty = *body.type_lists.at(i);
            self.ty(body, ty);
        }
        Some(ExprKind::Builtin(builtin, segment.generics))
    }

    fn captured(&mut self, name: Symbol, span: Span) -> ExprKind<Resolved> {
        let text = self.cx.text(name);
        let diagnostic = Diagnostic::error(
            OUTER_VARIABLE,
            span,
            format!("`{text}` is a variable of the function around this one"),
        )
        .label("not accessible here")
        .note("items do not see the variables of the function they stand in; pass it to a function as an argument");
        self.cx.emit(diagnostic);
        ExprKind::ERROR
    }

    /// Whether a name that is not found may be one that a broken import was to bring.
    pub(super) fn may_be_lost(&self, name: Symbol) -> bool {
        self.ir.modules[self.module].lost_imports || self.scopes[module_index(self.module)].broken.contains(&name)
    }

    fn unresolved_value(&mut self, name: Ident, span: Span) {
        if self.may_be_lost(name.name) {
            return;
        }
        let text = self.cx.text(name.name).to_string();
        if is_reserved(name.name) {
            let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, "`self` exists only in methods").label("not in a method");
            return self.cx.emit(diagnostic);
        }
        let scope = &self.scopes[module_index(self.module)];
        let mut diagnostic =
            Diagnostic::error(NAME_NOT_FOUND, span, format!("cannot find `{text}` in this scope")).label("not found");
        if let Some(binding) = scope.modules.get(&name.name) {
            self.imports[binding.import].used = true;
        }
        let removed = self.removed_here(name);
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else if let Some(binding) = scope.types.get(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a type, not a value"));
            let item = &self.ir.items[binding.item];
            match item.kind {
                ItemKind::Opaque if self.cx.snippet(item.span).contains("struct ") => {
                    diagnostic =
                        diagnostic.note(format!("`struct {text};` is incomplete: write `struct {text} {{}}` for a struct without fields"));
                }
                ItemKind::Struct(_) => diagnostic = diagnostic.note(format!("a value of it is written `{text} {{ … }}`")),
                // Of the others, there are no values that are written like this.
                _ => {}
            }
        } else if scope.modules.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a module: `{text}.name` is something in it"));
        } else if self.ir.std_modules.contains(&name.name) {
            let at = self.file_start(span);
            let import = format!("import {{ {text} }} from \"std\";\n");
            diagnostic = diagnostic.fix(at, import, format!("import the module `{text}` of the standard library"));
        } else if self.builtin_types.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a type, not a value"));
        } else {
            diagnostic = match self.known_elsewhere(diagnostic, &text, span) {
                (diagnostic, true) => diagnostic,
                (diagnostic, false) => {
                    let among = Among::Values(self.module);
                    return self.emit_near(diagnostic, &text, among, "something with a similar name is in scope");
                }
            };
        }
        self.cx.emit(diagnostic);
    }

    pub(super) fn file_start(&self, span: Span) -> Span {
        self.cx.sources.file(span).map_or(span, |file| Span::new(file.base, file.base))
    }

    pub(super) fn type_named(&mut self, name: Symbol) -> Option<ItemId> {
        match self.block_item_named(name, Namespace::Type) {
            Some(item) => Some(item),
            None => self.lookup(self.module, Namespace::Type, name),
        }
    }

    fn unresolved_type(&mut self, name: Ident, what: &str) {
        let text = self.cx.text(name.name).to_string();
        let scope = &self.scopes[module_index(self.module)];
        if self.may_be_lost(name.name) {
            return;
        }
        let mut diagnostic = Diagnostic::error(NAME_NOT_FOUND, name.span, format!("cannot find {what} `{text}` in this scope"))
            .label("not found");
        let removed = self.removed_here(name);
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else if let Some(key) = self.own_module(&text) {
            let at = self.file_start(name.span);
            let import = format!("import * as {text} from \"./{key}\";\n");
            diagnostic = diagnostic.fix(at, import, "modules are imported, those of the program too");
        } else if scope.modules.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a module: `{text}::Name` is a type in it"));
        } else if self.locals.get(name.name).is_some() || scope.values.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a value, not a type"));
        } else if self.builtin_types.contains_key(&name.name) {
            diagnostic = diagnostic
                .note(format!("`{text}` is built in and has no names of its own"))
                .note("limits such as `INT_MAX` are constants of \"std/libc\"");
        } else if self.ir.std_modules.contains(&name.name) {
            let at = self.file_start(name.span);
            let import = format!("import {{ {text} }} from \"std\";\n");
            diagnostic = diagnostic.fix(at, import, format!("import the module `{text}` of the standard library"));
        } else if let Some((ours, exact)) = vex_ir::c_names::type_elsewhere(&text) {
            diagnostic = diagnostic.fix(name.span, ours, format!("in Vex, it is `{ours}`"));
            if !exact {
                diagnostic = diagnostic.note("the type that C gives this name on each target is in \"std/libc\"");
            }
        } else if let Some(declared @ Declared::Type) = self.ir.c_library.find(&text) {
            diagnostic = self.offer_import(diagnostic, declared, &text, name.span);
        } else if matches!(text.as_str(), "std" | "core" | "alloc") {
            diagnostic = diagnostic
                .note("what another module has is imported: `import { name } from \"std/module\";`")
                .note(self.std_list());
        } else {
            diagnostic = match self.known_elsewhere(diagnostic, &text, name.span) {
                (diagnostic, true) => diagnostic,
                (diagnostic, false) => {
                    let among = Among::Types(self.module);
                    return self.emit_near_once(diagnostic, name.name, among, "something with a similar name exists");
                }
            };
        }
        // Once in an item, unless each place has a mend of its own.
        let mends = diagnostic.suggestion.as_ref().is_some_and(|s| s.span == name.span);
        if self.missed.insert(name.name) || mends {
            self.cx.emit(diagnostic);
        }
    }

    fn ty(&mut self, body: &mut Resolving, id: TypeId) {
        let span = body.types[id].span;
        match body.type_expr(id) {
            TypeKind::Path(path) => {
                let found = self.type_path(body, path, span);
                body.set_type(id, found);
            }
            TypeKind::Array(of, len) => {
                self.ty(body, of);
                self.expr(body, len);
            }
            TypeKind::Ptr(_, to) | TypeKind::Ref(_, to) | TypeKind::Slice(to) => self.ty(body, to),
            // Everything else has no names of its own.
            _ => {
                let mut inner = Vec::new();
                body.children(id.into(), &mut |node| inner.push(node));
                for node in inner {
                    if let walk::Node::Type(ty) = node {
                        self.ty(body, ty);
                    }
                }
            }
        }
    }

    fn type_path(&mut self, body: &mut Resolving, path: Path, span: Span) -> TypeKind<Resolved> {
        let count = path.segments.len();
        let last = body.segments[path.segments][count - 1];
        if count == 1 && !path.absolute {
            let name = last.name.name;
            let found = match self.type_named(name) {
                Some(item) => Some(TypeKind::Item(item, List::default())),
                None => self.builtin_types.get(&name).map(|ty| TypeKind::Prim(*ty)),
            };
            match found {
                Some(_) => self.no_generics(body, last.generics, span),
                None => self.unresolved_type(last.name, "type"),
            }
            return found.unwrap_or(TypeKind::Error);
        }
        self.no_generics(body, last.generics, span);
        let Some((module, used)) = self.path_module(body, path) else { return TypeKind::Error };
        if count - used != 1 {
            self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, span, "this path names no type").label("not a type"));
            return TypeKind::Error;
        }
        match self.member(module, Namespace::Type, last.name.name, false) {
            Some(item) => {
                self.check_visible(item, last.name.span);
                TypeKind::Item(item, List::default())
            }
            None => {
                self.missing_item(module, last.name);
                TypeKind::Error
            }
        }
    }

    fn pat(&mut self, body: &mut Resolving, id: PatId, mode: PatMode) {
        match body.pat(id) {
            PatKind::Error | PatKind::Wild | PatKind::Local(..) => {}
            PatKind::Bind { name, mutable, sub } => {
                if mode != PatMode::Bind && !mutable && sub.is_none() && self.constant_pattern(body, id, name) {
                    return;
                }
                if let Some(sub) = sub {
                    self.pat(body, sub, mode);
                }
                let local = body.locals.alloc(Local {
                    name: name.name,
                    span: name.span,
                    mutable,
                    ty: Ty::ERROR,
                    synthetic: false,
                });
                self.locals.push(name.name, local);
                body.set_pat(id, PatKind::Local(local, sub));
            }
            PatKind::Value(expr) => self.expr(body, expr),
            PatKind::Range { lo, hi, .. } => lo.into_iter().chain(hi).for_each(|e| self.expr(body, e)),
            PatKind::Or(list) => {
                for i in list.range() {
                    let inner = *body.pat_lists.at(i);
                    self.pat(body, inner, mode);
                }
            }
        }
    }

    fn static_in_pattern(&mut self, name: Ident, item: ItemId) {
        self.lookup(self.module, Namespace::Value, name.name);
        let text = self.cx.text(name.name);
        let message = format!("`{text}` would be a new variable here, not the static `{text}`");
        let diagnostic = Diagnostic::error(STATIC_IN_PATTERN, name.span, message)
            .label("it would match every value")
            .secondary(self.ir.items[item].name.span, "declared here")
            .note(format!("patterns compare with constants; a static is compared in a guard: `n if n == {text} => …`"));
        self.cx.emit(diagnostic);
    }

    /// Whether a name alone in a pattern is a constant; if so, the pattern becomes its value.
    fn constant_pattern(&mut self, body: &mut Resolving, id: PatId, name: Ident) -> bool {
        let item = match self.block_item_named(name.name, Namespace::Value) {
            Some(item) => Some(item),
            None => self.scopes[module_index(self.module)].values.get(&name.name).map(|b| b.item),
        };
        let Some(item) = item else { return false };
        match self.ir.items[item].kind {
            ItemKind::Const { .. } => {}
            ItemKind::Static { .. } => {
                self.static_in_pattern(name, item);
                body.set_pat(id, PatKind::Error);
                return true;
            }
            // A variable may have the name of everything else.
            _ => return false,
        }
        self.lookup(self.module, Namespace::Value, name.name);
        let expr = body.alloc(ExprKind::Item(item, List::default()), name.span);
        body.set_pat(id, PatKind::Value(expr));
        body.add_shape(Shapes::REFUTABLE);
        true
    }
}

/// Which variant has a name. Large enums are entered into `known` once: looking through all variants for each of many
/// paths would take time in the square of the enum.
fn variant_index(
    known: &mut FxHashMap<(ItemId, Symbol), u32>,
    id: ItemId,
    item: &EnumItem,
    name: Symbol,
) -> Option<u32> {
    const FEW: usize = 16;
    if item.variants.len() <= FEW {
        return item.variants.iter().position(|v| v.name.name == name).map(|i| i as u32);
    }
    if !known.contains_key(&(id, item.variants[0].name.name)) {
        for (i, variant) in item.variants.iter().enumerate() {
            known.entry((id, variant.name.name)).or_insert(i as u32);
        }
    }
    known.get(&(id, name)).copied()
}
