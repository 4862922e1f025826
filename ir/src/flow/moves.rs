//! Move paths: the parts of variables that analyses tell apart, as a tree.
//!
//! A path is a variable, or a field of a path, also one of a variant of an enum. What is behind a pointer, an element of an array and a field of a union belong to what
//! they are in: no analysis knows which element an index means, and fields of a union are the same memory. There are paths for
//! the places that a body mentions, and for what is around them.

use super::visit::{stmt_places, term_places};
use super::*;
use rustc_hash::FxHashMap;

pub type PathId = Idx<Path>;

/// Which part of what is around it a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Field(u32),
    /// A field of a variant.
    Payload {
        variant: u32,
        field: u32,
    },
    /// What says which variant an enum is, by itself.
    Tag,
}

/// A variable, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// The variable that it is, or is a part of.
    pub local: LocalId,
    pub ty: Ty,
    /// What it is a part of, and which one.
    pub parent: Option<(PathId, Part)>,
    /// The last of its fields that is known; the others follow by [`Path::next`].
    pub first: Option<PathId>,
    /// Another field of what it is a field of.
    pub next: Option<PathId>,
}

/// What a place is to the paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Just this path.
    Exact(PathId),
    /// A part of this path that has none of its own, in the memory of it.
    Part(PathId),
    /// Behind a pointer that this path is, or is in: using it reads the path, assigning it changes nothing of it.
    Behind(PathId),
    /// No variable, or one that is left out.
    None,
}

/// The paths of a body.
#[derive(Default)]
pub struct Paths {
    pub paths: Arena<Path>,
    locals: FxHashMap<LocalId, PathId>,
    parts: FxHashMap<(PathId, Part), PathId>,
}

impl Paths {
    /// The paths of the variables of a body for which `wanted` holds.
    pub fn new(program: &ProgramTypes<'_>, body: &Body, wanted: impl Fn(LocalId) -> bool) -> Paths {
        let mut paths = Paths::default();
        for (local, data) in body.locals.iter().filter(|(local, _)| wanted(*local)) {
            let path = paths.paths.alloc(Path { local, ty: data.ty, parent: None, first: None, next: None });
            paths.locals.insert(local, path);
        }
        if paths.locals.is_empty() {
            return paths;
        }
        for (_, block) in body.blocks.iter() {
            for stmt in &block.stmts {
                stmt_places(body, &stmt.kind, &mut |place, _| paths.add(program, body, place));
            }
            term_places(body, &block.term, &mut |place, _| paths.add(program, body, place));
        }
        paths
    }

    fn add(&mut self, program: &ProgramTypes<'_>, body: &Body, place: Place) {
        let PlaceBase::Local(local) = place.base else { return };
        let Some(&(mut path)) = self.locals.get(&local) else { return };
        for &proj in visit::get(&body.projs, place.projs) {
            let Some(part) = part_of(proj) else { return };
            let ty = self.paths[path].ty;
            if program.types.is_union(ty) {
                return;
            }
            path = self.part(path, part, body.project(program.types, ty, proj));
        }
    }

    /// The path of a part, made if there is none yet.
    fn part(&mut self, of: PathId, part: Part, ty: Ty) -> PathId {
        if let Some(known) = self.parts.get(&(of, part)) {
            return *known;
        }
        let Path { local, first: next, .. } = self.paths[of];
        let made = self.paths.alloc(Path { local, ty, parent: Some((of, part)), first: None, next });
        self.paths[of].first = Some(made);
        self.parts.insert((of, part), made);
        made
    }

    /// Makes paths of all parts of what has a path for one, so that the paths without parts, the leaves, are all that there is of it.
    pub fn complete(&mut self, types: &Types) {
        for number in 0..self.paths.len() {
            let path = PathId::from_raw((number as u32).into());
            let Path { ty, first: Some(_), .. } = self.paths[path] else { continue };
            let variants = types.variant_types(ty);
            if variants.is_empty() {
                for (field, ty) in types.field_types(ty).into_iter().enumerate() {
                    self.part(path, Part::Field(field as u32), ty);
                }
            } else {
                self.part(path, Part::Tag, Ty::U32);
            }
            for (variant, fields) in variants.into_iter().enumerate() {
                for (field, ty) in fields.into_iter().enumerate() {
                    let part = Part::Payload { variant: variant as u32, field: field as u32 };
                    self.part(path, part, ty);
                }
            }
        }
    }

    /// Calls `f` with the leaves in a path, or the path if it is one.
    pub fn leaves(&self, path: PathId, f: &mut impl FnMut(PathId)) {
        self.within(path, &mut |path| {
            if self.paths[path].first.is_none() {
                f(path);
            }
        });
    }

    pub fn len(&self) -> usize {
        self.paths.len()
    }

    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The number of a path, for sets of them.
    pub fn index(path: PathId) -> usize {
        path.into_raw().into_u32() as usize
    }

    pub fn local(&self, local: LocalId) -> Option<PathId> {
        self.locals.get(&local).copied()
    }

    /// What a place is.
    pub fn lookup(&self, body: &Body, place: Place) -> Lookup {
        let PlaceBase::Local(local) = place.base else { return Lookup::None };
        let Some(&(mut path)) = self.locals.get(&local) else { return Lookup::None };
        let projs = visit::get(&body.projs, place.projs);
        for (at, proj) in projs.iter().enumerate() {
            let known = part_of(*proj).and_then(|part| self.parts.get(&(path, part)));
            match known {
                Some(next) => path = *next,
                None if projs[at..].contains(&Proj::Deref) => return Lookup::Behind(path),
                None => return Lookup::Part(path),
            }
        }
        Lookup::Exact(path)
    }

