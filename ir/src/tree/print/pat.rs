//! Patterns and type expressions.

use super::expr::At;
use super::*;
use crate::pool::List;

impl<'a> Printer<'a> {
    pub(super) fn pat(&self, id: PatId) -> Doc<'a> {
        match self.body.pats[id].kind {
            PatKind::Error | PatKind::Wild => self.text("_"),
            PatKind::Bind { name, mutable, sub } => self.binding(name.name, mutable, sub),
            PatKind::Local(local, sub) => {
                let local = self.body.locals[local];
                self.binding(local.name, local.mutable, sub)
            }
            PatKind::Value(e) => self.expr(e, At::default()),
            PatKind::Range { lo, hi, inclusive } => {
                let end = |e: Option<ExprId>| e.map_or(self.nil(), |e| self.expr(e, At::default()));
                end(lo).append(if inclusive { "..=" } else { ".." }).append(end(hi))
            }
            PatKind::Or(pats) => {
                let mut parts = Vec::new();
                for (i, &pat) in self.body.pat_lists[pats].iter().enumerate() {
                    if i > 0 {
                        parts.push(self.docs.line().append("| "));
                    }
                    parts.push(self.inner_pat(pat));
                }
                self.seq(parts).group()
            }
            PatKind::Tuple(pats) => {
                let docs = self.pats(pats);
                match <[Doc<'a>; 1]>::try_from(docs) {
                    Ok([one]) => self.text("(").append(one).append(",)"),
                    Err(docs) => self.list("(", docs, ")", true),
                }
            }
            PatKind::TupleStruct { path, pats } => {
                self.expr(path, At::default()).append(self.list("(", self.pats(pats), ")", true))
            }
            PatKind::Struct { ty, fields, rest } => self.struct_pat(ty, &self.body.field_pats[fields], rest),
            PatKind::Borrow(m, sub) => {
                self.text(if m == Mutability::Mut { "ref mut " } else { "ref " }).append(self.pat(sub))
            }
            PatKind::Ref(sub) => {
                // `&mut x` and `&&x` would be read as something else.
                let apart = match self.body.pats[sub].kind {
                    PatKind::Bind { mutable, .. } => mutable,
                    PatKind::Local(local, _) => self.body.locals[local].mutable,
                    PatKind::Range { .. } => true,
                    _ => false,
                };
                let sub = self.inner_pat(sub);
                if apart { self.text("&(").append(sub).append(")") } else { self.text("&").append(sub) }
            }
        }
    }

    fn pats(&self, list: List<PatId>) -> Vec<Doc<'a>> {
        self.body.pat_lists[list].iter().map(|&pat| self.pat(pat)).collect()
    }

    /// A pattern where `|` would end it.
    pub(super) fn inner_pat(&self, id: PatId) -> Doc<'a> {
        let doc = self.pat(id);
        match self.body.pats[id].kind {
            PatKind::Or(_) => self.text("(").append(doc).append(")"),
            _ => doc,
        }
    }

    fn binding(&self, name: Symbol, mutable: bool, sub: Option<PatId>) -> Doc<'a> {
        let start = self.text(if mutable { "mut " } else { "" }).append(self.name(name));
        match sub {
            Some(sub) => start.append(" @ ").append(self.inner_pat(sub)),
            None => start,
        }
    }

    fn struct_pat(&self, ty: TypeId, fields: &[FieldPat], rest: bool) -> Doc<'a> {
        let mut docs: Vec<Doc<'a>> = Vec::new();
        for field in fields {
            let name = field.name.name;
            let bound = match self.body.pats[field.pat].kind {
                PatKind::Borrow(_, bound) => bound,
                _ => field.pat,
            };
            let shorthand = match self.body.pats[bound].kind {
                PatKind::Bind { name: bound, sub, .. } => bound.name == name && sub.is_none(),
                PatKind::Local(local, sub) => self.body.locals[local].name == name && sub.is_none(),
                _ => false,
            };
            let start = self.inline_attrs(&self.body.attrs[field.attrs]);
            let pat = self.pat(field.pat);
            docs.push(start.append(if shorthand { pat } else { self.name(name).append(": ").append(pat) }));
        }
        if rest {
            docs.push(self.text(".."));
        }
        let list = self.list_spaced("{", docs, "}", !rest, self.docs.line());
        self.ty(ty, true).append(" ").append(list)
    }

    /// A type. In an expression, and behind `as`, generic arguments of a path need `::` before them.
    pub(super) fn ty(&self, id: TypeId, in_expr: bool) -> Doc<'a> {
        match self.body.types[id].kind {
            TypeKind::Error | TypeKind::Infer => self.text("_"),
            TypeKind::Path(path) => self.path(path, in_expr),
            TypeKind::Prim(ty) => self.sem_ty(ty, in_expr),
            TypeKind::Param(position, name) => self.generic_param(position, name, in_expr),
            TypeKind::Number(value) => self.number_arg(value),
            TypeKind::SelfType(_) => self.text("Self"),
            TypeKind::Marker(marker) => self.text(marker.name()),
            TypeKind::As(ty, of) => {
                self.text("<").append(self.ty(ty, false)).append(" as ").append(self.ty(of, false)).append(">")
            }
            TypeKind::Assoc(of, name) => self.owner(of).append("::").append(self.name(name)),
            TypeKind::Equal(name, ty) => self.name(name).append(" = ").append(self.ty(ty, false)),
            TypeKind::Item(item, generics) | TypeKind::Trait(item, generics) => {
                self.path_of(item).append(self.generics(generics, in_expr))
            }
            TypeKind::Variant(item, index, of) => self.variant(item, index, of),
            TypeKind::Ptr(Mutability::Const, to) => self.text("*").append(self.ty(to, in_expr)),
            TypeKind::Ptr(Mutability::Mut, to) => self.text("*mut ").append(self.ty(to, in_expr)),
            TypeKind::Ref(Mutability::Const, to) => self.text("&").append(self.ty(to, in_expr)),
            TypeKind::Ref(Mutability::Mut, to) => self.text("&mut ").append(self.ty(to, in_expr)),
            TypeKind::Slice(of) => self.text("[").append(self.ty(of, false)).append("]"),
            TypeKind::Array(of, len) => {
                let start = self.text("[").append(self.ty(of, false)).append("; ");
                start.append(self.anon_const(len)).append("]")
            }
            TypeKind::Tuple(tys) => {
                let comma = if tys.len() == 1 { ",)" } else { ")" };
                self.text("(").append(self.tys(tys)).append(comma)
            }
            TypeKind::Fn(sig) => self.fn_type(sig),
            TypeKind::Never => self.text("!"),
        }
    }

    /// A parameter, or what is given for it.
    pub(super) fn generic_param(&self, position: u32, name: Symbol, in_expr: bool) -> Doc<'a> {
        match self.given.and_then(|(body, list)| body.type_lists[list].get(position as usize).zip(Some(body))) {
            Some((arg, body)) => Printer { body, given: None, ..*self }.ty(*arg, in_expr),
            None => self.name(name),
        }
    }

    /// A number as an argument: what is no literal stands in braces.
    fn number_arg(&self, value: AnonConst) -> Doc<'a> {
        let doc = self.anon_const(value);
        let body = value.item().map(|item| &self.program.bodies[item]);
        let plain =
            body.and_then(|body| Some((body, body.root?))).is_none_or(|(body, root)| match body.exprs[root].kind {
                ExprKind::Unary(UnOp::Neg, e) => matches!(body.exprs[e].kind, ExprKind::Int { .. }),
                ref kind => {
                    matches!(kind, ExprKind::Int { .. } | ExprKind::Bool(_) | ExprKind::Char(_) | ExprKind::Block(_))
                }
            });
        if plain { doc } else { self.text("{ ").append(doc).append(" }") }
    }

    fn tys(&self, list: List<TypeId>) -> Doc<'a> {
        self.docs.intersperse(self.body.type_lists[list].iter().map(|&ty| self.ty(ty, false)), self.text(", "))
    }

    fn fn_type(&self, sig: FnTypeExpr) -> Doc<'a> {
        let dots = match (sig.variadic, sig.params.is_empty()) {
            (true, true) => "...",
            (true, false) => ", ...",
            (false, _) => "",
        };
        let start = self.text(if sig.is_unsafe { "unsafe " } else { "" }).append(self.abi(sig.abi)).append("fn(");
        let start = start.append(self.tys(sig.params)).append(dots).append(")");
        match sig.ret {
            Some(ret) => start.append(" -> ").append(self.ty(ret, false)),
            None => start,
        }
    }

    pub(super) fn path(&self, path: Path, in_expr: bool) -> Doc<'a> {
        let mut doc = self.text(if path.absolute { "::" } else { "" });
        for (i, segment) in self.body.segments[path.segments].iter().enumerate() {
            doc = doc.append(if i > 0 { "::" } else { "" }).append(self.name(segment.name.name));
            doc = doc.append(self.generics(segment.generics, in_expr));
        }
        doc
    }

    /// Generic arguments: `<A, B>`, or `::<A, B>` in an expression.
    pub(super) fn generics(&self, list: List<TypeId>, in_expr: bool) -> Doc<'a> {
        if list.is_empty() {
            return self.nil();
        }
        self.text(if in_expr { "::<" } else { "<" }).append(self.tys(list)).append(">")
    }

    /// `extern "C" `, unless it is Vex's own.
    pub(super) fn abi(&self, abi: Abi) -> Doc<'a> {
        let name = match abi {
            Abi::Raw(text) => Some(self.cx.text(text.name)),
            Abi::Conv(conv) => conv.name(),
        };
        match name {
            Some(name) => self.owned(format!("extern {} ", attr::quoted(name.as_bytes()))),
            None => self.nil(),
        }
    }
}
