//! Target machines: which CPU, which features, which relocation model.

use crate::{BackendError, Options, PicMode};
use inkwell::OptimizationLevel;
use inkwell::llvm_sys::target_machine::{
    LLVMCodeGenOptLevel, LLVMCodeModel, LLVMCreateTargetMachine, LLVMRelocMode, LLVMTargetMachineRef,
};
use inkwell::targets::{CodeModel, InitializationConfig, RelocMode, TargetMachine, TargetMachineOptions, TargetTriple};
use std::sync::Once;
use vex_ir::cx::OptLevel;
use vex_ir::target::{Arch, CAbi, Os, Target};

/// The `--target-cpu` that stands for the machine at hand.
pub const NATIVE: &str = "native";

/// The triple of the machine at hand, as LLVM was built to think of it.
pub fn host_triple() -> String {
    TargetMachine::get_default_triple().as_str().to_string_lossy().into_owned()
}

/// The architecture of the machine at hand, if code can be made for it.
pub fn host_arch() -> Option<Arch> {
    // Rust names architectures as `cfg(target_arch)` does.
    Arch::from_name(std::env::consts::ARCH)
}

/// The version of LLVM: `19.1.7`.
pub fn llvm_version() -> String {
    let (major, minor, patch) = inkwell::support::get_llvm_version();
    format!("{major}.{minor}.{patch}")
}

/// The CPU of the machine at hand, as LLVM names it.
pub fn host_cpu() -> String {
    TargetMachine::get_host_cpu_name().to_string()
}

/// The CPU that written files are for where nothing else is said: what the machine at hand has, as far as most machines in
/// use have it. `None`: the architecture's baseline.
///
/// A file is executed on other machines, and under emulators that know no feature of the newest CPUs.
pub fn common_cpu() -> Option<&'static str> {
    (cfg!(target_arch = "x86_64") && has_all(&host_features(), X86_64_V3)).then_some("x86-64-v3")
}

/// What a CPU has beyond the x86-64 baseline to be an x86-64-v3: the x86-64 psABI, section 3.1.1, table 3.1, by LLVM's
/// names. LLVM reports `avx`, and what builds on it, only if the operating system keeps the registers (`OSXSAVE`, `XCR0`).
const X86_64_V3: &[&str] = &[
    "cx16", "sahf", "popcnt", "sse3", "sse4.1", "sse4.2", "ssse3", "avx", "avx2", "bmi", "bmi2", "f16c", "fma",
    "lzcnt", "movbe", "xsave",
];

/// Whether all of `wanted` is on in `features`, as LLVM writes them.
fn has_all(features: &str, wanted: &[&str]) -> bool {
    let on: Vec<&str> = features.split(',').filter_map(|f| f.strip_prefix('+')).collect();
    wanted.iter().all(|feature| on.contains(feature))
}

/// The features of the machine at hand, as LLVM writes them: `+avx2,-avx512f`.
pub fn host_features() -> String {
    TargetMachine::get_host_cpu_features().to_string()
}

/// Makes LLVM's code generator for an architecture available. Each is set up when first asked for, as all of them would
/// take longer than compiling a small program.
fn initialise(arch: Arch) {
    use inkwell::targets::Target as T;
    static X86: Once = Once::new();
    static AARCH64: Once = Once::new();
    static RISCV: Once = Once::new();
    static WASM: Once = Once::new();
    let config = InitializationConfig { disassembler: false, ..InitializationConfig::default() };
    match arch {
        Arch::X86_64 => X86.call_once(|| T::initialize_x86(&config)),
        Arch::Aarch64 => AARCH64.call_once(|| T::initialize_aarch64(&config)),
        Arch::Riscv64 => RISCV.call_once(|| T::initialize_riscv(&config)),
        Arch::Wasm32 => WASM.call_once(|| T::initialize_webassembly(&config)),
    }
}

