//! The parser: tokens to items, by recursive descent.
//!
//! Delimiters match before it starts (see [`crate::delim`]), so that recovery may always skip to the end of a group. Three
//! rules keep one mistake from being reported twice: nothing is reported twice at one token; nothing is reported at a token
//! that the lexer reported, or that was made up; and nothing within parentheses that had to be repaired.
//!
//! Where the parser cannot go on from a mistake, the statement, element or item around it is *broken*: nothing more is reported
//! in it, and what was parsed of it becomes `Error`, so that the passes say nothing about what was not understood. Statements
//! in a block inside of it are on their own.
//!
//! Recursion is bounded by [`MAX_NESTING`]. What stands in a row does not nest: operators, casts, calls, fields and `else if`
//! are loops here, but trees as high as the row is long for everyone who walks them ([`vex_ir::stack`]).

mod attr;
mod c;
mod elsewhere;
mod expr;
mod format;
mod hints;
mod item;
mod pat;
mod path;
mod primary;
mod stmt;
mod ty;

use crate::delim::{E0011, MAX_NESTING, balance, too_deep};
use crate::lexer::{CommentKind, Lexed, Tokens, lex};
use crate::names::Names;
use crate::token::T;
use la_arena::Arena;
use smol_str::SmolStr;
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

pub(crate) const E0020: Code = Code("E0020");
const E0021: Code = Code("E0021");
const E0022: Code = Code("E0022");

/// A module that the text of another one contains: `mod name = "key" { … }`.
pub(crate) struct Section {
    pub module: ModuleId,
    pub key: Ident,
}

/// Parses a text into items of `module`. The text is the one at `base` in the source map.
pub(crate) fn parse_file(
    cx: &mut Cx,
    program: &mut Program,
    names: &mut Names,
    module: ModuleId,
    text: &str,
    base: u32,
) -> Vec<Section> {
    let mut lexed = lex(text, base);
    balance(&mut lexed, text, base);
    let before = cx.diags.list().len();
    for error in std::mem::take(&mut lexed.errors) {
        cx.emit(error);
    }
    let mut parser = Parser::new(cx, program, names, module, text, base, lexed);
    parser.file();
    let sections = parser.sections;
    tidy_diagnostics(cx, before, text, base);
    sections
}

/// Empties the arenas that parsing fills, and keeps their room.
fn clear(body: &mut Body) {
    body.exprs.clear();
    body.pats.clear();
    body.types.clear();
    body.expr_lists.clear();
    body.pat_lists.clear();
    body.type_lists.clear();
    body.stmts.clear();
    body.arms.clear();
    body.fields.clear();
    body.field_pats.clear();
    body.segments.clear();
    body.strings.clear();
    body.fmt_pieces.clear();
    body.root = None;
}

/// Brings what was reported since `from` into the order of the text: the lexer, the repair of delimiters and the parser
/// each went over all of it. Where a line has a mistake, a closing delimiter too many behind it is the consequence: what
/// would have opened it is what the parser missed.
fn tidy_diagnostics(cx: &mut Cx, from: usize, text: &str, base: u32) {
    if cx.diags.list().len() < from + 2 {
        return;
    }
    let mut all = cx.diags.take();
    let mut new = all.split_off(from);
    new.sort_by_key(|d| d.primary.span.lo);
    for diagnostic in all {
        cx.emit(diagnostic);
    }
    let mut last: Option<Span> = None;
    for diagnostic in new {
        let span = diagnostic.primary.span;
        let stray = diagnostic.code == E0011;
        if stray && last.is_some_and(|last| on_one_line(text, base, last, span)) {
            continue;
        }
        if !stray {
            last = Some(span);
        }
        cx.emit(diagnostic);
    }
}

/// Whether no line break separates two places, of which the second is not before the first.
fn on_one_line(text: &str, base: u32, first: Span, second: Span) -> bool {
    // Lines are not longer than this, and files that are one line are not searched again and again.
    let near = second.lo.saturating_sub(first.lo) < 1000;
    let between = text.get((first.lo - base) as usize..(second.lo.max(first.lo) - base) as usize);
    near && between.is_some_and(|t| !t.contains('\n'))
}

