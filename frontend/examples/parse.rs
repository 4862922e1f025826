//! Parses the files named on the command line and shows what is wrong with them; with `--time`, how long it takes.

use std::time::Instant;
use vex_frontend::parse_module;
use vex_ir::cx::Options;
use vex_ir::target::Target;
use vex_ir::{Cx, Severity};

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let time = args.iter().position(|a| a == "--time").map(|i| args.remove(i)).is_some();
    for path in args {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let target = Target::parse("x86_64-unknown-linux-gnu").expect("a target");
        let mut cx = Cx::new(target, Options::default());
        let start = Instant::now();
        let program = parse_module(&mut cx, &path, &text);
        let took = start.elapsed();
        if time {
            let start = Instant::now();
            let lexed = vex_frontend::lexer::lex(&text, 1);
            let lexing = start.elapsed();
            let (mb, tokens) = (text.len() as f64 / 1e6, lexed.tokens.len() as f64 / 1e6);
            println!(
                "{path}: lex {:.1} MB/s, all {:.1} MB/s, {:.2} M tokens/s, {:.2} M lines/s, {} items",
                mb / lexing.as_secs_f64(),
                mb / took.as_secs_f64(),
                tokens / took.as_secs_f64(),
                text.lines().count() as f64 / 1e6 / took.as_secs_f64(),
                program.items.len()
            );
        }
        for d in cx.diags.list() {
            let place = cx.sources.location(d.primary.span).map(|(p, l)| format!("{p}:{}:{}", l.line, l.col));
            let kind = if d.severity == Severity::Error { "error" } else { "warning" };
            println!("{}: {kind}[{}]: {} ({})", place.unwrap_or_default(), d.code.0, d.message, d.primary.text);
            for n in &d.notes {
                println!("    note: {n}");
            }
            if let Some(s) = &d.suggestion {
                println!("    {}: `{}` -> `{}`", s.message, cx.snippet(s.span), s.replacement);
            }
        }
    }
}
