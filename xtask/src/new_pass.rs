//! `cargo xtask new-pass`: a pass that does nothing yet, in its place.

use crate::passes::{Pass, block, header, module, passes};
use crate::tidy::Repo;
use std::fmt::Write;
use std::path::Path;

/// What a pass can touch.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Form {
    /// It reads one body at a time.
    Lint,
    /// It rewrites one body at a time.
    Body,
    /// It rewrites one item of a module at a time, with the items inside it (in Tree).
    Nest,
    /// It sees the whole program.
    Program,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Form::Lint => "lint",
            Form::Body => "body",
            Form::Nest => "nest",
            Form::Program => "program",
        }
    }
}

/// Writes the files of a new pass, its entry in `passes.toml`, and the table of passes. Gives what was written.
pub fn run(root: &Path, name: &str, form: Form, after: &str) -> Result<(), String> {
    let repo = crate::tidy::read(root)?;
    let files = files(&repo, name, form, after)?;
    let folder = root.join("passes").join(module(name));
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    for (path, text) in &files {
        let file = root.join(path);
        let parent = file.parent().ok_or("a file has a folder")?;
        std::fs::create_dir_all(parent).map_err(|e| format!("{}: {e}", parent.display()))?;
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    crate::table::bless(root, &crate::tidy::read(root)?)?;
    files.keys().map(String::as_str).chain([crate::table::PAGE]).for_each(|path| println!("wrote {path}"));
    let test = module(name);
    println!("test it: cargo test -p vex-passes --test golden {test} && cargo test -p vex-passes --test headers");
    Ok(())
}

/// The files that are new, and `passes.toml` as it becomes.
fn files(repo: &Repo, name: &str, form: Form, after: &str) -> Result<Repo, String> {
    check_name(name)?;
    let passes = passes(repo);
    if passes.iter().any(|p| p.name == name) {
        return Err(format!("there is a pass `{name}` already"));
    }
    let neighbour = passes.iter().find(|p| p.name == after).ok_or_else(|| {
        let names: Vec<&str> = passes.iter().map(|p| p.name.as_str()).collect();
        format!("there is no pass `{after}` in passes.toml; there are: {}", names.join(", "))
    })?;
    // What the neighbour says that it leaves is an example that is true of a pass that changes nothing.
    let text = repo.get(&neighbour.path()).ok_or_else(|| format!("{} is missing", neighbour.path()))?;
    let header = header(text);
    let (kind, example) =
        block(&header, "After").ok_or_else(|| format!("{}: the header has no `After:`", neighbour.path()))?;
    let is_tree = match kind {
        "vex" => true,
        "flow" if form == Form::Nest => {
            return Err(format!("behind `{after}` there is Flow, in which no item stands in another"));
        }
        "flow" => false,
        _ => return Err(format!("behind `{after}` there is neither Tree nor Flow, but {}", neighbour.to)),
    };
    let folder = format!("passes/{}", module(name));
    let example = example.join("\n");
    let extension = if is_tree { "vx" } else { "flow" };
    Ok(Repo::from([
        ("passes.toml".to_string(), with_entry(repo, name, form, neighbour, is_tree)?),
        (format!("{folder}/mod.rs"), source(&neighbour.to, form, is_tree, &example)),
        (format!("{folder}/golden/example.{extension}"), format!("{example}\n")),
        (format!("{folder}/golden/example.golden"), format!("{example}\n")),
    ]))
}

/// Words with a dash between them: a module of that name is no keyword of Rust and nothing else in the crate.
fn check_name(name: &str) -> Result<(), String> {
    let words: Vec<&str> = name.split('-').collect();
    let is_word = |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    if words.len() < 2 || !words.iter().all(is_word) {
        return Err(format!("`{name}` is no name of a pass: two words or more in small letters, as in `loop-lower`"));
    }
    Ok(())
}

/// `passes.toml` with an entry behind its neighbour's.
fn with_entry(repo: &Repo, name: &str, form: Form, neighbour: &Pass, is_tree: bool) -> Result<String, String> {
    let toml = repo.get("passes.toml").ok_or("passes.toml is missing")?;
    let is_name = |line: &str| {
        let value = line.trim().strip_prefix("name").and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|value| value.split('#').next().unwrap_or("").trim().trim_matches('"') == neighbour.name)
    };
    let lines: Vec<&str> = toml.lines().collect();
    let at = lines.iter().position(|line| is_name(line)).ok_or("passes.toml: the neighbour has no line `name = …`")?;
    let next = lines[at..].iter().position(|line| line.trim_start().starts_with('[')).map_or(lines.len(), |i| at + i);
    let (head, tail) = lines.split_at(next);
    let language = &neighbour.to;
    let mut out = head.join("\n").trim_end().to_string();
    let _ = write!(
        out,
        "\n\n[[pass]]\nname = \"{name}\"\nfrom = \"{language}\"\nto = \"{language}\"\nform = \"{}\"\n",
        form.name()
    );
    // Behind a pass that takes no errors there are none, and passes of one body run together if they agree about that.
    if neighbour.clean && is_tree {
        out.push_str("clean = true\n");
    }
    if !tail.is_empty() {
        let _ = write!(out, "\n{}\n", tail.join("\n"));
    }
    Ok(out)
}

