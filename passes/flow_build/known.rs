//! What bounds say of the associated types that parts of places have.

use rustc_hash::FxHashSet;
use vex_ir::lang::Looped;
use vex_ir::tree::{ItemId, Read, Sigs};
use vex_ir::ty::{Ty, TyKind, Types};

/// Finds what has to be known of the types of a body.
pub(super) fn of_body(tree: &Sigs, id: ItemId, src: Read<'_, Looped>) -> Vec<(Ty, Ty)> {
    if tree.env(id).holds.is_empty() || !tree.types.has_assoc() {
        return Vec::new();
    }
    let mut finder = Finder { tree, id, seen: FxHashSet::default(), found: Vec::new() };
    for ty in src.get().ty.iter().copied().chain(src.locals.iter().map(|(_, local)| local.ty)) {
        finder.visit(ty, true);
    }
    finder.found
}

struct Finder<'a> {
    tree: &'a Sigs,
    id: ItemId,
    seen: FxHashSet<(Ty, bool)>,
    found: Vec<(Ty, Ty)>,
}

impl Finder<'_> {
    /// Looks at the fields of a type; `behind`: and at what it leads to, which fields do not: that has expressions of its own.
    fn visit(&mut self, ty: Ty, behind: bool) {
        let types: &Types = &self.tree.types;
        if ty.index() >= types.len() || !types.mentions_generic(ty) || !self.seen.insert((ty, behind)) {
            return;
        }
        match types.kind(ty) {
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) if behind => self.visit(*to, true),
            TyKind::Slice(of) | TyKind::Array(of, _) | TyKind::OpenArray(of, _) => self.visit(*of, behind),
            TyKind::Tuple(_) | TyKind::Apply(..) => {
                for field in types.field_types(ty) {
                    self.assocs(field);
                    self.visit(self.tree.normal(self.id, field), false);
                }
            }
            // It has no parts that are open.
            _ => {}
        }
    }

    /// Notes what is known of the associated types that a field's type is written with.
    fn assocs(&mut self, ty: Ty) {
        let types = &self.tree.types;
        if !types.mentions_assoc(ty) {
            return;
        }
        types.kind(ty).parts(&mut |part| self.assocs(part));
        if let TyKind::Assoc(..) = types.kind(ty) {
            let written = types.with_parts(ty, &mut |part| self.tree.normal(self.id, part));
            let is = self.tree.normal(self.id, written);
            if is != written && !self.found.iter().any(|(known, _)| *known == written) {
                self.found.push((written, is));
            }
        }
    }
}
