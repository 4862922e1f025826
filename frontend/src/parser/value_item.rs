//! Constants and statics.

use super::item::{Container, Head, Parsed};
use super::*;
use crate::literal::{self, Number};

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn constant(&mut self, container: Container) -> Parsed {
        if let Some(parsed) = self.c_item() {
            return parsed;
        }
        if self.nth(2) == T::Eq
            && let Some(declared) = elsewhere::typedecl::const_item(self)
        {
            return self.declared_type(declared);
        }
        self.bump();
        let underscore = self.span();
        let name = match self.cur() {
            T::Underscore => {
                self.bump();
                Ident { name: vex_ir::symbol::sym::UNDERSCORE, span: underscore }
            }
            T::Mut => {
                self.report(|p| {
                    Diagnostic::error(NO_SUCH_FORM, p.span(), "a constant never changes")
                        .note("a variable for the whole program is a `static mut`")
                });
                self.bump();
                self.item_name("the constant")
            }
            // Anything else should be a name.
            _ => self.item_name("the constant"),
        };
        let ty = self.item_type("constant");
        // Implementations of a trait may say what it is.
        if container != Container::Trait || !self.at(T::Semi) {
            self.initializer("constant");
        }
        self.item_semi();
        self.named(name, ItemData::Const { ty })
    }

    /// The type of the value `n` tokens ahead, if that is a literal, and all there is.
    fn plain_type(&self, n: usize) -> Option<&'static str> {
        let at = if self.nth(n) == T::Minus { n + 1 } else { n };
        if self.nth(at + 1) != T::Semi {
            return None;
        }
        self.plain_type_of(at)
    }

    /// The type of the literal `n` tokens ahead.
    pub(super) fn plain_type_of(&self, n: usize) -> Option<&'static str> {
        match self.nth(n) {
            T::Int => Some("i32"),
            T::Float => Some("f64"),
            T::True | T::False => Some("bool"),
            T::Char => Some("char"),
            T::Str | T::RawStr => Some("&str"),
            // The type of any other value is not obvious from its tokens.
            _ => None,
        }
    }

    /// `: T` of a constant or static.
    fn item_type(&mut self, what: &str) -> TypeId {
        if self.eat(T::Colon) {
            return self.ty();
        }
        if matches!(self.cur(), T::Ident | T::Star | T::LBracket | T::And) && !self.on_new_line() {
            self.expect_insert(T::Colon);
            return self.ty();
        }
        let unknown = self.at(T::Eq) && self.plain_type(1).is_none();
        self.report(|p| {
            let at = p.prev_span().end();
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, at, format!("the type of this {what} is missing"));
            match p.plain_type(1).filter(|_| p.at(T::Eq)) {
                Some(ty) => diagnostic.suggest(at, format!(": {ty}"), "add it"),
                None => diagnostic.note("it stands behind the name: `NAME: i32`"),
            }
        });
        // Without the type, the value is not checked either.
        self.broken |= unknown;
        let span = self.prev_span().end();
        self.mk_type(TypeKind::Error, span)
    }

    /// An expression that is a body of its own.
    pub(super) fn anon_const(&mut self) -> AnonConst {
        match self.small_literal(&[T::RBracket, T::Comma, T::RBrace]) {
            Some(value) => AnonConst::Literal(value),
            None => self.anon_item(Parser::expr_here),
        }
    }

    /// Takes a literal without a suffix, if it is small, and one of these tokens follows.
    pub(super) fn small_literal(&mut self, next: &[T]) -> Option<u32> {
        if !self.at(T::Int) || !next.contains(&self.nth(1)) {
            return None;
        }
        let Ok(Number::Int(value, Suffix::None)) = literal::int(self.cur_text(), self.span()) else { return None };
        let value = u32::try_from(value).ok()?;
        self.bump();
        Some(value)
    }

    /// The same, of what `parse` takes.
    pub(super) fn anon_item(&mut self, parse: impl FnOnce(&mut Self) -> ExprId) -> AnonConst {
        let id = self.reserve_item(self.span());
        let lost = self.lost;
        self.begin_body();
        self.lost = lost;
        let root = self.within(Context::FREE, parse);
        if self.broken {
            self.body.fail(root);
        }
        self.body.root = Some(root);
        let span = self.body.exprs[root].span;
        let body = self.end_body();
        self.program.bodies.insert(id, Box::new(body));
        let item = &mut self.program.items[id];
        (item.name.span, item.span) = (span, span);
        *item.raw_mut() = ItemData::Anon;
        // In parentheses, which mean nothing.
        if let ExprKind::Int { low, high, suffix: Suffix::None } =
            Read::<Surface>::new(&self.program.bodies[id]).kind(root)
            && let Ok(value) = u32::try_from(BigInt::join(low, high))
        {
            return AnonConst::Literal(value);
        }
        AnonConst::Item(id)
    }

    pub(super) fn initializer(&mut self, what: &str) {
        let root = if self.eat(T::Eq) {
            self.expr()
        } else {
            self.report(|p| {
                let at = p.prev_span().end();
                Diagnostic::error(UNEXPECTED_TOKEN, at, format!("the value of this {what} is missing"))
                    .note(format!("it follows `=`; a {what} of C's is declared in an `extern` block"))
            });
            let at = self.prev_span().end();
            self.error_expr(at)
        };
        if self.broken {
            self.body.fail(root);
        }
        self.body.root = Some(root);
    }

    #[inline(never)]
    pub(super) fn static_item(&mut self, head: &Head) -> Parsed {
        if let Some(parsed) = self.c_item() {
            return parsed;
        }
        self.bump();
        let mutable = self.eat(T::Mut);
        let name = self.item_name("the static");
        let ty = self.item_type("static");
        match head.container {
            Container::Extern if self.at(T::Eq) => {
                let span = self.span();
                self.bump();
                let value = self.expr();
                let span = span.to(self.body.exprs[value].span);
                self.emit(
                    Diagnostic::error(MISPLACED_ITEM, span, "a static in an extern block has no value")
                        .label("it is defined elsewhere"),
                );
            }
            Container::Extern => {}
            // Everywhere else it is defined here.
            _ => self.initializer("static"),
        }
        self.item_semi();
        self.named(name, ItemData::Static { ty, mutable })
    }
}
