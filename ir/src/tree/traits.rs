//! Traits: which types have them, and what says so.

use super::*;
use crate::Cx;
use crate::symbol::{Interner, sym};
use crate::ty::{Args, GenericParam, TyKind};
use rustc_hash::FxHashSet;

/// How many implementations may need each other, one after another.
const MAX_DEPTH: usize = 64;

/// A trait, with the type that has it and what is given for the trait's own parameters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TraitRef {
    pub of: ItemId,
    pub args: Args,
}

/// What is known where something is to have a trait.
#[derive(Clone, Copy, Default)]
pub struct Env<'a> {
    /// The parameters that are in scope.
    pub generics: &'a [GenericParam],
    /// What bounds say, and what follows from it.
    pub holds: &'a [TraitRef],
}

/// Why a type does not have a trait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unmet {
    /// Nothing says so.
    Trait(TraitRef),
    /// Its values may have to be moved.
    Copy(Ty),
    /// What would say so needs itself, or others without end.
    Endless,
}

/// All traits and their implementations (from `sig-check` on).
#[derive(Default)]
pub struct Traits {
    /// Names that are unique in the program.
    names: FxHashMap<ItemId, Symbol>,
    /// What must hold where an item is used, of its parameters and of those around it.
    predicates: FxHashMap<ItemId, Vec<TraitRef>>,
    /// What holds in an item: its predicates, and what follows from them.
    holds: FxHashMap<ItemId, Vec<TraitRef>>,
    /// The implementations of each trait, by what their type begins with.
    impls: FxHashMap<(ItemId, Head), Vec<ItemId>>,
    /// All implementations of each trait.
    all: FxHashMap<ItemId, Vec<ItemId>>,
    /// What each implementation says.
    headers: FxHashMap<ItemId, TraitRef>,
    /// The members of all traits, by name.
    named: FxHashMap<Symbol, Vec<ItemId>>,
    /// The members of traits and of implementations of traits.
    members: FxHashMap<(ItemId, Symbol), ItemId>,
}

/// What a type begins with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Head {
    /// A type without parts, or a definition without its arguments.
    Named(Ty),
    /// References, slices, tuples and the like.
    Structured,
    /// Any type.
    Open,
}

impl Head {
    pub fn of(types: &Types, ty: Ty) -> Head {
        match types.kind(ty) {
            TyKind::Apply(adt, _) => Head::Named(types.intern(TyKind::Adt(*adt))),
            TyKind::Param(..) | TyKind::Assoc(..) => Head::Open,
            TyKind::Ptr(..)
            | TyKind::Ref(..)
            | TyKind::Slice(_)
            | TyKind::Array(..)
            | TyKind::OpenArray(..)
            | TyKind::Tuple(_)
            | TyKind::Fn(_) => Head::Structured,
            TyKind::Error
            | TyKind::Void
            | TyKind::Never
            | TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Null
            | TyKind::Adt(_)
            | TyKind::Number(_) => Head::Named(ty),
        }
    }
}

impl Traits {
    pub fn define(&mut self, id: ItemId, name: Symbol) {
        self.names.insert(id, name);
    }

    /// A name of a trait that no other has.
    pub fn name(&self, id: ItemId) -> Symbol {
        self.names.get(&id).copied().unwrap_or(Symbol::EMPTY)
    }

    pub fn set_predicates(&mut self, id: ItemId, predicates: Vec<TraitRef>) {
        self.predicates.insert(id, predicates);
    }

    /// What must hold where an item is used.
    pub fn predicates(&self, id: ItemId) -> &[TraitRef] {
        self.predicates.get(&id).map_or(&[], |found| found)
    }

    pub fn set_holds(&mut self, id: ItemId, holds: Vec<TraitRef>) {
        self.holds.insert(id, holds);
    }

    /// What holds in an item.
    pub fn holds(&self, id: ItemId) -> &[TraitRef] {
        self.holds.get(&id).map_or(&[], |found| found)
    }

    pub fn add_member(&mut self, around: ItemId, name: Symbol, member: ItemId) {
        self.members.entry((around, name)).or_insert(member);
    }

    pub fn add_named(&mut self, name: Symbol, member: ItemId) {
        self.named.entry(name).or_default().push(member);
    }

    /// The member of a name that a trait or an implementation of one has.
    pub fn member(&self, around: ItemId, name: Symbol) -> Option<ItemId> {
        self.members.get(&(around, name)).copied()
    }

