//! The parser: tokens to items, by recursive descent.
//!
//! Delimiters match before it starts (see [`crate::delim`]), so that recovery may always skip to the end of a group. Three
//! rules keep one mistake from being reported twice: nothing is reported twice at one token; nothing is reported at a token
//! that the lexer reported, or that was made up; and nothing within parentheses that had to be repaired.
//!
//! Where the parser cannot go on from a mistake, the statement, element or item around it is *broken*: nothing more is reported
//! in it, and what was parsed of it becomes `Error`, so that the passes say nothing about what was not understood. Statements
//! in a block inside of it are on their own.
//!
//! Recursion is bounded by [`MAX_NESTING`]. What stands in a row does not nest: operators, casts, calls, fields and `else if`
//! are loops here, but trees as high as the row is long for every traversal ([`vex_ir::stack`]).

mod arenas;
mod attr;
mod block;
mod block_item;
mod codes;
mod control;
mod cursor;
mod elsewhere;
mod expr;
mod format;
mod function;
mod generic_arg;
mod group;
mod import;
mod item;
mod list;
mod literal_expr;
mod match_expr;
mod nesting;
mod pat;
mod path;
mod path_expr;
mod postfix;
mod prefix;
mod primary;
mod report;
mod stmt;
mod ty;
mod type_item;
mod value_item;

use crate::delim::{MAX_NESTING, UNEXPECTED_CLOSING_DELIMITER, balance, too_deep};
use crate::lexer::{CommentKind, Lexed, Tokens, lex};
use crate::names::Names;
use crate::token::T;
use codes::*;
use la_arena::Arena;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use vex_ir::lang::Surface;
use vex_ir::tree::*;
use vex_ir::{Cx, Diagnostic, Span, Symbol};

/// A module that the text of another one contains: `mod name = "key" { … }`.
pub(crate) struct Section {
    pub module: ModuleId,
    pub key: Ident,
}

/// Parses a text into items of `module`. The text is the one at `base` in the source map.
pub(crate) fn parse_file(
    cx: &mut Cx,
    program: &mut Program,
    names: &mut Names,
    module: ModuleId,
    text: &str,
    base: u32,
) -> Vec<Section> {
    parse_tokens(cx, program, names, module, (text, base), tokens(text, base), 0)
}

/// The tokens of a text, in which delimiters match.
pub(crate) fn tokens(text: &str, base: u32) -> Lexed {
    let mut lexed = lex(text, base);
    balance(&mut lexed, text, base);
    lexed
}

/// The same as [`parse_file`] where the tokens are known: those from `start` on are parsed.
pub(crate) fn parse_tokens(
    cx: &mut Cx,
    program: &mut Program,
    names: &mut Names,
    module: ModuleId,
    (text, base): (&str, u32),
    mut lexed: Lexed,
    start: usize,
) -> Vec<Section> {
    let before = cx.diags.list().len();
    for error in std::mem::take(&mut lexed.errors) {
        cx.emit(error);
    }
    let mut parser = Parser::new(cx, program, names, module, text, base, lexed);
    parser.pos = start;
    parser.file();
    let sections = parser.sections;
    report::tidy_diagnostics(cx, before, text, base);
    sections
}

/// Where in an expression the parser is, as far as it changes what may stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Context {
    /// Whether `{` after a path begins a block: in the heads of `if`, `while`, `for` and `match`.
    no_struct: bool,
    /// Whether `let` may begin an operand: in the heads of `if` and `while`.
    allow_let: bool,
}

impl Context {
    const FREE: Context = Context { no_struct: false, allow_let: false };
}

/// The nodes of an item, all of them of source.
type Nodes = Write<Surface, Surface, Body>;

/// What belongs to an item while one inside it is parsed.
struct Outer {
    body: Nodes,
    deep: bool,
    context: Context,
    lost: Lost,
}

/// Reported patterns of an item that would have declared names: uses of those names are not reported.
#[derive(Clone, Copy, Default)]
struct Lost {
    of_arrays: bool,
    of_rest: bool,
}