/// `mod.rs` of the pass.
fn source(language: &str, form: Form, is_tree: bool, example: &str) -> String {
    let (kind, ir) = if is_tree { ("vex", "tree") } else { ("flow", "flow") };
    let id = if is_tree { "ItemId" } else { "FnId" };
    let write = if is_tree { "Write" } else { "Step" };
    let (does, langs, names, parameters) = match (form, is_tree) {
        (Form::Lint, true) => (
            "Checks one body.",
            "",
            "ItemId, Read, Sigs",
            format!("_sigs: &Sigs, _id: ItemId, _body: Read<'_, {language}>"),
        ),
        (Form::Lint, false) => (
            "Checks one body.",
            "In, ",
            "Body, FnId, Sigs",
            format!("_sigs: &Sigs, _id: FnId, _body: In<{language}, &Body>"),
        ),
        (Form::Body, _) => (
            "Rewrites one body.",
            if is_tree { "" } else { "Step, " },
            if is_tree { "Body, ItemId, Sigs, Write" } else { "Body, FnId, Sigs" },
            format!("_sigs: &Sigs, _id: {id}, _body: {write}<{language}, {language}, &mut Body>"),
        ),
        (Form::Nest, _) => (
            "Rewrites one item, and the items inside it.",
            "Step, ",
            "Nest, Sigs",
            format!("_sigs: &Sigs, _nest: Step<{language}, {language}, &mut Nest<'_>>"),
        ),
        (Form::Program, _) => {
            ("Rewrites the program.", "Step, ", "Program", format!("_ir: Step<{language}, {language}, &mut Program>"))
        }
    };
    let mut langs: Vec<&str> = langs.split(", ").filter(|l| !l.is_empty()).chain([language]).collect();
    langs.sort();
    let langs = if let [one] = langs[..] { one.to_string() } else { format!("{{{}}}", langs.join(", ")) };
    let names = if names.contains(',') { format!("{{{names}}}") } else { names.to_string() };
    let mut uses = [format!("use vex_ir::lang::{langs};\n"), format!("use vex_ir::{ir}::{names};\n")];
    // As `rustfmt` wants them.
    uses.sort();
    let uses = format!("use vex_ir::Cx;\n{}", uses.concat());
    let code: String = example.lines().map(|l| format!("//! {l}").trim_end().to_string() + "\n").collect();
    format!(
        "//! Does nothing yet.\n//!\n//! Language: {language} -> {language}\n//! Establishes: nothing.\n//! Preserves: everything.\n//!\n\
         //! Before:\n//! ```{kind}\n{code}//! ```\n//! After:\n//! ```{kind}\n{code}//! ```\n\n\
         {uses}\n\
         /// {does}\npub fn run(_cx: &mut Cx, {parameters}) {{}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repo() -> Repo {
        let toml = "# Passes.\n\n[[pass]]\nname = \"a-b\"\nfrom = \"X\"\nto = \"Y\" # the next\nform = \"body\"\nclean = true\n\n\
                    [[pass]]\nname = \"c-d\"\nfrom = \"Y\"\nto = \"Z\"\nform = \"program\"\nclean = true\n\n\
                    [[pass]]\nname = \"e-f\"\nfrom = \"Z\"\nto = \"LLVM\"\nform = \"program\"\nhome = \"backend\"\n";
        let of = |before: &str, after: &str| {
            format!(
                "//! Does it.\n//!\n//! Before:\n//! ```{before}\n//! {before}\n//! ```\n//! After:\n//! ```{after}\n//! {after} {{\n//!\n//! }}\n//! ```\n"
            )
        };
        Repo::from(
            [
                ("passes.toml", toml.to_string()),
                ("passes/a_b/mod.rs", of("vex", "vex")),
                ("passes/c_d/mod.rs", of("vex", "flow")),
                ("backend/e_f/mod.rs", of("flow", "llvm")),
            ]
            .map(|(path, text)| (path.to_string(), text)),
        )
    }

    #[test]
    fn stands_behind_its_neighbour_in_its_language() {
        let files = files(&repo(), "new-one", Form::Lint, "a-b").unwrap();
        let toml = &files["passes.toml"];
        let with = Repo::from([("passes.toml".to_string(), toml.clone())]);
        let found = passes(&with);
        assert_eq!(found.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["a-b", "new-one", "c-d", "e-f"]);
        assert_eq!((&*found[1].from, &*found[1].to, &*found[1].form, found[1].clean), ("Y", "Y", "lint", true));
        assert!(
            toml.contains("clean = true\n\n[[pass]]\nname = \"new-one\"")
                && toml.contains("clean = true\n\n[[pass]]\nname = \"c-d\""),
            "{toml}"
        );
        assert_eq!(files["passes/new_one/golden/example.vx"], "vex {\n\n}\n");
        assert_eq!(files["passes/new_one/golden/example.golden"], "vex {\n\n}\n");
        let source = &files["passes/new_one/mod.rs"];
        assert!(source.contains("//! After:\n//! ```vex\n//! vex {\n//!\n//! }\n//! ```\n"), "{source}");
        assert!(source.contains("_body: Read<'_, Y>"), "{source}");
    }

    #[test]
    fn has_the_form_that_is_asked_for() {
        let source = |form, after| files(&repo(), "new-one", form, after).unwrap()["passes/new_one/mod.rs"].clone();
        assert!(source(Form::Body, "a-b").contains("_body: Write<Y, Y, &mut Body>"));
        assert!(source(Form::Program, "a-b").contains("_ir: Step<Y, Y, &mut Program>"));
        assert!(source(Form::Nest, "a-b").contains("_nest: Step<Y, Y, &mut Nest<'_>>"));
        assert!(files(&repo(), "new-one", Form::Nest, "c-d").unwrap_err().contains("Flow"));
        assert!(source(Form::Lint, "c-d").contains("_id: FnId, _body: In<Z, &Body>"));
        assert!(source(Form::Body, "c-d").contains("_body: Step<Z, Z, &mut Body>"));
        let toml = files(&repo(), "new-one", Form::Body, "c-d").unwrap()["passes.toml"].clone();
        assert_eq!(toml.matches("clean = true").count(), 2, "{toml}");
    }

    #[test]
    fn says_what_cannot_be() {
        let refused = |name: &str, after: &str| files(&repo(), name, Form::Body, after).unwrap_err();
        for name in ["match", "a_b", "A-b", "a-", "-a", "a-b2", "../a-b", "", "a--b"] {
            assert!(refused(name, "a-b").contains("is no name of a pass"), "{name}");
        }
        assert!(refused("c-d", "a-b").contains("already"));
        assert!(refused("new-one", "b-a").contains("there are: a-b, c-d, e-f"));
        assert!(refused("new-one", "e-f").contains("but LLVM"));
    }
}
