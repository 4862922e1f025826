//! Types without parameters: what is given for them, what associated types are, and definitions with their arguments.

use super::instance::MAX_NESTING;
use super::{Reach, error};
use vex_ir::Symbol;
use vex_ir::layout::without_layout;
use vex_ir::stack::deep;
use vex_ir::ty::{AdtDef, AdtId, AdtKind, Args, Ty, TyKind, Types};

impl Reach<'_> {
    /// The type with arguments for its parameters, and with definitions of its own for what it applies.
    pub(super) fn ty_with(&mut self, ty: Ty, args: &[Ty]) -> Ty {
        if !self.to.types.mentions_generic(ty) {
            return ty;
        }
        let closed = self.closed(ty, args);
        if self.to.types.mentions_error(closed) && self.open.error.is_none() {
            self.open.error = Some(error::no_type(self, ty));
        }
        self.defined(closed)
    }

    /// The type with arguments for its parameters, and with what associated types are.
    pub(super) fn closed(&mut self, ty: Ty, args: &[Ty]) -> Ty {
        let types = self.to.types.clone();
        if !types.mentions_generic(ty) || self.open.error.is_some() {
            return ty;
        }
        match types.kind(ty) {
            TyKind::Param(number, _) => args.get(*number as usize).copied().unwrap_or(Ty::ERROR),
            TyKind::Assoc(of, name, given) => {
                let given: Vec<Ty> = types.args(*given).iter().map(|ty| self.closed(*ty, args)).collect();
                self.associated(*of, *name, given)
            }
            _ => types.with_parts(ty, &mut |part| self.closed(part, args)),
        }
    }

    /// What an associated type is for these types.
    fn associated(&mut self, of: Symbol, name: Symbol, given: Vec<Ty>) -> Ty {
        let candidates = self.open.of_trait.get(&of).cloned().unwrap_or_default();
        let found = candidates
            .into_iter()
            .find_map(|number| Some((number, self.open.impls[number].bound(&self.to.types, &given)?)));
        let found = found.and_then(|(number, bound)| {
            let types = &self.open.impls[number].types;
            types.iter().find(|(known, _)| *known == name).map(|(_, ty)| (*ty, bound))
        });
        let extent = given.iter().map(|ty| self.to.types.extent(*ty)).fold(0, u32::saturating_add);
        let Some((is, bound)) = found else {
            let error = error::no_associated(self, of, name, &given);
            self.open.error.get_or_insert(error);
            return Ty::ERROR;
        };
        let args = self.to.types.make_args(given);
        let ty = self.to.types.intern(TyKind::Assoc(of, name, args));
        if self.open.nesting.len() >= MAX_NESTING || extent > Types::MAX_EXTENT {
            let error = error::type_without_end(self, ty);
            self.open.error.get_or_insert(error);
            return Ty::ERROR;
        }
        self.open.nesting.push(ty);
        let is = self.closed(is, &bound);
        self.open.nesting.pop();
        is
    }

    /// The type with a definition for each that is applied in it.
    fn defined(&mut self, ty: Ty) -> Ty {
        if !self.to.types.mentions_generic(ty) || self.open.error.is_some() {
            return ty;
        }
        if let TyKind::Apply(id, args) = *self.to.types.kind(ty) {
            return deep(|| self.definition(ty, id, args));
        }
        let mut parts = Vec::new();
        self.to.types.kind(ty).parts(&mut |part| parts.push(part));
        parts.iter_mut().for_each(|part| *part = self.defined(*part));
        let mut parts = parts.into_iter();
        self.to.types.with_parts(ty, &mut |part| parts.next().unwrap_or(part))
    }

    fn definition(&mut self, ty: Ty, id: AdtId, args: Args) -> Ty {
        if let Some(&known) = self.open.adts.get(&ty) {
            return known;
        }
        let same = self
            .open
            .nesting
            .iter()
            .filter(|around| matches!(self.to.types.kind(**around), TyKind::Apply(other, _) if *other == id));
        if same.count() >= MAX_NESTING || self.to.types.args_extent(args) > Types::MAX_EXTENT {
            let error = error::type_without_end(self, ty);
            self.open.error.get_or_insert(error);
            return Ty::ERROR;
        }
        let name = self.cx.interner.intern(&self.to.types.show(&self.cx.interner, ty));
        let mut kind = self.to.types.adts[id].kind.clone();
        let AdtDef { span, packed, align, .. } = self.to.types.adts[id];
        let def = AdtDef { name, span, generics: Vec::new(), kind: AdtKind::Pending, packed, align };
        let made = self.to.types_mut().adts.alloc(def);
        let known = self.to.types.intern(TyKind::Adt(made));
        if self.to.types.has_drop_fn(ty) {
            self.to.types_mut().add_drop_fn(made);
        }
        // It may contain pointers to itself.
        self.open.adts.insert(ty, known);
        self.open.applied.insert(known, ty);
        let given = self.to.types.args(args).to_vec();
        self.open.nesting.push(ty);
        kind.fields_mut(&mut |field| field.ty = self.ty_with(field.ty, &given));
        self.open.nesting.pop();
        self.to.types_mut().adts[made].kind = kind;
        known
    }

    /// A type without parameters as it is written, with arguments instead of definitions of their own.
    pub(super) fn as_written(&mut self, ty: Ty) -> Ty {
        if let Some(&written) = self.open.applied.get(&ty) {
            return written;
        }
        let types = self.to.types.clone();
        match types.kind(ty) {
            TyKind::Array(..) | TyKind::Tuple(_) => types.with_parts(ty, &mut |part| self.as_written(part)),
            // Holds no value of another type, or has a definition, whose fields are looked at by themselves.
            _ => ty,
        }
    }

    /// Gives the fields of definitions without parameters types without parameters.
    pub(super) fn plain_definitions(&mut self) {
        if !self.open.is_used {
            return;
        }
        let types = &self.to.types;
        let mentions = |def: &AdtDef| def.all_fields().any(|field| types.mentions_generic(field.ty));
        let plain = types.adts.iter().filter(|(_, def)| def.generics.is_empty() && mentions(def));
        for id in plain.map(|(id, _)| id).collect::<Vec<AdtId>>() {
            let mut kind = self.to.types.adts[id].kind.clone();
            kind.fields_mut(&mut |field| field.ty = self.plain_ty(field.ty));
            self.to.types_mut().adts[id].kind = kind;
        }
    }

    /// That each type that instances brought has a layout: passes ask for layouts without looking.
    pub(super) fn layouts(&mut self) {
        if self.open.is_used
            && self.open.error.is_none()
            && let Some((ty, why)) = without_layout(&self.to.types, &self.cx.target, self.open.first_new)
        {
            self.open.error = Some(error::no_layout(self, ty, why));
        }
    }
}
