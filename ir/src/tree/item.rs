//! Items and attributes.

use super::*;
use crate::lang::{self, Any, If, Lang, Production};
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
    /// The `impl` or trait that it is a member of.
    pub member_of: Option<ItemId>,
    pub(crate) kind: ItemData,
}

macro_rules! items {
    ($($table:tt)*) => {
        include!(concat!(env!("OUT_DIR"), "/items.rs"));
    };
}

// Generated like the nodes of the table, but read by reference: see `generate_view` in `build.rs`.
items! {
    /// What an item is.
    #[stored(ItemData)]
    pub enum ItemKind {
        /// Could not be parsed; already reported.
        Error,
        #[production(Import)]
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
        Alias(AliasItem),
        /// `struct`, or `union`.
        Struct(StructItem),
        Enum(EnumItem),
        /// `type Name;` in an extern block, or `struct Name;`: an incomplete type.
        Opaque,
        /// `type Name: Bound;` in a trait.
        AssocType(AssocTypeItem),
        /// `extern "C" { … }`. Its members are items of their own.
        #[production(ExternBlock)]
        ExternBlock(ExternBlock),
        Impl(ImplItem),
        Trait(TraitItem),
    }

    /// The generic parameters of an item.
    #[stored(GenericsData)]
    #[derive(PartialEq, Debug)]
    pub enum Generics {
        None,
        #[production(Generic)]
        Some(Vec<GenericParam>, Vec<WherePred>),
    }

    /// What an attribute is.
    #[stored(AttrData)]
    #[derive(Clone, PartialEq, Debug)]
    pub enum AttrKind {
        #[production(RawAttr)]
        Raw(RawAttr),
        #[production(CfgGate)]
        Cfg(CfgPred),
        #[production(CfgGate)]
        CfgAttr(CfgPred, Vec<Attr>),
        #[production(TypedAttr)]
        Typed(TypedAttr),
    }
}

/// `import { a as b } from "path";`, `import * as m from "path";`. Gone after `import-check`.
#[derive(PartialEq, Debug)]
pub struct Import {
    pub names: ImportNames,
    /// As written.
    pub path: SmolStr,
    pub path_span: Span,
    /// What the loader made of it. For `import { a, b } from "std"` with `std` a folder, the modules are in `names`.
    pub target: ImportTarget,
}

#[derive(PartialEq, Debug)]
pub enum ImportNames {
    /// `* as m`
    Module(Ident),
    /// `{ a, b as c }`
    Items(Vec<ImportName>),
}

#[derive(PartialEq, Debug)]
pub struct ImportName {
    pub name: Ident,
    /// The name it has here: `name` if no other is given.
    pub alias: Ident,
    /// The module, where `name` is one: `import { time } from "std"`.
    pub module: Option<ModuleId>,
}

#[derive(PartialEq, Debug)]
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
    pub generics: GenericsData,
}

#[derive(Clone, Copy, Debug)]
pub struct Param {
    pub attrs: List<Attr>,
    pub pat: PatId,
    pub ty: TypeId,
    /// Whether it is `self`, of a member.
    pub is_self: bool,
    pub span: Span,
}

#[derive(PartialEq, Debug)]
pub struct GenericParam {
    pub name: Ident,
    /// Of a number, `const N: usize`: its type.
    pub number: Option<TypeId>,
    pub bounds: Vec<TypeId>,
}

/// `T: A + B` in a `where` clause.
#[derive(PartialEq, Debug)]
pub struct WherePred {
    pub ty: TypeId,
    pub bounds: Vec<TypeId>,
}

/// What a bound is said of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoundOf {
    /// A parameter of the item, by position among its own.
    Param(usize),
    /// The type in a `where` clause.
    Type(TypeId),
    /// What has the trait.
    SelfType,
    /// The type that the item is in a trait.
    Member,
}

impl Item {
    /// Its generic parameters.
    pub fn params(&self) -> &[GenericParam] {
        self.generics().map_or(&[], GenericsData::params)
    }

