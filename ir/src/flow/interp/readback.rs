//! Results as constants: what stands in memory as a value of a type becomes a [`Const`] of Flow, and that one of Tree.

use super::memory::{ADDRESS, At, Memory, Origin, UNSET};
use super::run::Machine;
use super::shape::{Class, Kind, Scalar};
use super::{ErrorKind, Fault, Host, Value};
use crate::flow::{Const, ConstKind, FnId, GlobalId};
use crate::stack::deep;
use crate::tree::{ItemId, Mutability};
use crate::ty::{AdtKind, Ty, TyKind, Types};
use crate::value::{self, ConstPool};
use rustc_hash::{FxHashMap, FxHashSet};

/// What keeping a constant takes.
const CONST_SIZE: u64 = 64;

/// Makes globals of memory that a value leads to and that is none yet: of constants in code, and of variables of the function that
/// was [evaluated](Machine::evaluate).
pub trait Promote {
    /// An unnamed global. `mutable`: the value can write to it.
    fn promote(&mut self, init: Const, mutable: bool) -> GlobalId;
    /// A global that was made immutable can be written to after all.
    fn make_mutable(&mut self, global: GlobalId);
}

impl<H: Host> Machine<'_, H> {
    /// A value as a constant.
    pub fn constant(&mut self, ty: Ty, value: &Value, promote: &mut dyn Promote) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(ty)?.size;
        let align = self.memory.shape(ty)?.align;
        let class = self.memory.shape(ty)?.class;
        let slot = self.memory.object(size, align, Origin::Host)?;
        let at = At { slot, offset: 0 };
        let written = match (value, class) {
            (Value::Scalar(bits), Class::Narrow(scalar)) => self.memory.store(at, scalar, *bits as u64),
            (Value::Scalar(bits), Class::Wide { .. }) => self.store_pair(at, false, *bits as u64, (*bits >> 64) as u64),
            (Value::Fat { address, len }, Class::Fat) => self.store_pair(at, true, *address, *len),
            (Value::Bytes(bytes), Class::Memory) if bytes.len() as u64 == size => {
                let place = &mut self.memory.slots[slot as usize];
                place.bytes.copy_from_slice(&bytes.bytes);
                place.marks.copy_from_slice(&bytes.marks);
                Ok(())
            }
            _ => Err(ErrorKind::Malformed("a value is not of its type")),
        };
        let result = written.and_then(|()| self.read(at, ty, promote));
        self.memory.end(slot);
        result
    }

    /// What stands at an address, as a constant of a type.
    pub fn constant_at(&mut self, ty: Ty, address: u64, promote: &mut dyn Promote) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(ty)?.size;
        if size == 0 {
            return Ok(Const { ty, kind: ConstKind::Zero });
        }
        let at = self.memory.find(address, size)?;
        self.read(at, ty, promote)
    }

    fn store_pair(&mut self, at: At, fat: bool, low: u64, high: u64) -> Result<(), ErrorKind> {
        let [first, second] = self.memory.halves(fat);
        self.memory.store(at, first, low)?;
        self.memory.store(At { offset: at.offset + usize::from(first.size), ..at }, second, high)
    }

    fn read(&mut self, at: At, ty: Ty, promote: &mut dyn Promote) -> Result<Const, ErrorKind> {
        let mut reader = Reader {
            memory: &mut self.memory,
            promote,
            made: FxHashMap::default(),
            open: FxHashSet::default(),
            charged: 0,
        };
        let result = reader.constant(at, ty);
        let charged = reader.charged;
        self.memory.refund(charged);
        result
    }
}

/// A slot, and where in it the object begins.
type Key = (u32, u64);

struct Reader<'r, 'a> {
    memory: &'r mut Memory<'a>,
    promote: &'r mut dyn Promote,
    /// What was made a global, and whether it is mutable.
    made: FxHashMap<Key, (GlobalId, bool)>,
    /// What is being read.
    open: FxHashSet<Key>,
    charged: u64,
}

/// What a pointer leads to.
enum Found {
    /// A number.
    Number,
    Fn(FnId),
    Global(GlobalId, u64),
}

impl Reader<'_, '_> {
    fn charge(&mut self, bytes: u64) -> Result<(), ErrorKind> {
        self.memory.charge(bytes)?;
        self.charged += bytes;
        Ok(())
    }

    fn constant(&mut self, at: At, ty: Ty) -> Result<Const, ErrorKind> {
        deep(|| self.constant_here(at, ty))
    }

