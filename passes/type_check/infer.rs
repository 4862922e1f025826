//! Inference variables: what literals, `default()` and variables without a type become is decided by their uses.

use super::*;
use vex_ir::float;
use vex_ir::layout::{LayoutError, layout};
use vex_ir::value::fits;

pub(super) const VARIABLE_TOO_LARGE: Code = Code("E0424");
const TYPE_NOT_INFERRED: Code = Code("E0403");
const LITERAL_OUT_OF_RANGE: Code = Code("E0404");

#[derive(Clone, Copy)]
pub(super) struct Var {
    pub(super) kind: VarKind,
    pub(super) bound: Option<Ty>,
    pub(super) span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum VarKind {
    /// Any type.
    Any,
    /// Some integer type; `i32` if nothing decides.
    Int,
    /// Some float type; `f64` if nothing decides.
    Float,
}

impl TypeChecker<'_> {
    pub(super) fn fresh(&mut self, kind: VarKind, span: Span) -> Ty {
        self.vars.push(Var { kind, bound: None, span });
        Ty::var(self.vars.len() as u32 - 1)
    }

    /// The kind of an unbound variable.
    pub(super) fn var_kind(&self, ty: Ty) -> Option<VarKind> {
        ty.as_var().map(|v| self.vars[v as usize].kind)
    }

    /// What is known of a type: bound variables replaced, inside too.
    pub(super) fn resolve(&mut self, ty: Ty) -> Ty {
        if !ty.has_var() {
            return ty;
        }
        if ty.as_var().is_some() {
            return self.resolve_var(ty);
        }
        let kind = self.types.kind(ty).clone().map(|part| self.resolve(part));
        self.types.intern(kind)
    }

    /// What is known of a variable. Those on the way to it are bound to that directly: a row of them is as long as whatever was
    /// unified one by one.
    fn resolve_var(&mut self, ty: Ty) -> Ty {
        let bound = |c: &Self, ty: Ty| ty.as_var().and_then(|var| c.vars[var as usize].bound);
        let mut last = ty;
        while let Some(next) = bound(self, last) {
            last = next;
        }
        if last.as_var().is_none() {
            last = self.resolve(last);
        }
        let mut at = ty;
        while let (Some(var), Some(next)) = (at.as_var(), bound(self, at)) {
            self.vars[var as usize].bound = Some(last);
            at = next;
        }
        last
    }

    /// Whether something in a type was reported already.
    pub(super) fn mentions_error(&mut self, ty: Ty) -> bool {
        let ty = self.resolve(ty);
        if ty.as_var().is_some() {
            return false;
        }
        let mut parts = Vec::new();
        self.types.kind(ty).parts(&mut |p| parts.push(p));
        ty == Ty::ERROR || parts.into_iter().any(|p| self.mentions_error(p))
    }

    /// What a type is; nothing while it is open.
    pub(super) fn kind_of(&self, ty: Ty) -> &TyKind {
        if ty.as_var().is_some() { &TyKind::Error } else { self.types.kind(ty) }
    }

    /// The type with what its open literals become if nothing else decides: for messages.
    pub(super) fn defaulted(&mut self, ty: Ty) -> Ty {
        let ty = self.resolve(ty);
        if !ty.has_var() {
            return ty;
        }
        match self.var_kind(ty) {
            Some(VarKind::Int) => return Ty::I32,
            Some(VarKind::Float) => return Ty::F64,
            Some(VarKind::Any) => return ty,
            None => {}
        }
        let kind = self.types.kind(ty).clone().map(|part| self.defaulted(part));
        self.types.intern(kind)
    }

    /// The type, which must be known here; reports it if it is not.
    pub(super) fn known(&mut self, expr: ExprId, ty: Ty) -> Ty {
        let ty = self.resolve(ty);
        if self.var_kind(ty) != Some(VarKind::Any) {
            return ty;
        }
        let span = self.body.exprs[expr].span;
        self.error(TYPE_NOT_INFERRED, span, "the type cannot be inferred here", "must be known at this point");
        if let Some(var) = ty.as_var() {
            self.vars[var as usize].bound = Some(Ty::ERROR);
        }
        Ty::ERROR
    }

    /// Makes two types equal, if they can be.
    pub(super) fn unify(&mut self, a: Ty, b: Ty) -> bool {
        let (a, b) = (self.resolve(a), self.resolve(b));
        if a == b || a == Ty::ERROR || b == Ty::ERROR {
            return true;
        }
        match (a.as_var(), b.as_var()) {
            (Some(x), Some(y)) => {
                let (kx, ky) = (self.vars[x as usize].kind, self.vars[y as usize].kind);
                let (from, to) = if kx == VarKind::Any { (x, b) } else { (y, a) };
                let fits = kx == ky || kx == VarKind::Any || ky == VarKind::Any;
                if fits {
                    self.vars[from as usize].bound = Some(to);
                }
                fits
            }
            (Some(x), None) => self.bind(x, b),
            (None, Some(y)) => self.bind(y, a),
            (None, None) => self.unify_parts(a, b),
        }
    }

