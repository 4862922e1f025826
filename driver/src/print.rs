//! `vexc --print` and `--version`: facts that need no program.

use crate::command_line::cli::{Code, Print, Usage};
use crate::flags::code::{self, Machine};
use std::fmt::Write;
use vex_ir::cx::Options;
use vex_ir::target::{TARGETS, Target};
use vex_passes::PASSES;

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
pub fn print(asked: &[Print], code: &Code) -> Usage<String> {
    let machine = code::machine(code)?;
    let cpu = code::cpu(code, &machine, false)?;
    let meaning = code::meaning(code)?;
    let text = |what: &Print| match what {
        Print::Targets => TARGETS.iter().map(|t| format!("{t}\n")).collect(),
        Print::Passes => PASSES.iter().map(|p| format!("{}\n", p.name)).collect(),
        Print::TargetCpus => target_cpus(&machine, cpu.as_deref()),
        Print::HostTriple => format!("{}\n", vex_backend::host_triple()),
        Print::Cfg => cfg(&machine.target, &meaning),
        Print::LinkArgs => String::new(),
    };
    Ok(asked.iter().map(text).collect())
}

/// The names that `--target-cpu` takes; which one holds without it is said behind it.
fn target_cpus(machine: &Machine, default: Option<&str>) -> String {
    let mut lines: Vec<String> = vec!["generic".into()];
    if machine.native {
        lines.push(format!("native  (this machine: {})", vex_backend::host_cpu()));
    }
    lines.extend(vex_backend::cpu_names(&machine.target).iter().filter(|c| **c != "generic").map(ToString::to_string));
    let default = default.unwrap_or("generic");
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
