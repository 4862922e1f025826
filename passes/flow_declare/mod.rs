//! Declares every function and static in Flow, with its symbol and its linkage.
//!
//! Language: Typed -> Declared
//! Establishes: every function, static and constant that depends on parameters has its counterpart in `defs`, so that bodies can be built one by one.
//! Preserves: everything else.
//!
//! Before:
//! ```vex
//! const STEP: i32 = 2;
//! static mut COUNT: i32 = STEP;
//! pub fn next() -> i32 {
//!     unsafe {
//!         COUNT += STEP;
//!         return COUNT;
//!     }
//! }
//! ```
//! After:
//! ```vex
//! const STEP: i32 = 2;
//!
//! static mut COUNT: i32 = STEP;
//!
//! pub fn next() -> i32 {
//!     unsafe {
//!         COUNT += STEP;
//!         return COUNT;
//!     }
//! }
//! ```

use la_arena::Arena;
use rustc_hash::FxHashMap;
use vex_ir::flow::{self, CalledByCompiler, Defs, FnId, Function, Global, GlobalId, Linkage};
use vex_ir::lang::{Declared, Step, Typed};
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Cx, Symbol};

pub fn run(cx: &mut Cx, mut ir: Step<Typed, Declared, &mut Program>) {
    let tree = &ir.sigs;
    let count = tree.items.len();
    let defs = Defs {
        sigs: flow::Sigs {
            types: tree.types.clone(),
            libs: tree.externs.libs.clone(),
            fns: Arena::with_capacity(count),
            is_open: true,
            ..flow::Sigs::default()
        },
        ..Defs::with_room(count)
    };
    let mut declarer = Declarer { cx, tree, defs, symbols: FxHashMap::default() };
    declarer.items();
    declarer.runtime();
    ir.sigs.defs = declarer.defs;
}

struct Declarer<'a> {
    cx: &'a Cx,
    tree: &'a Sigs,
    defs: Defs,
    /// Symbols given out so far, with how often.
    symbols: FxHashMap<Symbol, u32>,
}

