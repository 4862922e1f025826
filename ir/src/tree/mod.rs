//! Tree, the IR shaped like source: items, types, patterns, statements and expressions in arenas.
//!
//! Every [`Item`] has one [`Body`] in [`Program::bodies`]: the arenas that hold its types, patterns, statements and expressions,
//! those of its signature included. A pass of the form `body` sees one at a time, one of the form `nest` also those of the items
//! inside it, and of the rest of the program [`Sigs`]. What
//! passes learn is in side tables: types of expressions in [`Body::ty`], types of items in [`Sigs::item_ty`], foreign symbols
//! in [`Sigs::externs`].
//!
//! Rewriting is in place: overwrite an arena slot, or [`Pool::retain`](crate::pool::Pool::retain) a list. Slots that
//! nothing reaches any more stay behind and mean nothing.

pub mod cfg;
pub mod generic;
mod impls;
mod item;
mod lang_item;
pub mod library;
mod lint;
pub mod methods;
mod nest;
mod nodes;
pub mod place;
pub mod print;
mod read;
pub mod scopes;
mod shapes;
mod sound;
pub mod traits;
mod verify;
pub mod walk;
mod written_out;

pub use crate::lint::LintLevel;
pub use crate::op::{BinOp, UnOp};
pub use crate::ty::Mutability;
pub use cfg::{Removed, RemovedFrom, RemovedName};
pub use impls::Impls;
pub use item::*;
pub use lang_item::{LangItem, LangItems};
pub use library::{CLibrary, Declared};
pub use methods::Method;
pub use nest::Nest;
pub use nodes::*;
pub use read::{Bodies, Read, Write};
pub use scopes::{Namespace, Scopes};
pub use shapes::Shapes;
pub use sound::Mention;
pub use traits::{AskedOfType, Env, Solver, TraitRef, Traits, Unmet};
pub use verify::verify_tree;

use crate::flow;
use crate::lang::{Ir, IrKind};
use crate::pool::Pool;
use crate::span::Span;
use crate::symbol::Symbol;
use crate::ty::{Conv, Ty, Types};
use la_arena::{Arena, ArenaMap, Idx};
use rustc_hash::FxHashMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

pub type ModuleId = Idx<Module>;
pub type ItemId = Idx<Item>;
pub type ExprId = Idx<Expr>;
pub type PatId = Idx<Pat>;
pub type TypeId = Idx<TypeExpr>;
pub type LocalId = Idx<Local>;

/// A name and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ident {
    pub name: Symbol,
    pub span: Span,
}

/// A whole program: the root module and all that it imports.
#[derive(Default)]
pub struct Program {
    pub sigs: Sigs,
    /// One for each item.
    pub bodies: ArenaMap<ItemId, Box<Body>>,
}

/// What a program consists of besides the insides of its items. Passes that see one body at a time share it.
#[derive(Default)]
pub struct Sigs {
    /// The root is the first.
    pub modules: Arena<Module>,
    pub items: Arena<Item>,
    /// What `cfg` has taken out (from `cfg-prune` on).
    pub removed: Removed,
    /// The modules of the standard library, by the last part of their key: what a missing import may have meant.
    pub std_modules: Vec<Symbol>,
    /// What the C library has, whether it is imported or not: for messages.
    pub c_library: CLibrary,
    /// What names mean in each module (from `scope-collect` on).
    pub scopes: Scopes,
    /// The items that are still part of the program, outer before inner (from `import-check` on).
    pub live: Vec<ItemId>,
    /// Semantic types (from `sig-check` on).
    pub types: Arc<Types>,
    /// The parameters of items that have some (from `sig-check` on).
    pub generics: FxHashMap<ItemId, Vec<crate::ty::GenericParam>>,
    /// Implementations (from `sig-check` on).
    pub impls: Impls,
    /// Traits, and what has them (from `sig-check` on).
    pub traits: Traits,
    /// The type of each item, by [`item_index`] (from `sig-check` on).
    pub item_ty: Vec<ItemTy>,
    /// The values of array lengths, discriminants and arguments that are no literals, as far as they have one (from `sig-check` on).
    pub anon_values: FxHashMap<ItemId, i128>,
    /// The function that the program begins with, if it has one: `main` of the root module, of Vex's own convention (from
    /// `sig-check` on). A program without it is a library.
    pub main: Option<ItemId>,
    /// Foreign symbols and libraries (from `extern-resolve` on).
    pub externs: Externs,
    /// Functions and statics in Flow (from `flow-declare` on), and the values of constants and statics (from `const-eval` on).
    pub defs: flow::Defs,
}

