//! Programs that must not compile: `testdata/fail/NAME.vx` gives the diagnostics in `NAME.stderr`, which `BLESS=1` rewrites.
//!
//! A comment at the top may have `// flags: …` and `// command: build`, where checking alone would find nothing.

mod common;

use common::{Failed, compare, directive, root, run, vexc};
use std::path::Path;

datatest_stable::harness! {
    { test = fails, root = "../testdata/fail", pattern = r"^[^/]+\.vx$" },
}

fn fails(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let path = path.canonicalize()?;
    let from_root = path.strip_prefix(root())?;
    let dir = tempfile::tempdir()?;
    let mut command = vexc();
    match directive(&text, "command").first().map(String::as_str) {
        None => command.arg("check"),
        Some("build") => command.arg("-o").arg(dir.path().join("out")),
        Some("run") => command.arg("run"),
        Some(other) => return Err(format!("there is no command `{other}`").into()),
    };
    command.arg("--color=never").args(directive(&text, "flags")).arg(from_root);
    let helper = from_root.with_extension("helper.c");
    if root().join(&helper).exists() {
        command.arg(helper);
    }
    let done = run(&mut command);
    if done.status != Some(1) {
        return Err(Failed(format!("its status is {:?}, not 1\n{}", done.status, done.stderr)).into());
    }
    if !done.stdout.is_empty() || std::fs::read_dir(dir.path())?.next().is_some() {
        return Err("it wrote something though it failed".into());
    }
    Ok(compare(&path.with_extension("stderr"), &done.stderr)?)
}
