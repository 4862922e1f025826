//! Patterns: a name alone is a new variable or a constant.

use super::*;
use vex_ir::pool::List;

const STATIC_IN_PATTERN: Code = Code("E0217");
const BOUND_TWICE: Code = Code("E0360");
const MUTABLE_IN_ONE: Code = Code("E0361");

/// How names in a pattern bind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PatMode {
    /// `let`, parameters, `for`: a name alone is a new variable.
    Bind,
    /// `match`: a name alone may be a constant.
    Match,
}

/// What a pattern binds.
#[derive(Default)]
struct Names {
    /// What is bound where the pattern has come to, and in which order.
    bound: FxHashMap<Symbol, LocalId>,
    order: Vec<Symbol>,
    /// What alternatives before bind: the same variables in those behind.
    shared: FxHashMap<Symbol, LocalId>,
}

impl Resolver<'_, '_> {
    pub(super) fn pat(&mut self, body: &mut Resolving<'_>, id: PatId, mode: PatMode) {
        match body.pat(id) {
            // What most patterns are binds one name.
            PatKind::Bind { name, mutable, sub: None } => {
                if mode != PatMode::Match || mutable || !self.constant_pattern(body, id, name) {
                    let local = self.variable(body, name, mutable);
                    body.set_pat(id, PatKind::Local(local, None));
                }
            }
            _ => self.part(body, id, mode, &mut Names::default()),
        }
    }

    // Long because it has an arm for each kind of pattern.
    fn part(&mut self, body: &mut Resolving<'_>, id: PatId, mode: PatMode, names: &mut Names) {
        match body.pat(id) {
            PatKind::Error | PatKind::Wild | PatKind::Local(..) => {}
            PatKind::Bind { name, mutable, sub } => {
                if mode != PatMode::Bind && !mutable && sub.is_none() && self.constant_pattern(body, id, name) {
                    return;
                }
                if let Some(sub) = sub {
                    self.part(body, sub, mode, names);
                }
                match self.bind(body, name, mutable, names) {
                    Some(local) => body.set_pat(id, PatKind::Local(local, sub)),
                    None => body.set_pat(id, PatKind::Error),
                }
            }
            PatKind::Borrow(_, inner) => self.part(body, inner, PatMode::Bind, names),
            PatKind::Ref(inner) => self.part(body, inner, mode, names),
            PatKind::Value(expr) => self.expr(body, expr),
            PatKind::Range { lo, hi, .. } => lo.into_iter().chain(hi).for_each(|e| self.expr(body, e)),
            PatKind::Tuple(list) => {
                for i in list.range() {
                    let inner = *body.pat_lists.at(i);
                    self.part(body, inner, mode, names);
                }
            }
            PatKind::TupleStruct { path, pats } => {
                self.expr(body, path);
                for i in pats.range() {
                    let inner = *body.pat_lists.at(i);
                    self.part(body, inner, mode, names);
                }
            }
            PatKind::Struct { ty, fields, .. } => {
                self.literal_type(body, ty);
                for i in fields.range() {
                    let inner = body.field_pats.at(i).pat;
                    self.part(body, inner, mode, names);
                }
            }
            PatKind::Or(list) => {
                let from = names.order.len();
                let mut before = Vec::new();
                for i in list.range() {
                    for name in names.order.drain(from..) {
                        if let Some(local) = names.bound.remove(&name) {
                            names.shared.insert(name, local);
                            before.push((name, local));
                        }
                    }
                    let inner = *body.pat_lists.at(i);
                    self.part(body, inner, mode, names);
                }
                // What only some alternatives bind is reported where types are known.
                for (name, local) in before {
                    if names.bound.insert(name, local).is_none() {
                        names.order.push(name);
                    }
                }
            }
        }
    }

    /// The variable that a name in a pattern is; none if it has that name already.
    fn bind(&mut self, body: &mut Resolving<'_>, name: Ident, mutable: bool, names: &mut Names) -> Option<LocalId> {
        let text = self.cx.text(name.name);
        if let Some(first) = names.bound.get(&name.name) {
            let diagnostic = Diagnostic::error(BOUND_TWICE, name.span, format!("`{text}` is bound twice in a pattern"))
                .label(format!("`{text}` again"))
                .secondary(body.locals[*first].span, "first here")
                .note("to compare two parts, give them two names, and compare these in a guard");
            self.cx.emit(diagnostic);
            return None;
        }
        let local = match names.shared.get(&name.name) {
            Some(local) => {
                let first = body.locals[*local];
                if first.mutable != mutable {
                    let message = format!("`{text}` is `mut` in only one alternative");
                    let diagnostic = Diagnostic::error(MUTABLE_IN_ONE, name.span, message);
                    let (here, there) =
                        if mutable { ("`mut` here", "not here") } else { ("not `mut` here", "`mut` here") };
                    self.cx.emit(diagnostic.label(here).secondary(first.span, there));
                }
                *local
            }
            None => self.variable(body, name, mutable),
        };
        names.bound.insert(name.name, local);
        names.order.push(name.name);
        Some(local)
    }

    fn variable(&mut self, body: &mut Resolving<'_>, name: Ident, mutable: bool) -> LocalId {
        let local =
            body.locals.alloc(Local { name: name.name, span: name.span, mutable, ty: Ty::ERROR, synthetic: false });
        self.locals.push(name.name, local);
        local
    }

    fn static_in_pattern(&mut self, name: Ident, item: ItemId) {
        self.scopes.lookup(self.module, Namespace::Value, name.name);
        let text = self.cx.text(name.name);
        let message = format!("`{text}` would be a new variable here, not the static `{text}`");
        let diagnostic = Diagnostic::error(STATIC_IN_PATTERN, name.span, message)
            .label("it would match every value")
            .secondary(self.ir.items[item].name.span, "declared here")
            .note(format!("patterns compare with constants; a static is compared in a guard: `n if n == {text} => …`"));
        self.cx.emit(diagnostic);
    }

    /// Whether a name alone in a pattern is a constant; if so, the pattern becomes its value.
    fn constant_pattern(&mut self, body: &mut Resolving<'_>, id: PatId, name: Ident) -> bool {
        if self.parameter_pattern(name) {
            body.set_pat(id, PatKind::Error);
            return true;
        }
        let item = match self.block_item_named(name.name, Namespace::Value) {
            Some(item) => Some(item),
            None => self.scopes.module(self.module).values.get(&name.name).map(|b| b.item),
        };
        let Some(item) = item else { return false };
        match self.ir.items[item].kind::<Scoped>() {
            ItemKind::Const { .. } => {}
            ItemKind::Static { .. } => {
                self.static_in_pattern(name, item);
                body.set_pat(id, PatKind::Error);
                return true;
            }
            // A variable may have the name of any other item.
            _ => return false,
        }
        self.scopes.lookup(self.module, Namespace::Value, name.name);
        let expr = body.alloc(ExprKind::Item(item, List::default()), name.span);
        body.set_pat(id, PatKind::Value(expr));
        true
    }
}
