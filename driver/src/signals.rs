//! Signals that end the process while another tool works for it: the tool ends too, what was begun is removed, and only
//! then the signal has its way.

use std::io;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

/// The tool that is running, 0 if there is none.
static TOOL: AtomicI32 = AtomicI32::new(0);
/// The signal that came, 0 if none did.
static CAME: AtomicI32 = AtomicI32::new(0);

/// What ends a process from outside.
#[cfg(unix)]
const ENDING: [libc::c_int; 3] = [libc::SIGHUP, libc::SIGINT, libc::SIGTERM];

/// Runs a command to its end and keeps what it says.
pub fn output(command: &mut Command) -> io::Result<Output> {
    let held = Held::new();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    TOOL.store(i32::try_from(child.id()).unwrap_or(0), SeqCst);
    // One may have come before there was somebody to tell.
    held.pass_on();
    let output = child.wait_with_output();
    TOOL.store(0, SeqCst);
    drop(held);
    output
}

/// Whether the process is to end.
pub fn came() -> bool {
    CAME.load(SeqCst) != 0
}

/// While it lives, signals wait.
#[cfg(unix)]
struct Held {
    before: [libc::sighandler_t; 3],
}

#[cfg(unix)]
impl Held {
    fn new() -> Held {
        let handler = note as extern "C" fn(libc::c_int) as libc::sighandler_t;
        // SAFETY: the handler does what handlers may.
        let before = ENDING.map(|signal| unsafe { libc::signal(signal, handler) });
        for (signal, before) in ENDING.into_iter().zip(before) {
            if before == libc::SIG_IGN {
                // Whoever started this, with `nohup` say, wants it ignored.
                // SAFETY: ignoring is always a valid action.
                unsafe { libc::signal(signal, libc::SIG_IGN) };
            }
        }
        Held { before }
    }

    fn pass_on(&self) {
        if came() {
            note(CAME.load(SeqCst));
        }
    }
}

#[cfg(unix)]
impl Drop for Held {
    fn drop(&mut self) {
        for (signal, before) in ENDING.into_iter().zip(self.before) {
            // SAFETY: it was the action before.
            unsafe { libc::signal(signal, before) };
        }
    }
}

#[cfg(unix)]
extern "C" fn note(signal: libc::c_int) {
    CAME.store(signal, SeqCst);
    let tool = TOOL.load(SeqCst);
    if tool > 0 {
        // SAFETY: a handler may do this; the tool has not been waited for yet, so that the number is its own.
        unsafe { libc::kill(tool, signal) };
    }
}

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
struct Held;

#[cfg(not(unix))]
impl Held {
    fn new() -> Held {
        Held
    }

    fn pass_on(&self) {}
}

#[cfg(not(unix))]
pub fn end() {}
