//! Decides every `cfg` from the target and the options, and removes what is off.
//!
//! Messages speak of what was removed: its names and attributes are kept in `Program::removed`.
//!
//! Language: Desugared -> Pruned
//! Establishes: no `cfg` and no `cfg_attr` is left; what they refused is gone from every list. `#[test]` functions are there
//! where `cfg(test)` holds, and nowhere else.
//! Preserves: everything else, and the order of what stays. Where the last statement of a block goes, the one before it is
//! the last.
//!
//! Before:
//! ```vex
//! #[cfg(target_pointer_width = "128")]
//! #[allow(unexpected_cfgs)]
//! import { wide } from "./does_not_exist";
//!
//! #[cfg_attr(not(false), inline)]
//! fn answer(#[cfg(any())] huge: i128, small: i32) -> i32 {
//!     #[cfg(all(false, true))]
//!     return 1;
//!     small
//! }
//! ```
//! After:
//! ```vex
//! #[inline]
//! fn answer(small: i32) -> i32 {
//!     small
//! }
//! ```

mod eval;

use eval::Evaluator;
use std::mem::{discriminant, take};
use vex_ir::lang::{Desugared, Pruned, Step};
use vex_ir::pool::{List, Pool};
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic};

/// An attribute that contradicts one which `cfg_attr` adds.
const CONTRADICTORY_CFG_ATTR: Code = Code("E0122");
/// Two values of one block.
const TWO_BLOCK_VALUES: Code = Code("E0123");

pub fn run(cx: &mut Cx, mut ir: Step<Desugared, Pruned, &mut Program>) {
    let mut pruner = Pruner { eval: Evaluator::new(cx), todo: Vec::new(), removed: Removed::default() };
    let (Sigs { modules, items, .. }, bodies) = ir.split();
    let items = &mut Items { items, bodies };
    for (module_id, module) in modules.iter_mut() {
        module.items.retain(|&id| {
            let kept = pruner.item(items, id, RemovedFrom::Module(module_id));
            while let Some((id, from)) = pruner.todo.pop() {
                pruner.inside(items, id, from);
            }
            kept
        });
    }
    ir.removed = pruner.removed;
}

/// A body of which part is pruned.
type Pruning = Write<Desugared, Pruned, Body>;

/// All items with their bodies.
struct Items<'a> {
    items: &'a mut la_arena::Arena<Item>,
    bodies: Bodies<'a, Desugared, Pruned>,
}

struct Pruner<'a> {
    eval: Evaluator<'a>,
    /// Items that stay, whose insides are to be looked at, and where they are visible.
    todo: Vec<(ItemId, RemovedFrom)>,
    removed: Removed,
}