    fn constant_here(&mut self, at: At, ty: Ty) -> Result<Const, ErrorKind> {
        self.charge(CONST_SIZE)?;
        let shape = self.memory.shape(ty)?;
        let made = |kind| Ok(Const { ty, kind });
        match shape.class {
            _ if shape.size == 0 => made(ConstKind::Zero),
            Class::Narrow(scalar) => {
                let value = self.memory.load(at, scalar)?;
                made(match scalar.kind {
                    Kind::Ptr => self.pointer(value, ty)?,
                    Kind::Float => ConstKind::Float(value),
                    Kind::Int { .. } | Kind::Bool | Kind::Char => ConstKind::Int(self.data(at, scalar, value)?.into()),
                })
            }
            Class::Wide { .. } => {
                let [low, high] = self.halves(at, false)?;
                made(ConstKind::Int(u128::from(low) | u128::from(high) << 64))
            }
            Class::Fat => {
                let [address, len] = self.halves(at, true)?;
                let kind = self.slice(address, len, ty)?;
                made(kind)
            }
            Class::None => made(ConstKind::Zero),
            Class::Memory => self.aggregate(at, ty),
        }
    }

    /// A number that is no address under another name.
    fn data(&self, at: At, scalar: Scalar, value: u64) -> Result<u64, ErrorKind> {
        let place = &self.memory.slots[at.slot as usize];
        let marks = place.marks.get(at.offset..at.offset + usize::from(scalar.size)).unwrap_or(&[]);
        if marks.contains(&ADDRESS) { Err(Fault::AddressAsNumber.into()) } else { Ok(value) }
    }

    fn halves(&self, at: At, fat: bool) -> Result<[u64; 2], ErrorKind> {
        let [first, second] = self.memory.halves(fat);
        let behind = At { offset: at.offset + usize::from(first.size), ..at };
        let (low, high) = (self.memory.load(at, first)?, self.memory.load(behind, second)?);
        if !fat {
            self.data(at, first, low)?;
        }
        self.data(behind, second, high)?;
        Ok([low, high])
    }

    fn aggregate(&mut self, at: At, ty: Ty) -> Result<Const, ErrorKind> {
        let program = self.memory.program;
        let fields: Vec<Ty> = match program.types.kind(ty) {
            TyKind::Array(of, len) => return self.array(at, ty, *of, *len),
            TyKind::Tuple(fields) => fields.to_vec(),
            TyKind::Adt(id) => match &program.types.adts[*id].kind {
                AdtKind::Union(fields) => return self.union(at, ty, &fields.iter().map(|f| f.ty).collect::<Vec<_>>()),
                AdtKind::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
                AdtKind::Enum { .. } | AdtKind::Opaque | AdtKind::Pending => Vec::new(),
            },
            // Held in cells.
            _ => Vec::new(),
        };
        let mut parts = Vec::with_capacity(fields.len());
        for (number, field) in fields.iter().enumerate() {
            let by = self.memory.shapes.offset(ty, number as u32).map_err(ErrorKind::Layout)?;
            parts.push(self.constant(At { offset: at.offset + by as usize, ..at }, *field)?);
        }
        Ok(collected(ty, parts))
    }

