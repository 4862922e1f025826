//! What every pass is handed besides the IR: names, sources, target, options, diagnostics.

use crate::diag::{Diagnostic, Diags};
use crate::span::{SourceMap, Span};
use crate::symbol::{Interner, Symbol};
use crate::target::Target;
use smol_str::SmolStr;
use std::sync::Arc;

/// The context of a compilation. The first parameter of every pass.
pub struct Cx {
    /// Shared by all forks, as are the types of a program.
    pub interner: Arc<Interner>,
    pub sources: SourceMap,
    pub target: Target,
    pub options: Options,
    pub diags: Diags,
    /// The headers that declarations of C mirror, from `extern-resolve` on; the driver looks for the files.
    pub headers: Vec<HeaderUse>,
    /// Room for a number for each symbol, for the pass that runs: all are 0 between bodies. Making it for each body would take
    /// time for each name of the program.
    pub by_symbol: Vec<u32>,
}

/// A header of C that the program names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeaderUse {
    pub name: SmolStr,
    /// The text that names it.
    pub span: Span,
}

/// What flags decide and passes may ask.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// `--cfg name`, `--cfg name="value"`
    pub cfgs: Vec<(String, Option<String>)>,
    /// `--feature name`
    pub features: Vec<String>,
    /// Whether `#[cfg(test)]` holds and `#[test]` functions are part of the program.
    pub test: bool,
    pub opt_level: OptLevel,
    /// `--overflow-checks`; by default on at `-O0` alone.
    pub overflow_checks: Option<bool>,
    /// Whether the largest AVX, SVE or RVV vectors may be used: the width in bytes of a vector register of the target CPU.
    pub vector_bytes: u32,
    /// Whether a `main` is required: executables and in-memory runs.
    pub needs_main: bool,
    /// `-g`: every variable has a place in memory where a debugger finds it.
    pub debug_info: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cfgs: Vec::new(),
            features: Vec::new(),
            test: false,
            opt_level: OptLevel::O0,
            overflow_checks: None,
            vector_bytes: 16,
            needs_main: false,
            debug_info: false,
        }
    }
}

impl Options {
    pub fn overflow_checks(&self) -> bool {
        self.overflow_checks.unwrap_or(self.opt_level == OptLevel::O0)
    }

    /// `#[cfg(debug_assertions)]`
    pub fn debug_assertions(&self) -> bool {
        self.opt_level == OptLevel::O0
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OptLevel {
    O0,
    O1,
    O2,
    O3,
    Os,
    Oz,
}

impl Cx {
    pub fn new(target: Target, options: Options) -> Cx {
        Cx {
            interner: Arc::default(),
            sources: SourceMap::default(),
            target,
            options,
            diags: Diags::default(),
            headers: Vec::new(),
            by_symbol: Vec::new(),
        }
    }

    /// A context for another thread: with the same names, sources, target and options, and diagnostics of its own.
    pub fn fork(&self) -> Cx {
        Cx {
            interner: self.interner.clone(),
            sources: self.sources.clone(),
            target: self.target.clone(),
            options: self.options.clone(),
            diags: self.diags.fork(),
            headers: Vec::new(),
            by_symbol: Vec::new(),
        }
    }

    pub fn text(&self, symbol: Symbol) -> &str {
        self.interner.get(symbol)
    }

    pub fn emit(&mut self, diagnostic: Diagnostic) {
        self.diags.push(diagnostic);
    }

    /// A name no source can contain: for what passes make.
    pub fn fresh(&mut self, stem: &str, number: usize) -> Symbol {
        self.interner.intern(&format!("{stem}{number}"))
    }

    pub fn snippet(&self, span: Span) -> &str {
        self.sources.snippet(span)
    }

    /// The text of an expression without the parentheses around it, which its span includes.
    pub fn bare_snippet(&self, span: Span) -> &str {
        crate::span::without_parens(self.sources.snippet(span))
    }
}
