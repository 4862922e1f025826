//! `cargo xtask tidy`: the rules of the project that the compiler does not check.
//!
//! Every check takes the files of the project and returns complaints. Every check has a test that it can complain.

use crate::languages::{foreign_languages, nodes_that_stay, productions_are_used, stale_arms};
use crate::passes::{header, passes};
use crate::rust::{code_only, functions, without_tests};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// The files of the project: paths from its root, and texts.
pub type Repo = BTreeMap<String, String>;

type Check = fn(&Repo) -> Vec<String>;

const CHECKS: &[(&str, Check)] = &[
    ("the header of a pass says what it does", headers),
    ("each pass has goldens", goldens),
    ("each folder of a pass has its entry in passes.toml", entries),
    ("the table of passes is what passes.toml and the headers say", table_is_fresh),
    ("each diagnostic code is tested", codes_are_tested),
    ("each diagnostic code is explained", codes_are_explained),
    ("a diagnostic code is declared once", codes_are_unique),
    ("a diagnostic code has a name that says what is wrong", codes_have_names),
    ("a pass imports no other pass", pass_imports),
    ("a pass does not read what others have reported", diagnostics_are_written),
    ("a pass names no node that its languages lack", stale_arms),
    ("a pass names no language but its own", foreign_languages),
    ("a pass names the nodes that it removes", nodes_that_stay),
    ("a production is one of a language and of a node", productions_are_used),
    ("LLVM is known to the backend alone", llvm_alone),
    ("the driver alone touches files, environment and output", io_alone),
    ("no test is switched off", ignored_tests),
    ("functions are short", short_functions),
    ("nothing is left to be done", nothing_left),
    ("no white space at the end of lines", trailing_space),
];

/// Functions longer than this say why.
const MAX_LINES: usize = 60;
const REASON: &str = "Long because";

pub fn run(root: &Path) -> Result<(), String> {
    let repo = read(root)?;
    let mut failed = 0;
    for (rule, check) in CHECKS {
        let complaints = check(&repo);
        if !complaints.is_empty() {
            // The reader of a pipe may have ended: `cargo xtask tidy | head`.
            let _ = writeln!(std::io::stdout(), "{}\n    rule: {rule}\n", complaints.join("\n"));
        }
        failed += complaints.len();
    }
    if failed > 0 {
        return Err(format!("tidy: {failed} complaint{}", if failed == 1 { "" } else { "s" }));
    }
    println!("tidy: {} files, {} rules, no complaint", repo.len(), CHECKS.len());
    Ok(())
}

/// What git knows of, and what it would take in.
pub fn read(root: &Path) -> Result<Repo, String> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("cannot start git: {e}"))?;
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    let mut repo = Repo::new();
    for name in names.split('\0').filter(|n| !n.is_empty()) {
        // Binary files, and files that were just deleted, are not checked.
        if let Ok(text) = std::fs::read_to_string(root.join(name)) {
            repo.insert(name.to_string(), text);
        }
    }
    Ok(repo)
}

pub fn rust_files(repo: &Repo) -> impl Iterator<Item = (&String, &String)> {
    repo.iter().filter(|(path, _)| path.ends_with(".rs"))
}

pub fn is_test(path: &str) -> bool {
    path.contains("/tests/")
        || path.ends_with("/tests.rs")
        || path.starts_with("benches/")
        || path.contains("/examples/")
}

fn headers(repo: &Repo) -> Vec<String> {
    let mut complaints = Vec::new();
    for pass in passes(repo) {
        let path = pass.path();
        let Some(text) = repo.get(&path) else {
            complaints.push(format!("{path}: is missing"));
            continue;
        };
        let lines = header(text);
        if !lines.first().is_some_and(|l| l.ends_with('.') || lines.get(1).is_some_and(|l| !l.is_empty())) {
            complaints.push(format!("{path}: does not begin with a sentence that says what the pass does"));
        }
        let language = format!("Language: {} -> {}", pass.from, pass.to);
        if !lines.contains(&language.as_str()) {
            complaints.push(format!("{path}: the header has no line `{language}`"));
        }
        for key in ["Establishes:", "Preserves:", "Before:", "After:"] {
            if !lines.iter().any(|l| l.starts_with(key)) {
                complaints.push(format!("{path}: the header has no `{key}`"));
            }
        }
    }
    complaints
}

