//! What a command line means: every question answered before anything is read or written.

use crate::args::{Args, BARE_O, usage_error};
use crate::cli::{self, Cli, CrateType, DumpModules, Print, Relocation, Switch};
use crate::{elsewhere, memory, paths, tools};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::{AsmSyntax, NATIVE, PicMode};
use vex_ir::cx::OptLevel;
use vex_ir::diag::closest;
use vex_ir::lang::IrKind;
use vex_ir::target::Target;
use vex_ir::tree::LinkKind;
use vex_passes::PASSES;
use vex_passes::runner::{Config, Selection, position};

pub type Usage<T> = Result<T, clap::Error>;

/// A kind of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Asm,
    LlvmIr,
    LlvmBc,
    Obj,
    Link,
    Tree,
    Flow,
}

/// Names of the kinds, as `--emit` takes them, and the endings of their files.
const KINDS: &[(&str, Kind, &str)] = &[
    ("asm", Kind::Asm, "s"),
    ("llvm-ir", Kind::LlvmIr, "ll"),
    ("llvm-bc", Kind::LlvmBc, "bc"),
    ("obj", Kind::Obj, "o"),
    ("link", Kind::Link, ""),
    ("tree", Kind::Tree, "tree.vx"),
    ("flow", Kind::Flow, "flow"),
];

/// Where something is written.
#[derive(Clone, PartialEq, Debug)]
pub enum Dest {
    Stdout,
    File(PathBuf),
}

/// One thing to write.
#[derive(Clone, PartialEq, Debug)]
pub struct Output {
    pub kind: Kind,
    pub dest: Dest,
}

/// A library of `-l`.
#[derive(Clone, PartialEq, Debug)]
pub struct Library {
    pub name: String,
    pub kind: LinkKind,
}

/// What to do with the program.
pub enum Action {
    /// Write outputs.
    Build,
    /// Execute in memory, with these arguments.
    Run(Vec<OsString>),
    /// Find errors.
    Check,
    /// Run passes and print.
    Opt,
}

/// A compilation.
pub struct Plan {
    pub action: Action,
    /// The path of the root, `-` for standard input.
    pub root: String,
    /// Sources for the C compiler.
    pub c_sources: Vec<PathBuf>,
    /// Objects, archives and shared libraries.
    pub objects: Vec<PathBuf>,
    pub outputs: Vec<Output>,
    pub crate_type: CrateType,
    pub target: Target,
    /// Whether the target is the machine at hand.
    pub native: bool,
    pub options: vex_ir::cx::Options,
    pub backend: vex_backend::Options,
    pub search: vex_frontend::Search,
    pub config: Config,
    /// Dumps of LLVM IR, whose pass the runner does not know.
    pub dump_llvm: (bool, bool),
    pub dump_dir: Option<PathBuf>,
    /// Where dumps go instead of standard output.
    pub dump_dest: Option<Dest>,
    pub modules: DumpModules,
    pub spans: bool,
    /// More than one dump can come: each has a heading.
    pub dump_headings: bool,
    /// The place in the pipeline behind which nothing is done.
    pub stop: Option<usize>,
    pub libs: Vec<Library>,
    pub library_path: Vec<PathBuf>,
    pub linker: Option<PathBuf>,
    pub link_args: Vec<String>,
    pub print_link_args: bool,
    pub time: Option<cli::TimeFormat>,
    /// Errors of the program are faults of ours.
    pub bugs: bool,
    pub verbose: bool,
    pub opt_letter: String,
}

/// The position of `llvm-emit`, the last pass.
pub fn llvm_pass() -> usize {
    PASSES.len() - 1
}

/// The last pass whose result is Tree.
pub fn last_tree_pass() -> usize {
    PASSES.iter().rposition(|p| p.to_ir == IrKind::Tree).unwrap_or(0)
}

/// What the files of a command line are.
#[derive(Default)]
struct Files {
    roots: Vec<String>,
    c_sources: Vec<PathBuf>,
    objects: Vec<PathBuf>,
}

