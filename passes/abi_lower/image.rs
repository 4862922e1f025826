//! What the rules of calling conventions need to know of an aggregate of at most 16 bytes, found in one walk over it and
//! kept for each type: nested unions would otherwise take time exponential in their depth.

use super::View;
use rustc_hash::FxHashMap;
use vex_ir::flow::{Reg, RegKind};
use vex_ir::layout::fields;
use vex_ir::ty::{AdtDef, Ty, TyKind};

pub(super) type Images = FxHashMap<Ty, Image>;

/// A type of at most 16 bytes, a bit for each byte.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Image {
    /// Bytes that are part of an integer or pointer.
    int: u16,
    /// Bytes that are part of a float.
    float: u16,
    /// Bit `n`: whether every part is aligned if the whole stands at offset `n`.
    aligned: u16,
    /// The alignment of the type that Clang gives it in LLVM IR, which `align(N)` does not raise.
    ir_align: u64,
    /// The field by which LLVM IR represents a union.
    storage: u32,
}

/// What stands at some offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Leaf {
    /// An integer of so many bits.
    Int(u32),
    Ptr,
    F32,
    F64,
}

/// What of an eightbyte is used: its class in section 3.2.3 of the System V supplement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Nothing: padding.
    None,
    Integer,
    Sse,
}

impl Image {
    /// Whether every part is aligned.
    pub(super) fn is_aligned(self) -> bool {
        self.aligned & 1 != 0
    }

    /// The class of the eightbyte at `offset`.
    pub(super) fn class(self, offset: u64) -> Class {
        let bytes = 0xff << offset;
        if self.int & bytes != 0 {
            Class::Integer
        } else if self.float & bytes != 0 {
            Class::Sse
        } else {
            Class::None
        }
    }

    /// Whether some byte from `from` up to the end of its eightbyte is more than padding.
    fn has_data(self, from: u64, to: u64) -> bool {
        let bytes = (1u32 << to) - (1u32 << from);
        u32::from(self.int | self.float) & bytes != 0
    }

    /// Adds a part at an offset.
    fn add(&mut self, part: Image, offset: u64, align: u64) {
        let shift = |bytes: u16| if offset < 16 { bytes << offset } else { 0 };
        self.int |= shift(part.int);
        self.float |= shift(part.float);
        for at in 0..16 {
            let place = at + offset;
            if !place.is_multiple_of(align) || part.aligned & (1 << (place % 16)) == 0 {
                self.aligned &= !(1 << at);
            }
        }
    }
}

