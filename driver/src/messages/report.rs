//! Diagnostics for people, through `annotate-snippets`, and lint levels.

use crate::command_line::cli::{Color, MessageFormat};
use crate::messages::json;
use crate::system::streams::eprint;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use vex_ir::diag::closest;
use vex_ir::lint::{self, LINTS, covers, is_known};
use vex_ir::span::{SourceFile, SourceMap, Span};
use vex_ir::{Code, Cx, Diagnostic, Severity};

/// A lint on the command line that there is not.
const UNKNOWN_LINT_FLAG: Code = Code("E0907");

/// The number of warnings that were shown, for where the process has to end without the report at hand.
static WARNINGS: AtomicUsize = AtomicUsize::new(0);

/// What to say and how.
pub struct Report {
    format: MessageFormat,
    renderer: Renderer,
    /// `-A`, `-W`, `-D`, in order.
    lints: Vec<(char, String)>,
    /// Lints whose name was mentioned.
    named: BTreeSet<&'static str>,
    /// The code of the first error that was shown.
    code: Option<&'static str>,
    pub errors: usize,
    warnings: usize,
}

impl Report {
    pub fn new(format: MessageFormat, color: Color, lints: Vec<(char, String)>) -> Report {
        let colored = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
                let able = std::env::var_os("TERM").is_none_or(|v| v != "dumb");
                std::io::stderr().is_terminal() && able && !refused
            }
        };
        let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
        Report { format, renderer, lints, named: BTreeSet::new(), code: None, errors: 0, warnings: 0 }
    }

    /// Warns of lints on the command line that there are not.
    pub fn check_lints(&self, cx: &mut Cx) {
        let known = |name: &str| {
            // C compilers have fewer warnings on by default, and these names for more of them.
            let of_c = ["all", "extra", "pedantic"].contains(&name);
            is_known(name) || name == "error" || of_c || name.starts_with("l,")
        };
        for (letter, name) in self.lints.iter().filter(|(_, name)| !known(name)) {
            let close =
                closest(name, LINTS.iter().copied()).map_or(String::new(), |c| format!("; did you mean `{c}`?"));
            let message = format!("unknown lint in `-{letter} {name}`{close}");
            let mut warning = Diagnostic::warning(UNKNOWN_LINT_FLAG, "unknown_lints", Span::NONE, message);
            if *letter == 'D' && name.contains(|c: char| c.is_uppercase() || c == '=') {
                warning = warning.note("C's `-D` is `--cfg` here, for `#[cfg(…)]`");
            }
            cx.emit(warning);
        }
    }

    /// Prints what has been found so far. Whether compilation can go on.
    pub fn flush(&mut self, cx: &mut Cx) -> bool {
        let list = cx.diags.take();
        let mut text = String::new();
        let mut shown = 0;
        let mut hidden = 0;
        let wrong = list.iter().any(|d| d.severity == Severity::Error);
        for diagnostic in list.into_iter().filter(|d| !wrong || !may_follow_from_errors(d)) {
            if let Some(diagnostic) = self.level(diagnostic) {
                self.count(&diagnostic);
                if shown < MAX_SHOWN {
                    text.push_str(&self.show(&cx.sources, &diagnostic));
                    shown += 1;
                } else {
                    hidden += 1;
                }
            }
        }
        if hidden > 0 && matches!(self.format, MessageFormat::Human) {
            text.push_str(&format!("{hidden} more like these are not shown\n\n"));
        }
        eprint(&text);
        self.errors == 0
    }

    /// Prints an error that has no place in the program, as the last one.
    pub fn last(mut self, error: &Diagnostic) {
        self.count(error);
        self.warnings = WARNINGS.load(Relaxed);
        eprint(&self.show(&SourceMap::default(), error));
        self.finish();
    }

    fn count(&mut self, diagnostic: &Diagnostic) {
        match diagnostic.severity {
            Severity::Error => {
                self.errors += 1;
                self.code.get_or_insert(diagnostic.code.0);
            }
            Severity::Warning => {
                self.warnings += 1;
                WARNINGS.store(self.warnings, Relaxed);
            }
        }
    }

    /// What the command line makes of a warning.
    fn level(&mut self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        if diagnostic.severity == Severity::Error {
            return Some(diagnostic);
        }
        let lint = diagnostic.lint.unwrap_or("");
        match self.level_of(lint) {
            Some(('A', _)) => return None,
            Some(('D', all)) => {
                diagnostic.severity = Severity::Error;
                let by = all.map_or(format!("-D {lint}"), String::from);
                return Some(diagnostic.note(format!("`{by}` makes an error of this warning")));
            }
            Some(_) | None => {}
        }
        if let Some(lint) = diagnostic.lint
            && self.named.insert(lint)
        {
            diagnostic.notes.push(format!("`#[warn({lint})]` is on by default"));
        }
        Some(diagnostic)
    }

    /// The last word of the command line on a lint; the option, if it was about all of them.
    fn level_of(&self, lint: &str) -> Option<(char, Option<&'static str>)> {
        let named = self.lints.iter().rev().find(|(_, name)| name != lint::WARNINGS && covers(name, lint));
        let own = named.map(|(letter, _)| *letter);
        let all = self.lints.iter().rev().find_map(|(letter, l)| match (letter, l.as_str()) {
            ('W', "error") => Some(('D', Some("-Werror"))),
            ('D', "warnings") => Some(('D', Some("-D warnings"))),
            (letter, "warnings") => Some((*letter, None)),
            _ => None,
        });
        match (own, all) {
            // What is a warning by its own level becomes an error with all warnings.
            (Some('W') | None, Some(('D', by))) => Some(('D', by)),
            (Some(own), _) => Some((own, None)),
            (None, all) => all,
        }
    }

    fn show(&self, sources: &SourceMap, diagnostic: &Diagnostic) -> String {
        match self.format {
            MessageFormat::Human => format!("{}\n\n", render(&self.renderer, sources, diagnostic)),
            MessageFormat::Json => {
                let rendered = format!("{}\n\n", render(&Renderer::plain(), sources, diagnostic));
                format!("{}\n", json::diagnostic(sources, diagnostic, rendered))
            }
        }
    }

    /// The last lines: how many errors and warnings there were.
    pub fn finish(&self) {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let text = match (self.errors, self.warnings) {
            (0, 0) => return,
            (0, w) => format!("{} emitted", count(w, "warning")),
            (1, 0) => "aborting due to 1 previous error".to_string(),
            (e, 0) => format!("aborting due to {e} previous errors"),
            (e, w) => format!("aborting due to {}; {} emitted", count(e, "previous error"), count(w, "warning")),
        };
        let level = if self.errors > 0 { Level::ERROR } else { Level::WARNING };
        match self.format {
            MessageFormat::Json => eprint(&format!("{}\n", json::summary(&text, self.errors > 0))),
            MessageFormat::Human => {
                let title = self.renderer.render(&[Group::with_title(level.primary_title(&text))]);
                eprint(&format!("{title}\n\n"));
                if let Some(code) = self.code {
                    eprint(&format!("For more information about this error, try `vexc explain {code}`.\n"));
                }
            }
        }
    }
}

