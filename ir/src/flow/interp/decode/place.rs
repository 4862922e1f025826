//! Places, and where the values of operands are.

use super::*;
use crate::layout;
use crate::ty::SumLayout;
use std::sync::Arc;

impl Decoder<'_, '_> {
    pub(super) fn accessed(&mut self, place: Place, access: Access) -> Decode<Loc> {
        let mut loc = self.loc(place)?;
        if access == Access::Unaligned {
            loc.align = 1;
        }
        Ok(loc)
    }

    /// A place in memory.
    pub(super) fn loc(&mut self, place: Place) -> Decode<Loc> {
        match self.place(place)? {
            At::Loc(loc) => Ok(loc),
            // The verifier has seen that no value is addressed.
            At::Cell(_) => Err(ErrorKind::Malformed("a value has no address")),
        }
    }

    pub(super) fn base(&mut self, base: PlaceBase) -> Decode<(At, Ty)> {
        match base {
            PlaceBase::Local(id) => {
                let at = match self.slots[index(id)] {
                    Slot::Narrow(cell) | Slot::Pair(cell) => At::Cell(Src::cell(cell)),
                    Slot::Memory { offset, .. } => At::Loc(Loc { base: Base::Frame, index: None, align: 1, offset }),
                };
                Ok((at, self.body.locals[id].ty))
            }
            PlaceBase::Global(id) => {
                let address = match self.memory.global_address(id) {
                    // Where it is asked for, if it ever is.
                    Err(kind @ ErrorKind::ThreadLocal(_)) => {
                        self.fail(kind);
                        0
                    }
                    found => found?,
                };
                let base = Base::Ptr(self.constant(address));
                let loc = Loc { base, index: None, align: 1, offset: 0 };
                Ok((At::Loc(loc), self.memory.program.globals[id].ty))
            }
        }
    }

    pub(super) fn place(&mut self, place: Place) -> Decode<At> {
        let (mut at, mut ty) = self.base(place.base)?;
        // Of the slice that was just reached.
        let mut len = None;
        for proj in get(&self.body.projs, place.projs) {
            let to = project(&self.memory.program.types, ty, *proj);
            match *proj {
                Proj::Deref => {
                    let fat = self.memory.program.types.is_fat(ty);
                    let pointer = self.pointer(at, fat);
                    len = fat.then(|| pointer.second());
                    at = At::Loc(Loc {
                        base: Base::Ptr(pointer),
                        index: None,
                        align: self.align_behind(to)?,
                        offset: 0,
                    });
                }
                Proj::Field(field) => {
                    let At::Loc(loc) = &mut at else { return Err(ErrorKind::Malformed("a value has no fields")) };
                    let offset = self.memory.shapes.offset(ty, field).map_err(ErrorKind::Layout)?;
                    loc.offset = loc.offset.wrapping_add(offset);
                }
                Proj::Payload { variant, field } => {
                    let At::Loc(loc) = &mut at else { return Err(ErrorKind::Malformed("a value has no fields")) };
                    let layout = self.sum(ty)?;
                    let offset = layout.offsets.get(variant as usize).and_then(|fields| fields.get(field as usize));
                    loc.offset = loc.offset.wrapping_add(offset.copied().unwrap_or(0));
                }
                Proj::Index(by) => {
                    let At::Loc(loc) = at else { return Err(ErrorKind::Malformed("a value has no elements")) };
                    let len = match (self.memory.program.types.kind(ty), len) {
                        (TyKind::Array(_, len), _) => self.constant(*len),
                        (_, Some(len)) => len,
                        (_, None) => return Err(ErrorKind::Malformed("a slice has no length")),
                    };
                    at = At::Loc(self.element(loc, by, len, to)?);
                }
            }
            ty = to;
        }
        Ok(at)
    }

    pub(super) fn sum(&self, ty: Ty) -> Decode<Arc<SumLayout>> {
        let found = layout::sum(&self.memory.program.types, self.memory.shapes.target, ty);
        found.map_err(ErrorKind::Layout)
    }

    /// The pointer at a place, and its length in the next cell if it has one.
    pub(super) fn pointer(&mut self, at: At, fat: bool) -> Src {
        let loc = match at {
            At::Cell(src) => return src,
            At::Loc(loc) => loc,
        };
        let d = self.temp(if fat { 2 } else { 1 });
        if fat {
            self.op(Op::LoadPair { d, loc, fat: true });
        } else {
            let how = Scalar { size: self.memory.shapes.pointer_size(), kind: Kind::Ptr };
            self.op(Op::Load { d, loc, how });
        }
        Src::cell(d)
    }

    /// The alignment of what a pointer leads to; of a slice, that of its elements.
    pub(super) fn align_behind(&mut self, to: Ty) -> Decode<u64> {
        let to = match self.memory.program.types.kind(to) {
            TyKind::Slice(of) => *of,
            // Has a layout of its own, or none.
            _ => to,
        };
        Ok(self.shape(to)?.align)
    }

