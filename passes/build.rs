//! Generates the pipeline from `passes.toml`: the list of modules, the table of contracts, and the chain of typed calls.

#[path = "contracts.rs"]
mod contracts;

use contracts::{Form, Pass};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use vex_ir::lang::IrKind;

fn main() {
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let root = here.parent().expect("passes/ is in the workspace").to_path_buf();
    println!("cargo::rerun-if-changed={}", root.join("passes.toml").display());
    println!("cargo::rerun-if-changed=contracts.rs");
    let toml = std::fs::read_to_string(root.join("passes.toml")).expect("passes.toml is readable");
    let mut folders = pass_folders(&root, "passes");
    folders.extend(pass_folders(&root, "backend"));
    let passes = contracts::check(&toml, &folders).unwrap_or_else(|errors| {
        for error in &errors {
            println!("cargo::error={error}");
        }
        std::process::exit(1);
    });
    // The headers, and nothing else of the folders: goldens are there, too, and change nothing here.
    for pass in &passes {
        println!("cargo::rerun-if-changed={}", header_of(&root, pass).display());
    }
    let code = generate(&passes, &root);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("pipeline.rs"), code).expect("OUT_DIR is writable");
}

fn pass_folders(root: &Path, home: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(root.join(home)) else { return Vec::new() };
    let mut folders: Vec<String> = entries
        .filter_map(|e| e.ok())
        .filter(|e| e.path().join("mod.rs").is_file())
        .map(|e| format!("{home}/{}", e.file_name().to_string_lossy()))
        .collect();
    folders.sort();
    folders
}

/// The file that has the pass's header.
fn header_of(root: &Path, pass: &Pass) -> PathBuf {
    root.join(&pass.home).join(pass.folder()).join("mod.rs")
}

/// The first sentence of a pass's header.
fn summary(root: &Path, pass: &Pass) -> String {
    let text = std::fs::read_to_string(header_of(root, pass)).unwrap_or_default();
    let lines: Vec<&str> = text.lines().map_while(|l| l.strip_prefix("//!")).map(str::trim).collect();
    lines.split(|l| l.is_empty()).next().unwrap_or_default().join(" ")
}

fn generate(passes: &[Pass], root: &Path) -> String {
    let mut out = String::new();
    for pass in passes.iter().filter(|p| p.home == "passes") {
        let path = root.join("passes").join(pass.folder()).join("mod.rs");
        let _ = writeln!(out, "#[path = {path:?}]\npub mod {};", pass.folder());
    }
    out.push_str("/// Every pass, in order.\npub static PASSES: &[PassInfo] = &[\n");
    for pass in passes {
        let _ = writeln!(
            out,
            "PassInfo {{ name: {:?}, from: {:?}, to: {:?}, removes: Grammar::from_bits({}), adds: Grammar::from_bits({}), \
             before: Grammar::from_bits({}), after: Grammar::from_bits({}), form: Form::{:?}, optional: {}, clean: {}, \
             from_ir: IrKind::{:?}, to_ir: IrKind::{:?}, home: {:?}, summary: {:?} }},",
            pass.name,
            pass.from,
            pass.to,
            pass.removes().bits(),
            pass.adds().bits(),
            pass.before.bits(),
            pass.after.bits(),
            pass.form,
            pass.optional,
            pass.clean,
            pass.from_ir,
            pass.to_ir,
            pass.home,
            summary(root, pass),
        );
    }
    out.push_str("];\n");
    for position in 0..passes.len() {
        write_demanded(passes, position, &mut out);
    }
    generate_chain(passes, &mut out);
    out
}

/// Whether it sees one body at a time, so that passes can follow each other on one body.
fn sees_bodies(pass: &Pass) -> bool {
    matches!(pass.form, Form::Body | Form::Lint)
}