    /// The members of a name, whatever trait has them.
    pub fn named(&self, name: Symbol) -> &[ItemId] {
        self.named.get(&name).map_or(&[], |found| found)
    }

    /// The names of the members of all traits, in no order.
    pub fn all_named(&self) -> impl Iterator<Item = Symbol> {
        self.named.keys().copied()
    }

    /// Adds an implementation.
    pub fn add_impl(&mut self, types: &Types, id: ItemId, header: TraitRef) {
        let head = types.args(header.args).first().map_or(Head::Open, |ty| Head::of(types, *ty));
        self.impls.entry((header.of, head)).or_default().push(id);
        self.all.entry(header.of).or_default().push(id);
        self.headers.insert(id, header);
    }

    /// What an implementation says.
    pub fn header(&self, id: ItemId) -> Option<TraitRef> {
        self.headers.get(&id).copied()
    }

    /// The implementations of a trait for what begins with something.
    pub fn impls_with(&self, of: ItemId, head: Head) -> &[ItemId] {
        self.impls.get(&(of, head)).map_or(&[], |found| found)
    }

    /// The implementations of a trait that may be for a type.
    pub fn impls_for(&self, of: ItemId, head: Head) -> impl Iterator<Item = ItemId> {
        let own = if head == Head::Open { &[][..] } else { self.impls_with(of, head) };
        own.iter().chain(self.impls_with(of, Head::Open)).copied()
    }

    /// All implementations of a trait.
    pub fn impls_of(&self, of: ItemId) -> &[ItemId] {
        self.all.get(&of).map_or(&[], |found| found)
    }

    /// A trait for messages: with its own arguments.
    pub fn show(&self, interner: &Interner, types: &Types, items: &la_arena::Arena<Item>, wanted: TraitRef) -> String {
        let own: Vec<String> = types.args(wanted.args).iter().skip(1).map(|ty| types.show(interner, *ty)).collect();
        let name = interner.get(items[wanted.of].name.name);
        if own.is_empty() { name.to_string() } else { format!("{name}<{}>", own.join(", ")) }
    }
}

impl TraitRef {
    /// The type that has the trait.
    pub fn this(self, types: &Types) -> Ty {
        types.args(self.args).first().copied().unwrap_or(Ty::ERROR)
    }

    /// Whether it is said of what has the trait around.
    pub fn is_of_self(self, types: &Types) -> bool {
        matches!(types.kind(self.this(types)), TyKind::Param(0, name) if *name == sym::SELF_TYPE)
    }

    pub fn substitute(self, types: &Types, args: &[Ty]) -> TraitRef {
        let args = types.args(self.args).iter().map(|ty| types.substitute(*ty, args)).collect();
        TraitRef { of: self.of, args: types.make_args(args) }
    }
}

impl Sigs {
    /// What is known in an item.
    pub fn env(&self, id: ItemId) -> Env<'_> {
        Env { generics: self.generics.get(&id).map_or(&[], |params| params), holds: self.traits.holds(id) }
    }
}

/// Finds out whether types have traits.
pub struct Solver<'a> {
    types: &'a Types,
    traits: &'a Traits,
    generics: &'a FxHashMap<ItemId, Vec<GenericParam>>,
    env: Env<'a>,
    /// What holds, and what is being found out.
    known: FxHashMap<TraitRef, bool>,
    depth: usize,
}

