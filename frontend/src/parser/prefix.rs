//! Prefix operators.

use super::*;

/// A prefix operator, waiting for its operand.
#[derive(Clone, Copy)]
pub(super) struct Prefix {
    pub(super) kind: PrefixKind,
    pub(super) span: Span,
}

#[derive(Clone, Copy)]
pub(super) enum PrefixKind {
    Unary(UnOp),
    Deref,
    Ref(Mutability),
    /// `++` or `--`, which is reported: what they make of the operand is not known.
    Step,
}

impl Parser<'_> {
    /// Prefix operators and their operand. They are a loop, so that many take no stack.
    pub(super) fn unary(&mut self) -> ExprId {
        let base = self.prefix_stack.len();
        let start = self.span();
        while let Some(prefix) = self.prefix_op() {
            if self.prefix_stack.len() - base + self.depth > MAX_NESTING {
                self.report_deep(start);
            } else {
                self.prefix_stack.push(prefix);
            }
        }
        // What a prefix stands before nests in it.
        let levels = self.prefix_stack.len() - base;
        self.depth += levels;
        let expr = self.prefixed(base);
        self.depth -= levels;
        expr
    }

    /// An operand, and the prefix operators on the stack from `base` on around it.
    pub(super) fn prefixed(&mut self, base: usize) -> ExprId {
        let start = self.span();
        let primary = self.primary();
        let mut expr = if self.is_error(primary) && self.prev_span().hi <= start.lo {
            primary
        } else {
            self.postfix(start, primary)
        };
        while self.prefix_stack.len() > base {
            let Some(prefix) = self.prefix_stack.pop() else { break };
            let span = prefix.span.to(self.body.exprs[expr].span);
            let kind = match prefix.kind {
                PrefixKind::Unary(op) => ExprKind::Unary(op, expr),
                PrefixKind::Deref => ExprKind::Deref(expr),
                PrefixKind::Ref(mutability) => ExprKind::Ref(mutability, expr),
                PrefixKind::Step => ExprKind::Error(self.body.expr_lists.alloc([expr])),
            };
            expr = self.mk(kind, span);
        }
        expr
    }

    fn prefix_op(&mut self) -> Option<Prefix> {
        while self.at(T::Plus) && !self.is_increment() {
            let span = self.span();
            let compound = self.prev() == T::Eq && self.glued(0) && !self.glued(1);
            let whole = self.prev_span().to(span);
            // Several are one mistake.
            let mut last = 0;
            while self.nth(last + 1) == T::Plus && !self.glued(last + 1) {
                last += 1;
            }
            let all = span.to(self.tokens.spans[self.pos + last]);
            self.report(|_| match compound {
                true => Diagnostic::error(FOREIGN_SYNTAX, whole, "there is no operator `=+`").suggest(
                    whole,
                    "+=",
                    "write `+=`",
                ),
                false => Diagnostic::error(FOREIGN_SYNTAX, span, "there is no prefix operator `+`").fix(
                    all,
                    "",
                    "leave it out",
                ),
            });
            (0..=last).for_each(|_| self.bump());
        }
        let span = self.span();
        let kind = match self.cur() {
            T::Minus if self.nth(1) == T::Minus && self.glued(1) => return self.step_before(),
            T::Minus => PrefixKind::Unary(UnOp::Neg),
            T::Bang => PrefixKind::Unary(UnOp::Not),
            T::Star => PrefixKind::Deref,
            T::And => PrefixKind::Ref(Mutability::Const),
            T::AndAnd => {
                let span = self.split(1, T::And);
                return Some(Prefix { kind: PrefixKind::Ref(Mutability::Const), span });
            }
            T::Tilde => {
                self.report_tilde();
                PrefixKind::Unary(UnOp::Not)
            }
            T::Ident if elsewhere::operators::not(self) => PrefixKind::Unary(UnOp::Not),
            T::Plus if self.prev() == T::Plus && self.glued(0) => return self.increment(),
            T::Plus => return self.step_before(),
            // Anything else is the operand.
            _ => return None,
        };
        self.bump();
        if matches!(kind, PrefixKind::Ref(_)) && self.at(T::Ident) && matches!(self.nth(1), T::Const | T::Mut) {
            elsewhere::references::raw(self);
        }
        match kind {
            PrefixKind::Ref(_) if self.eat(T::Mut) => {
                Some(Prefix { kind: PrefixKind::Ref(Mutability::Mut), span: self.since(span) })
            }
            kind => Some(Prefix { kind, span }),
        }
    }
}
