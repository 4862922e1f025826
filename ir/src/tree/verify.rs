//! Does a Tree keep to its language? The law:
//!
//! 1. No production occurs that the grammar does not have.
//! 2. Every id points into its arena; every list into its pool (indexing would stop otherwise).
//! 3. With `ItemTypes`, every function, constant, static and type has its type.
//! 4. With `ExprTypes`, every expression that is reachable has a type that is interned, and every variable too.
//! 5. With `Externs`, every foreign item has a symbol.
//! 6. With `ConstValues`, every constant and every static with an initializer has a value.
//! 7. With `Defs`, every function and every static is declared in Flow.
//! 8. With `Scopes`, every item of a module is found in its scope.
//! 9. The body notes what kinds of nodes it has.

use crate::lang::{Grammar, Production, Violation};
use crate::span::Span;
use crate::tree::walk::Node;
use crate::tree::*;
use crate::ty::Ty;

/// Checks the whole program.
pub fn verify_tree(program: &Program, grammar: Grammar) -> Result<(), Violation> {
    if grammar.has(Production::Scopes)
        && let Err(id) = program.scopes.verify(program)
    {
        return Err(Violation::law(program.items[id].span, "the item is in no scope"));
    }
    for id in program.live_items() {
        let item = &program.items[id];
        Verifier { program, grammar, item, body: &program.bodies[id] }.item(id)?;
    }
    Ok(())
}

struct Verifier<'a> {
    program: &'a Program,
    grammar: Grammar,
    item: &'a Item,
    body: &'a Body,
}

