//! Paths in expressions, and what begins with one: struct literals, `offset_of`, `make`.

use super::*;
use vex_ir::pool::List;

impl Parser<'_> {
    pub(super) fn path_expr(&mut self) -> ExprId {
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
        if let Some(foreign) = elsewhere::calls::operand(self) {
            return foreign;
        }
        let (path, span) = self.expr_path();
        if self.at(T::Bang) && self.glued(0) && self.nth(1).is_open() {
            return elsewhere::calls::macro_call(self, span);
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

    /// `<T>::name::<U>`, `<T as Trait>::name`
    pub(super) fn qualified_path(&mut self) -> ExprId {
        let start = self.span();
        let of = self.qualifier();
        let name = self.ident("the name of a member").name;
        let generics = if self.at(T::ColonColon) && self.is_lt(1) {
            self.bump();
            self.generic_args()
        } else {
            List::default()
        };
        let span = self.since(start);
        self.mk(ExprKind::Member { of, name, generics }, span)
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
            Diagnostic::error(STRUCT_LITERAL_IN_HEAD, span, "a struct literal is not allowed here")
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
        elsewhere::calls::named_values(self, "the value of a field follows its name and `:`", |name| {
            format!("{name}:")
        });
        if self.at(T::Dot) && self.nth(1) == T::Ident && self.nth(2) == T::Colon {
            self.bump();
        }
        let span = self.span();
        if self.cur().is_literal() && !(self.at(T::Int) && self.nth(1) == T::Colon) {
            self.report(|p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "the value of a field follows its name and `:`")
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
        self.close(T::RParen, "`)`");
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
    pub(super) fn make(&mut self, start: Span) -> ExprId {
        self.bump();
        self.bump();
        self.bump();
        let ty = self.ty();
        self.close(T::RBracket, "`]`");
        self.expect(T::Comma);
        let count = self.expr();
        self.eat(T::Comma);
        self.close(T::RParen, "`)`");
        let span = self.since(start);
        self.mk(ExprKind::Make(ty, count), span)
    }
}
