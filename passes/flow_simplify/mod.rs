//! Folds constants, checks and branches, and removes the blocks and values that nothing needs any more.
//!
//! Language: Rewritten -> Rewritten
//! Establishes: what constants decide is folded, but for what panics or is a float that would be rounded; every block is
//! reached, and none just jumps on.
//! Preserves: what the program computes, and every variable that has a name.
//!
//! It runs without optimisation, too, and so takes one walk over the reachable blocks forwards, which finds the
//! constants and skips the branches not taken, and one backwards, which drops values without a use. Blocks that are
//! visited in the order of a depth-first search have the values that they use behind them, since an assignment
//! dominates its uses. The entry and endless loops may consist of a jump alone.
//!
//! Before:
//! ```flow
//! fn @f(i32) -> i32 {
//!     params _0;
//!     ret _1;
//!     let _0: i32 "x";
//!     var _1: i32;
//!     let _2: i32;
//!     let _3: bool;
//!
//! bb0:
//!     _2 = shl 1i32, 4i32;
//!     _3 = lt _2, 10i32;
//!     if _3 goto bb1 else bb2;
//!
//! bb1:
//!     _1 = 0i32;
//!     return;
//!
//! bb2:
//!     _1 = add _0, _2;
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! fn @f(i32) -> i32 {
//!     params _0;
//!     ret _1;
//!     let _0: i32 "x";
//!     var _1: i32;
//!     let _2: i32;
//!     let _3: bool;
//!
//! bb0:
//!     _1 = add _0, 16i32;
//!     return;
//! }
//! ```

mod dead;
mod fold;
mod graph;
mod operands;

use fold::Folder;
use vex_ir::Cx;
use vex_ir::flow::visit::successors;
use vex_ir::flow::{
    BlockId, Body, Callee, Const, ConstId, ConstKind, FnId, Operand, Place, ProgramTypes, Rvalue, Sigs, Stmt, StmtKind,
    Terminator,
};
use vex_ir::lang::{Rewritten, Step};

pub fn run(cx: &mut Cx, sigs: &Sigs, _: FnId, body: Step<Rewritten, Rewritten, &mut Body>) {
    let body = body.into_inner();
    let mut simplifier = Simplifier {
        sigs,
        pointer_bits: cx.target.pointer_bits,
        facts: vec![Fact::None; body.locals.len()],
        visited: vec![false; body.blocks.len()],
        order: Vec::with_capacity(body.blocks.len()),
        body,
    };
    simplifier.forwards();
    let Simplifier { body, order, visited, .. } = simplifier;
    graph::thread(body, &visited);
    dead::remove(body, &order);
    graph::compact(body, visited);
}

/// What is known of a value.
#[derive(Clone, Copy)]
enum Fact {
    None,
    Const(ConstId),
    /// A fat pointer of this length.
    Len(Operand),
}

/// What became of a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folded {
    /// It does nothing.
    Gone,
    Kept,
    /// Nothing behind it runs.
    Panics,
}

struct Simplifier<'a> {
    sigs: &'a Sigs,
    pointer_bits: u32,
    body: &'a mut Body,
    /// By local.
    facts: Vec<Fact>,
    visited: Vec<bool>,
    /// Blocks as they are visited.
    order: Vec<BlockId>,
}