fn goldens(repo: &Repo) -> Vec<String> {
    let has = |folder: &str| {
        let inside = format!("{folder}/golden/");
        let cases = repo.keys().filter_map(|p| p.strip_prefix(&inside));
        cases.into_iter().any(|name| name.ends_with(".golden") && !name.starts_with("fail_"))
    };
    let folders = passes(repo).into_iter().map(|pass| pass.folder());
    folders.filter(|folder| !has(folder)).map(|folder| format!("{folder}: has no golden")).collect()
}

/// The build asks for a folder for each entry, but does not look for folders: a directory that it watches it watches with
/// all that is in it, and a golden that changes would build the passes anew.
fn entries(repo: &Repo) -> Vec<String> {
    let known: BTreeSet<String> = passes(repo).into_iter().map(|pass| pass.path()).collect();
    let is_pass = |path: &&String| {
        let inside = path.strip_prefix("passes/").or_else(|| path.strip_prefix("backend/"));
        inside.and_then(|p| p.strip_suffix("/mod.rs")).is_some_and(|folder| !folder.contains('/'))
    };
    let unknown = repo.keys().filter(is_pass).filter(|path| !known.contains(*path));
    unknown.map(|path| format!("{path}: the pass has no entry in passes.toml")).collect()
}

fn table_is_fresh(repo: &Repo) -> Vec<String> {
    match crate::table::page(repo) {
        Ok(page) if repo.get(crate::table::PAGE) == Some(&page) => Vec::new(),
        Ok(_) => vec![format!("{}: the table of passes is stale: `cargo xtask bless` writes it", crate::table::PAGE)],
        Err(why) => vec![why],
    }
}

/// Codes of diagnostics and where each is declared.
fn codes(repo: &Repo) -> BTreeMap<String, Vec<String>> {
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in rust_files(repo).filter(|(path, _)| !is_test(path) && !path.starts_with("xtask/")) {
        let text = without_tests(text);
        for (at, _) in text.match_indices("Code = Code(\"E") {
            let code: String = text[at + 13..].chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            codes.entry(code).or_default().push(path.clone());
        }
    }
    codes
}

fn codes_are_tested(repo: &Repo) -> Vec<String> {
    let mut mentioned = BTreeSet::new();
    let is_case = |path: &str| {
        path.ends_with(".golden") || path.starts_with("testdata/fail/") || (is_test(path) && path.ends_with(".rs"))
    };
    let tests: Vec<&String> = repo.iter().filter(|(path, _)| is_case(path)).map(|(_, text)| text).collect();
    let inner: Vec<String> = rust_files(repo).map(|(_, text)| only_tests(text)).collect();
    for text in tests.into_iter().chain(&inner) {
        for (at, _) in text.match_indices('E') {
            if let Some(code) = text.get(at..at + 5)
                && code[1..].bytes().all(|b| b.is_ascii_digit())
            {
                mentioned.insert(code.to_string());
            }
        }
    }
    let untested = codes(repo).into_iter().filter(|(code, _)| !mentioned.contains(code));
    untested.map(|(code, paths)| format!("{}: {code} has no failing case", paths.join(", "))).collect()
}

/// The lines that [`without_tests`] blanks out.
fn only_tests(text: &str) -> String {
    let without = without_tests(text);
    text.lines().zip(without.lines()).filter(|(a, b)| a != b).map(|(a, _)| format!("{a}\n")).collect()
}

