//! Interprets Flow: any between `flow-build` and `abi-lower`, on the target's terms, wherever it runs.
//!
//! A [`Machine`] calls functions of a program. It does what the target would, bit for bit: integers, floating-point numbers
//! (see `num.rs` for NaNs), the layout of memory. What the target leaves undefined is an error instead, and so is what it would
//! make of a panic: an [`Error`] is data, with the place where it happened and the calls that led there. Nothing here reports
//! anything.
//!
//! - Arithmetic that is not decided yet ([`Rvalue::Arith`](super::Rvalue::Arith)) panics on overflow, unless
//!   [`Options::overflow_checks`] is off. Indexes are checked, whether a check stands before them or not.
//! - Memory consists of objects at addresses that are never used twice. Reading what is unset, accesses out of bounds,
//!   behind the end of an object's life, or at addresses that are not aligned are errors. The variables of a function end with
//!   the call.
//! - What is moved or dropped has no value afterwards: using it is an error. A drop calls the drop function of a type, then drops its parts,
//!   and does nothing where there is no value any more, so that it need not be known beforehand which drops have to be done. What
//!   takes no room cannot say so, and is always dropped.
//! - Foreign functions, foreign statics and what the libraries of host and target compute differently (`sin`) are the [`Host`]'s.
//!   [`Constants`] refuses them all.
//! - Functions and types with parameters are refused, with their arguments too: `monomorphise` makes the instances that are executed.
//!   A value that depends on a parameter is computed for each instance.
//! - Steps, memory and depth of calls have [`Limits`]. The machine's stack is its own.
//!
//! A function is translated when it is called for the first time (`decode`); what runs is its [`code`].

mod code;
mod decode;
mod held;
mod memory;
mod num;
mod readback;
mod run;
mod shape;
#[cfg(test)]
mod tests;

pub use memory::{Memory, Origin};
pub use run::Machine;

use super::{BinOp, FnId, Function, Global, GlobalId, Intrinsic};
use crate::layout::LayoutError;
use crate::span::Span;
use crate::ty::{FloatTy, Ty};

/// How much a machine may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Statements and ends of blocks; large copies count as several.
    pub steps: u64,
    /// Bytes of memory at a time, with what keeping them takes.
    pub memory: u64,
    /// Calls inside of each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { steps: 100_000_000, memory: 1 << 30, depth: 100_000 }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// Whether arithmetic that is not decided yet panics on overflow. Division by zero always does.
    pub overflow_checks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { overflow_checks: true }
    }
}

/// A value that goes into the machine or comes out of it.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Integers, `bool`, `char`, floating-point numbers, pointers: their bits, zero above their width.
    Scalar(u128),
    /// A pointer with a length.
    Fat { address: u64, len: u64 },
    /// An aggregate.
    Bytes(Bytes),
}

/// The bytes of an aggregate, each with what it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Bytes {
    bytes: Vec<u8>,
    marks: Vec<u8>,
}

impl Bytes {
    /// Bytes that are data.
    pub fn data(bytes: Vec<u8>) -> Bytes {
        Bytes { marks: vec![memory::DATA; bytes.len()], bytes }
    }

