//! Ways out of scopes, and what happens on them: what was deferred is run, and values end, in reverse order.
//!
//! It is built when the scope ends. Ways that lead to the same place join before the first thing that they have in common; each place
//! has code of its own, so that what is known of variables on the way to one is not mixed with that of another. Where that would
//! build what is deferred too often, because it stands within other things that are deferred, all ways join: each notes where it leads
//! in a variable, on which a switch at the end decides, as in Clang.

use super::function::{FnBuilder, ScopeFrame, last_byte};
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::tree::ExprId;
use vex_ir::ty::Ty;

/// Where a way out of a scope leads in the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Exit {
    /// Behind the scope.
    End,
    /// Out of the function.
    Return,
    /// To a block that has so many scopes around it.
    Jump { to: BlockId, depth: usize },
}

/// What happens where a scope ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deferred {
    Run(ExprId),
    /// The value of a variable is dropped, if it has one.
    Drop(LocalId),
}

/// How often something deferred is built at most, as far as it depends on what it stands in.
const MAX_COPIES: usize = 16;

/// A way out of a scope, on which the rest of it is still to happen.
pub(super) struct Leaving {
    /// Ends where that begins.
    from: BlockId,
    exit: Exit,
    /// How much of what the scope defers it has before it.
    deferred: usize,
    span: Span,
}

/// How the ways out of one scope tell each other apart where they have joined.
struct Fork {
    /// Without duplicates, and where in the source each leaves: at the end of the scope if several do.
    exits: Vec<(Exit, Span)>,
    /// Holds the position in `exits`, if there are several.
    chosen: Option<Place>,
}

