//! LLVM's messages: LLVM itself prints none of them.
//!
//! There are three ways. Diagnostics of a context ([`Messages`]) are collected and told with the result of whatever was
//! being done. A fatal error ends the process; the driver says how ([`on_fatal`]). Errors that functions return are
//! [`BackendError`](crate::BackendError)s where they are called.

use inkwell::context::Context;
use inkwell::llvm_sys::LLVMDiagnosticSeverity;
use inkwell::llvm_sys::core::{
    LLVMContextSetDiagnosticHandler, LLVMDisposeMessage, LLVMGetDiagInfoDescription, LLVMGetDiagInfoSeverity,
};
use inkwell::llvm_sys::prelude::LLVMDiagnosticInfoRef;
use std::ffi::{CStr, c_char, c_void};
use std::sync::{Mutex, Once, OnceLock};

/// A diagnostic of LLVM's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// Whether there is no result, or none that may be used.
    pub is_error: bool,
    /// Its words, without a place that LLVM does not know.
    pub text: String,
    /// The linker's name of the function that it is about, if LLVM says so.
    pub function: Option<String>,
}

impl Message {
    fn new(is_error: bool, text: &str) -> Message {
        // LLVM writes this for places in code without debug information.
        let text = text.strip_prefix("<unknown>:0:0: ").or(text.strip_prefix("<unknown>:0: ")).unwrap_or(text);
        let function = text.split_once("in function '").and_then(|(_, rest)| rest.split_once('\''));
        Message { is_error, text: text.trim_end().into(), function: function.map(|(name, _)| name.into()) }
    }
}

impl Message {
    /// The size of a stack frame, where the message is that it is too large: code was generated that does not work.
    pub fn frame_size(&self) -> Option<u64> {
        // `DiagnosticInfoStackSize` (llvm/IR/DiagnosticInfo.h); without an attribute, the limit is that of the frame's layout.
        self.text.strip_prefix("stack frame size (")?.split(')').next()?.parse().ok()
    }
}

/// Collects the diagnostics of a context.
#[derive(Default)]
pub(crate) struct Messages {
    /// On the heap: the context has its address.
    list: Box<Mutex<Vec<Message>>>,
}

impl Messages {
    /// Has the context tell its diagnostics here from now on. Whatever else has set a handler in between needs this again.
    ///
    /// `self` must not be dropped before the context.
    pub(crate) fn listen(&self, context: &Context) {
        let list: *const Mutex<Vec<Message>> = &*self.list;
        // SAFETY: the context is alive, and by the caller's promise not longer so than the list.
        unsafe { LLVMContextSetDiagnosticHandler(context.raw(), Some(note), list.cast_mut().cast()) }
    }

    /// What was said since the last time.
    pub(crate) fn take(&self) -> Vec<Message> {
        self.list.lock().map(|mut list| std::mem::take(&mut *list)).unwrap_or_default()
    }
}

extern "C" fn note(info: LLVMDiagnosticInfoRef, to: *mut c_void) {
    // SAFETY: `info` is alive during the call; the description is disposed once; `to` is the list of `listen`.
    unsafe {
        let is_error = match LLVMGetDiagInfoSeverity(info) {
            LLVMDiagnosticSeverity::LLVMDSError => true,
            LLVMDiagnosticSeverity::LLVMDSWarning => false,
            // Remarks were not requested; notes belong to a diagnostic that is reported on its own.
            LLVMDiagnosticSeverity::LLVMDSRemark | LLVMDiagnosticSeverity::LLVMDSNote => return,
        };
        let text = LLVMGetDiagInfoDescription(info);
        let message = Message::new(is_error, &CStr::from_ptr(text).to_string_lossy());
        LLVMDisposeMessage(text);
        if let Ok(mut list) = (*to.cast::<Mutex<Vec<Message>>>()).lock()
            && !list.contains(&message)
        {
            list.push(message);
        }
    }
}

/// A fatal error of LLVM's, after which nothing of it may be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fatal {
    /// The program, or what the command line asks for, cannot be compiled.
    User(String),
    /// LLVM found an internal inconsistency.
    Internal(String),
    /// Out of memory: the handler must not allocate.
    Memory,
}

type Handler = fn(Fatal) -> !;

/// Sets the function that ends the process on a fatal error of LLVM's, called on the thread LLVM worked on. Only the first call counts.
pub fn on_fatal(handler: Handler) {
    static INSTALLED: Once = Once::new();
    // `llvm::install_fatal_error_handler` and its relatives (llvm/Support/ErrorHandling.h), by the names that the Itanium C++
    // ABI gives them: the C interface has neither the flag that distinguishes users' mistakes from internal errors, nor the one
    // for memory.
    #[cfg(not(target_env = "msvc"))]
    INSTALLED.call_once(|| {
        type Raw = extern "C" fn(*mut c_void, *const c_char, bool);
        unsafe extern "C" {
            #[link_name = "_ZN4llvm27install_fatal_error_handlerEPFvPvPKcbES0_"]
            fn install_fatal_error_handler(handler: Raw, data: *mut c_void);
            #[link_name = "_ZN4llvm31install_bad_alloc_error_handlerEPFvPvPKcbES0_"]
            fn install_bad_alloc_error_handler(handler: Raw, data: *mut c_void);
        }
        static HANDLER: OnceLock<Handler> = OnceLock::new();
        extern "C" fn no_memory() {
            if let Some(handler) = HANDLER.get() {
                handler(Fatal::Memory)
            }
        }
        HANDLER.get_or_init(|| handler);
        let handler = handler as *mut c_void;
        // SAFETY: the types are those of the declarations in C++; the data is what the handlers expect.
        unsafe {
            install_fatal_error_handler(ended, handler);
            install_bad_alloc_error_handler(out_of_memory, handler);
        }
        set_new_handler(Some(no_memory));
    });
    #[cfg(target_env = "msvc")]
    INSTALLED.call_once(|| drop(handler));
}