/// Passes that run one after another: one that sees the whole program, or as many as follow each other of those that see one body.
fn groups(passes: &[Pass]) -> Vec<Vec<(usize, &Pass)>> {
    let mut groups: Vec<Vec<(usize, &Pass)>> = Vec::new();
    for (index, pass) in passes.iter().enumerate().filter(|(_, p)| p.home == "passes") {
        let joins = |group: &Vec<(usize, &Pass)>| {
            let last = group[group.len() - 1].1;
            sees_bodies(last)
                && sees_bodies(pass)
                && last.to_ir == last.from_ir
                && pass.from_ir == pass.to_ir
                && last.clean == pass.clean
        };
        match groups.last_mut() {
            Some(group) if joins(group) => group.push((index, pass)),
            _ => groups.push(vec![(index, pass)]),
        }
    }
    groups
}

fn generate_chain(passes: &[Pass], out: &mut String) {
    let groups = groups(passes);
    let converts = groups.iter().position(|g| g[0].1.to_ir == IrKind::Flow).expect("one pass builds Flow");
    let convert = groups[converts][0].1;
    // What runs on each body just before and just after it is converted.
    let joins = |g: &Vec<(usize, &Pass)>| sees_bodies(g[0].1) && g[0].1.clean == convert.clean;
    let first = converts - usize::from(converts > 0 && joins(&groups[converts - 1]));
    let next = converts + 1;
    let rest = next + usize::from(groups.get(next).is_some_and(|g| sees_bodies(g[0].1)));
    let (start, built) = (&passes[0].from, &convert.to);
    let last = &groups[groups.len() - 1].last().expect("no group is empty").1.to;
    let _ = writeln!(
        out,
        "/// Runs the whole pipeline.\n\
         pub fn run(runner: &mut Runner<'_>, cx: &mut Cx, ir: In<lang::{start}, tree::Program>) \
         -> Result<In<lang::{last}, flow::Program>, Stop> {{"
    );
    groups[..first].iter().for_each(|group| write_group(group, out));
    let (before, after) = (&groups[first..converts], &groups[next..rest]);
    let to = after.last().and_then(|g| g.last()).map_or(built, |(_, p)| &p.to);
    let _ = writeln!(
        out,
        "let ir: In<lang::{to}, _> = In::new(runner.convert(cx, &[{}], ({}, {}), &[{}], ir.into_inner())?);",
        list(before),
        groups[converts][0].0,
        call(convert),
        list(after)
    );
    groups[rest..].iter().for_each(|group| write_group(group, out));
    out.push_str("Ok(ir)\n}\n");
    let _ = writeln!(
        out,
        "/// Runs the pipeline on Flow, from where it is built.\n\
         pub fn run_flow(runner: &mut Runner<'_>, cx: &mut Cx, ir: In<lang::{built}, flow::Program>) \
         -> Result<In<lang::{last}, flow::Program>, Stop> {{"
    );
    groups[next..].iter().for_each(|group| write_group(group, out));
    out.push_str("Ok(ir)\n}\n");
}

/// A pass as a function on an IR without its language. The pass itself has the languages in its type, which must be those of
/// `passes.toml`: this is where the compiler compares them.
fn call(pass: &Pass) -> String {
    let Pass { from, to, .. } = pass;
    let folder = pass.folder();
    match pass.form {
        _ if pass.from_ir != pass.to_ir => format!(
            "|cx: &mut Cx, sigs: &_, id, body: &_| {{ \
             let body: In<lang::{to}, _> = {folder}::run(cx, sigs, id, tree::Read::<lang::{from}>::new(body)); \
             body.into_inner() }}"
        ),
        Form::Program => {
            let demands: String = pass.demands.iter().map(|name| format!(", {}", demanded(pass, name))).collect();
            format!(
                "|cx: &mut Cx, ir: &mut _| {folder}::run(cx, Step::<lang::{from}, lang::{to}, _>::new(ir){demands})"
            )
        }
        Form::Nest => format!(
            "|cx: &mut Cx, sigs: &_, nest: &mut _| {folder}::run(cx, sigs, Step::<lang::{from}, lang::{to}, _>::new(nest))"
        ),
        Form::Body => {
            let writer = if pass.from_ir == IrKind::Tree { "tree::Write" } else { "Step" };
            format!(
                "|cx: &mut Cx, sigs: &_, id, body: &mut _| \
                 {folder}::run(cx, sigs, id, {writer}::<lang::{from}, lang::{to}, _>::new(body))"
            )
        }
        Form::Lint => {
            let reader = if pass.from_ir == IrKind::Tree {
                format!("tree::Read::<lang::{from}>")
            } else {
                format!("In::<lang::{from}, _>")
            };
            format!("|cx: &mut Cx, sigs: &_, id, body: &mut _| {folder}::run(cx, sigs, id, {reader}::new(&*body))")
        }
    }
}

