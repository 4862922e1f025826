//! Traits: which types have to have them, and whose members are called.

use super::member::Found;
use super::pending::Todo;
use super::*;
use vex_ir::diag::closest;
use vex_ir::pool::List;
use vex_ir::tree::generic;
use vex_ir::tree::traits::unmet;

/// A member of a name that several traits have.
const AMBIGUOUS_MEMBER: Code = Code("E0460");

/// A constant in a pattern that depends on parameters.
const OPEN_PATTERN: Code = Code("E0359");

/// How many implementations may ask for each other, one after another.
const MAX_DEPTH: u32 = 64;

/// A trait that a type has to have.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    of: ItemId,
    args: Vec<Term>,
    /// How many implementations asked for it.
    depth: u32,
}

impl<'a> TypeChecker<'a> {
    /// What an item asks for, with arguments for its parameters.
    fn wanted(&mut self, asked: TraitRef, args: &[Term]) -> Wanted {
        let types = self.types;
        let args = types.args(asked.args).iter().map(|ty| self.instantiate(*ty, args)).collect();
        Wanted { of: asked.of, args, depth: 0 }
    }

    /// Has a trait looked for when it is known for which types.
    fn must_hold(&mut self, wanted: Wanted, span: Span) {
        if let Err(on) = self.holds_of(&wanted, span) {
            self.queue(Todo::Holds { wanted, span }, Ty::BOOL.into(), on);
        }
    }

    /// Finds what says that a type has a trait, and what follows for the types. `Err`: it depends on a variable.
    pub(super) fn holds_of(&mut self, wanted: &Wanted, span: Span) -> Result<(), Term> {
        let args: Vec<Term> = wanted.args.iter().map(|arg| self.resolve(*arg)).collect();
        if args.iter().any(|arg| self.terms.mentions_error(*arg)) {
            args.iter().for_each(|arg| self.terms.taint(*arg));
            return Ok(());
        }
        let types = self.types;
        if let Some(args) = args.iter().map(|arg| arg.finished()).collect::<Option<Vec<Ty>>>() {
            self.check_holds(TraitRef { of: wanted.of, args: types.make_args(args) }, span);
            return Ok(());
        }
        if self.var_kind(args[0]).is_some_and(term::VarKind::is_open) {
            return Err(args[0]);
        }
        let known = self.bounds_for(wanted.of, &args);
        if let [only] = known[..] {
            let pairs: Vec<(Ty, Term)> = types.args(only.args).iter().copied().zip(args).collect();
            pairs.into_iter().for_each(|(ty, arg)| _ = self.unify(ty.into(), arg));
            return Ok(());
        }
        let found = if known.is_empty() { self.implementations(wanted.of, &args) } else { Vec::new() };
        match found[..] {
            [only] => {
                self.by_implementation(only, wanted, &args, span);
                Ok(())
            }
            [] if known.is_empty() => {
                self.not_implemented(wanted, &args, span);
                Ok(())
            }
            _ => match args.iter().find_map(|arg| self.terms.open_part(*arg)) {
                Some(open) => Err(open),
                None => Ok(()),
            },
        }
    }

    /// What bounds say of a trait that may be for these types.
    pub(super) fn bounds_for(&self, of: ItemId, args: &[Term]) -> Vec<TraitRef> {
        let fits = |known: &&TraitRef| {
            let pairs = self.types.args(known.args).iter().zip(args);
            known.of == of && pairs.into_iter().all(|(ty, arg)| self.terms.may_become(*ty, *arg))
        };
        self.sigs.traits.holds(self.id).iter().filter(fits).copied().collect()
    }

    /// The implementations of a trait that may be for these types.
    pub(super) fn implementations(&self, of: ItemId, args: &[Term]) -> Vec<ItemId> {
        let traits = &self.sigs.traits;
        let fits = |id: &ItemId| {
            traits.header(*id).is_some_and(|header| {
                let pairs = self.types.args(header.args).iter().zip(args);
                pairs.into_iter().all(|(ty, arg)| self.terms.may_match(*ty, *arg))
            })
        };
        match self.head(args[0]) {
            Some(head) => traits.impls_for(of, head).filter(fits).collect(),
            None => traits.impls_of(of).iter().copied().filter(fits).collect(),
        }
    }

