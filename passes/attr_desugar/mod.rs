//! Turns raw `#[…]` into typed attributes and ABI strings into conventions, spreads an extern block's attributes over its members.
//!
//! Language: Surface -> Desugared
//! Establishes: every attribute is known, well formed, on a place that takes it, and there once; `inline`, `cold` and
//! `no_intrinsic` are on functions alone; diagnostics have the levels that attributes around them give their lints; what stands
//! behind `extern` names a convention.
//! Preserves: everything else; the order of the attributes that stay.
//!
//! Before:
//! ```vex
//! #[link(name = "m")]
//! #[no_intrinsic]
//! #[inline]
//! extern "C" {
//!     fn sqrt(x: f64) -> f64;
//!     #[inline(never)]
//!     fn cbrt(x: f64) -> f64;
//! }
//! ```
//! After:
//! ```vex
//! #[link(name = "m")]
//! extern "C" {
//!     #[no_intrinsic]
//!     #[inline]
//!     fn sqrt(x: f64) -> f64;
//!     #[inline(never)]
//!     #[no_intrinsic]
//!     fn cbrt(x: f64) -> f64;
//! }
//! ```

mod abi;
mod cfg;
mod lints;
mod parse;
mod spread;
mod target;

use parse::Parser;
use std::mem::{discriminant, take};
use target::AttrTarget;
use vex_ir::lang::{Desugared, Step, Surface};
use vex_ir::pool::{List, Pool};
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// An attribute that may be there once is there twice.
const DUPLICATE_ATTRIBUTE: Code = Code("E0103");
/// Two contradicting `#[inline]`.
const CONFLICTING_INLINE: Code = Code("E0108");
/// Two contradicting `#[repr]`.
const CONFLICTING_REPR: Code = Code("E0109");
/// A symbol that is given twice.
const SYMBOL_GIVEN_TWICE: Code = Code("E0112");
/// A test that takes parameters.
const TEST_WITH_PARAMETERS: Code = Code("E0114");

pub fn run(cx: &mut Cx, mut ir: Step<Surface, Desugared, &mut Program>) {
    let (sigs, mut bodies) = ir.split();
    for (id, item) in sigs.items.iter_mut() {
        if !item.attrs.is_empty() {
            let raw = take(&mut item.attrs);
            item.attrs = desugar(cx, AttrTarget::of(item), raw);
            check_test(cx, item);
        }
        let mut body = bodies.get_mut(id);
        abi::decide(cx, item, &mut body);
        // Nearly every item has no attributes inside.
        if !body.attrs.all().is_empty() {
            inside(cx, item, &mut body);
        }
    }
    spread::over_members(&mut ir);
    lints::establish(cx, &ir);
}

/// The attributes of parameters, fields, variants, statements, arms.
fn inside(cx: &mut Cx, item: &mut Item, body: &mut Body) {
    let Body { attrs, stmts, arms, fields, field_pats, .. } = body;
    let field_defs = |cx: &mut Cx, fields: &mut [FieldDef], pool: &mut Pool<Attr>| {
        fields.iter_mut().for_each(|field| rewrite(cx, AttrTarget::Field, pool, &mut field.attrs));
    };
    match item.raw_mut() {
        ItemData::Fn(function) => {
            function.params.iter_mut().for_each(|param| rewrite(cx, AttrTarget::Param, attrs, &mut param.attrs));
        }
        ItemData::Struct(def) => field_defs(cx, &mut def.fields, attrs),
        ItemData::Enum(def) => {
            for variant in &mut def.variants {
                rewrite(cx, AttrTarget::Variant, attrs, &mut variant.attrs);
                if let Payload::Struct(fields) = &mut variant.payload {
                    field_defs(cx, fields, attrs);
                }
            }
        }
        // They have no parts with attributes of their own, but in their bodies.
        ItemData::Error
        | ItemData::Import(_)
        | ItemData::Const { .. }
        | ItemData::Anon
        | ItemData::Static { .. }
        | ItemData::Alias(_)
        | ItemData::Opaque
        | ItemData::AssocType(_)
        | ItemData::ExternBlock(_)
        | ItemData::Impl(_)
        | ItemData::Trait(_) => {}
    }
    for i in 0..stmts.all().len() {
        rewrite(cx, AttrTarget::Stmt, attrs, &mut stmts.at_mut(i).attrs);
    }
    for i in 0..arms.all().len() {
        rewrite(cx, AttrTarget::Arm, attrs, &mut arms.at_mut(i).attrs);
    }
    for i in 0..fields.all().len() {
        rewrite(cx, AttrTarget::FieldInit, attrs, &mut fields.at_mut(i).attrs);
    }
    for i in 0..field_pats.all().len() {
        rewrite(cx, AttrTarget::FieldPat, attrs, &mut field_pats.at_mut(i).attrs);
    }
}

fn rewrite(cx: &mut Cx, target: AttrTarget, pool: &mut Pool<Attr>, list: &mut List<Attr>) {
    if !list.is_empty() {
        let raw = pool[*list].to_vec();
        *list = pool.alloc(desugar(cx, target, raw));
    }
}

