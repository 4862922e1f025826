//! Execution in memory: LLVM's ORC links the program's object, helper objects, archives and shared libraries, and calls
//! `main`.

use inkwell::llvm_sys::core::LLVMCreateMemoryBufferWithMemoryRangeCopy;
use inkwell::llvm_sys::error::{LLVMConsumeError, LLVMDisposeErrorMessage, LLVMErrorRef, LLVMGetErrorMessage};
use inkwell::llvm_sys::orc2::lljit::*;
use inkwell::llvm_sys::orc2::*;

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Mutex, mpsc};

unsafe extern "C" {
    /// Of `llvm-c/Orc.h`. In LLVM 19 header and source disagree about its parameters, so that it has the name C++ gives
    /// it.
    #[link_name = "_Z48LLVMOrcCreateStaticLibrarySearchGeneratorForPathPP32LLVMOrcOpaqueDefinitionGeneratorP24LLVMOrcOpaqueObjectLayerPKc"]
    fn LLVMOrcCreateStaticLibrarySearchGeneratorForPath(
        result: *mut LLVMOrcDefinitionGeneratorRef,
        layer: LLVMOrcObjectLayerRef,
        path: *const c_char,
    ) -> LLVMErrorRef;
}

/// What is executed, and with what.
#[derive(Default)]
pub struct Job {
    /// The program's objects: Vex's own, and those of C files given beside it.
    pub objects: Vec<Vec<u8>>,
    /// Archives, as paths: only what is needed of them is linked.
    pub archives: Vec<PathBuf>,
    /// Shared libraries, as paths or as names that the dynamic loader knows, in order.
    pub libraries: Vec<PathBuf>,
    /// The arguments of `main`; the first is the program's name.
    pub args: Vec<String>,
}

/// Why nothing was executed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JitError {
    /// Symbols that nothing defines.
    Missing(Vec<String>),
    /// A library that the dynamic loader refuses, and why.
    Library(PathBuf, String),
    /// LLVM's words for anything else.
    Llvm(String),
}

impl std::fmt::Display for JitError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            JitError::Missing(symbols) => write!(f, "undefined symbols: {}", symbols.join(", ")),
            JitError::Library(path, why) => write!(f, "cannot load `{}`: {why}", path.display()),
            JitError::Llvm(what) => f.write_str(what),
        }
    }
}

/// Links the job in this process and calls its `main`; the result is the exit status.
///
/// What `main` registered with `atexit` runs when this process exits, so the code stays in memory until then.
pub fn run(job: &Job) -> Result<i32, JitError> {
    for library in &job.libraries {
        load(library)?;
    }
    let jit = Jit::new()?;
    jit.add_process_symbols()?;
    for archive in &job.archives {
        jit.add_archive(archive)?;
    }
    for object in &job.objects {
        jit.add_object(object)?;
    }
    let main = jit.lookup(c"main")?;
    // SAFETY: `main` is a function of C's type: the program's own, or a helper's in C.
    let main: extern "C" fn(c_int, *const *const c_char) -> c_int =
        unsafe { std::mem::transmute(main as *const c_void) };
    let args: Vec<CString> = job.args.iter().map(|a| CString::new(a.as_bytes()).unwrap_or_default()).collect();
    let mut argv: Vec<*const c_char> = args.iter().map(|a| a.as_ptr()).collect();
    argv.push(ptr::null());
    let status = main(args.len() as c_int, argv.as_ptr());
    // SAFETY: a null pointer means every stream.
    unsafe { libc::fflush(ptr::null_mut()) };
    // Arguments may be kept by `atexit` handlers, code by anything.
    std::mem::forget((args, argv, jit));
    Ok(status)
}

/// Loads a shared library, its symbols visible to all that follow.
fn load(library: &Path) -> Result<(), JitError> {
    let name = CString::new(library.as_os_str().as_encoded_bytes()).unwrap_or_default();
    // SAFETY: the name is NUL-terminated. What a library does when it is loaded is the user's wish.
    unsafe {
        if !libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_GLOBAL).is_null() {
            return Ok(());
        }
        let why = libc::dlerror();
        let why = if why.is_null() { "unknown reason".into() } else { CStr::from_ptr(why).to_string_lossy() };
        Err(JitError::Library(library.to_path_buf(), why.into_owned()))
    }
}

