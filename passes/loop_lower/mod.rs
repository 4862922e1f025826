//! Turns `while` and `for` into `loop`.
//!
//! Language: Valued -> Looped
//! Establishes: `loop` is the only loop.
//! Preserves: types, evaluation order, what `break` and `continue` mean.
//!
//! Before:
//! ```vex
//! fn count(n: i32) {
//!     let mut i = 0;
//!     while i < n {
//!         i += 1;
//!     }
//! }
//! ```
//! After:
//! ```vex
//! fn count(n: i32) {
//!     let mut i = 0;
//!     loop {
//!         if i < n {
//!             i += 1;
//!         } else {
//!             break
//!         }
//!     }
//! }
//! ```

mod jumps;

use jumps::Jumps;
use vex_ir::lang::{Looped, Valued};
use vex_ir::pool::List;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Cx, Span, Symbol};

/// Rewrites the loops of one item.
pub fn run(cx: &mut Cx, sigs: &Sigs, _: ItemId, mut body: Write<Valued, Looped, &mut Body>) {
    let types = &sigs.types;
    let loops: Vec<ExprId> = body
        .exprs
        .iter()
        .filter(|(_, e)| e.raw().as_loop().is_some() && e.raw().narrow::<Looped>().is_none())
        .map(|(id, _)| id)
        .collect();
    if loops.is_empty() {
        return;
    }
    let mut jumps = Jumps::of(body.as_input());
    let suffix = free_suffix(cx, &body);
    for id in loops {
        // Unreachable loops have no types.
        if body.expr_ty(id) != Ty::VOID {
            continue;
        }
        let span = body.exprs[id].span;
        let continues = jumps.take(id);
        let mut lowering = Lowering { cx, types, body: &mut body, span, suffix: &suffix, jumps: &mut jumps, continues };
        let kind = match lowering.body.kind(id) {
            ExprKind::While { label, cond, body } => lowering.while_loop(label, cond, body),
            ExprKind::For { label, pat, iter, body } => lowering.for_loop(label, pat, iter, body),
            // `loops` has only loops.
            _ => continue,
        };
        body.set(id, kind);
    }
}

struct Lowering<'a, 'b> {
    cx: &'a mut Cx,
    types: &'a Types,
    body: &'a mut Write<Valued, Looped, &'b mut Body>,
    span: Span,
    /// The suffix of the variables that the pass makes.
    suffix: &'a str,
    jumps: &'a mut Jumps,
    /// The `continue`s of this loop.
    continues: Vec<ExprId>,
}

/// A suffix for new variables, so that none of them shadows a variable of the source.
fn free_suffix(cx: &mut Cx, body: &Body) -> String {
    if !body.locals.values().any(|l| cx.text(l.name).starts_with("__")) {
        return String::new();
    }
    let names = ["__next", "__end", "__more", "__all"];
    let mut suffix = String::new();
    for number in 1.. {
        let taken = names.map(|name| cx.interner.intern(&format!("{name}{suffix}")));
        if !body.locals.iter().any(|(_, l)| taken.contains(&l.name)) {
            break;
        }
        suffix = number.to_string();
    }
    suffix
}

impl Lowering<'_, '_> {
    fn expr(&mut self, kind: ExprKind<Looped>, ty: Ty) -> ExprId {
        self.body.add(kind, ty, self.span)
    }

