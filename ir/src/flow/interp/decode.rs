//! From the body of a function to [`Code`]: once, when it is called for the first time.

use super::code::{
    Arg, Base, Call, Cell, Check, Code, Loc, Mode, Num, Op, Result as To, Rules, Slot, Src, Table, Target,
};
use super::memory::{Memory, Object};
use super::num;
use super::shape::{Class, Int, Kind, Scalar, Shape};
use super::{ErrorKind, Fault, OPEN, Panic, held};
use crate::flow::visit::get;
use crate::flow::{
    self, Access, BinOp, BlockId, Body, Callee, CheckKind, ConstId, ConstKind, FnId, Intrinsic, Operand, Place,
    PlaceBase, Proj, Rvalue, StmtKind, Terminator, UnOp, project,
};
use crate::pool::List;
use crate::span::Span;
use crate::ty::{Ty, TyKind};
use la_arena::Idx;

type Decode<T = ()> = Result<T, ErrorKind>;

/// Between variables: an address behind the end of one is not in the next.
const GAP: u64 = 16;

pub(super) fn decode(memory: &mut Memory<'_>, rules: Rules, function: FnId, body: &Body) -> Decode<Code> {
    let mut decoder = Decoder {
        memory,
        rules,
        function,
        body,
        slots: Vec::with_capacity(body.locals.len()),
        code: Code::default(),
        first_temp: 0,
        next_temp: 0,
        most: 0,
        span: Span::NONE,
    };
    decoder.locals()?;
    decoder.blocks()?;
    decoder.code.cells = decoder.most as usize;
    Ok(decoder.code)
}

struct Decoder<'m, 'a> {
    memory: &'m mut Memory<'a>,
    rules: Rules,
    function: FnId,
    body: &'m Body,
    /// By local.
    slots: Vec<Slot>,
    code: Code,
    /// Cells behind those of locals are free again after each statement.
    first_temp: Cell,
    next_temp: Cell,
    most: Cell,
    span: Span,
}

/// A place, as far as it has been followed.
#[derive(Clone, Copy)]
enum At {
    /// The first cell of a local.
    Cell(Src),
    Loc(Loc),
}