/// Leaves C++'s allocation as it was found, for a program that is executed in this process: it may have a library in C++ that
/// catches `std::bad_alloc`.
pub(crate) fn forget_memory() {
    #[cfg(not(target_env = "msvc"))]
    set_new_handler(None);
}

/// C++'s `std::set_new_handler` ([new.handler]).
#[cfg(not(target_env = "msvc"))]
fn set_new_handler(handler: Option<extern "C" fn()>) {
    unsafe extern "C" {
        #[link_name = "_ZSt15set_new_handlerPFvvE"]
        fn set(handler: Option<extern "C" fn()>) -> Option<extern "C" fn()>;
    }
    // SAFETY: the function has no other condition; the handler, if there is one, never returns.
    unsafe { set(handler) };
}

#[cfg(not(target_env = "msvc"))]
extern "C" fn ended(handler: *mut c_void, reason: *const c_char, is_internal: bool) {
    // SAFETY: `handler` is the function of `on_fatal`; the reason is a C string.
    let (handler, reason) =
        unsafe { (std::mem::transmute::<*mut c_void, Handler>(handler), CStr::from_ptr(reason).to_string_lossy()) };
    let reason = Message::new(true, &reason).text;
    handler(if is_internal { Fatal::Internal(reason) } else { Fatal::User(reason) })
}

#[cfg(not(target_env = "msvc"))]
extern "C" fn out_of_memory(handler: *mut c_void, _: *const c_char, _: bool) {
    // SAFETY: as above.
    let handler = unsafe { std::mem::transmute::<*mut c_void, Handler>(handler) };
    handler(Fatal::Memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both kinds, each in a process of its own.
    #[test]
    fn fatal_errors_reach_the_handler() {
        use inkwell::llvm_sys::core::LLVMContextCreate;
        const MODE: &str = "VEX_TEST_FATAL";
        fn told(why: Fatal) -> ! {
            std::process::exit(match why {
                Fatal::User(_) => 41,
                Fatal::Internal(why) if why == "Frame offsets outside of the signed 32-bit range not supported" => 42,
                Fatal::Internal(_) => 43,
                Fatal::Memory => 44,
            })
        }
        match std::env::var(MODE).as_deref() {
            Ok("frame") => {
                on_fatal(told);
                let target = vex_ir::target::Target::parse("riscv64gc-unknown-linux-gnu").unwrap();
                let session = crate::Session::new(&target, crate::Options::default()).unwrap();
                let text = c"declare void @g(ptr, ptr)
                    define void @f() {
                      %a = alloca [3000000000 x i8]
                      %b = alloca [3000000000 x i8]
                      call void @g(ptr %a, ptr %b)
                      ret void
                    }";
                let buffer = inkwell::memory_buffer::MemoryBuffer::create_from_memory_range_copy(text.to_bytes(), "f");
                let module = session.context.create_module_from_ir(buffer).unwrap();
                let _ = session.machine.write_to_memory_buffer(&module, inkwell::targets::FileType::Object);
            }
            #[cfg(target_os = "linux")]
            Ok("memory") => {
                on_fatal(told);
                let limit = libc::rlimit { rlim_cur: 1 << 28, rlim_max: 1 << 28 };
                // SAFETY: the limit is a structure of the system's, and contexts are never used.
                unsafe {
                    libc::setrlimit(libc::RLIMIT_AS, &limit);
                    loop {
                        LLVMContextCreate();
                    }
                }
            }
            Ok(_) => {}
            Err(_) => {
                for (mode, status) in [("frame", 42), ("memory", 44)] {
                    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
                    command.args(["--exact", "diagnostics::tests::fatal_errors_reach_the_handler"]).env(MODE, mode);
                    let done = command.output().unwrap();
                    assert_eq!(done.status.code(), Some(status), "{mode}: {done:?}");
                    let said = String::from_utf8_lossy(&done.stderr);
                    assert!(!said.contains("LLVM"), "{said}");
                }
            }
        }
    }

    #[test]
    fn unknown_places_are_left_out() {
        let text = "<unknown>:0:0: stack frame size (8) exceeds limit (4) in function 'vex.main'\n";
        let message = Message::new(false, text);
        assert_eq!(message.text, "stack frame size (8) exceeds limit (4) in function 'vex.main'");
        assert_eq!(message.function.as_deref(), Some("vex.main"));
        assert_eq!(Message::new(true, "a.c:1:2: no").text, "a.c:1:2: no");
    }
}
