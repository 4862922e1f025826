//! What has a value where, by the leaves of move paths.

use super::Known;
use vex_ir::bits::BitSet;
use vex_ir::flow::dataflow::{Analysis, Direction, Location, May, Must};
use vex_ir::flow::moves::{Lookup, Part, PathId, Paths};
use vex_ir::flow::visit::{Use, stmt_places, term_places};
use vex_ir::flow::{BlockId, Body, Mark, Place, Sigs, Stmt, StmtKind, Terminator};
use vex_ir::lang::Graph;

/// Which leaves have a value on every way here, and on some way.
pub(super) struct Values<'a> {
    pub sigs: &'a Sigs,
    pub body: &'a Body,
    pub paths: &'a Paths,
}

type State = (Must, May);

impl Values<'_> {
    /// Calls `f` with what is dropped as one in a path: what has a drop function of its own, or no parts of its own.
    pub fn units(&self, path: PathId, f: &mut impl FnMut(PathId)) {
        let mut left = vec![path];
        while let Some(path) = left.pop() {
            let data = &self.paths.paths[path];
            if !self.sigs.types.needs_drop(data.ty) {
                continue;
            }
            match data.first.is_none() || self.sigs.types.has_drop_fn(data.ty) {
                true => f(path),
                false => self.paths.fields(path, |part| left.push(part)),
            }
        }
    }

    /// Whether a unit has a value: all of its leaves do.
    pub fn known(&self, (sure, maybe): &State, unit: PathId) -> Known {
        let (mut all_sure, mut all_maybe) = (true, true);
        self.paths.leaves(unit, &mut |leaf| {
            all_sure &= sure.0.contains(Paths::index(leaf));
            all_maybe &= maybe.0.contains(Paths::index(leaf));
        });
        match (all_maybe, all_sure) {
            (false, _) => Known::Gone,
            (true, true) => Known::Sure,
            (true, false) => Known::Maybe,
        }
    }

    /// What a statement makes of flags, which stand for units, given what holds before it.
    pub fn changes(&self, before: &State, at: Location, stmt: &Stmt, flagged: &[PathId]) -> Vec<(PathId, bool)> {
        let mut touched = BitSet::new(self.paths.len());
        self.effects(stmt, &mut |leaf, _| {
            touched.insert(Paths::index(leaf));
        });
        if touched.is_empty() {
            return Vec::new();
        }
        let mut after = before.clone();
        self.stmt(&mut after, at, stmt);
        let mut changes = Vec::new();
        for unit in flagged {
            let mut changed = false;
            self.paths.leaves(*unit, &mut |leaf| changed |= touched.contains(Paths::index(leaf)));
            match self.known(&after, *unit) {
                Known::Sure if changed => changes.push((*unit, true)),
                Known::Gone if changed => changes.push((*unit, false)),
                _ => {}
            }
        }
        changes
    }

    /// Calls `f` with the leaves that a statement gives a value to, or takes it from, in order.
    fn effects(&self, stmt: &Stmt, f: &mut impl FnMut(PathId, bool)) {
        match stmt.kind::<Graph>() {
            StmtKind::Mark(Mark::Declared { .. }, local) => {
                if let Some(path) = self.paths.local(local) {
                    self.paths.leaves(path, &mut |leaf| f(leaf, false));
                }
            }
            StmtKind::SetVariant(place, variant) => {
                let Lookup::Exact(path) = self.paths.lookup(self.body, place) else { return };
                self.becomes(path, variant, f);
            }
            _ => stmt_places(self.body, &stmt.raw(), &mut |place, usage| self.place(place, usage, f)),
        }
    }

    /// Nothing of other variants is dropped: they count as having what they could have. The variant's own fields have their values
    /// already.
    fn becomes(&self, path: PathId, variant: u32, f: &mut impl FnMut(PathId, bool)) {
        if self.paths.paths[path].first.is_none() {
            f(path, true);
        }
        let mut parts = Vec::new();
        self.paths.fields(path, |part| parts.push(part));
        parts.retain(|part| match self.paths.paths[*part].parent {
            Some((_, Part::Payload { variant: of, .. })) => of != variant,
            _ => true,
        });
        parts.into_iter().for_each(|part| self.paths.leaves(part, &mut |leaf| f(leaf, true)));
    }

    fn place(&self, place: Place, usage: Use, f: &mut impl FnMut(PathId, bool)) {
        match usage {
            Use::Move | Use::Drop => {
                if let Lookup::Exact(path) = self.paths.lookup(self.body, place) {
                    self.paths.leaves(path, &mut |leaf| f(leaf, false));
                }
            }
            Use::Write => {
                if let Some(path) = self.paths.assigned(&self.sigs.types, self.body, place) {
                    self.paths.leaves(path, &mut |leaf| f(leaf, true));
                }
            }
            Use::Read | Use::Address => {}
        }
    }
}

fn set((sure, maybe): &mut State, leaf: PathId, value: bool) {
    let leaf = Paths::index(leaf);
    for set in [&mut sure.0, &mut maybe.0] {
        match value {
            true => set.insert(leaf),
            false => set.remove(leaf),
        };
    }
}

impl Analysis for Values<'_> {
    type State = State;
    const DIRECTION: Direction = Direction::Forward;

    /// Parameters have a value.
    fn start(&self) -> State {
        let none = BitSet::new(self.paths.len());
        let mut state = (Must(none.clone()), May(none));
        for path in self.body.params.iter().filter_map(|param| self.paths.local(*param)) {
            self.paths.leaves(path, &mut |leaf| set(&mut state, leaf, true));
        }
        state
    }

    fn neutral(&self) -> State {
        (Must(BitSet::full(self.paths.len())), May(BitSet::new(self.paths.len())))
    }

    fn stmt(&self, state: &mut State, _: Location, stmt: &Stmt) {
        self.effects(stmt, &mut |leaf, value| set(state, leaf, value));
    }

    fn term(&self, state: &mut State, _: BlockId, term: &Terminator) {
        term_places(self.body, term, &mut |place, usage| {
            self.place(place, usage, &mut |leaf, value| set(state, leaf, value));
        });
    }
}
