//! Patterns.

use super::*;

impl Parser<'_> {
    #[inline(always)]
    pub(super) fn mk_pat(&mut self, kind: PatKind<Surface>, span: Span) -> PatId {
        self.body.alloc_pat(kind, span)
    }

    /// A pattern with alternatives: `A | B`.
    pub(super) fn pat(&mut self) -> PatId {
        let start = self.span();
        self.eat(T::Or);
        let first = self.pat_one();
        if !self.at(T::Or) {
            return first;
        }
        let from = self.pat_stack.len();
        self.pat_stack.push(first);
        while self.eat(T::Or) {
            let next = self.pat_one();
            self.pat_stack.push(next);
        }
        let pats = self.take_pats(from);
        let span = self.since(start);
        self.mk_pat(PatKind::Or(pats), span)
    }

    /// A pattern without alternatives.
    pub(super) fn pat_one(&mut self) -> PatId {
        let start = self.span();
        let mut refs: Vec<Span> = Vec::new();
        while matches!(self.cur(), T::And | T::AndAnd) {
            let span = if self.at(T::AndAnd) { self.split(1, T::And) } else { self.span() };
            if span == self.span() {
                self.bump();
                self.eat(T::Mut);
            }
            if refs.len() + self.depth > MAX_NESTING {
                self.report_deep(start);
            } else {
                refs.push(span);
            }
        }
        let levels = refs.len();
        self.depth += levels;
        let mut pat = match self.enter() {
            true => {
                let pat = self.pat_core();
                self.leave();
                pat
            }
            false => {
                self.skip_deep();
                self.mk_pat(PatKind::Error, start)
            }
        };
        self.depth -= levels;
        for span in refs.into_iter().rev() {
            let span = self.since(span);
            pat = self.mk_pat(PatKind::Ref(pat), span);
        }
        pat
    }

    fn pat_core(&mut self) -> PatId {
        let start = self.span();
        let kind = match self.cur() {
            T::Underscore => {
                self.bump();
                PatKind::Wild
            }
            T::Mut => {
                self.bump();
                self.binding(true)
            }
            T::LParen => return self.paren_pat(),
            T::DotDot | T::DotDotEq => self.range_pat(None),
            T::Minus | T::Lt | T::Shl => self.value_pat(),
            kind if kind.is_literal() => self.value_pat(),
            T::LBracket => {
                if !self.lost.of_arrays {
                    self.report(|p| {
                        Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "there are no patterns for arrays and slices")
                            .note("an element is `v[0]`, the rest `v[1..]`, and `v.len()` says how many there are")
                    });
                }
                self.lost.of_arrays = true;
                self.skip_tree();
                PatKind::Error
            }
            T::Ident if self.at_borrow() => self.borrow(),
            T::Ident if self.is_plain_name() => self.binding(false),
            _ if self.at_path() => self.path_pat(),
            kind if kind.is_keyword() && !kind.starts_statement() || matches!(kind, T::Type | T::Mod | T::Match) => {
                self.binding(false)
            }
            T::Dot if self.nth(1) == T::Ident => {
                self.report(|p| {
                    let name = p.text_of(p.tokens.spans[p.pos + 1]);
                    Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected a pattern, found `.`")
                        .note(format!("a variant is named with its enum: `Enum::{name}`"))
                });
                self.bump();
                self.bump();
                PatKind::Error
            }
            // Nothing else is a pattern.
            _ => {
                self.expected("a pattern");
                return self.mk_pat(PatKind::Error, start);
            }
        };
        let span = self.since(start);
        self.mk_pat(kind, span)
    }

    /// Whether the name here is all of a path.
    fn is_plain_name(&self) -> bool {
        let path = matches!(self.nth(1), T::ColonColon | T::LParen | T::LBrace | T::DotDot | T::DotDotEq | T::Ellipsis);
        let dotted = self.nth(1) == T::Dot && self.nth(2) == T::Ident;
        // In a `for` or `if let` head the brace is that of the body, but no plain name is followed by one there.
        !path && !dotted && self.cur_text() != "null"
    }

    /// Whether `ref` stands here, which is a name anywhere else.
    fn at_borrow(&self) -> bool {
        self.at(T::Ident) && matches!(self.nth(1), T::Ident | T::Mut) && self.cur_text() == "ref"
    }

    /// `ref x`, `ref mut x`
    fn borrow(&mut self) -> PatKind<Surface> {
        self.bump();
        let m = if self.eat(T::Mut) { Mutability::Mut } else { Mutability::Const };
        let start = self.span();
        let kind = self.binding(false);
        let span = self.since(start);
        PatKind::Borrow(m, self.mk_pat(kind, span))
    }

    fn binding(&mut self, mutable: bool) -> PatKind<Surface> {
        if self.at(T::SelfValue) {
            self.expected("a name");
            self.bump();
            return PatKind::Error;
        }
        let name = self.ident("a name");
        if name.name == Symbol::EMPTY {
            return PatKind::Error;
        }
        let sub = self.eat(T::At).then(|| self.pat_one());
        PatKind::Bind { name, mutable, sub }
    }

    fn path_pat(&mut self) -> PatKind<Surface> {
        if self.cur_text() == "null" && self.nth(1) != T::ColonColon {
            let span = self.span();
            self.bump();
            return PatKind::Value(self.mk(ExprKind::Null, span));
        }
        let (path, span) = self.type_path(false);
        if self.at(T::LBrace) {
            return self.struct_pat(path, span);
        }
        let expr = self.mk(ExprKind::Path(path), span);
        match self.cur() {
            T::LParen => {
                let from = self.pat_stack.len();
                self.bump();
                self.pat_elements();
                let pats = self.take_pats(from);
                PatKind::TupleStruct { path: expr, pats }
            }
            T::DotDot | T::DotDotEq | T::Ellipsis => self.range_pat(Some(expr)),
            // The path is the whole pattern.
            _ => PatKind::Value(expr),
        }
    }

    /// Patterns up to `)`. Returns whether a comma followed the last.
    fn pat_elements(&mut self) -> bool {
        let mut comma = false;
        self.comma_list(T::RParen, |p| {
            if p.at(T::DotDot) && matches!(p.nth(1), T::Comma | T::RParen) {
                if !p.lost.of_rest {
                    p.report(|p| {
                        Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "`..` cannot leave out elements of a tuple")
                            .note("write `_` for each element that does not matter")
                    });
                }
                p.lost.of_rest = true;
                return p.bump();
            }
            let pat = p.pat();
            p.pat_stack.push(pat);
            comma |= p.at(T::Comma);
        });
        comma
    }

    fn paren_pat(&mut self) -> PatId {
        let start = self.span();
        let from = self.pat_stack.len();
        self.bump();
        let comma = self.pat_elements();
        if self.pat_stack.len() == from + 1 && !comma {
            return self.pat_stack.pop().unwrap_or_else(|| self.mk_pat(PatKind::Error, start));
        }
        let pats = self.take_pats(from);
        let span = self.since(start);
        self.mk_pat(PatKind::Tuple(pats), span)
    }

    fn struct_pat(&mut self, path: Path, span: Span) -> PatKind<Surface> {
        let ty = self.mk_type(TypeKind::Path(path), span);
        self.bump();
        let mut fields: Vec<FieldPat> = Vec::new();
        let mut rest = false;
        self.comma_list(T::RBrace, |p| {
            let attrs = p.attr_list();
            if p.eat(T::DotDot) {
                rest = true;
                return;
            }
            if let Some(field) = p.field_pat(attrs) {
                fields.push(field);
            }
        });
        let fields = self.body.field_pats.alloc(fields);
        PatKind::Struct { ty, fields, rest }
    }

    fn field_pat(&mut self, attrs: vex_ir::pool::List<Attr>) -> Option<FieldPat> {
        let start = self.span();
        if self.nth(1) == T::Colon {
            let name = self.ident("the name of a field");
            self.bump();
            let pat = self.pat();
            return Some(FieldPat { attrs, name, pat });
        }
        let by = self.at_borrow().then(|| {
            self.bump();
            if self.eat(T::Mut) { Mutability::Mut } else { Mutability::Const }
        });
        let bound = self.span();
        let mutable = self.eat(T::Mut);
        let name = self.ident("the name of a field");
        if name.name == Symbol::EMPTY {
            return None;
        }
        let span = self.since(bound);
        let mut pat = self.mk_pat(PatKind::Bind { name, mutable, sub: None }, span);
        if let Some(m) = by {
            let span = self.since(start);
            pat = self.mk_pat(PatKind::Borrow(m, pat), span);
        }
        Some(FieldPat { attrs, name, pat })
    }

    /// A literal, maybe negated, or the constant of a type, and the range that may begin with it.
    fn value_pat(&mut self) -> PatKind<Surface> {
        let value = self.pat_bound();
        match self.cur() {
            T::DotDot | T::DotDotEq | T::Ellipsis => self.range_pat(Some(value)),
            // The value is the whole pattern.
            _ => PatKind::Value(value),
        }
    }

    fn range_pat(&mut self, lo: Option<ExprId>) -> PatKind<Surface> {
        let inclusive = self.at(T::DotDotEq);
        if self.at(T::Ellipsis) {
            self.report(|p| {
                Diagnostic::error(NOT_TAKEN_FROM_RUST, p.span(), "`...` is no range").fix(
                    p.span(),
                    "..=",
                    "a range with its end is `..=`",
                )
            });
        }
        self.bump();
        let bounded = self.cur().is_literal() || self.at(T::Minus) || self.is_lt(0) || self.at_path();
        let hi = bounded.then(|| self.pat_bound());
        if inclusive && hi.is_none() {
            self.expected("the end of the range");
        }
        PatKind::Range { lo, hi, inclusive }
    }

    /// A literal, a negated one, or the path of a constant.
    fn pat_bound(&mut self) -> ExprId {
        let start = self.span();
        if self.eat(T::Minus) {
            let operand = match self.cur() {
                T::Int | T::Float => self.literal(),
                // `-x` is no constant that a pattern could compare with.
                _ => {
                    self.expected("a number");
                    self.error_expr(start)
                }
            };
            let span = self.since(start);
            return self.mk(ExprKind::Unary(UnOp::Neg, operand), span);
        }
        if self.at_path() {
            let (path, span) = self.type_path(false);
            return self.mk(ExprKind::Path(path), span);
        }
        if self.is_lt(0) { self.qualified_path() } else { self.literal() }
    }
}
