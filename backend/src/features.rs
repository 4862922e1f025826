//! The names of CPU features that LLVM knows, by architecture.
//!
//! As with CPUs, LLVM's C interface does not list them; of an unknown one it prints a line each time that it meets it, and goes
//! on without. `llc -march=ARCH -mattr=help` prints these lists.

use crate::cpus::unknown;
use vex_ir::target::{Arch, CAbi, Target};

/// Those that say which mode of the architecture the code is for, as `clang -m32` does: LLVM gives up where one is not the target's.
const MODES: &[&str] = &["16bit-mode", "32bit", "32bit-mode", "64bit", "64bit-mode"];

/// What the calling convention of RISC-V targets, LP64D, needs (RISC-V ABIs specification, section 3): doubles in registers, what
/// those registers imply, and all 32 integer registers. LLVM would print that it goes on with another convention.
const LP64D_NEEDS: &[&str] = &["+d", "+f", "+zicsr", "-e"];

/// Refuses a list of features, as `--target-feature` takes it, of which LLVM does not know all, or of which one is the target's to
/// decide.
pub(crate) fn check(target: &Target, list: &str) -> Result<(), String> {
    let names = match target.arch {
        Arch::X86_64 => X86_64,
        Arch::Aarch64 => AARCH64,
        Arch::Riscv64 => RISCV64,
        Arch::Wasm32 => WASM32,
    };
    for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let Some(name) = word.strip_prefix(['+', '-']) else {
            return Err(format!("`{word}` in the target features begins with neither `+` nor `-`"));
        };
        if !names.contains(&name) {
            return Err(unknown("feature", name, names));
        }
        let is_mode = MODES.contains(&name);
        let breaks_calls =
            target.c_abi == CAbi::Lp64d && LP64D_NEEDS.iter().any(|needed| needed[1..] == *name && *needed != word);
        if is_mode || breaks_calls {
            return Err(format!("the target feature `{word}` cannot be chosen: `{}` decides it", target.name));
        }
    }
    Ok(())
}

#[rustfmt::skip]
const X86_64: &[&str] = &[
    "16bit-mode", "32bit-mode", "64bit", "64bit-mode", "adx", "aes", "allow-light-256-bit", "amx-bf16", "amx-complex",
    "amx-fp16", "amx-int8", "amx-tile", "avx", "avx10.1-256", "avx10.1-512", "avx2", "avx512bf16", "avx512bitalg",
    "avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512fp16", "avx512ifma", "avx512vbmi", "avx512vbmi2",
    "avx512vl", "avx512vnni", "avx512vp2intersect", "avx512vpopcntdq", "avxifma", "avxneconvert", "avxvnni",
    "avxvnniint16", "avxvnniint8", "bmi", "bmi2", "branch-hint", "branchfusion", "ccmp", "cf", "cldemote",
    "clflushopt", "clwb", "clzero", "cmov", "cmpccxadd", "crc32", "cx16", "cx8", "egpr", "enqcmd", "ermsb", "evex512",
    "f16c", "false-deps-getmant", "false-deps-lzcnt-tzcnt", "false-deps-mulc", "false-deps-mullq", "false-deps-perm",
    "false-deps-popcnt", "false-deps-range", "fast-11bytenop", "fast-15bytenop", "fast-7bytenop", "fast-bextr",
    "fast-dpwssd", "fast-gather", "fast-hops", "fast-imm16", "fast-lzcnt", "fast-movbe", "fast-scalar-fsqrt",
    "fast-scalar-shift-masks", "fast-shld-rotate", "fast-variable-crosslane-shuffle", "fast-variable-perlane-shuffle",
    "fast-vector-fsqrt", "fast-vector-shift-masks", "faster-shift-than-shuffle", "fma", "fma4", "fsgsbase", "fsrm",
    "fxsr", "gfni", "harden-sls-ijmp", "harden-sls-ret", "hreset", "idivl-to-divb", "idivq-to-divl",
    "inline-asm-use-gpr32", "invpcid", "kl", "lea-sp", "lea-uses-ag", "lvi-cfi", "lvi-load-hardening", "lwp", "lzcnt",
    "macrofusion", "mmx", "movbe", "movdir64b", "movdiri", "mwaitx", "ndd", "nf", "no-bypass-delay",
    "no-bypass-delay-blend", "no-bypass-delay-mov", "no-bypass-delay-shuffle", "nopl", "pad-short-functions",
    "pclmul", "pconfig", "pku", "popcnt", "ppx", "prefer-128-bit", "prefer-256-bit", "prefer-mask-registers",
    "prefer-movmsk-over-vtest", "prefer-no-gather", "prefer-no-scatter", "prefetchi", "prfchw", "ptwrite",
    "push2pop2", "raoint", "rdpid", "rdpru", "rdrnd", "rdseed", "retpoline", "retpoline-external-thunk",
    "retpoline-indirect-branches", "retpoline-indirect-calls", "rtm", "sahf", "sbb-dep-breaking", "serialize",
    "seses", "sgx", "sha", "sha512", "shstk", "slow-3ops-lea", "slow-incdec", "slow-lea", "slow-pmaddwd",
    "slow-pmulld", "slow-shld", "slow-two-mem-ops", "slow-unaligned-mem-16", "slow-unaligned-mem-32", "sm3", "sm4",
    "soft-float", "sse", "sse-unaligned-mem", "sse2", "sse3", "sse4.1", "sse4.2", "sse4a", "ssse3", "tagged-globals",
    "tbm", "tsxldtrk", "tuning-fast-imm-vector-shift", "uintr", "use-glm-div-sqrt-costs", "use-slm-arith-costs",
    "usermsr", "vaes", "vpclmulqdq", "vzeroupper", "waitpkg", "wbnoinvd", "widekl", "x87", "xop", "xsave", "xsavec",
    "xsaveopt", "xsaves", "zu",
];

