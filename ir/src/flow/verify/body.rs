//! Bodies: locals, signature, places, terminators. Statements and the order of values have files of their own.

use super::*;
use crate::flow::visit::get;
use crate::flow::{Block, BlockId, Body, Local, LocalKind, Operand, Place, PlaceBase, Proj, Terminator};
use crate::ty::{FnSig, GenericParam};

/// Places that index by places nest no deeper.
const MAX_DEPTH: u32 = 64;

pub(super) struct BodyVerifier<'a> {
    pub(super) verifier: Verifier<'a>,
    pub(super) body: &'a Body,
    /// Of the function.
    pub(super) generics: &'a [GenericParam],
    /// Of the statement that is checked: where a violation is reported.
    pub(super) span: Span,
}

impl<'a> BodyVerifier<'a> {
    pub(super) fn new(verifier: Verifier<'a>, body: &'a Body, function: &'a Function) -> BodyVerifier<'a> {
        BodyVerifier { verifier, body, generics: &function.generics, span: function.span }
    }

    pub(super) fn fail<T>(&self, what: impl Into<String>) -> Check<T> {
        Err(Violation::law(self.span, what))
    }

    pub(super) fn ensure(&self, holds: bool, what: &str) -> Check {
        if holds { Ok(()) } else { self.fail(what) }
    }

    pub(super) fn check(mut self, sig: &FnSig) -> Check {
        let body = self.body;
        for (number, scope) in body.scopes.iter().enumerate() {
            self.ensure(scope.parent.is_none_or(|p| (p as usize) < number), "a scope stands before its parent")?;
        }
        for local in body.locals.values() {
            self.local(local)?;
        }
        for konst in body.consts.values() {
            self.verifier.konst(konst, self.generics, self.span)?;
        }
        for ty in body.known.iter().flat_map(|(assoc, is)| [assoc, is]) {
            self.verifier.in_scope(*ty, self.generics, self.span)?;
        }
        self.signature(sig)?;
        self.ensure(!body.blocks.is_empty(), "a body has no blocks")?;
        for block in body.blocks.values() {
            for stmt in &block.stmts {
                self.span = stmt.span;
                self.stmt(&stmt.kind)?;
            }
            self.span = block.term_span;
            self.terminator(block)?;
        }
        value::check(body)
    }

    fn local(&self, local: &Local) -> Check {
        let fail = |what: &str| Err(Violation::law(local.span, what));
        self.verifier.in_scope(local.ty, self.generics, local.span)?;
        if !self.verifier.is_sized(local.ty) {
            return fail("a local has a type without a size");
        }
        let one_value = self.verifier.is_scalar(local.ty) || self.verifier.is_fat(local.ty);
        if local.kind == LocalKind::Value && !one_value {
            return fail("a local is a value, but its type is not that of one");
        }
        let scopes = self.body.scopes.len().max(1);
        if local.scope as usize >= scopes { fail("a local is in a scope that does not exist") } else { Ok(()) }
    }

    fn signature(&self, sig: &FnSig) -> Check {
        let body = self.body;
        let mut seen = vec![false; body.locals.len()];
        self.ensure(body.params.len() == sig.params.len(), "a body has not as many parameters as its signature")?;
        for (&id, &ty) in body.params.iter().zip(&sig.params) {
            self.ensure(index(id) < body.locals.len(), "a parameter is no local")?;
            self.ensure(!std::mem::replace(&mut seen[index(id)], true), "a local is two parameters")?;
            self.ensure(body.locals[id].ty == ty, "a parameter has another type than the signature says")?;
            let one_value = self.verifier.is_scalar(ty) || self.verifier.is_fat(ty);
            let kind = if one_value { LocalKind::Value } else { LocalKind::Memory };
            self.ensure(body.locals[id].kind == kind, "a parameter is a value if and only if its type is that of one")?;
        }
        match body.ret {
            None => {
                self.ensure(!self.verifier.is_sized(sig.ret), "a body returns nothing, its signature says otherwise")
            }
            Some(id) => {
                let right = index(id) < body.locals.len() && body.locals[id].ty == sig.ret;
                self.ensure(right, "what is returned has another type than the signature says")
            }
        }
    }

    fn terminator(&self, block: &Block) -> Check {
        match block.term {
            Terminator::Goto(to) => self.target(to),
            Terminator::Branch { cond, then, els } => {
                self.ensure(self.operand(cond)? == Ty::BOOL, "a condition is not `bool`")?;
                self.target(then)?;
                self.target(els)
            }
            Terminator::Switch { on, cases, default } => {
                let ty = self.operand(on)?;
                let int = self.verifier.program.types.repr_int(ty);
                self.ensure(int.is_some(), "what is switched on is no integer")?;
                self.ensure(cases.range().end <= self.body.cases.all().len(), "a list of cases is out of range")?;
                let mut values: Vec<u128> = Vec::with_capacity(cases.len());
                for &(value, to) in get(&self.body.cases, cases) {
                    self.target(to)?;
                    self.ensure(self.verifier.int_fits(ty, value), "a case is not a value of its type")?;
                    values.push(value);
                }
                values.sort_unstable();
                self.ensure(values.windows(2).all(|pair| pair[0] != pair[1]), "two cases have the same value")?;
                self.target(default)
            }
            Terminator::Return | Terminator::Unreachable => Ok(()),
        }
    }

    fn target(&self, to: BlockId) -> Check {
        self.ensure(index(to) < self.body.blocks.len(), "a jump leads to no block")
    }

    /// The type of an operand, which must be that of a value.
    pub(super) fn operand(&self, operand: Operand) -> Check<Ty> {
        self.operand_at(operand, 0)
    }

    fn operand_at(&self, operand: Operand, depth: u32) -> Check<Ty> {
        match operand {
            Operand::Const(id) => {
                self.ensure(index(id) < self.body.consts.len(), "a constant does not exist")?;
                Ok(self.body.consts[id].ty)
            }
            Operand::Copy(_) | Operand::Move(..) => {
                let moves = matches!(operand, Operand::Move(..));
                self.ensure(!moves || self.body.moves, "a body moves, and does not say so")?;
                let Some(place) = operand.place() else { return self.fail("an operand reads no place") };
                let ty = self.place_at(place, depth)?;
                self.ensure(self.verifier.is_sized(ty), "something without a size is read")?;
                Ok(ty)
            }
        }
    }

    /// The type of a place.
    pub(super) fn place(&self, place: Place) -> Check<Ty> {
        self.place_at(place, 0)
    }

    fn place_at(&self, place: Place, depth: u32) -> Check<Ty> {
        self.ensure(depth < MAX_DEPTH, "places are nested too deeply")?;
        let mut ty = match place.base {
            PlaceBase::Local(id) => {
                self.ensure(index(id) < self.body.locals.len(), "a local does not exist")?;
                self.body.locals[id].ty
            }
            PlaceBase::Global(id) => {
                self.ensure(index(id) < self.verifier.program.globals.len(), "a global does not exist")?;
                self.verifier.program.globals[id].ty
            }
        };
        self.ensure(place.projs.range().end <= self.body.projs.all().len(), "a list of projections is out of range")?;
        for proj in &self.body.projs[place.projs] {
            if let Proj::Index(by) = proj {
                self.ensure(self.operand_at(*by, depth + 1)? == Ty::USIZE, "an index is not a `usize`")?;
            }
            ty = self.body.project(&self.verifier.program.types, ty, *proj);
            self.ensure(ty != Ty::ERROR, "a projection does not suit the type of its place")?;
        }
        Ok(ty)
    }
}
