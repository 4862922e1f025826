//! Patterns: a name alone is a new variable or a constant.

use super::*;
use vex_ir::pool::List;

const STATIC_IN_PATTERN: Code = Code("E0217");

/// How names in a pattern bind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PatMode {
    /// `let`, parameters, `for`: a name alone is a new variable.
    Bind,
    /// `match`: a name alone may be a constant.
    Match,
}

impl Resolver<'_, '_> {
    pub(super) fn pat(&mut self, body: &mut Resolving<'_>, id: PatId, mode: PatMode) {
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
