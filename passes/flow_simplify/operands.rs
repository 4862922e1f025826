//! Walks over the operands of statements, to change them.

use vex_ir::flow::{Body, Callee, CheckKind, Operand, Place, Proj, Rvalue, StmtKind, Terminator};
use vex_ir::pool::List;

/// Calls `f` with every operand that a statement reads, those that index places included.
pub(super) fn in_stmt(body: &mut Body, stmt: &mut StmtKind, f: &mut impl FnMut(&mut Operand, &Body)) {
    match stmt {
        StmtKind::Nop | StmtKind::Mark(..) => {}
        StmtKind::Assign(dest, rvalue) => {
            in_rvalue(body, rvalue, f);
            in_place(body, *dest, f);
        }
        StmtKind::Store { place, value, access: _ } => {
            one(body, value, f);
            in_place(body, *place, f);
        }
        StmtKind::Call(id) => {
            let call = body.calls[*id];
            if let Callee::Ptr(mut callee) = call.callee {
                one(body, &mut callee, f);
                body.calls[*id].callee = Callee::Ptr(callee);
            }
            list(body, call.args, f);
            if let Some(dest) = call.dest {
                in_place(body, dest, f);
            }
        }
        StmtKind::Check { cond, kind } => {
            one(body, cond, f);
            if let CheckKind::Bounds(a, b) | CheckKind::SliceOrder(a, b) = kind {
                one(body, a, f);
                one(body, b, f);
            }
        }
        StmtKind::Intrinsic { op: _, args } => list(body, *args, f),
    }
}

/// Calls `f` with every operand that a terminator reads.
pub(super) fn in_terminator(body: &mut Body, term: &mut Terminator, f: &mut impl FnMut(&mut Operand, &Body)) {
    if let Terminator::Branch { cond: operand, .. } | Terminator::Switch { on: operand, .. } = term {
        one(body, operand, f);
    }
}

fn in_rvalue(body: &mut Body, rvalue: &mut Rvalue, f: &mut impl FnMut(&mut Operand, &Body)) {
    match rvalue {
        Rvalue::Load { place, access: _ } | Rvalue::AddrOf(place) => in_place(body, *place, f),
        Rvalue::Use(a)
        | Rvalue::Unary(_, a)
        | Rvalue::ArithNeg(a)
        | Rvalue::Cast(a)
        | Rvalue::FatPtr(a)
        | Rvalue::FatLen(a)
        | Rvalue::Repeat(a, _)
        | Rvalue::BlackBox(a) => one(body, a, f),
        Rvalue::Binary(_, a, b)
        | Rvalue::Arith(_, a, b)
        | Rvalue::Checked(_, a, b)
        | Rvalue::Fat(a, b)
        | Rvalue::PtrOffset { ptr: a, index: b, elem: _, negate: _ }
        | Rvalue::PtrDiff { a, b, elem: _ } => {
            one(body, a, f);
            one(body, b, f);
        }
        Rvalue::Intrinsic { op: _, args } => list(body, *args, f),
    }
}

fn one(body: &mut Body, operand: &mut Operand, f: &mut impl FnMut(&mut Operand, &Body)) {
    if let Operand::Copy(place) = *operand {
        in_place(body, place, f);
    }
    f(operand, body);
}

fn in_place(body: &mut Body, place: Place, f: &mut impl FnMut(&mut Operand, &Body)) {
    for position in place.projs.range() {
        if let Proj::Index(mut operand) = *body.projs.at(position) {
            one(body, &mut operand, f);
            *body.projs.at_mut(position) = Proj::Index(operand);
        }
    }
}

fn list(body: &mut Body, args: List<Operand>, f: &mut impl FnMut(&mut Operand, &Body)) {
    for position in args.range() {
        let mut operand = *body.operands.at(position);
        one(body, &mut operand, f);
        *body.operands.at_mut(position) = operand;
    }
}
