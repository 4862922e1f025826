//! Calls, parameters and results, as `abi-lower` decided.

use super::Module;
use super::attrs::{FUNCTION, RESULT};
use super::function::{Emit, Slot};
use super::ll::{Attr, Type, Value};
use super::place::{Addr, Val};
use inkwell::llvm_sys::core::*;
use std::rc::Rc;
use vex_ir::flow::{
    ArgAbi, ArrayOf, Call, Callee, Ext, FnAbi, InlineTag, LocalId, LocalKind, MachineConv, Operand, Place, PlaceBase,
    Reg, RegKind,
};
use vex_ir::lang::Lowered;
use vex_ir::ty::{Ty, TyKind};

/// A function type as LLVM sees it.
pub(super) struct Sig {
    pub(super) ty: Type,
    pub(super) conv: u32,
    pub(super) noreturn: bool,
    /// What the convention itself needs: on functions and on calls.
    pub(super) abi_attrs: Vec<(u32, Attr)>,
    /// What is known of the values: on functions.
    pub(super) value_attrs: Vec<(u32, Attr)>,
    /// What the language guarantees inside functions of its own: on definitions.
    pub(super) body_attrs: Vec<(u32, Attr)>,
}

/// LLVM's number for a convention. Fast instruction selection knows C's alone, so that compiling fast means calling
/// like C.
fn conv_number(conv: MachineConv, optimising: bool) -> u32 {
    match conv {
        MachineConv::C => 0,
        MachineConv::Fast => [0, 8][usize::from(optimising)],
        MachineConv::X86Stdcall => 64,
        MachineConv::X8664SysV => 78,
        MachineConv::Win64 => 79,
    }
}

impl<'a> Module<'a> {
    /// The LLVM view of function type `ty` with convention `abi`.
    pub(super) fn sig(&mut self, abi: u32, ty: Ty) -> Rc<Sig> {
        if let Some(sig) = self.sigs.get(&(abi, ty)) {
            return sig.clone();
        }
        let sig = Rc::new(self.make_sig(abi, ty));
        self.sigs.insert((abi, ty), sig.clone());
        sig
    }

    fn make_sig(&mut self, abi: u32, ty: Ty) -> Sig {
        let program = self.program;
        let abi: &'a FnAbi = &program.abis[abi as usize];
        let TyKind::Fn(fn_sig) = program.types.kind(ty) else {
            self.bug("the type of a function is not a function type");
            return self.empty_sig();
        };
        let mut maker = SigMaker { m: self, params: Vec::new(), abi: Vec::new(), values: Vec::new(), body: Vec::new() };
        let ret = maker.ret(&abi.ret, fn_sig.ret);
        // What follows the declared parameters of a variadic function is not in its LLVM type.
        for (arg, ty) in abi.params.iter().zip(&fn_sig.params) {
            maker.param(arg, *ty);
        }
        let SigMaker { params, abi: abi_attrs, values: value_attrs, body: body_attrs, .. } = maker;
        if abi.params.len() < fn_sig.params.len() {
            self.bug("a convention has fewer parameters than the function");
        }
        Sig {
            ty: ret.function(&params, abi.variadic),
            conv: conv_number(abi.conv, self.optimising()),
            noreturn: fn_sig.ret == Ty::NEVER,
            abi_attrs,
            value_attrs,
            body_attrs,
        }
    }

    fn empty_sig(&self) -> Sig {
        let ty = self.basic.void.function(&[], false);
        Sig { ty, conv: 0, noreturn: false, abi_attrs: vec![], value_attrs: vec![], body_attrs: vec![] }
    }

    fn reg_type(&self, kind: RegKind) -> Type {
        let basic = &self.basic;
        match kind {
            RegKind::Int(bits) => basic.int(bits),
            RegKind::Ptr => basic.ptr,
            RegKind::F32 => basic.f32,
            RegKind::F64 => basic.f64,
            RegKind::F32Vec(n) => basic.f32.vector(n),
            RegKind::Array(ArrayOf::I64, n) => basic.i64.array(n.into()),
            RegKind::Array(ArrayOf::F32, n) => basic.f32.array(n.into()),
            RegKind::Array(ArrayOf::F64, n) => basic.f64.array(n.into()),
        }
    }

