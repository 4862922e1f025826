//! Linking: which command makes an executable or a library of the objects, and what the linker's complaints mean.
//!
//! The commands are run by the driver; here they are only put together, from what it says is installed.

use crate::binary::{self, CLibrary, Libc, Misfit};
use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_ir::Cx;
use vex_ir::diag::{Code, Diagnostic, closest};
use vex_ir::flow::{Global, Linkage, Program};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::symbol::Symbol;
use vex_ir::target::{Arch, Env, ObjectFormat, Os, TARGETS, Target};
use vex_ir::tree::LinkKind;

/// A symbol that nothing defines.
pub const UNDEFINED_SYMBOL: Code = Code("E0801");
/// A library that the linker or loader does not find.
pub const LIBRARY_NOT_FOUND: Code = Code("E0802");
/// A symbol that is defined twice.
pub const SYMBOL_DEFINED_TWICE: Code = Code("E0803");
/// The linker failed for a reason of its own.
pub const LINKER_FAILED: Code = Code("E0804");
const TOO_FAR: Code = Code("E0338");
/// No C compiler that links for the target is installed.
pub const NO_C_COMPILER: Code = Code("E0805");
/// A file for another machine, or none that can be linked.
pub const FOREIGN_FILE: Code = Code("E0809");
/// A file for another C library.
pub const FOREIGN_LIBC: Code = Code("E0810");
/// What a linker made is for another machine or C library.
pub const FOREIGN_OUTPUT: Code = Code("E0811");
/// A C source that was compiled with another C library's headers.
pub const FOREIGN_HEADERS: Code = Code("E0812");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Artifact {
    Executable,
    Shared,
}

/// A library to link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lib {
    pub name: String,
    pub kind: LinkKind,
}

/// The libraries of a program, in its order.
pub fn libs(cx: &Cx, program: &Program) -> Vec<Lib> {
    program.libs.iter().map(|l| Lib { name: cx.text(l.name).to_string(), kind: l.kind }).collect()
}

/// What is linked, and how.
pub struct LinkJob<'a> {
    pub target: &'a Target,
    pub artifact: Artifact,
    /// Objects and archives, in order.
    pub inputs: Vec<PathBuf>,
    /// Libraries, users before what they use.
    pub libs: Vec<Lib>,
    /// `-L`
    pub search: Vec<PathBuf>,
    pub output: PathBuf,
    /// Whether the code can run at any address; see [`crate::PicMode`].
    pub pic: bool,
    /// Passed to the C compiler as they are.
    pub extra: Vec<OsString>,
    /// The C compiler that was asked for, if one was.
    pub cc: Option<PathBuf>,
    /// Whether the target is the machine at hand.
    pub native: bool,
    /// The architecture of the machine at hand, if it is a target's.
    pub host_arch: Option<Arch>,
    /// Whether a program of this name can be run.
    pub installed: &'a dyn Fn(&str) -> bool,
}

