//! On how many threads texts are parsed and bodies are looked at means nothing to what comes out: the programs of `testdata` and the cases of the passes have
//! the same Flow and the same diagnostics, in the same order.

#[allow(dead_code)]
mod common;

use common::{Case, Disk, programs, render, root};
use std::path::Path;
use vex_frontend::{EVERY_PROGRAM, Search, Threads, load};
use vex_ir::flow;
use vex_ir::lang::In;
use vex_passes::runner::{Config, Dump, DumpStyle, Runner};

/// The Flow of a program, where it has one, and its diagnostics.
fn outcome(path: &Path, text: &str, threads: usize) -> (Option<String>, String) {
    let mut cx = Case::new(path, text).cx;
    let parsing = Threads { count: threads, portion: 1 };
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), threads: parsing, ..Search::default() };
    let program = load(&mut cx, &Disk, &path.to_string_lossy(), text.into(), &search);
    // Verification looks between passes, which one after the other then see all bodies.
    let config = Config { threads, parallel_from: 0, verify_each: false, ..Config::default() };
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let result = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let flow = result.ok().map(|program| flow::print::print(&cx, &program.into_inner()));
    (flow, render(&cx))
}

#[test]
fn threads_change_nothing() {
    let goldens = vex_passes::PASSES.iter().map(|p| format!("{}/{}/golden", p.home, p.name.replace('-', "_")));
    let paths = goldens.chain(["testdata/fail".to_string(), "testdata/run".to_string()]).flat_map(|dir| programs(&dir));
    let (mut built, mut with_diagnostics) = (0, 0);
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("programs are readable");
        let expected = outcome(&path, &text, 1);
        built += usize::from(expected.0.is_some());
        with_diagnostics += usize::from(!expected.1.is_empty());
        for threads in [2, 5] {
            let found = outcome(&path, &text, threads);
            let shown = path.strip_prefix(root()).unwrap_or(&path).display();
            assert_eq!(found.1, expected.1, "diagnostics of {shown} on {threads} threads");
            assert!(found.0 == expected.0, "Flow of {shown} on {threads} threads");
        }
    }
    assert!(built > 200 && with_diagnostics > 100, "{built} programs, {with_diagnostics} with diagnostics");
}
