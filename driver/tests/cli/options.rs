//! What options do to the code, and those that there are not.

use crate::*;

#[test]
fn optimisation_levels() {
    let dir =
        dir(&[("sum.vx", "fn double(x: i32) -> i32 { return x + x; }\n\nfn main() -> i32 { return double(4); }\n")]);
    let ir = |level: &str| vexc_in(dir.path(), &[level, "--emit-llvm", "sum.vx", "-o", "-"]).expect(0).stdout;
    check(&ir("-O0"), &["check: call $(=.*)double"]);
    for level in ["-O", "-O1", "-O2", "-O3", "-Os", "-Oz"] {
        check(&ir(level), &["check: @main(", "not: double", "check: ret i32 8"]);
    }
    assert_eq!(ir("-O"), ir("-O2"));
    assert_eq!(
        vexc_in(dir.path(), &["-C", "opt-level=3", "--emit-llvm", "sum.vx", "-o", "-"]).expect(0).stdout,
        ir("-O3")
    );
    let done = vexc_in(dir.path(), &["-O9", "sum.vx"]).expect(2);
    check(&done.stderr, &["check: unknown optimisation level `-O9`"]);
}

#[test]
fn overflow_checks() {
    let program = "fn main() -> i32 {\n    let x: u8 = black_box(255);\n    return (x + 1) as i32;\n}\n";
    let dir = dir(&[("o.vx", program)]);
    let status = |args: &[&str]| vexc_in(dir.path(), &[&["run"], args, &["o.vx"]].concat()).status;
    assert_eq!(status(&["-O0"]), Some(101));
    assert_eq!(status(&["-O1"]), Some(0));
    assert_eq!(status(&["-O0", "--overflow-checks=off"]), Some(0));
    assert_eq!(status(&["-O3", "--overflow-checks=on"]), Some(101));
    assert_eq!(status(&["-O3", "-Coverflow-checks=on"]), Some(101));
}

#[test]
fn cfg_and_features() {
    let program = "#[cfg(fast)]\nconst A: i32 = 1;\n#[cfg(not(fast))]\nconst A: i32 = 0;\n\
                   #[cfg(all(level = \"high\", feature = \"net\"))]\nconst B: i32 = 2;\n\
                   #[cfg(not(all(level = \"high\", feature = \"net\")))]\nconst B: i32 = 0;\n\
                   fn main() -> i32 { return A + B; }\n";
    let dir = dir(&[("c.vx", program)]);
    let run = |args: &[&str]| vexc_in(dir.path(), &[&["run", "-A", "unexpected_cfgs"], args, &["c.vx"]].concat());
    run(&[]).expect(0);
    run(&["--cfg", "fast"]).expect(1);
    run(&["--cfg=fast", "--cfg", "level=\"high\"", "--feature=net"]).expect(3);
    run(&["--cfg", "level=high", "--feature", "net"]).expect(2);
    run(&["--cfg", "1x"]).expect(2);
}

#[test]
fn assembly_syntax() {
    let dir = dir(&[("hello.vx", HELLO)]);
    let asm = |args: &[&str]| {
        let base = ["-S", "--target=x86_64-unknown-linux-gnu", "-o", "-", "hello.vx"];
        vexc_in(dir.path(), &[&base[..], args].concat()).expect(0).stdout
    };
    assert!(asm(&[]).contains("%r"));
    assert!(asm(&["--x86-asm-syntax=att"]).contains("%r"));
    let intel = asm(&["--x86-asm-syntax=intel"]);
    assert!(intel.contains(".intel_syntax noprefix") && !intel.contains("%r"));
}

