//! Every pass on the generated corpus: time per node, as throughput in elements.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::time::Duration;
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
    group.finish();
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
