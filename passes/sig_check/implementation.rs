//! Implementations, and what they are for.

use super::*;
use vex_ir::tree::traits::CYCLIC_ALIAS;

/// An implementation outside of the file of its type, or for what no definition names.
pub(super) const ELSEWHERE: Code = Code("E0349");
/// A parameter of an implementation that what it is for does not mention.
const UNCONSTRAINED: Code = Code("E0350");
/// A receiver that is neither `Self` nor a reference to it.
const WRONG_RECEIVER: Code = Code("E0351");
/// Two members of one name of one type.
pub(super) const DUPLICATE_MEMBER: Code = Code("E0352");

impl SignatureBuilder<'_> {
    /// Finds what all implementations are for.
    pub(super) fn implementations(&mut self, live: &[ItemId]) {
        for &id in live {
            if let ItemKind::Impl(_) = self.ir.items[id].kind::<Closed>() {
                self.item(id);
            }
        }
    }

    /// Finds what an implementation is for.
    pub(super) fn implementation(&mut self, id: ItemId) -> ItemTy {
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return ItemTy::None };
        let (self_ty, members) = (def.self_ty, def.members.clone());
        if let Some(trait_) = def.trait_ {
            self.trait_implementation(id, trait_, self_ty);
            return ItemTy::None;
        }
        let ty = self.lower_written(id, self_ty);
        let span = self.ir.bodies[id].types[self_ty].span;
        self.no_types(&members);
        let right = self.is_closed_header(&[ty], span) && self.is_own(id, ty, span) && self.mentions_all(id, &[ty]);
        let of = match *self.ir.types.kind(ty) {
            TyKind::Adt(of) | TyKind::Apply(of, _) if right => Some(of),
            // Reported.
            _ => None,
        };
        self.ir.impls.insert(id, if right { ty } else { Ty::ERROR });
        for member in members {
            let item = &self.ir.items[member];
            if let Some(of) = of.filter(|_| Namespace::of(item.raw()) == Some(Namespace::Value)) {
                let name = item.name.name;
                self.ir.impls.add_member(of, name, member);
            }
        }
        ItemTy::None
    }

    /// Whether a type is defined in the file of an implementation; reports it if not.
    fn is_own(&mut self, id: ItemId, ty: Ty, span: Span) -> bool {
        if ty == Ty::ERROR {
            return false;
        }
        let types = &self.ir.types;
        let plain = match *types.kind(ty) {
            TyKind::Apply(adt, _) => types.intern(TyKind::Adt(adt)),
            _ => ty,
        };
        let shown = types.show(&self.cx.interner, ty);
        let Some(&definition) = self.adts.get(&plain) else {
            let message = format!("functions cannot be added to `{shown}`");
            let diagnostic = Diagnostic::error(ELSEWHERE, span, message).label("no struct, union or enum");
            self.cx.emit(diagnostic.note("a struct around it has functions of its own: `struct Name { value: … }`"));
            return false;
        };
        let (item, block) = (&self.ir.items[definition], &self.ir.items[id]);
        if item.module == block.module {
            return true;
        }
        let message = format!("functions are added to `{shown}` in its own file");
        let diagnostic = Diagnostic::error(ELSEWHERE, span, message).label("not defined here");
        let diagnostic = diagnostic.secondary(item.name.span, "defined here");
        self.cx.emit(diagnostic.note("here, it can be passed to a function, or be in a struct that has functions"));
        false
    }

    /// Whether what an implementation is for says what its parameters are; reports those of which it does not.
    pub(super) fn mentions_all(&mut self, id: ItemId, parts: &[Ty]) -> bool {
        let (mut left, mut found) = (parts.to_vec(), FxHashSet::default());
        while let Some(ty) = left.pop() {
            match self.ir.types.kind(ty) {
                TyKind::Param(position, _) => _ = found.insert(*position),
                kind => kind.parts(&mut |part| left.push(part)),
            }
        }
        let mut all = true;
        for (position, param) in self.ir.items[id].params().iter().enumerate() {
            if !found.contains(&(position as u32)) {
                let text = self.cx.text(param.name.name);
                let message = format!("the parameter `{text}` is not part of the type that has the functions");
                let diagnostic = Diagnostic::error(UNCONSTRAINED, param.name.span, message);
                let note = "a call could not say what it is: it can be a parameter of a function instead";
                self.cx.emit(diagnostic.label("never decided").note(note));
                all = false;
            }
        }
        all
    }

    /// The type that `Self` is.
    pub(super) fn self_type(&mut self, block: ItemId, span: Span) -> Ty {
        let is_known = self.ir.items[block].is_trait() || self.ir.impls.self_ty(block) != Ty::ERROR;
        if self.state[item_index(block)] == State::Running && !is_known {
            let diagnostic = Diagnostic::error(CYCLIC_ALIAS, span, "`Self` is what is being said here");
            self.cx.emit(diagnostic.label("write the type out"));
            return Ty::ERROR;
        }
        if !self.ir.items[block].is_trait() {
            self.item(block);
        }
        self.ir.impls.self_ty(block)
    }

    /// Reports a parameter `self` of another type.
    pub(super) fn receiver(&mut self, id: ItemId, sig: &FnSig) {
        let item = &self.ir.items[id];
        let (Some(block), Some(param), Some(&ty)) =
            (item.member_of, item.as_fn().and_then(|f| f.params.first()), sig.params.first())
        else {
            return;
        };
        let this = self.ir.impls.self_ty(block);
        let types = &self.ir.types;
        let fits = ty == this || matches!(types.kind(ty), TyKind::Ref(_, to) if *to == this);
        if fits || ty == Ty::ERROR || this == Ty::ERROR || !param.is_self {
            return;
        }
        let span = self.ir.bodies[id].types[param.ty].span;
        let shown = types.show(&self.cx.interner, ty);
        let diagnostic = Diagnostic::error(WRONG_RECEIVER, span, format!("`self` cannot be of type `{shown}`"));
        self.cx.emit(diagnostic.label("not `Self`").note("it is `self`, `&self` or `&mut self`"));
    }

    /// Reports members of one name of one type.
    pub(super) fn duplicate_members(&mut self) {
        let mut found = Vec::new();
        let owner = |member: ItemId| self.ir.impls.owner(&self.ir.items[member]);
        for (_, name, members) in self.ir.impls.all().filter(|(_, _, members)| members.len() > 1) {
            for (i, later) in members.iter().enumerate() {
                let ty = owner(*later);
                let earlier = members[..i].iter().find(|earlier| self.ir.types.overlap(owner(**earlier), ty));
                found.extend(earlier.map(|earlier| (name, *earlier, *later)));
            }
        }
        found.sort_by_key(|(_, _, later)| item_index(*later));
        for (name, earlier, later) in found {
            let (text, spans) = (self.cx.text(name), [later, earlier].map(|id| self.ir.items[id].name.span));
            let message = format!("one type has two members `{text}`");
            let diagnostic = Diagnostic::error(DUPLICATE_MEMBER, spans[0], message).label(format!("`{text}` again"));
            self.cx.emit(diagnostic.secondary(spans[1], "first here"));
        }
    }
}
