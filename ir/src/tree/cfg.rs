//! `cfg`: what holds, why something does not, and the names that it has taken out of the program.

use super::*;
use crate::cx::Cx;
use crate::diag::Diagnostic;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The names that `cfg-prune` has removed, for messages alone: they mean nothing to the program.
#[derive(Default)]
pub struct Removed {
    names: Vec<RemovedName>,
    /// The `cfg` and `test` attributes that refused; members of a block share theirs.
    conditions: Vec<Vec<Attr>>,
    /// By name: positions in `names`. Made when first asked for, which programs without errors never do.
    index: OnceLock<FxHashMap<Symbol, Vec<u32>>>,
}

/// A name that is not there.
#[derive(Clone, Copy, Debug)]
pub struct RemovedName {
    pub name: Ident,
    pub from: RemovedFrom,
    condition: u32,
}

/// Where a removed name would be visible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RemovedFrom {
    /// In a module, as one of its items or imports.
    Module(ModuleId),
    /// As a part of an item: field, variant or member.
    Part(ItemId),
    /// In a place of the source: variables, parameters and items of a block.
    Scope(Span),
    /// In the expression at this place: fields of a literal, arms of a `match`.
    Expr(Span),
}

impl Removed {
    /// Enters the condition under which names that follow would be there: the attributes that refused, `cfg` or `test`.
    pub fn condition(&mut self, refused: Vec<Attr>) -> u32 {
        self.conditions.push(refused);
        (self.conditions.len() - 1) as u32
    }

    pub fn add(&mut self, name: Ident, from: RemovedFrom, condition: u32) {
        self.names.push(RemovedName { name, from, condition });
    }

    /// The removed names of this spelling that would be visible where `fits` says so, in source order.
    pub fn find(&self, name: Symbol, mut fits: impl FnMut(RemovedFrom) -> bool) -> Vec<RemovedName> {
        let index = self.index.get_or_init(|| {
            let mut index: FxHashMap<Symbol, Vec<u32>> = FxHashMap::default();
            for (i, removed) in self.names.iter().enumerate() {
                index.entry(removed.name.name).or_default().push(i as u32);
            }
            index
        });
        let all = index.get(&name).into_iter().flatten().map(|i| self.names[*i as usize]);
        all.filter(|removed| fits(removed.from)).collect()
    }

    /// What is removed from the expression at a place.
    pub fn from_expr(&self, span: Span) -> Vec<RemovedName> {
        self.names.iter().filter(|removed| removed.from == RemovedFrom::Expr(span)).copied().collect()
    }

    /// The first removed name that is a part of an item.
    pub fn part_of(&self, item: impl Fn(ItemId) -> bool) -> Option<RemovedName> {
        let is_part = |r: &&RemovedName| matches!(r.from, RemovedFrom::Part(id) if item(id));
        self.names.iter().find(is_part).copied()
    }

    /// Says of each of these that it is not there, under which condition it would be, and where that is written.
    pub fn explain(&self, cx: &Cx, mut diagnostic: Diagnostic, found: &[RemovedName]) -> Diagnostic {
        /// A message with more of them would not be read.
        const MOST: usize = 4;
        let mut said: Vec<u32> = Vec::new();
        for removed in found {
            if said.contains(&removed.condition) || said.len() == MOST {
                continue;
            }
            said.push(removed.condition);
            let name = cx.text(removed.name.name);
            for attr in &self.conditions[removed.condition as usize] {
                let AttrData::Cfg(pred) = &attr.kind else {
                    let diagnosed = diagnostic.secondary(attr.span, "this makes it a test");
                    diagnostic = diagnosed.note(format!("`{name}` is not there: tests are under `cfg(test)` alone"));
                    continue;
                };
                let shown = print::pred_text(cx, pred);
                let target = if mentions_target(cx, pred) { "on this target" } else { "here" };
                let why = why_off(cx, pred);
                diagnostic = diagnostic
                    .secondary(attr.span, "this does not hold")
                    .note(format!("`{name}` is not there {target}: `cfg({shown})` does not hold, {why}"));
            }
        }
        diagnostic
    }
}

/// Whether a name alone holds in a `cfg`; `None` if nothing defines it.
pub fn cfg_flag(cx: &Cx, name: &str) -> Option<bool> {
    if cx.options.cfgs.iter().any(|(key, value)| key == name && value.is_none()) {
        return Some(true);
    }
    match name {
        "debug_assertions" => Some(cx.options.debug_assertions()),
        "test" => Some(cx.options.test),
        _ => cx.target.cfg_flag(name),
    }
}