fn desugar(cx: &mut Cx, target: AttrTarget, attrs: Vec<Attr>) -> Vec<Attr> {
    let mut parser = Parser { cx, target, out: Vec::with_capacity(attrs.len()) };
    for attr in attrs {
        let AttrKind::Raw(raw) = attr.kind::<Surface>();
        parser.attr(raw, attr.span);
    }
    let mut typed = parser.out;
    remove_repeated(cx, &mut typed);
    check_repr(cx, &typed);
    typed
}

/// Of the attributes that may be there once, keeps the first. What `cfg_attr` adds is not known yet; `cfg-prune` sees to it.
fn remove_repeated(cx: &mut Cx, attrs: &mut Vec<Attr>) {
    if attrs.len() < 2 {
        return;
    }
    // One of each kind is kept, so that there are few to compare with however many are written.
    let mut firsts: Vec<Attr> = Vec::new();
    attrs.retain(|attr| {
        if let Some(diagnostic) = firsts.iter().find_map(|first| repeated(cx, first, attr)) {
            cx.emit(diagnostic);
            return false;
        }
        if attr.as_typed().is_some_and(TypedAttr::is_once) {
            firsts.push(attr.clone());
        }
        true
    });
}

fn repeated(cx: &Cx, first: &Attr, second: &Attr) -> Option<Diagnostic> {
    match (first.as_typed()?, second.as_typed()?) {
        (TypedAttr::Inline(a), TypedAttr::Inline(b)) if a != b => Some(
            Diagnostic::error(CONFLICTING_INLINE, second.span, "conflicting `inline` attributes")
                .label(format!("this asks for `{}`", cx.snippet(second.span)))
                .secondary(first.span, format!("this asks for `{}`", cx.snippet(first.span)))
                .note("a function has at most one of `inline`, `inline(always)` and `inline(never)`"),
        ),
        (TypedAttr::NoMangle, TypedAttr::ExportName(_)) | (TypedAttr::ExportName(_), TypedAttr::NoMangle) => Some(
            Diagnostic::error(SYMBOL_GIVEN_TWICE, second.span, "the symbol is given twice")
                .label("this gives it a name")
                .secondary(first.span, "and so does this")
                .note("`no_mangle` keeps the name it has in the source, `export_name` gives it another"),
        ),
        (a, b) if discriminant(a) == discriminant(b) && a.is_once() => Some(
            Diagnostic::error(DUPLICATE_ATTRIBUTE, second.span, format!("`{}` is there twice", name(b)))
                .label("again here")
                .secondary(first.span, "first here")
                .fix(second.span, "", "remove one"),
        ),
        _ => None,
    }
}

fn name(kind: &TypedAttr) -> &'static str {
    match kind {
        TypedAttr::LinkName(_) => "link_name",
        TypedAttr::ExportName(_) => "export_name",
        TypedAttr::NoMangle => "no_mangle",
        TypedAttr::Inline(_) => "inline",
        TypedAttr::Cold => "cold",
        TypedAttr::NoIntrinsic => "no_intrinsic",
        TypedAttr::ThreadLocal => "thread_local",
        TypedAttr::Format { .. } => "format",
        TypedAttr::Test => "test",
        TypedAttr::Lang(_) => "lang",
        TypedAttr::Deprecated(_) => "deprecated",
        TypedAttr::MustUse(_) => "must_use",
        TypedAttr::Link { .. } | TypedAttr::Repr(_) | TypedAttr::Lint { .. } => "the attribute",
    }
}

fn check_test(cx: &mut Cx, item: &Item) {
    let Some(function) = item.as_fn() else { return };
    let Some(test) = item.attrs.iter().find(|attr| attr.as_typed() == Some(&TypedAttr::Test)) else { return };
    if let Some(param) = function.params.first() {
        let diagnostic = Diagnostic::error(TEST_WITH_PARAMETERS, param.span, "a test takes no parameters");
        cx.emit(diagnostic.label("nothing could be passed here").secondary(test.span, "this makes it a test"));
    }
}

fn check_repr(cx: &mut Cx, attrs: &[Attr]) {
    // The attributes that do not contradict an earlier one: at most one of each kind.
    let mut firsts: Vec<(Repr, Span)> = Vec::new();
    for second in attrs {
        let Some(TypedAttr::Repr(b)) = second.as_typed() else { continue };
        let clash = firsts.iter().find_map(|(a, span)| repr_clash(a, b).map(|why| (*span, why)));
        if let Some((first, why)) = clash {
            let diagnostic = Diagnostic::error(CONFLICTING_REPR, second.span, "conflicting `repr` attributes");
            cx.emit(diagnostic.label("this does not go with").secondary(first, "this").note(why));
        } else if firsts.iter().all(|(a, _)| a != b) {
            firsts.push((*b, second.span));
        }
    }
}

/// Why two `repr` contradict each other; `None` if they do not.
fn repr_clash(a: &Repr, b: &Repr) -> Option<&'static str> {
    match (a, b) {
        (Repr::Packed(_), Repr::Align(_)) | (Repr::Align(_), Repr::Packed(_)) => {
            Some("a type cannot be both packed and aligned to more than its fields")
        }
        (Repr::Int(x), Repr::Int(y)) if x != y => Some("an enum has one integer type"),
        (Repr::Packed(x), Repr::Packed(y)) if x != y => Some("a type is packed to one alignment"),
        (Repr::Align(x), Repr::Align(y)) if x != y => Some("a type has one alignment"),
        _ => None,
    }
}
