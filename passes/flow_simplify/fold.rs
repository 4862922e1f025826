//! Operations on constants.

use super::program_types;
use vex_ir::arith::{Int, float_binary, float_compare, float_to_int, int_binary, sign_extend, truncate};
use vex_ir::flow::{
    BinOp, Body, Const, ConstData, ConstKind, Operand, Place, Pointee, PointeeData, Rvalue, Sigs, UnOp,
};
use vex_ir::lang::Rewritten;
use vex_ir::ty::{FloatTy, IntTy, Ty, TyKind};

pub(super) struct Folder<'a> {
    pub(super) sigs: &'a Sigs,
    pub(super) body: &'a Body,
    pub(super) pointer_bits: u32,
}

fn int(ty: Ty, bits: u128) -> Const {
    Const::new(ty, ConstData::Int(bits))
}

impl<'a> Folder<'a> {
    /// The constant that an rvalue is, unless it is one already.
    pub(super) fn rvalue(&self, dest: Place, rvalue: Rvalue<Rewritten>) -> Option<Const> {
        match rvalue {
            Rvalue::Unary(op, a) => self.unary(op, self.konst(a)?),
            Rvalue::Binary(op, a, b) => self.binary(op, self.konst(a)?, self.konst(b)?, true),
            Rvalue::Checked(op, a, b) => self.binary(op, self.konst(a)?, self.konst(b)?, false),
            Rvalue::Cast(a) => {
                let from = self.konst(a)?;
                self.cast(from, self.body.place_ty(&program_types(self.sigs), dest))
            }
            Rvalue::FatLen(a) => match self.konst(a)?.kind::<Rewritten>() {
                ConstKind::Slice(_, _, len) => Some(int(Ty::USIZE, (*len).into())),
                ConstKind::Zero => Some(int(Ty::USIZE, 0)),
                // Not known.
                _ => None,
            },
            Rvalue::FatPtr(a) => match self.konst(a)?.kind::<Rewritten>() {
                ConstKind::Slice(Pointee::Global(to), offset, _) => {
                    let ty = self.body.place_ty(&program_types(self.sigs), dest);
                    Some(Const::new(ty, ConstData::Addr(PointeeData::Global(*to), *offset)))
                }
                // Not known.
                _ => None,
            },
            // A constant already, not one at all, or for LLVM to fold.
            Rvalue::Use(_)
            | Rvalue::Load { .. }
            | Rvalue::AddrOf(_)
            | Rvalue::Variant(_)
            | Rvalue::Fat(..)
            | Rvalue::PtrOffset { .. }
            | Rvalue::PtrDiff { .. }
            | Rvalue::Repeat(..)
            | Rvalue::BlackBox(_)
            | Rvalue::Intrinsic { .. } => None,
        }
    }

