//! What this process was started with, so that a program that is executed in it finds what an executable would: Rust's
//! runtime is never started (see `main`), which would ignore `SIGPIPE`, handle `SIGSEGV` on a stack of its own and open
//! what is closed.

use std::ffi::{OsString, c_char, c_int};
use std::io::Write;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Exit status: the program has errors.
pub const ERRORS: i32 = 1;
/// Exit status: an internal error, `EX_SOFTWARE` of `sysexits.h`.
pub const INTERNAL: i32 = 70;

static WORDS: OnceLock<Vec<OsString>> = OnceLock::new();

/// Standard input, output and error: whether they were closed.
static CLOSED: [AtomicBool; 3] = [const { AtomicBool::new(false) }; 3];

/// To be called first, with the arguments of C's `main`.
///
/// # Safety
///
/// `argv` leads to `argc` C strings that are never freed.
pub unsafe fn start(argc: c_int, argv: *const *const c_char) {
    // SAFETY: as above.
    let _ = WORDS.set(unsafe { read_words(argc, argv) });
    stand_in();
}

/// Ends the process at once, without the destructors of LLVM's options and of the allocator: nothing of theirs outlives it. Other
/// threads may work, and LLVM may be in the middle of something.
pub fn leave(status: i32) -> ! {
    let _ = std::io::stdout().flush();
    #[cfg(unix)]
    // SAFETY: it may be called at any time, from any thread.
    unsafe {
        libc::_exit(status)
    }
    #[cfg(not(unix))]
    std::process::exit(status)
}

/// The command line, the name of `vexc` first.
pub fn words() -> &'static [OsString] {
    WORDS.get_or_init(|| std::env::args_os().collect())
}

#[cfg(unix)]
unsafe fn read_words(argc: c_int, argv: *const *const c_char) -> Vec<OsString> {
    use std::ffi::CStr;
    use std::os::unix::ffi::OsStringExt;
    let count = usize::try_from(argc).unwrap_or(0);
    // SAFETY: the caller's promise.
    (0..count).map(|i| OsString::from_vec(unsafe { CStr::from_ptr(*argv.add(i)) }.to_bytes().to_vec())).collect()
}

/// The system has them in Unicode.
#[cfg(not(unix))]
unsafe fn read_words(_: c_int, _: *const *const c_char) -> Vec<OsString> {
    std::env::args_os().collect()
}

/// Puts `/dev/null` where a standard stream is closed: a file that is opened later must not become standard output. It is
/// gone again in every process that takes the place of this one.
#[cfg(unix)]
fn stand_in() {
    for (fd, closed) in (0..).zip(&CLOSED) {
        // SAFETY: neither call touches the program's memory. As the lower numbers are taken, the file gets this one.
        unsafe {
            if libc::fcntl(fd, libc::F_GETFD) < 0
                && libc::open(c"/dev/null".as_ptr(), libc::O_RDWR | libc::O_CLOEXEC) == fd
            {
                closed.store(true, Relaxed);
            }
        }
    }
}

#[cfg(not(unix))]
fn stand_in() {}

/// Whether standard output was closed, so that what is printed is lost.
pub fn no_stdout() -> bool {
    CLOSED[1].load(Relaxed)
}

/// The status flags of floating-point arithmetic (C11 7.6): `FE_ALL_EXCEPT` of the C library.
#[cfg(unix)]
const FLOAT_FLAGS: c_int = if cfg!(any(target_arch = "x86_64", target_arch = "x86")) { 0x3d } else { 0x1f };

/// Flags that constructors of the program's libraries have raised.
#[cfg(unix)]
static FLOATS: std::sync::atomic::AtomicI32 = std::sync::atomic::AtomicI32::new(0);

#[cfg(unix)]
#[link(name = "m")]
unsafe extern "C" {
    fn feclearexcept(which: c_int) -> c_int;
    fn fetestexcept(which: c_int) -> c_int;
}

/// Runs `f`, which may execute code of the program (constructors), with the floating-point flags that an executable would have
/// before `main`: none raised. The flags that `f` raises are kept for the program; those that `vexc` raises are not.
#[cfg(unix)]
pub fn with_own_floats<R>(f: impl FnOnce() -> R) -> R {
    // SAFETY: neither function touches the program's memory.
    unsafe { feclearexcept(FLOAT_FLAGS) };
    let result = f();
    // SAFETY: as above.
    FLOATS.store(unsafe { fetestexcept(FLOAT_FLAGS) }, Relaxed);
    result
}

#[cfg(not(unix))]
pub fn with_own_floats<R>(f: impl FnOnce() -> R) -> R {
    f()
}

/// Leaves the process as it was found, for a program that is executed in it now.
#[cfg(unix)]
pub fn give_back() {
    // SAFETY: it touches no memory of the program's.
    unsafe { feclearexcept(FLOAT_FLAGS & !FLOATS.load(Relaxed)) };
    for (fd, closed) in (0..).zip(&CLOSED) {
        if closed.swap(false, Relaxed) {
            // SAFETY: this process owns the descriptor.
            unsafe { libc::close(fd) };
        }
    }
    clear_errno();
}

#[cfg(not(unix))]
pub fn give_back() {}

/// C11 7.5 paragraph 3: `errno` is zero when a program starts.
#[cfg(unix)]
fn clear_errno() {
    #[cfg(any(target_os = "linux", target_os = "dragonfly"))]
    // SAFETY: the C library gives the address of this thread's.
    unsafe {
        *libc::__errno_location() = 0;
    }
    #[cfg(any(target_vendor = "apple", target_os = "freebsd"))]
    // SAFETY: as above.
    unsafe {
        *libc::__error() = 0;
    }
}
