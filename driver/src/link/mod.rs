//! Objects become executables and libraries: the linker, and what the files are that it takes.

pub mod belongs;
pub mod linker;
pub mod missing;
pub mod rehearsal;
pub mod search;
pub mod symbols;
