//! Attributes, as source writes them, and the escaping of strings.

use super::*;
use std::fmt::Write as _;

impl<'a> Printer<'a> {
    /// Each attribute on a line of its own, what follows on the next.
    pub(super) fn attr_lines(&self, attrs: &[Attr]) -> Doc<'a> {
        let lines = attrs.iter().map(|attr| self.owned(self.attr_text(attr)).append(self.docs.hardline()));
        self.seq(lines.collect())
    }

    /// Attributes on the line of what they belong to.
    pub(super) fn inline_attrs(&self, attrs: &[Attr]) -> Doc<'a> {
        self.seq(attrs.iter().map(|attr| self.owned(self.attr_text(attr)).append(" ")).collect())
    }

    fn attr_text(&self, attr: &Attr) -> String {
        let mut out = String::from("#[");
        write_attr(self.cx, attr, &mut out);
        out.push(']');
        out
    }
}

/// An attribute without its `#[` and `]`.
fn write_attr(cx: &Cx, attr: &Attr, out: &mut String) {
    match &attr.kind {
        AttrData::Raw(raw) => write_raw(cx, raw, out),
        AttrData::Cfg(pred) => {
            out.push_str("cfg(");
            write_pred(cx, pred, out);
            out.push(')');
        }
        AttrData::CfgAttr(pred, attrs) => {
            out.push_str("cfg_attr(");
            write_pred(cx, pred, out);
            for attr in attrs {
                out.push_str(", ");
                write_attr(cx, attr, out);
            }
            out.push(')');
        }
        AttrData::Typed(attr) => write_typed(cx, attr, out),
    }
}

fn write_typed(cx: &Cx, attr: &TypedAttr, out: &mut String) {
    match attr {
        TypedAttr::Link { name, kind, header } => {
            let _ = write!(out, "link(name = {}", quoted(cx.text(name.name).as_bytes()));
            if let Some(kind) = link_kind(*kind) {
                let _ = write!(out, ", kind = \"{kind}\"");
            }
            if let Some((header, _)) = header {
                let _ = write!(out, ", header = {}", quoted(header.as_bytes()));
            }
            out.push(')');
        }
        TypedAttr::LinkName(name) => write_text("link_name", cx.text(*name), out),
        TypedAttr::ExportName(name) => write_text("export_name", cx.text(*name), out),
        TypedAttr::NoMangle => out.push_str("no_mangle"),
        TypedAttr::Inline(InlineHint::Hint) => out.push_str("inline"),
        TypedAttr::Inline(InlineHint::Always) => out.push_str("inline(always)"),
        TypedAttr::Inline(InlineHint::Never) => out.push_str("inline(never)"),
        TypedAttr::Cold => out.push_str("cold"),
        TypedAttr::NoIntrinsic => out.push_str("no_intrinsic"),
        TypedAttr::ThreadLocal => out.push_str("thread_local"),
        TypedAttr::Repr(repr) => write_repr(*repr, out),
        TypedAttr::Format { kind, param, .. } => {
            let _ = write!(out, "format({}, {param})", kind.name());
        }
        TypedAttr::Test => out.push_str("test"),
        TypedAttr::Lang(item) => write_text("lang", item.name(), out),
        TypedAttr::Deprecated(note) if note.is_empty() => out.push_str("deprecated"),
        TypedAttr::Deprecated(note) => write_text("deprecated", note, out),
        TypedAttr::MustUse(note) if note.is_empty() => out.push_str("must_use"),
        TypedAttr::MustUse(note) => write_text("must_use", note, out),
        TypedAttr::Lint { level, name } => {
            let _ = write!(out, "{}({})", level_name(*level), cx.text(name.name));
        }
    }
}

/// A predicate as it stands between the parentheses of `cfg(…)`.
pub fn pred_text(cx: &Cx, pred: &CfgPred) -> String {
    let mut out = String::new();
    write_pred(cx, pred, &mut out);
    out
}

fn write_text(name: &str, value: &str, out: &mut String) {
    let _ = write!(out, "{name} = {}", quoted(value.as_bytes()));
}

