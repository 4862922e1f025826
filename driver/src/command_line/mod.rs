//! The command line as text: options, their spellings, and where a program's own arguments begin.

mod border;
pub mod cli;
pub mod elsewhere;
pub mod inputs;
mod response;
pub mod words;