struct Jit {
    raw: LLVMOrcLLJITRef,
    session: LLVMOrcExecutionSessionRef,
    /// Where the program is. Not LLJIT's own library: that one has an `atexit` that nobody would ever run.
    library: LLVMOrcJITDylibRef,
    /// What ORC reported, in order.
    reports: Box<Mutex<Vec<String>>>,
}

/// Takes an error of LLVM's.
fn check(error: LLVMErrorRef) -> Result<(), JitError> {
    if error.is_null() { Ok(()) } else { Err(JitError::Llvm(message(error))) }
}

fn message(error: LLVMErrorRef) -> String {
    // SAFETY: `error` is an error that nobody took yet; its message is disposed once.
    unsafe {
        let raw = LLVMGetErrorMessage(error);
        let text = CStr::from_ptr(raw).to_string_lossy().into_owned();
        LLVMDisposeErrorMessage(raw);
        text
    }
}

/// Collects what ORC would print.
extern "C" fn report(to: *mut c_void, error: LLVMErrorRef) {
    if to.is_null() {
        // SAFETY: `error` is an error that nobody took yet.
        return unsafe { LLVMConsumeError(error) };
    }
    // SAFETY: `to` is the list that `Jit::new` registered; it lives as long as the session.
    let list = unsafe { &*to.cast::<Mutex<Vec<String>>>() };
    if let Ok(mut list) = list.lock() {
        list.push(message(error));
    }
}

/// The symbols in `Symbols not found: [ a, b ]`.
fn missing(text: &str) -> Vec<String> {
    let Some((_, rest)) = text.split_once("Symbols not found: [") else { return Vec::new() };
    let list = rest.split(']').next().unwrap_or("");
    list.split(',').map(|s| s.trim().to_string()).filter(|s| !s.is_empty()).collect()
}

impl Jit {
    fn new() -> Result<Jit, JitError> {
        crate::target::initialise_host().map_err(|e| JitError::Llvm(e.to_string()))?;
        let mut raw = ptr::null_mut();
        // SAFETY: a null builder means the default one; the list is on the heap and outlives the session.
        unsafe {
            check(LLVMOrcCreateLLJIT(&mut raw, ptr::null_mut()))?;
            let session = LLVMOrcLLJITGetExecutionSession(raw);
            let library = LLVMOrcExecutionSessionCreateBareJITDylib(session, c"program".as_ptr());
            let jit = Jit { raw, session, library, reports: Box::default() };
            let list: *const Mutex<Vec<String>> = &*jit.reports;
            LLVMOrcExecutionSessionSetErrorReporter(session, report, list.cast_mut().cast());
            Ok(jit)
        }
    }

    /// Symbols of this process: the C library, and the shared libraries loaded so far.
    fn add_process_symbols(&self) -> Result<(), JitError> {
        let mut generator = ptr::null_mut();
        // SAFETY: the session is alive, and takes the generator.
        unsafe {
            let prefix = LLVMOrcLLJITGetGlobalPrefix(self.raw);
            check(LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(&mut generator, prefix, None, ptr::null_mut()))?;
            LLVMOrcJITDylibAddGenerator(self.library, generator);
        }
        self.add_libc_statics()
    }

    /// What the C library links into each program instead of exporting it.
    fn add_libc_statics(&self) -> Result<(), JitError> {
        // C++ tells libraries apart by the address of this.
        static DSO_HANDLE: u8 = 0;
        let symbols: [(&CStr, usize); 3] = [
            (c"atexit", libc::atexit as *const () as usize),
            (c"pthread_atfork", libc::pthread_atfork as *const () as usize),
            (c"__dso_handle", &raw const DSO_HANDLE as usize),
        ];
        // SAFETY: the session is alive; names are interned in it; the unit takes the pairs.
        unsafe {
            let mut pairs = symbols.map(|(name, address)| LLVMOrcCSymbolMapPair {
                Name: LLVMOrcLLJITMangleAndIntern(self.raw, name.as_ptr()),
                Sym: LLVMJITEvaluatedSymbol {
                    Address: address as u64,
                    // Weak: an object of the program may have its own.
                    Flags: LLVMJITSymbolFlags {
                        GenericFlags: LLVMJITSymbolGenericFlags::LLVMJITSymbolGenericFlagsExported as u8
                            | LLVMJITSymbolGenericFlags::LLVMJITSymbolGenericFlagsWeak as u8,
                        TargetFlags: 0,
                    },
                },
            });
            let unit = LLVMOrcAbsoluteSymbols(pairs.as_mut_ptr(), pairs.len());
            check(LLVMOrcJITDylibDefine(self.library, unit))
        }
    }

