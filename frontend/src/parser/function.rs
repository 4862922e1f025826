//! Functions and their parameters.

use super::item::{Container, Head, Parsed};
use super::*;
use vex_ir::pool::List;

/// Whether a type may begin with a token.
fn begins_type(kind: T) -> bool {
    matches!(kind, T::Star | T::And | T::LBracket | T::LParen | T::Bang | T::Ident | T::SelfType | T::Fn)
}

/// Whether a name looks like that of a built-in type or of one in C.
pub(super) fn is_type_like(name: &str) -> bool {
    vex_ir::ty::IntTy::from_name(name).is_some()
        || name.starts_with("c_")
        || name.ends_with("_t")
        || matches!(
            name,
            "f32" | "f64" | "bool" | "char" | "void" | "int" | "long" | "short" | "float" | "double" | "unsigned"
        )
}

impl<'a> Parser<'a> {
    #[inline(never)]
    pub(super) fn function(&mut self, head: &Head) -> Parsed {
        let is_unsafe = self.eat(T::Unsafe);
        let own_abi = self.abi();
        self.expect(T::Fn);
        let name = self.item_name("the function");
        let generics = self.generic_params();
        if !self.at(T::LParen) {
            self.expected("`(`");
            self.skip_to(&[T::LParen, T::LBrace, T::Semi]);
        }
        let (params, variadic) = if self.at(T::LParen) { self.params(head.container) } else { (Vec::new(), false) };
        let lost = self.broken;
        let ret = self.return_type();
        let generics = self.where_clause(generics);
        self.function_body(head, name, own_abi);
        // In an extern block it has the block's.
        let abi = own_abi.filter(|_| head.container != Container::Extern).map_or(Abi::VEX, Abi::Raw);
        if lost {
            return Parsed { name, kind: ItemData::Error };
        }
        self.named(name, ItemData::Fn(FnItem { params, ret, abi, variadic, is_unsafe, generics }))
    }

    fn function_body(&mut self, head: &Head, name: Ident, abi: Option<Ident>) {
        let container = head.container;
        let foreign = container == Container::Extern;
        // `extern "C" fn f();` and `extern fn f();` say that it is defined elsewhere.
        let declared = (abi.is_some_and(|abi| abi.name == vex_ir::symbol::sym::C)
            && !head.is_pub
            && container == Container::Module)
            .then_some(head.start);
        if self.at(T::LBrace) {
            let start = self.span();
            let block = self.block(start, Symbol::EMPTY, false);
            if !foreign {
                self.body.root = Some(block);
                return;
            }
            let span = self.body.exprs[block].span;
            let diagnostic = Diagnostic::error(MISPLACED_ITEM, span, "a function in an extern block has no body")
                .label("it is defined elsewhere")
                .note("a function that C may call is defined outside: `pub extern \"C\" fn`");
            return self.emit(diagnostic);
        }
        if foreign || container == Container::Trait {
            return self.item_semi();
        }
        let at = self.span();
        if self.at(T::Semi) {
            self.report(|p| {
                let diagnostic = Diagnostic::error(MISPLACED_ITEM, p.span(), "a function needs a body");
                match declared {
                    Some(start) => {
                        let text = p.text_of(start.to(p.span()));
                        let head = p.text_of(Span::new(start.lo, name.span.lo));
                        let text = format!("extern \"C\" {{ fn {} }}", &text[head.len()..]);
                        diagnostic.suggest(
                            start.to(p.span()),
                            text,
                            "what is defined elsewhere stands in an `extern` block",
                        )
                    }
                    None => diagnostic.note("a function that is defined elsewhere is declared in an `extern` block"),
                }
            });
            self.bump();
        } else if matches!(self.cur(), T::Eq | T::FatArrow) {
            self.unbraced_body();
        } else {
            self.expected("the body of the function, in braces");
            self.skip_item();
        }
        self.body.root = Some(self.error_expr(at));
    }

