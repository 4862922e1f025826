//! Turns calls of C functions that LLVM has an intrinsic for into that intrinsic.
//!
//! Language: Monomorphic -> Rewritten
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

use table::{Gives, Row};
use vex_ir::Cx;
use vex_ir::flow::edit::Cursor;
use vex_ir::flow::{Body, Call, Callee, ConstData, ConstKind, FnId, Intrinsic, Operand, Rvalue, Sigs, StmtKind};
use vex_ir::lang::{Monomorphic, Rewritten, Step};
use vex_ir::ty::{FnSig, Ty};

pub fn run(cx: &mut Cx, sigs: &Sigs, _: FnId, body: Step<Monomorphic, Rewritten, &mut Body>) {
    let body = body.into_inner();
    for block in body.block_ids() {
        if !body.blocks[block].stmts.iter().any(|stmt| stmt.as_call().is_some()) {
            continue;
        }
        let mut cursor = Cursor::new(body, block);
        while let Some(stmt) = cursor.advance() {
            let Some(call) = stmt.as_call() else { continue };
            let call = cursor.body.calls[call];
            if let Some(row) = known(cx, sigs, &call) {
                let sig = sigs.types.sig(call.ty).expect("intrinsic-rewrite: functions have function types");
                rewrite(&mut cursor, call, row, sig);
                cursor.remove();
            }
        }
    }
}

/// The row of the function that a call is of, if it can be rewritten.
fn known(cx: &mut Cx, sigs: &Sigs, call: &Call) -> Option<&'static Row> {
    let Callee::Fn(callee) = call.callee::<Monomorphic>() else { return None };
    let function = &sigs.fns[callee];
    if !function.is_import() || function.no_intrinsic || call.ty != function.ty {
        return None;
    }
    let row = table::find(cx.text(function.symbol), cx.target.family())?;
    let sig = sigs.types.sig(function.ty)?;
    if !signature::is_right(&sigs.types, &cx.target, row, sig) {
        signature::warn(cx, &sigs.types, row, function);
        return None;
    }
    Some(row)
}

/// Inserts what takes the place of a call.
fn rewrite(cursor: &mut Cursor<'_, Rewritten>, call: Call, row: &Row, sig: &FnSig) {
    match row.result {
        Gives::First => memory(cursor, call, row.op, sig),
        Gives::Value => value(cursor, call, row.op, sig),
    }
}

/// `memcpy`, `memmove`, `memset`
fn memory(cursor: &mut Cursor<'_, Rewritten>, call: Call, op: Intrinsic, sig: &FnSig) {
    let mut args = call.args;
    if call.dest.is_some() || op == Intrinsic::Memset {
        let mut list = cursor.body.operands[args].to_vec();
        if call.dest.is_some() {
            list[0] = cursor.fixed(list[0], sig.params[0]);
        }
        if op == Intrinsic::Memset {
            list[1] = byte(cursor, list[1]);
        }
        args = cursor.body.operands.alloc(list);
    }
    cursor.insert(StmtKind::Intrinsic { op, args });
    if let Some(dest) = call.dest {
        let first = cursor.body.operands[args][0];
        let same = sig.params[0] == sig.ret;
        cursor.insert(StmtKind::Assign(dest, if same { Rvalue::Use(first) } else { Rvalue::Cast(first) }));
    }
}

/// Functions that only compute a value. Where the value is unused, the call is removed.
fn value(cursor: &mut Cursor<'_, Rewritten>, call: Call, op: Intrinsic, sig: &FnSig) {
    let Some(dest) = call.dest else { return };
    let rvalue = Rvalue::Intrinsic { op, args: call.args };
    // The intrinsic gives the type that it takes: counting bits of an `i64` gives an `i64`, in C an `int`.
    if sig.params[0] == sig.ret {
        return cursor.insert(StmtKind::Assign(dest, rvalue));
    }
    let value = cursor.value(sig.params[0], rvalue);
    cursor.insert(StmtKind::Assign(dest, Rvalue::Cast(value)));
}

/// The byte that `memset` stores: the lowest of its `int`.
fn byte(cursor: &mut Cursor<'_, Rewritten>, operand: Operand) -> Operand {
    if let Operand::Const(id) = operand
        && let ConstKind::Int(&bits) = cursor.body.consts[id].kind::<Monomorphic>()
    {
        return cursor.body.constant(Ty::U8, ConstData::Int(bits & 0xff));
    }
    cursor.value(Ty::U8, Rvalue::Cast(operand))
}
