//! Reports names in patterns that bind a variable where none can be meant: where a variant of the matched type has that name, and
//! in alternatives.
//!
//! Language: Typed -> Typed
//! Establishes: nothing; reports.
//! Preserves: everything.
//!
//! Before:
//! ```vex
//! enum Color {
//!     Red,
//!     Green,
//! }
//!
//! fn is_red(c: Color) -> bool {
//!     match c {
//!         Color::Red => true,
//!         other => false,
//!     }
//! }
//! ```
//! After:
//! ```vex
//! enum Color {
//!     Red,
//!     Green,
//! }
//!
//! fn is_red(c: Color) -> bool {
//!     match c {
//!         Color::Red => true,
//!         other => false,
//!     }
//! }
//! ```

use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::lang::{Any, Typed};
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span};

const ONE_ALTERNATIVE: Code = Code("E0212");
const PATTERN_SHADOWS: Code = Code("E0213");

/// Checks the patterns of one item. What is reported becomes a pattern in error.
pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, mut body: Write<Typed, Typed, &mut Body>) {
    let wrong = check(cx, sigs, id, body.as_input());
    for pat in wrong {
        body.set_pat(pat, PatKind::Error);
    }
}

/// Reports what is wrong, and gives the patterns that are.
fn check(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Typed>) -> Vec<PatId> {
    let mut arms = None;
    let mut found = Vec::new();
    for (pat, at) in body.pats.iter() {
        let PatKind::Local(local, None) = at.raw() else { continue };
        let Local { name, ty, synthetic: false, .. } = body.locals[local] else { continue };
        let Some(adt) = of_variant(&sigs.types, ty, name) else { continue };
        let in_arm = arms.get_or_insert_with(|| in_arms(body.raw())).contains(&pat);
        // Outside of arms, a name that begins with a small letter declares a variable.
        if in_arm || cx.text(name).starts_with(char::is_uppercase) {
            let site = match in_arm {
                true if sigs.types.is_raw_ptr(ty) => BindingSite::Behind,
                true => BindingSite::Arm,
                false => BindingSite::Declaration,
            };
            found.push((pat, Found { span: at.span, name: cx.text(name).to_string(), adt, site }));
        }
    }
    let mut wrong = Vec::new();
    for (pat, found) in found {
        report(cx, sigs, id, &found);
        wrong.push(pat);
    }
    if body.may_have(Shapes::REFUTABLE) {
        alternatives(cx, body, &mut wrong);
    }
    wrong
}

/// A variable that alternatives bind.
struct Bound {
    local: LocalId,
    pats: Vec<PatId>,
    /// How many of the alternatives bind it, and the last of them.
    alternatives: usize,
    last: usize,
}

/// Reports what would not be bound in every alternative, unless it is `wrong` already, and adds it there.
fn alternatives(cx: &mut Cx, body: Read<'_, Typed>, wrong: &mut Vec<PatId>) {
    let known: FxHashSet<PatId> = wrong.iter().copied().collect();
    for (_, pat) in body.pats.iter() {
        let PatKind::Or(list) = pat.raw() else { continue };
        let list = &body.pat_lists[list];
        // In the order in which they come.
        let mut bound: Vec<Bound> = Vec::new();
        let mut position: FxHashMap<LocalId, usize> = FxHashMap::default();
        for (index, &pat) in list.iter().enumerate() {
            body.walk(pat, &mut |node| {
                if let walk::Node::Pat(pat) = node
                    && let PatKind::Local(local, _) = body.pats[pat].raw()
                {
                    let at = *position.entry(local).or_insert(bound.len());
                    if at == bound.len() {
                        bound.push(Bound { local, pats: Vec::new(), alternatives: 0, last: usize::MAX });
                    }
                    let found = &mut bound[at];
                    found.pats.push(pat);
                    found.alternatives += usize::from(found.last != index);
                    found.last = index;
                }
            });
        }
        for Bound { local, pats, alternatives, .. } in bound {
            if alternatives == list.len() || pats.iter().any(|pat| known.contains(pat)) {
                continue;
            }
            let name = cx.text(body.locals[local].name);
            let some = if alternatives == 1 { "one alternative" } else { "some alternatives" };
            let message = format!("`{name}` would be bound in only {some}");
            cx.emit(
                Diagnostic::error(ONE_ALTERNATIVE, body.pats[pats[0]].span, message).label("not bound in the others"),
            );
            wrong.extend(pats);
        }
    }
}