    fn block(&mut self, stmts: Vec<Stmt>) -> ExprKind<Looped> {
        let stmts = self.body.stmts.alloc(stmts);
        ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false })
    }

    fn block_expr(&mut self, stmts: Vec<Stmt>) -> ExprId {
        let kind = self.block(stmts);
        self.expr(kind, Ty::VOID)
    }

    fn stmt(&self, kind: StmtKind) -> Stmt {
        Stmt { attrs: List::default(), kind, span: self.span }
    }

    fn statement(&self, expr: ExprId) -> Stmt {
        self.stmt(StmtKind::Expr { expr, semi: true })
    }

    fn value(&self, expr: ExprId) -> Stmt {
        self.stmt(StmtKind::Expr { expr, semi: false })
    }

    /// `loop { if cond { body } else { break } }`
    fn guarded(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> ExprKind<Looped> {
        let leave = self.expr(ExprKind::Break { label: Symbol::EMPTY, value: None }, Ty::NEVER);
        let leave = self.value(leave);
        let els = self.block_expr(vec![leave]);
        let test = self.expr(ExprKind::If { cond, then: body, els: Some(els) }, Ty::VOID);
        let test = self.value(test);
        let body = self.block_expr(vec![test]);
        ExprKind::Loop { label, body }
    }

    fn while_loop(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> ExprKind<Looped> {
        if self.body.kind(cond) == ExprKind::Bool(true) {
            return ExprKind::Loop { label, body };
        }
        self.guarded(label, cond, body)
    }

    fn local(&mut self, name: &str, ty: Ty, mutable: bool) -> LocalId {
        let name = self.cx.interner.intern(&format!("{name}{}", self.suffix));
        self.body.locals.alloc(Local { name, span: self.span, mutable, ty, synthetic: true })
    }

    fn declare(&mut self, local: LocalId, init: ExprId) -> Stmt {
        let pat = self.body.alloc_pat(PatKind::Local(local, None), self.span);
        self.stmt(StmtKind::Let { pat, ty: None, init: Some(init), els: None })
    }

    fn bind(&self, pat: PatId, init: ExprId) -> Stmt {
        self.stmt(StmtKind::Let { pat, ty: None, init: Some(init), els: None })
    }

    fn read(&mut self, local: LocalId) -> ExprId {
        let ty = self.body.locals[local].ty;
        self.expr(ExprKind::Local(local), ty)
    }

    fn int(&mut self, value: u64, ty: Ty) -> ExprId {
        let suffix = ty.as_int().map_or(Suffix::None, Suffix::Int);
        self.expr(ExprKind::Int { low: value, high: BigInt::default(), suffix }, ty)
    }

    /// `local = local.wrapping_add(1);` cannot overflow where the loop's test held.
    fn step(&mut self, local: LocalId) -> Stmt {
        let ty = self.body.locals[local].ty;
        let one = self.int(1, ty);
        let old = self.read(local);
        let args = self.body.expr_lists.alloc([old, one]);
        let next = self.expr(ExprKind::Method(Method::WrappingAdd, args), ty);
        self.assign(local, next)
    }

    fn assign(&mut self, local: LocalId, value: ExprId) -> Stmt {
        let place = self.read(local);
        let assign = self.expr(ExprKind::Assign(place, value), Ty::VOID);
        self.statement(assign)
    }

    fn compare(&mut self, op: BinOp, a: LocalId, b: LocalId) -> ExprId {
        let (a, b) = (self.read(a), self.read(b));
        self.expr(ExprKind::Binary(op, a, b), Ty::BOOL)
    }

    fn for_loop(&mut self, label: Symbol, pat: PatId, iter: ExprId, body: ExprId) -> ExprKind<Looped> {
        match self.body.kind(iter) {
            ExprKind::Range { lo: Some(lo), hi: Some(hi), inclusive } if self.body.expr_ty(lo) == Ty::CHAR => {
                self.chars(label, pat, [lo, hi], inclusive, body)
            }
            ExprKind::Range { lo: Some(lo), hi: None, .. } => self.endless(label, pat, lo, body),
            ExprKind::Range { lo: Some(lo), hi: Some(hi), inclusive } => match self.exclusive(hi, inclusive) {
                Some(hi) => self.range(label, pat, lo, hi, body),
                None => self.inclusive(label, pat, lo, hi, body),
            },
            _ => self.elements(label, pat, iter, body),
        }
    }

    /// `{ bind; body; steps }`, where every `continue` leads to the steps. These stand behind the body, as in C's `for`: what is
    /// bound then is the counter as it is, in the same register to the end of the body, instead of a copy that is older by one
    /// than what the register has, and optimised code would compute again, or not have for debuggers.
    fn round(&mut self, bind: Stmt, body: ExprId, steps: impl IntoIterator<Item = Stmt>) -> ExprId {
        if self.continues.is_empty() {
            let rest = self.value(body);
            // Where the body never comes to its end, there is no next round.
            let ends = self.body.expr_ty(body) != Ty::NEVER;
            let steps = steps.into_iter().filter(|_| ends);
            let stmts = [bind, rest].into_iter().chain(steps).collect();
            return self.block_expr(stmts);
        }
        let Lowering { jumps, cx, .. } = self;
        let label = jumps.fresh(|number| {
            let number = if number == 0 { String::new() } else { number.to_string() };
            cx.interner.intern(&format!("__body{number}"))
        });
        for jump in std::mem::take(&mut self.continues) {
            self.body.set(jump, ExprKind::Break { label, value: None });
        }
        let span = self.body.span(body);
        let kind = match self.body.kind(body) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY => ExprKind::Block(Block { label, ..block }),
            _ => {
                let stmts = [self.value(body)];
                ExprKind::Block(Block { stmts: self.body.stmts.alloc(stmts), label, is_unsafe: false })
            }
        };
        let body = self.body.typed(kind, Ty::VOID, span);
        let rest = self.value(body);
        self.block_expr([bind, rest].into_iter().chain(steps).collect())
    }

    /// `loop { if next < end { let pat = now; body; next = next + 1; more } else { break } }`, as a statement.
    fn count(
        &mut self,
        label: Symbol,
        pat: PatId,
        now: ExprId,
        body: ExprId,
        [next, end]: [LocalId; 2],
        more: Option<Stmt>,
    ) -> Stmt {
        let bind = self.bind(pat, now);
        let step = self.step(next);
        let then = self.round(bind, body, [step].into_iter().chain(more));
        let cond = self.compare(BinOp::Lt, next, end);
        self.repeat(label, cond, then)
    }

    /// `loop { if cond { body } else { break } }`, as a statement.
    fn repeat(&mut self, label: Symbol, cond: ExprId, body: ExprId) -> Stmt {
        let kind = self.guarded(label, cond, body);
        let repeat = self.expr(kind, Ty::VOID);
        self.value(repeat)
    }

    /// The end as an exclusive one, if it is that or a literal that can be counted up.
    fn exclusive(&mut self, hi: ExprId, inclusive: bool) -> Option<ExprId> {
        if !inclusive {
            return Some(hi);
        }
        let ExprKind::Int { low, high, suffix } = self.body.kind(hi) else { return None };
        // Far from the end of every type.
        if high != BigInt::default() || low >= 100 {
            return None;
        }
        let ty = self.body.expr_ty(hi);
        Some(self.expr(ExprKind::Int { low: low + 1, high, suffix }, ty))
    }

    /// `{ let mut i = lo; let end = hi; loop { if i < end { let pat = i; body; i = i + 1 } else { break } } }`
    fn range(&mut self, label: Symbol, pat: PatId, lo: ExprId, hi: ExprId, body: ExprId) -> ExprKind<Looped> {
        let ty = self.body.expr_ty(lo);
        let next = self.local("__next", ty, true);
        let end = self.local("__end", ty, false);
        let first = self.declare(next, lo);
        let last = self.declare(end, hi);
        let now = self.read(next);
        let repeat = self.count(label, pat, now, body, [next, end], None);
        self.block(vec![first, last, repeat])
    }

    /// The last value may be the largest of its type, so a flag says when it was had.
    fn inclusive(&mut self, label: Symbol, pat: PatId, lo: ExprId, hi: ExprId, body: ExprId) -> ExprKind<Looped> {
        let ty = self.body.expr_ty(lo);
        let next = self.local("__next", ty, true);
        let end = self.local("__end", ty, false);
        let more = self.local("__more", Ty::BOOL, true);
        let first = self.declare(next, lo);
        let last = self.declare(end, hi);
        let any = self.compare(BinOp::Le, next, end);
        let any = self.declare(more, any);
        let now = self.read(next);
        let bind = self.bind(pat, now);
        let again = self.compare(BinOp::Lt, next, end);
        let again = self.assign(more, again);
        let step = self.step(next);
        let then = self.round(bind, body, [again, step]);
        let cond = self.read(more);
        let repeat = self.repeat(label, cond, then);
        self.block(vec![first, last, any, repeat])
    }

    /// Counts scalar values as `u32`, where the number behind the last one exists, and steps over the surrogates:
    /// `{ let mut i = lo as u32; let end = hi as u32; loop { if i < end { let pat = unsafe { *(&i as *u32 as *char) };
    /// body; i = i.wrapping_add(1); if i == 0xd800 { i = 0xe000 } } else { break } } }`
    fn chars(
        &mut self,
        label: Symbol,
        pat: PatId,
        ends: [ExprId; 2],
        inclusive: bool,
        body: ExprId,
    ) -> ExprKind<Looped> {
        let next = self.local("__next", Ty::U32, true);
        let end = self.local("__end", Ty::U32, false);
        let [lo, mut hi] = ends.map(|end| self.cast(end, Ty::U32));
        if inclusive {
            let one = self.int(1, Ty::U32);
            let args = self.body.expr_lists.alloc([hi, one]);
            hi = self.expr(ExprKind::Method(Method::WrappingAdd, args), Ty::U32);
        }
        let first = self.declare(next, lo);
        let last = self.declare(end, hi);
        let now = self.scalar_value(next);
        let skip = self.skip_surrogates(next);
        let repeat = self.count(label, pat, now, body, [next, end], Some(skip));
        self.block(vec![first, last, repeat])
    }

    fn cast(&mut self, e: ExprId, ty: Ty) -> ExprId {
        let (span, body) = (self.span, &mut *self.body);
        let mut name = |kind, ty| {
            let id = body.alloc_type(kind, span);
            let count = body.types.len();
            body.type_ty.resize(count, Ty::ERROR);
            body.type_ty[id.into_raw().into_u32() as usize] = ty;
            id
        };
        let to = match *self.types.kind(ty) {
            TyKind::Ptr(m, of) => {
                let of = name(TypeKind::Prim(of), of);
                name(TypeKind::Ptr(m, of), ty)
            }
            // Everything else that is cast to here is built in.
            _ => name(TypeKind::Prim(ty), ty),
        };
        self.expr(ExprKind::Cast(e, to), ty)
    }

    /// `unsafe { *(&local as *u32 as *char) }`: no cast makes a `char` of a `u32`, since not every one is a scalar value.
    fn scalar_value(&mut self, local: LocalId) -> ExprId {
        let number = self.read(local);
        let ty = self.types.reference(Mutability::Const, Ty::U32);
        let mut pointer = self.expr(ExprKind::Ref(Mutability::Const, number), ty);
        for to in [Ty::U32, Ty::CHAR] {
            let ty = self.types.ptr(Mutability::Const, to);
            pointer = self.cast(pointer, ty);
        }
        let value = self.expr(ExprKind::Deref(pointer), Ty::CHAR);
        let value = self.value(value);
        let stmts = self.body.stmts.alloc([value]);
        self.expr(ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: true }), Ty::CHAR)
    }

    /// `if local == 0xd800 { local = 0xe000 }`
    fn skip_surrogates(&mut self, local: LocalId) -> Stmt {
        let (now, gap) = (self.read(local), self.int(0xd800, Ty::U32));
        let cond = self.expr(ExprKind::Binary(BinOp::Eq, now, gap), Ty::BOOL);
        let behind = self.int(0xe000, Ty::U32);
        let jump = self.assign(local, behind);
        let then = self.block_expr(vec![jump]);
        let test = self.expr(ExprKind::If { cond, then, els: None }, Ty::VOID);
        self.value(test)
    }

    /// `lo..` counts until something leaves the loop; counting too far is an overflow like any other.
    fn endless(&mut self, label: Symbol, pat: PatId, lo: ExprId, body: ExprId) -> ExprKind<Looped> {
        let ty = self.body.expr_ty(lo);
        let next = self.local("__next", ty, true);
        let first = self.declare(next, lo);
        let now = self.read(next);
        let bind = self.bind(pat, now);
        let one = self.int(1, ty);
        let place = self.read(next);
        let step = self.expr(ExprKind::AssignOp(BinOp::Add, place, one), Ty::VOID);
        let step = self.statement(step);
        let rest = self.value(body);
        let inner = self.block_expr(vec![bind, step, rest]);
        let repeat = self.expr(ExprKind::Loop { label, body: inner }, Ty::NEVER);
        let repeat = self.value(repeat);
        self.block(vec![first, repeat])
    }

    /// Arrays give their elements, references to arrays and slices give references to theirs.
    fn elements(&mut self, label: Symbol, pat: PatId, iter: ExprId, body: ExprId) -> ExprKind<Looped> {
        let ty = self.body.expr_ty(iter);
        let all = self.local("__all", ty, false);
        let next = self.local("__next", Ty::USIZE, true);
        let end = self.local("__end", Ty::USIZE, false);
        let hold = self.declare(all, iter);
        let zero = self.int(0, Ty::USIZE);
        let first = self.declare(next, zero);
        let whole = self.read(all);
        let args = self.body.expr_lists.alloc([whole]);
        let len = self.expr(ExprKind::Method(Method::Len, args), Ty::USIZE);
        let last = self.declare(end, len);
        let element = self.element(all, next);
        let repeat = self.count(label, pat, element, body, [next, end], None);
        self.block(vec![hold, first, last, repeat])
    }

    fn element(&mut self, all: LocalId, next: LocalId) -> ExprId {
        let mut base = self.read(all);
        let mut ty = self.body.locals[all].ty;
        let mut by = None;
        if let TyKind::Ref(m, to) = *self.types.kind(ty) {
            by = Some(m);
            if let TyKind::Array(..) | TyKind::OpenArray(..) = self.types.kind(to) {
                base = self.expr(ExprKind::Deref(base), to);
                ty = to;
            }
        }
        let of = match *self.types.kind(ty) {
            TyKind::Array(of, _) | TyKind::OpenArray(of, _) => of,
            TyKind::Ref(_, to) => match *self.types.kind(to) {
                TyKind::Slice(of) => of,
                _ => Ty::ERROR,
            },
            _ => Ty::ERROR,
        };
        let index = self.read(next);
        let element = self.expr(ExprKind::Index(base, index), of);
        match by {
            None => element,
            Some(m) => {
                let ty = self.types.reference(m, of);
                self.expr(ExprKind::Ref(m, element), ty)
            }
        }
    }
}
