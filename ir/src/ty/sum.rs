//! Enums whose variants have fields: how their variants are told apart in memory. `layout` finds it out.

use super::{Layout, Ty};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A scalar in memory that says which variant an enum is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tag {
    /// In bytes from the start.
    pub offset: u64,
    /// 1, 2, 4 or 8 bytes.
    pub size: u64,
    /// Whether a pointer may stand there.
    pub is_pointer: bool,
}

impl Tag {
    /// The bits that fit.
    pub(crate) fn mask(self) -> u64 {
        u64::MAX >> (64 - 8 * self.size.clamp(1, 8))
    }
}

/// Values that a scalar in a type never has, so that an enum around can tell other variants by them: `count` of them from `start` on,
/// wrapping.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Niche {
    pub tag: Tag,
    pub start: u64,
    pub count: u64,
}

impl Niche {
    /// The niche without its first values.
    pub(crate) fn after(self, taken: u64) -> Niche {
        let start = self.start.wrapping_add(taken) & self.tag.mask();
        Niche { start, count: self.count.saturating_sub(taken), ..self }
    }

    /// The niche in something that stands at an offset.
    pub(crate) fn at(self, offset: u64) -> Niche {
        Niche { tag: Tag { offset: self.tag.offset + offset, ..self.tag }, ..self }
    }
}

/// What the values of a type can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Validity {
    /// The one with the most values.
    pub niche: Option<Niche>,
    /// Whether it has a value at all.
    pub inhabited: bool,
}

/// How an enum says which variant it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// It can be this one only.
    Single(u32),
    /// The tag is the number of the variant.
    Direct(Tag),
    /// The tag is in a niche of the variant `dataful`: values from `start` on (wrapping) stand for the `count` variants from `first` on, and
    /// all others for `dataful`.
    Niche { tag: Tag, dataful: u32, first: u32, count: u32, start: u64 },
}

impl Encoding {
    pub fn tag(self) -> Option<Tag> {
        match self {
            Encoding::Single(_) => None,
            Encoding::Direct(tag) | Encoding::Niche { tag, .. } => Some(tag),
        }
    }

    /// What is stored to say that it is a variant, whose fields have their values already. `None`: these say it.
    pub fn encode(self, variant: u32) -> Option<(Tag, u64)> {
        match self {
            Encoding::Single(_) => None,
            Encoding::Direct(tag) => Some((tag, variant.into())),
            Encoding::Niche { tag, dataful, first, count, start } => {
                let number = variant.wrapping_sub(first);
                // The others are no variant that a value can be.
                let told = variant != dataful && number < count;
                told.then(|| (tag, start.wrapping_add(number.into()) & tag.mask()))
            }
        }
    }

    /// The variant that a tag says. Of an enum with a tag of its own, it may be none that exists.
    pub fn decode(self, tag: u64) -> u64 {
        match self {
            Encoding::Single(variant) => variant.into(),
            Encoding::Direct(_) => tag,
            Encoding::Niche { tag: at, dataful, first, count, start } => {
                let number = tag.wrapping_sub(start) & at.mask();
                if number < u64::from(count) { u64::from(first) + number } else { dataful.into() }
            }
        }
    }
}

/// The layout of an enum whose variants have fields.
#[derive(Clone, PartialEq, Debug)]
pub struct SumLayout {
    pub layout: Layout,
    pub encoding: Encoding,
    /// By variant: where its fields are, in bytes.
    pub offsets: Vec<Box<[u64]>>,
    pub validity: Validity,
}

/// What `layout` found out of types, as far as it was asked for.
#[derive(Default)]
pub(super) struct Known {
    sums: Mutex<FxHashMap<Ty, Arc<SumLayout>>>,
    validity: Mutex<FxHashMap<Ty, Validity>>,
}

impl super::Types {
    pub(crate) fn known_sum(&self, ty: Ty) -> Option<Arc<SumLayout>> {
        self.known.sums.lock().unwrap_or_else(PoisonError::into_inner).get(&ty).cloned()
    }

    pub(crate) fn set_sum(&self, ty: Ty, found: SumLayout) {
        self.known.sums.lock().unwrap_or_else(PoisonError::into_inner).insert(ty, Arc::new(found));
    }

    pub(crate) fn known_validity(&self, ty: Ty) -> Option<Validity> {
        self.known.validity.lock().unwrap_or_else(PoisonError::into_inner).get(&ty).copied()
    }

    pub(crate) fn set_validity(&self, ty: Ty, found: Validity) {
        self.known.validity.lock().unwrap_or_else(PoisonError::into_inner).insert(ty, found);
    }
}
