//! What the place of an expression wants of its value: the one place that says where a wanted type flows.
//!
//! The type of an expression comes from its operands, and its place never changes what an operand is: `2u8 * x` computes in
//! `u8` whatever its result becomes. Two things come from the place:
//!
//! - **A conversion, where the value is handed on as it is** (`Want::Value`). Parentheses, the ends of blocks (`unsafe` and
//!   labelled ones too), both branches of an `if`, the arms of a `match`, every `break` with a value, the parts of array, tuple
//!   and struct literals, what `&` makes a reference to: their values are the value that is wanted, or its parts, so each is
//!   converted where it stands. Operands, receivers, indices, callees, conditions and what is cast begin anew: nothing is
//!   wanted of them, or what they are always (`bool`, `usize`).
//! - **The type of one literal** (`Want::Literal`). A literal directly under `as` has the type it is cast to; the right operand
//!   has that of the left one. Parentheses and a minus are part of a literal, nothing
//!   else is. No value is converted.
//!
//! Whatever is made of literals alone stays open until something decides: what is wanted of the result decides then
//! (`let x: u64 = 1 << 40;`), for unification binds variables and converts nothing. `i32` and `f64` are what nothing decides.

use super::pending::Todo;
use super::*;

/// What is wanted of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Want {
    /// Nothing: the expression says itself what it is.
    Nothing,
    /// The value is converted to this type, where it stands.
    Value(Term),
    /// A literal has this type, if it can.
    Literal(Term),
}

impl Want {
    /// The type that a value is to be converted to.
    pub(super) fn value(self) -> Option<Term> {
        match self {
            Want::Value(ty) => Some(ty),
            Want::Nothing | Want::Literal(_) => None,
        }
    }

    /// The type that a literal in this place has, if it can.
    pub(super) fn literal(self) -> Option<Term> {
        match self {
            Want::Value(ty) | Want::Literal(ty) => Some(ty),
            Want::Nothing => None,
        }
    }

    /// What is wanted of a part, given the part's type.
    pub(super) fn part(ty: Option<Term>) -> Want {
        ty.map_or(Want::Nothing, Want::Value)
    }
}

/// The values that are one value, depending on the way that was taken: of branches, arms, or `break`s.
#[derive(Default, Debug)]
pub(super) struct Ways {
    exprs: Vec<ExprId>,
    /// The type of all so far.
    pub(super) ty: Option<Term>,
    /// Those that came when the type of one was not known yet, in order.
    later: Vec<(ExprId, Term)>,
}

/// How ways came together, for what is said when they have different types.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meet {
    /// Branches, arms.
    Branches,
    /// `break`s and the end of a block.
    Breaks,
}

impl Ways {
    pub(super) fn first(&self) -> Option<ExprId> {
        self.exprs.first().copied()
    }
}

impl TypeChecker<'_> {
    /// Adds a way to the others, all of which then have the type they widen to. Where there is none, that is reported.
    pub(super) fn add_way(&mut self, ways: &mut Ways, expr: ExprId, ty: Term, meet: Meet) {
        let ty = self.resolve(ty);
        if !ways.later.is_empty() || self.var_kind(ty) == Some(VarKind::Later) {
            return ways.later.push((expr, ty));
        }
        self.add_known(ways, expr, ty, meet);
    }

    fn add_known(&mut self, ways: &mut Ways, expr: ExprId, ty: Term, meet: Meet) {
        let first = ways.first();
        let Err(others) = self.join(ways, expr, ty) else { return };
        match meet {
            Meet::Branches => self.different_branches(first.unwrap_or(expr), others, expr, ty),
            Meet::Breaks => self.mismatch(expr, ty, others),
        }
        ways.ty = Some(Term::ERROR);
    }

    fn join(&mut self, ways: &mut Ways, expr: ExprId, ty: Term) -> Result<(), Term> {
        if ty == Ty::NEVER {
            ways.ty.get_or_insert(Ty::NEVER.into());
            return Ok(());
        }
        let so_far = ways.ty.map(|ty| self.resolve(ty)).filter(|ty| *ty != Ty::NEVER);
        let Some(so_far) = so_far else {
            ways.ty = Some(ty);
            ways.exprs.push(expr);
            return Ok(());
        };
        if self.terms.mentions_error(so_far) || self.terms.mentions_error(ty) {
            ways.ty = Some(Term::ERROR);
            return Ok(());
        }
        if self.try_coerce(expr, ty, so_far) {
            ways.exprs.push(expr);
            return Ok(());
        }
        let Some((&first, others)) = ways.exprs.split_first() else { return Err(so_far) };
        if !self.try_coerce(first, so_far, ty) {
            return Err(so_far);
        }
        others.iter().for_each(|e| _ = self.try_coerce(*e, so_far, ty));
        ways.exprs.push(expr);
        ways.ty = Some(ty);
        Ok(())
    }

    /// The type of all ways, now that there are no more; `None` if there were none.
    pub(super) fn met(&mut self, mut ways: Ways, meet: Meet, span: Span) -> Option<Term> {
        if ways.later.is_empty() {
            return ways.ty;
        }
        let ty = match self.add_later(&mut ways, meet) {
            Ok(ty) => ty,
            Err(on) => {
                let result = self.fresh(VarKind::Later, span);
                self.queue(Todo::Ways(Box::new(ways), meet), result, on);
                result
            }
        };
        Some(ty)
    }

    /// Adds those that came before their types were known, or names the variable of the first that still is not.
    pub(super) fn add_later(&mut self, ways: &mut Ways, meet: Meet) -> Result<Term, Term> {
        let mut done = 0;
        let on = loop {
            let Some(&(expr, ty)) = ways.later.get(done) else { break None };
            let ty = self.resolve(ty);
            if self.var_kind(ty) == Some(VarKind::Later) {
                break Some(ty);
            }
            self.add_known(ways, expr, ty, meet);
            done += 1;
        };
        ways.later.drain(..done);
        match on {
            Some(on) => Err(on),
            None => Ok(ways.ty.unwrap_or(Ty::NEVER.into())),
        }
    }

    /// Infers one of several ways, converted to what is wanted of all of them.
    pub(super) fn way(&mut self, expr: ExprId, want: Want) -> Term {
        let ty = self.infer(expr, want);
        match want.value() {
            Some(want) if self.resolve(ty) != Ty::NEVER && self.try_coerce(expr, ty, want) => {
                // An error stays one, so that it is not reported again.
                if self.resolve(ty) == Ty::ERROR { Term::ERROR } else { want }
            }
            _ => ty,
        }
    }
}
