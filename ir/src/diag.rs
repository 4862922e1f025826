//! Diagnostics as data. The code that finds a problem says what, where, why and how to mend it; rendering is the driver's.

use crate::lint::{LINTS, LintLevel, LintLevels};
use crate::span::Span;
use rustc_hash::FxHashSet;
use std::sync::Arc;

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

/// What a compilation has found so far.
#[derive(Default)]
pub struct Diags {
    list: Vec<Diagnostic>,
    errors: usize,
    /// What is in the list: one place with one code and one message is one problem, which a pass may come across several times.
    pushed: FxHashSet<(Code, Span, Box<str>)>,
    lints: Arc<LintLevels>,
}

impl Diags {
    /// Adds a diagnostic, once, at the level that its lint has at its place.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let Some(diagnostic) = self.leveled(diagnostic) else { return };
        if !self.pushed.insert((diagnostic.code, diagnostic.primary.span, diagnostic.message.as_str().into())) {
            return;
        }
        self.errors += usize::from(diagnostic.severity == Severity::Error);
        self.list.push(diagnostic);
    }

    /// A diagnostic at the level of its lint: `None` if that is allowed, an error if it is denied.
    fn leveled(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        let Some(lint) = diagnostic.lint else { return Some(diagnostic) };
        match self.lints.at(lint, diagnostic.primary.span) {
            LintLevel::Allow => return None,
            LintLevel::Warn => {}
            LintLevel::Deny => diagnostic.severity = Severity::Error,
        }
        Some(diagnostic)
    }

    /// Sets what attributes say of lints. It holds for what comes later.
    pub fn set_lints(&mut self, lints: LintLevels) {
        self.lints = Arc::new(lints);
    }

    /// An empty list under the same levels of lints.
    pub fn fork(&self) -> Diags {
        Diags { lints: self.lints.clone(), ..Diags::default() }
    }

    pub fn lints(&self) -> &LintLevels {
        &self.lints
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
        self.pushed.clear();
        std::mem::take(&mut self.list)
    }
}

/// Words with more mistakes than these are not close. A comparison takes time in proportion to the length of the words times this.
const MAX_MISTAKES: usize = 32;

/// The candidate closest to `word`, if any is close enough to be what was meant: at most a third of it mistyped.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    // Words of one letter are never close.
    let limit = (word.len() / 3).max(1).min(word.len().saturating_sub(1)).min(MAX_MISTAKES);
    let mut rows = Rows::default();
    candidates
        .into_iter()
        .filter(|c| !c.is_empty())
        .filter_map(|c| Some((rows.distance(&word, c, limit)?, c)))
        .min_by(|a, b| a.cmp(b))
        .map(|(_, c)| c)
}

/// Levenshtein distance with adjacent transpositions counted once (optimal string alignment), ignoring case. Keeps its
/// memory from one pair of words to the next.
#[derive(Default)]
struct Rows {
    other: Vec<char>,
    before: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
    #[cfg(test)]
    cells: usize,
}

