//! One raw attribute to what it means.

use super::cfg;
use super::target::{AttrTarget, belongs_elsewhere};
use smol_str::SmolStr;
use vex_ir::diag::closest;
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::IntTy;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// An unknown attribute.
const UNKNOWN_ATTRIBUTE: Code = Code("E0101");
/// An attribute in the wrong place.
const WRONG_ATTRIBUTE_TARGET: Code = Code("E0102");
/// An attribute with the wrong arguments.
const WRONG_ATTRIBUTE_ARGUMENTS: Code = Code("E0104");
/// `#[link]` without a name.
const LINK_WITHOUT_NAME: Code = Code("E0105");
/// An unknown kind of library.
const UNKNOWN_LIBRARY_KIND: Code = Code("E0106");
/// An alignment that is no power of two, or too large.
const INVALID_ALIGNMENT: Code = Code("E0110");
/// An unknown `repr`.
const UNKNOWN_REPR: Code = Code("E0111");
/// A symbol or library without a usable name.
const UNUSABLE_NAME: Code = Code("E0113");

/// An unknown family of formats.
const UNKNOWN_FORMAT: Code = Code("E0330");

/// Every attribute, for suggestions.
const NAMES: [&str; 18] = [
    "cfg",
    "cfg_attr",
    "link",
    "link_name",
    "export_name",
    "no_mangle",
    "inline",
    "cold",
    "no_intrinsic",
    "thread_local",
    "repr",
    "format",
    "test",
    "deprecated",
    "must_use",
    "allow",
    "warn",
    "deny",
];

const KINDS: [(&str, LinkKind); 4] = [
    ("dylib", LinkKind::Dylib),
    ("static", LinkKind::Static),
    ("framework", LinkKind::Framework),
    ("bitcode", LinkKind::Bitcode),
];

/// Reads attributes of one place.
pub struct Parser<'a> {
    pub cx: &'a mut Cx,
    pub target: AttrTarget,
    pub out: Vec<Attr>,
}