    fn array(&mut self, at: At, ty: Ty, of: Ty, len: u64) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(of)?.size as usize;
        if of == Ty::U8 || of == Ty::I8 {
            let place = &self.memory.slots[at.slot as usize];
            let range = at.offset..at.offset + len as usize;
            let marks = place.marks.get(range.clone()).unwrap_or(&[]);
            if marks.contains(&UNSET) {
                return Err(Fault::Unset.into());
            }
            if marks.contains(&ADDRESS) {
                return Err(Fault::AddressAsNumber.into());
            }
            let bytes = place.bytes.get(range).unwrap_or(&[]);
            let zero = bytes.iter().all(|byte| *byte == 0);
            let kind = if zero { ConstKind::Zero } else { ConstKind::Bytes(bytes.into()) };
            self.charge(len)?;
            return Ok(Const { ty, kind });
        }
        let mut parts = Vec::new();
        for number in 0..len as usize {
            parts.push(self.constant(At { offset: at.offset + number * size, ..at }, of)?);
        }
        if let [first, rest @ ..] = parts.as_slice()
            && !rest.is_empty()
            && !is_zero(first)
            && rest.iter().all(|part| part == first)
        {
            let kind = ConstKind::Repeat(Box::new(first.clone()), len);
            return Ok(Const { ty, kind });
        }
        Ok(collected(ty, parts))
    }

    /// The first field, the largest ones before the others, whose value is all that the union has.
    fn union(&mut self, at: At, ty: Ty, fields: &[Ty]) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(ty)?.size as usize;
        let content = |memory: &Memory<'_>, at: At| {
            let place = &memory.slots[at.slot as usize];
            let bytes = place.bytes[at.offset..at.offset + size].to_vec();
            (bytes, place.marks[at.offset..at.offset + size].to_vec())
        };
        let (bytes, marks) = content(self.memory, at);
        if marks.iter().all(|mark| *mark == UNSET) {
            return Ok(Const { ty, kind: ConstKind::Undef });
        }
        let mut sizes = Vec::with_capacity(fields.len());
        for (number, field) in fields.iter().enumerate() {
            sizes.push((std::cmp::Reverse(self.memory.shape(*field)?.size), number));
        }
        sizes.sort_unstable();
        let mut reason = ErrorKind::Fault(Fault::Unset);
        for (_, number) in sizes {
            let value = match self.constant(at, fields[number]) {
                Ok(value) => value,
                Err(kind) => {
                    reason = kind;
                    continue;
                }
            };
            let constant = Const { ty, kind: ConstKind::Union { field: number as u32, value: Box::new(value) } };
            let slot = self.memory.object(size as u64, 1, Origin::Host)?;
            let again = At { slot, offset: 0 };
            let written = self.memory.write_const(slot, 0, &constant);
            let (same_bytes, same_marks) = content(self.memory, again);
            self.memory.end(slot);
            written?;
            let covers = |i: usize| marks[i] == UNSET || same_marks[i] != UNSET;
            // Addresses of what was promoted are others there; that they are addresses is enough.
            let same = |i: usize| marks[i] == UNSET || marks[i] == ADDRESS || bytes[i] == same_bytes[i];
            if (0..size).all(|i| covers(i) && same(i)) {
                return Ok(constant);
            }
        }
        Err(reason)
    }

    /// The pointer's type says whether it can be written through.
    fn writes(&self, ty: Ty) -> bool {
        let kind = self.memory.program.types.kind(ty);
        matches!(kind, TyKind::Ref(Mutability::Mut, _) | TyKind::Ptr(Mutability::Mut, _))
    }

    fn pointer(&mut self, address: u64, ty: Ty) -> Result<ConstKind, ErrorKind> {
        Ok(match self.found(address, self.writes(ty))? {
            Found::Number if address == 0 => ConstKind::Zero,
            Found::Number => ConstKind::Int(address.into()),
            Found::Fn(id) => ConstKind::Fn(id),
            Found::Global(id, offset) => ConstKind::Addr(id, offset),
        })
    }

    fn slice(&mut self, address: u64, len: u64, ty: Ty) -> Result<ConstKind, ErrorKind> {
        match self.found(address, self.writes(ty))? {
            Found::Number if address == 0 && len == 0 => Ok(ConstKind::Zero),
            Found::Global(id, 0) => Ok(ConstKind::Slice(id, len)),
            Found::Global(..) => Err(ErrorKind::Host("a slice of a part of something cannot be a constant".into())),
            Found::Number | Found::Fn(_) => {
                Err(ErrorKind::Host("a slice of what is at a fixed address cannot be a constant".into()))
            }
        }
    }

    fn found(&mut self, address: u64, writes: bool) -> Result<Found, ErrorKind> {
        if !self.memory.is_address(address) {
            return Ok(Found::Number);
        }
        if let Some(id) = self.memory.function(address) {
            return Ok(Found::Fn(id));
        }
        let Some(at) = self.memory.owner(address) else { return Err(Fault::Dangling.into()) };
        let program = self.memory.program;
        let slot = &self.memory.slots[at.slot as usize];
        let (start, ty) = match (slot.origin, &slot.objects) {
            (Origin::Global(id), _) => {
                if program.globals[id].thread_local {
                    return Err(ErrorKind::Host("every thread has another address of a thread-local static".into()));
                }
                return Ok(Found::Global(id, at.offset as u64));
            }
            (Origin::Const(function, id), _) => {
                let body = program.bodies.get(function);
                (0, body.map_or(Ty::ERROR, |body| body.consts[id].ty))
            }
            (Origin::Frame(_), Some(objects)) => {
                let part = objects.partition_point(|object| object.start <= at.offset as u64).checked_sub(1);
                let Some(object) = part.map(|part| objects[part]) else { return Err(Fault::Dangling.into()) };
                (object.start, object.ty)
            }
            (Origin::Frame(_) | Origin::Host, _) => {
                return Err(ErrorKind::Host("memory that was allocated cannot be part of a constant".into()));
            }
        };
        let offset = at.offset as u64 - start;
        let key = (at.slot, start);
        if let Some((id, mutable)) = self.made.get_mut(&key) {
            if writes && !std::mem::replace(mutable, true) {
                self.promote.make_mutable(*id);
            }
            return Ok(Found::Global(*id, offset));
        }
        if !self.open.insert(key) {
            return Err(ErrorKind::Host("a constant refers to itself".into()));
        }
        // Its content may not have been asked for yet.
        let slot_start = self.memory.slots[at.slot as usize].start;
        if self.memory.shape(ty)?.size > 0 {
            self.memory.find(slot_start + start, 1)?;
        }
        let init = self.constant(At { slot: at.slot, offset: start as usize }, ty)?;
        self.open.remove(&key);
        let id = self.promote.promote(init, writes);
        self.made.insert(key, (id, writes));
        Ok(Found::Global(id, offset))
    }
}

