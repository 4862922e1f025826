//! Generic traversal: the children of a node, whatever it is. Passes that handle few node kinds need no walker of their own.

use super::*;
use crate::pool::List;

/// A node of a body that has children.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Node {
    Expr(ExprId),
    Pat(PatId),
    Type(TypeId),
}

impl From<ExprId> for Node {
    fn from(id: ExprId) -> Node {
        Node::Expr(id)
    }
}
impl From<PatId> for Node {
    fn from(id: PatId) -> Node {
        Node::Pat(id)
    }
}
impl From<TypeId> for Node {
    fn from(id: TypeId) -> Node {
        Node::Type(id)
    }
}

impl Body {
    /// Calls `f` with every direct child of `node`, in source order.
    pub fn children<F: FnMut(Node) + ?Sized>(&self, node: Node, f: &mut F) {
        match node {
            Node::Expr(id) => self.exprs[id].kind.children(self, f),
            Node::Pat(id) => self.pats[id].kind.children(self, f),
            Node::Type(id) => self.types[id].kind.children(self, f),
        }
    }

    /// Calls `f` with `node` and everything below it, parents first. Needs no stack in proportion to depth.
    pub fn walk<F: FnMut(Node) + ?Sized>(&self, node: impl Into<Node>, f: &mut F) {
        self.walk_with(node.into(), &mut Vec::new(), f);
    }

    /// [`walk`](Self::walk) with memory of the caller's, which is left empty.
    fn walk_with<F: FnMut(Node) + ?Sized>(&self, root: Node, todo: &mut Vec<Node>, f: &mut F) {
        todo.push(root);
        while let Some(node) = todo.pop() {
            f(node);
            let from = todo.len();
            self.children(node, &mut |child| todo.push(child));
            todo[from..].reverse();
        }
    }
}

/// What a payload has of children.
pub(super) trait Children {
    fn children<F: FnMut(Node) + ?Sized>(self, body: &Body, f: &mut F);
}

macro_rules! children {
    ($($ty:ty: |$this:ident, $body:ident, $f:ident| $code:expr;)*) => {
        $(impl Children for $ty {
            #[inline(always)]
            #[allow(unused_variables)]
            fn children<F: FnMut(Node) + ?Sized>(self, $body: &Body, $f: &mut F) {
                let $this = self;
                $code
            }
        })*
    };
}

macro_rules! leaves {
    ($($ty:ty),* $(,)?) => {
        children! { $($ty: |this, body, f| {};)* }
    };
}

leaves! {
    u32, u64, bool, Conv, char, Symbol, Ident, BigInt, Suffix, StrKind, LocalId, ItemId, AnonConst, Builtin, Method, UnOp, BinOp, Mutability, Ty, Marker,
    List<u8>,
}

children! {
    ExprId: |id, body, f| f(Node::Expr(id));
    PatId: |id, body, f| f(Node::Pat(id));
    TypeId: |id, body, f| f(Node::Type(id));
    List<ExprId>: |list, body, f| body.expr_lists[list].iter().for_each(|e| e.children(body, f));
    List<PatId>: |list, body, f| body.pat_lists[list].iter().for_each(|p| p.children(body, f));
    List<TypeId>: |list, body, f| body.type_lists[list].iter().for_each(|t| t.children(body, f));
    List<FmtPiece>: |list, body, f| for piece in &body.fmt_pieces[list] {
        if let FmtPiece::Arg { expr, .. } = piece {
            expr.children(body, f);
        }
    };
    List<FieldInit>: |list, body, f| body.fields[list].iter().for_each(|field| field.value.children(body, f));
    List<FieldPat>: |list, body, f| body.field_pats[list].iter().for_each(|field| field.pat.children(body, f));
    List<Arm>: |list, body, f| for arm in &body.arms[list] {
        arm.pat.children(body, f);
        arm.guard.children(body, f);
        arm.body.children(body, f);
    };
    Path: |path, body, f| body.segments[path.segments].iter().for_each(|segment| segment.generics.children(body, f));
    Block: |block, body, f| body.stmts[block.stmts].iter().for_each(|stmt| stmt.kind.children(body, f));
    StmtKind: |kind, body, f| match kind {
        StmtKind::Let { pat, ty, init, els } => {
            pat.children(body, f);
            ty.children(body, f);
            init.children(body, f);
            els.children(body, f);
        }
        StmtKind::Expr { expr, .. } | StmtKind::Defer(expr) => expr.children(body, f),
        StmtKind::Item(_) => {}
    };
    FnTypeExpr: |sig, body, f| {
        sig.abi.children(body, f);
        sig.params.children(body, f);
        sig.ret.children(body, f);
    };
}

