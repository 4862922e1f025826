//! Control flow: loops, `if`, jumps.

use super::*;

impl Parser<'_> {
    pub(super) fn while_expr(&mut self, start: Span, label: Symbol) -> ExprId {
        self.bump();
        let cond = match elsewhere::multiple::head_statement(self) {
            true => self.error_expr(start),
            false => self.condition(true),
        };
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::While { label, cond, body }, span)
    }

    pub(super) fn for_expr(&mut self, start: Span, label: Symbol) -> ExprId {
        self.bump();
        if let Some(foreign) = self.foreign_for(start, label) {
            return foreign;
        }
        let parens = self.at(T::LParen) && self.nth(1) == T::Ident && self.nth(2) == T::In;
        if parens {
            let open = self.pos;
            let close = self.closing(open);
            let whole = self.span().to(self.tokens.spans[close]);
            let inside = self.text_of(Span::new(self.span().hi, self.tokens.spans[close].lo));
            self.report(|_| {
                Diagnostic::error(UNEXPECTED_TOKEN, whole, "the head of a `for` loop has no parentheses").fix(
                    whole,
                    inside,
                    "leave them out",
                )
            });
            self.bump();
        }
        if self.at(T::Let) {
            let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
            self.report(|_| {
                let message = "the head of a `for` loop declares its variable by itself";
                Diagnostic::error(UNEXPECTED_TOKEN, gap, message).fix(gap, "", "leave `let` out")
            });
            self.bump();
            self.reported = 0;
        }
        let pat = self.pat();
        if self.counting_for() {
            let body = self.body_block();
            let span = self.since(start);
            let iter = self.error_expr(span);
            return self.mk(ExprKind::For { label, pat, iter, body }, span);
        }
        if self.at(T::Ident) && self.cur_text() == "of" && !self.on_new_line() {
            self.report(|p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected `in`, found `of`").fix(
                    p.span(),
                    "in",
                    "a loop over elements is written with `in`",
                )
            });
            self.bump();
            self.reported = 0;
        } else if !self.eat(T::In) {
            self.expected("`in`");
            self.skip_to(&[T::In, T::LBrace, T::Semi]);
            self.eat(T::In);
        }
        let iter = self.head();
        elsewhere::multiple::counted(self, iter);
        if parens {
            self.eat(T::RParen);
        }
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::For { label, pat, iter, body }, span)
    }

    /// `if`, with all its `else if`, as a loop.
    pub(super) fn if_expr(&mut self) -> ExprId {
        let mut branches: Vec<(Span, ExprId, ExprId)> = Vec::new();
        let mut els = None;
        loop {
            let start = self.span();
            self.bump();
            let cond = match elsewhere::multiple::head_statement(self) {
                true => self.error_expr(start),
                false => self.condition(true),
            };
            let then = self.body_block();
            branches.push((start, cond, then));
            if elsewhere::conditional::else_if(self) {
                continue;
            }
            if !self.eat(T::Else) {
                break;
            }
            if !self.at(T::If) {
                els = Some(self.body_block());
                self.second_else();
                break;
            }
        }
        // A branch in error may have had a value.
        if let (None, Some(&(start, _, then))) = (els, branches.last())
            && self.is_error(then)
        {
            els = Some(self.error_expr(start));
        }
        let mut result = None;
        for (start, cond, then) in branches.into_iter().rev() {
            let span = self.since(start);
            let expr = self.mk(ExprKind::If { cond, then, els }, span);
            els = Some(expr);
            result = Some(expr);
        }
        match result {
            Some(expr) => expr,
            None => self.error_expr(self.prev_span()),
        }
    }

    /// `else` behind the last branch: it is reported, and its branches are parsed.
    fn second_else(&mut self) {
        while self.at(T::Else) {
            self.report(|p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "there is an `else` already")
                    .note("a branch with another condition is `else if`, and comes before `else`")
            });
            self.bump();
            if self.eat(T::If) {
                self.condition(true);
            }
            self.body_block();
        }
    }

    /// `let pat = e` in a condition.
    pub(super) fn let_condition(&mut self) -> ExprId {
        let start = self.span();
        if !self.context.allow_let {
            self.report(|p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected an expression, found `let`")
                    .note("`let` is a statement, or part of the condition of `if` or `while`")
            });
            // Its pattern is parsed and dropped.
            while self.eat(T::Let) {
                self.pat();
                self.eat(T::Eq);
            }
            self.binary(super::expr::Prec::Compare);
            return self.error_expr(start);
        }
        self.bump();
        let pat = self.pat();
        if !self.eat(T::Eq) {
            self.expected("`=`");
            return self.error_expr(start);
        }
        if !self.enter() {
            self.skip_deep();
            return self.error_expr(start);
        }
        let value = self.within(Context { allow_let: false, ..self.context }, |p| p.binary(super::expr::Prec::Compare));
        self.leave();
        let span = self.since(start);
        self.mk(ExprKind::Let(pat, value), span)
    }

    /// `return`, `break`, `continue`
    pub(super) fn jump(&mut self) -> ExprId {
        let start = self.span();
        let kind = self.cur();
        self.bump();
        let mut label = Symbol::EMPTY;
        // `break 'a: loop {}` is a labelled loop as a value.
        if kind != T::Return && self.at(T::Label) && self.nth(1) != T::Colon {
            let span = self.span();
            label = self.symbol_of(Span::new(span.lo + 1, span.hi));
            self.bump();
        }
        let has_value = kind != T::Continue && self.begins_expr() && !self.at(T::Label) || self.labelled_value(kind);
        let value = has_value.then(|| self.expr_here());
        let span = self.since(start);
        let kind = match kind {
            T::Return => ExprKind::Return(value),
            T::Break => ExprKind::Break { label, value },
            // `continue`: the caller has checked that it is one of the three.
            _ => ExprKind::Continue { label },
        };
        self.mk(kind, span)
    }

    fn labelled_value(&self, kind: T) -> bool {
        kind != T::Continue && self.at(T::Label) && self.nth(1) == T::Colon
    }
}
