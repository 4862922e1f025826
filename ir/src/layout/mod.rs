//! Size, alignment and field offsets, as the target's C compiler lays types out (System V ABI, section 3.1.2 of the
//! x86-64 supplement; AAPCS64, section 5.3; the same rules on the other supported targets but for the alignment of `i128`). Enums whose
//! variants have fields, which C has not, are in `sum`.

mod sum;
#[cfg(test)]
mod tests;

use crate::target::Target;
use crate::ty::{AdtDef, AdtField, AdtKind, IntTy, Ty, TyKind, Types};
use rustc_hash::FxHashSet;

pub use crate::ty::Layout;
pub use sum::sum;

/// Why a type has no layout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LayoutError {
    /// `void`, `!`, `str`, `[T]`, an incomplete type
    Unsized(Ty),
    /// This struct, union or tuple contains itself by value.
    Recursive(Ty),
    /// This one contains others more than [`MAX_DEPTH`] deep.
    TooDeep(Ty),
    /// More than half the address space.
    TooLarge(Ty),
}

impl LayoutError {
    /// The type that is to blame, and what is wrong with it, to stand behind its name.
    pub fn reason(self) -> (Ty, &'static str) {
        match self {
            LayoutError::Unsized(ty) => (ty, "has no size, and stands where a value is held"),
            LayoutError::Recursive(ty) => (ty, "contains itself, and would have no end"),
            LayoutError::TooDeep(ty) => (ty, "contains others too deep"),
            LayoutError::TooLarge(ty) => (ty, "is larger than half the address space"),
        }
    }
}

/// The first of the types from a position on that holds others by value and has no layout.
///
/// Pointers may lead to anything, and only their owners say whether an incomplete or unsized type is meant as a value.
pub fn without_layout(types: &Types, target: &Target, from: usize) -> Option<(Ty, LayoutError)> {
    (from..types.len()).map(Ty::from_index).find_map(|ty| {
        let holds = match types.kind(ty) {
            // Known once there are arguments.
            _ if types.mentions_generic(ty) => false,
            TyKind::Array(..) | TyKind::Tuple(_) => true,
            // What takes arguments is no type without them.
            TyKind::Adt(id) if !types.adts[*id].generics.is_empty() => false,
            TyKind::Adt(id) => {
                matches!(types.adts[*id].kind, AdtKind::Struct(_) | AdtKind::Union(_) | AdtKind::Sum(_))
            }
            // The others hold nothing.
            _ => false,
        };
        if !holds {
            return None;
        }
        match layout(types, target, ty) {
            Err(LayoutError::Unsized(_)) if types.is_args(ty) => None,
            result => result.err().map(|error| (ty, error)),
        }
    })
}

/// How deep types may nest by value: passes and LLVM walk them recursively.
pub const MAX_DEPTH: u32 = 1000;

/// How many parameters a function may have, and arguments a call: LLVM keeps a list of attributes for each prefix of them. C wants
/// 127 (C17, 5.2.4.1).
pub const MAX_ARGS: usize = 4096;

pub fn round_up(size: u64, align: u64) -> u64 {
    size.div_ceil(align) * align
}

/// The layout of a type. Works with a stack of its own: how deep a program nests types is found out here.
pub fn layout(types: &Types, target: &Target, ty: Ty) -> Result<Layout, LayoutError> {
    if let Some(known) = known(types, target, ty)? {
        return Ok(known.0);
    }
    // What is to be laid out, and whether its parts are already. Those whose parts are under way lead from `ty` to here.
    let mut todo = vec![(ty, false)];
    let mut open: FxHashSet<Ty> = FxHashSet::default();
    while let Some((ty, parts_done)) = todo.pop() {
        if parts_done {
            open.remove(&ty);
            let found = compound(types, target, ty)?;
            if found.1 > MAX_DEPTH {
                return Err(LayoutError::TooDeep(nearest_adt(types, &todo, ty)));
            }
            types.set_layout(ty, found);
        } else if known(types, target, ty)?.is_none() {
            if !open.insert(ty) {
                return Err(LayoutError::Recursive(nearest_adt(types, &todo, ty)));
            }
            // Each may have other arguments than the one around it, without end.
            let endless = open.len() > MAX_DEPTH as usize || types.extent(ty) > Types::MAX_EXTENT;
            if endless && types.mentions_generic(ty) {
                return Err(LayoutError::TooDeep(nearest_adt(types, &todo, ty)));
            }
            todo.push((ty, true));
            parts(types, ty, &mut |part| todo.push((part, false)));
        }
    }
    known(types, target, ty)?.map(|known| known.0).ok_or(LayoutError::Unsized(ty))
}

