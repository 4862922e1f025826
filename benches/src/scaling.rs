//! How compile time and memory grow with the program, beside `clang-19 -O0 -c` on the C twin.
//!
//! `cargo run --release -p vex-benches --bin scaling -- VEXC [LINES…]`

use std::io::Write;
use std::path::Path;
use std::process::Command;
use vex_benches::corpus;

/// What a process took: seconds of CPU in user and kernel mode, and the most memory, in MiB.
struct Usage {
    cpu: f64,
    memory: f64,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let vexc = args.next().unwrap_or_else(|| "target/release/vexc".to_string());
    let mut sizes: Vec<usize> = args.filter_map(|a| a.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000, 100_000, 1_000_000];
    }
    let dir = tempfile::tempdir().expect("a temporary directory");
    println!(
        "{:>9} | {:>9} {:>9} {:>8} | {:>9} {:>8} | {:>6} {:>10}",
        "lines", "check s", "vexc s", "MiB", "clang s", "MiB", "ratio", "lines/s"
    );
    for lines in sizes {
        row(dir.path(), &vexc, lines);
    }
}

/// Measures one size, each command three times, and keeps the least.
fn row(dir: &Path, vexc: &str, lines: usize) {
    let corpus = corpus::generate(lines);
    let (vex, c, out) = (dir.join("corpus.vx"), dir.join("corpus.c"), dir.join("corpus.o"));
    std::fs::write(&vex, &corpus.vex).expect("writable");
    std::fs::write(&c, &corpus.c).expect("writable");
    let rounds = if lines > 200_000 { 1 } else { 3 };
    let check = least(rounds, || Command::new(vexc).arg("check").arg(&vex).spawn());
    let whole = least(rounds, || {
        Command::new(vexc).args(["-O0", "-c", "--target-cpu=generic"]).arg(&vex).arg("-o").arg(&out).spawn()
    });
    let clang =
        least(rounds, || Command::new("clang-19").args(["-w", "-O0", "-c"]).arg(&c).arg("-o").arg(&out).spawn());
    println!(
        "{:>9} | {:>9.3} {:>9.3} {:>8.0} | {:>9.3} {:>8.0} | {:>6.2} {:>10.0}",
        corpus.lines,
        check.cpu,
        whole.cpu,
        whole.memory,
        clang.cpu,
        clang.memory,
        whole.cpu / clang.cpu,
        corpus.lines as f64 / check.cpu
    );
    let _ = std::io::stdout().flush();
}

// The processes are waited for by wait4, which tells what they took.
#[allow(clippy::zombie_processes)]
fn least(rounds: usize, mut run: impl FnMut() -> std::io::Result<std::process::Child>) -> Usage {
    let mut best = Usage { cpu: f64::MAX, memory: f64::MAX };
    for _ in 0..rounds {
        let child = run().expect("the compiler starts");
        let usage = wait(child.id());
        best.cpu = best.cpu.min(usage.cpu);
        best.memory = best.memory.min(usage.memory);
    }
    best
}

/// Waits for a process and asks the kernel what it took (wait4(2)).
fn wait(pid: u32) -> Usage {
    let mut status = 0;
    // SAFETY: rusage is plain data for the kernel to fill, and the process is a child that nothing else waits for.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        assert_eq!(libc::wait4(pid as i32, &mut status, 0, &mut usage), pid as i32);
        usage
    };
    assert_eq!(status, 0, "the compiler failed");
    let seconds = |t: libc::timeval| t.tv_sec as f64 + t.tv_usec as f64 / 1e6;
    Usage { cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss as f64 / 1024.0 }
}
