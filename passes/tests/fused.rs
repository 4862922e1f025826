//! Passes of scope `body` run one after another on each body when nothing observes the program between them. The
//! result, diagnostics included, is that of running each on the whole program.

#[allow(dead_code)]
mod common;

use common::{Disk, programs, root};
use std::path::Path;
use vex_frontend::{EVERY_PROGRAM, Search, load};
use vex_ir::cx::{OptLevel, Options};
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::{Cx, flow};
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Stop};

/// The Flow that a program becomes, if it does, and what is said about it. In which order is left open: body by body, or
/// pass by pass.
fn compiled(path: &Path, opt_level: OptLevel, verify_each: bool) -> (Option<String>, Vec<String>) {
    let text = std::fs::read_to_string(path).expect("programs are readable");
    let target = Target::parse("x86_64-unknown-linux-gnu").expect("a supported target");
    let mut cx = Cx::new(target, Options { opt_level, ..Options::default() });
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), ..Search::default() };
    let program = load(&mut cx, &Disk, &path.to_string_lossy(), text.into(), &search);
    let config = Config { verify_each, ..Config::default() };
    let mut sink = |_: Dump| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let built = vex_passes::run(&mut runner, &mut cx, In::new(program));
    if let Err(Stop::Broken { pass, violation }) = &built {
        panic!("{}: {} leaves {}", path.display(), vex_passes::PASSES[*pass].name, violation.what);
    }
    let mut said: Vec<String> = common::render(&cx).lines().map(str::to_string).collect();
    said.sort();
    (built.ok().map(|program| flow::print::print(&cx, &program.into_inner())), said)
}

fn same(dirs: &[&str]) {
    let paths: Vec<_> = dirs.iter().flat_map(|dir| programs(dir)).collect();
    assert!(paths.len() > 50, "only {} programs in {dirs:?}", paths.len());
    for path in paths {
        for opt_level in [OptLevel::O0, OptLevel::O3] {
            let fused = compiled(&path, opt_level, false);
            let apart = compiled(&path, opt_level, true);
            let shown = path.strip_prefix(root()).unwrap_or(&path).display();
            assert_eq!(fused.1, apart.1, "diagnostics of {shown}");
            let [fused, apart] = [fused.0, apart.0].map(Option::unwrap_or_default);
            let diff = similar::TextDiff::from_lines(&apart, &fused).unified_diff().to_string();
            assert!(fused == apart, "{shown} becomes something else:\n{diff}");
        }
    }
}

#[test]
fn programs_become_the_same() {
    same(&["testdata/run", "testdata/abi", "examples"]);
}

#[test]
fn programs_in_error_are_refused_alike() {
    let goldens: Vec<String> =
        vex_passes::PASSES.iter().map(|p| format!("{}/{}/golden", p.home, p.name.replace('-', "_"))).collect();
    let dirs: Vec<&str> = goldens.iter().map(String::as_str).chain(["testdata/fail"]).collect();
    same(&dirs);
}