impl Plan {
    /// Whether the input is Flow text.
    pub fn is_flow(&self) -> bool {
        self.config.start_after.is_some_and(|p| PASSES[p].to_ir == IrKind::Flow)
    }

    pub fn new(args: Args) -> Usage<Plan> {
        let Args { cli, program, .. } = args;
        let Cli { mut options, command, files } = cli;
        spread_codegen(&mut options)?;
        let mut files = files;
        let mut only = None;
        let action = match command {
            None => Action::Build,
            Some(cli::Command::Check { files: given }) => {
                files.extend(given);
                Action::Check
            }
            Some(cli::Command::Run { files: given }) => {
                files.extend(given);
                Action::Run(program)
            }
            Some(cli::Command::Opt { passes, file }) => {
                files.push(file);
                only = Some(passes);
                Action::Opt
            }
            Some(cli::Command::Test { .. }) => {
                return Err(usage_error(
                    "`vexc test` is not there yet: this version cannot run `#[test]` functions; \
                     `vexc check --cfg test FILE` checks them",
                ));
            }
            // They compile nothing; see `main`.
            Some(cli::Command::Passes { .. } | cli::Command::Explain { .. }) => Action::Check,
        };
        let sorted = sort_files(files)?;
        let root = one_root(&sorted)?;
        build(action, options, sorted, root, only)
    }
}

fn build(action: Action, options: cli::Options, files: Files, root: String, only: Option<Vec<String>>) -> Usage<Plan> {
    let cli::Options { output, code, input, messages, passes } = options;
    let (target, native) = target(&code)?;
    if matches!(action, Action::Run(_)) && !native {
        return Err(usage_error(format!("`vexc run` executes on this machine, which is not `{}`", target.name)));
    }
    let crate_type = crate_type(&output)?;
    let (mut config, stop) = passes_config(&passes, &root, only.as_deref())?;
    let writes = !output.emit.is_empty() || output.output.is_some() || output.object || output.assembly;
    let dumps = passes.dump_changed || !passes.dump_before.is_empty() || !passes.dump_after.is_empty();
    let explicit = writes || output.emit_llvm || !matches!(action, Action::Build);
    let stop = stop.or_else(|| (dumps && !explicit).then(|| last_dump(&passes, &config)));
    config.stop_after = stop;
    let outputs =
        if matches!(action, Action::Build) { outputs(&output, &root, crate_type, &target)? } else { Vec::new() };
    no_output_for(&action, &output)?;
    check_files(&files, crate_type, &outputs, output.output.is_some())?;
    let emits_tree = outputs.iter().any(|o| o.kind == Kind::Tree);
    let level = opt_level(code.opt_level.as_deref().unwrap_or("0"))?;
    let backend = backend_options(&code, &target, native, level, crate_type, &outputs, &action, config.verify_each)?;
    let links = outputs.iter().any(|o| o.kind == Kind::Link) && crate_type == CrateType::Bin;
    let cx_options = vex_ir::cx::Options {
        vector_bytes: vex_backend::vector_bytes(&target, &backend),
        needs_main: (links && stop.is_none()) || matches!(action, Action::Run(_)),
        ..source_options(&code)?
    };
    let (link_args, libs) = link_words(&input, &messages)?;
    let dump_dest = output.output.as_deref().filter(|path| matches!(action, Action::Opt) && *path != "-");
    Ok(Plan {
        action,
        root,
        c_sources: files.c_sources,
        objects: files.objects,
        outputs,
        crate_type,
        target,
        native,
        options: cx_options,
        backend,
        search: search(input.include, input.std),
        dump_llvm: (config.dump_before.has(llvm_pass()), config.dump_after.has(llvm_pass())),
        dump_headings: dump_headings(&passes, &config),
        config,
        dump_dir: passes.dump_dir,
        dump_dest: dump_dest.map(|path| Dest::File(paths::path(path))),
        modules: if emits_tree { DumpModules::All } else { passes.dump_modules },
        spans: passes.dump_spans,
        stop,
        libs,
        library_path: input.library_path,
        linker: input.linker,
        link_args,
        print_link_args: output.print.contains(&Print::LinkArgs),
        time: passes.time_passes,
        bugs: passes.treat_err_as_bug,
        verbose: messages.verbose,
        opt_letter: code.opt_level.map_or("0".into(), |o| if o == BARE_O { "2".into() } else { o }),
    })
}

