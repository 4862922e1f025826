//! Warns of unused variables, unreachable statements, and results that must be used.
//!
//! Language: Typed -> Typed
//! Establishes: nothing; reports.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! fn twice(x: i32) -> i32 {
//!     x + x
//! }
//! ```
//! After:
//! ```vex
//! fn twice(x: i32) -> i32 {
//!     x + x
//! }
//! ```

use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::diag::article;
use vex_ir::lang::{Any, Typed};
use vex_ir::tree::place::{Root, Step};
use vex_ir::tree::*;
use vex_ir::ty::{Ty, Types};
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const UNUSED_VARIABLE: Code = Code("E0510");
const UNUSED_RESULT: Code = Code("E0511");
const UNREACHABLE_CODE: Code = Code("E0512");
const DEPRECATED_ITEM: Code = Code("E0513");
const NEEDLESS_MUT: Code = Code("E0514");
const DOUBLE_COMPLEMENT: Code = Code("E0214");

/// Checks one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Typed>) {
    let item = &sigs.items[id];
    // A sweep meets what nothing reaches any more.
    let body = body.raw();
    let has_body = body.root.is_some();
    let count = body.locals.len();
    let mut usage = Usage { mentions: vec![0; count], changed: vec![false; count], places: FxHashSet::default() };
    let mut found: Vec<Diagnostic> = Vec::new();
    // A deprecated item may use deprecated items.
    let quiet = item.has_attr(|a| matches!(a, TypedAttr::Deprecated(_)));
    // All that was ever part of the body, in one sweep: names of what is no longer part of it were never resolved, and it has
    // no types.
    for (id, expr) in body.exprs.iter() {
        match expr.raw() {
            ExprKind::Block(block) if has_body && body.expr_ty(id) != Ty::ERROR => {
                statements(cx, sigs, body, block, &mut found);
                usage.lets(&sigs.types, body, block);
            }
            ExprKind::Item(used, _) | ExprKind::Variant(used, ..) if !quiet => {
                found.extend(deprecated(cx, sigs, used, expr.span));
            }
            ExprKind::Unary(UnOp::Not, _) => found.extend(double_complement(cx, sigs, body, id)),
            kind => usage.expr(&sigs.types, body, kind),
        }
    }
    for ty in body.types.values().filter(|_| !quiet) {
        if let TypeKind::Item(used, _) | TypeKind::Variant(used, _, None) = ty.raw() {
            found.extend(deprecated(cx, sigs, used, ty.span));
        }
    }
    if has_body {
        usage.report(cx, body, &mut found);
    }
    found.sort_by_key(|d| d.primary.span);
    found.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
}

/// What happens to each variable.
struct Usage {
    /// How often its value is asked for, or its address. A sweep may come to the assignment before the variable in it.
    mentions: Vec<i32>,
    /// Assigned, or lent out for writing.
    changed: Vec<bool>,
    /// Places whose variables are in `changed` already: a chain of slices would visit them again and again.
    places: FxHashSet<ExprId>,
}

fn local_index(id: LocalId) -> usize {
    id.into_raw().into_u32() as usize
}

impl Usage {
    fn expr(&mut self, types: &Types, body: Read<'_, Any>, kind: ExprKind) {
        match kind {
            ExprKind::Local(local) => self.mentions[local_index(local)] += 1,
            ExprKind::Assign(place, _) | ExprKind::AssignOp(_, place, _) => {
                self.change(types, body, place);
                // Assigning a variable does not use it, nor does adding to it.
                if let ExprKind::Local(local) = body.kind(place) {
                    self.mentions[local_index(local)] -= 1;
                }
            }
            ExprKind::Ref(Mutability::Mut, place) => self.change(types, body, place),
            ExprKind::Method(method, args) if method.lends() => {
                // What `as_mut_ptr` gives leads into the array.
                if let Some(&receiver) = body.expr_lists[args].first() {
                    self.change(types, body, receiver);
                }
            }
            // `&mut a[1..2]` is typed as a mutable slice, and changes the array.
            ExprKind::Index(base, index) if matches!(body.kind(index), ExprKind::Range { .. }) => {
                self.change(types, body, base);
            }
            ExprKind::Match(on, arms)
                if body.may_have(Shapes::DEEP) && body.arms[arms].iter().any(|arm| borrows_to_write(body, arm.pat)) =>
            {
                self.change(types, body, on);
            }
            ExprKind::Let(pat, on) if borrows_to_write(body, pat) => self.change(types, body, on),
            // Nothing else changes a variable.
            _ => {}
        }
    }

    fn lets(&mut self, types: &Types, body: Read<'_, Any>, block: Block) {
        if !body.may_have(Shapes::DEEP) {
            return;
        }
        for stmt in &body.stmts[block.stmts] {
            if let StmtKind::Let { pat, init: Some(init), .. } = stmt.kind
                && borrows_to_write(body, pat)
            {
                self.change(types, body, init);
            }
        }
    }

