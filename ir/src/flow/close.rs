//! Bodies and constants with types and numbers for the parameters that they depend on.

use super::{
    Body, Callee, Const, ConstData, Count, FnId, GlobalId, Local, LocalKind, Measure, Operand, PlaceBase, PointeeData,
    Rvalue, Stmt, StmtKind, project,
};
use crate::arith::truncate;
use crate::layout::{self, LayoutError};
use crate::stack::deep;
use crate::symbol::{Interner, Symbol};
use crate::target::Target;
use crate::ty::{Args, Ty, TyKind, Types};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What stands for parameters.
pub trait Close {
    fn types(&self) -> &Types;
    /// A type with what stands for the parameters in it.
    fn ty(&mut self, ty: Ty) -> Ty {
        ty
    }
    fn args(&mut self, args: Args) -> Args {
        args
    }
    /// A number that a type has, as bits of the type `number`; `None` if it stays what it is.
    fn measure(&mut self, _number: Ty, _measure: Measure, _of: Ty) -> Option<u128> {
        None
    }
    /// A function with arguments, in a constant.
    fn apply(&mut self, function: FnId, args: Args) -> ConstData {
        ConstData::Apply(function, self.args(args))
    }
    /// A function without, unless it stays what it is.
    fn function(&mut self, _: FnId) -> Option<ConstData> {
        None
    }
    /// The type of a global that a body has in a place.
    fn global_ty(&self, _: GlobalId) -> Ty {
        Ty::ERROR
    }
    fn shared(&mut self) -> &mut Shared;
}

/// What constants that others share became, if they are not what they were. Good for as long as what they were is kept.
#[derive(Default)]
pub struct Shared {
    parts: FxHashMap<*const Const, Option<Arc<[Const]>>>,
    pointees: FxHashMap<*const Const, Option<Arc<Const>>>,
}

impl Shared {
    pub fn clear(&mut self) {
        self.parts.clear();
        self.pointees.clear();
    }
}

/// Closes a body. What is called stays a function with arguments.
pub fn body<C: Close>(close: &mut C, body: &mut Body) {
    body.known.clear();
    for local in body.locals.values_mut() {
        local.ty = close.ty(local.ty);
    }
    for call in body.calls.values_mut() {
        call.ty = close.ty(call.ty);
        if let Callee::Apply(function, args) = call.callee {
            call.callee = Callee::Apply(function, close.args(args));
        }
    }
    for stmt in body.blocks.values_mut().flat_map(|block| &mut block.stmts) {
        if let StmtKind::Assign(_, Rvalue::PtrOffset { elem, .. } | Rvalue::PtrDiff { elem, .. }) = &mut stmt.kind {
            *elem = close.ty(*elem);
        }
    }
    for value in body.consts.values_mut() {
        constant(close, value);
    }
    parameters(close.types(), body);
    arrays(close, body);
}

/// Gives arrays whose elements are all the same their number, which the place says that they go to.
fn arrays<C: Close>(close: &C, body: &mut Body) {
    let Body { blocks, locals, projs, .. } = body;
    for stmt in blocks.values_mut().flat_map(|block| &mut block.stmts) {
        let StmtKind::Assign(dest, Rvalue::Fill(value)) = stmt.kind else { continue };
        let base = match dest.base {
            PlaceBase::Local(local) => locals[local].ty,
            PlaceBase::Global(global) => close.global_ty(global),
        };
        let ty = projs[dest.projs].iter().fold(base, |ty, proj| project(close.types(), ty, *proj));
        if let TyKind::Array(_, len) = close.types().kind(ty) {
            stmt.kind = StmtKind::Assign(dest, Rvalue::Repeat(value, Count::new(*len)));
        }
    }
}

/// A parameter that is a value now, and was in memory while its type was open, is copied there.
fn parameters(types: &Types, body: &mut Body) {
    let mut copies = Vec::new();
    for number in 0..body.params.len() {
        let param = body.params[number];
        let Local { ty, kind, span, .. } = body.locals[param];
        if kind == LocalKind::Memory && (types.is_scalar(ty) || types.is_fat(ty)) {
            let value = Local { name: Symbol::EMPTY, kind: LocalKind::Value, ..body.locals[param] };
            let value = body.locals.alloc(value);
            body.params[number] = value;
            let (to, from) = (body.place(param), body.place(value));
            copies.push(Stmt { kind: StmtKind::Assign(to, Rvalue::Use(Operand::Copy(from))), span });
        }
    }
    if !copies.is_empty() {
        let entry = body.entry();
        body.blocks[entry].stmts.splice(0..0, copies);
    }
}

