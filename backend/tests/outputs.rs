//! What the backend writes: objects that link, assembly in both syntaxes, code for every architecture, bitcode in and out.

mod common;

use common::{read_flow, session};
use std::path::Path;
use std::process::Command;
use vex_backend::link::{Artifact, LinkJob, archive_command};
use vex_backend::{AsmSyntax, Options};
use vex_ir::cx::OptLevel;
use vex_ir::target::Target;

const HOST: &str = "x86_64-unknown-linux-gnu";

const MALLOC: &str = r#"main = @main;
abi 0 = fast() -> direct;
abi 1 = c(direct) -> direct;
abi 2 = c(direct) -> ignore;
import extern "C" fn @malloc(usize) -> *mut u8 tag(none) abi(1);
import extern "C" fn @free(*mut u8) tag(none) abi(2);
import extern "C" fn @answer(i32) -> i32 tag(always) abi(1);
fn @main() -> i32 tag(none) abi(0) {
    ret _0;
    var _0: i32;
    let _1: *mut u8;
    let _2: *mut u8;
bb0:
    _1 = call @malloc(8usize) as extern "C" fn(usize) -> *mut u8 abi(1);
    _2 = black_box _1;
    call @free(_2) as extern "C" fn(*mut u8) abi(2);
    _0 = call @answer(41i32) as extern "C" fn(i32) -> i32 tag(always) abi(1);
    return;
}
"#;

const ANSWER: &str = r#"
abi 0 = c(direct) -> direct;
export extern "C" fn @answer(i32) -> i32 tag(none) abi(0) {
    params _0;
    ret _1;
    let _0: i32;
    let _1: i32;
bb0:
    _1 = add _0, 1i32;
    return;
}
"#;

fn check(text: &str, directives: &str) {
    let mut builder = filecheck::CheckerBuilder::new();
    builder.text(directives).expect("the directives are valid");
    let checker = builder.finish();
    if !checker.check(text, filecheck::NO_VARIABLES).expect("the check runs") {
        let (_, why) = checker.explain(text, filecheck::NO_VARIABLES).expect("the check runs");
        panic!("{why}");
    }
}

