//! Parameters of definitions, and what is given for them.

use super::{AdtDef, AdtField, AdtId, AdtKind, Conv, FnSig, Ty, TyKind, Types, Variant};
use crate::arith::fits;
use crate::stack::deep;
use crate::symbol::Symbol;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;
use std::sync::atomic::Ordering;

/// A parameter of a function, a type or an implementation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GenericParam {
    pub name: Symbol,
    /// Of a number: its type.
    pub number: Option<Ty>,
    /// Whether only types are given for it whose values are copied by use.
    pub copy: bool,
}

/// What is known to be copied by use.
#[derive(Clone, Copy, Default)]
pub struct Copied<'a> {
    /// The parameters in scope.
    pub generics: &'a [GenericParam],
    pub assocs: &'a [Ty],
}

/// What stands for types: parameters, and associated types of what is not known.
#[derive(Default)]
pub struct Held {
    pub params: Vec<u32>,
    pub assocs: Vec<Ty>,
}

/// What is given for a parameter that is a number: the kinds of literals that there are for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Number {
    Int(i128),
    Bool(bool),
    Char(char),
}

impl Number {
    /// The number that a scalar of a type is by its value, if it can be given for a parameter.
    pub fn of(ty: Ty, value: i128) -> Option<Number> {
        match ty {
            Ty::BOOL => Some(Number::Bool(value != 0)),
            Ty::CHAR => u32::try_from(value).ok().and_then(char::from_u32).map(Number::Char),
            // The others are integers, or cannot be given.
            _ => ty.as_int().map(|_| Number::Int(value)),
        }
    }

    pub fn value(self) -> i128 {
        match self {
            Number::Int(value) => value,
            Number::Bool(value) => value.into(),
            Number::Char(value) => u32::from(value).into(),
        }
    }

    /// Whether it is a value of a type.
    pub fn fits(self, ty: Ty, pointer_bits: u32) -> bool {
        match self {
            Number::Int(value) => ty.as_int().is_some_and(|int| fits(value, int, pointer_bits)),
            Number::Bool(_) => ty == Ty::BOOL,
            Number::Char(_) => ty == Ty::CHAR,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Int(value) => write!(f, "{value}"),
            Number::Bool(value) => write!(f, "{value}"),
            Number::Char(value) => write!(f, "{value:?}"),
        }
    }
}

/// What is given for the parameters of a definition, in order: an interned list of types and [numbers](TyKind::Number).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Args(Ty);

impl Args {
    /// The tuple that holds them.
    pub(super) fn list(self) -> Ty {
        self.0
    }

    /// Whether there are none.
    pub fn is_empty(self, types: &Types) -> bool {
        types.args(self).is_empty()
    }
}

impl TyKind {
    /// Whether `monomorphise` replaces it.
    pub(super) fn is_generic(&self) -> bool {
        matches!(
            self,
            TyKind::Param(..) | TyKind::Apply(..) | TyKind::Assoc(..) | TyKind::OpenArray(..) | TyKind::Number(_)
        )
    }
}

impl Types {
    pub fn make_args(&self, args: Vec<Ty>) -> Args {
        self.list_of_args(self.intern(TyKind::Tuple(args.into())))
    }

    fn list_of_args(&self, list: Ty) -> Args {
        if let Some(entry) = self.entries.get(list.index()) {
            entry.is_args.store(true, Ordering::Relaxed);
        }
        Args(list)
    }

    /// Whether a tuple lists what is given for parameters, which values may not have: `void`, `str`.
    pub(crate) fn is_args(&self, ty: Ty) -> bool {
        self.entries.get(ty.index()).is_some_and(|entry| entry.is_args.load(Ordering::Relaxed))
    }

    pub fn args(&self, args: Args) -> &[Ty] {
        match self.kind(args.0) {
            TyKind::Tuple(args) => args,
            // Nothing else is made.
            _ => &[],
        }
    }

    /// How many names it takes to write arguments.
    pub fn args_extent(&self, args: Args) -> u32 {
        self.extent(args.0)
    }

    pub fn number(&self, number: Number) -> Ty {
        self.intern(TyKind::Number(Box::new(number)))
    }

    /// The number of elements of an array, as what stands for a length.
    pub fn len_number(&self, len: u64) -> Ty {
        self.number(Number::Int(len.into()))
    }

