//! Execution in memory: LLVM's ORC links the program's object against shared libraries, and calls `main`.
//!
//! What ORC has no runtime for here is never passed to it: objects that others compiled may have constructors and thread-local
//! variables, or need C++'s runtime. The driver has the system's linker make an executable of those.

use inkwell::llvm_sys::core::LLVMCreateMemoryBufferWithMemoryRangeCopy;
use inkwell::llvm_sys::error::{LLVMConsumeError, LLVMDisposeErrorMessage, LLVMErrorRef, LLVMGetErrorMessage};
use inkwell::llvm_sys::orc2::lljit::*;
use inkwell::llvm_sys::orc2::*;

use std::ffi::{CStr, CString, OsString, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Mutex, mpsc};

/// What is executed, and with what.
#[derive(Default)]
pub struct Job {
    /// The program's objects. None has constructors or thread-local variables.
    pub objects: Vec<Vec<u8>>,
    /// Shared libraries, as paths or as names that the dynamic loader knows, in order.
    pub libraries: Vec<PathBuf>,
    /// The arguments of `main`; the first is the program's name.
    pub args: Vec<OsString>,
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

/// Links the job in this process and calls its `main`, all on this thread; the result is the exit status.
pub fn run(job: &Job) -> Result<i32, JitError> {
    let libraries = Libraries::load(&job.libraries)?;
    Ok(link(&job.objects, libraries)?.execute(&job.args))
}

/// Links objects in this process. Any thread may do this for the one that will execute them.
pub fn link(objects: &[Vec<u8>], libraries: Libraries) -> Result<Linked, JitError> {
    let jit = Jit::new()?;
    jit.add_libraries(libraries)?;
    jit.add_libc_statics()?;
    for object in objects {
        jit.add_object(object)?;
    }
    let main = jit.lookup(c"main")?;
    Ok(Linked { main, jit })
}

/// A program in memory.
pub struct Linked {
    main: usize,
    jit: Jit,
}

// SAFETY: the session locks what it shares, and belongs to no thread.
unsafe impl Send for Linked {}

impl Linked {
    /// Calls `main`; the result is the exit status. The first argument is the program's name.
    ///
    /// What `main` registered with `atexit` runs when this process exits, so the code stays in memory until then.
    pub fn execute(self, args: &[OsString]) -> i32 {
        // SAFETY: `main` is a function of C's type: the program's own, or a helper's in C.
        let main: extern "C" fn(c_int, *const *const c_char) -> c_int =
            unsafe { std::mem::transmute(self.main as *const c_void) };
        let args: Vec<CString> = args.iter().map(|a| CString::new(a.as_encoded_bytes()).unwrap_or_default()).collect();
        let mut argv: Vec<*const c_char> = args.iter().map(|a| a.as_ptr()).collect();
        argv.push(ptr::null());
        crate::diagnostics::forget_memory();
        let status = main(args.len() as c_int, argv.as_ptr());
        // SAFETY: a null pointer means every stream.
        unsafe { libc::fflush(ptr::null_mut()) };
        // Arguments may be kept by `atexit` handlers, code by anything.
        std::mem::forget((args, argv, self.jit));
        status
    }
}

/// Loads a shared library, its symbols visible to all that follow.
fn load(library: &Path) -> Result<Handle, JitError> {
    open(library).ok_or_else(|| {
        // SAFETY: what it returns is a text until the next call of its kind.
        let why = unsafe { libc::dlerror() };
        // SAFETY: as above.
        let why =
            if why.is_null() { "unknown reason".into() } else { unsafe { CStr::from_ptr(why).to_string_lossy() } };
        JitError::Library(library.to_path_buf(), why.into_owned())
    })
}

fn open(library: &Path) -> Option<Handle> {
    let name = CString::new(library.as_os_str().as_encoded_bytes()).unwrap_or_default();
    // SAFETY: the name is NUL-terminated. What a library does when it is loaded is the user's wish.
    let handle = unsafe { libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_GLOBAL) };
    (!handle.is_null()).then_some(Handle(handle))
}

