//! Characters that change the direction of text make source look different from what it is (CVE-2021-42574, "Trojan
//! Source"). Between tokens they are not characters of the language; in comments and strings they are rejected here.

use crate::lexer::Lexed;
use crate::token::T;
use vex_ir::{Code, Diagnostic, Span};

const DIRECTION_OF_TEXT: Code = Code("E0043");

/// Embeddings, overrides, isolates and what ends them (Unicode Standard Annex 9, section 2).
fn changes_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Reports each string and each comment that has such characters.
pub fn check(text: &str, base: u32, lexed: &mut Lexed) {
    // All of them begin with this byte in UTF-8; most sources have none.
    if !text.as_bytes().contains(&0xe2) || !text.contains(changes_direction) {
        return;
    }
    let Lexed { tokens, comments, errors, .. } = lexed;
    let of = |span: Span| &text[(span.lo - base) as usize..(span.hi - base) as usize];
    for comment in comments.iter().filter(|comment| of(comment.span).contains(changes_direction)) {
        let without = of(comment.span).replace(changes_direction, "");
        errors.push(report(of(comment.span), comment.span, "comment").fix(comment.span, without, "remove them"));
    }
    for (kind, &span) in tokens.kinds.iter().zip(&tokens.spans) {
        let escapes = match kind {
            T::Char | T::Str | T::CStr | T::FormatStr => true,
            T::RawStr | T::RawCStr => false,
            // Bytes are ASCII, and nothing else may contain them.
            _ => continue,
        };
        let literal = of(span);
        if !literal.contains(changes_direction) {
            continue;
        }
        let error = report(literal, span, "literal");
        errors.push(if escapes {
            let escaped: String = literal.chars().map(escape).collect();
            error.fix(span, escaped, "write escapes, which are seen")
        } else {
            error.note("raw strings have no escapes: a plain one has, as in `\"\\u{202e}\"`")
        });
    }
}

fn escape(c: char) -> String {
    if changes_direction(c) { format!("\\u{{{:x}}}", c as u32) } else { c.to_string() }
}

/// An error about the first such character in a text.
fn report(text: &str, span: Span, what: &str) -> Diagnostic {
    let (at, c) = text.char_indices().find(|(_, c)| changes_direction(*c)).unwrap_or((0, '\u{202e}'));
    let lo = span.lo + at as u32;
    let message = format!("this {what} has a character that changes the direction of text");
    Diagnostic::error(DIRECTION_OF_TEXT, Span::new(lo, lo + c.len_utf8() as u32), message)
        .label(format!("U+{:04X}", c as u32))
        .note("what is shown may stand in another order than what is compiled")
}
