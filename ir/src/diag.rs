//! Diagnostics as data. Whoever finds a problem says what, where, why and how to mend it; rendering is the driver's.

use crate::span::Span;

/// A diagnostic's code, as in `vexc explain E0213`. Declared as a constant beside the place that emits it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(pub &'static str);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    Warning,
    Error,
}

/// A place and what to say of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// A change of the source that mends the problem, or may.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    pub message: String,
    pub span: Span,
    pub replacement: String,
    /// Whether a tool may apply it unasked.
    pub machine_applicable: bool,
}

/// A problem in the user's program.
#[derive(Clone, PartialEq, Debug)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    pub message: String,
    /// The place it is about, with a label that may be empty.
    pub primary: Label,
    /// Further places.
    pub secondary: Vec<Label>,
    pub notes: Vec<String>,
    pub suggestion: Option<Suggestion>,
    /// The lint's name for `#[allow(…)]` and `#[deny(…)]`, if it is one.
    pub lint: Option<&'static str>,
}

impl Diagnostic {
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            message: message.into(),
            primary: Label { span, text: String::new() },
            secondary: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
            lint: None,
        }
    }

    /// A warning, under the name by which `#[allow]` and `#[deny]` know it.
    pub fn warning(code: Code, lint: &'static str, span: Span, message: impl Into<String>) -> Diagnostic {
        debug_assert!(LINTS.binary_search(&lint).is_ok(), "`{lint}` is not in the list of lints");
        Diagnostic { severity: Severity::Warning, lint: Some(lint), ..Diagnostic::error(code, span, message) }
    }

    /// What to say at the primary place.
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        self.primary.text = text.into();
        self
    }

    pub fn secondary(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.secondary.push(Label { span, text: text.into() });
        self
    }

    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// A change that certainly mends it.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>, message: impl Into<String>) -> Diagnostic {
        self.suggestion = Some(Suggestion {
            message: message.into(),
            span,
            replacement: replacement.into(),
            machine_applicable: true,
        });
        self
    }

    /// A change that may mend it.
    pub fn suggest(self, span: Span, replacement: impl Into<String>, message: impl Into<String>) -> Diagnostic {
        let mut diagnostic = self.fix(span, replacement, message);
        if let Some(s) = &mut diagnostic.suggestion {
            s.machine_applicable = false;
        }
        diagnostic
    }
}

/// The lints, by the names that `#[allow(…)]` and `-A` take, in order.
pub const LINTS: &[&str] = &[
    "arithmetic_overflow",
    "deprecated",
    "ineffective_inline",
    "intrinsic_signature",
    "recursive_inline",
    "unconditional_panic",
    "unexpected_cfgs",
    "unknown_lints",
    "unreachable_code",
    "unreachable_patterns",
    "unused_imports",
    "unused_must_use",
    "unused_mut",
    "unused_unsafe",
    "unused_variables",
];

/// What a compilation has found so far.
#[derive(Default)]
pub struct Diags {
    list: Vec<Diagnostic>,
    errors: usize,
}

impl Diags {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        // One place with one code is one problem: a construct that a pass visits twice is reported once.
        if self.list.iter().rev().take(64).any(|d| {
            d.code == diagnostic.code && d.primary.span == diagnostic.primary.span && d.message == diagnostic.message
        }) {
            return;
        }
        self.errors += usize::from(diagnostic.severity == Severity::Error);
        self.list.push(diagnostic);
    }

    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    pub fn error_count(&self) -> usize {
        self.errors
    }

    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    pub fn take(&mut self) -> Vec<Diagnostic> {
        self.errors = 0;
        std::mem::take(&mut self.list)
    }
}

/// The candidate closest to `word`, if any is close enough to be what was meant: at most a third of it mistyped.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|c| (distance(word, c), c))
        // One letter for another is no likeness, and the word itself is no help.
        .filter(|(d, c)| *d <= limit && *d < word.chars().count() && !c.is_empty() && *c != word)
        .min_by(|a, b| a.cmp(b))
        .map(|(_, c)| c)
}

/// Levenshtein distance with adjacent transpositions counted once (optimal string alignment), ignoring case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_close() {
        assert_eq!(closest("lnux", ["macos", "linux"]), Some("linux"));
        assert_eq!(closest("Linux", ["macos", "linux"]), Some("linux"));
        assert_eq!(closest("tagret_os", ["target_os", "target_arch"]), Some("target_os"));
        assert_eq!(closest("zebra", ["linux"]), None);
    }
}
