//! Patterns: names, values, ranges and alternatives.

use super::want::Want;
use super::*;

const NOT_MATCHABLE: Code = Code("E0425");

impl TypeChecker<'_> {
    /// Checks a pattern against the type it is matched with.
    pub(super) fn pattern(&mut self, id: PatId, ty: Ty) {
        let Pat { kind, span } = self.body.pats[id];
        match kind {
            PatKind::Error | PatKind::Wild | PatKind::Bind { .. } => {}
            PatKind::Local(local, sub) => {
                self.body.locals[local].ty = ty;
                if let Some(sub) = sub {
                    self.pattern(sub, ty);
                }
            }
            PatKind::Value(expr) => self.pattern_value(expr, ty),
            PatKind::Range { lo, hi, .. } => {
                let wanted = self.resolve(ty);
                let fine =
                    wanted.as_var().is_some() || wanted == Ty::ERROR || wanted.as_int().is_some() || wanted == Ty::CHAR;
                if !fine {
                    let shown = self.show(wanted);
                    self.error(NOT_MATCHABLE, span, format!("`{shown}` has no ranges"), "only integers and characters do");
                }
                for end in [lo, hi].into_iter().flatten() {
                    self.pattern_value(end, if fine { ty } else { Ty::ERROR });
                }
            }
            PatKind::Or(list) => {
                for position in list.range() {
                    let inner = *self.body.pat_lists.at(position);
                    self.pattern(inner, ty);
                }
            }
            // Gone since `feature-gate`; already reported.
            PatKind::Tuple(_) | PatKind::TupleStruct { .. } | PatKind::Struct { .. } | PatKind::Ref(_) => {}
        }
    }

    fn pattern_value(&mut self, expr: ExprId, ty: Ty) {
        let found = self.infer(expr, Want::Value(ty));
        let (found, wanted) = (self.resolve(found), self.resolve(ty));
        if !self.unify(found, wanted) {
            return self.mismatch(expr, found, wanted);
        }
        let ty = self.resolve(wanted);
        if ty.as_var().is_some() || ty == Ty::ERROR {
            return;
        }
        if self.types.repr_int(ty).is_none() && ty != Ty::REF_STR {
            let shown = self.show(ty);
            let span = self.body.exprs[expr].span;
            self.error(NOT_MATCHABLE, span, format!("`{shown}` cannot be matched by value"), "compare with `==` in a guard");
        }
    }
}