impl<T: Children> Children for Option<T> {
    #[inline(always)]
    fn children<F: FnMut(Node) + ?Sized>(self, body: &Body, f: &mut F) {
        if let Some(inner) = self {
            inner.children(body, f);
        }
    }
}

impl Body {
    /// The anonymous constant that stands in a node itself: the length of an array, a number as an argument.
    pub fn anon_in(&self, node: Node) -> Option<ItemId> {
        match node {
            Node::Expr(id) => match self.exprs[id].kind {
                ExprKind::Repeat(_, count) => count.item(),
                // No other expression has a length.
                _ => None,
            },
            Node::Type(id) => match self.types[id].kind {
                TypeKind::Array(_, value) | TypeKind::Number(value) => value.item(),
                // No other type has one.
                _ => None,
            },
            Node::Pat(_) => None,
        }
    }

    /// The items that stand in a node itself: as statements of a block, as length of an array, as an argument.
    pub fn items_in(&self, node: Node) -> impl Iterator<Item = ItemId> {
        let stmts = match node {
            Node::Expr(id) => match self.exprs[id].kind {
                ExprKind::Block(block) => block.stmts,
                // No other expression has statements.
                _ => List::default(),
            },
            Node::Type(_) | Node::Pat(_) => List::default(),
        };
        let anon = self.anon_in(node);
        let stmts = self.stmts[stmts].iter().filter_map(|stmt| match stmt.kind {
            StmtKind::Item(item) => Some(item),
            StmtKind::Let { .. } | StmtKind::Expr { .. } | StmtKind::Defer(_) => None,
        });
        stmts.chain(anon)
    }

    /// Calls `f` with every item that [`items_in`](Self::items_in) finds, and with those that nothing reaches.
    pub fn items_mut(&mut self, f: impl Fn(&mut ItemId)) {
        if self.may_have(Shapes::ITEM) {
            for stmt in self.stmts.all_mut() {
                if let StmtKind::Item(id) = &mut stmt.kind {
                    f(id);
                }
            }
        }
        if self.may_have(Shapes::ANON) {
            let values = self.types.values_mut().filter_map(|ty| match &mut ty.kind {
                TypeKind::Array(_, value) | TypeKind::Number(value) => value.item_mut(),
                // No other type has one.
                _ => None,
            });
            values.for_each(&f);
            let counts = self.exprs.values_mut().filter_map(|expr| match &mut expr.kind {
                ExprKind::Repeat(_, count) => count.item_mut(),
                // No other expression has a length.
                _ => None,
            });
            counts.for_each(&f);
        }
    }
}

