//! Builds Flow: the reachable functions, with control flow made explicit.
//!
//! Language: Looped -> Graph
//! Establishes: every function that the roots reach is a graph of blocks over typed places; `defer` has run on every way
//! out of its scope; strings and constants are globals.
//! Preserves: evaluation order. What an integer operation does on overflow stays undecided.
//!
//! Before:
//! ```vex
//! pub fn least(a: i32, b: i32) -> i32 {
//!     if a < b {
//!         a
//!     } else {
//!         b
//!     }
//! }
//! ```
//! After:
//! ```flow
//! export fn @least(i32, i32) -> i32 {
//!     params _1, _2;
//!     ret _0;
//!     let _0: i32;
//!     let _1: i32 "a";
//!     let _2: i32 "b";
//!     var _3: i32;
//!     let _4: bool;
//!
//! bb0:
//!     _4 = lt _1, _2;
//!     if _4 goto bb1 else bb3;
//!
//! bb1:
//!     _3 = _1;
//!     goto bb2;
//!
//! bb2:
//!     _0 = _3;
//!     return;
//!
//! bb3:
//!     _3 = _2;
//!     goto bb2;
//! }
//! ```

mod call;
mod consts;
mod control;
mod exits;
mod expr;
mod function;
mod matching;
mod ranges;
mod method;
mod place;
mod promote;
mod runtime;

use la_arena::{Arena, ArenaMap};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use vex_ir::lang::{Around, Graph, In, Looped};
use vex_ir::flow::{self, FnId, Function, Global, GlobalId, Linkage};
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Cx, Symbol};

/// Builds the whole program. No function's body is asked for again once it is built: it is gone then, and its memory serves
/// what comes next.
pub fn run(cx: &mut Cx, tree: In<Looped, Program>, around: &mut Around<'_>) -> In<Graph, flow::Program> {
    let mut tree = tree.into_inner();
    let count = tree.items.len();
    let mut made = Made {
        out: flow::Sigs {
            types: tree.types.clone(),
            libs: tree.externs.libs.clone(),
            fns: Arena::with_capacity(count),
            ..flow::Sigs::default()
        },
        fns: vec![None; count],
        statics: vec![None; count],
        ..Made::default()
    };
    let mut bodies = ArenaMap::with_capacity(count);
    Builder { cx, tree: &tree.sigs, made: &mut made }.roots();
    build_queued(cx, &mut tree, &mut made, &mut bodies, around);
    Builder { cx, tree: &tree.sigs, made: &mut made }.runtime_roots();
    build_queued(cx, &mut tree, &mut made, &mut bodies, around);
    In::new(flow::Program { sigs: made.out, bodies })
}

fn build_queued(
    cx: &mut Cx,
    tree: &mut Program,
    made: &mut Made,
    bodies: &mut ArenaMap<FnId, flow::Body>,
    around: &mut Around<'_>,
) {
    while let Some(id) = made.queue.pop_front() {
        let Some(function) = made.fns[item_index(id)] else { continue };
        let mut source = std::mem::take(&mut tree.bodies[id]);
        let tree = &tree.sigs;
        (around.before)(cx, tree, id, &mut source);
        let mut body = function::build(&mut Builder { cx, tree, made }, Read::new(&source), id);
        made.needs.note(&body);
        (around.after)(cx, &made.out, function, &mut body);
        bodies.insert(function, body);
    }
}

struct Builder<'a> {
    cx: &'a mut Cx,
    tree: &'a Sigs,
    made: &'a mut Made,
}

/// What there is of the program so far.
#[derive(Default)]
struct Made {
    out: flow::Sigs,
    /// By item.
    fns: Vec<Option<FnId>>,
    /// By item.
    statics: Vec<Option<GlobalId>>,
    /// Functions whose bodies are still to be built.
    queue: VecDeque<ItemId>,
    strings: FxHashMap<Box<[u8]>, GlobalId>,
    /// Constants with parts that others have as theirs, as often as they like.
    aggregates: FxHashMap<vex_ir::value::ConstId, flow::Const>,
    /// Constants that have an address, by their value.
    constants: FxHashMap<vex_ir::value::ConstId, GlobalId>,
    /// Symbols given out so far, with how often.
    symbols: FxHashMap<Symbol, u32>,
    /// Functions that the compiler itself calls, by symbol.
    imports: FxHashMap<Symbol, FnId>,
    needs: runtime::Needs,
}