#[rustfmt::skip]
const AARCH64: &[&str] = &[
    "CONTEXTIDREL2", "a35", "a510", "a520", "a520ae", "a53", "a55", "a57", "a64fx", "a65", "a710", "a715", "a72",
    "a720", "a720ae", "a73", "a75", "a76", "a77", "a78", "a78ae", "a78c", "addr-lsl-slow-14", "aes", "aggressive-fma",
    "all", "alternate-sextload-cvt-f32-pattern", "altnzcv", "alu-lsl-fast", "am", "ampere1", "ampere1a", "ampere1b",
    "amvs", "apple-a10", "apple-a11", "apple-a12", "apple-a13", "apple-a14", "apple-a15", "apple-a16", "apple-a17",
    "apple-a7", "apple-a7-sysreg", "apple-m4", "arith-bcc-fusion", "arith-cbz-fusion", "ascend-store-address",
    "b16b16", "balance-fp-ops", "bf16", "brbe", "bti", "call-saved-x10", "call-saved-x11", "call-saved-x12",
    "call-saved-x13", "call-saved-x14", "call-saved-x15", "call-saved-x18", "call-saved-x8", "call-saved-x9",
    "carmel", "ccdp", "ccidx", "ccpp", "chk", "clrbhb", "cmp-bcc-fusion", "complxnum", "cortex-a725", "cortex-r82",
    "cortex-r82ae", "cortex-x1", "cortex-x2", "cortex-x3", "cortex-x4", "cortex-x925", "cpa", "crc", "crypto", "cssc",
    "d128", "disable-latency-sched-heuristic", "disable-ldp", "disable-stp", "dit", "dotprod", "ecv", "el2vmsa",
    "el3", "enable-select-opt", "ete", "exynos-cheap-as-move", "exynosm3", "exynosm4", "f32mm", "f64mm", "falkor",
    "faminmax", "fgt", "fix-cortex-a53-835769", "flagm", "fmv", "force-32bit-jump-tables", "fp-armv8", "fp16fml",
    "fp8", "fp8dot2", "fp8dot4", "fp8fma", "fpac", "fptoint", "fullfp16", "fuse-address", "fuse-addsub-2reg-const1",
    "fuse-adrp-add", "fuse-aes", "fuse-arith-logic", "fuse-crypto-eor", "fuse-csel", "fuse-literals", "gcs",
    "harden-sls-blr", "harden-sls-nocomdat", "harden-sls-retbr", "hbc", "hcx", "i8mm", "ite", "jsconv", "kryo",
    "ldp-aligned-only", "lor", "ls64", "lse", "lse128", "lse2", "lut", "mec", "mops", "mpam", "mte", "neon",
    "neoverse512tvb", "neoversee1", "neoversen1", "neoversen2", "neoversen3", "neoversev1", "neoversev2",
    "neoversev3", "neoversev3AE", "nmi", "no-bti-at-return-twice", "no-neg-immediates", "no-sve-fp-ld1r", "no-zcz-fp",
    "nv", "oryon-1", "outline-atomics", "pan", "pan-rwv", "pauth", "pauth-lr", "perfmon",
    "predictable-select-expensive", "predres", "prfm-slc-target", "rand", "ras", "rasv2", "rcpc", "rcpc-immo",
    "rcpc3", "rdm", "reserve-lr-for-ra", "reserve-x1", "reserve-x10", "reserve-x11", "reserve-x12", "reserve-x13",
    "reserve-x14", "reserve-x15", "reserve-x18", "reserve-x2", "reserve-x20", "reserve-x21", "reserve-x22",
    "reserve-x23", "reserve-x24", "reserve-x25", "reserve-x26", "reserve-x27", "reserve-x28", "reserve-x3",
    "reserve-x4", "reserve-x5", "reserve-x6", "reserve-x7", "reserve-x9", "rme", "saphira", "sb", "sel2", "sha2",
    "sha3", "slow-misaligned-128store", "slow-paired-128", "slow-strqro-store", "sm4", "sme", "sme-b16b16",
    "sme-f16f16", "sme-f64f64", "sme-f8f16", "sme-f8f32", "sme-fa64", "sme-i16i64", "sme-lutv2", "sme2", "sme2p1",
    "spe", "spe-eef", "specres2", "specrestrict", "ssbs", "ssve-fp8dot2", "ssve-fp8dot4", "ssve-fp8fma",
    "store-pair-suppress", "stp-aligned-only", "strict-align", "sve", "sve-b16b16", "sve2", "sve2-aes",
    "sve2-bitperm", "sve2-sha3", "sve2-sm4", "sve2p1", "tagged-globals", "the", "thunderx", "thunderx2t99",
    "thunderx3t110", "thunderxt81", "thunderxt83", "thunderxt88", "tlb-rmi", "tlbiw", "tme", "tpidr-el1", "tpidr-el2",
    "tpidr-el3", "tpidrro-el0", "tracev8.4", "trbe", "tsv110", "uaops", "use-experimental-zeroing-pseudos",
    "use-fixed-over-scalable-if-equal-cost", "use-postra-scheduler", "use-reciprocal-square-root",
    "use-scalar-inc-vl", "v8.1a", "v8.2a", "v8.3a", "v8.4a", "v8.5a", "v8.6a", "v8.7a", "v8.8a", "v8.9a", "v8a",
    "v8r", "v9.1a", "v9.2a", "v9.3a", "v9.4a", "v9.5a", "v9a", "vh", "wfxt", "xs", "zcm", "zcz", "zcz-fp-workaround",
    "zcz-gp",
];

