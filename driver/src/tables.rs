//! What `vexc` prints about itself: passes, targets, `cfg`, explanations, its version.

use crate::args::usage_error;
use crate::cli::Print;
use crate::files::ERRORS;
use crate::plan::{Facts, Usage, pass_named};
use std::fmt::Write;
use vex_ir::cx::Options;
use vex_ir::diag::closest;
use vex_ir::lang::Grammar;
use vex_ir::target::{TARGETS, Target};
use vex_passes::PASSES;
use vex_passes::runner::{Form, PassInfo};

pub fn version(verbose: bool) -> String {
    let mut out = format!("vexc {}\n", env!("CARGO_PKG_VERSION"));
    if verbose {
        let _ = writeln!(out, "host: {}", vex_backend::host_triple());
        let _ = writeln!(out, "host cpu: {}", vex_backend::host_cpu());
        let _ = writeln!(out, "cpu of written files: {}", vex_backend::common_cpu().unwrap_or("generic"));
        let _ = writeln!(out, "LLVM version: {}", vex_backend::llvm_version());
    }
    out
}

/// What `--print` asks for, but for the command that links.
pub fn print(what: Print, facts: &Facts) -> String {
    match what {
        Print::Targets => TARGETS.iter().map(|t| format!("{t}\n")).collect(),
        Print::Passes => PASSES.iter().map(|p| format!("{}\n", p.name)).collect(),
        Print::TargetCpus => target_cpus(facts),
        Print::HostTriple => format!("{}\n", vex_backend::host_triple()),
        Print::Cfg => cfg(&facts.target, &facts.options),
        Print::LinkArgs => String::new(),
    }
}

/// The names that `--target-cpu` takes; which one holds without it is said behind it.
fn target_cpus(facts: &Facts) -> String {
    let mut lines: Vec<String> = vec!["generic".into()];
    if facts.native {
        lines.push(format!("native  (this machine: {})", vex_backend::host_cpu()));
    }
    lines.extend(vex_backend::cpu_names(&facts.target).iter().filter(|c| **c != "generic").map(ToString::to_string));
    let default = facts.cpu.as_deref().unwrap_or("generic");
    let chosen = |line: &&mut String| line.split(' ').next() == Some(default);
    if let Some(line) = lines.iter_mut().find(chosen) {
        line.push_str("  (what written files are for)");
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn cfg(target: &Target, options: &Options) -> String {
    let mut lines: Vec<String> = Vec::new();
    if options.debug_assertions() {
        lines.push("debug_assertions".into());
    }
    let pair = |key: &str, value: Option<&str>| value.map_or(key.to_string(), |v| format!("{key}={v:?}"));
    lines.extend(target.cfg_values().into_iter().map(|(key, value)| pair(key, value)));
    lines.extend(options.features.iter().map(|f| pair("feature", Some(f))));
    lines.extend(options.cfgs.iter().map(|(key, value)| pair(key, value.as_deref())));
    lines.sort();
    lines.dedup();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The table of contracts.
pub fn passes() -> String {
    let rows: Vec<[String; 6]> = PASSES.iter().enumerate().map(|(i, pass)| row(i, pass)).collect();
    let header = ["#", "pass", "language", "form", "removes", "adds"].map(String::from);
    let mut widths = header.clone().map(|h| h.len());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(&header).chain(&rows) {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
    }
    out.push_str(
        "\nform: `program` sees everything, `body` rewrites one function at a time, `lint` reads one; `?` marks a pass that may be left out.\n",
    );
    out.push_str("`vexc passes PASS` says what one of them does.\n");
    out
}

fn row(index: usize, pass: &PassInfo) -> [String; 6] {
    let optional = if pass.optional { "?" } else { "" };
    [
        (index + 1).to_string(),
        format!("{}{optional}", pass.name),
        format!("{} -> {}", pass.from, pass.to),
        form(pass).into(),
        names(pass.removes),
        names(pass.adds),
    ]
}

fn form(pass: &PassInfo) -> &'static str {
    match pass.form {
        Form::Program => "program",
        Form::Body => "body",
        Form::Lint => "lint",
    }
}

fn names(grammar: Grammar) -> String {
    grammar.iter().map(|p| p.name()).collect::<Vec<_>>().join(" ")
}

/// All about one pass.
pub fn pass(name: &str) -> Usage<String> {
    let index = pass_named(name)?;
    let pass = &PASSES[index];
    let list = |grammar: Grammar| match names(grammar) {
        empty if empty.is_empty() => "-".to_string(),
        names => names,
    };
    let mut out = format!("{}: {}\n\n", pass.name, pass.summary);
    let _ = writeln!(out, "place:     {} of {}", index + 1, PASSES.len());
    let _ = writeln!(out, "language:  {} -> {} ({:?} -> {:?})", pass.from, pass.to, pass.from_ir, pass.to_ir);
    let _ = writeln!(out, "form:      {}", form(pass));
    let _ = writeln!(out, "optional:  {}", if pass.optional { "yes" } else { "no" });
    let _ = writeln!(out, "on errors: {}", if pass.clean { "does not run" } else { "runs" });
    let _ = writeln!(out, "removes:   {}", list(pass.removes));
    let _ = writeln!(out, "adds:      {}", list(pass.adds));
    let _ = writeln!(out, "before:    {}", list(pass.before));
    let _ = writeln!(out, "after:     {}", list(pass.after));
    let _ = writeln!(out, "source:    {}/{}/mod.rs", pass.home, pass.name.replace('-', "_"));
    Ok(out)
}

/// `docs/errors/E0213.md` → `E0213`
fn code_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md")
}

/// The explanation of an error code, or the list of all.
pub fn explain(code: Option<&str>) -> Usage<String> {
    let Some(code) = code else {
        let title = |text: &str| text.lines().next().unwrap_or("").trim_start_matches('#').trim().to_string();
        return Ok(ERRORS.iter().map(|(_, text)| format!("{}\n", title(text))).collect());
    };
    let digits = code.trim_start_matches(['E', 'e']);
    let full = format!("E{digits:0>4}");
    let known = || ERRORS.iter().map(|(path, _)| code_of(path));
    match ERRORS.iter().find(|(path, _)| code_of(path) == full) {
        Some((_, text)) => Ok(format!("{}\n", text.trim_end())),
        None => {
            let hint = closest(&full, known()).map_or(String::new(), |c| format!("did you mean `{c}`? "));
            Err(usage_error(format!("there is no error code `{code}`; {hint}`vexc explain` lists them")))
        }
    }
}
