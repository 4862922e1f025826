//! Interned names. A [`Symbol`] is four bytes and compares as a number; the [`Interner`] has the text.

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// An interned name. Symbols have no order: their numbers depend on which thread met a name first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Symbol(u32);

impl Symbol {
    /// The empty name: what has no name has this one.
    pub const EMPTY: Symbol = Symbol(0);

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Text to [`Symbol`] and back. Shared by threads: names are added and never removed.
pub struct Interner {
    names: boxcar::Vec<SmolStr>,
    map: Mutex<HashMap<SmolStr, Symbol, FxBuildHasher>>,
}

impl Default for Interner {
    fn default() -> Self {
        let interner = Interner { names: boxcar::Vec::new(), map: Mutex::default() };
        interner.intern("");
        for name in sym::NAMES {
            interner.intern(name);
        }
        interner
    }
}

impl Interner {
    pub fn intern(&self, text: &str) -> Symbol {
        let mut map = self.map.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&symbol) = map.get(text) {
            return symbol;
        }
        let name = SmolStr::new(text);
        let symbol = Symbol(self.names.push(name.clone()) as u32);
        map.insert(name, symbol);
        symbol
    }

    /// Interns an identifier: in Normalization Form C (Unicode Standard Annex 15), so that those which look alike because one
    /// has a letter with an accent and the other a letter and an accent are one, as Annex 31 wants it.
    pub fn intern_name(&self, text: &str) -> Symbol {
        if text.is_ascii() || is_nfc(text) {
            return self.intern(text);
        }
        self.intern(&text.nfc().collect::<String>())
    }

    pub fn lookup(&self, text: &str) -> Option<Symbol> {
        self.map.lock().unwrap_or_else(PoisonError::into_inner).get(text).copied()
    }

    pub fn get(&self, symbol: Symbol) -> &str {
        &self.names[symbol.index()]
    }

    /// The number of symbols: a side table indexed by [`Symbol::index`] needs this many entries.
    pub fn len(&self) -> usize {
        self.names.count()
    }

    pub fn is_empty(&self) -> bool {
        false
    }
}

macro_rules! well_known {
    ($($konst:ident = $text:literal),* $(,)?) => {
        /// Names the compiler itself speaks of, interned in every [`Interner`] under the same number.
        pub mod sym {
            use super::Symbol;
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, clippy::enum_variant_names)]
            enum N { EMPTY, $($konst),* }
            $(pub const $konst: Symbol = Symbol(N::$konst as u32);)*
            pub(super) const NAMES: &[&str] = &[$($text),*];
            const _: () = assert!(N::EMPTY as u32 == 0);
        }
    };
}

well_known! {
    UNDERSCORE = "_", SELF = "self", SELF_TYPE = "Self", MAIN = "main",
    CFG = "cfg", CFG_ATTR = "cfg_attr", LINK = "link", LINK_NAME = "link_name", EXPORT_NAME = "export_name",
    NO_MANGLE = "no_mangle", INLINE = "inline", COLD = "cold", NO_INTRINSIC = "no_intrinsic", THREAD_LOCAL = "thread_local", REPR = "repr",
    FORMAT = "format", TEST = "test", LANG = "lang", DEPRECATED = "deprecated", MUST_USE = "must_use", ALLOW = "allow", DENY = "deny", WARN = "warn",
    NAME = "name", KIND = "kind", HEADER = "header", ALWAYS = "always", NEVER = "never", PACKED = "packed", ALIGN = "align",
    ALL = "all", ANY = "any", NOT = "not", TRUE = "true", FALSE = "false",
    LEN = "len", OFFSET_OF = "offset_of", SIZE_OF = "size_of", ALIGN_OF = "align_of",
    C = "C",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_one_form() {
        let interner = Interner::default();
        let composed = interner.intern_name("\u{e9}t\u{e9}");
        assert_eq!(interner.intern_name("e\u{301}te\u{301}"), composed);
        assert_eq!(interner.intern_name("\u{e9}te\u{301}"), composed);
        assert_eq!(interner.get(composed), "\u{e9}t\u{e9}");
        // Marks in another order, letters that are others' doubles, Hangul in parts.
        for (one, other) in
            [("a\u{323}\u{307}", "a\u{307}\u{323}"), ("\u{212b}", "\u{c5}"), ("\u{1112}\u{1161}", "\u{d558}")]
        {
            assert_eq!(interner.intern_name(one), interner.intern_name(other), "{one}");
            assert_ne!(interner.intern(one), interner.intern(other), "{one}");
        }
        // Compatibility is no equality: these are other letters.
        assert_ne!(interner.intern_name("\u{fb01}"), interner.intern_name("fi"));
    }

    #[test]
    fn well_known_names_have_their_numbers() {
        let interner = Interner::default();
        assert_eq!(interner.get(Symbol::EMPTY), "");
        assert_eq!(interner.get(sym::C), "C");
        assert_eq!(interner.lookup("cfg"), Some(sym::CFG));
    }
}
