//! Places and operands: addresses in bytes, and loads.

use super::function::{Emit, Slot};
use super::ll::{Op, Type, Value};
use super::types::{Class, align_at};
use vex_ir::flow::{GlobalId, Operand, Place, PlaceBase, Proj};
use vex_ir::ty::Ty;

/// An address: a pointer, a constant offset from it, and the alignment of the sum.
#[derive(Clone, Copy, Debug)]
pub(super) struct Addr {
    pub(super) ptr: Value,
    pub(super) offset: u64,
    pub(super) align: u64,
    /// The length beside the pointer, behind a fat one.
    pub(super) len: Option<Value>,
}

impl Addr {
    pub(super) fn new(ptr: Value, align: u64) -> Addr {
        Addr { ptr, offset: 0, align, len: None }
    }

    /// So many bytes further.
    pub(super) fn at(self, offset: u64) -> Addr {
        Addr { offset: self.offset + offset, align: align_at(self.align, offset), len: None, ..self }
    }
}

/// A value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Val {
    /// Of `void`, or of no size.
    Unit,
    One(Value),
    /// A pointer and a length.
    Pair(Value, Value),
    /// An aggregate, where it is.
    Memory(Addr),
}

impl Emit<'_, '_> {
    /// An address as one pointer.
    pub(super) fn address(&mut self, addr: Addr) -> Value {
        if addr.offset == 0 {
            return addr.ptr;
        }
        let offset = self.m.basic.usize_const(addr.offset);
        self.b.gep(self.m.basic.i8, addr.ptr, offset)
    }

    /// Where a place is. The base must be in memory, or a pointer that the first projection goes through.
    pub(super) fn place(&mut self, place: Place) -> Addr {
        let body = self.body;
        let mut projs = &body.projs[place.projs];
        let (mut addr, mut ty) = match place.base {
            PlaceBase::Global(id) => {
                let ty = self.m.program.globals[id].ty;
                (Addr::new(self.global(id), self.m.types.info(ty).align), ty)
            }
            PlaceBase::Local(id) => {
                let ty = self.local(id).ty;
                match (self.slot(id), projs) {
                    (Slot::Memory(ptr), _) => (Addr::new(ptr, self.m.types.info(ty).align), ty),
                    (Slot::One(ptr), [Proj::Deref, rest @ ..]) => {
                        projs = rest;
                        self.pointee(ptr, None, ty)
                    }
                    (Slot::Pair(ptr, len), [Proj::Deref, rest @ ..]) => {
                        projs = rest;
                        self.pointee(ptr, Some(len), ty)
                    }
                    (slot, _) => {
                        self.m.bug(format!("a place in a value that has no address: {slot:?}"));
                        return Addr::new(self.m.basic.ptr.poison(), 1);
                    }
                }
            }
        };
        while let [proj, rest @ ..] = projs {
            projs = rest;
            // Who goes on to an element has no use for the length.
            (addr, ty) = self.project(addr, ty, *proj, rest.is_empty());
        }
        addr
    }

    /// The address of a global; of a thread-local one, that of this thread's, as Clang asks for it at each access.
    fn global(&mut self, id: GlobalId) -> Value {
        let value = self.m.global_value(id);
        if !self.m.program.globals[id].thread_local {
            return value;
        }
        let pointer = Some(self.m.basic.ptr);
        self.m.call_intrinsic(&self.b, "llvm.threadlocal.address", [pointer, None], &[value])
    }

    /// Behind a pointer of type `ty`.
    fn pointee(&mut self, ptr: Value, len: Option<Value>, ty: Ty) -> (Addr, Ty) {
        let to = self.m.types.types.pointee(ty).unwrap_or(Ty::ERROR);
        let align = self.m.types.pointee_align(to);
        (Addr { ptr, offset: 0, align, len }, to)
    }

    fn project(&mut self, addr: Addr, ty: Ty, proj: Proj, last: bool) -> (Addr, Ty) {
        match proj {
            Proj::Deref => {
                let pointer = self.m.basic.ptr;
                let len = if last && self.m.types.types.is_fat(ty) { Some(self.load_len(addr)) } else { None };
                let at = self.address(addr);
                let ptr = self.b.load(pointer, at, addr.align);
                self.pointee(ptr, len, ty)
            }
            Proj::Field(field) => {
                let offset = self.m.types.offset(ty, field);
                (addr.at(offset), vex_ir::flow::project(self.m.types.types, ty, proj))
            }
            Proj::Payload { variant, field } => {
                let layout = self.m.types.sum(ty);
                let offset = layout.offsets.get(variant as usize).and_then(|fields| fields.get(field as usize));
                let to = vex_ir::flow::project(self.m.types.types, ty, proj);
                (addr.at(offset.copied().unwrap_or(0)), to)
            }
            Proj::Index(index) => {
                let elem = vex_ir::flow::project(self.m.types.types, ty, proj);
                (self.element(addr, elem, index), elem)
            }
        }
    }

    fn element(&mut self, addr: Addr, elem: Ty, index: Operand) -> Addr {
        let size = self.m.types.info(elem).size;
        let index = self.scalar(index);
        let align = align_at(addr.align, size);
        if let Some(constant) = index.as_const_int()
            && let Some(offset) = constant.checked_mul(size).and_then(|o| o.checked_add(addr.offset))
        {
            let align = align_at(addr.align, constant.wrapping_mul(size));
            return Addr { offset, align, len: None, ..addr };
        }
        let base = self.address(addr);
        let memory = self.m.types.memory(elem);
        let index = self.b.int_cast(index, self.m.basic.usize, false);
        Addr::new(self.b.gep(memory, base, index), align)
    }

