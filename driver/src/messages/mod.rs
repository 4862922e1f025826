//! What is reported: diagnostics, internal errors, times.

pub mod fault;
mod json;
pub mod report;
pub mod timing;