/// Closes a constant. What it shares with others stays shared.
pub fn constant<C: Close>(close: &mut C, constant: &mut Const) {
    if let Some(closed) = closed(close, constant) {
        *constant = closed;
    }
}

/// What a constant becomes, unless it stays what it is.
fn closed<C: Close>(close: &mut C, constant: &Const) -> Option<Const> {
    let ty = close.ty(constant.ty);
    let kind = match &constant.kind {
        ConstData::Apply(function, args) => Some(close.apply(*function, *args)),
        ConstData::Fn(function) => close.function(*function),
        ConstData::Measure(measure, of) => close.measure(ty, *measure, *of).map(ConstData::Int),
        ConstData::Addr(PointeeData::Const(to), by) => {
            pointee(close, to).map(|to| ConstData::Addr(PointeeData::Const(to), *by))
        }
        ConstData::Slice(PointeeData::Const(to), by, len) => {
            pointee(close, to).map(|to| ConstData::Slice(PointeeData::Const(to), *by, *len))
        }
        ConstData::Aggregate(list) => parts(close, list).map(ConstData::Aggregate),
        ConstData::Variant(variant, list) => parts(close, list).map(|list| ConstData::Variant(*variant, list)),
        ConstData::Union(field, value) => {
            deep(|| closed(close, value)).map(|value| ConstData::Union(*field, Box::new(value)))
        }
        ConstData::Repeat(value, count) => {
            deep(|| closed(close, value)).map(|value| ConstData::Repeat(Box::new(value), *count))
        }
        ConstData::Int(_)
        | ConstData::Float(_)
        | ConstData::Zero
        | ConstData::Undef
        | ConstData::Bytes(_)
        | ConstData::Addr(PointeeData::Global(_), _)
        | ConstData::Slice(PointeeData::Global(_), ..) => None,
    };
    match kind {
        Some(kind) => Some(Const { ty, kind }),
        None => (ty != constant.ty).then(|| constant.with_ty(ty)),
    }
}

fn pointee<C: Close>(close: &mut C, to: &Arc<Const>) -> Option<Arc<Const>> {
    if let Some(known) = close.shared().pointees.get(&Arc::as_ptr(to)) {
        return known.clone();
    }
    let made = deep(|| closed(close, to)).map(Arc::new);
    close.shared().pointees.insert(Arc::as_ptr(to), made.clone());
    made
}

fn parts<C: Close>(close: &mut C, list: &Arc<[Const]>) -> Option<Arc<[Const]>> {
    if let Some(known) = close.shared().parts.get(&list.as_ptr()) {
        return known.clone();
    }
    let made = changed_parts(list, |part| closed(close, part));
    close.shared().parts.insert(list.as_ptr(), made.clone());
    made
}

/// The name of a function's instance: as source writes it, with what is given for parameters behind it.
pub fn instance_name(interner: &Interner, types: &Types, name: Symbol, args: Args) -> Symbol {
    let given: Vec<String> = types.args(args).iter().map(|ty| types.show(interner, *ty)).collect();
    interner.intern(&format!("{}<{}>", interner.get(name), given.join(", ")))
}

/// Parts of which some have become others; `None` if all stay what they are.
pub fn changed_parts(parts: &[Const], mut change: impl FnMut(&Const) -> Option<Const>) -> Option<Arc<[Const]>> {
    let changed: Vec<Option<Const>> = parts.iter().map(|part| deep(|| change(part))).collect();
    let all = || changed.iter().zip(parts).map(|(changed, part)| changed.clone().unwrap_or_else(|| part.clone()));
    changed.iter().any(Option::is_some).then(|| all().collect())
}

/// A number that a type without parameters has, as bits of the type `number`.
pub fn measure(types: &Types, target: &Target, number: Ty, measure: Measure, of: Ty) -> Result<u128, LayoutError> {
    let found = match (measure, types.kind(of)) {
        (Measure::Value, TyKind::Number(value)) => {
            let width = number.as_int().map_or(128, |int| int.bits(target.pointer_bits));
            return Ok(truncate(value.value() as u128, width));
        }
        (Measure::Len, TyKind::Array(_, len)) => *len,
        // The verifier refuses the rest.
        (Measure::Value | Measure::Len, _) => 0,
        (Measure::Size, _) => layout::layout(types, target, of)?.size,
        (Measure::Align, _) => layout::layout(types, target, of)?.align,
        (Measure::Offset(field), _) => layout::fields(types, target, of)?.1.get(field as usize).copied().unwrap_or(0),
    };
    Ok(found.into())
}
