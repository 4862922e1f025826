//! The pages of `docs/errors`: the first program of each has the problem that the page is about, the others do not.

mod common;

use common::{Failed, directive, run, vexc};
use std::path::Path;

datatest_stable::harness! {
    { test = page, root = "../docs/errors", pattern = r"^E\d+\.md$" },
}

/// Problems that a program has only in certain surroundings: with 1,000 parentheses around it, with 5,000 parameters, with hundreds of patterns, with a file that cannot be read,
/// with a C file or an object beside it, on a machine without a C compiler or with a strange linker.
const SURROUNDINGS: &[&str] =
    &["E0012", "E0040", "E0042", "E0334", "E0803", "E0804", "E0530", "E0805", "E0809", "E0811", "E0812"];

/// The programs of a page: their language and text.
fn programs(text: &str) -> Vec<(String, String)> {
    let mut programs = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|l| !l.starts_with("```")).collect();
        if language == "vex" || language == "flow" {
            programs.push((language.to_string(), body.join("\n") + "\n"));
        }
    }
    programs
}

fn page(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let code = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let title = text.lines().next().unwrap_or("");
    if !title.starts_with(&format!("# {code}: ")) {
        return Err(Failed(format!("its title is `{title}`")).into());
    }
    let programs = programs(&text);
    // Problems with files and commands are described, and tested in `cli/`.
    for (number, (language, program)) in programs.iter().enumerate() {
        let messages = messages(&code, language, program)?;
        let there = messages.contains(&format!("[{code}]"));
        let expected = number == 0 && !SURROUNDINGS.contains(&code.as_str());
        if there != expected {
            let what = if there { "has" } else { "does not have" };
            return Err(Failed(format!("program {} {what} {code}:\n{program}\n{messages}", number + 1)).into());
        }
        if messages.contains("internal error") {
            return Err(Failed(messages).into());
        }
    }
    Ok(())
}

/// What `vexc` says of a program.
fn messages(code: &str, language: &str, program: &str) -> std::io::Result<String> {
    let dir = tempfile::tempdir()?;
    let file = dir.path().join(if language == "flow" { "program.flow" } else { "program.vx" });
    std::fs::write(&file, program)?;
    let mut command = vexc();
    match (language, &code[..3]) {
        ("flow", _) => {
            let pass = directive(program, "passes").pop().unwrap_or_else(|| "monomorphise".into());
            command.arg("opt").arg(format!("--passes={pass}"))
        }
        (_, "E08") => command.arg("-o").arg(dir.path().join("out")),
        _ => command.arg("check"),
    };
    command.args(directive(program, "flags")).arg(&file);
    Ok(run(&mut command).stderr)
}
