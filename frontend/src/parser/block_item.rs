//! Items that hold items: extern blocks, `impl`, traits, modules within a text.

use super::item::{Container, Head, Parsed};
use super::*;
use crate::names::add_module;

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn extern_block(&mut self, head: &Head) -> Parsed {
        let start = self.span();
        let Some(abi) = self.abi() else { return Parsed::error(start) };
        let name = Ident { name: Symbol::EMPTY, span: self.since(start) };
        if !self.at(T::LBrace) {
            self.extern_without_block(head);
            return Parsed::error(start);
        }
        let members = self.members(Container::Extern);
        Parsed { name, kind: ItemData::ExternBlock(ExternBlock { abi: Abi::Raw(abi), members }) }
    }

    fn extern_without_block(&mut self, head: &Head) {
        self.report(|p| {
            let diagnostic =
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), format!("expected `{{` or `fn`, found {}", p.found()));
            if p.cur_text() == "crate" {
                return diagnostic.note("modules are imported: `import { name } from \"path\";`");
            }
            diagnostic.note("declarations of what is defined elsewhere stand in `extern \"C\" { … }`")
        });
        let _ = head;
        self.skip_item();
    }

    pub(super) fn members(&mut self, container: Container) -> Vec<ItemId> {
        self.bump();
        let members = self.items(container, &[]);
        self.expect(T::RBrace);
        members
    }

    #[inline(never)]
    pub(super) fn implementation(&mut self) -> Parsed {
        let start = self.span();
        self.eat(T::Unsafe);
        self.bump();
        let generics = self.generic_params();
        let first = self.ty();
        let (trait_, self_ty) = if self.eat(T::For) { (Some(first), self.ty()) } else { (None, first) };
        let generics = self.where_clause(generics);
        let name = Ident { name: Symbol::EMPTY, span: self.since(start) };
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(start);
        }
        let members = self.members(Container::Impl);
        Parsed { name, kind: ItemData::Impl(ImplItem { generics, trait_, self_ty, members }) }
    }

    #[inline(never)]
    pub(super) fn trait_item(&mut self) -> Parsed {
        self.eat(T::Unsafe);
        self.bump();
        let name = self.item_name("the trait");
        let generics = self.generic_params();
        let supertraits = self.bounds();
        let generics = self.where_clause(generics);
        if !self.at(T::LBrace) {
            self.expected("`{`");
            self.skip_item();
            return Parsed::error(name.span);
        }
        let members = self.members(Container::Trait);
        self.named(name, ItemData::Trait(TraitItem { generics, supertraits, members }))
    }

    /// `mod name = "key" { … }`: a module of its own within this text.
    #[inline(never)]
    pub(super) fn section(&mut self, head: Head) {
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
        if head.container != Container::Module {
            let span = self.since(head.start);
            self.emit(Diagnostic::error(MISPLACED_ITEM, span, "a module can only stand at the top level"));
            return self.skip_tree();
        }
        self.bump();
        let inner = add_module(self.cx, self.program, self.names, name.name, key.name);
        let outer = std::mem::replace(&mut self.module, inner);
        let items = self.items(Container::Module, &head.attrs);
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
                    Diagnostic::error(DUPLICATE_KEY, key.span, format!("there are two modules `{text}`"))
                        .secondary(first, "the first is this"),
                );
            }
            None => self.sections.push(Section { module: inner, key }),
        }
    }

    fn section_without_block(&mut self, name: Ident) {
        let text = self.text_of(name.span);
        self.report(|p| {
            let diagnostic =
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), format!("expected `{{`, found {}", p.found()));
            if p.at(T::Semi) && !text.is_empty() {
                return diagnostic
                    .note(format!("a module in another file is imported: `import * as {text} from \"./{text}\";`"));
            }
            diagnostic
        });
        self.skip_item();
    }
}
