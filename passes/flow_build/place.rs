//! Places: variables, statics, fields, elements, and what pointers lead to.

use super::function::FnBuilder;
use vex_ir::flow::*;
use vex_ir::lang::Looped;
use vex_ir::stack::deep;
use vex_ir::tree::place::Root;
use vex_ir::tree::{BinOp, ExprId, ExprKind, ItemKind};
use vex_ir::ty::*;
use vex_ir::{Span, Symbol};

impl FnBuilder<'_> {
    /// Whether an expression names memory that is there already.
    pub(super) fn is_place(&self, id: ExprId) -> bool {
        // A slice is a value, whatever it is a slice of.
        if let ExprKind::Index(_, index) = self.src.kind(id)
            && let ExprKind::Range { .. } = self.src.kind(index)
        {
            return false;
        }
        match self.src.place_root(self.types(), id) {
            (_, Root::Local(_) | Root::Behind(_)) => true,
            (root, Root::Item(item)) => match self.tree.items[item].kind::<Looped>() {
                ItemKind::Static { .. } => true,
                // Each mention of what is dropped is another value.
                ItemKind::Const { .. } => !self.is_value(self.ty(root)) && !self.is_dropped(self.ty(root)),
                _ => false,
            },
            (_, Root::Error | Root::Value) => false,
        }
    }

    /// The memory an expression names, or new memory with its value.
    pub(super) fn place_or_temp(&mut self, id: ExprId) -> Place {
        if self.is_place(id) && !self.is_register(id) {
            return self.place(id);
        }
        if let ExprKind::Field(..) | ExprKind::Index(..) = self.src.kind(id)
            && self.is_dropped(self.ty(id))
        {
            // A part of a temporary stays in it.
            return self.place(id);
        }
        self.temporary(id)
    }

    /// Whether an expression is a variable that has no memory.
    fn is_register(&mut self, id: ExprId) -> bool {
        match self.src.kind(id) {
            ExprKind::Local(local) => {
                let local = self.local(local);
                self.body.locals[local].kind == LocalKind::Value
            }
            _ => false,
        }
    }

    /// The memory an expression names. What is no place gets memory of its own.
    pub(super) fn place(&mut self, id: ExprId) -> Place {
        deep(|| self.place_here(id))
    }

    fn place_here(&mut self, id: ExprId) -> Place {
        let span = self.span(id);
        match self.src.kind(id) {
            ExprKind::Local(local) => {
                self.mark(local, Mark::Used, span);
                let local = self.local(local);
                self.whole(local)
            }
            ExprKind::Item(item, _) if matches!(self.tree.items[item].kind::<Looped>(), ItemKind::Static { .. }) => {
                let global = self.tree.defs.global(item).expect("`flow-declare` declares every static");
                let place = Place::global(global);
                self.as_declared(place, self.tree.defs.sigs.globals[global].ty, self.ty(id), span)
            }
            ExprKind::Deref(pointer) => {
                let base = self.pointer(pointer);
                self.project(base, Proj::Deref)
            }
            ExprKind::Field(base, name) => {
                let index = self.field_index(self.ty(base), name);
                let base = self.place(base);
                self.project(base, Proj::Field(index))
            }
            ExprKind::Index(base, index) => self.element(base, index),
            _ if !self.is_place(id) && self.is_dropped(self.ty(id)) => self.temporary(id),
            _ => {
                let value = self.operand(id);
                if let Some(place) = value.place() {
                    return place;
                }
                let slot = self.slot(self.ty(id), span);
                if !self.dead {
                    self.assign(slot, Rvalue::Use(value), span);
                }
                slot
            }
        }
    }

    /// A foreign static by the type that this module declares it with: C sees no difference between them, Flow does.
    fn as_declared(&mut self, place: Place, merged: Ty, declared: Ty, span: Span) -> Place {
        if merged == declared || self.dead {
            return place;
        }
        let from = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, merged);
        let to = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, declared);
        let address = self.compute(from, Rvalue::AddrOf(place), span);
        let local = self.temp(to, span);
        self.assign(self.whole(local), Rvalue::Cast(address), span);
        self.project(self.whole(local), Proj::Deref)
    }

    /// A pointer as something that can be dereferenced.
    fn pointer(&mut self, id: ExprId) -> Place {
        if self.is_place(id) {
            return self.place(id);
        }
        let pointer = self.operand(id);
        pointer.place().unwrap_or_else(|| {
            let (ty, span) = (self.ty(id), self.span(id));
            let local = self.temp(ty, span);
            self.assign(self.whole(local), Rvalue::Use(pointer), span);
            self.whole(local)
        })
    }

    pub(super) fn field_index(&self, ty: Ty, name: Symbol) -> u32 {
        match self.types().kind(ty) {
            TyKind::Tuple(_) => self.cx.text(name).parse().unwrap_or(0),
            _ => {
                let position = self.types().field_position(ty, name);
                position.unwrap_or(0) as u32
            }
        }
    }

    fn element(&mut self, base: ExprId, index: ExprId) -> Place {
        let fat = self.types().is_fat(self.ty(base));
        // The index is evaluated after the base, but must not change where the base is.
        let mut place = if fat {
            let value = self.value(base);
            value.place().unwrap_or_else(|| self.pointer(base))
        } else {
            self.place(base)
        };
        if fat {
            place = self.project(place, Proj::Deref);
        }
        let index = self.value(index);
        self.project(place, Proj::Index(index))
    }

    /// `base[lo..hi]`
    pub(super) fn slicing(&mut self, base: ExprId, index: ExprId, ty: Ty, span: Span) -> Operand {
        let (start, len, element) = self.parts(base, span);
        let ExprKind::Range { lo, hi, inclusive } = self.src.kind(index) else { return start };
        let lo = match lo {
            Some(lo) => self.value(lo),
            None => self.int(0, Ty::USIZE),
        };
        let hi = match hi {
            Some(hi) => {
                let hi = self.value(hi);
                if inclusive {
                    let one = self.int(1, Ty::USIZE);
                    self.compute(Ty::USIZE, Rvalue::Arith(BinOp::Add, hi, one), span)
                } else {
                    hi
                }
            }
            None => len,
        };
        let ordered = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Le, lo, hi), span);
        self.push(StmtKind::Check { cond: ordered, kind: CheckKind::SliceOrder(lo, hi) }, span);
        let inside = self.compute(Ty::BOOL, Rvalue::Binary(BinOp::Le, hi, len), span);
        self.push(StmtKind::Check { cond: inside, kind: CheckKind::Bounds(hi, len) }, span);
        let pointer = self.operand_ty(start);
        let first =
            self.compute(pointer, Rvalue::PtrOffset { ptr: start, index: lo, elem: element, negate: false }, span);
        let count = self.compute(Ty::USIZE, Rvalue::Binary(BinOp::Sub, hi, lo), span);
        self.compute(ty, Rvalue::Fat(first, count), span)
    }

    pub(super) fn operand_ty(&self, operand: Operand) -> Ty {
        let types = ProgramTypes { types: &self.tree.types, globals: &self.tree.defs.sigs.globals };
        self.body.operand_ty(&types, operand)
    }

    /// The address of the first element, the number of elements, and their type: of arrays, references to arrays, slices
    /// and strings.
    pub(super) fn parts(&mut self, base: ExprId, span: Span) -> (Operand, Operand, Ty) {
        let ty = self.ty(base);
        if self.types().is_fat(ty) {
            let value = self.value(base);
            let element = match self.types().pointee(ty).map(|to| self.types().kind(to).clone()) {
                Some(TyKind::Slice(of)) => of,
                _ => Ty::U8,
            };
            let pointer = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, element);
            let start = self.compute(pointer, Rvalue::FatPtr(value), span);
            let len = self.compute(Ty::USIZE, Rvalue::FatLen(value), span);
            return (start, len, element);
        }
        let reference = self.types().pointee(ty);
        let array = reference.unwrap_or(ty);
        let (element, len) = self.array_parts(array);
        let pointer = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, element);
        let start = match reference {
            Some(_) => {
                let value = self.operand(base);
                self.compute(pointer, Rvalue::Cast(value), span)
            }
            None => {
                let place = self.place_or_temp(base);
                let whole = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, array);
                let address = self.compute(whole, Rvalue::AddrOf(place), span);
                self.compute(pointer, Rvalue::Cast(address), span)
            }
        };
        (start, len, element)
    }

    /// The type of the elements of an array, and their number.
    pub(super) fn array_parts(&mut self, array: Ty) -> (Ty, Operand) {
        match *self.types().kind(array) {
            TyKind::Array(of, len) => (of, self.int(len.into(), Ty::USIZE)),
            TyKind::OpenArray(of, len) => (of, self.constant(Ty::USIZE, ConstData::Measure(Measure::Value, len))),
            // It is a constant that is reported already.
            _ => (Ty::U8, self.int(0, Ty::USIZE)),
        }
    }
}
