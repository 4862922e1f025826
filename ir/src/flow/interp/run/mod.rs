//! The machine, and what each operation does.

mod calls;
mod drops;
mod frames;
mod pointers;

use super::code::{Arg, Base, Call, Cell, Check, Code, Loc, Mode, Num, Op, Result as To, Rules, Slot, Target};
use super::memory::{ADDRESS, At, DATA, GONE, Memory, Origin, UNSET};
use super::num::{self, Nans};
use super::shape::{Class, Int, Kind, Scalar};
use super::{
    Answer, Bytes, Error, ErrorKind, Fault, Host, HostCall, Limits, NO_VARIANT, OPEN, Options, Panic, Value, decode,
};
use crate::arith::{ArithError, sign_extend, truncate};
use crate::flow::{BinOp, FnId, GlobalId, Program};
use crate::span::Span;
use crate::target;
use crate::ty::Ty;
use rustc_hash::FxHashMap;
use std::rc::Rc;

type Run<T = ()> = Result<T, ErrorKind>;

/// What a call costs in memory beside its cells.
const FRAME: u64 = 128;

pub struct Machine<'a, H> {
    program: &'a Program,
    pub host: H,
    pub memory: Memory<'a>,
    codes: FxHashMap<FnId, Rc<Code>>,
    /// By function: whether the host is asked instead.
    intercepted: FxHashMap<FnId, bool>,
    rules: Rules,
    limits: Limits,
    steps: u64,
    cells: Vec<u64>,
    frames: Vec<Frame>,
    /// What is being dropped, the next one last.
    drops: Vec<drops::Drop>,
}

struct Frame {
    code: Rc<Code>,
    function: FnId,
    /// The operation that is executed, or the call that is waited for.
    pc: usize,
    /// Its first cell.
    base: usize,
    /// Its memory, if it has any.
    slot: Option<u32>,
    /// Whether the host called it.
    for_host: bool,
}