/// Whether `key = "value"` holds in a `cfg`.
pub fn cfg_pair(cx: &Cx, key: &str, value: &str) -> bool {
    let given = cx.options.cfgs.iter().any(|(k, v)| k == key && v.as_deref() == Some(value));
    let feature = key == "feature" && cx.options.features.iter().any(|f| f == value);
    // A target without a family has none, not the empty one.
    let of_target = (key, value) != ("target_family", "") && cx.target.cfg_value(key) == Some(value);
    given || feature || of_target
}

/// Whether a predicate holds.
pub fn holds(cx: &Cx, pred: &CfgPred) -> bool {
    match pred {
        CfgPred::Const(value) => *value,
        CfgPred::Flag(name) => cfg_flag(cx, cx.text(name.name)).unwrap_or(false),
        CfgPred::Pair(key, value, _) => cfg_pair(cx, cx.text(key.name), value),
        CfgPred::All(preds) => preds.iter().all(|pred| holds(cx, pred)),
        CfgPred::Any(preds) => preds.iter().any(|pred| holds(cx, pred)),
        CfgPred::Not(pred) => !holds(cx, pred),
    }
}

fn mentions_target(cx: &Cx, pred: &CfgPred) -> bool {
    match pred {
        CfgPred::Const(_) => false,
        CfgPred::Flag(name) => cx.target.cfg_flag(cx.text(name.name)).is_some(),
        CfgPred::Pair(key, ..) => cx.target.cfg_value(cx.text(key.name)).is_some(),
        CfgPred::All(preds) | CfgPred::Any(preds) => preds.iter().any(|pred| mentions_target(cx, pred)),
        CfgPred::Not(pred) => mentions_target(cx, pred),
    }
}

/// The parts of a predicate that are to blame for its being off, in words.
fn why_off(cx: &Cx, pred: &CfgPred) -> String {
    let mut parts = Vec::new();
    blame(cx, pred, true, &mut parts);
    parts.dedup();
    match parts.len() {
        0 => "whatever the target".to_string(),
        n if n > 5 => format!("{} and so on", parts[..4].join(", ")),
        _ => parts.join(", "),
    }
}

/// Collects why `pred` is not `wanted`.
fn blame(cx: &Cx, pred: &CfgPred, wanted: bool, out: &mut Vec<String>) {
    if holds(cx, pred) == wanted {
        return;
    }
    match pred {
        CfgPred::Const(value) => out.push(format!("since `{value}` is what it says")),
        CfgPred::Flag(name) => {
            let name = cx.text(name.name);
            out.push(match (name, wanted) {
                (family, true) if cx.target.cfg_flag(family).is_some() => {
                    format!("since `{}` is not `{name}`", cx.target.name)
                }
                (family, false) if cx.target.cfg_flag(family).is_some() => {
                    format!("since `{}` is `{name}`", cx.target.name)
                }
                ("debug_assertions", true) => "since `debug_assertions` holds at -O0 alone".into(),
                ("debug_assertions", false) => "since `debug_assertions` holds at -O0".into(),
                ("test", true) => "since this is no test".into(),
                (_, true) => format!("`--cfg {name}` would set `{name}`"),
                (_, false) => format!("since `{name}` is set"),
            });
        }
        CfgPred::Pair(key, value, _) => {
            let key = cx.text(key.name);
            out.push(match (cx.target.cfg_value(key), wanted) {
                (Some(own), true) => format!("since for `{}`, `{key}` is \"{own}\"", cx.target.name),
                (Some(_), false) => format!("since for `{}`, `{key}` is \"{value}\"", cx.target.name),
                (None, true) if key == "feature" => format!("`--feature {value}` would turn it on"),
                (None, true) => format!("`--cfg '{key}=\"{value}\"'` would set it"),
                (None, false) => format!("since `{key} = \"{value}\"` is set"),
            });
        }
        CfgPred::All(preds) | CfgPred::Any(preds) => {
            if preds.is_empty() {
                out.push("whatever the target".into());
            }
            preds.iter().for_each(|pred| blame(cx, pred, wanted, out));
        }
        CfgPred::Not(pred) => blame(cx, pred, !wanted, out),
    }
}
