//! Finds out what names mean at the top level of each module: its own items, and what its imports bring.
//!
//! Language: Core -> Scoped
//! Establishes: `scopes`: each item of a module is in its scope, and so is what imports bring; what aliases of items name; what is in scope
//! everywhere, and the items that the compiler knows (`#[lang]`).
//! Preserves: the whole Tree.
//!
//! Before:
//! ```vex
//! import { helper as h } from "./util";
//! fn main() -> i32 {
//!     h(1)
//! }
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```
//! After:
//! ```vex
//! import { helper as h } from "./util";
//!
//! fn main() -> i32 {
//!     h(1)
//! }
//!
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```

mod import;

use vex_ir::lang::{Core, Scoped, Step};
use vex_ir::symbol::Symbol;
use vex_ir::tree::scopes::{Binding, Imported, ModuleBinding};
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic};

/// An item that the compiler is to know and does not.
const NOT_FOR_PROGRAMS: Code = Code("E0116");

/// Finds the scopes of all modules.
pub fn run(cx: &mut Cx, ir: Step<Core, Scoped, &mut Program>) {
    let ir = ir.into_inner();
    let scopes = Scopes::new(cx, ir);
    let mut collector = Collector { cx, ir, scopes };
    for module in collector.modules() {
        collector.define_items(module);
    }
    collector.prelude();
    for module in collector.modules() {
        collector.bind_imports(module);
    }
    collector.aliases();
    collector.lang_items();
    ir.scopes = collector.scopes;
}

struct Collector<'a> {
    cx: &'a mut Cx,
    ir: &'a Program,
    scopes: Scopes,
}

impl Collector<'_> {
    fn modules(&self) -> impl Iterator<Item = ModuleId> + use<> {
        let ids: Vec<ModuleId> = self.ir.modules.iter().map(|(id, _)| id).collect();
        ids.into_iter()
    }

    /// Enters a module's own items into its scope.
    fn define_items(&mut self, module: ModuleId) {
        let ir = self.ir;
        for &id in &ir.modules[module].items {
            if let ItemKind::ExternBlock(block) = ir.items[id].kind::<Core>() {
                block.members.iter().for_each(|member| self.define(module, *member));
            } else {
                self.define(module, id);
            }
        }
    }

    /// Finds what is in scope everywhere: what the modules have before imports bring more.
    fn prelude(&mut self) {
        let is_prelude = |module: &ModuleId| scopes::is_prelude(self.cx.text(self.ir.modules[*module].key));
        for module in self.modules().filter(is_prelude) {
            for namespace in [Namespace::Type, Namespace::Value] {
                let all = self.scopes.module(module).names(namespace).iter();
                let public = all.filter(|(_, binding)| self.ir.items[binding.item].is_pub);
                let found: Vec<(Symbol, Binding)> = public.map(|(name, binding)| (*name, *binding)).collect();
                self.scopes.prelude.names_mut(namespace).extend(found);
            }
        }
    }

    /// Finds the items that the compiler knows.
    fn lang_items(&mut self) {
        for (id, item) in self.ir.items.iter() {
            for attr in &item.attrs {
                // What `cfg` has taken out has others, too.
                let Some(&TypedAttr::Lang(lang)) = attr.as_typed() else { continue };
                let message = format!("the compiler's item `{}` is one of the standard library", lang.name());
                let mut diagnostic = Diagnostic::error(NOT_FOR_PROGRAMS, attr.span, message);
                if self.ir.modules[item.module].is_std {
                    let Err(first) = self.scopes.lang_items.define(lang, id) else { continue };
                    diagnostic = diagnostic.secondary(self.ir.items[first].name.span, "this is the one");
                }
                self.cx.emit(diagnostic.label("this is not it"));
            }
        }
    }

    fn define(&mut self, module: ModuleId, id: ItemId) {
        let name = self.ir.items[id].name;
        if matches!(self.ir.items[id].kind::<Core>(), ItemKind::Error) && name.name != Symbol::EMPTY {
            self.broken(module, name.name);
        }
        let Some(namespace) = Namespace::of(self.ir.items[id].raw()) else { return };
        let names = self.scopes.module_mut(module).names_mut(namespace);
        let Some(earlier) = names.get(&name.name).map(|binding| binding.item) else {
            names.insert(name.name, Binding { item: id, import: None });
            return;
        };
        if let Some(diagnostic) = self.ir.check_redefinition(self.cx, earlier, id) {
            self.cx.emit(diagnostic);
        }
    }

    /// Notes what the aliases of modules name, for the variants that are found through them. It is known before bodies are resolved, so
    /// that it does not depend on the order of items.
    fn aliases(&mut self) {
        let ir = self.ir;
        for &id in ir.modules.iter().flat_map(|(_, module)| &module.items) {
            let module = ir.items[id].module;
            let named = |name| self.scopes.lookup(module, Namespace::Type, name);
            if let Some(found) = self.scopes.aliased(ir, id, &ir.bodies[id], named) {
                self.scopes.aliases.insert(id, found);
            }
        }
    }

    fn broken(&mut self, module: ModuleId, name: Symbol) {
        self.scopes.module_mut(module).broken.insert(name);
    }
}
