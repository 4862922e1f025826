//! Running the compiler in this process, part by part.

use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::{Cx, flow, tree};
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Timing};

/// A compilation that can be run up to any point.
pub struct Compiler {
    pub cx: Cx,
    pub timings: Vec<Timing>,
}

impl Default for Compiler {
    fn default() -> Self {
        Compiler::new()
    }
}

impl Compiler {
    pub fn new() -> Compiler {
        let target = Target::parse("x86_64-unknown-linux-gnu").expect("a supported target");
        Compiler { cx: Cx::new(target, Options::default()), timings: Vec::new() }
    }

    pub fn parse(&mut self, text: &str) -> tree::Program {
        vex_frontend::parse_module(&mut self.cx, "corpus.vx", text)
    }

    /// All passes before LLVM.
    pub fn passes(&mut self, program: tree::Program, time: bool) -> Option<flow::Program> {
        let config = Config { time_passes: time, ..Config::default() };
        let mut sink = |_: Dump| {};
        let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
        let built = vex_passes::run(&mut runner, &mut self.cx, In::new(program));
        self.timings = runner.timings;
        built.ok().map(|ir| ir.into_inner())
    }

    /// Everything before LLVM; the errors found.
    pub fn front(&mut self, text: &str) -> Vec<String> {
        let program = self.parse(text);
        let built = self.passes(program, false).is_some();
        let mut errors: Vec<String> = self.cx.diags.list().iter().map(|d| d.message.clone()).collect();
        if !built && errors.is_empty() {
            errors.push("the pipeline stopped".to_string());
        }
        errors
    }
}
