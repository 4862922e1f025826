//! Contracts of passes: orders that cannot work are refused with a message that names the pass and the production, a pass
//! that lies is caught when it runs, and the runner does with passes what its options say.

use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::flow;
use vex_ir::lang::{Closed, Core, Desugared, In, Production, Pruned, Resolved, Scoped, Signed, Step, Surface};
use vex_ir::target::Target;
use vex_ir::tree::Program;
use vex_passes::PASSES;
use vex_passes::contracts::check;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, Stop, position};

const TOML: &str = include_str!("../../passes.toml");

fn folders() -> Vec<String> {
    PASSES.iter().map(|p| format!("{}/{}", p.home, p.name.replace('-', "_"))).collect()
}

/// The text of the entry of a pass.
fn entry(name: &str) -> &'static str {
    let start = TOML.find(&format!("[[pass]]\nname = \"{name}\"\n")).expect("the pass has an entry");
    let rest = &TOML[start + 1..];
    let end = rest.find("\n[[pass]]").map_or(TOML.len(), |at| start + 1 + at + 1);
    &TOML[start..end]
}

/// `passes.toml` with one place of one entry edited.
fn edited(name: &str, from: &str, to: &str) -> String {
    let old = entry(name);
    assert!(old.contains(from), "the entry of `{name}` has no `{from}`");
    TOML.replace(old, &old.replacen(from, to, 1))
}

/// The pass behind another one, whichever that is.
fn next(name: &str) -> &'static str {
    PASSES[place(name) + 1].name
}

/// One of the errors has all of the words.
#[track_caller]
fn refused(toml: &str, words: &[&str]) {
    let errors = check(toml, &folders()).expect_err("the contracts must not hold");
    // Names stand in backquotes; phrases as they are.
    let has =
        |e: &String, w: &str| if w.contains([' ', '/', '.']) { e.contains(w) } else { e.contains(&format!("`{w}`")) };
    let says = |e: &String| words.iter().all(|w| has(e, w));
    assert!(errors.iter().any(says), "no error says {words:?}:\n{}", errors.join("\n"));
}

#[test]
fn the_contracts_hold() {
    let passes = check(TOML, &folders()).expect("the contracts hold");
    assert_eq!(passes.len(), PASSES.len());
    for (pass, info) in passes.iter().zip(PASSES) {
        assert_eq!((pass.name.as_str(), pass.after), (info.name, info.after));
        assert_eq!(pass.form, info.form);
    }
}

