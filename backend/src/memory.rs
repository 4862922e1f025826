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

    /// `std::get_new_handler()`, C++17 21.6.3.4, by which `operator new` finds out what to call before it gives up. Of an
    /// executable, this definition goes before that of C++'s library. `std::set_new_handler` would do if mimalloc did not
    /// have a weak definition of this function, too, which knows of no handler.
    #[unsafe(export_name = "_ZSt15get_new_handlerv")]
    extern "C" fn get_new_handler() -> NewHandler {
        if ON.load(Relaxed) { Some(in_new) } else { of_the_library().and_then(|get| get()) }
    }

    /// What C++'s library itself would have said.
    fn of_the_library() -> Option<extern "C" fn() -> NewHandler> {
        // SAFETY: the name is a C string; what has this name in C++ has this type.
        unsafe {
            let next = libc::dlsym(libc::RTLD_NEXT, c"_ZSt15get_new_handlerv".as_ptr());
            std::mem::transmute::<*mut c_void, Option<extern "C" fn() -> NewHandler>>(next)
        }
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
