//! Memory: objects of bytes in the target's layout, at addresses that are plain numbers.
//!
//! Each byte is unset, data, or part of an address. No address is ever used twice, and no two objects touch, so a number
//! says by itself which object it leads to, whether that still exists, and whether it is in bounds. Every supported target
//! stores the low byte first.

use super::shape::{Class, Kind, Scalar, Shape, Shapes};
use super::{ErrorKind, Fault, OPEN};
use crate::flow::{Const, ConstId, ConstKind, FnId, GlobalId, Linkage, Pointee, Program};
use crate::stack::deep;
use crate::target::Target;
use crate::ty::{Ty, TyKind};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use std::sync::Arc;

/// What a byte is.
pub(super) const UNSET: u8 = 0;
pub(super) const DATA: u8 = 1;
pub(super) const ADDRESS: u8 = 2;

/// Between two objects: the address behind the end of one is not that of the next.
const GUARD: u64 = 16;
/// Below this no object is.
const FIRST_PAGE: u64 = 4096;
/// Between the addresses of functions.
const FN_STEP: u64 = 16;
/// What an object costs beside its bytes, which are kept twice: as bytes, and as what they are.
const OVERHEAD: u64 = 96;

/// Part of the memory of a function: one of its variables.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object {
    pub(super) start: u64,
    pub(super) size: u64,
    pub(super) ty: Ty,
}

/// Whose memory it is.
#[derive(Clone, PartialEq, Debug)]
pub enum Origin {
    /// The variables of a call of a function.
    Frame(FnId),
    Global(GlobalId),
    /// An aggregate constant in the code of a function.
    Const(FnId, ConstId),
    /// What a constant leads to.
    Literal(Arc<Const>),
    /// Made by the [`Host`](super::Host).
    Host,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Ready,
    /// Its content is written when it is first asked for.
    Lazy,
    /// A foreign static of which only the address is known.
    Foreign,
}

pub(super) struct Slot {
    pub(super) start: u64,
    pub(super) size: u64,
    pub(super) bytes: Vec<u8>,
    pub(super) marks: Vec<u8>,
    pub(super) writable: bool,
    state: State,
    pub(super) origin: Origin,
    /// What the object consists of, if accesses must stay in parts of it.
    pub(super) objects: Option<Rc<[Object]>>,
}

/// An object, or one that was: its addresses are never used again.
#[derive(Clone, Copy)]
struct Entry {
    start: u64,
    end: u64,
    slot: u32,
}

const DEAD: u32 = u32::MAX;

/// Addresses that are known to be in one object that is there.
#[derive(Clone, Copy)]
struct Window {
    start: u64,
    size: u64,
    slot: u32,
    /// Where the window begins in the slot.
    offset: u64,
}

impl Window {
    const NONE: Window = Window { start: 0, size: 0, slot: 0, offset: 0 };
}

/// Where an access goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct At {
    pub(super) slot: u32,
    pub(super) offset: usize,
}

pub struct Memory<'a> {
    pub(super) program: &'a Program,
    pub(super) shapes: Shapes<'a>,
    pub(super) slots: Vec<Slot>,
    free: Vec<u32>,
    /// By address.
    index: Vec<Entry>,
    dead: usize,
    /// What was accessed last: most accesses go where others went just before.
    windows: [Window; 2],
    older: usize,
    globals: FxHashMap<GlobalId, u32>,
    /// What constants lead to; text by what it says.
    literals: FxHashMap<*const Const, u32>,
    texts: FxHashMap<Box<[u8]>, u32>,
    first_fn: u64,
    first: u64,
    next: u64,
    end: u64,
    used: u64,
    limit: u64,
    /// Whether what depends on an address that the program has only when it is linked is an error.
    strict: bool,
}

