//! Parentheses and brackets: groups, tuples, arrays.

use super::*;

impl Parser<'_> {
    /// `(e)`, `()`, `(a,)`, `(a, b)`
    pub(super) fn paren_expr(&mut self) -> ExprId {
        let start = self.span();
        let from = self.expr_stack.len();
        self.bump();
        let mut comma = false;
        self.within(Context::FREE, |p| {
            p.comma_list(T::RParen, |p| {
                let expr = p.expr_here();
                p.expr_stack.push(expr);
                comma |= p.at(T::Comma);
            })
        });
        if self.at_arrow(start) {
            self.expr_stack.truncate(from);
            return elsewhere::functions::arrow_body(self, start);
        }
        let span = self.since(start);
        if self.expr_stack.len() == from + 1 && !comma {
            return match self.expr_stack.pop() {
                // Messages and suggestions about the expression include the parentheses, so its span does.
                Some(inner) => {
                    self.body.exprs[inner].span = span;
                    inner
                }
                None => self.error_expr(span),
            };
        }
        let exprs = self.take_exprs(from);
        self.mk(ExprKind::Tuple(exprs), span)
    }

    /// Whether an expression stands in parentheses, of a kind that does not end with one itself.
    pub(super) fn in_parens(&self, id: ExprId) -> bool {
        self.text_of(self.body.exprs[id].span).ends_with(')')
    }

    /// Whether the parentheses that began at `start` are the parameters of a function as JavaScript or Java write it.
    fn at_arrow(&self, start: Span) -> bool {
        // In a guard, the arrow is that of the arm; `(p)->x` is a field in C.
        let several = || self.text_of(self.since(start)).contains(',') || self.glued_pair();
        self.context == Context::FREE && (self.at(T::FatArrow) || self.at(T::Arrow) && several())
    }

    /// Whether `()` stands in front of the current token.
    fn glued_pair(&self) -> bool {
        self.pos > 1 && self.tokens.kinds[self.pos - 2] == T::LParen
    }

    /// `[a, b]`, `[value; count]`
    pub(super) fn array_expr(&mut self) -> ExprId {
        let start = self.span();
        self.bump();
        let from = self.expr_stack.len();
        if !self.at(T::RBracket) {
            let first = self.expr();
            if self.eat(T::Semi) {
                let count = self.anon_const();
                self.close(T::RBracket, "`]`");
                let span = self.since(start);
                return self.mk(ExprKind::Repeat(first, count), span);
            }
            self.expr_stack.push(first);
            if self.at(T::For) {
                self.expr_stack.truncate(from);
                return elsewhere::arrays::comprehension(self, start);
            }
            if let Some((whole, fixed, count)) = self.without_commas(T::RBracket) {
                self.mended = self.pos + count;
                self.report(|p| {
                    let message = format!("expected `,`, `;` or `]`, found {}", p.found());
                    Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message)
                        .label("expected `,`")
                        .suggest(whole, fixed, "add `,`")
                });
            } else if !self.at(T::RBracket) && !self.eat(T::Comma) {
                self.report(|p| {
                    let message = format!("expected `,`, `;` or `]`, found {}", p.found());
                    let diagnostic =
                        Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected `,`, `;` or `]`");
                    match p.begins_expr() {
                        true => diagnostic.suggest(p.prev_span().end(), ",", "a `,` may be missing"),
                        false => elsewhere::messages::explain(p, diagnostic),
                    }
                });
                self.skip_to(&[T::Comma]);
                self.eat(T::Comma);
            }
        }
        self.within(Context::FREE, |p| {
            p.comma_list(T::RBracket, |p| {
                let expr = p.expr_here();
                p.expr_stack.push(expr);
            })
        });
        let exprs = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::Array(exprs), span)
    }
}
