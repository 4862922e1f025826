//! What the items of a Tree are in Flow: their declarations, made by `flow-declare` before any body is built, so that bodies can be
//! built one by one.

use super::visit::constants;
use super::{Body, Callee, Const, ConstData, FnId, GlobalId, Proj, Runtime, Rvalue, Sigs, StmtKind};
use crate::symbol::Symbol;
use crate::tree::{ItemId, item_index};
use la_arena::ArenaMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

#[derive(Default)]
pub struct Defs {
    /// Every function and static, with the values of statics: what is going to be the program's.
    pub sigs: Sigs,
    /// By item.
    pub fns: Vec<Option<FnId>>,
    /// By item.
    pub globals: Vec<Option<GlobalId>>,
    /// The values of constants, by item.
    pub values: Vec<Option<Arc<Const>>>,
    /// The program's own functions in order, with the items that have their bodies.
    pub own: Vec<(FnId, ItemId)>,
    /// Those of the standard library, which are built if something needs them.
    pub on_demand: ArenaMap<FnId, ItemId>,
    /// Of those, the drop functions: which of them a drop calls is known when it is known what parameters stand for.
    pub std_drops: Vec<FnId>,
    /// Functions of the runtime, in the order of [`Runtime::ALL`].
    pub runtime: Vec<FnId>,
    /// Functions of libm that built-in methods call, by symbol.
    pub libm: FxHashMap<Symbol, FnId>,
}

impl Defs {
    /// Room for what so many items are.
    pub fn with_room(items: usize) -> Defs {
        Defs { fns: vec![None; items], globals: vec![None; items], values: vec![None; items], ..Defs::default() }
    }

    pub fn function(&self, item: ItemId) -> Option<FnId> {
        *self.fns.get(item_index(item))?
    }

    pub fn global(&self, item: ItemId) -> Option<GlobalId> {
        *self.globals.get(item_index(item))?
    }

    pub fn value(&self, item: ItemId) -> Option<&Arc<Const>> {
        self.values.get(item_index(item))?.as_ref()
    }

    pub fn runtime(&self, function: Runtime) -> FnId {
        self.runtime[function as usize]
    }

    /// The item that a function which is defined here comes from.
    pub fn item(&self, function: FnId) -> Option<ItemId> {
        let own = || self.own.binary_search_by_key(&function, |(id, _)| *id).ok().map(|at| self.own[at].1);
        self.on_demand.get(function).copied().or_else(own)
    }

    /// The functions to be built on demand that a body mentions, and those that its checks may call once they are inserted; some
    /// of them more than once.
    pub fn needed_by(&self, body: &Body) -> Vec<FnId> {
        let mut found = Vec::new();
        let mut need = |id| found.extend(self.on_demand.contains_idx(id).then_some(id));
        functions_in(body.consts.values(), &mut need);
        for call in body.calls.values() {
            if let Callee::Fn(id) | Callee::Apply(id, _) = call.callee {
                need(id);
            }
        }
        if body.moves {
            self.std_drops.iter().for_each(|id| need(*id));
        }
        let mut checks = [false; Runtime::ALL.len()];
        checks[Runtime::PanicBounds as usize] = body.projs.all().iter().any(|proj| matches!(proj, Proj::Index(_)));
        for stmt in body.blocks.values().flat_map(|block| &block.stmts) {
            match stmt.kind {
                StmtKind::Assign(_, Rvalue::Arith(..) | Rvalue::ArithNeg(_)) => checks[Runtime::Panic as usize] = true,
                StmtKind::Check { kind, .. } => checks[Runtime::of_check(kind) as usize] = true,
                // Nothing else becomes a check.
                _ => {}
            }
        }
        for function in Runtime::ALL.into_iter().filter(|function| checks[*function as usize]) {
            need(self.runtime(function));
        }
        found
    }

    /// The functions to be built on demand that the values of statics lead to.
    pub fn needed_by_statics(&self) -> Vec<FnId> {
        let mut found = Vec::new();
        let need = |id| found.extend(self.on_demand.contains_idx(id).then_some(id));
        functions_in(self.sigs.globals.values().filter_map(|global| global.init.as_ref()), need);
        found
    }
}

/// Calls `f` with the functions that constants lead to.
fn functions_in<'a>(all: impl Iterator<Item = &'a Const>, mut f: impl FnMut(FnId)) {
    let mut seen = FxHashSet::default();
    for constant in all {
        constants(constant, &mut seen, &mut |part| {
            if let ConstData::Fn(id) | ConstData::Apply(id, _) = part.kind {
                f(id);
            }
        });
    }
}
