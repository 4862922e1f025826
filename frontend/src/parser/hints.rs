//! What programmers write who know another language better: better messages than "expected this, found that".

use super::*;
pub(super) use vex_ir::c_names::vex_type;

const E0025: Code = Code("E0025");
const E0026: Code = Code("E0026");

pub(super) fn is_type_name(name: &str) -> bool {
    vex_type(name).is_some()
        || vex_ir::ty::IntTy::from_name(name).is_some()
        || matches!(name, "f32" | "f64" | "bool" | "char" | "void" | "str")
}

fn looks_like_type(name: &str) -> bool {
    is_type_name(name) || name.starts_with(|c: char| c.is_uppercase())
}

/// Makes "expected X, found Y" say more where it is clear what was meant.
pub(super) fn explain(p: &Parser<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let span = p.span();
    if p.at(T::EqEq) {
        return diagnostic.suggest(span, "=", "did you mean `=`?");
    }
    if let Some(decrement) = decrement(p) {
        return decrement;
    }
    if let Some(cast) = c_cast(p) {
        return cast;
    }
    diagnostic
}

/// `x--` in front of the current token, which begins no operand.
pub(super) fn decrement(p: &Parser<'_>) -> Option<Diagnostic> {
    let i = p.pos;
    let minus = i >= 2 && p.tokens.kinds[i - 1] == T::Minus && p.tokens.kinds[i - 2] == T::Minus;
    if !minus || p.tokens.spans[i - 2].hi != p.tokens.spans[i - 1].lo {
        return None;
    }
    let span = p.tokens.spans[i - 2].to(p.tokens.spans[i - 1]);
    let diagnostic = Diagnostic::error(E0025, span, "there is no operator `--`");
    Some(match p.assignable_before(3) {
        true => diagnostic.suggest(span, " -= 1", "subtract one with `-= 1`"),
        false => diagnostic.note("subtract one with `-= 1`, in a statement of its own"),
    })
}

/// `(i32) x`, standing at `x`.
fn c_cast(p: &Parser<'_>) -> Option<Diagnostic> {
    let i = p.pos;
    let group = i >= 3 && p.tokens.kinds[i - 1] == T::RParen && p.tokens.kinds[i - 3] == T::LParen;
    let operand = matches!(p.cur(), T::Ident | T::SelfValue) || p.cur().is_literal();
    if !group || !operand || p.tokens.kinds[i - 2] != T::Ident {
        return None;
    }
    let name = p.text_of(p.tokens.spans[i - 2]);
    let ty = is_type_name(name).then(|| vex_type(name).unwrap_or(name))?;
    let span = p.tokens.spans[i - 3].to(p.tokens.spans[i - 1]);
    let whole = span.to(p.span());
    let fixed = format!("{} as {ty}", p.cur_text());
    Some(Diagnostic::error(E0026, span, "a cast is written behind its operand").suggest(
        whole,
        fixed,
        format!("write `e as {ty}`"),
    ))
}

/// What to say instead of "expected `;`".
pub(super) fn instead_of_semi(p: &Parser<'_>) -> Option<Diagnostic> {
    if p.on_new_line() {
        None
    } else {
        c_cast(p).or_else(|| prefixed_string(p)).or_else(|| mistyped(p)).or_else(|| spaced(p))
    }
}

/// Keywords that begin statements.
const STATEMENTS: &[&str] =
    &["break", "continue", "defer", "for", "if", "let", "loop", "match", "return", "unsafe", "while"];

/// `retrun x`, standing behind the word that begins the statement.
fn mistyped(p: &Parser<'_>) -> Option<Diagnostic> {
    let begins = p.pos < 2 || matches!(p.tokens.kinds[p.pos - 2], T::LBrace | T::RBrace | T::Semi);
    if p.prev() != T::Ident || !begins || !p.begins_expr() && !p.at(T::LBrace) {
        return None;
    }
    let word = p.text_of(p.prev_span());
    let close = vex_ir::diag::closest(word, STATEMENTS.iter().copied())?;
    let message = format!("expected a statement, found `{word}`");
    Some(Diagnostic::error(E0020, p.prev_span(), message).suggest(
        p.prev_span(),
        close,
        "a keyword is spelled like this",
    ))
}

