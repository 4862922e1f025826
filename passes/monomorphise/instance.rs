//! Instances: a function with parameters for each list of arguments that it is mentioned with.

use super::{Reach, Source, error};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use vex_ir::flow::close::{self, Close, Shared};
use vex_ir::flow::{Body, FnId, Function, GlobalId, Impl, Linkage, Measure};
use vex_ir::ty::{Args, Ty, Types};
use vex_ir::{Diagnostic, Span, Symbol};

/// How often a function may be among what led to an instance of it, with other arguments each time: a program that needs more
/// needs instances without end.
pub(super) const MAX_NESTING: usize = 64;

/// What is known of definitions with parameters and their instances.
pub(super) struct Open {
    /// Whether the program has any.
    pub is_used: bool,
    pub impls: Vec<Impl>,
    /// The method of `Drop`.
    pub drop: Option<FnId>,
    /// What drops values of a type, by the type with its arguments.
    pub glue: FxHashMap<Ty, FnId>,
    /// The implementations of a trait, and those that have a method of one, with what it is there.
    pub of_trait: FxHashMap<Symbol, Vec<usize>>,
    of_method: FxHashMap<FnId, Vec<(usize, FnId)>>,
    known: FxHashMap<(FnId, Args), u32>,
    pub made: Vec<Instance>,
    /// The instance whose body is looked at, and its arguments.
    pub current: Option<u32>,
    args: Rc<[Ty]>,
    /// What types with arguments became.
    pub adts: FxHashMap<Ty, Ty>,
    /// The same the other way round.
    pub applied: FxHashMap<Ty, Ty>,
    /// Those that are being made, or associated types that are looked for: each leads to the next.
    pub nesting: Vec<Ty>,
    /// What shared constants of this body became, if they are not what they were.
    shared: Shared,
    /// How many types there were.
    pub first_new: usize,
    /// The first error ends the pass: others would follow from it.
    pub error: Option<Diagnostic>,
}

pub(super) struct Instance {
    pub of: FnId,
    pub args: Args,
    id: FnId,
    /// The instance that mentions it, unless that is a function without parameters.
    pub from: Option<u32>,
    /// How many instances led to it.
    depth: usize,
}

impl Open {
    pub fn new(types: &Types, impls: Vec<Impl>, drop: Option<FnId>) -> Open {
        let (mut of_trait, mut of_method) = (FxHashMap::default(), FxHashMap::default());
        for (number, item) in impls.iter().enumerate() {
            of_trait.entry(item.of).or_insert_with(Vec::new).push(number);
            for (method, function) in &item.fns {
                of_method.entry(*method).or_insert_with(Vec::new).push((number, *function));
            }
        }
        Open {
            is_used: types.has_generic(),
            impls,
            drop,
            glue: FxHashMap::default(),
            of_trait,
            of_method,
            known: FxHashMap::default(),
            made: Vec::new(),
            current: None,
            args: Rc::new([]),
            adts: FxHashMap::default(),
            applied: FxHashMap::default(),
            nesting: Vec::new(),
            shared: Shared::default(),
            first_new: types.len(),
            error: None,
        }
    }

    /// The body is done.
    pub fn leave(&mut self) {
        if self.is_used {
            self.current = None;
            self.args = Rc::new([]);
            self.shared.clear();
        }
    }
}

