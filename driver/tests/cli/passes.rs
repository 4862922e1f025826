//! Dumps, starting and stopping between passes, single passes, times, bisecting.

use crate::*;

const PROGRAM: &str = "#[cfg(unix)]\nfn f(x: i32) -> i32 { return x + 1; }\n\nfn main() -> i32 {\n    \
                       let mut sum = 0;\n    for i in 0..3 {\n        sum = sum + f(i);\n    }\n    return sum;\n}\n";

fn pass_names() -> Vec<String> {
    vexc_with(&["--print=passes"]).expect(0).stdout.lines().map(String::from).collect()
}

#[test]
fn they_are_listed() {
    let names = pass_names();
    let position = |name: &str| names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no {name}"));
    let order = ["attr-desugar", "cfg-prune", "extern-resolve", "intrinsic-rewrite", "inline-tag", "llvm-emit"];
    assert!(order.map(position).is_sorted());
    let table = vexc_with(&["passes"]).expect(0).stdout;
    assert!(names.iter().all(|name| table.contains(name.as_str())));
    check(&table, &["check: cfg-prune", "sameln: Desugared -> Pruned", "sameln: program", "sameln: CfgGate"]);
    check(
        &vexc_with(&["passes", "cfg-prune"]).expect(0).stdout,
        &["check: cfg-prune: ", "check: removes: $(=.*)CfgGate"],
    );
    check(&vexc_with(&["passes", "cfg-prone"]).expect(2).stderr, &["check: did you mean `cfg-prune`"]);
}

#[test]
fn unknown_passes_are_suggested() {
    for flag in ["--dump-after", "--dump-before", "--stop-after", "--start-after"] {
        let done = vexc_with(&[flag, "cfg-prone", "examples/hello.vx"]).expect(2);
        check(&done.stderr, &["check: there is no pass `cfg-prone`", "sameln: did you mean `cfg-prune`"]);
    }
    check(&vexc_with(&["opt", "--passes=prune", "examples/hello.vx"]).expect(2).stderr, &["check: `cfg-prune`"]);
}

#[test]
fn dumps_of_every_pass() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    for name in pass_names() {
        let done = vexc_in(dir.path(), &["--dump-after", &name, "p.vx"]).expect(0);
        assert!(done.stdout.len() > 50, "{name}: {}", done.stdout);
        let before = vexc_in(dir.path(), &["--dump-before", &name, "p.vx"]).expect(0);
        assert!(before.stdout.len() > 50, "{name}: {}", before.stdout);
    }
    let all = vexc_in(dir.path(), &["--dump-after=all", "p.vx"]).expect(0).stdout;
    let heads: Vec<String> = pass_names().iter().map(|n| format!("check: after {n}")).collect();
    check(&all, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    check(
        &vexc_in(dir.path(), &["--dump-after=cfg-prune,type-check", "p.vx"]).expect(0).stdout,
        &[
            "not: after attr-desugar",
            "check: // after cfg-prune",
            "check: // after type-check",
            "not: after const-eval",
        ],
    );
    assert_eq!(names(dir.path()), ["p.vx"], "a dump alone writes nothing");
    vexc_in(dir.path(), &["--dump-after=cfg-prune", "p.vx", "-o", "out"]).expect(0);
    execute(&dir, "out").expect(6);
}

#[test]
fn llvm_emit_is_dumped_as_it_leaves_the_program() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let alone = vexc_in(dir.path(), &["-O2", "--dump-after=llvm-emit", "p.vx"]).expect(0).stdout;
    for output in ["--emit=llvm-ir=out", "--emit=obj=out", "--emit=link=out"] {
        let done = vexc_in(dir.path(), &["-O2", "--dump-after=llvm-emit", output, "p.vx"]).expect(0);
        // The header has what differs: code for others has no CPU of its own.
        let body = |text: &str| text.lines().filter(|line| line.starts_with("  ")).count();
        assert_eq!(body(&done.stdout), body(&alone), "{output}:\n{}", done.stdout);
    }
    let run = vexc_in(dir.path(), &["run", "--dump-after=llvm-emit", "p.vx"]).expect(6).stdout;
    check(&run, &["check: define dso_local i32 @main("]);
}

#[test]
fn dumps_that_cannot_come() {
    for args in [
        &["--start-after=type-check", "--dump-after=cfg-prune"][..],
        &["--start-after=type-check", "--dump-before=type-check"],
        &["--stop-after=cfg-prune", "--dump-after=type-check"],
    ] {
        let done = vexc_with(&[args, &["examples/hello.vx"]].concat()).expect(2);
        check(&done.stderr, &["check: prints nothing: with", "sameln: does not run"]);
    }
    let flow = vexc_with(&["--dump-after=flow-build", "examples/hello.vx"]).expect(0).stdout;
    let checked = vexc_stdin(&["opt", "--start-after=flow-build", "--passes=check-insert", "-"], &flow).expect(0);
    check(&checked.stdout, &["check: fn @\"vex.main\""]);
}

#[test]
fn dumps_in_files() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let done = vexc_in(dir.path(), &["--dump-after=all", "--dump-dir=d/e", "p.vx"]).expect(0);
    assert_eq!(done.stdout, "");
    let files: BTreeSet<String> =
        fs::read_dir(dir.path().join("d/e")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files.len(), pass_names().len());
    assert!(files.contains("02-after-cfg-prune.vx"), "{files:?}");
    assert!(files.iter().any(|f| f.ends_with("-abi-lower.flow")) && files.iter().any(|f| f.ends_with("-llvm-emit.ll")));
}

