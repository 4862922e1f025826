//! Suggestions help: a program to which one is applied has fewer errors than before, and none of a kind that the program did
//! not have.
//!
//! `tests/newcomer.txt` holds mistakes that come from other languages. Each is one error, and what its suggestion makes of it is
//! what stands there.

#[allow(dead_code)]
mod common;

use common::{Disk, programs, root};
use std::collections::BTreeSet;
use vex_frontend::{EVERY_PROGRAM, Search, load};
use vex_ir::cx::{OptLevel, Options};
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::{Cx, Diagnostic, Severity};
use vex_passes::runner::{Config, DumpStyle, Runner};

const ROOT: &str = "program.vx";

/// What is said of a program, and where its text begins.
fn diagnostics(path: &str, text: &str) -> (Vec<Diagnostic>, u32) {
    let target = Target::parse("x86_64-unknown-linux-gnu").expect("a supported target");
    let mut cx = Cx::new(target, Options { opt_level: OptLevel::O0, ..Options::default() });
    let std_modules = ["env", "libc", "time"].map(String::from).to_vec();
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), std_modules, ..Search::default() };
    let program = load(&mut cx, &Disk, path, text.into(), &search);
    let mut sink = |_| {};
    let config = Config::default();
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let base = cx.sources.files().iter().find(|f| f.path == path).map_or(0, |f| f.base);
    (cx.diags.take(), base)
}

fn errors(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    diagnostics.iter().filter(|d| d.severity == Severity::Error).collect()
}

/// The text with the suggestion applied, if it is about this text.
fn applied(diagnostic: &Diagnostic, text: &str, base: u32) -> Option<String> {
    let suggestion = diagnostic.suggestion.as_ref()?;
    let (lo, hi) = (suggestion.span.lo.checked_sub(base)? as usize, suggestion.span.hi.checked_sub(base)? as usize);
    (hi <= text.len()).then(|| format!("{}{}{}", &text[..lo], suggestion.replacement, &text[hi..]))
}

/// The passes report in groups: what a group finds is not looked for while an earlier one has errors.
fn group(diagnostic: &Diagnostic) -> &'static str {
    &diagnostic.code.0[..3]
}

/// Places of two mistakes, of which the suggestion mends the one that is reported: behind it, the other shows.
const TWO_MISTAKES: &[(&str, &str)] = &[
    // What is spelled right is private, or has not what is wanted of it.
    ("fail_e0202_no_module.vx", "E0202"),
    ("fail_e0204_not_there.vx", "E0204"),
    // The variable is not mutable, either; the literal does not fit.
    ("fail_e0401_mismatch.vx", "E0401"),
    // The field or element that is not there needs `unsafe` around it, too.
    ("fail_e0412_field.vx", "E0520"),
    ("fail_e0413_index.vx", "E0520"),
    ("fail_other_languages.vx", "E0520"),
    // A parenthesis that is never closed hides what follows it.
    ("syntax.vx", "E0010"),
];

/// What is wrong with a suggestion, if anything.
fn harm(path: &str, text: &str, base: u32, all: &[Diagnostic], diagnostic: &Diagnostic) -> Option<String> {
    let fixed = applied(diagnostic, text, base)?;
    let (after, _) = diagnostics(path, &fixed);
    let (before, after) = (errors(all), errors(&after));
    if diagnostic.severity == Severity::Warning {
        return (after.len() > before.len()).then(|| "has more errors".to_string());
    }
    // An error of a later group may have been hidden.
    let counted = |list: &[&Diagnostic]| list.iter().filter(|d| group(d) <= group(diagnostic)).count();
    let said: BTreeSet<_> = before.iter().map(|d| d.code).collect();
    let new: Vec<_> = after.iter().filter(|d| group(d) <= group(diagnostic) && !said.contains(&d.code)).collect();
    let show =
        |list: &[&Diagnostic]| list.iter().map(|d| format!("\n    {}: {}", d.code.0, d.message)).collect::<String>();
    // What it was about is mended, and the same kind of mistake shows behind it.
    let same = |d: &&Diagnostic| d.code == diagnostic.code && d.message == diagnostic.message;
    let mended = before.iter().copied().filter(|d| same(d)).count() > after.iter().copied().filter(|d| same(d)).count();
    let moved_on = mended && counted(&after) == counted(&before);
    if counted(&after) >= counted(&before) && !moved_on {
        return Some(format!("leaves {} of {} errors:{}", counted(&after), counted(&before), show(&after)));
    }
    (!new.is_empty()).then(|| format!("makes new errors:{}", show(&after)))
}

#[test]
fn suggestions_leave_fewer_errors() {
    let mut dirs: Vec<String> =
        vex_passes::PASSES.iter().map(|p| format!("{}/{}/golden", p.home, p.name.replace('-', "_"))).collect();
    dirs.push("testdata/fail".to_string());
    let (mut seen, mut bad) = (0, String::new());
    for path in dirs.iter().flat_map(|dir| programs(dir)) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let name = path.to_string_lossy().into_owned();
        let (all, base) = diagnostics(&name, &text);
        for d in &all {
            seen += usize::from(applied(d, &text, base).is_some());
            if d.message.contains("{error}") || d.primary.text.contains("{error}") {
                bad.push_str(&format!("{}: {}: mentions `{{error}}`\n", path.display(), d.message));
            }
            let file = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if TWO_MISTAKES.contains(&(file.as_str(), d.code.0)) {
                continue;
            }
            if let Some(harm) = harm(&name, &text, base, &all, d) {
                let line =
                    text[..(d.primary.span.lo.saturating_sub(base) as usize).min(text.len())].matches('\n').count();
                let shown = path.strip_prefix(root()).unwrap_or(&path).display();
                let fix = d.suggestion.as_ref().map_or("", |s| s.replacement.as_str());
                bad.push_str(&format!("{shown}:{}: {}: {}: `{fix}` {harm}\n", line + 1, d.code.0, d.message));
            }
        }
    }
    assert!(seen > 150, "only {seen} suggestions");
    assert!(bad.is_empty(), "{bad}");
}

