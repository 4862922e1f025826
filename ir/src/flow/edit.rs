//! Changing Flow: places, constants and values are made here, and a [`Cursor`] inserts, replaces and removes statements and splits blocks.

use super::visit::{stmt_parts, term_operand};
use super::{
    Block, BlockId, Body, CallId, Callee, Const, ConstData, GlobalId, Local, LocalId, LocalKind, Operand, Place,
    PlaceBase, Proj, Rvalue, Stmt, StmtKind, Terminator,
};
use crate::lang::Lang;
use crate::pool::List;
use crate::span::Span;
use crate::symbol::Symbol;
use crate::ty::Ty;
use la_arena::Idx;
use std::marker::PhantomData;

impl Place {
    /// A local as a whole.
    pub fn local(id: LocalId) -> Place {
        Place { base: PlaceBase::Local(id), projs: List::default() }
    }

    /// A global as a whole.
    pub fn global(id: GlobalId) -> Place {
        Place { base: PlaceBase::Global(id), projs: List::default() }
    }
}

fn ids<T>(count: usize) -> impl Iterator<Item = Idx<T>> + use<T> {
    (0..count as u32).map(|number| Idx::from_raw(number.into()))
}

impl Body {
    /// The blocks that there are now: the body may be changed meanwhile.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        ids(self.blocks.len())
    }

    /// The calls that there are now, as [`block_ids`](Self::block_ids).
    pub fn call_ids(&self) -> impl Iterator<Item = CallId> + use<> {
        ids(self.calls.len())
    }

    /// Makes the jumps of a block lead to what `f` says instead.
    pub fn retarget(&mut self, block: BlockId, f: impl Fn(BlockId) -> BlockId) {
        let Body { blocks, cases, .. } = self;
        match &mut blocks[block].term {
            Terminator::Goto(to) => *to = f(*to),
            Terminator::Branch { then, els, .. } => {
                *then = f(*then);
                *els = f(*els);
            }
            Terminator::Switch { cases: list, default, .. } => {
                cases[*list].iter_mut().for_each(|(_, to)| *to = f(*to));
                *default = f(*default);
            }
            Terminator::Return | Terminator::Unreachable => {}
        }
    }

    /// Calls `f` with what each place is based on, of lists that nothing names any more too.
    pub fn bases_mut(&mut self, f: &mut impl FnMut(&mut PlaceBase)) {
        for block in self.blocks.values_mut() {
            for stmt in &mut block.stmts {
                // Lists and calls: below, all at once.
                let parts = stmt_parts(&mut stmt.kind);
                parts.operands.into_iter().flatten().for_each(|operand| operand_base(operand, f));
                let places = [parts.place.map(|(place, _)| place), parts.written];
                places.into_iter().flatten().for_each(|place| f(&mut place.base));
            }
            if let Some(operand) = term_operand(&mut block.term) {
                operand_base(operand, f);
            }
        }
        for call in self.calls.values_mut() {
            if let Callee::Ptr(callee) = &mut call.callee {
                operand_base(callee, f);
            }
            if let Some(dest) = &mut call.dest {
                f(&mut dest.base);
            }
        }
        self.operands.all_mut().iter_mut().for_each(|operand| operand_base(operand, f));
        for proj in self.projs.all_mut() {
            if let Proj::Index(index) = proj {
                operand_base(index, f);
            }
        }
    }

    #[inline]
    pub fn constant(&mut self, ty: Ty, kind: ConstData) -> Operand {
        self.add_const(Const { ty, kind })
    }

    pub fn add_const(&mut self, constant: Const) -> Operand {
        Operand::Const(self.consts.alloc(constant))
    }

    /// A temporary value, which is still to be assigned.
    #[inline]
    pub fn temp(&mut self, ty: Ty, span: Span, scope: u32) -> LocalId {
        self.locals.alloc(Local { name: Symbol::EMPTY, ty, kind: LocalKind::Value, span, scope })
    }

    /// The value that a place is as a whole, if it is one.
    #[inline]
    pub fn whole_value(&self, place: Place) -> Option<LocalId> {
        match place.base {
            PlaceBase::Local(id) if place.projs.is_empty() && self.locals[id].kind == LocalKind::Value => Some(id),
            PlaceBase::Local(_) | PlaceBase::Global(_) => None,
        }
    }

    /// Whether an operand means the same wherever it stands, whatever happens to memory.
    #[inline]
    pub fn is_fixed(&self, operand: Operand) -> bool {
        match operand {
            Operand::Const(_) => true,
            Operand::Copy(place) => self.whole_value(place).is_some(),
            Operand::Move(..) => false,
        }
    }

    /// The bits of an operand that is an integer constant.
    #[inline]
    pub fn known_bits(&self, operand: Operand) -> Option<u128> {
        let Operand::Const(id) = operand else { return None };
        self.consts[id].bits()
    }
}