/// Where modules are found.
fn search(include: Vec<String>, std: Option<String>) -> vex_frontend::Search {
    let std_modules = crate::files::std_modules(std.as_deref());
    vex_frontend::Search { std_modules, include, std, prelude: vec!["std/rt".into()] }
}

/// What cannot be made of these files, or not where it was asked for.
fn check_files(files: &Files, crate_type: CrateType, outputs: &[Output], named: bool) -> Usage<()> {
    let nested = files.objects.iter().find(|path| !matches!(extension(&path.to_string_lossy()), "o" | "obj"));
    if let (CrateType::Staticlib, Some(nested)) = (crate_type, nested) {
        let nested = nested.display();
        return Err(usage_error(format!(
            "no library can be put into a static one: give `{nested}` where the static library is linked"
        )));
    }
    let links_none = !outputs.is_empty() && !outputs.iter().any(|o| o.kind == Kind::Link);
    if links_none && named && !files.c_sources.is_empty() {
        let what = "`-o` names one file, but without linking each source has one of its own: leave `-o` out";
        return Err(usage_error(what));
    }
    check_outputs(outputs, files, links_none)
}

/// What is only executed or looked at becomes no file.
fn no_output_for(action: &Action, output: &cli::Output) -> Usage<()> {
    let command = match action {
        Action::Run(_) => "run",
        Action::Check => "check",
        Action::Build | Action::Opt => return Ok(()),
    };
    let given = [
        (output.output.is_some(), "-o"),
        (output.object, "-c"),
        (output.assembly, "-S"),
        (output.emit_llvm, "--emit-llvm"),
        (!output.emit.is_empty(), "--emit"),
        (output.shared, "--shared"),
        (output.static_lib, "--static-lib"),
        (output.crate_type.is_some_and(|kind| kind != CrateType::Bin), "--crate-type"),
    ];
    match given.iter().find(|(given, _)| *given) {
        // A library can be looked at, too.
        Some((_, "--shared" | "--static-lib" | "--crate-type")) if command == "check" => Ok(()),
        Some((_, option)) if command == "run" => Err(usage_error(format!(
            "`vexc run` writes no file: `{option}` has no meaning with it; behind the program's file it would be the program's"
        ))),
        Some((_, option)) => {
            Err(usage_error(format!("`vexc {command}` writes no file: `{option}` has no meaning with it")))
        }
        None => Ok(()),
    }
}

/// The options that decide what a program means.
fn source_options(code: &cli::Code) -> Usage<vex_ir::cx::Options> {
    Ok(vex_ir::cx::Options {
        cfgs: code.cfg.iter().map(|c| cfg_spec(c)).collect::<Usage<_>>()?,
        features: code.feature.clone(),
        test: code.cfg.iter().any(|spec| spec.trim() == "test"),
        opt_level: opt_level(code.opt_level.as_deref().unwrap_or("0"))?,
        overflow_checks: code.overflow_checks.map(|s| s == Switch::On),
        debug_info: debug(code)?.is_some_and(|d| !d.lines_only),
        ..Default::default()
    })
}

/// What `--print` tells without a program.
pub struct Facts {
    pub target: Target,
    pub native: bool,
    pub options: vex_ir::cx::Options,
    /// The CPU that written files are for.
    pub cpu: Option<String>,
}

pub fn facts(code: &cli::Code) -> Usage<Facts> {
    let (target, native) = target(code)?;
    let cpu = cpu(code, &target, native, false)?;
    Ok(Facts { target, native, options: source_options(code)?, cpu })
}

fn extension(path: &str) -> &str {
    Path::new(path).extension().and_then(|e| e.to_str()).unwrap_or("")
}