fn write_repr(repr: Repr, out: &mut String) {
    let _ = match repr {
        Repr::C => write!(out, "repr(C)"),
        Repr::Packed(1) => write!(out, "repr(packed)"),
        Repr::Packed(n) => write!(out, "repr(packed({n}))"),
        Repr::Align(n) => write!(out, "repr(align({n}))"),
        Repr::Int(int) => write!(out, "repr({})", int.name()),
    };
}

fn level_name(level: LintLevel) -> &'static str {
    match level {
        LintLevel::Allow => "allow",
        LintLevel::Warn => "warn",
        LintLevel::Deny => "deny",
    }
}

pub(super) fn link_kind(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::Default => None,
        LinkKind::Dylib => Some("dylib"),
        LinkKind::Static => Some("static"),
        LinkKind::Framework => Some("framework"),
        LinkKind::Bitcode => Some("bitcode"),
    }
}

fn write_raw(cx: &Cx, raw: &RawAttr, out: &mut String) {
    let name = cx.text(raw.name.name);
    // A bare value in a list has no name.
    let equals = if name.is_empty() { "" } else { " = " };
    out.push_str(name);
    match &raw.value {
        RawValue::None => {}
        RawValue::Str(text, _) => {
            let _ = write!(out, "{equals}{}", quoted(text.as_bytes()));
        }
        RawValue::Int(number, _) => {
            let _ = write!(out, "{equals}{number}");
        }
        RawValue::List(list, _) => {
            out.push('(');
            for (i, raw) in list.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                write_raw(cx, raw, out);
            }
            out.push(')');
        }
    }
}

fn write_pred(cx: &Cx, pred: &CfgPred, out: &mut String) {
    match pred {
        CfgPred::Flag(name) => out.push_str(cx.text(name.name)),
        CfgPred::Pair(name, value, _) => write_text(cx.text(name.name), value, out),
        CfgPred::All(preds) => write_preds(cx, "all(", preds, out),
        CfgPred::Any(preds) => write_preds(cx, "any(", preds, out),
        CfgPred::Not(pred) => write_preds(cx, "not(", std::slice::from_ref(pred), out),
        CfgPred::Const(value) => out.push_str(if *value { "true" } else { "false" }),
    }
}

fn write_preds(cx: &Cx, open: &str, preds: &[CfgPred], out: &mut String) {
    out.push_str(open);
    for (i, pred) in preds.iter().enumerate() {
        out.push_str(if i > 0 { ", " } else { "" });
        write_pred(cx, pred, out);
    }
    out.push(')');
}

/// A string literal. Bytes that are no UTF-8 are escaped as `\xNN`.
pub(super) fn quoted(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    escape(bytes, Quote::Text, &mut out);
    out.push('"');
    out
}

/// What a text stands in, and so what must be escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    /// `"…"`, `c"…"`
    Text,
    /// `b"…"`: ASCII alone
    Bytes,
    /// `f"…"`: braces are doubled
    Format,
    /// `'…'`
    Char,
}

pub(super) fn escape(bytes: &[u8], quote: Quote, out: &mut String) {
    for chunk in bytes.utf8_chunks() {
        if quote == Quote::Bytes {
            chunk.valid().bytes().for_each(|b| escape_byte(b, out));
        } else {
            chunk.valid().chars().for_each(|c| escape_char(c, quote, out));
        }
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
}

fn escape_byte(byte: u8, out: &mut String) {
    if byte.is_ascii() {
        return escape_char(byte.into(), Quote::Bytes, out);
    }
    let _ = write!(out, "\\x{byte:02x}");
}

fn escape_char(c: char, quote: Quote, out: &mut String) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\0' => out.push_str("\\0"),
        '\\' => out.push_str("\\\\"),
        '"' if quote != Quote::Char => out.push_str("\\\""),
        '\'' if quote == Quote::Char => out.push_str("\\'"),
        '{' if quote == Quote::Format => out.push_str("{{"),
        '}' if quote == Quote::Format => out.push_str("}}"),
        c if c.is_ascii_control() => {
            let _ = write!(out, "\\x{:02x}", u32::from(c));
        }
        // Invisible, or able to make the text look like another.
        c if c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
        {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        c => out.push(c),
    }
}
