//! The part of a module that some of its foreign declarations need: the rest is blank, so that places stay what they are.
//!
//! `std/libc` has more than a thousand lines, and a program with a foreign function or two should not pay for them. The text is
//! expected in the layout that the standard library has: what stands at the top level begins in the first column, members of an
//! extern block after four spaces, and nothing else begins there.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use vex_ir::tree::library::{declaration, words};

/// A declaration that is either kept or blanked out.
struct Chunk {
    lines: Range<usize>,
    /// The extern block around it.
    block: Option<usize>,
}

/// `text` without what the declarations of `wanted` symbols do not need. `None`: it has none of them.
pub(crate) fn excerpt(text: &str, wanted: &FxHashSet<&str>) -> Option<String> {
    let mut index = Index { lines: text.split_inclusive('\n').collect(), ..Index::default() };
    index.file(wanted);
    if index.queue.is_empty() {
        return None;
    }
    let keep = index.needed();
    let mut out = String::with_capacity(text.len());
    for (line, keep) in index.lines.iter().zip(keep) {
        if keep {
            out.push_str(line);
            continue;
        }
        // The blank line has the same length in bytes as the text it replaces.
        let blank = line.trim_end_matches('\n').len();
        out.extend(std::iter::repeat_n(' ', blank));
        out.push_str(&line[blank..]);
    }
    Some(out)
}

/// The declarations of a text.
#[derive(Default)]
struct Index<'a> {
    lines: Vec<&'a str>,
    chunks: Vec<Chunk>,
    /// Extern blocks: the lines that open one, attributes included, and the one that closes it.
    blocks: Vec<(Range<usize>, usize)>,
    /// What declarations may mention, by name: `cfg` chooses among those of one name.
    types: FxHashMap<&'a str, Vec<usize>>,
    /// Declarations that are needed.
    queue: Vec<usize>,
}

impl<'a> Index<'a> {
    fn file(&mut self, wanted: &FxHashSet<&str>) {
        let mut at = 0;
        while at < self.lines.len() {
            let start = at;
            at = item_line(&self.lines, at, "");
            let Some(&head) = self.lines.get(at) else { break };
            if head.starts_with("extern ") {
                at = self.block(start..at + 1, wanted);
            } else if head.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') {
                at = self.item(start, at, head);
            }
            at += 1;
        }
    }

    /// Enters the members of an extern block; the line that closes it.
    fn block(&mut self, opening: Range<usize>, wanted: &FxHashSet<&str>) -> usize {
        let mut at = opening.end;
        let block = self.blocks.len();
        while self.lines.get(at).is_some_and(|line| !line.starts_with('}')) {
            let first = at;
            at = item_line(&self.lines, at, "    ");
            let Some(&member) = self.lines.get(at).filter(|line| !line.starts_with('}')) else { break };
            if let Some((keyword, name)) = declaration(member) {
                let links = self.lines[first..=at].iter().flat_map(|line| line.split("link_name = \"").skip(1));
                let mut symbols = links.filter_map(|rest| rest.split('"').next());
                if keyword == "type" {
                    self.types.entry(name).or_default().push(self.chunks.len());
                } else if wanted.contains(name) || symbols.any(|symbol| wanted.contains(symbol)) {
                    self.queue.push(self.chunks.len());
                }
                self.chunks.push(Chunk { lines: first..at + 1, block: Some(block) });
            }
            at += 1;
        }
        let closing = at.min(self.lines.len() - 1);
        self.blocks.push((opening, closing));
        closing
    }

    /// Enters what declarations may mention; the last line of it.
    fn item(&mut self, start: usize, at: usize, head: &'a str) -> usize {
        let end = end_of_item(&self.lines, at);
        let names: Vec<&str> = match declaration(head) {
            Some((keyword, name)) if keyword != "fn" => vec![name],
            None if head.starts_with("import ") => words(head).collect(),
            _ => return end,
        };
        names.into_iter().for_each(|name| self.types.entry(name).or_default().push(self.chunks.len()));
        self.chunks.push(Chunk { lines: start..end + 1, block: None });
        end
    }

    /// By line, whether something needed has it.
    fn needed(&mut self) -> Vec<bool> {
        let mut taken = vec![false; self.chunks.len()];
        let mut keep = vec![false; self.lines.len()];
        while let Some(index) = self.queue.pop() {
            if std::mem::replace(&mut taken[index], true) {
                continue;
            }
            let chunk = &self.chunks[index];
            keep[chunk.lines.clone()].fill(true);
            if let Some((opening, closing)) = chunk.block.map(|block| &self.blocks[block]) {
                keep[opening.clone()].fill(true);
                keep[*closing] = true;
            }
            let used = self.lines[chunk.lines.clone()].iter().flat_map(|line| words(line));
            let found = used.filter_map(|word| self.types.get(word)).flatten().copied();
            self.queue.extend(found.filter(|i| !taken[*i]));
        }
        keep
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
