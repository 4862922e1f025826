//! Replaces every name by what it stands for: variables, items, variants, built-in functions and types.
//!
//! Language: Scoped -> Resolved
//! Establishes: no path is left; every variable is a local of its body; labels exist. Names that are not found are in `unknown` of
//! the body around them; imports that are needed know it.
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
//! import { helper as h } from "./util";
//!
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

mod body;
mod hints;
mod jump;
mod not_found;
mod number;
mod path;
mod pattern;
mod scope;
mod ty;

use not_found::NAME_NOT_FOUND;
use rustc_hash::{FxHashMap, FxHashSet};
use scope::{BlockItems, Locals};
use vex_ir::diag::closest;
use vex_ir::lang::{Resolved, Scoped, Step};
use vex_ir::symbol::sym;
use vex_ir::tree::scopes::{Among, DUPLICATE_NAME, NO_SUCH_ITEM, NoMember, UnknownName};
use vex_ir::tree::*;
use vex_ir::ty::Ty;
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

/// A body whose names are being resolved.
type Resolving<'a> = Write<Scoped, Resolved, &'a mut Body>;

/// Resolves an item and what is inside it.
pub fn run(cx: &mut Cx, sigs: &Sigs, nest: Step<Scoped, Resolved, &mut Nest<'_>>) {
    let nest = nest.into_inner();
    let locals = Locals::new(std::mem::take(&mut cx.by_symbol));
    let (outer, module) = (nest.outer, sigs.items[nest.outer].module);
    let mut resolver = Resolver {
        cx,
        ir: sigs,
        scopes: &sigs.scopes,
        nest,
        module,
        locals,
        unknown: Vec::new(),
        in_function: false,
        in_anon: false,
        block_items: BlockItems::default(),
        self_item: None,
        aliases: FxHashMap::default(),
        params: Params::default(),
        outer_params: Vec::new(),
        own_items: 0,
        missed: FxHashSet::default(),
        calling: None,
    };
    resolver.item(outer);
    let by_symbol = resolver.locals.into_inner();
    cx.by_symbol = by_symbol;
}

struct Resolver<'a, 'b> {
    cx: &'a mut Cx,
    ir: &'a Sigs,
    scopes: &'a Scopes,
    nest: &'a mut Nest<'b>,
    module: ModuleId,
    locals: Locals,
    /// Names that are not found, in the bodies that are being resolved.
    unknown: Vec<UnknownName>,
    /// Whether `return` has a function to return from.
    in_function: bool,
    /// Whether what is resolved is a length or discriminant.
    in_anon: bool,
    block_items: BlockItems,
    /// What the implementation around is for, if that is an item.
    self_item: Option<ItemId>,
    /// The items that aliases in blocks name.
    aliases: FxHashMap<ItemId, ItemId>,
    /// The parameters of the item whose body is resolved, and those of the items around it.
    params: Params<'a>,
    outer_params: Vec<Params<'a>>,
    /// From where on items of blocks stand inside the item whose body is resolved.
    own_items: usize,
    /// Types and modules that the item lacks, which are reported.
    missed: FxHashSet<Symbol>,
    /// The call whose callee is being resolved, and its arguments: for messages.
    calling: Option<(ExprId, vex_ir::pool::List<ExprId>)>,
}

/// The parameters that are in scope in an item.
#[derive(Clone, Copy, Default)]
struct Params<'a> {
    own: &'a [GenericParam],
    /// Those of the `impl` or trait around, which come before its own.
    around: &'a [GenericParam],
    /// The `impl` or trait that says what `Self` is.
    this: Option<ItemId>,
    /// Whether `Self` comes before all of them: in a trait, where it may be any type.
    open_self: bool,
}

impl<'a> Params<'a> {
    fn of(sigs: &'a Sigs, id: ItemId) -> Params<'a> {
        let item = &sigs.items[id];
        let around = item.member_of.map_or(&[][..], |around| sigs.items[around].params());
        let has_members = matches!(item.kind::<Scoped>(), ItemKind::Impl(_) | ItemKind::Trait(_));
        let this = item.member_of.or(has_members.then_some(id));
        let open_self = this.is_some_and(|this| sigs.items[this].is_trait());
        Params { own: item.params(), around, this, open_self }
    }

    /// The one at a position.
    fn at(self, position: u32) -> Option<&'a GenericParam> {
        self.all().nth((position as usize).checked_sub(usize::from(self.open_self))?)
    }

