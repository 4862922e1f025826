//! Bitcode libraries are tried in a process of their own before they come into this one: LLVM trusts what it reads, and a
//! damaged file ends the process that does so.

use crate::flags::code::{level_name, opt_level};
use crate::system::io_error::reason;
use crate::system::{process, signals, streams};
use std::process::Command;
use vex_backend::BackendError;
use vex_ir::cx::OptLevel;
use vex_ir::target::Target;

/// The first word of a command line that asks for a rehearsal. No help mentions it.
const WORD: &str = "__rehearse-bitcode";
/// The library cannot be used, and standard error says why.
const REFUSED: i32 = 3;
/// CPU seconds that a library may take, and the memory: a damaged one may ask for any.
#[cfg(unix)]
const MOST_SECONDS: u64 = 1200;
#[cfg(unix)]
const MOST_MEMORY: u64 = 16 << 30;

/// The exit status, where the command line asks for a rehearsal: target, level and name follow, the library is the file behind.
pub fn asked() -> Option<i32> {
    let [_, word, triple, level, name, path, ..] = process::words() else { return None };
    if word != WORD {
        return None;
    }
    limit();
    let run = || -> Result<(), String> {
        let target = Target::parse(&triple.to_string_lossy()).map_err(|e| e.to_string())?;
        let opt = opt_level(&level.to_string_lossy()).map_err(|e| e.to_string())?;
        let bytes = std::fs::read(path).map_err(|e| reason(&e))?;
        let options = vex_backend::Options { opt, ..Default::default() };
        vex_backend::rehearse(&target, options, &name.to_string_lossy(), &bytes).map_err(|e| e.to_string())
    };
    match run() {
        Ok(()) => Some(0),
        Err(why) => {
            streams::eprint(&why);
            Some(REFUSED)
        }
    }
}

#[cfg(unix)]
fn limit() {
    for (what, most) in [(libc::RLIMIT_CPU, MOST_SECONDS), (libc::RLIMIT_AS, MOST_MEMORY), (libc::RLIMIT_CORE, 0)] {
        let limit = libc::rlimit { rlim_cur: most, rlim_max: most };
        // SAFETY: `limit` is a structure of the system's; where the limit cannot be set, there is none.
        unsafe { libc::setrlimit(what, &limit) };
    }
}

#[cfg(not(unix))]
fn limit() {}

/// Whether a library can be used: what it is that another process could not do with it.
pub fn rehearse(target: &Target, level: OptLevel, name: &str, path: &std::path::Path) -> Result<(), BackendError> {
    let Ok(this) = std::env::current_exe() else { return Ok(()) };
    let mut command = Command::new(this);
    command.arg(WORD).arg(&target.triple).arg(level_name(level)).arg(name).arg(path);
    let failed = |why: &str| BackendError::Llvm(format!("cannot use the bitcode library `{name}`: {why}"));
    let done = signals::output(&mut command).map_err(|e| failed(&reason(&e)))?;
    let said = String::from_utf8_lossy(&done.stderr);
    match done.status.code() {
        Some(0) => Ok(()),
        Some(REFUSED) => Err(BackendError::Llvm(said.trim_end().to_string())),
        _ => {
            let fatal =
                said.lines().find_map(|line| line.strip_prefix("LLVM ERROR: ").or(line.strip_prefix("error: ")));
            let why = fatal.map_or(String::new(), |why| format!(": {why}"));
            Err(failed(&format!("it is damaged, LLVM fails on it{why}")))
        }
    }
}