/// Where in an expression the parser is, as far as it changes what may stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Context {
    /// Whether `{` after a path begins a block: in the heads of `if`, `while`, `for` and `match`.
    no_struct: bool,
    /// Whether `let` may begin an operand: in the heads of `if` and `while`.
    allow_let: bool,
}

impl Context {
    const FREE: Context = Context { no_struct: false, allow_let: false };
}

/// What belongs to an item while one inside it is parsed.
struct Outer {
    body: Body,
    deep: bool,
    context: Context,
    lost: Lost,
}

/// Patterns of an item that are reported and would have declared names: nothing can be said of what uses them.
#[derive(Clone, Copy, Default)]
struct Lost {
    of_arrays: bool,
    of_rest: bool,
}

pub(crate) struct Parser<'a> {
    cx: &'a mut Cx,
    program: &'a mut Program,
    names: &'a mut Names,
    module: ModuleId,
    text: &'a str,
    base: u32,
    tokens: Tokens,
    pos: usize,
    /// Doc comments, in order.
    docs: Vec<Span>,
    /// Groups whose delimiters were made up: nothing in them is reported.
    repaired: Vec<(u32, u32)>,
    /// Up to which token it is reported that the elements of a list have no commas between them, or foreign names.
    mended: usize,
    sections: Vec<Section>,
    /// The arenas of the item that is being parsed.
    body: Body,
    /// Empty arenas with room.
    spare: Vec<Body>,
    /// What belongs to the items around this one.
    outer: Vec<Outer>,
    depth: usize,
    context: Context,
    /// The position of the last report, plus one.
    reported: usize,
    /// Up to which token a statement is reported to count with `++` or `--`.
    counting: usize,
    /// Up to which token the words in front of fields or variants are reported, and with them what separates those.
    words: usize,
    /// Up to which token the lifetimes of an item are reported.
    lifetimes: usize,
    /// What the arms of the `match` that is being parsed have of other languages.
    foreign_arms: Option<primary::ForeignArms>,
    lost: Lost,
    /// Whether the item was reported to be too deep.
    deep: bool,
    /// Whether the text is reported to have groups that are too deep, of which nothing else needs to be said.
    deep_file: bool,
    /// Whether the item stands in a function.
    in_body: bool,
    /// Imports that stand in functions of the module.
    misplaced_imports: Vec<ItemId>,
    /// Whether the statement, element or item that is being parsed has a mistake from which the parser could not go on.
    broken: bool,
    /// The depth at which the statement or item began.
    statement_depth: usize,
    /// The depth of the statement that proved too deep, while it lasts.
    muted: Option<usize>,
    /// Whether the tokens are those of an expression in a format string.
    in_string: bool,
    /// Whether the last format string has a brace that is never closed.
    broken_format: bool,
    // Scratch stacks: lists grow here until they are complete and move to a pool.
    expr_stack: Vec<ExprId>,
    type_stack: Vec<TypeId>,
    pat_stack: Vec<PatId>,
    stmt_stack: Vec<Stmt>,
    segment_stack: Vec<PathSegment>,
    op_stack: Vec<expr::Pending>,
    prefix_stack: Vec<expr::Prefix>,
}

/// Makes room for the items of a module, one for each token that may begin one: items are large, and an arena that grows
/// as they come would move them again and again.
fn make_room(items: &mut Arena<Item>, tokens: &[T]) {
    let begins = |t: &&T| matches!(t, T::Fn | T::Struct | T::Enum | T::Const | T::Static | T::Type | T::Import);
    // And some for extern blocks and whatever else there is.
    let more = tokens.iter().filter(begins).count() * 9 / 8 + 8;
    if more > items.len() {
        let before = std::mem::replace(items, Arena::with_capacity(items.len() + more));
        items.extend(before.into_iter().map(|(_, item)| item));
    }
}