impl Parser<'_> {
    pub fn attr(&mut self, raw: &RawAttr, span: Span) {
        match raw.name.name {
            sym::CFG => {
                if let Some(pred) = cfg::only_predicate(self.cx, raw, span) {
                    self.out.push(Attr::new(AttrData::Cfg(pred), span));
                }
            }
            sym::CFG_ATTR => self.cfg_attr(raw, span),
            sym::LINK => self.link(raw, span),
            sym::LINK_NAME => {
                if let Some(name) = self.symbol(raw, span) {
                    self.push(TypedAttr::LinkName(name), raw, span);
                }
            }
            sym::EXPORT_NAME => {
                if let Some(name) = self.symbol(raw, span) {
                    self.push(TypedAttr::ExportName(name), raw, span);
                }
            }
            sym::NO_MANGLE => self.word(TypedAttr::NoMangle, raw, span),
            sym::COLD => self.word(TypedAttr::Cold, raw, span),
            sym::NO_INTRINSIC => self.word(TypedAttr::NoIntrinsic, raw, span),
            sym::THREAD_LOCAL => self.word(TypedAttr::ThreadLocal, raw, span),
            sym::TEST => self.word(TypedAttr::Test, raw, span),
            sym::INLINE => self.inline(raw, span),
            sym::REPR => self.repr(raw, span),
            sym::FORMAT => self.format(raw, span),
            sym::DEPRECATED => self.deprecated(raw, span),
            sym::MUST_USE => match &raw.value {
                RawValue::None => self.push(TypedAttr::MustUse(SmolStr::default()), raw, span),
                RawValue::Str(text, _) => self.push(TypedAttr::MustUse(text.clone()), raw, span),
                RawValue::Int(..) | RawValue::List(..) => {
                    self.malformed(raw, span, "`#[must_use]` or `#[must_use = \"why\"]`")
                }
            },
            sym::LANG => self.lang(raw, span),
            sym::ALLOW => self.lint(LintLevel::Allow, raw, span),
            sym::WARN => self.lint(LintLevel::Warn, raw, span),
            sym::DENY => self.lint(LintLevel::Deny, raw, span),
            _ => self.unknown(raw, span),
        }
    }

    /// Keeps the attribute if it may stand here.
    fn push(&mut self, kind: TypedAttr, raw: &RawAttr, span: Span) {
        let Some(where_) = belongs_elsewhere(&kind, self.target) else {
            self.out.push(Attr::new(AttrData::Typed(kind), span));
            return;
        };
        let name = match kind {
            TypedAttr::Repr(Repr::Int(int)) => format!("repr({})", int.name()),
            TypedAttr::Repr(Repr::Packed(_)) => "repr(packed)".into(),
            TypedAttr::Repr(Repr::Align(_)) => "repr(align)".into(),
            _ => self.cx.text(raw.name.name).to_string(),
        };
        let place = self.target.text();
        let mut diagnostic =
            Diagnostic::error(WRONG_ATTRIBUTE_TARGET, span, format!("`{name}` does not belong on {place}"))
                .label(format!("this is on {place}"))
                .note(format!("it belongs on {where_}"));
        let other = match (&kind, self.target) {
            (TypedAttr::LinkName(_), AttrTarget::Fn | AttrTarget::Static) => Some("export_name"),
            (TypedAttr::ExportName(_), AttrTarget::ForeignFn | AttrTarget::ForeignStatic) => Some("link_name"),
            _ => None,
        };
        if let Some(other) = other {
            diagnostic = diagnostic.suggest(raw.name.span, other, "here it is called");
        }
        self.cx.emit(diagnostic);
    }

    fn malformed(&mut self, raw: &RawAttr, span: Span, form: &str) {
        let name = self.cx.text(raw.name.name);
        let diagnostic = Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, span, format!("malformed `{name}` attribute"));
        self.cx.emit(diagnostic.label(format!("expected {form}")));
    }

    fn unknown(&mut self, raw: &RawAttr, span: Span) {
        let name = self.cx.text(raw.name.name).to_string();
        if name.is_empty() {
            self.cx.emit(
                Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, span, "an attribute needs a name")
                    .label("this is a literal"),
            );
            return;
        }
        let mut diagnostic = Diagnostic::error(UNKNOWN_ATTRIBUTE, raw.name.span, format!("unknown attribute `{name}`"));
        if let Some(close) = closest(&name, NAMES) {
            diagnostic = diagnostic.suggest(raw.name.span, close, "there is an attribute with a similar name");
        } else if name == "derive" {
            diagnostic = diagnostic.note("nothing is derived in Vex: every value without `Drop` copies by itself");
        } else {
            diagnostic = diagnostic.note(format!("the attributes are {}", NAMES.map(|n| format!("`{n}`")).join(", ")));
        }
        self.cx.emit(diagnostic);
    }

    /// An attribute without arguments.
    fn word(&mut self, kind: TypedAttr, raw: &RawAttr, span: Span) {
        if matches!(raw.value, RawValue::None) {
            return self.push(kind, raw, span);
        }
        let form = format!("`#[{}]`, without arguments", self.cx.text(raw.name.name));
        self.malformed(raw, span, &form);
    }

    fn cfg_attr(&mut self, raw: &RawAttr, span: Span) {
        let (first, rest) = match &raw.value {
            RawValue::List(list, _) if list.len() > 1 => (&list[0], &list[1..]),
            _ => return self.malformed(raw, span, "`#[cfg_attr(predicate, attribute, …)]`"),
        };
        let pred = cfg::predicate(self.cx, first);
        // What stands behind a predicate that does not hold is checked as well: it is wrong on other targets.
        let mut inner = Parser { cx: self.cx, target: self.target, out: Vec::new() };
        rest.iter().for_each(|raw| inner.attr(raw, whole(raw)));
        let attrs = inner.out;
        if let Some(pred) = pred.filter(|_| !attrs.is_empty()) {
            self.out.push(Attr::new(AttrData::CfgAttr(pred, attrs), span));
        }
    }

    /// The text of a symbol or library, if it can be one.
    fn usable(&mut self, text: &SmolStr, what: &str, span: Span) -> bool {
        let problem = if text.is_empty() {
            "is empty"
        } else if text.contains('\0') {
            "contains a NUL"
        } else {
            return true;
        };
        self.cx.emit(
            Diagnostic::error(UNUSABLE_NAME, span, format!("the name of a {what} {problem}")).label("not a name"),
        );
        false
    }

    fn symbol(&mut self, raw: &RawAttr, span: Span) -> Option<vex_ir::Symbol> {
        let RawValue::Str(text, at) = &raw.value else {
            let form = format!("`#[{} = \"symbol\"]`", self.cx.text(raw.name.name));
            self.malformed(raw, span, &form);
            return None;
        };
        let usable = self.usable(text, "symbol", *at);
        usable.then(|| self.cx.interner.intern(text))
    }

    fn link(&mut self, raw: &RawAttr, span: Span) {
        let RawValue::List(list, parens) = &raw.value else {
            return self.malformed(raw, span, "`#[link(name = \"library\")]`");
        };
        let (mut name, mut kind, mut header) = (None, None, None);
        let mut ok = true;
        for arg in list {
            let RawValue::Str(text, at) = &arg.value else {
                ok = false;
                self.link_argument(arg);
                continue;
            };
            let place = whole(arg);
            let again = match arg.name.name {
                sym::NAME => {
                    ok &= self.usable(text, "library", *at);
                    name.replace((Ident { name: self.cx.interner.intern(text), span: *at }, place)).map(|n| n.1)
                }
                sym::KIND => kind.replace((self.link_kind(text, *at), place)).map(|k| k.1),
                sym::HEADER => header.replace(((text.clone(), *at), place)).map(|h| h.1),
                _ => {
                    ok = false;
                    self.link_argument(arg);
                    None
                }
            };
            if let Some(first) = again {
                ok = false;
                let message = format!("`{}` is there twice", self.cx.text(arg.name.name));
                let diagnostic = Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, place, message).label("again here");
                self.cx.emit(diagnostic.secondary(first, "first here"));
            }
        }
        let Some((name, _)) = name else {
            if ok {
                let diagnostic =
                    Diagnostic::error(LINK_WITHOUT_NAME, *parens, "`link` without a `name`").label("no `name` here");
                self.cx.emit(diagnostic.note("for example `#[link(name = \"z\")]`"));
            }
            return;
        };
        let kind = kind.map_or(Some(LinkKind::Default), |(kind, _)| kind);
        if let Some(kind) = kind.filter(|_| ok) {
            self.push(TypedAttr::Link { name, kind, header: header.map(|h| h.0) }, raw, span);
        }
    }

    /// Reports an invalid argument of `link`.
    fn link_argument(&mut self, arg: &RawAttr) {
        let name = self.cx.text(arg.name.name);
        let known = ["name", "kind", "header"];
        let diagnostic = if known.contains(&name) {
            Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, whole(arg), format!("`{name}` of `link` must be a string"))
                .label(format!("expected `{name} = \"…\"`"))
        } else {
            let diagnostic = Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, whole(arg), "unknown argument of `link`")
                .label("expected `name`, `kind` or `header`");
            match closest(name, known) {
                Some(close) => diagnostic.suggest(arg.name.span, close, "a similar name is known"),
                None => diagnostic,
            }
        };
        self.cx.emit(diagnostic);
    }

    fn link_kind(&mut self, text: &str, span: Span) -> Option<LinkKind> {
        if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == text) {
            return Some(*kind);
        }
        let mut diagnostic =
            Diagnostic::error(UNKNOWN_LIBRARY_KIND, span, format!("unknown kind of library: `{text}`"))
                .label("unknown kind")
                .note("the kinds are `dylib`, `static`, `framework` and `bitcode`");
        if let Some(close) = closest(text, KINDS.map(|(name, _)| name)) {
            diagnostic = diagnostic.suggest(span, format!("\"{close}\""), "a similar name is known");
        }
        self.cx.emit(diagnostic);
        None
    }

    fn inline(&mut self, raw: &RawAttr, span: Span) {
        const FORM: &str = "`#[inline]`, `#[inline(always)]` or `#[inline(never)]`";
        let hint = match &raw.value {
            RawValue::None => InlineHint::Hint,
            RawValue::List(list, _) => match list.as_slice() {
                [RawAttr { name, value: RawValue::None }] => match name.name {
                    sym::ALWAYS => InlineHint::Always,
                    sym::NEVER => InlineHint::Never,
                    _ => return self.inline_argument(*name, FORM),
                },
                _ => return self.malformed(raw, span, FORM),
            },
            RawValue::Str(..) | RawValue::Int(..) => return self.malformed(raw, span, FORM),
        };
        self.push(TypedAttr::Inline(hint), raw, span);
    }

    fn inline_argument(&mut self, name: Ident, form: &str) {
        let text = self.cx.text(name.name);
        let mut diagnostic =
            Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, name.span, format!("unknown argument of `inline`: `{text}`"))
                .label(format!("expected {form}"));
        if let Some(close) = closest(text, ["always", "never"]) {
            diagnostic = diagnostic.suggest(name.span, close, "a similar name is known");
        }
        self.cx.emit(diagnostic);
    }

    fn repr(&mut self, raw: &RawAttr, span: Span) {
        let list = match &raw.value {
            RawValue::List(list, _) if !list.is_empty() => list,
            _ => return self.malformed(raw, span, "`#[repr(…)]` with `C`, `packed`, `align(N)` or an integer type"),
        };
        for arg in list {
            if let Some(repr) = self.repr_argument(arg) {
                let span = if list.len() > 1 { whole(arg) } else { span };
                self.push(TypedAttr::Repr(repr), raw, span);
            }
        }
    }

    fn repr_argument(&mut self, arg: &RawAttr) -> Option<Repr> {
        match (arg.name.name, &arg.value) {
            (sym::C, RawValue::None) => Some(Repr::C),
            (sym::PACKED, RawValue::None) => Some(Repr::Packed(1)),
            (sym::PACKED, RawValue::List(..)) => self.alignment(arg).map(Repr::Packed),
            (sym::ALIGN, RawValue::List(..)) => self.alignment(arg).map(Repr::Align),
            (sym::ALIGN, _) => {
                let diagnostic =
                    Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, whole(arg), "`align` needs a number of bytes");
                self.cx.emit(diagnostic.label("expected `align(N)`, for example `align(16)`"));
                None
            }
            (_, RawValue::None) if IntTy::from_name(self.cx.text(arg.name.name)).is_some() => {
                IntTy::from_name(self.cx.text(arg.name.name)).map(Repr::Int)
            }
            _ => {
                self.unknown_repr(arg);
                None
            }
        }
    }

    fn unknown_repr(&mut self, arg: &RawAttr) {
        let text = self.cx.text(arg.name.name);
        let known = ["C", "packed", "align"].into_iter().chain(IntTy::ALL.iter().map(|int| int.name()));
        let diagnostic = Diagnostic::error(UNKNOWN_REPR, whole(arg), "unknown representation")
            .label("expected `C`, `packed`, `packed(N)`, `align(N)` or an integer type");
        let diagnostic = match text {
            "Rust" | "transparent" | "simd" => diagnostic.note("a type has the layout that C gives it"),
            "" => diagnostic,
            _ => match closest(text, known) {
                Some(close) => diagnostic.suggest(arg.name.span, close, "a similar name is known"),
                None => diagnostic,
            },
        };
        self.cx.emit(diagnostic);
    }

    /// The number in `packed(N)`, `align(N)`.
    fn alignment(&mut self, arg: &RawAttr) -> Option<u32> {
        let number = match &arg.value {
            RawValue::List(list, _) => match list.as_slice() {
                [RawAttr { value: RawValue::Int(number, span), name }] if self.cx.text(name.name).is_empty() => {
                    Some((*number, *span))
                }
                _ => None,
            },
            // Only called for lists.
            _ => None,
        };
        let word = self.cx.text(arg.name.name);
        let Some((number, span)) = number else {
            let diagnostic =
                Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, whole(arg), format!("`{word}` takes one number of bytes"));
            self.cx.emit(diagnostic.label(format!("expected `{word}(N)`, for example `{word}(16)`")));
            return None;
        };
        let most = self.cx.target.max_align();
        if number.is_power_of_two() && number <= most {
            return u32::try_from(number).ok();
        }
        let too_large = number.is_power_of_two();
        let why = match too_large {
            true => format!("larger than {most}, the most on `{}`", self.cx.target.name),
            false => "not a power of two".to_string(),
        };
        let mut diagnostic =
            Diagnostic::error(INVALID_ALIGNMENT, span, format!("invalid alignment: {number} is {why}")).label(why);
        if let Some(next) = number.checked_next_power_of_two().filter(|next| !too_large && *next <= most) {
            diagnostic = diagnostic.suggest(span, next.to_string(), "the next power of two is");
        }
        self.cx.emit(diagnostic);
        None
    }

    fn format(&mut self, raw: &RawAttr, span: Span) {
        const FORM: &str =
            "`#[format(printf, N)]` or `#[format(scanf, N)]`, with N the number of the parameter that is the format";
        let RawValue::List(list, _) = &raw.value else { return self.malformed(raw, span, FORM) };
        let (name, param, at) = match list.as_slice() {
            [RawAttr { name, value: RawValue::None }, RawAttr { name: none, value: RawValue::Int(param, at) }]
                if self.cx.text(none.name).is_empty() =>
            {
                (*name, *param, *at)
            }
            // C's attribute also says where the arguments begin; here that is where `...` stands.
            [RawAttr { value: RawValue::None, .. }, second, RawAttr { value: RawValue::Int(..), name }]
                if matches!(second.value, RawValue::Int(..)) =>
            {
                let form = "two arguments: those of the format are what `...` stands for";
                let diagnostic = Diagnostic::error(WRONG_ATTRIBUTE_ARGUMENTS, span, "malformed `format` attribute")
                    .label(format!("expected {form}"));
                let rest = Span::new(whole(second).hi, whole(&list[2]).hi);
                let named = !self.cx.text(name.name).is_empty();
                self.cx.emit(if named { diagnostic } else { diagnostic.suggest(rest, "", "leave out the third") });
                return;
            }
            _ => return self.malformed(raw, span, FORM),
        };
        let text = self.cx.text(name.name);
        // GCC takes these spellings, too, so that no macro of the same name gets in the way.
        let bare = text.strip_prefix("__").and_then(|t| t.strip_suffix("__")).unwrap_or(text);
        let bare = bare.strip_prefix("gnu_").unwrap_or(bare);
        let found = |text: &str| FormatKind::ALL.into_iter().find(|kind| kind.name() == text);
        if let Some(kind) = found(text) {
            return self.push(TypedAttr::Format { kind, param, at }, raw, span);
        }
        let mut diagnostic = Diagnostic::error(UNKNOWN_FORMAT, name.span, format!("unknown kind of format: `{text}`"))
            .label("unknown kind")
            .note("the kinds are `printf` and `scanf`");
        let close = found(bare).map(FormatKind::name).or(closest(text, FormatKind::ALL.map(FormatKind::name)));
        if let Some(close) = close {
            diagnostic = diagnostic.suggest(name.span, close, "a similar name is known");
        }
        self.cx.emit(diagnostic);
    }

    fn deprecated(&mut self, raw: &RawAttr, span: Span) {
        const FORM: &str =
            "`#[deprecated]`, `#[deprecated = \"what to use\"]` or `#[deprecated(note = \"what to use\")]`";
        let note = match &raw.value {
            RawValue::None => SmolStr::default(),
            RawValue::Str(text, _) => text.clone(),
            RawValue::List(list, _) => {
                let mut note = SmolStr::default();
                for arg in list {
                    match (self.cx.text(arg.name.name), &arg.value) {
                        ("note", RawValue::Str(text, _)) => note = text.clone(),
                        ("since", RawValue::Str(..)) => {}
                        _ => return self.malformed(raw, span, FORM),
                    }
                }
                note
            }
            RawValue::Int(..) => return self.malformed(raw, span, FORM),
        };
        self.push(TypedAttr::Deprecated(note), raw, span);
    }

    /// Not among the [`NAMES`]: programs have no use for it.
    fn lang(&mut self, raw: &RawAttr, span: Span) {
        let known = match &raw.value {
            RawValue::Str(text, _) => LangItem::from_name(text),
            RawValue::None | RawValue::Int(..) | RawValue::List(..) => None,
        };
        match known {
            Some(item) => self.push(TypedAttr::Lang(item), raw, span),
            None => {
                let forms = LangItem::ALL.map(|item| format!("`#[lang = \"{}\"]`", item.name()));
                self.malformed(raw, span, &forms.join(", "));
            }
        }
    }

    fn lint(&mut self, level: LintLevel, raw: &RawAttr, span: Span) {
        let word = self.cx.text(raw.name.name);
        let form = format!("`#[{word}(lint, …)]` with names of lints");
        let RawValue::List(list, _) = &raw.value else { return self.malformed(raw, span, &form) };
        if list.is_empty() || list.iter().any(|arg| !matches!(arg.value, RawValue::None)) {
            return self.malformed(raw, span, &form);
        }
        for arg in list {
            self.push(TypedAttr::Lint { level, name: arg.name }, raw, span);
        }
    }
}

/// The span of an argument: its name and its value.
fn whole(raw: &RawAttr) -> Span {
    match &raw.value {
        RawValue::None => raw.name.span,
        RawValue::Str(_, span) | RawValue::Int(_, span) | RawValue::List(_, span) => raw.name.span.to(*span),
    }
}
