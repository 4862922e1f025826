//! Bodies: stack slots, blocks in their order, statements, terminators.

use super::Module;
use super::ll::{Block, Builder, IntPred, Op, Value};
use super::place::{Addr, Val};
use super::types::Class;
use inkwell::llvm_sys::core::*;
use rustc_hash::FxHashMap;
use vex_ir::Span;
use vex_ir::flow::dataflow::reverse_postorder;
use vex_ir::flow::visit::successors;
use vex_ir::flow::{
    self, Access, BlockId, Body, Callee, ConstId, FnId, Function, Local, LocalId, LocalKind, Operand, Place, PlaceBase,
    Rvalue, Stmt, StmtKind, Terminator,
};
use vex_ir::lang::Lowered;
use vex_ir::ty::Ty;

/// Where a local is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// A value that is not computed yet.
    Unset,
    /// Nothing is held.
    Unit,
    One(Value),
    Pair(Value, Value),
    /// At an address.
    Memory(Value),
}

/// The state of emission for one body.
pub(super) struct Emit<'a, 'm> {
    pub(super) m: &'m mut Module<'a>,
    pub(super) body: &'a Body,
    pub(super) function: &'a Function,
    pub(super) value: Value,
    pub(super) b: Builder,
    /// Adds stack slots to the entry block.
    slots_at: Builder,
    entry: Block,
    locals: Vec<Slot>,
    blocks: Vec<Option<Block>>,
    /// Constants of aggregate type that the body has in memory.
    pub(super) const_globals: FxHashMap<ConstId, Value>,
    /// By local, whether its address is taken; computed when first asked for.
    exposed: Option<Vec<bool>>,
    /// The scope of the function for debuggers, and those inside.
    pub(super) debug_scopes: Vec<inkwell::llvm_sys::prelude::LLVMMetadataRef>,
    /// Scopes in the order in which they begin in the source, outer ones first where they begin together.
    pub(super) scopes_by_place: Vec<u32>,
    /// By local, the number of the parameter that debuggers know it as, or 0; empty without debug information.
    pub(super) param_numbers: Vec<u32>,
}

pub(super) fn index(id: LocalId) -> usize {
    u32::from(id.into_raw()) as usize
}

fn block_index(id: BlockId) -> usize {
    u32::from(id.into_raw()) as usize
}

/// Emits the body of a function.
pub(super) fn emit<'a>(m: &mut Module<'a>, id: FnId, function: &'a Function, body: &'a Body) {
    let context = m.basic.context;
    let value = m.fn_value(id);
    let entry = value.append_block(context);
    let (b, slots_at) = (Builder::new(context), Builder::new(context));
    let mut emit = Emit {
        m,
        body,
        function,
        value,
        b,
        slots_at,
        entry,
        locals: vec![Slot::Unset; body.locals.len()],
        blocks: vec![None; body.blocks.len()],
        const_globals: FxHashMap::default(),
        exposed: None,
        debug_scopes: Vec::new(),
        scopes_by_place: Vec::new(),
        param_numbers: Vec::new(),
    };
    let order = reverse_postorder(body);
    emit.make_blocks(&order);
    emit.b.at_end(entry);
    emit.begin_debug();
    emit.receive_params();
    emit.make_slots();
    emit.declare_variables();
    emit.enter(&order);
    for block in order {
        emit.block(block);
    }
}

