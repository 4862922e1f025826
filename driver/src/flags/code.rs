//! For which machine code is made, how, and what `cfg` sees of it.

use crate::command_line::cli::{self, BARE_O, Relocation, Switch, Usage, usage_error};
use vex_backend::{AsmSyntax, NATIVE, PicMode};
use vex_ir::cx::{OptLevel, Options};
use vex_ir::diag::closest;
use vex_ir::target::Target;

/// The machine that code is for.
pub struct Machine {
    pub target: Target,
    /// Whether it is the machine at hand.
    pub native: bool,
}

pub fn machine(code: &cli::Code) -> Usage<Machine> {
    let host = vex_backend::host_triple();
    let host = Target::parse(&host).map_err(usage_error);
    match &code.target {
        None => Ok(Machine { target: host?, native: true }),
        Some(triple) => {
            let target = Target::parse(triple).map_err(usage_error)?;
            let native = host.is_ok_and(|h| h.triple == target.triple);
            Ok(Machine { target, native })
        }
    }
}

pub fn opt_level(text: &str) -> Usage<OptLevel> {
    Ok(match text {
        "0" => OptLevel::O0,
        "1" => OptLevel::O1,
        "2" | BARE_O => OptLevel::O2,
        "3" => OptLevel::O3,
        "s" => OptLevel::Os,
        "z" => OptLevel::Oz,
        _ => {
            let close = if text == "fast" { "; `-O3` is the fastest" } else { "" };
            let what = format!("unknown optimisation level `-O{text}`: there are 0, 1, 2, 3, s and z{close}");
            return Err(usage_error(what));
        }
    })
}

/// The level of optimisation, which is 0 unless one is given.
fn level(code: &cli::Code) -> Usage<OptLevel> {
    opt_level(code.opt_level.as_deref().unwrap_or("0"))
}

/// The level as C compilers and `vexc` itself take it behind `-O`.
pub fn level_name(level: OptLevel) -> &'static str {
    match level {
        OptLevel::O0 => "0",
        OptLevel::O1 => "1",
        OptLevel::O2 => "2",
        OptLevel::O3 => "3",
        OptLevel::Os => "s",
        OptLevel::Oz => "z",
    }
}

/// What `-g…` asks for.
#[derive(Clone, Copy, Default)]
struct DebugInfo {
    dwarf: Option<u8>,
    lines_only: bool,
}

/// As Clang has it: of what contradicts, the last counts; the version alone asks for everything, and stays when more is said.
fn debug(code: &cli::Code) -> Usage<Option<DebugInfo>> {
    let (mut on, mut info) = (false, DebugInfo::default());
    for how in &code.debug {
        let (now, lines_only, dwarf) = match how.as_str() {
            "0" => (false, false, info.dwarf),
            "1" | "line-tables-only" | "mlt" | "line-directives-only" => (true, true, info.dwarf),
            BARE_O | "2" | "3" | "gdb" | "gdb2" | "gdb3" | "lldb" | "full" | "limited" => (true, false, info.dwarf),
            "gdb0" => (false, false, info.dwarf),
            "gdb1" => (true, true, info.dwarf),
            "dwarf" | "dwarf-4" | "dwarf-5" => {
                let version = how.strip_prefix("dwarf-").and_then(|v| v.parse().ok());
                // The version says nothing of how much.
                (true, on && info.lines_only, version.or(info.dwarf))
            }
            _ => {
                let hint = match how.strip_prefix("dwarf-") {
                    Some(_) => "; of DWARF there are `-gdwarf-4` and `-gdwarf-5`",
                    None => "; there are -g, -g0 to -g3, -gline-tables-only, -gdwarf-4 and -gdwarf-5",
                };
                return Err(usage_error(format!("unknown kind of debug information `-g{how}`{hint}")));
            }
        };
        (on, info) = (now, DebugInfo { dwarf, lines_only });
    }
    Ok(on.then_some(info))
}

/// The CPU that code is for; `None` is the architecture's baseline.
///
/// What is executed at once is for the machine at hand; a file may be for others. `--target` names a machine that is not
/// this one, whatever it says.
pub fn cpu(code: &cli::Code, machine: &Machine, runs: bool) -> Usage<Option<String>> {
    Ok(match code.target_cpu.as_deref() {
        Some("generic") => None,
        Some(NATIVE) if !machine.native => {
            return Err(usage_error(format!(
                "`--target-cpu=native` is this machine's, which is not `{}`",
                machine.target.triple
            )));
        }
        Some(cpu) => Some(cpu.to_string()),
        None if code.target.is_some() => None,
        None if runs => Some(NATIVE.to_string()),
        None => vex_backend::common_cpu().map(String::from),
    })
}

