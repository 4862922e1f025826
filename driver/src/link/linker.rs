//! The linker and the archiver: they are run, and what they say is explained.

use crate::c::compiler;
use crate::execution::linked::Execution;
use crate::flags::linking::Linking;
use crate::link::{belongs, missing, symbols};
use crate::session::{Failure, Session};
use crate::system::paths::{self, short, stem};
use crate::system::scratch::Pending;
use crate::system::tools::{TOOL_FAILED, check_made, installed, operand, shell};
use crate::system::{files, streams};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;
use vex_backend::kinds;
use vex_backend::link::{self, Artifact, LinkJob};
use vex_ir::span::Span;
use vex_ir::target::ObjectFormat;
use vex_ir::{Diagnostic, flow};

/// What the linker makes, and how.
pub struct Link<'a> {
    pub artifact: Artifact,
    /// Whether the code can run at any address.
    pub pic: bool,
    /// Further arguments.
    pub extra: Vec<OsString>,
    /// Whether the command is printed.
    pub print: bool,
    /// Where the result is executed at once.
    pub execution: Option<&'a Execution<'a>>,
}

/// What is linked: the program's object, those of C sources, and what was given, in a directory where needed.
pub fn inputs(
    session: &mut Session,
    linking: &Linking,
    c_flags: &[OsString],
    object: &[u8],
    dir: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let own = dir.join(format!("{}{}", short(&stem(&session.source.root)), session.cx.target.object_suffix));
    files::write(&files::Dest::File(own.clone()), object).map_err(|error| session.fail(error))?;
    let mut inputs = vec![own];
    let of_sources = compiler::objects(session, &linking.c_sources, c_flags, dir)?;
    belongs::check_given(session, linking, &of_sources)?;
    inputs.extend(of_sources);
    inputs.extend(linking.objects.iter().map(|path| operand(path)));
    Ok(inputs)
}

/// Puts objects into a static library.
pub fn archive(session: &Session, inputs: &[PathBuf], path: &Path) -> Result<(), Box<Diagnostic>> {
    let pending = Pending::new(path)?;
    let made = operand(pending.path());
    let args = link::archive_command(&session.cx.target, session.native, inputs, &made, &installed);
    let output = session.tool(&args)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim_end().to_string();
        let message = format!("the archiver failed to make `{}`", path.display());
        return Err(Box::new(Diagnostic::error(TOOL_FAILED, Span::NONE, message).note(said)));
    }
    check_made(&args, &made)?;
    pending.commit()
}

/// Whether there is something to link with.
pub fn can_link(session: &Session, linking: &Linking) -> bool {
    let link = Link { artifact: Artifact::Executable, pic: true, extra: Vec::new(), print: false, execution: None };
    job(session, linking, &link).command().is_ok()
}

/// A job without inputs, libraries and output.
fn job<'a>(session: &'a Session, linking: &Linking, link: &Link<'_>) -> LinkJob<'a> {
    LinkJob {
        target: &session.cx.target,
        artifact: link.artifact,
        inputs: Vec::new(),
        libs: Vec::new(),
        search: linking.dirs.clone(),
        output: PathBuf::new(),
        pic: link.pic,
        extra: link.extra.iter().cloned().chain(linking.args.iter().map(|arg| paths::word(arg))).collect(),
        cc: linking.linker.clone(),
        native: session.native,
        host_arch: vex_backend::host_arch(),
        installed: &installed,
    }
}

/// Makes an executable or a shared library.
pub fn link(
    session: &mut Session,
    linking: &Linking,
    program: &flow::Program,
    inputs: Vec<PathBuf>,
    path: &Path,
    link: &Link<'_>,
) -> Result<(), Failure> {
    let pending = Pending::new(path).map_err(|error| session.fail(error))?;
    let libs = linking.libraries(&session.cx, program);
    let whole = LinkJob { inputs, libs, output: operand(pending.path()), ..job(session, linking, link) };
    let args = match (whole.command(), link.execution) {
        (Ok(args), _) => args,
        (Err(error), Some(execution)) => return Err(session.fail(Box::new(execution.without_linker(*error)))),
        (Err(error), None) => return Err(session.fail(error)),
    };
    if link.print {
        streams::print(format!("{}\n", shell(&args)).as_bytes()).map_err(|error| session.fail(error))?;
    }
    let output = run(session, &args).map_err(|error| session.fail(error))?;
    let [read, said] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    let made = output.status.success().then(|| pending.path());
    if let Some(made) = made {
        check_made(&args, made).map_err(|error| session.fail(error))?;
    } else {
        session.show_said(&said);
    }
    // If files are for another machine, everything else the linker says about them is a consequence.
    belongs::check_linked(session, linking, program, (&read, &said), made)?;
    let names = symbols::shared(session, program);
    let files = kinds::traced(&read).into_iter().chain(kinds::compared(&said)).filter(|_| !names.is_empty());
    let files: Vec<kinds::File> = files.filter_map(|(file, member)| symbols::of_file(file, member, &names)).collect();
    let mismatch = kinds::check(&mut session.cx, program, &files);
    if made.is_some() {
        if mismatch {
            return Err(Failure::Errors);
        }
        return pending.commit().map_err(|error| session.fail(error));
    }
    let compiler = job(session, linking, link).compiler().unwrap_or_default();
    let compiler = link.execution.is_none_or(Execution::searches_as_linker).then_some(compiler.as_slice());
    for diagnostic in explain(session, linking, program, &said, (compiler, mismatch)) {
        session.cx.emit(match link.execution {
            Some(execution) => execution.explain(diagnostic),
            None => diagnostic,
        });
    }
    Err(Failure::Errors)
}

/// Runs a linker, and has it say which files it reads if it can: linkers search in their own ways.
fn run(session: &Session, args: &[OsString]) -> Result<Output, Box<Diagnostic>> {
    if session.cx.target.object == ObjectFormat::Elf {
        let mut tracing = args.to_vec();
        tracing.push("-Wl,--trace".into());
        let output = session.tool(&tracing)?;
        if output.status.success() || !String::from_utf8_lossy(&output.stderr).contains("--trace") {
            return Ok(output);
        }
    }
    session.tool(args)
}

/// What to tell the user of a linker that failed; `mismatch`, if symbols have been found to be of another kind.
fn explain(
    session: &Session,
    linking: &Linking,
    program: &flow::Program,
    said: &str,
    (compiler, mismatch): (Option<&[OsString]>, bool),
) -> Vec<Diagnostic> {
    if let Some(error) = (!session.native).then(|| link::no_system(&session.cx.target, said)).flatten() {
        return vec![error];
    }
    // GNU's linker also reports these thread-local variables, in its own words.
    let problems = link::parse_errors(said);
    if mismatch && problems.is_empty() {
        return Vec::new();
    }
    let installed = missing::installed(session, linking, program, &problems, compiler);
    link::diagnose(&session.cx, program, said, &installed)
}
