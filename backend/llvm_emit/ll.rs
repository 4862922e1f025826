//! LLVM's instruction builder with as little between as possible.
//!
//! `inkwell` owns contexts, modules and target machines; its typed builder, however, wraps every value in an enum and
//! copies every name, which shows when a compiler at `-O0` does little else. The values here are plain pointers without
//! names.
//!
//! Safety: a [`Type`], [`Value`] or [`Block`] is only made from a context that outlives emission, and emission never
//! deletes one that it still holds; nothing here is visible outside `llvm_emit`. So the pointers that these functions
//! hand to LLVM are valid.

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;
pub(super) use inkwell::llvm_sys::{LLVMIntPredicate as IntPred, LLVMOpcode as Op, LLVMRealPredicate as RealPred};
use std::ffi::{CString, c_uint};

/// Values get numbers, not names: names cost time and memory and say nothing that debug information does not.
const UNNAMED: *const std::ffi::c_char = c"".as_ptr();

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Type(pub(super) LLVMTypeRef);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Value(pub(super) LLVMValueRef);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Block(pub(super) LLVMBasicBlockRef);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Attr(pub(super) LLVMAttributeRef);

unsafe extern "C" {
    // Defined in `shim/llvm.cpp`.
    fn vexAddFunctionAttributes(f: LLVMValueRef, indices: *const u32, attrs: *const LLVMAttributeRef, count: usize);
    fn vexAddCallAttributes(call: LLVMValueRef, indices: *const u32, attrs: *const LLVMAttributeRef, count: usize);
}

fn split(attrs: &[(u32, Attr)]) -> (Vec<u32>, Vec<LLVMAttributeRef>) {
    attrs.iter().map(|(index, attr)| (*index, attr.0)).unzip()
}

/// A NUL-terminated copy. Symbols have no NUL inside; should one, what follows it is cut off.
pub(super) fn c_string(text: &str) -> CString {
    let end = text.bytes().position(|b| b == 0).unwrap_or(text.len());
    CString::new(&text[..end]).unwrap_or_default()
}

/// The types every module needs, made once.
#[derive(Clone, Copy)]
pub(super) struct Basic {
    pub(super) context: LLVMContextRef,
    pub(super) void: Type,
    pub(super) i1: Type,
    pub(super) i8: Type,
    pub(super) i16: Type,
    pub(super) i32: Type,
    pub(super) i64: Type,
    pub(super) i128: Type,
    pub(super) f32: Type,
    pub(super) f64: Type,
    pub(super) ptr: Type,
    /// As wide as a pointer.
    pub(super) usize: Type,
}

impl Basic {
    pub(super) fn new(context: LLVMContextRef, pointer_bits: u32) -> Basic {
        // SAFETY: the context is alive; see the module.
        unsafe {
            Basic {
                context,
                void: Type(LLVMVoidTypeInContext(context)),
                i1: Type(LLVMInt1TypeInContext(context)),
                i8: Type(LLVMInt8TypeInContext(context)),
                i16: Type(LLVMInt16TypeInContext(context)),
                i32: Type(LLVMInt32TypeInContext(context)),
                i64: Type(LLVMInt64TypeInContext(context)),
                i128: Type(LLVMInt128TypeInContext(context)),
                f32: Type(LLVMFloatTypeInContext(context)),
                f64: Type(LLVMDoubleTypeInContext(context)),
                ptr: Type(LLVMPointerTypeInContext(context, 0)),
                usize: Type(LLVMIntTypeInContext(context, pointer_bits)),
            }
        }
    }

    pub(super) fn int(&self, bits: u32) -> Type {
        match bits {
            8 => self.i8,
            16 => self.i16,
            32 => self.i32,
            64 => self.i64,
            128 => self.i128,
            // SAFETY: see the module.
            _ => unsafe { Type(LLVMIntTypeInContext(self.context, bits)) },
        }
    }