#[test]
fn cpus_and_features() {
    let dir = dir(&[("sum.vx", &fs::read_to_string(root().join("testdata/cross/scalars.vx")).unwrap())]);
    let asm = |args: &[&str]| {
        let base = ["-S", "-O3", "-o", "-", "sum.vx"];
        vexc_in(dir.path(), &[&base[..], args].concat())
    };
    let x86 = "--target=x86_64-unknown-linux-gnu";
    assert!(!asm(&[x86]).expect(0).stdout.contains("vaddsd"));
    assert!(asm(&[x86, "--target-cpu=x86-64-v3"]).expect(0).stdout.contains("vaddsd"));
    assert!(asm(&[x86, "--target-feature=+avx"]).expect(0).stdout.contains("vaddsd"));
    assert!(asm(&[x86, "--target-cpu=x86-64-v3", "--target-feature", "-avx"]).expect(0).stdout.contains("\taddsd"));
    let unknown = asm(&[x86, "--target-cpu=pentium-ten"]).expect(1);
    check(&unknown.stderr, &["check: error[E0905]: unknown target CPU `pentium-ten`"]);
    asm(&["--target=aarch64-unknown-linux-gnu", "--target-cpu=native"]).expect(2);
    let riscv = "--target=riscv64gc-unknown-linux-gnu";
    for (target, feature, said) in [
        (x86, "+avx512q", "unknown target feature `avx512q`; there is one named `avx512dq`"),
        (x86, "avx2", "`avx2` in the target features begins with neither `+` nor `-`"),
        (x86, "-64bit", "the target feature `-64bit` cannot be chosen"),
        (riscv, "-d", "the target feature `-d` cannot be chosen"),
    ] {
        let stderr = asm(&[target, &format!("--target-feature={feature}")]).expect(1).stderr;
        // Nothing of LLVM's own before it.
        assert!(stderr.starts_with(&format!("error[E0905]: {said}")), "{stderr}");
    }
}

/// Files are for most machines, not for this one alone.
#[test]
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
fn written_files_are_for_other_machines_too() {
    let wanted = if cpu_is_v3() { "x86-64-v3" } else { "x86-64" };
    let dir = dir(&[
        ("sum.vx", &fs::read_to_string(root().join("testdata/cross/scalars.vx")).unwrap()),
        ("hello.vx", HELLO),
        ("x.c", "int x;"),
    ]);
    let ir = |args: &[&str]| {
        let base = ["--emit-llvm", "-O3", "sum.vx", "-o", "-"];
        vexc_in(dir.path(), &[&base[..], args].concat()).expect(0).stdout
    };
    let cpu = |name: &str| format!("\"target-cpu\"=\"{name}\"");
    let plain = ir(&[]);
    assert!(plain.contains(&cpu(wanted)) && !plain.contains("avx512") && !plain.contains("target-features"), "{plain}");
    let host = vexc_with(&["--print=host-triple"]).expect(0).stdout;
    for generic in
        [&[&*format!("--target={}", host.trim())][..], &["--target-cpu=generic"], &["-C", "target-cpu=generic"]]
    {
        assert!(ir(generic).contains(&cpu("x86-64")), "{generic:?}");
    }
    let native = ir(&["--target-cpu=native"]);
    assert!(native.contains("\"target-features\"=\"+"), "{native}");
    // The same code as if it were asked for, byte for byte.
    let object = |args: &[&str]| {
        vexc_in(dir.path(), &[&["-O3", "-c", "sum.vx", "-o", "sum.o"], args].concat()).expect(0);
        fs::read(dir.path().join("sum.o")).unwrap()
    };
    assert_eq!(object(&[]), object(&[&format!("--target-cpu={wanted}")]));
    let cpus = vexc_with(&["--print=target-cpus"]).expect(0).stdout;
    let default = if cpu_is_v3() { "x86-64-v3" } else { "generic" };
    assert!(cpus.contains(&format!("\n{default}  (what written files are for)")) || !cpu_is_v3(), "{cpus}");
    // C sources are for the same CPU: they could not be inlined into ours otherwise.
    let said = |args: &[&str]| {
        let mut command = vexc();
        run(command.current_dir(dir.path()).env("CC", "cc").args(args)).expect(0).stderr
    };
    let march = |said: &str| said.split(' ').find_map(|w| w.strip_prefix("-march=").map(String::from));
    assert_eq!(march(&said(&["-v", "hello.vx", "x.c"])).as_deref(), cpu_is_v3().then_some(wanted));
    assert_eq!(march(&said(&["-v", "--target-cpu=generic", "hello.vx", "x.c"])), None);
    assert_eq!(march(&said(&["-v", "--target-cpu=x86-64-v2", "hello.vx", "x.c"])).as_deref(), Some("x86-64-v2"));
    // What is executed at once is for this machine.
    assert_eq!(march(&said(&["run", "-v", "x.c", "hello.vx"])).as_deref(), Some("native"));
}