impl Const {
    /// The bits of an integer, or of what is represented by one.
    #[inline]
    pub fn bits(&self) -> Option<u128> {
        match self.kind {
            ConstData::Int(bits) => Some(bits),
            ConstData::Zero => Some(0),
            // Not known as bits.
            _ => None,
        }
    }
}

fn operand_base(operand: &mut Operand, f: &mut impl FnMut(&mut PlaceBase)) {
    // What is moved is in a variable.
    if let Operand::Copy(place) = operand {
        f(&mut place.base);
    }
}

/// A place between two statements of a block, for changes there into the language `B`. What is inserted gets the position in the source
/// of the statement that comes next, or of the terminator.
///
/// The block has its statements again when the cursor is dropped. One that changes nothing copies nothing.
pub struct Cursor<'a, B: Lang> {
    pub body: &'a mut Body,
    block: BlockId,
    /// The statements of the block as they were.
    stmts: Vec<Stmt>,
    /// The statement that the cursor is at.
    at: usize,
    /// Whether it is before the first one.
    top: bool,
    /// What replaces the first `kept` of them.
    out: Vec<Stmt>,
    kept: usize,
    language: PhantomData<B>,
}

impl<'a, B: Lang> Cursor<'a, B> {
    /// Before the first statement of a block: [`advance`](Self::advance) goes there.
    #[inline]
    pub fn new(body: &'a mut Body, block: BlockId) -> Cursor<'a, B> {
        let stmts = std::mem::take(&mut body.blocks[block].stmts);
        Cursor { body, block, stmts, at: 0, top: true, out: Vec::new(), kept: 0, language: PhantomData }
    }

    /// Goes to the next statement, and says what it is. `None`: it is at the terminator.
    #[inline]
    pub fn advance(&mut self) -> Option<&Stmt> {
        if !std::mem::take(&mut self.top) && self.at < self.stmts.len() {
            self.at += 1;
        }
        self.stmt()
    }

    /// The statement that the cursor is at.
    #[inline]
    pub fn stmt(&self) -> Option<&Stmt> {
        self.stmts.get(self.at)
    }

    /// Where the statement comes from that the cursor is at.
    #[inline]
    pub fn span(&self) -> Span {
        self.stmts.get(self.at).map_or(self.body.blocks[self.block].term_span, |stmt| stmt.span)
    }

    pub fn terminator(&self) -> &Terminator {
        &self.body.blocks[self.block].term
    }

    /// Inserts a statement before the one that the cursor is at.
    pub fn insert(&mut self, kind: StmtKind<B>) {
        let span = self.span();
        if self.kept < self.at || self.out.is_empty() {
            self.out.reserve(self.stmts.len() - self.kept + 2);
            self.out.extend_from_slice(&self.stmts[self.kept..self.at]);
            self.kept = self.at;
        }
        self.out.push(Stmt::new(kind, span));
    }

    /// Puts another statement where the cursor is.
    pub fn replace(&mut self, kind: StmtKind<B>) {
        if let Some(stmt) = self.stmts.get_mut(self.at) {
            stmt.set(kind);
        }
    }

    /// Removes the statement that the cursor is at. It is before the next one then.
    pub fn remove(&mut self) {
        if self.at < self.stmts.len() {
            self.out.extend_from_slice(&self.stmts[self.kept..self.at]);
            self.at += 1;
            self.kept = self.at;
            self.top = true;
        }
    }

    /// Inserts a statement that computes a new value.
    pub fn value(&mut self, ty: Ty, rvalue: Rvalue<B>) -> Operand {
        let place = Place::local(self.body.temp(ty, self.span(), 0));
        self.insert(StmtKind::Assign(place, rvalue));
        Operand::Copy(place)
    }

    /// An operand that means the same after memory has changed: itself, or a copy made here.
    pub fn fixed(&mut self, operand: Operand, ty: Ty) -> Operand {
        if self.body.is_fixed(operand) { operand } else { self.value(ty, Rvalue::Use(operand)) }
    }

    /// Ends the block before the statement that the cursor is at, with a jump to a new one that has the rest. The cursor is at the same
    /// statement, there.
    pub fn split(&mut self) -> BlockId {
        let span = self.span();
        let rest = self.stmts.split_off(self.at);
        self.give_back();
        let (term, term_span) = (self.body.blocks[self.block].term, self.body.blocks[self.block].term_span);
        let new = self.body.blocks.alloc(Block { stmts: Vec::new(), term, term_span });
        self.body.blocks[self.block].term = Terminator::Goto(new);
        self.body.blocks[self.block].term_span = span;
        (self.block, self.stmts, self.at, self.kept) = (new, rest, 0, 0);
        new
    }

    /// The block has its statements, in a new order if there is one.
    fn give_back(&mut self) {
        let mut stmts = std::mem::take(&mut self.stmts);
        if self.kept > 0 || !self.out.is_empty() {
            self.out.extend_from_slice(&stmts[self.kept..]);
            stmts = std::mem::take(&mut self.out);
        }
        self.body.blocks[self.block].stmts = stmts;
    }
}

impl<B: Lang> Drop for Cursor<'_, B> {
    fn drop(&mut self) {
        self.give_back();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cx::{Cx, Options};
    use crate::flow::print::print;
    use crate::flow::read::read;
    use crate::flow::{BinOp, Program};
    use crate::lang::Any;
    use crate::target::Target;

    const TEXT: &str = "fn @f(i32) -> i32 {\nparams _0;\nret _1;\nlet _0: i32;\nvar _1: i32;\nbb0: _1 = _0; nop; _1 = add _1, _0; return;\n}\n";

    /// The statements and ends of blocks after a change.
    fn edited(edit: impl FnOnce(&mut Cursor<'_, Any>)) -> Vec<String> {
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let mut program: Program = read(&mut cx, TEXT, 0).unwrap_or_else(|e| panic!("{}", e.message));
        let body = program.bodies.values_mut().next().unwrap();
        let entry = body.entry();
        edit(&mut Cursor::new(body, entry));
        let text = print(&cx, &program);
        let lines = text.lines().skip_while(|l| !l.starts_with("bb0")).map(|l| l.trim().to_string());
        lines.filter(|l| !l.is_empty() && l != "}").collect()
    }

    #[test]
    fn nothing_changes_by_itself() {
        assert_eq!(
            edited(|c| while c.advance().is_some() {}),
            ["bb0:", "_1 = _0;", "nop;", "_1 = add _1, _0;", "return;"]
        );
        assert_eq!(edited(|_| {}).len(), 5);
    }

    #[test]
    fn inserts_replaces_and_removes() {
        let lines = edited(|c| {
            while let Some(kind) = c.advance().map(Stmt::raw) {
                match kind {
                    StmtKind::Nop => c.remove(),
                    StmtKind::Assign(dest, Rvalue::Binary(_, a, b)) => {
                        let a = c.fixed(a, Ty::I32);
                        let b = c.fixed(b, Ty::I32);
                        c.replace(StmtKind::Assign(dest, Rvalue::Binary(BinOp::Sub, a, b)));
                    }
                    _ => {}
                }
            }
            let one = c.body.constant(Ty::I32, ConstData::Int(1));
            c.value(Ty::I32, Rvalue::Use(one));
        });
        assert_eq!(lines, ["bb0:", "_1 = _0;", "_2 = _1;", "_1 = sub _2, _0;", "_3 = 1i32;", "return;"]);
    }

    #[test]
    fn removes_neighbours() {
        let lines = edited(|c| {
            while c.advance().is_some() {
                c.remove();
            }
        });
        assert_eq!(lines, ["bb0:", "return;"]);
    }

    #[test]
    fn splits() {
        let lines = edited(|c| {
            c.advance();
            c.insert(StmtKind::Nop);
            c.advance();
            let rest = c.split();
            assert_eq!(rest.into_raw().into_u32(), 1);
            c.insert(StmtKind::Nop);
            assert_eq!(c.advance().map(|stmt| matches!(stmt.raw(), StmtKind::Assign(..))), Some(true));
            c.advance();
            let end = c.split();
            assert_eq!(*c.terminator(), Terminator::Return);
            assert_eq!(end.into_raw().into_u32(), 2);
        });
        assert_eq!(
            lines,
            [
                "bb0:",
                "nop;",
                "_1 = _0;",
                "goto bb1;",
                "bb1:",
                "nop;",
                "nop;",
                "_1 = add _1, _0;",
                "goto bb2;",
                "bb2:",
                "return;"
            ]
        );
    }

    #[test]
    fn knows_operands() {
        let mut body = Body::default();
        let zero = body.constant(Ty::U8, ConstData::Zero);
        let local = body.temp(Ty::U8, Span::NONE, 0);
        let value = Operand::Copy(Place::local(local));
        assert_eq!((body.known_bits(zero), body.known_bits(value)), (Some(0), None));
        assert!(body.is_fixed(zero) && body.is_fixed(value));
        body.locals[local].kind = LocalKind::Memory;
        assert!(!body.is_fixed(value));
        assert_eq!(body.whole_value(Place::local(local)), None);
    }
}
