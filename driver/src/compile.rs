//! `vexc FILE…`: compiles a program and writes what is asked for.

use crate::c::compiler;
use crate::codegen::{Codegen, Made};
use crate::command_line::cli::{CrateType, Options, Print, Usage};
use crate::command_line::inputs::Inputs;
use crate::flags::code;
use crate::flags::linking::Linking;
use crate::flags::outputs::{self, Output, OutputKind};
use crate::flags::passes::{Passes, llvm_pass};
use crate::link::linker::{self, Link};
use crate::pipeline;
use crate::session::{Failure, Session, Source};
use crate::system::files::{self, Dest};
use crate::system::io_error::{cannot_read, reason};
use crate::system::scratch::{Pending, Scratch};
use crate::system::streams;
use std::convert::Infallible;
use std::ffi::OsString;
use std::path::Path;
use vex_backend::PicMode;
use vex_backend::link::Artifact;
use vex_ir::span::Span;
use vex_ir::{Code, Diagnostic, cx, flow};

/// An input that no output uses.
const INPUT_UNUSED: Code = Code("E0908");

/// A program that is written to files.
struct Compile {
    passes: Passes,
    backend: vex_backend::Options,
    linking: Linking,
    /// The flags for C sources.
    c_flags: Vec<OsString>,
    outputs: Vec<Output>,
    crate_type: CrateType,
    print_link: bool,
}

/// Compiles a program; the exit status.
pub fn compile(options: Options, files: Vec<String>, lints: Vec<(char, String)>) -> Usage<i32> {
    let (session, compile) = Compile::new(options, files, lints)?;
    let Err(status) = session.work::<Infallible>(|session| compile.run(session).map(|()| None));
    Ok(status)
}

impl Compile {
    fn new(options: Options, files: Vec<String>, lints: Vec<(char, String)>) -> Usage<(Session, Compile)> {
        let inputs = Inputs::sort(files)?;
        let machine = code::machine(&options.code)?;
        let crate_type = outputs::crate_type(&options.output)?;
        let mut passes = Passes::new(&options.passes, &inputs.root, None)?;
        if !outputs::asked(&options.output) {
            passes.stop_at_dumps(&options.passes);
        }
        let outputs = outputs::outputs(&options.output, &inputs.root, crate_type, &machine.target)?;
        outputs::check(&inputs, crate_type, &outputs, options.output.output.is_some())?;
        let is_any = |kinds: &[OutputKind]| outputs.iter().any(|o| kinds.contains(&o.kind));
        passes.dumps.whole_program |= is_any(&[OutputKind::Tree]);
        let cpu = code::cpu(&options.code, &machine, false)?;
        let mut backend = code::backend(&options.code, cpu, passes.config.verify_each)?;
        backend.shared = crate_type == CrateType::Dylib;
        if backend.shared {
            backend.pic = PicMode::Pic;
        }
        backend.for_others = is_any(&[OutputKind::LlvmIr, OutputKind::LlvmBc]);
        let meaning = cx::Options {
            needs_main: is_any(&[OutputKind::Link]) && crate_type == CrateType::Bin && !passes.stops(),
            ..code::meaning_for(&options.code, &machine, &backend)?
        };
        let c_flags = compiler::flags(&machine.target, &backend, &options.input.include);
        let source = Source::new(&inputs.root, &passes, &options.input);
        let session = Session::new(source, machine, meaning, &options, lints);
        let linking = Linking::new(options.input, &options.messages, inputs)?;
        let print_link = options.output.print.contains(&Print::LinkArgs);
        Ok((session, Compile { passes, backend, linking, c_flags, outputs, crate_type, print_link }))
    }

    fn kinds(&self) -> Vec<OutputKind> {
        self.outputs.iter().map(|output| output.kind).collect()
    }

