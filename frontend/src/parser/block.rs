//! Blocks, and what begins with one.

use super::*;

impl Parser<'_> {
    /// Whether an expression that ends with a block begins here.
    pub(super) fn begins_block_like(&self) -> bool {
        match self.cur() {
            T::LBrace | T::If | T::Match | T::While | T::For | T::Loop => true,
            T::Unsafe => self.nth(1) == T::LBrace,
            T::Label => true,
            // Everything else begins other operands.
            _ => false,
        }
    }

    pub(super) fn block_like(&mut self) -> ExprId {
        let start = self.span();
        let label = self.label();
        match self.cur() {
            T::LBrace => self.block(start, label, false),
            T::Unsafe if self.nth(1) == T::LBrace => {
                self.bump();
                self.block(start, label, true)
            }
            T::While => self.while_expr(start, label),
            T::Loop => {
                self.bump();
                let body = self.body_block();
                let span = self.since(start);
                self.mk(ExprKind::Loop { label, body }, span)
            }
            T::For => self.for_expr(start, label),
            T::If if label == Symbol::EMPTY => self.if_expr(),
            T::Match if label == Symbol::EMPTY => self.match_expr(),
            // A label, and then something that cannot have one.
            _ => {
                self.expected("`while`, `for`, `loop` or a block after the label");
                let span = self.since(start);
                self.error_expr(span)
            }
        }
    }

    /// `'name:`
    pub(super) fn label(&mut self) -> Symbol {
        let span = self.span();
        if !self.eat(T::Label) {
            return Symbol::EMPTY;
        }
        if !self.at(T::Colon) && !self.begins_block_like() {
            let text = self.text_of(span);
            self.report(|_| {
                Diagnostic::error(UNEXPECTED_TOKEN, span, format!("expected an expression, found the label `{text}`"))
                    .suggest(span, format!("{text}'"), "a character literal ends with a quote")
                    .note("a label stands before a loop or block, and behind `break` or `continue`")
            });
            return Symbol::EMPTY;
        }
        if self.at(T::Colon) {
            self.bump();
        } else {
            self.expect_insert(T::Colon);
        }
        self.symbol_of(Span::new(span.lo + 1, span.hi))
    }

    /// `{ … }` from the brace on; `start` is where a label or `unsafe` began.
    pub(super) fn block(&mut self, start: Span, label: Symbol, is_unsafe: bool) -> ExprId {
        let stmts = self.stmts();
        let span = self.since(start);
        self.mk(ExprKind::Block(Block { stmts, label, is_unsafe }), span)
    }

    /// The block of a loop, branch or function. Where a statement stands in its place, that is taken for it.
    pub(super) fn body_block(&mut self) -> ExprId {
        let start = self.span();
        if self.at(T::LBrace) {
            return self.block(start, Symbol::EMPTY, false);
        }
        if self.at(T::Colon) && elsewhere::layout::block(self) {
            return self.error_expr(start);
        }
        let brace = self.brace_on_line();
        if !brace && self.begins_expr() && !self.at(T::EqEq) {
            return self.unbraced(start);
        }
        self.report(|p| {
            let message = format!("expected `{{`, found {}", p.found());
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected a block in braces");
            if matches!(p.cur_text(), "then" | "do") && p.nth(1) == T::LBrace {
                return diagnostic.fix(Span::new(p.span().lo, p.tokens.spans[p.pos + 1].lo), "", "leave it out");
            }
            elsewhere::messages::explain(p, diagnostic)
        });
        if brace {
            // Some of the head is missing or superfluous; the body is parsed all the same.
            self.skip_to(&[T::LBrace]);
            let start = self.span();
            return self.block(start, Symbol::EMPTY, false);
        }
        let statement = self.begins_expr() && !self.on_new_line();
        if !statement {
            self.reported = self.pos + 1;
            return self.error_expr(start);
        }
        let stmts = self.one_stmt();
        let span = self.since(start);
        self.mk(ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false }), span)
    }

    /// A statement where a block should be.
    fn unbraced(&mut self, start: Span) -> ExprId {
        let silent = self.silent();
        let message = format!("expected `{{`, found {}", self.found());
        if !self.cur().starts_statement()
            && let Some(end) = self.before_else()
        {
            // `if a b else c`: the value of a branch.
            let value = self.expr();
            if self.pos < end {
                self.skip_to(&[T::Else]);
            }
            let mut span = self.body.exprs[value].span;
            let mut fixed = format!("{{ {} }}", self.text_of(span));
            let other = self.nth(1);
            if self.at(T::Else) && !matches!(other, T::LBrace | T::If) && !other.starts_statement() {
                self.bump();
                let other = self.expr();
                let other = self.body.exprs[other].span;
                fixed = format!("{fixed} else {{ {} }}", self.text_of(other));
                span = span.to(other);
            }
            if !silent {
                let diagnostic =
                    Diagnostic::error(UNEXPECTED_TOKEN, start, message).label("expected a block in braces");
                self.emit(diagnostic.suggest(span, fixed, "put it in braces"));
            }
            return self.error_expr(span);
        }
        let stmts = self.one_stmt();
        let span = self.since(start);
        if !silent {
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, start, message).label("expected a block in braces");
            let fixed = format!("{{ {} }}", self.text_of(span));
            self.emit(diagnostic.suggest(span, fixed, "put it in braces"));
        }
        self.mk(ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false }), span)
    }
}
