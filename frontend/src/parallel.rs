//! Texts that are parsed on several threads, and long ones in parts. What comes of it is what comes of parsing one after another.
//!
//! A part is parsed into a program of its own, with diagnostics of its own; they are put together in the order of the texts. A text
//! is divided where one item ends and another begins, and only if it has no mistakes: mistakes reach further.

use crate::lexer::{Lexed, Tokens};
use crate::names::Names;
use crate::parser::{parse_file, parse_tokens, tokens};
use crate::token::T;
use std::ops::Range;
use std::sync::Arc;
use vex_ir::parallel::map;
use vex_ir::tree::*;
use vex_ir::{Cx, Diagnostic, Span, Symbol};

/// On how many threads texts are parsed.
#[derive(Clone, Debug)]
pub struct Threads {
    pub count: usize,
    /// How many bytes of text are worth a thread.
    pub portion: usize,
}

impl Default for Threads {
    fn default() -> Threads {
        Threads { count: 1, portion: 1 << 16 }
    }
}

/// A text to be parsed into a module. The text is the one at `base` in the source map.
pub(crate) struct Text {
    pub module: ModuleId,
    pub text: Arc<str>,
    pub base: u32,
}

/// Some of a text.
enum Part {
    /// All of it.
    Whole,
    /// All of it, of which the tokens are known.
    Lexed(Lexed),
    /// Some of its tokens.
    Tokens(Arc<Lexed>, Range<usize>),
}

/// What comes of a part: items of one module, their bodies, and diagnostics.
struct Parsed {
    program: Program,
    diagnostics: Vec<Diagnostic>,
}

/// Whether a text may contain modules. Parsing one adds names to the program, which later imports may mean.
pub(crate) fn may_have_sections(text: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    let word = "mod";
    memchr::memmem::find_iter(text.as_bytes(), word)
        .any(|at| !text[..at].ends_with(part_of_name) && !text[at + word.len()..].starts_with(part_of_name))
}

/// Parses texts without sections into their modules.
pub(crate) fn parse_texts(cx: &mut Cx, program: &mut Program, texts: Vec<Text>, threads: &Threads) {
    let size: usize = texts.iter().map(|text| text.text.len()).sum();
    if threads.count <= 1 || size <= threads.portion {
        for Text { module, text, base } in texts {
            parse_file(cx, program, &mut Names::default(), module, &text, base);
        }
        return;
    }
    let shared = &*cx;
    let std_modules = &program.std_modules;
    let parts = map(threads.count, texts.iter().collect(), |text: &Text| {
        let len = text.text.len();
        // The threads come to an end together if there are some parts for each.
        let count = (4 * threads.count * len).div_ceil(size).min(len / threads.portion.max(1));
        if count <= 1 { vec![Part::Whole] } else { divide(tokens(&text.text, text.base), count) }
    });
    let counts: Vec<usize> = parts.iter().map(Vec::len).collect();
    let jobs = texts.iter().zip(parts).flat_map(|(text, parts)| parts.into_iter().map(move |part| (text, part)));
    let parsed = map(threads.count, jobs.collect(), |(text, part)| parse(shared, std_modules, text, part));
    program.make_room(parsed.iter().map(|part| part.program.items.len()).sum());
    let mut parsed = parsed.into_iter();
    for (text, count) in texts.iter().zip(counts) {
        let parts: Vec<Parsed> = parsed.by_ref().take(count).collect();
        if parts.len() > 1 && parts.iter().any(|part| !part.diagnostics.is_empty()) {
            parse_file(cx, program, &mut Names::default(), text.module, &text.text, text.base);
            continue;
        }
        for part in parts {
            append(program, text.module, part.program);
            part.diagnostics.into_iter().for_each(|diagnostic| cx.emit(diagnostic));
        }
    }
}

