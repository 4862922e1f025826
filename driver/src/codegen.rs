//! From Flow to what LLVM makes of it.

use crate::dumps;
use crate::flags::linking::Linking;
use crate::flags::outputs::OutputKind;
use crate::flags::passes::{Passes, llvm_pass};
use crate::link::{missing, rehearsal};
use crate::messages::fault::LLVM_CANNOT;
use crate::session::{Failure, Session};
use crate::system::allocator;
use crate::system::io_error::{cannot_read, reason};
use vex_backend::{BackendError, Message, Session as Llvm, kinds, link};
use vex_ir::span::Span;
use vex_ir::tree::LinkKind;
use vex_ir::{Code, Cx, Diagnostic, flow};
use vex_passes::runner::Dump;

/// A function whose variables need more stack than code can address.
const FRAME_TOO_LARGE: Code = Code("E0339");
/// LLVM warns of something.
const LLVM_WARNS: Code = Code("E0643");

/// From how many bytes of source on the system is given back what the passes have taken, before LLVM needs as much.
const GIVEN_BACK_FROM: usize = 1 << 18;

/// What LLVM is to make of a program.
pub struct Codegen<'a> {
    pub passes: &'a Passes,
    pub backend: &'a vex_backend::Options,
    pub linking: &'a Linking,
    pub kinds: &'a [OutputKind],
    /// Whether other objects of the same executable or library may have copies of bitcode libraries.
    pub others: bool,
}

/// What LLVM made of a program: as much as the outputs need.
#[derive(Default)]
pub struct Made {
    pub ir: Option<Vec<u8>>,
    pub bitcode: Option<Vec<u8>>,
    pub assembly: Option<Vec<u8>>,
    pub object: Option<Vec<u8>>,
}

