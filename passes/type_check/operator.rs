//! Operators and casts.

use super::pending::Todo;
use super::want::Want;
use super::*;

const OPERATOR_NOT_APPLICABLE: Code = Code("E0409");
const NO_SUCH_OPERATOR: Code = Code("E0410");
const INVALID_CAST: Code = Code("E0411");

impl TypeChecker<'_> {
    pub(super) fn unary(&mut self, id: ExprId, op: UnOp, e: ExprId, want: Want) -> Term {
        // A minus is part of its literal.
        let inner = if op == UnOp::Neg && self.is_literal(e) { want } else { Want::Nothing };
        let ty = self.infer(e, inner);
        if op == UnOp::Neg {
            self.negated_literal(e);
        }
        match self.unary_of(id, op, e) {
            Ok(ty) => ty,
            Err(on) => {
                self.queue(Todo::Unary { id, op, e }, ty, on);
                ty
            }
        }
    }

    /// The type of an operator's result, which is that of its operand.
    pub(super) fn unary_of(&mut self, id: ExprId, op: UnOp, e: ExprId) -> Result<Term, Term> {
        let ty = self.expr_term(e);
        let ty = self.open(ty)?;
        let open = self.var_kind(ty);
        let fine = match op {
            UnOp::Neg => ty.as_int().is_some_and(IntTy::signed) || ty.as_float().is_some() || open.is_some(),
            UnOp::Not => ty == Ty::BOOL || ty.as_int().is_some() || open == Some(VarKind::Int),
        };
        if open == Some(VarKind::Int) && op == UnOp::Neg && !self.is_literal(e) {
            self.negations.push(id);
        }
        if fine || ty == Ty::ERROR || ty == Ty::NEVER {
            return Ok(ty);
        }
        self.no_unary(id, op, e, ty);
        Ok(Term::ERROR)
    }

    /// Whether a negation made sense, now that its type is known.
    pub(super) fn check_negation(&mut self, id: ExprId) {
        let id = self.noted(id);
        let ty = self.expr_term(id);
        if let ExprKind::Unary(op, e) = self.body.kind(id)
            && ty.as_int().is_some_and(|int| !int.signed())
        {
            self.no_unary(id, op, e, ty);
        }
    }

    fn is_literal(&self, e: ExprId) -> bool {
        matches!(self.body.kind(e), ExprKind::Int { .. } | ExprKind::Float { .. })
    }

    fn no_unary(&mut self, id: ExprId, op: UnOp, e: ExprId, ty: Term) {
        // A literal under this sign is not checked for its range as well.
        self.literals.retain(|l| l.0 != e || !l.1);
        let (sign, shown) = (if op == UnOp::Neg { "-" } else { "!" }, self.show(ty));
        let span = self.body.exprs[id].span;
        let mut diagnostic =
            Diagnostic::error(OPERATOR_NOT_APPLICABLE, span, format!("`{sign}` cannot be applied to `{shown}`"))
                .label(if ty.as_int().is_some() { "an unsigned integer has no negative" } else { "not possible" });
        if ty.as_int().is_some() {
            diagnostic = diagnostic.note("`.wrapping_neg()` gives the two's complement");
        } else if op == UnOp::Not && self.terms.is_raw_ptr(ty) {
            diagnostic = match self.truth(e, true) {
                Some((text, why)) => diagnostic.suggest(span, text, why),
                None => diagnostic,
            };
        } else if op == UnOp::Not
            && let Some((text, why)) = self.truth(e, true)
        {
            diagnostic = diagnostic.suggest(span, format!("({text})"), why);
        }
        self.report(diagnostic);
    }

    /// `-128` is one literal where its range is concerned.
    fn negated_literal(&mut self, e: ExprId) {
        if matches!(self.body.kind(e), ExprKind::Int { .. }) {
            self.literals.iter_mut().rev().filter(|l| l.0 == e).take(1).for_each(|l| l.1 = true);
        }
    }

    pub(super) fn short_circuit(&mut self, a: ExprId, b: ExprId) -> Term {
        self.condition(a);
        let before = self.diverges;
        if !self.one_of_several(a, b) {
            self.condition(b);
        }
        self.diverges = before;
        Ty::BOOL.into()
    }

    /// `n == 1 || 2`, `n != 1 && 2`: reported.
    fn one_of_several(&mut self, mut a: ExprId, b: ExprId) -> bool {
        while let ExprKind::And(_, last) | ExprKind::Or(_, last) = self.body.kind(a) {
            a = last;
        }
        let ExprKind::Binary(op @ (BinOp::Eq | BinOp::Ne), operand, _) = self.body.kind(a) else { return false };
        if !matches!(self.body.kind(b), ExprKind::Int { .. } | ExprKind::Char(_) | ExprKind::Str { .. }) {
            return false;
        }
        let (operand, span) = (self.cx.snippet(self.body.exprs[operand].span), self.body.exprs[b].span);
        let text = format!("{operand} {} {}", op.text(), self.cx.snippet(span));
        let ty = self.infer(b, Want::Nothing);
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "a condition must be a `bool`")
            .label(format!("expected `bool`, found `{shown}`"));
        self.report(diagnostic.suggest(span, text, "compare with each value"));
        true
    }

    pub(super) fn binary(&mut self, id: ExprId, op: BinOp, a: ExprId, b: ExprId) -> Term {
        let left = self.infer(a, Want::Nothing);
        let left = self.resolve(left);
        self.infer(b, if op.is_shift() { Want::Nothing } else { Want::Literal(left) });
        match self.binary_of(id, op, a, b, false) {
            Err(on) if op.is_comparison() => {
                self.queue(Todo::Binary { id, op, a, b }, Ty::BOOL.into(), on);
                Ty::BOOL.into()
            }
            found => self.or_later(found, id, || Todo::Binary { id, op, a, b }),
        }
    }

    /// The type of an operator's result. What has `waited` goes on waiting for both of its operands.
    pub(super) fn binary_of(
        &mut self,
        id: ExprId,
        op: BinOp,
        a: ExprId,
        b: ExprId,
        waited: bool,
    ) -> Result<Term, Term> {
        let (left, right) = (self.expr_term(a), self.expr_term(b));
        if op.is_shift() {
            return self.shift_of(id, op, left, right);
        }
        let result = |ty: Term| if op.is_comparison() { Ty::BOOL.into() } else { ty };
        let unknown = |c: &Self, ty: Term| matches!(c.var_kind(ty), Some(VarKind::Any | VarKind::Later));
        if unknown(self, left) || unknown(self, right) {
            if left == Ty::ERROR || right == Ty::ERROR {
                self.unify(left, right);
                return Ok(result(Term::ERROR));
            }
            self.operand_waits(left, right, waited)?;
        }
        let common = self.common(a, left, b, right);
        let Some(common) = common else { return Ok(self.no_operator(id, op, left, right)) };
        if common == Ty::ERROR {
            return Ok(result(Term::ERROR));
        }
        self.open_parts(common)?;
        if !self.has_operator(op, common) {
            return Ok(self.no_operator(id, op, left, right));
        }
        Ok(result(common))
    }

    /// One operand decides what the other one is, unless an obligation will find that, or both are open.
    fn operand_waits(&mut self, left: Term, right: Term, waited: bool) -> Result<(), Term> {
        let (left, right) = match (self.open(left), self.open(right)) {
            (Ok(_), Ok(_)) => return Ok(()),
            (Err(left), Ok(right) | Err(right)) | (Ok(left), Err(right)) => (left, right),
        };
        for side in [left, right] {
            if self.var_kind(side) == Some(VarKind::Later) {
                return Err(side);
            }
        }
        let any =
            [left, right].into_iter().filter(|side| self.var_kind(*side) == Some(VarKind::Any)).collect::<Vec<_>>();
        match any[..] {
            [one] if waited && !self.ending => Err(one),
            [left, right] if self.ending => {
                self.unify(right, left);
                Err(self.resolve(left))
            }
            [left, _] => Err(left),
            _ => Ok(()),
        }
    }

    /// What a comparison looks at behind a reference has to be known.
    fn open_parts(&mut self, ty: Term) -> Result<(), Term> {
        if ty.finished().is_some() {
            return Ok(());
        }
        let ty = self.resolve(ty);
        if matches!(self.var_kind(ty), Some(VarKind::Any | VarKind::Later)) {
            return Err(ty);
        }
        if let Shape::Ref(_, to) = self.terms.shape(ty) {
            let to = self.open(to)?;
            if let Shape::Slice(of) = self.terms.shape(to) {
                self.open(of)?;
            }
        }
        Ok(())
    }

    /// The type both sides have or widen to. Widens the narrower side.
    fn common(&mut self, a: ExprId, left: Term, b: ExprId, right: Term) -> Option<Term> {
        let (left, right) = (self.resolve(left), self.resolve(right));
        if left == right {
            return Some(left);
        }
        if left == Ty::ERROR || right == Ty::ERROR {
            self.unify(left, right);
            return Some(Term::ERROR);
        }
        if self.try_coerce(b, right, left) {
            return Some(self.resolve(left));
        }
        self.try_coerce(a, left, right).then(|| self.resolve(right))
    }

    fn has_operator(&mut self, op: BinOp, ty: Term) -> bool {
        let (int, float) = match ty.finished() {
            Some(ty) => (ty.as_int().is_some(), ty.as_float().is_some()),
            None => {
                let kind = self.var_kind(ty);
                (kind == Some(VarKind::Int), kind == Some(VarKind::Float))
            }
        };
        match op {
            BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem => int || float,
            BinOp::And | BinOp::Or | BinOp::Xor => int || ty == Ty::BOOL,
            BinOp::Shl | BinOp::Shr => int,
            BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => {
                int || float || self.compares(op, ty)
            }
        }
    }

    /// Whether values of a type that is no number can be compared.
    fn compares(&mut self, op: BinOp, ty: Term) -> bool {
        let equality = matches!(op, BinOp::Eq | BinOp::Ne);
        match self.terms.shape(ty) {
            Shape::Ptr(..) => !self.terms.is_fat(ty),
            Shape::Var(VarKind::Pointer) | Shape::Other(Ty::NULL | Ty::BOOL | Ty::CHAR) => true,
            Shape::Other(ty) => match self.types.kind(ty) {
                TyKind::Fn(_) => equality,
                TyKind::Adt(_) => self.types.repr_int(ty).is_some() && equality,
                _ => false,
            },
            Shape::Ref(_, to) => match self.terms.shape(to) {
                Shape::Other(Ty::STR) => true,
                // Bytes without padding: equal if their memory is.
                Shape::Slice(of) => {
                    let open = self.var_kind(of) == Some(VarKind::Int);
                    of.as_int() == Some(IntTy::U8) || equality && (open || self.repr_int(of).is_some())
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn no_operator(&mut self, id: ExprId, op: BinOp, left: Term, right: Term) -> Term {
        let (left, right) = (self.resolve(left), self.resolve(right));
        let result = if op.is_comparison() { Ty::BOOL.into() } else { Term::ERROR };
        if self.terms.mentions_error(left) || self.terms.mentions_error(right) {
            return result;
        }
        self.terms.taint(left);
        self.terms.taint(right);
        let (l, r) = (self.show(left), self.show(right));
        let span = self.body.exprs[id].span;
        let message = if l == r {
            format!("`{}` has no operator `{}`", l, op.text())
        } else {
            format!("no operator `{}` between `{l}` and `{r}`", op.text())
        };
        let mut diagnostic = Diagnostic::error(NO_SUCH_OPERATOR, span, message).label("not possible");
        if l == r && self.adt(left).is_some_and(AdtDef::is_sum) {
            diagnostic = diagnostic.note("`match` tells its variants apart");
        }
        if self.terms.is_raw_ptr(left) && matches!(op, BinOp::Add | BinOp::Sub) {
            let method = if op == BinOp::Add { "add" } else { "sub" };
            diagnostic = diagnostic.note(format!(
                "`p.{method}(n)` moves a pointer by `n` elements, `p.offset_from(q)` counts between two"
            ));
        } else if let Some((operand, text)) = self.null_or_zero(id, left, right) {
            let what = if text == "0" { "an integer is compared with `0`" } else { "the null pointer is `null`" };
            diagnostic = diagnostic.suggest(self.body.exprs[operand].span, text, what);
        } else if let Some((literal, text)) = self.byte_literal(id, left, right) {
            diagnostic = diagnostic.suggest(literal, text, "the literal of a byte begins with `b`");
        } else if let Some((operand, text)) = self.referred(op, id, left, right) {
            diagnostic = diagnostic.suggest(operand, text, "what it refers to");
        } else if left.as_int().is_some() && right.as_int().is_some() {
            diagnostic = diagnostic.note(format!(
                "neither type holds every value of the other: convert one side with `as {l}` or `as {r}`"
            ));
        } else if self.is_number(left) && self.is_number(right) {
            diagnostic = self.hint_float(diagnostic, id);
        }
        if let Some((span, text)) = self.as_slices(op, id, left, right) {
            diagnostic = diagnostic.suggest(span, text, "slices are compared by their elements");
        }
        if let Some(callee) = self.uncalled(op, id, left, right) {
            let end = self.body.exprs[callee].span.end();
            diagnostic = diagnostic.suggest(end, "()", "call the function");
        }
        self.report(diagnostic);
        result
    }

    /// An operand that is a reference to what the other one is: its place, and what stands for it.
    fn referred(&mut self, op: BinOp, id: ExprId, left: Term, right: Term) -> Option<(Span, String)> {
        let (ExprKind::Binary(_, a, b) | ExprKind::AssignOp(_, a, b)) = self.body.kind(id) else { return None };
        let (operand, value) = [(a, left, right), (b, right, left)].into_iter().find_map(|(operand, ty, other)| {
            let Shape::Ref(_, of) = self.terms.shape(ty) else { return None };
            // `a & &b` is rather `a && b`.
            if let ExprKind::Ref(..) = self.body.kind(operand) {
                return None;
            }
            let fits = of == other || self.is_number(of) && self.is_number(other);
            fits.then_some((operand, of))
        })?;
        let span = self.body.exprs[operand].span;
        self.has_operator(op, value).then(|| (span, format!("*{}", self.operand_text(span))))
    }

    /// Two arrays that are compared, as slices, if those can be.
    fn as_slices(&mut self, op: BinOp, id: ExprId, left: Term, right: Term) -> Option<(Span, String)> {
        let ExprKind::Binary(_, a, b) = self.body.kind(id) else { return None };
        let of = |c: &Self, ty: Term| match c.types.kind(ty.finished()?) {
            TyKind::Array(of, _) | TyKind::OpenArray(of, _) => Some(*of),
            _ => None,
        };
        let (one, two) = (of(self, left)?, of(self, right)?);
        let slice = self.types.slice(one);
        let slice = self.types.reference(Mutability::Const, slice);
        if one != two || !self.has_operator(op, slice.into()) {
            return None;
        }
        let [one, two] = [a, b].map(|operand| self.operand_text(self.body.exprs[operand].span));
        Some((self.body.exprs[id].span, format!("{one}[..] {} {two}[..]", op.text())))
    }

    /// `p == 0` and `n == null`: the operand to replace, and its replacement.
    fn null_or_zero(&self, id: ExprId, left: Term, right: Term) -> Option<(ExprId, &'static str)> {
        let ExprKind::Binary(BinOp::Eq | BinOp::Ne, a, b) = self.body.kind(id) else { return None };
        [(a, right), (b, left)].into_iter().find_map(|(operand, other)| match self.body.kind(operand) {
            ExprKind::Null => (other.as_int().is_some()).then_some((operand, "0")),
            ExprKind::Int { low: 0, high: BigInt(0, 0), .. } => {
                self.terms.is_raw_ptr(other).then_some((operand, "null"))
            }
            _ => None,
        })
    }

    /// `byte == 'a'`: the literal to replace, and its replacement.
    fn byte_literal(&self, id: ExprId, left: Term, right: Term) -> Option<(Span, String)> {
        let ExprKind::Binary(_, a, b) = self.body.kind(id) else { return None };
        let wide = |other: Term| other.as_int().is_some_and(|int| IntTy::U8.widens_to(int));
        let (literal, _) = [(a, right), (b, left)].into_iter().find(|&(_, other)| wide(other))?;
        self.as_byte(literal)
    }

    /// The byte that a literal of a character is, if it is one in ASCII.
    pub(super) fn as_byte(&self, literal: ExprId) -> Option<(Span, String)> {
        let span = self.body.span(literal);
        let text = self.cx.snippet(span);
        let ascii =
            matches!(self.body.kind(literal), ExprKind::Char(_)) && text.is_ascii() && !text.starts_with("'\\u");
        ascii.then(|| (span, format!("b{text}")))
    }

    /// The operand that is a function, where what it gives would have the operator with the other one.
    fn uncalled(&mut self, op: BinOp, id: ExprId, left: Term, right: Term) -> Option<ExprId> {
        let (ExprKind::Binary(_, a, b) | ExprKind::AssignOp(_, a, b)) = self.body.kind(id) else { return None };
        [(a, left, right), (b, right, left)].into_iter().find_map(|(callee, ty, other)| {
            let gives = Term::from(self.result_of(ty)?);
            let fits = gives == other || self.is_number(gives) && self.is_number(other);
            (fits && self.has_operator(op, gives)).then_some(callee)
        })
    }

    /// An integer and a float: a literal can be of the other kind.
    fn hint_float(&self, diagnostic: Diagnostic, id: ExprId) -> Diagnostic {
        let (ExprKind::Binary(_, a, b) | ExprKind::AssignOp(_, a, b)) = self.body.kind(id) else { return diagnostic };
        let literal = |e: &ExprId| matches!(self.body.kind(*e), ExprKind::Int { suffix: Suffix::None, .. });
        match [a, b].into_iter().find(literal) {
            Some(e) => {
                let span = self.body.span(e);
                let ExprKind::Int { low, high, .. } = self.body.kind(e) else { return diagnostic };
                let text = vex_ir::float::of_int_literal(self.cx.snippet(span), BigInt::join(low, high));
                let or_exponent = if text.ends_with("p0") { " or an exponent" } else { "" };
                diagnostic.suggest(span, text, format!("float literals have a point{or_exponent}"))
            }
            None => diagnostic.note("integers become floats, and floats integers, with `as`"),
        }
    }

    fn shift_of(&mut self, id: ExprId, op: BinOp, left: Term, right: Term) -> Result<Term, Term> {
        if left == Ty::ERROR || right == Ty::ERROR {
            return Ok(left);
        }
        let (left, right) = (self.open(left)?, self.open(right)?);
        let amount = right.as_int().is_some() || self.var_kind(right) == Some(VarKind::Int);
        if self.has_operator(op, left) && amount {
            return Ok(left);
        }
        Ok(self.no_operator(id, op, left, right))
    }

    pub(super) fn assign_op(&mut self, id: ExprId, op: BinOp, place: ExprId, value: ExprId) -> Term {
        let target = self.infer(place, Want::Nothing);
        let target = self.resolve(target);
        self.require_mutable(place, target);
        let known = target != Ty::ERROR && !op.is_shift() && self.has_operator(op, target);
        self.infer(value, if known { Want::Value(target) } else { Want::Nothing });
        if let Err(on) = self.assign_op_of(id, op, place, value) {
            self.queue(Todo::AssignOp { id, op, place, value }, Ty::VOID.into(), on);
        }
        Ty::VOID.into()
    }

    pub(super) fn assign_op_of(&mut self, id: ExprId, op: BinOp, place: ExprId, value: ExprId) -> Result<(), Term> {
        let (target, found) = (self.expr_term(place), self.expr_term(value));
        if target == Ty::ERROR {
            self.terms.taint(found);
            return Ok(());
        }
        if self.ending && !op.is_shift() && self.var_kind(target) == Some(VarKind::Any) {
            // No other use decides the type.
            if self.var_kind(found) == Some(VarKind::Later) {
                return Err(found);
            }
            self.unify(target, found);
        }
        let target = self.open(target)?;
        if op.is_shift() {
            let amount = self.open(found)?;
            let fine = amount.as_int().is_some() || self.var_kind(amount) == Some(VarKind::Int) || amount == Ty::ERROR;
            if !fine || !(self.has_operator(op, target) || target == Ty::ERROR) {
                self.no_operator(id, op, target, amount);
            }
        } else if target == Ty::ERROR {
            self.terms.taint(found);
        } else if self.has_operator(op, target) {
            self.coerce(value, found, target);
        } else {
            let found = self.open(found)?;
            self.no_operator(id, op, target, found);
        }
        Ok(())
    }

    pub(super) fn cast(&mut self, id: ExprId, e: ExprId, ty: TypeId) -> Term {
        if self.body.type_expr(ty) == TypeKind::Infer {
            self.error(INVALID_CAST, self.body.types[ty].span, "a cast needs a type", "`_` is not enough");
            self.infer(e, Want::Nothing);
            return Term::ERROR;
        }
        let to = self.type_term(ty);
        let want = self.literal_cast(e, to).map_or(Want::Nothing, |ty| Want::Literal(ty.into()));
        self.infer(e, want);
        if let Err(on) = self.cast_of(e, to) {
            self.queue(Todo::Cast { e, to }, to, on);
        }
        // Implicit anyway, so fine where it is written.
        if !self.literal_to_pointer(e, to) {
            self.casts.push(id);
        }
        to
    }

    /// What is cast to something other than a number may be open inside (`&[1, 2] as &[u8]`), or be what nothing else decides.
    pub(super) fn cast_of(&mut self, e: ExprId, to: Term) -> Result<(), Term> {
        let from = self.expr_term(e);
        if from.finished().is_some() {
            return Ok(());
        }
        if to == Ty::ERROR {
            self.terms.taint(from);
            return Ok(());
        }
        if self.ending && !self.is_number(to) && matches!(self.var_kind(from), Some(VarKind::Any | VarKind::Pointer)) {
            self.unify(from, to);
        }
        let from = self.open(from)?;
        if from.finished().is_none() && self.var_kind(from).is_none() {
            _ = self.converts(from, to) || self.unify(from, to);
        }
        Ok(())
    }

    /// The type of a literal directly under `as`: the one it is cast to, where that holds it, so that `0xff as u8` is no
    /// conversion. Else what it always is, if that holds it.
    fn literal_cast(&self, e: ExprId, to: Term) -> Option<Ty> {
        if to.as_float().is_some() && self.is_float_literal(e) {
            return to.finished();
        }
        let (size, negative) = self.literal_value(e)?;
        let value = if negative { 0i128.checked_sub_unsigned(size) } else { i128::try_from(size).ok() };
        let fits = |int: IntTy| match value {
            Some(value) => vex_ir::arith::fits(value, int, self.cx.target.pointer_bits),
            None => int == IntTy::U128 && !negative,
        };
        let own = match to.finished() {
            Some(Ty::CHAR) => Some(IntTy::U8),
            Some(ty) if self.types.is_raw_ptr(ty) => Some(IntTy::Usize),
            _ => to.as_int(),
        };
        [own, Some(IntTy::I32), Some(IntTy::I64), Some(IntTy::I128)]
            .into_iter()
            .flatten()
            .find(|int| fits(*int))
            .map(Ty::int)
    }

    /// The literal, and whether there is a minus before it.
    fn signed_literal(&self, mut e: ExprId) -> (ExprId, bool) {
        let mut negative = false;
        loop {
            match self.body.kind(e) {
                ExprKind::Unary(UnOp::Neg, inner) if !negative && self.is_literal(inner) => {
                    (e, negative) = (inner, true)
                }
                _ => return (e, negative),
            }
        }
    }

    fn is_float_literal(&self, e: ExprId) -> bool {
        matches!(self.body.kind(self.signed_literal(e).0), ExprKind::Float { suffix: Suffix::None, .. })
    }

    /// The number of a literal without a suffix, and whether there is a minus before it.
    fn literal_value(&self, e: ExprId) -> Option<(u128, bool)> {
        let (e, negative) = self.signed_literal(e);
        match self.body.kind(e) {
            ExprKind::Int { low, high, suffix: Suffix::None } => Some((BigInt::join(low, high), negative)),
            _ => None,
        }
    }

    /// Whether a cast makes sense, now that all types are known.
    pub(super) fn check_cast(&mut self, id: ExprId) {
        let id = self.noted(id);
        let ExprKind::Cast(e, _) = self.body.kind(id) else { return };
        let (Some(from), Some(to)) = (self.expr_term(e).finished(), self.expr_term(id).finished()) else { return };
        if from == Ty::ERROR || to == Ty::ERROR || from == Ty::NEVER || self.castable(from, to) {
            return;
        }
        let span = self.body.exprs[id].span;
        let (f, t) = (self.show(from.into()), self.show(to.into()));
        let diagnostic =
            Diagnostic::error(INVALID_CAST, span, format!("`{f}` cannot be cast to `{t}`")).label("not possible");
        let diagnostic = self.hint_cast(diagnostic, e, from, to);
        self.report(diagnostic);
    }

    fn castable(&mut self, from: Ty, to: Ty) -> bool {
        let number = |ty: Ty| ty.as_int().is_some() || ty.as_float().is_some();
        if from == to || number(from) && number(to) || self.converts(from.into(), to.into()) {
            return true;
        }
        let (repr, fat) = (self.types.repr_int(from), self.types.is_fat(from) || self.types.is_fat(to));
        match (self.types.kind(from), self.types.kind(to)) {
            // bool, char, C-like enums
            (TyKind::Bool | TyKind::Char | TyKind::Adt(_), TyKind::Int(_)) => repr.is_some(),
            (TyKind::Int(IntTy::U8), TyKind::Char) => true,
            (TyKind::Ptr(..) | TyKind::Null, TyKind::Ptr(..)) => !fat,
            (TyKind::Ref(m, _), TyKind::Ptr(n, _)) => !fat && (*m == Mutability::Mut || *n == Mutability::Const),
            (TyKind::Ptr(..) | TyKind::Null, TyKind::Int(IntTy::Usize | IntTy::Isize)) => !fat,
            (TyKind::Int(IntTy::Usize | IntTy::Isize), TyKind::Ptr(..)) => !fat,
            (TyKind::Fn(_), TyKind::Ptr(..) | TyKind::Int(IntTy::Usize)) => !fat,
            (TyKind::Ptr(..), TyKind::Fn(_)) | (TyKind::Fn(_), TyKind::Fn(_)) => !fat,
            _ => false,
        }
    }
}
