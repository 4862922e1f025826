//! Obligations: what is done with a value whose type is not known yet waits until it is.
//!
//! Each is tried where it stands. If that takes a type of which nothing is known (`Err` with its variable), the expression gets
//! a variable of its own, and the obligation is queued with it and tried again when the first is decided. What has one of the
//! forms of [`Todo`] has a function that both ways call: it looks at types that were inferred before, so that neither
//! what diverges nor what a loop is left with depends on when it is called.
//!
//! At the end nothing else decides, so obligations let what they do decide (`x += 1u8`), then numbers become what they are by
//! default. What still waits is reported where its type is needed, once for each variable.

use super::infer::TYPE_NOT_INFERRED;
use super::want::{Meet, Want, Ways};
use super::*;
use vex_ir::pool::List;

pub(super) struct Pending {
    todo: Todo,
    /// The type of the result, a variable until it is found.
    result: Term,
}

#[derive(Debug)]
pub(super) enum Todo {
    Method {
        id: ExprId,
        name: Symbol,
        generics: List<TypeId>,
        args: List<ExprId>,
    },
    Field {
        id: ExprId,
        base: ExprId,
        name: Symbol,
    },
    Index {
        id: ExprId,
        base: ExprId,
        index: ExprId,
        want: Want,
    },
    Call {
        id: ExprId,
        callee: ExprId,
        args: List<ExprId>,
    },
    Deref {
        id: ExprId,
        e: ExprId,
    },
    Unary {
        id: ExprId,
        op: UnOp,
        e: ExprId,
    },
    Binary {
        id: ExprId,
        op: BinOp,
        a: ExprId,
        b: ExprId,
    },
    AssignOp {
        id: ExprId,
        op: BinOp,
        place: ExprId,
        value: ExprId,
    },
    Cast {
        e: ExprId,
        to: Term,
    },
    /// What a `for` loop binds in turn.
    Iterate {
        iter: ExprId,
    },
    /// The same of a range.
    Range {
        iter: ExprId,
        lo: ExprId,
        hi: Option<ExprId>,
    },
    Ways(Box<Ways>, Meet),
    /// To the type of the result.
    Coerce {
        expr: ExprId,
        found: Term,
        site: CoercionSite,
    },
    /// A pattern that is a value of the type of the result.
    PatternValue {
        expr: ExprId,
    },
    /// A pattern that is a range of it.
    PatternRange {
        span: Span,
        ends: [Option<ExprId>; 2],
    },
    Writable {
        place: ExprId,
        access: Access,
    },
    /// The result is an associated type of what is not known yet.
    Assoc(Box<term::OpenAssoc>),
    /// A type has a trait.
    Holds {
        wanted: super::traits::Wanted,
        span: Span,
    },
    /// The type of the result must be one that values have.
    Value {
        expr: ExprId,
        holder: Holder,
    },
}

/// Where a value is converted, for what is said when it can't be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CoercionSite {
    Value,
    Condition,
    Printed,
    Returned,
    /// The `null` that a variable begins with.
    Let,
}

/// What is done with a place that has to be writable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    Assign,
    /// `&mut`, which may also be of a value.
    Borrow,
    Change,
}

/// What keeps or refers to a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    Let,
    Part,
    Reference,
}

impl Todo {
    /// The expression whose type has to be known, where nothing but knowing it will do.
    fn needs(&self, body: &Body) -> Option<ExprId> {
        match *self {
            Todo::Method { args, .. } => body.expr_lists[args].first().copied(),
            Todo::Field { base, .. } | Todo::Index { base, .. } => Some(base),
            Todo::Call { callee, .. } => Some(callee),
            Todo::Deref { e, .. } => Some(e),
            Todo::Iterate { iter } => Some(iter),
            Todo::Range { lo, .. } => Some(lo),
            Todo::Unary { .. }
            | Todo::Binary { .. }
            | Todo::AssignOp { .. }
            | Todo::Cast { .. }
            | Todo::Ways(..)
            | Todo::Coerce { .. }
            | Todo::PatternValue { .. }
            | Todo::PatternRange { .. }
            | Todo::Writable { .. }
            | Todo::Assoc(_)
            | Todo::Holds { .. }
            | Todo::Value { .. } => None,
        }
    }
}

