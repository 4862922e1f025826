//! Semantic types, interned: a [`Ty`] is four bytes and equal types have equal ones.

use crate::span::Span;
use crate::symbol::Symbol;
use la_arena::{Arena, Idx};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

mod assoc;
mod drops;
mod generic;
mod show;
mod sum;

pub use assoc::{AssocRule, Head};
pub use generic::{Args, Copied, GenericParam, Held, Number};
pub use sum::{Encoding, Niche, SumLayout, Tag, Validity};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mutability {
    Const,
    Mut,
}

/// Size and alignment in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    pub size: u64,
    pub align: u64,
}

impl Layout {
    pub(crate) const fn scalar(size: u64) -> Layout {
        Layout { size, align: size }
    }
}

/// An interned type. The built-in ones have fixed numbers; those of others depend on which thread met them first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ty(u32);

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum IntTy {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FloatTy {
    F32,
    F64,
}

impl IntTy {
    pub const ALL: [IntTy; 12] = [
        IntTy::I8,
        IntTy::I16,
        IntTy::I32,
        IntTy::I64,
        IntTy::I128,
        IntTy::Isize,
        IntTy::U8,
        IntTy::U16,
        IntTy::U32,
        IntTy::U64,
        IntTy::U128,
        IntTy::Usize,
    ];

    pub fn name(self) -> &'static str {
        match self {
            IntTy::I8 => "i8",
            IntTy::I16 => "i16",
            IntTy::I32 => "i32",
            IntTy::I64 => "i64",
            IntTy::I128 => "i128",
            IntTy::Isize => "isize",
            IntTy::U8 => "u8",
            IntTy::U16 => "u16",
            IntTy::U32 => "u32",
            IntTy::U64 => "u64",
            IntTy::U128 => "u128",
            IntTy::Usize => "usize",
        }
    }

    pub fn from_name(name: &str) -> Option<IntTy> {
        IntTy::ALL.into_iter().find(|i| i.name() == name).or((name == "byte").then_some(IntTy::U8))
    }

    pub fn signed(self) -> bool {
        matches!(self, IntTy::I8 | IntTy::I16 | IntTy::I32 | IntTy::I64 | IntTy::I128 | IntTy::Isize)
    }

    /// Width in bits where pointers have `pointer_bits`.
    pub fn bits(self, pointer_bits: u32) -> u32 {
        match self {
            IntTy::I8 | IntTy::U8 => 8,
            IntTy::I16 | IntTy::U16 => 16,
            IntTy::I32 | IntTy::U32 => 32,
            IntTy::I64 | IntTy::U64 => 64,
            IntTy::I128 | IntTy::U128 => 128,
            IntTy::Isize | IntTy::Usize => pointer_bits,
        }
    }

    /// Whether every value of `self` is one of `to`, on every supported target (pointers have 32 or 64 bits). Besides,
    /// `usize` goes to `u64` and `isize` to `i64`.
    pub fn widens_to(self, to: IntTy) -> bool {
        if self == to {
            return true;
        }
        let (most, least) = (self.bits(64), to.bits(32));
        match (self.signed(), to.signed()) {
            (false, false) | (true, true) => most <= least,
            (false, true) => most < least,
            (true, false) => false,
        }
    }
}

impl FloatTy {
    pub fn name(self) -> &'static str {
        match self {
            FloatTy::F32 => "f32",
            FloatTy::F64 => "f64",
        }
    }
    pub fn bits(self) -> u32 {
        match self {
            FloatTy::F32 => 32,
            FloatTy::F64 => 64,
        }
    }
}

