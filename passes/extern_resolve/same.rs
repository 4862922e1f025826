//! When two declarations say the same to C: integers and floats exactly, pointers as far as C would be wrong to care.

use rustc_hash::{FxHashMap, FxHashSet};
use vex_ir::ty::*;

/// Answers, and what is known from earlier ones: each two structs are compared once in a program.
#[derive(Default)]
pub(super) struct Sameness {
    known: FxHashMap<(AdtId, AdtId), bool>,
    /// With how many others a struct was compared because something led to it.
    compared: FxHashMap<AdtId, u32>,
}

/// Structs that are compared with more others than this, without a declaration that names both, are taken to be what they should
/// be: rings of different lengths lead to every pair of theirs.
const MAX_COMPARED: u32 = 256;

/// Pairs of structs that must be the same for another pair to be.
type Pairs = Vec<(AdtId, AdtId)>;

impl Sameness {
    /// Whether C sees no difference between two types.
    pub(super) fn same(&mut self, types: &Types, a: Ty, b: Ty) -> bool {
        let mut roots = Pairs::new();
        if !shallow(types, a, b, &mut roots) {
            return false;
        }
        self.settle(types, &roots);
        roots.iter().all(|pair| self.known.get(pair).is_none_or(|same| *same))
    }

    /// Finds out about pairs and those that they lead to: a pair is the same unless a way from it leads to a difference.
    fn settle(&mut self, types: &Types, roots: &Pairs) {
        // Each new pair, with those that lead to it.
        let mut led_by: FxHashMap<(AdtId, AdtId), Pairs> = FxHashMap::default();
        let mut different = Pairs::new();
        let mut waiting: Pairs = Pairs::new();
        for pair in roots {
            if !self.known.contains_key(pair) && led_by.insert(*pair, Pairs::new()).is_none() {
                waiting.push(*pair);
            }
        }
        let mut needed = Pairs::new();
        while let Some(pair) = waiting.pop() {
            needed.clear();
            if !same_adt(types, pair.0, pair.1, &mut needed) {
                different.push(pair);
                continue;
            }
            let unique: FxHashSet<(AdtId, AdtId)> = needed.drain(..).collect();
            for next in unique {
                match self.known.get(&next) {
                    Some(true) => {}
                    Some(false) => different.push(pair),
                    None => match led_by.get_mut(&next) {
                        Some(by) => by.push(pair),
                        None if self.is_enough(next.0) => {}
                        None => {
                            led_by.insert(next, vec![pair]);
                            waiting.push(next);
                        }
                    },
                }
            }
        }
        let mut differ: FxHashSet<(AdtId, AdtId)> = FxHashSet::default();
        while let Some(pair) = different.pop() {
            if differ.insert(pair) {
                different.extend(led_by.get(&pair).into_iter().flatten());
            }
        }
        self.known.extend(led_by.keys().map(|pair| (*pair, !differ.contains(pair))));
    }

    fn is_enough(&mut self, id: AdtId) -> bool {
        let count = self.compared.entry(id).or_insert(0);
        *count += 1;
        *count > MAX_COMPARED
    }
}

/// Whether two types are the same, provided that the structs are that stand in `needed` afterwards.
fn shallow(types: &Types, a: Ty, b: Ty, needed: &mut Pairs) -> bool {
    if a == b || a == Ty::ERROR || b == Ty::ERROR {
        return true;
    }
    match (types.kind(a), types.kind(b)) {
        (TyKind::Ptr(_, x) | TyKind::Ref(_, x), TyKind::Ptr(_, y) | TyKind::Ref(_, y)) => {
            let opaque = |ty: Ty| ty == Ty::VOID || types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
            let byte = |ty: Ty| ty == Ty::U8 || ty == Ty::I8;
            opaque(*x) || opaque(*y) || byte(*x) && byte(*y) || shallow(types, *x, *y, needed)
        }
        (TyKind::Fn(x), TyKind::Fn(y)) => {
            x.conv == y.conv
                && x.variadic == y.variadic
                && x.params.len() == y.params.len()
                && x.params.iter().zip(&y.params).all(|(x, y)| shallow(types, *x, *y, needed))
                && shallow(types, x.ret, y.ret, needed)
        }
        (TyKind::Array(x, m), TyKind::Array(y, n)) => m == n && shallow(types, *x, *y, needed),
        // Two modules may each describe a struct of C.
        (TyKind::Adt(x), TyKind::Adt(y)) => {
            needed.push((*x, *y));
            true
        }
        // C's enums are integers.
        (TyKind::Adt(x), TyKind::Int(int)) | (TyKind::Int(int), TyKind::Adt(x)) => {
            matches!(types.adts[*x].kind, AdtKind::Enum { repr, .. } if repr == *int)
        }
        _ => false,
    }
}

fn same_adt(types: &Types, a: AdtId, b: AdtId, needed: &mut Pairs) -> bool {
    let (a, b) = (&types.adts[a], &types.adts[b]);
    if (a.packed, a.align) != (b.packed, b.align) {
        return false;
    }
    match (&a.kind, &b.kind) {
        (AdtKind::Struct(x), AdtKind::Struct(y)) | (AdtKind::Union(x), AdtKind::Union(y)) => {
            x.len() == y.len() && x.iter().zip(y).all(|(x, y)| shallow(types, x.ty, y.ty, needed))
        }
        (AdtKind::Enum { repr: x, .. }, AdtKind::Enum { repr: y, .. }) => x == y,
        (AdtKind::Opaque, AdtKind::Opaque) => true,
        _ => false,
    }
}