#[test]
fn the_six_passes_stand_in_their_order() {
    let names = ["attr-desugar", "cfg-prune", "extern-resolve", "intrinsic-rewrite", "inline-tag", "llvm-emit"];
    let places: Vec<usize> = names.iter().map(|n| position(n).expect("the pass is there")).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn removing_a_pass_is_refused() {
    let without = |name: &str| TOML.replace(entry(name), "");
    refused(&without("cfg-prune"), &[next("cfg-prune"), "CfgGate", "no pass removes it"]);
    refused(&without("attr-desugar"), &[next("attr-desugar"), "RawAttr", "no pass removes it"]);
    refused(&without("name-resolve"), &[next("name-resolve"), "Path"]);
    refused(&without("type-check"), &[next("type-check"), "MethodCall"]);
    refused(&without("sig-check"), &["extern-resolve", "ItemTypes", "no pass adds it"]);
    refused(&without("loop-lower"), &[next("loop-lower"), "While"]);
    refused(&without("check-insert"), &[next("check-insert"), "Arith"]);
    refused(&without("abi-lower"), &[next("abi-lower"), "Abi"]);
}

/// The order is refused without a pass that changes the language.
#[test]
fn no_pass_but_optional_and_reporting_ones_can_be_left_out() {
    for pass in PASSES {
        let toml = TOML.replace(entry(pass.name), "");
        let errors = check(&toml, &folders()).expect_err("a folder is left without an entry");
        let missed = errors.iter().any(|e| e.contains("production"));
        let only_reports = pass.removes.iter().chain(pass.adds.iter()).next().is_none();
        let last = pass.name == "llvm-emit";
        if !only_reports && !pass.optional && !last {
            assert!(missed, "the order does without `{}`:\n{}", pass.name, errors.join("\n"));
        }
    }
}

#[test]
fn swapping_dependent_passes_is_refused() {
    let swapped =
        |a: &str, b: &str| TOML.replace(entry(a), "\u{0}").replace(entry(b), entry(a)).replace('\u{0}', entry(b));
    refused(
        &swapped("attr-desugar", "cfg-prune"),
        &["cfg-prune", "RawAttr", "`attr-desugar` removes it, but comes later"],
    );
    refused(
        &swapped("sig-check", "extern-resolve"),
        &["extern-resolve", "ItemTypes", "`sig-check` adds it, but comes later"],
    );
    refused(
        &swapped("name-resolve", "sig-check"),
        &["sig-check", "Path", "`name-resolve` removes it, but comes later"],
    );
    refused(
        &swapped("check-insert", "inline-tag"),
        &["inline-tag", "Arith", "`check-insert` removes it, but comes later"],
    );
    refused(&swapped("inline-tag", "abi-lower"), &["takes language `Tagged`", "abi-lower"]);
}

#[test]
fn what_passes_require_must_be_established() {
    let early = edited("sig-check", "form = ", "requires = [\"ExprTypes\"]\nform = ");
    refused(&early, &["sig-check", "ExprTypes", "`type-check` adds it, but comes later"]);
    let node = edited("sig-check", "form = ", "requires = [\"While\"]\nform = ");
    refused(&node, &["sig-check", "While", "which is not a property"]);
}

#[test]
fn unused_establishments_are_reported() {
    let toml = TOML.replace("\"ConstValues\"", "\"ItemTypes\"");
    refused(&toml, &["const-eval", "ConstValues", "no pass requires"]);
}

#[test]
fn wishes_for_an_order_are_kept() {
    let wish = |later: &str, reason: &str| {
        edited("unused-check", "form = ", &format!("before = {{ {later} = \"{reason}\" }}\nform = "))
    };
    assert!(check(&wish("loop-lower", "it speaks of loops as written"), &folders()).is_ok());
    refused(&wish("type-check", "it wants no types"), &["unused-check", "type-check", "it wants no types"]);
    refused(&wish("type-czech", "why not"), &["unused-check", "type-czech", "does not exist"]);
    refused(&wish("loop-lower", " "), &["unused-check", "loop-lower", "no reason is given"]);
}

#[test]
fn unknown_names_are_refused() {
    refused(&edited("cfg-prune", "to = \"Pruned\"", "to = \"Prune\""), &["cfg-prune", "there is no language `Prune`"]);
    let unknown = edited("sig-check", "form = ", "requires = [\"ItemTypez\"]\nform = ");
    refused(&unknown, &["sig-check", "there is no production `ItemTypez`"]);
    refused(&edited("cfg-prune", "form = \"program\"", "form = \"all\""), &["passes.toml: ", "all"]);
    refused(&edited("cfg-prune", "form = ", "forme = "), &["passes.toml: ", "forme"]);
    refused(&TOML.replace("language = \"Surface\"", "language = \"Surfaces\""), &["start", "no language `Surfaces`"]);
}

#[test]
fn a_lint_changes_no_language() {
    refused(&edited("loop-lower", "form = \"body\"", "form = \"lint\""), &["loop-lower", "is a lint", "Looped"]);
}

#[test]
fn languages_must_meet() {
    let toml = edited("feature-gate", "from = \"Pruned\"", "from = \"Desugared\"");
    let before = PASSES[place("feature-gate") - 1].name;
    refused(&toml, &["feature-gate", "takes language `Desugared`", &format!("`{before}` before it gives `Pruned`")]);
    let twice = format!("{TOML}\n{}", entry("cfg-prune"));
    refused(&twice, &["cfg-prune", "stands twice"]);
}

#[test]
fn an_optional_pass_cannot_be_relied_on() {
    let toml = edited("loop-lower", "clean = true", "clean = true\noptional = true");
    refused(&toml, &["loop-lower", "While", "optional but removes"]);
}

#[test]
fn demands_that_cannot_be_met_are_refused() {
    let demanding = |what: &str| edited("const-eval", "demands = [\"move-check\"]", &format!("demands = [{what:?}]"));
    refused(&demanding("nothing"), &["const-eval", "`nothing`, which is not a later pass"]);
    refused(&demanding("type-check"), &["const-eval", "`type-check`, which is not a later pass"]);
    refused(
        &demanding("monomorphise"),
        &["const-eval", "`monomorphise`: a pass of programs of Tree may, of a pass that takes one body"],
    );
    let toml = edited("loop-lower", "form = \"body\"", "form = \"program\"");
    refused(&toml, &["const-eval", "`move-check`, but `loop-lower` between them takes no single body"]);
    let toml = edited("binding-check", "form = \"body\"", "form = \"program\"");
    assert!(check(&toml, &folders()).is_ok(), "what changes no language may stand between");
    let toml = edited("type-check", "form = \"body\"", "form = \"program\"");
    refused(&toml, &["sig-check", "`type-check`: a pass of programs of Tree may, of a pass that takes one body"]);
}

#[test]
fn folders_and_entries_belong_together() {
    let mut fewer = folders();
    fewer.retain(|f| f != "passes/cfg_prune");
    let errors = check(TOML, &fewer).expect_err("a folder is missing");
    assert_eq!(errors, ["pass `cfg-prune` has no folder: passes/cfg_prune/mod.rs is missing"]);
    let mut more = folders();
    more.push("passes/loop_unroll".to_string());
    let errors = check(TOML, &more).expect_err("an entry is missing");
    assert_eq!(errors, ["folder passes/loop_unroll has a mod.rs but no entry in passes.toml"]);
    let moved = edited("llvm-emit", "home = \"backend\"", "home = \"passes\"");
    refused(&moved, &["llvm-emit", "passes/llvm_emit/mod.rs is missing"]);
    refused(&moved, &["folder backend/llvm_emit has a mod.rs but no entry"]);
}

fn context() -> Cx {
    Cx::new(Target::parse("x86_64-unknown-linux-gnu").expect("a supported target"), Options::default())
}

fn place(name: &str) -> usize {
    position(name).expect("the pass is there")
}

fn verifying() -> Config {
    Config { verify_each: true, ..Config::default() }
}

type ProgramPass = (&'static str, fn(&mut Cx, &mut Program));

fn signed(cx: &mut Cx, ir: Step<Closed, Signed, &mut Program>) {
    vex_passes::sig_check::run(cx, ir, vex_passes::type_check_for_sig_check, vex_passes::flow_build_for_sig_check);
}

const FIRST: [ProgramPass; 8] = [
    ("attr-desugar", |cx, ir| vex_passes::attr_desugar::run(cx, Step::<Surface, Desugared, _>::new(ir))),
    ("cfg-prune", |cx, ir| vex_passes::cfg_prune::run(cx, Step::<Desugared, Pruned, _>::new(ir))),
    ("feature-gate", |cx, ir| vex_passes::feature_gate::run(cx, Step::<Pruned, Core, _>::new(ir))),
    ("scope-collect", |cx, ir| vex_passes::scope_collect::run(cx, Step::<Core, Scoped, _>::new(ir))),
    ("name-resolve", |cx, ir| {
        let (sigs, nests) = ir.nests();
        nests.for_each(|mut nest| vex_passes::name_resolve::run(cx, sigs, Step::<Scoped, Resolved, _>::new(&mut nest)));
    }),
    ("unknown-check", |cx, ir| vex_passes::unknown_check::run(cx, Step::<Resolved, Resolved, _>::new(ir))),
    ("import-check", |cx, ir| vex_passes::import_check::run(cx, Step::<Resolved, Closed, _>::new(ir))),
    ("sig-check", |cx, ir| signed(cx, Step::new(ir))),
];

/// Runs the passes before `name` as they are, and `lie` in the place of that pass. What the verifier finds is the pass
/// that it names, the production, and what it says.
#[track_caller]
fn caught(
    name: &str,
    text: &str,
    lie: impl FnOnce(&mut Cx, &mut Program),
) -> (&'static str, Option<Production>, String) {
    let mut cx = context();
    let mut program = vex_frontend::parse_module(&mut cx, "test.vx", text);
    let config = verifying();
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    for (pass, run) in FIRST.into_iter().take_while(|(pass, _)| *pass != name) {
        program = runner.program(&mut cx, place(pass), program, run).unwrap_or_else(|stop| panic!("{pass}: {stop:?}"));
    }
    assert!(!cx.diags.has_errors(), "the program of the test is not accepted");
    match runner.program(&mut cx, place(name), program, lie) {
        Err(Stop::Broken { pass, violation }) => (PASSES[pass].name, violation.production, violation.what),
        Err(stop) => panic!("stopped otherwise: {stop:?}"),
        Ok(_) => panic!("the lie was believed"),
    }
}

fn nothing(_: &mut Cx, _: &mut Program) {}

#[test]
fn a_pass_that_does_not_remove_what_it_says_is_caught() {
    let gated = "#[cfg(unix)] fn f() {}";
    let (pass, production, what) = caught("cfg-prune", gated, nothing);
    assert_eq!((pass, production), ("cfg-prune", Some(Production::CfgGate)));
    assert_eq!(what, "production `CfgGate` must not occur here");
    for inside in [
        "struct S { #[cfg(unix)] x: i32 }",
        "enum E { #[cfg(unix)] A, B }",
        "fn f(#[cfg(unix)] x: i32) {}",
        "fn f() { #[cfg(unix)] let x = 1; }",
        "fn f() { match 1 { #[cfg(unix)] 1 => {} _ => {} } }",
        "extern \"C\" { #[cfg(unix)] fn f(); }",
        "fn f() { fn g() { #[cfg(unix)] let x = 1; } }",
    ] {
        assert_eq!(caught("cfg-prune", inside, nothing).1, Some(Production::CfgGate), "{inside}");
    }
    let (pass, production, _) = caught("attr-desugar", "#[inline] fn f() {}", nothing);
    assert_eq!((pass, production), ("attr-desugar", Some(Production::RawAttr)));
    let (pass, production, _) = caught("name-resolve", "fn f(x: i32) {}", nothing);
    assert_eq!((pass, production), ("name-resolve", Some(Production::Path)));
    let (pass, production, _) = caught("feature-gate", "fn f(x: i32) { x?; }", nothing);
    assert_eq!((pass, production), ("feature-gate", Some(Production::Try)));
}

#[test]
fn a_pass_that_does_not_add_what_it_says_is_caught() {
    let (pass, production, what) = caught("sig-check", "fn f() {}", nothing);
    assert_eq!((pass, production, what.as_str()), ("sig-check", None, "the item has no type"));
}

#[test]
fn a_pass_that_brings_back_what_is_gone_is_caught() {
    let (pass, production, _) = caught("sig-check", "fn f() { g() } fn g() {}", |cx, program| {
        signed(cx, Step::new(&mut *program));
        let mut fresh = context();
        let mut other = vex_frontend::parse_module(&mut fresh, "test.vx", "fn f() { g() } fn g() {}");
        let (from, to) = (other.modules[other.root()].items[0], program.modules[program.root()].items[0]);
        program.bodies[to] = std::mem::take(&mut other.bodies[from]);
    });
    assert_eq!((pass, production), ("sig-check", Some(Production::Path)));
}

/// Everything that happens to a text under a configuration.
struct Run {
    cx: Cx,
    dumps: Vec<Dump>,
    timings: Vec<vex_passes::runner::Timing>,
    stop: Option<Stop>,
}

impl Run {
    fn new(text: &str, config: &Config) -> Run {
        let mut cx = context();
        let program = vex_frontend::parse_module(&mut cx, "test.vx", text);
        let mut dumps = Vec::new();
        let mut sink = |dump: Dump| dumps.push(dump);
        let mut runner = Runner::new(config, DumpStyle { whole_program: true, spans: false }, &mut sink);
        let stop = vex_passes::run(&mut runner, &mut cx, In::new(program)).err();
        let timings = std::mem::take(&mut runner.timings);
        Run { cx, dumps, timings, stop }
    }

    fn dump(&self, pass: &str, before: bool) -> &str {
        let found = self.dumps.iter().find(|d| d.pass == place(pass) && d.before == before);
        &found.unwrap_or_else(|| panic!("there is no dump of {pass}")).text
    }

    fn passes(&self) -> Vec<&'static str> {
        self.dumps.iter().map(|d| PASSES[d.pass].name).collect()
    }
}

/// Every optional pass has something to do in it.
const BUSY: &str = "
extern \"C\" { fn sqrt(x: f64) -> f64; }
pub fn f(x: f64) -> f64 {
    let unused = 1;
    if 1 + 1 == 2 { unsafe { sqrt(x) } } else { x }
}
";

fn everything() -> Config {
    Config { dump_before: Selection::All, dump_after: Selection::All, ..verifying() }
}

#[test]
fn bisection_stops_after_some_steps() {
    let with = |limit| Run::new(BUSY, &Config { bisect_limit: Some(limit), ..everything() });
    let none = with(0);
    assert!(none.stop.is_none());
    assert!(none.cx.diags.list().is_empty(), "unused-check ran");
    for pass in ["intrinsic-rewrite", "flow-simplify"] {
        assert_eq!(none.dump(pass, true), none.dump(pass, false), "{pass} ran");
    }
    // Passes that are not optional run all the same.
    assert_ne!(none.dump("check-insert", true), none.dump("check-insert", false));
    // One step is one pass on one body: first the two items that unused-check sees, the foreign function and `f`.
    let changes = |run: &Run, pass| run.dump(pass, true) != run.dump(pass, false);
    let steps: Vec<(bool, bool, bool)> = (0..8)
        .map(with)
        .map(|run| {
            (!run.cx.diags.list().is_empty(), changes(&run, "intrinsic-rewrite"), changes(&run, "flow-simplify"))
        })
        .collect();
    for pair in steps.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        assert!(a.0 <= b.0 && a.1 <= b.1 && a.2 <= b.2, "a step was taken back: {steps:?}");
        let changed = [a.0 != b.0, a.1 != b.1, a.2 != b.2].into_iter().filter(|c| *c).count();
        assert!(changed <= 1, "one more step changed two passes: {steps:?}");
    }
    assert_eq!(steps.first(), Some(&(false, false, false)));
    assert_eq!(steps.last(), Some(&(true, true, true)));
}

