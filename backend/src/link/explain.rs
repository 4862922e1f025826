//! Diagnostics for what a linker complains of, each at the declaration it is about.

use super::command::{NO_C_COMPILER, gnu_triple};
use super::complaints::{Problem, parse_errors, stopped};
use super::missing::{Installed, LIBRARY_NOT_FOUND, UNDEFINED_SYMBOL, missing_library, missing_symbol};
use std::collections::{HashMap, HashSet};
use vex_ir::Cx;
use vex_ir::diag::{Code, Diagnostic};
use vex_ir::flow::{Global, Linkage, Program};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::symbol::Symbol;
use vex_ir::target::{ObjectFormat, Target};

/// A symbol that is defined twice.
pub const SYMBOL_DEFINED_TWICE: Code = Code("E0803");
/// The linker failed for a reason of its own.
pub const LINKER_FAILED: Code = Code("E0804");
const TOO_FAR: Code = Code("E0338");

/// What to tell the user where a linker for another machine finds nothing of that machine's system, not even its C library:
/// that all at once, and not of each library that is missing.
pub fn no_system(target: &Target, stderr: &str) -> Option<Diagnostic> {
    let system = ["c", "System", "gcc", "msvcrt", "ucrt", "mingw32"];
    let is_it = |problem: &Problem| matches!(problem, Problem::MissingLibrary(l) if system.contains(&l.as_str()));
    parse_errors(stderr).iter().any(is_it).then(|| {
        let message = format!("there is no C library for `{}` here to link with", target.name);
        let cross = format!("{}-gcc", gnu_triple(target));
        let error = Diagnostic::error(NO_C_COMPILER, Span::NONE, message);
        let install = format!("install {cross}, or say with `--link-arg=--sysroot=DIR` where the system's files are");
        let error = if target.object == ObjectFormat::Elf { error.note(install) } else { error };
        error.note("`-c` stops before linking")
    })
}

/// What to tell the user of a linker that failed: of each complaint, at the declaration it is about.
pub fn diagnose(cx: &Cx, program: &Program, stderr: &str, installed: &Installed) -> Vec<Diagnostic> {
    let problems = parse_errors(stderr);
    if problems.is_empty() {
        let text = stderr.trim();
        let error = Diagnostic::error(LINKER_FAILED, Span::NONE, "the linker failed");
        return vec![if text.is_empty() { error } else { error.note(text) }];
    }
    let mut errors = explain(cx, program, &problems, installed);
    if let Some(last) = errors.last_mut() {
        if problems.len() > MAX_EXPLAINED {
            last.notes.push("`--verbose` shows all that the linker says".into());
        }
        if stopped(stderr) {
            let more =
                "the linker stopped here and may have more to say; `--link-arg=-Wl,--error-limit=0` lets it go on";
            last.notes.push(more.into());
        }
    }
    errors
}

/// The number of a linker's complaints that are explained; the others are only counted, since each explanation searches the whole
/// program and everything that is installed.
pub const MAX_EXPLAINED: usize = 100;

/// The diagnostics for complaints; also for what execution in memory finds missing.
pub fn explain(cx: &Cx, program: &Program, problems: &[Problem], installed: &Installed) -> Vec<Diagnostic> {
    let mut offered = HashSet::new();
    let spans = SymbolSpans::new(program);
    let exported = program.fns.iter().filter(|(_, f)| f.linkage == Linkage::Export).map(|(_, f)| cx.text(f.symbol));
    let exported: Vec<&str> = exported.filter(|symbol| *symbol != "main").collect();
    let one = |problem: &Problem| match problem {
        Problem::MissingSymbol(name) => {
            let alone = program.libs.is_empty();
            missing_symbol(name, spans.of(cx, name), (&exported, alone), installed, &mut offered)
        }
        Problem::MissingLibrary(name) => missing_library(cx, program, name, installed),
        Problem::DuplicateSymbol(name) => {
            let span = spans.of(cx, name).unwrap_or(Span::NONE);
            Diagnostic::error(SYMBOL_DEFINED_TWICE, span, format!("the symbol `{name}` is defined twice"))
                .label("defined here")
                .note("the other definition is in a library or object that is linked")
        }
        Problem::OutOfRange => too_far(cx, program),
    };
    let (explained, others) = problems.split_at(problems.len().min(MAX_EXPLAINED));
    let mut errors: Vec<Diagnostic> = explained.iter().map(one).collect();
    errors.extend(counted(others));
    errors
}

/// The note about complaints that are not explained.
fn counted(problems: &[Problem]) -> Vec<Diagnostic> {
    type Kind = (Code, fn(&Problem) -> bool, [&'static str; 2]);
    let kinds: [Kind; 3] = [
        (
            UNDEFINED_SYMBOL,
            |p| matches!(p, Problem::MissingSymbol(_)),
            ["symbol is undefined", "symbols are undefined"],
        ),
        (
            LIBRARY_NOT_FOUND,
            |p| matches!(p, Problem::MissingLibrary(_)),
            ["library is not found", "libraries are not found"],
        ),
        (
            SYMBOL_DEFINED_TWICE,
            |p| matches!(p, Problem::DuplicateSymbol(_)),
            ["symbol is defined twice", "symbols are defined twice"],
        ),
    ];
    let one = |(code, is_it, [one, many]): Kind| {
        let count = problems.iter().filter(|problem| is_it(problem)).count();
        let message = format!("{count} more {}", if count == 1 { one } else { many });
        (count > 0).then(|| Diagnostic::error(code, Span::NONE, message))
    };
    kinds.into_iter().filter_map(one).collect()
}

/// Statics are what makes a program so large, as a rule: the largest is named.
fn too_far(cx: &Cx, program: &Program) -> Diagnostic {
    let size = |global: &Global| layout(&program.types, &cx.target, global.ty).map_or(0, |layout| layout.size);
    let own = || program.globals.values().filter(|global| global.linkage != Linkage::Import);
    let all = own().map(size).sum::<u64>();
    let largest = own().max_by_key(|global| size(global));
    let span = largest.map_or(Span::NONE, |global| global.span);
    Diagnostic::error(TOO_FAR, span, format!("the statics of the program have {all} bytes together"))
        .label("the largest of them")
        .note(
            "code reaches 2147483648 bytes of the program, before and behind; more is allocated when the program runs",
        )
}

/// Where the program declares or defines its symbols.
pub struct SymbolSpans(HashMap<Symbol, Span>);

impl SymbolSpans {
    /// The place of a function counts before that of a static, and the first of several.
    pub fn new(program: &Program) -> SymbolSpans {
        let functions = program.fns.values().map(|f| (f.symbol, f.span));
        let mut spans = HashMap::new();
        for (symbol, span) in functions.chain(program.globals.values().map(|g| (g.symbol, g.span))) {
            spans.entry(symbol).or_insert(span);
        }
        SymbolSpans(spans)
    }

    pub fn of(&self, cx: &Cx, name: &str) -> Option<Span> {
        self.0.get(&cx.interner.lookup(name)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_system_is_one_error() {
        let no_system = |said: &str| no_system(&Target::parse("riscv64gc-unknown-linux-gnu").unwrap(), said);
        assert_eq!(no_system("ld.lld: error: unable to find library -lc").unwrap().code, NO_C_COMPILER);
        assert!(no_system("ld.lld: error: unable to find library -lz").is_none());
    }
}
