//! What symbols are in the files that a program is linked with, held against what the program says of them.
//!
//! Linkers compare names alone (only GNU's looks at thread-local variables, too), so that a function may be read as a variable,
//! or a thread-local variable at the address of its first value in the file. The format is that of the System V ABI, chapter 4,
//! "Symbol Table"; others are not read.

use object::read::archive::ArchiveFile;
use object::{Object, ObjectKind, ObjectSymbol, SymbolKind};
use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::flow::{Linkage, Program};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::{Code, Cx, Diagnostic};

/// A function declared as a variable, or the other way round.
const NOT_A_FUNCTION: Code = Code("E0819");
/// Thread-local in C alone, or in the program alone.
const NOT_THREAD_LOCAL: Code = Code("E0820");
/// A static that is larger than the variable in C.
const STATIC_SIZE: Code = Code("E0821");

/// What a symbol stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Code; `STT_GNU_IFUNC`, too, of which the loader chooses one of several.
    Function,
    /// A variable of so many bytes; 0 if the file does not say.
    Data(u64),
    ThreadLocal(u64),
}

/// A symbol of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub name: String,
    pub kind: Kind,
    /// In what order linkers take definitions of one name; 0 is used, but not defined there.
    rank: u8,
}

impl Known {
    /// A definition that comes before any other.
    pub fn defined(name: String, kind: Kind) -> Known {
        Known { name, kind, rank: STRONG }
    }
}

const USED: u8 = 0;
const SHARED: u8 = 1;
const WEAK: u8 = 2;
const STRONG: u8 = 3;

/// Names of symbols.
pub type Names = FxHashSet<String>;

/// The symbols that a program shares with other files, without those whose declaration is known to be `right`.
pub fn shared(cx: &Cx, program: &Program, right: impl Fn(Span) -> bool) -> Names {
    let fns = program.fns.values().map(|f| (f.linkage, f.span, f.symbol));
    let globals = program.globals.values().filter(|g| !g.unnamed).map(|g| (g.linkage, g.span, g.symbol));
    let shared = fns.chain(globals).filter(|(linkage, span, _)| *linkage != Linkage::Internal && !right(*span));
    shared.map(|(_, _, symbol)| cx.text(symbol).to_string()).collect()
}

/// Those of `names` that an object, a shared library or an archive has; of an archive, only a member if one is named. None of
/// what is no ELF file.
pub fn read(bytes: &[u8], member: Option<&str>, names: &Names) -> Vec<Known> {
    let mut found = Vec::new();
    match ArchiveFile::parse(bytes) {
        Ok(archive) => {
            for entry in archive.members().flatten() {
                if member.is_none_or(|m| m.as_bytes() == entry.name())
                    && let Ok(data) = entry.data(bytes)
                {
                    read_file(data, names, &mut found);
                }
            }
        }
        Err(_) => read_file(bytes, names, &mut found),
    }
    found
}

fn read_file(bytes: &[u8], names: &Names, found: &mut Vec<Known>) {
    let Ok(file) = object::File::parse(bytes) else { return };
    if file.format() != object::BinaryFormat::Elf {
        return;
    }
    let shared = file.kind() == ObjectKind::Dynamic;
    let mut add = |symbol: object::Symbol<'_, '_>| {
        let kind = match symbol.kind() {
            SymbolKind::Text => Kind::Function,
            SymbolKind::Data => Kind::Data(symbol.size()),
            SymbolKind::Tls => Kind::ThreadLocal(symbol.size()),
            // References to variables that are not thread-local do not record the kind of symbol.
            SymbolKind::Unknown if symbol.is_undefined() && !shared => Kind::Data(0),
            // Labels of assembly may be anything.
            _ => return,
        };
        let rank = match () {
            () if symbol.is_local() => return,
            () if symbol.is_undefined() && shared => return,
            () if symbol.is_undefined() => USED,
            () if shared => SHARED,
            () if symbol.is_weak() || symbol.is_common() => WEAK,
            () => STRONG,
        };
        if let Some(name) = symbol.name().ok().filter(|name| names.contains(*name)) {
            found.push(Known { name: name.to_string(), kind, rank });
        }
    };
    if shared { file.dynamic_symbols().for_each(&mut add) } else { file.symbols().for_each(&mut add) }
}

/// A file, as messages name it, and its symbols.
pub type File = (String, Vec<Known>);