    fn konst(&self, operand: Operand) -> Option<&'a Const> {
        match operand {
            Operand::Const(id) => Some(&self.body.consts[id]),
            Operand::Copy(_) | Operand::Move(..) => None,
        }
    }

    /// The integer type that represents values of a type; addresses are as wide as `usize`.
    fn int_ty(&self, ty: Ty) -> Option<IntTy> {
        self.sigs.types.repr_int(ty).or_else(|| self.is_address(ty).then_some(IntTy::Usize))
    }

    fn is_address(&self, ty: Ty) -> bool {
        let thin = self.sigs.types.pointee(ty).is_some_and(|to| !self.sigs.types.is_unsized(to));
        thin || matches!(self.sigs.types.kind(ty), TyKind::Fn(_) | TyKind::Null)
    }

    fn width(&self, int: IntTy) -> u32 {
        int.bits(self.pointer_bits)
    }

    fn unary(&self, op: UnOp, a: &Const) -> Option<Const> {
        if let Some(float) = a.ty.as_float() {
            let sign = 1u64 << (float.bits() - 1);
            return (op == UnOp::Neg).then_some(Const::new(a.ty, ConstData::Float(float_bits(a)? ^ sign)));
        }
        let value = a.bits()?;
        if a.ty == Ty::BOOL {
            return (op == UnOp::Not).then(|| int(Ty::BOOL, value ^ 1));
        }
        let width = self.width(a.ty.as_int()?);
        let result = match op {
            UnOp::Neg => value.wrapping_neg(),
            UnOp::Not => !value,
        };
        Some(int(a.ty, truncate(result, width)))
    }

    fn binary(&self, op: BinOp, a: &Const, b: &Const, wraps: bool) -> Option<Const> {
        if let Some(float) = a.ty.as_float() {
            return self.float_binary(op, float, a, b);
        }
        let (left, right) = (a.bits()?, b.bits()?);
        let kind = self.int_ty(a.ty)?;
        // The amount of a shift may have a type of its own; what is negative or too large is not folded.
        let right = if op.is_shift() { self.shift_amount(b)? } else { right };
        let (value, overflows) = int_binary(op, kind, self.pointer_bits, left, right).ok()?;
        let undefined = overflows && (!wraps || matches!(op, BinOp::Div | BinOp::Rem));
        let ty = if op.is_comparison() { Ty::BOOL } else { a.ty };
        (!undefined).then(|| int(ty, value))
    }

    fn shift_amount(&self, amount: &Const) -> Option<u128> {
        let kind = amount.ty.as_int()?;
        let value = amount.bits()?;
        let negative = kind.signed() && sign_extend(value, self.width(kind)) < 0;
        (!negative).then_some(value)
    }

    fn float_binary(&self, op: BinOp, float: FloatTy, a: &Const, b: &Const) -> Option<Const> {
        let (x, y) = (float_value(a, float)?, float_value(b, float)?);
        if op.is_comparison() {
            return float_compare(op, x, y).map(|holds| int(Ty::BOOL, holds.into()));
        }
        let value = float_binary(op, x, y)?;
        if !is_exact(op, x, y, value) {
            return None;
        }
        from_float(a.ty, float, value)
    }

    fn cast(&self, a: &Const, to: Ty) -> Option<Const> {
        if let Some(float) = a.ty.as_float() {
            let value = float_value(a, float)?;
            if let Some(to_float) = to.as_float() {
                return from_float(to, to_float, value);
            }
            let kind = to.as_int()?;
            let bits = float_to_int(value, Int::new(kind, self.pointer_bits));
            let back = int_to_float(sign_extended(bits, kind, self.width(kind)), kind.signed(), FloatTy::F64);
            // Not one that has a fraction, is out of range, or is not a number.
            return (f64::from_bits(back) == value && value.abs() < EXACT).then(|| int(to, bits));
        }
        match a.kind::<Rewritten>() {
            // Addresses stay what they are, whatever they point to; their bits are not known.
            ConstKind::Fn(_) | ConstKind::Addr(..) => self.is_address(to).then(|| a.with_ty(to)),
            ConstKind::Slice(..) => self.sigs.types.is_fat(to).then(|| a.with_ty(to)),
            ConstKind::Int(_) | ConstKind::Zero => self.cast_int(a, to),
            // No scalar.
            _ => None,
        }
    }

    fn cast_int(&self, a: &Const, to: Ty) -> Option<Const> {
        let kind = self.int_ty(a.ty)?;
        let value = a.bits()?;
        let wide = sign_extended(value, kind, self.width(kind));
        if let Some(float) = to.as_float() {
            // Up to there every integer has a float.
            let exact = match float {
                FloatTy::F32 => 1u128 << 24,
                FloatTy::F64 => 1u128 << 53,
            };
            let magnitude = if kind.signed() { wide.unsigned_abs() } else { wide as u128 };
            if magnitude > exact {
                return None;
            }
            return Some(Const::new(to, ConstData::Float(int_to_float(wide, kind.signed(), float))));
        }
        if to == Ty::BOOL && a.ty != Ty::BOOL {
            return None;
        }
        Some(int(to, truncate(wide as u128, self.width(self.int_ty(to)?))))
    }
}

fn float_bits(konst: &Const) -> Option<u64> {
    match konst.kind::<Rewritten>() {
        ConstKind::Float(bits) => Some(*bits),
        ConstKind::Zero => Some(0),
        // Not known.
        _ => None,
    }
}

fn float_value(konst: &Const, float: FloatTy) -> Option<f64> {
    let bits = float_bits(konst)?;
    Some(match float {
        FloatTy::F32 => f32::from_bits(bits as u32).into(),
        FloatTy::F64 => f64::from_bits(bits),
    })
}