    /// By byte: its value, unless it is unset.
    pub fn iter(&self) -> impl Iterator<Item = Option<u8>> {
        self.bytes.iter().zip(&self.marks).map(|(byte, mark)| (!memory::is_unset(*mark)).then_some(*byte))
    }

    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl Value {
    /// The bits of a scalar.
    pub fn as_scalar(&self) -> Option<u128> {
        match self {
            Value::Scalar(bits) => Some(*bits),
            Value::Fat { .. } | Value::Bytes(_) => None,
        }
    }
}

/// Why the machine stopped.
#[derive(Clone, PartialEq, Debug)]
pub struct Error {
    pub kind: ErrorKind,
    /// The statement.
    pub span: Span,
    /// The functions that were being executed, innermost first, and in each the statement that it was at.
    pub calls: Vec<(FnId, Span)>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ErrorKind {
    /// The program panics.
    Panic(Panic),
    /// An access to memory, or to a value that is none.
    Fault(Fault),
    /// What the IR leaves undefined, as a clause.
    Undefined(&'static str),
    /// `unreachable` was reached.
    Unreachable,
    /// A type is larger than any memory, or has no layout.
    Layout(LayoutError),
    StepLimit,
    MemoryLimit,
    DepthLimit,
    /// A foreign function was called, and why that is not possible.
    Foreign(FnId, String),
    /// The content of a foreign static was asked for, or that of any one where addresses are no numbers: constants are computed
    /// before there are statics.
    ForeignStatic(GlobalId),
    /// An operation whose result depends on where it is computed.
    HostDependent(Intrinsic),
    /// A function is called that the program does not have yet.
    NotBuilt(FnId),
    /// The address of a static of which every thread has its own.
    ThreadLocal(GlobalId),
    /// A call through something that is no function.
    NotFunction,
    /// A function was called by another type than its own.
    Signature(FnId),
    /// The program ended itself with this status.
    Exit(i32),
    /// The host says why it goes no further.
    Host(String),
    /// The IR breaks a law that the verifier knows.
    Malformed(&'static str),
}

/// What has parameters, or is given for some, is executed as the instance that `monomorphise` makes of it.
const OPEN: ErrorKind = ErrorKind::Malformed("something has parameters, and no instance of it is there");

/// The number where an enum says which variant it is stands for none.
const NO_VARIANT: ErrorKind = ErrorKind::Undefined("an enum has a variant that does not exist");

/// What panics say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panic {
    /// `+ - *`, or `None`: `-`.
    Overflow(Option<BinOp>),
    DivisionByZero,
    RemainderByZero,
    DivisionOverflow,
    Shift,
    Bounds {
        index: u64,
        len: u64,
    },
    SliceOrder {
        lo: u64,
        hi: u64,
    },
}

impl Panic {
    /// The message, as a compiled program prints it.
    pub fn text(self) -> String {
        match self {
            Panic::Overflow(Some(BinOp::Add)) => "attempt to add with overflow".into(),
            Panic::Overflow(Some(BinOp::Sub)) => "attempt to subtract with overflow".into(),
            Panic::Overflow(Some(_)) => "attempt to multiply with overflow".into(),
            Panic::Overflow(None) => "attempt to negate with overflow".into(),
            Panic::DivisionByZero => "attempt to divide by zero".into(),
            Panic::RemainderByZero => "attempt to calculate the remainder with a divisor of zero".into(),
            Panic::DivisionOverflow => "attempt to divide with overflow".into(),
            Panic::Shift => "attempt to shift with overflow".into(),
            Panic::Bounds { index, len } => format!("index out of bounds: the len is {len} but the index is {index}"),
            Panic::SliceOrder { lo, hi } => format!("slice index starts at {lo} but ends at {hi}"),
        }
    }
}

/// What is wrong with an access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    Null,
    /// No object was ever there.
    Nowhere,
    OutOfBounds,
    /// The object does not exist any more.
    Dangling,
    Misaligned,
    /// What is read was never written.
    Unset,
    /// What is read was moved away, or dropped.
    Gone,
    ReadOnly,
    NotBool(u8),
    NotChar(u32),
    /// `memcpy` of what overlaps.
    Overlap,
    /// What is released was not allocated.
    NotAllocated,
    /// The program will have another number there.
    AddressAsNumber,
}

impl From<Fault> for ErrorKind {
    fn from(fault: Fault) -> ErrorKind {
        ErrorKind::Fault(fault)
    }
}

impl ErrorKind {
    /// The reason, as a clause: what an error about a constant says. Functions and statics are named by who knows their names.
    pub fn text(&self) -> String {
        match self {
            ErrorKind::Panic(panic) => panic.text(),
            ErrorKind::Fault(fault) => fault.text().into(),
            ErrorKind::Undefined(what) | ErrorKind::Malformed(what) => (*what).into(),
            ErrorKind::Unreachable => "code that is said to be unreachable is reached".into(),
            ErrorKind::Layout(_) => "a value is larger than any memory".into(),
            ErrorKind::StepLimit => "this takes too many steps".into(),
            ErrorKind::MemoryLimit => "this takes too much memory".into(),
            ErrorKind::DepthLimit => "calls are nested too deeply".into(),
            ErrorKind::Foreign(_, reason) | ErrorKind::Host(reason) => reason.clone(),
            ErrorKind::ForeignStatic(_) => "what a static holds is known only when the program runs".into(),
            ErrorKind::HostDependent(op) => format!("what `{}` gives depends on the library of the target", op.text()),
            ErrorKind::NotBuilt(_) => "a function is called that is not there".into(),
            ErrorKind::ThreadLocal(_) => "every thread has another address of a thread-local static".into(),
            ErrorKind::NotFunction => "a pointer that is called leads to no function".into(),
            ErrorKind::Signature(_) => "a function is called by another type than its own".into(),
            ErrorKind::Exit(status) => format!("the program ends with status {status}"),
        }
    }
}

impl Fault {
    pub fn text(self) -> &'static str {
        match self {
            Fault::Null => "a null pointer is dereferenced",
            Fault::Nowhere => "a pointer is dereferenced that leads to no object",
            Fault::OutOfBounds => "an access is out of the bounds of its object",
            Fault::Dangling => "a pointer is dereferenced whose object does not exist any more",
            Fault::Misaligned => "a pointer is dereferenced that is not aligned for its type",
            Fault::Unset => "a value is read that was never written",
            Fault::Gone => "a value is used after it was moved or dropped",
            Fault::ReadOnly => "something immutable is written to",
            Fault::NotBool(_) => "a value is neither `true` nor `false`",
            Fault::NotChar(_) => "a value is no Unicode scalar value",
            Fault::Overlap => "`memcpy` copies between places that overlap",
            Fault::NotAllocated => "memory is released that was not allocated",
            Fault::AddressAsNumber => "an address is no number before the program is linked",
        }
    }
}

/// A call that a [`Host`] is to answer.
pub struct HostCall<'a> {
    pub id: FnId,
    pub function: &'a Function,
    /// With their types: a variadic function learns what it gets from here.
    pub args: &'a [(Ty, Value)],
    pub returns: Ty,
    /// Of the call.
    pub span: Span,
}

