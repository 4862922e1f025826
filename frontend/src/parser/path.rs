//! Paths and generic arguments.

use super::*;
use vex_ir::pool::List;
use vex_ir::ty::IntTy;

impl Parser<'_> {
    /// Whether a path begins here.
    pub(super) fn at_path(&self) -> bool {
        matches!(self.cur(), T::Ident | T::SelfValue | T::SelfType | T::ColonColon)
    }

    /// A path in an expression: generic arguments come after `::`.
    pub(super) fn expr_path(&mut self) -> (Path, Span) {
        let start = self.span();
        let from = self.segment_stack.len();
        let absolute = self.eat(T::ColonColon);
        self.path_name();
        self.expr_path_rest(from);
        self.end_path(start, from, absolute)
    }

    /// What follows the first name of a path in an expression.
    pub(super) fn expr_path_rest(&mut self, from: usize) {
        while self.at(T::ColonColon) {
            self.bump();
            if self.is_lt(0) && self.segment_stack.len() > from {
                let generics = self.generic_args();
                if let Some(last) = self.segment_stack.last_mut() {
                    last.generics = generics;
                }
            } else {
                self.path_name();
            }
        }
    }

    /// A path in a type or pattern. In types, generic arguments follow directly; in both, a module may be left by `.`.
    pub(super) fn type_path(&mut self, generics: bool) -> (Path, Span) {
        let start = self.span();
        let from = self.segment_stack.len();
        let absolute = self.eat(T::ColonColon);
        self.path_name();
        loop {
            let turbofish = self.at(T::ColonColon) && self.is_lt(1);
            if turbofish {
                self.bump();
            }
            if (generics || turbofish) && self.is_lt(0) {
                let args = self.generic_args();
                if let Some(last) = self.segment_stack.last_mut() {
                    last.generics = args;
                }
            }
            let dotted = self.at(T::Dot) && self.nth(1) == T::Ident;
            if !dotted && !self.at(T::ColonColon) {
                break;
            }
            self.bump();
            self.path_name();
        }
        self.end_path(start, from, absolute)
    }

    fn end_path(&mut self, start: Span, from: usize, absolute: bool) -> (Path, Span) {
        let segments = self.body.segments.alloc(self.segment_stack.drain(from..));
        (Path { segments, absolute }, self.since(start))
    }

    fn path_name(&mut self) {
        let span = self.span();
        let name = match self.cur() {
            T::Ident | T::SelfValue | T::SelfType => {
                self.bump();
                Ident { name: self.symbol_of(span), span }
            }
            // Everything else is a mistake.
            _ => self.ident("a name"),
        };
        self.segment_stack.push(PathSegment { name, generics: List::default() });
    }

    /// Whether a `<` stands `n` tokens ahead, which may be the first character of a longer token: `<<T as Trait>::Name>`.
    pub(super) fn is_lt(&self, n: usize) -> bool {
        matches!(self.nth(n), T::Lt | T::Shl)
    }

    pub(super) fn bump_lt(&mut self) {
        if self.at(T::Shl) {
            self.split(1, T::Lt);
        } else {
            self.bump();
        }
    }

    pub(super) fn at_gt(&self) -> bool {
        matches!(self.cur(), T::Gt | T::Shr | T::Ge | T::ShrEq)
    }

    /// Takes a `>`, which may be the first character of a longer token.
    pub(super) fn expect_gt(&mut self) {
        match self.cur() {
            T::Gt => self.bump(),
            T::Shr => {
                self.split(1, T::Gt);
            }
            T::Ge => {
                self.split(1, T::Eq);
            }
            T::ShrEq => {
                self.split(1, T::Ge);
            }
            // Anything else is a mistake.
            _ => self.expected("`,` or `>`"),
        }
    }

    /// Reports a lifetime, which the language does not have, and skips it.
    pub(super) fn lifetime(&mut self) {
        elsewhere::lifetimes::skip(self);
    }

    /// `<T: A + B, U>` after the name of an item.
    pub(super) fn generic_params(&mut self) -> GenericsData {
        let mut params = Vec::new();
        if !self.eat(T::Lt) {
            return GenericsData::None;
        }
        while !self.at_gt() && !self.at(T::Eof) {
            let before = self.pos;
            if self.at(T::Label) {
                self.lifetime();
                self.lifetime_bounds();
            } else {
                params.push(self.generic_param());
            }
            if !self.eat(T::Comma) || self.pos == before {
                break;
            }
        }
        if !self.at_gt() {
            self.expected("`,` or `>`");
            self.skip_to(&[T::Gt, T::LBrace, T::LParen, T::Semi]);
            self.eat(T::Gt);
        } else {
            self.expect_gt();
        }
        GenericsData::new(params, Vec::new())
    }

    /// `T: A + B`, or `const N: usize`
    fn generic_param(&mut self) -> GenericParam {
        if let Some(param) = self.number_without_const() {
            return param;
        }
        if !self.eat(T::Const) {
            let name = self.ident("the name of a type parameter");
            return GenericParam { name, number: None, bounds: self.bounds() };
        }
        let name = self.ident("the name of a number");
        self.expect(T::Colon);
        self.number_param(name)
    }

    /// A parameter that is a number, from its type on.
    fn number_param(&mut self, name: Ident) -> GenericParam {
        let number = Some(self.ty_no_bounds());
        if self.at(T::Eq) {
            self.report(|p| {
                Diagnostic::error(FOREIGN_SYNTAX, p.span(), "parameters have no default").label("not possible")
            });
            while !self.at_gt() && !self.at(T::Comma) && !self.at(T::Eof) {
                self.skip_tree();
            }
        }
        GenericParam { name, number, bounds: Vec::new() }
    }

    /// `N: usize`, and C++'s `usize N`: reported, and taken for `const N: usize`.
    fn number_without_const(&mut self) -> Option<GenericParam> {
        let scalar = |text: &str| text == "bool" || text == "char" || IntTy::ALL.iter().any(|int| int.name() == text);
        let ends = |n: usize| matches!(self.nth(n), T::Comma | T::Gt);
        let message = "a parameter that is a number is declared with `const`";
        let (first, text) = (self.span(), self.cur_text());
        if !self.at(T::Ident) {
            return None;
        }
        if self.nth(1) == T::Colon && self.nth(2) == T::Ident && ends(3) {
            let bound = self.tokens.spans[self.pos + 2];
            // What has the name of a type was to be one: that the bound is no trait is reported later.
            if !scalar(self.text_of(bound)) || matches!(text, "T" | "U" | "V" | "S") {
                return None;
            }
            self.report(|_| {
                Diagnostic::error(UNEXPECTED_TOKEN, first.to(bound), message).fix(first.start(), "const ", "add it")
            });
            let name = self.ident("the name of a number");
            self.bump();
            return Some(self.number_param(name));
        }
        if !scalar(text) || self.nth(1) != T::Ident || !ends(2) {
            return None;
        }
        let whole = first.to(self.tokens.spans[self.pos + 1]);
        let fixed = format!("const {}: {text}", self.text_of(self.tokens.spans[self.pos + 1]));
        self.report(|_| Diagnostic::error(UNEXPECTED_TOKEN, whole, message).fix(whole, fixed, "write it like this"));
        let number = Some(self.ty_no_bounds());
        let name = self.ident("the name of a number");
        Some(GenericParam { name, number, bounds: Vec::new() })
    }

    pub(super) fn bounds(&mut self) -> Vec<TypeId> {
        let mut bounds = Vec::new();
        if !self.eat(T::Colon) {
            return bounds;
        }
        loop {
            if self.at(T::Label) {
                self.lifetime();
            } else if elsewhere::types::function_bound(self) {
                // What it bounds can be anything.
            } else {
                bounds.push(self.ty_no_bounds());
            }
            if !self.eat(T::Plus) {
                return bounds;
            }
        }
    }

    /// `: 'a + 'b` behind a lifetime.
    fn lifetime_bounds(&mut self) {
        while matches!(self.cur(), T::Colon | T::Plus) && self.nth(1) == T::Label {
            self.bump();
            self.lifetime();
        }
    }

    /// `where T: A + B, U: C`, added to what the parameters are.
    pub(super) fn where_clause(&mut self, generics: GenericsData) -> GenericsData {
        if !(self.at(T::Ident) && self.cur_text() == "where") {
            return generics;
        }
        self.bump();
        let mut preds = Vec::new();
        while !matches!(self.cur(), T::LBrace | T::LParen | T::Semi | T::Eof) {
            let before = self.pos;
            if self.at(T::Label) {
                self.lifetime();
                self.lifetime_bounds();
            } else {
                let ty = self.ty();
                if !self.at(T::Colon) {
                    self.expected("`:` and what the type is bound by");
                    self.skip_to(&[T::LBrace, T::Semi]);
                    break;
                }
                preds.push(WherePred { ty, bounds: self.bounds() });
            }
            if !self.eat(T::Comma) || self.pos == before {
                break;
            }
        }
        match generics {
            GenericsData::None => GenericsData::new(Vec::new(), preds),
            GenericsData::Some(params, mut wheres) => {
                wheres.extend(preds);
                GenericsData::new(params, wheres)
            }
        }
    }
}