impl Ty {
    /// Already reported, or not known: every check is silent about it.
    pub const ERROR: Ty = Ty(0);
    pub const VOID: Ty = Ty(1);
    pub const NEVER: Ty = Ty(2);
    pub const BOOL: Ty = Ty(3);
    pub const CHAR: Ty = Ty(4);
    pub const F32: Ty = Ty(5);
    pub const F64: Ty = Ty(6);
    /// `str`: only behind a reference.
    pub const STR: Ty = Ty(7);
    /// The integer types follow in the order of [`IntTy::ALL`].
    const FIRST_INT: u32 = 8;
    pub const I8: Ty = Ty::int(IntTy::I8);
    pub const I16: Ty = Ty::int(IntTy::I16);
    pub const I32: Ty = Ty::int(IntTy::I32);
    pub const I64: Ty = Ty::int(IntTy::I64);
    pub const ISIZE: Ty = Ty::int(IntTy::Isize);
    pub const U8: Ty = Ty::int(IntTy::U8);
    pub const U32: Ty = Ty::int(IntTy::U32);
    pub const U64: Ty = Ty::int(IntTy::U64);
    pub const USIZE: Ty = Ty::int(IntTy::Usize);
    /// `&str`
    pub const REF_STR: Ty = Ty(Self::FIRST_INT + 12);
    /// `*u8`
    pub const PTR_U8: Ty = Ty(Self::FIRST_INT + 13);
    /// `*void`
    pub const PTR_VOID: Ty = Ty(Self::FIRST_INT + 14);
    /// `*mut void`
    pub const MUT_VOID: Ty = Ty(Self::FIRST_INT + 15);
    /// The type of `null` before a use decides it.
    pub const NULL: Ty = Ty(Self::FIRST_INT + 16);
    /// What a type expression with `_` means before `type-check` finds what stands for that.
    pub const HOLE: Ty = Ty(u32::MAX - 1);
    /// No type at all: what a table of types holds where nothing was computed yet.
    pub const UNKNOWN: Ty = Ty(u32::MAX);

    pub const fn int(int: IntTy) -> Ty {
        Ty(Self::FIRST_INT + int as u32)
    }

    pub const fn float(float: FloatTy) -> Ty {
        match float {
            FloatTy::F32 => Ty::F32,
            FloatTy::F64 => Ty::F64,
        }
    }

    pub fn as_int(self) -> Option<IntTy> {
        IntTy::ALL.get(self.0.wrapping_sub(Self::FIRST_INT) as usize).copied()
    }

    pub fn as_float(self) -> Option<FloatTy> {
        match self {
            Ty::F32 => Some(FloatTy::F32),
            Ty::F64 => Some(FloatTy::F64),
            _ => None,
        }
    }

    /// Position in tables that have an entry for each interned type.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The type at a position.
    pub fn from_index(index: usize) -> Ty {
        Ty(index as u32)
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TyKind {
    Error,
    Void,
    Never,
    Bool,
    Char,
    Int(IntTy),
    Float(FloatTy),
    Str,
    Null,
    Ptr(Mutability, Ty),
    Ref(Mutability, Ty),
    /// `[T]`: only behind a reference.
    Slice(Ty),
    Array(Ty, u64),
    Tuple(Box<[Ty]>),
    Adt(AdtId),
    Fn(Box<FnSig>),
    /// A parameter of the definition around: its position and its name. It and what follows is until `monomorphise`.
    Param(u32, Symbol),
    /// A definition with parameters, and what is given for them.
    Apply(AdtId, Args),
    /// `<T as Trait>::Name`: the trait, the name, and the type with the trait's own arguments behind it.
    Assoc(Symbol, Symbol, Args),
    /// An array whose length is a parameter. With a [`TyKind::Number`] it is an array ([`Types::array_of`]).
    OpenArray(Ty, Ty),
    /// A number as an argument.
    Number(Box<Number>),
}

impl TyKind {
    /// Calls `f` with the types it is made of.
    pub fn parts(&self, f: &mut dyn FnMut(Ty)) {
        match self {
            TyKind::Error
            | TyKind::Void
            | TyKind::Never
            | TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Null
            | TyKind::Adt(_)
            | TyKind::Param(..)
            | TyKind::Number(_) => {}
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) | TyKind::Slice(to) | TyKind::Array(to, _) => f(*to),
            TyKind::Tuple(parts) => parts.iter().for_each(|p| f(*p)),
            TyKind::Fn(sig) => {
                sig.params.iter().for_each(|p| f(*p));
                f(sig.ret);
            }
            TyKind::Apply(_, args) | TyKind::Assoc(_, _, args) => f(args.list()),
            TyKind::OpenArray(of, len) => {
                f(*of);
                f(*len);
            }
        }
    }
}

/// A function's type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FnSig {
    pub params: Vec<Ty>,
    pub ret: Ty,
    pub conv: Conv,
    pub variadic: bool,
    pub is_unsafe: bool,
}

