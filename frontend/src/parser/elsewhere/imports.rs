//! Imports as other languages write them.

use super::*;

/// What the module at `path` is called where nothing else is said, if that is a name.
fn module_name(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or("");
    let plain = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    plain.then_some(name)
}

impl Parser<'_> {
    /// `* from "std/libc"`, which does not say what the module is called here: reported, and taken for its own name.
    pub(in crate::parser) fn star_import(&mut self) -> Option<ImportNames> {
        let from = self.nth(1) == T::Ident && self.text_of(self.tokens.spans[self.pos + 1]) == "from";
        if !from || self.nth(2) != T::Str {
            return None;
        }
        let star = self.span();
        let path = self.text_of(self.tokens.spans[self.pos + 2]).trim_matches('"');
        let name = module_name(path);
        self.report(|_| {
            let message = "an import of a whole module gives it a name";
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, star, message)
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

    /// `std::libc::puts;`, `std.libc;`, which begins `n` tokens ahead, as an import.
    pub(in crate::parser) fn path_as_import(&self, mut n: usize) -> Option<(Span, String)> {
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

    pub(in crate::parser) fn bare_import(&mut self) -> Option<ImportNames> {
        if self.at(T::Ident) && (self.nth(1) == T::Ident || self.nth(1) == T::Str) {
            self.report(|p| {
                let name = p.cur_text();
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), format!("expected `{{` or `*`, found `{name}`")).fix(
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
                    let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message);
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
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message);
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
}