/// LLVM's machine for the machine at hand, without what its CPU can do: for those who have code already. It is the caller's.
pub(crate) fn plain_host() -> Result<LLVMTargetMachineRef, BackendError> {
    let Some(arch) = host_arch() else {
        let arch = std::env::consts::ARCH;
        return Err(BackendError::Llvm(format!("there is no code generator for the architecture `{arch}`")));
    };
    initialise(arch);
    let triple = TargetMachine::get_default_triple();
    let llvm = inkwell::targets::Target::from_triple(&triple).map_err(|e| BackendError::Llvm(e.to_string()))?;
    // SAFETY: target and texts are alive, and the machine refers to none of the texts.
    let machine = unsafe {
        let level = LLVMCodeGenOptLevel::LLVMCodeGenLevelNone;
        let (reloc, model) = (LLVMRelocMode::LLVMRelocPIC, LLVMCodeModel::LLVMCodeModelJITDefault);
        LLVMCreateTargetMachine(llvm.as_mut_ptr(), triple.as_ptr(), c"".as_ptr(), c"".as_ptr(), level, reloc, model)
    };
    if machine.is_null() { Err(BackendError::Llvm("LLVM has no machine for the host".into())) } else { Ok(machine) }
}

/// A CPU and its features, as LLVM takes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Cpu {
    pub(crate) name: String,
    pub(crate) features: String,
}

/// The CPU that the options ask for: a named one, the machine's own, or what every CPU of the architecture can do.
pub(crate) fn cpu(target: &Target, options: &Options) -> Cpu {
    let (name, mut features) = match options.cpu.as_deref() {
        Some(NATIVE) => (host_cpu(), host_features()),
        Some(name) => (name.to_string(), target.base_features.to_string()),
        None => (baseline(target).to_string(), target.base_features.to_string()),
    };
    if !options.features.is_empty() {
        if !features.is_empty() {
            features.push(',');
        }
        features.push_str(&options.features);
    }
    Cpu { name, features }
}

fn baseline(target: &Target) -> &'static str {
    match target.arch {
        Arch::X86_64 => "x86-64",
        Arch::Aarch64 if target.os == Os::MacOs => "apple-m1",
        Arch::Riscv64 => "generic-rv64",
        Arch::Aarch64 | Arch::Wasm32 => "generic",
    }
}

/// LLVM's machine for a target.
pub(crate) fn machine(target: &Target, options: &Options, cpu: &Cpu) -> Result<TargetMachine, BackendError> {
    initialise(target.arch);
    let triple = TargetTriple::create(&target.triple);
    let llvm = inkwell::targets::Target::from_triple(&triple).map_err(|e| BackendError::Llvm(e.to_string()))?;
    let level = match options.opt {
        OptLevel::O0 => OptimizationLevel::None,
        OptLevel::O1 => OptimizationLevel::Less,
        OptLevel::O2 | OptLevel::Os | OptLevel::Oz => OptimizationLevel::Default,
        OptLevel::O3 => OptimizationLevel::Aggressive,
    };
    let reloc = if is_pic(target, options) { RelocMode::PIC } else { RelocMode::Static };
    let mut machine = TargetMachineOptions::new()
        .set_cpu(&cpu.name)
        .set_features(&cpu.features)
        .set_level(level)
        .set_reloc_mode(reloc)
        .set_code_model(CodeModel::Default);
    if target.c_abi == CAbi::Lp64d {
        // Said in the object, where the linker compares it with that of the C library.
        machine = machine.set_abi("lp64d");
    }
    let machine = llvm
        .create_target_machine_from_options(&triple, machine)
        .ok_or_else(|| BackendError::Llvm(format!("LLVM has no target machine for `{}`", target.triple)))?;
    if options.debug && !options.lines_only && options.opt != OptLevel::O0 {
        describe_call_sites(&machine);
    }
    Ok(machine)
}

/// Has debug information say what calls hand over in registers (DWARF 5, section 3.4.2), as Clang has it where it optimises:
/// what a caller's variable was can then be told after its register was used for something else.
fn describe_call_sites(machine: &TargetMachine) {
    unsafe extern "C" {
        fn vexDescribeCallSites(machine: LLVMTargetMachineRef);
    }
    // SAFETY: defined in `shim/llvm.cpp` with this signature; the machine is alive.
    unsafe { vexDescribeCallSites(machine.as_mut_ptr()) }
}

