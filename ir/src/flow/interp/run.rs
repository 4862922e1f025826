//! The machine: frames, and what each operation does.

use super::code::{Arg, Base, Call, Cell, Check, Code, Loc, Mode, Num, Op, Result as To, Rules, Slot, Target};
use super::memory::{ADDRESS, At, DATA, Memory, Origin, UNSET};
use super::num::{self, Nans};
use super::shape::{Class, Int, Kind, Scalar};
use super::{Answer, Bytes, Error, ErrorKind, Fault, Host, HostCall, Limits, Options, Panic, Value, decode};
use crate::arith::{ArithError, sign_extend, truncate};
use crate::flow::{BinOp, FnId, GlobalId, Program};
use crate::span::Span;
use crate::target;
use crate::ty::Ty;
use rustc_hash::FxHashMap;
use std::rc::Rc;

type Run<T = ()> = Result<T, ErrorKind>;

/// What a call costs in memory beside its cells.
const FRAME: u64 = 128;

pub struct Machine<'a, H> {
    program: &'a Program,
    pub host: H,
    pub memory: Memory<'a>,
    codes: FxHashMap<FnId, Rc<Code>>,
    /// By function: whether the host is asked instead.
    intercepted: FxHashMap<FnId, bool>,
    rules: Rules,
    limits: Limits,
    steps: u64,
    cells: Vec<u64>,
    frames: Vec<Frame>,
}

struct Frame {
    code: Rc<Code>,
    function: FnId,
    /// The operation that is executed, or the call that is waited for.
    pc: usize,
    /// Its first cell.
    base: usize,
    /// Its memory, if it has any.
    slot: Option<u32>,
    /// Whether the host called it.
    for_host: bool,
}