    fn bind(&mut self, var: u32, ty: Ty) -> bool {
        let fits = match self.vars[var as usize].kind {
            VarKind::Any => !self.occurs(var, ty),
            VarKind::Int => ty.as_int().is_some(),
            VarKind::Float => ty.as_float().is_some(),
        };
        if fits {
            self.vars[var as usize].bound = Some(ty);
        }
        fits
    }

    fn occurs(&mut self, var: u32, ty: Ty) -> bool {
        let ty = self.resolve(ty);
        if !ty.has_var() {
            return false;
        }
        if let Some(other) = ty.as_var() {
            return other == var;
        }
        let mut parts = Vec::new();
        self.types.kind(ty).parts(&mut |p| parts.push(p));
        parts.into_iter().any(|p| self.occurs(var, p))
    }

    fn unify_parts(&mut self, a: Ty, b: Ty) -> bool {
        if !a.has_var() && !b.has_var() {
            return false;
        }
        match (self.types.kind(a).clone(), self.types.kind(b).clone()) {
            (TyKind::Ptr(m, x), TyKind::Ptr(n, y)) | (TyKind::Ref(m, x), TyKind::Ref(n, y)) => {
                m == n && self.unify(x, y)
            }
            (TyKind::Slice(x), TyKind::Slice(y)) => self.unify(x, y),
            (TyKind::Array(x, m), TyKind::Array(y, n)) => m == n && self.unify(x, y),
            (TyKind::Tuple(x), TyKind::Tuple(y)) => {
                x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| self.unify(*x, *y))
            }
            // Types without parts are equal only if they are the same.
            _ => false,
        }
    }

    /// Decides what is still open, and looks at what had to wait.
    pub(super) fn finish(&mut self) {
        for i in 0..self.vars.len() {
            if self.vars[i].bound.is_some() {
                continue;
            }
            let Var { kind, span, .. } = self.vars[i];
            self.vars[i].bound = Some(match kind {
                VarKind::Int => Ty::I32,
                VarKind::Float => Ty::F64,
                VarKind::Any => {
                    self.error(TYPE_NOT_INFERRED, span, "the type cannot be inferred here", "write it out");
                    Ty::ERROR
                }
            });
        }
        for i in 0..self.body.ty.len() {
            let mut ty = self.body.ty[i];
            if ty.has_var() {
                // Slots that nothing reaches were never looked at, nor what stands in what is wrong.
                ty = if ty == Ty::UNKNOWN { Ty::ERROR } else { self.resolve(ty) };
                self.body.ty[i] = ty;
            }
            if ty == Ty::ERROR {
                self.leave_error(ExprId::from_raw((i as u32).into()));
            }
        }
        let locals: Vec<LocalId> = self.body.locals.iter().map(|(id, _)| id).collect();
        for id in locals {
            let ty = self.body.locals[id].ty;
            self.body.locals[id].ty = self.resolve(ty);
        }
        for i in 0..self.body.type_ty.len() {
            if self.body.type_ty[i] == Ty::UNKNOWN {
                self.body.type_ty[i] = Ty::ERROR;
            }
        }
        self.check_sizes();
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
            self.promote_from(id, self.body.expr_ty(id));
        }
    }

    /// A call of a method that was not found, or not looked at, becomes an error that keeps its operands.
    fn leave_error(&mut self, id: ExprId) {
        if let ExprKind::MethodCall { args, .. } = self.body.exprs[id].kind {
            self.body.set(id, ExprKind::Error(args));
        }
    }

    /// Reports the first value or variable that no memory can hold. Structs and statics `sig-check` has looked at.
    fn check_sizes(&mut self) {
        let values = self.body.ty.iter().zip(self.body.exprs.iter()).map(|(ty, (_, e))| (*ty, e.span));
        let locals = self.body.locals.iter().map(|(_, l)| (l.ty, l.span));
        let large = values.chain(locals).find(|(ty, _)| {
            let refused = |error| matches!(error, LayoutError::TooLarge(_) | LayoutError::TooDeep(_));
            matches!(self.types.kind(*ty), TyKind::Array(..) | TyKind::Tuple(_))
                && layout(self.types, &self.cx.target, *ty).is_err_and(refused)
        });
        if let Some((ty, span)) = large {
            let message = format!("values of type `{}` are too large for the target", self.show(ty));
            self.error(VARIABLE_TOO_LARGE, span, message, "too large");
        }
    }

    /// A float literal must be a number of its type, not infinity.
    fn check_float(&mut self, id: ExprId, text: Symbol, span: Span) {
        let ty = self.body.expr_ty(id);
        let text = self.name(text);
        if ty.as_float().is_some_and(|float| float::is_too_large(text, float)) {
            let message = format!("literal {text} is out of range for `{}`", if ty == Ty::F32 { "f32" } else { "f64" });
            self.error(LITERAL_OUT_OF_RANGE, span, message, "becomes infinity");
        }
    }

    /// Whether a literal is one of the values of the type it turned out to have.
    fn check_literal(&mut self, id: ExprId, negative: bool) {
        let Expr { kind, span } = self.body.exprs[id];
        if let ExprKind::Float { text, .. } = kind {
            return self.check_float(id, text, span);
        }
        let ExprKind::Int { low, high, .. } = kind else { return };
        let Some(int) = self.body.expr_ty(id).as_int() else { return };
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
        self.cx.emit(diagnostic);
    }
}