/// What a program is written as.
fn write<T>(flow: &str, options: Options, triple: &str, output: impl Fn(&vex_backend::Module<'_>) -> T) -> T {
    let (cx, program) = read_flow(flow, &options, triple);
    let session = session(&cx, options);
    let module = session.emit(&cx, &program).unwrap_or_else(|e| panic!("{e}"));
    module.optimize().expect("the pipeline runs");
    module.verify().expect("the optimised module is valid");
    output(&module)
}

fn object(flow: &str, options: Options) -> Vec<u8> {
    write(flow, options, HOST, |m| m.object().expect("code"))
}

fn assembly(flow: &str, options: Options, triple: &str) -> String {
    write(flow, options, triple, |m| String::from_utf8(m.assembly().expect("code")).expect("text"))
}

fn at(opt: OptLevel) -> Options {
    Options { opt, ..Options::default() }
}

#[test]
fn foreign_functions_are_called_directly() {
    for opt in [OptLevel::O0, OptLevel::O3] {
        let ir = write(MALLOC, at(opt), HOST, |m| m.llvm_ir());
        check(&ir, "check: ptr @malloc(i64 8)");
        assert!(ir.lines().any(|l| l.starts_with("declare") && l.contains("ptr @malloc(i64")), "{ir}");
        let text = assembly(MALLOC, at(opt), HOST);
        assert!(text.contains("callq\tmalloc@PLT"), "{text}");
    }
}

#[test]
fn copies_become_vector_moves() {
    let flow = include_str!("../llvm_emit/golden/memory.O3.flow");
    let options = Options { cpu: Some("x86-64-v3".into()), ..at(OptLevel::O3) };
    let text = assembly(flow, options, HOST);
    let body = text.split("callq").next().expect("there is a beginning");
    assert!(body.matches("vmovups").count() >= 64, "1 KiB is 32 loads and 32 stores:\n{text}");
    assert!(body.contains("%ymm0") && !text.contains("rep"), "{text}");
    // Only the two copies that are too large.
    assert_eq!(text.matches("callq").count(), 2, "{text}");
}

#[test]
fn assembly_in_intels_syntax() {
    // LLVM's setting is one for the process: this test runs the compiler in one of its own.
    if std::env::var_os("VEX_TEST_INTEL").is_none() {
        let exe = std::env::current_exe().expect("this test has a path");
        let args = ["--exact", "assembly_in_intels_syntax", "--nocapture"];
        let status = Command::new(exe).args(args).env("VEX_TEST_INTEL", "1").status().expect("it runs");
        return assert!(status.success());
    }
    let options = Options { asm_syntax: AsmSyntax::Intel, ..at(OptLevel::O2) };
    check(&assembly(ANSWER, options, HOST), "check: answer:\ncheck: lea\teax, [rdi + 1]");
}

#[test]
fn every_architecture_has_code() {
    let cases = [
        (HOST, "addl\t$$1"),
        ("aarch64-unknown-linux-gnu", "add\tw0, w0, #1"),
        ("aarch64-apple-darwin", "add\tw0, w0, #1"),
        ("riscv64gc-unknown-linux-gnu", "addiw"),
        ("wasm32-wasip1", "i32.add"),
        ("x86_64-pc-windows-gnu", "addl\t$$1"),
    ];
    for (triple, instruction) in cases {
        let label = if triple.contains("apple") { "_answer:" } else { "answer:" };
        check(&assembly(ANSWER, at(OptLevel::O0), triple), &format!("check: {label}\ncheck: {instruction}"));
        let object = write(ANSWER, at(OptLevel::O2), triple, |m| m.object().expect("code"));
        assert!(object.len() > 100, "{triple}");
    }
}

#[test]
fn equal_programs_give_equal_bytes() {
    for opt in [OptLevel::O0, OptLevel::O2] {
        assert_eq!(object(MALLOC, at(opt)), object(MALLOC, at(opt)));
    }
}

#[test]
fn alwaysinline_holds_without_optimisation() {
    let flow = r#"
abi 0 = fast() -> ignore;
abi 1 = c() -> ignore;
import extern "C" fn @seen() tag(none) abi(1);
export fn @outer() tag(none) abi(0) {
bb0:
    call @inner() as fn() abi(0);
    return;
}
fn @inner() tag(always) abi(0) {
bb0:
    call @seen() as extern "C" fn() abi(1);
    return;
}
"#;
    let ir = write(flow, at(OptLevel::O0), HOST, |m| m.llvm_ir());
    check(&ir, "check: @outer\nnot: callvoid @inner\ncheck: call void @seen\ncheck: ret");
}

/// A library in bitcode is part of the program: with the tag its function is inlined even at `-O0`.
#[test]
fn bitcode_libraries_are_inlined() {
    let library = write(ANSWER, at(OptLevel::O2), HOST, |m| m.bitcode());
    let options = at(OptLevel::O0);
    let (cx, program) = read_flow(MALLOC, &options, HOST);
    let session = session(&cx, options);
    let mut module = session.emit(&cx, &program).expect("the program is valid");
    let library = session.read_bitcode("answer", &library).expect("the bitcode is valid");
    module.link_bitcode(library).expect("it is for this machine");
    module.optimize().expect("the pipeline runs");
    module.verify().expect("the module is valid");
    let ir = module.llvm_ir();
    assert!(!ir.contains("call i32 @answer"), "{ir}");
    assert!(session.read_bitcode("nonsense", b"nonsense").is_err());
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn link(job: &LinkJob<'_>) {
    let args = job.command().expect("there is a linker");
    run(Command::new(&args[0]).args(&args[1..]));
}

fn installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

fn job<'a>(target: &'a Target, dir: &Path, inputs: &[&str], output: &str) -> LinkJob<'a> {
    LinkJob {
        target,
        artifact: Artifact::Executable,
        inputs: inputs.iter().map(|i| dir.join(i)).collect(),
        libs: Vec::new(),
        search: vec![dir.to_path_buf()],
        output: dir.join(output),
        pic: true,
        extra: Vec::new(),
        cc: None,
        native: true,
        host_arch: vex_backend::host_arch(),
        installed: &installed,
    }
}

