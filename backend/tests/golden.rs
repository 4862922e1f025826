//! Each `NAME.flow` in `llvm_emit/golden` gives `NAME.golden`, as LLVM IR. `BLESS=1` writes it.
//!
//! `NAME.O2.flow` is emitted for that level. Comments at the top say more: `// cpu: NAME`, `// target: TRIPLE`, `// debug`.

mod common;

use common::{read_flow, session};
use std::path::Path;
use vex_backend::Options;
use vex_ir::cx::OptLevel;

fn golden(path: &Path, text: String) -> datatest_stable::Result<()> {
    let name = path.to_string_lossy();
    let opt = if name.contains(".O2.") {
        OptLevel::O2
    } else if name.contains(".O3.") {
        OptLevel::O3
    } else {
        OptLevel::O0
    };
    let setting = |key: &str| text.lines().find_map(|l| l.strip_prefix("// ")?.strip_prefix(key)).map(str::trim);
    let options =
        Options { opt, cpu: setting("cpu:").map(Into::into), debug: setting("debug").is_some(), ..Options::default() };
    let (cx, program) = read_flow(&text, &options, setting("target:").unwrap_or("x86_64-unknown-linux-gnu"));
    let session = session(&cx, options);
    let module = session.emit(&cx, &program)?;
    let ir = module.llvm_ir();
    compare(&path.with_extension("golden"), &ir)?;
    // Whatever LLVM makes of it must still be valid, and code.
    module.optimize()?;
    module.verify()?;
    assert!(!module.object()?.is_empty());
    Ok(())
}

fn compare(path: &Path, ir: &str) -> datatest_stable::Result<()> {
    if std::env::var_os("BLESS").is_some() {
        return Ok(std::fs::write(path, ir)?);
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected != ir {
        return Err(format!("{} differs (BLESS=1 rewrites it); now it is:\n{ir}", path.display()).into());
    }
    Ok(())
}

/// The example in the header of the pass: its second block is in what is emitted for its first.
fn header(path: &Path, text: String) -> datatest_stable::Result<()> {
    let header: Vec<&str> = text.lines().map_while(|l| l.strip_prefix("//!")).collect();
    let block = |kind: &str| {
        let start = format!(" ```{kind}");
        let lines = header.iter().skip_while(|l| **l != start).skip(1).take_while(|l| **l != " ```");
        lines.map(|l| l.strip_prefix(' ').unwrap_or(l)).collect::<Vec<_>>().join("\n")
    };
    let (before, after) = (block("flow"), block("llvm"));
    assert!(!before.is_empty() && !after.is_empty(), "{} has no example", path.display());
    let options = Options::default();
    let (cx, program) = read_flow(&before, &options, "x86_64-unknown-linux-gnu");
    let ir = session(&cx, options).emit(&cx, &program)?.llvm_ir();
    if !ir.contains(&after) {
        return Err(format!("the example is not what is emitted:\n{ir}").into());
    }
    Ok(())
}

datatest_stable::harness! {
    { test = header, root = "llvm_emit", pattern = r"^mod\.rs$" },
    { test = golden, root = "llvm_emit/golden", pattern = r"\.flow$" },
}
