//! Patterns: names, values, ranges and alternatives.

use super::pending::Todo;
use super::want::Want;
use super::*;

const NOT_MATCHABLE: Code = Code("E0425");

impl TypeChecker<'_> {
    /// Checks a pattern against the type it is matched with.
    pub(super) fn pattern(&mut self, id: PatId, ty: Term) {
        let span = self.body.pats[id].span;
        match self.body.pat(id) {
            PatKind::Error | PatKind::Wild => {}
            PatKind::Local(local, sub) => {
                self.locals[local_index(local)] = ty;
                if let Some(sub) = sub {
                    self.pattern(sub, ty);
                }
            }
            PatKind::Value(expr) => self.pattern_value(expr, ty),
            PatKind::Range { lo, hi, .. } => {
                for end in [lo, hi].into_iter().flatten() {
                    self.infer(end, Want::Value(ty));
                }
                if let Err(on) = self.pattern_range_of(span, [lo, hi], ty) {
                    self.queue(Todo::PatternRange { span, ends: [lo, hi] }, ty, on);
                }
            }
            PatKind::Or(list) => {
                for position in list.range() {
                    let inner = *self.body.pat_lists.at(position);
                    self.pattern(inner, ty);
                }
            }
        }
    }

    pub(super) fn pattern_range_of(&mut self, span: Span, ends: [Option<ExprId>; 2], ty: Term) -> Result<(), Term> {
        let ty = self.resolve(ty);
        let fine = match self.var_kind(ty) {
            Some(VarKind::Later) => return self.open(ty).map(drop),
            Some(kind) => kind == VarKind::Int || kind == VarKind::Any,
            None => ty == Ty::ERROR || ty.as_int().is_some() || ty == Ty::CHAR,
        };
        if !fine {
            let shown = self.show(ty);
            self.error(NOT_MATCHABLE, span, format!("`{shown}` has no ranges"), "only integers and characters do");
            return Ok(());
        }
        for end in ends.into_iter().flatten() {
            self.pattern_value_of(end, ty)?;
        }
        Ok(())
    }

    fn pattern_value(&mut self, expr: ExprId, ty: Term) {
        self.infer(expr, Want::Value(ty));
        if let Err(on) = self.pattern_value_of(expr, ty) {
            self.queue(Todo::PatternValue { expr }, ty, on);
        }
    }

    pub(super) fn pattern_value_of(&mut self, expr: ExprId, wanted: Term) -> Result<(), Term> {
        let (found, wanted) = (self.expr_term(expr), self.resolve(wanted));
        if self.var_kind(wanted) == Some(VarKind::Later) {
            let wanted = self.open(wanted)?;
            return self.pattern_value_of(expr, wanted);
        }
        if !self.unify(found, wanted) {
            // A pattern has no `as`.
            let converted = self.is_number(wanted) || wanted == Ty::CHAR;
            let byte = wanted == Ty::U8 && self.as_byte(expr).is_some();
            self.mismatch_with(expr, found, wanted, byte || !converted);
            return Ok(());
        }
        let ty = self.open(wanted)?;
        let fine = ty == Ty::ERROR || ty == Ty::REF_STR || self.var_kind(ty) == Some(VarKind::Int);
        if !fine && self.repr_int(ty).is_none() {
            let shown = self.show(ty);
            let span = self.body.exprs[expr].span;
            self.error(
                NOT_MATCHABLE,
                span,
                format!("`{shown}` cannot be matched by value"),
                "compare with `==` in a guard",
            );
        }
        Ok(())
    }
}
