//! Assignments: what computes a value.

use super::*;

impl Decoder<'_, '_> {
    pub(super) fn assign(&mut self, dest: Place, rvalue: Rvalue) -> Decode {
        let ty = self.place_ty(dest);
        let shape = self.shape(ty)?;
        match shape.class {
            Class::None => Ok(()),
            Class::Memory => self.assign_aggregate(dest, shape, rvalue),
            class => {
                if let Some(d) = self.direct(dest) {
                    let found = self.compute(d, ty, class, rvalue)?;
                    if found != Src::cell(d) {
                        self.move_to(d, class, found);
                    }
                    return Ok(());
                }
                if let Rvalue::Use(Operand::Const(id)) = rvalue
                    && self.body.consts[id].kind == ConstData::Undef
                {
                    let to = self.loc(dest)?;
                    self.op(Op::Fill { to, size: shape.size, set: false });
                    return Ok(());
                }
                let d = self.temp_for(class);
                let value = self.compute(d, ty, class, rvalue)?;
                let to = self.loc(dest)?;
                self.store(to, class, value);
                Ok(())
            }
        }
    }

    /// The cell of a place, if it is a local that is held in one.
    pub(super) fn direct(&self, place: Place) -> Option<Cell> {
        let PlaceBase::Local(id) = place.base else { return None };
        match self.slots[index(id)] {
            Slot::Narrow(cell) | Slot::Pair(cell) if place.projs.is_empty() => Some(cell),
            _ => None,
        }
    }

    pub(super) fn move_to(&mut self, d: Cell, class: Class, s: Src) {
        match class {
            Class::Wide { .. } | Class::Fat => self.op(Op::Move2 { d, s }),
            Class::None | Class::Narrow(_) | Class::Memory => self.op(Op::Move { d, s }),
        }
    }

    pub(super) fn assign_aggregate(&mut self, dest: Place, shape: Shape, rvalue: Rvalue) -> Decode {
        match rvalue {
            Rvalue::Use(Operand::Const(id))
                if matches!(self.body.consts[id].kind, ConstData::Zero | ConstData::Undef) =>
            {
                let set = self.body.consts[id].kind == ConstData::Zero;
                let to = self.loc(dest)?;
                self.op(Op::Fill { to, size: shape.size, set });
                Ok(())
            }
            Rvalue::Use(operand) | Rvalue::BlackBox(operand) => {
                let from = self.location(operand)?;
                let to = self.loc(dest)?;
                self.copy(to, from, shape.size);
                Ok(())
            }
            Rvalue::Load { place, access } => {
                let from = self.accessed(place, access)?;
                let to = self.loc(dest)?;
                self.copy(to, from, shape.size);
                Ok(())
            }
            Rvalue::Repeat(element, count) => self.repeat(dest, element, count.get()),
            // The verifier lets no other through.
            _ => Err(ErrorKind::Malformed("an aggregate is assigned a scalar operation")),
        }
    }

    pub(super) fn repeat(&mut self, dest: Place, element: Operand, count: u64) -> Decode {
        let shape = self.shape(self.operand_ty(element))?;
        if shape.size == 0 || count == 0 {
            return Ok(());
        }
        let to = if shape.class == Class::Memory {
            let from = self.location(element)?;
            let to = self.loc(dest)?;
            self.copy(to, from, shape.size);
            to
        } else {
            let value = self.operand(element)?;
            let to = self.loc(dest)?;
            self.store(to, shape.class, value);
            to
        };
        self.op(Op::Repeat { to, size: shape.size, count });
        Ok(())
    }

