//! `vexc`, the compiler of the Vex language: the command line, files, and what people read on their terminals.
//!
//! Architecture invariant: only this crate touches the file system, the environment, standard output and exit.

#![cfg_attr(not(test), no_main)]

mod args;
mod belongs;
mod border;
mod cli;
mod elsewhere;
mod emit;
mod execute;
mod fault;
mod files;
mod headers;
mod json;
mod libraries;
mod memory;
mod paths;
mod pipeline;
mod plan;
mod process;
mod rehearsal;
mod report;
mod resolve;
mod response;
mod scratch;
mod signals;
mod tables;
mod timing;
mod tools;

use args::Args;
use cli::{Color, Command, MessageFormat, Print};
use execute::{Loading, MainThread, Outcome};
use fault::internal_error;
use pipeline::Failure;
use plan::{Action, Plan};
use report::{Report, eprint};
use timing::Timings;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// Tests are asked for, and cannot be run.
const TESTS_NOT_RUN: Code = Code("E0642");

/// The program has errors.
const ERRORS: i32 = 1;
/// A fault of ours: `EX_SOFTWARE` of `sysexits.h`.
const INTERNAL: i32 = 70;

/// Address space for the stack, of which only what is touched is taken: recursion is limited by the parser to what fits.
const STACKS: [usize; 4] = [1 << 30, 1 << 28, 1 << 26, 1 << 24];

#[global_allocator]
static ALLOCATOR: memory::Allocator = memory::Allocator;

/// C's `main`, so that Rust's runtime leaves the process as it was found: see [`process`].
#[cfg_attr(not(test), unsafe(export_name = "main"))]
#[cfg_attr(test, allow(dead_code))]
extern "C" fn c_main(argc: std::ffi::c_int, argv: *const *const std::ffi::c_char) -> std::ffi::c_int {
    // SAFETY: these are the arguments of the process.
    unsafe { process::start(argc, argv) };
    vex_backend::memory::handle_exhaustion(memory::out_of_memory);
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or(String::new(), |l| format!("\n  --> {}:{}", short(l.file()), l.line()));
        let payload = info.payload();
        let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        internal_error(&format!("{}{place}", text.unwrap_or("panic")));
    }));
    let status = match on_a_large_stack() {
        Outcome::Status(status) => {
            signals::end();
            status
        }
        Outcome::Execute(program, args) => {
            process::give_back();
            vex_backend::memory::leave_exhaustion();
            program.execute(&args)
        }
    };
    // What `atexit` handlers of an executed program still need is there until the very end.
    std::process::exit(status);
}

/// Works on a thread with a large stack, and does meanwhile what only the main thread may do.
fn on_a_large_stack() -> Outcome {
    // Where address space is short, most of it is for the work itself.
    let most = memory::address_space() / 4;
    let smallest = STACKS[STACKS.len() - 1];
    for size in STACKS.into_iter().filter(|size| *size <= most || *size == smallest) {
        let (main_thread, loadings) = MainThread::new();
        let thread = std::thread::Builder::new().name("vexc".into()).stack_size(size);
        if let Ok(thread) = thread.spawn(move || work(&main_thread)) {
            // The other end is gone when the thread has ended.
            loadings.into_iter().for_each(Loading::load);
            return thread.join().unwrap_or(Outcome::Status(INTERNAL));
        }
    }
    memory::out_of_memory()
}

/// A path of our own source, from the root of the project.
fn short(path: &str) -> &str {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
    let root = root.strip_suffix("driver/../").unwrap_or(root);
    path.strip_prefix(root).unwrap_or(path)
}

/// Everything but the execution of a program in this process.
fn work(main: &MainThread) -> Outcome {
    if let Some(status) = rehearsal::asked() {
        return Outcome::Status(status);
    }
    let args = args::read(process::words().to_vec());
    let messages = &args.cli.options.messages;
    let (color, format) = (messages.color, messages.message_format);
    fault::set_style(format, color);
    if messages.version {
        return Outcome::Status(say(tables::version(messages.verbose)));
    }
    if let Some(answer) = answer(&args) {
        return match answer {
            Ok(text) => Outcome::Status(say(text)),
            Err(error) => error.exit(),
        };
    }
    let lints = args.lints.clone();
    match Plan::new(args) {
        Ok(plan) => compile(plan, color, format, lints, main),
        Err(error) => error.exit(),
    }
}

fn say(text: String) -> i32 {
    files::print(text.as_bytes()).map_or_else(|error| unsaid(&error), |()| 0)
}

