//! What the compiler knows of a target: decided from the triple alone, never from the host.

use crate::diag::closest;
use crate::ty::IntTy;
use std::fmt;

/// A target, as its triple describes it.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// The triple as the user gave it, for messages.
    pub name: String,
    /// Normalised, as LLVM wants it: `x86_64-unknown-linux-gnu`.
    pub triple: String,
    /// `x86_64`, `aarch64`, `riscv64`, `wasm32`
    pub arch: &'static str,
    /// `linux`, `macos`, `windows`, `freebsd`, `wasi`, `none`, `unknown`
    pub os: &'static str,
    /// `gnu`, `musl`, `msvc`, `p1`, or empty
    pub env: &'static str,
    /// `unknown`, `pc`, `apple`
    pub vendor: &'static str,
    /// `unix`, `windows`, `wasm`, or empty
    pub family: &'static str,
    /// Width of pointers and of `usize`, in bits.
    pub pointer_bits: u32,
    /// Alignment of `i128` in bytes, as Clang 19 lays it out. On `wasm32`, LLVM's data layout alone would say 8, so whoever
    /// emits LLVM IR has to state alignments there.
    pub i128_align: u64,
    /// Which rules its C functions pass arguments by.
    pub c_abi: CAbi,
    /// Whether C's `char` is signed.
    pub char_signed: bool,
    /// Width of C's `long`, in bits.
    pub long_bits: u32,
    /// What C's `wchar_t` is.
    pub wchar: IntTy,
    /// What C's `long double` is.
    pub long_double: LongDouble,
    pub object: ObjectFormat,
    /// What the linker's names have before C's: `_` in Mach-O.
    pub symbol_prefix: &'static str,
    /// `.exe`, `.wasm`, or empty
    pub exe_suffix: &'static str,
    /// `.o`, `.obj`
    pub object_suffix: &'static str,
    /// `lib` or empty: before the name of a shared library.
    pub dylib_prefix: &'static str,
    /// `.so`, `.dylib`, `.dll`, `.wasm`
    pub dylib_suffix: &'static str,
    /// `lib` or empty: before the name of a static library.
    pub staticlib_prefix: &'static str,
    /// `.a`, `.lib`
    pub staticlib_suffix: &'static str,
    /// What an object links against instead of a shared library: `lib` and `.dll.a`, or empty and `.lib`, around its
    /// name. `None` where it is the shared library itself.
    pub import_lib: Option<(&'static str, &'static str)>,
    /// The features that the target's C compilers assume of every CPU beyond LLVM's own default, as LLVM writes them.
    pub base_features: &'static str,
}

/// The rules by which C functions get their arguments and give their results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CAbi {
    /// System V on x86-64: Linux, macOS, FreeBSD, bare metal.
    SysV64,
    /// Microsoft's on x86-64.
    Win64,
    /// Arm's own on AArch64.
    Aapcs64,
    /// Apple's variant of it.
    AppleArm64,
    /// Microsoft's variant of it.
    WinArm64,
    /// RISC-V with 64-bit registers and floats in float registers: LP64D.
    Lp64d,
    /// The basic C convention of WebAssembly.
    Wasm,
}

/// What `long double` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LongDouble {
    /// The same as `double`.
    F64,
    /// The 80-bit format of the x87, in 16 bytes.
    X87,
    /// IEEE binary128.
    F128,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ObjectFormat {
    Elf,
    MachO,
    Coff,
    Wasm,
}

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

/// The names that a `cfg` predicate may use alone, besides those given by `--cfg`.
pub const CFG_FLAGS: &[&str] = &["debug_assertions", "test", "unix", "windows"];

/// The keys that a `cfg` predicate may compare, besides `feature` and those given by `--cfg`.
pub const CFG_KEYS: &[&str] = &[
    "target_arch",
    "target_endian",
    "target_env",
    "target_family",
    "target_os",
    "target_pointer_width",
    "target_vendor",
];

