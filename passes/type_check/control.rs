//! Blocks and control flow.

use super::pending::{CoercionSite, Holder, Todo};
use super::want::{Meet, Want, Ways};
use super::*;
use vex_ir::pool::List;

const VARIABLE_WITHOUT_VALUE: Code = Code("E0420");
const BRANCHES_DIFFER: Code = Code("E0421");
const WRONG_BREAK: Code = Code("E0422");
const NOT_ITERABLE: Code = Code("E0423");
const LET_ELSE_ENDS: Code = Code("E0426");

/// What `break` may lead out of.
pub(super) struct Loop {
    label: Symbol,
    /// Whether an unlabelled `break` means it.
    is_loop: bool,
    /// What is wanted of its value; `None` for `while` and `for`, which have none.
    want: Option<Want>,
    /// The values it is left with.
    ways: Ways,
    /// Whether a `break` leads out of it.
    left: bool,
}

impl Loop {
    fn new(label: Symbol, is_loop: bool, want: Option<Want>) -> Loop {
        Loop { label, is_loop, want, ways: Ways::default(), left: false }
    }
}

impl TypeChecker<'_> {
    pub(super) fn block(&mut self, block: Block, want: Want, span: Span) -> Term {
        if block.label == Symbol::EMPTY {
            return self.statements(block, want);
        }
        self.loops.push(Loop::new(block.label, false, Some(want)));
        let value = self.statements(block, want);
        let Some(Loop { mut ways, left: true, .. }) = self.loops.pop() else { return value };
        self.diverges = false;
        match self.body.tail(block) {
            Some(expr) => self.add_way(&mut ways, expr, value, Meet::Breaks),
            // The end of the block is reached, and it has no value.
            _ if value == Ty::VOID => {
                let left_with = self.loop_value(ways, span);
                return if left_with == Ty::ERROR { left_with } else { Ty::VOID.into() };
            }
            _ => {}
        }
        self.loop_value(ways, span)
    }

    fn statements(&mut self, block: Block, want: Want) -> Term {
        let last = block.stmts.range().next_back();
        let mut value = Ty::VOID.into();
        for position in block.stmts.range() {
            let stmt = *self.body.stmts.at(position);
            match stmt.kind {
                StmtKind::Let { pat, ty, init, els } => self.let_statement(pat, ty, init, els, stmt.span),
                StmtKind::Expr { expr, semi: false } if Some(position) == last => {
                    value = self.way(expr, want);
                }
                StmtKind::Expr { expr, semi: false } => self.no_value(expr),
                StmtKind::Expr { expr, semi: true } => {
                    self.infer(expr, Want::Nothing);
                }
                StmtKind::Defer(expr) => {
                    let before = self.diverges;
                    self.infer(expr, Want::Nothing);
                    self.diverges = before;
                }
                StmtKind::Item(_) => {}
            }
            if self.terms.is_ready() {
                self.settle();
            }
        }
        if self.diverges && value == Ty::VOID { Ty::NEVER.into() } else { value }
    }

    /// A block-like statement without a semicolon has no value unless it is the last.
    fn no_value(&mut self, expr: ExprId) {
        let ty = self.infer(expr, Want::Value(Ty::VOID.into()));
        let ty = self.resolve(ty);
        if self.is_value(ty) {
            let span = self.body.exprs[expr].span;
            let shown = self.show(ty);
            let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "mismatched types")
                .label(format!("expected no value, found `{shown}`"))
                .suggest(span.end(), ";", "a semicolon drops the value");
            self.report(diagnostic);
        }
    }

    fn let_statement(&mut self, pat: PatId, ty: Option<TypeId>, init: Option<ExprId>, els: Option<ExprId>, span: Span) {
        let declared = ty.filter(|t| self.body.type_expr(*t) != TypeKind::Infer).map(|t| (self.type_term(t), t));
        let ty = match (declared, init) {
            (Some((ty, at)), Some(init)) => {
                let ty = self.sized_term(ty, self.body.types[at].span);
                self.check(init, ty);
                ty
            }
            (Some((ty, at)), None) => self.sized_term(ty, self.body.types[at].span),
            (None, Some(init)) => {
                let found = self.infer(init, Want::Nothing);
                let found = self.resolve(found);
                // `let _ = f();` drops whatever there is, even nothing.
                if self.takes_nothing(pat) { found } else { self.value_of_let(found, init) }
            }
            (None, None) => self.fresh(VarKind::Any, span),
        };
        if init.is_none() {
            self.declared_late(pat);
        }
        if let Some(els) = els {
            self.let_else(els);
        }
        self.pattern(pat, ty);
        if let Some(init) = init {
            self.lent(pat, init);
        }
    }

    /// What runs where the pattern of a `let` does not match must not come to its end.
    fn let_else(&mut self, els: ExprId) {
        let before = self.diverges;
        let ty = self.infer(els, Want::Nothing);
        if self.resolve(ty) != Ty::NEVER && !self.diverges {
            let end = last_char(self.body.span(els));
            let diagnostic = Diagnostic::error(LET_ELSE_ENDS, end, "the `else` of a `let` must not come to its end");
            let diagnostic = diagnostic.label("behind it, the names of the pattern would have no value");
            self.report(diagnostic.note("end it with `return`, `break`, `continue` or `panic`"));
        }
        self.diverges = before;
    }

    /// `let pat = value` in a condition.
    pub(super) fn let_condition(&mut self, pat: PatId, value: ExprId) -> Term {
        let ty = self.infer(value, Want::Nothing);
        self.pattern(pat, ty);
        self.lent(pat, value);
        Ty::BOOL.into()
    }

    /// Whether a pattern matches what has no value, too: `_` and `()`.
    fn takes_nothing(&self, pat: PatId) -> bool {
        match self.body.pat(pat) {
            PatKind::Wild => true,
            PatKind::Tuple(list) => list.is_empty(),
            // Looks at a value.
            _ => false,
        }
    }

    /// A type that is not finished is looked at when it is.
    fn sized_term(&mut self, ty: Term, span: Span) -> Term {
        match ty.finished() {
            Some(ty) => self.sized_local(ty, span).into(),
            None => ty,
        }
    }

    fn value_of_let(&mut self, found: Term, init: ExprId) -> Term {
        if found == Ty::NULL {
            let pointer = self.fresh(VarKind::Any, self.body.exprs[init].span);
            self.null_pointer(init, pointer, CoercionSite::Let);
            return pointer;
        }
        if self.held(init, found, Holder::Let) { found } else { Term::ERROR }
    }

    pub(super) fn no_value_here(&mut self, expr: ExprId) {
        let span = self.body.exprs[expr].span;
        self.void_reported = true;
        self.error(VARIABLE_WITHOUT_VALUE, span, "this has no value", "its type is `void`");
    }

    pub(super) fn null_to_what(&mut self, span: Span) {
        self.error(
            VARIABLE_WITHOUT_VALUE,
            span,
            "a null pointer to what?",
            "give the variable a type, as in `let p: *mut u8 = null;`",
        );
    }

    pub(super) fn sized_local(&mut self, ty: Ty, span: Span) -> Ty {
        let incomplete = ty == Ty::VOID
            || self.types.is_unsized(ty)
            || self.types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
        if !incomplete {
            return ty;
        }
        // A type with a part in error is not reported.
        if matches!(self.types.kind(ty), TyKind::Slice(of) if *of == Ty::ERROR) {
            return Ty::ERROR;
        }
        let shown = self.show(ty.into());
        let diagnostic =
            Diagnostic::error(VARIABLE_WITHOUT_VALUE, span, format!("a variable cannot have type `{shown}`"));
        let diagnostic = self.incomplete(ty.into(), diagnostic.label("has no values of its own"));
        self.report(diagnostic);
        Ty::ERROR
    }

    pub(super) fn if_else(&mut self, id: ExprId, cond: ExprId, then: ExprId, els: Option<ExprId>, want: Want) -> Term {
        self.condition(cond);
        let before = self.diverges;
        let span = self.body.exprs[id].span;
        let Some(els) = els else {
            let ty = self.infer(then, Want::Value(Ty::VOID.into()));
            self.diverges = before;
            let ty = self.resolve(ty);
            if self.is_value(ty) {
                let shown = self.show(ty);
                let at = self.body.exprs[self.tail_of(then)].span;
                let mut diagnostic = Diagnostic::error(BRANCHES_DIFFER, at, "an `if` without `else` has no value")
                    .label(format!("`{shown}` where nothing is expected"));
                if want.value().is_some_and(|ty| self.resolve(ty) == Ty::VOID) {
                    diagnostic = diagnostic.suggest(at.end(), ";", "a semicolon drops the value");
                }
                self.report(diagnostic);
                return Term::ERROR;
            }
            return Ty::VOID.into();
        };
        let mut ways = Ways::default();
        let first = self.way(then, want);
        self.add_way(&mut ways, then, first, Meet::Branches);
        let left = std::mem::replace(&mut self.diverges, before);
        let second = self.way(els, want);
        self.diverges &= left;
        self.add_way(&mut ways, els, second, Meet::Branches);
        self.met(ways, Meet::Branches, span).unwrap_or(Ty::NEVER.into())
    }

    /// Reports branches whose types are not the same, and do not convert to each other.
    pub(super) fn different_branches(&mut self, first: ExprId, others: Term, expr: ExprId, ty: Term) {
        let one = self.body.exprs[self.tail_of(first)].span;
        let two = self.body.exprs[self.tail_of(expr)].span;
        let diagnostic = Diagnostic::error(BRANCHES_DIFFER, two, "the branches have different types")
            .label(self.branch_label(ty))
            .secondary(one, self.branch_label(others));
        self.report(diagnostic);
    }

    fn branch_label(&mut self, ty: Term) -> String {
        if self.resolve(ty) == Ty::VOID { "no value here".to_string() } else { format!("`{}` here", self.show(ty)) }
    }

    /// The type that both expressions have or convert to, if there is one.
    fn joined(&mut self, a: ExprId, first: Term, b: ExprId, second: Term) -> Option<Term> {
        let (first, second) = (self.resolve(first), self.resolve(second));
        if first == Ty::NEVER {
            return Some(second);
        }
        if second == Ty::NEVER || first == second {
            return Some(first);
        }
        if self.terms.mentions_error(first) || self.terms.mentions_error(second) {
            return Some(Term::ERROR);
        }
        if self.try_coerce(b, second, first) {
            return Some(self.resolve(first));
        }
        self.try_coerce(a, first, second).then(|| self.resolve(second))
    }

    pub(super) fn condition(&mut self, cond: ExprId) {
        if let ExprKind::Assign(place, value) = self.body.kind(cond) {
            let ty = self.infer(place, Want::Nothing);
            let value_ty = self.infer(value, Want::Value(ty));
            // An error in an operand may be the only mistake.
            if [ty, value_ty].into_iter().any(|ty| self.resolve(ty) == Ty::ERROR) {
                self.set(cond, Term::ERROR);
                return;
            }
            // `x = 5 && y` was meant as `x == 5 && y`, unless what is assigned to is a `bool`.
            let logic = matches!(self.body.kind(value), ExprKind::And(..) | ExprKind::Or(..));
            let apart = logic && self.resolve(ty) == Ty::BOOL;
            let [place, value] = [place, value].map(|e| self.cx.bare_snippet(self.body.exprs[e].span));
            let fixed = if apart { format!("{place} == ({value})") } else { format!("{place} == {value}") };
            let span = self.body.exprs[cond].span;
            let diagnostic =
                Diagnostic::error(MISMATCHED_TYPES, span, "an assignment is not a condition").label("has no value");
            self.report(diagnostic.suggest(span, fixed, "`==` compares"));
            self.set(cond, Term::ERROR);
            return;
        }
        let ty = self.infer(cond, Want::Value(Ty::BOOL.into()));
        self.coerce_in(cond, ty, Ty::BOOL.into(), CoercionSite::Condition);
    }

    pub(super) fn no_condition(&mut self, cond: ExprId, ty: Term) {
        let shown = self.show(ty);
        let span = self.body.exprs[cond].span;
        let mut diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "a condition must be a `bool`")
            .label(format!("expected `bool`, found `{shown}`"));
        if let Some((text, why)) = self.truth(cond, false) {
            diagnostic = diagnostic.suggest(span, text, why);
        }
        self.report(diagnostic);
    }

    fn in_loop(&mut self, label: Symbol, want: Option<Want>, body: ExprId) -> Option<Loop> {
        self.loops.push(Loop::new(label, true, want));
        let found = self.infer(body, Want::Value(Ty::VOID.into()));
        self.coerce(body, found, Ty::VOID.into());
        self.loops.pop()
    }

    pub(super) fn while_loop(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> Term {
        self.condition(cond);
        let before = self.diverges;
        self.in_loop(label, None, body);
        self.diverges = before;
        Ty::VOID.into()
    }

    pub(super) fn endless_loop(&mut self, label: Symbol, body: ExprId, want: Want, span: Span) -> Term {
        let before = self.diverges;
        match self.in_loop(label, Some(want), body) {
            Some(Loop { left: true, ways, .. }) => {
                self.diverges = before;
                self.loop_value(ways, span)
            }
            _ => Ty::NEVER.into(),
        }
    }

    /// The type of what is left with these values; with none, it has no value.
    fn loop_value(&mut self, ways: Ways, span: Span) -> Term {
        let ty = self.met(ways, Meet::Breaks, span).unwrap_or(Ty::VOID.into());
        let ty = self.resolve(ty);
        if ty == Ty::NEVER { Ty::VOID.into() } else { ty }
    }

    pub(super) fn for_loop(&mut self, label: Symbol, pat: PatId, iter: ExprId, body: ExprId) -> Term {
        let item = self.iterated(iter);
        self.pattern(pat, item);
        let before = self.diverges;
        self.in_loop(label, None, body);
        self.diverges = before;
        Ty::VOID.into()
    }

    /// What a `for` loop binds in turn.
    fn iterated(&mut self, iter: ExprId) -> Term {
        if let ExprKind::Range { lo, hi, .. } = self.body.kind(iter) {
            self.set(iter, Ty::VOID.into());
            return self.range(iter, lo, hi);
        }
        self.infer(iter, Want::Nothing);
        let found = self.iterated_of(iter);
        self.or_later(found, iter, || Todo::Iterate { iter })
    }

    pub(super) fn iterated_of(&mut self, iter: ExprId) -> Result<Term, Term> {
        let ty = self.expr_term(iter);
        let ty = self.open(ty)?;
        match self.terms.shape(ty) {
            Shape::Other(Ty::ERROR) => return Ok(Term::ERROR),
            Shape::Array(of, _) => return Ok(of),
            Shape::Ref(m, to) => {
                let to = self.open(to)?;
                if let Shape::Array(of, _) | Shape::Slice(of) = self.terms.shape(to) {
                    return Ok(self.terms.reference(m, of));
                }
            }
            _ => {}
        }
        let shown = self.show(ty);
        let span = self.body.exprs[iter].span;
        let mut diagnostic =
            Diagnostic::error(NOT_ITERABLE, span, format!("`{shown}` cannot be iterated over")).label("not iterable");
        if ty.as_int().is_some() || self.var_kind(ty) == Some(VarKind::Int) {
            let text = self.cx.snippet(span).to_string();
            diagnostic = diagnostic.suggest(span, format!("0..{text}"), "iterate over a range");
        } else if ty == Ty::REF_STR {
            diagnostic = diagnostic.note("`.as_bytes()` gives its bytes");
        }
        self.report(diagnostic);
        Ok(Term::ERROR)
    }

    fn range(&mut self, iter: ExprId, lo: Option<ExprId>, hi: Option<ExprId>) -> Term {
        let Some(lo) = lo else {
            let span = self.body.exprs[iter].span;
            self.error(NOT_ITERABLE, span, "a range to iterate over needs a start", "starts nowhere");
            return Term::ERROR;
        };
        let first = self.infer(lo, Want::Nothing);
        if let Some(hi) = hi {
            self.infer(hi, Want::Literal(first));
        }
        let found = self.range_of(iter, lo, hi);
        self.or_later(found, iter, || Todo::Range { iter, lo, hi })
    }

    pub(super) fn range_of(&mut self, iter: ExprId, lo: ExprId, hi: Option<ExprId>) -> Result<Term, Term> {
        let span = self.body.exprs[iter].span;
        let first = self.expr_term(lo);
        let ty = match hi {
            None => first,
            Some(hi) => {
                let second = self.expr_term(hi);
                for end in [first, second] {
                    if self.var_kind(end) == Some(VarKind::Later) {
                        self.open(end)?;
                    }
                }
                let Some(common) = self.joined(lo, first, hi, second) else {
                    let (x, y) = (self.show(first), self.show(second));
                    self.error(
                        NOT_ITERABLE,
                        span,
                        "the ends of this range have different types",
                        format!("from `{x}` to `{y}`"),
                    );
                    return Ok(Term::ERROR);
                };
                common
            }
        };
        let ty = self.open(ty)?;
        let is_int = ty.as_int().is_some() || self.var_kind(ty) == Some(VarKind::Int);
        if is_int || ty == Ty::ERROR || ty == Ty::CHAR && hi.is_some() {
            return Ok(ty);
        }
        let shown = self.show(ty);
        let label = if ty == Ty::CHAR { "has no end: `..=` and the last one" } else { "neither integers nor `char`s" };
        self.error(NOT_ITERABLE, span, format!("a range of `{shown}` cannot be iterated over"), label);
        Ok(Term::ERROR)
    }

    pub(super) fn match_arms(&mut self, on: ExprId, arms: List<Arm>, want: Want, span: Span) -> Term {
        let scrutinee = self.infer(on, Want::Nothing);
        let before = self.diverges;
        let mut all_diverge = true;
        let mut ways = Ways::default();
        for position in arms.range() {
            let arm = *self.body.arms.at(position);
            self.diverges = before;
            self.pattern(arm.pat, scrutinee);
            self.lent(arm.pat, on);
            if let Some(guard) = arm.guard {
                self.condition(guard);
            }
            let ty = self.way(arm.body, want);
            all_diverge &= self.diverges;
            self.add_way(&mut ways, arm.body, ty, Meet::Branches);
        }
        self.diverges = before || all_diverge;
        self.met(ways, Meet::Branches, span).unwrap_or(Ty::NEVER.into())
    }

    pub(super) fn break_with(&mut self, label: Symbol, value: Option<ExprId>, span: Span) -> Term {
        let target = self.loops.iter().rposition(|l| if label == Symbol::EMPTY { l.is_loop } else { l.label == label });
        let Some(target) = target else {
            // `name-resolve` reported it.
            value.map(|v| self.infer(v, Want::Nothing));
            return Ty::NEVER.into();
        };
        self.loops[target].left = true;
        match (self.loops[target].want, value) {
            (Some(Want::Value(wanted)), Some(value)) => {
                self.check(value, wanted);
                self.loops[target].ways.ty = Some(wanted);
            }
            (Some(_), Some(value)) => {
                let ty = self.infer(value, Want::Nothing);
                let mut ways = std::mem::take(&mut self.loops[target].ways);
                self.add_way(&mut ways, value, ty, Meet::Breaks);
                self.loops[target].ways = ways;
            }
            (Some(want), None) => {
                let wanted = want.value().unwrap_or(Ty::VOID.into());
                let ty = *self.loops[target].ways.ty.get_or_insert(wanted);
                if !self.unify(ty, Ty::VOID.into()) {
                    let shown = self.show(ty);
                    self.error(WRONG_BREAK, span, "this `break` needs a value", format!("expected `{shown}`"));
                }
            }
            (None, Some(value)) => {
                self.infer(value, Want::Nothing);
                let at = self.body.exprs[value].span;
                self.error(
                    WRONG_BREAK,
                    at,
                    "only `loop` and labelled blocks have a value",
                    "`while` and `for` have none",
                );
            }
            (None, None) => {}
        }
        Ty::NEVER.into()
    }

    pub(super) fn return_value(&mut self, id: ExprId, value: Option<ExprId>) -> Term {
        let ret = self.ret;
        match value {
            Some(value) => {
                let ty = self.infer(value, Want::Value(ret.into()));
                let ty = self.resolve(ty);
                if ret == Ty::VOID && self.is_value(ty) {
                    self.value_from_void(value, ty);
                    // With a result type, all other `return`s with a value would be right: they are not reported.
                    self.ret = Ty::ERROR;
                } else {
                    self.coerce_in(value, ty, ret.into(), CoercionSite::Returned);
                }
            }
            None if ret == Ty::VOID || ret == Ty::ERROR => {}
            None => {
                let shown = self.show(ret.into());
                let span = self.body.exprs[id].span;
                self.error(WRONG_RETURN, span, "this `return` needs a value", format!("expected `{shown}`"));
            }
        }
        Ty::NEVER.into()
    }

    /// A value where the function returns nothing.
    pub(super) fn value_from_void(&mut self, value: ExprId, ty: Term) {
        let tail = self.tail_of(value);
        let is_tail = tail != value;
        let value = tail;
        let ty = self.terms.defaulted(ty).map_or(ty, Term::from);
        let shown = self.show(ty);
        let item = &self.items[self.id];
        let (name, span) = (item.name, self.body.exprs[value].span);
        let message = format!("`{}` returns nothing, but here it returns `{shown}`", self.name(name.name));
        let diagnostic = Diagnostic::error(WRONG_RETURN, span, message)
            .label(format!("`{shown}`"))
            .secondary(name.span, format!("declared here, without `-> {shown}`"));
        let called = matches!(self.body.kind(value), ExprKind::Call { .. } | ExprKind::MethodCall { .. });
        let root = self.body.root.map(|root| self.body.exprs[root].span);
        let diagnostic = match root {
            _ if is_tail && called => diagnostic.suggest(span.end(), ";", "a semicolon drops the value"),
            Some(block) if !shown.contains('{') => {
                let head = Span::new(name.span.hi, block.lo);
                let end = head.lo + self.cx.snippet(head).trim_end().len() as u32;
                diagnostic.suggest(
                    Span::new(end, end),
                    format!(" -> {shown}"),
                    "the result type stands behind the parameters",
                )
            }
            _ => diagnostic,
        };
        self.report(diagnostic);
    }
}