    /// Computes a value that has cells: in `d`, or where the result says.
    // Long because it has an arm for each kind of operation.
    pub(super) fn compute(&mut self, d: Cell, ty: Ty, class: Class, rvalue: Rvalue) -> Decode<Src> {
        match rvalue {
            Rvalue::Use(a) | Rvalue::BlackBox(a) => return self.operand(a),
            Rvalue::Load { place, access } => match self.place(place)? {
                At::Cell(src) => return Ok(src),
                At::Loc(mut loc) => {
                    if access == Access::Unaligned {
                        loc.align = 1;
                    }
                    self.load(d, loc, class);
                }
            },
            Rvalue::Unary(op, a) => self.unary(d, ty, op, a, Mode::Wrap)?,
            Rvalue::ArithNeg(a) => self.unary(d, ty, UnOp::Neg, a, self.source())?,
            Rvalue::Binary(op, a, b) => self.binary(d, op, Mode::Wrap, a, b)?,
            Rvalue::Arith(op, a, b) => self.binary(d, op, self.source(), a, b)?,
            Rvalue::Checked(op, a, b) => self.binary(d, op, Mode::Checked, a, b)?,
            Rvalue::Cast(a) => return self.cast(d, ty, a),
            Rvalue::Variant(place) => {
                let ty = self.place_ty(place);
                let (encoding, count) = (self.sum(ty)?.encoding, self.memory.program.types.variants(ty).len() as u64);
                let mut loc = self.loc(place)?;
                let Some(tag) = encoding.tag() else { return Ok(self.constant(encoding.decode(0))) };
                loc.offset = loc.offset.wrapping_add(tag.offset);
                let value = self.temp(1);
                self.op(Op::Load { d: value, loc, how: tag_scalar(tag, true) });
                self.code.encodings.push((encoding, count));
                let number = self.code.encodings.len() as u32 - 1;
                self.op(Op::Variant { d, s: Src::cell(value), encoding: number });
            }
            Rvalue::AddrOf(place) => {
                let loc = self.loc(place)?;
                self.op(Op::Address { d, loc });
            }
            Rvalue::Fat(address, len) => {
                let (address, len) = (self.operand(address)?, self.operand(len)?);
                // Either may be in the cells that are written.
                let both = self.temp(2);
                self.op(Op::Move { d: both, s: address });
                self.op(Op::Move { d: both + 1, s: len });
                return Ok(Src::cell(both));
            }
            Rvalue::FatPtr(a) => return self.operand(a),
            Rvalue::FatLen(a) => return Ok(self.operand(a)?.second()),
            Rvalue::PtrOffset { ptr, index, elem, negate } => {
                let p = self.operand(ptr)?;
                let int = self.int(self.operand_ty(index));
                let index = self.num(index)?;
                let size = self.element_size(elem)?;
                self.op(Op::PtrOffset { d, p, index, int, size, negate });
            }
            Rvalue::PtrDiff { a, b, elem } => {
                let (a, b) = (self.operand(a)?, self.operand(b)?);
                let size = self.element_size(elem)?;
                self.op(Op::PtrDiff { d, a, b, size });
            }
            Rvalue::Intrinsic { op, args } => self.intrinsic(d, ty, op, args)?,
            Rvalue::Fill(_) => return Err(OPEN),
            Rvalue::Repeat(..) => {
                return Err(ErrorKind::Malformed("an array is built where there is no memory for it"));
            }
        }
        Ok(Src::cell(d))
    }

    pub(super) fn source(&self) -> Mode {
        if self.rules.overflow_checks { Mode::Source } else { Mode::SourceWrap }
    }

    /// `*void` counts in bytes.
    pub(super) fn element_size(&mut self, elem: Ty) -> Decode<u64> {
        let shape = self.shape(elem)?;
        Ok(if shape.class == Class::None { 1 } else { shape.size })
    }

    pub(super) fn unary(&mut self, d: Cell, ty: Ty, op: UnOp, a: Operand, mode: Mode) -> Decode {
        let a = self.num(a)?;
        if let Some(float) = self.memory.shapes.float(ty) {
            self.op(Op::FloatNeg { ty: float, d, a: a.src });
            return Ok(());
        }
        let mut int = self.int(ty);
        if ty == Ty::BOOL {
            int.bits = 1;
        }
        self.op(Op::Unary { negate: op == UnOp::Neg, int, mode, d, a });
        Ok(())
    }

