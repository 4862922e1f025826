mod common;
use common::*;
use vex_backend::*;
#[test]
fn try_it() {
    let Ok(path) = std::env::var("FLOW") else { return };
    let opt = match std::env::var("OPT").as_deref() {
        Ok("3") => vex_ir::cx::OptLevel::O3,
        _ => vex_ir::cx::OptLevel::O0,
    };
    let options =
        Options { opt, debug: std::env::var("G").is_ok(), cpu: std::env::var("CPU").ok(), ..Options::default() };
    let (cx, program) = read_flow(&std::fs::read_to_string(path).unwrap(), &options, "x86_64-unknown-linux-gnu");
    let session = session(&cx, options);
    let module = session.emit(&cx, &program).unwrap_or_else(|e| panic!("{e}"));
    println!("{}", module.llvm_ir());
    module.optimize().unwrap();
    module.verify().unwrap();
    if std::env::var("ASM").is_ok() {
        println!("{}", String::from_utf8(module.assembly().unwrap()).unwrap());
    }
    if let Ok(o) = std::env::var("OBJ") {
        std::fs::write(o, module.object().unwrap()).unwrap();
    }
    if std::env::var("RUN").is_ok() {
        let t = std::time::Instant::now();
        let job = jit::Job { objects: vec![module.object().unwrap()], args: vec!["x".into()], ..Default::default() };
        println!("{:?}", jit::run(&job));
        println!("{:?}", t.elapsed());
    }
}
