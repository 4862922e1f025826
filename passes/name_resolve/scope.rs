//! What is in scope inside a body: variables, labels and the items of blocks.

use super::*;

/// The variables in scope. Looking one up is an index, not a search: `current` has the innermost of each name.
#[derive(Default)]
pub(super) struct Locals {
    /// By symbol: position in `stack` plus one.
    current: Vec<u32>,
    pub(super) stack: Vec<Shadow>,
    pub(super) labels: Vec<Label>,
    /// Variables below this belong to a function around the one being resolved.
    pub(super) floor: usize,
    /// Positions of variables that an item in their function has asked for, in vain.
    pub(super) captured: Vec<usize>,
}

#[derive(Clone, Copy)]
pub(super) struct Shadow {
    pub(super) name: Symbol,
    pub(super) local: LocalId,
    /// What `current` was for the name.
    pub(super) before: u32,
}

#[derive(Clone, Copy)]
pub(super) struct Label {
    pub(super) name: Symbol,
    pub(super) kind: LabelKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelKind {
    Loop,
    Block,
    /// Control flow may not leave what is inside: `defer`.
    Defer,
}

impl Locals {
    /// With the room of [`Cx::by_symbol`].
    pub(super) fn new(current: Vec<u32>) -> Locals {
        Locals { current, stack: Vec::with_capacity(16), ..Locals::default() }
    }

    pub(super) fn into_inner(mut self) -> Vec<u32> {
        self.truncate(0);
        self.current
    }

    pub(super) fn push(&mut self, name: Symbol, local: LocalId) {
        if self.current.len() <= name.index() {
            self.current.resize(name.index() + 64, 0);
        }
        let before = self.current[name.index()];
        self.stack.push(Shadow { name, local, before });
        self.current[name.index()] = self.stack.len() as u32;
    }

    /// The names that can be seen, the innermost first.
    pub(super) fn names(&self) -> impl Iterator<Item = Symbol> {
        self.stack[self.floor..].iter().rev().map(|shadow| shadow.name)
    }

    pub(super) fn truncate(&mut self, len: usize) {
        while self.stack.len() > len {
            let Some(shadow) = self.stack.pop() else { break };
            self.current[shadow.name.index()] = shadow.before;
        }
    }

    /// The variable of that name; `Err` if it belongs to a function around this one.
    pub(super) fn get(&mut self, name: Symbol) -> Option<Result<LocalId, ()>> {
        let position = (*self.current.get(name.index())? as usize).checked_sub(1)?;
        let shadow = &self.stack[position];
        if position >= self.floor {
            return Some(Ok(shadow.local));
        }
        self.captured.push(position);
        Some(Err(()))
    }
}

/// The items of the blocks around. Looking one up is an index, not a search.
#[derive(Default)]
pub(super) struct BlockItems {
    /// Innermost last.
    pub(super) stack: Vec<(Symbol, Namespace, ItemId)>,
    /// Positions in `stack`, innermost last.
    named: FxHashMap<(Symbol, Namespace), Vec<u32>>,
}

impl BlockItems {
    pub(super) fn push(&mut self, name: Symbol, namespace: Namespace, id: ItemId) {
        self.named.entry((name, namespace)).or_default().push(self.stack.len() as u32);
        self.stack.push((name, namespace, id));
    }

    pub(super) fn truncate(&mut self, len: usize) {
        for (name, namespace, _) in self.stack.drain(len..) {
            self.named.get_mut(&(name, namespace)).and_then(Vec::pop);
        }
    }

    /// The names of a namespace, the innermost first.
    pub(super) fn names(&self, of: Namespace) -> impl Iterator<Item = Symbol> {
        self.stack.iter().rev().filter(move |(_, namespace, _)| *namespace == of).map(|(name, ..)| *name)
    }

    /// The innermost item of that name at `from` or behind.
    pub(super) fn get(&self, name: Symbol, namespace: Namespace, from: usize) -> Option<ItemId> {
        // Most functions have none.
        if self.stack.is_empty() {
            return None;
        }
        let position = *self.named.get(&(name, namespace))?.last()? as usize;
        (position >= from).then(|| self.stack[position].2)
    }
}