fn is_c_source(path: &str) -> bool {
    matches!(extension(path), "c" | "s" | "S" | "i" | "ll" | "bc" | "cc" | "cpp" | "cxx" | "m")
}

fn is_object(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(extension(path), "o" | "obj" | "a" | "so" | "dylib" | "lib" | "dll") || name.contains(".so.")
}

/// Whether it goes to the C compiler or the linker.
pub fn is_input(path: &str) -> bool {
    is_c_source(path) || is_object(path)
}

fn sort_files(all: Vec<String>) -> Usage<Files> {
    let mut files = Files::default();
    for file in all {
        if file == "-" || matches!(extension(&file), "vx" | "flow") {
            files.roots.push(file);
        } else if is_c_source(&file) {
            files.c_sources.push(paths::path(&file));
        } else if is_object(&file) {
            files.objects.push(paths::path(&file));
        } else {
            unknown_file(&file)?;
            files.roots.push(file);
        }
    }
    Ok(files)
}

/// A file of an unknown kind is taken for a program if it is there. If not, it may have been meant as a subcommand.
fn unknown_file(file: &str) -> Usage<()> {
    if paths::path(file).exists() || file.contains(['/', '.']) {
        return Ok(());
    }
    if matches!(file, "0" | "1" | "2" | "3" | "s" | "z" | "fast") {
        let meant = if file == "fast" { "3" } else { file };
        let what = format!("there is no file `{file}`; a level of optimisation has no blank before it: `-O{meant}`");
        return Err(usage_error(what));
    }
    if let Some(what) = elsewhere::command(file) {
        return Err(usage_error(format!("there is no file and no command `{file}`: {what}")));
    }
    match closest(file, ["run", "check", "passes", "opt", "explain"]) {
        Some(close) => Err(usage_error(format!("there is no file and no command `{file}`; did you mean `{close}`?"))),
        None => Ok(()),
    }
}

fn one_root(files: &Files) -> Usage<String> {
    match files.roots.as_slice() {
        [root] => Ok(root.clone()),
        [] => Err(usage_error("no Vex program is given: a `.vx` file, or `-` for standard input")),
        [first, second, ..] => Err(usage_error(format!(
            "`{first}` and `{second}` are two programs: give the one that has `main`, it imports the other modules"
        ))),
    }
}

/// The options of rustc's `-C`.
fn spread_codegen(options: &mut cli::Options) -> Usage<()> {
    const KEYS: &[&str] = &[
        "opt-level",
        "debuginfo",
        "target-cpu",
        "target-feature",
        "overflow-checks",
        "relocation-model",
        "linker",
        "link-arg",
    ];
    for option in std::mem::take(&mut options.code.codegen) {
        let (key, value) = option.split_once('=').unwrap_or((&option, ""));
        let wrong = || usage_error(format!("invalid value `{value}` for `-C {key}`"));
        let switch = |v: &str| <Switch as clap::ValueEnum>::from_str(v, false).map_err(|_| wrong());
        match key {
            "opt-level" => options.code.opt_level = Some(value.into()),
            "debuginfo" => options.code.debug.push(match value {
                "none" => "0".into(),
                "line-tables-only" | "line-directives-only" => "1".into(),
                "limited" | "full" => "2".into(),
                _ => value.into(),
            }),
            "target-cpu" => options.code.target_cpu = Some(value.into()),
            "target-feature" => options.code.target_feature.push(value.into()),
            "overflow-checks" => options.code.overflow_checks = Some(switch(value)?),
            "relocation-model" => {
                let model = <Relocation as clap::ValueEnum>::from_str(value, false).map_err(|_| wrong())?;
                options.code.relocation_model = Some(model);
            }
            "linker" => options.input.linker = Some(value.into()),
            "link-arg" => options.input.link_arg.push(value.into()),
            _ => {
                let close =
                    closest(key, KEYS.iter().copied()).map_or(String::new(), |c| format!("; did you mean `{c}`?"));
                return Err(usage_error(format!("unknown option `-C {key}`{close}")));
            }
        }
    }
    Ok(())
}

