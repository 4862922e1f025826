//! Expressions, statements, patterns and type expressions.

use super::walk::{Children, Node};
use super::*;
use crate::lang::{self, Any, If, Lang, Production};
use crate::pool::List;
use crate::ty::{FloatTy, IntTy};

/// An expression. A pass asks for its kind in its language: [`Read::kind`](super::Read::kind).
#[derive(Clone, Copy, Debug)]
pub struct Expr {
    pub(crate) kind: ExprKind,
    pub span: Span,
}

/// The type suffix of a numeric literal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Suffix {
    #[default]
    None,
    Int(IntTy),
    Float(FloatTy),
}

/// What kind of string literal it is, and so its type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StrKind {
    /// `"…"`, `r"…"`: `&str`
    Str,
    /// `b"…"`: `&[u8; N]`
    Bytes,
    /// `c"…"`: `*u8`, NUL-terminated
    C,
}

macro_rules! nodes {
    ($($table:tt)*) => {
        include!(concat!(env!("OUT_DIR"), "/nodes.rs"));
    };
}

// The nodes of Tree. `build.rs` makes of each table a type `NAME<L>` of what occurs in the language `L`, and the reading,
// walking and verifying that follow from it. `production` says what a language must have so that a node belongs to it; on a
// field, what it must have so that there is one. Children are what payloads have of them, in their order.
nodes! {
    /// What an expression is.
    pub enum ExprKind {
        /// What could not be made sense of, and is reported; with the expressions that it had, for later checks. Belongs to every
        /// language.
        Error(List<ExprId>),
        /// The low 64 bits of an integer literal, and the high ones.
        Int {
            low: u64,
            high: BigInt,
            suffix: Suffix,
        },
        /// A float literal without its suffix, as written but for underscores.
        Float {
            text: Symbol,
            suffix: Suffix,
        },
        Bool(bool),
        Char(char),
        /// A string literal, unescaped, in [`Body::strings`].
        Str {
            kind: StrKind,
            bytes: List<u8>,
        },
        /// `f"…"`
        #[production(Format)]
        Format(List<FmtPiece>),
        Null,

        /// A path.
        #[production(Path)]
        Path(Path),
        /// A variable.
        #[production(Resolved)]
        Local(LocalId),
        /// The number that a parameter of the item around stands for: its position, and its name.
        #[production(Resolved)]
        Param(u32, Symbol),
        /// A function, constant or static, with generic arguments.
        #[production(Resolved)]
        Item(ItemId, List<TypeId>),
        /// A variant of an enum, by position; of one with parameters with the type, which says what is given for them. One with fields is
        /// a callee.
        #[production(Resolved)]
        Variant(ItemId, u32, Option<TypeId>),
        /// `<T>::name::<U>`: a member of a type, which is not looked up yet.
        #[production(Member)]
        Member {
            of: TypeId,
            name: Symbol,
            generics: List<TypeId>,
        },
        /// A function that the compiler supplies: `size_of::<T>`.
        #[production(Resolved)]
        Builtin(Builtin, List<TypeId>),

        Unary(UnOp, ExprId),
        Binary(BinOp, ExprId, ExprId),
        /// `a && b`
        And(ExprId, ExprId),
        /// `a || b`
        Or(ExprId, ExprId),
        Assign(ExprId, ExprId),
        /// `a += b`. Stays until `flow-build`, which computes the place once.
        AssignOp(BinOp, ExprId, ExprId),
        Call(ExprId, List<ExprId>),
        /// `recv.name::<T>(args)`. The receiver is the first of `args`.
        #[production(MethodCall)]
        MethodCall {
            name: Symbol,
            args: List<ExprId>,
            generics: List<TypeId>,
        },
        /// A call of a built-in method, receiver first.
        #[production(Method)]
        Method(Method, List<ExprId>),
        /// `e.name`; before `name-resolve` also `module.item`. Tuple fields have the names `0`, `1`, ….
        Field(ExprId, Symbol),
        Index(ExprId, ExprId),
        Cast(ExprId, TypeId),
        /// An implicit conversion to the type of this expression.
        #[production(Convert)]
        Convert(ExprId),
        /// `&e`, `&mut e`
        Ref(Mutability, ExprId),
        Deref(ExprId),
        Block(Block),
        If {
            cond: ExprId,
            then: ExprId,
            els: Option<ExprId>,
        },
        /// A condition `let pat = e` of `if` or `while`, alone or between `&&`.
        Let(PatId, ExprId),
        /// `while`
        #[production(While)]
        While {
            label: Symbol,
            cond: ExprId,
            body: ExprId,
        },
        Loop {
            label: Symbol,
            body: ExprId,
        },
        /// `for`
        #[production(For)]
        For {
            label: Symbol,
            pat: PatId,
            iter: ExprId,
            body: ExprId,
        },
        Match(ExprId, List<Arm>),
        /// Labels are names without the `'`, [`Symbol::EMPTY`] where none is written. `loop-lower` gives the loops it makes one
        /// where needed.
        Break {
            label: Symbol,
            value: Option<ExprId>,
        },
        Continue {
            label: Symbol,
        },
        Return(Option<ExprId>),
        /// `a..b`, `a..=b`
        Range {
            lo: Option<ExprId>,
            hi: Option<ExprId>,
            inclusive: bool,
        },
        Tuple(List<ExprId>),
        Array(List<ExprId>),
        /// `[value; count]`
        Repeat(ExprId, AnonConst),
        /// `Name { x: 1, ..base }`; the name is a type path, resolved as one.
        Struct {
            ty: TypeId,
            fields: List<FieldInit>,
            base: Option<ExprId>,
        },
        #[production(Try)]
        Try(ExprId),
        /// `offset_of(T, field)`
        OffsetOf(TypeId, Symbol),
        /// `make([T], n)`
        #[production(Make)]
        Make(TypeId, ExprId),
    }

    /// What a pattern is.
    pub enum PatKind {
        Error,
        Wild,
        /// `x`, `mut x`, `x @ pat`. Until `name-resolve`, a name alone may turn out to be a constant or variant.
        #[production(Path)]
        Bind {
            name: Ident,
            mutable: bool,
            sub: Option<PatId>,
        },
        /// A variable.
        #[production(Resolved)]
        Local(LocalId, Option<PatId>),
        /// A literal, a constant, a variant without fields, or a negated literal.
        Value(ExprId),
        Range {
            lo: Option<ExprId>,
            hi: Option<ExprId>,
            inclusive: bool,
        },
        Or(List<PatId>),
        Tuple(List<PatId>),
        /// `Name(a, b)`; the expression is the path of the variant.
        TupleStruct {
            path: ExprId,
            pats: List<PatId>,
        },
        /// `Name { x, y: p, .. }`; the name is a type path, as that of a literal is.
        Struct {
            ty: TypeId,
            fields: List<FieldPat>,
            rest: bool,
        },
        /// `ref p`: the name that is `p` stands for a reference to what it matches.
        Borrow(Mutability, PatId),
        /// `&p`
        Ref(PatId),
    }

    /// How a function is called.
    pub enum Abi {
        /// The string behind `extern`, `"C"` if none is written.
        #[production(RawAbi)]
        Raw(Ident),
        Conv(Conv),
    }

    /// What a type expression is.
    pub enum TypeKind {
        Error,
        /// A path.
        #[production(Path)]
        Path(Path),
        /// A built-in type.
        #[production(Resolved)]
        Prim(Ty),
        /// A struct, union, enum, alias or opaque type; as an argument, also a constant.
        #[production(Resolved)]
        Item(ItemId, List<TypeId>),
        /// A parameter of the item around, by position, with its name; one that is a number only as an argument.
        #[production(Resolved)]
        Param(u32, Symbol),
        /// As an argument: a number. A constant is an [`Item`](TypeKind::Item) there.
        Number(AnonConst),
        /// As a bound: what the compiler knows of types by itself.
        #[production(Resolved)]
        Marker(Marker),
        /// As a bound, and in front of `for`: a trait, with what is given for its parameters.
        #[production(Resolved)]
        Trait(ItemId, List<TypeId>),
        /// `<T as Trait>`: a type as one that has a trait, which says whose member is meant.
        As(TypeId, TypeId),
        /// `T::Name`, `<T as Trait>::Name`: an associated type.
        Assoc(TypeId, Symbol),
        /// `Name = T` among the arguments of a trait: what an associated type is.
        Equal(Symbol, TypeId),
        /// `Self`: the type that an `impl` is for, or that has a trait; with the block that says so.
        #[production(Resolved)]
        SelfType(ItemId),
        /// A variant at the head of a literal or a pattern, as in [`ExprKind::Variant`]. It means the type of the enum.
        #[production(Resolved)]
        Variant(ItemId, u32, Option<TypeId>),
        Ptr(Mutability, TypeId),
        Ref(Mutability, TypeId),
        Slice(TypeId),
        Array(TypeId, AnonConst),
        Tuple(List<TypeId>),
        Fn(FnTypeExpr),
        Never,
        /// `_`
        Infer,
    }
}

