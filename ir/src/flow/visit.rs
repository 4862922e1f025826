//! Walks over what statements and terminators mention, for passes, the printer and the verifier.
//!
//! They read lists with [`get`], so that a body whose lists are out of range is reported by the verifier instead of
//! ending the compiler.

use super::*;
use crate::pool::{List, Pool};

/// The values of a list; none if it is not in the pool.
pub fn get<T>(pool: &Pool<T>, list: List<T>) -> &[T] {
    pool.all().get(list.range()).unwrap_or(&[])
}

/// What a statement does with a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// Its content is read.
    Read,
    /// Its content is replaced.
    Write,
    /// Its address is taken.
    Address,
}

/// Calls `f` with every operand of a statement, those that index places included.
pub fn stmt_operands(body: &Body, stmt: &StmtKind, f: &mut impl FnMut(Operand)) {
    stmt_places_and_operands(body, stmt, &mut |_, _| {}, f);
}

/// Calls `f` with every operand of a terminator, those that index places included.
pub fn term_operands(body: &Body, term: &Terminator, f: &mut impl FnMut(Operand)) {
    if let Terminator::Branch { cond: operand, .. } | Terminator::Switch { on: operand, .. } = term {
        operand_deep(body, *operand, &mut |_, _| {}, f);
    }
}

/// Calls `f` with every place of a statement and what is done with it, in the order of evaluation: those that index
/// others before these, what is read before what is written.
pub fn stmt_places(body: &Body, stmt: &StmtKind, f: &mut impl FnMut(Place, Use)) {
    stmt_places_and_operands(body, stmt, f, &mut |_| {});
}

/// Calls `f` with every place that a terminator reads.
pub fn term_places(body: &Body, term: &Terminator, f: &mut impl FnMut(Place, Use)) {
    if let Terminator::Branch { cond: operand, .. } | Terminator::Switch { on: operand, .. } = term {
        operand_deep(body, *operand, f, &mut |_| {});
    }
}

/// Calls `f` with every block that a terminator leads to; with one as often as it is named.
pub fn successors(body: &Body, term: &Terminator, f: &mut impl FnMut(BlockId)) {
    match *term {
        Terminator::Goto(to) => f(to),
        Terminator::Branch { cond: _, then, els } => {
            f(then);
            f(els);
        }
        Terminator::Switch { on: _, cases, default } => {
            get(&body.cases, cases).iter().for_each(|(_, to)| f(*to));
            f(default);
        }
        Terminator::Return | Terminator::Unreachable => {}
    }
}

fn stmt_places_and_operands(
    body: &Body,
    stmt: &StmtKind,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
) {
    match *stmt {
        StmtKind::Nop | StmtKind::Mark(..) => {}
        StmtKind::Assign(dest, rvalue) => {
            rvalue_parts(body, rvalue, place, operand);
            place_deep(body, dest, Use::Write, place, operand);
        }
        StmtKind::Store { place: dest, value, access: _ } => {
            operand_deep(body, value, place, operand);
            place_deep(body, dest, Use::Write, place, operand);
        }
        StmtKind::Call(call) => {
            let call = body.calls[call];
            if let Callee::Ptr(callee) = call.callee {
                operand_deep(body, callee, place, operand);
            }
            for arg in get(&body.operands, call.args) {
                operand_deep(body, *arg, place, operand);
            }
            if let Some(dest) = call.dest {
                place_deep(body, dest, Use::Write, place, operand);
            }
        }
        StmtKind::Check { cond, kind } => {
            operand_deep(body, cond, place, operand);
            if let CheckKind::Bounds(a, b) | CheckKind::SliceOrder(a, b) = kind {
                operand_deep(body, a, place, operand);
                operand_deep(body, b, place, operand);
            }
        }
        StmtKind::Intrinsic { op: _, args } => {
            for arg in get(&body.operands, args) {
                operand_deep(body, *arg, place, operand);
            }
        }
    }
}

fn rvalue_parts(body: &Body, rvalue: Rvalue, place: &mut impl FnMut(Place, Use), operand: &mut impl FnMut(Operand)) {
    match rvalue {
        Rvalue::Load { place: from, access: _ } => place_deep(body, from, Use::Read, place, operand),
        Rvalue::AddrOf(of) => place_deep(body, of, Use::Address, place, operand),
        Rvalue::Use(a)
        | Rvalue::Unary(_, a)
        | Rvalue::ArithNeg(a)
        | Rvalue::Cast(a)
        | Rvalue::FatPtr(a)
        | Rvalue::FatLen(a)
        | Rvalue::Repeat(a, _)
        | Rvalue::BlackBox(a) => operand_deep(body, a, place, operand),
        Rvalue::Binary(_, a, b)
        | Rvalue::Arith(_, a, b)
        | Rvalue::Checked(_, a, b)
        | Rvalue::Fat(a, b)
        | Rvalue::PtrOffset { ptr: a, index: b, elem: _, negate: _ }
        | Rvalue::PtrDiff { a, b, elem: _ } => {
            operand_deep(body, a, place, operand);
            operand_deep(body, b, place, operand);
        }
        Rvalue::Intrinsic { op: _, args } => {
            for arg in get(&body.operands, args) {
                operand_deep(body, *arg, place, operand);
            }
        }
    }
}

/// Operands nest only through [`Proj::Index`], and a list of projections holds the index before the place that has it,
/// so the recursion ends; a body that breaks this is cut off at this depth.
const MAX_DEPTH: u32 = 64;

fn operand_deep(body: &Body, value: Operand, place: &mut impl FnMut(Place, Use), operand: &mut impl FnMut(Operand)) {
    operand_at(body, value, place, operand, 0);
}

fn place_deep(
    body: &Body,
    at: Place,
    usage: Use,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
) {
    place_at(body, at, usage, place, operand, 0);
}

fn operand_at(
    body: &Body,
    value: Operand,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
    depth: u32,
) {
    operand(value);
    if let Operand::Copy(from) = value {
        place_at(body, from, Use::Read, place, operand, depth + 1);
    }
}

fn place_at(
    body: &Body,
    at: Place,
    usage: Use,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
    depth: u32,
) {
    if depth < MAX_DEPTH {
        for proj in get(&body.projs, at.projs) {
            if let Proj::Index(index) = proj {
                operand_at(body, *index, place, operand, depth + 1);
            }
        }
    }
    place(at, usage);
}
