//! From source text to Flow: the frontend and the passes, with whatever the flags want to see of them.

use crate::c::headers;
use crate::dumps;
use crate::flags::passes::{Passes, last_tree_pass, llvm_pass};
use crate::messages::timing::LOAD;
use crate::session::{Failure, Session};
use crate::system::files::{self, Dest, Disk};
use crate::system::paths;
use std::path::Path;
use std::sync::Arc;
use vex_ir::flow::verify_flow;
use vex_ir::lang::{In, Violation};
use vex_ir::{Code, Cx, Diagnostic, flow};
use vex_passes::PASSES;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, Stop};

/// Flow text that can be read, but breaks a law of Flow.
const NOT_FLOW_OF_PASS: Code = Code("E0641");

/// Reads the program and runs the passes before LLVM. `None`: the flags want no more than that.
///
/// `foreign` are the files that other tools will read; Tree after its last pass goes to `tree`.
pub fn flow(
    session: &mut Session,
    passes: &Passes,
    foreign: &[&Path],
    tree: Option<&Dest>,
) -> Result<Option<flow::Program>, Failure> {
    let runtime = session.source.own_std().map(|dir| paths::path(dir).join("rt.vx"));
    for path in foreign.iter().copied().chain(runtime.as_deref()) {
        files::check_readable(path).map_err(|error| session.fail(error))?;
    }
    let program = read_and_run(session, passes, tree);
    // Headers are looked for with whatever else is wrong.
    let found = headers::check(session);
    let program = program?;
    found?;
    let clean = session.flush();
    if program.is_some() && !clean { Err(Failure::Errors) } else { Ok(program) }
}

fn read_and_run(session: &mut Session, passes: &Passes, tree: Option<&Dest>) -> Result<Option<flow::Program>, Failure> {
    let (name, text) = files::read_root(&session.source.root).map_err(|error| session.fail(error))?;
    let mut config = passes.config.clone();
    let wanted = config.dump_after.has(last_tree_pass());
    if tree.is_some() && !wanted {
        add(&mut config.dump_after, last_tree_pass());
    }
    let mut sink = Sink { passes, tree: tree.map(|dest| (dest, wanted)), error: None };
    let result = run(session, passes, &config, (name, text), &mut sink);
    if let Some(error) = sink.error {
        return Err(session.fail(error));
    }
    let program = match result {
        Ok(program) => program,
        Err(Stop::Asked) => return Ok(None),
        Err(Stop::Errors) => return Err(Failure::Errors),
        Err(Stop::Broken { pass, violation }) => return Err(Failure::Internal(broken(&session.cx, pass, &violation))),
    };
    // The runner does not know LLVM's pass.
    if config.dump_before.has(llvm_pass()) {
        let options = flow::print::PrintOptions { positions: passes.dumps.spans };
        let text = flow::print::print_with(&session.cx, &program, options);
        let dump = Dump { pass: llvm_pass(), before: true, text };
        dumps::write(&passes.dumps, &dump).map_err(|error| session.fail(error))?;
    }
    Ok(Some(program))
}

fn add(selection: &mut Selection, pass: usize) {
    match selection {
        Selection::Some(list) => list.push(pass),
        none @ Selection::None => *none = Selection::Some(vec![pass]),
        Selection::All => {}
    }
}

fn run(
    session: &mut Session,
    passes: &Passes,
    config: &Config,
    (name, text): (String, Arc<str>),
    sink: &mut Sink<'_>,
) -> Result<flow::Program, Stop> {
    let mut sink = |dump: Dump| sink.take(&dump);
    let style = DumpStyle { whole_program: passes.dumps.whole_program, spans: passes.dumps.spans };
    let mut runner = Runner::new(config, style, &mut sink);
    let (cx, source) = (&mut session.cx, &session.source);
    let result = if source.is_flow {
        let program = session.times.phase(LOAD, || read_flow(cx, config, name, text));
        program.and_then(|program| vex_passes::run_flow(&mut runner, cx, In::new(program)))
    } else {
        let program = session.times.phase(LOAD, || vex_frontend::load(cx, &Disk, &name, text, &source.search));
        vex_passes::run(&mut runner, cx, In::new(program))
    };
    session.times.add_passes(&runner.timings);
    match result {
        Ok(_) if session.cx.diags.has_errors() => Err(Stop::Errors),
        Ok(program) => Ok(program.into_inner()),
        Err(stop) => Err(stop),
    }
}

fn read_flow(cx: &mut Cx, config: &Config, name: String, text: Arc<str>) -> Result<flow::Program, Stop> {
    // A text beyond the 4 GiB of offsets has no base; the reader rejects it because of its size.
    let base = cx.sources.add(name, text.clone()).map_or(u32::MAX, |file| cx.sources.files()[file].base);
    let program = flow::read::read(cx, &text, base).map_err(|error| {
        cx.emit(*error);
        Stop::Errors
    })?;
    // Text that was written by hand may break the laws of Flow, which is an error of the text, not of a pass.
    let Some(start) = config.start_after else { return Ok(program) };
    verify_flow(&program, PASSES[start].after).map_err(|violation| {
        let message = format!("this is no Flow as `{}` leaves it: {}", PASSES[start].name, violation.what);
        let why = format!("`vexc passes {}` says what it establishes", PASSES[start].name);
        cx.emit(Diagnostic::error(NOT_FLOW_OF_PASS, violation.span, message).note(why));
        Stop::Errors
    })?;
    Ok(program)
}

/// Takes dumps as they come.
struct Sink<'a> {
    passes: &'a Passes,
    /// Where Tree after its last pass goes, and whether that is to be dumped, too.
    tree: Option<(&'a Dest, bool)>,
    /// The first that went wrong.
    error: Option<Box<Diagnostic>>,
}

impl Sink<'_> {
    fn take(&mut self, dump: &Dump) {
        if let Err(error) = self.write(dump) {
            self.error.get_or_insert(error);
        }
    }

    fn write(&self, dump: &Dump) -> Result<(), Box<Diagnostic>> {
        if let Some((dest, wanted)) = self.tree
            && dump.pass == last_tree_pass()
            && !dump.before
        {
            files::write(dest, dump.text.as_bytes())?;
            if !wanted {
                return Ok(());
            }
        }
        dumps::write(&self.passes.dumps, dump)
    }
}

/// What to say of a pass that broke its contract.
fn broken(cx: &Cx, pass: usize, violation: &Violation) -> String {
    let at = match cx.sources.location(violation.span) {
        Some((file, at)) => format!("\n  --> {file}:{}:{}", at.line, at.col),
        None => String::new(),
    };
    format!("pass `{}` broke its contract: {}{at}", PASSES[pass].name, violation.what)
}