impl<L: Lang> ExprKind<L> {
    /// [`ExprKind::Error`] of which nothing is left.
    pub const ERROR: ExprKind<L> = ExprKind::Error(List::EMPTY);

    /// Whether it ends with a block of its own. Complete, so that the compiler asks about a new kind; if that is a loop,
    /// [`as_loop`](Self::as_loop) is to know it.
    pub fn is_block_like(&self) -> bool {
        match self {
            ExprKind::Block(_)
            | ExprKind::If { .. }
            | ExprKind::While { .. }
            | ExprKind::Loop { .. }
            | ExprKind::For { .. }
            | ExprKind::Match(..) => true,
            ExprKind::Error(_)
            | ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Format(_)
            | ExprKind::Null
            | ExprKind::Path(_)
            | ExprKind::Local(_)
            | ExprKind::Param(..)
            | ExprKind::Item(..)
            | ExprKind::Variant(..)
            | ExprKind::Member { .. }
            | ExprKind::Builtin(..)
            | ExprKind::Unary(..)
            | ExprKind::Binary(..)
            | ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::Assign(..)
            | ExprKind::AssignOp(..)
            | ExprKind::Call(..)
            | ExprKind::MethodCall { .. }
            | ExprKind::Method(..)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Cast(..)
            | ExprKind::Convert(_)
            | ExprKind::Ref(..)
            | ExprKind::Deref(_)
            | ExprKind::Let(..)
            | ExprKind::Break { .. }
            | ExprKind::Continue { .. }
            | ExprKind::Return(_)
            | ExprKind::Range { .. }
            | ExprKind::Tuple(_)
            | ExprKind::Array(_)
            | ExprKind::Repeat(..)
            | ExprKind::Struct { .. }
            | ExprKind::Try(_)
            | ExprKind::OffsetOf(..)
            | ExprKind::Make(..) => false,
        }
    }

