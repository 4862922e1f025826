//! `move-check` on Flow says what `init-check` says on Tree: of the cases of `init-check`, and of random functions.

use std::collections::BTreeSet;
use std::path::Path;
use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::{Cx, Severity};
use vex_passes::PASSES;
use vex_passes::runner::{Config, Dump, DumpStyle, Lie, Runner, position};

/// What one of the passes says: codes and the texts that they are about, with their lines. Each once.
type Said = BTreeSet<(u32, u32, &'static str, String)>;

fn said(text: &str, by: &str) -> Said {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
    let program = vex_frontend::parse_module(&mut cx, "in.vx", text);
    let check = position("init-check").unwrap();
    let after = PASSES[check].after;
    let config = Config {
        stop_after: position(by),
        lie: (by == "move-check").then_some(Lie { pass: check, idle: true, after }),
        verify_each: true,
        ..Config::default()
    };
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let found = cx.diags.list().iter().filter(|d| ["E0525", "E0526"].contains(&d.code.0));
    let said = found.map(|d| {
        let at = cx.sources.location(d.primary.span).map_or((0, 0), |(_, at)| (at.line, at.col));
        let secondary: Vec<&str> = d.secondary.iter().map(|s| cx.snippet(s.span)).collect();
        let fix = d.suggestion.as_ref().map(|s| (cx.snippet(s.span), s.replacement.as_str()));
        (
            at.0,
            at.1,
            d.code.0,
            format!("{} {} {secondary:?} {:?} {fix:?}", cx.snippet(d.primary.span), d.message, d.notes),
        )
    });
    let said = said.collect();
    let others =
        cx.diags.list().iter().filter(|d| d.severity == Severity::Error && !["E0525", "E0526"].contains(&d.code.0));
    assert_eq!(others.map(|d| d.code.0).collect::<Vec<_>>(), [""; 0], "in\n{text}");
    said
}

fn same(text: &str) -> usize {
    let (wanted, found) = (said(text, "init-check"), said(text, "move-check"));
    assert_eq!(found, wanted, "in\n{text}");
    wanted.len()
}

#[test]
fn cases_of_init_check() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("init_check/golden");
    let mut count = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "vx") {
            // What is public is built.
            let text = std::fs::read_to_string(&path)
                .unwrap()
                .replace("fn round(", "fn rounds(")
                .replace("\nfn ", "\npub fn ");
            count += same(&format!("{}{text}", if text.starts_with("fn") { "pub " } else { "" }));
        }
    }
    assert!(count > 4);
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % n
    }

    /// A variable in scope: the first have no value at first.
    fn variable(&mut self, scope: &[String]) -> String {
        scope[self.below(scope.len() as u64) as usize].clone()
    }

    fn block(&mut self, scope: &mut Vec<String>, depth: u32, in_loop: bool, out: &mut String) {
        let outer = scope.len();
        for _ in 0..1 + self.below(4) {
            let v = self.variable(scope);
            match self.below(if depth == 0 { 5 } else { 13 }) {
                0..3 => *out += &format!("{v} = n;\n"),
                3 => *out += &format!("sink({v});\n"),
                4 => match self.below(6) {
                    0 if in_loop => *out += "if n == 1 { break; }\n",
                    1 if in_loop => *out += "if n == 2 { continue; }\n",
                    2 => *out += "if n == 3 { return; }\n",
                    _ => *out += &format!("sink({v} + 1);\n"),
                },
                5 => {
                    let name = format!("v{}", out.len());
                    *out += &format!("let {}{name}: i32;\n", if self.below(3) == 0 { "mut " } else { "" });
                    scope.push(name);
                }
                6 | 7 => {
                    *out += "if n > 4 {\n";
                    self.block(scope, depth - 1, in_loop, out);
                    if self.below(2) == 0 {
                        *out += "} else {\n";
                        self.block(scope, depth - 1, in_loop, out);
                    }
                    *out += "}\n";
                }
                8 => {
                    *out += &format!("while n < {} {{\n", if self.below(3) == 0 { v } else { "5".into() });
                    self.block(scope, depth - 1, true, out);
                    *out += "}\n";
                }
                9 => {
                    *out += "for i in 0..n {\n";
                    self.block(scope, depth - 1, true, out);
                    *out += "sink(i);\n}\n";
                }
                10 => {
                    *out += "loop {\n";
                    self.block(scope, depth - 1, true, out);
                    *out += "if n == 6 { break; }\n}\n";
                }
                11 => {
                    *out += "match n {\n1 => {\n";
                    self.block(scope, depth - 1, in_loop, out);
                    *out += &format!("}}\n2 if {v} == 1 => {{\n");
                    self.block(scope, depth - 1, in_loop, out);
                    *out += "}\n_ => {}\n}\n";
                }
                _ => *out += &format!("sink(if n == 7 {{ {v} }} else {{ {} + n }});\n", self.variable(scope)),
            }
        }
        scope.truncate(outer);
    }
}

#[test]
fn random_functions() {
    let mut random = Random(4);
    let mut count = 0;
    for _ in 0..1500 {
        let mut text = String::from("pub fn tested(n: i32) {\nlet a: i32;\nlet mut b: i32;\n");
        random.block(&mut vec!["a".into(), "b".into()], 3, false, &mut text);
        text += "}\npub fn sink(x: i32) { black_box(x); }\n";
        count += same(&text);
    }
    assert!(count > 1000, "{count}");
}

/// Where the order of what happens is not that of the text, Flow knows more: ways through `&&`, and what is deferred.
#[test]
fn more_exact() {
    let check = |body: &str| {
        let text =
            format!("pub fn tested(n: i32) {{\nlet a: i32;\n{body}\n}}\npub fn sink(x: i32) {{ black_box(x); }}\n");
        let [tree, flow] = ["init-check", "move-check"].map(|by| {
            let found = said(&text, by).into_iter().map(|(line, _, code, _)| (line, code)).collect::<Vec<_>>();
            assert!(found.iter().all(|(_, code)| *code == "E0525"));
            found.iter().map(|(line, _)| *line - 2).collect::<Vec<_>>()
        });
        (tree, flow)
    };
    assert_eq!(check("if n > 1 && { a = 1; true } {\nsink(a);\n}"), (vec![2], vec![]));
    assert_eq!(check("if n > 1 || { a = 1; true } {\nsink(a);\n}"), (vec![2], vec![2]));
    assert_eq!(check("defer sink(a);\na = n;"), (vec![1], vec![]));
    assert_eq!(check("defer sink(a);\nif n > 1 { return; }\na = n;"), (vec![1], vec![1]));
    assert_eq!(check("if n > 1 && a > 1 {\nreturn;\n}\nsink(a);"), (vec![1, 4], vec![1, 4]));
    assert_eq!(check("if a > 1 || n > 1 {\nreturn;\n}\nsink(a);"), (vec![1], vec![1]));
}
