//! From the body of a function to [`Code`]: once, when it is called for the first time.

mod assign;
mod moves;
mod place;

use super::code::{
    Arg, Base, Call, Cell, Check, Code, Loc, Mode, Num, Op, Result as To, Rules, Slot, Src, Table, Target,
};
use super::memory::{Memory, Object};
use super::num;
use super::shape::{Class, Int, Kind, Scalar, Shape};
use super::{ErrorKind, Fault, OPEN, Panic, held};
use crate::flow::visit::get;
use crate::flow::{
    self, Access, BinOp, BlockId, Body, Callee, CheckKind, ConstData, ConstId, FnId, Intrinsic, Operand, Place,
    PlaceBase, Proj, Rvalue, StmtKind, Terminator, UnOp, project,
};
use crate::pool::List;
use crate::span::Span;
use crate::ty::{Tag, Ty, TyKind};
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
        moved: Vec::new(),
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
    /// What the statement moves from memory to memory.
    moved: Vec<(Place, Loc, u64)>,
}

/// A place, as far as it has been followed.
#[derive(Clone, Copy)]
enum At {
    /// The first cell of a local.
    Cell(Src),
    Loc(Loc),
}

/// How a tag is read and written. A pointer may stand there, but what is written is a number.
fn tag_scalar(tag: Tag, read: bool) -> Scalar {
    let kind = if tag.is_pointer && read { Kind::Ptr } else { Kind::Int { signed: false } };
    Scalar { size: tag.size as u8, kind }
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
            Terminator::Return => {
                if let Some(ret) = self.body.ret.filter(|_| self.body.moves) {
                    self.whole(Place::local(ret))?;
                }
                self.op(Op::Return);
            }
            Terminator::Unreachable => self.op(Op::Unreachable),
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &StmtKind) -> Decode {
        match *stmt {
            StmtKind::Nop | StmtKind::Mark(..) => Ok(()),
            StmtKind::Assign(dest, rvalue) => {
                self.assign(dest, rvalue)?;
                self.moved(Some(dest));
                Ok(())
            }
            StmtKind::Drop(place) => self.drop(place),
            StmtKind::Store { place, value, access } => {
                let shape = self.shape(self.place_ty(place))?;
                if shape.class == Class::Memory {
                    let from = self.location(value)?;
                    let to = self.accessed(place, access)?;
                    self.copy(to, from, shape.size);
                    self.moved(Some(place));
                    return Ok(());
                }
                let value = self.operand(value)?;
                let to = self.accessed(place, access)?;
                self.store(to, shape.class, value);
                Ok(())
            }
            StmtKind::SetVariant(place, variant) => {
                let layout = self.sum(self.place_ty(place))?;
                if let Some((tag, value)) = layout.encoding.encode(variant) {
                    let mut loc = self.loc(place)?;
                    loc.offset = loc.offset.wrapping_add(tag.offset);
                    let s = self.constant(value);
                    self.op(Op::Store { loc, s, how: tag_scalar(tag, false) });
                }
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
        let moved = std::mem::take(&mut self.moved).into_iter().map(|(_, loc, size)| (loc, size)).collect();
        self.code.calls.push(Call { target, args, moved, result, returns });
        self.op(Op::Call(number));
        if let Some((dest, class, cell)) = dest {
            let to = self.loc(dest)?;
            self.store(to, class, Src::cell(cell));
        }
        Ok(())
    }
}
