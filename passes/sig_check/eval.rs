//! Integers that types depend on: array lengths and discriminants. Runs before expressions have types, so that it computes
//! by the types that expressions say themselves (`Natural`), which is what `type-check` makes of them too. Values are `i128`;
//! a `u128` is there as its bits.

use super::*;
use vex_ir::lang::Resolved;
use vex_ir::pool::List;
use vex_ir::stack::deep;
use vex_ir::arith::{fits, int_binary, sign_extend, truncate};

const NOT_CONSTANT_INTEGER: Code = Code("E0314");
const CYCLIC_LENGTH_OR_DISCRIMINANT: Code = Code("E0315");
const NO_INTEGER_VALUE: Code = Code("E0319");

/// Constants that refer to each other deeper than this are refused.
const MAX_DEPTH: u32 = 200;

/// What type an expression has by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Natural {
    Int(IntTy),
    Bool,
    /// It consists of literals alone: what is wanted decides.
    Open,
    /// Two types that do not widen to each other.
    Mixed,
    /// No number: `char`, an enum.
    Other,
}

impl Natural {
    fn int(self) -> Option<IntTy> {
        match self {
            Natural::Int(int) => Some(int),
            Natural::Bool | Natural::Open | Natural::Mixed | Natural::Other => None,
        }
    }
}

