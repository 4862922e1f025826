//! Languages: which productions of an IR may occur after a pass.
//!
//! A production is a node kind, or a property that the IR has from some pass on. Each language is a delta on the one before,
//! and a type: [`ExprKind<Looped>`](crate::tree::ExprKind) has no `While` that could be made or matched. `build.rs` generates
//! that from [`languages!`] below.

use crate::span::Span;
use std::cell::Cell;
use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

macro_rules! productions {
    ($($(#[doc = $doc:literal])* $name:ident: $ir:ident),* $(,)?) => {
        /// A node kind or property of an IR that a pass removes or adds.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Production { $($(#[doc = $doc])* $name),* }

        impl Production {
            pub const ALL: &[Production] = &[$(Production::$name),*];

            pub fn name(self) -> &'static str {
                match self { $(Production::$name => stringify!($name)),* }
            }

            pub fn from_name(name: &str) -> Option<Production> {
                match name { $(stringify!($name) => Some(Production::$name),)* _ => None }
            }

            /// Whether it is something that holds of the whole, instead of a node that may occur.
            pub fn is_property(self) -> bool {
                use Production::*;
                matches!(self, Scopes | ItemTypes | Externs | ExprTypes | ConstValues | Defs | InlineTags | Abi)
            }

            /// The IR it belongs to.
            pub fn ir(self) -> IrKind {
                match self { $(Production::$name => IrKind::$ir),* }
            }
        }
    };
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IrKind {
    Tree,
    Flow,
    Llvm,
}

productions! {
    /// An attribute as written.
    RawAttr: Tree,
    /// The string behind `extern` as written.
    RawAbi: Tree,
    /// An attribute that is understood.
    TypedAttr: Tree,
    /// `#[cfg]`, `#[cfg_attr]`
    CfgGate: Tree,
    /// Generic parameters.
    Generic: Tree,
    /// `f"…"`
    Format: Tree,
    /// `e?`
    Try: Tree,
    /// `make([T], n)`
    Make: Tree,
    Import: Tree,
    /// Property: the scopes of modules are known.
    Scopes: Tree,
    /// Names that are not resolved.
    Path: Tree,
    /// Variables, items, built-in functions and types by what they are.
    Resolved: Tree,
    /// Property: every item has its type.
    ItemTypes: Tree,
    ExternBlock: Tree,
    /// Property: foreign symbols are merged.
    Externs: Tree,
    /// Method calls by name.
    MethodCall: Tree,
    /// Members of types by name.
    Member: Tree,
    /// Calls of built-in methods.
    Method: Tree,
    /// Implicit conversions made explicit.
    Convert: Tree,
    /// Property: every expression has its type.
    ExprTypes: Tree,
    /// Property: the value of every constant and static is known.
    ConstValues: Tree,
    /// Property: functions and statics are declared in Flow.
    Defs: Tree,
    While: Tree,
    For: Tree,
    /// Parameters of definitions, and what depends on them: types, numbers of types, functions with arguments.
    Open: Flow,
    /// Constants that lead to memory without a name.
    Symbolic: Flow,
    /// Notes on what source does with variables.
    Mark: Flow,
    /// Drops, of what may have no value any more.
    Drop: Flow,
    /// Arithmetic of which it is not decided whether overflow panics.
    Arith: Flow,
    /// Arithmetic that panics on overflow.
    Checked: Flow,
    /// Property: every function has its inlining decision.
    InlineTags: Flow,
    /// Property: every function and call has its convention on the target.
    Abi: Flow,
}

/// A set of productions: the grammar of a language.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Grammar(u64);

impl Grammar {
    pub const NONE: Grammar = Grammar(0);

    pub const fn from_bits(bits: u64) -> Grammar {
        Grammar(bits)
    }
    pub const fn bits(self) -> u64 {
        self.0
    }
    pub fn has(self, production: Production) -> bool {
        self.0 & (1 << production as u64) != 0
    }
    pub const fn with(self, production: Production) -> Grammar {
        Grammar(self.0 | 1 << production as u64)
    }
    /// What another grammar has not.
    pub fn minus(self, other: Grammar) -> Grammar {
        Grammar(self.0 & !other.0)
    }
    pub fn iter(self) -> impl Iterator<Item = Production> {
        Production::ALL.iter().copied().filter(move |p| self.has(*p))
    }
}

const _: () = assert!(Production::ALL.len() <= 64);

/// What the verifier found: a production that the language does not have, or a law of the IR that does not hold.
#[derive(Clone, PartialEq, Debug)]
pub struct Violation {
    /// The production, if it is one that should not be there.
    pub production: Option<Production>,
    pub span: Span,
    /// What is wrong, as a sentence without its full stop.
    pub what: String,
}

impl Violation {
    pub(crate) fn forbidden(production: Production, span: Span) -> Violation {
        Violation {
            production: Some(production),
            span,
            what: format!("production `{}` must not occur here", production.name()),
        }
    }
    pub(crate) fn law(span: Span, what: impl Into<String>) -> Violation {
        Violation { production: None, span, what: what.into() }
    }
}

/// A language: a marker for the type of an IR between two passes.
pub trait Language: Copy {
    const NAME: &'static str;
    /// What may occur, and what holds.
    const GRAMMAR: Grammar;
    const IR: IrKind;
}

/// An IR, or a reference to one, in a given language. Passes take one and give one, so that their order is checked when the
/// compiler is compiled.
#[derive(Clone, Copy)]
pub struct In<L, T> {
    ir: T,
    language: PhantomData<L>,
}

impl<L, T> In<L, T> {
    /// Says that an IR is in a language: where it is made, and where the runner has checked it.
    pub fn new(ir: T) -> In<L, T> {
        In { ir, language: PhantomData }
    }
    pub fn into_inner(self) -> T {
        self.ir
    }
}

impl<L, I> Deref for In<L, &I> {
    type Target = I;
    fn deref(&self) -> &I {
        self.ir
    }
}

/// A reference to an IR that a pass rewrites in place, from the language `A` into `B`.
pub struct Step<A, B, T> {
    ir: T,
    languages: PhantomData<(A, B)>,
}

impl<A, B, T> Step<A, B, T> {
    pub fn new(ir: T) -> Step<A, B, T> {
        Step { ir, languages: PhantomData }
    }
    /// The IR without its languages.
    pub fn into_inner(self) -> T {
        self.ir
    }
}

impl<A, B, I> Step<A, B, &mut I> {
    /// The IR as it is taken, before anything is rewritten.
    pub fn as_input(&self) -> In<A, &I> {
        In::new(self.ir)
    }
}

impl<A, B, I> Deref for Step<A, B, &mut I> {
    type Target = I;
    fn deref(&self) -> &I {
        self.ir
    }
}
impl<A, B, I> DerefMut for Step<A, B, &mut I> {
    fn deref_mut(&mut self) -> &mut I {
        self.ir
    }
}

thread_local! {
    static PASS: Cell<&'static str> = const { Cell::new("no pass") };
}

/// Says which pass runs on this thread from now on, for messages about internal errors.
pub fn enter_pass(name: &'static str) {
    PASS.set(name);
}

/// Ends with an internal error: a node does not belong to the language in which a pass reads it.
#[cold]
#[inline(never)]
pub(crate) fn lacks<L>(production: Option<Production>, span: Span) -> ! {
    let language = std::any::type_name::<L>().replace("vex_ir::lang::", "");
    let production = production.map_or("a node", Production::name);
    panic!("{} reads {language}, which has no {production}; at {span:?}", PASS.get())
}

/// An IR that languages restrict.
pub trait Ir {
    const KIND: IrKind;
}

/// What may stand in a payload.
pub trait Payload: Copy + PartialEq + std::fmt::Debug {}
impl<T: Copy + PartialEq + std::fmt::Debug> Payload for T {}

/// Whether a production belongs to a language: [`Has`] or [`Gone`].
pub trait Mark: Copy + 'static {
    /// A payload of the production's nodes: itself, or a type without values.
    type Of<T: Payload>: Payload;
    /// Whether one of two languages has it.
    type Or<M: Mark>: Mark;
    /// A payload that was stored; `None` if the language cannot have it.
    fn make<T: Payload>(payload: T) -> Option<Self::Of<T>>;
    fn get<T: Payload>(payload: Self::Of<T>) -> T;
}

/// The production may occur.
#[derive(Clone, Copy, Debug)]
pub enum Has {}
impl Mark for Has {
    type Of<T: Payload> = T;
    type Or<M: Mark> = Has;
    #[inline(always)]
    fn make<T: Payload>(payload: T) -> Option<T> {
        Some(payload)
    }
    #[inline(always)]
    fn get<T: Payload>(payload: T) -> T {
        payload
    }
}

/// The production cannot occur: a complete `match` has no arm for it.
#[derive(Clone, Copy, Debug)]
pub enum Gone {}
impl Mark for Gone {
    type Of<T: Payload> = Infallible;
    type Or<M: Mark> = M;
    #[inline(always)]
    fn make<T: Payload>(_: T) -> Option<Infallible> {
        None
    }
    #[inline(always)]
    fn get<T: Payload>(payload: Infallible) -> T {
        match payload {}
    }
}

/// A payload of nodes that a language may have or not.
pub type If<M, T> = <M as Mark>::Of<T>;

/// No language in particular: every node that there is. Storage, printers and walks use it.
#[derive(Clone, Copy, Debug)]
pub struct Any;

/// What is in one of two languages: what a pass reads that rewrites one into the other in place.
#[derive(Clone, Copy, Debug)]
pub struct Union<A, B>(PhantomData<(A, B)>);

macro_rules! languages {
    ($($table:tt)*) => {
        include!(concat!(env!("OUT_DIR"), "/languages.rs"));
    };
}

languages! {
    /// As it is parsed.
    Surface: Tree {
        +RawAttr, +RawAbi, +Generic, +Format, +Try, +Make, +Import, +Path, +ExternBlock,
        +MethodCall, +Member, +While, +For,
    }
    Desugared: Surface { -RawAttr, -RawAbi, +TypedAttr, +CfgGate }
    Pruned: Desugared { -CfgGate }
    Core: Pruned { -Format, -Try, -Make }
    Scoped: Core { +Scopes }
    Resolved: Scoped { -Path, +Resolved }
    Closed: Resolved { -Import }
    Signed: Closed { +ItemTypes }
    Linked: Signed { +Externs }
    Typed: Linked { -MethodCall, -Member, +Method, +Convert, +ExprTypes }
    Declared: Typed { +Defs }
    Valued: Declared { +ConstValues }
    Looped: Valued { -While, -For }

    Graph: Flow { +Open, +Symbolic, +Mark, +Drop, +Arith }
    Checked: Graph { -Mark, -Arith, +Checked }
    Monomorphic: Checked { -Open, -Symbolic, -Drop }
    Rewritten: Monomorphic {}
    Tagged: Rewritten { +InlineTags }
    Lowered: Tagged { +Abi }
}
