//! The module loader: from the root to all that it imports.
//!
//! It reads files only through [`Files`]. A module is known by its key: `std/libc` in the standard library, and elsewhere the
//! path of its file from the directory of the root, without `.vx`. Every module is loaded once; cycles are fine. What is not
//! found is no error here: an import that `cfg` prunes need not exist.

use crate::excerpt::{excerpt, imported};
use crate::names::{Names, add_module, name_of_key};
use crate::parallel::{Text, Threads, may_have_sections, parse_texts};
use crate::parser::parse_file;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use vex_ir::lang::Surface;
use vex_ir::tree::library::declaration;
use vex_ir::tree::scopes::is_prelude;
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const UNREADABLE_MODULE: Code = Code("E0040");
const SOURCES_TOO_LARGE: Code = Code("E0042");

/// Where texts come from.
pub trait Files {
    /// The text of the file at a path; `None` if no file is there; `Err` if it cannot be read.
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String>;

    /// A file of the standard library that the compiler brings along, by its path in there: `std/time.vx`.
    fn embedded(&self, path: &str) -> Option<Arc<str>>;
}

/// No files at all: for single texts.
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _path: &str) -> Result<Option<Arc<str>>, String> {
        Ok(None)
    }
    fn embedded(&self, _path: &str) -> Option<Arc<str>> {
        None
    }
}

/// The modules that belong to every program: the runtime, and the prelude.
pub const EVERY_PROGRAM: [&str; 3] = ["std/rt", "std/core", "std/core/boxed"];

/// Where modules are looked for.
#[derive(Clone, Default, Debug)]
pub struct Search {
    /// `-I DIR`, in order.
    pub include: Vec<String>,
    /// `--std DIR`, which replaces the embedded standard library.
    pub std: Option<String>,
    /// Keys of modules that are loaded without being imported, if they are there: [`EVERY_PROGRAM`].
    pub always: Vec<String>,
    /// The modules of the standard library that a program may import, by their paths in there: for messages.
    pub std_modules: Vec<String>,
    pub threads: Threads,
}

/// Parses the root and everything that it imports.
pub fn load(cx: &mut Cx, files: &dyn Files, root_path: &str, root_text: Arc<str>, search: &Search) -> Program {
    let mut loader = Loader::new(cx, files, search, root_path);
    loader.program.std_modules = search.std_modules.iter().map(|name| loader.cx.interner.intern(name)).collect();
    let stem = strip_vx(&normalize(root_path));
    let key = stem.rsplit('/').next().unwrap_or("").to_string();
    loader.parse(&key, root_path.to_string(), root_text, None);
    let keys = search.always.iter().filter_map(|key| key.strip_prefix("std/"));
    let (mut prelude, first): (Vec<&str>, Vec<&str>) = keys.partition(|path| is_prelude(&format!("std/{path}")));
    first.into_iter().for_each(|path| _ = loader.std_module(path));
    loader.resolve_all(0);
    // One may name another.
    while let Some(next) = prelude.iter().position(|path| loader.is_named(path)) {
        loader.prelude(prelude.swap_remove(next));
    }
    loader.reference();
    loader.program
}

/// The module of the standard library that says what the C library has.
const LIBRARY: &str = "libc";

/// The names of what a program may share with C, and the names that attributes give them.
fn symbols(cx: &mut Cx, program: &Program) -> Vec<Symbol> {
    let mut found = Vec::new();
    for (_, item) in program.items.iter() {
        let may_share = item.is_foreign() || item.is_pub && item.as_fn().is_some() || !item.attrs.is_empty();
        if program.modules[item.module].is_std || !may_share {
            continue;
        }
        found.push(item.name.name);
        for attr in &item.attrs {
            let AttrKind::Raw(raw) = attr.kind::<Surface>();
            strings(raw, &mut |text| found.push(cx.interner.intern(text)));
        }
    }
    found
}

/// The strings in an attribute, those under `cfg_attr` too.
fn strings(attr: &RawAttr, found: &mut dyn FnMut(&str)) {
    match &attr.value {
        RawValue::Str(text, _) => found(text),
        RawValue::List(list, _) => list.iter().for_each(|attr| strings(attr, found)),
        RawValue::None | RawValue::Int(..) => {}
    }
}

