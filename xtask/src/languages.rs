//! Languages, as the tables in `ir/` have them, and what passes name of them. Rust says nothing of an arm for a node that cannot come,
//! or of a production that means nothing.

use crate::passes::{Pass, passes};
use crate::rust::{block_end, code_only};
use crate::tidy::{Repo, is_test, rust_files};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: &str = "ir/src/lang.rs";
/// Where tables of nodes stand, and the macros that get them.
const TABLES: [(&str, &str); 4] = [
    ("ir/src/tree/nodes.rs", "nodes"),
    ("ir/src/tree/item.rs", "items"),
    ("ir/src/flow/nodes.rs", "nodes"),
    ("ir/src/flow/konst.rs", "constants"),
];

/// The table that a file hands to a macro, without comments.
fn table(repo: &Repo, path: &str, name: &str) -> String {
    let code = repo.get(path).map(|text| code_only(text)).unwrap_or_default();
    let start = format!("\n{name}! {{");
    let Some(open) = code.find(&start).map(|at| at + start.len() - 1) else { return String::new() };
    code[open + 1..block_end(&code, open) - 1].to_string()
}

/// The productions of each language.
fn languages(repo: &Repo) -> BTreeMap<String, BTreeSet<String>> {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for language in table(repo, LANGUAGES, "languages").split('}') {
        let Some(((name, base), changes)) =
            language.split_once('{').and_then(|(head, changes)| Some((head.split_once(':')?, changes)))
        else {
            continue;
        };
        let mut grammar = known.get(base.trim()).cloned().unwrap_or_default();
        for change in changes.split(',').map(str::trim) {
            if let Some(added) = change.strip_prefix('+') {
                grammar.insert(added.trim().to_string());
            } else if let Some(removed) = change.strip_prefix('-') {
                grammar.remove(removed.trim());
            }
        }
        known.insert(name.trim().to_string(), grammar);
    }
    known
}

/// What `#[production(…)]` says on a line.
fn production(line: &str) -> Option<&str> {
    line.trim().strip_prefix("#[production(")?.strip_suffix(")]")
}

/// The variants that have a production, as passes write them: `ExprKind::While`.
fn variants(repo: &Repo) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, name) in TABLES {
        let (mut depth, mut of, mut pending) = (0, String::new(), None);
        for line in table(repo, path, name).lines() {
            let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
            let text = line.trim();
            if let Some(rest) = text.strip_prefix("pub enum ").filter(|_| depth == 0) {
                of = word(rest);
            } else if let Some(production) = production(text).filter(|_| depth == 1) {
                pending = Some(production.to_string());
            } else if depth == 1 && text.starts_with(char::is_alphabetic) {
                found.extend(pending.take().map(|production| (format!("{of}::{}", word(text)), production)));
            }
            depth += line.matches('{').count();
            depth -= line.matches('}').count();
        }
    }
    found
}

/// Whether code names a variant. Longer names that contain it do not count.
fn names(code: &str, variant: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(variant)
        .any(|(at, _)| !code[..at].ends_with(part) && !code[at + variant.len()..].starts_with(part))
}

/// The files of a pass without its tests: path and code.
fn files_of<'a>(repo: &'a Repo, pass: &Pass) -> impl Iterator<Item = (&'a str, String)> {
    let folder = format!("{}/", pass.folder());
    let files = rust_files(repo).filter(move |(path, _)| path.starts_with(&folder) && !is_test(path));
    files.map(|(path, text)| (path.as_str(), code_only(text)))
}

/// A pass removes a production, but names no node that has it: nothing in it can remove one. Rust asks only complete matches
/// for a new node, and a lowering looks for the nodes that it lowers.
pub fn nodes_that_stay(repo: &Repo) -> Vec<String> {
    let (languages, variants) = (languages(repo), variants(repo));
    let declared = table(repo, LANGUAGES, "productions");
    let of_tree: BTreeSet<&str> = declared.split(',').filter_map(|entry| entry.trim().strip_suffix(": Tree")).collect();
    let mut complaints = Vec::new();
    for pass in passes(repo) {
        let (Some(from), Some(to)) = (languages.get(&pass.from), languages.get(&pass.to)) else { continue };
        let is_tree = |language: &BTreeSet<String>| language.iter().any(|p| of_tree.contains(p.as_str()));
        // What makes Flow of Tree leaves nothing of it.
        if is_tree(from) && !is_tree(to) {
            continue;
        }
        let code: String = files_of(repo, &pass).map(|(_, code)| code).collect();
        for production in from.difference(to) {
            // Of a `Payload`, the other variant is what is looked for.
            let kinds = variants.iter().filter(|(variant, p)| *p == production && variant.contains("Kind::"));
            let of: Vec<&str> = kinds.map(|(variant, _)| variant.as_str()).collect();
            // A node may also be looked for by its production.
            let named = names(&code, &format!("Production::{production}")) || of.iter().any(|v| names(&code, v));
            if !of.is_empty() && !named {
                complaints.push(format!(
                    "{}: {} lacks {production}, but no `{}` is removed",
                    pass.path(),
                    pass.to,
                    of[0]
                ));
            }
        }
    }
    complaints
}

