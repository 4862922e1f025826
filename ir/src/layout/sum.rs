//! Enums whose variants have fields, as small as rustc makes them (`rustc_abi::layout`): in a niche of one variant if the others fit
//! beside it, or else with a tag of the smallest width at the start. Fields of a variant stand in the order that takes the least
//! room.

use super::{Layout, LayoutError, layout, round_up};
use crate::stack::deep;
use crate::target::Target;
use crate::ty::{AdtKind, Encoding, Niche, SumLayout, Tag, Ty, TyKind, Types, Validity};
use std::cmp::Reverse;
use std::sync::Arc;

/// The layout of an enum whose variants have fields.
pub fn sum(types: &Types, target: &Target, ty: Ty) -> Result<Arc<SumLayout>, LayoutError> {
    layout(types, target, ty)?;
    types.known_sum(ty).ok_or(LayoutError::Unsized(ty))
}

/// A field: its layout, and which values its type has.
#[derive(Clone, Copy)]
struct Field {
    layout: Layout,
    validity: Validity,
}

/// The offsets of a variant's fields, with the resulting size, alignment and niche.
struct Placed {
    size: u64,
    align: u64,
    offsets: Box<[u64]>,
    niche: Option<Niche>,
}

/// The layout of an enum whose fields are laid out. `variants`: the types of the fields of each.
pub(super) fn compute(types: &Types, target: &Target, ty: Ty, variants: &[Vec<Ty>]) -> Result<Layout, LayoutError> {
    let mut fields: Vec<Vec<Field>> = Vec::with_capacity(variants.len());
    for variant in variants {
        let field = |ty: &Ty| match *ty {
            // `Ok(())` has a field of this type.
            Ty::VOID | Ty::NEVER => {
                Ok(Field { layout: Layout { size: 0, align: 1 }, validity: validity(types, target, *ty) })
            }
            ty => Ok(Field { layout: layout(types, target, ty)?, validity: validity(types, target, ty) }),
        };
        fields.push(variant.iter().map(field).collect::<Result<_, LayoutError>>()?);
    }
    let found = Enum { fields: &fields, ty }.layout()?;
    let layout = found.layout;
    types.set_sum(ty, found);
    Ok(layout)
}

/// By variant, its fields.
struct Enum<'a> {
    fields: &'a [Vec<Field>],
    ty: Ty,
}

impl Enum<'_> {
    fn layout(&self) -> Result<SumLayout, LayoutError> {
        let inhabited = self.fields.iter().any(|variant| variant.iter().all(|field| field.validity.inhabited));
        // A variant without a value and without a size needs no number that tells it from the others.
        let present: Vec<usize> = (0..self.fields.len())
            .filter(|variant| {
                let fields = &self.fields[*variant];
                fields.iter().all(|field| field.validity.inhabited) || fields.iter().any(|field| field.layout.size > 0)
            })
            .collect();
        let single = match present[..] {
            [] => Some(0),
            [one] => Some(one),
            _ => None,
        };
        if let Some(single) = single {
            return self.single(single, inhabited);
        }
        let direct = self.direct(inhabited)?;
        let free = |layout: &SumLayout| layout.validity.niche.map_or(0, |niche| niche.count);
        Ok(match self.in_niche(&present, inhabited)? {
            Some(niche) if niche.layout.size < direct.layout.size => niche,
            Some(niche) if niche.layout.size == direct.layout.size && free(&niche) > free(&direct) => niche,
            _ => direct,
        })
    }

    fn single(&self, variant: usize, inhabited: bool) -> Result<SumLayout, LayoutError> {
        let mut all = Layout { size: 0, align: 1 };
        let (mut offsets, mut niche) = (Vec::with_capacity(self.fields.len()), None);
        for (number, fields) in self.fields.iter().enumerate() {
            let placed = self.place(fields, 0)?;
            all.align = all.align.max(placed.align);
            if number == variant {
                (all.size, niche) = (placed.size, placed.niche);
            }
            offsets.push(placed.offsets);
        }
        all.size = round_up(all.size, all.align);
        let validity = Validity { niche, inhabited };
        Ok(SumLayout { layout: all, encoding: Encoding::Single(variant as u32), offsets, validity })
    }

    /// With a tag at the start.
    fn direct(&self, inhabited: bool) -> Result<SumLayout, LayoutError> {
        let count = self.fields.len() as u64;
        let size = match count {
            0..=0x100 => 1,
            0x101..=0x1_0000 => 2,
            _ => 4,
        };
        let mut all = Layout { size, align: size };
        let mut offsets = Vec::with_capacity(self.fields.len());
        for fields in self.fields {
            let placed = self.place(fields, size)?;
            all.size = all.size.max(placed.size);
            all.align = all.align.max(placed.align);
            offsets.push(placed.offsets);
        }
        all.size = round_up(all.size, all.align);
        let tag = Tag { offset: 0, size, is_pointer: false };
        let niche = Niche { tag, start: count, count: (1 << (8 * size)) - count };
        let validity = Validity { niche: Some(niche), inhabited };
        Ok(SumLayout { layout: all, encoding: Encoding::Direct(tag), offsets, validity })
    }

    /// In a niche of the largest variant, if there are enough values in it, and the others fit before or behind it.
    fn in_niche(&self, present: &[usize], inhabited: bool) -> Result<Option<SumLayout>, LayoutError> {
        let placed: Vec<Placed> = self.fields.iter().map(|fields| self.place(fields, 0)).collect::<Result<_, _>>()?;
        // The last one of the largest, as in rustc.
        let Some(dataful) = (0..placed.len()).max_by_key(|variant| placed[*variant].size) else { return Ok(None) };
        let mut others = present.iter().copied().filter(|variant| *variant != dataful);
        let Some(first) = others.next() else { return Ok(None) };
        let last = others.next_back().unwrap_or(first);
        let count = (last - first) as u64 + 1;
        let Some(niche) = placed[dataful].niche.filter(|niche| niche.count >= count) else { return Ok(None) };
        let align = placed.iter().map(|variant| variant.align).max().unwrap_or(1);
        let size = round_up(placed[dataful].size, align);
        let (before, behind) = (niche.tag.offset, niche.tag.offset + niche.tag.size);
        let mut offsets = Vec::with_capacity(placed.len());
        for (number, mut variant) in placed.into_iter().enumerate() {
            if number != dataful && variant.size > before {
                let by = round_up(behind, variant.align);
                if by + variant.size > size {
                    return Ok(None);
                }
                variant.offsets.iter_mut().for_each(|offset| *offset += by);
            }
            offsets.push(variant.offsets);
        }
        let (dataful, first) = (dataful as u32, first as u32);
        let encoding = Encoding::Niche { tag: niche.tag, dataful, first, count: count as u32, start: niche.start };
        let rest = niche.after(count);
        let validity = Validity { niche: (rest.count > 0).then_some(rest), inhabited };
        Ok(Some(SumLayout { layout: Layout { size, align }, encoding, offsets, validity }))
    }

    /// Fields behind a tag of so many bytes: small ones first, which fill what the alignment of the others leaves; without a tag, large ones
    /// first, so that nothing is left between them. The size is not padded.
    fn place(&self, fields: &[Field], tag: u64) -> Result<Placed, LayoutError> {
        let mut order: Vec<usize> = (0..fields.len()).collect();
        let free = |field: &Field| field.validity.niche.map_or(0, |niche| niche.count);
        match tag {
            0 => order.sort_by_key(|at| (Reverse(fields[*at].layout.align), Reverse(free(&fields[*at])))),
            _ => order.sort_by_key(|at| (fields[*at].layout.align, Reverse(free(&fields[*at])))),
        }
        let mut placed = Placed { size: tag, align: 1, offsets: vec![0; fields.len()].into_boxed_slice(), niche: None };
        for at in order {
            let Field { layout, validity } = fields[at];
            placed.align = placed.align.max(layout.align);
            let offset = round_up(placed.size, layout.align);
            placed.size = offset.checked_add(layout.size).ok_or(LayoutError::TooLarge(self.ty))?;
            placed.offsets[at] = offset;
            larger(&mut placed.niche, validity.niche, offset);
        }
        if tag == 0 {
            placed.size = round_up(placed.size, placed.align);
        }
        Ok(placed)
    }
}

