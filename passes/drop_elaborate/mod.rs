//! Decides which drops there are: removes those of what has no value, and opens those of what has one in part, or on some ways only.
//!
//! Language: Graph -> Graph
//! Establishes: a drop of a variable, or of a field of one, is of a whole value that is there. Where a body drops something, a move is a copy.
//! Preserves: what is dropped, and when.
//!
//! What has a value on some ways only gets a flag that says so. A type with a drop function of its own is dropped as a whole; of others, the
//! parts that have a value are. What is behind a pointer, and elements of arrays, have a value where they are dropped. Drops that
//! do nothing are left to `check-insert`.
//!
//! Before:
//! ```flow
//! drop = @Drop::drop;
//!
//! struct File { fd: i32 }
//!
//! impl Drop for File { fn @Drop::drop = @close; }
//!
//! fn @Drop::drop<Self>(&mut Self);
//!
//! import fn @close(&mut File);
//!
//! import fn @keep(File);
//!
//! fn @f(File, bool) {
//!     params _0, _1;
//!     var _0: File "f";
//!     let _1: bool "kept";
//!
//! bb0:
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     call @keep(move _0);
//!     goto bb2;
//!
//! bb2:
//!     drop _0;
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! drop = @Drop::drop;
//!
//! struct File { fd: i32 }
//!
//! impl Drop for File { fn @Drop::drop = @close; }
//!
//! fn @Drop::drop<Self>(&mut Self);
//!
//! import fn @close(&mut File);
//!
//! import fn @keep(File);
//!
//! fn @f(File, bool) {
//!     params _0, _1;
//!     var _0: File "f";
//!     let _1: bool "kept";
//!     var _2: bool;
//!
//! bb0:
//!     _2 = true;
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     call @keep(_0);
//!     _2 = false;
//!     goto bb2;
//!
//! bb2:
//!     goto bb5;
//!
//! bb3:
//!     _2 = false;
//!     return;
//!
//! bb4:
//!     drop _0;
//!     goto bb3;
//!
//! bb5:
//!     if _2 goto bb4 else bb3;
//! }
//! ```

mod open;
mod values;

use open::Opener;
use rustc_hash::{FxHashMap, FxHashSet};
use values::Values;
use vex_ir::Cx;
use vex_ir::flow::dataflow::{Location, Point, solve};
use vex_ir::flow::edit::Cursor;
use vex_ir::flow::moves::{Lookup, PathId, Paths};
use vex_ir::flow::visit::{stmt_parts, successors};
use vex_ir::flow::{
    Block, BlockId, Body, ConstData, FnId, Local, LocalId, LocalKind, Operand, Place, PlaceBase, Rvalue, Sigs, Stmt,
    StmtKind, Terminator,
};
use vex_ir::lang::{Graph, Production, Step};
use vex_ir::ty::Ty;
use vex_ir::{Span, Symbol};

/// Elaborates the drops of one body.
pub fn run(_: &mut Cx, sigs: &Sigs, _: FnId, body: Step<Graph, Graph, &mut Body>) {
    let body = body.into_inner();
    if !body.moves {
        return;
    }
    let dropped = dropped(sigs, body);
    if dropped.is_empty() {
        return;
    }
    let mut paths = Paths::new(&sigs.place_types(), body, |local| dropped.contains(&local));
    paths.complete(&sigs.types);
    let plan = plan(sigs, body, &paths);
    let flags = plan.flagged.iter().map(|unit| (*unit, flag(body, paths.paths[*unit].local))).collect();
    rewrite(sigs, body, &paths, &plan, &flags);
    start_flags(body, &paths, &plan.flagged, &flags);
    moves_are_copies(body);
}

/// The variables of which something is dropped that needs it.
fn dropped(sigs: &Sigs, body: &Body) -> FxHashSet<LocalId> {
    let mut found = FxHashSet::default();
    for block in body.blocks.values() {
        for stmt in block.stmts.iter().filter(|stmt| stmt.production() == Some(Production::Drop)) {
            if let StmtKind::Drop(place) = stmt.kind::<Graph>()
                && let PlaceBase::Local(local) = place.base
                && sigs.types.needs_drop(body.place_ty(&sigs.place_types(), place))
            {
                found.insert(local);
            }
        }
    }
    found
}

/// What is to be done with a body.
#[derive(Default)]
struct Plan {
    /// For each drop of a path: the units in it that surely have a value, and those that may have one.
    drops: FxHashMap<Location, Units>,
    /// The units that have a flag, in order of their first drop.
    flagged: Vec<PathId>,
    /// What statements do with flags.
    updates: FxHashMap<Location, Vec<(PathId, bool)>>,
}

/// What is known of the units of a path where it is dropped.
struct Units {
    path: PathId,
    known: FxHashMap<PathId, Known>,
}

/// Whether a unit has a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Sure,
    Maybe,
    Gone,
}

