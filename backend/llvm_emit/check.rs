//! Checks: a branch to a cold block that panics, and arithmetic that branches there on overflow.

use super::Module;
use super::attrs::FUNCTION;
use super::function::Emit;
use super::ll::{Basic, Builder, Type, Value};
use inkwell::llvm_sys::LLVMLinkage;
use inkwell::llvm_sys::core::*;
use vex_ir::Span;
use vex_ir::flow::{BinOp, CheckKind, Operand};

/// What a panic says, and in which file: one cold function each. Line and column are its arguments, so that a check
/// costs the code around it as little as can be.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Panic {
    message: Message,
    /// Index of the file, if the place is known.
    file: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Message {
    Text(&'static str),
    Bounds,
    Slice,
}

impl Message {
    /// How many numbers the message has in it.
    fn numbers(self) -> usize {
        match self {
            Message::Text(_) => 0,
            Message::Bounds | Message::Slice => 2,
        }
    }
}

/// Metadata that instructions carry.
pub(super) struct Metadata {
    pub(super) range_kind: u32,
    pub(super) bool_range: Value,
    pub(super) char_range: Value,
    prof_kind: u32,
    /// Weights of a branch whose first way is the usual one, and of one whose second is.
    likely: Value,
    unlikely: Value,
}

impl Metadata {
    pub(super) fn new(basic: Basic) -> Metadata {
        // SAFETY: the context is alive; names and lengths belong together.
        let kind =
            |name: &str| unsafe { LLVMGetMDKindIDInContext(basic.context, name.as_ptr().cast(), name.len() as u32) };
        // SAFETY: context and nodes are alive; LLVM copies the array.
        let node = |parts: &[Value]| unsafe {
            let mut refs: Vec<_> = parts.iter().map(|p| LLVMValueAsMetadata(p.0)).collect();
            let node = LLVMMDNodeInContext2(basic.context, refs.as_mut_ptr(), refs.len());
            Value(LLVMMetadataAsValue(basic.context, node))
        };
        // SAFETY: as above.
        let weights = |first: u64, second: u64| unsafe {
            let name = LLVMMDStringInContext2(basic.context, c"branch_weights".as_ptr(), 14);
            let [first, second] = [first, second].map(|w| LLVMValueAsMetadata(basic.i32.int(w).0));
            let mut parts = [name, first, second];
            Value(LLVMMetadataAsValue(basic.context, LLVMMDNodeInContext2(basic.context, parts.as_mut_ptr(), 3)))
        };
        Metadata {
            range_kind: kind("range"),
            bool_range: node(&[basic.i8.int(0), basic.i8.int(2)]),
            char_range: node(&[basic.i32.int(0), basic.i32.int(0x11_0000)]),
            prof_kind: kind("prof"),
            likely: weights(USUAL, 1),
            unlikely: weights(1, USUAL),
        }
    }
}

/// How much likelier a check holds than not.
const USUAL: u64 = 1 << 20;

/// LLVM's intrinsic that computes a result and whether it overflowed.
pub(super) fn overflow_name(op: BinOp, signed: bool) -> &'static str {
    match (op, signed) {
        (BinOp::Add, true) => "llvm.sadd.with.overflow",
        (BinOp::Add, false) => "llvm.uadd.with.overflow",
        (BinOp::Sub, true) => "llvm.ssub.with.overflow",
        (BinOp::Sub, false) => "llvm.usub.with.overflow",
        (_, true) => "llvm.smul.with.overflow",
        (_, false) => "llvm.umul.with.overflow",
    }
}

impl<'a> Module<'a> {
    pub(super) fn private_constant(&mut self, value: Value, align: u64) -> Value {
        // SAFETY: module and value are alive; `global` is the global just made.
        unsafe {
            let global = LLVMAddGlobal(self.raw, value.ty().0, c"".as_ptr());
            LLVMSetInitializer(global, value.0);
            LLVMSetGlobalConstant(global, 1);
            LLVMSetLinkage(global, LLVMLinkage::LLVMPrivateLinkage);
            LLVMSetUnnamedAddress(global, inkwell::llvm_sys::LLVMUnnamedAddr::LLVMGlobalUnnamedAddr);
            LLVMSetAlignment(global, align as u32);
            Value(global)
        }
    }

    /// The address and the length of a text.
    fn text(&mut self, text: &'a str) -> [Value; 2] {
        let address = match self.texts.get(text) {
            Some(known) => *known,
            None => {
                let bytes = self.basic.const_bytes(text.as_bytes());
                let made = self.private_constant(bytes, 1);
                self.texts.insert(text, made);
                made
            }
        };
        [address, self.basic.usize_const(text.len() as u64)]
    }

    /// The cold function for a panic: takes the numbers of its message, then line and column.
    fn panic_fn(&mut self, panic: Panic) -> (Type, Value) {
        if let Some(known) = self.panics.get(&panic) {
            return *known;
        }
        let basic = self.basic;
        let numbers = panic.message.numbers();
        let mut params = vec![basic.usize; numbers];
        params.extend([basic.i32, basic.i32]);
        let ty = basic.void.function(&params, false);
        // SAFETY: module and type are alive; `value` is the function just made.
        let value = unsafe {
            let value = LLVMAddFunction(self.raw, c"vex.panic".as_ptr(), ty.0);
            LLVMSetLinkage(value, LLVMLinkage::LLVMInternalLinkage);
            Value(value)
        };
        let attrs = [self.attrs.noreturn, self.attrs.cold, self.attrs.noinline];
        for attr in self.common_attrs.iter().chain(&attrs) {
            value.add_attr(FUNCTION, *attr);
        }
        self.panic_body(panic, value, numbers);
        self.panics.insert(panic, (ty, value));
        (ty, value)
    }

