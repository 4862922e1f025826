//! What is written, and where.

use crate::command_line::cli::{self, CrateType, Usage, usage_error};
use crate::command_line::inputs::Inputs;
use crate::system::files::Dest;
use crate::system::paths::{self, extension, stem};
use std::path::{Path, PathBuf};
use vex_ir::diag::closest;
use vex_ir::target::Target;

/// A kind of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputKind {
    Asm,
    LlvmIr,
    LlvmBc,
    Obj,
    Link,
    Tree,
    Flow,
}

/// Names of the kinds, as `--emit` takes them, and the endings of their files.
const KINDS: &[(&str, OutputKind, &str)] = &[
    ("asm", OutputKind::Asm, "s"),
    ("llvm-ir", OutputKind::LlvmIr, "ll"),
    ("llvm-bc", OutputKind::LlvmBc, "bc"),
    ("obj", OutputKind::Obj, "o"),
    ("link", OutputKind::Link, ""),
    ("tree", OutputKind::Tree, "tree.vx"),
    ("flow", OutputKind::Flow, "flow"),
];

/// One thing to write.
#[derive(Clone, PartialEq, Debug)]
pub struct Output {
    pub kind: OutputKind,
    pub dest: Dest,
}

impl OutputKind {
    fn named(name: &str) -> Usage<OutputKind> {
        if let Some((_, kind, _)) = KINDS.iter().find(|(n, ..)| *n == name) {
            return Ok(*kind);
        }
        let aliases =
            [("assembly", "asm"), ("object", "obj"), ("llvm", "llvm-ir"), ("bitcode", "llvm-bc"), ("exe", "link")];
        let alias = aliases.iter().find(|(n, _)| *n == name).map(|(_, k)| *k);
        let close = alias.or_else(|| closest(name, KINDS.iter().map(|(n, ..)| *n)));
        let close = close.map_or(String::new(), |c| format!("; did you mean `{c}`?"));
        let all = KINDS.iter().map(|(n, ..)| *n).collect::<Vec<_>>().join(", ");
        Err(usage_error(format!("unknown kind of output `{name}`, of {all}{close}")))
    }

    fn ending(self) -> &'static str {
        KINDS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(.., ending)| ending)
    }

    /// What becomes of a C source where nothing is linked.
    pub fn of_c(self, source: &Path) -> PathBuf {
        paths::path(&format!("{}.{}", stem(&paths::text(source.as_os_str())), self.ending()))
    }

    /// Why a C source is not made into something of this kind, if it is not.
    pub fn nothing_to_make(self, source: &Path) -> Option<&'static str> {
        let is = |endings: &[&str]| endings.contains(&extension(&source.to_string_lossy()));
        match self {
            OutputKind::Asm if is(&["s"]) => Some("it is assembly already"),
            OutputKind::LlvmIr | OutputKind::LlvmBc if is(&["s", "S"]) => Some("LLVM IR cannot be made of assembly"),
            OutputKind::LlvmIr if is(&["ll"]) => Some("it is LLVM IR already"),
            OutputKind::LlvmBc if is(&["bc"]) => Some("it is bitcode already"),
            OutputKind::Asm
            | OutputKind::LlvmIr
            | OutputKind::LlvmBc
            | OutputKind::Obj
            | OutputKind::Link
            | OutputKind::Tree
            | OutputKind::Flow => None,
        }
    }

    /// Whether C sources become something of this kind.
    pub fn is_of_c(self) -> bool {
        !matches!(self, OutputKind::Tree | OutputKind::Flow)
    }
}

/// Whether the flags ask for an output by name.
pub fn asked(flags: &cli::Output) -> bool {
    !flags.emit.is_empty() || flags.output.is_some() || flags.object || flags.assembly || flags.emit_llvm
}

pub fn crate_type(output: &cli::Output) -> Usage<CrateType> {
    let implied = [(output.shared, CrateType::Dylib), (output.static_lib, CrateType::Staticlib)];
    let mut chosen = output.crate_type;
    for (_, kind) in implied.into_iter().filter(|(on, _)| *on) {
        if chosen.is_some_and(|c| c != kind) {
            return Err(usage_error("only one of `--shared`, `--static-lib` and another `--crate-type` can be had"));
        }
        chosen = Some(kind);
    }
    Ok(chosen.unwrap_or(CrateType::Bin))
}

