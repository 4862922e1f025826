//! The order of a program's items means nothing to what is said about it: the cases of the passes and the programs in
//! `testdata/fail` have the same diagnostics when the items of their modules change places.

#[allow(dead_code)]
mod common;

use common::{Case, Disk, Random, programs, root};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use vex_frontend::{EVERY_PROGRAM, Search, load};
use vex_ir::diag::Label;
use vex_ir::lang::In;
use vex_ir::{Code, Cx, Diagnostic, tree};
use vex_passes::runner::{Config, Dump, DumpStyle, Runner};

/// Diagnostics about two items of which the one is called the first: something that is there twice, in different ways.
const ABOUT_TWO: &[&str] = &["E0303", "E0304", "E0345", "E0371"];

/// Diagnostics about a circle, which begins where the program does.
const ABOUT_CIRCLES: &[&str] = &["E0312", "E0370", "E0502"];

fn loaded(path: &Path, text: &str) -> (Cx, tree::Program) {
    let mut cx = Case::new(path, text).cx;
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), ..Search::default() };
    let program = load(&mut cx, &Disk, &path.to_string_lossy(), text.into(), &search);
    (cx, program)
}

/// What is said about a program, wherever it is said. `None` where it is not Vex, so that its items cannot be told apart.
fn said(path: &Path, text: &str) -> Option<(Vec<String>, Vec<Range<usize>>)> {
    let (mut cx, program) = loaded(path, text);
    if cx.diags.has_errors() {
        return None;
    }
    let items = items(&cx, &program, text);
    let config = Config { verify_each: true, ..Config::default() };
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let mut said: Vec<String> = cx.diags.list().iter().map(|d| shown(&cx, d)).collect();
    said.sort();
    Some((said, items))
}

/// A diagnostic without its places.
fn shown(cx: &Cx, d: &Diagnostic) -> String {
    let label = |l: &Label| format!("`{}`: {}", cx.snippet(l.span), l.text);
    let Code(code) = d.code;
    if ABOUT_CIRCLES.contains(&code) {
        return code.to_string();
    }
    if ABOUT_TWO.contains(&code) {
        let places = [&d.primary].into_iter().chain(&d.secondary).map(|l| cx.snippet(l.span));
        return format!("{code} {:?}", places.collect::<BTreeSet<_>>());
    }
    let secondary: BTreeSet<String> = d.secondary.iter().map(label).collect();
    let notes: BTreeSet<&str> = d.notes.iter().map(String::as_str).collect();
    let help =
        d.suggestion.as_ref().map(|s| format!("{}: `{}` for `{}`", s.message, s.replacement, cx.snippet(s.span)));
    format!("{:?} {code} {} {} {secondary:?} {:?} {help:?}", d.severity, d.message, label(&d.primary), notes)
}

/// The items of the root module, with what stands in front of each: comments and attributes.
fn items(cx: &Cx, program: &tree::Program, text: &str) -> Vec<Range<usize>> {
    let module = &program.modules[program.root()];
    // Comments at the head are about the file, or flags.
    let head = text.lines().take_while(|l| l.starts_with("//") || l.is_empty()).map(|l| l.len() + 1).sum::<usize>();
    let mut from = head.min(text.len());
    let mut items = Vec::new();
    for id in &module.items {
        let span = program.items[*id].span;
        let base = cx.sources.file(span).map_or(0, |file| file.base);
        let to = (span.hi - base) as usize;
        items.push(from..to);
        from = to;
    }
    items
}

/// The text with its items in another order.
fn permuted(text: &str, items: &[Range<usize>], order: &[usize]) -> String {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return text.to_string() };
    let moved: Vec<&str> = order.iter().map(|i| &text[items[*i].clone()]).collect();
    format!("{}\n{}\n{}", &text[..first.start], moved.join("\n"), &text[last.end..])
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    let reversed: Vec<usize> = (0..count).rev().collect();
    let turned: Vec<usize> = (0..count).map(|i| (i + count / 2) % count).collect();
    let mut shuffled: Vec<usize> = (0..count).collect();
    let mut random = Random(count as u64);
    (1..count).for_each(|i| shuffled.swap(i, random.below(i + 1)));
    vec![reversed, turned, shuffled]
}

#[test]
fn diagnostics_do_not_depend_on_the_order_of_items() {
    let goldens = vex_passes::PASSES.iter().map(|p| format!("{}/{}/golden", p.home, p.name.replace('-', "_")));
    let paths = goldens.chain(["testdata/fail".to_string()]).flat_map(|dir| programs(&dir));
    let (mut compared, mut with_diagnostics) = (0, 0);
    let mut different = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("programs are readable");
        let Some((expected, items)) = said(&path, &text) else { continue };
        if items.len() < 2 {
            continue;
        }
        compared += 1;
        with_diagnostics += usize::from(!expected.is_empty());
        for order in orders(items.len()) {
            let text = permuted(&text, &items, &order);
            let found = said(&path, &text).map(|(said, _)| said).unwrap_or(vec!["not Vex".to_string()]);
            if found != expected {
                let shown = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
                let diff =
                    similar::TextDiff::from_lines(expected.join("\n"), found.join("\n")).unified_diff().to_string();
                different.push(format!("{shown}, in the order {order:?}:\n{diff}"));
                break;
            }
        }
    }
    assert!(different.is_empty(), "{} of {compared}:\n{}", different.len(), different.join("\n"));
    assert!(compared > 200 && with_diagnostics > 100, "{compared} programs, {with_diagnostics} with diagnostics");
}

/// So many mistakes that none of them gets all the names looked at which may have been meant.
#[test]
fn near_names_do_not_depend_on_the_order_of_items() {
    let functions = (0..1500).map(|i| format!("fn function{i}(p: *Pair{i}) {{ functoin{i}(); }}\n"));
    let fields: String = (0..1500).map(|i| format!("field{i}: i32, ")).collect();
    let users = (0..300).map(|i| format!("fn user{i}(w: *Wide) -> i32 {{ unsafe {{ w.feild{} }} }}\n", i * 5));
    let text: String = functions.chain(users).chain([format!("struct Wide {{ {fields} }}\n")]).collect();
    let path = Path::new("many.vx");
    let (expected, items) = said(path, &text).expect("it is Vex");
    let with_help = expected.iter().filter(|said| said.contains("similar name")).count();
    assert!(with_help > 300 && with_help < expected.len(), "{with_help} of {}", expected.len());
    for order in orders(items.len()) {
        let found = said(path, &permuted(&text, &items, &order)).map(|(said, _)| said);
        assert!(found.as_ref() == Some(&expected), "in the order {order:?}");
    }
}