#[test]
fn only_what_changed() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let done = vexc_in(dir.path(), &["--dump-changed", "p.vx"]).expect(0).stdout;
    check(&done, &["check: after cfg-prune", "check: after loop-lower"]);
    assert!(!done.contains("after unsafe-check"));
}

#[test]
fn compilation_goes_on_from_any_dump() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let names = pass_names();
    for name in &names[..names.len() - 1] {
        let args = ["--dump-after", name, "--dump-modules=all", "--dump-spans", "p.vx"];
        let dump = vexc_in(dir.path(), &args).expect(0).stdout;
        let again = ["run", "--start-after", name, "dump.vx"];
        fs::write(dir.path().join("dump.vx"), &dump).unwrap();
        let done = vexc_in(dir.path(), &again);
        assert_eq!(done.status, Some(6), "{name}: {}\n{dump}", done.stderr);
    }
    vexc_in(dir.path(), &["--start-after=llvm-emit", "p.vx"]).expect(2);
    vexc_in(dir.path(), &["--start-after=type-check", "--stop-after=cfg-prune", "p.vx"]).expect(2);
}

#[test]
fn stopping_early_writes_nothing() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    vexc_in(dir.path(), &["--stop-after=type-check", "p.vx", "-o", "out"]).expect(0);
    vexc_in(dir.path(), &["--stop-after=llvm-emit", "p.vx", "-c"]).expect(0);
    assert_eq!(names(dir.path()), ["p.vx"]);
}

#[test]
fn single_passes_on_text() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let pruned = vexc_in(dir.path(), &["opt", "--passes=cfg-prune", "p.vx"]).expect(0).stdout;
    assert!(pruned.contains("fn f(") && !pruned.contains("cfg"), "{pruned}");
    let windows = ["opt", "--passes=cfg-prune", "--target=x86_64-pc-windows-gnu", "p.vx"];
    assert!(!vexc_in(dir.path(), &windows).expect(0).stdout.contains("fn f("));
    vexc_in(dir.path(), &["opt", "--passes=flow-build", "p.vx", "-o", "p.flow"]).expect(0);
    let checked = vexc_in(dir.path(), &["opt", "--passes=check-insert", "p.flow"]).expect(0).stdout;
    check(&checked, &["check: checked add"]);
    let folded = vexc_in(dir.path(), &["opt", "--passes=check-insert,flow-simplify", "p.flow"]).expect(0).stdout;
    assert_ne!(checked, folded);
    vexc_in(dir.path(), &["opt", "--passes=type-check,cfg-prune", "p.vx"]).expect(2);
    vexc_in(dir.path(), &["opt", "--passes=cfg-prune", "p.flow"]).expect(2);
    vexc_in(dir.path(), &["opt", "p.vx"]).expect(2);
    vexc_in(dir.path(), &["run", "p.flow"]).expect(2);
}

#[test]
fn damaged_flow() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let flow = vexc_in(dir.path(), &["--dump-after=check-insert", "p.vx"]).expect(0).stdout;
    let broken = flow.replacen(": i32;", ": i64;", 1);
    assert_ne!(flow, broken);
    fs::write(dir.path().join("broken.flow"), broken).unwrap();
    for args in [&["opt", "--passes=flow-simplify"][..], &["-c", "--start-after=check-insert"]] {
        let done = vexc_in(dir.path(), &[args, &["broken.flow"]].concat()).expect(1);
        check(&done.stderr, &["check: error[E0641]: this is no Flow as `$(=.*)` leaves it", "check: broken.flow:"]);
    }
}

#[test]
fn times() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    let table = vexc_in(dir.path(), &["-c", "--time-passes", "p.vx"]).expect(0).stderr;
    check(&table, &["check: load", "check: cfg-prune", "check: llvm-object", "check: total", "check: peak memory"]);
    let json = vexc_in(dir.path(), &["check", "--time-passes=json", "p.vx"]).expect(0).stderr;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = json["passes"].as_array().unwrap();
    let row = rows.iter().find(|r| r["pass"] == "type-check").unwrap();
    assert!(
        row["time_ns"].as_u64().is_some()
            && row["nodes"].as_u64() > Some(10)
            && row["ns_per_node"].as_f64().is_some()
            && row["bytes"].as_u64() > Some(100)
    );
    // Each pass and the reading of the program are counted for themselves.
    assert!(rows.iter().all(|r| r["bytes"].as_u64().is_some()), "{json}");
    assert!(rows.iter().any(|r| r["bytes"] != row["bytes"]), "{json}");
}

#[test]
fn verifying_and_bisecting() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    vexc_in(dir.path(), &["run", "--verify-each", "p.vx"]).expect(6);
    let flow = |limit: &str| {
        let args = ["--bisect-limit", limit, "--dump-after=flow-simplify", "p.vx"];
        vexc_in(dir.path(), &args).expect(0).stdout
    };
    assert_eq!(flow("1000"), vexc_in(dir.path(), &["--dump-after=flow-simplify", "p.vx"]).expect(0).stdout);
    assert_ne!(flow("0"), flow("1000"));
    vexc_in(dir.path(), &["run", "--bisect-limit=0", "p.vx"]).expect(6);
    vexc_in(dir.path(), &["run", "--bisect-limit=2", "p.vx"]).expect(6);
}

#[test]
fn trees_and_flow_are_outputs() {
    let dir = dir(&[("p.vx", PROGRAM)]);
    vexc_in(dir.path(), &["--emit=tree,flow", "p.vx"]).expect(0);
    vexc_in(dir.path(), &["run", "--start-after=loop-lower", "p.tree.vx"]).expect(6);
    vexc_in(dir.path(), &["run", "--start-after=abi-lower", "p.flow"]).expect(6);
}