    /// A literal struct.
    pub(super) fn structure(&self, fields: &[Type], packed: bool) -> Type {
        let mut refs: Vec<LLVMTypeRef> = fields.iter().map(|t| t.0).collect();
        // SAFETY: see the module; the array outlives the call, which copies it.
        unsafe { Type(LLVMStructTypeInContext(self.context, refs.as_mut_ptr(), refs.len() as c_uint, packed.into())) }
    }

    pub(super) fn const_struct(&self, fields: &[Value], packed: bool) -> Value {
        let mut refs: Vec<LLVMValueRef> = fields.iter().map(|v| v.0).collect();
        // SAFETY: as above.
        unsafe { Value(LLVMConstStructInContext(self.context, refs.as_mut_ptr(), refs.len() as c_uint, packed.into())) }
    }

    pub(super) fn const_bytes(&self, bytes: &[u8]) -> Value {
        // SAFETY: LLVM copies the bytes; the last argument says not to add a NUL.
        unsafe { Value(LLVMConstStringInContext2(self.context, bytes.as_ptr().cast(), bytes.len(), 1)) }
    }

    pub(super) fn usize_const(&self, value: u64) -> Value {
        self.usize.int(value)
    }
}

impl Type {
    pub(super) fn array(self, len: u64) -> Type {
        // SAFETY: see the module.
        unsafe { Type(LLVMArrayType2(self.0, len)) }
    }

    pub(super) fn vector(self, len: u32) -> Type {
        // SAFETY: see the module.
        unsafe { Type(LLVMVectorType(self.0, len)) }
    }

    /// A function type that returns `self`.
    pub(super) fn function(self, params: &[Type], variadic: bool) -> Type {
        let mut refs: Vec<LLVMTypeRef> = params.iter().map(|t| t.0).collect();
        // SAFETY: see the module; LLVM copies the array.
        unsafe { Type(LLVMFunctionType(self.0, refs.as_mut_ptr(), refs.len() as c_uint, variadic.into())) }
    }

    /// An integer constant of at most 64 significant bits.
    pub(super) fn int(self, value: u64) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMConstInt(self.0, value, 0)) }
    }

    /// An integer constant of any width up to 128 bits.
    pub(super) fn wide_int(self, value: u128) -> Value {
        let words = [value as u64, (value >> 64) as u64];
        // SAFETY: see the module; two words are read.
        unsafe { Value(LLVMConstIntOfArbitraryPrecision(self.0, 2, words.as_ptr())) }
    }

    pub(super) fn null(self) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMConstNull(self.0)) }
    }

    pub(super) fn all_ones(self) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMConstAllOnes(self.0)) }
    }

    pub(super) fn undef(self) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMGetUndef(self.0)) }
    }

    pub(super) fn poison(self) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMGetPoison(self.0)) }
    }

    pub(super) fn const_array(self, elements: &[Value]) -> Value {
        let mut refs: Vec<LLVMValueRef> = elements.iter().map(|v| v.0).collect();
        // SAFETY: see the module; LLVM copies the array.
        unsafe { Value(LLVMConstArray2(self.0, refs.as_mut_ptr(), refs.len() as u64)) }
    }
}

impl Value {
    pub(super) fn is_constant(self) -> bool {
        // SAFETY: see the module.
        unsafe { LLVMIsConstant(self.0) != 0 }
    }

    pub(super) fn ty(self) -> Type {
        // SAFETY: see the module.
        unsafe { Type(LLVMTypeOf(self.0)) }
    }

    pub(super) fn param(self, index: u32) -> Value {
        // SAFETY: callers stay within the function's parameters.
        unsafe { Value(LLVMGetParam(self.0, index)) }
    }

