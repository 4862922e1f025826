//! What a target is made of, each with its one name: what `cfg` compares, what triples are written with, what messages say.

use std::fmt;

/// An enum whose values have names.
macro_rules! named {
    ($(#[$attr:meta])* $Enum:ident { $($(#[$of_value:meta])* $Value:ident = $name:literal,)* }) => {
        $(#[$attr])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $Enum { $($(#[$of_value])* $Value,)* }

        impl $Enum {
            pub const ALL: &[$Enum] = &[$($Enum::$Value,)*];

            pub const fn name(self) -> &'static str {
                match self { $($Enum::$Value => $name,)* }
            }

            /// The value that has exactly this name.
            pub fn from_name(name: &str) -> Option<$Enum> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl fmt::Display for $Enum {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named! {
    /// An architecture: `target_arch`.
    Arch {
        X86_64 = "x86_64",
        Aarch64 = "aarch64",
        Riscv64 = "riscv64",
        Wasm32 = "wasm32",
    }
}

named! {
    /// An operating system: `target_os`.
    Os {
        Linux = "linux",
        MacOs = "macos",
        Windows = "windows",
        FreeBsd = "freebsd",
        Wasi = "wasi",
        /// Bare metal.
        None = "none",
        /// WebAssembly in a host that is not known.
        Unknown = "unknown",
    }
}

named! {
    /// The C library and the conventions that a system leaves open: `target_env`.
    Env {
        /// The system leaves nothing open: `target_env = ""` holds.
        None = "",
        Gnu = "gnu",
        Musl = "musl",
        Msvc = "msvc",
        /// WASI, preview 1.
        P1 = "p1",
    }
}

named! {
    /// The vendor of the machine: `target_vendor`.
    Vendor {
        Unknown = "unknown",
        Pc = "pc",
        Apple = "apple",
    }
}

named! {
    /// Systems that have much in common: `target_family`.
    Family {
        Unix = "unix",
        Windows = "windows",
        Wasm = "wasm",
    }
}

named! {
    /// The format of object files, executables and shared libraries.
    ObjectFormat {
        Elf = "ELF",
        MachO = "Mach-O",
        Coff = "COFF",
        Wasm = "WebAssembly",
    }
}

impl Arch {
    /// The architecture that the first word of a triple names, in any of the usual spellings.
    pub fn from_triple(triple: &str) -> Option<Arch> {
        let word = triple.split('-').next()?;
        let usual = match word {
            "amd64" | "x64" => Some(Arch::X86_64),
            "arm64" => Some(Arch::Aarch64),
            "riscv64gc" => Some(Arch::Riscv64),
            _ => None,
        };
        usual.or_else(|| Arch::from_name(word))
    }
}

impl Os {
    /// Whether there is a system with a C library below the program.
    pub fn is_hosted(self) -> bool {
        match self {
            Os::Linux | Os::MacOs | Os::Windows | Os::FreeBsd | Os::Wasi => true,
            Os::None | Os::Unknown => false,
        }
    }
}

impl Family {
    /// Whether `cfg` has a flag of this name: `cfg(unix)`.
    pub(super) fn is_flag(self) -> bool {
        match self {
            Family::Unix | Family::Windows => true,
            Family::Wasm => false,
        }
    }
}

/// The calling conventions of C functions.
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