/// What a host does with a call.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// The result; `None` where there is none.
    Return(Option<Value>),
    /// To call the function at an address first. Its result is handed to [`Host::resume`].
    Call { address: u64, args: Vec<Value> },
}

/// What the world outside of the program is made of.
pub trait Host {
    /// Calls a foreign function, or one that the host [intercepts](Self::intercepts).
    fn call(&mut self, memory: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind>;

    /// Goes on with a call that was answered with [`Answer::Call`].
    fn resume(&mut self, memory: &mut Memory<'_>, result: Option<Value>) -> Result<Answer, ErrorKind> {
        let _ = (memory, result);
        Ok(Answer::Return(None))
    }

    /// Whether the host is asked instead of a function that the program has.
    fn intercepts(&mut self, function: &Function) -> bool {
        let _ = function;
        false
    }

    /// What a foreign static starts with.
    fn foreign_static(&mut self, memory: &mut Memory<'_>, global: &Global) -> Option<Vec<u8>> {
        let _ = (memory, global);
        None
    }

    /// A function whose last bits are the library's: arguments and result as bits.
    fn float(&mut self, op: Intrinsic, ty: FloatTy, args: &[u64]) -> Option<u64> {
        let _ = (op, ty, args);
        None
    }

    /// Whether addresses are numbers like others, which programs can print, order and compute with. Otherwise whatever depends on
    /// one is an error.
    fn addresses_are_numbers(&self) -> bool {
        true
    }
}

/// The host of constants: there is nothing outside, and addresses are not known.
pub struct Constants;

impl Host for Constants {
    fn call(&mut self, _: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        Err(ErrorKind::Foreign(call.id, "foreign functions can be called only when the program runs".into()))
    }

    fn addresses_are_numbers(&self) -> bool {
        false
    }
}
