//! Chores of the project.
//!
//! - `cargo xtask tidy` checks what the compiler cannot: the rules of `ARCHITECTURE.md`.
//! - `cargo xtask bless` rewrites all goldens and shows what changed.
//! - `cargo xtask bless-twins` rewrites the expected output of programs from their twins in C.

mod bless;
mod rust;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND

  tidy               check the rules that the compiler cannot
  bless [TEST...]    rewrite the goldens, all or those whose name contains TEST, and show what changed
  bless-twins        run the C twins of test programs and rewrite what the programs must print
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = root();
    let result = match args.first().map(String::as_str) {
        Some("tidy") => tidy::run(&root),
        Some("bless") => bless::goldens(&root, &args[1..]),
        Some("bless-twins") => bless::twins(&root),
        Some("-h" | "--help") => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some(_) | None => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the project that `cargo` was called for: one target directory may serve several clones, and then this binary
/// was built from any of them.
fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).parent().map(Path::to_path_buf).unwrap_or_default()
}