    /// The bytes that loading or storing a piece touches.
    fn reg_size(&self, kind: RegKind) -> u64 {
        match kind {
            RegKind::Int(bits) => u64::from(bits.div_ceil(8)),
            RegKind::Ptr => self.types.pointer_size(),
            RegKind::F32 => 4,
            RegKind::F64 => 8,
            RegKind::F32Vec(n) | RegKind::Array(ArrayOf::F32, n) => 4 * u64::from(n),
            RegKind::Array(ArrayOf::I64 | ArrayOf::F64, n) => 8 * u64::from(n),
        }
    }

    /// The bytes that all pieces together span.
    fn regs_size(&self, regs: &[Reg]) -> u64 {
        regs.iter().map(|r| r.offset + self.reg_size(r.kind)).max().unwrap_or(0)
    }

    /// What a result in pieces is: the piece, or a struct of them.
    fn regs_type(&self, regs: &[Reg]) -> Type {
        match regs {
            [one] => self.reg_type(one.kind),
            _ => {
                let types: Vec<Type> = regs.iter().map(|r| self.reg_type(r.kind)).collect();
                self.basic.structure(&types, false)
            }
        }
    }
}

/// Collects the LLVM signature of a function.
struct SigMaker<'a, 'm> {
    m: &'m mut Module<'a>,
    params: Vec<Type>,
    abi: Vec<(u32, Attr)>,
    values: Vec<(u32, Attr)>,
    body: Vec<(u32, Attr)>,
}

impl SigMaker<'_, '_> {
    fn next(&self) -> u32 {
        self.params.len() as u32 + 1
    }

    fn ret(&mut self, abi: &ArgAbi, ty: Ty) -> Type {
        let basic = self.m.basic;
        match abi {
            ArgAbi::Ignore => basic.void,
            ArgAbi::Direct(ext) => {
                self.extension(RESULT, *ext);
                self.values.push((RESULT, self.m.attrs.noundef));
                self.reference(RESULT, ty, false);
                self.m.types.scalar(ty).unwrap_or(basic.void)
            }
            ArgAbi::Pair => basic.structure(&[basic.ptr, basic.usize], false),
            ArgAbi::Cast(regs) => self.m.regs_type(regs),
            ArgAbi::Indirect { align, .. } => {
                let memory = self.m.types.memory(ty);
                self.abi.push((1, self.m.attrs.sret(memory)));
                let align = self.m.attrs.align(*align);
                self.abi.push((1, align));
                self.values.push((1, self.m.attrs.writable));
                let size = self.m.types.info(ty).size;
                let dereferenceable = self.m.attrs.dereferenceable(size);
                self.values.push((1, dereferenceable));
                // The caller hands over memory that nothing else leads to.
                self.body.push((1, self.m.attrs.noalias));
                self.params.push(basic.ptr);
                basic.void
            }
        }
    }

    fn param(&mut self, abi: &ArgAbi, ty: Ty) {
        let index = self.next();
        let basic = self.m.basic;
        match abi {
            ArgAbi::Ignore => {}
            ArgAbi::Direct(ext) => {
                self.extension(index, *ext);
                self.values.push((index, self.m.attrs.noundef));
                self.reference(index, ty, true);
                let scalar = self.m.types.scalar(ty).unwrap_or(basic.ptr);
                self.params.push(scalar);
            }
            ArgAbi::Pair => {
                self.values.extend([(index, self.m.attrs.noundef), (index + 1, self.m.attrs.noundef)]);
                self.reference(index, ty, true);
                self.params.extend([basic.ptr, basic.usize]);
            }
            ArgAbi::Cast(regs) => {
                let types = regs.iter().map(|r| self.m.reg_type(r.kind));
                self.params.extend(types.collect::<Vec<_>>());
            }
            ArgAbi::Indirect { align, by_val } => {
                let align = self.m.attrs.align(*align);
                if *by_val {
                    let memory = self.m.types.memory(ty);
                    self.abi.push((index, self.m.attrs.byval(memory)));
                }
                self.abi.push((index, align));
                self.values.push((index, self.m.attrs.noundef));
                self.params.push(basic.ptr);
            }
        }
    }

