//! The process, the file system, and other programs. Nothing here knows what a compilation is.

pub mod allocator;
pub mod files;
pub mod io_error;
pub mod paths;
pub mod process;
pub mod scratch;
pub mod signals;
pub mod streams;
pub mod tools;
