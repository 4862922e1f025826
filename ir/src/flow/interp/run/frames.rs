//! Frames: what a call has while it lasts, and values on their way in and out.

use super::*;

impl<H: Host> Machine<'_, H> {
    pub(super) fn code(&mut self, function: FnId) -> Run<Rc<Code>> {
        if let Some(code) = self.codes.get(&function) {
            return Ok(code.clone());
        }
        if !self.program.fns[function].generics.is_empty() {
            return Err(OPEN);
        }
        let Some(body) = self.program.bodies.get(function) else { return Err(ErrorKind::NotBuilt(function)) };
        let code = Rc::new(decode::decode(&mut self.memory, self.rules, function, body)?);
        self.codes.insert(function, code.clone());
        Ok(code)
    }

    pub(super) fn push(&mut self, function: FnId, code: Rc<Code>, for_host: bool) -> Run {
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

    pub(super) fn pop(&mut self, keep: bool) {
        let Some(frame) = self.frames.pop() else { return };
        self.memory.refund(FRAME + 8 * frame.code.cells as u64);
        if let (Some(slot), false) = (frame.slot, keep) {
            self.memory.end(slot);
        }
    }

    pub(super) fn start(&mut self, function: FnId, args: &[Value]) -> Run {
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
    pub(super) fn put(&mut self, slot: Slot, value: &Value, function: FnId) -> Run {
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

    pub(super) fn put_memory(&mut self, at: At, size: u64, value: &Value, function: FnId) -> Run {
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
    pub(super) fn result_of_frame(&mut self) -> Run<Option<Value>> {
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
    pub(super) fn take_memory(&self, at: At, size: u64, class: Class) -> Run<Value> {
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
    pub(super) fn run(&mut self) -> Run {
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
    pub(super) fn foreign_static(&mut self, id: GlobalId) -> Run {
        let global = &self.program.globals[id];
        match self.host.foreign_static(&mut self.memory, global) {
            Some(bytes) => self.memory.define(id, &bytes),
            None => Err(ErrorKind::ForeignStatic(id)),
        }
    }
}