fn index<T>(id: la_arena::Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

impl Simplifier<'_> {
    /// Visits every block that is reached.
    fn forwards(&mut self) {
        let mut stack = Vec::with_capacity(self.body.blocks.len() + 1);
        stack.push(self.body.entry());
        while let Some(block) = stack.pop() {
            if !std::mem::replace(&mut self.visited[index(block)], true) {
                self.order.push(block);
                self.block(block);
                // The first one on top.
                let below = stack.len();
                successors(self.body, &self.body.blocks[block].term, &mut |to| stack.push(to));
                stack[below..].reverse();
            }
        }
    }

    fn block(&mut self, block: BlockId) {
        let mut stmts = std::mem::take(&mut self.body.blocks[block].stmts);
        let mut ends = false;
        stmts.retain_mut(|stmt| {
            if ends {
                return false;
            }
            let folded = self.stmt(stmt);
            ends = folded == Folded::Panics;
            folded != Folded::Gone
        });
        self.body.blocks[block].stmts = stmts;
        if ends {
            self.body.blocks[block].term = Terminator::Unreachable;
            return;
        }
        let mut term = self.body.blocks[block].term;
        self.terminator(&mut term);
        self.body.blocks[block].term = term;
    }

    /// Folds a statement.
    fn stmt(&mut self, stmt: &mut Stmt) -> Folded {
        let Simplifier { body, facts, .. } = self;
        operands::in_stmt(body, stmt.raw_mut(), &mut |operand, body| substitute(facts, body, operand));
        match stmt.kind::<Rewritten>() {
            StmtKind::Nop => return Folded::Gone,
            StmtKind::Check { cond, .. } => match self.as_bool(cond) {
                Some(true) => return Folded::Gone,
                Some(false) => return Folded::Panics,
                None => {}
            },
            StmtKind::Assign(dest, rvalue) => {
                if let Some(rvalue) = self.assignment(dest, rvalue) {
                    stmt.set(StmtKind::Assign(dest, rvalue));
                }
            }
            StmtKind::Call(call) => {
                let call = &mut self.body.calls[call];
                if let Callee::Ptr(Operand::Const(id)) = call.callee::<Rewritten>()
                    && let ConstKind::Fn(&callee) = self.body.consts[id].kind::<Rewritten>()
                    && self.sigs.fns[callee].ty == call.ty
                {
                    call.set_callee::<Rewritten>(Callee::Fn(callee));
                }
            }
            StmtKind::Store { .. } | StmtKind::SetVariant(..) | StmtKind::Intrinsic { .. } => {}
        }
        Folded::Kept
    }

    /// Folds what is assigned, if it can be.
    fn assignment(&mut self, dest: Place, mut rvalue: Rvalue<Rewritten>) -> Option<Rvalue<Rewritten>> {
        let mut folded = None;
        if let Rvalue::FatLen(Operand::Copy(place)) = rvalue
            && let Some(Fact::Len(len)) = self.value(place).map(|local| self.facts[local])
        {
            rvalue = Rvalue::Use(len);
            folded = Some(rvalue);
        }
        let folder = Folder { sigs: self.sigs, body: self.body, pointer_bits: self.pointer_bits };
        if let Some(constant) = folder.rvalue(dest, rvalue) {
            rvalue = Rvalue::Use(self.body.add_const(constant));
            folded = Some(rvalue);
        }
        if let Some(local) = self.value(dest) {
            self.facts[local] = match rvalue {
                Rvalue::Use(Operand::Const(id)) if is_simple(&self.body.consts[id]) => Fact::Const(id),
                Rvalue::Fat(_, len) if self.body.is_fixed(len) => Fact::Len(len),
                // Known only when the program runs.
                _ => Fact::None,
            };
        }
        folded
    }

    /// The number of the value that a place is, if it is one as a whole.
    fn value(&self, place: Place) -> Option<usize> {
        self.body.whole_value(place).map(index)
    }

    fn as_bool(&self, operand: Operand) -> Option<bool> {
        self.body.known_bits(operand).map(|bits| bits != 0)
    }

    fn terminator(&mut self, term: &mut Terminator) {
        let Simplifier { body, facts, .. } = self;
        operands::in_terminator(body, term, &mut |operand, body| substitute(facts, body, operand));
        match *term {
            Terminator::Branch { cond, then, els } => match self.as_bool(cond) {
                Some(cond) => *term = Terminator::Goto(if cond { then } else { els }),
                None if then == els => *term = Terminator::Goto(then),
                None => {}
            },
            Terminator::Switch { on, cases, default } => {
                let cases = &self.body.cases[cases];
                if let Some(on) = self.body.known_bits(on) {
                    *term = Terminator::Goto(cases.iter().find(|(value, _)| *value == on).map_or(default, |c| c.1));
                } else if cases.iter().all(|(_, to)| *to == default) {
                    *term = Terminator::Goto(default);
                }
            }
            Terminator::Goto(_) | Terminator::Return | Terminator::Unreachable => {}
        }
    }
}

/// Puts a constant where a value is known to be one.
fn substitute(facts: &[Fact], body: &Body, operand: &mut Operand) {
    if let Operand::Copy(place) = *operand
        && let Some(id) = body.whole_value(place)
        && let Fact::Const(known) = facts[index(id)]
    {
        *operand = Operand::Const(known);
    }
}

/// Whether a constant is as cheap to mention as a value.
fn is_simple(konst: &Const) -> bool {
    match konst.kind::<Rewritten>() {
        ConstKind::Int(_)
        | ConstKind::Float(_)
        | ConstKind::Zero
        | ConstKind::Fn(_)
        | ConstKind::Addr(..)
        | ConstKind::Slice(..) => true,
        ConstKind::Undef
        | ConstKind::Aggregate(_)
        | ConstKind::Variant(..)
        | ConstKind::Union(..)
        | ConstKind::Repeat(..)
        | ConstKind::Bytes(_) => false,
    }
}

/// The types that places depend on.
fn program_types(sigs: &Sigs) -> ProgramTypes<'_> {
    sigs.place_types()
}
