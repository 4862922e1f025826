//! Items of the standard library that the compiler knows: by `#[lang = "…"]`, not by name.

use super::ItemId;

/// What an item is to the compiler.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LangItem {
    /// The trait of types that do something where a value of them is dropped.
    Drop,
}

impl LangItem {
    pub const ALL: [LangItem; 1] = [LangItem::Drop];

    pub fn name(self) -> &'static str {
        match self {
            LangItem::Drop => "drop",
        }
    }

    pub fn from_name(name: &str) -> Option<LangItem> {
        LangItem::ALL.into_iter().find(|item| item.name() == name)
    }
}

/// The items that the compiler knows, as far as the program has them.
#[derive(Default)]
pub struct LangItems([Option<ItemId>; LangItem::ALL.len()]);

impl LangItems {
    pub fn get(&self, item: LangItem) -> Option<ItemId> {
        self.0[item as usize]
    }

    /// Says which item it is; the one that was it before, if there is one, stays it.
    pub fn define(&mut self, item: LangItem, id: ItemId) -> Result<(), ItemId> {
        match self.0[item as usize] {
            Some(known) => Err(known),
            None => {
                self.0[item as usize] = Some(id);
                Ok(())
            }
        }
    }
}
