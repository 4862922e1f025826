//! Lifetimes, which Vex does not have: one report for all of an item, and one suggestion that takes them out.

use super::*;

/// A lifetime, standing at it: reported with all that follow in the item, and skipped. The parser stands behind it.
pub(in crate::parser) fn skip(p: &mut Parser<'_>) {
    if p.pos >= p.lifetimes {
        let (end, edits) = all(p);
        let first = p.span();
        if let (Some(&whole), Some(last)) = (edits.first(), edits.last()) {
            let (mut fixed, mut taken) = (String::new(), whole.lo);
            for edit in &edits {
                fixed.push_str(p.text_of(Span::new(taken, edit.lo)));
                taken = edit.hi;
            }
            let whole = whole.to(*last);
            p.report(|_| {
                let diagnostic = Diagnostic::error(NOT_TAKEN_FROM_RUST, first, "there are no lifetimes in Vex")
                    .note("references that outlive what they refer to are found without them");
                let how = if edits.len() == 1 { "leave it out" } else { "leave them out" };
                diagnostic.fix(whole, fixed, how)
            });
        }
        p.lifetimes = end;
    }
    p.bump();
}

/// Where the item ends, and what is taken out of its text, in order.
pub(in crate::parser) fn all(p: &Parser<'_>) -> (usize, Vec<Span>) {
    let kinds = &p.tokens.kinds;
    let mut edits: Vec<Span> = Vec::new();
    let (mut at, mut depth, mut clause) = (p.pos, 0i32, false);
    // An item of more tokens is reported again.
    let end = kinds.len().min(p.pos + 100_000);
    while at < end {
        match kinds[at] {
            T::Eof => break,
            kind if kind.is_open() => {
                depth += 1;
                clause &= kind != T::LBrace;
            }
            kind if kind.is_close() => {
                depth -= 1;
                if kind == T::RBrace && depth <= 0 {
                    at += 1;
                    break;
                }
                // It began inside of parentheses or brackets.
                depth = depth.max(0);
            }
            T::Semi if depth == 0 => break,
            // The clause is reported itself.
            T::Ident if p.text_of(p.tokens.spans[at]) == "where" => clause = true,
            T::Label if !clause && is_lifetime(p, at) => {
                let edit = around(p, at);
                match edits.last_mut() {
                    // `<'a, 'b>` is one piece.
                    Some(last) if edit.lo <= last.hi => last.hi = last.hi.max(edit.hi),
                    _ => edits.push(edit),
                }
            }
            _ => {}
        }
        at += 1;
    }
    (at, edits)
}

/// Whether a label is a lifetime: it stands where a type or bound does.
fn is_lifetime(p: &Parser<'_>, at: usize) -> bool {
    let kinds = &p.tokens.kinds;
    let before = if at == 0 { T::Eof } else { kinds[at - 1] };
    let after = kinds.get(at + 1).copied().unwrap_or(T::Eof);
    match before {
        T::And | T::AndAnd | T::Lt | T::Plus => true,
        T::Comma => matches!(after, T::Comma | T::Gt | T::Shr | T::Colon | T::Ident) || at == p.pos,
        T::Colon => matches!(after, T::Comma | T::Gt | T::Plus | T::LBrace | T::Eq),
        _ => at == p.pos,
    }
}

/// A lifetime with what separates it from its neighbours.
pub(in crate::parser) fn around(p: &Parser<'_>, at: usize) -> Span {
    let kinds = &p.tokens.kinds;
    let spans = &p.tokens.spans;
    let kind = |at: usize| kinds.get(at).copied().unwrap_or(T::Eof);
    // The bounds of a lifetime go with it.
    let mut last = at;
    while kind(last + 1) == T::Colon && kind(last + 2) == T::Label
        || kind(last + 1) == T::Plus && kind(last + 2) == T::Label
    {
        last += 2;
    }
    // Whether it is the first of those that are all there is.
    let only = |mut n: usize| {
        while matches!(kind(n), T::Label | T::Comma | T::Colon | T::Plus) {
            n += 1;
        }
        matches!(kind(n), T::Gt).then_some(n)
    };
    match (kind(at.wrapping_sub(1)), kind(last + 1)) {
        // `<'a>`, `<'a, 'b>`: the brackets go, too; and the `for` in front of them.
        (T::Lt, _) if only(last + 1).is_some() => {
            let close = only(last + 1).unwrap_or(last + 1);
            let from = if at > 1 && kind(at - 2) == T::For { at - 2 } else { at - 1 };
            let to = if from == at - 2 { spans[close + 1].lo } else { spans[close].hi };
            Span::new(spans[from].lo, to)
        }
        (T::Lt, T::Comma) => Span::new(spans[at].lo, spans[last + 2].lo),
        (T::Comma | T::Plus, _) => Span::new(spans[at - 2].hi, spans[last].hi),
        (T::Colon, T::Plus) => Span::new(spans[at].lo, spans[last + 2].lo),
        (T::Colon, _) => Span::new(spans[at - 2].hi, spans[last].hi),
        // `&'a T`
        _ => Span::new(spans[at].lo, spans[last + 1].lo),
    }
}