    /// An array whose length is what stands for a type.
    pub fn array_of(&self, of: Ty, len: Ty) -> Ty {
        match self.kind(len) {
            TyKind::Number(len) => u64::try_from(len.value()).map_or(Ty::ERROR, |len| self.array(of, len)),
            TyKind::Error => Ty::ERROR,
            // A parameter.
            _ => self.intern(TyKind::OpenArray(of, len)),
        }
    }

    /// The type with what `f` makes of its parts.
    pub fn with_parts(&self, ty: Ty, f: &mut dyn FnMut(Ty) -> Ty) -> Ty {
        let kind = match self.kind(ty) {
            TyKind::Error
            | TyKind::Void
            | TyKind::Never
            | TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Null
            | TyKind::Adt(_)
            | TyKind::Param(..)
            | TyKind::Number(_) => return ty,
            TyKind::Ptr(mutability, to) => TyKind::Ptr(*mutability, f(*to)),
            TyKind::Ref(mutability, to) => TyKind::Ref(*mutability, f(*to)),
            TyKind::Slice(of) => TyKind::Slice(f(*of)),
            TyKind::Array(of, len) => TyKind::Array(f(*of), *len),
            TyKind::OpenArray(of, len) => {
                let of = f(*of);
                return self.array_of(of, f(*len));
            }
            TyKind::Tuple(parts) => TyKind::Tuple(parts.iter().map(|part| f(*part)).collect()),
            TyKind::Apply(id, args) => TyKind::Apply(*id, self.list_of_args(f(args.0))),
            TyKind::Assoc(of, name, args) => {
                let args = self.list_of_args(f(args.0));
                return self.assoc(*of, *name, args);
            }
            TyKind::Fn(sig) => {
                let params = sig.params.iter().map(|param| f(*param)).collect();
                let FnSig { conv, variadic, is_unsafe, .. } = **sig;
                TyKind::Fn(Box::new(FnSig { params, ret: f(sig.ret), conv, variadic, is_unsafe }))
            }
        };
        self.intern(kind)
    }

    /// The type with arguments for its parameters.
    pub fn substitute(&self, ty: Ty, args: &[Ty]) -> Ty {
        if !self.mentions_generic(ty) {
            return ty;
        }
        match self.kind(ty) {
            TyKind::Param(number, _) => args.get(*number as usize).copied().unwrap_or(Ty::ERROR),
            _ => self.with_parts(ty, &mut |part| self.substitute(part, args)),
        }
    }

    /// The type of the function of Flow that an initializer is, or a constant which depends on parameters.
    pub fn const_fn(&self, ty: Ty) -> Ty {
        self.vex_fn(Vec::new(), ty)
    }

    /// The type of a function of Vex's own convention.
    pub fn vex_fn(&self, params: Vec<Ty>, ret: Ty) -> Ty {
        self.intern(TyKind::Fn(Box::new(FnSig { params, ret, conv: Conv::Vex, variadic: false, is_unsafe: false })))
    }

    /// The fields of a struct or union that takes arguments, as it has them with these.
    pub fn fields_with(&self, id: AdtId, args: Args) -> impl Iterator<Item = AdtField> {
        let args = self.args(args);
        self.adts[id].fields().iter().map(|field| AdtField { ty: self.substitute(field.ty, args), ..*field })
    }

    /// The fields of a struct, union or enum, those of variants one after another; with its arguments, if the type has some.
    pub fn fields_of(&self, ty: Ty) -> impl Iterator<Item = AdtField> {
        let (def, args) = self.applied(ty);
        let fields = def.into_iter().flat_map(|def| def.all_fields());
        fields.map(move |field| AdtField { ty: self.substitute(field.ty, args), ..*field })
    }

    /// What a type names, and the arguments that it gives.
    pub fn applied(&self, ty: Ty) -> (Option<&AdtDef>, &[Ty]) {
        match self.kind(ty) {
            TyKind::Adt(id) => (Some(&self.adts[*id]), &[]),
            TyKind::Apply(id, args) => (Some(&self.adts[*id]), self.args(*args)),
            // Names no definition.
            _ => (None, &[]),
        }
    }

