//! The names of CPUs that LLVM knows.
//!
//! Its C interface does not list them: of an unknown one it prints a warning and goes on without. A misspelt
//! `--target-cpu` should be an error that names the right one instead. `llc -march=ARCH -mcpu=help` prints these lists.

use vex_ir::diag::closest;
use vex_ir::target::{Arch, Target};

/// The names for an architecture; none where they do not matter.
pub fn cpu_names(target: &Target) -> &'static [&'static str] {
    match target.arch {
        Arch::X86_64 => X86_64,
        Arch::Aarch64 => AARCH64,
        Arch::Riscv64 => RISCV64,
        Arch::Wasm32 => WASM32,
    }
}

/// Refuses a CPU that LLVM does not know.
pub(crate) fn check(target: &Target, name: &str) -> Result<(), String> {
    let names = cpu_names(target);
    if names.is_empty() || names.contains(&name) {
        return Ok(());
    }
    Err(unknown("CPU", name, names))
}

/// That LLVM knows no CPU or feature of this name, and which may have been meant.
pub(crate) fn unknown(what: &str, name: &str, names: &[&str]) -> String {
    let unknown = format!("unknown target {what} `{name}`");
    match closest(name, names.iter().copied()) {
        Some(close) => format!("{unknown}; there is one named `{close}`"),
        None => unknown,
    }
}

#[rustfmt::skip]
const X86_64: &[&str] = &[
    "alderlake", "amdfam10", "arrowlake", "arrowlake-s", "arrowlake_s", "athlon-fx", "athlon64", "athlon64-sse3",
    "atom", "atom_sse4_2", "atom_sse4_2_movbe", "barcelona", "bdver1", "bdver2", "bdver3", "bdver4", "bonnell",
    "broadwell", "btver1", "btver2", "cannonlake", "cascadelake", "clearwaterforest", "cooperlake", "core-avx-i",
    "core-avx2", "core2", "core_2_duo_sse4_1", "core_2_duo_ssse3", "core_2nd_gen_avx", "core_3rd_gen_avx",
    "core_4th_gen_avx", "core_4th_gen_avx_tsx", "core_5th_gen_avx", "core_5th_gen_avx_tsx", "core_aes_pclmulqdq",
    "core_i7_sse4_2", "corei7", "corei7-avx", "emeraldrapids", "generic", "goldmont", "goldmont-plus",
    "goldmont_plus", "gracemont", "grandridge", "graniterapids", "graniterapids-d", "graniterapids_d", "haswell",
    "icelake-client", "icelake-server", "icelake_client", "icelake_server", "ivybridge", "k8", "k8-sse3", "knl",
    "knm", "lunarlake", "meteorlake", "mic_avx512", "nehalem", "nocona", "opteron", "opteron-sse3", "pantherlake",
    "penryn", "raptorlake", "rocketlake", "sandybridge", "sapphirerapids", "sierraforest", "silvermont", "skx",
    "skylake", "skylake-avx512", "skylake_avx512", "slm", "tigerlake", "tremont", "westmere", "x86-64", "x86-64-v2",
    "x86-64-v3", "x86-64-v4", "znver1", "znver2", "znver3", "znver4", "znver5",
];

#[rustfmt::skip]
const AARCH64: &[&str] = &[
    "a64fx", "ampere1", "ampere1a", "ampere1b", "apple-a10", "apple-a11", "apple-a12", "apple-a13", "apple-a14",
    "apple-a15", "apple-a16", "apple-a17", "apple-a7", "apple-m1", "apple-m2", "apple-m3", "apple-m4",
    "apple-s4", "apple-s5", "apple-latest", "cyclone", "grace", "cobalt-100", "carmel", "cortex-a34", "cortex-a35",
    "cortex-a510", "cortex-a520", "cortex-a520ae", "cortex-a53", "cortex-a55", "cortex-a57", "cortex-a65",
    "cortex-a65ae", "cortex-a710", "cortex-a715", "cortex-a72", "cortex-a720", "cortex-a720ae", "cortex-a725",
    "cortex-a73", "cortex-a75", "cortex-a76", "cortex-a76ae", "cortex-a77", "cortex-a78", "cortex-a78ae",
    "cortex-a78c", "cortex-r82", "cortex-r82ae", "cortex-x1", "cortex-x1c", "cortex-x2", "cortex-x3", "cortex-x4",
    "cortex-x925", "exynos-m3", "exynos-m4", "exynos-m5", "falkor", "generic", "kryo", "neoverse-512tvb",
    "neoverse-e1", "neoverse-n1", "neoverse-n2", "neoverse-n3", "neoverse-v1", "neoverse-v2", "neoverse-v3",
    "neoverse-v3ae", "oryon-1", "saphira", "thunderx", "thunderx2t99", "thunderx3t110", "thunderxt81", "thunderxt83",
    "thunderxt88", "tsv110",
];

#[rustfmt::skip]
const RISCV64: &[&str] = &[
    "generic", "generic-rv64", "rocket", "rocket-rv64", "sifive-7-series", "sifive-e20", "sifive-e21", "sifive-e24",
    "sifive-e31", "sifive-e34", "sifive-e76", "sifive-p450", "sifive-p670", "sifive-s21", "sifive-s51", "sifive-s54",
    "sifive-s76", "sifive-u54", "sifive-u74", "sifive-x280", "spacemit-x60", "syntacore-scr1-base",
    "syntacore-scr1-max", "syntacore-scr3-rv64", "veyron-v1", "xiangshan-nanhu",
];

const WASM32: &[&str] = &["bleeding-edge", "generic", "mvp"];
