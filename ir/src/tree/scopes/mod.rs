//! What names mean at the top level of modules, and which imports bring them.
//!
//! `scope-collect` makes it, `name-resolve` reads it. Of what bodies do with it, it keeps one thing: that an import is used.

mod report;

pub use report::{Among, DUPLICATE_NAME, NO_SUCH_ITEM, NoMember, UnknownName};

use super::*;
use crate::Cx;
use crate::ty::IntTy;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// A type and a value may have one name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Namespace {
    Type,
    Value,
}

impl Namespace {
    /// The namespace an item's name lives in.
    pub fn of(kind: &ItemData) -> Option<Namespace> {
        match kind {
            ItemData::Fn(_) | ItemData::Const { .. } | ItemData::Static { .. } => Some(Namespace::Value),
            ItemData::Alias { .. }
            | ItemData::Struct(_)
            | ItemData::Enum(_)
            | ItemData::Opaque
            | ItemData::AssocType(_)
            | ItemData::Trait(_) => Some(Namespace::Type),
            ItemData::Error | ItemData::Import(_) | ItemData::Anon | ItemData::ExternBlock(_) | ItemData::Impl(_) => {
                None
            }
        }
    }
}

/// What a name means at the top level of one module.
#[derive(Default)]
pub struct Scope {
    pub types: FxHashMap<Symbol, Binding>,
    pub values: FxHashMap<Symbol, Binding>,
    pub modules: FxHashMap<Symbol, ModuleBinding>,
    /// Names whose import or declaration failed: that is reported, and their uses are not.
    pub broken: FxHashSet<Symbol>,
    /// The imports by what they bring, for what is named by its absolute path.
    brought: OnceLock<FxHashMap<Meant, usize>>,
}

#[derive(Clone, Copy)]
pub struct Binding {
    pub item: ItemId,
    /// Where the name is bound here: the item itself, or the import that brings it, as index in [`Scopes::imports`].
    pub import: Option<usize>,
}

#[derive(Clone, Copy)]
pub struct ModuleBinding {
    pub module: ModuleId,
    pub import: usize,
}

/// What an import brings.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Meant {
    Item(ItemId),
    Module(ModuleId),
}

/// A name that an import binds.
pub struct Imported {
    pub span: Span,
    pub name: Symbol,
    used: AtomicBool,
}

impl Imported {
    pub fn new(alias: Ident) -> Imported {
        Imported { span: alias.span, name: alias.name, used: AtomicBool::new(false) }
    }
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
    /// It never becomes unused again, so that it does not matter which thread says so, and when.
    pub fn mark_used(&self) {
        self.used.store(true, Ordering::Relaxed);
    }
}

/// The scopes of all modules.
#[derive(Default)]
pub struct Scopes {
    /// By module.
    pub modules: Vec<Scope>,
    /// Dump sections and absolute paths name modules by these.
    pub module_names: FxHashMap<Symbol, ModuleId>,
    pub builtin_types: FxHashMap<Symbol, Ty>,
    pub builtin_fns: FxHashMap<Symbol, Builtin>,
    pub imports: Vec<Imported>,
    /// What names mean in every module where nothing else has them: the public items of the modules of the [prelude](is_prelude).
    pub prelude: Scope,
    pub lang_items: LangItems,
    /// The items that the aliases of modules name.
    pub aliases: FxHashMap<ItemId, ItemId>,
    /// The variants of large enums by name: looking through all for each of many paths would take time in the square of the enum.
    variants: FxHashMap<ItemId, FxHashMap<Symbol, u32>>,
    /// The names of all members of implementations and traits.
    pub members: FxHashSet<Symbol>,
    /// What imports name, and is not there.
    pub unknown: Vec<UnknownName>,
}

