//! Statements that Vex does not have: `switch`, `do`, `goto`, `try`.

use super::*;

/// A statement that other languages have: reported and skipped. Returns whether one stood here.
// Long because it is a table with a line for each word.
pub(in crate::parser) fn statement(p: &mut Parser<'_>) -> bool {
    // `select { a: 1 }` is a literal of a struct of that name.
    let braces = |p: &Parser<'_>| p.nth(1) == T::LBrace && (p.nth(2), p.nth(3)) != (T::Ident, T::Colon);
    let operand = |p: &Parser<'_>| {
        (matches!(p.nth(1), T::Ident | T::LParen | T::Bang | T::Str) || p.nth(1).is_literal()) && !p.on_new_line_at(1)
    };
    // Behind parentheses the brace follows at once, or they are those of a call.
    let brace_on_line = |p: &Parser<'_>| {
        if p.nth(1) == T::LParen {
            return p.tokens.kinds.get(p.closing(p.pos + 1) + 1) == Some(&T::LBrace);
        }
        p.brace_behind_head()
    };
    let (message, note) = match p.cur_text() {
        "switch" | "when" if operand(p) && brace_on_line(p) => {
            ("choices are made by `match`", "it is written `match value { 1 => …, 2 | 3 => …, _ => … }`")
        }
        "do" if braces(p) => ("there is no `do` loop", "it is written `loop { …; if !condition { break; } }`"),
        "repeat" if braces(p) => ("there is no `repeat` loop", "it is written `loop { …; if !condition { break; } }`"),
        "repeat" if operand(p) && brace_on_line(p) => {
            ("there is no `repeat` loop", "it is written `for _ in 0..n { … }`")
        }
        "go" | "async"
            if matches!(p.nth(1), T::Ident) && !p.on_new_line_at(1) || p.cur_text() == "async" && braces(p) =>
        {
            ("there are no coroutines", "threads come from the C library: `pthread_create`")
        }
        "select" if braces(p) => {
            ("there are no channels", "what is waited for comes from the C library: `poll`, `select`")
        }
        "switch" if braces(p) => (
            "choices between conditions are made by `if`",
            "it is written `if a > 0 { … } else if b > 0 { … } else { … }`",
        ),
        "goto" if p.nth(1) == T::Ident => (
            "there is no `goto`",
            "`break 'label` leaves a loop or block with that label, `defer` cleans up on every way out",
        ),
        "guard" if (operand(p) || p.nth(1) == T::Let) && brace_on_line(p) => {
            if p.nth(1) == T::Let && p.nth(2) == T::Ident {
                let (name, start) = (p.tokens.spans[p.pos + 2], p.span());
                p.declare(name, start);
            }
            ("there is no `guard`", "it is written `if !condition { return; }`")
        }
        "until" if operand(p) && brace_on_line(p) => {
            ("there is no `until` loop", "it is `while` with the opposite condition")
        }
        "unless" if operand(p) && brace_on_line(p) => {
            ("there is no `unless`", "it is `if` with the opposite condition")
        }
        // `raise(…)` is a call: C has a function of that name.
        "throw" | "raise" if operand(p) && p.nth(1) != T::LParen => {
            ("there are no exceptions", "functions that can fail return a value that says so")
        }
        "try" if braces(p) => ("there are no exceptions", "functions that can fail return a value that says so"),
        // Every other name begins an expression.
        _ => return false,
    };
    let keyword = matches!(p.cur_text(), "do" | "repeat");
    // Go has a statement in the head.
    let head = matches!(p.cur_text(), "switch" | "when") && p.brace_behind_head();
    p.report(|p| Diagnostic::error(FOREIGN_SYNTAX, p.span(), message).note(note));
    p.bump();
    while !matches!(p.cur(), T::LBrace | T::Eof) && !p.cur().is_close() && (head || !p.at(T::Semi)) {
        p.skip_tree();
    }
    if p.at(T::LBrace) {
        p.skip_tree();
    }
    // `while (…)` of `do`, `catch (…) { … }` of `try`.
    if keyword && (p.eat(T::While) || p.at(T::Ident) && p.cur_text() == "until") {
        p.sync_stmt();
        return true;
    }
    while p.at(T::Ident) && matches!(p.cur_text(), "catch" | "finally" | "except") {
        p.skip_to(&[T::LBrace, T::Semi]);
        if p.at(T::LBrace) {
            p.skip_tree();
        }
    }
    p.eat(T::Semi);
    true
}

/// `foreach i in …`, standing at its first word: reported, and the word is taken. The parser stands where it would behind `for`.
pub(in crate::parser) fn foreach(p: &mut Parser<'_>) -> bool {
    if p.cur_text() != "foreach" {
        return false;
    }
    let parens = p.nth(1) == T::LParen && p.tokens.kinds.get(p.closing(p.pos + 1) + 1) == Some(&T::LBrace);
    let there = p.nth(1) == T::Ident && p.nth(2) == T::In || parens;
    if there && parens {
        // The report of the head covers it.
        let (word, close) = (p.span(), p.closing(p.pos + 1));
        let of = p.level(2, 12).find(|(n, kind)| *kind == T::In && *n > 2).map(|(n, _)| n);
        let whole = word.to(p.tokens.spans[close]);
        let fixed = of.map(|of| {
            let values = Span::new(p.tokens.spans[p.pos + of].hi, p.tokens.spans[close].lo);
            format!("for {} in {}", p.text_of(p.tokens.spans[p.pos + of - 1]), p.text_of(values).trim())
        });
        p.report(|_| {
            let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, word, "there is no `foreach`");
            match fixed {
                Some(fixed) => diagnostic.suggest(whole, fixed, "write `for`"),
                None => diagnostic.note("a loop over elements is `for x in v { … }`"),
            }
        });
        p.broken = true;
    } else if there {
        p.report(|p| {
            Diagnostic::error(FOREIGN_SYNTAX, p.span(), "there is no `foreach`").fix(p.span(), "for", "write `for`")
        });
        p.reported = 0;
    }
    there
}