#[test]
fn only_named_optional_passes_run() {
    let only = |names: &[&str]| {
        let list = names.iter().map(|n| place(n)).collect();
        Run::new(BUSY, &Config { only: Some(list), ..everything() })
    };
    let none = only(&[]);
    assert!(none.cx.diags.list().is_empty());
    assert_eq!(none.dump("intrinsic-rewrite", true), none.dump("intrinsic-rewrite", false));
    let one = only(&["intrinsic-rewrite"]);
    assert_ne!(one.dump("intrinsic-rewrite", true), one.dump("intrinsic-rewrite", false));
    assert_eq!(one.dump("flow-simplify", true), one.dump("flow-simplify", false));
    assert!(one.cx.diags.list().is_empty());
    assert_eq!(only(&["unused-check"]).cx.diags.list().len(), 1);
}

#[test]
fn stopping_runs_nothing_behind() {
    let run = Run::new(BUSY, &Config { stop_after: Some(place("type-check")), ..everything() });
    assert!(matches!(run.stop, Some(Stop::Asked)));
    let passes = run.passes();
    assert_eq!(passes.last(), Some(&"type-check"));
    assert!(!passes.contains(&"unsafe-check") && passes.contains(&"attr-desugar"));
    let wrong = Run::new("fn f() { missing; }", &Config { stop_after: Some(place("type-check")), ..everything() });
    assert!(matches!(wrong.stop, Some(Stop::Errors)));
}

