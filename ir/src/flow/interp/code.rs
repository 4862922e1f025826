//! What functions are turned into when they are called for the first time: statements over numbered cells and places whose
//! types, sizes and offsets are known.

use super::memory::Object;
use super::num::Nans;
use super::shape::{Int, Scalar};
use super::{ErrorKind, Panic};
use crate::flow::{BinOp, FnId, Intrinsic};
use crate::span::Span;
use crate::ty::{Encoding, FloatTy, Ty};
use std::rc::Rc;

/// A cell of the frame: 64 bits.
pub(super) type Cell = u32;

/// A cell of the frame, or a constant of the function. A value that takes two has the next one, too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Src(u32);

impl Src {
    const CONST: u32 = 1 << 31;

    pub(super) fn cell(cell: Cell) -> Src {
        Src(cell)
    }
    pub(super) fn constant(number: usize) -> Src {
        Src(number as u32 | Src::CONST)
    }
    pub(super) fn second(self) -> Src {
        Src(self.0 + 1)
    }
    #[inline]
    pub(super) fn read(self, cells: &[u64], base: usize, consts: &[u64]) -> u64 {
        if self.0 & Src::CONST == 0 { cells[base + self.0 as usize] } else { consts[(self.0 & !Src::CONST) as usize] }
    }
    pub(super) fn as_constant(self, consts: &[u64]) -> Option<u64> {
        (self.0 & Src::CONST != 0).then(|| consts[(self.0 & !Src::CONST) as usize])
    }
}

/// An integer of any width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Num {
    pub(super) src: Src,
    pub(super) wide: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Base {
    /// The memory of the function.
    Frame,
    Ptr(Src),
}

/// A place in memory: so many bytes behind the base, and as many more as the index says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loc {
    pub(super) base: Base,
    pub(super) index: Option<Cell>,
    /// What the pointer must be a multiple of.
    pub(super) align: u64,
    pub(super) offset: u64,
}

/// What an operation on integers does where the result does not fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    /// `+ - *` wrap. What the IR leaves undefined is an error.
    Wrap,
    /// `+ - *` panic.
    Checked,
    /// As source writes it: everything that does not fit is an error.
    Source,
    /// As source writes it, without overflow checks: `+ - *` wrap, amounts of shifts are taken modulo the width.
    SourceWrap,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Op {
    /// The beginning of a block, and of how many steps it is.
    Enter(u32),
    /// What is certain to go wrong here.
    Fail(u32),
    Move {
        d: Cell,
        s: Src,
    },
    Move2 {
        d: Cell,
        s: Src,
    },
    Load {
        d: Cell,
        loc: Loc,
        how: Scalar,
    },
    LoadPair {
        d: Cell,
        loc: Loc,
        fat: bool,
    },
    Store {
        loc: Loc,
        s: Src,
        how: Scalar,
    },
    StorePair {
        loc: Loc,
        s: Src,
        fat: bool,
    },
    Copy {
        to: Loc,
        from: Loc,
        size: u64,
    },
    /// All zero, or unset.
    Fill {
        to: Loc,
        size: u64,
        set: bool,
    },
    /// Copies the first element of an array to the others.
    Repeat {
        to: Loc,
        size: u64,
        count: u64,
    },
    /// That no part of a value of a type is gone.
    Whole {
        loc: Loc,
        size: u64,
        ty: Ty,
    },
    /// The value is gone.
    Gone {
        loc: Loc,
        size: u64,
    },
    /// Begins to drop the value at an address.
    Drop {
        at: Cell,
        ty: Ty,
    },
    /// Goes on with what is dropped, if there is more.
    DropMore,
    /// The variant that a tag says.
    Variant {
        d: Cell,
        s: Src,
        encoding: u32,
    },
    Address {
        d: Cell,
        loc: Loc,
    },
    /// An index in bytes, and the one before it.
    Scale {
        d: Cell,
        prev: Option<Cell>,
        index: Src,
        len: Src,
        size: u64,
    },
    Arith {
        op: BinOp,
        int: Int,
        mode: Mode,
        d: Cell,
        a: Src,
        b: Src,
    },
    WideArith {
        op: BinOp,
        int: Int,
        mode: Mode,
        d: Cell,
        a: Src,
        b: Src,
    },
    Shift {
        op: BinOp,
        int: Int,
        by: Int,
        mode: Mode,
        d: Cell,
        a: Num,
        b: Num,
    },
    Compare {
        op: BinOp,
        int: Int,
        d: Cell,
        a: Src,
        b: Src,
    },
    WideCompare {
        op: BinOp,
        int: Int,
        d: Cell,
        a: Src,
        b: Src,
    },
    PtrCompare {
        op: BinOp,
        d: Cell,
        a: Src,
        b: Src,
    },
    /// `-a`, or `!a`
    Unary {
        negate: bool,
        int: Int,
        mode: Mode,
        d: Cell,
        a: Num,
    },
    FloatArith {
        op: BinOp,
        ty: FloatTy,
        d: Cell,
        a: Src,
        b: Src,
    },
    FloatCompare {
        op: BinOp,
        ty: FloatTy,
        d: Cell,
        a: Src,
        b: Src,
    },
    FloatNeg {
        ty: FloatTy,
        d: Cell,
        a: Src,
    },
    IntCast {
        d: Cell,
        a: Num,
        from: Int,
        to: Int,
    },
    ToBool {
        d: Cell,
        a: Num,
    },
    IntFloat {
        d: Cell,
        a: Num,
        from: Int,
        to: FloatTy,
    },
    FloatInt {
        d: Cell,
        a: Src,
        from: FloatTy,
        to: Int,
    },
    FloatFloat {
        d: Cell,
        a: Src,
        from: FloatTy,
        to: FloatTy,
    },
    PtrInt {
        d: Cell,
        a: Src,
        to: Int,
    },
    IntPtr {
        d: Cell,
        a: Num,
        from: Int,
    },
    PtrOffset {
        d: Cell,
        p: Src,
        index: Num,
        int: Int,
        size: u64,
        negate: bool,
    },
    PtrDiff {
        d: Cell,
        a: Src,
        b: Src,
        size: u64,
    },
    IntIntrinsic {
        op: Intrinsic,
        int: Int,
        d: Cell,
        a: Num,
        b: Num,
        to: Int,
    },
    FloatIntrinsic {
        op: Intrinsic,
        ty: FloatTy,
        d: Cell,
        args: [Src; 3],
    },
    /// `memcpy` and `memmove`.
    MemCopy {
        overlap: bool,
        to: Src,
        from: Src,
        len: Num,
    },
    MemSet {
        to: Src,
        byte: Num,
        len: Num,
    },
    Check {
        cond: Src,
        kind: u32,
    },
    Jump(u32),
    Branch {
        cond: Src,
        then: u32,
        els: u32,
    },
    Switch {
        on: Num,
        table: u32,
    },
    Call(u32),
    Return,
    Unreachable,
}

