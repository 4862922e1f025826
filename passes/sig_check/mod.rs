//! Gives every item its type, and every type expression the type it means.
//!
//! Language: Closed -> Signed
//! Establishes: `item_ty` of every item, `type_ty` of every type expression; structs, unions and enums are defined and
//! have a layout; array lengths and discriminants are numbers; which function is the program's `main`.
//! Preserves: the tree itself.
//!
//! Before:
//! ```vex
//! const N: usize = 2 * 4;
//! struct Block {
//!     bytes: [u8; N],
//! }
//! ```
//! After:
//! ```vex
//! const N: usize = 2 * 4;
//!
//! struct Block {
//!     bytes: [u8; N],
//! }
//! ```

mod adt;
mod anon;
mod assoc;
mod drops;
mod implementation;
mod lower;
mod traits;

use crate::demand::{self, Build, Demands, Engine, Need};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use vex_ir::lang::{Closed, Signed, Step};
use vex_ir::layout::{self, LayoutError};
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const TYPE_CONTAINS_ITSELF: Code = Code("E0312");
const TYPE_TOO_LARGE: Code = Code("E0321");
const TOO_MANY_PARAMS: Code = Code("E0334");
const STATIC_TOO_LARGE: Code = Code("E0337");
const WRONG_MAIN: Code = Code("E0322");
const TYPE_WITHOUT_VALUES: Code = Code("E0324");
/// A parameter or an argument of a type whose values are no numbers.
const WRONG_NUMBER_TYPE: Code = Code("E0354");
/// A function with type parameters that has to be one function.
const GENERIC_SYMBOL: Code = Code("E0346");

/// Of how many types a report says how they lead back to the one that contains itself.
const SHOWN_HOLDERS: usize = 8;

/// Checks the types in the body of an item.
pub type Check = fn(&mut Cx, &Sigs, ItemId, &mut Body);

/// Computes types of items, then of everything inside bodies.
pub fn run(cx: &mut Cx, ir: Step<Closed, Signed, &mut Program>, check: Check, build: Build) {
    let ir = ir.into_inner();
    let count = ir.items.len();
    ir.item_ty = vec![ItemTy::None; count];
    for (_, body) in ir.bodies.iter_mut() {
        body.type_ty = vec![UNKNOWN; body.types.len()];
    }
    let live = ir.live.clone();
    let mut builder = SignatureBuilder {
        cx,
        ir,
        check,
        build,
        engine: Engine::new(true),
        state: vec![State::Waiting; count],
        used: Span::NONE,
        depth: 0,
        deep: false,
        adts: FxHashMap::default(),
        copy_traits: FxHashSet::default(),
        applications: Vec::new(),
        trait_refs: FxHashMap::default(),
        projections: Vec::new(),
        settled: false,
    };
    builder.find_copy_traits(&live);
    builder.find_params(&live);
    builder.name_types(&live);
    builder.name_traits(&live);
    builder.find_predicates(&live);
    builder.implementations(&live);
    builder.assoc_types(&live);
    for &id in &live {
        builder.item(id);
    }
    builder.copy_what_is_held(&live);
    builder.duplicate_members();
    builder.check_implementations(&live);
    for &id in &live {
        builder.layout(id);
    }
    for &id in &live {
        builder.type_exprs(id);
    }
    builder.check_applied();
    builder.check_projections();
    builder.main();
    // `flow-declare` makes them for the whole program.
    ir.defs = Default::default();
}

/// The meaning of a type expression that was not looked at yet. Gone when the pass ends.
const UNKNOWN: Ty = Ty::UNKNOWN;

/// How far an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Running,
    Done,
}

struct SignatureBuilder<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    check: Check,
    build: Build,
    /// What computes lengths and discriminants.
    engine: Engine,
    /// By item.
    state: Vec<State>,
    /// What needs the item that is looked at next.
    used: Span,
    depth: u32,
    /// Whether a type that nests too deeply is reported.
    deep: bool,
    /// The item that defines a struct, union or enum.
    adts: FxHashMap<Ty, ItemId>,
    /// Traits whose values are copied by use.
    copy_traits: FxHashSet<ItemId>,
    applications: Vec<Application>,
    /// What bounds give for the parameters of their traits; `None` while it is found out.
    trait_refs: FxHashMap<(ItemId, TypeId), Option<TraitGiven>>,
    /// The traits whose types are mentioned: by which item, and where.
    projections: Vec<(ItemId, TraitRef, Span)>,
    /// Whether it is known what implementations say that associated types are.
    settled: bool,
}