    fn extension(&mut self, index: u32, ext: Ext) {
        match ext {
            Ext::None => {}
            Ext::Sign => self.abi.push((index, self.m.attrs.signext)),
            Ext::Zero => self.abi.push((index, self.m.attrs.zeroext)),
        }
    }

    /// What `&T` and `&mut T` promise.
    fn reference(&mut self, index: u32, ty: Ty, param: bool) {
        let Some((mutable, to)) = self.m.reference(ty) else { return };
        let sized = !self.m.types.types.is_unsized(to);
        let (size, align) = (self.m.types.info(to).size, self.m.types.pointee_align(to));
        let attrs = &mut self.m.attrs;
        self.values.push((index, attrs.nonnull));
        if align > 1 {
            self.values.push((index, attrs.align(align)));
        }
        if sized && size > 0 {
            self.values.push((index, attrs.dereferenceable(size)));
        }
        // Nothing keeps safe code from making two `&mut` to one variable, so neither is `noalias`.
        if param && !mutable {
            self.body.push((index, attrs.readonly));
        }
    }
}

/// Where a result that the callee writes to memory goes.
enum ResultAt {
    /// It is in registers, or there is none.
    Registers,
    /// Straight to the destination.
    Dest,
    /// To a slot, from which it is copied.
    Temp(Value),
}

impl Emit<'_, '_> {
    pub(super) fn call(&mut self, call: &Call) {
        let Some(abi_index) = call.abi else {
            return self.m.bug("a call has no convention");
        };
        let sig = self.m.sig(abi_index, call.ty);
        let program = self.m.program;
        let abi = &program.abis[abi_index as usize];
        let callee = match call.callee::<Lowered>() {
            Callee::Fn(id) => self.m.fn_value(id),
            Callee::Ptr(operand) => self.scalar(operand),
        };
        let mut args = Vec::with_capacity(abi.params.len() + 1);
        let result_at = self.result_at(call, &abi.ret, &mut args);
        let operands = &self.body.operands[call.args];
        if operands.len() != abi.params.len() {
            self.m.bug(format!("a call has {} arguments and a convention for {}", operands.len(), abi.params.len()));
        }
        let declared = program.types.sig(call.ty).map_or(0, |s| s.params.len());
        let mut extra_attrs = Vec::new();
        for (i, (operand, arg)) in operands.iter().zip(&abi.params).enumerate() {
            if i >= declared {
                self.extra_attrs(arg, *operand, args.len() as u32 + 1, &mut extra_attrs);
            }
            self.push_arg(arg, *operand, &mut args);
        }
        let result = self.b.call(sig.ty, callee, &args);
        extra_attrs.extend(&sig.abi_attrs);
        result.add_call_attrs(&extra_attrs);
        self.call_attrs(call, &sig, result);
        self.take_result(call, &abi.ret, result, result_at);
    }

    /// What an argument behind `...` needs at the call, since no parameter of the callee says it.
    fn extra_attrs(&mut self, abi: &ArgAbi, operand: Operand, index: u32, out: &mut Vec<(u32, Attr)>) {
        match abi {
            ArgAbi::Direct(Ext::Sign) => out.push((index, self.m.attrs.signext)),
            ArgAbi::Direct(Ext::Zero) => out.push((index, self.m.attrs.zeroext)),
            ArgAbi::Indirect { align, by_val: true } => {
                let ty = self.operand_ty(operand);
                let memory = self.m.types.memory(ty);
                out.push((index, self.m.attrs.byval(memory)));
                out.push((index, self.m.attrs.align(*align)));
            }
            ArgAbi::Ignore
            | ArgAbi::Direct(Ext::None)
            | ArgAbi::Pair
            | ArgAbi::Cast(_)
            | ArgAbi::Indirect { by_val: false, .. } => {}
        }
    }

