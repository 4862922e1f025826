//! The patterns of a `match` in Tree, for its decision tree.

use super::{Alternative, Arm, Coverage, Domain, Domains, Pat, Tree};
use crate::arith::truncate;
use crate::flow::{Const, ConstData, PointeeData};
use crate::lang::Valued;
use crate::pool::List;
use crate::tree::{self, BigInt, Body, ExprId, ExprKind, PatId, PatKind, Read, Sigs, UnOp};
use crate::ty::{AdtKind, Ty, TyKind, Types};
use rustc_hash::FxHashMap;

/// A `match` whose patterns were read.
pub struct Match<'a> {
    values: Values<'a>,
    ty: Ty,
    arms: Vec<Arm>,
    pub numbers: Numbers,
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
    pub fn tree(&self) -> Tree {
        super::build(&self.values, self.ty, &self.arms, self.tags.len(), 0).expect(WITHOUT_PARTS)
    }

    /// Up to `missing` of the values that no arm takes are named.
    pub fn coverage(&self, missing: usize) -> Coverage {
        super::cover(&self.values, self.ty, &self.arms, self.tags.len(), missing).expect(WITHOUT_PARTS)
    }
}

const WITHOUT_PARTS: &str = "patterns without parts are never too intricate";

/// Reads the arms of a match on a value of type `ty`.
///
/// Patterns are the same in every language from `const-eval` on.
pub fn read<'a>(body: &'a Body, sigs: &'a Sigs, pointer_bits: u32, ty: Ty, arms: List<tree::Arm>) -> Match<'a> {
    let body = Read::new(body);
    let numbers = Numbers::of(&sigs.types, pointer_bits, ty);
    let mut reader = Reader {
        body,
        sigs,
        ty,
        numbers,
        tags: Vec::with_capacity(arms.len()),
        empty: Vec::new(),
        texts: Vec::new(),
        known: FxHashMap::default(),
    };
    let arms: Vec<Arm> = body.get().arms[arms].iter().map(|arm| reader.arm(arm)).collect();
    let Reader { tags, empty, texts, .. } = reader;
    let values = Values { types: &sigs.types, pointer_bits, texts: texts.len() };
    let numbers = numbers.unwrap_or(Numbers { bits: 128, sign: 0 });
    Match { values, ty, arms, numbers, tags, empty, texts }
}

/// The domains of types, as decision trees ask for them.
struct Values<'a> {
    types: &'a Types,
    pointer_bits: u32,
    /// How many texts have a number. All others have the next one.
    texts: usize,
}

impl Domains<Ty> for Values<'_> {
    fn domain(&self, ty: Ty) -> Domain<Ty> {
        if ty == Ty::REF_STR {
            let largest = self.texts as u128;
            return Domain::Numbers { ranges: vec![(0, largest)], largest, foreign: false };
        }
        let Some(numbers) = Numbers::of(self.types, self.pointer_bits, ty) else { return Domain::opaque() };
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
}

struct Reader<'a> {
    body: Read<'a, Valued>,
    sigs: &'a Sigs,
    ty: Ty,
    numbers: Option<Numbers>,
    tags: Vec<PatId>,
    empty: Vec<PatId>,
    texts: Vec<(&'a [u8], ExprId)>,
    known: FxHashMap<&'a [u8], u128>,
}

impl<'a> Reader<'a> {
    fn arm(&mut self, arm: &tree::Arm) -> Arm {
        let mut alternatives = Vec::with_capacity(1);
        self.alternatives(arm.pat, &mut Vec::new(), &mut alternatives);
        Arm { alternatives, guard: arm.guard.is_some() }
    }

    /// The patterns between `|`s, with the names around them.
    fn alternatives(&mut self, pat: PatId, names: &mut Vec<tree::LocalId>, out: &mut Vec<Alternative>) {
        match self.body.pat(pat) {
            PatKind::Or(list) => {
                self.body.get().pat_lists[list].iter().for_each(|pat| self.alternatives(*pat, names, out));
            }
            PatKind::Local(local, Some(inner)) => {
                names.push(local);
                self.alternatives(inner, names, out);
                names.pop();
            }
            _ => {
                let inner = self.pattern(pat);
                let named = names.iter().rev().fold(inner, |pat, local| Pat::Bind(*local, Box::new(pat)));
                out.push(Alternative { tag: self.tags.len() as u32, pat: named });
                self.tags.push(pat);
            }
        }
    }

    fn pattern(&mut self, pat: PatId) -> Pat {
        match self.body.pat(pat) {
            PatKind::Local(local, _) => Pat::Bind(local, Box::new(Pat::Any)),
            PatKind::Value(expr) => match (self.number(expr), self.text(expr)) {
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
            PatKind::Range { lo, hi, inclusive } => self.range(pat, lo, hi, inclusive),
            PatKind::Error => Pat::Unknown,
            // Alternatives were taken apart; patterns with parts are gone since `feature-gate`, which reported them: they count as
            // if they matched.
            PatKind::Wild
            | PatKind::Bind { .. }
            | PatKind::Or(_)
            | PatKind::Tuple(_)
            | PatKind::TupleStruct { .. }
            | PatKind::Struct { .. }
            | PatKind::Ref(_) => Pat::Any,
        }
    }

    fn range(&mut self, pat: PatId, lo: Option<ExprId>, hi: Option<ExprId>, inclusive: bool) -> Pat {
        let Some(numbers) = self.numbers else { return Pat::Unknown };
        let most = if self.ty == Ty::CHAR { 0x10_ffff } else { numbers.largest() };
        let Some(lo) = lo.map_or(Some(0), |lo| self.number(lo)) else { return Pat::Unknown };
        let hi = match hi {
            None => Some(most),
            Some(hi) => match self.number(hi) {
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

    fn number(&self, expr: ExprId) -> Option<u128> {
        let numbers = self.numbers?;
        Some(numbers.number(self.value(expr)?))
    }

    /// The bits of a value.
    fn value(&self, expr: ExprId) -> Option<u128> {
        Some(match self.body.kind(expr) {
            ExprKind::Int { low, high, .. } => BigInt::join(low, high),
            ExprKind::Bool(b) => b.into(),
            ExprKind::Char(c) => u32::from(c).into(),
            ExprKind::Convert(e) => self.value(e)?,
            ExprKind::Unary(UnOp::Neg, e) => self.value(e)?.wrapping_neg(),
            ExprKind::Variant(_, index) => match &self.sigs.types.adt(self.ty)?.kind {
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
