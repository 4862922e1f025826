//! What the compiler knows of a target: decided from the triple alone, never from the host.

mod cfg;
mod names;
mod triple;

pub use cfg::{CFG_FLAGS, CFG_KEYS, cfg_possible_values};
pub use names::{Arch, CAbi, Env, Family, LongDouble, ObjectFormat, Os, Vendor};
pub use triple::{TARGETS, TargetError};

use crate::ty::IntTy;

/// A target, as its triple describes it.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// The triple as the user gave it, for messages.
    pub name: String,
    /// Normalised, as LLVM wants it: `x86_64-unknown-linux-gnu`.
    pub triple: String,
    pub arch: Arch,
    pub os: Os,
    pub env: Env,
    /// Width of pointers and of `usize`, in bits.
    pub pointer_bits: u32,
    /// Alignment of `i128` in bytes, as Clang 19 lays it out. On `wasm32`, LLVM's data layout alone would say 8, so the code that
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

impl Target {
    /// The facts of a supported combination.
    fn new(arch: Arch, os: Os, env: Env, triple: String) -> Target {
        let base = Target::of_arch(arch, triple);
        match os {
            Os::Linux | Os::FreeBsd | Os::Wasi | Os::None | Os::Unknown => Target { os, env, ..base },
            Os::MacOs => base.on_macos(),
            Os::Windows => base.on_windows(env),
        }
    }

    /// The facts of an architecture, where no system has others.
    fn of_arch(arch: Arch, triple: String) -> Target {
        let is_wasm = arch == Arch::Wasm32;
        Target {
            name: String::new(),
            triple,
            arch,
            os: if is_wasm { Os::Unknown } else { Os::None },
            env: Env::None,
            pointer_bits: if is_wasm { 32 } else { 64 },
            i128_align: 16,
            c_abi: match arch {
                Arch::X86_64 => CAbi::SysV64,
                Arch::Aarch64 => CAbi::Aapcs64,
                Arch::Riscv64 => CAbi::Lp64d,
                Arch::Wasm32 => CAbi::Wasm,
            },
            char_signed: match arch {
                Arch::X86_64 | Arch::Wasm32 => true,
                Arch::Aarch64 | Arch::Riscv64 => false,
            },
            long_bits: if is_wasm { 32 } else { 64 },
            wchar: match arch {
                Arch::Aarch64 => IntTy::U32,
                Arch::X86_64 | Arch::Riscv64 | Arch::Wasm32 => IntTy::I32,
            },
            long_double: match arch {
                Arch::X86_64 => LongDouble::X87,
                Arch::Aarch64 | Arch::Riscv64 | Arch::Wasm32 => LongDouble::F128,
            },
            object: if is_wasm { ObjectFormat::Wasm } else { ObjectFormat::Elf },
            symbol_prefix: "",
            exe_suffix: if is_wasm { ".wasm" } else { "" },
            object_suffix: ".o",
            dylib_prefix: if is_wasm { "" } else { "lib" },
            dylib_suffix: if is_wasm { ".wasm" } else { ".so" },
            staticlib_prefix: "lib",
            staticlib_suffix: ".a",
            import_lib: None,
            base_features: if arch == Arch::Riscv64 { "+m,+a,+f,+d,+c" } else { "" },
        }
    }

    fn on_macos(self) -> Target {
        let is_arm = self.arch == Arch::Aarch64;
        Target {
            os: Os::MacOs,
            c_abi: if is_arm { CAbi::AppleArm64 } else { CAbi::SysV64 },
            char_signed: true,
            wchar: IntTy::I32,
            long_double: if is_arm { LongDouble::F64 } else { LongDouble::X87 },
            object: ObjectFormat::MachO,
            symbol_prefix: "_",
            dylib_suffix: ".dylib",
            ..self
        }
    }

    fn on_windows(self, env: Env) -> Target {
        let (is_arm, is_msvc) = (self.arch == Arch::Aarch64, env == Env::Msvc);
        Target {
            os: Os::Windows,
            env,
            c_abi: if is_arm { CAbi::WinArm64 } else { CAbi::Win64 },
            char_signed: true,
            long_bits: 32,
            wchar: IntTy::U16,
            long_double: if is_msvc || is_arm { LongDouble::F64 } else { LongDouble::X87 },
            object: ObjectFormat::Coff,
            exe_suffix: ".exe",
            object_suffix: if is_msvc { ".obj" } else { ".o" },
            dylib_prefix: "",
            dylib_suffix: ".dll",
            staticlib_prefix: if is_msvc { "" } else { "lib" },
            staticlib_suffix: if is_msvc { ".lib" } else { ".a" },
            import_lib: Some(if is_msvc { ("", ".lib") } else { ("lib", ".dll.a") }),
            ..self
        }
    }

    pub fn vendor(&self) -> Vendor {
        match self.os {
            Os::MacOs => Vendor::Apple,
            Os::Windows => Vendor::Pc,
            Os::Linux | Os::FreeBsd | Os::Wasi | Os::None | Os::Unknown => Vendor::Unknown,
        }
    }

    pub fn family(&self) -> Option<Family> {
        match self.os {
            Os::Linux | Os::MacOs | Os::FreeBsd => Some(Family::Unix),
            Os::Windows => Some(Family::Windows),
            Os::Wasi | Os::Unknown => Some(Family::Wasm),
            Os::None => None,
        }
    }

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

    /// The largest alignment of a type, in bytes: what sections of object files can have. COFF has four bits for its logarithm (PE
    /// format, section flags, `IMAGE_SCN_ALIGN_8192BYTES`); everywhere else the limit is this compiler's, far beyond what
    /// loaders keep.
    pub fn max_align(&self) -> u64 {
        match self.object {
            ObjectFormat::Coff => 8192,
            ObjectFormat::Elf | ObjectFormat::MachO | ObjectFormat::Wasm => 1 << 28,
        }
    }

    /// Width of C's `size_t`, `long` and so on is in the fields; this is the integer type that `long` is.
    pub fn c_long(&self) -> IntTy {
        if self.long_bits == 64 { IntTy::I64 } else { IntTy::I32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(triple: &str) -> Target {
        Target::parse(triple).unwrap_or_else(|e| panic!("{e}"))
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
}
