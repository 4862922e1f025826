//! What must be known before its turn: values of constants, and of the array lengths and discriminants that types depend on.
//!
//! There is one evaluator, which interprets Flow. A pass asks it for a value, and it asks the pass for Flow of bodies ([`Demands`]),
//! for which the pass may have to find out types and other values first. All of it is on one stack, so that what depends on itself
//! is found and reported in one way. What was computed once is kept: values in [`flow::Defs`], functions in the [`Engine`].

mod error;
mod host;
mod instance;
mod mentions;

use error::unreadable;
use la_arena::ArenaMap;
use std::sync::Arc;
use vex_ir::flow::interp::{Error, ErrorKind, Limits, Machine, Options};
use vex_ir::flow::{self, Const, ConstData, FnId, Function, Linkage, Operand, Rvalue, StmtKind, Terminator};
use vex_ir::lang::Closed;
use vex_ir::stack::deep;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// What depends on itself is a value.
const CYCLIC_CONSTANT: Code = Code("E0502");
/// What depends on itself is a type.
pub const CYCLIC_TYPE: Code = Code("E0315");

/// What needs each other deeper than this is refused.
const MAX_DEPTH: usize = 500;

/// How many steps of a cycle a report shows.
const SHOWN_STEPS: usize = 6;

/// What one constant may take: some seconds at most.
const LIMITS: Limits = Limits { steps: 50_000_000, memory: 1 << 28, depth: 10_000 };

/// Takes the body of an item through the passes up to Flow. The function stands for it.
pub type Build = fn(&mut Cx, &Sigs, ItemId, FnId, &Body) -> flow::Body;

/// What may be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// The type that an item has.
    Type(ItemId),
    /// The fields of a struct or union, on which its size depends; the values of an enum's variants.
    Definition(ItemId),
    /// The value of a constant, or Flow of a function.
    Value(ItemId),
}

impl Need {
    pub fn item(self) -> ItemId {
        let (Need::Type(id) | Need::Definition(id) | Need::Value(id)) = self;
        id
    }
}

/// A pass that asks.
pub trait Demands: Sized {
    fn parts(&mut self) -> (&mut Cx, &mut Program, &mut Engine);

    /// Flow of an item's body, with all that it mentions known. `None` if something is wrong with it.
    fn flow(&mut self, id: ItemId) -> Option<flow::Body>;
}

/// How far the value of an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unknown,
    /// What it needs is being computed, or itself.
    Running,
    Known,
    /// It has no value, and that is reported.
    Failed,
}

/// What has been computed, and what is being computed.
#[derive(Default)]
pub struct Engine {
    /// By item: of constants, and of functions that constants call.
    states: Vec<State>,
    /// What is being found out, each for the one before it, with the place that needs it.
    stack: Vec<(Need, Span)>,
    /// What stands for the initializer that is interpreted.
    initializer: Option<FnId>,
    /// Functions that constants have called so far.
    bodies: ArenaMap<FnId, flow::Body>,
    instances: instance::Instances,
    /// Whether values that cannot be computed are reported later, when they are asked for again.
    reported_later: bool,
}

impl Engine {
    pub fn new(reported_later: bool) -> Engine {
        Engine { reported_later, ..Engine::default() }
    }

    /// Makes ready to compute values. `ir.defs` has room for all items.
    pub fn start(&mut self, cx: &Cx, ir: &mut Program) {
        let ty = ir.types.const_fn(Ty::VOID);
        let stands_for = Function::new(cx.interner.intern("vex.const"), ty);
        self.initializer = Some(ir.defs.sigs.fns.alloc(Function { linkage: Linkage::Internal, ..stands_for }));
        self.states = vec![State::Unknown; ir.items.len()];
    }

    /// The function that initializers are, one at a time.
    pub fn stands_for(&self) -> FnId {
        self.initializer.unwrap_or(FnId::from_raw(0.into()))
    }

    pub fn push(&mut self, need: Need, used: Span) {
        self.stack.push((need, used));
    }

    pub fn pop(&mut self) {
        self.stack.pop();
    }

