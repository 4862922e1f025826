//! Values of constants, in Tree.

use super::ItemId;
use crate::ty::Ty;
use la_arena::{Arena, Idx};

pub use crate::arith::*;

pub type ConstId = Idx<Const>;
pub type ConstPool = Arena<Const>;

/// A value and its type, in Tree.
#[derive(Clone, PartialEq, Debug)]
pub struct Const {
    pub ty: Ty,
    pub kind: ConstKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ConstKind {
    /// Already reported.
    Error,
    /// Integers, `bool`, `char`, C-like enums, addresses made from integers: the bits, truncated to the type's width.
    Int(u128),
    /// The bits of an `f32` (low half) or `f64`.
    Float(u64),
    /// Fields or elements, in order.
    Aggregate(Vec<ConstId>),
    /// One field of a union.
    Union { field: u32, value: ConstId },
    /// `count` times the same.
    Repeat(ConstId, u64),
    /// Every bit zero: `default()`, `null`.
    Zero,
    /// Text in read-only memory, a NUL after it: as `&str`, `*u8` or `&[u8; N]`, as the type says.
    Str(Box<[u8]>),
    /// The address of a function, or of a part of a static: so many bytes behind its start.
    Addr(ItemId, u64),
    /// The address of an unnamed constant.
    Ref(ConstId),
    /// A slice: the address of an array and its length.
    Slice(ConstId, u64),
    /// A slice of a whole static array, of that many elements.
    SliceOf(ItemId, u64),
}