impl LinkJob<'_> {
    /// The command that links, the program first.
    pub fn command(&self) -> Result<Vec<OsString>, Box<Diagnostic>> {
        let mut args = self.compiler()?;
        match self.artifact {
            Artifact::Shared => args.push("-shared".into()),
            Artifact::Executable if self.target.object != ObjectFormat::Elf => {}
            Artifact::Executable if self.pic => args.push("-pie".into()),
            Artifact::Executable => args.push("-no-pie".into()),
        }
        args.extend(["-o".into(), self.output.clone().into_os_string()]);
        args.extend(self.inputs.iter().map(|p| p.clone().into_os_string()));
        for dir in &self.search {
            let mut arg = OsString::from("-L");
            arg.push(dir);
            args.push(arg);
        }
        self.push_libs(&mut args);
        args.extend(self.extra.iter().cloned());
        Ok(args)
    }

    /// The C compiler driver and the arguments that make it link for the target, with LLVM's linker where there is one.
    pub fn compiler(&self) -> Result<Vec<OsString>, Box<Diagnostic>> {
        if let Some(cc) = &self.cc {
            return Ok(vec![cc.clone().into_os_string()]);
        }
        let has = self.installed;
        let lld = if has("ld.lld") { &["-fuse-ld=lld"][..] } else { &[] };
        // Apple's linker is the only one that knows the current frameworks.
        let lld = if self.target.os == Os::MacOs { &[] } else { lld };
        let with = |cc: &str, args: &[&str]| {
            let mut command: Vec<OsString> = vec![cc.into()];
            command.extend(args.iter().map(|a| OsString::from(*a)));
            command
        };
        if self.native {
            // Debian installs LLVM's linker under a versioned name, where only the Clang of that version finds it.
            if lld.is_empty() && self.target.os != Os::MacOs && has("ld.lld-19") && has("clang-19") {
                return Ok(with("clang-19", &["-fuse-ld=lld"]));
            }
            if let Some(cc) = ["cc", "clang", "gcc", "clang-19"].into_iter().find(|cc| has(cc)) {
                return Ok(with(cc, lld));
            }
            return Err(self.no_compiler("cc, clang or gcc"));
        }
        let cross = cross_compilers(self.target, self.host_arch);
        if let Some(cc) = cross.iter().find(|cc| has(cc)) {
            return Ok(with(cc, &[]));
        }
        let for_target = format!("--target={}", self.target.triple);
        match ["clang", "clang-19"].into_iter().find(|cc| has(cc)) {
            Some(cc) => Ok(with(cc, &[&for_target, "-fuse-ld=lld"])),
            None => Err(self.no_compiler(&format!("{} or clang", cross[0]))),
        }
    }

    fn no_compiler(&self, wanted: &str) -> Box<Diagnostic> {
        let message = format!("no C compiler that links for `{}` is installed", self.target.triple);
        Box::new(
            Diagnostic::error(NO_C_COMPILER, Span::NONE, message)
                .note(format!("install {wanted}, or name one with `--linker`"))
                .note("`-c` stops before linking, and `vexc run` executes without it"),
        )
    }

    fn push_libs(&self, args: &mut Vec<OsString>) {
        let gnu = matches!(self.target.object, ObjectFormat::Elf) || self.target.os == Os::Windows;
        // Archives that use each other need the linker to go round; nobody should have to find that out.
        let statics = self.libs.iter().filter(|l| l.kind == LinkKind::Static).count();
        let group = gnu && statics > 0 && self.libs.len() > 1;
        if group {
            args.push("-Wl,--start-group".into());
        }
        for lib in &self.libs {
            let name = || OsString::from(format!("-l{}", lib.name));
            match lib.kind {
                LinkKind::Framework => args.extend(["-framework".into(), OsString::from(&lib.name)]),
                LinkKind::Static if gnu => args.extend(["-Wl,-Bstatic".into(), name(), "-Wl,-Bdynamic".into()]),
                LinkKind::Default | LinkKind::Dylib | LinkKind::Static => args.push(name()),
                // Is part of the module by now.
                LinkKind::Bitcode => {}
            }
        }
        if group {
            args.push("-Wl,--end-group".into());
        }
        // The code generator calls `fmod`, `floor` and the like where the CPU has no instruction for an operator.
        if self.target.object == ObjectFormat::Elf && self.target.os != Os::None {
            args.extend(["-Wl,--as-needed", "-lm", "-Wl,--no-as-needed"].map(OsString::from));
        }
    }
}

/// The command that puts objects into an archive, the same bytes each time.
pub fn archive_command(
    target: &Target,
    native: bool,
    inputs: &[PathBuf],
    output: &Path,
    installed: &dyn Fn(&str) -> bool,
) -> Vec<OsString> {
    let cross = format!("{}-ar", gnu_triple(target));
    let own: &[&str] = if native { &["ar"] } else { &[&cross] };
    let candidates = own.iter().copied().chain(["llvm-ar", "llvm-ar-19", "ar"]);
    let ar = candidates.into_iter().find(|c| installed(c)).unwrap_or("ar");
    // `D` leaves out times and owners; Apple's knows no such letter and asks the environment instead.
    let flags = if ar == "ar" && target.os == Os::MacOs { "rcs" } else { "rcsD" };
    let mut args: Vec<OsString> = vec![ar.into(), flags.into(), output.into()];
    args.extend(inputs.iter().map(|p| p.clone().into_os_string()));
    args
}

/// The names of C compilers that link for the target and no other, the most usual first.
pub fn cross_compilers(target: &Target, host_arch: Option<Arch>) -> Vec<String> {
    let mut names = vec![format!("{}-gcc", gnu_triple(target))];
    if target.env == Env::Musl {
        names.push(format!("{}-gcc", target.triple));
        // musl's own wrapper of the system's compiler.
        if host_arch == Some(target.arch) {
            names.push("musl-gcc".into());
        }
    }
    names
}

/// The objects and libraries that a linker's complaints name. What it only passed over is not among them.
pub fn named_files(stderr: &str) -> Vec<PathBuf> {
    let is_file = |word: &str| {
        let name = word.rsplit('/').next().unwrap_or(word);
        [".o", ".obj", ".a", ".lib", ".so", ".dylib"].iter().any(|end| name.ends_with(end)) || name.contains(".so.")
    };
    let lines = stderr.lines().filter(|line| !line.contains("skipping incompatible") && !line.contains("plugin"));
    let words = lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || "`'\"\u{2018}\u{2019},;".contains(c)));
    words.map(file_of_word).filter(|word| is_file(word)).map(PathBuf::from).collect()
}

