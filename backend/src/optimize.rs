//! LLVM's own pipelines.

use crate::{BackendError, Module};
use inkwell::passes::PassBuilderOptions;
use vex_ir::cx::OptLevel;

impl Module<'_> {
    /// Runs the pipeline of the optimisation level. Once, before any output.
    pub fn optimize(&self) -> Result<(), BackendError> {
        let passes = match self.session.options.opt {
            // At this level only `alwaysinline` has something to do, and looking for it costs more than asking first.
            OptLevel::O0 if self.always_inline => "always-inline",
            OptLevel::O0 => return Ok(()),
            OptLevel::O1 => "default<O1>",
            OptLevel::O2 => "default<O2>",
            OptLevel::O3 => "default<O3>",
            OptLevel::Os => "default<Os>",
            OptLevel::Oz => "default<Oz>",
        };
        let options = PassBuilderOptions::create();
        let vectorise = matches!(self.session.options.opt, OptLevel::O2 | OptLevel::O3 | OptLevel::Os);
        options.set_loop_vectorization(vectorise);
        options.set_loop_slp_vectorization(vectorise);
        options.set_loop_interleaving(vectorise);
        options.set_loop_unrolling(true);
        self.module
            .run_passes(passes, &self.session.machine, options)
            .map_err(|e| BackendError::Llvm(format!("LLVM's pipeline failed: {}", e.to_string())))
    }
}