impl<'a> Emit<'a, '_> {
    /// LLVM's blocks, in Flow's order. What no way leads to is left out.
    fn make_blocks(&mut self, order: &[BlockId]) {
        let mut reached = vec![false; self.body.blocks.len()];
        for id in order {
            reached[block_index(*id)] = true;
        }
        let context = self.m.basic.context;
        let mut entry_is_target = false;
        for id in order {
            let term = &self.body.blocks[*id].term;
            successors(self.body, term, &mut |to| entry_is_target |= to == self.body.entry());
        }
        for (i, reached) in reached.into_iter().enumerate() {
            if i == 0 && !entry_is_target {
                self.blocks[0] = Some(self.entry);
            } else if reached {
                self.blocks[i] = Some(self.value.append_block(context));
            }
        }
    }

    /// From the entry block, which nothing may branch to, into the first block of Flow.
    fn enter(&mut self, order: &[BlockId]) {
        if let Some(first) = order.first() {
            let block = self.llvm_block(*first);
            if block != self.entry {
                self.b.br(block);
            }
        }
    }

    pub(super) fn llvm_block(&mut self, id: BlockId) -> Block {
        match self.blocks[block_index(id)] {
            Some(block) => block,
            None => {
                self.m.bug("a branch leads to a block that was thought unreachable");
                self.entry
            }
        }
    }

    pub(super) fn slot(&self, id: LocalId) -> Slot {
        self.locals[index(id)]
    }

    pub(super) fn set_slot(&mut self, id: LocalId, slot: Slot) {
        self.locals[index(id)] = slot;
    }

    pub(super) fn local(&self, id: LocalId) -> &'a Local {
        &self.body.locals[id]
    }

    /// A stack slot in the entry block, so that it is made once however often the code runs.
    pub(super) fn alloca(&mut self, size: u64, align: u64) -> Value {
        let ty = self.m.basic.i8.array(size);
        self.slots_at.at_start(self.entry);
        self.slots_at.alloca(ty, align)
    }

    pub(super) fn alloca_for(&mut self, ty: Ty) -> Value {
        let info = self.m.types.info(ty);
        let memory = self.m.types.memory(ty);
        self.slots_at.at_start(self.entry);
        self.slots_at.alloca(memory, info.align)
    }

    /// Slots of the locals in memory that are not parameters.
    fn make_slots(&mut self) {
        for (id, local) in self.body.locals.iter() {
            if local.kind != LocalKind::Memory || !matches!(self.slot(id), Slot::Unset) {
                continue;
            }
            let info = self.m.types.info(local.ty);
            let memory = self.m.types.memory(local.ty);
            let slot = self.b.alloca(memory, info.align);
            self.set_slot(id, Slot::Memory(slot));
        }
    }

    /// Whether anything but the local's name can lead to it.
    pub(super) fn is_exposed(&mut self, id: LocalId) -> bool {
        let body = self.body;
        let exposed = self.exposed.get_or_insert_with(|| {
            let mut exposed = vec![false; body.locals.len()];
            for (_, block) in body.blocks.iter() {
                for stmt in &block.stmts {
                    if let StmtKind::Assign(_, Rvalue::AddrOf(place)) = stmt.kind::<Lowered>()
                        && let PlaceBase::Local(local) = place.base
                    {
                        exposed[index(local)] = true;
                    }
                }
            }
            exposed
        });
        exposed[index(id)]
    }

    fn block(&mut self, id: BlockId) {
        let block = self.llvm_block(id);
        if block != self.entry {
            self.b.at_end(block);
        }
        let data = &self.body.blocks[id];
        for stmt in &data.stmts {
            if !self.receives_param(stmt.kind()) {
                self.at(stmt.span);
            }
            self.stmt(stmt);
        }
        self.at(data.term_span);
        self.terminator(data.term);
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        match stmt.kind::<Lowered>() {
            StmtKind::Nop => {}
            StmtKind::Assign(place, rvalue) => self.assign(place, rvalue, stmt.span),
            StmtKind::Store { place, value, access } => self.store_access(place, value, access),
            StmtKind::SetVariant(place, variant) => self.set_variant(place, variant),
            StmtKind::Call(call) => self.call(&self.body.calls[call]),
            StmtKind::Check { cond, kind } => self.check(cond, kind, stmt.span),
            StmtKind::Intrinsic { op, args } => self.memory_intrinsic(op, args),
        }
    }

    fn terminator(&mut self, terminator: Terminator) {
        match terminator {
            Terminator::Goto(to) => {
                let to = self.llvm_block(to);
                self.b.br(to);
            }
            Terminator::Branch { cond, then, els } => {
                let cond = self.scalar(cond);
                let (then, els) = (self.llvm_block(then), self.llvm_block(els));
                self.b.cond_br(cond, then, els);
            }
            Terminator::Switch { on, cases, default } => self.switch(on, cases, default),
            Terminator::Return => self.ret(),
            Terminator::Unreachable => self.b.unreachable(),
        }
    }

    fn switch(&mut self, on: Operand, cases: vex_ir::pool::List<(u128, BlockId)>, default: BlockId) {
        let on = self.scalar(on);
        let ty = on.ty();
        let default = self.llvm_block(default);
        let cases = self.body.cases[cases].iter();
        // Where there is one case, a comparison is what fast instruction selection knows how to do.
        let cases: Vec<(Value, Block)> = cases.map(|(v, to)| (self.int_const(ty, *v), self.llvm_block(*to))).collect();
        match cases[..] {
            [] => self.b.br(default),
            [(value, to)] => {
                let same = self.b.icmp(IntPred::LLVMIntEQ, on, value);
                self.b.cond_br(same, to, default);
            }
            _ => self.b.switch(on, default, &cases),
        }
    }

    pub(super) fn int_const(&self, ty: super::ll::Type, value: u128) -> Value {
        if ty == self.m.basic.i128 { ty.wide_int(value) } else { ty.int(value as u64) }
    }

    /// A store that is volatile or may be unaligned.
    fn store_access(&mut self, place: Place, value: Operand, access: Access) {
        let ty = self.place_ty(place);
        let mut addr = self.place(place);
        if access == Access::Unaligned {
            addr.align = 1;
        }
        let value = self.operand(value);
        self.write_memory(addr, ty, value, access == Access::Volatile);
    }

    fn assign(&mut self, place: Place, rvalue: Rvalue<Lowered>, span: Span) {
        let ty = self.place_ty(place);
        if let PlaceBase::Local(id) = place.base
            && self.is_value(place)
        {
            let value = self.rvalue(rvalue, ty, span);
            return self.define(id, ty, value);
        }
        if self.m.types.info(ty).class == Class::Memory {
            let dest = self.place(place);
            return self.assign_aggregate(dest, ty, rvalue);
        }
        let value = self.rvalue(rvalue, ty, span);
        let addr = self.place(place);
        self.write_memory(addr, ty, value, false);
    }

    /// Gives a local that is a value its value.
    pub(super) fn define(&mut self, id: LocalId, ty: Ty, value: Val) {
        let slot = match (self.m.types.info(ty).class, value) {
            (Class::Void, _) => Slot::Unit,
            // A pointer with a length, used as a pointer.
            (Class::Scalar { .. }, Val::One(v) | Val::Pair(v, _)) => Slot::One(v),
            (Class::Fat, Val::Pair(ptr, len)) => Slot::Pair(ptr, len),
            (Class::Memory, Val::Memory(addr)) => Slot::Memory(self.address(addr)),
            (class, value) => {
                self.m.bug(format!("a local of class {class:?} is assigned {value:?}"));
                Slot::Unit
            }
        };
        self.set_slot(id, slot);
        self.debug_value(id);
    }

    /// Whether the place is a local that is a value.
    pub(super) fn is_value(&self, place: Place) -> bool {
        match place.base {
            PlaceBase::Local(id) => place.projs.is_empty() && self.local(id).kind == LocalKind::Value,
            PlaceBase::Global(_) => false,
        }
    }

    /// Writes a place, by the name of a local or in memory.
    pub(super) fn write(&mut self, place: Place, value: Val) {
        let ty = self.place_ty(place);
        if let PlaceBase::Local(id) = place.base
            && self.is_value(place)
        {
            return self.define(id, ty, value);
        }
        let addr = self.place(place);
        self.write_memory(addr, ty, value, false);
    }

    /// Stores a value of type `ty`.
    pub(super) fn write_memory(&mut self, to: Addr, ty: Ty, value: Val, volatile: bool) {
        let class = self.m.types.info(ty).class;
        match (class, value) {
            (Class::Void, _) | (_, Val::Unit) => {}
            (Class::Scalar { value: in_register, memory }, Val::One(v) | Val::Pair(v, _)) => {
                let ptr = self.address(to);
                let v = if in_register == memory { v } else { self.b.cast(Op::LLVMZExt, v, memory) };
                self.store(v, ptr, to.align, volatile);
            }
            (Class::Fat, Val::Pair(ptr, len)) => {
                let second = to.at(self.m.types.pointer_size());
                let first = self.address(to);
                self.store(ptr, first, to.align, volatile);
                let second_ptr = self.address(second);
                self.store(len, second_ptr, second.align, volatile);
            }
            (Class::Memory, Val::Memory(from)) => self.copy(to, from, ty, volatile),
            (class, value) => self.m.bug(format!("a place of class {class:?} is assigned {value:?}")),
        }
    }

    fn store(&mut self, value: Value, ptr: Value, align: u64, volatile: bool) {
        let store = self.b.store(value, ptr, align);
        if volatile {
            self.b.set_volatile(store);
        }
    }

    /// Copies an aggregate, at whatever width LLVM finds best.
    pub(super) fn copy(&mut self, to: Addr, from: Addr, ty: Ty, volatile: bool) {
        let size = self.m.types.info(ty).size;
        if size == 0 {
            return;
        }
        let (dest, src) = (self.address(to), self.address(from));
        let size = self.m.basic.usize_const(size);
        let copy = self.b.memcpy(dest, to.align, src, from.align, size);
        if volatile {
            // The last argument of the intrinsic says whether it is volatile.
            // SAFETY: `copy` is the call just made, with four arguments.
            unsafe { LLVMSetOperand(copy.0, 3, self.m.basic.i1.int(1).0) }
        }
    }

    pub(super) fn callee_fn(&self, callee: Callee<Lowered>) -> Option<&'a Function> {
        match callee {
            Callee::Fn(id) => Some(&self.m.program.fns[id]),
            Callee::Ptr(_) => None,
        }
    }

    pub(super) fn place_ty(&self, place: Place) -> Ty {
        // Most places are locals.
        match place.base {
            PlaceBase::Local(id) if place.projs.is_empty() => self.local(id).ty,
            PlaceBase::Local(_) | PlaceBase::Global(_) => {
                let program = self.m.program;
                self.body.place_ty(&flow::ProgramTypes { types: &program.types, globals: &program.globals }, place)
            }
        }
    }

    pub(super) fn operand_ty(&self, operand: Operand) -> Ty {
        match operand {
            Operand::Copy(place) => self.place_ty(place),
            Operand::Move(local, projs) => self.place_ty(Place { base: PlaceBase::Local(local), projs }),
            Operand::Const(id) => self.body.consts[id].ty,
        }
    }
}