/// The file in a word of a linker's: `libx.a(member.o)` is in an archive, `x.o:1:` and `x.o:(.text+0x5):` have a place behind.
fn file_of_word(word: &str) -> &str {
    if let Some((archive, _)) = word.split_once(".a(") {
        return &word[..archive.len() + 2];
    }
    let word = word.split_once(":(").map_or(word, |(file, _)| file).trim_matches(['(', ')']);
    let word = word.trim_end_matches([':', '.', ')']);
    match word.rsplit_once(':') {
        Some((file, line)) if line.bytes().all(|b| b.is_ascii_digit()) => file,
        _ => word,
    }
}

/// The triple as GNU tools spell it in their names: without the vendor.
pub fn gnu_triple(target: &Target) -> String {
    let (arch, env) = (target.arch, target.env);
    match target.os {
        Os::Windows => format!("{arch}-w64-mingw32"),
        Os::Linux => format!("{arch}-linux-{env}"),
        Os::MacOs | Os::FreeBsd | Os::Wasi | Os::None | Os::Unknown => target.triple.clone(),
    }
}

/// Something that a linker complains of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Problem {
    MissingSymbol(String),
    MissingLibrary(String),
    DuplicateSymbol(String),
    /// Something is further away from the code that refers to it than the object format can say.
    OutOfRange,
}

/// What a linker's messages say: LLVM's, GNU's and Apple's.
pub fn parse_errors(stderr: &str) -> Vec<Problem> {
    // GNU's says of each use what is missing.
    let mut seen = HashSet::new();
    let all = stderr.lines().filter_map(parse_line);
    all.filter(|problem| seen.insert(problem.clone())).collect()
}

/// Whether a linker left out some of its complaints. LLVM's stops after the twentieth unless it is told not to.
fn stopped(stderr: &str) -> bool {
    stderr.lines().any(|line| line.contains("too many errors emitted"))
}

fn parse_line(line: &str) -> Option<Problem> {
    // LLVM's and mold; GNU's.
    let far = line.contains(" out of range") || line.contains("relocation truncated to fit");
    if far && line.contains("relocation") {
        return Some(Problem::OutOfRange);
    }
    let after = |key: &str| line.split_once(key).map(|(_, rest)| rest.trim());
    let quoted = |text: &str| {
        let text = text.trim_start_matches(['`', '\'', '"', '\u{2018}']);
        text.split(['\'', '"', ';', ',', '\u{2019}']).next().unwrap_or("").trim().to_string()
    };
    // Names of C++ have commas in them: LLVM's linker puts nothing behind the name, GNU's a quotation mark.
    if let Some(rest) = after("undefined symbol: ") {
        return Some(Problem::MissingSymbol(rest.to_string()));
    }
    if let Some(rest) = after("undefined reference to ") {
        let name = rest.trim_start_matches(['`', '\'', '\u{2018}']).trim_end_matches(['\'', '\u{2019}']);
        return Some(Problem::MissingSymbol(name.to_string()));
    }
    if line.trim_end().ends_with(", referenced from:") {
        // Apple's names have an underscore before them.
        let name = quoted(line.trim());
        return Some(Problem::MissingSymbol(name.strip_prefix('_').unwrap_or(&name).to_string()));
    }
    if let Some(rest) = after("unable to find library -l").or_else(|| after("library not found for -l")) {
        return Some(Problem::MissingLibrary(quoted(rest)));
    }
    if let Some(rest) = after("cannot find -l") {
        return Some(Problem::MissingLibrary(rest.split(':').next().unwrap_or(rest).trim().to_string()));
    }
    if line.contains("ld: library '") && line.ends_with("not found") {
        return after("ld: library ").map(|rest| Problem::MissingLibrary(quoted(rest)));
    }
    after("duplicate symbol: ")
        .or_else(|| after("multiple definition of "))
        .map(|rest| Problem::DuplicateSymbol(quoted(rest)))
}

/// What to tell the user where a linker for another machine finds nothing of that machine's system, not even its C library:
/// that all at once, and not of each library that is missing.
pub fn no_system(target: &Target, stderr: &str) -> Option<Diagnostic> {
    let system = ["c", "System", "gcc", "msvcrt", "ucrt", "mingw32"];
    let is_it = |problem: &Problem| matches!(problem, Problem::MissingLibrary(l) if system.contains(&l.as_str()));
    parse_errors(stderr).iter().any(is_it).then(|| {
        let message = format!("there is no C library for `{}` here to link with", target.name);
        let cross = format!("{}-gcc", gnu_triple(target));
        let error = Diagnostic::error(NO_C_COMPILER, Span::NONE, message);
        let install = format!("install {cross}, or say with `--link-arg=--sysroot=DIR` where the system's files are");
        let error = if target.object == ObjectFormat::Elf { error.note(install) } else { error };
        error.note("`-c` stops before linking")
    })
}

/// A file that is linked and does not belong to the target.
pub struct Foreign {
    /// As a message has it.
    pub name: String,
    pub misfit: Misfit,
    /// Where the program asks for it, if it does.
    pub asked: Option<Span>,
}

