//! Types that traits have: which one is meant, and what implementations say that it is.

use super::*;
use vex_ir::tree::traits::{CYCLIC_ALIAS, other_type};

/// A type that no trait has, or of which several may be meant.
const NO_SUCH_TYPE: Code = Code("E0380");
/// A type in an implementation without a trait.
const TYPE_WITHOUT_TRAIT: Code = Code("E0383");
/// An associated type in what an implementation is for.
const OPEN_HEADER: Code = Code("E0384");

impl SignatureBuilder<'_> {
    /// Says what the types of traits are in the traits themselves: of what has the trait.
    pub(super) fn name_assoc_types(&mut self, of: ItemId, members: &[ItemId]) {
        let this = self.identity(of);
        let symbol = self.ir.traits.name(of);
        for &member in members {
            if let ItemKind::AssocType(def) = self.ir.items[member].kind::<Closed>() {
                let name = self.ir.items[member].name.name;
                let is_copied = def.bounds.iter().any(|bound| self.asks_copy(member, *bound));
                let ty = self.ir.types.intern(TyKind::Assoc(symbol, name, this.args));
                if is_copied {
                    self.ir.types.copy_assoc(symbol, name);
                }
                self.set(member, ItemTy::Type(ty));
            }
        }
    }

    /// A trait with its own parameters.
    pub(super) fn identity(&self, of: ItemId) -> TraitRef {
        let generics = self.generics(of).iter().enumerate();
        let params = generics.map(|(i, param)| self.ir.types.intern(TyKind::Param(i as u32, param.name)));
        TraitRef { of, args: self.ir.types.make_args(params.collect()) }
    }

    /// What the types of a trait have.
    pub(super) fn asked_of_types(&mut self, of: ItemId) {
        let ItemKind::Trait(def) = self.ir.items[of].kind::<Closed>() else { return };
        for member in def.members.clone() {
            let (item, ItemTy::Type(ty)) = (&self.ir.items[member], self.ir.item_ty(member)) else { continue };
            let (name, bounds) = (item.name.name, item.bounds().collect::<Vec<_>>());
            let mut asked = AskedOfType::default();
            for (_, bound) in bounds.into_iter().filter(|(of, _)| *of == BoundOf::Member) {
                if let Some(found) = self.trait_ref(member, ty, bound) {
                    asked.traits.push(found);
                    asked.equal.extend(self.equalities(member, found, bound));
                }
            }
            self.ir.traits.set_of_type(of, name, asked);
        }
    }

    /// What a bound says that types of its trait are.
    pub(super) fn equalities(&mut self, owner: ItemId, of: TraitRef, bound: TypeId) -> Vec<(Ty, Ty)> {
        let TypeKind::Trait(_, list) = Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(bound) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for i in list.range() {
            let arg = *self.ir.bodies[owner].type_lists.at(i);
            let TypeKind::Equal(name, ty) = Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(arg) else {
                continue;
            };
            let ty = self.lower_written(owner, ty);
            match self.type_in(of, name) {
                Some(of) => found.push((self.assoc_ty(of, name), ty)),
                None => {
                    let span = self.ir.bodies[owner].types[arg].span;
                    self.no_type_in(of.of, name, span);
                }
            }
        }
        found
    }

    fn assoc_ty(&self, of: TraitRef, name: Symbol) -> Ty {
        self.ir.types.assoc(self.ir.traits.name(of.of), name, of.args)
    }

    /// The trait that has a type of a name: this one, or one that it asks for.
    fn type_in(&mut self, of: TraitRef, name: Symbol) -> Option<TraitRef> {
        let (mut left, mut seen) = (vec![of], FxHashSet::default());
        while let Some(of) = left.pop() {
            let member = self.ir.traits.member(of.of, name).map(|member| &self.ir.items[member]);
            if member.is_some_and(|member| matches!(member.kind::<Closed>(), ItemKind::AssocType(_))) {
                return Some(of);
            }
            if !seen.insert(of.of) {
                continue;
            }
            let this = self.ir.impls.self_ty(of.of);
            let bounds: Vec<(BoundOf, TypeId)> = self.ir.items[of.of].bounds().collect();
            for (said, bound) in bounds {
                if self.is_said_of(of.of, said, this)
                    && let Some(asked) = self.trait_ref(of.of, this, bound)
                {
                    left.push(asked.substitute(&self.ir.types, self.ir.types.args(of.args)));
                }
            }
        }
        None
    }

    /// Whether a bound of an item is said of a type.
    fn is_said_of(&mut self, id: ItemId, of: BoundOf, this: Ty) -> bool {
        let kind = self.ir.types.kind(this);
        match of {
            BoundOf::Param(own) => {
                matches!(kind, TyKind::Param(position, _) if *position == self.first_own(id) + own as u32)
            }
            BoundOf::SelfType => self.ir.items[id].is_trait() && self.ir.impls.self_ty(id) == this,
            BoundOf::Member => false,
            BoundOf::Type(ty) => match Read::<Closed>::new(&self.ir.bodies[id]).type_expr(ty) {
                TypeKind::Param(position, _) => matches!(kind, TyKind::Param(other, _) if *other == position),
                TypeKind::SelfType(block) => self.ir.impls.self_ty(block) == this,
                // What is as deep as this is found without it.
                TypeKind::Assoc(..) if self.depth_written(id, ty) == self.depth_of(this) => {
                    self.lower_written(id, ty) == this
                }
                // Of other types, nothing follows.
                _ => false,
            },
        }
    }

    /// How many associated types of each other a type expression names.
    fn depth_written(&self, owner: ItemId, mut ty: TypeId) -> u32 {
        let mut depth = 0;
        loop {
            match Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(ty) {
                TypeKind::Assoc(of, _) => (ty, depth) = (of, depth + 1),
                TypeKind::As(of, _) => ty = of,
                _ => return depth,
            }
        }
    }

    fn depth_of(&self, mut ty: Ty) -> u32 {
        let mut depth = 0;
        while let TyKind::Assoc(_, _, args) = self.ir.types.kind(ty) {
            ty = self.ir.types.args(*args).first().copied().unwrap_or(Ty::ERROR);
            depth += 1;
        }
        depth
    }

    /// The traits by which a type has a type of a name, as far as bounds in an item and around it say so.
    fn traits_with(&mut self, owner: ItemId, (of, this): (TypeId, Ty), name: Symbol) -> Vec<TraitRef> {
        // `Self::Name` in an implementation is that of its trait.
        if let TypeKind::SelfType(block) = Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(of)
            && let Some(bound) = self.ir.items[block].trait_of()
            && let Some(header) = self.trait_ref(block, this, bound)
            && let Some(found) = self.type_in(header, name)
        {
            return vec![found];
        }
        let mut candidates = Vec::new();
        if let TyKind::Assoc(of, inner, args) = *self.ir.types.kind(this)
            && let Some(of) = self.ir.traits.with_name(of)
            && let Some(member) = self.ir.traits.member(of, inner)
            && let ItemTy::Type(own) = self.ir.item_ty(member)
        {
            let bounds: Vec<(BoundOf, TypeId)> = self.ir.items[member].bounds().collect();
            for (_, bound) in bounds.into_iter().filter(|(of, _)| *of == BoundOf::Member) {
                let found = self.trait_ref(member, own, bound);
                let args = self.ir.types.args(args);
                candidates.extend(found.map(|found| found.substitute(&self.ir.types, args)));
            }
        }
        let mut at = Some(owner);
        while let Some(id) = at {
            if self.ir.items[id].is_trait() && self.ir.impls.self_ty(id) == this {
                candidates.push(self.identity(id));
            }
            let bounds: Vec<(BoundOf, TypeId)> = self.ir.items[id].bounds().collect();
            for (of, bound) in bounds {
                if self.is_said_of(id, of, this) {
                    candidates.extend(self.trait_ref(id, this, bound));
                }
            }
            at = self.ir.items[id].member_of;
        }
        let mut found: Vec<TraitRef> = Vec::new();
        for candidate in candidates {
            if let Some(of) = self.type_in(candidate, name)
                && !found.contains(&of)
            {
                found.push(of);
            }
        }
        found
    }

    /// What `T::Name` or `<T as Trait>::Name` means.
    pub(super) fn assoc(&mut self, owner: ItemId, (of, name): (TypeId, Symbol), span: Span) -> Ty {
        // What nothing reaches is not resolved.
        let Some(kind) = self.ir.bodies[owner].types[of].raw().narrow::<Closed>() else { return Ty::ERROR };
        let found = match kind {
            TypeKind::As(this, bound) => {
                let this = self.lower(owner, this);
                self.ir.bodies[owner].type_ty[type_index(of)] = this;
                if this == Ty::HOLE {
                    return this;
                }
                let Some(of) = self.trait_ref(owner, this, bound) else { return Ty::ERROR };
                let found = self.type_in(of, name);
                if found.is_none() {
                    self.no_type_in(of.of, name, span);
                }
                found
            }
            _ => {
                let this = self.lower_written(owner, of);
                if this == Ty::ERROR {
                    return this;
                }
                let found = self.traits_with(owner, (of, this), name);
                match found[..] {
                    [only] => Some(only),
                    _ => {
                        self.not_one_type(owner, (this, name), &found, span);
                        None
                    }
                }
            }
        };
        let Some(found) = found else { return Ty::ERROR };
        if !self.settled {
            self.projections.push((owner, found, span));
            return self.assoc_ty(found, name);
        }
        if !self.must_hold(owner, found, span) {
            return Ty::ERROR;
        }
        let ty = self.ir.normal(owner, self.assoc_ty(found, name));
        match self.leftover(ty) {
            Some(left) => self.endless(left, span),
            None => ty,
        }
    }

    /// A type with what is known in an item of the associated types in it, once that is known.
    pub(super) fn normal(&self, owner: ItemId, ty: Ty) -> Ty {
        if self.settled { self.ir.normal(owner, ty) } else { ty }
    }

    fn no_type_in(&mut self, of: ItemId, name: Symbol, span: Span) {
        let (text, item) = (self.cx.text(name), &self.ir.items[of]);
        let message = format!("the trait `{}` has no type `{text}`", self.cx.text(item.name.name));
        let diagnostic = Diagnostic::error(NO_SUCH_TYPE, span, message).label("not found");
        let ItemKind::Trait(def) = item.kind::<Closed>() else { return };
        let types = def.members.iter().map(|member| &self.ir.items[*member]);
        let types = types.filter(|member| matches!(member.kind::<Closed>(), ItemKind::AssocType(_)));
        let names: Vec<&str> = types.map(|member| self.cx.text(member.name.name)).collect();
        let only = if let [only] = names[..] { Some(only) } else { None };
        let diagnostic = match vex_ir::diag::closest(text, names).or(only) {
            Some(close) => diagnostic.note(format!("it has `{close}`")),
            None => diagnostic,
        };
        self.cx.emit(diagnostic.secondary(item.name.span, "the trait is declared here"));
    }

    /// Reports that no trait, or more than one, says which type is meant.
    fn not_one_type(&mut self, owner: ItemId, (this, name): (Ty, Symbol), found: &[TraitRef], span: Span) {
        let (shown, text) = (self.ir.types.show(&self.cx.interner, this), self.cx.text(name).to_string());
        if let [one, other, ..] = found {
            let show = |of: &TraitRef| self.ir.traits.show(&self.cx.interner, &self.ir.types, &self.ir.items, *of);
            let (one, other) = (show(one), show(other));
            let message = format!("`{shown}` has several traits with a type `{text}`");
            let diagnostic = Diagnostic::error(NO_SUCH_TYPE, span, message).label("which one is not clear");
            let note = format!("`<{shown} as {one}>::{text}` or `<{shown} as {other}>::{text}` says which");
            return self.cx.emit(diagnostic.note(note));
        }
        let has = |member: &&ItemId| matches!(self.ir.items[**member].kind::<Closed>(), ItemKind::AssocType(_));
        let mut traits: Vec<ItemId> = self
            .ir
            .traits
            .named(name)
            .iter()
            .filter(has)
            .filter_map(|member| self.ir.items[*member].member_of)
            .collect();
        traits.sort_by_key(|of| item_index(*of));
        let diagnostic = match self.ir.types.kind(this) {
            TyKind::Param(position, _) => {
                let message = format!("nothing says that `{shown}` has a type `{text}`");
                let diagnostic = Diagnostic::error(NO_SUCH_TYPE, span, message).label("not found");
                match traits[..] {
                    [of] if self.ir.items[of].params().is_empty() => {
                        let bound = self.cx.text(self.ir.items[of].name.name).to_string();
                        generic::bound_with(self.cx, &self.ir.items, (owner, *position), &bound, diagnostic)
                    }
                    _ => diagnostic,
                }
            }
            TyKind::Assoc(..) => {
                let message = format!("nothing says that `{shown}` has a type `{text}`");
                Diagnostic::error(NO_SUCH_TYPE, span, message).label("not found")
            }
            _ => {
                let message = format!("`{shown}` has no type `{text}` without a trait");
                let diagnostic = Diagnostic::error(NO_SUCH_TYPE, span, message).label("of which trait is not said");
                match traits[..] {
                    [of] if self.ir.items[of].params().is_empty() => {
                        let of = self.cx.text(self.ir.items[of].name.name);
                        let fixed = format!("<{shown} as {of}>::{text}");
                        diagnostic.suggest(span, fixed, "say of which trait")
                    }
                    _ => diagnostic,
                }
            }
        };
        self.cx.emit(diagnostic);
    }

    /// Reports types in implementations without a trait.
    pub(super) fn no_types(&mut self, members: &[ItemId]) {
        for &member in members {
            let item = &self.ir.items[member];
            if let ItemKind::Alias(_) = item.kind::<Closed>() {
                let diagnostic = Diagnostic::error(
                    TYPE_WITHOUT_TRAIT,
                    item.name.span,
                    "a type alias is no member of a type",
                )
                .label("not possible here")
                .note("it can stand outside; in the implementation of a trait it says what a type of the trait is");
                self.cx.emit(diagnostic);
            }
        }
    }

    /// Whether what an implementation is for is known without what others say; reports it if not.
    pub(super) fn is_closed_header(&mut self, tys: &[Ty], span: Span) -> bool {
        let open = tys.iter().copied().find(|ty| self.ir.types.mentions_assoc(*ty));
        let Some(ty) = open else { return true };
        let shown = self.ir.types.show(&self.cx.interner, ty);
        let message = "what an implementation is for cannot depend on other implementations";
        let diagnostic = Diagnostic::error(OPEN_HEADER, span, message).label(format!("it mentions `{shown}`"));
        self.cx.emit(diagnostic.note("the type itself can be written, or a parameter"));
        false
    }

    /// Finds what the types of traits are in their implementations, and what follows for bounds.
    pub(super) fn assoc_types(&mut self, live: &[ItemId]) {
        let mut rules = Vec::new();
        let mut aliases = Vec::new();
        for &id in live {
            let Some(header) = self.ir.traits.header(id) else { continue };
            let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { continue };
            for member in def.members.clone() {
                let (item, name) = (&self.ir.items[member], self.ir.items[member].name.name);
                if !matches!(item.kind::<Closed>(), ItemKind::Alias(_))
                    || self.ir.traits.member(id, name) != Some(member)
                {
                    continue;
                }
                self.item(member);
                let ItemTy::Type(ty) = self.ir.item_ty(member) else { continue };
                let key = (self.ir.traits.name(header.of), name);
                rules.push((key, AssocRule { pattern: header.args, params: self.generics(id).len(), ty }));
                aliases.push((id, member));
            }
        }
        self.ir.types.define_assoc(rules);
        self.settle_predicates(live);
        self.settled = true;
        for (id, member) in aliases {
            let ItemTy::Type(ty) = self.ir.item_ty(member) else { continue };
            let ty = self.ir.normal(id, ty);
            let span = self.ir.items[member].name.span;
            let ty = self.leftover(ty).map_or(ty, |left| self.endless(left, span));
            self.set(member, ItemTy::Type(ty));
        }
    }

    /// The first associated type in a type of which an implementation should say what it is, and which yet is not known.
    fn leftover(&self, ty: Ty) -> Option<Ty> {
        let types = &self.ir.types;
        let (mut left, mut seen) = (vec![ty], FxHashSet::default());
        while let Some(ty) = left.pop() {
            if !types.mentions_assoc(ty) || !seen.insert(ty) {
                continue;
            }
            if let TyKind::Assoc(_, _, args) = types.kind(ty)
                && types.args(*args).first().is_some_and(|this| Head::of(types, *this) != Head::Open)
            {
                return Some(ty);
            }
            types.kind(ty).parts(&mut |part| left.push(part));
        }
        None
    }

    /// Reports an associated type that is not known although an implementation says what it is.
    fn endless(&mut self, left: Ty, span: Span) -> Ty {
        let sigs = &self.ir.sigs;
        // What no implementation says is reported as missing there.
        if sigs.says_assoc(left) {
            let message = "this type expands to itself, or through too many others";
            let label = format!("what `{}` is depends on others without end", sigs.types.show(&self.cx.interner, left));
            self.cx.emit(Diagnostic::error(CYCLIC_ALIAS, span, message).label(label));
        }
        Ty::ERROR
    }

    /// Gives predicates the types that are known now.
    fn settle_predicates(&mut self, live: &[ItemId]) {
        for &id in live {
            let types = &self.ir.types;
            let predicates = self.ir.traits.predicates(id);
            let settle = |ty: Ty| types.with_known(ty, &|_| None);
            let settled = |one: &TraitRef| {
                let args = types.args(one.args).iter().map(|ty| settle(*ty)).collect();
                TraitRef { of: one.of, args: types.make_args(args) }
            };
            let mut predicates: Vec<TraitRef> = predicates.iter().map(settled).collect();
            let copied: Vec<Ty> = self.ir.traits.copied(id).iter().map(|ty| settle(*ty)).collect();
            let equal: Vec<(Ty, Ty)> =
                self.ir.traits.equalities(id).iter().map(|(assoc, is)| (*assoc, settle(*is))).collect();
            if predicates.is_empty() && copied.is_empty() {
                continue;
            }
            self.ir.traits.set_predicates(id, predicates.clone());
            self.ir.traits.set_equalities(id, equal.clone());
            let holds = self.ir.closure(&predicates);
            let known = self.ir.equal_by(&equal, &holds);
            if known.is_empty() {
                self.ir.traits.set_holds(id, holds);
                continue;
            }
            self.ir.traits.set_equal(id, known);
            let copied = copied.into_iter().map(|ty| self.ir.normal(id, ty)).collect();
            self.ir.traits.set_copied(id, copied);
            // What is said of an associated type is said of what it is.
            for one in &mut predicates {
                let args = self.ir.types.args(one.args).iter().map(|ty| self.ir.normal(id, *ty)).collect();
                one.args = self.ir.types.make_args(args);
            }
            let holds = self.ir.closure(&predicates);
            self.ir.traits.set_holds(id, holds);
        }
    }

    /// Reports what an implementation says of types that its trait does not allow.
    pub(super) fn asked_of_assoc(&mut self, id: ItemId, header: TraitRef) {
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        for member in def.members.clone() {
            let ItemKind::Alias(alias) = self.ir.items[member].kind::<Closed>() else { continue };
            let (name, span) = (self.ir.items[member].name.name, self.ir.bodies[member].types[alias.ty].span);
            let ItemTy::Type(ty) = self.ir.item_ty(member) else { continue };
            let args = self.ir.types.args(header.args).to_vec();
            let types = &self.ir.types;
            let AskedOfType { traits: asked, equal } = self.ir.traits.of_type(header.of, name);
            let asked: Vec<TraitRef> = asked.iter().map(|one| one.substitute(types, &args)).collect();
            let equal: Vec<(Ty, Ty)> = equal
                .iter()
                .map(|(assoc, is)| (types.assoc_as_written(*assoc, &args), types.substitute(*is, &args)))
                .collect();
            asked.into_iter().for_each(|wanted| _ = self.must_hold(id, wanted, span));
            equal.into_iter().for_each(|pair| self.must_equal(id, pair, span));
            let copied = self.ir.types.is_copied_assoc(self.ir.traits.name(header.of), name);
            if copied && !self.ir.types.is_copy(ty, self.ir.env(id).copied()) {
                self.not_copy(id, ty, span);
            }
        }
    }

    /// Reports an associated type that is another than is asked for.
    pub(super) fn must_equal(&mut self, owner: ItemId, (assoc, wanted): (Ty, Ty), span: Span) {
        let sigs = &self.ir.sigs;
        let solver = Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(owner));
        if let Err(Unmet::Other { assoc, found, wanted }) = solver.equal(assoc, wanted) {
            let diagnostic = other_type(self.cx, sigs, (assoc, found, wanted), span);
            self.cx.emit(diagnostic);
        }
    }

    /// Reports `<T as Trait>::Name` of types that do not have the trait.
    pub(super) fn check_projections(&mut self) {
        for (owner, wanted, span) in std::mem::take(&mut self.projections) {
            self.must_hold(owner, wanted, span);
        }
    }
}
