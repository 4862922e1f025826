//! What the printer of Tree writes is parsed to the same tree again.

mod common;
use vex_frontend::parse_module;
use vex_ir::tree::print::print;

fn round_trip(path: &str, text: &str) {
    let mut cx = common::cx();
    let program = parse_module(&mut cx, path, text);
    assert_eq!(common::describe(&cx), "", "in {path}");
    let first = print(&cx, &program);
    let again = parse_module(&mut cx, path, &first);
    assert_eq!(common::describe(&cx), "", "in what was printed of {path}:\n{first}");
    let second = print(&cx, &again);
    assert_eq!(first, second, "{path}");
    let shown = |program: &vex_ir::tree::Program| {
        let ids = program.modules.iter().flat_map(|(_, m)| m.items.iter());
        ids.map(|&id| common::Show::new(&cx, program, id).item()).collect::<Vec<_>>()
    };
    for (a, b) in shown(&program).iter().zip(&shown(&again)) {
        assert_eq!(a, b, "{path}");
    }
}

fn vex_files(dir: &std::path::Path, out: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let mut paths: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            vex_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "vx") {
            out.push(path);
        }
    }
}

#[test]
fn constructs() {
    round_trip("constructs.vx", include_str!("round_trip.vx"));
}

/// Every program of the repository that has no mistakes in its syntax.
#[test]
fn programs_of_the_repository() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for dir in ["std", "testdata", "examples"] {
        vex_files(&root.join(dir), &mut files);
    }
    assert!(!files.is_empty());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        if common::codes(&text).is_empty() {
            round_trip(path.to_str().unwrap(), &text);
        }
    }
}
