//! Signals that end the process while files are in the making or another tool works for it: the tool ends too, what was
//! begun is removed, and only then the signal has its way.

use std::io;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering::SeqCst};

/// The tool that is running, 0 if there is none. It leads a group of processes, all those that it starts.
static TOOL: AtomicI32 = AtomicI32::new(0);
/// The signal that came, 0 if none did.
static CAME: AtomicI32 = AtomicI32::new(0);
/// How many [`Held`] there are.
static HOLDERS: AtomicU32 = AtomicU32::new(0);

/// Runs a command to its end and keeps what it says.
pub fn output(command: &mut Command) -> io::Result<Output> {
    let held = Held::new();
    own_group(command);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    TOOL.store(i32::try_from(child.id()).unwrap_or(0), SeqCst);
    // One may have come before there was a process to pass it on to.
    held.pass_on();
    let output = child.wait_with_output();
    TOOL.store(0, SeqCst);
    output
}

/// Whether the process is to end.
pub fn came() -> bool {
    CAME.load(SeqCst) != 0
}

/// While one lives, signals that would end the process wait. With the last one they have their way.
pub struct Held(());

impl Drop for Held {
    fn drop(&mut self) {
        if HOLDERS.fetch_sub(1, SeqCst) == 1 {
            handlers::remove();
            end();
        }
    }
}

impl Held {
    pub fn new() -> Held {
        if HOLDERS.fetch_add(1, SeqCst) == 0 {
            handlers::install();
        }
        Held(())
    }

    fn pass_on(&self) {
        if came() {
            handlers::tell(CAME.load(SeqCst));
        }
    }
}

/// What a tool starts is to end with it, and its name must not have been given to another process.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

/// Ends the process as the signal that came does.
#[cfg(unix)]
pub fn end() {
    let signal = CAME.load(SeqCst);
    if signal != 0 {
        // SAFETY: the default action of a signal is always a valid one.
        unsafe {
            libc::signal(signal, libc::SIG_DFL);
            libc::raise(signal);
        }
    }
}

#[cfg(not(unix))]
pub fn end() {}

#[cfg(unix)]
mod handlers {
    use super::{CAME, SeqCst, TOOL};
    use std::sync::Mutex;

    /// What ends a process by default and can be waited for. `SIGXFSZ` (a file is larger than `ulimit -f` allows) is among
    /// them for another reason: where it does not end the process, the write fails, and the error says why.
    const ENDING: [libc::c_int; 10] = [
        libc::SIGHUP,
        libc::SIGINT,
        libc::SIGQUIT,
        libc::SIGPIPE,
        libc::SIGALRM,
        libc::SIGTERM,
        libc::SIGUSR1,
        libc::SIGUSR2,
        libc::SIGXCPU,
        libc::SIGXFSZ,
    ];

    /// The actions before.
    static BEFORE: Mutex<[libc::sighandler_t; ENDING.len()]> = Mutex::new([libc::SIG_DFL; ENDING.len()]);

    pub fn install() {
        let handler = note as extern "C" fn(libc::c_int) as libc::sighandler_t;
        // SAFETY: the handler does what handlers may.
        let before = ENDING.map(|signal| unsafe { libc::signal(signal, handler) });
        for (signal, before) in ENDING.into_iter().zip(before) {
            if before == libc::SIG_IGN {
                // The parent process, `nohup` say, wants it ignored.
                // SAFETY: ignoring is always a valid action.
                unsafe { libc::signal(signal, libc::SIG_IGN) };
            }
        }
        if let Ok(mut kept) = BEFORE.lock() {
            *kept = before;
        }
    }

    pub fn remove() {
        let Ok(before) = BEFORE.lock() else { return };
        for (signal, before) in ENDING.into_iter().zip(*before) {
            // SAFETY: it was the action before.
            unsafe { libc::signal(signal, before) };
        }
    }

    extern "C" fn note(signal: libc::c_int) {
        if signal == libc::SIGXFSZ {
            return;
        }
        let again = CAME.swap(signal, SeqCst) != 0;
        // The second signal ends what ignored the first.
        tell(if again { libc::SIGKILL } else { signal });
    }

    /// Tells the tool and what it has started. May be called by a handler.
    pub fn tell(signal: libc::c_int) {
        let tool = TOOL.load(SeqCst);
        // All of the group end by this one and clean up; shells have what they start in the background ignore others.
        let signal = if signal == libc::SIGKILL { signal } else { libc::SIGTERM };
        if tool > 0 {
            // SAFETY: the tool has not been waited for yet, so that the number is its group's.
            unsafe { libc::kill(-tool, signal) };
        }
    }
}

#[cfg(not(unix))]
mod handlers {
    pub fn install() {}

    pub fn remove() {}

    pub fn tell(_: i32) {}
}
