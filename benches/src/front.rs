//! Everything before LLVM on the generated corpus, pass by pass: nanoseconds per line and per node.
//!
//! `cargo run --release -p vex-benches --bin front -- [LINES]`

use std::time::{Duration, Instant};
use vex_benches::{corpus, pipeline::Compiler};

/// How often everything is done. The least time counts: other work on the machine, and the kernel handing out memory for
/// the first time, only ever add to it.
const ROUNDS: usize = 7;

fn main() {
    let lines = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(100_000);
    let corpus = corpus::generate(lines);
    let mut least: Vec<(String, Duration, u64)> = Vec::new();
    let mut whole = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut compiler = Compiler::new();
        assert_eq!(compiler.front(&corpus.vex), Vec::<String>::new());
        whole = whole.min(start.elapsed());
        drop(compiler);
        let round = measure(&corpus.vex);
        if least.is_empty() {
            least = round;
            continue;
        }
        for (best, now) in least.iter_mut().zip(round) {
            best.1 = best.1.min(now.1);
        }
    }
    let mut total = Duration::ZERO;
    for (name, time, nodes) in &least {
        let nanos = time.as_nanos() as f64;
        let per_node = if *nodes > 0 { format!("{:>8.1} ns/node", nanos / *nodes as f64) } else { String::new() };
        println!("{name:<20} {:>8.1} ns/line {per_node}", nanos / corpus.lines as f64);
        total += *time;
    }
    // Timed one by one, each pass sees the whole program; otherwise those of scope `body` follow each other on one body.
    println!("{:<20} {:>8.0} lines/s", "one by one", corpus.lines as f64 / total.as_secs_f64());
    println!("{:<20} {:>8.0} lines/s", "all before LLVM", corpus.lines as f64 / whole.as_secs_f64());
}

/// The time of each part, and the nodes it saw.
fn measure(text: &str) -> Vec<(String, Duration, u64)> {
    let mut compiler = Compiler::new();
    let start = Instant::now();
    let program = compiler.parse(text);
    let mut parts = vec![("parse (with lex)".to_string(), start.elapsed(), 0)];
    let built = compiler.passes(program, true);
    assert!(built.is_some(), "the corpus has errors");
    for t in &compiler.timings {
        parts.push((vex_passes::PASSES[t.pass].name.to_string(), t.time, t.nodes.max(1)));
    }
    parts
}
