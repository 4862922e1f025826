//! Implementations of `Drop`, which the compiler calls.

use super::*;

/// An implementation of `Drop` for what has no definition that could have one.
const NO_DEFINITION: Code = Code("E0375");
/// An implementation of `Drop` for some values of a definition alone.
const FOR_SOME: Code = Code("E0376");
/// A field of a union that is dropped with what has it.
const DROPPED_IN_UNION: Code = Code("E0377");

impl SignatureBuilder<'_> {
    /// Whether a trait is the one whose function is called where values end.
    pub(super) fn is_drop(&self, of: ItemId) -> bool {
        self.ir.scopes.lang_items.get(LangItem::Drop) == Some(of)
    }

    /// Notes that a type has a drop function, or reports that it cannot have one.
    pub(super) fn drop_implementation(&mut self, id: ItemId, header: TraitRef, self_ty: TypeId) -> bool {
        let ty = header.this(&self.ir.types);
        let adt = match *self.ir.types.kind(ty) {
            TyKind::Adt(adt) | TyKind::Apply(adt, _) => Some(adt),
            // Has no fields of its own.
            _ => None,
        };
        let Some(adt) = adt.filter(|adt| !matches!(self.ir.types.adts[*adt].kind, AdtKind::Opaque)) else {
            let span = self.ir.bodies[id].types[self_ty].span;
            let shown = self.ir.types.show(&self.cx.interner, ty);
            let message = format!("`{shown}` cannot have a drop function");
            let diagnostic = Diagnostic::error(NO_DEFINITION, span, message).label("no struct, union or enum");
            self.cx.emit(diagnostic.note("a struct around it can: `struct Name { value: … }`"));
            return false;
        };
        self.ir.types_mut().add_drop_fn(adt);
        true
    }

    /// Reports implementations of `Drop` that are not for every value of their type: what is dropped is known by its definition.
    pub(super) fn drops_of_all(&mut self, id: ItemId, header: TraitRef) {
        if !self.is_drop(header.of) {
            return;
        }
        let types = &self.ir.types;
        let ty = header.this(types);
        let (args, plain) = match *types.kind(ty) {
            TyKind::Apply(adt, args) => (types.args(args).to_vec(), types.intern(TyKind::Adt(adt))),
            // Takes none.
            _ => (Vec::new(), ty),
        };
        let ItemKind::Impl(def) = self.ir.items[id].kind::<Closed>() else { return };
        let span = self.ir.bodies[id].types[def.self_ty].span;
        let Some(&definition) = self.adts.get(&plain) else { return };
        let mut seen = FxHashSet::default();
        let is_other = |arg: &&Ty| !matches!(types.kind(**arg), TyKind::Param(..)) || !seen.insert(**arg);
        let label = match args.iter().find(is_other) {
            Some(arg) if matches!(types.kind(*arg), TyKind::Param(..)) => {
                Some(format!("`{}` is given twice", types.show(&self.cx.interner, *arg)))
            }
            Some(arg) => Some(format!("`{}` is one argument of many", types.show(&self.cx.interner, *arg))),
            None => self.asks_more(id, definition, &args),
        };
        let Some(label) = label else { return };
        let shown = types.show(&self.cx.interner, ty);
        let message = format!("`{shown}` has a drop function for some arguments and not for others");
        let diagnostic = Diagnostic::error(FOR_SOME, span, message).label(label);
        let definition = self.ir.items[definition].name.span;
        let note = "whether something is done where a value ends must not depend on what its parameters stand for";
        self.cx.emit(diagnostic.secondary(definition, "what it asks of its parameters").note(note));
    }

    /// What an implementation asks of the arguments of a type that the type itself does not.
    fn asks_more(&self, id: ItemId, definition: ItemId, args: &[Ty]) -> Option<String> {
        let (types, interner) = (&self.ir.types, &self.cx.interner);
        let asked = self.ir.traits.predicates(definition).iter().map(|asked| asked.substitute(types, args));
        let holds = self.ir.closure(&asked.collect::<Vec<_>>());
        let more = self.ir.traits.predicates(id).iter().find(|own| !holds.contains(own));
        if let Some(more) = more {
            let of = types.show(interner, more.this(types));
            return Some(format!("`{of}: {}`", self.ir.traits.show(interner, types, &self.ir.items, *more)));
        }
        let own = self.generics(definition).iter().zip(args).find(|(param, arg)| {
            let TyKind::Param(position, _) = types.kind(**arg) else { return false };
            !param.copy && self.generics(id).get(*position as usize).is_some_and(|here| here.copy)
        });
        own.map(|(_, arg)| format!("`{}: Copy`", types.show(interner, *arg)))
    }

    /// Reports fields of unions that would have to be dropped: nothing says which field a union has.
    pub(super) fn union_fields(&mut self, id: ItemId) {
        let types = &self.ir.types;
        if !types.any_drop_fn() {
            return;
        }
        let (ItemTy::Type(ty), ItemKind::Struct(def)) = (self.ir.item_ty(id), self.ir.items[id].kind::<Closed>())
        else {
            return;
        };
        let TyKind::Adt(adt) = *types.kind(ty) else { return };
        if !def.is_union {
            return;
        }
        let generics = self.generics(id).iter().map(|param| vex_ir::ty::GenericParam { copy: true, ..*param });
        let generics: Vec<_> = generics.collect();
        let fields = types.adts[adt].fields();
        let is_dropped = |ty: Ty| {
            let assocs = types.held(ty).assocs;
            !types.is_copy(ty, Copied { generics: &generics, assocs: &assocs })
        };
        let dropped: Vec<AdtField> = fields.iter().filter(|field| is_dropped(field.ty)).copied().collect();
        for field in dropped {
            let name = self.cx.text(field.name);
            let message = format!("the field `{name}` of a union is of a type that has to be dropped");
            let diagnostic = Diagnostic::error(DROPPED_IN_UNION, field.span, message);
            let shown = self.ir.types.show(&self.cx.interner, field.ty);
            let label = format!("`{shown}` has a drop function, or holds what has one");
            self.cx.emit(diagnostic.label(label).note("nothing says whether the union has this field or another one"));
        }
    }
}
