//! Items that begin with a word of another language.

use super::*;
use crate::parser::function::is_type_like;
use crate::parser::item::{Container, Parsed};

const ITEM_KEYWORDS: &[&str] = &[
    "fn", "struct", "union", "enum", "const", "static", "type", "import", "export", "extern", "impl", "trait", "pub",
    "unsafe",
];

impl Parser<'_> {
    /// Reports what begins no item, and skips it. Uses of the name that it would have declared are not reported.
    #[inline(never)]
    pub(in crate::parser) fn no_item(&mut self, container: Container) -> Option<ItemId> {
        match (self.cur(), container) {
            (T::Semi, _) => {
                self.report(|p| {
                    Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected an item, found `;`").fix(
                        p.span(),
                        "",
                        "remove it",
                    )
                });
                self.bump();
                return None;
            }
            (T::Let, Container::Module) => return self.misplaced_let(),
            (T::Ident, _) => {
                let start = self.span();
                let is_typedef = self.cur_text() == "typedef";
                let before = self.pos;
                let found = if is_typedef { c_items::typedef(self) } else { c_items::item(self) };
                if found.is_some() || self.pos > before {
                    return found.map(|name| self.broken_item(start, name));
                }
                let name = variables::declared_name(self);
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
                let what = match container {
                    Container::Extern => "a function, static or type",
                    // Everywhere else, any item may stand.
                    _ => "an item",
                };
                self.report(|p| {
                    let message = format!("expected {what}, found {}", p.found());
                    let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message);
                    match container {
                        Container::Module => diagnostic.note("statements stand in functions"),
                        // In a block of items, statements are not expected.
                        _ => diagnostic,
                    }
                });
            }
        }
        self.skip_item();
        None
    }

    /// `let x = 1;` outside of functions.
    fn misplaced_let(&mut self) -> Option<ItemId> {
        let start = self.span();
        self.report(|p| {
            Diagnostic::error(MISPLACED_ITEM, p.span(), "a variable can only be declared in a function")
                .note("a value for the whole program is a `const` or a `static`")
        });
        let name = 1 + usize::from(self.nth(1) == T::Mut);
        let name = (self.nth(name) == T::Ident).then(|| self.tokens.spans[self.pos + name]);
        self.skip_item();
        name.map(|span| self.broken_item(start, span))
    }

    /// An item of which only the name is known.
    pub(in crate::parser) fn broken_item(&mut self, start: Span, name: Span) -> ItemId {
        let id = self.reserve_item(start);
        self.program.bodies.insert(id, Box::default());
        self.program.items[id].name = Ident { name: self.symbol_of(name), span: name };
        id
    }

    /// `const int N = 4;`, `static int n;`, `static int f(void) { … }`: reported. The name is taken, and the rest skipped.
    pub(in crate::parser) fn c_item(&mut self) -> Option<Parsed> {
        // `const NAME: T`, as nearly always.
        if matches!(self.nth(2), T::Colon | T::Eq) {
            return None;
        }
        let span = c_items::item(self)?;
        let name = Ident { name: self.symbol_of(span), span };
        Some(Parsed { name, kind: ItemData::Error })
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
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, span, format!("expected an item, found `{text}`"));
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
                    None if variables::at_c_variable(p) => {
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
