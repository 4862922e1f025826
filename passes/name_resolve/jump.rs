//! Where `break`, `continue` and `return` lead: labels, loops, and the edge of a `defer`.

use super::scope::{Label, LabelKind};
use super::*;

const UNDECLARED_LABEL: Code = Code("E0206");
pub(super) const JUMP_OUTSIDE_LOOP: Code = Code("E0207");
const JUMP_OUT_OF_DEFER: Code = Code("E0208");

impl Resolver<'_, '_> {
    pub(super) fn check_jump(&mut self, label: Symbol, span: Span, what: &str) {
        let fits = |l: &&Label| {
            if label == Symbol::EMPTY {
                l.kind == LabelKind::Loop
            } else {
                l.name == label && l.kind != LabelKind::Defer
            }
        };
        let reachable = self.locals.labels.iter().rev().take_while(|l| l.kind != LabelKind::Defer).find(fits);
        if let Some(found) = reachable {
            if what == "continue" && found.kind == LabelKind::Block {
                let message = format!("`continue` to the label of a block: `'{}`", self.cx.text(label));
                self.cx.emit(Diagnostic::error(JUMP_OUTSIDE_LOOP, span, message).label("only loops continue"));
            }
            return;
        }
        if self.locals.labels.iter().any(|l| fits(&l)) {
            let message = format!("`{what}` leaves a `defer`");
            self.cx.emit(Diagnostic::error(JUMP_OUT_OF_DEFER, span, message).label("control flow must end inside"));
        } else if label == Symbol::EMPTY {
            let message = format!("`{what}` outside of a loop");
            self.cx.emit(Diagnostic::error(JUMP_OUTSIDE_LOOP, span, message).label("not inside a loop"));
        } else {
            let text = self.cx.text(label).to_string();
            let names = self.locals.labels.iter().map(|l| self.cx.text(l.name));
            let close = closest(&text, names).map(|c| format!("'{c}"));
            let at = self.label_span(span, &text);
            let mut diagnostic = Diagnostic::error(UNDECLARED_LABEL, at, format!("there is no label `'{text}` here"))
                .label("undeclared label");
            if let Some(close) = close {
                diagnostic = diagnostic.suggest(at, close, "a label with a similar name is in scope");
            }
            self.cx.emit(diagnostic);
        }
    }

    /// Where the label stands in a `break` or `continue`.
    fn label_span(&self, jump: Span, label: &str) -> Span {
        let Some(at) = self.cx.snippet(jump).find('\'') else { return jump };
        let lo = jump.lo + at as u32;
        Span::new(lo, (lo + 1 + label.len() as u32).min(jump.hi))
    }

    pub(super) fn check_return(&mut self, span: Span) {
        if self.locals.labels.iter().any(|l| l.kind == LabelKind::Defer) {
            let diagnostic = Diagnostic::error(JUMP_OUT_OF_DEFER, span, "`return` leaves a `defer`")
                .label("control flow must end inside");
            self.cx.emit(diagnostic);
        }
    }
}
