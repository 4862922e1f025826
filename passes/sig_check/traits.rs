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

impl SignatureBuilder<'_> {
    /// Whether a bound has it that values are copied.
    fn asks_copy(&self, owner: ItemId, bound: TypeId) -> bool {
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
                        BoundOf::Param(_) => false,
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
        });
        params.collect()
    }

    /// The position of the first parameter that is an item's own.
    fn first_own(&self, id: ItemId) -> u32 {
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
            for member in self.members_once(id, members) {
                let name = self.ir.items[member].name.name;
                self.ir.traits.add_named(name, member);
            }
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
            let generics = self.generics(id).iter().enumerate();
            let params = generics.map(|(i, param)| self.ir.types.intern(TyKind::Param(i as u32, param.name)));
            let args = self.ir.types.make_args(params.collect());
            own.insert(0, TraitRef { of: id, args });
            self.ir.traits.set_predicates(id, own);
        }
        traits.into_iter().for_each(|id| self.no_cycle(id));
        for &id in live {
            let around = self.ir.items[id].member_of;
            let mut predicates = around.map_or(&[][..], |around| self.ir.traits.predicates(around)).to_vec();
            if self.ir.items[id].is_trait() {
                predicates = self.ir.traits.predicates(id).to_vec();
            } else if !self.generics(id).is_empty() || !self.ir.items[id].wheres().is_empty() {
                predicates.extend(self.own_predicates(id));
            }
            if predicates.is_empty() {
                continue;
            }
            let holds = self.ir.closure(&predicates);
            self.ir.traits.set_predicates(id, predicates);
            self.ir.traits.set_holds(id, holds);
        }
    }

    /// What the bounds of an item itself say.
    fn own_predicates(&mut self, id: ItemId) -> Vec<TraitRef> {
        let mut found = Vec::new();
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
            };
            found.extend(self.trait_ref(id, this, bound));
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
        let held = self.ir.types.held_params(ty).unwrap_or_default();
        let Some(generics) = self.ir.generics.get_mut(&id) else { return };
        for position in held {
            if let Some(param) = generics.get_mut(position as usize) {
                param.copy = true;
            }
        }
    }

    /// The trait that a bound names, for a type.
    pub(super) fn trait_ref(&mut self, owner: ItemId, this: Ty, bound: TypeId) -> Option<TraitRef> {
        let span = self.ir.bodies[owner].types[bound].span;
        let TypeKind::Trait(of, list) = Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(bound) else {
            return None;
        };
        let written: Vec<TypeId> = self.ir.bodies[owner].type_lists[list].to_vec();
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
        let args = self.ir.types.make_args([this].into_iter().chain(given).collect());
        Some(TraitRef { of, args })
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
        let right = self.may_implement(id, header, self_ty) && self.mentions_all(id, &parts);
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
        let (wanted, name) = (def.members.clone(), self.ir.items[header.of].name);
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        let (given, at) = (def.members.clone(), self.ir.bodies[id].types[def.self_ty].span);
        let trait_text = self.cx.text(name.name).to_string();
        let mut missing = Vec::new();
        for member in wanted {
            let item = &self.ir.items[member];
            let found = self.ir.traits.member(id, item.name.name);
            match found {
                Some(found) => self.same(id, header, member, found),
                None if self.ir.bodies[member].root.is_none() && Namespace::of(item.raw()).is_some() => {
                    missing.push(member)
                }
                None => {}
            }
        }
        if let Some(&first) = missing.first() {
            let names: Vec<String> =
                missing.iter().take(4).map(|id| format!("`{}`", self.cx.text(self.ir.items[*id].name.name))).collect();
            let message = format!("this implementation of `{trait_text}` has no {}", names.join(", "));
            let mut diagnostic = Diagnostic::error(MEMBER_MISSING, at, message).label("not complete");
            for member in missing.iter().take(4) {
                let text = self.cx.snippet(self.ir.items[*member].span).trim_end_matches(';');
                diagnostic = diagnostic.note(format!("to be written: `{text} {{ … }}`"));
            }
            let declared = self.ir.items[first].name.span;
            self.cx.emit(diagnostic.secondary(declared, format!("`{trait_text}` asks for it here")));
        }
        for member in given {
            let own = self.ir.items[member].name;
            let is_noted = self.ir.traits.member(id, own.name) == Some(member);
            if !is_noted || self.ir.traits.member(header.of, own.name).is_some() {
                continue;
            }
            let text = self.cx.text(own.name);
            let message = format!("the trait `{trait_text}` has no member `{text}`");
            let mut diagnostic = Diagnostic::error(NOT_IN_TRAIT, own.span, message).label("not in the trait");
            let ItemKind::Trait(def) = self.ir.items[header.of].kind::<Closed>() else { return };
            let names = def.members.iter().map(|id| self.cx.text(self.ir.items[*id].name.name));
            diagnostic = match closest(text, names) {
                Some(close) => diagnostic.suggest(own.span, close, "the trait has one with a similar name"),
                None => diagnostic.note("functions of the type itself stand in an `impl` without a trait"),
            };
            self.cx.emit(diagnostic.secondary(name.span, "the trait is declared here"));
        }
    }

    /// Reports what an implementation has otherwise than its trait.
    fn same(&mut self, id: ItemId, header: TraitRef, wanted: ItemId, given: ItemId) {
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
        if asked != found && !self.ir.types.mentions_error(asked) && !self.ir.types.mentions_error(found) {
            return self.other_type(given, wanted, asked, found);
        }
        self.no_more_bounds(id, (wanted, given), &args);
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
        let holds = self.ir.closure(&known);
        let around = self.ir.traits.predicates(id).len();
        let generics = self.generics(given).to_vec();
        // What is copied because the trait says so, or the implementation.
        let mut copied = generics.clone();
        copied.iter_mut().zip(self.generics(id)).for_each(|(param, around)| param.copy = around.copy);
        copied.iter_mut().skip(self.generics(id).len()).for_each(|param| param.copy = false);
        for (_, ty) in self.generics(wanted).iter().zip(args).filter(|(param, _)| param.copy) {
            for position in types.held_params(*ty).unwrap_or_default() {
                if let Some(param) = copied.get_mut(position as usize) {
                    param.copy = true;
                }
            }
        }
        let env = Env { generics: &copied, holds: &holds };
        let mut solver = Solver::new(types, &self.ir.traits, &self.ir.generics, env);
        let more = self.ir.traits.predicates(given)[around..].iter().find(|own| solver.holds(**own).is_err());
        let label = match more {
            Some(own) => {
                let of = types.show(&self.cx.interner, own.this(types));
                let text = self.ir.traits.show(&self.cx.interner, types, &self.ir.items, *own);
                format!("the trait does not ask for `{of}: {text}`")
            }
            None => match generics.iter().zip(&copied).find(|(given, asked)| given.copy && !asked.copy) {
                Some((param, _)) => format!("the trait does not ask for `{}: Copy`", self.cx.text(param.name)),
                None => return,
            },
        };
        self.other(given, wanted, self.ir.items[given].name.span, &label);
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
        if copy && !self.ir.types.is_copy(ty, self.generics(id)) {
            self.not_copy(id, ty, span);
        }
    }

    /// Reports a type that does not have a trait.
    fn must_hold(&mut self, owner: ItemId, wanted: TraitRef, span: Span) {
        let sigs = &self.ir.sigs;
        let found = Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(owner)).holds(wanted);
        if let Err(why) = found {
            let diagnostic = unmet(self.cx, sigs, owner, (wanted, why), span);
            self.cx.emit(diagnostic);
        }
    }

    /// Reports arguments of types that lack what the types ask of them.
    pub(super) fn check_applied(&mut self) {
        for Application { owner, item, args, written, span } in std::mem::take(&mut self.applications) {
            let args = self.ir.types.args(args).to_vec();
            for ((param, ty), arg) in self.generics(item).to_vec().iter().zip(&args).zip(written) {
                if param.copy && !self.ir.types.is_copy(*ty, self.generics(owner)) {
                    self.not_copy(owner, *ty, self.ir.bodies[owner].types[arg].span);
                }
            }
            let predicates = self.ir.traits.predicates(item).to_vec();
            for asked in predicates {
                let wanted = asked.substitute(&self.ir.types, &args);
                self.must_hold(owner, wanted, span);
            }
        }
    }
}
