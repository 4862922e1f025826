//! Levels of lints: what `#[allow]`, `#[warn]` and `#[deny]` around a place make of a warning there.

use super::*;
use crate::cx::Cx;
use crate::diag::{Diagnostic, Severity};

impl Program {
    /// The warning as the attributes around it want it: `None` if they allow it, an error if they deny it. `item` is the
    /// one whose body it is about.
    pub fn lint(&self, cx: &Cx, item: ItemId, diagnostic: Diagnostic) -> Option<Diagnostic> {
        let Some(lint) = diagnostic.lint else { return Some(diagnostic) };
        let level = self.lint_level(cx, item, diagnostic.primary.span, lint);
        at_level(diagnostic, level)
    }

    /// The innermost attribute decides.
    fn lint_level(&self, cx: &Cx, id: ItemId, span: Span, lint: &str) -> LintLevel {
        let (item, body) = (&self.items[id], &self.bodies[id]);
        // An item of a block stands in one of its module.
        let outer = self.item_at(item.module, span).map(|id| &self.items[id].attrs);
        let mut found = LintLevel::Warn;
        for attrs in outer.into_iter().chain([&item.attrs]) {
            found = level(cx, attrs, lint).unwrap_or(found);
        }
        let mut inner: Vec<(Span, LintLevel)> = Vec::new();
        if !body.attrs.all().is_empty() {
            item.parts_with_attrs(body, &mut |at, attrs| {
                if at.lo <= span.lo && span.hi <= at.hi {
                    inner.extend(level(cx, &body.attrs[attrs], lint).map(|l| (at, l)));
                }
            });
        }
        inner.into_iter().min_by_key(|(at, _)| at.hi - at.lo).map_or(found, |(_, level)| level)
    }
}

impl Sigs {
    /// The item of a module's top level that a place lies in.
    pub fn item_at(&self, module: ModuleId, span: Span) -> Option<ItemId> {
        let items = &self.modules[module].items;
        let at = items.partition_point(|i| self.items[*i].span.lo <= span.lo);
        let found = *items.get(at.checked_sub(1)?)?;
        (span.hi <= self.items[found].span.hi).then_some(found)
    }
}

impl Item {
    /// Calls `f` with the span and the attributes of every parameter, field, variant, statement and arm of the item.
    fn parts_with_attrs(&self, body: &Body, f: &mut dyn FnMut(Span, crate::pool::List<Attr>)) {
        match &self.kind {
            ItemKind::Fn(function) => function.params.iter().for_each(|p| f(p.span, p.attrs)),
            ItemKind::Struct(def) => def.fields.iter().for_each(|p| f(p.span, p.attrs)),
            ItemKind::Enum(def) => def.variants.iter().for_each(|p| f(p.span, p.attrs)),
            // Nothing else has parts of its own.
            _ => {}
        }
        body.stmts.all().iter().for_each(|s| f(s.span, s.attrs));
        body.arms.all().iter().for_each(|a| f(a.span, a.attrs));
    }
}

/// What a level makes of a warning.
fn at_level(mut diagnostic: Diagnostic, level: LintLevel) -> Option<Diagnostic> {
    match level {
        LintLevel::Allow => return None,
        LintLevel::Warn => {}
        LintLevel::Deny => diagnostic.severity = Severity::Error,
    }
    Some(diagnostic)
}

/// What attributes say of a lint; the last one counts.
fn level(cx: &Cx, attrs: &[Attr], lint: &str) -> Option<LintLevel> {
    let says = |attr: &Attr| match attr.kind {
        AttrKind::Lint { level, name } => is_meant(cx.text(name.name), lint).then_some(level),
        _ => None,
    };
    attrs.iter().filter_map(says).next_back()
}

/// Whether an attribute with this name, of a lint or a group, is about a lint.
fn is_meant(name: &str, lint: &str) -> bool {
    name == lint || name == "warnings" || name == "unused" && lint.starts_with("unused")
}

/// What an attribute says of lints where it holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LintScope {
    /// What the attribute is written on.
    pub span: Span,
    pub level: LintLevel,
    /// A lint, or a group of lints.
    pub name: Symbol,
}

impl Program {
    /// What all attributes say of lints, those around others before them: for passes that come when the Tree is gone.
    pub fn lint_scopes(&self) -> Vec<LintScope> {
        let mut found = Vec::new();
        let mut note = |span: Span, attrs: &[Attr]| {
            found.extend(attrs.iter().filter_map(|attr| match attr.kind {
                AttrKind::Lint { level, name } => Some(LintScope { span, level, name: name.name }),
                _ => None,
            }));
        };
        for &id in &self.live {
            let item = &self.items[id];
            note(item.span, &item.attrs);
            let body = &self.bodies[id];
            if !body.attrs.all().is_empty() {
                item.parts_with_attrs(body, &mut |span, attrs| note(span, &body.attrs[attrs]));
            }
        }
        found
    }
}

impl Cx {
    /// Emits a warning as the attributes around its place want it, as [`Program::lint`] does while there is a Tree.
    pub fn emit_lint(&mut self, diagnostic: Diagnostic) {
        let (Some(lint), at) = (diagnostic.lint, diagnostic.primary.span) else { return self.emit(diagnostic) };
        let holds = |scope: &&LintScope| {
            scope.span.lo <= at.lo && at.hi <= scope.span.hi && is_meant(self.text(scope.name), lint)
        };
        // Of those on one place, the last one counts.
        let innermost = self.lint_scopes.iter().filter(holds).rev().min_by_key(|scope| scope.span.hi - scope.span.lo);
        let level = innermost.map_or(LintLevel::Warn, |scope| scope.level);
        if let Some(diagnostic) = at_level(diagnostic, level) {
            self.emit(diagnostic);
        }
    }
}