/// Whether code is made to run at any address.
pub(crate) fn is_pic(target: &Target, options: &Options) -> bool {
    match options.pic {
        PicMode::Pic => true,
        PicMode::Static => false,
        // WebAssembly and bare metal load code at one address.
        PicMode::Default => target.arch != Arch::Wasm32 && target.os != Os::None,
    }
}

/// The width in bytes of the vector registers that code for the CPU uses: for [`vex_ir::cx::Options::vector_bytes`].
pub fn vector_bytes(target: &Target, options: &Options) -> u32 {
    let cpu = cpu(target, options);
    if target.arch != Arch::X86_64 {
        return 16;
    }
    let known = |feature: &str| {
        // The last mention counts.
        cpu.features.split(',').rev().find_map(|f| (f.get(1..) == Some(feature)).then(|| f.starts_with('+')))
    };
    let has = |feature: &str| known(feature).unwrap_or_else(|| cpu_has(&cpu.name, feature));
    if has("avx512f") && has("evex512") {
        64
    } else if has("avx") {
        32
    } else {
        16
    }
}

/// Whether a CPU named without its features has one. LLVM's C interface does not say; the few that lack AVX do.
fn cpu_has(cpu: &str, feature: &str) -> bool {
    const AVX512: &[&str] = &[
        "x86-64-v4",
        "skylake-avx512",
        "skx",
        "cascadelake",
        "cooperlake",
        "cannonlake",
        "icelake-client",
        "icelake-server",
        "tigerlake",
        "rocketlake",
        "sapphirerapids",
        "emeraldrapids",
        "graniterapids",
        "graniterapids-d",
        "znver4",
        "znver5",
        "knl",
        "knm",
    ];
    const WITHOUT_AVX: &[&str] = &[
        "generic",
        "x86-64",
        "x86-64-v2",
        "nocona",
        "core2",
        "penryn",
        "nehalem",
        "corei7",
        "westmere",
        "bonnell",
        "atom",
        "silvermont",
        "slm",
        "goldmont",
        "goldmont-plus",
        "tremont",
        "k8",
        "k8-sse3",
        "opteron",
        "opteron-sse3",
        "athlon64",
        "athlon64-sse3",
        "athlon-fx",
        "amdfam10",
        "barcelona",
        "btver1",
    ];
    match feature {
        "avx512f" | "evex512" => AVX512.contains(&cpu),
        _ => !WITHOUT_AVX.contains(&cpu),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_of_x86_needs_all_of_it() {
        let all: String = X86_64_V3.iter().map(|f| format!("+{f},")).collect();
        assert!(has_all(&format!("{all}+avx512f,-sse4a"), X86_64_V3));
        for feature in X86_64_V3 {
            let without = all.replace(&format!("+{feature},"), &format!("-{feature},"));
            assert!(!has_all(&without, X86_64_V3), "{feature}");
        }
        assert!(!has_all("", X86_64_V3));
        // The names are LLVM's: it lists every feature that it knows of the host, on or off.
        if cfg!(target_arch = "x86_64") {
            let known = host_features().replace('-', "+");
            assert!(has_all(&known, X86_64_V3), "{known}");
        }
    }

    #[test]
    fn vectors_are_as_wide_as_the_cpu_has_them() {
        let target = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let width = |cpu: &str, features: &str| {
            let options = Options { cpu: Some(cpu.into()), features: features.into(), ..Options::default() };
            vector_bytes(&target, &options)
        };
        assert_eq!(width("x86-64", ""), 16);
        assert_eq!(width("x86-64", "+avx2,+avx"), 32);
        assert_eq!(width("haswell", ""), 32);
        assert_eq!(width("haswell", "-avx"), 16);
        assert_eq!(width("x86-64-v4", ""), 64);
        assert_eq!(width("znver4", "-avx512f"), 32);
    }
}