fn collected(ty: Ty, parts: Vec<Const>) -> Const {
    let kind = if parts.iter().all(is_zero) { ConstKind::Zero } else { ConstKind::Aggregate(parts.into()) };
    Const { ty, kind }
}

/// Whether it is written with zeros only; parts were collected before.
fn is_zero(constant: &Const) -> bool {
    matches!(constant.kind, ConstKind::Zero | ConstKind::Int(0) | ConstKind::Float(0))
}

/// What names of Flow mean in Tree.
pub trait Names {
    fn function(&self, id: FnId) -> Option<ItemId>;
    /// The static that a global is; `None` for unnamed ones.
    fn global(&self, id: GlobalId) -> Option<ItemId>;
    /// What an unnamed global holds.
    fn content(&self, id: GlobalId) -> Option<&Const>;
}

/// A constant of Flow as one of Tree, in `pool`. `None`: Tree has no such constants, which are addresses inside of unnamed ones.
pub fn to_tree(types: &Types, constant: &Const, pool: &mut ConstPool, names: &dyn Names) -> Option<value::ConstId> {
    Converter { types, pool, names, globals: FxHashMap::default() }.constant(constant)
}

struct Converter<'a> {
    types: &'a Types,
    pool: &'a mut ConstPool,
    names: &'a dyn Names,
    globals: FxHashMap<GlobalId, value::ConstId>,
}

impl Converter<'_> {
    fn constant(&mut self, constant: &Const) -> Option<value::ConstId> {
        deep(|| self.constant_here(constant))
    }

    fn constant_here(&mut self, constant: &Const) -> Option<value::ConstId> {
        let kind = match &constant.kind {
            ConstKind::Int(bits) => value::ConstKind::Int(*bits),
            ConstKind::Float(bits) => value::ConstKind::Float(*bits),
            // Unset is as good as any.
            ConstKind::Zero | ConstKind::Undef => value::ConstKind::Zero,
            ConstKind::Aggregate(parts) => {
                value::ConstKind::Aggregate(parts.iter().map(|part| self.constant(part)).collect::<Option<_>>()?)
            }
            ConstKind::Bytes(bytes) => {
                let ty = match self.types.kind(constant.ty) {
                    TyKind::Array(of, _) => *of,
                    // The verifier lets no other through.
                    _ => Ty::U8,
                };
                let mut byte = |bits: &u8| {
                    let kind = value::ConstKind::Int((*bits).into());
                    self.pool.alloc(value::Const { ty, kind })
                };
                value::ConstKind::Aggregate(bytes.iter().map(&mut byte).collect())
            }
            ConstKind::Union { field, value } => {
                value::ConstKind::Union { field: *field, value: self.constant(value)? }
            }
            ConstKind::Repeat(part, count) => value::ConstKind::Repeat(self.constant(part)?, *count),
            ConstKind::Fn(id) => value::ConstKind::Addr(self.names.function(*id)?, 0),
            ConstKind::Addr(id, offset) => match self.names.global(*id) {
                Some(item) => value::ConstKind::Addr(item, *offset),
                None if *offset == 0 => self.unnamed(*id, constant.ty, None)?,
                None => return None,
            },
            ConstKind::Slice(id, len) => match self.names.global(*id) {
                Some(item) => value::ConstKind::SliceOf(item, *len),
                None => self.unnamed(*id, constant.ty, Some(*len))?,
            },
        };
        Some(self.pool.alloc(value::Const { ty: constant.ty, kind }))
    }

    /// A pointer, or a slice of so many elements, to an unnamed global.
    fn unnamed(&mut self, id: GlobalId, ty: Ty, len: Option<u64>) -> Option<value::ConstKind> {
        let names = self.names;
        let content = names.content(id)?;
        // Text has a NUL behind it that does not count.
        if let ConstKind::Bytes(bytes) = &content.kind
            && let [text @ .., 0] = &**bytes
            && (ty == Ty::PTR_U8 && len.is_none() || len == Some(text.len() as u64))
        {
            return Some(value::ConstKind::Str(text.into()));
        }
        let inner = match self.globals.get(&id) {
            Some(known) => *known,
            None => {
                let made = self.constant(content)?;
                self.globals.insert(id, made);
                made
            }
        };
        Some(match len {
            None => value::ConstKind::Ref(inner),
            Some(len) => value::ConstKind::Slice(inner, len),
        })
    }
}