/// One mistake of the table: the program, and what it becomes. `None` where nothing is suggested.
struct Mistake {
    line: usize,
    program: String,
    becomes: Option<String>,
}

/// Where a snippet stands, by the word in front of it: `in` a function, `top` of a file, `extern` block.
fn surrounded(place: &str, text: &str) -> String {
    let helpers = "enum Color { Red, Green }\nstruct P { x: i32, y: i32 }\nconst LIMIT: i32 = 3;\n";
    match place {
        "in" => format!(
            "{helpers}fn f(a: i32, b: i32, n: i32, u: u8, p: *u8, c: Color, s: *P) {{ unsafe {{\n{text}\n}} }}\n"
        ),
        "top" => format!("{helpers}{text}\n"),
        "extern" => format!("{helpers}extern \"C\" {{\n{text}\n}}\n"),
        other => panic!("there is no place `{other}`"),
    }
}

fn mistakes() -> Vec<Mistake> {
    let table = include_str!("newcomer.txt");
    let lines = table.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
    lines
        .map(|(i, line)| {
            let (place, rest) = line.split_once(' ').unwrap_or_else(|| panic!("line {}: no place", i + 1));
            let (wrong, right) = rest.split_once(" ==> ").unwrap_or_else(|| panic!("line {}: no `==>`", i + 1));
            let text = |t: &str| surrounded(place, &t.trim().replace("\\n", "\n"));
            let becomes = match right.trim() {
                "-" => None,
                // An import stands at the start of the file.
                right if right.starts_with("import ") && right.ends_with("; …") => {
                    Some(format!("{}\n{}", right.trim_end_matches(" …"), text(wrong)))
                }
                right => Some(text(right)),
            };
            Mistake { line: i + 1, program: text(wrong), becomes }
        })
        .collect()
}

#[test]
fn a_mistake_of_a_newcomer_is_one_error_and_its_suggestion_compiles() {
    let all = mistakes();
    assert!(all.len() > 60, "only {} mistakes", all.len());
    let mut bad = String::new();
    for mistake in all {
        let (found, base) = diagnostics(ROOT, &mistake.program);
        let found = errors(&found);
        let show = || found.iter().map(|d| format!("\n    {}: {}", d.code.0, d.message)).collect::<String>();
        let text = mistake.program.lines().nth(4).unwrap_or("");
        let [error] = found[..] else {
            bad.push_str(&format!("line {}: `{text}` is {} errors:{}\n", mistake.line, found.len(), show()));
            continue;
        };
        let fixed = applied(error, &mistake.program, base);
        if fixed != mistake.becomes {
            let shown = fixed.as_deref().unwrap_or("nothing");
            bad.push_str(&format!("line {}:{} becomes {shown}\n", mistake.line, show()));
        }
        if let Some(fixed) = fixed {
            let (after, _) = diagnostics(ROOT, &fixed);
            if let Some(error) = errors(&after).first() {
                bad.push_str(&format!("line {}: applied: {}: {}\n", mistake.line, error.code.0, error.message));
            }
        }
    }
    assert!(bad.is_empty(), "{bad}");
}

/// Words and signs that other languages give a meaning are names and operators here.
#[test]
fn what_only_looks_foreign_is_no_mistake() {
    let valid = [
        "fn fun(x: i32) -> bool { x > 0 } fn g(a: i32) { if fun(a) { } while fun(a) { } match fun(a) { true => {} _ => {} } }",
        "fn f2(x: i32) -> i32 { x } fn g(i: usize) -> i32 { [10, 20][i] * f2(3) + ([10, 20][i] & f2(3)) }",
        "fn g(i: usize) -> i32 { let map = [[1, 2], [3, 4]]; let x = 3; map[i][0] * x }",
        "fn g(i: usize) { let map = [1, 2]; let x = 3; while map[i] * x > 3 { } if map[i] == x { } }",
        "struct interface { a: i32 } fn g() -> interface { interface { a: 1 } }",
        "struct select { a: i32 } fn g() -> select { select { a: 1 } }",
        "fn repeat(n: i32) {} fn go(n: i32) {} fn g() { repeat(3); go(4); }",
        "const N: i32 = 3; fn f2(x: i32) -> i32 { x } fn g() -> i32 { let _ = 1; N * f2(2); N & f2(2); 1 }",
        "fn g(a: bool, b: bool) { if (a) | b { } if (a) | (b) { } }",
        "fn g(a: i32, b: i32) { if (a * b == 3) { } if (a & b != 0) { } }",
        "fn g(raw: i32) { for range in 0..3 { let _ = range; } let r = &raw; let _ = *r; }",
        "fn g(a: i32) -> i32 { match a { 1 if (a > 0) => 2, x => x } }",
        "fn h(x: i32) -> i32 { x } struct S { f: fn(i32) -> i32 } fn g(s: &S) -> i32 { (s.f)(3) + (h)(2) }",
    ];
    for program in valid {
        let (found, _) = diagnostics(ROOT, program);
        assert!(errors(&found).is_empty(), "{program}: {:?}", errors(&found));
    }
}
