//! What imports bring.

use super::*;
use vex_ir::diag::closest;
use vex_ir::tree::scopes::{DUPLICATE_NAME, NoMember};
use vex_ir::{Code, Span};

const MODULE_NOT_FOUND: Code = Code("E0202");

impl Collector<'_> {
    /// Binds what a module imports.
    pub(super) fn bind_imports(&mut self, module: ModuleId) {
        let ir = self.ir;
        for &id in &ir.modules[module].items {
            let ItemKind::Import(import) = ir.items[id].kind::<Core>() else { continue };
            let names: Vec<(Ident, Ident, Option<ModuleId>)> = match &import.names {
                ImportNames::Module(name) => vec![(*name, *name, None)],
                ImportNames::Items(names) => names.iter().map(|n| (n.name, n.alias, n.module)).collect(),
            };
            let whole = matches!(import.names, ImportNames::Module(_));
            match &import.target {
                ImportTarget::Error => names.iter().for_each(|(_, alias, _)| self.broken(module, alias.name)),
                ImportTarget::Missing { searched } => {
                    self.missing_module(import, searched);
                    names.iter().for_each(|(_, alias, _)| self.broken(module, alias.name));
                }
                ImportTarget::Module(target) => {
                    for (name, alias, _) in names {
                        if whole {
                            self.bind_module(module, *target, alias);
                        } else {
                            self.bind_item(module, *target, name, alias);
                        }
                    }
                }
                ImportTarget::Folder => {
                    for (name, alias, target) in names {
                        match target {
                            Some(target) => self.bind_module(module, target, alias),
                            None => {
                                self.missing_in_folder(&import.path, name);
                                self.broken(module, alias.name);
                            }
                        }
                    }
                }
            }
        }
    }

    fn missing_module(&mut self, import: &Import, searched: &[String]) {
        let message = format!("there is no module \"{}\"", import.path);
        let mut diagnostic = Diagnostic::error(MODULE_NOT_FOUND, import.path_span, message).label("not found");
        for place in searched {
            diagnostic = diagnostic.note(format!("searched {place}"));
        }
        if let Some(name) = import.path.strip_prefix("std/")
            && let Some(close) = closest(name, self.ir.std_modules.iter().map(|s| self.cx.text(*s)))
        {
            let path = format!("\"std/{close}\"");
            diagnostic = diagnostic.suggest(import.path_span, path, "a module with a similar name exists");
        }
        if import.path.starts_with("std/") && !self.ir.std_modules.is_empty() {
            diagnostic = diagnostic.note(self.ir.std_list(self.cx));
        }
        self.cx.emit(diagnostic);
    }

    fn missing_in_folder(&mut self, folder: &str, name: Ident) {
        let text = self.cx.text(name.name);
        let message = format!("there is no module `{text}` in \"{folder}\"");
        let mut diagnostic = Diagnostic::error(MODULE_NOT_FOUND, name.span, message).label("not found");
        let known = self.ir.std_modules.iter().map(|s| self.cx.text(*s));
        if folder == "std"
            && let Some(close) = closest(text, known)
        {
            diagnostic = diagnostic.suggest(name.span, close, "a module with a similar name exists");
        }
        if folder == "std" && !self.ir.std_modules.is_empty() {
            diagnostic = diagnostic.note(self.ir.std_list(self.cx));
        }
        self.cx.emit(diagnostic);
    }

    fn new_import(&mut self, alias: Ident) -> usize {
        self.scopes.imports.push(Imported::new(alias));
        self.scopes.imports.len() - 1
    }

    fn bind_module(&mut self, module: ModuleId, target: ModuleId, alias: Ident) {
        let import = self.new_import(alias);
        let binding = ModuleBinding { module: target, import };
        let old = self.scopes.module_mut(module).modules.insert(alias.name, binding);
        if let Some(old) = old.filter(|old| old.module != target) {
            let first = self.scopes.imports[old.import].span;
            self.scopes.imports[old.import].mark_used();
            self.scopes.imports[import].mark_used();
            self.double_import(alias, first);
        }
    }

    fn double_import(&mut self, alias: Ident, first: Span) {
        let text = self.cx.text(alias.name);
        let diagnostic =
            Diagnostic::error(DUPLICATE_NAME, alias.span, format!("the name `{text}` is bound twice in this module"))
                .label(format!("`{text}` again"))
                .secondary(first, "first bound here")
                .note("`import { name as other }` gives it another name");
        self.cx.emit(diagnostic);
    }

    fn bind_item(&mut self, module: ModuleId, target: ModuleId, name: Ident, alias: Ident) {
        let own = |namespace| {
            let binding = self.scopes.module(target).names(namespace).get(&name.name)?;
            binding.import.is_none().then_some((namespace, binding.item))
        };
        let found = [own(Namespace::Type), own(Namespace::Value)];
        if found == [None, None] {
            self.missing_item(module, target, name);
            return self.broken(module, alias.name);
        }
        let import = self.new_import(alias);
        for (namespace, item) in found.into_iter().flatten() {
            if let Some(diagnostic) = self.ir.check_visible(self.cx, item, module, name.span) {
                self.cx.emit(diagnostic);
            }
            let names = self.scopes.module_mut(module).names_mut(namespace);
            let old = names.insert(alias.name, Binding { item, import: Some(import) });
            if let Some(old) = old.filter(|old| old.item != item) {
                let imports = &self.scopes.imports;
                let first = old.import.map_or(self.ir.items[old.item].name.span, |i| imports[i].span);
                // Which of the two a use means is not known: neither is called unused.
                old.import.into_iter().chain([import]).for_each(|i| imports[i].mark_used());
                self.double_import(alias, first);
            }
        }
    }

    fn missing_item(&mut self, module: ModuleId, target: ModuleId, name: Ident) {
        match self.ir.no_member(self.cx, &self.scopes, target, name, target == module) {
            NoMember::Said => {}
            NoMember::Known(diagnostic) => self.cx.emit(diagnostic),
            NoMember::Unknown(name) => self.scopes.unknown.push(name),
        }
    }
}