/// `! =` behind an operand, `=>` for `>=`.
fn spaced(p: &Parser<'_>) -> Option<Diagnostic> {
    let (whole, ours, what) = match (p.cur(), p.nth(1)) {
        (T::Bang, T::Eq) => (p.span().to(p.tokens.spans[p.pos + 1]), "!=", "`!=` is written without a space"),
        (T::FatArrow, _) if p.prev() != T::RParen => (p.span(), ">=", "there is no operator `=>`"),
        // Nothing else is an operator that is torn apart.
        _ => return None,
    };
    Some(Diagnostic::error(E0025, whole, what).suggest(whole, ours, format!("write `{ours}`")))
}

/// `L"text"`, `print "text"`, standing at the string.
fn prefixed_string(p: &Parser<'_>) -> Option<Diagnostic> {
    if !p.cur().is_literal() || p.prev() != T::Ident {
        return None;
    }
    let (before, span) = (p.prev_span(), p.span());
    let name = p.text_of(before);
    if p.glued(0) {
        let message = format!("there are no string literals that begin with `{name}`");
        return Some(Diagnostic::error(E0025, before.to(span), message).suggest(
            before,
            "",
            "a string is text in UTF-8",
        ));
    }
    // Elsewhere, a call may do without parentheses.
    let whole =
        (p.pos < 2 || matches!(p.tokens.kinds[p.pos - 2], T::LBrace | T::RBrace | T::Semi)) && p.nth(1) == T::Semi;
    let called = matches!(name, "print" | "println" | "printf" | "puts" | "echo" | "panic" | "assert");
    (whole && called).then(|| {
        let text = format!("({})", p.text_of(span));
        Diagnostic::error(E0020, span, "the arguments of a function stand in parentheses").suggest(
            Span::new(before.hi, span.hi),
            text,
            "add them",
        )
    })
}

/// An operator that is a word elsewhere, or `=<`, where a binary operator may stand: reported. Returns what it means; the parser
/// stands on its last token.
pub(super) fn foreign_operator(p: &mut Parser<'_>) -> Option<T> {
    if p.at(T::Eq) {
        let whole = p.span().to(p.tokens.spans[p.pos + 1]);
        return (p.nth(1) == T::Lt && p.glued(1)).then(|| {
            p.report(|_| {
                Diagnostic::error(E0025, whole, "there is no operator `=<`").suggest(whole, "<=", "write `<=`")
            });
            p.bump();
            T::Le
        });
    }
    elsewhere::operators::word(p)
}

/// `elif`, `elsif`, `elseif`: reported. Returns whether it is there; the parser stands on it, as it would on `if`.
pub(super) fn else_if(p: &mut Parser<'_>) -> bool {
    let there = p.at(T::Ident) && matches!(p.cur_text(), "elif" | "elsif" | "elseif") && p.nth(1) != T::Eq;
    if there {
        p.report(|p| {
            Diagnostic::error(E0025, p.span(), format!("there is no `{}`", p.cur_text())).fix(
                p.span(),
                "else if",
                "write `else if`",
            )
        });
        p.reported = 0;
    }
    there
}

/// `a if c else b`, standing at `if` behind `value`: reported.
pub(super) fn conditional(p: &mut Parser<'_>, value: ExprId) -> ExprId {
    if p.before_else().is_none() {
        return value;
    }
    let (at, silent) = (p.span(), p.silent());
    p.bump();
    let first = p.pos;
    let cond = p.condition(true);
    let condition = elsewhere::operators::is_bool(p, first, p.pos);
    if !p.eat(T::Else) {
        return value;
    }
    // Another one in the place of the last value is the same mistake.
    let broken = std::mem::replace(&mut p.broken, true);
    let other = p.expr();
    p.broken = broken;
    let nested = p.is_error(other) || p.is_error(value);
    let [a, c, b] = [value, cond, other].map(|e| p.body.exprs[e].span);
    if !silent {
        let fixed = format!("if {} {{ {} }} else {{ {} }}", p.text_of(c), p.text_of(a), p.text_of(b));
        let diagnostic = Diagnostic::error(E0025, at, "`if` stands before both values");
        p.emit(match condition && !nested {
            true => diagnostic.suggest(a.to(b), fixed, "write it like this"),
            false => diagnostic.note("it is written `if a > 0 { b } else { c }`, with a condition of type `bool`"),
        });
    }
    p.error_expr(a.to(b))
}

