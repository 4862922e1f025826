//! Several variables at once: `x, err := f()`, `a, b = b, a`, `var x, y int`, and statements in the heads of Go's.

use super::*;

/// `x, y := 1, 2`, `x, y = y, x` where a statement begins: reported; what it declares is declared.
pub(in crate::parser) fn assignment(p: &mut Parser<'_>, start: Span) -> bool {
    if structured(p, start) {
        return true;
    }
    if (p.cur(), p.nth(1)) != (T::Ident, T::Comma) && (p.cur(), p.nth(1)) != (T::Underscore, T::Comma) {
        return false;
    }
    let mut names = vec![0];
    let mut n = 1;
    while p.nth(n) == T::Comma && matches!(p.nth(n + 1), T::Ident | T::Underscore) {
        names.push(n + 1);
        n += 2;
    }
    let declares = p.nth(n) == T::Colon && p.nth(n + 1) == T::Eq && p.glued(n + 1);
    if !declares && p.nth(n) != T::Eq {
        return false;
    }
    let from = n + 1 + usize::from(declares);
    let end = p.level(from, from + 1000).find(|(n, kind)| *kind == T::Semi || p.on_new_line_at(*n)).map(|(n, _)| n);
    let fixed = end.filter(|_| declares).and_then(|end| one_by_one(p, &names, from, end));
    let whole = p.span().to(p.span_at(end.map_or(from, |end| end - 1)));
    p.report(|_| {
        let head = start.to(whole);
        match (declares, fixed) {
            (true, Some(fixed)) => Diagnostic::error(FOREIGN_DECLARATION, head, "each `let` declares one variable")
                .suggest(whole, fixed, "write a `let` for each"),
            (true, None) => Diagnostic::error(FOREIGN_DECLARATION, head, "each `let` declares one variable")
                .note("a function returns one value, which may be a struct"),
            (false, _) => Diagnostic::error(FOREIGN_SYNTAX, head, "an assignment has one place on its left")
                .note("two values are swapped through a third variable"),
        }
    });
    if declares {
        for name in names {
            if p.nth(name) == T::Ident {
                p.declare(p.span_at(name), start);
            }
        }
    }
    p.skip_tokens(from);
    p.sync_stmt();
    true
}

/// `auto [a, b] = f();`: reported; its names are declared.
fn structured(p: &mut Parser<'_>, start: Span) -> bool {
    let auto = usize::from(p.at(T::Const));
    let open = auto + 1 + usize::from(matches!(p.nth(auto + 1), T::And | T::AndAnd));
    if p.nth(auto) != T::Ident || p.nth(open) != T::LBracket || p.text_at(auto) != "auto" {
        return false;
    }
    if p.nth(p.close_at(open) + 1) != T::Eq {
        return false;
    }
    let close = p.close_at(open);
    let whole = start.to(p.span_at(close));
    p.report(|_| {
        Diagnostic::error(FOREIGN_DECLARATION, whole, "each `let` declares one variable")
            .note("the parts of a value are its fields: `let a = pair.first;`")
    });
    for n in open + 1..close {
        if p.nth(n) == T::Ident {
            p.declare(p.span_at(n), start);
        }
    }
    p.skip_tokens(close + 1);
    p.sync_stmt();
    true
}

/// `let x = 1; let y = 2`, where each name has a value, and none needs another of them.
fn one_by_one(p: &Parser<'_>, names: &[usize], from: usize, end: usize) -> Option<String> {
    let commas: Vec<usize> = p.level(from, end).filter(|(_, kind)| *kind == T::Comma).map(|(n, _)| n).collect();
    if commas.len() + 1 != names.len() || p.nth(end) != T::Semi {
        return None;
    }
    let own = |n: usize| p.nth(n) == T::Ident && names.iter().any(|name| p.text_at(*name) == p.text_at(n));
    if (from..end).any(own) {
        return None;
    }
    let starts = std::iter::once(from).chain(commas.iter().map(|n| n + 1));
    let ends = commas.iter().copied().chain([end]);
    let each = names.iter().zip(starts.zip(ends)).map(|(name, (lo, hi))| {
        let value = p.text_of(p.span_at(lo).to(p.span_at(hi - 1)));
        format!("let {} = {value}", p.text_at(*name))
    });
    Some(each.collect::<Vec<_>>().join("; "))
}