/// A name in a pattern that is that of a variant.
struct Found {
    span: Span,
    name: String,
    /// The name of the enum, where it is declared.
    adt: Span,
    site: BindingSite,
}

enum BindingSite {
    /// Where the enum, or a reference to it, is matched by what need not match.
    Arm,
    /// The same of a raw pointer.
    Behind,
    /// `let`, `for`, a parameter.
    Declaration,
}

/// The enum that is matched, or that is behind the pointer which is, where it has a variant of this name.
fn of_variant(types: &Types, ty: Ty, name: vex_ir::Symbol) -> Option<Span> {
    let adt = types.applied(types.pointee(ty).unwrap_or(ty)).0?;
    let found = match &adt.kind {
        AdtKind::Enum { variants, .. } => variants.iter().any(|(variant, _)| *variant == name),
        AdtKind::Sum(variants) => variants.iter().any(|variant| variant.name == name),
        AdtKind::Struct(_) | AdtKind::Union(_) | AdtKind::Opaque | AdtKind::Pending => false,
    };
    found.then_some(adt.span)
}

/// The patterns that need not match: of arms, and of `let` in conditions and with `else`; with those inside of them.
fn in_arms(body: Read<'_, Any>) -> FxHashSet<PatId> {
    let mut roots = Vec::new();
    for (_, expr) in body.exprs.iter() {
        match expr.raw() {
            ExprKind::Match(_, arms) => roots.extend(body.arms[arms].iter().map(|arm| arm.pat)),
            ExprKind::Let(pat, _) => roots.push(pat),
            // Has none itself.
            _ => {}
        }
    }
    for stmt in body.stmts.all() {
        if let StmtKind::Let { pat, els: Some(_), .. } = stmt.kind {
            roots.push(pat);
        }
    }
    let mut found = FxHashSet::default();
    for root in roots {
        body.walk(root, &mut |node| {
            if let walk::Node::Pat(pat) = node {
                found.insert(pat);
            }
        });
    }
    found
}

fn report(cx: &mut Cx, sigs: &Sigs, id: ItemId, found: &Found) {
    let Found { span, name, adt, site } = found;
    let path = path_of(cx, sigs, sigs.items[id].module, *adt).map(|path| format!("{path}::{name}"));
    let full = format!("{}::{name}", cx.snippet(*adt));
    let shown = path.as_deref().unwrap_or(&full);
    let message = format!("`{name}` would be a new variable here, not the variant `{shown}`");
    let diagnostic = Diagnostic::error(PATTERN_SHADOWS, *span, message).label("it would match every value");
    cx.emit(match (path, site) {
        (_, BindingSite::Declaration) => diagnostic.note("`match` decides between variants"),
        (Some(path), BindingSite::Arm) => diagnostic.fix(*span, path, "name the variant with its enum"),
        (Some(path), BindingSite::Behind) => {
            diagnostic.note(format!("match what the pointer leads to, `*…`, with `{path}`"))
        }
        (None, _) => diagnostic.secondary(*adt, "a variant of this").note("import the enum to name its variant"),
    });
}

/// The path of an enum as the module can write it; the enum is given by the span of its name.
fn path_of(cx: &Cx, sigs: &Sigs, module: ModuleId, adt: Span) -> Option<String> {
    let (_, found) = sigs.items.iter().find(|(_, item)| item.name.span == adt)?;
    let name = found.name.name;
    if found.module == module {
        return Some(cx.text(name).to_string());
    }
    sigs.items.iter().filter(|(_, item)| item.module == module).find_map(|(_, item)| {
        let ItemData::Import(import) = item.raw() else { return None };
        if !matches!(import.target, ImportTarget::Module(target) if target == found.module) {
            return None;
        }
        match &import.names {
            ImportNames::Module(alias) => Some(format!("{}::{}", cx.text(alias.name), cx.text(name))),
            ImportNames::Items(names) => {
                let import = names.iter().find(|import| import.name.name == name)?;
                Some(cx.text(import.alias.name).to_string())
            }
        }
    })
}
