//! Symbols and libraries that are missing, and what is installed of them.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use vex_ir::Cx;
use vex_ir::diag::{Code, Diagnostic, closest};
use vex_ir::flow::Program;
use vex_ir::span::Span;
use vex_ir::tree::LinkKind;

/// A symbol that nothing defines.
pub const UNDEFINED_SYMBOL: Code = Code("E0801");
/// A library that the linker or loader does not find.
pub const LIBRARY_NOT_FOUND: Code = Code("E0802");

/// What is installed on this machine and relevant to what is missing. The driver collects it.
#[derive(Default)]
pub struct Installed {
    /// Every file that was searched for symbols, as the user refers to it.
    pub searched: Vec<String>,
    /// By missing symbol, the libraries that define it.
    pub definers: HashMap<String, Definers>,
    /// By missing library, what may have been meant.
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

/// What is known about a library that is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hint {
    /// The name of one that is there and certainly meant, and why.
    Meant(String, String),
    /// The name of one that may be meant, and why.
    Similar(String, String),
    Note(String),
}

pub(super) fn missing_symbol(
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

pub(super) fn missing_library(cx: &Cx, program: &Program, name: &str, installed: &Installed) -> Diagnostic {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
