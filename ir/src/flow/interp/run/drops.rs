//! What is gone, and drops: each calls the drop function of a type, then drops the parts in the order of their declaration.

use super::*;
use crate::flow::interp::memory::is_unset;
use crate::layout;
use crate::stack::deep;
use crate::ty::{AdtKind, TyKind};

/// What is to be dropped.
pub(super) struct Drop {
    /// In which frame, by its number.
    frame: usize,
    address: u64,
    ty: Ty,
    /// Its drop function has been called: its parts remain.
    parts: bool,
}

impl<H: Host> Machine<'_, H> {
    /// The parts of a value that stand at offsets in it: those of the variant that an enum is.
    fn parts(&self, at: At, ty: Ty) -> Run<Vec<(u64, Ty)>> {
        let (types, target) = (&self.program.types, self.memory.shapes.target);
        let placed = |offsets: &[u64], fields: Vec<Ty>| offsets.iter().copied().zip(fields).collect();
        Ok(match types.kind(ty) {
            TyKind::Array(of, len) => {
                let size = layout::layout(types, target, *of).map_err(ErrorKind::Layout)?.size;
                (0..*len).map(|number| (number * size, *of)).collect()
            }
            TyKind::Tuple(_) | TyKind::Adt(_) | TyKind::Apply(..) => match types.applied(ty).0.map(|def| &def.kind) {
                Some(AdtKind::Sum(_)) => {
                    let layout = layout::sum(types, target, ty).map_err(ErrorKind::Layout)?;
                    let variant = self.memory.variant(at, layout.encoding)? as usize;
                    let fields = types.variant_types(ty).into_iter().nth(variant).ok_or(NO_VARIANT)?;
                    placed(&layout.offsets[variant], fields)
                }
                // What a union has is not known.
                Some(AdtKind::Union(_) | AdtKind::Enum { .. } | AdtKind::Opaque | AdtKind::Pending) => Vec::new(),
                Some(AdtKind::Struct(_)) | None => {
                    let offsets = layout::fields(types, target, ty).map_err(ErrorKind::Layout)?.1;
                    placed(&offsets, types.field_types(ty))
                }
            },
            // Has no parts.
            _ => Vec::new(),
        })
    }

    /// That no part of a value is gone. What was never written may be copied, as its padding is.
    pub(super) fn whole(&self, at: At, ty: Ty) -> Run {
        let shape = layout::layout(&self.program.types, self.memory.shapes.target, ty).map_err(ErrorKind::Layout)?;
        let marks = self.marks(at, shape.size);
        if !marks.contains(&GONE) {
            return Ok(());
        }
        // Padding may be.
        let parts = match self.parts(at, ty) {
            Err(ErrorKind::Fault(Fault::Gone)) => return Err(Fault::Gone.into()),
            parts => parts.unwrap_or_default(),
        };
        let plain = self.program.types.is_scalar(ty) || self.program.types.is_fat(ty);
        if plain || parts.is_empty() && marks.iter().all(|mark| *mark == GONE) {
            return Err(Fault::Gone.into());
        }
        let mut parts = parts.into_iter();
        parts.try_for_each(|(by, part)| deep(|| self.whole(At { offset: at.offset + by as usize, ..at }, part)))
    }

    fn marks(&self, at: At, size: u64) -> &[u8] {
        self.memory.slots[at.slot as usize].marks.get(at.offset..at.offset + size as usize).unwrap_or(&[])
    }

    pub(super) fn begin_drop(&mut self, address: u64, ty: Ty) {
        self.drops.push(Drop { frame: self.frames.len(), address, ty, parts: false });
    }

    /// Goes on with what the frame on top drops, until a drop function is called: whether one is.
    pub(super) fn drop_more(&mut self) -> Run<bool> {
        let program = self.program;
        while self.drops.last().is_some_and(|drop| drop.frame == self.frames.len()) {
            let Some(drop) = self.drops.pop() else { break };
            self.spend(1)?;
            let size = self.memory.shape(drop.ty)?.size;
            let at = if size > 0 { self.memory.find(drop.address, size)? } else { At { slot: 0, offset: 0 } };
            let gone = size > 0 && self.marks(at, size).iter().all(|mark| is_unset(*mark));
            if gone || !program.types.needs_drop(drop.ty) {
                continue;
            }
            match program.drop_fn(drop.ty).filter(|_| !drop.parts) {
                Some((function, args)) => {
                    if !args.is_empty() {
                        return Err(OPEN);
                    }
                    self.drops.push(Drop { parts: true, ..drop });
                    self.call_drop(function, drop.address)?;
                    return Ok(true);
                }
                None => {
                    // An enum whose payload was moved away may not say any more what it was.
                    let parts = match self.parts(at, drop.ty) {
                        Err(ErrorKind::Fault(Fault::Gone | Fault::Unset)) => Vec::new(),
                        parts => parts?,
                    };
                    for (by, ty) in parts.into_iter().rev() {
                        self.drops.push(Drop { frame: drop.frame, address: drop.address + by, ty, parts: false });
                    }
                }
            }
        }
        Ok(false)
    }

    fn call_drop(&mut self, function: FnId, address: u64) -> Run {
        let code = self.code(function)?;
        let &[param] = code.params.as_slice() else { return Err(ErrorKind::Signature(function)) };
        self.push(function, code, false)?;
        self.put(param, &Value::Scalar(address.into()), function)
    }
}
