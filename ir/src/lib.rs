//! The two IRs of `vexc` as plain data: [`tree`], shaped like source, and [`flow`], a control-flow graph.
//!
//! Beside them stands what both need: source positions, interned names, diagnostics, types, layouts, the facts of a
//! target, and [`lang`], the productions that a language of an IR may contain.
//!
//! Architecture invariant: this crate knows no pass, no file system, no environment and no LLVM.

pub mod arith;
pub mod bits;
pub mod c_names;
pub mod cx;
pub mod diag;
pub mod float;
pub mod flow;
pub mod intrinsic;
pub mod lang;
pub mod layout;
pub mod lint;
pub mod op;
pub mod parallel;
pub mod pattern;
pub mod pool;
pub mod span;
pub mod stack;
pub mod symbol;
pub mod target;
pub mod tree;
pub mod ty;

pub use cx::Cx;
pub use diag::{Code, Diagnostic, Severity};
pub use span::Span;
pub use symbol::Symbol;