impl View<'_> {
    /// The image of a type of at most 16 bytes.
    pub(super) fn image(&mut self, ty: Ty) -> Image {
        if let Some(leaf) = self.leaf(ty) {
            let size = self.layout(ty).size;
            let bytes = ((1u32 << size) - 1) as u16;
            let is_float = matches!(leaf, Leaf::F32 | Leaf::F64);
            let (int, float) = if is_float { (0, bytes) } else { (bytes, 0) };
            return Image { int, float, aligned: u16::MAX, ir_align: self.layout(ty).align, storage: 0 };
        }
        if let Some(known) = self.images.get(&ty) {
            return *known;
        }
        let image = self.aggregate_image(ty);
        self.images.insert(ty, image);
        image
    }

    fn aggregate_image(&mut self, ty: Ty) -> Image {
        let mut image = Image { int: 0, float: 0, aligned: u16::MAX, ir_align: 1, storage: 0 };
        if let TyKind::Array(of, len) = *self.types.kind(ty) {
            let (part, layout) = (self.image(of), self.layout(of));
            image.ir_align = part.ir_align;
            // One element without a size is like any number of them, and what is behind 16 bytes does not matter.
            for i in 0..len.min(if layout.size == 0 { 1 } else { 16 }) {
                image.add(part, i * layout.size, layout.align);
            }
            return image;
        }
        if self.is_sum(ty) {
            // What a byte is depends on the variant: they all travel as integers.
            let layout = self.layout(ty);
            return Image { int: ((1u32 << layout.size.min(16)) - 1) as u16, ir_align: layout.align, ..image };
        }
        let parts = self.parts(ty);
        for &(offset, part) in &parts {
            let align = self.layout(part).align;
            let part = self.image(part);
            image.add(part, offset, align);
        }
        let is_union = self.types.is_union(ty);
        if is_union {
            image.storage = self.union_storage(&parts);
        }
        image.ir_align = self.ir_align(ty, &parts, is_union.then_some(image.storage));
        image
    }

    /// The field whose type stands for a union in LLVM IR: the most aligned one, of several the largest, of these the first.
    fn union_storage(&mut self, parts: &[(u64, Ty)]) -> u32 {
        let mut best = (0, 0, 0);
        for (index, &(_, ty)) in parts.iter().enumerate() {
            let (align, size) = (self.image(ty).ir_align, self.layout(ty).size);
            if (align, size) > (best.0, best.1) {
                best = (align, size, index as u32);
            }
        }
        best.2
    }

    /// The alignment of the LLVM struct by which Clang represents an aggregate: a packed one where the fields do not stand
    /// at multiples of their alignment.
    fn ir_align(&mut self, ty: Ty, parts: &[(u64, Ty)], storage: Option<u32>) -> u64 {
        let mut most = 1;
        for (index, &(offset, part)) in parts.iter().enumerate() {
            if storage.is_some_and(|s| s as usize != index) {
                continue;
            }
            let align = self.image(part).ir_align;
            if offset % align != 0 {
                return 1;
            }
            most = most.max(align);
        }
        if self.layout(ty).size.is_multiple_of(most) { most } else { 1 }
    }

    /// What stands at an offset in the type by which Clang represents `ty` in LLVM IR: the padding that it writes out is
    /// bytes.
    pub(super) fn leaf_at(&mut self, ty: Ty, offset: u64) -> Option<Leaf> {
        if let Some(leaf) = self.leaf(ty) {
            return (offset == 0).then_some(leaf);
        }
        if let TyKind::Array(of, _) = *self.types.kind(ty) {
            let size = self.layout(of).size;
            return self.leaf_at(of, offset.checked_rem(size)?);
        }
        if self.is_sum(ty) {
            return None;
        }
        let parts = self.parts(ty);
        if self.types.is_union(ty) {
            let &(_, storage) = parts.get(self.image(ty).storage as usize)?;
            let in_padding = offset >= self.layout(storage).size;
            return if in_padding { Some(Leaf::Int(8)) } else { self.leaf_at(storage, offset) };
        }
        let index = parts.iter().rposition(|(start, _)| *start <= offset)?;
        let (start, part) = parts[index];
        let end = start + self.layout(part).size;
        if offset >= end && self.padding_is_written(ty, &parts, index) {
            return Some(Leaf::Int(8));
        }
        self.leaf_at(part, offset - start)
    }

    /// Whether the padding behind a field is an array of bytes in LLVM IR: it is where the alignment of what follows does
    /// not explain it.
    fn padding_is_written(&mut self, ty: Ty, parts: &[(u64, Ty)], index: usize) -> bool {
        let (start, part) = parts[index];
        let end = start + self.layout(part).size;
        let packed = self.image(ty).ir_align == 1;
        let (next, align) = match parts.get(index + 1) {
            Some(&(offset, next)) => (offset, self.image(next).ir_align),
            None => (self.layout(ty).size, self.image(ty).ir_align),
        };
        next != if packed { end } else { end.next_multiple_of(align) }
    }

    /// What a scalar is; `None` for aggregates.
    fn leaf(&self, ty: Ty) -> Option<Leaf> {
        if self.types.nullable(ty).is_some() {
            return Some(Leaf::Ptr);
        }
        if !self.types.is_scalar(ty) {
            return None;
        }
        Some(match self.types.repr_int(ty) {
            Some(int) => Leaf::Int(int.bits(self.target.pointer_bits)),
            None if ty == Ty::F32 => Leaf::F32,
            None if ty == Ty::F64 => Leaf::F64,
            None => Leaf::Ptr,
        })
    }

    /// The fields of a struct, union, tuple or fat pointer, with their offsets.
    fn parts(&self, ty: Ty) -> Vec<(u64, Ty)> {
        if self.types.is_fat(ty) {
            return vec![(0, Ty::PTR_VOID), (u64::from(self.target.pointer_bits / 8), Ty::USIZE)];
        }
        let (_, offsets) = fields(self.types, self.target, ty).expect("abi-lower: what is passed by value has a size");
        let types: Vec<Ty> = match self.types.kind(ty) {
            TyKind::Tuple(fields) => fields.to_vec(),
            TyKind::Adt(id) => self.types.adts[*id].fields().iter().map(|f| f.ty).collect(),
            // Nothing else has fields.
            _ => Vec::new(),
        };
        offsets.into_iter().zip(types).collect()
    }

    /// Whether it is an enum whose variants may have fields.
    fn is_sum(&self, ty: Ty) -> bool {
        self.types.adt(ty).is_some_and(AdtDef::is_sum)
    }

    /// The register for an eightbyte with integers: the very type if only one small integer or a pointer is there.
    pub(super) fn int_piece(&mut self, ty: Ty, offset: u64) -> RegKind {
        let image = self.image(ty);
        match self.leaf_at(ty, offset) {
            Some(Leaf::Ptr) if self.target.pointer_bits == 64 => return RegKind::Ptr,
            Some(Leaf::Int(bits @ (8 | 16 | 32))) if !image.has_data(offset + u64::from(bits / 8), offset + 8) => {
                return RegKind::Int(bits);
            }
            _ => {}
        }
        self.bytes_piece(ty, offset)
    }

    /// The register for the eightbyte at an offset, or what there is of it, as an integer.
    pub(super) fn bytes_piece(&self, ty: Ty, offset: u64) -> RegKind {
        RegKind::Int(8 * (self.layout(ty).size - offset).min(8) as u32)
    }

    /// The register for an eightbyte of floats.
    pub(super) fn float_piece(&mut self, ty: Ty, offset: u64) -> RegKind {
        if self.leaf_at(ty, offset) != Some(Leaf::F32) {
            return RegKind::F64;
        }
        let behind = (self.layout(ty).size - offset > 4).then(|| self.leaf_at(ty, offset + 4)).flatten();
        match behind {
            Some(Leaf::F32) => RegKind::F32Vec(2),
            Some(Leaf::F64) => RegKind::F64,
            Some(Leaf::Int(_) | Leaf::Ptr) | None => RegKind::F32,
        }
    }

    /// The scalars of an aggregate without unions if there are at most `limit`; each is a register of its own.
    pub(super) fn leaves(&self, ty: Ty, limit: usize) -> Option<Vec<Reg>> {
        let mut found = Vec::new();
        self.collect_leaves(ty, 0, limit, &mut found).then_some(found)
    }

    fn collect_leaves(&self, ty: Ty, offset: u64, limit: usize, found: &mut Vec<Reg>) -> bool {
        if self.layout(ty).size == 0 {
            return true;
        }
        if let Some(leaf) = self.leaf(ty) {
            match leaf {
                Leaf::Int(128) => {
                    found.extend([0, 8].map(|half| Reg { kind: RegKind::Int(64), offset: offset + half }));
                }
                Leaf::Int(bits) => found.push(Reg { kind: RegKind::Int(bits), offset }),
                Leaf::Ptr => found.push(Reg { kind: RegKind::Ptr, offset }),
                Leaf::F32 => found.push(Reg { kind: RegKind::F32, offset }),
                Leaf::F64 => found.push(Reg { kind: RegKind::F64, offset }),
            }
            return found.len() <= limit;
        }
        if let TyKind::Array(of, len) = *self.types.kind(ty) {
            let size = self.layout(of).size;
            return (0..len).all(|i| self.collect_leaves(of, offset + i * size, limit, found));
        }
        if self.is_sum(ty) {
            return false;
        }
        let parts = self.parts(ty);
        !self.types.is_union(ty) && parts.iter().all(|(at, part)| self.collect_leaves(*part, offset + at, limit, found))
    }
}
