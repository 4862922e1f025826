//! The patterns of a `match` in Tree, for its decision tree.

use super::{Alternative, Arm, Coverage, Domain, Domains, Name, Occurrence, Pat, Position, TooIntricate, Tree};
use crate::arith::truncate;
use crate::flow::{Const, ConstData, PointeeData};
use crate::lang::Valued;
use crate::pool::List;
use crate::tree::{self, BigInt, Body, ExprId, ExprKind, FieldPat, PatId, PatKind, Read, Sigs, TypeKind, UnOp};
use crate::ty::{AdtKind, Ty, TyKind, Types};
use la_arena::{Arena, ArenaMap};
use rustc_hash::FxHashMap;

/// A `match` whose patterns were read.
pub struct Match<'a> {
    values: Values<'a>,
    ty: Ty,
    arms: Vec<Arm>,
    /// By tag: the pattern in Tree.
    pub tags: Vec<PatId>,
    /// Ranges that match no value.
    pub empty: Vec<PatId>,
    /// By number: the texts that are matched, each with the expression that was the first to name it.
    pub texts: Vec<(&'a [u8], ExprId)>,
}

/// How values of a type are numbered: in their order, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Width of what represents them.
    pub bits: u32,
    /// The sign's bit, if there is one: bits with it flipped have the order of the values.
    pub sign: u128,
}

impl Numbers {
    /// Those of a type that an integer represents.
    pub fn of(types: &Types, pointer_bits: u32, ty: Ty) -> Option<Numbers> {
        let int = types.repr_int(ty)?;
        let bits = int.bits(pointer_bits);
        Some(Numbers { bits, sign: u128::from(int.signed()) << (bits - 1) })
    }
    pub fn number(self, bits: u128) -> u128 {
        truncate(bits, self.bits) ^ self.sign
    }
    /// The bits of the value with a number.
    pub fn value(self, number: u128) -> u128 {
        number ^ self.sign
    }
    pub fn largest(self) -> u128 {
        u128::MAX >> (128 - self.bits)
    }
}

impl Match<'_> {
    pub fn tree(&self) -> Result<Tree, TooIntricate> {
        super::build(&self.values, self.ty, &self.arms, self.tags.len(), 0)
    }

    /// Up to `missing` of the values that no arm takes are named.
    pub fn coverage(&self, missing: usize) -> Result<Coverage, TooIntricate> {
        super::cover(&self.values, self.ty, &self.arms, self.tags.len(), missing)
    }

    /// How values of a type are numbered.
    pub fn numbers(&self, ty: Ty) -> Numbers {
        self.values.numbers(ty).unwrap_or(Numbers { bits: 128, sign: 0 })
    }

    /// The types of the values that a tree looks at.
    pub fn types(&self, positions: &Arena<Position>) -> ArenaMap<Occurrence, Ty> {
        let mut types = ArenaMap::with_capacity(positions.len());
        // What a value is part of stands in front of it.
        for (on, position) in positions.iter() {
            let ty = match *position {
                Position::Root => self.ty,
                Position::Field { of, constructor, field } => self.values.field(types[of], constructor, field),
            };
            types.insert(on, ty);
        }
        types
    }
}

/// Reads the arms of a match on a value of type `ty`, in the body of an item.
///
/// Patterns are the same in every language from `const-eval` on.
pub fn read<'a>(
    body: &'a Body,
    of: (&'a Sigs, tree::ItemId),
    pointer_bits: u32,
    ty: Ty,
    arms: List<tree::Arm>,
) -> Match<'a> {
    let arms = body.arms[arms].iter().map(|arm| (arm.pat, arm.guard.is_some()));
    read_patterns(body, of, pointer_bits, ty, arms)
}

/// Reads a pattern that takes every value of type `ty`, or should: that of a `let`.
pub fn read_pattern<'a>(
    body: &'a Body,
    of: (&'a Sigs, tree::ItemId),
    pointer_bits: u32,
    ty: Ty,
    pat: PatId,
) -> Match<'a> {
    read_patterns(body, of, pointer_bits, ty, [(pat, false)].into_iter())
}

