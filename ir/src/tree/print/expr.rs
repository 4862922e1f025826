//! Expressions and statements.

use super::attr::Quote;
use super::*;
use crate::pool::List;
use crate::stack::deep;
use crate::ty::{Ty, TyKind};

/// Where an expression stands, as far as that decides which parentheses it needs.
#[derive(Clone, Copy, Default)]
pub(super) struct At {
    /// In the head of `if`, `while`, `for` or `match`, where `{` begins the body.
    head: bool,
    /// At the start of a statement or arm, where `{ … }` would end it.
    start: bool,
}

/// How many implicit dereferences in a row are shown.
const MAX_DEREFS: u32 = 100;

/// How tightly operators bind, loosest first.
mod prec {
    pub const ANY: u8 = 0;
    pub const ASSIGN: u8 = 1;
    pub const RANGE: u8 = 2;
    pub const OR: u8 = 3;
    pub const AND: u8 = 4;
    pub const COMPARE: u8 = 5;
    pub const BIT_OR: u8 = 6;
    pub const BIT_XOR: u8 = 7;
    pub const BIT_AND: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const SUM: u8 = 10;
    pub const PRODUCT: u8 = 11;
    pub const CAST: u8 = 12;
    pub const UNARY: u8 = 13;
    pub const POSTFIX: u8 = 14;
    pub const PRIMARY: u8 = 15;
}

fn binary_prec(op: BinOp) -> u8 {
    match op {
        BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => prec::COMPARE,
        BinOp::Or => prec::BIT_OR,
        BinOp::Xor => prec::BIT_XOR,
        BinOp::And => prec::BIT_AND,
        BinOp::Shl | BinOp::Shr => prec::SHIFT,
        BinOp::Add | BinOp::Sub => prec::SUM,
        BinOp::Mul | BinOp::Div | BinOp::Rem => prec::PRODUCT,
    }
}

fn prec_of(kind: &ExprKind) -> u8 {
    match kind {
        ExprKind::Return(_) | ExprKind::Break { .. } => prec::ANY,
        ExprKind::Assign(..) | ExprKind::AssignOp(..) => prec::ASSIGN,
        ExprKind::Range { .. } => prec::RANGE,
        ExprKind::Or(..) => prec::OR,
        ExprKind::And(..) => prec::AND,
        // Only `&&` and conditions have it as an operand, and both take it bare.
        ExprKind::Let(..) => prec::COMPARE,
        ExprKind::Binary(op, ..) => binary_prec(*op),
        ExprKind::Cast(..) | ExprKind::Convert(_) => prec::CAST,
        ExprKind::Unary(..) | ExprKind::Ref(..) | ExprKind::Deref(_) => prec::UNARY,
        ExprKind::Call(..)
        | ExprKind::MethodCall { .. }
        | ExprKind::Method(..)
        | ExprKind::Field(..)
        | ExprKind::Index(..)
        | ExprKind::Try(_) => prec::POSTFIX,
        ExprKind::Error(_)
        | ExprKind::Int { .. }
        | ExprKind::Float { .. }
        | ExprKind::Bool(_)
        | ExprKind::Char(_)
        | ExprKind::Str { .. }
        | ExprKind::Format(_)
        | ExprKind::Null
        | ExprKind::Path(_)
        | ExprKind::Local(_)
        | ExprKind::Item(..)
        | ExprKind::Variant(..)
        | ExprKind::Builtin(..)
        | ExprKind::Block(_)
        | ExprKind::If { .. }
        | ExprKind::While { .. }
        | ExprKind::Loop { .. }
        | ExprKind::For { .. }
        | ExprKind::Match(..)
        | ExprKind::Continue { .. }
        | ExprKind::Tuple(_)
        | ExprKind::Array(_)
        | ExprKind::Repeat(..)
        | ExprKind::Struct { .. }
        | ExprKind::OffsetOf(..)
        | ExprKind::Make(..) => prec::PRIMARY,
    }
}

