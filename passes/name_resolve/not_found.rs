//! Names that are not found: what is known of them elsewhere, and what to write instead.

use super::*;

/// Of the variables in scope and of the items of blocks, as many are looked at for one that is close, the innermost first.
const LOOKED_AT: usize = 100;

pub(super) const NAME_NOT_FOUND: Code = Code("E0210");

impl Resolver<'_, '_> {
    /// Whether a name that is not found may be one that a broken import was to bring.
    pub(super) fn may_be_lost(&self, name: Symbol) -> bool {
        self.ir.modules[self.module].lost_imports || self.scopes.module(self.module).broken.contains(&name)
    }

    pub(super) fn unresolved_value(&mut self, name: Ident, span: Span) {
        if self.may_be_lost(name.name) {
            return;
        }
        let text = self.cx.text(name.name).to_string();
        if is_reserved(name.name) {
            let diagnostic =
                Diagnostic::error(NAME_NOT_FOUND, span, "`self` exists only in methods").label("not in a method");
            return self.cx.emit(diagnostic);
        }
        let scope = &self.scopes.module(self.module);
        let mut diagnostic =
            Diagnostic::error(NAME_NOT_FOUND, span, format!("cannot find `{text}` in this scope")).label("not found");
        if let Some(binding) = scope.modules.get(&name.name) {
            self.scopes.imports[binding.import].mark_used();
        }
        let removed = self.removed_here(name);
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else if let Some(binding) = scope.types.get(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a type, not a value"));
            let item = &self.ir.items[binding.item];
            match item.kind::<Scoped>() {
                ItemKind::Opaque if self.cx.snippet(item.span).contains("struct ") => {
                    diagnostic = diagnostic.note(format!(
                        "`struct {text};` is incomplete: write `struct {text} {{}}` for a struct without fields"
                    ));
                }
                ItemKind::Struct(_) => {
                    diagnostic = diagnostic.note(format!("a value of it is written `{text} {{ … }}`"))
                }
                // Values of the other kinds of types are not written with the name of the type.
                _ => {}
            }
        } else if scope.modules.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a module: `{text}.name` is something in it"));
        } else if self.ir.std_modules.contains(&name.name) {
            let at = self.file_start(span);
            let import = format!("import {{ {text} }} from \"std\";\n");
            diagnostic = diagnostic.fix(at, import, format!("import the module `{text}` of the standard library"));
        } else if self.scopes.builtin_types.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a type, not a value"));
        } else {
            let label = self.locals.labels.iter().any(|label| label.name == name.name && label.name != Symbol::EMPTY);
            diagnostic = match self.known_elsewhere(diagnostic, &text, span) {
                (diagnostic, _) if label => diagnostic.suggest(span, format!("'{text}"), "a label begins with `'`"),
                (diagnostic, true) => diagnostic,
                (diagnostic, false) => {
                    let (among, help) = (Among::Values(self.module), "something with a similar name is in scope");
                    return self.note_unknown(diagnostic, text, among, help, false);
                }
            };
        }
        self.emit_once(diagnostic, name.name, span);
    }

    /// Emits a diagnostic about a name; if an import mends it, once in an item.
    fn emit_once(&mut self, diagnostic: Diagnostic, name: Symbol, span: Span) {
        let import = diagnostic.suggestion.as_ref().is_some_and(|s| s.span == self.file_start(span));
        if !import || self.missed.insert(name) {
            self.cx.emit(diagnostic);
        }
    }

    /// Notes a name that is not found, to be reported with one that is close. `again`: it may have been said of this item.
    pub(super) fn note_unknown(
        &mut self,
        diagnostic: Diagnostic,
        text: String,
        among: Among,
        help: &'static str,
        again: bool,
    ) {
        let items = |namespace| self.block_items.names(namespace).take(LOOKED_AT);
        let of_body = match among {
            Among::Values(_) => self.locals.names().take(LOOKED_AT).chain(items(Namespace::Value)).collect(),
            Among::Types(_) => items(Namespace::Type).collect(),
            Among::Members { .. } | Among::Variants(_) => Vec::new(),
        };
        self.unknown.push(UnknownName { diagnostic, text, among, of_body, help, again });
    }

    pub(super) fn file_start(&self, span: Span) -> Span {
        self.cx.sources.file(span).map_or(span, |file| Span::new(file.base, file.base))
    }

    /// Whether the `impl` or trait around has a type of a name.
    fn is_type_of_self(&self, name: Symbol) -> bool {
        let Some(around) = self.params.this else { return false };
        let (ItemKind::Impl(ImplItem { members, .. }) | ItemKind::Trait(TraitItem { members, .. })) =
            self.ir.items[around].kind::<Scoped>()
        else {
            return false;
        };
        let is_type = |member: &Item| matches!(member.kind::<Scoped>(), ItemKind::Alias(_) | ItemKind::AssocType(_));
        members.iter().map(|member| &self.ir.items[*member]).any(|member| member.name.name == name && is_type(member))
    }

    // Long because there are many reasons.
    pub(super) fn unresolved_type(&mut self, name: Ident, what: &str) {
        if self.open_self(name) {
            return;
        }
        let text = self.cx.text(name.name).to_string();
        let scope = &self.scopes.module(self.module);
        if self.may_be_lost(name.name) {
            return;
        }
        let mut diagnostic =
            Diagnostic::error(NAME_NOT_FOUND, name.span, format!("cannot find {what} `{text}` in this scope"))
                .label("not found");
        let removed = self.removed_here(name);
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else if self.is_type_of_self(name.name) {
            diagnostic =
                diagnostic.fix(name.span, format!("Self::{text}"), "types of a trait are named with what has them");
        } else if let Some(key) = self.own_module(&text) {
            let at = self.file_start(name.span);
            let import = format!("import * as {text} from \"./{key}\";\n");
            diagnostic = diagnostic.fix(at, import, "modules are imported, those of the program too");
        } else if scope.modules.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a module: `{text}::Name` is a type in it"));
        } else if self.locals.get(name.name).is_some() || scope.values.contains_key(&name.name) {
            diagnostic = diagnostic.note(format!("`{text}` is a value, not a type"));
        } else if self.scopes.builtin_types.contains_key(&name.name) {
            diagnostic = diagnostic
                .note(format!("`{text}` is built in and has no names of its own"))
                .note("limits such as `INT_MAX` are constants of \"std/libc\"");
        } else if self.ir.std_modules.contains(&name.name) {
            let at = self.file_start(name.span);
            let import = format!("import {{ {text} }} from \"std\";\n");
            diagnostic = diagnostic.fix(at, import, format!("import the module `{text}` of the standard library"));
        } else if let Some((ours, exact)) = vex_ir::c_names::type_elsewhere(&text) {
            diagnostic = diagnostic.fix(name.span, ours, format!("in Vex, it is `{ours}`"));
            if !exact {
                diagnostic = diagnostic.note("the type that C gives this name on each target is in \"std/libc\"");
            }
        } else if let Some(declared @ Declared::Type) = self.ir.c_library.find(&text) {
            diagnostic = self.offer_import(diagnostic, declared, &text, name.span);
        } else if matches!(text.as_str(), "std" | "core" | "alloc") {
            diagnostic = diagnostic
                .note("what another module has is imported: `import { name } from \"std/module\";`")
                .note(self.ir.std_list(self.cx));
        } else {
            diagnostic = match self.known_elsewhere(diagnostic, &text, name.span) {
                (diagnostic, true) => diagnostic,
                (diagnostic, false) => {
                    let among = Among::Types(self.module);
                    let again = !self.missed.insert(name.name);
                    return self.note_unknown(diagnostic, text, among, "something with a similar name exists", again);
                }
            };
        }
        // Once in an item, unless each place has a mend of its own.
        let mends = diagnostic.suggestion.as_ref().is_some_and(|s| s.span == name.span);
        if self.missed.insert(name.name) || mends {
            self.cx.emit(diagnostic);
        }
    }
}