impl Builder<'_> {
    /// What must be built: `main`, what is exported, and, in a program without `main`, what is public.
    fn roots(&mut self) {
        let tree = self.tree;
        // Symbols that C knows come first: no other function may get one of them.
        for symbol in &tree.externs.symbols {
            self.made.symbols.insert(symbol.symbol, 1);
        }
        self.made.symbols.insert(sym::MAIN, 1);
        if let Some(main) = tree.main {
            self.made.out.main = Some(self.function(main));
        }
        for &id in &tree.live {
            let item = &tree.items[id];
            if item.is_foreign() {
                continue;
            }
            let public = tree.main.is_none() && item.is_pub && item.module == tree.root();
            match &item.kind {
                ItemKind::Fn(_) if self.kept(id) || public => drop(self.function(id)),
                ItemKind::Static { .. } if self.kept(id) => drop(self.global(id)),
                _ => {}
            }
        }
    }

    /// Whether C may refer to it. The standard library's own exports are built only if something refers to them: nothing
    /// outside knows of them but calls that the compiler makes.
    fn kept(&self, id: ItemId) -> bool {
        let item = &self.tree.items[id];
        item.is_exported() && !self.tree.modules[item.module].is_std
    }

    /// A name for what no other object can see, unlike every symbol that one can.
    fn internal_symbol(&mut self, id: ItemId) -> Symbol {
        let item = &self.tree.items[id];
        let module = self.tree.modules[item.module].name;
        let name = self.cx.text(item.name.name);
        let text = if module == Symbol::EMPTY {
            format!("vex.{name}")
        } else {
            format!("vex.{}.{name}", self.cx.text(module))
        };
        self.unique(&text)
    }

    fn unique(&mut self, text: &str) -> Symbol {
        let symbol = self.cx.interner.intern(text);
        let count = self.made.symbols.entry(symbol).or_insert(0);
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

    /// The symbol that an item shares with C, and whether it is the one that defines it.
    fn shared_symbol(&self, id: ItemId) -> Option<(Symbol, Linkage)> {
        let (symbol, _) = self.extern_symbol(id)?;
        let foreign = self.tree.items[id].is_foreign();
        Some((symbol, if foreign { Linkage::Import } else { self.export(id) }))
    }

    /// The Flow function of an item, queued to be built on first mention.
    fn function(&mut self, id: ItemId) -> FnId {
        if let Some(known) = self.made.fns[item_index(id)] {
            return known;
        }
        // All declarations of a symbol are one function: the definition, if the program has it.
        if let Some((_, canonical)) = self.extern_symbol(id).filter(|(_, c)| *c != id) {
            let known = self.function(canonical);
            self.made.fns[item_index(id)] = Some(known);
            return known;
        }
        let item = &self.tree.items[id];
        let foreign = item.is_foreign();
        let (symbol, linkage) = match self.shared_symbol(id) {
            Some(known) => known,
            None if self.is_public_root(id) => {
                let name = self.cx.text(item.name.name).to_string();
                (self.unique(&name), Linkage::Export)
            }
            None => (self.internal_symbol(id), Linkage::Internal),
        };
        let ty = match self.tree.item_ty(id) {
            ItemTy::Fn(ty) => ty,
            ItemTy::None | ItemTy::Value(_) | ItemTy::Type(_) => Ty::ERROR,
        };
        let made = self.made.out.fns.alloc(Function {
            symbol,
            name: item.name.name,
            ty,
            linkage,
            span: item.name.span,
            inline: item.attrs.iter().find_map(|a| match a.kind {
                AttrKind::Inline(hint) => Some(hint),
                _ => None,
            }),
            cold: item.has_attr(|a| *a == AttrKind::Cold),
            no_intrinsic: item.has_attr(|a| *a == AttrKind::NoIntrinsic),
            tag: None,
            abi: None,
        });
        self.made.fns[item_index(id)] = Some(made);
        if !foreign {
            self.made.queue.push_back(id);
        }
        made
    }

    /// Every object has the runtime functions that it needs: two objects must not both export them.
    fn export(&self, id: ItemId) -> Linkage {
        if self.tree.modules[self.tree.items[id].module].is_std { Linkage::Internal } else { Linkage::Export }
    }

    fn is_public_root(&self, id: ItemId) -> bool {
        let item = &self.tree.items[id];
        self.made.out.main.is_none() && item.is_pub && item.module == self.tree.root()
    }

    /// The Flow global of a static.
    fn global(&mut self, id: ItemId) -> GlobalId {
        if let Some(known) = self.made.statics[item_index(id)] {
            return known;
        }
        if let Some((_, canonical)) = self.extern_symbol(id).filter(|(_, c)| *c != id) {
            let known = self.global(canonical);
            self.made.statics[item_index(id)] = Some(known);
            return known;
        }
        let item = &self.tree.items[id];
        let foreign = item.is_foreign();
        let (symbol, linkage) =
            self.shared_symbol(id).unwrap_or_else(|| (self.internal_symbol(id), Linkage::Internal));
        let ty = match self.tree.item_ty(id) {
            ItemTy::Value(ty) => ty,
            ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => Ty::ERROR,
        };
        // What C declares, C may write.
        let mutable = foreign || matches!(item.kind, ItemKind::Static { mutable: true, .. });
        let (name, span) = (item.name.name, item.name.span);
        let made = self.made.out.globals.alloc(Global {
            symbol,
            name,
            ty,
            linkage,
            mutable,
            init: None,
            span,
            unnamed: false,
            thread_local: item.is_thread_local(),
        });
        self.made.statics[item_index(id)] = Some(made);
        if let Some(value) = self.tree.consts.values.get(item_index(id)).copied().flatten() {
            let init = self.constant(value);
            self.made.out.globals[made].init = Some(init);
        }
        made
    }
}
