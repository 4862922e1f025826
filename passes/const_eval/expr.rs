//! Expressions that have a value at compile time.

use super::*;
use vex_ir::lang::Typed;
use vex_ir::float;
use vex_ir::layout;
use vex_ir::pool::List;
use vex_ir::stack::deep;
use vex_ir::value::*;

const NOT_CONSTANT: Code = Code("E0501");
const CONSTANT_WITHOUT_VALUE: Code = Code("E0503");
/// The address of a thread-local static in a constant.
const THREAD_LOCAL_ADDRESS: Code = Code("E0344");

impl Evaluator<'_> {
    pub(super) fn body(&self) -> Read<'_, Typed> {
        // Something is being evaluated whenever expressions are looked at; the root item stands in otherwise.
        let id = self.owner.unwrap_or_else(|| self.ir.live[0]);
        Read::new(&self.ir.bodies[id])
    }

    /// The value of an expression of the item being evaluated.
    pub(super) fn expr(&mut self, id: ExprId) -> ConstId {
        deep(|| self.expr_here(id))
    }

    fn expr_here(&mut self, id: ExprId) -> ConstId {
        let Expr { kind, span } = self.body().exprs[id];
        let ty = self.body().expr_ty(id);
        if ty == Ty::ERROR {
            return self.error();
        }
        match kind {
            ExprKind::Error(_) => self.error(),
            ExprKind::Int { low, high, .. } => self.int(ty, BigInt::join(low, high)),
            ExprKind::Float { text, .. } => self.float_literal(ty, text),
            ExprKind::Bool(b) => self.int(ty, b.into()),
            ExprKind::Char(c) => self.int(ty, u32::from(c).into()),
            ExprKind::Str { bytes, .. } => {
                let bytes = self.body().strings[bytes].into();
                self.make(ty, ConstKind::Str(bytes))
            }
            ExprKind::Null => self.make(ty, ConstKind::Zero),
            ExprKind::Item(item, _) => self.named(item, ty, span),
            ExprKind::Variant(_, index) => self.variant(ty, index),
            ExprKind::Unary(op, e) => self.unary(op, e, ty, span),
            ExprKind::Binary(op, a, b) => self.binary(op, a, b, ty, span),
            ExprKind::And(a, b) => self.logic(a, b, false, ty),
            ExprKind::Or(a, b) => self.logic(a, b, true, ty),
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => self.convert(e, ty, span),
            ExprKind::Ref(m, e) => self.address(m, e, ty, span),
            ExprKind::Deref(e) => self.behind(e, ty, span),
            ExprKind::Tuple(list) | ExprKind::Array(list) => self.aggregate(list, ty),
            ExprKind::Repeat(value, _) => match *self.ir.types.kind(ty) {
                TyKind::Array(_, len) => {
                    let value = self.expr(value);
                    self.make(ty, ConstKind::Repeat(value, len))
                }
                _ => self.error(),
            },
            ExprKind::Struct { fields, base, .. } => self.structure(ty, fields, base),
            ExprKind::Field(base, name) => self.field(base, name, ty, span),
            ExprKind::Index(base, index) => self.index(base, index, span),
            ExprKind::If { cond, then, els: Some(els) } => {
                let cond = self.expr(cond);
                match *self.kind(cond) {
                    ConstKind::Int(0) => self.expr(els),
                    ConstKind::Int(_) => self.expr(then),
                    _ => self.error(),
                }
            }
            ExprKind::Block(block) => match self.only_value(block) {
                Some(value) => self.expr(value),
                None => self.not_constant(span),
            },
            ExprKind::Call(callee, args) => self.call(callee, args, ty, span),
            ExprKind::OffsetOf(of, name) => self.offset_of(of, name, ty),
            ExprKind::Method(method, args) => self.method(method, args, ty, span),
            // Whatever else there is runs only when the program does.
            _ => self.not_constant(span),
        }
    }

    /// The value of a block with nothing else in it but items.
    fn only_value(&self, block: Block) -> Option<ExprId> {
        let mut stmts = self.body().get().stmts[block.stmts].iter().filter(|s| !matches!(s.kind, StmtKind::Item(_)));
        match (stmts.next()?.kind, stmts.next()) {
            (StmtKind::Expr { expr, semi: false }, None) => Some(expr),
            _ => None,
        }
    }

    pub(super) fn not_constant(&mut self, span: Span) -> ConstId {
        let diagnostic = Diagnostic::error(NOT_CONSTANT, span, "this has no value at compile time")
            .label("not a constant expression")
            .note(
                "constants and statics are computed by the compiler; `main` or a function can compute it at run time",
            );
        self.cx.emit(diagnostic);
        self.error()
    }

    pub(super) fn int_ty(&self, ty: Ty) -> Option<IntTy> {
        self.ir.types.repr_int(ty)
    }

    pub(super) fn bits(&self, int: IntTy) -> u32 {
        int.bits(self.cx.target.pointer_bits)
    }

    pub(super) fn int(&mut self, ty: Ty, value: u128) -> ConstId {
        if let Some(float) = ty.as_float() {
            // A suffix made an integer literal a float.
            return self.float(ty, float, value as f64);
        }
        let value = self.int_ty(ty).map_or(value, |int| truncate(value, self.bits(int)));
        self.make(ty, ConstKind::Int(value))
    }

    fn float(&mut self, ty: Ty, float: FloatTy, value: f64) -> ConstId {
        let bits = match float {
            FloatTy::F32 => u64::from((value as f32).to_bits()),
            FloatTy::F64 => value.to_bits(),
        };
        self.make(ty, ConstKind::Float(bits))
    }

    fn float_literal(&mut self, ty: Ty, text: vex_ir::Symbol) -> ConstId {
        let text = self.cx.text(text);
        match float::from_text(text, ty.as_float().unwrap_or(FloatTy::F64)) {
            Some(bits) => self.make(ty, ConstKind::Float(bits)),
            None => self.error(),
        }
    }

    fn as_float(&self, id: ConstId) -> Option<f64> {
        let Const { ty, kind } = &self.ir.consts.data[id];
        match (ty.as_float()?, kind) {
            (FloatTy::F32, ConstKind::Float(bits)) => Some(f32::from_bits(*bits as u32).into()),
            (FloatTy::F64, ConstKind::Float(bits)) => Some(f64::from_bits(*bits)),
            (_, ConstKind::Zero) => Some(0.0),
            _ => None,
        }
    }

    pub(super) fn as_int(&self, id: ConstId) -> Option<u128> {
        match self.ir.consts.data[id].kind {
            ConstKind::Int(value) => Some(value),
            ConstKind::Zero => Some(0),
            _ => None,
        }
    }

    pub(super) fn is_error(&self, id: ConstId) -> bool {
        *self.kind(id) == ConstKind::Error
    }

    fn named(&mut self, item: ItemId, ty: Ty, span: Span) -> ConstId {
        match self.ir.items[item].kind {
            ItemKind::Const { .. } => self.item(item, span),
            ItemKind::Fn(_) => self.make(ty, ConstKind::Addr(item, 0)),
            _ => {
                let note = match self.ir.items[item].is_thread_local() {
                    true => "a `const` has a value",
                    false => "its address is known: `&NAME`; a `const` has a value",
                };
                let diagnostic = Diagnostic::error(NOT_CONSTANT, span, "the content of a static is not known at compile time")
                    .label("may have changed by then")
                    .note(note);
                self.cx.emit(diagnostic);
                self.error()
            }
        }
    }

    fn variant(&mut self, ty: Ty, index: u32) -> ConstId {
        let value = match self.ir.types.adt(ty).map(|adt| &adt.kind) {
            Some(AdtKind::Enum { variants, .. }) => variants.get(index as usize).map_or(0, |v| v.1),
            _ => 0,
        };
        self.int(ty, value as u128)
    }

    fn unary(&mut self, op: UnOp, e: ExprId, ty: Ty, span: Span) -> ConstId {
        let value = self.expr(e);
        if let (Some(float), Some(value), UnOp::Neg) = (ty.as_float(), self.as_float(value), op) {
            return self.float(ty, float, -value);
        }
        let Some(bits) = self.as_int(value) else {
            return if self.is_error(value) { value } else { self.not_constant(span) };
        };
        match op {
            UnOp::Not if ty == Ty::BOOL => self.int(ty, u128::from(bits == 0)),
            UnOp::Not => self.int(ty, !bits),
            UnOp::Neg => {
                let Some(int) = self.int_ty(ty) else { return self.error() };
                let width = self.bits(int);
                // `-128i8` is a literal; `-(i8::MIN)` is an overflow.
                let literal = matches!(self.body().kind(e), ExprKind::Int { .. });
                if bits == 1 << (width - 1) && !literal {
                    return self.arithmetic(span, ArithError::Overflow);
                }
                self.int(ty, bits.wrapping_neg())
            }
        }
    }

    pub(super) fn arithmetic(&mut self, span: Span, error: ArithError) -> ConstId {
        let message = format!("{} in a constant", error.text());
        self.cx.emit(Diagnostic::error(CONSTANT_WITHOUT_VALUE, span, message).label("has no value"));
        self.error()
    }

    fn binary(&mut self, op: BinOp, a: ExprId, b: ExprId, ty: Ty, span: Span) -> ConstId {
        let operands = self.body().expr_ty(a);
        let (x, y) = (self.expr(a), self.expr(b));
        if self.is_error(x) || self.is_error(y) {
            return self.error();
        }
        if let (Some(float), Some(x), Some(y)) = (operands.as_float(), self.as_float(x), self.as_float(y)) {
            return match (float_binary(op, x, y), float_compare(op, x, y)) {
                (Some(value), _) => self.float(ty, float, value),
                (None, Some(holds)) => self.int(ty, holds.into()),
                (None, None) => self.error(),
            };
        }
        let (Some(int), Some(x), Some(y)) = (self.int_ty(operands), self.as_int(x), self.as_int(y)) else {
            return self.not_constant(span);
        };
        if operands == Ty::BOOL && !op.is_comparison() {
            return match int_binary(op, IntTy::U8, 64, x, y) {
                Ok((value, _)) => self.int(ty, value & 1),
                Err(error) => self.arithmetic(span, error),
            };
        }
        match int_binary(op, int, self.cx.target.pointer_bits, x, y) {
            Ok((value, false)) => self.int(ty, value),
            Ok((_, true)) => self.arithmetic(span, ArithError::Overflow),
            Err(error) => self.arithmetic(span, error),
        }
    }

    fn logic(&mut self, a: ExprId, b: ExprId, decides: bool, ty: Ty) -> ConstId {
        let first = self.expr(a);
        match self.as_int(first) {
            Some(value) if (value != 0) == decides => self.int(ty, decides.into()),
            Some(_) => self.expr(b),
            None => self.error(),
        }
    }

    fn convert(&mut self, e: ExprId, to: Ty, span: Span) -> ConstId {
        let from = self.body().expr_ty(e);
        let value = self.expr(e);
        if self.is_error(value) {
            return value;
        }
        let pointer = self.cx.target.pointer_bits;
        if let Some(float) = self.as_float(value) {
            return match (to.as_float(), self.int_ty(to)) {
                (Some(kind), _) => self.float(to, kind, float),
                (None, Some(int)) => self.int(to, float_to_int(float, Int::new(int, pointer))),
                (None, None) => self.not_constant(span),
            };
        }
        if let (Some(int), Some(bits)) = (self.int_ty(from), self.as_int(value)) {
            let width = self.bits(int);
            let wide = if int.signed() { sign_extend(bits, width) as u128 } else { bits };
            return match to.as_float() {
                // Rounded once, to what is wanted.
                Some(FloatTy::F32) if int.signed() => self.float(to, FloatTy::F32, (wide as i128 as f32).into()),
                Some(FloatTy::F32) => self.float(to, FloatTy::F32, (wide as f32).into()),
                Some(FloatTy::F64) if int.signed() => self.float(to, FloatTy::F64, wide as i128 as f64),
                Some(FloatTy::F64) => self.float(to, FloatTy::F64, wide as f64),
                // An address that is a number, or an integer.
                None if self.int_ty(to).is_some() => self.int(to, wide),
                None => self.make(to, ConstKind::Int(truncate(wide, pointer))),
            };
        }
        self.pointer(value, from, to, span)
    }

    /// Conversions of pointers keep what they point to.
    fn pointer(&mut self, value: ConstId, from: Ty, to: Ty, span: Span) -> ConstId {
        let kind = self.kind(value).clone();
        if to.as_int().is_some() {
            return match kind {
                ConstKind::Zero => self.int(to, 0),
                _ => self.not_constant(span),
            };
        }
        if let (Some(array), true) = (self.ir.types.pointee(from), self.ir.types.is_fat(to))
            && let TyKind::Array(_, len) = *self.ir.types.kind(array)
        {
            return match kind {
                ConstKind::Ref(inner) => self.make(to, ConstKind::Slice(inner, len)),
                ConstKind::Addr(item, 0) => self.make(to, ConstKind::SliceOf(item, len)),
                ConstKind::Str(_) => self.make(to, kind),
                _ => self.not_constant(span),
            };
        }
        self.make(to, kind)
    }

    fn address(&mut self, m: Mutability, e: ExprId, ty: Ty, span: Span) -> ConstId {
        if let Some((item, offset)) = self.part_of_static(e) {
            if self.ir.items[item].is_thread_local() {
                return self.thread_local_address(item, span);
            }
            return self.make(ty, ConstKind::Addr(item, offset));
        }
        let is_static = self.owner.is_some_and(|id| matches!(self.ir.items[id].kind, ItemKind::Static { .. }));
        if m == Mutability::Mut && !is_static {
            let diagnostic = Diagnostic::error(NOT_CONSTANT, span, "a constant cannot hold a `&mut`")
                .label("every use of the constant would change the same memory")
                .note("a `static` can hold it");
            self.cx.emit(diagnostic);
            return self.error();
        }
        let value = self.expr(e);
        if self.is_error(value) { value } else { self.make(ty, ConstKind::Ref(value)) }
    }

    fn thread_local_address(&mut self, item: ItemId, span: Span) -> ConstId {
        let name = self.ir.items[item].name;
        let message = format!("the address of `{}` is not known at compile time", self.cx.text(name.name));
        let diagnostic = Diagnostic::error(THREAD_LOCAL_ADDRESS, span, message)
            .label("every thread has another address for it")
            .secondary(name.span, "declared `#[thread_local]` here")
            .note("a function can take the address, for the thread that calls it");
        self.cx.emit(diagnostic);
        self.error()
    }

    /// The static that a place is part of, and how many bytes behind its start.
    fn part_of_static(&mut self, e: ExprId) -> Option<(ItemId, u64)> {
        match self.body().kind(e) {
            ExprKind::Item(item, _) => matches!(self.ir.items[item].kind, ItemKind::Static { .. }).then_some((item, 0)),
            ExprKind::Field(base, name) => {
                let (item, offset) = self.part_of_static(base)?;
                let base_ty = self.body().expr_ty(base);
                let index = self.field_index(base_ty, name)?;
                let offsets = layout::fields(&self.ir.types, &self.cx.target, base_ty).ok()?.1;
                Some((item, offset + offsets.get(index)?))
            }
            ExprKind::Index(base, index) => {
                let (item, offset) = self.part_of_static(base)?;
                let TyKind::Array(of, len) = *self.ir.types.kind(self.body().expr_ty(base)) else { return None };
                let index = self.expr(index);
                // One past the end is an address, as in C.
                let index = self.as_int(index).filter(|i| *i <= u128::from(len))? as u64;
                let size = layout::layout(&self.ir.types, &self.cx.target, of).ok()?.size;
                Some((item, offset + index * size))
            }
            _ => None,
        }
    }

    fn field_index(&self, ty: Ty, name: vex_ir::Symbol) -> Option<usize> {
        match self.ir.types.kind(ty) {
            TyKind::Tuple(_) => self.cx.text(name).parse().ok(),
            _ => self.ir.types.field(ty, name).map(|f| f.0),
        }
    }

    /// What an address of a constant leads to.
    fn behind(&mut self, e: ExprId, ty: Ty, span: Span) -> ConstId {
        let value = self.expr(e);
        match self.kind(value).clone() {
            ConstKind::Ref(inner) => inner,
            ConstKind::Str(bytes) if matches!(self.ir.types.kind(ty), TyKind::Array(..)) => {
                let parts = bytes.iter().map(|b| self.make(Ty::U8, ConstKind::Int((*b).into()))).collect();
                self.make(ty, ConstKind::Aggregate(parts))
            }
            ConstKind::Error => value,
            _ => self.not_constant(span),
        }
    }

    fn aggregate(&mut self, list: List<ExprId>, ty: Ty) -> ConstId {
        let parts: Vec<ExprId> = self.body().expr_lists[list].to_vec();
        let parts: Vec<ConstId> = parts.into_iter().map(|e| self.expr(e)).collect();
        self.make(ty, ConstKind::Aggregate(parts))
    }

    fn structure(&mut self, ty: Ty, fields: List<FieldInit>, base: Option<ExprId>) -> ConstId {
        let Some(adt) = self.ir.types.adt(ty) else { return self.error() };
        let names: Vec<(vex_ir::Symbol, Ty)> = adt.fields().iter().map(|f| (f.name, f.ty)).collect();
        let is_union = matches!(adt.kind, AdtKind::Union(_));
        let inits: Vec<FieldInit> = self.body().fields[fields].to_vec();
        if is_union {
            let Some(init) = inits.first() else { return self.error() };
            let field = names.iter().position(|n| n.0 == init.name.name).unwrap_or(0) as u32;
            let value = self.expr(init.value);
            return self.make(ty, ConstKind::Union { field, value });
        }
        let base = base.map(|b| self.expr(b));
        let mut parts = Vec::with_capacity(names.len());
        let mut given: Vec<Option<ExprId>> = vec![None; names.len()];
        for init in inits {
            if let Some((i, _)) = self.ir.types.field(ty, init.name.name) {
                given[i] = Some(init.value);
            }
        }
        for (i, (_, field_ty)) in names.into_iter().enumerate() {
            parts.push(match given[i] {
                Some(value) => self.expr(value),
                None => self.part_of(base, i, field_ty),
            });
        }
        self.make(ty, ConstKind::Aggregate(parts))
    }

    fn part_of(&mut self, base: Option<ConstId>, index: usize, ty: Ty) -> ConstId {
        match base.map(|b| self.kind(b)) {
            // Fewer parts than fields has only what `type-check` has refused.
            Some(ConstKind::Aggregate(parts)) if index < parts.len() => parts[index],
            Some(ConstKind::Zero) => self.make(ty, ConstKind::Zero),
            _ => self.error(),
        }
    }

    fn field(&mut self, base: ExprId, name: vex_ir::Symbol, ty: Ty, span: Span) -> ConstId {
        let base_ty = self.body().expr_ty(base);
        let value = self.expr(base);
        let index = self.field_index(base_ty, name);
        match (self.kind(value), index) {
            (ConstKind::Aggregate(parts), Some(index)) if index < parts.len() => parts[index],
            (ConstKind::Zero, _) => self.make(ty, ConstKind::Zero),
            (ConstKind::Error, _) => value,
            _ => self.not_constant(span),
        }
    }

    fn index(&mut self, base: ExprId, index: ExprId, span: Span) -> ConstId {
        if matches!(self.body().kind(index), ExprKind::Range { .. }) {
            return self.not_constant(span);
        }
        let (value, position) = (self.expr(base), self.expr(index));
        let Some(position) = self.as_int(position) else { return self.error() };
        let value = match *self.kind(value) {
            ConstKind::Slice(inner, _) | ConstKind::Ref(inner) => inner,
            _ => value,
        };
        if let ConstKind::Str(bytes) = self.kind(value)
            && let Some(&byte) = bytes.get(position as usize)
        {
            return self.make(Ty::U8, ConstKind::Int(byte.into()));
        }
        match self.kind(value) {
            ConstKind::Aggregate(parts) if position < parts.len() as u128 => parts[position as usize],
            ConstKind::Repeat(part, count) if position < u128::from(*count) => *part,
            ConstKind::Aggregate(_) | ConstKind::Repeat(..) => {
                self.cx
                    .emit(Diagnostic::error(CONSTANT_WITHOUT_VALUE, span, "index out of bounds in a constant").label("out of bounds"));
                self.error()
            }
            ConstKind::Error => value,
            _ => self.not_constant(span),
        }
    }

    fn call(&mut self, callee: ExprId, args: List<ExprId>, ty: Ty, span: Span) -> ConstId {
        let ExprKind::Builtin(builtin, generics) = self.body().kind(callee) else {
            return self.not_constant(span);
        };
        match builtin {
            Builtin::Default | Builtin::NullFn | Builtin::NullMut => self.make(ty, ConstKind::Zero),
            Builtin::SizeOf | Builtin::AlignOf => {
                let Some(&of) = self.body().type_lists[generics].first() else { return self.error() };
                let of = self.body().meaning(of);
                match layout::layout(&self.ir.types, &self.cx.target, of) {
                    Ok(found) if builtin == Builtin::SizeOf => self.int(ty, found.size.into()),
                    Ok(found) => self.int(ty, found.align.into()),
                    Err(_) => self.error(),
                }
            }
            Builtin::BlackBox => match self.body().expr_lists[args].first() {
                Some(&arg) => self.expr(arg),
                None => self.error(),
            },
            _ => self.not_constant(span),
        }
    }

    fn offset_of(&mut self, of: TypeId, name: vex_ir::Symbol, ty: Ty) -> ConstId {
        let of = self.body().meaning(of);
        let index = self.ir.types.field(of, name).map(|f| f.0);
        match (index, layout::fields(&self.ir.types, &self.cx.target, of)) {
            (Some(index), Ok((_, offsets))) => self.int(ty, offsets[index].into()),
            _ => self.error(),
        }
    }
}
