//! Names of modules: unique, and such that a path can contain them.

use crate::token::T;
use logos::Logos;
use rustc_hash::FxHashMap;
use vex_ir::tree::{Module, ModuleId, Program};
use vex_ir::{Cx, Span, Symbol};

/// Names and keys that are in use.
#[derive(Default)]
pub(crate) struct Names {
    /// For each name that is taken, the number to try next for another that would like it.
    taken: FxHashMap<Symbol, u32>,
    /// Keys of the modules that texts contain, and where they are.
    pub keys: FxHashMap<Symbol, Span>,
}

/// Adds an empty module. The first of a program is its root, which has no name.
pub(crate) fn add_module(
    cx: &mut Cx,
    program: &mut Program,
    names: &mut Names,
    wanted: Symbol,
    key: Symbol,
) -> ModuleId {
    let name = if program.modules.is_empty() { Symbol::EMPTY } else { names.unique(cx, wanted) };
    let key_text = cx.text(key);
    let is_std = key_text == "std" || key_text.starts_with("std/");
    program.modules.alloc(Module::new(name, key, is_std))
}

/// The preferred name of a module with this key: its last part that is not generic.
pub(crate) fn name_of_key(key: &str) -> String {
    let mut parts = key.rsplit('/').filter(|p| !p.is_empty() && *p != "." && *p != "..");
    let last = parts.next().unwrap_or("module");
    let part = if last == "mod" { parts.next().unwrap_or(last) } else { last };
    let mut name: String = part.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        name.insert(0, '_');
    }
    // A keyword is no name.
    if T::lexer(&name).next() != Some(Ok(T::Ident)) {
        name.push('_');
    }
    name
}

impl Names {
    fn unique(&mut self, cx: &mut Cx, wanted: Symbol) -> Symbol {
        let wanted = if wanted == Symbol::EMPTY { cx.interner.intern("module") } else { wanted };
        let Some(number) = self.taken.get(&wanted).copied() else {
            self.taken.insert(wanted, 2);
            return wanted;
        };
        let stem = cx.text(wanted).to_string();
        let mut number = number;
        loop {
            let name = cx.interner.intern(&format!("{stem}{number}"));
            number += 1;
            if !self.taken.contains_key(&name) {
                self.taken.insert(wanted, number);
                self.taken.insert(name, 2);
                return name;
            }
        }
    }
}