impl<'a, H: Host> Machine<'a, H> {
    pub fn new(
        program: &'a Program,
        target: &'a target::Target,
        host: H,
        limits: Limits,
        options: Options,
    ) -> Machine<'a, H> {
        let strict = !host.addresses_are_numbers();
        Machine {
            program,
            host,
            memory: Memory::new(program, target, limits.memory, strict),
            codes: FxHashMap::default(),
            intercepted: FxHashMap::default(),
            rules: Rules { nans: Nans::of(target.arch), overflow_checks: options.overflow_checks },
            limits,
            steps: limits.steps,
            cells: Vec::new(),
            frames: Vec::new(),
        }
    }

    /// How many steps are left.
    pub fn steps_left(&self) -> u64 {
        self.steps
    }

    /// Calls a function. What it returns is `None` for `void`.
    pub fn call(&mut self, function: FnId, args: &[Value]) -> Result<Option<Value>, Error> {
        self.run_to_end(function, args, false)
    }

    /// The value of a function without parameters, which is the initializer of something: its variables exist as long as the
    /// machine does, so that the value can lead to them.
    pub fn evaluate(&mut self, function: FnId) -> Result<Option<Value>, Error> {
        self.run_to_end(function, &[], true)
    }

    fn run_to_end(&mut self, function: FnId, args: &[Value], keep: bool) -> Result<Option<Value>, Error> {
        let result = self.start(function, args).and_then(|()| {
            self.run()?;
            self.result_of_frame()
        });
        match result {
            Ok(value) => {
                self.pop(keep);
                Ok(value)
            }
            Err(kind) => Err(self.error(kind, function)),
        }
    }

    /// Ends everything that runs, and says where it was.
    fn error(&mut self, kind: ErrorKind, function: FnId) -> Error {
        let mut calls = Vec::with_capacity(self.frames.len());
        while let Some(frame) = self.frames.last() {
            let span = frame.code.spans.get(frame.pc).copied().unwrap_or(Span::NONE);
            calls.push((frame.function, span));
            self.pop(false);
        }
        if calls.is_empty() {
            calls.push((function, self.program.fns[function].span));
        }
        Error { kind, span: calls[0].1, calls }
    }

    // Frames.

    fn code(&mut self, function: FnId) -> Run<Rc<Code>> {
        if let Some(code) = self.codes.get(&function) {
            return Ok(code.clone());
        }
        let Some(body) = self.program.bodies.get(function) else { return Err(ErrorKind::NotBuilt(function)) };
        let code = Rc::new(decode::decode(&mut self.memory, self.rules, function, body)?);
        self.codes.insert(function, code.clone());
        Ok(code)
    }

    fn push(&mut self, function: FnId, code: Rc<Code>, for_host: bool) -> Run {
        if self.frames.len() >= self.limits.depth {
            return Err(ErrorKind::DepthLimit);
        }
        let base = self.frames.last().map_or(0, |frame| frame.base + frame.code.cells);
        self.memory.charge(FRAME + 8 * code.cells as u64)?;
        let slot = if code.objects.is_empty() {
            None
        } else {
            let slot = self.memory.object(code.size, code.align, Origin::Frame(function));
            let slot = slot.inspect_err(|_| self.memory.refund(FRAME + 8 * code.cells as u64))?;
            self.memory.slots[slot as usize].objects = Some(code.objects.clone());
            Some(slot)
        };
        let end = base + code.cells;
        if self.cells.len() < end {
            self.cells.resize(end.max(2 * self.cells.len()), 0);
        }
        self.frames.push(Frame { code, function, pc: 0, base, slot, for_host });
        Ok(())
    }

    fn pop(&mut self, keep: bool) {
        let Some(frame) = self.frames.pop() else { return };
        self.memory.refund(FRAME + 8 * frame.code.cells as u64);
        if let (Some(slot), false) = (frame.slot, keep) {
            self.memory.end(slot);
        }
    }

    fn start(&mut self, function: FnId, args: &[Value]) -> Run {
        let code = self.code(function)?;
        if code.params.len() != args.len() {
            return Err(ErrorKind::Signature(function));
        }
        let for_host = !self.frames.is_empty();
        self.push(function, code.clone(), for_host)?;
        for (number, arg) in args.iter().enumerate() {
            self.put(code.params[number], arg, function)?;
        }
        Ok(())
    }

    /// Writes an argument to a variable of the frame on top.
    fn put(&mut self, slot: Slot, value: &Value, function: FnId) -> Run {
        let Some(frame) = self.frames.last() else { return Ok(()) };
        let base = frame.base;
        match (slot, value) {
            (Slot::Narrow(cell), Value::Scalar(bits)) => self.cells[base + cell as usize] = *bits as u64,
            (Slot::Pair(cell), Value::Scalar(bits)) => {
                self.cells[base + cell as usize] = *bits as u64;
                self.cells[base + cell as usize + 1] = (*bits >> 64) as u64;
            }
            (Slot::Pair(cell), Value::Fat { address, len }) => {
                self.cells[base + cell as usize] = *address;
                self.cells[base + cell as usize + 1] = *len;
            }
            (Slot::Memory { offset, size }, value) => {
                let Some(slot) = frame.slot else { return Err(ErrorKind::Malformed("a frame has no memory")) };
                self.put_memory(At { slot, offset: offset as usize }, size, value, function)?;
            }
            (Slot::Narrow(_) | Slot::Pair(_), _) => return Err(ErrorKind::Signature(function)),
        }
        Ok(())
    }

    fn put_memory(&mut self, at: At, size: u64, value: &Value, function: FnId) -> Run {
        let scalar = |size: u64| Scalar { size: size.min(8) as u8, kind: Kind::Int { signed: false } };
        match value {
            Value::Bytes(bytes) if bytes.len() as u64 == size => {
                let place = &mut self.memory.slots[at.slot as usize];
                let range = at.offset..at.offset + bytes.len();
                if let Some(to) = place.bytes.get_mut(range.clone()) {
                    to.copy_from_slice(&bytes.bytes);
                }
                if let Some(to) = place.marks.get_mut(range) {
                    to.copy_from_slice(&bytes.marks);
                }
                Ok(())
            }
            // A scalar that is not held in a cell.
            Value::Scalar(bits) if size <= 16 => {
                self.memory.store(at, scalar(size), *bits as u64)?;
                if size == 16 {
                    let high = At { offset: at.offset + 8, ..at };
                    self.memory.store(high, scalar(8), (*bits >> 64) as u64)?;
                }
                let pointer = u64::from(self.memory.shapes.pointer_size());
                if size == pointer && self.memory.mark_of(*bits as u64) == ADDRESS {
                    self.memory.store(at, Scalar { size: size as u8, kind: Kind::Ptr }, *bits as u64)?;
                }
                Ok(())
            }
            Value::Fat { address, len } => {
                let [first, second] = self.memory.halves(true);
                self.memory.store(at, first, *address)?;
                self.memory.store(At { offset: at.offset + usize::from(first.size), ..at }, second, *len)
            }
            Value::Bytes(_) | Value::Scalar(_) => Err(ErrorKind::Signature(function)),
        }
    }

    /// What the frame on top returns.
    fn result_of_frame(&mut self) -> Run<Option<Value>> {
        let Some(frame) = self.frames.last() else { return Ok(None) };
        let Some(ret) = frame.code.ret else { return Ok(None) };
        let program = self.program;
        let function = frame.function;
        let ty = program.types.sig(program.fns[function].ty).map_or(Ty::VOID, |sig| sig.ret);
        let class = self.memory.shape(ty)?.class;
        let frame = &self.frames[self.frames.len() - 1];
        let cell = |cell: Cell| self.cells[frame.base + cell as usize];
        Ok(Some(match ret {
            Slot::Narrow(c) => Value::Scalar(cell(c).into()),
            Slot::Pair(c) if class == Class::Fat => Value::Fat { address: cell(c), len: cell(c + 1) },
            Slot::Pair(c) => Value::Scalar(u128::from(cell(c)) | u128::from(cell(c + 1)) << 64),
            Slot::Memory { offset, size } => {
                let Some(slot) = frame.slot else { return Err(ErrorKind::Malformed("a frame has no memory")) };
                self.take_memory(At { slot, offset: offset as usize }, size, class)?
            }
        }))
    }

    /// A value in memory.
    fn take_memory(&self, at: At, size: u64, class: Class) -> Run<Value> {
        let halves = |fat: bool| {
            let [first, second] = self.memory.halves(fat);
            let low = self.memory.load(at, first)?;
            let high = self.memory.load(At { offset: at.offset + usize::from(first.size), ..at }, second)?;
            Ok::<_, ErrorKind>((low, high))
        };
        Ok(match class {
            Class::Narrow(scalar) => Value::Scalar(self.memory.load(at, scalar)?.into()),
            Class::Wide { .. } => {
                let (low, high) = halves(false)?;
                Value::Scalar(u128::from(low) | u128::from(high) << 64)
            }
            Class::Fat => {
                let (address, len) = halves(true)?;
                Value::Fat { address, len }
            }
            Class::None | Class::Memory => {
                let place = &self.memory.slots[at.slot as usize];
                let range = at.offset..at.offset + size as usize;
                let bytes = place.bytes.get(range.clone()).unwrap_or(&[]).to_vec();
                let marks = place.marks.get(range).unwrap_or(&[]).to_vec();
                Value::Bytes(Bytes { bytes, marks })
            }
        })
    }

    /// Runs until the first frame is about to return. What is asked of the host in between is answered.
    fn run(&mut self) -> Run {
        loop {
            match self.go() {
                Ok(()) if self.frames.len() == 1 => return Ok(()),
                Ok(()) => {
                    // The host waits for this one.
                    let result = self.result_of_frame()?;
                    self.pop(false);
                    let answer = self.host.resume(&mut self.memory, result)?;
                    self.answer(answer)?;
                }
                Err(ErrorKind::ForeignStatic(id)) => self.foreign_static(id)?,
                Err(kind) => return Err(kind),
            }
        }
    }

    /// Asks the host for the content of a static; the operation that wanted it is tried again then.
    fn foreign_static(&mut self, id: GlobalId) -> Run {
        let global = &self.program.globals[id];
        match self.host.foreign_static(&mut self.memory, global) {
            Some(bytes) => self.memory.define(id, &bytes),
            None => Err(ErrorKind::ForeignStatic(id)),
        }
    }

    // Calls.

    fn is_host(&mut self, function: FnId) -> bool {
        if let Some(&known) = self.intercepted.get(&function) {
            return known;
        }
        let data = &self.program.fns[function];
        let found = data.is_import() || self.host.intercepts(data);
        self.intercepted.insert(function, found);
        found
    }

    /// Begins the call that the frame on top is at.
    fn begin_call(&mut self, call: &Call) -> Run {
        let Some(frame) = self.frames.last() else { return Ok(()) };
        let (base, slot) = (frame.base, frame.slot);
        let caller = frame.code.clone();
        let function = match call.target {
            Target::Fn(id) => id,
            Target::Ptr(src) => {
                let address = src.read(&self.cells, base, &caller.consts);
                self.memory.function(address).ok_or(if address == 0 {
                    Fault::Null.into()
                } else {
                    ErrorKind::NotFunction
                })?
            }
        };
        if self.is_host(function) {
            return self.call_host(function, call, &caller, base, slot);
        }
        let code = self.code(function)?;
        if code.params.len() != call.args.len() {
            return Err(ErrorKind::Signature(function));
        }
        self.push(function, code.clone(), false)?;
        let callee = self.frames.len() - 1;
        let (to, memory) = (self.frames[callee].base, self.frames[callee].slot);
        for ((_, arg), param) in call.args.iter().zip(&code.params) {
            match (*arg, *param) {
                (Arg::Narrow(src), Slot::Narrow(cell)) => {
                    self.cells[to + cell as usize] = src.read(&self.cells, base, &caller.consts);
                }
                (Arg::Pair { src, .. }, Slot::Pair(cell)) => {
                    self.cells[to + cell as usize] = src.read(&self.cells, base, &caller.consts);
                    self.cells[to + cell as usize + 1] = src.second().read(&self.cells, base, &caller.consts);
                }
                (Arg::Memory(loc, size), Slot::Memory { offset, size: room }) if size == room => {
                    if size > 0
                        && let Some(memory) = memory
                    {
                        // What is wrong with it is wrong in the caller.
                        let from = self.at(&loc, size, false, base, slot, &caller.consts);
                        let from = from.inspect_err(|_| self.pop(false))?;
                        self.memory.copy(At { slot: memory, offset: offset as usize }, from, size as usize);
                    }
                }
                _ => {
                    self.pop(false);
                    return Err(ErrorKind::Signature(function));
                }
            }
        }
        Ok(())
    }

    fn call_host(&mut self, function: FnId, call: &Call, caller: &Rc<Code>, base: usize, slot: Option<u32>) -> Run {
        let mut args = Vec::with_capacity(call.args.len());
        for (ty, arg) in &call.args {
            let value = match *arg {
                Arg::Narrow(src) => Value::Scalar(src.read(&self.cells, base, &caller.consts).into()),
                Arg::Pair { src, fat } => {
                    let low = src.read(&self.cells, base, &caller.consts);
                    let high = src.second().read(&self.cells, base, &caller.consts);
                    if fat {
                        Value::Fat { address: low, len: high }
                    } else {
                        Value::Scalar(u128::from(low) | u128::from(high) << 64)
                    }
                }
                Arg::Memory(_, 0) => Value::Bytes(Bytes::default()),
                Arg::Memory(loc, size) => {
                    let at = self.at(&loc, size, false, base, slot, &caller.consts)?;
                    self.take_memory(at, size, Class::Memory)?
                }
            };
            args.push((*ty, value));
        }
        let span = self.frames.last().and_then(|f| f.code.spans.get(f.pc).copied()).unwrap_or(Span::NONE);
        let data = &self.program.fns[function];
        let asked = HostCall { id: function, function: data, args: &args, returns: call.returns, span };
        let answer = self.host.call(&mut self.memory, &asked)?;
        self.answer(answer)
    }

    /// Does what the host says of the call that the frame on top is at.
    fn answer(&mut self, answer: Answer) -> Run {
        match answer {
            Answer::Call { address, args } => {
                let function = self.memory.function(address).ok_or(ErrorKind::NotFunction)?;
                if self.is_host(function) {
                    return Err(ErrorKind::Foreign(function, "a foreign function calls another one back".into()));
                }
                self.start(function, &args)
            }
            Answer::Return(value) => {
                let Some(frame) = self.frames.last() else { return Ok(()) };
                let (base, slot, code, pc) = (frame.base, frame.slot, frame.code.clone(), frame.pc);
                let Some(Op::Call(number)) = code.ops.get(pc) else {
                    return Err(ErrorKind::Malformed("an answer comes without a call"));
                };
                let call = &code.calls[*number as usize];
                let missing = || ErrorKind::Host("the host gives no result".into());
                match call.result {
                    To::Dropped => {}
                    To::Narrow(cell) => {
                        let value = value.and_then(|v| v.as_scalar()).ok_or_else(missing)?;
                        self.cells[base + cell as usize] = value as u64;
                    }
                    To::Pair(cell) => {
                        let (low, high) = match value.ok_or_else(missing)? {
                            Value::Scalar(bits) => (bits as u64, (bits >> 64) as u64),
                            Value::Fat { address, len } => (address, len),
                            Value::Bytes(_) => return Err(missing()),
                        };
                        self.cells[base + cell as usize] = low;
                        self.cells[base + cell as usize + 1] = high;
                    }
                    To::Memory(_, 0) => {}
                    To::Memory(loc, size) => {
                        let at = self.at(&loc, size, true, base, slot, &code.consts)?;
                        let value = value.ok_or_else(missing)?;
                        if !matches!(&value, Value::Bytes(bytes) if bytes.len() as u64 == size) {
                            return Err(missing());
                        }
                        let function = self.frames[self.frames.len() - 1].function;
                        self.put_memory(at, size, &value, function)?;
                    }
                }
                if let Some(frame) = self.frames.last_mut() {
                    frame.pc += 1;
                }
                Ok(())
            }
        }
    }

    /// Hands the result of the frame on top to the one below, and goes on there.
    fn return_to_caller(&mut self) -> Run {
        let count = self.frames.len();
        let (callee, caller) = (&self.frames[count - 1], &self.frames[count - 2]);
        let (code, base, slot) = (caller.code.clone(), caller.base, caller.slot);
        let Some(Op::Call(number)) = code.ops.get(caller.pc) else {
            return Err(ErrorKind::Malformed("a function returns to no call"));
        };
        let (from_base, from_slot, ret, function) = (callee.base, callee.slot, callee.code.ret, callee.function);
        match (code.calls[*number as usize].result, ret) {
            (To::Dropped, _) => {}
            (To::Narrow(cell), Some(Slot::Narrow(from))) => {
                self.cells[base + cell as usize] = self.cells[from_base + from as usize];
            }
            (To::Pair(cell), Some(Slot::Pair(from))) => {
                self.cells[base + cell as usize] = self.cells[from_base + from as usize];
                self.cells[base + cell as usize + 1] = self.cells[from_base + from as usize + 1];
            }
            (To::Memory(loc, size), Some(Slot::Memory { offset, size: room })) if size == room => {
                if size > 0
                    && let Some(from) = from_slot
                {
                    let to = self.at(&loc, size, true, base, slot, &code.consts)?;
                    self.memory.copy(to, At { slot: from, offset: offset as usize }, size as usize);
                }
            }
            // A scalar that is not held in a cell there.
            (To::Narrow(_) | To::Pair(_), Some(Slot::Memory { .. })) => {
                let value = self.result_of_frame()?;
                let (low, high) = match value {
                    Some(Value::Scalar(bits)) => (bits as u64, (bits >> 64) as u64),
                    Some(Value::Fat { address, len }) => (address, len),
                    Some(Value::Bytes(_)) | None => return Err(ErrorKind::Signature(function)),
                };
                match code.calls[*number as usize].result {
                    To::Narrow(cell) => self.cells[base + cell as usize] = low,
                    To::Pair(cell) => {
                        self.cells[base + cell as usize] = low;
                        self.cells[base + cell as usize + 1] = high;
                    }
                    To::Dropped | To::Memory(..) => {}
                }
            }
            _ => return Err(ErrorKind::Signature(function)),
        }
        self.pop(false);
        if let Some(frame) = self.frames.last_mut() {
            frame.pc += 1;
        }
        Ok(())
    }

    // Places.

    /// Where an access of at least one byte goes.
    #[inline]
    fn at(&mut self, loc: &Loc, size: u64, write: bool, base: usize, slot: Option<u32>, consts: &[u64]) -> Run<At> {
        let by = loc.offset.wrapping_add(loc.index.map_or(0, |cell| self.cells[base + cell as usize]));
        match (loc.base, slot) {
            (Base::Frame, Some(slot)) => Ok(At { slot, offset: by as usize }),
            (Base::Frame, None) => Err(ErrorKind::Malformed("a frame has no memory")),
            (Base::Ptr(src), _) => {
                let pointer = src.read(&self.cells, base, consts);
                if pointer & (loc.align - 1) != 0 && pointer >= 4096 {
                    return Err(Fault::Misaligned.into());
                }
                let address = pointer.wrapping_add(by);
                if write { self.memory.find_writable(address, size) } else { self.memory.find(address, size) }
            }
        }
    }

    fn address(&self, loc: &Loc, base: usize, slot: Option<u32>, consts: &[u64]) -> u64 {
        let by = loc.offset.wrapping_add(loc.index.map_or(0, |cell| self.cells[base + cell as usize]));
        let start = match (loc.base, slot) {
            (Base::Frame, slot) => slot.map_or(0, |slot| self.memory.slots[slot as usize].start),
            (Base::Ptr(src), _) => src.read(&self.cells, base, consts),
        };
        num::low(start.wrapping_add(by), self.memory.shapes.target.pointer_bits)
    }

    /// Large operations are several steps.
    fn spend(&mut self, bytes: u64) -> Run {
        match self.steps.checked_sub(bytes / 64) {
            Some(left) => {
                self.steps = left;
                Ok(())
            }
            None => Err(ErrorKind::StepLimit),
        }
    }

    /// Executes until the first frame, or one that the host waits for, is to return.
    // Long because it has an arm for each operation.
    fn go(&mut self) -> Run {
        'frames: loop {
            let Some(frame) = self.frames.last() else { return Ok(()) };
            let (code, base, slot) = (frame.code.clone(), frame.base, frame.slot);
            let consts = code.consts.as_slice();
            let mut pc = frame.pc;
            macro_rules! get {
                ($src:expr) => {
                    $src.read(&self.cells, base, consts)
                };
            }
            macro_rules! num {
                ($num:expr) => {{
                    let num: Num = $num;
                    let low = u128::from(get!(num.src));
                    if num.wide { low | u128::from(get!(num.src.second())) << 64 } else { low }
                }};
            }
            macro_rules! set {
                ($cell:expr, $value:expr) => {
                    self.cells[base + $cell as usize] = $value
                };
            }
            macro_rules! set_wide {
                ($cell:expr, $value:expr) => {{
                    let value: u128 = $value;
                    set!($cell, value as u64);
                    set!($cell + 1, (value >> 64) as u64);
                }};
            }
            // Of an integer type: in one cell or two.
            macro_rules! set_int {
                ($cell:expr, $int:expr, $value:expr) => {
                    if $int.bits > 64 { set_wide!($cell, $value) } else { set!($cell, $value as u64) }
                };
            }
            // Says where it was before it gives up.
            macro_rules! attempt {
                ($result:expr) => {
                    match $result {
                        Ok(value) => value,
                        Err(kind) => {
                            if let Some(frame) = self.frames.last_mut() {
                                frame.pc = pc;
                            }
                            return Err(kind);
                        }
                    }
                };
            }
            macro_rules! at {
                ($loc:expr, $size:expr, $write:expr) => {
                    attempt!(self.at($loc, $size, $write, base, slot, consts))
                };
            }
            loop {
                let op = &code.ops[pc];
                match op {
                    Op::Enter(cost) => match self.steps.checked_sub(u64::from(*cost)) {
                        Some(left) => self.steps = left,
                        None => attempt!(Err(ErrorKind::StepLimit)),
                    },
                    Op::Fail(number) => attempt!(Err(code.failures[*number as usize].clone())),
                    Op::Move { d, s } => set!(*d, get!(s)),
                    Op::Move2 { d, s } => {
                        let (low, high) = (get!(s), get!(s.second()));
                        set!(*d, low);
                        set!(*d + 1, high);
                    }
                    Op::Load { d, loc, how } => {
                        let at = at!(loc, how.size.into(), false);
                        set!(*d, attempt!(self.memory.load(at, *how)));
                    }
                    Op::LoadPair { d, loc, fat } => {
                        let [first, second] = self.memory.halves(*fat);
                        let at = at!(loc, 2 * u64::from(first.size), false);
                        let low = attempt!(self.memory.load(at, first));
                        let behind = At { offset: at.offset + usize::from(first.size), ..at };
                        let high = attempt!(self.memory.load(behind, second));
                        set!(*d, low);
                        set!(*d + 1, high);
                    }
                    Op::Store { loc, s, how } => {
                        let at = at!(loc, how.size.into(), true);
                        attempt!(self.memory.store(at, *how, get!(s)));
                    }
                    Op::StorePair { loc, s, fat } => {
                        let [first, second] = self.memory.halves(*fat);
                        let at = at!(loc, 2 * u64::from(first.size), true);
                        attempt!(self.memory.store(at, first, get!(s)));
                        let behind = At { offset: at.offset + usize::from(first.size), ..at };
                        attempt!(self.memory.store(behind, second, get!(s.second())));
                    }
                    Op::Copy { to, from, size } => {
                        attempt!(self.spend(*size));
                        let source = at!(from, *size, false);
                        let dest = at!(to, *size, true);
                        self.memory.copy(dest, source, *size as usize);
                    }
                    Op::Fill { to, size, set } => {
                        if *size > 0 {
                            attempt!(self.spend(*size));
                            let at = at!(to, *size, true);
                            self.memory.fill_bytes(at, *size as usize, 0, if *set { DATA } else { UNSET });
                        }
                    }
                    Op::Repeat { to, size, count } => {
                        let all = size.saturating_mul(*count);
                        attempt!(self.spend(all));
                        let at = at!(to, all, true);
                        self.memory.repeat(at, *size as usize, *count);
                    }
                    Op::Address { d, loc } => set!(*d, self.address(loc, base, slot, consts)),
                    Op::Scale { d, prev, index, len, size } => {
                        let (index, len) = (get!(index), get!(len));
                        if index >= len {
                            attempt!(Err(ErrorKind::Panic(Panic::Bounds { index, len })));
                        }
                        let before = prev.map_or(0, |cell| self.cells[base + cell as usize]);
                        set!(*d, before.wrapping_add(index.wrapping_mul(*size)));
                    }
                    Op::Arith { op, int, mode, d, a, b } => {
                        let result = num::narrow(*op, *int, get!(a), get!(b));
                        let value = match result {
                            Ok((value, false)) => value,
                            other => attempt!(settle(*op, *mode, other)),
                        };
                        set!(*d, value);
                    }
                    Op::WideArith { op, int, mode, d, a, b } => {
                        let (a, b) = (num!(Num { src: *a, wide: true }), num!(Num { src: *b, wide: true }));
                        let value = attempt!(settle(*op, *mode, num::wide(*op, *int, a, b)));
                        set_wide!(*d, value);
                    }
                    Op::Shift { op, int, by, mode, d, a, b } => {
                        let (a, b) = (num!(*a), num!(*b));
                        let amount = attempt!(shift_amount(*int, *by, *mode, b));
                        let value = shifted(*op, *int, a, amount);
                        set_int!(*d, int, value);
                    }
                    Op::Compare { op, int, d, a, b } => {
                        set!(*d, num::narrow_compare(*op, *int, get!(a), get!(b)).into());
                    }
                    Op::WideCompare { op, int, d, a, b } => {
                        let (a, b) = (num!(Num { src: *a, wide: true }), num!(Num { src: *b, wide: true }));
                        set!(*d, num::wide(*op, *int, a, b).map_or(0, |result| result.0 as u64));
                    }
                    Op::PtrCompare { op, d, a, b } => {
                        let (a, b) = (get!(a), get!(b));
                        if self.memory.strict() {
                            attempt!(self.comparable(a, b));
                        }
                        let int = Int { bits: 64, signed: false };
                        set!(*d, num::narrow_compare(*op, int, a, b).into());
                    }
                    Op::Unary { negate, int, mode, d, a } => {
                        let a = num!(*a);
                        if *negate && *mode == Mode::Source && int.signed && a == 1 << (int.bits - 1) {
                            attempt!(Err(ErrorKind::Panic(Panic::Overflow(None))));
                        }
                        let value = truncate(if *negate { a.wrapping_neg() } else { !a }, int.bits);
                        set_int!(*d, int, value);
                    }
                    Op::FloatArith { op, ty, d, a, b } => {
                        set!(*d, num::float_arith(self.rules.nans, *op, *ty, get!(a), get!(b)));
                    }
                    Op::FloatCompare { op, ty, d, a, b } => {
                        set!(*d, num::float_compare(*op, *ty, get!(a), get!(b)).into());
                    }
                    Op::FloatNeg { ty, d, a } => set!(*d, num::float_neg(*ty, get!(a))),
                    Op::IntCast { d, a, from, to } => {
                        if from.bits <= 64 && to.bits <= 64 {
                            let a = get!(a.src);
                            let wide = if from.signed { num::signed(a, from.bits) as u64 } else { a };
                            set!(*d, num::low(wide, to.bits));
                        } else {
                            let a = num!(*a);
                            let wide = if from.signed { sign_extend(a, from.bits) as u128 } else { a };
                            set_int!(*d, to, truncate(wide, to.bits));
                        }
                    }
                    Op::ToBool { d, a } => set!(*d, (num!(*a) != 0).into()),
                    Op::IntFloat { d, a, from, to } => set!(*d, num::int_to_float(num!(*a), *from, *to)),
                    Op::FloatInt { d, a, from, to } => {
                        let value = num::float_to_int(get!(a), *from, *to);
                        set_int!(*d, to, value);
                    }
                    Op::FloatFloat { d, a, from, to } => {
                        set!(*d, num::float_to_float(self.rules.nans, get!(a), *from, *to));
                    }
                    Op::PtrInt { d, a, to } => {
                        let number = attempt!(self.memory.number(get!(a)));
                        set_int!(*d, to, truncate(number.into(), to.bits));
                    }
                    Op::IntPtr { d, a, from } => {
                        let a = num!(*a);
                        let wide = if from.signed { sign_extend(a, from.bits) as u128 } else { a };
                        set!(*d, num::low(wide as u64, self.memory.shapes.target.pointer_bits));
                    }
                    Op::PtrOffset { d, p, index, int, size, negate } => {
                        let (p, index) = (get!(p), num!(*index));
                        let index = if int.signed { sign_extend(index, int.bits) } else { index as i128 };
                        let by = index.wrapping_mul((*size).into());
                        let by = if *negate { by.wrapping_neg() } else { by };
                        set!(*d, attempt!(self.moved(p, by)));
                    }
                    Op::PtrDiff { d, a, b, size } => {
                        let value = attempt!(self.distance(get!(a), get!(b), *size));
                        set!(*d, value);
                    }
                    Op::IntIntrinsic { op, int, d, a, b, to } => {
                        let Some(value) = num::int_intrinsic(*op, *int, num!(*a), num!(*b)) else {
                            attempt!(Err(ErrorKind::Malformed("an intrinsic is not for integers")))
                        };
                        set_int!(*d, to, truncate(value, to.bits));
                    }
                    Op::FloatIntrinsic { op, ty, d, args } => {
                        let args = args.map(|src| get!(src));
                        let args = &args[..op.arity().min(3)];
                        let value = match num::float_intrinsic(self.rules.nans, *op, *ty, args) {
                            Some(value) => value,
                            None => match self.host.float(*op, *ty, args) {
                                Some(value) => value,
                                None => attempt!(Err(ErrorKind::HostDependent(*op))),
                            },
                        };
                        set!(*d, value);
                    }
                    Op::MemCopy { overlap, to, from, len } => {
                        let (to, from, len) = (get!(to), get!(from), self.length(num!(*len)));
                        attempt!(self.mem_copy(*overlap, to, from, len));
                    }
                    Op::MemSet { to, byte, len } => {
                        let (to, byte, len) = (get!(to), num!(*byte) as u8, self.length(num!(*len)));
                        if len > 0 {
                            attempt!(self.spend(len));
                            let at = attempt!(self.memory.find_writable(to, len));
                            self.memory.fill_bytes(at, len as usize, byte, DATA);
                        }
                    }
                    Op::Check { cond, kind } => {
                        if get!(cond) == 0 {
                            let panic = match code.checks[*kind as usize] {
                                Check::Plain(panic) => panic,
                                Check::Bounds(index, len) => Panic::Bounds { index: get!(index), len: get!(len) },
                                Check::SliceOrder(lo, hi) => Panic::SliceOrder { lo: get!(lo), hi: get!(hi) },
                            };
                            attempt!(Err(ErrorKind::Panic(panic)));
                        }
                    }
                    Op::Jump(to) => {
                        pc = *to as usize;
                        continue;
                    }
                    Op::Branch { cond, then, els } => {
                        pc = if get!(cond) != 0 { *then } else { *els } as usize;
                        continue;
                    }
                    Op::Switch { on, table } => {
                        let on = num!(*on);
                        let table = &code.tables[*table as usize];
                        pc = match table.cases.binary_search_by_key(&on, |case| case.0) {
                            Ok(case) => table.cases[case].1,
                            Err(_) => table.default,
                        } as usize;
                        continue;
                    }
                    Op::Call(number) => {
                        if let Some(frame) = self.frames.last_mut() {
                            frame.pc = pc;
                        }
                        self.begin_call(&code.calls[*number as usize])?;
                        continue 'frames;
                    }
                    Op::Return => {
                        if let Some(frame) = self.frames.last_mut() {
                            frame.pc = pc;
                        }
                        let outermost = self.frames.len() == 1;
                        if outermost || self.frames.last().is_some_and(|frame| frame.for_host) {
                            return Ok(());
                        }
                        self.return_to_caller()?;
                        continue 'frames;
                    }
                    Op::Unreachable => attempt!(Err(ErrorKind::Unreachable)),
                }
                pc += 1;
            }
        }
    }

    /// Lengths have the width of addresses.
    fn length(&self, len: u128) -> u64 {
        num::low(len as u64, self.memory.shapes.target.pointer_bits)
    }

    fn mem_copy(&mut self, overlap: bool, to: u64, from: u64, len: u64) -> Run {
        if len == 0 {
            return Ok(());
        }
        self.spend(len)?;
        let source = self.memory.find(from, len)?;
        let dest = self.memory.find_writable(to, len)?;
        if !overlap && to != from && to.abs_diff(from) < len {
            return Err(Fault::Overlap.into());
        }
        self.memory.copy(dest, source, len as usize);
        Ok(())
    }

    /// Whether the program will find two addresses in this order, wherever it is linked to.
    fn comparable(&self, a: u64, b: u64) -> Run {
        match (self.memory.is_address(a), self.memory.is_address(b)) {
            (false, false) => return Ok(()),
            (true, true) if a == b => return Ok(()),
            (true, true) => {
                let (a, b) = (self.memory.owner(a), self.memory.owner(b));
                if a.is_some() && a.map(|at| at.slot) == b.map(|at| at.slot) && self.one_object(a, b) {
                    return Ok(());
                }
            }
            // No object is at null.
            (true, false) if b == 0 => return Ok(()),
            (false, true) if a == 0 => return Ok(()),
            (true, false) | (false, true) => {}
        }
        Err(Fault::AddressAsNumber.into())
    }

    /// Whether two places in a frame are in one variable.
    fn one_object(&self, a: Option<At>, b: Option<At>) -> bool {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let part = |at: At| {
            let objects = self.memory.slots[at.slot as usize].objects.as_ref()?;
            objects.partition_point(|object| object.start <= at.offset as u64).checked_sub(1)
        };
        part(a) == part(b)
    }

    /// A pointer so many bytes further. What points into an object stays there.
    fn moved(&mut self, pointer: u64, by: i128) -> Run<u64> {
        let bits = self.memory.shapes.target.pointer_bits;
        let result = num::low(pointer.wrapping_add(by as u64), bits);
        if by != 0
            && let Some(at) = self.memory.owner(pointer)
        {
            let place = &self.memory.slots[at.slot as usize];
            let (start, size) = match &place.objects {
                None => (0, place.size),
                Some(objects) => {
                    let part = objects.partition_point(|object| object.start <= at.offset as u64).checked_sub(1);
                    part.map_or((0, place.size), |part| (objects[part].start, objects[part].size))
                }
            };
            let offset = at.offset as i128 - i128::from(start) + by;
            if offset < 0 || offset > i128::from(size) {
                return Err(ErrorKind::Undefined("a pointer leaves its object"));
            }
        }
        Ok(result)
    }

    /// How many elements lie between two pointers.
    fn distance(&mut self, a: u64, b: u64, size: u64) -> Run<u64> {
        if self.memory.strict() {
            self.comparable(a, b)?;
        }
        let bits = self.memory.shapes.target.pointer_bits;
        let bytes = num::signed(num::low(a.wrapping_sub(b), bits), bits);
        let size = (size as i64).max(1);
        if bytes % size != 0 {
            return Err(ErrorKind::Undefined("the distance between two pointers is no number of elements"));
        }
        Ok(num::low((bytes / size) as u64, bits))
    }
}