    /// What its `where` clause says.
    pub fn wheres(&self) -> &[WherePred] {
        self.generics().map_or(&[], GenericsData::wheres)
    }

    /// What says of types that they have a trait: each with the bound, of a trait or an implementation without its own type.
    pub fn bounds(&self) -> impl Iterator<Item = (BoundOf, TypeId)> {
        let of_param = |(position, param): (usize, &GenericParam)| {
            let bounds = param.bounds.clone();
            bounds.into_iter().map(move |bound| (BoundOf::Param(position), bound)).collect::<Vec<_>>()
        };
        let of_clause = |pred: &WherePred| {
            let (ty, bounds) = (pred.ty, pred.bounds.clone());
            bounds.into_iter().map(move |bound| (BoundOf::Type(ty), bound)).collect::<Vec<_>>()
        };
        let (of, own): (_, &[TypeId]) = match &self.kind {
            ItemData::Trait(def) => (BoundOf::SelfType, &def.supertraits),
            ItemData::AssocType(def) => (BoundOf::Member, &def.bounds),
            // Nothing else has bounds of its own.
            _ => (BoundOf::SelfType, &[]),
        };
        let own = own.iter().map(move |bound| (of, *bound));
        let params = self.params().iter().enumerate().flat_map(of_param);
        params.chain(self.wheres().iter().flat_map(of_clause)).chain(own)
    }

    /// The trait that an implementation is of.
    pub fn trait_of(&self) -> Option<TypeId> {
        match &self.kind {
            ItemData::Impl(def) => def.trait_,
            // Nothing else is of one.
            _ => None,
        }
    }

    pub fn is_trait(&self) -> bool {
        matches!(self.kind, ItemData::Trait(_))
    }

    /// What it takes.
    fn generics(&self) -> Option<&GenericsData> {
        match &self.kind {
            ItemData::Fn(FnItem { generics, .. })
            | ItemData::Struct(StructItem { generics, .. })
            | ItemData::Enum(EnumItem { generics, .. })
            | ItemData::Alias(AliasItem { generics, .. })
            | ItemData::Impl(ImplItem { generics, .. })
            | ItemData::Trait(TraitItem { generics, .. }) => Some(generics),
            ItemData::Error
            | ItemData::Import(_)
            | ItemData::Const { .. }
            | ItemData::Anon
            | ItemData::Static { .. }
            | ItemData::Opaque
            | ItemData::AssocType(_)
            | ItemData::ExternBlock(_) => None,
        }
    }
}

/// A property of types that the compiler knows by itself, and that no implementation gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Marker {
    /// Values are copied by use, and nothing is done where they end.
    Copy,
}

impl Marker {
    pub fn name(self) -> &'static str {
        match self {
            Marker::Copy => "Copy",
        }
    }
    pub fn from_name(name: &str) -> Option<Marker> {
        (name == "Copy").then_some(Marker::Copy)
    }
}

impl GenericsData {
    pub fn params(&self) -> &[GenericParam] {
        match self {
            GenericsData::None => &[],
            GenericsData::Some(params, _) => params,
        }
    }
    pub fn wheres(&self) -> &[WherePred] {
        match self {
            GenericsData::None => &[],
            GenericsData::Some(_, wheres) => wheres,
        }
    }
    pub fn new(params: Vec<GenericParam>, wheres: Vec<WherePred>) -> GenericsData {
        if params.is_empty() && wheres.is_empty() { GenericsData::None } else { GenericsData::Some(params, wheres) }
    }
}

pub struct AliasItem {
    pub ty: TypeId,
    pub generics: GenericsData,
}

