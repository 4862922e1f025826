//! Ways out of scopes, and what was deferred on them.
//!
//! What a scope defers is built once, when the scope ends, however many ways lead out of it: each joins the others before the
//! first thing that it has to run. Where they lead to different places afterwards, each notes its own in a variable, on which
//! a switch at the end decides, as in Clang. Code then grows with the number of `defer` statements plus that of exits, never
//! with the product, and things deferred within what is deferred do not double with each level.

use super::function::{FnBuilder, ScopeFrame, last_byte};
use vex_ir::Span;
use vex_ir::flow::*;
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

/// A way out of a scope, which is still to run what the scope has deferred.
pub(super) struct Leaving {
    /// Ends where that begins.
    from: BlockId,
    exit: Exit,
    /// How much of what the scope defers it has to run.
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
        if let Some(scope) = self.scopes[depth..].iter_mut().rev().find(|s| !s.defers.is_empty()) {
            scope.leaving.push(Leaving { from: self.block, exit, deferred: scope.defers.len(), span });
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
        if frame.defers.is_empty() {
            return;
        }
        let mut leaving = std::mem::take(&mut frame.leaving);
        if !self.dead {
            let exit = if leaving.iter().any(|l| l.exit == end) { end } else { Exit::End };
            let span = last_byte(frame.span);
            leaving.push(Leaving { from: self.block, exit, deferred: frame.defers.len(), span });
            self.write();
            self.dead = true;
        }
        let fork = self.fork(&leaving, last_byte(frame.span));
        let mut before = Span::NONE;
        for count in (1..=frame.defers.len()).rev() {
            let joining = leaving.split_off(leaving.partition_point(|l| l.deferred < count));
            self.join(&joining, &fork, before);
            if self.dead {
                continue;
            }
            let expr = frame.defers[count - 1];
            before = self.span(expr);
            self.open_scope(before);
            self.effect(expr);
            self.close_scope(Exit::End);
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
