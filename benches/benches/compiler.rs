//! Lexing, parsing, everything before LLVM, and all of it, on the generated corpus: lines per second.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::time::Duration;
use vex_backend::{Options, Session};
use vex_benches::{corpus, pipeline::Compiler};

const LINES: usize = 10_000;

fn compiler(c: &mut Criterion) {
    let corpus = corpus::generate(LINES);
    let mut group = c.benchmark_group("compiler");
    group.throughput(Throughput::Elements(corpus.lines as u64));
    group.bench_function("lex", |b| b.iter(|| vex_frontend::lexer::lex(&corpus.vex, 1)));
    group.bench_function("parse", |b| {
        b.iter_batched(Compiler::new, |mut c| c.parse(&corpus.vex), BatchSize::LargeInput)
    });
    group.bench_function("before-llvm", |b| {
        b.iter_batched(Compiler::new, |mut c| c.front(&corpus.vex), BatchSize::LargeInput);
    });
    group.bench_function("object-O0", |b| {
        b.iter_batched(Compiler::new, |c| object(c, &corpus.vex), BatchSize::LargeInput);
    });
    group.finish();
}

fn object(mut compiler: Compiler, text: &str) -> Vec<u8> {
    let program = compiler.parse(text);
    let flow = compiler.passes(program, false).expect("the corpus has no errors");
    let session = Session::new(&compiler.cx.target, Options::default()).expect("LLVM has the target");
    let module = session.emit(&compiler.cx, &flow).expect("the module is sound");
    module.optimize().expect("LLVM optimises");
    module.object().expect("LLVM writes objects")
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(3));
    targets = compiler
}
criterion_main!(benches);
