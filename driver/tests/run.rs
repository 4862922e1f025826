//! Programs that run: those of `testdata/run` and `testdata/abi`, and the examples. Each at `-O0` and `-O3`, in memory and as an
//! executable; see `testdata/run/README.md`.

mod common;

use common::{Done, Failed, directive, root, run, vexc};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

datatest_stable::harness! {
    { test = program, root = "../testdata/run", pattern = r"^[^/]+\.vx$" },
    { test = program, root = "../testdata/abi", pattern = r"^[^/]+\.vx$" },
    { test = example, root = "../examples", pattern = r"^[^/]+(/main)?\.vx$" },
}

/// A program and what it must do.
struct Case {
    /// From the root of the project: it stands in messages of panics.
    path: PathBuf,
    helpers: Vec<PathBuf>,
    flags: Vec<String>,
    args: Vec<String>,
    env: Vec<String>,
}

impl Case {
    fn read(path: &Path) -> std::io::Result<Case> {
        let text = std::fs::read_to_string(path)?;
        let path = path.canonicalize()?;
        let from_root = path.strip_prefix(root()).map(Path::to_path_buf).unwrap_or(path.clone());
        let helper = from_root.with_extension("helper.c");
        let helpers = if root().join(&helper).exists() { vec![helper] } else { Vec::new() };
        Ok(Case {
            path: from_root,
            helpers,
            flags: directive(&text, "flags"),
            args: directive(&text, "args"),
            env: directive(&text, "env"),
        })
    }

    fn in_memory(&self, level: &str) -> Done {
        let mut command = vexc();
        command.arg("run").arg(level).args(&self.flags).args(&self.helpers).arg(&self.path).args(&self.args);
        self.with_env(&mut command)
    }

    fn executable(&self, level: &str) -> Result<Done, String> {
        let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
        let exe = dir.path().join("program");
        let mut command = vexc();
        command.arg(level).args(&self.flags).arg(&self.path).args(&self.helpers).arg("-o").arg(&exe);
        let built = run(&mut command);
        if built.status != Some(0) {
            return Err(format!("it does not build:\n{}", built.stderr));
        }
        let mut command = Command::new(&exe);
        command.args(&self.args).current_dir(root()).stdin(Stdio::null());
        Ok(self.with_env(&mut command))
    }

    fn with_env(&self, command: &mut Command) -> Done {
        for pair in &self.env {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            command.env(name, value);
        }
        run(command)
    }
}

/// Runs a program in every way and hands what it did to `check`.
fn in_every_way(case: &Case, check: impl Fn(&Done) -> Result<(), String>) -> datatest_stable::Result<()> {
    let mut wrong = String::new();
    for level in ["-O0", "-O3"] {
        let in_memory = check(&case.in_memory(level));
        let executable = case.executable(level).and_then(|done| check(&done));
        for (way, result) in [("in memory", in_memory), ("as an executable", executable)] {
            if let Err(why) = result {
                wrong.push_str(&format!("{level}, {way}: {why}\n"));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failed(wrong).into()) }
}

fn program(path: &Path) -> datatest_stable::Result<()> {
    let case = Case::read(path)?;
    let stdout = std::fs::read_to_string(path.with_extension("stdout")).unwrap_or_default();
    let stderr = std::fs::read_to_string(path.with_extension("stderr")).unwrap_or_default();
    let status = match std::fs::read_to_string(path.with_extension("status")) {
        Ok(text) => text.trim().parse()?,
        Err(_) => 0,
    };
    in_every_way(&case, |done| {
        if done.status != Some(status) {
            return Err(format!("its status is {:?}, not {status}\n{}{}", done.status, done.stdout, done.stderr));
        }
        if done.stdout != stdout {
            let diff = similar::TextDiff::from_lines(&stdout, &done.stdout).unified_diff().to_string();
            return Err(format!("it printed something else:\n{diff}\n{}", done.stderr));
        }
        has_lines(&done.stderr, &stderr)
    })
}

/// Every expected line occurs somewhere, in order.
fn has_lines(actual: &str, expected: &str) -> Result<(), String> {
    let mut rest = actual;
    for line in expected.lines() {
        match rest.split_once(line) {
            Some((_, after)) => rest = after,
            None => return Err(format!("standard error has no `{line}`:\n{actual}")),
        }
    }
    Ok(())
}

/// Examples succeed and say something.
fn example(path: &Path) -> datatest_stable::Result<()> {
    let mut case = Case::read(path)?;
    if case.path.ends_with("mixed/main.vx") {
        case.helpers.push(case.path.with_file_name("helper.c"));
    }
    if case.path.ends_with("zlib.vx") {
        case.args.push("README.md".into());
    }
    in_every_way(&case, |done| match done {
        Done { status: Some(0), stdout, .. } if !stdout.is_empty() => Ok(()),
        done => Err(format!("{done:?}")),
    })
}