/// A float constant, unless it is not a number (which one the target would give is not certain) or would be rounded.
fn from_float(ty: Ty, float: FloatTy, value: f64) -> Option<Const> {
    let (bits, back) = match float {
        FloatTy::F32 => ((value as f32).to_bits().into(), (value as f32).into()),
        FloatTy::F64 => (value.to_bits(), value),
    };
    (back == value).then_some(Const::new(ty, ConstData::Float(bits)))
}

/// Up to there every integer has an `f64`.
const EXACT: f64 = (1u64 << 53) as f64;

/// Whether an operation gives a value as it is, whatever the rounding mode, and raises no flag (IEEE 754, sections 4.3 and 7).
/// Others are left to the machine, for a program can change the mode and read the flags; the optimiser, where it is wanted,
/// computes them as Clang has it.
fn is_exact(op: BinOp, x: f64, y: f64, value: f64) -> bool {
    // What an `fma` leaves of the exact result is itself exact if it is not too small.
    let large = |v: f64| v.abs() >= f64::MIN_POSITIVE * 2f64.powi(53);
    if !value.is_finite() {
        return value.is_infinite() && (x.is_infinite() || y.is_infinite());
    }
    match op {
        // A zero that is a sum of others has the sign that the mode gives it.
        BinOp::Add => value != 0.0 && sum_is_exact(x, y, value),
        BinOp::Sub => value != 0.0 && sum_is_exact(x, -y, value),
        BinOp::Mul => x == 0.0 || y == 0.0 || large(value) && x.mul_add(y, -value) == 0.0,
        BinOp::Div => x == 0.0 || y.is_infinite() || large(x) && large(value) && value.mul_add(y, -x) == 0.0,
        BinOp::Rem => true,
        // Bits have no flags, and comparisons are no numbers.
        _ => false,
    }
}

/// Knuth's "TwoSum": the error of a sum that does not overflow is a float, and computed exactly.
fn sum_is_exact(x: f64, y: f64, sum: f64) -> bool {
    let y_part = sum - x;
    let x_part = sum - y_part;
    (x - x_part) + (y - y_part) == 0.0
}

fn sign_extended(value: u128, kind: IntTy, width: u32) -> i128 {
    if kind.signed() { sign_extend(value, width) } else { value as i128 }
}

fn int_to_float(value: i128, signed: bool, float: FloatTy) -> u64 {
    match (float, signed) {
        (FloatTy::F32, true) => (value as f32).to_bits().into(),
        (FloatTy::F32, false) => (value as u128 as f32).to_bits().into(),
        (FloatTy::F64, true) => (value as f64).to_bits(),
        (FloatTy::F64, false) => (value as u128 as f64).to_bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(op: BinOp, x: f64, y: f64) -> bool {
        is_exact(op, x, y, float_binary(op, x, y).unwrap())
    }

    #[test]
    fn what_raises_a_flag_or_depends_on_the_mode_is_not_exact() {
        let tiny = f64::MIN_POSITIVE;
        for (op, x, y) in [
            (BinOp::Add, 1.0, 1e-30),
            (BinOp::Add, 0.1, 0.2),
            (BinOp::Add, f64::MAX, f64::MAX),
            (BinOp::Add, 0.0, -0.0),
            (BinOp::Sub, 1.0, 1.0),
            (BinOp::Mul, 0.1, 0.1),
            (BinOp::Mul, tiny, 0.3),
            (BinOp::Mul, 1e300, 1e300),
            (BinOp::Mul, 1e-300, 1e-300),
            (BinOp::Div, 1.0, 3.0),
            (BinOp::Div, 1.0, 0.0),
            (BinOp::Div, tiny, 3.0),
            (BinOp::Div, 1e300, 1e-300),
        ] {
            assert!(!exact(op, x, y), "{op:?} {x} {y}");
        }
        for (op, x, y) in [
            (BinOp::Add, 1.5, 2.25),
            (BinOp::Add, f64::INFINITY, 1.0),
            (BinOp::Sub, 3.0, 1.0),
            (BinOp::Sub, tiny, tiny / 2.0),
            (BinOp::Mul, 1.5, 2.5),
            (BinOp::Mul, 0.0, 7.1),
            (BinOp::Div, 3.0, 2.0),
            (BinOp::Div, 1.0, f64::INFINITY),
            (BinOp::Rem, 5.5, 2.0),
        ] {
            assert!(exact(op, x, y), "{op:?} {x} {y}");
        }
    }
}
