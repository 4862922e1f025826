//! Programs that run are interpreted: their Flow as `flow-build` makes it and as it is before conventions are found, with a C
//! library that the test has. They must print what they print when they are compiled.
//!
//! Programs that need more of the world than that stand in `uninterpreted.txt`, each with what it needs.

#[allow(dead_code)]
mod common;
#[path = "common/world.rs"]
mod world;

use common::{programs, root};
use std::path::Path;
use world::{Done, flow_of, interpret};

/// What is interpreted.
const STAGES: [&str; 2] = ["flow-build", "inline-tag"];

fn directive<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.lines()
        .take_while(|l| l.starts_with("//"))
        .find_map(|l| l.strip_prefix("// ")?.strip_prefix(key)?.strip_prefix(':'))
}

/// Whether a program does what it should, or what is missing. `Err`: it does something else.
fn check(path: &Path) -> Result<Option<String>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    let beside = |ending: &str| std::fs::read_to_string(path.with_extension(ending));
    if beside("helper.c").is_ok() {
        return Ok(Some("it has a part in C".into()));
    }
    for key in ["args", "env"] {
        if directive(&text, key).is_some() {
            return Ok(Some(format!("it is run with {key}")));
        }
    }
    let name = path.strip_prefix(root()).unwrap_or(path);
    let expected = Done {
        out: beside("stdout").unwrap_or_default(),
        err: String::new(),
        status: beside("status").ok().and_then(|s| s.trim().parse().ok()).unwrap_or(0),
    };
    let stderr = beside("stderr").unwrap_or_default();
    for stage in STAGES {
        let flags = directive(&text, "flags").unwrap_or_default();
        let (cx, program) = match flow_of(&path.to_string_lossy(), &text, flags, stage) {
            Ok(found) => found,
            Err(why) => return Ok(Some(why)),
        };
        // Functions with parameters are executed as instances, which `monomorphise` makes.
        if program.fns.values().any(|function| !function.generics.is_empty()) {
            continue;
        }
        let Done { out, err, status } = match interpret(&cx, &program) {
            Ok(done) => done,
            Err(missing) => return Ok(Some(missing)),
        };
        let fail = |what: String| Err(format!("{}, {stage}: {what}", name.display()));
        if out != expected.out {
            return fail(similar::TextDiff::from_lines(&expected.out, &out).unified_diff().to_string());
        }
        if status != expected.status {
            return fail(format!("status {status} instead of {}\n{err}", expected.status));
        }
        let mut rest = err.as_str();
        for line in stderr.lines() {
            // Messages name files from the root.
            let Some((_, after)) = rest.split_once(line) else { return fail(format!("no `{line}` in {err}")) };
            rest = after;
        }
    }
    Ok(None)
}

#[test]
fn programs_do_what_they_do_when_compiled() {
    let (mut wrong, mut missing) = (Vec::new(), String::new());
    let paths = programs("testdata/run");
    let mut done = 0;
    std::env::set_current_dir(root()).expect("the root is there");
    for path in &paths {
        let from_root = path
            .canonicalize()
            .ok()
            .and_then(|p| p.strip_prefix(root().canonicalize().ok()?).ok().map(Path::to_path_buf));
        let path = from_root.unwrap_or_else(|| path.clone());
        match check(&path) {
            Ok(None) => done += 1,
            Ok(Some(why)) => {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                missing.push_str(&format!("{name}: {}\n", why.lines().next().unwrap_or("")));
            }
            Err(what) => wrong.push(what),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), paths.len(), wrong.join("\n"));
    let golden = root().join("passes/tests/uninterpreted.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&golden, &missing).expect("it is writable");
    }
    let known = std::fs::read_to_string(&golden).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&known, &missing).unified_diff().to_string();
    assert!(known == missing, "{done} of {} are interpreted (`cargo xtask bless` accepts):\n{diff}", paths.len());
}
