//! The module loader: where modules are found, and under which names and keys.

mod common;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use vex_frontend::{Files, Search, Threads, load};
use vex_ir::Cx;
use vex_ir::tree::*;

#[derive(Default)]
struct Memory {
    files: BTreeMap<String, String>,
    embedded: BTreeMap<String, String>,
    reads: RefCell<Vec<String>>,
}

impl Memory {
    fn new(files: &[(&str, &str)]) -> Memory {
        let mut memory = Memory::default();
        for (path, text) in files {
            let map = if path.starts_with("std/") { &mut memory.embedded } else { &mut memory.files };
            map.insert(path.to_string(), text.to_string());
        }
        memory
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String> {
        self.reads.borrow_mut().push(path.to_string());
        match self.files.get(path) {
            Some(text) if text == "UNREADABLE" => Err("permission denied".into()),
            Some(text) => Ok(Some(text.as_str().into())),
            None => Ok(None),
        }
    }
    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        self.embedded.get(path).map(|t| t.as_str().into())
    }
}

fn run(root: &str, memory: &Memory, search: &Search) -> (Cx, Program) {
    let mut cx = common::cx();
    let text = memory.files[root].as_str().into();
    let program = load(&mut cx, memory, root, text, search);
    parallel(root, memory, search, &cx, &program);
    (cx, program)
}

/// Threads find the same, and read the same files in the same order.
fn parallel(root: &str, memory: &Memory, search: &Search, cx: &Cx, program: &Program) {
    let mut other = common::cx();
    let reads = memory.reads.take();
    let search = Search { threads: Threads { count: 2, portion: 0 }, ..search.clone() };
    let found = load(&mut other, memory, root, memory.files[root].as_str().into(), &search);
    assert_eq!(modules(&other, &found), modules(cx, program));
    assert_eq!(targets(&other, &found), targets(cx, program));
    assert_eq!(memory.reads.take(), reads);
    assert_eq!(other.diags.list(), cx.diags.list());
    let files = |cx: &Cx| cx.sources.files().iter().map(|f| (f.path.clone(), f.base)).collect::<Vec<_>>();
    assert_eq!(files(&other), files(cx));
    memory.reads.replace(reads);
}

/// `name = key`, for each module.
fn modules(cx: &Cx, program: &Program) -> Vec<String> {
    program.modules.iter().map(|(_, m)| format!("{}={}", cx.text(m.name), cx.text(m.key))).collect()
}

/// What each import leads to, in order.
fn targets(cx: &Cx, program: &Program) -> Vec<String> {
    let key = |id: ModuleId| cx.text(program.modules[id].key).to_string();
    let mut out = Vec::new();
    for (_, item) in program.items.iter() {
        let ItemData::Import(import) = item.raw() else { continue };
        out.push(match (&import.target, &import.names) {
            (ImportTarget::Module(id), _) => key(*id),
            (ImportTarget::Folder, ImportNames::Items(names)) => {
                let names: Vec<String> = names.iter().map(|n| n.module.map_or("nothing".to_string(), key)).collect();
                format!("folder[{}]", names.join(" "))
            }
            (ImportTarget::Folder, ImportNames::Module(_)) => "folder".into(),
            (ImportTarget::Missing { searched }, _) => format!("missing[{}]", searched.join(" ")),
            (ImportTarget::Error, _) => "error".into(),
        });
    }
    out
}

#[track_caller]
fn check(files: &[(&str, &str)], search: &Search, want_modules: &[&str], want_targets: &[&str]) -> (Cx, Program) {
    let memory = Memory::new(files);
    let (cx, program) = run(files[0].0, &memory, search);
    assert_eq!(modules(&cx, &program), want_modules);
    assert_eq!(targets(&cx, &program), want_targets);
    (cx, program)
}

#[test]
fn relative() {
    check(
        &[
            (
                "src/main.vx",
                "import { a } from \"./util\"; import { b } from \"./net\"; import { c } from \"../lib/c\";",
            ),
            ("src/util.vx", "import { b } from \"./net/http\";"),
            (
                "src/net/mod.vx",
                "import { x } from \"./http\"; import { y } from \"../util\"; import { m } from \"../main\";",
            ),
            ("src/net/http.vx", ""),
            ("lib/c.vx", "import { d } from \"./d\";"),
            ("lib/d.vx", ""),
        ],
        &Search::default(),
        &["=main", "util=util", "net=net/mod", "c=../lib/c", "http=net/http", "d=../lib/d"],
        &["util", "net/mod", "../lib/c", "net/http", "net/http", "util", "main", "../lib/d"],
    );
}

