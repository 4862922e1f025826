//! `passes.toml` and the headers of passes, as far as chores need them. That the contracts hold is checked where the passes are built;
//! what is read here may be wrong, so that a chore can help to mend it.

use crate::tidy::Repo;

/// An entry of `passes.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pass {
    pub name: String,
    pub from: String,
    pub to: String,
    pub form: String,
    pub clean: bool,
    /// The passes that it asks for bodies.
    pub demands: Vec<String>,
    home: String,
}

impl Pass {
    /// The folder of the pass, from the root.
    pub fn folder(&self) -> String {
        format!("{}/{}", self.home, module(&self.name))
    }

    /// The file that has its header.
    pub fn path(&self) -> String {
        format!("{}/mod.rs", self.folder())
    }
}

/// The name of a pass as a module.
pub fn module(name: &str) -> String {
    name.replace('-', "_")
}

/// The passes, in order. Entries that lack a name or a language are left out.
pub fn passes(repo: &Repo) -> Vec<Pass> {
    let text = repo.get("passes.toml").map_or("", String::as_str);
    let table: toml::Table = text.parse().unwrap_or_default();
    let entries = table.get("pass").and_then(|list| list.as_array()).cloned().unwrap_or_default();
    let pass = |entry: &toml::Value| {
        let text = |key: &str| entry.get(key).and_then(|value| value.as_str()).map(String::from);
        Some(Pass {
            name: text("name")?,
            from: text("from")?,
            to: text("to")?,
            form: text("form").unwrap_or_default(),
            clean: entry.get("clean").and_then(|value| value.as_bool()).unwrap_or_default(),
            demands: entry.get("demands").and_then(|list| list.clone().try_into().ok()).unwrap_or_default(),
            home: text("home").unwrap_or_else(|| "passes".into()),
        })
    };
    entries.iter().filter_map(pass).collect()
}

/// The lines of the header of a file, without `//!`.
pub fn header(text: &str) -> Vec<&str> {
    let bare = text.lines().map_while(|l| l.strip_prefix("//!"));
    bare.map(|l| l.strip_prefix(' ').unwrap_or(l).trim_end()).collect()
}

/// The block of code behind a line `key:` of a header: what it is of, and its lines.
pub fn block<'a>(header: &'a [&'a str], key: &str) -> Option<(&'a str, &'a [&'a str])> {
    let at = header.iter().position(|line| line.strip_suffix(':') == Some(key))?;
    let kind = header.get(at + 1)?.strip_prefix("```")?;
    let code = &header[at + 2..];
    Some((kind, &code[..code.iter().position(|line| *line == "```")?]))
}

/// The first sentence of a header.
pub fn summary(text: &str) -> String {
    header(text).split(|line| line.is_empty()).next().unwrap_or_default().join(" ")
}
