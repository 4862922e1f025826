//! Instances of functions with parameters that constants need. Their values mention the functions with arguments again: the program's
//! instances are made by `monomorphise`.

use super::Engine;
use la_arena::Arena;
use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::flow::close::{self, Close, Shared};
use vex_ir::flow::{
    Body, Callee, Const, ConstData, FnId, Function, Global, GlobalId, Impl, Linkage, Measure, ProgramTypes, StmtKind,
};
use vex_ir::lang::Graph;
use vex_ir::layout::LayoutError;
use vex_ir::target::Target;
use vex_ir::tree::{Program, Sigs};
use vex_ir::ty::{Args, Ty, TyKind, Types};
use vex_ir::{Cx, Symbol};

/// Why a function whose instances take more and more types is refused.
const ENDLESS: &str = "asks for instances of functions with larger types each time";

/// The instances so far, with what they are of.
#[derive(Default)]
pub(super) struct Instances {
    known: FxHashMap<(FnId, Args), FnId>,
    sources: FxHashMap<FnId, (FnId, Args)>,
}

impl Instances {
    /// The function that an instance is of.
    pub(super) fn source(&self, instance: FnId) -> Option<FnId> {
        self.sources.get(&instance).map(|(of, _)| *of)
    }

    /// A value as the program has it, with functions and their arguments for instances.
    pub(super) fn reapplied(&self, types: &Types, mut value: Const) -> Const {
        if !self.sources.is_empty() {
            close::constant(&mut Reapplied { types, instances: self, shared: Shared::default() }, &mut value);
        }
        value
    }
}

impl Engine {
    /// Makes the body of a function that is to be called from what its item has. `Err`: why there is none.
    pub(super) fn instantiate(&mut self, cx: &Cx, ir: &mut Program, function: FnId) -> Result<(), String> {
        let types = ir.types.clone();
        let source = self.instances.sources.get(&function).copied();
        let body = match source {
            None => self.bodies.remove(function),
            Some((of, _)) => self.bodies.get(of).cloned(),
        };
        // One that is gone was refused before.
        let Some(mut body) = body else { return Err(ENDLESS.into()) };
        if let Some((_, args)) = source {
            let (given, shared) = (types.args(args), Shared::default());
            let globals = &ir.defs.sigs.globals;
            let mut given = Given { types: &types, target: &cx.target, globals, given, no_layout: None, shared };
            close::body(&mut given, &mut body);
            if let Some((ty, why)) = given.no_layout.map(LayoutError::reason) {
                return Err(format!("`{}` {why}", types.show(&cx.interner, ty)));
            }
        }
        self.resolve(cx, ir, &mut body)?;
        self.bodies.insert(function, body);
        Ok(())
    }

    /// Makes a body call instances. `Err`: why one cannot be made.
    pub(super) fn resolve(&mut self, cx: &Cx, ir: &mut Program, body: &mut Body) -> Result<(), String> {
        let types = ir.types.clone();
        if !types.has_generic() {
            return Ok(());
        }
        let instances = &mut self.instances;
        let shared = Shared::default();
        let mut resolved = Resolved { cx, types: &types, sigs: &mut ir.sigs, instances, ends: true, shared };
        for call in body.calls.values_mut() {
            if let Callee::Apply(function, args) = call.callee::<Graph>() {
                call.set_callee::<Graph>(Callee::Fn(resolved.instance(function, args)));
            }
        }
        for constant in body.consts.values_mut() {
            close::constant(&mut resolved, constant);
        }
        for ty in dropped(resolved.types, resolved.sigs, body) {
            resolved.drop_of(ty);
        }
        if resolved.ends { Ok(()) } else { Err(ENDLESS.into()) }
    }
}

/// Types for the parameters of a function.
struct Given<'a> {
    types: &'a Types,
    target: &'a Target,
    globals: &'a Arena<Global>,
    given: &'a [Ty],
    /// Why the first type without one has no layout.
    no_layout: Option<LayoutError>,
    shared: Shared,
}

impl Close for Given<'_> {
    fn types(&self) -> &Types {
        self.types
    }
    fn ty(&mut self, ty: Ty) -> Ty {
        self.types.substitute(ty, self.given)
    }
    fn args(&mut self, args: Args) -> Args {
        self.types.make_args(self.types.args(args).iter().map(|ty| self.types.substitute(*ty, self.given)).collect())
    }
    fn measure(&mut self, number: Ty, measure: Measure, of: Ty) -> Option<u128> {
        let of = self.ty(of);
        let found = close::measure(self.types, self.target, number, measure, of);
        self.no_layout = self.no_layout.or(found.err());
        found.ok()
    }
    fn global_ty(&self, global: GlobalId) -> Ty {
        self.globals[global].ty
    }
    fn shared(&mut self) -> &mut Shared {
        &mut self.shared
    }
}