    fn run(&self, session: &mut Session) -> Result<(), Failure> {
        let tree = self.outputs.iter().find(|output| output.kind == OutputKind::Tree).map(|output| &output.dest);
        let foreign: Vec<&Path> = self.linking.foreign().collect();
        let Some(mut program) = pipeline::flow(session, &self.passes, &foreign, tree)? else { return Ok(()) };
        let mut made = self.codegen(session, &mut program)?;
        if self.passes.stops() {
            return Ok(());
        }
        for output in &self.outputs {
            let bytes = match output.kind {
                // Written when the last pass on Tree had run.
                OutputKind::Tree => continue,
                OutputKind::Flow => Some(flow::print::print(&session.cx, &program).into_bytes()),
                OutputKind::LlvmIr => made.ir.take(),
                OutputKind::LlvmBc => made.bitcode.take(),
                OutputKind::Asm => made.assembly.take(),
                OutputKind::Obj => made.object.clone(),
                OutputKind::Link => {
                    let object = made.object.clone().unwrap_or_default();
                    session.phase("link", |session| self.link(session, &program, output, &object))?;
                    continue;
                }
            };
            files::write(&output.dest, &bytes.unwrap_or_default()).map_err(|error| session.fail(error))?;
        }
        // Never dropped, like the session: the process ends soon.
        std::mem::forget(program);
        if self.kinds().contains(&OutputKind::Link) { Ok(()) } else { self.compile_sources(session) }
    }

    /// Runs LLVM as far as an output needs it.
    fn codegen(&self, session: &mut Session, program: &mut flow::Program) -> Result<Made, Failure> {
        let kinds = self.kinds();
        let dump = self.passes.config.dump_after.has(llvm_pass());
        if !dump && kinds.iter().all(|kind| matches!(kind, OutputKind::Tree | OutputKind::Flow)) {
            return Ok(Made::default());
        }
        let alone = kinds.iter().all(|kind| *kind == OutputKind::Link) && self.crate_type != CrateType::Staticlib;
        let codegen = Codegen {
            passes: &self.passes,
            backend: &self.backend,
            linking: &self.linking,
            kinds: &kinds,
            others: !alone || self.linking.foreign().next().is_some(),
        };
        codegen.run(session, program)
    }

    /// Makes an executable or a library.
    fn link(
        &self,
        session: &mut Session,
        program: &flow::Program,
        output: &Output,
        object: &[u8],
    ) -> Result<(), Failure> {
        let dir = Scratch::new().map_err(|error| session.fail(error))?;
        let inputs = linker::inputs(session, &self.linking, &self.c_flags, object, dir.path())?;
        let path = match &output.dest {
            Dest::File(path) => path.clone(),
            Dest::Stdout => dir.path().join("linked"),
        };
        let link = |artifact| Link {
            artifact,
            pic: self.backend.pic != PicMode::Static,
            extra: Vec::new(),
            print: self.print_link,
            execution: None,
        };
        match self.crate_type {
            CrateType::Staticlib => {
                linker::archive(session, &inputs, &path).map_err(|error| session.fail(error))?;
            }
            CrateType::Bin => {
                linker::link(session, &self.linking, program, inputs, &path, &link(Artifact::Executable))?;
            }
            CrateType::Dylib => {
                linker::link(session, &self.linking, program, inputs, &path, &link(Artifact::Shared))?;
            }
        }
        if output.dest == Dest::Stdout {
            let bytes = std::fs::read(&path).map_err(|e| session.fail(cannot_read("linked", &reason(&e))))?;
            streams::print(&bytes).map_err(|error| session.fail(error))?;
        }
        Ok(())
    }

    /// Where nothing is linked, C sources become what the program becomes, each beside the other.
    fn compile_sources(&self, session: &mut Session) -> Result<(), Failure> {
        for kind in self.kinds().into_iter().filter(|kind| kind.is_of_c()) {
            for source in &self.linking.c_sources {
                if let Some(what) = kind.nothing_to_make(source) {
                    let message = format!("`{}` is not used: {what}", source.display());
                    session.cx.emit(Diagnostic::warning(INPUT_UNUSED, "unused_inputs", Span::NONE, message));
                    continue;
                }
                let done = Pending::new(&kind.of_c(source)).and_then(|pending| {
                    compiler::compile(session, source, &self.c_flags, kind, pending.path())
                        .and_then(|()| pending.commit())
                });
                done.map_err(|error| session.fail(error))?;
            }
        }
        for object in &self.linking.objects {
            let message = format!("`{}` is not used: nothing is linked", object.display());
            session.cx.emit(Diagnostic::warning(INPUT_UNUSED, "unused_inputs", Span::NONE, message));
        }
        Ok(())
    }
}