    fn call_attrs(&mut self, call: &Call, sig: &Sig, result: Value) {
        if sig.conv != 0 {
            // SAFETY: `result` is a call.
            unsafe { LLVMSetInstructionCallConv(result.0, sig.conv) }
        }
        let callee = self.callee_fn(call.callee());
        if callee.is_none() {
            result.add_call_attr(FUNCTION, self.m.attrs.nounwind);
            if sig.noreturn {
                result.add_call_attr(FUNCTION, self.m.attrs.noreturn);
            }
        }
        if callee.is_some_and(|f| self.m.returns_twice(f)) {
            result.add_call_attr(FUNCTION, self.m.attrs.returns_twice);
        }
        // What a declaration says is lost when a library in bitcode brings the body.
        let differs = callee.is_none_or(|f| f.tag != Some(call.tag) || f.is_import());
        match call.tag {
            InlineTag::Always if differs && callee.is_some_and(|f| !f.is_import()) => {
                result.add_call_attr(FUNCTION, self.m.attrs.alwaysinline);
                self.m.always_inline = true;
            }
            InlineTag::Never if differs => result.add_call_attr(FUNCTION, self.m.attrs.noinline),
            InlineTag::None | InlineTag::Hint | InlineTag::Always | InlineTag::Never => {}
        }
    }

    /// Pushes the pointer to the result, if it is returned in memory.
    fn result_at(&mut self, call: &Call, abi: &ArgAbi, args: &mut Vec<Value>) -> ResultAt {
        if !matches!(abi, ArgAbi::Indirect { .. }) {
            return ResultAt::Registers;
        }
        if let Some(dest) = call.dest
            && self.only_by_name(dest)
        {
            let addr = self.place(dest);
            args.push(self.address(addr));
            return ResultAt::Dest;
        }
        let ret = self.m.types.types.sig(call.ty).map_or(Ty::VOID, |s| s.ret);
        let temp = self.alloca_for(ret);
        args.push(temp);
        ResultAt::Temp(temp)
    }

    /// Whether nothing that the callee can reach leads to the place, so that it may write there before it is done
    /// reading.
    fn only_by_name(&mut self, place: Place) -> bool {
        match place.base {
            PlaceBase::Local(id) => {
                place.projs.is_empty() && self.local(id).kind == LocalKind::Memory && !self.is_exposed(id)
            }
            PlaceBase::Global(_) => false,
        }
    }

    fn push_arg(&mut self, abi: &ArgAbi, operand: Operand, args: &mut Vec<Value>) {
        match abi {
            ArgAbi::Ignore => {}
            ArgAbi::Direct(_) => args.push(self.scalar(operand)),
            ArgAbi::Pair => {
                let (ptr, len) = self.pair(operand);
                args.extend([ptr, len]);
            }
            ArgAbi::Cast(regs) => self.push_regs(regs, operand, args),
            ArgAbi::Indirect { align, by_val } => {
                let arg = self.indirect_arg(operand, *align, *by_val);
                args.push(arg);
            }
        }
    }

    fn push_regs(&mut self, regs: &[Reg], operand: Operand, args: &mut Vec<Value>) {
        let ty = self.operand_ty(operand);
        let from = self.in_memory(operand);
        let from = self.at_least(from, ty, self.m.regs_size(regs));
        for reg in regs {
            let at = from.at(reg.offset);
            let ptr = self.address(at);
            args.push(self.b.load(self.m.reg_type(reg.kind), ptr, at.align));
        }
    }

    /// The address of an operand's value: its own, or that of a copy.
    fn in_memory(&mut self, operand: Operand) -> Addr {
        let ty = self.operand_ty(operand);
        match self.operand(operand) {
            Val::Memory(addr) => addr,
            value => {
                let align = self.m.types.info(ty).align;
                let slot = Addr::new(self.alloca_for(ty), align);
                self.write_memory(slot, ty, value, false);
                slot
            }
        }
    }

