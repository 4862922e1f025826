//! Items and attributes.

use super::*;
use crate::lang;
use crate::pool::List;
use crate::ty::Conv;
use smol_str::SmolStr;

/// A declaration: everything that stands at the top level of a module, in an extern block, or as an item statement.
pub struct Item {
    pub name: Ident,
    pub span: Span,
    pub is_pub: bool,
    pub attrs: Vec<Attr>,
    /// The text of its doc comments.
    pub docs: SmolStr,
    pub module: ModuleId,
    /// The extern block that it is declared in.
    pub extern_block: Option<ItemId>,
    pub kind: ItemKind,
}

pub enum ItemKind {
    /// Could not be parsed; already reported.
    Error,
    Import(Import),
    Fn(FnItem),
    /// `const NAME: ty = body.root;`
    Const {
        ty: TypeId,
    },
    /// An anonymous constant, `body.root`: see [`AnonConst`]. It stands in what it is part of, and has its type from there.
    Anon,
    /// `static mut NAME: ty = body.root;`; without initializer in an extern block.
    Static {
        ty: TypeId,
        mutable: bool,
    },
    /// `type Name = ty;`
    Alias {
        ty: TypeId,
        generics: Vec<GenericParam>,
    },
    /// `struct`, or `union`.
    Struct(StructItem),
    Enum(EnumItem),
    /// `type Name;` in an extern block, or `struct Name;`: an incomplete type.
    Opaque,
    /// `extern "C" { … }`. Its members are items of their own.
    ExternBlock(ExternBlock),
    Impl(ImplItem),
    Trait(TraitItem),
}

/// `import { a as b } from "path";`, `import * as m from "path";`. Gone after `import-check`.
pub struct Import {
    pub names: ImportNames,
    /// As written.
    pub path: SmolStr,
    pub path_span: Span,
    /// What the loader made of it. For `import { a, b } from "std"` with `std` a folder, the modules are in `names`.
    pub target: ImportTarget,
}

pub enum ImportNames {
    /// `* as m`
    Module(Ident),
    /// `{ a, b as c }`
    Items(Vec<ImportName>),
}

pub struct ImportName {
    pub name: Ident,
    /// The name it has here: `name` if no other is given.
    pub alias: Ident,
    /// The module, where `name` is one: `import { time } from "std"`.
    pub module: Option<ModuleId>,
}

pub enum ImportTarget {
    Module(ModuleId),
    /// A folder of modules, like `std`: each name has its own module.
    Folder,
    /// Nothing is there. `scope-collect` reports it if the import is still there by then.
    Missing {
        /// The places that were searched.
        searched: Vec<String>,
    },
    /// Already reported: an unreadable file, say.
    Error,
}

pub struct FnItem {
    pub params: Vec<Param>,
    pub ret: Option<TypeId>,
    /// Its own. A function in an extern block has the block's: [`Sigs::conv`] knows both.
    pub abi: Abi,
    pub variadic: bool,
    pub is_unsafe: bool,
    pub generics: Vec<GenericParam>,
}

#[derive(Clone, Copy, Debug)]
pub struct Param {
    pub attrs: List<Attr>,
    pub pat: PatId,
    pub ty: TypeId,
    pub span: Span,
}

pub struct GenericParam {
    pub name: Ident,
    pub bounds: Vec<TypeId>,
}

pub struct StructItem {
    pub is_union: bool,
    /// Whether the fields have no names: `struct P(f64, f64);`. Their names are then `0`, `1`, ….
    pub is_tuple: bool,
    pub fields: Vec<FieldDef>,
    pub generics: Vec<GenericParam>,
}

#[derive(Clone, Copy, Debug)]
pub struct FieldDef {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub is_pub: bool,
    pub ty: TypeId,
    pub span: Span,
}

pub struct EnumItem {
    pub variants: Vec<Variant>,
    pub generics: Vec<GenericParam>,
}

pub struct Variant {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub payload: Payload,
    pub discriminant: Option<AnonConst>,
    pub span: Span,
}

pub enum Payload {
    None,
    Tuple(Vec<TypeId>),
    Struct(Vec<FieldDef>),
}

pub struct ExternBlock {
    pub abi: Abi,
    /// Functions, statics and opaque types; each is an item of its own.
    pub members: Vec<ItemId>,
}

/// How a function is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abi {
    /// The string behind `extern`, `"C"` if none is written. Production `RawAbi`, until `attr-desugar`.
    Raw(Ident),
    Conv(Conv),
}

impl Abi {
    /// Where no `extern` is written.
    pub const VEX: Abi = Abi::Conv(Conv::Vex);

    /// The convention (from `attr-desugar` on).
    pub fn conv(self) -> Conv {
        match self {
            Abi::Conv(conv) => conv,
            Abi::Raw(text) => lang::lacks::<lang::Desugared>(Some(lang::Production::RawAbi), text.span),
        }
    }
}

pub struct ImplItem {
    pub generics: Vec<GenericParam>,
    pub trait_: Option<TypeId>,
    pub self_ty: TypeId,
    pub members: Vec<ItemId>,
}

pub struct TraitItem {
    pub generics: Vec<GenericParam>,
    pub members: Vec<ItemId>,
}

