//! One function: its parameters, variables, scopes and blocks.

use super::exits::{Deferred, Exit, Leaving};
use la_arena::Arena;
use vex_ir::flow::*;
use vex_ir::lang::{Graph, Looped};
use vex_ir::pool::List;
use vex_ir::tree::place::Root;
use vex_ir::tree::{self, ExprId, ExprKind, ItemId, ItemTy, Param, PatKind, Read, Shapes, Sigs};
use vex_ir::ty::{Args, Copied, Ty, Types};
use vex_ir::{Cx, Span, Symbol};

/// Builds the body of a function; of a constant or static, that of a function which returns its value.
pub(super) fn build(cx: &Cx, tree: &Sigs, id: ItemId, source: Read<'_, Looped>) -> Body {
    let mut f = FnBuilder::new(cx, tree, id, source);
    if let ItemTy::Value(ty) = tree.item_ty(id) {
        match (tree.defs.value(id).filter(|_| tree.is_const_fn(id)), source.root) {
            (Some(_), Some(root)) => f.constant_as_function(root, id, ty),
            (_, Some(root)) => f.initializer(root, ty),
            // An implementation has it.
            (_, None) => f.declare_result(ty),
        }
        return f.body;
    }
    let Some(function) = tree.items[id].as_fn() else { return f.body };
    let ItemTy::Fn(ty) = tree.item_ty(id) else { return f.body };
    let Some(sig) = tree.types.sig(ty) else { return f.body };
    f.declare_result(sig.ret);
    // Around what the function itself has.
    f.open_frame(tree.items[id].span, false);
    let params = function.params.iter().zip(&sig.params).map(|(param, ty)| f.parameter(param, *ty)).collect();
    f.parameter_patterns(&function.params, &sig.params, params);
    if let Some(root) = source.root {
        f.finish(root, sig.ret);
    }
    f.body
}

pub(super) struct FnBuilder<'a> {
    pub(super) cx: &'a Cx,
    pub(super) tree: &'a Sigs,
    /// The item whose body it is.
    pub(super) id: ItemId,
    pub(super) src: Read<'a, Looped>,
    /// The parameters that are in scope.
    known: Copied<'a>,
    pub(super) body: Body,
    /// By Tree local.
    locals: Vec<Variable>,
    pub(super) block: BlockId,
    /// What `block` is to hold, until it ends: blocks then get memory of just their size.
    stmts: Vec<Stmt>,
    /// Whether control cannot reach the end of `block`: what follows is not built.
    pub(super) dead: bool,
    pub(super) scopes: Vec<ScopeFrame>,
    pub(super) targets: Vec<Target>,
    scope: u32,
    /// Whether the function has a `return`.
    returns: bool,
    /// Whether some types have drop functions.
    pub(super) any_drops: bool,
    /// Expressions whose values live as long as the variable that is declared with a reference to them.
    pub(super) extended: Vec<ExprId>,
    /// How often what is built now is built.
    pub(super) copies: usize,
}

/// What becomes of a variable.
#[derive(Clone, Copy, Default)]
struct Variable {
    flow: Option<LocalId>,
    /// Whether something takes its address or assigns it, so that it has to be in memory.
    in_memory: bool,
    /// Whether it is declared without a value.
    is_late: bool,
}

/// A block of the source that is being built.
pub(super) struct ScopeFrame {
    /// What happens on the way out, last first.
    pub(super) deferred: Vec<Deferred>,
    /// Whether it is that of what a statement needs until its end, instead of a block.
    pub(super) of_temporaries: bool,
    /// The ways out that are built up to here.
    pub(super) leaving: Vec<Leaving>,
    pub(super) span: Span,
    debug: u32,
}

/// What `break` and `continue` lead to.
pub(super) struct Target {
    pub(super) label: Symbol,
    pub(super) is_loop: bool,
    pub(super) exit: BlockId,
    pub(super) again: Option<BlockId>,
    /// Where the value goes.
    pub(super) dest: Option<Place>,
    /// How many scopes are around it.
    pub(super) depth: usize,
    /// Whether a `break` leads to the exit.
    pub(super) used: bool,
}

