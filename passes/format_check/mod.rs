//! Checks literal formats of C's `printf` and `scanf` families against the arguments of their calls.
//!
//! Language: Valued -> Valued
//! Establishes: nothing; reports. What a literal format reads or writes is what the call has passed.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! extern "C" {
//!     #[format(printf, 1)]
//!     fn printf(format: *u8, ...) -> i32;
//! }
//!
//! fn show(n: i64) {
//!     unsafe {
//!         printf(c"%lld\n", n);
//!     }
//! }
//! ```
//! After:
//! ```vex
//! extern "C" {
//!     #[format(printf, 1)]
//!     fn printf(format: *u8, ...) -> i32;
//! }
//!
//! fn show(n: i64) {
//!     unsafe {
//!         printf(c"%lld\n", n);
//!     }
//! }
//! ```

mod conversion;
mod fit;
mod literal;
mod source;

use conversion::{Amount, Class, Format, Problem, ProblemKind, Spec};
use fit::{Fit, Given, Judge, Wanted};
use source::{Literal, Variables, literals};
use std::cell::OnceCell;
use std::ops::Range;
use vex_ir::lang::{In, Step, Valued};
use vex_ir::tree::place::Root;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// An argument that the conversion cannot take.
const MISMATCH: Code = Code("E0443");
/// A conversion without an argument.
const MISSING: Code = Code("E0444");
/// A conversion that C does not define.
const UNDEFINED: Code = Code("E0445");
/// Positions of arguments that do not go together.
const POSITIONS: Code = Code("E0446");
/// Arguments that no conversion takes.
const EXTRA: Code = Code("E0447");
/// What is defined, but hardly meant.
const ODD: Code = Code("E0448");
/// A format that comes from outside the program.
const SECURITY: Code = Code("E0449");

/// Checks the calls of the whole program: formats are found in the bodies of other items, too.
pub fn run(cx: &mut Cx, ir: Step<Valued, Valued, &mut Program>) {
    ir.live.iter().for_each(|id| calls(cx, ir.as_input(), *id));
}

fn calls(cx: &mut Cx, ir: In<Valued, &Program>, id: ItemId) {
    let body = ir.body(id);
    let calls: Vec<_> = body
        .format_calls
        .iter()
        .filter_map(|call| {
            let ExprKind::Call(callee, args) = body.kind(*call) else { return None };
            let (kind, param) = format_of(ir, body, callee)?;
            let format = *body.expr_lists[args].get(param)?;
            Some((kind, format, callee, args))
        })
        .collect();
    if calls.is_empty() {
        return;
    }
    let variables = Variables::new(body);
    for (kind, format, callee, args) in calls {
        let Some(sig) = ir.types.sig(body.expr_ty(callee)) else { continue };
        // How many arguments there must be at least is `type-check`'s to say.
        let Some(given) = body.expr_lists[args].get(sig.params.len()..) else { continue };
        let mut checked = FormatCall { cx, ir, body, variables: &variables, kind, format, given };
        if sig.variadic { checked.call() } else { checked.form() }
    }
}

/// Whose formats a function takes, and which parameter is one: what its own declaration says, else what the C library's does.
fn format_of(ir: In<Valued, &Program>, body: Read<'_, Valued>, callee: ExprId) -> Option<(FormatKind, usize)> {
    let ExprKind::Item(item, _) = body.kind(callee) else { return None };
    let item = &ir.items[item];
    if !item.is_foreign() {
        return None;
    }
    if item.has_attr(|a| matches!(a, TypedAttr::Format { .. })) {
        return item.format_attr();
    }
    // With `#[no_intrinsic]`, it is a function of the program's own.
    if item.has_attr(|a| *a == TypedAttr::NoIntrinsic) {
        return None;
    }
    ir.externs.formats.get(&item.shared_symbol()).copied()
}

struct FormatCall<'a> {
    cx: &'a mut Cx,
    ir: In<Valued, &'a Program>,
    body: Read<'a, Valued>,
    variables: &'a Variables<'a>,
    kind: FormatKind,
    /// The argument that is the format.
    format: ExprId,
    /// The arguments behind the declared ones.
    given: &'a [ExprId],
}

/// A literal that is being checked, and where its bytes stand.
struct LocatedLiteral<'a> {
    literal: &'a Literal<'a>,
    /// Whether it is written in the call: then it is what is wrong, and what can be changed.
    here: bool,
    spans: OnceCell<Option<Vec<Span>>>,
}

impl<'a> FormatCall<'a> {
    fn span(&self, id: ExprId) -> Span {
        self.body.exprs[id].span
    }

