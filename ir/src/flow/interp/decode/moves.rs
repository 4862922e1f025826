//! Moves and drops. Only bodies that have some are executed with a look at what is gone.

use super::*;

impl Decoder<'_, '_> {
    /// Looks whether the value of a place in memory is there, before it is read as a whole.
    pub(super) fn whole(&mut self, place: Place) -> Decode {
        let ty = self.place_ty(place);
        let Shape { class, size, .. } = self.shape(ty)?;
        if let (At::Loc(loc), Class::Memory, 1..) = (self.place(place)?, class, size) {
            self.op(Op::Whole { loc, size, ty });
        }
        Ok(())
    }

    /// What is moved to a cell is gone when it is there.
    pub(super) fn gone(&mut self, loc: Loc, size: u64) {
        if size > 0 {
            self.op(Op::Gone { loc, size });
        }
    }

    /// What the statement has moved to `dest` is gone, unless it came from there.
    pub(super) fn moved(&mut self, dest: Option<Place>) {
        let body = self.body;
        let same = |a: Place, b: Place| a.base == b.base && get(&body.projs, a.projs) == get(&body.projs, b.projs);
        for (place, loc, size) in std::mem::take(&mut self.moved) {
            if !dest.is_some_and(|dest| same(dest, place)) {
                self.gone(loc, size);
            }
        }
    }

    pub(super) fn drop(&mut self, place: Place) -> Decode {
        let ty = self.place_ty(place);
        let size = self.shape(ty)?.size;
        let loc = self.loc(place)?;
        if self.memory.program.types.needs_drop(ty) {
            let at = self.temp(1);
            self.op(Op::Address { d: at, loc });
            self.op(Op::Drop { at, ty });
            self.op(Op::DropMore);
        }
        self.gone(loc, size);
        Ok(())
    }
}
