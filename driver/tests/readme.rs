//! The README: what it shows on a console is what happens.

mod common;

use common::{root, run};
use std::process::Command;

/// A command and what it prints.
struct Shown {
    command: String,
    printed: String,
}

/// The commands behind `$` in console blocks.
fn shown(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            all.push(Shown { command: command.into(), printed: String::new() });
        } else if let Some(last) = all.last_mut().filter(|_| inside) {
            last.printed.push_str(line);
            last.printed.push('\n');
        }
    }
    all
}

#[test]
fn its_console_tells_the_truth() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root().join("examples"), dir.path().join("examples")).unwrap();
    let vexc = std::path::Path::new(env!("CARGO_BIN_EXE_vexc")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(vexc.to_path_buf()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let commands = shown(&text);
    assert!(commands.len() > 8, "only {} commands", commands.len());
    for Shown { command, printed } in commands {
        let mut shell = Command::new("bash");
        shell
            .args(["-c", &format!("{{ {command}; }} 2>&1")])
            .current_dir(dir.path())
            .env("PATH", path.as_ref().unwrap());
        let done = run(&mut shell);
        assert_eq!(done.stdout, printed, "$ {command}");
    }
}

#[test]
fn its_links_lead_somewhere() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|l| !l.contains("://")) {
        assert!(root().join(link).exists(), "{link} is not there");
    }
}

/// The program that it shows compiles and runs.
#[test]
fn its_program_runs() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let program = text.split("```vex\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a program");
    let done = common::vexc_stdin(&["run", "-"], program).expect(0);
    assert!(done.stdout.starts_with("zlib 1."), "{}", done.stdout);
}