/// A declaration as another language writes it.
struct Declaration {
    /// The name stands so many tokens ahead.
    name_at: usize,
    /// What its type is called in Vex; `None` where the initializer decides.
    ty: Option<String>,
    /// How the initializer begins: `=`, or `:=` in two tokens.
    short: bool,
    /// The type stands behind the name, without a colon, and ends so many tokens ahead.
    type_end: Option<usize>,
}

/// A declaration as C, Go or JavaScript writes it, where a statement begins: reported. What it declares is declared all the
/// same, so that no use of it is a mistake too. Returns whether there was one.
pub(super) fn declaration(p: &mut Parser<'_>, start: Span) -> bool {
    let Some(found) = find_declaration(p) else { return false };
    let name_span = p.tokens.spans[p.pos + found.name_at];
    if p.text_of(p.span().to(name_span)).contains('\n') {
        return false;
    }
    report_declaration(p, &found, name_span);
    for _ in 0..found.name_at {
        p.bump();
    }
    let typed = found.ty.is_some() || found.type_end.is_some();
    let behind = found.type_end.map_or(0, |end| end - found.name_at - 1);
    loop {
        declared(p, start, typed, found.short, behind);
        // `int a = 1, *b;`
        if !p.at(T::Comma) || !matches!(p.nth(1), T::Ident | T::Star) {
            break;
        }
        p.bump();
        while p.eat(T::Star) {}
        if !p.at(T::Ident) {
            break;
        }
    }
    p.sync_stmt();
    true
}

fn find_declaration(p: &Parser<'_>) -> Option<Declaration> {
    let first = p.cur_text();
    match (p.cur(), p.nth(1)) {
        (T::Mut, T::Ident) => Some(Declaration { name_at: 1, ty: None, short: false, type_end: None }),
        (T::Ident, T::Ident)
            if matches!(first, "var" | "val")
                && matches!(p.nth(2), T::Ident | T::Star | T::LBracket | T::And)
                && !p.on_new_line_at(2) =>
        {
            let found = elsewhere::types::at(p, 2)?;
            Some(Declaration { name_at: 1, ty: found.text, short: false, type_end: Some(found.end) })
        }
        (T::Ident, T::Ident) if matches!(first, "var" | "auto" | "val") => {
            Some(Declaration { name_at: 1, ty: None, short: false, type_end: None })
        }
        (T::Ident, T::Colon) if p.nth(2) == T::Eq && p.glued(2) => {
            Some(Declaration { name_at: 0, ty: None, short: true, type_end: None })
        }
        (T::Ident, T::Ident) if matches!(first, "using" | "typedef" | "namespace") => None,
        (T::Ident, T::Ident) if p.nth(2) == T::Eq && vex_ir::diag::closest(first, ["let"]).is_some() => {
            Some(Declaration { name_at: 1, ty: None, short: false, type_end: None })
        }
        (T::Ident, T::Ident | T::Star)
        | (T::Const | T::Static, T::Ident | T::Struct | T::Enum | T::Const)
        | (T::Ident, T::Const)
        | (T::Struct | T::Enum, T::Ident) => c_declaration(p, false),
        // It looks like nothing that another language would have.
        _ => None,
    }
}

