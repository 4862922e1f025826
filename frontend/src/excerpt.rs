//! The part of `std/libc` that a program needs: the rest is blank, so that places stay what they are.
//!
//! The module has two thousand lines, and a program that imports a function or two, or declares them itself, should not pay for
//! them. The text is expected in the layout that the standard library has: what stands at the top level begins in the first column,
//! members of an extern block after four spaces, and nothing else begins there.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use vex_ir::tree::library::{declaration, words};

/// A declaration that is either kept or blanked out.
struct Chunk {
    lines: Range<usize>,
    /// The extern block around it.
    block: Option<usize>,
}

/// What a name is of a declaration.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// That of a type, constant or variable of the module, or of an import.
    Type,
    /// That of a foreign function or variable.
    Member,
    /// Its symbol, where that is another one.
    Symbol,
    /// That of a function with a body.
    Function,
}

/// A name of a declaration.
struct Name {
    kind: Kind,
    chunk: usize,
    /// The one before it that is the same: `cfg` chooses among those.
    before: Option<usize>,
}

/// `text` without what the foreign declarations of `wanted` symbols do not need. `None`: it has none of them.
pub(crate) fn excerpt(text: &str, wanted: &FxHashSet<&str>) -> Option<String> {
    let mut index = Index::new(text);
    index.want_symbols(wanted);
    if index.queue.is_empty() {
        return None;
    }
    let keep = index.needed();
    Some(index.show(&keep))
}

/// `text` without what importers of `names` do not need, nor the foreign declarations of `symbols`. Its extern blocks are there,
/// as they say what the program is linked with. `None`: it does not declare one of the names.
pub(crate) fn imported(text: &str, names: &FxHashSet<&str>, symbols: &FxHashSet<&str>) -> Option<String> {
    let mut index = Index::new(text);
    for name in names {
        let before = index.queue.len();
        index.want(name, &[Kind::Type, Kind::Member, Kind::Function]);
        if index.queue.len() == before {
            return None;
        }
    }
    index.want_symbols(symbols);
    let mut keep = index.needed();
    for (opening, closing) in &index.blocks {
        keep[opening.clone()].fill(true);
        keep[*closing] = true;
    }
    Some(index.show(&keep))
}

/// The declarations of a text.
#[derive(Default)]
struct Index<'a> {
    lines: Vec<&'a str>,
    chunks: Vec<Chunk>,
    /// Extern blocks: the lines that open one, attributes included, and the one that closes it.
    blocks: Vec<(Range<usize>, usize)>,
    names: Vec<Name>,
    /// The last of each name.
    last: FxHashMap<&'a str, usize>,
    /// Declarations that are needed.
    queue: Vec<usize>,
}

impl<'a> Index<'a> {
    fn new(text: &'a str) -> Index<'a> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let last = FxHashMap::with_capacity_and_hasher(lines.len(), Default::default());
        let mut index = Index { lines, last, ..Index::default() };
        index.file();
        index
    }