    pub(super) fn binary(&mut self, d: Cell, op: BinOp, mode: Mode, a: Operand, b: Operand) -> Decode {
        let ty = self.operand_ty(a);
        let class = self.shape(ty)?.class;
        let int = self.int(ty);
        if op.is_shift() {
            let by = self.int(self.operand_ty(b));
            let (a, b) = (self.num(a)?, self.num(b)?);
            self.op(Op::Shift { op, int, by, mode, d, a, b });
            return Ok(());
        }
        let (a, b) = (self.operand(a)?, self.operand(b)?);
        let comparison = op.is_comparison();
        self.op(match (class, self.memory.shapes.float(ty)) {
            (_, Some(ty)) if comparison => Op::FloatCompare { op, ty, d, a, b },
            (_, Some(ty)) => Op::FloatArith { op, ty, d, a, b },
            (Class::Wide { .. }, None) if comparison => Op::WideCompare { op, int, d, a, b },
            (Class::Wide { .. }, None) => Op::WideArith { op, int, mode, d, a, b },
            (Class::Narrow(Scalar { kind: Kind::Ptr, .. }), None) => Op::PtrCompare { op, d, a, b },
            (_, None) if comparison => Op::Compare { op, int, d, a, b },
            (_, None) => Op::Arith { op, int, mode, d, a, b },
        });
        Ok(())
    }

    pub(super) fn cast(&mut self, d: Cell, ty: Ty, a: Operand) -> Decode<Src> {
        let from_ty = self.operand_ty(a);
        let (from, to) = (self.shape(from_ty)?.class, self.shape(ty)?.class);
        let a = self.num(a)?;
        let shapes = &self.memory.shapes;
        let (from_float, to_float) = (shapes.float(from_ty), shapes.float(ty));
        let is_ptr = |class| matches!(class, Class::Narrow(Scalar { kind: Kind::Ptr, .. }));
        let (from_int, to_int) = (self.int(from_ty), self.int(ty));
        let op = match (from_float, to_float) {
            (Some(from), Some(to)) if from == to => return Ok(a.src),
            (Some(from), Some(to)) => Op::FloatFloat { d, a: a.src, from, to },
            (Some(from), None) => Op::FloatInt { d, a: a.src, from, to: to_int },
            (None, Some(to)) => Op::IntFloat { d, a, from: from_int, to },
            (None, None) => match (from, to) {
                (Class::Fat, Class::Fat) => return Ok(a.src),
                _ if is_ptr(from) && is_ptr(to) => return Ok(a.src),
                _ if is_ptr(from) => Op::PtrInt { d, a: a.src, to: to_int },
                _ if is_ptr(to) => Op::IntPtr { d, a, from: from_int },
                _ if ty == Ty::BOOL && from_ty != Ty::BOOL => Op::ToBool { d, a },
                _ => Op::IntCast { d, a, from: from_int, to: to_int },
            },
        };
        self.op(op);
        Ok(Src::cell(d))
    }

    // Intrinsics.

    pub(super) fn intrinsic(&mut self, d: Cell, ty: Ty, op: Intrinsic, args: List<Operand>) -> Decode {
        let args: Vec<Operand> = get(&self.body.operands, args).to_vec();
        let Some(&first) = args.first() else { return Err(ErrorKind::Malformed("an intrinsic has no arguments")) };
        let of = self.operand_ty(first);
        let mut nums = Vec::with_capacity(args.len());
        for arg in &args {
            nums.push(self.num(*arg)?);
        }
        let a = nums[0];
        let b = nums.get(1).copied().unwrap_or(a);
        match self.memory.shapes.float(of) {
            Some(float) => {
                let c = nums.get(2).copied().unwrap_or(a);
                self.op(Op::FloatIntrinsic { op, ty: float, d, args: [a.src, b.src, c.src] });
            }
            None => {
                let (int, to) = (self.int(of), self.int(ty));
                self.op(Op::IntIntrinsic { op, int, d, a, b, to });
            }
        }
        Ok(())
    }

    pub(super) fn memory_intrinsic(&mut self, op: Intrinsic, args: List<Operand>) -> Decode {
        let &[to, second, len] = get(&self.body.operands, args) else {
            return Err(ErrorKind::Malformed("an intrinsic on memory has not three arguments"));
        };
        let (to, second, len) = (self.operand(to)?, self.num(second)?, self.num(len)?);
        self.op(match op {
            Intrinsic::Memset => Op::MemSet { to, byte: second, len },
            _ => Op::MemCopy { overlap: op == Intrinsic::Memmove, to, from: second.src, len },
        });
        Ok(())
    }
}