fn codes_are_explained(repo: &Repo) -> Vec<String> {
    let codes = codes(repo);
    let mut complaints = Vec::new();
    for (code, paths) in &codes {
        let page = format!("docs/errors/{code}.md");
        match repo.get(&page) {
            None => complaints.push(format!("{}: {code} has no page {page}", paths.join(", "))),
            Some(text) if !text.starts_with(&format!("# {code}: ")) => {
                complaints.push(format!("{page}: does not begin with `# {code}: `"));
            }
            Some(_) => {}
        }
    }
    for page in repo.keys().filter_map(|p| p.strip_prefix("docs/errors/")) {
        if !codes.contains_key(page.trim_end_matches(".md")) {
            complaints.push(format!("docs/errors/{page}: explains a code that nothing emits"));
        }
    }
    complaints
}

fn codes_are_unique(repo: &Repo) -> Vec<String> {
    let twice = codes(repo).into_iter().filter(|(_, paths)| paths.len() > 1);
    twice.map(|(code, paths)| format!("{code} is declared in {}", paths.join(" and "))).collect()
}

/// A code stands in its declaration and nowhere else: `const RANGE_NOT_VALUE: Code = Code("E0406");`.
fn codes_have_names(repo: &Repo) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo).filter(|(path, _)| !is_test(path)) {
        for (index, line) in without_tests(text).lines().enumerate() {
            let line = line.trim();
            let Some(code) = code_literal(line).filter(|_| !line.starts_with("//")) else { continue };
            let declaration = line.split_once(": Code = ").and_then(|(before, value)| {
                let is_whole = value == format!("Code(\"{code}\");");
                before.rsplit_once("const ").map(|(_, name)| name).filter(|_| is_whole)
            });
            match declaration {
                Some(name) if is_code(name) => {
                    complaints.push(format!("{path}:{}: the name of {code} does not say what is wrong", index + 1));
                }
                Some(_) => {}
                None => complaints.push(format!("{path}:{}: {code} outside of its declaration", index + 1)),
            }
        }
    }
    complaints
}

/// The first code that stands in quotation marks.
fn code_literal(line: &str) -> Option<&str> {
    let quoted = line.match_indices("\"E").filter(|(at, _)| line.get(at + 6..at + 7) == Some("\""));
    quoted.filter_map(|(at, _)| line.get(at + 1..at + 6)).find(|text| is_code(text))
}

fn is_code(text: &str) -> bool {
    text.len() == 5 && text.starts_with('E') && text[1..].bytes().all(|b| b.is_ascii_digit())
}

fn pass_imports(repo: &Repo) -> Vec<String> {
    let folders: Vec<String> =
        passes(repo).into_iter().filter_map(|p| Some(p.folder().strip_prefix("passes/")?.into())).collect();
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo) {
        let Some(rest) = path.strip_prefix("passes/") else { continue };
        let Some(own) = folders.iter().find(|f| rest.starts_with(&format!("{f}/"))) else { continue };
        let code = code_only(text);
        for other in folders.iter().filter(|f| *f != own) {
            for way in [format!("crate::{other}::"), format!("crate::{other};"), format!("vex_passes::{other}")] {
                complaints.extend(lines_with(&code, &way).map(|n| format!("{path}:{n}: imports the pass `{other}`")));
            }
        }
    }
    complaints
}

fn diagnostics_are_written(repo: &Repo) -> Vec<String> {
    let folders: Vec<String> = passes(repo).into_iter().map(|pass| format!("{}/", pass.folder())).collect();
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo).filter(|(path, _)| folders.iter().any(|folder| path.starts_with(folder))) {
        let code = code_only(text);
        for word in ["has_errors", "error_count", "diags.list", "diags.iter"] {
            complaints
                .extend(lines_with(&code, word).map(|n| format!("{path}:{n}: decides by diagnostics (`{word}`)")));
        }
    }
    complaints
}

/// The numbers of the lines that contain a text.
fn lines_with<'a>(text: &'a str, what: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.lines().enumerate().filter(move |(_, line)| line.contains(what)).map(|(i, _)| i + 1)
}