#[rustfmt::skip]
const RISCV64: &[&str] = &[
    "32bit", "64bit", "a", "auipc-addi-fusion", "b", "c", "conditional-cmv-fusion", "d", "dlen-factor-2", "e",
    "experimental", "experimental-rva23s64", "experimental-rva23u64", "experimental-rvb23s64",
    "experimental-rvb23u64", "experimental-rvm23u32", "experimental-smmpm", "experimental-smnpm",
    "experimental-ssnpm", "experimental-sspm", "experimental-ssqosid", "experimental-supm", "experimental-zacas",
    "experimental-zalasr", "experimental-zicfilp", "experimental-zicfiss", "f", "forced-atomics",
    "forced-sw-shadow-stack", "h", "i", "ld-add-fusion", "lui-addi-fusion", "m", "no-default-unroll", "no-rvc-hints",
    "no-sink-splat-operands", "no-trailing-seq-cst-fence", "optimized-zero-stride-load",
    "predictable-select-expensive", "prefer-w-inst", "relax", "reserve-x1", "reserve-x10", "reserve-x11",
    "reserve-x12", "reserve-x13", "reserve-x14", "reserve-x15", "reserve-x16", "reserve-x17", "reserve-x18",
    "reserve-x19", "reserve-x2", "reserve-x20", "reserve-x21", "reserve-x22", "reserve-x23", "reserve-x24",
    "reserve-x25", "reserve-x26", "reserve-x27", "reserve-x28", "reserve-x29", "reserve-x3", "reserve-x30",
    "reserve-x31", "reserve-x4", "reserve-x5", "reserve-x6", "reserve-x7", "reserve-x8", "reserve-x9", "rva20s64",
    "rva20u64", "rva22s64", "rva22u64", "rvi20u32", "rvi20u64", "save-restore", "shcounterenw", "shgatpa",
    "shifted-zextw-fusion", "short-forward-branch-opt", "shtvala", "shvsatpa", "shvstvala", "shvstvecd", "sifive7",
    "smaia", "smcdeleg", "smcsrind", "smepmp", "smstateen", "ssaia", "ssccfg", "ssccptr", "sscofpmf", "sscounterenw",
    "sscsrind", "ssstateen", "ssstrict", "sstc", "sstvala", "sstvecd", "ssu64xl", "svade", "svadu", "svbare",
    "svinval", "svnapot", "svpbmt", "tagged-globals", "unaligned-scalar-mem", "unaligned-vector-mem",
    "use-postra-scheduler", "v", "ventana-veyron", "xcvalu", "xcvbi", "xcvbitmanip", "xcvelw", "xcvmac", "xcvmem",
    "xcvsimd", "xsfcease", "xsfvcp", "xsfvfnrclipxfqf", "xsfvfwmaccqqq", "xsfvqmaccdod", "xsfvqmaccqoq",
    "xsifivecdiscarddlone", "xsifivecflushdlone", "xtheadba", "xtheadbb", "xtheadbs", "xtheadcmo", "xtheadcondmov",
    "xtheadfmemidx", "xtheadmac", "xtheadmemidx", "xtheadmempair", "xtheadsync", "xtheadvdot", "xventanacondops",
    "xwchc", "za128rs", "za64rs", "zaamo", "zabha", "zalrsc", "zama16b", "zawrs", "zba", "zbb", "zbc", "zbkb", "zbkc",
    "zbkx", "zbs", "zca", "zcb", "zcd", "zce", "zcf", "zcmop", "zcmp", "zcmt", "zdinx", "zexth-fusion",
    "zextw-fusion", "zfa", "zfbfmin", "zfh", "zfhmin", "zfinx", "zhinx", "zhinxmin", "zic64b", "zicbom", "zicbop",
    "zicboz", "ziccamoa", "ziccif", "zicclsm", "ziccrse", "zicntr", "zicond", "zicsr", "zifencei", "zihintntl",
    "zihintpause", "zihpm", "zimop", "zk", "zkn", "zknd", "zkne", "zknh", "zkr", "zks", "zksed", "zksh", "zkt",
    "zmmul", "ztso", "zvbb", "zvbc", "zve32f", "zve32x", "zve64d", "zve64f", "zve64x", "zvfbfmin", "zvfbfwma", "zvfh",
    "zvfhmin", "zvkb", "zvkg", "zvkn", "zvknc", "zvkned", "zvkng", "zvknha", "zvknhb", "zvks", "zvksc", "zvksed",
    "zvksg", "zvksh", "zvkt", "zvl1024b", "zvl128b", "zvl16384b", "zvl2048b", "zvl256b", "zvl32768b", "zvl32b",
    "zvl4096b", "zvl512b", "zvl64b", "zvl65536b", "zvl8192b",
];

