//! `match` and its arms.

use super::*;

impl Parser<'_> {
    pub(super) fn match_expr(&mut self) -> ExprId {
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
                self.body.fail_pat(arm.pat);
                self.body.fail(arm.body);
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

    pub(super) fn arm(&mut self) -> Option<Arm> {
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
                // Its coverage is unknown, so that no missing case is reported.
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

    /// Reports a missing `=>`. Returns whether another token stands in its place, which is then taken for it.
    fn missing_fat_arrow(&mut self) -> bool {
        let instead = matches!(self.cur(), T::Arrow | T::Colon | T::Eq);
        let report = |p: &Self| {
            let message = format!("expected `=>`, found {}", p.found());
            Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected `=>`")
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
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), format!("expected `,` or `}}`, found {}", p.found()))
            });
            return self.bump();
        }
        let new_line = self.on_new_line();
        if new_line || self.arrow_on_line() {
            let end = self.prev_span().end();
            self.foreign((end, ","), "a `,` may be missing", |p| {
                let message = format!("expected `,` or `}}`, found {}", p.found());
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message).label("expected `,`")
            });
            self.reported = 0;
            return;
        }
        self.report(|p| {
            let end = p.prev_span().end();
            let message = format!("expected `,` or `}}`, found {}", p.found());
            let diagnostic = Diagnostic::error(UNEXPECTED_TOKEN, p.span(), message);
            elsewhere::messages::explain(p, diagnostic.label("expected `,`").suggest(end, ",", "a `,` may be missing"))
        });
        self.end_arm();
    }

    /// Skips to where the next arm begins.
    fn end_arm(&mut self) {
        self.skip_to(&[T::Comma]);
        self.eat(T::Comma);
    }
}