    /// Reports that something which is being found out is needed for that.
    pub fn cycle(&self, cx: &mut Cx, ir: &mut Program, need: Need, used: Span) {
        let from = self.stack.iter().rposition(|(other, _)| *other == need).unwrap_or(0);
        let steps = &self.stack[from..];
        let is_anon = |need: Need| matches!(ir.items[need.item()].kind::<Closed>(), ItemKind::Anon);
        let is_type = |need: Need| !matches!(need, Need::Value(_)) || is_anon(need);
        let code = if steps.iter().any(|(need, _)| is_type(*need)) { CYCLIC_TYPE } else { CYCLIC_CONSTANT };
        let mut diagnostic =
            Diagnostic::error(code, span_of(ir, need), format!("{} depends on itself", text(cx, ir, need)));
        // A length is needed where it stands, and an alias wherever it is mentioned.
        let elsewhere = |(need, used): &&(Need, Span)| *used != Span::NONE && span_of(ir, *need) != *used;
        let again = (need, used);
        let needed: Vec<&(Need, Span)> = steps.iter().skip(1).chain([&again]).filter(elsewhere).collect();
        let last = needed.len().saturating_sub(1);
        for (i, (need, used)) in needed.into_iter().enumerate().filter(|(i, _)| *i < SHOWN_STEPS || *i == last) {
            let then = if i == 0 { "needs" } else { "which needs" };
            diagnostic = diagnostic.secondary(*used, format!("{then} {}", text(cx, ir, *need)));
        }
        cx.emit(diagnostic.label(if is_anon(need) { "needed to compute it" } else { "declared here" }));
        self.refuse(ir, from);
    }

    /// What is computed from the position on has no value, and that is reported.
    fn refuse(&self, ir: &mut Program, from: usize) {
        for (need, _) in self.stack[from..].iter().filter(|_| self.reported_later) {
            if let Need::Value(id) = *need
                && matches!(ir.items[id].kind::<Closed>(), ItemKind::Const { .. } | ItemKind::Anon)
            {
                refuse(ir, id);
            }
        }
    }
}

/// A constant has no value, and that is reported.
pub fn refuse(ir: &mut Program, id: ItemId) {
    let body = &mut ir.bodies[id];
    if let Some(root) = body.root {
        body.fail(root);
    }
}

fn span_of(ir: &Program, need: Need) -> Span {
    ir.items[need.item()].name.span
}

/// As a sentence names it.
fn text(cx: &Cx, ir: &Program, need: Need) -> String {
    let item = &ir.items[need.item()];
    let what = match (need, item.kind::<Closed>()) {
        (_, ItemKind::Anon) => return "this value".into(),
        (Need::Type(_), _) => "the type of",
        (Need::Definition(_), ItemKind::Enum(_)) => "the definition of",
        (Need::Definition(_), _) => "the size of",
        (Need::Value(_), ItemKind::Fn(_)) => "the body of",
        (Need::Value(_), _) => "the value of",
    };
    format!("{what} `{}`", cx.text(item.name.name))
}

/// Computes the value of a constant or static, if that is not done yet. Whether it has one.
pub fn value<D: Demands>(d: &mut D, id: ItemId, used: Span) -> bool {
    let Some(root) = d.parts().1.bodies[id].root else { return false };
    once(d, id, used, |d| {
        let Some(value) = compute(d, id, root) else { return false };
        let (_, ir, _) = d.parts();
        match ir.items[id].kind::<Closed>() {
            ItemKind::Static { .. } => {
                if let Some(global) = ir.defs.global(id) {
                    ir.defs.sigs.globals[global].init = Some(value);
                }
            }
            _ => ir.defs.values[item_index(id)] = Some(Arc::new(value)),
        }
        true
    })
}

/// Builds a function that a constant calls. Whether it can be called.
fn function<D: Demands>(d: &mut D, function: FnId, used: Span) -> bool {
    let (_, ir, engine) = d.parts();
    let of = engine.instances.source(function).unwrap_or(function);
    let Some(id) = ir.defs.item(of) else { return false };
    let build = |d: &mut D| {
        let Some(body) = d.flow(id) else { return false };
        d.parts().2.bodies.insert(of, body);
        true
    };
    let is_constant = ir.is_const_fn(id) && !ir.is_open_const(id);
    // Of a constant that has a value, that comes first: the function returns it.
    let built = if is_constant { value(d, id, used) && build(d) } else { once(d, id, used, build) };
    if !built {
        return false;
    }
    let (cx, ir, engine) = d.parts();
    let made = engine.instantiate(cx, ir, function);
    made.map_err(|why| engine.report_no_instance(cx, used, why)).is_ok()
}