/// An answer could not be given.
fn unsaid(error: &Diagnostic) -> i32 {
    eprint(&format!("error[{}]: {}\n", error.code.0, error.message));
    ERRORS
}

/// What can be answered without a program.
fn answer(args: &Args) -> Option<plan::Usage<String>> {
    match &args.cli.command {
        Some(Command::Explain { code }) => return Some(tables::explain(code.as_deref())),
        Some(Command::Passes { pass: Some(name) }) => return Some(tables::pass(name)),
        Some(Command::Passes { pass: None }) => return Some(Ok(tables::passes())),
        Some(Command::Run { .. } | Command::Check { .. } | Command::Opt { .. } | Command::Test { .. }) | None => {}
    }
    let options = &args.cli.options;
    let asked: Vec<Print> = options.output.print.iter().copied().filter(|p| *p != Print::LinkArgs).collect();
    if asked.is_empty() {
        return None;
    }
    Some(plan::facts(&options.code).map(|facts| asked.iter().map(|what| tables::print(*what, &facts)).collect()))
}

/// Compiles as planned.
fn compile(
    mut plan: Plan,
    color: Color,
    format: MessageFormat,
    lints: Vec<(char, String)>,
    main: &MainThread,
) -> Outcome {
    if plan.time.is_some() {
        memory::count();
    }
    let mut report = Report::new(format, color, lints);
    let mut cx = Cx::new(plan.target.clone(), plan.options.clone());
    let mut times = Timings::new();
    plan.backend.directory = std::env::current_dir().map(|d| d.display().to_string()).unwrap_or_default();
    report.check_lints(&mut cx);
    tests_do_not_run(&mut cx);
    let result = steps(&mut cx, &mut plan, &mut report, &mut times, main);
    if signals::came() {
        // What was begun is removed by now; the errors of a tool that was ended say nothing.
        return Outcome::Status(ERRORS);
    }
    report.flush(&mut cx);
    if plan.bugs && report.errors > 0 {
        internal_error("the program has errors, and `--treat-err-as-bug` is on");
        return Outcome::Status(INTERNAL);
    }
    let status = match result {
        // An executed program has had the last word.
        Ok(Some(outcome)) => return outcome,
        Ok(None) => i32::from(report.errors > 0) * ERRORS,
        Err(Failure::Errors) => ERRORS,
        Err(Failure::Internal(what)) => {
            internal_error(&what);
            return Outcome::Status(INTERNAL);
        }
    };
    report.finish();
    show_times(&plan, &times);
    // The process ends here: taking the names apart would only cost time.
    std::mem::forget(cx);
    Outcome::Status(status)
}

/// Nobody should take a program for tested because nothing failed.
fn tests_do_not_run(cx: &mut Cx) {
    if cx.options.test {
        let message = "`--cfg test` keeps `#[test]` functions, but this version cannot run them";
        let warning = Diagnostic::warning(TESTS_NOT_RUN, "tests_not_run", Span::NONE, message);
        cx.emit(warning.note("they are checked like any other function, and nothing calls them"));
    }
}

/// The steps of a compilation. `Some`: the program has been executed, or will be.
fn steps(
    cx: &mut Cx,
    plan: &mut Plan,
    report: &mut Report,
    times: &mut Timings,
    main: &MainThread,
) -> Result<Option<Outcome>, Failure> {
    let runtime = plan.search.std.as_deref().map(|dir| paths::path(dir).join("rt.vx"));
    for path in plan.c_sources.iter().chain(&plan.objects).chain(&runtime) {
        files::check_readable(path).map_err(|error| pipeline::fail(cx, error))?;
    }
    let program = pipeline::run(cx, plan, times);
    // With whatever else is wrong, and for every command.
    let found = headers::check(cx, plan);
    let program = program?;
    found?;
    let clean = report.flush(cx);
    let Some(mut program) = program else { return Ok(None) };
    if !clean {
        return Err(Failure::Errors);
    }
    match &plan.action {
        Action::Check | Action::Opt => {}
        Action::Build => emit::build(cx, plan, &mut program, times)?,
        Action::Run(args) => {
            let ready = execute::prepare(cx, plan, &mut program, args, times)?;
            if plan.stop.is_none() {
                report.finish();
                show_times(plan, times);
                return execute::execute(cx, plan, &program, ready, main).map(Some);
            }
        }
    }
    // As above.
    std::mem::forget(program);
    Ok(None)
}

fn show_times(plan: &Plan, times: &Timings) {
    if let Some(format) = plan.time {
        eprint(&times.show(format));
    }
}
