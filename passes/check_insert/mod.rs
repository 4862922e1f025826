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

use la_arena::Idx;
use vex_ir::lang::{Checked, Graph, Step};
use vex_ir::Cx;
use vex_ir::flow::visit::{stmt_places, term_places};
use vex_ir::flow::{
    BinOp, BlockId, Body, CheckKind, Const, ConstKind, FnId, Local, LocalId, LocalKind, Operand, Place, PlaceBase,
    Program, ProgramTypes, Proj, Rvalue, Stmt, StmtKind,
};
use vex_ir::pool::List;
use vex_ir::span::Span;
use vex_ir::symbol::Symbol;
use vex_ir::ty::{IntTy, Ty};

pub fn run(cx: &mut Cx, ir: Step<Graph, Checked, &mut Program>, id: FnId) {
    let ir = ir.into_inner();
    let Some(body) = ir.fns[id].body.take() else { return };
    let program = ProgramTypes { types: &ir.types, globals: &ir.globals };
    let indexes = body.projs.all().iter().any(|proj| matches!(proj, Proj::Index(_)));
    let overflow_checks = cx.options.overflow_checks();
    let mut inserter =
        Inserter { cx, program, body, out: Vec::new(), span: Span::NONE, overflow_checks, places: Vec::new() };
    for number in 0..inserter.body.blocks.len() {
        let block = Idx::from_raw((number as u32).into());
        let undecided = inserter.body.blocks[block].stmts.iter().any(|stmt| is_undecided(&stmt.kind));
        if undecided || indexes {
            inserter.block(block, indexes);
        }
    }
    ir.fns[id].body = Some(inserter.body);
}

fn is_undecided(stmt: &StmtKind) -> bool {
    matches!(stmt, StmtKind::Assign(_, Rvalue::Arith(..) | Rvalue::ArithNeg(_)))
}

struct Inserter<'a> {
    cx: &'a mut Cx,
    program: ProgramTypes<'a>,
    body: Body,
    /// What is to stand before the statement that is looked at.
    out: Vec<Stmt>,
    /// Of the statement that checks are made for.
    span: Span,
    overflow_checks: bool,
    /// Those of the statement that have an index.
    places: Vec<Place>,
}

impl Inserter<'_> {
    fn block(&mut self, block: BlockId, indexes: bool) {
        let mut stmts = std::mem::take(&mut self.body.blocks[block].stmts);
        let mut from = 0;
        let mut rebuilt = Vec::new();
        for position in 0..stmts.len() {
            self.stmt(&mut stmts[position], indexes);
            if !self.out.is_empty() {
                rebuilt.reserve(stmts.len() - from + 2 * self.out.len());
                rebuilt.extend_from_slice(&stmts[from..position]);
                rebuilt.append(&mut self.out);
                from = position;
            }
        }
        if from > 0 || !rebuilt.is_empty() {
            rebuilt.extend_from_slice(&stmts[from..]);
            stmts = rebuilt;
        }
        if indexes {
            let Inserter { body, places, .. } = self;
            term_places(body, &body.blocks[block].term, &mut |place, _| keep_indexed(body, place, places));
            self.span = body.blocks[block].term_span;
            self.bounds();
            stmts.append(&mut self.out);
        }
        self.body.blocks[block].stmts = stmts;
    }

    /// Decides a statement. What must stand before it goes to `out`.
    fn stmt(&mut self, stmt: &mut Stmt, indexes: bool) {
        self.span = stmt.span;
        if indexes {
            let Inserter { body, places, .. } = self;
            stmt_places(body, &stmt.kind, &mut |place, _| keep_indexed(body, place, places));
            self.bounds();
        }
        if let StmtKind::Assign(_, rvalue) = &mut stmt.kind {
            match *rvalue {
                Rvalue::Arith(op, a, b) => *rvalue = self.arith(op, a, b),
                Rvalue::ArithNeg(a) => *rvalue = self.negation(a),
                // Everything else is decided.
                _ => {}
            }
        }
    }

    /// Assigns a value to a new local.
    fn value(&mut self, ty: Ty, rvalue: Rvalue) -> Operand {
        let local = Local { name: Symbol::EMPTY, ty, kind: LocalKind::Value, span: self.span, scope: 0 };
        let place = local_place(self.body.locals.alloc(local));
        self.out.push(Stmt { kind: StmtKind::Assign(place, rvalue), span: self.span });
        Operand::Copy(place)
    }

    fn test(&mut self, op: BinOp, a: Operand, b: Operand) -> Operand {
        self.value(Ty::BOOL, Rvalue::Binary(op, a, b))
    }

    fn check(&mut self, cond: Operand, kind: CheckKind) {
        self.out.push(Stmt { kind: StmtKind::Check { cond, kind }, span: self.span });
    }

    /// A check that fails whenever it is reached.
    fn always_fails(&mut self, kind: CheckKind) {
        let cond = self.constant(Ty::BOOL, 0);
        self.check(cond, kind);
    }

    fn constant(&mut self, ty: Ty, bits: u128) -> Operand {
        Operand::Const(self.body.consts.alloc(Const { ty, kind: ConstKind::Int(bits) }))
    }

    /// The bits of an operand that is an integer constant.
    fn known(&self, operand: Operand) -> Option<u128> {
        let Operand::Const(id) = operand else { return None };
        match self.body.consts[id].kind {
            ConstKind::Int(bits) => Some(bits),
            ConstKind::Zero => Some(0),
            // Not an integer, or not known.
            _ => None,
        }
    }

    fn int_ty(&self, operand: Operand) -> Option<IntTy> {
        self.body.operand_ty(&self.program, operand).as_int()
    }
}

fn keep_indexed(body: &Body, place: Place, places: &mut Vec<Place>) {
    if body.projs[place.projs].iter().any(|proj| matches!(proj, Proj::Index(_))) {
        places.push(place);
    }
}

fn local_place(id: LocalId) -> Place {
    Place { base: PlaceBase::Local(id), projs: List::default() }
}
