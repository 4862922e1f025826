//! Constants that several others lead to: the text has each of them once, `ref $0 = CONST`, and `ref $0` where it is meant again.

use super::*;
use crate::flow::visit::{ConstPart, const_part};
use crate::stack::deep;

/// Finds out which constants the text would have more than once.
#[derive(Default)]
pub(super) struct Finder {
    /// How often each is led to in the text, as far as that matters: once or more.
    more_than_once: FxHashMap<*const Const, bool>,
    /// How often the text has parts that several aggregates may have, up to twice.
    parts: FxHashMap<*const Const, u8>,
}

impl Finder {
    pub fn add(&mut self, constant: &Const) {
        match const_part(constant) {
            Some(ConstPart::Pointee(to)) => match self.more_than_once.get_mut(&Arc::as_ptr(to)) {
                Some(more) => *more = true,
                None => {
                    self.more_than_once.insert(Arc::as_ptr(to), false);
                    deep(|| self.add(to));
                }
            },
            Some(ConstPart::Shared(parts)) => {
                // The text has them again, and what they lead to is in it a second time; a third one adds nothing.
                let times = self.parts.entry(parts.as_ptr()).or_default();
                if *times < 2 {
                    *times += 1;
                    parts.iter().for_each(|part| deep(|| self.add(part)));
                }
            }
            Some(ConstPart::Own(part)) => deep(|| self.add(part)),
            None => {}
        }
    }

    /// Those that are led to more than once, without a number yet.
    pub fn found(self) -> FxHashMap<*const Const, Option<u32>> {
        self.more_than_once.into_iter().filter(|(_, more)| *more).map(|(constant, _)| (constant, None)).collect()
    }
}
