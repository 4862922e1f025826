//! Literals.

use super::attr::Quote;
use super::expr::At;
use super::*;

impl<'a> Printer<'a> {
    pub(super) fn literal(&self, kind: &ExprKind) -> Doc<'a> {
        match *kind {
            ExprKind::Int { low, high, suffix } => {
                self.owned(format!("{}{}", BigInt::join(low, high), suffix_text(suffix)))
            }
            ExprKind::Float { text, suffix } => self.owned(float_text(self.cx.text(text), suffix)),
            ExprKind::Bool(value) => self.text(if value { "true" } else { "false" }),
            ExprKind::Char(c) => {
                let mut out = String::from("'");
                attr::escape(c.encode_utf8(&mut [0; 4]).as_bytes(), Quote::Char, &mut out);
                self.owned(out + "'")
            }
            ExprKind::Str { kind, bytes } => {
                let (start, quote) = match kind {
                    StrKind::Str => ("\"", Quote::Text),
                    StrKind::Bytes => ("b\"", Quote::Bytes),
                    StrKind::C => ("c\"", Quote::Text),
                };
                let mut out = String::from(start);
                attr::escape(&self.body.strings[bytes], quote, &mut out);
                self.owned(out + "\"")
            }
            ExprKind::Format(pieces) => self.format(&self.body.fmt_pieces[pieces]),
            ExprKind::Null => self.text("null"),
            // Callers pass literals only; an expression in error is printed as `_`.
            _ => self.text("_"),
        }
    }

    fn format(&self, pieces: &[FmtPiece]) -> Doc<'a> {
        let mut out = String::from("f\"");
        for piece in pieces {
            match *piece {
                FmtPiece::Text(bytes) => attr::escape(&self.body.strings[bytes], Quote::Format, &mut out),
                FmtPiece::Arg { expr, spec, .. } => {
                    out.push('{');
                    out.push_str(&flat(self.expr(expr, At { start: true, head: true })));
                    if spec != Symbol::EMPTY {
                        out.push(':');
                        out.push_str(self.cx.text(spec));
                    }
                    out.push('}');
                }
            }
        }
        self.owned(out + "\"")
    }
}

fn suffix_text(suffix: Suffix) -> &'static str {
    match suffix {
        Suffix::None => "",
        Suffix::Int(int) => int.name(),
        Suffix::Float(float) => float.name(),
    }
}

/// A float literal that nothing can take for an integer.
fn float_text(text: &str, suffix: Suffix) -> String {
    let point = match suffix {
        _ if text.ends_with('.') => "0",
        Suffix::None if !text.contains(['.', 'e', 'E', 'p', 'P']) => ".0",
        _ => "",
    };
    format!("{text}{point}{}", suffix_text(suffix))
}
