//! Operands: literals, paths, groups, blocks and control flow.

use super::*;
use crate::literal::{self, Content, Number};
use vex_ir::pool::List;

const E0025: Code = Code("E0025");
const E0029: Code = Code("E0029");

/// What arms have that is written in another way here. It is one mistake, however many arms have it: the first is reported, and
/// all are mended.
pub(super) struct ForeignArms {
    first: Diagnostic,
    how: &'static str,
    /// Pieces of the text, in order, and what takes their place.
    edits: Vec<(Span, &'static str)>,
}

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> ExprId {
        match self.cur() {
            T::Ident | T::SelfValue | T::SelfType | T::ColonColon => self.path_expr(),
            T::LParen => match c::cast(self).or_else(|| c::compound_literal(self)) {
                Some(foreign) => foreign,
                None => self.paren_expr(),
            },
            T::LBracket => {
                let foreign = elsewhere::arrays::literal(self).or_else(|| elsewhere::functions::literal(self));
                foreign.unwrap_or_else(|| self.array_expr())
            }
            kind if kind.is_literal() => self.literal(),
            T::Return | T::Break | T::Continue => self.jump(),
            T::Let => self.let_condition(),
            T::OrOr | T::Or => self.closure(),
            T::Hash => self.attributed_operand(),
            T::Mut | T::Const if self.prev() == T::Star => self.pointer_type_as_operand(),
            T::LBrace if self.context.no_struct && !self.block_then_block() => {
                self.report(|p| {
                    Diagnostic::error(E0020, p.span(), "expected an expression, found the body")
                        .label("the body begins here")
                });
                let at = self.span().start();
                self.error_expr(at)
            }
            _ if self.begins_block_like() => match elsewhere::arrays::braced(self) {
                Some(foreign) => foreign,
                None => self.block_like(),
            },
            T::Fn if self.nth(1) == T::LParen => self.closure(),
            T::Unsafe => self.unsafe_operand(),
            T::Dot if self.nth(1) == T::Int && self.glued(1) => {
                let dot = self.span();
                self.report(|_| {
                    Diagnostic::error(E0025, dot, "a float literal needs a digit before its point").fix(
                        dot.start(),
                        "0",
                        "add it",
                    )
                });
                self.bump();
                self.bump();
                self.error_expr(dot)
            }
            // Nothing else is an operand.
            _ => {
                let span = self.span();
                self.expected("an expression");
                self.error_expr(span)
            }
        }
    }

    /// `-x` and so on take their operand's attributes for a mistake.
    fn attributed_operand(&mut self) -> ExprId {
        let attrs = self.attrs();
        self.no_attrs(&attrs, "this expression");
        if self.begins_expr() {
            return self.primary();
        }
        let span = self.span();
        self.expected("an expression");
        self.error_expr(span)
    }

    /// `(*mut u8) p`: a type where an operand should be.
    fn pointer_type_as_operand(&mut self) -> ExprId {
        let start = self.prev_span();
        self.bump();
        self.ty();
        let span = self.since(start);
        self.report(|_| {
            Diagnostic::error(E0025, span, "expected an expression, found a type")
                .note("casts are written `e as *mut T`")
        });
        // Whatever is cast stands behind the parenthesis.
        self.reported = self.pos + 2;
        self.error_expr(span)
    }

    /// `unsafe e`, without braces.
    fn unsafe_operand(&mut self) -> ExprId {
        let (start, silent) = (self.span(), self.silent());
        let message =
            format!("expected `{{` after `unsafe`, found `{}`", self.text_of(self.tokens.spans[self.pos + 1]));
        self.bump();
        if !self.begins_expr() {
            self.expected("`{`");
            return self.error_expr(start);
        }
        let value = self.binary(super::expr::Prec::Or);
        let span = self.body.exprs[value].span;
        if !silent && !self.is_error(value) {
            let fixed = format!("{{ {} }}", self.text_of(span));
            self.emit(Diagnostic::error(E0020, start, message).suggest(span, fixed, "put it in braces"));
        }
        self.error_expr(start.to(span))
    }

    pub(super) fn closure(&mut self) -> ExprId {
        let start = self.span();
        elsewhere::functions::report(self);
        if self.eat(T::Fn) {
            self.skip_to(&[T::LBrace, T::Semi, T::Comma]);
        } else if !self.eat(T::OrOr) {
            self.bump();
            while !matches!(self.cur(), T::Or | T::Semi | T::Eof) && !self.cur().is_close() {
                self.skip_tree();
            }
            self.eat(T::Or);
        }
        if self.eat(T::Arrow) {
            self.ty();
        }
        if self.begins_expr() {
            self.expr_here();
        }
        let span = self.since(start);
        self.error_expr(span)
    }

    // Literals.

    pub(super) fn literal(&mut self) -> ExprId {
        let span = self.span();
        let kind = match self.cur() {
            T::True => ExprKind::Bool(true),
            T::False => ExprKind::Bool(false),
            T::Int => self.number(span, literal::int(self.cur_text(), span)),
            T::Float => self.number(span, literal::float(self.cur_text(), span)),
            T::Char | T::Byte => self.char_literal(span),
            T::Str | T::ByteStr | T::CStr => self.string(span, false),
            T::RawStr | T::RawByteStr | T::RawCStr => self.string(span, true),
            T::FormatStr => {
                let pieces = self.format_string(span);
                self.bump();
                self.skip_inner_quotes(span);
                return self.mk(ExprKind::Format(pieces), span);
            }
            // What the lexer reported.
            _ => {
                if !self.at(T::BadLit) {
                    self.expected("a literal");
                    return self.error_expr(span);
                }
                ExprKind::ERROR
            }
        };
        self.bump();
        self.mk(kind, span)
    }

    fn number(&mut self, _span: Span, number: Result<Number, Box<Diagnostic>>) -> ExprKind {
        match number {
            Ok(Number::Int(value, suffix)) => {
                let (low, high) = BigInt::new(value);
                ExprKind::Int { low, high, suffix }
            }
            Ok(Number::Float(text, suffix)) => {
                let text = self.cx.interner.intern(&text);
                ExprKind::Float { text, suffix }
            }
            Err(error) => {
                self.emit(*error);
                ExprKind::ERROR
            }
        }
    }