/// `const unsigned int *p =`, `struct S s;`: words that make a type, stars, a name, and what may follow one.
fn c_declaration(p: &Parser<'_>, functions: bool) -> Option<Declaration> {
    let (mut n, mut words, mut keyword) = (0, Vec::new(), false);
    loop {
        let text = p.text_of(*p.tokens.spans.get(p.pos + n)?);
        match p.nth(n) {
            T::Const | T::Static | T::Struct | T::Enum => keyword = true,
            T::Ident if matches!(text, "unsigned" | "signed" | "long" | "short") => words.push(text),
            T::Ident
                if matches!(text, "register" | "volatile" | "union" | "inline" | "extern")
                    && p.nth(n + 1) == T::Ident =>
            {
                keyword = true
            }
            _ => break,
        }
        n += 1;
    }
    let mut is_const = (0..n).any(|i| p.nth(i) == T::Const);
    let text = |n: usize| p.text_of(p.tokens.spans[p.pos + n]);
    // Behind `unsigned` and the like, a name may follow at once.
    if p.nth(n) == T::Ident && (words.is_empty() || matches!(p.nth(n + 1), T::Ident | T::Star)) {
        words.push(text(n));
        n += 1;
    }
    let base = *words.last()?;
    is_const |= p.nth(n) == T::Const;
    let type_end = n;
    let mut stars = 0;
    while matches!(p.nth(n), T::Star | T::Const) || n > type_end && p.nth(n) == T::Ident && text(n) == "restrict" {
        stars += usize::from(p.nth(n) == T::Star);
        n += 1;
    }
    let known = keyword || words.len() > 1 || is_type_name(base);
    let fits = match p.nth(n + 1) {
        T::Eq => stars == 0 || known || looks_like_type(base),
        T::Semi | T::LBracket => known || stars == 0 && looks_like_type(base),
        T::Comma => known,
        T::LParen => known && functions,
        _ => false,
    };
    // Go writes the type behind the name.
    if p.nth(n) != T::Ident || !fits || is_type_name(text(n)) {
        return None;
    }
    let literal = matches!(p.nth(n + 2), T::Str);
    Some(Declaration { name_at: n, ty: Some(in_vex(&words, stars, is_const || literal)), short: false, type_end: None })
}

/// The Vex type that C's words and stars mean.
pub(super) fn in_vex(words: &[&str], stars: usize, is_const: bool) -> String {
    let unsigned = words.contains(&"unsigned");
    let base = match words.last().copied().unwrap_or("int") {
        "char" if stars > 0 => "u8",
        "char" if words.len() > 1 => "i8",
        "int" | "unsigned" | "signed" | "long" | "short" if words.contains(&"long") => "i64",
        "int" | "unsigned" | "signed" | "short" if words.contains(&"short") => "i16",
        "signed" => "i32",
        other => vex_type(other).unwrap_or(other),
    };
    let base = match base.strip_prefix('i') {
        Some(bits) if unsigned => format!("u{bits}"),
        _ => base.to_string(),
    };
    (0..stars).fold(base, |ty, _| format!("*{}{ty}", if is_const { "" } else { "mut " }))
}

fn report_declaration(p: &mut Parser<'_>, found: &Declaration, name_span: Span) {
    let name = p.text_of(name_span);
    let kind = |n: usize| p.nth(found.name_at + n);
    let mut whole = p.span().to(name_span);
    let mut mutable =
        if p.at(T::Const) && !found.ty.as_ref().is_some_and(|ty| ty.starts_with('*')) { "" } else { "mut " };
    let mut word = "let";
    let mut help = "write `let`, and `mut` if it changes";
    if p.at(T::Static) {
        (word, mutable, help) = ("static", "mut ", "in Vex, the type of a `static` stands behind its name");
    }
    let mut fixed = Some(match &found.ty {
        Some(ty) => format!("{word} {mutable}{name}: {ty}"),
        None => format!("{word} {mutable}{name}"),
    });
    if let (T::Colon, None, false) = (kind(1), &found.ty, found.short) {
        // Its type may have another name here.
        let ty = elsewhere::types::at(p, found.name_at + 2).filter(|ty| matches!(p.nth(ty.end), T::Eq | T::Semi));
        fixed = ty.as_ref().and_then(|ty| Some(format!("{word} {mutable}{name}: {}", ty.text.as_ref()?)));
        if let Some(ty) = ty {
            whole = whole.to(p.tokens.spans[p.pos + ty.end - 1]);
        }
    }
    if let Some(end) = found.type_end {
        whole = whole.to(p.tokens.spans[p.pos + end - 1]);
        fixed = fixed.filter(|_| found.ty.is_some());
    }
    if found.short {
        whole = whole.to(p.tokens.spans[p.pos + 2]);
        (fixed, help) = (Some(format!("let {name} =")), "write `let` and `=`");
    }
    if let (T::LBracket, Some(ty)) = (kind(1), &found.ty) {
        let array = c::array(p, found.name_at + 1, ty);
        fixed = array.map(|(rest, end)| {
            whole = whole.to(end);
            format!("{word} {mutable}{name}: {rest}")
        });
    }
    let several = has_comma(p, found.name_at + 1) && !matches!(kind(1), T::LBracket);
    p.report(|_| {
        let diagnostic = Diagnostic::error(E0026, whole, "a variable is declared with `let`");
        match fixed {
            _ if several => diagnostic.note("every variable has a `let` of its own: `let mut a: i32 = 1;`"),
            Some(fixed) => diagnostic.suggest(whole, fixed, help),
            None if found.type_end.is_some() => {
                diagnostic.note("its type stands behind a colon: `let mut a: i32 = 1;`")
            }
            None => diagnostic.note("an array has its length in its type: `let mut a: [i32; 3] = [1, 2, 3];`"),
        }
    });
}

