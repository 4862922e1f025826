//! Imports.

use super::item::Parsed;
use super::*;

impl Parser<'_> {
    /// `import { a as b, c } from "path";`, `import * as m from "path";`
    #[inline(never)]
    pub(super) fn import(&mut self) -> Parsed {
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
                let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected `from`");
                match p.cur() {
                    T::Str => diagnostic.fix(p.span().start(), "from ", "add `from`"),
                    // Nothing else shows what was meant.
                    _ => diagnostic,
                }
            });
        }
        let path_span = self.span();
        if !matches!(self.cur(), T::Str | T::RawStr) {
            match self.bare_path() {
                Some((whole, fixed)) => self.report(|_| {
                    Diagnostic::error(UNEXPECTED_TOKEN, whole, "the path of a module stands in quotes").suggest(
                        whole,
                        fixed,
                        "write it like this",
                    )
                }),
                None => self.expected("the path of a module, in quotes"),
            }
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
        Parsed { name, kind: ItemData::Import(Import { names, path, path_span, target }) }
    }

    /// `std`, `std.libc`, `std::libc`, `./util`-like words in place of a path in quotes: where they stand, and the path.
    fn bare_path(&self) -> Option<(Span, String)> {
        let name = |n: usize| self.nth(n) == T::Ident;
        let mut end = 0;
        while name(end) && matches!(self.nth(end + 1), T::Dot | T::ColonColon | T::Slash) && name(end + 2) {
            end += 2;
        }
        if !name(end) || self.nth(end + 1) != T::Semi {
            return None;
        }
        let parts: Vec<&str> = (0..=end).step_by(2).map(|n| self.text_of(self.tokens.spans[self.pos + n])).collect();
        let home = if parts[0] == "std" { "" } else { "./" };
        Some((self.span().to(self.tokens.spans[self.pos + end]), format!("\"{home}{}\"", parts.join("/"))))
    }

    /// Names that the import would have declared are not reported as missing.
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

    /// Skips to behind the next semicolon, at most to the end of the line.
    pub(super) fn skip_line(&mut self) {
        while !self.at(T::Semi) && !self.on_new_line() && !self.cur().is_close() {
            self.skip_tree();
        }
        self.eat(T::Semi);
    }

    pub(super) fn is_std_module(&self, name: &str) -> bool {
        self.program.std_modules.iter().any(|module| self.cx.text(*module) == name)
    }
}
