//! What operations do with addresses.

use super::*;

impl<H: Host> Machine<'_, H> {
    /// Lengths have the width of addresses.
    pub(super) fn length(&self, len: u128) -> u64 {
        num::low(len as u64, self.memory.shapes.target.pointer_bits)
    }

    pub(super) fn mem_copy(&mut self, overlap: bool, to: u64, from: u64, len: u64) -> Run {
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
    pub(super) fn comparable(&self, a: u64, b: u64) -> Run {
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
    pub(super) fn one_object(&self, a: Option<At>, b: Option<At>) -> bool {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let part = |at: At| {
            let objects = self.memory.slots[at.slot as usize].objects.as_ref()?;
            objects.partition_point(|object| object.start <= at.offset as u64).checked_sub(1)
        };
        part(a) == part(b)
    }

    /// A pointer so many bytes further. What points into an object stays there.
    pub(super) fn moved(&mut self, pointer: u64, by: i128) -> Run<u64> {
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
    pub(super) fn distance(&mut self, a: u64, b: u64, size: u64) -> Run<u64> {
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