impl Program {
    /// Makes room for more items. They are large, and an arena that grows as they come would move them again and again.
    pub fn make_room(&mut self, more: usize) {
        self.bodies.reserve(more);
        let items = &mut self.sigs.items;
        if more > items.len() {
            let before = std::mem::replace(items, Arena::with_capacity(items.len() + more));
            items.extend(before.into_iter().map(|(_, item)| item));
        }
    }
}

impl Ir for Program {
    const KIND: IrKind = IrKind::Tree;
}

impl Deref for Program {
    type Target = Sigs;
    fn deref(&self) -> &Sigs {
        &self.sigs
    }
}

impl DerefMut for Program {
    fn deref_mut(&mut self) -> &mut Sigs {
        &mut self.sigs
    }
}

/// A source file, or a `mod name { … }` section of a dump.
pub struct Module {
    /// The last part of [`key`](Self::key), made unique in the program: dumps and symbols use it. Empty for the root.
    pub name: Symbol,
    /// What names it in an import, canonically: `std/libc`, or the path of a file from the root's directory, without `.vx`.
    pub key: Symbol,
    pub span: Span,
    /// Whether it came from the standard library: its warnings are not shown.
    pub is_std: bool,
    /// Whether nothing imports it: it is there to compare the program's foreign declarations with, and is no part of the
    /// program. `extern-resolve` takes its items away; dumps never show it.
    pub is_reference: bool,
    /// Whether it has an import that could not be read, and that is reported: which names it lacks is unknown.
    pub lost_imports: bool,
    /// Items at the top level, in source order.
    pub items: Vec<ItemId>,
}

impl Module {
    /// A module without items.
    pub fn new(name: Symbol, key: Symbol, is_std: bool) -> Module {
        let (is_reference, lost_imports) = (false, false);
        Module { name, key, span: Span::NONE, is_std, is_reference, lost_imports, items: Vec::new() }
    }
}

/// What `type-check` and its predecessors know of an item.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum ItemTy {
    /// Not determined, or without a type.
    #[default]
    None,
    /// A function: its [`TyKind::FnDef`](crate::ty::TyKind::FnPtr)-like signature as a function pointer type.
    Fn(Ty),
    /// A constant or static: the type of its value.
    Value(Ty),
    /// A struct, union, enum, opaque type or alias: the type it names.
    Type(Ty),
}

/// The index of an item in the side tables that are plain vectors.
pub fn item_index(id: ItemId) -> usize {
    id.into_raw().into_u32() as usize
}

/// The index of an expression in [`Body::ty`].
pub fn expr_index(id: ExprId) -> usize {
    id.into_raw().into_u32() as usize
}

/// The index of a type expression in [`Body::type_ty`].
pub fn type_index(id: TypeId) -> usize {
    id.into_raw().into_u32() as usize
}

impl Sigs {
    /// The types, to define some. They are not shared with Flow then.
    pub fn types_mut(&mut self) -> &mut Types {
        Arc::get_mut(&mut self.types).expect("types are defined before they are shared")
    }

    pub fn root(&self) -> ModuleId {
        Idx::from_raw(0.into())
    }

