//! The command line: every flag, the exit status, what is written where.

#[path = "../common/mod.rs"]
mod common;

mod information;
mod inputs;
mod messages;
mod options;
mod outputs;
mod passes;
mod plan;
mod process;

use common::{Done, dir, filecheck, names, path, root, run, vexc, vexc_in, vexc_stdin, vexc_with};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const HELLO: &str = "fn main() {\n    println(\"hello\");\n}\n";

/// Prints its arguments, one a line, and ends with the status 3.
const ARGS: &str = "import { env, libc } from \"std\";\n\nfn main() -> i32 {\n    for i in 1..env.arg_count() {\n        \
                    unsafe { libc.puts(env.arg(i)); }\n    }\n    return 3;\n}\n";

fn read(dir: &TempDir, name: &str) -> String {
    String::from_utf8_lossy(&fs::read(dir.path().join(name)).unwrap()).into_owned()
}

fn example(name: &str) -> String {
    fs::read_to_string(root().join("examples").join(name)).unwrap()
}

fn execute(dir: &TempDir, name: &str) -> Done {
    run(&mut std::process::Command::new(dir.path().join(name)))
}

fn check(text: &str, directives: &[&str]) {
    filecheck(text, directives).unwrap_or_else(|why| panic!("{why}"));
}

/// The lines of a function in assembly.
fn function<'a>(assembly: &'a str, name: &str) -> &'a str {
    let start = assembly.find(&format!("\n{name}:")).unwrap_or_else(|| panic!("no function {name}:\n{assembly}"));
    let rest = &assembly[start..];
    &rest[..rest.find(".cfi_endproc").unwrap_or(rest.len())]
}
