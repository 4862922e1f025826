//! The header of every pass: it says in one sentence what the pass does, agrees with `passes.toml`, and its example is
//! what the pass makes of it.

#[allow(dead_code)]
mod common;

use common::{Case, render};
use std::path::{Path, PathBuf};
use vex_ir::lang::IrKind;
use vex_passes::PASSES;
use vex_passes::runner::PassInfo;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("passes/ is in the workspace").to_path_buf()
}

/// The lines of the header of a pass, without `//!`.
fn header(pass: &PassInfo) -> Vec<String> {
    let path = root().join(pass.home).join(pass.name.replace('-', "_")).join("mod.rs");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let line = |l: &str| l.strip_prefix("//!").map(|l| l.strip_prefix(' ').unwrap_or(l).to_string());
    text.lines().map_while(line).collect()
}

/// What stands behind `key:` and in the lines that go on from it.
fn value<'a>(lines: &'a [String], key: &str) -> Option<&'a str> {
    lines.iter().find_map(|l| l.strip_prefix(key)?.strip_prefix(": "))
}

/// The code block behind a line `key:`, and its language.
fn block(lines: &[String], key: &str) -> Option<(String, String)> {
    let at = lines.iter().position(|l| *l == format!("{key}:"))?;
    let language = lines.get(at + 1)?.strip_prefix("```")?.to_string();
    let code = lines[at + 2..].iter().take_while(|l| *l != "```").map(|l| format!("{l}\n")).collect();
    Some((language, code))
}

#[test]
fn say_what_the_pass_does() {
    for pass in PASSES {
        let lines = header(pass);
        let sentence: Vec<&str> = lines.iter().map(String::as_str).take_while(|l| !l.is_empty()).collect();
        let sentence = sentence.join(" ");
        assert!(sentence.ends_with('.'), "{}: `{sentence}` is no sentence", pass.name);
        assert_eq!(sentence.matches(". ").count(), 0, "{}: `{sentence}` is more than one sentence", pass.name);
        assert_eq!(sentence, pass.summary, "{}", pass.name);
    }
}

#[test]
fn agree_with_the_contracts() {
    for pass in PASSES {
        let lines = header(pass);
        let language = format!("{} -> {}", pass.from, pass.to);
        assert_eq!(value(&lines, "Language"), Some(language.as_str()), "{}", pass.name);
        for key in ["Establishes", "Preserves"] {
            assert!(value(&lines, key).is_some_and(|v| !v.is_empty()), "{}: the header has no `{key}:`", pass.name);
        }
    }
}

/// What LLVM makes of it is the backend's to test.
#[test]
fn have_examples_that_are_true() {
    for pass in PASSES {
        let lines = header(pass);
        let (before, after) = (block(&lines, "Before"), block(&lines, "After"));
        let (Some((from, before)), Some((to, after))) = (before, after) else {
            panic!("{}: the header has no `Before:` and `After:` with code", pass.name);
        };
        let kind = |ir| if ir == IrKind::Tree { "vex" } else { "flow" };
        assert_eq!(from, kind(pass.from_ir), "{}: the language of `Before:`", pass.name);
        if pass.to_ir == IrKind::Llvm {
            continue;
        }
        assert_eq!(to, kind(pass.to_ir), "{}: the language of `After:`", pass.name);
        let mut case = Case::new(Path::new(&format!("before.{from}")), &before);
        let dumped = case.run(pass.name).unwrap_or_else(|e| panic!("{}: {e}", pass.name));
        assert!(!case.cx.diags.has_errors(), "{}: the example is not accepted:\n{}", pass.name, render(&case.cx));
        let changes = similar::TextDiff::from_lines(after.trim_end(), dumped.trim_end());
        let diff = changes.unified_diff().header("header", "truth").to_string();
        assert_eq!(dumped.trim_end(), after.trim_end(), "{}: the example is not true:\n{diff}\n{dumped}", pass.name);
    }
}