/// What to tell the user of a file that the command line or the program names.
pub fn foreign_file(target: &Target, file: &Foreign) -> Diagnostic {
    let Foreign { name, misfit, asked } = file;
    let (code, message) = match misfit {
        Misfit::Machine(_) => (FOREIGN_FILE, format!("{name} is not for `{}`", target.name)),
        Misfit::Libc(_) => (FOREIGN_LIBC, format!("{name} is not for the C library of `{}`", target.name)),
        Misfit::Nothing(_) => (FOREIGN_FILE, format!("{name} is nothing that can be linked")),
    };
    let error = Diagnostic::error(code, asked.unwrap_or(Span::NONE), message);
    let error = if asked.is_some_and(|span| !span.is_none()) { error.label("asked for here") } else { error };
    let error = error.note(binary::reason(misfit, target));
    match misfit {
        Misfit::Libc(libc) => other_target(error, target, libc.which),
        Misfit::Machine(_) | Misfit::Nothing(_) => error,
    }
}

/// What to tell the user where a C compiler linked what the system of another C library has, of its own accord.
pub fn foreign_system(target: &Target, files: &[(PathBuf, CLibrary)], cc: Option<&Path>) -> Diagnostic {
    const MOST: usize = 3;
    let theirs = files.first().map_or("another C library", |(_, libc)| libc.which.name());
    let message = match Libc::of(target) {
        Some(own) => format!("this links {theirs}, and the C library of `{}` is {}", target.name, own.name()),
        None => format!("this links {theirs}, and `{}` has no C library", target.name),
    };
    let mut error = Diagnostic::error(FOREIGN_LIBC, Span::NONE, message);
    for (path, libc) in files.iter().take(MOST) {
        error = error.note(format!("`{}` is for {}: {}", path.display(), libc.which.name(), libc.because));
    }
    if files.len() > MOST {
        error = error.note(format!("and {} more", files.len() - MOST));
    }
    error = match (cc, Libc::of(target)) {
        (Some(cc), _) => error.note(format!("that is what `--linker={}` links", cc.display())),
        (None, Some(_)) => error.note(format!(
            "install {}{}, name another C compiler that links for the target with `--linker`, or say with \
             `--link-arg=--sysroot=DIR` where the system's files are",
            cross_compilers(target, None)[0],
            if target.env == Env::Musl { " (on Debian and Ubuntu in the package `musl-tools`)" } else { "" }
        )),
        (None, None) => error.note("`--link-arg=-nostdlib` links no library that is not named"),
    };
    let error = match files.first() {
        Some((_, libc)) => other_target(error, target, libc.which),
        None => error,
    };
    error.note("`-c` stops before linking")
}

/// What to tell the user where a linker made something for another machine or C library.
pub fn foreign_output(target: &Target, misfit: &Misfit) -> Diagnostic {
    let message = format!("what the linker made is not for `{}`", target.name);
    Diagnostic::error(FOREIGN_OUTPUT, Span::NONE, message)
        .note(binary::reason(misfit, target))
        .note("`--linker` names a C compiler that links for the target")
}

/// What to tell the user of a C source that was compiled with another C library's headers.
pub fn foreign_headers(
    target: &Target,
    source: &Path,
    header: &Path,
    (theirs, own): (Libc, Libc),
    cc: Option<&str>,
) -> Diagnostic {
    let source = source.display();
    let message = format!(
        "`{source}` was compiled for {}, and the C library of `{}` is {}",
        theirs.name(),
        target.name,
        own.name()
    );
    let error = Diagnostic::error(FOREIGN_HEADERS, Span::NONE, message)
        .note(format!("it includes `{}`: types, constants and functions have other meanings there", header.display()));
    let error = error.note(match cc {
        Some(cc) => format!("that is what `{cc}` includes, which `CC` names"),
        None => format!("install {}, or name a C compiler of the target's in `CC`", cross_compilers(target, None)[0]),
    });
    other_target(error, target, theirs)
}

/// The target for which a file of another C library would be right.
fn other_target(error: Diagnostic, target: &Target, libc: Libc) -> Diagnostic {
    let all = TARGETS.iter().filter_map(|name| Target::parse(name).ok());
    let right = all.into_iter().find(|other| other.arch == target.arch && Libc::of(other) == Some(libc));
    match right {
        Some(other) => error.note(format!("`--target={}` compiles for {}", other.name, libc.name())),
        None => error,
    }
}

/// What to tell the user of a linker that failed: of each complaint, at the declaration it is about.
pub fn diagnose(cx: &Cx, program: &Program, stderr: &str, installed: &Installed) -> Vec<Diagnostic> {
    let problems = parse_errors(stderr);
    if problems.is_empty() {
        let text = stderr.trim();
        let error = Diagnostic::error(LINKER_FAILED, Span::NONE, "the linker failed");
        return vec![if text.is_empty() { error } else { error.note(text) }];
    }
    let mut errors = explain(cx, program, &problems, installed);
    if let Some(last) = errors.last_mut() {
        if problems.len() > MAX_EXPLAINED {
            last.notes.push("`--verbose` shows all that the linker says".into());
        }
        if stopped(stderr) {
            let more =
                "the linker stopped here and may have more to say; `--link-arg=-Wl,--error-limit=0` lets it go on";
            last.notes.push(more.into());
        }
    }
    errors
}

