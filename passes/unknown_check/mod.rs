//! Reports the names that are not found, each with the closest one that would have been.
//!
//! To look for close names takes time for each unknown name and each known one. They are looked for when all unknown names are
//! there, and each has its share of a fixed number of comparisons: what is found depends on the program alone, not on the order
//! of its items.
//!
//! Language: Resolved -> Resolved
//! Establishes: nothing.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! fn main() -> i32 {
//!     0
//! }
//! ```
//! After:
//! ```vex
//! fn main() -> i32 {
//!     0
//! }
//! ```

use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use vex_ir::diag::closest;
use vex_ir::lang::{Resolved, Step};
use vex_ir::tree::scopes::{Among, Binding, UnknownName};
use vex_ir::tree::*;
use vex_ir::{Cx, Symbol};

/// How many names are looked at in one program.
const COMPARISONS: usize = 200_000;

/// Reports the unknown names of all bodies and imports.
pub fn run(cx: &mut Cx, ir: Step<Resolved, Resolved, &mut Program>) {
    let ir = ir.into_inner();
    let mut unknown = std::mem::take(&mut ir.scopes.unknown);
    ir.bodies.values_mut().for_each(|body| unknown.append(&mut body.unknown));
    let share = COMPARISONS / unknown.len().max(1);
    let mut lists: FxHashMap<Among, Vec<&str>> = FxHashMap::default();
    let mut found = Vec::new();
    for UnknownName { diagnostic, text, among, of_body, help, again } in unknown {
        let names = match lists.entry(among) {
            Entry::Occupied(list) => list.into_mut(),
            Entry::Vacant(list) => list.insert(names(cx, ir, among, share)),
        };
        let of_body = of_body.iter().take(share).map(|name| cx.text(*name));
        let close = closest(&text, of_body.chain(names.iter().copied()));
        if close.is_some() || !again {
            let span = diagnostic.primary.span;
            found.push(match close {
                Some(close) => diagnostic.suggest(span, close, help),
                None => diagnostic,
            });
        }
    }
    drop(lists);
    found.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
}

/// The candidates for a similar name, up to a limit.
fn names<'a>(cx: &'a Cx, ir: &Sigs, among: Among, most: usize) -> Vec<&'a str> {
    let scopes = &ir.scopes;
    let symbols: Vec<Symbol> = match among {
        Among::Values(module) => {
            let own = scopes.module(module).values.keys();
            own.chain(scopes.prelude.values.keys()).chain(scopes.builtin_fns.keys()).copied().collect()
        }
        Among::Types(module) => {
            let scope = scopes.module(module);
            let own = scope.types.keys().chain(scopes.prelude.types.keys());
            own.chain(scopes.builtin_types.keys()).chain(scope.modules.keys()).copied().collect()
        }
        Among::Members { of, own } => {
            let scope = scopes.module(of);
            let visible = |b: &Binding| own || b.import.is_none() && ir.is_visible(b.item);
            scope.types.iter().chain(&scope.values).filter(|(_, b)| visible(b)).map(|(name, _)| *name).collect()
        }
        Among::Variants(item) => match ir.items[item].kind::<Resolved>() {
            ItemKind::Enum(def) => def.variants.iter().map(|variant| variant.name.name).collect(),
            // No other item has variants.
            _ => Vec::new(),
        },
    };
    let mut names: Vec<&str> = symbols.into_iter().map(|name| cx.text(name)).collect();
    if names.len() > most {
        // Which of them are looked at must not depend on the order of the items.
        names.sort_unstable();
        names.truncate(most);
    }
    names
}