    pub fn item_ty(&self, id: ItemId) -> ItemTy {
        self.item_ty.get(item_index(id)).copied().unwrap_or_default()
    }

    /// Whether it is exported because the program is a library: a public function of the root module, where there is no `main` (from
    /// `sig-check` on). Of one with parameters, there are only the instances that the library needs.
    pub fn is_library_root(&self, id: ItemId) -> bool {
        let item = &self.items[id];
        let is_one = item.is_pub && item.as_fn().is_some() && item.params().is_empty() && item.member_of.is_none();
        self.main.is_none() && is_one && item.module == self.root()
    }

    /// The convention of a function: its own, or that of its extern block (from `attr-desugar` on).
    pub fn conv(&self, id: ItemId) -> Conv {
        let item = &self.items[id];
        match item.extern_block.map(|block| &self.items[block].kind) {
            Some(ItemData::ExternBlock(block)) => block.abi.conv(),
            _ => item.as_fn().map_or(Conv::Vex, |function| function.abi.conv()),
        }
    }

    /// The last discriminant that is written, up to a variant of an enum, and which variant has it. The value of the variant is that, and
    /// one more for each variant since.
    pub fn written_discriminant(&self, id: ItemId, index: u32) -> Option<(u32, AnonConst)> {
        let ItemData::Enum(item) = &self.items[id].kind else { return None };
        let up_to = item.variants.get(..=index as usize)?;
        up_to.iter().enumerate().rev().find_map(|(at, variant)| Some((at as u32, variant.discriminant?)))
    }

    /// The type of a constant that is an argument (from `sig-check` on).
    pub fn constant_type(&self, body: &Body, arg: TypeId) -> Option<Ty> {
        let constant = match body.types[arg].kind {
            TypeKind::Number(value) => value.item()?,
            TypeKind::Item(item, _) => item,
            // Literals have the type that is wanted.
            _ => return None,
        };
        match self.item_ty(constant) {
            ItemTy::Value(ty) => Some(ty),
            ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => None,
        }
    }

    /// Whether the value of a variant is known (from `sig-check` on).
    pub fn variant_has_value(&self, id: ItemId, index: u32) -> bool {
        match self.written_discriminant(id, index) {
            Some((_, AnonConst::Item(value))) => self.anon_values.contains_key(&value),
            Some((_, AnonConst::Literal(_) | AnonConst::Param(..))) | None => true,
        }
    }

    /// Removes items from the program: from their module, or their extern block. The caller removes item statements.
    pub fn retain_items(&mut self, mut keep: impl FnMut(&Item) -> bool) {
        let Sigs { modules, items, .. } = self;
        for (_, module) in modules.iter_mut() {
            module.items.retain(|&id| keep(&items[id]));
        }
        let blocks: Vec<ItemId> =
            items.iter().filter(|(_, i)| matches!(i.kind, ItemData::ExternBlock(_))).map(|(id, _)| id).collect();
        for id in blocks {
            let ItemData::ExternBlock(block) = &items[id].kind else { continue };
            let kept: Vec<ItemId> = block.members.iter().copied().filter(|&m| keep(&items[m])).collect();
            if let ItemData::ExternBlock(block) = &mut items[id].kind {
                block.members = kept;
            }
        }
    }
}

