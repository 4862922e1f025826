//! Goldens of passes: `passes/NAME/golden/CASE.vx` or `CASE.flow` runs through the pipeline up to the pass NAME, and what
//! it is then must be what `CASE.golden` says. A case whose name begins with `fail_` must have diagnostics, which are what
//! its golden has. `BLESS=1` rewrites the goldens.
//!
//! A first line `// flags: …` sets options: `--target=T --cfg=NAME --cfg=NAME="VALUE" --feature=NAME -O3
//! --overflow-checks=on`.
//!
//! Every Tree that comes out is printed, read and run through the same passes again: it must stay what it is.

#[allow(dead_code)]
mod common;

use common::{Case, render};
use std::path::Path;
use vex_ir::lang::IrKind;

datatest_stable::harness! {
    { test = golden, root = "..", pattern = r"^passes/[a-z_]+/golden/[^/]+\.(vx|flow)$" },
}

fn golden(path: &Path) -> datatest_stable::Result<()> {
    let pass = path.parent().and_then(Path::parent).and_then(Path::file_name).ok_or("no pass")?;
    let pass = pass.to_string_lossy().replace('_', "-");
    let text = std::fs::read_to_string(path)?;
    let fails = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("fail_"));
    let mut case = Case::new(path, &text);
    let dumped = case.run(&pass)?;
    let actual = if fails {
        if case.cx.diags.list().is_empty() {
            return Err("a case that must fail has no diagnostics".into());
        }
        render(&case.cx)
    } else {
        if case.cx.diags.has_errors() {
            return Err(render(&case.cx).into());
        }
        dumped.clone()
    };
    compare(&path.with_extension("golden"), &actual)?;
    if !fails {
        stays(path, &pass, &text, &dumped)?;
    }
    Ok(())
}

/// What was printed means the same when it is read again.
fn stays(path: &Path, pass: &str, text: &str, dumped: &str) -> datatest_stable::Result<()> {
    let position = vex_passes::runner::position(pass).ok_or("unknown pass")?;
    let flags = text.lines().next().filter(|l| l.starts_with("// flags:")).unwrap_or("");
    let is_tree = vex_passes::PASSES[position].to_ir == IrKind::Tree;
    let again = format!("{flags}\n{dumped}");
    let mut case = Case::new(&if is_tree { path.with_extension("vx") } else { path.with_extension("flow") }, &again);
    let second = if is_tree { case.run(pass)? } else { case.reprint()? };
    if case.cx.diags.has_errors() {
        return Err(format!("the dump is not accepted:\n{}\n{dumped}", render(&case.cx)).into());
    }
    if second != dumped {
        return Err(format!("the dump means something else when read again:\n{}", diff(dumped, &second)).into());
    }
    Ok(())
}

fn compare(golden: &Path, actual: &str) -> datatest_stable::Result<()> {
    let actual = format!("{}\n", actual.trim_end());
    let expected = std::fs::read_to_string(golden).unwrap_or_default();
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(golden, actual)?;
        return Ok(());
    }
    Err(format!("{} differs (BLESS=1 accepts):\n{}", golden.display(), diff(&expected, &actual)).into())
}

fn diff(expected: &str, actual: &str) -> String {
    similar::TextDiff::from_lines(expected, actual).unified_diff().header("expected", "actual").to_string()
}
