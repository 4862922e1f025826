//! Functions that the compiler calls without the source naming them: the runtime's, and libm's where LLVM has no operation.

use super::{CheckKind, FnId, Function, Sigs};
use crate::symbol::Symbol;
use crate::ty::{Conv, FnSig, Ty, TyKind};

/// A function of the runtime (`std/rt.vx`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Runtime {
    Print,
    Compare,
    Panic,
    PanicBounds,
    PanicSlice,
}

impl Runtime {
    pub const ALL: [Runtime; 5] =
        [Runtime::Print, Runtime::Compare, Runtime::Panic, Runtime::PanicBounds, Runtime::PanicSlice];

    pub fn symbol(self) -> &'static str {
        match self {
            Runtime::Print => "__vex_print",
            Runtime::Compare => "__vex_compare",
            Runtime::Panic => "__vex_panic",
            Runtime::PanicBounds => "__vex_panic_bounds",
            Runtime::PanicSlice => "__vex_panic_slice",
        }
    }

    /// The types of its parameters, and of its result. Those that end the program get the place last: a file's name and its
    /// length, line, column.
    pub fn signature(self) -> (&'static [Ty], Ty) {
        match self {
            // Text and its length; 1 for standard output, 2 for standard error.
            Runtime::Print => (&[Ty::PTR_U8, Ty::USIZE, Ty::I32], Ty::VOID),
            // Two pieces of memory with their lengths.
            Runtime::Compare => (&[Ty::PTR_U8, Ty::USIZE, Ty::PTR_U8, Ty::USIZE], Ty::I32),
            // A message and its length.
            Runtime::Panic => (&[Ty::PTR_U8, Ty::USIZE, Ty::PTR_U8, Ty::USIZE, Ty::U32, Ty::U32], Ty::NEVER),
            // The index and the length, or the two ends.
            Runtime::PanicBounds | Runtime::PanicSlice => {
                (&[Ty::USIZE, Ty::USIZE, Ty::PTR_U8, Ty::USIZE, Ty::U32, Ty::U32], Ty::NEVER)
            }
        }
    }

    /// What a check calls where it fails.
    pub fn of_check(kind: CheckKind) -> Runtime {
        match kind {
            CheckKind::Bounds(..) => Runtime::PanicBounds,
            CheckKind::SliceOrder(..) => Runtime::PanicSlice,
            CheckKind::DivisionByZero
            | CheckKind::RemainderByZero
            | CheckKind::DivisionOverflow
            | CheckKind::Shift
            | CheckKind::NegOverflow => Runtime::Panic,
        }
    }
}

impl Sigs {
    /// A function of which nothing but its signature is known. `lib`: the library that has it.
    pub fn declare(&mut self, symbol: Symbol, params: &[Ty], ret: Ty, lib: Option<Symbol>) -> FnId {
        let sig = FnSig { params: params.to_vec(), ret, conv: Conv::Runtime, variadic: false, is_unsafe: false };
        let ty = self.types.intern(TyKind::Fn(Box::new(sig)));
        self.fns.alloc(Function { cold: ret == Ty::NEVER, lib, ..Function::new(symbol, ty) })
    }
}