fn llvm_alone(repo: &Repo) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in repo {
        let manifest = path.ends_with("Cargo.toml") && path != "Cargo.toml";
        let outside = !path.starts_with("backend/") && !path.starts_with("xtask/");
        if !outside || !(manifest || path.ends_with(".rs")) {
            continue;
        }
        let code = if manifest { text.clone() } else { code_only(text) };
        // What depends on the backend needs LLVM, too.
        let may_link = !manifest || path.starts_with("driver/") || path.starts_with("benches/");
        let words = ["inkwell", "llvm_sys", "llvm-sys", "vex-backend"];
        for word in &words[..if may_link { 3 } else { 4 }] {
            complaints.extend(lines_with(&code, word).map(|n| format!("{path}:{n}: mentions `{word}`")));
        }
    }
    complaints
}

fn io_alone(repo: &Repo) -> Vec<String> {
    const WORDS: &[&str] = &[
        "print!(",
        "println!(",
        "dbg!",
        "std::fs",
        "std::env::",
        "std::process",
        "std::io::stdout",
        "std::io::stderr",
    ];
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo) {
        let allowed = ["driver/", "xtask/"].iter().any(|dir| path.starts_with(dir));
        if allowed || is_test(path) || path.ends_with("build.rs") {
            continue;
        }
        // Constants of `std::env` do not depend on the environment.
        let code = code_only(&without_tests(text)).replace("std::env::consts", "");
        for word in WORDS {
            complaints.extend(lines_with(&code, word).map(|n| format!("{path}:{n}: uses `{word}`")));
        }
    }
    complaints
}

fn ignored_tests(repo: &Repo) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo) {
        let code = code_only(text);
        let lines = ["#[ignore", "#![ignore"].into_iter().flat_map(|what| lines_with(&code, what).collect::<Vec<_>>());
        complaints.extend(lines.map(|n| format!("{path}:{n}: a test is switched off")));
    }
    complaints
}

fn short_functions(repo: &Repo) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in rust_files(repo) {
        let lines: Vec<&str> = text.lines().collect();
        for function in functions(text) {
            let length = function.last + 1 - function.first;
            // The reason stands inside, or in the comment just before.
            let from = function.first.saturating_sub(6);
            let said = lines[from..function.last.min(lines.len())].iter().any(|l| l.contains(REASON));
            if length > MAX_LINES && !said {
                complaints.push(format!(
                    "{path}:{}: `{}` has {length} lines and no comment `// {REASON} …`",
                    function.first, function.name
                ));
            }
        }
    }
    complaints
}

fn nothing_left(repo: &Repo) -> Vec<String> {
    // In pieces, so that this file is not one of them.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!("), concat!("unimple", "mented!(")];
    let mut complaints = Vec::new();
    for (path, text) in repo {
        for word in words {
            complaints.extend(lines_with(text, word).map(|n| format!("{path}:{n}: {word}")));
        }
    }
    complaints
}

