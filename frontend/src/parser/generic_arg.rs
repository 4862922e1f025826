//! What is given for parameters, between `<` and `>`: types and numbers.

use super::*;
use vex_ir::pool::List;

impl Parser<'_> {
    /// `<A, 4, { N + 1 }>`
    pub(super) fn generic_args(&mut self) -> List<TypeId> {
        let from = self.type_stack.len();
        self.bump_lt();
        if self.enter() {
            while !self.at_gt() && !self.at(T::Eof) {
                let before = self.pos;
                if self.at(T::Label) {
                    self.lifetime();
                } else if self.at(T::Ident) && self.nth(1) == T::Eq {
                    let start = self.span();
                    let name = self.ident("the name of an associated type").name;
                    self.bump();
                    let ty = self.ty();
                    let equal = self.mk_type(TypeKind::Equal(name, ty), self.since(start));
                    self.type_stack.push(equal);
                } else {
                    let arg = self.generic_arg();
                    self.type_stack.push(arg);
                }
                if !self.eat(T::Comma) || self.pos == before {
                    break;
                }
            }
            self.leave();
        } else {
            self.skip_deep();
        }
        self.expect_gt();
        self.take_types(from)
    }

    fn generic_arg(&mut self) -> TypeId {
        let start = self.span();
        let arg = match self.cur() {
            T::LBrace => {
                let value = self.anon_item(|p| {
                    let block = p.block_like();
                    p.bare_tail(block)
                });
                self.mk_type(TypeKind::Number(value), self.since(start))
            }
            T::Int | T::Char | T::True | T::False | T::Minus => {
                let value = match self.small_literal(&[T::Comma, T::Gt, T::Shr, T::Ge, T::ShrEq]) {
                    Some(value) => AnonConst::Literal(value),
                    None => self.anon_item(Parser::unary),
                };
                self.mk_type(TypeKind::Number(value), self.since(start))
            }
            // `N * 2`, which is no pointer of C.
            T::Ident if self.nth(1) == T::Star && matches!(self.nth(2), T::Int | T::Ident | T::LParen) => {
                self.bump();
                self.arg_without_braces(start);
                return self.mk_type(TypeKind::Error, self.since(start));
            }
            // It may turn out to name a constant.
            _ => self.ty(),
        };
        if self.at_gt() || !self.goes_on() {
            return arg;
        }
        self.arg_without_braces(start);
        self.mk_type(TypeKind::Error, self.since(start))
    }

    /// Whether an operator follows what was an argument.
    fn goes_on(&self) -> bool {
        let operator = matches!(
            self.cur(),
            T::Plus | T::Minus | T::Star | T::Slash | T::Percent | T::Or | T::Caret | T::Shl | T::As
        );
        operator && !self.on_new_line()
    }

    /// `N + 1`, which stands in braces: takes the rest of the argument.
    fn arg_without_braces(&mut self, start: Span) {
        while !self.at_gt() && !self.cur().is_close() && !matches!(self.cur(), T::Comma | T::Semi | T::Eof | T::LBrace)
        {
            self.skip_tree();
        }
        let whole = self.since(start);
        let fixed = format!("{{ {} }}", self.text_of(whole));
        self.report(|_| {
            let message = "an expression as an argument stands in braces";
            Diagnostic::error(UNEXPECTED_TOKEN, whole, message).fix(whole, fixed, "put it in braces")
        });
    }

    /// The value of a block that is nothing else.
    fn bare_tail(&self, block: ExprId) -> ExprId {
        let ExprKind::Block(inner) = self.body.kind(block) else { return block };
        match &self.body.stmts[inner.stmts] {
            [only] if inner.label == Symbol::EMPTY && !inner.is_unsafe && only.attrs.is_empty() => {
                match only.kind {
                    StmtKind::Expr { expr, semi: false } => expr,
                    // It has no value.
                    _ => block,
                }
            }
            _ => block,
        }
    }
}
