//! Every pass on the generated corpus: time per node, as throughput in elements.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::time::{Duration, Instant};
use vex_backend::{Options, Session};
use vex_benches::{corpus, pipeline::Compiler};

const LINES: usize = 10_000;

fn passes(c: &mut Criterion) {
    let corpus = corpus::generate(LINES);
    let mut group = c.benchmark_group("pass");
    for (index, pass) in vex_passes::PASSES.iter().enumerate().filter(|(_, p)| p.home == "passes") {
        let nodes = timing(&corpus.vex, index).1;
        group.throughput(Throughput::Elements(nodes));
        group.bench_function(pass.name, |b| {
            b.iter_custom(|iterations| (0..iterations).map(|_| timing(&corpus.vex, index).0).sum::<Duration>());
        });
    }
    group.throughput(Throughput::Elements(emission(&corpus.vex).1));
    group.bench_function("llvm-emit", |b| {
        b.iter_custom(|iterations| (0..iterations).map(|_| emission(&corpus.vex).0).sum::<Duration>());
    });
    group.finish();
}

/// The time of `llvm-emit` alone, and the statements it saw.
fn emission(text: &str) -> (Duration, u64) {
    let mut compiler = Compiler::new();
    let program = compiler.parse(text);
    let flow = compiler.passes(program, false).expect("the corpus has no errors");
    let bodies = flow.bodies.values();
    let nodes = bodies.flat_map(|b| b.blocks.values()).map(|b| b.stmts.len() as u64 + 1).sum();
    let session = Session::new(&compiler.cx.target, Options::default()).expect("LLVM has the target");
    let start = Instant::now();
    let module = session.emit(&compiler.cx, &flow).expect("the module is sound");
    let time = start.elapsed();
    drop(module);
    (time, nodes)
}

/// The time of one pass in a run of the whole pipeline, and the nodes it saw.
fn timing(text: &str, pass: usize) -> (Duration, u64) {
    let mut compiler = Compiler::new();
    let program = compiler.parse(text);
    compiler.passes(program, true).expect("the corpus has no errors");
    let found = compiler.timings.iter().find(|t| t.pass == pass).expect("every pass is timed");
    (found.time, found.nodes.max(1))
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = passes
}
criterion_main!(benches);
