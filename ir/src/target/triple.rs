//! Triples: the supported ones, and how they are read.

use super::{Arch, Env, Os, Target};
use crate::diag::closest;
use std::fmt;

/// The targets that `--target` takes, as their users name them; [`Target::parse`] takes further spellings of each.
pub const TARGETS: &[&str] = &[
    "aarch64-apple-darwin",
    "aarch64-pc-windows-gnullvm",
    "aarch64-pc-windows-msvc",
    "aarch64-unknown-linux-gnu",
    "aarch64-unknown-linux-musl",
    "aarch64-unknown-none",
    "riscv64gc-unknown-linux-gnu",
    "riscv64gc-unknown-linux-musl",
    "riscv64gc-unknown-none-elf",
    "wasm32-unknown-unknown",
    "wasm32-wasip1",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-gnu",
    "x86_64-pc-windows-msvc",
    "x86_64-unknown-freebsd",
    "x86_64-unknown-linux-gnu",
    "x86_64-unknown-linux-musl",
    "x86_64-unknown-none",
];

/// The error for a text that is not the triple of a target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TargetError {
    /// What was given.
    pub triple: String,
    /// The reason, as a clause.
    pub reason: String,
    /// The triple that was probably meant.
    pub suggestion: Option<&'static str>,
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown target `{}`: {}", self.triple, self.reason)?;
        match self.suggestion {
            Some(other) => write!(f, "; did you mean `{other}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TargetError {}

/// A triple taken apart, parts in any of the usual spellings and orders.
#[derive(Default)]
struct Parts<'a> {
    vendor: &'a str,
    os: Option<System<'a>>,
    env: Option<Env>,
    /// `-elf` at the end: bare metal where no system is named.
    elf: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum System<'a> {
    Linux,
    /// With the version of macOS that it names, as LLVM writes one, or empty.
    MacOs(MacVersion),
    Windows,
    /// With its version as written.
    FreeBsd(&'a str),
    /// With what LLVM calls it.
    Wasi(&'static str),
    None,
}

/// The oldest macOS that the program is to run on; zeros if none is named.
#[derive(Clone, Copy, PartialEq, Eq)]
struct MacVersion(u32, u32, u32);

impl Target {
    /// The target that a triple names: `x86_64-unknown-linux-gnu`, shorter (`x86_64-linux-gnu`, `wasm32-wasi`), or as LLVM
    /// and others write it (`arm64-apple-macosx14.0`, `x86_64-w64-mingw32`, `riscv64gc-unknown-none-elf`).
    pub fn parse(triple: &str) -> Result<Target, TargetError> {
        let fail = |reason: String| TargetError { triple: triple.into(), reason, suggestion: nearest(triple) };
        let mut words = triple.split('-');
        let first = words.next().unwrap_or("");
        let arch = Arch::from_triple(triple).ok_or_else(|| {
            let [others @ .., last] = Arch::ALL else { return fail("no architecture is supported".into()) };
            let others: Vec<String> = others.iter().map(|arch| format!("`{arch}`")).collect();
            let known = format!("{} and `{last}`", others.join(", "));
            fail(if first.is_empty() {
                "it is empty".into()
            } else {
                format!("`{first}` is not a supported architecture; those are {known}")
            })
        })?;
        let mut parts = Parts::default();
        for word in words {
            if !parts.add(word) {
                return Err(fail(format!("`{word}` is not the name of a vendor, system or environment that is known")));
            }
        }
        let target = build(arch, &parts).ok_or_else(|| fail("this combination is not supported".into()))?;
        Ok(Target { name: triple.into(), ..target })
    }
}

/// The supported triple closest to what was written, also when some part was left out or swapped.
fn nearest(triple: &str) -> Option<&'static str> {
    closest(triple, TARGETS.iter().copied()).or_else(|| {
        let arch = Arch::from_triple(triple)?;
        let shares =
            |t: &str| triple.split('-').skip(1).filter(|w| !w.is_empty() && t.split('-').any(|o| o == *w)).count();
        let same = TARGETS.iter().copied().filter(|t| Arch::from_triple(t) == Some(arch));
        same.rev().max_by_key(|t| shares(t)).filter(|t| shares(t) > 0)
    })
}

impl<'a> Parts<'a> {
    /// Takes a word behind the architecture; whether it is known.
    fn add(&mut self, word: &'a str) -> bool {
        if let Some(os) = parse_os(word) {
            // `aarch64-none-linux-gnu`: the first `none` is a vendor after all.
            if self.os.is_none_or(|before| before == System::None) {
                self.os = Some(os);
                self.env = self.env.or((word == "mingw32").then_some(Env::Gnu));
                return true;
            }
            return false;
        }
        match word {
            "unknown" | "pc" | "apple" | "w64" => self.vendor = word,
            "gnu" | "gnullvm" => self.env = Some(Env::Gnu),
            "musl" => self.env = Some(Env::Musl),
            "elf" => self.elf = true,
            _ if word.strip_prefix("msvc").is_some_and(is_version) => self.env = Some(Env::Msvc),
            _ => return false,
        }
        true
    }
}

fn is_version(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn parse_os(word: &str) -> Option<System<'_>> {
    match word {
        "linux" => return Some(System::Linux),
        "windows" | "mingw32" | "win32" => return Some(System::Windows),
        "wasi" => return Some(System::Wasi("wasi")),
        "wasip1" => return Some(System::Wasi("wasip1")),
        "none" => return Some(System::None),
        _ => {}
    }
    if let Some(version) = word.strip_prefix("freebsd") {
        return is_version(version).then_some(System::FreeBsd(version));
    }
    for prefix in ["macosx", "macos"] {
        if let Some(version) = word.strip_prefix(prefix) {
            return parse_version(version).map(System::MacOs);
        }
    }
    // Darwin 19 was macOS 10.15, Darwin 20 macOS 11.
    let version = parse_version(word.strip_prefix("darwin")?)?;
    Some(System::MacOs(match version.0 {
        0 => version,
        major @ 5..20 => MacVersion(10, major - 4, 0),
        major @ 20.. => MacVersion(major - 9, 0, 0),
        _ => return None,
    }))
}

fn parse_version(text: &str) -> Option<MacVersion> {
    if text.is_empty() {
        return Some(MacVersion(0, 0, 0));
    }
    let mut numbers = [0; 3];
    for (i, part) in text.split('.').enumerate() {
        *numbers.get_mut(i)? = part.parse().ok()?;
    }
    Some(MacVersion(numbers[0], numbers[1], numbers[2]))
}

/// The target of an architecture and the other parts, if it is supported.
fn build(arch: Arch, parts: &Parts<'_>) -> Option<Target> {
    let is_wasm = arch == Arch::Wasm32;
    let none = if parts.elf || !is_wasm && parts.vendor == "unknown" { Some(System::None) } else { None };
    let (os, env, triple) = match parts.os.or(none) {
        Some(System::Linux) if !is_wasm => {
            let env = match parts.env {
                Some(env @ (Env::Gnu | Env::Musl)) => env,
                None => Env::Gnu,
                Some(Env::None | Env::Msvc | Env::P1) => return None,
            };
            (Os::Linux, env, format!("{arch}-unknown-linux-{env}"))
        }
        Some(System::FreeBsd(version)) if arch == Arch::X86_64 && parts.env.is_none() => {
            (Os::FreeBsd, Env::None, format!("{arch}-unknown-freebsd{version}"))
        }
        Some(System::MacOs(version)) if parts.env.is_none() => (Os::MacOs, Env::None, apple_triple(arch, version)?),
        Some(System::Windows) => {
            let env = match (arch, parts.env) {
                (Arch::X86_64 | Arch::Aarch64, Some(env @ (Env::Gnu | Env::Msvc))) => env,
                (Arch::X86_64 | Arch::Aarch64, None) => Env::Msvc,
                (Arch::X86_64 | Arch::Aarch64, Some(Env::None | Env::Musl | Env::P1)) => return None,
                // Windows runs on no other.
                (Arch::Riscv64 | Arch::Wasm32, _) => return None,
            };
            (Os::Windows, env, format!("{arch}-pc-windows-{env}"))
        }
        Some(System::Wasi(os)) if is_wasm && parts.env.is_none() => (Os::Wasi, Env::P1, format!("{arch}-unknown-{os}")),
        Some(System::None) if !is_wasm && parts.env.is_none() => {
            (Os::None, Env::None, format!("{arch}-unknown-none-elf"))
        }
        None if is_wasm && parts.env.is_none() && matches!(parts.vendor, "" | "unknown") => {
            (Os::Unknown, Env::None, format!("{arch}-unknown-unknown"))
        }
        Some(System::Linux | System::FreeBsd(_) | System::MacOs(_) | System::Wasi(_) | System::None) | None => {
            return None;
        }
    };
    Some(Target::new(arch, os, env, triple))
}

/// The triple of macOS, with the version that was named, or else the oldest that Apple's linkers still accept, which is also the default of
/// others' compilers, too.
fn apple_triple(arch: Arch, version: MacVersion) -> Option<String> {
    let (cpu, oldest) = match arch {
        Arch::Aarch64 => ("arm64", MacVersion(11, 0, 0)),
        Arch::X86_64 => ("x86_64", MacVersion(10, 12, 0)),
        // macOS runs on no other.
        Arch::Riscv64 | Arch::Wasm32 => return None,
    };
    let MacVersion(major, minor, patch) = if version.0 == 0 { oldest } else { version };
    Some(format!("{cpu}-apple-macosx{major}.{minor}.{patch}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(triple: &str) -> Target {
        Target::parse(triple).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn every_listed_target_parses_and_normalises_stably() {
        let mut seen = Vec::new();
        for triple in TARGETS {
            let one = target(triple);
            assert_eq!(Target { name: one.name.clone(), ..target(&one.triple) }, one, "{triple} -> {}", one.triple);
            assert!(!seen.contains(&one.triple), "{triple} is listed twice");
            seen.push(one.triple);
        }
        assert!(TARGETS.is_sorted());
    }

    #[test]
    fn spellings_are_normalised() {
        for (written, meant) in [
            ("x86_64-linux-gnu", "x86_64-unknown-linux-gnu"),
            ("x86_64-linux", "x86_64-unknown-linux-gnu"),
            ("x86_64-pc-linux-gnu", "x86_64-unknown-linux-gnu"),
            ("amd64-unknown-linux-musl", "x86_64-unknown-linux-musl"),
            ("aarch64-none-linux-gnu", "aarch64-unknown-linux-gnu"),
            ("arm64-linux-musl", "aarch64-unknown-linux-musl"),
            ("riscv64gc-unknown-linux-gnu", "riscv64-unknown-linux-gnu"),
            ("riscv64-linux-gnu", "riscv64-unknown-linux-gnu"),
            ("x86_64-pc-windows-gnu", "x86_64-pc-windows-gnu"),
            ("x86_64-w64-mingw32", "x86_64-pc-windows-gnu"),
            ("x86_64-w64-windows-gnu", "x86_64-pc-windows-gnu"),
            ("x86_64-windows-gnu", "x86_64-pc-windows-gnu"),
            ("x86_64-pc-windows-msvc19.33.0", "x86_64-pc-windows-msvc"),
            ("x86_64-pc-win32", "x86_64-pc-windows-msvc"),
            ("aarch64-pc-windows-gnullvm", "aarch64-pc-windows-gnu"),
            ("aarch64-apple-darwin", "arm64-apple-macosx11.0.0"),
            ("arm64-apple-macosx14.0", "arm64-apple-macosx14.0.0"),
            ("aarch64-macos", "arm64-apple-macosx11.0.0"),
            ("x86_64-apple-darwin", "x86_64-apple-macosx10.12.0"),
            ("x86_64-apple-darwin19.6.0", "x86_64-apple-macosx10.15.0"),
            ("arm64-apple-darwin23", "arm64-apple-macosx14.0.0"),
            ("x86_64-unknown-freebsd14.1", "x86_64-unknown-freebsd14.1"),
            ("wasm32", "wasm32-unknown-unknown"),
            ("wasm32-wasi", "wasm32-unknown-wasi"),
            ("wasm32-wasip1", "wasm32-unknown-wasip1"),
            ("x86_64-unknown-none", "x86_64-unknown-none-elf"),
            ("x86_64-elf", "x86_64-unknown-none-elf"),
            ("aarch64-none-elf", "aarch64-unknown-none-elf"),
            ("riscv64-unknown-elf", "riscv64-unknown-none-elf"),
        ] {
            assert_eq!(target(written).triple, meant, "{written}");
        }
    }

    #[test]
    fn errors_suggest_what_was_meant() {
        for (written, meant) in [
            ("x86_64-unknown-linux-gun", Some("x86_64-unknown-linux-gnu")),
            ("x86-64-unknown-linux-gnu", Some("x86_64-unknown-linux-gnu")),
            ("x86_64-pc-windows-musl", Some("x86_64-pc-windows-msvc")),
            ("arm64-apple-macoss", Some("aarch64-apple-darwin")),
            ("aarch64-pc-windoze-msvc", Some("aarch64-pc-windows-msvc")),
            ("wasm32-wasi-musl", Some("wasm32-wasip1")),
            ("sparc64-sun-solaris", None),
            ("", None),
        ] {
            let error = Target::parse(written).expect_err(written);
            assert_eq!(error.suggestion, meant, "{error}");
        }
        for wrong in
            ["x86_64-linux-msvc", "wasm32-linux", "riscv64-apple-darwin", "riscv64-windows", "x86_64-linux-windows"]
        {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
        for wrong in
            ["x86_64-apple-darwin3", "x86_64-apple-macosx1.2.3.4", "x86_64-apple-macosxa", "aarch64-freebsd", "x86_64"]
        {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}
