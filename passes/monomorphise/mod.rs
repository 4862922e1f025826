//! Takes what the roots reach: numbers functions and globals in order of mention, makes instances of what has parameters, and globals of
//! memory without a name.
//!
//! Language: Checked -> Monomorphic
//! Establishes: every function and global is reached from `main` or from what is exported; constants lead to globals.
//! Preserves: code.
//!
//! An instance is made once for a function and what is given for its parameters, from its whole mention: `f<T>` in `g<i32>` is `f<i32>`.
//! Its symbol and name are those of the function with the arguments as source writes them behind it, `max<i32>`, `m::fill<&str, 4>`; so is
//! the name of the struct, union or enum that a type with arguments becomes. They depend on nothing else. Associated types are those of
//! the implementation that is for their types; so are methods of traits, which are functions without a body.
//!
//! Before:
//! ```flow
//! fn @unused() {
//! bb0:
//!     return;
//! }
//!
//! export fn @first() -> u8 {
//!     ret _0;
//!     let _0: u8;
//!     let _1: *u8;
//!
//! bb0:
//!     _1 = <*u8> &c"text";
//!     _0 = _1.*;
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! unnamed static @"vex.const.0": [u8; 5] name "" = <[u8; 5]> b"text\x00";
//!
//! export fn @first() -> u8 {
//!     ret _0;
//!     let _0: u8;
//!     let _1: *u8;
//!
//! bb0:
//!     _1 = <*u8> &@"vex.const.0";
//!     _0 = _1.*;
//!     return;
//! }
//! ```

mod error;
mod glue;
mod instance;
mod types;

use instance::Open;
use la_arena::{ArenaMap, Idx};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::sync::Arc;
use vex_ir::flow::close;
use vex_ir::flow::{
    Body, Callee, Const, ConstData, ConstKind, FnId, Function, Global, GlobalId, Linkage, PlaceBase, Pointee,
    PointeeData, Program, Runtime, Rvalue, Sigs, StmtKind, visit,
};
use vex_ir::lang::{Checked, Monomorphic, Step};
use vex_ir::parallel::discard;
use vex_ir::stack::deep;
use vex_ir::tree::{LinkKind, LinkLib, Mutability};
use vex_ir::ty::{Ty, TyKind};
use vex_ir::{Cx, Span, Symbol};

pub fn run(cx: &mut Cx, ir: Step<Checked, Monomorphic, &mut Program>) {
    let ir = ir.into_inner();
    let Program { mut sigs, bodies } = std::mem::take(ir);
    let fns: Vec<_> = std::mem::take(&mut sigs.fns).into_iter().map(|(_, function)| Some(function)).collect();
    let globals: Vec<_> = std::mem::take(&mut sigs.globals).into_iter().map(|(_, global)| Some(global)).collect();
    let main = sigs.main;
    sigs.is_open = false;
    let open = Open::new(&sigs.types, std::mem::take(&mut sigs.impls), sigs.drop.take());
    let mut reach = Reach {
        cx,
        fn_numbers: vec![None; fns.len()],
        global_numbers: vec![None; globals.len()],
        fns,
        globals,
        to: Program { bodies: ArenaMap::with_capacity(bodies.iter().count()), sigs },
        bodies,
        fns_left: VecDeque::new(),
        globals_left: VecDeque::new(),
        texts: FxHashMap::default(),
        referents: FxHashMap::default(),
        aggregates: FxHashMap::default(),
        called: Default::default(),
        open,
    };
    reach.plain_definitions();
    reach.roots(main);
    reach.everything();
    reach.layouts();
    let error = reach.open.error.take();
    discard(reach.bodies.into_iter().map(|(_, body)| body).collect());
    *ir = reach.to;
    if let Some(error) = error {
        // Instances are missing, which nothing that comes later expects.
        *ir = Program {
            sigs: Sigs { types: std::mem::take(&mut ir.sigs.types), ..Sigs::default() },
            ..Program::default()
        };
        cx.emit(error);
    }
}

