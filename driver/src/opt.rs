//! `vexc opt`: runs single passes on Vex source or Flow text, and prints the result.

use crate::command_line::cli::{Options, Usage};
use crate::command_line::inputs::Inputs;
use crate::flags::code;
use crate::flags::passes::Passes;
use crate::pipeline;
use crate::session::{Session, Source};
use crate::system::files::Dest;
use crate::system::paths;
use std::convert::Infallible;

/// Passes that are run on a text.
struct Opt {
    passes: Passes,
}

/// Runs passes; the exit status.
pub fn opt(options: Options, files: Vec<String>, only: &[String], lints: Vec<(char, String)>) -> Usage<i32> {
    let (session, opt) = Opt::new(options, files, only, lints)?;
    let Err(status) = session.work::<Infallible>(|session| {
        std::mem::forget(pipeline::flow(session, &opt.passes, &[], None)?);
        Ok(None)
    });
    Ok(status)
}

impl Opt {
    fn new(options: Options, files: Vec<String>, only: &[String], lints: Vec<(char, String)>) -> Usage<(Session, Opt)> {
        let inputs = Inputs::sort(files)?;
        let machine = code::machine(&options.code)?;
        let mut passes = Passes::new(&options.passes, &inputs.root, Some(only))?;
        if let Some(path) = options.output.output.as_deref().filter(|path| *path != "-") {
            passes.dumps.dest = Dest::File(paths::path(path));
        }
        let cpu = code::cpu(&options.code, &machine, false)?;
        let backend = code::backend(&options.code, cpu, false)?;
        let meaning = code::meaning_for(&options.code, &machine, &backend)?;
        let source = Source::new(&inputs.root, &passes, &options.input);
        Ok((Session::new(source, machine, meaning, &options, lints), Opt { passes }))
    }
}
