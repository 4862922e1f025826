//! Items: everything that may stand at the top level of a module.

use super::*;

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Module,
    Statement,
    /// An extern block.
    Extern,
    Impl,
    Trait,
}

/// What stands before the keyword of an item.
pub(super) struct Head {
    pub(super) start: Span,
    pub(super) is_pub: bool,
    pub(super) attrs: Vec<Attr>,
    pub(super) docs: SmolStr,
    pub(super) container: Container,
}

/// What an item is, once parsed.
pub(super) struct Parsed {
    pub(super) name: Ident,
    pub(super) kind: ItemData,
}

impl Parsed {
    pub(super) fn error(at: Span) -> Parsed {
        Parsed { name: Ident { name: Symbol::EMPTY, span: at }, kind: ItemData::Error }
    }
}

impl Parser<'_> {
    /// A whole file.
    pub(super) fn file(&mut self) {
        let attrs = self.file_attrs();
        let items = self.items(Container::Module, &attrs);
        self.program.modules[self.module].items = items;
    }

    /// Items up to the end of the group or file. Each gets `inherited` attributes before its own.
    pub(super) fn items(&mut self, container: Container, inherited: &[Attr]) -> Vec<ItemId> {
        let mut items = Vec::new();
        let outer =
            if container == Container::Module { std::mem::take(&mut self.misplaced_imports) } else { Vec::new() };
        while !self.at(T::Eof) && !self.at(T::RBrace) {
            let before = self.pos;
            let docs = self.docs_here();
            let mut attrs = inherited.to_vec();
            attrs.extend(self.attrs());
            for name in std::mem::take(&mut self.macros) {
                items.push(self.broken_item(name, name));
            }
            let start = self.span();
            if self.at(T::Ident) && self.nth(1) == T::Fn && self.cur_text() == "safe" {
                let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
                self.report(|p| {
                    let diagnostic =
                        Diagnostic::error(NO_SUCH_FORM, p.span(), "there is no `safe` in front of functions");
                    diagnostic.fix(gap, "", "what is defined elsewhere is `unsafe` to call")
                });
                self.bump();
                self.reported = 0;
            }
            if container == Container::Extern
                && let Some(name) = elsewhere::c_items::prototype(self)
            {
                items.push(self.broken_item(start, name));
            } else if self.at_item() || (container != Container::Module && self.at(T::Const)) {
                items.extend(self.item_with_docs(attrs, container, docs));
            } else if self.at(T::Eof) || self.at(T::RBrace) {
                self.dangling_attrs(&attrs[inherited.len()..], "an item");
            } else {
                items.extend(self.no_item(container));
            }
            if self.pos == before {
                self.skip_tree();
            }
        }
        if container == Container::Module {
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

    pub(super) fn item(&mut self, attrs: Vec<Attr>, container: Container) -> Option<ItemId> {
        let docs = self.docs_here();
        self.item_with_docs(attrs, container, docs)
    }

    fn item_with_docs(&mut self, attrs: Vec<Attr>, container: Container, docs: SmolStr) -> Option<ItemId> {
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
        let head = Head { start, is_pub, attrs, docs, container };
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
    pub(super) fn pub_scope(&mut self) {
        if self.at(T::LParen) && self.nth(2) == T::RParen {
            let span = self.span().to(self.tokens.spans[self.pos + 2]);
            self.report(|_| {
                Diagnostic::error(NO_SUCH_FORM, span, "`pub` has no parts").fix(
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
    pub(super) fn reserve_item(&mut self, start: Span) -> ItemId {
        self.program.items.alloc(Item::at(start, self.module))
    }

    #[inline(never)]
    fn finish_item(&mut self, id: ItemId, head: Head, parsed: Parsed) {
        let visible = head.container == Container::Extern && !self.in_body;
        let span = self.since(head.start);
        let body = self.end_body();
        self.program.bodies.insert(id, Box::new(body));
        if let ItemData::ExternBlock(block) = &parsed.kind {
            block.members.iter().for_each(|&member| self.program.items[member].extern_block = Some(id));
        }
        if let ItemData::Impl(ImplItem { members, .. }) | ItemData::Trait(TraitItem { members, .. }) = &parsed.kind {
            members.iter().for_each(|&member| self.program.items[member].member_of = Some(id));
        }
        let item = &mut self.program.items[id];
        item.name = parsed.name;
        item.span = span;
        item.is_pub = head.is_pub || visible;
        item.attrs = head.attrs;
        item.docs = head.docs;
        *item.raw_mut() = parsed.kind;
    }

    fn item_kind(&mut self, head: &Head) -> Parsed {
        let parsed = match (self.cur(), self.nth(1)) {
            (T::Unsafe, T::Extern) if self.unsafe_block() => {
                let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
                self.report(|p| {
                    Diagnostic::error(NO_SUCH_FORM, p.span(), "an extern block has no `unsafe` in front of it").fix(
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
                    Diagnostic::error(NO_SUCH_FORM, p.span(), "there are no `const fn`").fix(
                        gap,
                        "",
                        "leave `const` out",
                    )
                });
                self.bump();
                self.function(head)
            }
            (T::Const, _) => self.constant(head.container),
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
        let (what, note) = match (head.container, &parsed.kind) {
            (Container::Statement, ItemData::Import(_)) => {
                ("a block", "imports are for a whole file: write it outside of the function")
            }
            (_, ItemData::Error) | (Container::Module | Container::Statement, _) => return,
            (Container::Extern, ItemData::Fn(_) | ItemData::Static { .. } | ItemData::Opaque) => return,
            (Container::Impl | Container::Trait, ItemData::Fn(_) | ItemData::Const { .. } | ItemData::Alias { .. }) => {
                return;
            }
            (Container::Trait, ItemData::AssocType(_)) => return,
            (Container::Extern, _) => ("an extern block", "it holds functions, statics and opaque types: `type Name;`"),
            (Container::Impl, _) => ("an `impl`", "it holds functions, constants and types"),
            (Container::Trait, _) => ("a trait", "it holds functions, constants and types"),
        };
        let span = self.since(head.start);
        self.emit(Diagnostic::error(MISPLACED_ITEM, span, format!("this item cannot stand in {what}")).note(note));
    }

    /// The name of an item. Where it is missing, the caller makes the item an error.
    pub(super) fn item_name(&mut self, what: &str) -> Ident {
        self.ident(&format!("the name of {what}"))
    }

    pub(super) fn named(&self, name: Ident, kind: ItemData) -> Parsed {
        if name.name == Symbol::EMPTY { Parsed::error(name.span) } else { Parsed { name, kind } }
    }

    /// The `;` of an item. What else is on the line is skipped.
    pub(super) fn item_semi(&mut self) {
        if !self.expect_semi() && !self.on_new_line() && !self.cur().starts_item() {
            self.skip_item();
        }
        if let Some(root) = self.body.root.filter(|_| self.broken) {
            self.body.fail(root);
        }
    }

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
}
