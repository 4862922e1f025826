//! `#[link(kind = "bitcode")]`: a library of C becomes part of the module, and its functions are inlined like our own.

mod common;

use common::{Done, path, run, vexc, vexc_in};
use std::path::Path;
use std::process::Command;

const LIBRARY: &str = "
static int calls;
int fm_add(int a, int b) { return a + b; }
int fm_count(int a) { calls++; return a + calls; }
";

const PROGRAM: &str = r#"
#[link(name = "fastmath", kind = "bitcode")]
extern "C" {
    #[inline(always)]
    fn fm_add(a: i32, b: i32) -> i32;
    fn fm_count(a: i32) -> i32;
}

#[no_mangle]
pub extern "C" fn twice(a: i32) -> i32 {
    return unsafe { fm_add(a, a) };
}

fn main() -> i32 {
    return twice(10) + unsafe { fm_count(2) };
}
"#;

/// What clang writes for the library at a level of optimisation.
fn setup(dir: &Path, level: &str, file: &str) {
    std::fs::write(dir.join("fastmath.c"), LIBRARY).unwrap();
    std::fs::write(dir.join("main.vx"), PROGRAM).unwrap();
    let clang = ["clang-19", "clang"].into_iter().find(|c| Command::new(c).arg("--version").output().is_ok());
    let clang = clang.expect("the tests need clang");
    let done = run(Command::new(clang).current_dir(dir).args([level, "-emit-llvm", "-c", "fastmath.c", "-o", file]));
    done.expect(0);
}

fn build(dir: &Path, args: &[&str]) -> Done {
    vexc_in(dir, &[&["-L.", "main.vx"], args].concat())
}

/// The lines of one function in assembly.
fn function<'a>(assembly: &'a str, name: &str) -> Vec<&'a str> {
    let from = assembly.lines().skip_while(|l| !l.starts_with(&format!("{name}:")));
    from.take_while(|l| !l.contains(".cfi_endproc")).collect()
}

#[test]
fn functions_are_inlined() {
    let dir = tempfile::tempdir().unwrap();
    // Without optimisation, Clang marks functions so that nothing inlines them: what the program says counts more.
    for clang in ["-O0", "-O1"] {
        setup(dir.path(), clang, "libfastmath.bc");
        for level in ["-O0", "-O2"] {
            let assembly = build(dir.path(), &[level, "-S", "-o", "-"]).expect(0).stdout;
            let twice = function(&assembly, "twice");
            assert!(twice.len() > 2, "{assembly}");
            let calls = twice.iter().any(|l| l.contains("fm_add"));
            assert!(!calls, "{clang} {level}: {}", twice.join("\n"));
        }
    }
    let ir = build(dir.path(), &["-O2", "--emit-llvm", "-o", "-"]).expect(0).stdout;
    assert!(ir.contains("define") && !ir.contains("call i32 @fm_add"), "{ir}");
}

#[test]
fn programs_run() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "fastmath.bc");
    for level in ["-O0", "-O3"] {
        assert_eq!(vexc_in(dir.path(), &["run", level, "-L.", "main.vx"]).expect(23).stderr, "");
        build(dir.path(), &[level, "-o", "main"]).expect(0);
        run(&mut Command::new(dir.path().join("main"))).expect(23);
        build(dir.path(), &[level, "-c", "-o", "main.o"]).expect(0);
        assert!(!std::fs::read(dir.path().join("main.o")).unwrap().is_empty());
    }
}

/// The lines of `nm` about a symbol.
fn symbols(dir: &Path, flags: &[&str], file: &str, name: &str) -> String {
    let shown = run(Command::new("nm").current_dir(dir).args(flags).arg(file)).expect(0).stdout;
    shown.lines().filter(|l| l.ends_with(&format!(" {name}"))).collect()
}

#[test]
fn what_the_library_defines_is_not_exported() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "fastmath.bc");
    build(dir.path(), &["-o", "main"]).expect(0);
    assert!(symbols(dir.path(), &[], "main", "fm_count").contains(" t "));
    // It is not called, or inlined in all calls.
    build(dir.path(), &["-O2", "-o", "main"]).expect(0);
    assert_eq!(symbols(dir.path(), &[], "main", "fm_add"), "");
    let library = PROGRAM.split("fn main").next().unwrap();
    std::fs::write(dir.path().join("library.vx"), library).unwrap();
    vexc_in(dir.path(), &["-L.", "--shared", "library.vx"]).expect(0);
    assert_eq!(symbols(dir.path(), &["-D"], "liblibrary.so", "fm_count"), "");
    assert_ne!(symbols(dir.path(), &["-D"], "liblibrary.so", "twice"), "");
}

/// Each has its copy, of which one is kept, and C beside it finds it too.
#[test]
fn objects_with_the_same_library_can_be_linked() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "fastmath.bc");
    let other = PROGRAM.split("#[no_mangle]").next().unwrap().to_string()
        + "#[no_mangle]\npub extern \"C\" fn other() -> i32 { return unsafe { fm_count(0) }; }\n";
    std::fs::write(dir.path().join("other.vx"), other).unwrap();
    vexc_in(dir.path(), &["-L.", "-c", "other.vx"]).expect(0);
    let helper = "int other(void); int fm_count(int); int helper(void) { return other() * 100 + fm_count(0) * 10; }\n";
    std::fs::write(dir.path().join("helper.c"), helper).unwrap();
    let program = PROGRAM.replace("fn main() -> i32 {", "extern \"C\" { fn helper() -> i32; }\nfn main() -> i32 {");
    let program = program.replace("return twice(10) + unsafe", "return unsafe { helper() } + unsafe");
    std::fs::write(dir.path().join("main.vx"), program).unwrap();
    build(dir.path(), &["-O2", "other.o", "helper.c", "-o", "main"]).expect(0);
    // One variable for all: it counts 1, 2, 3.
    run(&mut Command::new(dir.path().join("main"))).expect(125);
    vexc_in(dir.path(), &["run", "-L.", "other.o", "helper.c", "main.vx"]).expect(125);
}

