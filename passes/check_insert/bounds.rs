//! Indexes: each less than the length of what it indexes.

use super::{Inserter, lint};
use vex_ir::flow::{BinOp, CheckKind, Const, ConstData, Measure, Operand, Place, PlaceBase, Proj, Rvalue};
use vex_ir::pool::List;
use vex_ir::ty::{Ty, TyKind};

impl Inserter<'_> {
    /// Checks the indexes in the places that were found, and forgets the places.
    pub(super) fn bounds(&mut self) {
        for i in 0..self.places.len() {
            self.place(self.places[i]);
        }
        self.places.clear();
    }

    fn place(&mut self, place: Place) {
        let mut ty = match place.base {
            PlaceBase::Local(id) => self.cursor.body.locals[id].ty,
            PlaceBase::Global(id) => self.program.globals[id].ty,
        };
        for (number, position) in place.projs.range().enumerate() {
            let proj = *self.cursor.body.projs.at(position);
            if let Proj::Index(index) = proj {
                match self.program.types.kind(ty) {
                    TyKind::Array(_, len) => self.array_index(index, *len),
                    TyKind::OpenArray(_, len) => self.open_index(index, *len),
                    // Behind a fat pointer, which `number` is at least one projection away from.
                    _ => self.slice_index(place, number.saturating_sub(1), index),
                }
            }
            ty = self.cursor.body.project(self.program.types, ty, proj);
        }
    }

    /// An index into an array whose length is a parameter.
    fn open_index(&mut self, index: Operand, len: Ty) {
        let length = Const::new(Ty::USIZE, ConstData::Measure(Measure::Value, len));
        let length = Operand::Const(self.cursor.body.consts.alloc(length));
        let cond = self.test(BinOp::Lt, index, length);
        self.check(cond, CheckKind::Bounds(index, length));
    }

    fn array_index(&mut self, index: Operand, len: u64) {
        let known = self.known(index);
        if known.is_some_and(|index| index < u128::from(len)) {
            return;
        }
        let length = self.constant(Ty::USIZE, len.into());
        let kind = CheckKind::Bounds(index, length);
        match known {
            Some(index) => {
                lint::out_of_bounds(self.cx, self.cursor.span(), index, len);
                self.always_fails(kind);
            }
            None => {
                let cond = self.test(BinOp::Lt, index, length);
                self.check(cond, kind);
            }
        }
    }

    /// An index into what the fat pointer at the first `fat` projections of a place points to.
    fn slice_index(&mut self, place: Place, fat: usize, index: Operand) {
        let projs = if fat == 0 {
            List::default()
        } else {
            let prefix = self.cursor.body.projs[place.projs][..fat].to_vec();
            self.cursor.body.projs.alloc(prefix)
        };
        let pointer = Operand::Copy(Place { base: place.base, projs });
        let length = self.cursor.value(Ty::USIZE, Rvalue::FatLen(pointer));
        let cond = self.test(BinOp::Lt, index, length);
        self.check(cond, CheckKind::Bounds(index, length));
    }
}
