//! Expressions as operands, as conditions, and into places.

use super::function::FnBuilder;
use smallvec::SmallVec;
use vex_ir::flow::*;
use vex_ir::lang::{Graph, Looped};
use vex_ir::pool::List;
use vex_ir::stack::deep;
use vex_ir::tree::walk::Node;
use vex_ir::tree::{
    self, BigInt, BinOp, Builtin, ExprId, ExprKind, FieldInit, ItemKind, Mutability, StmtKind, StrKind, TypeKind, UnOp,
};
use vex_ir::ty::*;
use vex_ir::{Span, Symbol, float, layout};

/// The parts of an aggregate, and where they go.
type Parts = SmallVec<[(ExprId, Place); 8]>;

/// How many expressions are looked at to find out whether one is simple: each operand of an operation asks that of the next.
const MAX_SIMPLE: u32 = 100;

impl FnBuilder<'_> {
    pub(super) fn ty(&self, id: ExprId) -> Ty {
        self.src.expr_ty(id)
    }

    pub(super) fn span(&self, id: ExprId) -> Span {
        self.src.exprs[id].span
    }

    fn undefined(&mut self, ty: Ty) -> Operand {
        self.constant(ty, ConstData::Undef)
    }

    /// Whether evaluating it neither changes anything nor takes long to see that.
    pub(super) fn is_simple(&self, id: ExprId) -> bool {
        let mut left = MAX_SIMPLE;
        self.is_simple_within(id, &mut left)
    }

    fn is_simple_within(&self, id: ExprId, left: &mut u32) -> bool {
        let Some(less) = left.checked_sub(1) else { return false };
        *left = less;
        match self.src.kind(id) {
            ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Param(..)
            | ExprKind::Variant(..)
            | ExprKind::OffsetOf(..) => true,
            // A constant that depends on parameters is computed.
            ExprKind::Item(item, _) => !self.tree.is_open_const(item),
            ExprKind::Unary(_, e)
            | ExprKind::Field(e, _)
            | ExprKind::Convert(e)
            | ExprKind::Cast(e, _)
            | ExprKind::Deref(e)
            | ExprKind::Ref(_, e) => self.is_simple_within(e, left),
            ExprKind::Binary(_, a, b) => self.is_simple_within(b, left) && self.is_simple_within(a, left),
            // May change a variable that was read before.
            _ => false,
        }
    }

    /// The value of an expression. What it reads from variables is read where it is used: the caller makes sure that
    /// nothing changes them in between, or asks for a [`value`](Self::value).
    pub(super) fn operand(&mut self, id: ExprId) -> Operand {
        let ty = self.ty(id);
        if self.dead {
            return self.undefined(ty);
        }
        deep(|| self.operand_here(id, ty))
    }

    fn operand_here(&mut self, id: ExprId, ty: Ty) -> Operand {
        let span = self.span(id);
        match self.src.kind(id) {
            ExprKind::Int { low, high, .. } => self.int_literal(ty, BigInt::join(low, high)),
            ExprKind::Float { text, .. } => self.float_literal(ty, text),
            ExprKind::Bool(b) => self.int(b.into(), ty),
            ExprKind::Char(c) => self.int(u32::from(c).into(), ty),
            ExprKind::Null => self.constant(ty, ConstData::Zero),
            ExprKind::Str { kind, bytes } => self.string_literal(kind, bytes, ty),
            ExprKind::Variant(_, index, _) => self.variant(ty, index),
            ExprKind::Param(position, name) => {
                let param = self.types().intern(TyKind::Param(position, name));
                self.constant(ty, ConstData::Measure(Measure::Value, param))
            }
            ExprKind::Item(item, args)
                if !matches!(self.tree.items[item].kind::<Looped>(), ItemKind::Static { .. }) =>
            {
                self.item_value(item, args, ty, span)
            }
            ExprKind::Item(..) => {
                let place = self.place(id);
                self.read(place, ty)
            }
            _ if self.is_read(id) => {
                let place = self.place(id);
                let read = self.read(place, ty);
                // What may panic does so where it stands, not where its value is used: at the end of the function, at the
                // start of a call.
                if self.may_panic(read) { self.settle(read, ty, span) } else { read }
            }
            _ if !self.is_value(ty) => self.aggregate_operand(id, ty, span),
            _ => self.computed(id, ty, span),
        }
    }

    /// An aggregate, or nothing at all.
    fn aggregate_operand(&mut self, id: ExprId, ty: Ty, span: Span) -> Operand {
        if ty == Ty::VOID || ty == Ty::NEVER || ty == Ty::ERROR {
            self.effect(id);
            return self.undefined(ty);
        }
        if let ExprKind::Method(method, args) = self.src.kind(id) {
            let value = self.method(method, args, ty, span);
            return if self.is_dropped(ty) { self.settle(value, ty, span) } else { value };
        }
        let local = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, span);
        self.into(id, self.whole(local));
        self.drop_unless_taken(local);
        self.read(self.whole(local), ty)
    }

    /// New memory with the value of an expression, which the statement around drops if nothing takes it.
    pub(super) fn temporary(&mut self, id: ExprId) -> Place {
        let (ty, span) = (self.ty(id), self.span(id));
        let local = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, span);
        self.into(id, self.whole(local));
        match self.extended.contains(&id) {
            true => self.drop_with_block(local),
            false => self.drop_with_statement(local),
        }
        self.whole(local)
    }

    /// The value of an expression, read now.
    pub(super) fn value(&mut self, id: ExprId) -> Operand {
        let operand = self.operand(id);
        self.settle(operand, self.ty(id), self.span(id))
    }

    /// Whether an expression is a place that is read.
    fn is_read(&self, id: ExprId) -> bool {
        match self.src.kind(id) {
            ExprKind::Local(_) | ExprKind::Field(..) | ExprKind::Deref(_) => true,
            ExprKind::Index(_, index) => !matches!(self.src.kind(index), ExprKind::Range { .. }),
            // A static is one too, and cannot panic; the others compute something.
            _ => false,
        }
    }

    /// Whether reading it checks bounds.
    pub(super) fn may_panic(&self, operand: Operand) -> bool {
        let is_indexed = |place: Place| self.body.projs[place.projs].iter().any(|proj| matches!(proj, Proj::Index(_)));
        operand.place().is_some_and(is_indexed)
    }

    /// Reads an operand now, unless nothing can change it.
    pub(super) fn settle(&mut self, operand: Operand, ty: Ty, span: Span) -> Operand {
        if self.body.is_fixed(operand) {
            operand
        } else if self.is_value(ty) {
            self.compute(ty, Rvalue::Use(operand), span)
        } else {
            let local = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, span);
            self.assign(self.whole(local), Rvalue::Use(operand), span);
            self.drop_unless_taken(local);
            self.read(self.whole(local), ty)
        }
    }

    fn int_literal(&mut self, ty: Ty, value: u128) -> Operand {
        match ty.as_float() {
            // A suffix made an integer literal a float.
            Some(FloatTy::F32) => self.constant(ty, ConstData::Float((value as f32).to_bits().into())),
            Some(FloatTy::F64) => self.constant(ty, ConstData::Float((value as f64).to_bits())),
            None => {
                let bits = ty.as_int().map_or(64, |int| int.bits(self.cx.target.pointer_bits));
                self.int(vex_ir::arith::truncate(value, bits), ty)
            }
        }
    }

    fn float_literal(&mut self, ty: Ty, text: Symbol) -> Operand {
        let text = self.cx.text(text);
        let bits = float::from_text(text, ty.as_float().unwrap_or(FloatTy::F64));
        self.constant(ty, ConstData::Float(bits.unwrap_or_default()))
    }

    fn string_literal(&mut self, kind: StrKind, bytes: List<u8>, ty: Ty) -> Operand {
        debug_assert!(kind != StrKind::Str || ty == Ty::REF_STR);
        self.text_constant(&self.src.get().strings[bytes], ty)
    }

    /// A text as whatever kind of pointer its type is.
    pub(super) fn text_constant(&mut self, text: &[u8], ty: Ty) -> Operand {
        let made = vex_ir::flow::text(self.types(), text, ty);
        self.body.add_const(made)
    }

    /// A variant without fields.
    fn variant(&mut self, ty: Ty, index: u32) -> Operand {
        if !self.types().variants(ty).is_empty() {
            return self.constant(ty, ConstData::Variant(index, std::sync::Arc::new([])));
        }
        let (value, bits) = match self.types().adt(ty).map(|adt| &adt.kind) {
            Some(AdtKind::Enum { repr, variants }) => {
                (variants.get(index as usize).map_or(0, |v| v.1), repr.bits(self.cx.target.pointer_bits))
            }
            _ => (0, 32),
        };
        self.int(vex_ir::arith::truncate(value as u128, bits), ty)
    }

    /// A function's address, or a constant.
    pub(super) fn item_value(&mut self, item: tree::ItemId, args: List<tree::TypeId>, ty: Ty, span: Span) -> Operand {
        if self.tree.items[item].as_fn().is_some() {
            let function = self.function(item);
            let kind = match args.is_empty() {
                true => ConstData::Fn(function),
                false => ConstData::Apply(function, self.args_of(args)),
            };
            return self.constant(ty, kind);
        }
        if self.tree.is_open_const(item) {
            return self.open_constant(item, args, ty, span);
        }
        let Some(value) = self.tree.defs.value(item) else { return self.undefined(ty) };
        if self.is_value(ty) {
            return self.body.add_const((**value).clone());
        }
        // Through its address, so that what asks for a part of it need not copy it.
        let pointer = self.types().ptr(Mutability::Const, ty);
        let address = self.constant(pointer, ConstData::Addr(PointeeData::Const(value.clone()), 0));
        let local = self.temp(pointer, span);
        self.assign(self.whole(local), Rvalue::Use(address), span);
        Operand::Copy(self.project(self.whole(local), Proj::Deref))
    }

    /// Scalars and fat pointers that take computing.
    fn computed(&mut self, id: ExprId, ty: Ty, span: Span) -> Operand {
        match self.src.kind(id) {
            ExprKind::Unary(op, e) => self.unary(op, e, ty, span),
            ExprKind::Binary(op, a, b) => self.binary(op, a, b, ty, span),
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => self.convert(e, ty, span),
            ExprKind::Ref(m, e) => self.reference(m, e, ty, span),
            ExprKind::Index(base, index) => self.slicing(base, index, ty, span),
            ExprKind::Call(callee, args) => self.call_value(id, callee, args, ty),
            ExprKind::Method(method, args) => self.method(method, args, ty, span),
            ExprKind::OffsetOf(of, name) => self.offset_of(of, name, ty),
            ExprKind::Block(block) if block.label == Symbol::EMPTY => self.block_value(block, ty, span),
            // Control flow with a value: every branch writes it to one place.
            _ => {
                let slot = self.slot(ty, span);
                self.into(id, slot);
                if self.dead { self.undefined(ty) } else { Operand::Copy(slot) }
            }
        }
    }

    fn offset_of(&mut self, of: vex_ir::tree::TypeId, name: Symbol, ty: Ty) -> Operand {
        let of = self.src.meaning(of);
        let index = self.types().field_position(of, name);
        match (layout::fields(self.types(), &self.cx.target, of), index) {
            (Ok((_, offsets)), Some(index)) => self.int(offsets.get(index).copied().unwrap_or(0).into(), ty),
            // It depends on what a parameter is.
            (Err(_), Some(index)) if self.types().mentions_generic(of) => {
                self.constant(ty, ConstData::Measure(Measure::Offset(index as u32), of))
            }
            _ => self.int(0, ty),
        }
    }

    fn unary(&mut self, op: UnOp, e: ExprId, ty: Ty, span: Span) -> Operand {
        if let (UnOp::Neg, ExprKind::Int { low, high, .. }, Some(int)) = (op, self.src.kind(e), ty.as_int()) {
            let bits = int.bits(self.cx.target.pointer_bits);
            let value = vex_ir::arith::truncate(BigInt::join(low, high).wrapping_neg(), bits);
            return self.int(value, ty);
        }
        let value = self.operand(e);
        let rvalue = match op {
            UnOp::Neg if ty.as_int().is_some() => Rvalue::ArithNeg(value),
            _ => Rvalue::Unary(op, value),
        };
        self.compute(ty, rvalue, span)
    }

    /// Two operands, the first read before the second can change it.
    pub(super) fn pair(&mut self, a: ExprId, b: ExprId) -> (Operand, Operand) {
        let first = if self.is_simple(b) { self.operand(a) } else { self.value(a) };
        let second = self.operand(b);
        (first, second)
    }

    fn binary(&mut self, op: BinOp, a: ExprId, b: ExprId, ty: Ty, span: Span) -> Operand {
        let operands = self.ty(a);
        let (x, y) = self.pair(a, b);
        if self.dead {
            return self.undefined(ty);
        }
        if op.is_comparison() {
            return self.compare(op, operands, x, y, span);
        }
        let rvalue = arithmetic(op, operands, x, y);
        self.compute(ty, rvalue, span)
    }

    pub(super) fn compare(&mut self, op: BinOp, operands: Ty, x: Operand, y: Operand, span: Span) -> Operand {
        if self.types().is_fat(operands) {
            return self.compare_slices(op, operands, x, y, span);
        }
        self.compute(Ty::BOOL, Rvalue::Binary(op, x, y), span)
    }

    /// Slices and strings are compared as bytes.
    fn compare_slices(&mut self, op: BinOp, ty: Ty, x: Operand, y: Operand, span: Span) -> Operand {
        let element = match self.types().pointee(ty).map(|to| self.types().kind(to).clone()) {
            Some(TyKind::Slice(of)) => of,
            _ => Ty::U8,
        };
        let size = layout::layout(self.types(), &self.cx.target, element).map_or(1, |l| l.size);
        let mut args = Vec::new();
        for side in [x, y] {
            let side = self.settle(side, ty, span);
            let elements = self.tree.types.ptr(Mutability::Const, element);
            let mut ptr = self.compute(elements, Rvalue::FatPtr(side), span);
            if elements != Ty::PTR_U8 {
                ptr = self.compute(Ty::PTR_U8, Rvalue::Cast(ptr), span);
            }
            let mut len = self.compute(Ty::USIZE, Rvalue::FatLen(side), span);
            if size != 1 {
                let size = self.int(size.into(), Ty::USIZE);
                len = self.compute(Ty::USIZE, Rvalue::Binary(BinOp::Mul, len, size), span);
            }
            args.extend([ptr, len]);
        }
        let order = self.call_runtime(Runtime::Compare, &args, span);
        let zero = self.int(0, Ty::I32);
        self.compute(Ty::BOOL, Rvalue::Binary(op, order, zero), span)
    }

    /// Conversions and casts.
    fn convert(&mut self, e: ExprId, to: Ty, span: Span) -> Operand {
        let from = self.ty(e);
        if from == Ty::NEVER {
            self.effect(e);
            return self.undefined(to);
        }
        // A literal's address needs no length.
        if let ExprKind::Str { bytes, .. } = self.src.kind(e)
            && self.types().is_raw_ptr(to)
        {
            return self.text_constant(&self.src.get().strings[bytes], to);
        }
        let value = self.operand(e);
        if self.dead {
            return self.undefined(to);
        }
        if from == to {
            return value;
        }
        if let Operand::Const(id) = value
            && *self.body.consts[id].raw() == ConstData::Zero
            && self.types().is_raw_ptr(to)
        {
            return self.constant(to, ConstData::Zero);
        }
        if self.types().is_fat(to) && !self.types().is_fat(from) {
            let array = self.types().pointee(from).unwrap_or(Ty::ERROR);
            let (_, len) = self.array_parts(array);
            return self.compute(to, Rvalue::Fat(value, len), span);
        }
        self.compute(to, Rvalue::Cast(value), span)
    }

    fn reference(&mut self, m: Mutability, e: ExprId, ty: Ty, span: Span) -> Operand {
        if m == Mutability::Const
            && !self.is_place(e)
            && !self.is_dropped(self.ty(e))
            && self.src.is_written_out(&self.tree.items, e)
            && let Some(value) = self.promoted(e)
        {
            return self.constant(ty, ConstData::Addr(value, 0));
        }
        let place = self.place_or_temp(e);
        if self.dead {
            return self.undefined(ty);
        }
        // `&*p` is `p`. What may panic on the way is what the address is taken of.
        let at = if self.may_panic(Operand::Copy(place)) { self.span(e) } else { span };
        self.compute(ty, Rvalue::AddrOf(place), at)
    }

    /// Evaluates an expression into memory that nothing it reads overlaps.
    pub(super) fn into(&mut self, id: ExprId, dest: Place) {
        if self.dead {
            return;
        }
        deep(|| self.write_into(id, dest));
    }

    fn write_into(&mut self, id: ExprId, dest: Place) {
        let ty = self.ty(id);
        let span = self.span(id);
        match self.src.kind(id) {
            ExprKind::Convert(e) if self.ty(e) == Ty::NEVER => self.effect(e),
            ExprKind::Block(block) => self.block(block, Some(dest), span),
            ExprKind::If { cond, then, els } => self.if_else(cond, then, els, Some(dest), span),
            ExprKind::Match(on, arms) => self.match_arms(id, on, arms, Some(dest)),
            ExprKind::Loop { label, body } => self.endless(label, body, Some(dest), span),
            ExprKind::And(a, b) => self.short_circuit(a, b, false, dest, span),
            ExprKind::Or(a, b) => self.short_circuit(a, b, true, dest, span),
            ExprKind::Tuple(list) => self.elements(list, dest, |_, i| Proj::Field(i)),
            ExprKind::Array(list) => self.array(list, ty, dest, span),
            ExprKind::Repeat(value, _) => self.repeat(value, ty, dest, span),
            ExprKind::Struct { ty: head, fields, base } => match self.src.type_expr(head) {
                TypeKind::Variant(_, index, _) => self.variant_literal((ty, index), fields, dest, span),
                _ => self.structure(ty, fields, base, dest, span),
            },
            ExprKind::Call(callee, args) if !self.is_value(ty) => self.call_into(id, callee, args, dest),
            ExprKind::Break { .. } | ExprKind::Continue { .. } | ExprKind::Return(_) => self.effect(id),
            // One machine value, or a place that is copied.
            _ => {
                let value = if self.is_read(id) {
                    let place = self.place(id);
                    self.read(place, ty)
                } else {
                    self.operand(id)
                };
                self.assign(dest, Rvalue::Use(value), span);
            }
        }
    }

    fn short_circuit(&mut self, a: ExprId, b: ExprId, decides: bool, dest: Place, span: Span) {
        let (more, short, end) = (self.new_block(), self.new_block(), self.new_block());
        // A row of them is decided in one place: a value that comes from as many blocks takes LLVM the square of their number.
        let (then, els) = if decides { (short, more) } else { (more, short) };
        self.condition(a, then, els);
        self.enter(short);
        let decided = self.int(decides.into(), Ty::BOOL);
        self.assign(dest, Rvalue::Use(decided), span);
        self.goto(end, span);
        self.enter(more);
        self.with_temporaries(self.span(b), |f| f.into(b, dest));
        self.goto(end, span);
        self.enter(end);
    }

    fn elements(&mut self, list: List<ExprId>, dest: Place, proj: impl Fn(&mut Self, u32) -> Proj) {
        let parts = self.src.get().expr_lists[list].iter().zip(0..).map(|(element, i)| {
            let proj = proj(self, i);
            (*element, self.project(dest, proj))
        });
        let parts = parts.collect();
        self.put_together(parts);
    }

    /// Evaluates the parts of an aggregate, each into its place. What is dropped if a later part does not come to its end is in a
    /// variable of its own until all are there.
    fn put_together(&mut self, parts: Parts) {
        if !self.any_drops {
            return parts.into_iter().for_each(|(part, place)| self.into(part, place));
        }
        let last_effect = parts.iter().rposition(|(part, _)| !self.is_simple(*part)).unwrap_or(0);
        let mut apart = Vec::new();
        for (i, (part, place)) in parts.into_iter().enumerate() {
            if i >= last_effect || !self.is_dropped(self.ty(part)) {
                self.into(part, place);
                continue;
            }
            let value = if self.is_read(part) { self.value(part) } else { self.operand(part) };
            apart.push((value, place, self.span(part)));
        }
        apart.into_iter().for_each(|(value, place, span)| self.assign(place, Rvalue::Use(value), span));
    }

    fn array(&mut self, list: List<ExprId>, ty: Ty, dest: Place, span: Span) {
        let element = |f: &mut Self, i: u32| Proj::Index(f.int(i.into(), Ty::USIZE));
        if (dest.projs.is_empty() || !self.any_drops) && self.is_copy(ty) {
            return self.elements(list, dest, element);
        }
        // Values that are moved out go as a whole, and so must they come: elements are told apart by nobody. The same holds of what is
        // part of something that is dropped as a whole.
        let made = self.new_local(Symbol::EMPTY, ty, LocalKind::Memory, span);
        self.push(vex_ir::flow::StmtKind::Mark(Mark::Declared { mutable: true }, made), span);
        let place = self.whole(made);
        self.elements(list, place, element);
        let value = self.read(place, ty);
        self.assign(dest, Rvalue::Use(value), span);
    }

    fn repeat(&mut self, value: ExprId, ty: Ty, dest: Place, span: Span) {
        let count = match self.types().kind(ty) {
            TyKind::Array(_, count) => Some(Count::new(*count)),
            // A parameter, for which the place has the number in the end.
            _ => None,
        };
        let value = self.value(value);
        let array = count.map_or(Rvalue::Fill(value), |count| Rvalue::Repeat(value, count));
        self.assign(dest, array, span);
    }

    fn structure(&mut self, ty: Ty, fields: List<FieldInit>, base: Option<ExprId>, dest: Place, span: Span) {
        let count = self.types().field_types(ty).len();
        let inits = &self.src.get().fields[fields];
        // Fields first, as written; the base gives the rest.
        let base = base.filter(|_| inits.len() < count);
        let whole_base = base.is_some_and(|b| self.is_default(b));
        if whole_base {
            let zero = self.constant(ty, ConstData::Zero);
            self.assign(dest, Rvalue::Use(zero), span);
        }
        if count == 0 && self.any_drops {
            // Nothing else says that it is there.
            let empty = self.constant(ty, ConstData::Zero);
            return self.assign(dest, Rvalue::Use(empty), span);
        }
        let mut given = vec![false; count];
        let mut parts = Parts::with_capacity(inits.len());
        for init in inits {
            let index = self.field_index(ty, init.name.name);
            given[index as usize] = true;
            parts.push((init.value, self.project(dest, Proj::Field(index))));
        }
        self.put_together(parts);
        let Some(base) = base.filter(|_| !whole_base) else { return };
        let from = self.place_or_temp(base);
        for (index, _) in given.iter().enumerate().filter(|(_, given)| !**given) {
            let (to, part) =
                (self.project(dest, Proj::Field(index as u32)), self.project(from, Proj::Field(index as u32)));
            let part_ty = self.body.project(self.types(), ty, Proj::Field(index as u32));
            let part = self.read(part, part_ty);
            self.assign(to, Rvalue::Use(part), span);
        }
    }

    /// `Enum::Variant { x, y }`
    fn variant_literal(&mut self, (ty, variant): (Ty, u32), fields: List<FieldInit>, dest: Place, span: Span) {
        let parts = self.src.get().fields[fields].iter().map(|init| {
            let field = self.types().position_in(ty, Some(variant), init.name.name).unwrap_or(0) as u32;
            (init.value, self.project(dest, Proj::Payload { variant, field }))
        });
        let parts = parts.collect();
        self.put_together(parts);
        self.push(vex_ir::flow::StmtKind::SetVariant(dest, variant), span);
    }

    /// `Enum::Variant(a, b)`
    pub(super) fn make_variant(&mut self, variant: u32, args: List<ExprId>, dest: Place, span: Span) {
        self.elements(args, dest, |_, field| Proj::Payload { variant, field });
        self.push(vex_ir::flow::StmtKind::SetVariant(dest, variant), span);
    }

    fn is_default(&self, id: ExprId) -> bool {
        let ExprKind::Call(callee, _) = self.src.kind(id) else { return false };
        matches!(self.src.kind(callee), ExprKind::Builtin(Builtin::Default, _))
    }

    /// Evaluates an expression for what it does.
    pub(super) fn effect(&mut self, id: ExprId) {
        if self.dead {
            return;
        }
        deep(|| self.effect_here(id));
    }

    fn effect_here(&mut self, id: ExprId) {
        let span = self.span(id);
        match self.src.kind(id) {
            ExprKind::Convert(e) => self.effect(e),
            ExprKind::Assign(place, value) => self.assignment(place, value, span),
            ExprKind::AssignOp(op, place, value) => self.assign_op(op, place, value, span),
            ExprKind::Block(block) => self.block(block, None, span),
            ExprKind::If { cond, then, els } => self.if_else(cond, then, els, None, span),
            ExprKind::Match(on, arms) => self.match_arms(id, on, arms, None),
            ExprKind::Loop { label, body } => self.endless(label, body, None, span),
            ExprKind::Break { label, value } => self.break_to(label, value, span),
            ExprKind::Continue { label } => self.continue_to(label, span),
            ExprKind::Return(value) => self.return_value(value, span),
            ExprKind::Call(callee, args) => self.call_effect(id, callee, args),
            ExprKind::And(a, b) => self.short_effect(a, b, false, span),
            ExprKind::Or(a, b) => self.short_effect(a, b, true, span),
            ExprKind::Method(method, args) => drop(self.method(method, args, self.ty(id), span)),
            // Without a value, and nothing that runs.
            _ if self.ty(id) == Ty::VOID => {}
            // Something in it does not come back: `!return`, `(panic("…"), 1)`.
            _ if self.ty(id) == Ty::NEVER => self.broken_off(id, span),
            _ if self.is_dropped(self.ty(id)) && !self.is_place(id) => drop(self.temporary(id)),
            _ => drop(self.operand(id)),
        }
    }

    /// Evaluates what is in an expression that has no value because some of it has none.
    fn broken_off(&mut self, id: ExprId, span: Span) {
        let src = self.src;
        src.children(id.into(), &mut |node| {
            if let Node::Expr(part) = node {
                self.effect(part);
            }
        });
        self.terminate(Terminator::Unreachable, span);
    }

    fn short_effect(&mut self, a: ExprId, b: ExprId, decides: bool, span: Span) {
        let (more, end) = (self.new_block(), self.new_block());
        let first = self.without_temporaries(a);
        if decides {
            self.branch(first, end, more, span)
        } else {
            self.branch(first, more, end, span)
        }
        self.enter(more);
        self.with_temporaries(self.span(b), |f| f.effect(b));
        self.goto(end, span);
        self.enter(end);
    }

    fn assignment(&mut self, place: ExprId, value: ExprId, span: Span) {
        let ty = self.ty(place);
        if self.is_value(ty) {
            let value = if self.is_simple(place) { self.operand(value) } else { self.value(value) };
            let place = self.assigned(place);
            return self.assign(place, Rvalue::Use(value), span);
        }
        if self.is_dropped(ty) {
            let value = if self.is_read(value) { self.value(value) } else { self.operand(value) };
            let place = self.assigned(place);
            // The old one ends when the new one is there.
            self.body.moves = true;
            self.push(vex_ir::flow::StmtKind::Drop(place), span);
            return self.assign(place, Rvalue::Use(value), span);
        }
        // The new value may be made from the old one.
        let value = if self.is_place(value) { self.operand(value) } else { self.value(value) };
        let place = self.assigned(place);
        self.assign(place, Rvalue::Use(value), span);
    }

    /// The place that an expression names, to be assigned: a variable as a whole need not have a value.
    fn assigned(&mut self, place: ExprId) -> Place {
        let ExprKind::Local(local) = self.src.kind(place) else { return self.place(place) };
        self.mark(local, Mark::Assigned, self.span(place));
        let local = self.local(local);
        self.whole(local)
    }

    fn assign_op(&mut self, op: BinOp, place: ExprId, value: ExprId, span: Span) {
        let ty = self.ty(place);
        let value = if self.is_simple(place) { self.operand(value) } else { self.value(value) };
        let place = self.place(place);
        let result = self.compute(ty, arithmetic(op, ty, Operand::Copy(place), value), span);
        self.assign(place, Rvalue::Use(result), span);
    }

    /// Goes to one of two blocks.
    pub(super) fn condition(&mut self, id: ExprId, then: BlockId, els: BlockId) {
        if self.dead {
            return;
        }
        deep(|| self.condition_here(id, then, els));
    }

    fn condition_here(&mut self, id: ExprId, then: BlockId, els: BlockId) {
        let span = self.span(id);
        match self.src.kind(id) {
            ExprKind::Unary(UnOp::Not, e) => self.condition(e, els, then),
            ExprKind::And(a, b) => {
                let more = self.new_block();
                self.condition(a, more, els);
                self.enter(more);
                self.condition(b, then, els);
            }
            ExprKind::Or(a, b) => {
                let more = self.new_block();
                self.condition(a, then, more);
                self.enter(more);
                self.condition(b, then, els);
            }
            ExprKind::Let(pat, on) => _ = self.let_condition(pat, on, then, els),
            _ => {
                let cond = self.without_temporaries(id);
                self.branch(cond, then, els, span);
            }
        }
    }
}

/// Arithmetic as source writes it: on integers, what overflow does is still undecided.
pub(super) fn arithmetic(op: BinOp, ty: Ty, x: Operand, y: Operand) -> Rvalue<Graph> {
    let undecided =
        matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem | BinOp::Shl | BinOp::Shr);
    if undecided && ty.as_int().is_some() { Rvalue::Arith(op, x, y) } else { Rvalue::Binary(op, x, y) }
}

/// Statements that declare nothing need no scope of their own.
pub(super) fn declares(stmt: &tree::Stmt) -> bool {
    matches!(stmt.kind, StmtKind::Let { .. } | StmtKind::Defer(_))
}
