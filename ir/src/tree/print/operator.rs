//! Operators and casts, and where they need parentheses.

use super::expr::At;
use super::*;
use crate::ty::TyKind;

/// How tightly operators bind, loosest first.
pub(super) mod prec {
    pub const ANY: u8 = 0;
    pub const ASSIGN: u8 = 1;
    pub const RANGE: u8 = 2;
    pub const OR: u8 = 3;
    pub const AND: u8 = 4;
    pub const COMPARE: u8 = 5;
    pub const BIT_OR: u8 = 6;
    pub const BIT_XOR: u8 = 7;
    pub const BIT_AND: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const SUM: u8 = 10;
    pub const PRODUCT: u8 = 11;
    pub const CAST: u8 = 12;
    pub const UNARY: u8 = 13;
    pub const POSTFIX: u8 = 14;
    pub const PRIMARY: u8 = 15;
}

fn binary_prec(op: BinOp) -> u8 {
    match op {
        BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => prec::COMPARE,
        BinOp::Or => prec::BIT_OR,
        BinOp::Xor => prec::BIT_XOR,
        BinOp::And => prec::BIT_AND,
        BinOp::Shl | BinOp::Shr => prec::SHIFT,
        BinOp::Add | BinOp::Sub => prec::SUM,
        BinOp::Mul | BinOp::Div | BinOp::Rem => prec::PRODUCT,
    }
}

fn prec_of(kind: &ExprKind) -> u8 {
    match kind {
        ExprKind::Return(_) | ExprKind::Break { .. } => prec::ANY,
        ExprKind::Assign(..) | ExprKind::AssignOp(..) => prec::ASSIGN,
        ExprKind::Range { .. } => prec::RANGE,
        ExprKind::Or(..) => prec::OR,
        ExprKind::And(..) => prec::AND,
        // Only `&&` and conditions have it as an operand, and both take it bare.
        ExprKind::Let(..) => prec::COMPARE,
        ExprKind::Binary(op, ..) => binary_prec(*op),
        ExprKind::Cast(..) | ExprKind::Convert(_) => prec::CAST,
        ExprKind::Unary(..) | ExprKind::Ref(..) | ExprKind::Deref(_) => prec::UNARY,
        ExprKind::Call(..)
        | ExprKind::MethodCall { .. }
        | ExprKind::Method(..)
        | ExprKind::Field(..)
        | ExprKind::Index(..)
        | ExprKind::Try(_) => prec::POSTFIX,
        ExprKind::Error(_)
        | ExprKind::Int { .. }
        | ExprKind::Float { .. }
        | ExprKind::Bool(_)
        | ExprKind::Char(_)
        | ExprKind::Str { .. }
        | ExprKind::Format(_)
        | ExprKind::Null
        | ExprKind::Path(_)
        | ExprKind::Local(_)
        | ExprKind::Param(..)
        | ExprKind::Item(..)
        | ExprKind::Variant(..)
        | ExprKind::Member { .. }
        | ExprKind::Builtin(..)
        | ExprKind::Block(_)
        | ExprKind::If { .. }
        | ExprKind::While { .. }
        | ExprKind::Loop { .. }
        | ExprKind::For { .. }
        | ExprKind::Match(..)
        | ExprKind::Continue { .. }
        | ExprKind::Tuple(_)
        | ExprKind::Array(_)
        | ExprKind::Repeat(..)
        | ExprKind::Struct { .. }
        | ExprKind::OffsetOf(..)
        | ExprKind::Make(..) => prec::PRIMARY,
    }
}

impl<'a> Printer<'a> {
    fn prec(&self, id: ExprId) -> u8 {
        let id = self.shown(id);
        if self.is_mut_slicing(id) { prec::UNARY } else { prec_of(&self.body.exprs[id].kind) }
    }