/// What the psABI asks of an x86-64-v3, as Linux spells it.
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
fn cpu_is_v3() -> bool {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let flags = info.lines().find(|l| l.starts_with("flags")).unwrap_or_default();
    let has = |flag: &&str| flags.split(' ').any(|f| f == *flag);
    let wanted = "cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2 avx avx2 bmi1 bmi2 f16c fma abm movbe xsave";
    wanted.split(' ').collect::<Vec<_>>().iter().all(has)
}

#[test]
fn unknown_targets_are_suggested() {
    let done = vexc_with(&["check", "examples/hello.vx", "--target=x86_64-unknown-linux-gun"]).expect(2);
    check(&done.stderr, &["check: unknown target", "sameln: did you mean `x86_64-unknown-linux-gnu`"]);
    let done = vexc_with(&["run", "--target=aarch64-apple-darwin", "examples/hello.vx"]).expect(2);
    check(&done.stderr, &["check: executes on this machine"]);
}

/// Debuggers show variables of the source, and none that a pass has made.
#[test]
fn debug_information_of_loops() {
    let program = "fn main() {\n    let all = [1, 2];\n    for number in 0..2 { black_box(number); }\n    \
                   for one in all { black_box(one); }\n}\n";
    let dir = dir(&[("loops.vx", program)]);
    let ir = vexc_in(dir.path(), &["-g", "--emit-llvm", "-o", "-", "loops.vx"]).expect(0).stdout;
    let names: Vec<&str> = ir.split("DILocalVariable(name: \"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert!(["all", "number", "one"].iter().all(|n| names.contains(n)), "{names:?}");
    assert!(!names.iter().any(|n| n.starts_with("__")), "{names:?}");
}

#[test]
fn debug_information() {
    let dir = dir(&[("hello.vx", HELLO)]);
    let ir =
        |args: &[&str]| vexc_in(dir.path(), &[&["--emit-llvm", "-o", "-", "hello.vx"], args].concat()).expect(0).stdout;
    check(&ir(&["-g"]), &["check: DICompileUnit", "check: DIFile(filename: \"hello.vx\""]);
    assert!(!ir(&[]).contains("DICompileUnit"));
}

#[test]
fn libraries_and_linkers() {
    let program = "extern \"C\" { fn zlibVersion() -> *u8; fn puts(text: *u8) -> i32; }\n\
                   fn main() { unsafe { puts(zlibVersion()); } }\n";
    let dir = dir(&[("z.vx", program), ("hello.vx", HELLO)]);
    vexc_in(dir.path(), &["z.vx", "-lz"]).expect(0);
    assert!(!execute(&dir, "z").expect(0).stdout.is_empty());
    assert!(!vexc_in(dir.path(), &["run", "-lz", "z.vx"]).expect(0).stdout.is_empty());
    let missing = vexc_in(dir.path(), &["z.vx", "-lno_such_library"]).expect(1);
    check(&missing.stderr, &["check: error[E0802]", "sameln: no_such_library"]);
    let missing = vexc_in(dir.path(), &["run", "-lno_such_library", "z.vx"]).expect(1);
    check(&missing.stderr, &["check: error[E0802]", "sameln: no_such_library"]);
    // The compiler itself is linked with zlib; the program must not find those symbols.
    for undefined in [&["z.vx"][..], &["run", "z.vx"]] {
        let undefined = vexc_in(dir.path(), undefined).expect(1);
        check(&undefined.stderr, &["check: error[E0801]: undefined symbol `zlibVersion`", "check: z.vx:1:17"]);
    }
    check(&vexc_in(dir.path(), &["hello.vx", "--linker=no-such-cc"]).expect(1).stderr, &["check: error[E0904]"]);
    vexc_in(dir.path(), &["hello.vx", "-l", "strange=z"]).expect(2);
}

/// The remainder of floats is a call of libm, though no declaration says so.
#[test]
fn operators_that_are_functions_of_libm() {
    let program = "pub fn rest(x: f64, y: f64) -> f64 { return x % y; }\n\
                   fn main() -> i32 { return (rest(7.5, 2.0) * 10.0) as i32; }\n";
    let dir = dir(&[("rest.vx", program)]);
    vexc_in(dir.path(), &["rest.vx"]).expect(0);
    execute(&dir, "rest").expect(15);
    vexc_in(dir.path(), &["run", "rest.vx"]).expect(15);
}

#[test]
fn bitcode_becomes_part_of_the_program() {
    let library = "int twice(int x) { return 2 * x; }\n";
    let program = "#[link(name = \"twice\", kind = \"bitcode\")]\nextern \"C\" {\n    fn twice(x: i32) -> i32;\n}\n\n\
                   fn main() -> i32 {\n    return unsafe { twice(21) };\n}\n";
    let dir = dir(&[("twice.c", library), ("user.vx", program)]);
    let missing = vexc_in(dir.path(), &["user.vx", "-L."]).expect(1);
    check(&missing.stderr, &["check: error[E0802]: the library `twice` is not found", "check: user.vx:1:15"]);
    let mut clang = std::process::Command::new("clang-19");
    run(clang.current_dir(dir.path()).args(["-O1", "-c", "-emit-llvm", "twice.c"])).expect(0);
    let ir = vexc_in(dir.path(), &["-O2", "--emit-llvm", "-o", "-", "-L.", "user.vx"]).expect(0).stdout;
    check(&ir, &["check: @main(", "not: call", "check: ret i32 42"]);
    vexc_in(dir.path(), &["run", "-L.", "user.vx"]).expect(42);
    vexc_in(dir.path(), &["user.vx", "-L."]).expect(0);
    execute(&dir, "user").expect(42);
}

#[test]
fn the_commands_are_shown() {
    let dir = dir(&[("hello.vx", HELLO)]);
    let verbose = vexc_in(dir.path(), &["-v", "hello.vx", "-lm", "-L/opt/x"]).expect(0);
    check(&verbose.stderr, &["check: -o $(=.*)hello", "sameln: -L/opt/x", "sameln: -lm"]);
    let printed = vexc_in(dir.path(), &["--print=link-args", "hello.vx", "-lm"]).expect(0);
    check(&printed.stdout, &["check: -o $(=.*)hello", "sameln: -lm"]);
}

/// What users of other compilers type first.
#[test]
fn options_of_other_compilers() {
    let dir = dir(&[("hello.vx", HELLO)]);
    for (option, here) in [
        ("-march=native", "--target-cpu=native"),
        ("-fPIC", "--relocation-model=pic"),
        ("-static", "--link-arg=-static"),
        ("--explain", "vexc explain"),
        ("-gdwarf-3", "-gdwarf-4"),
        ("-target", "--target="),
        ("--opt-level=3", "-O3"),
        ("-fuse-ld=lld", "--link-arg=-fuse-ld=lld"),
    ] {
        let said = vexc_in(dir.path(), &[option, "hello.vx"]).expect(2).stderr;
        assert!(said.contains(option) && said.contains(here) && !said.contains("to pass"), "{said}");
    }
    assert_eq!(vexc_in(dir.path(), &["check", "-Wall", "-Wextra", "hello.vx"]).expect(0).stderr, "");
    check(&vexc_in(dir.path(), &["check", "-DDEBUG", "hello.vx"]).expect(0).stderr, &["check: `--cfg`"]);
    check(&vexc_in(dir.path(), &["-O", "3", "hello.vx"]).expect(2).stderr, &["check: `-O3`"]);
    check(&vexc_in(dir.path(), &["-Ofast", "hello.vx"]).expect(2).stderr, &["check: `-O3`"]);
    assert_eq!(names(dir.path()), ["hello.vx"]);
}

#[test]
fn unknown_options_are_suggested() {
    let done = vexc_with(&["--emit-llmv", "examples/hello.vx"]).expect(2);
    check(&done.stderr, &["check: --emit-llmv", "check: --emit-llvm"]);
    check(&vexc_with(&["rnu", "examples/hello.vx"]).expect(2).stderr, &["check: did you mean `run`"]);
    vexc_with(&["-C", "opt-lvl=3", "examples/hello.vx"]).expect(2);
    vexc_with(&["examples/hello.vx", "examples/qsort.vx"]).expect(2);
    vexc_with(&["-O2"]).expect(2);
    vexc_with(&["--shared", "--static-lib", "examples/hello.vx"]).expect(2);
}
