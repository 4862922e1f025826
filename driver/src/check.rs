//! `vexc check`: reports errors and warnings, and writes nothing.

use crate::command_line::cli::{Options, Usage};
use crate::command_line::inputs::Inputs;
use crate::flags::passes::Passes;
use crate::flags::{code, outputs};
use crate::pipeline;
use crate::session::{Session, Source};
use std::convert::Infallible;
use std::path::PathBuf;

/// The input of `vexc check`.
struct Check {
    passes: Passes,
    /// Files that only other tools would read: they must exist.
    foreign: Vec<PathBuf>,
}

/// Checks a program; the exit status.
pub fn check(options: Options, files: Vec<String>, lints: Vec<(char, String)>) -> Usage<i32> {
    let (session, check) = Check::new(options, files, lints)?;
    let foreign: Vec<_> = check.foreign.iter().map(PathBuf::as_path).collect();
    let Err(status) = session.work::<Infallible>(|session| {
        std::mem::forget(pipeline::flow(session, &check.passes, &foreign, None)?);
        Ok(None)
    });
    Ok(status)
}

impl Check {
    fn new(options: Options, files: Vec<String>, lints: Vec<(char, String)>) -> Usage<(Session, Check)> {
        let inputs = Inputs::sort(files)?;
        let machine = code::machine(&options.code)?;
        let crate_type = outputs::crate_type(&options.output)?;
        let passes = Passes::new(&options.passes, &inputs.root, None)?;
        outputs::none("check", &options.output)?;
        outputs::check(&inputs, crate_type, &[], false)?;
        let cpu = code::cpu(&options.code, &machine, false)?;
        let backend = code::backend(&options.code, cpu, false)?;
        let meaning = code::meaning_for(&options.code, &machine, &backend)?;
        let source = Source::new(&inputs.root, &passes, &options.input);
        let foreign = inputs.foreign().cloned().collect();
        Ok((Session::new(source, machine, meaning, &options, lints), Check { passes, foreign }))
    }
}
