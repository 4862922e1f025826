//! What the items of a Tree are in Flow: their declarations, made by `flow-declare` before any body is built, so that bodies can be
//! built one by one.

use super::{Body, Callee, Const, ConstKind, FnId, GlobalId, Pointee, Proj, Runtime, Rvalue, Sigs, StmtKind};
use crate::stack::deep;
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
    /// The program's own functions, with the items that have their bodies.
    pub own: Vec<(FnId, ItemId)>,
    /// Those of the standard library, which are built if something needs them.
    pub on_demand: ArenaMap<FnId, ItemId>,
    /// Functions of the runtime, in the order of [`Runtime::ALL`].
    pub runtime: Vec<FnId>,
    /// Functions of libm that built-in methods call, by symbol.
    pub libm: FxHashMap<Symbol, FnId>,
}

impl Defs {
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

    /// The functions to be built on demand that a body mentions, and those that its checks may call once they are inserted; some
    /// of them more than once.
    pub fn needed_by(&self, body: &Body) -> Vec<FnId> {
        let mut needs = Needs { defs: self, found: Vec::new(), seen: FxHashSet::default() };
        body.consts.values().for_each(|constant| needs.constant(constant));
        for call in body.calls.values() {
            if let Callee::Fn(id) = call.callee {
                needs.function(id);
            }
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
            needs.function(self.runtime(function));
        }
        needs.found
    }

    /// The functions to be built on demand that the values of statics lead to.
    pub fn needed_by_statics(&self) -> Vec<FnId> {
        let mut needs = Needs { defs: self, found: Vec::new(), seen: FxHashSet::default() };
        self.sigs.globals.values().filter_map(|global| global.init.as_ref()).for_each(|init| needs.constant(init));
        needs.found
    }
}

struct Needs<'a> {
    defs: &'a Defs,
    found: Vec<FnId>,
    /// Constants that others share.
    seen: FxHashSet<*const Const>,
}

impl Needs<'_> {
    fn function(&mut self, id: FnId) {
        if self.defs.on_demand.contains_idx(id) {
            self.found.push(id);
        }
    }

    fn constant(&mut self, constant: &Const) {
        match &constant.kind {
            ConstKind::Fn(id) => self.function(*id),
            ConstKind::Addr(Pointee::Const(to), _) | ConstKind::Slice(Pointee::Const(to), ..) => {
                if self.seen.insert(Arc::as_ptr(to)) {
                    deep(|| self.constant(to));
                }
            }
            ConstKind::Aggregate(parts) => {
                if self.seen.insert(parts.as_ptr()) {
                    parts.iter().for_each(|part| deep(|| self.constant(part)));
                }
            }
            ConstKind::Union { field: _, value } | ConstKind::Repeat(value, _) => deep(|| self.constant(value)),
            ConstKind::Int(_)
            | ConstKind::Float(_)
            | ConstKind::Zero
            | ConstKind::Undef
            | ConstKind::Bytes(_)
            | ConstKind::Addr(Pointee::Global(_), _)
            | ConstKind::Slice(Pointee::Global(_), ..) => {}
        }
    }
}
