//! From Flow to what the command line asked for: LLVM's outputs, executables, libraries.

use crate::belongs;
use crate::cli::CrateType;
use crate::execute::{self, Execution};
use crate::files;
use crate::libraries;
use crate::memory;
use crate::paths;
use crate::pipeline::{Failure, fail, write_dump};
use crate::plan::{self, Action, Dest, Kind, Output, Plan, llvm_pass};
use crate::rehearsal;
use crate::scratch::{Pending, Scratch};
use crate::timing::Timings;
use crate::tools;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::kinds;
use vex_backend::link::{self, Artifact, Lib, LinkJob};
use vex_backend::{BackendError, Message, Session};
use vex_ir::span::Span;
use vex_ir::target::{Env, ObjectFormat, Os};
use vex_ir::tree::LinkKind;
use vex_ir::{Code, Cx, Diagnostic, flow};
use vex_passes::runner::Dump;

/// LLVM cannot do what was asked.
const E0905: Code = Code("E0905");
/// A function whose variables need more stack than code can address.
const FRAME_TOO_LARGE: Code = Code("E0339");
/// LLVM warns of something.
const LLVM_WARNS: Code = Code("E0643");
/// An input that has no part in what is made.
const E0908: Code = Code("E0908");

/// What LLVM made of a program: as much as the outputs need.
#[derive(Default)]
struct Made {
    ir: Option<Vec<u8>>,
    bitcode: Option<Vec<u8>>,
    assembly: Option<Vec<u8>>,
    object: Option<Vec<u8>>,
}

/// Whether what comes now is ours to mend or the user's.
fn llvm_failure(cx: &mut Cx, error: BackendError) -> Failure {
    match error {
        BackendError::Internal(what) => Failure::Internal(format!("pass `llvm-emit`: {what}")),
        BackendError::Llvm(what) => fail(cx, Box::new(Diagnostic::error(E0905, Span::NONE, what))),
    }
}

/// The program as an object file, for execution in memory.
pub fn object(cx: &mut Cx, plan: &Plan, program: &mut flow::Program, times: &mut Timings) -> Result<Vec<u8>, Failure> {
    let made = make(cx, plan, program, &[Kind::Obj], times)?;
    Ok(made.object.unwrap_or_default())
}

/// Runs LLVM.
fn make(
    cx: &mut Cx,
    plan: &Plan,
    program: &mut flow::Program,
    kinds: &[Kind],
    times: &mut Timings,
) -> Result<Made, Failure> {
    let bitcode = if plan.stop.is_none() { bitcode_libraries(cx, plan, program)? } else { Vec::new() };
    let mut said = Vec::new();
    let made = (|| {
        let session = times.phase("llvm-setup", || Session::new(&plan.target, plan.backend.clone()))?;
        let session: &'static Session = Box::leak(Box::new(session));
        let made = with_session(cx, plan, program, kinds, times, session, &bitcode);
        said = session.messages();
        made
    })();
    let wrong = said.iter().any(|message| message.is_error || message.frame_size().is_some());
    for message in said {
        let diagnostic = of_llvm(cx, program, message);
        cx.emit(diagnostic);
    }
    match made {
        Ok(_) if wrong => Err(Failure::Errors),
        made => made.map_err(|error| llvm_failure(cx, error))?.ok_or(Failure::Errors),
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
        true => Diagnostic::error(E0905, span, text),
        false => Diagnostic::warning(LLVM_WARNS, "llvm_warnings", span, text),
    }
}

/// What LLVM makes of a program, in a session that is never taken apart: the process ends soon, and that would only cost time.
/// `None` where an error is reported.
fn with_session(
    cx: &mut Cx,
    plan: &Plan,
    program: &mut flow::Program,
    kinds: &[Kind],
    times: &mut Timings,
    session: &'static Session,
    bitcode: &[(String, Vec<u8>)],
) -> Result<Option<Made>, BackendError> {
    let wants = |kind: Kind| kinds.contains(&kind);
    let bad_names = session.check_names(cx, program);
    if !bad_names.is_empty() {
        bad_names.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
        return Ok(None);
    }
    let mut module = times.phase("llvm-emit", || session.emit(cx, program))?;
    if !wants(Kind::Flow) {
        // LLVM has the functions now, and needs the memory.
        program.bodies = Default::default();
        memory::give_back();
    }
    let mut made = Made::default();
    if plan.dump_llvm.1 {
        made.ir = Some(module.llvm_ir().into_bytes());
    }
    if plan.stop.is_none() {
        for (name, bytes) in bitcode {
            let fits = times.phase("llvm-bitcode", || {
                let library = session.read_bitcode(name, bytes)?;
                let symbols = (format!("the bitcode library `{name}`"), module.bitcode_symbols(&library));
                let fits = !kinds::check(cx, program, &[symbols]);
                if fits { module.link_bitcode(library).map(|()| fits) } else { Ok(fits) }
            })?;
            if !fits {
                return Ok(None);
            }
        }
        let alone = kinds.iter().all(|k| *k == Kind::Link) || matches!(plan.action, Action::Run(_));
        let alone = alone && plan.crate_type != CrateType::Staticlib;
        module.close_libraries(!alone || !plan.c_sources.is_empty() || !plan.objects.is_empty());
        times.phase("llvm-optimize", || module.optimize())?;
        // As long as code generation has not rewritten the module for itself.
        if wants(Kind::LlvmBc) {
            made.bitcode = Some(module.bitcode());
        }
        if wants(Kind::LlvmIr) {
            made.ir = Some(module.llvm_ir().into_bytes());
        }
        if wants(Kind::Asm) {
            made.assembly = Some(times.phase("llvm-assembly", || module.assembly())?);
        }
        if wants(Kind::Obj) || wants(Kind::Link) {
            made.object = Some(times.phase("llvm-object", || module.object())?);
        }
    }
    std::mem::forget(module);
    Ok(Some(made))
}

