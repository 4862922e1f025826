//! Traits: which types have them, and what says so.

use super::*;
use crate::symbol::{Interner, sym};
use crate::ty::{Args, Copied, GenericParam, Head, TyKind};
use crate::{Code, Cx};
use rustc_hash::FxHashSet;

/// An associated type that is another than a bound says.
pub const OTHER_TYPE: Code = Code("E0381");

/// A type that expands to itself, or through too many others.
pub const CYCLIC_ALIAS: Code = Code("E0313");

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
    /// Associated types, and what bounds say that they are.
    pub equal: &'a [(Ty, Ty)],
    /// Associated types whose values are copied.
    pub copied: &'a [Ty],
}

impl<'a> Env<'a> {
    /// What is known to be copied by use.
    pub fn copied(self) -> Copied<'a> {
        Copied { generics: self.generics, assocs: self.copied }
    }
}

/// Why a type does not have a trait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unmet {
    /// Nothing says so.
    Trait(TraitRef),
    /// Its values may have to be moved.
    Copy(Ty),
    /// An associated type is another than is asked for.
    Other { assoc: Ty, found: Ty, wanted: Ty },
    /// What would say so needs itself, or others without end.
    Endless,
}

/// What a trait asks of a type that it has.
#[derive(Clone, Default)]
pub struct AskedOfType {
    pub traits: Vec<TraitRef>,
    /// What the types of those traits are.
    pub equal: Vec<(Ty, Ty)>,
}

/// All traits and their implementations (from `sig-check` on).
#[derive(Default)]
pub struct Traits {
    /// Names that are unique in the program.
    names: FxHashMap<ItemId, Symbol>,
    by_name: FxHashMap<Symbol, ItemId>,
    /// What must hold where an item is used, of its parameters and of those around it.
    predicates: FxHashMap<ItemId, Vec<TraitRef>>,
    /// What holds in an item: its predicates, and what follows from them.
    holds: FxHashMap<ItemId, Vec<TraitRef>>,
    /// What associated types must be where an item is used.
    equalities: FxHashMap<ItemId, Vec<(Ty, Ty)>>,
    /// What they are in an item.
    equal: FxHashMap<ItemId, Vec<(Ty, Ty)>>,
    /// Associated types whose values must be copied where an item is used.
    copied: FxHashMap<ItemId, Vec<Ty>>,
    /// What traits ask of their types.
    of_types: FxHashMap<(ItemId, Symbol), AskedOfType>,
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

impl Traits {
    pub fn define(&mut self, id: ItemId, name: Symbol) {
        self.names.insert(id, name);
        self.by_name.insert(name, id);
    }

