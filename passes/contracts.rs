//! Contracts of passes: reads `passes.toml`, computes the grammar after every pass, and refuses orders that cannot work.
//!
//! `build.rs` runs this when the project is built; tests run it on wrong orders.

use serde::Deserialize;
use vex_ir::lang::{Grammar, IrKind, LANGUAGES, Production};

/// `passes.toml` as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    start: Start,
    pass: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    language: String,
    productions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    from: String,
    to: String,
    #[serde(default)]
    removes: Vec<String>,
    #[serde(default)]
    adds: Vec<String>,
    #[serde(default)]
    refuses: Vec<String>,
    #[serde(default)]
    requires: Vec<String>,
    scope: Scope,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    clean: bool,
    #[serde(default = "passes_folder")]
    home: String,
}

fn passes_folder() -> String {
    "passes".to_string()
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    Program,
    Body,
}

/// A pass whose contract holds in its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Pass {
    pub name: String,
    pub from: String,
    pub to: String,
    pub removes: Grammar,
    pub adds: Grammar,
    pub refuses: Grammar,
    pub requires: Grammar,
    /// What may occur before and after it.
    pub before: Grammar,
    pub after: Grammar,
    pub scope: Scope,
    pub optional: bool,
    pub clean: bool,
    pub home: String,
    pub from_ir: IrKind,
    pub to_ir: IrKind,
}

impl Pass {
    /// The name of its folder and module.
    pub fn folder(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The language behind the last pass: not one of ours.
const LLVM: &str = "LLVM";

/// Checks the contracts. `folders` are the folders with a `pass.rs`, as `home/name_with_underscores`.
/// Every error names the pass, and the production if it is about one.
pub fn check(toml: &str, folders: &[String]) -> Result<Vec<Pass>, Vec<String>> {
    let file: File = toml::from_str(toml).map_err(|e| vec![format!("passes.toml: {e}")])?;
    let mut errors = Vec::new();
    let mut grammar = grammar_of(&file.start.productions, "start", &mut errors);
    let mut language = file.start.language.clone();
    let mut passes: Vec<Pass> = Vec::new();
    for entry in &file.pass {
        let pass = resolve(entry, grammar, &mut errors);
        check_sequence(&pass, &language, &passes, &mut errors);
        check_productions(&pass, entry, &file, &mut errors);
        language.clone_from(&pass.to);
        grammar = pass.after;
        passes.push(pass);
    }
    check_folders(&passes, folders, &mut errors);
    if errors.is_empty() { Ok(passes) } else { Err(errors) }
}

fn grammar_of(names: &[String], owner: &str, errors: &mut Vec<String>) -> Grammar {
    names.iter().fold(Grammar::default(), |grammar, name| match Production::from_name(name) {
        Some(production) => grammar.with(production),
        None => {
            errors.push(format!("pass `{owner}`: there is no production `{name}` in ir/src/lang.rs"));
            grammar
        }
    })
}

fn resolve(entry: &Entry, before: Grammar, errors: &mut Vec<String>) -> Pass {
    let removes = grammar_of(&entry.removes, &entry.name, errors);
    let adds = grammar_of(&entry.adds, &entry.name, errors);
    let from_ir = ir_of(&entry.from);
    let to_ir = ir_of(&entry.to);
    // What a change of IR leaves behind is gone by itself.
    let kept = if from_ir == to_ir { before } else { Grammar::default() };
    let after = adds.iter().fold(removes.iter().fold(kept, Grammar::without), Grammar::with);
    Pass {
        name: entry.name.clone(),
        from: entry.from.clone(),
        to: entry.to.clone(),
        removes,
        adds,
        refuses: grammar_of(&entry.refuses, &entry.name, errors),
        requires: grammar_of(&entry.requires, &entry.name, errors),
        before,
        after,
        scope: entry.scope,
        optional: entry.optional,
        clean: entry.clean,
        home: entry.home.clone(),
        from_ir,
        to_ir,
    }
}

fn ir_of(language: &str) -> IrKind {
    match vex_ir::lang::ir_of_language(language) {
        Some(ir) => ir,
        None => IrKind::Llvm,
    }
}

fn check_sequence(pass: &Pass, language: &str, earlier: &[Pass], errors: &mut Vec<String>) {
    let name = &pass.name;
    for used in [&pass.from, &pass.to] {
        if !LANGUAGES.contains(&used.as_str()) && used != LLVM {
            errors.push(format!("pass `{name}`: there is no language `{used}` in ir/src/lang.rs"));
        }
    }
    if earlier.iter().any(|p| p.name == *name) {
        errors.push(format!("pass `{name}` stands twice in passes.toml"));
    }
    if pass.from != language {
        let last = earlier.last().map_or("start", |p| &p.name);
        errors.push(format!("pass `{name}` takes language `{}`, but `{last}` before it gives `{language}`", pass.from));
    }
    if pass.optional && pass.removes != Grammar::default() {
        for production in pass.removes.iter() {
            errors.push(format!(
                "pass `{name}` is optional but removes production `{}`: what may be skipped cannot be relied on",
                production.name()
            ));
        }
    }
}

fn check_productions(pass: &Pass, entry: &Entry, file: &File, errors: &mut Vec<String>) {
    let name = &pass.name;
    for production in pass.refuses.iter().filter(|p| pass.before.has(*p)) {
        let remover = file.pass.iter().find(|p| p.removes.iter().any(|r| r == production.name()));
        let who = match remover {
            Some(p) => format!("`{}` removes it, but comes later", p.name),
            None => "no pass removes it".to_string(),
        };
        errors.push(format!(
            "pass `{name}` would meet production `{}`, which it does not take: {who}",
            production.name()
        ));
    }
    for production in pass.requires.iter().filter(|p| !pass.before.has(*p)) {
        let adder = file.pass.iter().find(|p| p.adds.iter().any(|r| r == production.name()));
        let who = match adder {
            Some(p) => format!("`{}` adds it, but comes later", p.name),
            None => "no pass adds it".to_string(),
        };
        errors.push(format!("pass `{name}` relies on production `{}`, which is not there: {who}", production.name()));
    }
    for production in pass.removes.iter().filter(|p| !pass.before.has(*p)) {
        errors.push(format!("pass `{name}` removes production `{}`, which cannot be there", production.name()));
    }
    let ir = pass.to_ir;
    for production in pass.adds.iter().filter(|p| p.ir() != ir) {
        errors.push(format!("pass `{name}` adds production `{}`, which is not one of its IR", production.name()));
    }
    for production in &entry.adds {
        if entry.removes.contains(production) {
            errors.push(format!("pass `{name}` both removes and adds production `{production}`"));
        }
    }
}

fn check_folders(passes: &[Pass], folders: &[String], errors: &mut Vec<String>) {
    for pass in passes {
        let folder = format!("{}/{}", pass.home, pass.folder());
        if !folders.contains(&folder) {
            errors.push(format!("pass `{}` has no folder: {folder}/pass.rs is missing", pass.name));
        }
    }
    for folder in folders {
        if !passes.iter().any(|p| *folder == format!("{}/{}", p.home, p.folder())) {
            errors.push(format!("folder {folder} has a pass.rs but no entry in passes.toml"));
        }
    }
}