/// What is written where.
pub fn outputs(flags: &cli::Output, root: &str, crate_type: CrateType, target: &Target) -> Usage<Vec<Output>> {
    let mut kinds: Vec<(OutputKind, Option<String>)> = Vec::new();
    let llvm = if flags.object { OutputKind::LlvmBc } else { OutputKind::LlvmIr };
    let llvm = flags.emit_llvm.then_some(llvm);
    let short = llvm.or(flags.assembly.then_some(OutputKind::Asm)).or(flags.object.then_some(OutputKind::Obj));
    kinds.extend(short.map(|k| (k, None)));
    for spec in &flags.emit {
        let (name, path) = spec.split_once('=').map_or((spec.as_str(), None), |(n, p)| (n, Some(p.to_string())));
        let kind = OutputKind::named(name)?;
        kinds.retain(|(k, _)| *k != kind);
        kinds.push((kind, path));
    }
    if kinds.is_empty() {
        kinds.push((OutputKind::Link, None));
    }
    let several = kinds.iter().filter(|(_, path)| path.is_none()).count() > 1;
    let stem = stem(root);
    let place = |kind: OutputKind| match flags.output.as_deref() {
        Some("-") => Dest::Stdout,
        Some(path) if several && kind != OutputKind::Link => {
            Dest::File(paths::path(path).with_extension(kind.ending()))
        }
        Some(path) => Dest::File(paths::path(path)),
        None if kind == OutputKind::Link => Dest::File(paths::path(&link_name(&stem, crate_type, target))),
        None => Dest::File(paths::path(&format!("{stem}.{}", kind.ending()))),
    };
    let mut outputs = Vec::new();
    for (kind, path) in kinds {
        let dest = match path.as_deref() {
            Some("-") => Dest::Stdout,
            Some(path) => Dest::File(paths::path(path)),
            None => place(kind),
        };
        outputs.push(Output { kind, dest });
    }
    Ok(outputs)
}

fn link_name(stem: &str, crate_type: CrateType, target: &Target) -> String {
    match crate_type {
        CrateType::Bin => format!("{stem}{}", target.exe_suffix),
        CrateType::Dylib => target.dylib(stem),
        CrateType::Staticlib => target.staticlib(stem),
    }
}

/// Refuses outputs of a command that writes none.
pub fn none(command: &str, output: &cli::Output) -> Usage<()> {
    let is_check = command == "check";
    let given = [
        (output.output.is_some(), "-o"),
        (output.object, "-c"),
        (output.assembly, "-S"),
        (output.emit_llvm, "--emit-llvm"),
        (!output.emit.is_empty(), "--emit"),
        // `vexc check` accepts these flags: a library can be checked, too.
        (output.shared && !is_check, "--shared"),
        (output.static_lib && !is_check, "--static-lib"),
        (output.crate_type.is_some_and(|kind| kind != CrateType::Bin) && !is_check, "--crate-type"),
    ];
    let Some((_, option)) = given.iter().find(|(given, _)| *given) else { return Ok(()) };
    let message = format!("`vexc {command}` writes no file: `{option}` has no meaning with it");
    let behind = "behind the program's file it would be the program's";
    Err(usage_error(if command == "run" { format!("{message}; {behind}") } else { message }))
}

/// What cannot be made of these files, or not where it was asked for.
pub fn check(files: &Inputs, crate_type: CrateType, outputs: &[Output], named: bool) -> Usage<()> {
    let nested = files.objects.iter().find(|path| !matches!(extension(&path.to_string_lossy()), "o" | "obj"));
    if let (CrateType::Staticlib, Some(nested)) = (crate_type, nested) {
        let nested = nested.display();
        return Err(usage_error(format!(
            "no library can be put into a static one: give `{nested}` where the static library is linked"
        )));
    }
    let links_none = !outputs.is_empty() && !outputs.iter().any(|o| o.kind == OutputKind::Link);
    if links_none && named && !files.c_sources.is_empty() {
        let what = "`-o` names one file, but without linking each source has one of its own: leave `-o` out";
        return Err(usage_error(what));
    }
    check_outputs(outputs, files, links_none)
}

/// No output replaces an input, however it is spelt, or another output.
fn check_outputs(outputs: &[Output], files: &Inputs, links_none: bool) -> Usage<()> {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let inputs = files.paths();
    let mut made: Vec<PathBuf> = Vec::new();
    for output in outputs {
        if let Dest::File(path) = &output.dest {
            made.push(path.clone());
        }
        if links_none && output.kind.is_of_c() {
            let of_c = files.c_sources.iter().filter(|source| output.kind.nothing_to_make(source).is_none());
            made.extend(of_c.map(|source| output.kind.of_c(source)));
        }
    }
    for (number, path) in made.iter().enumerate() {
        if let Some(input) = inputs.iter().find(|input| input.exists() && real(input) == real(path)) {
            return Err(usage_error(format!("the output would replace the input `{}`", input.display())));
        }
        // Devices take any number of outputs.
        let is_device = std::fs::metadata(path).is_ok_and(|m| !m.is_file() && !m.is_dir());
        if !is_device && made[..number].iter().any(|other| real(other) == real(path)) {
            return Err(usage_error(format!("two outputs would be written to `{}`", path.display())));
        }
    }
    Ok(())
}