/// The function that takes one body up to the pass that another one demands.
fn demanded(pass: &Pass, name: &str) -> String {
    format!("{}_for_{}", name.replace('-', "_"), pass.folder())
}

/// For each pass that is demanded, a function from the one before to it.
fn write_demanded(passes: &[Pass], position: usize, out: &mut String) {
    let pass = &passes[position];
    let mut from = position + 1;
    for name in &pass.demands {
        let at = from + passes[from..].iter().position(|p| p.name == *name).expect("the contract holds");
        let makes_flow = passes[at].to_ir == IrKind::Flow;
        let (params, result, copy) = match makes_flow {
            true => ("function: flow::FnId, body: &tree::Body", " -> flow::Body", "let mut body = body.clone();"),
            false => ("body: &mut tree::Body", "", ""),
        };
        let function = demanded(pass, name);
        let _ = writeln!(
            out,
            "/// What `{}` demands.\n#[allow(unused_mut, unused_variables, clippy::let_and_return)]\npub fn {function}(cx: &mut Cx, sigs: &tree::Sigs, id: tree::ItemId, {params}){result} {{\n{copy}",
            pass.name
        );
        let borrow = if makes_flow { "&mut body" } else { "body" };
        for step in &passes[from..=at] {
            let call = call(step);
            let _ = match (step.from_ir, step.to_ir, step.form) {
                (IrKind::Tree, IrKind::Flow, _) => {
                    writeln!(out, "let convert: Convert = {call};\nlet mut body = convert(cx, sigs, id, &body);")
                }
                (IrKind::Tree, _, Form::Body) => {
                    writeln!(out, "let step: BodyPass<tree::Program> = {call};\nstep(cx, sigs, id, {borrow});")
                }
                (IrKind::Flow, _, Form::Body | Form::Lint) => writeln!(
                    out,
                    "let step: BodyPass<flow::Program> = {call};\nstep(cx, &sigs.defs.sigs, function, &mut body);"
                ),
                // Lints of Tree see every body anyway, and what passes of programs find out is found out on demand.
                _ => Ok(()),
            };
        }
        out.push_str(if makes_flow { "body\n}\n" } else { "}\n" });
        from = at + 1;
    }
}

/// Passes that see one body at a time, with their positions.
fn list(groups: &[Vec<(usize, &Pass)>]) -> String {
    let entry = |(i, p): &(usize, &Pass)| format!("({i}, ({}) as fn(&mut Cx, &_, _, &mut _))", call(p));
    groups.iter().flatten().map(entry).collect::<Vec<_>>().join(", ")
}

fn write_group(group: &[(usize, &Pass)], out: &mut String) {
    let (index, pass) = group[0];
    let to = &group[group.len() - 1].1.to;
    let run = match pass.form {
        Form::Program => format!("runner.program(cx, {index}, ir.into_inner(), {})", call(pass)),
        Form::Nest => format!("runner.nests(cx, {index}, ir.into_inner(), {})", call(pass)),
        Form::Body | Form::Lint => format!("runner.bodies(cx, &[{}], ir.into_inner())", list(&[group.to_vec()])),
    };
    let _ = writeln!(out, "let ir: In<lang::{to}, _> = In::new({run}?);");
}
