//! Gives every expression its type, and makes conversions and method calls explicit.
//!
//! Language: Linked -> Typed
//! Establishes: every expression and variable has its type; implicit conversions are `Convert` nodes; methods are known;
//! fields are reached through explicit dereferences; what may not be assigned is not.
//! Preserves: evaluation order, and everything that was written.
//!
//! Before:
//! ```vex
//! fn widen(x: i32) -> i64 {
//!     x
//! }
//! ```
//! After:
//! ```vex
//! fn widen(x: i32) -> i64 {
//!     x as i64
//! }
//! ```

mod assoc;
mod call;
mod coerce;
mod control;
mod expr;
mod generic;
mod hint;
mod infer;
mod member;
mod method;
mod operator;
mod pattern;
mod pending;
mod place;
mod term;
mod traits;
mod variant;
mod want;
mod zero;

use la_arena::Arena;
use rustc_hash::FxHashMap;
use term::{Len, Shape, Term, Terms, VarKind};
use vex_ir::lang::{Linked, Typed};
use vex_ir::tree::*;
use vex_ir::ty::*;
use want::Want;

use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const MISMATCHED_TYPES: Code = Code("E0401");
const WRONG_RETURN: Code = Code("E0402");

/// Checks one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Write<Linked, Typed, &mut Body>) {
    let mut checker = TypeChecker::new(cx, sigs, id, body);
    checker.item();
    checker.finish();
}

struct TypeChecker<'a> {
    cx: &'a mut Cx,
    sigs: &'a Sigs,
    types: &'a Types,
    items: &'a Arena<Item>,
    removed: &'a Removed,
    /// The variables of which it is reported that they, or what they refer to, cannot be changed.
    read_only_locals: Vec<LocalId>,
    item_ty: &'a [ItemTy],
    anon_values: &'a FxHashMap<ItemId, i128>,
    impls: &'a Impls,
    generics_of: &'a FxHashMap<ItemId, Vec<vex_ir::ty::GenericParam>>,
    id: ItemId,
    body: Write<Linked, Typed, &'a mut Body>,
    /// What is not known of types.
    terms: Terms<'a>,
    /// The type of each expression so far; the error type for what was not looked at.
    exprs: Vec<Term>,
    /// The type of each variable so far.
    locals: Vec<Term>,
    /// What had to wait for a type, in the order of the source; nothing where it is done.
    pending: Vec<Option<pending::Pending>>,
    /// Whether a missing value was reported where one is kept.
    void_reported: bool,
    /// Whether those whose variables are decided are being tried again.
    settling: bool,
    /// Whether all of the body was looked at, so that nothing else decides what is still open.
    ending: bool,
    /// What the function returns.
    ret: Ty,
    loops: Vec<control::Loop>,
    /// Whether control cannot reach the point being checked.
    diverges: bool,
    /// Numbers, integers with their sign: whether they fit their type shows only at the end.
    literals: Vec<(ExprId, bool)>,
    /// Casts: whether they make sense shows only at the end.
    casts: Vec<ExprId>,
    /// Negations of what may turn out to be unsigned.
    negations: Vec<ExprId>,
    /// Calls of `default()`, and which fields are given beside them: whether zero is a value shows only at the end.
    defaults: Vec<(ExprId, Vec<bool>)>,
    /// Arguments for `...` whose types only show at the end: only then it is known what C promotes them to.
    open_args: Vec<ExprId>,
    /// Type expressions with `_` in them.
    holes: FxHashMap<TypeId, Term>,
    /// What has to be copied by use: whether it is shows only at the end.
    bounds: Vec<(Term, Span)>,
    /// Mentions of constants that types have.
    constants: Vec<ExprId>,
    /// Those in patterns that may depend on parameters.
    pattern_constants: Vec<ExprId>,
    /// By variable: whether it was declared without a value, so that assigning it is no mutation.
    late: Vec<bool>,
}

