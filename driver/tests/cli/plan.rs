//! The command lines that the plan of the language promises, word by word.

use crate::*;

#[test]
fn llvm_ir_declares_malloc_and_calls_it() {
    let dir = dir(&[("ffi_test.vx", &example("ffi_test.vx"))]);
    vexc_in(dir.path(), &["--emit-llvm", "ffi_test.vx", "-o", "ffi_test.ll"]).expect(0);
    let ir = read(&dir, "ffi_test.ll");
    check(&ir, &["check: call ptr @malloc(i64", "check: declare$(=[a-z ]*) ptr @malloc(i64"]);
    assert_eq!(ir.matches("@malloc(").count(), 2, "a wrapper?");
    assert_eq!(names(dir.path()), ["ffi_test.ll", "ffi_test.vx"]);
}

#[test]
#[cfg(target_arch = "x86_64")]
fn assembly_calls_malloc_directly() {
    let dir = dir(&[("ffi_test.vx", &example("ffi_test.vx"))]);
    vexc_in(dir.path(), &["-O3", "ffi_test.vx", "-o", "ffi_test.s", "--emit-asm"]).expect(0);
    check(&read(&dir, "ffi_test.s"), &["check: call$(=[q \t]*)malloc@PLT"]);
}

#[test]
fn memcpy_becomes_vector_moves() {
    let dir = dir(&[("memcpy_test.vx", &example("memcpy_test.vx"))]);
    vexc_in(dir.path(), &["-O3", "memcpy_test.vx", "-o", "memcpy_test.s", "--emit-asm"]).expect(0);
    let x86 = ["-O3", "--target=x86_64-unknown-linux-gnu", "--target-cpu=x86-64-v3"];
    vexc_in(dir.path(), &[&x86[..], &["memcpy_test.vx", "-o", "v3.s", "--emit-asm"]].concat()).expect(0);
    for name in ["memcpy_test.s", "v3.s"] {
        let text = read(&dir, name);
        let copy = function(&text, "vex.copy_data");
        assert!(!copy.contains("call") && !copy.contains("rep"), "{name}: {copy}");
        let avx = name == "v3.s" || cpu_has_avx();
        let moves = copy.lines().filter(|l| l.contains("vmovups") || l.contains("vmovdqu"));
        let wide = moves.filter(|l| l.contains("%ymm") || l.contains("%zmm")).count();
        assert!(!avx || wide >= 32, "{name}: {wide} vector moves\n{copy}");
    }
}

fn cpu_has_avx() -> bool {
    fs::read_to_string("/proc/cpuinfo").unwrap_or_default().contains(" avx ")
}

#[test]
fn the_pruned_program_is_vex_source() {
    let dir = dir(&[("platform.vx", &example("platform.vx"))]);
    let done = vexc_in(dir.path(), &["--dump-after=cfg-prune", "platform.vx"]).expect(0);
    check(
        &done.stdout,
        &["not: windows", "check: c\"Linux\"", "not: c\"macOS\"", "check: libc.mmap(", "not: VirtualAlloc"],
    );
    assert_eq!(names(dir.path()), ["platform.vx"]);
    // It is source again, with the same meaning.
    fs::write(dir.path().join("again.vx"), &done.stdout).unwrap();
    let again = vexc_in(dir.path(), &["--dump-after=cfg-prune", "again.vx"]).expect(0);
    assert_eq!(again.stdout, done.stdout);
    let windows = ["--dump-after=cfg-prune", "--target=x86_64-pc-windows-gnu", "platform.vx"];
    check(&vexc_in(dir.path(), &windows).expect(0).stdout, &["not: mmap", "check: VirtualAlloc"]);
}
