//! Uses of what was moved away or dropped: of variables, and of their parts.

use super::error;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::LazyCell;
use vex_ir::bits::BitSet;
use vex_ir::flow::dataflow::{Analysis, Direction, Location, May, Point, Solution, reverse_postorder, solve};
use vex_ir::flow::moves::{Lookup, Part, PathId, Paths};
use vex_ir::flow::visit::{Use, stmt_places, successors, term_places};
use vex_ir::flow::{BlockId, Body, LocalId, Mark, Place, PlaceBase, Proj, Rvalue, Sigs, Stmt, StmtKind, Terminator};
use vex_ir::lang::Graph;
use vex_ir::ty::{Ty, TyKind, Types};
use vex_ir::{Cx, Diagnostic, Span, Symbol};

/// Reports what a body does with what is gone, and what it must not move.
pub(super) fn check(cx: &mut Cx, sigs: &Sigs, body: &Body) {
    let mut moved = FxHashSet::default();
    each_place(body, &mut |_, _, place, usage| {
        if let (PlaceBase::Local(local), Use::Move | Use::Drop) = (place.base, usage) {
            moved.insert(local);
        }
    });
    let mut paths = Paths::new(&sigs.place_types(), body, |local| moved.contains(&local));
    paths.complete(&sigs.types);
    let sites = Sites::new(body, &paths);
    let analysis = Gone { types: &sigs.types, body, paths: &paths, sites: &sites };
    let solution = solve(body, &analysis);
    let mut checker = Checker { cx, sigs, body, paths: &paths, sites: &sites, solution: &solution, said: Vec::new() };
    for (block, _) in body.blocks.iter() {
        solution.visit(body, &analysis, block, &mut |May(gone), point| checker.point(gone, block, point));
    }
    checker.report();
}

/// Calls `f` with every place of a body, in the order of evaluation in each block, and where it is.
fn each_place(body: &Body, f: &mut impl FnMut(Location, Span, Place, Use)) {
    for (block, data) in body.blocks.iter() {
        for (index, stmt) in data.stmts.iter().enumerate() {
            stmt_places(body, &stmt.raw(), &mut |place, usage| f(Location { block, index }, stmt.span, place, usage));
        }
        let at = Location { block, index: data.stmts.len() };
        term_places(body, &data.term, &mut |place, usage| f(at, data.term_span, place, usage));
    }
}

/// A move or a drop.
struct Site {
    at: Location,
    span: Span,
    path: PathId,
    dropped: bool,
}

/// The moves and drops of a body. A fact is that a leaf is gone since a site.
#[derive(Default)]
struct Sites {
    all: Vec<Site>,
    /// The first one of a statement; the others follow.
    first: FxHashMap<Location, usize>,
    /// By number: the site, and the leaf.
    facts: Vec<(usize, PathId)>,
    /// The facts of each site, and those about each leaf.
    of_site: Vec<Vec<usize>>,
    of_leaf: FxHashMap<PathId, Vec<usize>>,
}

impl Sites {
    fn new(body: &Body, paths: &Paths) -> Sites {
        let mut sites = Sites::default();
        each_place(body, &mut |at, span, place, usage| {
            let Some((path, dropped)) = leaves_from(body, paths, place, usage) else { return };
            let site = sites.all.len();
            sites.first.entry(at).or_insert(site);
            sites.all.push(Site { at, span, path, dropped });
            let mut facts = Vec::new();
            paths.leaves(path, &mut |leaf| {
                let fact = sites.facts.len();
                sites.facts.push((site, leaf));
                sites.of_leaf.entry(leaf).or_default().push(fact);
                facts.push(fact);
            });
            sites.of_site.push(facts);
        });
        sites
    }
}

/// What a use of a place takes away, and whether it drops it.
fn leaves_from(body: &Body, paths: &Paths, place: Place, usage: Use) -> Option<(PathId, bool)> {
    let path = match (usage, paths.lookup(body, place)) {
        (Use::Move | Use::Drop, Lookup::Exact(path)) => path,
        // What is behind a pointer is in no variable; that other parts cannot be moved is said, and no more. An element is dropped where it
        // gets another value.
        _ => return None,
    };
    Some((path, usage == Use::Drop))
}