/// Whether a warning may be no more than the consequence of an error elsewhere: what an error hides looks unused.
fn may_follow_from_errors(diagnostic: &Diagnostic) -> bool {
    let lint = diagnostic.lint.unwrap_or("");
    diagnostic.severity == Severity::Warning && (lint.starts_with("unused_") || lint.starts_with("unreachable_"))
}

/// Diagnostics beyond this number are counted, not shown.
const MAX_SHOWN: usize = 500;

/// Lines longer than this are named, not shown: no screen has room for one, and one may be the whole program.
const MAX_LINE: usize = 8192;

/// The lines of a file that some ranges touch: `annotate-snippets` need not look at the rest.
struct Window<'a> {
    file: &'a SourceFile,
    text: &'a str,
    /// Offset of its first byte in the file.
    start: usize,
    line: usize,
}

impl<'a> Window<'a> {
    fn new(file: &'a SourceFile, spans: impl Iterator<Item = Span>) -> Window<'a> {
        let (mut lo, mut hi) = (usize::MAX, 0);
        for span in spans {
            let range = local(file, span);
            lo = lo.min(range.start);
            hi = hi.max(range.end);
        }
        let start = file.text[..lo].rfind('\n').map_or(0, |i| i + 1);
        let end = file.text[hi..].find('\n').map_or(file.text.len(), |i| hi + i);
        let line = file.line_col(file.base + start as u32).line as usize;
        Window { file, text: &file.text[start..end], start, line }
    }

    /// The text as it is shown, of the same length: the carriage returns that end lines on Windows are no part of them.
    fn shown(&self) -> Cow<'a, str> {
        match self.text.strip_suffix('\r') {
            Some(rest) => format!("{} ", rest.replace("\r\n", " \n")).into(),
            None if self.text.contains("\r\n") => self.text.replace("\r\n", " \n").into(),
            None => self.text.into(),
        }
    }

    fn is_too_long(&self) -> bool {
        self.text.len() > MAX_LINE && self.text.lines().any(|line| line.len() > MAX_LINE)
    }

    fn range(&self, span: Span) -> Range<usize> {
        let range = local(self.file, span);
        range.start - self.start..range.end - self.start
    }
}

