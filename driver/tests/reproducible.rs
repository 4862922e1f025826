//! The same input gives the same bytes; leaving out optional steps leaves the meaning; what passes took is data.

mod common;

use common::{path, root, run, vexc, vexc_in, vexc_with};
use std::path::Path;

const PROGRAMS: &[&str] = &["testdata/run/algo_sha256.vx", "testdata/abi/struct_mixed.vx", "examples/sqlite.vx"];

#[test]
fn outputs_are_the_same_each_time() {
    let dir = tempfile::tempdir().unwrap();
    for program in PROGRAMS {
        for kind in ["obj", "asm", "llvm-ir", "llvm-bc", "tree", "flow"] {
            for flags in [&["-O0", "-g"][..], &["-O3"]] {
                let bytes: Vec<Vec<u8>> = ["one", "two"]
                    .iter()
                    .map(|name| {
                        let out = path(dir.path(), name);
                        let spec = format!("--emit={kind}={out}");
                        run(vexc().args(flags).args([&spec, *program])).expect(0);
                        std::fs::read(&out).unwrap()
                    })
                    .collect();
                assert!(!bytes[0].is_empty(), "{program} {kind}");
                assert!(bytes[0] == bytes[1], "{kind} of {program} {flags:?} differs from one run to the next");
            }
        }
    }
}

#[test]
fn executables_and_libraries_are_the_same_each_time() {
    let dir = tempfile::tempdir().unwrap();
    for kind in ["bin", "dylib", "staticlib"] {
        let build = || {
            let out = path(dir.path(), "out");
            vexc_with(&["-g", "--crate-type", kind, "-o", &out, "testdata/run/algo_sha256.vx"]).expect(0);
            std::fs::read(out).unwrap()
        };
        assert!(build() == build(), "{kind} differs from one run to the next");
    }
}

#[test]
fn dumps_are_the_same_each_time() {
    for program in PROGRAMS {
        let dump = || vexc_with(&["--dump-after=all", "--dump-modules=all", "--dump-spans", program]).expect(0).stdout;
        assert!(dump() == dump(), "dumps of {program} differ from one run to the next");
    }
}

/// Where the compiler runs decides nothing: with debug information alone the directory is named.
#[test]
fn the_directory_does_not_matter() {
    let source = std::fs::read(root().join("testdata/run/algo_sha256.vx")).unwrap();
    let objects: Vec<Vec<u8>> = (0..2)
        .map(|_| {
            let dir = tempfile::tempdir().unwrap();
            std::fs::write(dir.path().join("p.vx"), &source).unwrap();
            vexc_in(dir.path(), &["-c", "-O2", "p.vx"]).expect(0);
            std::fs::read(dir.path().join("p.o")).unwrap()
        })
        .collect();
    assert!(objects[0] == objects[1]);
}

#[test]
fn bisecting_keeps_programs_working() {
    for name in ["algo_sha256", "control_match", "libm_f64"] {
        let program = format!("testdata/run/{name}.vx");
        let expected = std::fs::read_to_string(root().join(format!("testdata/run/{name}.stdout"))).unwrap();
        for limit in ["0", "1", "2", "3", "5", "8", "13", "21", "34", "1000000"] {
            for level in ["-O0", "-O3"] {
                let done = vexc_with(&["run", level, "--bisect-limit", limit, &program]).expect(0);
                assert_eq!(done.stdout, expected, "{name} {level} with {limit} steps");
            }
        }
    }
}

/// Each further step changes the program in one place at most, and some step does.
#[test]
fn bisecting_goes_from_nothing_to_everything() {
    let flow = |limit: &str| {
        let flags = ["--emit=flow=-", "--bisect-limit", limit, "testdata/run/algo_sha256.vx"];
        vexc_with(&flags).expect(0).stdout
    };
    let all = vexc_with(&["--emit=flow=-", "testdata/run/algo_sha256.vx"]).expect(0).stdout;
    assert_eq!(flow("1000000"), all);
    assert_ne!(flow("0"), all);
}

#[test]
fn times_are_json() {
    let dir = tempfile::tempdir().unwrap();
    let out = path(dir.path(), "out.o");
    let done = vexc_with(&["--time-passes=json", "-c", "-o", &out, "testdata/run/algo_sha256.vx"]).expect(0);
    let table: serde_json::Value = serde_json::from_str(&done.stderr).unwrap();
    let rows = table["passes"].as_array().unwrap();
    for pass in ["attr-desugar", "type-check", "flow-build", "check-insert", "inline-tag", "abi-lower"] {
        let row = rows.iter().find(|row| row["pass"] == pass).unwrap_or_else(|| panic!("no row for {pass}"));
        let (time, nodes) = (row["time_ns"].as_u64().unwrap(), row["nodes"].as_u64().unwrap());
        let each = row["ns_per_node"].as_f64().unwrap();
        assert!(nodes > 100, "{pass} saw {nodes} nodes");
        assert!((each * nodes as f64 - time as f64).abs() <= 1.0 + time as f64 * 1e-6, "{pass}: {row}");
    }
    assert!(rows.iter().any(|row| row["pass"] == "llvm-emit" && row["nodes"].is_null()));
    assert!(table["total_ns"].as_u64().unwrap() > 0);
    assert!(table["peak_bytes"].as_u64().unwrap() > 1_000_000);
}

/// `vexc opt` takes both kinds of text, and what it prints it takes again.
#[test]
fn single_passes_run_on_text() {
    let dir = tempfile::tempdir().unwrap();
    let opt = |pass: &str, input: &str, output: &Path| {
        run(vexc().args(["opt", &format!("--passes={pass}"), input, "-o"]).arg(output)).expect(0);
        std::fs::read_to_string(output).unwrap()
    };
    let source = path(dir.path(), "p.vx");
    std::fs::write(&source, "#[cfg(windows)]\nfn gone() {}\nfn kept(a: i32) -> i32 {\n    return a + 1 * 2;\n}\nfn main() -> i32 {\n    return kept(1);\n}\n")
        .unwrap();
    let pruned = opt("cfg-prune", &source, &dir.path().join("pruned.vx"));
    assert!(pruned.contains("fn kept") && !pruned.contains("gone"), "{pruned}");
    assert_eq!(opt("cfg-prune", &path(dir.path(), "pruned.vx"), &dir.path().join("again.vx")), pruned);
    // From Tree to Flow, then pass by pass on Flow alone.
    let built = opt("flow-build", &source, &dir.path().join("built.flow"));
    assert!(!built.contains("assert"), "{built}");
    let checked = opt("check-insert", &path(dir.path(), "built.flow"), &dir.path().join("checked.flow"));
    assert_ne!(checked, built);
    opt("monomorphise", &path(dir.path(), "checked.flow"), &dir.path().join("reached.flow"));
    opt("flow-simplify", &path(dir.path(), "reached.flow"), &dir.path().join("simple.flow"));
    opt("inline-tag", &path(dir.path(), "simple.flow"), &dir.path().join("tagged.flow"));
    let lowered = opt("abi-lower", &path(dir.path(), "tagged.flow"), &dir.path().join("lowered.flow"));
    assert_eq!(opt("abi-lower", &path(dir.path(), "tagged.flow"), &dir.path().join("same.flow")), lowered);
    let run_it = ["--start-after=abi-lower", &path(dir.path(), "lowered.flow")];
    assert_eq!(run(vexc().arg("run").args(run_it)).status, Some(3));
}