/// Parses a single text: imports find only the modules that it contains.
pub fn parse_module(cx: &mut Cx, path: &str, text: &str) -> Program {
    load(cx, &NoFiles, path, text.into(), &Search::default())
}

/// What a path leads to.
enum Found {
    Module(ModuleId),
    Nothing,
    /// It could not be read.
    Failed,
}

/// The module of the C library that the compiler brings along, as long as it is not known what is imported from it: it is parsed
/// last, and only as far as it is needed.
struct Library {
    module: ModuleId,
    text: Arc<str>,
    base: u32,
    /// The names that importers give.
    names: FxHashSet<Symbol>,
    /// Whether all of it is needed.
    whole: bool,
}

struct Loader<'a> {
    cx: &'a mut Cx,
    files: &'a dyn Files,
    search: &'a Search,
    /// The directory of the root, normalised; empty for the current one.
    root_dir: String,
    program: Program,
    names: Names,
    modules: FxHashMap<String, ModuleId>,
    /// Places that an import was looked for in.
    searched: Vec<String>,
    /// The import that is being resolved.
    at: Span,
    unreadable: FxHashMap<String, ()>,
    /// Texts whose modules are there, but empty still. Parsing them later, in this order, is the same: none of them has sections.
    waiting: Vec<Text>,
    library: Option<Library>,
}