    /// The position of the field of a struct or union, with its arguments if it has some.
    pub fn field_position(&self, ty: Ty, name: Symbol) -> Option<usize> {
        match self.kind(ty) {
            TyKind::Apply(id, _) => self.field(self.intern(TyKind::Adt(*id)), name),
            // Without arguments, or without fields.
            _ => self.field(ty, name),
        }
        .map(|(position, _)| position)
    }

    /// The position of a field of a struct or union, or of a variant.
    pub fn position_in(&self, ty: Ty, variant: Option<u32>, name: Symbol) -> Option<usize> {
        match variant {
            Some(variant) => {
                self.variants(ty).get(variant as usize)?.fields.iter().position(|field| field.name == name)
            }
            None => self.field_position(ty, name),
        }
    }

    /// Whether values of a type are copied by use, where these parameters are in scope: the others are moved. What a parameter stands for
    /// may have to be dropped, unless it is bound.
    pub fn is_copy(&self, ty: Ty, known: Copied<'_>) -> bool {
        let is_bound = |param: u32| known.generics.get(param as usize).is_some_and(|param| param.copy);
        !self.is_held(ty, true, &mut |held| match self.kind(held) {
            TyKind::Param(number, _) => !is_bound(*number),
            TyKind::Assoc(of, name, _) => !self.is_copied_assoc(*of, *name) && !known.assocs.contains(&held),
            _ => self.has_drop_fn(held),
        })
    }

    /// What stands for types of which values of a type hold values.
    pub fn held(&self, ty: Ty) -> Held {
        let (mut left, mut seen, mut held) = (vec![ty], FxHashSet::default(), Held::default());
        while let Some(ty) = left.pop() {
            if !self.mentions_generic(ty) || !seen.insert(ty) {
                continue;
            }
            match self.kind(ty) {
                TyKind::Param(number, _) => held.params.push(*number),
                TyKind::Assoc(of, name, _) if self.is_copied_assoc(*of, *name) => {}
                TyKind::Assoc(..) => held.assocs.push(ty),
                TyKind::Array(of, _) | TyKind::OpenArray(of, _) => left.push(*of),
                TyKind::Tuple(_) | TyKind::Apply(..) => left.extend(self.field_types(ty)),
                // References and pointers copy whatever they lead to.
                _ => {}
            }
        }
        held
    }

    /// The types of the fields of a tuple, or of what [`fields_of`](Self::fields_of) has fields of.
    pub fn field_types(&self, ty: Ty) -> Vec<Ty> {
        match self.kind(ty) {
            TyKind::Tuple(parts) => parts.to_vec(),
            // No fields, if it has no definition.
            _ => self.fields_of(ty).map(|field| field.ty).collect(),
        }
    }

    /// Whether it is a union, with arguments or without.
    pub fn is_union(&self, ty: Ty) -> bool {
        self.applied(ty).0.is_some_and(|def| matches!(def.kind, AdtKind::Union(_)))
    }

    /// The variants of an enum whose variants may have fields; none of other types.
    pub fn variants(&self, ty: Ty) -> &[Variant] {
        self.applied(ty).0.map_or(&[], AdtDef::variants)
    }

    /// The reference or the function that an enum has or has not: to C, a pointer that may be null.
    pub fn nullable(&self, ty: Ty) -> Option<Ty> {
        let [one, other] = self.variants(ty) else { return None };
        let index = match (&one.fields[..], &other.fields[..]) {
            ([_], []) => 0,
            ([], [_]) => 1,
            _ => return None,
        };
        let of = self.variant_field(ty, index, 0)?;
        let is_pointer = match self.kind(of) {
            TyKind::Ref(_, to) => !self.is_unsized(*to),
            TyKind::Fn(_) => true,
            // Nothing else is a pointer that is never null.
            _ => false,
        };
        is_pointer.then_some(of)
    }

    /// The type of a field of a variant.
    pub fn variant_field(&self, ty: Ty, variant: u32, field: u32) -> Option<Ty> {
        let (def, args) = self.applied(ty);
        let field = def?.variants().get(variant as usize)?.fields.get(field as usize)?;
        Some(self.substitute(field.ty, args))
    }