    /// `= e;` or `=> e;` as the body of a function.
    fn unbraced_body(&mut self) {
        let (start, silent) = (self.span(), self.silent());
        let message = format!("expected the body of the function, in braces, found {}", self.found());
        self.bump();
        let value = self.expr();
        let text = self.text_of(self.body.exprs[value].span);
        self.item_semi();
        if !silent {
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, start, message).label("expected a block in braces");
            let fixed = format!("{{ {text} }}");
            self.emit(diagnostic.suggest(self.since(start), fixed, "put it in braces"));
        }
    }

    /// `-> T`. Other ways to write it are reported.
    pub(super) fn return_type(&mut self) -> Option<TypeId> {
        match self.cur() {
            T::Arrow => {
                self.bump();
                Some(self.ty())
            }
            T::Colon | T::FatArrow if begins_type(self.nth(1)) => {
                self.report(|p| {
                    let message = format!("expected `->`, found {}", p.found());
                    let arrow = if p.glued(0) { " ->" } else { "->" };
                    Diagnostic::error(RESULT_TYPE, p.span(), message).fix(
                        p.span(),
                        arrow,
                        "the result type follows `->`",
                    )
                });
                self.bump();
                Some(self.ty())
            }
            T::Ident if matches!(self.cur_text(), "throws" | "noexcept" | "override" | "final" | "const") => {
                let gap = Span::new(self.prev_span().hi, self.span().hi);
                self.report(|p| {
                    let message = format!("there is no `{}` behind a function's parameters", p.cur_text());
                    Diagnostic::error(RESULT_TYPE, p.span(), message).fix(gap, "", "leave it out")
                });
                self.bump();
                self.reported = 0;
                None
            }
            // A type with its error in front, as Zig has it.
            T::Bang if begins_type(self.nth(1)) && !self.on_new_line() => {
                self.report(|p| {
                    Diagnostic::error(RESULT_TYPE, p.span(), "expected `->` or `{`, found `!`")
                        .note("what can fail returns `Result<T, E>`")
                });
                self.bump();
                self.ty();
                self.reported = 0;
                let span = self.prev_span();
                Some(self.mk_type(TypeKind::Error, span))
            }
            kind if begins_type(kind) && !self.on_new_line() && self.cur_text() != "where" => {
                self.report(|p| {
                    let message = format!("expected `->` or `{{`, found {}", p.found());
                    Diagnostic::error(RESULT_TYPE, p.span(), message).label("a result type follows `->`").fix(
                        p.span().start(),
                        "-> ",
                        "add it",
                    )
                });
                self.reported = 0;
                Some(self.ty())
            }
            // No result type.
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn params(&mut self, container: Container) -> (Vec<Param>, bool) {
        let mut params: Vec<Param> = Vec::new();
        let mut variadic = None;
        self.bump();
        let mut lost = false;
        self.separate_elements(T::RParen, |p| {
            if let Some(span) = variadic.take() {
                p.variadic_not_last(span);
            }
            let attrs = p.attr_list();
            if p.at(T::Ellipsis) {
                variadic = Some(p.span());
                return p.bump();
            }
            let first = params.is_empty();
            let param = p.param(attrs, container, first);
            // Of a broken one, at least the name is known where the type is what is wrong.
            lost |= p.broken && param.is_none_or(|param| p.body.pat(param.pat) == PatKind::Error);
            params.extend(param);
        });
        self.broken |= lost;
        (params, variadic.is_some())
    }

    #[inline(never)]
    pub(super) fn param(&mut self, attrs: List<Attr>, container: Container, first: bool) -> Option<Param> {
        let start = self.span();
        if let Some((pat, ty)) = self.self_param(container, first) {
            return Some(Param { attrs, pat, ty, is_self: true, span: self.since(start) });
        }
        let go = self.at(T::Ident)
            && self.nth(1) == T::Ident
            && elsewhere::types::is_type_name(self.text_of(self.tokens.spans[self.pos + 1]));
        if let Some(name) =
            (!go || elsewhere::types::is_type_name(self.cur_text())).then(|| elsewhere::c_fields::param(self)).flatten()
        {
            let name = Ident { name: self.symbol_of(name), span: name };
            let span = self.since(start);
            let pat = self.mk_pat(PatKind::Bind { name, mutable: false, sub: None }, name.span);
            let ty = self.mk_type(TypeKind::Error, span);
            return Some(Param { attrs, pat, ty, is_self: false, span });
        }
        if self.lacks_name() {
            return self.nameless_param(attrs, container);
        }
        let before = self.pos;
        let pat = self.pat_one();
        if self.pos == before {
            return None;
        }
        if self.at(T::Ident) && !self.on_new_line() {
            if let Some(name) = elsewhere::typedecl::param(self, pat) {
                let ty = self.mk_type(TypeKind::Error, name);
                return Some(Param { attrs, pat, ty, is_self: false, span: self.since(start) });
            }
            return self.c_style_param(attrs, start);
        }
        if !self.eat(T::Colon) {
            self.report(|p| {
                let message = format!("expected `:`, found {}", p.found());
                let name = p.text_of(p.prev_span());
                Diagnostic::error(PARAMETER, p.span(), message)
                    .label("a parameter has a type")
                    .note(format!("it stands behind the name: `{name}: i32`"))
            });
            let span = self.since(start);
            let ty = self.mk_type(TypeKind::Error, span);
            return Some(Param { attrs, pat, ty, is_self: false, span });
        }
        let ty = self.ty();
        Some(Param { attrs, pat, ty, is_self: false, span: self.since(start) })
    }

    /// `self`, `mut self`, `&self`, `&mut self`, `self: T`
    fn self_param(&mut self, container: Container, first: bool) -> Option<(PatId, TypeId)> {
        let mut n = 0;
        let by_ref = self.at(T::And);
        n += usize::from(by_ref);
        // `&'a self`
        let lifetime = by_ref && self.nth(1) == T::Label && matches!(self.nth(2), T::SelfValue | T::Mut);
        n += usize::from(lifetime);
        let mutable = self.nth(n) == T::Mut;
        n += usize::from(mutable);
        if self.nth(n) != T::SelfValue {
            return None;
        }
        let start = self.span();
        let misplaced = !first || !matches!(container, Container::Impl | Container::Trait);
        if misplaced {
            self.report(|p| {
                Diagnostic::error(
                    PARAMETER,
                    p.span(),
                    "`self` can only be the first parameter of a function in an `impl` or trait",
                )
            });
        }
        for _ in 0..n {
            if self.at(T::Label) { self.lifetime() } else { self.bump() }
        }
        let name_span = self.span();
        self.bump();
        let name = Ident { name: vex_ir::symbol::sym::SELF, span: name_span };
        let pat = self.mk_pat(PatKind::Bind { name, mutable: mutable && !by_ref, sub: None }, name_span);
        if self.eat(T::Colon) {
            return Some((pat, self.ty()));
        }
        let span = self.since(start);
        if misplaced {
            return Some((pat, self.mk_type(TypeKind::Error, span)));
        }
        let self_name = Ident { name: vex_ir::symbol::sym::SELF_TYPE, span: name_span };
        let segments = self.body.segments.alloc([PathSegment { name: self_name, generics: List::default() }]);
        let mut ty = self.mk_type(TypeKind::Path(Path { segments, absolute: false }), name_span);
        if by_ref {
            let mutability = if mutable { Mutability::Mut } else { Mutability::Const };
            ty = self.mk_type(TypeKind::Ref(mutability, ty), span);
        }
        Some((pat, ty))
    }

    /// Whether the parameter here is only a type.
    fn lacks_name(&self) -> bool {
        match self.cur() {
            T::Star | T::LBracket | T::Fn | T::Extern | T::Bang => true,
            T::And | T::AndAnd => {
                let mut n = 1;
                while matches!(self.nth(n), T::And | T::AndAnd | T::Mut) {
                    n += 1;
                }
                // `&x: &T` is a pattern.
                self.nth(n + 1) != T::Colon
            }
            T::Ident => match self.nth(1) {
                T::Comma | T::RParen => is_type_like(self.cur_text()),
                // A type with generic arguments.
                T::Lt => true,
                // Any other type with a name looks like a pattern.
                _ => false,
            },
            // Everything else is a pattern.
            _ => false,
        }
    }

    fn nameless_param(&mut self, attrs: List<Attr>, container: Container) -> Option<Param> {
        let start = self.span();
        // `[a, b]: T` takes an array apart.
        if self.at(T::LBracket) && self.tokens.kinds.get(self.closing(self.pos) + 1) == Some(&T::Colon) {
            let pat = self.pat_one();
            self.bump();
            let ty = self.ty();
            return Some(Param { attrs, pat, ty, is_self: false, span: self.since(start) });
        }
        let ty = self.ty();
        let span = self.since(start);
        let what = match container {
            Container::Extern => "a parameter has a name, in an extern block too",
            // Elsewhere there is no more to say.
            _ => "a parameter has a name",
        };
        self.emit(Diagnostic::error(PARAMETER, span, what).label("only a type stands here").fix(
            span.start(),
            "_: ",
            "`_` will do where the name does not matter",
        ));
        let pat = self.mk_pat(PatKind::Wild, span.start());
        Some(Param { attrs, pat, ty, is_self: false, span })
    }

    /// `int x`, standing at `x`.
    fn c_style_param(&mut self, attrs: List<Attr>, start: Span) -> Option<Param> {
        let ty_text = self.text_of(self.since(start));
        let whole = start.to(self.span());
        let fixed = format!("{}: {}", self.cur_text(), vex_ir::c_names::vex_type(ty_text).unwrap_or(ty_text));
        self.report(|_| {
            Diagnostic::error(FOREIGN_DECLARATION, whole, "the name of a parameter comes before its type").suggest(
                whole,
                fixed,
                "write `name: type`",
            )
        });
        let name = self.ident("a name");
        let span = self.since(start);
        let pat = self.mk_pat(PatKind::Bind { name, mutable: false, sub: None }, name.span);
        let ty = self.mk_type(TypeKind::Error, span);
        // What else belongs to the C declaration.
        self.skip_to(&[T::Comma]);
        Some(Param { attrs, pat, ty, is_self: false, span })
    }
}