impl<'a> Solver<'a> {
    pub fn new(
        types: &'a Types,
        traits: &'a Traits,
        generics: &'a FxHashMap<ItemId, Vec<GenericParam>>,
        env: Env<'a>,
    ) -> Solver<'a> {
        Solver { types, traits, generics, env, known: FxHashMap::default(), depth: 0 }
    }

    /// Whether a type has a trait; `Err`: the first that is missing for it.
    pub fn holds(&mut self, wanted: TraitRef) -> Result<(), Unmet> {
        let types = self.types;
        if types.args(wanted.args).iter().any(|ty| types.mentions_error(*ty)) || self.env.holds.contains(&wanted) {
            return Ok(());
        }
        match self.known.get(&wanted) {
            Some(true) => return Ok(()),
            Some(false) => return Err(Unmet::Endless),
            None => {}
        }
        if self.depth >= MAX_DEPTH || types.args_extent(wanted.args) > Types::MAX_EXTENT {
            return Err(Unmet::Endless);
        }
        self.known.insert(wanted, false);
        self.depth += 1;
        let found = self.by_impl(wanted);
        self.depth -= 1;
        match found {
            Ok(()) => _ = self.known.insert(wanted, true),
            Err(_) => _ = self.known.remove(&wanted),
        }
        found
    }

    fn by_impl(&mut self, wanted: TraitRef) -> Result<(), Unmet> {
        let (types, traits) = (self.types, self.traits);
        let Some((found, bound)) = self.implementation(wanted) else { return Err(Unmet::Trait(wanted)) };
        self.copied(found, &bound)?;
        traits.predicates(found).iter().try_for_each(|needed| self.holds(needed.substitute(types, &bound)))
    }

    /// The implementation that is for these types, and what its parameters are.
    pub fn implementation(&self, wanted: TraitRef) -> Option<(ItemId, Vec<Ty>)> {
        let (types, traits) = (self.types, self.traits);
        let head = Head::of(types, wanted.this(types));
        traits.impls_for(wanted.of, head).find_map(|id| {
            let header = traits.header(id)?;
            let count = self.generics.get(&id).map_or(0, Vec::len);
            Some((id, types.match_args(header.args, wanted.args, count)?))
        })
    }

    /// Whether what is bound to be copied is.
    pub fn copied(&self, item: ItemId, args: &[Ty]) -> Result<(), Unmet> {
        let params = self.generics.get(&item).map_or(&[][..], |params| params);
        let moved = |(param, ty): (&GenericParam, &Ty)| {
            let is_moved = param.copy && !self.types.mentions_error(*ty) && !self.types.is_copy(*ty, self.env.generics);
            is_moved.then_some(*ty)
        };
        params.iter().zip(args).find_map(moved).map_or(Ok(()), |ty| Err(Unmet::Copy(ty)))
    }
}

impl Sigs {
    /// What follows from predicates: what has a trait has those that the trait asks for.
    pub fn closure(&self, predicates: &[TraitRef]) -> Vec<TraitRef> {
        let types = &self.types;
        let (mut found, mut seen) = (Vec::new(), FxHashSet::default());
        let mut left: Vec<TraitRef> = predicates.iter().rev().copied().collect();
        while let Some(one) = left.pop() {
            if !seen.insert(one) {
                continue;
            }
            found.push(one);
            let args = types.args(one.args);
            let asked = self.traits.predicates(one.of).iter().rev().filter(|asked| asked.is_of_self(types));
            left.extend(asked.map(|asked| asked.substitute(types, args)));
        }
        found
    }
}

/// Says that a type has to have a trait in an item.
pub fn unmet(cx: &Cx, sigs: &Sigs, owner: ItemId, (wanted, why): (TraitRef, Unmet), span: Span) -> crate::Diagnostic {
    let types = &sigs.types;
    let missing = match why {
        Unmet::Copy(ty) if ty == wanted.this(types) => {
            return generic::not_copy(cx, types, &sigs.items, (owner, ty), span);
        }
        Unmet::Copy(_) | Unmet::Endless => wanted,
        Unmet::Trait(missing) => missing,
    };
    let shown = |found: TraitRef| sigs.traits.show(&cx.interner, types, &sigs.items, found);
    let ty = types.show(&cx.interner, missing.this(types));
    let message = format!("`{ty}` does not have the trait `{}`", shown(missing));
    let label = format!("the bound `{}` is not met", shown(missing));
    let mut diagnostic = crate::Diagnostic::error(generic::BOUND_NOT_MET, span, message).label(label);
    diagnostic = match why {
        Unmet::Endless => diagnostic.note("what would say so needs itself, or others without end"),
        Unmet::Copy(moved) => {
            diagnostic.note(format!("values of `{}` may have to be moved", types.show(&cx.interner, moved)))
        }
        Unmet::Trait(_) => match types.kind(missing.this(types)) {
            TyKind::Param(position, _) => {
                generic::bound_with(cx, &sigs.items, (owner, *position), &shown(missing), diagnostic)
            }
            _ => diagnostic.secondary(sigs.items[missing.of].name.span, "the trait is declared here"),
        },
    };
    if missing == wanted {
        return diagnostic;
    }
    diagnostic.note(format!(
        "needed for `{}` to have `{}`",
        types.show(&cx.interner, wanted.this(types)),
        shown(wanted)
    ))
}