    fn char_literal(&mut self, span: Span) -> ExprKind {
        let byte = self.at(T::Byte);
        let content = if byte { Content::Bytes } else { Content::Text };
        let mut errors = Vec::new();
        let value = literal::char_value(self.text_of(span), span, content, &mut errors);
        for error in errors {
            self.emit(error);
        }
        match value {
            None => ExprKind::ERROR,
            Some(c) if byte => ExprKind::Int {
                low: u64::from(u32::from(c)),
                high: BigInt::default(),
                suffix: Suffix::Int(vex_ir::ty::IntTy::U8),
            },
            Some(c) => ExprKind::Char(c),
        }
    }

    fn string(&mut self, span: Span, raw: bool) -> ExprKind {
        let text = self.text_of(span);
        let (kind, content) = match self.cur() {
            T::ByteStr | T::RawByteStr => (StrKind::Bytes, Content::Bytes),
            T::CStr | T::RawCStr => (StrKind::C, Content::C),
            // The other string tokens are text.
            _ => (StrKind::Str, Content::Text),
        };
        let quote = text.find('"').unwrap_or(0);
        let hashes = if raw { text[..quote].bytes().filter(|&b| b == b'#').count() } else { 0 };
        let inner = &text[quote + 1..text.len() - 1 - hashes];
        let lo = span.lo + quote as u32 + 1;
        let plain = kind != StrKind::C && !inner.bytes().any(|b| matches!(b, b'\\' | b'\r') || b >= 0x80);
        if plain {
            let bytes = self.body.strings.alloc(inner.bytes());
            return ExprKind::Str { kind, bytes };
        }
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        if raw {
            literal::raw(inner, lo, content, &mut out, &mut errors);
        } else {
            literal::unescape(inner, lo, content, &mut out, &mut errors);
        }
        let failed = !errors.is_empty();
        for error in errors {
            self.emit(error);
        }
        match failed {
            true => ExprKind::ERROR,
            false => ExprKind::Str { kind, bytes: self.body.strings.alloc(out) },
        }
    }

    // Paths, and what begins with one.

    fn path_expr(&mut self) -> ExprId {
        let start = self.span();
        if self.at(T::Ident) && self.nth(1) != T::ColonColon {
            match self.cur_text() {
                "null" if self.nth(1) != T::LParen => {
                    self.bump();
                    return self.mk(ExprKind::Null, start);
                }
                "offset_of" if self.nth(1) == T::LParen => return self.offset_of(start),
                "make" if self.nth(1) == T::LParen && self.nth(2) == T::LBracket && self.is_make() => {
                    return self.make(start);
                }
                // Every other name is a path.
                _ => {}
            }
        }
        if let Some(foreign) = hints::operand(self) {
            return foreign;
        }
        let (path, span) = self.expr_path();
        if self.at(T::Bang) && self.glued(0) && self.nth(1).is_open() {
            return hints::macro_call(self, span);
        }
        if self.at(T::LBrace) {
            if !self.context.no_struct {
                return self.struct_lit(start, path);
            }
            if self.looks_like_fields() {
                return self.struct_lit_in_head(start, path);
            }
        }
        self.mk(ExprKind::Path(path), span)
    }

    /// Whether the brace here begins with `name:`, and so is no block. A `..` would not tell: a `match` may begin with `..0`.
    pub(super) fn looks_like_fields(&self) -> bool {
        self.nth(1) == T::Ident && self.nth(2) == T::Colon
    }

    fn struct_lit_in_head(&mut self, start: Span, path: Path) -> ExprId {
        let lit = self.within(Context::FREE, |p| p.struct_lit(start, path));
        let span = self.body.exprs[lit].span;
        let text = self.text_of(span);
        self.emit(
            Diagnostic::error(E0029, span, "a struct literal is not allowed here")
                .label("its brace would begin the body")
                .fix(span, format!("({text})"), "put it in parentheses"),
        );
        lit
    }

    /// `{ a: 1, b, ..base }` after a path.
    pub(super) fn struct_lit(&mut self, start: Span, path: Path) -> ExprId {
        let span = self.since(start);
        let ty = self.mk_type(TypeKind::Path(path), span);
        self.bump();
        let mut fields: Vec<FieldInit> = Vec::new();
        let mut base = None;
        let nameless = self.cur().is_literal() && !(self.at(T::Int) && self.nth(1) == T::Colon);
        self.within(Context::FREE, |p| {
            p.comma_list(T::RBrace, |p| {
                if p.eat(T::DotDot) {
                    let value = p.expr_here();
                    base = Some(value);
                    return;
                }
                if let Some(field) = p.field_init() {
                    fields.push(field);
                }
            })
        });
        let fields = self.body.fields.alloc(fields);
        let span = self.since(start);
        if nameless {
            return self.error_expr(span);
        }
        self.mk(ExprKind::Struct { ty, fields, base }, span)
    }

    fn field_init(&mut self) -> Option<FieldInit> {
        let attrs = self.attr_list();
        hints::named_values(self, "the value of a field follows its name and `:`", |name| format!("{name}:"));
        if self.at(T::Dot) && self.nth(1) == T::Ident && self.nth(2) == T::Colon {
            self.bump();
        }
        let span = self.span();
        if self.cur().is_literal() && !(self.at(T::Int) && self.nth(1) == T::Colon) {
            self.report(|p| {
                Diagnostic::error(E0020, p.span(), "the value of a field follows its name and `:`")
                    .note("a struct literal is written `P { x: 1, y: 2 }`")
            });
            while !self.at(T::RBrace) && !self.at(T::Eof) && !self.cur().is_close() {
                self.skip_tree();
            }
            return None;
        }
        let name = if self.at(T::Int) {
            self.bump();
            Ident { name: self.symbol_of(span), span }
        } else {
            self.ident("the name of a field")
        };
        if name.name == Symbol::EMPTY {
            return None;
        }
        if !self.eat(T::Colon) {
            let segments = self.body.segments.alloc([PathSegment { name, generics: List::default() }]);
            let value = self.mk(ExprKind::Path(Path { segments, absolute: false }), span);
            return Some(FieldInit { attrs, name, value, shorthand: true });
        }
        let value = self.expr_here();
        Some(FieldInit { attrs, name, value, shorthand: false })
    }

