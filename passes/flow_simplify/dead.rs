//! Unused values.

use super::index;
use vex_ir::flow::visit::{Use, stmt_places, term_places};
use vex_ir::flow::{BlockId, Body, LocalId, LocalKind, Operand, Place, PlaceBase, Proj, Rvalue, Stmt, StmtKind};
use vex_ir::lang::Rewritten;

/// Removes assignments to values without a name that are never read. `order` has assignments before uses.
pub(super) fn remove(body: &mut Body, order: &[BlockId]) {
    let mut used = vec![false; body.locals.len()];
    if let Some(ret) = body.ret {
        used[index(ret)] = true;
    }
    for &block in order.iter().rev() {
        term_places(body, &body.blocks[block].term, &mut |place, usage| note(body, place, usage, &mut used));
        let mut stmts = std::mem::take(&mut body.blocks[block].stmts);
        let mut removed = false;
        for stmt in stmts.iter_mut().rev() {
            if is_needed(body, stmt, &used) {
                stmt_places(body, &stmt.raw(), &mut |place, usage| note(body, place, usage, &mut used));
            } else {
                stmt.set::<Rewritten>(StmtKind::Nop);
                removed = true;
            }
        }
        if removed {
            stmts.retain(|stmt| stmt.kind::<Rewritten>() != StmtKind::Nop);
        }
        body.blocks[block].stmts = stmts;
    }
}

fn as_value(body: &Body, place: Place) -> Option<LocalId> {
    match place.base {
        PlaceBase::Local(id) if body.locals[id].kind == LocalKind::Value => Some(id),
        PlaceBase::Local(_) | PlaceBase::Global(_) => None,
    }
}

/// Notes that a place is used. Assigning a value as a whole is no use of it; assigning what it points to is one.
fn note(body: &Body, place: Place, usage: Use, used: &mut [bool]) {
    if let Some(id) = as_value(body, place) {
        used[index(id)] |= usage != Use::Write || !place.projs.is_empty();
    }
}

fn is_needed(body: &Body, stmt: &Stmt, used: &[bool]) -> bool {
    let StmtKind::Assign(dest, _) = stmt.raw() else { return true };
    let Some(id) = as_value(body, dest).filter(|_| dest.projs.is_empty()) else { return true };
    if used[index(id)] || body.locals[id].name != vex_ir::Symbol::EMPTY {
        return true;
    }
    !matches!(stmt.kind::<Rewritten>(), StmtKind::Assign(_, rvalue) if is_pure(body, rvalue))
}

/// Whether computing it does nothing but give a value.
fn is_pure(body: &Body, rvalue: Rvalue<Rewritten>) -> bool {
    match rvalue {
        Rvalue::Load { .. } | Rvalue::Checked(..) | Rvalue::BlackBox(_) | Rvalue::Intrinsic { .. } => false,
        Rvalue::Use(a)
        | Rvalue::Unary(_, a)
        | Rvalue::Cast(a)
        | Rvalue::FatPtr(a)
        | Rvalue::FatLen(a)
        | Rvalue::Repeat(a, _) => cannot_fault(body, a),
        Rvalue::Binary(_, a, b) | Rvalue::Fat(a, b) => cannot_fault(body, a) && cannot_fault(body, b),
        Rvalue::PtrOffset { ptr: a, index: b, .. } | Rvalue::PtrDiff { a, b, .. } => {
            cannot_fault(body, a) && cannot_fault(body, b)
        }
        Rvalue::Variant(place) => cannot_fault(body, Operand::Copy(place)),
        Rvalue::AddrOf(_) => true,
    }
}

/// Whether reading an operand is certain to succeed. A read through a bad pointer faults without
/// optimisation, even if the content is not used.
fn cannot_fault(body: &Body, operand: Operand) -> bool {
    match operand.place() {
        None => true,
        Some(place) => body.projs[place.projs].iter().all(|proj| matches!(proj, Proj::Field(_) | Proj::Payload { .. })),
    }
}