    fn add_object(&self, bytes: &[u8]) -> Result<(), JitError> {
        // SAFETY: LLVM copies the bytes, and takes the buffer.
        unsafe {
            let buffer =
                LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes.as_ptr().cast(), bytes.len(), c"object".as_ptr());
            check(LLVMOrcLLJITAddObjectFile(self.raw, self.library, buffer))
        }
    }

    fn add_archive(&self, path: &Path) -> Result<(), JitError> {
        let name = CString::new(path.as_os_str().as_encoded_bytes()).unwrap_or_default();
        let mut generator = ptr::null_mut();
        // SAFETY: the session is alive, and takes the generator.
        unsafe {
            let layer = LLVMOrcLLJITGetObjLinkingLayer(self.raw);
            let made = LLVMOrcCreateStaticLibrarySearchGeneratorForPath(&mut generator, layer, name.as_ptr());
            check(made).map_err(|e| JitError::Library(path.to_path_buf(), e.to_string()))?;
            LLVMOrcJITDylibAddGenerator(self.library, generator);
        }
        Ok(())
    }

    /// The address of a symbol, with everything it needs linked.
    fn lookup(&self, name: &CStr) -> Result<usize, JitError> {
        let (send, receive) = mpsc::channel::<Result<usize, JitError>>();
        // SAFETY: the session is alive, and takes the name; order and set are read before the call returns; the sender
        // is freed by the handler, which is called once.
        unsafe {
            let mut order = [LLVMOrcCJITDylibSearchOrderElement {
                JD: self.library,
                JDLookupFlags: LLVMOrcJITDylibLookupFlags::LLVMOrcJITDylibLookupFlagsMatchExportedSymbolsOnly,
            }];
            let mut set = [LLVMOrcCLookupSetElement {
                Name: LLVMOrcLLJITMangleAndIntern(self.raw, name.as_ptr()),
                LookupFlags: LLVMOrcSymbolLookupFlags::LLVMOrcSymbolLookupFlagsRequiredSymbol,
            }];
            let kind = LLVMOrcLookupKind::LLVMOrcLookupKindStatic;
            let to = Box::into_raw(Box::new(send)).cast();
            LLVMOrcExecutionSessionLookup(self.session, kind, order.as_mut_ptr(), 1, set.as_mut_ptr(), 1, found, to);
        }
        let failed = || JitError::Llvm("the lookup of the program's `main` gave no answer".into());
        receive.recv().map_err(|_| failed())?.map_err(|error| self.cause(error))
    }

    /// The reports say why a lookup failed; its own error only that it did.
    fn cause(&self, error: JitError) -> JitError {
        let Ok(reports) = self.reports.lock() else { return error };
        let mut symbols: Vec<String> = reports.iter().flat_map(|r| missing(r)).collect();
        symbols.extend(missing(&error.to_string()));
        symbols.sort();
        symbols.dedup();
        match (symbols.is_empty(), reports.first()) {
            (false, _) => JitError::Missing(symbols),
            (true, Some(first)) => JitError::Llvm(first.clone()),
            (true, None) => error,
        }
    }
}

/// Takes the result of a lookup.
extern "C" fn found(error: LLVMErrorRef, result: LLVMOrcCSymbolMapPairs, count: usize, to: *mut c_void) {
    // SAFETY: `to` is the sender that `lookup` made; `result` are `count` pairs.
    unsafe {
        let send = Box::from_raw(to.cast::<mpsc::Sender<Result<usize, JitError>>>());
        let answer = check(error).and_then(|()| match count {
            0 => Err(JitError::Llvm("no such symbol".into())),
            _ => Ok((*result).Sym.Address as usize),
        });
        // Whoever asked waits for the answer.
        let _ = send.send(answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_missing() {
        assert_eq!(missing("Symbols not found: [ foo, bar ]"), ["foo", "bar"]);
        assert_eq!(missing("Failed to materialize symbols: { (main, { main }) }"), Vec::<String>::new());
    }
}
