//! When two declarations say the same to C: integers and floats exactly, pointers as far as C would be wrong to care.
//!
//! Two modules may each describe the structs of a C header, so types are compared by what they lead to. Types that lead to exactly
//! the same are one class ([`classes`]); only classes are compared further, because a pointer to an incomplete type goes with
//! every pointer: that relation is not transitive, so no classes can be made of it, and all pairs are looked at that a
//! comparison leads to.

use rustc_hash::FxHashMap;
use vex_ir::ty::*;

use super::classes;

/// How many parts of types are held against each other in a program. Rings of structs whose lengths have no common divisor, with
/// pointers to incomplete types in them, lead to every pair of theirs; a program with 10,000 foreign structs, each described
/// twice, takes some hundred thousand.
pub(super) const MAX_PARTS: usize = 1_000_000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Answer {
    Same,
    Different,
    /// There were more than [`MAX_PARTS`].
    TooMany,
}

/// Answers, and what is known from earlier ones: each two classes are compared once in a program.
#[derive(Default)]
pub(super) struct Sameness {
    /// By type, of those that there were at the first question.
    class: Vec<u32>,
    known: FxHashMap<Pair, bool>,
    parts: usize,
}

/// The first type of each of two classes, in order.
type Pair = (Ty, Ty);

impl Sameness {
    /// Whether C sees no difference between two types.
    pub(super) fn same(&mut self, types: &Types, a: Ty, b: Ty) -> Answer {
        if a == b {
            return Answer::Same;
        }
        if self.class.is_empty() {
            let count = types.len();
            self.class = classes::of(count, |ty| match shape(types, Ty::from_index(ty)) {
                // With its arguments in place, a field may be of a type that was not there before, and lead to others without end.
                (_, parts) if parts.iter().any(|part| part.index() >= count) => (vec![6, ty as u64], Vec::new()),
                known => known,
            });
        }
        let Some(root) = self.pair(a, b) else { return Answer::Same };
        if !self.known.contains_key(&root) && !self.settle(types, root) {
            return Answer::TooMany;
        }
        if self.known[&root] { Answer::Same } else { Answer::Different }
    }

    /// The pair of two types that are not of one class.
    fn pair(&self, a: Ty, b: Ty) -> Option<Pair> {
        let first = |ty: Ty| self.class.get(ty.index()).map_or(ty, |first| Ty::from_index(*first as usize));
        let (a, b) = (first(a), first(b));
        (a != b).then(|| if a.index() < b.index() { (a, b) } else { (b, a) })
    }

    /// Finds out about a pair and those that it leads to: a pair is the same unless a way from it leads to a difference.
    /// Whether that was not too much.
    fn settle(&mut self, types: &Types, root: Pair) -> bool {
        // Each new pair, with those that lead to it.
        let mut led_by: FxHashMap<Pair, Vec<Pair>> = FxHashMap::from_iter([(root, Vec::new())]);
        let mut different = Vec::new();
        let mut waiting = vec![root];
        let mut needed = Vec::new();
        while let Some(pair) = waiting.pop() {
            needed.clear();
            if !shallow(types, pair.0, pair.1, &mut needed) {
                different.push(pair);
                continue;
            }
            self.parts += needed.len();
            if self.parts > MAX_PARTS {
                return false;
            }
            for next in needed.drain(..).filter_map(|(a, b)| self.pair(a, b)) {
                match self.known.get(&next) {
                    Some(true) => {}
                    Some(false) => different.push(pair),
                    None => {
                        let by = led_by.entry(next).or_insert_with(|| {
                            waiting.push(next);
                            Vec::new()
                        });
                        if by.last() != Some(&pair) {
                            by.push(pair);
                        }
                    }
                }
            }
        }
        // Those that lead to a difference leave.
        while let Some(pair) = different.pop() {
            if let Some(by) = led_by.remove(&pair) {
                self.known.insert(pair, false);
                different.extend(by);
            }
        }
        self.known.extend(led_by.into_keys().map(|pair| (pair, true)));
        true
    }
}

