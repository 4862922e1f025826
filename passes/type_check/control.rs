//! Blocks and control flow.

use super::infer::VarKind;
use super::*;
use vex_ir::pool::List;

const E0420: Code = Code("E0420");
const E0421: Code = Code("E0421");
const E0422: Code = Code("E0422");
const E0423: Code = Code("E0423");

/// What `break` may lead out of.
pub(super) struct Loop {
    label: Symbol,
    /// Whether an unlabelled `break` means it.
    is_loop: bool,
    /// The type of its value; `None` for `while` and `for`, which have none.
    ty: Option<Ty>,
    /// Whether a `break` leads out of it.
    left: bool,
}

impl Checker<'_> {
    pub(super) fn block(&mut self, block: Block, want: Option<Ty>) -> Ty {
        if block.label == Symbol::EMPTY {
            return self.statements(block, want);
        }
        let ty = want.unwrap_or_else(|| self.fresh(VarKind::Any, Span::NONE));
        self.loops.push(Loop { label: block.label, is_loop: false, ty: Some(ty), left: false });
        let value = self.statements(block, Some(ty));
        let left = self.loops.pop().is_some_and(|l| l.left);
        if left {
            self.diverges = false;
        }
        if self.resolve(value) == Ty::NEVER {
            return if left { ty } else { Ty::NEVER };
        }
        if !self.unify(value, ty) { value } else { ty }
    }

    fn statements(&mut self, block: Block, want: Option<Ty>) -> Ty {
        let last = block.stmts.range().next_back();
        let mut value = Ty::VOID;
        for position in block.stmts.range() {
            let stmt = *self.body.stmts.at(position);
            match stmt.kind {
                StmtKind::Let { pat, ty, init, els } => self.let_statement(pat, ty, init, els, stmt.span),
                StmtKind::Expr { expr, semi: false } if Some(position) == last => {
                    value = self.tail(expr, want);
                }
                StmtKind::Expr { expr, semi: false } => self.no_value(expr),
                StmtKind::Expr { expr, semi: true } => {
                    self.infer(expr, None);
                }
                StmtKind::Defer(expr) => {
                    let before = self.diverges;
                    self.infer(expr, None);
                    self.diverges = before;
                }
                StmtKind::Item(_) => {}
            }
        }
        if self.diverges && value == Ty::VOID { Ty::NEVER } else { value }
    }

    /// The value of a block, converted where it stands: inside branches the conversion must happen there.
    fn tail(&mut self, expr: ExprId, want: Option<Ty>) -> Ty {
        let ty = self.infer(expr, want);
        match want {
            Some(want) if self.resolve(ty) != Ty::NEVER && self.try_coerce(expr, ty, want) => {
                // An error stays one, so that nobody reports it again.
                if self.resolve(ty) == Ty::ERROR { Ty::ERROR } else { want }
            }
            _ => ty,
        }
    }

    /// A block-like statement without a semicolon has no value unless it is the last.
    fn no_value(&mut self, expr: ExprId) {
        let ty = self.infer(expr, Some(Ty::VOID));
        let ty = self.resolve(ty);
        if ty != Ty::VOID && ty != Ty::NEVER && ty != Ty::ERROR {
            let span = self.body.exprs[expr].span;
            let shown = self.show(ty);
            let diagnostic = Diagnostic::error(E0401, span, "mismatched types")
                .label(format!("expected no value, found `{shown}`"))
                .suggest(span.end(), ";", "a semicolon drops the value");
            self.cx.emit(diagnostic);
        }
    }

    fn let_statement(&mut self, pat: PatId, ty: Option<TypeId>, init: Option<ExprId>, els: Option<ExprId>, span: Span) {
        let declared = ty.filter(|t| self.body.types[*t].kind != TypeKind::Infer).map(|t| (self.body.meaning(t), t));
        let ty = match (declared, init) {
            (Some((ty, at)), Some(init)) => {
                let ty = self.sized_local(ty, self.body.types[at].span);
                self.check(init, ty);
                ty
            }
            (Some((ty, at)), None) => self.sized_local(ty, self.body.types[at].span),
            (None, Some(init)) => {
                let found = self.infer(init, None);
                let found = self.resolve(found);
                // `let _ = f();` drops whatever there is, even nothing.
                if self.body.pats[pat].kind == PatKind::Wild { found } else { self.value_of_let(found, init) }
            }
            (None, None) => self.fresh(VarKind::Any, span),
        };
        if init.is_none()
            && let PatKind::Local(local, _) = self.body.pats[pat].kind
        {
            let index = local_index(local);
            if self.late.len() <= index {
                self.late.resize(index + 1, false);
            }
            self.late[index] = true;
        }
        self.pattern(pat, ty);
        if let Some(els) = els {
            self.infer(els, None);
        }
    }

    fn value_of_let(&mut self, found: Ty, init: ExprId) -> Ty {
        if found == Ty::VOID {
            let span = self.body.exprs[init].span;
            self.error(E0420, span, "this has no value", "its type is `void`");
            return Ty::ERROR;
        }
        if found == Ty::NULL {
            let span = self.body.exprs[init].span;
            self.error(
                E0420,
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
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(E0420, span, format!("a variable cannot have type `{shown}`"));
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
        want: Option<Ty>,
    ) -> Ty {
        self.condition(cond);
        let before = self.diverges;
        let Some(els) = els else {
            let ty = self.infer(then, Some(Ty::VOID));
            self.diverges = before;
            let ty = self.resolve(ty);
            if ty != Ty::VOID && ty != Ty::NEVER && ty != Ty::ERROR {
                let shown = self.show(ty);
                let span = self.body.exprs[id].span;
                self.error(
                    E0421,
                    span,
                    "an `if` without `else` has no value",
                    format!("`{shown}` where nothing is expected"),
                );
                return Ty::ERROR;
            }
            return Ty::VOID;
        };
        let first = self.infer(then, want);
        let left = std::mem::replace(&mut self.diverges, before);
        let hint = want.unwrap_or(first);
        let hint = Some(hint).filter(|h| self.resolve(*h) != Ty::NEVER);
        let second = self.infer(els, hint);
        self.diverges &= left;
        self.join(then, first, els, second)
    }

    /// The common type of two branches.
    fn join(&mut self, a: ExprId, first: Ty, b: ExprId, second: Ty) -> Ty {
        if let Some(common) = self.joined(a, first, b, second) {
            return common;
        }
        let (one, two) = (self.body.exprs[self.tail_of(a)].span, self.body.exprs[self.tail_of(b)].span);
        let diagnostic = Diagnostic::error(E0421, two, "the branches have different types")
            .label(self.branch_label(second))
            .secondary(one, self.branch_label(first));
        self.cx.emit(diagnostic);
        Ty::ERROR
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

    fn condition(&mut self, cond: ExprId) {
        let mut bare = cond;
        while let ExprKind::Paren(inner) = self.body.exprs[bare].kind {
            bare = inner;
        }
        if let ExprKind::Assign(place, value) = self.body.exprs[bare].kind {
            let ty = self.infer(place, None);
            self.infer(value, Some(ty));
            let [place, value] = [place, value].map(|e| self.cx.snippet(self.body.exprs[e].span));
            let fixed = format!("{place} == {value}");
            let span = self.body.exprs[bare].span;
            let diagnostic = Diagnostic::error(E0401, span, "an assignment is no condition").label("has no value");
            self.cx.emit(diagnostic.suggest(span, fixed, "`==` compares"));
            self.set(cond, Ty::ERROR);
            return;
        }
        let ty = self.infer(cond, Some(Ty::BOOL));
        if self.try_coerce(cond, ty, Ty::BOOL) {
            return;
        }
        let ty = self.resolve(ty);
        let shown = self.show(ty);
        let span = self.body.exprs[cond].span;
        let mut diagnostic = Diagnostic::error(E0401, span, "a condition must be a `bool`")
            .label(format!("expected `bool`, found `{shown}`"));
        if ty.as_int().is_some() || self.var_kind(ty) == Some(VarKind::Int) {
            let text = self.cx.snippet(span).to_string();
            diagnostic = diagnostic.suggest(span, format!("{text} != 0"), "compare with zero");
        } else if ty.as_var().is_none() && self.types.is_raw_ptr(ty) {
            let text = self.operand_text(span);
            diagnostic = diagnostic.suggest(span, format!("!{text}.is_null()"), "ask whether it is null");
        }
        self.cx.emit(diagnostic);
    }

    fn in_loop(&mut self, label: Symbol, ty: Option<Ty>, body: ExprId) -> bool {
        self.loops.push(Loop { label, is_loop: true, ty, left: false });
        let found = self.infer(body, Some(Ty::VOID));
        self.coerce(body, found, Ty::VOID);
        self.loops.pop().is_some_and(|l| l.left)
    }

    pub(super) fn while_loop(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> Ty {
        self.condition(cond);
        let before = self.diverges;
        self.in_loop(label, None, body);
        self.diverges = before;
        Ty::VOID
    }

    pub(super) fn endless_loop(&mut self, label: Symbol, body: ExprId, want: Option<Ty>) -> Ty {
        let ty = match want {
            Some(want) if self.resolve(want) != Ty::NEVER => want,
            _ => self.fresh(VarKind::Any, Span::NONE),
        };
        let before = self.diverges;
        let left = self.in_loop(label, Some(ty), body);
        if left {
            self.diverges = before;
            return self.loop_value(ty);
        }
        self.unify(ty, Ty::NEVER);
        Ty::NEVER
    }

    /// What a loop is worth that no `break` gives a value.
    fn loop_value(&mut self, ty: Ty) -> Ty {
        let ty = self.resolve(ty);
        if ty.as_var().is_some() && self.var_kind(ty) == Some(VarKind::Any) {
            self.unify(ty, Ty::VOID);
        }
        self.resolve(ty)
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
    fn iterated(&mut self, mut iter: ExprId) -> Ty {
        while let ExprKind::Paren(inner) = self.body.exprs[iter].kind {
            self.set(iter, Ty::VOID);
            iter = inner;
        }
        if let ExprKind::Range { lo, hi, .. } = self.body.exprs[iter].kind {
            self.set(iter, Ty::VOID);
            return self.range(iter, lo, hi);
        }
        let ty = self.infer(iter, None);
        let ty = self.known(iter, ty);
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        let found = if ty.as_var().is_some() { None } else { self.iterated_type(ty) };
        found.unwrap_or_else(|| {
            let shown = self.show(ty);
            let span = self.body.exprs[iter].span;
            let mut diagnostic =
                Diagnostic::error(E0423, span, format!("`{shown}` cannot be iterated over")).label("not iterable");
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
            self.error(E0423, span, "a range to iterate over needs a start", "starts nowhere");
            return Ty::ERROR;
        };
        let first = self.infer(lo, None);
        let ty = match hi {
            None => first,
            Some(hi) => {
                let second = self.infer(hi, Some(first));
                let Some(common) = self.joined(lo, first, hi, second) else {
                    let (x, y) = (self.show(first), self.show(second));
                    self.error(
                        E0423,
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
        self.error(E0423, span, format!("a range of `{shown}` cannot be iterated over"), label);
        Ty::ERROR
    }

    pub(super) fn match_arms(&mut self, on: ExprId, arms: List<Arm>, want: Option<Ty>) -> Ty {
        let scrutinee = self.infer(on, None);
        let before = self.diverges;
        let mut all_diverge = true;
        let mut joined: Option<(ExprId, Ty)> = None;
        for position in arms.range() {
            let arm = *self.body.arms.at(position);
            self.diverges = before;
            self.pattern(arm.pat, scrutinee);
            if let Some(guard) = arm.guard {
                self.condition(guard);
            }
            let hint = want.or(joined.map(|j| j.1)).filter(|w| self.resolve(*w) != Ty::NEVER);
            let mut ty = self.infer(arm.body, hint);
            if let Some(want) = want
                && self.try_coerce(arm.body, ty, want)
                && self.resolve(ty) != Ty::NEVER
                && self.resolve(ty) != Ty::ERROR
            {
                ty = want;
            }
            all_diverge &= self.diverges;
            joined = Some(match joined {
                None => (arm.body, ty),
                Some((first, so_far)) => {
                    let both = self.join(first, so_far, arm.body, ty);
                    (if self.resolve(so_far) == Ty::NEVER { arm.body } else { first }, both)
                }
            });
        }
        self.diverges = before || all_diverge;
        joined.map_or(Ty::NEVER, |j| j.1)
    }

    pub(super) fn break_with(&mut self, label: Symbol, value: Option<ExprId>, span: Span) -> Ty {
        let target = self.loops.iter().rposition(|l| if label == Symbol::EMPTY { l.is_loop } else { l.label == label });
        let Some(target) = target else {
            // `name-resolve` reported it.
            value.map(|v| self.infer(v, None));
            return Ty::NEVER;
        };
        self.loops[target].left = true;
        match (self.loops[target].ty, value) {
            (Some(ty), Some(value)) => self.check(value, ty),
            (Some(ty), None) => {
                if !self.unify(ty, Ty::VOID) {
                    let shown = self.show(ty);
                    self.error(E0422, span, "this `break` needs a value", format!("expected `{shown}`"));
                }
            }
            (None, Some(value)) => {
                self.infer(value, None);
                let at = self.body.exprs[value].span;
                self.error(E0422, at, "only `loop` and labelled blocks have a value", "`while` and `for` have none");
            }
            (None, None) => {}
        }
        Ty::NEVER
    }

    pub(super) fn return_value(&mut self, id: ExprId, value: Option<ExprId>) -> Ty {
        let ret = self.ret;
        match value {
            Some(value) => {
                let ty = self.infer(value, Some(ret));
                if ret == Ty::VOID && ![Ty::VOID, Ty::NEVER, Ty::ERROR].contains(&self.resolve(ty)) {
                    self.value_from_void(value, ty);
                } else {
                    self.coerce(value, ty, ret);
                }
            }
            None if ret == Ty::VOID || ret == Ty::ERROR => {}
            None => {
                let shown = self.show(ret);
                let span = self.body.exprs[id].span;
                self.error(E0402, span, "this `return` needs a value", format!("expected `{shown}`"));
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
        let diagnostic = Diagnostic::error(E0402, span, message)
            .label(format!("`{shown}`"))
            .secondary(name.span, format!("declared here, without `-> {shown}`"));
        let diagnostic =
            if is_tail { diagnostic.suggest(span.end(), ";", "a semicolon drops the value") } else { diagnostic };
        self.cx.emit(diagnostic);
    }
}
