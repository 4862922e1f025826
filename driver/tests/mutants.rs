//! Source and Flow text that was damaged at random: diagnostics, or code that LLVM accepts, and never an internal error.
//!
//! Valid texts are changed at random, always the same way: lines and words are taken out, doubled, exchanged. What is let
//! through goes through all passes and into LLVM's verifier. `MUTANTS` says how many there are of each text.

mod common;

use common::{Random, root, run, vexc};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use vex_backend::{NATIVE, Session};
use vex_frontend::{EVERY_PROGRAM, Files, Search, load};
use vex_ir::flow::verify_flow;
use vex_ir::lang::{In, IrKind};
use vex_ir::target::Target;
use vex_ir::{Cx, cx, flow};
use vex_passes::PASSES;
use vex_passes::runner::{Config, DumpStyle, Runner, Stop};

/// Small programs that together have most of what Flow has.
const PROGRAMS: &[&str] = &[
    "testdata/run/all_kinds.vx",
    "testdata/run/algo_hashmap.vx",
    "testdata/run/control_defer.vx",
    "testdata/run/string_slices.vx",
    "testdata/abi/struct_mixed.vx",
    "testdata/abi/unions.vx",
    "examples/qsort.vx",
];

/// The dumps of a program after each pass that leaves Flow.
fn dumps(program: &str) -> Vec<(usize, String)> {
    let dir = tempfile::tempdir().unwrap();
    let mut command = vexc();
    command.args(["--dump-after=all", "--stop-after=abi-lower", "-Awarnings", "--dump-dir"]).arg(dir.path());
    run(command.arg(program)).expect(0);
    let flow = PASSES.iter().enumerate().filter(|(_, pass)| pass.to_ir == IrKind::Flow);
    flow.map(|(number, pass)| {
        let file = dir.path().join(format!("{:02}-after-{}.flow", number + 1, pass.name));
        (number, std::fs::read_to_string(file).unwrap())
    })
    .collect()
}

/// Words, numbers, blanks and single signs.
fn words(line: &str) -> Vec<&str> {
    let class = |c: char| if c.is_alphanumeric() || c == '_' || c == '@' || c == '.' { 0 } else { c as u32 };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (i, c) in line.char_indices() {
        if last.is_some_and(|last| last != class(c) || class(c) != 0) {
            words.push(&line[start..i]);
            start = i;
        }
        last = Some(class(c));
    }
    words.push(&line[start..]);
    words
}

/// Whether a line of Flow declares something.
fn is_head(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or("");
    ["fn", "import", "export", "unnamed", "thread_local", "static", "struct", "union", "enum", "opaque", "abi"]
        .contains(&first)
}

/// The text with something changed.
fn mutate(text: &str, strange: &[&str], random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    for _ in 0..1 + random.below(2) {
        // Signatures, types and statics are few beside statements, and what most relies on.
        let heads: Vec<usize> = (0..lines.len()).filter(|i| is_head(&lines[*i])).collect();
        let at = match heads.len() {
            0 => random.below(lines.len()),
            count if random.below(3) == 0 => heads[random.below(count)],
            _ => random.below(lines.len()),
        };
        let other = random.below(lines.len());
        match random.below(8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => lines.insert(at, lines[other].clone()),
            _ => lines[at] = mutate_line(&lines[at], &lines[other], strange, random),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n") + "\n"
}

fn mutate_line(line: &str, other: &str, strange: &[&str], random: &mut Random) -> String {
    let (line, other) = (words(line), words(other));
    let mut words: Vec<&str> = line.clone();
    let at = random.below(words.len());
    match random.below(6) {
        0 => drop(words.remove(at)),
        1 => words.insert(at, line[at]),
        2 => words[at] = other[random.below(other.len())],
        3 => words.insert(at, other[random.below(other.len())]),
        4 => words.swap(at, random.below(line.len())),
        _ => words[at] = strange[random.below(strange.len())],
    }
    words.concat()
}

/// What `vexc` does with it, up to LLVM's verifier. An error is an internal error.
fn compile(text: &str, after: usize) -> Result<(), String> {
    let backend = vex_backend::Options { cpu: Some(NATIVE.into()), verify: true, debug: true, ..Default::default() };
    let target = Target::parse("x86_64-unknown-linux-gnu").unwrap();
    let options = cx::Options { vector_bytes: vex_backend::vector_bytes(&target, &backend), ..Default::default() };
    let mut cx = Cx::new(target, options);
    let file = cx.sources.add("mutant.flow".into(), text.into()).unwrap();
    let base = cx.sources.files()[file].base;
    let Ok(program) = flow::read::read(&mut cx, text, base) else { return Ok(()) };
    if verify_flow(&program, PASSES[after].after).is_err() {
        return Ok(());
    }
    let config = Config { start_after: Some(after), verify_each: true, ..Config::default() };
    let mut nowhere = |_| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut nowhere);
    let program = match vex_passes::run_flow(&mut runner, &mut cx, In::new(program)) {
        Ok(program) => program.into_inner(),
        Err(Stop::Errors | Stop::Asked) => return Ok(()),
        Err(Stop::Broken { pass, violation }) => return Err(format!("{}: {}", PASSES[pass].name, violation.what)),
    };
    let printed = flow::print::print(&cx, &program);
    assert!(
        flow::read::read(&mut Cx::new(cx.target.clone(), Default::default()), &printed, 0).is_ok(),
        "it prints what it cannot read"
    );
    let session = Session::new(&cx.target, backend).map_err(|e| e.to_string())?;
    session.emit(&cx, &program).map(drop).map_err(|e| e.to_string())
}

/// What `vexc` does with a source, up to LLVM's verifier. Passes run one by one, and again as they do when nothing is
/// observed between them: the result must be the same.
fn compile_source(text: &str) -> Result<(), String> {
    let (mut cx, apart) = build(text, true)?;
    let (fused_cx, fused) = build(text, false)?;
    for diagnostic in cx.diags.list() {
        let span = diagnostic.primary.span;
        if !span.is_none() && cx.sources.location(span).is_none() {
            return Err(format!("a diagnostic is nowhere: {}", diagnostic.message));
        }
    }
    let show = |cx: &Cx, program: &Option<flow::Program>| program.as_ref().map(|p| flow::print::print(cx, p));
    if show(&cx, &apart) != show(&fused_cx, &fused) || cx.diags.error_count() != fused_cx.diags.error_count() {
        return Err("passes do something else one by one".to_string());
    }
    let Some(program) = apart else { return Ok(()) };
    let backend = vex_backend::Options { cpu: Some(NATIVE.into()), verify: true, debug: true, ..Default::default() };
    cx.options.vector_bytes = vex_backend::vector_bytes(&cx.target, &backend);
    let session = Session::new(&cx.target, backend).map_err(|e| e.to_string())?;
    session.emit(&cx, &program).map(drop).map_err(|e| e.to_string())
}

fn build(text: &str, verify_each: bool) -> Result<(Cx, Option<flow::Program>), String> {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), cx::Options::default());
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), ..Search::default() };
    let program = load(&mut cx, &Repository, "mutant.vx", text.into(), &search);
    let config = Config { verify_each, ..Config::default() };
    let mut nowhere = |_| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut nowhere);
    match vex_passes::run(&mut runner, &mut cx, In::new(program)) {
        // Flow's lints may be denied.
        Ok(_) if cx.diags.has_errors() => Ok((cx, None)),
        Ok(program) => Ok((cx, Some(program.into_inner()))),
        Err(Stop::Broken { pass, violation }) => Err(format!("{}: {}", PASSES[pass].name, violation.what)),
        Err(Stop::Errors | Stop::Asked) if cx.diags.has_errors() => Ok((cx, None)),
        Err(stop) => Err(format!("it ended without an error: {stop:?}")),
    }
}

