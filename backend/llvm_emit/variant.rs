//! Enums whose variants have fields: which variant one is.

use super::Module;
use super::consts::Bytes;
use super::function::Emit;
use super::ll::{IntPred, Op, Value};
use super::place::Addr;
use vex_ir::flow::{Const, Place};
use vex_ir::ty::{Encoding, Tag, Ty};

impl Emit<'_, '_> {
    /// The number of the variant that an enum is.
    pub(super) fn variant(&mut self, place: Place) -> Value {
        let ty = self.place_ty(place);
        let encoding = self.m.types.sum(ty).encoding;
        let number = self.m.basic.i32;
        let tag = match encoding {
            Encoding::Single(variant) => return number.int(variant.into()),
            Encoding::Direct(tag) | Encoding::Niche { tag, .. } => tag,
        };
        let addr = self.place(place);
        let (at, ints) = self.tag(addr, tag);
        let ptr = self.address(at);
        let value = self.b.load(ints, ptr, at.align);
        let Encoding::Niche { dataful, first, count, start, .. } = encoding else {
            return self.b.int_cast(value, number, false);
        };
        let dataful = number.int(dataful.into());
        if count == 1 {
            let same = self.b.icmp(IntPred::LLVMIntEQ, value, ints.int(start));
            return self.b.select(same, number.int(first.into()), dataful);
        }
        let offset = self.b.binary(Op::LLVMSub, value, ints.int(start));
        let inside = self.b.icmp(IntPred::LLVMIntULT, offset, ints.int(count.into()));
        let offset = self.b.int_cast(offset, number, false);
        let variant = self.b.binary(Op::LLVMAdd, offset, number.int(first.into()));
        self.b.select(inside, variant, dataful)
    }

    /// Makes an enum the variant whose fields it has.
    pub(super) fn set_variant(&mut self, place: Place, variant: u32) {
        let ty = self.place_ty(place);
        let Some((tag, value)) = self.m.types.sum(ty).encoding.encode(variant) else { return };
        let addr = self.place(place);
        let (at, ints) = self.tag(addr, tag);
        let ptr = self.address(at);
        self.b.store(ints.int(value), ptr, at.align);
    }

    /// Where a tag is, and the integers that it is one of.
    fn tag(&self, addr: Addr, tag: Tag) -> (Addr, super::ll::Type) {
        (addr.at(tag.offset), self.m.basic.int(8 * tag.size as u32))
    }
}

impl Module<'_> {
    /// What stands where in a constant that is a variant: its fields, and its tag unless they say it; in order.
    pub(super) fn variant_parts<'c>(&mut self, ty: Ty, variant: u32, parts: &'c [Const]) -> Vec<(u64, Bytes<'c>)> {
        let layout = self.types.sum(ty);
        let offsets = layout.offsets.get(variant as usize).map_or(&[][..], |offsets| offsets);
        let mut placed: Vec<_> = offsets.iter().copied().zip(parts.iter().map(Bytes::Of)).collect();
        if let Some((tag, value)) = layout.encoding.encode(variant) {
            placed.push((tag.offset, Bytes::Int { size: tag.size, value }));
        }
        // What has no size must not part what stands at the same place.
        placed.retain(|(_, part)| self.bytes_size(part) > 0);
        placed.sort_by_key(|(offset, _)| *offset);
        placed
    }
}
