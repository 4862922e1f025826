//! What is to be said where a symbol or a library is missing: which library has it, under which name.

use crate::flags::linking::Linking;
use crate::link::belongs;
use crate::link::search;
use crate::session::Session;
use crate::system::paths::absolute;
use crate::system::{files, paths, tools};
use object::read::ReadCache;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_backend::binary;
use vex_backend::link::{self, Definer, Definers, Hint, Installed, Problem, plain_names};
use vex_ir::diag::closest;
use vex_ir::span::Span;
use vex_ir::target::{Env, ObjectFormat, Target};
use vex_ir::tree::{ItemData, LinkKind};
use vex_ir::{Cx, flow};

/// How many libraries are named for a symbol.
const MOST_NAMED: usize = 3;
/// How many files are looked into, and how many names in them: on a machine with more, not all is found.
const MOST_FILES: usize = 8192;
const MOST_NAMES: usize = 50_000_000;

/// A library that is there.
struct Library {
    name: String,
    /// What a linker takes for it; a script may name several.
    files: Vec<PathBuf>,
    /// Whether it is found by its name.
    by_name: bool,
    form: Form,
    /// The place of its directory in the order of search.
    dir: usize,
    /// Those of the wanted symbols that it defines.
    defines: HashSet<String>,
}

/// What is to be known for the diagnostics of these problems.
///
/// `compiler` is the command that links, as far as it finds libraries by itself; without it, the program is executed in
/// memory.
pub fn installed(
    session: &Session,
    linking: &Linking,
    program: &flow::Program,
    problems: &[Problem],
    compiler: Option<&[OsString]>,
) -> Installed {
    let cx = &session.cx;
    let mut found = Installed { searched: searched(cx, linking, program), ..Installed::default() };
    let missing: HashSet<String> = problems
        .iter()
        .filter_map(|problem| match problem {
            Problem::MissingSymbol(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    let explained = &problems[..problems.len().min(link::MAX_EXPLAINED)];
    let absent = || {
        explained.iter().filter_map(|problem| match problem {
            Problem::MissingLibrary(name) => Some(name.as_str()),
            _ => None,
        })
    };
    if missing.is_empty() && absent().next().is_none() {
        return found;
    }
    let dirs = directories(session, linking, compiler);
    let mut blocks = Blocks::new(session);
    let mut of_library: HashMap<&str, HashSet<String>> = HashMap::new();
    for name in absent() {
        of_library.insert(name, blocks.declared_with(program, name));
    }
    let wanted: HashSet<&str> = missing.iter().chain(of_library.values().flatten()).map(String::as_str).collect();
    let mut all = in_directories(&cx.target, &dirs, compiler.is_none());
    let linked: HashSet<String> = found.searched.iter().cloned().collect();
    look_into(&mut all, &cx.target, &wanted, &linked);
    for name in absent() {
        if let Some(hint) = hint(session, linking, program, name, &dirs, &all, &of_library[name]) {
            found.hints.insert(name.to_string(), hint);
        }
    }
    let spans = link::SymbolSpans::new(program);
    found.definers = definers(&all, &missing, explained);
    for (symbol, definers) in &mut found.definers {
        definers.block = spans.of(cx, symbol).and_then(|span| blocks.insertion(span));
    }
    found
}

/// Of each symbol whose absence is explained, the libraries that define it. What defines most of all that is missing comes
/// first, then the linker's order.
fn definers(all: &[Library], missing: &HashSet<String>, explained: &[Problem]) -> HashMap<String, Definers> {
    let is_it = |problem: &Problem| match problem {
        Problem::MissingSymbol(name) => Some(name.clone()),
        _ => None,
    };
    let explained: HashSet<String> = explained.iter().filter_map(is_it).collect();
    let mut order: Vec<(usize, &Library)> =
        all.iter().map(|lib| (lib.defines.iter().filter(|s| missing.contains(*s)).count(), lib)).collect();
    order.retain(|(count, _)| *count > 0);
    order.sort_by_key(|(count, lib)| (Reverse(*count), rank(lib)));
    let mut found: HashMap<String, Definers> = HashMap::new();
    for (_, lib) in order {
        for symbol in lib.defines.iter().filter(|symbol| explained.contains(*symbol)) {
            let definers = found.entry(symbol.clone()).or_default();
            if definers.best.len() < MOST_NAMED {
                let file = lib.files.first().cloned().unwrap_or_default();
                definers.best.push(Definer { name: lib.name.clone(), file, by_name: lib.by_name });
            } else {
                definers.more += 1;
            }
        }
    }
    found
}

/// Of libraries that are as good as each other: what can be linked before what only the loader finds, in the order of search,
/// shared before static, and the shorter name first: what is longer is often a part or a variant.
fn rank(lib: &Library) -> (bool, usize, bool, usize, &str) {
    (lib.form == Form::Versioned, lib.dir, (lib.form == Form::Static), lib.name.len(), &lib.name)
}

/// Everything that is searched for symbols, in order, as the user names it: libraries of declarations and options, files, and
/// what is always linked.
fn searched(cx: &Cx, linking: &Linking, program: &flow::Program) -> Vec<String> {
    let mut names: Vec<String> = linking
        .objects
        .iter()
        .filter(|path| !path.extension().is_some_and(|e| e == "o" || e == "obj"))
        .map(|path| path.display().to_string())
        .collect();
    names.extend(linking.libraries(cx, program).into_iter().map(|lib| lib.name));
    let words = linking.args.iter().flat_map(|arg| match arg.strip_prefix("-Wl,") {
        Some(list) => list.split(',').collect::<Vec<_>>(),
        None => vec![arg.as_str()],
    });
    let mut named = false;
    for word in words {
        if named {
            names.push(word.to_string());
            named = false;
        } else if matches!(word, "-l" | "--library") {
            named = true;
        } else if let Some(name) = word.strip_prefix("-l").or(word.strip_prefix("--library=")) {
            names.push(name.to_string());
        } else if !word.starts_with('-') && [".a", ".so", ".dylib", ".lib"].iter().any(|end| word.ends_with(end)) {
            names.push(word.to_string());
        }
    }
    if cx.target.os.is_hosted() {
        names.push("c".into());
        if cx.target.object == ObjectFormat::Elf {
            names.push("m".into());
        }
    }
    let mut seen = HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// The directories in which libraries are searched for, in order.
fn directories(session: &Session, linking: &Linking, compiler: Option<&[OsString]>) -> Vec<PathBuf> {
    let Some(compiler) = compiler else { return search::library_dirs(&linking.dirs) };
    let mut dirs: Vec<PathBuf> = linking.dirs.iter().map(|dir| absolute(dir)).collect();
    if session.native {
        dirs.extend(std::env::split_paths(&std::env::var_os("LIBRARY_PATH").unwrap_or_default()));
    }
    if session.cx.target.env == Env::Musl && !session.native {
        // What `musl-gcc` adds to a compiler that knows another C library's directories.
        let arch = session.cx.target.arch;
        dirs.extend([format!("/usr/lib/{arch}-linux-musl"), "/usr/local/musl/lib".into()].map(PathBuf::from));
    } else {
        let mut command = compiler.to_vec();
        command.extend(linking.args.iter().filter(|arg| arg.starts_with("--sysroot")).map(|arg| paths::word(arg)));
        command.push("-print-search-dirs".into());
        let said = tools::output(&command).ok().filter(|o| o.status.success()).map(|o| o.stdout);
        let text = String::from_utf8_lossy(&said.unwrap_or_default()).into_owned();
        let list = text.lines().find_map(|line| line.strip_prefix("libraries: "));
        dirs.extend(list.map(|l| std::env::split_paths(l.trim_start_matches('='))).into_iter().flatten());
        if session.native {
            dirs.extend(search::library_dirs(&[]));
        }
    }
    // Many are the same by several ways.
    let mut seen = HashSet::new();
    dirs.retain_mut(|dir| match std::fs::canonicalize(&*dir) {
        Ok(real) => {
            let new = seen.insert(real.clone());
            *dir = real;
            new
        }
        Err(_) => false,
    });
    dirs
}

/// The libraries in the directories, each where a linker finds it. With `versioned`, `libz.so.1` will do for `z`.
fn in_directories(target: &Target, dirs: &[PathBuf], versioned: bool) -> Vec<Library> {
    let mut found: BTreeMap<String, Library> = BTreeMap::new();
    let mut others: BTreeMap<String, Library> = BTreeMap::new();
    for (dir, path) in dirs.iter().enumerate() {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
        names.sort();
        let mut here: BTreeMap<String, Library> = BTreeMap::new();
        for file in names.iter().take(MOST_FILES) {
            let Some((name, form)) = name_of(target, file) else { continue };
            let full = path.join(file);
            let lib = Library {
                name: name.clone(),
                files: vec![full],
                by_name: versioned || form != Form::Versioned,
                form,
                dir,
                defines: HashSet::new(),
            };
            match form {
                // Names are in order: the newest version is the last.
                Form::Versioned => _ = others.insert(name, lib),
                Form::Shared => _ = here.insert(name, lib),
                Form::Static => _ = here.entry(name).or_insert(lib),
            }
        }
        for (name, lib) in here {
            found.entry(name).or_insert(lib);
        }
    }
    for (name, lib) in others {
        found.entry(name).or_insert(lib);
    }
    let mut all: Vec<Library> = found.into_values().collect();
    for lib in all.iter_mut().filter(|lib| lib.form != Form::Static) {
        let script = search::behind_script(&lib.files[0], dirs, target);
        lib.files.extend(script.unwrap_or_default());
        lib.files.dedup();
    }
    all
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Shared,
    Static,
    /// Only the loader finds it.
    Versioned,
}

/// The name of the library in a file of this name.
fn name_of(target: &Target, file: &str) -> Option<(String, Form)> {
    let between = |prefix: &str, suffix: &str| {
        let name = file.strip_prefix(prefix)?.strip_suffix(suffix)?;
        (!name.is_empty()).then(|| name.to_string())
    };
    let import = target.import_lib.and_then(|(prefix, suffix)| between(prefix, suffix));
    let shared = import.or_else(|| between(target.dylib_prefix, target.dylib_suffix));
    if let Some(name) = shared.filter(|_| target.import_lib.is_none() || !file.ends_with(".dll")) {
        return Some((name, Form::Shared));
    }
    if let Some(name) = between(target.staticlib_prefix, target.staticlib_suffix) {
        return Some((name, Form::Static));
    }
    let (name, version) = file.strip_prefix(target.dylib_prefix)?.split_once(&format!("{}.", target.dylib_suffix))?;
    let is_version = version.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_version && !name.is_empty() && target.object == ObjectFormat::Elf).then(|| (name.to_string(), Form::Versioned))
}

/// Finds out which of the wanted symbols libraries define; of those that are linked already, nothing.
fn look_into(all: &mut [Library], target: &Target, wanted: &HashSet<&str>, linked: &HashSet<String>) {
    let mut left = MOST_NAMES;
    for lib in all.iter_mut().filter(|lib| !linked.contains(&lib.name)).take(MOST_FILES) {
        for path in &lib.files {
            let Some(file) = files::open(path) else { continue };
            let cache = ReadCache::new(file);
            let defines = &mut lib.defines;
            let before = defines.len();
            // A table that is damaged defines nothing more.
            let _ = binary::defined(&cache, &mut |name| {
                left = left.saturating_sub(1);
                let Ok(name) = std::str::from_utf8(name) else { return };
                let name = name.strip_prefix(target.symbol_prefix).unwrap_or(name);
                if left > 0 && wanted.contains(name) {
                    defines.insert(name.to_string());
                }
            });
            if defines.len() > before && binary::identify(&cache).misfit(target).is_some() {
                defines.clear();
            }
        }
    }
}

/// What may be said of a library that is not found.
fn hint(
    session: &Session,
    linking: &Linking,
    program: &flow::Program,
    name: &str,
    dirs: &[PathBuf],
    all: &[Library],
    declared: &HashSet<String>,
) -> Option<Hint> {
    let (cx, target) = (&session.cx, &session.cx.target);
    let kind = linking.libraries(cx, program).iter().find(|lib| lib.name == name).map(|lib| lib.kind);
    let usable =
        |lib: &&Library| lib.by_name && (kind != Some(LinkKind::Static) || archive_of(target, lib, dirs).is_some());
    let plain = plain_names(name);
    let named = |name: &str| all.iter().find(|lib| lib.name == name);
    if let Some(lib) = plain.iter().find_map(|plain| named(plain).filter(usable)) {
        return Some(Hint::Meant(
            lib.name.clone(),
            "a library's name has neither `lib` nor the ending of its file".into(),
        ));
    }
    if let Some(path) = Some(Path::new(name)).filter(|path| name.contains('/') && path.is_file()) {
        return Some(Hint::Note(format!(
            "a file is not named with `#[link]`: give `{}` beside the program",
            path.display()
        )));
    }
    if let Some(why) = named(name).and_then(|lib| unusable(target, lib, kind)) {
        return Some(Hint::Note(why));
    }
    let count = |lib: &Library| lib.defines.iter().filter(|symbol| declared.contains(*symbol)).count();
    let best =
        all.iter().filter(|lib| count(lib) > 0).filter(usable).min_by_key(|lib| (Reverse(count(lib)), rank(lib)));
    if let Some(lib) = best {
        let symbol = lib.defines.iter().filter(|symbol| declared.contains(*symbol)).min()?;
        let why = format!("the installed library `{}` defines `{symbol}`, which is declared here", lib.name);
        return Some(Hint::Similar(lib.name.clone(), why));
    }
    let close =
        |name: &str| closest(name, all.iter().filter(usable).map(|lib| lib.name.as_str()).filter(|l| *l != name));
    if let Some(close) = close(name).or_else(|| plain.iter().find_map(|plain| close(plain))) {
        return Some(Hint::Similar(close.to_string(), "a library with a similar name is installed".into()));
    }
    if !session.native {
        let target = &target.name;
        return Some(Hint::Note(format!(
            "it is needed for `{target}`: what is installed for this machine will not do"
        )));
    }
    let plain = plain.last()?;
    Some(Hint::Note(format!(
        "a library's name has neither `lib` nor the ending of its file: `{plain}`, which is not found either; on Debian and \
         Ubuntu it is often in a package named `lib{plain}-dev`"
    )))
}

/// Why a library is not found by its name although there is a file of it.
fn unusable(target: &Target, lib: &Library, kind: Option<LinkKind>) -> Option<String> {
    let (name, file) = (&lib.name, lib.files[0].display());
    if kind == Some(LinkKind::Static) && lib.form != Form::Static {
        let wanted = target.staticlib(name);
        return Some(format!("`{file}` is there, but `kind = \"static\"` wants an archive, `{wanted}`"));
    }
    let content = belongs::content(&lib.files[0])?;
    if let Some(misfit) = content.misfit(target) {
        let what = binary::reason(&misfit, target);
        return Some(format!("`{file}` is there, but does not belong to the target: {what}"));
    }
    (!lib.by_name).then(|| {
        format!(
            "`{file}` is there, but a linker looks for a file without a version in its name, which is often in a package of \
             its own, with `-dev` or `-devel` at its end"
        )
    })
}

fn archive_of(target: &Target, lib: &Library, dirs: &[PathBuf]) -> Option<PathBuf> {
    dirs.iter().map(|dir| dir.join(target.staticlib(&lib.name))).find(|path| path.is_file())
}

/// The `extern` blocks of the program's own files: Flow knows functions alone, so the sources are parsed once more.
struct Blocks<'a> {
    session: &'a Session,
    of_file: HashMap<usize, Vec<Block>>,
}

/// Where a block stands, and its attributes.
struct Block {
    span: Span,
    attrs: Vec<Span>,
}

impl Blocks<'_> {
    fn new(session: &Session) -> Blocks<'_> {
        Blocks { session, of_file: HashMap::new() }
    }

    /// Those of the file in which a place is.
    fn around(&mut self, span: Span) -> &[Block] {
        let cx = &self.session.cx;
        let Some(index) = cx.sources.file_index(span).filter(|_| !self.session.source.is_flow) else { return &[] };
        self.of_file.entry(index).or_insert_with(|| {
            let file = &cx.sources.files()[index];
            let own = file.path == "<stdin>" || paths::path(&file.path).is_file() && !files::is_std(file);
            let of_std =
                self.session.source.own_std().is_some_and(|dir| paths::path(&file.path).starts_with(paths::path(dir)));
            if !own || of_std {
                return Vec::new();
            }
            let mut fresh = Cx::new(cx.target.clone(), cx.options.clone());
            let program = vex_frontend::parse_module(&mut fresh, &file.path, &file.text);
            let first = fresh.sources.files().first().map_or(1, |f| f.base);
            let moved = |span: Span| Span::new(span.lo - first + file.base, span.hi - first + file.base);
            let blocks = program.items.iter().filter(|(_, item)| matches!(item.raw(), ItemData::ExternBlock(_)));
            blocks
                .map(|(_, item)| Block {
                    span: moved(item.span),
                    attrs: item.attrs.iter().map(|attr| moved(attr.span)).collect(),
                })
                .collect()
        })
    }

    /// Where an attribute of the block around a declaration goes, and what stands before the block on its line.
    fn insertion(&mut self, span: Span) -> Option<(Span, String)> {
        let at = self.around(span).iter().find(|block| block.span.lo <= span.lo && span.hi <= block.span.hi)?.span.lo;
        let file = self.session.cx.sources.file(span)?;
        let before = &file.text[..(at - file.base) as usize];
        let line = before.rsplit('\n').next().unwrap_or("");
        let indent = if line.chars().all(char::is_whitespace) { line } else { "" };
        Some((Span::new(at, at), indent.to_string()))
    }

    /// The symbols that the block with `#[link(name = "…")]` declares and the program uses.
    fn declared_with(&mut self, program: &flow::Program, library: &str) -> HashSet<String> {
        let cx = &self.session.cx;
        let Some(lib) = program.libs.iter().find(|lib| cx.text(lib.name) == library) else { return HashSet::new() };
        let inside = |outer: Span, inner: Span| outer.lo <= inner.lo && inner.hi <= outer.hi;
        let blocks = self.around(lib.span);
        let Some(block) = blocks.iter().find(|b| b.attrs.iter().any(|attr| inside(*attr, lib.span))) else {
            return HashSet::new();
        };
        let functions = program.fns.iter().map(|(_, f)| (f.span, f.symbol, f.linkage));
        let statics = program.globals.iter().map(|(_, g)| (g.span, g.symbol, g.linkage));
        let foreign = functions.chain(statics).filter(|(_, _, linkage)| *linkage == flow::Linkage::Import);
        foreign
            .filter(|(span, ..)| inside(block.span, *span))
            .map(|(_, symbol, _)| cx.text(symbol).to_string())
            .collect()
    }
}

/// What may be said of a bitcode library that is not found.
pub fn bitcode_hint(dirs: &[PathBuf], name: &str) -> Option<Hint> {
    let there = |file: String| dirs.iter().any(|dir| dir.join(&file).is_file());
    let plain = plain_names(name);
    // `libx.bc` is found as `x` and as `libx`.
    let with_prefix = plain.iter().find(|plain| there(format!("lib{plain}.bc")));
    let meant = with_prefix.or_else(|| plain.iter().find(|plain| there(format!("{plain}.bc"))))?.clone();
    Some(Hint::Meant(meant, "a library's name has neither `lib` nor the ending of its file".into()))
}
