//! Blocks and control flow.

use super::infer::VarKind;
use super::want::{Want, Ways};
use super::*;
use vex_ir::pool::List;

const VARIABLE_WITHOUT_VALUE: Code = Code("E0420");
const BRANCHES_DIFFER: Code = Code("E0421");
const WRONG_BREAK: Code = Code("E0422");
const NOT_ITERABLE: Code = Code("E0423");

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
    pub(super) fn block(&mut self, block: Block, want: Want) -> Ty {
        if block.label == Symbol::EMPTY {
            return self.statements(block, want);
        }
        self.loops.push(Loop::new(block.label, false, Some(want)));
        let value = self.statements(block, want);
        let Some(Loop { mut ways, left: true, .. }) = self.loops.pop() else { return value };
        self.diverges = false;
        let end = block.stmts.range().next_back().map(|last| self.body.stmts.at(last).kind);
        match end {
            Some(StmtKind::Expr { expr, semi: false }) => {
                if let Err(others) = self.add_way(&mut ways, expr, value) {
                    self.mismatch(expr, value, others);
                    return Ty::ERROR;
                }
            }
            // Its end is reached without a value.
            _ if value == Ty::VOID && !matches!(self.loop_value(&ways), Ty::VOID | Ty::ERROR) => return Ty::VOID,
            _ => {}
        }
        self.loop_value(&ways)
    }

    fn statements(&mut self, block: Block, want: Want) -> Ty {
        let last = block.stmts.range().next_back();
        let mut value = Ty::VOID;
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
        }
        if self.diverges && value == Ty::VOID { Ty::NEVER } else { value }
    }

    /// A block-like statement without a semicolon has no value unless it is the last.
    fn no_value(&mut self, expr: ExprId) {
        let ty = self.infer(expr, Want::Value(Ty::VOID));
        let ty = self.resolve(ty);
        if ty != Ty::VOID && ty != Ty::NEVER && ty != Ty::ERROR {
            let span = self.body.exprs[expr].span;
            let shown = self.show(ty);
            let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "mismatched types")
                .label(format!("expected no value, found `{shown}`"))
                .suggest(span.end(), ";", "a semicolon drops the value");
            self.cx.emit(diagnostic);
        }
    }

    fn let_statement(&mut self, pat: PatId, ty: Option<TypeId>, init: Option<ExprId>, els: Option<ExprId>, span: Span) {
        let declared = ty.filter(|t| self.body.type_expr(*t) != TypeKind::Infer).map(|t| (self.body.meaning(t), t));
        let ty = match (declared, init) {
            (Some((ty, at)), Some(init)) => {
                let ty = self.sized_local(ty, self.body.types[at].span);
                self.check(init, ty);
                ty
            }
            (Some((ty, at)), None) => self.sized_local(ty, self.body.types[at].span),
            (None, Some(init)) => {
                let found = self.infer(init, Want::Nothing);
                let found = self.resolve(found);
                // `let _ = f();` drops whatever there is, even nothing.
                if self.body.pat(pat) == PatKind::Wild { found } else { self.value_of_let(found, init) }
            }
            (None, None) => self.fresh(VarKind::Any, span),
        };
        if init.is_none()
            && let PatKind::Local(local, _) = self.body.pat(pat)
        {
            let index = local_index(local);
            if self.late.len() <= index {
                self.late.resize(index + 1, false);
            }
            self.late[index] = true;
        }
        self.pattern(pat, ty);
        if let Some(els) = els {
            self.infer(els, Want::Nothing);
        }
    }

    fn value_of_let(&mut self, found: Ty, init: ExprId) -> Ty {
        if found == Ty::VOID {
            let span = self.body.exprs[init].span;
            self.error(VARIABLE_WITHOUT_VALUE, span, "this has no value", "its type is `void`");
            return Ty::ERROR;
        }
        if found == Ty::NULL {
            let span = self.body.exprs[init].span;
            self.error(
                VARIABLE_WITHOUT_VALUE,
                span,
                "a null pointer to what?",
                "give the variable a type, as in `let p: *mut u8 = null;`",
            );
            return Ty::ERROR;
        }
        found
    }

    fn sized_local(&mut self, ty: Ty, span: Span) -> Ty {
        let incomplete = ty == Ty::VOID
            || self.types.is_unsized(ty)
            || self.types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
        if !incomplete {
            return ty;
        }
        // What is in error is not reported for what it consists of.
        if matches!(self.types.kind(ty), TyKind::Slice(of) if *of == Ty::ERROR) {
            return Ty::ERROR;
        }
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(VARIABLE_WITHOUT_VALUE, span, format!("a variable cannot have type `{shown}`"));
        let diagnostic = self.incomplete(ty, diagnostic.label("has no values of its own"));
        self.cx.emit(diagnostic);
        Ty::ERROR
    }

    pub(super) fn if_else(
        &mut self,
        id: ExprId,
        cond: ExprId,
        then: ExprId,
        els: Option<ExprId>,
        want: Want,
    ) -> Ty {
        self.condition(cond);
        let before = self.diverges;
        let Some(els) = els else {
            let ty = self.infer(then, Want::Value(Ty::VOID));
            self.diverges = before;
            let ty = self.resolve(ty);
            if ty != Ty::VOID && ty != Ty::NEVER && ty != Ty::ERROR {
                let shown = self.show(ty);
                let span = self.body.exprs[id].span;
                self.error(
                    BRANCHES_DIFFER,
                    span,
                    "an `if` without `else` has no value",
                    format!("`{shown}` where nothing is expected"),
                );
                return Ty::ERROR;
            }
            return Ty::VOID;
        };
        let mut ways = Ways::default();
        let first = self.way(then, want);
        self.join(&mut ways, then, first);
        let left = std::mem::replace(&mut self.diverges, before);
        let second = self.way(els, want);
        self.diverges &= left;
        self.join(&mut ways, els, second);
        ways.ty.unwrap_or(Ty::NEVER)
    }

    /// Adds a branch to the others, whose type it must have or convert to, or they to its.
    fn join(&mut self, ways: &mut Ways, expr: ExprId, ty: Ty) {
        let first = ways.first();
        let Err(others) = self.add_way(ways, expr, ty) else { return };
        let one = self.body.exprs[self.tail_of(first.unwrap_or(expr))].span;
        let two = self.body.exprs[self.tail_of(expr)].span;
        let diagnostic = Diagnostic::error(BRANCHES_DIFFER, two, "the branches have different types")
            .label(self.branch_label(ty))
            .secondary(one, self.branch_label(others));
        self.cx.emit(diagnostic);
        ways.ty = Some(Ty::ERROR);
    }

    fn branch_label(&mut self, ty: Ty) -> String {
        if self.resolve(ty) == Ty::VOID { "no value here".to_string() } else { format!("`{}` here", self.show(ty)) }
    }

    /// The type that both expressions have or convert to, if there is one.
    fn joined(&mut self, a: ExprId, first: Ty, b: ExprId, second: Ty) -> Option<Ty> {
        let (first, second) = (self.resolve(first), self.resolve(second));
        if first == Ty::NEVER {
            return Some(second);
        }
        if second == Ty::NEVER || first == second {
            return Some(first);
        }
        if self.mentions_error(first) || self.mentions_error(second) {
            return Some(Ty::ERROR);
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
            // Whatever is wrong with an operand may be all that is.
            if [ty, value_ty].into_iter().any(|ty| self.resolve(ty) == Ty::ERROR) {
                self.set(cond, Ty::ERROR);
                return;
            }
            // `x = 5 && y` was meant as `x == 5 && y`, unless what is assigned to is a `bool`.
            let logic = matches!(self.body.kind(value), ExprKind::And(..) | ExprKind::Or(..));
            let apart = logic && self.resolve(ty) == Ty::BOOL;
            let [place, value] = [place, value].map(|e| self.cx.bare_snippet(self.body.exprs[e].span));
            let fixed = if apart { format!("{place} == ({value})") } else { format!("{place} == {value}") };
            let span = self.body.exprs[cond].span;
            let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "an assignment is no condition").label("has no value");
            self.cx.emit(diagnostic.suggest(span, fixed, "`==` compares"));
            self.set(cond, Ty::ERROR);
            return;
        }
        let ty = self.infer(cond, Want::Value(Ty::BOOL));
        if self.try_coerce(cond, ty, Ty::BOOL) {
            return;
        }
        let ty = self.resolve(ty);
        let shown = self.show(ty);
        let span = self.body.exprs[cond].span;
        let mut diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "a condition must be a `bool`")
            .label(format!("expected `bool`, found `{shown}`"));
        if let Some((text, why)) = self.truth(cond, false) {
            diagnostic = diagnostic.suggest(span, text, why);
        }
        self.cx.emit(diagnostic);
    }

    fn in_loop(&mut self, label: Symbol, want: Option<Want>, body: ExprId) -> Option<Loop> {
        self.loops.push(Loop::new(label, true, want));
        let found = self.infer(body, Want::Value(Ty::VOID));
        self.coerce(body, found, Ty::VOID);
        self.loops.pop()
    }

    pub(super) fn while_loop(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> Ty {
        self.condition(cond);
        let before = self.diverges;
        self.in_loop(label, None, body);
        self.diverges = before;
        Ty::VOID
    }

    pub(super) fn endless_loop(&mut self, label: Symbol, body: ExprId, want: Want) -> Ty {
        let before = self.diverges;
        match self.in_loop(label, Some(want), body) {
            Some(Loop { left: true, ways, .. }) => {
                self.diverges = before;
                self.loop_value(&ways)
            }
            _ => Ty::NEVER,
        }
    }

    /// The type of what is left with these values; with none, it has no value.
    fn loop_value(&mut self, ways: &Ways) -> Ty {
        let ty = ways.ty.unwrap_or(Ty::VOID);
        let ty = self.resolve(ty);
        if ty == Ty::NEVER { Ty::VOID } else { ty }
    }

    pub(super) fn for_loop(&mut self, label: Symbol, pat: PatId, iter: ExprId, body: ExprId) -> Ty {
        let item = self.iterated(iter);
        self.pattern(pat, item);
        let before = self.diverges;
        self.in_loop(label, None, body);
        self.diverges = before;
        Ty::VOID
    }

    /// What a `for` loop binds in turn.
    fn iterated(&mut self, iter: ExprId) -> Ty {
        if let ExprKind::Range { lo, hi, .. } = self.body.kind(iter) {
            self.set(iter, Ty::VOID);
            return self.range(iter, lo, hi);
        }
        let ty = self.infer(iter, Want::Nothing);
        let ty = self.known(iter, ty);
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        let found = if ty.as_var().is_some() { None } else { self.iterated_type(ty) };
        found.unwrap_or_else(|| {
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
            self.cx.emit(diagnostic);
            Ty::ERROR
        })
    }

    fn iterated_type(&mut self, ty: Ty) -> Option<Ty> {
        match *self.types.kind(ty) {
            TyKind::Array(of, _) => Some(of),
            TyKind::Ref(m, to) => match *self.kind_of(to) {
                TyKind::Array(of, _) | TyKind::Slice(of) => Some(self.types.reference(m, of)),
                _ => None,
            },
            _ => None,
        }
    }

    fn range(&mut self, iter: ExprId, lo: Option<ExprId>, hi: Option<ExprId>) -> Ty {
        let span = self.body.exprs[iter].span;
        let (Some(lo), hi) = (lo, hi) else {
            self.error(NOT_ITERABLE, span, "a range to iterate over needs a start", "starts nowhere");
            return Ty::ERROR;
        };
        let first = self.infer(lo, Want::Nothing);
        let ty = match hi {
            None => first,
            Some(hi) => {
                let second = self.infer(hi, Want::Literal(first));
                let Some(common) = self.joined(lo, first, hi, second) else {
                    let (x, y) = (self.show(first), self.show(second));
                    self.error(
                        NOT_ITERABLE,
                        span,
                        "the ends of this range have different types",
                        format!("from `{x}` to `{y}`"),
                    );
                    return Ty::ERROR;
                };
                common
            }
        };
        let ty = self.resolve(ty);
        let is_int = ty.as_int().is_some() || self.var_kind(ty) == Some(VarKind::Int);
        if is_int || ty == Ty::ERROR || ty == Ty::CHAR && hi.is_some() {
            return ty;
        }
        let shown = self.show(ty);
        let label = if ty == Ty::CHAR { "has no end: `..=` and the last one" } else { "neither integers nor `char`s" };
        self.error(NOT_ITERABLE, span, format!("a range of `{shown}` cannot be iterated over"), label);
        Ty::ERROR
    }

    pub(super) fn match_arms(&mut self, on: ExprId, arms: List<Arm>, want: Want) -> Ty {
        let scrutinee = self.infer(on, Want::Nothing);
        let before = self.diverges;
        let mut all_diverge = true;
        let mut ways = Ways::default();
        for position in arms.range() {
            let arm = *self.body.arms.at(position);
            self.diverges = before;
            self.pattern(arm.pat, scrutinee);
            if let Some(guard) = arm.guard {
                self.condition(guard);
            }
            let ty = self.way(arm.body, want);
            all_diverge &= self.diverges;
            self.join(&mut ways, arm.body, ty);
        }
        self.diverges = before || all_diverge;
        ways.ty.unwrap_or(Ty::NEVER)
    }

    pub(super) fn break_with(&mut self, label: Symbol, value: Option<ExprId>, span: Span) -> Ty {
        let target = self.loops.iter().rposition(|l| if label == Symbol::EMPTY { l.is_loop } else { l.label == label });
        let Some(target) = target else {
            // `name-resolve` reported it.
            value.map(|v| self.infer(v, Want::Nothing));
            return Ty::NEVER;
        };
        self.loops[target].left = true;
        match (self.loops[target].want, value) {
            (Some(Want::Value(wanted)), Some(value)) => {
                self.check(value, wanted);
                self.loops[target].ways.ty = Some(wanted);
            }
            (Some(_), Some(value)) => {
                let ty = self.infer(value, Want::Nothing);
                self.break_value(target, value, ty);
            }
            (Some(want), None) => {
                let wanted = want.value().unwrap_or(Ty::VOID);
                let ty = *self.loops[target].ways.ty.get_or_insert(wanted);
                if !self.unify(ty, Ty::VOID) {
                    let shown = self.show(ty);
                    self.error(WRONG_BREAK, span, "this `break` needs a value", format!("expected `{shown}`"));
                }
            }
            (None, Some(value)) => {
                self.infer(value, Want::Nothing);
                let at = self.body.exprs[value].span;
                self.error(WRONG_BREAK, at, "only `loop` and labelled blocks have a value", "`while` and `for` have none");
            }
            (None, None) => {}
        }
        Ty::NEVER
    }

    fn break_value(&mut self, target: usize, value: ExprId, ty: Ty) {
        let mut ways = std::mem::take(&mut self.loops[target].ways);
        if let Err(others) = self.add_way(&mut ways, value, ty) {
            self.mismatch(value, ty, others);
            ways.ty = Some(Ty::ERROR);
        }
        self.loops[target].ways = ways;
    }

    pub(super) fn return_value(&mut self, id: ExprId, value: Option<ExprId>) -> Ty {
        let ret = self.ret;
        match value {
            Some(value) => {
                let ty = self.infer(value, Want::Value(ret));
                if ret == Ty::VOID && ![Ty::VOID, Ty::NEVER, Ty::ERROR].contains(&self.resolve(ty)) {
                    self.value_from_void(value, ty);
                    // With a result type, every other `return` of a value is right.
                    self.ret = Ty::ERROR;
                } else {
                    self.coerce(value, ty, ret);
                }
            }
            None if ret == Ty::VOID || ret == Ty::ERROR => {}
            None => {
                let shown = self.show(ret);
                let span = self.body.exprs[id].span;
                self.error(WRONG_RETURN, span, "this `return` needs a value", format!("expected `{shown}`"));
            }
        }
        Ty::NEVER
    }

    /// A value where the function returns nothing.
    pub(super) fn value_from_void(&mut self, value: ExprId, ty: Ty) {
        let tail = self.tail_of(value);
        let is_tail = tail != value;
        let value = tail;
        let ty = self.defaulted(ty);
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
                diagnostic.suggest(Span::new(end, end), format!(" -> {shown}"), "the result type stands behind the parameters")
            }
            _ => diagnostic,
        };
        self.cx.emit(diagnostic);
    }
}
