//! Prints a Tree, in whatever language it is, as Vex source that the compiler takes again with the same meaning.
//!
//! What the source did not write becomes explicit: resolved names are paths from the root where the bare name could mean
//! something else, implicit conversions are casts. Parentheses are added only where precedence needs them, so that
//! `parse(print(x))` is `x`. Modules other than the root are sections `mod name = "key" { … }`.
//!
//! Layout is by the `pretty` crate, one item at a time: memory is bounded by the largest item. Lists that grow with the
//! program (statements, operands of a chain) nest to the right, so that asking whether a group fits costs no more than a
//! line. Recursion is only as deep as the tree itself.

mod attr;
pub use attr::pred_text;
mod expr;
mod item;
mod literal;
mod names;
mod operator;
mod pat;
mod postfix;
mod stmt;
#[cfg(test)]
mod tests;

use super::*;
use crate::Cx;
use crate::pool::List;
use names::Names;
use pretty::{Arena as Docs, DocAllocator, DocBuilder};
use rustc_hash::FxHashSet;
use std::cell::Cell;
use std::fmt::Write;

/// Lines are at most this wide where that can be had.
const WIDTH: usize = 100;
const INDENT: isize = 4;
/// Deeper lines are indented no further: or else the size of the text would be the square of that of the tree.
const MAX_INDENTS: u32 = 64;

/// Which modules to print.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Modules {
    All,
    /// Those that are not of the standard library.
    Own,
    /// The root alone.
    Root,
}

/// The whole program: root items, then a section for each other module.
pub fn print(cx: &Cx, program: &Program) -> String {
    print_modules(cx, program, Modules::All)
}

/// The root module alone.
pub fn print_root(cx: &Cx, program: &Program) -> String {
    print_modules(cx, program, Modules::Root)
}

/// The modules that `which` chooses.
pub fn print_modules(cx: &Cx, program: &Program, which: Modules) -> String {
    let names = Names::new(program);
    let mut out = Sink::default();
    for (id, module) in program.modules.iter() {
        let root = id == program.root();
        let wanted = match which {
            Modules::All => true,
            Modules::Own => root || !module.is_std,
            Modules::Root => root,
        };
        if !wanted || module.is_reference {
            continue;
        }
        if root {
            print_items(cx, program, &names, module, 0, &mut out);
            continue;
        }
        out.blank_line();
        let _ = writeln!(out, "mod {} = {} {{", cx.text(module.name), attr::quoted(cx.text(module.key).as_bytes()));
        print_items(cx, program, &names, module, INDENT as usize, &mut out);
        out.push_str("}\n");
    }
    out.text
}

/// An expression of an item, on one line: for messages.
pub fn print_expr(cx: &Cx, program: &Program, item: ItemId, id: ExprId) -> String {
    one_line(cx, program, item, |p| p.expr(id, expr::At::default()))
}

/// A pattern of an item, on one line.
pub fn print_pat(cx: &Cx, program: &Program, item: ItemId, id: PatId) -> String {
    one_line(cx, program, item, |p| p.pat(id))
}

/// A type expression of an item, on one line.
pub fn print_type(cx: &Cx, program: &Program, item: ItemId, id: TypeId) -> String {
    one_line(cx, program, item, |p| p.ty(id, false))
}

fn one_line(cx: &Cx, program: &Program, item: ItemId, doc: impl for<'p> FnOnce(&Printer<'p>) -> Doc<'p>) -> String {
    let names = Names::new(program);
    let docs = Docs::new();
    let hidden = names::hidden(program, item);
    let depth = Cell::new(0);
    let printer = Printer::new(cx, program, &names, &docs, (&hidden, &depth), item);
    flat(doc(&printer))
}

/// The items of a module, blank lines between those that are not one-liners of a kind.
fn print_items(cx: &Cx, program: &Program, names: &Names, module: &Module, indent: usize, out: &mut Sink) {
    let mut before = None;
    for &id in &module.items {
        let family = item::family(&program.items[id]);
        if !out.text.is_empty() && !out.text.ends_with("{\n") && (family.is_none() || family != before) {
            out.push_str("\n");
        }
        before = family;
        print_item(cx, program, names, id, indent, out);
    }
}

fn print_item(cx: &Cx, program: &Program, names: &Names, id: ItemId, indent: usize, out: &mut Sink) {
    let docs = Docs::new();
    let hidden = names::hidden(program, id);
    let depth = Cell::new(0);
    let printer = Printer::new(cx, program, names, &docs, (&hidden, &depth), id);
    let margin = docs.text(" ".repeat(indent));
    // The sink takes everything.
    let _ = margin.append(printer.item(id)).nest(indent as isize).into_doc().render_fmt(WIDTH, out);
    out.push_str("\n");
}

type Doc<'a> = DocBuilder<'a, Docs<'a, ()>, ()>;