#[test]
fn objects_link_into_executables_and_libraries() {
    let target = Target::parse(HOST).expect("a supported target");
    let temp = tempfile::tempdir().expect("a directory");
    let dir = temp.path();
    let write = |name: &str, bytes: Vec<u8>| std::fs::write(dir.join(name), bytes).expect("the file is written");
    write("main.o", object(MALLOC, at(OptLevel::O2)));
    write("answer.o", object(ANSWER, Options { shared: true, ..at(OptLevel::O2) }));
    let status = |exe: &str| Command::new(dir.join(exe)).env("LD_LIBRARY_PATH", dir).status().expect("it runs").code();

    link(&job(&target, dir, &["main.o", "answer.o"], "plain"));
    assert_eq!(status("plain"), Some(42));

    let lib = |kind| vex_backend::link::Lib { name: "answer".into(), kind };
    link(&LinkJob { artifact: Artifact::Shared, ..job(&target, dir, &["answer.o"], "libanswer.so") });
    let shared = LinkJob { libs: vec![lib(vex_ir::tree::LinkKind::Dylib)], ..job(&target, dir, &["main.o"], "shared") };
    link(&shared);
    assert_eq!(status("shared"), Some(42));

    let ar = archive_command(&target, true, &[dir.join("answer.o")], &dir.join("libanswer.a"), &installed);
    run(Command::new(&ar[0]).args(&ar[1..]));
    std::fs::remove_file(dir.join("libanswer.so")).expect("the library is there");
    let fixed = LinkJob { libs: vec![lib(vex_ir::tree::LinkKind::Static)], ..job(&target, dir, &["main.o"], "static") };
    link(&fixed);
    assert_eq!(status("static"), Some(42));
}

#[test]
fn a_failed_link_is_explained_at_the_declaration() {
    let target = Target::parse(HOST).expect("a supported target");
    let temp = tempfile::tempdir().expect("a directory");
    let (cx, program) = read_flow(MALLOC, &at(OptLevel::O0), HOST);
    std::fs::write(temp.path().join("main.o"), object(MALLOC, at(OptLevel::O0))).expect("the object is written");
    let mut job = job(&target, temp.path(), &["main.o"], "main");
    job.libs = vec![vex_backend::link::Lib { name: "no-such".into(), kind: vex_ir::tree::LinkKind::Default }];
    for (expected, code) in [("the library `no-such` is not found", "E0802"), ("undefined symbol `answer`", "E0801")] {
        let args = job.command().expect("there is a linker");
        let output = Command::new(&args[0]).args(&args[1..]).output().expect("it runs");
        assert!(!output.status.success());
        let found = vex_backend::link::diagnose(
            &cx,
            &program,
            &String::from_utf8_lossy(&output.stderr),
            &vex_backend::link::Installed::default(),
        );
        let first = found.iter().find(|d| d.code.0 == code).unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!(first.message, expected);
        if code == "E0801" {
            assert!(cx.snippet(first.primary.span).contains("answer"), "{first:?}");
        }
        job.libs.clear();
    }
}

#[test]
fn an_unknown_cpu_is_an_error() {
    let target = Target::parse(HOST).expect("a supported target");
    let new = |cpu: &str| vex_backend::Session::new(&target, Options { cpu: Some(cpu.into()), ..Options::default() });
    let error = new("hasswell").err().expect("there is no such CPU");
    assert_eq!(error.to_string(), "unknown target CPU `hasswell`; there is one named `haswell`");
    for cpu in vex_backend::cpu_names(&target) {
        assert!(new(cpu).is_ok(), "{cpu}");
    }
}
