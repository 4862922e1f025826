//! What follows an operand: fields, calls, indices, `?`.

use super::expr::Prec;
use super::*;
use crate::literal;

impl Parser<'_> {
    /// What follows an operand: fields, calls, indices, `?`.
    pub(super) fn postfix(&mut self, start: Span, mut expr: ExprId) -> ExprId {
        loop {
            expr = match self.cur() {
                T::Dot => self.dot(start, expr),
                T::LParen => self.call(start, expr),
                T::LBracket if !self.on_new_line() => self.index(start, expr),
                T::Question => self.question(start, expr),
                // No expression is followed by `->`; C has it there.
                T::Arrow if self.nth(1) == T::Ident && !self.on_new_line() => {
                    self.report(|p| {
                        Diagnostic::error(FOREIGN_SYNTAX, p.span(), "there is no operator `->`").fix(
                            p.span(),
                            ".",
                            "`.` goes through pointers too",
                        )
                    });
                    self.dot(start, expr)
                }
                T::ColonColon => match self.dotted_path(expr) {
                    Some(path) => self.longer_path(start, path),
                    None => return expr,
                },
                T::LBrace if !self.context.no_struct => match self.dotted_path(expr) {
                    Some(path) => self.struct_lit(start, path),
                    None => return expr,
                },
                // Everything else ends the operand.
                _ => return expr,
            }
        }
    }

    /// `e?`
    fn question(&mut self, start: Span, operand: ExprId) -> ExprId {
        self.bump();
        let span = self.since(start);
        let value = matches!(self.cur(), T::Ident | T::SelfValue) || self.cur().is_literal();
        if !value || self.on_new_line() {
            return self.mk(ExprKind::Try(operand), span);
        }
        self.report(|p| {
            let diagnostic = Diagnostic::error(FOREIGN_SYNTAX, p.prev_span(), "there is no operator `?:`");
            match elsewhere::conditional::ternary(p) {
                Some((whole, fixed)) => diagnostic.suggest(whole, fixed, "`if` has a value"),
                None => diagnostic.note("`if` has a value: `if a { b } else { c }`"),
            }
        });
        self.reported = 0;
        self.binary(Prec::Or);
        if self.eat(T::Colon) {
            self.binary(Prec::Or);
        }
        // The operators in front belong to the condition, and have no part in the value.
        self.broken = true;
        self.error_expr(span)
    }

    pub(super) fn call(&mut self, start: Span, callee: ExprId) -> ExprId {
        let from = self.expr_stack.len();
        self.args();
        let args = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::Call(callee, args), span)
    }

    /// Arguments in parentheses, onto the stack.
    pub(super) fn args(&mut self) {
        self.bump();
        self.within(Context::FREE, |p| {
            p.comma_list(T::RParen, |p| {
                let attrs = p.attrs();
                p.no_attrs(&attrs, "an argument");
                elsewhere::calls::named_values(p, "arguments have no names", |_| String::new());
                if p.at(T::Ident) && p.nth(1) == T::Colon {
                    p.bump();
                    p.bump();
                }
                let arg = p.expr_here();
                p.expr_stack.push(arg);
            })
        });
    }

    pub(super) fn index(&mut self, start: Span, base: ExprId) -> ExprId {
        self.bump();
        let index = self.expr();
        if self.at(T::Colon) {
            return elsewhere::operators::slice(self, start, base, index);
        }
        self.close(T::RBracket, "`]`");
        let span = self.since(start);
        self.mk(ExprKind::Index(base, index), span)
    }

    /// `.name`, `.0`, `.name(…)`, `.name::<T>(…)`
    pub(super) fn dot(&mut self, start: Span, base: ExprId) -> ExprId {
        self.bump();
        match self.cur() {
            T::Int => self.tuple_field(start, base),
            T::Float => self.two_tuple_fields(start, base),
            T::Ident if self.is_float_suffix(base) => {
                let whole = self.body.exprs[base].span.to(self.span());
                let ty = if self.cur_text() == "f64" { "f64" } else { "f32" };
                let fixed = literal::int_as_float(self.text_of(self.body.exprs[base].span), ty);
                self.report(|_| {
                    let message = "a float literal needs a digit after its point";
                    Diagnostic::error(FOREIGN_SYNTAX, whole, message).fix(whole, fixed, "write it like this")
                });
                self.bump();
                self.error_expr(whole)
            }
            T::Ident => self.named_field(start, base),
            kind if kind.is_keyword() && !self.on_new_line() => {
                self.keyword_as_name("the name of a field or method");
                self.named_field(start, base)
            }
            T::Star if self.glued(0) && !self.on_new_line() => {
                let whole = self.body.exprs[base].span.to(self.span());
                let fixed = format!("*{}", self.text_of(self.body.exprs[base].span));
                self.report(|_| {
                    let message = "what a pointer leads to is written with `*` in front";
                    Diagnostic::error(FOREIGN_SYNTAX, whole, message).suggest(whole, fixed, "write it like this")
                });
                self.bump();
                self.error_expr(whole)
            }
            // Nothing else can follow a dot.
            _ => {
                self.after_dot(base);
                let span = self.since(start);
                self.error_expr(span)
            }
        }
    }

    /// `1.f`, of which only `f` is left.
    fn is_float_suffix(&self, base: ExprId) -> bool {
        let whole = self.body.exprs[base];
        matches!(self.body.kind(base), ExprKind::Int { suffix: Suffix::None, .. })
            && whole.span.hi == self.prev_span().lo
            && !self.in_parens(base)
            && matches!(self.cur_text(), "f" | "F" | "f32" | "f64")
            && self.nth(1) != T::LParen
    }

    /// Nothing that may follow a dot: maybe the dot ends a float literal.
    fn after_dot(&mut self, base: ExprId) {
        let dot = self.prev_span();
        let whole = self.body.exprs[base];
        if matches!(self.body.kind(base), ExprKind::Int { suffix: Suffix::None, .. })
            && whole.span.hi == dot.lo
            && !self.in_parens(base)
        {
            return self.report(|p| {
                let span = whole.span.to(dot);
                let error = Diagnostic::error(FOREIGN_SYNTAX, span, "a float literal needs a digit after its point");
                match p.text_of(whole.span) {
                    text if text.starts_with(['1', '2', '3', '4', '5', '6', '7', '8', '9']) => {
                        error.fix(dot.end(), "0", "add it")
                    }
                    text => error.fix(span, literal::int_as_float(text, ""), "write it like this"),
                }
            });
        }
        self.expected("the name of a field or method");
    }

    fn tuple_field(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let name = self.symbol_of(span);
        self.bump();
        let whole = self.since(start);
        if !self.text_of(span).bytes().all(|b| b.is_ascii_digit()) {
            self.emit(Diagnostic::error(UNEXPECTED_TOKEN, span, "the field of a tuple is a plain number"));
            return self.error_expr(whole);
        }
        self.mk(ExprKind::Field(base, name), whole)
    }

    /// `x.0.1`: the lexer takes `0.1` for a number.
    fn two_tuple_fields(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let text = self.text_of(span);
        let Some((first, second)) = text
            .split_once('.')
            .filter(|(a, b)| a.bytes().all(|c| c.is_ascii_digit()) && b.bytes().all(|c| c.is_ascii_digit()))
        else {
            self.bump();
            self.emit(Diagnostic::error(UNEXPECTED_TOKEN, span, "the field of a tuple is a plain number"));
            let span = self.since(start);
            return self.error_expr(span);
        };
        self.bump();
        let names = [self.cx.interner.intern(first), self.cx.interner.intern(second)];
        let ends = [span.lo + first.len() as u32, span.hi];
        let mut expr = base;
        for (name, end) in names.into_iter().zip(ends) {
            expr = self.mk(ExprKind::Field(expr, name), Span::new(start.lo, end));
        }
        expr
    }

    fn named_field(&mut self, start: Span, base: ExprId) -> ExprId {
        let span = self.span();
        let name = self.symbol_of(span);
        self.bump();
        let generics = if self.at(T::ColonColon) && self.is_lt(1) {
            self.bump();
            self.generic_args()
        } else {
            Self::no_types()
        };
        if !self.at(T::LParen) {
            if !generics.is_empty() {
                self.expected("`(`");
            }
            let span = self.since(start);
            return self.mk(ExprKind::Field(base, name), span);
        }
        let from = self.expr_stack.len();
        self.expr_stack.push(base);
        self.args();
        let args = self.take_exprs(from);
        let span = self.since(start);
        self.mk(ExprKind::MethodCall { name, generics, args }, span)
    }

    /// The path that `a.b.C` is if `a` is a module: where a struct literal or `::` follows.
    fn dotted_path(&mut self, expr: ExprId) -> Option<Path> {
        let mut names: Vec<Ident> = Vec::new();
        let mut at = expr;
        while let ExprKind::Field(base, name) = self.body.kind(at) {
            if self.in_parens(at) {
                return None;
            }
            let hi = self.body.exprs[at].span.hi;
            let len = self.cx.text(name).len() as u32;
            names.push(Ident { name, span: Span::new(hi.saturating_sub(len), hi) });
            at = base;
            if names.len() > 8 {
                return None;
            }
        }
        let ExprKind::Path(path) = self.body.kind(at) else { return None };
        if self.in_parens(at) {
            return None;
        }
        if path.segments.len() > 16 {
            return None;
        }
        let starts_upper = names.first().is_some_and(|n| self.cx.text(n.name).starts_with(|c: char| c.is_uppercase()));
        // `x.field {` at the end of a statement that lacks its semicolon is no struct literal.
        if names.is_empty() || (self.at(T::LBrace) && !starts_upper && !self.looks_like_fields()) {
            return None;
        }
        let mut segments: Vec<PathSegment> = self.body.segments[path.segments].to_vec();
        segments.extend(names.into_iter().rev().map(|name| PathSegment { name, generics: Self::no_types() }));
        let segments = self.body.segments.alloc(segments);
        Some(Path { segments, absolute: path.absolute })
    }

    /// A path that goes on behind `a.b`: `libc.c_int::MAX`.
    fn longer_path(&mut self, start: Span, path: Path) -> ExprId {
        let from = self.segment_stack.len();
        for i in path.segments.range() {
            let segment = *self.body.segments.at(i);
            self.segment_stack.push(segment);
        }
        self.expr_path_rest(from);
        let segments = self.body.segments.alloc(self.segment_stack.drain(from..));
        let span = self.since(start);
        self.mk(ExprKind::Path(Path { segments, absolute: path.absolute }), span)
    }
}
