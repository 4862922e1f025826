//! Computes the values of constants and statics, by interpreting their Flow.
//!
//! Language: Declared -> Valued
//! Establishes: every constant and every static with an initializer has its value in `defs`.
//! Preserves: the tree itself.
//!
//! Before:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```
//! After:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```

mod error;
mod host;
mod mentions;

use la_arena::ArenaMap;
use std::sync::Arc;
use vex_ir::flow::interp::{ErrorKind, Limits, Machine, Options};
use vex_ir::flow::{self, Const, ConstKind, FnId, Function, Linkage, Operand, Rvalue, StmtKind, Terminator};
use vex_ir::lang::{Declared, Step, Valued};
use vex_ir::stack::deep;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const CYCLIC_CONSTANT: Code = Code("E0502");

/// Constants that refer to each other deeper than this are refused.
const MAX_DEPTH: u32 = 500;

/// What one constant may take: some seconds at most.
const LIMITS: Limits = Limits { steps: 50_000_000, memory: 1 << 28, depth: 10_000 };

/// Makes Flow of the body of an item, and says what is wrong in it. The function stands for it.
pub type Build = fn(&mut Cx, &Sigs, ItemId, FnId, &Body) -> flow::Body;

/// Evaluates every constant and static of the program.
pub fn run(cx: &mut Cx, ir: Step<Declared, Valued, &mut Program>, build: Build) {
    let ir = ir.into_inner();
    let defs = &mut ir.sigs.defs;
    let stands_for = Function::new(cx.interner.intern("vex.const"), initializer_ty(&ir.sigs.types, Ty::VOID));
    let initializer = defs.sigs.fns.alloc(Function { linkage: Linkage::Internal, ..stands_for });
    let states = vec![State::Unknown; ir.items.len()];
    let bodies = ArenaMap::default();
    let mut evaluator = Evaluator { cx, ir, build, initializer, bodies, states, depth: 0 };
    for id in evaluator.ir.live.clone() {
        let item = &evaluator.ir.items[id];
        if matches!(item.kind, ItemKind::Const { .. } | ItemKind::Static { .. }) {
            evaluator.item(id, Span::NONE);
        }
    }
}

/// How far an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unknown,
    /// What it needs is being computed, or itself.
    Running,
    Known,
    /// It has no value, and that is reported.
    Failed,
}

struct Evaluator<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    build: Build,
    /// What stands for the initializer that is interpreted.
    initializer: FnId,
    /// Functions that constants have called so far.
    bodies: ArenaMap<FnId, flow::Body>,
    /// Of constants, statics, and functions that constants call.
    states: Vec<State>,
    depth: u32,
}

impl Evaluator<'_> {
    /// Computes the value of a constant or static, if that is not done yet. Whether it has one.
    fn item(&mut self, id: ItemId, used: Span) -> bool {
        let Some(root) = self.ir.bodies[id].root else { return false };
        self.once(id, used, |e| {
            let Some(value) = e.value(id, root) else { return false };
            match e.ir.items[id].kind {
                ItemKind::Static { .. } => {
                    if let Some(global) = e.ir.defs.global(id) {
                        e.ir.defs.sigs.globals[global].init = Some(value);
                    }
                }
                _ => e.ir.defs.values[item_index(id)] = Some(Arc::new(value)),
            }
            true
        })
    }

    /// Builds a function that a constant calls. Whether it can be called.
    fn function(&mut self, function: FnId, used: Span) -> bool {
        let Some(id) = self.ir.defs.item(function) else { return false };
        self.once(id, used, |e| {
            let Some(body) = e.body(id) else { return false };
            e.bodies.insert(function, body);
            true
        })
    }

    fn once(&mut self, id: ItemId, used: Span, compute: impl FnOnce(&mut Self) -> bool) -> bool {
        match self.states[item_index(id)] {
            State::Known => return true,
            State::Failed => return false,
            State::Running => return self.cycle(id, used),
            State::Unknown if self.depth >= MAX_DEPTH => return self.cycle(id, used),
            State::Unknown => {}
        }
        self.states[item_index(id)] = State::Running;
        self.depth += 1;
        let done = deep(|| compute(self));
        self.depth -= 1;
        self.states[item_index(id)] = if done { State::Known } else { State::Failed };
        done
    }

    fn cycle(&mut self, id: ItemId, used: Span) -> bool {
        let name = self.ir.items[id].name;
        let text = self.cx.text(name.name);
        let message = format!("the value of `{text}` depends on itself, or through more than {MAX_DEPTH} others");
        let diagnostic =
            Diagnostic::error(CYCLIC_CONSTANT, name.span, message).label("declared here").secondary(used, "needed here");
        self.cx.emit(diagnostic);
        false
    }

    /// The Flow of an item whose constants all have values; `None` if one has not, or if the item has errors.
    fn body(&mut self, id: ItemId) -> Option<flow::Body> {
        let mentions = self.ir.sigs.constants_in(id, &self.ir.bodies[id])?;
        let mut known = true;
        for (constant, used) in mentions {
            known &= self.item(constant, used);
        }
        known.then(|| (self.build)(self.cx, &self.ir.sigs, id, self.initializer, &self.ir.bodies[id]))
    }

    fn value(&mut self, id: ItemId, root: ExprId) -> Option<Const> {
        let ItemTy::Value(ty) = self.ir.item_ty(id) else { return None };
        let mut body = self.body(id)?;
        if let Some(value) = written(&body) {
            return Some(value);
        }
        let fn_ty = initializer_ty(&self.ir.types, ty);
        let initializer = self.initializer;
        loop {
            self.bodies.insert(initializer, body);
            self.ir.defs.sigs.fns[initializer].ty = fn_ty;
            let sigs = std::mem::take(&mut self.ir.defs.sigs);
            let program = flow::Program { sigs, bodies: std::mem::take(&mut self.bodies) };
            let target = self.cx.target.clone();
            let mut machine = Machine::new(&program, &target, host::World::new(self.cx), LIMITS, Options::default());
            let result = machine.evaluate(initializer);
            let value = match result {
                Ok(Some(value)) => machine.constant(ty, &value).map_err(|kind| self.unreadable(id, root, kind)),
                Ok(None) => Ok(Const { ty, kind: ConstKind::Zero }),
                Err(error) => Err(error),
            };
            drop(machine);
            self.bodies = program.bodies;
            self.ir.defs.sigs = program.sigs;
            body = self.bodies.remove(initializer).unwrap_or_default();
            match value {
                Ok(value) => return self.held(id, root, value),
                Err(error) => match error.kind {
                    // From the start again: what is computed depends on nothing else.
                    ErrorKind::NotBuilt(function) => {
                        if !self.function(function, error.span) {
                            return None;
                        }
                    }
                    _ => return self.report(id, &error),
                },
            }
        }
    }
}

fn initializer_ty(types: &Types, ret: Ty) -> Ty {
    types.intern(TyKind::Fn(Box::new(FnSig { params: Vec::new(), ret, conv: Conv::Vex, variadic: false, is_unsafe: false })))
}

/// The value of a body that does nothing but return a constant.
fn written(body: &flow::Body) -> Option<Const> {
    let mut blocks = body.blocks.values();
    let (entry, None) = (blocks.next()?, blocks.next()) else { return None };
    let ([stmt], Terminator::Return) = (&entry.stmts[..], entry.term) else { return None };
    let StmtKind::Assign(place, Rvalue::Use(Operand::Const(value))) = stmt.kind else { return None };
    let is_result = place.projs.is_empty() && place.base == flow::PlaceBase::Local(body.ret?);
    is_result.then(|| body.consts[value].clone())
}
