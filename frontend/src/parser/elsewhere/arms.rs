//! Arms of a `match` as other languages write them. It is one mistake, however many arms have it.

use super::*;

/// Foreign syntax of arms. However many arms have it, it is one mistake: the first is reported, and
/// all are mended.
pub(in crate::parser) struct ForeignArms {
    pub(in crate::parser) first: Diagnostic,
    pub(in crate::parser) how: &'static str,
    /// Pieces of the text, in order, and what takes their place.
    pub(in crate::parser) edits: Vec<(Span, &'static str)>,
}

impl Parser<'_> {
    /// `case 1: f(); break; … }` behind the brace of a `match`, with several statements in a case: reported, and skipped with
    /// the brace that closes it.
    pub(in crate::parser) fn c_cases(&mut self) -> bool {
        let begins = |n: usize| {
            self.tokens.spans.get(self.pos + n).is_some_and(|span| matches!(self.text_of(*span), "case" | "default"))
        };
        let colon = self.level(1, 100).find(|(_, kind)| matches!(kind, T::Colon | T::FatArrow | T::Comma | T::Semi));
        let is_c = begins(0) && self.at(T::Ident) && colon.is_some_and(|(_, kind)| kind == T::Colon);
        if !is_c || !self.level(1, usize::MAX).any(|(_, kind)| kind == T::Semi) {
            return false;
        }
        self.report(|p| {
            Diagnostic::error(FOREIGN_SYNTAX, p.span(), "a `match` has arms, not cases with statements")
                .note("an arm is `1 => { …; }`; it ends there, without `break`, and `_` stands for everything else")
        });
        while !self.at(T::Eof) && !self.cur().is_close() {
            self.skip_tree();
        }
        self.eat(T::RBrace);
        true
    }

    /// Records a mistake of an arm that is likely repeated in the following arms.
    pub(in crate::parser) fn foreign(
        &mut self,
        edit: (Span, &'static str),
        how: &'static str,
        make: impl FnOnce(&Self) -> Diagnostic,
    ) {
        if !self.silent() || self.foreign_arms.is_some() {
            let first = make(self);
            let foreign = self.foreign_arms.get_or_insert_with(|| ForeignArms { first, how, edits: Vec::new() });
            foreign.edits.push(edit);
        }
        self.reported = self.pos + 1;
    }

    pub(in crate::parser) fn report_arms(&mut self, foreign: ForeignArms) {
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

    /// `case 1 =>`, `else =>`, `1, 2 =>`, as an arm begins elsewhere: reported.
    pub(in crate::parser) fn foreign_arm(&mut self) {
        let next = self.tokens.spans.get(self.pos + 1).copied().unwrap_or(self.span());
        let arrow = matches!(self.nth(1), T::FatArrow | T::Arrow | T::Colon);
        if self.at(T::Else) && arrow {
            self.foreign((self.span(), "_"), "`_` stands for everything else", |p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected a pattern, found keyword `else`")
            });
            self.tokens.kinds[self.pos] = T::Underscore;
            self.reported = 0;
            return;
        }
        // With `=>`, it is a name like any other.
        if self.at(T::Ident) && self.cur_text() == "default" && matches!(self.nth(1), T::Arrow | T::Colon) {
            self.foreign((self.span(), "_"), "`_` stands for everything else", |p| {
                Diagnostic::error(UNEXPECTED_TOKEN, p.span(), "expected a pattern, found `default`")
            });
            self.tokens.kinds[self.pos] = T::Underscore;
            self.reported = 0;
            return;
        }
        let operand = self.nth(1).is_literal() || matches!(self.nth(1), T::Ident | T::Minus | T::Underscore);
        if self.at(T::Ident) && self.cur_text() == "case" && operand && !self.on_new_line_at(1) {
            let gap = Span::new(self.span().lo, next.lo);
            self.foreign((gap, ""), "leave `case` out", |_| {
                Diagnostic::error(UNEXPECTED_TOKEN, gap, "an arm begins with its pattern")
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
                    Diagnostic::error(UNEXPECTED_TOKEN, whole, "alternatives are separated by `|`")
                });
            }
            self.reported = 0;
        }
    }
}
