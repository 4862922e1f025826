//! Functions, globals and constants: their addresses, and what stands there.

use super::*;
use crate::layout;

impl Memory<'_> {
    pub fn fn_address(&self, id: FnId) -> u64 {
        self.first_fn + FN_STEP * u64::from(id.into_raw().into_u32())
    }

    /// The function at an address.
    pub fn function(&self, address: u64) -> Option<FnId> {
        let offset = address.checked_sub(self.first_fn)?;
        let number = offset / FN_STEP;
        let exists = offset % FN_STEP == 0 && number < self.program.fns.len() as u64;
        exists.then(|| FnId::from_raw((number as u32).into()))
    }

    pub(super) fn global_slot(&mut self, id: GlobalId) -> Result<u32, ErrorKind> {
        if let Some(&slot) = self.globals.get(&id) {
            return Ok(slot);
        }
        let global = &self.program.globals[id];
        if global.thread_local && self.strict {
            return Err(ErrorKind::ThreadLocal(id));
        }
        let shape = self.shape(global.ty)?;
        let unknown = global.linkage == Linkage::Import || self.strict && !global.unnamed;
        let state = if unknown { State::Foreign } else { State::Lazy };
        let slot = self.reserve(shape.size, shape.align, Origin::Global(id), state)?;
        self.slots[slot as usize].writable = global.mutable;
        self.globals.insert(id, slot);
        Ok(slot)
    }

    /// The address of a global.
    pub fn global_address(&mut self, id: GlobalId) -> Result<u64, ErrorKind> {
        let slot = self.global_slot(id)?;
        Ok(self.slots[slot as usize].start)
    }

    /// The address of what a constant leads to.
    pub(in crate::flow::interp) fn pointee_address(&mut self, to: &PointeeData) -> Result<u64, ErrorKind> {
        let constant = match to {
            PointeeData::Global(id) => return self.global_address(*id),
            PointeeData::Const(constant) => constant,
        };
        let known = match &constant.kind {
            ConstData::Bytes(bytes) => self.texts.get(&**bytes),
            // Others are the same where they are shared.
            _ => self.literals.get(&Arc::as_ptr(constant)),
        };
        let slot = match known {
            Some(known) => *known,
            None => {
                let shape = self.shape(constant.ty)?;
                let slot = self.reserve(shape.size, shape.align, Origin::Literal(constant.clone()), State::Lazy)?;
                self.slots[slot as usize].writable = false;
                match &constant.kind {
                    ConstData::Bytes(bytes) => self.texts.insert(bytes.clone(), slot),
                    // As above.
                    _ => self.literals.insert(Arc::as_ptr(constant), slot),
                };
                slot
            }
        };
        Ok(self.slots[slot as usize].start)
    }

    /// The address of an aggregate constant in the code of a function.
    pub(in crate::flow::interp) fn const_address(
        &mut self,
        function: FnId,
        id: ConstId,
        ty: Ty,
    ) -> Result<u64, ErrorKind> {
        let shape = self.shape(ty)?;
        let slot = self.reserve(shape.size, shape.align, Origin::Const(function, id), State::Lazy)?;
        self.slots[slot as usize].writable = false;
        Ok(self.slots[slot as usize].start)
    }

    /// Gives a foreign static its content.
    pub(in crate::flow::interp) fn define(&mut self, id: GlobalId, bytes: &[u8]) -> Result<(), ErrorKind> {
        let slot = self.global_slot(id)?;
        let size = self.slots[slot as usize].size;
        self.charge(size.saturating_mul(2))?;
        self.unset(slot, size);
        let pointer = usize::from(self.shapes.pointer_size());
        let is_pointer =
            matches!(self.shape(self.program.globals[id].ty)?.class, Class::Narrow(Scalar { kind: Kind::Ptr, .. }));
        let place = &mut self.slots[slot as usize];
        place.state = State::Ready;
        let len = bytes.len().min(place.bytes.len());
        place.bytes[..len].copy_from_slice(&bytes[..len]);
        place.marks[..len].fill(if is_pointer && len == pointer { ADDRESS } else { DATA });
        Ok(())
    }

    pub(in crate::flow::interp) fn shape(&mut self, ty: Ty) -> Result<Shape, ErrorKind> {
        // What has arguments for its parameters has a layout; a parameter has none.
        if self.program.types.mentions_generic(ty)
            && matches!(
                layout::layout(&self.program.types, self.shapes.target, ty),
                Err(layout::LayoutError::Unsized(_))
            )
        {
            return Err(OPEN);
        }
        self.shapes.of(ty).map_err(ErrorKind::Layout)
    }

    /// Writes the content of an object that is asked for the first time.
    pub(super) fn fill(&mut self, slot: u32) -> Result<(), ErrorKind> {
        let program = self.program;
        let origin = self.slots[slot as usize].origin.clone();
        let constant = match &origin {
            Origin::Global(id) => program.globals[*id].init.as_ref(),
            Origin::Const(function, id) => program.bodies.get(*function).map(|body| &body.consts[*id]),
            Origin::Literal(constant) => Some(&**constant),
            Origin::Frame(_) | Origin::Host => None,
        };
        let size = self.slots[slot as usize].size;
        self.charge(size.saturating_mul(2))?;
        self.unset(slot, size);
        // Its own address may stand in it.
        self.slots[slot as usize].state = State::Ready;
        let Some(constant) = constant else { return Ok(()) };
        let written = self.write_const(slot, 0, constant);
        if written.is_err() {
            self.slots[slot as usize].state = State::Lazy;
            self.refund(size.saturating_mul(2));
        }
        written
    }

    /// Writes a constant at an offset in an object.
    // Long because it has an arm for each kind of constant.
    pub(in crate::flow::interp) fn write_const(
        &mut self,
        slot: u32,
        offset: u64,
        constant: &Const,
    ) -> Result<(), ErrorKind> {
        let shape = self.shape(constant.ty)?;
        if shape.size == 0 {
            return Ok(());
        }
        let at = At { slot, offset: offset as usize };
        let size = shape.size as usize;
        match &constant.kind {
            ConstData::Zero => {
                self.fill_bytes(at, size, 0, DATA);
                Ok(())
            }
            ConstData::Undef => {
                self.fill_bytes(at, size, 0, UNSET);
                Ok(())
            }
            ConstData::Int(bits) => {
                let mark = match shape.class {
                    Class::Narrow(Scalar { kind: Kind::Ptr, .. }) => self.mark_of(*bits as u64),
                    Class::Narrow(_) | Class::Wide { .. } | Class::None | Class::Fat | Class::Memory => DATA,
                };
                self.put(at, &bits.to_le_bytes()[..size.min(16)], mark);
                Ok(())
            }
            ConstData::Float(bits) => {
                self.put(at, &bits.to_le_bytes()[..size.min(8)], DATA);
                Ok(())
            }
            ConstData::Bytes(bytes) => {
                self.put(at, bytes, DATA);
                Ok(())
            }
            ConstData::Apply(..) | ConstData::Measure(..) => Err(OPEN),
            ConstData::Fn(id) => {
                let address = self.fn_address(*id);
                self.put(at, &address.to_le_bytes()[..size.min(8)], ADDRESS);
                Ok(())
            }
            ConstData::Addr(to, by) => {
                let address = self.pointee_address(to)?.wrapping_add(*by);
                self.put(at, &address.to_le_bytes()[..size.min(8)], ADDRESS);
                Ok(())
            }
            ConstData::Slice(to, by, len) => {
                let half = size / 2;
                let address = self.pointee_address(to)?.wrapping_add(*by);
                self.put(at, &address.to_le_bytes()[..half], ADDRESS);
                self.put(At { slot, offset: at.offset + half }, &len.to_le_bytes()[..half], DATA);
                Ok(())
            }
            ConstData::Variant(variant, parts) => {
                let layout = layout::sum(&self.program.types, self.shapes.target, constant.ty);
                let layout = layout.map_err(ErrorKind::Layout)?;
                let offsets = layout.offsets.get(*variant as usize).map_or(&[][..], |offsets| offsets);
                for (part, by) in parts.iter().zip(offsets) {
                    deep(|| self.write_const(slot, offset + by, part))?;
                }
                self.set_variant(at, layout.encoding, *variant)
            }
            ConstData::Union(_, value) => deep(|| self.write_const(slot, offset, value)),
            ConstData::Repeat(element, count) => {
                deep(|| self.write_const(slot, offset, element))?;
                let step = self.shape(element.ty)?.size as usize;
                self.repeat(at, step, *count);
                Ok(())
            }
            ConstData::Aggregate(parts) => {
                let element = match self.program.types.kind(constant.ty) {
                    TyKind::Array(of, _) => Some(self.shape(*of)?.size),
                    _ => None,
                };
                for (number, part) in parts.iter().enumerate() {
                    let by = match element {
                        Some(size) => size * number as u64,
                        None => self.shapes.offset(constant.ty, number as u32).map_err(ErrorKind::Layout)?,
                    };
                    deep(|| self.write_const(slot, offset + by, part))?;
                }
                Ok(())
            }
        }
    }
}
