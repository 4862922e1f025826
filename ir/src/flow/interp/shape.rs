//! How values of each type are held: in one cell, in two, or in memory.

use crate::layout::{self, LayoutError};
use crate::target::Target;
use crate::ty::{FloatTy, Ty, TyKind, Types};
use rustc_hash::FxHashMap;
use std::rc::Rc;

pub(super) use crate::arith::Int;

/// What a scalar of at most 64 bits is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Integers and C-like enums.
    Int {
        signed: bool,
    },
    Bool,
    Char,
    /// Thin pointers, references, functions, `null`.
    Ptr,
    Float,
}

/// A scalar of at most 64 bits: one cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Scalar {
    /// In bytes: 1, 2, 4 or 8.
    pub(super) size: u8,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// No value: `void`, `!`, and what is incomplete.
    None,
    /// One cell: the bits of the value, zero above its width.
    Narrow(Scalar),
    /// An integer of 128 bits: two cells, the low half first.
    Wide { signed: bool },
    /// A pointer and a length: two cells.
    Fat,
    /// Structs, unions, tuples, arrays: bytes.
    Memory,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Shape {
    pub(super) size: u64,
    pub(super) align: u64,
    pub(super) class: Class,
}

/// The shapes of types, computed when first asked for.
pub(super) struct Shapes<'a> {
    pub(super) types: &'a Types,
    pub(super) target: &'a Target,
    /// Of the types that were met: a machine for a small constant meets few of a program's.
    known: FxHashMap<Ty, Shape>,
    offsets: FxHashMap<Ty, Rc<[u64]>>,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(types: &'a Types, target: &'a Target) -> Shapes<'a> {
        Shapes { types, target, known: FxHashMap::default(), offsets: FxHashMap::default() }
    }

    pub(super) fn pointer_size(&self) -> u8 {
        (self.target.pointer_bits / 8) as u8
    }

    /// `Err`: the type is larger than any memory. What has no size (`void`, `str`, incomplete types) takes none.
    pub(super) fn of(&mut self, ty: Ty) -> Result<Shape, LayoutError> {
        if let Some(known) = self.known.get(&ty) {
            return Ok(*known);
        }
        let found = match layout::layout(self.types, self.target, ty) {
            Ok(layout) => layout,
            Err(LayoutError::Unsized(_)) => layout::Layout { size: 0, align: 1 },
            Err(error) => return Err(error),
        };
        let shape = Shape { size: found.size, align: found.align.max(1), class: self.class(ty) };
        self.known.insert(ty, shape);
        Ok(shape)
    }

    fn class(&self, ty: Ty) -> Class {
        if self.types.is_fat(ty) {
            return Class::Fat;
        }
        if !self.types.is_scalar(ty) {
            let held = matches!(
                self.types.kind(ty),
                TyKind::Array(..) | TyKind::Tuple(_) | TyKind::Adt(_) | TyKind::Apply(..)
            );
            return if held { Class::Memory } else { Class::None };
        }
        let narrow = |size: u32, kind| Class::Narrow(Scalar { size: size as u8, kind });
        match (ty, self.int(ty)) {
            (Ty::BOOL, _) => narrow(1, Kind::Bool),
            (Ty::CHAR, _) => narrow(4, Kind::Char),
            (_, Some(Int { bits: 128, signed })) => Class::Wide { signed },
            (_, Some(Int { bits, signed })) => narrow(bits / 8, Kind::Int { signed }),
            (_, None) => match ty.as_float() {
                Some(float) => narrow(float.bits() / 8, Kind::Float),
                // The scalars that are left are pointers.
                None => narrow(self.target.pointer_bits / 8, Kind::Ptr),
            },
        }
    }

    /// Integers, `bool`, `char` and C-like enums as numbers.
    pub(super) fn int(&self, ty: Ty) -> Option<Int> {
        let int = self.types.repr_int(ty)?;
        Some(Int { bits: int.bits(self.target.pointer_bits), signed: int.signed() })
    }

    pub(super) fn float(&self, ty: Ty) -> Option<FloatTy> {
        ty.as_float()
    }

    /// The offset of a field in bytes.
    pub(super) fn offset(&mut self, ty: Ty, field: u32) -> Result<u64, LayoutError> {
        if let Some(known) = self.offsets.get(&ty) {
            return Ok(known.get(field as usize).copied().unwrap_or(0));
        }
        let offsets: Rc<[u64]> = layout::fields(self.types, self.target, ty)?.1.into();
        let offset = offsets.get(field as usize).copied().unwrap_or(0);
        self.offsets.insert(ty, offsets);
        Ok(offset)
    }
}
