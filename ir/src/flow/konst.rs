//! Constants, and how they are read in a language.

use super::*;
use crate::lang::{self, Any, If, Lang, Production};

/// A value and its type. A pass asks for its kind in its language.
#[derive(Clone, PartialEq, Debug)]
pub struct Const {
    pub ty: Ty,
    pub(crate) kind: ConstData,
}

const _: () = assert!(size_of::<Const>() == 48);

impl Const {
    pub fn new(ty: Ty, kind: ConstData) -> Const {
        Const { ty, kind }
    }

    /// The same bits as a value of another type.
    pub fn with_ty(&self, ty: Ty) -> Const {
        Const { ty, kind: self.kind.clone() }
    }

    /// What it is, in a language.
    #[inline(always)]
    pub fn kind<L: Lang>(&self) -> ConstKind<'_, L> {
        self.kind.read(Span::NONE)
    }

    /// What it is, in no language: where passes of several languages ask.
    #[inline(always)]
    pub fn raw(&self) -> &ConstData {
        &self.kind
    }
}

macro_rules! constants {
    ($($table:tt)*) => {
        include!(concat!(env!("OUT_DIR"), "/constants.rs"));
    };
}

// Like the table of nodes, of what is read by reference.
constants! {
    /// What a constant is.
    #[stored(ConstData)]
    #[derive(Clone, PartialEq, Debug)]
    pub enum ConstKind {
        /// Integers, `bool`, `char`, C-like enums, addresses made from integers: the bits, truncated to the type's width.
        Int(u128),
        /// The bits of an `f32` (low half) or `f64`.
        Float(u64),
        Zero,
        Undef,
        /// Fields or elements, in order. Constants made of others many times share these: what walks over one looks at what is
        /// shared once, as it may have a number of parts that is exponential in what was written.
        Aggregate(Arc<[Const]>),
        /// A variant of an enum, and its fields in order; which are shared as those of an aggregate.
        Variant(u32, Arc<[Const]>),
        /// One field of a union.
        Union(u32, Box<Const>),
        Repeat(Box<Const>, u64),
        /// Bytes of an array of `u8`.
        Bytes(Box<[u8]>),
        Fn(FnId),
        /// A function with parameters, and what is given for them.
        #[production(Open)]
        Apply(FnId, Args),
        /// A number that a type has.
        #[production(Open)]
        Measure(Measure, Ty),
        /// An address: so many bytes behind the start of what it leads to.
        Addr(#[nested(PointeeData)] Pointee, u64),
        /// A fat pointer: an address as above, and a length.
        Slice(#[nested(PointeeData)] Pointee, u64, u64),
    }

    /// Memory that a constant leads to.
    #[stored(PointeeData)]
    #[derive(Clone, Debug)]
    pub enum Pointee {
        Global(GlobalId),
        /// Memory that has this value from the start, and no name: text, what a constant refers to. All that share it have the same
        /// address; it can be written to if the type of a pointer to it says so. `monomorphise` makes globals of it.
        #[production(Symbolic)]
        Const(Arc<Const>),
    }
}

/// What is asked of a type that is not known before `monomorphise`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// In bytes.
    Size,
    Align,
    /// Where a field is, in bytes.
    Offset(u32),
    /// How many elements an array has.
    Len,
    /// The number that a parameter stands for.
    Value,
}

impl PartialEq for PointeeData {
    fn eq(&self, other: &PointeeData) -> bool {
        match (self, other) {
            (PointeeData::Global(a), PointeeData::Global(b)) => a == b,
            // What is shared is looked at once: it may share parts in its turn.
            (PointeeData::Const(a), PointeeData::Const(b)) => Arc::ptr_eq(a, b) || a == b,
            (PointeeData::Global(_), PointeeData::Const(_)) | (PointeeData::Const(_), PointeeData::Global(_)) => false,
        }
    }
}

/// Text as whatever kind of pointer `ty` is: to bytes in read-only memory, with a NUL behind them that does not count.
pub fn text(types: &Types, bytes: &[u8], ty: Ty) -> Const {
    let len = bytes.len() as u64;
    let mut content = Vec::with_capacity(bytes.len() + 1);
    content.extend_from_slice(bytes);
    content.push(0);
    let array = types.array(Ty::U8, len + 1);
    let to = PointeeData::Const(Arc::new(Const { ty: array, kind: ConstData::Bytes(content.into()) }));
    let kind = if types.is_fat(ty) { ConstData::Slice(to, 0, len) } else { ConstData::Addr(to, 0) };
    Const { ty, kind }
}