/// The standard library, and nothing else.
struct Repository;

impl Files for Repository {
    fn read(&self, _: &str) -> Result<Option<Arc<str>>, String> {
        Ok(None)
    }
    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        std::fs::read_to_string(root().join(path)).ok().map(Arc::from)
    }
}

fn outcome(compile: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(compile)).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        Err(format!("panic: {}", text.unwrap_or("?")))
    })
}

/// What went wrong, how often, and the first mutant with it.
#[derive(Default)]
struct Faults(BTreeMap<String, (usize, String)>);

impl Faults {
    /// Tries a text and many like it.
    fn look(&mut self, name: &str, text: &str, strange: &[&str], compile: impl Fn(&str) -> Result<(), String>) {
        let variable = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u64>().ok());
        let (count, from) = (variable("MUTANTS").unwrap_or(40), variable("MUTANTS_FROM").unwrap_or(0));
        assert_eq!(outcome(|| compile(text)), Ok(()), "{name}");
        for number in from..from + count {
            let mut random = Random((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mutant = mutate(text, strange, &mut random);
            if let Err(why) = outcome(|| compile(&mutant)) {
                let diff = similar::TextDiff::from_lines(text, &mutant);
                let diff = diff.unified_diff().context_radius(1).to_string();
                self.0.entry(why).or_insert((0, format!("{name}, number {number}:\n{diff}"))).0 += 1;
            }
        }
    }

    fn none(self) {
        let list: Vec<String> = self.0.iter().map(|(why, (n, first))| format!("{n} times {why}\n{first}")).collect();
        assert!(list.is_empty(), "{}", list.join("\n"));
    }
}

#[test]
fn broken_flow_is_no_fault_of_ours() {
    const STRANGE: &[&str] = &[
        "0",
        "1",
        "18446744073709551615",
        "-1",
        "_0",
        "_1",
        "bb0",
        "i32",
        "u8",
        "bool",
        "zero",
        "*u8",
        "str",
        "void",
        "!",
        "[u8]",
        "&str",
        "()",
        "(str, i32)",
        "[u8; 18446744073709551615]",
        "[[u8; 4294967295]; 4294967295]",
        "...",
        "extern \"C\"",
        "i128",
        "f64",
        "char",
    ];
    let mut faults = Faults::default();
    for program in PROGRAMS {
        assert!(root().join(program).exists(), "{program}");
        for (after, text) in dumps(program) {
            let name = format!("{program} after {}", PASSES[after].name);
            faults.look(&name, &text, STRANGE, |text| compile(text, after));
        }
    }
    faults.none();
}

#[test]
fn broken_source_is_no_fault_of_ours() {
    const STRANGE: &[&str] = &[
        "0",
        "-1",
        "340282366920938463463374607431768211455",
        "1e999",
        "i8",
        "u128",
        "*mut",
        "&",
        "&mut",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        ",",
        ";",
        "::",
        "return",
        "break",
        "loop",
        "match",
        "if",
        "else",
        "unsafe",
        "fn",
        "struct",
        "const",
        "as",
        "null",
        "true",
        "\"",
        "'",
        "#[",
        "..",
        "=",
        "==",
        "!",
        "x",
        "_",
        "void",
        "str",
        "self",
        "defer",
        "extern",
        "...",
    ];
    let work = || {
        let mut faults = Faults::default();
        for program in PROGRAMS {
            let text = std::fs::read_to_string(root().join(program)).expect(program);
            faults.look(program, &text, STRANGE, compile_source);
        }
        faults.none();
    };
    // As the driver does: passes recurse as deep as the parser lets programs be.
    std::thread::Builder::new().stack_size(1 << 30).spawn(work).unwrap().join().unwrap();
}
