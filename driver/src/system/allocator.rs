//! The allocator: it can count how much memory is asked for, and it ends the process where there is no more.

use crate::system::{process, scratch, streams};
use mimalloc::MiMalloc;
use std::alloc::{GlobalAlloc, Layout};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// Passes allocate many small lists and free them together: a quarter of the time before LLVM with the system's allocator.
pub struct Allocator;

static COUNTS: AtomicBool = AtomicBool::new(false);
static ASKED: AtomicU64 = AtomicU64::new(0);

/// From now on, counts.
pub fn count() {
    COUNTS.store(true, Relaxed);
}

/// The bytes that were asked for since [`count`], those included that were given back.
pub fn asked() -> u64 {
    ASKED.load(Relaxed)
}

/// Gives the system back what is free, as far as whole pages are: what runs next has an allocator of its own.
pub fn give_back() {
    // SAFETY: it may be called at any time, from any thread.
    unsafe { libmimalloc_sys::mi_collect(true) }
}

/// Prints what happened and ends the process. Any allocation here may fail like the one before.
pub extern "C" fn out_of_memory() -> ! {
    static ENDING: AtomicBool = AtomicBool::new(false);
    if !ENDING.swap(true, Relaxed) {
        let text = "error: out of memory: the system, or a limit such as `ulimit -v`, gives vexc no more\n";
        streams::eprint(text);
        scratch::abandon();
    }
    // SAFETY: it ends the process, without what has been registered for its end and would need memory.
    unsafe { libc::_exit(process::INTERNAL) }
}

/// What an allocator gave, if it gave anything.
fn given(place: *mut u8) -> *mut u8 {
    if place.is_null() {
        out_of_memory();
    }
    place
}

/// The address space that the process may take, in bytes.
#[cfg(unix)]
pub fn address_space() -> usize {
    let mut limit = libc::rlimit { rlim_cur: libc::RLIM_INFINITY, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: `limit` is a structure of the system's; where there is no answer, it stays as it is.
    unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) };
    usize::try_from(limit.rlim_cur).unwrap_or(usize::MAX)
}

#[cfg(not(unix))]
pub fn address_space() -> usize {
    usize::MAX
}

fn note(bytes: usize) {
    if COUNTS.load(Relaxed) {
        ASKED.fetch_add(bytes as u64, Relaxed);
    }
}

// SAFETY: each call is handed on as it is.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: the caller keeps its promise to the allocator behind this one.
        given(unsafe { MiMalloc.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: as above.
        given(unsafe { MiMalloc.alloc_zeroed(layout) })
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { MiMalloc.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(size.saturating_sub(layout.size()));
        // SAFETY: as above.
        given(unsafe { MiMalloc.realloc(place, layout, size) })
    }
}