    /// `offset_of(T, field)`
    fn offset_of(&mut self, start: Span) -> ExprId {
        self.bump();
        self.bump();
        let ty = self.ty();
        let mut name = Symbol::EMPTY;
        if self.expect(T::Comma) {
            name = match self.cur() {
                T::Int => {
                    let span = self.span();
                    self.bump();
                    self.symbol_of(span)
                }
                // A field has a name, if no number.
                _ => self.ident("the name of a field").name,
            };
            self.eat(T::Comma);
        }
        if !self.at(T::RParen) {
            self.expected("`)`");
            self.skip_to(&[]);
        }
        self.eat(T::RParen);
        let span = self.since(start);
        let kind = if name == Symbol::EMPTY { ExprKind::ERROR } else { ExprKind::OffsetOf(ty, name) };
        self.mk(kind, span)
    }

    /// Whether `make([` goes on like `make([T], n)`: the brackets hold one thing, and a comma follows them.
    fn is_make(&self) -> bool {
        let mut depth = 0i32;
        // A type has few tokens.
        for n in 2..200 {
            match self.nth(n) {
                T::LBracket | T::LParen => depth += 1,
                T::RBracket | T::RParen => {
                    depth -= 1;
                    if depth == 0 {
                        return self.nth(n + 1) == T::Comma && n > 3;
                    }
                }
                T::Comma if depth == 1 => return false,
                T::Eof => return false,
                // Whatever else stands there, the end of the brackets decides.
                _ => {}
            }
        }
        false
    }

    /// `make([T], n)`
    fn make(&mut self, start: Span) -> ExprId {
        self.bump();
        self.bump();
        self.bump();
        let ty = self.ty();
        if !self.at(T::RBracket) {
            self.expected("`]`");
            self.skip_to(&[]);
        }
        self.eat(T::RBracket);
        self.expect(T::Comma);
        let count = self.expr();
        self.eat(T::Comma);
        if !self.at(T::RParen) {
            self.expected("`)`");
            self.skip_to(&[]);
        }
        self.eat(T::RParen);
        let span = self.since(start);
        self.mk(ExprKind::Make(ty, count), span)
    }

    /// Generic arguments behind `::`.
    pub(super) fn turbofish(&mut self) -> List<TypeId> {
        let from = self.type_stack.len();
        self.bump();
        while !self.at_gt() && !self.at(T::Eof) {
            let before = self.pos;
            let ty = self.ty();
            self.type_stack.push(ty);
            if !self.eat(T::Comma) || self.pos == before {
                break;
            }
        }
        self.expect_gt();
        self.take_types(from)
    }

    // Groups.

    /// `(e)`, `()`, `(a,)`, `(a, b)`
    fn paren_expr(&mut self) -> ExprId {
        let start = self.span();
        let from = self.expr_stack.len();
        self.bump();
        let mut comma = false;
        self.within(Context::FREE, |p| {
            p.comma_list(T::RParen, |p| {
                let expr = p.expr_here();
                p.expr_stack.push(expr);
                comma |= p.at(T::Comma);
            })
        });
        if self.at_arrow(start) {
            self.expr_stack.truncate(from);
            return elsewhere::functions::arrow_body(self, start);
        }
        let span = self.since(start);
        if self.expr_stack.len() == from + 1 && !comma {
            return match self.expr_stack.pop() {
                Some(inner) => self.mk(ExprKind::Paren(inner), span),
                None => self.error_expr(span),
            };
        }
        let exprs = self.take_exprs(from);
        self.mk(ExprKind::Tuple(exprs), span)
    }

    /// Whether the parentheses that began at `start` are the parameters of a function as JavaScript or Java write it.
    fn at_arrow(&self, start: Span) -> bool {
        // In a guard, the arrow is that of the arm; `(p)->x` is a field in C.
        let several = self.prev() == T::RParen && self.text_of(self.since(start)).contains(',') || self.glued_pair();
        self.context == Context::FREE && (self.at(T::FatArrow) || self.at(T::Arrow) && several)
    }

    /// Whether `()` stands in front of the current token.
    fn glued_pair(&self) -> bool {
        self.pos > 1 && self.tokens.kinds[self.pos - 2] == T::LParen
    }