/// The arenas of one item.
#[derive(Default, Clone)]
pub struct Body {
    pub exprs: Arena<Expr>,
    pub pats: Arena<Pat>,
    pub types: Arena<TypeExpr>,
    pub locals: Arena<Local>,
    pub expr_lists: Pool<ExprId>,
    pub pat_lists: Pool<PatId>,
    pub type_lists: Pool<TypeId>,
    pub stmts: Pool<Stmt>,
    pub arms: Pool<Arm>,
    pub fields: Pool<FieldInit>,
    pub field_pats: Pool<FieldPat>,
    pub segments: Pool<PathSegment>,
    pub attrs: Pool<Attr>,
    pub strings: Pool<u8>,
    pub fmt_pieces: Pool<FmtPiece>,
    /// Types of expressions by [`expr_index`] (from `type-check` on).
    pub ty: Vec<Ty>,
    /// Types that type expressions mean, by [`type_index`] (from `sig-check` on).
    pub type_ty: Vec<Ty>,
    /// Calls that may have a format among their arguments (from `type-check` on): those with `...`, and those of foreign
    /// functions that may take a `va_list`.
    pub format_calls: Vec<ExprId>,
    /// The function's block, or the initializer.
    pub root: Option<ExprId>,
    /// Names in it, and in the items inside it, that are not found (from `name-resolve` on; `unknown-check` takes them out).
    pub unknown: Vec<scopes::UnknownName>,
    /// Whether its types do not fit, which is reported (from `type-check` on).
    pub broken: bool,
    shapes: Shapes,
}

impl Body {
    pub fn span(&self, id: ExprId) -> Span {
        self.exprs[id].span
    }

    pub fn expr_ty(&self, id: ExprId) -> Ty {
        self.ty.get(expr_index(id)).copied().unwrap_or(Ty::ERROR)
    }

    /// The value of a block: its last statement, if that is an expression without a semicolon.
    pub fn tail(&self, block: Block) -> Option<ExprId> {
        match self.stmts[block.stmts].last()?.kind {
            StmtKind::Expr { expr, semi: false } => Some(expr),
            StmtKind::Expr { semi: true, .. } | StmtKind::Let { .. } | StmtKind::Defer(_) | StmtKind::Item(_) => None,
        }
    }

    /// What a type expression means.
    pub fn meaning(&self, id: TypeId) -> Ty {
        self.type_ty.get(type_index(id)).copied().unwrap_or(Ty::ERROR)
    }

    /// Adds an expression made by a pass that runs after `type-check`.
    pub fn typed(&mut self, kind: ExprKind, ty: Ty, span: Span) -> ExprId {
        let id = self.exprs.alloc(Expr { kind, span });
        self.ty.resize(expr_index(id) + 1, Ty::ERROR);
        self.ty[expr_index(id)] = ty;
        id
    }
}

/// A variable (from `name-resolve` on).
#[derive(Clone, Copy, Debug)]
pub struct Local {
    pub name: Symbol,
    pub span: Span,
    pub mutable: bool,
    /// Its type (from `type-check` on).
    pub ty: Ty,
    /// Whether a pass made it, or has reported its use, so that lints are silent about it.
    pub synthetic: bool,
}

/// Foreign symbols, merged over the whole program, and the libraries that have them.
#[derive(Default)]
pub struct Externs {
    /// One for each symbol, in order of first declaration.
    pub symbols: Vec<ExternSymbol>,
    /// For each item, by [`item_index`], its place in [`symbols`](Self::symbols) plus one, or 0.
    pub of_item: Vec<u32>,
    /// Libraries in the order in which a linker needs them: users before what they use.
    pub libs: Vec<LinkLib>,
    /// What `std/libc` declares for the target, by symbol: the signature that the C library has. It has at least the symbols
    /// that the program declares or defines, whether it imports `std/libc` or not.
    pub library: FxHashMap<Symbol, ItemId>,
    /// Of those, the functions that take formats, by symbol and by C's name: the symbol that `std/libc` takes for a function may
    /// be another (`__isoc99_scanf`). With the position of the parameter, from 0.
    pub formats: FxHashMap<Symbol, (FormatKind, usize)>,
}

/// One symbol that C and Vex share.
pub struct ExternSymbol {
    pub symbol: Symbol,
    /// The first declaration, or the definition if the program has one.
    pub item: ItemId,
    /// Whether `item` defines it.
    pub defined: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkLib {
    pub name: Symbol,
    pub kind: LinkKind,
    /// Where the program asks for it.
    pub span: Span,
}
