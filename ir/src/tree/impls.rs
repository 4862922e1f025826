//! Implementations: what they are for, and what they have.

use super::*;
use crate::ty::AdtId;

/// What is known of all implementations (from `sig-check` on).
#[derive(Default)]
pub struct Impls {
    /// The type that each is for: a struct, union or enum, with arguments if it takes some.
    self_ty: FxHashMap<ItemId, Ty>,
    /// Their functions and constants, by the definition that has them and by name: many types have a function of one name.
    members: FxHashMap<(AdtId, Symbol), Vec<ItemId>>,
    /// The definitions with a member of a name.
    owners: FxHashMap<Symbol, Vec<AdtId>>,
}

impl Impls {
    pub fn insert(&mut self, id: ItemId, ty: Ty) {
        self.self_ty.insert(id, ty);
    }

    pub fn add_member(&mut self, of: AdtId, name: Symbol, member: ItemId) {
        let members = self.members.entry((of, name)).or_default();
        if members.is_empty() {
            self.owners.entry(name).or_default().push(of);
        }
        members.push(member);
    }

    /// The type that an implementation is for.
    pub fn self_ty(&self, id: ItemId) -> Ty {
        self.self_ty.get(&id).copied().unwrap_or(Ty::ERROR)
    }

    /// The type that has a member, or the pattern of such types.
    pub fn owner(&self, member: &Item) -> Ty {
        member.member_of.map_or(Ty::ERROR, |block| self.self_ty(block))
    }

    /// The members of a name that a definition has, with some arguments or all.
    pub fn named(&self, of: AdtId, name: Symbol) -> &[ItemId] {
        self.members.get(&(of, name)).map_or(&[], |found| found)
    }

    /// The members of a name, whatever has them.
    pub fn all_named(&self, name: Symbol) -> impl Iterator<Item = ItemId> {
        let owners = self.owners.get(&name).map_or(&[][..], |found| found);
        owners.iter().flat_map(move |of| self.named(*of, name)).copied()
    }

    /// What definitions have, by name.
    pub fn all(&self) -> impl Iterator<Item = (AdtId, Symbol, &[ItemId])> {
        self.members.iter().map(|((of, name), found)| (*of, *name, &found[..]))
    }
}
