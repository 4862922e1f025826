//! Flow, the IR shaped like a machine: functions as graphs of basic blocks over typed places.
//!
//! A [`Local`] is a variable in memory, or a value: assigned exactly once, before every use in the order of dominance, and
//! never addressed. What is not one machine value (see [`Types::is_scalar`]) or a pointer with a length is in memory.
//! Statements run in order; a [`Terminator`] ends each block. Nothing unwinds, so calls are statements.

pub mod dataflow;
mod defs;
mod drops;
pub mod edit;
pub mod interp;
pub mod moves;
pub mod print;
pub mod read;
mod runtime;
mod verify;
pub mod visit;

use crate::lang::{Ir, IrKind};
use crate::pool::{List, Pool};
use crate::span::Span;
use crate::symbol::Symbol;
use crate::tree::{InlineHint, LinkLib};
use crate::ty::{Args, GenericParam, Ty, Types};
use la_arena::{Arena, ArenaMap, Idx};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

pub use crate::intrinsic::Intrinsic;
pub use crate::tree::{BinOp, UnOp};
pub use defs::Defs;
pub use runtime::{CalledByCompiler, Runtime};
pub use verify::verify_flow;

pub type FnId = Idx<Function>;
pub type GlobalId = Idx<Global>;
pub type LocalId = Idx<Local>;
pub type BlockId = Idx<Block>;
pub type ConstId = Idx<Const>;
pub type CallId = Idx<Call>;

/// A whole program. From `monomorphise` on, it is what its roots reach; until then, everything is declared, and what nothing
/// mentions may lack its body.
#[derive(Default)]
pub struct Program {
    pub sigs: Sigs,
    /// Of the functions that are defined here.
    pub bodies: ArenaMap<FnId, Body>,
}

/// What a program consists of besides the bodies of its functions. Passes that see one body at a time share it.
#[derive(Default)]
pub struct Sigs {
    pub types: Arc<Types>,
    /// Functions, foreign ones included; from `monomorphise` on in order of first mention.
    pub fns: Arena<Function>,
    /// Statics, foreign ones included, and unnamed constants.
    pub globals: Arena<Global>,
    /// Conventions of functions and calls (from `abi-lower` on).
    pub abis: Vec<FnAbi>,
    /// Libraries in the order in which a linker needs them.
    pub libs: Vec<LinkLib>,
    /// Whether there are declarations that nothing needs: until `monomorphise`. They are left out of dumps.
    pub is_open: bool,
    /// The function that `main` is, if there is one.
    pub main: Option<FnId>,
    /// What traits are for types: until `monomorphise`.
    pub impls: Vec<Impl>,
    /// The method of the trait `Drop`, if there is one: until `monomorphise`.
    pub drop: Option<FnId>,
}

impl Ir for Program {
    const KIND: IrKind = IrKind::Flow;
}

impl Deref for Program {
    type Target = Sigs;
    fn deref(&self) -> &Sigs {
        &self.sigs
    }
}

impl DerefMut for Program {
    fn deref_mut(&mut self) -> &mut Sigs {
        &mut self.sigs
    }
}

impl Sigs {
    /// The types, to define some. They are not shared with a Tree then.
    pub fn types_mut(&mut self) -> &mut Types {
        Arc::get_mut(&mut self.types).expect("types are defined before they are shared")
    }

    /// What types of places depend on.
    pub fn place_types(&self) -> ProgramTypes<'_> {
        ProgramTypes { types: &self.types, globals: &self.globals }
    }
}

/// An implementation of a trait for a type, or for the types of a pattern.
#[derive(Clone, PartialEq, Debug)]
pub struct Impl {
    pub generics: Vec<GenericParam>,
    pub of: Symbol,
    /// The type, and the trait's own arguments.
    pub args: Args,
    /// What associated types are.
    pub types: Vec<(Symbol, Ty)>,
    /// A method of the trait, which takes `args` before its own arguments, and what it is here, which takes the arguments of the
    /// implementation before them.
    pub fns: Vec<(FnId, FnId)>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Linkage {
    /// Not visible outside the object.
    Internal,
    /// Defined here, visible.
    Export,
    /// Defined elsewhere.
    Import,
}

pub struct Function {
    /// The linker's name.
    pub symbol: Symbol,
    /// As source calls it, for diagnostics and debuggers.
    pub name: Symbol,
    /// What it takes. One that takes something and has no body is a method of a trait, which implementations have.
    pub generics: Vec<GenericParam>,
    /// A [`TyKind::Fn`](crate::ty::TyKind::Fn).
    pub ty: Ty,
    pub linkage: Linkage,
    pub span: Span,
    /// What the source asks for.
    pub inline: Option<InlineHint>,
    pub cold: bool,
    /// `#[no_intrinsic]`
    pub no_intrinsic: bool,
    /// The library that has it, of one that source does not declare.
    pub lib: Option<Symbol>,
    /// What is done; `None` until `inline-tag` has decided it.
    pub tag: Option<InlineTag>,
    /// Index in [`Sigs::abis`] (from `abi-lower` on).
    pub abi: Option<u32>,
}

/// The inlining decision for a function or call.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum InlineTag {
    #[default]
    None,
    Hint,
    Always,
    Never,
}

