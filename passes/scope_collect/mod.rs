//! Finds out what names mean at the top level of each module: its own items, and what its imports bring.
//!
//! Language: Core -> Scoped
//! Establishes: `scopes`: each item of a module is in its scope, and so is what imports bring; what aliases of items name.
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
use vex_ir::{Cx, Diagnostic};

/// Finds the scopes of all modules.
pub fn run(cx: &mut Cx, ir: Step<Core, Scoped, &mut Program>) {
    let ir = ir.into_inner();
    let scopes = Scopes::new(cx, ir);
    let mut collector = Collector { cx, ir, scopes };
    for module in collector.modules() {
        collector.define_items(module);
    }
    for module in collector.modules() {
        collector.bind_imports(module);
    }
    collector.aliases();
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
