//! Statements.

use super::*;
use vex_ir::pool::List;

impl Parser<'_> {
    /// `{ … }`: its statements.
    pub(super) fn stmts(&mut self) -> List<Stmt> {
        let from = self.stmt_stack.len();
        if !self.expect(T::LBrace) {
            return List::default();
        }
        let context = std::mem::replace(&mut self.context, Context::FREE);
        let mut alternative = None;
        while !self.at(T::RBrace) && !self.at(T::Eof) {
            let before = self.pos;
            self.stmt();
            if self.pos == before {
                self.skip_tree();
            }
            alternative = self.after_alternative(from, alternative);
        }
        self.context = context;
        self.expect(T::RBrace);
        self.body.stmts.alloc(self.stmt_stack.drain(from..))
    }

    /// Whether the last statement is one of several values of the block, of which `cfg` leaves one: where it ends, if
    /// no semicolon is there. What follows such a value must be another.
    fn after_alternative(&mut self, from: usize, before: Option<Span>) -> Option<Span> {
        let last = self.stmt_stack[from..].last()?;
        let StmtKind::Expr { expr, semi } = last.kind else {
            return self.no_alternative(before);
        };
        if !self.is_conditional(&self.body.attrs[last.attrs]) {
            return self.no_alternative(before);
        }
        let open = !semi && (!self.body.kind(expr).ends_statement() || self.in_parens(expr));
        if open { Some(last.span.end()) } else { before }
    }

    fn no_alternative(&mut self, before: Option<Span>) -> Option<Span> {
        if let Some(end) = before {
            let diagnostic = Diagnostic::error(MISSING_SEMICOLON, end, "expected `;`: this is not the block's value");
            self.emit(diagnostic.label("expected `;`").suggest(end, ";", "add `;`"));
        }
        None
    }

    /// Whether one of these attributes may take away what they stand on.
    fn is_conditional(&self, attrs: &[Attr]) -> bool {
        attrs.iter().any(|attr| {
            let AttrKind::Raw(raw) = attr.kind::<Surface>();
            matches!(self.cx.text(raw.name.name), "cfg" | "cfg_attr")
        })
    }

    /// Declares the names that stand in a broken statement, whose tokens begin at `first`, where another language would declare
    /// them: behind a word, star or angle bracket.
    fn declare_what_it_may(&mut self, first: usize, from: usize) {
        if !matches!(&self.stmt_stack[from..], [only] if matches!(only.kind, StmtKind::Expr { .. })) {
            return;
        }
        let start = self.tokens.spans[first];
        let (mut depth, mut names) = (0usize, Vec::new());
        for at in first + 1..self.pos.min(first + 60) {
            let kind = self.tokens.kinds[at];
            depth += usize::from(kind.is_open());
            depth = depth.saturating_sub(usize::from(kind.is_close()));
            let behind = matches!(self.tokens.kinds[at - 1], T::Ident | T::Star | T::And | T::Gt | T::Shr);
            let before = matches!(self.tokens.kinds[at + 1], T::Eq | T::Semi | T::Comma | T::LParen | T::LBrace);
            if kind == T::Ident && depth == 0 && behind && before {
                names.push(self.tokens.spans[at]);
            }
        }
        names.into_iter().for_each(|name| self.declare(name, start));
    }

    /// One statement where a block should be.
    pub(super) fn one_stmt(&mut self) -> List<Stmt> {
        let from = self.stmt_stack.len();
        let context = std::mem::replace(&mut self.context, Context::FREE);
        self.stmt();
        self.context = context;
        self.body.stmts.alloc(self.stmt_stack.drain(from..))
    }

    /// A statement, onto the stack.
    fn stmt(&mut self) {
        let outer = self.begin_statement();
        let from = self.stmt_stack.len();
        let first = self.pos;
        self.stmt_here();
        if self.broken {
            self.forget(from);
            self.declare_what_it_may(first, from);
        }
        self.end_statement(outer);
    }

    /// Of the statements on the stack from `from` on, which are broken, only the names that they declare are left.
    fn forget(&mut self, from: usize) {
        for at in from..self.stmt_stack.len() {
            let stmt = self.stmt_stack[at];
            let span = stmt.span;
            match stmt.kind {
                StmtKind::Let { pat, ty, .. } => {
                    let ty = ty.map(|_| self.mk_type(TypeKind::Error, span));
                    let init = Some(self.error_expr(span));
                    let kind = StmtKind::Let { pat, ty, init, els: None };
                    self.stmt_stack[at] = Stmt { attrs: stmt.attrs, kind, span };
                }
                StmtKind::Expr { expr, .. } | StmtKind::Defer(expr) => self.body.fail(expr),
                // Items record their own errors.
                StmtKind::Item(_) => {}
            }
        }
    }

    fn stmt_here(&mut self) {
        let attrs = self.attrs();
        let start = self.span();
        if elsewhere::variables::declaration(self, start) || self.at(T::Ident) && elsewhere::statements::statement(self)
        {
            return;
        }
        let begins = matches!(self.cur(), T::Ident | T::Const | T::Static | T::Underscore);
        if begins && elsewhere::multiple::assignment(self, start) || elsewhere::references::declaration(self, start) {
            return;
        }
        if self.at(T::Ident) && elsewhere::statements::foreach(self) {
            let expr = self.for_expr(start, Symbol::EMPTY);
            self.push_stmt(attrs, StmtKind::Expr { expr, semi: false }, start);
            return;
        }
        if self.at_item() {
            return self.item_stmt(attrs, start);
        }
        match self.cur() {
            T::Semi => {
                self.dangling_attrs(&attrs, "a statement");
                self.bump();
            }
            T::RBrace | T::Eof => self.dangling_attrs(&attrs, "a statement"),
            T::Let => self.let_stmt(attrs, start),
            T::Defer => {
                self.bump();
                let inner = self.span();
                // A block needs no `;` as a statement, deferred or not.
                let block_like = self.begins_block_like();
                let expr = if block_like { self.block_stmt(inner) } else { self.expr() };
                if !(block_like && self.body.kind(expr).ends_statement()) || self.at(T::Semi) {
                    self.end_stmt(expr);
                }
                self.push_stmt(attrs, StmtKind::Defer(expr), start);
            }
            // Everything else is an expression, or nothing.
            _ => self.expr_stmt(attrs, start),
        }
    }

    pub(super) fn push_stmt(&mut self, attrs: Vec<Attr>, kind: StmtKind, start: Span) {
        let attrs = if attrs.is_empty() { List::default() } else { self.body.attrs.alloc(attrs) };
        let span = self.since(start);
        self.stmt_stack.push(Stmt { attrs, kind, span });
    }

    fn item_stmt(&mut self, attrs: Vec<Attr>, start: Span) {
        let outer = std::mem::replace(&mut self.in_body, true);
        let id = self.item(attrs, item::Container::Statement);
        self.in_body = outer;
        match id {
            // Reported; what it imports is found anyway.
            Some(id) if matches!(self.program.items[id].raw(), ItemData::Import(_)) => self.misplaced_imports.push(id),
            Some(id) => self.push_stmt(Vec::new(), StmtKind::Item(id), start),
            None => {}
        }
    }

    fn let_stmt(&mut self, attrs: Vec<Attr>, start: Span) {
        self.bump();
        self.typed_before_name();
        let pat = self.pat_one();
        let pat_failed = self.body.pat(pat) == PatKind::Error && self.reported == self.pos + 1;
        let ty = self.let_type();
        let mut init = None;
        let mut els = None;
        if pat_failed && !self.at(T::Eq) {
            self.sync_stmt();
        } else if self.let_eq(ty.is_some()) {
            let value = if self.at(T::LBrace) { self.braced_list(ty) } else { None };
            let value = value.unwrap_or_else(|| self.expr());
            init = Some(value);
            if self.eat(T::Else) {
                let block = self.body_block();
                els = Some(block);
            }
        }
        if self.at(T::Comma) && self.nth(1) == T::Ident {
            // Of several, the first is enough.
            if self.text_of(start) != "," {
                self.report(|p| {
                    let diagnostic =
                        Diagnostic::error(FOREIGN_DECLARATION, p.span(), "each `let` declares one variable");
                    diagnostic.suggest(p.span(), "; let", "write another `let`")
                });
            }
            self.push_stmt(attrs, StmtKind::Let { pat, ty, init, els }, start);
            if !self.enter() {
                return self.sync_stmt();
            }
            let comma = self.span();
            self.let_stmt(Vec::new(), comma);
            return self.leave();
        }
        match init {
            Some(value) => self.end_stmt(value),
            None => {
                if !self.eat(T::Semi) && self.prev() != T::Semi {
                    self.expect_semi();
                    self.sync_same_line();
                }
            }
        }
        self.push_stmt(attrs, StmtKind::Let { pat, ty, init, els }, start);
    }

    /// `let i32 x`, `let mut mut x`, standing behind `let`: reported; what does not belong there is skipped.
    fn typed_before_name(&mut self) {
        let name = usize::from(self.at(T::Mut));
        let (first, second) = (self.tokens.spans[self.pos + name.min(1)], self.tokens.spans.get(self.pos + name + 1));
        let second = second.copied().unwrap_or(first);
        if self.nth(name) == T::Mut && self.nth(name + 1) == T::Ident {
            let span = Span::new(first.lo, second.lo);
            self.report(|_| {
                Diagnostic::error(UNEXPECTED_TOKEN, span, "`mut` stands here twice").fix(span, "", "once is enough")
            });
            self.bump();
            return;
        }
        let typed = self.nth(name) == T::Ident && self.nth(name + 1) == T::Ident && !self.on_new_line_at(name + 1);
        let ends = matches!(self.nth(name + 2), T::Eq | T::Semi);
        let ty = self.text_of(first);
        if !typed
            || !ends
            || !elsewhere::types::is_type_name(ty)
            || elsewhere::types::is_type_name(self.text_of(second))
        {
            return;
        }
        let ty = vex_ir::c_names::vex_type(ty).unwrap_or(ty);
        let fixed = format!("{}: {ty}", self.text_of(second));
        self.report(|_| {
            let whole = first.to(second);
            Diagnostic::error(FOREIGN_DECLARATION, whole, "the name of a variable comes before its type").suggest(
                whole,
                fixed,
                "write `name: type`",
            )
        });
        // The name is the next token, whatever stands before it.
        self.tokens.kinds[self.pos + name] = if name == 1 { T::Mut } else { T::Ident };
        self.bump();
    }

    /// `: T`, or `T` where the colon is missing.
    fn let_type(&mut self) -> Option<TypeId> {
        if self.at(T::Colon) && self.nth(1) == T::Eq && self.glued(1) {
            let span = self.span().to(self.tokens.spans[self.pos + 1]);
            self.report(|_| {
                Diagnostic::error(FOREIGN_DECLARATION, span, "a variable is declared with `let` and `=`").fix(
                    span,
                    "=",
                    "write `=`",
                )
            });
            self.bump();
            return None;
        }
        if self.eat(T::Colon) {
            return Some(self.ty());
        }
        let forgotten = matches!(self.cur(), T::Ident | T::Star | T::And) && !self.on_new_line() && {
            let mut n = 0;
            while matches!(self.nth(n), T::Star | T::And | T::Mut | T::Const) {
                n += 1;
            }
            self.nth(n) == T::Ident && matches!(self.nth(n + 1), T::Eq | T::Semi)
        };
        if !forgotten {
            return None;
        }
        self.expect_insert(T::Colon);
        Some(self.ty())
    }

    /// `{1, 2}`, as C initializes an array: reported and skipped.
    fn braced_list(&mut self, ty: Option<TypeId>) -> Option<ExprId> {
        let open = self.pos;
        if !self.nth(1).is_literal() || self.nth(2) != T::Comma {
            return None;
        }
        let close = self.closing(open);
        let span = self.span().to(self.tokens.spans[close]);
        let inside = self.text_of(Span::new(self.span().hi, self.tokens.spans[close].lo));
        let array = ty.is_none_or(|ty| matches!(self.body.type_expr(ty), TypeKind::Array(..)));
        self.report(|_| {
            if !array {
                let message = "the values of a struct stand behind the names of its fields";
                return Diagnostic::error(UNEXPECTED_TOKEN, span, message)
                    .note("a struct literal is written `P { x: 1, y: 2 }`");
            }
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, span, "the elements of an array stand in brackets");
            match inside.contains('{') {
                true => diagnostic,
                false => diagnostic.suggest(span, format!("[{inside}]"), "write `[…]`"),
            }
        });
        self.skip_tree();
        Some(self.error_expr(span))
    }

    /// Takes the `=` of an initializer, if there is one; a missing or wrong one is reported.
    fn let_eq(&mut self, typed: bool) -> bool {
        if self.eat(T::Eq) {
            return true;
        }
        if self.at(T::EqEq) {
            self.report(|p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected `=`, found `==`").fix(
                    p.span(),
                    "=",
                    "an initializer follows `=`",
                )
            });
            self.bump();
            return true;
        }
        let value = self.cur().is_literal() || (typed && self.at(T::Ident));
        if value && !self.on_new_line() {
            self.report(|p| {
                let at = p.prev_span().end();
                let message = format!("expected `=` or `;`, found {}", p.found());
                let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected `=`");
                diagnostic.fix(at, " =", "an initializer follows `=`")
            });
            return true;
        }
        false
    }

    fn expr_stmt(&mut self, attrs: Vec<Attr>, start: Span) {
        let block_like = self.begins_block_like();
        let expr = if block_like { self.block_stmt(start) } else { self.expr() };
        if self.is_error(expr) && self.prev_span().hi <= start.lo {
            // No token was consumed: the current one cannot begin a statement.
            return self.bump_to_statement();
        }
        let ends_with_block =
            block_like && self.body.kind(expr).ends_statement() && matches!(self.prev(), T::RBrace | T::Semi);
        let semi = self.eat(T::Semi);
        // `#[cfg(a)] 1 #[cfg(b)] 2` at the end of a block: whichever stays is its value.
        let alternative = self.at(T::Hash) && self.is_conditional(&attrs) && !self.is_error(expr);
        if !semi && !self.at(T::RBrace) && !ends_with_block && !alternative {
            self.end_stmt(expr);
            return self.push_stmt(attrs, StmtKind::Expr { expr, semi: true }, start);
        }
        self.push_stmt(attrs, StmtKind::Expr { expr, semi }, start);
    }

    /// A statement that begins with a block ends with it, unless `.` or `?` goes on.
    fn block_stmt(&mut self, start: Span) -> ExprId {
        if !self.enter() {
            self.skip_deep();
            return self.error_expr(start);
        }
        let block = self.block_like();
        let expr = match self.cur() {
            T::Dot | T::Question => self.expr_from(start, block),
            // Everything else begins the next statement.
            _ => block,
        };
        self.leave();
        expr
    }

    /// Takes the semicolon behind an expression, and goes on where the next statement begins.
    fn end_stmt(&mut self, expr: ExprId) {
        if self.eat(T::Semi) {
            return;
        }
        if self.is_error(expr) && self.reported > 0 && self.reported > self.pos {
            // The expression broke off here, which is reported.
            return self.sync_stmt();
        }
        // `raise x`: the word is not resolved as a name.
        let word = self.prev() == T::Ident && matches!(self.body.kind(expr), ExprKind::Path(_));
        let goes_on = !self.on_new_line() && !self.at(T::RBrace) && !self.cur().starts_statement();
        if word && goes_on && !self.begins_assignment_or_call() {
            self.body.fail(expr);
        }
        self.expect_semi();
        self.sync_same_line();
    }

    /// What is left of the line belongs to the statement that lacks its semicolon, unless a statement begins there.
    fn sync_same_line(&mut self) {
        if self.at(T::Semi) || self.at_statement_end() {
            return;
        }
        self.sync_stmt();
    }

    fn bump_to_statement(&mut self) {
        if self.at(T::RBrace) || self.at(T::Eof) {
            return;
        }
        if !self.eat(T::Semi) {
            self.skip_tree();
            self.sync_stmt();
        }
    }

    /// Skips to behind the next semicolon, or to a line that begins with a statement, or to the end of the block.
    pub(super) fn sync_stmt(&mut self) {
        let begin = self.pos;
        loop {
            match self.cur() {
                T::Semi => {
                    self.bump();
                    return;
                }
                kind if kind.is_close() || kind == T::Eof => return,
                kind if self.pos > begin && self.on_new_line() && self.begins_line(kind) => return,
                // Everything else is skipped.
                _ => self.skip_tree(),
            }
        }
    }

    /// Whether a token at the start of a line begins a statement.
    fn begins_line(&self, kind: T) -> bool {
        kind.starts_statement() || matches!(kind, T::Ident | T::Unsafe | T::Hash | T::Label | T::SelfValue | T::LBrace)
    }
}
