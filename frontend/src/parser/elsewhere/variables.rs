//! Declarations of variables as C, Go and JavaScript write them.

use super::*;

/// A declaration as another language writes it.
struct Declaration {
    /// The name stands so many tokens ahead.
    pub(in crate::parser) name_at: usize,
    /// What its type is called in Vex; `None` where the initializer decides.
    pub(in crate::parser) ty: Option<String>,
    /// How the initializer begins: `=`, or `:=` in two tokens.
    pub(in crate::parser) short: bool,
    /// The type stands behind the name, without a colon, and ends so many tokens ahead.
    pub(in crate::parser) type_end: Option<usize>,
}

/// A declaration as C, Go or JavaScript writes it, where a statement begins: reported. What it declares is declared all the
/// same, so that no use of it is a mistake too. Returns whether there was one.
pub(in crate::parser) fn declaration(p: &mut Parser<'_>, start: Span) -> bool {
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
    let known = keyword || words.len() > 1 || types::is_type_name(base);
    let fits = match p.nth(n + 1) {
        T::Eq => stars == 0 || known || types::looks_like_type(base),
        T::Semi | T::LBracket => known || stars == 0 && types::looks_like_type(base),
        T::Comma => known,
        T::LParen => known && functions,
        _ => false,
    };
    // Go writes the type behind the name.
    if p.nth(n) != T::Ident || !fits || types::is_type_name(text(n)) {
        return None;
    }
    let literal = matches!(p.nth(n + 2), T::Str);
    Some(Declaration {
        name_at: n,
        ty: Some(types::in_vex(&words, stars, is_const || literal)),
        short: false,
        type_end: None,
    })
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
        let array = c_items::array(p, found.name_at + 1, ty);
        fixed = array.map(|(rest, end)| {
            whole = whole.to(end);
            format!("{word} {mutable}{name}: {rest}")
        });
    }
    let several = has_comma(p, found.name_at + 1) && !matches!(kind(1), T::LBracket);
    p.report(|_| {
        let diagnostic = Diagnostic::error(FOREIGN_DECLARATION, whole, "a variable is declared with `let`");
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
    // Declarations longer than this do not occur in practice.
    p.level(n, n + 100).find(|(_, kind)| matches!(kind, T::Comma | T::Semi)).is_some_and(|(_, kind)| kind == T::Comma)
}

/// One variable of a declaration, from its name on. Of C's types only the name is known here: it is declared with one that
/// fits everything.
pub(in crate::parser) fn declared(p: &mut Parser<'_>, start: Span, typed: bool, short: bool, behind: usize) {
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
pub(in crate::parser) fn at_c_variable(p: &Parser<'_>) -> bool {
    c_declaration(p, false).is_some()
}

/// The name that something was to declare which is no item here.
pub(in crate::parser) fn declared_name(p: &Parser<'_>) -> Option<Span> {
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
