//! Constants of Tree as constants of Flow, and the globals that they need.

use super::*;
use vex_ir::Span;
use vex_ir::flow::{Const, ConstKind};
use vex_ir::value::{self, ConstId};

impl Builder<'_> {
    pub(super) fn constant(&mut self, id: ConstId) -> Const {
        let tree = self.tree;
        let value::Const { ty, kind } = &tree.consts.data[id];
        let ty = *ty;
        let kind = match kind {
            // A program with errors is not built.
            value::ConstKind::Error => ConstKind::Undef,
            value::ConstKind::Int(bits) => ConstKind::Int(*bits),
            value::ConstKind::Float(bits) => ConstKind::Float(*bits),
            // Of no bytes, whatever its parts are: they may be many.
            value::ConstKind::Aggregate(_) if self.is_empty(ty) => ConstKind::Zero,
            value::ConstKind::Aggregate(parts) => {
                if let Some(made) = self.made.aggregates.get(&id) {
                    return made.clone();
                }
                let made = Const { ty, kind: ConstKind::Aggregate(parts.iter().map(|p| self.constant(*p)).collect()) };
                self.made.aggregates.insert(id, made.clone());
                return made;
            }
            value::ConstKind::Union { field, value } => {
                ConstKind::Union { field: *field, value: Box::new(self.constant(*value)) }
            }
            value::ConstKind::Repeat(part, count) => ConstKind::Repeat(Box::new(self.constant(*part)), *count),
            value::ConstKind::Zero => ConstKind::Zero,
            value::ConstKind::Str(bytes) => return self.string(bytes, ty),
            value::ConstKind::Addr(item, offset) => self.address_of(*item, *offset),
            value::ConstKind::Ref(inner) => ConstKind::Addr(self.target_of(*inner, ty), 0),
            value::ConstKind::Slice(inner, len) => ConstKind::Slice(self.target_of(*inner, ty), *len),
            value::ConstKind::SliceOf(item, len) => ConstKind::Slice(self.global(*item), *len),
        };
        Const { ty, kind }
    }

    fn is_empty(&self, ty: Ty) -> bool {
        vex_ir::layout::layout(&self.made.out.types, &self.cx.target, ty).is_ok_and(|layout| layout.size == 0)
    }

    /// The memory with a constant that a pointer of type `ty` leads to.
    fn target_of(&mut self, id: ConstId, ty: Ty) -> GlobalId {
        let writes =
            matches!(self.made.out.types.kind(ty), TyKind::Ref(Mutability::Mut, _) | TyKind::Ptr(Mutability::Mut, _));
        let global = self.constant_global(id);
        if writes {
            // Only a static can have it, so nobody else refers to it.
            self.made.out.globals[global].mutable = true;
            self.made.out.globals[global].unnamed = false;
        }
        global
    }

    fn address_of(&mut self, item: ItemId, offset: u64) -> ConstKind {
        match self.tree.items[item].kind {
            ItemKind::Fn(_) => ConstKind::Fn(self.function(item)),
            _ => ConstKind::Addr(self.global(item), offset),
        }
    }

    /// A string literal as whatever kind of pointer its type is.
    pub(super) fn string(&mut self, bytes: &[u8], ty: Ty) -> Const {
        let global = self.bytes(bytes);
        let kind = if self.made.out.types.is_fat(ty) {
            ConstKind::Slice(global, bytes.len() as u64)
        } else {
            ConstKind::Addr(global, 0)
        };
        Const { ty, kind }
    }

    /// Read-only bytes, with a NUL behind them.
    fn bytes(&mut self, bytes: &[u8]) -> GlobalId {
        if let Some(&known) = self.made.strings.get(bytes) {
            return known;
        }
        let mut content = bytes.to_vec();
        content.push(0);
        let ty = self.made.out.types.array(Ty::U8, content.len() as u64);
        let made = self.unnamed(Const { ty, kind: ConstKind::Bytes(content.into()) });
        self.made.strings.insert(bytes.into(), made);
        made
    }

    /// A constant in memory.
    pub(super) fn constant_global(&mut self, id: ConstId) -> GlobalId {
        if let Some(&known) = self.made.constants.get(&id) {
            return known;
        }
        let init = self.constant(id);
        let made = self.unnamed(init);
        self.made.constants.insert(id, made);
        made
    }

    /// The memory with a value that a function refers to.
    pub(super) fn literal_global(&mut self, init: Const) -> GlobalId {
        self.unnamed(init)
    }

    fn unnamed(&mut self, init: Const) -> GlobalId {
        let symbol = self.cx.interner.intern(&format!("vex.const.{}", self.made.out.globals.len()));
        self.made.out.globals.alloc(Global {
            symbol,
            name: Symbol::EMPTY,
            ty: init.ty,
            linkage: Linkage::Internal,
            mutable: false,
            init: Some(init),
            span: Span::NONE,
            unnamed: true,
            thread_local: false,
        })
    }
}