impl<'a> TypeChecker<'a> {
    fn new(cx: &'a mut Cx, sigs: &'a Sigs, id: ItemId, body: Write<Linked, Typed, &'a mut Body>) -> TypeChecker<'a> {
        let count = body.exprs.len();
        // Conversions are added as they are found.
        let mut exprs = Vec::with_capacity(count + count / 4);
        exprs.resize(count, Term::ERROR);
        let locals = vec![Term::ERROR; body.locals.len()];
        let literals = count / 8;
        TypeChecker {
            cx,
            sigs,
            types: &sigs.types,
            items: &sigs.items,
            removed: &sigs.removed,
            read_only_locals: Vec::new(),
            item_ty: &sigs.item_ty,
            anon_values: &sigs.anon_values,
            impls: &sigs.impls,
            generics_of: &sigs.generics,
            id,
            body,
            terms: Terms::new(sigs, id),
            exprs,
            locals,
            pending: Vec::new(),
            void_reported: false,
            settling: false,
            ending: false,
            ret: Ty::VOID,
            loops: Vec::new(),
            diverges: false,
            literals: Vec::with_capacity(literals),
            casts: Vec::new(),
            negations: Vec::new(),
            defaults: Vec::new(),
            open_args: Vec::new(),
            holes: FxHashMap::default(),
            bounds: Vec::new(),
            constants: Vec::new(),
            pattern_constants: Vec::new(),
            late: Vec::new(),
        }
    }

    fn item_ty(&self, id: ItemId) -> ItemTy {
        self.item_ty[item_index(id)]
    }

    fn item(&mut self) {
        let items = self.items;
        match (items[self.id].kind::<Linked>(), self.item_ty(self.id)) {
            (ItemKind::Fn(function), ItemTy::Fn(ty)) => self.function(function, ty),
            (ItemKind::Const { .. } | ItemKind::Static { .. } | ItemKind::Anon, ItemTy::Value(ty)) => {
                if let Some(root) = self.body.root {
                    self.check(root, ty.into());
                }
            }
            // Nothing else has expressions.
            _ => {}
        }
    }

    fn function(&mut self, function: &FnItem, ty: Ty) {
        let Some(sig) = self.types.sig(ty) else { return };
        let (params, ret) = (sig.params.clone(), sig.ret);
        self.ret = ret;
        for (param, ty) in function.params.iter().zip(params) {
            self.pattern(param.pat, ty.into());
        }
        let Some(root) = self.body.root else { return };
        self.function_body(root, ret);
    }

    fn function_body(&mut self, root: ExprId, ret: Ty) {
        if ret == Ty::NEVER {
            let ty = self.infer(root, Want::Nothing);
            if !self.diverges && self.resolve(ty) != Ty::NEVER {
                let end = last_char(self.body.exprs[root].span);
                let diagnostic = Diagnostic::error(WRONG_RETURN, end, "a function of type `!` must not return")
                    .label("returns here")
                    .note("end it with a call that does not return, or with an endless `loop`");
                self.report(diagnostic);
            }
            return;
        }
        let ty = self.infer(root, Want::Value(ret.into()));
        if self.resolve(ty) == Ty::VOID && ret != Ty::VOID && !self.diverges {
            return self.missing_value(root, ret);
        }
        let found = self.resolve(ty);
        if ret == Ty::VOID && self.is_value(found) {
            return self.value_from_void(root, found);
        }
        self.coerce(root, ty, ret.into());
    }

    /// The body ends without a value although the function has a result.
    fn missing_value(&mut self, root: ExprId, ret: Ty) {
        if ret == Ty::ERROR {
            return;
        }
        let shown = self.show(ret.into());
        let span = self.body.exprs[root].span;
        let end = last_char(span);
        let item = &self.items[self.id];
        let text = self.cx.text(item.name.name);
        let mut diagnostic = Diagnostic::error(
            WRONG_RETURN,
            end,
            format!("`{text}` returns `{shown}`, but its body ends without a value"),
        )
        .label("nothing is returned here")
        .secondary(item.name.span, "declared here");
        if let ExprKind::Block(block) = self.body.kind(root)
            && let Some(last) = self.body.stmts[block.stmts].last()
            && let StmtKind::Expr { expr, semi: true } = last.kind
        {
            let span = last.span;
            let ty = self.expr_term(expr);
            if ty == ret || self.converts(ty, ret.into()) {
                let semicolon = Span::new(span.hi.saturating_sub(1), span.hi);
                diagnostic = diagnostic.fix(semicolon, "", "remove this semicolon to return the value");
            }
        }
        self.report(diagnostic);
    }

    /// A type for messages.
    fn show(&self, ty: Term) -> String {
        self.terms.show(&self.cx.interner, ty)
    }

    /// A type as far as it is known.
    fn expr_term(&mut self, id: ExprId) -> Term {
        let ty = self.exprs[expr_index(id)];
        self.terms.resolve(ty)
    }

    fn resolve(&mut self, ty: Term) -> Term {
        self.terms.resolve(ty)
    }

    /// The kind of a variable that is not decided.
    fn var_kind(&self, ty: Term) -> Option<VarKind> {
        self.terms.var_kind(ty)
    }

    fn adt(&self, ty: Term) -> Option<&'a AdtDef> {
        self.terms.adt(ty).map(|adt| &self.types.adts[adt])
    }

