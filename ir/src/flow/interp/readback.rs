//! Results as constants: what stands in memory as a value of a type becomes a [`Const`].

use super::memory::{ADDRESS, At, Memory, Origin, is_unset};
use super::run::Machine;
use super::shape::{Class, Kind, Scalar};
use super::{ErrorKind, Fault, Host, NO_VARIANT, Value};
use crate::flow::{Const, ConstData, FnId, PointeeData};
use crate::layout;
use crate::stack::deep;
use crate::ty::{AdtKind, Ty, TyKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What keeping a constant takes.
const CONST_SIZE: u64 = 64;

impl<H: Host> Machine<'_, H> {
    /// A value as a constant.
    pub fn constant(&mut self, ty: Ty, value: &Value) -> Result<Const, ErrorKind> {
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
        let result = written.and_then(|()| self.read(at, ty));
        self.memory.end(slot);
        result
    }

    /// What stands at an address, as a constant of a type.
    pub fn constant_at(&mut self, ty: Ty, address: u64) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(ty)?.size;
        if size == 0 {
            return Ok(Const { ty, kind: ConstData::Zero });
        }
        let at = self.memory.find(address, size)?;
        self.read(at, ty)
    }

    fn store_pair(&mut self, at: At, fat: bool, low: u64, high: u64) -> Result<(), ErrorKind> {
        let [first, second] = self.memory.halves(fat);
        self.memory.store(at, first, low)?;
        self.memory.store(At { offset: at.offset + usize::from(first.size), ..at }, second, high)
    }

    fn read(&mut self, at: At, ty: Ty) -> Result<Const, ErrorKind> {
        let mut reader =
            Reader { memory: &mut self.memory, made: FxHashMap::default(), open: FxHashSet::default(), charged: 0 };
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
    /// What became a constant that others lead to.
    made: FxHashMap<Key, Arc<Const>>,
    /// What is being read.
    open: FxHashSet<Key>,
    charged: u64,
}

