//! Names of modules: unique, and such that a path can contain them.

use crate::token::T;
use logos::Logos;
use vex_ir::tree::{Module, ModuleId, Program};
use vex_ir::{Cx, Span, Symbol};

/// Adds an empty module. The first of a program is its root, which has no name.
pub(crate) fn add_module(cx: &mut Cx, program: &mut Program, wanted: Symbol, key: Symbol) -> ModuleId {
    let name = if program.modules.is_empty() { Symbol::EMPTY } else { unique(cx, program, wanted) };
    let key_text = cx.text(key);
    let is_std = key_text == "std" || key_text.starts_with("std/");
    program.modules.alloc(Module { name, key, span: Span::NONE, is_std, items: Vec::new() })
}

/// The name that a module with this key would like to have: the last part that says something.
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

fn unique(cx: &mut Cx, program: &Program, wanted: Symbol) -> Symbol {
    let taken = |name: Symbol| name == Symbol::EMPTY || program.modules.iter().any(|(_, m)| m.name == name);
    if !taken(wanted) {
        return wanted;
    }
    let stem = match cx.text(wanted) {
        "" => "module".to_string(),
        text => text.to_string(),
    };
    let mut number = 2;
    loop {
        let name = cx.interner.intern(&format!("{stem}{number}"));
        if !taken(name) {
            return name;
        }
        number += 1;
    }
}