/// Where the closing brace is, for what happens at the end of a block.
pub(super) fn last_byte(span: Span) -> Span {
    Span::new(span.hi.saturating_sub(1).max(span.lo), span.hi)
}

/// The type of something that is held. What has no value is never used; some value stands for it.
fn held(ty: Ty) -> Ty {
    if [Ty::VOID, Ty::NEVER, Ty::ERROR].contains(&ty) { Ty::BOOL } else { ty }
}

fn local_index(id: tree::LocalId) -> usize {
    id.into_raw().into_u32() as usize
}

impl<'a> FnBuilder<'a> {
    fn new(cx: &'a Cx, tree: &'a Sigs, id: ItemId, src: Read<'a, Looped>) -> FnBuilder<'a> {
        let mut body = Body {
            // Most functions need about as many.
            locals: Arena::with_capacity(src.locals.len() + src.exprs.len() / 4 + 2),
            consts: Arena::with_capacity(src.exprs.len() / 8 + 2),
            scopes: vec![Scope { parent: None, span: tree.items[id].span }],
            known: super::known::of_body(tree, id, src),
            ..Body::default()
        };
        let block = body.new_block();
        let mut f = FnBuilder {
            cx,
            tree,
            id,
            src,
            known: tree.env(id).copied(),
            body,
            locals: vec![Variable::default(); src.locals.len()],
            block,
            stmts: Vec::with_capacity(16),
            dead: false,
            scopes: Vec::new(),
            targets: Vec::new(),
            scope: 0,
            returns: false,
            any_drops: tree.types.any_drop_fn(),
            extended: Vec::new(),
            copies: 1,
        };
        f.find_memory();
        f.find_borrowed();
        f
    }

    /// Finds the variables that cannot be values: one sweep over the arena.
    fn find_memory(&mut self) {
        let src = self.src;
        for (id, local) in src.locals.iter() {
            self.locals[local_index(id)].in_memory = local.mutable || self.cx.options.debug_info;
        }
        for (_, expr) in src.exprs.iter() {
            match expr.raw() {
                ExprKind::Ref(_, place) | ExprKind::Assign(place, _) | ExprKind::AssignOp(_, place, _) => {
                    self.mark_memory(place);
                }
                ExprKind::Return(_) => self.returns = true,
                ExprKind::Match(on, arms) if src.arms[arms].iter().any(|arm| self.borrows(arm.pat)) => {
                    self.mark_memory(on);
                }
                ExprKind::Let(pat, on) if self.borrows(pat) => self.mark_memory(on),
                _ => {}
            }
        }
    }

    /// The same of what statements take apart.
    fn find_borrowed(&mut self) {
        let src = self.src;
        if !src.may_have(Shapes::DEEP) {
            return;
        }
        for stmt in src.stmts.all() {
            if let tree::StmtKind::Let { pat, init: Some(init), .. } = stmt.kind
                && self.borrows(pat)
            {
                self.mark_memory(init);
            }
        }
    }

    fn mark_memory(&mut self, place: ExprId) {
        if let (_, Root::Local(local)) = self.src.raw().place_root(self.types(), place) {
            self.locals[local_index(local)].in_memory = true;
        }
    }

    pub(super) fn types(&self) -> &'a Types {
        &self.tree.types
    }

    /// What a function of the program is in Flow.
    pub(super) fn function(&self, item: ItemId) -> FnId {
        self.tree.defs.function(item).expect("`flow-declare` declares every function")
    }

    /// What is given for the parameters of a function.
    pub(super) fn args_of(&self, given: List<tree::TypeId>) -> Args {
        self.types().make_args(self.src.type_lists[given].iter().map(|ty| self.src.meaning(*ty)).collect())
    }

    /// Whether values of a type are held as values of Flow: what has to be dropped is in memory.
    pub(super) fn is_value(&self, ty: Ty) -> bool {
        (self.types().is_scalar(ty) || self.types().is_fat(ty)) && !(self.any_drops && self.types().has_drop_fn(ty))
    }