/// A pass names a node that neither of its languages has.
pub fn stale_arms(repo: &Repo) -> Vec<String> {
    let (languages, variants) = (languages(repo), variants(repo));
    let mut complaints = Vec::new();
    for pass in passes(repo) {
        let grammars = [&pass.from, &pass.to].map(|language| languages.get(language));
        let has = |production: &String| grammars.iter().flatten().any(|grammar| grammar.contains(production));
        let missing: Vec<_> = variants.iter().filter(|(_, production)| !has(production)).collect();
        for (path, code) in files_of(repo, &pass) {
            for (variant, production) in &missing {
                let lines = code.lines().enumerate().filter(|(_, line)| names(line, variant));
                complaints.extend(lines.map(|(n, _)| {
                    format!("{path}:{}: names `{variant}`, but {} has no {production}", n + 1, pass.from)
                }));
            }
        }
    }
    complaints
}

/// A pass reads or writes in a language that is neither its own nor that of a pass which it demands.
pub fn foreign_languages(repo: &Repo) -> Vec<String> {
    let (languages, all) = (languages(repo), passes(repo));
    let mut complaints = Vec::new();
    for pass in &all {
        let demanded = all.iter().filter(|other| pass.demands.contains(&other.name));
        let own: BTreeSet<&str> = demanded.chain([pass]).flat_map(|pass| [&*pass.from, &*pass.to]).collect();
        for (path, code) in files_of(repo, pass) {
            let imports = code.split("vex_ir::lang::").skip(1).filter_map(|rest| rest.split(';').next());
            let named = imports.flat_map(|list| list.split(|c: char| !c.is_alphanumeric()));
            let foreign = named.filter(|name| languages.contains_key(*name) && !own.contains(name));
            complaints.extend(foreign.map(|name| format!("{path}: `{}` has nothing to do with {name}", pass.name)));
        }
    }
    complaints
}

