//! On how many threads texts are parsed, and in how many parts, means nothing to what comes out: programs of the repository
//! have the same tree, spans included, and the same diagnostics, in the same order.

mod common;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vex_frontend::{Files, Search, Threads, load};
use vex_ir::Cx;
use vex_ir::tree::print::print;
use vex_ir::tree::*;

struct Disk;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String> {
        Ok(std::fs::read_to_string(path).ok().map(Arc::from))
    }
    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        std::fs::read_to_string(root().join(path)).ok().map(Arc::from)
    }
}

fn search(threads: Threads) -> Search {
    Search { always: vec!["std/rt".into()], threads, ..Search::default() }
}

/// All that parsing makes.
fn show(cx: &Cx, program: &Program) -> String {
    let mut out = print(cx, program);
    for file in cx.sources.files() {
        let _ = writeln!(out, "{} at {}", file.path, file.base);
    }
    for (id, m) in program.modules.iter() {
        let _ = writeln!(out, "{id:?} {} {:?} {} {:?}", cx.text(m.key), m.span, m.lost_imports, m.items);
    }
    for (id, item) in program.items.iter() {
        let (name, span) = (cx.text(item.name.name), item.name.span);
        let _ = writeln!(out, "{id:?} {name} {span:?} {:?} {:?} {:?}", item.span, item.module, item.docs);
        let _ = writeln!(out, "in {:?}", item.extern_block);
        match item.raw() {
            ItemData::ExternBlock(ExternBlock { members, .. })
            | ItemData::Impl(ImplItem { members, .. })
            | ItemData::Trait(TraitItem { members, .. }) => drop(writeln!(out, "{members:?}")),
            ItemData::Import(import) => drop(writeln!(out, "{:?}", import.path_span)),
            _ => {}
        }
    }
    for (id, body) in program.bodies.iter() {
        let exprs: Vec<_> = body.exprs.values().map(|e| e.span).collect();
        let pats: Vec<_> = body.pats.values().map(|p| p.span).collect();
        let types: Vec<_> = body.types.values().map(|t| t.span).collect();
        let stmts: Vec<_> = body.stmts.all().iter().map(|s| s.span).collect();
        let _ = writeln!(out, "{id:?} {exprs:?} {pats:?} {types:?} {stmts:?}");
        for stmt in body.stmts.all() {
            if let StmtKind::Item(item) = stmt.kind {
                let _ = writeln!(out, "{item:?}");
            }
        }
    }
    for diagnostic in cx.diags.list() {
        let _ = writeln!(out, "{diagnostic:?}");
    }
    out
}

fn outcome(path: &str, text: &str, threads: Threads) -> String {
    let mut cx = common::cx();
    let program = load(&mut cx, &Disk, path, text.into(), &search(threads));
    show(&cx, &program)
}

fn programs(dir: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            programs(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "vx") {
            out.push(path);
        }
    }
}

#[test]
fn threads_change_nothing() {
    let mut paths = Vec::new();
    ["testdata", "passes", "std", "examples"].iter().for_each(|dir| programs(&root().join(dir), &mut paths));
    assert!(paths.len() > 400, "{}", paths.len());
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("programs are readable");
        let path = path.to_string_lossy();
        let expected = outcome(&path, &text, Threads::default());
        for (count, portion) in [(2, 1), (3, 400)] {
            let found = outcome(&path, &text, Threads { count, portion });
            let mut lines = found.lines().zip(expected.lines());
            assert_eq!(lines.find(|(a, b)| a != b), None, "{path} on {count} threads, in portions of {portion} bytes");
            assert_eq!(found.len(), expected.len(), "{path}");
        }
    }
}