impl<'a> Memory<'a> {
    pub(super) fn new(program: &'a Program, target: &'a Target, limit: u64, strict: bool) -> Memory<'a> {
        // On 64-bit targets, addresses that no program has.
        let (first_fn, end) =
            if target.pointer_bits == 64 { (1 << 48, 1 << 56) } else { (1 << 24, u64::from(u32::MAX) - FIRST_PAGE) };
        let first = first_fn + FN_STEP * (program.fns.len() as u64 + 1);
        Memory {
            program,
            shapes: Shapes::new(&program.types, target),
            slots: Vec::new(),
            free: Vec::new(),
            index: Vec::new(),
            dead: 0,
            windows: [Window::NONE; 2],
            older: 0,
            globals: FxHashMap::default(),
            literals: FxHashMap::default(),
            texts: FxHashMap::default(),
            first_fn,
            first,
            next: first,
            end,
            used: 0,
            limit,
            strict,
        }
    }

    pub(super) fn charge(&mut self, bytes: u64) -> Result<(), ErrorKind> {
        match self.used.checked_add(bytes).filter(|used| *used <= self.limit) {
            Some(used) => {
                self.used = used;
                Ok(())
            }
            None => Err(ErrorKind::MemoryLimit),
        }
    }

    pub(super) fn refund(&mut self, bytes: u64) {
        self.used = self.used.saturating_sub(bytes);
    }

    /// Takes addresses for an object, without bytes.
    fn reserve(&mut self, size: u64, align: u64, origin: Origin, state: State) -> Result<u32, ErrorKind> {
        let align = align.max(GUARD);
        let start = self.next.checked_add(GUARD).and_then(|at| at.checked_next_multiple_of(align));
        let bounds = start.and_then(|start| Some((start, start.checked_add(size)?)));
        let Some((start, end)) = bounds.filter(|(_, end)| *end <= self.end) else {
            return Err(ErrorKind::MemoryLimit);
        };
        self.charge(OVERHEAD)?;
        self.next = end;
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None => {
                self.slots.push(Slot {
                    start: 0,
                    size: 0,
                    bytes: Vec::new(),
                    marks: Vec::new(),
                    writable: false,
                    state,
                    origin: Origin::Host,
                    objects: None,
                });
                self.slots.len() as u32 - 1
            }
        };
        let place = &mut self.slots[slot as usize];
        (place.start, place.size, place.origin, place.state) = (start, size, origin, state);
        (place.writable, place.objects) = (true, None);
        self.index.push(Entry { start, end, slot });
        Ok(slot)
    }

    /// A new object whose bytes are unset.
    pub(super) fn object(&mut self, size: u64, align: u64, origin: Origin) -> Result<u32, ErrorKind> {
        self.charge(size.saturating_mul(2))?;
        let slot = self.reserve(size, align, origin, State::Ready);
        let slot = slot.inspect_err(|_| self.refund(size.saturating_mul(2)))?;
        self.unset(slot, size);
        Ok(slot)
    }

    fn unset(&mut self, slot: u32, size: u64) {
        let place = &mut self.slots[slot as usize];
        place.bytes.resize(size as usize, 0);
        place.marks.clear();
        place.marks.resize(size as usize, UNSET);
    }

    /// Ends an object. Its addresses dangle from now on.
    pub(super) fn end(&mut self, slot: u32) {
        let place = &mut self.slots[slot as usize];
        let (start, size) = (place.start, place.bytes.len() as u64);
        place.objects = None;
        // Room for the variables of the next call, not for what was large once.
        if place.bytes.capacity() > 1 << 16 {
            (place.bytes, place.marks) = (Vec::new(), Vec::new());
        }
        for window in &mut self.windows {
            if window.slot == slot {
                *window = Window::NONE;
            }
        }
        self.refund(size.saturating_mul(2) + OVERHEAD);
        self.free.push(slot);
        let place = match self.index.last() {
            Some(last) if last.start == start => self.index.len() - 1,
            _ => match self.index.binary_search_by_key(&start, |entry| entry.start) {
                Ok(place) => place,
                Err(_) => return,
            },
        };
        self.index[place].slot = DEAD;
        self.dead += 1;
        // Neighbours that are dead are one: calls that return leave a single entry.
        while let [.., before, last] = self.index.as_slice()
            && before.slot == DEAD
            && last.slot == DEAD
        {
            let end = last.end;
            self.index.pop();
            self.dead -= 1;
            if let Some(last) = self.index.last_mut() {
                last.end = end;
            }
        }
        if self.dead > self.index.len() / 2 + 64 {
            self.merge();
        }
    }

    fn merge(&mut self) {
        let mut kept: Vec<Entry> = Vec::with_capacity(self.index.len());
        self.dead = 0;
        for entry in std::mem::take(&mut self.index) {
            match kept.last_mut() {
                Some(last) if last.slot == DEAD && entry.slot == DEAD => last.end = entry.end,
                _ => {
                    self.dead += usize::from(entry.slot == DEAD);
                    kept.push(entry);
                }
            }
        }
        self.index = kept;
    }

    /// The object that an address leads into, or behind the end of which it is.
    pub(super) fn owner(&self, address: u64) -> Option<At> {
        let place = self.index.partition_point(|entry| entry.start <= address).checked_sub(1)?;
        let entry = self.index[place];
        let inside = address <= entry.end && entry.slot != DEAD;
        inside.then(|| At { slot: entry.slot, offset: (address - entry.start) as usize })
    }

    /// Where `size` bytes at an address are. Nothing is nowhere in particular.
    #[inline]
    pub(super) fn find(&mut self, address: u64, size: u64) -> Result<At, ErrorKind> {
        for window in &self.windows {
            let within = address.wrapping_sub(window.start);
            if within < window.size && size <= window.size - within {
                return Ok(At { slot: window.slot, offset: (window.offset + within) as usize });
            }
        }
        self.search(address, size)
    }

    #[inline(never)]
    fn search(&mut self, address: u64, size: u64) -> Result<At, ErrorKind> {
        if address < FIRST_PAGE {
            return Err(Fault::Null.into());
        }
        let place = self.index.partition_point(|entry| entry.start <= address);
        let Some(entry) = place.checked_sub(1).map(|place| self.index[place]) else {
            return Err(Fault::Nowhere.into());
        };
        if entry.slot == DEAD && address < entry.end {
            return Err(Fault::Dangling.into());
        }
        let offset = address - entry.start;
        if address >= entry.end || size > entry.end - address {
            let beyond = if address < self.next + GUARD { Fault::OutOfBounds } else { Fault::Nowhere };
            return Err(beyond.into());
        }
        let slot = &self.slots[entry.slot as usize];
        let mut window = Window { start: entry.start, size: slot.size, slot: entry.slot, offset: 0 };
        if let Some(objects) = &slot.objects {
            let part = objects.partition_point(|object| object.start <= offset);
            let inside = part.checked_sub(1).map(|part| objects[part]).filter(|object| {
                let within = offset - object.start;
                within < object.size && size <= object.size - within
            });
            let Some(object) = inside else { return Err(Fault::OutOfBounds.into()) };
            window = Window { start: entry.start + object.start, size: object.size, offset: object.start, ..window };
        }
        match slot.state {
            State::Ready => {}
            State::Lazy => self.fill(entry.slot)?,
            State::Foreign => {
                return Err(match slot.origin {
                    Origin::Global(id) => ErrorKind::ForeignStatic(id),
                    Origin::Frame(_) | Origin::Const(..) | Origin::Literal(_) | Origin::Host => Fault::Nowhere.into(),
                });
            }
        }
        self.windows[self.older] = window;
        self.older ^= 1;
        Ok(At { slot: entry.slot, offset: offset as usize })
    }

    pub(super) fn find_writable(&mut self, address: u64, size: u64) -> Result<At, ErrorKind> {
        let at = self.find(address, size)?;
        if self.slots[at.slot as usize].writable { Ok(at) } else { Err(Fault::ReadOnly.into()) }
    }

    /// Whether a number is an address that this memory gave away: the program will have another one there.
    pub(super) fn is_address(&self, number: u64) -> bool {
        number >= self.first_fn && number <= self.next
    }

    pub(super) fn strict(&self) -> bool {
        self.strict
    }

    /// A number that may depend on an address.
    pub(super) fn number(&self, address: u64) -> Result<u64, ErrorKind> {
        if self.strict && self.is_address(address) { Err(Fault::AddressAsNumber.into()) } else { Ok(address) }
    }

    // Functions and globals.

    pub fn fn_address(&self, id: FnId) -> u64 {
        self.first_fn + FN_STEP * u64::from(id.into_raw().into_u32())
    }

    /// The function at an address.
    pub fn function(&self, address: u64) -> Option<FnId> {
        let offset = address.checked_sub(self.first_fn)?;
        let number = offset / FN_STEP;
        let exists = offset % FN_STEP == 0 && number < self.program.fns.len() as u64;
        exists.then(|| FnId::from_raw((number as u32).into()))
    }

    fn global_slot(&mut self, id: GlobalId) -> Result<u32, ErrorKind> {
        if let Some(&slot) = self.globals.get(&id) {
            return Ok(slot);
        }
        let global = &self.program.globals[id];
        if global.thread_local && self.strict {
            return Err(ErrorKind::ThreadLocal(id));
        }
        let shape = self.shape(global.ty)?;
        let unknown = global.linkage == Linkage::Import || self.strict && !global.unnamed;
        let state = if unknown { State::Foreign } else { State::Lazy };
        let slot = self.reserve(shape.size, shape.align, Origin::Global(id), state)?;
        self.slots[slot as usize].writable = global.mutable;
        self.globals.insert(id, slot);
        Ok(slot)
    }

    /// The address of a global.
    pub fn global_address(&mut self, id: GlobalId) -> Result<u64, ErrorKind> {
        let slot = self.global_slot(id)?;
        Ok(self.slots[slot as usize].start)
    }

    /// The address of what a constant leads to.
    pub(super) fn pointee_address(&mut self, to: &Pointee) -> Result<u64, ErrorKind> {
        let constant = match to {
            Pointee::Global(id) => return self.global_address(*id),
            Pointee::Const(constant) => constant,
        };
        let known = match &constant.kind {
            ConstKind::Bytes(bytes) => self.texts.get(&**bytes),
            // Others are the same where they are shared.
            _ => self.literals.get(&Arc::as_ptr(constant)),
        };
        let slot = match known {
            Some(known) => *known,
            None => {
                let shape = self.shape(constant.ty)?;
                let slot = self.reserve(shape.size, shape.align, Origin::Literal(constant.clone()), State::Lazy)?;
                self.slots[slot as usize].writable = false;
                match &constant.kind {
                    ConstKind::Bytes(bytes) => self.texts.insert(bytes.clone(), slot),
                    // As above.
                    _ => self.literals.insert(Arc::as_ptr(constant), slot),
                };
                slot
            }
        };
        Ok(self.slots[slot as usize].start)
    }

    /// The address of an aggregate constant in the code of a function.
    pub(super) fn const_address(&mut self, function: FnId, id: ConstId, ty: Ty) -> Result<u64, ErrorKind> {
        let shape = self.shape(ty)?;
        let slot = self.reserve(shape.size, shape.align, Origin::Const(function, id), State::Lazy)?;
        self.slots[slot as usize].writable = false;
        Ok(self.slots[slot as usize].start)
    }

    /// Gives a foreign static its content.
    pub(super) fn define(&mut self, id: GlobalId, bytes: &[u8]) -> Result<(), ErrorKind> {
        let slot = self.global_slot(id)?;
        let size = self.slots[slot as usize].size;
        self.charge(size.saturating_mul(2))?;
        self.unset(slot, size);
        let pointer = usize::from(self.shapes.pointer_size());
        let is_pointer =
            matches!(self.shape(self.program.globals[id].ty)?.class, Class::Narrow(Scalar { kind: Kind::Ptr, .. }));
        let place = &mut self.slots[slot as usize];
        place.state = State::Ready;
        let len = bytes.len().min(place.bytes.len());
        place.bytes[..len].copy_from_slice(&bytes[..len]);
        place.marks[..len].fill(if is_pointer && len == pointer { ADDRESS } else { DATA });
        Ok(())
    }

    pub(super) fn shape(&mut self, ty: Ty) -> Result<Shape, ErrorKind> {
        self.shapes.of(ty).map_err(ErrorKind::Layout)
    }

    /// Writes the content of an object that is asked for the first time.
    fn fill(&mut self, slot: u32) -> Result<(), ErrorKind> {
        let program = self.program;
        let origin = self.slots[slot as usize].origin.clone();
        let constant = match &origin {
            Origin::Global(id) => program.globals[*id].init.as_ref(),
            Origin::Const(function, id) => program.bodies.get(*function).map(|body| &body.consts[*id]),
            Origin::Literal(constant) => Some(&**constant),
            Origin::Frame(_) | Origin::Host => None,
        };
        let size = self.slots[slot as usize].size;
        self.charge(size.saturating_mul(2))?;
        self.unset(slot, size);
        // Its own address may stand in it.
        self.slots[slot as usize].state = State::Ready;
        let Some(constant) = constant else { return Ok(()) };
        let written = self.write_const(slot, 0, constant);
        if written.is_err() {
            self.slots[slot as usize].state = State::Lazy;
            self.refund(size.saturating_mul(2));
        }
        written
    }

    /// Writes a constant at an offset in an object.
    // Long because it has an arm for each kind of constant.
    pub(super) fn write_const(&mut self, slot: u32, offset: u64, constant: &Const) -> Result<(), ErrorKind> {
        let shape = self.shape(constant.ty)?;
        if shape.size == 0 {
            return Ok(());
        }
        let at = At { slot, offset: offset as usize };
        let size = shape.size as usize;
        match &constant.kind {
            ConstKind::Zero => {
                self.fill_bytes(at, size, 0, DATA);
                Ok(())
            }
            ConstKind::Undef => {
                self.fill_bytes(at, size, 0, UNSET);
                Ok(())
            }
            ConstKind::Int(bits) => {
                let mark = match shape.class {
                    Class::Narrow(Scalar { kind: Kind::Ptr, .. }) => self.mark_of(*bits as u64),
                    Class::Narrow(_) | Class::Wide { .. } | Class::None | Class::Fat | Class::Memory => DATA,
                };
                self.put(at, &bits.to_le_bytes()[..size.min(16)], mark);
                Ok(())
            }
            ConstKind::Float(bits) => {
                self.put(at, &bits.to_le_bytes()[..size.min(8)], DATA);
                Ok(())
            }
            ConstKind::Bytes(bytes) => {
                self.put(at, bytes, DATA);
                Ok(())
            }
            ConstKind::Apply(..) | ConstKind::Measure(..) => Err(OPEN),
            ConstKind::Fn(id) => {
                let address = self.fn_address(*id);
                self.put(at, &address.to_le_bytes()[..size.min(8)], ADDRESS);
                Ok(())
            }
            ConstKind::Addr(to, by) => {
                let address = self.pointee_address(to)?.wrapping_add(*by);
                self.put(at, &address.to_le_bytes()[..size.min(8)], ADDRESS);
                Ok(())
            }
            ConstKind::Slice(to, by, len) => {
                let half = size / 2;
                let address = self.pointee_address(to)?.wrapping_add(*by);
                self.put(at, &address.to_le_bytes()[..half], ADDRESS);
                self.put(At { slot, offset: at.offset + half }, &len.to_le_bytes()[..half], DATA);
                Ok(())
            }
            ConstKind::Union { field: _, value } => deep(|| self.write_const(slot, offset, value)),
            ConstKind::Repeat(element, count) => {
                deep(|| self.write_const(slot, offset, element))?;
                let step = self.shape(element.ty)?.size as usize;
                self.repeat(at, step, *count);
                Ok(())
            }
            ConstKind::Aggregate(parts) => {
                let element = match self.program.types.kind(constant.ty) {
                    TyKind::Array(of, _) => Some(self.shape(*of)?.size),
                    _ => None,
                };
                for (number, part) in parts.iter().enumerate() {
                    let by = match element {
                        Some(size) => size * number as u64,
                        None => self.shapes.offset(constant.ty, number as u32).map_err(ErrorKind::Layout)?,
                    };
                    deep(|| self.write_const(slot, offset + by, part))?;
                }
                Ok(())
            }
        }
    }

    // Bytes. Those that are out of the object are left out; who calls has looked.

    fn put(&mut self, at: At, bytes: &[u8], mark: u8) {
        let place = &mut self.slots[at.slot as usize];
        let range = at.offset..at.offset + bytes.len();
        if let Some(to) = place.bytes.get_mut(range.clone()) {
            to.copy_from_slice(bytes);
        }
        if let Some(to) = place.marks.get_mut(range) {
            to.fill(mark);
        }
    }

    pub(super) fn fill_bytes(&mut self, at: At, size: usize, byte: u8, mark: u8) {
        let place = &mut self.slots[at.slot as usize];
        let range = at.offset..at.offset + size;
        if let Some(to) = place.bytes.get_mut(range.clone()) {
            to.fill(byte);
        }
        if let Some(to) = place.marks.get_mut(range) {
            to.fill(mark);
        }
    }

    /// Copies the first element to the `count - 1` behind it.
    pub(super) fn repeat(&mut self, at: At, step: usize, count: u64) {
        let place = &mut self.slots[at.slot as usize];
        let total = step.saturating_mul(count as usize);
        if step == 0 || total > place.bytes.len().saturating_sub(at.offset) {
            return;
        }
        let mut done = step;
        while done < total {
            let more = done.min(total - done);
            place.bytes.copy_within(at.offset..at.offset + more, at.offset + done);
            place.marks.copy_within(at.offset..at.offset + more, at.offset + done);
            done += more;
        }
    }

    /// As `memmove` does it.
    pub(super) fn copy(&mut self, to: At, from: At, size: usize) {
        if to.slot == from.slot {
            let place = &mut self.slots[to.slot as usize];
            let len = place.bytes.len();
            if from.offset + size <= len && to.offset + size <= len {
                place.bytes.copy_within(from.offset..from.offset + size, to.offset);
                place.marks.copy_within(from.offset..from.offset + size, to.offset);
            }
            return;
        }
        let Ok([dest, source]) = self.slots.get_disjoint_mut([to.slot as usize, from.slot as usize]) else { return };
        let (into, out) = (to.offset..to.offset + size, from.offset..from.offset + size);
        if let (Some(dest), Some(source)) = (dest.bytes.get_mut(into.clone()), source.bytes.get(out.clone())) {
            dest.copy_from_slice(source);
        }
        if let (Some(dest), Some(source)) = (dest.marks.get_mut(into), source.marks.get(out)) {
            dest.copy_from_slice(source);
        }
    }

    pub(super) fn mark_of(&self, address: u64) -> u8 {
        if self.is_address(address) { ADDRESS } else { DATA }
    }

    /// Reads a scalar of at most 64 bits.
    #[inline]
    pub(super) fn load(&self, at: At, scalar: Scalar) -> Result<u64, ErrorKind> {
        let place = &self.slots[at.slot as usize];
        let size = usize::from(scalar.size);
        let (Some(bytes), Some(marks)) =
            (place.bytes.get(at.offset..at.offset + size), place.marks.get(at.offset..at.offset + size))
        else {
            return Err(Fault::OutOfBounds.into());
        };
        let (value, marks) = (low_bytes(bytes), low_bytes(marks));
        if marks != 0x0101_0101_0101_0101 & (u64::MAX >> (64 - 8 * size as u32)) {
            self.check_marks(marks, scalar)?;
        }
        match scalar.kind {
            Kind::Bool if value > 1 => Err(Fault::NotBool(value as u8).into()),
            Kind::Char if char::from_u32(value as u32).is_none() => Err(Fault::NotChar(value as u32).into()),
            _ => Ok(value),
        }
    }

    #[inline(never)]
    fn check_marks(&self, marks: u64, scalar: Scalar) -> Result<(), ErrorKind> {
        let marks = &marks.to_le_bytes()[..usize::from(scalar.size)];
        if marks.contains(&UNSET) {
            return Err(Fault::Unset.into());
        }
        let whole = scalar.kind == Kind::Ptr && marks.iter().all(|mark| *mark == ADDRESS);
        if self.strict && !whole { Err(Fault::AddressAsNumber.into()) } else { Ok(()) }
    }

    #[inline]
    pub(super) fn store(&mut self, at: At, scalar: Scalar, value: u64) -> Result<(), ErrorKind> {
        let mark = if scalar.kind == Kind::Ptr { self.mark_of(value) } else { DATA };
        let place = &mut self.slots[at.slot as usize];
        let size = usize::from(scalar.size);
        let range = at.offset..at.offset + size;
        let (Some(bytes), Some(marks)) = (place.bytes.get_mut(range.clone()), place.marks.get_mut(range)) else {
            return Err(Fault::OutOfBounds.into());
        };
        match size {
            8 => {
                bytes.copy_from_slice(&value.to_le_bytes());
                marks.copy_from_slice(&[mark; 8]);
            }
            4 => {
                bytes.copy_from_slice(&(value as u32).to_le_bytes());
                marks.copy_from_slice(&[mark; 4]);
            }
            1 => {
                bytes[0] = value as u8;
                marks[0] = mark;
            }
            _ => {
                bytes.copy_from_slice(&value.to_le_bytes()[..size]);
                marks.fill(mark);
            }
        }
        Ok(())
    }

    /// The two halves of a value that takes two cells.
    pub(super) fn halves(&self, fat: bool) -> [Scalar; 2] {
        let number = Scalar { size: 8, kind: Kind::Int { signed: false } };
        if !fat {
            return [number, number];
        }
        let size = self.shapes.pointer_size();
        [Scalar { size, kind: Kind::Ptr }, Scalar { size, ..number }]
    }

    // What hosts and readers of results use.

    /// Memory that lives until [`release`](Self::release), unset.
    pub fn allocate(&mut self, size: u64, align: u64) -> Result<u64, ErrorKind> {
        let slot = self.object(size, align, Origin::Host)?;
        Ok(self.slots[slot as usize].start)
    }

    /// Ends what [`allocate`](Self::allocate) began. The address must be that of its start.
    pub fn release(&mut self, address: u64) -> Result<(), ErrorKind> {
        match self.owner(address) {
            Some(At { slot, offset: 0 }) if self.slots[slot as usize].origin == Origin::Host => {
                self.end(slot);
                Ok(())
            }
            Some(_) => Err(Fault::NotAllocated.into()),
            None => {
                Err(if address < self.next && address >= self.first { Fault::Dangling } else { Fault::NotAllocated }
                    .into())
            }
        }
    }

    /// The size of the object of the [`Host`](super::Host) that starts at an address.
    pub fn allocated_size(&self, address: u64) -> Option<u64> {
        let At { slot, offset: 0 } = self.owner(address)? else { return None };
        let place = &self.slots[slot as usize];
        (place.origin == Origin::Host).then_some(place.size)
    }

    /// Bytes that are all set.
    pub fn read(&mut self, address: u64, size: u64) -> Result<&[u8], ErrorKind> {
        if size == 0 {
            return Ok(&[]);
        }
        let at = self.find(address, size)?;
        let place = &self.slots[at.slot as usize];
        let range = at.offset..at.offset + size as usize;
        if place.marks[range.clone()].contains(&UNSET) {
            return Err(Fault::Unset.into());
        }
        if self.strict && place.marks[range.clone()].contains(&ADDRESS) {
            return Err(Fault::AddressAsNumber.into());
        }
        Ok(&place.bytes[range])
    }

    pub fn write(&mut self, address: u64, bytes: &[u8]) -> Result<(), ErrorKind> {
        if bytes.is_empty() {
            return Ok(());
        }
        let at = self.find_writable(address, bytes.len() as u64)?;
        self.put(at, bytes, DATA);
        Ok(())
    }

    /// Copies bytes, whatever they are, as `memmove` does.
    pub fn transfer(&mut self, to: u64, from: u64, size: u64) -> Result<(), ErrorKind> {
        if size == 0 {
            return Ok(());
        }
        let source = self.find(from, size)?;
        let dest = self.find_writable(to, size)?;
        self.copy(dest, source, size as usize);
        Ok(())
    }

    pub fn read_pointer(&mut self, address: u64) -> Result<u64, ErrorKind> {
        let scalar = self.halves(true)[0];
        let at = self.find(address, scalar.size.into())?;
        self.load(at, scalar)
    }

    pub fn write_pointer(&mut self, address: u64, pointer: u64) -> Result<(), ErrorKind> {
        let scalar = self.halves(true)[0];
        let at = self.find_writable(address, scalar.size.into())?;
        self.store(at, scalar, pointer)
    }

    /// The bytes up to a NUL.
    pub fn read_c_string(&mut self, address: u64) -> Result<Vec<u8>, ErrorKind> {
        let mut bytes = Vec::new();
        loop {
            match *self.read(address.wrapping_add(bytes.len() as u64), 1)? {
                [0] => return Ok(bytes),
                [byte] => bytes.push(byte),
                _ => return Err(Fault::OutOfBounds.into()),
            }
        }
    }
}

/// At most eight bytes as a number, the low byte first.
#[inline]
fn low_bytes(bytes: &[u8]) -> u64 {
    match *bytes {
        [a] => a.into(),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => {
            let mut all = [0; 8];
            let len = bytes.len().min(8);
            all[..len].copy_from_slice(&bytes[..len]);
            u64::from_le_bytes(all)
        }
    }
}