    fn call(&mut self) {
        let (found, all) = literals(self.ir, self.variables, self.format);
        if !all && found.is_empty() && self.given.is_empty() {
            return self.security();
        }
        let mut used = vec![false; self.given.len()];
        let mut sound = all;
        for literal in &found {
            let located = self.located(literal);
            sound &= self.literal(&located, &mut used);
        }
        if sound && let Some(first) = used.iter().position(|u| !u) {
            self.extra(first, &used, &found);
        }
    }

    /// Checks the format of a function that has the arguments in a `va_list`.
    fn form(&mut self) {
        for literal in &literals(self.ir, self.variables, self.format).0 {
            let located = self.located(literal);
            for problem in &conversion::read(literal.bytes, self.kind, &self.cx.target).problems {
                self.problem(&located, problem);
            }
        }
    }

    fn located<'l>(&self, literal: &'l Literal<'l>) -> LocatedLiteral<'l> {
        let whole = self.span(self.format);
        let here = whole.lo <= literal.span.lo && literal.span.hi <= whole.hi;
        LocatedLiteral { literal, here, spans: OnceCell::new() }
    }

    /// Checks one of the formats that it may be; whether it is known which arguments that takes.
    fn literal(&mut self, located: &LocatedLiteral, used: &mut [bool]) -> bool {
        let format = conversion::read(located.literal.bytes, self.kind, &self.cx.target);
        for problem in format.problems.iter().filter(|p| p.kind != ProblemKind::Odd) {
            self.problem(located, problem);
        }
        let (sound, last) = self.arguments(located, &format, used);
        // In `100% sure`, what is odd is that there is a conversion at all.
        let lacks = last.map_or(0..0, |spec| spec.at.clone());
        for problem in format.problems.iter().filter(|p| p.kind == ProblemKind::Odd && !lacks.contains(&p.at.start)) {
            self.problem(located, problem);
        }
        sound
    }

