//! Memory: objects of bytes in the target's layout, at addresses that are plain numbers.
//!
//! Each byte is unset, data, or part of an address. No address is ever used twice, and no two objects touch, so a number
//! says by itself which object it leads to, whether that still exists, and whether it is in bounds. Every supported target
//! stores the low byte first.

mod bytes;
mod content;

use super::shape::{Class, Kind, Scalar, Shape, Shapes};
use super::{ErrorKind, Fault, NO_VARIANT, OPEN};
use crate::flow::{Const, ConstData, ConstId, FnId, GlobalId, Linkage, PointeeData, Program};
use crate::stack::deep;
use crate::target::Target;
use crate::ty::{Encoding, Ty, TyKind};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use std::sync::Arc;

/// What a byte is.
pub(super) const UNSET: u8 = 0;
pub(super) const DATA: u8 = 1;
pub(super) const ADDRESS: u8 = 2;
/// It was moved away, or dropped.
pub(super) const GONE: u8 = 3;

/// Whether a byte has no value.
pub(super) fn is_unset(mark: u8) -> bool {
    mark == UNSET || mark == GONE
}

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
}