    /// The trait that has a name which no other has.
    pub fn with_name(&self, name: Symbol) -> Option<ItemId> {
        self.by_name.get(&name).copied()
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

    pub fn set_equalities(&mut self, id: ItemId, equalities: Vec<(Ty, Ty)>) {
        self.equalities.insert(id, equalities);
    }

    /// What associated types must be where an item is used.
    pub fn equalities(&self, id: ItemId) -> &[(Ty, Ty)] {
        self.equalities.get(&id).map_or(&[], |found| found)
    }

    pub fn set_equal(&mut self, id: ItemId, equal: Vec<(Ty, Ty)>) {
        self.equal.insert(id, equal);
    }

    pub fn set_copied(&mut self, id: ItemId, copied: Vec<Ty>) {
        self.copied.insert(id, copied);
    }

    /// Associated types whose values must be copied where an item is used.
    pub fn copied(&self, id: ItemId) -> &[Ty] {
        self.copied.get(&id).map_or(&[], |found| found)
    }

    pub fn set_of_type(&mut self, of: ItemId, name: Symbol, asked: AskedOfType) {
        self.of_types.insert((of, name), asked);
    }

    /// What a trait asks of a type that it has.
    pub fn of_type(&self, of: ItemId, name: Symbol) -> AskedOfType {
        self.of_types.get(&(of, name)).cloned().unwrap_or_default()
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
    /// Whether a constant depends on parameters: it has no value, but is called as a function of Flow where it is mentioned.
    pub fn is_open_const(&self, id: ItemId) -> bool {
        matches!(self.items[id].kind, ItemData::Const { .. }) && self.generics.contains_key(&id)
    }

    /// Whether a constant is a function in Flow: it is open, or an open one of a trait may lead to it.
    pub fn is_const_fn(&self, id: ItemId) -> bool {
        let item = &self.items[id];
        let of_trait = || item.member_of.is_some_and(|around| self.items[around].trait_of().is_some());
        matches!(item.kind, ItemData::Const { .. }) && (self.generics.contains_key(&id) || of_trait())
    }

    /// What is known in an item.
    pub fn env(&self, id: ItemId) -> Env<'_> {
        Env {
            generics: self.generics.get(&id).map_or(&[], |params| params),
            holds: self.traits.holds(id),
            equal: self.traits.equal.get(&id).map_or(&[], |found| found),
            copied: self.traits.copied(id),
        }
    }

    /// A type with what is known in an item of the associated types in it.
    pub fn normal(&self, id: ItemId, ty: Ty) -> Ty {
        match self.types.mentions_assoc(ty) {
            true => Solver::new(&self.types, &self.traits, &self.generics, self.env(id)).normal(ty),
            false => ty,
        }
    }

    /// Whether an implementation says what an associated type is.
    pub fn says_assoc(&self, assoc: Ty) -> bool {
        let TyKind::Assoc(of, name, args) = self.types.kind(assoc) else { return false };
        let Some(of) = self.traits.with_name(*of) else { return false };
        let solver = Solver::new(&self.types, &self.traits, &self.generics, Env::default());
        let found = solver.implementation(TraitRef { of, args: *args });
        found.is_some_and(|(id, _)| self.traits.member(id, *name).is_some())
    }

    /// What an associated type of what is not known has, since its trait asks for it.
    pub fn asked_of_assoc(&self, ty: Ty) -> Vec<TraitRef> {
        let types = &self.types;
        let TyKind::Assoc(of, name, args) = types.kind(ty) else { return Vec::new() };
        let Some(of) = self.traits.with_name(*of) else { return Vec::new() };
        let args = types.args(*args);
        let own: Vec<TraitRef> =
            self.traits.of_type(of, *name).traits.iter().map(|one| one.substitute(types, args)).collect();
        self.closure(&own)
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
        let args: Vec<Ty> = types.args(wanted.args).iter().map(|ty| self.normal(*ty)).collect();
        let is_error = args.iter().any(|ty| types.mentions_error(*ty));
        let wanted = TraitRef { of: wanted.of, args: types.make_args(args) };
        if is_error || self.env.holds.contains(&wanted) || self.is_asked(wanted) {
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
        traits.predicates(found).iter().try_for_each(|needed| self.holds(needed.substitute(types, &bound)))?;
        traits.equalities(found).iter().try_for_each(|(assoc, wanted)| {
            self.equal(types.assoc_as_written(*assoc, &bound), types.substitute(*wanted, &bound))
        })
    }

    /// Whether an associated type is what is asked for.
    pub fn equal(&self, assoc: Ty, wanted: Ty) -> Result<(), Unmet> {
        let (found, wanted) = (self.normal(assoc), self.normal(wanted));
        let is_error = [found, wanted].into_iter().any(|ty| self.types.mentions_error(ty));
        if found == wanted || is_error { Ok(()) } else { Err(Unmet::Other { assoc, found, wanted }) }
    }

    /// Whether the trait of an associated type of what is not known asks for a trait.
    fn is_asked(&self, wanted: TraitRef) -> bool {
        let (types, traits) = (self.types, self.traits);
        let TyKind::Assoc(of, name, args) = types.kind(wanted.this(types)) else { return false };
        let Some(of) = traits.with_name(*of) else { return false };
        let args = types.args(*args);
        let asked = traits.of_type(of, *name).traits.into_iter();
        let mut left: Vec<TraitRef> = asked.map(|own| own.substitute(types, args)).collect();
        let mut seen = FxHashSet::default();
        while let Some(one) = left.pop() {
            let parts: Vec<Ty> = types.args(one.args).iter().map(|ty| self.normal(*ty)).collect();
            if one.of == wanted.of && parts == types.args(wanted.args) {
                return true;
            }
            if seen.insert(one) {
                let args = types.args(one.args);
                let asked = traits.predicates(one.of).iter().filter(|asked| asked.is_of_self(types));
                left.extend(asked.map(|asked| asked.substitute(types, args)));
            }
        }
        false
    }

    /// A type with what is known of the associated types in it.
    pub fn normal(&self, ty: Ty) -> Ty {
        self.types.with_known(ty, &|assoc| self.known_assoc(assoc))
    }

    /// What an associated type is, by bounds; where none says that the trait holds, by what is said of any type.
    fn known_assoc(&self, assoc: Ty) -> Option<Ty> {
        if let Some((_, is)) = self.env.equal.iter().find(|(known, _)| *known == assoc) {
            return Some(*is);
        }
        let TyKind::Assoc(of, _, args) = self.types.kind(assoc) else { return None };
        let wanted = TraitRef { of: self.traits.with_name(*of)?, args: *args };
        if let Some(is) = self.equal_as_asked(assoc, wanted.this(self.types)) {
            return Some(is);
        }
        let is_bound = self.env.holds.contains(&wanted) || self.is_asked(wanted);
        if is_bound { None } else { self.types.assoc_of_any(assoc) }
    }

    /// What an associated type of one of what is not known is, since the trait of that says so.
    fn equal_as_asked(&self, assoc: Ty, this: Ty) -> Option<Ty> {
        let TyKind::Assoc(of, name, args) = self.types.kind(this) else { return None };
        let (of, args) = (self.traits.with_name(*of)?, self.types.args(*args));
        let AskedOfType { equal, .. } = self.traits.of_type(of, *name);
        let same = |(known, _): &&(Ty, Ty)| self.types.substitute(*known, args) == assoc;
        equal.iter().find(same).map(|(_, is)| self.types.substitute(*is, args))
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
            let is_moved = param.copy && !self.types.mentions_error(*ty) && !self.types.is_copy(*ty, self.env.copied());
            is_moved.then_some(*ty)
        };
        let assocs = self.traits.copied(item).iter().map(|ty| self.normal(self.types.substitute(*ty, args)));
        let is_moved = |ty: &Ty| !self.types.mentions_error(*ty) && !self.types.is_copy(*ty, self.env.copied());
        let found = params.iter().zip(args).find_map(moved).or_else(|| assocs.into_iter().find(is_moved));
        found.map_or(Ok(()), |ty| Err(Unmet::Copy(ty)))
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

    /// What associated types are: as predicates say that hold, and as their traits say.
    pub fn equal_by(&self, own: &[(Ty, Ty)], holds: &[TraitRef]) -> Vec<(Ty, Ty)> {
        let types = &self.types;
        let of_traits = holds.iter().flat_map(|held| {
            let args = types.args(held.args);
            let said = self.traits.equalities(held.of).iter();
            said.map(|(assoc, is)| (types.substitute(*assoc, args), types.substitute(*is, args)))
        });
        own.iter().copied().chain(of_traits).collect()
    }
}

/// Says that a type has to have a trait in an item.
pub fn unmet(cx: &Cx, sigs: &Sigs, owner: ItemId, (wanted, why): (TraitRef, Unmet), span: Span) -> crate::Diagnostic {
    let types = &sigs.types;
    let missing = match why {
        Unmet::Copy(ty) if ty == wanted.this(types) => {
            return generic::not_copy(cx, types, &sigs.items, (owner, ty), span);
        }
        Unmet::Other { assoc, found, wanted } => return other_type(cx, sigs, (assoc, found, wanted), span),
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
        Unmet::Other { .. } => diagnostic,
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

/// Says that an associated type is another than is asked for.
pub fn other_type(cx: &Cx, sigs: &Sigs, (assoc, found, wanted): (Ty, Ty, Ty), span: Span) -> crate::Diagnostic {
    let show = |ty: Ty| sigs.types.show(&cx.interner, ty);
    let (shown, wanted) = (show(assoc), show(wanted));
    if found == assoc {
        let message = format!("nothing says that `{shown}` is `{wanted}`");
        return crate::Diagnostic::error(OTHER_TYPE, span, message).label("a bound asks for it");
    }
    let message = format!("`{shown}` is `{}`, not `{wanted}`", show(found));
    crate::Diagnostic::error(OTHER_TYPE, span, message).label(format!("a bound asks for `{wanted}`"))
}