impl Verifier<'_> {
    fn allow(&self, production: Production, span: Span) -> Result<(), Violation> {
        if self.grammar.has(production) { Ok(()) } else { Err(Violation::forbidden(production, span)) }
    }

    /// What a node needs; `None` for those of every language.
    fn belongs(&self, production: Option<Production>, span: Span) -> Result<(), Violation> {
        production.map_or(Ok(()), |production| self.allow(production, span))
    }

    fn item(&self, id: ItemId) -> Result<(), Violation> {
        let item = self.item;
        let span = item.span;
        self.belongs(item.kind.production(), span)?;
        match &item.kind {
            ItemData::Fn(FnItem { generics, abi, .. }) => {
                self.belongs(generics.production(), span)?;
                self.belongs(abi.production(), span)?;
            }
            ItemData::Struct(StructItem { generics, .. })
            | ItemData::Alias(AliasItem { generics, .. })
            | ItemData::Enum(EnumItem { generics, .. })
            | ItemData::Impl(ImplItem { generics, .. })
            | ItemData::Trait(TraitItem { generics, .. }) => self.belongs(generics.production(), span)?,
            ItemData::ExternBlock(block) => self.belongs(block.abi.production(), span)?,
            ItemData::Error
            | ItemData::Import(_)
            | ItemData::Const { .. }
            | ItemData::Anon
            | ItemData::Static { .. }
            | ItemData::Opaque
            | ItemData::AssocType(_) => {}
        }
        item.attrs.iter().try_for_each(|a| self.attr(a))?;
        self.attr_lists()?;
        self.properties(id)?;
        let mut found = Ok(());
        item.walk(self.body, &mut |node| {
            if found.is_ok() {
                found = self.node(node);
            }
        });
        found
    }

    fn attr(&self, attr: &Attr) -> Result<(), Violation> {
        self.belongs(attr.kind.production(), attr.span)
    }

    /// The attributes inside the item that is reachable: of parameters, fields, variants, statements and arms.
    fn attr_lists(&self) -> Result<(), Violation> {
        let body = self.body;
        if body.attrs.all().is_empty() {
            return Ok(());
        }
        let mut lists = Vec::new();
        match &self.item.kind {
            ItemData::Fn(f) => lists.extend(f.params.iter().map(|p| p.attrs)),
            ItemData::Struct(s) => lists.extend(s.fields.iter().map(|f| f.attrs)),
            ItemData::Enum(e) => lists.extend(e.variants.iter().map(|v| v.attrs)),
            _ => {}
        }
        self.item.walk(body, &mut |node| {
            let Node::Expr(id) = node else { return };
            match body.exprs[id].kind {
                ExprKind::Block(block) => lists.extend(body.stmts[block.stmts].iter().map(|s| s.attrs)),
                ExprKind::Match(_, arms) => lists.extend(body.arms[arms].iter().map(|a| a.attrs)),
                ExprKind::Struct { fields, .. } => lists.extend(body.fields[fields].iter().map(|f| f.attrs)),
                _ => {}
            }
        });
        lists.into_iter().flat_map(|list| &body.attrs[list]).try_for_each(|a| self.attr(a))
    }

    fn properties(&self, id: ItemId) -> Result<(), Violation> {
        let item = self.item;
        let has_ty = self.program.item_ty(id) != ItemTy::None;
        let needs_ty = !matches!(
            item.kind,
            ItemData::Error | ItemData::Import(_) | ItemData::ExternBlock(_) | ItemData::Impl(_) | ItemData::Trait(_)
        );
        if self.grammar.has(Production::ItemTypes) && needs_ty && !has_ty {
            return Err(Violation::law(item.span, "the item has no type"));
        }
        let symbol = self.program.externs.of_item.get(item_index(id)).copied().unwrap_or(0);
        if self.grammar.has(Production::Externs) && item.is_foreign() && symbol == 0 {
            return Err(Violation::law(item.span, "the foreign item has no symbol"));
        }
        let defs = &self.program.defs;
        let has_value = match item.kind {
            ItemData::Static { .. } => defs.global(id).is_some_and(|global| defs.sigs.globals[global].init.is_some()),
            _ => defs.value(id).is_some(),
        };
        let needs_value =
            matches!(item.kind, ItemData::Const { .. } | ItemData::Static { .. }) && self.body.root.is_some();
        let needs_value = needs_value && !self.program.is_open_const(id);
        if self.grammar.has(Production::ConstValues) && needs_value && !has_value {
            return Err(Violation::law(item.span, "the constant has no value"));
        }
        let is_declared = match item.kind {
            ItemData::Fn(_) => defs.function(id).is_some(),
            ItemData::Const { .. } => !self.program.is_const_fn(id) || defs.function(id).is_some(),
            ItemData::Static { .. } => defs.global(id).is_some(),
            // Nothing in Flow.
            _ => true,
        };
        if self.grammar.has(Production::Defs) && !is_declared {
            return Err(Violation::law(item.span, "the item is not declared in Flow"));
        }
        Ok(())
    }

    fn node(&self, node: Node) -> Result<(), Violation> {
        let body = self.body;
        if !body.is_noted(node) {
            return Err(Violation::law(self.item.span, "a kind of node that the body has is not noted in it"));
        }
        match node {
            Node::Expr(id) => self.expr(id),
            Node::Pat(id) => {
                let pat = body.pats[id];
                self.belongs(pat.kind.production(), pat.span)?;
                match pat.kind {
                    PatKind::Local(local, _) => self.typed(body.locals[local].ty, pat.span),
                    // Only variables have types.
                    _ => Ok(()),
                }
            }
            Node::Type(id) => {
                let ty = body.types[id];
                self.belongs(ty.kind.production(), ty.span)?;
                match ty.kind {
                    TypeKind::Fn(sig) => self.belongs(sig.abi.production(), ty.span),
                    // Only functions have an ABI.
                    _ => Ok(()),
                }
            }
        }
    }

    /// Every interned type is in the table; [`Ty::UNKNOWN`] is not.
    fn typed(&self, ty: Ty, span: Span) -> Result<(), Violation> {
        if self.grammar.has(Production::ExprTypes) && ty.index() >= self.program.types.len() {
            return Err(Violation::law(span, "a type was not decided"));
        }
        Ok(())
    }

    fn expr(&self, id: ExprId) -> Result<(), Violation> {
        let expr = self.body.exprs[id];
        if self.grammar.has(Production::ExprTypes) && expr_index(id) >= self.body.ty.len() {
            return Err(Violation::law(expr.span, "an expression has no type"));
        }
        self.belongs(expr.kind.production(), expr.span)?;
        self.typed(self.body.expr_ty(id), expr.span)
    }
}
