//! Turns calls of C functions that LLVM has an intrinsic for into that intrinsic.
//!
//! Language: Checked -> Rewritten
//! Establishes: no call of a C function in the table is left, unless its declaration is wrong or says `#[no_intrinsic]`.
//! Preserves: what the program computes, floating-point flags included, but for `errno`.
//!
//! Only foreign functions are looked at: one that the program defines itself under such a name is no foreign function.
//! Calls through pointers stay as they are. `memcpy` and its like return their first argument, which takes the place of
//! the result. Lengths that are constants stay constants, for LLVM to expand.
//!
//! Before:
//! ```flow
//! import extern "C" fn @sqrt(f64) -> f64;
//!
//! fn @root(f64) -> f64 {
//!     params _0;
//!     ret _1;
//!     let _0: f64 "x";
//!     var _1: f64;
//!
//! bb0:
//!     _1 = call @sqrt(_0);
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! import extern "C" fn @sqrt(f64) -> f64;
//!
//! fn @root(f64) -> f64 {
//!     params _0;
//!     ret _1;
//!     let _0: f64 "x";
//!     var _1: f64;
//!
//! bb0:
//!     _1 = intrinsic sqrt(_0);
//!     return;
//! }
//! ```

mod signature;
mod table;

use la_arena::Idx;
use table::{Gives, Row};
use vex_ir::lang::{Checked, Rewritten, Step};
use vex_ir::Cx;
use vex_ir::flow::{
    BlockId, Body, Call, Callee, Const, ConstKind, FnId, Intrinsic, Linkage, Local, LocalKind, Operand, Place,
    PlaceBase, Program, Rvalue, Stmt, StmtKind,
};
use vex_ir::pool::List;
use vex_ir::span::Span;
use vex_ir::symbol::Symbol;
use vex_ir::ty::{FnSig, Ty};

pub fn run(cx: &mut Cx, ir: Step<Checked, Rewritten, &mut Program>, id: FnId) {
    let ir = ir.into_inner();
    let Some(mut body) = ir.fns[id].body.take() else { return };
    let mut found = Vec::new();
    for number in 0..body.blocks.len() {
        let block: BlockId = Idx::from_raw((number as u32).into());
        found.clear();
        for (index, stmt) in body.blocks[block].stmts.iter().enumerate() {
            if let StmtKind::Call(call) = stmt.kind
                && let Some(row) = known(cx, ir, &body.calls[call])
            {
                found.push((index, row));
            }
        }
        if !found.is_empty() {
            rewrite_block(ir, &mut body, block, &found);
        }
    }
    ir.fns[id].body = Some(body);
}

/// The row of the function that a call is of, if it can be rewritten.
fn known(cx: &mut Cx, ir: &Program, call: &Call) -> Option<&'static Row> {
    let Callee::Fn(callee) = call.callee else { return None };
    let function = &ir.fns[callee];
    if function.linkage != Linkage::Import || function.no_intrinsic || call.ty != function.ty {
        return None;
    }
    let row = table::find(cx.text(function.symbol), cx.target.family())?;
    let sig = ir.types.sig(function.ty)?;
    if !signature::is_right(&ir.types, &cx.target, row, sig) {
        signature::warn(cx, &ir.types, row, function);
        return None;
    }
    Some(row)
}

/// Replaces the calls at the given positions.
fn rewrite_block(ir: &Program, body: &mut Body, block: BlockId, found: &[(usize, &'static Row)]) {
    let stmts = std::mem::take(&mut body.blocks[block].stmts);
    let mut rewritten = Vec::with_capacity(stmts.len() + 2 * found.len());
    let mut found = found.iter().peekable();
    for (index, stmt) in stmts.into_iter().enumerate() {
        let row = found.next_if(|(at, _)| *at == index).map(|(_, row)| *row);
        match (stmt.kind, row) {
            (StmtKind::Call(call), Some(row)) => {
                let call = body.calls[call];
                let sig = ir.types.sig(call.ty).expect("intrinsic-rewrite: functions have function types");
                Rewriter { body, out: &mut rewritten, span: stmt.span }.call(call, row, sig);
            }
            _ => rewritten.push(stmt),
        }
    }
    body.blocks[block].stmts = rewritten;
}

/// Writes what takes the place of one call.
struct Rewriter<'a> {
    body: &'a mut Body,
    out: &'a mut Vec<Stmt>,
    span: Span,
}

impl Rewriter<'_> {
    fn call(&mut self, call: Call, row: &Row, sig: &FnSig) {
        match row.result {
            Gives::First => self.memory(call, row.op, sig),
            Gives::Value => self.value(call, row.op, sig),
        }
    }

    /// `memcpy`, `memmove`, `memset`
    fn memory(&mut self, call: Call, op: Intrinsic, sig: &FnSig) {
        let mut args = call.args;
        if call.dest.is_some() || op == Intrinsic::Memset {
            let mut list = self.body.operands[args].to_vec();
            if call.dest.is_some() {
                list[0] = self.stable(list[0], sig.params[0]);
            }
            if op == Intrinsic::Memset {
                list[1] = self.byte(list[1]);
            }
            args = self.body.operands.alloc(list);
        }
        self.push(StmtKind::Intrinsic { op, args });
        if let Some(dest) = call.dest {
            let first = self.body.operands[args][0];
            let same = sig.params[0] == sig.ret;
            self.push(StmtKind::Assign(dest, if same { Rvalue::Use(first) } else { Rvalue::Cast(first) }));
        }
    }

    /// Functions that only compute a value. Where nobody wants it, nothing is left of them.
    fn value(&mut self, call: Call, op: Intrinsic, sig: &FnSig) {
        let Some(dest) = call.dest else { return };
        let rvalue = Rvalue::Intrinsic { op, args: call.args };
        // The intrinsic gives the type that it takes: counting bits of an `i64` gives an `i64`, in C an `int`.
        if sig.params[0] == sig.ret {
            return self.push(StmtKind::Assign(dest, rvalue));
        }
        let value = self.value_of(rvalue, sig.params[0]);
        self.push(StmtKind::Assign(dest, Rvalue::Cast(value)));
    }

    /// An operand that means the same after memory has changed.
    fn stable(&mut self, operand: Operand, ty: Ty) -> Operand {
        match operand {
            Operand::Const(_) => operand,
            Operand::Copy(Place { base: PlaceBase::Local(local), projs })
                if projs.is_empty() && self.body.locals[local].kind == LocalKind::Value =>
            {
                operand
            }
            Operand::Copy(_) => self.value_of(Rvalue::Use(operand), ty),
        }
    }

    /// The byte that `memset` stores: the lowest of its `int`.
    fn byte(&mut self, operand: Operand) -> Operand {
        if let Operand::Const(id) = operand
            && let ConstKind::Int(bits) = self.body.consts[id].kind
        {
            let byte = Const { ty: Ty::U8, kind: ConstKind::Int(bits & 0xff) };
            return Operand::Const(self.body.consts.alloc(byte));
        }
        self.value_of(Rvalue::Cast(operand), Ty::U8)
    }

    /// A new value.
    fn value_of(&mut self, rvalue: Rvalue, ty: Ty) -> Operand {
        let local = Local { name: Symbol::EMPTY, ty, kind: LocalKind::Value, span: self.span, scope: 0 };
        let local = self.body.locals.alloc(local);
        let place = Place { base: PlaceBase::Local(local), projs: List::default() };
        self.push(StmtKind::Assign(place, rvalue));
        Operand::Copy(place)
    }

    fn push(&mut self, kind: StmtKind) {
        self.out.push(Stmt { kind, span: self.span });
    }
}