impl<'a, H: Host> Machine<'a, H> {
    pub fn new(
        program: &'a Program,
        target: &'a target::Target,
        host: H,
        limits: Limits,
        options: Options,
    ) -> Machine<'a, H> {
        let strict = !host.addresses_are_numbers();
        Machine {
            program,
            host,
            memory: Memory::new(program, target, limits.memory, strict),
            codes: FxHashMap::default(),
            intercepted: FxHashMap::default(),
            rules: Rules { nans: Nans::of(target.arch), overflow_checks: options.overflow_checks },
            limits,
            steps: limits.steps,
            cells: Vec::new(),
            frames: Vec::new(),
            drops: Vec::new(),
        }
    }

    /// How many steps are left.
    pub fn steps_left(&self) -> u64 {
        self.steps
    }

    /// Calls a function. What it returns is `None` for `void`.
    pub fn call(&mut self, function: FnId, args: &[Value]) -> Result<Option<Value>, Error> {
        self.run_to_end(function, args, false)
    }

    /// The value of a function without parameters, which is the initializer of something: its variables exist as long as the
    /// machine does, so that the value can lead to them.
    pub fn evaluate(&mut self, function: FnId) -> Result<Option<Value>, Error> {
        self.run_to_end(function, &[], true)
    }

    fn run_to_end(&mut self, function: FnId, args: &[Value], keep: bool) -> Result<Option<Value>, Error> {
        let result = self.start(function, args).and_then(|()| {
            self.run()?;
            self.result_of_frame()
        });
        match result {
            Ok(value) => {
                self.pop(keep);
                Ok(value)
            }
            Err(kind) => Err(self.error(kind, function)),
        }
    }

    /// Ends everything that runs, and says where it was.
    fn error(&mut self, kind: ErrorKind, function: FnId) -> Error {
        self.drops.clear();
        let mut calls = Vec::with_capacity(self.frames.len());
        while let Some(frame) = self.frames.last() {
            let span = frame.code.spans.get(frame.pc).copied().unwrap_or(Span::NONE);
            calls.push((frame.function, span));
            self.pop(false);
        }
        if calls.is_empty() {
            calls.push((function, self.program.fns[function].span));
        }
        Error { kind, span: calls[0].1, calls }
    }

    // Places.

    /// Where an access of at least one byte goes.
    #[inline]
    fn at(&mut self, loc: &Loc, size: u64, write: bool, base: usize, slot: Option<u32>, consts: &[u64]) -> Run<At> {
        let by = loc.offset.wrapping_add(loc.index.map_or(0, |cell| self.cells[base + cell as usize]));
        match (loc.base, slot) {
            (Base::Frame, Some(slot)) => Ok(At { slot, offset: by as usize }),
            (Base::Frame, None) => Err(ErrorKind::Malformed("a frame has no memory")),
            (Base::Ptr(src), _) => {
                let pointer = src.read(&self.cells, base, consts);
                if pointer & (loc.align - 1) != 0 && pointer >= 4096 {
                    return Err(Fault::Misaligned.into());
                }
                let address = pointer.wrapping_add(by);
                if write { self.memory.find_writable(address, size) } else { self.memory.find(address, size) }
            }
        }
    }

    fn address(&self, loc: &Loc, base: usize, slot: Option<u32>, consts: &[u64]) -> u64 {
        let by = loc.offset.wrapping_add(loc.index.map_or(0, |cell| self.cells[base + cell as usize]));
        let start = match (loc.base, slot) {
            (Base::Frame, slot) => slot.map_or(0, |slot| self.memory.slots[slot as usize].start),
            (Base::Ptr(src), _) => src.read(&self.cells, base, consts),
        };
        num::low(start.wrapping_add(by), self.memory.shapes.target.pointer_bits)
    }

    /// Large operations are several steps.
    fn spend(&mut self, bytes: u64) -> Run {
        match self.steps.checked_sub(bytes / 64) {
            Some(left) => {
                self.steps = left;
                Ok(())
            }
            None => Err(ErrorKind::StepLimit),
        }
    }

    /// Executes until the first frame, or one that the host waits for, is to return.
    // Long because it has an arm for each operation.
    fn go(&mut self) -> Run {
        'frames: loop {
            let Some(frame) = self.frames.last() else { return Ok(()) };
            let (code, base, slot) = (frame.code.clone(), frame.base, frame.slot);
            let consts = code.consts.as_slice();
            let mut pc = frame.pc;
            macro_rules! get {
                ($src:expr) => {
                    $src.read(&self.cells, base, consts)
                };
            }
            macro_rules! num {
                ($num:expr) => {{
                    let num: Num = $num;
                    let low = u128::from(get!(num.src));
                    if num.wide { low | u128::from(get!(num.src.second())) << 64 } else { low }
                }};
            }
            macro_rules! set {
                ($cell:expr, $value:expr) => {
                    self.cells[base + $cell as usize] = $value
                };
            }
            macro_rules! set_wide {
                ($cell:expr, $value:expr) => {{
                    let value: u128 = $value;
                    set!($cell, value as u64);
                    set!($cell + 1, (value >> 64) as u64);
                }};
            }
            // Of an integer type: in one cell or two.
            macro_rules! set_int {
                ($cell:expr, $int:expr, $value:expr) => {
                    if $int.bits > 64 { set_wide!($cell, $value) } else { set!($cell, $value as u64) }
                };
            }
            // Says where it was before it gives up.
            macro_rules! attempt {
                ($result:expr) => {
                    match $result {
                        Ok(value) => value,
                        Err(kind) => {
                            if let Some(frame) = self.frames.last_mut() {
                                frame.pc = pc;
                            }
                            return Err(kind);
                        }
                    }
                };
            }
            macro_rules! at {
                ($loc:expr, $size:expr, $write:expr) => {
                    attempt!(self.at($loc, $size, $write, base, slot, consts))
                };
            }
            loop {
                let op = &code.ops[pc];
                match op {
                    Op::Enter(cost) => match self.steps.checked_sub(u64::from(*cost)) {
                        Some(left) => self.steps = left,
                        None => attempt!(Err(ErrorKind::StepLimit)),
                    },
                    Op::Fail(number) => attempt!(Err(code.failures[*number as usize].clone())),
                    Op::Move { d, s } => set!(*d, get!(s)),
                    Op::Move2 { d, s } => {
                        let (low, high) = (get!(s), get!(s.second()));
                        set!(*d, low);
                        set!(*d + 1, high);
                    }
                    Op::Load { d, loc, how } => {
                        let at = at!(loc, how.size.into(), false);
                        set!(*d, attempt!(self.memory.load(at, *how)));
                    }
                    Op::LoadPair { d, loc, fat } => {
                        let [first, second] = self.memory.halves(*fat);
                        let at = at!(loc, 2 * u64::from(first.size), false);
                        let low = attempt!(self.memory.load(at, first));
                        let behind = At { offset: at.offset + usize::from(first.size), ..at };
                        let high = attempt!(self.memory.load(behind, second));
                        set!(*d, low);
                        set!(*d + 1, high);
                    }
                    Op::Store { loc, s, how } => {
                        let at = at!(loc, how.size.into(), true);
                        attempt!(self.memory.store(at, *how, get!(s)));
                    }
                    Op::StorePair { loc, s, fat } => {
                        let [first, second] = self.memory.halves(*fat);
                        let at = at!(loc, 2 * u64::from(first.size), true);
                        attempt!(self.memory.store(at, first, get!(s)));
                        let behind = At { offset: at.offset + usize::from(first.size), ..at };
                        attempt!(self.memory.store(behind, second, get!(s.second())));
                    }
                    Op::Copy { to, from, size } => {
                        attempt!(self.spend(*size));
                        let source = at!(from, *size, false);
                        let dest = at!(to, *size, true);
                        self.memory.copy(dest, source, *size as usize);
                    }
                    Op::Fill { to, size, set } => {
                        if *size > 0 {
                            attempt!(self.spend(*size));
                            let at = at!(to, *size, true);
                            self.memory.fill_bytes(at, *size as usize, 0, if *set { DATA } else { UNSET });
                        }
                    }
                    Op::Repeat { to, size, count } => {
                        let all = size.saturating_mul(*count);
                        attempt!(self.spend(all));
                        let at = at!(to, all, true);
                        self.memory.repeat(at, *size as usize, *count);
                    }
                    Op::Whole { loc, size, ty } => {
                        let at = attempt!(self.at(loc, *size, false, base, slot, consts));
                        attempt!(self.whole(at, *ty));
                    }
                    Op::Gone { loc, size } => {
                        let at = attempt!(self.at(loc, *size, true, base, slot, consts));
                        self.memory.fill_bytes(at, *size as usize, 0, GONE);
                    }
                    Op::Drop { at, ty } => self.begin_drop(self.cells[base + *at as usize], *ty),
                    Op::DropMore => {
                        if let Some(frame) = self.frames.last_mut() {
                            frame.pc = pc;
                        }
                        if self.drop_more()? {
                            continue 'frames;
                        }
                    }
                    Op::Variant { d, s, encoding } => {
                        let (encoding, count) = code.encodings[*encoding as usize];
                        let variant = encoding.decode(get!(s));
                        if variant >= count {
                            attempt!(Err(NO_VARIANT));
                        }
                        set!(*d, variant);
                    }
                    Op::Address { d, loc } => set!(*d, self.address(loc, base, slot, consts)),
                    Op::Scale { d, prev, index, len, size } => {
                        let (index, len) = (get!(index), get!(len));
                        if index >= len {
                            attempt!(Err(ErrorKind::Panic(Panic::Bounds { index, len })));
                        }
                        let before = prev.map_or(0, |cell| self.cells[base + cell as usize]);
                        set!(*d, before.wrapping_add(index.wrapping_mul(*size)));
                    }
                    Op::Arith { op, int, mode, d, a, b } => {
                        let result = num::narrow(*op, *int, get!(a), get!(b));
                        let value = match result {
                            Ok((value, false)) => value,
                            other => attempt!(settle(*op, *mode, other)),
                        };
                        set!(*d, value);
                    }
                    Op::WideArith { op, int, mode, d, a, b } => {
                        let (a, b) = (num!(Num { src: *a, wide: true }), num!(Num { src: *b, wide: true }));
                        let value = attempt!(settle(*op, *mode, num::wide(*op, *int, a, b)));
                        set_wide!(*d, value);
                    }
                    Op::Shift { op, int, by, mode, d, a, b } => {
                        let (a, b) = (num!(*a), num!(*b));
                        let amount = attempt!(shift_amount(*int, *by, *mode, b));
                        let value = shifted(*op, *int, a, amount);
                        set_int!(*d, int, value);
                    }
                    Op::Compare { op, int, d, a, b } => {
                        set!(*d, num::narrow_compare(*op, *int, get!(a), get!(b)).into());
                    }
                    Op::WideCompare { op, int, d, a, b } => {
                        let (a, b) = (num!(Num { src: *a, wide: true }), num!(Num { src: *b, wide: true }));
                        set!(*d, num::wide(*op, *int, a, b).map_or(0, |result| result.0 as u64));
                    }
                    Op::PtrCompare { op, d, a, b } => {
                        let (a, b) = (get!(a), get!(b));
                        if self.memory.strict() {
                            attempt!(self.comparable(a, b));
                        }
                        let int = Int { bits: 64, signed: false };
                        set!(*d, num::narrow_compare(*op, int, a, b).into());
                    }
                    Op::Unary { negate, int, mode, d, a } => {
                        let a = num!(*a);
                        if *negate && *mode == Mode::Source && int.signed && a == 1 << (int.bits - 1) {
                            attempt!(Err(ErrorKind::Panic(Panic::Overflow(None))));
                        }
                        let value = truncate(if *negate { a.wrapping_neg() } else { !a }, int.bits);
                        set_int!(*d, int, value);
                    }
                    Op::FloatArith { op, ty, d, a, b } => {
                        set!(*d, num::float_arith(self.rules.nans, *op, *ty, get!(a), get!(b)));
                    }
                    Op::FloatCompare { op, ty, d, a, b } => {
                        set!(*d, num::float_compare(*op, *ty, get!(a), get!(b)).into());
                    }
                    Op::FloatNeg { ty, d, a } => set!(*d, num::float_neg(*ty, get!(a))),
                    Op::IntCast { d, a, from, to } => {
                        if from.bits <= 64 && to.bits <= 64 {
                            let a = get!(a.src);
                            let wide = if from.signed { num::signed(a, from.bits) as u64 } else { a };
                            set!(*d, num::low(wide, to.bits));
                        } else {
                            let a = num!(*a);
                            let wide = if from.signed { sign_extend(a, from.bits) as u128 } else { a };
                            set_int!(*d, to, truncate(wide, to.bits));
                        }
                    }
                    Op::ToBool { d, a } => set!(*d, (num!(*a) != 0).into()),
                    Op::IntFloat { d, a, from, to } => set!(*d, num::int_to_float(num!(*a), *from, *to)),
                    Op::FloatInt { d, a, from, to } => {
                        let value = num::float_to_int(get!(a), *from, *to);
                        set_int!(*d, to, value);
                    }
                    Op::FloatFloat { d, a, from, to } => {
                        set!(*d, num::float_to_float(self.rules.nans, get!(a), *from, *to));
                    }
                    Op::PtrInt { d, a, to } => {
                        let number = attempt!(self.memory.number(get!(a)));
                        set_int!(*d, to, truncate(number.into(), to.bits));
                    }
                    Op::IntPtr { d, a, from } => {
                        let a = num!(*a);
                        let wide = if from.signed { sign_extend(a, from.bits) as u128 } else { a };
                        set!(*d, num::low(wide as u64, self.memory.shapes.target.pointer_bits));
                    }
                    Op::PtrOffset { d, p, index, int, size, negate } => {
                        let (p, index) = (get!(p), num!(*index));
                        let index = if int.signed { sign_extend(index, int.bits) } else { index as i128 };
                        let by = index.wrapping_mul((*size).into());
                        let by = if *negate { by.wrapping_neg() } else { by };
                        set!(*d, attempt!(self.moved(p, by)));
                    }
                    Op::PtrDiff { d, a, b, size } => {
                        let value = attempt!(self.distance(get!(a), get!(b), *size));
                        set!(*d, value);
                    }
                    Op::IntIntrinsic { op, int, d, a, b, to } => {
                        let Some(value) = num::int_intrinsic(*op, *int, num!(*a), num!(*b)) else {
                            attempt!(Err(ErrorKind::Malformed("an intrinsic is not for integers")))
                        };
                        set_int!(*d, to, truncate(value, to.bits));
                    }
                    Op::FloatIntrinsic { op, ty, d, args } => {
                        let args = args.map(|src| get!(src));
                        let args = &args[..op.arity().min(3)];
                        let value = match num::float_intrinsic(self.rules.nans, *op, *ty, args) {
                            Some(value) => value,
                            None => match self.host.float(*op, *ty, args) {
                                Some(value) => value,
                                None => attempt!(Err(ErrorKind::HostDependent(*op))),
                            },
                        };
                        set!(*d, value);
                    }
                    Op::MemCopy { overlap, to, from, len } => {
                        let (to, from, len) = (get!(to), get!(from), self.length(num!(*len)));
                        attempt!(self.mem_copy(*overlap, to, from, len));
                    }
                    Op::MemSet { to, byte, len } => {
                        let (to, byte, len) = (get!(to), num!(*byte) as u8, self.length(num!(*len)));
                        if len > 0 {
                            attempt!(self.spend(len));
                            let at = attempt!(self.memory.find_writable(to, len));
                            self.memory.fill_bytes(at, len as usize, byte, DATA);
                        }
                    }
                    Op::Check { cond, kind } => {
                        if get!(cond) == 0 {
                            let panic = match code.checks[*kind as usize] {
                                Check::Plain(panic) => panic,
                                Check::Bounds(index, len) => Panic::Bounds { index: get!(index), len: get!(len) },
                                Check::SliceOrder(lo, hi) => Panic::SliceOrder { lo: get!(lo), hi: get!(hi) },
                            };
                            attempt!(Err(ErrorKind::Panic(panic)));
                        }
                    }
                    Op::Jump(to) => {
                        pc = *to as usize;
                        continue;
                    }
                    Op::Branch { cond, then, els } => {
                        pc = if get!(cond) != 0 { *then } else { *els } as usize;
                        continue;
                    }
                    Op::Switch { on, table } => {
                        let on = num!(*on);
                        let table = &code.tables[*table as usize];
                        pc = match table.cases.binary_search_by_key(&on, |case| case.0) {
                            Ok(case) => table.cases[case].1,
                            Err(_) => table.default,
                        } as usize;
                        continue;
                    }
                    Op::Call(number) => {
                        if let Some(frame) = self.frames.last_mut() {
                            frame.pc = pc;
                        }
                        self.begin_call(&code.calls[*number as usize])?;
                        continue 'frames;
                    }
                    Op::Return => {
                        if let Some(frame) = self.frames.last_mut() {
                            frame.pc = pc;
                        }
                        let outermost = self.frames.len() == 1;
                        if outermost || self.frames.last().is_some_and(|frame| frame.for_host) {
                            return Ok(());
                        }
                        self.return_to_caller()?;
                        continue 'frames;
                    }
                    Op::Unreachable => attempt!(Err(ErrorKind::Unreachable)),
                }
                pc += 1;
            }
        }
    }
}

