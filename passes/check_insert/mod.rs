//! Decides where arithmetic, divisions, shifts and indexing panic, and puts the checks there.
//!
//! Language: Graph -> Checked
//! Establishes: arithmetic panics on overflow or wraps; divisions, shifts and indexes stand behind the checks they need.
//! Preserves: what the program computes where no check fails.
//!
//! Whether overflow panics, and shifts by too many bits do, `--overflow-checks` says; otherwise they wrap. Division by
//! zero, `MIN / -1` and indexes out of bounds panic always. What constants decide needs no check; what is certain to
//! panic is warned about.
//!
//! Before:
//! ```flow
//! fn @f(i32, usize) -> i32 {
//!     params _0, _1;
//!     ret _2;
//!     let _0: i32 "x";
//!     let _1: usize "i";
//!     var _2: i32;
//!     var _3: [i32; 4] "a";
//!
//! bb0:
//!     _3 = <[i32; 4]> zero;
//!     _2 = arith add _3[_1], 1i32;
//!     _2 = arith rem _2, _0;
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! fn @f(i32, usize) -> i32 {
//!     params _0, _1;
//!     ret _2;
//!     let _0: i32 "x";
//!     let _1: usize "i";
//!     var _2: i32;
//!     var _3: [i32; 4] "a";
//!     let _4: bool;
//!     let _5: bool;
//!     let _6: bool;
//!     let _7: bool;
//!     let _8: bool;
//!
//! bb0:
//!     _3 = <[i32; 4]> zero;
//!     _4 = lt _1, 4usize;
//!     check _4 else bounds(_1, 4usize);
//!     _2 = checked add _3[_1], 1i32;
//!     _5 = ne _0, 0i32;
//!     check _5 else remainder_by_zero;
//!     _6 = ne _0, -1i32;
//!     _7 = ne _2, -2147483648i32;
//!     _8 = or _6, _7;
//!     check _8 else division_overflow;
//!     _2 = rem _2, _0;
//!     return;
//! }
//! ```

mod arith;
mod bounds;
mod lint;

use vex_ir::Cx;
use vex_ir::flow::edit::Cursor;
use vex_ir::flow::visit::{stmt_places, term_places};
use vex_ir::flow::{
    BinOp, BlockId, Body, CheckKind, ConstData, FnId, Operand, Place, ProgramTypes, Proj, Rvalue, Sigs, Stmt, StmtKind,
};
use vex_ir::lang::{Checked, Graph, Production, Step};
use vex_ir::ty::{IntTy, Ty};

pub fn run(cx: &mut Cx, sigs: &Sigs, _: FnId, body: Step<Graph, Checked, &mut Body>) {
    let body = body.into_inner();
    let program = sigs.place_types();
    let indexes = body.projs.all().iter().any(|proj| matches!(proj, Proj::Index(_)));
    let overflow_checks = cx.options.overflow_checks();
    let mut places = Vec::new();
    for block in body.block_ids() {
        let stmts = &mut body.blocks[block].stmts;
        let (mut marks, mut undecided) = (false, false);
        for stmt in stmts.iter() {
            let production = stmt.production();
            marks |= production == Some(Production::Mark);
            undecided |= production == Some(Production::Arith);
        }
        if marks {
            // They have been looked at.
            stmts.retain(|stmt| stmt.production() != Some(Production::Mark));
        }
        if body.moves {
            remove_empty_drops(sigs, body, block);
        }
        if undecided || indexes {
            let cursor = Cursor::new(body, block);
            Inserter { cx, program, cursor, overflow_checks, places: &mut places }.block(indexes);
        }
    }
}

/// What has nothing to be dropped needs no statement.
fn remove_empty_drops(sigs: &Sigs, body: &mut Body, block: BlockId) {
    let mut stmts = std::mem::take(&mut body.blocks[block].stmts);
    stmts.retain(|stmt| match stmt.kind::<Graph>() {
        StmtKind::Drop(place) => sigs.types.needs_drop(body.place_ty(&sigs.place_types(), place)),
        // All others stay.
        _ => true,
    });
    body.blocks[block].stmts = stmts;
}

struct Inserter<'a> {
    cx: &'a mut Cx,
    program: ProgramTypes<'a>,
    /// At the statement that is looked at: checks are inserted before it.
    cursor: Cursor<'a, Checked>,
    overflow_checks: bool,
    /// Those of the statement that have an index.
    places: &'a mut Vec<Place>,
}

impl Inserter<'_> {
    fn block(&mut self, indexes: bool) {
        while let Some(stmt) = self.cursor.advance() {
            let undecided = stmt.production() == Some(Production::Arith);
            if indexes {
                self.indexed();
            }
            if undecided {
                self.decide();
            }
        }
        if indexes {
            let body = &*self.cursor.body;
            term_places(body, self.cursor.terminator(), &mut |place, _| keep_indexed(body, place, self.places));
            self.bounds();
        }
    }

    /// Checks the indexes of the statement that the cursor is at.
    fn indexed(&mut self) {
        let body = &*self.cursor.body;
        if let Some(stmt) = self.cursor.stmt() {
            stmt_places(body, &stmt.raw(), &mut |place, _| keep_indexed(body, place, self.places));
        }
        self.bounds();
    }

    /// Decides the arithmetic of the statement that the cursor is at.
    fn decide(&mut self) {
        if let Some(StmtKind::Assign(dest, rvalue)) = self.cursor.stmt().map(Stmt::kind::<Graph>) {
            let decided = match rvalue {
                Rvalue::Arith(op, a, b) => self.arith(op, a, b),
                Rvalue::ArithNeg(a) => self.negation(a),
                // Everything else is decided.
                _ => return,
            };
            self.cursor.replace(StmtKind::Assign(dest, decided));
        }
    }

    fn test(&mut self, op: BinOp, a: Operand, b: Operand) -> Operand {
        self.cursor.value(Ty::BOOL, Rvalue::Binary(op, a, b))
    }

    fn check(&mut self, cond: Operand, kind: CheckKind) {
        self.cursor.insert(StmtKind::Check { cond, kind });
    }

    /// A check that fails whenever it is reached.
    fn always_fails(&mut self, kind: CheckKind) {
        let cond = self.constant(Ty::BOOL, 0);
        self.check(cond, kind);
    }

    fn constant(&mut self, ty: Ty, bits: u128) -> Operand {
        self.cursor.body.constant(ty, ConstData::Int(bits))
    }

    /// The bits of an operand that is an integer constant.
    fn known(&self, operand: Operand) -> Option<u128> {
        self.cursor.body.known_bits(operand)
    }

    fn int_ty(&self, operand: Operand) -> Option<IntTy> {
        self.cursor.body.operand_ty(&self.program, operand).as_int()
    }
}

fn keep_indexed(body: &Body, place: Place, places: &mut Vec<Place>) {
    if body.projs[place.projs].iter().any(|proj| matches!(proj, Proj::Index(_))) {
        places.push(place);
    }
}
