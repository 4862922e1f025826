//! Operators: assignment, ranges, binary operators, casts.

use super::*;

/// Precedences, of Rust: a higher one binds tighter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Prec {
    Or,
    And,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    And,
    Or,
    Bin(BinOp),
}

/// A left operand and its operator, waiting for the right one.
#[derive(Clone, Copy)]
pub(super) struct Pending {
    lhs: ExprId,
    op: Op,
    prec: Prec,
    span: Span,
}

fn binary_op(kind: T) -> Option<(Op, Prec)> {
    let (op, prec) = match kind {
        T::OrOr => return Some((Op::Or, Prec::Or)),
        T::AndAnd => return Some((Op::And, Prec::And)),
        T::EqEq => (BinOp::Eq, Prec::Compare),
        T::NotEq => (BinOp::Ne, Prec::Compare),
        T::Lt => (BinOp::Lt, Prec::Compare),
        T::Le => (BinOp::Le, Prec::Compare),
        T::Gt => (BinOp::Gt, Prec::Compare),
        T::Ge => (BinOp::Ge, Prec::Compare),
        T::Or => (BinOp::Or, Prec::BitOr),
        T::Caret => (BinOp::Xor, Prec::BitXor),
        T::And => (BinOp::And, Prec::BitAnd),
        T::Shl => (BinOp::Shl, Prec::Shift),
        T::Shr => (BinOp::Shr, Prec::Shift),
        T::Plus => (BinOp::Add, Prec::Sum),
        T::Minus => (BinOp::Sub, Prec::Sum),
        T::Star => (BinOp::Mul, Prec::Product),
        T::Slash => (BinOp::Div, Prec::Product),
        T::Percent => (BinOp::Rem, Prec::Product),
        // Everything else ends the operand.
        _ => return None,
    };
    Some((Op::Bin(op), prec))
}

pub(super) fn assign_op(kind: T) -> Option<BinOp> {
    Some(match kind {
        T::PlusEq => BinOp::Add,
        T::MinusEq => BinOp::Sub,
        T::StarEq => BinOp::Mul,
        T::SlashEq => BinOp::Div,
        T::PercentEq => BinOp::Rem,
        T::AndEq => BinOp::And,
        T::OrEq => BinOp::Or,
        T::CaretEq => BinOp::Xor,
        T::ShlEq => BinOp::Shl,
        T::ShrEq => BinOp::Shr,
        // Everything else is no compound assignment.
        _ => return None,
    })
}