/// What a pointer leads to.
enum Found {
    /// A number.
    Number,
    Fn(FnId),
    Memory(PointeeData, u64),
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
            _ if shape.size == 0 => made(ConstData::Zero),
            Class::Narrow(scalar) => {
                let value = self.memory.load(at, scalar)?;
                made(match scalar.kind {
                    Kind::Ptr => self.pointer(value)?,
                    Kind::Float => ConstData::Float(value),
                    Kind::Int { .. } | Kind::Bool | Kind::Char => ConstData::Int(self.data(at, scalar, value)?.into()),
                })
            }
            Class::Wide { .. } => {
                let [low, high] = self.halves(at, false)?;
                made(ConstData::Int(u128::from(low) | u128::from(high) << 64))
            }
            Class::Fat => {
                let [address, len] = self.halves(at, true)?;
                let kind = self.slice(address, len)?;
                made(kind)
            }
            Class::None => made(ConstData::Zero),
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
            TyKind::Adt(id) | TyKind::Apply(id, _) => match &program.types.adts[*id].kind {
                AdtKind::Sum(_) => return self.variant(at, ty),
                AdtKind::Union(_) => return self.union(at, ty, &program.types.field_types(ty)),
                AdtKind::Struct(_) => program.types.field_types(ty),
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

    fn variant(&mut self, at: At, ty: Ty) -> Result<Const, ErrorKind> {
        let types = &self.memory.program.types;
        let layout = layout::sum(types, self.memory.shapes.target, ty).map_err(ErrorKind::Layout)?;
        let variant = self.memory.variant(at, layout.encoding)?;
        let fields = types.variant_types(ty).into_iter().nth(variant as usize);
        let (Some(fields), Some(offsets)) = (fields, layout.offsets.get(variant as usize)) else {
            return Err(NO_VARIANT);
        };
        let mut parts = Vec::with_capacity(offsets.len());
        for (field, by) in fields.into_iter().zip(offsets) {
            parts.push(self.constant(At { offset: at.offset + *by as usize, ..at }, field)?);
        }
        Ok(Const { ty, kind: ConstData::Variant(variant, parts.into()) })
    }

    fn array(&mut self, at: At, ty: Ty, of: Ty, len: u64) -> Result<Const, ErrorKind> {
        let size = self.memory.shape(of)?.size as usize;
        if of == Ty::U8 || of == Ty::I8 {
            let place = &self.memory.slots[at.slot as usize];
            let range = at.offset..at.offset + len as usize;
            let marks = place.marks.get(range.clone()).unwrap_or(&[]);
            if marks.iter().any(|mark| is_unset(*mark)) {
                return Err(Fault::Unset.into());
            }
            if marks.contains(&ADDRESS) {
                return Err(Fault::AddressAsNumber.into());
            }
            let bytes = place.bytes.get(range).unwrap_or(&[]);
            let zero = bytes.iter().all(|byte| *byte == 0);
            let kind = if zero { ConstData::Zero } else { ConstData::Bytes(bytes.into()) };
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
            let kind = ConstData::Repeat(Box::new(first.clone()), len);
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
        if marks.iter().all(|mark| is_unset(*mark)) {
            return Ok(Const { ty, kind: ConstData::Undef });
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
            let constant = Const { ty, kind: ConstData::Union(number as u32, Box::new(value)) };
            let slot = self.memory.object(size as u64, 1, Origin::Host)?;
            let again = At { slot, offset: 0 };
            let written = self.memory.write_const(slot, 0, &constant);
            let (same_bytes, same_marks) = content(self.memory, again);
            self.memory.end(slot);
            written?;
            let covers = |i: usize| is_unset(marks[i]) || !is_unset(same_marks[i]);
            // Addresses of what was promoted are others there; that they are addresses is enough.
            let same = |i: usize| is_unset(marks[i]) || marks[i] == ADDRESS || bytes[i] == same_bytes[i];
            if (0..size).all(|i| covers(i) && same(i)) {
                return Ok(constant);
            }
        }
        Err(reason)
    }

    fn pointer(&mut self, address: u64) -> Result<ConstData, ErrorKind> {
        Ok(match self.found(address)? {
            Found::Number if address == 0 => ConstData::Zero,
            Found::Number => ConstData::Int(address.into()),
            Found::Fn(id) => ConstData::Fn(id),
            Found::Memory(to, offset) => ConstData::Addr(to, offset),
        })
    }

    fn slice(&mut self, address: u64, len: u64) -> Result<ConstData, ErrorKind> {
        match self.found(address)? {
            Found::Number if address == 0 && len == 0 => Ok(ConstData::Zero),
            Found::Memory(to, offset) => Ok(ConstData::Slice(to, offset, len)),
            Found::Number | Found::Fn(_) => {
                Err(ErrorKind::Host("a slice of what is at a fixed address cannot be a constant".into()))
            }
        }
    }

    fn found(&mut self, address: u64) -> Result<Found, ErrorKind> {
        if !self.memory.is_address(address) {
            return Ok(Found::Number);
        }
        if let Some(id) = self.memory.function(address) {
            return Ok(Found::Fn(id));
        }
        let Some(at) = self.memory.owner(address) else { return Err(Fault::Dangling.into()) };
        let program = self.memory.program;
        let slot = &self.memory.slots[at.slot as usize];
        let (start, ty) = match (&slot.origin, &slot.objects) {
            (&Origin::Global(id), _) => {
                if program.globals[id].thread_local {
                    return Err(ErrorKind::Host("every thread has another address of a thread-local static".into()));
                }
                return Ok(Found::Memory(PointeeData::Global(id), at.offset as u64));
            }
            (Origin::Literal(constant), _) => {
                return Ok(Found::Memory(PointeeData::Const(constant.clone()), at.offset as u64));
            }
            (&Origin::Const(function, id), _) => {
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
        if let Some(made) = self.made.get(&key) {
            return Ok(Found::Memory(PointeeData::Const(made.clone()), offset));
        }
        if !self.open.insert(key) {
            return Err(ErrorKind::Host("a constant refers to itself".into()));
        }
        // Its content may not have been asked for yet.
        let slot_start = self.memory.slots[at.slot as usize].start;
        if self.memory.shape(ty)?.size > 0 {
            self.memory.find(slot_start + start, 1)?;
        }
        let made = Arc::new(self.constant(At { slot: at.slot, offset: start as usize }, ty)?);
        self.open.remove(&key);
        self.made.insert(key, made.clone());
        Ok(Found::Memory(PointeeData::Const(made), offset))
    }
}

fn collected(ty: Ty, parts: Vec<Const>) -> Const {
    let kind = if parts.iter().all(is_zero) { ConstData::Zero } else { ConstData::Aggregate(parts.into()) };
    Const { ty, kind }
}

/// Whether it is written with zeros only; parts were collected before.
fn is_zero(constant: &Const) -> bool {
    matches!(constant.kind, ConstData::Zero | ConstData::Int(0) | ConstData::Float(0))
}