/// Every production is one of a language, and of a node if it is not a property.
pub fn productions_are_used(repo: &Repo) -> Vec<String> {
    let languages = languages(repo);
    let tables = TABLES.map(|(path, name)| table(repo, path, name));
    let of_nodes: BTreeSet<&str> = tables.iter().flat_map(|table| table.lines().filter_map(production)).collect();
    let code = repo.get(LANGUAGES).map(|text| code_only(text)).unwrap_or_default();
    let properties = code.split_once("fn is_property").and_then(|(_, rest)| rest.split_once("matches!(self,"));
    let properties = properties.and_then(|(_, rest)| rest.split_once(')')).map_or("", |(list, _)| list);
    let properties: BTreeSet<&str> = properties.split('|').map(str::trim).collect();
    let declared = table(repo, LANGUAGES, "productions");
    let mut complaints = Vec::new();
    for (name, _) in declared.split(',').filter_map(|entry| entry.split_once(':')) {
        let name = name.trim();
        if !languages.values().any(|grammar| grammar.contains(name)) {
            complaints.push(format!("{LANGUAGES}: no language has production `{name}`"));
        }
        if !of_nodes.contains(name) && !properties.contains(name) {
            complaints.push(format!("{LANGUAGES}: no node has production `{name}`, and it is no property"));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANG: &str = "impl Production { fn is_property(self) -> bool { matches!(self, Types) } }
productions! {
    /// `while`
    While: Tree,
    LetElse: Tree,
    Types: Tree,
    Mark: Flow,
    Open: Flow,
}

languages! {
    /// First.
    A: Tree { +While, +LetElse }
    B: A { -LetElse, +Types }
    C: B { -While }
    D: Flow { +Mark, +Open }
    E: D { -Mark, -Open }
}
";
    const NODES: &str = "macro_rules! nodes {
    () => {};
}
nodes! {
    pub enum ExprKind {
        Int(u32),
        #[production(While)]
        While {
            body: u32,
        },
        Let {
            #[production(LetElse)]
            els: u32,
        },
    }
}
";
    const FLOW: &str = "
nodes! {
    pub enum StmtKind {
        #[production(Mark)]
        Mark(u32),
    }
}
";
    const CONSTANTS: &str = "
constants! {
    #[stored(ConstData)]
    pub enum ConstKind {
        #[production(Open)]
        Apply(u32),
    }
}
";
    const PASSES: &str = "[[pass]]\nname = \"one\"\nfrom = \"A\"\nto = \"C\"\ndemands = [\"two\"]\n[[pass]]\nname = \"two\"\nfrom = \"C\"\nto = \"E\"\n";

    fn complaints(check: fn(&Repo) -> Vec<String>, changes: &[(&str, &str)]) -> usize {
        let files = [
            ("ir/src/lang.rs", LANG),
            ("ir/src/tree/nodes.rs", NODES),
            ("ir/src/flow/nodes.rs", FLOW),
            ("ir/src/flow/konst.rs", CONSTANTS),
            ("passes.toml", PASSES),
        ];
        let files = files.iter().chain(changes).map(|(path, text)| (path.to_string(), text.to_string()));
        check(&files.collect()).len()
    }

    #[test]
    fn arms_are_compared_with_languages() {
        let arm = "fn f() { match kind { ExprKind::While { .. } | ExprKind::Int(_) => {} } }\n";
        assert_eq!(complaints(stale_arms, &[("passes/one/mod.rs", arm)]), 0);
        assert_eq!(complaints(stale_arms, &[("passes/two/x.rs", arm)]), 1);
        assert_eq!(complaints(stale_arms, &[("passes/two/x.rs", "// ExprKind::While\n")]), 0);
        assert_eq!(complaints(stale_arms, &[("passes/two/x.rs", "StmtKind::Mark;\nConstKind::Apply;\n")]), 2);
        assert_eq!(
            complaints(stale_arms, &[("passes/two/x.rs", "use OtherExprKind::While; ExprKind::Whileish;\n")]),
            0
        );
    }

    #[test]
    fn a_pass_has_its_own_languages() {
        let uses = |text: &str| complaints(foreign_languages, &[("passes/one/mod.rs", text)]);
        assert_eq!(uses("use vex_ir::lang::{A, C, Step};\n"), 0);
        assert_eq!(uses("use vex_ir::lang::{A, B};\n"), 1);
        // What it demands.
        assert_eq!(uses("use vex_ir::lang::E;\n"), 0);
        assert_eq!(uses("fn f() { x.kind::<vex_ir::lang::D>(); }\n"), 1);
        assert_eq!(uses("// vex_ir::lang::D\n"), 0);
    }

    #[test]
    fn what_a_pass_removes_is_named() {
        let with = |text: &str| complaints(nodes_that_stay, &[("passes/one/mod.rs", text)]);
        assert_eq!(with("fn f() { match kind { ExprKind::While { .. } => {} } }\n"), 0);
        assert_eq!(with("fn f() { match kind { ExprKind::Whileish { .. } => {} } }\n"), 1);
        assert_eq!(with("// ExprKind::While\n"), 1);
    }

    #[test]
    fn what_a_pass_of_flow_removes_is_named() {
        let three = format!("{PASSES}[[pass]]\nname = \"three\"\nfrom = \"D\"\nto = \"E\"\n");
        let one = ("passes/one/mod.rs", "ExprKind::While;\n");
        let with = |text: &str| {
            complaints(nodes_that_stay, &[one, ("passes.toml", three.as_str()), ("passes/three/mod.rs", text)])
        };
        assert_eq!(with("StmtKind::Mark;\nProduction::Open;\n"), 0);
        assert_eq!(with("StmtKind::Mark;\n"), 1);
        assert_eq!(with(""), 2);
    }

    #[test]
    fn productions_that_mean_nothing_are_noticed() {
        assert_eq!(complaints(productions_are_used, &[]), 0);
        let changed =
            |from: &str, to: &str| complaints(productions_are_used, &[("ir/src/lang.rs", &LANG.replace(from, to))]);
        assert_eq!(changed("Mark: Flow,", "Mark: Flow,\n    Drop: Flow,"), 2);
        assert_eq!(changed("matches!(self, Types)", "false"), 1);
        let nodes = NODES.replace("(LetElse)", "(While)");
        assert_eq!(complaints(productions_are_used, &[("ir/src/tree/nodes.rs", &nodes)]), 1);
    }
}
