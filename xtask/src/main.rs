//! Chores of the project: `cargo xtask --help` lists them.

mod bless;
mod languages;
mod new_pass;
mod passes;
mod rust;
mod table;
mod tidy;

use clap::Parser;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Chores of the project
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Chore {
    /// Check the rules that the compiler cannot
    Tidy,
    /// Rewrite what is generated and compared: the table of passes, and the goldens, all or those whose name contains TEST
    Bless {
        /// Only the goldens of this crate; those of ir, frontend and passes need no LLVM
        #[arg(short, long, value_name = "CRATE")]
        package: Option<String>,
        #[arg(value_name = "TEST")]
        tests: Vec<String>,
    },
    /// Run the C twins of test programs and rewrite what the programs must print
    BlessTwins,
    /// Make a pass that does nothing yet: its folder, a golden, its entry in passes.toml
    NewPass {
        /// Two words or more: `loop-lower`
        name: String,
        /// What it can touch
        #[arg(long, default_value = "body")]
        form: new_pass::Form,
        /// The pass that it stands behind, in whose language it is
        #[arg(long, value_name = "PASS")]
        after: String,
    },
}

fn main() -> ExitCode {
    let root = root();
    let result = match Chore::parse() {
        Chore::Tidy => tidy::run(&root),
        Chore::Bless { package, tests } => bless::goldens(&root, package.as_deref(), &tests),
        Chore::BlessTwins => bless::twins(&root),
        Chore::NewPass { name, form, after } => new_pass::run(&root, &name, form, &after),
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