/// `for i, v := range xs { … }`, `for _, v in xs { … }`, `for i := range n { … }`, `for range n { … }`, standing behind `for`: reported, up to the brace
/// of the body. Returns the pattern, which declares the names.
pub(in crate::parser) fn range_loop(p: &mut Parser<'_>) -> Option<PatId> {
    let mut names: Vec<usize> = Vec::new();
    let mut n = 0;
    while matches!(p.nth(n), T::Ident | T::Underscore) && matches!(p.nth(n + 1), T::Comma | T::Colon | T::In | T::Eq) {
        names.push(n);
        n += 1;
        if p.nth(n) != T::Comma {
            break;
        }
        n += 1;
    }
    let of = match (p.nth(n), p.nth(n + 1)) {
        (T::Colon, T::Eq) => n + 2,
        (T::Eq, T::Ident) => n + 1,
        (T::In, _) if names.len() > 1 => n,
        (T::Ident, _) if names.is_empty() => n,
        // No other head has a range.
        _ => return None,
    };
    let ranged = p.text_at(of) == "range" && !matches!(p.nth(of + 1), T::LParen | T::In | T::Dot) || p.nth(of) == T::In;
    let brace = p.level(of + 1, of + 60).find(|(n, kind)| *kind == T::LBrace && *n > of + 1).map(|(n, _)| n);
    let (true, Some(brace)) = (ranged, brace) else { return None };
    let whole = p.span().to(p.span_at(brace - 1));
    let values = p.text_of(p.span_at(of + 1).to(p.span_at(brace - 1)));
    let number = p.nth(of + 1) == T::Int && brace == of + 2;
    let fixed = match names[..] {
        [] => number.then(|| format!("_ in 0..{values}")),
        [i] => number.then(|| format!("{} in 0..{values}", p.text_at(i))),
        [i, v] if p.text_at(i) == "_" => Some(format!("{} in {values}", p.text_at(v))),
        _ => None,
    };
    p.report(|_| {
        let diagnostic =
            Diagnostic::error(FOREIGN_SYNTAX, whole, "a loop over elements is written with `in`, and has one variable");
        match fixed {
            Some(fixed) => diagnostic.suggest(whole, fixed, "write it like this"),
            None => diagnostic.note("a loop over places is `for i in 0..v.len() { … }`"),
        }
    });
    let named: Vec<Span> =
        names.iter().filter(|n| p.nth(**n) == T::Ident && p.text_at(**n) != "_").map(|n| p.span_at(*n)).collect();
    p.skip_tokens(brace);
    let kind = match named[..] {
        [] => PatKind::Wild,
        [span] => PatKind::Bind { name: Ident { name: p.symbol_of(span), span }, mutable: false, sub: None },
        // A pattern cannot name two variables here: it becomes an error, and uses of the names are not reported.
        _ => {
            p.broken = true;
            PatKind::Error
        }
    };
    Some(p.mk_pat(kind, whole))
}

/// `if x := f(); x != 0 { … }`, `switch v := f(); v { … }`, standing behind the keyword: reported, and skipped up to the brace
/// of the body. Returns whether one stood here.
pub(in crate::parser) fn head_statement(p: &mut Parser<'_>) -> bool {
    if captures(p) {
        return true;
    }
    let parens = usize::from(p.at(T::LParen));
    let begins = match (p.nth(parens), p.nth(parens + 1)) {
        (T::Ident, T::Colon | T::Comma) => true,
        (T::Ident, T::Ident | T::Star | T::And) => parens == 1,
        _ => false,
    };
    if !begins {
        return false;
    }
    let head = p.level(parens, parens + 100).take_while(|(n, kind)| *kind != T::LBrace && !p.on_new_line_at(*n));
    let stop = head
        .into_iter()
        .find(|(n, kind)| *kind == T::Semi || *kind == T::Colon && p.nth(n + 1) == T::Eq && p.glued(n + 1));
    let typed = parens == 1 && p.nth(1) == T::Ident && p.nth(2) == T::Ident && p.nth(3) == T::Eq;
    if stop.is_none() && !typed {
        return false;
    }
    if !p.level(parens, 200).any(|(_, kind)| kind == T::LBrace) && parens == 0 {
        return false;
    }
    p.report(|p| {
        Diagnostic::error(FOREIGN_SYNTAX, p.span(), "a condition has no statement in front of it")
            .note("a variable is declared before: `let x = f(); if x > 0 { … }`; a block around both ends its scope")
    });
    while !matches!(p.cur(), T::LBrace | T::Eof) && !p.cur().is_close() {
        p.skip_tree();
    }
    p.broken = true;
    true
}

