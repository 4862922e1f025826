//! What aliases name, for the variants that are found through them. It is known before bodies are resolved, so that it does not
//! depend on the order of items.

use super::*;

impl Resolver<'_> {
    pub(super) fn aliases_of_modules(&mut self) {
        for module in self.modules() {
            self.module = module;
            for id in self.ir.modules[module].items.clone() {
                self.alias(id);
            }
        }
    }

    /// Notes which item an item names, if it is an alias of one, which is in scope here.
    pub(super) fn alias(&mut self, id: ItemId) {
        let ItemKind::Alias { ty, .. } = self.ir.items[id].kind else { return };
        let body = &self.ir.bodies[id];
        let TypeKind::Path(path) = Read::<Core>::new(body).type_expr(ty) else { return };
        let segments = body.segments[path.segments].to_vec();
        let last = segments[segments.len() - 1].name.name;
        let found = match self.start_of(&segments, path.absolute) {
            Some((_, 0)) if segments.len() == 1 && !path.absolute => self.type_named(last),
            Some((module, used)) if segments.len() - used == 1 => {
                self.find_member(module, Namespace::Type, last, false)
            }
            // It is reported where the body is resolved.
            Some(_) | None => None,
        };
        if let Some(found) = found {
            self.aliases.insert(id, found);
        }
    }

    /// The item that a chain of aliases ends with.
    pub(super) fn behind_aliases(&self, mut item: ItemId) -> ItemId {
        // `sig-check` reports circles.
        for _ in 0..200 {
            let Some(&next) = self.aliases.get(&item) else { break };
            item = next;
        }
        item
    }
}
