//! Constants that several others lead to: the text has each of them once, `ref $0 = CONST`, and `ref $0` where it is meant again.

use super::*;
use crate::stack::deep;

/// Finds out which constants the text would have more than once.
#[derive(Default)]
pub(super) struct Finder {
    /// How often each is led to in the text, as far as that matters: once or more.
    more_than_once: FxHashMap<*const Const, bool>,
    /// The same of parts that several aggregates have.
    parts: FxHashMap<*const Const, bool>,
}

impl Finder {
    pub fn add(&mut self, constant: &Const) {
        match &constant.kind {
            ConstKind::Addr(Pointee::Const(to), _) | ConstKind::Slice(Pointee::Const(to), ..) => {
                match self.more_than_once.get_mut(&Arc::as_ptr(to)) {
                    Some(more) => *more = true,
                    None => {
                        self.more_than_once.insert(Arc::as_ptr(to), false);
                        deep(|| self.add(to));
                    }
                }
            }
            ConstKind::Aggregate(parts) => match self.parts.get_mut(&parts.as_ptr()) {
                // The text has them again, and what they lead to is in it a second time.
                Some(again) if *again => {}
                seen => {
                    match seen {
                        Some(again) => *again = true,
                        None => drop(self.parts.insert(parts.as_ptr(), false)),
                    }
                    parts.iter().for_each(|part| deep(|| self.add(part)));
                }
            },
            ConstKind::Union { field: _, value } | ConstKind::Repeat(value, _) => deep(|| self.add(value)),
            ConstKind::Int(_)
            | ConstKind::Float(_)
            | ConstKind::Zero
            | ConstKind::Undef
            | ConstKind::Bytes(_)
            | ConstKind::Fn(_)
            | ConstKind::Apply(..)
            | ConstKind::Measure(..)
            | ConstKind::Addr(Pointee::Global(_), _)
            | ConstKind::Slice(Pointee::Global(_), ..) => {}
        }
    }

    /// Those that are led to more than once, without a number yet.
    pub fn found(self) -> FxHashMap<*const Const, Option<u32>> {
        self.more_than_once.into_iter().filter(|(_, more)| *more).map(|(constant, _)| (constant, None)).collect()
    }
}
