//! Blocks that end where their indentation does, as Python has them.

use super::*;

/// `:` and the indented lines behind it, with `else:` and the like, standing at the colon: reported and skipped.
pub(in crate::parser) fn block(p: &mut Parser<'_>) -> bool {
    // `a ? b : c` and `x: T` have a colon, too.
    if p.nth(1) == T::Eq || p.nth(1) == T::LBrace {
        return false;
    }
    p.report(|p| {
        Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected `{`, found `:`")
            .label("expected a block in braces")
            .note("a block stands in braces: `if a > 0 { … } else { … }`")
    });
    let margin = indentation(p, line_start(p, p.span().lo));
    p.bump();
    // What is on the line, and what is further to the right.
    while !p.at(T::Eof) && !p.cur().is_close() {
        if p.on_new_line() && column(p, p.span().lo) <= margin && !continues(p) {
            break;
        }
        p.skip_tree();
    }
    p.broken = true;
    true
}

/// Whether `else:`, `elif c:` and so on begin here.
fn continues(p: &Parser<'_>) -> bool {
    let word = p.at(T::Else) || p.at(T::Ident) && matches!(p.cur_text(), "elif" | "except" | "finally");
    word && (1..40).take_while(|n| !p.on_new_line_at(*n)).any(|n| p.nth(n) == T::Colon)
}

fn line_start(p: &Parser<'_>, at: u32) -> u32 {
    let before = &p.text[..(at - p.base) as usize];
    p.base + before.rfind('\n').map_or(0, |at| at + 1) as u32
}

fn indentation(p: &Parser<'_>, start: u32) -> u32 {
    let line = &p.text[(start - p.base) as usize..];
    (line.len() - line.trim_start_matches([' ', '\t']).len()) as u32
}

fn column(p: &Parser<'_>, at: u32) -> u32 {
    at - line_start(p, at)
}