    /// The value if it is an integer constant of at most 64 bits.
    pub(super) fn as_const_int(self) -> Option<u64> {
        // SAFETY: see the module; the cast returns null for what is not a constant integer, and wider ones do not come here.
        unsafe {
            let int = LLVMIsAConstantInt(self.0);
            (!int.is_null() && LLVMGetIntTypeWidth(LLVMTypeOf(int)) <= 64).then(|| LLVMConstIntGetZExtValue(int))
        }
    }

    pub(super) fn const_bitcast(self, ty: Type) -> Value {
        // SAFETY: see the module; both have the same width.
        unsafe { Value(LLVMConstBitCast(self.0, ty.0)) }
    }

    pub(super) fn const_int_to_ptr(self, ty: Type) -> Value {
        // SAFETY: see the module.
        unsafe { Value(LLVMConstIntToPtr(self.0, ty.0)) }
    }

    /// The address so many bytes behind this one.
    pub(super) fn const_offset(self, offset: u64, usize: Type, byte: Type) -> Value {
        if offset == 0 {
            return self;
        }
        let mut index = usize.int(offset).0;
        // SAFETY: see the module; the offset stays in the global that the address is of.
        unsafe { Value(LLVMConstInBoundsGEP2(byte.0, self.0, &mut index, 1)) }
    }

    pub(super) fn add_call_attr(self, index: u32, attr: Attr) {
        // SAFETY: callers name calls only.
        unsafe { LLVMAddCallSiteAttribute(self.0, index, attr.0) }
    }

    pub(super) fn add_attr(self, index: u32, attr: Attr) {
        // SAFETY: callers name functions only.
        unsafe { LLVMAddAttributeAtIndex(self.0, index, attr.0) }
    }

    /// Adds attributes to what a call returns and to its arguments, all at once.
    pub(super) fn add_call_attrs(self, attrs: &[(u32, Attr)]) {
        let (indices, attrs) = split(attrs);
        // SAFETY: callers name calls only; both lists have this length and are only read.
        unsafe { vexAddCallAttributes(self.0, indices.as_ptr(), attrs.as_ptr(), attrs.len()) }
    }

    /// Adds attributes to what a function returns and to its parameters, all at once.
    pub(super) fn add_attrs(self, attrs: &[(u32, Attr)]) {
        let (indices, attrs) = split(attrs);
        // SAFETY: callers name functions only; both lists have this length and are only read.
        unsafe { vexAddFunctionAttributes(self.0, indices.as_ptr(), attrs.as_ptr(), attrs.len()) }
    }

    pub(super) fn set_metadata(self, kind: c_uint, node: Value) {
        // SAFETY: see the module.
        unsafe { LLVMSetMetadata(self.0, kind, node.0) }
    }

    pub(super) fn append_block(self, context: LLVMContextRef) -> Block {
        // SAFETY: callers name functions only.
        unsafe { Block(LLVMAppendBasicBlockInContext(context, self.0, UNNAMED)) }
    }
}

/// Emits instructions at a place.
pub(super) struct Builder {
    pub(super) raw: LLVMBuilderRef,
    context: LLVMContextRef,
}

impl Drop for Builder {
    fn drop(&mut self) {
        // SAFETY: made by `new`, disposed once.
        unsafe { LLVMDisposeBuilder(self.raw) }
    }
}

// SAFETY for every `unsafe` below: see the module.
impl Builder {
    pub(super) fn new(context: LLVMContextRef) -> Builder {
        Builder { raw: unsafe { LLVMCreateBuilderInContext(context) }, context }
    }

    pub(super) fn at_end(&self, block: Block) {
        unsafe { LLVMPositionBuilderAtEnd(self.raw, block.0) }
    }

    /// Before the first instruction of a block: where further stack slots go.
    pub(super) fn at_start(&self, block: Block) {
        unsafe {
            let first = LLVMGetFirstInstruction(block.0);
            if first.is_null() {
                LLVMPositionBuilderAtEnd(self.raw, block.0);
            } else {
                LLVMPositionBuilderBefore(self.raw, first);
            }
        }
    }

