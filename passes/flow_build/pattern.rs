//! What patterns look into, and the patterns of `let` and parameters.

use super::function::FnBuilder;
use vex_ir::Span;
use vex_ir::flow::*;
use vex_ir::tree::place::Root;
use vex_ir::tree::walk::Node;
use vex_ir::tree::{ExprId, ExprKind, PatId, PatKind, Shapes};
use vex_ir::ty::*;

/// What patterns look into.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// One machine value.
    Value(Operand),
    Place(Place),
    /// The parts of a tuple that is never put together.
    Parts(Vec<Subject>),
}

/// What patterns do with what they look into.
#[derive(Clone, Copy)]
pub(super) struct How {
    /// They name no tuple as a whole.
    pub(super) parts: bool,
    /// Guards run between them, which may change the value where it stands.
    pub(super) guarded: bool,
    /// They make references to it, or to its parts.
    pub(super) lent: bool,
}

impl FnBuilder<'_> {
    /// Whether a name in a pattern stands for a reference to what is matched, or to a part of it.
    pub(super) fn borrows(&self, pat: PatId) -> bool {
        if !self.src.may_have(Shapes::DEEP) {
            return false;
        }
        let mut left = vec![Node::Pat(pat)];
        while let Some(node) = left.pop() {
            let Node::Pat(pat) = node else { continue };
            // A sweep meets what nothing reaches any more.
            match self.src.pats[pat].raw() {
                PatKind::Borrow(..) => return true,
                // What is behind a reference is elsewhere.
                PatKind::Ref(_) => {}
                _ => self.src.children(node, &mut |child| left.push(child)),
            }
        }
        false
    }

    /// Whether a pattern names no tuple as a whole.
    pub(super) fn takes_parts(&self, pat: PatId) -> bool {
        match self.src.pat(pat) {
            PatKind::Tuple(_) | PatKind::Wild => true,
            PatKind::Or(list) => self.src.pat_lists[list].iter().all(|pat| self.takes_parts(*pat)),
            // A name is given to the whole; nothing else is matched with a tuple.
            _ => false,
        }
    }

    /// The value of an expression, for patterns.
    pub(super) fn subject(&mut self, on: ExprId, How { parts, guarded, lent }: How) -> Subject {
        let ty = self.ty(on);
        // What is dropped is dropped in the order of a tuple.
        if let ExprKind::Tuple(list) = self.src.kind(on)
            && parts
            && !self.is_dropped(ty)
        {
            let mut made = Vec::with_capacity(list.len());
            for position in list.range() {
                let element = *self.src.expr_lists.at(position);
                made.push(self.element_subject(element));
            }
            return Subject::Parts(made);
        }
        if self.is_value(ty) && !lent || [Ty::VOID, Ty::NEVER, Ty::ERROR].contains(&ty) {
            return Subject::Value(self.value(on));
        }
        let span = self.span(on);
        let mut place = self.place_or_temp(on);
        if self.dead {
            return Subject::Place(place);
        }
        if guarded && !lent && self.is_copy(ty) && !self.stays(on) {
            let value = self.settle(Operand::Copy(place), ty, span);
            place = value.place().unwrap_or(place);
        } else if self.may_panic(Operand::Copy(place)) && (lent || self.is_copy(ty)) {
            // It is found once, however many parts are looked at.
            let pointer = self.types().ptr(vex_ir::tree::Mutability::Const, ty);
            let local = self.temp(pointer, span);
            self.assign(self.whole(local), Rvalue::AddrOf(place), span);
            place = self.project(self.whole(local), Proj::Deref);
        }
        Subject::Place(place)
    }

    /// Whether an expression is a variable, or a part of one, that nothing changes.
    fn stays(&self, on: ExprId) -> bool {
        match self.src.place_root(self.types(), on) {
            (_, Root::Local(local)) => !self.src.locals[local].mutable,
            // Who else refers to it does not show here.
            (_, Root::Item(_) | Root::Behind(_) | Root::Error | Root::Value) => false,
        }
    }

    /// An element of a tuple, as it is now.
    fn element_subject(&mut self, element: ExprId) -> Subject {
        let ty = self.ty(element);
        if self.is_value(ty) || [Ty::VOID, Ty::NEVER, Ty::ERROR].contains(&ty) {
            return Subject::Value(self.value(element));
        }
        Subject::Place(self.temporary(element))
    }

    /// `let pat = init;` where the pattern is more than a name.
    pub(super) fn let_pattern(&mut self, pat: PatId, init: ExprId) {
        let parts = self.takes_parts(pat);
        let subject = self.subject(init, How { parts, guarded: false, lent: self.borrows(pat) });
        if !self.dead {
            self.bind_all(pat, self.ty(init), subject, self.src.pats[pat].span);
        }
    }

    /// `let pat;`
    pub(super) fn let_late(&mut self, pat: PatId) {
        let mut found = Vec::new();
        self.src.walk(pat, &mut |node| {
            if let Node::Pat(pat) = node
                && let PatKind::Local(local, _) = self.src.pat(pat)
            {
                found.push(local);
            }
        });
        found.into_iter().for_each(|local| self.declare_late(local));
    }

    /// Gives the names in the pattern of a parameter what they stand for.
    pub(super) fn parameter_pattern(&mut self, pat: PatId, passed: LocalId, ty: Ty, span: Span) {
        let subject =
            if self.is_value(ty) { Subject::Value(self.copy(passed)) } else { Subject::Place(self.whole(passed)) };
        self.bind_all(pat, ty, subject, span);
    }
}
