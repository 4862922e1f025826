//! `vexc passes`: the table of passes, and what one of them does.

use crate::command_line::cli::Usage;
use crate::flags::passes::pass_named;
use std::fmt::Write;
use vex_ir::lang::Grammar;
use vex_passes::PASSES;
use vex_passes::runner::{Form, PassInfo};

/// The table of contracts.
pub fn passes() -> String {
    let rows: Vec<[String; 6]> = PASSES.iter().enumerate().map(|(i, pass)| row(i, pass)).collect();
    let header = ["#", "pass", "language", "form", "removes", "adds"].map(String::from);
    let mut widths = header.clone().map(|h| h.len());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(&header).chain(&rows) {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
    }
    out.push_str(
        "\nform: `program` sees everything, `body` rewrites one function at a time, `lint` reads one; `?` marks a pass that may be left out.\n",
    );
    out.push_str("`vexc passes PASS` says what one of them does.\n");
    out
}

fn row(index: usize, pass: &PassInfo) -> [String; 6] {
    let optional = if pass.optional { "?" } else { "" };
    [
        (index + 1).to_string(),
        format!("{}{optional}", pass.name),
        format!("{} -> {}", pass.from, pass.to),
        form(pass).into(),
        names(pass.removes),
        names(pass.adds),
    ]
}

fn form(pass: &PassInfo) -> &'static str {
    match pass.form {
        Form::Program => "program",
        Form::Nest => "nest",
        Form::Body => "body",
        Form::Lint => "lint",
    }
}

fn names(grammar: Grammar) -> String {
    grammar.iter().map(|p| p.name()).collect::<Vec<_>>().join(" ")
}

/// All about one pass.
pub fn pass(name: &str) -> Usage<String> {
    let index = pass_named(name)?;
    let pass = &PASSES[index];
    let list = |grammar: Grammar| match names(grammar) {
        empty if empty.is_empty() => "-".to_string(),
        names => names,
    };
    let mut out = format!("{}: {}\n\n", pass.name, pass.summary);
    let _ = writeln!(out, "place:     {} of {}", index + 1, PASSES.len());
    let _ = writeln!(out, "language:  {} -> {} ({:?} -> {:?})", pass.from, pass.to, pass.from_ir, pass.to_ir);
    let _ = writeln!(out, "form:      {}", form(pass));
    let _ = writeln!(out, "optional:  {}", if pass.optional { "yes" } else { "no" });
    let _ = writeln!(out, "on errors: {}", if pass.clean { "does not run" } else { "runs" });
    let _ = writeln!(out, "removes:   {}", list(pass.removes));
    let _ = writeln!(out, "adds:      {}", list(pass.adds));
    let _ = writeln!(out, "before:    {}", list(pass.before));
    let _ = writeln!(out, "after:     {}", list(pass.after));
    let _ = writeln!(out, "source:    {}/{}/mod.rs", pass.home, pass.name.replace('-', "_"));
    Ok(out)
}