impl Pruner<'_> {
    /// Whether an item stays.
    fn item(&mut self, items: &mut Items<'_>, id: ItemId, from: RemovedFrom) -> bool {
        let item = &mut items.items[id];
        if item.attrs.iter().any(is_gate) {
            match self.gate(take(&mut item.attrs)) {
                Ok(attrs) => item.attrs = attrs,
                Err(refused) => {
                    let condition = self.removed.condition(refused);
                    self.forget_item(items, id, from, condition);
                    return false;
                }
            }
        }
        self.todo.push((id, from));
        true
    }

    /// Remembers the names that an item would have brought.
    fn forget_item(&mut self, items: &Items<'_>, id: ItemId, from: RemovedFrom, condition: u32) {
        let item = &items.items[id];
        let removed = &mut self.removed;
        match item.kind::<Desugared>() {
            ItemKind::ExternBlock(block) => {
                block.members.iter().for_each(|member| removed.add(items.items[*member].name, from, condition));
            }
            ItemKind::Import(import) => match &import.names {
                ImportNames::Module(name) => removed.add(*name, from, condition),
                ImportNames::Items(names) => names.iter().for_each(|n| removed.add(n.alias, from, condition)),
            },
            // They have no names of their own, and what they would have declared is unknown.
            ItemKind::Error | ItemKind::Impl(_) => {}
            ItemKind::Fn(_)
            | ItemKind::Const { .. }
            | ItemKind::Anon
            | ItemKind::Static { .. }
            | ItemKind::Alias { .. }
            | ItemKind::Struct(_)
            | ItemKind::Enum(_)
            | ItemKind::Opaque
            | ItemKind::AssocType(_)
            | ItemKind::Trait(_) => removed.add(item.name, from, condition),
        }
    }

    /// Remembers the variables that a pattern would have bound.
    fn forget_variables(&mut self, body: &Pruning, pat: PatId, from: RemovedFrom, condition: u32) {
        let mut todo = vec![Node::Pat(pat)];
        while let Some(node) = todo.pop() {
            let Node::Pat(pat) = node else { continue };
            if let PatKind::Bind { name, .. } = body.pat(pat) {
                self.removed.add(name, from, condition);
            }
            body.children(node, &mut |child| todo.push(child));
        }
    }

    /// What is in an item that stays.
    fn inside(&mut self, items: &mut Items<'_>, id: ItemId, from: RemovedFrom) {
        self.members(items, id, from);
        let body = items.bodies.get(id);
        let gated = body.attrs.all().iter().any(is_gate);
        let nested = body.may_have(Shapes::ITEM) || body.may_have(Shapes::ANON);
        // True of nearly every item.
        if !gated && !nested {
            return self.discriminants(items, id);
        }
        let mut body = items.bodies.take(id);
        self.parts(&mut items.items[id], &mut body, id);
        self.discriminants(items, id);
        let mut todo = Vec::new();
        items.items[id].roots(&body, &mut |node| todo.push(node));
        todo.reverse();
        while let Some(node) = todo.pop() {
            self.node(items, &mut body, node);
            let anon = body.anon_in(node);
            anon.into_iter().for_each(|id| self.inside(items, id, RemovedFrom::Part(id)));
            let from = todo.len();
            body.children(node, &mut |child| todo.push(child));
            todo[from..].reverse();
        }
        items.bodies.put(id, body);
    }

    /// What is in the discriminants of variants that stay.
    fn discriminants(&mut self, items: &mut Items<'_>, id: ItemId) {
        let ItemKind::Enum(def) = items.items[id].kind::<Desugared>() else { return };
        let values: Vec<ItemId> = def.variants.iter().filter_map(|variant| variant.discriminant?.item()).collect();
        values.into_iter().for_each(|value| self.inside(items, value, RemovedFrom::Part(id)));
    }

    /// Members of extern blocks, `impl` and `trait`.
    fn members(&mut self, items: &mut Items<'_>, id: ItemId, from: RemovedFrom) {
        let from = match items.items[id].kind::<Desugared>() {
            // Its members are items of the module, or of the block around.
            ItemKind::ExternBlock(_) => from,
            _ => RemovedFrom::Part(id),
        };
        let Some(list) = items.items[id].members_mut() else { return };
        let mut members = take(list);
        members.retain(|&member| self.item(items, member, from));
        if let Some(list) = items.items[id].members_mut() {
            *list = members;
        }
    }

    /// Parameters, fields and variants.
    fn parts(&mut self, item: &mut Item, body: &mut Pruning, id: ItemId) {
        let mut pool = take(&mut body.attrs);
        let from = RemovedFrom::Part(id);
        let span = item.span;
        match item.raw_mut() {
            ItemData::Fn(function) => function.params.retain_mut(|param| {
                let refused = self.refused(&mut pool, &mut param.attrs);
                refused.is_none_or(|refused| {
                    let condition = self.removed.condition(refused);
                    self.forget_variables(body, param.pat, RemovedFrom::Scope(span), condition);
                    self.forget_variables(body, param.pat, from, condition);
                    false
                })
            }),
            ItemData::Struct(def) => {
                def.fields.retain_mut(|field| self.part(&mut pool, &mut field.attrs, field.name, from));
            }
            ItemData::Enum(def) => {
                def.variants.retain_mut(|variant| self.part(&mut pool, &mut variant.attrs, variant.name, from));
                for variant in &mut def.variants {
                    if let Payload::Struct(fields) = &mut variant.payload {
                        fields.retain_mut(|field| self.part(&mut pool, &mut field.attrs, field.name, from));
                    }
                }
            }
            // They have no parts with attributes of their own, but in their bodies; or items as members.
            ItemData::Error
            | ItemData::Import(_)
            | ItemData::Const { .. }
            | ItemData::Anon
            | ItemData::Static { .. }
            | ItemData::Alias(_)
            | ItemData::Opaque
            | ItemData::AssocType(_)
            | ItemData::ExternBlock(_)
            | ItemData::Impl(_)
            | ItemData::Trait(_) => {}
        }
        body.attrs = pool;
    }

    /// Whether a part of an item stays; remembers its name if not.
    fn part(&mut self, pool: &mut Pool<Attr>, attrs: &mut List<Attr>, name: Ident, from: RemovedFrom) -> bool {
        let Some(refused) = self.refused(pool, attrs) else { return true };
        let condition = self.removed.condition(refused);
        self.removed.add(name, from, condition);
        false
    }

    /// Statements, arms and fields in an expression or pattern.
    fn node(&mut self, items: &mut Items<'_>, body: &mut Pruning, node: Node) {
        match node {
            Node::Expr(id) => {
                let from = RemovedFrom::Expr(body.span(id));
                match body.kind(id) {
                    ExprKind::Block(block) => self.block(items, body, id, block),
                    ExprKind::Match(on, arms) => {
                        let arms = self.arms(body, arms, from);
                        body.set(id, ExprKind::Match(on, arms));
                    }
                    ExprKind::Struct { ty, mut fields, base } => {
                        let Body { attrs, fields: all, .. } = &mut **body;
                        all.retain(&mut fields, |field| self.part(attrs, &mut field.attrs, field.name, from));
                        body.set(id, ExprKind::Struct { ty, fields, base });
                    }
                    // No other expression has attributes in it.
                    _ => {}
                }
            }
            Node::Pat(id) => {
                if let PatKind::Struct { ty, mut fields, rest } = body.pat(id) {
                    let Body { attrs, field_pats, .. } = &mut **body;
                    field_pats.retain(&mut fields, |field| self.refused(attrs, &mut field.attrs).is_none());
                    body.set_pat(id, PatKind::Struct { ty, fields, rest });
                }
            }
            Node::Type(_) => {}
        }
    }

    fn block(&mut self, items: &mut Items<'_>, body: &mut Pruning, id: ExprId, mut block: Block) {
        let from = RemovedFrom::Scope(body.span(id));
        let mut lets: Vec<(PatId, u32)> = Vec::new();
        let Body { attrs, stmts, .. } = &mut **body;
        stmts.retain(&mut block.stmts, |stmt| {
            let refused = self.refused(attrs, &mut stmt.attrs);
            match (stmt.kind, refused) {
                (StmtKind::Item(item), None) => return self.item(items, item, from),
                (_, None) => return true,
                (StmtKind::Item(item), Some(refused)) => {
                    let condition = self.removed.condition(refused);
                    self.forget_item(items, item, from, condition);
                }
                (StmtKind::Let { pat, .. }, Some(refused)) => {
                    lets.push((pat, self.removed.condition(refused)));
                }
                (StmtKind::Expr { .. } | StmtKind::Defer(_), Some(_)) => {}
            }
            false
        });
        for (pat, condition) in lets {
            self.forget_variables(body, pat, from, condition);
        }
        body.set(id, ExprKind::Block(block));
        self.one_value(body, block.stmts);
    }

    /// The arms that stay. Those that go are remembered by the texts of their patterns.
    fn arms(&mut self, body: &mut Pruning, mut arms: List<Arm>, from: RemovedFrom) -> List<Arm> {
        let Body { attrs, pats, arms: all, .. } = &mut **body;
        all.retain(&mut arms, |arm| {
            let Some(refused) = self.refused(attrs, &mut arm.attrs) else { return true };
            let condition = self.removed.condition(refused);
            let span = pats[arm.pat].span;
            let text = self.eval.cx.snippet(span).to_string();
            let name = self.eval.cx.interner.intern(&text);
            self.removed.add(Ident { name, span }, from, condition);
            false
        });
        arms
    }

    /// Reports a block of which more than one value is left.
    fn one_value(&mut self, body: &Pruning, stmts: List<Stmt>) {
        let Some((last, before)) = body.stmts[stmts].split_last() else { return };
        for stmt in before {
            let StmtKind::Expr { expr, semi: false } = stmt.kind else { continue };
            if !body.kind(expr).ends_statement() {
                let message = "a block has one value, and this is followed by more where these conditions hold";
                let diagnostic =
                    Diagnostic::error(TWO_BLOCK_VALUES, body.exprs[expr].span, message).label("this stays");
                self.eval.cx.emit(diagnostic.secondary(last.span, "this stays too"));
            }
        }
    }

    /// The gates that refuse what has these attributes; drops the gates from the list if there are none.
    fn refused(&mut self, pool: &mut Pool<Attr>, list: &mut List<Attr>) -> Option<Vec<Attr>> {
        if !pool[*list].iter().any(is_gate) {
            return None;
        }
        let attrs = pool[*list].to_vec();
        match self.gate(attrs) {
            Ok(attrs) => {
                *list = pool.alloc(attrs);
                None
            }
            Err(refused) => Some(refused),
        }
    }

    /// The attributes without gates; `Err` with the gates that refuse, if one does.
    fn gate(&mut self, attrs: Vec<Attr>) -> Result<Vec<Attr>, Vec<Attr>> {
        let mut kept: Vec<Attr> = Vec::with_capacity(attrs.len());
        // Attributes to go, the next one last; and whether `cfg_attr` added it.
        let mut rest: Vec<(Attr, bool)> = attrs.into_iter().rev().map(|attr| (attr, false)).collect();
        let mut refused = Vec::new();
        let mut conditional = false;
        while let Some((attr, added)) = rest.pop() {
            match attr.kind::<Desugared>() {
                // The rest is evaluated all the same, for its warnings.
                AttrKind::Cfg(pred) => {
                    if !self.eval.holds(pred) {
                        refused.push(attr);
                    }
                }
                AttrKind::CfgAttr(pred, attrs) => {
                    if self.eval.holds(pred) {
                        rest.extend(attrs.iter().rev().map(|attr| (attr.clone(), true)));
                    }
                }
                AttrKind::Typed(kind) => {
                    // A test is a part of the program that tests, as if `#[cfg(test)]` stood on it.
                    if *kind == TypedAttr::Test && !self.eval.cx.options.test {
                        refused.push(attr.clone());
                    }
                    conditional |= added;
                    kept.push(attr);
                }
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        if conditional {
            self.remove_repeated(&mut kept);
        }
        Ok(kept)
    }

    /// `attr-desugar` could not know whether what `cfg_attr` adds is there already, or says something else.
    fn remove_repeated(&mut self, attrs: &mut Vec<Attr>) {
        let mut firsts: Vec<Attr> = Vec::new();
        attrs.retain(|second| {
            let kind = second.typed();
            if !kind.is_once() {
                return true;
            }
            let Some(first) = firsts.iter().find(|first| discriminant(first.typed()) == discriminant(kind)) else {
                firsts.push(second.clone());
                return true;
            };
            if first.typed() != kind {
                let message = "attributes that contradict each other where this condition holds";
                let diagnostic =
                    Diagnostic::error(CONTRADICTORY_CFG_ATTR, second.span, message).label("this says something else");
                self.eval.cx.emit(diagnostic.secondary(first.span, "than this"));
            }
            false
        });
    }
}

fn is_gate(attr: &Attr) -> bool {
    match attr.raw() {
        AttrData::Cfg(_) | AttrData::CfgAttr(..) => true,
        AttrData::Typed(kind) => *kind == TypedAttr::Test,
        // Replaced, and left in the pool.
        AttrData::Raw(_) => false,
    }
}