    fn change(&mut self, types: &Types, body: Read<'_, Any>, mut place: ExprId) {
        while self.places.insert(place) {
            match body.place_step(place, |base| types.is_fat(body.expr_ty(base))) {
                Step::Part(base) => place = base,
                Step::Root(Root::Local(local)) => self.changed[local_index(local)] = true,
                // What is behind a pointer may change though the pointer does not.
                Step::Root(Root::Item(_) | Root::Behind(_) | Root::Error | Root::Value) => return,
            }
        }
    }

    fn report(&self, cx: &Cx, body: Read<'_, Any>, found: &mut Vec<Diagnostic>) {
        let patterns = Patterns::of(body);
        for (id, local) in body.locals.iter() {
            let text = cx.text(local.name);
            if local.synthetic || text.starts_with('_') || local.ty == Ty::ERROR || text == "self" {
                continue;
            }
            if self.mentions[local_index(id)] <= 0 {
                let message = format!("unused variable: `{text}`");
                let diagnostic = Diagnostic::warning(UNUSED_VARIABLE, "unused_variables", local.span, message);
                // Where it is assigned, it has its name too.
                found.push(match self.changed[local_index(id)] {
                    true => diagnostic.label("assigned, but never read"),
                    // It would be the keyword of C's last case.
                    false if text == "default" => {
                        diagnostic.label("any value matches it").fix(local.span, "_", "`_` stands for everything else")
                    }
                    // Every alternative binds it.
                    false if patterns.shared.contains(&id) => diagnostic.label("never used"),
                    false if let Some(whole) = patterns.shorthand.get(&local.span) => {
                        diagnostic.label("never used").fix(*whole, format!("{text}: _"), "`_` leaves the field out")
                    }
                    false => diagnostic.label("never used").fix(
                        local.span,
                        format!("_{text}"),
                        "a leading `_` says that this is meant",
                    ),
                });
            } else if local.mutable && !self.changed[local_index(id)] {
                let message = format!("`{text}` need not be mutable");
                let mut diagnostic =
                    Diagnostic::warning(NEEDLESS_MUT, "unused_mut", local.span, message).label("never changed");
                let before = Span::new(local.span.lo.saturating_sub(4), local.span.lo);
                if cx.snippet(before) == "mut " {
                    diagnostic = diagnostic.fix(before, "", "leave out `mut`");
                }
                found.push(diagnostic);
            }
        }
    }
}

/// Whether a name in a pattern stands for a reference by which the matched value, or a part of it, is written.
fn borrows_to_write(body: Read<'_, Any>, pat: PatId) -> bool {
    let mut left = vec![walk::Node::Pat(pat)];
    while let Some(node) = left.pop() {
        let walk::Node::Pat(pat) = node else { continue };
        match body.pats[pat].raw() {
            PatKind::Borrow(Mutability::Mut, _) => return true,
            // What is behind a reference belongs to another variable.
            PatKind::Ref(_) => {}
            _ => body.children(node, &mut |child| left.push(child)),
        }
    }
    false
}

/// Where variables are bound in a way that has to be kept when they get another name.
#[derive(Default)]
struct Patterns {
    /// By the place of `x` in `Point { mut x, .. }`: that of the pattern.
    shorthand: FxHashMap<Span, Span>,
    /// What several alternatives bind.
    shared: FxHashSet<LocalId>,
}

impl Patterns {
    fn of(body: Read<'_, Any>) -> Patterns {
        let mut patterns = Patterns::default();
        if !body.may_have(Shapes::DEEP) {
            return patterns;
        }
        let mut once: FxHashSet<LocalId> = FxHashSet::default();
        for (_, pat) in body.pats.iter() {
            match pat.raw() {
                PatKind::Struct { fields, .. } => {
                    for field in &body.field_pats[fields] {
                        let whole = body.pats[field.pat].span;
                        if whole.hi == field.name.span.hi {
                            patterns.shorthand.insert(field.name.span, whole);
                        }
                    }
                }
                PatKind::Local(local, _) if !once.insert(local) => {
                    patterns.shared.insert(local);
                }
                // Binds nothing itself.
                _ => {}
            }
        }
        patterns
    }
}

/// `!!a` on an integer, which is `a`: in C, it is how a truth value is written.
fn double_complement(cx: &Cx, sigs: &Sigs, body: Read<'_, Any>, id: ExprId) -> Option<Diagnostic> {
    let span = body.exprs[id].span;
    let not = |e: ExprId| match body.kind(e) {
        ExprKind::Unary(UnOp::Not, operand) => Some(operand),
        _ => None,
    };
    let operand = not(not(id)?)?;
    let ty = body.expr_ty(id);
    // Of several, the innermost two are reported.
    if ty.as_int().is_none() || not(operand).is_some() {
        return None;
    }
    let operand = cx.snippet(body.exprs[operand].span);
    let shown = sigs.types.show(&cx.interner, ty);
    let diagnostic =
        Diagnostic::warning(DOUBLE_COMPLEMENT, "double_complement", span, "two complements have no effect")
            .label(format!("`!` flips the bits of {} `{shown}`", article(&shown)))
            .note(format!("whether it is other than zero is `{operand} != 0`, of type `bool`"));
    // An operator directly in front would take the operand of the cast for its own.
    let fixed = match cx.snippet(Span::new(span.lo.saturating_sub(1), span.lo)) {
        "!" | "-" => format!("(({operand} != 0) as {shown})"),
        _ => format!("({operand} != 0) as {shown}"),
    };
    Some(diagnostic.suggest(span, fixed, "for C's meaning, compare with zero"))
}

