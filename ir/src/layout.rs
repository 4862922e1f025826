//! Size, alignment and field offsets, as the target's C compiler lays types out (System V ABI, section 3.1.2 of the
//! x86-64 supplement; AAPCS64, section 5.3; the same rules on the other supported targets but for the alignment of `i128`).

use crate::target::Target;
use crate::ty::{AdtDef, AdtKind, Ty, TyKind, Types};

/// Size and alignment in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    pub size: u64,
    pub align: u64,
}

impl Layout {
    const fn scalar(size: u64) -> Layout {
        Layout { size, align: size }
    }
}

/// Why a type has no layout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LayoutError {
    /// `void`, `!`, `str`, `[T]`, an incomplete type
    Unsized(Ty),
    /// Contains itself by value.
    Recursive(Ty),
    /// More than half the address space.
    TooLarge(Ty),
}

/// Types nested deeper by value than this are refused as recursive.
const MAX_DEPTH: u32 = 256;

pub fn round_up(size: u64, align: u64) -> u64 {
    size.div_ceil(align) * align
}

/// The layout of a type.
pub fn layout(types: &Types, target: &Target, ty: Ty) -> Result<Layout, LayoutError> {
    layout_at(types, target, ty, 0)
}

fn layout_at(types: &Types, target: &Target, ty: Ty, depth: u32) -> Result<Layout, LayoutError> {
    if depth > MAX_DEPTH {
        return Err(LayoutError::Recursive(ty));
    }
    // Without the cache, types that hold two of the next one each would take time exponential in their depth.
    if let Some(known) = types.layouts.borrow().get(&ty) {
        return Ok(*known);
    }
    let pointer = u64::from(target.pointer_bits / 8);
    let found = match types.kind(ty) {
        TyKind::Error => Layout { size: 0, align: 1 },
        TyKind::Void | TyKind::Never | TyKind::Str | TyKind::Slice(_) => return Err(LayoutError::Unsized(ty)),
        TyKind::Bool => Layout::scalar(1),
        TyKind::Char => Layout::scalar(4),
        TyKind::Int(int) => {
            let size = u64::from(int.bits(target.pointer_bits) / 8);
            Layout { size, align: if size == 16 { target.i128_align } else { size } }
        }
        TyKind::Float(float) => Layout::scalar(u64::from(float.bits() / 8)),
        TyKind::Null | TyKind::Fn(_) => Layout::scalar(pointer),
        TyKind::Ptr(_, to) | TyKind::Ref(_, to) => {
            let parts = if types.is_unsized(*to) { 2 } else { 1 };
            Layout { size: pointer * parts, align: pointer }
        }
        TyKind::Array(of, len) => {
            let of = layout_at(types, target, *of, depth + 1)?;
            let size = of.size.checked_mul(*len).ok_or(LayoutError::TooLarge(ty))?;
            Layout { size, align: of.align }
        }
        TyKind::Tuple(fields) => {
            aggregate(fields.len(), None, None, |i| layout_at(types, target, fields[i], depth + 1), ty)?.0
        }
        TyKind::Adt(id) => adt_layout(types, target, ty, &types.adts[*id], depth)?.0,
    };
    let limit = if target.pointer_bits == 64 { 1 << 47 } else { (1 << 31) - 1 };
    if found.size > limit {
        return Err(LayoutError::TooLarge(ty));
    }
    types.layouts.borrow_mut().insert(ty, found);
    Ok(found)
}

fn adt_layout(
    types: &Types,
    target: &Target,
    ty: Ty,
    def: &AdtDef,
    depth: u32,
) -> Result<(Layout, Vec<u64>), LayoutError> {
    let field = |i: usize| layout_at(types, target, def.fields()[i].ty, depth + 1);
    match &def.kind {
        AdtKind::Struct(fields) => aggregate(fields.len(), def.packed, def.align, field, ty),
        AdtKind::Union(fields) => {
            let mut all = Layout { size: 0, align: u64::from(def.align.unwrap_or(1)) };
            for i in 0..fields.len() {
                let one = field(i)?;
                all.size = all.size.max(one.size);
                all.align = all.align.max(packed_align(one.align, def.packed));
            }
            all.size = round_up(all.size, all.align);
            Ok((all, vec![0; fields.len()]))
        }
        AdtKind::Enum { repr, .. } => Ok((layout_at(types, target, Ty::int(*repr), depth + 1)?, Vec::new())),
        AdtKind::Opaque | AdtKind::Pending => Err(LayoutError::Unsized(ty)),
    }
}

fn packed_align(align: u64, packed: Option<u32>) -> u64 {
    packed.map_or(align, |p| align.min(u64::from(p)))
}

/// Fields one after another, each at the next multiple of its alignment; the whole padded to its own.
fn aggregate(
    fields: usize,
    packed: Option<u32>,
    align: Option<u32>,
    field: impl Fn(usize) -> Result<Layout, LayoutError>,
    ty: Ty,
) -> Result<(Layout, Vec<u64>), LayoutError> {
    let mut all = Layout { size: 0, align: u64::from(align.unwrap_or(1)) };
    let mut offsets = Vec::with_capacity(fields);
    for i in 0..fields {
        let one = field(i)?;
        let align = packed_align(one.align, packed);
        all.align = all.align.max(align);
        all.size = round_up(all.size, align);
        offsets.push(all.size);
        all.size = all.size.checked_add(one.size).ok_or(LayoutError::TooLarge(ty))?;
    }
    all.size = round_up(all.size, all.align);
    Ok((all, offsets))
}

/// The layout of a struct, union or tuple, and the offsets of its fields in bytes.
pub fn fields(types: &Types, target: &Target, ty: Ty) -> Result<(Layout, Vec<u64>), LayoutError> {
    match types.kind(ty) {
        TyKind::Tuple(fields) => aggregate(fields.len(), None, None, |i| layout_at(types, target, fields[i], 1), ty),
        TyKind::Adt(id) => adt_layout(types, target, ty, &types.adts[*id], 0),
        _ => layout(types, target, ty).map(|l| (l, Vec::new())),
    }
}