impl TypeChecker<'_> {
    /// What is known of a type, enough to look something up in it; else its variable.
    #[inline]
    pub(super) fn open(&mut self, ty: Term) -> Result<Term, Term> {
        if ty.finished().is_some() { Ok(ty) } else { self.look(ty) }
    }

    fn look(&mut self, ty: Term) -> Result<Term, Term> {
        if self.terms.is_ready() {
            self.settle();
        }
        let ty = self.resolve(ty);
        match self.var_kind(ty) {
            Some(kind) if kind.is_open() => Err(ty),
            Some(_) | None => Ok(ty),
        }
    }

    /// The type, if it is known, or a variable for it: what was to be done has to wait.
    pub(super) fn or_later(&mut self, found: Result<Term, Term>, at: ExprId, todo: impl FnOnce() -> Todo) -> Term {
        match found {
            Ok(ty) => ty,
            Err(on) => {
                let result = self.fresh(VarKind::Later, self.body.exprs[at].span);
                self.queue(todo(), result, on);
                result
            }
        }
    }

    pub(super) fn queue(&mut self, todo: Todo, result: Term, on: Term) {
        let number = self.pending.len() as u32;
        self.pending.push(Some(Pending { todo, result }));
        self.terms.wait(on, number);
    }

    /// Tries again what waited for variables that are decided by now.
    pub(super) fn settle(&mut self) {
        // One at a time: one that is decided on the way does not lead from one into the next.
        if std::mem::replace(&mut self.settling, true) {
            return;
        }
        while let Some(number) = self.terms.next_ready() {
            self.attempt(number as usize);
        }
        self.settling = false;
    }

    fn attempt(&mut self, number: usize) {
        let Some(mut pending) = self.pending[number].take() else { return };
        if let Err(on) = self.attempt_one(&mut pending) {
            self.pending[number] = Some(pending);
            self.terms.wait(on, number as u32);
        }
    }

    // Long because it has an arm for each obligation.
    fn attempt_one(&mut self, pending: &mut Pending) -> Result<(), Term> {
        let result = self.resolve(pending.result);
        match pending.todo {
            Todo::Method { id, name, generics, args } => {
                let id = self.noted(id);
                let found = self.method_of(id, name, generics, args, true)?;
                self.found(id, found, result, true);
            }
            Todo::Field { id, base, name } => {
                let id = self.noted(id);
                let found = self.field_of(id, base, name)?;
                self.found(id, found, result, false);
            }
            Todo::Index { id, base, index, want } => {
                let id = self.noted(id);
                let found = self.index_of(id, base, index, want)?;
                self.found(id, found, result, false);
            }
            Todo::Call { id, callee, args } => {
                let id = self.noted(id);
                let found = self.call_of(id, callee, args, 0, true)?;
                self.found(id, found, result, true);
            }
            Todo::Deref { id, e } => {
                // Where it stands now: a conversion of its value may be around it.
                let mut id = id;
                while let ExprKind::Convert(inner) = self.body.kind(id) {
                    id = inner;
                }
                let found = self.deref_of(e, self.body.exprs[id].span)?;
                self.found(id, found, result, false);
            }
            Todo::Unary { id, op, e } => {
                if self.unary_of(id, op, e)? == Ty::ERROR {
                    self.terms.taint(result);
                }
            }
            Todo::Binary { id, op, a, b } => {
                let found = self.binary_of(id, op, a, b, true)?;
                if result != Ty::BOOL {
                    let id = self.noted(id);
                    self.found(id, found, result, true);
                }
            }
            Todo::AssignOp { id, op, place, value } => self.assign_op_of(id, op, place, value)?,
            Todo::Cast { e, to } => self.cast_of(e, to)?,
            Todo::Iterate { iter } => {
                let found = self.iterated_of(iter)?;
                self.must_be(iter, found, result);
            }
            Todo::Range { iter, lo, hi } => {
                let found = self.range_of(iter, lo, hi)?;
                self.must_be(iter, found, result);
            }
            Todo::Ways(ref mut ways, meet) => {
                let found = self.add_later(ways, meet)?;
                if !self.is_found(found, result)
                    && let Some(expr) = ways.first()
                {
                    self.mismatch(expr, found, result);
                }
            }
            Todo::Coerce { expr, found, site } => self.coerce_later(expr, found, result, site)?,
            Todo::PatternValue { expr } => self.pattern_value_of(expr, result)?,
            Todo::PatternRange { span, ends } => self.pattern_range_of(span, ends, result)?,
            Todo::Writable { place, access } => self.writable(place, access)?,
            Todo::Assoc(ref assoc) => {
                let found = self.assoc_of(assoc)?;
                if !self.is_found(found, result) {
                    self.other_assoc(assoc, found, result);
                }
            }
            Todo::Holds { ref wanted, span } => self.holds_of(wanted, span)?,
            Todo::Value { expr, holder } => {
                let ty = self.open(result)?;
                self.is_held(expr, ty, holder);
            }
        }
        Ok(())
    }

    /// The type of an expression that waited. What others have made of its variable must fit: a value is converted to it, a
    /// place can't be.
    fn found(&mut self, id: ExprId, found: Term, result: Term, is_value: bool) {
        let found = self.resolve(found);
        self.set(id, found);
        if is_value && self.var_kind(result) != Some(VarKind::Later) {
            self.coerce(id, found, result);
        } else {
            self.must_be(id, found, result);
        }
    }

    fn must_be(&mut self, expr: ExprId, found: Term, result: Term) {
        if !self.is_found(found, result) {
            self.mismatch(expr, found, result);
        }
    }

    /// Makes what was found the type that was waited for, if it can be.
    fn is_found(&mut self, found: Term, result: Term) -> bool {
        let found = self.resolve(found);
        // A result that waits may turn out to be `void`, which variables of values cannot become.
        if self.var_kind(result) == Some(VarKind::Later) && found.finished().is_some() {
            self.terms.decide(result, found);
            return true;
        }
        self.unify(found, result)
    }

    /// Converts an expression where it is said in another way that it can't be.
    pub(super) fn coerce_in(&mut self, expr: ExprId, found: Term, wanted: Term, site: CoercionSite) {
        let found = self.resolve(found);
        if self.var_kind(found) == Some(VarKind::Later) {
            return self.queue(Todo::Coerce { expr, found, site }, wanted, found);
        }
        if !self.try_coerce(expr, found, wanted) {
            self.not_converted(expr, found, wanted, site);
        }
    }

    fn coerce_later(&mut self, expr: ExprId, found: Term, wanted: Term, site: CoercionSite) -> Result<(), Term> {
        let (found, wanted) = (self.resolve(found), self.resolve(wanted));
        if found == Ty::NULL && self.var_kind(wanted) == Some(VarKind::Pointer) {
            return Err(wanted);
        }
        if let Some(on) = self.conversion_waits(found, wanted) {
            return Err(on);
        }
        if !self.try_coerce(expr, found, wanted) {
            self.not_converted(expr, found, wanted, site);
        }
        Ok(())
    }

    fn not_converted(&mut self, expr: ExprId, found: Term, wanted: Term, site: CoercionSite) {
        match site {
            CoercionSite::Condition => self.no_condition(expr, found),
            CoercionSite::Printed => self.not_printed(expr, found),
            CoercionSite::Returned if wanted == Ty::VOID => self.value_from_void(expr, found),
            CoercionSite::Value | CoercionSite::Returned | CoercionSite::Let => self.mismatch(expr, found, wanted),
        }
    }

    /// Reports a missing value, where a value is kept or referred to.
    pub(super) fn is_held(&mut self, expr: ExprId, ty: Term, holder: Holder) -> bool {
        if ty != Ty::VOID && !(ty == Ty::NEVER && holder == Holder::Reference) {
            return true;
        }
        let span = self.body.exprs[expr].span;
        match holder {
            Holder::Let => self.no_value_here(expr),
            Holder::Part => self.error(super::place::NOT_A_PLACE, span, "this has no value", "nothing to put here"),
            Holder::Reference => {
                self.error(super::place::NOT_A_PLACE, span, "this has no value", "nothing to refer to")
            }
        }
        false
    }

    /// The same of a type that may not be known yet: whether it is fine, so far.
    pub(super) fn held(&mut self, expr: ExprId, ty: Term, holder: Holder) -> bool {
        let ty = self.resolve(ty);
        if self.var_kind(ty) == Some(VarKind::Later) {
            self.queue(Todo::Value { expr, holder }, ty, ty);
            return true;
        }
        self.is_held(expr, ty, holder)
    }

    /// Decides what is still open at the end of a body.
    #[cold]
    pub(super) fn decide(&mut self) {
        self.ending = true;
        let (mut waiting, mut node) = (0, 0);
        loop {
            while waiting < self.pending.len() {
                self.attempt(waiting);
                self.settle();
                waiting += 1;
            }
            if node == self.terms.len() {
                break;
            }
            while node < self.terms.len() {
                self.default_number(node);
                node += 1;
            }
            self.settle();
        }
        for number in 0..self.pending.len() {
            self.report_null(number);
        }
        for node in 0..self.terms.len() {
            if let Some((var, VarKind::Pointer, ..)) = self.terms.undecided(node) {
                self.terms.decide(var, Ty::NULL.into());
            }
        }
        self.settle();
        let mut reported = false;
        for number in 0..self.pending.len() {
            reported |= self.report_needed(number);
            self.settle();
        }
        for kinds in [VarKind::Any, VarKind::Later, VarKind::Number] {
            for node in 0..self.terms.len() {
                let Some((var, kind, span, tainted)) = self.terms.undecided(node).filter(|v| v.1 == kinds) else {
                    continue;
                };
                // The unknown result of an obligation is a consequence of an unknown type, which is reported.
                if !tainted && (kind != VarKind::Later || !reported) {
                    let what = if kind == VarKind::Number { "number" } else { "type" };
                    let message = format!("the {what} cannot be inferred here");
                    self.error(TYPE_NOT_INFERRED, span, message, "write it out");
                }
                reported = true;
                self.terms.decide(var, Term::ERROR);
            }
            self.settle();
        }
    }

    fn default_number(&mut self, node: usize) {
        match self.terms.undecided(node) {
            // It was to have a type that is in error, and may be any number of that.
            Some((var, VarKind::Int | VarKind::Float, _, true)) => self.terms.decide(var, Term::ERROR),
            Some((var, VarKind::Int, ..)) => self.terms.decide(var, Ty::I32.into()),
            Some((var, VarKind::Float, ..)) => self.terms.decide(var, Ty::F64.into()),
            Some(_) | None => {}
        }
    }

    /// A variable that is given `null` and never anything else.
    fn report_null(&mut self, number: usize) {
        let Some(Pending { todo: Todo::Coerce { expr, site: CoercionSite::Let, .. }, result }) = self.pending[number]
        else {
            return;
        };
        let var = self.resolve(result);
        if self.var_kind(var).is_some() {
            let span = self.body.exprs[expr].span;
            self.null_to_what(span);
            self.terms.decide(var, Term::ERROR);
        }
    }

    /// Reports the place where a type has to be known, unless an error is the reason that it is not.
    fn report_needed(&mut self, number: usize) -> bool {
        let Some(Pending { todo, .. }) = &self.pending[number] else { return false };
        let Some(expr) = todo.needs(&self.body) else { return false };
        // Behind references, too.
        let mut ty = self.expr_term(expr);
        while let Shape::Ref(_, to) | Shape::Ptr(_, to) = self.terms.shape(ty) {
            ty = to;
        }
        let Some((_, VarKind::Any, _, tainted)) = self.terms.node_of(ty).and_then(|node| self.terms.undecided(node))
        else {
            return false;
        };
        if !tainted {
            let span = self.body.exprs[expr].span;
            let diagnostic = Diagnostic::error(TYPE_NOT_INFERRED, span, "the type cannot be inferred here")
                .label("must be known at this point");
            let diagnostic = self.declared_untyped(diagnostic, expr);
            self.report(diagnostic);
        }
        self.terms.decide(ty, Term::ERROR);
        true
    }

    /// Says where a variable would be given its type.
    fn declared_untyped(&self, diagnostic: Diagnostic, expr: ExprId) -> Diagnostic {
        let ExprKind::Local(local) = self.body.kind(self.noted(expr)) else { return diagnostic };
        let local = self.body.locals[local];
        let name = self.name(local.name);
        diagnostic.secondary(local.span, format!("declared here: `let {name}: …` gives it a type"))
    }
}
