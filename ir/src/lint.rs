//! Lints: their names and groups, and the level that each has at a place.

use crate::span::Span;

/// The lints, by the names that `#[allow(…)]` and `-A` take, in order.
pub const LINTS: &[&str] = &[
    "arithmetic_overflow",
    "deprecated",
    "double_complement",
    "format_extra_args",
    "format_security",
    "ineffective_inline",
    "intrinsic_signature",
    "irrefutable_let_patterns",
    "llvm_warnings",
    "recursive_inline",
    "suspicious_format",
    "tests_not_run",
    "unconditional_panic",
    "unexpected_cfgs",
    "unknown_lints",
    "unreachable_code",
    "unreachable_patterns",
    "unused_imports",
    "unused_inputs",
    "unused_must_use",
    "unused_mut",
    "unused_unsafe",
    "unused_variables",
];

/// The group of all lints.
pub const WARNINGS: &str = "warnings";
/// The group of the lints whose names begin with `unused_`.
pub const UNUSED: &str = "unused";

/// What becomes of a warning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LintLevel {
    Allow,
    Warn,
    Deny,
}

/// Whether a name, of a lint or of a group, is about a lint.
pub fn covers(name: &str, lint: &str) -> bool {
    name == lint || name == WARNINGS || name == UNUSED && lint.starts_with("unused_")
}

/// Whether a lint or a group has this name.
pub fn is_known(name: &str) -> bool {
    name == WARNINGS || name == UNUSED || LINTS.binary_search(&name).is_ok()
}

/// The levels of lints by place: what `#[allow]`, `#[warn]` and `#[deny]` say around it, the innermost of them first.
#[derive(Clone, Default, Debug)]
pub struct LintLevels {
    /// Outer before inner, in order of their places.
    scopes: Vec<Scope>,
}

/// What one attribute says.
#[derive(Clone, Copy, Debug)]
struct Scope {
    span: Span,
    /// The lints that it is about: a bit for each of [`LINTS`].
    lints: u64,
    level: LintLevel,
    /// The innermost scope around this one, by its place in the list.
    outer: Option<u32>,
}

impl LintLevels {
    /// From what attributes say: where it holds, and about which lint or group. Of those that hold at one place, the last one
    /// counts.
    pub fn new<'a>(said: impl IntoIterator<Item = (Span, LintLevel, &'a str)>) -> LintLevels {
        let lints = |name: &str| {
            let covered = LINTS.iter().enumerate().filter(|(_, lint)| covers(name, lint));
            covered.fold(0, |all, (i, _)| all | 1 << i)
        };
        let scope = |(span, level, name)| Scope { span, lints: lints(name), level, outer: None };
        let mut scopes: Vec<Scope> = said.into_iter().map(scope).collect();
        // Stable: the order among those of one place stays.
        scopes.sort_by_key(|scope| (scope.span.lo, std::cmp::Reverse(scope.span.hi)));
        let mut around: Vec<u32> = Vec::new();
        for i in 0..scopes.len() {
            while around.last().is_some_and(|outer| !contains(scopes[*outer as usize].span, scopes[i].span)) {
                around.pop();
            }
            scopes[i].outer = around.last().copied();
            around.push(i as u32);
        }
        LintLevels { scopes }
    }

    /// The level of a lint at a place.
    pub fn at(&self, lint: &str, place: Span) -> LintLevel {
        let Ok(bit) = LINTS.binary_search(&lint) else { return LintLevel::Warn };
        let mut next = self.scopes.partition_point(|scope| scope.span.lo <= place.lo).checked_sub(1);
        while let Some(i) = next {
            let scope = &self.scopes[i];
            if scope.lints >> bit & 1 == 1 && contains(scope.span, place) {
                return scope.level;
            }
            next = scope.outer.map(|outer| outer as usize);
        }
        LintLevel::Warn
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.lo <= inner.lo && inner.hi <= outer.hi
}

#[cfg(test)]
mod tests {
    use super::*;
    use LintLevel::*;

    #[test]
    fn lints_are_in_order() {
        assert!(LINTS.is_sorted(), "they are looked up by binary search");
        assert!(LINTS.len() <= 64, "each has a bit");
    }