/// Whether a comma stands before the end of the statement, from `n` tokens ahead.
fn has_comma(p: &Parser<'_>, n: usize) -> bool {
    // No declaration that somebody wrote is longer.
    p.level(n, n + 100).find(|(_, kind)| matches!(kind, T::Comma | T::Semi)).is_some_and(|(_, kind)| kind == T::Comma)
}

/// One variable of a declaration, from its name on. Of C's types only the name is known here: it is declared with one that
/// fits everything.
fn declared(p: &mut Parser<'_>, start: Span, typed: bool, short: bool, behind: usize) {
    let span = p.span();
    let name = p.ident("a name");
    (0..behind).for_each(|_| p.bump());
    while p.at(T::LBracket) {
        p.skip_tree();
    }
    if short {
        p.eat(T::Colon);
    }
    let init = if p.eat(T::Eq) && !p.at(T::LBrace) {
        p.expr()
    } else {
        if p.at(T::LBrace) {
            p.skip_tree();
        }
        p.error_expr(span)
    };
    let pat = p.mk_pat(PatKind::Bind { name, mutable: true, sub: None }, span);
    let ty = typed.then(|| p.mk_type(TypeKind::Error, span));
    p.push_stmt(Vec::new(), StmtKind::Let { pat, ty, init: Some(init), els: None }, start);
}

/// Whether a declaration of C stands here, of anything but a function.
pub(super) fn at_c_variable(p: &Parser<'_>) -> bool {
    c_declaration(p, false).is_some()
}

/// The name that something was to declare which is no item here.
pub(super) fn declared_name(p: &Parser<'_>) -> Option<Span> {
    let at = |n: usize| p.tokens.spans[p.pos + n];
    match p.cur_text() {
        "typedef" => {
            let (end, _) = p.level(1, 1000).find(|(_, kind)| *kind == T::Semi)?;
            (p.nth(end - 1) == T::Ident).then(|| at(end - 1))
        }
        "function" | "func" | "fun" | "def" | "proc" | "sub" | "class" | "record" | "interface" | "protocol"
        | "var" => (p.nth(1) == T::Ident).then(|| at(1)),
        // Anything else may be a declaration of C, or a keyword, mistyped.
        _ => match c_declaration(p, true) {
            Some(found) => Some(at(found.name_at)),
            None => (p.nth(1) == T::Ident && !p.text_of(p.span().to(at(1))).contains('\n')).then(|| at(1)),
        },
    }
}