/// What may be gone, by the sites that took it.
struct Gone<'a> {
    types: &'a Types,
    body: &'a Body,
    paths: &'a Paths,
    sites: &'a Sites,
}

impl Gone<'_> {
    fn back(&self, gone: &mut BitSet, leaf: PathId) {
        for fact in self.sites.of_leaf.get(&leaf).map_or(&[][..], |facts| facts) {
            gone.remove(*fact);
        }
    }

    fn place(&self, gone: &mut BitSet, site: &mut Option<usize>, place: Place, usage: Use) {
        if leaves_from(self.body, self.paths, place, usage).is_some()
            && let Some(number) = site
        {
            for fact in &self.sites.of_site[*number] {
                gone.insert(*fact);
            }
            *number += 1;
        }
        if usage == Use::Write
            && let Some(path) = self.paths.assigned(self.types, self.body, place)
        {
            self.paths.leaves(path, &mut |leaf| self.back(gone, leaf));
        }
    }
}

impl Analysis for Gone<'_> {
    type State = May;
    const DIRECTION: Direction = Direction::Forward;

    fn start(&self) -> May {
        May(BitSet::new(self.sites.facts.len()))
    }

    fn neutral(&self) -> May {
        self.start()
    }

    fn stmt(&self, May(gone): &mut May, at: Location, stmt: &Stmt) {
        match stmt.kind::<Graph>() {
            // It is another one in each iteration.
            StmtKind::Mark(Mark::Declared { .. }, local) => {
                let whole = Place::local(local);
                self.place(gone, &mut None, whole, Use::Write);
            }
            // Its fields have their values already, and those of other variants are none.
            StmtKind::SetVariant(place, variant) => {
                let Lookup::Exact(path) = self.paths.lookup(self.body, place) else { return };
                let mut around = Vec::new();
                self.paths.fields(path, |part| around.push(part));
                match around.is_empty() {
                    true => self.back(gone, path),
                    false => around
                        .into_iter()
                        .filter(|part| match self.paths.paths[*part].parent {
                            Some((_, Part::Payload { variant: of, .. })) => of != variant,
                            _ => true,
                        })
                        .for_each(|part| self.paths.leaves(part, &mut |leaf| self.back(gone, leaf))),
                }
            }
            _ => {
                let mut site = self.sites.first.get(&at).copied();
                stmt_places(self.body, &stmt.raw(), &mut |place, usage| self.place(gone, &mut site, place, usage));
            }
        }
    }

    fn term(&self, May(gone): &mut May, block: BlockId, term: &Terminator) {
        let at = Location { block, index: self.body.blocks[block].stmts.len() };
        let mut site = self.sites.first.get(&at).copied();
        term_places(self.body, term, &mut |place, usage| self.place(gone, &mut site, place, usage));
    }
}

enum Fault {
    /// Used though a site may have taken it, or a part of it: by another statement, or by the same one.
    Gone { path: PathId, site: usize, by: Option<Location> },
    /// Moved out of what keeps its value.
    Kept { place: Place, why: error::Kept },
}

struct Checker<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    body: &'a Body,
    paths: &'a Paths,
    sites: &'a Sites,
    solution: &'a Solution<May>,
    said: Vec<(Span, Fault)>,
}