/// Reads patterns, and whether each has a guard.
fn read_patterns<'a>(
    body: &'a Body,
    (sigs, owner): (&'a Sigs, tree::ItemId),
    pointer_bits: u32,
    ty: Ty,
    arms: impl ExactSizeIterator<Item = (PatId, bool)>,
) -> Match<'a> {
    let mut reader = Reader {
        body: Read::new(body),
        sigs,
        values: Values { sigs, owner, types: &sigs.types, pointer_bits, texts: 0 },
        tags: Vec::with_capacity(arms.len()),
        empty: Vec::new(),
        texts: Vec::new(),
        known: FxHashMap::default(),
    };
    let arms: Vec<Arm> = arms.map(|(pat, guard)| reader.arm(pat, guard, ty)).collect();
    let Reader { values, tags, empty, texts, .. } = reader;
    let values = Values { texts: texts.len(), ..values };
    Match { values, ty, arms, tags, empty, texts }
}

/// The domains of types, as decision trees ask for them.
#[derive(Clone, Copy)]
struct Values<'a> {
    sigs: &'a Sigs,
    /// The item whose body has the patterns: it knows of associated types.
    owner: tree::ItemId,
    types: &'a Types,
    pointer_bits: u32,
    /// How many texts have a number. All others have the next one.
    texts: usize,
}

impl Values<'_> {
    fn numbers(&self, ty: Ty) -> Option<Numbers> {
        Numbers::of(self.types, self.pointer_bits, ty)
    }
}

impl Domains<Ty> for Values<'_> {
    fn domain(&self, ty: Ty) -> Domain {
        if ty == Ty::REF_STR {
            let largest = self.texts as u128;
            return Domain::Numbers { ranges: vec![(0, largest)], largest, foreign: false };
        }
        let Some(numbers) = self.numbers(ty) else { return self.aggregate(ty) };
        let (ranges, foreign) = match self.types.kind(ty) {
            TyKind::Bool => (vec![(0, 1)], false),
            // The surrogates are no scalar values (Unicode 3.9, D76).
            TyKind::Char => (vec![(0, 0xd7ff), (0xe000, 0x10_ffff)], false),
            TyKind::Adt(id) => match &self.types.adts[*id].kind {
                AdtKind::Enum { variants, .. } => {
                    let number = |v: &(_, i128)| numbers.number(v.1 as u128);
                    // C can make any of what represents it.
                    (variants.iter().map(|v| (number(v), number(v))).collect(), true)
                }
                AdtKind::Struct(_) | AdtKind::Union(_) | AdtKind::Sum(_) | AdtKind::Opaque | AdtKind::Pending => {
                    return Domain::opaque();
                }
            },
            _ => (vec![(0, numbers.largest())], false),
        };
        Domain::Numbers { ranges, largest: numbers.largest(), foreign }
    }

    fn fields(&self, ty: Ty, constructor: u32) -> u32 {
        let types = self.types;
        let count = match (types.kind(ty), types.applied(ty).0) {
            (TyKind::Tuple(parts), _) => parts.len(),
            (TyKind::Ref(..), _) => 1,
            (_, Some(def)) => match def.variants().get(constructor as usize) {
                Some(variant) => variant.fields.len(),
                None => def.fields().len(),
            },
            // It has no parts.
            (_, None) => 0,
        };
        count as u32
    }

    fn field(&self, ty: Ty, constructor: u32, field: u32) -> Ty {
        let types = self.types;
        let found = match types.kind(ty) {
            TyKind::Tuple(parts) => parts.get(field as usize).copied(),
            TyKind::Ref(_, to) => Some(*to),
            _ => match types.applied(ty) {
                (Some(def), args) => def.fields().get(field as usize).map(|field| types.substitute(field.ty, args)),
                (None, _) => None,
            },
        };
        let found = found.or_else(|| types.variant_field(ty, constructor, field)).unwrap_or(Ty::ERROR);
        self.sigs.normal(self.owner, found)
    }
}

impl Values<'_> {
    /// What is made of parts.
    fn aggregate(&self, ty: Ty) -> Domain {
        match (self.types.kind(ty), self.types.applied(ty).0.map(|def| &def.kind)) {
            (TyKind::Tuple(_) | TyKind::Ref(..), _) | (_, Some(AdtKind::Struct(_))) => Domain::Constructors(1),
            (_, Some(AdtKind::Sum(variants))) => Domain::Constructors(variants.len() as u32),
            // Patterns do not look into it.
            (_, Some(AdtKind::Union(_) | AdtKind::Enum { .. } | AdtKind::Opaque | AdtKind::Pending) | None) => {
                Domain::opaque()
            }
        }
    }
}

