//! Operands: what each begins with.

use super::*;

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> ExprId {
        match self.cur() {
            T::Ident | T::SelfValue | T::SelfType | T::ColonColon => self.path_expr(),
            T::Lt | T::Shl => self.qualified_path(),
            T::LParen => match elsewhere::c_exprs::cast(self).or_else(|| elsewhere::c_exprs::compound_literal(self)) {
                Some(foreign) => foreign,
                None => self.paren_expr(),
            },
            T::LBracket => {
                let foreign = elsewhere::arrays::literal(self).or_else(|| elsewhere::functions::literal(self));
                foreign.unwrap_or_else(|| self.array_expr())
            }
            kind if kind.is_literal() => self.literal(),
            T::Return | T::Break | T::Continue => self.jump(),
            T::Let => self.let_condition(),
            T::OrOr | T::Or => self.closure(),
            T::Hash => self.attributed_operand(),
            T::Mut | T::Const if self.prev() == T::Star => self.pointer_type_as_operand(),
            T::LBrace if self.context.no_struct && !self.block_then_block() => {
                self.report(|p| {
                    Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected an expression, found the body")
                        .label("the body begins here")
                });
                let at = self.span().start();
                self.error_expr(at)
            }
            _ if self.begins_block_like() => match elsewhere::arrays::braced(self) {
                Some(foreign) => foreign,
                None => self.block_like(),
            },
            T::Fn if self.nth(1) == T::LParen => self.closure(),
            T::Unsafe => self.unsafe_operand(),
            T::Dot if self.nth(1) == T::Int && self.glued(1) => {
                let dot = self.span();
                self.report(|_| {
                    Diagnostic::error(FOREIGN_SYNTAX, dot, "a float literal needs a digit before its point").fix(
                        dot.start(),
                        "0",
                        "add it",
                    )
                });
                self.bump();
                self.bump();
                self.error_expr(dot)
            }
            // Nothing else is an operand.
            _ => {
                let span = self.span();
                self.expected("an expression");
                self.error_expr(span)
            }
        }
    }

    /// Attributes in front of an operand are reported.
    fn attributed_operand(&mut self) -> ExprId {
        let attrs = self.attrs();
        self.no_attrs(&attrs, "this expression");
        if self.begins_expr() {
            return self.primary();
        }
        let span = self.span();
        self.expected("an expression");
        self.error_expr(span)
    }

    /// `(*mut u8) p`: a type where an operand should be.
    fn pointer_type_as_operand(&mut self) -> ExprId {
        let start = self.prev_span();
        self.bump();
        self.ty();
        let span = self.since(start);
        self.report(|_| {
            Diagnostic::error(FOREIGN_SYNTAX, span, "expected an expression, found a type")
                .note("casts are written `e as *mut T`")
        });
        // The operand of the cast stands behind the parenthesis; nothing is reported at it.
        self.reported = self.pos + 2;
        self.error_expr(span)
    }

    /// `unsafe e`, without braces.
    fn unsafe_operand(&mut self) -> ExprId {
        let (start, silent) = (self.span(), self.silent());
        let message =
            format!("expected `{{` after `unsafe`, found `{}`", self.text_of(self.tokens.spans[self.pos + 1]));
        self.bump();
        if !self.begins_expr() {
            self.expected("`{`");
            return self.error_expr(start);
        }
        let value = self.binary(super::expr::Prec::Or);
        let span = self.body.exprs[value].span;
        if !silent && !self.is_error(value) {
            let fixed = format!("{{ {} }}", self.text_of(span));
            self.emit(Diagnostic::error(UNEXPECTED_TOKEN, start, message).suggest(span, fixed, "put it in braces"));
        }
        self.error_expr(start.to(span))
    }

    pub(super) fn closure(&mut self) -> ExprId {
        let start = self.span();
        elsewhere::functions::report(self);
        if self.eat(T::Fn) {
            self.skip_to(&[T::LBrace, T::Semi, T::Comma]);
        } else if !self.eat(T::OrOr) {
            self.bump();
            while !matches!(self.cur(), T::Or | T::Semi | T::Eof) && !self.cur().is_close() {
                self.skip_tree();
            }
            self.eat(T::Or);
        }
        if self.eat(T::Arrow) {
            self.ty();
        }
        if self.begins_expr() {
            self.expr_here();
        }
        let span = self.since(start);
        self.error_expr(span)
    }
}
