//! `vexc run`: finding the libraries of a program, and executing it.

use crate::belongs;
use crate::emit;
use crate::files;
use crate::libraries;
use crate::paths;
use crate::pipeline::{Failure, fail};
use crate::plan::{Plan, is_input};
use crate::resolve::{self, Choice};
use crate::scratch::Scratch;
use crate::timing::Timings;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use vex_backend::jit::{self, JitError, Job, Libraries, Linked};
use vex_backend::kinds;
use vex_backend::link::{self, Lib, Problem};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::tree::LinkKind;
use vex_ir::{Code, Cx, Diagnostic, flow};

/// The smallest page of any machine that programs execute on in memory, in bytes.
const SMALLEST_PAGE: u64 = 4096;

/// The program cannot be executed in memory.
const E0906: Code = Code("E0906");

/// A program that is ready.
pub enum Ready {
    /// To be executed in this process.
    InMemory(Job),
    /// To be executed instead of this process: what the system's linker made, and the arguments.
    Linked(Program, Vec<OsString>),
}

/// What the work of this process comes to.
pub enum Outcome {
    /// It is done, and this is the exit status: that of the program, where one was executed.
    Status(i32),
    /// A program in memory, for the main thread to execute with these arguments.
    Execute(Linked, Vec<OsString>),
}

/// The main thread, which waits while another one compiles. The program is executed there, as every executable is: signals
/// find it there, and graphical libraries insist on it.
pub struct MainThread(mpsc::Sender<Loading>);

/// Libraries that the main thread is to load, and where it says what came of it.
pub struct Loading {
    libraries: Vec<PathBuf>,
    answer: mpsc::Sender<Result<Libraries, JitError>>,
}

impl MainThread {
    pub fn new() -> (MainThread, mpsc::Receiver<Loading>) {
        let (send, receive) = mpsc::channel();
        (MainThread(send), receive)
    }

    fn load(&self, libraries: &[PathBuf]) -> Result<Libraries, JitError> {
        let (answer, answered) = mpsc::channel();
        let asked = self.0.send(Loading { libraries: libraries.to_vec(), answer });
        let gone = || JitError::Llvm("the main thread has ended".into());
        asked.map_err(|_| gone()).and_then(|()| answered.recv().map_err(|_| gone())?)
    }
}

impl Loading {
    /// What the main thread does.
    pub fn load(self) {
        // Whoever asked waits for the answer.
        let _ = self.answer.send(crate::process::with_own_floats(|| Libraries::load(&self.libraries)));
    }
}

/// What is linked to be executed at once.
pub struct Execution<'a> {
    args: &'a [OsString],
    /// Why it is linked, where that does not show in the command line.
    why: Option<String>,
    /// It would be executed in memory, if a library had all that it needs.
    only_missing: bool,
}

impl Execution<'_> {
    /// Adds to a complaint of the linker's.
    pub fn explain(&self, diagnostic: Diagnostic) -> Diagnostic {
        with_misplaced_input(diagnostic, self.args)
    }

    /// Whether libraries that are offered are for the linker to find, or for the loader.
    pub fn searches_as_linker(&self) -> bool {
        !self.only_missing
    }

    /// There is nothing to link with.
    pub fn without_linker(&self, mut error: Diagnostic) -> Diagnostic {
        // That memory is enough is just what is not true.
        error.notes.retain(|note| !note.contains("vexc run"));
        match &self.why {
            Some(why) => error.note(format!("the program cannot be executed without being linked: {why}")),
            None => error,
        }
    }
}

/// Other compilers, and this one otherwise, take inputs in any order.
fn with_misplaced_input(diagnostic: Diagnostic, args: &[OsString]) -> Diagnostic {
    match args.iter().skip(1).filter_map(|arg| arg.to_str()).find(|arg| is_input(arg)) {
        Some(input) => diagnostic.note(format!(
            "`{input}` stands behind the program's file and is an argument of the program; what is to be linked stands before"
        )),
        None => diagnostic,
    }
}