/// A statement that other languages have: reported and skipped. Returns whether one stood here.
// Long because it is a table with a line for each word.
pub(super) fn statement(p: &mut Parser<'_>) -> bool {
    let braces = |p: &Parser<'_>| p.nth(1) == T::LBrace;
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
    p.report(|p| Diagnostic::error(E0025, p.span(), message).note(note));
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
pub(super) fn foreach(p: &mut Parser<'_>) -> bool {
    if p.cur_text() != "foreach" {
        return false;
    }
    let parens = p.nth(1) == T::LParen && p.tokens.kinds.get(p.closing(p.pos + 1) + 1) == Some(&T::LBrace);
    let there = p.nth(1) == T::Ident && p.nth(2) == T::In || parens;
    if there && parens {
        // Its head is reported, too, and says all that there is to say.
        let (word, close) = (p.span(), p.closing(p.pos + 1));
        let of = p.level(2, 12).find(|(n, kind)| *kind == T::In && *n > 2).map(|(n, _)| n);
        let whole = word.to(p.tokens.spans[close]);
        let fixed = of.map(|of| {
            let values = Span::new(p.tokens.spans[p.pos + of].hi, p.tokens.spans[close].lo);
            format!("for {} in {}", p.text_of(p.tokens.spans[p.pos + of - 1]), p.text_of(values).trim())
        });
        p.report(|_| {
            let diagnostic = Diagnostic::error(E0025, word, "there is no `foreach`");
            match fixed {
                Some(fixed) => diagnostic.suggest(whole, fixed, "write `for`"),
                None => diagnostic.note("a loop over elements is `for x in v { … }`"),
            }
        });
        p.broken = true;
    } else if there {
        p.report(|p| Diagnostic::error(E0025, p.span(), "there is no `foreach`").fix(p.span(), "for", "write `for`"));
        p.reported = 0;
    }
    there
}

/// `x = 1, y = 2`, `.x = 1` and, among arguments, `x: 1`, standing at an element of a list: reported once for all the elements
/// from here on, of which each becomes `x: …`. `ours` is what stands in front of the value of a name.
pub(super) fn named_values(p: &mut Parser<'_>, what: &str, ours: impl Fn(&str) -> String) {
    let arguments = ours("x").is_empty();
    // How many tokens stand in front of the value, and which of them is the name.
    let named = |p: &Parser<'_>, n: usize| match (p.nth(n), p.nth(n + 1), p.nth(n + 2)) {
        (T::Dot, T::Ident, T::Eq) => Some((3, 1)),
        (T::Ident, T::Eq, _) => Some((2, 0)),
        (T::Ident, T::Colon, _) if arguments => Some((2, 0)),
        // It has no name, or its name stands where it should.
        _ => None,
    };
    if named(p, 0).is_none() || p.pos < p.mended {
        return;
    }
    let (start, mut end, mut taken) = (p.span(), p.span(), p.span().start());
    let mut fixed = String::new();
    let behind_commas = p.level(0, usize::MAX).filter(|(_, kind)| *kind == T::Comma).map(|(n, _)| n + 1);
    let elements: Vec<usize> = [0].into_iter().chain(behind_commas).collect();
    for n in elements {
        let Some((count, name)) = named(p, n) else { continue };
        let (first, last) = (p.pos + n, p.pos + n + count - 1);
        fixed.push_str(p.text_of(Span::new(taken.hi, p.tokens.spans[first].lo)));
        fixed.push_str(&ours(p.text_of(p.tokens.spans[first + name])));
        (end, taken) = (p.tokens.spans[last], p.tokens.spans[last].end());
        // The space in front of the value goes with a name that goes.
        let value = p.tokens.spans[last + 1].start();
        if arguments {
            (end, taken) = (end.to(value), value);
        }
        p.tokens.kinds[last] = T::Colon;
        p.mended = last + 1;
    }
    let code = if arguments { E0025 } else { E0020 };
    let first = start.to(p.tokens.spans[p.pos + if p.at(T::Dot) { 2 } else { 1 }]);
    p.report(|_| {
        let how = if arguments { "leave it out" } else { "write it like this" };
        Diagnostic::error(code, first, what).fix(start.to(end), fixed, how)
    });
}

