//! Compilation can go on from any dump: what a Tree pass leaves of the programs in the repository, standard library included,
//! is printed, read and taken through the same passes again, and must come out as it was.

#[allow(dead_code)]
mod common;

use common::{Disk, programs, root};
use std::path::{Path, PathBuf};
use vex_frontend::{EVERY_PROGRAM, Files, Search, load};
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::{In, IrKind};
use vex_ir::target::Target;
use vex_passes::PASSES;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection};

/// The dumps after each Tree pass up to `last`, or what went wrong.
fn dumps(name: &str, text: &str, target: &str, files: &dyn Files, last: Option<usize>) -> Result<Vec<String>, String> {
    let target = Target::parse(target).map_err(|e| e.to_string())?;
    let mut cx = Cx::new(target, Options::default());
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), ..Search::default() };
    let program = load(&mut cx, files, name, text.into(), &search);
    let tree = |pass: &usize| PASSES[*pass].to_ir == IrKind::Tree;
    let wanted: Vec<usize> = (0..PASSES.len()).filter(tree).filter(|p| last.is_none_or(|last| *p == last)).collect();
    let config = Config {
        stop_after: wanted.last().copied(),
        dump_after: Selection::Some(wanted),
        verify_each: true,
        ..Config::default()
    };
    let mut found = Vec::new();
    let mut sink = |dump: Dump| found.push(dump.text);
    let mut runner = Runner::new(&config, DumpStyle { whole_program: true, spans: false }, &mut sink);
    let stopped = vex_passes::run(&mut runner, &mut cx, In::new(program));
    if cx.diags.has_errors() {
        return Err(common::render(&cx));
    }
    match stopped.err() {
        Some(vex_passes::runner::Stop::Broken { pass, violation }) => {
            Err(format!("`{}` broke its contract: {}", PASSES[pass].name, violation.what))
        }
        _ => Ok(found),
    }
}

/// Checks a program at every level, and reports the first at which it does not stay what it is. `false` if it has errors:
/// other tests tell whether it should.
fn stays(path: &Path, target: &str) -> Result<bool, String> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    let name = path.to_string_lossy();
    let Ok(first) = dumps(&name, &text, target, &Disk, None) else { return Ok(false) };
    for (pass, dump) in first.iter().enumerate() {
        let fail = |what: &str, text: String| format!("after `{}`, {what}:\n{text}", PASSES[pass].name);
        // Every module is in the dump: nothing else may be needed.
        let again = dumps("dump.vx", dump, target, &vex_frontend::NoFiles, Some(pass))
            .map_err(|e| fail("the dump is not accepted", e))?;
        if again[0] != *dump {
            let diff = similar::TextDiff::from_lines(dump.as_str(), &again[0]).unified_diff().to_string();
            return Err(fail("the dump means something else", diff));
        }
    }
    Ok(true)
}

fn all_stay(dirs: &[&str], target: &str) {
    let paths: Vec<PathBuf> = dirs.iter().flat_map(|dir| programs(dir)).collect();
    assert!(!paths.is_empty());
    let (mut errors, mut checked) = (Vec::new(), 0);
    for path in &paths {
        match stays(path, target) {
            Ok(done) => checked += usize::from(done),
            Err(error) => errors.push(format!("{}: {error}", path.display())),
        }
    }
    assert!(errors.is_empty(), "{} of {} programs:\n{}", errors.len(), paths.len(), errors.join("\n"));
    assert!(checked * 10 >= paths.len() * 9, "only {checked} of {} programs have no errors", paths.len());
}

#[test]
fn examples_stay() {
    all_stay(&["examples", "examples/mixed"], "x86_64-unknown-linux-gnu");
}

#[test]
fn programs_of_the_test_suite_stay() {
    all_stay(&["testdata/run", "testdata/abi"], "x86_64-unknown-linux-gnu");
}

#[test]
fn other_targets_stay() {
    let targets = ["aarch64-apple-darwin", "x86_64-pc-windows-gnu", "wasm32-wasip1"];
    for (example, target) in
        targets.map(|t| ("hello", t)).into_iter().chain([("platform", targets[0]), ("time", targets[1])])
    {
        let path = root().join(format!("examples/{example}.vx"));
        match stays(&path, target) {
            Ok(done) => assert!(done, "{example} has errors on {target}"),
            Err(error) => panic!("{example} on {target}: {error}"),
        }
    }
}