/// Everything but the execution itself.
///
/// A program that is all Vex is executed in this process, if that makes no difference to what it finds there (see
/// [`resolve`]). Objects and archives that others compiled go through the system's
/// linker and loader: they may have constructors, thread-local variables and C++'s runtime, which LLVM's linker in memory
/// has no runtime for, and may rely on being in an executable, as code that C compilers make by default does.
pub fn prepare(
    cx: &mut Cx,
    plan: &Plan,
    program: &mut flow::Program,
    args: &[OsString],
    times: &mut Timings,
) -> Result<Ready, Failure> {
    let object = emit::object(cx, plan, program, times)?;
    let mut all: Vec<OsString> = vec![if plan.root == "-" { "<stdin>".into() } else { paths::word(&plan.root) }];
    all.extend(args.iter().cloned());
    let libs = emit::libraries(cx, plan, program);
    let (mut why, mut only_missing) = (None, false);
    // LLVM's linker in memory gives threads no variables of their own, and keeps no alignment beyond that of a page.
    let align = |ty| layout(&program.types, &cx.target, ty).map_or(1, |layout| layout.align);
    let alone = program.globals.values().all(|global| !global.thread_local && align(global.ty) <= SMALLEST_PAGE);
    if let Some(libraries) = shared_alone(plan, &libs).filter(|_| alone) {
        belongs::check_loaded(cx, plan, program, &libraries)?;
        let in_memory = match resolve::choose(&object, &libraries) {
            Choice::InMemory => true,
            Choice::Missing(_) if !emit::can_link(plan) => true,
            Choice::Missing(symbol) => {
                why = Some(format!("it needs `{symbol}`, which no shared library has"));
                only_missing = true;
                false
            }
            Choice::Linked(reason) => {
                why = Some(reason);
                false
            }
        };
        if in_memory {
            let names = emit::shared_names(cx, plan, program);
            if !names.is_empty() && kinds::check(cx, program, &symbols(plan, &libraries, &names)) {
                return Err(Failure::Errors);
            }
            return Ok(Ready::InMemory(Job { objects: vec![object], libraries, args: all }));
        }
    }
    let execution = Execution { args: &all, why, only_missing };
    let linked = times.phase("link", || emit::linked(cx, plan, program, &object, &execution))?;
    Ok(Ready::Linked(linked, all))
}

/// What the shared libraries of a program in memory say of these symbols, in the order in which they are looked up.
fn symbols(plan: &Plan, libraries: &[PathBuf], names: &kinds::Names) -> Vec<kinds::File> {
    let dirs = library_dirs(&plan.library_path);
    // The loader knows them by their names alone.
    let system = ["libc.so.6", "libm.so.6", "libgcc_s.so.1"].map(PathBuf::from);
    let found = |name: &PathBuf| dirs.iter().map(|dir| dir.join(name)).find(|path| path.is_file());
    let paths = libraries.iter().chain(&system).filter_map(found);
    paths.filter_map(|path| emit::symbols_of(path.to_str()?, None, names)).collect()
}

/// Executes, or links for the main thread to do so. What goes wrong is about the program's declarations.
pub fn execute(
    cx: &mut Cx,
    plan: &Plan,
    program: &flow::Program,
    ready: Ready,
    main: &MainThread,
) -> Result<Outcome, Failure> {
    match ready {
        Ready::InMemory(job) => {
            let linked = main.load(&job.libraries).and_then(|libraries| jit::link(&job.objects, libraries));
            match linked {
                Ok(linked) => Ok(Outcome::Execute(linked, job.args)),
                Err(error) => Err(not_linked(cx, plan, program, &error, &job.args)),
            }
        }
        Ready::Linked(linked, args) => linked.execute(&args).map(Outcome::Status).map_err(|e| {
            let message = format!("cannot execute the program: {}", files::reason(&e));
            fail(cx, Box::new(Diagnostic::error(E0906, Span::NONE, message)))
        }),
    }
}

fn not_linked(cx: &mut Cx, plan: &Plan, program: &flow::Program, error: &JitError, args: &[OsString]) -> Failure {
    let problems = match error {
        JitError::Missing(symbols) => symbols.iter().map(|s| Problem::MissingSymbol(s.clone())).collect(),
        JitError::Library(path, _) => {
            library_of(cx, plan, program, path).into_iter().map(Problem::MissingLibrary).collect()
        }
        JitError::Llvm(_) => Vec::new(),
    };
    if problems.is_empty() {
        return fail(cx, Box::new(Diagnostic::error(E0906, Span::NONE, error.to_string())));
    }
    let installed = libraries::installed(cx, plan, program, &problems, None);
    for diagnostic in link::explain(cx, program, &problems, &installed) {
        let mut diagnostic = diagnostic;
        if let JitError::Library(_, why) = error {
            diagnostic = diagnostic.note(why.as_str());
        }
        cx.emit(with_misplaced_input(diagnostic, args));
    }
    Failure::Errors
}

