//! Programs that are written in Flow (`testdata/flow/`), of what no source makes yet: they do what they should when they are compiled and
//! executed, at `-O0` and `-O3`, and when they are interpreted. Their first lines say after which pass they are what they are, and
//! with what status they end.

mod common;

use common::{Failed, directive, run, vexc};
use std::path::Path;
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::flow::interp::{Answer, ErrorKind, Host, HostCall, Limits, Machine, Memory, Options as Rules, Value};
use vex_ir::flow::read::read;
use vex_ir::target::Target;

datatest_stable::harness! {
    { test = written, root = "../testdata/flow", pattern = r"^[^/]+\.flow$" },
}

fn written(path: &Path) -> datatest_stable::Result<()> {
    let path = &path.canonicalize()?;
    let text = std::fs::read_to_string(path)?;
    let first = |key: &str| directive(&text, key).into_iter().next().ok_or_else(|| Failed(format!("no `// {key}:`")));
    let (after, status) = (first("after")?, first("status")?.parse::<i32>()?);
    let dir = tempfile::tempdir()?;
    for level in ["-O0", "-O3"] {
        let program = dir.path().join("program");
        let mut command = vexc();
        let built = run(command.args(["--verify-each", level, "--start-after", &after, "-o"]).arg(&program).arg(path));
        if built.status != Some(0) {
            return Err(Failed(built.stderr).into());
        }
        let done = run(&mut std::process::Command::new(&program));
        if done.status != Some(status) {
            return Err(
                Failed(format!("{level}: status {:?} instead of {status}\n{}", done.status, done.stderr)).into()
            );
        }
    }
    let mut command = vexc();
    let args = ["--start-after", &after, "--stop-after=inline-tag", "--dump-after=inline-tag", "--dump-modules=all"];
    let dump = run(command.args(args).arg(path));
    let found = interpreted(&dump.stdout)?;
    if found != i64::from(status) {
        return Err(Failed(format!("interpreted: {found} instead of {status}")).into());
    }
    Ok(())
}

/// The programs call nothing outside.
struct Alone;

impl Host for Alone {
    fn call(&mut self, _: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        Err(ErrorKind::Foreign(call.id, "a foreign function is called".into()))
    }
}

/// What `main` returns.
fn interpreted(text: &str) -> Result<i64, Failed> {
    let target = Target::parse("x86_64-unknown-linux-gnu").map_err(|e| Failed(e.to_string()))?;
    let mut cx = Cx::new(target, Options::default());
    let program = read(&mut cx, text, 0).map_err(|e| Failed(format!("{}\n{text}", e.message)))?;
    let main = program.fns.iter().find(|(_, function)| cx.text(function.symbol) == "main");
    let (main, _) = main.ok_or_else(|| Failed("there is no `main`".into()))?;
    let mut machine = Machine::new(&program, &cx.target, Alone, Limits::default(), Rules::default());
    match machine.call(main, &[]) {
        Ok(value) => Ok(value.as_ref().and_then(Value::as_scalar).unwrap_or(0) as i64),
        Err(error) => Err(Failed(format!("interpreted: {}", error.kind.text()))),
    }
}