impl<'a> Loader<'a> {
    fn new(cx: &'a mut Cx, files: &'a dyn Files, search: &'a Search, root_path: &str) -> Loader<'a> {
        Loader {
            cx,
            files,
            search,
            root_dir: dir_of(&normalize(root_path)).to_string(),
            program: Program::default(),
            names: Names::default(),
            modules: FxHashMap::default(),
            searched: Vec::new(),
            at: Span::NONE,
            unreadable: FxHashMap::default(),
            waiting: Vec::new(),
            library: None,
        }
    }

    /// Adds a module and parses its text; sections in it become modules too.
    fn parse(&mut self, key: &str, path: String, text: Arc<str>, at: Option<Span>) -> ModuleId {
        let (module, base) = self.add(key, path, text.clone(), at);
        base.into_iter().for_each(|base| self.parse_into(module, text.clone(), base));
        module
    }

    /// Adds a module, and its text to the sources, if that fits.
    fn add(&mut self, key: &str, path: String, text: Arc<str>, at: Option<Span>) -> (ModuleId, Option<u32>) {
        let wanted = self.cx.interner.intern_name(&name_of_key(key));
        let key_symbol = self.cx.interner.intern(key);
        let module = add_module(self.cx, &mut self.program, &mut self.names, wanted, key_symbol);
        self.modules.insert(key.to_string(), module);
        let name = path.clone();
        let len = text.len() as u32;
        let Ok(file) = self.cx.sources.add(path, text) else {
            let message = format!("`{name}` does not fit: all sources together are limited to 4 GiB");
            self.emit(Diagnostic::error(SOURCES_TOO_LARGE, at.unwrap_or(Span::NONE), message));
            return (module, None);
        };
        let base = self.cx.sources.files()[file].base;
        self.program.modules[module].span = Span::new(base, base + len);
        (module, Some(base))
    }

    /// Parses the text of a module.
    fn parse_into(&mut self, module: ModuleId, text: Arc<str>, base: u32) {
        if self.search.threads.count > 1 && !may_have_sections(&text) {
            self.waiting.push(Text { module, text, base });
        } else {
            self.parse_now(module, &text, base);
        }
    }

    /// Parses the text of a module, or a part of it, in which the rest is blank.
    fn parse_now(&mut self, module: ModuleId, text: &str, base: u32) {
        self.parse_waiting();
        for section in parse_file(self.cx, &mut self.program, &mut self.names, module, text, base) {
            let key = self.cx.text(section.key.name).to_string();
            self.modules.entry(key).or_insert(section.module);
        }
    }

    /// Parses what is needed of the C library.
    fn parse_library(&mut self, Library { module, text, base, names, whole }: Library) {
        // A path from the top needs no import.
        let path = memchr::memmem::Finder::new("::libc");
        let whole = whole || self.cx.sources.files().iter().any(|file| path.find(file.text.as_bytes()).is_some());
        let symbols = symbols(self.cx, &self.program);
        let texts = |symbol: &Symbol| self.cx.text(*symbol);
        let (names, symbols) = (names.iter().map(texts).collect(), symbols.iter().map(texts).collect());
        let part = if whole { None } else { imported(&text, &names, &symbols) };
        match part {
            Some(part) => self.parse_now(module, &part, base),
            None => self.parse_into(module, text, base),
        }
    }

    fn parse_waiting(&mut self) {
        let texts = std::mem::take(&mut self.waiting);
        parse_texts(self.cx, &mut self.program, texts, &self.search.threads);
    }

    fn emit(&mut self, diagnostic: Diagnostic) {
        // What is wrong with the texts before comes first.
        self.parse_waiting();
        self.cx.emit(diagnostic);
    }

    /// Resolves the imports of all modules, those that this loads included.
    fn resolve_all(&mut self, mut next: usize) {
        loop {
            while next < self.program.items.len() {
                let id = ItemId::from_raw((next as u32).into());
                next += 1;
                self.resolve(id);
            }
            match self.library.take() {
                None if self.waiting.is_empty() => return,
                None => {}
                // Its own imports lead to nothing that imports it.
                Some(library) if self.waiting.is_empty() => self.parse_library(library),
                library => self.library = library,
            }
            self.parse_waiting();
        }
    }

    /// Whether the program has a name that a module of the prelude declares, whatever the program means by it.
    fn is_named(&mut self, path: &str) -> bool {
        let text = self.std_paths(path).iter().find_map(|full| self.std_text(full).ok().flatten());
        let text = text.unwrap_or_default();
        let declared = text.lines().filter(|line| line.starts_with("pub ")).filter_map(declaration);
        declared.into_iter().any(|(_, name)| self.cx.interner.lookup(name).is_some())
    }

    fn prelude(&mut self, path: &str) {
        let next = self.program.items.len();
        let _ = self.std_module(path);
        self.resolve_all(next);
    }

    /// Loads what `std/libc` says of the symbols that the program shares with C, where it does not import it.
    fn reference(&mut self) {
        let key = format!("std/{LIBRARY}");
        let file = format!("{key}/mod.vx");
        let full = self.search.std.as_ref().map(|dir| format!("{}/{LIBRARY}/mod.vx", dir.trim_end_matches('/')));
        let imported = self.modules.contains_key(&key);
        let path = full.as_ref().unwrap_or(&file);
        let loaded = self.cx.sources.files().iter().find(|file| imported && file.path == *path);
        let text = match (loaded, &full) {
            (Some(file), _) => Some(file.text.clone()),
            (None, Some(full)) => self.files.read(full).ok().flatten(),
            (None, None) => self.files.embedded(&file),
        };
        self.program.c_library = CLibrary::new(text.clone());
        let Some(text) = text.filter(|_| !imported) else { return };
        let wanted = symbols(self.cx, &self.program);
        if wanted.is_empty() {
            return;
        }
        let names: FxHashSet<&str> = wanted.iter().map(|s| self.cx.text(*s)).collect();
        let Some(part) = excerpt(&text, &names) else { return };
        let next = self.program.items.len();
        let (module, base) = self.add(&key, full.unwrap_or(file), text, None);
        self.program.modules[module].is_reference = true;
        base.into_iter().for_each(|base| self.parse_now(module, &part, base));
        self.resolve_all(next);
    }

    fn resolve(&mut self, id: ItemId) {
        let item = &self.program.items[id];
        let ItemData::Import(import) = item.raw() else { return };
        let path = import.path.to_string();
        let names: Vec<Symbol> = match &import.names {
            ImportNames::Module(_) => Vec::new(),
            ImportNames::Items(items) => items.iter().map(|i| i.name.name).collect(),
        };
        self.at = import.path_span;
        let from = self.program.modules[item.module].key;
        let from = self.cx.text(from).to_string();
        self.searched.clear();
        let (target, modules) = self.target(&path, &from, &names);
        if let Some(library) = &mut self.library {
            let named = matches!(target, ImportTarget::Module(module) if module == library.module);
            library.whole |= named && names.is_empty() || modules.contains(&Some(library.module));
            library.names.extend(names.iter().filter(|_| named));
        }
        let ItemData::Import(import) = self.program.items[id].raw_mut() else { return };
        import.target = target;
        if let ImportNames::Items(items) = &mut import.names {
            for (item, module) in items.iter_mut().zip(modules) {
                item.module = module;
            }
        }
    }

    /// What an import leads to; for a folder, also the module of each name.
    fn target(&mut self, path: &str, from: &str, names: &[Symbol]) -> (ImportTarget, Vec<Option<ModuleId>>) {
        match self.find(path, from) {
            Found::Module(id) => return (ImportTarget::Module(id), Vec::new()),
            Found::Failed => return (ImportTarget::Error, Vec::new()),
            Found::Nothing => {}
        }
        let searched = std::mem::take(&mut self.searched);
        let mut modules = Vec::new();
        for &name in names {
            let name = self.cx.text(name).to_string();
            match self.find(&format!("{}/{name}", path.trim_end_matches('/')), from) {
                Found::Module(id) => modules.push(Some(id)),
                Found::Failed => return (ImportTarget::Error, Vec::new()),
                Found::Nothing => modules.push(None),
            }
        }
        let folder = modules.iter().any(Option::is_some) || (path == "std" && !names.is_empty());
        match folder {
            true => (ImportTarget::Folder, modules),
            false => (ImportTarget::Missing { searched }, Vec::new()),
        }
    }

    /// The module that `path` names in an import of the module `from`.
    fn find(&mut self, path: &str, from: &str) -> Found {
        let path = path.strip_suffix(".vx").unwrap_or(path);
        if path.starts_with("./") || path.starts_with("../") || path == "." || path == ".." {
            return self.relative(path, from);
        }
        if let Some(rest) = path.strip_prefix("std/") {
            return self.std_module(&normalize(rest));
        }
        if path == "std" {
            return self.std_module("mod");
        }
        if path.starts_with('/') {
            return self.at_key(&self.key_of_path(&normalize(path)), None);
        }
        self.included(&normalize(path))
    }

    fn relative(&mut self, path: &str, from: &str) -> Found {
        if let Some(inside) = from.strip_prefix("std/") {
            return self.relative_in_std(path, inside);
        }
        let key = join(dir_of(from), path);
        self.at_key(&key, None)
    }

    /// A module of the standard library has a key without `/mod`, so that its own folder may be meant, or the one around it.
    fn relative_in_std(&mut self, path: &str, from: &str) -> Found {
        let own = join(from, path);
        match self.std_module(&own) {
            Found::Nothing => self.std_module(&join(dir_of(from), path)),
            found => found,
        }
    }

    /// A module of the standard library, by its path in there without `.vx`.
    fn std_module(&mut self, path: &str) -> Found {
        if path.starts_with("..") {
            return Found::Nothing;
        }
        let key = format!("std/{path}");
        if let Some(&id) = self.modules.get(&key) {
            return Found::Module(id);
        }
        for full in self.std_paths(path) {
            match self.std_text(&full) {
                Ok(Some(text)) if path == LIBRARY && self.search.std.is_none() => {
                    let (module, base) = self.add(&key, full, text.clone(), Some(self.at));
                    let library = |base| Library { module, text, base, names: FxHashSet::default(), whole: false };
                    self.library = base.map(library);
                    return Found::Module(module);
                }
                Ok(Some(text)) => return Found::Module(self.parse(&key, full, text, Some(self.at))),
                Ok(None) => self.searched.push(full),
                Err(()) => return Found::Failed,
            }
        }
        Found::Nothing
    }

    /// Where the text of a module of the standard library may be.
    fn std_paths(&self, path: &str) -> [String; 2] {
        let dir = self.search.std.as_ref().map_or("std", |dir| dir.trim_end_matches('/'));
        [format!("{dir}/{path}.vx"), format!("{dir}/{path}/mod.vx")]
    }

    fn std_text(&mut self, full: &str) -> Result<Option<Arc<str>>, ()> {
        match self.search.std {
            Some(_) => self.read(full),
            None => Ok(self.files.embedded(full)),
        }
    }

    /// A module by its key without `/mod`: one that is known, or a file.
    fn at_key(&mut self, key: &str, under: Option<&str>) -> Found {
        for key in [key.to_string(), join(key, "mod")] {
            if let Some(&id) = self.modules.get(&key) {
                return Found::Module(id);
            }
        }
        for key in [key.to_string(), join(key, "mod")] {
            let path = match under {
                Some(path) if key.ends_with("/mod") && !path.ends_with("/mod") => format!("{path}/mod.vx"),
                Some(path) => format!("{path}.vx"),
                None => format!("{}.vx", join(&self.root_dir, &key)),
            };
            match self.read(&path) {
                Ok(Some(text)) => return Found::Module(self.parse(&key, path, text, Some(self.at))),
                Ok(None) => self.searched.push(path),
                Err(()) => return Found::Failed,
            }
        }
        Found::Nothing
    }

    /// A module in one of the `-I` directories; or one that the program contains under this very key.
    fn included(&mut self, path: &str) -> Found {
        if let Some(&id) = self.modules.get(path) {
            return Found::Module(id);
        }
        for dir in &self.search.include {
            let file = join(&normalize(dir), path);
            match self.at_key(&self.key_of_path(&file), Some(&file)) {
                Found::Nothing => {}
                found => return found,
            }
        }
        Found::Nothing
    }

    /// The key of a file, without `.vx`: its path from the directory of the root.
    fn key_of_path(&self, path: &str) -> String {
        if path.starts_with('/') != self.root_dir.starts_with('/') {
            return path.to_string();
        }
        let mut root = self.root_dir.split('/').filter(|p| !p.is_empty()).peekable();
        let mut parts = path.split('/').filter(|p| !p.is_empty()).peekable();
        while root.peek().is_some() && root.peek() == parts.peek() {
            root.next();
            parts.next();
        }
        let up = root.map(|_| "..");
        up.chain(parts).collect::<Vec<_>>().join("/")
    }

    fn read(&mut self, path: &str) -> Result<Option<Arc<str>>, ()> {
        if self.unreadable.contains_key(path) {
            return Err(());
        }
        self.files.read(path).map_err(|why| {
            self.unreadable.insert(path.to_string(), ());
            let message = format!("cannot read `{path}`: {why}");
            self.emit(Diagnostic::error(UNREADABLE_MODULE, self.at, message));
        })
    }
}

/// The part before the last `/`, without it.
fn dir_of(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) => "/",
        Some(end) => &path[..end],
        None => "",
    }
}

