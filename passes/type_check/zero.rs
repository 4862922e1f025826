//! `default()` is zero in every bit, which is a value only where every part may be zero.

use super::*;
use rustc_hash::FxHashSet;

const ZERO_NOT_VALUE: Code = Code("E0442");

/// A part of the value that is looked at.
struct Part {
    ty: Ty,
    /// The part it is a part of, in the list of all.
    of: Option<usize>,
    name: String,
}

impl TypeChecker<'_> {
    /// Fields that are given do not come from `..default()`.
    pub(super) fn zero_base(&mut self, mut base: ExprId, given: &[Option<Span>]) {
        while let ExprKind::Convert(inner) = self.body.kind(base) {
            base = inner;
        }
        if let Some((_, fields)) = self.defaults.iter_mut().rev().find(|(id, _)| *id == base) {
            *fields = given.iter().map(Option::is_some).collect();
        }
    }

    /// Reports the first part of a `default()` that must not be zero.
    pub(super) fn check_default(&mut self, mut id: ExprId, given: &[bool]) {
        id = self.noted(id);
        let ty = self.expr_term(id).finished().unwrap_or(Ty::ERROR);
        // What is in error inside was reported.
        if self.types.mentions_error(ty) {
            return;
        }
        let Some((path, part)) = self.never_zero(ty, given) else { return };
        let shown = self.show(ty.into());
        let (at, text) = (self.body.exprs[id].span, self.show(part.into()));
        let why = match self.types.kind(part) {
            TyKind::Ref(..) => "a reference is never null".to_string(),
            TyKind::Fn(_) => "a function pointer is never null".to_string(),
            TyKind::Never => "`!` has no values".to_string(),
            TyKind::Adt(_) | TyKind::Apply(..) if self.types.applied(ty).0.is_some_and(AdtDef::is_sum) => {
                format!("which variant of `{text}` is meant is not said")
            }
            TyKind::Param(..) | TyKind::Assoc(..) => format!("`{text}` may be a type of which zero is no value"),
            _ => format!("no variant of `{text}` is 0"),
        };
        let diagnostic = Diagnostic::error(ZERO_NOT_VALUE, at, format!("`{shown}` has no default value")).label(&why);
        let note = if path.is_empty() {
            "`default()` is zero in every bit: write a value, or use a type that may be zero, such as a raw pointer"
                .to_string()
        } else {
            format!("`default()` is zero in every bit, but `{shown}{path}` is of type `{text}`: give it a value")
        };
        self.report(diagnostic.note(note));
    }

    /// The first part of a type, in the order of its parts, of which zero is no value. Fields of the type itself that are
    /// `given` do not count. Each type is looked at once.
    fn never_zero(&self, ty: Ty, given: &[bool]) -> Option<(String, Ty)> {
        let mut seen: FxHashSet<Ty> = FxHashSet::default();
        let mut parts = vec![Part { ty, of: None, name: String::new() }];
        let mut left = vec![0];
        while let Some(at) = left.pop() {
            let ty = parts[at].ty;
            if !seen.insert(ty) {
                continue;
            }
            let inner: Vec<(Ty, String)> = match self.types.kind(ty) {
                TyKind::Ref(..) | TyKind::Fn(_) | TyKind::Never | TyKind::Param(..) | TyKind::Assoc(..) => {
                    return Some((path(&parts, at), ty));
                }
                TyKind::Array(of, len) if *len > 0 => vec![(*of, "[0]".to_string())],
                TyKind::OpenArray(of, _) => vec![(*of, "[0]".to_string())],
                TyKind::Tuple(list) => list.iter().enumerate().map(|(i, ty)| (*ty, format!(".{i}"))).collect(),
                TyKind::Adt(_) | TyKind::Apply(..) => match self.types.applied(ty).0.map(|adt| &adt.kind) {
                    Some(AdtKind::Sum(_)) => return Some((path(&parts, at), ty)),
                    Some(AdtKind::Enum { variants, .. }) if variants.iter().all(|v| v.1 != 0) => {
                        return Some((path(&parts, at), ty));
                    }
                    Some(AdtKind::Struct(_)) => {
                        let given = |i: usize| at == 0 && given.get(i).copied().unwrap_or(false);
                        let fields = self.types.fields_of(ty).enumerate().filter(|(i, _)| !given(*i));
                        fields
                            .map(|(_, f)| (self.sigs.normal(self.id, f.ty), format!(".{}", self.cx.text(f.name))))
                            .collect()
                    }
                    // Reading a field of a union is `unsafe`.
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            };
            for (ty, name) in inner.into_iter().rev() {
                left.push(parts.len());
                parts.push(Part { ty, of: Some(at), name });
            }
        }
        None
    }
}

/// How a part is reached from the whole.
fn path(parts: &[Part], mut at: usize) -> String {
    let mut names = vec![parts[at].name.as_str()];
    while let Some(of) = parts[at].of {
        names.push(&parts[of].name);
        at = of;
    }
    names.into_iter().rev().collect()
}