/// An attribute. Production `RawAttr`: [`AttrKind::Raw`], until `attr-desugar`. Production `CfgGate`: [`AttrKind::Cfg`]
/// and [`AttrKind::CfgAttr`], until `cfg-prune`.
#[derive(Clone, PartialEq, Debug)]
pub struct Attr {
    pub kind: AttrKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AttrKind {
    Raw(RawAttr),
    Cfg(CfgPred),
    CfgAttr(CfgPred, Vec<Attr>),
    /// `#[link(…)]` on an extern block.
    Link {
        name: Ident,
        kind: LinkKind,
        /// With the place of the text.
        header: Option<(SmolStr, Span)>,
    },
    LinkName(Symbol),
    ExportName(Symbol),
    NoMangle,
    Inline(InlineHint),
    Cold,
    NoIntrinsic,
    /// A static of which every thread has its own.
    ThreadLocal,
    Repr(Repr),
    /// `#[format(printf, 1)]` on a foreign function.
    Format {
        kind: FormatKind,
        /// Which parameter is the format, counted from 1 as in C's attribute. What stands for `...` are its arguments.
        param: u64,
        /// Where the number stands.
        at: Span,
    },
    Test,
    Deprecated(SmolStr),
    MustUse(SmolStr),
    Lint {
        level: LintLevel,
        name: Ident,
    },
}

impl AttrKind {
    /// Whether it may not be repeated on one place.
    pub fn is_once(&self) -> bool {
        match self {
            AttrKind::Raw(_)
            | AttrKind::Cfg(_)
            | AttrKind::CfgAttr(..)
            | AttrKind::Link { .. }
            | AttrKind::Repr(_)
            | AttrKind::Lint { .. } => false,
            AttrKind::LinkName(_)
            | AttrKind::ExportName(_)
            | AttrKind::NoMangle
            | AttrKind::Inline(_)
            | AttrKind::Cold
            | AttrKind::NoIntrinsic
            | AttrKind::ThreadLocal
            | AttrKind::Format { .. }
            | AttrKind::Test
            | AttrKind::Deprecated(_)
            | AttrKind::MustUse(_) => true,
        }
    }
}

/// An attribute as the parser leaves it: `name`, `name = value`, or `name(args…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct RawAttr {
    pub name: Ident,
    pub value: RawValue,
}

#[derive(Clone, PartialEq, Debug)]
pub enum RawValue {
    /// `name`
    None,
    /// `name = "text"`
    Str(SmolStr, Span),
    /// `name = 4`, or a bare `4` in a list (its name is then empty)
    Int(u64, Span),
    /// `name(…)`; the span is that of the parentheses
    List(Vec<RawAttr>, Span),
}

/// A `cfg` predicate.
#[derive(Clone, PartialEq, Debug)]
pub enum CfgPred {
    /// `unix`
    Flag(Ident),
    /// `target_os = "linux"`
    Pair(Ident, SmolStr, Span),
    All(Vec<CfgPred>),
    Any(Vec<CfgPred>),
    Not(Box<CfgPred>),
    Const(bool),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LinkKind {
    /// Whatever the platform's linker finds first.
    #[default]
    Default,
    Dylib,
    Static,
    Framework,
    Bitcode,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InlineHint {
    Hint,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repr {
    /// `repr(C)`: what every struct has anyway.
    C,
    /// `repr(packed(N))`; `packed` alone is 1.
    Packed(u32),
    Align(u32),
    /// `repr(i32)` of an enum.
    Int(crate::ty::IntTy),
}

/// Whose formats they are that a function takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormatKind {
    /// C17 7.21.6.1: conversions of values.
    Printf,
    /// C17 7.21.6.2: conversions into what pointers lead to.
    Scanf,
}

impl FormatKind {
    pub const ALL: [FormatKind; 2] = [FormatKind::Printf, FormatKind::Scanf];

    /// As `#[format(…)]` has it.
    pub fn name(self) -> &'static str {
        match self {
            FormatKind::Printf => "printf",
            FormatKind::Scanf => "scanf",
        }
    }
}

impl Item {
    /// The typed attributes, after `attr-desugar`.
    pub fn has_attr(&self, wanted: impl Fn(&AttrKind) -> bool) -> bool {
        self.attrs.iter().any(|a| wanted(&a.kind))
    }

    pub fn as_fn(&self) -> Option<&FnItem> {
        match &self.kind {
            ItemKind::Fn(f) => Some(f),
            _ => None,
        }
    }

    /// Whether another object can refer to it: `#[no_mangle]`, `#[export_name]`, or `pub extern "C" fn`.
    pub fn is_exported(&self) -> bool {
        let named = self.has_attr(|a| matches!(a, AttrKind::NoMangle | AttrKind::ExportName(_)));
        let c_function = self.is_pub && self.as_fn().is_some_and(|f| f.abi != Abi::VEX);
        named || c_function
    }

    /// Whether it is a function or static of an extern block: declared here, defined elsewhere.
    pub fn is_foreign(&self) -> bool {
        self.extern_block.is_some() && matches!(self.kind, ItemKind::Fn(_) | ItemKind::Static { .. })
    }

    /// Whether it is a static of which every thread has its own.
    pub fn is_thread_local(&self) -> bool {
        self.has_attr(|a| *a == AttrKind::ThreadLocal)
    }

    /// What `#[format]` says of it: whose formats it takes, and the position of the parameter, from 0. `None` also for a number
    /// that no parameter has.
    pub fn format_attr(&self) -> Option<(FormatKind, usize)> {
        self.attrs.iter().find_map(|a| match a.kind {
            AttrKind::Format { kind, param, .. } => Some((kind, usize::try_from(param).ok()?.checked_sub(1)?)),
            _ => None,
        })
    }

    /// The symbol that it shares with C, if it shares one: what an attribute gives it, or its name.
    pub fn shared_symbol(&self) -> Symbol {
        let given = self.attrs.iter().find_map(|a| match a.kind {
            AttrKind::LinkName(s) | AttrKind::ExportName(s) => Some(s),
            _ => None,
        });
        given.unwrap_or(self.name.name)
    }
}