impl SignatureBuilder<'_> {
    /// The length or discriminant that a constant expression of an item is, as a value of `want`. Reports what is wrong with it.
    pub(super) fn eval(&mut self, owner: ItemId, expr: ExprId, want: IntTy) -> Option<i128> {
        let value = self.int(owner, expr, want)?;
        let span = self.ir.bodies[owner].exprs[expr].span;
        if value < 0 && self.natural(owner, expr).int().unwrap_or(want) == IntTy::U128 {
            let message = format!("{} is too large for a length or discriminant", value as u128);
            self.cx.emit(Diagnostic::error(NO_INTEGER_VALUE, span, message).label("2^127 or more"));
            return None;
        }
        self.in_range(value, want, span)
    }

    fn body(&self, owner: ItemId) -> Read<'_, Resolved> {
        Read::new(&self.ir.bodies[owner])
    }

    fn int(&mut self, owner: ItemId, id: ExprId, want: IntTy) -> Option<i128> {
        deep(|| self.int_here(owner, id, want))
    }

    fn int_here(&mut self, owner: ItemId, id: ExprId, want: IntTy) -> Option<i128> {
        let (kind, span) = (self.body(owner).kind(id), self.body(owner).span(id));
        // What an expression says of itself goes before what is wanted of it.
        let own = self.natural(owner, id);
        let want = own.int().unwrap_or(want);
        match kind {
            ExprKind::Error(_) => None,
            ExprKind::Int { low, high, .. } => self.literal(BigInt::join(low, high), false, want, span),
            ExprKind::Char(c) => Some(i128::from(u32::from(c))),
            ExprKind::Bool(b) => Some(i128::from(b)),
            ExprKind::Item(item, _) => self.constant(item, span),
            ExprKind::Variant(item, index) => self.variant(item, index, span),
            ExprKind::Unary(op, e) => {
                // A minus is part of its literal.
                if let (UnOp::Neg, Some(literal)) = (op, self.literal_of(owner, e)) {
                    return self.literal(literal, true, want, span);
                }
                let value = self.int(owner, e, want)?;
                match op {
                    UnOp::Neg => match value.checked_neg().filter(|v| self.fits(*v, want)) {
                        Some(value) => Some(value),
                        None => self.arithmetic(span, "arithmetic overflow"),
                    },
                    UnOp::Not if own == Natural::Bool => Some(i128::from(value == 0)),
                    UnOp::Not => Some(self.wrap(!value, want)),
                }
            }
            ExprKind::Binary(op, a, b) => self.binary(owner, op, a, b, want, span),
            ExprKind::And(a, b) => Some(i128::from(self.int(owner, a, want)? != 0 && self.int(owner, b, want)? != 0)),
            ExprKind::Or(a, b) => Some(i128::from(self.int(owner, a, want)? != 0 || self.int(owner, b, want)? != 0)),
            ExprKind::Cast(e, ty) => self.cast(owner, e, ty, span),
            ExprKind::If { cond, then, els: Some(els) } => {
                let cond = self.int(owner, cond, IntTy::I32)?;
                self.int(owner, if cond != 0 { then } else { els }, want)
            }
            ExprKind::Block(block) => match self.ir.bodies[owner].stmts[block.stmts] {
                [Stmt { kind: StmtKind::Expr { expr, semi: false }, .. }] => self.int(owner, expr, want),
                _ => self.not_constant(span),
            },
            ExprKind::Call(callee, args) => self.call(owner, callee, args, span),
            ExprKind::MethodCall { name, args, .. } => self.length(owner, name, args, span),
            ExprKind::OffsetOf(ty, field) => self.offset_of(owner, ty, field, span),
            // Whatever else there is has no integer value at compile time.
            _ => self.not_constant(span),
        }
    }

    fn not_constant(&mut self, span: Span) -> Option<i128> {
        let diagnostic = Diagnostic::error(NOT_CONSTANT_INTEGER, span, "this is not a constant integer")
            .label("its value must be known here")
            .note("literals, constants, arithmetic, casts, `size_of`, `align_of` and `offset_of` are");
        self.cx.emit(diagnostic);
        None
    }

    /// The value of a literal, with the minus in front of it.
    fn literal(&mut self, size: u128, negative: bool, want: IntTy, span: Span) -> Option<i128> {
        let value = match (negative, want) {
            (false, IntTy::U128) => return Some(size as i128),
            (false, _) => i128::try_from(size).ok(),
            (true, IntTy::U128) if size > 0 => None,
            (true, _) => 0i128.checked_sub_unsigned(size),
        };
        match value {
            Some(value) => self.in_range(value, want, span),
            None => {
                let sign = if negative { "-" } else { "" };
                let message = format!("{sign}{size} is not a value of `{}`", want.name());
                self.cx.emit(Diagnostic::error(NO_INTEGER_VALUE, span, message).label("out of range"));
                None
            }
        }
    }

    /// Whether a type holds a value. That of a `u128` is its bits.
    fn fits(&self, value: i128, int: IntTy) -> bool {
        int == IntTy::U128 || fits(value, int, self.cx.target.pointer_bits)
    }

    fn wrap(&self, value: i128, int: IntTy) -> i128 {
        let bits = int.bits(self.cx.target.pointer_bits);
        let value = truncate(value as u128, bits);
        if int.signed() { sign_extend(value, bits) } else { value as i128 }
    }

    fn constant(&mut self, item: ItemId, span: Span) -> Option<i128> {
        let (ItemKind::Const { ty }, Some(root)) = (&self.ir.items[item].kind, self.ir.bodies[item].root) else {
            return self.not_constant(span);
        };
        let ty = *ty;
        if let Some(&known) = self.values.get(&item) {
            return known;
        }
        if self.state[item_index(item)] == State::Running || self.depth >= MAX_DEPTH {
            return self.cycle(item, span);
        }
        // The constant's own type may need this value; `Running` finds that out.
        let before = std::mem::replace(&mut self.state[item_index(item)], State::Running);
        self.depth += 1;
        let declared = self.lower(item, ty);
        let value = match self.ir.types.repr_int(declared) {
            Some(int) => {
                let span = self.ir.bodies[item].exprs[root].span;
                let value = self.int(item, root, int).and_then(|value| self.in_range(value, int, span));
                if value.is_none() {
                    self.reported(item, root);
                }
                value
            }
            None if declared == Ty::ERROR => None,
            None => self.not_constant(span),
        };
        self.depth -= 1;
        self.state[item_index(item)] = before;
        self.values.insert(item, value);
        value
    }

    /// What is wrong with an expression was said: the passes that look at it again find nothing there.
    pub(super) fn reported(&mut self, owner: ItemId, expr: ExprId) {
        self.ir.bodies[owner].exprs[expr].kind = ExprKind::ERROR;
    }

    fn cycle(&mut self, item: ItemId, span: Span) -> Option<i128> {
        let name = self.ir.items[item].name;
        let text = self.cx.text(name.name);
        let message = format!("the value of `{text}` depends on itself, or through more than {MAX_DEPTH} others");
        let diagnostic =
            Diagnostic::error(CYCLIC_LENGTH_OR_DISCRIMINANT, name.span, message).label("declared here").secondary(span, "needed here");
        self.cx.emit(diagnostic);
        self.values.insert(item, None);
        None
    }

    fn variant(&mut self, item: ItemId, index: u32, span: Span) -> Option<i128> {
        if self.state[item_index(item)] == State::Waiting {
            self.item(item);
        }
        let ItemTy::Type(ty) = self.ir.item_ty(item) else { return None };
        match self.ir.types.adt(ty).map(|adt| &adt.kind) {
            Some(AdtKind::Enum { variants, .. }) if (index as usize) < variants.len() => {
                Some(variants[index as usize].1)
            }
            Some(AdtKind::Enum { .. }) => self.later_variant(item, index, span),
            _ => None,
        }
    }

    /// A variant has no value yet while its enum is being defined.
    fn later_variant(&mut self, item: ItemId, index: u32, span: Span) -> Option<i128> {
        let ItemKind::Enum(e) = &self.ir.items[item].kind else { return None };
        let name = e.variants.get(index as usize)?.name;
        let message = format!("the value of `{}` is needed before it is known", self.cx.text(name.name));
        let diagnostic =
            Diagnostic::error(CYCLIC_LENGTH_OR_DISCRIMINANT, name.span, message).label("declared here").secondary(span, "needed here");
        self.cx.emit(diagnostic);
        None
    }

    /// A literal must be a value of its type.
    fn in_range(&mut self, value: i128, int: IntTy, span: Span) -> Option<i128> {
        if self.fits(value, int) {
            return Some(value);
        }
        let message = format!("{value} is not a value of `{}`", int.name());
        self.cx.emit(Diagnostic::error(NO_INTEGER_VALUE, span, message).label("out of range"));
        None
    }

    /// The value of an integer literal, in parentheses or not.
    fn literal_of(&self, owner: ItemId, id: ExprId) -> Option<u128> {
        let body = self.body(owner);
        match body.kind(id) {
            ExprKind::Int { low, high, .. } => Some(BigInt::join(low, high)),
            _ => None,
        }
    }

    /// The type an expression has by itself, as `type-check` finds it later.
    fn natural(&mut self, owner: ItemId, id: ExprId) -> Natural {
        let body = self.body(owner);
        if !matches!(body.kind(id), ExprKind::Binary(..) | ExprKind::If { .. }) {
            return self.natural_here(owner, id);
        }
        if let Some(&known) = self.naturals.get(&(owner, id)) {
            return known;
        }
        let found = deep(|| self.natural_here(owner, id));
        self.naturals.insert((owner, id), found);
        found
    }

    fn natural_here(&mut self, owner: ItemId, id: ExprId) -> Natural {
        let body = self.body(owner);
        match body.kind(id) {
            ExprKind::Int { suffix: Suffix::Int(int), .. } => Natural::Int(int),
            ExprKind::Int { suffix: Suffix::None, .. } => Natural::Open,
            ExprKind::Bool(_) | ExprKind::And(..) | ExprKind::Or(..) => Natural::Bool,
            ExprKind::Unary(_, e) => self.natural(owner, e),
            ExprKind::Binary(op, ..) if op.is_comparison() => Natural::Bool,
            ExprKind::Binary(op, a, _) if op.is_shift() => self.natural(owner, a),
            ExprKind::Binary(_, a, b) => self.common(owner, a, b),
            ExprKind::If { then, els: Some(els), .. } => self.common(owner, then, els),
            ExprKind::Block(block) => match body.stmts[block.stmts] {
                [Stmt { kind: StmtKind::Expr { expr, semi: false }, .. }] => self.natural(owner, expr),
                _ => Natural::Other,
            },
            ExprKind::Item(item, _) => match self.ir.items[item].kind {
                ItemKind::Const { ty } => self.declared(item, ty),
                _ => Natural::Other,
            },
            ExprKind::Cast(_, ty) => self.declared(owner, ty),
            ExprKind::Call(..) | ExprKind::OffsetOf(..) | ExprKind::MethodCall { .. } => Natural::Int(IntTy::Usize),
            // Nothing else has an integer type of its own.
            _ => Natural::Other,
        }
    }

    /// The type both operands widen to.
    fn common(&mut self, owner: ItemId, a: ExprId, b: ExprId) -> Natural {
        match (self.natural(owner, a), self.natural(owner, b)) {
            (Natural::Open, other) | (other, Natural::Open) => other,
            (Natural::Int(a), Natural::Int(b)) if a == b || b.widens_to(a) => Natural::Int(a),
            (Natural::Int(a), Natural::Int(b)) if a.widens_to(b) => Natural::Int(b),
            (a, b) if a == b => a,
            _ => Natural::Mixed,
        }
    }

    /// The type that a type expression names. Evaluates nothing, so that it cannot lead back here.
    fn declared(&self, mut owner: ItemId, mut ty: TypeId) -> Natural {
        for _ in 0..MAX_DEPTH {
            match self.body(owner).type_expr(ty) {
                TypeKind::Prim(Ty::BOOL) => return Natural::Bool,
                TypeKind::Prim(ty) => return ty.as_int().map_or(Natural::Other, Natural::Int),
                TypeKind::Item(item, _) => match self.ir.items[item].kind {
                    ItemKind::Alias { ty: named, .. } => (owner, ty) = (item, named),
                    _ => return Natural::Other,
                },
                _ => return Natural::Other,
            }
        }
        Natural::Other
    }

    fn binary(&mut self, owner: ItemId, op: BinOp, a: ExprId, b: ExprId, want: IntTy, span: Span) -> Option<i128> {
        let own = if op.is_shift() { self.natural(owner, a) } else { self.common(owner, a, b) };
        let int = match own {
            Natural::Int(int) => int,
            // Nothing decides what both are compared as.
            Natural::Open if op.is_comparison() => IntTy::I32,
            Natural::Open => want,
            Natural::Bool | Natural::Other => IntTy::I128,
            Natural::Mixed => return self.arithmetic(span, "operands without a common type"),
        };
        let x = self.int(owner, a, int)?;
        let y = self.int(owner, b, if op.is_shift() { IntTy::I32 } else { int })?;
        let pointer = self.cx.target.pointer_bits;
        let bits = int.bits(pointer);
        let (x, y) = (truncate(x as u128, bits), if op.is_shift() { y as u128 } else { truncate(y as u128, bits) });
        match int_binary(op, int, pointer, x, y) {
            Ok((value, false)) if op.is_comparison() || !int.signed() => Some(value as i128),
            Ok((value, false)) => Some(sign_extend(value, bits)),
            Ok((_, true)) => self.arithmetic(span, "arithmetic overflow"),
            Err(error) => self.arithmetic(span, error.text()),
        }
    }

    fn arithmetic(&mut self, span: Span, what: &str) -> Option<i128> {
        self.cx.emit(Diagnostic::error(NO_INTEGER_VALUE, span, format!("{what} in a constant")).label("has no value"));
        None
    }

    fn cast(&mut self, owner: ItemId, e: ExprId, ty: TypeId, span: Span) -> Option<i128> {
        let to = self.lower(owner, ty);
        let Some(int) = self.ir.types.repr_int(to) else {
            return if to == Ty::ERROR { None } else { self.not_constant(span) };
        };
        // A literal directly under `as` is as large as it has to be; what else is made of literals alone is an `i32`.
        let from = match self.literal_of(owner, e) {
            Some(size) if i128::try_from(size).is_err() => IntTy::U128,
            None if !self.is_negated_literal(owner, e) => IntTy::I32,
            _ => IntTy::I128,
        };
        let value = self.int(owner, e, from)?;
        Some(self.wrap(value, int))
    }

    /// Whether it is an integer literal behind a minus, either in parentheses or not.
    fn is_negated_literal(&self, owner: ItemId, id: ExprId) -> bool {
        let body = self.body(owner);
        matches!(body.kind(id), ExprKind::Unary(UnOp::Neg, e) if self.literal_of(owner, e).is_some())
    }

    /// `TABLE.len()`, `"text".len()`: what is known of a length without knowing the content.
    fn length(&mut self, owner: ItemId, name: Symbol, args: List<ExprId>, span: Span) -> Option<i128> {
        let body = self.body(owner);
        let &[receiver] = &body.expr_lists[args] else { return self.not_constant(span) };
        if self.cx.text(name) != "len" {
            return self.not_constant(span);
        }
        match body.kind(receiver) {
            ExprKind::Str { bytes, kind: StrKind::Str | StrKind::Bytes } => Some(bytes.len() as i128),
            ExprKind::Item(item, _) => {
                let (ItemKind::Const { ty } | ItemKind::Static { ty, .. }) = self.ir.items[item].kind else {
                    return self.not_constant(span);
                };
                if self.state[item_index(item)] == State::Running {
                    return self.cycle(item, span);
                }
                let ty = self.lower(item, ty);
                match *self.ir.types.kind(self.ir.types.pointee(ty).unwrap_or(ty)) {
                    TyKind::Array(_, len) => Some(len.into()),
                    TyKind::Error => None,
                    _ => self.not_constant(span),
                }
            }
            _ => self.not_constant(span),
        }
    }

    fn call(&mut self, owner: ItemId, callee: ExprId, args: List<ExprId>, span: Span) -> Option<i128> {
        let body = self.body(owner);
        let ExprKind::Builtin(builtin, generics) = body.kind(callee) else { return self.not_constant(span) };
        let (&[ty], true) = (&body.type_lists[generics], args.is_empty()) else { return self.not_constant(span) };
        let ty = self.lower(owner, ty);
        self.define_first(ty);
        if let Some(item) = self.unfinished(ty) {
            return self.size_cycle(item, span);
        }
        let layout = layout::layout(&self.ir.types, &self.cx.target, ty).ok()?;
        match builtin {
            Builtin::SizeOf => Some(layout.size.into()),
            Builtin::AlignOf => Some(layout.align.into()),
            _ => self.not_constant(span),
        }
    }

    fn offset_of(&mut self, owner: ItemId, ty: TypeId, field: Symbol, span: Span) -> Option<i128> {
        let ty = self.lower(owner, ty);
        self.define_first(ty);
        if let Some(item) = self.unfinished(ty) {
            return self.size_cycle(item, span);
        }
        let index = self.ir.types.adt(ty)?.fields().iter().position(|f| f.name == field);
        let offsets = layout::fields(&self.ir.types, &self.cx.target, ty).ok()?.1;
        match index {
            Some(index) => Some(offsets[index].into()),
            None => self.not_constant(span),
        }
    }

    /// Defines the structs whose size is asked for before their turn.
    fn define_first(&mut self, ty: Ty) {
        match self.ir.types.kind(ty).clone() {
            TyKind::Array(of, _) => self.define_first(of),
            TyKind::Tuple(parts) => parts.iter().for_each(|p| self.define_first(*p)),
            TyKind::Adt(_) => {
                let Some(&item) = self.adts.get(&ty).filter(|i| self.state[item_index(**i)] == State::Waiting) else { return };
                self.item(item);
                let fields: Vec<Ty> =
                    self.ir.types.adt(ty).map(|a| a.fields().iter().map(|f| f.ty).collect()).unwrap_or_default();
                fields.into_iter().for_each(|f| self.define_first(f));
            }
            // Nothing else waits for a definition.
            _ => {}
        }
    }

    /// The struct or union in a type, by value, whose fields are not known yet because they are just being looked at.
    fn unfinished(&self, ty: Ty) -> Option<ItemId> {
        let mut seen: FxHashSet<Ty> = FxHashSet::default();
        let mut left = vec![ty];
        while let Some(ty) = left.pop() {
            match self.ir.types.kind(ty) {
                TyKind::Array(of, _) => left.push(*of),
                TyKind::Tuple(parts) => left.extend(parts.iter()),
                TyKind::Adt(id) if seen.insert(ty) => {
                    let item = self.adts.get(&ty).copied();
                    let running = item.filter(|i| self.state[item_index(*i)] == State::Running);
                    // The size of an enum is its integer's, whatever its variants are.
                    if running.is_some_and(|i| matches!(self.ir.items[i].kind, ItemKind::Struct(_))) {
                        return running;
                    }
                    left.extend(self.ir.types.adts[*id].fields().iter().map(|f| f.ty));
                }
                // Nothing else holds a struct by value.
                _ => {}
            }
        }
        None
    }

    fn size_cycle(&mut self, item: ItemId, span: Span) -> Option<i128> {
        let name = self.ir.items[item].name;
        let message = format!("the size of `{}` is needed to compute it", self.cx.text(name.name));
        let diagnostic =
            Diagnostic::error(CYCLIC_LENGTH_OR_DISCRIMINANT, name.span, message).label("declared here").secondary(span, "needed here");
        self.cx.emit(diagnostic);
        None
    }
}
