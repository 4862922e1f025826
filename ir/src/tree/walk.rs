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
            Node::Expr(id) => self.expr_children(id, f),
            Node::Pat(id) => self.pat_children(id, f),
            Node::Type(id) => self.type_children(id, f),
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

    // Long because it has an arm for each kind of expression.
    fn expr_children<F: FnMut(Node) + ?Sized>(&self, id: ExprId, f: &mut F) {
        match self.exprs[id].kind {
            ExprKind::Error
            | ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Null
            | ExprKind::Local(_)
            | ExprKind::Variant(..)
            | ExprKind::Break { value: None, .. }
            | ExprKind::Continue { .. }
            | ExprKind::Return(None) => {}
            ExprKind::Format(pieces) => {
                for piece in &self.fmt_pieces[pieces] {
                    if let FmtPiece::Arg { expr, .. } = piece {
                        f((*expr).into());
                    }
                }
            }
            ExprKind::Path(path) => self.path_children(path, f),
            ExprKind::Item(_, generics) | ExprKind::Builtin(_, generics) => self.types_of(generics, f),
            ExprKind::Unary(_, e)
            | ExprKind::Field(e, _)
            | ExprKind::Convert(e)
            | ExprKind::Ref(_, e)
            | ExprKind::Deref(e)
            | ExprKind::Try(e)
            | ExprKind::Paren(e)
            | ExprKind::Loop { body: e, .. }
            | ExprKind::Break { value: Some(e), .. }
            | ExprKind::Return(Some(e)) => f(e.into()),
            ExprKind::Binary(_, a, b)
            | ExprKind::And(a, b)
            | ExprKind::Or(a, b)
            | ExprKind::Assign(a, b)
            | ExprKind::AssignOp(_, a, b)
            | ExprKind::Index(a, b)
            | ExprKind::Repeat(a, b)
            | ExprKind::While { cond: a, body: b, .. } => {
                f(a.into());
                f(b.into());
            }
            ExprKind::Call(callee, args) => {
                f(callee.into());
                self.exprs_of(args, f);
            }
            ExprKind::MethodCall { generics, args, .. } => {
                self.exprs_of(args, f);
                self.types_of(generics, f);
            }
            ExprKind::Method(_, list) | ExprKind::Tuple(list) | ExprKind::Array(list) => self.exprs_of(list, f),
            ExprKind::Cast(e, ty) => {
                f(e.into());
                f(ty.into());
            }
            ExprKind::Block(block) => self.block_children(block, f),
            ExprKind::If { cond, then, els } => {
                f(cond.into());
                f(then.into());
                els.into_iter().for_each(|e| f(e.into()));
            }
            ExprKind::Let(pat, e) => {
                f(pat.into());
                f(e.into());
            }
            ExprKind::For { pat, iter, body, .. } => {
                f(pat.into());
                f(iter.into());
                f(body.into());
            }
            ExprKind::Match(on, arms) => {
                f(on.into());
                for arm in &self.arms[arms] {
                    f(arm.pat.into());
                    arm.guard.into_iter().for_each(|e| f(e.into()));
                    f(arm.body.into());
                }
            }
            ExprKind::Range { lo, hi, .. } => lo.into_iter().chain(hi).for_each(|e| f(e.into())),
            ExprKind::Struct { ty, fields, base } => {
                f(ty.into());
                self.fields[fields].iter().for_each(|field| f(field.value.into()));
                base.into_iter().for_each(|e| f(e.into()));
            }
            ExprKind::OffsetOf(ty, _) => f(ty.into()),
            ExprKind::Make(ty, e) => {
                f(ty.into());
                f(e.into());
            }
        }
    }

    fn block_children<F: FnMut(Node) + ?Sized>(&self, block: Block, f: &mut F) {
        for stmt in &self.stmts[block.stmts] {
            match stmt.kind {
                StmtKind::Let { pat, ty, init, els } => {
                    f(pat.into());
                    ty.into_iter().for_each(|t| f(t.into()));
                    init.into_iter().chain(els).for_each(|e| f(e.into()));
                }
                StmtKind::Expr { expr, .. } | StmtKind::Defer(expr) => f(expr.into()),
                StmtKind::Item(_) => {}
            }
        }
    }

    fn pat_children<F: FnMut(Node) + ?Sized>(&self, id: PatId, f: &mut F) {
        match self.pats[id].kind {
            PatKind::Error | PatKind::Wild => {}
            PatKind::Bind { sub, .. } | PatKind::Local(_, sub) => sub.into_iter().for_each(|p| f(p.into())),
            PatKind::Value(e) => f(e.into()),
            PatKind::Range { lo, hi, .. } => lo.into_iter().chain(hi).for_each(|e| f(e.into())),
            PatKind::Or(pats) | PatKind::Tuple(pats) => self.pats_of(pats, f),
            PatKind::TupleStruct { path, pats } => {
                f(path.into());
                self.pats_of(pats, f);
            }
            PatKind::Struct { path, fields, .. } => {
                f(path.into());
                self.field_pats[fields].iter().for_each(|field| f(field.pat.into()));
            }
            PatKind::Ref(p) => f(p.into()),
        }
    }

    fn type_children<F: FnMut(Node) + ?Sized>(&self, id: TypeId, f: &mut F) {
        match self.types[id].kind {
            TypeKind::Error | TypeKind::Prim(_) | TypeKind::Variant(..) | TypeKind::Never | TypeKind::Infer => {}
            TypeKind::Path(path) => self.path_children(path, f),
            TypeKind::Item(_, list) | TypeKind::Tuple(list) => self.types_of(list, f),
            TypeKind::Ptr(_, t) | TypeKind::Ref(_, t) | TypeKind::Slice(t) => f(t.into()),
            TypeKind::Array(t, e) => {
                f(t.into());
                f(e.into());
            }
            TypeKind::Fn(sig) => {
                self.types_of(sig.params, f);
                sig.ret.into_iter().for_each(|t| f(t.into()));
            }
        }
    }

    fn path_children<F: FnMut(Node) + ?Sized>(&self, path: Path, f: &mut F) {
        for segment in &self.segments[path.segments] {
            self.types_of(segment.generics, f);
        }
    }

    fn exprs_of<F: FnMut(Node) + ?Sized>(&self, list: List<ExprId>, f: &mut F) {
        self.expr_lists[list].iter().for_each(|e| f((*e).into()));
    }

    fn pats_of<F: FnMut(Node) + ?Sized>(&self, list: List<PatId>, f: &mut F) {
        self.pat_lists[list].iter().for_each(|p| f((*p).into()));
    }

    fn types_of<F: FnMut(Node) + ?Sized>(&self, list: List<TypeId>, f: &mut F) {
        self.type_lists[list].iter().for_each(|t| f((*t).into()));
    }
}