    /// Memory with the same content from which `size` bytes may be read: pieces can reach past the end of the value.
    fn at_least(&mut self, from: Addr, ty: Ty, size: u64) -> Addr {
        let info = self.m.types.info(ty);
        if size <= info.size {
            return from;
        }
        let slot = Addr::new(self.alloca(size, info.align), info.align);
        self.copy(slot, from, ty, false);
        slot
    }

    /// With `byval` LLVM makes the copy; else it is made here.
    fn indirect_arg(&mut self, operand: Operand, align: u64, by_val: bool) -> Value {
        let ty = self.operand_ty(operand);
        let info = self.m.types.info(ty);
        let from = self.in_memory(operand);
        if by_val && from.align >= align {
            return self.address(from);
        }
        let align = align.max(info.align);
        let slot = Addr::new(self.alloca(info.size, align), align);
        self.copy(slot, from, ty, false);
        slot.ptr
    }

    fn take_result(&mut self, call: &Call, abi: &ArgAbi, result: Value, at: ResultAt) {
        let Some(dest) = call.dest else { return };
        let ty = self.place_ty(dest);
        if let ArgAbi::Cast(regs) = abi
            && self.m.regs_size(regs) <= self.m.types.info(ty).size
            && !self.is_value(dest)
        {
            let to = self.place(dest);
            return self.store_regs(regs, to, result);
        }
        let value = match (abi, at) {
            (ArgAbi::Ignore, _) => Val::Unit,
            (ArgAbi::Direct(_), _) => Val::One(result),
            (ArgAbi::Pair, _) => Val::Pair(self.b.extract(result, 0), self.b.extract(result, 1)),
            (ArgAbi::Cast(regs), _) => {
                let slot = self.regs_slot(regs, ty);
                self.store_regs(regs, slot, result);
                self.load(slot, ty, false)
            }
            (ArgAbi::Indirect { .. }, ResultAt::Temp(slot)) => {
                let align = self.m.types.info(ty).align;
                self.load(Addr::new(slot, align), ty, false)
            }
            (ArgAbi::Indirect { .. }, ResultAt::Dest | ResultAt::Registers) => return,
        };
        self.write(dest, value);
    }

    /// Puts a result in pieces together in memory.
    fn store_regs(&mut self, regs: &[Reg], to: Addr, result: Value) {
        for (i, reg) in regs.iter().enumerate() {
            let piece = if let [_] = regs { result } else { self.b.extract(result, i as u32) };
            self.store_reg(to, reg, piece);
        }
    }

    /// A slot that holds both the value and all its pieces.
    fn regs_slot(&mut self, regs: &[Reg], ty: Ty) -> Addr {
        let info = self.m.types.info(ty);
        let size = info.size.max(self.m.regs_size(regs));
        let ptr = if size == info.size { self.alloca_for(ty) } else { self.alloca(size, info.align) };
        Addr::new(ptr, info.align)
    }

    fn store_reg(&mut self, slot: Addr, reg: &Reg, piece: Value) {
        let at = slot.at(reg.offset);
        let ptr = self.address(at);
        self.b.store(piece, ptr, at.align);
    }

    /// Gives the parameters' locals what the caller passed, and the result its place.
    pub(super) fn receive_params(&mut self) {
        let program = self.m.program;
        let (Some(abi), Some(sig)) = (self.function.abi, program.types.sig(self.function.ty)) else {
            return self.m.bug("a function has no convention");
        };
        let abi = &program.abis[abi as usize];
        let mut next = 0;
        if let ArgAbi::Indirect { .. } = abi.ret {
            if let Some(ret) = self.body.ret
                && self.local(ret).kind == LocalKind::Memory
            {
                self.set_slot(ret, Slot::Memory(self.value.param(0)));
            }
            next = 1;
        }
        let params = &self.body.params;
        if params.len() != sig.params.len() || params.len() > abi.params.len() {
            return self.m.bug("a function's parameters are not those of its type");
        }
        for (local, arg) in params.iter().zip(&abi.params) {
            self.receive(*local, arg, &mut next);
        }
    }

