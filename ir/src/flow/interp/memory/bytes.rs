//! Bytes, and scalars made of them. Those that are out of the object are left out; who calls has looked.

use super::*;

impl Memory<'_> {
    pub(super) fn put(&mut self, at: At, bytes: &[u8], mark: u8) {
        let place = &mut self.slots[at.slot as usize];
        let range = at.offset..at.offset + bytes.len();
        if let Some(to) = place.bytes.get_mut(range.clone()) {
            to.copy_from_slice(bytes);
        }
        if let Some(to) = place.marks.get_mut(range) {
            to.fill(mark);
        }
    }

    pub(in crate::flow::interp) fn fill_bytes(&mut self, at: At, size: usize, byte: u8, mark: u8) {
        let place = &mut self.slots[at.slot as usize];
        let range = at.offset..at.offset + size;
        if let Some(to) = place.bytes.get_mut(range.clone()) {
            to.fill(byte);
        }
        if let Some(to) = place.marks.get_mut(range) {
            to.fill(mark);
        }
    }

    /// Copies the first element to the `count - 1` behind it.
    pub(in crate::flow::interp) fn repeat(&mut self, at: At, step: usize, count: u64) {
        let place = &mut self.slots[at.slot as usize];
        let total = step.saturating_mul(count as usize);
        if step == 0 || total > place.bytes.len().saturating_sub(at.offset) {
            return;
        }
        let mut done = step;
        while done < total {
            let more = done.min(total - done);
            place.bytes.copy_within(at.offset..at.offset + more, at.offset + done);
            place.marks.copy_within(at.offset..at.offset + more, at.offset + done);
            done += more;
        }
    }

    /// As `memmove` does it.
    pub(in crate::flow::interp) fn copy(&mut self, to: At, from: At, size: usize) {
        if to.slot == from.slot {
            let place = &mut self.slots[to.slot as usize];
            let len = place.bytes.len();
            if from.offset + size <= len && to.offset + size <= len {
                place.bytes.copy_within(from.offset..from.offset + size, to.offset);
                place.marks.copy_within(from.offset..from.offset + size, to.offset);
            }
            return;
        }
        let Ok([dest, source]) = self.slots.get_disjoint_mut([to.slot as usize, from.slot as usize]) else { return };
        let (into, out) = (to.offset..to.offset + size, from.offset..from.offset + size);
        if let (Some(dest), Some(source)) = (dest.bytes.get_mut(into.clone()), source.bytes.get(out.clone())) {
            dest.copy_from_slice(source);
        }
        if let (Some(dest), Some(source)) = (dest.marks.get_mut(into), source.marks.get(out)) {
            dest.copy_from_slice(source);
        }
    }

    pub(in crate::flow::interp) fn mark_of(&self, address: u64) -> u8 {
        if self.is_address(address) { ADDRESS } else { DATA }
    }

    /// Reads a scalar of at most 64 bits.
    #[inline]
    pub(in crate::flow::interp) fn load(&self, at: At, scalar: Scalar) -> Result<u64, ErrorKind> {
        let place = &self.slots[at.slot as usize];
        let size = usize::from(scalar.size);
        let (Some(bytes), Some(marks)) =
            (place.bytes.get(at.offset..at.offset + size), place.marks.get(at.offset..at.offset + size))
        else {
            return Err(Fault::OutOfBounds.into());
        };
        let (value, marks) = (low_bytes(bytes), low_bytes(marks));
        if marks != 0x0101_0101_0101_0101 & (u64::MAX >> (64 - 8 * size as u32)) {
            self.check_marks(marks, scalar)?;
        }
        match scalar.kind {
            Kind::Bool if value > 1 => Err(Fault::NotBool(value as u8).into()),
            Kind::Char if char::from_u32(value as u32).is_none() => Err(Fault::NotChar(value as u32).into()),
            _ => Ok(value),
        }
    }

    #[inline(never)]
    pub(super) fn check_marks(&self, marks: u64, scalar: Scalar) -> Result<(), ErrorKind> {
        let marks = &marks.to_le_bytes()[..usize::from(scalar.size)];
        if marks.contains(&GONE) {
            return Err(Fault::Gone.into());
        }
        if marks.contains(&UNSET) {
            return Err(Fault::Unset.into());
        }
        let whole = scalar.kind == Kind::Ptr && marks.iter().all(|mark| *mark == ADDRESS);
        if self.strict && !whole { Err(Fault::AddressAsNumber.into()) } else { Ok(()) }
    }

    #[inline]
    pub(in crate::flow::interp) fn store(&mut self, at: At, scalar: Scalar, value: u64) -> Result<(), ErrorKind> {
        let mark = if scalar.kind == Kind::Ptr { self.mark_of(value) } else { DATA };
        let place = &mut self.slots[at.slot as usize];
        let size = usize::from(scalar.size);
        let range = at.offset..at.offset + size;
        let (Some(bytes), Some(marks)) = (place.bytes.get_mut(range.clone()), place.marks.get_mut(range)) else {
            return Err(Fault::OutOfBounds.into());
        };
        match size {
            8 => {
                bytes.copy_from_slice(&value.to_le_bytes());
                marks.copy_from_slice(&[mark; 8]);
            }
            4 => {
                bytes.copy_from_slice(&(value as u32).to_le_bytes());
                marks.copy_from_slice(&[mark; 4]);
            }
            1 => {
                bytes[0] = value as u8;
                marks[0] = mark;
            }
            _ => {
                bytes.copy_from_slice(&value.to_le_bytes()[..size]);
                marks.fill(mark);
            }
        }
        Ok(())
    }

    /// The number of the variant that an enum is.
    pub(in crate::flow::interp) fn variant(&self, at: At, encoding: Encoding) -> Result<u32, ErrorKind> {
        let Some(tag) = encoding.tag() else { return Ok(encoding.decode(0) as u32) };
        let kind = if tag.is_pointer { Kind::Ptr } else { Kind::Int { signed: false } };
        let scalar = Scalar { size: tag.size as u8, kind };
        let value = self.load(At { offset: at.offset + tag.offset as usize, ..at }, scalar)?;
        u32::try_from(encoding.decode(value)).map_err(|_| NO_VARIANT)
    }

    /// Says which variant an enum is.
    pub(in crate::flow::interp) fn set_variant(
        &mut self,
        at: At,
        encoding: Encoding,
        variant: u32,
    ) -> Result<(), ErrorKind> {
        let Some((tag, value)) = encoding.encode(variant) else { return Ok(()) };
        let scalar = Scalar { size: tag.size as u8, kind: Kind::Int { signed: false } };
        self.store(At { offset: at.offset + tag.offset as usize, ..at }, scalar, value)
    }

    /// The two halves of a value that takes two cells.
    pub(in crate::flow::interp) fn halves(&self, fat: bool) -> [Scalar; 2] {
        let number = Scalar { size: 8, kind: Kind::Int { signed: false } };
        if !fat {
            return [number, number];
        }
        let size = self.shapes.pointer_size();
        [Scalar { size, kind: Kind::Ptr }, Scalar { size, ..number }]
    }

    // What hosts and readers of results use.

    /// Memory that lives until [`release`](Self::release), unset.
    pub fn allocate(&mut self, size: u64, align: u64) -> Result<u64, ErrorKind> {
        let slot = self.object(size, align, Origin::Host)?;
        Ok(self.slots[slot as usize].start)
    }

    /// Ends what [`allocate`](Self::allocate) began. The address must be that of its start.
    pub fn release(&mut self, address: u64) -> Result<(), ErrorKind> {
        match self.owner(address) {
            Some(At { slot, offset: 0 }) if self.slots[slot as usize].origin == Origin::Host => {
                self.end(slot);
                Ok(())
            }
            Some(_) => Err(Fault::NotAllocated.into()),
            None => {
                Err(if address < self.next && address >= self.first { Fault::Dangling } else { Fault::NotAllocated }
                    .into())
            }
        }
    }

    /// The size of the object of the [`Host`](super::Host) that starts at an address.
    pub fn allocated_size(&self, address: u64) -> Option<u64> {
        let At { slot, offset: 0 } = self.owner(address)? else { return None };
        let place = &self.slots[slot as usize];
        (place.origin == Origin::Host).then_some(place.size)
    }

    /// Bytes that are all set.
    pub fn read(&mut self, address: u64, size: u64) -> Result<&[u8], ErrorKind> {
        if size == 0 {
            return Ok(&[]);
        }
        let at = self.find(address, size)?;
        let place = &self.slots[at.slot as usize];
        let range = at.offset..at.offset + size as usize;
        if place.marks[range.clone()].iter().any(|mark| is_unset(*mark)) {
            return Err(Fault::Unset.into());
        }
        if self.strict && place.marks[range.clone()].contains(&ADDRESS) {
            return Err(Fault::AddressAsNumber.into());
        }
        Ok(&place.bytes[range])
    }

    pub fn write(&mut self, address: u64, bytes: &[u8]) -> Result<(), ErrorKind> {
        if bytes.is_empty() {
            return Ok(());
        }
        let at = self.find_writable(address, bytes.len() as u64)?;
        self.put(at, bytes, DATA);
        Ok(())
    }

    /// Copies bytes, whatever they are, as `memmove` does.
    pub fn transfer(&mut self, to: u64, from: u64, size: u64) -> Result<(), ErrorKind> {
        if size == 0 {
            return Ok(());
        }
        let source = self.find(from, size)?;
        let dest = self.find_writable(to, size)?;
        self.copy(dest, source, size as usize);
        Ok(())
    }

    pub fn read_pointer(&mut self, address: u64) -> Result<u64, ErrorKind> {
        let scalar = self.halves(true)[0];
        let at = self.find(address, scalar.size.into())?;
        self.load(at, scalar)
    }

    pub fn write_pointer(&mut self, address: u64, pointer: u64) -> Result<(), ErrorKind> {
        let scalar = self.halves(true)[0];
        let at = self.find_writable(address, scalar.size.into())?;
        self.store(at, scalar, pointer)
    }

    /// The bytes up to a NUL.
    pub fn read_c_string(&mut self, address: u64) -> Result<Vec<u8>, ErrorKind> {
        let mut bytes = Vec::new();
        loop {
            match *self.read(address.wrapping_add(bytes.len() as u64), 1)? {
                [0] => return Ok(bytes),
                [byte] => bytes.push(byte),
                _ => return Err(Fault::OutOfBounds.into()),
            }
        }
    }
}

/// At most eight bytes as a number, the low byte first.
#[inline]
fn low_bytes(bytes: &[u8]) -> u64 {
    match *bytes {
        [a] => a.into(),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => {
            let mut all = [0; 8];
            let len = bytes.len().min(8);
            all[..len].copy_from_slice(&bytes[..len]);
            u64::from_le_bytes(all)
        }
    }
}