fn index<T>(id: Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

impl Decoder<'_, '_> {
    // Locals.

    fn locals(&mut self) -> Decode {
        let body = self.body;
        let mut shapes = Vec::with_capacity(body.locals.len());
        for local in body.locals.values() {
            shapes.push(self.memory.shape(local.ty)?);
        }
        let held = held::in_cells(body, |id| {
            matches!(shapes[index(id)].class, Class::Narrow(_) | Class::Wide { .. } | Class::Fat)
        });
        let mut cells = 0;
        let mut objects = Vec::new();
        let (mut end, mut align) = (0u64, 1);
        for ((local, shape), held) in body.locals.values().zip(&shapes).zip(held) {
            let slot = match shape.class {
                Class::Narrow(_) if held => Slot::Narrow(cells),
                Class::Wide { .. } | Class::Fat if held => Slot::Pair(cells),
                _ => {
                    let start = end.checked_add(GAP).and_then(|at| at.checked_next_multiple_of(shape.align));
                    let start = start.ok_or(ErrorKind::MemoryLimit)?;
                    end = start.checked_add(shape.size).ok_or(ErrorKind::MemoryLimit)?;
                    align = shape.align.max(align);
                    objects.push(Object { start, size: shape.size, ty: local.ty });
                    Slot::Memory { offset: start, size: shape.size }
                }
            };
            cells += match slot {
                Slot::Narrow(_) => 1,
                Slot::Pair(_) => 2,
                Slot::Memory { .. } => 0,
            };
            self.slots.push(slot);
        }
        (self.first_temp, self.next_temp, self.most) = (cells, cells, cells);
        self.code.size = end;
        self.code.align = align;
        self.code.objects = objects.into();
        self.code.params = body.params.iter().map(|id| self.slots[index(*id)]).collect();
        self.code.ret = body.ret.map(|id| self.slots[index(id)]);
        Ok(())
    }

    fn temp(&mut self, cells: u32) -> Cell {
        let cell = self.next_temp;
        self.next_temp += cells;
        self.most = self.most.max(self.next_temp);
        cell
    }

    fn temp_for(&mut self, class: Class) -> Cell {
        self.temp(if matches!(class, Class::Wide { .. } | Class::Fat) { 2 } else { 1 })
    }

    fn op(&mut self, op: Op) {
        self.code.ops.push(op);
        self.code.spans.push(self.span);
    }

    fn fail(&mut self, kind: ErrorKind) {
        let number = self.code.failures.len() as u32;
        self.code.failures.push(kind);
        self.op(Op::Fail(number));
    }

    fn constant(&mut self, value: u64) -> Src {
        self.code.consts.push(value);
        Src::constant(self.code.consts.len() - 1)
    }

    fn pair(&mut self, low: u64, high: u64) -> Src {
        let first = self.constant(low);
        self.constant(high);
        first
    }

    fn shape(&mut self, ty: Ty) -> Decode<Shape> {
        self.memory.shape(ty)
    }

    fn operand_ty(&self, operand: Operand) -> Ty {
        let program = self.memory.program;
        let types = flow::ProgramTypes { types: &program.types, globals: &program.globals };
        self.body.operand_ty(&types, operand)
    }

    fn place_ty(&self, place: Place) -> Ty {
        self.operand_ty(Operand::Copy(place))
    }

    fn int(&self, ty: Ty) -> Int {
        // Pointers are numbers without a sign.
        let bits = self.memory.shapes.target.pointer_bits;
        self.memory.shapes.int(ty).unwrap_or(Int { bits, signed: false })
    }

    // Blocks.

    fn blocks(&mut self) -> Decode {
        let body = self.body;
        let mut starts = Vec::with_capacity(body.blocks.len());
        for block in body.blocks.values() {
            starts.push(self.code.ops.len() as u32);
            self.span = block.stmts.first().map_or(block.term_span, |stmt| stmt.span);
            self.op(Op::Enter(block.stmts.len() as u32 + 1));
            for stmt in &block.stmts {
                self.span = stmt.span;
                self.next_temp = self.first_temp;
                self.stmt(&stmt.kind)?;
            }
            self.span = block.term_span;
            self.next_temp = self.first_temp;
            self.terminator(&block.term)?;
        }
        // Jumps were to numbers of blocks so far.
        let at = |block: &mut u32| *block = starts[*block as usize];
        for op in &mut self.code.ops {
            match op {
                Op::Jump(to) => at(to),
                Op::Branch { then, els, .. } => {
                    at(then);
                    at(els);
                }
                // Others go on with the next one, or by a table.
                _ => {}
            }
        }
        for table in &mut self.code.tables {
            table.cases.iter_mut().for_each(|case| at(&mut case.1));
            at(&mut table.default);
        }
        Ok(())
    }

    fn terminator(&mut self, term: &Terminator) -> Decode {
        let number = |block: BlockId| block.into_raw().into_u32();
        match *term {
            Terminator::Goto(to) => self.op(Op::Jump(number(to))),
            Terminator::Branch { cond, then, els } => {
                let cond = self.operand(cond)?;
                self.op(Op::Branch { cond, then: number(then), els: number(els) });
            }
            Terminator::Switch { on, cases, default } => {
                let on = self.num(on)?;
                let mut cases: Vec<_> =
                    get(&self.body.cases, cases).iter().map(|&(value, to)| (value, number(to))).collect();
                cases.sort_unstable();
                let table = self.code.tables.len() as u32;
                self.code.tables.push(Table { cases, default: number(default) });
                self.op(Op::Switch { on, table });
            }
            Terminator::Return => self.op(Op::Return),
            Terminator::Unreachable => self.op(Op::Unreachable),
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &StmtKind) -> Decode {
        match *stmt {
            StmtKind::Nop | StmtKind::Mark(..) => Ok(()),
            StmtKind::Assign(dest, rvalue) => self.assign(dest, rvalue),
            StmtKind::Store { place, value, access } => {
                let shape = self.shape(self.place_ty(place))?;
                if shape.class == Class::Memory {
                    let from = self.location(value)?;
                    let to = self.accessed(place, access)?;
                    self.copy(to, from, shape.size);
                    return Ok(());
                }
                let value = self.operand(value)?;
                let to = self.accessed(place, access)?;
                self.store(to, shape.class, value);
                Ok(())
            }
            StmtKind::Call(call) => self.call(&self.body.calls[call]),
            StmtKind::Check { cond, kind } => {
                let cond = self.operand(cond)?;
                let check = self.check(kind)?;
                self.code.checks.push(check);
                let kind = self.code.checks.len() as u32 - 1;
                self.op(Op::Check { cond, kind });
                Ok(())
            }
            StmtKind::Intrinsic { op, args } => self.memory_intrinsic(op, args),
        }
    }

    fn check(&mut self, kind: CheckKind) -> Decode<Check> {
        Ok(match kind {
            CheckKind::DivisionByZero => Check::Plain(Panic::DivisionByZero),
            CheckKind::RemainderByZero => Check::Plain(Panic::RemainderByZero),
            CheckKind::DivisionOverflow => Check::Plain(Panic::DivisionOverflow),
            CheckKind::Shift => Check::Plain(Panic::Shift),
            CheckKind::NegOverflow => Check::Plain(Panic::Overflow(None)),
            CheckKind::Bounds(index, len) => Check::Bounds(self.operand(index)?, self.operand(len)?),
            CheckKind::SliceOrder(lo, hi) => Check::SliceOrder(self.operand(lo)?, self.operand(hi)?),
        })
    }

    // Places.

    fn accessed(&mut self, place: Place, access: Access) -> Decode<Loc> {
        let mut loc = self.loc(place)?;
        if access == Access::Unaligned {
            loc.align = 1;
        }
        Ok(loc)
    }

    /// A place in memory.
    fn loc(&mut self, place: Place) -> Decode<Loc> {
        match self.place(place)? {
            At::Loc(loc) => Ok(loc),
            // The verifier has seen that no value is addressed.
            At::Cell(_) => Err(ErrorKind::Malformed("a value has no address")),
        }
    }

    fn base(&mut self, base: PlaceBase) -> Decode<(At, Ty)> {
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

    fn place(&mut self, place: Place) -> Decode<At> {
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

    /// The pointer at a place, and its length in the next cell if it has one.
    fn pointer(&mut self, at: At, fat: bool) -> Src {
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
    fn align_behind(&mut self, to: Ty) -> Decode<u64> {
        let to = match self.memory.program.types.kind(to) {
            TyKind::Slice(of) => *of,
            // Has a layout of its own, or none.
            _ => to,
        };
        Ok(self.shape(to)?.align)
    }

    fn element(&mut self, loc: Loc, by: Operand, len: Src, ty: Ty) -> Decode<Loc> {
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
    fn operand(&mut self, operand: Operand) -> Decode<Src> {
        match operand {
            Operand::Const(id) => self.scalar_constant(id),
            Operand::Copy(place) => match self.place(place)? {
                At::Cell(src) => Ok(src),
                At::Loc(loc) => {
                    let class = self.shape(self.place_ty(place))?.class;
                    let d = self.temp_for(class);
                    self.load(d, loc, class);
                    Ok(Src::cell(d))
                }
            },
        }
    }

    fn num(&mut self, operand: Operand) -> Decode<Num> {
        let wide = matches!(self.shape(self.operand_ty(operand))?.class, Class::Wide { .. });
        Ok(Num { src: self.operand(operand)?, wide })
    }

    fn load(&mut self, d: Cell, loc: Loc, class: Class) {
        match class {
            Class::Narrow(how) => self.op(Op::Load { d, loc, how }),
            Class::Wide { .. } => self.op(Op::LoadPair { d, loc, fat: false }),
            Class::Fat => self.op(Op::LoadPair { d, loc, fat: true }),
            // Held in no cell.
            Class::None | Class::Memory => {}
        }
    }

    fn store(&mut self, loc: Loc, class: Class, s: Src) {
        match class {
            Class::Narrow(how) => self.op(Op::Store { loc, s, how }),
            Class::Wide { .. } => self.op(Op::StorePair { loc, s, fat: false }),
            Class::Fat => self.op(Op::StorePair { loc, s, fat: true }),
            // Held in no cell.
            Class::None | Class::Memory => {}
        }
    }

    fn copy(&mut self, to: Loc, from: Loc, size: u64) {
        if size > 0 {
            self.op(Op::Copy { to, from, size });
        }
    }

    fn scalar_constant(&mut self, id: ConstId) -> Decode<Src> {
        let constant = &self.body.consts[id];
        let bits = self.memory.shapes.target.pointer_bits;
        Ok(match &constant.kind {
            ConstKind::Int(value) if matches!(self.shape(constant.ty)?.class, Class::Wide { .. }) => {
                self.pair(*value as u64, (*value >> 64) as u64)
            }
            ConstKind::Int(value) => self.constant(*value as u64),
            ConstKind::Float(value) => self.constant(*value),
            ConstKind::Fn(id) => self.constant(self.memory.fn_address(*id)),
            ConstKind::Apply(..) | ConstKind::Measure(..) => return Err(OPEN),
            ConstKind::Addr(to, by) => {
                let address = self.memory.pointee_address(to)?.wrapping_add(*by);
                self.constant(num::low(address, bits))
            }
            ConstKind::Slice(to, by, len) => {
                let address = self.memory.pointee_address(to)?.wrapping_add(*by);
                self.pair(num::low(address, bits), *len)
            }
            ConstKind::Zero => self.pair(0, 0),
            ConstKind::Undef => {
                self.fail(Fault::Unset.into());
                self.pair(0, 0)
            }
            ConstKind::Aggregate(_) | ConstKind::Union { .. } | ConstKind::Repeat(..) | ConstKind::Bytes(_) => {
                return Err(ErrorKind::Malformed("a scalar constant has the value of an aggregate"));
            }
        })
    }

    /// Where an aggregate is.
    fn location(&mut self, operand: Operand) -> Decode<Loc> {
        match operand {
            Operand::Copy(place) => self.loc(place),
            Operand::Const(id) => {
                let ty = self.body.consts[id].ty;
                let address = self.memory.const_address(self.function, id, ty)?;
                Ok(Loc { base: Base::Ptr(self.constant(address)), index: None, align: 1, offset: 0 })
            }
        }
    }

    // Assignments.

    fn assign(&mut self, dest: Place, rvalue: Rvalue) -> Decode {
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
                    && self.body.consts[id].kind == ConstKind::Undef
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
    fn direct(&self, place: Place) -> Option<Cell> {
        let PlaceBase::Local(id) = place.base else { return None };
        match self.slots[index(id)] {
            Slot::Narrow(cell) | Slot::Pair(cell) if place.projs.is_empty() => Some(cell),
            _ => None,
        }
    }

    fn move_to(&mut self, d: Cell, class: Class, s: Src) {
        match class {
            Class::Wide { .. } | Class::Fat => self.op(Op::Move2 { d, s }),
            Class::None | Class::Narrow(_) | Class::Memory => self.op(Op::Move { d, s }),
        }
    }

    fn assign_aggregate(&mut self, dest: Place, shape: Shape, rvalue: Rvalue) -> Decode {
        match rvalue {
            Rvalue::Use(Operand::Const(id))
                if matches!(self.body.consts[id].kind, ConstKind::Zero | ConstKind::Undef) =>
            {
                let set = self.body.consts[id].kind == ConstKind::Zero;
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

    fn repeat(&mut self, dest: Place, element: Operand, count: u64) -> Decode {
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
    fn compute(&mut self, d: Cell, ty: Ty, class: Class, rvalue: Rvalue) -> Decode<Src> {
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

    fn source(&self) -> Mode {
        if self.rules.overflow_checks { Mode::Source } else { Mode::SourceWrap }
    }

    /// `*void` counts in bytes.
    fn element_size(&mut self, elem: Ty) -> Decode<u64> {
        let shape = self.shape(elem)?;
        Ok(if shape.class == Class::None { 1 } else { shape.size })
    }

    fn unary(&mut self, d: Cell, ty: Ty, op: UnOp, a: Operand, mode: Mode) -> Decode {
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

    fn binary(&mut self, d: Cell, op: BinOp, mode: Mode, a: Operand, b: Operand) -> Decode {
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

    fn cast(&mut self, d: Cell, ty: Ty, a: Operand) -> Decode<Src> {
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

    fn intrinsic(&mut self, d: Cell, ty: Ty, op: Intrinsic, args: List<Operand>) -> Decode {
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

    fn memory_intrinsic(&mut self, op: Intrinsic, args: List<Operand>) -> Decode {
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

    // Calls.

    fn call(&mut self, call: &flow::Call) -> Decode {
        let target = match call.callee {
            Callee::Fn(id) => Target::Fn(id),
            Callee::Apply(..) => return Err(OPEN),
            Callee::Ptr(operand) => Target::Ptr(self.operand(operand)?),
        };
        let mut args = Vec::with_capacity(call.args.len());
        for operand in get(&self.body.operands, call.args) {
            let ty = self.operand_ty(*operand);
            let shape = self.shape(ty)?;
            let arg = match shape.class {
                Class::Memory => Arg::Memory(self.location(*operand)?, shape.size),
                Class::Wide { .. } => Arg::Pair { src: self.operand(*operand)?, fat: false },
                Class::Fat => Arg::Pair { src: self.operand(*operand)?, fat: true },
                Class::None | Class::Narrow(_) => Arg::Narrow(self.operand(*operand)?),
            };
            args.push((ty, arg));
        }
        let returns = self.memory.program.types.sig(call.ty).map_or(Ty::VOID, |sig| sig.ret);
        let class = self.shape(returns)?;
        // Where a result in cells goes is found out when it is there; one in memory is written there by the callee.
        let (result, dest) = match (call.dest, class.class) {
            (None, _) | (Some(_), Class::None) => (To::Dropped, None),
            (Some(dest), Class::Memory) => (To::Memory(self.loc(dest)?, class.size), None),
            (Some(dest), kind) => {
                let (cell, later) = match self.direct(dest) {
                    Some(cell) => (cell, None),
                    None => (self.temp_for(kind), Some(dest)),
                };
                let result = if matches!(kind, Class::Narrow(_)) { To::Narrow(cell) } else { To::Pair(cell) };
                (result, later.map(|dest| (dest, kind, cell)))
            }
        };
        let number = self.code.calls.len() as u32;
        self.code.calls.push(Call { target, args, result, returns });
        self.op(Op::Call(number));
        if let Some((dest, class, cell)) = dest {
            let to = self.loc(dest)?;
            self.store(to, class, Src::cell(cell));
        }
        Ok(())
    }
}