/// The code of a function. Block 0 is the entry.
#[derive(Clone, Default)]
pub struct Body {
    pub locals: Arena<Local>,
    pub blocks: Arena<Block>,
    pub consts: Arena<Const>,
    /// Those that no statement names any more mean nothing.
    pub calls: Arena<Call>,
    pub projs: Pool<Proj>,
    pub operands: Pool<Operand>,
    pub cases: Pool<(u128, BlockId)>,
    /// The locals that take the arguments, in order: values if scalar or fat, else memory.
    pub params: Vec<LocalId>,
    /// The local whose content is returned; `None` for `void` and `!`.
    pub ret: Option<LocalId>,
    /// Whether it moves or drops something.
    pub moves: bool,
    /// Lexical scopes, outermost first; for debuggers.
    pub scopes: Vec<Scope>,
}

/// A block of the source and the scope around it, as index in [`Body::scopes`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scope {
    pub parent: Option<u32>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Local {
    /// [`Symbol::EMPTY`] for temporaries.
    pub name: Symbol,
    pub ty: Ty,
    pub kind: LocalKind,
    pub span: Span,
    /// Index in [`Body::scopes`].
    pub scope: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LocalKind {
    /// Has an address; may be assigned often.
    Memory,
    /// Assigned once, has no address.
    Value,
}

#[derive(Clone, Debug)]
pub struct Block {
    pub stmts: Vec<Stmt>,
    pub term: Terminator,
    pub term_span: Span,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stmt {
    pub kind: StmtKind,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum StmtKind {
    Nop,
    /// Says what source does with a variable that it declared without a value, and does nothing. Its span is that of the name.
    /// Production `Mark` (until `check-insert`).
    Mark(Mark, LocalId),
    Assign(Place, Rvalue),
    /// A store that is volatile or may be unaligned.
    Store {
        place: Place,
        value: Operand,
        access: Access,
    },
    /// Makes an enum the variant with this number, whose fields have their values already: assigning to one of another variant may
    /// change them.
    SetVariant(Place, u32),
    /// Drops what a place has of its value: calls the drop function of its type ([`Sigs::drop_fn`]), then drops its parts in the order of
    /// their declaration. The place has no value afterwards. Production `Drop`: until what has to be dropped is found out.
    Drop(Place),
    Call(CallId),
    /// Panics with `kind` unless `cond` holds. Production `Check` (from `check-insert` on).
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

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Call {
    pub dest: Option<Place>,
    pub callee: Callee,
    pub args: List<Operand>,
    /// The function type by which it is called.
    pub ty: Ty,
    /// What is asked for at this call beyond what its callee says (from `inline-tag` on).
    pub tag: InlineTag,
    /// Index in [`Sigs::abis`] (from `abi-lower` on).
    pub abi: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Callee {
    Fn(FnId),
    /// A function with parameters, and what is given for them. Production `Open`.
    Apply(FnId, Args),
    Ptr(Operand),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Terminator {
    Goto(BlockId),
    Branch { cond: Operand, then: BlockId, els: BlockId },
    Switch { on: Operand, cases: List<(u128, BlockId)>, default: BlockId },
    Return,
    Unreachable,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    pub base: PlaceBase,
    pub projs: List<Proj>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlaceBase {
    Local(LocalId),
    Global(GlobalId),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Proj {
    /// Through a pointer or reference. A fat one leads to its first element: [`Proj::Index`] then follows.
    Deref,
    /// A field of a struct, union or tuple.
    Field(u32),
    /// A field of a variant of an enum, which must be that variant, or become it before the field is read.
    Payload { variant: u32, field: u32 },
    /// An element of an array, or of the slice behind a fat pointer.
    Index(Operand),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Operand {
    /// The content of a place.
    Copy(Place),
    /// The content of a place in a variable or behind one, which has no value afterwards. What nothing reads again is copied like anything else:
    /// only the interpreter and `move-check` tell it from a copy.
    Move(LocalId, List<Proj>),
    Const(ConstId),
}

impl Operand {
    /// What it reads.
    #[inline]
    pub fn place(self) -> Option<Place> {
        match self {
            Operand::Copy(place) => Some(place),
            Operand::Move(local, projs) => Some(Place { base: PlaceBase::Local(local), projs }),
            Operand::Const(_) => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
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
    /// `+ - * / % << >>` on integers as source writes them. Production `Arith`: until `check-insert`, which decides what
    /// is checked and makes a [`Rvalue::Checked`] or [`Rvalue::Binary`] of it.
    Arith(BinOp, Operand, Operand),
    /// `-a` on signed integers as source writes it. Production `Arith`, too.
    ArithNeg(Operand),
    /// Arithmetic that panics on overflow: `+`, `-`, `*`. Production `Checked` (from `check-insert` on).
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
    /// The same, of as many elements as the array has that it goes to. Production `Open`.
    Fill(Operand),
    /// The value, hidden from the optimiser.
    BlackBox(Operand),
    Intrinsic {
        op: Intrinsic,
        args: List<Operand>,
    },
}

// Bodies are made of many of these.
const _: () = assert!(
    size_of::<Operand>() == 16 && size_of::<Proj>() == 16 && size_of::<Stmt>() == 64 && size_of::<Call>() == 56
);
const _: () = assert!(size_of::<Const>() == 48);

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

/// A value and its type, in Flow.
#[derive(Clone, PartialEq, Debug)]
pub struct Const {
    pub ty: Ty,
    pub kind: ConstKind,
}

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
    Union {
        field: u32,
        value: Box<Const>,
    },
    Repeat(Box<Const>, u64),
    /// Bytes of an array of `u8`.
    Bytes(Box<[u8]>),
    Fn(FnId),
    /// A function with parameters, and what is given for them. Production `Open`.
    Apply(FnId, Args),
    /// A number that a type has. Production `Open`.
    Measure(Measure, Ty),
    /// An address: so many bytes behind the start of what it leads to.
    Addr(Pointee, u64),
    /// A fat pointer: an address as above, and a length.
    Slice(Pointee, u64, u64),
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

/// Memory that a constant leads to.
#[derive(Clone, Debug)]
pub enum Pointee {
    Global(GlobalId),
    /// Memory that has this value from the start, and no name: text, what a constant refers to. All that share it have the same
    /// address; it can be written to if the type of a pointer to it says so. Production `Symbolic`: until `monomorphise`, which
    /// makes globals of it.
    Const(Arc<Const>),
}

impl PartialEq for Pointee {
    fn eq(&self, other: &Pointee) -> bool {
        match (self, other) {
            (Pointee::Global(a), Pointee::Global(b)) => a == b,
            // What is shared is looked at once: it may share parts in its turn.
            (Pointee::Const(a), Pointee::Const(b)) => Arc::ptr_eq(a, b) || a == b,
            (Pointee::Global(_), Pointee::Const(_)) | (Pointee::Const(_), Pointee::Global(_)) => false,
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
    let to = Pointee::Const(Arc::new(Const { ty: array, kind: ConstKind::Bytes(content.into()) }));
    let kind = if types.is_fat(ty) { ConstKind::Slice(to, 0, len) } else { ConstKind::Addr(to, 0) };
    Const { ty, kind }
}

pub struct Global {
    pub symbol: Symbol,
    pub name: Symbol,
    pub ty: Ty,
    pub linkage: Linkage,
    /// Whether the program may write to it.
    pub mutable: bool,
    /// `None` for imports.
    pub init: Option<Const>,
    pub span: Span,
    /// Unnamed: merged with others of the same content.
    pub unnamed: bool,
    /// Every thread has its own, so its address is no constant.
    pub thread_local: bool,
}

/// How a function is called: what `abi-lower` found for a function type on the target.
#[derive(Clone, PartialEq, Debug)]
pub struct FnAbi {
    pub params: Vec<ArgAbi>,
    pub ret: ArgAbi,
    pub variadic: bool,
    pub conv: MachineConv,
}

/// The calling convention as LLVM numbers it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MachineConv {
    C,
    /// Between Vex functions that nobody else sees.
    Fast,
    X86Stdcall,
    X8664SysV,
    Win64,
}

/// How one argument, or the result, is passed.
#[derive(Clone, PartialEq, Debug)]
pub enum ArgAbi {
    /// `void`, empty structs
    Ignore,
    /// As itself: a scalar, with an extension.
    Direct(Ext),
    /// A pointer with a length: two arguments.
    Pair,
    /// As one or more register-sized pieces.
    Cast(Vec<Reg>),
    /// In memory: by pointer to a copy the caller made; as result, `sret`.
    Indirect { align: u64, by_val: bool },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ext {
    None,
    Sign,
    Zero,
}

/// A piece of an aggregate in registers, and its offset there in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reg {
    pub kind: RegKind,
    pub offset: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegKind {
    /// An integer of so many bits, at most 64 (128 where the target has such).
    Int(u32),
    Ptr,
    F32,
    F64,
    /// A vector of so many `float`.
    F32Vec(u32),
    /// `n` of an inner kind, as an LLVM array: homogeneous aggregates, `[2 x i64]`.
    Array(ArrayOf, u32),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArrayOf {
    I64,
    F32,
    F64,
}

impl Global {
    /// A global of which nothing but its symbol and type is known, defined elsewhere.
    pub fn new(symbol: Symbol, ty: Ty) -> Global {
        Global {
            symbol,
            name: symbol,
            ty,
            linkage: Linkage::Import,
            mutable: false,
            init: None,
            span: Span::NONE,
            unnamed: false,
            thread_local: false,
        }
    }
}

impl Function {
    /// A function of which nothing but its symbol and type is known, defined elsewhere.
    pub fn new(symbol: Symbol, ty: Ty) -> Function {
        Function {
            symbol,
            name: symbol,
            generics: Vec::new(),
            ty,
            linkage: Linkage::Import,
            span: Span::NONE,
            inline: None,
            cold: false,
            no_intrinsic: false,
            lib: None,
            tag: None,
            abi: None,
        }
    }

    /// Whether it is defined elsewhere: it has no body.
    pub fn is_import(&self) -> bool {
        self.linkage == Linkage::Import
    }
}

impl Body {
    pub fn new_block(&mut self) -> BlockId {
        self.blocks.alloc(Block { stmts: Vec::new(), term: Terminator::Unreachable, term_span: Span::NONE })
    }

    pub fn entry(&self) -> BlockId {
        Idx::from_raw(0.into())
    }

    /// The type of a place.
    pub fn place_ty(&self, program: &ProgramTypes<'_>, place: Place) -> Ty {
        let mut ty = match place.base {
            PlaceBase::Local(id) => self.locals[id].ty,
            PlaceBase::Global(id) => program.globals[id].ty,
        };
        for proj in &self.projs[place.projs] {
            ty = project(program.types, ty, *proj);
        }
        ty
    }

    pub fn operand_ty(&self, program: &ProgramTypes<'_>, operand: Operand) -> Ty {
        match operand {
            Operand::Const(id) => self.consts[id].ty,
            Operand::Copy(place) => self.place_ty(program, place),
            Operand::Move(local, projs) => self.place_ty(program, Place { base: PlaceBase::Local(local), projs }),
        }
    }

    pub fn place(&mut self, local: LocalId) -> Place {
        Place { base: PlaceBase::Local(local), projs: List::default() }
    }
}

/// What the type of a place depends on besides the function.
#[derive(Clone, Copy)]
pub struct ProgramTypes<'a> {
    pub types: &'a Types,
    pub globals: &'a Arena<Global>,
}

/// The type that a projection leads to. Slices and arrays lead to their element.
pub fn project(types: &Types, ty: Ty, proj: Proj) -> Ty {
    use crate::ty::TyKind;
    match (proj, types.kind(ty)) {
        (Proj::Deref, TyKind::Ptr(_, to) | TyKind::Ref(_, to)) => *to,
        (Proj::Field(i), TyKind::Tuple(fields)) => fields.get(i as usize).copied().unwrap_or(Ty::ERROR),
        (Proj::Field(i), TyKind::Apply(id, args)) => {
            types.fields_with(*id, *args).nth(i as usize).map_or(Ty::ERROR, |f| f.ty)
        }
        (Proj::Field(i), TyKind::Adt(id)) => types.adts[*id].fields().get(i as usize).map_or(Ty::ERROR, |f| f.ty),
        (Proj::Payload { variant, field }, _) => types.variant_field(ty, variant, field).unwrap_or(Ty::ERROR),
        (Proj::Index(_), TyKind::Array(of, _) | TyKind::OpenArray(of, _) | TyKind::Slice(of)) => *of,
        (Proj::Index(_), TyKind::Str) => Ty::U8,
        // Ill-typed: the verifier reports it.
        _ => Ty::ERROR,
    }
}