    /// An expression that an operator binds at least as tightly as `min` says.
    pub(super) fn operand(&self, id: ExprId, min: u8, at: At) -> Doc<'a> {
        if self.prec(id) < min { self.parens(self.expr(id, At::default())) } else { self.expr(id, at) }
    }

    pub(super) fn prefix(&self, kind: &ExprKind, e: ExprId, at: At) -> Doc<'a> {
        let op = match kind {
            // Together they would look like one operator, here and below.
            ExprKind::Unary(UnOp::Neg, _) if matches!(self.kind(e), ExprKind::Unary(UnOp::Neg, _)) => "- ",
            ExprKind::Unary(UnOp::Neg, _) => "-",
            ExprKind::Unary(UnOp::Not, _) => "!",
            ExprKind::Ref(Mutability::Mut, _) => "&mut ",
            ExprKind::Ref(Mutability::Const, _) if matches!(self.kind(e), ExprKind::Ref(..)) => "& ",
            ExprKind::Ref(Mutability::Const, _) => "&",
            // The only other kind with a prefix is a dereference.
            _ => "*",
        };
        self.text(op).append(self.operand(e, prec::UNARY, At { start: false, ..at }))
    }

    pub(super) fn assign(&self, to: ExprId, op: String, value: ExprId, at: At) -> Doc<'a> {
        let value = self.operand(value, prec::ASSIGN, At { start: false, ..at });
        self.operand(to, prec::RANGE, at).append(self.owned(op)).append(value)
    }

    pub(super) fn range(&self, lo: Option<ExprId>, hi: Option<ExprId>, inclusive: bool, at: At) -> Doc<'a> {
        let lo = lo.map_or(self.nil(), |e| self.operand(e, prec::OR, at));
        let hi = hi.map_or(self.nil(), |e| self.operand(e, prec::OR, At { start: false, ..at }));
        lo.append(if inclusive { "..=" } else { ".." }).append(hi)
    }

    /// Operators of one precedence, left to right, without recursion: a sum may have thousands of terms.
    pub(super) fn chain(&self, id: ExprId, at: At) -> Doc<'a> {
        let level = self.prec(id);
        let (mut left, mut rights) = (id, Vec::new());
        while let Some((op, a, b)) = self.as_binary(left).filter(|_| self.prec(left) == level) {
            // Comparisons do not chain.
            if level == prec::COMPARE && left != id {
                break;
            }
            rights.push((op, b));
            left = a;
        }
        let less = rights.last().is_some_and(|(op, _)| matches!(*op, "<" | "<<"));
        // `a as *T < b` would be read as the start of generic arguments.
        let first = if less && self.ends_in_cast(left) && self.prec(left) > level {
            self.parens(self.expr(left, At::default()))
        } else {
            self.operand(left, if level == prec::COMPARE { level + 1 } else { level }, at)
        };
        let mut parts = Vec::with_capacity(rights.len());
        for (i, &(op, right)) in rights.iter().enumerate().rev() {
            let next = i.checked_sub(1).map(|i| rights[i].0);
            let cast = next == Some("<<") && self.ends_in_cast(right);
            let doc = if cast {
                self.parens(self.expr(right, At::default()))
            } else {
                self.deeper(|| self.operand(right, level + 1, At { start: false, ..at }))
            };
            parts.push(self.docs.line().append(op).append(" ").append(doc));
        }
        first.append(self.indented(self.seq(parts))).group()
    }

    fn as_binary(&self, id: ExprId) -> Option<(&'static str, ExprId, ExprId)> {
        match *self.kind(id) {
            ExprKind::Binary(op, a, b) => Some((op.text(), a, b)),
            ExprKind::And(a, b) => Some(("&&", a, b)),
            ExprKind::Or(a, b) => Some(("||", a, b)),
            _ => None,
        }
    }

    /// Whether the last thing printed of it is the type of a cast to a pointer or function: in all others `<` compares.
    fn ends_in_cast(&self, mut id: ExprId) -> bool {
        loop {
            id = self.shown(id);
            id = match *self.kind(id) {
                ExprKind::Cast(_, ty) => {
                    return matches!(self.body.types[ty].kind, TypeKind::Ptr(..) | TypeKind::Ref(..) | TypeKind::Fn(_));
                }
                ExprKind::Convert(_) => {
                    let kind = self.program.types.kind(self.body.expr_ty(id));
                    return matches!(kind, TyKind::Ptr(..) | TyKind::Ref(..) | TyKind::Fn(_));
                }
                ExprKind::Binary(_, _, right) | ExprKind::And(_, right) | ExprKind::Or(_, right) => right,
                // Everything else that has a cast at its end binds looser and so stands in parentheses, or is a prefix
                // operator, which puts the cast there.
                _ => return false,
            }
        }
    }

    pub(super) fn casts(&self, id: ExprId, at: At) -> Doc<'a> {
        let (mut inner, mut tys) = (id, Vec::new());
        loop {
            inner = self.shown(inner);
            match *self.kind(inner) {
                ExprKind::Cast(e, ty) => {
                    tys.push(self.text(" as ").append(self.ty(ty, true)));
                    inner = e;
                }
                ExprKind::Convert(e) => {
                    tys.push(self.text(" as ").append(self.sem_ty(self.body.expr_ty(inner), true)));
                    inner = e;
                }
                _ => break,
            }
        }
        tys.reverse();
        self.operand(inner, prec::UNARY, at).append(self.seq(tys))
    }
}
