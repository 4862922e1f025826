//! Attributes: what the optimiser may know of functions, parameters and results.

use super::ll::{Attr, Basic, Type};
use inkwell::llvm_sys::LLVMAttributeFunctionIndex;
use inkwell::llvm_sys::core::*;
use rustc_hash::FxHashMap;

/// Position of a function's own attributes; 0 is the result, parameters follow from 1.
pub(super) const FUNCTION: u32 = LLVMAttributeFunctionIndex;
pub(super) const RESULT: u32 = 0;

/// The attributes in use, made once for each context.
pub(super) struct Attrs {
    basic: Basic,
    align_kind: u32,
    dereferenceable_kind: u32,
    byval_kind: u32,
    sret_kind: u32,
    aligned: FxHashMap<u64, Attr>,
    dereferenceable: FxHashMap<u64, Attr>,
    pub(super) nounwind: Attr,
    pub(super) noundef: Attr,
    pub(super) nonnull: Attr,
    pub(super) noalias: Attr,
    pub(super) readonly: Attr,
    pub(super) signext: Attr,
    pub(super) zeroext: Attr,
    pub(super) noreturn: Attr,
    /// The name says nothing: LLVM takes the function for no function of C's that it knows.
    pub(super) nobuiltin: Attr,
    /// As `setjmp`: control comes back to the call a second time.
    pub(super) returns_twice: Attr,
    pub(super) cold: Attr,
    pub(super) noinline: Attr,
    pub(super) inlinehint: Attr,
    pub(super) alwaysinline: Attr,
    pub(super) optsize: Attr,
    pub(super) minsize: Attr,
    pub(super) writable: Attr,
    /// Unwind tables of the precision that debuggers and profilers need.
    pub(super) uwtable: Attr,
}

/// LLVM's number for an attribute.
fn kind(name: &str) -> u32 {
    // SAFETY: pointer and length are those of one string.
    let kind = unsafe { LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len()) };
    debug_assert_ne!(kind, 0, "LLVM does not know the attribute {name}");
    kind
}

impl Attrs {
    pub(super) fn new(basic: Basic) -> Attrs {
        let make = |name: &str, value: u64| {
            // SAFETY: the context is alive while emission runs.
            unsafe { Attr(LLVMCreateEnumAttribute(basic.context, kind(name), value)) }
        };
        let flag = |name: &str| make(name, 0);
        Attrs {
            basic,
            align_kind: kind("align"),
            dereferenceable_kind: kind("dereferenceable"),
            byval_kind: kind("byval"),
            sret_kind: kind("sret"),
            aligned: FxHashMap::default(),
            dereferenceable: FxHashMap::default(),
            nounwind: flag("nounwind"),
            noundef: flag("noundef"),
            nonnull: flag("nonnull"),
            noalias: flag("noalias"),
            readonly: flag("readonly"),
            signext: flag("signext"),
            zeroext: flag("zeroext"),
            noreturn: flag("noreturn"),
            nobuiltin: flag("nobuiltin"),
            returns_twice: flag("returns_twice"),
            cold: flag("cold"),
            noinline: flag("noinline"),
            inlinehint: flag("inlinehint"),
            alwaysinline: flag("alwaysinline"),
            optsize: flag("optsize"),
            minsize: flag("minsize"),
            writable: flag("writable"),
            uwtable: make("uwtable", 2),
        }
    }

    pub(super) fn align(&mut self, align: u64) -> Attr {
        let (context, kind) = (self.basic.context, self.align_kind);
        // SAFETY: the context is alive while emission runs.
        *self.aligned.entry(align).or_insert_with(|| unsafe { Attr(LLVMCreateEnumAttribute(context, kind, align)) })
    }

    pub(super) fn dereferenceable(&mut self, bytes: u64) -> Attr {
        let (context, kind) = (self.basic.context, self.dereferenceable_kind);
        // SAFETY: as above.
        let make = || unsafe { Attr(LLVMCreateEnumAttribute(context, kind, bytes)) };
        *self.dereferenceable.entry(bytes).or_insert_with(make)
    }

    pub(super) fn byval(&self, ty: Type) -> Attr {
        // SAFETY: as above.
        unsafe { Attr(LLVMCreateTypeAttribute(self.basic.context, self.byval_kind, ty.0)) }
    }

    pub(super) fn sret(&self, ty: Type) -> Attr {
        // SAFETY: as above.
        unsafe { Attr(LLVMCreateTypeAttribute(self.basic.context, self.sret_kind, ty.0)) }
    }

    pub(super) fn text(&self, key: &str, value: &str) -> Attr {
        // SAFETY: LLVM copies both texts.
        unsafe {
            Attr(LLVMCreateStringAttribute(
                self.basic.context,
                key.as_ptr().cast(),
                key.len() as u32,
                value.as_ptr().cast(),
                value.len() as u32,
            ))
        }
    }
}
