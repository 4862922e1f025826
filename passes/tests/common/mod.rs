//! Running part of the pipeline on a text, as tests and benchmarks do.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use vex_frontend::Files;
use vex_ir::cx::{OptLevel, Options};
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::{Cx, Severity, flow};
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, Stop, position};

/// A text and the options its first line asks for.
pub struct Case {
    pub cx: Cx,
    name: String,
    text: String,
    is_flow: bool,
}

impl Case {
    pub fn new(path: &Path, text: &str) -> Case {
        let flags = text.lines().next().and_then(|l| l.strip_prefix("// flags:")).unwrap_or("");
        let (target, options) = parse_flags(flags);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let is_flow = path.extension().is_some_and(|e| e == "flow");
        Case { cx: Cx::new(target, options), name, text: text.to_string(), is_flow }
    }

    /// Runs the pipeline through `pass` and returns the dump after it.
    pub fn run(&mut self, pass: &str) -> Result<String, String> {
        let position = position(pass).ok_or_else(|| format!("there is no pass `{pass}`"))?;
        let config = Config {
            dump_after: Selection::Some(vec![position]),
            stop_after: Some(position),
            verify_each: true,
            ..Config::default()
        };
        let mut dumped = String::new();
        let mut sink = |dump: Dump| dumped = dump.text;
        let stop =
            if self.is_flow { self.run_flow(position, config, &mut sink) } else { self.run_tree(config, &mut sink) };
        match stop {
            Some(Stop::Broken { pass, violation }) => {
                let name = vex_passes::PASSES[pass].name;
                Err(format!("`{name}` broke its contract: {} at {:?}\n{dumped}", violation.what, violation.span))
            }
            Some(Stop::Errors | Stop::Asked) | None => Ok(dumped),
        }
    }

    fn run_tree(&mut self, config: Config, sink: &mut dyn FnMut(Dump)) -> Option<Stop> {
        let program = vex_frontend::parse_module(&mut self.cx, &self.name, &self.text);
        let style = DumpStyle { whole_program: true, spans: false };
        let mut runner = Runner::new(&config, style, sink);
        vex_passes::run(&mut runner, &mut self.cx, In::new(program)).err()
    }

    /// Flow text is what stands before the pass: everything earlier is left out.
    fn run_flow(&mut self, pass: usize, mut config: Config, sink: &mut dyn FnMut(Dump)) -> Option<Stop> {
        let program = match self.read() {
            Ok(program) => program,
            Err(error) => {
                self.cx.emit(*error);
                return Some(Stop::Errors);
            }
        };
        config.start_after = Some(pass - 1);
        let mut runner = Runner::new(&config, DumpStyle::default(), sink);
        vex_passes::run_flow(&mut runner, &mut self.cx, In::new(program)).err()
    }

    fn read(&mut self) -> Result<flow::Program, Box<vex_ir::Diagnostic>> {
        let added = self.cx.sources.add(self.name.clone(), self.text.as_str().into());
        let base = added.map(|i| self.cx.sources.files()[i].base).unwrap_or(0);
        let text = self.text.clone();
        flow::read::read(&mut self.cx, &text, base)
    }

    /// Flow text, read and printed.
    #[allow(dead_code)]
    pub fn reprint(&mut self) -> Result<String, String> {
        match self.read() {
            Ok(program) => Ok(flow::print::print(&self.cx, &program)),
            Err(error) => Err(format!("{}: {}", self.cx.snippet(error.primary.span), error.message)),
        }
    }
}

fn parse_flags(flags: &str) -> (Target, Options) {
    let mut options = Options::default();
    let mut triple = "x86_64-unknown-linux-gnu".to_string();
    for flag in flags.split_whitespace() {
        if let Some(value) = flag.strip_prefix("--target=") {
            triple = value.to_string();
        } else if let Some(value) = flag.strip_prefix("--cfg=") {
            let (name, text) =
                value.split_once('=').map_or((value, None), |(n, v)| (n, Some(v.trim_matches('"').to_string())));
            options.cfgs.push((name.to_string(), text));
        } else if let Some(value) = flag.strip_prefix("--feature=") {
            options.features.push(value.to_string());
        } else if let Some(value) = flag.strip_prefix("--overflow-checks=") {
            options.overflow_checks = Some(value == "on");
        } else {
            match flag {
                "-O0" => options.opt_level = OptLevel::O0,
                "-O1" => options.opt_level = OptLevel::O1,
                "-O2" => options.opt_level = OptLevel::O2,
                "-O3" => options.opt_level = OptLevel::O3,
                "-Os" => options.opt_level = OptLevel::Os,
                "-Oz" => options.opt_level = OptLevel::Oz,
                "--needs-main" => options.needs_main = true,
                "--test" => options.test = true,
                _ => panic!("unknown flag {flag}"),
            }
        }
    }
    (Target::parse(&triple).unwrap_or_else(|e| panic!("{triple}: {e:?}")), options)
}

/// Diagnostics as plain text: what matters of them, without the source lines.
#[allow(dead_code)]
pub fn render(cx: &Cx) -> String {
    let mut out = String::new();
    for d in cx.diags.list() {
        let severity = if d.severity == Severity::Error { "error" } else { "warning" };
        out.push_str(&format!("{severity}[{}]: {}\n", d.code.0, d.message));
        for (i, label) in std::iter::once(&d.primary).chain(&d.secondary).enumerate() {
            let at =
                cx.sources.location(label.span).map_or("?".to_string(), |(f, l)| format!("{f}:{}:{}", l.line, l.col));
            let text = cx.snippet(label.span).lines().next().unwrap_or("");
            let arrow = if i == 0 { "-->" } else { "..." };
            out.push_str(&format!("  {arrow} {at} `{text}`: {}\n", label.text));
        }
        d.notes.iter().for_each(|n| out.push_str(&format!("  note: {n}\n")));
        if let Some(s) = &d.suggestion {
            out.push_str(&format!("  help: {}: `{}`\n", s.message, s.replacement.trim_end()));
        }
    }
    out
}

/// Sources from the disk, the standard library from the repository.
pub struct Disk;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Some(text.into())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.to_string()),
        }
    }

    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        std::fs::read_to_string(root().join(path)).ok().map(Arc::from)
    }
}

/// The programs in a folder of the repository.
pub fn programs(dir: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root().join(dir)) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries.filter_map(|e| e.ok()).map(|e| e.path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "vx"));
    found.sort();
    found
}

/// Numbers that look random and are the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