/// The libraries of `#[link(kind = "bitcode")]`, which become part of the module: `libNAME.bc` or `NAME.bc`.
fn bitcode_libraries(cx: &mut Cx, plan: &Plan, program: &flow::Program) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut found = Vec::new();
    for lib in libraries(cx, plan, program) {
        if lib.kind != LinkKind::Bitcode {
            continue;
        }
        let names = [format!("lib{}.bc", lib.name), format!("{}.bc", lib.name)];
        let places = plan.library_path.iter().flat_map(|dir| names.iter().map(move |name| dir.join(name)));
        let Some(path) = places.into_iter().find(|path| path.is_file()) else {
            let hint = libraries::bitcode_hint(plan, &lib.name);
            return Err(fail(cx, Box::new(link::missing_bitcode(cx, program, &lib.name, hint.as_ref()))));
        };
        let bytes = std::fs::read(&path)
            .map_err(|e| fail(cx, files::cannot_read(&path.display().to_string(), &files::reason(&e))))?;
        rehearsal::rehearse(plan, &lib.name, &path).map_err(|error| llvm_failure(cx, error))?;
        found.push((lib.name, bytes));
    }
    Ok(found)
}

/// Makes the outputs.
pub fn build(cx: &mut Cx, plan: &Plan, program: &mut flow::Program, times: &mut Timings) -> Result<(), Failure> {
    let kinds: Vec<Kind> = plan.outputs.iter().map(|o| o.kind).collect();
    let needs_llvm = plan.dump_llvm.1 || kinds.iter().any(|k| !matches!(k, Kind::Tree | Kind::Flow));
    let mut made = Made::default();
    if needs_llvm {
        made = make(cx, plan, program, &kinds, times)?;
    }
    if plan.dump_llvm.1 {
        let text = String::from_utf8(made.ir.clone().unwrap_or_default()).unwrap_or_default();
        write_dump(plan, &Dump { pass: llvm_pass(), before: false, text }).map_err(|error| fail(cx, error))?;
    }
    if plan.stop.is_some() {
        return Ok(());
    }
    for output in &plan.outputs {
        let bytes = match output.kind {
            // It was written when the pass had run.
            Kind::Tree => continue,
            Kind::Flow => Some(flow::print::print(cx, program).into_bytes()),
            Kind::LlvmIr => made.ir.take(),
            Kind::LlvmBc => made.bitcode.take(),
            Kind::Asm => made.assembly.take(),
            Kind::Obj => made.object.clone(),
            Kind::Link => {
                let object = made.object.clone().unwrap_or_default();
                times.phase("link", || link_output(cx, plan, program, output, &object))?;
                continue;
            }
        };
        files::write(&output.dest, &bytes.unwrap_or_default()).map_err(|error| fail(cx, error))?;
    }
    if kinds.contains(&Kind::Link) { Ok(()) } else { compile_sources(cx, plan, &kinds) }
}

/// Where nothing is linked, C sources become what the program becomes, each beside the other.
fn compile_sources(cx: &mut Cx, plan: &Plan, kinds: &[Kind]) -> Result<(), Failure> {
    for kind in kinds.iter().copied().filter(|k| !matches!(k, Kind::Tree | Kind::Flow)) {
        for source in &plan.c_sources {
            let target = plan::c_output(source, kind);
            if let Some(what) = tools::nothing_to_make(source, kind) {
                let message = format!("`{}` is not used: {what}", source.display());
                cx.emit(Diagnostic::warning(E0908, "unused_inputs", Span::NONE, message));
                continue;
            }
            let done = Pending::new(&target).and_then(|pending| {
                tools::compile_one(plan, source, kind, pending.path()).and_then(|()| pending.commit())
            });
            done.map_err(|error| fail(cx, error))?;
        }
    }
    for object in &plan.objects {
        let message = format!("`{}` is not used: nothing is linked", object.display());
        cx.emit(Diagnostic::warning(E0908, "unused_inputs", Span::NONE, message));
    }
    Ok(())
}