/// A calling convention.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Conv {
    /// Between Vex functions: the compiler's own choice.
    Vex,
    /// The target's C convention.
    C,
    /// stdcall on 32-bit Windows, else C.
    System,
    /// The runtime's own functions: C, and never unwinds.
    Runtime,
    Sysv64,
    Win64,
}

impl Conv {
    pub const NAMES: [(&str, Conv); 5] = [
        ("C", Conv::C),
        ("system", Conv::System),
        ("runtime", Conv::Runtime),
        ("sysv64", Conv::Sysv64),
        ("win64", Conv::Win64),
    ];

    pub fn from_name(name: &str) -> Option<Conv> {
        Conv::NAMES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c)
    }

    pub fn name(self) -> Option<&'static str> {
        Conv::NAMES.iter().find(|(_, c)| *c == self).map(|(n, _)| *n)
    }
}

pub type AdtId = Idx<AdtDef>;

/// A struct, union, enum or incomplete type.
#[derive(Clone, PartialEq, Debug)]
pub struct AdtDef {
    /// Unique in the program: `Point`, or `m::Point` outside the root module.
    pub name: Symbol,
    pub span: Span,
    /// What it takes: then it is no type itself, but [`TyKind::Apply`] is.
    pub generics: Vec<GenericParam>,
    pub kind: AdtKind,
    /// `repr(packed(N))`
    pub packed: Option<u32>,
    /// `repr(align(N))`
    pub align: Option<u32>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AdtKind {
    Struct(Vec<AdtField>),
    Union(Vec<AdtField>),
    /// A C-like enum: its integer type, its variants and their discriminants.
    Enum {
        repr: IntTy,
        variants: Vec<(Symbol, i128)>,
    },
    /// An enum whose variants may have fields, in order: each is its own number. Its layout is the compiler's.
    Sum(Vec<Variant>),
    Opaque,
    /// Named, fields not known yet: only while `sig-check` runs.
    Pending,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AdtField {
    pub name: Symbol,
    pub ty: Ty,
    pub span: Span,
}

/// A variant of an enum, with its fields.
#[derive(Clone, PartialEq, Debug)]
pub struct Variant {
    pub name: Symbol,
    pub span: Span,
    pub fields: Vec<AdtField>,
}

impl AdtKind {
    /// Calls `f` with every field, those of variants included.
    pub fn fields_mut(&mut self, f: &mut dyn FnMut(&mut AdtField)) {
        match self {
            AdtKind::Struct(fields) | AdtKind::Union(fields) => fields.iter_mut().for_each(f),
            AdtKind::Sum(variants) => variants.iter_mut().flat_map(|variant| &mut variant.fields).for_each(f),
            AdtKind::Enum { .. } | AdtKind::Opaque | AdtKind::Pending => {}
        }
    }
}

impl AdtDef {
    /// The fields of a struct or union. Those of an enum are its variants'.
    pub fn fields(&self) -> &[AdtField] {
        match &self.kind {
            AdtKind::Struct(fields) | AdtKind::Union(fields) => fields,
            AdtKind::Enum { .. } | AdtKind::Sum(_) | AdtKind::Opaque | AdtKind::Pending => &[],
        }
    }

    /// The variants of an enum whose variants may have fields.
    pub fn variants(&self) -> &[Variant] {
        match &self.kind {
            AdtKind::Sum(variants) => variants,
            AdtKind::Struct(_) | AdtKind::Union(_) | AdtKind::Enum { .. } | AdtKind::Opaque | AdtKind::Pending => &[],
        }
    }

    /// Whether it is an enum whose variants may have fields.
    pub fn is_sum(&self) -> bool {
        matches!(self.kind, AdtKind::Sum(_))
    }

    /// All fields, those of variants one after another.
    pub fn all_fields(&self) -> impl Iterator<Item = &AdtField> {
        self.fields().iter().chain(self.variants().iter().flat_map(|variant| &variant.fields))
    }
}

/// The interner of types, and the definitions they name. Shared by threads: types are added and never removed. One `Types`
/// is used with one target.
pub struct Types {
    entries: boxcar::Vec<Entry>,
    map: Mutex<FxHashMap<TyKind, Ty>>,
    pub adts: Arena<AdtDef>,
    /// Where the fields of large structs stand, as far as they were asked for.
    positions: Mutex<FxHashMap<(Ty, Symbol), u32>>,
    /// Whether there is a type that `monomorphise` replaces.
    has_generic: AtomicBool,
    /// Whether there is an associated type of what is not known.
    has_assoc: AtomicBool,
    /// Of enums whose variants have fields.
    known: sum::Known,
    /// Of associated types.
    assoc: assoc::Known,
    /// Those that have a drop function.
    dropped: FxHashSet<AdtId>,
}

struct Entry {
    kind: TyKind,
    /// How many names it takes to write it.
    extent: u32,
    /// Whether [`Ty::ERROR`] is written in it.
    mentions_error: bool,
    /// Whether something is written in it that `monomorphise` replaces.
    mentions_generic: bool,
    /// Whether an associated type is written in it.
    mentions_assoc: bool,
    /// Whether it lists what is given for parameters.
    is_args: AtomicBool,
    /// Its layout once computed, and how deep it nests others by value.
    layout: OnceLock<(Layout, u32)>,
}

impl Default for Types {
    fn default() -> Self {
        let types = Types {
            entries: boxcar::Vec::new(),
            map: Mutex::default(),
            adts: Arena::new(),
            positions: Mutex::default(),
            has_generic: AtomicBool::new(false),
            has_assoc: AtomicBool::new(false),
            known: sum::Known::default(),
            assoc: assoc::Known::default(),
            dropped: FxHashSet::default(),
        };
        for kind in [
            TyKind::Error,
            TyKind::Void,
            TyKind::Never,
            TyKind::Bool,
            TyKind::Char,
            TyKind::Float(FloatTy::F32),
            TyKind::Float(FloatTy::F64),
            TyKind::Str,
        ] {
            types.intern(kind);
        }
        for int in IntTy::ALL {
            types.intern(TyKind::Int(int));
        }
        types.intern(TyKind::Ref(Mutability::Const, Ty::STR));
        types.intern(TyKind::Ptr(Mutability::Const, Ty::U8));
        types.intern(TyKind::Ptr(Mutability::Const, Ty::VOID));
        types.intern(TyKind::Ptr(Mutability::Mut, Ty::VOID));
        types.intern(TyKind::Null);
        debug_assert_eq!(types.len(), Ty::NULL.index() + 1);
        types
    }
}

impl Types {
    pub fn intern(&self, kind: TyKind) -> Ty {
        let mut map = self.map.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&ty) = map.get(&kind) {
            return ty;
        }
        let (mut mentions_error, mut extent) = (kind == TyKind::Error, 0u32);
        let (mut mentions_generic, mut mentions_assoc) = (kind.is_generic(), matches!(kind, TyKind::Assoc(..)));
        kind.parts(&mut |part| {
            mentions_error |= self.mentions_error(part);
            mentions_generic |= self.mentions_generic(part);
            mentions_assoc |= self.mentions_assoc(part);
            extent = extent.saturating_add(self.extent(part));
        });
        let entry = Entry {
            kind: kind.clone(),
            extent: extent.max(1),
            mentions_error,
            mentions_generic,
            mentions_assoc,
            is_args: AtomicBool::new(false),
            layout: OnceLock::new(),
        };
        // A number alone belongs to no type: lengths are numbers before they are an array's.
        if mentions_generic && !matches!(kind, TyKind::Number(_)) {
            self.has_generic.store(true, Ordering::Relaxed);
        }
        if mentions_assoc {
            self.has_assoc.store(true, Ordering::Relaxed);
        }
        let ty = Ty(self.entries.push(entry) as u32);
        map.insert(kind, ty);
        ty
    }

    /// How many names it takes to write a type. Tuples of tuples double it each time: passes refuse those beyond
    /// [`MAX_EXTENT`](Self::MAX_EXTENT), so that walking a type is cheap.
    pub fn extent(&self, ty: Ty) -> u32 {
        self.entries.get(ty.index()).map_or(1, |e| e.extent)
    }

    pub const MAX_EXTENT: u32 = 4096;

    /// Whether something in a type, as it is written, was reported already.
    pub fn mentions_error(&self, ty: Ty) -> bool {
        self.entries.get(ty.index()).is_none_or(|e| e.mentions_error)
    }

    /// Whether a type mentions a parameter, or a definition with its arguments.
    pub fn mentions_generic(&self, ty: Ty) -> bool {
        self.entries.get(ty.index()).is_some_and(|e| e.mentions_generic)
    }

    /// Whether any type mentions one.
    pub fn has_generic(&self) -> bool {
        self.has_generic.load(Ordering::Relaxed)
    }

    /// Must not be asked for [`Ty::UNKNOWN`] or [`Ty::HOLE`].
    pub fn kind(&self, ty: Ty) -> &TyKind {
        &self.entries[ty.index()].kind
    }

    /// The layout of a type, and how deep it nests others by value, if it was computed.
    pub(crate) fn known_layout(&self, ty: Ty) -> Option<(Layout, u32)> {
        self.entries[ty.index()].layout.get().copied()
    }

    pub(crate) fn set_layout(&self, ty: Ty, found: (Layout, u32)) {
        // Another thread that computed it at the same time found the same.
        let _ = self.entries[ty.index()].layout.set(found);
    }

    /// The number of interned types.
    pub fn len(&self) -> usize {
        self.entries.count()
    }

    pub fn is_empty(&self) -> bool {
        false
    }

    pub fn ptr(&self, mutability: Mutability, to: Ty) -> Ty {
        self.intern(TyKind::Ptr(mutability, to))
    }
    pub fn reference(&self, mutability: Mutability, to: Ty) -> Ty {
        self.intern(TyKind::Ref(mutability, to))
    }
    pub fn array(&self, of: Ty, len: u64) -> Ty {
        self.intern(TyKind::Array(of, len))
    }
    pub fn slice(&self, of: Ty) -> Ty {
        self.intern(TyKind::Slice(of))
    }

    pub fn sig(&self, ty: Ty) -> Option<&FnSig> {
        match self.kind(ty) {
            TyKind::Fn(sig) => Some(sig),
            _ => None,
        }
    }

    pub fn adt(&self, ty: Ty) -> Option<&AdtDef> {
        match self.kind(ty) {
            TyKind::Adt(id) => Some(&self.adts[*id]),
            _ => None,
        }
    }

    /// The field of a struct or union that has a name, and its position. Large definitions are entered into a table once:
    /// looking through all fields for each use would take time in the square of them.
    pub fn field(&self, ty: Ty, name: Symbol) -> Option<(usize, &AdtField)> {
        const FEW: usize = 16;
        let fields = self.adt(ty)?.fields();
        if fields.len() <= FEW {
            return fields.iter().enumerate().find(|(_, f)| f.name == name);
        }
        let mut positions = self.positions.lock().unwrap_or_else(PoisonError::into_inner);
        if !positions.contains_key(&(ty, fields[0].name)) {
            for (i, field) in fields.iter().enumerate() {
                positions.entry((ty, field.name)).or_insert(i as u32);
            }
        }
        let position = *positions.get(&(ty, name))? as usize;
        Some((position, fields.get(position)?))
    }

    /// `str`, `[T]`: what a reference to it carries a length for.
    pub fn is_unsized(&self, ty: Ty) -> bool {
        matches!(self.kind(ty), TyKind::Str | TyKind::Slice(_))
    }

    /// Whether the type is `&str` or a slice reference: a pointer and a length.
    pub fn is_fat(&self, ty: Ty) -> bool {
        matches!(self.kind(ty), TyKind::Ref(_, to) | TyKind::Ptr(_, to) if self.is_unsized(*to))
    }

    /// Whether values of the type are one machine value: integer, float, bool, char, thin pointer, C-like enum.
    pub fn is_scalar(&self, ty: Ty) -> bool {
        match self.kind(ty) {
            TyKind::Bool | TyKind::Char | TyKind::Int(_) | TyKind::Float(_) | TyKind::Null | TyKind::Fn(_) => true,
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) => !self.is_unsized(*to),
            TyKind::Adt(id) => matches!(self.adts[*id].kind, AdtKind::Enum { .. }),
            TyKind::Error
            | TyKind::Void
            | TyKind::Never
            | TyKind::Str
            | TyKind::Slice(_)
            | TyKind::Array(..)
            | TyKind::Tuple(_)
            | TyKind::Param(..)
            | TyKind::Apply(..)
            | TyKind::Assoc(..)
            | TyKind::OpenArray(..)
            | TyKind::Number(_) => false,
        }
    }

