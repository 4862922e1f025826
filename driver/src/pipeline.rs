//! From source text to Flow: the frontend and the passes, with whatever the flags want to see of them.

use crate::cli::DumpModules;
use crate::files::{self, Disk};
use crate::plan::{Dest, Kind, Plan, last_tree_pass, llvm_pass};
use crate::timing::{LOAD, Timings};
use std::sync::Arc;
use vex_ir::lang::{In, IrKind, Violation, verify_flow};
use vex_ir::{Code, Cx, Diagnostic, flow, tree};
use vex_passes::PASSES;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, Stop};

/// Flow text that can be read, but breaks a law of Flow.
const E0641: Code = Code("E0641");

/// Why there is no result.
pub enum Failure {
    /// The program has errors. They are in the context, or were shown already.
    Errors,
    /// A fault of ours.
    Internal(String),
}

/// Puts an error where the report finds it.
pub fn fail(cx: &mut Cx, error: Box<Diagnostic>) -> Failure {
    cx.emit(*error);
    Failure::Errors
}

/// Reads the program and runs the passes before LLVM. `None`: the command line wants no more than that.
pub fn run(cx: &mut Cx, plan: &mut Plan, times: &mut Timings) -> Result<Option<flow::Program>, Failure> {
    let (name, text) = files::read_root(&plan.root).map_err(|error| fail(cx, error))?;
    plan.backend.name.clone_from(&name);
    let mut config = plan.config.clone();
    let mut dumps = Dumps { plan, tree: tree_output(plan, &mut config), error: None };
    let result = passes(cx, plan, &config, (name, text), &mut dumps, times);
    if let Some(error) = dumps.error.take() {
        return Err(fail(cx, error));
    }
    match result {
        Ok(program) => {
            let before_llvm =
                || flow::print::print_with(cx, &program, flow::print::PrintOptions { positions: plan.spans });
            if plan.dump_llvm.0 {
                let dump = Dump { pass: llvm_pass(), before: true, text: before_llvm() };
                write_dump(plan, &dump).map_err(|error| fail(cx, error))?;
            }
            Ok(Some(program))
        }
        Err(Stop::Asked) => Ok(None),
        Err(Stop::Errors) => Err(Failure::Errors),
        Err(Stop::Broken { pass, violation }) => Err(Failure::Internal(broken(cx, pass, &violation))),
    }
}

fn passes(
    cx: &mut Cx,
    plan: &Plan,
    config: &Config,
    (name, text): (String, Arc<str>),
    dumps: &mut Dumps<'_>,
    times: &mut Timings,
) -> Result<flow::Program, Stop> {
    let mut sink = |dump: Dump| dumps.take(dump);
    let style = DumpStyle { whole_program: plan.modules == DumpModules::All, spans: plan.spans };
    let mut runner = Runner::new(config, style, &mut sink);
    let result = if plan.is_flow() {
        let program = times.phase(LOAD, || read_flow(cx, plan, name, text));
        program.and_then(|program| vex_passes::run_flow(&mut runner, cx, In::new(program)))
    } else {
        let program = times.phase(LOAD, || load(cx, plan, &name, text));
        vex_passes::run(&mut runner, cx, In::new(program))
    };
    times.add_passes(&runner.timings);
    match result {
        Ok(_) if cx.diags.has_errors() => Err(Stop::Errors),
        Ok(program) => Ok(program.into_inner()),
        Err(stop) => Err(stop),
    }
}

fn load(cx: &mut Cx, plan: &Plan, name: &str, text: Arc<str>) -> tree::Program {
    vex_frontend::load(cx, &Disk, name, text, &plan.search)
}

fn read_flow(cx: &mut Cx, plan: &Plan, name: String, text: Arc<str>) -> Result<flow::Program, Stop> {
    // A text that does not fit has no base; the reader refuses it by its size.
    let base = cx.sources.add(name, text.clone()).map_or(u32::MAX, |file| cx.sources.files()[file].base);
    let program = flow::read::read(cx, &text, base).map_err(|error| {
        cx.emit(*error);
        Stop::Errors
    })?;
    // What people write may break the laws that passes keep: their mistake, not a pass's.
    let Some(start) = plan.config.start_after else { return Ok(program) };
    verify_flow(&program, PASSES[start].after).map_err(|violation| {
        let message = format!("this is no Flow as `{}` leaves it: {}", PASSES[start].name, violation.what);
        let why = format!("`vexc passes {}` says what it establishes", PASSES[start].name);
        cx.emit(Diagnostic::error(E0641, violation.span, message).note(why));
        Stop::Errors
    })?;
    Ok(program)
}

/// Where `--emit=tree` goes, and whether the dump it is made from was asked for anyway.
fn tree_output(plan: &Plan, config: &mut Config) -> Option<(Dest, bool)> {
    let dest = plan.outputs.iter().find(|o| o.kind == Kind::Tree)?.dest.clone();
    let pass = last_tree_pass();
    let wanted = config.dump_after.has(pass);
    match &mut config.dump_after {
        Selection::Some(list) if !wanted => list.push(pass),
        none @ Selection::None => *none = Selection::Some(vec![pass]),
        Selection::Some(_) | Selection::All => {}
    }
    Some((dest, wanted))
}

/// Takes dumps as they come.
struct Dumps<'a> {
    plan: &'a Plan,
    tree: Option<(Dest, bool)>,
    /// The first that went wrong.
    error: Option<Box<Diagnostic>>,
}

impl Dumps<'_> {
    fn take(&mut self, dump: Dump) {
        if let Err(error) = self.write(&dump) {
            self.error.get_or_insert(error);
        }
    }

    fn write(&self, dump: &Dump) -> Result<(), Box<Diagnostic>> {
        if let Some((dest, wanted)) = &self.tree
            && dump.pass == last_tree_pass()
            && !dump.before
        {
            files::write(dest, dump.text.as_bytes())?;
            if !wanted {
                return Ok(());
            }
        }
        write_dump(self.plan, dump)
    }
}

/// Prints a dump, or puts it in its file.
pub fn write_dump(plan: &Plan, dump: &Dump) -> Result<(), Box<Diagnostic>> {
    let pass = &PASSES[dump.pass];
    let when = if dump.before { "before" } else { "after" };
    if let Some(dir) = &plan.dump_dir {
        let ir = if dump.before { pass.from_ir } else { pass.to_ir };
        let ending = match ir {
            IrKind::Tree => "vx",
            IrKind::Flow => "flow",
            IrKind::Llvm => "ll",
        };
        files::create_dir(dir)?;
        let path = dir.join(format!("{:02}-{when}-{}.{ending}", dump.pass + 1, pass.name));
        return files::write(&Dest::File(path), dump.text.as_bytes());
    }
    let dest = plan.dump_dest.as_ref().unwrap_or(&Dest::Stdout);
    if plan.dump_headings {
        let comment = if pass.to_ir == IrKind::Llvm && !dump.before { ";" } else { "//" };
        files::print(format!("{comment} {when} {}\n\n", pass.name).as_bytes())?;
    }
    files::write(dest, dump.text.as_bytes())?;
    if plan.dump_headings { files::print(b"\n") } else { Ok(()) }
}

/// What to say of a pass that broke its contract.
fn broken(cx: &Cx, pass: usize, violation: &Violation) -> String {
    let at = match cx.sources.location(violation.span) {
        Some((file, at)) => format!("\n  --> {file}:{}:{}", at.line, at.col),
        None => String::new(),
    };
    format!("pass `{}` broke its contract: {}{at}", PASSES[pass].name, violation.what)
}