/// Holds the program's declarations and definitions against the files that it is linked with, in their order. Reports go to
/// the context; whether there is an error.
pub fn check(cx: &mut Cx, program: &Program, files: &[File]) -> bool {
    let mut table = Table::default();
    for (file, symbols) in files {
        symbols.iter().for_each(|known| table.add(file, known));
    }
    let mut reports = Vec::new();
    for function in program.fns.values() {
        let name = cx.text(function.symbol);
        if function.is_import() {
            let found = table.defined.get(name).filter(|(_, known)| known.kind != Kind::Function);
            reports.extend(found.map(|(file, known)| no_function(name, function.span, file, known.kind)));
        }
    }
    for global in program.globals.values().filter(|g| !g.unnamed) {
        let name = cx.text(global.symbol);
        match global.linkage {
            Linkage::Import => {
                let Some((file, known)) = table.defined.get(name) else { continue };
                let size = layout(&program.types, &cx.target, global.ty).map_or(0, |l| l.size);
                let report = match (known.kind, global.thread_local) {
                    (Kind::Function, _) => Some(no_variable(name, global.span, file)),
                    (Kind::ThreadLocal(_), false) => Some(thread_local(name, global.span, file)),
                    (Kind::Data(_), true) => Some(not_thread_local(name, global.span, file)),
                    (Kind::Data(theirs) | Kind::ThreadLocal(theirs), _) => {
                        (theirs != 0 && size > theirs).then(|| too_large(name, global.span, file, size, theirs))
                    }
                };
                reports.extend(report);
            }
            Linkage::Export => {
                let Some((file, known)) = table.used.get(name) else { continue };
                let theirs = matches!(known.kind, Kind::ThreadLocal(_));
                if theirs != global.thread_local {
                    reports.push(used_otherwise(name, global.span, file, theirs));
                }
            }
            Linkage::Internal => {}
        }
    }
    let failed = !reports.is_empty();
    reports.into_iter().for_each(|report| cx.emit(report));
    failed
}

/// The symbols of all files, by name, each as the linker takes it.
#[derive(Default)]
struct Table<'a> {
    defined: FxHashMap<&'a str, (&'a str, &'a Known)>,
    used: FxHashMap<&'a str, (&'a str, &'a Known)>,
}

impl<'a> Table<'a> {
    fn add(&mut self, file: &'a str, known: &'a Known) {
        if known.rank == USED {
            // A symbol marked as thread-local is one; a mere name may stand in a list.
            let entry = self.used.entry(&known.name).or_insert((file, known));
            if matches!(known.kind, Kind::ThreadLocal(_)) {
                *entry = (file, known);
            }
            return;
        }
        let entry = self.defined.entry(&known.name).or_insert((file, known));
        if known.rank > entry.1.rank {
            *entry = (file, known);
        }
    }
}

fn no_function(name: &str, span: Span, file: &str, kind: Kind) -> Diagnostic {
    let (thread_local, what) = match kind {
        Kind::ThreadLocal(_) => ("#[thread_local] ", "a thread-local variable"),
        Kind::Function | Kind::Data(_) => ("", "a variable"),
    };
    Diagnostic::error(NOT_A_FUNCTION, span, format!("`{name}` is {what}, and declared as a function"))
        .label("declared as a function")
        .note(format!("{file} defines it"))
        .note(format!("a variable of C is declared as `{thread_local}static {name}: T;`"))
}

fn no_variable(name: &str, span: Span, file: &str) -> Diagnostic {
    Diagnostic::error(NOT_A_FUNCTION, span, format!("`{name}` is a function, and declared as a static"))
        .label("reading it would read the function's code")
        .note(format!("{file} defines it"))
        .note(format!("a function of C is declared as `fn {name}(…) -> R;`; `{name} as *void` is its address"))
}

fn thread_local(name: &str, span: Span, file: &str) -> Diagnostic {
    let message = format!("`{name}` is thread-local, and declared without `#[thread_local]`");
    let error = Diagnostic::error(NOT_THREAD_LOCAL, span, message)
        .label("every thread has its own")
        .note(format!("{file} defines it"))
        .note("`#[thread_local]` on the declaration says so");
    if name == "errno" { error.note("`errno()` of \"std/libc\" gives its value on every target") } else { error }
}

fn not_thread_local(name: &str, span: Span, file: &str) -> Diagnostic {
    let message = format!("`{name}` is not thread-local, and declared with `#[thread_local]`");
    Diagnostic::error(NOT_THREAD_LOCAL, span, message)
        .label("all threads share it")
        .note(format!("{file} defines it"))
        .note("without `#[thread_local]` the declaration is right")
}

