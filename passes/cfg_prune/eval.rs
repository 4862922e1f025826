//! Evaluates predicates, and warns of those that can never hold.

use vex_ir::diag::closest;
use vex_ir::target::{Arch, CFG_FLAGS, CFG_KEYS, Env, Os, cfg_possible_values};
use vex_ir::tree::cfg::{cfg_flag, cfg_pair};
use vex_ir::tree::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

/// A `cfg` name that nothing defines.
const UNEXPECTED_CFG_NAME: Code = Code("E0120");
/// A value that a `cfg` name never has.
const UNEXPECTED_CFG_VALUE: Code = Code("E0121");

/// The lint of both.
const UNEXPECTED_CFGS: &str = "unexpected_cfgs";

/// What other languages and tools call the values.
const ALIASES: &[(&str, &str)] = &[
    ("darwin", Os::MacOs.name()),
    ("osx", Os::MacOs.name()),
    ("macosx", Os::MacOs.name()),
    ("win32", Os::Windows.name()),
    ("win64", Os::Windows.name()),
    ("mingw", Env::Gnu.name()),
    ("glibc", Env::Gnu.name()),
    ("amd64", Arch::X86_64.name()),
    ("x64", Arch::X86_64.name()),
    ("x86-64", Arch::X86_64.name()),
    ("arm64", Arch::Aarch64.name()),
    ("riscv", Arch::Riscv64.name()),
    ("wasm", Arch::Wasm32.name()),
];

pub struct Evaluator<'a> {
    pub cx: &'a mut Cx,
    /// The values that each key of [`CFG_KEYS`] has on some target, in that order; found when first asked for.
    values: Vec<Vec<&'static str>>,
}

