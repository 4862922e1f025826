//! From source text to Tree, in language `Surface`: the lexer, the error-recovering parser and the module loader.
//!
//! [`load`] is the way in; [`parse_module`] takes a single text. [`lexer::lex`] gives tokens and comments, which is all the
//! layout that a formatter needs.
//!
//! Architecture invariant: files are read through [`Files`] alone.

mod bidi;
mod delim;
mod excerpt;
pub mod lexer;
mod literal;
mod loader;
mod names;
mod parallel;
mod parser;
pub mod token;

pub use delim::MAX_NESTING;
pub use loader::{EVERY_PROGRAM, Files, NoFiles, Search, load, parse_module};
pub use parallel::Threads;
