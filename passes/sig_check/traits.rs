//! Traits, bounds, and what implementations say.

use super::*;
use vex_ir::diag::closest;
use vex_ir::tree::traits::unmet;

/// A trait that asks for itself.
const CYCLIC_TRAIT: Code = Code("E0370");
/// Two implementations for one type.
const OVERLAP: Code = Code("E0371");
/// A member of a trait that an implementation lacks.
const MEMBER_MISSING: Code = Code("E0372");
/// A member of an implementation that its trait does not have.
const NOT_IN_TRAIT: Code = Code("E0373");
/// A member of an implementation that is another than its trait says.
const OTHER_THAN_TRAIT: Code = Code("E0374");

/// What bounds say.
#[derive(Default)]
struct Predicates {
    traits: Vec<TraitRef>,
    /// What associated types are.
    equal: Vec<(Ty, Ty)>,
    /// Associated types whose values are copied.
    copied: Vec<Ty>,
}

impl SignatureBuilder<'_> {
    /// Whether a bound has it that values are copied.
    pub(super) fn asks_copy(&self, owner: ItemId, bound: TypeId) -> bool {
        match Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(bound) {
            TypeKind::Marker(Marker::Copy) => true,
            TypeKind::Trait(of, _) => self.copy_traits.contains(&of),
            // In error.
            _ => false,
        }
    }

    /// Finds the traits whose values are copied: those that ask for it, and those that ask for one of these.
    pub(super) fn find_copy_traits(&mut self, live: &[ItemId]) {
        let traits: Vec<ItemId> = live.iter().copied().filter(|id| self.ir.items[*id].is_trait()).collect();
        loop {
            let before = self.copy_traits.len();
            for &id in &traits {
                let asks = self.ir.items[id].bounds().any(|(of, bound)| {
                    let of_self = match of {
                        BoundOf::SelfType => true,
                        BoundOf::Type(ty) => {
                            matches!(Read::<Closed>::new(&self.ir.bodies[id]).type_expr(ty), TypeKind::SelfType(_))
                        }
                        BoundOf::Param(_) | BoundOf::Member => false,
                    };
                    of_self && self.asks_copy(id, bound)
                });
                if asks {
                    self.copy_traits.insert(id);
                }
            }
            if self.copy_traits.len() == before {
                return;
            }
        }
    }

    /// The parameters that are copied by use because a bound of an item has it.
    pub(super) fn copied_params(&self, id: ItemId) -> Vec<u32> {
        let first = self.first_own(id);
        let body = Read::<Closed>::new(&self.ir.bodies[id]);
        let bounds = self.ir.items[id].bounds().filter(|(_, bound)| self.asks_copy(id, *bound));
        let params = bounds.filter_map(|(of, _)| match of {
            BoundOf::Param(own) => Some(first + own as u32),
            BoundOf::Type(ty) => match body.type_expr(ty) {
                TypeKind::Param(position, _) => Some(position),
                TypeKind::SelfType(block) if self.ir.items[block].is_trait() => Some(0),
                // Is no parameter.
                _ => None,
            },
            BoundOf::SelfType => Some(0),
            // No parameter.
            BoundOf::Member => None,
        });
        params.collect()
    }

    /// The position of the first parameter that is an item's own.
    pub(super) fn first_own(&self, id: ItemId) -> u32 {
        let item = &self.ir.items[id];
        let around = item.member_of.map_or(0, |around| self.generics(around).len());
        around as u32 + u32::from(item.is_trait())
    }

    /// Names traits, and says what `Self` is in them.
    pub(super) fn name_traits(&mut self, live: &[ItemId]) {
        let mut taken: FxHashMap<Symbol, u32> = FxHashMap::default();
        for &id in live {
            let ItemKind::Trait(def) = self.ir.items[id].kind::<Closed>() else { continue };
            let members = def.members.clone();
            let name = self.unique_name(id, &mut taken);
            self.ir.traits.define(id, name);
            let this = self.ir.types.intern(TyKind::Param(0, sym::SELF_TYPE));
            self.ir.impls.insert(id, this);
            let members = self.members_once(id, members);
            for &member in &members {
                let name = self.ir.items[member].name.name;
                self.ir.traits.add_named(name, member);
            }
            self.name_assoc_types(id, &members);
        }
    }

    /// Notes the members of a trait or of an implementation of one; those that are twice there are reported.
    fn members_once(&mut self, around: ItemId, members: Vec<ItemId>) -> Vec<ItemId> {
        let mut found = Vec::new();
        for member in members {
            // What could not be taken is reported.
            if Namespace::of(self.ir.items[member].raw()).is_none() {
                continue;
            }
            let name = self.ir.items[member].name;
            if let Some(first) = self.ir.traits.member(around, name.name) {
                let text = self.cx.text(name.name);
                let diagnostic = Diagnostic::error(
                    implementation::DUPLICATE_MEMBER,
                    name.span,
                    format!("there are two members `{text}`"),
                );
                let first = self.ir.items[first].name.span;
                self.cx.emit(diagnostic.label(format!("`{text}` again")).secondary(first, "first here"));
                continue;
            }
            self.ir.traits.add_member(around, name.name, member);
            found.push(member);
        }
        found
    }

    /// Finds what must hold where items are used: of traits first, from which others follow.
    pub(super) fn find_predicates(&mut self, live: &[ItemId]) {
        let traits: Vec<ItemId> = live.iter().copied().filter(|id| self.ir.items[*id].is_trait()).collect();
        for &id in &traits {
            let mut own = self.own_predicates(id);
            own.traits.insert(0, self.identity(id));
            self.ir.traits.set_predicates(id, own.traits);
            self.ir.traits.set_equalities(id, own.equal);
            self.ir.traits.set_copied(id, own.copied);
            self.asked_of_types(id);
        }
        traits.into_iter().for_each(|id| self.no_cycle(id));
        for &id in live {
            if self.ir.items[id].is_trait() {
                continue;
            }
            let mut all = self.ir.items[id].member_of.map_or(Predicates::default(), |around| Predicates {
                traits: self.ir.traits.predicates(around).to_vec(),
                equal: self.ir.traits.equalities(around).to_vec(),
                copied: self.ir.traits.copied(around).to_vec(),
            });
            if !self.generics(id).is_empty() || !self.ir.items[id].wheres().is_empty() {
                let own = self.own_predicates(id);
                all.traits.extend(own.traits);
                all.equal.extend(own.equal);
                all.copied.extend(own.copied);
            }
            // `assoc_types` finds what follows.
            if !all.traits.is_empty() {
                self.ir.traits.set_predicates(id, all.traits);
                self.ir.traits.set_equalities(id, all.equal);
            }
            if !all.copied.is_empty() {
                self.ir.traits.set_copied(id, all.copied);
            }
        }
    }

    /// What the bounds of an item itself say.
    fn own_predicates(&mut self, id: ItemId) -> Predicates {
        let mut found = Predicates::default();
        let first = self.first_own(id);
        let bounds: Vec<(BoundOf, TypeId)> = self.ir.items[id].bounds().collect();
        for (of, bound) in bounds {
            let this = match of {
                BoundOf::Param(own) => {
                    let position = first + own as u32;
                    let name = self.generics(id).get(position as usize).map_or(Symbol::EMPTY, |param| param.name);
                    self.ir.types.intern(TyKind::Param(position, name))
                }
                BoundOf::Type(ty) => self.lower_written(id, ty),
                BoundOf::SelfType => self.ir.impls.self_ty(id),
                // What is said of it is its trait's.
                BoundOf::Member => continue,
            };
            if let Some(one) = self.trait_ref(id, this, bound) {
                found.traits.push(one);
                found.equal.extend(self.equalities(id, one, bound));
            }
            if self.asks_copy(id, bound) && matches!(self.ir.types.kind(this), TyKind::Assoc(..)) {
                found.copied.push(this);
            }
        }
        found
    }

    /// Where values of a type are copied by use, so are those that they hold: makes it so for the parameters of items.
    pub(super) fn copy_what_is_held(&mut self, live: &[ItemId]) {
        for &id in live {
            let body = Read::<Closed>::new(&self.ir.bodies[id]);
            let of_type = |(of, bound): (BoundOf, TypeId)| match of {
                BoundOf::Type(ty) if self.asks_copy(id, bound) => Some(body.meaning(ty)),
                // Known from the start.
                _ => None,
            };
            let types: Vec<Ty> = self.ir.items[id].bounds().filter_map(of_type).collect();
            for ty in types {
                self.copy_held(id, ty);
            }
        }
    }

    fn copy_held(&mut self, id: ItemId, ty: Ty) {
        let held = self.ir.types.held(ty).params;
        let Some(generics) = self.ir.generics.get_mut(&id) else { return };
        for position in held {
            if let Some(param) = generics.get_mut(position as usize) {
                param.copy = true;
            }
        }
    }

    /// The trait that a bound names, for a type.
    pub(super) fn trait_ref(&mut self, owner: ItemId, this: Ty, bound: TypeId) -> Option<TraitRef> {
        let key = (owner, bound);
        if !self.trait_refs.contains_key(&key) {
            self.trait_refs.insert(key, None);
            let given = self.trait_given(owner, bound);
            self.trait_refs.insert(key, given);
        }
        let (of, given) = self.trait_refs.get(&key)?.as_ref()?;
        let args = self.ir.types.make_args([this].into_iter().chain(given.iter().copied()).collect());
        Some(TraitRef { of: *of, args })
    }

    /// The trait that a bound names, and what it gives for its parameters.
    fn trait_given(&mut self, owner: ItemId, bound: TypeId) -> Option<TraitGiven> {
        let span = self.ir.bodies[owner].types[bound].span;
        // What nothing reaches is not resolved.
        let Some(TypeKind::Trait(of, list)) = self.ir.bodies[owner].types[bound].raw().narrow::<Closed>() else {
            return None;
        };
        let body = Read::<Closed>::new(&self.ir.bodies[owner]);
        let is_arg = |arg: &TypeId| !matches!(body.type_expr(*arg), TypeKind::Equal(..));
        let written: Vec<TypeId> = body.type_lists[list].iter().copied().filter(is_arg).collect();
        if written.len() != self.ir.items[of].params().len() {
            let diagnostic = generic::wrong_number(self.cx, &self.ir.items[of], written.len(), span);
            self.cx.emit(diagnostic);
            return None;
        }
        // Parameter 0 is what has the trait.
        let params = self.generics(of)[1..].to_vec();
        self.type_numbers(owner, list, &params);
        let positions = written.iter().zip(&params).enumerate();
        let given: Vec<Ty> =
            positions.map(|(at, (arg, param))| self.argument(owner, *arg, (of, at + 1), param.number)).collect();
        if given.contains(&Ty::HOLE) {
            // Reported as a type that is not written.
            return None;
        }
        Some((of, given))
    }

    /// Reports a trait that asks for itself, and has it ask for nothing.
    fn no_cycle(&mut self, id: ItemId) {
        let asked = |of: ItemId| {
            let own = self.ir.traits.predicates(of).iter().skip(1);
            let of_self = own.filter(|asked| asked.is_of_self(&self.ir.types));
            of_self.map(|asked| asked.of).collect::<Vec<_>>()
        };
        let (mut left, mut seen) = (asked(id), FxHashSet::default());
        let mut cyclic = false;
        while let Some(of) = left.pop() {
            cyclic |= of == id;
            if seen.insert(of) {
                left.extend(asked(of));
            }
        }
        if !cyclic {
            return;
        }
        let name = self.ir.items[id].name;
        let message = format!("the trait `{}` asks for itself", self.cx.text(name.name));
        let diagnostic = Diagnostic::error(CYCLIC_TRAIT, name.span, message).label("nothing can have it first");
        self.cx.emit(diagnostic);
        let own = self.ir.traits.predicates(id)[..1].to_vec();
        self.ir.traits.set_predicates(id, own);
    }

    /// Finds what an implementation of a trait says.
    pub(super) fn trait_implementation(&mut self, id: ItemId, trait_: TypeId, self_ty: TypeId) {
        let ty = self.lower_written(id, self_ty);
        self.ir.impls.insert(id, ty);
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        let members = def.members.clone();
        self.members_once(id, members);
        let Some(header) = self.trait_ref(id, ty, trait_).filter(|_| ty != Ty::ERROR) else { return };
        let parts = self.ir.types.args(header.args).to_vec();
        let span = self.ir.bodies[id].types[self_ty].span;
        let right = self.is_closed_header(&parts, span)
            && self.may_implement(id, header, self_ty)
            && self.mentions_all(id, &parts);
        if right && (!self.is_drop(header.of) || self.drop_implementation(id, header, self_ty)) {
            let Program { sigs: Sigs { traits, types, .. }, .. } = &mut *self.ir;
            traits.add_impl(types, id, header);
        }
    }

    /// Whether an implementation stands in the file of its trait, or of a type in it; reports it if not.
    fn may_implement(&mut self, id: ItemId, header: TraitRef, self_ty: TypeId) -> bool {
        let module = self.ir.items[id].module;
        if self.ir.items[header.of].module == module {
            return true;
        }
        let types = &self.ir.types;
        let mut left: Vec<Ty> = types.args(header.args).to_vec();
        while let Some(ty) = left.pop() {
            let kind = types.kind(ty);
            let own = match kind {
                TyKind::Adt(adt) | TyKind::Apply(adt, _) => self.adts.get(&types.intern(TyKind::Adt(*adt))),
                // Has no file.
                _ => None,
            };
            if own.is_some_and(|own| self.ir.items[*own].module == module) {
                return true;
            }
            // References to a type of the file are of the file.
            if let TyKind::Ref(_, to) | TyKind::Ptr(_, to) | TyKind::Slice(to) | TyKind::Array(to, _) = kind {
                left.push(*to);
            }
        }
        let (shown, name) = (types.show(&self.cx.interner, header.this(types)), self.ir.items[header.of].name);
        let text = self.cx.text(name.name);
        let message = format!("`{text}` is implemented for `{shown}` in the file of one of them");
        let span = self.ir.bodies[id].types[self_ty].span;
        let diagnostic = Diagnostic::error(implementation::ELSEWHERE, span, message).label("neither is defined here");
        let diagnostic = diagnostic.secondary(name.span, "the trait is declared here");
        self.cx.emit(diagnostic.note("here, a struct around the value can have the trait"));
        false
    }

    /// Reports implementations that are not what their traits say.
    pub(super) fn check_implementations(&mut self, live: &[ItemId]) {
        for &id in live {
            if let Some(header) = self.ir.traits.header(id) {
                self.overlaps(id, header);
                self.agrees(id, header);
                self.asked_of(id, header);
                self.asked_of_assoc(id, header);
                self.drops_of_all(id, header);
            }
            self.union_fields(id);
        }
    }

    /// Reports an earlier implementation for one of the same types.
    fn overlaps(&mut self, id: ItemId, header: TraitRef) {
        let (types, traits) = (&self.ir.types, &self.ir.traits);
        let head = Head::of(types, header.this(types));
        let others: Vec<ItemId> = match head {
            Head::Open => traits.impls_of(header.of).to_vec(),
            _ => traits.impls_for(header.of, head).collect(),
        };
        let is_open =
            |other: ItemId| traits.header(other).is_some_and(|other| Head::of(types, other.this(types)) == Head::Open);
        // Of two, the later one is reported; one for any type is compared with all, and only there.
        let first = others.into_iter().find(|&other| {
            let earlier = match (head == Head::Open, is_open(other)) {
                (true, false) => true,
                (false, true) => false,
                _ => item_index(other) < item_index(id),
            };
            other != id && earlier && traits.header(other).is_some_and(|o| types.args_overlap(o.args, header.args))
        });
        let Some(first) = first else { return };
        let text = self.ir.traits.show(&self.cx.interner, &self.ir.types, &self.ir.items, header);
        let shown = self.ir.types.show(&self.cx.interner, header.this(&self.ir.types));
        let span = |id: ItemId| match self.ir.items[id].kind::<Closed>() {
            ItemKind::Impl(def) => self.ir.bodies[id].types[def.self_ty].span,
            _ => self.ir.items[id].span,
        };
        let message = format!("`{text}` is implemented twice for `{shown}`");
        let diagnostic = Diagnostic::error(OVERLAP, span(id), message).label("again");
        self.cx.emit(diagnostic.secondary(span(first), "there is one that is for the same type"));
    }

    /// Reports what an implementation lacks, and what it has of its own.
    fn agrees(&mut self, id: ItemId, header: TraitRef) {
        let ItemKind::Trait(def) = self.ir.items[header.of].kind::<Closed>() else { return };
        let wanted = def.members.clone();
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        let (given, at) = (def.members.clone(), self.ir.bodies[id].types[def.self_ty].span);
        let mut left = Vec::new();
        for member in wanted {
            match self.ir.traits.member(id, self.ir.items[member].name.name) {
                Some(found) => self.same(id, header, member, found),
                None => left.push(member),
            }
        }
        for member in given {
            let own = self.ir.items[member].name.name;
            let is_noted = self.ir.traits.member(id, own) == Some(member);
            if is_noted && self.ir.traits.member(header.of, own).is_none() {
                self.not_in_trait(header.of, member, &mut left);
            }
        }
        let is_missing = |member: &ItemId| {
            self.ir.bodies[*member].root.is_none() && Namespace::of(self.ir.items[*member].raw()).is_some()
        };
        let missing: Vec<ItemId> = left.into_iter().filter(is_missing).collect();
        if !missing.is_empty() {
            self.lacks(header.of, &missing, at);
        }
    }

    /// Reports a member that the trait does not have; the one that was meant is taken out of those that are `left`.
    fn not_in_trait(&mut self, of: ItemId, member: ItemId, left: &mut Vec<ItemId>) {
        let (own, name) = (self.ir.items[member].name, self.ir.items[of].name);
        let text = self.cx.text(own.name);
        let message = format!("the trait `{}` has no member `{text}`", self.cx.text(name.name));
        let mut diagnostic = Diagnostic::error(NOT_IN_TRAIT, own.span, message).label("not in the trait");
        let name_of = |id: &ItemId| self.cx.text(self.ir.items[*id].name.name);
        diagnostic = match closest(text, left.iter().map(name_of)) {
            Some(close) => diagnostic.suggest(own.span, close, "the trait has one with a similar name"),
            None => diagnostic.note("functions of the type itself stand in an `impl` without a trait"),
        };
        let meant =
            closest(text, left.iter().map(name_of)).and_then(|close| left.iter().position(|id| name_of(id) == close));
        meant.map(|meant| left.remove(meant));
        self.cx.emit(diagnostic.secondary(name.span, "the trait is declared here"));
    }

    /// Reports members of a trait that an implementation does not have.
    fn lacks(&mut self, of: ItemId, missing: &[ItemId], at: Span) {
        let trait_text = self.cx.text(self.ir.items[of].name.name).to_string();
        let name_of = |id: &ItemId| self.cx.text(self.ir.items[*id].name.name);
        let names: Vec<String> = missing.iter().take(4).map(|id| format!("`{}`", name_of(id))).collect();
        let message = format!("this implementation of `{trait_text}` has no {}", names.join(", "));
        let mut diagnostic = Diagnostic::error(MEMBER_MISSING, at, message).label("not complete");
        for member in missing.iter().take(4) {
            let text = self.cx.snippet(self.ir.items[*member].span).trim_end_matches(';');
            diagnostic = diagnostic.note(match self.ir.items[*member].kind::<Closed>() {
                ItemKind::AssocType(_) => format!("to be written: `type {} = …;`", name_of(member)),
                ItemKind::Const { .. } => format!("to be written: `{text} = …;`"),
                _ => format!("to be written: `{text} {{ … }}`"),
            });
        }
        let declared = self.ir.items[missing[0]].name.span;
        self.cx.emit(diagnostic.secondary(declared, format!("`{trait_text}` asks for it here")));
    }

    /// Reports what an implementation has otherwise than its trait.
    fn same(&mut self, id: ItemId, header: TraitRef, wanted: ItemId, given: ItemId) {
        let kinds = [wanted, given].map(|member| self.ir.items[member].kind::<Closed>());
        if let [ItemKind::AssocType(_), ItemKind::Alias(_)] = kinds {
            return;
        }
        if let (ItemTy::Value(asked), ItemTy::Value(found)) = (self.ir.item_ty(wanted), self.ir.item_ty(given)) {
            return self.same_const((id, header), (wanted, given), asked, found);
        }
        let (ItemTy::Fn(asked), ItemTy::Fn(found)) = (self.ir.item_ty(wanted), self.ir.item_ty(given)) else {
            return self.other(given, wanted, self.ir.items[given].name.span, "is something else in the trait");
        };
        let own = [wanted, given].map(|member| self.ir.items[member].params().len());
        if own[0] != own[1] {
            let label = format!("the trait has {} type parameter{}", own[0], if own[0] == 1 { "" } else { "s" });
            return self.other(given, wanted, self.ir.items[given].name.span, &label);
        }
        let args = self.member_args(id, header, given);
        let asked = self.ir.types.substitute(asked, &args);
        let asked = self.normal(given, asked);
        if self.lacks_types(id, header.of) {
            return;
        }
        if asked != found && !self.ir.types.mentions_error(asked) && !self.ir.types.mentions_error(found) {
            return self.other_type(given, wanted, asked, found);
        }
        self.no_more_bounds(id, (wanted, given), &args);
    }

    /// Whether an implementation does not say what a type of its trait is, which is reported.
    fn lacks_types(&self, id: ItemId, of: ItemId) -> bool {
        let ItemKind::Trait(def) = self.ir.items[of].kind::<Closed>() else { return false };
        def.members.iter().any(|member| {
            let item = &self.ir.items[*member];
            matches!(item.kind::<Closed>(), ItemKind::AssocType(_))
                && self.ir.traits.member(id, item.name.name).is_none()
        })
    }

    /// Reports a constant of another type than in the trait.
    fn same_const(
        &mut self,
        (id, header): (ItemId, TraitRef),
        (wanted, given): (ItemId, ItemId),
        asked: Ty,
        found: Ty,
    ) {
        let args = self.member_args(id, header, given);
        let asked = self.normal(given, self.ir.types.substitute(asked, &args));
        if self.lacks_types(id, header.of) {
            return;
        }
        let ItemKind::Const { ty } = self.ir.items[given].kind::<Closed>() else { return };
        if asked != found && !self.ir.types.mentions_error(asked) && !self.ir.types.mentions_error(found) {
            let [asked, found] = [asked, found].map(|ty| self.ir.types.show(&self.cx.interner, ty));
            let span = self.ir.bodies[given].types[ty].span;
            self.other(given, wanted, span, &format!("`{asked}` in the trait, `{found}` here"));
        }
    }

    /// What the parameters of a member of a trait are in an implementation.
    fn member_args(&self, id: ItemId, header: TraitRef, given: ItemId) -> Vec<Ty> {
        let types = &self.ir.types;
        let around = self.generics(id).len();
        let own = self.generics(given).iter().enumerate().skip(around);
        let own = own.map(|(position, param)| types.intern(TyKind::Param(position as u32, param.name)));
        types.args(header.args).iter().copied().chain(own).collect()
    }

    fn other(&mut self, given: ItemId, wanted: ItemId, span: Span, label: &str) {
        let text = self.cx.text(self.ir.items[given].name.name);
        let diagnostic = Diagnostic::error(OTHER_THAN_TRAIT, span, format!("`{text}` is not what the trait says"));
        let declared = self.ir.items[wanted].name.span;
        self.cx.emit(diagnostic.label(label).secondary(declared, "the trait has it here"));
    }

    /// Says in which part a function is of another type than in the trait.
    fn other_type(&mut self, given: ItemId, wanted: ItemId, asked: Ty, found: Ty) {
        let name = self.ir.items[given].name.span;
        let (Some(asked), Some(found)) = (self.ir.types.sig(asked).cloned(), self.ir.types.sig(found).cloned()) else {
            return;
        };
        let show = |ty: Ty| self.ir.types.show(&self.cx.interner, ty);
        let Some(function) = self.ir.items[given].as_fn() else { return };
        let spans: Vec<Span> = function.params.iter().map(|param| param.span).collect();
        let result = function.ret.map_or(name, |ret| self.ir.bodies[given].types[ret].span);
        if asked.params.len() != found.params.len() {
            let plural = if asked.params.len() == 1 { "" } else { "s" };
            let label = format!("{} parameter{plural} in the trait, {} here", asked.params.len(), found.params.len());
            return self.other(given, wanted, name, &label);
        }
        let mut pairs = asked.params.iter().zip(&found.params).zip(spans);
        if let Some(((asked, found), span)) = pairs.find(|((asked, found), _)| asked != found) {
            let label = format!("`{}` in the trait, `{}` here", show(*asked), show(*found));
            return self.other(given, wanted, span, &label);
        }
        if asked.ret != found.ret {
            let label = format!("`{}` in the trait, `{}` here", show(asked.ret), show(found.ret));
            return self.other(given, wanted, result, &label);
        }
        let label = if asked.is_unsafe == found.is_unsafe {
            "called in another way than in the trait"
        } else if asked.is_unsafe {
            "`unsafe` in the trait"
        } else {
            "not `unsafe` in the trait"
        };
        self.other(given, wanted, name, label);
    }

    /// Reports bounds of a function that its trait does not have: who calls it knows the trait alone.
    fn no_more_bounds(&mut self, id: ItemId, (wanted, given): (ItemId, ItemId), args: &[Ty]) {
        let types = &self.ir.types;
        let known = self.ir.traits.predicates(wanted).iter().map(|asked| asked.substitute(types, args));
        let known: Vec<TraitRef> = self.ir.traits.predicates(id).iter().copied().chain(known).collect();
        let equal = self.ir.traits.equalities(wanted).iter().map(|(assoc, is)| {
            let [assoc, is] = [assoc, is].map(|ty| types.substitute(*ty, args));
            (assoc, is)
        });
        let equal: Vec<(Ty, Ty)> = self.ir.traits.equalities(id).iter().copied().chain(equal).collect();
        let holds = self.ir.closure(&known);
        let equal = self.ir.equal_by(&equal, &holds);
        let around = self.ir.traits.predicates(id).len();
        let generics = self.generics(given).to_vec();
        // What is copied because the trait says so, or the implementation.
        let mut copied = generics.clone();
        copied.iter_mut().zip(self.generics(id)).for_each(|(param, around)| param.copy = around.copy);
        copied.iter_mut().skip(self.generics(id).len()).for_each(|param| param.copy = false);
        for (_, ty) in self.generics(wanted).iter().zip(args).filter(|(param, _)| param.copy) {
            for position in types.held(*ty).params {
                if let Some(param) = copied.get_mut(position as usize) {
                    param.copy = true;
                }
            }
        }
        let assocs = self.ir.traits.copied(wanted).iter().map(|ty| types.substitute(*ty, args));
        let assocs: Vec<Ty> = self.ir.traits.copied(id).iter().copied().chain(assocs).collect();
        let env = Env { generics: &copied, holds: &holds, equal: &equal, copied: &assocs };
        let mut solver = Solver::new(types, &self.ir.traits, &self.ir.generics, env);
        let more = self.ir.traits.predicates(given)[around..].iter().find(|own| solver.holds(**own).is_err());
        let label = match more {
            Some(own) => {
                let of = types.show(&self.cx.interner, own.this(types));
                let text = self.ir.traits.show(&self.cx.interner, types, &self.ir.items, *own);
                format!("the trait does not ask for `{of}: {text}`")
            }
            None if self.more_copied(id, given, env) => {
                "it asks for values that are copied, and the trait does not".to_string()
            }
            None if self.more_equal(id, given, &solver) => {
                "it asks for an associated type that the trait does not".to_string()
            }
            None => match generics.iter().zip(&copied).find(|(given, asked)| given.copy && !asked.copy) {
                Some((param, _)) => format!("the trait does not ask for `{}: Copy`", self.cx.text(param.name)),
                None => return,
            },
        };
        self.other(given, wanted, self.ir.items[given].name.span, &label);
    }

    /// Whether a function asks for values to be copied of which that is not known.
    fn more_copied(&self, id: ItemId, given: ItemId, env: Env<'_>) -> bool {
        let around = self.ir.traits.copied(id).len();
        self.ir.traits.copied(given)[around..].iter().any(|ty| !self.ir.types.is_copy(*ty, env.copied()))
    }

    /// Whether a function asks for an associated type which what is known does not say.
    fn more_equal(&self, id: ItemId, given: ItemId, solver: &Solver<'_>) -> bool {
        let around = self.ir.traits.equalities(id).len();
        self.ir.traits.equalities(given)[around..].iter().any(|(assoc, is)| solver.equal(*assoc, *is).is_err())
    }

    /// Reports traits that a trait asks for, and that the type does not have.
    fn asked_of(&mut self, id: ItemId, header: TraitRef) {
        let types = &self.ir.types;
        let args = types.args(header.args).to_vec();
        let asked: Vec<TraitRef> =
            self.ir.traits.predicates(header.of).iter().skip(1).map(|asked| asked.substitute(types, &args)).collect();
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        let span = self.ir.bodies[id].types[def.self_ty].span;
        for wanted in asked {
            self.must_hold(id, wanted, span);
        }
        let copy = self.generics(header.of).first().is_some_and(|this| this.copy);
        let ty = header.this(&self.ir.types);
        if copy && !self.ir.types.is_copy(ty, self.ir.env(id).copied()) {
            self.not_copy(id, ty, span);
        }
        self.must_be_copied(id, header.of, &args, span);
    }

    /// Reports associated types whose values may have to be moved where an item wants them copied.
    fn must_be_copied(&mut self, owner: ItemId, item: ItemId, args: &[Ty], span: Span) {
        for ty in self.ir.traits.copied(item).to_vec() {
            let ty = self.normal(owner, self.ir.types.substitute(ty, args));
            if !self.ir.types.mentions_error(ty) && !self.ir.types.is_copy(ty, self.ir.env(owner).copied()) {
                self.not_copy(owner, ty, span);
            }
        }
    }

    /// Whether a type has a trait; reports it if not.
    pub(super) fn must_hold(&mut self, owner: ItemId, wanted: TraitRef, span: Span) -> bool {
        let sigs = &self.ir.sigs;
        let found = Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(owner)).holds(wanted);
        if let Err(why) = found {
            let diagnostic = unmet(self.cx, sigs, owner, (wanted, why), span);
            self.cx.emit(diagnostic);
        }
        found.is_ok()
    }

    /// Reports arguments of types that lack what the types ask of them.
    pub(super) fn check_applied(&mut self) {
        for Application { owner, item, args, written, span } in std::mem::take(&mut self.applications) {
            let args = self.ir.types.args(args).to_vec();
            for ((param, ty), arg) in self.generics(item).to_vec().iter().zip(&args).zip(written) {
                if param.copy && !self.ir.types.is_copy(*ty, self.ir.env(owner).copied()) {
                    self.not_copy(owner, *ty, self.ir.bodies[owner].types[arg].span);
                }
            }
            let predicates = self.ir.traits.predicates(item).to_vec();
            for asked in predicates {
                let wanted = asked.substitute(&self.ir.types, &args);
                self.must_hold(owner, wanted, span);
            }
            for (assoc, is) in self.ir.traits.equalities(item).to_vec() {
                let types = &self.ir.types;
                let pair = (types.assoc_as_written(assoc, &args), types.substitute(is, &args));
                self.must_equal(owner, pair, span);
            }
            self.must_be_copied(owner, item, &args, span);
        }
    }
}