/// The bytes of an executable. No file of it is left.
pub struct Program(pub Vec<u8>);

impl Program {
    /// Executes the program instead of this one; comes back if that cannot be.
    #[cfg(target_os = "linux")]
    fn execute(&self, args: &[OsString]) -> io::Result<i32> {
        use std::ffi::CString;
        use std::os::fd::AsRawFd;
        unsafe extern "C" {
            /// POSIX: the environment as it was given, malformed entries included.
            static environ: *const *const libc::c_char;
        }
        let args: Vec<CString> = args.iter().map(|a| CString::new(a.as_encoded_bytes()).unwrap_or_default()).collect();
        let argv: Vec<*const libc::c_char> = args.iter().map(|s| s.as_ptr()).chain([std::ptr::null()]).collect();
        let mut why = io::Error::from(io::ErrorKind::Unsupported);
        // Some administrators allow no execution of what is no file.
        for file in [self.in_memory(), self.on_disk()] {
            match file {
                // SAFETY: both lists end with a null pointer, and are of C strings; nothing changes the environment here.
                Ok(file) => unsafe {
                    libc::fexecve(file.as_raw_fd(), argv.as_ptr(), environ);
                    why = io::Error::last_os_error();
                },
                Err(error) => why = error,
            }
        }
        Err(why)
    }

    #[cfg(target_os = "linux")]
    fn in_memory(&self) -> io::Result<std::fs::File> {
        use std::io::Write;
        use std::os::fd::FromRawFd;
        /// Linux 6.3: where files in memory are not executable by default. Older kernels refuse what they do not know.
        const MFD_EXEC: libc::c_uint = 0x10;
        for flags in [libc::MFD_CLOEXEC | MFD_EXEC, libc::MFD_CLOEXEC] {
            // SAFETY: the name is a C string; the descriptor is nobody else's.
            let mut file = unsafe {
                let fd = libc::memfd_create(c"vexc".as_ptr(), flags);
                if fd < 0 {
                    continue;
                }
                std::fs::File::from_raw_fd(fd)
            };
            file.write_all(&self.0)?;
            return Ok(file);
        }
        Err(io::Error::last_os_error())
    }

    /// The program as a file that has no name any more.
    #[cfg(target_os = "linux")]
    fn on_disk(&self) -> io::Result<std::fs::File> {
        use std::os::unix::fs::PermissionsExt;
        let scratch = Scratch::new().map_err(|error| io::Error::other(error.message))?;
        let path = scratch.path().join("program");
        std::fs::write(&path, &self.0)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700))?;
        // What is open for writing is not executed.
        std::fs::File::open(&path)
    }

    /// Executes the program as a process of its own.
    #[cfg(not(target_os = "linux"))]
    fn execute(&self, args: &[OsString]) -> io::Result<i32> {
        let scratch = Scratch::new().map_err(|error| io::Error::other(error.message))?;
        let path = scratch.path().join("program");
        std::fs::write(&path, &self.0)?;
        let mut command = std::process::Command::new(&path);
        #[cfg(unix)]
        {
            use std::os::unix::{fs::PermissionsExt, process::CommandExt};
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700))?;
            command.arg0(&args[0]);
        }
        let status = command.args(&args[1..]).status()?;
        #[cfg(unix)]
        if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
            // What shells say of a process that a signal ended.
            return Ok(128 + signal);
        }
        Ok(status.code().unwrap_or(1))
    }
}

/// The shared libraries of a program that consists of nothing else but its own object; `None`, if there is more.
fn shared_alone(plan: &Plan, libs: &[Lib]) -> Option<Vec<PathBuf>> {
    let is_shared = |path: &PathBuf| !path.extension().is_some_and(|e| STATIC.iter().any(|s| e == *s));
    let plain = plan.c_sources.is_empty() && plan.link_args.is_empty() && plan.linker.is_none();
    if !plain || !plan.objects.iter().all(is_shared) {
        return None;
    }
    let mut libraries: Vec<PathBuf> = plan.objects.iter().map(|path| absolute(path)).collect();
    for lib in libs {
        libraries.extend(shared_library(plan, lib)?);
    }
    Some(libraries)
}