impl Checker<'_> {
    fn point(&mut self, gone: &BitSet, block: BlockId, point: Point<'_>) {
        // Within a statement, what is read comes before what is moved.
        let mut used = Vec::new();
        let (at, span) = match point {
            Point::Stmt(at, stmt) => {
                if !matches!(stmt.kind::<Graph>(), StmtKind::SetVariant(..)) {
                    stmt_places(self.body, &stmt.raw(), &mut |place, usage| used.push((place, usage)));
                }
                (at, stmt.span)
            }
            Point::Term(_, term) => {
                let data = &self.body.blocks[block];
                term_places(self.body, term, &mut |place, usage| used.push((place, usage)));
                if let (Terminator::Return, Some(ret)) = (term, self.body.ret) {
                    used.push((Place::local(ret), Use::Read));
                }
                (Location { block, index: data.stmts.len() }, data.term_span)
            }
        };
        let mut twice = FxHashSet::default();
        for (place, usage) in used {
            self.used(gone, at, span, place, usage);
            if usage == Use::Move {
                self.moved(span, place);
                // `f(move x, move x)`
                let (PlaceBase::Local(_), Lookup::Exact(path)) = (place.base, self.paths.lookup(self.body, place))
                else {
                    continue;
                };
                let mut again = false;
                self.paths.leaves(path, &mut |leaf| again |= !twice.insert(leaf));
                if again && let Some(site) = self.sites.first.get(&at) {
                    self.said.push((span, Fault::Gone { path, site: *site, by: None }));
                }
            }
        }
    }

    /// Whether what is used may be gone.
    fn used(&mut self, gone: &BitSet, at: Location, span: Span, place: Place, usage: Use) {
        let assigned = usage == Use::Write && self.paths.assigned(&self.sigs.types, self.body, place).is_some();
        let path = match self.paths.lookup(self.body, place) {
            _ if assigned || usage == Use::Drop => return,
            Lookup::None => return,
            Lookup::Exact(path) | Lookup::Part(path) | Lookup::Behind(path) => path,
        };
        let mut found: Option<usize> = None;
        self.paths.leaves(path, &mut |leaf| {
            let facts = self.sites.of_leaf.get(&leaf).map_or(&[][..], |facts| facts);
            for fact in facts.iter().filter(|fact| gone.contains(**fact)) {
                let site = self.sites.facts[*fact].0;
                found = Some(found.map_or(site, |known| known.min(site)));
            }
        });
        if let Some(site) = found {
            self.said.push((span, Fault::Gone { path, site, by: Some(at) }));
        }
    }

    /// Whether a site lies before a use only in an earlier iteration of a loop: no way leads from it to there that goes forward.
    /// `position`: of blocks in reverse postorder.
    fn is_looped(&self, position: &FxHashMap<BlockId, usize>, site: usize, at: Location) -> bool {
        let from = self.sites.all[site].at;
        if from.block == at.block {
            return from.index >= at.index;
        }
        let facts = &self.sites.of_site[site];
        let arrives = |block: BlockId| {
            let state = self.solution.blocks.get(block);
            state.is_some_and(|May(gone)| facts.iter().any(|fact| gone.contains(*fact)))
        };
        let (mut left, mut seen) = (vec![from.block], FxHashSet::default());
        while let Some(block) = left.pop() {
            if block == at.block {
                return false;
            }
            let here = position.get(&block);
            successors(self.body, &self.body.blocks[block].term, &mut |to| {
                if position.get(&to) > here && arrives(to) && seen.insert(to) {
                    left.push(to);
                }
            });
        }
        true
    }

    /// That a place may be moved out of what is around it.
    fn moved(&mut self, span: Span, place: Place) {
        let PlaceBase::Local(local) = place.base else { return };
        let types = &self.sigs.types;
        let mut ty = self.body.locals[local].ty;
        let mut why = None;
        for proj in &self.body.projs[place.projs] {
            why = match proj {
                Proj::Deref if self.leads_to_static(local) => Some(error::Kept::Static),
                Proj::Deref if matches!(types.kind(ty), TyKind::Ref(..)) => Some(error::Kept::Reference),
                Proj::Deref => Some(error::Kept::Pointer),
                Proj::Index(_) => Some(error::Kept::Element),
                Proj::Field(_) if types.is_union(ty) => Some(error::Kept::Union),
                Proj::Field(_) | Proj::Payload { .. } if types.has_drop_fn(ty) => {
                    Some(error::Kept::Drop(types.show(&self.cx.interner, ty)))
                }
                Proj::Field(_) | Proj::Payload { .. } => why,
            };
            ty = self.body.project(types, ty, *proj);
        }
        if let Some(why) = why {
            self.said.push((span, Fault::Kept { place, why }));
        }
    }

    /// Whether a value is the address of a static: so one is read whose values are moved.
    fn leads_to_static(&self, local: LocalId) -> bool {
        let is_static = |place: Place| matches!(place.base, PlaceBase::Global(_));
        self.body.locals[local].name == Symbol::EMPTY
            && self.body.blocks.values().flat_map(|block| &block.stmts).any(|stmt| match stmt.kind::<Graph>() {
                StmtKind::Assign(to, Rvalue::AddrOf(of)) => to == Place::local(local) && is_static(of),
                // Is no address.
                _ => false,
            })
    }

    /// Says what was found, in the order of the source; of several uses of what one move took, the first.
    fn report(mut self) {
        let mut said = std::mem::take(&mut self.said);
        said.sort_by_key(|(span, fault)| {
            let site = if let Fault::Gone { site, .. } = fault { Some(*site) } else { None };
            (span.lo, span.hi, site)
        });
        let mut sites = FxHashSet::default();
        let position = LazyCell::new(|| {
            reverse_postorder(self.body).into_iter().enumerate().map(|(at, block)| (block, at)).collect()
        });
        for (span, fault) in said {
            let diagnostic = match fault {
                Fault::Gone { site, .. } if !sites.insert(site) => continue,
                Fault::Gone { path, site, by } => {
                    let looped = by.is_some_and(|by| self.is_looped(&position, site, by));
                    let Site { span: taken, path: from, dropped, .. } = self.sites.all[site];
                    let part = from != path && self.is_in(from, path);
                    let (name, from) = (self.name(path), self.name(from));
                    let gone = error::Gone { name, from, part, dropped, looped };
                    self.with_bound(error::used_after(&gone, span, taken), self.paths.paths[path].ty)
                }
                Fault::Kept { place, why } => {
                    let local = if let PlaceBase::Local(local) = place.base { Some(local) } else { None };
                    let diagnostic = error::kept(local.and_then(|local| self.local_name(local)), why, span);
                    self.with_bound(diagnostic, self.body.place_ty(&self.sigs.place_types(), place))
                }
            };
            self.cx.emit(diagnostic);
        }
    }

    /// Says how values of a parameter would be copied.
    fn with_bound(&self, diagnostic: Diagnostic, ty: Ty) -> Diagnostic {
        let TyKind::Param(_, name) = self.sigs.types.kind(ty) else { return diagnostic };
        let name = self.cx.text(*name);
        diagnostic.note(format!("values of `{name}` are moved by use: the bound `{name}: Copy` has them copied"))
    }

    fn is_in(&self, path: PathId, of: PathId) -> bool {
        let mut found = false;
        self.paths.around(path, |around| found |= around == of);
        found
    }

    fn local_name(&self, local: LocalId) -> Option<String> {
        let name = self.body.locals[local].name;
        (name != Symbol::EMPTY).then(|| self.cx.text(name).to_string())
    }

    /// A path as source writes it: `x.a`. `None`: it has no name there.
    fn name(&self, path: PathId) -> Option<String> {
        let mut fields = Vec::new();
        let mut at = path;
        while let Some((parent, part)) = self.paths.paths[at].parent {
            let (def, _) = self.sigs.types.applied(self.paths.paths[parent].ty);
            match (part, def) {
                (Part::Field(field), Some(def)) => {
                    let name = def.fields().get(field as usize)?.name;
                    fields.push(self.cx.text(name).to_string());
                }
                (Part::Field(field), None) => fields.push(field.to_string()),
                // Source has only names of patterns for them.
                (Part::Payload { .. } | Part::Tag, _) => fields.clear(),
            }
            at = parent;
        }
        let mut text = self.local_name(self.paths.paths[at].local)?;
        for field in fields.iter().rev() {
            text = format!("{text}.{field}");
        }
        Some(text)
    }
}