    fn receive(&mut self, id: LocalId, abi: &ArgAbi, next: &mut u32) {
        let value = self.value;
        let mut take = || {
            *next += 1;
            value.param(*next - 1)
        };
        let ty = self.local(id).ty;
        let received = match abi {
            ArgAbi::Ignore => Val::Unit,
            ArgAbi::Direct(_) => Val::One(take()),
            ArgAbi::Pair => Val::Pair(take(), take()),
            ArgAbi::Cast(regs) => {
                let pieces: Vec<Value> = regs.iter().map(|_| take()).collect();
                let slot = self.regs_slot(regs, ty);
                for (reg, piece) in regs.iter().zip(pieces) {
                    self.store_reg(slot, reg, piece);
                }
                Val::Memory(slot)
            }
            // The callee owns the copy.
            ArgAbi::Indirect { align, .. } => Val::Memory(Addr::new(take(), *align)),
        };
        self.bind_param(id, ty, received);
    }

    fn bind_param(&mut self, id: LocalId, ty: Ty, received: Val) {
        match (self.local(id).kind, received) {
            (LocalKind::Memory, Val::Memory(addr)) if addr.align >= self.m.types.info(ty).align => {
                let slot = Slot::Memory(self.address(addr));
                self.set_slot(id, slot);
            }
            (LocalKind::Memory, value) => {
                let align = self.m.types.info(ty).align;
                let slot = Addr::new(self.alloca_for(ty), align);
                self.write_memory(slot, ty, value, false);
                self.set_slot(id, Slot::Memory(slot.ptr));
            }
            (LocalKind::Value, Val::Memory(addr)) => {
                let value = self.load(addr, ty, false);
                self.define(id, ty, value);
            }
            (LocalKind::Value, value) => self.define(id, ty, value),
        }
    }

    pub(super) fn ret(&mut self) {
        let program = self.m.program;
        let abi = self.function.abi.map(|abi| &program.abis[abi as usize].ret);
        let (Some(abi), Some(ret)) = (abi, self.body.ret) else {
            return self.b.ret(None);
        };
        let place = self.body_place(ret);
        match abi {
            ArgAbi::Ignore => self.b.ret(None),
            ArgAbi::Direct(_) => {
                let value = self.scalar(Operand::Copy(place));
                self.b.ret(Some(value));
            }
            ArgAbi::Pair => {
                let (ptr, len) = self.pair(Operand::Copy(place));
                let value = self.aggregate(&[ptr, len]);
                self.b.ret(Some(value));
            }
            ArgAbi::Cast(regs) => {
                let mut pieces = Vec::with_capacity(regs.len());
                self.push_regs(regs, Operand::Copy(place), &mut pieces);
                let value = if let [one] = pieces[..] { one } else { self.aggregate(&pieces) };
                self.b.ret(Some(value));
            }
            ArgAbi::Indirect { align, .. } => self.ret_indirect(ret, *align),
        }
    }

    /// The result's local is the caller's memory already, unless it is a value.
    fn ret_indirect(&mut self, ret: LocalId, align: u64) {
        let local = self.local(ret);
        if local.kind == LocalKind::Value {
            let value = self.copy_of(self.body_place(ret));
            self.write_memory(Addr::new(self.value.param(0), align), local.ty, value, false);
        }
        self.b.ret(None);
    }

    /// The place that a local is.
    fn body_place(&self, local: LocalId) -> Place {
        Place { base: PlaceBase::Local(local), projs: vex_ir::pool::List::default() }
    }

    fn aggregate(&mut self, parts: &[Value]) -> Value {
        let types: Vec<Type> = parts.iter().map(|p| p.ty()).collect();
        let start = self.m.basic.structure(&types, false).undef();
        parts.iter().enumerate().fold(start, |whole, (i, part)| self.b.insert(whole, *part, i as u32))
    }
}