#[test]
fn starting_behind_a_pass_shows_only_what_follows() {
    let whole = Run::new(BUSY, &everything());
    let dump = whole.dump("type-check", false);
    let start = Config { start_after: Some(place("type-check")), ..everything() };
    let rest = Run::new(dump, &start);
    assert!(rest.stop.is_none(), "{:?}", rest.stop);
    assert_eq!(rest.passes().first(), Some(&PASSES[place("type-check") + 1].name));
    for pass in ["flow-build", "flow-simplify", "abi-lower"] {
        assert_eq!(rest.dump(pass, false), whole.dump(pass, false), "after {pass}");
    }
}

#[test]
fn starting_behind_a_pass_on_flow_leaves_out_what_was_done() {
    let whole = Run::new(BUSY, &everything());
    let text = whole.dump("intrinsic-rewrite", false);
    let mut cx = context();
    let base = cx.sources.add("test.flow".to_string(), text.into()).map_or(0, |i| cx.sources.files()[i].base);
    let program = flow::read::read(&mut cx, text, base).expect("the dump is read again");
    let config = Config { start_after: Some(place("intrinsic-rewrite")), ..everything() };
    let mut dumps = Vec::new();
    let mut sink = |dump: Dump| dumps.push((dump.pass, dump.before, dump.text));
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    assert!(vex_passes::run_flow(&mut runner, &mut cx, In::new(program)).is_ok());
    assert_eq!(dumps.first().map(|d| PASSES[d.0].name), Some(next("intrinsic-rewrite")));
    let last = dumps.iter().rfind(|d| PASSES[d.0].name == "abi-lower").expect("abi-lower ran");
    assert_eq!(last.2, whole.dump("abi-lower", false));
}