/// What an operation whose result does not fit, or that has none, comes to.
fn settle<T>(op: BinOp, mode: Mode, result: Result<(T, bool), ArithError>) -> Run<T> {
    let divides = matches!(op, BinOp::Div | BinOp::Rem);
    let undefined = mode == Mode::Wrap;
    match result {
        Ok((value, false)) => Ok(value),
        Ok((_, true)) if divides && undefined => Err(ErrorKind::Undefined("a division overflows")),
        Ok((_, true)) if divides => Err(ErrorKind::Panic(Panic::DivisionOverflow)),
        Ok((value, true)) if matches!(mode, Mode::Wrap | Mode::SourceWrap) => Ok(value),
        Ok((_, true)) => Err(ErrorKind::Panic(Panic::Overflow(Some(op)))),
        Err(_) if undefined => Err(ErrorKind::Undefined("a division is by zero")),
        Err(_) if op == BinOp::Rem => Err(ErrorKind::Panic(Panic::RemainderByZero)),
        Err(_) => Err(ErrorKind::Panic(Panic::DivisionByZero)),
    }
}

/// By how much is shifted, which is less than the width.
fn shift_amount(int: Int, by: Int, mode: Mode, amount: u128) -> Run<u32> {
    let width = u128::from(int.bits);
    match mode {
        // The machine sees the amount in the width of what it shifts.
        Mode::Wrap | Mode::Checked => {
            let amount = truncate(amount, int.bits);
            if amount < width {
                Ok(amount as u32)
            } else {
                Err(ErrorKind::Undefined("a shift is by the width or more"))
            }
        }
        Mode::Source => {
            let negative = by.signed && sign_extend(amount, by.bits) < 0;
            if !negative && amount < width { Ok(amount as u32) } else { Err(ErrorKind::Panic(Panic::Shift)) }
        }
        Mode::SourceWrap => Ok((amount & (width - 1)) as u32),
    }
}

fn shifted(op: BinOp, int: Int, value: u128, amount: u32) -> u128 {
    let result = match (op, int.signed) {
        (BinOp::Shl, _) => value << amount,
        (_, true) => (sign_extend(value, int.bits) >> amount) as u128,
        (_, false) => value >> amount,
    };
    truncate(result, int.bits)
}