/// Instances for functions with arguments.
struct Resolved<'a> {
    cx: &'a Cx,
    types: &'a Types,
    sigs: &'a mut Sigs,
    instances: &'a mut Instances,
    /// Whether none takes more types than any may.
    ends: bool,
    shared: Shared,
}

impl Resolved<'_> {
    /// Has a type of its own implementation of `Drop`, by an instance.
    fn drop_of(&mut self, ty: Ty) {
        let Some(method) = self.sigs.defs.sigs.drop else { return };
        let Some((function, args)) = self.sigs.defs.sigs.drop_fn(ty).filter(|(_, args)| !args.is_empty()) else {
            return;
        };
        let made = self.instance(function, self.types.make_args(args));
        let (args, span) = (self.types.make_args(vec![ty]), self.sigs.defs.sigs.fns[function].span);
        let fns = vec![(method, made)];
        let of = Symbol::EMPTY;
        self.sigs.defs.sigs.impls.push(Impl { generics: Vec::new(), of, args, types: Vec::new(), fns, span });
    }

    /// What a method of a trait is for types, and what it takes there; any other function is itself.
    fn implementation(&self, method: FnId, args: Args) -> (FnId, Args) {
        let given = self.types.args(args);
        let found = self.sigs.defs.sigs.impls.iter().find_map(|item| {
            let (_, function) = item.fns.iter().find(|(of, _)| *of == method)?;
            Some((*function, item.method_args(self.types, given)?))
        });
        found.map_or((method, args), |(function, taken)| (function, self.types.make_args(taken)))
    }

    fn instance(&mut self, of: FnId, args: Args) -> FnId {
        let (of, args) = self.implementation(of, args);
        if let Some(known) = self.instances.known.get(&(of, args)) {
            return *known;
        }
        if args.is_empty(self.types) {
            return of;
        }
        if self.types.args_extent(args) > Types::MAX_EXTENT {
            self.ends = false;
            return of;
        }
        let fns = &mut self.sigs.defs.sigs.fns;
        let Function { name, ty, span, .. } = fns[of];
        let name = close::instance_name(&self.cx.interner, self.types, name, args);
        let function = Function::new(name, self.types.substitute(ty, self.types.args(args)));
        let made = fns.alloc(Function { linkage: Linkage::Internal, span, ..function });
        self.instances.known.insert((of, args), made);
        self.instances.sources.insert(made, (of, args));
        made
    }
}

/// The types with arguments that a body drops, or that what it drops holds.
fn dropped(types: &Types, sigs: &Sigs, body: &Body) -> Vec<Ty> {
    let mut found = Vec::new();
    if !body.moves || !types.any_drop_fn() {
        return found;
    }
    let places = ProgramTypes { types, globals: &sigs.defs.sigs.globals };
    let mut left = Vec::new();
    for stmt in body.blocks.values().flat_map(|block| &block.stmts) {
        if let StmtKind::Drop(place) = stmt.kind::<Graph>() {
            left.push(body.place_ty(&places, place));
        }
    }
    let mut seen = FxHashSet::default();
    while let Some(ty) = left.pop() {
        if !types.needs_drop(ty) || !seen.insert(ty) {
            continue;
        }
        if let TyKind::Array(of, _) = *types.kind(ty) {
            left.push(of);
        }
        if matches!(types.kind(ty), TyKind::Apply(..)) && types.has_drop_fn(ty) {
            found.push(ty);
        }
        left.extend(types.field_types(ty));
    }
    found
}

impl Close for Resolved<'_> {
    fn types(&self) -> &Types {
        self.types
    }
    fn apply(&mut self, function: FnId, args: Args) -> ConstData {
        ConstData::Fn(self.instance(function, args))
    }
    fn shared(&mut self) -> &mut Shared {
        &mut self.shared
    }
}

/// Functions with arguments for instances.
struct Reapplied<'a> {
    types: &'a Types,
    instances: &'a Instances,
    shared: Shared,
}

impl Close for Reapplied<'_> {
    fn types(&self) -> &Types {
        self.types
    }
    fn function(&mut self, function: FnId) -> Option<ConstData> {
        self.instances.sources.get(&function).map(|(of, args)| ConstData::Apply(*of, *args))
    }
    fn shared(&mut self) -> &mut Shared {
        &mut self.shared
    }
}