struct Reader<'a> {
    body: Read<'a, Valued>,
    sigs: &'a Sigs,
    /// Without the texts.
    values: Values<'a>,
    tags: Vec<PatId>,
    empty: Vec<PatId>,
    texts: Vec<(&'a [u8], ExprId)>,
    known: FxHashMap<&'a [u8], u128>,
}

impl<'a> Reader<'a> {
    fn arm(&mut self, pat: PatId, guard: bool, ty: Ty) -> Arm {
        let mut alternatives = Vec::with_capacity(1);
        self.alternatives(pat, ty, &mut Vec::new(), &mut alternatives);
        Arm { alternatives, guard }
    }

    /// The patterns between `|`s, with the names around them.
    fn alternatives(&mut self, pat: PatId, ty: Ty, names: &mut Vec<Name>, out: &mut Vec<Alternative>) {
        match self.body.pat(pat) {
            PatKind::Or(list) => {
                self.body.get().pat_lists[list].iter().for_each(|pat| self.alternatives(*pat, ty, names, out));
            }
            _ if let Some((name, Some(inner))) = self.named(pat) => {
                names.push(name);
                self.alternatives(inner, ty, names, out);
                names.pop();
            }
            _ => {
                let inner = self.pattern(pat, ty);
                let named = names.iter().rev().fold(inner, |pat, name| Pat::Bind(*name, Box::new(pat)));
                out.push(Alternative { tag: self.tags.len() as u32, pat: named });
                self.tags.push(pat);
            }
        }
    }

    /// The name that a pattern is, and the pattern behind it.
    fn named(&self, pat: PatId) -> Option<(Name, Option<PatId>)> {
        let (by, bound) = match self.body.pat(pat) {
            PatKind::Borrow(m, bound) => (Some(m), bound),
            _ => (None, pat),
        };
        match self.body.pat(bound) {
            PatKind::Local(local, inner) => Some((Name { local, by }, inner)),
            // No name, or one that is reported.
            _ => None,
        }
    }

    fn pattern(&mut self, pat: PatId, ty: Ty) -> Pat {
        if let Some((name, inner)) = self.named(pat) {
            let inner = inner.map_or(Pat::Any, |inner| self.pattern(inner, ty));
            return Pat::Bind(name, Box::new(inner));
        }
        match self.body.pat(pat) {
            PatKind::Wild => Pat::Any,
            PatKind::Ref(inner) => self.parts(ty, 0, [(0, inner)].into_iter()),
            PatKind::Or(_) => {
                let mut alternatives = Vec::new();
                self.alternatives(pat, ty, &mut Vec::new(), &mut alternatives);
                Pat::Or(alternatives)
            }
            PatKind::Value(expr) if let Some(index) = self.variant(expr, ty) => Pat::Constructor(index, Vec::new()),
            PatKind::Value(expr) => match (self.number(expr, ty), self.text(expr)) {
                (Some(number), _) => Pat::Range(number, number),
                (None, Some(text)) => {
                    let next = self.texts.len() as u128;
                    let number = *self.known.entry(text).or_insert(next);
                    if number == next {
                        self.texts.push((text, expr));
                    }
                    Pat::Range(number, number)
                }
                (None, None) => Pat::Unknown,
            },
            PatKind::Range { lo, hi, inclusive } => self.range(pat, ty, [lo, hi], inclusive),
            PatKind::Tuple(list) => {
                let parts = &self.body.get().pat_lists[list];
                self.parts(ty, 0, (0..).zip(parts.iter().copied()))
            }
            PatKind::TupleStruct { path, pats } => {
                let parts = &self.body.get().pat_lists[pats];
                match self.variant(path, ty) {
                    Some(index) => self.parts(ty, index, (0..).zip(parts.iter().copied())),
                    // What is no variant was reported.
                    None => Pat::Unknown,
                }
            }
            PatKind::Struct { ty: named, fields, .. } => {
                let fields: &[FieldPat] = &self.body.get().field_pats[fields];
                let types = self.values.types;
                let variant = match self.body.type_expr(named) {
                    TypeKind::Variant(_, index, _) => Some(index),
                    // A struct.
                    _ => None,
                };
                let position = |field: &FieldPat| types.position_in(ty, variant, field.name.name);
                let parts: Option<Vec<_>> = fields.iter().map(|f| Some((position(f)? as u32, f.pat))).collect();
                // A field that there is not was reported.
                parts.map_or(Pat::Unknown, |parts| self.parts(ty, variant.unwrap_or(0), parts.into_iter()))
            }
            PatKind::Error | PatKind::Local(..) | PatKind::Borrow(..) => Pat::Unknown,
        }
    }

