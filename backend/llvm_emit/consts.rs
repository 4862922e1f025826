//! Constants: as operands, and laid out byte by byte as what statics start with.

use super::Module;
use super::ll::{Type, Value};
use super::types::Class;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use vex_ir::flow::{Const, ConstKind, Pointee};
use vex_ir::lang::Lowered;
use vex_ir::ty::{Ty, TyKind};

/// Parts that several constants share, and the type of the constant whose parts they are.
type Key = (*const Const, Ty);

/// What stands in a part of a constant.
pub(super) enum Bytes<'c> {
    Of(&'c Const),
    /// A number of so many bytes.
    Int {
        size: u64,
        value: u64,
    },
}

/// What was made of shared parts.
#[derive(Default)]
pub(super) struct Shared {
    // The parts are kept so that their place stays theirs.
    types: FxHashMap<Key, (Type, Arc<[Const]>)>,
    values: FxHashMap<Key, (Value, Arc<[Const]>)>,
}

fn shared(constant: &Const) -> Option<(Key, &Arc<[Const]>)> {
    match constant.kind::<Lowered>() {
        ConstKind::Aggregate(parts) | ConstKind::Variant(_, parts) if Arc::strong_count(parts) > 1 => {
            Some(((parts.as_ptr(), constant.ty), parts))
        }
        _ => None,
    }
}