fn strip_vx(path: &str) -> String {
    path.strip_suffix(".vx").unwrap_or(path).to_string()
}

/// `path` as seen from the directory `dir`.
fn join(dir: &str, path: &str) -> String {
    if path.starts_with('/') {
        return normalize(path);
    }
    match dir {
        "" => normalize(path),
        dir => normalize(&format!("{dir}/{path}")),
    }
}

/// Without `.`, and without `..` where something precedes it. The links of a file system are not looked at.
fn normalize(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|p| *p != "..") => {
                parts.pop();
            }
            ".." if path.starts_with('/') => {}
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    if path.starts_with('/') { format!("/{joined}") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        assert_eq!(normalize("./a/../b//c"), "b/c");
        assert_eq!(normalize("../../x"), "../../x");
        assert_eq!(normalize("/a/../../b"), "/b");
        assert_eq!(join("a/b", "../c"), "a/c");
        assert_eq!(join("", "../c"), "../c");
        assert_eq!(dir_of("a"), "");
        assert_eq!(dir_of("/a"), "/");
    }

    #[test]
    fn names() {
        assert_eq!(name_of_key("std/libc"), "libc");
        assert_eq!(name_of_key("../my-lib/mod"), "my_lib");
        assert_eq!(name_of_key("type"), "type_");
        assert_eq!(name_of_key("2d"), "_2d");
    }
}