impl<'a> Printer<'a> {
    pub(super) fn kind(&self, id: ExprId) -> &'a ExprKind {
        &self.body.exprs[self.shown(id)].kind
    }

    /// The expression itself, or what is printed in its place: `type-check` puts back what is left out.
    fn shown(&self, mut id: ExprId) -> ExprId {
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
    fn is_mut_slicing(&self, id: ExprId) -> bool {
        if self.body.ty.is_empty() || !self.is_slicing(id) {
            return false;
        }
        let ty = self.body.expr_ty(id);
        ty != Ty::UNKNOWN && matches!(self.program.types.kind(ty), TyKind::Ref(Mutability::Mut, _))
    }

    fn prec(&self, id: ExprId) -> u8 {
        let id = self.shown(id);
        if self.is_mut_slicing(id) { prec::UNARY } else { prec_of(&self.body.exprs[id].kind) }
    }

    /// An expression that an operator binds at least as tightly as `min` says.
    fn operand(&self, id: ExprId, min: u8, at: At) -> Doc<'a> {
        if self.prec(id) < min { self.parens(self.expr(id, At::default())) } else { self.expr(id, at) }
    }

    fn parens(&self, doc: Doc<'a>) -> Doc<'a> {
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
            ExprKind::Item(item, generics) => self.path_of(item).append(self.generics(generics, true)),
            ExprKind::Variant(item, index) => self.variant(item, index),
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
    fn head(&self, id: ExprId) -> Doc<'a> {
        self.expr(id, At { head: true, start: false })
    }

    fn label(&self, label: Symbol) -> Doc<'a> {
        if label == Symbol::EMPTY { self.nil() } else { self.text("'").append(self.name(label)).append(": ") }
    }

    fn prefix(&self, kind: &ExprKind, e: ExprId, at: At) -> Doc<'a> {
        let op = match kind {
            // Together they would look like one operator, here and below.
            ExprKind::Unary(UnOp::Neg, _) if matches!(self.kind(e), ExprKind::Unary(UnOp::Neg, _)) => "- ",
            ExprKind::Unary(UnOp::Neg, _) => "-",
            ExprKind::Unary(UnOp::Not, _) => "!",
            ExprKind::Ref(Mutability::Mut, _) => "&mut ",
            ExprKind::Ref(Mutability::Const, _) if matches!(self.kind(e), ExprKind::Ref(..)) => "& ",
            ExprKind::Ref(Mutability::Const, _) => "&",
            // The only other kind with a prefix is a dereference.
            _ => "*",
        };
        self.text(op).append(self.operand(e, prec::UNARY, At { start: false, ..at }))
    }

    fn assign(&self, to: ExprId, op: String, value: ExprId, at: At) -> Doc<'a> {
        let value = self.operand(value, prec::ASSIGN, At { start: false, ..at });
        self.operand(to, prec::RANGE, at).append(self.owned(op)).append(value)
    }

    fn range(&self, lo: Option<ExprId>, hi: Option<ExprId>, inclusive: bool, at: At) -> Doc<'a> {
        let lo = lo.map_or(self.nil(), |e| self.operand(e, prec::OR, at));
        let hi = hi.map_or(self.nil(), |e| self.operand(e, prec::OR, At { start: false, ..at }));
        lo.append(if inclusive { "..=" } else { ".." }).append(hi)
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

    fn repeat(&self, value: ExprId, count: ExprId) -> Doc<'a> {
        let start = self.text("[").append(self.expr(value, At::default())).append("; ");
        start.append(self.expr(count, At::default())).append("]")
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

    /// Operators of one precedence, left to right, without recursion: a sum may have thousands of terms.
    fn chain(&self, id: ExprId, at: At) -> Doc<'a> {
        let level = self.prec(id);
        let (mut left, mut rights) = (id, Vec::new());
        while let Some((op, a, b)) = self.as_binary(left).filter(|_| self.prec(left) == level) {
            // Comparisons do not chain.
            if level == prec::COMPARE && left != id {
                break;
            }
            rights.push((op, b));
            left = a;
        }
        let less = rights.last().is_some_and(|(op, _)| matches!(*op, "<" | "<<"));
        // `a as *T < b` would be read as the start of generic arguments.
        let first = if less && self.ends_in_cast(left) && self.prec(left) > level {
            self.parens(self.expr(left, At::default()))
        } else {
            self.operand(left, if level == prec::COMPARE { level + 1 } else { level }, at)
        };
        let mut parts = Vec::with_capacity(rights.len());
        for (i, &(op, right)) in rights.iter().enumerate().rev() {
            let next = i.checked_sub(1).map(|i| rights[i].0);
            let cast = next == Some("<<") && self.ends_in_cast(right);
            let doc = if cast {
                self.parens(self.expr(right, At::default()))
            } else {
                self.deeper(|| self.operand(right, level + 1, At { start: false, ..at }))
            };
            parts.push(self.docs.line().append(op).append(" ").append(doc));
        }
        first.append(self.indented(self.seq(parts))).group()
    }

    fn as_binary(&self, id: ExprId) -> Option<(&'static str, ExprId, ExprId)> {
        match *self.kind(id) {
            ExprKind::Binary(op, a, b) => Some((op.text(), a, b)),
            ExprKind::And(a, b) => Some(("&&", a, b)),
            ExprKind::Or(a, b) => Some(("||", a, b)),
            _ => None,
        }
    }

    /// Whether the last thing printed of it is the type of a cast to a pointer or function: in all others `<` compares.
    fn ends_in_cast(&self, mut id: ExprId) -> bool {
        loop {
            id = self.shown(id);
            id = match *self.kind(id) {
                ExprKind::Cast(_, ty) => {
                    return matches!(self.body.types[ty].kind, TypeKind::Ptr(..) | TypeKind::Ref(..) | TypeKind::Fn(_));
                }
                ExprKind::Convert(_) => {
                    let kind = self.program.types.kind(self.body.expr_ty(id));
                    return matches!(kind, TyKind::Ptr(..) | TyKind::Ref(..) | TyKind::Fn(_));
                }
                ExprKind::Binary(_, _, right) | ExprKind::And(_, right) | ExprKind::Or(_, right) => right,
                // Everything else that has a cast at its end binds looser and so stands in parentheses, or is a prefix
                // operator, which puts the cast there.
                _ => return false,
            }
        }
    }

    fn casts(&self, id: ExprId, at: At) -> Doc<'a> {
        let (mut inner, mut tys) = (id, Vec::new());
        loop {
            inner = self.shown(inner);
            match *self.kind(inner) {
                ExprKind::Cast(e, ty) => {
                    tys.push(self.text(" as ").append(self.ty(ty, true)));
                    inner = e;
                }
                ExprKind::Convert(e) => {
                    tys.push(self.text(" as ").append(self.sem_ty(self.body.expr_ty(inner))));
                    inner = e;
                }
                _ => break,
            }
        }
        tys.reverse();
        self.operand(inner, prec::UNARY, at).append(self.seq(tys))
    }

    /// Calls, fields, indexing, left to right and without recursion: method chains may be long.
    fn postfix(&self, id: ExprId, at: At) -> Doc<'a> {
        let (mut inner, mut parts) = (id, Vec::new());
        let (mut goes_on, mut field) = (false, false);
        let bare = self.has_many_derefs(id);
        loop {
            while bare && let Some(pointer) = self.implied_deref(inner) {
                inner = pointer;
            }
            inner = self.shown(inner);
            if inner != id && self.is_mut_slicing(inner) {
                break;
            }
            let (next, part) = match *self.kind(inner) {
                ExprKind::Call(callee, args) => {
                    parts.push(self.list("(", self.arguments(&self.body.expr_lists[args]), ")", true));
                    inner = callee;
                    goes_on = false;
                    if matches!(self.kind(callee), ExprKind::Field(..)) {
                        // Without parentheses it would be a method call.
                        break;
                    }
                    continue;
                }
                ExprKind::MethodCall { name, generics, args } => {
                    let name = self.name(name).append(self.generics(generics, true));
                    self.method(name, args)
                }
                ExprKind::Method(method, args) => {
                    let name = self.text(method.name());
                    let name = if method == Method::Cast { name.append(self.cast_target(inner)) } else { name };
                    self.method(name, args)
                }
                ExprKind::Field(e, name) => (e, self.text(".").append(self.name(name))),
                ExprKind::Index(e, index) => (e, self.text("[").append(self.expr(index, At::default())).append("]")),
                ExprKind::Try(e) => (e, self.text("?")),
                _ => break,
            };
            parts.push(part);
            field = matches!(self.kind(inner), ExprKind::Field(..));
            goes_on = !matches!(self.kind(inner), ExprKind::Index(..));
            inner = next;
        }
        parts.reverse();
        // `.` and `?` go on with a block that begins a statement; nothing else does.
        let at = At { start: at.start && !goes_on, ..at };
        let callee = matches!(self.kind(inner), ExprKind::Field(..));
        // `1.x` begins like a float.
        let number = field && matches!(self.kind(inner), ExprKind::Int { .. });
        let base = if number {
            self.parens(self.expr(inner, At::default()))
        } else if callee {
            self.parens(self.postfix(inner, At::default()))
        } else {
            self.operand(inner, prec::POSTFIX, at)
        };
        base.append(self.seq(parts))
    }

    /// Whether a row of fields, elements and calls goes through more pointers than parentheses around each could show: the text
    /// would nest more deeply than any that is read. Without them it means the same.
    fn has_many_derefs(&self, mut id: ExprId) -> bool {
        let mut derefs = 0;
        loop {
            id = match *self.kind(id) {
                ExprKind::Field(e, _) | ExprKind::Index(e, _) | ExprKind::Try(e) | ExprKind::Call(e, _) => e,
                ExprKind::MethodCall { args, .. } | ExprKind::Method(_, args) => self.body.expr_lists[args][0],
                ExprKind::Deref(e) if self.implied_deref(id).is_some() => {
                    derefs += 1;
                    if derefs > MAX_DEREFS {
                        return true;
                    }
                    e
                }
                _ => return false,
            }
        }
    }

    /// The pointer of a dereference that `type-check` has added: it has the span of the pointer alone.
    fn implied_deref(&self, id: ExprId) -> Option<ExprId> {
        match self.body.exprs[id] {
            Expr { kind: ExprKind::Deref(pointer), span } if self.body.exprs[pointer].span == span => Some(pointer),
            _ => None,
        }
    }

    /// A receiver, and `.name(args)`.
    /// What begins like `a = …` would be read as an argument with a name.
    fn arguments(&self, args: &[ExprId]) -> Vec<Doc<'a>> {
        let min = |e| if matches!(self.kind(e), ExprKind::Assign(..)) { prec::RANGE } else { prec::ANY };
        self.deeper(|| args.iter().map(|&e| self.operand(e, min(e), At::default())).collect())
    }

    fn method(&self, name: Doc<'a>, args: List<ExprId>) -> (ExprId, Doc<'a>) {
        let args = &self.body.expr_lists[args];
        let rest = self.arguments(&args[1..]);
        (args[0], self.text(".").append(name).append(self.list("(", rest, ")", true)))
    }

    /// The `T` of `p.cast::<T>()` is in the type of the result alone.
    fn cast_target(&self, id: ExprId) -> Doc<'a> {
        let ty = self.body.expr_ty(id);
        let to = match self.program.types.kind(ty) {
            TyKind::Ptr(_, to) => self.sem_ty(*to),
            _ => self.text("_"),
        };
        self.text("::<").append(to).append(">")
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

    /// `if`, and all its `else if` without recursion. As a value it may be on one line.
    fn if_else(&self, id: ExprId, value: bool) -> Doc<'a> {
        let mut parts = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next {
            let ExprKind::If { cond, then, els } = *self.kind(id) else {
                parts.push(self.body_block(id, value));
                break;
            };
            // An `if` without `else` is no value.
            let value = value && (els.is_some() || !parts.is_empty());
            let head = self.text("if ").append(self.head(cond)).append(" ");
            parts.push(head.append(self.body_block(then, value)));
            if els.is_some() {
                parts.push(self.text(" else "));
            }
            next = els;
        }
        self.seq(parts)
    }

    /// A block that has to stand in braces without anything before them.
    fn body_block(&self, id: ExprId, one_line: bool) -> Doc<'a> {
        match *self.kind(id) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !block.is_unsafe => self.block(block, one_line),
            // A pass put something else there.
            _ if one_line => self.braced(id),
            _ => {
                let inner = self.deeper(|| self.tail(id));
                self.text("{")
                    .append(self.indented(self.docs.hardline().append(inner)))
                    .append(self.docs.hardline())
                    .append("}")
            }
        }
    }

    /// An expression in braces, on one line if it fits.
    fn braced(&self, id: ExprId) -> Doc<'a> {
        let line = self.docs.line();
        let inner = self.deeper(|| self.stmt_expr(id));
        let inner = self.indented(line.clone().append(inner)).append(line);
        self.text("{").append(inner).append("}").group()
    }

    /// A block. If it is one expression and may be, on one line.
    pub(super) fn block(&self, block: Block, one_line: bool) -> Doc<'a> {
        let head = self.label(block.label).append(if block.is_unsafe { "unsafe " } else { "" });
        let stmts = &self.body.stmts[block.stmts];
        if one_line
            && let [Stmt { attrs, kind: StmtKind::Expr { expr, semi: false }, .. }] = stmts
            && attrs.is_empty()
        {
            return head.append(self.braced(*expr));
        }
        let last = stmts.len().saturating_sub(1);
        let value = |i: usize| i == last || self.is_conditional(&stmts[i]) && self.is_conditional(&stmts[i + 1]);
        let lines = stmts.iter().enumerate();
        head.append(self.lines(self.deeper(|| lines.map(|(i, stmt)| self.stmt(stmt, value(i))).collect())))
    }

    /// Whether `cfg` may still remove a statement: values of a block stand side by side then.
    fn is_conditional(&self, stmt: &Stmt) -> bool {
        self.body.attrs[stmt.attrs].iter().any(|attr| match &attr.kind {
            AttrKind::Cfg(_) | AttrKind::CfgAttr(..) => true,
            AttrKind::Raw(raw) => matches!(self.cx.text(raw.name.name), "cfg" | "cfg_attr"),
            // No other attribute removes anything.
            _ => false,
        })
    }

    /// A statement, and whether it may be the value of its block.
    fn stmt(&self, stmt: &Stmt, value: bool) -> Doc<'a> {
        let attrs = self.attr_lines(&self.body.attrs[stmt.attrs]);
        attrs.append(match stmt.kind {
            StmtKind::Let { pat, ty, init, els } => self.let_stmt(pat, ty, init, els),
            StmtKind::Expr { expr, semi } => {
                // Only values can do without; what ends in its own block, too.
                let semi = semi || !value && !self.kind(expr).is_block_like();
                self.stmt_expr(expr).append(if semi { ";" } else { "" })
            }
            StmtKind::Defer(expr) if self.kind(expr).is_block_like() => {
                self.text("defer ").append(self.stmt_expr(expr)).append(";")
            }
            StmtKind::Defer(expr) => {
                self.text("defer ").append(self.expr(expr, At { start: true, head: false })).append(";")
            }
            StmtKind::Item(item) => self.item_in(item, item::Around::Stmt),
        })
    }

    /// An expression that is all of a block.
    pub(super) fn tail(&self, id: ExprId) -> Doc<'a> {
        self.expr(id, At { start: true, head: false })
    }

    /// An expression that is a statement, without its semicolon.
    fn stmt_expr(&self, id: ExprId) -> Doc<'a> {
        match *self.kind(id) {
            ExprKind::If { .. } => self.if_else(id, false),
            ExprKind::Block(block) => self.block(block, block.is_unsafe),
            ref kind if kind.is_block_like() => self.expr(id, At::default()),
            _ => self.tail(id),
        }
    }

    fn let_stmt(&self, pat: PatId, ty: Option<TypeId>, init: Option<ExprId>, els: Option<ExprId>) -> Doc<'a> {
        let mut doc = self.text("let ").append(self.inner_pat(pat));
        if let Some(ty) = ty {
            doc = doc.append(": ").append(self.ty(ty, false));
        }
        if let Some(init) = init {
            let value = self.expr(init, At::default());
            // The `else` would be read as that of the `if`.
            let apart = els.is_some() && self.ends_in_if(init);
            doc = doc.append(" = ").append(if apart { self.parens(value) } else { value });
        }
        if let Some(els) = els {
            doc = doc.append(" else ").append(self.body_block(els, false));
        }
        doc.append(";")
    }

    fn ends_in_if(&self, mut id: ExprId) -> bool {
        loop {
            id = match *self.kind(id) {
                ExprKind::If { .. } => return true,
                ExprKind::Binary(_, _, e)
                | ExprKind::And(_, e)
                | ExprKind::Or(_, e)
                | ExprKind::Assign(_, e)
                | ExprKind::AssignOp(_, _, e)
                | ExprKind::Unary(_, e)
                | ExprKind::Ref(_, e)
                | ExprKind::Deref(e)
                | ExprKind::Return(Some(e))
                | ExprKind::Break { value: Some(e), .. }
                | ExprKind::Range { hi: Some(e), .. } => e,
                _ => return false,
            }
        }
    }

    fn arm(&self, arm: &Arm) -> Doc<'a> {
        let mut doc = self.attr_lines(&self.body.attrs[arm.attrs]).append(self.pat(arm.pat));
        if let Some(guard) = arm.guard {
            doc = doc.append(" if ").append(self.expr(guard, At::default()));
        }
        let body = match *self.kind(arm.body) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !block.is_unsafe => self.block(block, false),
            _ => self.stmt_expr(arm.body).append(","),
        };
        doc.append(" => ").append(body)
    }

    fn literal(&self, kind: &ExprKind) -> Doc<'a> {
        match *kind {
            ExprKind::Int { low, high, suffix } => {
                self.owned(format!("{}{}", BigInt::join(low, high), suffix_text(suffix)))
            }
            ExprKind::Float { text, suffix } => self.owned(float_text(self.cx.text(text), suffix)),
            ExprKind::Bool(value) => self.text(if value { "true" } else { "false" }),
            ExprKind::Char(c) => {
                let mut out = String::from("'");
                attr::escape(c.encode_utf8(&mut [0; 4]).as_bytes(), Quote::Char, &mut out);
                self.owned(out + "'")
            }
            ExprKind::Str { kind, bytes } => {
                let (start, quote) = match kind {
                    StrKind::Str => ("\"", Quote::Text),
                    StrKind::Bytes => ("b\"", Quote::Bytes),
                    StrKind::C => ("c\"", Quote::Text),
                };
                let mut out = String::from(start);
                attr::escape(&self.body.strings[bytes], quote, &mut out);
                self.owned(out + "\"")
            }
            ExprKind::Format(pieces) => self.format(&self.body.fmt_pieces[pieces]),
            ExprKind::Null => self.text("null"),
            // The caller passes literals only; what was reported before is whatever has no meaning.
            _ => self.text("_"),
        }
    }

    fn format(&self, pieces: &[FmtPiece]) -> Doc<'a> {
        let mut out = String::from("f\"");
        for piece in pieces {
            match *piece {
                FmtPiece::Text(bytes) => attr::escape(&self.body.strings[bytes], Quote::Format, &mut out),
                FmtPiece::Arg { expr, spec, .. } => {
                    out.push('{');
                    out.push_str(&flat(self.expr(expr, At { start: true, head: true })));
                    if spec != Symbol::EMPTY {
                        out.push(':');
                        out.push_str(self.cx.text(spec));
                    }
                    out.push('}');
                }
            }
        }
        self.owned(out + "\"")
    }
}

fn suffix_text(suffix: Suffix) -> &'static str {
    match suffix {
        Suffix::None => "",
        Suffix::Int(int) => int.name(),
        Suffix::Float(float) => float.name(),
    }
}

/// A float literal that nothing can take for an integer.
fn float_text(text: &str, suffix: Suffix) -> String {
    let point = match suffix {
        _ if text.ends_with('.') => "0",
        Suffix::None if !text.contains(['.', 'e', 'E', 'p', 'P']) => ".0",
        _ => "",
    };
    format!("{text}{point}{}", suffix_text(suffix))
}