impl<'a> Parser<'a> {
    fn new(
        cx: &'a mut Cx,
        program: &'a mut Program,
        names: &'a mut Names,
        module: ModuleId,
        text: &'a str,
        base: u32,
        lexed: Lexed,
    ) -> Parser<'a> {
        make_room(&mut program.items, &lexed.tokens.kinds);
        let docs = lexed.comments.iter().filter(|c| c.kind == CommentKind::Doc).map(|c| c.span).collect();
        Parser {
            cx,
            program,
            names,
            module,
            text,
            base,
            tokens: lexed.tokens,
            pos: 0,
            docs,
            repaired: lexed.repaired,
            mended: 0,
            sections: Vec::new(),
            body: Body::default(),
            spare: Vec::new(),
            outer: Vec::new(),
            depth: 0,
            context: Context::FREE,
            reported: 0,
            counting: 0,
            words: 0,
            lifetimes: 0,
            foreign_arms: None,
            lost: Lost::default(),
            deep: lexed.too_deep,
            deep_file: lexed.too_deep,
            in_body: false,
            misplaced_imports: Vec::new(),
            broken: false,
            statement_depth: 0,
            muted: None,
            in_string: false,
            broken_format: false,
            expr_stack: Vec::new(),
            type_stack: Vec::new(),
            pat_stack: Vec::new(),
            stmt_stack: Vec::new(),
            segment_stack: Vec::new(),
            op_stack: Vec::new(),
            prefix_stack: Vec::new(),
        }
    }

    // Tokens.

    fn cur(&self) -> T {
        self.tokens.kinds[self.pos]
    }

    fn nth(&self, n: usize) -> T {
        self.tokens.kinds.get(self.pos + n).copied().unwrap_or(T::Eof)
    }

    fn span(&self) -> Span {
        self.tokens.spans[self.pos]
    }

    fn prev_span(&self) -> Span {
        match self.pos {
            0 => Span::new(self.base, self.base),
            pos => self.tokens.spans[pos - 1],
        }
    }

    fn prev(&self) -> T {
        if self.pos == 0 { T::Eof } else { self.tokens.kinds[self.pos - 1] }
    }

    /// From the start of a construct to the last token taken.
    fn since(&self, start: Span) -> Span {
        Span::new(start.lo, self.prev_span().hi.max(start.lo))
    }

    fn at(&self, kind: T) -> bool {
        self.cur() == kind
    }

    fn bump(&mut self) {
        if self.pos + 1 < self.tokens.len() {
            self.pos += 1;
        }
    }

    fn eat(&mut self, kind: T) -> bool {
        let there = self.at(kind);
        if there {
            self.bump();
        }
        there
    }

    fn text_of(&self, span: Span) -> &'a str {
        let text: &'a str = self.text;
        text.get((span.lo - self.base) as usize..(span.hi - self.base) as usize).unwrap_or("")
    }

    fn cur_text(&self) -> &'a str {
        self.text_of(self.span())
    }

    fn symbol_of(&mut self, span: Span) -> Symbol {
        let text = self.text_of(span);
        self.cx.interner.intern_name(text)
    }

    /// Whether the token `n` ahead stands directly behind the one before it.
    fn glued(&self, n: usize) -> bool {
        let at = self.pos + n;
        at > 0
            && at < self.tokens.len()
            && self.tokens.spans[at - 1].hi == self.tokens.spans[at].lo
            && !self.is_made_up(at)
    }

    /// Whether a line break stands before the current token.
    fn on_new_line(&self) -> bool {
        let gap = Span::new(self.prev_span().hi.min(self.span().lo), self.span().lo);
        self.at(T::Eof) || self.pos == 0 || self.text_of(gap).contains('\n')
    }

    /// Whether the token `ahead` tokens from here begins a line.
    fn on_new_line_at(&self, ahead: usize) -> bool {
        let at = self.pos + ahead;
        let (Some(before), Some(this)) = (self.tokens.spans.get(at.wrapping_sub(1)), self.tokens.spans.get(at)) else {
            return false;
        };
        self.text_of(Span::new(before.hi.min(this.lo), this.lo)).contains('\n')
    }

    /// Takes the first `len` bytes off the current token, leaving `rest`: `>>` becomes `>`.
    fn split(&mut self, len: u32, rest: T) -> Span {
        let span = self.span();
        self.tokens.kinds[self.pos] = rest;
        self.tokens.spans[self.pos].lo += len;
        Span::new(span.lo, span.lo + len)
    }

    // Reports.

    fn is_made_up(&self, at: usize) -> bool {
        let span = self.tokens.spans[at];
        span.lo == span.hi && self.tokens.kinds[at] != T::Eof
    }

    /// Whether a mistake at the current token is the consequence of one that is reported already.
    fn silent(&self) -> bool {
        let made_up = |at: usize| self.is_made_up(at) || matches!(self.tokens.kinds[at], T::Unknown | T::BadLit);
        self.muted.is_some()
            || self.broken
            || self.reported == self.pos + 1
            || made_up(self.pos)
            || (self.pos > 0 && made_up(self.pos - 1))
            || self.repaired.iter().any(|&(open, close)| (open as usize..=close as usize + 1).contains(&self.pos))
    }

    /// Reports at the current token, unless that would repeat what is known.
    fn report(&mut self, make: impl FnOnce(&Parser<'a>) -> Diagnostic) {
        if !self.silent() {
            let diagnostic = make(self);
            self.cx.emit(diagnostic);
        }
        self.reported = self.pos + 1;
    }

    /// Reports something that is wrong wherever the parser stands.
    fn emit(&mut self, diagnostic: Diagnostic) {
        let repaired = diagnostic.primary.span;
        let inside = |&(open, close): &(u32, u32)| {
            let (open, close) = (self.tokens.spans[open as usize], self.tokens.spans[close as usize]);
            open.lo <= repaired.lo && repaired.lo <= close.hi
        };
        if self.muted.is_none() && !self.broken && !self.repaired.iter().any(inside) {
            self.cx.emit(diagnostic);
        }
    }

    /// The current token as messages name it.
    fn found(&self) -> String {
        match self.cur() {
            T::Eof if self.in_string => "the end of the expression".to_string(),
            T::Eof => "the end of the file".to_string(),
            kind if kind.is_keyword() => format!("keyword `{}`", self.cur_text()),
            kind if kind.is_literal() && self.cur_text().len() > 20 => "a literal".to_string(),
            _ if self.is_made_up(self.pos) => format!("`{}`", self.cur().text()),
            // Everything else is quoted.
            _ => format!("`{}`", self.cur_text()),
        }
    }

    /// Reports that something else should stand here.
    fn expected(&mut self, what: &str) {
        if let Some(decrement) = hints::decrement(self).filter(|_| !self.silent()) {
            self.report_step(|_| decrement);
        } else {
            self.report(|p| {
                let message = format!("expected {what}, found {}", p.found());
                let diagnostic = Diagnostic::error(E0020, p.span(), message).label(format!("expected {what}"));
                hints::explain(p, diagnostic)
            });
        }
        self.broken = true;
    }

    /// Takes a token that must be here.
    fn expect(&mut self, kind: T) -> bool {
        if self.eat(kind) {
            return true;
        }
        self.expected(&format!("`{}`", kind.text()));
        false
    }

    /// Takes a token that must be here, and offers to insert it where it is missing.
    fn expect_insert(&mut self, kind: T) -> bool {
        if self.eat(kind) {
            return true;
        }
        let text = kind.text();
        self.report(|p| {
            let at = p.prev_span().end();
            let message = format!("expected `{text}`, found {}", p.found());
            let diagnostic = Diagnostic::error(E0020, p.span(), message).label(format!("expected `{text}`"));
            hints::explain(p, diagnostic.suggest(at, text, format!("add `{text}`")))
        });
        false
    }

    /// Takes a semicolon. One that is missing is reported where it belongs, behind the last token.
    fn expect_semi(&mut self) -> bool {
        if self.eat(T::Semi) {
            return true;
        }
        if let Some(decrement) = hints::decrement(self).filter(|_| !self.silent() && !self.on_new_line()) {
            self.report_step(|_| decrement);
            return false;
        }
        self.report(|p| {
            let at = p.prev_span().end();
            if let Some(better) = hints::instead_of_semi(p) {
                return better;
            }
            let message = format!("expected `;`, found {}", p.found());
            let diagnostic = Diagnostic::error(E0021, at, message).label("expected `;`");
            match p.at_statement_end() {
                true => diagnostic.fix(at, ";", "add `;`"),
                false if p.begins_assignment_or_call() => diagnostic.suggest(at, ";", "add `;`"),
                false => diagnostic,
            }
        });
        self.broken |= !self.at_statement_end() && !self.begins_assignment_or_call();
        false
    }

    /// Whether a statement that lacks its semicolon ends here.
    fn at_statement_end(&self) -> bool {
        let follows = self.cur().starts_statement() && (!self.at(T::If) || self.prev() == T::RBrace);
        self.on_new_line() || self.at(T::RBrace) || follows
    }

    /// Whether what stands here goes on like a statement: `x = …`, `f(…)`, `a.b`.
    fn begins_assignment_or_call(&self) -> bool {
        let goes_on = matches!(self.nth(1), T::Eq | T::LParen | T::Dot | T::ColonColon | T::LBracket);
        self.at(T::Ident) && self.prev() != T::Ident && (goes_on || expr::assign_op(self.nth(1)).is_some())
    }

    /// A name. A keyword in its place is reported and taken for one.
    fn ident(&mut self, what: &str) -> Ident {
        let span = self.span();
        match self.cur() {
            T::Ident => {
                self.bump();
                Ident { name: self.symbol_of(span), span }
            }
            kind if kind.is_keyword() && self.keyword_for_name() => {
                self.keyword_as_name(what);
                self.bump();
                Ident { name: self.symbol_of(span), span }
            }
            // Everything else is no name.
            _ => {
                self.expected(what);
                Ident { name: Symbol::EMPTY, span: self.prev_span().end() }
            }
        }
    }

    /// Whether the keyword here stands for a name: what follows it does, and it begins nothing itself.
    fn keyword_for_name(&self) -> bool {
        let as_name = matches!(self.nth(1), T::Colon | T::Comma | T::Eq | T::RBrace);
        let begins = self.on_new_line() && self.cur().starts_statement() && !as_name;
        let before_operand = matches!(self.nth(1), T::Ident | T::Minus) || self.nth(1).is_literal();
        !begins && !before_operand
    }

    fn keyword_as_name(&mut self, what: &str) {
        self.report(|p| {
            let text = p.cur_text();
            let message = format!("expected {what}, found keyword `{text}`");
            Diagnostic::error(E0022, p.span(), message).label("a keyword cannot be a name").suggest(
                p.span(),
                format!("{text}_"),
                "choose another name",
            )
        });
    }

    /// The tokens `from` ahead and on that are in no group inside of the one around them, each with how far ahead it is: up to
    /// the end of that group, and to the token `end` ahead at most. Of a group inside, there is the delimiter that opens it.
    fn level(&self, from: usize, end: usize) -> impl Iterator<Item = (usize, T)> {
        let (mut n, mut depth) = (from, 0usize);
        std::iter::from_fn(move || {
            while n < end {
                let found = (n, self.nth(n));
                n += 1;
                match found.1 {
                    T::Eof => return None,
                    kind if kind.is_open() => {
                        depth += 1;
                        if depth == 1 {
                            return Some(found);
                        }
                    }
                    kind if kind.is_close() && depth == 0 => return None,
                    kind if kind.is_close() => depth -= 1,
                    _ if depth == 0 => return Some(found),
                    // Everything else is inside.
                    _ => {}
                }
            }
            None
        })
    }

    // Recovery.

    /// Skips one token, or a whole group in delimiters.
    fn skip_tree(&mut self) {
        let mut depth = 0usize;
        loop {
            let kind = self.cur();
            if kind.is_open() {
                depth += 1;
            } else if kind.is_close() {
                depth = depth.saturating_sub(1);
            } else if kind == T::Eof {
                return;
            }
            self.bump();
            if depth == 0 {
                return;
            }
        }
    }

    /// Whether a `{` comes before the end of the line, outside of other groups and before any `;`.
    fn brace_on_line(&self) -> bool {
        let mut depth = 0usize;
        // The head of a statement has hardly more tokens than this.
        for at in self.pos..self.tokens.len().min(self.pos + 200) {
            let kind = self.tokens.kinds[at];
            let gap = match at {
                at if at == self.pos => false,
                at => self.text_of(Span::new(self.tokens.spans[at - 1].hi, self.tokens.spans[at].lo)).contains('\n'),
            };
            match kind {
                _ if gap => return false,
                T::LBrace if depth == 0 => return true,
                T::Semi | T::FatArrow | T::Let | T::Eof if depth == 0 => return false,
                kind if kind.is_open() => depth += 1,
                kind if kind.is_close() && depth == 0 => return false,
                kind if kind.is_close() => depth -= 1,
                // Everything else is passed over.
                _ => {}
            }
        }
        false
    }

    /// Skips to one of `stop`, or to the end of the group.
    fn skip_to(&mut self, stop: &[T]) {
        while !stop.contains(&self.cur()) && !self.cur().is_close() && !self.at(T::Eof) {
            self.skip_tree();
        }
    }

    /// Elements between commas up to `close`, which is taken. An element that does not move is skipped. With one that is broken,
    /// so is what the list belongs to; mistakes are reported again from the next line on.
    fn comma_list(&mut self, close: T, element: impl FnMut(&mut Self)) {
        let outer = self.broken;
        if self.elements(close, false, element) {
            self.broken = true;
        } else {
            self.broken = outer;
        }
    }

    /// Elements between commas, of which each stands for itself: the caller looks whether it is broken.
    fn separate_elements(&mut self, close: T, element: impl FnMut(&mut Self)) {
        let outer = self.broken;
        self.elements(close, true, element);
        self.broken = outer;
    }

    /// Returns whether an element is broken.
    fn elements(&mut self, close: T, separate: bool, mut element: impl FnMut(&mut Self)) -> bool {
        let outer = self.broken;
        let mut broken = false;
        let mut semicolons = false;
        while !self.at(close) && !self.at(T::Eof) && !self.cur().is_close() {
            if separate || self.on_new_line() {
                self.broken = outer;
            }
            let before = self.pos;
            let errors = self.cx.diags.error_count();
            if self.at(T::Comma) {
                let span = self.span();
                self.report(|_| Diagnostic::error(E0020, span, "one `,` too many").fix(span, "", "remove it"));
                self.bump();
                continue;
            }
            element(self);
            broken |= self.broken;
            // A field of C was taken with its semicolon.
            if self.eat(T::Comma) || self.pos > before && self.prev() == T::Semi {
                continue;
            }
            if self.at(close) {
                break;
            }
            // C separates fields by `;`: one report is enough, and none behind a field that is C in other ways, too.
            semicolons |= self.cx.diags.error_count() > errors;
            if self.at(T::Semi) && std::mem::replace(&mut semicolons, true) {
                self.bump();
                continue;
            }
            self.missing_comma(close, before);
            broken |= self.broken;
        }
        if separate {
            self.broken = outer;
        }
        self.expect(close);
        broken || self.broken
    }

    fn missing_comma(&mut self, close: T, before: usize) {
        let semicolon = self.at(T::Semi);
        if self.pos > before && (self.pos < self.mended || self.pos < self.words) {
            return;
        }
        if let Some((whole, fixed, count)) = self.without_commas(close).filter(|_| self.pos > before) {
            self.mended = self.pos + count;
            self.report(|p| {
                let message = format!("expected `,` or `{}`, found {}", close.text(), p.found());
                Diagnostic::error(E0020, p.span(), message).label("expected `,`").suggest(whole, fixed, "add `,`")
            });
            return;
        }
        self.report(|p| {
            let message = format!("expected `,` or `{}`, found {}", close.text(), p.found());
            let diagnostic = Diagnostic::error(E0020, p.span(), message);
            let end = p.prev_span().end();
            if p.pos == before {
                return hints::explain(p, diagnostic);
            }
            match semicolon {
                true => {
                    let (whole, fixed) = p.with_commas();
                    diagnostic.fix(whole, fixed, "separate them with `,`")
                }
                false if p.on_new_line() => diagnostic.label("expected `,`").fix(end, ",", "add `,`"),
                false if p.at(T::Eq) && close == T::RParen => diagnostic.note("parameters have no values of their own"),
                false if p.comma_may_lack() => {
                    hints::explain(p, diagnostic.label("expected `,`").suggest(end, ",", "a `,` may be missing"))
                }
                false => hints::explain(p, diagnostic),
            }
        });
        if semicolon {
            return self.bump();
        }
        // On a new line, or before a name, only the comma is missing.
        let field = self.at(T::Ident) && self.nth(1) == T::Colon;
        let next_element = self.pos > before && (self.on_new_line() || self.at(T::Hash) || field);
        if !next_element {
            self.broken = true;
            self.skip_to(&[T::Comma]);
            self.eat(T::Comma);
        }
    }

    /// Whether what stands here may be the next element of a list.
    fn comma_may_lack(&self) -> bool {
        let word = |text: &str| {
            matches!(
                text,
                "var"
                    | "val"
                    | "auto"
                    | "final"
                    | "new"
                    | "delete"
                    | "typeof"
                    | "await"
                    | "yield"
                    | "ref"
                    | "out"
                    | "case"
                    | "async"
                    | "select"
                    | "throw"
            )
        };
        let foreign = self.prev() == T::Ident && word(self.text_of(self.prev_span()));
        let keyword = self.cur().is_keyword() && !matches!(self.cur(), T::In | T::As | T::Else | T::For | T::If);
        !foreign && (self.begins_expr() && self.cur() != T::If || keyword)
    }

    /// `1 2 3`, standing at the second of elements that are all of one token, up to the end of the list: where they are, what
    /// they are with commas, and how many follow from here on.
    fn without_commas(&self, close: T) -> Option<(Span, String, usize)> {
        let plain = |kind: T| kind == T::Ident || kind.is_literal();
        // A list that somebody wrote by hand is not longer.
        let count = (0..100).take_while(|n| plain(self.nth(*n))).count();
        let single = self.pos > 1
            && (matches!(self.tokens.kinds[self.pos - 2], T::Comma) || self.tokens.kinds[self.pos - 2].is_open());
        if count == 0 || self.nth(count) != close || !plain(self.prev()) || !single {
            return None;
        }
        let all = &self.tokens.spans[self.pos - 1..self.pos + count];
        let texts: Vec<&str> = all.iter().map(|span| self.text_of(*span)).collect();
        Some((self.prev_span().to(all[count]), texts.join(", "), count))
    }

    /// The rest of the list from the semicolon here to the last one, with commas in their places.
    fn with_commas(&self) -> (Span, String) {
        let (mut fixed, mut end) = (String::from(","), self.span());
        // A list that somebody wrote by hand has fewer tokens.
        for (n, _) in self.level(1, 1000).filter(|(_, kind)| *kind == T::Semi) {
            let span = self.tokens.spans[self.pos + n];
            fixed.push_str(self.text_of(Span::new(end.hi, span.lo)));
            fixed.push(',');
            end = span;
        }
        (self.span().to(end), fixed)
    }

    // Nesting.

    /// Counts a level of recursion. `false` if it is one too many: it is reported, and the caller skips what it was to parse.
    fn enter(&mut self) -> bool {
        self.depth += 1;
        if self.depth <= MAX_NESTING + 8 {
            return true;
        }
        self.depth -= 1;
        self.report_deep(self.span());
        self.muted.get_or_insert(self.statement_depth);
        false
    }

    /// Remembers where a statement or item begins: what follows in it after it proved too deep, or broken, is not reported.
    fn begin_statement(&mut self) -> (usize, bool) {
        (std::mem::replace(&mut self.statement_depth, self.depth), std::mem::replace(&mut self.broken, false))
    }

    fn end_statement(&mut self, outer: (usize, bool)) {
        self.muted = self.muted.filter(|&depth| depth < self.statement_depth);
        (self.statement_depth, self.broken) = outer;
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn report_deep(&mut self, span: Span) {
        if !self.deep {
            self.deep = true;
            self.cx.emit(too_deep(span));
        }
    }

    /// Skips what nests too deeply: up to where a list, statement or group goes on.
    fn skip_deep(&mut self) {
        self.skip_to(&[T::Comma, T::Semi, T::Eq, T::FatArrow, T::LBrace]);
        self.reported = self.pos + 1;
    }

    // Expressions.

    fn mk(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.body.exprs.alloc(Expr { kind, span })
    }

    fn error_expr(&mut self, span: Span) -> ExprId {
        self.mk(ExprKind::ERROR, span)
    }

    /// Whether an expression could not be parsed.
    fn is_error(&self, id: ExprId) -> bool {
        matches!(self.body.exprs[id].kind, ExprKind::Error(_))
    }

    /// Moves what was pushed since `from` into the pool.
    fn take_exprs(&mut self, from: usize) -> vex_ir::pool::List<ExprId> {
        self.body.expr_lists.alloc(self.expr_stack.drain(from..))
    }

    fn take_types(&mut self, from: usize) -> vex_ir::pool::List<TypeId> {
        self.body.type_lists.alloc(self.type_stack.drain(from..))
    }

    fn take_pats(&mut self, from: usize) -> vex_ir::pool::List<PatId> {
        self.body.pat_lists.alloc(self.pat_stack.drain(from..))
    }

    /// Begins an item, which has arenas of its own. What belongs to the item around it waits on the heap: items may nest, and
    /// arenas on the stack would be most of what that takes.
    #[inline(never)]
    fn begin_body(&mut self) {
        let fresh = self.spare.pop().unwrap_or_default();
        self.outer.push(Outer {
            body: std::mem::replace(&mut self.body, fresh),
            deep: std::mem::replace(&mut self.deep, self.deep_file),
            context: std::mem::replace(&mut self.context, Context::FREE),
            lost: std::mem::take(&mut self.lost),
        });
    }

    /// Ends an item, and returns its arenas.
    #[inline(never)]
    fn end_body(&mut self) -> Body {
        let Some(outer) = self.outer.pop() else { return Body::default() };
        self.context = outer.context;
        self.deep = outer.deep;
        if let Some(root) = self.body.root.filter(|_| self.lost.of_arrays || self.lost.of_rest) {
            self.body.exprs[root].kind = ExprKind::ERROR;
        }
        self.lost = outer.lost;
        // The item gets arenas of just its size; those that have grown serve the next one.
        let mut grown = std::mem::replace(&mut self.body, outer.body);
        let attrs = std::mem::take(&mut grown.attrs);
        // Types give some expressions a conversion around them: with room for those, the arena need not move.
        let all = std::mem::take(&mut grown.exprs);
        let mut exprs = Arena::with_capacity(all.len() + all.len() / 8 + 4);
        exprs.extend(all.values().copied());
        let mut body = grown.clone();
        (body.attrs, body.exprs) = (attrs, exprs);
        body.note_shapes();
        grown.exprs = all;
        clear(&mut grown);
        self.spare.push(grown);
        body
    }

    /// Runs `parse` where `context` holds.
    fn within<R>(&mut self, context: Context, parse: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.context, context);
        let result = parse(self);
        self.context = outer;
        result
    }

    /// The text of the doc comments between the last token and the current one.
    fn docs_here(&self) -> SmolStr {
        let (from, to) = (self.prev_span().hi, self.span().lo);
        let start = self.docs.partition_point(|d| d.lo < from);
        let mut text = String::new();
        for doc in self.docs[start..].iter().take_while(|d| d.hi <= to) {
            let line = &self.text_of(*doc)[3..];
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line.strip_prefix(' ').unwrap_or(line));
        }
        SmolStr::from(text)
    }
}
