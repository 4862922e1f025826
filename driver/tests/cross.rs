//! Programs for other machines: `testdata/cross/NAME.vx` compiles to an object for every target that it names with
//! `// targets: …` (without that, for all there are). Lines `// asm ARCH: check: …` are FileCheck's directives for the assembly.

mod common;

use common::{Failed, directive, filecheck, run, vexc, vexc_with};
use std::path::Path;

datatest_stable::harness! {
    { test = compiles, root = "../testdata/cross", pattern = r"^[^/]+\.vx$" },
}

/// The first bytes of an object file for a target.
fn magic(target: &str) -> &'static [u8] {
    let arch = target.split('-').next().unwrap_or("");
    match arch {
        "wasm32" => b"\0asm",
        "x86_64" if target.contains("apple") => b"\xcf\xfa\xed\xfe\x07\0\0\x01",
        _ if target.contains("apple") => b"\xcf\xfa\xed\xfe\x0c\0\0\x01",
        "x86_64" if target.contains("windows") => b"\x64\x86",
        _ if target.contains("windows") => b"\x64\xaa",
        _ => b"\x7fELF\x02\x01",
    }
}

/// The machine in the header of an ELF file.
fn machine(target: &str) -> Option<u8> {
    match target.split('-').next()? {
        "x86_64" => Some(62),
        "aarch64" => Some(183),
        "riscv64gc" => Some(243),
        _ => None,
    }
}

fn compiles(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let mut targets = directive(&text, "targets");
    if targets.is_empty() {
        targets = vexc_with(&["--print=targets"]).stdout.lines().map(String::from).collect();
    }
    let dir = tempfile::tempdir()?;
    let source = path.canonicalize()?;
    for target in &targets {
        for level in ["-O0", "-O2"] {
            let object = dir.path().join("out.o");
            let mut command = vexc();
            command.args(["-c", level, "--target", target]).args(directive(&text, "flags")).arg(&source);
            let done = run(command.arg("-o").arg(&object));
            if done.status != Some(0) {
                return Err(Failed(format!("{target} {level}: {}", done.stderr)).into());
            }
            let bytes = std::fs::read(&object)?;
            let expected = magic(target);
            let elf = expected.starts_with(b"\x7fELF");
            if !bytes.starts_with(expected) || (elf && machine(target) != Some(bytes[18])) {
                return Err(
                    Failed(format!("{target}: the object begins with {:x?}", &bytes[..bytes.len().min(20)])).into()
                );
            }
        }
        check_assembly(&text, target, &source).map_err(Failed)?;
    }
    Ok(())
}

fn check_assembly(text: &str, target: &str, source: &Path) -> Result<(), String> {
    let arch = target.split('-').next().unwrap_or("");
    let directives: Vec<&str> = text.lines().filter_map(|l| l.strip_prefix(&format!("// asm {arch}: "))).collect();
    if directives.is_empty() {
        return Ok(());
    }
    let mut command = vexc();
    command.args(["-S", "-O2", "-o", "-", "--target", target]).args(self::directive(text, "flags")).arg(source);
    let done = run(&mut command);
    filecheck(&done.stdout, &directives).map_err(|why| format!("{target}: {why}"))
}