/// The place of a span by its numbers alone.
fn origin(file: &SourceFile, span: Span) -> Origin<'_> {
    let at = file.line_col(span.lo);
    Origin::path(file.path.as_str()).line(at.line as usize).char_column(at.col as usize)
}

/// A span as a range of its file's text, on character boundaries. The end of the file is behind its last character: a
/// line break after it has no line of its own.
fn local(file: &SourceFile, span: Span) -> Range<usize> {
    let floor = |offset: u32| {
        let mut at = (offset.saturating_sub(file.base) as usize).min(file.text.len());
        while !file.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (lo, hi) = (floor(span.lo), floor(span.hi.max(span.lo)));
    if lo == file.text.len() {
        let end = file.text.trim_end().len();
        return end..end;
    }
    lo..hi
}

/// A diagnostic as text, without a line break at its end.
pub fn render(renderer: &Renderer, sources: &SourceMap, d: &Diagnostic) -> String {
    let level = if d.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let mut group = Group::with_title(level.primary_title(d.message.as_str()).id(d.code.0));
    // Snippets: the primary place's file first, then the others in order.
    let mut files: Vec<usize> = Vec::new();
    for label in std::iter::once(&d.primary).chain(&d.secondary) {
        if let Some(index) = sources.file_index(label.span)
            && !files.contains(&index)
        {
            files.push(index);
        }
    }
    for index in files {
        let file = &sources.files()[index];
        let here = |span: Span| sources.file_index(span) == Some(index);
        let labels = || std::iter::once(&d.primary).chain(&d.secondary).filter(|l| here(l.span));
        let window = Window::new(file, labels().map(|l| l.span));
        if window.is_too_long() {
            group = group.element(origin(file, labels().next().map_or(d.primary.span, |l| l.span)));
            continue;
        }
        let mut snippet: Snippet<'_, Annotation<'_>> =
            Snippet::source(window.shown()).line_start(window.line).path(file.path.as_str());
        for label in labels() {
            let primary = std::ptr::eq(label, &d.primary);
            let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let text = (!label.text.is_empty()).then_some(label.text.as_str());
            snippet = snippet.annotation(kind.span(window.range(label.span)).label(text));
        }
        group = group.element(snippet);
    }
    for note in &d.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    let mut groups = vec![group];
    if let Some(s) = &d.suggestion {
        let help = Level::HELP.secondary_title(s.message.as_str());
        match sources.file(s.span) {
            Some(file) => {
                let window = Window::new(file, std::iter::once(s.span));
                if window.is_too_long() {
                    groups.push(Group::with_title(help).element(origin(file, s.span)));
                    return renderer.render(&groups);
                }
                let patch = Patch::new(window.range(s.span), s.replacement.as_str());
                let path =
                    (sources.file_index(s.span) != sources.file_index(d.primary.span)).then_some(file.path.as_str());
                groups.push(
                    help.element(Snippet::source(window.shown()).line_start(window.line).path(path).patch(patch)),
                );
            }
            None => groups.push(Group::with_title(help)),
        }
    }
    renderer.render(&groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(lints: &[(char, &str)]) -> Report {
        let lints = lints.iter().map(|(c, l)| (*c, l.to_string())).collect();
        Report::new(MessageFormat::Human, Color::Never, lints)
    }

    #[test]
    fn the_last_word_counts() {
        let level = |lints: &[(char, &str)]| report(lints).level_of("unused_mut");
        let (allowed, denied) = (Some(('A', None)), Some(('D', None)));
        assert_eq!(level(&[]), None);
        assert_eq!(level(&[('A', "unused")]), allowed);
        assert_eq!(level(&[('A', "unused"), ('D', "unused")]), denied);
        assert_eq!(level(&[('D', "warnings")]), Some(('D', Some("-D warnings"))));
        assert_eq!(level(&[('W', "error"), ('A', "unused")]), allowed);
        assert_eq!(level(&[('W', "error"), ('A', "other")]), Some(('D', Some("-Werror"))));
        assert_eq!(level(&[('W', "unused"), ('D', "warnings")]), Some(('D', Some("-D warnings"))));
    }

    #[test]
    fn places_at_the_end_and_inside_characters() {
        let mut sources = SourceMap::default();
        sources.add("a.vx".into(), "let ö = 1;\n".into()).unwrap();
        for (lo, hi) in [(0, 0), (1, 4), (5, 7), (6, 6), (12, 12), (13, 14), (1, 40)] {
            let d = Diagnostic::error(Code("E0001"), Span::new(lo, hi), "m").suggest(Span::new(lo, hi), "x", "try");
            assert!(render(&Renderer::plain(), &sources, &d).starts_with("error[E0001]: m"), "{lo}..{hi}");
        }
    }
}
