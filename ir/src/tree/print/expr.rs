//! Expressions.

use super::operator::prec;
use super::*;
use crate::pool::List;
use crate::stack::deep;
use crate::ty::{Ty, TyKind};

/// Where an expression stands, as far as that decides which parentheses it needs.
#[derive(Clone, Copy, Default)]
pub(super) struct At {
    /// In the head of `if`, `while`, `for` or `match`, where `{` begins the body.
    pub(super) head: bool,
    /// At the start of a statement or arm, where `{ … }` would end it.
    pub(super) start: bool,
}

impl<'a> Printer<'a> {
    pub(super) fn kind(&self, id: ExprId) -> &'a ExprKind {
        &self.body.exprs[self.shown(id)].kind
    }

    /// The expression itself, or what is printed in its place: `type-check` puts back what is left out.
    pub(super) fn shown(&self, mut id: ExprId) -> ExprId {
        let ty = |id| self.body.expr_ty(id);
        while !self.body.ty.is_empty() {
            id = match self.body.exprs[id].kind {
                ExprKind::Convert(e) if ty(e) == ty(id) || ty(e) == Ty::NEVER || self.is_text(e) => e,
                _ => break,
            };
        }
        id
    }

    /// Whether it is a string literal, which converts to `*u8` though no other string does.
    fn is_text(&self, id: ExprId) -> bool {
        matches!(self.body.exprs[id].kind, ExprKind::Str { kind: StrKind::Str, .. })
    }

    fn is_slicing(&self, id: ExprId) -> bool {
        match self.body.exprs[id].kind {
            ExprKind::Index(_, index) => matches!(self.body.exprs[index].kind, ExprKind::Range { .. }),
            _ => false,
        }
    }

    /// Whether it is a slice that may be written: only its type says so.
    pub(super) fn is_mut_slicing(&self, id: ExprId) -> bool {
        if self.body.ty.is_empty() || !self.is_slicing(id) {
            return false;
        }
        let ty = self.body.expr_ty(id);
        ty != Ty::UNKNOWN && matches!(self.program.types.kind(ty), TyKind::Ref(Mutability::Mut, _))
    }

    pub(super) fn parens(&self, doc: Doc<'a>) -> Doc<'a> {
        self.text("(").append(doc).append(")")
    }

    pub(super) fn expr(&self, id: ExprId, at: At) -> Doc<'a> {
        deep(|| self.expr_here(id, at))
    }

    // Long because it has an arm for each kind of expression.
    fn expr_here(&self, id: ExprId, at: At) -> Doc<'a> {
        let id = self.shown(id);
        let kind = &self.body.exprs[id].kind;
        // `x { ..b }` in a head would be taken for a struct literal.
        let misread = kind.is_block_like() || matches!(kind, ExprKind::Range { lo: None, .. });
        if at.start && misread || at.head && matches!(kind, ExprKind::Struct { .. }) {
            return self.parens(self.expr(id, At::default()));
        }
        match *kind {
            ExprKind::Error(_)
            | ExprKind::Int { .. }
            | ExprKind::Float { .. }
            | ExprKind::Bool(_)
            | ExprKind::Char(_)
            | ExprKind::Str { .. }
            | ExprKind::Format(_)
            | ExprKind::Null => self.literal(kind),
            ExprKind::Path(path) => self.path(path, true),
            ExprKind::Local(local) => self.name(self.body.locals[local].name),
            ExprKind::Param(_, name) => self.name(name),
            ExprKind::Item(item, generics) => self.item_path(item, generics),
            ExprKind::Member { of, name, generics } => {
                self.owner(of).append("::").append(self.name(name)).append(self.generics(generics, true))
            }
            ExprKind::Variant(item, index, of) => self.variant(item, index, of),
            ExprKind::Builtin(builtin, generics) => self.text(builtin.text()).append(self.generics(generics, true)),
            ExprKind::Binary(..) | ExprKind::And(..) | ExprKind::Or(..) => self.chain(id, at),
            ExprKind::Call(..)
            | ExprKind::MethodCall { .. }
            | ExprKind::Method(..)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Try(_) => {
                let start = if self.is_mut_slicing(id) { "&mut " } else { "" };
                self.text(start).append(self.postfix(id, At { start: at.start && start.is_empty(), ..at }))
            }
            ExprKind::Cast(..) | ExprKind::Convert(_) => self.casts(id, at),
            ExprKind::Unary(_, e) | ExprKind::Deref(e) | ExprKind::Ref(_, e) => self.prefix(kind, e, at),
            ExprKind::Assign(to, value) => self.assign(to, " = ".into(), value, at),
            ExprKind::AssignOp(op, to, value) => self.assign(to, format!(" {}= ", op.text()), value, at),
            ExprKind::Range { lo, hi, inclusive } => self.range(lo, hi, inclusive, at),
            ExprKind::Tuple(list) => self.tuple(list),
            ExprKind::Array(list) => self.list("[", self.exprs(list), "]", true),
            ExprKind::Repeat(value, count) => self.repeat(value, count),
            ExprKind::Struct { ty, fields, base } => self.struct_lit(ty, fields, base),
            ExprKind::OffsetOf(ty, field) => {
                self.text("offset_of(").append(self.ty(ty, false)).append(", ").append(self.name(field)).append(")")
            }
            ExprKind::Make(ty, count) => self.make(ty, count),
            ExprKind::Return(value) => self.jump("return", Symbol::EMPTY, value, at),
            ExprKind::Break { label, value } => self.jump("break", label, value, at),
            ExprKind::Continue { label } => self.jump("continue", label, None, at),
            ExprKind::Let(pat, value) => {
                let start = self.text("let ").append(self.pat(pat)).append(" = ");
                start.append(self.operand(value, prec::COMPARE, At { start: false, ..at }))
            }
            ExprKind::Block(block) => self.block(block, true),
            ExprKind::If { .. } => self.if_else(id, true).group(),
            ExprKind::While { label, cond, body } => {
                let head = self.label(label).append("while ").append(self.head(cond)).append(" ");
                head.append(self.body_block(body, false))
            }
            ExprKind::Loop { label, body } => self.label(label).append("loop ").append(self.body_block(body, false)),
            ExprKind::For { label, pat, iter, body } => {
                let head =
                    self.label(label).append("for ").append(self.pat(pat)).append(" in ").append(self.head(iter));
                head.append(" ").append(self.body_block(body, false))
            }
            ExprKind::Match(on, arms) => {
                let arms = self.deeper(|| self.body.arms[arms].iter().map(|arm| self.arm(arm)).collect());
                self.text("match ").append(self.head(on)).append(" ").append(self.lines(arms))
            }
        }
    }

    fn exprs(&self, list: List<ExprId>) -> Vec<Doc<'a>> {
        self.deeper(|| self.body.expr_lists[list].iter().map(|&e| self.expr(e, At::default())).collect())
    }

    /// What stands between a keyword and a block.
    pub(super) fn head(&self, id: ExprId) -> Doc<'a> {
        self.expr(id, At { head: true, start: false })
    }

    pub(super) fn label(&self, label: Symbol) -> Doc<'a> {
        if label == Symbol::EMPTY { self.nil() } else { self.text("'").append(self.name(label)).append(": ") }
    }

    fn tuple(&self, list: List<ExprId>) -> Doc<'a> {
        match <[Doc<'a>; 1]>::try_from(self.exprs(list)) {
            Ok([one]) => self.text("(").append(one).append(",)"),
            Err(docs) => self.list("(", docs, ")", true),
        }
    }

    fn make(&self, ty: TypeId, count: ExprId) -> Doc<'a> {
        let start = self.text("make([").append(self.ty(ty, false)).append("], ");
        start.append(self.expr(count, At::default())).append(")")
    }

    fn repeat(&self, value: ExprId, count: AnonConst) -> Doc<'a> {
        let start = self.text("[").append(self.expr(value, At::default())).append("; ");
        start.append(self.anon_const(count)).append("]")
    }

    pub(super) fn anon_const(&self, value: AnonConst) -> Doc<'a> {
        let id = match value {
            AnonConst::Literal(value) => return self.owned(value.to_string()),
            AnonConst::Param(position, name) => return self.generic_param(position, name, true),
            AnonConst::Item(id) => id,
        };
        let own = Printer { body: &self.program.bodies[id], ..*self };
        own.body.root.map_or_else(|| self.text("_"), |root| own.expr(root, At::default()))
    }

    fn jump(&self, word: &'static str, label: Symbol, value: Option<ExprId>, at: At) -> Doc<'a> {
        let mut doc = self.text(word);
        if label != Symbol::EMPTY {
            doc = doc.append(" '").append(self.name(label));
        }
        let Some(value) = value else { return doc };
        // In a head, the brace of a block would begin the body.
        let braces =
            at.head && matches!(self.kind(value), ExprKind::Block(b) if b.label == Symbol::EMPTY && !b.is_unsafe);
        let inner = self.expr(value, At { start: false, ..at });
        doc.append(" ").append(if braces { self.parens(inner) } else { inner })
    }

    fn struct_lit(&self, ty: TypeId, fields: List<FieldInit>, base: Option<ExprId>) -> Doc<'a> {
        let mut docs = Vec::new();
        for field in &self.body.fields[fields] {
            let name = self.name(field.name.name);
            let start = self.inline_attrs(&self.body.attrs[field.attrs]);
            let same = field.shorthand && self.is_name(field.value, field.name.name);
            docs.push(start.append(if same {
                name
            } else {
                name.append(": ").append(self.deeper(|| self.expr(field.value, At::default())))
            }));
        }
        let last_comma = base.is_none();
        if let Some(base) = base {
            docs.push(self.text("..").append(self.expr(base, At::default())));
        }
        let list = self.list_spaced("{", docs, "}", last_comma, self.docs.line());
        self.ty(ty, true).append(" ").append(list)
    }

    /// Whether an expression is printed as just this name.
    fn is_name(&self, id: ExprId, name: Symbol) -> bool {
        match *self.kind(id) {
            ExprKind::Path(path) => match &self.body.segments[path.segments] {
                [only] => !path.absolute && only.generics.is_empty() && only.name.name == name,
                _ => false,
            },
            ExprKind::Local(local) => self.body.locals[local].name == name,
            ExprKind::Item(item, generics) => {
                generics.is_empty() && self.program.items[item].name.name == name && self.is_bare(item)
            }
            _ => false,
        }
    }
}