    /// The integer type that represents a scalar that is one: integers, `bool`, `char`, C-like enums.
    pub fn repr_int(&self, ty: Ty) -> Option<IntTy> {
        match self.kind(ty) {
            TyKind::Int(int) => Some(*int),
            TyKind::Char => Some(IntTy::U32),
            TyKind::Bool => Some(IntTy::U8),
            TyKind::Adt(id) => match self.adts[*id].kind {
                AdtKind::Enum { repr, .. } => Some(repr),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn is_raw_ptr(&self, ty: Ty) -> bool {
        matches!(self.kind(ty), TyKind::Ptr(..))
    }

    pub fn pointee(&self, ty: Ty) -> Option<Ty> {
        match self.kind(ty) {
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) => Some(*to),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widening_loses_no_value_on_any_target() {
        use IntTy::*;
        for (from, to) in
            [(U8, I16), (I32, I64), (U32, U64), (U16, Usize), (U32, Usize), (I16, Isize), (Usize, U64), (Isize, I64)]
        {
            assert!(from.widens_to(to), "{from:?} {to:?}");
        }
        for (from, to) in [
            (I8, U16),
            (U64, Usize),
            (Usize, U32),
            (I64, I32),
            (U32, I32),
            (U32, Isize),
            (Usize, I64),
            (I64, Isize),
            (Usize, Isize),
        ] {
            assert!(!from.widens_to(to), "{from:?} {to:?}");
        }
    }

    #[test]
    fn built_in_types_have_their_numbers() {
        let types = Types::default();
        assert_eq!(types.intern(TyKind::Int(IntTy::Usize)), Ty::USIZE);
        assert_eq!(types.intern(TyKind::Ptr(Mutability::Mut, Ty::VOID)), Ty::MUT_VOID);
        assert_eq!(types.intern(TyKind::Null), Ty::NULL);
    }
}
