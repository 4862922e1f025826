//! Literals.

use super::*;
use crate::literal;
use crate::literal::{Content, Number};

impl Parser<'_> {
    pub(super) fn literal(&mut self) -> ExprId {
        let span = self.span();
        let kind = match self.cur() {
            T::True => ExprKind::Bool(true),
            T::False => ExprKind::Bool(false),
            T::Int => self.number(span, literal::int(self.cur_text(), span)),
            T::Float => self.number(span, literal::float(self.cur_text(), span)),
            T::Char | T::Byte => self.char_literal(span),
            T::Str | T::ByteStr | T::CStr => self.string(span, false),
            T::RawStr | T::RawByteStr | T::RawCStr => self.string(span, true),
            T::FormatStr => {
                let pieces = self.format_string(span);
                self.bump();
                self.skip_inner_quotes(span);
                return self.mk(ExprKind::Format(pieces), span);
            }
            // What the lexer reported.
            _ => {
                if !self.at(T::BadLit) {
                    self.expected("a literal");
                    return self.error_expr(span);
                }
                ExprKind::ERROR
            }
        };
        self.bump();
        self.mk(kind, span)
    }

    pub(super) fn number(&mut self, _span: Span, number: Result<Number, Box<Diagnostic>>) -> ExprKind<Surface> {
        match number {
            Ok(Number::Int(value, suffix)) => {
                let (low, high) = BigInt::new(value);
                ExprKind::Int { low, high, suffix }
            }
            Ok(Number::Float(text, suffix)) => {
                let text = self.cx.interner.intern(&text);
                ExprKind::Float { text, suffix }
            }
            Err(error) => {
                self.emit(*error);
                ExprKind::ERROR
            }
        }
    }

    fn char_literal(&mut self, span: Span) -> ExprKind<Surface> {
        let byte = self.at(T::Byte);
        let content = if byte { Content::Bytes } else { Content::Text };
        let mut errors = Vec::new();
        let value = literal::char_value(self.text_of(span), span, content, &mut errors);
        for error in errors {
            self.emit(error);
        }
        match value {
            None => ExprKind::ERROR,
            Some(c) if byte => ExprKind::Int {
                low: u64::from(u32::from(c)),
                high: BigInt::default(),
                suffix: Suffix::Int(vex_ir::ty::IntTy::U8),
            },
            Some(c) => ExprKind::Char(c),
        }
    }

    pub(super) fn string(&mut self, span: Span, raw: bool) -> ExprKind<Surface> {
        let text = self.text_of(span);
        let (kind, content) = match self.cur() {
            T::ByteStr | T::RawByteStr => (StrKind::Bytes, Content::Bytes),
            T::CStr | T::RawCStr => (StrKind::C, Content::C),
            // The other string tokens are text.
            _ => (StrKind::Str, Content::Text),
        };
        let quote = text.find('"').unwrap_or(0);
        let hashes = if raw { text[..quote].bytes().filter(|&b| b == b'#').count() } else { 0 };
        let inner = &text[quote + 1..text.len() - 1 - hashes];
        let lo = span.lo + quote as u32 + 1;
        let plain = kind != StrKind::C && !inner.bytes().any(|b| matches!(b, b'\\' | b'\r') || b >= 0x80);
        if plain {
            let bytes = self.body.strings.alloc(inner.bytes());
            return ExprKind::Str { kind, bytes };
        }
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        if raw {
            literal::raw(inner, lo, content, &mut out, &mut errors);
        } else {
            literal::unescape(inner, lo, content, &mut out, &mut errors);
        }
        let failed = !errors.is_empty();
        for error in errors {
            self.emit(error);
        }
        match failed {
            true => ExprKind::ERROR,
            false => ExprKind::Str { kind, bytes: self.body.strings.alloc(out) },
        }
    }
}