/// Makes an executable or a library.
fn link_output(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    output: &Output,
    object: &[u8],
) -> Result<(), Failure> {
    let dir = Scratch::new().map_err(|error| fail(cx, error))?;
    let inputs = inputs(cx, plan, object, dir.path())?;
    let path = match &output.dest {
        Dest::File(path) => path.clone(),
        Dest::Stdout => dir.path().join("linked"),
    };
    match plan.crate_type {
        CrateType::Staticlib => tools::archive(plan, &inputs, &path).map_err(|error| fail(cx, error))?,
        CrateType::Bin | CrateType::Dylib => link(cx, plan, program, inputs, &[], &path, None)?,
    }
    if output.dest == Dest::Stdout {
        let read = std::fs::read(&path).map_err(|e| fail(cx, files::cannot_read("linked", &files::reason(&e))));
        let bytes = read?;
        files::print(&bytes).map_err(|error| fail(cx, error))?;
    }
    Ok(())
}

/// What is linked: the program's object, those of C sources, and what was given, in a directory where needed.
fn inputs(cx: &mut Cx, plan: &Plan, object: &[u8], dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let own = dir.join(format!("{}{}", tools::short(&plan::stem(&plan.root)), plan.target.object_suffix));
    files::write(&Dest::File(own.clone()), object).map_err(|error| fail(cx, error))?;
    let mut inputs = vec![own];
    let of_sources = tools::compile_c(cx, plan, dir)?;
    belongs::check_given(cx, plan, &of_sources)?;
    inputs.extend(of_sources);
    inputs.extend(plan.objects.iter().map(|path| tools::operand(path)));
    Ok(inputs)
}

/// Links a program that is to be executed at once, and finds its shared libraries where the linker found them.
pub fn linked(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    object: &[u8],
    execution: &Execution,
) -> Result<execute::Program, Failure> {
    let dir = Scratch::new().map_err(|error| fail(cx, error))?;
    let inputs = inputs(cx, plan, object, dir.path())?;
    let mut search: Vec<PathBuf> = plan.library_path.iter().map(|dir| execute::absolute(dir)).collect();
    search.extend(plan.objects.iter().filter_map(|path| execute::absolute(path).parent().map(Path::to_path_buf)));
    search.dedup();
    let mut rpath: Vec<OsString> = Vec::new();
    for dir in search {
        rpath.extend(["-Xlinker".into(), "-rpath".into(), "-Xlinker".into(), dir.into()]);
    }
    let path = dir.path().join("program");
    link(cx, plan, program, inputs, &rpath, &path, Some(execution))?;
    std::fs::read(&path)
        .map(execute::Program)
        .map_err(|e| fail(cx, files::cannot_read(&path.display().to_string(), &files::reason(&e))))
}

/// The libraries of the program and of the command line.
pub fn libraries(cx: &Cx, plan: &Plan, program: &flow::Program) -> Vec<Lib> {
    let mut libs = link::libs(cx, program);
    for lib in &plan.libs {
        let lib = Lib { name: lib.name.clone(), kind: lib.kind };
        if !libs.contains(&lib) {
            libs.push(lib);
        }
    }
    libs.extend(cxx_runtime(plan).filter(|lib| !libs.contains(lib)));
    libs
}

/// What C++ sources need, and the C compiler does not link by itself.
fn cxx_runtime(plan: &Plan) -> Option<Lib> {
    plan.c_sources.iter().find(|path| path.extension().is_some_and(|e| e == "cc" || e == "cpp" || e == "cxx"))?;
    let name = match (plan.target.os, plan.target.env) {
        (Os::Windows, Env::Msvc) => return None,
        (Os::MacOs | Os::FreeBsd, _) => "c++",
        // GNU's, and with it that of most systems.
        (Os::Linux | Os::Windows | Os::Wasi | Os::None | Os::Unknown, _) => "stdc++",
    };
    Some(Lib { name: name.into(), kind: LinkKind::Default })
}

/// Runs a linker, and has it say which files it reads if it can: linkers search in their own ways.
fn run_linker(plan: &Plan, args: &[OsString]) -> Result<std::process::Output, Box<Diagnostic>> {
    if plan.target.object == ObjectFormat::Elf {
        let mut tracing = args.to_vec();
        tracing.push("-Wl,--trace".into());
        let output = tools::output(&tracing, plan.verbose)?;
        if output.status.success() || !String::from_utf8_lossy(&output.stderr).contains("--trace") {
            return Ok(output);
        }
    }
    tools::output(args, plan.verbose)
}