/// Endings of what is linked into a program, not loaded by it.
const STATIC: &[&str] = &["o", "obj", "a", "lib"];

/// The loader looks for names without a `/` elsewhere.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Libraries that every process has.
const PART_OF_LIBC: &[&str] = &["c", "pthread", "dl", "rt", "util", "System"];

/// The files of a shared library. `None`: it is there as an archive or as bitcode.
fn shared_library(plan: &Plan, lib: &Lib) -> Option<Vec<PathBuf>> {
    if PART_OF_LIBC.contains(&lib.name.as_str()) {
        return Some(Vec::new());
    }
    if lib.kind == LinkKind::Framework {
        return Some(vec![format!("/System/Library/Frameworks/{0}.framework/{0}", lib.name).into()]);
    }
    if matches!(lib.kind, LinkKind::Static | LinkKind::Bitcode) {
        return None;
    }
    let dirs = library_dirs(&plan.library_path);
    // As GNU's linkers have it, a file of just this name.
    if let Some(file) = lib.name.strip_prefix(':') {
        let found = dirs.iter().map(|dir| dir.join(file)).find(|path| path.is_file());
        let is_static = STATIC.iter().any(|end| Path::new(file).extension().is_some_and(|e| e == *end));
        return if is_static { None } else { Some(vec![found.unwrap_or_else(|| file.into())]) };
    }
    let (archive, shared) = (plan.target.staticlib(&lib.name), plan.target.dylib(&lib.name));
    // As linkers do: the first directory that has either counts.
    for dir in &dirs {
        if dir.join(&shared).is_file() {
            return behind_script(&dir.join(shared), &dirs, plan.target.dylib_prefix, plan.target.dylib_suffix);
        }
        if dir.join(&archive).is_file() {
            return None;
        }
    }
    // The loader may know more places; if not, it says so.
    Some(vec![versioned(&dirs, &shared).unwrap_or(shared.into())])
}

/// Where linkers look, without asking one.
pub fn library_dirs(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut dirs: Vec<PathBuf> = given.iter().map(|dir| absolute(dir)).collect();
    dirs.extend(dirs_in("LIBRARY_PATH"));
    dirs.extend(loader_dirs());
    dirs
}

fn dirs_in(variable: &str) -> Vec<PathBuf> {
    let value = std::env::var_os(variable).unwrap_or_default();
    std::env::split_paths(&value).filter(|dir| dir.is_absolute()).collect()
}

/// Where the loader looks.
pub fn loader_dirs() -> Vec<PathBuf> {
    let mut dirs = dirs_in("LD_LIBRARY_PATH");
    let multiarch = format!("{}-linux-gnu", std::env::consts::ARCH);
    let standard =
        ["/usr/local/lib", "/usr/lib/@", "/lib/@", "/usr/lib64", "/lib64", "/usr/lib", "/lib", "/opt/homebrew/lib"];
    dirs.extend(standard.iter().map(|d| PathBuf::from(d.replace('@', &multiarch))));
    dirs
}

/// `libz.so.1`, where only that is installed and not what linkers look for; the newest if there are several.
fn versioned(dirs: &[PathBuf], shared: &str) -> Option<PathBuf> {
    let prefix = format!("{shared}.");
    dirs.iter().find_map(|dir| {
        let entries = std::fs::read_dir(dir).ok()?.flatten();
        let names = entries.filter(|e| e.file_name().to_string_lossy().starts_with(&prefix)).map(|e| e.path());
        names.max()
    })
}

/// In bytes.
const LONGEST_SCRIPT: u64 = 4096;

/// How many scripts may name each other.
const MOST_SCRIPTS: usize = 8;

