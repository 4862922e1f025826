//! Walks over what statements, terminators and constants mention, for passes, the printer and the verifier.
//!
//! They read lists with [`get`], so that a body whose lists are out of range is reported by the verifier instead of
//! ending the compiler.

use super::*;
use crate::pool::{List, Pool};
use crate::stack::deep;
use rustc_hash::FxHashSet;

/// The values of a list; none if it is not in the pool.
pub fn get<T>(pool: &Pool<T>, list: List<T>) -> &[T] {
    pool.all().get(list.range()).unwrap_or(&[])
}

/// What a statement does with a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// Its content is read.
    Read,
    /// Its content is read, and gone.
    Move,
    /// Its content is dropped, and gone.
    Drop,
    /// Its content is replaced.
    Write,
    /// Its address is taken.
    Address,
}

/// Calls `f` with every operand of a statement, those that index places included.
pub fn stmt_operands(body: &Body, stmt: &StmtKind, f: &mut impl FnMut(Operand)) {
    stmt_places_and_operands(body, *stmt, &mut |_, _| {}, f);
}

/// Calls `f` with every operand of a terminator, those that index places included.
pub fn term_operands(body: &Body, term: &Terminator, f: &mut impl FnMut(Operand)) {
    if let Some(operand) = term_operand(&mut { *term }) {
        operand_deep(body, *operand, &mut |_, _| {}, f);
    }
}

/// Calls `f` with every place of a statement and what is done with it, in the order of evaluation: those that index
/// others before these, what is read before what is written.
pub fn stmt_places(body: &Body, stmt: &StmtKind, f: &mut impl FnMut(Place, Use)) {
    stmt_places_and_operands(body, *stmt, f, &mut |_| {});
}

/// Calls `f` with every place that a terminator reads.
pub fn term_places(body: &Body, term: &Terminator, f: &mut impl FnMut(Place, Use)) {
    if let Some(operand) = term_operand(&mut { *term }) {
        operand_deep(body, *operand, f, &mut |_| {});
    }
}