/// So many of a linker's complaints are explained, the others are counted: what is to be found out about each is found in all
/// of the program and of what is installed.
pub const MAX_EXPLAINED: usize = 100;

/// The diagnostics for complaints; also for what execution in memory finds missing.
pub fn explain(cx: &Cx, program: &Program, problems: &[Problem], installed: &Installed) -> Vec<Diagnostic> {
    let mut offered = HashSet::new();
    let places = Places::new(program);
    let exported = program.fns.iter().filter(|(_, f)| f.linkage == Linkage::Export).map(|(_, f)| cx.text(f.symbol));
    let exported: Vec<&str> = exported.filter(|symbol| *symbol != "main").collect();
    let one = |problem: &Problem| match problem {
        Problem::MissingSymbol(name) => {
            let alone = program.libs.is_empty();
            missing_symbol(name, places.of(cx, name), (&exported, alone), installed, &mut offered)
        }
        Problem::MissingLibrary(name) => missing_library(cx, program, name, installed),
        Problem::DuplicateSymbol(name) => {
            let span = places.of(cx, name).unwrap_or(Span::NONE);
            Diagnostic::error(SYMBOL_DEFINED_TWICE, span, format!("the symbol `{name}` is defined twice"))
                .label("defined here")
                .note("the other definition is in a library or object that is linked")
        }
        Problem::OutOfRange => too_far(cx, program),
    };
    let (explained, others) = problems.split_at(problems.len().min(MAX_EXPLAINED));
    let mut errors: Vec<Diagnostic> = explained.iter().map(one).collect();
    errors.extend(counted(others));
    errors
}

/// What is said of complaints that are not explained.
fn counted(problems: &[Problem]) -> Vec<Diagnostic> {
    type Kind = (Code, fn(&Problem) -> bool, [&'static str; 2]);
    let kinds: [Kind; 3] = [
        (
            UNDEFINED_SYMBOL,
            |p| matches!(p, Problem::MissingSymbol(_)),
            ["symbol is undefined", "symbols are undefined"],
        ),
        (
            LIBRARY_NOT_FOUND,
            |p| matches!(p, Problem::MissingLibrary(_)),
            ["library is not found", "libraries are not found"],
        ),
        (
            SYMBOL_DEFINED_TWICE,
            |p| matches!(p, Problem::DuplicateSymbol(_)),
            ["symbol is defined twice", "symbols are defined twice"],
        ),
    ];
    let one = |(code, is_it, [one, many]): Kind| {
        let count = problems.iter().filter(|problem| is_it(problem)).count();
        let message = format!("{count} more {}", if count == 1 { one } else { many });
        (count > 0).then(|| Diagnostic::error(code, Span::NONE, message))
    };
    kinds.into_iter().filter_map(one).collect()
}

/// Statics are what makes a program so large, as a rule: the largest is named.
fn too_far(cx: &Cx, program: &Program) -> Diagnostic {
    let size = |global: &Global| layout(&program.types, &cx.target, global.ty).map_or(0, |layout| layout.size);
    let own = || program.globals.values().filter(|global| global.linkage != Linkage::Import);
    let all = own().map(size).sum::<u64>();
    let largest = own().max_by_key(|global| size(global));
    let span = largest.map_or(Span::NONE, |global| global.span);
    Diagnostic::error(TOO_FAR, span, format!("the statics of the program have {all} bytes together"))
        .label("the largest of them")
        .note(
            "code reaches 2147483648 bytes of the program, before and behind; more is allocated when the program runs",
        )
}

/// What is installed on this machine, as far as it has to do with what is missing. Whoever may look at files finds it out.
#[derive(Default)]
pub struct Installed {
    /// Everything that was searched for symbols, as the user calls it.
    pub searched: Vec<String>,
    /// Who defines a symbol that is missing.
    pub definers: HashMap<String, Definers>,
    /// What is to be said of a library that is missing.
    pub hints: HashMap<String, Hint>,
}

/// The libraries that define a symbol.
#[derive(Default)]
pub struct Definers {
    /// The first few, the most likely first.
    pub best: Vec<Definer>,
    /// How many there are besides.
    pub more: usize,
    /// Where an attribute of the `extern` block that declares the symbol goes, and what stands before it on its line.
    pub block: Option<(Span, String)>,
}

/// A library that defines a symbol.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Definer {
    /// As `#[link]` and `-l` take it.
    pub name: String,
    pub file: PathBuf,
    /// Whether it can be linked by its name: it cannot if only the file is there that the loader looks for.
    pub by_name: bool,
}

/// What is to be said of a library that is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hint {
    /// The name of one that is there and certainly meant, and why.
    Meant(String, String),
    /// The name of one that may be meant, and why.
    Similar(String, String),
    Note(String),
}

