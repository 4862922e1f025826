//! The places that attributes stand on, and which attribute belongs where.

use vex_ir::lang::Surface;
use vex_ir::tree::*;

/// What an attribute is written on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AttrTarget {
    Import,
    Fn,
    ForeignFn,
    Const,
    Static,
    ForeignStatic,
    Alias,
    Struct,
    Union,
    Enum,
    Opaque,
    ExternBlock,
    Impl,
    Trait,
    /// An item that could not be parsed, which is reported: any attribute may be on it.
    Error,
    Field,
    Variant,
    Param,
    Stmt,
    Arm,
    FieldInit,
    FieldPat,
}

impl AttrTarget {
    pub fn of(item: &Item) -> AttrTarget {
        match item.kind::<Surface>() {
            ItemKind::Error => AttrTarget::Error,
            ItemKind::Import(_) => AttrTarget::Import,
            ItemKind::Fn(_) if item.is_foreign() => AttrTarget::ForeignFn,
            ItemKind::Fn(_) => AttrTarget::Fn,
            ItemKind::Const { .. } | ItemKind::Anon => AttrTarget::Const,
            ItemKind::Static { .. } if item.is_foreign() => AttrTarget::ForeignStatic,
            ItemKind::Static { .. } => AttrTarget::Static,
            ItemKind::Alias(_) | ItemKind::AssocType(_) => AttrTarget::Alias,
            ItemKind::Struct(def) if def.is_union => AttrTarget::Union,
            ItemKind::Struct(_) => AttrTarget::Struct,
            ItemKind::Enum(_) => AttrTarget::Enum,
            ItemKind::Opaque => AttrTarget::Opaque,
            ItemKind::ExternBlock(_) => AttrTarget::ExternBlock,
            ItemKind::Impl(_) => AttrTarget::Impl,
            ItemKind::Trait(_) => AttrTarget::Trait,
        }
    }

    /// With its article, as a message names it.
    pub fn text(self) -> &'static str {
        match self {
            AttrTarget::Import => "an import",
            AttrTarget::Fn => "a function",
            AttrTarget::ForeignFn => "a foreign function",
            AttrTarget::Const => "a constant",
            AttrTarget::Static => "a static",
            AttrTarget::ForeignStatic => "a foreign static",
            AttrTarget::Alias => "a type alias",
            AttrTarget::Struct => "a struct",
            AttrTarget::Union => "a union",
            AttrTarget::Enum => "an enum",
            AttrTarget::Opaque => "an incomplete type",
            AttrTarget::ExternBlock => "an extern block",
            AttrTarget::Impl => "an impl block",
            AttrTarget::Trait => "a trait",
            AttrTarget::Error => "this item",
            AttrTarget::Field => "a field",
            AttrTarget::Variant => "a variant",
            AttrTarget::Param => "a parameter",
            AttrTarget::Stmt => "a statement",
            AttrTarget::Arm => "a match arm",
            AttrTarget::FieldInit => "a field of a struct literal",
            AttrTarget::FieldPat => "a field of a pattern",
        }
    }

    fn is_item(self) -> bool {
        !matches!(
            self,
            AttrTarget::Field
                | AttrTarget::Variant
                | AttrTarget::Param
                | AttrTarget::Stmt
                | AttrTarget::Arm
                | AttrTarget::FieldInit
                | AttrTarget::FieldPat
                | AttrTarget::Import
        )
    }
}

/// `None` if the attribute may stand on the place, else the places where it belongs.
pub fn belongs_elsewhere(kind: &TypedAttr, target: AttrTarget) -> Option<&'static str> {
    use AttrTarget::{
        Enum, Error, ExternBlock, Field, Fn, ForeignFn, ForeignStatic, Opaque, Static, Struct, Trait, Union, Variant,
    };
    let (fits, where_) = match kind {
        TypedAttr::Lint { .. } => return None,
        TypedAttr::Link { .. } => (target == ExternBlock, "an extern block"),
        TypedAttr::LinkName(_) => {
            (matches!(target, ForeignFn | ForeignStatic), "a function or static that is declared in an extern block")
        }
        TypedAttr::ExportName(_) | TypedAttr::NoMangle => {
            (matches!(target, Fn | Static), "a function or static that is defined here")
        }
        TypedAttr::Inline(_) | TypedAttr::Cold => {
            (matches!(target, Fn | ForeignFn | ExternBlock), "a function or an extern block")
        }
        TypedAttr::NoIntrinsic => (matches!(target, ForeignFn | ExternBlock), "a foreign function or an extern block"),
        TypedAttr::ThreadLocal => (matches!(target, Static | ForeignStatic), "a static"),
        TypedAttr::Format { .. } => (target == ForeignFn, "a function that is declared in an extern block"),
        TypedAttr::Repr(Repr::C) => (matches!(target, Struct | Union | Enum), "a struct, union or enum"),
        TypedAttr::Repr(Repr::Packed(_) | Repr::Align(_)) => (matches!(target, Struct | Union), "a struct or union"),
        TypedAttr::Repr(Repr::Int(_)) => (target == Enum, "an enum"),
        TypedAttr::Test => (target == Fn, "a function that is defined here"),
        TypedAttr::Lang(LangItem::Drop) => (target == Trait, "a trait"),
        TypedAttr::Deprecated(_) => (
            target.is_item() && target != AttrTarget::Impl || matches!(target, Field | Variant),
            "an item, field or variant",
        ),
        TypedAttr::MustUse(_) => {
            (matches!(target, Fn | ForeignFn | Struct | Union | Enum | Opaque | Trait), "a function or a type")
        }
    };
    (!fits && target != Error).then_some(where_)
}