impl Codegen<'_> {
    fn wants(&self, kind: OutputKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Runs LLVM.
    pub fn run(&self, session: &mut Session, program: &mut flow::Program) -> Result<Made, Failure> {
        let bitcode = if self.passes.stops() { Vec::new() } else { self.bitcode_libraries(session, program)? };
        let mut said = Vec::new();
        let made = (|| {
            let make = || {
                let directory = std::env::current_dir().map(|d| d.display().to_string()).unwrap_or_default();
                let name = session.source.name().to_string();
                Llvm::new(&session.cx.target, vex_backend::Options { name, directory, ..self.backend.clone() })
            };
            // Never dropped: the process ends soon, and LLVM's teardown takes time.
            let llvm: &'static Llvm = Box::leak(Box::new(session.times.phase("llvm-setup", make)?));
            let made = self.make(session, program, llvm, &bitcode);
            said = llvm.messages();
            made
        })();
        let wrong = said.iter().any(|message| message.is_error || message.frame_size().is_some());
        for message in said {
            let diagnostic = of_llvm(&session.cx, program, message);
            session.cx.emit(diagnostic);
        }
        match made {
            Ok(_) if wrong => Err(Failure::Errors),
            made => made.map_err(|error| failure(session, error))?.ok_or(Failure::Errors),
        }
    }

    /// `None` where an error is reported.
    fn make(
        &self,
        session: &mut Session,
        program: &mut flow::Program,
        llvm: &'static Llvm,
        bitcode: &[(String, Vec<u8>)],
    ) -> Result<Option<Made>, BackendError> {
        let Session { cx, times, .. } = session;
        let bad_names = llvm.check_names(cx, program);
        if !bad_names.is_empty() {
            bad_names.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
            return Ok(None);
        }
        let mut module = times.phase("llvm-emit", || llvm.emit(cx, program))?;
        if !self.wants(OutputKind::Flow) {
            // LLVM has its own copy of the functions now, and needs the memory. That of a small program is not worth the time.
            program.bodies = Default::default();
            if cx.sources.files().iter().map(|file| file.text.len()).sum::<usize>() > GIVEN_BACK_FROM {
                allocator::give_back();
            }
        }
        let mut made = Made::default();
        if self.passes.config.dump_after.has(llvm_pass()) {
            let dump = Dump { pass: llvm_pass(), before: false, text: module.llvm_ir() };
            if let Err(error) = dumps::write(&self.passes.dumps, &dump) {
                cx.emit(*error);
                return Ok(None);
            }
        }
        if self.passes.stops() {
            std::mem::forget(module);
            return Ok(Some(made));
        }
        for (name, bytes) in bitcode {
            let fits = times.phase("llvm-bitcode", || {
                let library = llvm.read_bitcode(name, bytes)?;
                let symbols = (format!("the bitcode library `{name}`"), module.bitcode_symbols(&library));
                let fits = !kinds::check(cx, program, &[symbols]);
                if fits { module.link_bitcode(library).map(|()| fits) } else { Ok(fits) }
            })?;
            if !fits {
                return Ok(None);
            }
        }
        module.close_libraries(self.others);
        times.phase("llvm-optimize", || module.optimize())?;
        // Before code generation, which rewrites the module.
        made.bitcode = self.wants(OutputKind::LlvmBc).then(|| module.bitcode());
        made.ir = self.wants(OutputKind::LlvmIr).then(|| module.llvm_ir().into_bytes());
        if self.wants(OutputKind::Asm) {
            made.assembly = Some(times.phase("llvm-assembly", || module.assembly())?);
        }
        if self.wants(OutputKind::Obj) || self.wants(OutputKind::Link) {
            made.object = Some(times.phase("llvm-object", || module.object())?);
        }
        std::mem::forget(module);
        Ok(Some(made))
    }

    /// The libraries of `#[link(kind = "bitcode")]`, which become part of the module: `libNAME.bc` or `NAME.bc`.
    fn bitcode_libraries(
        &self,
        session: &mut Session,
        program: &flow::Program,
    ) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut found = Vec::new();
        let dirs = &self.linking.dirs;
        let libs = self.linking.libraries(&session.cx, program);
        for lib in libs.into_iter().filter(|lib| lib.kind == LinkKind::Bitcode) {
            let names = [format!("lib{}.bc", lib.name), format!("{}.bc", lib.name)];
            let places = dirs.iter().flat_map(|dir| names.iter().map(move |name| dir.join(name)));
            let Some(path) = places.into_iter().find(|path| path.is_file()) else {
                let hint = missing::bitcode_hint(dirs, &lib.name);
                let error = link::missing_bitcode(&session.cx, program, &lib.name, hint.as_ref());
                return Err(session.fail(Box::new(error)));
            };
            let bytes = std::fs::read(&path)
                .map_err(|e| session.fail(cannot_read(&path.display().to_string(), &reason(&e))))?;
            rehearsal::rehearse(&session.cx.target, self.backend.opt, &lib.name, &path)
                .map_err(|error| failure(session, error))?;
            found.push((lib.name, bytes));
        }
        Ok(found)
    }
}

/// Whether an error of LLVM's is internal or the user's.
fn failure(session: &mut Session, error: BackendError) -> Failure {
    match error {
        BackendError::Internal(what) => Failure::Internal(format!("pass `llvm-emit`: {what}")),
        BackendError::Llvm(what) => session.fail(Box::new(Diagnostic::error(LLVM_CANNOT, Span::NONE, what))),
    }
}

/// Something that LLVM says, at the function that it says it of.
fn of_llvm(cx: &Cx, program: &flow::Program, message: Message) -> Diagnostic {
    let named = |f: &&flow::Function| message.function.as_deref().is_some_and(|name| cx.text(f.symbol) == name);
    let function = program.fns.values().find(named);
    let span = function.map_or(Span::NONE, |f| f.span);
    if let Some(size) = message.frame_size() {
        let name = function.map_or("a function", |f| cx.text(f.symbol));
        return Diagnostic::error(FRAME_TOO_LARGE, span, format!("the variables of `{name}` need {size} bytes of stack"))
            .label("more than code can address")
            .note("a frame has less than 4294967296 bytes, and a thread has 8388608 as a rule; more is allocated when the program runs");
    }
    let text = format!("LLVM: {}", message.text);
    match message.is_error {
        true => Diagnostic::error(LLVM_CANNOT, span, text),
        false => Diagnostic::warning(LLVM_WARNS, "llvm_warnings", span, text),
    }
}