pub struct StructItem {
    pub is_union: bool,
    /// Whether the fields have no names: `struct P(f64, f64);`. Their names are then `0`, `1`, ….
    pub is_tuple: bool,
    pub fields: Vec<FieldDef>,
    pub generics: GenericsData,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FieldDef {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub is_pub: bool,
    pub ty: TypeId,
    pub span: Span,
}

pub struct EnumItem {
    pub variants: Vec<Variant>,
    pub generics: GenericsData,
}

impl EnumItem {
    /// Whether it is an integer, as C's enums are: no variant has fields, and it takes nothing.
    pub fn is_c_like(&self) -> bool {
        self.generics.params().is_empty()
            && self.variants.iter().all(|variant| matches!(variant.payload, Payload::None))
    }
}

/// The fields of a variant.
#[derive(PartialEq, Debug)]
pub enum Payload {
    None,
    /// Without names.
    Tuple(Vec<TypeId>),
    Struct(Vec<FieldDef>),
}

pub struct Variant {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub payload: Payload,
    pub discriminant: Option<AnonConst>,
    pub span: Span,
}

#[derive(PartialEq, Debug)]
pub struct ExternBlock {
    pub abi: Abi,
    /// Functions, statics and opaque types; each is an item of its own.
    pub members: Vec<ItemId>,
}

impl Abi {
    /// Where no `extern` is written.
    pub const VEX: Abi = Abi::Conv(Conv::Vex);

    /// The convention (from `attr-desugar` on).
    pub fn conv(self) -> Conv {
        let Abi::<lang::Desugared>::Conv(conv) = self.narrow().unwrap_or_else(|| {
            let span = if let Abi::Raw(text) = self { text.span } else { Span::NONE };
            lang::lacks::<lang::Desugared>(self.production(), span)
        });
        conv
    }
}

/// A type that implementations of a trait have.
#[derive(PartialEq, Debug)]
pub struct AssocTypeItem {
    /// What it has, whatever it is.
    pub bounds: Vec<TypeId>,
}

#[derive(PartialEq, Debug)]
pub struct ImplItem {
    pub generics: GenericsData,
    pub trait_: Option<TypeId>,
    pub self_ty: TypeId,
    pub members: Vec<ItemId>,
}

#[derive(PartialEq, Debug)]
pub struct TraitItem {
    pub generics: GenericsData,
    /// `trait Ord: Eq`
    pub supertraits: Vec<TypeId>,
    pub members: Vec<ItemId>,
}

/// An attribute. A pass asks for its kind in its language.
#[derive(Clone, PartialEq, Debug)]
pub struct Attr {
    pub(crate) kind: AttrData,
    pub span: Span,
}

impl Attr {
    pub fn new(kind: AttrData, span: Span) -> Attr {
        Attr { kind, span }
    }
    /// What it is, in a language.
    #[inline(always)]
    pub fn kind<L: Lang>(&self) -> AttrKind<'_, L> {
        self.kind.read(self.span)
    }
    /// What it is, in no language: for sweeps over a pool, in which attributes stay that others have replaced.
    pub fn raw(&self) -> &AttrData {
        &self.kind
    }
    /// What it means (from `cfg-prune` on, when there are no others).
    pub fn typed(&self) -> &TypedAttr {
        let AttrKind::Typed(attr) = self.kind::<lang::Pruned>();
        attr
    }
    /// What it means, if that is known (from `attr-desugar` on, of all but conditions).
    pub fn as_typed(&self) -> Option<&TypedAttr> {
        match &self.kind {
            AttrData::Typed(attr) => Some(attr),
            AttrData::Raw(_) | AttrData::Cfg(_) | AttrData::CfgAttr(..) => None,
        }
    }
}

/// An attribute that is understood.
#[derive(Clone, PartialEq, Debug)]
pub enum TypedAttr {
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
    /// `#[lang = "drop"]` in the standard library: the compiler knows the item.
    Lang(LangItem),
    Deprecated(SmolStr),
    MustUse(SmolStr),
    Lint {
        level: LintLevel,
        name: Ident,
    },
}