/// The symbols of which the files that are linked may say something else than the program. What the standard library that the
/// compiler brings along says of C was held against C's headers.
pub fn shared_names(cx: &Cx, plan: &Plan, program: &flow::Program) -> kinds::Names {
    let of_std: Vec<bool> =
        cx.sources.files().iter().map(|file| plan.search.std.is_none() && files::is_std(file)).collect();
    kinds::shared(cx, program, |span| cx.sources.file_index(span).is_some_and(|index| of_std[index]))
}

/// What a file that is linked says of these symbols; `None` if it cannot be read.
pub fn symbols_of(file: &str, member: Option<&str>, names: &kinds::Names) -> Option<kinds::File> {
    // Whoever links it has read it, and said what is wrong.
    let bytes = std::fs::read(file).ok()?;
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
    let shown = member.map_or_else(|| format!("`{name}`"), |member| format!("`{name}({member})`"));
    Some((shown, kinds::read(&bytes, member, names)))
}

/// Whether there is something to link with.
pub fn can_link(plan: &Plan) -> bool {
    job(plan, Vec::new(), Vec::new(), Vec::new(), Path::new("")).command().is_ok()
}

fn job<'a>(plan: &'a Plan, inputs: Vec<PathBuf>, libs: Vec<Lib>, extra: Vec<OsString>, output: &Path) -> LinkJob<'a> {
    LinkJob {
        target: &plan.target,
        artifact: if plan.crate_type == CrateType::Dylib { Artifact::Shared } else { Artifact::Executable },
        inputs,
        libs,
        search: plan.library_path.clone(),
        output: tools::operand(output),
        pic: plan.backend.pic != vex_backend::PicMode::Static,
        extra,
        cc: plan.linker.clone(),
        native: plan.native,
        host_arch: vex_backend::host_arch(),
        installed: &tools::installed,
    }
}

fn link(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    inputs: Vec<PathBuf>,
    extra: &[OsString],
    path: &Path,
    execution: Option<&Execution>,
) -> Result<(), Failure> {
    let pending = Pending::new(path).map_err(|error| fail(cx, error))?;
    let extra = extra.iter().cloned().chain(plan.link_args.iter().map(|arg| paths::word(arg))).collect();
    let job = job(plan, inputs, libraries(cx, plan, program), extra, pending.path());
    let args = job.command().map_err(|error| match execution {
        Some(execution) => fail(cx, Box::new(execution.without_linker(*error))),
        None => fail(cx, error),
    })?;
    if plan.print_link_args {
        files::print(format!("{}\n", tools::shell(&args)).as_bytes()).map_err(|error| fail(cx, error))?;
    }
    let output = run_linker(plan, &args).map_err(|error| fail(cx, error))?;
    let [read, said] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    let made = output.status.success().then(|| pending.path());
    if let Some(made) = made {
        tools::check_made(&args, made).map_err(|error| fail(cx, error))?;
    } else if plan.verbose {
        crate::report::eprint(&said);
    }
    // Whatever else is wrong with another machine's files says nothing.
    belongs::check_linked(cx, plan, program, (&read, &said), made)?;
    let names = shared_names(cx, plan, program);
    let files = kinds::traced(&read).into_iter().chain(kinds::compared(&said)).filter(|_| !names.is_empty());
    let files: Vec<kinds::File> = files.filter_map(|(file, member)| symbols_of(file, member, &names)).collect();
    let mismatch = kinds::check(cx, program, &files);
    if made.is_some() {
        if mismatch {
            return Err(Failure::Errors);
        }
        return pending.commit().map_err(|error| fail(cx, error));
    }
    let compiler = job.compiler().unwrap_or_default();
    let compiler = execution.is_none_or(Execution::searches_as_linker).then_some(compiler.as_slice());
    for diagnostic in explain(cx, plan, program, &said, (compiler, mismatch)) {
        cx.emit(match execution {
            Some(execution) => execution.explain(diagnostic),
            None => diagnostic,
        });
    }
    Err(Failure::Errors)
}

/// What to tell the user of a linker that failed; `mismatch`, if symbols have been found to be of another kind.
fn explain(
    cx: &Cx,
    plan: &Plan,
    program: &flow::Program,
    said: &str,
    (compiler, mismatch): (Option<&[OsString]>, bool),
) -> Vec<Diagnostic> {
    if let Some(error) = (!plan.native).then(|| link::no_system(&plan.target, said)).flatten() {
        return vec![error];
    }
    // GNU's linker says of thread-local variables what has just been said, in its own words.
    let problems = link::parse_errors(said);
    if mismatch && problems.is_empty() {
        return Vec::new();
    }
    let installed = libraries::installed(cx, plan, program, &problems, compiler);
    link::diagnose(cx, program, said, &installed)
}
