//! Functions that the compiler calls without the source naming them: the runtime's, and libm's where LLVM has no operation.

use super::{CheckKind, Defs, FnId, Function, Linkage, Sigs};
use crate::Cx;
use crate::symbol::Symbol;
use crate::target::Family;
use crate::tree::methods::{Lowering, Method};
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

/// A function that the compiler calls.
pub struct CalledByCompiler {
    pub symbol: Symbol,
    params: Vec<Ty>,
    ret: Ty,
    /// Of the runtime, in the order of [`Runtime::ALL`]; the others are libm's.
    runtime: bool,
    /// The library that has it.
    lib: Option<Symbol>,
}

impl CalledByCompiler {
    /// Those of the runtime, in the order of [`Runtime::ALL`], and those that built-in methods call.
    pub fn all(cx: &Cx) -> Vec<CalledByCompiler> {
        let mut all: Vec<CalledByCompiler> = Vec::new();
        for function in Runtime::ALL {
            let (params, ret) = function.signature();
            let symbol = cx.interner.intern(function.symbol());
            all.push(CalledByCompiler { symbol, params: params.to_vec(), ret, runtime: true, lib: None });
        }
        let lib = (cx.target.family() == Some(Family::Unix)).then(|| cx.interner.intern("m"));
        for method in Method::ALL.iter().map(|method| method.declaration()) {
            if method.lowering != Lowering::Libm {
                continue;
            }
            for (suffix, ret) in [("", Ty::F64), ("f", Ty::F32)] {
                let symbol = cx.interner.intern(&format!("{}{suffix}", method.name));
                let params = vec![ret; method.params.len() + 1];
                all.push(CalledByCompiler { symbol, params, ret, runtime: false, lib });
            }
        }
        all
    }
}

impl Defs {
    /// Declares a function that the compiler calls, where it is not the program's own.
    pub fn declare_called(&mut self, called: CalledByCompiler, known: Option<FnId>) {
        let CalledByCompiler { symbol, params, ret, runtime, lib } = called;
        let id = known.unwrap_or_else(|| self.sigs.declare(symbol, &params, ret));
        let function = &mut self.sigs.fns[id];
        if function.linkage == Linkage::Import {
            function.lib = lib;
        }
        match runtime {
            true => self.runtime.push(id),
            false => drop(self.libm.insert(symbol, id)),
        }
    }
}

impl Sigs {
    /// A function of which nothing but its signature is known.
    pub fn declare(&mut self, symbol: Symbol, params: &[Ty], ret: Ty) -> FnId {
        let sig = FnSig { params: params.to_vec(), ret, conv: Conv::Runtime, variadic: false, is_unsafe: false };
        let ty = self.types.intern(TyKind::Fn(Box::new(sig)));
        self.fns.alloc(Function { cold: ret == Ty::NEVER, ..Function::new(symbol, ty) })
    }
}