impl Rows {
    /// The distance, if it is at most `limit`.
    fn distance(&mut self, a: &[char], b: &str, limit: usize) -> Option<usize> {
        // A byte is a character at most, and a character four bytes.
        if b.len() > (a.len() + limit) * 4 || b.len() + limit < a.len() {
            return None;
        }
        self.other.clear();
        self.other.extend(b.chars().flat_map(char::to_lowercase));
        let b = &self.other;
        if a.len().abs_diff(b.len()) > limit {
            return None;
        }
        // Only cells near the diagonal can be small enough; those beside the band count as too far.
        let far = limit + 1;
        for row in [&mut self.before, &mut self.last, &mut self.row] {
            row.clear();
            row.resize(b.len() + 1, far);
        }
        (0..=limit.min(b.len())).for_each(|j| self.last[j] = j);
        for i in 1..=a.len() {
            let (from, to) = (i.saturating_sub(limit).max(1), (i + limit).min(b.len()));
            self.row[from - 1] = if from == 1 { i.min(far) } else { far };
            for j in from..=to {
                let cost = usize::from(a[i - 1] != b[j - 1]);
                let mut best = (self.last[j] + 1).min(self.row[j - 1] + 1).min(self.last[j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(self.before[j - 2] + 1);
                }
                self.row[j] = best.min(far);
            }
            // The next row's band goes one cell further; that cell of this row is out of the band.
            if let Some(next) = self.row.get_mut(to + 1) {
                *next = far;
            }
            #[cfg(test)]
            {
                self.cells += (to + 1).saturating_sub(from);
            }
            // If no cell of the last two rows is within the limit, the distance cannot be.
            let band = from - 1..=to.max(from - 1);
            let short = |row: &[usize]| row[band.clone()].iter().any(|d| *d <= limit);
            if !short(&self.row) && !short(&self.last) {
                return None;
            }
            std::mem::swap(&mut self.before, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        Some(self.last[b.len()]).filter(|d| *d <= limit)
    }
}

/// The article before a name or a type, as it is read: an `i32`, a `u32`.
pub fn article(name: &str) -> &'static str {
    if name.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_problem_is_said_once_however_much_lies_between() {
        let mut diags = Diags::default();
        let at = |n: u32| Diagnostic::error(Code("E0001"), Span::new(n, n + 1), "wrong");
        (1..1000).chain(1..1000).for_each(|n| diags.push(at(n)));
        assert_eq!((diags.list().len(), diags.error_count()), (999, 999));
        diags.push(Diagnostic::error(Code("E0001"), Span::new(1, 2), "wrong otherwise"));
        diags.push(Diagnostic::error(Code("E0002"), Span::new(1, 2), "wrong"));
        assert_eq!(diags.error_count(), 1001);
    }

    #[test]
    fn lints_have_the_level_of_their_place() {
        let mut diags = Diags::default();
        let warn = |lo: u32| Diagnostic::warning(Code("E0001"), "unused_mut", Span::new(lo, lo + 1), "unused");
        diags.set_lints(LintLevels::new([
            (Span::new(10, 20), LintLevel::Allow, "unused"),
            (Span::new(20, 30), LintLevel::Deny, "warnings"),
        ]));
        [5, 15, 25].into_iter().for_each(|lo| diags.push(warn(lo)));
        let found: Vec<(u32, Severity)> = diags.list().iter().map(|d| (d.primary.span.lo, d.severity)).collect();
        assert_eq!(found, [(5, Severity::Warning), (25, Severity::Error)]);
        assert_eq!(diags.error_count(), 1);
    }

    #[test]
    fn articles_are_as_they_are_read() {
        for (name, with) in [
            ("i32", "an"),
            ("u32", "a"),
            ("usize", "a"),
            ("isize", "an"),
            ("Error", "an"),
            ("Point", "a"),
            ("&i32", "a"),
        ] {
            assert_eq!(article(name), with, "{name}");
        }
    }

    #[test]
    fn suggests_what_is_close() {
        assert_eq!(closest("lnux", ["macos", "linux"]), Some("linux"));
        assert_eq!(closest("Linux", ["macos", "linux"]), Some("linux"));
        assert_eq!(closest("tagret_os", ["target_os", "target_arch"]), Some("target_os"));
        assert_eq!(closest("zebra", ["linux"]), None);
        assert_eq!(closest("x", ["y", "X"]), Some("X"));
        assert_eq!(closest("", ["y"]), None);
        assert_eq!(closest("ab", ["ba", "b", "abc", "cd"]), Some("abc"));
        assert_eq!(closest("größe", ["groesse", "grosse", "Größe"]), Some("Größe"));
    }

    /// The plain algorithm, over the whole table.
    fn plain(a: &[char], b: &[char]) -> usize {
        let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    d[i][j] = i + j;
                    continue;
                }
                let cost = usize::from(a[i - 1] != b[j - 1]);
                d[i][j] = (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    d[i][j] = d[i][j].min(d[i - 2][j - 2] + 1);
                }
            }
        }
        d[a.len()][b.len()]
    }

    #[test]
    fn the_bounded_distance_is_the_distance() {
        let mut state = 1u32;
        let mut word = |len: u32| -> Vec<char> {
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16
            };
            (0..next() % len).map(|_| char::from(b'a' + (next() % 3) as u8)).collect()
        };
        let mut rows = Rows::default();
        for _ in 0..20_000 {
            let (a, b) = (word(12), word(12));
            let text: String = b.iter().collect();
            for limit in 0..5 {
                let found = rows.distance(&a, &text, limit);
                assert_eq!(found, Some(plain(&a, &b)).filter(|d| *d <= limit), "{a:?} {b:?} {limit}");
            }
        }
    }

    #[test]
    fn long_words_take_time_in_proportion() {
        let cells = |len: usize| {
            let (a, b) = (vec!['a'; len], "a".repeat(len - 1) + "b");
            let mut rows = Rows::default();
            assert_eq!(rows.distance(&a, &b, MAX_MISTAKES), Some(1));
            rows.cells
        };
        assert!(cells(20_000) <= 20_000 * (2 * MAX_MISTAKES + 1));
        assert!(cells(20_000) < 5 * cells(5_000));
        let long = "a".repeat(80_000);
        assert_eq!(closest(&format!("{long}b"), [long.as_str(), "other"]), Some(long.as_str()));
    }
}