impl Module<'_> {
    /// A scalar as it is held in a register.
    pub(super) fn const_scalar(&mut self, constant: &Const, ty: Type) -> Value {
        let basic = self.basic;
        match constant.kind::<Lowered>() {
            ConstKind::Int(bits) if ty == basic.ptr => basic.usize.int(*bits as u64).const_int_to_ptr(ty),
            ConstKind::Int(bits) if ty == basic.i128 => ty.wide_int(*bits),
            ConstKind::Int(bits) => ty.int(*bits as u64),
            ConstKind::Float(bits) if ty == basic.f32 => basic.i32.int(*bits & 0xffff_ffff).const_bitcast(ty),
            ConstKind::Float(bits) => basic.i64.int(*bits).const_bitcast(ty),
            ConstKind::Zero => ty.null(),
            ConstKind::Undef => ty.undef(),
            ConstKind::Fn(id) => self.fn_value(*id),
            ConstKind::Addr(to, offset) | ConstKind::Slice(to, offset, _) => self.pointee(to, *offset),
            ConstKind::Aggregate(_)
            | ConstKind::Variant(..)
            | ConstKind::Union(..)
            | ConstKind::Repeat(..)
            | ConstKind::Bytes(_) => {
                self.bug("a scalar constant has the value of an aggregate");
                ty.undef()
            }
        }
    }

    /// An address so many bytes behind the start of what a constant leads to.
    fn pointee(&mut self, to: Pointee<'_, Lowered>, offset: u64) -> Value {
        match to {
            Pointee::Global(id) => {
                let global = self.global_value(*id);
                global.const_offset(offset, self.basic.usize, self.basic.int(8))
            }
        }
    }

    /// The pointer and the length of a fat constant.
    pub(super) fn const_pair(&mut self, constant: &Const) -> (Value, Value) {
        let basic = self.basic;
        match constant.kind::<Lowered>() {
            ConstKind::Slice(to, offset, len) => (self.pointee(to, *offset), basic.usize_const(*len)),
            ConstKind::Undef => (basic.ptr.undef(), basic.usize.undef()),
            ConstKind::Zero => (basic.ptr.null(), basic.usize_const(0)),
            ConstKind::Int(_)
            | ConstKind::Float(_)
            | ConstKind::Aggregate(_)
            | ConstKind::Variant(..)
            | ConstKind::Union(..)
            | ConstKind::Repeat(..)
            | ConstKind::Bytes(_)
            | ConstKind::Fn(_)
            | ConstKind::Addr(..) => {
                self.bug("a pointer with a length has the value of something else");
                (basic.ptr.undef(), basic.usize.undef())
            }
        }
    }

    /// The LLVM type of [`const_memory`](Self::const_memory), known before any global has a value.
    pub(super) fn const_type(&mut self, constant: &Const) -> Type {
        match self.types.info(constant.ty).class {
            Class::Void => self.basic.i8.array(0),
            Class::Scalar { memory, .. } => memory,
            Class::Fat => self.basic.structure(&[self.basic.ptr, self.basic.usize], false),
            Class::Memory => match shared(constant) {
                None => self.aggregate_type(constant),
                Some((key, _)) if self.shared.types.contains_key(&key) => self.shared.types[&key].0,
                Some((key, parts)) => {
                    let ty = self.aggregate_type(constant);
                    self.shared.types.insert(key, (ty, parts.clone()));
                    ty
                }
            },
        }
    }

    fn aggregate_type(&mut self, constant: &Const) -> Type {
        match constant.kind::<Lowered>() {
            ConstKind::Bytes(bytes) => self.basic.i8.array(bytes.len() as u64),
            ConstKind::Repeat(element, count) => self.const_type(element).array(*count),
            ConstKind::Union(_, value) => {
                let parts = [(0, Bytes::Of(value))];
                self.packed_type(constant.ty, &parts)
            }
            ConstKind::Variant(variant, parts) => {
                let placed = self.variant_parts(constant.ty, *variant, parts);
                self.packed_type(constant.ty, &placed)
            }
            ConstKind::Aggregate(parts) if self.is_array(constant.ty) => {
                let types: Vec<Type> = parts.iter().map(|p| self.const_type(p)).collect();
                match types.first() {
                    Some(first) if types.iter().all(|t| t == first) => first.array(types.len() as u64),
                    Some(_) => self.basic.structure(&types, true),
                    None => self.basic.i8.array(0),
                }
            }
            ConstKind::Aggregate(parts) => {
                let placed = self.placed(constant.ty, parts);
                self.packed_type(constant.ty, &placed)
            }
            ConstKind::Zero
            | ConstKind::Undef
            | ConstKind::Int(_)
            | ConstKind::Float(_)
            | ConstKind::Fn(_)
            | ConstKind::Addr(..)
            | ConstKind::Slice(..) => self.types.memory(constant.ty),
        }
    }

    fn is_array(&self, ty: Ty) -> bool {
        matches!(self.types.kind(ty), TyKind::Array(..))
    }

    /// The fields of a struct or tuple with their offsets.
    fn placed<'c>(&mut self, ty: Ty, parts: &'c [Const]) -> Vec<(u64, Bytes<'c>)> {
        self.types.offsets(ty).iter().copied().zip(parts.iter().map(Bytes::Of)).collect()
    }

    pub(super) fn bytes_size(&mut self, part: &Bytes<'_>) -> u64 {
        match part {
            Bytes::Of(constant) => self.types.info(constant.ty).size,
            Bytes::Int { size, .. } => *size,
        }
    }

    /// A packed struct with the padding written out: the one kind whose layout LLVM does not decide.
    fn packed_type(&mut self, ty: Ty, parts: &[(u64, Bytes<'_>)]) -> Type {
        let mut fields = Vec::new();
        let mut end = 0;
        for (offset, part) in parts {
            if *offset > end {
                fields.push(self.basic.i8.array(offset - end));
            }
            fields.push(match part {
                Bytes::Of(constant) => self.const_type(constant),
                Bytes::Int { size, .. } => self.basic.int(8 * *size as u32),
            });
            end = offset + self.bytes_size(part);
        }
        let size = self.types.info(ty).size;
        if size > end {
            fields.push(self.basic.i8.array(size - end));
        }
        self.basic.structure(&fields, true)
    }

    fn packed_value(&mut self, ty: Ty, parts: &[(u64, Bytes<'_>)]) -> Value {
        let mut fields = Vec::new();
        let mut end = 0;
        for (offset, part) in parts {
            if *offset > end {
                fields.push(self.basic.i8.array(offset - end).null());
            }
            fields.push(match part {
                Bytes::Of(constant) => self.const_memory(constant),
                Bytes::Int { size, value } => self.basic.int(8 * *size as u32).int(*value),
            });
            end = offset + self.bytes_size(part);
        }
        let size = self.types.info(ty).size;
        if size > end {
            fields.push(self.basic.i8.array(size - end).null());
        }
        self.basic.const_struct(&fields, true)
    }

    /// The bytes of a constant as they are in memory.
    pub(super) fn const_memory(&mut self, constant: &Const) -> Value {
        match self.types.info(constant.ty).class {
            Class::Void => self.basic.i8.array(0).null(),
            Class::Scalar { memory, .. } => self.const_scalar(constant, memory),
            Class::Fat => {
                let (ptr, len) = self.const_pair(constant);
                self.basic.const_struct(&[ptr, len], false)
            }
            Class::Memory => match shared(constant) {
                None => self.aggregate_value(constant),
                Some((key, _)) if self.shared.values.contains_key(&key) => self.shared.values[&key].0,
                Some((key, parts)) => {
                    let value = self.aggregate_value(constant);
                    self.shared.values.insert(key, (value, parts.clone()));
                    value
                }
            },
        }
    }

    fn aggregate_value(&mut self, constant: &Const) -> Value {
        match constant.kind::<Lowered>() {
            ConstKind::Bytes(bytes) => self.basic.const_bytes(bytes),
            ConstKind::Repeat(element, count) => self.repeated(element, *count),
            ConstKind::Union(_, value) => self.packed_value(constant.ty, &[(0, Bytes::Of(value))]),
            ConstKind::Variant(variant, parts) => {
                let placed = self.variant_parts(constant.ty, *variant, parts);
                self.packed_value(constant.ty, &placed)
            }
            ConstKind::Aggregate(parts) if self.is_array(constant.ty) => {
                let values: Vec<Value> = parts.iter().map(|p| self.const_memory(p)).collect();
                match values.first().map(|v| v.ty()) {
                    Some(first) if values.iter().all(|v| v.ty() == first) => first.const_array(&values),
                    Some(_) => self.basic.const_struct(&values, true),
                    None => self.basic.i8.array(0).null(),
                }
            }
            ConstKind::Aggregate(parts) => {
                let placed = self.placed(constant.ty, parts);
                self.packed_value(constant.ty, &placed)
            }
            ConstKind::Zero => self.types.memory(constant.ty).null(),
            ConstKind::Undef => self.types.memory(constant.ty).undef(),
            ConstKind::Int(_) | ConstKind::Float(_) | ConstKind::Fn(_) | ConstKind::Addr(..) | ConstKind::Slice(..) => {
                self.bug("an aggregate constant has the value of a scalar");
                self.types.memory(constant.ty).undef()
            }
        }
    }

    fn repeated(&mut self, element: &Const, count: u64) -> Value {
        let ty = self.const_type(element);
        if is_zero(element) {
            return ty.array(count).null();
        }
        if let (ConstKind::Int(byte), true) = (element.kind::<Lowered>(), ty == self.basic.i8) {
            return self.basic.const_bytes(&vec![*byte as u8; count as usize]);
        }
        let value = self.const_memory(element);
        ty.const_array(&vec![value; count as usize])
    }
}

/// Whether every byte of the constant is zero.
pub(super) fn is_zero(constant: &Const) -> bool {
    is_zero_once(constant, &mut FxHashSet::default())
}

/// `zero` are shared parts that are known to be zero.
fn is_zero_once(constant: &Const, zero: &mut FxHashSet<*const Const>) -> bool {
    match constant.kind::<Lowered>() {
        ConstKind::Zero => true,
        ConstKind::Int(bits) => *bits == 0,
        ConstKind::Float(bits) => *bits == 0,
        ConstKind::Repeat(element, count) => *count == 0 || is_zero_once(element, zero),
        ConstKind::Bytes(bytes) => bytes.iter().all(|b| *b == 0),
        ConstKind::Aggregate(parts) => {
            (Arc::strong_count(parts) > 1 && !zero.insert(parts.as_ptr()))
                || parts.iter().all(|part| is_zero_once(part, zero))
        }
        // The bytes behind the field count too; nothing is lost by not looking.
        ConstKind::Union(..) => false,
        // So does its tag.
        ConstKind::Variant(..) => false,
        ConstKind::Undef | ConstKind::Fn(_) | ConstKind::Addr(..) | ConstKind::Slice(..) => false,
    }
}
