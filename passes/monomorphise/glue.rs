//! Drops: each becomes a call of a function that is made for the type. It calls the drop function of the type, if that has one, and drops
//! the parts in the order of their declaration.

use super::{Reach, Source};
use vex_ir::flow::edit::Cursor;
use vex_ir::flow::{
    BinOp, BlockId, Body, Call, Callee, ConstData, FnId, Function, Linkage, Local, LocalId, LocalKind, Operand, Place,
    ProgramTypes, Proj, Rvalue, Stmt, StmtKind, Terminator,
};
use vex_ir::lang::{Checked, Monomorphic, Production};
use vex_ir::ty::{Mutability, Ty, TyKind};
use vex_ir::{Span, Symbol};

impl Reach<'_> {
    /// The types that a body drops, in the order of its statements: from the body as it is before it is closed. They keep their arguments,
    /// by which implementations are found.
    pub(super) fn dropped(&mut self, body: &Body) -> Vec<Ty> {
        if !body.moves {
            return Vec::new();
        }
        let mut found = Vec::new();
        for stmt in body.blocks.values().flat_map(|block| &block.stmts) {
            if let StmtKind::Drop(place) = stmt.kind::<Checked>() {
                found.push(self.dropped_ty(body, place));
            }
        }
        found
    }

    fn dropped_ty(&mut self, body: &Body, place: Place) -> Ty {
        let base = match place.base {
            vex_ir::flow::PlaceBase::Local(local) => body.locals[local].ty,
            vex_ir::flow::PlaceBase::Global(global) => vex_ir::flow::close::Close::global_ty(self, global),
        };
        let types = self.to.types.clone();
        let ty = body.projs[place.projs].iter().fold(base, |ty, proj| body.project(&types, ty, *proj));
        drop(types);
        let ty = self.closed_here(ty);
        self.as_written(ty)
    }

    /// Makes drops calls, in a body that mentions functions and globals by their new numbers. `dropped`: the types, with the function for
    /// each that has something to be done.
    pub(super) fn call_drops(&mut self, body: &mut Body, dropped: &[Option<FnId>]) {
        let mut next = dropped.iter();
        for block in body.block_ids() {
            let mut cursor: Cursor<'_, Monomorphic> = Cursor::new(body, block);
            while let Some(stmt) = cursor.advance().copied() {
                if stmt.production() != Some(Production::Drop) {
                    continue;
                }
                let StmtKind::Drop(place) = stmt.kind::<Checked>() else { continue };
                let function = next.next().copied().flatten();
                if let Some(function) = function {
                    let types = ProgramTypes { types: &self.to.types, globals: &self.to.globals };
                    let ty = cursor.body.place_ty(&types, place);
                    let reference = self.to.types.reference(Mutability::Mut, ty);
                    let address = cursor.value(reference, Rvalue::AddrOf(place));
                    let call = self.call(cursor.body, function, address);
                    cursor.insert(StmtKind::Call(call));
                }
                cursor.remove();
            }
        }
    }

    fn call(&self, body: &mut Body, function: FnId, address: Operand) -> vex_ir::flow::CallId {
        let args = body.operands.alloc([address]);
        body.calls.alloc(Call::new::<Monomorphic>(Callee::Fn(function), self.to.fns[function].ty, args, None))
    }

    /// The function that drops values of a type, if something is done for them.
    pub(super) fn glue(&mut self, ty: Ty) -> Option<FnId> {
        if !self.to.types.needs_drop(ty) {
            return None;
        }
        if let Some(&known) = self.open.glue.get(&ty) {
            return Some(known);
        }
        if let Some(function) = self.drop_fn_alone(ty) {
            self.open.glue.insert(ty, function);
            return Some(function);
        }
        let name = format!("drop<{}>", self.to.types.show(&self.cx.interner, ty));
        let symbol = self.cx.interner.intern(&format!("vex.{name}"));
        let span = self.to.types.applied(ty).0.map_or(Span::NONE, |def| def.span);
        let held = self.plain_ty(ty);
        let param = self.to.types.reference(Mutability::Mut, held);
        let sig = self.to.types.vex_fn(vec![param], Ty::VOID);
        let name = self.cx.interner.intern(&name);
        let made = self.to.fns.alloc(Function { name, span, linkage: Linkage::Internal, ..Function::new(symbol, sig) });
        self.open.glue.insert(ty, made);
        let from = self.open.current;
        self.fns_left.push_back(Source::Glue { of: ty, function: made, from });
        Some(made)
    }

    /// The drop function of a type of which nothing else has to be done.
    fn drop_fn_alone(&mut self, ty: Ty) -> Option<FnId> {
        let types = self.to.types.clone();
        let alone = types.has_drop_fn(ty) && !types.field_types(ty).into_iter().any(|part| types.needs_drop(part));
        let method = self.open.drop.filter(|_| alone || types.is_union(ty))?;
        let args = types.make_args(vec![ty]);
        drop(types);
        Some(self.instance(method, args, Span::NONE))
    }

    /// The body of the function that drops values of a type.
    pub(super) fn glue_body(&mut self, of: Ty, function: FnId, from: Option<u32>) -> Body {
        self.open.current = from;
        let span = self.to.fns[function].span;
        let mut glue = Glue { body: Body::default(), block: super::id_of(0), span };
        glue.block = glue.body.new_block();
        let this = glue.local(self.to.types.sig(self.to.fns[function].ty).map_or(Ty::ERROR, |sig| sig.params[0]));
        glue.body.params.push(this);
        let value = glue.project(Place::local(this), Proj::Deref);
        if self.to.types.has_drop_fn(of)
            && let Some(method) = self.open.drop
        {
            let args = self.to.types.make_args(vec![of]);
            let function = self.instance(method, args, span);
            let call = self.call(&mut glue.body, function, Operand::Copy(Place::local(this)));
            glue.push(StmtKind::Call(call));
        }
        self.drop_parts(&mut glue, of, value);
        glue.end(Terminator::Return);
        glue.body.scopes.push(vex_ir::flow::Scope { parent: None, span });
        self.open.current = None;
        glue.body
    }

    /// Drops what a value of a type has.
    fn drop_parts(&mut self, glue: &mut Glue, of: Ty, value: Place) {
        let types = &self.to.types;
        if let TyKind::Array(element, count) = *types.kind(of) {
            return self.drop_elements(glue, element, count, value);
        }
        let (fields, variants) = (types.field_types(of), types.variant_types(of));
        // Nothing says what a union has.
        if types.is_union(of) {
            return;
        }
        if !variants.is_empty() {
            return self.drop_variant(glue, variants, value);
        }
        for (field, ty) in (0..).zip(fields) {
            self.drop_part(glue, ty, value, Proj::Field(field));
        }
    }

    fn drop_part(&mut self, glue: &mut Glue, ty: Ty, value: Place, proj: Proj) {
        let ty = self.closed(ty, &[]);
        let ty = self.as_written(ty);
        let Some(function) = self.glue(ty) else { return };
        let place = glue.project(value, proj);
        let param = self.to.types.sig(self.to.fns[function].ty).map_or(Ty::ERROR, |sig| sig.params[0]);
        let address = glue.compute(param, Rvalue::AddrOf(place));
        let call = self.call(&mut glue.body, function, address);
        glue.push(StmtKind::Call(call));
    }

    /// Drops the fields of the variant that an enum is.
    fn drop_variant(&mut self, glue: &mut Glue, variants: Vec<Vec<Ty>>, value: Place) {
        let number = glue.compute(Ty::U32, Rvalue::Variant(value));
        let (asked, end) = (glue.block, glue.body.new_block());
        let mut cases = Vec::new();
        for (variant, fields) in (0u32..).zip(variants) {
            if !fields.iter().any(|ty| self.to.types.needs_drop(*ty)) {
                continue;
            }
            glue.block = glue.body.new_block();
            cases.push((u128::from(variant), glue.block));
            for (field, ty) in (0..).zip(fields) {
                self.drop_part(glue, ty, value, Proj::Payload { variant, field });
            }
            glue.end(Terminator::Goto(end));
        }
        glue.block = asked;
        let cases = glue.body.cases.alloc(cases);
        glue.end(Terminator::Switch { on: number, cases, default: end });
        glue.block = end;
    }

    /// Drops the elements of an array, the first one first.
    fn drop_elements(&mut self, glue: &mut Glue, element: Ty, count: u64, value: Place) {
        let next = glue.body.locals.alloc(Local { kind: LocalKind::Memory, ..glue.unnamed(Ty::USIZE) });
        let [zero, one, count] =
            [0, 1, count].map(|number| glue.body.constant(Ty::USIZE, ConstData::Int(number.into())));
        let (again, inside, end) = (glue.body.new_block(), glue.body.new_block(), glue.body.new_block());
        glue.push(StmtKind::Assign(Place::local(next), Rvalue::Use(zero)));
        glue.end(Terminator::Goto(again));
        glue.block = again;
        let index = glue.compute(Ty::USIZE, Rvalue::Use(Operand::Copy(Place::local(next))));
        let cond = glue.compute(Ty::BOOL, Rvalue::Binary(BinOp::Lt, index, count));
        glue.end(Terminator::Branch { cond, then: inside, els: end });
        glue.block = inside;
        self.drop_part(glue, element, value, Proj::Index(index));
        glue.push(StmtKind::Assign(Place::local(next), Rvalue::Binary(BinOp::Add, index, one)));
        glue.end(Terminator::Goto(again));
        glue.block = end;
    }
}

/// The body that is being made.
struct Glue {
    body: Body,
    block: BlockId,
    span: Span,
}

impl Glue {
    fn unnamed(&self, ty: Ty) -> Local {
        Local { name: Symbol::EMPTY, ty, kind: LocalKind::Value, span: self.span, scope: 0 }
    }

    fn local(&mut self, ty: Ty) -> LocalId {
        let local = self.unnamed(ty);
        self.body.locals.alloc(local)
    }

    fn project(&mut self, place: Place, proj: Proj) -> Place {
        Place { base: place.base, projs: self.body.projs.append(place.projs, proj) }
    }

    fn push(&mut self, kind: StmtKind<Monomorphic>) {
        self.body.blocks[self.block].stmts.push(Stmt::new(kind, self.span));
    }

    fn compute(&mut self, ty: Ty, value: Rvalue<Monomorphic>) -> Operand {
        let place = Place::local(self.local(ty));
        self.push(StmtKind::Assign(place, value));
        Operand::Copy(place)
    }

    fn end(&mut self, term: Terminator) {
        let block = &mut self.body.blocks[self.block];
        (block.term, block.term_span) = (term, self.span);
    }
}