#[test]
fn standard_library() {
    let files = [
        (
            "main.vx",
            "import { time, libc } from \"std\"; import { malloc } from \"std/libc\"; import * as t from \"std/time\"; \
             import { deep } from \"std/net/deep\";",
        ),
        ("std/time.vx", "import { c } from \"./libc\";"),
        ("std/libc/mod.vx", "import { types } from \"./types\"; import { t } from \"../time\";"),
        ("std/libc/types.vx", ""),
        ("std/net/deep.vx", ""),
        ("std/rt.vx", ""),
    ];
    let (cx, program) = check(
        &files,
        &Search { always: vec!["std/rt".into(), "std/none".into()], ..Search::default() },
        &["=main", "rt=std/rt", "time=std/time", "libc=std/libc", "deep=std/net/deep", "types=std/libc/types"],
        &[
            "folder[std/time std/libc]",
            "std/libc",
            "std/time",
            "std/net/deep",
            "std/libc",
            "std/libc/types",
            "std/time",
        ],
    );
    let std: Vec<bool> = program.modules.iter().map(|(_, m)| m.is_std).collect();
    assert_eq!(std, [false, true, true, true, true, true]);
    assert_eq!(cx.sources.files()[1].path, "std/rt.vx");
}

#[test]
fn another_standard_library() {
    check(
        &[
            ("main.vx", "import { time, nope } from \"std\"; import { x } from \"std/libc\";"),
            ("my/time.vx", ""),
            ("std/libc.vx", ""),
        ],
        &Search { std: Some("my/".into()), ..Search::default() },
        &["=main", "time=std/time"],
        &["folder[std/time nothing]", "missing[my/libc.vx my/libc/mod.vx]"],
    );
}

#[test]
fn include_directories() {
    check(
        &[
            ("app/main.vx", "import { a } from \"util\"; import { b } from \"net/http\"; import { c } from \"nope\";"),
            ("inc/util.vx", "import { b } from \"./net/http\";"),
            ("second/util.vx", ""),
            ("inc/net/http/mod.vx", ""),
            ("util.vx", ""),
        ],
        &Search { include: vec!["inc".into(), "./second/".into()], ..Search::default() },
        &["=main", "util=../inc/util", "http=../inc/net/http/mod"],
        &[
            "../inc/util",
            "../inc/net/http/mod",
            "missing[inc/nope.vx inc/nope/mod.vx second/nope.vx second/nope/mod.vx]",
            "../inc/net/http/mod",
        ],
    );
}

#[test]
fn what_is_missing_is_no_error() {
    let (cx, _) = check(
        &[("main.vx", "#[cfg(never)] import { a } from \"./gone\"; import * as s from \"std\";")],
        &Search::default(),
        &["=main"],
        &["missing[gone.vx gone/mod.vx]", "missing[std/mod.vx std/mod/mod.vx]"],
    );
    assert_eq!(common::describe(&cx), "");
}

#[test]
fn folders_of_modules() {
    check(
        &[("a/main.vx", "import { x, y } from \"./many\";"), ("a/many/x.vx", ""), ("a/many/y.vx", "")],
        &Search::default(),
        &["=main", "x=many/x", "y=many/y"],
        &["folder[many/x many/y]"],
    );
}

#[test]
fn unreadable_files_are_reported_once() {
    let (cx, _) = check(
        &[
            ("main.vx", "import { a } from \"./bad\"; import { b } from \"./bad\"; import { c } from \"./ok\";"),
            ("bad.vx", "UNREADABLE"),
            ("ok.vx", "fn f() { let x = ; }"),
        ],
        &Search::default(),
        &["=main", "ok=ok"],
        &["error", "error", "ok"],
    );
    assert_eq!(
        common::describe(&cx),
        "E0040 at `\"./bad\"`: cannot read `bad.vx`: permission denied\nE0020 at `;`: expected an expression, found `;`\n"
    );
}

#[test]
fn each_file_is_read_once() {
    let memory = Memory::new(&[
        ("main.vx", "import { a } from \"./a\"; import { b } from \"./b\"; import { a } from \"./x/../a.vx\";"),
        ("a.vx", "import { b } from \"./b\"; import { m } from \"./main\";"),
        ("b.vx", "import { a } from \"./a\";"),
    ]);
    let (cx, program) = run("main.vx", &memory, &Search::default());
    assert_eq!(modules(&cx, &program), ["=main", "a=a", "b=b"]);
    assert_eq!(*memory.reads.borrow(), ["a.vx", "b.vx"]);
}