/// The check of a [`CheckKind`](crate::flow::CheckKind), with what it says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    Plain(Panic),
    Bounds(Src, Src),
    SliceOrder(Src, Src),
}

#[derive(Debug)]
pub(super) struct Table {
    /// By value.
    pub(super) cases: Vec<(u128, u32)>,
    pub(super) default: u32,
}

/// Where a variable, an argument or a result is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    Narrow(Cell),
    Pair(Cell),
    Memory { offset: u64, size: u64 },
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Arg {
    Narrow(Src),
    Pair { src: Src, fat: bool },
    Memory(Loc, u64),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Result {
    Dropped,
    Narrow(Cell),
    Pair(Cell),
    Memory(Loc, u64),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Fn(FnId),
    Ptr(Src),
}

#[derive(Debug)]
pub(super) struct Call {
    pub(super) target: Target,
    pub(super) args: Vec<(Ty, Arg)>,
    /// What is moved to the function: where it was, and its size.
    pub(super) moved: Vec<(Loc, u64)>,
    pub(super) result: Result,
    pub(super) returns: Ty,
}

/// A function, ready to run.
#[derive(Default, Debug)]
pub(super) struct Code {
    pub(super) ops: Vec<Op>,
    /// Of each operation.
    pub(super) spans: Vec<Span>,
    pub(super) consts: Vec<u64>,
    pub(super) checks: Vec<Check>,
    /// How enums are read, and how many variants each has.
    pub(super) encodings: Vec<(Encoding, u64)>,
    pub(super) tables: Vec<Table>,
    pub(super) calls: Vec<Call>,
    pub(super) failures: Vec<ErrorKind>,
    /// How many cells a frame has.
    pub(super) cells: usize,
    /// The memory of a frame.
    pub(super) size: u64,
    pub(super) align: u64,
    pub(super) objects: Rc<[Object]>,
    pub(super) params: Vec<Slot>,
    pub(super) ret: Option<Slot>,
}

/// What decides how functions are turned into code.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    pub(super) nans: Nans,
    pub(super) overflow_checks: bool,
}