/// `new P()`: reported and skipped.
pub(super) fn operand(p: &mut Parser<'_>) -> Option<ExprId> {
    if !p.at(T::Ident) {
        return None;
    }
    // Most names are followed by nothing that another language would have there.
    match p.nth(1) {
        T::Dot | T::Arrow => return elsewhere::references::this(p),
        T::Ident | T::LParen | T::FatArrow | T::Colon => {
            if let Some(function) = elsewhere::functions::literal(p) {
                return Some(function);
            }
        }
        T::Or | T::OrOr if p.cur_text() == "move" => {
            p.bump();
            return Some(p.closure());
        }
        T::LBracket if p.cur_text() == "map" => return elsewhere::types::map_literal(p),
        _ => {}
    }
    if p.at(T::Ident) && p.nth(1) == T::LParen && matches!(p.cur_text(), "sizeof" | "_Alignof" | "alignof") {
        return c::size_of(p);
    }
    if p.at(T::Ident) && p.nth(1) == T::Lt && p.cur_text().ends_with("_cast") {
        return c::named_cast(p);
    }
    if !p.at(T::Ident) || p.cur_text() != "new" || p.nth(1) != T::Ident || p.on_new_line_at(1) {
        return None;
    }
    let start = p.span();
    p.report(|p| {
        Diagnostic::error(E0025, p.span(), "there is no `new`")
            .note("a value of a struct is written `P { x: 1 }`; memory comes from an allocator such as `malloc`")
    });
    p.bump();
    p.bump();
    while p.cur().is_open() {
        p.skip_tree();
    }
    Some(p.error_expr(start))
}

/// Headers of the C library, of C17 and the most used ones of POSIX.
const LIBC_HEADERS: &[&str] = &[
    "assert", "ctype", "errno", "fcntl", "fenv", "float", "inttypes", "limits", "locale", "math", "setjmp", "signal",
    "stdarg", "stdbool", "stddef", "stdint", "stdio", "stdlib", "string", "strings", "time", "unistd", "wchar",
    "wctype",
];

/// `include <stdio.h>`, `define N 3`, standing behind `#`: where the line ends, and what stands for it in Vex.
pub(super) fn preprocessor(p: &Parser<'_>) -> Option<(Span, String)> {
    let text = |n: usize| p.tokens.spans.get(p.pos + n).map_or("", |s| p.text_of(*s));
    let line_ends = |n: usize| p.nth(n) == T::Eof || p.on_new_line_at(n);
    match p.cur_text() {
        "include" => {
            let header = (p.nth(1), p.nth(3), text(4), p.nth(5)) == (T::Lt, T::Dot, "h", T::Gt);
            let known = header && LIBC_HEADERS.contains(&text(2)) && line_ends(6) && p.is_std_module("libc");
            known.then(|| (p.tokens.spans[p.pos + 5], "import { libc } from \"std\";".to_string()))
        }
        "define" => {
            let ty = match p.nth(2) {
                T::Int => "i32",
                T::Float => "f64",
                T::Str => "&str",
                // A macro with parameters, or an expression whose type does not show.
                _ => return None,
            };
            let fits =
                p.nth(1) == T::Ident && line_ends(3) && text(2).bytes().all(|b| b.is_ascii_digit() || ty != "i32");
            fits.then(|| (p.tokens.spans[p.pos + 2], format!("const {}: {ty} = {};", text(1), text(2))))
        }
        // Conditions and the rest have no single line that stands for them.
        _ => None,
    }
}

/// `println!(…)`: reported; the parser stands on the `!`. What a macro would do with its arguments is not known.
pub(super) fn macro_call(p: &mut Parser<'_>, name: Span) -> ExprId {
    let bang = p.span();
    let text = p.text_of(name);
    let known = vex_ir::tree::Builtin::ALL.iter().any(|b| b.text() == text) && p.nth(1) == T::LParen;
    // With arguments to format, there is more to change than the `!`.
    let formats = p.nth(2) == T::Str && (p.nth(3) != T::RParen || p.text_of(p.tokens.spans[p.pos + 2]).contains('{'));
    let function = known && !formats;
    p.report(|_| {
        let diagnostic = Diagnostic::error(E0025, name.to(bang), "there are no macros in Vex");
        match function {
            true => diagnostic.suggest(
                bang,
                "",
                format!("`{text}` is a function; numbers are printed by `printf` of \"std/libc\""),
            ),
            false if known => diagnostic
                .note(format!("`{text}` is a function of one string; numbers are printed by `printf` of \"std/libc\"")),
            false => diagnostic,
        }
    });
    p.bump();
    p.skip_tree();
    p.error_expr(name)
}