#[test]
fn names_are_unique_and_names() {
    check(
        &[
            (
                "main.vx",
                "import { a } from \"./x/util\"; import { b } from \"./util\"; import { c } from \"./my-lib\"; import { d } from \"./type\";",
            ),
            ("x/util.vx", ""),
            ("util.vx", ""),
            ("my-lib.vx", ""),
            ("type.vx", ""),
        ],
        &Search::default(),
        &["=main", "util=x/util", "util2=util", "my_lib=my-lib", "type_=type"],
        &["x/util", "util", "my-lib", "type"],
    );
}

#[test]
fn sections_come_before_files() {
    check(
        &[
            (
                "dump.vx",
                "import { a } from \"./util\"; import { libc } from \"std\"; import { b } from \"./net\"; \
                 mod util = \"util\" { import { l } from \"std/libc\"; } mod libc = \"std/libc\" { import { t } from \"./types\"; } \
                 mod types = \"std/libc/types\" {} mod net = \"net/mod\" { import { h } from \"./http\"; } mod http = \"net/http\" {}",
            ),
            ("util.vx", "fn wrong() {}"),
            ("std/libc.vx", "fn wrong() {}"),
        ],
        &Search { always: vec!["std/libc".into()], ..Search::default() },
        &["=dump", "util=util", "libc=std/libc", "types=std/libc/types", "net=net/mod", "http=net/http"],
        &["util", "folder[std/libc]", "net/mod", "std/libc", "std/libc/types", "net/http"],
    );
}

/// What comes after a file that has sections may be one of them.
#[test]
fn sections_of_files_come_before_files() {
    check(
        &[
            ("main.vx", "import { c } from \"./c\"; import { a } from \"./a\"; import { b } from \"./b\";"),
            ("c.vx", "import { d } from \"./d\";"),
            ("a.vx", "import { d } from \"./d\"; mod b = \"b\" {}"),
            ("b.vx", "fn wrong() {}"),
            ("d.vx", ""),
        ],
        &Search::default(),
        &["=main", "c=c", "a=a", "b=b", "d=d"],
        &["c", "a", "b", "d", "d"],
    );
}

/// What is wrong with texts is reported in the order in which they are read, and so is what cannot be read.
#[test]
fn diagnostics_are_in_order() {
    let memory = Memory::new(&[
        ("main.vx", "import { a } from \"./a\"; import { b } from \"./b\"; import { c } from \"./c\";"),
        ("a.vx", "fn a( {}"),
        ("b.vx", "UNREADABLE"),
        ("c.vx", "fn c( {}"),
    ]);
    let (cx, _) = run("main.vx", &memory, &Search::default());
    let places: Vec<_> = cx.diags.list().iter().filter_map(|d| cx.sources.location(d.primary.span)).collect();
    assert_eq!(places.iter().map(|(path, _)| *path).collect::<Vec<_>>(), ["a.vx", "main.vx", "c.vx"]);
}

#[test]
fn imports_in_functions() {
    check(
        &[
            ("main.vx", "fn f() { import { a } from \"./a\"; fn g() { import { b } from \"./b\"; } }"),
            ("a.vx", ""),
            ("b.vx", ""),
        ],
        &Search::default(),
        &["=main", "a=a", "b=b"],
        &["a", "b"],
    );
}

#[test]
fn absolute_paths() {
    check(
        &[
            ("/p/src/main.vx", "import { a } from \"/p/lib/a\"; import { b } from \"./b\";"),
            ("/p/lib/a.vx", ""),
            ("/p/src/b.vx", ""),
        ],
        &Search::default(),
        &["=main", "a=../lib/a", "b=b"],
        &["../lib/a", "b"],
    );
}

#[test]
fn spans_of_files() {
    let memory = Memory::new(&[("main.vx", "import { a } from \"./a\";"), ("a.vx", "fn f() { let x = ; }")]);
    let (cx, program) = run("main.vx", &memory, &Search::default());
    let place = cx.sources.location(cx.diags.list()[0].primary.span).map(|(p, l)| (p.to_string(), l.line, l.col));
    assert_eq!(place, Some(("a.vx".to_string(), 1, 18)));
    let spans: Vec<&str> = program.modules.iter().map(|(_, m)| cx.snippet(m.span)).collect();
    assert_eq!(spans, ["import { a } from \"./a\";", "fn f() { let x = ; }"]);
}
