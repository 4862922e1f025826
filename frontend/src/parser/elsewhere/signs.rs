//! Operators that are signs elsewhere: `++`, `~`, `===`, `**`.

use super::*;
use crate::parser::expr::Op;
use crate::parser::prefix::{Prefix, PrefixKind};

impl Parser<'_> {
    /// Operators of other languages that begin with one of Vex: `===`, `!==`, `<>`, `=<`.
    pub(in crate::parser) fn foreign_operator(&mut self, op: Op, span: Span) {
        if let (Op::Bin(compare @ (BinOp::Lt | BinOp::Gt)), T::Eq) = (op, self.cur()) {
            let (whole, ours) = (span.to(self.span()), if compare == BinOp::Lt { "<=" } else { ">=" });
            self.report(|_| {
                let message = format!("`{ours}` is written without a space");
                Diagnostic::error(FOREIGN_SYNTAX, whole, message).fix(whole, ours, "leave the space out")
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
                Diagnostic::error(FOREIGN_SYNTAX, whole, format!("there is no operator `{name}`")).note(note)
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
            // Everything else is an operator of Vex, or of no language.
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
            self.report(|_| {
                Diagnostic::error(FOREIGN_SYNTAX, whole, format!("there is no operator `{name}`")).note(note)
            });
            return self.bump();
        }
        let whole = span.to(self.span());
        self.report(|_| {
            Diagnostic::error(FOREIGN_SYNTAX, whole, format!("there is no operator `{name}`")).fix(
                whole,
                ours,
                format!("use `{ours}`"),
            )
        });
        self.bump();
    }

    /// `a ** 3`, standing behind the first star: reported.
    pub(in crate::parser) fn power(&mut self, op: Op, span: Span) {
        let literal = matches!(self.nth(1), T::Int | T::Float);
        if op != Op::Bin(BinOp::Mul) || !self.at(T::Star) || !self.glued(0) || !literal {
            return;
        }
        self.report(|p| {
            Diagnostic::error(FOREIGN_SYNTAX, span.to(p.span()), "there is no operator `**`")
                .note("a power of an integer is `a.pow(n)`, of a float `x.powf(y)`")
        });
        self.bump();
    }

    /// `~`, and those behind it, which become `!`.
    pub(in crate::parser) fn report_tilde(&mut self) {
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
            Diagnostic::error(FOREIGN_SYNTAX, span, "there is no operator `~`").fix(
                all,
                fixed,
                "the bitwise complement is `!`",
            )
        });
    }

    /// Whether `++` begins or ends here, in a place where no operand could follow the first.
    pub(in crate::parser) fn is_increment(&self) -> bool {
        (self.nth(1) == T::Plus && self.glued(1)) || (self.prev() == T::Plus && self.glued(0))
    }

    /// Whether the current token may begin a statement, going by the one before it.
    pub(in crate::parser) fn begins_statement(&self) -> bool {
        matches!(self.prev(), T::Semi | T::LBrace | T::RBrace)
    }

    /// Whether the `last` tokens before the next one follow a place, `a.b`, with which a statement begins.
    pub(in crate::parser) fn assignable_before(&self, last: usize) -> bool {
        let mut at = (self.pos + 1).saturating_sub(last);
        while at > 0 && matches!(self.tokens.kinds[at - 1], T::Ident | T::SelfValue | T::Dot | T::Int) {
            at -= 1;
        }
        at > 0 && matches!(self.tokens.kinds[at - 1], T::Semi | T::LBrace | T::RBrace)
    }

    /// Reports `++` or `--`: once in a statement, however many it has.
    pub(in crate::parser) fn report_step(&mut self, make: impl FnOnce(&Self) -> Diagnostic) {
        if self.pos >= self.counting {
            self.report(make);
            let ends = |kind: &T| matches!(kind, T::Semi | T::LBrace | T::RBrace);
            let rest = &self.tokens.kinds[self.pos..];
            self.counting = self.pos + rest.iter().position(ends).unwrap_or(rest.len()) + 1;
        }
        self.reported = self.pos + 1;
    }

    /// `++x`, `--x`, standing at the first half.
    pub(in crate::parser) fn step_before(&mut self) -> Option<Prefix> {
        let span = self.span().to(self.tokens.spans[self.pos + 1]);
        let (operator, ours) = if self.at(T::Plus) { ("++", "+= 1") } else { ("--", "-= 1") };
        self.report_step(|p| {
            let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, span, format!("there is no operator `{operator}`"));
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
    pub(in crate::parser) fn increment(&mut self) -> Option<Prefix> {
        let span = self.prev_span().to(self.span());
        self.report_step(|p| {
            let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, span, "there is no operator `++`");
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
}