fn target(code: &cli::Code) -> Usage<(Target, bool)> {
    let host = vex_backend::host_triple();
    let host = Target::parse(&host).map_err(usage_error);
    match &code.target {
        None => Ok((host?, true)),
        Some(triple) => {
            let target = Target::parse(triple).map_err(usage_error)?;
            let native = host.is_ok_and(|h| h.triple == target.triple);
            Ok((target, native))
        }
    }
}

fn crate_type(output: &cli::Output) -> Usage<CrateType> {
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

pub fn opt_level(text: &str) -> Usage<OptLevel> {
    Ok(match text {
        "0" => OptLevel::O0,
        "1" => OptLevel::O1,
        "2" | BARE_O => OptLevel::O2,
        "3" => OptLevel::O3,
        "s" => OptLevel::Os,
        "z" => OptLevel::Oz,
        _ => {
            let close = if text == "fast" { "; `-O3` is the fastest" } else { "" };
            let what = format!("unknown optimisation level `-O{text}`: there are 0, 1, 2, 3, s and z{close}");
            return Err(usage_error(what));
        }
    })
}

/// What `-g…` asks for.
#[derive(Clone, Copy, Default)]
struct DebugInfo {
    dwarf: Option<u8>,
    lines_only: bool,
}

/// As Clang has it: of what contradicts, the last counts; the version alone asks for everything, and stays when more is said.
fn debug(code: &cli::Code) -> Usage<Option<DebugInfo>> {
    let (mut on, mut info) = (false, DebugInfo::default());
    for how in &code.debug {
        let (now, lines_only, dwarf) = match how.as_str() {
            "0" => (false, false, info.dwarf),
            "1" | "line-tables-only" | "mlt" | "line-directives-only" => (true, true, info.dwarf),
            BARE_O | "2" | "3" | "gdb" | "gdb2" | "gdb3" | "lldb" | "full" | "limited" => (true, false, info.dwarf),
            "gdb0" => (false, false, info.dwarf),
            "gdb1" => (true, true, info.dwarf),
            "dwarf" | "dwarf-4" | "dwarf-5" => {
                let version = how.strip_prefix("dwarf-").and_then(|v| v.parse().ok());
                // The version says nothing of how much.
                (true, on && info.lines_only, version.or(info.dwarf))
            }
            _ => {
                let hint = match how.strip_prefix("dwarf-") {
                    Some(_) => "; of DWARF there are `-gdwarf-4` and `-gdwarf-5`",
                    None => "; there are -g, -g0 to -g3, -gline-tables-only, -gdwarf-4 and -gdwarf-5",
                };
                return Err(usage_error(format!("unknown kind of debug information `-g{how}`{hint}")));
            }
        };
        (on, info) = (now, DebugInfo { dwarf, lines_only });
    }
    Ok(on.then_some(info))
}

/// The CPU that code is for; `None` is the architecture's baseline.
///
/// What is executed at once is for the machine at hand; a file may be for others. `--target` names a machine that is not
/// this one, whatever it says.
fn cpu(code: &cli::Code, target: &Target, native: bool, runs: bool) -> Usage<Option<String>> {
    Ok(match code.target_cpu.as_deref() {
        Some("generic") => None,
        Some(NATIVE) if !native => {
            return Err(usage_error(format!(
                "`--target-cpu=native` is this machine's, which is no `{}`",
                target.triple
            )));
        }
        Some(cpu) => Some(cpu.to_string()),
        None if code.target.is_some() => None,
        None if runs => Some(NATIVE.to_string()),
        None => vex_backend::common_cpu().map(String::from),
    })
}

#[allow(clippy::too_many_arguments)] // Each is a part of the command line that was taken apart just before.
fn backend_options(
    code: &cli::Code,
    target: &Target,
    native: bool,
    opt: OptLevel,
    crate_type: CrateType,
    outputs: &[Output],
    action: &Action,
    verify: bool,
) -> Usage<vex_backend::Options> {
    let runs = matches!(action, Action::Run(_));
    let debug = debug(code)?;
    let pic = match code.relocation_model {
        Some(Relocation::Pic) => PicMode::Pic,
        Some(Relocation::Static) => PicMode::Static,
        Some(Relocation::Default) | None => PicMode::Default,
    };
    let shared = crate_type == CrateType::Dylib;
    let intel = code.x86_asm_syntax == Some(cli::AsmSyntax::Intel);
    Ok(vex_backend::Options {
        opt,
        cpu: cpu(code, target, native, runs)?,
        features: code.target_feature.join(","),
        debug: debug.is_some(),
        dwarf: debug.and_then(|d| d.dwarf),
        lines_only: debug.is_some_and(|d| d.lines_only),
        pic: if shared || runs { PicMode::Pic } else { pic },
        shared,
        asm_syntax: if intel { AsmSyntax::Intel } else { AsmSyntax::Att },
        for_others: outputs.iter().any(|o| matches!(o.kind, Kind::LlvmIr | Kind::LlvmBc)),
        verify: verify || cfg!(debug_assertions),
        // Known when the root is read.
        name: String::new(),
        directory: String::new(),
    })
}

/// `name`, `key="value"`, `key=value`
fn cfg_spec(spec: &str) -> Usage<(String, Option<String>)> {
    let (name, value) = match spec.split_once('=') {
        None => (spec, None),
        Some((name, value)) => {
            let inner = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
            (name, Some(inner.unwrap_or(value).to_string()))
        }
    };
    let name = name.trim();
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && name.bytes().next().is_some_and(|b| !b.is_ascii_digit());
    match plain {
        true => Ok((name.to_string(), value)),
        false => Err(usage_error(format!("`--cfg {spec}` is neither a name nor a pair `key=\"value\"`"))),
    }
}

/// Arguments for the linker and libraries, from `-l`, `--link-arg` and C's `-Wl,…`.
fn link_words(input: &cli::Input, messages: &cli::Messages) -> Usage<(Vec<String>, Vec<Library>)> {
    let mut args = input.link_arg.clone();
    args.extend(messages.warn.iter().filter(|w| w.starts_with("l,")).map(|w| format!("-W{w}")));
    let libs = input.library.iter().map(|l| library(l)).collect::<Usage<_>>()?;
    Ok((args, libs))
}

fn library(spec: &str) -> Usage<Library> {
    let (kind, name) = spec.split_once('=').unwrap_or(("", spec));
    let kind = match kind {
        "" => LinkKind::Default,
        "dylib" => LinkKind::Dylib,
        "static" => LinkKind::Static,
        "framework" => LinkKind::Framework,
        "bitcode" => LinkKind::Bitcode,
        _ => {
            return Err(usage_error(format!(
                "unknown kind of library `{kind}`: there are dylib, static, framework and bitcode"
            )));
        }
    };
    Ok(Library { name: name.to_string(), kind })
}

/// The position of a pass that the command line names.
pub fn pass_named(name: &str) -> Usage<usize> {
    position(name).ok_or_else(|| {
        let names = || PASSES.iter().map(|p| p.name);
        let mut close = closest(name, names());
        if close.is_none() {
            // Half of a name is meant more often than mistyped.
            close = names().find(|n| n.split('-').any(|part| part == name) || n.replace('-', "_") == name);
        }
        let hint = close.map_or("`vexc passes` lists them".to_string(), |c| format!("did you mean `{c}`?"));
        usage_error(format!("there is no pass `{name}`; {hint}"))
    })
}

fn selection(names: &[String]) -> Usage<Selection> {
    if names.is_empty() {
        return Ok(Selection::None);
    }
    if names.iter().any(|n| n == "all") {
        return Ok(Selection::All);
    }
    names.iter().map(|n| pass_named(n)).collect::<Usage<Vec<_>>>().map(Selection::Some)
}

/// The runner's part, and where to stop.
fn passes_config(flags: &cli::Passes, root: &str, only: Option<&[String]>) -> Usage<(Config, Option<usize>)> {
    let one = |name: &Option<String>| name.as_deref().map(pass_named).transpose();
    let mut config = Config {
        dump_before: selection(&flags.dump_before)?,
        dump_after: selection(&flags.dump_after)?,
        dump_changed: flags.dump_changed,
        start_after: one(&flags.start_after)?,
        time_passes: flags.time_passes.is_some(),
        memory: flags.time_passes.map(|_| memory::asked as fn() -> u64),
        // What people write may be broken in ways that what passes make is not.
        verify_each: cfg!(debug_assertions) || flags.verify_each || flags.start_after.is_some() || only.is_some(),
        bisect_limit: flags.bisect_limit,
        threads: std::thread::available_parallelism().map_or(1, |threads| threads.get()),
        ..Config::default()
    };
    let mut stop = one(&flags.stop_after)?;
    dumps_can_come(&config, stop)?;
    if config.start_after == Some(llvm_pass()) {
        return Err(usage_error("nothing comes behind `llvm-emit`: give its LLVM IR to Clang"));
    }
    if let (Some(start), Some(stop)) = (config.start_after, stop)
        && stop <= start
    {
        let (start, stop) = (PASSES[start].name, PASSES[stop].name);
        return Err(usage_error(format!("`--stop-after={stop}` comes before `--start-after={start}`")));
    }
    if let Some(names) = only {
        let listed = names.iter().map(|n| pass_named(n)).collect::<Usage<Vec<_>>>()?;
        if let Some(pair) = listed.windows(2).find(|w| w[0] >= w[1]) {
            let (first, second) = (PASSES[pair[0]].name, PASSES[pair[1]].name);
            return Err(usage_error(format!(
                "`{second}` comes before `{first}` in the pipeline: name passes in its order"
            )));
        }
        let (first, last) = (listed.first().copied().unwrap_or(0), listed.last().copied().unwrap_or(0));
        if last == llvm_pass() {
            return Err(usage_error("`llvm-emit` does not give text of ours: use `--emit-llvm`"));
        }
        if extension(root) == "flow" && config.start_after.is_none() {
            config.start_after = first.checked_sub(1);
        }
        config.only = Some(listed);
        config.dump_after = Selection::Some(vec![last]);
        stop = Some(last);
    }
    let resumes_flow = config.start_after.is_some_and(|p| PASSES[p].to_ir == IrKind::Flow);
    if extension(root) == "flow" && !resumes_flow {
        let first = PASSES.iter().find(|p| p.to_ir == IrKind::Flow).map_or("", |p| p.name);
        return Err(usage_error(format!(
            "`{root}` is Flow text: say with `--start-after` which pass it comes from, `{first}` or a later one"
        )));
    }
    Ok((config, stop))
}

/// Whether each pass that is to be dumped runs: what prints nothing is a mistake.
fn dumps_can_come(config: &Config, stop: Option<usize>) -> Usage<()> {
    for (selection, flag) in [(&config.dump_before, "--dump-before"), (&config.dump_after, "--dump-after")] {
        let Selection::Some(passes) = selection else { continue };
        for &pass in passes {
            let bound = match (config.start_after, stop) {
                (Some(start), _) if pass <= start => format!("--start-after={}", PASSES[start].name),
                (_, Some(stop)) if pass > stop => format!("--stop-after={}", PASSES[stop].name),
                _ => continue,
            };
            let pass = PASSES[pass].name;
            return Err(usage_error(format!("`{flag}={pass}` prints nothing: with `{bound}`, `{pass}` does not run")));
        }
    }
    Ok(())
}

/// The last pass that is dumped.
fn last_dump(flags: &cli::Passes, config: &Config) -> usize {
    let last = |s: &Selection| match s {
        Selection::None => 0,
        Selection::All => llvm_pass(),
        Selection::Some(list) => list.iter().copied().max().unwrap_or(0),
    };
    if flags.dump_changed { llvm_pass() } else { last(&config.dump_before).max(last(&config.dump_after)) }
}

fn dump_headings(flags: &cli::Passes, config: &Config) -> bool {
    let count = |s: &Selection| match s {
        Selection::None => 0,
        Selection::All => 2,
        Selection::Some(list) => list.len(),
    };
    flags.dump_changed || count(&config.dump_before) + count(&config.dump_after) > 1
}

/// What is written where.
fn outputs(flags: &cli::Output, root: &str, crate_type: CrateType, target: &Target) -> Usage<Vec<Output>> {
    let mut kinds: Vec<(Kind, Option<String>)> = Vec::new();
    let llvm = if flags.object { Kind::LlvmBc } else { Kind::LlvmIr };
    let llvm = flags.emit_llvm.then_some(llvm);
    let short = llvm.or(flags.assembly.then_some(Kind::Asm)).or(flags.object.then_some(Kind::Obj));
    kinds.extend(short.map(|k| (k, None)));
    for spec in &flags.emit {
        let (name, path) = spec.split_once('=').map_or((spec.as_str(), None), |(n, p)| (n, Some(p.to_string())));
        let kind = kind_named(name)?;
        kinds.retain(|(k, _)| *k != kind);
        kinds.push((kind, path));
    }
    if kinds.is_empty() {
        kinds.push((Kind::Link, None));
    }
    let several = kinds.iter().filter(|(_, path)| path.is_none()).count() > 1;
    let stem = stem(root);
    let place = |kind: Kind| match flags.output.as_deref() {
        Some("-") => Dest::Stdout,
        Some(path) if several && kind != Kind::Link => Dest::File(paths::path(path).with_extension(ending(kind))),
        Some(path) => Dest::File(paths::path(path)),
        None if kind == Kind::Link => Dest::File(paths::path(&link_name(&stem, crate_type, target))),
        None => Dest::File(paths::path(&format!("{stem}.{}", ending(kind)))),
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

fn kind_named(name: &str) -> Usage<Kind> {
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

pub fn ending(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, k, _)| *k == kind).map_or("", |(.., e)| e)
}

/// What becomes of a C source where nothing is linked.
pub fn c_output(source: &Path, kind: Kind) -> PathBuf {
    paths::path(&format!("{}.{}", stem(&paths::text(source.as_os_str())), ending(kind)))
}

/// No output replaces an input, however it is spelt, or another output.
fn check_outputs(outputs: &[Output], files: &Files, links_none: bool) -> Usage<()> {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let roots = files.roots.iter().filter(|root| *root != "-").map(|root| paths::path(root));
    let inputs: Vec<PathBuf> = roots.chain(files.c_sources.iter().chain(&files.objects).cloned()).collect();
    let mut made: Vec<PathBuf> = Vec::new();
    for output in outputs {
        if let Dest::File(path) = &output.dest {
            made.push(path.clone());
        }
        let of_c = files.c_sources.iter().filter(|source| links_none && tools::makes(source, output.kind));
        made.extend(of_c.map(|source| c_output(source, output.kind)));
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

/// The name of a file without directory and ending.
pub fn stem(root: &str) -> String {
    if root == "-" {
        return "vex_out".into();
    }
    Path::new(root).file_stem().map_or("vex_out".into(), |s| s.to_string_lossy().into_owned())
}

fn link_name(stem: &str, crate_type: CrateType, target: &Target) -> String {
    match crate_type {
        CrateType::Bin => format!("{stem}{}", target.exe_suffix),
        CrateType::Dylib => target.dylib(stem),
        CrateType::Staticlib => target.staticlib(stem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cfg_specs() {
        assert_eq!(cfg_spec("fast").unwrap(), ("fast".into(), None));
        assert_eq!(cfg_spec("k=\"a b\"").unwrap(), ("k".into(), Some("a b".into())));
        assert_eq!(cfg_spec("k=v").unwrap(), ("k".into(), Some("v".into())));
        assert!(cfg_spec("1x").is_err());
        assert!(cfg_spec("a-b").is_err());
    }
}