    pub(super) fn block(&self) -> Block {
        unsafe { Block(LLVMGetInsertBlock(self.raw)) }
    }

    /// A new block behind the one at which the builder stands, so that code stays in the order of the source.
    pub(super) fn new_block_after(&self) -> Block {
        unsafe {
            let block = LLVMCreateBasicBlockInContext(self.context, UNNAMED);
            LLVMInsertExistingBasicBlockAfterInsertBlock(self.raw, block);
            Block(block)
        }
    }

    pub(super) fn ret(&self, value: Option<Value>) {
        unsafe {
            match value {
                Some(v) => LLVMBuildRet(self.raw, v.0),
                None => LLVMBuildRetVoid(self.raw),
            };
        }
    }

    pub(super) fn br(&self, to: Block) {
        unsafe {
            LLVMBuildBr(self.raw, to.0);
        }
    }

    pub(super) fn cond_br(&self, cond: Value, then: Block, els: Block) -> Value {
        unsafe { Value(LLVMBuildCondBr(self.raw, cond.0, then.0, els.0)) }
    }

    pub(super) fn switch(&self, on: Value, default: Block, cases: &[(Value, Block)]) {
        unsafe {
            let inst = LLVMBuildSwitch(self.raw, on.0, default.0, cases.len() as c_uint);
            for (value, block) in cases {
                LLVMAddCase(inst, value.0, block.0);
            }
        }
    }

    pub(super) fn unreachable(&self) {
        unsafe {
            LLVMBuildUnreachable(self.raw);
        }
    }

    pub(super) fn alloca(&self, ty: Type, align: u64) -> Value {
        unsafe {
            let slot = LLVMBuildAlloca(self.raw, ty.0, UNNAMED);
            LLVMSetAlignment(slot, align as c_uint);
            Value(slot)
        }
    }

    pub(super) fn load(&self, ty: Type, ptr: Value, align: u64) -> Value {
        unsafe {
            let load = LLVMBuildLoad2(self.raw, ty.0, ptr.0, UNNAMED);
            LLVMSetAlignment(load, align as c_uint);
            Value(load)
        }
    }

    pub(super) fn store(&self, value: Value, ptr: Value, align: u64) -> Value {
        unsafe {
            let store = LLVMBuildStore(self.raw, value.0, ptr.0);
            LLVMSetAlignment(store, align as c_uint);
            Value(store)
        }
    }

    pub(super) fn set_volatile(&self, inst: Value) {
        unsafe { LLVMSetVolatile(inst.0, 1) }
    }

    pub(super) fn memcpy(&self, dest: Value, dest_align: u64, src: Value, src_align: u64, size: Value) -> Value {
        unsafe {
            let (d, s) = (dest_align as c_uint, src_align as c_uint);
            Value(LLVMBuildMemCpy(self.raw, dest.0, d, src.0, s, size.0))
        }
    }

    pub(super) fn memmove(&self, dest: Value, dest_align: u64, src: Value, src_align: u64, size: Value) {
        unsafe {
            let (d, s) = (dest_align as c_uint, src_align as c_uint);
            LLVMBuildMemMove(self.raw, dest.0, d, src.0, s, size.0);
        }
    }

    pub(super) fn memset(&self, dest: Value, align: u64, byte: Value, size: Value) -> Value {
        unsafe { Value(LLVMBuildMemSet(self.raw, dest.0, byte.0, size.0, align as c_uint)) }
    }

    /// `ptr + index * size_of(elem)`, staying in the object.
    pub(super) fn gep(&self, elem: Type, ptr: Value, index: Value) -> Value {
        let mut indices = [index.0];
        unsafe { Value(LLVMBuildInBoundsGEP2(self.raw, elem.0, ptr.0, indices.as_mut_ptr(), 1, UNNAMED)) }
    }

