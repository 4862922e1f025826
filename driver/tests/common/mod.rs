//! Running `vexc` as its users do.

// Each test uses a part of it.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a process did.
#[derive(Debug)]
pub struct Done {
    pub stdout: String,
    pub stderr: String,
    /// `None`: a signal ended it.
    pub status: Option<i32>,
}

impl Done {
    /// Itself, if the status is this.
    pub fn expect(self, status: i32) -> Done {
        assert_eq!(self.status, Some(status), "\n{}\n{}", self.stdout, self.stderr);
        self
    }
}

/// A failure that the harness shows line by line.
pub struct Failed(pub String);

impl std::fmt::Debug for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

/// `xorshift64`, so that a failure can be had again.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// `vexc`, run from the root of the project, without colours whatever the terminal.
pub fn vexc() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vexc"));
    command.current_dir(root()).stdin(Stdio::null()).env_remove("CC");
    command
}

pub fn run(command: &mut Command) -> Done {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    Done { stdout: text(&output.stdout), stderr: text(&output.stderr), status: output.status.code() }
}

/// `vexc` in a directory, without debug information: what is loaded of it, and what valgrind has to read before it begins.
pub fn stripped(dir: &Path) -> String {
    let binary = path(dir, "vexc");
    run(Command::new("strip").arg("-o").arg(&binary).arg(vexc().get_program())).expect(0);
    binary
}

/// `vexc` with these arguments.
pub fn vexc_with(args: &[&str]) -> Done {
    run(vexc().args(args))
}

/// `vexc` in another directory.
pub fn vexc_in(dir: &Path, args: &[&str]) -> Done {
    run(vexc().current_dir(dir).args(args))
}

/// `vexc` with something on standard input.
pub fn vexc_stdin(args: &[&str], text: &str) -> Done {
    let mut command = vexc();
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let mut input = child.stdin.take().expect("it is piped");
    // A process that has found an error in its command line does not read it.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Done { stdout: text(&output.stdout), stderr: text(&output.stderr), status: output.status.code() }
}

/// The words behind `// key:` in the comment at the top of a program.
pub fn directive(text: &str, key: &str) -> Vec<String> {
    let comments = text.lines().take_while(|l| l.starts_with("//") || l.trim().is_empty());
    let found = comments.filter_map(|l| l.strip_prefix("//")?.trim_start().strip_prefix(key)?.strip_prefix(':'));
    found.flat_map(|rest| rest.split_whitespace().map(String::from).collect::<Vec<_>>()).collect()
}

/// Compares with a golden, or rewrites it.
pub fn compare(golden: &Path, actual: &str) -> Result<(), Failed> {
    let expected = std::fs::read_to_string(golden).unwrap_or_default();
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(golden, actual).map_err(|e| Failed(e.to_string()));
    }
    let diff = similar::TextDiff::from_lines(&expected, actual).unified_diff().header("expected", "actual").to_string();
    Err(Failed(format!("{} differs (`cargo xtask bless` accepts):\n{diff}", golden.display())))
}

/// Checks a text against FileCheck's directives: `check: …`, `nextln: …`, `not: …`.
pub fn filecheck(text: &str, directives: &[&str]) -> Result<(), String> {
    let mut builder = filecheck::CheckerBuilder::new();
    for line in directives {
        if !builder.directive(line).map_err(|e| format!("{line}: {e}"))? {
            return Err(format!("`{line}` is no directive"));
        }
    }
    let checker = builder.finish();
    match checker.check(text, filecheck::NO_VARIABLES) {
        Ok(true) => Ok(()),
        Ok(false) => {
            let (_, why) = checker.explain(text, filecheck::NO_VARIABLES).map_err(|e| e.to_string())?;
            Err(why)
        }
        Err(e) => Err(e.to_string()),
    }
}

/// A temporary directory with these files.
pub fn dir(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap_or_else(|e| panic!("a temporary directory: {e}"));
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    dir
}

/// The names in a directory, sorted.
pub fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    let mut names: Vec<String> = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A file in a directory, as an argument.
pub fn path(dir: &Path, name: impl AsRef<OsStr>) -> String {
    dir.join(name.as_ref()).display().to_string()
}
