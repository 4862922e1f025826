//! Going on from a dump: compiling what a pass left gives the code that compiling the source gives.

mod common;

use common::{Failed, directive, root, run, vexc};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

datatest_stable::harness! {
    { test = resumes, root = "../testdata/run", pattern = r"^[^/]+\.vx$" },
    { test = resumes, root = "../testdata/abi", pattern = r"^[^/]+\.vx$" },
    { test = resumes, root = "../examples", pattern = r"^[^/]+(/main)?\.vx$" },
}

fn resumes(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let flags: Vec<String> = directive(&text, "flags").into_iter().filter(|f| !f.starts_with("-O")).collect();
    let path = path.canonicalize()?;
    let path = path.strip_prefix(root())?;
    let direct = llvm_ir(&flags, &[], path).map_err(Failed)?;
    let dir = tempfile::tempdir()?;
    let mut previous = String::new();
    for dump in dumps(dir.path(), &flags, path).map_err(Failed)? {
        let text = std::fs::read_to_string(&dump)?;
        let flow = dump.extension().is_some_and(|e| e == "flow");
        // Tree means what its text means: a pass that changed nothing need not be tried.
        if !flow && text == previous {
            continue;
        }
        previous = text;
        let pass = pass_of(&dump);
        let resumed = llvm_ir(&flags, &["--start-after", &pass], &dump).map_err(Failed)?;
        // Flow knows the positions in the source; a dump of Tree is a source of its own.
        let same = if flow { body(&resumed) == body(&direct) } else { placeless(&resumed) == placeless(&direct) };
        if !same {
            // Of Tree, only what matters is shown.
            let shown = |ir: &str| if flow { body(ir).to_string() } else { placeless(ir).join("\n") };
            let (direct, resumed) = (shown(&direct), shown(&resumed));
            let diff = similar::TextDiff::from_lines(&direct, &resumed).unified_diff().to_string();
            return Err(Failed(format!("after {pass}, {} is another program:\n{diff:.4000}", path.display())).into());
        }
    }
    Ok(())
}

/// The dumps after all passes on Tree and Flow, in their order.
fn dumps(dir: &Path, flags: &[String], path: &Path) -> Result<Vec<PathBuf>, String> {
    let mut command = vexc();
    command.args(["--dump-after=all", "--dump-modules=all", "--dump-spans", "--stop-after=abi-lower", "--dump-dir"]);
    let done = run(command.arg(dir).args(flags).arg(path));
    if done.status != Some(0) {
        return Err(done.stderr);
    }
    let entries = std::fs::read_dir(dir).map_err(|e| e.to_string())?;
    let mut dumps: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    dumps.sort();
    if dumps.len() < 10 {
        return Err(format!("only {} dumps", dumps.len()));
    }
    Ok(dumps)
}

fn pass_of(dump: &Path) -> String {
    let stem = dump.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    stem.split_once("-after-").map(|(_, pass)| pass.to_string()).unwrap_or_default()
}

fn llvm_ir(flags: &[String], more: &[&str], path: &Path) -> Result<String, String> {
    let mut command = vexc();
    command.args(["--emit-llvm", "-O0", "-Awarnings", "-o", "-"]).args(flags).args(more);
    let done = run(command.arg(path));
    if done.status == Some(0) { Ok(done.stdout) } else { Err(format!("{more:?} {}:\n{}", path.display(), done.stderr)) }
}

/// The module without the two lines that name the file.
fn body(ir: &str) -> &str {
    ir.splitn(3, '\n').nth(2).unwrap_or("")
}

/// The module without positions in source files: constants in place of their names, no names of files, no numbers in
/// calls that report a panic. The functions that report one are made for each file; what they say stands in their place.
fn placeless(ir: &str) -> Vec<String> {
    let mut constants: HashMap<String, String> = HashMap::new();
    let mut rest = Vec::new();
    for line in body(ir).lines() {
        match line.split_once(" = private unnamed_addr constant ") {
            Some((name, value)) if value.contains(" x i8] c\"") => {
                let text = value.split_once("c\"").map_or("", |(_, text)| text);
                // Assertions quote their condition as it stands in the source, which a dump elaborates.
                let quotes = text.contains(".vx") || text.starts_with("assertion failed: ");
                let value = if quotes { "SOURCE" } else { value };
                constants.insert(name.to_string(), value.to_string());
            }
            _ => rest.push(line),
        }
    }
    let mut lines = Vec::new();
    let mut reporters = HashMap::new();
    let mut all = rest.into_iter();
    while let Some(line) = all.next() {
        if let Some(reporter) = line.strip_prefix("define internal void @vex.panic") {
            let name = reporter.split('(').next().unwrap_or("");
            let inside: Vec<String> =
                all.by_ref().take_while(|l| *l != "}").map(|l| placeless_line(l, &constants)).collect();
            reporters.insert(format!("@vex.panic{name}"), inside.concat());
            // The comment before it and the empty line.
            lines.truncate(lines.len().saturating_sub(2));
        } else {
            lines.push(line);
        }
    }
    constants.extend(reporters);
    lines.into_iter().map(|line| placeless_line(line, &constants)).collect()
}

fn placeless_line(line: &str, constants: &HashMap<String, String>) -> String {
    let panics = line.contains("call ") && line.contains("panic");
    let mut out = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == '@' {
            let end =
                rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && !"._".contains(c)).map_or(rest.len(), |n| n + 1);
            out.push_str(constants.get(&rest[..end]).map_or(&rest[..end], String::as_str));
            rest = &rest[end..];
        } else if panics && c.is_ascii_digit() {
            out.push('#');
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}