/// Whether a module of the standard library, by its key, is in scope without being imported.
pub fn is_prelude(key: &str) -> bool {
    key.strip_prefix("std/core").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Enums with more variants than this are looked up in a table.
const FEW_VARIANTS: usize = 16;

impl Scopes {
    /// An empty scope for each module, and what is built in.
    pub fn new(cx: &Cx, sigs: &Sigs) -> Scopes {
        let scalars = [("void", Ty::VOID), ("bool", Ty::BOOL), ("char", Ty::CHAR), ("str", Ty::STR), ("f32", Ty::F32)];
        let ints = IntTy::ALL.into_iter().map(|int| (int.name(), Ty::int(int)));
        let types = scalars.into_iter().chain(ints).chain([("f64", Ty::F64), ("byte", Ty::U8)]);
        let mut scopes = Scopes {
            modules: sigs.modules.iter().map(|_| Scope::default()).collect(),
            module_names: sigs.modules.iter().map(|(id, module)| (module.name, id)).collect(),
            builtin_types: types.map(|(name, ty)| (cx.interner.intern(name), ty)).collect(),
            builtin_fns: Builtin::ALL.iter().map(|b| (cx.interner.intern(b.text()), *b)).collect(),
            ..Scopes::default()
        };
        for (id, item) in sigs.items.iter() {
            if item.member_of.is_some() {
                scopes.members.insert(item.name.name);
            }
            if let ItemData::Enum(def) = &item.kind
                && def.variants.len() > FEW_VARIANTS
            {
                let names = scopes.variants.entry(id).or_default();
                for (index, variant) in def.variants.iter().enumerate() {
                    names.entry(variant.name.name).or_insert(index as u32);
                }
            }
        }
        scopes
    }

    pub fn module(&self, id: ModuleId) -> &Scope {
        &self.modules[module_index(id)]
    }
    pub fn module_mut(&mut self, id: ModuleId) -> &mut Scope {
        &mut self.modules[module_index(id)]
    }

    /// What a name means in a module: at its top level, or in the prelude. The import that brings it is used then.
    pub fn lookup(&self, module: ModuleId, namespace: Namespace, name: Symbol) -> Option<ItemId> {
        let own = self.module(module).names(namespace).get(&name);
        let binding = own.or_else(|| self.prelude.names(namespace).get(&name))?;
        if let Some(import) = binding.import {
            self.imports[import].mark_used();
        }
        Some(binding.item)
    }

    /// The same for a module that is imported as a whole.
    pub fn lookup_module(&self, module: ModuleId, name: Symbol) -> Option<ModuleId> {
        let binding = *self.module(module).modules.get(&name)?;
        self.imports[binding.import].mark_used();
        Some(binding.module)
    }

    /// An absolute path leads to a name in a module. The imports that bring it, or the module, `here` are used, too: in dumps, all paths
    /// are absolute.
    pub fn mention(&self, here: ModuleId, module: ModuleId, name: Symbol) {
        let items = [Namespace::Type, Namespace::Value].map(|n| self.module(module).names(n).get(&name));
        let items = items.into_iter().flatten().map(|binding| Meant::Item(binding.item));
        for meant in items.chain([Meant::Module(module)]) {
            if let Some(import) = self.module(here).brought().get(&meant) {
                self.imports[*import].mark_used();
            }
        }
    }

    /// A member of a module; what the module imports, and the prelude, count only inside it.
    pub fn member(&self, module: ModuleId, namespace: Namespace, name: Symbol, own: bool) -> Option<ItemId> {
        if !own && self.module(module).names(namespace).get(&name)?.import.is_some() {
            return None;
        }
        self.lookup(module, namespace, name)
    }

    /// The module in which the rest of a path is to be looked up, and how many of its `len` segments led there. `own` is the type that
    /// its first segment names where it stands, unless it is `absolute`.
    pub fn start_of(
        &self,
        sigs: &Sigs,
        here: ModuleId,
        (first, len, absolute): (Symbol, usize, bool),
        own: Option<ItemId>,
    ) -> Option<(ModuleId, usize)> {
        if absolute {
            return match self.module_names.get(&first) {
                Some(&module) if len > 1 => Some((module, 1)),
                _ => Some((sigs.root(), 0)),
            };
        }
        // Only enums have something inside: any other type leaves the name to a module.
        let is_enum = own.is_some_and(|id| matches!(sigs.items[id].kind, ItemData::Enum(_) | ItemData::Alias { .. }));
        if len > 1
            && !is_enum
            && let Some(module) = self.lookup_module(here, first)
        {
            return Some((module, 1));
        }
        (len == 1 || own.is_some()).then_some((here, 0))
    }

    /// The item that an alias names, if it is the path of one. `named` finds types by name where it stands.
    pub fn aliased(
        &self,
        sigs: &Sigs,
        id: ItemId,
        body: &Body,
        named: impl Fn(Symbol) -> Option<ItemId>,
    ) -> Option<ItemId> {
        let ItemData::Alias(AliasItem { ty, .. }) = sigs.items[id].kind else { return None };
        let TypeKind::Path(path) = body.types[ty].kind else { return None };
        let segments = &body.segments[path.segments];
        let (first, last) = (segments.first()?.name.name, segments.last()?.name.name);
        let own = if path.absolute { None } else { named(first) };
        if segments.len() == 1 && !path.absolute {
            return own;
        }
        let (module, used) = self.start_of(sigs, sigs.items[id].module, (first, segments.len(), path.absolute), own)?;
        if segments.len() - used != 1 {
            return None;
        }
        self.member(module, Namespace::Type, last, false)
    }

    /// Which variant of an enum has a name.
    pub fn variant(&self, id: ItemId, item: &EnumItem, name: Symbol) -> Option<u32> {
        match self.variants.get(&id) {
            Some(names) => names.get(&name).copied(),
            None => item.variants.iter().position(|v| v.name.name == name).map(|index| index as u32),
        }
    }

    /// Finds a law that the scopes of a program do not keep: each item of a module is found in it.
    pub fn verify(&self, sigs: &Sigs) -> Result<(), ItemId> {
        let missing = |id: &ItemId| {
            let item = &sigs.items[*id];
            let Some(namespace) = Namespace::of(&item.kind) else { return false };
            let scope = self.modules.get(module_index(item.module));
            scope.is_none_or(|scope| !scope.names(namespace).contains_key(&item.name.name))
        };
        match sigs.modules.iter().flat_map(|(_, module)| &module.items).copied().find(missing) {
            Some(id) => Err(id),
            None => Ok(()),
        }
    }
}

impl Scope {
    pub fn names(&self, namespace: Namespace) -> &FxHashMap<Symbol, Binding> {
        match namespace {
            Namespace::Type => &self.types,
            Namespace::Value => &self.values,
        }
    }
    pub fn names_mut(&mut self, namespace: Namespace) -> &mut FxHashMap<Symbol, Binding> {
        match namespace {
            Namespace::Type => &mut self.types,
            Namespace::Value => &mut self.values,
        }
    }

    fn brought(&self) -> &FxHashMap<Meant, usize> {
        self.brought.get_or_init(|| {
            let items = self.types.values().chain(self.values.values());
            let items = items.filter_map(|binding| Some((Meant::Item(binding.item), binding.import?)));
            items.chain(self.modules.values().map(|binding| (Meant::Module(binding.module), binding.import))).collect()
        })
    }
}

fn module_index(id: ModuleId) -> usize {
    id.into_raw().into_u32() as usize
}