/// What a C compiler links into each program without being asked, and libm, which `vexc` asks for.
fn system_libraries() -> Vec<Handle> {
    let names: &[&str] = if cfg!(target_vendor = "apple") {
        &["/usr/lib/libSystem.B.dylib"]
    } else if cfg!(target_os = "freebsd") {
        &["libc.so.7", "libm.so.5", "libthr.so.3", "libgcc_s.so.1"]
    } else if cfg!(target_env = "musl") {
        &["libc.so", "libgcc_s.so.1"]
    } else {
        &["libc.so.6", "libm.so.6", "libpthread.so.0", "libgcc_s.so.1"]
    };
    // Newer systems have put some into others.
    names.iter().filter_map(|name| open(Path::new(name))).collect()
}

/// The libraries that are linked into each program.
pub struct System(Vec<Handle>);

impl System {
    pub fn open() -> System {
        System(system_libraries())
    }

    /// Whether a linker would find a symbol in them.
    pub fn has(&self, name: &CStr) -> bool {
        self.symbol(name).is_some()
    }

    fn symbol(&self, name: &CStr) -> Option<*const c_void> {
        self.0.iter().find_map(|library| library.symbol(name))
    }
}

/// Where this process has a symbol, for libraries that are loaded into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SymbolLocation {
    Nowhere,
    /// In a file that is loaded: a library, or `vexc` itself.
    In(PathBuf),
    /// In something that the loader has no name for.
    Unnamed,
}

/// Where the loader finds a symbol for a library that it loads now.
pub fn symbol_location(name: &CStr) -> SymbolLocation {
    // SAFETY: the name is a C string; the texts that `dladdr` gives belong to files that stay loaded.
    unsafe {
        let address = libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr());
        if address.is_null() {
            return SymbolLocation::Nowhere;
        }
        let mut info: libc::Dl_info = std::mem::zeroed();
        if libc::dladdr(address, &mut info) == 0 || info.dli_fname.is_null() {
            return SymbolLocation::Unnamed;
        }
        SymbolLocation::In(path(CStr::from_ptr(info.dli_fname)))
    }
}

#[cfg(unix)]
fn path(name: &CStr) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(name.to_bytes()).into()
}

#[cfg(not(unix))]
fn path(name: &CStr) -> PathBuf {
    name.to_string_lossy().into_owned().into()
}

/// The files of which this process consists, `vexc` itself not among them.
#[cfg(any(target_os = "linux", target_os = "freebsd"))]
pub fn loaded() -> Vec<PathBuf> {
    unsafe extern "C" fn add(info: *mut libc::dl_phdr_info, _: usize, to: *mut c_void) -> c_int {
        // SAFETY: `to` is the list below; the loader's names are C strings as long as this runs.
        unsafe {
            let name = CStr::from_ptr((*info).dlpi_name);
            if !name.is_empty() {
                (*to.cast::<Vec<PathBuf>>()).push(path(name));
            }
        }
        0
    }
    let mut files: Vec<PathBuf> = Vec::new();
    // SAFETY: `add` gets the list, which nothing else accesses meanwhile.
    unsafe { libc::dl_iterate_phdr(Some(add), (&raw mut files).cast()) };
    files
}

/// Empty on other systems: the reader of such files knows ELF alone.
#[cfg(not(any(target_os = "linux", target_os = "freebsd")))]
pub fn loaded() -> Vec<PathBuf> {
    Vec::new()
}

/// A loaded library. It is never unloaded.
struct Handle(*mut c_void);

impl Handle {
    /// The address of a symbol in the library or those that it needs.
    fn symbol(&self, name: &CStr) -> Option<*const c_void> {
        // SAFETY: the handle is open, the name a C string.
        let address = unsafe { libc::dlsym(self.0, name.as_ptr()) };
        (!address.is_null()).then_some(address.cast_const())
    }

