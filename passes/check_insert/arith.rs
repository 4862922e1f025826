//! Arithmetic: overflow, division by zero, shifts by too much.

use super::{Inserter, lint};
use vex_ir::arith::{ArithError, int_binary, truncate};
use vex_ir::flow::{BinOp, CheckKind, Operand, Rvalue, UnOp};
use vex_ir::lang::Checked;
use vex_ir::ty::{IntTy, Ty};

impl Inserter<'_> {
    /// What becomes of an operation that source wrote.
    pub(super) fn arith(&mut self, op: BinOp, a: Operand, b: Operand) -> Rvalue<Checked> {
        let Some(int) = self.int_ty(a) else { return Rvalue::Binary(op, a, b) };
        self.lint_constants(op, int, a, b);
        match op {
            BinOp::Div | BinOp::Rem => self.division(op, int, a, b),
            BinOp::Shl | BinOp::Shr => self.shift(op, int, a, b),
            BinOp::Add | BinOp::Sub | BinOp::Mul if self.overflow_checks => Rvalue::Checked(op, a, b),
            // Wraps.
            _ => Rvalue::Binary(op, a, b),
        }
    }

    /// `-a`
    pub(super) fn negation(&mut self, a: Operand) -> Rvalue<Checked> {
        let result = Rvalue::Unary(UnOp::Neg, a);
        let Some(int) = self.int_ty(a) else { return result };
        let min = self.min(int);
        match self.known(a) {
            Some(value) if value != min => {}
            Some(_) => {
                lint::overflow(self.cx, self.cursor.span(), "negate", &lint::show(int, self.bits(int), min), None);
                if self.overflow_checks {
                    self.always_fails(CheckKind::NegOverflow);
                }
            }
            None if self.overflow_checks => {
                let cond = self.is_not(a, int, min);
                self.check(cond, CheckKind::NegOverflow);
            }
            None => {}
        }
        result
    }

    fn bits(&self, int: IntTy) -> u32 {
        int.bits(self.cx.target.pointer_bits)
    }

    /// The bits of the least value.
    fn min(&self, int: IntTy) -> u128 {
        if int.signed() { 1 << (self.bits(int) - 1) } else { 0 }
    }

    /// Whether an operand is not a certain constant.
    fn is_not(&mut self, operand: Operand, int: IntTy, bits: u128) -> Operand {
        let constant = self.constant(Ty::int(int), bits);
        self.test(BinOp::Ne, operand, constant)
    }

    fn division(&mut self, op: BinOp, int: IntTy, a: Operand, b: Operand) -> Rvalue<Checked> {
        let zero = if op == BinOp::Div { CheckKind::DivisionByZero } else { CheckKind::RemainderByZero };
        match self.known(b) {
            Some(0) => self.always_fails(zero),
            Some(_) => {}
            None => {
                let cond = self.is_not(b, int, 0);
                self.check(cond, zero);
            }
        }
        if int.signed() {
            self.division_overflow(int, a, b);
        }
        Rvalue::Binary(op, a, b)
    }

    /// `MIN / -1` is more than the greatest value.
    fn division_overflow(&mut self, int: IntTy, a: Operand, b: Operand) {
        let (min, minus_one) = (self.min(int), truncate(u128::MAX, self.bits(int)));
        let (known_a, known_b) = (self.known(a), self.known(b));
        if known_a.is_some_and(|a| a != min) || known_b.is_some_and(|b| b != minus_one) {
            return;
        }
        let right = if known_b.is_none() { Some(self.is_not(b, int, minus_one)) } else { None };
        let left = if known_a.is_none() { Some(self.is_not(a, int, min)) } else { None };
        match (right, left) {
            (Some(right), Some(left)) => {
                let cond = self.test(BinOp::Or, right, left);
                self.check(cond, CheckKind::DivisionOverflow);
            }
            (Some(cond), None) | (None, Some(cond)) => self.check(cond, CheckKind::DivisionOverflow),
            (None, None) => self.always_fails(CheckKind::DivisionOverflow),
        }
    }

    /// A shift is by less than the width: checked, or else the amount is taken modulo the width.
    fn shift(&mut self, op: BinOp, int: IntTy, a: Operand, amount: Operand) -> Rvalue<Checked> {
        let Some(by) = self.int_ty(amount) else { return Rvalue::Binary(op, a, amount) };
        let width = u128::from(self.bits(int));
        match self.known(amount) {
            Some(amount) if amount < width => {}
            Some(amount) if !self.overflow_checks => {
                let masked = self.constant(Ty::int(by), amount & (width - 1));
                return Rvalue::Binary(op, a, masked);
            }
            Some(_) => self.always_fails(CheckKind::Shift),
            None if self.overflow_checks => {
                let cond = self.is_below(amount, by, width);
                self.check(cond, CheckKind::Shift);
            }
            None => {
                let mask = self.constant(Ty::int(by), width - 1);
                let masked = self.cursor.value(Ty::int(by), Rvalue::Binary(BinOp::And, amount, mask));
                return Rvalue::Binary(op, a, masked);
            }
        }
        Rvalue::Binary(op, a, amount)
    }

    /// Whether an amount is neither negative nor as large as the width.
    fn is_below(&mut self, amount: Operand, by: IntTy, width: u128) -> Operand {
        let unsigned = unsigned(by);
        let ty = Ty::int(unsigned);
        // As an unsigned number, what is negative is large.
        let amount = if unsigned == by { amount } else { self.cursor.value(ty, Rvalue::Cast(amount)) };
        let width = self.constant(ty, width);
        self.test(BinOp::Lt, amount, width)
    }

    /// Warns if both operands are constants and the operation panics or overflows.
    fn lint_constants(&mut self, op: BinOp, int: IntTy, a: Operand, b: Operand) {
        let Some(right) = self.known(b) else { return };
        let width = self.bits(int);
        let right_int = self.int_ty(b).unwrap_or(int);
        let right_bits = self.bits(right_int);
        let right_shown = || lint::show(right_int, right_bits, right);
        match (op, self.known(a)) {
            (BinOp::Div | BinOp::Rem, _) if right == 0 => {
                lint::division_by_zero(self.cx, self.cursor.span(), op == BinOp::Rem)
            }
            (BinOp::Shl | BinOp::Shr, _) if right >= u128::from(width) => {
                let what = if op == BinOp::Shl { "shift left" } else { "shift right" };
                lint::shift(self.cx, self.cursor.span(), what, &right_shown());
            }
            (_, Some(left)) => {
                let overflows = match int_binary(op, int, self.cx.target.pointer_bits, left, right) {
                    Ok((_, overflows)) => overflows,
                    // Reported above.
                    Err(ArithError::DivisionByZero | ArithError::ShiftOutOfRange) => false,
                    Err(ArithError::Overflow) => true,
                };
                if overflows {
                    let left = lint::show(int, width, left);
                    lint::overflow(self.cx, self.cursor.span(), "compute", &left, Some((op, &right_shown())));
                }
            }
            (_, None) => {}
        }
    }
}

fn unsigned(int: IntTy) -> IntTy {
    match int {
        IntTy::I8 | IntTy::U8 => IntTy::U8,
        IntTy::I16 | IntTy::U16 => IntTy::U16,
        IntTy::I32 | IntTy::U32 => IntTy::U32,
        IntTy::I64 | IntTy::U64 => IntTy::U64,
        IntTy::I128 | IntTy::U128 => IntTy::U128,
        IntTy::Isize | IntTy::Usize => IntTy::Usize,
    }
}
