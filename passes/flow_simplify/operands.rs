//! Walks over the operands of statements, to change them.

use vex_ir::flow::visit::{Part, stmt_parts, term_operand};
use vex_ir::flow::{Body, Callee, Operand, Place, Proj, StmtKind, Terminator};
use vex_ir::pool::List;

/// Calls `f` with every operand that a statement reads, those that index places included.
pub(super) fn in_stmt(body: &mut Body, stmt: &mut StmtKind, f: &mut impl FnMut(&mut Operand, &Body)) {
    stmt_parts(stmt, &mut |part| match part {
        Part::Place(place, _) => in_place(body, *place, f),
        Part::Operand(operand) => one(body, operand, f),
        Part::List(args) => list(body, args, f),
        Part::Call(id) => {
            let call = body.calls[id];
            if let Callee::Ptr(mut callee) = call.callee {
                one(body, &mut callee, f);
                body.calls[id].callee = Callee::Ptr(callee);
            }
            list(body, call.args, f);
            if let Some(dest) = call.dest {
                in_place(body, dest, f);
            }
        }
    });
}

/// Calls `f` with every operand that a terminator reads.
pub(super) fn in_terminator(body: &mut Body, term: &mut Terminator, f: &mut impl FnMut(&mut Operand, &Body)) {
    if let Some(operand) = term_operand(term) {
        one(body, operand, f);
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