pub(crate) struct Parser<'a> {
    cx: &'a mut Cx,
    program: &'a mut Program,
    names: &'a mut Names,
    module: ModuleId,
    text: &'a str,
    base: u32,
    tokens: Tokens,
    pos: usize,
    /// Doc comments, in order.
    docs: Vec<Span>,
    /// Groups whose delimiters were made up: nothing in them is reported.
    repaired: Vec<(u32, u32)>,
    /// Up to which token it is reported that the elements of a list have no commas between them, or foreign names.
    mended: usize,
    sections: Vec<Section>,
    /// The names in the text so far: the interner is shared by threads.
    symbols: FxHashMap<&'a str, Symbol>,
    /// The arenas of the item that is being parsed.
    body: Nodes,
    /// Empty arenas with room.
    spare: Vec<Nodes>,
    /// What belongs to the items around this one.
    outer: Vec<Outer>,
    depth: usize,
    context: Context,
    /// The position of the last report, plus one.
    reported: usize,
    /// Up to which token a statement is reported to count with `++` or `--`.
    counting: usize,
    /// Up to which token the words in front of fields or variants are reported, and with them what separates those.
    words: usize,
    /// Up to which token the lifetimes of an item are reported.
    lifetimes: usize,
    /// What the arms of the `match` that is being parsed have of other languages.
    foreign_arms: Option<elsewhere::arms::ForeignArms>,
    lost: Lost,
    /// Names of C's macros, which are reported, until they are declared: uses of them are not reported.
    macros: Vec<Span>,
    /// Whether the item was reported to be too deep.
    deep: bool,
    /// Whether the text is reported to have groups that are too deep, of which nothing else needs to be said.
    deep_file: bool,
    /// Whether the item stands in a function.
    in_body: bool,
    /// Imports that stand in functions of the module.
    misplaced_imports: Vec<ItemId>,
    /// Whether the statement, element or item that is being parsed has a mistake from which the parser could not go on.
    broken: bool,
    /// The depth at which the statement or item began.
    statement_depth: usize,
    /// The depth of the statement that proved too deep, while it lasts.
    muted: Option<usize>,
    /// Whether the tokens are those of an expression in a format string.
    in_string: bool,
    /// Whether the last format string has a brace that is never closed.
    broken_format: bool,
    // Scratch stacks: lists grow here until they are complete and move to a pool.
    expr_stack: Vec<ExprId>,
    type_stack: Vec<TypeId>,
    pat_stack: Vec<PatId>,
    stmt_stack: Vec<Stmt>,
    segment_stack: Vec<PathSegment>,
    op_stack: Vec<expr::Pending>,
    prefix_stack: Vec<prefix::Prefix>,
}

impl<'a> Parser<'a> {
    fn new(
        cx: &'a mut Cx,
        program: &'a mut Program,
        names: &'a mut Names,
        module: ModuleId,
        text: &'a str,
        base: u32,
        lexed: Lexed,
    ) -> Parser<'a> {
        program.make_room(arenas::items(&lexed.tokens.kinds));
        let docs = lexed.comments.iter().filter(|c| c.kind == CommentKind::Doc).map(|c| c.span).collect();
        Parser {
            cx,
            program,
            names,
            module,
            text,
            base,
            tokens: lexed.tokens,
            pos: 0,
            docs,
            repaired: lexed.repaired,
            mended: 0,
            sections: Vec::new(),
            symbols: FxHashMap::default(),
            body: arenas::empty(),
            spare: Vec::new(),
            outer: Vec::new(),
            depth: 0,
            context: Context::FREE,
            reported: 0,
            counting: 0,
            words: 0,
            lifetimes: 0,
            foreign_arms: None,
            lost: Lost::default(),
            macros: Vec::new(),
            deep: lexed.too_deep,
            deep_file: lexed.too_deep,
            in_body: false,
            misplaced_imports: Vec::new(),
            broken: false,
            statement_depth: 0,
            muted: None,
            in_string: false,
            broken_format: false,
            expr_stack: Vec::new(),
            type_stack: Vec::new(),
            pat_stack: Vec::new(),
            stmt_stack: Vec::new(),
            segment_stack: Vec::new(),
            op_stack: Vec::new(),
            prefix_stack: Vec::new(),
        }
    }

    /// Runs `parse` where `context` holds.
    fn within<R>(&mut self, context: Context, parse: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.context, context);
        let result = parse(self);
        self.context = outer;
        result
    }

    /// The text of the doc comments between the last token and the current one.
    fn docs_here(&self) -> SmolStr {
        let (from, to) = (self.prev_span().hi, self.span().lo);
        let start = self.docs.partition_point(|d| d.lo < from);
        let mut text = String::new();
        for doc in self.docs[start..].iter().take_while(|d| d.hi <= to) {
            let line = &self.text_of(*doc)[3..];
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line.strip_prefix(' ').unwrap_or(line));
        }
        SmolStr::from(text)
    }
}