    /// Whether the library itself has the address: for a linker, what it needs is not its own.
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    fn has(&self, address: *const c_void) -> bool {
        /// The beginning of the loader's `struct link_map`.
        #[repr(C)]
        struct LinkMap {
            base: usize,
            name: *const c_char,
        }
        let mut map: *const LinkMap = ptr::null();
        // SAFETY: the handle is open; this request stores a pointer, which is valid as long as the library is loaded, and
        // so are the names.
        unsafe {
            let mut info: libc::Dl_info = std::mem::zeroed();
            if libc::dlinfo(self.0, libc::RTLD_DI_LINKMAP, (&raw mut map).cast()) != 0
                || libc::dladdr(address, &mut info) == 0
            {
                // Neither call fails for an address that the loader has just returned; if one does, the address is trusted.
                return true;
            }
            CStr::from_ptr((*map).name) == CStr::from_ptr(info.dli_fname)
        }
    }

    /// Other loaders cannot be asked whose a symbol is.
    #[cfg(not(all(target_os = "linux", target_env = "gnu")))]
    fn has(&self, _: *const c_void) -> bool {
        true
    }
}

/// Where symbols come from that the program does not define. Not from all of this process: LLVM needs zlib, the program
/// perhaps another one, or none, and then it is to hear of that here as it does from the linker.
pub struct Libraries {
    /// Those that the program asks for, in order.
    own: Vec<Handle>,
    system: System,
}

// SAFETY: the loader's handles are good on every thread.
unsafe impl Send for Libraries {}

impl Libraries {
    /// Loads shared libraries: paths, or names that the dynamic loader knows, in order. Their constructors run here, so this
    /// is for the thread that will execute the program.
    pub fn load(own: &[PathBuf]) -> Result<Libraries, JitError> {
        let own = own.iter().map(|library| load(library)).collect::<Result<_, _>>()?;
        Ok(Libraries { own, system: System::open() })
    }

    fn symbol(&self, name: &CStr) -> Option<usize> {
        let own = self.own.iter().find_map(|library| library.symbol(name).filter(|address| library.has(*address)));
        let found = own.or_else(|| {
            // The vDSO implements clock functions of the C library: the owner of the address is not checked here.
            let address = self.system.symbol(name)?;
            // The user may have preloaded another allocator: then the whole process must use that one.
            // SAFETY: the name is a C string.
            let first = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
            Some(if first.is_null() { address } else { first.cast_const() })
        });
        found.map(|address| address as usize)
    }
}

/// Defines those of the symbols that ORC looks for which the libraries have.
extern "C" fn generate(
    _: LLVMOrcDefinitionGeneratorRef,
    libraries: *mut c_void,
    _: *mut LLVMOrcLookupStateRef,
    _: LLVMOrcLookupKind,
    to: LLVMOrcJITDylibRef,
    _: LLVMOrcJITDylibLookupFlags,
    wanted: LLVMOrcCLookupSet,
    count: usize,
) -> LLVMErrorRef {
    // SAFETY: `libraries` is what `add_libraries` registered and never freed; `wanted` are `count` names, each of which
    // lives until this returns, and is retained for the pairs, which the unit takes.
    unsafe {
        let libraries = &*libraries.cast::<Libraries>();
        let wanted = std::slice::from_raw_parts(wanted, count);
        let mut pairs: Vec<LLVMOrcCSymbolMapPair> = Vec::new();
        for element in wanted {
            let name = CStr::from_ptr(LLVMOrcSymbolStringPoolEntryStr(element.Name)).to_bytes();
            // Apple's linkers see an underscore that its loader does not.
            let name = if cfg!(target_vendor = "apple") { name.strip_prefix(b"_").unwrap_or(name) } else { name };
            let Ok(name) = CString::new(name) else { continue };
            if let Some(address) = libraries.symbol(&name) {
                LLVMOrcRetainSymbolStringPoolEntry(element.Name);
                pairs.push(pair(element.Name, address, 0));
            }
        }
        if pairs.is_empty() {
            return ptr::null_mut();
        }
        LLVMOrcJITDylibDefine(to, LLVMOrcAbsoluteSymbols(pairs.as_mut_ptr(), pairs.len()))
    }
}