    /// Checks the arguments that conversions take. Whether it is known which these are, and the conversion that has none.
    fn arguments<'f>(
        &mut self,
        located: &LocatedLiteral,
        format: &'f Format,
        used: &mut [bool],
    ) -> (bool, Option<&'f Spec>) {
        if format.problems.iter().any(|p| p.kind == ProblemKind::Position) {
            // It is not known which argument is meant.
            return (false, None);
        }
        let mut next = 0;
        let mut positional = false;
        let mut sound = format.is_sound();
        for spec in &format.specs {
            positional |= spec.position.is_some();
            for (amount, what) in [(Some(spec.width), "width"), (spec.precision, "precision")] {
                let Some(index) = amount.and_then(|amount| index_of(amount, &mut next)) else { continue };
                match self.given.get(index) {
                    Some(&arg) => {
                        used[index] = true;
                        self.amount(located, spec, what, arg);
                    }
                    None => {
                        self.missing(located, spec, index, format);
                        return (false, Some(spec));
                    }
                }
            }
            if !spec.consumes() {
                continue;
            }
            let index = match spec.position {
                Some(position) => usize::try_from(position).map_or(usize::MAX, |p| p.saturating_sub(1)),
                None => take(&mut next),
            };
            match self.given.get(index) {
                Some(&arg) => {
                    used[index] = true;
                    sound &= spec.class != Class::Unknown;
                    self.argument(located, spec, arg);
                }
                // An invalid conversion may take no argument.
                None if spec.class == Class::Unknown => return (false, None),
                None => {
                    self.missing(located, spec, index, format);
                    return (false, Some(spec));
                }
            }
        }
        if positional && sound {
            sound = self.hole(located, used, format);
        }
        (sound, None)
    }

    /// The span of a part of a literal: the whole of it where its bytes have no places of their own.
    fn at(&self, located: &LocatedLiteral, range: &Range<usize>) -> Span {
        self.exactly(located, range).unwrap_or(located.literal.span)
    }

    fn exactly(&self, located: &LocatedLiteral, range: &Range<usize>) -> Option<Span> {
        let Literal { whole, skipped, span, .. } = *located.literal;
        let spans = located.spans.get_or_init(|| literal::places(self.cx.snippet(span), span.lo, whole));
        literal::span(spans.as_ref()?, &(range.start + skipped..range.end + skipped))
    }

    /// A diagnostic about a part of the format, and perhaps an argument.
    fn about(
        &self,
        code: Code,
        located: &LocatedLiteral,
        range: &Range<usize>,
        message: String,
        (label, arg): (String, Option<(ExprId, String)>),
    ) -> Diagnostic {
        let there = self.at(located, range);
        if located.here {
            let diagnostic = Diagnostic::error(code, there, message).label(label);
            return match arg {
                Some((arg, text)) => diagnostic.secondary(self.span(arg), text),
                None => diagnostic,
            };
        }
        let (span, text) = match arg {
            Some((arg, text)) => (self.span(arg), text),
            None => (self.span(self.format), "with this format".to_string()),
        };
        Diagnostic::error(code, span, message).label(text).secondary(there, label)
    }

    /// A change of the format, where it is written in the call.
    fn changed(
        &self,
        diagnostic: Diagnostic,
        located: &LocatedLiteral,
        range: &Range<usize>,
        text: &str,
        why: &str,
    ) -> Diagnostic {
        match self.exactly(located, range).filter(|_| located.here) {
            Some(span) => diagnostic.suggest(span, text, why),
            None => diagnostic,
        }
    }

    fn warn(&mut self, lint: &'static str, diagnostic: Diagnostic) {
        let Diagnostic { code, primary, message, secondary, notes, suggestion, .. } = diagnostic;
        let warning = Diagnostic::warning(code, lint, primary.span, message);
        self.cx.emit(Diagnostic { primary, secondary, notes, suggestion, ..warning });
    }

    fn problem(&mut self, located: &LocatedLiteral, problem: &Problem) {
        let code = match problem.kind {
            ProblemKind::Undefined => UNDEFINED,
            ProblemKind::Position => POSITIONS,
            ProblemKind::Odd => ODD,
        };
        let mut diagnostic =
            self.about(code, located, &problem.at, problem.message.clone(), (problem.label.clone(), None));
        if let Some(note) = problem.note {
            diagnostic = diagnostic.note(note);
        }
        if let Some((range, text, why)) = &problem.fix {
            diagnostic = self.changed(diagnostic, located, range, text, why);
        }
        match problem.kind {
            ProblemKind::Odd => self.warn("suspicious_format", diagnostic),
            ProblemKind::Undefined | ProblemKind::Position => self.cx.emit(diagnostic),
        }
    }

    /// An argument before C's promotions, and what of it was written.
    fn given(&self, arg: ExprId) -> (ExprId, Given) {
        let ty = self.body.expr_ty(arg);
        let ExprKind::Convert(inner) = self.body.kind(arg) else { return (arg, Given { ty, null: false }) };
        let from = self.body.expr_ty(inner);
        if from == Ty::NULL {
            return (inner, Given { ty, null: true });
        }
        let promoted = self.ir.types.repr_int(from).is_some() || from == Ty::F32;
        (inner, Given { ty: if promoted { from } else { ty }, null: false })
    }

    fn show(&self, ty: Ty) -> String {
        self.ir.types.show(&self.cx.interner, ty)
    }

    /// Checks an argument for a width or precision.
    fn amount(&mut self, located: &LocatedLiteral, spec: &Spec, what: &str, arg: ExprId) {
        let (written, given) = self.given(arg);
        let judge = Judge { types: &self.ir.types, target: &self.cx.target, kind: self.kind };
        if is_unknown(given.ty) || judge.is_amount(given) {
            return;
        }
        let castable = judge.casts_to_int(given);
        let shown = self.show(given.ty);
        let message = format!("a {what} is `i32`, not `{shown}`");
        let labels = (format!("`*` takes a {what}"), Some((arg, format!("this is `{shown}`"))));
        let mut diagnostic = self.about(MISMATCH, located, &spec.at, message, labels);
        if castable {
            let text = self.cast(written, "i32");
            diagnostic = diagnostic.suggest(self.span(arg), text, "convert it");
        }
        self.cx.emit(diagnostic);
    }

    /// The source of an expression with a cast.
    fn cast(&self, id: ExprId, to: &str) -> String {
        let text = self.cx.bare_snippet(self.span(id));
        let binds_less = matches!(
            self.body.kind(id),
            ExprKind::Binary(..)
                | ExprKind::And(..)
                | ExprKind::Or(..)
                | ExprKind::Assign(..)
                | ExprKind::AssignOp(..)
                | ExprKind::Range { .. }
                | ExprKind::Break { .. }
                | ExprKind::Return(_)
        );
        if binds_less { format!("({text}) as {to}") } else { format!("{text} as {to}") }
    }

    /// Checks the argument of a conversion.
    fn argument(&mut self, located: &LocatedLiteral, spec: &Spec, arg: ExprId) {
        let (written, given) = self.given(arg);
        let judge = Judge { types: &self.ir.types, target: &self.cx.target, kind: self.kind };
        let Some(wanted) = judge.wanted(spec) else { return };
        if is_unknown(given.ty) {
            return;
        }
        let (why, odd) = match judge.fit(wanted, given) {
            Fit::Yes => return,
            Fit::Odd(why) => (Some(why), true),
            Fit::No(why) => (why, false),
        };
        let takes = judge.describe(wanted, Some(spec));
        let name = match spec.class {
            Class::Set => "%[…]".to_string(),
            _ => String::from_utf8_lossy(&located.literal.bytes[spec.at.clone()]).into_owned(),
        };
        let shown = if given.null { "null".to_string() } else { self.show(given.ty) };
        let message = match odd {
            true => format!("`{shown}` for `{name}`"),
            false => format!("`{name}` takes {takes}, not `{shown}`"),
        };
        let labels = (format!("takes {takes}"), Some((arg, format!("this is `{shown}`"))));
        let code = if odd { ODD } else { MISMATCH };
        let mut diagnostic = self.about(code, located, &spec.at, message, labels);
        if let Some(why) = why {
            diagnostic = diagnostic.note(why);
        }
        diagnostic = self.mended(diagnostic, located, spec, (wanted, given, odd), (arg, written));
        match odd {
            true => self.warn("suspicious_format", diagnostic),
            false => self.cx.emit(diagnostic),
        }
    }

    /// Adds the change that mends an argument of the wrong type: of the conversion, or of the argument.
    fn mended(
        &self,
        diagnostic: Diagnostic,
        located: &LocatedLiteral,
        spec: &Spec,
        (wanted, given, odd): (Wanted, Given, bool),
        (arg, written): (ExprId, ExprId),
    ) -> Diagnostic {
        let judge = Judge { types: &self.ir.types, target: &self.cx.target, kind: self.kind };
        let span = self.span(arg);
        if odd && wanted == (Wanted::Text { wide: false }) && !given.null {
            return diagnostic.suggest(span, self.cast(written, "*u8"), "say that it does");
        }
        if let Some(int) = judge.narrower(wanted, given) {
            return diagnostic.suggest(
                span,
                self.cast(written, &int),
                "no conversion is for so many bits: convert the number",
            );
        }
        if let Some(text) = self.address_of(wanted, written) {
            return diagnostic.suggest(span, text, "pass the address of the variable");
        }
        if given.null && !odd {
            return diagnostic;
        }
        match judge.instead(spec, given) {
            Some(text) if text.as_bytes() != &located.literal.bytes[spec.at.clone()] => {
                self.changed(diagnostic, located, &spec.at, &text, "the conversion for this argument is")
            }
            _ => diagnostic,
        }
    }

    /// What to write for a variable, or a shared reference to one, where the function writes to it.
    fn address_of(&self, wanted: Wanted, written: ExprId) -> Option<String> {
        let judge = Judge { types: &self.ir.types, target: &self.cx.target, kind: self.kind };
        let located = match self.body.kind(written) {
            ExprKind::Ref(Mutability::Const, located) => Some(located),
            // `&buf[..]`
            ExprKind::Convert(located) if matches!(self.body.kind(located), ExprKind::Index(..)) => Some(located),
            _ => None,
        };
        let Some(located) = located else {
            return self
                .writable(written)
                .filter(|ty| judge.reads_into(wanted, *ty))
                .map(|_| format!("&mut {}", self.cx.snippet(self.span(written))));
        };
        self.writable(located).filter(|ty| judge.reads_into(wanted, *ty))?;
        Some(format!("&mut {}", self.cx.snippet(self.span(located))))
    }

    /// The type of a place that may be written, if it is one.
    fn writable(&self, located: ExprId) -> Option<Ty> {
        match self.body.place_root(&self.ir.types, located).1 {
            Root::Local(local) => self.body.locals[local].mutable.then(|| self.body.expr_ty(located)),
            // What is reached through a pointer is another matter.
            Root::Behind(_) | Root::Item(_) | Root::Error | Root::Value => None,
        }
    }

    fn missing(&mut self, located: &LocatedLiteral, spec: &Spec, index: usize, format: &Format) {
        let (wanted, given) = (count(format), self.given.len());
        let plural = if wanted == 1 { "" } else { "s" };
        let message = format!("the format takes {wanted} argument{plural}, {given} given");
        let label = match spec.position {
            Some(_) => format!("there is no argument {}", index.saturating_add(1)),
            None => "no argument for this conversion".to_string(),
        };
        let last = self.given.last().map(|last| (*last, "this is the last argument".to_string()));
        let mut diagnostic = self.about(MISSING, located, &spec.at, message, (label, last.filter(|_| !located.here)));
        // `100% sure`: a percent sign that was meant as one.
        let name = &located.literal.bytes[spec.at.clone()];
        if name.starts_with(b"% ") {
            let sign = spec.at.start..spec.at.start + 1;
            diagnostic = self.changed(diagnostic, located, &sign, "%%", "a percent sign as such is");
        }
        self.cx.emit(diagnostic);
    }

    /// Arguments with a position must all be taken, up to the last: the size of one that is not taken is unknown. Whether they are.
    fn hole(&mut self, located: &LocatedLiteral, used: &[bool], format: &Format) -> bool {
        let Some(last) = used.iter().rposition(|u| *u) else { return true };
        let Some(hole) = used[..last].iter().position(|u| !u) else { return true };
        let Some(spec) = format.specs.iter().find(|s| s.position.is_some_and(|p| p > hole as u64 + 1)) else {
            return true;
        };
        let message = format!("argument {} is taken, but argument {} is not", last + 1, hole + 1);
        let labels =
            ("takes one behind it".to_string(), Some((self.given[hole], "no conversion takes this".to_string())));
        let diagnostic = self
            .about(POSITIONS, located, &spec.at, message, labels)
            .note("C finds an argument by the types of all before it (POSIX, fprintf)");
        self.cx.emit(diagnostic);
        false
    }

    fn extra(&mut self, first: usize, used: &[bool], found: &[Literal]) {
        let count = used.iter().filter(|u| !**u).count();
        let message = match count {
            1 => "no conversion takes this argument".to_string(),
            _ => format!("no conversion takes {count} of the arguments"),
        };
        let last = self.span(self.given[self.given.len() - 1]);
        let behind = used[first..].iter().all(|u| !u);
        let span = if behind { self.span(self.given[first]).to(last) } else { self.span(self.given[first]) };
        let mut diagnostic = Diagnostic::error(EXTRA, span, message).label("not in the format");
        if let [only] = found {
            diagnostic = diagnostic.secondary(only.span, "this is the format");
        }
        let before = match first {
            0 => self.span(self.format),
            _ => self.span(self.given[first - 1]),
        };
        if behind && (first > 0 || self.format_is_last()) {
            diagnostic = diagnostic.suggest(Span::new(before.hi, last.hi), "", "leave it out");
        }
        self.warn("format_extra_args", diagnostic);
    }

    /// Whether the arguments of the format begin right behind it.
    fn format_is_last(&self) -> bool {
        let between = Span::new(self.span(self.format).hi, self.span(self.given[0]).lo);
        self.cx.snippet(between).trim() == ","
    }

    fn security(&mut self) {
        let span = self.span(self.format);
        let diagnostic = Diagnostic::error(SECURITY, span, "the format is not a literal, and has no arguments")
            .label("an attacker who chooses it can read and write memory");
        let diagnostic = match self.kind {
            FormatKind::Printf => diagnostic.suggest(span.start(), "c\"%s\", ", "print it as text"),
            FormatKind::Scanf => diagnostic.note("a conversion in it would write to wherever a register points"),
        };
        self.warn("format_security", diagnostic);
    }
}

/// Whether nothing can be checked about an argument: its type is in error, or it diverges.
fn is_unknown(ty: Ty) -> bool {
    ty == Ty::ERROR || ty == Ty::NEVER
}

/// The argument that a width or precision takes, counted from 0.
fn index_of(amount: Amount, next: &mut usize) -> Option<usize> {
    match amount {
        Amount::None | Amount::Number(_) => None,
        Amount::Next => Some(take(next)),
        Amount::At(position) => Some(usize::try_from(position).map_or(usize::MAX, |p| p.saturating_sub(1))),
    }
}

fn take(next: &mut usize) -> usize {
    *next += 1;
    *next - 1
}

/// How many arguments a format takes.
fn count(format: &Format) -> u64 {
    let (mut next, mut last) = (0, 0);
    for spec in &format.specs {
        for amount in [Some(spec.width), spec.precision].into_iter().flatten() {
            match amount {
                Amount::None | Amount::Number(_) => {}
                Amount::Next => next += 1,
                Amount::At(position) => last = last.max(position),
            }
        }
        match spec.position {
            Some(position) => last = last.max(position),
            None => next += u64::from(spec.consumes()),
        }
    }
    last.max(next)
}
