//! Dumps of every pass, of every program in `testdata`: each is accepted again, and is then what it was.

mod common;

use common::{Failed, directive, root, run, vexc};
use std::path::Path;

datatest_stable::harness! {
    { test = dumps_are_programs, root = "../testdata/run", pattern = r"^[^/]+\.vx$" },
    { test = dumps_are_programs, root = "../testdata/abi", pattern = r"^[^/]+\.vx$" },
    { test = dumps_are_programs, root = "../examples", pattern = r"^[^/]+(/main)?\.vx$" },
}

fn dumps_are_programs(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let flags = directive(&text, "flags");
    let path = path.canonicalize()?;
    let dir = tempfile::tempdir()?;
    let mut command = vexc();
    command.args(["--dump-after=all", "--dump-modules=all", "--dump-spans", "--stop-after=abi-lower", "--dump-dir"]);
    let done = run(command.arg(dir.path()).args(&flags).arg(path.strip_prefix(root())?));
    if done.status != Some(0) {
        return Err(Failed(done.stderr).into());
    }
    let mut dumps: Vec<_> = std::fs::read_dir(dir.path())?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    dumps.sort();
    let name = |dump: &Path| {
        let stem = dump.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        stem.split_once("-after-").map(|(_, pass)| pass.to_string()).unwrap_or_default()
    };
    if dumps.len() < 10 {
        return Err(Failed(format!("only {} dumps", dumps.len())).into());
    }
    let last = ["llvm-emit".to_string()];
    let next = dumps.iter().skip(1).map(|d| name(d)).chain(last);
    for (dump, next) in dumps.iter().zip(next) {
        let before = std::fs::read_to_string(dump)?;
        let mut command = vexc();
        command.args(["--start-after", &name(dump), "--dump-before", &next, "--dump-modules=all", "--dump-spans"]);
        let done = run(command.args(&flags).arg("-Awarnings").arg(dump));
        let what = format!("{} of {}", name(dump), path.display());
        if done.status != Some(0) {
            return Err(Failed(format!("{what} is not accepted:\n{}", done.stderr)).into());
        }
        if done.stdout != before {
            let diff = similar::TextDiff::from_lines(&before, &done.stdout).unified_diff().to_string();
            return Err(Failed(format!("{what} means something else when read again:\n{diff:.4000}")).into());
        }
    }
    Ok(())
}
