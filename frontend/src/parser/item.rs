//! Items: everything that may stand at the top level of a module.

use super::*;
use crate::names::add_module;
use vex_ir::pool::List;

const E0026: Code = Code("E0026");
const E0027: Code = Code("E0027");
const E0028: Code = Code("E0028");
const E0033: Code = Code("E0033");
const E0035: Code = Code("E0035");
const E0041: Code = Code("E0041");

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Module,
    Statement,
    /// In an extern block of this ABI.
    Extern(Abi),
    Impl,
    Trait,
}

/// What stands before the keyword of an item.
struct Head {
    start: Span,
    is_pub: bool,
    attrs: Vec<Attr>,
    docs: SmolStr,
    place: Place,
}

/// What an item is, once parsed.
struct Parsed {
    name: Ident,
    kind: ItemKind,
}

impl Parsed {
    fn error(at: Span) -> Parsed {
        Parsed { name: Ident { name: Symbol::EMPTY, span: at }, kind: ItemKind::Error }
    }
}

// The functions that recurse, or that those call, are kept apart where one has much on its stack: with all of them inlined
// into each other, nesting would cost what the greediest needs.
impl Parser<'_> {
    /// A whole file.
    pub(super) fn file(&mut self) {
        let attrs = self.file_attrs();
        let items = self.items(Place::Module, &attrs);
        self.program.modules[self.module].items = items;
    }

    /// Items up to the end of the group or file. Each gets `inherited` attributes before its own.
    fn items(&mut self, place: Place, inherited: &[Attr]) -> Vec<ItemId> {
        let mut items = Vec::new();
        let outer = if place == Place::Module { std::mem::take(&mut self.misplaced_imports) } else { Vec::new() };
        while !self.at(T::Eof) && !self.at(T::RBrace) {
            let before = self.pos;
            let docs = self.docs_here();
            let mut attrs = inherited.to_vec();
            attrs.extend(self.attrs());
            let start = self.span();
            if self.at(T::Ident) && self.nth(1) == T::Fn && self.cur_text() == "safe" {
                let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
                self.report(|p| {
                    let diagnostic = Diagnostic::error(E0035, p.span(), "there is no `safe` in front of functions");
                    diagnostic.fix(gap, "", "what is defined elsewhere is `unsafe` to call")
                });
                self.bump();
                self.reported = 0;
            }
            if matches!(place, Place::Extern(_))
                && let Some(name) = c::prototype(self)
            {
                items.push(self.broken_item(start, name));
            } else if self.at_item() || (place != Place::Module && self.at(T::Const)) {
                items.extend(self.item_with_docs(attrs, place, docs));
            } else if self.at(T::Eof) || self.at(T::RBrace) {
                self.dangling_attrs(&attrs[inherited.len()..], "an item");
            } else {
                items.extend(self.no_item(place));
            }
            if self.pos == before {
                self.skip_tree();
            }
        }
        if place == Place::Module {
            items.append(&mut std::mem::replace(&mut self.misplaced_imports, outer));
        }
        items
    }

    /// Whether an item begins here.
    pub(super) fn at_item(&self) -> bool {
        match self.cur() {
            T::Unsafe => matches!(self.nth(1), T::Fn | T::Extern | T::Impl | T::Trait),
            T::Ident => {
                self.nth(1) == T::Ident
                    && self.cur_text() == "union"
                    && matches!(self.nth(2), T::LBrace | T::Lt | T::Semi)
            }
            // In an operand's place, a type may begin with these; a statement does not.
            kind => kind.starts_item(),
        }
    }

    pub(super) fn item(&mut self, attrs: Vec<Attr>, place: Place) -> Option<ItemId> {
        let docs = self.docs_here();
        self.item_with_docs(attrs, place, docs)
    }

    fn item_with_docs(&mut self, attrs: Vec<Attr>, place: Place, docs: SmolStr) -> Option<ItemId> {
        if !self.enter() {
            self.bump();
            self.skip_item();
            return None;
        }
        let statement = self.begin_statement();
        let errors = self.cx.diags.error_count();
        let docs = if docs.is_empty() { self.docs_here() } else { docs };
        let start = self.span();
        let mut is_pub = false;
        while matches!(self.cur(), T::Pub | T::Export) {
            is_pub = true;
            self.bump();
            self.pub_scope();
        }
        // These end with a semicolon, whatever stands before it.
        let value = matches!(self.cur(), T::Const | T::Static | T::Type | T::Import);
        let head = Head { start, is_pub, attrs, docs, place };
        let id = if self.at(T::Mod) {
            self.section(head);
            None
        } else {
            Some(self.item_after_pub(head))
        };
        // What is left of it behind the mistake.
        let ended = self.prev() == T::Semi || self.prev() == T::RBrace && !value;
        if self.broken && !ended && !self.on_new_line() {
            match value {
                true => self.sync_stmt(),
                false => self.skip_item(),
            }
        }
        // C has a semicolon behind its types.
        if self.cx.diags.error_count() > errors && self.prev() == T::RBrace && !self.on_new_line() {
            self.eat(T::Semi);
        }
        self.end_statement(statement);
        self.leave();
        id
    }

    /// `pub(crate)`: there is only `pub`.
    fn pub_scope(&mut self) {
        if self.at(T::LParen) && self.nth(2) == T::RParen {
            let span = self.span().to(self.tokens.spans[self.pos + 2]);
            self.report(|_| {
                Diagnostic::error(E0035, span, "`pub` has no parts").fix(
                    span,
                    "",
                    "`pub` means visible to importing modules",
                )
            });
            self.skip_tree();
        }
    }

    fn item_after_pub(&mut self, head: Head) -> ItemId {
        let id = self.reserve_item(head.start);
        self.begin_body();
        let parsed = self.item_kind(&head);
        self.finish_item(id, head, parsed);
        id
    }

    /// The slot of an item comes before those of its members, so that ids are in the order of the source.
    #[inline(never)]
    fn reserve_item(&mut self, start: Span) -> ItemId {
        self.program.items.alloc(Item {
            name: Ident { name: Symbol::EMPTY, span: start },
            span: start,
            is_pub: false,
            attrs: Vec::new(),
            docs: SmolStr::default(),
            module: self.module,
            kind: ItemKind::Error,
            body: Body::default(),
        })
    }

    #[inline(never)]
    fn finish_item(&mut self, id: ItemId, head: Head, parsed: Parsed) {
        let visible = matches!(head.place, Place::Extern(_)) && !self.in_body;
        let span = self.since(head.start);
        let body = self.end_body();
        let item = &mut self.program.items[id];
        item.name = parsed.name;
        item.span = span;
        item.is_pub = head.is_pub || visible;
        item.attrs = head.attrs;
        item.docs = head.docs;
        item.kind = parsed.kind;
        item.body = body;
    }

    fn item_kind(&mut self, head: &Head) -> Parsed {
        let parsed = match (self.cur(), self.nth(1)) {
            (T::Unsafe, T::Extern) if self.unsafe_block() => {
                let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
                self.report(|p| {
                    Diagnostic::error(E0035, p.span(), "an extern block has no `unsafe` in front of it").fix(
                        gap,
                        "",
                        "what it declares is `unsafe` to call anyway",
                    )
                });
                self.bump();
                self.extern_block(head)
            }
            (T::Fn, _) | (T::Unsafe, T::Fn | T::Extern) => self.function(head),
            (T::Extern, T::Fn) => self.function(head),
            (T::Extern, T::Str | T::RawStr | T::BadLit) if matches!(self.nth(2), T::Fn) => self.function(head),
            (T::Extern, _) => self.extern_block(head),
            (T::Import, _) => self.import(),
            (T::Const, T::Fn) => {
                let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
                self.report(|p| {
                    Diagnostic::error(E0035, p.span(), "there are no `const fn`").fix(gap, "", "leave `const` out")
                });
                self.bump();
                self.function(head)
            }
            (T::Const, _) => self.constant(),
            (T::Static, _) => self.static_item(head),
            (T::Type, _) => self.alias(head),
            (T::Struct, _) => self.structure(false),
            (T::Enum, _) => self.enumeration(),
            (T::Impl, _) | (T::Unsafe, T::Impl) => self.implementation(),
            (T::Trait, _) | (T::Unsafe, T::Trait) => self.trait_item(),
            (T::Ident, T::Ident) if self.cur_text() == "union" => self.structure(true),
            // After `pub`, anything may stand.
            _ => {
                let start = self.span();
                self.expected("an item after `pub`");
                self.skip_item();
                Parsed::error(start)
            }
        };
        self.check_place(head, &parsed);
        parsed
    }

    /// Whether `unsafe extern "C" {` stands here.
    fn unsafe_block(&self) -> bool {
        let abi = usize::from(matches!(self.nth(2), T::Str | T::RawStr));
        self.nth(2 + abi) == T::LBrace
    }

    /// Reports items that cannot stand where they stand.
    fn check_place(&mut self, head: &Head, parsed: &Parsed) {
        let (what, note) = match (head.place, &parsed.kind) {
            (Place::Statement, ItemKind::Import(_)) => {
                ("a block", "imports are for a whole file: write it outside of the function")
            }
            (_, ItemKind::Error) | (Place::Module | Place::Statement, _) => return,
            (Place::Extern(_), ItemKind::Fn(_) | ItemKind::Static { .. } | ItemKind::Opaque) => return,
            (Place::Impl | Place::Trait, ItemKind::Fn(_) | ItemKind::Const { .. } | ItemKind::Alias { .. }) => return,
            (Place::Trait, ItemKind::Opaque) => return,
            (Place::Extern(_), _) => ("an extern block", "it holds functions, statics and opaque types: `type Name;`"),
            (Place::Impl, _) => ("an `impl`", "it holds functions, constants and types"),
            (Place::Trait, _) => ("a trait", "it holds functions, constants and types"),
        };
        let span = self.since(head.start);
        self.emit(Diagnostic::error(E0033, span, format!("this item cannot stand in {what}")).note(note));
    }

    // Names and ends.

    /// The name of an item. Without one, it cannot be what it was to be: the caller makes it an error.
    fn item_name(&mut self, what: &str) -> Ident {
        self.ident(&format!("the name of {what}"))
    }

    fn named(&self, name: Ident, kind: ItemKind) -> Parsed {
        if name.name == Symbol::EMPTY { Parsed::error(name.span) } else { Parsed { name, kind } }
    }

    /// The `;` of an item. What else is on the line is skipped.
    fn item_semi(&mut self) {
        if !self.expect_semi() && !self.on_new_line() && !self.cur().starts_item() {
            self.skip_item();
        }
        if let Some(root) = self.body.root.filter(|_| self.broken) {
            self.body.exprs[root].kind = ExprKind::ERROR;
        }
    }

    // Functions.

    #[inline(never)]
    fn function(&mut self, head: &Head) -> Parsed {
        let is_unsafe = self.eat(T::Unsafe);
        let own_abi = self.abi();
        self.expect(T::Fn);
        let name = self.item_name("the function");
        let generics = self.generic_params();
        let foreign = match head.place {
            Place::Extern(abi) => Some(abi),
            // Everywhere else it is defined here.
            _ => None,
        };
        if !self.at(T::LParen) {
            self.expected("`(`");
            self.skip_to(&[T::LParen, T::LBrace, T::Semi]);
        }
        let (params, variadic) = if self.at(T::LParen) { self.params(head.place) } else { (Vec::new(), false) };
        let lost = self.broken;
        let ret = self.return_type();
        self.where_clause();
        self.function_body(head, name, own_abi);
        let is_foreign = foreign.is_some();
        let abi = foreign.or(own_abi);
        if lost {
            return Parsed { name, kind: ItemKind::Error };
        }
        self.named(name, ItemKind::Fn(FnItem { params, ret, abi, variadic, is_unsafe, is_foreign, generics }))
    }

    fn function_body(&mut self, head: &Head, name: Ident, abi: Option<Abi>) {
        let place = head.place;
        let foreign = matches!(place, Place::Extern(_));
        // `extern "C" fn f();` and `extern fn f();` say that it is defined elsewhere.
        let declared = (abi.is_some_and(|abi| self.cx.text(abi.name) == "C") && !head.is_pub && place == Place::Module)
            .then_some(head.start);
        if self.at(T::LBrace) {
            let start = self.span();
            let block = self.block(start, Symbol::EMPTY, false);
            if !foreign {
                self.body.root = Some(block);
                return;
            }
            let span = self.body.exprs[block].span;
            let diagnostic = Diagnostic::error(E0033, span, "a function in an extern block has no body")
                .label("it is defined elsewhere")
                .note("a function that C may call is defined outside: `pub extern \"C\" fn`");
            return self.emit(diagnostic);
        }
        if foreign || place == Place::Trait {
            return self.item_semi();
        }
        let at = self.span();
        if self.at(T::Semi) {
            self.report(|p| {
                let diagnostic = Diagnostic::error(E0033, p.span(), "a function needs a body");
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
            let diagnostic = Diagnostic::error(E0020, start, message).label("expected a block in braces");
            let fixed = format!("{{ {text} }}");
            self.emit(diagnostic.suggest(self.since(start), fixed, "put it in braces"));
        }
    }

    /// `-> T`. Other ways to write it are reported.
    fn return_type(&mut self) -> Option<TypeId> {
        match self.cur() {
            T::Arrow => {
                self.bump();
                Some(self.ty())
            }
            T::Colon | T::FatArrow if begins_type(self.nth(1)) => {
                self.report(|p| {
                    let message = format!("expected `->`, found {}", p.found());
                    let arrow = if p.glued(0) { " ->" } else { "->" };
                    Diagnostic::error(E0027, p.span(), message).fix(p.span(), arrow, "the result type follows `->`")
                });
                self.bump();
                Some(self.ty())
            }
            T::Ident if matches!(self.cur_text(), "throws" | "noexcept" | "override" | "final" | "const") => {
                let gap = Span::new(self.prev_span().hi, self.span().hi);
                self.report(|p| {
                    let message = format!("there is no `{}` behind a function's parameters", p.cur_text());
                    Diagnostic::error(E0027, p.span(), message).fix(gap, "", "leave it out")
                });
                self.bump();
                self.reported = 0;
                None
            }
            // A type with its error in front, as Zig has it.
            T::Bang if begins_type(self.nth(1)) && !self.on_new_line() => {
                self.report(|p| {
                    Diagnostic::error(E0027, p.span(), "expected `->` or `{`, found `!`")
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
                    Diagnostic::error(E0027, p.span(), message).label("a result type follows `->`").fix(
                        p.span().start(),
                        "-> ",
                        "add it",
                    )
                });
                self.reported = 0;
                Some(self.ty())
            }
            // There is none.
            _ => None,
        }
    }

    #[inline(never)]
    fn params(&mut self, place: Place) -> (Vec<Param>, bool) {
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
            let param = p.param(attrs, place, first);
            // Of a broken one, at least the name is known where the type is what is wrong.
            lost |= p.broken && param.is_none_or(|param| p.body.pats[param.pat].kind == PatKind::Error);
            params.extend(param);
        });
        self.broken |= lost;
        (params, variadic.is_some())
    }

    #[inline(never)]
    fn param(&mut self, attrs: List<Attr>, place: Place, first: bool) -> Option<Param> {
        let start = self.span();
        if let Some((pat, ty)) = self.self_param(place, first) {
            return Some(Param { attrs, pat, ty, span: self.since(start) });
        }
        let go = self.at(T::Ident)
            && self.nth(1) == T::Ident
            && hints::is_type_name(self.text_of(self.tokens.spans[self.pos + 1]));
        if let Some(name) = (!go || hints::is_type_name(self.cur_text())).then(|| c::param(self)).flatten() {
            let name = Ident { name: self.symbol_of(name), span: name };
            let span = self.since(start);
            let pat = self.mk_pat(PatKind::Bind { name, mutable: false, sub: None }, name.span);
            let ty = self.mk_type(TypeKind::Error, span);
            return Some(Param { attrs, pat, ty, span });
        }
        if self.lacks_name() {
            return self.nameless_param(attrs, place);
        }
        let before = self.pos;
        let pat = self.pat_one();
        if self.pos == before {
            return None;
        }
        if self.at(T::Ident) && !self.on_new_line() {
            if let Some(name) = elsewhere::typedecl::param(self, pat) {
                let ty = self.mk_type(TypeKind::Error, name);
                return Some(Param { attrs, pat, ty, span: self.since(start) });
            }
            return self.c_style_param(attrs, start);
        }
        if !self.eat(T::Colon) {
            self.report(|p| {
                let message = format!("expected `:`, found {}", p.found());
                let name = p.text_of(p.prev_span());
                Diagnostic::error(E0028, p.span(), message)
                    .label("a parameter has a type")
                    .note(format!("it stands behind the name: `{name}: i32`"))
            });
            let span = self.since(start);
            let ty = self.mk_type(TypeKind::Error, span);
            return Some(Param { attrs, pat, ty, span });
        }
        let ty = self.ty();
        Some(Param { attrs, pat, ty, span: self.since(start) })
    }

    /// `self`, `mut self`, `&self`, `&mut self`, `self: T`
    fn self_param(&mut self, place: Place, first: bool) -> Option<(PatId, TypeId)> {
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
        if !first || !matches!(place, Place::Impl | Place::Trait) {
            self.report(|p| {
                Diagnostic::error(
                    E0028,
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

    fn nameless_param(&mut self, attrs: List<Attr>, place: Place) -> Option<Param> {
        let start = self.span();
        // `[a, b]: T` takes an array apart.
        if self.at(T::LBracket) && self.tokens.kinds.get(self.closing(self.pos) + 1) == Some(&T::Colon) {
            let pat = self.pat_one();
            self.bump();
            let ty = self.ty();
            return Some(Param { attrs, pat, ty, span: self.since(start) });
        }
        let ty = self.ty();
        let span = self.since(start);
        let what = match place {
            Place::Extern(_) => "a parameter has a name, in an extern block too",
            // Elsewhere there is no more to say.
            _ => "a parameter has a name",
        };
        self.emit(Diagnostic::error(E0028, span, what).label("only a type stands here").fix(
            span.start(),
            "_: ",
            "`_` will do where the name does not matter",
        ));
        let pat = self.mk_pat(PatKind::Wild, span.start());
        Some(Param { attrs, pat, ty, span })
    }

    /// `int x`, standing at `x`.
    fn c_style_param(&mut self, attrs: List<Attr>, start: Span) -> Option<Param> {
        let ty_text = self.text_of(self.since(start));
        let whole = start.to(self.span());
        let fixed = format!("{}: {}", self.cur_text(), hints::vex_type(ty_text).unwrap_or(ty_text));
        self.report(|_| {
            Diagnostic::error(E0026, whole, "the name of a parameter comes before its type").suggest(
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
        Some(Param { attrs, pat, ty, span })
    }

    // Values and types.

    #[inline(never)]
    fn constant(&mut self) -> Parsed {
        if let Some(parsed) = self.c_item() {
            return parsed;
        }
        if self.nth(2) == T::Eq
            && let Some(declared) = elsewhere::typedecl::const_item(self)
        {
            return self.declared_type(declared);
        }
        self.bump();
        let underscore = self.span();
        let name = match self.cur() {
            T::Underscore => {
                self.bump();
                Ident { name: vex_ir::symbol::sym::UNDERSCORE, span: underscore }
            }
            T::Mut => {
                self.report(|p| {
                    Diagnostic::error(E0035, p.span(), "a constant never changes")
                        .note("a variable for the whole program is a `static mut`")
                });
                self.bump();
                self.item_name("the constant")
            }
            // Anything else should be a name.
            _ => self.item_name("the constant"),
        };
        let ty = self.item_type("constant");
        self.initializer("constant");
        self.item_semi();
        self.named(name, ItemKind::Const { ty })
    }

    /// The type of the value `n` tokens ahead, if that is a literal, and all there is.
    fn plain_type(&self, n: usize) -> Option<&'static str> {
        let at = if self.nth(n) == T::Minus { n + 1 } else { n };
        if self.nth(at + 1) != T::Semi {
            return None;
        }
        self.plain_type_of(at)
    }

    /// The type of the literal `n` tokens ahead.
    pub(super) fn plain_type_of(&self, n: usize) -> Option<&'static str> {
        match self.nth(n) {
            T::Int => Some("i32"),
            T::Float => Some("f64"),
            T::True | T::False => Some("bool"),
            T::Char => Some("char"),
            T::Str | T::RawStr => Some("&str"),
            // What else a value may be, its type is not as plain.
            _ => None,
        }
    }

    /// `: T` of a constant or static.
    fn item_type(&mut self, what: &str) -> TypeId {
        if self.eat(T::Colon) {
            return self.ty();
        }
        if matches!(self.cur(), T::Ident | T::Star | T::LBracket | T::And) && !self.on_new_line() {
            self.expect_insert(T::Colon);
            return self.ty();
        }
        let unknown = self.at(T::Eq) && self.plain_type(1).is_none();
        self.report(|p| {
            let at = p.prev_span().end();
            let diagnostic = Diagnostic::error(E0020, at, format!("the type of this {what} is missing"));
            match p.plain_type(1).filter(|_| p.at(T::Eq)) {
                Some(ty) => diagnostic.suggest(at, format!(": {ty}"), "add it"),
                None => diagnostic.note("it stands behind the name: `NAME: i32`"),
            }
        });
        // Of its value, nothing can be said either.
        self.broken |= unknown;
        let span = self.prev_span().end();
        self.mk_type(TypeKind::Error, span)
    }

    fn initializer(&mut self, what: &str) {
        let root = if self.eat(T::Eq) {
            self.expr()
        } else {
            self.report(|p| {
                let at = p.prev_span().end();
                Diagnostic::error(E0020, at, format!("the value of this {what} is missing"))
                    .note(format!("it follows `=`; a {what} of C's is declared in an `extern` block"))
            });
            let at = self.prev_span().end();
            self.error_expr(at)
        };
        if self.broken {
            self.body.exprs[root].kind = ExprKind::ERROR;
        }
        self.body.root = Some(root);
    }

    #[inline(never)]
    fn static_item(&mut self, head: &Head) -> Parsed {
        if let Some(parsed) = self.c_item() {
            return parsed;
        }
        self.bump();
        let mutable = self.eat(T::Mut);
        let name = self.item_name("the static");
        let ty = self.item_type("static");
        let abi = match head.place {
            Place::Extern(abi) => Some(abi),
            // Everywhere else it is defined here.
            _ => None,
        };
        match abi {
            Some(_) if self.at(T::Eq) => {
                let span = self.span();
                self.bump();
                let value = self.expr();
                let span = span.to(self.body.exprs[value].span);
                self.emit(
                    Diagnostic::error(E0033, span, "a static in an extern block has no value")
                        .label("it is defined elsewhere"),
                );
            }
            Some(_) => {}
            None => self.initializer("static"),
        }
        self.item_semi();
        self.named(name, ItemKind::Static { ty, mutable, abi })
    }

    /// `type Name = T;`, and `type Name;` in an extern block.
    #[inline(never)]
    fn alias(&mut self, head: &Head) -> Parsed {
        if let Some(declared) = elsewhere::typedecl::type_item(self) {
            return self.declared_type(declared);
        }
        self.bump();
        let name = self.item_name("the type");
        let generics = self.generic_params();
        if self.at(T::Semi) {
            let allowed = matches!(head.place, Place::Extern(_) | Place::Trait);
            let text = self.text_of(head.start.to(self.span())).to_string();
            self.bump();
            if !allowed {
                let span = self.since(head.start);
                let fixed = text.replacen("type", "struct", 1);
                let diagnostic = Diagnostic::error(E0033, span, "an alias needs a type").suggest(
                    span,
                    fixed,
                    "an incomplete type is `struct Name;`, or `type Name;` in an extern block",
                );
                self.emit(diagnostic);
            }
            return self.named(name, ItemKind::Opaque);
        }
        let opaque = matches!(head.place, Place::Extern(_)) && !self.at(T::Eq);
        if opaque {
            self.item_semi();
            return self.named(name, ItemKind::Opaque);
        }
        if !self.eat(T::Eq) {
            self.expected("`=`");
        }
        let ty = self.ty();
        self.item_semi();
        if self.broken {
            return Parsed { name, kind: ItemKind::Error };
        }
        self.named(name, ItemKind::Alias { ty, generics })
    }

    fn declared_type(&mut self, declared: elsewhere::typedecl::Declared) -> Parsed {
        let name = Ident { name: self.symbol_of(declared.name), span: declared.name };
        let Some(fields) = declared.fields else { return Parsed { name, kind: ItemKind::Error } };
        let fields = fields.into_iter().map(|name| self.untyped_field(name)).collect();
        Parsed {
            name,
            kind: ItemKind::Struct(StructItem { is_union: false, is_tuple: false, fields, generics: Vec::new() }),
        }
    }

    /// A struct or union, from its keyword on.
    #[inline(never)]
    fn structure(&mut self, is_union: bool) -> Parsed {
        self.bump();
        let errors = self.cx.diags.error_count();
        let name = self.item_name(if is_union { "the union" } else { "the struct" });
        let generics = self.generic_params();
        self.where_clause();
        let (is_tuple, fields) = match self.cur() {
            T::Semi if !is_union => {
                self.bump();
                return self.named(name, ItemKind::Opaque);
            }
            T::LBrace => {
                if elsewhere::typedecl::class_body(self) {
                    return Parsed { name, kind: ItemKind::Error };
                }
                let fields = match c::bit_fields(self).or_else(|| c::struct_body(self)) {
                    Some(names) => names.into_iter().map(|name| self.untyped_field(name)).collect(),
                    None => self.fields(),
                };
                // A struct that is C has a `;` behind it, too.
                if self.cx.diags.error_count() > errors && !self.on_new_line() {
                    self.eat(T::Semi);
                }
                (false, fields)
            }
            T::LParen if !is_union => {
                let fields = self.tuple_fields();
                self.item_semi();
                (true, fields)
            }
            // Nothing else is a body of a type.
            _ => {
                self.expected(if is_union { "`{`" } else { "`{`, `(` or `;`" });
                self.skip_item();
                return Parsed::error(name.span);
            }
        };
        if self.broken {
            return Parsed { name, kind: ItemKind::Error };
        }
        self.named(name, ItemKind::Struct(StructItem { is_union, is_tuple, fields, generics }))
    }

    /// `{ a: T, pub b: U }`
    fn fields(&mut self) -> Vec<FieldDef> {
        let mut fields: Vec<FieldDef> = Vec::new();
        self.bump();
        let mut lost = false;
        self.separate_elements(T::RBrace, |p| {
            let field = p.field();
            lost |= p.broken && field.is_none();
            fields.extend(field);
        });
        self.broken |= lost;
        fields
    }

    /// A field of which only the name is known.
    fn untyped_field(&mut self, span: Span) -> FieldDef {
        let name = Ident { name: self.symbol_of(span), span };
        let ty = self.mk_type(TypeKind::Error, span);
        FieldDef { attrs: List::default(), is_pub: true, name, ty, span }
    }

    fn field(&mut self) -> Option<FieldDef> {
        let attrs = self.attrs();
        if self.at(T::RBrace) {
            self.dangling_attrs(&attrs, "a field");
            return None;
        }
        let attrs = self.body.attrs.alloc(attrs);
        let start = self.span();
        let is_pub = self.field_pub();
        if self.at(T::Fn) {
            self.report(|p| {
                Diagnostic::error(E0033, p.span(), "functions of a type stand in an `impl`")
                    .note("`impl Name { fn … }`")
            });
            self.skip_to(&[T::LBrace, T::Comma, T::Semi]);
            if self.at(T::LBrace) {
                self.skip_tree();
            }
            return None;
        }
        if self.at(T::Ident) && self.nth(1) == T::Ident && self.nth(2) == T::Colon {
            let word = |text: &str| {
                matches!(text, "var" | "val" | "private" | "public" | "protected" | "readonly" | "mutable")
            };
            if word(self.cur_text()) {
                elsewhere::typedecl::words(self, word);
            }
        }
        if let Some(span) = c::field(self) {
            let name = Ident { name: self.symbol_of(span), span };
            let ty = self.mk_type(TypeKind::Error, span);
            return Some(FieldDef { attrs, is_pub, name, ty, span: self.since(start) });
        }
        let c_style = self.at(T::Ident) && self.nth(1) == T::Ident && is_type_like(self.cur_text());
        if c_style {
            return self.c_style_field(attrs, start, is_pub);
        }
        let name = self.ident("the name of a field");
        if name.name == Symbol::EMPTY {
            return None;
        }
        if !self.at(T::Colon) && !self.on_new_line() && (self.at(T::Star) || self.at(T::And) || self.at_path()) {
            self.expect_insert(T::Colon);
            self.reported = 0;
        } else if !self.expect(T::Colon) {
            return None;
        }
        let ty = self.ty();
        if self.at(T::Eq) {
            self.report(|p| Diagnostic::error(E0035, p.span(), "fields have no default values"));
            self.bump();
            self.expr();
        }
        Some(FieldDef { attrs, name, is_pub, ty, span: self.since(start) })
    }

    fn field_pub(&mut self) -> bool {
        let mut is_pub = false;
        while matches!(self.cur(), T::Pub | T::Export) {
            is_pub = true;
            self.bump();
            self.pub_scope();
        }
        is_pub
    }

    /// `int x`, standing at `int`.
    fn c_style_field(&mut self, attrs: List<Attr>, start: Span, is_pub: bool) -> Option<FieldDef> {
        let ty_text = self.cur_text();
        let name_span = self.tokens.spans[self.pos + 1];
        let whole = self.span().to(name_span);
        let fixed = format!("{}: {}", self.text_of(name_span), hints::vex_type(ty_text).unwrap_or(ty_text));
        self.report(|_| {
            Diagnostic::error(E0026, whole, "the name of a field comes before its type").suggest(
                whole,
                fixed,
                "write `name: type`",
            )
        });
        self.bump();
        let name = self.ident("a name");
        let ty = self.mk_type(TypeKind::Error, start);
        Some(FieldDef { attrs, name, is_pub, ty, span: self.since(start) })
    }

    /// `(T, pub U)`: the fields are named by their numbers.
    fn tuple_fields(&mut self) -> Vec<FieldDef> {
        let mut fields: Vec<FieldDef> = Vec::new();
        self.bump();
        self.comma_list(T::RParen, |p| {
            let attrs = p.attr_list();
            let start = p.span();
            let is_pub = p.field_pub();
            let ty = p.ty();
            let number = p.cx.interner.intern(&fields.len().to_string());
            let name = Ident { name: number, span: p.body.types[ty].span };
            fields.push(FieldDef { attrs, name, is_pub, ty, span: p.since(start) });
        });
        fields
    }

    #[inline(never)]
    fn enumeration(&mut self) -> Parsed {
        self.bump();
        let name = self.item_name("the enum");
        let generics = self.generic_params();
        self.where_clause();
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(name.span);
        }
        let mut variants: Vec<Variant> = Vec::new();
        self.bump();
        let mut lost = false;
        self.separate_elements(T::RBrace, |p| {
            let variant = p.variant();
            lost |= p.broken && variant.is_none();
            variants.extend(variant);
        });
        self.broken |= lost;
        if self.broken {
            return Parsed { name, kind: ItemKind::Error };
        }
        self.named(name, ItemKind::Enum(EnumItem { variants, generics }))
    }

    fn variant(&mut self) -> Option<Variant> {
        let attrs = self.attrs();
        if self.at(T::RBrace) {
            self.dangling_attrs(&attrs, "a variant");
            return None;
        }
        let attrs = self.body.attrs.alloc(attrs);
        let start = self.span();
        if self.at(T::Ident) && self.nth(1) == T::Ident && self.cur_text() == "case" && !self.on_new_line_at(1) {
            elsewhere::typedecl::words(self, |text| text == "case");
        }
        let name = self.ident("the name of a variant");
        if name.name == Symbol::EMPTY {
            return None;
        }
        let payload = match self.cur() {
            T::LParen => {
                let mut types = Vec::new();
                self.bump();
                self.comma_list(T::RParen, |p| types.push(p.ty()));
                Payload::Tuple(types)
            }
            T::LBrace => Payload::Struct(self.fields()),
            // It has none.
            _ => Payload::None,
        };
        let discriminant = self.eat(T::Eq).then(|| self.expr());
        Some(Variant { attrs, name, payload, discriminant, span: self.since(start) })
    }

    // Items that hold items.

    #[inline(never)]
    fn extern_block(&mut self, head: &Head) -> Parsed {
        let start = self.span();
        let Some(abi) = self.abi() else { return Parsed::error(start) };
        let name = Ident { name: Symbol::EMPTY, span: self.since(start) };
        if !self.at(T::LBrace) {
            self.extern_without_block(head);
            return Parsed::error(start);
        }
        let members = self.members(Place::Extern(abi));
        Parsed { name, kind: ItemKind::ExternBlock(ExternBlock { abi, members }) }
    }

    fn extern_without_block(&mut self, head: &Head) {
        self.report(|p| {
            let diagnostic = Diagnostic::error(E0020, p.span(), format!("expected `{{` or `fn`, found {}", p.found()));
            if p.cur_text() == "crate" {
                return diagnostic.note("modules are imported: `import { name } from \"path\";`");
            }
            diagnostic.note("declarations of what is defined elsewhere stand in `extern \"C\" { … }`")
        });
        let _ = head;
        self.skip_item();
    }

    fn members(&mut self, place: Place) -> Vec<ItemId> {
        self.bump();
        let members = self.items(place, &[]);
        self.expect(T::RBrace);
        members
    }

    #[inline(never)]
    fn implementation(&mut self) -> Parsed {
        let start = self.span();
        self.eat(T::Unsafe);
        self.bump();
        let generics = self.generic_params();
        let first = self.ty();
        let (trait_, self_ty) = if self.eat(T::For) { (Some(first), self.ty()) } else { (None, first) };
        self.where_clause();
        let name = Ident { name: Symbol::EMPTY, span: self.since(start) };
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(start);
        }
        let members = self.members(Place::Impl);
        Parsed { name, kind: ItemKind::Impl(ImplItem { generics, trait_, self_ty, members }) }
    }

    #[inline(never)]
    fn trait_item(&mut self) -> Parsed {
        self.eat(T::Unsafe);
        self.bump();
        let name = self.item_name("the trait");
        let generics = self.generic_params();
        if self.at(T::Colon) {
            self.report(|p| Diagnostic::error(E0035, p.span(), "a trait does not build on others in Vex"));
            self.skip_to(&[T::LBrace, T::Semi]);
        }
        self.where_clause();
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(name.span);
        }
        let members = self.members(Place::Trait);
        self.named(name, ItemKind::Trait(TraitItem { generics, members }))
    }

    /// `mod name = "key" { … }`: a module of its own within this text.
    #[inline(never)]
    fn section(&mut self, head: Head) {
        self.bump();
        let name = self.ident("the name of the module");
        let mut key = name;
        if self.eat(T::Eq) {
            let span = self.span();
            if matches!(self.cur(), T::Str | T::RawStr) {
                if let Some(text) = self.plain_string(self.pos) {
                    key = Ident { name: self.cx.interner.intern(&text), span };
                }
                self.bump();
            } else {
                self.expected("the key of the module, in quotes");
            }
        }
        if !self.at(T::LBrace) {
            self.section_without_block(name);
            return;
        }
        if head.place != Place::Module {
            let span = self.since(head.start);
            self.emit(Diagnostic::error(E0033, span, "a module can only stand at the top level"));
            return self.skip_tree();
        }
        self.bump();
        let inner = add_module(self.cx, self.program, self.names, name.name, key.name);
        let outer = std::mem::replace(&mut self.module, inner);
        let items = self.items(Place::Module, &head.attrs);
        self.module = outer;
        self.expect(T::RBrace);
        let module = &mut self.program.modules[inner];
        module.items = items;
        module.span = head.start.to(self.tokens.spans[self.pos.saturating_sub(1)]);
        match self.names.keys.insert(key.name, key.span) {
            Some(first) => {
                self.names.keys.insert(key.name, first);
                let text = self.cx.text(key.name).to_string();
                self.emit(
                    Diagnostic::error(E0041, key.span, format!("there are two modules `{text}`"))
                        .secondary(first, "the first is this"),
                );
            }
            None => self.sections.push(Section { module: inner, key }),
        }
    }

    fn section_without_block(&mut self, name: Ident) {
        let text = self.text_of(name.span);
        self.report(|p| {
            let diagnostic = Diagnostic::error(E0020, p.span(), format!("expected `{{`, found {}", p.found()));
            if p.at(T::Semi) && !text.is_empty() {
                return diagnostic
                    .note(format!("a module in another file is imported: `import * as {text} from \"./{text}\";`"));
            }
            diagnostic
        });
        self.skip_item();
    }

    // Imports.

    /// `import { a as b, c } from "path";`, `import * as m from "path";`
    #[inline(never)]
    fn import(&mut self) -> Parsed {
        let start = self.span();
        self.bump();
        let names = match self.cur() {
            T::LBrace => ImportNames::Items(self.import_names()),
            T::Star => {
                if let Some(names) = self.star_import() {
                    names
                } else {
                    self.bump();
                    self.expect(T::As);
                    ImportNames::Module(self.ident("the name that the module gets here"))
                }
            }
            // A single name, or only a path, as other languages write it.
            _ => match self.bare_import() {
                Some(names) => names,
                None => return self.lost_import(start),
            },
        };
        if self.at(T::Ident) && self.cur_text() == "from" {
            self.bump();
        } else {
            self.report(|p| {
                let message = format!("expected `from`, found {}", p.found());
                let diagnostic = Diagnostic::error(E0020, p.span(), message).label("expected `from`");
                match p.cur() {
                    T::Str => diagnostic.fix(p.span().start(), "from ", "add `from`"),
                    // Nothing else shows what was meant.
                    _ => diagnostic,
                }
            });
        }
        let path_span = self.span();
        if !matches!(self.cur(), T::Str | T::RawStr) {
            self.expected("the path of a module, in quotes");
            self.eat(T::BadLit);
            self.skip_line();
            return self.lost_import(start);
        }
        let path = self.plain_string(self.pos);
        self.bump();
        self.item_semi();
        let Some(path) = path else { return self.lost_import(start) };
        let name = Ident { name: Symbol::EMPTY, span: self.since(start) };
        let target = ImportTarget::Missing { searched: Vec::new() };
        Parsed { name, kind: ItemKind::Import(Import { names, path, path_span, target }) }
    }

    /// What it was to bring is not reported as missing.
    fn lost_import(&mut self, start: Span) -> Parsed {
        self.program.modules[self.module].lost_imports = true;
        Parsed::error(start)
    }

    fn import_names(&mut self) -> Vec<ImportName> {
        let mut names: Vec<ImportName> = Vec::new();
        self.bump();
        self.separate_elements(T::RBrace, |p| {
            let name = p.ident("the name of an item or module");
            let alias = if p.eat(T::As) { p.ident("another name") } else { name };
            if name.name != Symbol::EMPTY && alias.name != Symbol::EMPTY {
                names.push(ImportName { name, alias, module: None });
            }
        });
        names
    }

    /// `* from "std/libc"`, which does not say what the module is called here: reported, and taken for its own name.
    fn star_import(&mut self) -> Option<ImportNames> {
        let from = self.nth(1) == T::Ident && self.text_of(self.tokens.spans[self.pos + 1]) == "from";
        if !from || self.nth(2) != T::Str {
            return None;
        }
        let star = self.span();
        let path = self.text_of(self.tokens.spans[self.pos + 2]).trim_matches('"');
        let name = module_name(path);
        self.report(|_| {
            let message = "an import of a whole module gives it a name";
            let diagnostic = Diagnostic::error(E0020, star, message)
                .note("names of a module are used through it, `m.name`, or imported one by one: `{ a, b }`");
            match name {
                Some(name) => diagnostic.suggest(star, format!("* as {name}"), "name it"),
                None => diagnostic,
            }
        });
        self.bump();
        let name = Ident { name: self.cx.interner.intern(name.unwrap_or("_")), span: star };
        self.program.modules[self.module].lost_imports = true;
        Some(ImportNames::Module(name))
    }

    pub(super) fn is_std_module(&self, name: &str) -> bool {
        self.program.std_modules.iter().any(|module| self.cx.text(*module) == name)
    }

    /// `std::libc::puts;`, `std.libc;`, which begins `n` tokens ahead, as an import.
    fn path_as_import(&self, mut n: usize) -> Option<(Span, String)> {
        let mut names = Vec::new();
        while self.nth(n) == T::Ident {
            names.push(self.text_of(self.tokens.spans[self.pos + n]));
            n += 1;
            if !matches!(self.nth(n), T::ColonColon | T::Dot) {
                break;
            }
            n += 1;
        }
        let module = |name: &str| self.is_std_module(name);
        let text = match names[..] {
            ["std", name] if module(name) => format!("import {{ {name} }} from \"std\""),
            ["std", module_name, name] if module(module_name) => {
                format!("import {{ {name} }} from \"std/{module_name}\"")
            }
            // What it is a path of is not known.
            _ => return None,
        };
        (self.nth(n) == T::Semi).then(|| (self.span().to(self.tokens.spans[self.pos + n - 1]), text))
    }

    fn bare_import(&mut self) -> Option<ImportNames> {
        if self.at(T::Ident) && (self.nth(1) == T::Ident || self.nth(1) == T::Str) {
            self.report(|p| {
                let name = p.cur_text();
                Diagnostic::error(E0020, p.span(), format!("expected `{{` or `*`, found `{name}`")).fix(
                    p.span(),
                    format!("{{ {name} }}"),
                    "names stand in braces",
                )
            });
            let name = self.ident("a name");
            return Some(ImportNames::Items(vec![ImportName { name, alias: name, module: None }]));
        }
        let fixed = match (self.cur(), self.nth(1)) {
            // `import libc;`, `import "text";`
            (T::Ident, T::Dot | T::ColonColon) => {
                let import = Span::new(self.prev_span().lo, self.span().lo);
                let fixed = self.path_as_import(0);
                self.report(|p| {
                    let message = format!("expected `{{` or `*`, found {}", p.found());
                    let diagnostic = Diagnostic::error(E0020, p.span(), message);
                    match fixed {
                        Some((path, text)) => {
                            diagnostic.suggest(import.to(path), text, "an import names what it imports")
                        }
                        None => diagnostic.note("an import names what it imports: `import { name } from \"path\";`"),
                    }
                });
                self.skip_line();
                return None;
            }
            (T::Ident, T::Semi) if self.is_std_module(self.cur_text()) => {
                Some(format!("{{ {} }} from \"std\"", self.cur_text()))
            }
            (T::Str, T::Semi) => module_name(self.cur_text().trim_matches('"')).map(|name| match name {
                name if self.is_std_module(name) => format!("{{ {name} }} from \"std\""),
                name => format!("* as {name} from {}", self.cur_text()),
            }),
            // Nothing else is all of an import elsewhere.
            _ => None,
        };
        self.report(|p| {
            let message = format!("expected `{{` or `*`, found {}", p.found());
            let diagnostic = Diagnostic::error(E0020, p.span(), message);
            match fixed {
                Some(fixed) => diagnostic.suggest(p.span(), fixed, "an import names what it imports"),
                None => diagnostic.note(
                    "an import names what it imports: `import { name } from \"path\";`, `import * as m from \"path\";`",
                ),
            }
        });
        self.skip_line();
        None
    }

    /// Skips to behind the next semicolon, at most to the end of the line.
    fn skip_line(&mut self) {
        while !self.at(T::Semi) && !self.on_new_line() && !self.cur().is_close() {
            self.skip_tree();
        }
        self.eat(T::Semi);
    }

    // Recovery.

    /// Skips to where the next item begins.
    pub(super) fn skip_item(&mut self) {
        let begin = self.pos;
        loop {
            match self.cur() {
                T::Eof | T::RBrace => return,
                T::Semi => {
                    self.bump();
                    return;
                }
                T::LBrace => {
                    self.skip_tree();
                    return;
                }
                T::Hash if self.pos > begin && self.on_new_line() => return,
                _ if self.on_new_line() && self.at_item() => return,
                // Everything else is skipped.
                _ => self.skip_tree(),
            }
        }
    }

    /// Reports what begins no item, and skips it. If it is clear what name it was to declare, uses of that are no mistakes.
    #[inline(never)]
    fn no_item(&mut self, place: Place) -> Option<ItemId> {
        match (self.cur(), place) {
            (T::Semi, _) => {
                self.report(|p| {
                    Diagnostic::error(E0020, p.span(), "expected an item, found `;`").fix(p.span(), "", "remove it")
                });
                self.bump();
                return None;
            }
            (T::Let, Place::Module) => self.report(|p| {
                Diagnostic::error(E0033, p.span(), "a variable can only be declared in a function")
                    .note("a value for the whole program is a `const` or a `static`")
            }),
            (T::Ident, _) => {
                let start = self.span();
                let is_typedef = self.cur_text() == "typedef";
                let before = self.pos;
                let found = if is_typedef { c::typedef(self) } else { c::item(self) };
                if found.is_some() || self.pos > before {
                    return found.map(|name| self.broken_item(start, name));
                }
                let name = hints::declared_name(self);
                self.unknown_item();
                while is_typedef && !matches!(self.cur(), T::Semi | T::Eof | T::RBrace) {
                    self.skip_tree();
                }
                self.skip_item();
                // C has a semicolon behind its types.
                if self.prev() == T::RBrace && !self.on_new_line() {
                    self.eat(T::Semi);
                }
                return name.map(|span| self.broken_item(start, span));
            }
            // Nothing else is known to begin an item elsewhere.
            _ => {
                let what = match place {
                    Place::Extern(_) => "a function, static or type",
                    // Everywhere else, any item may stand.
                    _ => "an item",
                };
                self.report(|p| {
                    let message = format!("expected {what}, found {}", p.found());
                    let diagnostic = Diagnostic::error(E0020, p.span(), message);
                    match place {
                        Place::Module => diagnostic.note("statements stand in functions"),
                        // In a block of items, statements are not expected.
                        _ => diagnostic,
                    }
                });
            }
        }
        self.skip_item();
        None
    }

    /// An item of which only the name is known.
    fn broken_item(&mut self, start: Span, name: Span) -> ItemId {
        let id = self.reserve_item(start);
        self.program.items[id].name = Ident { name: self.symbol_of(name), span: name };
        id
    }

    /// `const int N = 4;`, `static int n;`, `static int f(void) { … }`: reported. The name is taken, and the rest skipped.
    fn c_item(&mut self) -> Option<Parsed> {
        // `const NAME: T`, as nearly always.
        if matches!(self.nth(2), T::Colon | T::Eq) {
            return None;
        }
        let span = c::item(self)?;
        let name = Ident { name: self.symbol_of(span), span };
        Some(Parsed { name, kind: ItemKind::Error })
    }

    /// A name where an item should begin: maybe the keyword of another language.
    // Long because it is a table with a line for each word.
    fn unknown_item(&mut self) {
        if matches!(self.cur_text(), "use" | "include" | "require" | "using") {
            self.program.modules[self.module].lost_imports = true;
        }
        self.report(|p| {
            let span = p.span();
            let text = p.cur_text();
            let diagnostic = Diagnostic::error(E0020, span, format!("expected an item, found `{text}`"));
            match text {
                "function" | "func" | "fun" | "def" | "proc" | "sub" => {
                    let (fixed, count) = elsewhere::typedecl::function(p);
                    let head = span.to(p.tokens.spans[p.pos + count - 1]);
                    match fixed {
                        Some(fixed) => diagnostic.suggest(head, fixed, "functions begin with `fn`"),
                        None => diagnostic.note("a function is written `fn name(a: i32, b: i32) -> i32 { … }`"),
                    }
                }
                "use" | "include" | "require" | "using" => match p.path_as_import(1) {
                    Some((whole, fixed)) => diagnostic.suggest(whole, fixed, "modules are imported"),
                    None => diagnostic.note("modules are imported: `import { name } from \"path\";`"),
                },
                "from" if p.text_of(p.tokens.spans.get(p.pos + 2).copied().unwrap_or(span)) == "import" => {
                    diagnostic.note("modules are imported: `import { name } from \"path\";`")
                }
                "class" | "record" => {
                    // Its body is that of a struct.
                    let ours = p.nth(2) == T::LBrace && (p.nth(3) == T::RBrace || p.nth(4) == T::Colon);
                    match ours && !matches!(p.text_of(p.tokens.spans[p.pos + 3]), "public" | "private" | "protected") {
                        true => diagnostic.suggest(span, "struct", "types with fields are structs"),
                        false => diagnostic.note("types with fields are structs: `struct P { x: i32 }`"),
                    }
                }
                "interface" | "protocol" if p.nth(2) == T::LBrace && matches!(p.nth(3), T::RBrace | T::Fn) => {
                    diagnostic.suggest(span, "trait", "interfaces are traits")
                }
                "interface" | "protocol" => diagnostic.note("interfaces are traits: `trait Name { fn f(&self); }`"),
                "var" => match elsewhere::typedecl::variable(p) {
                    Some((whole, fixed)) => {
                        diagnostic.suggest(whole, fixed, "variables of the whole program are statics")
                    }
                    None => diagnostic.note("variables of the whole program are statics: `static mut x: i32 = 0;`"),
                },
                "typedef" => diagnostic.note("an alias is written `type Name = T;`"),
                "module" | "namespace" => diagnostic.note("each file is a module"),
                "public" if p.nth(1).starts_item() => diagnostic.fix(span, "pub", "visible items begin with `pub`"),
                "private" if p.nth(1).starts_item() => {
                    let gap = Span::new(span.lo, p.tokens.spans[p.pos + 1].lo);
                    diagnostic.fix(gap, "", "items are private unless they begin with `pub`")
                }
                "public" | "private" => diagnostic.note("visible items begin with `pub`, others with nothing"),
                "async" | "inline" => diagnostic.note(format!("there is no `{text}` before items")),
                // Every other word may be a keyword, mistyped.
                _ => match vex_ir::diag::closest(text, ITEM_KEYWORDS.iter().copied()) {
                    Some(word) => diagnostic.suggest(span, word, "a keyword is spelled like this"),
                    None if hints::at_c_variable(p) => {
                        diagnostic.note("a value for the whole program is written `static mut name: T = …;`")
                    }
                    None if is_type_like(text) && p.nth(1) == T::Ident => {
                        diagnostic.note("a function is written `fn name(…) -> T { … }`")
                    }
                    None => diagnostic.note("statements stand in functions"),
                },
            }
        });
    }
}

/// What the module at `path` is called where nothing else is said, if that is a name.
fn module_name(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or("");
    let plain = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    plain.then_some(name)
}

/// Whether a type may begin with a token.
fn begins_type(kind: T) -> bool {
    matches!(kind, T::Star | T::And | T::LBracket | T::LParen | T::Bang | T::Ident | T::SelfType | T::Fn)
}

const ITEM_KEYWORDS: &[&str] = &[
    "fn", "struct", "union", "enum", "const", "static", "type", "import", "export", "extern", "impl", "trait", "pub",
    "unsafe",
];

/// Whether a name looks like that of a built-in type or of one in C.
fn is_type_like(name: &str) -> bool {
    vex_ir::ty::IntTy::from_name(name).is_some()
        || name.starts_with("c_")
        || name.ends_with("_t")
        || matches!(
            name,
            "f32" | "f64" | "bool" | "char" | "void" | "int" | "long" | "short" | "float" | "double" | "unsigned"
        )
}