    pub(super) fn binary(&self, op: Op, a: Value, b: Value) -> Value {
        unsafe { Value(LLVMBuildBinOp(self.raw, op, a.0, b.0, UNNAMED)) }
    }

    pub(super) fn exact_sdiv(&self, a: Value, b: Value) -> Value {
        unsafe { Value(LLVMBuildExactSDiv(self.raw, a.0, b.0, UNNAMED)) }
    }

    pub(super) fn neg(&self, a: Value) -> Value {
        unsafe { Value(LLVMBuildNeg(self.raw, a.0, UNNAMED)) }
    }

    pub(super) fn fneg(&self, a: Value) -> Value {
        unsafe { Value(LLVMBuildFNeg(self.raw, a.0, UNNAMED)) }
    }

    pub(super) fn not(&self, a: Value) -> Value {
        unsafe { Value(LLVMBuildNot(self.raw, a.0, UNNAMED)) }
    }

    pub(super) fn icmp(&self, pred: IntPred, a: Value, b: Value) -> Value {
        unsafe { Value(LLVMBuildICmp(self.raw, pred, a.0, b.0, UNNAMED)) }
    }

    pub(super) fn fcmp(&self, pred: RealPred, a: Value, b: Value) -> Value {
        unsafe { Value(LLVMBuildFCmp(self.raw, pred, a.0, b.0, UNNAMED)) }
    }

    pub(super) fn select(&self, cond: Value, then: Value, els: Value) -> Value {
        unsafe { Value(LLVMBuildSelect(self.raw, cond.0, then.0, els.0, UNNAMED)) }
    }

    pub(super) fn cast(&self, op: Op, value: Value, to: Type) -> Value {
        unsafe { Value(LLVMBuildCast(self.raw, op, value.0, to.0, UNNAMED)) }
    }

    /// An integer at another width.
    pub(super) fn int_cast(&self, value: Value, to: Type, signed: bool) -> Value {
        if value.ty() == to {
            return value;
        }
        unsafe { Value(LLVMBuildIntCast2(self.raw, value.0, to.0, signed.into(), UNNAMED)) }
    }

    pub(super) fn call(&self, ty: Type, callee: Value, args: &[Value]) -> Value {
        // `Value` is a transparent pointer in all but name; LLVM only reads the array.
        let mut refs: Vec<LLVMValueRef> = args.iter().map(|v| v.0).collect();
        unsafe {
            let count = refs.len() as c_uint;
            Value(LLVMBuildCall2(self.raw, ty.0, callee.0, refs.as_mut_ptr(), count, UNNAMED))
        }
    }

    pub(super) fn extract(&self, aggregate: Value, index: u32) -> Value {
        unsafe { Value(LLVMBuildExtractValue(self.raw, aggregate.0, index, UNNAMED)) }
    }

    pub(super) fn insert(&self, aggregate: Value, value: Value, index: u32) -> Value {
        unsafe { Value(LLVMBuildInsertValue(self.raw, aggregate.0, value.0, index, UNNAMED)) }
    }

    pub(super) fn phi(&self, ty: Type, incoming: &[(Value, Block)]) -> Value {
        let mut values: Vec<LLVMValueRef> = incoming.iter().map(|(v, _)| v.0).collect();
        let mut blocks: Vec<LLVMBasicBlockRef> = incoming.iter().map(|(_, b)| b.0).collect();
        unsafe {
            let phi = LLVMBuildPhi(self.raw, ty.0, UNNAMED);
            LLVMAddIncoming(phi, values.as_mut_ptr(), blocks.as_mut_ptr(), values.len() as c_uint);
            Value(phi)
        }
    }

    /// Adds a way into a phi.
    pub(super) fn add_incoming(&self, phi: Value, value: Value, block: Block) {
        let (mut value, mut block) = (value.0, block.0);
        unsafe { LLVMAddIncoming(phi.0, &mut value, &mut block, 1) }
    }
}