    /// Whether it needs no semicolon as a statement. What could not be read needs none.
    pub fn ends_statement(&self) -> bool {
        self.is_block_like() || matches!(self, ExprKind::Error(_))
    }

    /// A loop's label and what is evaluated once before it begins. `None`: it is no loop.
    pub fn as_loop(&self) -> Option<(Symbol, Option<ExprId>)> {
        match *self {
            ExprKind::Loop { label, .. } => Some((label, None)),
            ExprKind::While { label, .. } => Some((<L::While as lang::Mark>::get(label), None)),
            ExprKind::For { label, iter, .. } => Some((<L::For as lang::Mark>::get(label), Some(iter))),
            // Of what is like a block, the rest runs once.
            _ => None,
        }
    }
}

/// The high 64 bits of an integer literal. A type of its own so that [`ExprKind`] needs no 16-byte alignment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BigInt(pub u32, pub u32);

impl BigInt {
    pub fn new(value: u128) -> (u64, BigInt) {
        (value as u64, BigInt((value >> 64) as u32, (value >> 96) as u32))
    }
    pub fn join(low: u64, high: BigInt) -> u128 {
        u128::from(low) | u128::from(high.0) << 64 | u128::from(high.1) << 96
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Block {
    /// The last statement without a semicolon, if it is an expression, is the block's value.
    pub stmts: List<Stmt>,
    pub label: Symbol,
    pub is_unsafe: bool,
}

/// A path: `a`, `a::b::<T>`, `::m::a`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Path {
    pub segments: List<PathSegment>,
    /// Whether it begins with `::`, and so at the root module.
    pub absolute: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PathSegment {
    pub name: Ident,
    pub generics: List<TypeId>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FieldInit {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub value: ExprId,
    /// `Point { x }`
    pub shorthand: bool,
}

/// A value that must be known when the program is compiled: the length of an array, a discriminant, what is given for a parameter that
/// is a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnonConst {
    /// A literal without a suffix, as nearly all are.
    Literal(u32),
    /// An item of kind [`ItemKind::Anon`], whose body is the expression.
    Item(ItemId),
    /// A parameter of the item around, by position, with its name (from `name-resolve` on).
    Param(u32, Symbol),
}

impl AnonConst {
    pub fn item(self) -> Option<ItemId> {
        match self {
            AnonConst::Literal(_) | AnonConst::Param(..) => None,
            AnonConst::Item(item) => Some(item),
        }
    }
    pub fn item_mut(&mut self) -> Option<&mut ItemId> {
        match self {
            AnonConst::Literal(_) | AnonConst::Param(..) => None,
            AnonConst::Item(item) => Some(item),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Arm {
    pub attrs: List<Attr>,
    pub pat: PatId,
    pub guard: Option<ExprId>,
    pub body: ExprId,
    pub span: Span,
}

/// A piece of a format string.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum FmtPiece {
    Text(List<u8>),
    /// `{expr:spec}`; the spec as written, [`Symbol::EMPTY`] for none
    Arg {
        expr: ExprId,
        spec: Symbol,
        span: Span,
    },
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stmt {
    pub attrs: List<Attr>,
    pub kind: StmtKind,
    pub span: Span,
}

/// What a statement is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum StmtKind {
    Let {
        pat: PatId,
        ty: Option<TypeId>,
        init: Option<ExprId>,
        /// What runs if the pattern does not match. It does not come to its end.
        els: Option<ExprId>,
    },
    /// An expression, with or without a semicolon behind it.
    Expr {
        expr: ExprId,
        semi: bool,
    },
    Defer(ExprId),
    Item(ItemId),
}

/// A pattern. A pass asks for its kind in its language: [`Read::pat`](super::Read::pat).
#[derive(Clone, Copy, Debug)]
pub struct Pat {
    pub(crate) kind: PatKind,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FieldPat {
    pub attrs: List<Attr>,
    pub name: Ident,
    pub pat: PatId,
}

/// A type expression. A pass asks for its kind in its language: [`Read::type_expr`](super::Read::type_expr).
#[derive(Clone, Copy, Debug)]
pub struct TypeExpr {
    pub(crate) kind: TypeKind,
    pub span: Span,
}

macro_rules! raw {
    ($($node:ident: $kind:ident),*) => {
        $(impl $node {
            /// What it is, in no language: for sweeps over an arena, which meet what nothing reaches any more.
            #[inline(always)]
            pub fn raw(&self) -> $kind {
                self.kind
            }
        })*
    };
}

raw! { Expr: ExprKind, Pat: PatKind, TypeExpr: TypeKind }

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FnTypeExpr {
    pub abi: Abi,
    pub params: List<TypeId>,
    pub ret: Option<TypeId>,
    pub variadic: bool,
    pub is_unsafe: bool,
}

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum $name { $($variant),* }
        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// As source writes it.
            pub fn text(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }
            pub fn from_text(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)* _ => None }
            }
        }
    };
}

named! {
    /// Functions that the compiler supplies.
    Builtin {
        Print = "print", Println = "println", Eprint = "eprint", Eprintln = "eprintln",
        Panic = "panic", Assert = "assert", AssertEq = "assert_eq", SizeOf = "size_of", AlignOf = "align_of",
        Default = "default", NullFn = "null", NullMut = "null_mut", BlackBox = "black_box", Unreachable = "unreachable",
    }
}