    fn repr_int(&self, ty: Term) -> Option<IntTy> {
        self.types.repr_int(ty.finished()?)
    }

    /// Whether there are values of a type, as far as that is known: it is neither `void` nor `!`.
    fn is_value(&self, ty: Term) -> bool {
        ty != Ty::VOID && ty != Ty::NEVER && ty != Ty::ERROR && self.var_kind(ty) != Some(VarKind::Later)
    }

    fn mismatch(&mut self, expr: ExprId, found: Term, wanted: Term) {
        self.mismatch_with(expr, found, wanted, true);
    }

    /// The same, with or without what would make the types match.
    fn mismatch_with(&mut self, expr: ExprId, found: Term, wanted: Term, hints: bool) {
        let (found, wanted) = (self.resolve(found), self.resolve(wanted));
        // The mismatch is the only report about these types: nothing else is said about their variables.
        self.terms.taint(found);
        self.terms.taint(wanted);
        if self.terms.mentions_error(found) || self.terms.mentions_error(wanted) {
            return;
        }
        if found == Ty::VOID && self.var_kind(wanted).is_some() {
            return self.no_value_here(expr);
        }
        let expr = self.tail_of(expr);
        if let ExprKind::Call(callee, args) = self.body.kind(expr)
            && args.is_empty()
            && self.expr_term(callee) == wanted
            && wanted.finished().and_then(|ty| self.types.sig(ty)).is_some_and(|sig| !sig.params.is_empty())
        {
            // The arguments that it lacks are reported.
            return;
        }
        let (found_text, wanted_text) = (self.show(found), self.show(wanted));
        let span = self.body.exprs[expr].span;
        let mut diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "mismatched types")
            .label(format!("expected `{wanted_text}`, found `{found_text}`"));
        if !hints {
            return self.report(diagnostic);
        }
        diagnostic = self.hint(diagnostic, expr, found, wanted);
        self.report(diagnostic);
    }

    /// Where the value of an expression stands: at the end of blocks.
    fn tail_of(&self, mut expr: ExprId) -> ExprId {
        while let ExprKind::Block(block) = self.body.kind(expr)
            && let Some(tail) = self.body.tail(block)
        {
            expr = tail;
        }
        expr
    }

    #[inline]
    fn set(&mut self, id: ExprId, ty: Term) -> Term {
        let index = expr_index(id);
        if index >= self.exprs.len() {
            self.exprs.resize(index + 1, Term::ERROR);
        }
        self.exprs[index] = ty;
        ty
    }

    /// Puts an expression around another, in its place.
    fn wrap(&mut self, id: ExprId, ty: Term, make: impl FnOnce(ExprId) -> ExprKind<Typed>) {
        let expr = self.body.exprs[id];
        let inner = self.body.exprs.alloc(expr);
        let inner_ty = self.exprs[expr_index(id)];
        self.set(inner, inner_ty);
        self.body.set(id, make(inner));
        self.set(id, ty);
    }

    /// The expression itself, without the conversions and dereferences that were put around it since it was noted.
    fn noted(&self, mut id: ExprId) -> ExprId {
        while let ExprKind::Convert(inner) | ExprKind::Deref(inner) = self.body.kind(id) {
            id = inner;
        }
        id
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.body.broken = true;
        self.cx.emit(diagnostic);
    }

    fn error(&mut self, code: Code, span: Span, message: impl Into<String>, label: impl Into<String>) {
        self.report(Diagnostic::error(code, span, message).label(label));
    }

    fn name(&self, symbol: Symbol) -> &str {
        self.cx.text(symbol)
    }
}

fn local_index(id: LocalId) -> usize {
    id.into_raw().into_u32() as usize
}

/// The closing brace of a block.
fn last_char(span: Span) -> Span {
    Span::new(span.hi.saturating_sub(1).max(span.lo), span.hi)
}
