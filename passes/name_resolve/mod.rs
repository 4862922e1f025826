//! Replaces every name by what it stands for: variables, items, variants, built-in functions and types.
//!
//! Language: Core -> Resolved
//! Establishes: no path and no import is left; every variable is a local of its body; labels exist; `live` lists the items.
//! Preserves: the order of items; names of variables, so that the dump reads like the source.
//!
//! Before:
//! ```vex
//! import { helper as h } from "./util";
//! fn main() -> i32 {
//!     let x = 1;
//!     h(x)
//! }
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```
//! After:
//! ```vex
//! fn main() -> i32 {
//!     let x = 1;
//!     ::util::helper(x)
//! }
//!
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```

mod alias;
mod body;
mod hints;
mod jump;
mod near;
mod not_found;
mod path;
mod pattern;
mod scope;
mod ty;

use near::{Among, Wanted};
use not_found::NAME_NOT_FOUND;
use scope::{BlockItems, Locals};
use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::lang::{Core, Resolved, Step};
use vex_ir::diag::closest;
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::{IntTy, Ty};
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const DUPLICATE_NAME: Code = Code("E0201");
const MODULE_NOT_FOUND: Code = Code("E0202");
const PRIVATE_ITEM: Code = Code("E0203");
const NO_SUCH_ITEM: Code = Code("E0204");
const UNUSED_IMPORT: Code = Code("E0211");

/// A body whose names are being resolved.
type Resolving = Write<Core, Resolved, Body>;

/// Resolves the whole program.
pub fn run(cx: &mut Cx, ir: Step<Core, Resolved, &mut Program>) {
    let ir = ir.into_inner();
    let own = cx.diags.fork();
    let earlier = std::mem::replace(&mut cx.diags, own);
    let mut resolver = Resolver::new(cx, ir);
    for module in resolver.modules() {
        resolver.define_items(module);
    }
    for module in resolver.modules() {
        resolver.bind_imports(module);
    }
    resolver.aliases_of_modules();
    for module in resolver.modules() {
        for id in resolver.ir.modules[module].items.clone() {
            resolver.item(id);
        }
    }
    resolver.unused_imports();
    let mut found = resolver.cx.diags.take();
    resolver.add_near(&mut found);
    cx.diags = earlier;
    found.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
    let Sigs { modules, items, .. } = &mut ir.sigs;
    for (_, module) in modules.iter_mut() {
        module.items.retain(|&id| !matches!(items[id].kind, ItemKind::Import(_)));
    }
    ir.live = ir.live_items();
}

/// What a name means at the top level of a module.
#[derive(Default)]
struct Scope {
    types: FxHashMap<Symbol, Binding>,
    values: FxHashMap<Symbol, Binding>,
    modules: FxHashMap<Symbol, ModuleBinding>,
    /// Names whose import or declaration failed: that is reported, and their uses are not.
    broken: FxHashSet<Symbol>,
}

#[derive(Clone, Copy)]
struct Binding {
    item: ItemId,
    /// Where the name is bound here: the item itself, or the import that brings it, as index in `imports`.
    import: Option<usize>,
}

#[derive(Clone, Copy)]
struct ModuleBinding {
    module: ModuleId,
    import: usize,
}

/// A name that an import binds.
struct Imported {
    span: Span,
    name: Symbol,
    used: bool,
}

struct Resolver<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    /// By module.
    scopes: Vec<Scope>,
    /// Dump sections and absolute paths name modules by these.
    module_names: FxHashMap<Symbol, ModuleId>,
    builtin_types: FxHashMap<Symbol, Ty>,
    builtin_fns: FxHashMap<Symbol, Builtin>,
    imports: Vec<Imported>,
    /// The module whose item is being resolved.
    module: ModuleId,
    locals: Locals,
    /// Diagnostics, by code and place, that want a name that is close.
    wanted: FxHashMap<(Code, Span), Wanted>,
    /// Whether `return` has a function to return from.
    in_function: bool,
    /// Whether what is resolved is a length or discriminant.
    in_anon: bool,
    /// The variants of large enums, as far as paths named one.
    variants: FxHashMap<(ItemId, Symbol), u32>,
    block_items: BlockItems,
    /// The items that aliases name.
    aliases: FxHashMap<ItemId, ItemId>,
    /// Types and modules that the item lacks, which are reported.
    missed: FxHashSet<Symbol>,
    /// The call whose callee is being resolved, and its arguments: for messages.
    calling: Option<(ExprId, vex_ir::pool::List<ExprId>)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Namespace {
    Type,
    Value,
}

fn module_index(id: ModuleId) -> usize {
    id.into_raw().into_u32() as usize
}

/// The namespaces an item's name lives in.
fn namespace(kind: &ItemKind) -> Option<Namespace> {
    match kind {
        ItemKind::Fn(_) | ItemKind::Const { .. } | ItemKind::Static { .. } => Some(Namespace::Value),
        ItemKind::Alias { .. } | ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Opaque => Some(Namespace::Type),
        ItemKind::Error
        | ItemKind::Import(_)
        | ItemKind::Anon
        | ItemKind::ExternBlock(_)
        | ItemKind::Impl(_)
        | ItemKind::Trait(_) => None,
    }
}

impl<'a> Resolver<'a> {
    fn new(cx: &'a mut Cx, ir: &'a mut Program) -> Resolver<'a> {
        let mut builtin_types = FxHashMap::default();
        let scalars = [("void", Ty::VOID), ("bool", Ty::BOOL), ("char", Ty::CHAR), ("str", Ty::STR), ("f32", Ty::F32)];
        let ints = IntTy::ALL.into_iter().map(|int| (int.name(), Ty::int(int)));
        for (name, ty) in scalars.into_iter().chain(ints).chain([("f64", Ty::F64), ("byte", Ty::U8)]) {
            builtin_types.insert(cx.interner.intern(name), ty);
        }
        let builtin_fns = Builtin::ALL.iter().map(|b| (cx.interner.intern(b.text()), *b)).collect();
        let module_names = ir.modules.iter().map(|(id, m)| (m.name, id)).collect();
        let scopes = ir.modules.iter().map(|_| Scope::default()).collect();
        let module = ir.root();
        Resolver {
            cx,
            ir,
            scopes,
            module_names,
            builtin_types,
            builtin_fns,
            imports: Vec::new(),
            module,
            locals: Locals::default(),
            wanted: FxHashMap::default(),
            in_function: false,
            in_anon: false,
            variants: FxHashMap::default(),
            block_items: BlockItems::default(),
            aliases: FxHashMap::default(),
            missed: FxHashSet::default(),
            calling: None,
        }
    }

    fn modules(&self) -> Vec<ModuleId> {
        self.ir.modules.iter().map(|(id, _)| id).collect()
    }

    /// Enters a module's own items into its scope.
    fn define_items(&mut self, module: ModuleId) {
        for id in self.ir.modules[module].items.clone() {
            if let ItemKind::ExternBlock(block) = &self.ir.items[id].kind {
                block.members.clone().into_iter().for_each(|member| self.define(module, member));
            } else {
                self.define(module, id);
            }
        }
    }

    fn define(&mut self, module: ModuleId, id: ItemId) {
        let name = self.ir.items[id].name;
        let scope = &mut self.scopes[module_index(module)];
        if matches!(self.ir.items[id].kind, ItemKind::Error) && name.name != Symbol::EMPTY {
            scope.broken.insert(name.name);
        }
        let Some(namespace) = namespace(&self.ir.items[id].kind) else { return };
        let map = if namespace == Namespace::Type { &mut scope.types } else { &mut scope.values };
        let Some(earlier) = map.get(&name.name) else {
            map.insert(name.name, Binding { item: id, import: None });
            return;
        };
        let earlier = earlier.item;
        self.redefinition(earlier, id);
    }

    /// Two foreign declarations of one name are one, if `extern-resolve` finds them alike.
    fn redefinition(&mut self, earlier: ItemId, later: ItemId) {
        let (first, second) = (&self.ir.items[earlier], &self.ir.items[later]);
        let opaque = matches!((&first.kind, &second.kind), (ItemKind::Opaque, ItemKind::Opaque));
        if (first.is_foreign() && second.is_foreign()) || opaque {
            return;
        }
        let (old, new) = (first.name, second.name);
        let text = self.cx.text(new.name);
        let message = format!("the name `{text}` is defined twice in this module");
        let diagnostic = Diagnostic::error(DUPLICATE_NAME, new.span, message)
            .label(format!("`{text}` again"))
            .secondary(old.span, "first defined here");
        self.cx.emit(diagnostic);
    }

    /// Binds what a module imports.
    fn bind_imports(&mut self, module: ModuleId) {
        let items = self.ir.modules[module].items.clone();
        for id in items {
            let ItemKind::Import(import) = &self.ir.items[id].kind else { continue };
            let names: Vec<(Ident, Ident, Option<ModuleId>)> = match &import.names {
                ImportNames::Module(name) => vec![(*name, *name, None)],
                ImportNames::Items(names) => names.iter().map(|n| (n.name, n.alias, n.module)).collect(),
            };
            let whole = matches!(import.names, ImportNames::Module(_));
            match &import.target {
                ImportTarget::Error => names.iter().for_each(|(_, alias, _)| self.broken(module, alias.name)),
                ImportTarget::Missing { searched } => {
                    let searched = searched.clone();
                    self.missing_module(id, &searched);
                    names.iter().for_each(|(_, alias, _)| self.broken(module, alias.name));
                }
                ImportTarget::Module(target) => {
                    let target = *target;
                    for (name, alias, _) in names {
                        if whole {
                            self.bind_module(module, target, alias);
                        } else {
                            self.bind_item(module, target, name, alias);
                        }
                    }
                }
                ImportTarget::Folder => {
                    let folder = import.path.clone();
                    for (name, alias, target) in names {
                        match target {
                            Some(target) => self.bind_module(module, target, alias),
                            None => {
                                self.missing_in_folder(&folder, name);
                                self.broken(module, alias.name);
                            }
                        }
                    }
                }
            }
        }
    }

    fn broken(&mut self, module: ModuleId, name: Symbol) {
        self.scopes[module_index(module)].broken.insert(name);
    }

    fn missing_module(&mut self, id: ItemId, searched: &[String]) {
        let ItemKind::Import(import) = &self.ir.items[id].kind else { return };
        let mut diagnostic =
            Diagnostic::error(MODULE_NOT_FOUND, import.path_span, format!("there is no module \"{}\"", import.path))
                .label("not found");
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
            diagnostic = diagnostic.note(self.std_list());
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
            diagnostic = diagnostic.note(self.std_list());
        }
        self.cx.emit(diagnostic);
    }

    fn new_import(&mut self, alias: Ident) -> usize {
        self.imports.push(Imported { span: alias.span, name: alias.name, used: false });
        self.imports.len() - 1
    }

    fn bind_module(&mut self, module: ModuleId, target: ModuleId, alias: Ident) {
        let import = self.new_import(alias);
        let scope = &mut self.scopes[module_index(module)];
        let old = scope.modules.insert(alias.name, ModuleBinding { module: target, import });
        if let Some(old) = old.filter(|old| old.module != target) {
            let first = self.imports[old.import].span;
            self.imports[old.import].used = true;
            self.imports[import].used = true;
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
        let scope = &self.scopes[module_index(target)];
        let own = |b: Option<&Binding>| b.filter(|b| b.import.is_none()).map(|b| b.item);
        let found = [own(scope.types.get(&name.name)), own(scope.values.get(&name.name))];
        if found == [None, None] {
            self.missing_item(target, name);
            return self.broken(module, alias.name);
        }
        let import = self.new_import(alias);
        for item in found.into_iter().flatten() {
            self.check_visible(item, name.span);
            let namespace = namespace(&self.ir.items[item].kind);
            let scope = &mut self.scopes[module_index(module)];
            let map = if namespace == Some(Namespace::Type) { &mut scope.types } else { &mut scope.values };
            let old = map.insert(alias.name, Binding { item, import: Some(import) });
            if let Some(old) = old.filter(|old| old.item != item) {
                let first = old.import.map_or(self.ir.items[old.item].name.span, |i| self.imports[i].span);
                // Which of the two a use means is not known: neither is called unused.
                for i in old.import.into_iter().chain([import]) {
                    self.imports[i].used = true;
                }
                self.double_import(alias, first);
            }
        }
    }

    fn missing_item(&mut self, target: ModuleId, name: Ident) {
        if self.scopes[module_index(target)].broken.contains(&name.name) {
            return;
        }
        let text = self.cx.text(name.name).to_string();
        let key = self.cx.text(self.ir.modules[target].key).to_string();
        let mut diagnostic =
            Diagnostic::error(NO_SUCH_ITEM, name.span, format!("module \"{key}\" has no `{text}`")).label("not found there");
        let removed = self.ir.removed.find(name.name, |from| from == RemovedFrom::Module(target));
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else {
            let among = Among::Members { of: target, own: target == self.module };
            return self.emit_near(diagnostic, &text, among, "something with a similar name exists");
        }
        self.cx.emit(diagnostic);
    }

    /// What `cfg` has removed that would have this name here.
    fn removed_here(&self, name: Ident) -> Vec<RemovedName> {
        let mut found = self.ir.removed.find(name.name, |from| match from {
            RemovedFrom::Module(module) => module == self.module,
            RemovedFrom::Scope(scope) => scope.lo <= name.span.lo && name.span.hi <= scope.hi,
            RemovedFrom::Part(_) | RemovedFrom::Expr(_) => false,
        });
        // What stands nearer hides the rest; of one place there may be several, each for a target.
        let width = |from: RemovedFrom| match from {
            RemovedFrom::Scope(scope) => scope.hi - scope.lo,
            RemovedFrom::Module(_) | RemovedFrom::Part(_) | RemovedFrom::Expr(_) => u32::MAX,
        };
        let nearest = found.iter().map(|removed| width(removed.from)).min();
        found.retain(|removed| Some(width(removed.from)) == nearest);
        found
    }

    /// Whether an item is visible outside of its module.
    fn is_visible(&self, id: ItemId) -> bool {
        let item = &self.ir.items[id];
        item.is_pub || item.is_foreign() || matches!(item.kind, ItemKind::Opaque)
    }

    /// Items are visible in their own module; elsewhere if `pub`, or a member of a top-level extern block.
    fn check_visible(&mut self, id: ItemId, span: Span) {
        let item = &self.ir.items[id];
        if self.is_visible(id) || item.module == self.module && !span.is_none() && self.same_file(item.span, span) {
            return;
        }
        let text = self.cx.text(item.name.name);
        let at = item.span.start();
        let diagnostic = Diagnostic::error(PRIVATE_ITEM, span, format!("`{text}` is private to its module"))
            .label("private")
            .secondary(item.name.span, "defined here, without `pub`")
            .fix(at, "pub ", "make it visible");
        self.cx.emit(diagnostic);
    }

    fn same_file(&self, a: Span, b: Span) -> bool {
        self.cx.sources.file_index(a) == self.cx.sources.file_index(b)
    }

    fn unused_imports(&mut self) {
        for i in 0..self.imports.len() {
            let Imported { span, name, used } = self.imports[i];
            if used {
                continue;
            }
            let text = self.cx.text(name);
            let diagnostic = Diagnostic::warning(UNUSED_IMPORT, "unused_imports", span, format!("unused import: `{text}`"))
                .label("never used");
            self.cx.emit(diagnostic);
        }
    }

    /// What a name means at the top level of a module, and marks the import that brings it as used.
    fn lookup(&mut self, module: ModuleId, namespace: Namespace, name: Symbol) -> Option<ItemId> {
        let scope = &self.scopes[module_index(module)];
        let map = if namespace == Namespace::Type { &scope.types } else { &scope.values };
        let binding = *map.get(&name)?;
        if let Some(import) = binding.import {
            self.imports[import].used = true;
        }
        Some(binding.item)
    }

    fn lookup_module(&mut self, name: Symbol) -> Option<ModuleId> {
        let binding = *self.scopes[module_index(self.module)].modules.get(&name)?;
        self.imports[binding.import].used = true;
        Some(binding.module)
    }

    /// Resolves an item, and the items inside it.
    fn item(&mut self, id: ItemId) {
        self.module = self.ir.items[id].module;
        match &self.ir.items[id].kind {
            ItemKind::ExternBlock(block) => {
                for member in block.members.clone() {
                    self.item(member);
                }
            }
            // It says what is wrong already: nothing behind it is part of the program.
            ItemKind::Error => self.ir.bodies[id].root = None,
            ItemKind::Import(_) | ItemKind::Impl(_) | ItemKind::Trait(_) | ItemKind::Opaque => {}
            ItemKind::Fn(_)
            | ItemKind::Const { .. }
            | ItemKind::Anon
            | ItemKind::Static { .. }
            | ItemKind::Alias { .. }
            | ItemKind::Struct(_)
            | ItemKind::Enum(_) => self.item_body(id),
        }
    }
}

/// `self` outside of methods and other names that can't be items.
fn is_reserved(name: Symbol) -> bool {
    name == sym::SELF || name == sym::SELF_TYPE
}