impl Item {
    /// Calls `f` with the roots of its body: types and expressions of the signature, then the block or initializer.
    pub fn roots(&self, f: &mut dyn FnMut(Node)) {
        match &self.kind {
            ItemKind::Error
            | ItemKind::Import(_)
            | ItemKind::Opaque
            | ItemKind::ExternBlock(_)
            | ItemKind::Trait(_) => {}
            ItemKind::Fn(function) => {
                for param in &function.params {
                    f(param.pat.into());
                    f(param.ty.into());
                }
                function.ret.into_iter().for_each(|t| f(t.into()));
            }
            ItemKind::Const { ty } | ItemKind::Static { ty, .. } | ItemKind::Alias { ty, .. } => f((*ty).into()),
            ItemKind::Struct(item) => item.fields.iter().for_each(|field| f(field.ty.into())),
            ItemKind::Enum(item) => {
                for variant in &item.variants {
                    match &variant.payload {
                        Payload::None => {}
                        Payload::Tuple(tys) => tys.iter().for_each(|t| f((*t).into())),
                        Payload::Struct(fields) => fields.iter().for_each(|field| f(field.ty.into())),
                    }
                    variant.discriminant.into_iter().for_each(|e| f(e.into()));
                }
            }
            ItemKind::Impl(item) => {
                item.trait_.into_iter().for_each(|t| f(t.into()));
                f(item.self_ty.into());
            }
        }
        self.body.root.into_iter().for_each(|e| f(e.into()));
    }

    /// Calls `f` with every node of its body.
    pub fn walk<F: FnMut(Node) + ?Sized>(&self, f: &mut F) {
        let mut todo = Vec::new();
        self.roots(&mut |root| self.body.walk_with(root, &mut todo, f));
    }

    /// Items inside this one: members of blocks, and item statements.
    pub fn inner_items(&self) -> Vec<ItemId> {
        let mut inner = match &self.kind {
            ItemKind::ExternBlock(block) => block.members.clone(),
            ItemKind::Impl(item) => item.members.clone(),
            ItemKind::Trait(item) => item.members.clone(),
            _ => Vec::new(),
        };
        if self.body.may_have(Shapes::ITEM) {
            self.walk(&mut |node| {
                let Node::Expr(id) = node else { return };
                let ExprKind::Block(block) = self.body.exprs[id].kind else { return };
                inner.extend(self.body.stmts[block.stmts].iter().filter_map(|s| match s.kind {
                    StmtKind::Item(item) => Some(item),
                    _ => None,
                }));
            });
        }
        inner
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
                    todo.extend(self.items[id].inner_items().into_iter().rev());
                }
            }
        }
        live
    }
}
