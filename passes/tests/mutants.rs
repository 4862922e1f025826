//! Passes and contracts with a fault each, all of which must be noticed: by the verifier when the pass runs, by `contracts.rs` when the
//! compiler is built, or by the types of passes when it is compiled.

#[allow(dead_code)]
mod common;

use common::root;
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::{Grammar, In, IrKind, Production, Violation};
use vex_ir::target::Target;
use vex_passes::PASSES;
use vex_passes::contracts::{Form, check};
use vex_passes::runner::{Config, DumpStyle, Lie, PassInfo, Runner, Stop};

/// Programs that together have every production that a pass removes or adds. One alone cannot: what `feature-gate` refuses ends
/// the compilation.
const PROGRAMS: &[&str] = &[
    "#[cfg(unix)] #[inline] fn used(x: i32) -> i32 { return (x + 1) * 2; }
extern \"C\" { fn sqrt(x: f64) -> f64; #[link_name = \"y\"] static y: i32; }
const N: usize = 3;
struct S { a: [i32; 3], b: u64 }
pub fn f(s: &mut S, mut i: usize, n: u32, x: i32) -> f64 {
    let mut sum: u64 = n;
    while i < N { i += 1; sum += n; }
    for k in 0usize..3 { s.a[k] = used(x).wrapping_add(-x); }
    s.b = sum / (n as u64);
    i = i.wrapping_div(N).min(7); let y: i32; y = x.wrapping_div(x); s.a[0] = y;
    unsafe { sqrt(2.0) }
}
pub fn text() -> &str { \"text\" }
import { y as other } from \"./other\";
mod other = \"other\" { pub const y: i32 = 1; }",
    "impl S { fn g() {} } struct S {} fn f() { S::g(); }",
    "trait T {}",
    "struct G { x: i32 } impl Drop for G { fn drop(&mut self) {} } pub fn g() { let _g = G { x: 1 }; }
mod core = \"std/core\" { #[lang = \"drop\"] pub trait Drop { fn drop(&mut self); } }",
    "fn f<T>(x: T) {}",
    "enum E { A(i32), B }",
    "fn f(x: &i32) { match x { &a => {} } }",
    "fn f(x: i32) { if let 1 = x {} }",
    "fn f(x: i32) { f\"{x}\"; }",
    "fn f(x: i32) { x?; }",
    "fn f() { make([u8], 3); }",
];

/// Programs in Flow, of what no program in Vex has yet, and the passes before which they begin.
const FLOW: [(&str, &str); 1] = [("monomorphise", INSTANCE)];

const INSTANCE: &str = "main = @main;
fn @same<T>(T) -> T {
    params _1;
    ret _0;
    var _0: T;
    var _1: T;

bb0:
    _0 = _1;
    return;
}

export fn @main() {
    let _0: i32;

bb0:
    _0 = call @same<i32>(1i32);
    return;
}
";

fn context() -> Cx {
    Cx::new(Target::parse("x86_64-unknown-linux-gnu").expect("a supported target"), Options::default())
}

/// What is noticed of a lie in the programs in Flow.
fn noticed_in_flow(lie: Lie, says: impl Fn(&Violation) -> bool) -> Option<Violation> {
    FLOW.iter().find_map(|(pass, text)| noticed_from(lie, pass, text).filter(&says))
}

fn noticed_from(lie: Lie, pass: &str, text: &str) -> Option<Violation> {
    let start = vex_passes::runner::position(pass).expect("there is such a pass") - 1;
    if lie.pass <= start {
        return None;
    }
    let mut cx = context();
    let program = vex_ir::flow::read::read(&mut cx, text, 0).unwrap_or_else(|error| panic!("{}", error.message));
    let config = Config {
        lie: Some(lie),
        verify_each: true,
        stop_after: Some(lie.pass),
        start_after: Some(start),
        ..Config::default()
    };
    let mut sink = |_| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    match vex_passes::run_flow(&mut runner, &mut cx, In::new(program)) {
        Err(Stop::Broken { pass, violation }) if pass == lie.pass => Some(violation),
        _ => None,
    }
}

/// What is noticed of a lie in one of the programs, of the kinds that `says`.
fn noticed(lie: Lie, says: impl Fn(&Violation) -> bool) -> Option<Violation> {
    let in_flow = noticed_in_flow(lie, &says);
    in_flow.or_else(|| noticed_in_vex(lie))
}

fn noticed_in_vex(lie: Lie) -> Option<Violation> {
    PROGRAMS.iter().find_map(|text| {
        let mut cx = context();
        let program = vex_frontend::parse_module(&mut cx, "test.vx", text);
        let config = Config { lie: Some(lie), verify_each: true, stop_after: Some(lie.pass), ..Config::default() };
        let mut sink = |_| {};
        let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
        match vex_passes::run(&mut runner, &mut cx, In::new(program)) {
            Err(Stop::Broken { pass, violation }) if pass == lie.pass => Some(violation),
            Err(Stop::Broken { pass, violation }) => panic!("{}: {}", PASSES[pass].name, violation.what),
            _ => None,
        }
    })
}

/// Passes between the frontend and LLVM that leave another language than they take.
fn changing() -> impl Iterator<Item = (usize, &'static PassInfo)> {
    PASSES.iter().enumerate().filter(|(_, pass)| pass.home == "passes" && pass.before != pass.after)
}

fn without(grammar: Grammar, production: Production) -> Grammar {
    grammar.minus(Grammar::NONE.with(production))
}

#[test]
fn the_programs_are_right() {
    let mut cx = context();
    let program = vex_frontend::parse_module(&mut cx, "test.vx", PROGRAMS[0]);
    let config = Config { verify_each: true, ..Config::default() };
    let mut sink = |_| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let result = vex_passes::run(&mut runner, &mut cx, In::new(program));
    assert!(result.is_ok() && !cx.diags.has_errors(), "{}\n{:?}", common::render(&cx), result.err());
}

/// A pass that does nothing is seen, unless it says itself that it changes nothing. That Tree is no Flow is seen by types.
#[test]
fn passes_that_do_nothing_are_noticed() {
    let mut unseen = Vec::new();
    for (number, pass) in changing().filter(|(_, pass)| pass.from_ir == pass.to_ir) {
        // A pass that only allows more has nothing to leave behind.
        let obliged = pass.removes.iter().next().is_some() || pass.adds.iter().any(Production::is_property);
        let found = noticed(Lie { pass: number, idle: true, after: pass.after }, |_| true);
        if found.is_none() && obliged {
            unseen.push(pass.name);
        }
    }
    assert!(unseen.is_empty(), "{unseen:?}");
}

#[test]
fn what_passes_remove_and_add_is_noticed_one_by_one() {
    let mut unseen = Vec::new();
    for (number, pass) in changing() {
        let mut unseen_if = |after: Grammar, idle: bool, what: &str, production: Production| {
            let is_it = |v: &Violation| v.production.is_none_or(|p| p == production);
            let said = noticed(Lie { pass: number, idle, after }, is_it).is_some_and(|v| is_it(&v));
            if !said {
                unseen.push(format!("{} {what} {}", pass.name, production.name()));
            }
        };
        let same_ir = pass.from_ir == pass.to_ir;
        for production in pass.removes.iter().filter(|_| same_ir) {
            unseen_if(without(pass.before, production), true, "does not remove", production);
        }
        for production in pass.adds.iter() {
            if !production.is_property() {
                unseen_if(without(pass.after, production), false, "adds", production);
            } else if same_ir {
                unseen_if(pass.before.with(production), true, "does not establish", production);
            }
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}

/// The languages that a pass names in the types of `run`, which the generated chain compares with those of `passes.toml`.
fn typed(pass: &PassInfo) -> (String, String) {
    let folder = pass.name.replace('-', "_");
    let path = root().join(pass.home).join(folder).join("mod.rs");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let start = text.find("pub fn run").unwrap_or_else(|| panic!("`{}` has no `run`", pass.name));
    let signature = &text[start..start + text[start..].find('{').unwrap_or(0)];
    let languages = |of: &str| -> Vec<String> {
        let parts = signature.split(of).skip(1);
        parts.map(|rest| rest.split([',', '>']).next().unwrap_or("").trim().to_string()).collect()
    };
    for rewrites in ["Step<", "Write<"] {
        if let Some(from) = languages(rewrites).first() {
            let rest = signature.split(rewrites).nth(1).unwrap_or("");
            return (from.clone(), rest.split(',').nth(1).unwrap_or("").trim().to_string());
        }
    }
    if let Some((_, made)) = signature.split_once("-> In<") {
        let (_, read) = signature.split_once("Read<'_, ").expect("what makes another IR reads one");
        let end = |text: &str| text.split([',', '>']).next().unwrap_or("").trim().to_string();
        return (end(read), end(made));
    }
    if let Some((_, read)) = signature.split_once("Read<'_, ") {
        let language = read.split('>').next().unwrap_or("").to_string();
        return (language.clone(), language);
    }
    let found = languages("In<");
    let first = found.first().unwrap_or_else(|| panic!("`{}` names no language", pass.name)).clone();
    let last = found.last().cloned().unwrap_or_default();
    (first, last)
}

#[test]
fn languages_that_are_not_those_of_the_pass_are_noticed() {
    let toml = std::fs::read_to_string(root().join("passes.toml")).expect("passes.toml is there");
    let folders: Vec<String> = PASSES.iter().map(|p| format!("{}/{}", p.home, p.name.replace('-', "_"))).collect();
    let mut languages: Vec<&str> = PASSES.iter().flat_map(|pass| [pass.from, pass.to]).collect();
    languages.dedup();
    let entry = |name: &str| {
        let start = toml.find(&format!("name = \"{name}\"\n")).expect("the pass has an entry");
        let end = toml[start..].find("[[pass]]").map_or(toml.len(), |at| start + at);
        start..end
    };
    let replaced = |toml: &str, name: &str, from: String, to: String| {
        let at = entry(name);
        let old = &toml[at.clone()];
        format!("{}{}{}", &toml[..at.start], old.replacen(&from, &to, 1), &toml[at.end..])
    };
    let (mut seen_by_contracts, mut seen_by_types) = (0, 0);
    for (number, pass) in PASSES.iter().enumerate().filter(|(_, pass)| pass.home == "passes") {
        let (from, to) = typed(pass);
        assert_eq!((from.as_str(), to.as_str()), (pass.from, pass.to), "{}", pass.name);
        for &other in &languages {
            let mut mutants = Vec::new();
            if other != pass.from {
                let edit = (format!("from = \"{}\"", pass.from), format!("from = \"{other}\""));
                mutants.push((replaced(&toml, pass.name, edit.0, edit.1), other != from));
            }
            if other != pass.to {
                let edit = (format!("\nto = \"{}\"", pass.to), format!("\nto = \"{other}\""));
                let mutant = replaced(&toml, pass.name, edit.0, edit.1);
                mutants.push((mutant.clone(), other != to));
                // With the next one changed to fit, the contracts may hold.
                if let Some(next) = PASSES.get(number + 1) {
                    let at = mutant.find(&format!("name = \"{}\"\n", next.name)).expect("it has an entry");
                    let (head, tail) = mutant.split_at(at);
                    let edit = (format!("from = \"{}\"", next.from), format!("from = \"{other}\""));
                    mutants.push((format!("{head}{}", tail.replacen(&edit.0, &edit.1, 1)), other != to));
                }
            }
            for (mutant, differs) in mutants {
                assert_ne!(mutant, toml);
                match check(&mutant, &folders) {
                    Err(_) => seen_by_contracts += 1,
                    Ok(_) if differs => seen_by_types += 1,
                    Ok(_) => panic!("`{}` with `{other}` is believed", pass.name),
                }
            }
        }
    }
    assert!(seen_by_contracts > 500 && seen_by_types > 0, "{seen_by_contracts}, {seen_by_types}");
}

/// Every property is wanted by a pass, and a pass before gives it: a wrong name in `requires` is refused.
#[test]
fn properties_that_do_not_hold_are_noticed() {
    let toml = std::fs::read_to_string(root().join("passes.toml")).expect("passes.toml is there");
    let folders: Vec<String> = PASSES.iter().map(|p| format!("{}/{}", p.home, p.name.replace('-', "_"))).collect();
    for pass in PASSES.iter().filter(|pass| pass.form != Form::Lint || pass.from_ir != IrKind::Llvm) {
        for &production in Production::ALL {
            let holds = production.is_property() && pass.before.has(production);
            let start = toml.find(&format!("name = \"{}\"\n", pass.name)).expect("the pass has an entry");
            let end = toml[start..].find("[[pass]]").map_or(toml.len(), |at| start + at);
            let kept: Vec<&str> = toml[start..end].lines().filter(|l| !l.starts_with("requires")).collect();
            let entry =
                kept.join("\n").replacen("\nto = ", &format!("\nrequires = [\"{}\"]\nto = ", production.name()), 1);
            let mutant = format!("{}{entry}\n{}", &toml[..start], &toml[end..]);
            let errors = check(&mutant, &folders).err().unwrap_or_default();
            let about_it = errors
                .iter()
                .any(|e| e.contains(&format!("`{}`", pass.name)) && e.contains(&format!("`{}`", production.name())));
            assert_eq!(about_it, !holds, "`{}` requires `{}`: {errors:?}", pass.name, production.name());
        }
    }
}
