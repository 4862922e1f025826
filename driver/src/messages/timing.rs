//! How long everything took, for `--time-passes`.

use crate::command_line::cli::TimeFormat;
use crate::system::allocator;
use serde::Serialize;
use std::fmt::Write;
use std::time::{Duration, Instant};
use vex_passes::PASSES;
use vex_passes::runner::Timing;

/// One line of the table.
#[derive(Serialize)]
struct Row {
    pass: &'static str,
    time_ns: u64,
    nodes: Option<u64>,
    ns_per_node: Option<f64>,
    /// What was allocated, be it freed again or not. LLVM and other processes allocate without telling.
    bytes: Option<u64>,
}

#[derive(Serialize)]
struct Table<'a> {
    passes: &'a [Row],
    total_ns: u64,
    /// The most memory that the process had, in bytes.
    peak_bytes: u64,
}

/// The phase in which the program is read.
pub const LOAD: &str = "load";

pub struct Timings {
    start: Instant,
    rows: Vec<Row>,
}

impl Timings {
    pub fn new() -> Timings {
        Timings { start: Instant::now(), rows: Vec::new() }
    }

    /// Times a phase that is not a pass.
    pub fn phase<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let (start, allocated) = (Instant::now(), allocator::asked());
        let result = work();
        let time_ns = nanos(start.elapsed());
        let bytes = (name == LOAD).then(|| allocator::asked() - allocated);
        self.rows.push(Row { pass: name, time_ns, nodes: None, ns_per_node: None, bytes });
        result
    }

    /// Adds a phase that was timed elsewhere.
    pub fn add(&mut self, name: &'static str, time: Duration) {
        self.rows.push(Row { pass: name, time_ns: nanos(time), nodes: None, ns_per_node: None, bytes: None });
    }

    pub fn add_passes(&mut self, timings: &[Timing]) {
        self.rows.extend(timings.iter().map(|t| {
            let time_ns = nanos(t.time);
            let ns_per_node = (t.nodes > 0).then(|| time_ns as f64 / t.nodes as f64);
            Row { pass: PASSES[t.pass].name, time_ns, nodes: Some(t.nodes), ns_per_node, bytes: t.bytes }
        }));
    }

    pub fn show(&self, format: TimeFormat) -> String {
        let total_ns = nanos(self.start.elapsed());
        let table = Table { passes: &self.rows, total_ns, peak_bytes: peak_bytes() };
        match format {
            // Serialising numbers and texts cannot fail.
            TimeFormat::Json => serde_json::to_string(&table).unwrap_or_default() + "\n",
            TimeFormat::Table => human(&table),
        }
    }
}

fn human(table: &Table<'_>) -> String {
    let heads = ["pass", "time", "share", "nodes", "ns/node", "memory"];
    let [pass, time, share, nodes, each, bytes] = heads;
    let mut out = format!("{pass:<18} {time:>11} {share:>6} {nodes:>11} {each:>9} {bytes:>11}\n");
    let ms = |ns: u64| format!("{:.3} ms", ns as f64 / 1e6);
    for row in table.passes {
        let share = 100.0 * row.time_ns as f64 / table.total_ns.max(1) as f64;
        let nodes = row.nodes.map_or(String::new(), |n| n.to_string());
        let each = row.ns_per_node.map_or(String::new(), |n| format!("{n:.1}"));
        let bytes = row.bytes.map_or(String::new(), |n| format!("{:.3} MB", n as f64 / 1e6));
        let line = format!("{:<18} {:>11} {share:>5.1}% {nodes:>11} {each:>9} {bytes:>11}", row.pass, ms(row.time_ns));
        let _ = writeln!(out, "{}", line.trim_end());
    }
    let _ = writeln!(out, "{:<18} {:>11}", "total", ms(table.total_ns));
    let _ = writeln!(out, "{:<18} {:>8.1} MB", "peak memory", table.peak_bytes as f64 / 1e6);
    out
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(unix)]
fn peak_bytes() -> u64 {
    // SAFETY: `getrusage` fills the structure, of which every bit pattern is a value.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage
    };
    // Apple counts bytes, the others units of 1024.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    u64::try_from(usage.ru_maxrss).unwrap_or(0) * unit
}

#[cfg(not(unix))]
fn peak_bytes() -> u64 {
    0
}
