//! Constants: each a value of its type.

use super::*;
use crate::flow::{Const, ConstData, PointeeData, Proj, project};
use crate::stack::deep;
use crate::ty::{FloatTy, GenericParam};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Shared parts that are known to be right, as those of a constant of a type.
type Seen = FxHashSet<(*const Const, Ty)>;

/// The parameters of the definition that has a constant, and where it is.
type Scope<'a> = (&'a [GenericParam], Span);

impl Verifier<'_> {
    pub(super) fn konst(&self, konst: &Const, generics: &[GenericParam], span: Span) -> Check {
        self.konst_once(konst, (generics, span), &mut FxHashSet::default())
    }

    fn konst_once(&self, konst: &Const, scope: Scope<'_>, seen: &mut Seen) -> Check {
        let (generics, span) = scope;
        self.in_scope(konst.ty, generics, span)?;
        if let Some(production) = konst.kind.production() {
            self.allow(production, span)?;
        }
        let ok = match &konst.kind {
            ConstData::Int(bits) => self.int_fits(konst.ty, *bits),
            ConstData::Float(bits) => match konst.ty.as_float() {
                Some(FloatTy::F32) => *bits <= u64::from(u32::MAX),
                Some(FloatTy::F64) => true,
                None => false,
            },
            ConstData::Zero | ConstData::Undef => self.is_sized(konst.ty),
            ConstData::Aggregate(parts) => {
                let is_new = Arc::strong_count(parts) == 1 || seen.insert((parts.as_ptr(), konst.ty));
                return if is_new { self.aggregate(konst.ty, parts, scope, seen) } else { Ok(()) };
            }
            ConstData::Variant(variant, parts) => {
                let variant = (konst.ty, *variant);
                let is_new = Arc::strong_count(parts) == 1 || seen.insert((parts.as_ptr(), konst.ty));
                return if is_new { self.variant(variant, parts, scope, seen) } else { Ok(()) };
            }
            ConstData::Union(field, value) => {
                self.konst_once(value, scope, seen)?;
                self.union_field(konst.ty, *field) == Some(value.ty)
            }
            ConstData::Repeat(value, count) => {
                self.konst_once(value, scope, seen)?;
                matches!(self.kind(konst.ty), Some(TyKind::Array(of, len)) if *of == value.ty && len == count)
            }
            ConstData::Bytes(bytes) => {
                matches!(self.kind(konst.ty), Some(TyKind::Array(of, len))
                    if (*of == Ty::U8 || *of == Ty::I8) && *len == bytes.len() as u64)
            }
            ConstData::Fn(id) => {
                self.plain_fn(*id, span)?;
                self.is_address(konst.ty)
            }
            ConstData::Apply(id, args) => {
                self.applied_fn(*id, *args, generics, span)?;
                self.is_address(konst.ty)
            }
            ConstData::Measure(measure, of) => self.measure(konst.ty, *measure, *of, generics, span)?,
            ConstData::Addr(to, _) => {
                self.pointee_once(to, scope, seen)?;
                self.is_address(konst.ty)
            }
            ConstData::Slice(to, ..) => {
                self.pointee_once(to, scope, seen)?;
                self.is_fat(konst.ty)
            }
        };
        ensure(ok, span, || "a constant is not a value of its type".into())
    }

    /// That there is such memory, with one address for all threads.
    fn pointee_once(&self, to: &PointeeData, scope: Scope<'_>, seen: &mut Seen) -> Check {
        let (_, span) = scope;
        match to {
            PointeeData::Global(id) => {
                let globals = &self.program.globals;
                let ok = index(*id) < globals.len() && !globals[*id].thread_local;
                ensure(ok, span, || "a constant leads to no global, or to a thread-local one".into())
            }
            PointeeData::Const(konst) => {
                ensure(self.is_sized(konst.ty), span, || "a constant leads to a value without a size".into())?;
                let is_new = Arc::strong_count(konst) == 1 || seen.insert((Arc::as_ptr(konst), konst.ty));
                if is_new { deep(|| self.konst_once(konst, scope, seen)) } else { Ok(()) }
            }
        }
    }

    /// Thin pointers, and functions.
    fn is_address(&self, ty: Ty) -> bool {
        self.is_thin_ptr(ty) || matches!(self.kind(ty), Some(TyKind::Fn(_) | TyKind::Null))
    }

    fn union_field(&self, ty: Ty, field: u32) -> Option<Ty> {
        let Some(TyKind::Adt(id) | TyKind::Apply(id, _)) = self.kind(ty) else { return None };
        let is_union = matches!(self.program.types.adts[*id].kind, AdtKind::Union(_));
        Some(project(&self.program.types, ty, Proj::Field(field))).filter(|ty| is_union && *ty != Ty::ERROR)
    }

    /// Whether bits are those of a value of the type. The width of pointers is not known here: they may have 64 bits.
    pub(super) fn int_fits(&self, ty: Ty, bits: u128) -> bool {
        match self.kind(ty) {
            Some(TyKind::Bool) => bits <= 1,
            Some(TyKind::Char) => u32::try_from(bits).ok().and_then(char::from_u32).is_some(),
            Some(TyKind::Fn(_) | TyKind::Null) => bits <= u128::from(u64::MAX),
            Some(TyKind::Ptr(..) | TyKind::Ref(..)) => self.is_thin_ptr(ty) && bits <= u128::from(u64::MAX),
            Some(_) => match self.program.types.repr_int(ty).map(|int| int.bits(64)) {
                Some(128) => true,
                Some(width) => bits >> width == 0,
                None => false,
            },
            None => false,
        }
    }

    fn variant(&self, (ty, variant): (Ty, u32), parts: &[Const], scope: Scope<'_>, seen: &mut Seen) -> Check {
        let (_, span) = scope;
        let types = &self.program.types;
        let count = types.variants(ty).get(variant as usize).map(|variant| variant.fields.len());
        ensure(count == Some(parts.len()), span, || "a constant is no variant of its type, or lacks fields".into())?;
        for (field, part) in parts.iter().enumerate() {
            let right = types.variant_field(ty, variant, field as u32) == Some(part.ty);
            ensure(right, span, || "a part of a constant has the wrong type".into())?;
            // `Ok(())`
            if part.ty != Ty::VOID {
                self.konst_once(part, scope, seen)?;
            }
        }
        Ok(())
    }

    fn aggregate(&self, ty: Ty, parts: &[Const], scope: Scope<'_>, seen: &mut Seen) -> Check {
        let (_, span) = scope;
        let expected = |i: usize| match self.kind(ty) {
            Some(TyKind::Tuple(fields)) => fields.get(i).copied(),
            Some(TyKind::Array(of, _)) => Some(*of),
            // Of which it is known that it is a struct.
            Some(_) => Some(project(&self.program.types, ty, Proj::Field(i as u32))),
            None => None,
        };
        let count = match self.kind(ty) {
            Some(TyKind::Tuple(fields)) => fields.len() as u64,
            Some(TyKind::Array(_, len)) => *len,
            Some(TyKind::Adt(id) | TyKind::Apply(id, _))
                if matches!(self.program.types.adts[*id].kind, AdtKind::Struct(_)) =>
            {
                self.program.types.adts[*id].fields().len() as u64
            }
            // Has no parts.
            _ => return Err(Violation::law(span, "a constant is an aggregate, its type is not")),
        };
        ensure(count == parts.len() as u64, span, || "a constant has not as many parts as its type".into())?;
        for (i, part) in parts.iter().enumerate() {
            ensure(expected(i) == Some(part.ty), span, || "a part of a constant has the wrong type".into())?;
            self.konst_once(part, scope, seen)?;
        }
        Ok(())
    }
}
