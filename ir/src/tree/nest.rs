//! Items with what is inside them, for passes in which an inner item depends on where it stands.

use super::*;

/// An item of a module, or a member of an extern block there, with the items inside it: those of its blocks, and lengths. Each has
/// its body.
pub struct Nest<'a> {
    pub outer: ItemId,
    body: Option<&'a mut Body>,
    /// Empty for most.
    inner: FxHashMap<ItemId, &'a mut Body>,
}

impl<'a> Nest<'a> {
    fn new(sigs: &Sigs, bodies: &mut [Option<&'a mut Body>], outer: ItemId) -> Nest<'a> {
        let mut take = |id| bodies.get_mut(item_index(id)).and_then(Option::take);
        let body: Option<&'a mut Body> = take(outer);
        let mut inner = FxHashMap::default();
        let mut todo = body.as_deref().map_or_else(Vec::new, |body| sigs.items[outer].inner_items(body));
        while let Some(id) = todo.pop() {
            if let Some(body) = take(id) {
                todo.extend(sigs.items[id].inner_items(body));
                inner.insert(id, body);
            }
        }
        Nest { outer, body, inner }
    }

    pub fn body(&self, id: ItemId) -> Option<&Body> {
        if id == self.outer { self.body.as_deref() } else { self.inner.get(&id).map(|body| &**body) }
    }

    /// The body of an item, once.
    pub fn take(&mut self, id: ItemId) -> Option<&'a mut Body> {
        if id == self.outer { self.body.take() } else { self.inner.remove(&id) }
    }
}

impl Program {
    /// What bodies share, and the nests of the program, in order.
    pub fn nests(&mut self) -> (&Sigs, impl Iterator<Item = Nest<'_>>) {
        let Program { sigs, bodies } = self;
        let sigs = &*sigs;
        let mut free: Vec<Option<&mut Body>> = sigs.items.iter().map(|_| None).collect();
        for (id, body) in bodies.iter_mut() {
            free[item_index(id)] = Some(body);
        }
        let outer =
            sigs.modules.iter().flat_map(|(_, module)| &module.items).flat_map(|id| match &sigs.items[*id].kind {
                ItemData::ExternBlock(block) => &block.members[..],
                _ => std::slice::from_ref(id),
            });
        (sigs, outer.map(move |id| Nest::new(sigs, &mut free, *id)))
    }
}