fn missing_symbol(
    name: &str,
    span: Option<Span>,
    (exported, alone): (&[&str], bool),
    installed: &Installed,
    offered: &mut HashSet<(Span, String)>,
) -> Diagnostic {
    let definers = installed.definers.get(name).filter(|d| !d.best.is_empty());
    let mut error =
        Diagnostic::error(UNDEFINED_SYMBOL, span.unwrap_or(Span::NONE), format!("undefined symbol `{name}`"));
    error = match (span, definers) {
        (Some(_), Some(_)) => error.label("declared here, and defined in nothing that is linked"),
        (Some(_), None) => error.label("declared here, but defined nowhere"),
        (None, _) => error.note("it is used by an object or library that is linked"),
    };
    if let Some(definers) = definers {
        error = offer(error, definers, offered);
    } else {
        if let Some(close) = closest(name, exported.iter().copied()) {
            error = error.note(format!("the program exports a symbol with a similar name: `{close}`"));
        } else if alone {
            error = error.note("a library is named with `#[link(name = \"…\")]` on the `extern` block, or with `-l`");
        }
    }
    match installed.searched.as_slice() {
        [] => error,
        searched => error.note(format!("linked libraries: {}", in_code(searched))),
    }
}

fn in_code(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Offers to link a library that defines what is missing; once for each block, as its other symbols come along.
fn offer(error: Diagnostic, definers: &Definers, offered: &mut HashSet<(Span, String)>) -> Diagnostic {
    let Some((best, others)) = definers.best.split_first() else { return error };
    let Definer { name, file, by_name } = best;
    let mut error = error;
    if !by_name {
        error = error.note(format!(
            "`{}` defines it, but a linker finds `{name}` only by a file without a version in its name, which is often in a \
             package of its own, with `-dev` or `-devel` at its end",
            file.display()
        ));
    } else if let Some((at, indent)) = &definers.block {
        let attribute = format!("#[link(name = \"{name}\")]");
        if !offered.insert((*at, name.clone())) {
            error = error.note(format!("the installed library `{name}` defines it, too: `{attribute}`"));
        } else {
            let message = format!("the installed library `{name}` defines it");
            // What defines it alone is what is meant.
            let sure = others.is_empty();
            let text = format!("{attribute}\n{indent}");
            error = if sure { error.fix(*at, text, message) } else { error.suggest(*at, text, message) };
        }
    } else {
        error = error.note(format!("the installed library `{name}` defines it: link it with `-l {name}`"));
    }
    if !others.is_empty() {
        let names: Vec<String> = others.iter().map(|other| other.name.clone()).collect();
        let more = if definers.more > 0 { format!(" and {} more", definers.more) } else { String::new() };
        error = error.note(format!("it is also defined by {}{more}", in_code(&names)));
    }
    error
}

fn missing_library(cx: &Cx, program: &Program, name: &str, installed: &Installed) -> Diagnostic {
    let span = program.libs.iter().find(|l| cx.text(l.name) == name).map(|l| l.span);
    let error =
        Diagnostic::error(LIBRARY_NOT_FOUND, span.unwrap_or(Span::NONE), format!("the library `{name}` is not found"));
    let error = if span.is_some() { error.label("asked for here") } else { error };
    match installed.hints.get(name) {
        Some(hint) => give_hint(error, span, hint),
        None => error.note(format!("on Debian and Ubuntu it is often in a package named `lib{name}-dev`")),
    }
    .note("`-L DIR` adds a directory to search")
}

fn give_hint(error: Diagnostic, span: Option<Span>, hint: &Hint) -> Diagnostic {
    let (name, why, sure) = match hint {
        Hint::Note(text) => return error.note(text.as_str()),
        Hint::Meant(name, why) => (name, why, true),
        Hint::Similar(name, why) => (name, why, false),
    };
    match span.filter(|span| !span.is_none()) {
        Some(at) if sure => error.fix(at, format!("\"{name}\""), why.as_str()),
        Some(at) => error.suggest(at, format!("\"{name}\""), why.as_str()),
        None => error.note(format!("{why}: `-l {name}`")),
    }
}

/// The diagnostic for a library of `kind = "bitcode"` that is in none of the directories of `-L`.
pub fn missing_bitcode(cx: &Cx, program: &Program, name: &str, hint: Option<&Hint>) -> Diagnostic {
    let is_it = |l: &&vex_ir::tree::LinkLib| l.kind == LinkKind::Bitcode && cx.text(l.name) == name;
    let span = program.libs.iter().find(is_it).map(|l| l.span);
    let error =
        Diagnostic::error(LIBRARY_NOT_FOUND, span.unwrap_or(Span::NONE), format!("the library `{name}` is not found"));
    let error = if span.is_some() { error.label("asked for here") } else { error };
    match hint {
        Some(hint) => give_hint(error, span, hint),
        None => error.note(format!(
            "as bitcode, it is a file `lib{name}.bc` or `{name}.bc`: `clang -O1 -c -emit-llvm {name}.c` makes one"
        )),
    }
    .note("`-L DIR` adds a directory to search")
}

/// The names that may have been meant by one under which no library is found, the longest first: what stands around a name
/// in the names of files and in options is not part of it. `libz.so.1`, `-lz` and `/usr/lib/libz.a` are `z`.
pub fn plain_names(name: &str) -> Vec<String> {
    const ENDINGS: &[&str] = &[".so", ".a", ".dylib", ".tbd", ".dll", ".lib", ".la", ".bc", ".o", ".framework"];
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let file = file.strip_prefix("-l").unwrap_or(file).trim();
    let file = file.strip_prefix(':').unwrap_or(file);
    // A version stands behind the ending on some systems, before it on others.
    let bare = |text: &str| -> String {
        let mut text = text;
        if let Some(at) = text.find(".so.") {
            text = &text[..at];
        }
        let mut shorter = true;
        while shorter {
            let before = text;
            text = ENDINGS.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
            shorter = text.len() < before.len();
        }
        text.to_string()
    };
    let stem = bare(file);
    let mut names = vec![stem.clone()];
    names.extend(stem.strip_prefix("lib").map(String::from));
    // `libz.1.dylib`, `libpng16.16`
    for whole in names.clone() {
        let unversioned = whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        if whole.contains('.') && !unversioned.is_empty() {
            names.push(unversioned.to_string());
            names.extend(whole.split('.').next().map(String::from));
        }
    }
    names.retain(|plain| !plain.is_empty() && plain != name);
    let mut seen = Vec::new();
    names.retain(|plain| {
        let new = !seen.contains(plain);
        seen.push(plain.clone());
        new
    });
    names
}

/// Where the program declares or defines its symbols.
pub struct Places(HashMap<Symbol, Span>);

impl Places {
    /// The place of a function counts before that of a static, and the first of several.
    pub fn new(program: &Program) -> Places {
        let functions = program.fns.values().map(|f| (f.symbol, f.span));
        let mut places = HashMap::new();
        for (symbol, span) in functions.chain(program.globals.values().map(|g| (g.symbol, g.span))) {
            places.entry(symbol).or_insert(span);
        }
        Places(places)
    }

    pub fn of(&self, cx: &Cx, name: &str) -> Option<Span> {
        self.0.get(&cx.interner.lookup(name)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job<'a>(target: &'a Target, installed: &'a dyn Fn(&str) -> bool) -> LinkJob<'a> {
        LinkJob {
            target,
            artifact: Artifact::Executable,
            inputs: vec!["a.o".into()],
            libs: Vec::new(),
            search: vec!["lib".into()],
            output: "a".into(),
            pic: true,
            extra: Vec::new(),
            cc: None,
            native: true,
            host_arch: Some(Arch::X86_64),
            installed,
        }
    }

    fn text(args: Vec<OsString>) -> String {
        let all = args.iter().map(|a| a.to_string_lossy()).collect::<Vec<_>>().join(" ");
        all.replace("-Wl,--as-needed -lm -Wl,--no-as-needed", "+libm")
    }

    fn lib(name: &str, kind: LinkKind) -> Lib {
        Lib { name: name.into(), kind }
    }

    #[test]
    fn links_with_what_is_installed() {
        let linux = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let cc = |name: &str| name == "cc";
        assert_eq!(text(job(&linux, &cc).command().unwrap()), "cc -pie -o a a.o -Llib +libm");
        let lld = |name: &str| ["cc", "ld.lld"].contains(&name);
        assert_eq!(text(job(&linux, &lld).command().unwrap()), "cc -fuse-ld=lld -pie -o a a.o -Llib +libm");
        let versioned = |name: &str| ["cc", "clang-19", "ld.lld-19"].contains(&name);
        assert_eq!(text(job(&linux, &versioned).command().unwrap()), "clang-19 -fuse-ld=lld -pie -o a a.o -Llib +libm");
        let nothing = |_: &str| false;
        assert_eq!(job(&linux, &nothing).command().unwrap_err().code, NO_C_COMPILER);
    }

    #[test]
    fn libraries_keep_their_order_and_kind() {
        let linux = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let cc = |name: &str| name == "cc";
        let mut with_libs = job(&linux, &cc);
        with_libs.artifact = Artifact::Shared;
        with_libs.libs = vec![lib("b", LinkKind::Default), lib("a", LinkKind::Dylib)];
        assert_eq!(text(with_libs.command().unwrap()), "cc -shared -o a a.o -Llib -lb -la +libm");
        with_libs.libs[0].kind = LinkKind::Static;
        let grouped =
            "cc -shared -o a a.o -Llib -Wl,--start-group -Wl,-Bstatic -lb -Wl,-Bdynamic -la -Wl,--end-group +libm";
        assert_eq!(text(with_libs.command().unwrap()), grouped);
    }

    #[test]
    fn cross_compilers_have_their_names() {
        let arm = Target::parse("aarch64-unknown-linux-gnu").unwrap();
        let gcc = |name: &str| name == "aarch64-linux-gnu-gcc";
        let mut cross = job(&arm, &gcc);
        cross.native = false;
        assert_eq!(text(cross.command().unwrap()), "aarch64-linux-gnu-gcc -pie -o a a.o -Llib +libm");
        let clang = |name: &str| name == "clang";
        let mut cross = job(&arm, &clang);
        cross.native = false;
        let start = "clang --target=aarch64-unknown-linux-gnu -fuse-ld=lld";
        assert!(text(cross.command().unwrap()).starts_with(start));
    }

    #[test]
    fn names_of_files_are_names_of_libraries() {
        for written in [
            "libz",
            "libz.so",
            "libz.so.1",
            "libz.so.1.2.13",
            "z.so",
            "-lz",
            "libz.a",
            "/usr/lib/libz.so",
            "z.lib",
            ":libz.so",
        ] {
            assert!(plain_names(written).contains(&"z".to_string()), "{written}: {:?}", plain_names(written));
        }
        assert_eq!(plain_names("z"), Vec::<String>::new());
        // The longest first: there is a library `libcommon`, too.
        assert_eq!(plain_names("libcommon.so"), ["libcommon", "common"]);
        assert!(plain_names("libpng16.16.dylib").contains(&"png16".to_string()));
        assert_eq!(plain_names("lib"), Vec::<String>::new());
    }

    #[test]
    fn finds_files_in_what_linkers_say() {
        let paths = |all: &[&str]| all.iter().map(PathBuf::from).collect::<Vec<_>>();
        let said = "ld.lld: error: ./liby.a(m.o) is incompatible with elf64-x86-64\n\
            ld.lld: error: a.o:1: unexpected EOF\n/usr/bin/ld: b.o:(.text+0x5): what\n\
            /usr/bin/ld: skipping incompatible /l/libz.so when searching for -lz\n\
            /usr/bin/ld: i386 architecture of input file `c.o' is incompatible with i386:x86-64 output\n\
            /usr/bin/ld: /usr/lib/x.c: no file in wrong format: /l/libd.so.6.\n\
            /usr/bin/ld: /g/liblto_plugin.so: error loading plugin\n";
        assert_eq!(named_files(said), paths(&["./liby.a", "a.o", "b.o", "c.o", "/l/libd.so.6"]));
    }

    #[test]
    fn understands_linkers() {
        let lld = "ld.lld: error: undefined symbol: foo\n>>> referenced by a.o:(main)\nld.lld: error: unable to find library -lbar\n";
        assert_eq!(parse_errors(lld), [Problem::MissingSymbol("foo".into()), Problem::MissingLibrary("bar".into())]);
        let gnu = "/usr/bin/ld: a.o: in function `main':\na.c:(.text+0x5): undefined reference to `foo'\n\
                   /usr/bin/ld: cannot find -lbar: No such file or directory\n/usr/bin/ld: multiple definition of `baz'; a.o";
        let expected = [
            Problem::MissingSymbol("foo".into()),
            Problem::MissingLibrary("bar".into()),
            Problem::DuplicateSymbol("baz".into()),
        ];
        assert_eq!(parse_errors(gnu), expected);
        let apple = "Undefined symbols for architecture arm64:\n  \"_foo\", referenced from:\n      _main in a.o\nld: library 'bar' not found";
        assert_eq!(parse_errors(apple), [Problem::MissingSymbol("foo".into()), Problem::MissingLibrary("bar".into())]);
        let mangled = "ld.lld: error: undefined symbol: f(std::pair<int, int>)\n/usr/bin/ld: undefined reference to `f(std::pair<int, int>)'";
        assert_eq!(parse_errors(mangled), [Problem::MissingSymbol("f(std::pair<int, int>)".into())]);
        let no_system = |said: &str| no_system(&Target::parse("riscv64gc-unknown-linux-gnu").unwrap(), said);
        assert_eq!(no_system("ld.lld: error: unable to find library -lc").unwrap().code, NO_C_COMPILER);
        assert!(no_system("ld.lld: error: unable to find library -lz").is_none());
        assert_eq!(parse_errors("collect2: error: ld returned 1 exit status"), []);
        let uses = "ld: a.o: undefined reference to `foo'\nld: a.o: undefined reference to `bar'\n".repeat(3);
        assert_eq!(parse_errors(&uses), ["foo", "bar"].map(|name| Problem::MissingSymbol(name.into())));
    }
}
