//! Statements and calls, and how they are read in a language.

use super::*;
use crate::lang::{self, Any, If, Lang, Production};

/// A statement. A pass asks for its kind in its language.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stmt {
    pub(crate) kind: StmtKind,
    pub span: Span,
}

macro_rules! nodes {
    ($($table:tt)*) => {
        include!(concat!(env!("OUT_DIR"), "/flow_nodes.rs"));
    };
}

// The nodes of Flow, as those of Tree in `tree/nodes.rs`. What is `nested` is of the same language as the node that has it.
nodes! {
    /// What a statement does.
    pub enum StmtKind {
        Nop,
        /// Says what source does with a variable that it declared without a value, and does nothing. Its span is that of the name.
        #[production(Mark)]
        Mark(Mark, LocalId),
        Assign(Place, #[nested] Rvalue),
        /// A store that is volatile or may be unaligned.
        Store {
            place: Place,
            value: Operand,
            access: Access,
        },
        /// Makes an enum the variant with this number, whose fields have their values already: assigning to one of another variant
        /// may change them.
        SetVariant(Place, u32),
        /// Drops what a place has of its value: calls the drop function of its type ([`Sigs::drop_fn`]), then drops its parts in the
        /// order of their declaration. The place has no value afterwards.
        #[production(Drop)]
        Drop(Place),
        Call(CallId),
        /// Panics with `kind` unless `cond` holds.
        Check {
            cond: Operand,
            kind: CheckKind,
        },
        /// An intrinsic without a result: `memcpy` and its like.
        Intrinsic {
            op: Intrinsic,
            args: List<Operand>,
        },
    }

    /// How a value is computed.
    pub enum Rvalue {
        Use(Operand),
        /// A load that is volatile or may be unaligned.
        Load {
            place: Place,
            access: Access,
        },
        /// `-a` wraps; `!a`
        Unary(UnOp, Operand),
        /// Arithmetic wraps; comparisons give `bool`. Of division by zero, `MIN / -1` and shifts by the width or more the
        /// result is undefined: a check stands before them, or what makes them knows that it cannot be.
        Binary(BinOp, Operand, Operand),
        /// `+ - * / % << >>` on integers as source writes them. `check-insert` decides what is checked, and makes a
        /// [`Rvalue::Checked`] or [`Rvalue::Binary`] of it.
        #[production(Arith)]
        Arith(BinOp, Operand, Operand),
        /// `-a` on signed integers as source writes it.
        #[production(Arith)]
        ArithNeg(Operand),
        /// Arithmetic that panics on overflow: `+`, `-`, `*`.
        #[production(Checked)]
        Checked(BinOp, Operand, Operand),
        /// To the type of the destination.
        Cast(Operand),
        AddrOf(Place),
        /// The number of the variant that an enum is, a `u32`.
        Variant(Place),
        /// A fat pointer from an address and a length.
        Fat(Operand, Operand),
        /// The address in a fat pointer.
        FatPtr(Operand),
        /// The length in a fat pointer.
        FatLen(Operand),
        /// `ptr + index * size_of(elem)`; the index is signed, and the result stays in the object.
        PtrOffset {
            ptr: Operand,
            index: Operand,
            elem: Ty,
            negate: bool,
        },
        /// `(a - b) / size_of(elem)`
        PtrDiff {
            a: Operand,
            b: Operand,
            elem: Ty,
        },
        /// An array with every element the same.
        Repeat(Operand, Count),
        /// The same, of as many elements as the array has that it goes to.
        #[production(Open)]
        Fill(Operand),
        /// The value, hidden from the optimiser.
        BlackBox(Operand),
        Intrinsic {
            op: Intrinsic,
            args: List<Operand>,
        },
    }

    /// What is called.
    pub enum Callee {
        Fn(FnId),
        /// A function with parameters, and what is given for them.
        #[production(Open)]
        Apply(FnId, Args),
        Ptr(Operand),
    }
}

impl Stmt {
    #[inline(always)]
    pub fn new<L: Lang>(kind: StmtKind<L>, span: Span) -> Stmt {
        Stmt { kind: kind.widen(), span }
    }

    /// What it does, in a language.
    #[inline(always)]
    pub fn kind<L: Lang>(&self) -> StmtKind<L> {
        self.kind.narrow().unwrap_or_else(|| lang::lacks::<L>(self.kind.production(), self.span))
    }

    /// What a language must have so that it belongs to it; `None` if it belongs to every one.
    #[inline]
    pub fn production(&self) -> Option<Production> {
        self.kind.production()
    }

    /// The call that it is, which belongs to every language.
    #[inline]
    pub fn as_call(&self) -> Option<CallId> {
        match self.kind {
            StmtKind::Call(call) => Some(call),
            // Everything else computes something itself.
            _ => None,
        }
    }

    /// Puts another statement in its place.
    #[inline(always)]
    pub fn set<L: Lang>(&mut self, kind: StmtKind<L>) {
        self.kind = kind.widen();
    }

    /// What it does, in no language: for walks over parts that nodes of all languages have.
    #[inline(always)]
    pub fn raw(&self) -> StmtKind {
        self.kind
    }

    /// The same, to be rewritten.
    #[inline(always)]
    pub fn raw_mut(&mut self) -> &mut StmtKind {
        &mut self.kind
    }
}

/// A call. A pass asks for what is called in its language.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Call {
    pub dest: Option<Place>,
    pub(crate) callee: Callee,
    pub args: List<Operand>,
    /// The function type by which it is called.
    pub ty: Ty,
    /// What is asked for at this call beyond what its callee says (from `inline-tag` on).
    pub tag: InlineTag,
    /// Index in [`Sigs::abis`] (from `abi-lower` on).
    pub abi: Option<u32>,
}