/// A `.so` may be a text for the linker, which names the real ones: `GROUP ( /lib/libm.so.6 AS_NEEDED ( … ) )`,
/// `INPUT(libncurses.so.6 -ltinfo)`; and those may be such texts again. `None`: there is more to it than shared libraries.
pub fn behind_script(path: &Path, dirs: &[PathBuf], prefix: &str, suffix: &str) -> Option<Vec<PathBuf>> {
    let mut named = Vec::new();
    let mut scripts = 0;
    let mut todo = vec![path.to_path_buf()];
    while let Some(path) = todo.pop() {
        let Some(inner) = named_in_script(&path, dirs, prefix, suffix)? else {
            named.push(path);
            continue;
        };
        scripts += 1;
        if scripts > MOST_SCRIPTS {
            return None;
        }
        todo.extend(inner.into_iter().rev());
    }
    Some(named)
}

/// The libraries that a script names. `Some(None)`: it is no script; `None`: it names archives, too.
fn named_in_script(path: &Path, dirs: &[PathBuf], prefix: &str, suffix: &str) -> Option<Option<Vec<PathBuf>>> {
    // Anything but a file might make us wait for what is in it.
    if !std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= LONGEST_SCRIPT) {
        return Some(None);
    }
    let Ok(bytes) = std::fs::read(path) else { return Some(None) };
    if bytes.starts_with(b"\x7fELF") {
        return Some(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    let mut named = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || "(),".contains(c)) {
        let file = match word.strip_prefix("-l") {
            Some(name) => format!("{prefix}{name}{suffix}"),
            None => word.to_string(),
        };
        if file.starts_with('/') && file.contains(suffix) {
            named.push(PathBuf::from(file));
        } else if file.ends_with(".a") {
            return None;
        } else if file.contains(suffix) {
            let found = dirs.iter().map(|dir| dir.join(&file)).find(|path| path.is_file());
            named.push(found.or_else(|| versioned(dirs, &file)).unwrap_or(file.into()));
        }
    }
    Some((!named.is_empty()).then_some(named))
}

/// The name by which the program asks for the library at a path.
fn library_of(cx: &Cx, plan: &Plan, program: &flow::Program, path: &Path) -> Option<String> {
    let file = path.file_name()?.to_string_lossy().into_owned();
    let asked = emit::libraries(cx, plan, program);
    // `lib/usr/lib/libz.so.so`, where a path is given for a name.
    let whole = path.to_string_lossy().into_owned();
    let is_it = |name: &str| {
        let shared = |path: &str| plan.target.is_dylib(name, path);
        shared(&file) || shared(&whole) || name.strip_prefix(':') == Some(&file)
    };
    if let Some(lib) = asked.iter().find(|lib| is_it(&lib.name)) {
        return Some(lib.name.clone());
    }
    Some(file.strip_prefix("lib").unwrap_or(&file).split('.').next().unwrap_or("").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_name_libraries() {
        let dir = tempfile::tempdir().unwrap();
        let script = dir.path().join("libm.so");
        std::fs::write(&script, "/* GNU ld script */\nGROUP ( /lib/libm.so.6  AS_NEEDED ( /lib/libmvec.so.1 ) )\n")
            .unwrap();
        let behind = |path: &Path| behind_script(path, &[dir.path().into()], "lib", ".so");
        let expected = ["/lib/libm.so.6", "/lib/libmvec.so.1"].map(PathBuf::from);
        assert_eq!(behind(&script), Some(expected.into()));
        let real = dir.path().join("libx.so");
        std::fs::write(&real, b"\x7fELF").unwrap();
        assert_eq!(behind(&real), Some(vec![real.clone()]));
        std::fs::write(&script, "INPUT(libx.so -lx -lno_such_library)").unwrap();
        assert_eq!(behind(&script), Some(vec![real.clone(), real, "libno_such_library.so".into()]));
        std::fs::write(&script, "INPUT(-lx libx_nonshared.a)").unwrap();
        assert_eq!(behind(&script), None);
        // Scripts may name scripts, and themselves.
        let outer = dir.path().join("libouter.so");
        std::fs::write(&outer, "INPUT(-lm -lno_such_library)").unwrap();
        std::fs::write(&script, "GROUP(/lib/libm.so.6)").unwrap();
        assert_eq!(behind(&outer), Some(["/lib/libm.so.6", "libno_such_library.so"].map(PathBuf::from).into()));
        std::fs::write(&script, "INPUT(-lm -lm)").unwrap();
        assert_eq!(behind(&script), None);
    }
}