fn trailing_space(repo: &Repo) -> Vec<String> {
    const EXPECTED: &[&str] = &[".golden", ".stdout", ".stderr", ".lock", ".patch"];
    let mut complaints = Vec::new();
    for (path, text) in repo.iter().filter(|(path, _)| !EXPECTED.iter().any(|e| path.ends_with(e))) {
        let lines = text.split('\n').enumerate().filter(|(_, l)| l.ends_with([' ', '\t', '\r']));
        complaints.extend(lines.map(|(i, _)| format!("{path}:{}: white space at the end", i + 1)));
        if !text.is_empty() && !text.ends_with('\n') {
            complaints.push(format!("{path}: the last line has no end"));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A project in which nothing is wrong.
    const GOOD: &[(&str, &str)] = &[
        (
            "passes.toml",
            "[[pass]]\nname = \"a-b\"\nfrom = \"X\"\nto = \"Y\"\nform = \"body\"\n\n\
             [[pass]]\nname = \"c\"\nfrom = \"Y\"\nto = \"Y\"\nform = \"lint\"\n",
        ),
        (
            "ARCHITECTURE.md",
            "x\n\n<!-- Written by `cargo xtask bless` from passes.toml and the headers of the passes. -->\n\n\
             | pass | form | language | it |\n|---|---|---|---|\n| `a-b` | body | X → Y | Does a thing. |\n\
             | `c` | lint | Y | Does a thing. |\n\n<!-- End of what is written. -->\n\ny\n",
        ),
        (
            "passes/a_b/mod.rs",
            "//! Does a thing.\n//!\n//! Language: X -> Y\n//! Establishes: it.\n//! Preserves: all.\n//! Before:\n//! After:\n\
             const UNKNOWN_THING: Code = Code(\"E0101\");\nuse crate::a_b::x;\n",
        ),
        (
            "passes/c/mod.rs",
            "//! Does a thing.\n//!\n//! Language: Y -> Y\n//! Establishes: it.\n//! Preserves: all.\n//! Before:\n//! After:\n",
        ),
        ("passes/a_b/golden/x.golden", "x\n"),
        ("passes/a_b/golden/fail_x.golden", "error[E0101]: x\n"),
        ("passes/c/golden/x.golden", "x\n"),
        ("docs/errors/E0101.md", "# E0101: x\n"),
        ("backend/src/lib.rs", "use inkwell::x;\n"),
        ("driver/src/main.rs", "fn main() { println!(\"\"); }\n"),
    ];

    fn complaints(check: Check, changes: &[(&str, &str)]) -> Vec<String> {
        let files = GOOD.iter().chain(changes);
        let repo: Repo = files.map(|(path, text)| (path.to_string(), text.to_string())).collect();
        check(&repo)
    }

    #[test]
    fn a_good_project_has_no_complaints() {
        for (rule, check) in CHECKS {
            assert_eq!(complaints(*check, &[]), Vec::<String>::new(), "{rule}");
        }
    }

    /// Each check complains once about what is wrong with the change.
    fn complains(check: Check, path: &str, text: &str) {
        assert_eq!(complaints(check, &[(path, text)]).len(), 1, "{path}: {text}");
    }

    #[test]
    fn headers_are_checked() {
        let good = GOOD[3].1;
        complains(headers, "passes/c/mod.rs", &good.replace("Y -> Y", "X -> Y"));
        complains(headers, "passes/c/mod.rs", &good.replace("Preserves", "Leaves"));
        complains(headers, "passes/c/mod.rs", &good.replace("//! Does a thing.\n", "//!\n"));
    }

    #[test]
    fn folders_need_entries() {
        let header = GOOD[3].1;
        complains(entries, "passes/d_e/mod.rs", header);
        complains(entries, "backend/d_e/mod.rs", header);
        for other in ["passes/tests/common/mod.rs", "passes/c/x/mod.rs", "passes/c/x.rs", "driver/x/mod.rs"] {
            assert_eq!(complaints(entries, &[(other, header)]), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn the_table_of_passes_is_compared() {
        let page = GOOD[1].1;
        let header = GOOD[3].1;
        complains(table_is_fresh, "passes/c/mod.rs", &header.replace("Does a thing", "Does\n//! two | things"));
        complains(table_is_fresh, "passes.toml", &GOOD[0].1.replace("lint", "body"));
        complains(table_is_fresh, "passes.toml", GOOD[0].1.split("\n\n").next().unwrap());
        complains(table_is_fresh, "ARCHITECTURE.md", &page.replace("X → Y", "X"));
        complains(table_is_fresh, "ARCHITECTURE.md", &page.replace("<!-- End", "<!-- end"));
        // What is written is right, with what was around it.
        let stale = page.replace("| `c` |", "| `d` |");
        let files = GOOD.iter().map(|(path, text)| (path.to_string(), text.to_string()));
        let mut repo: Repo = files.collect();
        repo.insert("ARCHITECTURE.md".into(), stale);
        assert_eq!(crate::table::page(&repo).as_deref(), Ok(page));
    }

    #[test]
    fn goldens_are_missed() {
        let mut repo: Repo = GOOD.iter().map(|(p, t)| (p.to_string(), t.to_string())).collect();
        repo.remove("passes/a_b/golden/x.golden");
        assert_eq!(goldens(&repo).len(), 1);
    }

    #[test]
    fn codes_need_cases_and_pages() {
        let declared = "const NOT_FOUND: Code = Code(\"E0202\");\n";
        complains(codes_are_tested, "frontend/src/a.rs", declared);
        complains(codes_are_explained, "frontend/src/a.rs", declared);
        complains(codes_are_explained, "docs/errors/E0999.md", "# E0999: x\n");
        complains(codes_are_explained, "docs/errors/E0101.md", "# E0101 x\n");
        complains(codes_are_unique, "frontend/src/a.rs", "const UNKNOWN: Code = Code(\"E0101\");\n");
        complains(codes_are_unique, "passes/a_b/x.rs", "const UNKNOWN_THING: Code = Code(\"E0101\");\n");
        complains(codes_have_names, "passes/a_b/x.rs", "pub(super) const E0101: Code = Code(\"E0101\");\n");
        complains(
            codes_have_names,
            "passes/a_b/x.rs",
            "    let error = Diagnostic::error(Code(\"E0202\"), span, \"\");\n",
        );
        complains(codes_have_names, "passes/a_b/x.rs", "fn f(d: &Diagnostic) -> bool { d.code.0 == \"E0202\" }\n");
        let tested = [("frontend/src/a.rs", declared), ("frontend/tests/a.rs", "\"E0202\"\n")];
        assert_eq!(complaints(codes_are_tested, &tested), Vec::<String>::new());
        let inside = format!("{declared}#[cfg(test)]\nmod tests {{\n    const C: &str = \"E0202\";\n}}\n");
        assert_eq!(complaints(codes_are_tested, &[("frontend/src/a.rs", &inside)]), Vec::<String>::new());
    }

    #[test]
    fn imports_are_checked() {
        complains(pass_imports, "passes/a_b/x.rs", "use crate::c::run;\n");
        complains(diagnostics_are_written, "passes/a_b/x.rs", "fn f() { if cx.diags.has_errors() {} }\n");
        complains(diagnostics_are_written, "passes/a_b/x.rs", "fn f() { cx.diags.list() }\n");
        let runner = [("passes/runner.rs", "fn f() { cx.diags.has_errors() }\n")];
        assert_eq!(complaints(diagnostics_are_written, &runner), Vec::<String>::new());
        complains(llvm_alone, "ir/src/x.rs", "use inkwell::x;\n");
        complains(llvm_alone, "passes/Cargo.toml", "vex-backend.workspace = true\n");
        complains(llvm_alone, "ir/Cargo.toml", "llvm-sys = 1\n");
        assert_eq!(complaints(llvm_alone, &[("ir/src/x.rs", "// inkwell\n")]), Vec::<String>::new());
    }

    #[test]
    fn io_is_checked() {
        complains(io_alone, "ir/src/x.rs", "fn f() { println!(); }\n");
        complains(io_alone, "ir/src/x.rs", "fn f() { eprint!(); }\n");
        complains(io_alone, "passes/c/x.rs", "use std::fs;\n");
        let test = "#[cfg(test)]\nmod t { use std::fs; }\n";
        assert_eq!(complaints(io_alone, &[("ir/src/x.rs", test)]), Vec::<String>::new());
    }

    #[test]
    fn the_rest_is_checked() {
        complains(ignored_tests, "ir/src/x.rs", "#[ignore]\nfn f() {}\n");
        let long = format!("fn f() {{\n{}}}\n", "    x();\n".repeat(MAX_LINES));
        complains(short_functions, "ir/src/x.rs", &long);
        let said = format!("// {REASON} it is.\n{long}");
        assert_eq!(complaints(short_functions, &[("ir/src/x.rs", &said)]), Vec::<String>::new());
        complains(nothing_left, "std/x.vx", concat!("// TO", "DO\n"));
        complains(trailing_space, "std/x.vx", "x \n");
        complains(trailing_space, "std/x.vx", "x");
    }
}