    /// The types of the fields of each variant.
    pub fn variant_types(&self, ty: Ty) -> Vec<Vec<Ty>> {
        let (def, args) = self.applied(ty);
        let types = |variant: &Variant| variant.fields.iter().map(|field| self.substitute(field.ty, args)).collect();
        def.map_or(&[][..], AdtDef::variants).iter().map(types).collect()
    }

    /// What the parameters of a pattern of arguments are, of which there are `count`, where it is for some.
    pub fn match_args(&self, pattern: Args, args: Args, count: usize) -> Option<Vec<Ty>> {
        let (patterns, args) = (self.args(pattern), self.args(args));
        let mut bound = vec![None; count];
        let fits = patterns.len() == args.len()
            && patterns.iter().zip(args).all(|(pattern, ty)| self.matches(*pattern, *ty, &mut bound));
        fits.then(|| bound.into_iter().map(|ty| ty.unwrap_or(Ty::ERROR)).collect())
    }

    /// Whether some arguments are what both patterns are.
    pub fn args_overlap(&self, one: Args, other: Args) -> bool {
        self.overlap(one.0, other.0)
    }

    /// Whether some type is what both patterns are, each with arguments of its own.
    pub fn overlap(&self, one: Ty, other: Ty) -> bool {
        self.overlap_with(&mut FxHashMap::default(), (false, one), (true, other), 0)
    }

    /// With what parameters of either pattern are; the flag says which a type belongs to.
    fn overlap_with(
        &self,
        bound: &mut FxHashMap<(bool, u32), (bool, Ty)>,
        one: (bool, Ty),
        other: (bool, Ty),
        depth: u32,
    ) -> bool {
        // What is deeper than any type that is written contains itself.
        if depth > Types::MAX_EXTENT {
            return false;
        }
        let mut sides = [one, other];
        for side in &mut sides {
            while let TyKind::Param(number, _) = self.kind(side.1)
                && let Some(found) = bound.get(&(side.0, *number))
            {
                *side = *found;
            }
        }
        let [one, other] = sides;
        if one == other || one.1 == other.1 && !self.mentions_generic(one.1) {
            return true;
        }
        for (side, with) in [(one, other), (other, one)] {
            if let TyKind::Param(number, _) = self.kind(side.1) {
                bound.insert((side.0, *number), with);
                return true;
            }
        }
        let (mut wanted, mut given) = (Vec::new(), Vec::new());
        self.kind(one.1).parts(&mut |part| wanted.push(part));
        self.kind(other.1).parts(&mut |part| given.push(part));
        let mut parts = wanted.iter();
        let same = wanted.len() == given.len()
            && self.with_parts(other.1, &mut |_| parts.next().copied().unwrap_or(Ty::ERROR)) == one.1;
        let mut pairs = wanted.iter().zip(&given);
        same && pairs.all(|(a, b)| deep(|| self.overlap_with(bound, (one.0, *a), (other.0, *b), depth + 1)))
    }

    /// Whether a type is what a pattern is with some arguments, which are bound.
    pub fn matches(&self, pattern: Ty, ty: Ty, bound: &mut [Option<Ty>]) -> bool {
        if !self.mentions_generic(pattern) {
            return pattern == ty;
        }
        if let TyKind::Param(number, _) = self.kind(pattern) {
            let Some(bound) = bound.get_mut(*number as usize) else { return false };
            return *bound.get_or_insert(ty) == ty;
        }
        // A length is a part of the pattern where it is a parameter, and none of an array.
        if let (TyKind::OpenArray(of, len), TyKind::Array(element, count)) = (self.kind(pattern), self.kind(ty)) {
            let count = self.len_number(*count);
            return self.matches(*of, *element, bound) && self.matches(*len, count, bound);
        }
        let (mut wanted, mut given) = (Vec::new(), Vec::new());
        self.kind(pattern).parts(&mut |part| wanted.push(part));
        self.kind(ty).parts(&mut |part| given.push(part));
        // With the pattern's parts in its place, the type must be the pattern: then they differ in the parts alone.
        let mut parts = wanted.iter();
        let same = wanted.len() == given.len()
            && self.with_parts(ty, &mut |_| parts.next().copied().unwrap_or(Ty::ERROR)) == pattern;
        same && wanted.iter().zip(&given).all(|(a, b)| self.matches(*a, *b, bound))
    }
}