/// How LLVM makes code. What depends on the outputs is for the action to say.
pub fn backend(code: &cli::Code, cpu: Option<String>, verify: bool) -> Usage<vex_backend::Options> {
    let debug = debug(code)?;
    Ok(vex_backend::Options {
        opt: level(code)?,
        cpu,
        features: code.target_feature.join(","),
        debug: debug.is_some(),
        dwarf: debug.and_then(|d| d.dwarf),
        lines_only: debug.is_some_and(|d| d.lines_only),
        pic: match code.relocation_model {
            Some(Relocation::Pic) => PicMode::Pic,
            Some(Relocation::Static) => PicMode::Static,
            Some(Relocation::Default) | None => PicMode::Default,
        },
        asm_syntax: match code.x86_asm_syntax {
            Some(cli::AsmSyntax::Intel) => AsmSyntax::Intel,
            Some(cli::AsmSyntax::Att) | None => AsmSyntax::Att,
        },
        verify: verify || cfg!(debug_assertions),
        ..vex_backend::Options::default()
    })
}

/// The options that decide what a program means.
pub fn meaning(code: &cli::Code) -> Usage<Options> {
    Ok(Options {
        cfgs: code.cfg.iter().map(|c| cfg_spec(c)).collect::<Usage<_>>()?,
        features: code.feature.clone(),
        test: code.cfg.iter().any(|spec| spec.trim() == "test"),
        opt_level: level(code)?,
        overflow_checks: code.overflow_checks.map(|s| s == Switch::On),
        debug_info: debug(code)?.is_some_and(|d| !d.lines_only),
        ..Options::default()
    })
}

/// The same, with the width of vectors in the code that is made.
pub fn meaning_for(code: &cli::Code, machine: &Machine, backend: &vex_backend::Options) -> Usage<Options> {
    Ok(Options { vector_bytes: vex_backend::vector_bytes(&machine.target, backend), ..meaning(code)? })
}

/// `name`, `key="value"`, `key=value`
fn cfg_spec(spec: &str) -> Usage<(String, Option<String>)> {
    let (name, value) = match spec.split_once('=') {
        None => (spec, None),
        Some((name, value)) => {
            let inner = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
            (name, Some(inner.unwrap_or(value).to_string()))
        }
    };
    let name = name.trim();
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && name.bytes().next().is_some_and(|b| !b.is_ascii_digit());
    match plain {
        true => Ok((name.to_string(), value)),
        false => Err(usage_error(format!("`--cfg {spec}` is neither a name nor a pair `key=\"value\"`"))),
    }
}

/// The options of rustc's `-C`.
pub fn spread_codegen(options: &mut cli::Options) -> Usage<()> {
    const KEYS: &[&str] = &[
        "opt-level",
        "debuginfo",
        "target-cpu",
        "target-feature",
        "overflow-checks",
        "relocation-model",
        "linker",
        "link-arg",
    ];
    for option in std::mem::take(&mut options.code.codegen) {
        let (key, value) = option.split_once('=').unwrap_or((&option, ""));
        let wrong = || usage_error(format!("invalid value `{value}` for `-C {key}`"));
        let switch = |v: &str| <Switch as clap::ValueEnum>::from_str(v, false).map_err(|_| wrong());
        match key {
            "opt-level" => options.code.opt_level = Some(value.into()),
            "debuginfo" => options.code.debug.push(match value {
                "none" => "0".into(),
                "line-tables-only" | "line-directives-only" => "1".into(),
                "limited" | "full" => "2".into(),
                _ => value.into(),
            }),
            "target-cpu" => options.code.target_cpu = Some(value.into()),
            "target-feature" => options.code.target_feature.push(value.into()),
            "overflow-checks" => options.code.overflow_checks = Some(switch(value)?),
            "relocation-model" => {
                let model = <Relocation as clap::ValueEnum>::from_str(value, false).map_err(|_| wrong())?;
                options.code.relocation_model = Some(model);
            }
            "linker" => options.input.linker = Some(value.into()),
            "link-arg" => options.input.link_arg.push(value.into()),
            _ => {
                let close =
                    closest(key, KEYS.iter().copied()).map_or(String::new(), |c| format!("; did you mean `{c}`?"));
                return Err(usage_error(format!("unknown option `-C {key}`{close}")));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cfg_specs() {
        assert_eq!(cfg_spec("fast").unwrap(), ("fast".into(), None));
        assert_eq!(cfg_spec("k=\"a b\"").unwrap(), ("k".into(), Some("a b".into())));
        assert_eq!(cfg_spec("k=v").unwrap(), ("k".into(), Some("v".into())));
        assert!(cfg_spec("1x").is_err());
        assert!(cfg_spec("a-b").is_err());
    }
}