/// Prints one item at the top level of a module, with all that is in it.
#[derive(Clone, Copy)]
struct Printer<'a> {
    cx: &'a Cx,
    program: &'a Program,
    names: &'a Names,
    docs: &'a Docs<'a, ()>,
    /// Names that something local has: a bare name would mean that.
    hidden: &'a FxHashSet<Symbol>,
    /// The body that ids refer to: of the item being printed.
    body: &'a Body,
    module: ModuleId,
    /// How many times what is printed will be indented.
    depth: &'a Cell<u32>,
    /// What stands for the parameters of an implementation, whose body ids refer to: the arguments, in a body of their own.
    given: Option<(&'a Body, List<TypeId>)>,
}

impl<'a> Printer<'a> {
    fn new(
        cx: &'a Cx,
        program: &'a Program,
        names: &'a Names,
        docs: &'a Docs<'a, ()>,
        (hidden, depth): (&'a FxHashSet<Symbol>, &'a Cell<u32>),
        id: ItemId,
    ) -> Printer<'a> {
        let module = program.items[id].module;
        Printer { cx, program, names, docs, hidden, body: &program.bodies[id], module, depth, given: None }
    }

    /// What is built here will be indented once more.
    fn deeper<T>(&self, build: impl FnOnce() -> T) -> T {
        self.depth.set(self.depth.get() + 1);
        let built = build();
        self.depth.set(self.depth.get() - 1);
        built
    }

    fn indented(&self, doc: Doc<'a>) -> Doc<'a> {
        if self.depth.get() < MAX_INDENTS { doc.nest(INDENT) } else { doc }
    }

    fn text(&self, text: &'static str) -> Doc<'a> {
        self.docs.text(text)
    }

    fn owned(&self, text: String) -> Doc<'a> {
        self.docs.text(text)
    }

    fn name(&self, name: Symbol) -> Doc<'a> {
        self.docs.text(self.cx.text(name))
    }

    fn nil(&self) -> Doc<'a> {
        self.docs.nil()
    }

    /// One after another, nested to the right: a search for the first line break need not go through all of them.
    fn seq(&self, docs: Vec<Doc<'a>>) -> Doc<'a> {
        docs.into_iter().rev().reduce(|rest, doc| doc.append(rest)).unwrap_or_else(|| self.nil())
    }

    /// `open a, b close`, on one line or each on its own with a comma behind the last, if it may have one.
    fn list(&self, open: &'static str, docs: Vec<Doc<'a>>, close: &'static str, last_comma: bool) -> Doc<'a> {
        self.list_spaced(open, docs, close, last_comma, self.docs.line_())
    }

    fn list_spaced(
        &self,
        open: &'static str,
        docs: Vec<Doc<'a>>,
        close: &'static str,
        last_comma: bool,
        edge: Doc<'a>,
    ) -> Doc<'a> {
        if docs.is_empty() {
            return self.text(open).append(close);
        }
        let last = docs.len() - 1;
        let end = if last_comma { self.text(",").flat_alt(self.nil()) } else { self.nil() };
        let mut parts = vec![edge.clone()];
        for (i, doc) in docs.into_iter().enumerate() {
            parts.push(doc);
            if i < last {
                parts.push(self.text(",").append(self.docs.line()));
            }
        }
        parts.push(end);
        self.text(open).append(self.indented(self.seq(parts))).append(edge).append(close).group()
    }

    /// `{ … }` with each part on a line of its own.
    fn lines(&self, parts: Vec<Doc<'a>>) -> Doc<'a> {
        if parts.is_empty() {
            return self.text("{}");
        }
        let parts = parts.into_iter().map(|part| self.docs.hardline().append(part)).collect();
        self.text("{").append(self.indented(self.seq(parts))).append(self.docs.hardline()).append("}")
    }
}

/// A document on one line, whatever breaks it wants.
fn flat(doc: Doc<'_>) -> String {
    let mut out = Sink { one_line: true, ..Sink::default() };
    // The sink takes everything.
    let _ = doc.into_doc().render_fmt(usize::MAX >> 1, &mut out);
    out.text
}

/// Text without blanks at the ends of lines.
#[derive(Default)]
struct Sink {
    text: String,
    /// Blanks that are written once something follows them.
    blanks: usize,
    /// Line breaks become a blank.
    one_line: bool,
    at_start: bool,
}

impl Sink {
    fn push_str(&mut self, text: &str) {
        let _ = self.write_str(text);
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() {
            self.push_str("\n");
        }
    }
}

impl Write for Sink {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let mut rest = text;
        while let Some(first) = rest.bytes().next() {
            match first {
                b' ' => {
                    self.blanks += 1;
                    rest = &rest[1..];
                }
                b'\n' if self.one_line => {
                    self.at_start = true;
                    self.blanks = 1;
                    rest = &rest[1..];
                }
                b'\n' => {
                    self.blanks = 0;
                    self.text.push('\n');
                    rest = &rest[1..];
                }
                _ => {
                    let blanks = if self.at_start { 1 } else { self.blanks };
                    self.text.extend(std::iter::repeat_n(' ', blanks));
                    (self.blanks, self.at_start) = (0, false);
                    let end = rest.find('\n').unwrap_or(rest.len());
                    self.text.push_str(rest[..end].trim_end_matches(' '));
                    self.blanks = end - rest[..end].trim_end_matches(' ').len();
                    rest = &rest[end..];
                }
            }
        }
        Ok(())
    }
}