impl<'a> Evaluator<'a> {
    pub fn new(cx: &'a mut Cx) -> Evaluator<'a> {
        Evaluator { cx, values: Vec::new() }
    }

    /// Whether a predicate holds. Every name in it is looked at, whether or not it still matters.
    pub fn holds(&mut self, pred: &CfgPred) -> bool {
        match pred {
            CfgPred::Const(value) => *value,
            CfgPred::Flag(name) => {
                let text = self.cx.text(name.name);
                let known = cfg_flag(self.cx, text);
                if known.is_none() {
                    self.unknown_flag(*name);
                }
                known.unwrap_or(false)
            }
            CfgPred::Pair(name, value, span) => {
                let holds = cfg_pair(self.cx, self.cx.text(name.name), value);
                // To look through the values of all targets takes a while.
                if !holds && self.cx.diags.lints().at(UNEXPECTED_CFGS, name.span.to(*span)) != LintLevel::Allow {
                    self.check_pair(*name, value, *span);
                }
                holds
            }
            CfgPred::All(preds) => preds.iter().filter(|pred| !self.holds(pred)).count() == 0,
            CfgPred::Any(preds) => preds.iter().filter(|pred| self.holds(pred)).count() > 0,
            CfgPred::Not(pred) => !self.holds(pred),
        }
    }

    fn values(&mut self, key: &str) -> Option<&[&'static str]> {
        if self.values.is_empty() {
            self.values = CFG_KEYS.iter().map(|key| cfg_possible_values(key).unwrap_or_default()).collect();
        }
        CFG_KEYS.iter().position(|k| *k == key).map(|i| self.values[i].as_slice())
    }

    /// The key that has this value, or the value it is an alias of, on some target.
    fn key_of(&mut self, value: &str) -> Option<(&'static str, &'static str)> {
        let meant = ALIASES.iter().find(|(alias, _)| *alias == value).map_or(value, |(_, meant)| *meant);
        // What a system is called comes before the family of the same name.
        let order = ["target_os", "target_arch", "target_env", "target_vendor", "target_family"];
        order.into_iter().find_map(|key| {
            let known = self.values(key)?.iter().find(|known| !known.is_empty() && **known == meant)?;
            Some((key, *known))
        })
    }

    fn unknown_flag(&mut self, name: Ident) {
        let text = self.cx.text(name.name).to_string();
        let diagnostic = Diagnostic::warning(
            UNEXPECTED_CFG_NAME,
            UNEXPECTED_CFGS,
            name.span,
            format!("unexpected `cfg` condition name: `{text}`"),
        );
        let diagnostic = if let Some(values) = self.values(&text) {
            let values = list(values);
            diagnostic.label("this needs a value").note(format!("the values of `{text}` are {values}"))
        } else if text == "feature" {
            diagnostic.label("this needs a value").note("for example `feature = \"name\"`")
        } else {
            let given: Vec<String> = self.cx.options.cfgs.iter().map(|(name, _)| name.clone()).collect();
            let names = CFG_FLAGS.iter().copied().chain(given.iter().map(String::as_str));
            let diagnostic = diagnostic.label("nothing defines this");
            if let Some((key, value)) = self.key_of(&text) {
                let fixed = format!("{key} = \"{value}\"");
                diagnostic.suggest(name.span, fixed, "it is the value of a name")
            } else if let Some(close) = closest(&text, names) {
                diagnostic.suggest(name.span, close, "a similar name is known")
            } else {
                diagnostic.note(format!("to define it, pass `--cfg {text}`"))
            }
        };
        self.cx.emit(diagnostic);
    }

    /// Warns of a pair that no target and no option can make hold.
    fn check_pair(&mut self, name: Ident, value: &str, span: Span) {
        let key = self.cx.text(name.name).to_string();
        // A name that an option defines may have other values in other builds.
        if key == "feature" || self.cx.options.cfgs.iter().any(|(k, v)| *k == key && v.is_some()) {
            return;
        }
        if let Some(values) = self.values(&key) {
            if !values.contains(&value) {
                let values = values.to_vec();
                self.impossible_value(&key, value, span, &values);
            }
            return;
        }
        if CFG_FLAGS.contains(&key.as_str()) {
            let message = format!("unexpected `cfg` condition value: `{value}`");
            let diagnostic = Diagnostic::warning(UNEXPECTED_CFG_VALUE, UNEXPECTED_CFGS, name.span.to(span), message)
                .label(format!("`{key}` has no values"))
                .suggest(name.span.to(span), key, "use the name alone");
            return self.cx.emit(diagnostic);
        }
        let message = format!("unexpected `cfg` condition name: `{key}`");
        let diagnostic =
            Diagnostic::warning(UNEXPECTED_CFG_NAME, UNEXPECTED_CFGS, name.span, message).label("nothing defines this");
        let diagnostic = match closest(&key, CFG_KEYS.iter().copied().chain(["feature"])) {
            Some(close) => diagnostic.suggest(name.span, close, "a similar name is known"),
            None if key == "os" || key == "arch" || key == "env" || key == "family" || key == "vendor" => {
                let full = format!("target_{key}");
                diagnostic.suggest(name.span, full, "the whole name is longer")
            }
            None => diagnostic.note(format!("to define it, pass `--cfg {key}=\\\"{value}\\\"`")),
        };
        self.cx.emit(diagnostic);
    }

    fn impossible_value(&mut self, key: &str, value: &str, span: Span, values: &[&str]) {
        let message = format!("unexpected `cfg` condition value: `{value}`");
        let diagnostic = Diagnostic::warning(UNEXPECTED_CFG_VALUE, UNEXPECTED_CFGS, span, message)
            .label("no supported target has this")
            .note(format!("the values of `{key}` are {}", list(values)));
        let alias = ALIASES.iter().find(|(alias, _)| *alias == value).map(|(_, meant)| *meant);
        let alias = alias.filter(|meant| values.contains(meant));
        let diagnostic = match alias.or_else(|| closest(value, values.iter().copied())) {
            Some(close) => diagnostic.suggest(span, format!("\"{close}\""), "here it is called"),
            None => match self.key_of(value) {
                Some((other, known)) => diagnostic.note(format!("it would hold for `{other} = \"{known}\"`")),
                None => diagnostic,
            },
        };
        self.cx.emit(diagnostic);
    }
}

fn list(values: &[&str]) -> String {
    values.iter().map(|value| format!("`\"{value}\"`")).collect::<Vec<_>>().join(", ")
}