fn statements(cx: &Cx, sigs: &Sigs, body: Read<'_, Any>, block: Block, found: &mut Vec<Diagnostic>) {
    let stmts = &body.stmts[block.stmts];
    for (i, stmt) in stmts.iter().enumerate() {
        let (expr, semi) = match stmt.kind {
            StmtKind::Expr { expr, semi } => (expr, semi),
            StmtKind::Let { init: Some(init), .. } => (init, false),
            StmtKind::Let { init: None, .. } | StmtKind::Defer(_) | StmtKind::Item(_) => continue,
        };
        if body.expr_ty(expr) == Ty::NEVER
            && let Some(next) = stmts.get(i + 1).filter(|s| !matches!(s.kind, StmtKind::Item(_)))
        {
            let diagnostic =
                Diagnostic::warning(UNREACHABLE_CODE, "unreachable_code", next.span, "this statement is never reached")
                    .label("unreachable")
                    .secondary(stmt.span, "control does not get past this");
            found.push(diagnostic);
            return;
        }
        if semi {
            found.extend(must_use(cx, sigs, body, expr));
        }
    }
}

/// A result that must be used: the callee or its type says so, or nothing else comes of computing it.
fn must_use(cx: &Cx, sigs: &Sigs, body: Read<'_, Any>, expr: ExprId) -> Option<Diagnostic> {
    let span = body.exprs[expr].span;
    let reason = match body.kind(expr) {
        ExprKind::Convert(inner) => return must_use(cx, sigs, body, inner),
        ExprKind::Block(block) => return must_use(cx, sigs, body, body.tail(block)?),
        ExprKind::Call(callee, _) => {
            let ExprKind::Item(item, _) = body.kind(callee) else { return None };
            let name = cx.text(sigs.items[item].name.name);
            match reason_of(&sigs.items[item]) {
                Some(reason) => (format!("the result of `{name}` must be used"), "dropped here", reason),
                None => {
                    let ty = body.expr_ty(expr);
                    let (name, reason) = must_use_type(sigs, ty)?;
                    let name = cx.text(name);
                    (format!("{} `{name}` must be used", article(name)), "dropped here", reason)
                }
            }
        }
        ExprKind::Method(method, _) if !method.of().must_use => return None,
        // An expression in error may have been meant as a statement.
        _ if body.expr_ty(expr) == Ty::ERROR => return None,
        ExprKind::Binary(..)
        | ExprKind::Unary(..)
        | ExprKind::Cast(..)
        | ExprKind::And(..)
        | ExprKind::Or(..)
        | ExprKind::Ref(..)
        | ExprKind::Method(..) => ("the result of this operation must be used".to_string(), "has no effect", ""),
        _ => return None,
    };
    let (message, label, reason) = reason;
    let diagnostic = Diagnostic::warning(UNUSED_RESULT, "unused_must_use", span, message).label(label);
    Some(if reason.is_empty() { diagnostic } else { diagnostic.note(reason) })
}

/// What `#[must_use]` on an item says.
fn reason_of(item: &Item) -> Option<&str> {
    item.attrs.iter().find_map(|a| match a.typed() {
        TypedAttr::MustUse(reason) => Some(reason.as_str()),
        _ => None,
    })
}

/// The name of a struct, union or enum that is marked `#[must_use]`, and why.
fn must_use_type(sigs: &Sigs, ty: Ty) -> Option<(Symbol, &str)> {
    let adt = sigs.types.adt(ty)?;
    let module = sigs.modules.iter().find(|(_, m)| m.span.lo <= adt.span.lo && adt.span.hi <= m.span.hi)?.0;
    let item = &sigs.items[sigs.item_at(module, adt.span)?];
    (item.name.span == adt.span).then(|| reason_of(item).map(|reason| (item.name.name, reason)))?
}

fn deprecated(cx: &Cx, sigs: &Sigs, used: ItemId, span: Span) -> Option<Diagnostic> {
    let item = &sigs.items[used];
    let reason = item.attrs.iter().find_map(|a| match a.typed() {
        TypedAttr::Deprecated(reason) => Some(reason),
        _ => None,
    })?;
    let name = cx.text(item.name.name);
    debug_assert!(item.name.name != Symbol::EMPTY);
    let diagnostic =
        Diagnostic::warning(DEPRECATED_ITEM, "deprecated", span, format!("`{name}` is deprecated")).label("deprecated");
    Some(if reason.is_empty() { diagnostic } else { diagnostic.note(reason.as_str()) })
}
