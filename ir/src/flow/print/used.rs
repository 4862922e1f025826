//! What of a program is text: of an open one, what is defined, and what that mentions; and the types that it needs.

use super::*;
use crate::flow::visit;
use rustc_hash::FxHashSet;

/// By number.
pub(super) struct Used {
    pub fns: Vec<bool>,
    pub globals: Vec<bool>,
    /// The structs and their like that types contain or point to.
    pub adts: Vec<bool>,
}

impl Used {
    /// With the constants that the text would have more than once.
    pub fn of(program: &Program) -> (Used, FxHashMap<*const Const, Option<u32>>) {
        let mut finder = Finder {
            program,
            used: Used {
                fns: program.fns.iter().map(|(id, _)| !program.is_open || program.bodies.contains_idx(id)).collect(),
                globals: program.globals.values().map(|g| !program.is_open || g.init.is_some()).collect(),
                adts: vec![false; program.types.adts.len()],
            },
            tys: Vec::new(),
            seen: FxHashSet::default(),
            shared: shared::Finder::default(),
        };
        program.globals.values().filter_map(|global| global.init.as_ref()).for_each(|init| finder.constant(init));
        program.bodies.values().for_each(|body| finder.body(body));
        finder.function(program.main);
        finder.function(program.drop);
        program.impls.iter().for_each(|item| finder.implementation(item));
        finder.types();
        (finder.used, finder.shared.found())
    }
}

struct Finder<'a> {
    program: &'a Program,
    used: Used,
    tys: Vec<Ty>,
    /// Constants that others share.
    seen: FxHashSet<*const Const>,
    shared: shared::Finder,
}

impl Finder<'_> {
    fn function(&mut self, id: Option<FnId>) {
        if let Some(used) = id.and_then(|id| self.used.fns.get_mut(index_of(id))) {
            *used = true;
        }
    }

    fn implementation(&mut self, item: &Impl) {
        item.fns.iter().for_each(|(method, function)| {
            self.function(Some(*method));
            self.function(Some(*function));
        });
        self.tys.extend(self.program.types.args(item.args));
        self.tys.extend(item.types.iter().map(|(_, ty)| *ty));
    }

    fn global(&mut self, id: GlobalId) {
        if let Some(used) = self.used.globals.get_mut(index_of(id)) {
            *used = true;
        }
    }

    fn constant(&mut self, constant: &Const) {
        self.shared.add(constant);
        let mut seen = std::mem::take(&mut self.seen);
        visit::constants(constant, &mut seen, &mut |part| {
            self.tys.push(part.ty);
            match part.kind {
                ConstData::Fn(id) => self.function(Some(id)),
                ConstData::Apply(id, args) => {
                    self.function(Some(id));
                    self.tys.extend(self.program.types.args(args));
                }
                ConstData::Measure(_, ty) => self.tys.push(ty),
                ConstData::Addr(PointeeData::Global(id), _) | ConstData::Slice(PointeeData::Global(id), ..) => {
                    self.global(id)
                }
                // Mentions nothing itself.
                _ => {}
            }
        });
        self.seen = seen;
    }

    /// Locals, calls, pointer arithmetic, and the constants and globals that statements still mention.
    fn body(&mut self, body: &Body) {
        self.tys.extend(body.locals.values().map(|local| local.ty));
        let mut globals = Vec::new();
        let mut consts = Vec::new();
        visit::mentions(body, &mut |id| consts.push(id), &mut |id| globals.push(id));
        for block in body.blocks.values() {
            for stmt in &block.stmts {
                match &stmt.kind {
                    StmtKind::Call(call) => {
                        self.tys.push(body.calls[*call].ty);
                        match body.calls[*call].callee {
                            Callee::Fn(id) => self.function(Some(id)),
                            Callee::Apply(id, args) => {
                                self.function(Some(id));
                                self.tys.extend(self.program.types.args(args));
                            }
                            Callee::Ptr(_) => {}
                        }
                    }
                    StmtKind::Assign(_, Rvalue::PtrOffset { elem, .. } | Rvalue::PtrDiff { elem, .. }) => {
                        self.tys.push(*elem);
                    }
                    // Mentions only places and constants.
                    _ => {}
                }
            }
        }
        globals.into_iter().for_each(|id| self.global(id));
        for id in consts {
            if index_of(id) < body.consts.len() {
                self.constant(&body.consts[id]);
            }
        }
    }

    /// What types of used things contain.
    fn types(&mut self) {
        let program = self.program;
        let types = &program.types;
        let tys = &mut self.tys;
        tys.extend(program.fns.iter().filter(|(id, _)| self.used.fns[index_of(*id)]).map(|(_, f)| f.ty));
        tys.extend(program.globals.iter().filter(|(id, _)| self.used.globals[index_of(*id)]).map(|(_, g)| g.ty));
        let mut seen = vec![false; types.len()];
        while let Some(ty) = tys.pop() {
            if ty.index() >= seen.len() || std::mem::replace(&mut seen[ty.index()], true) {
                continue;
            }
            match types.kind(ty) {
                TyKind::Adt(id) | TyKind::Apply(id, _) => {
                    if let Some(used) = self.used.adts.get_mut(index_of(*id)) {
                        *used = true;
                        tys.extend(types.adts[*id].all_fields().map(|f| f.ty));
                    }
                }
                // Names no definition.
                _ => {}
            }
            types.kind(ty).parts(&mut |part| tys.push(part));
        }
    }
}