impl Call {
    /// A call of which `inline-tag` and `abi-lower` have said nothing.
    pub fn new<L: Lang>(callee: Callee<L>, ty: Ty, args: List<Operand>, dest: Option<Place>) -> Call {
        Call { dest, callee: callee.widen(), args, ty, tag: InlineTag::None, abi: None }
    }

    /// What is called, in a language.
    #[inline(always)]
    pub fn callee<L: Lang>(&self) -> Callee<L> {
        self.callee.narrow().unwrap_or_else(|| lang::lacks::<L>(self.callee.production(), Span::NONE))
    }

    /// Calls something else.
    #[inline(always)]
    pub fn set_callee<L: Lang>(&mut self, callee: Callee<L>) {
        self.callee = callee.widen();
    }
}

/// What source does with a variable: what `move-check` looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// It is declared, and has no value from here on; in a loop, it is another one each time.
    Declared { mutable: bool },
    /// It is used: it must have a value.
    Used,
    /// It is given a value, as a whole.
    Assigned,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    Unaligned,
    Volatile,
}

/// Why a check failed: the message of the panic.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CheckKind {
    DivisionByZero,
    RemainderByZero,
    /// `MIN / -1`, `MIN % -1`
    DivisionOverflow,
    Shift,
    /// index, length
    Bounds(Operand, Operand),
    /// Slice `lo..hi` with `lo > hi`.
    SliceOrder(Operand, Operand),
    /// `-MIN`
    NegOverflow,
}

// Bodies are made of many of these.
const _: () = assert!(
    size_of::<Operand>() == 16 && size_of::<Proj>() == 16 && size_of::<Stmt>() == 64 && size_of::<Call>() == 56
);

/// A number of elements, of an alignment that makes no statement larger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count([u32; 2]);

impl Count {
    pub fn new(count: u64) -> Count {
        Count([count as u32, (count >> 32) as u32])
    }
    pub fn get(self) -> u64 {
        u64::from(self.0[0]) | u64::from(self.0[1]) << 32
    }
}