/// The type, or else the innermost struct or union that is being laid out: those have names to blame.
fn nearest_adt(types: &Types, todo: &[(Ty, bool)], ty: Ty) -> Ty {
    let is_adt = |ty: &Ty| matches!(types.kind(*ty), TyKind::Adt(_) | TyKind::Apply(..));
    let around = todo.iter().rev().filter(|(_, parts_done)| *parts_done).map(|(ty, _)| *ty);
    std::iter::once(ty).chain(around).find(is_adt).unwrap_or(ty)
}

/// What a type holds by value.
fn parts(types: &Types, ty: Ty, f: &mut dyn FnMut(Ty)) {
    match types.kind(ty) {
        TyKind::Array(of, _) => f(*of),
        TyKind::Tuple(fields) => fields.iter().for_each(|part| f(*part)),
        TyKind::Adt(_) | TyKind::Apply(..) => {
            let is_sum = !types.variants(ty).is_empty();
            let held = |field: &AdtField| !(is_sum && matches!(field.ty, Ty::VOID | Ty::NEVER));
            types.fields_of(ty).filter(held).for_each(|field| f(field.ty));
        }
        // Nothing else holds other types.
        _ => {}
    }
}

/// The layout and the depth of a type without parts, or of one that is laid out already.
fn known(types: &Types, target: &Target, ty: Ty) -> Result<Option<(Layout, u32)>, LayoutError> {
    let pointer = u64::from(target.pointer_bits / 8);
    let found = match types.kind(ty) {
        TyKind::Error => Layout { size: 0, align: 1 },
        TyKind::Void | TyKind::Never | TyKind::Str | TyKind::Slice(_) => return Err(LayoutError::Unsized(ty)),
        TyKind::Bool => Layout::scalar(1),
        TyKind::Char => Layout::scalar(4),
        TyKind::Int(int) => int_layout(target, *int),
        TyKind::Float(float) => Layout::scalar(u64::from(float.bits() / 8)),
        TyKind::Null | TyKind::Fn(_) => Layout::scalar(pointer),
        TyKind::Ptr(_, to) | TyKind::Ref(_, to) => {
            let parts = if types.is_unsized(*to) { 2 } else { 1 };
            Layout { size: pointer * parts, align: pointer }
        }
        // What depends on parameters has none.
        TyKind::Param(..) | TyKind::Assoc(..) | TyKind::OpenArray(..) | TyKind::Number(_) => {
            return Err(LayoutError::Unsized(ty));
        }
        TyKind::Array(..) | TyKind::Tuple(_) | TyKind::Adt(_) | TyKind::Apply(..) => return Ok(types.known_layout(ty)),
    };
    Ok(Some((found, 0)))
}

fn int_layout(target: &Target, int: IntTy) -> Layout {
    let size = u64::from(int.bits(target.pointer_bits) / 8);
    Layout { size, align: if size == 16 { target.i128_align } else { size } }
}

/// The layout and the depth of a type whose parts are laid out.
fn compound(types: &Types, target: &Target, ty: Ty) -> Result<(Layout, u32), LayoutError> {
    let found = match types.kind(ty) {
        TyKind::Array(of, len) => {
            let of = layout(types, target, *of)?;
            let size = of.size.checked_mul(*len).ok_or(LayoutError::TooLarge(ty))?;
            Layout { size, align: of.align }
        }
        // Everything else has fields, or no layout.
        _ => fields(types, target, ty)?.0,
    };
    let limit = if target.pointer_bits == 64 { 1 << 47 } else { (1 << 31) - 1 };
    if found.size > limit {
        return Err(LayoutError::TooLarge(ty));
    }
    let mut depth = 0;
    parts(types, ty, &mut |part| depth = depth.max(types.known_layout(part).map_or(0, |known| known.1)));
    Ok((found, depth + 1))
}

fn adt_layout(
    types: &Types,
    target: &Target,
    ty: Ty,
    def: &AdtDef,
    field: impl Fn(usize) -> Ty,
) -> Result<(Layout, Vec<u64>), LayoutError> {
    let field = |i: usize| layout(types, target, field(i));
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
        AdtKind::Enum { repr, .. } => Ok((int_layout(target, *repr), Vec::new())),
        AdtKind::Sum(_) => Ok((sum::compute(types, target, ty, &types.variant_types(ty))?, Vec::new())),
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
        TyKind::Tuple(fields) => aggregate(fields.len(), None, None, |i| layout(types, target, fields[i]), ty),
        TyKind::Adt(id) => {
            let def = &types.adts[*id];
            adt_layout(types, target, ty, def, |i| def.fields()[i].ty)
        }
        TyKind::Apply(id, args) => {
            let fields: Vec<Ty> = types.fields_with(*id, *args).map(|field| field.ty).collect();
            adt_layout(types, target, ty, &types.adts[*id], |i| fields[i])
        }
        _ => layout(types, target, ty).map(|l| (l, Vec::new())),
    }
}
