//! Makes delimiters match, before parsing.
//!
//! The parser never sees a missing or stray delimiter, nor groups nested more than [`MAX_NESTING`] deep: where the text has
//! such, this reports it once and repairs the tokens. What it adds is an empty token, at which the parser reports nothing.
//! A text without such mistakes, however it is laid out, costs one scan.

mod layout;
mod repair;

pub(crate) use layout::UNEXPECTED_TOKEN;
pub(crate) use repair::UNEXPECTED_CLOSING_DELIMITER;

use crate::lexer::{Lexed, Tokens};
use crate::token::T;
use layout::line_starts;
use repair::Repair;
use vex_ir::{Code, Diagnostic, Span};

const NESTED_TOO_DEEPLY: Code = Code("E0012");

/// How deep groups in delimiters, and whatever else the parser recurses for, may nest. A debug build of the parser and of
/// a recursive walker over what it makes fits a stack of 2 MiB with it.
pub const MAX_NESTING: usize = 500;

/// The diagnostic for code that nests too deeply.
pub(crate) fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(NESTED_TOO_DEEPLY, span, "this code is nested too deeply")
        .label("the limit is reached here")
        .note("split it into several statements or functions")
}

/// Repairs what does not match.
pub(crate) fn balance(lexed: &mut Lexed, text: &str, base: u32) {
    match survey(&lexed.tokens) {
        Survey::Fine => {}
        Survey::Broken { surplus } => {
            let tokens = std::mem::take(&mut lexed.tokens);
            let mut repair = Repair {
                tokens: &tokens,
                text,
                base,
                lines: line_starts(text),
                out: Tokens::default(),
                stack: Vec::new(),
                surplus,
                matched: surplus.is_none(),
                too_deep: false,
                header: None,
                quiet_end: lexed.endless_comment,
                stray: None,
                errors: Vec::new(),
                repaired: Vec::new(),
            };
            repair.run();
            let Repair { out, errors, repaired, too_deep, .. } = repair;
            lexed.too_deep = too_deep;
            lexed.tokens = out;
            lexed.errors.extend(errors);
            lexed.repaired = repaired;
        }
    }
}

enum Survey {
    Fine,
    /// `surplus`: how many more closing than opening braces there are; `None` if all match and only nest too deeply.
    Broken {
        surplus: Option<i64>,
    },
}

fn survey(tokens: &Tokens) -> Survey {
    let mut stack: Vec<T> = Vec::new();
    let mut deepest = 0;
    let mut matched = true;
    let mut surplus = 0i64;
    for &kind in &tokens.kinds {
        if kind.is_open() {
            surplus -= i64::from(kind == T::LBrace);
            stack.push(kind.closer());
            deepest = deepest.max(stack.len());
        } else if kind.is_close() {
            surplus += i64::from(kind == T::RBrace);
            matched &= stack.pop() == Some(kind);
        }
    }
    matched &= stack.is_empty();
    match matched {
        true if deepest <= MAX_NESTING => Survey::Fine,
        true => Survey::Broken { surplus: None },
        false => Survey::Broken { surplus: Some(surplus) },
    }
}