    /// Whether something may be done where a value of a type is dropped.
    pub(super) fn is_dropped(&self, ty: Ty) -> bool {
        self.any_drops && !self.is_copy(ty)
    }

    pub(super) fn new_local(&mut self, name: Symbol, ty: Ty, kind: LocalKind, span: Span) -> LocalId {
        self.body.locals.alloc(Local { name, ty: held(ty), kind, span, scope: self.scope })
    }

    pub(super) fn temp(&mut self, ty: Ty, span: Span) -> LocalId {
        self.body.temp(held(ty), span, self.scope)
    }

    pub(super) fn slot(&mut self, ty: Ty, span: Span) -> Place {
        let local = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, span);
        self.whole(local)
    }

    pub(super) fn whole(&self, local: LocalId) -> Place {
        Place::local(local)
    }

    pub(super) fn copy(&self, local: LocalId) -> Operand {
        Operand::Copy(self.whole(local))
    }

    /// The value of a place: where values of its type are moved by use, it has none afterwards.
    pub(super) fn read(&mut self, place: Place, ty: Ty) -> Operand {
        if self.is_copy(ty) {
            return Operand::Copy(place);
        }
        self.body.moves = true;
        match place.base {
            PlaceBase::Local(local) => Operand::Move(local, place.projs),
            // Which `move-check` does not let through.
            PlaceBase::Global(_) => {
                let reference = self.types().reference(tree::Mutability::Const, ty);
                let local = self.temp(reference, Span::NONE);
                self.assign(self.whole(local), Rvalue::AddrOf(place), Span::NONE);
                Operand::Move(local, self.body.projs.alloc([Proj::Deref]))
            }
        }
    }

    pub(super) fn is_copy(&self, ty: Ty) -> bool {
        // Without parameters and drop functions, nothing has to be moved.
        self.known.generics.is_empty() && !self.any_drops || self.is_value(ty) || self.types().is_copy(ty, self.known)
    }

    pub(super) fn project(&mut self, place: Place, proj: Proj) -> Place {
        Place { base: place.base, projs: self.body.projs.append(place.projs, proj) }
    }

    pub(super) fn constant(&mut self, ty: Ty, kind: ConstData) -> Operand {
        self.body.constant(held(ty), kind)
    }

    pub(super) fn int(&mut self, value: u128, ty: Ty) -> Operand {
        self.constant(ty, ConstData::Int(value))
    }

    // Where it is inlined, the kind is known.
    #[inline(always)]
    pub(super) fn push(&mut self, kind: StmtKind<Graph>, span: Span) {
        self.push_stmt(Stmt::new(kind, span));
    }

    fn push_stmt(&mut self, stmt: Stmt) {
        if !self.dead {
            self.stmts.push(stmt);
        }
    }

    #[inline(always)]
    pub(super) fn assign(&mut self, place: Place, value: Rvalue<Graph>, span: Span) {
        self.push(StmtKind::Assign(place, value), span);
    }

    /// A new value.
    #[inline(always)]
    pub(super) fn compute(&mut self, ty: Ty, value: Rvalue<Graph>, span: Span) -> Operand {
        let local = self.temp(ty, span);
        self.assign(self.whole(local), value, span);
        self.copy(local)
    }

    pub(super) fn new_block(&mut self) -> BlockId {
        self.body.new_block()
    }

    /// Ends the block that is being built.
    pub(super) fn terminate(&mut self, term: Terminator, span: Span) {
        if !self.dead {
            self.write();
            let block = &mut self.body.blocks[self.block];
            block.term = term;
            block.term_span = span;
        }
        self.dead = true;
    }

    pub(super) fn goto(&mut self, to: BlockId, span: Span) {
        self.terminate(Terminator::Goto(to), span);
    }

    pub(super) fn branch(&mut self, cond: Operand, then: BlockId, els: BlockId, span: Span) {
        self.terminate(Terminator::Branch { cond, then, els }, span);
    }

    /// Gives the block what was built for it.
    pub(super) fn write(&mut self) {
        let to = &mut self.body.blocks[self.block].stmts;
        to.reserve_exact(self.stmts.len());
        to.append(&mut self.stmts);
    }

    /// Goes on in another block.
    pub(super) fn enter(&mut self, block: BlockId) {
        self.write();
        self.block = block;
        self.dead = false;
    }

    fn declare_result(&mut self, ret: Ty) {
        if ret == Ty::VOID || ret == Ty::NEVER {
            return;
        }
        let kind = if self.returns || !self.is_value(ret) { LocalKind::Memory } else { LocalKind::Value };
        self.body.ret = Some(self.new_local(Symbol::EMPTY, ret, kind, Span::NONE));
    }

    /// Declares a parameter; what has its value.
    fn parameter(&mut self, param: &Param, ty: Ty) -> LocalId {
        // Whatever holds it.
        let value = self.types().is_scalar(ty) || self.types().is_fat(ty);
        let kind = if value { LocalKind::Value } else { LocalKind::Memory };
        let PatKind::Local(local, None) = self.src.pat(param.pat) else {
            let unnamed = self.new_local(Symbol::EMPTY, ty, kind, param.span);
            self.body.params.push(unnamed);
            if !value || self.is_value(ty) {
                return unnamed;
            }
            let home = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, param.span);
            self.assign(self.whole(home), Rvalue::Use(self.copy(unnamed)), param.span);
            return home;
        };
        let info = self.declared(local);
        let memory = value && (self.locals[local_index(local)].in_memory || !self.is_value(ty));
        let name = if memory { Symbol::EMPTY } else { info.name };
        let passed = self.new_local(name, ty, kind, info.span);
        self.body.params.push(passed);
        if !memory {
            self.locals[local_index(local)].flow = Some(passed);
            return passed;
        }
        let home = self.new_local(info.name, ty, LocalKind::Memory, info.span);
        self.locals[local_index(local)].flow = Some(home);
        self.assign(self.whole(home), Rvalue::Use(self.copy(passed)), info.span);
        home
    }

    /// Takes apart the parameters whose patterns are more than a name. All of them are dropped with what they were taken apart into, the
    /// last one first.
    fn parameter_patterns(&mut self, params: &[Param], types: &[Ty], held: Vec<LocalId>) {
        for ((param, ty), held) in params.iter().zip(types).zip(held) {
            self.drop_with_block(held);
            if !matches!(self.src.pat(param.pat), PatKind::Local(_, None) | PatKind::Wild | PatKind::Error) {
                self.parameter_pattern(param.pat, held, *ty, param.span);
            }
        }
    }

    fn initializer(&mut self, root: ExprId, ty: Ty) {
        self.declare_result(ty);
        // What is written out is a constant already.
        let written = self.src.is_written_out(&self.tree.items, root).then(|| self.written_out(root)).flatten();
        let (Some(value), Some(result)) = (written, self.body.ret) else { return self.finish(root, ty) };
        let span = self.src.exprs[root].span;
        let value = self.body.add_const(value);
        self.assign(self.whole(result), Rvalue::Use(value), span);
        self.terminate(Terminator::Return, span);
    }

    /// A constant whose value is known, for who calls it by its trait.
    fn constant_as_function(&mut self, root: ExprId, id: ItemId, ty: Ty) {
        self.declare_result(ty);
        let span = self.src.exprs[root].span;
        let value = self.item_value(id, List::default(), ty, span);
        if let Some(result) = self.body.ret {
            self.assign(self.whole(result), Rvalue::Use(value), span);
        }
        self.terminate(Terminator::Return, span);
    }

    fn finish(&mut self, root: ExprId, ret: Ty) {
        let span = self.src.exprs[root].span;
        let end = last_byte(span);
        // Falling off the end of the body is one more way to return.
        let exit = if ret == Ty::NEVER { Exit::End } else { Exit::Return };
        let result = self.body.ret.map(|local| (self.whole(local), self.body.locals[local].kind));
        match result {
            Some((place, LocalKind::Value)) => {
                let value = self.without_temporaries(root);
                self.assign(place, Rvalue::Use(value), end);
            }
            _ => self.body_block(root, result.map(|(place, _)| place), exit),
        }
        // Those that the function is built around.
        while !self.scopes.is_empty() {
            self.close_scope(exit);
        }
        if ret == Ty::NEVER {
            return self.terminate(Terminator::Unreachable, end);
        }
        self.terminate(Terminator::Return, end);
    }

    /// A variable as its declaration describes it. One that a pass has made has no name for debuggers to show.
    fn declared(&self, id: tree::LocalId) -> tree::Local {
        let info = self.src.locals[id];
        if info.synthetic { tree::Local { name: Symbol::EMPTY, ..info } } else { info }
    }

    /// The Flow variable of a Tree variable.
    pub(super) fn local(&mut self, id: tree::LocalId) -> LocalId {
        if let Some(known) = self.locals[local_index(id)].flow {
            return known;
        }
        let info = self.declared(id);
        let made = self.new_local(info.name, info.ty, LocalKind::Memory, info.span);
        self.locals[local_index(id)].flow = Some(made);
        made
    }

    /// Declares a variable with its first value.
    pub(super) fn declare(&mut self, id: tree::LocalId, init: ExprId) {
        let info = self.declared(id);
        let value = self.is_value(info.ty) && !self.locals[local_index(id)].in_memory;
        if !value {
            let home = self.new_local(info.name, info.ty, LocalKind::Memory, info.span);
            self.locals[local_index(id)].flow = Some(home);
            self.into(init, self.whole(home));
            return self.drop_with_block(home);
        }
        let operand = self.operand(init);
        let made = self.new_local(info.name, info.ty, LocalKind::Value, info.span);
        self.locals[local_index(id)].flow = Some(made);
        self.assign(self.whole(made), Rvalue::Use(operand), info.span);
    }

    /// Declares a variable that is already computed.
    pub(super) fn declare_operand(&mut self, id: tree::LocalId, operand: Operand) -> LocalId {
        let info = self.declared(id);
        let value = self.is_value(info.ty) && !self.locals[local_index(id)].in_memory;
        let kind = if value { LocalKind::Value } else { LocalKind::Memory };
        let made = self.new_local(info.name, info.ty, kind, info.span);
        self.locals[local_index(id)].flow = Some(made);
        self.assign(self.whole(made), Rvalue::Use(operand), info.span);
        made
    }

    /// Declares a variable without a value.
    pub(super) fn declare_late(&mut self, id: tree::LocalId) {
        let info = self.declared(id);
        let made = self.new_local(info.name, info.ty, LocalKind::Memory, info.span);
        let variable = &mut self.locals[local_index(id)];
        (variable.flow, variable.is_late) = (Some(made), true);
        self.mark(id, Mark::Declared { mutable: info.mutable }, info.span);
        self.drop_with_block(made);
    }

    /// Notes what happens to a variable, for `move-check`: one that is declared with its value always has one.
    pub(super) fn mark(&mut self, id: tree::LocalId, mark: Mark, span: Span) {
        if let Variable { flow: Some(local), is_late: true, .. } = self.locals[local_index(id)] {
            self.push(StmtKind::Mark(mark, local), span);
        }
    }

    pub(super) fn open_scope(&mut self, span: Span) {
        let debug = self.scope;
        if self.cx.options.debug_info {
            self.body.scopes.push(Scope { parent: Some(self.scope), span });
            self.scope = self.body.scopes.len() as u32 - 1;
        }
        self.push_frame(span, false, debug);
    }

    /// The same where no block of the source is: around a function, or a statement and its temporaries.
    pub(super) fn open_frame(&mut self, span: Span, of_temporaries: bool) {
        self.push_frame(span, of_temporaries, self.scope);
    }

    fn push_frame(&mut self, span: Span, of_temporaries: bool, debug: u32) {
        self.scopes.push(ScopeFrame { deferred: Vec::new(), of_temporaries, leaving: Vec::new(), span, debug });
    }

    /// Ends a scope. Where `end` is reached by falling off, so does every way out that leads to the same.
    pub(super) fn close_scope(&mut self, end: Exit) {
        if let Some(mut frame) = self.scopes.pop() {
            let debug = frame.debug;
            self.run_deferred(&mut frame, end);
            self.scope = debug;
        }
    }
}
