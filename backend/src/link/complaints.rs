//! What linkers say when they fail: LLVM's, GNU's and Apple's.

use std::collections::HashSet;
use std::path::PathBuf;

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
pub(super) fn stopped(stderr: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(parse_errors("collect2: error: ld returned 1 exit status"), []);
        let uses = "ld: a.o: undefined reference to `foo'\nld: a.o: undefined reference to `bar'\n".repeat(3);
        assert_eq!(parse_errors(&uses), ["foo", "bar"].map(|name| Problem::MissingSymbol(name.into())));
    }
}
