//! Names that were meant, for those that are not found: the closest one that would have been.
//!
//! To look for them takes time for each unknown name and each known one. They are looked for when all diagnostics of the
//! pass are there, and each has its share of a fixed number of comparisons: what is found depends on the program alone, not
//! on the order of its items.

use super::*;
use std::collections::hash_map::Entry;

/// How many names are looked at in one program.
const COMPARISONS: usize = 200_000;

/// Of the variables in scope, as many are looked at, the innermost first.
const VARIABLES: usize = 100;

/// The names that one diagnostic asks for, and what to say of the closest.
pub(super) struct Wanted {
    text: String,
    span: Span,
    among: Among,
    variables: Vec<Symbol>,
    help: &'static str,
    /// Whether it was reported in this item before: without a mend of its own, it is not worth saying again.
    again: bool,
}

/// Where the names are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Among {
    /// The values that a module has in scope.
    Values(ModuleId),
    /// The types and modules that a module has in scope.
    Types(ModuleId),
    /// What a module has for another one, or for itself.
    Members { of: ModuleId, own: bool },
    Variants(ItemId),
}

impl Resolver<'_> {
    /// Emits a diagnostic about a name, to which a name that is close will be added.
    pub(super) fn emit_near(&mut self, diagnostic: Diagnostic, text: &str, among: Among, help: &'static str) {
        self.want(diagnostic, text, among, help, false);
    }

    /// The same about a name that the item lacks, which may have been said.
    pub(super) fn emit_near_once(&mut self, diagnostic: Diagnostic, name: Symbol, among: Among, help: &'static str) {
        let again = !self.missed.insert(name);
        let text = self.cx.text(name).to_string();
        self.want(diagnostic, &text, among, help, again);
    }

    fn want(&mut self, diagnostic: Diagnostic, text: &str, among: Among, help: &'static str, again: bool) {
        let span = diagnostic.primary.span;
        let variables = match among {
            Among::Values(_) => self.locals.names().take(VARIABLES).collect(),
            Among::Types(_) | Among::Members { .. } | Among::Variants(_) => Vec::new(),
        };
        let wanted = Wanted { text: text.to_string(), span, among, variables, help, again };
        self.wanted.insert((diagnostic.code, span), wanted);
        self.cx.emit(diagnostic);
    }

    /// Adds the names that are close to those of the pass's own diagnostics that asked for them.
    pub(super) fn add_near(&self, found: &mut Vec<Diagnostic>) {
        let share = COMPARISONS / self.wanted.len().max(1);
        let mut lists: FxHashMap<Among, Vec<&str>> = FxHashMap::default();
        for diagnostic in found.iter_mut() {
            let Some(wanted) = self.wanted.get(&(diagnostic.code, diagnostic.primary.span)) else { continue };
            let names = match lists.entry(wanted.among) {
                Entry::Occupied(list) => list.into_mut(),
                Entry::Vacant(list) => list.insert(self.names(wanted.among, share)),
            };
            let variables = wanted.variables.iter().take(share).map(|name| self.cx.text(*name));
            if let Some(close) = closest(&wanted.text, variables.chain(names.iter().copied())) {
                *diagnostic = std::mem::replace(diagnostic, Diagnostic::error(NO_SUCH_ITEM, Span::NONE, "")).suggest(
                    wanted.span,
                    close,
                    wanted.help,
                );
            }
        }
        found.retain(|diagnostic| {
            let wanted = self.wanted.get(&(diagnostic.code, diagnostic.primary.span));
            diagnostic.suggestion.is_some() || !wanted.is_some_and(|wanted| wanted.again)
        });
    }

    /// The names among which to look, or so many of them.
    fn names(&self, among: Among, most: usize) -> Vec<&str> {
        let symbols: Vec<Symbol> = match among {
            Among::Values(module) => {
                let scope = &self.scopes[module_index(module)];
                scope.values.keys().chain(self.builtin_fns.keys()).copied().collect()
            }
            Among::Types(module) => {
                let scope = &self.scopes[module_index(module)];
                scope.types.keys().chain(self.builtin_types.keys()).chain(scope.modules.keys()).copied().collect()
            }
            Among::Members { of, own } => {
                let scope = &self.scopes[module_index(of)];
                let visible = |b: &Binding| own || b.import.is_none() && self.is_visible(b.item);
                scope.types.iter().chain(&scope.values).filter(|(_, b)| visible(b)).map(|(name, _)| *name).collect()
            }
            Among::Variants(item) => match &self.ir.items[item].kind {
                ItemKind::Enum(def) => def.variants.iter().map(|variant| variant.name.name).collect(),
                // No other item has variants.
                _ => Vec::new(),
            },
        };
        let mut names: Vec<&str> = symbols.into_iter().map(|name| self.cx.text(name)).collect();
        if names.len() > most {
            // Which of them are looked at must not depend on the order of the items.
            names.sort_unstable();
            names.truncate(most);
        }
        names
    }
}