/// Parts that constants may share.
type Parts = Arc<[Const]>;

struct Reach<'a> {
    cx: &'a Cx,
    /// By old number, until it is reached.
    fns: Vec<Option<Function>>,
    globals: Vec<Option<Global>>,
    bodies: ArenaMap<FnId, Body>,
    /// New numbers, by old ones.
    fn_numbers: Vec<Option<FnId>>,
    global_numbers: Vec<Option<GlobalId>>,
    to: Program,
    /// Functions by what they are made from, and globals by their new ones, that are reached and not yet looked at.
    fns_left: VecDeque<Source>,
    globals_left: VecDeque<GlobalId>,
    /// Read-only memory, by what it says.
    texts: FxHashMap<Box<[u8]>, GlobalId>,
    /// Memory by the constant that those who lead to it share; which is kept, or another one could get its address.
    referents: FxHashMap<*const Const, (Arc<Const>, GlobalId)>,
    /// What shared parts became, unless they are what they were; they are kept, or others could get their address.
    aggregates: FxHashMap<*const Const, (Parts, Option<Parts>)>,
    /// What checks call, in the order of [`Runtime::ALL`].
    called: [bool; Runtime::ALL.len()],
    open: Open,
}

/// Where a body comes from.
#[derive(Clone, Copy)]
enum Source {
    /// The function with an old number.
    Function(FnId),
    /// The number of an instance.
    Instance(u32),
    /// The function that drops values of a type, whose body is made. `from`: the instance that needs it.
    Glue { of: Ty, function: FnId, from: Option<u32> },
}