/// A trait, and what a bound gives for its own parameters.
type TraitGiven = (ItemId, Vec<Ty>);

/// What is given for parameters that have bounds.
struct Application {
    /// The item that says so.
    owner: ItemId,
    /// The one that has the parameters.
    item: ItemId,
    args: Args,
    written: Vec<TypeId>,
    span: Span,
}

impl SignatureBuilder<'_> {
    fn set(&mut self, id: ItemId, ty: ItemTy) {
        self.ir.item_ty[item_index(id)] = ty;
    }

    /// Finds the parameters of items.
    fn find_params(&mut self, live: &[ItemId]) {
        for &id in live {
            let around = self.ir.items[id].member_of.map_or(&[][..], |around| self.generics(around)).to_vec();
            let item = &self.ir.items[id];
            if item.params().is_empty() && around.is_empty() && !item.is_trait() {
                continue;
            }
            let this = item.is_trait().then_some((sym::SELF_TYPE, None));
            let own: Vec<(Symbol, Option<TypeId>)> = item.params().iter().map(|p| (p.name.name, p.number)).collect();
            // Those of what it is a member of come first; of a trait, what has it.
            let mut params: Vec<_> = around;
            for (name, number) in this.into_iter().chain(own) {
                let number = number.map(|ty| self.number_type(id, ty));
                params.push(vex_ir::ty::GenericParam { name, number, copy: false });
            }
            for position in self.copied_params(id) {
                if let Some(param) = params.get_mut(position as usize) {
                    param.copy = true;
                }
            }
            self.ir.generics.insert(id, params);
            self.one_function(id);
        }
    }

    /// The type of a parameter that is a number: a built-in one, maybe by an alias. Other types are not known yet.
    fn number_type(&mut self, owner: ItemId, id: TypeId) -> Ty {
        let (mut at, mut hops) = ((owner, id), 0);
        loop {
            match Read::<Closed>::new(&self.ir.bodies[at.0]).type_expr(at.1) {
                TypeKind::Prim(ty) if Number::of(ty, 0).is_some() => return ty,
                TypeKind::Error => return Ty::ERROR,
                TypeKind::Item(alias, _)
                    if hops < 200
                        && let ItemKind::Alias(AliasItem { ty, .. }) = self.ir.items[alias].kind::<Closed>() =>
                {
                    (at, hops) = ((alias, *ty), hops + 1);
                }
                // It has values that are no numbers.
                _ => break,
            }
        }
        let span = self.ir.bodies[owner].types[id].span;
        let message = "a parameter is a type, or an integer, `bool` or `char`";
        self.cx.emit(Diagnostic::error(WRONG_NUMBER_TYPE, span, message).label("of another type"));
        Ty::ERROR
    }

    /// Reports parameters of a function that has a symbol which C knows: there is one function for each list of arguments.
    fn one_function(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let exported =
            |attr: &TypedAttr| matches!(attr, TypedAttr::NoMangle | TypedAttr::ExportName(_) | TypedAttr::Test);
        let why = match item.as_fn() {
            Some(_) if item.is_foreign() => "a foreign function cannot have type parameters",
            Some(_) if item.has_attr(exported) => "a function with type parameters has no symbol of its own",
            _ => return,
        };
        let params = match (item.params(), item.member_of) {
            ([], Some(around)) => self.ir.items[around].params(),
            (own, _) => own,
        };
        let span = match (params.first(), params.last()) {
            (Some(first), Some(last)) => first.name.span.to(last.name.span),
            // A trait is for any type.
            _ if item.member_of.is_some_and(|around| self.ir.items[around].is_trait()) => item.name.span,
            _ => return,
        };
        let diagnostic = Diagnostic::error(GENERIC_SYMBOL, span, why).label("not possible here");
        let note = "there is a function for each type that is given: one that is called from elsewhere names its types";
        self.cx.emit(diagnostic.note(note));
    }

    /// The parameters of an item.
    fn generics(&self, id: ItemId) -> &[vex_ir::ty::GenericParam] {
        self.ir.generics.get(&id).map_or(&[], |params| params)
    }

    /// Names structs, unions, enums and opaque types, so that types may mention them before they are defined.
    fn name_types(&mut self, live: &[ItemId]) {
        let mut taken: FxHashMap<Symbol, u32> = FxHashMap::default();
        for &id in live {
            let item = &self.ir.items[id];
            if !matches!(item.kind::<Closed>(), ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Opaque) {
                continue;
            }
            let name = self.unique_name(id, &mut taken);
            let item = &self.ir.items[id];
            let kind = match item.kind::<Closed>() {
                ItemKind::Opaque => AdtKind::Opaque,
                ItemKind::Enum(def) => adt::without_values(item, def),
                _ => AdtKind::Pending,
            };
            let (packed, align) = adt::repr_of(item);
            let span = item.name.span;
            let generics = self.generics(id).to_vec();
            let adt = self.ir.types_mut().adts.alloc(AdtDef { name, span, generics, kind, packed, align });
            let ty = self.ir.types.intern(TyKind::Adt(adt));
            self.adts.insert(ty, id);
            self.set(id, ItemTy::Type(ty));
        }
    }

    /// The name of an item, with its module's. Items of blocks may have the name of others: debuggers and dumps of Flow need to tell them
    /// apart.
    fn unique_name(&mut self, id: ItemId, taken: &mut FxHashMap<Symbol, u32>) -> Symbol {
        let item = &self.ir.items[id];
        let module = self.ir.modules[item.module].name;
        // What is in scope everywhere is called so, unless the program has one of that name.
        let prelude = self.ir.scopes.prelude.types.get(&item.name.name).is_some_and(|binding| binding.item == id);
        let own = self.ir.scopes.module(self.ir.root()).types.get(&item.name.name);
        let name = if module == Symbol::EMPTY || prelude && own.is_none() {
            item.name.name
        } else {
            let text = format!("{}::{}", self.cx.text(module), self.cx.text(item.name.name));
            self.cx.interner.intern(&text)
        };
        let count = taken.entry(name).and_modify(|n| *n += 1).or_insert(1);
        match *count {
            1 => name,
            n => {
                let text = format!("{}.{n}", self.cx.text(name));
                self.cx.interner.intern(&text)
            }
        }
    }

    /// Computes the type of an item, and of those it needs first.
    fn item(&mut self, id: ItemId) {
        if self.state[item_index(id)] != State::Waiting {
            return;
        }
        self.state[item_index(id)] = State::Running;
        let need = match self.ir.items[id].kind::<Closed>() {
            ItemKind::Struct(_) | ItemKind::Enum(_) => Need::Definition(id),
            // Every other item has a type alone.
            _ => Need::Type(id),
        };
        self.engine.push(need, std::mem::replace(&mut self.used, Span::NONE));
        let kind = match self.ir.items[id].kind::<Closed>() {
            ItemKind::Fn(_) => self.function(id),
            ItemKind::Const { ty } | ItemKind::Static { ty, .. } => {
                let lowered = self.lower_written(id, ty);
                let span = self.ir.bodies[id].types[ty].span;
                ItemTy::Value(self.sized(lowered, span, "a constant or static"))
            }
            ItemKind::Alias(&AliasItem { ty, .. }) => ItemTy::Type(self.lower_written(id, ty)),
            ItemKind::Struct(_) => self.structure(id),
            ItemKind::Enum(_) => self.enumeration(id),
            // What it is part of gives an anonymous constant its type.
            // A type of a trait has its meaning from there.
            ItemKind::Opaque | ItemKind::Anon | ItemKind::AssocType(_) => self.ir.item_ty(id),
            ItemKind::Impl(_) => self.implementation(id),
            ItemKind::Error | ItemKind::ExternBlock(_) | ItemKind::Trait(_) => ItemTy::None,
        };
        self.set(id, kind);
        self.engine.pop();
        self.state[item_index(id)] = State::Done;
    }

    fn function(&mut self, id: ItemId) -> ItemTy {
        let Some(function) = self.ir.items[id].as_fn() else { return ItemTy::None };
        let params: Vec<TypeId> = function.params.iter().map(|p| p.ty).collect();
        let (ret, conv, variadic) = (function.ret, self.ir.conv(id), function.variadic);
        let is_unsafe = function.is_unsafe;
        self.count_params(id, &params);
        let mut tys = Vec::with_capacity(params.len());
        for param in params {
            let ty = self.lower_written(id, param);
            let span = self.ir.bodies[id].types[param].span;
            tys.push(self.sized(ty, span, "a parameter"));
        }
        let ret = match ret {
            None => Ty::VOID,
            Some(ret) => {
                let ty = self.lower_written(id, ret);
                let span = self.ir.bodies[id].types[ret].span;
                if ty == Ty::VOID || ty == Ty::NEVER { ty } else { self.sized(ty, span, "a result") }
            }
        };
        let sig = FnSig { params: tys, ret, conv, variadic, is_unsafe };
        self.receiver(id, &sig);
        ItemTy::Fn(self.ir.types.intern(TyKind::Fn(Box::new(sig))))
    }

    /// Reports parameters beyond what code is generated for: LLVM takes time and memory with the square of their number.
    fn count_params(&mut self, owner: ItemId, params: &[TypeId]) {
        if let Some(&first) = params.get(vex_ir::layout::MAX_ARGS) {
            let span = self.ir.bodies[owner].types[first].span;
            let message = format!(
                "a function has at most {} parameters, and this has {}",
                vex_ir::layout::MAX_ARGS,
                params.len()
            );
            let diagnostic = Diagnostic::error(TOO_MANY_PARAMS, span, message).label("the first of too many");
            self.cx.emit(diagnostic.note("a struct or an array, passed by pointer, holds as many values as it takes"));
        }
    }

    /// The type, if values can have it; else an error that says so.
    fn sized(&mut self, ty: Ty, span: Span, what: &str) -> Ty {
        // `type-check` finds what it is, and whether values may be that.
        if ty == Ty::HOLE {
            return ty;
        }
        let reason = match self.ir.types.kind(ty) {
            TyKind::Void | TyKind::Never => "has no values",
            TyKind::Slice(of) if *of == Ty::ERROR => return Ty::ERROR,
            TyKind::Str | TyKind::Slice(_) => "has no size of its own: put it behind a reference",
            TyKind::Adt(id) if self.ir.types.adts[*id].kind == AdtKind::Opaque => {
                "is an incomplete type: usable only behind a pointer"
            }
            _ => return ty,
        };
        let shown = self.ir.types.show(&self.cx.interner, ty);
        let diagnostic =
            Diagnostic::error(TYPE_WITHOUT_VALUES, span, format!("{what} cannot have type `{shown}`")).label(reason);
        self.cx.emit(diagnostic);
        Ty::ERROR
    }

    /// Reports types without a layout.
    fn layout(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let ty = match (item.kind::<Closed>(), self.ir.item_ty(id)) {
            (ItemKind::Struct(_) | ItemKind::Enum(_), ItemTy::Type(ty)) => ty,
            (ItemKind::Static { .. } | ItemKind::Const { .. }, ItemTy::Value(ty)) => ty,
            _ => return,
        };
        let span = item.name.span;
        let ty = self.with_some_args(ty);
        // Each round leaves one type less without a layout.
        while let Err(error) = layout::layout(&self.ir.types, &self.cx.target, ty) {
            match error {
                LayoutError::Unsized(_) => return,
                LayoutError::Recursive(inner) => {
                    self.contains_itself(inner, span);
                    self.poison(id, inner);
                }
                LayoutError::TooDeep(inner) => {
                    self.too_deep(inner, span);
                    self.poison(id, inner);
                    // No struct is involved: the item itself must be changed.
                    if self.ir.types.applied(inner).0.is_none() {
                        return;
                    }
                }
                LayoutError::TooLarge(large) => {
                    let shown = self.named_in_reports(large);
                    let message = format!("values of type `{shown}` are too large for the target");
                    // A type that holds one that is too large is too large as well: only the inner one is reported, in either order.
                    let inner = self.too_large_inside(ty);
                    let span = inner.and_then(|inner| self.ir.types.applied(inner).0).map_or(span, |adt| adt.span);
                    self.cx.emit(Diagnostic::error(TYPE_TOO_LARGE, span, message).label("too large"));
                    match inner.filter(|inner| *inner != ty) {
                        Some(inner) => self.poison(id, inner),
                        None => return self.poison(id, ty),
                    }
                }
            }
        }
        self.size_of_static(id, ty);
    }

    /// A definition with parameters, with some type for each: whether it contains itself does not depend on which.
    fn with_some_args(&self, ty: Ty) -> Ty {
        let types = &self.ir.types;
        match *types.kind(ty) {
            TyKind::Adt(id) if !types.adts[id].generics.is_empty() => {
                types.intern(TyKind::Apply(id, types.make_args(self.some_args(&types.adts[id].generics))))
            }
            _ => ty,
        }
    }

    fn some_args(&self, params: &[vex_ir::ty::GenericParam]) -> Vec<Ty> {
        let number = |ty| Number::of(ty, 1).map_or(Ty::ERROR, |number| self.ir.types.number(number));
        params.iter().map(|param| param.number.map_or(Ty::BOOL, number)).collect()
    }

    /// A type for messages: one that [`with_some_args`](Self::with_some_args) has made by its own parameters, one that would fill
    /// the screen by its name.
    fn named_in_reports(&self, ty: Ty) -> String {
        const LONG: usize = 100;
        let types = &self.ir.types;
        let (TyKind::Apply(id, args), (Some(def), _)) = (types.kind(ty), types.applied(ty)) else {
            return types.show(&self.cx.interner, ty);
        };
        let ty = match types.args(*args) == self.some_args(&def.generics) {
            true => {
                let param = |(position, name): (usize, Symbol)| types.intern(TyKind::Param(position as u32, name));
                let own = def.generics.iter().map(|param| param.name).enumerate().map(param).collect();
                types.intern(TyKind::Apply(*id, types.make_args(own)))
            }
            false => ty,
        };
        let shown = types.show(&self.cx.interner, ty);
        if shown.len() > LONG { self.cx.text(def.name).to_string() } else { shown }
    }

    /// Reports a type that holds itself by value, with the fields through which it does.
    fn contains_itself(&mut self, ty: Ty, span: Span) {
        let (text, span) = self.blamed(ty, span);
        let mut diagnostic = Diagnostic::error(TYPE_CONTAINS_ITSELF, span, format!("type `{text}` contains itself"))
            .label("has infinite size");
        let ring = self.ring(ty);
        let held = ring.iter().skip(1).map(|(holder, _)| *holder).chain([ty]);
        for (i, ((holder, field), held)) in ring.iter().zip(held).take(SHOWN_HOLDERS).enumerate() {
            let held = self.named_in_reports(held);
            let field = self.cx.text(*field);
            diagnostic = if i == 0 {
                diagnostic.note(format!("a pointer (`*{held}`, `*mut {held}`) in the field `{field}` breaks the cycle"))
            } else {
                let (_, at) = self.blamed(*holder, span);
                diagnostic.secondary(at, format!("its field `{field}` holds `{held}`"))
            };
        }
        self.cx.emit(diagnostic);
    }

    /// The structs and unions that lead from a type back to itself, each with the field that holds the next one: as few as there
    /// can be.
    fn ring(&self, ty: Ty) -> Vec<(Ty, Symbol)> {
        let types = &self.ir.types;
        let mut held_by: FxHashMap<Ty, (Ty, Symbol)> = FxHashMap::default();
        let mut todo = VecDeque::from([ty]);
        while let Some(holder) = todo.pop_front() {
            for field in types.fields_of(holder) {
                let mut parts = vec![field.ty];
                while let Some(part) = parts.pop() {
                    match types.kind(part) {
                        TyKind::Array(of, _) | TyKind::OpenArray(of, _) => parts.push(*of),
                        TyKind::Tuple(of) => parts.extend(of.iter()),
                        TyKind::Adt(_) | TyKind::Apply(..) if !held_by.contains_key(&part) => {
                            held_by.insert(part, (holder, field.name));
                            todo.push_back(part);
                        }
                        // Nothing else holds a struct by value.
                        _ => {}
                    }
                }
            }
        }
        let mut ring = Vec::new();
        let mut at = ty;
        while let Some(holder) = held_by.get(&at) {
            ring.push(*holder);
            at = holder.0;
            if at == ty {
                break;
            }
        }
        ring.reverse();
        ring
    }

    /// Of the structs and unions that a type holds by value, and itself, the innermost that is too large.
    fn too_large_inside(&self, ty: Ty) -> Option<Ty> {
        let is_too_large =
            |ty: &Ty| matches!(layout::layout(&self.ir.types, &self.cx.target, *ty), Err(LayoutError::TooLarge(_)));
        let mut found = None;
        let mut todo = vec![ty];
        while let Some(ty) = todo.pop() {
            match self.ir.types.kind(ty) {
                TyKind::Array(of, _) => todo.push(*of),
                TyKind::Tuple(parts) => todo.extend(parts.iter().rev()),
                TyKind::Adt(_) | TyKind::Apply(..) if is_too_large(&ty) => {
                    found = Some(ty);
                    todo = self.ir.types.field_types(ty);
                    todo.reverse();
                }
                // Nothing else holds a struct by value.
                _ => {}
            }
        }
        found
    }

    /// Reports a static that code cannot reach all of: it does so by distances of 32 bits with a sign, in every code model that we
    /// compile for (System V ABI for x86-64, section 3.5.1, "small").
    fn size_of_static(&mut self, id: ItemId, ty: Ty) {
        const MOST: u64 = i32::MAX as u64;
        let item = &self.ir.items[id];
        let size = layout::layout(&self.ir.types, &self.cx.target, ty).map_or(0, |layout| layout.size);
        if !matches!(item.kind::<Closed>(), ItemKind::Static { .. }) || item.is_foreign() || size <= MOST {
            return;
        }
        let (span, name) = (item.name.span, self.cx.text(item.name.name));
        let diagnostic = Diagnostic::error(STATIC_TOO_LARGE, span, format!("the static `{name}` has {size} bytes"))
            .label("code cannot reach all of it")
            .note(format!("a static has at most {MOST} bytes; more is allocated when the program runs"));
        self.cx.emit(diagnostic);
        self.poison(id, ty);
    }

    /// Reports a type that nests too deeply; the types that hold it are not reported.
    fn too_deep(&mut self, ty: Ty, span: Span) {
        if std::mem::replace(&mut self.deep, true) {
            return;
        }
        let (text, span) = self.blamed(ty, span);
        let message = format!("type `{text}` holds others by value more than {} deep", layout::MAX_DEPTH);
        let diagnostic = Diagnostic::error(TYPE_TOO_LARGE, span, message)
            .label("too deep")
            .note("a pointer in a field holds nothing by value");
        self.cx.emit(diagnostic);
    }

    /// The name of a type and where it stands; `span` if it has no place of its own.
    fn blamed(&self, ty: Ty, span: Span) -> (String, Span) {
        let shown = self.named_in_reports(ty);
        (shown, self.ir.types.applied(ty).0.map_or(span, |adt| adt.span))
    }

    /// Makes the fields of a type that has no layout errors, and so its uses; or the item itself, if its type has no fields.
    fn poison(&mut self, id: ItemId, ty: Ty) {
        if let TyKind::Adt(adt) | TyKind::Apply(adt, _) = *self.ir.types.kind(ty) {
            self.ir.types_mut().adts[adt].kind.fields_mut(&mut |field| field.ty = Ty::ERROR);
        } else if let ItemTy::Value(_) = self.ir.item_ty(id) {
            self.set(id, ItemTy::Value(Ty::ERROR));
        }
    }

    /// The meaning of every type expression of an item, and the value of the count of every `[value; count]`.
    fn type_exprs(&mut self, id: ItemId) {
        let body = &self.ir.bodies[id];
        if !body.may_have(Shapes::ANON) {
            for raw in 0..body.types.len() {
                self.lower(id, la_arena::Idx::from_raw((raw as u32).into()));
            }
            return self.must_be_written(id);
        }
        // What nothing reaches is left out: it is not resolved, and its lengths could only be reported by mistake.
        let mut nodes = Vec::new();
        self.ir.items[id].walk(body, &mut |node| nodes.push(node));
        for node in nodes {
            match node {
                walk::Node::Type(ty) => _ = self.lower(id, ty),
                walk::Node::Expr(expr) => self.numbers_in(id, expr),
                walk::Node::Pat(_) => {}
            }
        }
        self.must_be_written(id);
    }

    /// The numbers in an expression itself: the count of `[value; count]`, and arguments.
    fn numbers_in(&mut self, id: ItemId, expr: ExprId) {
        match Read::<Closed>::new(&self.ir.bodies[id]).kind(expr) {
            ExprKind::Repeat(_, count) => _ = self.anon(count, Ty::USIZE, None),
            ExprKind::Item(item, args) => {
                let params = self.generics(item).to_vec();
                self.type_numbers(id, args, &params);
            }
            ExprKind::Member { of, name, generics } => self.type_member_numbers(id, Some(of), name, generics),
            ExprKind::MethodCall { name, generics, .. } => self.type_member_numbers(id, None, name, generics),
            // Nothing else has any.
            _ => {}
        }
    }

    /// Reports `_` in the types of an item itself.
    fn must_be_written(&mut self, id: ItemId) {
        if !self.ir.bodies[id].type_ty.contains(&Ty::HOLE) {
            return;
        }
        let (item, body) = (&self.ir.items[id], Read::<Closed>::new(&self.ir.bodies[id]));
        let mut left = Vec::new();
        item.roots(&body, &mut |node| left.extend(matches!(node, walk::Node::Type(_)).then_some(node)));
        left.reverse();
        let mut found = Vec::new();
        while let Some(node) = left.pop() {
            if let walk::Node::Type(ty) = node
                && let TypeKind::Infer = body.type_expr(ty)
            {
                found.push(body.types[ty].span);
            }
            body.children(node, &mut |child| left.push(child));
        }
        for span in found {
            let diagnostic = Diagnostic::error(lower::TYPE_NOT_WRITTEN, span, "the type must be written here");
            self.cx.emit(diagnostic.label("`_` is not enough"));
        }
    }

    /// Finds the program's `main`, which takes nothing and returns nothing or `i32`.
    fn main(&mut self) {
        let root = self.ir.root();
        let Some(module) = self.ir.modules.iter().next().map(|(_, m)| m) else { return };
        let called_main = |id: &&ItemId| self.ir.items[**id].name.name == sym::MAIN;
        let Some(&id) = module.items.iter().find(|id| called_main(id) && self.ir.items[**id].as_fn().is_some()) else {
            // One that could not be parsed is reported already.
            let broken = module.items.iter().any(|id| called_main(&id));
            if self.cx.options.needs_main && !broken {
                let at = self.ir.modules[root].span.end();
                let diagnostic = Diagnostic::error(WRONG_MAIN, at, "the program has no `main` function");
                let removed = self.ir.removed.find(sym::MAIN, |from| from == RemovedFrom::Module(root));
                let diagnostic = match removed.is_empty() {
                    true => diagnostic.note("add `fn main() { … }`, or compile to an object with `-c`"),
                    false => self.ir.removed.explain(self.cx, diagnostic, &removed),
                };
                self.cx.emit(diagnostic);
            }
            return;
        };
        let ItemTy::Fn(ty) = self.ir.item_ty(id) else { return };
        let Some(sig) = self.ir.types.sig(ty) else { return };
        let ret_ok = [Ty::VOID, Ty::I32, Ty::ERROR, Ty::NEVER].contains(&sig.ret);
        let called_as_vex = sig.conv == Conv::Vex;
        let right =
            sig.params.is_empty() && self.ir.items[id].params().is_empty() && ret_ok && !sig.variadic && called_as_vex;
        // What is called as C's functions are is a definition of C's `main` instead.
        self.ir.main = Some(id).filter(|_| called_as_vex);
        if right {
            return;
        }
        let name = self.ir.items[id].name.span;
        let diagnostic = Diagnostic::error(WRONG_MAIN, name, "`main` has the wrong type")
            .label("must be `fn main()` or `fn main() -> i32`")
            .note("the arguments of the program come from \"std/env\"");
        self.cx.emit(diagnostic);
    }
}
