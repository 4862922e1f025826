//! `vexc run`: compiles a program in memory and executes it.

use crate::c::compiler;
use crate::codegen::Codegen;
use crate::command_line::cli::{Options, Usage, usage_error};
use crate::command_line::inputs::Inputs;
use crate::execution::executable::Executable;
use crate::execution::linked::{Execution, with_misplaced_input};
use crate::execution::main_thread::MainThread;
use crate::execution::resolve::{self, Choice};
use crate::flags::code;
use crate::flags::linking::Linking;
use crate::flags::outputs::{self, OutputKind};
use crate::flags::passes::Passes;
use crate::link::linker::{self, Link};
use crate::link::{belongs, missing, search, symbols};
use crate::pipeline;
use crate::session::{Failure, Session, Source};
use crate::system::io_error::{cannot_read, reason};
use crate::system::paths::{self, absolute};
use crate::system::scratch::Scratch;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::jit::{self, JitError, Linked};
use vex_backend::link::{Artifact, Problem};
use vex_backend::{PicMode, kinds, link};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::{Code, Diagnostic, cx, flow};

/// The smallest page of any machine that programs execute on in memory, in bytes.
const SMALLEST_PAGE: u64 = 4096;

/// The program cannot be executed in memory.
const NOT_EXECUTED: Code = Code("E0906");

/// The result of `vexc run` in this process.
pub enum Outcome {
    /// It is done, and this is the exit status: that of the program, where one was executed.
    Status(i32),
    /// A program in memory, for the main thread to execute with these arguments.
    Execute(Linked, Vec<OsString>),
}

/// A program that is executed at once.
struct Run {
    passes: Passes,
    backend: vex_backend::Options,
    linking: Linking,
    /// The flags for C sources.
    c_flags: Vec<OsString>,
    /// Of the program, its name first.
    args: Vec<OsString>,
}

/// How the program is executed.
enum Ready {
    /// In this process, with these libraries.
    InMemory { object: Vec<u8>, libraries: Vec<PathBuf> },
    /// In place of this process: what the system's linker made.
    Linked(Executable),
}

/// Compiles a program and executes it, or has the main thread do so.
pub fn run(
    options: Options,
    files: Vec<String>,
    args: Vec<OsString>,
    lints: Vec<(char, String)>,
    main: &MainThread,
) -> Usage<Outcome> {
    let (session, run) = Run::new(options, files, args, lints)?;
    Ok(session.work(|session| run.run(session, main)).unwrap_or_else(Outcome::Status))
}

impl Run {
    fn new(
        options: Options,
        files: Vec<String>,
        args: Vec<OsString>,
        lints: Vec<(char, String)>,
    ) -> Usage<(Session, Run)> {
        let inputs = Inputs::sort(files)?;
        let machine = code::machine(&options.code)?;
        if !machine.native {
            let name = &machine.target.name;
            return Err(usage_error(format!("`vexc run` executes on this machine, which is not `{name}`")));
        }
        let passes = Passes::new(&options.passes, &inputs.root, None)?;
        outputs::none("run", &options.output)?;
        let cpu = code::cpu(&options.code, &machine, true)?;
        let verify = passes.config.verify_each;
        let backend = vex_backend::Options { pic: PicMode::Pic, ..code::backend(&options.code, cpu, verify)? };
        let meaning = cx::Options { needs_main: true, ..code::meaning_for(&options.code, &machine, &backend)? };
        let c_flags = compiler::flags(&machine.target, &backend, &options.input.include);
        let source = Source::new(&inputs.root, &passes, &options.input);
        let args = std::iter::once(paths::word(source.name())).chain(args).collect();
        let session = Session::new(source, machine, meaning, &options, lints);
        let linking = Linking::new(options.input, &options.messages, inputs)?;
        Ok((session, Run { passes, backend, linking, c_flags, args }))
    }

    fn run(&self, session: &mut Session, main: &MainThread) -> Result<Option<Outcome>, Failure> {
        let foreign: Vec<&Path> = self.linking.foreign().collect();
        let Some(mut program) = pipeline::flow(session, &self.passes, &foreign, None)? else { return Ok(None) };
        let codegen = Codegen {
            passes: &self.passes,
            backend: &self.backend,
            linking: &self.linking,
            kinds: &[OutputKind::Obj],
            others: self.linking.foreign().next().is_some(),
        };
        let object = codegen.run(session, &mut program)?.object;
        let Some(object) = object.filter(|_| !self.passes.stops()) else { return Ok(None) };
        let ready = self.prepare(session, &program, object)?;
        session.finish();
        let outcome = self.execute(session, &program, ready, main)?;
        // As with names and types at the end of a session.
        std::mem::forget(program);
        Ok(Some(outcome))
    }

