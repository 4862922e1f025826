//! Everything before LLVM on the generated corpus, pass by pass: nanoseconds per line and per node.
//!
//! `cargo run --release -p vex-benches --bin front -- [LINES]`

use std::time::Instant;
use vex_benches::{corpus, pipeline::Compiler};

/// As in the driver: passes allocate many small lists and free them together.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let lines = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(100_000);
    let corpus = corpus::generate(lines);
    let mut compiler = Compiler::new();
    let start = Instant::now();
    let tokens = vex_frontend::lexer::lex(&corpus.vex, 1);
    let lex = start.elapsed();
    std::hint::black_box(tokens);
    let start = Instant::now();
    let program = compiler.parse(&corpus.vex);
    let parse = start.elapsed();
    let start = Instant::now();
    let built = compiler.passes(program, true);
    let passes = start.elapsed();
    let per_line = |time: std::time::Duration| time.as_nanos() as f64 / corpus.lines as f64;
    println!("{:<20} {:>8.1} ns/line", "lex", per_line(lex));
    println!("{:<20} {:>8.1} ns/line", "parse (with lex)", per_line(parse));
    for t in &compiler.timings {
        let per_node = t.time.as_nanos() as f64 / t.nodes.max(1) as f64;
        println!("{:<20} {:>8.1} ns/line {:>8.1} ns/node", vex_passes::PASSES[t.pass].name, per_line(t.time), per_node);
    }
    println!("{:<20} {:>8.1} ns/line", "passes", per_line(passes));
    println!("{:<20} {:>8.0} lines/s", "all before LLVM", corpus.lines as f64 / (parse + passes).as_secs_f64());
    for d in compiler.cx.diags.list().iter().take(5) {
        println!("{}: {}", compiler.cx.snippet(d.primary.span), d.message);
    }
    assert!(built.is_some(), "the corpus has errors");
}
