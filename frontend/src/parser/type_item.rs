//! Structs, unions, enums and aliases.

use super::function::is_type_like;
use super::item::{Container, Head, Parsed};
use super::*;
use vex_ir::pool::List;

impl Parser<'_> {
    /// `type Name = T;`, `type Name;` in an extern block, and `type Name: Bound;` in a trait.
    #[inline(never)]
    pub(super) fn alias(&mut self, head: &Head) -> Parsed {
        if let Some(declared) = elsewhere::typedecl::type_item(self) {
            return self.declared_type(declared);
        }
        self.bump();
        let name = self.item_name("the type");
        let generics = self.generic_params();
        if matches!(head.container, Container::Trait | Container::Impl) && !generics.params().is_empty() {
            let span = self.since(head.start);
            let diagnostic = Diagnostic::error(NO_SUCH_FORM, span, "types as members take no parameters");
            self.emit(diagnostic.note("the trait itself can have the parameter: `trait Name<T> { … }`"));
        }
        if head.container == Container::Trait {
            return self.assoc_type(head, name);
        }
        if self.at(T::Semi) {
            let allowed = head.container == Container::Extern;
            let text = self.text_of(head.start.to(self.span())).to_string();
            self.bump();
            if !allowed {
                let span = self.since(head.start);
                let fixed = text.replacen("type", "struct", 1);
                let diagnostic = Diagnostic::error(MISPLACED_ITEM, span, "an alias needs a type").suggest(
                    span,
                    fixed,
                    "an incomplete type is `struct Name;`, or `type Name;` in an extern block",
                );
                self.emit(diagnostic);
            }
            return self.named(name, ItemData::Opaque);
        }
        let opaque = head.container == Container::Extern && !self.at(T::Eq);
        if opaque {
            self.item_semi();
            return self.named(name, ItemData::Opaque);
        }
        if !self.eat(T::Eq) {
            self.expected("`=`");
        }
        let ty = self.ty();
        self.item_semi();
        if self.broken {
            return Parsed { name, kind: ItemData::Error };
        }
        self.named(name, ItemData::Alias(AliasItem { ty, generics }))
    }

    /// `: Bound;` of a type in a trait.
    fn assoc_type(&mut self, head: &Head, name: Ident) -> Parsed {
        let bounds = self.bounds();
        if self.eat(T::Eq) {
            self.ty();
            let span = self.since(head.start);
            let text = self.cx.text(name.name).to_string();
            let diagnostic = Diagnostic::error(NO_SUCH_FORM, span, "a trait does not say what its types are");
            let diagnostic = diagnostic.suggest(span, format!("type {text}"), "implementations do");
            self.emit(diagnostic);
        }
        self.item_semi();
        self.named(name, ItemData::AssocType(AssocTypeItem { bounds }))
    }

    pub(super) fn declared_type(&mut self, declared: elsewhere::typedecl::Declared) -> Parsed {
        let name = Ident { name: self.symbol_of(declared.name), span: declared.name };
        let Some(fields) = declared.fields else { return Parsed { name, kind: ItemData::Error } };
        let fields = fields.into_iter().map(|name| self.untyped_field(name)).collect();
        Parsed {
            name,
            kind: ItemData::Struct(StructItem {
                is_union: false,
                is_tuple: false,
                fields,
                generics: GenericsData::None,
            }),
        }
    }

    /// A struct or union, from its keyword on.
    #[inline(never)]
    pub(super) fn structure(&mut self, is_union: bool) -> Parsed {
        self.bump();
        let errors = self.cx.diags.error_count();
        let name = self.item_name(if is_union { "the union" } else { "the struct" });
        let generics = self.generic_params();
        let mut generics = self.where_clause(generics);
        let (is_tuple, fields) = match self.cur() {
            T::Semi if !is_union => {
                self.bump();
                return self.named(name, ItemData::Opaque);
            }
            T::LBrace => {
                if elsewhere::typedecl::class_body(self) {
                    return Parsed { name, kind: ItemData::Error };
                }
                let fields =
                    match elsewhere::c_fields::bit_fields(self).or_else(|| elsewhere::c_fields::struct_body(self)) {
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
                generics = self.where_clause(generics);
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
            return Parsed { name, kind: ItemData::Error };
        }
        self.named(name, ItemData::Struct(StructItem { is_union, is_tuple, fields, generics }))
    }

    /// `{ a: T, pub b: U }`
    pub(super) fn fields(&mut self) -> Vec<FieldDef> {
        self.bump();
        self.separate_list(T::RBrace, Self::field)
    }

    /// A field of which only the name is known.
    fn untyped_field(&mut self, span: Span) -> FieldDef {
        let name = Ident { name: self.symbol_of(span), span };
        let ty = self.mk_type(TypeKind::Error, span);
        FieldDef { attrs: List::default(), is_pub: true, name, ty, span }
    }

    pub(super) fn field(&mut self) -> Option<FieldDef> {
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
                Diagnostic::error(MISPLACED_ITEM, p.span(), "functions of a type stand in an `impl`")
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
        if let Some(span) = elsewhere::c_fields::field(self) {
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
            self.report(|p| Diagnostic::error(NO_SUCH_FORM, p.span(), "fields have no default values"));
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
        let fixed = format!("{}: {}", self.text_of(name_span), vex_ir::c_names::vex_type(ty_text).unwrap_or(ty_text));
        self.report(|_| {
            Diagnostic::error(FOREIGN_DECLARATION, whole, "the name of a field comes before its type").suggest(
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
    pub(super) fn enumeration(&mut self) -> Parsed {
        let start = if self.prev() == T::Pub { self.prev_span() } else { self.span() };
        self.bump();
        let name = self.item_name("the enum");
        let generics = self.generic_params();
        let generics = self.where_clause(generics);
        if self.at(T::Colon) {
            elsewhere::typedecl::representation(self, start);
        }
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(name.span);
        }
        self.bump();
        let variants = self.separate_list(T::RBrace, Self::variant);
        if self.broken {
            return Parsed { name, kind: ItemData::Error };
        }
        self.named(name, ItemData::Enum(EnumItem { variants, generics }))
    }

    pub(super) fn variant(&mut self) -> Option<Variant> {
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
            // A variant without a payload.
            _ => Payload::None,
        };
        let discriminant = self.eat(T::Eq).then(|| self.anon_const());
        Some(Variant { attrs, name, payload, discriminant, span: self.since(start) })
    }
}