    fn file(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let start = at;
            at = item_line(&self.lines, at, "");
            let Some(&head) = self.lines.get(at) else { break };
            if head.starts_with("extern ") {
                at = self.block(start..at + 1);
            } else if head.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') {
                at = self.item(start, at, head);
            }
            at += 1;
        }
    }

    /// Enters the members of an extern block; the line that closes it.
    fn block(&mut self, opening: Range<usize>) -> usize {
        let mut at = opening.end;
        let block = self.blocks.len();
        while self.lines.get(at).is_some_and(|line| !line.starts_with('}')) {
            let first = at;
            at = item_line(&self.lines, at, "    ");
            let Some(&member) = self.lines.get(at).filter(|line| !line.starts_with('}')) else { break };
            if let Some((keyword, name)) = declaration(member) {
                let attributes = self.lines[first..=at].iter().filter(|line| line.starts_with("    #"));
                let links: Vec<&str> = attributes.flat_map(|line| line.split("link_name = \"").skip(1)).collect();
                let symbols = links.into_iter().filter_map(|rest| rest.split('"').next());
                symbols.for_each(|symbol| self.declare(symbol, Kind::Symbol));
                self.declare(name, if keyword == "type" { Kind::Type } else { Kind::Member });
                self.chunks.push(Chunk { lines: first..at + 1, block: Some(block) });
            }
            at += 1;
        }
        let closing = at.min(self.lines.len() - 1);
        self.blocks.push((opening, closing));
        closing
    }

    /// Enters what else there is at the top level; the last line of it.
    fn item(&mut self, start: usize, at: usize, head: &'a str) -> usize {
        let end = end_of_item(&self.lines, at);
        match declaration(head) {
            Some(("fn", name)) => self.declare(name, Kind::Function),
            Some((_, name)) => self.declare(name, Kind::Type),
            None if head.starts_with("import ") => words(head).for_each(|name| self.declare(name, Kind::Type)),
            None => return end,
        }
        self.chunks.push(Chunk { lines: start..end + 1, block: None });
        end
    }

    /// Gives the next chunk a name.
    fn declare(&mut self, name: &'a str, kind: Kind) {
        let before = self.last.insert(name, self.names.len());
        self.names.push(Name { kind, chunk: self.chunks.len(), before });
    }

    fn want(&mut self, name: &str, kinds: &[Kind]) {
        let all = std::iter::successors(self.last.get(name), |at| self.names[**at].before.as_ref());
        let some = all.map(|at| &self.names[*at]).filter(|name| kinds.contains(&name.kind));
        self.queue.extend(some.map(|name| name.chunk));
    }

    fn want_symbols(&mut self, wanted: &FxHashSet<&str>) {
        wanted.iter().for_each(|symbol| self.want(symbol, &[Kind::Member, Kind::Symbol]));
    }

    /// By line, whether something needed has it.
    fn needed(&mut self) -> Vec<bool> {
        let mut taken = vec![false; self.chunks.len()];
        let mut keep = vec![false; self.lines.len()];
        while let Some(index) = self.queue.pop() {
            if std::mem::replace(&mut taken[index], true) {
                continue;
            }
            let Chunk { lines, block } = &self.chunks[index];
            let (lines, block) = (lines.clone(), *block);
            keep[lines.clone()].fill(true);
            // Only what has a body, or a value, may call something.
            let mut meant: &[Kind] = &[Kind::Type, Kind::Member, Kind::Function];
            if let Some((opening, closing)) = block.map(|block| &self.blocks[block]) {
                keep[opening.clone()].fill(true);
                keep[*closing] = true;
                meant = &[Kind::Type];
            }
            for line in lines {
                words(self.lines[line]).for_each(|word| self.want(word, meant));
            }
        }
        keep
    }

    /// The text with all other lines blank: each has the same length in bytes as the text it replaces.
    fn show(&self, keep: &[bool]) -> String {
        let mut out = Vec::with_capacity(self.lines.iter().map(|line| line.len()).sum());
        for (line, keep) in self.lines.iter().zip(keep) {
            let text = if *keep { 0 } else { line.trim_end_matches('\n').len() };
            out.resize(out.len() + text, b' ');
            out.extend_from_slice(&line.as_bytes()[text..]);
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

/// The next line from `at` that is more than attributes and comments, or is blank.
fn item_line(lines: &[&str], mut at: usize, indent: &str) -> usize {
    while let Some(line) = lines.get(at) {
        let rest = line.strip_prefix(indent).unwrap_or("");
        let attribute = rest.starts_with("#[") && rest.trim_end().ends_with(']');
        if !attribute && !rest.starts_with("//") {
            break;
        }
        at += 1;
    }
    at
}

fn end_of_item(lines: &[&str], at: usize) -> usize {
    if lines[at].trim_end().ends_with([';', '}']) {
        return at;
    }
    (at..lines.len()).find(|i| lines[*i].starts_with('}')).unwrap_or(lines.len() - 1)
}
