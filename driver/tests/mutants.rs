//! Flow text that somebody has broken: a diagnostic, or code that LLVM accepts, and never a fault of ours.
//!
//! Valid dumps are changed at random, always the same way: lines and words are taken out, doubled, exchanged. What the
//! reader and the verifier let through goes through all passes and into LLVM's verifier. `MUTANTS` says how many there
//! are of each dump.

mod common;

use common::{root, run, vexc};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use vex_backend::{NATIVE, Session};
use vex_ir::lang::{In, IrKind, verify_flow};
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

/// `xorshift64`, so that a failure can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

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

/// The text with something changed.
fn mutate(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    for _ in 0..1 + random.below(2) {
        let at = random.below(lines.len());
        let other = random.below(lines.len());
        match random.below(8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => lines.insert(at, lines[other].clone()),
            _ => lines[at] = mutate_line(&lines[at], &lines[other], random),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n") + "\n"
}

fn mutate_line(line: &str, other: &str, random: &mut Random) -> String {
    const STRANGE: &[&str] =
        &["0", "1", "18446744073709551615", "-1", "_0", "_1", "bb0", "i32", "u8", "bool", "zero", "*u8"];
    let (line, other) = (words(line), words(other));
    let mut words: Vec<&str> = line.clone();
    let at = random.below(words.len());
    match random.below(6) {
        0 => drop(words.remove(at)),
        1 => words.insert(at, line[at]),
        2 => words[at] = other[random.below(other.len())],
        3 => words.insert(at, other[random.below(other.len())]),
        4 => words.swap(at, random.below(line.len())),
        _ => words[at] = STRANGE[random.below(STRANGE.len())],
    }
    words.concat()
}

/// What `vexc` does with it, up to LLVM's verifier. An error is a fault of ours.
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
    let program = match vex_passes::run_flow(&mut runner, &mut cx, In(program)) {
        Ok(In(program)) => program,
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

fn outcome(text: &str, after: usize) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(|| compile(text, after))).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
        Err(format!("panic: {}", text.unwrap_or("?")))
    })
}

#[test]
fn broken_flow_is_no_fault_of_ours() {
    let count: u64 = std::env::var("MUTANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let from: u64 = std::env::var("MUTANTS_FROM").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for program in PROGRAMS {
        assert!(root().join(program).exists(), "{program}");
        for (after, text) in dumps(program) {
            assert_eq!(outcome(&text, after), Ok(()), "{program} after {}", PASSES[after].name);
            for number in from..from + count {
                let mut random = Random((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                let mutant = mutate(&text, &mut random);
                if let Err(why) = outcome(&mutant, after) {
                    let place = format!("{program} after {}, number {number}", PASSES[after].name);
                    let diff = similar::TextDiff::from_lines(&text, &mutant);
                    let diff = diff.unified_diff().context_radius(1).to_string();
                    faults.entry(why).or_insert((0, format!("{place}:\n{diff}"))).0 += 1;
                }
            }
        }
    }
    let list: Vec<String> = faults.iter().map(|(why, (n, first))| format!("{n} times {why}\n{first}")).collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}