#[test]
fn the_command_line_names_them_too() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "fastmath.bc");
    let program = PROGRAM.replace("#[link(name = \"fastmath\", kind = \"bitcode\")]\n", "");
    std::fs::write(dir.path().join("main.vx"), program.replace("    #[inline(always)]\n", "")).unwrap();
    vexc_in(dir.path(), &["run", "-L.", "-lbitcode=fastmath", "main.vx"]).expect(23);
}

#[test]
fn what_is_wrong_is_said() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "elsewhere.bc");
    let said = build(dir.path(), &["-c"]).expect(1).stderr;
    assert!(said.contains("E0802") && said.contains("main.vx:2:") && said.contains("libfastmath.bc"), "{said}");
    // Finding errors in the program needs no library.
    run(vexc().args(["check", &path(dir.path(), "main.vx")])).expect(0);
    std::fs::write(dir.path().join("fastmath.bc"), "no bitcode").unwrap();
    let said = build(dir.path(), &["-c"]).expect(1).stderr;
    assert!(said.contains("E0905") && said.contains("fastmath"), "{said}");
}

/// LLVM's diagnostics are shown like the compiler's own, as text and as JSON, and counted.
#[test]
fn warnings_of_llvm_are_ours() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "unused.bc");
    let c = "int fm_add(int a, int b) {\n\
             #pragma clang loop vectorize(enable)\n\
             for (int i = 0; i < b; i++) a = a * a + (a >> 3);\n\
             return a; }\n\
             int fm_count(int a) { return a; }\n";
    std::fs::write(dir.path().join("slow.c"), c).unwrap();
    let mut clang = std::process::Command::new("clang-19");
    clang.current_dir(dir.path()).args(["-O1", "-Xclang", "-disable-llvm-passes", "-emit-llvm", "-c", "slow.c"]);
    run(clang.args(["-o", "fastmath.bc"])).expect(0);
    let said = build(dir.path(), &["-O2", "-c"]).expect(0).stderr;
    assert!(said.starts_with("warning[E0643]: LLVM: loop not vectorized"), "{said}");
    assert!(said.contains("warning: 1 warning emitted"), "{said}");
    let said = build(dir.path(), &["-O2", "-c", "--message-format=json"]).expect(0).stderr;
    assert!(said.lines().all(|line| line.starts_with('{')) && said.contains("\"E0643\""), "{said}");
    assert_eq!(build(dir.path(), &["-O2", "-c", "-Allvm_warnings"]).expect(0).stderr, "");
    build(dir.path(), &["-O2", "-c", "-Dwarnings"]).expect(1);
}

/// A damaged library is an error of the library's, whatever LLVM makes of it: one bit is flipped, or the end is missing.
#[test]
fn damaged_libraries_are_errors() {
    let dir = tempfile::tempdir().unwrap();
    setup(dir.path(), "-O1", "fastmath.bc");
    let file = dir.path().join("fastmath.bc");
    let whole = std::fs::read(&file).unwrap();
    let count: u64 = std::env::var("MUTANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(60);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut refused = 0;
    let mut look = |what: &str, bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        let done = build(dir.path(), &["-O1", "-c", "-o", "main.o"]);
        let fine = done.status == Some(0) || done.status == Some(1) && done.stderr.contains("error[E0");
        assert!(fine, "{what}: {:?}\n{}", done.status, done.stderr);
        refused += usize::from(done.status == Some(1));
    };
    for number in 0..count {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bit = (seed >> 33) as usize % (whole.len() * 8);
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        look(&format!("number {number}, bit {bit}"), &bytes);
    }
    for length in [0, 1, 3, 4, 5, 8, 100, whole.len() / 2, whole.len() - 4, whole.len() - 1] {
        look(&format!("{length} bytes"), &whole[..length]);
    }
    for text in ["", "define i32 @fm_add(i32 %a, i32 %b) { ret i32 %a }", "\x7fELF", "!<arch>\n"] {
        look(text, text.as_bytes());
    }
    assert!(refused > 10, "{refused} refused");
}

#[test]
fn libraries_for_other_machines_are_errors() {
    let dir = tempfile::tempdir().unwrap();
    for (triple, wanted) in [
        ("aarch64-unknown-linux-gnu", 1),
        ("x86_64-pc-windows-msvc", 1),
        ("x86_64-apple-macosx", 1),
        ("x86_64-linux-gnu", 0),
    ] {
        setup(dir.path(), &format!("--target={triple}"), "fastmath.bc");
        let target = "--target=x86_64-unknown-linux-gnu";
        let said = build(dir.path(), &[target, "-c", "-o", "main.o"]).expect(wanted).stderr;
        assert!(wanted == 0 || said.contains("E0905") && said.contains("compiled for"), "{triple}: {said}");
    }
}
