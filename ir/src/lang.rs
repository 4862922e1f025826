//! Languages: which productions of an IR may occur after a pass, and the verifier that holds passes to it.
//!
//! A production is a node kind, or a property that the IR has from some pass on. `passes.toml` says what each pass
//! removes and adds; `passes/build.rs` computes from that the grammar after every pass.

mod verify_flow;
mod verify_tree;

pub use verify_flow::verify_flow;
pub use verify_tree::verify_tree;

use crate::span::Span;
use crate::{Cx, flow, tree};

/// What other passes do with each function just before and just after it is turned from Tree into Flow, so that all of them
/// see it while it is in cache.
pub struct Around<'a> {
    pub before: &'a mut dyn FnMut(&mut Cx, &mut tree::Program, tree::ItemId),
    pub after: &'a mut dyn FnMut(&mut Cx, &mut flow::Program, flow::FnId),
}

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
    /// An attribute that is understood.
    TypedAttr: Tree,
    /// `#[cfg]`, `#[cfg_attr]`
    CfgGate: Tree,
    /// `impl`, `trait`
    Impl: Tree,
    /// Generic parameters.
    Generic: Tree,
    /// Enum variants with fields.
    Payload: Tree,
    /// Patterns that look into a value: all but `_`, names, values, ranges and `|`.
    DeepPat: Tree,
    /// `if let`, `while let`, `let … else`
    LetCond: Tree,
    /// `f"…"`
    Format: Tree,
    /// `e?`
    Try: Tree,
    /// `make([T], n)`
    Make: Tree,
    Import: Tree,
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
    /// Calls of built-in methods.
    Method: Tree,
    /// Implicit conversions made explicit.
    Convert: Tree,
    /// Property: every expression has its type.
    ExprTypes: Tree,
    /// Property: the value of every constant and static is known.
    ConstValues: Tree,
    While: Tree,
    For: Tree,
    /// Parentheses.
    Paren: Tree,
    /// Blocks of statements.
    Graph: Flow,
    /// Arithmetic of which it is not decided whether overflow panics.
    Arith: Flow,
    /// Arithmetic that panics on overflow.
    Checked: Flow,
    /// Checks that panic.
    Check: Flow,
    /// Operations that LLVM knows by name.
    IntrinsicOp: Flow,
    /// Property: every function and call has its inlining decision.
    InlineTags: Flow,
    /// Property: every function and call has its convention on the target.
    Abi: Flow,
}

/// A set of productions: the grammar of a language.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Grammar(u64);

impl Grammar {
    pub const fn from_bits(bits: u64) -> Grammar {
        Grammar(bits)
    }
    pub const fn bits(self) -> u64 {
        self.0
    }
    pub fn has(self, production: Production) -> bool {
        self.0 & (1 << production as u64) != 0
    }
    pub fn with(self, production: Production) -> Grammar {
        Grammar(self.0 | 1 << production as u64)
    }
    pub fn without(self, production: Production) -> Grammar {
        Grammar(self.0 & !(1 << production as u64))
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
pub trait Language {
    const NAME: &'static str;
    type Ir;
}

/// An IR in a given language. Passes take one and give one, so that their order is checked when the compiler is compiled.
pub struct In<L: Language>(pub L::Ir);

macro_rules! languages {
    ($($name:ident: $ir:ty),* $(,)?) => {
        $(#[derive(Clone, Copy, Debug)] pub struct $name;
        impl Language for $name { const NAME: &'static str = stringify!($name); type Ir = $ir; })*
        /// The names of all languages.
        pub const LANGUAGES: &[&str] = &[$(stringify!($name)),*];
        /// The IR of a language, by its name.
        pub fn ir_of_language(name: &str) -> Option<IrKind> {
            match name { $(stringify!($name) => Some(<$ir as Ir>::KIND),)* _ => None }
        }
    };
}

/// An IR that languages restrict.
pub trait Ir {
    const KIND: IrKind;
}
impl Ir for tree::Program {
    const KIND: IrKind = IrKind::Tree;
}
impl Ir for flow::Program {
    const KIND: IrKind = IrKind::Flow;
}

languages! {
    Surface: tree::Program,
    Desugared: tree::Program,
    Pruned: tree::Program,
    Core: tree::Program,
    Resolved: tree::Program,
    Signed: tree::Program,
    Linked: tree::Program,
    Typed: tree::Program,
    Valued: tree::Program,
    Looped: tree::Program,
    Graph: flow::Program,
    Checked: flow::Program,
    Rewritten: flow::Program,
    Tagged: flow::Program,
    Lowered: flow::Program,
}