    /// What has a value, or another one, when a place is assigned: that is a path, or a field of a union that one is.
    pub fn assigned(&self, types: &Types, body: &Body, place: Place) -> Option<PathId> {
        match self.lookup(body, place) {
            Lookup::Exact(path) => Some(path),
            Lookup::Part(path) => types.is_union(self.paths[path].ty).then_some(path),
            Lookup::Behind(_) | Lookup::None => None,
        }
    }

    /// Calls `f` with the fields of a path that have paths, the last one first.
    pub fn fields(&self, of: PathId, mut f: impl FnMut(PathId)) {
        let mut next = self.paths[of].first;
        while let Some(field) = next {
            f(field);
            next = self.paths[field].next;
        }
    }

    /// Calls `f` with a path and all paths in it, each before those in it.
    pub fn within(&self, path: PathId, f: &mut impl FnMut(PathId)) {
        let mut left = vec![path];
        while let Some(path) = left.pop() {
            f(path);
            self.fields(path, |field| left.push(field));
        }
    }

    /// Calls `f` with what a path is in, from inside out.
    pub fn around(&self, path: PathId, mut f: impl FnMut(PathId)) {
        let mut next = self.paths[path].parent;
        while let Some((parent, _)) = next {
            f(parent);
            next = self.paths[parent].parent;
        }
    }
}

/// The part that a projection leads to, unless it leads away, or to no part in particular.
fn part_of(proj: Proj) -> Option<Part> {
    match proj {
        Proj::Field(field) => Some(Part::Field(field)),
        Proj::Payload { variant, field } => Some(Part::Payload { variant, field }),
        Proj::Deref | Proj::Index(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cx::{Cx, Options};
    use crate::target::Target;

    const TEXT: &str = r#"
struct Pair { a: i32, b: Inner }
struct Inner { c: [i32; 2], d: &mut Inner }
union Either { x: i32, y: Inner }

fn @f(i32, usize) -> void {
    params _0, _1;
    let _0: i32;
    let _1: usize;
    var _2: Pair "p";
    var _3: Either "e";
    var _4: Pair "q";

bb0:
    _2.0 = _0;
    _2.1.0[_1] = _0;
    _2.1.1.*.0[_1] = _0;
    _3.0 = _0;
    _4 = _2;
    switch _2.1.0[1usize] { 1i32 => bb1, else => bb1 };

bb1:
    return;
}
"#;

    #[test]
    fn fields_have_paths() {
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let program = read::read(&mut cx, TEXT, 0).unwrap_or_else(|e| panic!("{}", e.message));
        let types = program.sigs.place_types();
        let (_, body) = program.bodies.iter().next().unwrap();
        let local = |n: u32| -> LocalId { Idx::from_raw(n.into()) };
        let wanted = |l: LocalId| ![local(0), local(1)].contains(&l);
        let paths = Paths::new(&types, body, wanted);
        let show = |path: PathId| {
            let mut text = String::new();
            let mut at = path;
            while let Some((parent, part)) = paths.paths[at].parent {
                text = match part {
                    Part::Field(field) => format!(".{field}{text}"),
                    Part::Payload { variant, field } => format!(".#{variant}.{field}{text}"),
                    Part::Tag => format!(".tag{text}"),
                };
                at = parent;
            }
            format!("_{}{text}", paths.paths[path].local.into_raw().into_u32())
        };
        let mut all: Vec<String> = paths.paths.iter().map(|(path, _)| show(path)).collect();
        all.sort();
        assert_eq!(all, ["_2", "_2.0", "_2.1", "_2.1.0", "_2.1.1", "_3", "_4"]);
        assert_eq!(paths.len(), 7);

        let mut said = Vec::new();
        let mut say = |place: Place| {
            said.push(match paths.lookup(body, place) {
                Lookup::Exact(path) => format!("= {}", show(path)),
                Lookup::Part(path) => format!("in {}", show(path)),
                Lookup::Behind(path) => format!("behind {}", show(path)),
                Lookup::None => "none".to_string(),
            });
        };
        for (_, block) in body.blocks.iter() {
            block.stmts.iter().for_each(|stmt| {
                if let StmtKind::Assign(place, _) = stmt.kind {
                    say(place);
                }
            });
            term_places(body, &block.term, &mut |place, _| say(place));
        }
        assert_eq!(said, ["= _2.0", "in _2.1.0", "behind _2.1.1", "in _3", "= _4", "in _2.1.0"]);

        let (root, mut inside, mut outside) = (paths.local(local(2)).unwrap(), Vec::new(), Vec::new());
        paths.within(root, &mut |path| inside.push(show(path)));
        assert_eq!(inside, ["_2", "_2.0", "_2.1", "_2.1.0", "_2.1.1"]);
        let (leaf, _) = paths.paths.iter().find(|(path, _)| show(*path) == "_2.1.0").unwrap();
        paths.around(leaf, |path| outside.push(show(path)));
        assert_eq!(outside, ["_2.1", "_2"]);
        assert_eq!(paths.local(local(0)), None);
    }
}