/// Keeps the niche with more values, the first one of several.
fn larger(best: &mut Option<Niche>, niche: Option<Niche>, offset: u64) {
    if let Some(niche) = niche
        && best.is_none_or(|best| niche.count > best.count)
    {
        *best = Some(niche.at(offset));
    }
}

/// The valid values of a type that has a layout.
pub(super) fn validity(types: &Types, target: &Target, ty: Ty) -> Validity {
    let pointer = u64::from(target.pointer_bits / 8);
    let scalar = |size: u64, is_pointer: bool, start: u64, count: u64| Validity {
        niche: (count > 0).then_some(Niche { tag: Tag { offset: 0, size, is_pointer }, start, count }),
        inhabited: true,
    };
    match types.kind(ty) {
        TyKind::Never => Validity { niche: None, inhabited: false },
        TyKind::Bool => scalar(1, false, 2, 254),
        TyKind::Char => scalar(4, false, 0x11_0000, (1 << 32) - 0x11_0000),
        // No object is at null, and no function.
        TyKind::Ref(..) | TyKind::Fn(_) => scalar(pointer, true, 0, 1),
        TyKind::Array(of, len) if *len > 0 => deep(|| validity(types, target, *of)),
        TyKind::Tuple(_) | TyKind::Adt(_) | TyKind::Apply(..) => match types.known_validity(ty) {
            Some(known) => known,
            None => {
                let found = deep(|| compound(types, target, ty));
                types.set_validity(ty, found);
                found
            }
        },
        // Every value of the others is one of the type.
        _ => scalar(1, false, 0, 0),
    }
}

fn compound(types: &Types, target: &Target, ty: Ty) -> Validity {
    let any = Validity { niche: None, inhabited: true };
    match types.kind(ty) {
        TyKind::Tuple(_) => {}
        TyKind::Adt(id) | TyKind::Apply(id, _) => match &types.adts[*id].kind {
            AdtKind::Struct(_) => {}
            AdtKind::Enum { repr, variants } => {
                let bits = repr.bits(target.pointer_bits);
                let values = || variants.iter().map(|variant| variant.1);
                let (Some(min), Some(max), 8..=64) = (values().min(), values().max(), bits) else { return any };
                let free = (1i128 << bits) - (max - min + 1);
                let tag = Tag { offset: 0, size: u64::from(bits / 8), is_pointer: false };
                let start = (max as u64).wrapping_add(1) & tag.mask();
                let niche = Niche { tag, start, count: u64::try_from(free).unwrap_or(0) };
                return Validity { niche: (niche.count > 0).then_some(niche), inhabited: true };
            }
            AdtKind::Sum(_) => return types.known_sum(ty).map_or(any, |found| found.validity),
            AdtKind::Union(_) | AdtKind::Opaque | AdtKind::Pending => return any,
        },
        // Nothing else is asked for.
        _ => return any,
    }
    let Ok((_, offsets)) = super::fields(types, target, ty) else { return any };
    let mut found = any;
    for (part, offset) in types.field_types(ty).into_iter().zip(offsets) {
        let part = validity(types, target, part);
        found.inhabited &= part.inhabited;
        larger(&mut found.niche, part.niche, offset);
    }
    found
}
