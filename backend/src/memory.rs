//! What LLVM does where there is no more memory. By itself it ends the process by `SIGABRT`, which looks like an internal error.
//!
//! LLVM's C interface has nothing for this, so functions of C++ are named here as the Itanium C++ ABI (section 5.1) has them:
//! plain functions of plain pointers, which that ABI passes as C does.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// Called where there is no more memory.
static HANDLER: OnceLock<extern "C" fn() -> !> = OnceLock::new();
/// Whether it still is.
static ON: AtomicBool = AtomicBool::new(false);

/// From now on, `handler` is called instead. Only the first call has an effect: LLVM takes one handler for the process.
pub fn handle_exhaustion(handler: extern "C" fn() -> !) {
    if HANDLER.set(handler).is_ok() {
        ON.store(true, Relaxed);
        #[cfg(not(target_env = "msvc"))]
        itanium::install();
    }
}

/// C++ is as it was found, for a program that is executed in this process.
pub fn leave_exhaustion() {
    ON.store(false, Relaxed);
}

#[cfg(not(target_env = "msvc"))]
mod itanium {
    use super::{HANDLER, ON, Relaxed};
    use std::ffi::{c_char, c_void};
    use std::ptr;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::{AcqRel, Acquire};

    /// C++'s `std::new_handler`.
    type NewHandler = Option<extern "C" fn()>;

    unsafe extern "C" {
        /// `llvm::install_bad_alloc_error_handler`, `llvm/Support/ErrorHandling.h`: what `malloc` by LLVM calls.
        #[link_name = "_ZN4llvm31install_bad_alloc_error_handlerEPFvPvPKcbES0_"]
        fn install_bad_alloc_error_handler(handler: extern "C" fn(*mut c_void, *const c_char, bool), data: *mut c_void);
    }

    pub fn install() {
        // SAFETY: the function has the type above, and the handler needs nothing.
        unsafe { install_bad_alloc_error_handler(in_llvm, ptr::null_mut()) };
    }

    /// What `std::set_new_handler` was told last: by nobody but a program that is executed here.
    static TOLD: AtomicUsize = AtomicUsize::new(0);

    /// `std::get_new_handler()`, C++17 21.6.3.4, by which `operator new` finds out what to call before it gives up. Of an
    /// executable, this definition goes before that of C++'s library, and before the weak one of mimalloc, which knows of no
    /// handler. Of an archive, what C++'s library has is one member with this function, the next and
    /// [`NOTHROW`]: it is not linked where all three are here.
    #[unsafe(export_name = "_ZSt15get_new_handlerv")]
    extern "C" fn get_new_handler() -> NewHandler {
        if ON.load(Relaxed) { Some(in_new) } else { handler_of(TOLD.load(Acquire)) }
    }

    /// `std::set_new_handler()`, C++17 21.6.3.3.
    #[unsafe(export_name = "_ZSt15set_new_handlerPFvvE")]
    extern "C" fn set_new_handler(new: NewHandler) -> NewHandler {
        handler_of(TOLD.swap(new.map_or(0, |f| f as usize), AcqRel))
    }

    /// `std::nothrow`, C++17 21.6.1: a value of an empty structure, which nothing reads.
    #[unsafe(export_name = "_ZSt7nothrow")]
    static NOTHROW: u8 = 0;

    /// What [`TOLD`] holds.
    fn handler_of(told: usize) -> NewHandler {
        // SAFETY: it is 0, which is `None` of a pointer to a function, or was such a pointer.
        unsafe { std::mem::transmute::<usize, NewHandler>(told) }
    }

    extern "C" fn in_new() {
        if let Some(handler) = HANDLER.get() {
            handler();
        }
    }

    extern "C" fn in_llvm(_: *mut c_void, _: *const c_char, _: bool) {
        in_new();
    }
}
