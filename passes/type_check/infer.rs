//! Inference variables: what literals, `default()` and variables without a type become is decided by their uses.

use super::*;
use vex_ir::arith::fits;
use vex_ir::float;
use vex_ir::layout::{LayoutError, layout};

pub(super) const VARIABLE_TOO_LARGE: Code = Code("E0424");
pub(super) const TYPE_NOT_INFERRED: Code = Code("E0403");
const LITERAL_OUT_OF_RANGE: Code = Code("E0404");

impl TypeChecker<'_> {
    pub(super) fn fresh(&mut self, kind: VarKind, span: Span) -> Term {
        self.terms.fresh(kind, span)
    }

    /// Makes two types equal, if they can be.
    pub(super) fn unify(&mut self, a: Term, b: Term) -> bool {
        self.terms.unify(a, b)
    }

    /// Decides what is still open, gives every expression its finished type, and looks at what had to wait for all of them.
    pub(super) fn finish(&mut self) {
        self.settle();
        if self.terms.len() > 0 {
            self.decide();
        }
        let large = self.finish_exprs();
        let large = self.finish_locals(large);
        self.finish_holes();
        self.finish_constants();
        for i in 0..self.body.type_ty.len() {
            if matches!(self.body.type_ty[i], Ty::UNKNOWN | Ty::HOLE) {
                self.body.type_ty[i] = Ty::ERROR;
            }
        }
        if let Some((ty, span)) = large {
            let message = format!("values of type `{}` are too large for the target", self.show(ty.into()));
            self.error(VARIABLE_TOO_LARGE, span, message, "too large");
        }
        for id in std::mem::take(&mut self.negations) {
            self.check_negation(id);
        }
        for (id, given) in std::mem::take(&mut self.defaults) {
            self.check_default(id, &given);
        }
        for id in std::mem::take(&mut self.casts) {
            self.check_cast(id);
        }
        for (id, negative) in std::mem::take(&mut self.literals) {
            self.check_literal(id, negative);
        }
        for id in std::mem::take(&mut self.open_args) {
            let ty = self.expr_term(id);
            self.promote_from(id, ty);
        }
        // In the same memory, and in one step.
        let types = std::mem::take(&mut self.exprs);
        self.body.ty = types.into_iter().map(|term| term.finished().unwrap_or(Ty::ERROR)).collect();
    }

    /// The finished type of a term at the end.
    fn closed(&mut self, term: Term, at: ExprId) -> Ty {
        let ty = self.terms.close(term).unwrap_or(Ty::ERROR);
        if std::mem::take(&mut self.terms.too_large) {
            let span = self.body.exprs[at].span;
            self.error(VARIABLE_TOO_LARGE, span, "the type of this is too large", "made of too many types");
        }
        ty
    }

    /// Finishes the types of expressions. Returns the first value that no memory can hold.
    fn finish_exprs(&mut self) -> Option<(Ty, Span)> {
        let mut exprs = std::mem::take(&mut self.exprs);
        let (mut large, mut last) = (None, Term::ERROR);
        for (i, term) in exprs.iter_mut().enumerate() {
            if term.is_built_in() {
                if *term == Ty::ERROR {
                    self.leave_error(ExprId::from_raw((i as u32).into()));
                }
            } else if *term != last {
                let id = ExprId::from_raw((i as u32).into());
                last = *term;
                let ty = last.finished().unwrap_or_else(|| self.closed(last, id));
                *term = ty.into();
                if ty == Ty::ERROR {
                    self.leave_error(id);
                } else if large.is_none() && self.is_large(ty) {
                    large = Some((ty, self.body.exprs[id].span));
                }
                last = *term;
            }
        }
        self.exprs = exprs;
        large
    }

    /// Finishes the types of variables; `large` is the first oversized value so far.
    fn finish_locals(&mut self, mut large: Option<(Ty, Span)>) -> Option<(Ty, Span)> {
        for i in 0..self.locals.len() {
            let local = LocalId::from_raw((i as u32).into());
            self.finish_local(local);
            let Local { ty, span, .. } = self.body.locals[local];
            if large.is_none() && !Term::from(ty).is_built_in() && self.is_large(ty) {
                large = Some((ty, span));
            }
        }
        large
    }

    /// Whether a value of the type exceeds the address space. `sig-check` has checked structs and statics.
    fn is_large(&self, ty: Ty) -> bool {
        let refused = |error| matches!(error, LayoutError::TooLarge(_) | LayoutError::TooDeep(_));
        matches!(self.types.kind(ty), TyKind::Array(..) | TyKind::Tuple(_))
            && layout(self.types, &self.cx.target, ty).is_err_and(refused)
    }

    fn finish_local(&mut self, local: LocalId) {
        let term = self.locals[local_index(local)];
        let ty = match term.finished() {
            Some(ty) => ty,
            None => {
                let ty = self.terms.close(term).unwrap_or(Ty::ERROR);
                let ty = if ty == Ty::VOID && self.void_reported { Ty::ERROR } else { ty };
                // What it became was not declared, so it was not checked whether variables may have it.
                self.sized_local(ty, self.body.locals[local].span)
            }
        };
        self.body.locals[local].ty = ty;
    }

    /// A method call that was not resolved becomes an error that keeps its operands.
    fn leave_error(&mut self, id: ExprId) {
        if let ExprKind::MethodCall { args, .. } = self.body.exprs[id].raw() {
            self.body.set(id, ExprKind::Error(args));
        }
    }

    /// A float literal must be a number of its type, not infinity.
    fn check_float(&mut self, id: ExprId, text: Symbol, span: Span) {
        let ty = self.expr_term(id);
        let text = self.name(text);
        if ty.as_float().is_some_and(|float| float::is_too_large(text, float)) {
            let message = format!("literal {text} is out of range for `{}`", if ty == Ty::F32 { "f32" } else { "f64" });
            self.error(LITERAL_OUT_OF_RANGE, span, message, "becomes infinity");
        }
    }

    /// Whether a literal is one of the values of the type it turned out to have.
    fn check_literal(&mut self, id: ExprId, negative: bool) {
        let id = self.noted(id);
        let (kind, span) = (self.body.kind(id), self.body.span(id));
        if let ExprKind::Float { text, .. } = kind {
            return self.check_float(id, text, span);
        }
        let ExprKind::Int { low, high, .. } = kind else { return };
        let Some(int) = self.expr_term(id).as_int() else { return };
        let value = BigInt::join(low, high);
        let pointer = self.cx.target.pointer_bits;
        let fit = if negative {
            value <= 1 << 127 && fits((value as i128).wrapping_neg(), int, pointer)
        } else if int == IntTy::U128 {
            true
        } else {
            value <= i128::MAX as u128 && fits(value as i128, int, pointer)
        };
        if fit {
            return;
        }
        let sign = if negative { "-" } else { "" };
        let message = format!("literal {sign}{value} is out of range for `{}`", int.name());
        let wider = IntTy::ALL.into_iter().filter(|w| !negative || w.signed()).find(|w| {
            w.signed() == int.signed() && (value <= i128::MAX as u128) && {
                let signed = if negative { -(value as i128) } else { value as i128 };
                fits(signed, *w, pointer)
            }
        });
        let mut diagnostic = Diagnostic::error(LITERAL_OUT_OF_RANGE, span, message).label("does not fit");
        if let Some(wider) = wider {
            diagnostic = diagnostic.note(format!("`{}` holds it", wider.name()));
        }
        self.report(diagnostic);
        // It has no value.
        self.body.set(id, ExprKind::ERROR);
    }
}
