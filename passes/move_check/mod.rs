//! Reports variables that are used before they have a value or after it was moved away, and immutable ones that get two.
//!
//! Language: Graph -> Graph
//! Establishes: nothing; reports. A variable that is declared without a value is given one before it is used, on every way; what is moved
//! or dropped, as a whole or in part, is given a value again before it is used.
//! Preserves: everything.
//!
//! Before:
//! ```flow
//! fn @sign(bool) -> i32 {
//!     params _1;
//!     ret _0;
//!     var _0: i32;
//!     let _1: bool "negative";
//!     var _2: i32 "s";
//!
//! bb0:
//!     mark declared _2;
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     mark assigned _2;
//!     _2 = -1i32;
//!     goto bb3;
//!
//! bb2:
//!     mark assigned _2;
//!     _2 = 1i32;
//!     goto bb3;
//!
//! bb3:
//!     mark used _2;
//!     _0 = _2;
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! fn @sign(bool) -> i32 {
//!     params _1;
//!     ret _0;
//!     var _0: i32;
//!     let _1: bool "negative";
//!     var _2: i32 "s";
//!
//! bb0:
//!     mark declared _2;
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     mark assigned _2;
//!     _2 = -1i32;
//!     goto bb3;
//!
//! bb2:
//!     mark assigned _2;
//!     _2 = 1i32;
//!     goto bb3;
//!
//! bb3:
//!     mark used _2;
//!     _0 = _2;
//!     return;
//! }
//! ```

mod error;
mod moved;

use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::bits::BitSet;
use vex_ir::flow::dataflow::{Analysis, Direction, Location, May, Must, Point, solve};
use vex_ir::flow::moves::Paths;
use vex_ir::flow::{BlockId, Body, FnId, LocalId, Mark, Sigs, Stmt, StmtKind, Terminator};
use vex_ir::lang::{Graph, In, Production};
use vex_ir::{Cx, Span};

/// Checks one function.
pub fn run(cx: &mut Cx, sigs: &Sigs, _: FnId, body: In<Graph, &Body>) {
    let body = body.into_inner();
    if body.moves {
        moved::check(cx, sigs, body);
    }
    let mut mutable: FxHashMap<LocalId, bool> = FxHashMap::default();
    for (_, block) in body.blocks.iter() {
        for stmt in &block.stmts {
            if stmt.production() == Some(Production::Mark)
                && let StmtKind::Mark(Mark::Declared { mutable: m }, local) = stmt.kind::<Graph>()
            {
                mutable.insert(local, m);
            }
        }
    }
    // Nearly every variable is declared with its value.
    if mutable.is_empty() {
        return;
    }
    let paths = Paths::new(&sigs.place_types(), body, |local| mutable.contains_key(&local));
    let analysis = Values { paths: &paths };
    let solution = solve(body, &analysis);
    let mut found = Vec::new();
    for (block, _) in body.blocks.iter() {
        solution.visit(body, &analysis, block, &mut |(sure, maybe), point| {
            let Point::Stmt(_, stmt) = point else { return };
            let StmtKind::Mark(mark, local) = stmt.kind::<Graph>() else { return };
            let Some(path) = paths.local(local).map(Paths::index) else { return };
            let maybe = maybe.0.contains(path);
            match mark {
                Mark::Used if !sure.0.contains(path) => found.push((stmt.span, Fault::Used { maybe }, local)),
                Mark::Assigned if maybe && !mutable[&local] => found.push((stmt.span, Fault::AssignedAgain, local)),
                Mark::Declared { .. } | Mark::Used | Mark::Assigned => {}
            }
        });
    }
    // What is deferred stands on every way out.
    found.sort_by_key(|(span, fault, _)| (span.lo, span.hi, *fault));
    found.dedup_by_key(|(span, fault, _)| (*span, std::mem::discriminant(fault)));
    // Giving it a value before the first use mends the others too.
    let mut used = FxHashSet::default();
    found.retain(|(_, fault, local)| !matches!(fault, Fault::Used { .. }) || used.insert(*local));
    found.into_iter().for_each(|(span, fault, local)| report(cx, body, span, fault, local));
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// Whether it has a value on some way. Where the same code stands on several ways, what is said of one where it has none comes
    /// first.
    Used {
        maybe: bool,
    },
    AssignedAgain,
}

fn report(cx: &mut Cx, body: &Body, at: Span, fault: Fault, local: LocalId) {
    let info = body.locals[local];
    let name = cx.text(info.name);
    let diagnostic = match fault {
        Fault::Used { maybe } => error::used(name, at, info.span, maybe),
        Fault::AssignedAgain => error::assigned_twice(name, at, info.span),
    };
    cx.emit(diagnostic);
}

/// Which variables have a value on every way here, and on some way.
struct Values<'a> {
    paths: &'a Paths,
}

impl Analysis for Values<'_> {
    type State = (Must, May);
    const DIRECTION: Direction = Direction::Forward;

    fn start(&self) -> (Must, May) {
        let none = BitSet::new(self.paths.len());
        (Must(none.clone()), May(none))
    }

    fn neutral(&self) -> (Must, May) {
        (Must(BitSet::full(self.paths.len())), May(BitSet::new(self.paths.len())))
    }

    fn stmt(&self, (sure, maybe): &mut (Must, May), _: Location, stmt: &Stmt) {
        let StmtKind::Mark(mark, local) = stmt.kind::<Graph>() else { return };
        let Some(path) = self.paths.local(local).map(Paths::index) else { return };
        match mark {
            Mark::Declared { .. } => {
                sure.0.remove(path);
                maybe.0.remove(path);
            }
            // One report is enough: behind it, it counts as having a value.
            Mark::Used => {
                sure.0.insert(path);
            }
            Mark::Assigned => {
                sure.0.insert(path);
                maybe.0.insert(path);
            }
        }
    }

    fn term(&self, _: &mut (Must, May), _: BlockId, _: &Terminator) {}
}