/// Calls `constant` and `global` with those that a body's code mentions, in the order of the code; with one as often as it is
/// mentioned.
pub fn mentions(body: &Body, constant: &mut impl FnMut(ConstId), global: &mut impl FnMut(GlobalId)) {
    let mut place = |place: Place, _| {
        if let PlaceBase::Global(id) = place.base {
            global(id);
        }
    };
    let mut operand = |operand: Operand| {
        if let Operand::Const(id) = operand {
            constant(id);
        }
    };
    for block in body.blocks.values() {
        for stmt in &block.stmts {
            stmt_places_and_operands(body, stmt.kind, &mut place, &mut operand);
        }
        if let Some(on) = term_operand(&mut { block.term }) {
            operand_deep(body, *on, &mut place, &mut operand);
        }
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

/// What a statement has itself, in the order of evaluation. Lists and calls are the body's.
///
/// Callers look at one field after the other: a callback for each part would be called in ten places, and not be inlined.
#[derive(Default)]
pub struct Parts<'a> {
    /// They are read. The first ones are there.
    pub operands: [Option<&'a mut Operand>; 3],
    /// All of them are read.
    pub list: List<Operand>,
    pub place: Option<(&'a mut Place, Use)>,
    pub call: Option<CallId>,
    pub written: Option<&'a mut Place>,
}

/// The parts of a statement.
#[inline(always)]
pub fn stmt_parts(stmt: &mut StmtKind) -> Parts<'_> {
    match stmt {
        StmtKind::Nop | StmtKind::Mark(..) => Parts::default(),
        StmtKind::Assign(dest, rvalue) => Parts { written: Some(dest), ..rvalue_parts(rvalue) },
        StmtKind::Store { place, value, access: _ } => {
            Parts { operands: [Some(value), None, None], written: Some(place), ..Parts::default() }
        }
        StmtKind::Drop(place) => Parts { place: Some((place, Use::Drop)), ..Parts::default() },
        StmtKind::SetVariant(place, _) => Parts { written: Some(place), ..Parts::default() },
        StmtKind::Call(call) => Parts { call: Some(*call), ..Parts::default() },
        StmtKind::Check { cond, kind } => match kind {
            CheckKind::Bounds(a, b) | CheckKind::SliceOrder(a, b) => {
                Parts { operands: [Some(cond), Some(a), Some(b)], ..Parts::default() }
            }
            CheckKind::DivisionByZero
            | CheckKind::RemainderByZero
            | CheckKind::DivisionOverflow
            | CheckKind::Shift
            | CheckKind::NegOverflow => Parts { operands: [Some(cond), None, None], ..Parts::default() },
        },
        StmtKind::Intrinsic { op: _, args } => Parts { list: *args, ..Parts::default() },
    }
}

#[inline(always)]
fn rvalue_parts(rvalue: &mut Rvalue) -> Parts<'_> {
    match rvalue {
        Rvalue::Load { place, access: _ } | Rvalue::Variant(place) => {
            Parts { place: Some((place, Use::Read)), ..Parts::default() }
        }
        Rvalue::AddrOf(place) => Parts { place: Some((place, Use::Address)), ..Parts::default() },
        Rvalue::Use(a)
        | Rvalue::Unary(_, a)
        | Rvalue::ArithNeg(a)
        | Rvalue::Cast(a)
        | Rvalue::FatPtr(a)
        | Rvalue::FatLen(a)
        | Rvalue::Repeat(a, _)
        | Rvalue::Fill(a)
        | Rvalue::BlackBox(a) => Parts { operands: [Some(a), None, None], ..Parts::default() },
        Rvalue::Binary(_, a, b)
        | Rvalue::Arith(_, a, b)
        | Rvalue::Checked(_, a, b)
        | Rvalue::Fat(a, b)
        | Rvalue::PtrOffset { ptr: a, index: b, elem: _, negate: _ }
        | Rvalue::PtrDiff { a, b, elem: _ } => Parts { operands: [Some(a), Some(b), None], ..Parts::default() },
        Rvalue::Intrinsic { op: _, args } => Parts { list: *args, ..Parts::default() },
    }
}

/// The operand that decides where a terminator leads.
pub fn term_operand(term: &mut Terminator) -> Option<&mut Operand> {
    match term {
        Terminator::Branch { cond: on, .. } | Terminator::Switch { on, .. } => Some(on),
        Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => None,
    }
}

fn stmt_places_and_operands(
    body: &Body,
    mut stmt: StmtKind,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
) {
    let parts = stmt_parts(&mut stmt);
    for value in parts.operands {
        let Some(value) = value else { break };
        operand_deep(body, *value, place, operand);
    }
    get(&body.operands, parts.list).iter().for_each(|value| operand_deep(body, *value, place, operand));
    if let Some((at, usage)) = parts.place {
        place_deep(body, *at, usage, place, operand);
    }
    if let Some(call) = parts.call {
        let call = body.calls[call];
        if let Callee::Ptr(callee) = call.callee {
            operand_deep(body, callee, place, operand);
        }
        get(&body.operands, call.args).iter().for_each(|arg| operand_deep(body, *arg, place, operand));
        if let Some(dest) = call.dest {
            place_deep(body, dest, Use::Write, place, operand);
        }
    }
    if let Some(at) = parts.written {
        place_deep(body, *at, Use::Write, place, operand);
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
    place_with_indexes(body, at, usage, place, operand, 0);
}

#[inline]
fn operand_at(
    body: &Body,
    value: Operand,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
    depth: u32,
) {
    operand(value);
    match value {
        Operand::Const(_) => {}
        Operand::Copy(from) => place_with_indexes(body, from, Use::Read, place, operand, depth + 1),
        Operand::Move(..) => moved_at(body, value, place, operand, depth),
    }
}

/// Few operands are moved.
#[cold]
fn moved_at(
    body: &Body,
    value: Operand,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
    depth: u32,
) {
    if let Some(from) = value.place() {
        place_with_indexes(body, from, Use::Move, place, operand, depth + 1);
    }
}

/// Most places have no projections.
#[inline]
fn place_with_indexes(
    body: &Body,
    at: Place,
    usage: Use,
    place: &mut impl FnMut(Place, Use),
    operand: &mut impl FnMut(Operand),
    depth: u32,
) {
    match at.projs.is_empty() {
        true => place(at, usage),
        false => place_at(body, at, usage, place, operand, depth),
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

/// What a constant has in it or leads to.
pub enum ConstPart<'a> {
    /// A part that no other constant has.
    Own(&'a Const),
    /// Parts that other aggregates may have, too.
    Shared(&'a Arc<[Const]>),
    /// Memory that others may lead to, too.
    Pointee(&'a Arc<Const>),
}

/// What a constant has in it or leads to, if it is not whole by itself.
pub fn const_part(constant: &Const) -> Option<ConstPart<'_>> {
    match &constant.kind {
        ConstData::Addr(PointeeData::Const(to), _) | ConstData::Slice(PointeeData::Const(to), ..) => {
            Some(ConstPart::Pointee(to))
        }
        ConstData::Aggregate(parts) | ConstData::Variant(_, parts) => Some(ConstPart::Shared(parts)),
        ConstData::Union(_, value) | ConstData::Repeat(value, _) => Some(ConstPart::Own(value)),
        ConstData::Int(_)
        | ConstData::Float(_)
        | ConstData::Zero
        | ConstData::Undef
        | ConstData::Bytes(_)
        | ConstData::Fn(_)
        | ConstData::Apply(..)
        | ConstData::Measure(..)
        | ConstData::Addr(PointeeData::Global(_), _)
        | ConstData::Slice(PointeeData::Global(_), ..) => None,
    }
}

/// Calls `f` with a constant, and with all that it consists of and leads to. `seen`: what constants share and was visited; it is
/// visited once, as there may be exponentially many ways to it.
pub fn constants(constant: &Const, seen: &mut FxHashSet<*const Const>, f: &mut impl FnMut(&Const)) {
    f(constant);
    match const_part(constant) {
        Some(ConstPart::Pointee(to)) if seen.insert(Arc::as_ptr(to)) => deep(|| constants(to, seen, f)),
        Some(ConstPart::Shared(parts)) if seen.insert(parts.as_ptr()) => {
            parts.iter().for_each(|part| deep(|| constants(part, seen, f)));
        }
        Some(ConstPart::Own(part)) => deep(|| constants(part, seen, f)),
        Some(ConstPart::Pointee(_) | ConstPart::Shared(_)) | None => {}
    }
}