/// Why a text names no target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TargetError {
    /// What was given.
    pub triple: String,
    /// Why it names no target, as a clause.
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
    env: Option<&'static str>,
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
    /// The file of a shared library.
    pub fn dylib(&self, name: &str) -> String {
        format!("{}{name}{}", self.dylib_prefix, self.dylib_suffix)
    }

    /// Whether a file is a shared library of this name, maybe with a version behind it.
    pub fn is_dylib(&self, name: &str, file: &str) -> bool {
        file.strip_prefix(&self.dylib(name)).is_some_and(|version| version.is_empty() || version.starts_with('.'))
    }

    /// The file of a static library.
    pub fn staticlib(&self, name: &str) -> String {
        format!("{}{name}{}", self.staticlib_prefix, self.staticlib_suffix)
    }

    /// The target that a triple names: `x86_64-unknown-linux-gnu`, shorter (`x86_64-linux-gnu`, `wasm32-wasi`), or as LLVM
    /// and others write it (`arm64-apple-macosx14.0`, `x86_64-w64-mingw32`, `riscv64gc-unknown-none-elf`).
    pub fn parse(triple: &str) -> Result<Target, TargetError> {
        let fail = |reason: String| TargetError { triple: triple.into(), reason, suggestion: nearest(triple) };
        let mut words = triple.split('-');
        let first = words.next().unwrap_or("");
        let arch = parse_arch(first).ok_or_else(|| {
            let known = "`x86_64`, `aarch64`, `riscv64` and `wasm32`";
            fail(if first.is_empty() {
                "it is empty".into()
            } else {
                format!("`{first}` is no architecture that is supported, which are {known}")
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

    /// The largest alignment of a type, in bytes: what sections of object files can have. COFF has four bits for its logarithm (PE
    /// format, section flags, `IMAGE_SCN_ALIGN_8192BYTES`); everywhere else it is ours, far beyond what loaders keep.
    pub fn max_align(&self) -> u64 {
        match self.object {
            ObjectFormat::Coff => 8192,
            ObjectFormat::Elf | ObjectFormat::MachO | ObjectFormat::Wasm => 1 << 28,
        }
    }

    /// What holds in a `cfg` on this target, flags first: what `--print=cfg` prints, but for what options decide.
    pub fn cfg_values(&self) -> Vec<(&'static str, Option<&'static str>)> {
        let flags = ["unix", "windows"].into_iter().filter(|f| *f == self.family).map(|f| (f, None));
        let pairs = CFG_KEYS.iter().filter_map(|&key| self.cfg_value(key).map(|value| (key, Some(value))));
        // No family is no value, but no environment is the empty one: `target_env = ""` holds there.
        flags.chain(pairs.filter(|p| *p != ("target_family", Some("")))).collect()
    }

    /// The value that a key of [`CFG_KEYS`] has on this target.
    pub fn cfg_value(&self, key: &str) -> Option<&'static str> {
        Some(match key {
            "target_arch" => self.arch,
            // Every supported target is.
            "target_endian" => "little",
            "target_env" => self.env,
            "target_family" => self.family,
            "target_os" => self.os,
            "target_pointer_width" if self.pointer_bits == 32 => "32",
            "target_pointer_width" => "64",
            "target_vendor" => self.vendor,
            // Keys that do not depend on the target.
            _ => return None,
        })
    }

    /// Whether the flag `unix` or `windows` holds.
    pub fn is_family(&self, flag: &str) -> bool {
        matches!(flag, "unix" | "windows") && self.family == flag
    }

    /// Width of C's `size_t`, `long` and so on is in the fields; this is the integer type that `long` is.
    pub fn c_long(&self) -> IntTy {
        if self.long_bits == 64 { IntTy::I64 } else { IntTy::I32 }
    }
}

/// The values that a key of [`CFG_KEYS`] has on some supported target, in order; `None` for other keys.
pub fn cfg_possible_values(key: &str) -> Option<Vec<&'static str>> {
    let mut values: Vec<&'static str> = all().filter_map(|target| target.cfg_value(key)).collect();
    values.sort_unstable();
    values.dedup();
    values.retain(|value| key != "target_family" || !value.is_empty());
    CFG_KEYS.contains(&key).then_some(values)
}

/// All supported targets.
fn all() -> impl Iterator<Item = Target> {
    TARGETS.iter().filter_map(|triple| Target::parse(triple).ok())
}

/// The supported triple closest to what was written, also when some part was left out or swapped.
fn nearest(triple: &str) -> Option<&'static str> {
    closest(triple, TARGETS.iter().copied()).or_else(|| {
        let arch = parse_arch(triple.split('-').next()?)?;
        let shares =
            |t: &str| triple.split('-').skip(1).filter(|w| !w.is_empty() && t.split('-').any(|o| o == *w)).count();
        let same = TARGETS.iter().copied().filter(|t| parse_arch(t.split('-').next().unwrap_or("")) == Some(arch));
        same.rev().max_by_key(|t| shares(t)).filter(|t| shares(t) > 0)
    })
}

fn parse_arch(word: &str) -> Option<&'static str> {
    Some(match word {
        "x86_64" | "amd64" | "x64" => "x86_64",
        "aarch64" | "arm64" => "aarch64",
        "riscv64" | "riscv64gc" => "riscv64",
        "wasm32" => "wasm32",
        _ => return None,
    })
}

