//! `vexc`, the compiler of the Vex language: the command line, files, and what is shown on the terminal.
//!
//! Each action has a file of its own (`compile`, `run`, `check`, `opt`; `explain`, `passes`, `print` need no program). It takes from
//! the flags what it needs, and works with a [`session::Session`].
//!
//! Architecture invariant: only this crate touches the file system, the environment, standard output and exit.

#![cfg_attr(not(test), no_main)]

mod c;
mod check;
mod codegen;
mod command_line;
mod compile;
mod dumps;
mod execution;
mod explain;
mod flags;
mod link;
mod messages;
mod opt;
mod passes;
mod pipeline;
mod print;
mod run;
mod session;
mod system;

use command_line::cli::{Cli, Command, Print, Usage, usage_error};
use command_line::words::{self, Args};
use execution::main_thread::{Loading, MainThread};
use link::rehearsal;
use messages::fault::{self, internal_error};
use run::Outcome;
use system::process::INTERNAL;
use system::{allocator, process, signals, streams};

/// Address space for the stack, of which only what is touched is taken: recursion is limited by the parser to what fits.
const STACKS: [usize; 4] = [1 << 30, 1 << 28, 1 << 26, 1 << 24];

#[global_allocator]
static ALLOCATOR: allocator::Allocator = allocator::Allocator;

/// C's `main`, so that Rust's runtime leaves the process as it was found: see [`system::process`].
#[cfg_attr(not(test), unsafe(export_name = "main"))]
#[cfg_attr(test, allow(dead_code))]
extern "C" fn c_main(argc: std::ffi::c_int, argv: *const *const std::ffi::c_char) -> std::ffi::c_int {
    // SAFETY: these are the arguments of the process.
    unsafe { process::start(argc, argv) };
    vex_backend::memory::handle_exhaustion(allocator::out_of_memory);
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or(String::new(), |l| format!("\n  --> {}:{}", short(l.file()), l.line()));
        let payload = info.payload();
        let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        internal_error(&format!("{}{place}", text.unwrap_or("panic")));
    }));
    let status = match on_a_large_stack() {
        Outcome::Status(status) => {
            signals::end();
            process::leave(status)
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
    let most = allocator::address_space() / 4;
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
    allocator::out_of_memory()
}

/// A path of the source of `vexc`, from the root of the project.
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
    let args = words::read(process::words().to_vec());
    let messages = &args.cli.options.messages;
    fault::set_style(messages.message_format, messages.color);
    act(args, main).unwrap_or_else(|error| error.exit())
}

/// Does what the command line asks for.
fn act(args: Args, main: &MainThread) -> Usage<Outcome> {
    let Args { cli: Cli { mut options, command, mut files }, lints, program } = args;
    let answer = |text: &str| Outcome::Status(streams::answer(text));
    if options.messages.version {
        return Ok(answer(&print::version(options.messages.verbose)));
    }
    let asked: Vec<Print> = options.output.print.iter().copied().filter(|p| *p != Print::LinkArgs).collect();
    let needs_no_program = matches!(command, Some(Command::Explain { .. } | Command::Passes { .. }));
    if !asked.is_empty() && !needs_no_program {
        return print::print(&asked, &options.code).map(|text| answer(&text));
    }
    if !needs_no_program {
        flags::code::spread_codegen(&mut options)?;
    }
    let status = match command {
        Some(Command::Explain { code }) => streams::answer(&explain::explain(code.as_deref())?),
        Some(Command::Passes { pass: Some(name) }) => streams::answer(&passes::pass(&name)?),
        Some(Command::Passes { pass: None }) => streams::answer(&passes::passes()),
        None => compile::compile(options, files, lints)?,
        Some(Command::Check { files: given }) => {
            files.extend(given);
            check::check(options, files, lints)?
        }
        Some(Command::Opt { passes, file }) => {
            files.push(file);
            opt::opt(options, files, &passes, lints)?
        }
        Some(Command::Run { files: given }) => {
            files.extend(given);
            return run::run(options, files, program, lints, main);
        }
        Some(Command::Test { .. }) => {
            return Err(usage_error(
                "`vexc test` is not there yet: this version cannot run `#[test]` functions; \
                 `vexc check --cfg test FILE` checks them",
            ));
        }
    };
    Ok(Outcome::Status(status))
}
