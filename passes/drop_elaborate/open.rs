//! Drops of parts, made from the end: each block leads to what comes after it.

use super::*;
use vex_ir::flow::Proj;
use vex_ir::flow::moves::Part;
use vex_ir::stack::deep;

pub(super) struct Opener<'a> {
    pub sigs: &'a Sigs,
    pub body: &'a mut Body,
    pub paths: &'a Paths,
    /// What is known of the units of what is dropped.
    pub units: &'a FxHashMap<PathId, Known>,
    pub flags: &'a Flags,
    pub span: Span,
}

impl Opener<'_> {
    /// Drops what has a value in a path, and goes on with `next`. The first block of it.
    pub fn open(&mut self, path: PathId, place: Place, next: BlockId) -> BlockId {
        match self.units.get(&path) {
            Some(Known::Gone) => return next,
            Some(Known::Sure) => return self.whole(place, next),
            Some(Known::Maybe) => {
                let whole = self.whole(place, next);
                return self.if_flag(path, whole, next);
            }
            None => {}
        }
        let mut inside = Vec::new();
        self.paths.within(path, &mut |path| inside.extend(self.units.get(&path).map(|known| (path, *known))));
        if inside.iter().all(|(_, known)| *known == Known::Gone) {
            return next;
        }
        if inside.iter().all(|(_, known)| *known == Known::Sure) {
            return self.whole(place, next);
        }
        let mut parts = Vec::new();
        self.paths.fields(path, |part| parts.extend(self.paths.paths[part].parent.map(|(_, which)| (which, part))));
        if self.sigs.types.variant_types(self.paths.paths[path].ty).is_empty() {
            return self.fields(place, parts, next);
        }
        self.variants(place, parts, &inside, next)
    }

    /// Drops fields in the order of their declaration.
    fn fields(&mut self, place: Place, mut parts: Vec<(Part, PathId)>, mut next: BlockId) -> BlockId {
        parts.sort_by_key(|(which, _)| match which {
            Part::Field(field) | Part::Payload { field, .. } => Some(*field),
            Part::Tag => None,
        });
        for (which, part) in parts.into_iter().rev() {
            let proj = match which {
                Part::Field(field) => Proj::Field(field),
                Part::Payload { variant, field } => Proj::Payload { variant, field },
                Part::Tag => continue,
            };
            let mut projs = self.body.projs[place.projs].to_vec();
            projs.push(proj);
            let place = Place { base: place.base, projs: self.body.projs.alloc(projs) };
            next = deep(|| self.open(part, place, next));
        }
        next
    }

    /// Drops the fields of the variant that an enum is. Which one it is can be asked if anything in it has a value.
    fn variants(
        &mut self,
        place: Place,
        parts: Vec<(Part, PathId)>,
        inside: &[(PathId, Known)],
        next: BlockId,
    ) -> BlockId {
        let mut by_variant: Vec<(u32, Vec<(Part, PathId)>)> = Vec::new();
        for (which, part) in parts {
            let Part::Payload { variant, .. } = which else { continue };
            match by_variant.iter_mut().find(|(known, _)| *known == variant) {
                Some((_, fields)) => fields.push((which, part)),
                None => by_variant.push((variant, vec![(which, part)])),
            }
        }
        by_variant.sort_by_key(|(variant, _)| *variant);
        let mut cases = Vec::new();
        for (variant, fields) in by_variant {
            let first = self.fields(place, fields, next);
            if first != next {
                cases.push((u128::from(variant), first));
            }
        }
        let number = self.body.temp(Ty::U32, self.span, 0);
        let read = StmtKind::Assign(Place::local(number), Rvalue::Variant(place));
        let cases = self.body.cases.alloc(cases);
        let on = Operand::Copy(Place::local(number));
        let asked = self.block(Some(read), Terminator::Switch { on, cases, default: next });
        if inside.iter().any(|(_, known)| *known == Known::Sure) {
            return asked;
        }
        let mut first = next;
        for (unit, _) in inside.iter().rev().filter(|(_, known)| *known == Known::Maybe) {
            first = self.if_flag(*unit, asked, first);
        }
        first
    }

    fn whole(&mut self, place: Place, next: BlockId) -> BlockId {
        self.block(Some(StmtKind::Drop(place)), Terminator::Goto(next))
    }

    fn if_flag(&mut self, unit: PathId, then: BlockId, els: BlockId) -> BlockId {
        let Some(flag) = self.flags.get(&unit) else { return then };
        let cond = Operand::Copy(Place::local(*flag));
        self.block(None, Terminator::Branch { cond, then, els })
    }

    fn block(&mut self, stmt: Option<StmtKind<Graph>>, term: Terminator) -> BlockId {
        let stmts = stmt.map(|kind| Stmt::new(kind, self.span)).into_iter().collect();
        self.body.blocks.alloc(Block { stmts, term, term_span: self.span })
    }
}