#[rustfmt::skip]
const WASM32: &[&str] = &[
    "atomics", "bulk-memory", "exception-handling", "extended-const", "half-precision", "multimemory", "multivalue",
    "mutable-globals", "nontrapping-fptoint", "reference-types", "relaxed-simd", "sign-ext", "simd128", "tail-call",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_known_and_free() {
        let check = |target: &str, list: &str| check(&Target::parse(target).unwrap(), list);
        let x86 = "x86_64-unknown-linux-gnu";
        assert_eq!(check(x86, ""), Ok(()));
        assert_eq!(check(x86, "+avx2,-sse4a, +bmi"), Ok(()));
        assert!(check(x86, "+avx2,+axv512f").unwrap_err().contains("`avx512f`"));
        assert!(check(x86, "avx").unwrap_err().contains("`+`"));
        assert!(check(x86, "-64bit").is_err());
        let riscv = "riscv64gc-unknown-linux-gnu";
        assert_eq!(check(riscv, "+v,+d,-e,-m"), Ok(()));
        for list in ["-d", "-f", "-zicsr", "+e", "+avx2"] {
            assert!(check(riscv, list).is_err(), "{list}");
        }
    }

    /// LLVM lists every feature that it knows of the host, on or off.
    #[test]
    fn those_of_the_host_are_known() {
        let host = Target::parse(&crate::host_triple()).unwrap();
        // On these, it tells names that no code generator of its takes.
        let foreign = |word: &&str| word.len() > 1;
        for word in crate::host_features().split(',').filter(foreign) {
            let said = check(&host, word);
            // Such as `+64bit`: known, and not to be chosen.
            let decided = said.as_ref().is_err_and(|why| why.contains("decides it"));
            assert!(said.is_ok() || decided, "{word}: {said:?}");
        }
    }
}
