//! Contracts of passes: reads `passes.toml` and refuses orders that cannot work. What a pass removes and adds follows from its
//! languages, see `ir/src/lang.rs`.
//!
//! `build.rs` runs this when the project is built; tests run it on wrong orders.

use serde::Deserialize;
use std::collections::BTreeMap;
use vex_ir::lang::{Grammar, IrKind, Production};

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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    from: String,
    to: String,
    #[serde(default)]
    requires: Vec<String>,
    /// Passes that it should precede, with the reason.
    #[serde(default)]
    before: BTreeMap<String, String>,
    form: Form,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    clean: bool,
    /// Later passes that it may ask for one body.
    #[serde(default)]
    demands: Vec<String>,
    #[serde(default = "passes_folder")]
    home: String,
}

fn passes_folder() -> String {
    "passes".to_string()
}

/// What a pass can touch.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The whole program.
    Program,
    /// One body at a time, which it rewrites.
    Body,
    /// One item of a module at a time, with the bodies of the items inside it, which it rewrites.
    Nest,
    /// One body at a time, which it reads.
    Lint,
}

/// A pass whose contract holds in its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Pass {
    pub name: String,
    pub from: String,
    pub to: String,
    pub requires: Grammar,
    /// What may occur, and what holds, before and after it.
    pub before: Grammar,
    pub after: Grammar,
    pub form: Form,
    pub optional: bool,
    pub clean: bool,
    pub demands: Vec<String>,
    pub home: String,
    pub from_ir: IrKind,
    pub to_ir: IrKind,
}

impl Pass {
    /// What no longer occurs after it.
    pub fn removes(&self) -> Grammar {
        if self.from_ir == self.to_ir { self.before.minus(self.after) } else { Grammar::default() }
    }

    /// What it brings.
    pub fn adds(&self) -> Grammar {
        if self.to_ir == IrKind::Llvm { Grammar::default() } else { self.after.minus(self.before) }
    }