    pub(super) fn element(&mut self, loc: Loc, by: Operand, len: Src, ty: Ty) -> Decode<Loc> {
        let size = self.shape(ty)?.size;
        let by = self.operand(by)?;
        if let (Some(index), Some(len)) = (by.as_constant(&self.code.consts), len.as_constant(&self.code.consts))
            && index < len
        {
            return Ok(Loc { offset: loc.offset.wrapping_add(index.wrapping_mul(size)), ..loc });
        }
        let d = self.temp(1);
        self.op(Op::Scale { d, prev: loc.index, index: by, len, size });
        Ok(Loc { index: Some(d), ..loc })
    }

    // Operands.

    /// Where a value is that has one or two cells.
    pub(super) fn operand(&mut self, operand: Operand) -> Decode<Src> {
        let Some(place) = operand.place() else {
            let Operand::Const(id) = operand else { return Err(ErrorKind::Malformed("an operand reads no place")) };
            return self.scalar_constant(id);
        };
        match self.place(place)? {
            At::Cell(src) => Ok(src),
            At::Loc(loc) => {
                let shape = self.shape(self.place_ty(place))?;
                let d = self.temp_for(shape.class);
                self.load(d, loc, shape.class);
                if let Operand::Move(..) = operand {
                    self.gone(loc, shape.size);
                }
                Ok(Src::cell(d))
            }
        }
    }

    pub(super) fn num(&mut self, operand: Operand) -> Decode<Num> {
        let wide = matches!(self.shape(self.operand_ty(operand))?.class, Class::Wide { .. });
        Ok(Num { src: self.operand(operand)?, wide })
    }

    pub(super) fn load(&mut self, d: Cell, loc: Loc, class: Class) {
        match class {
            Class::Narrow(how) => self.op(Op::Load { d, loc, how }),
            Class::Wide { .. } => self.op(Op::LoadPair { d, loc, fat: false }),
            Class::Fat => self.op(Op::LoadPair { d, loc, fat: true }),
            // Held in no cell.
            Class::None | Class::Memory => {}
        }
    }

    pub(super) fn store(&mut self, loc: Loc, class: Class, s: Src) {
        match class {
            Class::Narrow(how) => self.op(Op::Store { loc, s, how }),
            Class::Wide { .. } => self.op(Op::StorePair { loc, s, fat: false }),
            Class::Fat => self.op(Op::StorePair { loc, s, fat: true }),
            // Held in no cell.
            Class::None | Class::Memory => {}
        }
    }

    pub(super) fn copy(&mut self, to: Loc, from: Loc, size: u64) {
        if size > 0 {
            self.op(Op::Copy { to, from, size });
        }
    }

    pub(super) fn scalar_constant(&mut self, id: ConstId) -> Decode<Src> {
        let constant = &self.body.consts[id];
        let bits = self.memory.shapes.target.pointer_bits;
        Ok(match &constant.kind {
            ConstData::Int(value) if matches!(self.shape(constant.ty)?.class, Class::Wide { .. }) => {
                self.pair(*value as u64, (*value >> 64) as u64)
            }
            ConstData::Int(value) => self.constant(*value as u64),
            ConstData::Float(value) => self.constant(*value),
            ConstData::Fn(id) => self.constant(self.memory.fn_address(*id)),
            ConstData::Apply(..) | ConstData::Measure(..) => return Err(OPEN),
            ConstData::Addr(to, by) => {
                let address = self.memory.pointee_address(to)?.wrapping_add(*by);
                self.constant(num::low(address, bits))
            }
            ConstData::Slice(to, by, len) => {
                let address = self.memory.pointee_address(to)?.wrapping_add(*by);
                self.pair(num::low(address, bits), *len)
            }
            ConstData::Zero => self.pair(0, 0),
            ConstData::Undef => {
                self.fail(Fault::Unset.into());
                self.pair(0, 0)
            }
            ConstData::Aggregate(_)
            | ConstData::Variant(..)
            | ConstData::Union(..)
            | ConstData::Repeat(..)
            | ConstData::Bytes(_) => {
                return Err(ErrorKind::Malformed("a scalar constant has the value of an aggregate"));
            }
        })
    }

    /// Where an aggregate is.
    pub(super) fn location(&mut self, operand: Operand) -> Decode<Loc> {
        match operand {
            Operand::Copy(place) => {
                if self.body.moves {
                    self.whole(place)?;
                }
                self.loc(place)
            }
            Operand::Move(local, projs) => {
                let place = Place { base: PlaceBase::Local(local), projs };
                self.whole(place)?;
                let loc = self.loc(place)?;
                let size = self.shape(self.place_ty(place))?.size;
                self.moved.push((place, loc, size));
                Ok(loc)
            }
            Operand::Const(id) => {
                let ty = self.body.consts[id].ty;
                let address = self.memory.const_address(self.function, id, ty)?;
                Ok(Loc { base: Base::Ptr(self.constant(address)), index: None, align: 1, offset: 0 })
            }
        }
    }
}