    /// All, in order.
    fn all(self) -> impl Iterator<Item = &'a GenericParam> {
        self.around.iter().chain(self.own)
    }
}

impl Resolver<'_, '_> {
    /// Resolves an item, and the items inside it.
    fn item(&mut self, id: ItemId) {
        match self.ir.items[id].kind::<Scoped>() {
            ItemKind::ExternBlock(block) => block.members.iter().for_each(|member| self.item(*member)),
            // It says what is wrong already: nothing behind it is part of the program.
            ItemKind::Error => {
                if let Some(body) = self.nest.take(id) {
                    body.root = None;
                }
            }
            ItemKind::Import(_) | ItemKind::Opaque => {}
            ItemKind::Fn(_)
            | ItemKind::Const { .. }
            | ItemKind::Anon
            | ItemKind::Static { .. }
            | ItemKind::Alias { .. }
            | ItemKind::Struct(_)
            | ItemKind::Enum(_)
            | ItemKind::AssocType(_) => self.item_body(id),
            ItemKind::Impl(ImplItem { members, .. }) | ItemKind::Trait(TraitItem { members, .. }) => {
                let around = self.self_item;
                self.item_body(id);
                members.iter().for_each(|member| self.item(*member));
                self.self_item = around;
            }
        }
    }

    /// Notes which item an alias in a block names.
    fn alias(&mut self, id: ItemId) {
        let Some(body) = self.nest.body(id) else { return };
        if let Some(found) = self.scopes.aliased(self.ir, id, body, |name| self.type_named(name)) {
            self.aliases.insert(id, found);
        }
    }

    /// The item that a chain of aliases ends with.
    fn behind_aliases(&self, mut item: ItemId) -> ItemId {
        // `sig-check` reports circles.
        for _ in 0..200 {
            let Some(&next) = self.aliases.get(&item).or_else(|| self.scopes.aliases.get(&item)) else { break };
            item = next;
        }
        item
    }

    /// What `cfg` has removed that would have this name here.
    fn removed_here(&self, name: Ident) -> Vec<RemovedName> {
        let mut found = self.ir.removed.find(name.name, |from| match from {
            RemovedFrom::Module(module) => module == self.module,
            RemovedFrom::Scope(scope) => scope.lo <= name.span.lo && name.span.hi <= scope.hi,
            RemovedFrom::Part(_) | RemovedFrom::Expr(_) => false,
        });
        // The innermost scope wins; it may have several removed items of one name, one for each target.
        let width = |from: RemovedFrom| match from {
            RemovedFrom::Scope(scope) => scope.hi - scope.lo,
            RemovedFrom::Module(_) | RemovedFrom::Part(_) | RemovedFrom::Expr(_) => u32::MAX,
        };
        let nearest = found.iter().map(|removed| width(removed.from)).min();
        found.retain(|removed| Some(width(removed.from)) == nearest);
        found
    }

    /// Reports a mention of an item that is not visible here.
    fn check_visible(&mut self, id: ItemId, span: Span) {
        if let Some(diagnostic) = self.ir.check_visible(self.cx, id, self.module, span) {
            self.cx.emit(diagnostic);
        }
    }

    /// Reports a name that a module does not have.
    fn missing_item(&mut self, module: ModuleId, name: Ident) {
        match self.ir.no_member(self.cx, self.scopes, module, name, module == self.module) {
            NoMember::Said => {}
            NoMember::Known(diagnostic) => self.cx.emit(diagnostic),
            NoMember::Unknown(name) => self.unknown.push(name),
        }
    }
}

/// `self` outside of methods, and other names that items cannot have.
fn is_reserved(name: Symbol) -> bool {
    name == sym::SELF || name == sym::SELF_TYPE
}