    fn panic_body(&mut self, panic: Panic, value: Value, numbers: usize) {
        let basic = self.basic;
        let cx = self.cx;
        let file = panic.file.map_or("", |i| &cx.sources.files()[i].path);
        let mut args: Vec<Value> = match panic.message {
            Message::Text(text) => self.text(text).to_vec(),
            Message::Bounds | Message::Slice => (0..numbers as u32).map(|i| value.param(i)).collect(),
        };
        let mut params = match panic.message {
            Message::Text(_) => vec![basic.ptr, basic.usize],
            Message::Bounds | Message::Slice => vec![basic.usize; numbers],
        };
        args.extend(self.text(file));
        args.extend([value.param(numbers as u32), value.param(numbers as u32 + 1)]);
        params.extend([basic.ptr, basic.usize, basic.i32, basic.i32]);
        let name = match panic.message {
            Message::Text(_) => "__vex_panic",
            Message::Bounds => "__vex_panic_bounds",
            Message::Slice => "__vex_panic_slice",
        };
        let ty = basic.void.function(&params, false);
        let callee = self.runtime_fn(name, ty);
        let b = Builder::new(basic.context);
        b.at_end(value.append_block(basic.context));
        b.call(ty, callee, &args);
        b.unreachable();
    }
}

impl Emit<'_, '_> {
    /// Panics unless `cond` holds.
    pub(super) fn check(&mut self, cond: Operand, kind: CheckKind, span: Span) {
        let (message, numbers) = match kind {
            CheckKind::DivisionByZero => (Message::Text("attempt to divide by zero"), None),
            CheckKind::RemainderByZero => {
                (Message::Text("attempt to calculate the remainder with a divisor of zero"), None)
            }
            CheckKind::DivisionOverflow => (Message::Text("attempt to divide with overflow"), None),
            CheckKind::Shift => (Message::Text("attempt to shift with overflow"), None),
            CheckKind::NegOverflow => (Message::Text("attempt to negate with overflow"), None),
            CheckKind::Bounds(index, len) => (Message::Bounds, Some((index, len))),
            CheckKind::SliceOrder(lo, hi) => (Message::Slice, Some((lo, hi))),
        };
        let cond = self.scalar(cond);
        let numbers = numbers.map(|(a, b)| [self.scalar(a), self.scalar(b)]);
        self.panic_unless(cond, message, numbers, span);
    }

    /// Goes on in a new block if `cond` holds.
    fn panic_unless(&mut self, cond: Value, message: Message, numbers: Option<[Value; 2]>, span: Span) {
        let (fail, go_on) = self.split();
        let branch = self.b.cond_br(cond, go_on, fail);
        if self.m.optimising() {
            branch.set_metadata(self.m.metadata.prof_kind, self.m.metadata.likely);
        }
        self.b.at_end(fail);
        self.panic(message, numbers, span);
        self.b.at_end(go_on);
    }

    /// A block at the end of the function, out of the way, and one that follows at once.
    fn split(&mut self) -> (super::ll::Block, super::ll::Block) {
        (self.value.append_block(self.m.basic.context), self.b.new_block_after())
    }

    fn panic(&mut self, message: Message, numbers: Option<[Value; 2]>, span: Span) {
        let sources = &self.m.cx.sources;
        let file = sources.file_index(span);
        let at = file.map(|i| sources.files()[i].line_col(span.lo));
        let (ty, function) = self.m.panic_fn(Panic { message, file });
        let (line, col) = at.map_or((0, 0), |at| (at.line, at.col));
        let i32 = self.m.basic.i32;
        let mut args: Vec<Value> = numbers.into_iter().flatten().collect();
        args.extend([i32.int(line.into()), i32.int(col.into())]);
        self.b.call(ty, function, &args);
        self.b.unreachable();
    }

    /// Arithmetic that panics on overflow.
    pub(super) fn checked(&mut self, op: BinOp, a: Operand, b: Operand, span: Span) -> Value {
        let signed = self.m.types.signed(self.operand_ty(a));
        let (x, y) = (self.scalar(a), self.scalar(b));
        let message = match op {
            BinOp::Add => "attempt to add with overflow",
            BinOp::Sub => "attempt to subtract with overflow",
            BinOp::Mul => "attempt to multiply with overflow",
            // Only these three are checked by their result.
            _ => {
                self.m.bug(format!("checked arithmetic with the operator {op:?}"));
                return x;
            }
        };
        let ty = x.ty();
        let both = self.m.call_intrinsic(&self.b, overflow_name(op, signed), [Some(ty), None], &[x, y]);
        let (result, overflows) = (self.b.extract(both, 0), self.b.extract(both, 1));
        let (fail, go_on) = self.split();
        let branch = self.b.cond_br(overflows, fail, go_on);
        if self.m.optimising() {
            branch.set_metadata(self.m.metadata.prof_kind, self.m.metadata.unlikely);
        }
        self.b.at_end(fail);
        self.panic(Message::Text(message), None, span);
        self.b.at_end(go_on);
        result
    }
}
