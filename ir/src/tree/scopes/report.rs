//! What is said of names that are not there, twice there, or not visible.

use super::*;
use crate::{Code, Cx, Diagnostic};

pub const DUPLICATE_NAME: Code = Code("E0201");
const PRIVATE_ITEM: Code = Code("E0203");
pub const NO_SUCH_ITEM: Code = Code("E0204");

/// A name that is not found. `unknown-check` reports it, with the closest one that is there.
#[derive(Clone, PartialEq, Debug)]
pub struct UnknownName {
    /// Its span is the name's.
    pub diagnostic: Diagnostic,
    pub text: String,
    pub among: Among,
    /// The variables and block items in scope there, innermost first, up to a limit of each.
    pub of_body: Vec<Symbol>,
    /// The help text for the closest name.
    pub help: &'static str,
    /// Whether it was said before of this item: without a mend of its own, it is not worth saying again.
    pub again: bool,
}

/// Where the names are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Among {
    /// The values that a module has in scope.
    Values(ModuleId),
    /// The types and modules that a module has in scope.
    Types(ModuleId),
    /// What a module has for another one, or for itself.
    Members {
        of: ModuleId,
        own: bool,
    },
    Variants(ItemId),
}

/// A member that a module lacks.
pub enum NoMember {
    /// Already reported.
    Said,
    Known(Diagnostic),
    Unknown(UnknownName),
}

impl Sigs {
    /// Whether an item is visible outside of its module: `pub`, or a member of an extern block at the top level.
    pub fn is_visible(&self, id: ItemId) -> bool {
        let item = &self.items[id];
        item.is_pub || item.is_foreign() || matches!(item.kind, ItemData::Opaque)
    }

    /// What is to be said of a mention of an item in another module that keeps it to itself.
    pub fn check_visible(&self, cx: &Cx, id: ItemId, from: ModuleId, span: Span) -> Option<Diagnostic> {
        let item = &self.items[id];
        let same_file = || cx.sources.file_index(item.span) == cx.sources.file_index(span);
        if self.is_visible(id) || item.module == from && !span.is_none() && same_file() {
            return None;
        }
        let text = cx.text(item.name.name);
        let diagnostic = Diagnostic::error(PRIVATE_ITEM, span, format!("`{text}` is private to its module"))
            .label("private")
            .secondary(item.name.span, "defined here, without `pub`")
            .fix(item.span.start(), "pub ", "make it visible");
        Some(diagnostic)
    }

    /// What is to be said of a second item of a name. Two foreign declarations of one name are one, if `extern-resolve` finds them alike.
    pub fn check_redefinition(&self, cx: &Cx, earlier: ItemId, later: ItemId) -> Option<Diagnostic> {
        let (first, second) = (&self.items[earlier], &self.items[later]);
        let opaque = matches!((&first.kind, &second.kind), (ItemData::Opaque, ItemData::Opaque));
        if (first.is_foreign() && second.is_foreign()) || opaque {
            return None;
        }
        let (old, new) = (first.name, second.name);
        let text = cx.text(new.name);
        let message = format!("the name `{text}` is defined twice in this module");
        let diagnostic = Diagnostic::error(DUPLICATE_NAME, new.span, message)
            .label(format!("`{text}` again"))
            .secondary(old.span, "first defined here");
        Some(diagnostic)
    }

    /// What is to be said of a name that a module does not have. `own` says whether it is asked for in the module itself.
    pub fn no_member(&self, cx: &Cx, scopes: &Scopes, module: ModuleId, name: Ident, own: bool) -> NoMember {
        if scopes.module(module).broken.contains(&name.name) {
            return NoMember::Said;
        }
        let text = cx.text(name.name).to_string();
        let key = cx.text(self.modules[module].key);
        let message = format!("module \"{key}\" has no `{text}`");
        let diagnostic = Diagnostic::error(NO_SUCH_ITEM, name.span, message).label("not found there");
        let removed = self.removed.find(name.name, |from| from == RemovedFrom::Module(module));
        if !removed.is_empty() {
            return NoMember::Known(self.removed.explain(cx, diagnostic, &removed));
        }
        let (among, help) = (Among::Members { of: module, own }, "something with a similar name exists");
        NoMember::Unknown(UnknownName { diagnostic, text, among, of_body: Vec::new(), help, again: false })
    }

    /// The modules that the standard library has.
    pub fn std_list(&self, cx: &Cx) -> String {
        let mut names: Vec<&str> = self.std_modules.iter().map(|s| cx.text(*s)).collect();
        names.sort_unstable();
        format!("\"std\" has the modules `{}`", names.join("`, `"))
    }
}
