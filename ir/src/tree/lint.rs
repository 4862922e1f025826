//! What the attributes of a program say of lints, and where.

use super::*;
use crate::cx::Cx;
use crate::lang::Desugared;
use crate::lint::{LintLevels, WARNINGS};

/// An attribute `#[allow(name)]`, `#[warn(name)]` or `#[deny(name)]`.
#[derive(Clone, Copy, Debug)]
pub struct LintAttr {
    /// Where it holds: what it is written on, with the attributes there.
    pub span: Span,
    pub level: LintLevel,
    /// A lint, or a group of lints.
    pub name: Ident,
    /// Whether it counts: the conditions of `cfg_attr` around it hold.
    pub holds: bool,
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

impl Program {
    /// The levels of lints by place, from [what attributes say](Self::lint_attrs).
    pub fn lint_levels(&self, cx: &Cx, attrs: &[LintAttr]) -> LintLevels {
        // Only the compiler's authors can act on warnings about the standard library.
        let std = self.modules.values().filter(|module| module.is_std);
        let std = std.map(|module| (module.span, LintLevel::Allow, WARNINGS));
        let said = attrs.iter().filter(|attr| attr.holds).map(|attr| (attr.span, attr.level, cx.text(attr.name.name)));
        LintLevels::new(std.chain(said))
    }

    /// All attributes about lints (from `attr-desugar` on, when attributes are typed).
    pub fn lint_attrs(&self, cx: &Cx) -> Vec<LintAttr> {
        let mut found = Vec::new();
        for (id, item) in self.items.iter() {
            note(cx, &mut found, item.span, &item.attrs);
            // Nearly every item has no attributes inside.
            let body = &self.bodies[id];
            if !body.attrs.all().is_empty() {
                item.parts_with_attrs(body, &mut |span, attrs| note(cx, &mut found, span, &body.attrs[attrs]));
            }
        }
        found
    }
}

/// Adds what the attributes of one place say.
fn note(cx: &Cx, found: &mut Vec<LintAttr>, on: Span, attrs: &[Attr]) {
    // Those that an extern block's members share stand elsewhere.
    let here = |attr: &&Attr| {
        matches!(attr.kind, AttrData::Typed(TypedAttr::Lint { .. }) | AttrData::Cfg(_) | AttrData::CfgAttr(..))
    };
    if attrs.iter().any(|attr| matches!(attr.kind, AttrData::Typed(TypedAttr::Lint { .. }) | AttrData::CfgAttr(..))) {
        let span = attrs.iter().filter(here).fold(on, |span, attr| span.to(attr.span));
        attrs.iter().for_each(|attr| note_attr(cx, found, span, attr, true));
    }
}

fn note_attr(cx: &Cx, found: &mut Vec<LintAttr>, span: Span, attr: &Attr, holds: bool) {
    match attr.kind::<Desugared>() {
        AttrKind::Typed(TypedAttr::Lint { level, name }) => {
            found.push(LintAttr { span, level: *level, name: *name, holds })
        }
        AttrKind::CfgAttr(pred, attrs) => {
            let holds = holds && cfg::holds(cx, pred);
            attrs.iter().for_each(|attr| note_attr(cx, found, span, attr, holds));
        }
        // No other attribute is about lints.
        AttrKind::Typed(_) | AttrKind::Cfg(_) => {}
    }
}

impl Item {
    /// Calls `f` with the span and the attributes of everything in the item that has some of its own.
    fn parts_with_attrs(&self, body: &Body, f: &mut dyn FnMut(Span, crate::pool::List<Attr>)) {
        match &self.kind {
            ItemData::Fn(function) => function.params.iter().for_each(|p| f(p.span, p.attrs)),
            ItemData::Struct(def) => def.fields.iter().for_each(|p| f(p.span, p.attrs)),
            ItemData::Enum(def) => {
                for variant in &def.variants {
                    f(variant.span, variant.attrs);
                    if let Payload::Struct(fields) = &variant.payload {
                        fields.iter().for_each(|field| f(field.span, field.attrs));
                    }
                }
            }
            // Nothing else has parts of its own.
            _ => {}
        }
        body.stmts.all().iter().for_each(|s| f(s.span, s.attrs));
        body.arms.all().iter().for_each(|a| f(a.span, a.attrs));
        body.fields.all().iter().for_each(|field| f(field.name.span.to(body.span(field.value)), field.attrs));
        body.field_pats.all().iter().for_each(|field| f(field.name.span.to(body.pats[field.pat].span), field.attrs));
    }
}