fn once<D: Demands>(d: &mut D, id: ItemId, used: Span, compute: impl FnOnce(&mut D) -> bool) -> bool {
    let (cx, ir, engine) = d.parts();
    let need = Need::Value(id);
    match engine.states[item_index(id)] {
        State::Known => return true,
        State::Failed => return false,
        State::Running => {
            engine.cycle(cx, ir, need, used);
            return false;
        }
        State::Unknown if engine.stack.len() >= MAX_DEPTH => {
            let message = format!("{} depends on others more than {MAX_DEPTH} deep", text(cx, ir, need));
            let diagnostic = Diagnostic::error(CYCLIC_CONSTANT, span_of(ir, need), message).label("declared here");
            cx.emit(diagnostic.secondary(used, "needed here"));
            engine.push(need, used);
            engine.refuse(ir, 0);
            engine.pop();
            return false;
        }
        State::Unknown => {}
    }
    engine.states[item_index(id)] = State::Running;
    engine.push(need, used);
    let done = deep(|| compute(d));
    let (_, _, engine) = d.parts();
    engine.pop();
    engine.states[item_index(id)] = if done { State::Known } else { State::Failed };
    done
}

fn compute<D: Demands>(d: &mut D, id: ItemId, root: ExprId) -> Option<Const> {
    let ItemTy::Value(ty) = d.parts().1.item_ty(id) else { return None };
    let mut body = d.flow(id)?;
    if let Some(value) = written(&body) {
        return Some(value);
    }
    let (cx, ir, engine) = d.parts();
    if let Err(why) = engine.resolve(cx, ir, &mut body) {
        engine.report_no_instance(cx, ir.bodies[id].exprs[root].span, why);
        return None;
    }
    loop {
        let (cx, ir, engine) = d.parts();
        let (again, result) = engine.interpret(cx, ir, (id, root, ty), body);
        match result {
            Ok(value) => {
                let value = engine.instances.reapplied(&ir.types, value);
                return engine.held(cx, ir, id, root, value);
            }
            // From the start again: what is computed depends on nothing else.
            Err(Error { kind: ErrorKind::NotBuilt(called), span, .. }) => {
                body = again;
                if !function(d, called, span) {
                    return None;
                }
            }
            Err(error) => return engine.report(cx, ir, id, &error),
        }
    }
}

impl Engine {
    /// Interprets the body of an initializer, and gives it back with what it computes.
    fn interpret(
        &mut self,
        cx: &Cx,
        ir: &mut Program,
        (id, root, ty): (ItemId, ExprId, Ty),
        body: flow::Body,
    ) -> (flow::Body, Result<Const, Error>) {
        let initializer = self.stands_for();
        self.bodies.insert(initializer, body);
        let types = ir.types.clone();
        let mut sigs = std::mem::take(&mut ir.defs.sigs);
        sigs.fns[initializer].ty = types.const_fn(ty);
        // Types are defined while nothing shares them: the program has them only for as long as it runs.
        let before = std::mem::replace(&mut sigs.types, types);
        let mut program = flow::Program { sigs, bodies: std::mem::take(&mut self.bodies) };
        let mut machine = Machine::new(&program, &cx.target, host::World::new(cx), LIMITS, Options::default());
        let value = match machine.evaluate(initializer) {
            Ok(Some(value)) => machine.constant(ty, &value).map_err(|kind| unreadable(ir, id, root, initializer, kind)),
            Ok(None) => Ok(Const::new(ty, ConstData::Zero)),
            Err(error) => Err(error),
        };
        drop(machine);
        program.sigs.types = before;
        self.bodies = program.bodies;
        ir.defs.sigs = program.sigs;
        (self.bodies.remove(initializer).unwrap_or_default(), value)
    }
}

/// The value of a body that does nothing but return a constant.
fn written(body: &flow::Body) -> Option<Const> {
    let mut blocks = body.blocks.values();
    let (entry, None) = (blocks.next()?, blocks.next()) else { return None };
    let ([stmt], Terminator::Return) = (&entry.stmts[..], entry.term) else { return None };
    let StmtKind::Assign(place, Rvalue::Use(Operand::Const(value))) = stmt.raw() else { return None };
    let is_result = place.projs.is_empty() && place.base == flow::PlaceBase::Local(body.ret?);
    is_result.then(|| body.consts[value].clone())
}
