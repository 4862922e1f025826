//! Walks over the operands of statements, to change them.

use vex_ir::flow::visit::{stmt_parts, term_operand};
use vex_ir::flow::{Body, Callee, Operand, Place, Proj, StmtKind, Terminator};
use vex_ir::lang::Rewritten;
use vex_ir::pool::List;

/// Calls `f` with every operand that a statement reads, those that index places included.
pub(super) fn in_stmt(body: &mut Body, stmt: &mut StmtKind, f: &mut impl FnMut(&mut Operand, &Body)) {
    let parts = stmt_parts(stmt);
    for operand in parts.operands {
        let Some(operand) = operand else { break };
        one(body, operand, f);
    }
    list(body, parts.list, f);
    if let Some(id) = parts.call {
        let call = body.calls[id];
        if let Callee::Ptr(mut callee) = call.callee::<Rewritten>() {
            one(body, &mut callee, f);
            body.calls[id].set_callee::<Rewritten>(Callee::Ptr(callee));
        }
        list(body, call.args, f);
        if let Some(dest) = call.dest {
            in_place(body, dest, f);
        }
    }
    for place in [parts.place.map(|(place, _)| place), parts.written].into_iter().flatten() {
        in_place(body, *place, f);
    }
}

/// Calls `f` with every operand that a terminator reads.
pub(super) fn in_terminator(body: &mut Body, term: &mut Terminator, f: &mut impl FnMut(&mut Operand, &Body)) {
    if let Some(operand) = term_operand(term) {
        one(body, operand, f);
    }
}

fn one(body: &mut Body, operand: &mut Operand, f: &mut impl FnMut(&mut Operand, &Body)) {
    match *operand {
        Operand::Const(_) => {}
        // Most places have no projections.
        Operand::Copy(place) if place.projs.is_empty() => {}
        Operand::Copy(_) | Operand::Move(..) => operand.place().into_iter().for_each(|place| in_place(body, place, f)),
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