#[test]
fn only_changes_are_shown() {
    let run = Run::new(BUSY, &Config { dump_changed: true, ..verifying() });
    let shown = run.passes();
    for silent in
        ["feature-gate", "sig-check", "unsafe-check", "const-eval", "match-check", "unused-check", "loop-lower"]
    {
        assert!(!shown.contains(&silent), "{silent} changed nothing");
    }
    for changed in ["flow-build", "intrinsic-rewrite", "flow-simplify", "inline-tag", "abi-lower"] {
        assert!(shown.contains(&changed), "{changed} changed something");
    }
    assert!(run.dumps.iter().all(|d| !d.before));
}

#[test]
fn every_pass_is_timed() {
    let run = Run::new(BUSY, &Config { time_passes: true, ..Config::default() });
    let timed: Vec<&str> = run.timings.iter().map(|t| PASSES[t.pass].name).collect();
    let all: Vec<&str> = PASSES.iter().map(|p| p.name).filter(|n| *n != "llvm-emit").collect();
    assert_eq!(timed, all);
    assert!(run.timings.iter().all(|t| t.nodes > 0), "{:?}", run.timings);
}

#[test]
fn passes_that_need_a_clean_program_do_not_run_on_one_with_errors() {
    let run = Run::new("pub fn f() -> i32 { \"x\" }", &everything());
    assert!(matches!(run.stop, Some(Stop::Errors)));
    let last = PASSES.iter().take_while(|p| !p.clean).last().map(|p| p.name);
    assert_eq!(run.passes().last().copied(), last, "checks go on, lowering does not");
}
