//! What is said of `vexc` itself: help, versions, targets, explanations.

use crate::*;

#[test]
fn help_fits_a_screen() {
    let help = vexc_with(&["-h"]).expect(0).stdout;
    assert!(help.lines().count() <= 40, "{} lines", help.lines().count());
    for line in help.lines() {
        assert!(line.chars().count() <= 80, "too wide: {line}");
    }
    let long = vexc_with(&["--help"]).expect(0).stdout;
    let flags = ["--dump-after", "--dump-before", "--dump-dir", "--dump-changed", "--stop-after", "--start-after"];
    let more = ["--time-passes", "--verify-each", "--bisect-limit", "--std", "--overflow-checks", "Exit status"];
    for flag in flags.iter().chain(&more) {
        assert!(long.contains(flag), "{flag}");
    }
    for command in ["run", "check", "passes", "opt", "explain"] {
        let help = vexc_with(&[command, "--help"]).expect(0).stdout;
        assert_eq!(vexc_with(&["help", command]).expect(0).stdout, help);
    }
    assert_eq!(vexc_with(&["help"]).expect(0).stdout, long);
    assert!(vexc_with(&[]).expect(2).stderr.contains("Usage: vexc"));
}

#[test]
fn versions() {
    assert!(vexc_with(&["-V"]).expect(0).stdout.starts_with("vexc "));
    assert_eq!(vexc_with(&["--version"]).stdout, vexc_with(&["-V"]).stdout);
    check(&vexc_with(&["-vV"]).expect(0).stdout, &["check: host: ", "check: LLVM version: 19"]);
}

#[test]
fn targets_and_cfg() {
    let targets = vexc_with(&["--print=targets"]).expect(0).stdout;
    assert!(targets.lines().any(|l| l == "x86_64-unknown-linux-gnu") && targets.lines().count() > 10);
    let cfg = vexc_with(&["--print=cfg", "--target=x86_64-pc-windows-gnu", "-O"]).expect(0).stdout;
    assert!(cfg.lines().any(|l| l == "target_os=\"windows\"") && !cfg.contains("debug_assertions"));
    let cfg = vexc_with(&["--print", "cfg", "--target=aarch64-apple-darwin", "--cfg", "k=\"v\""]).expect(0).stdout;
    let lines: Vec<&str> = cfg.lines().collect();
    for line in ["debug_assertions", "k=\"v\"", "target_os=\"macos\"", "unix"] {
        assert!(lines.contains(&line), "{line}: {cfg}");
    }
    let cpus = vexc_with(&["--print=target-cpus", "--target=aarch64-unknown-linux-gnu"]).expect(0).stdout;
    assert!(cpus.lines().any(|l| l == "cortex-a72") && !cpus.contains("haswell"));
    assert!(vexc_with(&["--print=host-triple"]).expect(0).stdout.contains('-'));
}

#[test]
fn explanations() {
    let page = fs::read_to_string(root().join("docs/errors/E0901.md")).unwrap();
    assert_eq!(vexc_with(&["explain", "E0901"]).expect(0).stdout, page);
    assert_eq!(vexc_with(&["explain", "901"]).expect(0).stdout, page);
    assert!(vexc_with(&["explain"]).expect(0).stdout.lines().any(|l| l.starts_with("E0901: ")));
    check(&vexc_with(&["explain", "E9999"]).expect(2).stderr, &["check: there is no error code `E9999`"]);
}
