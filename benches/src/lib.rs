//! What the benchmarks share: the generated corpus, and running the compiler on it in this process.

pub mod corpus;
pub mod pipeline;