impl Reach<'_> {
    fn roots(&mut self, main: Option<FnId>) {
        self.to.main = main.map(|main| self.function(main, Span::NONE));
        for number in 0..self.fns.len() {
            if self.fns[number].as_ref().is_some_and(|f| f.linkage == Linkage::Export) {
                self.function(id_of(number), Span::NONE);
            }
        }
        for number in 0..self.globals.len() {
            if self.globals[number].as_ref().is_some_and(|g| g.linkage == Linkage::Export) {
                self.global(id_of(number));
            }
        }
    }

    fn everything(&mut self) {
        self.reachable();
        let called = self.called;
        for function in Runtime::ALL.into_iter().filter(|function| called[*function as usize]) {
            self.runtime(function);
        }
        self.reachable();
    }

    fn reachable(&mut self) {
        while self.open.error.is_none() {
            if let Some(source) = self.fns_left.pop_front() {
                let found = match source {
                    Source::Function(old) => self.bodies.remove(old).zip(self.fn_numbers[index(old)]),
                    Source::Instance(number) => self.instance_body(number),
                    Source::Glue { of, function, from } => {
                        let body = self.glue_body(of, function, from);
                        self.to.bodies.insert(function, body);
                        None
                    }
                };
                if let Some((mut body, new)) = found {
                    let dropped = self.dropped(&body);
                    if self.open.is_used {
                        close::body(self, &mut body);
                    }
                    self.body(&mut body, dropped);
                    self.to.bodies.insert(new, body);
                    self.open.leave();
                }
            } else if let Some(global) = self.globals_left.pop_front() {
                if let Some(mut init) = self.to.globals[global].init.take() {
                    if self.open.is_used {
                        close::constant(self, &mut init);
                    }
                    self.change(&mut init);
                    self.to.globals[global].init = Some(init);
                }
            } else {
                return;
            }
        }
    }

    /// The new number of a function that is mentioned at `span`.
    fn function(&mut self, old: FnId, span: Span) -> FnId {
        if let Some(known) = self.fn_numbers[index(old)] {
            return known;
        }
        let mut function = self.fns[index(old)].take().expect("a function is numbered once");
        if self.open.is_used {
            function.ty = self.plain_ty(function.ty);
        }
        if let Some(name) = function.lib
            && !self.to.libs.iter().any(|lib| lib.name == name)
        {
            self.to.libs.push(LinkLib { name, kind: LinkKind::Default, span });
        }
        let new = self.to.fns.alloc(function);
        self.fn_numbers[index(old)] = Some(new);
        self.fns_left.push_back(Source::Function(old));
        new
    }

    fn global(&mut self, old: GlobalId) -> GlobalId {
        if let Some(known) = self.global_numbers[index(old)] {
            return known;
        }
        let mut global = self.globals[index(old)].take().expect("a global is numbered once");
        if self.open.is_used {
            global.ty = self.plain_ty(global.ty);
        }
        let new = self.to.globals.alloc(global);
        self.global_numbers[index(old)] = Some(new);
        self.globals_left.push_back(new);
        new
    }

    /// What a check calls: the program's own function, if it has one.
    fn runtime(&mut self, function: Runtime) {
        let symbol = self.cx.interner.intern(function.symbol());
        if self.to.fns.values().any(|f| f.symbol == symbol) {
            return;
        }
        match self.fns.iter().position(|f| f.as_ref().is_some_and(|f| f.symbol == symbol)) {
            Some(number) => {
                self.function(id_of(number), Span::NONE);
            }
            None => {
                let (params, ret) = function.signature();
                self.to.declare(symbol, params, ret);
            }
        }
    }

    /// Numbers what a body mentions. `dropped`: the types that it drops.
    fn body(&mut self, body: &mut Body, dropped: Vec<Ty>) {
        let mut dropped = dropped.into_iter();
        let mut glue = Vec::new();
        for block in body.blocks.values() {
            for stmt in &block.stmts {
                // A query, not a reading: most statements mention nothing but places and constants.
                match stmt.raw() {
                    StmtKind::Call(call) => {
                        let call = &mut body.calls[call];
                        let callee = match call.callee::<Checked>() {
                            Callee::Fn(old) => self.function(old, stmt.span),
                            Callee::Apply(old, args) => self.instance(old, args, stmt.span),
                            Callee::Ptr(_) => continue,
                        };
                        call.set_callee::<Monomorphic>(Callee::Fn(callee));
                    }
                    StmtKind::Drop(_) => glue.extend(dropped.next().map(|ty| self.glue(ty))),
                    StmtKind::Check { kind, .. } => self.called[Runtime::of_check(kind) as usize] = true,
                    StmtKind::Assign(_, Rvalue::Checked(..)) => self.called[Runtime::Panic as usize] = true,
                    _ => {}
                }
            }
        }
        self.memory(body);
        if !glue.is_empty() {
            self.call_drops(body, &glue);
        }
    }

    /// What a body mentions that code reaches by its address. Most bodies mention nothing of the kind.
    fn memory(&mut self, body: &mut Body) {
        let mut mentions = body.consts.values().any(leads);
        body.bases_mut(&mut |base| mentions |= matches!(base, PlaceBase::Global(_)));
        if !mentions {
            return;
        }
        // In the order in which code mentions them: dumps have no other.
        let (mut consts, mut globals) = (Vec::new(), Vec::new());
        visit::mentions(body, &mut |id| consts.push(id), &mut |id| globals.push(id));
        let mut done = vec![false; body.consts.len()];
        for id in consts {
            if !std::mem::replace(&mut done[index(id)], true) {
                self.change(&mut body.consts[id]);
            }
        }
        for (constant, done) in body.consts.values_mut().zip(done) {
            if !done {
                *constant = Const::new(constant.ty, ConstData::Undef);
            }
        }
        if !globals.is_empty() {
            for global in globals {
                self.global(global);
            }
            body.bases_mut(&mut |base| {
                if let PlaceBase::Global(global) = base {
                    *global = self.global(*global);
                }
            });
        }
    }

    fn change(&mut self, constant: &mut Const) {
        if let Some(changed) = self.constant(constant) {
            *constant = changed;
        }
    }

    /// What a constant becomes, unless it stays what it is.
    fn constant(&mut self, constant: &Const) -> Option<Const> {
        let ty = constant.ty;
        let kind = match constant.kind::<Checked>() {
            ConstKind::Fn(function) => ConstData::Fn(self.function(*function, Span::NONE)),
            ConstKind::Apply(function, args) => ConstData::Fn(self.instance(*function, *args, Span::NONE)),
            ConstKind::Addr(to, by) => ConstData::Addr(PointeeData::Global(self.pointee(to, ty)), *by),
            ConstKind::Slice(to, by, len) => ConstData::Slice(PointeeData::Global(self.pointee(to, ty)), *by, *len),
            ConstKind::Union(field, value) => ConstData::Union(*field, Box::new(deep(|| self.constant(value))?)),
            ConstKind::Repeat(value, count) => ConstData::Repeat(Box::new(deep(|| self.constant(value))?), *count),
            ConstKind::Aggregate(parts) => ConstData::Aggregate(self.parts(parts)?),
            ConstKind::Variant(variant, parts) => ConstData::Variant(*variant, self.parts(parts)?),
            ConstKind::Int(_)
            | ConstKind::Float(_)
            | ConstKind::Zero
            | ConstKind::Undef
            | ConstKind::Bytes(_)
            | ConstKind::Measure(..) => return None,
        };
        Some(Const::new(ty, kind))
    }

    fn parts(&mut self, parts: &Parts) -> Option<Parts> {
        if let Some((_, made)) = self.aggregates.get(&parts.as_ptr()) {
            return made.clone();
        }
        let made = close::changed_parts(parts, |part| self.constant(part));
        self.aggregates.insert(parts.as_ptr(), (parts.clone(), made.clone()));
        made
    }

    /// The global that a constant of type `ty` leads to.
    fn pointee(&mut self, to: Pointee<'_, Checked>, ty: Ty) -> GlobalId {
        let to = match to {
            Pointee::Global(global) => return self.global(*global),
            Pointee::Const(to) => to,
        };
        let writes =
            matches!(self.to.types.kind(ty), TyKind::Ref(Mutability::Mut, _) | TyKind::Ptr(Mutability::Mut, _));
        if let Some(&(_, known)) = self.referents.get(&Arc::as_ptr(to)) {
            // What can be written to is itself, whoever else leads to it.
            self.to.globals[known].mutable |= writes;
            self.to.globals[known].unnamed &= !writes;
            return known;
        }
        let text = match to.kind::<Checked>() {
            ConstKind::Bytes(bytes) if !writes => Some(bytes),
            // Others are the same where they are shared.
            _ => None,
        };
        if let Some(&known) = text.and_then(|text| self.texts.get(text)) {
            return known;
        }
        let symbol = self.cx.interner.intern(&format!("vex.const.{}", self.to.globals.len()));
        let made = self.to.globals.alloc(Global {
            symbol,
            name: Symbol::EMPTY,
            ty: to.ty,
            linkage: Linkage::Internal,
            mutable: writes,
            init: Some((**to).clone()),
            span: Span::NONE,
            unnamed: !writes,
            thread_local: false,
        });
        match text {
            Some(text) => drop(self.texts.insert(text.into(), made)),
            None => drop(self.referents.insert(Arc::as_ptr(to), (to.clone(), made))),
        }
        self.globals_left.push_back(made);
        made
    }
}

/// Whether a constant may lead to a function or to memory.
fn leads(constant: &Const) -> bool {
    !matches!(
        constant.kind::<Checked>(),
        ConstKind::Int(_) | ConstKind::Float(_) | ConstKind::Zero | ConstKind::Undef | ConstKind::Bytes(_)
    )
}

fn index<T>(id: Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

fn id_of<T>(number: usize) -> Idx<T> {
    Idx::from_raw((number as u32).into())
}