fn parse(shared: &Cx, std_modules: &[Symbol], text: &Text, part: Part) -> Parsed {
    let mut cx = shared.fork();
    let sigs = Sigs { std_modules: std_modules.to_vec(), ..Sigs::default() };
    let mut program = Program { sigs, ..Program::default() };
    let module = program.modules.alloc(Module::new(Symbol::EMPTY, Symbol::EMPTY, false));
    let (lexed, before) = match part {
        Part::Whole => (tokens(&text.text, text.base), 0),
        Part::Lexed(lexed) => (lexed, 0),
        Part::Tokens(lexed, range) => cut(&lexed, range),
    };
    parse_tokens(&mut cx, &mut program, &mut Names::default(), module, (&text.text, text.base), lexed, before);
    Parsed { program, diagnostics: cx.diags.take() }
}

/// Adds the items of a part to a module.
fn append(program: &mut Program, module: ModuleId, part: Program) {
    let first = program.items.len() as u32;
    let moved = |id: &mut ItemId| *id = ItemId::from_raw((id.into_raw().into_u32() + first).into());
    let Program { sigs: Sigs { modules, items, .. }, bodies } = part;
    for (_, mut item) in items {
        item.module = module;
        item.items_mut(moved);
        program.items.alloc(item);
    }
    for (mut id, mut body) in bodies {
        moved(&mut id);
        body.items_mut(moved);
        program.bodies.insert(id, body);
    }
    for (_, mut made) in modules {
        made.items.iter_mut().for_each(moved);
        program.modules[module].items.append(&mut made.items);
        program.modules[module].lost_imports |= made.lost_imports;
    }
}

/// Divides a text without mistakes into at most so many parts.
fn divide(lexed: Lexed, count: usize) -> Vec<Part> {
    let kinds = &lexed.tokens.kinds;
    // What the file says of all its items would be known to the first part alone.
    let of_file = matches!(kinds[..], [T::Hash, T::Bang, ..]);
    if of_file || !lexed.is_clean() || kinds.contains(&T::Mod) {
        return vec![Part::Lexed(lexed)];
    }
    let size = kinds.len().div_ceil(count);
    let mut ends = Vec::with_capacity(count);
    let (mut start, mut depth) = (0, 0usize);
    for (at, pair) in kinds.windows(2).enumerate() {
        match pair[0] {
            kind if kind.is_open() => depth += 1,
            kind if kind.is_close() => depth = depth.saturating_sub(1),
            // Everything else is in a group, or between two.
            _ => {}
        }
        let is_end = depth == 0 && matches!(pair[0], T::RBrace | T::Semi) && begins(pair[1]);
        if is_end && at + 1 - start >= size {
            ends.push(at + 1);
            start = at + 1;
        }
    }
    ends.push(kinds.len() - 1);
    let lexed = Arc::new(lexed);
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends).map(|(start, end)| Part::Tokens(lexed.clone(), start..end)).collect()
}

/// A text of some of the tokens, and how many in front belong to the part before.
fn cut(lexed: &Lexed, Range { start, end }: Range<usize>) -> (Lexed, usize) {
    let Lexed { tokens: Tokens { kinds, spans }, comments, .. } = lexed;
    let before = start.min(1);
    let start = start - before;
    let mut tokens = Tokens { kinds: kinds[start..end].to_vec(), spans: spans[start..end].to_vec() };
    // Comments in front of the first token are in the first part.
    let (lo, hi) = (if before == 0 { 0 } else { spans[start].lo }, spans[end].lo);
    tokens.push(T::Eof, Span::new(hi, hi));
    let comments = &comments[comments.partition_point(|c| c.span.lo < lo)..];
    let comments = comments[..comments.partition_point(|c| c.span.lo < hi)].to_vec();
    (Lexed { tokens, comments, ..Lexed::default() }, before)
}

/// Whether a token begins an item, and can be no part of one that is complete already.
fn begins(kind: T) -> bool {
    matches!(kind, T::Pub | T::Fn | T::Struct | T::Enum | T::Const | T::Static | T::Type | T::Extern | T::Import)
}
