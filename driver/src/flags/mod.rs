//! What flags mean. Each action takes from here what it needs, before anything is read or written.

pub mod code;
pub mod linking;
pub mod outputs;
pub mod passes;