impl Item {
    /// Calls `f` with the roots of the item's body: bounds, types and expressions of the signature, then the block or initializer.
    pub fn roots(&self, body: &Body, f: &mut dyn FnMut(Node)) {
        self.params().iter().flat_map(|param| param.number.iter().chain(&param.bounds)).for_each(|ty| f((*ty).into()));
        self.wheres().iter().flat_map(|pred| [&pred.ty].into_iter().chain(&pred.bounds)).for_each(|ty| f((*ty).into()));
        match &self.kind {
            ItemData::Error | ItemData::Import(_) | ItemData::Anon | ItemData::Opaque | ItemData::ExternBlock(_) => {}
            ItemData::AssocType(item) => item.bounds.iter().for_each(|t| f((*t).into())),
            ItemData::Trait(item) => item.supertraits.iter().for_each(|t| f((*t).into())),
            ItemData::Fn(function) => {
                for param in &function.params {
                    f(param.pat.into());
                    f(param.ty.into());
                }
                function.ret.into_iter().for_each(|t| f(t.into()));
            }
            ItemData::Const { ty } | ItemData::Static { ty, .. } | ItemData::Alias(AliasItem { ty, .. }) => {
                f((*ty).into())
            }
            ItemData::Struct(item) => item.fields.iter().for_each(|field| f(field.ty.into())),
            ItemData::Enum(item) => {
                for variant in &item.variants {
                    match &variant.payload {
                        Payload::None => {}
                        Payload::Tuple(tys) => tys.iter().for_each(|t| f((*t).into())),
                        Payload::Struct(fields) => fields.iter().for_each(|field| f(field.ty.into())),
                    }
                }
            }
            ItemData::Impl(item) => {
                item.trait_.into_iter().for_each(|t| f(t.into()));
                f(item.self_ty.into());
            }
        }
        body.root.into_iter().for_each(|e| f(e.into()));
    }

    /// Calls `f` with every node of the item's body.
    pub fn walk<F: FnMut(Node) + ?Sized>(&self, body: &Body, f: &mut F) {
        let mut todo = Vec::with_capacity(64);
        self.roots(body, &mut |root| body.walk_with(root, &mut todo, f));
    }

    /// Items inside this one: members of blocks, item statements, and anonymous constants.
    pub fn inner_items(&self, body: &Body) -> Vec<ItemId> {
        let mut inner = match &self.kind {
            ItemData::ExternBlock(block) => block.members.clone(),
            ItemData::Impl(item) => item.members.clone(),
            ItemData::Trait(item) => item.members.clone(),
            _ => Vec::new(),
        };
        self.items_in_body(body, &mut |item| inner.push(item));
        inner
    }

    /// Of those, the ones that are no members: item statements, and anonymous constants.
    pub fn items_in_body(&self, body: &Body, f: &mut impl FnMut(ItemId)) {
        if let ItemData::Enum(item) = &self.kind {
            item.variants.iter().filter_map(|variant| variant.discriminant?.item()).for_each(&mut *f);
        }
        if body.may_have(Shapes::ITEM) || body.may_have(Shapes::ANON) {
            self.walk(body, &mut |node| body.items_in(node).for_each(&mut *f));
        }
    }

    /// Calls `f` with every item that it names, but for those in its body.
    pub fn items_mut(&mut self, f: impl Fn(&mut ItemId)) {
        // Complete, so that what is added to items is thought of here.
        let Item { name: _, span: _, is_pub: _, attrs: _, docs: _, module: _, extern_block, member_of, kind } = self;
        extern_block.iter_mut().chain(member_of).for_each(&f);
        match kind {
            ItemData::ExternBlock(ExternBlock { members, .. })
            | ItemData::Impl(ImplItem { members, .. })
            | ItemData::Trait(TraitItem { members, .. }) => members.iter_mut().for_each(f),
            ItemData::Error
            | ItemData::Import(_)
            | ItemData::Fn(_)
            | ItemData::Const { .. }
            | ItemData::Anon
            | ItemData::Static { .. }
            | ItemData::Alias(_)
            | ItemData::Struct(_)
            | ItemData::Opaque
            | ItemData::AssocType(_) => {}
            ItemData::Enum(EnumItem { variants, .. }) => {
                variants.iter_mut().filter_map(|variant| variant.discriminant.as_mut()?.item_mut()).for_each(f);
            }
        }
    }
}

impl Program {
    /// The items that are part of the program: outer before inner, modules in order.
    pub fn live_items(&self) -> Vec<ItemId> {
        let mut live = Vec::with_capacity(self.items.len());
        for (_, module) in self.modules.iter() {
            for &id in &module.items {
                let mut todo = vec![id];
                while let Some(id) = todo.pop() {
                    live.push(id);
                    todo.extend(self.items[id].inner_items(&self.bodies[id]).into_iter().rev());
                }
            }
        }
        live
    }
}
