//! What other languages write, where Vex has something else: each is reported once, with what stands for it here.
//!
//! Nothing here belongs to the grammar of Vex. The parser asks where it meets what cannot go on; what is found is reported, skipped,
//! and declared where it was to declare something.

pub(super) mod arms;
pub(super) mod arrays;
pub(super) mod c_exprs;
pub(super) mod c_fields;
pub(super) mod c_items;
pub(super) mod calls;
pub(super) mod conditional;
pub(super) mod declarator;
pub(super) mod functions;
pub(super) mod imports;
pub(super) mod items;
pub(super) mod layout;
pub(super) mod lifetimes;
pub(super) mod loops;
pub(super) mod messages;
pub(super) mod multiple;
pub(super) mod operators;
pub(super) mod preprocessor;
pub(super) mod references;
pub(super) mod signs;
pub(super) mod statements;
pub(super) mod typedecl;
pub(super) mod types;
pub(super) mod variables;

use super::*;

impl<'a> Parser<'a> {
    /// The span of the token `ahead` of the current one; the last one's, if there are not so many.
    pub(super) fn span_at(&self, ahead: usize) -> Span {
        self.tokens.spans[(self.pos + ahead).min(self.tokens.len() - 1)]
    }

    pub(super) fn text_at(&self, ahead: usize) -> &'a str {
        self.text_of(self.span_at(ahead))
    }

    /// How far ahead the delimiter is that closes the group which opens `ahead` of the current token.
    fn close_at(&self, ahead: usize) -> usize {
        self.closing(self.pos + ahead) - self.pos
    }

    fn skip_tokens(&mut self, count: usize) {
        (0..count).for_each(|_| self.bump());
    }

    /// Declares a variable of which only the name is known.
    pub(super) fn declare(&mut self, name: Span, start: Span) {
        let symbol = self.symbol_of(name);
        let pat =
            self.mk_pat(PatKind::Bind { name: Ident { name: symbol, span: name }, mutable: true, sub: None }, name);
        let init = self.error_expr(name);
        self.push_stmt(Vec::new(), StmtKind::Let { pat, ty: None, init: Some(init), els: None }, start);
    }
}
