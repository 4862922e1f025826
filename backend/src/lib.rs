//! From Flow to machine code: [`llvm_emit`], optimisation, objects, assembly, execution in memory, linking.
//!
//! A [`Session`] holds LLVM's context and the target machine; [`Session::emit`] makes a [`Module`], which is optimised
//! once and then written as object, assembly, LLVM IR or bitcode, each into memory: files are the driver's.
//!
//! Architecture invariant: this crate alone names LLVM.

pub mod binary;
mod bitcode;
mod cpus;
mod diagnostics;
pub mod elf;
mod features;
pub mod jit;
pub mod kinds;
pub mod link;
#[path = "../llvm_emit/mod.rs"]
pub mod llvm_emit;
pub mod memory;
mod optimize;
mod output;
mod target;

use diagnostics::Messages;
use inkwell::context::Context;
use inkwell::targets::TargetMachine;
use vex_ir::Diagnostic;
use vex_ir::cx::{Cx, OptLevel};
use vex_ir::flow::Program;
use vex_ir::target::Target;

pub use bitcode::rehearse;
pub use cpus::cpu_names;
pub use diagnostics::{Fatal, Message, on_fatal};
pub use target::{NATIVE, common_cpu, host_arch, host_cpu, host_features, host_triple, llvm_version, vector_bytes};

/// How code refers to addresses.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum PicMode {
    /// As the target's executables have it.
    #[default]
    Default,
    Pic,
    Static,
}

/// The syntax of assembly for x86.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum AsmSyntax {
    #[default]
    Att,
    Intel,
}

/// What flags decide for the backend.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    pub opt: OptLevel,
    /// `None`: what every CPU of the architecture can do. [`NATIVE`]: the machine's own, with its features.
    pub cpu: Option<String>,
    /// `+avx2,-sse4a`
    pub features: String,
    /// `-g`
    pub debug: bool,
    /// `-gdwarf-4`: the version of DWARF, `None` for the target's usual one.
    pub dwarf: Option<u8>,
    /// `-gline-tables-only`
    pub lines_only: bool,
    pub pic: PicMode,
    /// The result is a shared library: exported symbols can be replaced by others of the same name.
    pub shared: bool,
    pub asm_syntax: AsmSyntax,
    /// The module will be read by others (bitcode, LLVM IR, link-time optimisation): functions carry CPU and features.
    pub for_others: bool,
    /// Whether LLVM's verifier runs on what is emitted.
    pub verify: bool,
    /// The main source file, as debuggers and LLVM IR name it.
    pub name: String,
    /// The working directory, for debuggers.
    pub directory: String,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            opt: OptLevel::O0,
            cpu: None,
            features: String::new(),
            debug: false,
            dwarf: None,
            lines_only: false,
            pic: PicMode::Default,
            shared: false,
            asm_syntax: AsmSyntax::Att,
            for_others: false,
            verify: cfg!(debug_assertions),
            name: "vex".into(),
            directory: String::new(),
        }
    }
}

/// Why there is no code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BackendError {
    /// Flow broke one of its laws, or LLVM refuses what was emitted: an internal error.
    Internal(String),
    /// LLVM cannot do what was asked, for instance for this target.
    Llvm(String),
}

impl std::fmt::Display for BackendError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BackendError::Internal(what) => write!(f, "internal error in llvm-emit: {what}"),
            BackendError::Llvm(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for BackendError {}

/// LLVM, set up for one target and one set of options.
pub struct Session {
    context: Context,
    machine: TargetMachine,
    config: llvm_emit::Config,
    options: Options,
    /// After the context, which talks to it as long as it lives.
    messages: Messages,
}

impl Session {
    pub fn new(target: &Target, options: Options) -> Result<Session, BackendError> {
        output::set_asm_syntax(options.asm_syntax);
        let cpu = target::cpu(target, &options);
        // LLVM's own name for the machine at hand is right by definition.
        if options.cpu.as_deref() != Some(NATIVE) {
            cpus::check(target, &cpu.name).map_err(BackendError::Llvm)?;
        }
        features::check(target, &options.features).map_err(BackendError::Llvm)?;
        let machine = target::machine(target, &options, &cpu)?;
        let (cpu, features) = if options.for_others { (cpu.name, cpu.features) } else { Default::default() };
        let config = llvm_emit::Config {
            opt: options.opt,
            debug: options.debug,
            dwarf: options.dwarf,
            lines_only: options.lines_only,
            shared: options.shared,
            pic: target::is_pic(target, &options),
            cpu,
            features,
            verify: options.verify,
            name: options.name.clone(),
            directory: options.directory.clone(),
        };
        let context = Context::create();
        let messages = Messages::default();
        messages.listen(&context);
        Ok(Session { context, machine, config, options, messages })
    }

    /// What LLVM has said since the last time. With an error among it, nothing that was made may be used, whatever the functions
    /// that made it returned.
    pub fn messages(&self) -> Vec<Message> {
        self.messages.take()
    }

    /// Errors about names in LLVM's namespace (`llvm.…`); with one of them, the program must not be emitted. The parser rejects such
    /// names in the user's files, but not in a replaced standard library, nor in Flow text.
    pub fn check_names(&self, cx: &Cx, program: &Program) -> Vec<Diagnostic> {
        llvm_emit::check_names(cx, program, &self.config, &self.context, &self.machine)
    }

    /// Emits LLVM IR for a program in language `Lowered`.
    pub fn emit(&self, cx: &Cx, program: &Program) -> Result<Module<'_>, BackendError> {
        let emitted = llvm_emit::run(cx, program, &self.config, &self.context, &self.machine)
            .map_err(|e| BackendError::Internal(e.0))?;
        Ok(Module {
            session: self,
            module: emitted.module,
            always_inline: emitted.always_inline,
            inline_imports: emitted.inline_imports,
            no_builtins: emitted.no_builtins,
            libraries: Vec::new(),
        })
    }
}

/// A program as LLVM IR.
pub struct Module<'s> {
    session: &'s Session,
    module: inkwell::module::Module<'s>,
    always_inline: bool,
    /// Symbols of imports that the program wants inlined always.
    inline_imports: Vec<String>,
    no_builtins: Vec<String>,
    /// Symbols that bitcode libraries have brought.
    libraries: Vec<std::ffi::CString>,
}
