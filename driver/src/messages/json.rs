//! Diagnostics for tools: one JSON object a line, in the shape that rustc's have.

use serde::Serialize;
use vex_ir::span::{SourceMap, Span};
use vex_ir::{Diagnostic, Severity};

#[derive(Serialize)]
struct Message<'a> {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: &'a str,
    code: Option<CodeOf<'a>>,
    level: &'static str,
    spans: Vec<DiagnosticSpan<'a>>,
    children: Vec<Message<'a>>,
    rendered: Option<String>,
}

#[derive(Serialize)]
struct CodeOf<'a> {
    code: &'a str,
    /// The name by which `#[allow]` knows it, if it is a lint.
    lint: Option<&'a str>,
}

#[derive(Serialize)]
struct DiagnosticSpan<'a> {
    file_name: &'a str,
    byte_start: u32,
    byte_end: u32,
    line_start: u32,
    line_end: u32,
    column_start: u32,
    column_end: u32,
    is_primary: bool,
    text: Vec<Line<'a>>,
    label: Option<&'a str>,
    suggested_replacement: Option<&'a str>,
    suggestion_applicability: Option<&'static str>,
}

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    highlight_start: u32,
    highlight_end: u32,
}

/// Of a place that covers more lines, only the first ones are quoted.
const MAX_LINES: u32 = 32;

pub fn diagnostic(sources: &SourceMap, d: &Diagnostic, rendered: String) -> String {
    let mut spans: Vec<DiagnosticSpan<'_>> =
        diagnostic_span(sources, d.primary.span, true, &d.primary.text).into_iter().collect();
    spans.extend(d.secondary.iter().filter_map(|l| diagnostic_span(sources, l.span, false, &l.text)));
    let child = |message, level, spans| Message {
        message_type: "diagnostic",
        message,
        code: None,
        level,
        spans,
        children: Vec::new(),
        rendered: None,
    };
    let mut children: Vec<Message<'_>> = d.notes.iter().map(|n| child(n.as_str(), "note", Vec::new())).collect();
    if let Some(s) = &d.suggestion {
        let mut at = diagnostic_span(sources, s.span, true, "");
        if let Some(at) = &mut at {
            at.suggested_replacement = Some(&s.replacement);
            at.suggestion_applicability =
                Some(if s.machine_applicable { "MachineApplicable" } else { "MaybeIncorrect" });
        }
        children.push(child(&s.message, "help", at.into_iter().collect()));
    }
    to_string(&Message {
        message_type: "diagnostic",
        message: &d.message,
        code: Some(CodeOf { code: d.code.0, lint: d.lint }),
        level: if d.severity == Severity::Error { "error" } else { "warning" },
        spans,
        children,
        rendered: Some(rendered),
    })
}

/// The last line: how many errors and warnings there were.
pub fn summary(text: &str, error: bool) -> String {
    let level = if error { "error" } else { "warning" };
    to_string(&Message {
        message_type: "diagnostic",
        message: text,
        code: None,
        level,
        spans: Vec::new(),
        children: Vec::new(),
        rendered: Some(format!("{level}: {text}\n\n")),
    })
}

/// An internal error, at the level that rustc has for them.
pub fn internal_error(what: &str, notes: &[String], rendered: &str) -> String {
    let message = |message, level, rendered| Message {
        message_type: "diagnostic",
        message,
        code: None,
        level,
        spans: Vec::new(),
        children: Vec::new(),
        rendered,
    };
    let mut all = message(what, "error: internal compiler error", Some(rendered.to_string()));
    all.children = notes.iter().map(|n| message(n.as_str(), "note", None)).collect();
    to_string(&all)
}

fn to_string(value: &impl Serialize) -> String {
    // Only maps with keys that are no strings, or a failing writer, could be refused.
    serde_json::to_string(value).unwrap_or_default()
}

fn diagnostic_span<'a>(
    sources: &'a SourceMap,
    span: Span,
    is_primary: bool,
    label: &'a str,
) -> Option<DiagnosticSpan<'a>> {
    let file = sources.file(span)?;
    let (start, end) = (file.line_col(span.lo), file.line_col(span.hi.max(span.lo)));
    let count = (end.line - start.line + 1).min(MAX_LINES);
    let lo = (span.lo - file.base) as usize;
    let first = file.text.as_bytes()[..lo.min(file.text.len())].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let lines = file.text[first..].lines().zip(start.line..).take(count as usize);
    let text = lines.map(|(text, line)| {
        let width = text.chars().count() as u32;
        Line {
            text,
            highlight_start: if line == start.line { start.col } else { 1 },
            highlight_end: if line == end.line { end.col } else { width + 1 },
        }
    });
    Some(DiagnosticSpan {
        file_name: &file.path,
        byte_start: span.lo - file.base,
        byte_end: span.hi.max(span.lo) - file.base,
        line_start: start.line,
        line_end: end.line,
        column_start: start.col,
        column_end: end.col,
        is_primary,
        text: text.collect(),
        label: (!label.is_empty()).then_some(label),
        suggested_replacement: None,
        suggestion_applicability: None,
    })
}