    /// The name of its folder and module.
    pub fn folder(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The language behind the last pass, which is LLVM's.
const LLVM: &str = "LLVM";

/// Checks the contracts. `folders` are the folders with a `mod.rs`, as `home/name_with_underscores`.
/// Every error names the pass, and the production if it is about one.
pub fn check(toml: &str, folders: &[String]) -> Result<Vec<Pass>, Vec<String>> {
    let file: File = toml::from_str(toml).map_err(|e| vec![format!("passes.toml: {e}")])?;
    let mut errors = Vec::new();
    let passes: Vec<Pass> = file.pass.iter().map(|entry| resolve(entry, &mut errors)).collect();
    let mut language = (file.start.language.as_str(), grammar_of(&file.start.language, "start", &mut errors));
    for (position, pass) in passes.iter().enumerate() {
        check_sequence(pass, language, &passes, position, &mut errors);
        check_productions(pass, &passes, &mut errors);
        language = (&pass.to, pass.after);
    }
    check_demands(&passes, &mut errors);
    check_wishes(&file, &mut errors);
    check_use(&passes, &mut errors);
    check_folders(&passes, folders, &mut errors);
    if errors.is_empty() { Ok(passes) } else { Err(errors) }
}

/// The grammar of a language.
fn grammar_of(language: &str, pass: &str, errors: &mut Vec<String>) -> Grammar {
    match vex_ir::lang::language(language) {
        Some((_, grammar)) => grammar,
        None => {
            if language != LLVM {
                errors.push(format!("pass `{pass}`: there is no language `{language}` in ir/src/lang.rs"));
            }
            Grammar::default()
        }
    }
}

fn resolve(entry: &Entry, errors: &mut Vec<String>) -> Pass {
    let name = &entry.name;
    let requires = entry.requires.iter().fold(Grammar::default(), |grammar, required| {
        let Some(production) = Production::from_name(required) else {
            errors.push(format!("pass `{name}`: there is no production `{required}` in ir/src/lang.rs"));
            return grammar;
        };
        if !production.is_property() {
            errors.push(format!(
                "pass `{name}` requires `{required}`, which is not a property: its language says what may occur"
            ));
        }
        grammar.with(production)
    });
    let ir_of = |language: &str| vex_ir::lang::language(language).map_or(IrKind::Llvm, |(ir, _)| ir);
    Pass {
        name: name.clone(),
        from: entry.from.clone(),
        to: entry.to.clone(),
        requires,
        before: grammar_of(&entry.from, name, errors),
        after: grammar_of(&entry.to, name, errors),
        form: entry.form,
        optional: entry.optional,
        clean: entry.clean,
        demands: entry.demands.clone(),
        home: entry.home.clone(),
        from_ir: ir_of(&entry.from),
        to_ir: ir_of(&entry.to),
    }
}

/// The pass that removes or adds a production, and whether it comes later than the pass that requires this: as a clause.
fn who<'a>(passes: &'a [Pass], does: impl Fn(&Pass) -> bool, verb: &str) -> String {
    match passes.iter().find(|p| does(p)).map(|p: &'a Pass| &p.name) {
        Some(name) => format!("`{name}` {verb} it, but comes later"),
        None => format!("no pass {verb} it"),
    }
}

/// Whether a pass can stand where it stands: it takes what the one before it gives.
fn check_sequence(
    pass: &Pass,
    (language, grammar): (&str, Grammar),
    passes: &[Pass],
    position: usize,
    errors: &mut Vec<String>,
) {
    let name = &pass.name;
    let earlier = &passes[..position];
    if earlier.iter().any(|p| p.name == *name) {
        errors.push(format!("pass `{name}` stands twice in passes.toml"));
    }
    if pass.from != language {
        let last = earlier.last().map_or("start", |p| &p.name);
        errors.push(format!("pass `{name}` takes language `{}`, but `{last}` before it gives `{language}`", pass.from));
        for production in grammar.minus(pass.before).iter() {
            let who = who(passes, |p| p.removes().has(production), "removes");
            let production = production.name();
            errors.push(format!("pass `{name}` would meet production `{production}`, which it does not take: {who}"));
        }
        for production in pass.before.minus(grammar).iter() {
            let who = who(passes, |p| p.adds().has(production), "adds");
            let production = production.name();
            errors.push(format!("pass `{name}` relies on production `{production}`, which is not there: {who}"));
        }
    }
    if pass.form == Form::Lint && pass.from != pass.to {
        errors.push(format!("pass `{name}` is a lint, but gives language `{}` instead of what it takes", pass.to));
    }
    if pass.optional {
        for production in pass.removes().iter() {
            errors.push(format!(
                "pass `{name}` is optional but removes production `{}`: what may be skipped cannot be relied on",
                production.name()
            ));
        }
    }
}

fn check_productions(pass: &Pass, passes: &[Pass], errors: &mut Vec<String>) {
    let name = &pass.name;
    for production in pass.requires.minus(pass.before).iter() {
        let who = who(passes, |p| p.adds().has(production), "adds");
        errors.push(format!("pass `{name}` relies on production `{}`, which is not there: {who}", production.name()));
    }
    for production in pass.after.iter().filter(|p| p.ir() != pass.to_ir) {
        errors.push(format!("pass `{name}` adds production `{}`, which is not one of its IR", production.name()));
    }
}

/// What the demand engine finds out for one body, where the passes that do so for all have not run yet.
const FOUND_ON_DEMAND: [Production; 4] =
    [Production::ItemTypes, Production::Externs, Production::Defs, Production::ConstValues];

/// A pass may ask for what later passes make of one body. What stands between them and changes bodies
/// takes one at a time, too; what it establishes otherwise is found out on demand.
fn check_demands(passes: &[Pass], errors: &mut Vec<String>) {
    for (position, pass) in passes.iter().enumerate() {
        let name = &pass.name;
        let mut from = position + 1;
        for demanded in &pass.demands {
            let Some(distance) = passes[from..].iter().position(|p| p.name == *demanded) else {
                errors.push(format!("pass `{name}` demands `{demanded}`, which is not a later pass"));
                continue;
            };
            let (between, rest) = passes[from..].split_at(distance);
            let takes_one = match rest[0].to_ir {
                IrKind::Tree => rest[0].form == Form::Body,
                IrKind::Flow => rest[0].form != Form::Program,
                IrKind::Llvm => false,
            };
            if !takes_one || pass.from_ir != IrKind::Tree || pass.form != Form::Program {
                errors.push(format!(
                    "pass `{name}` demands `{demanded}`: a pass of programs of Tree may, of a pass that takes one body"
                ));
            }
            for other in between.iter().filter(|p| p.form == Form::Program) {
                let found = |p: &Production| FOUND_ON_DEMAND.contains(p);
                if other.removes() != Grammar::NONE || !other.adds().iter().all(|p| found(&p)) {
                    let other = &other.name;
                    errors.push(format!(
                        "pass `{name}` demands `{demanded}`, but `{other}` between them takes no single body"
                    ));
                }
            }
            from += distance + 1;
        }
    }
}

/// Every wish for an order is kept, and has a reason.
fn check_wishes(file: &File, errors: &mut Vec<String>) {
    let place = |name: &str| file.pass.iter().position(|p| p.name == name);
    for (position, entry) in file.pass.iter().enumerate() {
        for (later, reason) in &entry.before {
            let name = &entry.name;
            match place(later) {
                None => errors.push(format!("pass `{name}` should stand before `{later}`, which does not exist")),
                Some(_) if reason.trim().is_empty() => {
                    errors.push(format!("pass `{name}` should stand before `{later}`, but no reason is given"));
                }
                Some(place) if place < position => {
                    errors.push(format!("pass `{name}` should stand before `{later}`: {reason}"));
                }
                Some(_) => {}
            }
        }
    }
}

/// A property that is established is relied on, or it need not be a property.
fn check_use(passes: &[Pass], errors: &mut Vec<String>) {
    for pass in passes {
        for production in pass.adds().iter().filter(|p| p.is_property()) {
            if !passes.iter().any(|p| p.requires.has(production)) {
                errors.push(format!(
                    "pass `{}` establishes `{}`, which no pass requires",
                    pass.name,
                    production.name()
                ));
            }
        }
    }
}

fn check_folders(passes: &[Pass], folders: &[String], errors: &mut Vec<String>) {
    for pass in passes {
        let folder = format!("{}/{}", pass.home, pass.folder());
        if !folders.contains(&folder) {
            errors.push(format!("pass `{}` has no folder: {folder}/mod.rs is missing", pass.name));
        }
    }
    for folder in folders {
        if !passes.iter().any(|p| *folder == format!("{}/{}", p.home, p.folder())) {
            errors.push(format!("folder {folder} has a mod.rs but no entry in passes.toml"));
        }
    }
}
