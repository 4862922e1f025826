//! The places that attributes stand on, and which attribute belongs where.

use vex_ir::tree::*;

/// What an attribute is written on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
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
    /// What could not be parsed takes anything: it is reported already.
    Error,
    Field,
    Variant,
    Param,
    Stmt,
    Arm,
    FieldInit,
    FieldPat,
}

impl Place {
    pub fn of(item: &Item) -> Place {
        match &item.kind {
            ItemKind::Error => Place::Error,
            ItemKind::Import(_) => Place::Import,
            ItemKind::Fn(function) if function.is_foreign => Place::ForeignFn,
            ItemKind::Fn(_) => Place::Fn,
            ItemKind::Const { .. } => Place::Const,
            ItemKind::Static { abi: Some(_), .. } => Place::ForeignStatic,
            ItemKind::Static { .. } => Place::Static,
            ItemKind::Alias { .. } => Place::Alias,
            ItemKind::Struct(def) if def.is_union => Place::Union,
            ItemKind::Struct(_) => Place::Struct,
            ItemKind::Enum(_) => Place::Enum,
            ItemKind::Opaque => Place::Opaque,
            ItemKind::ExternBlock(_) => Place::ExternBlock,
            ItemKind::Impl(_) => Place::Impl,
            ItemKind::Trait(_) => Place::Trait,
        }
    }

    /// With its article, as a message names it.
    pub fn text(self) -> &'static str {
        match self {
            Place::Import => "an import",
            Place::Fn => "a function",
            Place::ForeignFn => "a foreign function",
            Place::Const => "a constant",
            Place::Static => "a static",
            Place::ForeignStatic => "a foreign static",
            Place::Alias => "a type alias",
            Place::Struct => "a struct",
            Place::Union => "a union",
            Place::Enum => "an enum",
            Place::Opaque => "an incomplete type",
            Place::ExternBlock => "an extern block",
            Place::Impl => "an impl block",
            Place::Trait => "a trait",
            Place::Error => "this item",
            Place::Field => "a field",
            Place::Variant => "a variant",
            Place::Param => "a parameter",
            Place::Stmt => "a statement",
            Place::Arm => "a match arm",
            Place::FieldInit => "a field of a struct literal",
            Place::FieldPat => "a field of a pattern",
        }
    }

    fn is_item(self) -> bool {
        !matches!(
            self,
            Place::Field
                | Place::Variant
                | Place::Param
                | Place::Stmt
                | Place::Arm
                | Place::FieldInit
                | Place::FieldPat
                | Place::Import
        )
    }
}

/// `None` if the attribute may stand on the place, else the places where it belongs.
pub fn belongs_elsewhere(kind: &AttrKind, place: Place) -> Option<&'static str> {
    use Place::{
        Enum, Error, ExternBlock, Field, Fn, ForeignFn, ForeignStatic, Opaque, Static, Struct, Trait, Union, Variant,
    };
    let (fits, where_) = match kind {
        AttrKind::Raw(_) | AttrKind::Cfg(_) | AttrKind::CfgAttr(..) | AttrKind::Lint { .. } => return None,
        AttrKind::Link { .. } => (place == ExternBlock, "an extern block"),
        AttrKind::LinkName(_) => {
            (matches!(place, ForeignFn | ForeignStatic), "a function or static that is declared in an extern block")
        }
        AttrKind::ExportName(_) | AttrKind::NoMangle => {
            (matches!(place, Fn | Static), "a function or static that is defined here")
        }
        AttrKind::Inline(_) | AttrKind::Cold => {
            (matches!(place, Fn | ForeignFn | ExternBlock), "a function or an extern block")
        }
        AttrKind::NoIntrinsic => (matches!(place, ForeignFn | ExternBlock), "a foreign function or an extern block"),
        AttrKind::ThreadLocal => (matches!(place, Static | ForeignStatic), "a static"),
        AttrKind::Format { .. } => (place == ForeignFn, "a function that is declared in an extern block"),
        AttrKind::Repr(Repr::C) => (matches!(place, Struct | Union | Enum), "a struct, union or enum"),
        AttrKind::Repr(Repr::Packed(_) | Repr::Align(_)) => (matches!(place, Struct | Union), "a struct or union"),
        AttrKind::Repr(Repr::Int(_)) => (place == Enum, "an enum"),
        AttrKind::Test => (place == Fn, "a function that is defined here"),
        AttrKind::Deprecated(_) => {
            (place.is_item() && place != Place::Impl || matches!(place, Field | Variant), "an item, field or variant")
        }
        AttrKind::MustUse(_) => {
            (matches!(place, Fn | ForeignFn | Struct | Union | Enum | Opaque | Trait), "a function or a type")
        }
    };
    (!fits && place != Error).then_some(where_)
}