/// Finds out what each drop is of, which flags that takes, and where they change.
fn plan(sigs: &Sigs, body: &Body, paths: &Paths) -> Plan {
    let analysis = Values { sigs, body, paths };
    let solution = solve(body, &analysis);
    let mut plan = Plan::default();
    for block in body.block_ids() {
        solution.visit(body, &analysis, block, &mut |state, point| {
            let Point::Stmt(at, stmt) = point else { return };
            if stmt.production() != Some(Production::Drop) {
                return;
            }
            let StmtKind::Drop(place) = stmt.kind::<Graph>() else { return };
            let Lookup::Exact(path) = paths.lookup(body, place) else { return };
            let mut units = Units { path, known: FxHashMap::default() };
            analysis.units(path, &mut |unit| {
                let known = analysis.known(state, unit);
                if known == Known::Maybe && !plan.flagged.contains(&unit) {
                    plan.flagged.push(unit);
                }
                units.known.insert(unit, known);
            });
            plan.drops.insert(at, units);
        });
    }
    if plan.flagged.is_empty() {
        return plan;
    }
    for block in body.block_ids() {
        solution.visit(body, &analysis, block, &mut |state, point| {
            let Point::Stmt(at, stmt) = point else { return };
            let changes = analysis.changes(state, at, stmt, &plan.flagged);
            if !changes.is_empty() {
                plan.updates.insert(at, changes);
            }
        });
    }
    plan
}

/// A variable that says whether a part of another one has a value.
fn flag(body: &mut Body, of: LocalId) -> LocalId {
    let Local { span, scope, .. } = body.locals[of];
    body.locals.alloc(Local { name: Symbol::EMPTY, ty: Ty::BOOL, kind: LocalKind::Memory, span, scope })
}

type Flags = FxHashMap<PathId, LocalId>;

fn rewrite(sigs: &Sigs, body: &mut Body, paths: &Paths, plan: &Plan, flags: &Flags) {
    for block in body.block_ids() {
        let mut cursor: Cursor<'_, Graph> = Cursor::new(body, block);
        // The block that the cursor is in, and how many statements of the one before were behind it.
        let (mut here, mut index) = (block, 0);
        let mut behind: &[(PathId, bool)] = &[];
        loop {
            let stmt = cursor.advance().copied();
            for (unit, value) in std::mem::take(&mut behind) {
                set_flag(&mut cursor, flags, *unit, *value);
            }
            if stmt.is_none() {
                break;
            }
            let at = Location { block, index };
            index += 1;
            behind = plan.updates.get(&at).map_or(&[], |changes| changes);
            let Some((units, stmt)) = plan.drops.get(&at).zip(stmt) else { continue };
            let StmtKind::Drop(place) = stmt.kind::<Graph>() else { continue };
            // What does nothing is left as it is.
            if units.known.is_empty() || units.known.values().all(|known| *known == Known::Sure) {
                continue;
            }
            let span = stmt.span;
            cursor.remove();
            if units.known.values().all(|known| *known == Known::Gone) {
                continue;
            }
            let rest = cursor.split();
            let mut opener = Opener { sigs, body: cursor.body, paths, units: &units.known, flags, span };
            let first = opener.open(units.path, place, rest);
            cursor.body.blocks[here].term = Terminator::Goto(first);
            here = rest;
        }
    }
}

fn set_flag(cursor: &mut Cursor<'_, Graph>, flags: &Flags, unit: PathId, value: bool) {
    if let Some(flag) = flags.get(&unit) {
        let value = cursor.body.constant(Ty::BOOL, ConstData::Int(u128::from(value)));
        cursor.insert(StmtKind::Assign(Place::local(*flag), Rvalue::Use(value)));
    }
}

/// Parameters have a value from the start, and nothing else has.
fn start_flags(body: &mut Body, paths: &Paths, flagged: &[PathId], flags: &Flags) {
    if flagged.is_empty() {
        return;
    }
    let params: FxHashSet<LocalId> = body.params.iter().copied().collect();
    let entry = body.entry();
    enter_once(body, entry);
    let mut cursor: Cursor<'_, Graph> = Cursor::new(body, entry);
    cursor.advance();
    for unit in flagged {
        set_flag(&mut cursor, flags, *unit, params.contains(&paths.paths[*unit].local));
    }
}

/// Lets no jump lead to the entry: what it leads to begins behind it.
fn enter_once(body: &mut Body, entry: BlockId) {
    let mut entered = false;
    for block in body.blocks.values() {
        successors(body, &block.term, &mut |to| entered |= to == entry);
    }
    if !entered {
        return;
    }
    let mut cursor: Cursor<'_, Graph> = Cursor::new(body, entry);
    cursor.advance();
    let rest = cursor.split();
    drop(cursor);
    for block in body.block_ids() {
        body.retarget(block, |to| if to == entry { rest } else { to });
    }
}

/// What has no value any more is not dropped any more: it need not be marked.
fn moves_are_copies(body: &mut Body) {
    let copy = |operand: &mut Operand| {
        if let Operand::Move(local, projs) = *operand {
            *operand = Operand::Copy(Place { base: PlaceBase::Local(local), projs });
        }
    };
    for block in body.blocks.values_mut() {
        for stmt in &mut block.stmts {
            stmt_parts(stmt.raw_mut()).operands.into_iter().flatten().for_each(copy);
        }
    }
    body.operands.all_mut().iter_mut().for_each(copy);
}