/// What an operation whose result does not fit, or that has none, comes to.
fn settle<T>(op: BinOp, mode: Mode, result: Result<(T, bool), ArithError>) -> Run<T> {
    let divides = matches!(op, BinOp::Div | BinOp::Rem);
    let undefined = mode == Mode::Wrap;
    match result {
        Ok((value, false)) => Ok(value),
        Ok((_, true)) if divides && undefined => Err(ErrorKind::Undefined("a division overflows")),
        Ok((_, true)) if divides => Err(ErrorKind::Panic(Panic::DivisionOverflow)),
        Ok((value, true)) if matches!(mode, Mode::Wrap | Mode::SourceWrap) => Ok(value),
        Ok((_, true)) => Err(ErrorKind::Panic(Panic::Overflow(Some(op)))),
        Err(_) if undefined => Err(ErrorKind::Undefined("a division is by zero")),
        Err(_) if op == BinOp::Rem => Err(ErrorKind::Panic(Panic::RemainderByZero)),
        Err(_) => Err(ErrorKind::Panic(Panic::DivisionByZero)),
    }
}

/// By how much is shifted, which is less than the width.
fn shift_amount(int: Int, by: Int, mode: Mode, amount: u128) -> Run<u32> {
    let width = u128::from(int.bits);
    match mode {
        // The machine sees the amount in the width of what it shifts.
        Mode::Wrap | Mode::Checked => {
            let amount = truncate(amount, int.bits);
            if amount < width {
                Ok(amount as u32)
            } else {
                Err(ErrorKind::Undefined("a shift is by the width or more"))
            }
        }
        Mode::Source => {
            let negative = by.signed && sign_extend(amount, by.bits) < 0;
            if !negative && amount < width { Ok(amount as u32) } else { Err(ErrorKind::Panic(Panic::Shift)) }
        }
        Mode::SourceWrap => Ok((amount & (width - 1)) as u32),
    }
}

fn shifted(op: BinOp, int: Int, value: u128, amount: u32) -> u128 {
    let result = match (op, int.signed) {
        (BinOp::Shl, _) => value << amount,
        (_, true) => (sign_extend(value, int.bits) >> amount) as u128,
        (_, false) => value >> amount,
    };
    truncate(result, int.bits)
}