    /// What a type begins with, if that is known.
    fn head(&self, ty: Term) -> Option<Head> {
        Some(match self.terms.shape(ty) {
            Shape::Var(_) => return None,
            Shape::Apply(adt) => Head::Named(self.types.intern(TyKind::Adt(adt))),
            Shape::Other(ty) => Head::of(self.types, ty),
            Shape::Ptr(..) | Shape::Ref(..) | Shape::Slice(_) | Shape::Array(..) | Shape::Tuple | Shape::Fn(_) => {
                Head::Structured
            }
        })
    }

    /// The only implementation that may be meant is meant: what is not known yet follows from it.
    fn by_implementation(&mut self, id: ItemId, wanted: &Wanted, args: &[Term], span: Span) {
        let Some(own) = self.for_args(id, args, span) else { return self.not_implemented(wanted, args, span) };
        if wanted.depth >= MAX_DEPTH {
            return self.without_end(wanted.of, args, span);
        }
        self.asks(id, &own, wanted.depth + 1, span);
    }

    /// What the parameters of an implementation are where it is for these arguments. `None`: it is not.
    pub(super) fn for_args(&mut self, id: ItemId, args: &[Term], span: Span) -> Option<Vec<Term>> {
        let header = self.sigs.traits.header(id)?;
        let generics = self.generics_of.get(&id).map_or(&[][..], |params| params);
        let kind = |number: Option<Ty>| if number.is_some() { VarKind::Number } else { VarKind::Any };
        let own: Vec<Term> = generics.iter().map(|param| self.terms.fresh(kind(param.number), span)).collect();
        for (ty, arg) in self.types.args(header.args).iter().zip(args) {
            let pattern = self.instantiate(*ty, &own);
            if !self.unify(pattern, *arg) {
                return None;
            }
        }
        Some(own)
    }

    /// Notes what an item asks of arguments: whether they are copied shows only at the end. `depth`: how many implementations asked for it.
    pub(super) fn asks(&mut self, item: ItemId, args: &[Term], depth: u32, span: Span) {
        let sigs = self.sigs;
        let params = self.generics_of.get(&item).map_or(&[][..], |params| params);
        for (_, arg) in params.iter().zip(args).filter(|(param, _)| param.copy) {
            self.bounds.push((*arg, span));
        }
        for ty in sigs.traits.copied(item) {
            let ty = self.instantiate(*ty, args);
            self.bounds.push((ty, span));
        }
        for asked in sigs.traits.predicates(item) {
            let asked = Wanted { depth, ..self.wanted(*asked, args) };
            self.must_hold(asked, span);
        }
        self.assocs_equal(item, args, span);
    }

