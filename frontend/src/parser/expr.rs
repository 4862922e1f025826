//! Operators: assignment, ranges, binary and prefix operators, casts, and what follows an operand.

use super::*;
use crate::literal;

const E0023: Code = Code("E0023");
const E0024: Code = Code("E0024");
const E0025: Code = Code("E0025");
const E0036: Code = Code("E0036");

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
enum Op {
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

/// A prefix operator, waiting for its operand.
#[derive(Clone, Copy)]
pub(super) struct Prefix {
    kind: PrefixKind,
    span: Span,
}

#[derive(Clone, Copy)]
enum PrefixKind {
    Unary(UnOp),
    Deref,
    Ref(Mutability),
    /// `++` or `--`, which is reported: what they make of the operand is not known.
    Step,
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
        if let ExprKind::Assign(lhs, rhs) = self.body.exprs[cond].kind {
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
            Diagnostic::error(E0024, span, "expected a condition, found an assignment")
                .label("an assignment has no value")
                .fix(operator, "==", "comparison is `==`"),
        );
        self.body.exprs[cond].kind = ExprKind::ERROR;
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
        let expr = if conditional { hints::conditional(self, expr) } else { expr };
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
                    Diagnostic::error(E0025, p.span(), "`...` is no range").suggest(
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

    fn range(&mut self, start: Span, lo: Option<ExprId>) -> ExprId {
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
            Diagnostic::error(E0023, p.span(), "ranges cannot be chained").note("put the inner range in parentheses")
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
                kind = hints::foreign_operator(self).unwrap_or(kind);
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
    fn join(&mut self, pending: Pending, rhs: ExprId) -> ExprId {
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
        while let ExprKind::And(_, right) = self.body.exprs[operand].kind {
            operand = right;
        }
        if let ExprKind::Let(..) = self.body.exprs[operand].kind {
            let span = self.body.exprs[operand].span;
            self.emit(
                Diagnostic::error(E0036, span, "`let` cannot be an operand of `||`")
                    .note("its names would have no value where the other operand holds"),
            );
            self.body.exprs[operand].kind = ExprKind::ERROR;
        }
    }

    /// `a < b < c`: the current operator compares what `joined` compared.
    fn chained(&mut self, pending: Pending, joined: ExprId) {
        let first = pending.span;
        let second = self.span();
        let ExprKind::Binary(op, lhs, middle) = self.body.exprs[joined].kind else { return };
        let call = op == BinOp::Lt && self.at(T::Gt) && matches!(self.nth(1), T::LParen | T::ColonColon);
        let diagnostic = Diagnostic::error(E0023, first.to(second), "comparison operators cannot be chained");
        let diagnostic = if call {
            diagnostic.fix(first.start(), "::", "generic arguments of a function are written `name::<T>(…)`")
        } else if let ExprKind::Path(_) | ExprKind::Int { .. } | ExprKind::Local(_) = self.body.exprs[middle].kind {
            let text = self.text_of(self.body.exprs[middle].span);
            diagnostic.suggest(second.start(), format!("&& {text} "), "compare twice")
        } else {
            diagnostic.note("compare twice, with `&&` between, or use parentheses")
        };
        // `f<T>(x)` has no right operand, and the next operators would be reported again.
        let _ = lhs;
        self.emit(diagnostic);
        self.body.exprs[joined].kind = ExprKind::ERROR;
        self.reported = self.pos + 2;
    }

    /// Operators of other languages that begin with one of ours: `===`, `!==`, `<>`, `=<`.
    fn foreign_operator(&mut self, op: Op, span: Span) {
        if let (Op::Bin(compare @ (BinOp::Lt | BinOp::Gt)), T::Eq) = (op, self.cur()) {
            let (whole, ours) = (span.to(self.span()), if compare == BinOp::Lt { "<=" } else { ">=" });
            self.report(|_| {
                let message = format!("`{ours}` is written without a space");
                Diagnostic::error(E0025, whole, message).fix(whole, ours, "leave the space out")
            });
            return self.bump();
        }
        if let (Op::And | Op::Or, T::Eq) = (op, self.cur())
            && self.glued(0)
        {
            let whole = span.to(self.span());
            self.report(|p| {
                let name = p.text_of(whole);
                let note = format!("`x {name} y` is written `x = x {} y`", &name[..2]);
                Diagnostic::error(E0025, whole, format!("there is no operator `{name}`")).note(note)
            });
            return self.bump();
        }
        let (name, ours) = match (op, self.cur()) {
            (Op::Bin(BinOp::Eq), T::Eq) => ("===", "=="),
            (Op::Bin(BinOp::Ne), T::Eq) => ("!==", "!="),
            (Op::Bin(BinOp::Lt), T::Gt) => ("<>", "!="),
            (Op::Bin(BinOp::Le), T::Gt) => ("<=>", ""),
            (Op::Bin(BinOp::Shr), T::Gt) => (">>>", ""),
            (Op::Bin(BinOp::Shl), T::Lt) => ("<<<", ""),
            // Everything else is ours, or no operator anywhere.
            _ => return,
        };
        if !self.glued(0) {
            return;
        }
        if ours.is_empty() {
            let note = match name {
                "<=>" => "`<`, `==` and `>` compare",
                _ => "a shift of an unsigned number, `x as u32 >> n`, brings zeros in; `x.rotate_left(n)` rotates",
            };
            let whole = span.to(self.span());
            self.report(|_| Diagnostic::error(E0025, whole, format!("there is no operator `{name}`")).note(note));
            return self.bump();
        }
        let whole = span.to(self.span());
        self.report(|_| {
            Diagnostic::error(E0025, whole, format!("there is no operator `{name}`")).fix(
                whole,
                ours,
                format!("use `{ours}`"),
            )
        });
        self.bump();
    }

    /// `a ** 3`, standing behind the first star: reported.
    fn power(&mut self, op: Op, span: Span) {
        let literal = matches!(self.nth(1), T::Int | T::Float);
        if op != Op::Bin(BinOp::Mul) || !self.at(T::Star) || !self.glued(0) || !literal {
            return;
        }
        self.report(|p| {
            Diagnostic::error(E0025, span.to(p.span()), "there is no operator `**`")
                .note("a power of an integer is `a.pow(n)`, of a float `x.powf(y)`")
        });
        self.bump();
    }

    fn cast(&mut self, operand: ExprId) -> ExprId {
        self.bump();
        if matches!(self.cur(), T::Bang | T::Question) && self.glued(0) {
            elsewhere::operators::checked_cast(self);
        }
        let ty = self.cast_ty();
        let start = self.body.exprs[operand].span;
        let span = start.to(self.body.types[ty].span);
        self.mk(ExprKind::Cast(operand, ty), span)
    }

    /// Prefix operators and their operand. They are a loop, so that many take no stack.
    fn unary(&mut self) -> ExprId {
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
    fn prefixed(&mut self, base: usize) -> ExprId {
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
                true => Diagnostic::error(E0025, whole, "there is no operator `=+`").suggest(whole, "+=", "write `+=`"),
                false => Diagnostic::error(E0025, span, "there is no prefix operator `+`").fix(all, "", "leave it out"),
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

    /// `~`, and those behind it, which become `!`.
    fn report_tilde(&mut self) {
        let span = self.span();
        // Behind it, there may be more of them.
        let mut last = 0;
        let mut n = 1;
        while matches!(self.nth(n), T::Tilde | T::Minus | T::Bang | T::Star | T::And) {
            if self.nth(n) == T::Tilde {
                self.tokens.kinds[self.pos + n] = T::Bang;
                last = n;
            }
            n += 1;
        }
        let all = span.to(self.tokens.spans[self.pos + last]);
        let fixed = self.text_of(all).replace('~', "!");
        self.report(|_| {
            Diagnostic::error(E0025, span, "there is no operator `~`").fix(all, fixed, "the bitwise complement is `!`")
        });
    }

    /// Whether `++` begins or ends here, in a place where no operand could follow the first.
    fn is_increment(&self) -> bool {
        (self.nth(1) == T::Plus && self.glued(1)) || (self.prev() == T::Plus && self.glued(0))
    }

    /// Whether the current token may begin a statement, going by the one before it.
    pub(super) fn begins_statement(&self) -> bool {
        matches!(self.prev(), T::Semi | T::LBrace | T::RBrace)
    }

    /// Whether the `last` tokens before the next one follow a place, `a.b`, with which a statement begins.
    pub(super) fn assignable_before(&self, last: usize) -> bool {
        let mut at = (self.pos + 1).saturating_sub(last);
        while at > 0 && matches!(self.tokens.kinds[at - 1], T::Ident | T::SelfValue | T::Dot | T::Int) {
            at -= 1;
        }
        at > 0 && matches!(self.tokens.kinds[at - 1], T::Semi | T::LBrace | T::RBrace)
    }

    /// Reports `++` or `--`: once in a statement, however many it has.
    pub(super) fn report_step(&mut self, make: impl FnOnce(&Self) -> Diagnostic) {
        if self.pos >= self.counting {
            self.report(make);
            let ends = |kind: &T| matches!(kind, T::Semi | T::LBrace | T::RBrace);
            let rest = &self.tokens.kinds[self.pos..];
            self.counting = self.pos + rest.iter().position(ends).unwrap_or(rest.len()) + 1;
        }
        self.reported = self.pos + 1;
    }

    /// `++x`, `--x`, standing at the first half.
    fn step_before(&mut self) -> Option<Prefix> {
        let span = self.span().to(self.tokens.spans[self.pos + 1]);
        let (operator, ours) = if self.at(T::Plus) { ("++", "+= 1") } else { ("--", "-= 1") };
        self.report_step(|p| {
            let diagnostic = Diagnostic::error(E0025, span, format!("there is no operator `{operator}`"));
            let how = if operator == "++" { "add one with `+= 1`" } else { "subtract one with `-= 1`" };
            let place = (2..).take_while(|n| matches!(p.nth(*n), T::Ident | T::SelfValue | T::Dot | T::Int)).count();
            let ended = matches!(p.nth(2 + place), T::Semi | T::RBrace);
            if place > 0 && ended && p.begins_statement() {
                // Only a statement can become an assignment.
                let place = p.tokens.spans[p.pos + 2].to(p.tokens.spans[p.pos + 1 + place]);
                return diagnostic.suggest(span.to(place), format!("{} {ours}", p.text_of(place)), how);
            }
            let diagnostic = diagnostic.note(format!("{how}, in a statement of its own"));
            if operator == "--" { diagnostic.note("`-(-x)` negates twice") } else { diagnostic }
        });
        self.bump();
        self.bump();
        Some(Prefix { kind: PrefixKind::Step, span })
    }

    /// The second half of `x++`.
    fn increment(&mut self) -> Option<Prefix> {
        let span = self.prev_span().to(self.span());
        self.report_step(|p| {
            let diagnostic = Diagnostic::error(E0025, span, "there is no operator `++`");
            // Only a statement can become an assignment.
            let ended = matches!(p.nth(1), T::Semi | T::RBrace);
            if ended && p.assignable_before(2) {
                diagnostic.suggest(span, " += 1", "add one with `+= 1`")
            } else {
                diagnostic.note("add one with `+= 1`, in a statement of its own")
            }
        });
        self.bump();
        if !self.begins_expr() || self.on_new_line() {
            // `x++` has no operand behind it: the report covers that.
            self.reported = self.pos + 1;
        }
        None
    }

    /// What follows an operand: fields, calls, indices, `?`.
    pub(super) fn postfix(&mut self, start: Span, mut expr: ExprId) -> ExprId {
        loop {
            expr = match self.cur() {
                T::Dot => self.dot(start, expr),
                T::LParen => self.call(start, expr),
                T::LBracket if !self.on_new_line() => self.index(start, expr),
                T::Question => self.question(start, expr),
                // No expression is followed by `->`; C has it there.
                T::Arrow if self.nth(1) == T::Ident && !self.on_new_line() => {
                    self.report(|p| {
                        Diagnostic::error(E0025, p.span(), "there is no operator `->`").fix(
                            p.span(),
                            ".",
                            "`.` goes through pointers too",
                        )
                    });
                    self.dot(start, expr)
                }
                T::ColonColon => match self.dotted_path(expr) {
                    Some(path) => self.longer_path(start, path),
                    None => return expr,
                },
                T::LBrace if !self.context.no_struct => match self.dotted_path(expr) {
                    Some(path) => self.struct_lit(start, path),
                    None => return expr,
                },
                // Everything else ends the operand.
                _ => return expr,
            }
        }
    }

    /// `e?`
    fn question(&mut self, start: Span, operand: ExprId) -> ExprId {
        self.bump();
        let span = self.since(start);
        let value = matches!(self.cur(), T::Ident | T::SelfValue) || self.cur().is_literal();
        if !value || self.on_new_line() {
            return self.mk(ExprKind::Try(operand), span);
        }
        self.report(|p| {
            Diagnostic::error(E0025, p.prev_span(), "there is no operator `?:`")
                .note("`if` has a value: `if a { b } else { c }`")
        });
        self.reported = 0;
        self.binary(Prec::Or);
        if self.eat(T::Colon) {
            self.binary(Prec::Or);
        }
        self.error_expr(span)
    }

    fn call(&mut self, start: Span, callee: ExprId) -> ExprId {
        let from = self.expr_stack.len();
        self.args();
        let args = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::Call(callee, args), span)
    }

    /// Arguments in parentheses, onto the stack.
    pub(super) fn args(&mut self) {
        self.bump();
        self.within(Context::FREE, |p| {
            p.comma_list(T::RParen, |p| {
                let attrs = p.attrs();
                p.no_attrs(&attrs, "an argument");
                hints::named_values(p, "arguments have no names", |_| String::new());
                if p.at(T::Ident) && p.nth(1) == T::Colon {
                    p.bump();
                    p.bump();
                }
                let arg = p.expr_here();
                p.expr_stack.push(arg);
            })
        });
    }

    fn index(&mut self, start: Span, base: ExprId) -> ExprId {
        self.bump();
        let index = self.expr();
        if self.at(T::Colon) {
            return elsewhere::operators::slice(self, start, base, index);
        }
        if !self.at(T::RBracket) {
            self.expected("`]`");
            self.skip_to(&[]);
        }
        self.eat(T::RBracket);
        let span = self.since(start);
        self.mk(ExprKind::Index(base, index), span)
    }

    /// `.name`, `.0`, `.name(…)`, `.name::<T>(…)`
    fn dot(&mut self, start: Span, base: ExprId) -> ExprId {
        self.bump();
        match self.cur() {
            T::Int => self.tuple_field(start, base),
            T::Float => self.two_tuple_fields(start, base),
            T::Ident if self.is_float_suffix(base) => {
                let whole = self.body.exprs[base].span.to(self.span());
                let ty = if self.cur_text() == "f64" { "f64" } else { "f32" };
                let fixed = literal::int_as_float(self.text_of(self.body.exprs[base].span), ty);
                self.report(|_| {
                    let message = "a float literal needs a digit after its point";
                    Diagnostic::error(E0025, whole, message).fix(whole, fixed, "write it like this")
                });
                self.bump();
                self.error_expr(whole)
            }
            T::Ident => self.named_field(start, base),
            kind if kind.is_keyword() && !self.on_new_line() => {
                self.keyword_as_name("the name of a field or method");
                self.named_field(start, base)
            }
            T::Star if self.glued(0) && !self.on_new_line() => {
                let whole = self.body.exprs[base].span.to(self.span());
                let fixed = format!("*{}", self.text_of(self.body.exprs[base].span));
                self.report(|_| {
                    let message = "what a pointer leads to is written with `*` in front";
                    Diagnostic::error(E0025, whole, message).suggest(whole, fixed, "write it like this")
                });
                self.bump();
                self.error_expr(whole)
            }
            // Nothing else can follow a dot.
            _ => {
                self.after_dot(base);
                let span = self.since(start);
                self.error_expr(span)
            }
        }
    }

    /// `1.f`, of which only `f` is left.
    fn is_float_suffix(&self, base: ExprId) -> bool {
        let whole = self.body.exprs[base];
        matches!(whole.kind, ExprKind::Int { suffix: Suffix::None, .. })
            && whole.span.hi == self.prev_span().lo
            && matches!(self.cur_text(), "f" | "F" | "f32" | "f64")
            && self.nth(1) != T::LParen
    }

    /// Nothing that may follow a dot: maybe the dot ends a float literal.
    fn after_dot(&mut self, base: ExprId) {
        let dot = self.prev_span();
        let whole = self.body.exprs[base];
        if matches!(whole.kind, ExprKind::Int { suffix: Suffix::None, .. }) && whole.span.hi == dot.lo {
            return self.report(|p| {
                let span = whole.span.to(dot);
                let error = Diagnostic::error(E0025, span, "a float literal needs a digit after its point");
                match p.text_of(whole.span) {
                    text if text.starts_with(['1', '2', '3', '4', '5', '6', '7', '8', '9']) => {
                        error.fix(dot.end(), "0", "add it")
                    }
                    text => error.fix(span, literal::int_as_float(text, ""), "write it like this"),
                }
            });
        }
        self.expected("the name of a field or method");
    }

    fn tuple_field(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let name = self.symbol_of(span);
        self.bump();
        let whole = self.since(start);
        if !self.text_of(span).bytes().all(|b| b.is_ascii_digit()) {
            self.emit(Diagnostic::error(E0020, span, "the field of a tuple is a plain number"));
            return self.error_expr(whole);
        }
        self.mk(ExprKind::Field(base, name), whole)
    }

    /// `x.0.1`: the lexer takes `0.1` for a number.
    fn two_tuple_fields(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let text = self.text_of(span);
        let Some((first, second)) = text
            .split_once('.')
            .filter(|(a, b)| a.bytes().all(|c| c.is_ascii_digit()) && b.bytes().all(|c| c.is_ascii_digit()))
        else {
            self.bump();
            self.emit(Diagnostic::error(E0020, span, "the field of a tuple is a plain number"));
            let span = self.since(start);
            return self.error_expr(span);
        };
        self.bump();
        let names = [self.cx.interner.intern(first), self.cx.interner.intern(second)];
        let ends = [span.lo + first.len() as u32, span.hi];
        let mut expr = base;
        for (name, end) in names.into_iter().zip(ends) {
            expr = self.mk(ExprKind::Field(expr, name), Span::new(start.lo, end));
        }
        expr
    }

    fn named_field(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let name = self.symbol_of(span);
        self.bump();
        let generics = match (self.cur(), self.nth(1)) {
            (T::ColonColon, T::Lt) => {
                self.bump();
                self.turbofish()
            }
            // There are no generic arguments.
            _ => Self::no_types(),
        };
        if !self.at(T::LParen) {
            if !generics.is_empty() {
                self.expected("`(`");
            }
            let span = self.since(start);
            return self.mk(ExprKind::Field(base, name), span);
        }
        let from = self.expr_stack.len();
        self.expr_stack.push(base);
        self.args();
        let args = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::MethodCall { name, generics, args }, span)
    }

    /// The path that `a.b.C` is if `a` is a module: where a struct literal or `::` follows.
    fn dotted_path(&mut self, expr: ExprId) -> Option<Path> {
        let mut names: Vec<Ident> = Vec::new();
        let mut at = expr;
        while let ExprKind::Field(base, name) = self.body.exprs[at].kind {
            let hi = self.body.exprs[at].span.hi;
            let len = self.cx.text(name).len() as u32;
            names.push(Ident { name, span: Span::new(hi.saturating_sub(len), hi) });
            at = base;
            if names.len() > 8 {
                return None;
            }
        }
        let ExprKind::Path(path) = self.body.exprs[at].kind else { return None };
        if path.segments.len() > 16 {
            return None;
        }
        let starts_upper = names.first().is_some_and(|n| self.cx.text(n.name).starts_with(|c: char| c.is_uppercase()));
        // `x.field {` at the end of a statement that lacks its semicolon is no struct literal.
        if names.is_empty() || (self.at(T::LBrace) && !starts_upper && !self.looks_like_fields()) {
            return None;
        }
        let mut segments: Vec<PathSegment> = self.body.segments[path.segments].to_vec();
        segments.extend(names.into_iter().rev().map(|name| PathSegment { name, generics: Self::no_types() }));
        let segments = self.body.segments.alloc(segments);
        Some(Path { segments, absolute: path.absolute })
    }

    /// A path that goes on behind `a.b`: `libc.c_int::MAX`.
    fn longer_path(&mut self, start: Span, path: Path) -> ExprId {
        let from = self.segment_stack.len();
        for i in path.segments.range() {
            let segment = *self.body.segments.at(i);
            self.segment_stack.push(segment);
        }
        self.expr_path_rest(from);
        let segments = self.body.segments.alloc(self.segment_stack.drain(from..));
        let span = self.since(start);
        self.mk(ExprKind::Path(Path { segments, absolute: path.absolute }), span)
    }
}