impl<'a> Parts<'a> {
    /// Takes a word behind the architecture; whether it is known.
    fn add(&mut self, word: &'a str) -> bool {
        if let Some(os) = parse_os(word) {
            // `aarch64-none-linux-gnu`: the first `none` is a vendor after all.
            if self.os.is_none_or(|before| before == System::None) {
                self.os = Some(os);
                self.env = self.env.or((word == "mingw32").then_some("gnu"));
                return true;
            }
            return false;
        }
        match word {
            "unknown" | "pc" | "apple" | "w64" => self.vendor = word,
            "gnu" | "gnullvm" => self.env = Some("gnu"),
            "musl" => self.env = Some("musl"),
            "elf" => self.elf = true,
            _ if word.strip_prefix("msvc").is_some_and(is_version) => self.env = Some("msvc"),
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

fn build(arch: &'static str, parts: &Parts<'_>) -> Option<Target> {
    let none = if parts.elf || arch != "wasm32" && parts.vendor == "unknown" { Some(System::None) } else { None };
    let base = base_of(arch);
    match parts.os.or(none) {
        Some(System::Linux) if arch != "wasm32" => {
            let env = parts.env.filter(|e| *e != "msvc").or(parts.env.is_none().then_some("gnu"))?;
            Some(unix(base, "linux", env, "unknown", format!("{arch}-unknown-linux-{env}")))
        }
        Some(System::FreeBsd(version)) if arch == "x86_64" && parts.env.is_none() => {
            Some(unix(base, "freebsd", "", "unknown", format!("{arch}-unknown-freebsd{version}")))
        }
        Some(System::MacOs(version)) if parts.env.is_none() => macos(base, version),
        Some(System::Windows) => windows(base, parts.env.unwrap_or("msvc")),
        Some(System::Wasi(os)) if arch == "wasm32" && parts.env.is_none() => {
            Some(Target { os: "wasi", env: "p1", triple: format!("wasm32-unknown-{os}"), ..base })
        }
        Some(System::None) if arch != "wasm32" && parts.env.is_none() => {
            Some(Target { triple: format!("{arch}-unknown-none-elf"), os: "none", ..base })
        }
        None if arch == "wasm32" && parts.env.is_none() && matches!(parts.vendor, "" | "unknown") => {
            Some(Target { triple: "wasm32-unknown-unknown".into(), ..base })
        }
        Some(System::Linux | System::FreeBsd(_) | System::MacOs(_) | System::Wasi(_) | System::None) | None => None,
    }
}

/// The facts of an architecture on bare metal, which systems then change.
fn base_of(arch: &'static str) -> Target {
    let wasm = arch == "wasm32";
    Target {
        name: String::new(),
        triple: String::new(),
        arch,
        os: "unknown",
        env: "",
        vendor: "unknown",
        family: if wasm { "wasm" } else { "" },
        pointer_bits: if wasm { 32 } else { 64 },
        i128_align: 16,
        c_abi: match arch {
            "x86_64" => CAbi::SysV64,
            "aarch64" => CAbi::Aapcs64,
            "riscv64" => CAbi::Lp64d,
            // There is no other architecture; see `parse_arch`.
            _ => CAbi::Wasm,
        },
        char_signed: matches!(arch, "x86_64" | "wasm32"),
        long_bits: if wasm { 32 } else { 64 },
        wchar: if arch == "aarch64" { IntTy::U32 } else { IntTy::I32 },
        long_double: if arch == "x86_64" { LongDouble::X87 } else { LongDouble::F128 },
        object: if wasm { ObjectFormat::Wasm } else { ObjectFormat::Elf },
        symbol_prefix: "",
        exe_suffix: if wasm { ".wasm" } else { "" },
        object_suffix: ".o",
        dylib_prefix: if wasm { "" } else { "lib" },
        dylib_suffix: if wasm { ".wasm" } else { ".so" },
        staticlib_prefix: "lib",
        staticlib_suffix: ".a",
        import_lib: None,
        base_features: if arch == "riscv64" { "+m,+a,+f,+d,+c" } else { "" },
    }
}

fn unix(base: Target, os: &'static str, env: &'static str, vendor: &'static str, triple: String) -> Target {
    Target { triple, os, env, vendor, family: "unix", ..base }
}

fn macos(base: Target, version: MacVersion) -> Option<Target> {
    let arm = match base.arch {
        "aarch64" => true,
        "x86_64" => false,
        // macOS runs on no other.
        _ => return None,
    };
    // The oldest versions that Apple's linkers still take, and so the default of others' compilers.
    let MacVersion(major, minor, patch) = match version {
        MacVersion(0, ..) if arm => MacVersion(11, 0, 0),
        MacVersion(0, ..) => MacVersion(10, 12, 0),
        named => named,
    };
    let cpu = if arm { "arm64" } else { "x86_64" };
    let triple = format!("{cpu}-apple-macosx{major}.{minor}.{patch}");
    Some(Target {
        c_abi: if arm { CAbi::AppleArm64 } else { CAbi::SysV64 },
        char_signed: true,
        wchar: IntTy::I32,
        long_double: if arm { LongDouble::F64 } else { LongDouble::X87 },
        object: ObjectFormat::MachO,
        symbol_prefix: "_",
        dylib_suffix: ".dylib",
        ..unix(base, "macos", "", "apple", triple)
    })
}

fn windows(base: Target, env: &'static str) -> Option<Target> {
    let arm = match base.arch {
        "aarch64" => true,
        "x86_64" => false,
        // Windows runs on no other.
        _ => return None,
    };
    let msvc = match env {
        "msvc" => true,
        "gnu" => false,
        // `musl` is for Linux.
        _ => return None,
    };
    Some(Target {
        triple: format!("{}-pc-windows-{env}", base.arch),
        os: "windows",
        env,
        vendor: "pc",
        family: "windows",
        c_abi: if arm { CAbi::WinArm64 } else { CAbi::Win64 },
        char_signed: true,
        long_bits: 32,
        wchar: IntTy::U16,
        long_double: if msvc || arm { LongDouble::F64 } else { LongDouble::X87 },
        object: ObjectFormat::Coff,
        exe_suffix: ".exe",
        object_suffix: if msvc { ".obj" } else { ".o" },
        dylib_prefix: "",
        dylib_suffix: ".dll",
        staticlib_prefix: if msvc { "" } else { "lib" },
        staticlib_suffix: if msvc { ".lib" } else { ".a" },
        import_lib: Some(if msvc { ("", ".lib") } else { ("lib", ".dll.a") }),
        ..base
    })
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

    #[test]
    fn c_facts_are_clangs() {
        // As `clang-19 --target=T -dM -E` reports them.
        let facts = |triple: &str| {
            let t = target(triple);
            (t.char_signed, t.long_bits, t.wchar, t.long_double, t.object, t.pointer_bits)
        };
        use IntTy::{I32, U16, U32};
        use LongDouble::{F64, F128, X87};
        use ObjectFormat::{Coff, Elf, MachO, Wasm};
        assert_eq!(facts("x86_64-unknown-linux-gnu"), (true, 64, I32, X87, Elf, 64));
        assert_eq!(facts("x86_64-unknown-linux-musl"), (true, 64, I32, X87, Elf, 64));
        assert_eq!(facts("x86_64-unknown-freebsd"), (true, 64, I32, X87, Elf, 64));
        assert_eq!(facts("x86_64-unknown-none"), (true, 64, I32, X87, Elf, 64));
        assert_eq!(facts("aarch64-unknown-linux-gnu"), (false, 64, U32, F128, Elf, 64));
        assert_eq!(facts("aarch64-unknown-none"), (false, 64, U32, F128, Elf, 64));
        assert_eq!(facts("x86_64-apple-darwin"), (true, 64, I32, X87, MachO, 64));
        assert_eq!(facts("aarch64-apple-darwin"), (true, 64, I32, F64, MachO, 64));
        assert_eq!(facts("x86_64-pc-windows-gnu"), (true, 32, U16, X87, Coff, 64));
        assert_eq!(facts("x86_64-pc-windows-msvc"), (true, 32, U16, F64, Coff, 64));
        assert_eq!(facts("aarch64-pc-windows-msvc"), (true, 32, U16, F64, Coff, 64));
        assert_eq!(facts("aarch64-pc-windows-gnullvm"), (true, 32, U16, F64, Coff, 64));
        assert_eq!(facts("riscv64-unknown-linux-gnu"), (false, 64, I32, F128, Elf, 64));
        assert_eq!(facts("wasm32-unknown-unknown"), (true, 32, I32, F128, Wasm, 32));
        assert_eq!(facts("wasm32-wasip1"), (true, 32, I32, F128, Wasm, 32));
    }

    #[test]
    fn cfg_values_are_complete() {
        let of = |triple: &str| {
            let show = |(k, v): (&str, Option<&str>)| v.map_or(k.to_string(), |v| format!("{k}={v:?}"));
            target(triple).cfg_values().into_iter().map(show).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            of("x86_64-unknown-linux-gnu"),
            "unix target_arch=\"x86_64\" target_endian=\"little\" target_env=\"gnu\" target_family=\"unix\" \
             target_os=\"linux\" target_pointer_width=\"64\" target_vendor=\"unknown\""
        );
        assert_eq!(
            of("aarch64-unknown-none"),
            "target_arch=\"aarch64\" target_endian=\"little\" target_env=\"\" target_os=\"none\" \
             target_pointer_width=\"64\" target_vendor=\"unknown\""
        );
        assert!(of("x86_64-pc-windows-gnu").starts_with("windows "));
        assert_eq!(cfg_possible_values("target_pointer_width"), Some(vec!["32", "64"]));
        assert_eq!(cfg_possible_values("target_env"), Some(vec!["", "gnu", "msvc", "musl", "p1"]));
        assert_eq!(cfg_possible_values("target_family"), Some(vec!["unix", "wasm", "windows"]));
        assert_eq!(cfg_possible_values("feature"), None);
        for key in CFG_KEYS {
            let possible = cfg_possible_values(key).unwrap_or_default();
            for t in all() {
                let value = t.cfg_value(key).unwrap_or("");
                assert!(possible.contains(&value) || value.is_empty(), "{key} = {value:?} on {}", t.triple);
            }
        }
    }
}