fn pair(name: LLVMOrcSymbolStringPoolEntryRef, address: usize, flags: u8) -> LLVMOrcCSymbolMapPair {
    let exported = LLVMJITSymbolGenericFlags::LLVMJITSymbolGenericFlagsExported as u8;
    LLVMOrcCSymbolMapPair {
        Name: name,
        Sym: LLVMJITEvaluatedSymbol {
            Address: address as u64,
            Flags: LLVMJITSymbolFlags { GenericFlags: exported | flags, TargetFlags: 0 },
        },
    }
}

struct Jit {
    raw: LLVMOrcLLJITRef,
    session: LLVMOrcExecutionSessionRef,
    /// Where the program is. Not LLJIT's own library: the functions that its `atexit` registers never run.
    library: LLVMOrcJITDylibRef,
    /// What ORC reported, in order.
    reports: Box<Mutex<Vec<String>>>,
}

/// Takes an error of LLVM's.
fn check(error: LLVMErrorRef) -> Result<(), JitError> {
    if error.is_null() { Ok(()) } else { Err(JitError::Llvm(message(error))) }
}

fn message(error: LLVMErrorRef) -> String {
    // SAFETY: `error` is an error that is not consumed yet; its message is disposed once.
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
        // SAFETY: `error` is an error that is not consumed yet.
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
        let machine = crate::target::plain_host().map_err(|e| JitError::Llvm(e.to_string()))?;
        let mut raw = ptr::null_mut();
        // SAFETY: the builders take the machine, and LLJIT takes them; the list is on the heap and outlives the session.
        unsafe {
            // By itself it would make two machines with all that the CPU can do, which takes as long as compiling a small program.
            let machine = LLVMOrcJITTargetMachineBuilderCreateFromTargetMachine(machine);
            let builder = LLVMOrcCreateLLJITBuilder();
            LLVMOrcLLJITBuilderSetJITTargetMachineBuilder(builder, machine);
            check(LLVMOrcCreateLLJIT(&mut raw, builder))?;
            let session = LLVMOrcLLJITGetExecutionSession(raw);
            let library = LLVMOrcExecutionSessionCreateBareJITDylib(session, c"program".as_ptr());
            let jit = Jit { raw, session, library, reports: Box::default() };
            let list: *const Mutex<Vec<String>> = &*jit.reports;
            LLVMOrcExecutionSessionSetErrorReporter(session, report, list.cast_mut().cast());
            Ok(jit)
        }
    }

    /// Lets the program use libraries.
    fn add_libraries(&self, libraries: Libraries) -> Result<(), JitError> {
        // As code stays in memory, so does what it may look for.
        let libraries: *mut Libraries = Box::into_raw(Box::new(libraries));
        // SAFETY: the session is alive, and takes the generator, which has no need to free anything.
        unsafe {
            let generator = LLVMOrcCreateCustomCAPIDefinitionGenerator(generate, libraries.cast(), nothing_to_free);
            LLVMOrcJITDylibAddGenerator(self.library, generator);
        }
        Ok(())
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
        // An object of the program may have its own.
        let weak = LLVMJITSymbolGenericFlags::LLVMJITSymbolGenericFlagsWeak as u8;
        // SAFETY: the session is alive; names are interned in it; the unit takes the pairs.
        unsafe {
            let named = |name: &CStr| LLVMOrcLLJITMangleAndIntern(self.raw, name.as_ptr());
            let mut pairs = symbols.map(|(name, address)| pair(named(name), address, weak));
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

extern "C" fn nothing_to_free(_: *mut c_void) {}

/// Takes the result of a lookup.
extern "C" fn found(error: LLVMErrorRef, result: LLVMOrcCSymbolMapPairs, count: usize, to: *mut c_void) {
    // SAFETY: `to` is the sender that `lookup` made; `result` are `count` pairs.
    unsafe {
        let send = Box::from_raw(to.cast::<mpsc::Sender<Result<usize, JitError>>>());
        let answer = check(error).and_then(|()| match count {
            0 => Err(JitError::Llvm("no such symbol".into())),
            _ => Ok((*result).Sym.Address as usize),
        });
        // The asking thread waits for the answer.
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