impl Parser<'_> {
    /// An expression where nothing around it restricts what it may be.
    pub(super) fn expr(&mut self) -> ExprId {
        self.within(Context::FREE, |p| p.expr_here())
    }

    /// The head of `match` or `for`: a brace behind it begins the body.
    pub(super) fn head(&mut self) -> ExprId {
        self.within(Context { no_struct: true, allow_let: false }, |p| p.expr_here())
    }

    /// The condition of `if`, `while` or a guard.
    pub(super) fn condition(&mut self, no_struct: bool) -> ExprId {
        let cond = self.within(Context { no_struct, allow_let: true }, |p| p.expr_here());
        if let ExprKind::Assign(lhs, rhs) = self.body.kind(cond) {
            self.assignment_as_condition(cond, lhs, rhs);
        }
        cond
    }

    /// Whether the block here is an operand: whether something follows it that goes on with the head it stands in.
    pub(super) fn block_then_block(&self) -> bool {
        let mut depth = 0usize;
        for (i, kind) in self.tokens.kinds[self.pos..].iter().enumerate() {
            if kind.is_open() {
                depth += 1;
            } else if kind.is_close() {
                depth -= 1;
                if depth == 0 {
                    let next = self.nth(i + 1);
                    let goes_on = matches!(next, T::LBrace | T::Dot | T::Question | T::As | T::DotDot | T::DotDotEq);
                    return goes_on || binary_op(next).is_some();
                }
            }
        }
        false
    }

    fn assignment_as_condition(&mut self, cond: ExprId, lhs: ExprId, rhs: ExprId) {
        let span = self.body.exprs[cond].span;
        let between = Span::new(self.body.exprs[lhs].span.hi, self.body.exprs[rhs].span.lo);
        let gap = self.text_of(between);
        let operator = Span::new(between.lo + gap.find('=').unwrap_or(0) as u32, between.lo);
        let operator = Span::new(operator.lo, operator.lo + 1);
        self.emit(
            Diagnostic::error(ASSIGNMENT_AS_CONDITION, span, "expected a condition, found an assignment")
                .label("an assignment has no value")
                .fix(operator, "==", "comparison is `==`"),
        );
        self.body.fail(cond);
    }

    /// An expression within the current context, assignment included.
    pub(super) fn expr_here(&mut self) -> ExprId {
        if !self.enter() {
            let span = self.span();
            self.skip_deep();
            return self.error_expr(span);
        }
        let start = self.span();
        let lhs = match self.cur() {
            T::DotDot | T::DotDotEq => self.range(start, None),
            // Every other token begins an operand, or is reported there.
            _ => {
                let lhs = self.binary(Prec::Or);
                self.range_rest(start, lhs)
            }
        };
        let expr = self.assign_rest(start, lhs);
        let conditional = self.at(T::If) && !self.on_new_line() && !self.prev().is_open() && self.prev() != T::RBrace;
        let expr = if conditional { elsewhere::conditional::conditional(self, expr) } else { expr };
        self.leave();
        expr
    }

    /// Goes on with an expression of which an operand is parsed.
    pub(super) fn expr_from(&mut self, start: Span, operand: ExprId) -> ExprId {
        let operand = self.postfix(start, operand);
        let lhs = self.binary_from(operand, Prec::Or);
        let lhs = self.range_rest(start, lhs);
        self.assign_rest(start, lhs)
    }

    fn assign_rest(&mut self, start: Span, lhs: ExprId) -> ExprId {
        let op = assign_op(self.cur());
        if op.is_none() && !self.at(T::Eq) {
            return lhs;
        }
        self.bump();
        let rhs = self.within(Context { allow_let: false, ..self.context }, |p| p.expr_here());
        let span = self.since(start);
        match op {
            Some(op) => self.mk(ExprKind::AssignOp(op, lhs, rhs), span),
            None => self.mk(ExprKind::Assign(lhs, rhs), span),
        }
    }

    fn range_rest(&mut self, start: Span, lo: ExprId) -> ExprId {
        match self.cur() {
            T::DotDot | T::DotDotEq => self.range(start, Some(lo)),
            T::Ellipsis => {
                self.report(|p| {
                    Diagnostic::error(FOREIGN_SYNTAX, p.span(), "`...` is no range").suggest(
                        p.span(),
                        "..=",
                        "a range with its end is `..=`, one without it `..`",
                    )
                });
                self.range(start, Some(lo))
            }
            // Everything else ends the expression.
            _ => lo,
        }
    }

    pub(super) fn range(&mut self, start: Span, lo: Option<ExprId>) -> ExprId {
        let inclusive = self.at(T::DotDotEq);
        self.bump();
        let hi = self.begins_expr().then(|| self.binary(Prec::Or));
        if inclusive && hi.is_none() {
            self.expected("the end of the range");
        }
        let span = self.since(start);
        let range = self.mk(ExprKind::Range { lo, hi, inclusive }, span);
        if !matches!(self.cur(), T::DotDot | T::DotDotEq) {
            return range;
        }
        self.report(|p| {
            Diagnostic::error(CHAINED_OPERATORS, p.span(), "ranges cannot be chained")
                .note("put the inner range in parentheses")
        });
        self.bump();
        if self.begins_expr() {
            self.binary(Prec::Or);
        }
        self.error_expr(span)
    }

    /// Whether an expression may begin with the current token.
    pub(super) fn begins_expr(&self) -> bool {
        match self.cur() {
            T::LBrace => !self.context.no_struct,
            T::Ident | T::SelfValue | T::SelfType | T::ColonColon | T::Label | T::LParen | T::LBracket => true,
            T::Minus | T::Bang | T::Star | T::And | T::AndAnd | T::DotDot | T::Tilde => true,
            T::If | T::Match | T::While | T::For | T::Loop | T::Unsafe | T::Return | T::Break | T::Continue => true,
            kind => kind.is_literal(),
        }
    }

    /// Binary operators of at least the precedence `min`.
    pub(super) fn binary(&mut self, min: Prec) -> ExprId {
        let first = self.unary();
        self.binary_from(first, min)
    }

    fn binary_from(&mut self, first: ExprId, min: Prec) -> ExprId {
        let base = self.op_stack.len();
        let mut rhs = first;
        loop {
            if self.at(T::As) {
                rhs = self.cast(rhs);
                continue;
            }
            let mut kind = self.cur();
            if matches!(kind, T::Ident | T::Mod | T::Eq) {
                kind = elsewhere::operators::foreign_operator(self).unwrap_or(kind);
            }
            let next = binary_op(kind).filter(|&(_, prec)| prec >= min);
            while self.op_stack.len() > base {
                let Some(&pending) = self.op_stack.last() else { break };
                if next.is_some_and(|(_, prec)| prec > pending.prec) {
                    break;
                }
                self.op_stack.pop();
                rhs = self.join(pending, rhs);
                if next.is_some_and(|(_, prec)| prec == Prec::Compare && prec == pending.prec) {
                    self.chained(pending, rhs);
                }
            }
            let Some((op, prec)) = next else { return rhs };
            let span = self.span();
            self.bump();
            self.foreign_operator(op, span);
            self.power(op, span);
            self.op_stack.push(Pending { lhs: rhs, op, prec, span });
            rhs = self.unary();
        }
    }

    /// An operator and both its operands.
    pub(super) fn join(&mut self, pending: Pending, rhs: ExprId) -> ExprId {
        let Pending { lhs, op, .. } = pending;
        let span = self.body.exprs[lhs].span.to(self.body.exprs[rhs].span);
        let kind = match op {
            Op::And => ExprKind::And(lhs, rhs),
            Op::Or => {
                self.let_in_or(lhs);
                self.let_in_or(rhs);
                ExprKind::Or(lhs, rhs)
            }
            Op::Bin(op) => ExprKind::Binary(op, lhs, rhs),
        };
        self.mk(kind, span)
    }

    /// `let` in a condition may stand between `&&`, but nothing could use its names beside `||`.
    fn let_in_or(&mut self, mut operand: ExprId) {
        while let ExprKind::And(_, right) = self.body.kind(operand) {
            operand = right;
        }
        if let ExprKind::Let(..) = self.body.kind(operand) {
            let span = self.body.exprs[operand].span;
            self.emit(
                Diagnostic::error(NOT_TAKEN_FROM_RUST, span, "`let` cannot be an operand of `||`")
                    .note("its names would have no value where the other operand holds"),
            );
            self.body.fail(operand);
        }
    }

    /// `a < b < c`: the current operator compares what `joined` compared.
    fn chained(&mut self, pending: Pending, joined: ExprId) {
        let first = pending.span;
        let second = self.span();
        let ExprKind::Binary(op, lhs, middle) = self.body.kind(joined) else { return };
        let call = op == BinOp::Lt && self.at(T::Gt) && matches!(self.nth(1), T::LParen | T::ColonColon);
        let diagnostic =
            Diagnostic::error(CHAINED_OPERATORS, first.to(second), "comparison operators cannot be chained");
        let diagnostic = if call {
            diagnostic.fix(first.start(), "::", "generic arguments of a function are written `name::<T>(…)`")
        } else if let ExprKind::Path(_) | ExprKind::Int { .. } | ExprKind::Local(_) = self.body.kind(middle) {
            let text = self.text_of(self.body.exprs[middle].span);
            diagnostic.suggest(second.start(), format!("&& {text} "), "compare twice")
        } else {
            diagnostic.note("compare twice, with `&&` between, or use parentheses")
        };
        // `f<T>(x)` has no right operand, and the next operators would be reported again.
        let _ = lhs;
        self.emit(diagnostic);
        self.body.fail(joined);
        self.reported = self.pos + 2;
    }

    pub(super) fn cast(&mut self, operand: ExprId) -> ExprId {
        self.bump();
        if matches!(self.cur(), T::Bang | T::Question) && self.glued(0) {
            elsewhere::operators::checked_cast(self);
        }
        let ty = self.cast_ty();
        let start = self.body.exprs[operand].span;
        let span = start.to(self.body.types[ty].span);
        self.mk(ExprKind::Cast(operand, ty), span)
    }
}
