//! What the benchmarks share: the generated corpus, and running the compiler on it in this process.

pub mod corpus;
pub mod pipeline;

/// As in the driver: passes allocate many small lists and free them together.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
