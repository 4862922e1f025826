//! Flow, the IR shaped like a machine: functions as graphs of basic blocks over typed places.
//!
//! A [`Local`] is a variable in memory, or a value: assigned exactly once, before every use in the order of dominance, and
//! never addressed. What is not one machine value (see [`Types::is_scalar`]) or a pointer with a length is in memory.
//! Statements run in order; a [`Terminator`] ends each block. Nothing unwinds, so calls are statements.

pub mod close;
pub mod dataflow;
mod defs;
mod drops;
pub mod edit;
pub mod interp;
mod konst;
pub mod moves;
mod nodes;
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
pub use konst::*;
pub use nodes::*;
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

impl Impl {
    /// What its parameters are, if it is for the types that `args` begin with.
    pub fn bound(&self, types: &Types, args: &[Ty]) -> Option<Vec<Ty>> {
        let patterns = types.args(self.args);
        let mut bound = vec![None; self.generics.len()];
        let is_for = args.len() >= patterns.len()
            && patterns.iter().zip(args).all(|(pattern, ty)| types.matches(*pattern, *ty, &mut bound));
        is_for.then(|| bound.into_iter().map(|ty| ty.unwrap_or(Ty::ERROR)).collect())
    }

    /// What a method of its trait takes here: what its parameters are, then the method's own.
    pub fn method_args(&self, types: &Types, args: &[Ty]) -> Option<Vec<Ty>> {
        let mut bound = self.bound(types, args)?;
        bound.extend(args.get(types.args(self.args).len()..).unwrap_or(&[]));
        Some(bound)
    }
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
    /// Associated types, and what bounds say that they are: types of fields mention them.
    pub known: Vec<(Ty, Ty)>,
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
    /// only the interpreter, `move-check` and `drop-elaborate` tell it from a copy.
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
            ty = self.project(program.types, ty, *proj);
        }
        ty
    }

    /// The type of a part of a place.
    pub fn project(&self, types: &Types, ty: Ty, proj: Proj) -> Ty {
        let part = project(types, ty, proj);
        if self.known.is_empty() {
            return part;
        }
        types.with_known(part, &|assoc| self.known.iter().find(|(known, _)| *known == assoc).map(|(_, is)| *is))
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