    #[test]
    fn groups_cover_their_lints() {
        for lint in LINTS {
            assert!(covers(lint, lint) && covers(WARNINGS, lint) && is_known(lint));
            assert_eq!(covers(UNUSED, lint), lint.starts_with("unused_"));
        }
        assert!(!covers("unused_imports", "unused_variables") && !covers("deprecated", "unused_mut"));
        assert!(is_known("unused") && is_known("warnings") && !is_known("unused_import") && !is_known(""));
    }

    #[test]
    fn the_innermost_attribute_decides() {
        let span = Span::new;
        let levels = LintLevels::new([
            (span(50, 60), Deny, "unused_mut"),
            (span(10, 100), Allow, "warnings"),
            (span(20, 40), Deny, "unused"),
            (span(25, 30), Warn, "unused_mut"),
            (span(25, 30), Allow, "unused_imports"),
            (span(70, 80), Deny, "deprecated"),
            (span(70, 80), Warn, "deprecated"),
            (span(200, 300), Deny, "no_such_lint"),
        ]);
        let at = |lint, lo, hi| levels.at(lint, span(lo, hi));
        assert_eq!(at("unused_mut", 5, 8), Warn);
        assert_eq!(at("unused_mut", 12, 14), Allow);
        assert_eq!(at("unused_mut", 20, 40), Deny);
        assert_eq!(at("unused_mut", 26, 28), Warn);
        assert_eq!(at("unused_imports", 26, 28), Allow);
        assert_eq!(at("unused_variables", 26, 28), Deny);
        assert_eq!(at("unused_mut", 35, 36), Deny, "behind what is inside");
        assert_eq!(at("deprecated", 35, 36), Allow);
        assert_eq!(at("unused_mut", 35, 45), Allow, "no more than a part is inside");
        assert_eq!(at("unused_mut", 55, 56), Deny);
        assert_eq!(at("deprecated", 75, 76), Warn, "the last one of a place counts");
        assert_eq!(at("unused_mut", 99, 101), Warn, "not wholly inside");
        assert_eq!(at("unused_mut", 250, 251), Warn);
        assert_eq!(LintLevels::default().at("unused_mut", span(1, 2)), Warn);
    }

    /// The definition, without an order that helps.
    fn plain(said: &[(Span, LintLevel, &str)], lint: &str, place: Span) -> LintLevel {
        let holds = said.iter().filter(|(span, _, name)| contains(*span, place) && covers(name, lint));
        holds.rev().min_by_key(|(span, ..)| span.hi - span.lo).map_or(Warn, |(_, level, _)| *level)
    }

    #[test]
    fn nested_places_are_found_by_their_order() {
        let mut state = 7u64;
        let mut below = |n: u32| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u32 % n
        };
        for _ in 0..300 {
            // Places that nest or lie side by side, as those of items, statements and arms do.
            let mut places = vec![Span::new(1, 1000)];
            for _ in 0..20 {
                let outer = places[below(places.len() as u32) as usize];
                if outer.hi - outer.lo < 8 {
                    continue;
                }
                let lo = outer.lo + below((outer.hi - outer.lo) / 2);
                let inner = Span::new(lo, lo + 1 + below(outer.hi - lo));
                if places
                    .iter()
                    .all(|p| contains(*p, inner) || contains(inner, *p) || p.hi <= inner.lo || inner.hi <= p.lo)
                {
                    places.push(inner);
                }
            }
            let mut said = Vec::new();
            for place in &places {
                let level = [Allow, Warn, Deny][below(3) as usize];
                said.push((*place, level, ["unused", "unused_mut", "warnings", "deprecated"][below(4) as usize]));
            }
            let levels = LintLevels::new(said.iter().copied());
            for _ in 0..50 {
                let lo = 1 + below(1000);
                // One without a length, between two others, would lie in both.
                let place = Span::new(lo, lo + 1 + below(4));
                for lint in ["unused_mut", "unused_imports", "deprecated"] {
                    assert_eq!(levels.at(lint, place), plain(&said, lint, place), "{lint} at {place:?} of {said:?}");
                }
            }
        }
    }
}
