//! The literals that a format may be.
//!
//! As in C compilers, these count: literals, constants and statics that are one, variables that are never assigned again, the
//! branches of `if` and `match`, and addresses behind the start of one.

use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use vex_ir::lang::{In, Valued};
use vex_ir::tree::*;
use vex_ir::ty::Ty;
use vex_ir::{Span, Symbol};

/// A literal, from the byte on at which the format begins.
pub(super) struct Literal<'a> {
    pub bytes: &'a [u8],
    /// All of it.
    pub whole: &'a [u8],
    pub skipped: usize,
    pub span: Span,
}

/// What an expression may be, and whether that is all.
pub(super) fn literals<'a>(
    ir: In<Valued, &'a Program>,
    variables: &'a Variables<'a>,
    id: ExprId,
) -> (Vec<Literal<'a>>, bool) {
    let mut finder = Finder { ir, variables, seen: FxHashSet::default(), out: Vec::new(), all: true };
    finder.expr(variables.body, id, 0);
    (finder.out, finder.all)
}

/// The values of variables that have had no other, for one body. They are computed at the first query.
pub(super) struct Variables<'a> {
    body: Read<'a, Valued>,
    values: OnceCell<FxHashMap<LocalId, ExprId>>,
}

impl<'a> Variables<'a> {
    pub(super) fn new(body: Read<'a, Valued>) -> Variables<'a> {
        Variables { body, values: OnceCell::new() }
    }

    fn value(&self, local: LocalId) -> Option<ExprId> {
        let body = self.body;
        let values = self.values.get_or_init(|| {
            let stmts = body.stmts.all().iter();
            let value = |stmt: &Stmt| match stmt.kind {
                StmtKind::Let { pat, init: Some(init), .. } => match body.raw().pat(pat) {
                    PatKind::Local(local, None) if !body.locals[local].mutable => Some((local, init)),
                    _ => None,
                },
                _ => None,
            };
            stmts.filter_map(value).collect()
        });
        values.get(&local).copied()
    }
}

struct Finder<'a> {
    ir: In<Valued, &'a Program>,
    variables: &'a Variables<'a>,
    /// Places that were visited: constants may refer to one constant by many ways.
    seen: FxHashSet<(Span, usize)>,
    out: Vec<Literal<'a>>,
    all: bool,
}

impl<'a> Finder<'a> {
    // Long because it has an arm for each kind of expression that leads on.
    fn expr(&mut self, body: Read<'a, Valued>, mut id: ExprId, mut skipped: usize) {
        loop {
            if body.expr_ty(id) == Ty::NEVER {
                return;
            }
            match body.kind(id) {
                ExprKind::Convert(e) | ExprKind::Cast(e, _) | ExprKind::Ref(_, e) => id = e,
                ExprKind::Deref(e) => id = e,
                ExprKind::Method(Method::AsPtr | Method::AsBytes | Method::Cast, args) => match body.expr_lists[args] {
                    [e] => id = e,
                    _ => return self.other(),
                },
                ExprKind::Method(Method::PtrAdd, args) => match body.expr_lists[args] {
                    [e, by] if int(body, by).is_some() => {
                        skipped += int(body, by).unwrap_or(0);
                        id = e;
                    }
                    _ => return self.other(),
                },
                ExprKind::Block(block) if block.label == Symbol::EMPTY => match body.tail(block) {
                    Some(tail) => id = tail,
                    None => return self.other(),
                },
                ExprKind::If { cond, then, els: Some(els) } => match self.truth(body, cond) {
                    Some(true) => id = then,
                    Some(false) => id = els,
                    None => {
                        self.expr(body, then, skipped);
                        id = els;
                    }
                },
                ExprKind::Match(_, arms) => {
                    body.arms[arms].iter().for_each(|arm| self.expr(body, arm.body, skipped));
                    return;
                }
                ExprKind::Item(item, _) => return self.item(item, skipped),
                ExprKind::Local(local) => match self.value(body, local) {
                    Some(init) if self.seen.insert((body.locals[local].span, skipped)) => id = init,
                    Some(_) => return,
                    None => return self.other(),
                },
                ExprKind::Str { bytes, .. } => {
                    let whole = &body.get().strings[bytes];
                    match whole.get(skipped..) {
                        Some(bytes) => {
                            let span = body.exprs[id].span;
                            if self.seen.insert((span, skipped)) {
                                self.out.push(Literal { bytes, whole, skipped, span });
                            }
                        }
                        None => self.other(),
                    }
                    return;
                }
                // Everything else is known when the program runs.
                _ => return self.other(),
            }
        }
    }

    fn value(&self, body: Read<'_, Valued>, local: LocalId) -> Option<ExprId> {
        // Those of constants with blocks of their own are not worth a table each.
        std::ptr::eq(body.get(), self.variables.body.get()).then(|| self.variables.value(local)).flatten()
    }

    fn other(&mut self) {
        self.all = false;
    }

    fn item(&mut self, id: ItemId, skipped: usize) {
        let ir = self.ir;
        let item = &ir.items[id];
        let body = ir.body(id);
        let fixed = matches!(item.kind::<Valued>(), ItemKind::Const { .. } | ItemKind::Static { mutable: false, .. });
        match body.root.filter(|_| fixed) {
            Some(root) if self.seen.insert((item.name.span, skipped)) => self.expr(body, root, skipped),
            Some(_) => {}
            None => self.other(),
        }
    }

    /// What a condition is, where that is known now: C compilers leave out the other branch, too.
    fn truth(&self, body: Read<'_, Valued>, cond: ExprId) -> Option<bool> {
        match body.kind(cond) {
            ExprKind::Bool(value) => Some(value),
            ExprKind::Unary(UnOp::Not, inner) => self.truth(body, inner).map(|value| !value),
            ExprKind::Item(item, _) if matches!(self.ir.items[item].kind::<Valued>(), ItemKind::Const { .. }) => {
                self.ir.defs.value(item)?.bits().map(|bits| bits != 0)
            }
            _ => None,
        }
    }
}

fn int(body: Read<'_, Valued>, mut id: ExprId) -> Option<usize> {
    while let ExprKind::Convert(inner) = body.kind(id) {
        id = inner;
    }
    match body.kind(id) {
        ExprKind::Int { low, high, .. } if high == BigInt::default() => usize::try_from(low).ok(),
        _ => None,
    }
}