    /// `[a, b]`, `[value; count]`
    fn array_expr(&mut self) -> ExprId {
        let start = self.span();
        self.bump();
        let from = self.expr_stack.len();
        if !self.at(T::RBracket) {
            let first = self.expr();
            if self.eat(T::Semi) {
                let count = self.expr();
                if !self.at(T::RBracket) {
                    self.expected("`]`");
                    self.skip_to(&[]);
                }
                self.eat(T::RBracket);
                let span = self.since(start);
                return self.mk(ExprKind::Repeat(first, count), span);
            }
            self.expr_stack.push(first);
            if self.at(T::For) {
                self.expr_stack.truncate(from);
                return elsewhere::arrays::comprehension(self, start);
            }
            if let Some((whole, fixed, count)) = self.without_commas(T::RBracket) {
                self.mended = self.pos + count;
                self.report(|p| {
                    let message = format!("expected `,`, `;` or `]`, found {}", p.found());
                    Diagnostic::error(E0020, p.span(), message).label("expected `,`").suggest(whole, fixed, "add `,`")
                });
            } else if !self.at(T::RBracket) && !self.eat(T::Comma) {
                self.report(|p| {
                    let message = format!("expected `,`, `;` or `]`, found {}", p.found());
                    let diagnostic = Diagnostic::error(E0020, p.span(), message).label("expected `,`, `;` or `]`");
                    match p.begins_expr() {
                        true => diagnostic.suggest(p.prev_span().end(), ",", "a `,` may be missing"),
                        false => hints::explain(p, diagnostic),
                    }
                });
                self.skip_to(&[T::Comma]);
                self.eat(T::Comma);
            }
        }
        self.within(Context::FREE, |p| {
            p.comma_list(T::RBracket, |p| {
                let expr = p.expr_here();
                p.expr_stack.push(expr);
            })
        });
        let exprs = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::Array(exprs), span)
    }

    // Blocks and control flow.

    /// Whether an expression that ends with a block begins here.
    pub(super) fn begins_block_like(&self) -> bool {
        match self.cur() {
            T::LBrace | T::If | T::Match | T::While | T::For | T::Loop => true,
            T::Unsafe => self.nth(1) == T::LBrace,
            T::Label => true,
            // Everything else begins other operands.
            _ => false,
        }
    }

    pub(super) fn block_like(&mut self) -> ExprId {
        let start = self.span();
        let label = self.label();
        match self.cur() {
            T::LBrace => self.block(start, label, false),
            T::Unsafe if self.nth(1) == T::LBrace => {
                self.bump();
                self.block(start, label, true)
            }
            T::While => self.while_expr(start, label),
            T::Loop => {
                self.bump();
                let body = self.body_block();
                let span = self.since(start);
                self.mk(ExprKind::Loop { label, body }, span)
            }
            T::For => self.for_expr(start, label),
            T::If if label == Symbol::EMPTY => self.if_expr(),
            T::Match if label == Symbol::EMPTY => self.match_expr(),
            // A label, and then something that cannot have one.
            _ => {
                self.expected("`while`, `for`, `loop` or a block after the label");
                let span = self.since(start);
                self.error_expr(span)
            }
        }
    }

    /// `'name:`
    fn label(&mut self) -> Symbol {
        let span = self.span();
        if !self.eat(T::Label) {
            return Symbol::EMPTY;
        }
        if !self.at(T::Colon) && !self.begins_block_like() {
            let text = self.text_of(span);
            self.report(|_| {
                Diagnostic::error(E0020, span, format!("expected an expression, found the label `{text}`"))
                    .suggest(span, format!("{text}'"), "a character literal ends with a quote")
                    .note("a label stands before a loop or block, and behind `break` or `continue`")
            });
            return Symbol::EMPTY;
        }
        if self.at(T::Colon) {
            self.bump();
        } else {
            self.expect_insert(T::Colon);
        }
        self.symbol_of(Span::new(span.lo + 1, span.hi))
    }

    /// `{ … }` from the brace on; `start` is where a label or `unsafe` began.
    pub(super) fn block(&mut self, start: Span, label: Symbol, is_unsafe: bool) -> ExprId {
        let stmts = self.stmts();
        let span = self.since(start);
        self.mk(ExprKind::Block(Block { stmts, label, is_unsafe }), span)
    }

    /// The block of a loop, branch or function. Where a statement stands in its place, that is taken for it.
    pub(super) fn body_block(&mut self) -> ExprId {
        let start = self.span();
        if self.at(T::LBrace) {
            return self.block(start, Symbol::EMPTY, false);
        }
        if self.at(T::Colon) && elsewhere::layout::block(self) {
            return self.error_expr(start);
        }
        let brace = self.brace_on_line();
        if !brace && self.begins_expr() && !self.at(T::EqEq) {
            return self.unbraced(start);
        }
        self.report(|p| {
            let message = format!("expected `{{`, found {}", p.found());
            let diagnostic = Diagnostic::error(E0020, p.span(), message).label("expected a block in braces");
            if matches!(p.cur_text(), "then" | "do") && p.nth(1) == T::LBrace {
                return diagnostic.fix(Span::new(p.span().lo, p.tokens.spans[p.pos + 1].lo), "", "leave it out");
            }
            hints::explain(p, diagnostic)
        });
        if brace {
            // Something is missing in the head, or too much of it there: the body is still the body.
            self.skip_to(&[T::LBrace]);
            let start = self.span();
            return self.block(start, Symbol::EMPTY, false);
        }
        let statement = self.begins_expr() && !self.on_new_line();
        if !statement {
            self.reported = self.pos + 1;
            return self.error_expr(start);
        }
        let stmts = self.one_stmt();
        let span = self.since(start);
        self.mk(ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false }), span)
    }

    /// A statement where a block should be.
    fn unbraced(&mut self, start: Span) -> ExprId {
        let silent = self.silent();
        let message = format!("expected `{{`, found {}", self.found());
        if !self.cur().starts_statement()
            && let Some(end) = self.before_else()
        {
            // `if a b else c`: the value of a branch.
            let value = self.expr();
            if self.pos < end {
                self.skip_to(&[T::Else]);
            }
            let mut span = self.body.exprs[value].span;
            let mut fixed = format!("{{ {} }}", self.text_of(span));
            let other = self.nth(1);
            if self.at(T::Else) && !matches!(other, T::LBrace | T::If) && !other.starts_statement() {
                self.bump();
                let other = self.expr();
                let other = self.body.exprs[other].span;
                fixed = format!("{fixed} else {{ {} }}", self.text_of(other));
                span = span.to(other);
            }
            if !silent {
                let diagnostic = Diagnostic::error(E0020, start, message).label("expected a block in braces");
                self.emit(diagnostic.suggest(span, fixed, "put it in braces"));
            }
            return self.error_expr(span);
        }
        let stmts = self.one_stmt();
        let span = self.since(start);
        if !silent {
            let diagnostic = Diagnostic::error(E0020, start, message).label("expected a block in braces");
            let fixed = format!("{{ {} }}", self.text_of(span));
            self.emit(diagnostic.suggest(span, fixed, "put it in braces"));
        }
        self.mk(ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false }), span)
    }

    /// Where `else` follows on the line, before any `;`.
    pub(super) fn before_else(&self) -> Option<usize> {
        let line =
            (1..60).take_while(|n| !self.on_new_line_at(*n) && !matches!(self.nth(*n), T::Semi | T::Eof | T::LBrace));
        line.into_iter().find(|n| self.nth(*n) == T::Else).map(|n| self.pos + n)
    }

    fn while_expr(&mut self, start: Span, label: Symbol) -> ExprId {
        self.bump();
        let cond = match elsewhere::multiple::head_statement(self) {
            true => self.error_expr(start),
            false => self.condition(true),
        };
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::While { label, cond, body }, span)
    }

    pub(super) fn for_expr(&mut self, start: Span, label: Symbol) -> ExprId {
        self.bump();
        if let Some(foreign) = self.foreign_for(start, label) {
            return foreign;
        }
        let parens = self.at(T::LParen) && self.nth(1) == T::Ident && self.nth(2) == T::In;
        if parens {
            let open = self.pos;
            let close = self.closing(open);
            let whole = self.span().to(self.tokens.spans[close]);
            let inside = self.text_of(Span::new(self.span().hi, self.tokens.spans[close].lo));
            self.report(|_| {
                Diagnostic::error(E0020, whole, "the head of a `for` loop has no parentheses").fix(
                    whole,
                    inside,
                    "leave them out",
                )
            });
            self.bump();
        }
        if self.at(T::Let) {
            let gap = Span::new(self.span().lo, self.tokens.spans[self.pos + 1].lo);
            self.report(|_| {
                let message = "the head of a `for` loop declares its variable by itself";
                Diagnostic::error(E0020, gap, message).fix(gap, "", "leave `let` out")
            });
            self.bump();
            self.reported = 0;
        }
        let pat = self.pat();
        if self.counting_for() {
            let body = self.body_block();
            let span = self.since(start);
            let iter = self.error_expr(span);
            return self.mk(ExprKind::For { label, pat, iter, body }, span);
        }
        if !self.eat(T::In) {
            self.expected("`in`");
            self.skip_to(&[T::In, T::LBrace, T::Semi]);
            self.eat(T::In);
        }
        let iter = self.head();
        elsewhere::multiple::counted(self, iter);
        if parens {
            self.eat(T::RParen);
        }
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::For { label, pat, iter, body }, span)
    }

    /// A loop with a head of another language, standing behind `for`.
    fn foreign_for(&mut self, start: Span, label: Symbol) -> Option<ExprId> {
        if elsewhere::multiple::captures(self) {
            self.body_block();
            let span = self.since(start);
            return Some(self.error_expr(span));
        }
        if self.at(T::LParen) && self.c_style_for() {
            let span = self.since(start);
            return Some(self.error_expr(span));
        }
        if let Some(pat) = elsewhere::multiple::range_loop(self) {
            let iter = self.error_expr(start);
            let body = self.body_block();
            let span = self.since(start);
            return Some(self.mk(ExprKind::For { label, pat, iter, body }, span));
        }
        if let Some(found) = self.foreach_of_c() {
            return Some(self.foreach_body(start, label, found));
        }
        let compares = matches!(self.nth(1), T::Lt | T::Gt | T::Le | T::Ge | T::EqEq | T::NotEq);
        if self.at(T::Ident) && compares {
            return Some(self.for_condition(start, label));
        }
        if let Some(pat) = elsewhere::multiple::in_parens(self) {
            let iter = self.error_expr(start);
            let body = self.body_block();
            let span = self.since(start);
            return Some(self.mk(ExprKind::For { label, pat, iter, body }, span));
        }
        None
    }

    /// `for a < b { … }`, standing behind `for`: Go's only loop.
    fn for_condition(&mut self, start: Span, label: Symbol) -> ExprId {
        let keyword = self.prev_span();
        self.report(|_| {
            Diagnostic::error(E0025, keyword, "a loop with a condition is a `while` loop").fix(
                keyword,
                "while",
                "write `while`",
            )
        });
        let cond = self.condition(true);
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::While { label, cond, body }, span)
    }

    /// `(auto x : v)`, `(const auto &x : v)`, standing at the parenthesis: how many tokens ahead the name of the variable is.
    fn foreach_of_c(&self) -> Option<usize> {
        if !self.at(T::LParen) {
            return None;
        }
        let colon = self.level(1, 12).find(|(_, kind)| !matches!(kind, T::Ident | T::Const | T::And | T::Star))?;
        let (n, kind) = colon;
        (kind == T::Colon && n > 1 && self.nth(n - 1) == T::Ident).then_some(n - 1)
    }

    fn foreach_body(&mut self, start: Span, label: Symbol, name: usize) -> ExprId {
        let close = self.closing(self.pos);
        let whole = self.span().to(self.tokens.spans[close]);
        let variable = self.text_of(self.tokens.spans[self.pos + name]);
        let of = Span::new(self.tokens.spans[self.pos + name + 1].hi, self.tokens.spans[close].lo);
        let fixed = format!("{variable} in {}", self.text_of(of).trim());
        self.report(|_| {
            let message = "a loop over elements is written with `in`";
            Diagnostic::error(E0025, whole, message).suggest(whole, fixed, "write it like this")
        });
        (0..name).for_each(|_| self.bump());
        let pat = self.pat_one();
        self.eat(T::Colon);
        let iter = self.expr();
        self.skip_to(&[]);
        self.eat(T::RParen);
        let body = self.body_block();
        let span = self.since(start);
        self.mk(ExprKind::For { label, pat, iter, body }, span)
    }

    /// `i = 0 to n`, `i = 0; i < n; i++`, `i := 0; …`, standing behind `i`: reported, up to the brace of the body.
    fn counting_for(&mut self) -> bool {
        let from = if self.at(T::Colon) && self.glued(1) { 1 } else { 0 };
        if self.nth(from) != T::Eq || !self.brace_behind_head() {
            return false;
        }
        let text = |n: usize| self.tokens.spans.get(self.pos + n).map_or("", |s| self.text_of(*s));
        let name = self.text_of(self.prev_span());
        let plain = |n: usize| matches!(self.nth(n), T::Ident | T::Int);
        let (at, whole) = (from + 1, self.prev_span());
        let (range, end) = if plain(at) && matches!(text(at + 1), "to" | "until" | "upto") && plain(at + 2) {
            let dots = if text(at + 1) == "until" { ".." } else { "..=" };
            (Some(format!("{name} in {}{dots}{}", text(at), text(at + 2))), at + 3)
        } else {
            (self.counting_range(from, name).map(|range| format!("{name} in {range}")), from + 10)
        };
        let range = range.filter(|_| self.nth(end) == T::LBrace);
        self.report(|p| {
            let diagnostic = Diagnostic::error(E0020, p.span(), format!("expected `in`, found {}", p.found()));
            match range {
                Some(range) => {
                    let whole = whole.to(p.tokens.spans[p.pos + end - 1]);
                    diagnostic.suggest(whole, range, "a loop over numbers counts through a range")
                }
                None => {
                    diagnostic.note("a loop over numbers is `for i in 0..n { … }`; anything else is a `while` loop")
                }
            }
        });
        while !matches!(self.cur(), T::LBrace | T::Eof) && !self.cur().is_close() {
            self.skip_tree();
        }
        true
    }

    /// Whether the line goes on to a brace, over semicolons too.
    pub(super) fn brace_behind_head(&self) -> bool {
        // A head has hardly more tokens than this.
        let line = (1..60).take_while(|n| self.nth(*n) != T::Eof && !self.on_new_line_at(*n));
        line.into_iter().any(|n| self.nth(n) == T::LBrace)
    }

    /// The position of the delimiter that closes the group which opens at `open`.
    pub(super) fn closing(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (at, kind) in self.tokens.kinds.iter().enumerate().skip(open) {
            if kind.is_open() {
                depth += 1;
            } else if kind.is_close() {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        open
    }

    /// `for (i = 0; i < n; i++) { … }`: reported, and its body parsed.
    fn c_style_for(&mut self) -> bool {
        let mut n = 1;
        let mut depth = 1usize;
        while depth > 0 && n < 200 {
            match self.nth(n) {
                T::LParen | T::LBracket | T::LBrace => depth += 1,
                T::RParen | T::RBracket | T::RBrace => depth -= 1,
                T::Semi if depth == 1 => break,
                T::Eof => return false,
                // Everything else belongs to the parentheses.
                _ => {}
            }
            n += 1;
        }
        if self.nth(n) != T::Semi {
            return false;
        }
        let whole = self.span().to(self.tokens.spans[self.closing(self.pos)]);
        let range = self.counting_head();
        let endless = (self.nth(1), self.nth(2), self.nth(3)) == (T::Semi, T::Semi, T::RParen);
        let (silent, keyword) = (self.silent(), self.prev_span());
        let diagnostic = Diagnostic::error(E0025, self.span(), "there is no `for` loop of three parts");
        self.skip_tree();
        // A statement in place of the body is mended along with the head.
        let (mut end, mut body) = (whole, String::new());
        if self.at(T::LBrace) {
            self.body_block();
        } else {
            let statement = self.span();
            self.one_stmt();
            end = self.prev_span();
            body = format!(" {{ {} }}", self.text_of(statement.to(end)));
        }
        if silent {
            return true;
        }
        self.emit(match range {
            _ if endless => {
                let how = "a loop without an end is a `loop`";
                diagnostic.suggest(keyword.to(end), format!("loop{body}"), how)
            }
            Some(range) => {
                diagnostic.suggest(whole.to(end), range + &body, "a loop over numbers counts through a range")
            }
            None => diagnostic.note("a loop over numbers is `for i in 0..n { … }`; anything else is a `while` loop"),
        });
        true
    }

    /// What `(int i = 0; i < n; i++)` is as a range, if it counts up by one from and to plain names or numbers.
    fn counting_head(&self) -> Option<String> {
        let mut n = 1;
        while matches!(self.nth(n), T::Ident | T::Mut | T::Let) && self.nth(n + 1) == T::Ident {
            n += 1;
        }
        let name = self.text_of(self.tokens.spans[self.pos + n]);
        let range =
            self.counting_range(n + 1, name).filter(|_| self.nth(n + 11) == T::RParen && self.nth(n) == T::Ident);
        range.map(|range| format!("{name} in {range}"))
    }

    /// `0..n` of `= 0; i < n; i++`, ten tokens of which the first is `n` tokens ahead.
    fn counting_range(&self, n: usize, name: &str) -> Option<String> {
        let text = |n: usize| self.tokens.spans.get(self.pos + n).map_or("", |s| self.text_of(*s));
        let plain = |n: usize| matches!(self.nth(n), T::Ident | T::Int);
        let range = match self.nth(n + 4) {
            T::Lt => "..",
            T::Le => "..=",
            // It counts down, or ends in another way.
            _ => return None,
        };
        let head = self.nth(n) == T::Eq && plain(n + 1) && self.nth(n + 2) == T::Semi;
        let test = text(n + 3) == name && plain(n + 5) && self.nth(n + 6) == T::Semi;
        let post = text(n + 7) == name && (self.nth(n + 8), self.nth(n + 9)) == (T::Plus, T::Plus);
        let pre = text(n + 9) == name && (self.nth(n + 7), self.nth(n + 8)) == (T::Plus, T::Plus);
        let add = text(n + 7) == name && self.nth(n + 8) == T::PlusEq && text(n + 9) == "1";
        (head && test && (post || pre || add)).then(|| format!("{}{range}{}", text(n + 1), text(n + 5)))
    }

    /// `if`, with all its `else if`, as a loop.
    fn if_expr(&mut self) -> ExprId {
        let mut branches: Vec<(Span, ExprId, ExprId)> = Vec::new();
        let mut els = None;
        loop {
            let start = self.span();
            self.bump();
            let cond = match elsewhere::multiple::head_statement(self) {
                true => self.error_expr(start),
                false => self.condition(true),
            };
            let then = self.body_block();
            branches.push((start, cond, then));
            if hints::else_if(self) {
                continue;
            }
            if !self.eat(T::Else) {
                break;
            }
            if !self.at(T::If) {
                els = Some(self.body_block());
                self.second_else();
                break;
            }
        }
        // Of a branch that is reported, nothing is known: there may be a value.
        if let (None, Some(&(start, _, then))) = (els, branches.last())
            && self.is_error(then)
        {
            els = Some(self.error_expr(start));
        }
        let mut result = None;
        for (start, cond, then) in branches.into_iter().rev() {
            let span = self.since(start);
            let expr = self.mk(ExprKind::If { cond, then, els }, span);
            els = Some(expr);
            result = Some(expr);
        }
        match result {
            Some(expr) => expr,
            None => self.error_expr(self.prev_span()),
        }
    }

    /// `else` behind the last branch: it is reported, and its branches are parsed.
    fn second_else(&mut self) {
        while self.at(T::Else) {
            self.report(|p| {
                Diagnostic::error(E0020, p.span(), "there is an `else` already")
                    .note("a branch with another condition is `else if`, and comes before `else`")
            });
            self.bump();
            if self.eat(T::If) {
                self.condition(true);
            }
            self.body_block();
        }
    }

    /// `let pat = e` in a condition.
    fn let_condition(&mut self) -> ExprId {
        let start = self.span();
        if !self.context.allow_let {
            self.report(|p| {
                Diagnostic::error(E0020, p.span(), "expected an expression, found `let`")
                    .note("`let` is a statement, or part of the condition of `if` or `while`")
            });
            // What it declares is parsed, and means nothing.
            while self.eat(T::Let) {
                self.pat();
                self.eat(T::Eq);
            }
            self.binary(super::expr::Prec::Compare);
            return self.error_expr(start);
        }
        self.bump();
        let pat = self.pat();
        if !self.eat(T::Eq) {
            self.expected("`=`");
            return self.error_expr(start);
        }
        if !self.enter() {
            self.skip_deep();
            return self.error_expr(start);
        }
        let value = self.within(Context { allow_let: false, ..self.context }, |p| p.binary(super::expr::Prec::Compare));
        self.leave();
        let span = self.since(start);
        self.mk(ExprKind::Let(pat, value), span)
    }

    fn match_expr(&mut self) -> ExprId {
        let start = self.span();
        self.bump();
        let scrutinee = self.head();
        let mut arms: Vec<Arm> = Vec::new();
        if !self.eat(T::LBrace) {
            self.expected("`{`");
            self.reported = self.pos + 1;
            let span = self.since(start);
            return self.error_expr(span);
        }
        if self.c_cases() {
            let span = self.since(start);
            return self.error_expr(span);
        }
        let outer = self.foreign_arms.take();
        while !self.at(T::RBrace) && !self.at(T::Eof) {
            let before = self.pos;
            let broken = std::mem::replace(&mut self.broken, false);
            let arm = self.arm();
            if let Some(arm) = arm.filter(|_| self.broken) {
                self.body.pats[arm.pat].kind = PatKind::Error;
                self.body.exprs[arm.body].kind = ExprKind::ERROR;
            }
            arms.extend(arm);
            self.broken = broken;
            if self.pos == before {
                self.skip_tree();
            }
        }
        if let Some(foreign) = std::mem::replace(&mut self.foreign_arms, outer) {
            self.report_arms(foreign);
        }
        self.expect(T::RBrace);
        let arms = self.body.arms.alloc(arms);
        let span = self.since(start);
        self.mk(ExprKind::Match(scrutinee, arms), span)
    }

    /// `case 1: f(); break; … }` behind the brace of a `match`, with several statements in a case: reported, and skipped with
    /// the brace that closes it.
    fn c_cases(&mut self) -> bool {
        let begins = |n: usize| {
            self.tokens.spans.get(self.pos + n).is_some_and(|span| matches!(self.text_of(*span), "case" | "default"))
        };
        let colon = self.level(1, 100).find(|(_, kind)| matches!(kind, T::Colon | T::FatArrow | T::Comma | T::Semi));
        let is_c = begins(0) && self.at(T::Ident) && colon.is_some_and(|(_, kind)| kind == T::Colon);
        if !is_c || !self.level(1, usize::MAX).any(|(_, kind)| kind == T::Semi) {
            return false;
        }
        self.report(|p| {
            Diagnostic::error(E0025, p.span(), "a `match` has arms, not cases with statements")
                .note("an arm is `1 => { …; }`; it ends there, without `break`, and `_` stands for everything else")
        });
        while !self.at(T::Eof) && !self.cur().is_close() {
            self.skip_tree();
        }
        self.eat(T::RBrace);
        true
    }

    /// Remembers a mistake of an arm that the next ones have most likely, too.
    fn foreign(&mut self, edit: (Span, &'static str), how: &'static str, make: impl FnOnce(&Self) -> Diagnostic) {
        if !self.silent() || self.foreign_arms.is_some() {
            let first = make(self);
            let foreign = self.foreign_arms.get_or_insert_with(|| ForeignArms { first, how, edits: Vec::new() });
            foreign.edits.push(edit);
        }
        self.reported = self.pos + 1;
    }

    fn report_arms(&mut self, foreign: ForeignArms) {
        let ForeignArms { first, how, edits } = foreign;
        let whole = edits.first().map_or(Span::NONE, |(span, _)| *span).to(edits.last().map_or(Span::NONE, |e| e.0));
        let (mut fixed, mut taken) = (String::new(), whole.lo);
        for (span, ours) in edits {
            if span.lo < taken {
                continue;
            }
            fixed.push_str(self.text_of(Span::new(taken, span.lo)));
            fixed.push_str(ours);
            taken = span.hi;
        }
        self.emit(first.fix(whole, fixed, how));
    }

    fn arm(&mut self) -> Option<Arm> {
        let attrs = self.attrs();
        if self.at(T::RBrace) {
            self.dangling_attrs(&attrs, "a match arm");
            return None;
        }
        let attrs = self.body.attrs.alloc(attrs);
        let start = self.span();
        self.foreign_arm();
        let mut pat = self.pat();
        let guard = self.eat(T::If).then(|| self.condition(false));
        if !self.eat(T::FatArrow) {
            if !self.missing_fat_arrow() {
                // What it covers is not known: nothing may be said to be missing.
                pat = self.mk_pat(PatKind::Error, start);
            }
            if !self.eat(T::FatArrow) {
                self.end_arm();
                let body = self.error_expr(start);
                return Some(Arm { attrs, pat, guard: None, body, span: start });
            }
        }
        let (body, needs_comma) = self.arm_body();
        let span = self.since(start);
        if !self.eat(T::Comma) && needs_comma && !self.at(T::RBrace) {
            self.expect_arm_comma();
        }
        Some(Arm { attrs, pat, guard, body, span })
    }

    /// `case 1 =>`, `else =>`, `1, 2 =>`, as an arm begins elsewhere: reported.
    fn foreign_arm(&mut self) {
        let next = self.tokens.spans.get(self.pos + 1).copied().unwrap_or(self.span());
        let arrow = matches!(self.nth(1), T::FatArrow | T::Arrow | T::Colon);
        if self.at(T::Else) && arrow {
            self.foreign((self.span(), "_"), "`_` stands for everything else", |p| {
                Diagnostic::error(E0020, p.span(), "expected a pattern, found keyword `else`")
            });
            self.tokens.kinds[self.pos] = T::Underscore;
            self.reported = 0;
            return;
        }
        // With `=>`, it is a name like any other.
        if self.at(T::Ident) && self.cur_text() == "default" && matches!(self.nth(1), T::Arrow | T::Colon) {
            self.foreign((self.span(), "_"), "`_` stands for everything else", |p| {
                Diagnostic::error(E0020, p.span(), "expected a pattern, found `default`")
            });
            self.tokens.kinds[self.pos] = T::Underscore;
            self.reported = 0;
            return;
        }
        let operand = self.nth(1).is_literal() || matches!(self.nth(1), T::Ident | T::Minus | T::Underscore);
        if self.at(T::Ident) && self.cur_text() == "case" && operand && !self.on_new_line_at(1) {
            let gap = Span::new(self.span().lo, next.lo);
            self.foreign((gap, ""), "leave `case` out", |_| {
                Diagnostic::error(E0020, gap, "an arm begins with its pattern")
            });
            self.bump();
            self.reported = 0;
        }
        let alternative = self.cur().is_literal() && self.nth(1) == T::Comma && self.nth(2).is_literal();
        if alternative && matches!(self.nth(3), T::FatArrow | T::Comma | T::Arrow | T::Colon) {
            let mut n = 1;
            while self.nth(n) == T::Comma && self.nth(n + 1).is_literal() {
                self.tokens.kinds[self.pos + n] = T::Or;
                n += 2;
            }
            let whole = self.span().to(self.tokens.spans[self.pos + n - 1]);
            for comma in (1..n).step_by(2) {
                let comma = self.tokens.spans[self.pos + comma];
                self.foreign((comma, " |"), "write `|`", |_| {
                    Diagnostic::error(E0020, whole, "alternatives are separated by `|`")
                });
            }
            self.reported = 0;
        }
    }

    /// The expression of an arm, and whether a comma must separate it from the next.
    fn arm_body(&mut self) -> (ExprId, bool) {
        if !self.begins_block_like() {
            return (self.expr(), true);
        }
        let start = self.span();
        if !self.enter() {
            self.skip_deep();
            return (self.error_expr(start), true);
        }
        let block = self.within(Context::FREE, |p| p.block_like());
        let goes_on = matches!(self.cur(), T::Dot | T::Question);
        let body = if goes_on { self.within(Context::FREE, |p| p.expr_from(start, block)) } else { block };
        self.leave();
        (body, goes_on)
    }

    /// Reports it. Returns whether something stands in its place, which is made one.
    fn missing_fat_arrow(&mut self) -> bool {
        let instead = matches!(self.cur(), T::Arrow | T::Colon | T::Eq);
        let report = |p: &Self| {
            let message = format!("expected `=>`, found {}", p.found());
            Diagnostic::error(E0020, p.span(), message).label("expected `=>`")
        };
        if instead {
            let ours = if self.glued(0) { " =>" } else { "=>" };
            self.foreign((self.span(), ours), "a pattern and its expression are separated by `=>`", report);
        } else {
            self.report(report);
        }
        if instead {
            self.bump();
            self.tokens.kinds[self.pos - 1] = T::FatArrow;
            self.pos -= 1;
        } else {
            let comma = if self.arrow_on_line() { T::FatArrow } else { T::Comma };
            self.skip_to(&[T::FatArrow, comma]);
        }
        instead
    }

    /// Whether a `=>` comes before the end of the line.
    fn arrow_on_line(&self) -> bool {
        let gap = |at: usize| {
            let (before, here) = (self.tokens.spans[at - 1], self.tokens.spans[at]);
            self.text_of(Span::new(before.hi, here.lo)).contains('\n')
        };
        // A pattern has hardly more tokens than this.
        let end = self.tokens.len().min(self.pos + 200);
        let line_end = (self.pos + 1..end).find(|&at| gap(at)).unwrap_or(end);
        self.tokens.kinds[self.pos..line_end].contains(&T::FatArrow)
    }

    fn expect_arm_comma(&mut self) {
        if self.at(T::Semi) {
            self.foreign((self.span(), ","), "arms are separated by `,`", |p| {
                Diagnostic::error(E0020, p.span(), format!("expected `,` or `}}`, found {}", p.found()))
            });
            return self.bump();
        }
        let new_line = self.on_new_line();
        if new_line || self.arrow_on_line() {
            let end = self.prev_span().end();
            self.foreign((end, ","), "a `,` may be missing", |p| {
                let message = format!("expected `,` or `}}`, found {}", p.found());
                Diagnostic::error(E0020, p.span(), message).label("expected `,`")
            });
            self.reported = 0;
            return;
        }
        self.report(|p| {
            let end = p.prev_span().end();
            let message = format!("expected `,` or `}}`, found {}", p.found());
            let diagnostic = Diagnostic::error(E0020, p.span(), message);
            hints::explain(p, diagnostic.label("expected `,`").suggest(end, ",", "a `,` may be missing"))
        });
        self.end_arm();
    }

    /// Skips to where the next arm begins.
    fn end_arm(&mut self) {
        self.skip_to(&[T::Comma]);
        self.eat(T::Comma);
    }

    /// `return`, `break`, `continue`
    fn jump(&mut self) -> ExprId {
        let start = self.span();
        let kind = self.cur();
        self.bump();
        let mut label = Symbol::EMPTY;
        // `break 'a: loop {}` is a labelled loop as a value.
        if kind != T::Return && self.at(T::Label) && self.nth(1) != T::Colon {
            let span = self.span();
            label = self.symbol_of(Span::new(span.lo + 1, span.hi));
            self.bump();
        }
        let has_value = kind != T::Continue && self.begins_expr() && !self.at(T::Label) || self.labelled_value(kind);
        let value = has_value.then(|| self.expr_here());
        let span = self.since(start);
        let kind = match kind {
            T::Return => ExprKind::Return(value),
            T::Break => ExprKind::Break { label, value },
            // It was one of the three.
            _ => ExprKind::Continue { label },
        };
        self.mk(kind, span)
    }

    fn labelled_value(&self, kind: T) -> bool {
        kind != T::Continue && self.at(T::Label) && self.nth(1) == T::Colon
    }
}
