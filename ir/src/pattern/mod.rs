//! Decision trees: what a `match` asks of its value, in which order, and which arm that leads to.
//!
//! One tree serves the check and the code. `match-check` reads from it what no arm takes ([`Coverage::missing`]) and what is never
//! reached ([`Coverage::reached`]); `flow-build` emits its nodes. After L. Maranget, "Compiling pattern matching to good decision
//! trees" (ML 2008), and "Warnings for pattern matching" (JFP 17, 2007).
//!
//! **Values.** A value is what an [`Occurrence`] leads to: the matched value, or a field of one. Its [`Domain`] says what it can be:
//! a number in an order (integers, `bool`, `char`, C-like enums; texts by the number that each got), or one of several
//! constructors with fields. Constructors are numbers with values inside, so that every question a tree asks is the same one:
//! in which part of an order is this number ([`Node::Dispatch`])?
//!
//! **Guards.** The code of an arm stands once, that of its guard too; an arm is one node, however many ways lead to it. Where a guard fails,
//! the tree goes on at [`Node::Arm`]'s `otherwise`, which is right for every value that can come there, and may ask again what was known
//! on one of the ways.
//!
//! **Size.** A match whose patterns have no parts ([`column`]) takes time `n log n` and has a tree of size `n` in its `n` alternatives,
//! guards or not. Where patterns have parts ([`matrix`]), equal rests of a match are one node, and trees that grow beyond
//! [`LIMIT`] all the same are refused, since the smallest tree may be exponential.

mod column;
mod interval;
mod matrix;
pub mod source;
#[cfg(test)]
mod tests;

use crate::tree::{LocalId, Mutability};
use la_arena::{Arena, Idx};

pub type NodeId = Idx<Node>;
pub type Occurrence = Idx<Position>;

/// How many nodes a tree has at most, if its patterns have parts.
pub const LIMIT: usize = 1 << 17;

/// What one pattern asks of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Pat {
    /// Nothing.
    Any,
    /// To be one of the numbers from the first to the second, both included.
    Range(u128, u128),
    /// To be made by this constructor, from fields that match: those of which something is asked, by position.
    Constructor(u32, Vec<(u32, Pat)>),
    /// To match one of these, tried in order.
    Or(Vec<Alternative>),
    /// What matches has a name.
    Bind(Name, Box<Pat>),
    /// It is in error: what it asks is not known.
    Unknown,
}

/// A name, and whether it stands for what it is given to, or for a reference to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    pub local: LocalId,
    pub by: Option<Mutability>,
}

/// A pattern that can be unreachable by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Index in [`Coverage::reached`].
    pub tag: u32,
    pub pat: Pat,
}

/// An arm of a match: the alternatives of its pattern, and whether a guard decides as well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arm {
    pub alternatives: Vec<Alternative>,
    pub guard: bool,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    Numbers {
        /// Ranges that do not overlap, in the order in which what is missing is named.
        ranges: Vec<(u128, u128)>,
        /// The greatest number that has a representation.
        largest: u128,
        /// Whether other numbers up to the largest occur all the same. Patterns need not cover them.
        foreign: bool,
    },
    /// How many there are.
    Constructors(u32),
}

impl Domain {
    /// What is of interest as a whole alone.
    pub fn opaque() -> Domain {
        Domain::Numbers { ranges: vec![(0, 0)], largest: 0, foreign: false }
    }
}

/// What types values have; the types of matched values and their parts are `T`.
pub trait Domains<T> {
    fn domain(&self, ty: T) -> Domain;
    /// How many fields a constructor has.
    fn fields(&self, ty: T, constructor: u32) -> u32;
    /// The type of a field of a constructor.
    fn field(&self, ty: T, constructor: u32, field: u32) -> T;
}

/// Where in the matched value a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    Root,
    Field { of: Occurrence, constructor: u32, field: u32 },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// No arm takes the value.
    Fail,
    /// No value comes here.
    Never,
    /// An arm takes the value.
    Arm {
        arm: u32,
        bindings: Vec<(Name, Occurrence)>,
        /// Where it goes on if the guard fails; `None` without a guard.
        otherwise: Option<NodeId>,
    },
    /// Asks where in an order a number is.
    Dispatch { on: Occurrence, pieces: Vec<Piece> },
}

/// The numbers from `from` up to where the next piece begins. The first piece of a node begins at 0, neighbours lead to
/// different nodes, and none leads to [`Node::Never`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub from: u128,
    pub to: NodeId,
}

/// Values that no arm takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Witness {
    Any,
    Range(u128, u128),
    Constructor(u32, Vec<Witness>),
}

#[derive(Debug)]
pub struct Tree {
    pub nodes: Arena<Node>,
    pub positions: Arena<Position>,
    pub root: NodeId,
    pub coverage: Coverage,
}

/// What the arms of a match take.
#[derive(Debug, PartialEq)]
pub struct Coverage {
    /// By tag: whether an alternative is the first to match some value.
    pub reached: Vec<bool>,
    /// Some of what no arm takes, as many as were asked for; empty if the match is exhaustive.
    pub missing: Vec<Witness>,
    /// Whether a pattern in error may match more.
    pub unknown: bool,
}

/// The tree would have more than [`LIMIT`] nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooIntricate;

/// Makes the tree of a match on a value of type `ty`; `tags` is how many alternatives are told apart, `missing` how many of the values that
/// no arm takes are named. Patterns without parts are never too intricate.
pub fn build<T: Copy, D: Domains<T>>(
    domains: &D,
    ty: T,
    arms: &[Arm],
    tags: usize,
    missing: usize,
) -> Result<Tree, TooIntricate> {
    match domains.domain(ty) {
        Domain::Numbers { ranges, largest, foreign } => {
            Ok(column::build(&column::Column { ranges: &ranges, largest, foreign }, arms, tags, missing))
        }
        Domain::Constructors(_) => matrix::build(domains, ty, arms, tags, missing),
    }
}

/// The coverage in the tree that [`build`] makes. Patterns without parts need no tree for it.
pub fn cover<T: Copy, D: Domains<T>>(
    domains: &D,
    ty: T,
    arms: &[Arm],
    tags: usize,
    missing: usize,
) -> Result<Coverage, TooIntricate> {
    match domains.domain(ty) {
        Domain::Numbers { ranges, largest, foreign } => {
            Ok(column::cover(&column::Column { ranges: &ranges, largest, foreign }, arms, tags, missing))
        }
        Domain::Constructors(_) => Ok(matrix::build(domains, ty, arms, tags, missing)?.coverage),
    }
}

/// Pieces without those where no value comes: their neighbours take them, and are one where they lead to the same.
fn simplify(nodes: &Arena<Node>, pieces: impl IntoIterator<Item = Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut start = Some(0);
    for piece in pieces {
        if nodes[piece.to] == Node::Never || out.last().is_some_and(|last| last.to == piece.to) {
            continue;
        }
        out.push(Piece { from: start.take().unwrap_or(piece.from), to: piece.to });
    }
    out
}

/// Where the answer to a test may change.
fn bounds(pat: &Pat, out: &mut Vec<u128>) {
    match pat {
        Pat::Range(lo, hi) => {
            out.push(*lo);
            out.extend(hi.checked_add(1));
        }
        Pat::Constructor(c, _) => out.extend([u128::from(*c), u128::from(*c) + 1]),
        Pat::Or(alternatives) => alternatives.iter().for_each(|a| bounds(&a.pat, out)),
        Pat::Bind(_, inner) => bounds(inner, out),
        Pat::Any | Pat::Unknown => {}
    }
}
