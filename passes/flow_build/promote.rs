//! References to values that are written out: the values are memory of their own, so that `&[1, 2, 3]` outlives the function.

use super::function::FnBuilder;
use std::sync::Arc;
use vex_ir::flow::*;
use vex_ir::lang::Graph;
use vex_ir::pool::List;
use vex_ir::tree::{ExprId, ExprKind, FieldInit, TypeKind};
use vex_ir::ty::*;

impl FnBuilder<'_> {
    /// Memory with the value of an expression for which `Body::is_written_out` holds.
    pub(super) fn promoted(&mut self, id: ExprId) -> Option<PointeeData> {
        Some(PointeeData::Const(Arc::new(self.written_out(id)?)))
    }

    pub(super) fn written_out(&mut self, id: ExprId) -> Option<Const> {
        let ty = self.ty(id);
        let kind = match self.src.kind(id) {
            ExprKind::Call(callee, args) => {
                let ExprKind::Variant(_, index, _) = self.src.kind(callee) else { return None };
                let fields: Vec<ExprId> = self.src.expr_lists[args].to_vec();
                ConstData::Variant(index, fields.into_iter().map(|e| self.written_out(e)).collect::<Option<_>>()?)
            }
            ExprKind::Struct { ty: head, fields, .. }
                if let TypeKind::Variant(_, index, _) = self.src.type_expr(head) =>
            {
                self.written_variant(ty, index, fields)?
            }
            // Of no bytes, whatever its parts are.
            ExprKind::Tuple(_) | ExprKind::Array(_) | ExprKind::Repeat(..) | ExprKind::Struct { .. }
                if self.is_empty(ty) =>
            {
                ConstData::Zero
            }
            ExprKind::Convert(e) | ExprKind::Cast(e, _) => return self.converted(e, ty),
            ExprKind::Ref(_, e) => ConstData::Addr(self.promoted(e)?, 0),
            ExprKind::Unary(_, e) => {
                let written = self.written_out(e)?;
                self.negated(&written, ty)?
            }
            ExprKind::Tuple(list) | ExprKind::Array(list) => {
                let parts: Vec<ExprId> = self.src.expr_lists[list].to_vec();
                ConstData::Aggregate(parts.into_iter().map(|e| self.written_out(e)).collect::<Option<_>>()?)
            }
            ExprKind::Repeat(value, _) => match *self.types().kind(ty) {
                TyKind::Array(_, len) => ConstData::Repeat(Box::new(self.written_out(value)?), len),
                _ => return None,
            },
            ExprKind::Struct { fields, .. } => self.written_struct(ty, fields)?,
            ExprKind::Item(item, _) if self.tree.is_open_const(item) => return None,
            ExprKind::Item(item, _) if self.tree.items[item].as_fn().is_none() => {
                return self.tree.defs.value(item).map(|value| (**value).clone());
            }
            // A literal, or a function.
            _ => match self.operand(id) {
                Operand::Const(value) => return Some(self.body.consts[value].clone()),
                Operand::Copy(_) | Operand::Move(..) => return None,
            },
        };
        Some(Const::new(ty, kind))
    }

    fn is_empty(&self, ty: Ty) -> bool {
        vex_ir::layout::layout(self.types(), &self.cx.target, ty).is_ok_and(|layout| layout.size == 0)
    }

    fn converted(&mut self, e: ExprId, ty: Ty) -> Option<Const> {
        if let ExprKind::Str { bytes, .. } = self.src.kind(e) {
            return Some(text(self.types(), &self.src.strings[bytes], ty));
        }
        let from = self.ty(e);
        let array = self.types().pointee(from).map(|to| self.types().kind(to).clone());
        let written = self.written_out(e)?;
        Some(match (written.raw(), array) {
            (ConstData::Addr(to, offset), Some(TyKind::Array(_, len))) if self.types().is_fat(ty) => {
                Const::new(ty, ConstData::Slice(to.clone(), *offset, len))
            }
            _ => written.with_ty(ty),
        })
    }

    fn negated(&self, value: &Const, ty: Ty) -> Option<ConstData> {
        Some(match (value.kind::<Graph>(), ty.as_int(), ty.as_float()) {
            (ConstKind::Int(value), Some(int), _) => {
                let bits = int.bits(self.cx.target.pointer_bits);
                ConstData::Int(vex_ir::arith::truncate(value.wrapping_neg(), bits))
            }
            (ConstKind::Float(bits), _, Some(FloatTy::F32)) => ConstData::Float(bits ^ 1 << 31),
            (ConstKind::Float(bits), _, Some(FloatTy::F64)) => ConstData::Float(bits ^ 1 << 63),
            _ => return None,
        })
    }

    fn written_variant(&mut self, ty: Ty, variant: u32, fields: List<FieldInit>) -> Option<ConstData> {
        let count = self.types().variants(ty).get(variant as usize)?.fields.len();
        let position = |f: &Self, init: &FieldInit| f.types().position_in(ty, Some(variant), init.name.name);
        let values = self.in_order(fields, count, position)?;
        Some(ConstData::Variant(variant, values))
    }

    /// The values of fields in the order of their declaration.
    fn in_order(
        &mut self,
        fields: List<FieldInit>,
        count: usize,
        position: impl Fn(&Self, &FieldInit) -> Option<usize>,
    ) -> Option<Arc<[Const]>> {
        let mut given: Vec<Option<ExprId>> = vec![None; count];
        for init in &self.src.get().fields[fields] {
            given[position(self, init)?] = Some(init.value);
        }
        given.into_iter().map(|value| self.written_out(value?)).collect()
    }

    fn written_struct(&mut self, ty: Ty, fields: List<FieldInit>) -> Option<ConstData> {
        let adt = self.types().applied(ty).0?;
        let is_union = matches!(adt.kind, AdtKind::Union(_));
        let count = adt.fields().len();
        if is_union {
            let init = self.src.get().fields[fields].first()?;
            let field = self.types().field_position(ty, init.name.name)? as u32;
            return Some(ConstData::Union(field, Box::new(self.written_out(init.value)?)));
        }
        let position = |f: &Self, init: &FieldInit| f.types().field_position(ty, init.name.name);
        Some(ConstData::Aggregate(self.in_order(fields, count, position)?))
    }
}