impl Reach<'_> {
    /// The new number of a function with arguments, mentioned at `span` in what is looked at.
    pub(super) fn instance(&mut self, callee: FnId, args: Args, span: Span) -> FnId {
        let types = self.to.types.clone();
        let given = types.args(args).to_vec();
        let Some((of, args)) = self.resolve(callee, given, span) else { return super::id_of(0) };
        if args.is_empty() {
            drop(types);
            return self.function(of, span);
        }
        let args = types.make_args(args);
        if let Some(&known) = self.open.known.get(&(of, args)) {
            return self.open.made[known as usize].id;
        }
        let from = self.open.current;
        let depth = from.map_or(0, |from| self.open.made[from as usize].depth + 1);
        if types.args_extent(args) > Types::MAX_EXTENT || depth >= MAX_NESTING && self.led_by(from, of) >= MAX_NESTING {
            let error = error::without_end(self, of, args, span);
            self.open.error.get_or_insert(error);
            return super::id_of(0);
        }
        let Some(definition) = &self.fns[super::index(of)] else { return super::id_of(0) };
        let named = |name: Symbol| close::instance_name(&self.cx.interner, &types, name, args);
        let function = Function {
            symbol: named(definition.symbol),
            name: named(definition.name),
            generics: Vec::new(),
            ty: definition.ty,
            linkage: Linkage::Internal,
            lib: None,
            tag: None,
            abi: None,
            ..*definition
        };
        let ty = function.ty;
        let id = self.to.fns.alloc(function);
        let number = self.open.made.len() as u32;
        self.open.known.insert((of, args), number);
        self.open.made.push(Instance { of, args, id, from, depth });
        self.fns_left.push_back(Source::Instance(number));
        let given = types.args(args).to_vec();
        drop(types);
        let ty = self.ty_with(ty, &given);
        self.to.fns[id].ty = ty;
        id
    }

    /// How many of the instances that lead to one are of a function.
    fn led_by(&self, mut from: Option<u32>, of: FnId) -> usize {
        let mut count = 0;
        while let Some(number) = from {
            let instance = &self.open.made[number as usize];
            count += usize::from(instance.of == of);
            from = instance.from;
        }
        count
    }

    /// The function that a method of a trait is for these arguments, and what it takes itself.
    fn resolve(&mut self, method: FnId, args: Vec<Ty>, span: Span) -> Option<(FnId, Vec<Ty>)> {
        for &(number, function) in self.open.of_method.get(&method).map_or(&[][..], |found| found) {
            if let Some(taken) = self.open.impls[number].method_args(&self.to.types, &args) {
                return Some((function, taken));
            }
        }
        // Of a trait, what a method is where an implementation has none.
        if self.bodies.contains_idx(method) {
            return Some((method, args));
        }
        let error = error::no_method(self, method, &args, span);
        self.open.error.get_or_insert(error);
        None
    }

    /// The body of an instance, as its function has it, and the new number.
    pub(super) fn instance_body(&mut self, number: u32) -> Option<(Body, FnId)> {
        let Instance { of, args, id, .. } = self.open.made[number as usize];
        self.open.current = Some(number);
        self.open.args = self.to.types.args(args).into();
        self.bodies.get(of).map(|body| (body.clone(), id))
    }

    /// A type of something without parameters.
    pub(super) fn plain_ty(&mut self, ty: Ty) -> Ty {
        self.ty_with(ty, &[])
    }

    /// A type of what is looked at, with arguments as they are.
    pub(super) fn closed_here(&mut self, ty: Ty) -> Ty {
        let args = self.open.args.clone();
        self.closed(ty, &args)
    }

    /// A type of what is looked at.
    fn ty_here(&mut self, ty: Ty) -> Ty {
        let args = self.open.args.clone();
        self.ty_with(ty, &args)
    }
}

impl Close for Reach<'_> {
    fn types(&self) -> &Types {
        &self.to.types
    }

    fn ty(&mut self, ty: Ty) -> Ty {
        self.ty_here(ty)
    }

    fn args(&mut self, args: Args) -> Args {
        let types = self.to.types.clone();
        let own = self.open.args.clone();
        let closed = types.args(args).iter().map(|ty| self.closed(*ty, &own)).collect();
        types.make_args(closed)
    }

    fn measure(&mut self, number: Ty, measure: Measure, of: Ty) -> Option<u128> {
        let of = match measure {
            Measure::Value => {
                let own = self.open.args.clone();
                self.closed(of, &own)
            }
            Measure::Size | Measure::Align | Measure::Offset(_) | Measure::Len => self.ty_here(of),
        };
        let found = close::measure(&self.to.types, &self.cx.target, number, measure, of);
        if let Err(why) = found {
            let error = error::no_layout(self, of, why);
            self.open.error.get_or_insert(error);
        }
        found.ok()
    }

    fn global_ty(&self, old: GlobalId) -> Ty {
        let new = self.global_numbers[super::index(old)].map(|new| &self.to.globals[new]);
        self.globals[super::index(old)].as_ref().or(new).map_or(Ty::ERROR, |global| global.ty)
    }

    fn shared(&mut self) -> &mut Shared {
        &mut self.open.shared
    }
}
