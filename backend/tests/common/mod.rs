//! Flow text to a module.

use vex_backend::{Options, Session};
use vex_ir::cx::{Cx, Options as CxOptions};
use vex_ir::flow::{Program, read};
use vex_ir::target::Target;

/// Reads Flow text for a target.
pub fn read_flow(text: &str, options: &Options, triple: &str) -> (Cx, Program) {
    let target = Target::parse(triple).expect("a supported target");
    let vector_bytes = vex_backend::vector_bytes(&target, options);
    let mut cx = Cx::new(target, CxOptions { opt_level: options.opt, vector_bytes, ..CxOptions::default() });
    let base = cx.sources.add("test.vx".into(), text.into()).expect("a small text");
    let base = cx.sources.files()[base].base;
    let program = read::read(&mut cx, text, base)
        .unwrap_or_else(|d| panic!("{}: {:?}", d.message, cx.sources.location(d.primary.span)));
    (cx, program)
}

/// A session with the verifier on.
pub fn session(cx: &Cx, options: Options) -> Session {
    Session::new(&cx.target, Options { verify: true, name: "test.vx".into(), ..options }).expect("LLVM is set up")
}
