//! Implementations: what they are for, and what they have.

use super::*;

/// What is known of all implementations (from `sig-check` on).
#[derive(Default)]
pub struct Impls {
    /// The type that each is for.
    self_ty: FxHashMap<ItemId, Ty>,
    /// Their functions and constants, by name.
    members: FxHashMap<Symbol, Vec<ItemId>>,
}

impl Impls {
    pub fn is_empty(&self) -> bool {
        self.self_ty.is_empty()
    }

    pub fn insert(&mut self, id: ItemId, ty: Ty) {
        self.self_ty.insert(id, ty);
    }

    pub fn add_member(&mut self, name: Symbol, member: ItemId) {
        self.members.entry(name).or_default().push(member);
    }

    /// The type that an implementation is for.
    pub fn self_ty(&self, id: ItemId) -> Ty {
        self.self_ty.get(&id).copied().unwrap_or(Ty::ERROR)
    }

    /// The members of a name, in all implementations.
    pub fn named(&self, name: Symbol) -> &[ItemId] {
        self.members.get(&name).map_or(&[], |found| found)
    }

    /// The names of all members, with those that have it.
    pub fn all(&self) -> impl Iterator<Item = (Symbol, &[ItemId])> {
        self.members.iter().map(|(name, found)| (*name, &found[..]))
    }
}
