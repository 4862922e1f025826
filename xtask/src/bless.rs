//! `cargo xtask bless` and `bless-twins`: rewriting what tests expect.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Tests that compare with goldens and rewrite them when `BLESS` is set: folder of the crate, package, test.
const GOLDEN_TESTS: &[(&str, &str, &str)] = &[
    ("passes", "vex-passes", "golden"),
    ("passes", "vex-passes", "interpret"),
    ("backend", "vex-backend", "golden"),
    ("driver", "vexc", "fail"),
];

/// Crates that are not built without LLVM.
const LLVM: &[&str] = &["backend", "driver", "benches"];

/// What a golden's name ends with.
const GOLDENS: &[&str] = &[
    "*.golden",
    crate::table::PAGE,
    "passes/tests/uninterpreted.txt",
    "testdata/*.stderr",
    "testdata/*.stdout",
    "testdata/*.status",
];

/// Rewrites the table of passes and the goldens, of one crate or of all, and shows what changed.
pub fn goldens(root: &Path, package: Option<&str>, filters: &[String]) -> Result<(), String> {
    crate::table::bless(root, &crate::tidy::read(root)?)?;
    let tests = chosen(root, package)?;
    // These crates were not asked for by name.
    let (tests, left): (Vec<_>, Vec<_>) =
        tests.into_iter().partition(|(folder, ..)| package.is_some() || !LLVM.contains(folder) || has_llvm());
    for (_, package, test) in tests {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(["test", "--quiet", "-p", package, "--test", test]).current_dir(root).env("BLESS", "1");
        if !filters.is_empty() {
            cargo.arg("--").args(filters);
        }
        let status = cargo.status().map_err(|e| format!("cannot start cargo: {e}"))?;
        if !status.success() {
            println!("bless: some tests of {package} fail for another reason than a golden");
        }
    }
    for (folder, _, test) in left {
        println!("bless: LLVM is not here, so the goldens of {folder}/ (test `{test}`) were left as they are");
    }
    show_changes(root)
}

/// The tests of a crate, which is named by its folder or its package. A crate may have none.
fn chosen(
    root: &Path,
    package: Option<&str>,
) -> Result<Vec<&'static (&'static str, &'static str, &'static str)>, String> {
    let Some(name) = package else { return Ok(GOLDEN_TESTS.iter().collect()) };
    let found: Vec<_> =
        GOLDEN_TESTS.iter().filter(|(folder, package, _)| name == *folder || name == *package).collect();
    let folder = name.strip_prefix("vex-").unwrap_or(name);
    let is_crate = folder.bytes().all(|b| b.is_ascii_lowercase()) && root.join(folder).join("Cargo.toml").is_file();
    if found.is_empty() && !is_crate {
        return Err(format!("bless: there is no crate `{name}`"));
    }
    Ok(found)
}

/// Whether LLVM is where the backend's build looks for it.
fn has_llvm() -> bool {
    let prefix = std::env::var_os("LLVM_SYS_191_PREFIX");
    prefix.is_none_or(|prefix| Path::new(&prefix).join("bin/llvm-config").exists())
}

fn show_changes(root: &Path) -> Result<(), String> {
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).arg("--").args(GOLDENS).current_dir(root).output();
        output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).map_err(|e| format!("cannot start git: {e}"))
    };
    let changed = git(&["diff", "--stat"])?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    if changed.is_empty() && new.is_empty() {
        println!("bless: no golden changed");
        return Ok(());
    }
    print!("{changed}");
    new.lines().for_each(|path| println!(" {path} | new"));
    println!("bless: `git diff` shows each line; look at it before it is committed");
    Ok(())
}

/// Runs the twins in C and rewrites the expected output of the programs they are twins of.
pub fn twins(root: &Path) -> Result<(), String> {
    let mut twins = Vec::new();
    for dir in ["testdata/run", "testdata/abi"] {
        let entries = std::fs::read_dir(root.join(dir)).map_err(|e| format!("{dir}: {e}"))?;
        let files = entries.flatten().map(|e| e.path());
        twins.extend(files.filter(|p| p.extension().is_some_and(|e| e == "c") && !has_ending(p, ".helper.c")));
    }
    twins.sort();
    let exe = std::env::temp_dir().join(format!("vex-twin-{}", std::process::id()));
    let mut failed = Vec::new();
    for twin in &twins {
        if let Err(why) = bless_twin(twin, &exe) {
            failed.push(format!("{}: {why}", twin.display()));
        }
    }
    // It may not even have been made.
    let _ = std::fs::remove_file(&exe);
    if !failed.is_empty() {
        return Err(failed.join("\n"));
    }
    println!("bless-twins: {} twins", twins.len());
    show_changes(root)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.to_string_lossy().ends_with(ending)
}

/// The words behind `// key:` at the top of a source.
fn directive(text: &str, key: &str) -> Vec<String> {
    let comments = text.lines().take_while(|l| l.starts_with("//") || l.starts_with("/*") || l.trim().is_empty());
    let found = comments.filter_map(|l| l.strip_prefix("//")?.trim_start().strip_prefix(key)?.strip_prefix(':'));
    found.flat_map(|rest| rest.split_whitespace().map(String::from).collect::<Vec<_>>()).collect()
}

fn bless_twin(twin: &Path, exe: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(twin).map_err(|e| e.to_string())?;
    let program = std::fs::read_to_string(twin.with_extension("vx")).map_err(|e| format!("its program: {e}"))?;
    let helper: PathBuf = twin.with_extension("helper.c");
    let mut clang = Command::new("clang-19");
    clang.arg("-O1").arg("-o").arg(exe).arg(twin);
    if helper.exists() {
        clang.arg(&helper);
    }
    clang.args(directive(&text, "cflags")).arg("-lm");
    let built = clang.output().map_err(|e| format!("cannot start clang-19: {e}"))?;
    if !built.status.success() {
        return Err(String::from_utf8_lossy(&built.stderr).into_owned());
    }
    let mut run = Command::new(exe);
    run.args(directive(&program, "args"));
    for pair in directive(&program, "env") {
        let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
        run.env(name, value);
    }
    let output = run.output().map_err(|e| e.to_string())?;
    let status = output.status.code().ok_or("it was killed by a signal")?;
    let status_file = twin.with_extension("status");
    let written = std::fs::write(twin.with_extension("stdout"), &output.stdout);
    written.map_err(|e| e.to_string())?;
    match status {
        0 if status_file.exists() => std::fs::remove_file(&status_file).map_err(|e| e.to_string()),
        0 => Ok(()),
        _ => std::fs::write(&status_file, format!("{status}\n")).map_err(|e| e.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_directives() {
        let text = "// A program.\n// args: a  b\n// env: X=1\nfn main() {}\n// args: c\n";
        assert_eq!(directive(text, "args"), ["a", "b"]);
        assert_eq!(directive(text, "env"), ["X=1"]);
        assert_eq!(directive(text, "cflags"), Vec::<String>::new());
    }
}
