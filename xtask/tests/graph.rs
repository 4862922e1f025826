//! What chores, IR, frontend and passes are built from.

use std::path::Path;
use std::process::Command;

/// All that a crate is built and tested from.
fn graph(package: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ is in the workspace");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--locked", "--prefix=none", "--edges=normal,build,dev", "-p", package]);
    let output = cargo.current_dir(root).output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn everything_before_the_backend_is_built_without_llvm() {
    let has_llvm = |package| ["inkwell ", "llvm-sys ", "vex-backend "].iter().any(|name| graph(package).contains(name));
    for package in ["xtask", "vex-ir", "vex-frontend", "vex-passes"] {
        assert!(!has_llvm(package), "{package} needs LLVM:\n{}", graph(package));
    }
    assert!(has_llvm("vexc"), "the test finds LLVM where it is");
}
