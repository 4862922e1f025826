//! Calls of functions of the program and of the host, and their results.

use super::*;

impl<H: Host> Machine<'_, H> {
    pub(super) fn is_host(&mut self, function: FnId) -> bool {
        if let Some(&known) = self.intercepted.get(&function) {
            return known;
        }
        let data = &self.program.fns[function];
        let found = data.is_import() || self.host.intercepts(data);
        self.intercepted.insert(function, found);
        found
    }

    /// Begins the call that the frame on top is at.
    pub(super) fn begin_call(&mut self, call: &Call) -> Run {
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
        self.take_moved(call, base, slot, &caller.consts)
    }

    /// What was moved to a function is where it was no more.
    fn take_moved(&mut self, call: &Call, base: usize, slot: Option<u32>, consts: &[u64]) -> Run {
        for (loc, size) in call.moved.iter().filter(|(_, size)| *size > 0) {
            let at = self.at(loc, *size, true, base, slot, consts)?;
            self.memory.fill_bytes(at, *size as usize, 0, GONE);
        }
        Ok(())
    }

    pub(super) fn call_host(
        &mut self,
        function: FnId,
        call: &Call,
        caller: &Rc<Code>,
        base: usize,
        slot: Option<u32>,
    ) -> Run {
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
        self.take_moved(call, base, slot, &caller.consts)?;
        let answer = self.host.call(&mut self.memory, &asked)?;
        self.answer(answer)
    }

    /// Does what the host says of the call that the frame on top is at.
    pub(super) fn answer(&mut self, answer: Answer) -> Run {
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
    pub(super) fn return_to_caller(&mut self) -> Run {
        let count = self.frames.len();
        let (callee, caller) = (&self.frames[count - 1], &self.frames[count - 2]);
        let (code, base, slot) = (caller.code.clone(), caller.base, caller.slot);
        if let Some(Op::DropMore) = code.ops.get(caller.pc) {
            // There may be more.
            self.pop(false);
            return Ok(());
        }
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
}
