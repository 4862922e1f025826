//! `docs/contributing/`: what the pages show on a console is what happens, in a copy of the workspace.
//!
//! A block ```` ```console ```` has commands and what they print. One whose first line names a file behind its language is that file,
//! and is written before what follows.

mod common;

use common::{root, run};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A step of a page.
#[derive(PartialEq, Debug)]
enum Step {
    Write { path: String, text: String },
    Run { command: String, printed: String },
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let fence: String = line.chars().take_while(|c| *c == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|l| *l != fence).collect();
        match line[fence.len()..].split_once(' ') {
            Some((_, path)) => {
                let text = block.iter().map(|l| format!("{l}\n")).collect();
                steps.push(Step::Write { path: path.into(), text });
            }
            None if line.ends_with("console") => commands(&block, &mut steps),
            None => {}
        }
    }
    steps
}

fn commands(block: &[&str], steps: &mut Vec<Step>) {
    for line in block {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step::Run { command: command.into(), printed: String::new() }),
            (None, Some(Step::Run { printed, .. })) => {
                printed.push_str(line);
                printed.push('\n');
            }
            (None, _) => panic!("printed by no command: {line}"),
        }
    }
}

/// The directory that cargo builds in.
fn target() -> PathBuf {
    let exe = Path::new(env!("CARGO_BIN_EXE_vexc"));
    exe.ancestors().nth(2).expect("target/PROFILE/vexc").to_path_buf()
}

/// A copy of the workspace as it is, always at the same place, so that what was built for it before is fresh. Only what differs is
/// written: cargo goes by the time of files.
fn copy() -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contributing");
    let listed = git(&root(), &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let files: BTreeSet<&str> = listed.split('\0').filter(|f| !f.is_empty() && root().join(f).is_file()).collect();
    std::fs::create_dir_all(&copy).unwrap();
    // What an earlier run has left is not to be seen by this one.
    git(&copy, &["init", "--quiet"]);
    let left = git(&copy, &["ls-files", "-z", "--cached", "--others"]);
    for file in left.split('\0').filter(|f| !f.is_empty() && !files.contains(f)) {
        let _ = std::fs::remove_file(copy.join(file));
        // Of a folder that is empty nothing is left, either.
        let _ = copy.join(file).ancestors().skip(1).take_while(|d| *d != copy).try_for_each(std::fs::remove_dir);
    }
    for file in files {
        let (from, to) = (root().join(file), copy.join(file));
        if std::fs::read(&from).unwrap() != std::fs::read(&to).unwrap_or_default() || !to.exists() {
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(&from, &to).unwrap();
        }
    }
    git(&copy, &["add", "--all"]);
    git(
        &copy,
        &["-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "--quiet", "--allow-empty", "-m", "copy"],
    );
    copy
}

fn git(dir: &Path, args: &[&str]) -> String {
    let output = Command::new("git").args(args).current_dir(dir).output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Does what a page says, in a directory of its own.
fn follow(page: &str, dir: &Path) {
    let text = std::fs::read_to_string(root().join("docs/contributing").join(page)).unwrap();
    let steps = steps(&text);
    assert!(steps.iter().any(|s| matches!(s, Step::Run { .. })), "{page} has no command");
    let mut path = vec![Path::new(env!("CARGO_BIN_EXE_vexc")).parent().unwrap().to_path_buf()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    // What one command defines the next ones know.
    let mut defined = String::new();
    for step in steps {
        match step {
            Step::Write { path, text } => {
                let file = dir.join(path);
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                std::fs::write(file, text).unwrap();
            }
            Step::Run { command, printed } => {
                let mut shell = Command::new("bash");
                shell
                    .args(["-c", &format!("{defined}{command}")])
                    .current_dir(dir)
                    .env("PATH", std::env::join_paths(&path).unwrap())
                    // Built in no time instead of for speed; what is not of the workspace is shared with every other build.
                    .env("CARGO_TARGET_DIR", target())
                    .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0")
                    .env("CARGO_PROFILE_DEV_DEBUG", "0")
                    .env_remove("CARGO_MANIFEST_DIR")
                    .env_remove("BLESS");
                let done = run(&mut shell);
                assert_eq!(done.stdout, printed, "{page}: $ {command}\n{}", done.stderr);
                let defines = command.contains("() {") || command.contains("low=");
                if defines {
                    defined.push_str(&format!("{command}\n"));
                }
            }
        }
    }
}

/// One after another: cargo does not tell copies apart that are built in one target directory. What the last page changes everything
/// else is built from.
#[test]
fn passes_diagnostics_and_nodes_are_added_as_it_says() {
    for page in ["style.md", "adding-a-pass.md", "adding-a-diagnostic.md", "adding-a-node.md"] {
        follow(page, &copy());
    }
}

#[test]
fn wrong_passes_are_found_as_it_says() {
    follow("finding-a-wrong-pass.md", tempfile::tempdir().unwrap().path());
}

#[test]
fn every_page_is_followed_and_every_link_leads_somewhere() {
    let dir = root().join("docs/contributing");
    let mut pages: Vec<String> =
        std::fs::read_dir(&dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    pages.sort();
    let known =
        ["adding-a-diagnostic.md", "adding-a-node.md", "adding-a-pass.md", "finding-a-wrong-pass.md", "style.md"];
    assert_eq!(pages, known);
    for page in pages {
        let text = std::fs::read_to_string(dir.join(&page)).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|l| !l.contains("://")) {
            assert!(dir.join(link).exists(), "{page}: {link} is not there");
        }
    }
}

#[test]
fn pages_are_read_step_by_step() {
    let page = "x\n```console\n$ a\nb\n$ c\n```\n````vex d/e.vx\n```\nf\n````\n```text\n$ g\n```\n";
    let run = |command: &str, printed: &str| Step::Run { command: command.into(), printed: printed.into() };
    let file = Step::Write { path: "d/e.vx".into(), text: "```\nf\n".into() };
    assert_eq!(steps(page), [run("a", "b\n"), run("c", ""), file]);
}