impl Declarer<'_> {
    fn items(&mut self) {
        let tree = self.tree;
        // Symbols that C knows come first: no other function may get one of them.
        for symbol in &tree.externs.symbols {
            self.symbols.insert(symbol.symbol, 1);
        }
        self.symbols.insert(sym::MAIN, 1);
        for &id in &tree.live {
            match tree.items[id].kind::<Typed>() {
                ItemKind::Fn(_) => drop(self.function(id)),
                ItemKind::Const { .. } if tree.is_const_fn(id) => drop(self.function(id)),
                ItemKind::Static { .. } => drop(self.global(id)),
                // Nothing in Flow.
                _ => {}
            }
        }
        self.implementations();
        self.drop_method();
        self.defs.sigs.main = tree.main.and_then(|main| self.defs.function(main));
    }

    /// What methods of traits are for types.
    fn implementations(&mut self) {
        let tree = self.tree;
        for &id in &tree.live {
            let Some(header) = tree.traits.header(id) else { continue };
            let ItemKind::Trait(of) = tree.items[header.of].kind::<Typed>() else { continue };
            let here = |method: ItemId| tree.traits.member(id, tree.items[method].name.name);
            let fns = of
                .members
                .iter()
                .filter_map(|method| Some((self.defs.function(*method)?, self.defs.function(here(*method)?)?)));
            let is = |member: &ItemId| match (tree.items[*member].kind::<Typed>(), tree.item_ty(*member)) {
                (ItemKind::Alias(_), ItemTy::Type(ty)) => Some((tree.items[*member].name.name, ty)),
                // No type.
                _ => None,
            };
            let ItemKind::Impl(own) = tree.items[id].kind::<Typed>() else { continue };
            let made = flow::Impl {
                generics: tree.generics.get(&id).cloned().unwrap_or_default(),
                of: tree.traits.name(header.of),
                args: header.args,
                types: own.members.iter().filter_map(is).collect(),
                fns: fns.collect(),
                span: tree.items[id].span,
            };
            self.defs.sigs.impls.push(made);
        }
    }

    /// The method that the types with `Drop` have, if there are some.
    fn drop_method(&mut self) {
        let tree = self.tree;
        let Some(of) = tree.scopes.lang_items.get(LangItem::Drop).filter(|_| tree.types.any_drop_fn()) else { return };
        let ItemKind::Trait(def) = tree.items[of].kind::<Typed>() else { return };
        let Some(method) = def.members.first().and_then(|method| self.defs.function(*method)) else { return };
        self.defs.sigs.drop = Some(method);
        let of_drop = self.defs.sigs.impls.iter().flat_map(|item| &item.fns).filter(|(of, _)| *of == method);
        let functions = of_drop.map(|(_, function)| *function);
        self.defs.std_drops = functions.filter(|function| self.defs.on_demand.contains_idx(*function)).collect();
    }

    /// The name of an item: of a member, behind that of the type that has it.
    fn name(&self, id: ItemId) -> Symbol {
        let Ident { name, .. } = self.tree.items[id].name;
        let Some(block) = self.tree.items[id].member_of else { return name };
        let (types, interner) = (&self.tree.types, &self.cx.interner);
        if self.tree.items[block].is_trait() {
            let of = self.tree.items[block].name.name;
            return interner.intern(&format!("{}::{}", interner.get(of), self.cx.text(name)));
        }
        let ty = self.tree.impls.self_ty(block);
        let owner = match (types.kind(ty), self.tree.items[block].params().is_empty()) {
            (TyKind::Apply(adt, _), false) => interner.get(types.adts[*adt].name).to_string(),
            _ => types.show(interner, ty),
        };
        // The module stands in front of the symbol already, and debuggers know it.
        let owner = owner
            .split_once('<')
            .map_or(&owner[..], |(name, _)| name)
            .rfind("::")
            .map_or(&owner[..], |at| &owner[at + 2..]);
        interner.intern(&format!("{owner}::{}", self.cx.text(name)))
    }

    /// A symbol for an item that other objects cannot refer to: different from all symbols that they can refer to.
    fn internal_symbol(&mut self, id: ItemId) -> Symbol {
        let item = &self.tree.items[id];
        let module = self.tree.modules[item.module].name;
        let name = self.cx.text(self.name(id));
        let text = if module == Symbol::EMPTY {
            format!("vex.{name}")
        } else {
            format!("vex.{}.{name}", self.cx.text(module))
        };
        self.unique(&text)
    }

    fn unique(&mut self, text: &str) -> Symbol {
        let symbol = self.cx.interner.intern(text);
        let count = self.symbols.entry(symbol).or_insert(0);
        *count += 1;
        match *count {
            1 => symbol,
            n => self.unique(&format!("{text}.{n}")),
        }
    }

    fn extern_symbol(&self, id: ItemId) -> Option<(Symbol, ItemId)> {
        let index = *self.tree.externs.of_item.get(item_index(id))? as usize;
        let symbol = self.tree.externs.symbols.get(index.checked_sub(1)?)?;
        Some((symbol.symbol, symbol.item))
    }

    /// The symbol and the linkage of an item.
    fn symbol(&mut self, id: ItemId) -> (Symbol, Linkage) {
        let item = &self.tree.items[id];
        if let Some((symbol, _)) = self.extern_symbol(id) {
            return (symbol, if item.is_foreign() { Linkage::Import } else { self.export(id) });
        }
        if self.tree.is_library_root(id) {
            let name = self.cx.text(item.name.name).to_string();
            return (self.unique(&name), Linkage::Export);
        }
        (self.internal_symbol(id), Linkage::Internal)
    }

    /// Every object has the runtime functions that it needs: two objects must not both export them.
    fn export(&self, id: ItemId) -> Linkage {
        if self.is_std(id) { Linkage::Internal } else { Linkage::Export }
    }

    fn is_std(&self, id: ItemId) -> bool {
        self.tree.modules[self.tree.items[id].module].is_std
    }

    /// All declarations of a symbol are one: the definition, if the program has it.
    fn canonical(&self, id: ItemId) -> Option<ItemId> {
        self.extern_symbol(id).map(|(_, canonical)| canonical).filter(|canonical| *canonical != id)
    }

    fn function(&mut self, id: ItemId) -> FnId {
        if let Some(known) = self.defs.function(id) {
            return known;
        }
        if let Some(canonical) = self.canonical(id) {
            let known = self.function(canonical);
            self.defs.fns[item_index(id)] = Some(known);
            return known;
        }
        let item = &self.tree.items[id];
        let (symbol, linkage) = self.symbol(id);
        let ty = match self.tree.item_ty(id) {
            ItemTy::Fn(ty) => ty,
            // Of a constant.
            ItemTy::Value(ty) => self.tree.types.const_fn(ty),
            ItemTy::None | ItemTy::Type(_) => Ty::ERROR,
        };
        let is_const = item.as_fn().is_none();
        let made = self.defs.sigs.fns.alloc(Function {
            symbol,
            name: self.name(id),
            generics: self.tree.generics.get(&id).cloned().unwrap_or_default(),
            ty,
            linkage,
            span: item.name.span,
            // It stands for a value.
            inline: is_const.then_some(InlineHint::Always).or_else(|| {
                item.attrs.iter().find_map(|a| match *a.typed() {
                    TypedAttr::Inline(hint) => Some(hint),
                    _ => None,
                })
            }),
            cold: item.has_attr(|a| *a == TypedAttr::Cold),
            no_intrinsic: item.has_attr(|a| *a == TypedAttr::NoIntrinsic),
            lib: None,
            tag: None,
            abi: None,
        });
        self.defs.fns[item_index(id)] = Some(made);
        if linkage != Linkage::Import {
            if self.is_std(id) {
                self.defs.on_demand.insert(made, id);
            } else {
                self.defs.own.push((made, id));
            }
        }
        made
    }

    fn global(&mut self, id: ItemId) -> GlobalId {
        if let Some(known) = self.defs.global(id) {
            return known;
        }
        if let Some(canonical) = self.canonical(id) {
            let known = self.global(canonical);
            self.defs.globals[item_index(id)] = Some(known);
            return known;
        }
        let item = &self.tree.items[id];
        let (symbol, linkage) = self.symbol(id);
        let ty = match self.tree.item_ty(id) {
            ItemTy::Value(ty) => ty,
            ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => Ty::ERROR,
        };
        // C code may write to any variable that it defines.
        let mutable =
            linkage == Linkage::Import || matches!(item.kind::<Typed>(), ItemKind::Static { mutable: true, .. });
        let Ident { name, span } = item.name;
        let thread_local = item.is_thread_local();
        let made = Global { name, linkage, mutable, span, thread_local, ..Global::new(symbol, ty) };
        let made = self.defs.sigs.globals.alloc(made);
        self.defs.globals[item_index(id)] = Some(made);
        made
    }

    /// What the compiler calls: what the program declares or defines under that symbol, or an import.
    fn runtime(&mut self) {
        for called in CalledByCompiler::all(self.cx) {
            let declared = self.tree.externs.symbols.iter().find(|s| s.symbol == called.symbol).map(|s| s.item);
            let known = declared.filter(|item| self.tree.items[*item].as_fn().is_some());
            let known = known.map(|item| self.function(item));
            self.defs.declare_called(called, known);
        }
    }
}