/// `until n`, `downTo 0`, `..n step 2` behind `iter` in the head of a `for` loop: reported and skipped.
pub(in crate::parser) fn counted(p: &mut Parser<'_>, iter: ExprId) {
    let ours = match p.cur_text() {
        _ if !p.at(T::Ident) => return,
        "until" => Some(".."),
        "to" | "upto" => Some("..="),
        "downTo" | "downto" | "step" | "by" => None,
        _ => return,
    };
    let from = p.body.exprs[iter].span;
    let bound = p.nth(2) == T::LBrace && (p.nth(1) == T::Ident || p.nth(1) == T::Int);
    let whole = from.to(p.span_at(1));
    p.report(|p| {
        let diagnostic =
            Diagnostic::error(FOREIGN_SYNTAX, p.span(), format!("there is no operator `{}`", p.cur_text()));
        match ours.filter(|_| bound) {
            Some(ours) => {
                let fixed = format!("{}{ours}{}", p.text_of(from), p.text_at(1));
                diagnostic.suggest(whole, fixed, "a loop over numbers counts through a range")
            }
            None => diagnostic.note("a range counts up by one; anything else is a `while` loop"),
        }
    });
    p.skip_to(&[T::LBrace, T::Semi]);
    p.broken = true;
}

/// `(v) |x| {`, `(v, 0..) |x, i| {` behind `for`, `if` or `while`, as Zig writes them: reported, and skipped up to the brace.
pub(in crate::parser) fn captures(p: &mut Parser<'_>) -> bool {
    if !p.at(T::LParen) {
        return false;
    }
    let bar = p.close_at(0) + 1;
    let names =
        p.level(bar + 1, bar + 8).find(|(_, kind)| !matches!(kind, T::Ident | T::Comma | T::Star | T::Underscore));
    let (T::Or, Some((close, T::Or))) = (p.nth(bar), names) else { return false };
    let body = p.nth(close + 1) == T::LBrace;
    if body {
        let whole = p.span().to(p.span_at(close));
        p.report(|_| {
            Diagnostic::error(FOREIGN_SYNTAX, whole, "there are no names between bars")
                .note("a loop over elements is `for x in v { … }`")
        });
        p.skip_tokens(close + 1);
        p.broken = true;
    }
    body
}

/// `(var x in v)`, `(const x of v)`, `(auto& [k, w] : m)` behind `for`: reported and skipped. Returns the pattern.
pub(in crate::parser) fn in_parens(p: &mut Parser<'_>) -> Option<PatId> {
    let word = matches!(p.nth(1), T::Let | T::Const | T::Ident);
    if !p.at(T::LParen) || !word || p.nth(2) == T::In {
        return None;
    }
    let close = p.close_at(0);
    let of = p.level(1, close.min(12)).find(|(n, kind)| match kind {
        T::In | T::Colon => true,
        T::Ident => p.text_at(*n) == "of" && *n > 1,
        _ => false,
    });
    let of = of?.0;
    let name = (p.nth(of - 1) == T::Ident).then_some(of - 1);
    let whole = p.span().to(p.span_at(close));
    let values = p.text_of(Span::new(p.span_at(of).hi, p.span_at(close).lo)).trim();
    let fixed = name.map(|name| format!("{} in {values}", p.text_at(name)));
    p.report(|_| {
        let message = "a loop over elements is written with `in`, without parentheses";
        let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, whole, message);
        match fixed {
            Some(fixed) => diagnostic.suggest(whole, fixed, "write it like this"),
            None => diagnostic.note("it has one variable: `for x in v { … }`"),
        }
    });
    let span = p.span_at(of - 1);
    let kind = match name {
        Some(_) => PatKind::Bind { name: Ident { name: p.symbol_of(span), span }, mutable: false, sub: None },
        None => {
            p.broken = true;
            PatKind::Error
        }
    };
    p.skip_tokens(close + 1);
    Some(p.mk_pat(kind, span))
}