    /// Everything but the execution itself.
    ///
    /// A program that is all Vex is executed in this process, if that makes no difference to what it finds there (see
    /// [`resolve`]). Objects and archives that others compiled go through the system's
    /// linker and loader: they may have constructors, thread-local variables and C++'s runtime, which LLVM's linker in memory
    /// has no runtime for, and may rely on being in an executable, as code that C compilers make by default does.
    fn prepare(&self, session: &mut Session, program: &flow::Program, object: Vec<u8>) -> Result<Ready, Failure> {
        let libs = self.linking.libraries(&session.cx, program);
        let shared = search::shared_alone(&self.linking, &session.cx.target, &libs);
        let (mut why, mut only_missing) = (None, false);
        if let Some(libraries) = shared.filter(|_| fits_memory(session, program)) {
            belongs::check_loaded(session, &self.linking, program, &libraries)?;
            let in_memory = match resolve::choose(&object, &libraries) {
                Choice::InMemory => true,
                Choice::Missing(_) if !linker::can_link(session, &self.linking) => true,
                Choice::Missing(symbol) => {
                    why = Some(format!("it needs `{symbol}`, which no shared library has"));
                    only_missing = true;
                    false
                }
                Choice::Linked(reason) => {
                    why = Some(reason);
                    false
                }
            };
            if in_memory {
                let names = symbols::shared(session, program);
                let files = || self.symbols(&libraries, &names);
                if !names.is_empty() && kinds::check(&mut session.cx, program, &files()) {
                    return Err(Failure::Errors);
                }
                return Ok(Ready::InMemory { object, libraries });
            }
        }
        let execution = Execution { args: &self.args, why, only_missing };
        session.phase("link", |session| self.link(session, program, &object, &execution)).map(Ready::Linked)
    }

    /// What the shared libraries of a program in memory say of these symbols, in the order in which they are looked up.
    fn symbols(&self, libraries: &[PathBuf], names: &kinds::Names) -> Vec<kinds::File> {
        let dirs = search::library_dirs(&self.linking.dirs);
        // The loader knows them by their names alone.
        let system = ["libc.so.6", "libm.so.6", "libgcc_s.so.1"].map(PathBuf::from);
        let found = |name: &PathBuf| dirs.iter().map(|dir| dir.join(name)).find(|path| path.is_file());
        let paths = libraries.iter().chain(&system).filter_map(found);
        paths.filter_map(|path| symbols::of_file(path.to_str()?, None, names)).collect()
    }

    /// Links the program, so that it finds its shared libraries where the linker finds them.
    fn link(
        &self,
        session: &mut Session,
        program: &flow::Program,
        object: &[u8],
        execution: &Execution<'_>,
    ) -> Result<Executable, Failure> {
        let dir = Scratch::new().map_err(|error| session.fail(error))?;
        let inputs = linker::inputs(session, &self.linking, &self.c_flags, object, dir.path())?;
        let mut search: Vec<PathBuf> = self.linking.dirs.iter().map(|dir| absolute(dir)).collect();
        search.extend(self.linking.objects.iter().filter_map(|path| absolute(path).parent().map(Path::to_path_buf)));
        search.dedup();
        let rpath = |dir: PathBuf| ["-Xlinker".into(), "-rpath".into(), "-Xlinker".into(), dir.into()];
        let link = Link {
            artifact: Artifact::Executable,
            pic: true,
            extra: search.into_iter().flat_map(rpath).collect(),
            print: false,
            execution: Some(execution),
        };
        let path = dir.path().join("program");
        linker::link(session, &self.linking, program, inputs, &path, &link)?;
        let bytes = std::fs::read(&path);
        bytes.map(Executable).map_err(|e| session.fail(cannot_read(&path.display().to_string(), &reason(&e))))
    }

    /// Executes, or links for the main thread to do so. What goes wrong is about the program's declarations.
    fn execute(
        &self,
        session: &mut Session,
        program: &flow::Program,
        ready: Ready,
        main: &MainThread,
    ) -> Result<Outcome, Failure> {
        match ready {
            Ready::InMemory { object, libraries } => {
                let linked = main.load(&libraries).and_then(|libraries| jit::link(&[object], libraries));
                match linked {
                    Ok(linked) => Ok(Outcome::Execute(linked, self.args.clone())),
                    Err(error) => Err(self.not_linked(session, program, &error)),
                }
            }
            Ready::Linked(program) => program.execute(&self.args).map(Outcome::Status).map_err(|e| {
                let message = format!("cannot execute the program: {}", reason(&e));
                session.fail(Box::new(Diagnostic::error(NOT_EXECUTED, Span::NONE, message)))
            }),
        }
    }

    fn not_linked(&self, session: &mut Session, program: &flow::Program, error: &JitError) -> Failure {
        let problems = match error {
            JitError::Missing(symbols) => symbols.iter().map(|s| Problem::MissingSymbol(s.clone())).collect(),
            JitError::Library(path, _) => {
                let library = search::library_of(&session.cx, &self.linking, program, path);
                library.into_iter().map(Problem::MissingLibrary).collect()
            }
            JitError::Llvm(_) => Vec::new(),
        };
        if problems.is_empty() {
            return session.fail(Box::new(Diagnostic::error(NOT_EXECUTED, Span::NONE, error.to_string())));
        }
        let installed = missing::installed(session, &self.linking, program, &problems, None);
        for diagnostic in link::explain(&session.cx, program, &problems, &installed) {
            let mut diagnostic = diagnostic;
            if let JitError::Library(_, why) = error {
                diagnostic = diagnostic.note(why.as_str());
            }
            session.cx.emit(with_misplaced_input(diagnostic, &self.args));
        }
        Failure::Errors
    }
}

/// LLVM's linker in memory gives threads no variables of their own, and keeps no alignment beyond that of a page.
fn fits_memory(session: &Session, program: &flow::Program) -> bool {
    let align = |ty| layout(&program.types, &session.cx.target, ty).map_or(1, |layout| layout.align);
    program.globals.values().all(|global| !global.thread_local && align(global.ty) <= SMALLEST_PAGE)
}
