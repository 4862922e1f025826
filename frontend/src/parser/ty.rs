//! Types.

use super::*;
use vex_ir::pool::List;

/// What may follow a type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TypePosition {
    Anywhere,
    /// After `as`: `<` compares, and `*` multiplies.
    Cast,
}

/// A prefix of a type: `*`, `&`.
type Prefix = (bool, Mutability, Span);

impl Parser<'_> {
    #[inline(always)]
    pub(super) fn mk_type(&mut self, kind: TypeKind<Surface>, span: Span) -> TypeId {
        self.body.alloc_type(kind, span)
    }

    pub(super) fn ty(&mut self) -> TypeId {
        let before = self.broken;
        let ty = self.ty_at(TypePosition::Anywhere);
        self.c_style_suffix(ty);
        if self.broken && !before {
            self.body.fail_type(ty);
        }
        ty
    }

    /// A bound of a type parameter, after which `+` goes on.
    pub(super) fn ty_no_bounds(&mut self) -> TypeId {
        self.ty_at(TypePosition::Anywhere)
    }

    pub(super) fn cast_ty(&mut self) -> TypeId {
        self.ty_at(TypePosition::Cast)
    }

    fn ty_at(&mut self, position: TypePosition) -> TypeId {
        if !matches!(self.cur(), T::Star | T::And | T::AndAnd) {
            return self.ty_counted(position, false);
        }
        // Prefixes are a loop, so that a thousand of them take no stack; the limit on nesting holds for them too.
        let start = self.span();
        let mut prefixes: Vec<Prefix> = Vec::new();
        while let Some(prefix) = self.ty_prefix() {
            if prefixes.len() + self.depth > MAX_NESTING {
                self.report_deep(start);
                self.skip_prefixes();
                self.ty_counted(position, true);
                return self.mk_type(TypeKind::Error, start);
            }
            prefixes.push(prefix);
            if self.at(T::Label) {
                self.lifetime();
                let mutable = self.eat(T::Mut);
                if let Some(last) = prefixes.last_mut().filter(|_| mutable) {
                    last.1 = Mutability::Mut;
                }
            }
        }
        let levels = prefixes.len();
        self.depth += levels;
        let mut ty = self.ty_counted(position, true);
        self.depth -= levels;
        let hi = self.prev_span().hi;
        for (pointer, mutability, span) in prefixes.into_iter().rev() {
            let kind = if pointer { TypeKind::Ptr(mutability, ty) } else { TypeKind::Ref(mutability, ty) };
            ty = self.mk_type(kind, Span::new(span.lo, hi));
        }
        ty
    }

    fn skip_prefixes(&mut self) {
        while self.ty_prefix().is_some() {}
    }

    /// `*`, `*const`, `*mut`, `&`, `&mut`
    fn ty_prefix(&mut self) -> Option<Prefix> {
        let (pointer, span) = match self.cur() {
            T::Star => {
                let span = self.span();
                self.bump();
                (true, span)
            }
            T::And => {
                let span = self.span();
                self.bump();
                (false, span)
            }
            T::AndAnd => (false, self.split(1, T::And)),
            // Everything else is no prefix.
            _ => return None,
        };
        let mutability = match self.cur() {
            T::Mut => Mutability::Mut,
            // `const`, or nothing.
            _ => Mutability::Const,
        };
        if mutability == Mutability::Mut || (pointer && self.at(T::Const)) {
            self.bump();
        }
        Some((pointer, mutability, span))
    }

    fn ty_counted(&mut self, position: TypePosition, prefixed: bool) -> TypeId {
        if !self.enter() {
            let span = self.span();
            self.skip_deep();
            return self.mk_type(TypeKind::Error, span);
        }
        let ty = self.ty_core(position, prefixed);
        self.leave();
        ty
    }

    fn ty_core(&mut self, position: TypePosition, prefixed: bool) -> TypeId {
        let start = self.span();
        if matches!(self.cur(), T::LBracket | T::Ident)
            && let Some(kind) = elsewhere::types::foreign(self)
        {
            return self.mk_type(kind, self.since(start));
        }
        let kind = match self.cur() {
            T::Bang => {
                self.bump();
                TypeKind::Never
            }
            T::Underscore => {
                self.bump();
                TypeKind::Infer
            }
            T::LParen => return self.paren_ty(),
            T::LBracket => self.bracket_ty(),
            T::Fn | T::Unsafe | T::Extern => self.fn_ty(),
            T::Lt | T::Shl => return self.qualified_ty(),
            T::Label => {
                self.lifetime();
                return self.ty_counted(position, prefixed);
            }
            // `for<'a> fn(&'a T)`
            T::For if self.nth(1) == T::Lt && self.nth(2) == T::Label => {
                self.bump();
                self.generic_args();
                return self.ty_counted(position, prefixed);
            }
            _ if self.at_path() => {
                let generics = position == TypePosition::Anywhere || (prefixed && self.looks_generic());
                TypeKind::Path(self.type_path(generics).0)
            }
            T::Impl | T::Mut if elsewhere::types::marked(self) => TypeKind::Error,
            // Nothing else is a type.
            _ => {
                self.expected("a type");
                TypeKind::Error
            }
        };
        let span = if kind == TypeKind::Error { start } else { self.since(start) };
        self.mk_type(kind, span)
    }

    /// Whether `<` after the path here begins generic arguments, where it might compare: whether a `>` comes before anything
    /// that no type contains, and nothing after it that would be its right operand.
    fn looks_generic(&self) -> bool {
        let mut i = 0;
        while matches!(self.nth(i), T::Ident | T::ColonColon | T::Dot | T::SelfType) {
            i += 1;
        }
        if self.nth(i) != T::Lt {
            return false;
        }
        let mut depth = 0i32;
        // Types of more tokens than this are not cast to.
        for n in i..i + 64 {
            depth += match self.nth(n) {
                T::Lt => 1,
                T::Gt => -1,
                T::Shr => -2,
                T::Ident | T::ColonColon | T::Dot | T::Star | T::And | T::Comma | T::Mut | T::Const | T::SelfType => 0,
                T::LBracket | T::RBracket | T::LParen | T::RParen | T::Fn | T::Arrow => 0,
                T::Int | T::Char | T::True | T::False => 0,
                // No type contains anything else.
                _ => return false,
            };
            if depth <= 0 {
                let next = self.nth(n + 1);
                return !matches!(next, T::Ident | T::LParen | T::Minus | T::Star | T::And) && !next.is_literal();
            }
        }
        false
    }

    /// `<T as Trait>::Name`, `<T>::Name`
    fn qualified_ty(&mut self) -> TypeId {
        let start = self.span();
        let of = self.qualifier();
        let name = self.ident("the name of an associated type").name;
        let span = self.since(start);
        let kind = if name == Symbol::EMPTY { TypeKind::Error } else { TypeKind::Assoc(of, name) };
        self.mk_type(kind, span)
    }

    /// `<T>::`, `<T as Trait>::`
    pub(super) fn qualifier(&mut self) -> TypeId {
        let start = self.span();
        self.bump_lt();
        let mut of = self.ty();
        if self.eat(T::As) {
            let trait_ = self.ty_no_bounds();
            of = self.mk_type(TypeKind::As(of, trait_), self.since(start));
        }
        self.expect_gt();
        self.expect(T::ColonColon);
        of
    }

    fn paren_ty(&mut self) -> TypeId {
        let start = self.span();
        let from = self.type_stack.len();
        self.bump();
        let mut comma = false;
        self.comma_list(T::RParen, |p| {
            let ty = p.ty();
            p.type_stack.push(ty);
            comma |= p.at(T::Comma);
        });
        if self.type_stack.len() == from + 1 && !comma {
            return self.type_stack.pop().unwrap_or_else(|| self.mk_type(TypeKind::Error, start));
        }
        let types = self.take_types(from);
        let span = self.since(start);
        self.mk_type(TypeKind::Tuple(types), span)
    }

    fn bracket_ty(&mut self) -> TypeKind<Surface> {
        self.bump();
        let element = self.ty();
        let kind =
            if self.eat(T::Semi) { TypeKind::Array(element, self.anon_const()) } else { TypeKind::Slice(element) };
        self.close(T::RBracket, "`;` or `]`");
        kind
    }

    /// `extern "C"`, `extern`, or nothing.
    pub(super) fn abi(&mut self) -> Option<Ident> {
        let start = self.span();
        if !self.eat(T::Extern) {
            return None;
        }
        if matches!(self.cur(), T::Str | T::RawStr) {
            let span = self.span();
            let name = self.plain_string(self.pos).unwrap_or_else(|| "C".into());
            self.bump();
            return Some(Ident { name: self.cx.interner.intern(&name), span });
        }
        self.eat(T::BadLit);
        Some(Ident { name: vex_ir::symbol::sym::C, span: start })
    }

    /// `unsafe extern "C" fn(A, name: B, ...) -> R`
    fn fn_ty(&mut self) -> TypeKind<Surface> {
        let is_unsafe = self.eat(T::Unsafe);
        let abi = self.abi().map_or(Abi::VEX, Abi::Raw);
        if !self.expect(T::Fn) || !self.expect(T::LParen) {
            return TypeKind::Error;
        }
        let from = self.type_stack.len();
        let mut variadic = None;
        self.comma_list(T::RParen, |p| {
            if let Some(span) = variadic.take() {
                p.variadic_not_last(span);
            }
            if p.at(T::Ellipsis) {
                variadic = Some(p.span());
                return p.bump();
            }
            if matches!(p.cur(), T::Ident | T::Underscore | T::SelfValue) && p.nth(1) == T::Colon {
                p.bump();
                p.bump();
            }
            let ty = p.ty();
            p.type_stack.push(ty);
        });
        let params = self.take_types(from);
        let ret = match self.cur() {
            T::Colon => self.return_type(),
            // `-> R`, or nothing.
            _ => self.eat(T::Arrow).then(|| self.ty()),
        };
        TypeKind::Fn(FnTypeExpr { abi, params, ret, variadic: variadic.is_some(), is_unsafe })
    }

    pub(super) fn variadic_not_last(&mut self, span: Span) {
        self.emit(Diagnostic::error(VARIADIC_NOT_LAST, span, "`...` must be the last parameter"));
    }

    /// Explains `T*` and `T[N]` after a type, as C writes them.
    fn c_style_suffix(&mut self, ty: TypeId) {
        if elsewhere::references::suffix(self, ty) {
            return;
        }
        let span = self.body.types[ty].span;
        if span.hi != self.prev_span().hi || !matches!(self.cur(), T::Star | T::LBracket) || self.on_new_line() {
            return;
        }
        let base = self.text_of(span);
        let base = vex_ir::c_names::vex_type(base).unwrap_or(base);
        if self.at(T::Star) {
            let whole = span.to(self.span());
            self.report(|_| {
                Diagnostic::error(FOREIGN_DECLARATION, whole, "the `*` of a pointer type comes first").suggest(
                    whole,
                    format!("*mut {base}"),
                    "write `*T`, or `*mut T` to write through it",
                )
            });
            while self.eat(T::Star) {}
            return self.body.fail_type(ty);
        }
        let count = match (self.nth(1), self.nth(2)) {
            (T::RBracket, _) => String::new(),
            // `list[int]` has no length.
            (T::Ident, T::RBracket)
                if elsewhere::types::is_type_name(self.text_of(self.tokens.spans[self.pos + 1])) =>
            {
                let whole = span.to(self.tokens.spans[self.pos + 2]);
                self.report(|_| {
                    Diagnostic::error(FOREIGN_DECLARATION, whole, "the arguments of a type stand in `<…>`")
                        .note("arrays are `[T; N]`, slices `&[T]`")
                });
                self.skip_tree();
                return self.body.fail_type(ty);
            }
            (T::Int | T::Ident, T::RBracket) => self.text_of(self.tokens.spans[self.pos + 1]).to_string(),
            // Not an array length as C writes it.
            _ => return,
        };
        let last = self.pos + if count.is_empty() { 1 } else { 2 };
        let whole = span.to(self.tokens.spans[last]);
        let fixed = if count.is_empty() { format!("&[{base}]") } else { format!("[{base}; {count}]") };
        self.report(|_| {
            Diagnostic::error(FOREIGN_DECLARATION, whole, "the length of an array type is inside its brackets").suggest(
                whole,
                fixed,
                "arrays are `[T; N]`, slices `&[T]`",
            )
        });
        self.skip_tree();
        self.body.fail_type(ty);
    }

    /// An empty list of types.
    pub(super) fn no_types() -> List<TypeId> {
        List::default()
    }
}