    fn check_holds(&mut self, wanted: TraitRef, span: Span) {
        let sigs = self.sigs;
        let found = Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(self.id)).holds(wanted);
        if let Err(why) = found {
            let diagnostic = unmet(self.cx, sigs, self.id, (wanted, why), span);
            self.report(diagnostic);
        }
    }

    /// Reports implementations that ask for others of their trait again and again.
    fn without_end(&mut self, of: ItemId, args: &[Term], span: Span) {
        args.iter().for_each(|arg| self.terms.taint(*arg));
        let declared = self.items[of].name;
        let text = self.name(declared.name).to_string();
        let message = format!("what would say that a type has the trait `{text}` needs itself, or others without end");
        let diagnostic = Diagnostic::error(generic::BOUND_NOT_MET, span, message);
        let diagnostic = diagnostic.label(format!("the bound `{text}` is not met"));
        self.report(diagnostic.secondary(declared.span, "the trait is declared here"));
    }

    fn not_implemented(&mut self, wanted: &Wanted, args: &[Term], span: Span) {
        args.iter().for_each(|arg| self.terms.taint(*arg));
        let shown: Vec<String> = args.iter().map(|arg| self.show(*arg)).collect();
        let declared = self.items[wanted.of].name;
        let text = self.name(declared.name);
        let text = match &shown[1..] {
            [] => text.to_string(),
            own => format!("{text}<{}>", own.join(", ")),
        };
        let message = format!("`{}` does not have the trait `{text}`", shown[0]);
        let diagnostic =
            Diagnostic::error(generic::BOUND_NOT_MET, span, message).label(format!("the bound `{text}` is not met"));
        self.report(diagnostic.secondary(declared.span, "the trait is declared here"));
    }

    /// The member of a name that a trait has which a type may have. `Err`: which it is depends on a variable.
    pub(super) fn trait_member(&self, ty: Term, name: Symbol) -> Result<Found, Term> {
        let traits = &self.sigs.traits;
        let mut found: Vec<ItemId> = Vec::new();
        let asked = ty.finished().map_or(Vec::new(), |ty| self.sigs.asked_of_assoc(ty));
        for &member in traits.named(name) {
            let item = &self.items[member];
            let Some(of) = item.member_of.filter(|_| Namespace::of(item.raw()) == Some(Namespace::Value)) else {
                continue;
            };
            let known = traits.holds(self.id).iter().chain(&asked).filter(|known| known.of == of);
            let is_known = known.into_iter().any(|known| self.terms.may_become(known.this(self.types), ty));
            if is_known || self.may_have(of, ty) {
                found.push(member);
            }
        }
        match found[..] {
            [] => Ok(Found::None),
            [only] => Ok(Found::One(only)),
            _ => match self.terms.open_part(ty) {
                Some(open) => Err(open),
                None => Ok(self.those_that_hold(ty, &found)),
            },
        }
    }

    /// Whether an implementation of a trait may be for a type.
    fn may_have(&self, of: ItemId, ty: Term) -> bool {
        let traits = &self.sigs.traits;
        let fits =
            |id: ItemId| traits.header(id).is_some_and(|header| self.terms.may_match(header.this(self.types), ty));
        match self.head(ty) {
            Some(head) => traits.impls_for(of, head).any(fits),
            None => traits.impls_of(of).iter().copied().any(fits),
        }
    }

    /// Of several members, those of traits that the type has.
    fn those_that_hold(&self, ty: Term, found: &[ItemId]) -> Found {
        let sigs = self.sigs;
        let has = |member: &ItemId| {
            let (Some(of), Some(ty)) = (self.items[*member].member_of, ty.finished()) else { return true };
            // What is given for a trait's own parameters is not known.
            if !self.items[of].params().is_empty() {
                return true;
            }
            let wanted = TraitRef { of, args: self.types.make_args(vec![ty]) };
            Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(self.id)).holds(wanted).is_ok()
        };
        let held: Vec<ItemId> = found.iter().copied().filter(has).collect();
        match (&held[..], found) {
            ([only], _) => Found::One(*only),
            ([one, other, ..], _) | ([], [one, other, ..]) => Found::Several(*one, *other),
            ([], [only]) => Found::One(*only),
            ([], []) => Found::None,
        }
    }

    /// The method of a name that a receiver has, and what has it: what is behind references, or else one of them.
    pub(super) fn method_named(&mut self, receiver: ExprId, ty: Term, name: Symbol) -> Result<(Term, Found), Term> {
        let found = self.member_named(ty, name)?;
        if found != Found::None || self.sigs.traits.named(name).is_empty() {
            return Ok((ty, found));
        }
        let mut steps = vec![self.expr_term(receiver)];
        while let Some(Shape::Ref(_, to)) = steps.last().map(|last| self.terms.shape(*last)) {
            steps.push(self.resolve(to));
        }
        let last = steps.last().map(|last| self.terms.shape(*last));
        let of = if let Some(Shape::Array(of, _)) = last { Some(self.terms.slice(of)) } else { None };
        // An array has what its elements as a slice have, after what it has itself.
        let position = steps.len() - 1;
        steps.extend(of);
        let order = (0..=position).rev().take(1).chain(position + 1..steps.len()).chain((0..position).rev());
        for step in order.collect::<Vec<_>>() {
            let found = self.member_named(steps[step], name)?;
            if found != Found::None {
                return Ok((steps[step], found));
            }
        }
        Ok((ty, Found::None))
    }

    /// Reports a name that members of several traits have.
    pub(super) fn several(&mut self, ty: Term, (one, other): (ItemId, ItemId), span: Span) {
        let text = self.name(self.items[one].name.name).to_string();
        let of = |member: ItemId| self.items[member].member_of.map_or(Symbol::EMPTY, |of| self.items[of].name.name);
        // The order of items means nothing.
        let (one, other) = if self.name(of(one)) <= self.name(of(other)) { (one, other) } else { (other, one) };
        let (first, second) = (self.name(of(one)).to_string(), self.name(of(other)).to_string());
        let shown = self.show(ty);
        let message = format!("`{shown}` has several traits with a member `{text}`");
        let diagnostic = Diagnostic::error(AMBIGUOUS_MEMBER, span, message).label("which one is not clear");
        let diagnostic = diagnostic.secondary(self.items[one].name.span, "one is this");
        let diagnostic = diagnostic.secondary(self.items[other].name.span, "another is this");
        self.report(diagnostic.note(format!("`{first}::{text}(…)` or `{second}::{text}(…)` says which")));
    }

    /// Reports a member that a trait lacks.
    pub(super) fn no_such_in_trait(&mut self, of: ItemId, name: Symbol, span: Span) {
        let text = self.name(name).to_string();
        let at = Span::new(span.hi.saturating_sub(text.len() as u32).max(span.lo), span.hi);
        let message = format!("the trait `{}` has no member `{text}`", self.name(self.items[of].name.name));
        let mut diagnostic = Diagnostic::error(super::member::NO_SUCH_MEMBER, at, message).label("not found");
        if let ItemKind::Trait(def) = self.items[of].kind::<Linked>() {
            let members = def.members.iter().map(|member| &self.items[*member]);
            let values = members.filter(|member| Namespace::of(member.raw()) == Some(Namespace::Value));
            let names = values.map(|member| self.cx.text(member.name.name));
            if let Some(close) = closest(&text, names) {
                diagnostic = diagnostic.suggest(at, close, "a member with a similar name exists");
            }
        }
        self.report(diagnostic.secondary(self.items[of].name.span, "declared here"));
    }

    /// Constants of traits for types that are known are those of their implementations: then they have a value.
    pub(super) fn finish_constants(&mut self) {
        let sigs = self.sigs;
        for id in std::mem::take(&mut self.constants) {
            let ExprKind::Item(member, args) = self.body.kind(id) else { continue };
            let Some(of) = self.items[member].member_of.filter(|of| self.items[*of].is_trait()) else { continue };
            let args = self.body.type_lists[args].iter().map(|arg| self.body.meaning(*arg)).collect();
            let wanted = TraitRef { of, args: self.types.make_args(args) };
            let solver = Solver::new(&sigs.types, &sigs.traits, &sigs.generics, sigs.env(self.id));
            let found = solver.implementation(wanted).filter(|(found, _)| !sigs.generics.contains_key(found));
            if let Some(here) = found.and_then(|(found, _)| sigs.traits.member(found, self.items[member].name.name)) {
                self.body.set(id, ExprKind::Item(here, List::default()));
            }
        }
        for id in std::mem::take(&mut self.pattern_constants) {
            if let ExprKind::Item(item, _) = self.body.kind(id)
                && sigs.is_open_const(item)
            {
                let (span, name) = (self.body.span(id), self.items[item].name);
                let message = format!("the constant `{}` depends on parameters", self.name(name.name));
                let diagnostic = Diagnostic::error(OPEN_PATTERN, span, message).label("not known here");
                let note = "what a pattern covers is known before parameters are: a guard compares with it";
                self.report(diagnostic.secondary(name.span, "declared here").note(note));
            }
        }
    }

    /// Says which trait would give a type a method of a name.
    pub(super) fn trait_with(&self, diagnostic: Diagnostic, ty: Term, name: Symbol) -> Option<Diagnostic> {
        let members = self.sigs.traits.named(name).iter().map(|member| &self.items[*member]);
        let values = members.filter(|member| Namespace::of(member.raw()) == Some(Namespace::Value));
        let traits = values.filter_map(|member| member.member_of);
        let of = traits.map(|of| &self.items[of]).min_by_key(|of| self.name(of.name.name))?;
        let text = self.name(of.name.name);
        let takes_none = of.params().is_empty();
        let param = ty.finished().map(|ty| self.types.kind(ty));
        Some(match param {
            Some(TyKind::Param(position, _)) if takes_none => {
                generic::bound_with(self.cx, self.items, (self.id, *position), text, diagnostic)
            }
            _ => diagnostic.secondary(of.name.span, format!("types that have the trait `{text}` have it")),
        })
    }
}
