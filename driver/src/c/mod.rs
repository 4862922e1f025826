//! C sources and headers, which the system's C compiler reads.

pub mod compiler;
pub mod headers;
mod libc;