impl FnBuilder<'_> {
    /// Has the value of a variable dropped where the block around ends, if something is done then.
    pub(super) fn drop_with_block(&mut self, local: LocalId) {
        self.drop_later(local, Some(false));
    }

    /// The same where the statement around ends.
    pub(super) fn drop_with_statement(&mut self, local: LocalId) {
        self.drop_later(local, Some(true));
    }

    /// The same where something leaves what stands around before it takes the value.
    pub(super) fn drop_unless_taken(&mut self, local: LocalId) {
        self.drop_later(local, None);
    }

    fn drop_later(&mut self, local: LocalId, of_temporaries: Option<bool>) {
        if self.dead || !self.is_dropped(self.body.locals[local].ty) {
            return;
        }
        let fits = |scope: &&mut ScopeFrame| of_temporaries.is_none_or(|wanted| wanted == scope.of_temporaries);
        if let Some(scope) = self.scopes.iter_mut().rev().find(fits) {
            scope.deferred.push(Deferred::Drop(local));
            self.body.moves = true;
        }
    }

    /// Builds something at the end of which its temporaries are dropped.
    pub(super) fn with_temporaries(&mut self, span: Span, build: impl FnOnce(&mut Self)) {
        if !self.any_drops {
            return build(self);
        }
        self.open_frame(span, true);
        build(self);
        self.close_scope(Exit::End);
    }

    /// The value of an expression, after its temporaries were dropped.
    pub(super) fn without_temporaries(&mut self, id: ExprId) -> Operand {
        if !self.any_drops {
            return self.operand(id);
        }
        self.open_frame(self.span(id), true);
        let value = self.value(id);
        self.close_scope(Exit::End);
        value
    }

    /// Leaves scopes: what they deferred comes first, and is built when they end.
    pub(super) fn leave(&mut self, exit: Exit, span: Span) {
        let depth = match exit {
            // Nothing is left that is not left already.
            Exit::End => return,
            Exit::Return => 0,
            Exit::Jump { depth, .. } => depth,
        };
        if self.dead {
            return;
        }
        if let Some(scope) = self.scopes[depth..].iter_mut().rev().find(|s| !s.deferred.is_empty()) {
            scope.leaving.push(Leaving { from: self.block, exit, deferred: scope.deferred.len(), span });
            self.write();
            self.dead = true;
            return;
        }
        match exit {
            Exit::End => {}
            Exit::Return => self.terminate(Terminator::Return, span),
            Exit::Jump { to, .. } => self.goto(to, span),
        }
    }

    /// Builds what a scope deferred, last first, for all ways out of it. Goes on where `end` is reached by falling off, unless
    /// others lead there: then all of them do.
    pub(super) fn run_deferred(&mut self, frame: &mut ScopeFrame, end: Exit) {
        if frame.deferred.is_empty() {
            return;
        }
        let mut leaving = std::mem::take(&mut frame.leaving);
        if !self.dead {
            let exit = if leaving.iter().any(|l| l.exit == end) { end } else { Exit::End };
            let span = last_byte(frame.span);
            leaving.push(Leaving { from: self.block, exit, deferred: frame.deferred.len(), span });
            self.write();
            self.dead = true;
        }
        let mut exits: Vec<Exit> = Vec::new();
        for way in &leaving {
            if !exits.contains(&way.exit) {
                exits.push(way.exit);
            }
        }
        // What comes behind the scope is built last.
        exits.sort_by_key(|exit| *exit == Exit::End);
        let outer = self.copies;
        self.copies *= exits.len().max(1);
        if self.copies > MAX_COPIES && frame.deferred.iter().any(|part| matches!(part, Deferred::Run(_))) {
            self.copies = outer;
            return self.run_for(frame, leaving);
        }
        for exit in exits {
            let ways;
            (ways, leaving) = leaving.into_iter().partition(|way| way.exit == exit);
            self.run_for(frame, ways);
        }
        self.copies = outer;
    }

    /// The same for some of the ways.
    fn run_for(&mut self, frame: &ScopeFrame, mut leaving: Vec<Leaving>) {
        let end = last_byte(frame.span);
        let fork = self.fork(&leaving, end);
        let mut before = Span::NONE;
        for count in (1..=frame.deferred.len()).rev() {
            let joining = leaving.split_off(leaving.partition_point(|l| l.deferred < count));
            self.join(&joining, &fork, before);
            if self.dead {
                continue;
            }
            match frame.deferred[count - 1] {
                Deferred::Run(expr) => {
                    before = self.span(expr);
                    self.open_scope(before);
                    self.with_temporaries(before, |f| f.effect(expr));
                    self.close_scope(Exit::End);
                }
                Deferred::Drop(local) => {
                    before = end;
                    self.push(StmtKind::Drop(self.whole(local)), end);
                }
            }
        }
        self.part(fork, before);
    }

    fn fork(&mut self, leaving: &[Leaving], end: Span) -> Fork {
        let mut exits: Vec<(Exit, Span)> = Vec::new();
        for way in leaving {
            match exits.iter_mut().find(|(exit, _)| *exit == way.exit) {
                Some((_, span)) => *span = end,
                None => exits.push((way.exit, way.span)),
            }
        }
        let chosen = (exits.len() > 1).then(|| self.slot(Ty::U32, Span::NONE));
        Fork { exits, chosen }
    }

    /// Goes on where ways out meet: each other, and what control reaches the current block by.
    fn join(&mut self, ways: &[Leaving], fork: &Fork, before: Span) {
        let block = match ways {
            [] => return,
            [one] if self.dead => one.from,
            _ => self.new_block(),
        };
        self.goto(block, before);
        for way in ways {
            self.enter(way.from);
            if let Some(chosen) = fork.chosen {
                let position = fork.exits.iter().position(|(exit, _)| *exit == way.exit).unwrap_or(0);
                let value = self.int(position as u128, Ty::U32);
                self.assign(chosen, Rvalue::Use(value), way.span);
            }
            if way.from != block {
                self.goto(block, way.span);
            }
        }
        if ways.len() > 1 || block != ways[0].from {
            self.enter(block);
        }
    }

    /// The value of a block, where what the block defers may be reached by other ways that do not have it: in memory.
    pub(super) fn past_joins(&mut self, value: Operand, ty: Ty, span: Span) -> Operand {
        let joins = self.scopes.last().is_some_and(|scope| !scope.leaving.is_empty());
        match value {
            Operand::Copy(from) if joins && self.is_single(from) => {
                let slot = self.slot(ty, span);
                self.assign(slot, Rvalue::Use(value), span);
                Operand::Copy(slot)
            }
            Operand::Copy(_) | Operand::Move(..) | Operand::Const(_) => value,
        }
    }

    /// Whether it is a local that is a value.
    fn is_single(&self, place: Place) -> bool {
        match place.base {
            PlaceBase::Local(local) => self.body.locals[local].kind == LocalKind::Value,
            PlaceBase::Global(_) => false,
        }
    }

    /// Leads all ways from where they have joined to where they go.
    fn part(&mut self, fork: Fork, span: Span) {
        if self.dead {
            return;
        }
        let Some(chosen) = fork.chosen else {
            return fork.exits.into_iter().for_each(|(exit, span)| self.leave(exit, span));
        };
        let blocks: Vec<BlockId> = fork.exits.iter().map(|_| self.new_block()).collect();
        let cases = (1u128..).zip(blocks.iter().copied().skip(1));
        let cases = self.body.cases.alloc(cases);
        self.terminate(Terminator::Switch { on: Operand::Copy(chosen), cases, default: blocks[0] }, span);
        let mut end = None;
        for (block, (exit, span)) in blocks.into_iter().zip(fork.exits) {
            if exit == Exit::End {
                end = Some(block);
            } else {
                self.enter(block);
                self.leave(exit, span);
            }
        }
        if let Some(end) = end {
            self.enter(end);
        }
    }
}
