//! What the C library has, by name: for messages about names that a program does not import.

use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// The text of the module that declares the C library, of which the names are looked for when the first one is asked for:
/// most programs ask for none.
#[derive(Default)]
pub struct CLibrary {
    text: Option<Arc<str>>,
    names: OnceLock<FxHashMap<Box<str>, Declared>>,
}

/// What a name is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Declared {
    Function,
    Type,
    /// A constant or variable.
    Value,
}

impl CLibrary {
    pub fn new(text: Option<Arc<str>>) -> CLibrary {
        CLibrary { text, names: OnceLock::new() }
    }

    /// What has this name, on whatever target.
    pub fn find(&self, name: &str) -> Option<Declared> {
        let names = || self.text.iter().flat_map(|text| text.lines()).filter_map(declared);
        let names = self.names.get_or_init(|| names().map(|(name, what)| (name.into(), what)).collect());
        names.get(name).copied()
    }
}

/// What a line declares for all importers: the module has one declaration a line, and those of extern blocks are one step in.
fn declared(line: &str) -> Option<(&str, Declared)> {
    let rest = without_attribute(line);
    let member = rest.strip_prefix("    ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    if !member && !rest.starts_with("pub ") {
        return None;
    }
    let (keyword, name) = declaration(rest)?;
    let what = match keyword {
        "fn" => Declared::Function,
        "const" | "static" => Declared::Value,
        _ => Declared::Type,
    };
    Some((name, what))
}

/// The keyword and the name of a declaration that is on a line.
pub fn declaration(line: &str) -> Option<(&str, &str)> {
    let mut words = words(without_attribute(line)).skip_while(|w| *w == "pub");
    let keyword = words.next()?;
    let name = words.find(|w| *w != "mut")?;
    ["fn", "static", "type", "struct", "union", "enum", "const", "trait"].contains(&keyword).then_some((keyword, name))
}

/// `#[cfg(unix)] pub const …`
fn without_attribute(line: &str) -> &str {
    if line.starts_with('#') { line.rsplit("] ").next().unwrap_or(line) } else { line }
}

/// The names and keywords of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|w| !w.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_kind_are_found() {
        let text = "import { x } from \"std/rt\";\npub type size_t = usize;\ntype hidden = i32;\npub struct Div { pub quot: i32 }\n\
                    extern \"C\" {\n    fn puts(s: *u8) -> i32;\n    static mut environ: *u8;\n    type FILE;\n}\n\
                    #[cfg(unix)] pub const EOF: i32 = -1;\n    // fn no\n        fn deep();\n";
        let library = CLibrary::new(Some(text.into()));
        let found = ["size_t", "hidden", "Div", "puts", "environ", "FILE", "EOF", "no", "deep", "x"]
            .map(|name| library.find(name));
        let (function, ty, value) = (Some(Declared::Function), Some(Declared::Type), Some(Declared::Value));
        assert_eq!(found, [ty, None, ty, function, value, ty, value, None, None, None]);
        assert_eq!(CLibrary::default().find("puts"), None);
    }
}