fn used_otherwise(name: &str, span: Span, file: &str, theirs: bool) -> Diagnostic {
    let (message, note) = match theirs {
        true => ("is used as thread-local, and defined without `#[thread_local]`", "`#[thread_local]` here"),
        false => ("is defined with `#[thread_local]`, and used as what all threads share", "`_Thread_local` there"),
    };
    Diagnostic::error(NOT_THREAD_LOCAL, span, format!("`{name}` {message}"))
        .label("defined here")
        .note(format!("{file} uses it"))
        .note(format!("{note}, or neither"))
}

fn too_large(name: &str, span: Span, file: &str, ours: u64, theirs: u64) -> Diagnostic {
    let bytes = |n: u64| format!("{n} byte{}", if n == 1 { "" } else { "s" });
    let message = format!("`{name}` has {}, and is declared with {}", bytes(theirs), bytes(ours));
    Diagnostic::error(STATIC_SIZE, span, message)
        .label("what lies behind the variable would be read as part of it")
        .note(format!("{file} defines it"))
}

/// The files that a linker says it has read, with the members of archives: what `--trace` of LLVM's, GNU's and mold prints.
pub fn traced(said: &str) -> Vec<(&str, Option<&str>)> {
    let lines = said.lines().map(|line| line.strip_prefix("trace: ").unwrap_or(line).trim());
    let parts = lines.map(|line| {
        // Older ones of GNU's: `(libx.a)member.o`.
        if let Some((archive, member)) = line.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            return (archive, Some(member));
        }
        // And `-lx (libx.so)`.
        if let Some((_, file)) = line.strip_prefix("-l").and_then(|rest| rest.strip_suffix(')')?.split_once(" (")) {
            return (file, None);
        }
        let member = line.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        member.map_or((line, None), |(archive, member)| (archive, Some(member)))
    });
    parts.collect()
}

/// The files that GNU's linker compares when it finds a thread-local symbol to be none elsewhere: it has not read them to the
/// end, and does not trace them. Its words are those of `_bfd_elf_merge_symbol`.
pub fn compared(said: &str) -> Vec<(&str, Option<&str>)> {
    let lines = said.lines().filter(|line| line.contains("TLS ") && line.contains(" mismatches "));
    let parts = lines.flat_map(|line| line.split(" in ").skip(1));
    parts
        .map(|part| (part.split(" section ").next().unwrap_or(part), None))
        .map(|(part, member)| {
            let file = part.split(" mismatches ").next().unwrap_or(part);
            (file.split_once(".a(").map_or(file, |(stem, _)| &file[..stem.len() + 2]), member)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linkers_name_what_they_read() {
        let said = "/lib/crt1.o\n./liba.a(x.o)\ntrace: libb.a(y.o)\n(libc.a)z.o\n/a (1)/d.so\n-lx (/l/libx.so)\n";
        let expected = [
            ("/lib/crt1.o", None),
            ("./liba.a", Some("x.o")),
            ("libb.a", Some("y.o")),
            ("libc.a", Some("z.o")),
            ("/a (1)/d.so", None),
            ("/l/libx.so", None),
        ];
        assert_eq!(traced(said), expected);
    }

    #[test]
    fn gnu_names_what_it_compares() {
        let said = "ld: errno: TLS definition in /lib/libc.so.6 section .tbss mismatches non-TLS reference in /tmp/x.o\n\
                    ld: y: TLS reference in /tmp/x.o mismatches non-TLS definition in liba.a(y.o) section .data\n\
                    ld: /lib/libc.so.6: error adding symbols: bad value\n";
        let files: Vec<&str> = compared(said).into_iter().map(|(file, _)| file).collect();
        assert_eq!(files, ["/lib/libc.so.6", "/tmp/x.o", "/tmp/x.o", "liba.a"]);
    }

    #[test]
    fn the_first_strong_definition_counts() {
        let known = |kind, rank| Known { name: "x".into(), kind, rank };
        let files = [known(Kind::Function, SHARED), known(Kind::Data(1), WEAK), known(Kind::Data(2), STRONG)];
        let strong = known(Kind::Data(3), STRONG);
        let mut table = Table::default();
        files.iter().chain([&strong]).for_each(|k| table.add("f", k));
        assert_eq!(table.defined["x"].1.kind, Kind::Data(2));
    }
}