    /// Patterns of fields, by position.
    fn parts(&mut self, ty: Ty, constructor: u32, parts: impl Iterator<Item = (u32, PatId)>) -> Pat {
        let mut out = Vec::new();
        for (position, pat) in parts {
            let of = self.values.field(ty, constructor, position);
            match self.pattern(pat, of) {
                Pat::Any => {}
                asked => out.push((position, asked)),
            }
        }
        match self.values.domain(ty) {
            Domain::Constructors(count) if constructor < count => Pat::Constructor(constructor, out),
            // `()` asks nothing; the type of what else has no parts was reported.
            Domain::Constructors(_) | Domain::Numbers { .. } if out.is_empty() => Pat::Any,
            Domain::Constructors(_) | Domain::Numbers { .. } => Pat::Unknown,
        }
    }

    fn range(&mut self, pat: PatId, ty: Ty, [lo, hi]: [Option<ExprId>; 2], inclusive: bool) -> Pat {
        let Some(numbers) = self.values.numbers(ty) else { return Pat::Unknown };
        let most = if ty == Ty::CHAR { 0x10_ffff } else { numbers.largest() };
        let Some(lo) = lo.map_or(Some(0), |lo| self.number(lo, ty)) else { return Pat::Unknown };
        let hi = match hi {
            None => Some(most),
            Some(hi) => match self.number(hi, ty) {
                None => return Pat::Unknown,
                Some(hi) if inclusive => Some(hi),
                // Nothing is below the least value.
                Some(hi) => hi.checked_sub(1),
            },
        };
        match hi {
            Some(hi) if lo <= hi => Pat::Range(lo, hi),
            _ => {
                self.empty.push(pat);
                Pat::Unknown
            }
        }
    }

    /// The variant that an expression names, of an enum whose variants may have fields.
    fn variant(&self, expr: ExprId, ty: Ty) -> Option<u32> {
        match self.body.kind(expr) {
            ExprKind::Variant(_, index, _) => self.values.types.variants(ty).get(index as usize).map(|_| index),
            // Compared by its value.
            _ => None,
        }
    }

    fn number(&self, expr: ExprId, ty: Ty) -> Option<u128> {
        let numbers = self.values.numbers(ty)?;
        Some(numbers.number(self.value(expr, ty)?))
    }

    /// The bits of a value.
    fn value(&self, expr: ExprId, ty: Ty) -> Option<u128> {
        Some(match self.body.kind(expr) {
            ExprKind::Int { low, high, .. } => BigInt::join(low, high),
            ExprKind::Bool(b) => b.into(),
            ExprKind::Char(c) => u32::from(c).into(),
            ExprKind::Convert(e) => self.value(e, ty)?,
            ExprKind::Unary(UnOp::Neg, e) => self.value(e, ty)?.wrapping_neg(),
            ExprKind::Variant(_, index, _) => match &self.sigs.types.adt(ty)?.kind {
                AdtKind::Enum { variants, .. } => variants.get(index as usize)?.1 as u128,
                _ => return None,
            },
            ExprKind::Item(item, _) => self.constant(item)?.bits()?,
            // Other expressions are not constants of a pattern.
            _ => return None,
        })
    }

    fn constant(&self, item: tree::ItemId) -> Option<&'a Const> {
        self.sigs.defs.value(item).map(|value| &**value)
    }

    /// The bytes of a string.
    fn text(&self, expr: ExprId) -> Option<&'a [u8]> {
        match self.body.kind(expr) {
            ExprKind::Str { bytes, .. } => Some(&self.body.get().strings[bytes]),
            ExprKind::Convert(e) => self.text(e),
            ExprKind::Item(item, _) => match &self.constant(item)?.kind {
                ConstData::Slice(PointeeData::Const(text), from, len) => match &text.kind {
                    ConstData::Bytes(bytes) => bytes.get(*from as usize..)?.get(..*len as usize),
                    // Not a text.
                    _ => None,
                },
                // Not a text.
                _ => None,
            },
            // Other expressions are not constants of a pattern.
            _ => None,
        }
    }
}
