//! What LLVM needs to know of each Vex type: size, alignment, and how its values are held.

use super::ll::{Basic, Type};
use std::sync::Arc;
use vex_ir::layout;
use vex_ir::target::Target;
use vex_ir::ty::{IntTy, SumLayout, Ty, TyKind, Types};

/// How values of a type are held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// No value: `void`, `!`.
    Void,
    /// One machine value: as `value` in a register, as `memory` in memory. They differ for `bool` only: `i1` and `i8`.
    Scalar { value: Type, memory: Type },
    /// A pointer and a length.
    Fat,
    /// In memory.
    Memory,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Info {
    pub(super) size: u64,
    pub(super) align: u64,
    pub(super) class: Class,
}

/// [`Info`] and field offsets, computed when first asked for.
pub(super) struct TypeTable<'a> {
    pub(super) types: &'a Types,
    pub(super) target: &'a Target,
    pub(super) basic: Basic,
    infos: Vec<Option<Info>>,
    offsets: Vec<Option<Box<[u64]>>>,
}

impl<'a> TypeTable<'a> {
    pub(super) fn new(types: &'a Types, target: &'a Target, basic: Basic) -> TypeTable<'a> {
        TypeTable { types, target, basic, infos: vec![None; types.len()], offsets: vec![None; types.len()] }
    }

    pub(super) fn kind(&self, ty: Ty) -> &'a TyKind {
        self.types.kind(ty)
    }

    pub(super) fn pointer_size(&self) -> u64 {
        u64::from(self.target.pointer_bits / 8)
    }

    pub(super) fn info(&mut self, ty: Ty) -> Info {
        if let Some(info) = self.infos[ty.index()] {
            return info;
        }
        // What has no layout (`void`, `str`, incomplete types) is only ever behind a pointer: its place has no size.
        let layout = layout::layout(self.types, self.target, ty).unwrap_or(layout::Layout { size: 0, align: 1 });
        let info = Info { size: layout.size, align: layout.align.max(1), class: self.class(ty) };
        self.infos[ty.index()] = Some(info);
        info
    }

    fn class(&self, ty: Ty) -> Class {
        let basic = &self.basic;
        let same = |t: Type| Class::Scalar { value: t, memory: t };
        if self.types.is_fat(ty) {
            return Class::Fat;
        }
        if !self.types.is_scalar(ty) {
            return if matches!(self.kind(ty), TyKind::Void | TyKind::Never) { Class::Void } else { Class::Memory };
        }
        if ty == Ty::BOOL {
            return Class::Scalar { value: basic.i1, memory: basic.i8 };
        }
        if let Some(int) = self.types.repr_int(ty) {
            return same(basic.int(int.bits(self.target.pointer_bits)));
        }
        match ty {
            Ty::F32 => same(basic.f32),
            Ty::F64 => same(basic.f64),
            // The scalars that are left are pointers.
            _ => same(basic.ptr),
        }
    }

    /// The type in registers of a scalar.
    pub(super) fn scalar(&mut self, ty: Ty) -> Option<Type> {
        match self.info(ty).class {
            Class::Scalar { value, .. } => Some(value),
            Class::Void | Class::Fat | Class::Memory => None,
        }
    }

    /// The offset of a field in bytes.
    pub(super) fn offset(&mut self, ty: Ty, field: u32) -> u64 {
        self.offsets(ty).get(field as usize).copied().unwrap_or(0)
    }

    /// Of an enum whose variants have fields.
    pub(super) fn sum(&self, ty: Ty) -> Arc<SumLayout> {
        layout::sum(self.types, self.target, ty).expect("llvm-emit: an enum that is a value has a layout")
    }

    pub(super) fn offsets(&mut self, ty: Ty) -> &[u64] {
        let slot = &mut self.offsets[ty.index()];
        slot.get_or_insert_with(|| {
            layout::fields(self.types, self.target, ty).map_or_else(|_| Box::default(), |(_, o)| o.into_boxed_slice())
        })
    }

    /// The type LLVM sees for memory of the type: exact in size, and its own element type where that is one scalar.
    pub(super) fn memory(&mut self, ty: Ty) -> Type {
        let info = self.info(ty);
        match info.class {
            Class::Scalar { memory, .. } => memory,
            Class::Void | Class::Fat | Class::Memory => match self.kind(ty) {
                TyKind::Array(of, len) if self.scalar(*of).is_some() => self.memory(*of).array(*len),
                _ => self.basic.i8.array(info.size),
            },
        }
    }

    /// The alignment of what a pointer to `to` leads to. Of a slice it is that of its elements.
    pub(super) fn pointee_align(&mut self, to: Ty) -> u64 {
        match self.kind(to) {
            TyKind::Slice(of) => self.info(*of).align,
            // Everything else has a layout of its own, or none and alignment 1.
            _ => self.info(to).align,
        }
    }

    /// Whether the type's numbers are signed. Pointers, `bool` and `char` are not.
    pub(super) fn signed(&self, ty: Ty) -> bool {
        self.int(ty).is_some_and(IntTy::signed)
    }

    pub(super) fn int(&self, ty: Ty) -> Option<IntTy> {
        self.types.repr_int(ty)
    }
}

/// The greatest power of two that divides both: the alignment known at an offset from something aligned.
pub(super) fn align_at(align: u64, offset: u64) -> u64 {
    if offset == 0 { align } else { align.min(1 << offset.trailing_zeros()) }
}