impl TypedAttr {
    /// Whether it may not be repeated on one place.
    pub fn is_once(&self) -> bool {
        match self {
            TypedAttr::Link { .. } | TypedAttr::Repr(_) | TypedAttr::Lint { .. } => false,
            TypedAttr::LinkName(_)
            | TypedAttr::ExportName(_)
            | TypedAttr::NoMangle
            | TypedAttr::Inline(_)
            | TypedAttr::Cold
            | TypedAttr::NoIntrinsic
            | TypedAttr::ThreadLocal
            | TypedAttr::Format { .. }
            | TypedAttr::Test
            | TypedAttr::Lang(_)
            | TypedAttr::Deprecated(_)
            | TypedAttr::MustUse(_) => true,
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
    /// `repr(C)`: the layout that every struct has anyway.
    C,
    /// `repr(packed(N))`; `packed` alone is 1.
    Packed(u32),
    Align(u32),
    /// `repr(i32)` of an enum.
    Int(crate::ty::IntTy),
}

/// The family of C functions whose formats a function takes.
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
    /// One of which nothing is known but where it begins.
    pub fn at(span: Span, module: ModuleId) -> Item {
        Item {
            name: Ident { name: Symbol::EMPTY, span },
            span,
            is_pub: false,
            attrs: Vec::new(),
            docs: SmolStr::default(),
            module,
            extern_block: None,
            member_of: None,
            kind: ItemData::Error,
        }
    }

    /// What it is, in a language.
    #[inline(always)]
    pub fn kind<L: Lang>(&self) -> ItemKind<'_, L> {
        self.kind.read(self.span)
    }

    /// What it is, in no language: for printers, and where passes of several languages ask.
    #[inline(always)]
    pub fn raw(&self) -> &ItemData {
        &self.kind
    }

    /// What it is, to be rewritten.
    pub fn raw_mut(&mut self) -> &mut ItemData {
        &mut self.kind
    }

    /// The items that are its members: of an extern block, an `impl` or a trait.
    pub fn members_mut(&mut self) -> Option<&mut Vec<ItemId>> {
        match &mut self.kind {
            ItemData::ExternBlock(block) => Some(&mut block.members),
            ItemData::Impl(def) => Some(&mut def.members),
            ItemData::Trait(def) => Some(&mut def.members),
            // No other item has items as parts.
            _ => None,
        }
    }

    /// Whether one of its attributes means that (from `attr-desugar` on).
    pub fn has_attr(&self, wanted: impl Fn(&TypedAttr) -> bool) -> bool {
        self.attrs.iter().filter_map(Attr::as_typed).any(wanted)
    }

    pub fn as_fn(&self) -> Option<&FnItem> {
        match &self.kind {
            ItemData::Fn(f) => Some(f),
            _ => None,
        }
    }

    /// Whether another object can refer to it: `#[no_mangle]`, `#[export_name]`, or `pub extern "C" fn` that is no member.
    pub fn is_exported(&self) -> bool {
        let named = self.has_attr(|a| matches!(a, TypedAttr::NoMangle | TypedAttr::ExportName(_)));
        let c_function = self.is_pub && self.member_of.is_none() && self.as_fn().is_some_and(|f| f.abi != Abi::VEX);
        named || c_function
    }

    /// Whether it is a function or static of an extern block: declared here, defined elsewhere.
    pub fn is_foreign(&self) -> bool {
        self.extern_block.is_some() && matches!(self.kind, ItemData::Fn(_) | ItemData::Static { .. })
    }

    /// Whether it is a static of which every thread has its own.
    pub fn is_thread_local(&self) -> bool {
        self.has_attr(|a| *a == TypedAttr::ThreadLocal)
    }

    /// What `#[format]` says of it: whose formats it takes, and the position of the parameter, from 0. `None` also for a number
    /// that no parameter has.
    pub fn format_attr(&self) -> Option<(FormatKind, usize)> {
        self.attrs.iter().find_map(|a| match *a.typed() {
            TypedAttr::Format { kind, param, .. } => Some((kind, usize::try_from(param).ok()?.checked_sub(1)?)),
            _ => None,
        })
    }

    /// The symbol that it shares with C, if it shares one: what an attribute gives it, or its name.
    pub fn shared_symbol(&self) -> Symbol {
        let given = self.attrs.iter().find_map(|a| match *a.typed() {
            TypedAttr::LinkName(s) | TypedAttr::ExportName(s) => Some(s),
            _ => None,
        });
        given.unwrap_or(self.name.name)
    }
}
