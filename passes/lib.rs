//! The passes of `vexc` and what runs them. `passes.toml` decides which and in what order; see `build.rs`.
//!
//! Architecture invariant: a pass never imports another pass, and nothing here knows LLVM or touches a file.

pub mod contracts;
mod demand;
mod parallel;
pub mod runner;

mod generated {
    use crate::contracts::Form;
    use crate::runner::{BodyPass, Convert, PassInfo, Runner, Stop};
    use vex_ir::lang::{self, Grammar, In, IrKind, Step};
    use vex_ir::{Cx, flow, tree};
    include!(concat!(env!("OUT_DIR"), "/pipeline.rs"));

    // Names what the generated code may or may not use, depending on passes.toml.
    const _: Option<(flow::Program, tree::Program, BodyPass<tree::Program>, Convert)> = None;
}

pub use generated::*;