/// What a type is but for the types in it, and these. Types of one shape are the same to C if the types in them are, each the
/// same as the other's in its place.
fn shape(types: &Types, ty: Ty) -> (Vec<u64>, Vec<Ty>) {
    // A pointer that may be null is one to C.
    let ty = types.nullable(ty).unwrap_or(ty);
    let small = |n: Option<u32>| n.map_or(0, |n| u64::from(n) + 1);
    match types.kind(ty) {
        TyKind::Ptr(_, to) | TyKind::Ref(_, to) => (vec![0], vec![*to]),
        TyKind::Fn(sig) => {
            let parts: Vec<Ty> = sig.params.iter().copied().chain([sig.ret]).collect();
            (vec![1, sig.conv as u64, sig.variadic.into(), parts.len() as u64], parts)
        }
        TyKind::Array(of, len) => (vec![2, *len], vec![*of]),
        TyKind::Adt(id) | TyKind::Apply(id, _) => {
            let adt = &types.adts[*id];
            let what = match &adt.kind {
                AdtKind::Struct(_) => 3,
                AdtKind::Union(_) => 4,
                AdtKind::Enum { repr, .. } => 16 + *repr as u64,
                AdtKind::Opaque => 5,
                // C has none of these.
                AdtKind::Sum(_) | AdtKind::Pending => return (vec![6, ty.index() as u64], Vec::new()),
            };
            let fields = types.field_types(ty);
            (vec![what, small(adt.packed), small(adt.align), fields.len() as u64], fields)
        }
        // Each is itself alone, to C.
        TyKind::Error
        | TyKind::Param(..)
        | TyKind::Assoc(..)
        | TyKind::OpenArray(..)
        | TyKind::Number(_)
        | TyKind::Void
        | TyKind::Never
        | TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Str
        | TyKind::Null
        | TyKind::Slice(_)
        | TyKind::Tuple(_) => (vec![6, ty.index() as u64], Vec::new()),
    }
}

/// Whether two types are the same to C, provided that the pairs added to `needed` are.
fn shallow(types: &Types, a: Ty, b: Ty, needed: &mut Vec<(Ty, Ty)>) -> bool {
    let [a, b] = [a, b].map(|ty| types.nullable(ty).unwrap_or(ty));
    if a == b || a == Ty::ERROR || b == Ty::ERROR {
        return true;
    }
    match (types.kind(a), types.kind(b)) {
        (TyKind::Ptr(_, x) | TyKind::Ref(_, x), TyKind::Ptr(_, y) | TyKind::Ref(_, y)) => {
            let opaque = |ty: Ty| ty == Ty::VOID || types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
            let byte = |ty: Ty| ty == Ty::U8 || ty == Ty::I8;
            if !(opaque(*x) || opaque(*y) || byte(*x) && byte(*y)) {
                needed.push((*x, *y));
            }
            true
        }
        (TyKind::Fn(x), TyKind::Fn(y)) => {
            needed.extend(x.params.iter().copied().zip(y.params.iter().copied()));
            needed.push((x.ret, y.ret));
            x.conv == y.conv && x.variadic == y.variadic && x.params.len() == y.params.len()
        }
        (TyKind::Array(x, m), TyKind::Array(y, n)) => {
            needed.push((*x, *y));
            m == n
        }
        (TyKind::Adt(x) | TyKind::Apply(x, _), TyKind::Adt(y) | TyKind::Apply(y, _)) => {
            let (x, y) = (&types.adts[*x], &types.adts[*y]);
            let (xs, ys) = (types.field_types(a), types.field_types(b));
            needed.extend(xs.iter().copied().zip(ys.iter().copied()));
            let alike = match (&x.kind, &y.kind) {
                (AdtKind::Struct(_), AdtKind::Struct(_)) | (AdtKind::Union(_), AdtKind::Union(_)) => true,
                (AdtKind::Enum { repr: x, .. }, AdtKind::Enum { repr: y, .. }) => x == y,
                (AdtKind::Opaque, AdtKind::Opaque) => true,
                _ => false,
            };
            alike && xs.len() == ys.len() && (x.packed, x.align) == (y.packed, y.align)
        }
        // C's enums are integers.
        (TyKind::Adt(x), TyKind::Int(int)) | (TyKind::Int(int), TyKind::Adt(x)) => {
            matches!(types.adts[*x].kind, AdtKind::Enum { repr, .. } if repr == *int)
        }
        _ => false,
    }
}