    fn load_len(&mut self, addr: Addr) -> Value {
        let second = addr.at(self.m.types.pointer_size());
        let at = self.address(second);
        self.b.load(self.m.basic.usize, at, second.align)
    }

    /// Loads a value of type `ty`; an aggregate stays where it is.
    pub(super) fn load(&mut self, addr: Addr, ty: Ty, volatile: bool) -> Val {
        match self.m.types.info(ty).class {
            Class::Void => Val::Unit,
            Class::Memory => Val::Memory(addr),
            Class::Fat => {
                let at = self.address(addr);
                let ptr = self.b.load(self.m.basic.ptr, at, addr.align);
                let second = addr.at(self.m.types.pointer_size());
                let at = self.address(second);
                let len = self.b.load(self.m.basic.usize, at, second.align);
                if volatile {
                    self.b.set_volatile(ptr);
                    self.b.set_volatile(len);
                }
                Val::Pair(ptr, len)
            }
            Class::Scalar { value, memory } => {
                let at = self.address(addr);
                let load = self.b.load(memory, at, addr.align);
                if volatile {
                    self.b.set_volatile(load);
                }
                self.note_range(load, ty);
                Val::One(self.in_register(load, value, memory))
            }
        }
    }

    /// `bool` is a byte in memory.
    fn in_register(&mut self, load: Value, value: Type, memory: Type) -> Value {
        if value == memory { load } else { self.b.cast(Op::LLVMTrunc, load, value) }
    }

    /// Tells the optimiser which values a loaded `bool` or `char` can have.
    fn note_range(&mut self, load: Value, ty: Ty) {
        if self.m.optimising() && (ty == Ty::BOOL || ty == Ty::CHAR) {
            let metadata = &self.m.metadata;
            let range = if ty == Ty::BOOL { metadata.bool_range } else { metadata.char_range };
            load.set_metadata(metadata.range_kind, range);
        }
    }

    pub(super) fn operand(&mut self, operand: Operand) -> Val {
        match operand {
            Operand::Const(id) => self.constant(id),
            Operand::Copy(place) => self.copy_of(place),
            Operand::Move(local, projs) => self.copy_of(Place { base: PlaceBase::Local(local), projs }),
        }
    }

    /// The content of a place.
    pub(super) fn copy_of(&mut self, place: Place) -> Val {
        if let PlaceBase::Local(id) = place.base
            && place.projs.is_empty()
        {
            match self.slot(id) {
                Slot::One(v) => return Val::One(v),
                Slot::Pair(ptr, len) => return Val::Pair(ptr, len),
                Slot::Unit => return Val::Unit,
                Slot::Memory(_) => {}
                Slot::Unset => {
                    let name = self.m.cx.text(self.function.name).to_string();
                    self.m.bug(format!("a value in `{name}` is used before it is computed"));
                    let ty = self.local(id).ty;
                    return self.poison(ty);
                }
            }
        }
        let ty = self.place_ty(place);
        let addr = self.place(place);
        self.load(addr, ty, false)
    }

    fn poison(&mut self, ty: Ty) -> Val {
        let basic = self.m.basic;
        match self.m.types.info(ty).class {
            Class::Void => Val::Unit,
            Class::Scalar { value, .. } => Val::One(value.poison()),
            Class::Fat => Val::Pair(basic.ptr.poison(), basic.usize.poison()),
            Class::Memory => Val::Memory(Addr::new(basic.ptr.poison(), 1)),
        }
    }

    fn constant(&mut self, id: vex_ir::flow::ConstId) -> Val {
        let constant = &self.body.consts[id];
        match self.m.types.info(constant.ty).class {
            Class::Void => Val::Unit,
            Class::Scalar { value, .. } => Val::One(self.m.const_scalar(constant, value)),
            Class::Fat => {
                let (ptr, len) = self.m.const_pair(constant);
                Val::Pair(ptr, len)
            }
            Class::Memory => {
                let align = self.m.types.info(constant.ty).align;
                Val::Memory(Addr::new(self.const_global(id), align))
            }
        }
    }

    /// An aggregate constant of the body, as unnamed read-only memory.
    fn const_global(&mut self, id: vex_ir::flow::ConstId) -> Value {
        if let Some(global) = self.const_globals.get(&id) {
            return *global;
        }
        let constant = &self.body.consts[id];
        let value = self.m.const_memory(constant);
        let align = self.m.types.info(constant.ty).align;
        let global = self.m.private_constant(value, align);
        self.const_globals.insert(id, global);
        global
    }

    /// An operand that is one machine value. Of a pointer with a length, the pointer.
    pub(super) fn scalar(&mut self, operand: Operand) -> Value {
        match self.operand(operand) {
            Val::One(v) | Val::Pair(v, _) => v,
            val @ (Val::Unit | Val::Memory(_)) => {
                self.m.bug(format!("{val:?} where one machine value belongs"));
                self.m.basic.usize.poison()
            }
        }
    }

    /// An operand that is a pointer with a length.
    pub(super) fn pair(&mut self, operand: Operand) -> (Value, Value) {
        match self.operand(operand) {
            Val::Pair(ptr, len) => (ptr, len),
            val @ (Val::One(_) | Val::Unit | Val::Memory(_)) => {
                self.m.bug(format!("{val:?} where a pointer with a length belongs"));
                (self.m.basic.ptr.poison(), self.m.basic.usize.poison())
            }
        }
    }
}
