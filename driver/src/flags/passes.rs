//! Which passes run, and what is shown of them.

use crate::command_line::cli::{self, DumpModules, Usage, usage_error};
use crate::system::allocator;
use crate::system::files::Dest;
use crate::system::paths::extension;
use std::path::PathBuf;
use vex_ir::diag::closest;
use vex_ir::lang::IrKind;
use vex_passes::PASSES;
use vex_passes::runner::{Config, Selection, position};

/// Which passes run, and what is shown of them.
pub struct Passes {
    pub config: Config,
    pub dumps: Dumps,
}

/// How dumps are shown.
pub struct Dumps {
    /// The directory that they are written to, each to a file of its own.
    pub dir: Option<PathBuf>,
    /// Where they go without a directory.
    pub dest: Dest,
    /// Of all modules, not of the root alone.
    pub whole_program: bool,
    /// With source positions in Flow.
    pub spans: bool,
    /// More than one can come: each has a heading.
    pub headings: bool,
}

/// The position of `llvm-emit`, the last pass.
pub fn llvm_pass() -> usize {
    PASSES.len() - 1
}

/// The last pass whose result is Tree.
pub fn last_tree_pass() -> usize {
    PASSES.iter().rposition(|p| p.to_ir == IrKind::Tree).unwrap_or(0)
}

impl Passes {
    /// For a program; `only` are the passes of `vexc opt`.
    pub fn new(flags: &cli::Passes, root: &str, only: Option<&[String]>) -> Usage<Passes> {
        let config = config(flags, root, only)?;
        let dumps = Dumps {
            dir: flags.dump_dir.clone(),
            dest: Dest::Stdout,
            whole_program: flags.dump_modules == DumpModules::All,
            spans: flags.dump_spans,
            headings: dump_headings(flags, &config),
        };
        Ok(Passes { config, dumps })
    }

    /// Whether passes behind one that is named do not run.
    pub fn stops(&self) -> bool {
        self.config.stop_after.is_some()
    }

    /// Stops behind the last pass that is dumped, where some are and no pass to stop at is named.
    pub fn stop_at_dumps(&mut self, flags: &cli::Passes) {
        let dumps = flags.dump_changed || !flags.dump_before.is_empty() || !flags.dump_after.is_empty();
        if dumps && !self.stops() {
            self.config.stop_after = Some(last_dump(flags, &self.config));
        }
    }

    /// Whether the input is Flow text.
    pub fn start_at_flow(&self) -> bool {
        self.config.start_after.is_some_and(|p| PASSES[p].to_ir == IrKind::Flow)
    }
}

/// The position of a pass that the command line names.
pub fn pass_named(name: &str) -> Usage<usize> {
    position(name).ok_or_else(|| {
        let names = || PASSES.iter().map(|p| p.name);
        let mut close = closest(name, names());
        if close.is_none() {
            // A part of a pass's name is a likelier input than a misspelt whole.
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

/// What the runner is to do.
fn config(flags: &cli::Passes, root: &str, only: Option<&[String]>) -> Usage<Config> {
    let one = |name: &Option<String>| name.as_deref().map(pass_named).transpose();
    let mut config = Config {
        dump_before: selection(&flags.dump_before)?,
        dump_after: selection(&flags.dump_after)?,
        dump_changed: flags.dump_changed,
        start_after: one(&flags.start_after)?,
        time_passes: flags.time_passes.is_some(),
        memory: flags.time_passes.map(|_| allocator::asked as fn() -> u64),
        // Text that was written by hand may be broken in ways that the output of passes is not.
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
            return Err(usage_error("`llvm-emit` gives LLVM IR, not Flow text: use `--emit-llvm`"));
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
    config.stop_after = stop;
    Ok(config)
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
